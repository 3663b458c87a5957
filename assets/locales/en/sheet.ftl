# Sheets to take home: on paper.

sheet-day = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $date }
sheet-about = around { $day }
sheet-before = before { $day }
sheet-after = after { $day }
sheet-between = between { $from } and { $to }
sheet-quote = “{ $words }”
sheet-for = For { $names }
sheet-for-home = For home
sheet-parent-about = A sheet for home: the wish, the family, what is strong and the first step.
sheet-wish = { $to ->
    [one] Your wish
    [two] Your wish
   *[none] The wish
}
sheet-family = { $to ->
    [one] My family
   *[two] Our family
}
sheet-small = The smallest letters are { $points } points here. Print the map on larger paper as well.
sheet-part = { $some } of { $all } people are drawn here.
sheet-strength = { $to ->
    [one] Your strength
    [two] Your strength
   *[none] A strength
}
sheet-bond = { $you ->
    [yes] You have
   *[no] { $who } has
} a good bond with { $whom }.
sheet-can = It can be done
sheet-managed = { $who } did it.
sheet-ask = To think about
sheet-step = { $to ->
    [one] Your first step
    [two] Your first step
   *[none] The first step
}
sheet-goal = { $to ->
    [one] Your goal
    [two] Your goal
   *[none] The goal
}
sheet-with = Together with
sheet-when = When
sheet-help = Not working out? That is all right. Call or text:
sheet-foot = Made together on { $day }.
sheet-foot-of = Made together on { $day } · This sheet belongs to { $names }.
sheet-plan = One plan
sheet-plan-for = One plan for { $names }
sheet-plan-about = One plan for everybody who helps: goals, who does what, and when.
sheet-plan-who = Who helps, and how?
sheet-plan-with = with { $who }
sheet-plan-more = There was no room for: { $what }.
sheet-plan-goal = Goal { $n }
sheet-plan-bare = Names and own words have been left out.
sheet-plan-foot = This sheet only says who does what. The family map and the story are not on it.

sheet-passphrase = The passphrase of your map
sheet-passphrase-about = A sheet to write the passphrase of a map on.
sheet-passphrase-file = File: { $file }
sheet-passphrase-write = Write the passphrase here, by hand. The program never prints the passphrase.
sheet-passphrase-where = Put this sheet in a safe place. Not beside the computer.
sheet-passphrase-who = Who else has this sheet? (for example a colleague who may read along)
sheet-passphrase-open = How the map opens
sheet-passphrase-here = Start Rode Draad, open the file and type the passphrase.
sheet-passphrase-age = It also works without Rode Draad. The file is of the kind age. That program is free: age -d map.familie
sheet-passphrase-lost = Is the passphrase lost?
sheet-passphrase-nobody = Then nobody can open the map any more. Its makers cannot either.

sheet-child = This is your family
sheet-child-for = This is your family, { $name }
sheet-child-about = A sheet for a child: the family to draw, what is strong and who helps.
sheet-child-draw = Everyone belongs. Will you draw the faces?
sheet-child-mother = Mum
sheet-child-father = Dad
sheet-child-grandmother = Grandma { $name }
sheet-child-grandfather = Grandpa { $name }
sheet-child-you = { $name }, you!
sheet-child-just-you = you!
sheet-child-dead = { $names } { $n ->
    [one] is
   *[other] are
} no longer alive.
sheet-child-star = Whoever has a star is no longer alive.
sheet-child-left-out = Not everyone fits on this sheet.
sheet-child-bond = { $who } and you have a good bond.
sheet-child-good = What they are good at
sheet-child-me = I am good at:
sheet-child-wish = My wish: { $wish }
sheet-child-helps = Who helps me?
sheet-child-foot = Made on { $day }. This sheet is yours.
sheet-child-foot-for = Made for { $name } on { $day }. This sheet is yours.

