# Sentences of a card. The words of each theme are in the catalogue; here is what goes around them.
# { $form } is you, one or many.

say-you-two = you
say-your-two = your { $word }
say-parents-two = your parents
say-they = they
say-them = them
say-them-behind = them
say-first-now = First { $past }, now { $now }.
say-and = { $first }, and { $second }
say-also = { $who } too.
say-also-not = { $who } { $what } either.
say-now-too = And now { $who } too.
say-now-too-not = { $who } { $what } either.
say-maybe = Maybe { $who } too.
say-maybe-not = Maybe { $who } too.
say-unknown-one = We don’t know about { $who } yet.
say-unknown-many = We don’t know about { $n } people yet, such as { $who }.
say-unknown-you = We don’t know about { $who } and { $n ->
    [1] one other person
   *[other] { $n } others
} yet.
say-age = { $who } { $form ->
    [one] was
   *[other] were
} { $age } { $when }.
say-age-next = { $who } { $form ->
    [one] was
   *[other] were
} { $age }
say-ages-equal = { $who } were { $n ->
    [2] both
   *[other] all
} { $age } { $when }.
say-ages-about = { $who } were all { $low } or { $high } { $when }.
say-lived-to = { $who } { $age ->
    [0] lived less than a year
   *[other] died at { $age }
}.
say-died-in = { $who } died in { $year }.
say-lives-with = { $who } { $form ->
    [many] live
   *[other] lives
} with { $carers } now.
say-others = { $count } others in the family
say-people = { $count } people
say-more = { $count } others
say-helped = What helped, according to { $who }: “{ $text }”.
say-now-pair = Now { $what }.
say-learn-from-you = What would you like to learn from them?
say-learn-from-two = What would you like to learn from them?
say-close-you = What comes to mind when you see this?
say-close-two = What comes to mind when you see this?
say-close = What stands out here?
say-stress = With a lot of stress this is harder. That goes for everyone.
say-helpline = Talking helps. In the Netherlands call 113 or 0800-0113 (free).
