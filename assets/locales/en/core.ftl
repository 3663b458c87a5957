# What is wrong with a file. Sentences for a coach.

broken-dangling = { $at } points to { $missing }, but that is not on the map.
broken-same-id = The code { $id } is used twice.
broken-own-partner = In relationship { $id } somebody is their own partner.
broken-too-many-partners = Relationship { $id } has more than two partners.
broken-child-twice = In relationship { $union } { $person } stands twice.
broken-own-ancestor = { $id } would be their own ancestor.
broken-not-finite = { $at } has a place that is not a number.
broken-not-one-to-three = { $at } has a rank that is not 1, 2 or 3.
broken-two-births = { $id } belongs to two births.

# What is allowed, but cannot be right.

oddity-death-before-birth = According to the map, { $who } died before being born.
oddity-very-old = According to the map, { $who } lived for more than 130 years.
oddity-young-parent = According to the map, { $who } was younger than 10 when { $child } was born.
oddity-born-after-death = According to the map, { $child } was born long after { $who } died.
oddity-union-ends-first = According to the map, relationship { $id } ends before it begins.
oddity-entry-ends-first = With { $who } something ({ $id }) ends before it begins.
oddity-entry-outside-life = With { $who } something ({ $id }) falls outside their life.

# What just changed: the name of a step at 'undo'.

edit-add-person = person added
edit-add-parents = parents added
edit-add-partner = partner added
edit-add-child = child added
edit-add-sibling = brother or sister added
edit-add-twin = twin added
edit-remove-person = person removed
edit-name = name
edit-gender = gender
edit-life = kind of person
edit-dates = date
edit-skill = skill
edit-notes = notes
edit-focus = main person
edit-add-union = relationship added
edit-union = relationship
edit-remove-union = relationship removed
edit-children = children
edit-entry = what is going on
edit-remove-entry = something removed
edit-strength = strength
edit-remove-strength = strength removed
edit-relation = contact
edit-household = household
edit-support = help
edit-goal = goal
edit-own-kind = own theme
edit-mark = answer
edit-pin = place
edit-shown = what you see
edit-map = facts about the map

# Why something cannot be done. Nothing has changed then.

refusal-gone = This is no longer on the map. Nothing has changed.
refusal-already-there = The code { $id } is already in use. Nothing has changed.
refusal-own-ancestor = { $child } cannot be a child of { $parent }. Somebody would be their own ancestor.
refusal-own-partner = { $who } cannot be their own partner.
refusal-too-many-partners = This relationship has two partners already. Make a new one.
refusal-has-parents = The parents of { $who } are already on the map.
refusal-already-together = { $a } and { $b } are already a couple on the map.
refusal-ends-first = The end lies before the beginning. Please check the years.
refusal-death-before-birth = { $who } cannot die before being born. Please check the years.
refusal-too-long = This text is too long. There is room for { $limit } characters.
refusal-out-of-range = This is not possible here. Nothing has changed.
refusal-no-strength-here = A strength belongs to a person, a relationship or a household.
refusal-other-birth = { $who } already belongs to another birth.
