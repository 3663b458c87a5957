# The panel at the right and the window with themes.

panel-letters = You are in the panel. Letters and digits do nothing here. F6 takes you back to the map.
panel-top = Panel
person-no-name = no name
unborn-pregnancy = expected child
unborn-miscarriage = miscarriage
unborn-stillbirth = stillborn child
unborn-abortion = ended pregnancy
unborn-several = more children
names-covered = Not shown while names are off.
person-is-focus = main person
person-is-focus-nth = main person { $nth }
person-parent-of = { $kind ->
    [woman] mother of { $names }
    [man] father of { $names }
   *[other] parent of { $names }
}
person-lives-in = lives in { $names }
list-and = and
person-name = Name
person-birth-name = Name at birth
person-given-names = Given names in full
person-also = Also part of the name, such as Sr.
person-born = Born
person-living = Living
person-dead = Died
person-died = Died in
date-hint = We do not understand this; it stays here. Type a year or a date, such as 1979, 12 March 1979, 12-3-1979, around 1979, before 1980, between 1978 and 1980, the 70s or 3 years ago.
day-hint = We do not understand this; it stays here. Type a date, such as 12 March 2027, 12-3-2027 or 2027.
number-hint = We do not understand this; it stays here. Type a number, such as 3.
moment-hint = We do not understand this; it stays here. Type an age, a time of life or a date, such as 19 years, around 19, between 17 and 19, as a child, as a teenager, later, 1998, in the 90s, last year or 3 years ago.
person-gender = Gender
gender-woman = woman
gender-man = man
gender-non-binary = non-binary
gender-unknown = don't know
person-due = Expected in
person-lost = When
person-lost-died = Died in, if you know
life-kind = What is it
life-other = Pregnancy, loss, more…
life-several = More children, number not known
life-how-many = How many are there?
person-twin-of = Twin with { $names }
twin-identical = identical
twin-fraternal = fraternal
person-more = More about { $name }
person-work = Work or school
person-wish = Own wish
person-wish-more = Another wish
person-origin = Comes from
person-language = Language
person-faith = Faith
person-cause-of-death = Died of
related = To { $of }, { $other } is: { $word }.
related-not = How { $other } and { $of } are related is not on the map.
life-born = Born
life-pregnancy = Expected
life-miscarriage = Miscarriage
life-stillbirth = Stillborn
life-abortion = Ended pregnancy
person-entries = What is going on
person-add-entry = Add something
person-strengths = Strengths
person-add-strength = Add a strength
person-skills = Skills
person-more-skills = Choose a skill
person-goals = Goals
person-notes = Notes
note-more = One more note
note-from = Who does this come from?
note-share = With whom may this be shared?
hidden-things = Sensitive things
hidden-open-for = open for { $who }
hidden-open = open
hidden-close = hide again
hidden-shut = close
person-coach-notes = The coach’s notes
said-yes = yes
said-no = asked: no
said-maybe = maybe
since = since { $moment }
since-age = from { $moment }
since-phase = since { $moment }
until = until { $moment }
age-years = age { $age }
age-about = around { $age }
age-between = between { $a } and { $b }
phase-child = childhood
phase-teenager = the teens
phase-later = later
going-on-now = now
going-on-before = in the past
going-on-unknown = don't know
skill-goes-well = goes well
skill-varies = varies
skill-hard = hard
skill-says = { $skill }: who says so?
skill-explain = What is this? { $skill }
skill-looks = What does it look like?
skill-try = Something to try
skill-learning = { $n ->
    [1] { $who } is still learning this. That belongs to this age.
   *[other] { $who } are still learning this. That belongs to this age.
}
skill-stress-title = With a lot of stress
skill-stress = Your mind then works differently: you mainly see what must be done now. Everyone has that, and you can practise. Children learn it from adults. Practising together helps both of you.
map-part = { $what } Part { $n } of { $of }, beside { $who }.
asked-about = We do not know this of { $who } yet. Tap to tell.
asked-now = { $title }: how is that for { $who }?
asked-then = { $title }: how was that for { $who }?
union-title-two = { $a } and { $b }
union-title-none = Brothers and sisters
relation-since = Since
relation-until = Until
relation-kind = How is it between these two?
relation-turn = The other way round: { $sentence }
relation-according-to = Who says so?
relation-closed = Hidden
relation-closed-hint = This line is hidden. It is on the map only while you have it open here.
relation-to-person = Go to { $name }
relation-remove = Take this line away