# For the file.
sheet-file = For the file
sheet-file-for = { $called }: { $names }
sheet-copy = Own copy
sheet-file-about = For the file: the map, everybody, what comes back, goals, who helps and what was agreed.
sheet-file-made = Made on { $day } by:
sheet-file-wish = The wish: { $words }
sheet-file-dream = The dream: { $words }
sheet-file-people = The people
sheet-file-nobody = There is nobody on the map yet.
sheet-file-age = { $age } years old
sheet-file-died-at = lived to be { $age }
sheet-file-died = has died
sheet-file-helped = what helped: { $words }
sheet-file-says = according to { $who }
sheet-file-own-wish = Wish
sheet-file-goes-well = Goes well
sheet-file-varies = Varies
sheet-file-hard = Hard
sheet-file-between = Together and at home
sheet-list-lines = How it is between people
sheet-list = The list
sheet-list-about = Everybody in words, by generation, and how it is between them.
sheet-overview = Overview
sheet-overview-about = An overview: what is going on and what is strong, by generation.
sheet-lifelines = Lifelines
sheet-lifelines-about = Lifelines: what was going on and what was strong for each, under one another.
sheet-file-cards = What comes back
sheet-file-told = This is how the map says it to { $names }.
sheet-file-goals = Goals
sheet-file-goal = A goal
sheet-file-of = of { $who }
sheet-file-step = First step: { $words }
sheet-file-by = When: { $words }
sheet-file-with = Who helps: { $words }
sheet-file-supports = Who helps
sheet-tie-helps = { $tense ->
    [past] helped
   *[now] helps
}
sheet-tie-helps-with = { $tense ->
    [past] helped
   *[now] helps
} with { $what }
sheet-tie-costs = { $tense ->
    [past] cost
   *[now] costs
} energy
sheet-tie-both = { $a }, and { $b }
sheet-tie-from = from { $moment }
sheet-tie-from-until = from { $from } to { $until }
sheet-help-practical = practical things
sheet-help-company = company
sheet-help-advice = advice
sheet-help-emotional = a listening ear
sheet-file-works = Works on: { $words }
sheet-file-tie = For { $who }: { $how }
sheet-file-agreed = Agreements
sheet-file-agreed-with = with { $who }
sheet-file-throw-away = This map will be thrown away on { $day }.
sheet-file-more = There is no room for everything here. Rode Draad has more: { $n } pieces.
sheet-file-more-people = This list has the people of whom we know most. There are { $n } more on the map.
sheet-page = page { $page } of { $all }
tile-name = Sheet { $at } of { $all }: row { $row }, column { $column }

# For a workshop.
sheet-handout = Exercise sheet
sheet-handout-about = An exercise sheet: the family without threads, and four questions.
sheet-handout-family = This is the family of { $names }.
sheet-handout-back = What comes back? Draw a thread on the map.
sheet-handout-out = Who got out? Who never started?
sheet-handout-say = Say it in one sentence. Without blame.
sheet-handout-unknown = What do we not know yet? Whom do you ask?
sheet-key = Answer sheet
sheet-key-about = An answer sheet: the family with threads, what there is to tell, and traps.
sheet-key-first = Let the group guess first. Then tell what comes back, and what is strong.
sheet-key-unknown = What we do not know yet
sheet-key-traps = Traps
sheet-key-empty = Empty means: we do not know. It does not mean: no.
sheet-key-blame = Never say: ‘It runs in the family.’ Nobody is to blame.
sheet-key-story = For the one who tells
sheet-key-guess = After guessing: { $words }
sheet-cards = Cut-out cards
sheet-cards-about = A card for everybody, to cut out.
sheet-cards-more = No more cards fit. There are { $n } more people.
sheet-cards-rest = and { $n } more

# The manual.
manual-about = The manual of Rode Draad: working at the table, words that help, privacy, a workshop and all keys.
manual-made = Made on { $day }, by the program itself.
manual-contents = Contents
manual-wish = I want things to be different for Noa and Levi.
manual-only-pdf = The manual is a PDF. Give a name that ends in .pdf.
