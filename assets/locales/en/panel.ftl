# The panel at the right and the window with themes.

person-no-name = no name
person-is-focus = main person
person-parent-of = parent of { $names }
person-lives-in = lives in { $names }
list-and = and
person-name = Name
person-birth-name = Name at birth
person-born = Born
person-living = Living
person-dead = Died
person-died = Died in
date-hint = We do not understand this; it stays here. Type a year or a date, such as 1979, 12 March 1979, 12-3-1979, around 1979, before 1980, between 1978 and 1980, the 70s or 3 years ago.
moment-hint = We do not understand this; it stays here. Type an age, a time of life or a date, such as 19 years, around 19, between 17 and 19, as a child, as a teenager, later, 1998, in the 90s, last year or 3 years ago.
person-gender = Gender
gender-woman = woman
gender-man = man
gender-non-binary = non-binary
gender-unknown = don't know
life-born = Born
life-pregnancy = Expected
life-miscarriage = Miscarriage
life-stillbirth = Stillborn
life-abortion = Ended pregnancy
person-entries = What is going on
person-add-entry = Add something
person-strengths = Strengths
person-add-strength = Add a strength
strength-remove = Remove
person-skills = Skills
person-more-skills = More skills
person-goals = Goals
person-notes = Notes
person-remove = Take off the map
person-focus-on = Make main person
person-focus-off = No longer main person
said-yes = yes
said-no = asked: no
said-maybe = maybe
since = since { $moment }
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
union-title-two = { $a } and { $b }
union-title-none = Brothers and sisters
union-kind = Kind of relationship
union-married = married
union-registered = registered
union-living-together = living together
union-living-apart = living apart
union-engaged = engaged
union-relationship = relationship
union-brief = brief
union-from = From
union-ending = Is it over?
ending-none = no
ending-separated = separated
ending-divorced = divorced
ending-death = a death
union-until = Until
union-together-again = Together again in
union-children = Children
union-add-child = Add a child
union-remove = Remove this relationship
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
palette-in-own-words = In your own words: “{ $words }”
palette-which-area = Where does “{ $words }” belong?
palette-no-area = I don’t know, or nowhere
palette-since = Since age or year
palette-own-words = Own words
palette-remove = Remove
palette-not-today = Not today
palette-close = Done

# The panel with threads.

strands-title = Threads
strands-subtitle = What comes back in this family?
strands-none = Nothing comes back yet. Add to more people what is going on and what is strong.
strands-more = { $count ->
    [one] 1 more
   *[other] { $count } more
 }
strands-fewer = Fewer
strands-stops = Here it changes
strands-strengths = Strengths that go on
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
strands-ask = About { $name } we do not know.

palette-frequent = Often used; with this digit on the map, too