person-family = Family
person-parents = parents
person-one-parent = parent
person-parents-unknown = parents not known
person-parents-as = parents · { $bond }
person-with = With { $name }
person-alone-with = Alone, with { $names }
whom-hint = Who is it about? Type a name, or tap somebody on the map.
whom-who = Find or type a name
whom-cannot = That cannot be done for { $name }.
join-title = Who belongs to { $name }?
related-title = How is somebody related to { $name }?
join-cancel = Never mind
join-who = Find or type a name
join-sibling = brother or sister
join-partner = partner
join-child = child
join-parents = parents
join-how = How do these parents belong?
join-instead = instead of { $parents }
join-by-birth = parents by birth
join-adoptive = adoptive parents
join-foster = foster parents
join-step = step-parents
join-new = New: { $name }

union-lone = One parent alone
union-kind = Kind of relationship
union-married = married
union-registered = registered partners
union-living-together = living together
union-living-apart = a couple, two homes
union-engaged = engaged
union-relationship = relationship
union-brief = short
union-from = From
union-ending = Is it over?
ending-none = no
ending-separated = separated
ending-divorced = divorced
ending-death = one of them died
union-state-death = until death
union-until = Until
union-together-again = Together again in
union-children = Children
union-add-child = Add a child
union-remove = Remove this relationship
child-bond = How does { $who } belong to these parents?
child-bond-each = Different for each parent
child-bond-with = How does { $who } belong to { $parent }?
bond-with = { $bond } with { $parent }
child-from = { $who } here since
child-until = { $who } here until
child-before = before { $other }
child-after = after { $other }
child-by-age = They stand from old to young: their years of birth are known.
child-look = Go to { $who }
child-unlink = Does not belong here
child-unlinked = { $who } no longer belongs to { $parents }. { $who } stays on the map.
union-partner-out = Take { $who } out of this relationship
union-partner-out-children = { $who } is no longer part of this relationship. { $who } stays on the map. The children stay with { $other }.
union-partner-out-alone = { $who } and { $other } are no longer a couple. Both stay on the map.

household-no-name = A home
household-people = a home · { $n ->
    [one] 1 person
   *[other] { $n } people
}
household-name = What is this home called?
household-members = Who lives here?
household-all = Add them all
household-others = Add somebody else
household-find = Find a name
household-also = { $who } also lives in another home: { $home }.
household-from = Since
household-until = Until
household-stays = When did each one live here?
household-stay-from = { $who } here since
household-stay-until = { $who } here until
tie-from = With { $who } since
tie-until = With { $who } until
household-another = { $who } also lives somewhere else
household-remove = Remove this home
household-remove-hint = The people stay on the map.
household-ask = { $n ->
    [one] Does
   *[other] Do
} { $who } live { $called ->
    [home] in
   *[people] with
} { $home }, too?
household-ask-yes = Yes
household-ask-no = No
bond-birth = by birth
bond-adopted = adopted
bond-foster = foster child
bond-step = stepchild
bond-guardian = guardian
bond-donor = donor
palette-title = What is going on with { $name }?
palette-title-strengths = What is strong in { $name }?
palette-search = Search or type
palette-nothing = Nothing found. Type it in your own words and press Enter.
palette-answers = Know more? Add now, before, maybe, no or a year.
palette-unknown = Not known: nothing is put on the map.
palette-own-kinds = Own words on this map
palette-skill-no-year = A skill has no year here. It will not be kept.
palette-kept = What you typed was not in the list. It is now with { $name }, in your own words.
palette-in-own-words = In your own words: “{ $words }”
palette-which-area = Where does “{ $words }” belong?
palette-no-area = I don’t know, or nowhere
palette-since = Since age or year
palette-own-words = Own words
palette-remove = Remove
palette-not-today = Not today
palette-close = Done
entry-first = First
entry-rank = Comes in place { $rank }
entry-until = Until
entry-helped = What helps
entry-according-to = Who says so
entry-support = Who or what helps
entry-weight = How heavy
weight-little = a little
weight-much = very
entry-sensitive = Is sensitive
entry-is-hidden = This is sensitive. It is kept, and only seen when somebody opens it.
entry-removed = “{ $what }” is gone.
entry-put-off = This is not shown today. Choose “Show again” in the menu to get it back.
detail-close = Close: { $what }
strength-helped-with = Has helped with
family-goals = Goals of the family
goal-add = Add a goal
goal-no-words = New goal
goal-text = What do you want to reach?
goal-first-step = What is the first step?
goal-by = Done by when
goal-by-day = done by { $day }
goal-by-past = This day has already passed. Is it the right one?
goal-helper = Who helps
goal-supports = Which helpers work on it
goal-answers = What is it an answer to
goal-open = working on it
goal-reached = reached
goal-let-go = let go
goal-reached-on = reached { $day }
goal-let-go-on = let go { $day }
goal-flag = Goal of { $who }: { $goal }, { $state }
goal-of-family = the family
wish-label = The wish or question
dream-label = What do you dream of?
wish-add = What is the wish?
wish-change = Change the wish
wish-done = Done
throw-away-label = Throw this map away on
throw-away-what = This is an agreement. The map does not go by itself: after this day the program asks whether the map may go.
about-title = About this map
about-fictional = Is this family made up?
about-fictional-no = no, real people
about-fictional-yes = yes, everybody is made up
about-fictional-what = If you say yes, paper and the story say that the family is made up.
about-today = Up to which day do ages count?
about-today-fix = Keep it at { $date }
about-today-free = Count up to today again
about-today-what = If this is empty, ages always count up to today.
about-lang = Language of the conversation
about-lang-nl = Dutch
about-lang-en = English
about-lang-what = You talk with the family in this language. The map, the sheets and the pictures are in the language of the window: what you see goes on paper.
about-lang-speak = Set the window to: { $lang }
strands-dream = The dream: “{ $dream }”

