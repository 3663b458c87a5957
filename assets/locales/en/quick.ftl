# The quick line and the family language.
quick-new = { $n ->
    [one] new: { $names }
   *[other] new: { $names }
}
quick-on-map = { $n ->
    [one] { $names } is on the map
   *[other] { $names } are on the map
}
quick-couple = { $a } and { $b } together
quick-children = { $n ->
    [one] child of { $parents }: { $names }
   *[other] children of { $parents }: { $names }
}
quick-siblings = brothers and sisters: { $names }
quick-of-person = { $name }: { $what }
quick-maybe = maybe
quick-asked-no = asked: no
quick-since = from { $date }
quick-until = until { $date }
quick-now = now
quick-before = in the past
quick-varies = { $skill }: varies
quick-does = { $a } { $what } { $b }
quick-between = { $a } and { $b }: { $what }

quick-no-name = A name comes here.
quick-no-word = A word comes here, without a space before it: #debts
quick-open-quotes = Close the name with another ".
quick-three-partners = Two people can be together. Start a new line for another partner.
quick-second-colon = This line has a colon already. Start a new line.
quick-no-pair = Put this between two names: Anna ~conflict Bas
quick-unknown-kind = We do not know “{ $word }”. Put it between quotes if these are your own words: #"{ $word }"
quick-near-kind = We do not know “{ $word }”. Do you mean: { $near }?
quick-unknown-relation = We do not know “{ $word }”. These we do: { $near }
quick-unknown-moment = “{ $word }” is no year and no age. Write 24, 1998 or as_a_child.
quick-unknown-state = We do not know “{ $word }” here. These we do: no, maybe, now, before.
quick-no-level = Write how it goes: =well, =varies or =hard
quick-unknown-words = We do not understand “{ $word }”. This person is on the map already and keeps their name.
quick-after-mark = “{ $word }” stands behind what is going on. Is that somebody else? Put a comma, a ; or a new line before it.
quick-own-words = “{ $words }”
quick-several = There is more than one { $name }. Add the year of birth, or write { $name }^2 for the second.
quick-has-parents = { $name } has parents already: { $parents }. Are these other parents? Then write foster, adopted or step after the name.
quick-twice = { $name } stands twice in this line.
quick-too-long = This is too much text at once. Paste it in parts.

quick-left-names = { $n ->
    [one] Of { $n } name only the everyday first and last name are in the lines.
   *[other] Of { $n } names only the everyday first and last name are in the lines.
}
quick-left-twins = { $n ->
    [one] One pair of twins is left out, because the children do not come one after the other.
   *[other] { $n } pairs of twins are left out, because the children do not come one after the other.
}
quick-left-bond = { $n ->
    [one] Of one child not everything about the bond with the parents is in the lines.
   *[other] Of { $n } children not everything about the bond with the parents is in the lines.
}
quick-left-union = { $n ->
    [one] Of one relationship not everything is in the lines.
   *[other] Of { $n } relationships not everything is in the lines.
}
quick-left-details = { $n ->
    [one] Of one thing that is going on or strong not every detail is in the lines.
   *[other] Of { $n } things that are going on or strong not every detail is in the lines.
}
quick-left-other = { $n ->
    [one] One thing that there is no word for is not in the lines: a note, home, helper, goal, story or title.
   *[other] { $n } things that there is no word for are not in the lines: notes, homes, helpers, goals, stories or titles.
}

do-quick = Quick line
quick-title = Quick line
quick-put = Put on the map
quick-keys = Enter: put on the map · Shift+Enter: new line · Esc: close, your text stays
quick-hint = Jan 1958 + Mia 1960: Anna 1985, Bas 1988
quick-done = On the map: { $what }
quick-done-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
quick-example-family = A family: Jan 1958 + Mia 1960: Anna 1985, Bas 1988
quick-example-ex = Not together any more: Anna + Piet ex2010: Lisa 2004
quick-example-marks = What is going on and what is strong: Mia #debts 24-31 #alcohol no +cares-well-for-others
quick-who = { $name }: on the map, or new?
quick-someone-new = New
quick-child-of = child of { $parents }
quick-partner-of = together with { $name }
quick-on-map-one = { $name } on the map
quick-on-map-more = { $name } on the map ({ $more })
quick-names-off = Turn the names on first (N). Without names you cannot type lines.
edit-quick = quick line
