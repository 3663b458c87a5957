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