# The panel with threads.

strands-title = Threads
strands-subtitle = What comes back in this family?
strands-wish = The wish: “{ $wish }”
strands-who = Who is at the table? Choose the main person: then you see here what comes back.
strands-later = If you want to see more
strands-reveal = Show sensitive things
strands-hide = Hide sensitive things again
strands-hidden = Sensitive things
strands-hidden-none = Nothing comes back here.
strands-dismissed = Cards put away
strands-bring-back = Bring back: { $title }
strands-how = How do we know this?
strands-numbers = Yes: { $yes }. No: { $no }. Maybe: { $maybe }. Not known yet: { $unknown }.
strands-chance = That may also be chance.
strands-counts-maybe = Here ‘maybe’ counts as yes: { $title }.
strands-none = Nothing comes back yet. Add to more people what is going on and what is strong.
strands-more = { $count ->
    [one] 1 more
   *[other] { $count } more
 }
strands-fewer = Fewer
strands-strengths-now = Strengths
strands-strength-of = { $who }: { $what }
strands-unknown = What we do not know
strands-doubts = Is this right?
strands-doubts-more = { $n ->
    [one] And one more thing.
   *[other] And { $n } more things.
}
strands-overview = See the overview
strands-star = This matters: { $title }
strands-recognise = Do you recognise this?
strands-yes = yes
strands-no = no
strands-dont-know = don't know
strands-comment = What do you say about it?
strands-open = Read more about: { $title }
strands-close = Read less about: { $title }
strands-dismiss = Leave this out
strands-first-step = First step

palette-frequent = Often used; with this digit on the map, too

# Own words of this map.
own-kind-for = { $n ->
    [one] A word of this map’s own. It stands in 1 place.
   *[other] A word of this map’s own. It stands in { $n } places.
}
own-kind-label = The word (changes everywhere)
own-kind-area = Belongs to
own-kind-remove = Take this word away everywhere
own-kind-moved = “{ $what }” now belongs to { $area } everywhere. What was noted with it stays.
own-kind-moved-nowhere = “{ $what }” now belongs nowhere. What was noted with it stays.
own-kind-removed = { $n ->
    [one] “{ $what }” is gone from 1 place, with what was noted there.
   *[other] “{ $what }” is gone from { $n } places, with what was noted there.
}

support-name = Name
support-tied = Who gets help?
support-others = Somebody else on the map
support-kind = Who or what is it?
support-kinds-more = More kinds of help
support-kind-find = Find a kind of help
support-words = In your own words
support-via = { $support }, through { $home }
support-for = For { $who }
support-both = both
support-ended = is over
support-areas = What is the help about?
support-goals = Works on
support-add = Add who helps
tie-title = Who gets help from { $support }?
tie-hint = Type a name or a home, or tap on the map.
tie-who = Find a name or a home
support-remove = Remove this help
help-practical = does practical things
help-company = is just there
help-advice = gives advice
help-emotional = listens and comforts
