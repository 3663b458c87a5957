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
broken-scene = Scene { $number } of the story has a year or a number of minutes that cannot be.

# What is allowed, but cannot be right.

doubt-death-before-birth = According to the map { $who } died before being born. Is that right?
doubt-in-the-future = A date of { $who } is still to come. Is that right?
doubt-very-old = According to the map { $who } became more than 130 years old. Is that right?
doubt-still-alive = According to the map { $who } is more than 115 years old now. Has { $who } died?
doubt-loose = { $who } is on no line to anybody on the map yet.
doubt-many-birth-parents = On the map { $who } has more than two parents by birth. Is that right?
doubt-young-parent = According to the map { $who } was younger than 10, or not born yet, when { $child } was born.
doubt-born-after-death = According to the map { $child } was born long after { $who } died.
doubt-twins = On the map { $who } is a twin, but the parents or the years of birth are not the same.
doubt-union-ends-first = { $couple }: according to the map their relationship ends before it begins.
doubt-union-after-death = { $couple }: according to the map their relationship begins when { $who } was dead already.
doubt-tie-after-death = { $couple }: according to the map their contact begins when { $who } was dead already.
doubt-entry-ends-first = With { $who } “{ $what }” ends before it begins.
doubt-entry-outside-life = With { $who } “{ $what }” lies before birth or after death.
doubt-entry-at-no-age = With { $who } “{ $what }” stands at an age that nobody reaches.
doubt-entry-over-and-now = With { $who } “{ $what }” has ended, and it also says that it goes on now.
doubt-unknown-kind = With { $who } there is something that this program does not know: { $kind }. It is kept, but you do not see it on the map.

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
edit-put-back = earlier version

# Why something cannot be done. Nothing has changed then.

refusal-gone = This is no longer on the map. Nothing has changed.
refusal-already-there = The code { $id } is already in use. Nothing has changed.
refusal-own-ancestor = { $child } cannot be a child of { $parent }. Somebody would be their own ancestor.
refusal-own-partner = { $who } cannot be their own partner.
refusal-too-many-partners = This relationship has two partners already. Make a new one.
refusal-has-parents = The parents of { $who } are already on the map.
refusal-siblings-already = { $a } and { $b } are brothers or sisters already.
refusal-already-together = { $a } and { $b } are already a couple on the map.
refusal-ends-first = The end lies before the beginning. Please check the years.
refusal-death-before-birth = { $who } cannot die before being born. Please check the years.
refusal-too-long = This text is too long. There is room for { $limit } characters.
refusal-out-of-range = This is not possible here. Nothing has changed.
refusal-no-strength-here = A strength belongs to a person, a relationship or a household.
refusal-other-birth = { $who } already belongs to another birth.

# What stands in place of own words where names are not shown.
names-own = something of their own
names-own-strength = a strength of their own

# A day, in full.
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

doubt-citizen-number = At { $who } there seems to be a citizen service number. Is that needed?
doubt-account = At { $who } there seems to be a bank account number. Is that needed?
doubt-phone = At { $who } there seems to be a telephone number. Is that needed?
doubt-email = At { $who } there seems to be an e-mail address. Is that needed?

repair-person = Somebody was named who was not on the map. They are there now, without a name.
repair-support = A helper was named who was not on the map. They are there now, without a name.
repair-let-go = Something pointed to what is not there. That is taken away.
repair-same-id = Two things had the same code. The second has a code of its own now.
repair-own-partner = Somebody was their own partner. They are there once now.
repair-too-many-partners = A relationship had more than two partners. Each couple stands by itself now.
repair-child-twice = A child stood under the same parents twice. It stands there once now.
repair-own-ancestor = Somebody would be their own ancestor. They no longer stand under these parents.
repair-not-finite = A place on the map was not a number. That place is taken away.
repair-not-one-to-three = A rank was not 1, 2 or 3. It is taken away.
repair-two-births = Somebody belonged to two births. Now only to the first.
repair-scene = A scene of the story had a year or a number of minutes that cannot be. That is taken away.
