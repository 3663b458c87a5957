# The window: bars, map, questions.

home-line = Draw the family. See what comes back, and where it stopped.
home-new = New map
home-open = Open a map…
home-cases = Practise with an invented family
home-cases-why = For training. With a story, questions and answers. You work in a copy.
home-story = story
level-all = all
level-begin = beginner
level-further = further
level-hard = hard
case-three-times = A young mother three times
case-three-times-blurb = Kim wants things to be different for her children. Who went before her?
case-grandpa = Just like Grandpa
case-grandpa-blurb = Samu is five and often lively. What do we know about Grandpa?
case-age = Grandpa’s age
case-age-blurb = Harmen often felt low. What helped him feel better?
case-who-talks = Who talks to whom
case-who-talks-blurb = Some people no longer talk. Petra wants calm for her children.
case-nineteen = Nineteen
case-nineteen-blurb = A young mother, four organisations, one plan. Who does what?
case-two-languages = Two languages at the table
case-two-languages-blurb = A nephew lives with his aunt. What came along from the old country?
case-farm = The farm
case-farm-blurb = Four generations on one farm. What is left lying?
case-stopped = Where it stopped
case-stopped-blurb = Much came back, almost all of it stopped. Who or what helped?
home-history = Families from history
home-recent = Opened last
home-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}

bar-home = Home screen
bar-title = Title of the map
bar-untitled = Map without a title
bar-saved = saved
bar-unsaved = not saved yet
bar-map = Map
bar-overview = Overview
bar-search = Find on the map
bar-not-found = Nothing to see with those words
found-line = Line: { $words }
found-support = Help: { $words }
found-home = Home: { $words }
bar-menu = Menu
bar-language = Language
overview-areas = By life area
overview-cards = What comes back

zoom-in = Closer
zoom-out = Further
zoom-fit = Show everything
map-small = The whole family, small
map-first = Put somebody on the map
map-tidy = Tidy: let everybody go

node-things = { $n ->
    [one] 1 thing filled in
   *[other] { $n } things filled in
}
node-couple = Relationship of { $a } and { $b }
node-lone-parent = Family of { $name }

halo-add = Add { $what }
halo-add-for = Add { $what } of { $name }
halo-parents = parents
halo-partner = partner
halo-child = child
halo-sibling = brother or sister
halo-entries = what is going on
halo-strength = strength
halo-line = line
halo-more = More actions

line-title-from = Line from { $name } to …
line-title = { $a } and { $b }
line-hint-who = Tap somebody on the map, or type a name.
line-hint-kind = How is it between these two?
line-who = To whom?
line-kind = Find a word
line-nothing-found = That is not in the list. Try another word.
line-cancel = No line after all
line-added = On the map: { $sentence }.
line-added-of-selected = Kept: { $sentence }. You see this line when you choose one of the two.
line-added-unseen = Kept: { $sentence }. Lines are not on the map now. You see this line while it is chosen.
line-kept = This line is kept. It is hidden: you see it until you choose something else.
line-kept-unseen = This line is kept. It is hidden: you do not see it now.

name-field = Name on the map
name-hint = name and year
name-example = For example: Anna 1985 f
name-done = Done
name-next = Another one
typed-born = born { $date }
typed-expected = expected { $date }
typed-on = date: { $date }
typed-dead = died
typed-died = died { $date }
typed-apart = { $date ->
    [none] separated
   *[other] separated { $date }
}
typed-divorced = { $date ->
    [none] divorced
   *[other] divorced { $date }
}
typed-ended-by-death = { $date ->
    [none] partner died
   *[other] partner died { $date }
}
typed-again = together again { $date }
typed-married = { $date ->
    [none] married
   *[other] married { $date }
}
typed-registered = { $date ->
    [none] registered partnership
   *[other] registered partnership { $date }
}
typed-living-together = { $date ->
    [none] living together
   *[other] living together since { $date }
}
typed-living-apart = { $date ->
    [none] living apart together
   *[other] living apart together since { $date }
}
typed-engaged = { $date ->
    [none] engaged
   *[other] engaged { $date }
}
typed-relationship = { $date ->
    [none] relationship
   *[other] relationship since { $date }
}
typed-foster = { $date ->
    [none] foster child
   *[other] foster child since { $date }
}
typed-adopted = { $date ->
    [none] adopted
   *[other] adopted since { $date }
}
typed-step = { $date ->
    [none] stepchild
   *[other] stepchild since { $date }
}
typed-child = { $date ->
    [none] child
   *[other] child since { $date }
}
typed-twin = twin or more
typed-twin-identical = identical twin
typed-twin-fraternal = fraternal twin
typed-birth-name = born as { $name }
typed-unknown = name not known
typed-kept = not understood, stays in the name: { $words }
typed-kept-no-partner = there is not one partner here; stays in the name: { $words }
typed-kept-no-parents = there are no parents yet; stays in the name: { $words }
typed-kept-no-twin = there is no brother or sister yet; stays in the name: { $words }
typed-kept-no-child = only a child can be this; stays in the name: { $words }
typed-kept-twice = something else was said before; stays in the name: { $words }
typed-kept-impossible = stays in the name: { $words }

removed-person = { $name } is off the map. The others stay.
join-told-child = { $who } is { $bond ->
    [foster] a foster child
    [adopted] an adopted child
    [step] a stepchild
   *[other] a child
 } of { $parents }.
join-told-new-child = This will be a child of { $parents }.
join-told-new-parent = This becomes { $bond ->
    [foster] a foster parent
    [adopted] an adoptive parent
    [step] a step-parent
   *[other] a parent
} of { $name }.
join-told-second-parent = This also becomes { $bond ->
    [foster] a foster parent
    [adopted] an adoptive parent
   *[other] a parent
} of { $name }. No second one? Press Esc: then it is { $first } alone.
join-told-moved = { $who } is now a child of { $parents }, no longer of { $before }.
join-told-siblings = { $a } and { $b } now have the same parents.
join-told-alone = { $name } alone
join-told-unknown = parents we do not know
removed-union = The relationship is gone. The people stay.
removed-home = The home is gone. The people stay on the map.
removed-line = The line is gone. The people stay.
moved-in = { $who } now { $n ->
    [one] lives
   *[other] live
} { $called ->
    [home] in
   *[people] with
} { $home }, too.
notice-letters = Other letters
notice-undo = Put back
goal-added = The goal is on the map.

cancel = Cancel
close = Close
file-stem = map
file-title-open = Open a map
file-title-save = Save the map
file-title-copy = Put a copy elsewhere
file-name-training = training
file-title-picture = Make a picture
file-path = Folder and name
file-parent = Folder above
file-no-folder = There is no such folder.
file-empty-folder = There are no maps in this folder.
file-many = There is a great deal here. Not every folder is shown: type its name then.
file-open = Open
file-save = Save
file-replace = { $name } is there already. Do you want to replace it?
file-replace-yes = Replace
window-saved = { $name } is saved.
window-saving = Saving { $name }…
window-opening = Opening { $name }…
window-handed-over = { $name } was downloaded. Look in your Downloads folder to see that it is there: only then is it saved.
window-drawn = The picture { $name } is made.
window-leftover-broken = The copy stays where it is.

leave-waits-title = The map is still being saved
leave-waits-text = This takes longer than usual. What you did is also in a copy on this computer. If you leave now, the program offers you that copy next time.
leave-waits-stay = Stay here
leave-waits-go = Leave anyway
leave-title = Do you want to save the map first?
leave-text = You changed something. It is not saved yet.
leave-save = Save
leave-discard = Don't save
leftover-title = Work that was not saved yet
leftover-text = The program stopped before everything was saved. We kept a copy.
leftover-open = Open the copy
leftover-discard = Throw away
leftover-untitled = without a title
leftover-broken = A copy that does not open
leftover-open-which = Open the copy: { $title }
leftover-discard-which = Throw away: { $title }
leftover-today = today { $time }
leftover-yesterday = yesterday { $time }
leftover-from = This belongs to { $name }.
leftover-from-older = This belongs to { $name }. That file was saved again later.
leftover-of-this = There is also work on this map that was not saved yet. You find it on the home screen.
leftover-at-home = There is work that was not saved yet. You find it on the home screen.
leftover-elsewhere = This copy is no longer there, or it is open in another window.
leftover-not-thrown = The copy could not go. Perhaps it is open in another window.
throw-ask = Throw away "{ $title }"? You can get it back for 7 days.
throw-yes = Throw away
thrown-show = { $n ->
    [one] Thrown away: 1 copy
   *[other] Thrown away: { $n } copies
}
thrown-text = Work that was thrown away stays here for 7 days.
thrown-back = Get back
thrown-back-which = Get back: { $title }
thrown-not-back = This could not be brought back. It stays with what was thrown away.
window-no-copy = No copy of your work can be made now. Save the map yourself, with Save.
leftover-day = { $day }, { $time }

manual-title = Manual
manual-find = Search the manual
manual-found = { $n ->
    [0] Nothing found
    [one] Found in 1 place
   *[other] Found in { $n } places
}
do-parents = Add parents
do-one-parent = Add one parent
do-partner = Add a partner
do-child = Add a child
do-foster = Add a foster child
do-adopted = Add an adopted child
do-sibling = Add a brother or sister
do-pregnancy = Pregnancy
do-miscarriage = Miscarriage
do-stillbirth = Stillborn child
do-abortion = Pregnancy that was ended
do-more-children = More children, number not known
do-loose = Add somebody who is no family
do-twin = Add a twin
do-other-parents = Other parents instead of these…
do-more-parents = More parents: foster, step, adoptive…
do-join-kin = Join with somebody…
do-related = How are two people related?
do-problems = What is going on?
do-strengths = What goes well?
do-lives-here = Who lives here?
do-line = Line to somebody
do-tie = Who gets help? (at somebody who helps)
do-digit = Add something common, or take it off
do-rename = Change the name
do-title = Change the title of the map
do-cross = To the panel, and back to the map
do-near = Only those nearby
do-everybody = Everybody again
do-fold = Fold away what is below
do-unfold = Unfold again
do-let-go = Let go (no longer pinned)
do-focus-on = Make main person
do-focus-off = No longer main person
do-remove = Take off the map
do-walk = Walk through the family
do-focus-person = To the main person
do-tidy = Tidy the map
do-tidy-also = arrange sort by age order redraw clean up
do-language = In het Nederlands
do-language-also = language dutch english
map-is-tidy = Everybody stands as the rules want it again.
do-escape = Close or let go
do-undo = Undo
do-redo = Redo
do-search = Find a name or word
do-commands = Everything you can do
do-private = Private: show nothing sensitive
told-private-on = Private is on. Sensitive things are seen nowhere. Nothing is thrown away.
told-private-off = Private is off. Sensitive things stay closed until you open them.
bar-private = Private is on. Tap to turn it off.
do-names = Names: real, family words, invented or none
bar-names-kin = Family words stand in place of names. Tap to show the names.
bar-names-invented = The names are invented. Tap to show the real names.
bar-names-off = No names are shown. Tap to show them.
bar-title-covered = The title is not shown
told-names-shown = The names are shown again.
told-names-kin = The names are shown nowhere. Everybody is called by their place in the family: mother, brother, grandma. Own words are gone too. Nothing is thrown away.
told-names-invented = The names are invented. Own words are gone. Nothing is thrown away.
told-names-off = No names are shown, and no own words. Nothing is thrown away.
do-legend = What the signs mean
do-rules = How the family is drawn…
do-fit-all = Show everything
do-fit-selection = Show who is selected
do-actual = Actual size
do-show-map = To the map
do-show-overview = To the overview
do-show-again = Show again
shown-again = What was not shown today is shown again.
do-save = Save
do-save-as = Save elsewhere…
do-picture = Picture…
do-training = Copy for training…
do-training-tens = Copy for training, years by tens…
do-what-if = What if…? Try it in a copy
do-open = Open…
do-new = New map
do-home = Home screen
do-help = Manual and keys
do-full-screen = Full screen
commands-title = What do you want to do?
commands-hint = Type a few letters
commands-none = This cannot be done now, or has another name.
bar-step = { $does }: { $step }
keys-next = Next person; in a name: one more
keys-name = Name
keys-name-field = In the name field: 'Piet 1983 m ex2010'. Enter is done, Tab is another, Esc is back.

rules-title = How the family is drawn
rules-nearest = With several partners, who stands nearest?
rules-current = the partner of today
rules-first = the first partner
rules-sides = Man and woman
rules-man-left = man at the left
rules-free = whatever fits
rules-siblings = Brothers and sisters
rules-age = by age where it fits
rules-strictly-age = always by age
rules-drawn = Who is on the map?
rules-everybody = everybody
rules-bloodline = blood family only
part-around = Around { $name }: { $n } of { $all } people
part-less = Fewer people
part-more = More people
part-near = nearby
part-lines = parents and children
part-all = show everybody
lit-done = done

look-title = Colours
look-light = light
look-dark = dark
look-contrast = high contrast
look-projector = projector
look-mono = black and white

# What the map shows.
do-show = What does the map show?
show-title = What does the map show?
show-lines = Lines between people
show-lines-none = no lines
show-lines-selected = of who is chosen
show-lines-all = all lines
show-line-kinds = These kinds of lines
show-areas = What is going on
show-names = Names
show-names-own = real names
show-names-kin = family words
show-names-invented = invented names
show-names-off = no names
show-sensitive = Sensitive things
show-sensitive-asked = only when somebody opens them
show-sensitive-never = never (private)
legend-who = { $n ->
    [one] { $what }: show who (1 person)
   *[other] { $what }: show who ({ $n } people)
}

# Parent and child side by side.
do-beside = Parent and child side by side
beside-title = Side by side
beside-what = What the parent carries now, beside what the child needs now.
beside-now = Going on now
beside-add = Add something…
beside-strong = Strong
beside-learning = Still learning this: that belongs to the age.

# Agreements.
agreement-text = Agreement: what may be kept, shown or shared?
agreement-with = With whom
agreement-on = Made on { $date }
agreement-remove = Take away
agreement-removed = The agreement is gone.
agreement-add = Add an agreement

# On paper.
do-paper = On paper…
paper-title = On paper
paper-which = Which sheet?
paper-parent = For home
paper-parent-open = For home, open
paper-child = For a child
paper-for-whom = For whom?
paper-plan = One plan
paper-file = For the file
paper-copy = Own copy, for one person
paper-handout = Exercise sheet
paper-answer-key = Answer sheet
paper-person-cards = Cut-out cards
paper-behind-threads = Threads, and what there is to tell
paper-behind-key = Notes about people and hidden things: never. What the story says to the one who tells is on it.
paper-real-family = This family is not invented. Take an invented family for a workshop, or switch names off.
paper-page-before = Page before
paper-page-after = Next page
paper-map = The map
paper-overview = The overview
paper-lifelines = The lifelines
paper-list = The list
paper-passphrase = Sheet for the passphrase
paper-size = Paper
paper-sheets = Sheets
paper-one-sheet = One sheet
paper-several-sheets = Several sheets, to glue
paper-color = Colour
paper-in-color = colour
paper-behind = This stays here
paper-behind-names = Names and own words
paper-behind-plays = What is going on, and with whom
paper-behind-more = What else is going on
paper-behind-years = Years and ages
paper-behind-ties = Who gets on and who does not
paper-behind-homes = Who lives where, and who gets on with whom
paper-behind-skills = Skills
paper-behind-family = The family map
paper-behind-goals = Goals and steps
paper-behind-others = Everything about others, but their name and who belongs or belonged to whom
paper-behind-passphrase = the passphrase itself: you write it by hand
paper-behind-never = Notes and hidden things: never
paper-save = Save as PDF
paper-print = Print
paper-printed = The sheet went to the printer.
paper-not-printed = The printer does not take it. Save the sheet as a PDF.
paper-names-small = Like this the names are too small to read. Choose { $better }, or several sheets.
paper-names-too-small = The names are too small to read, on larger paper too. Choose several sheets, or show a part of the family.
paper-preview = This will be on paper: { $words }
file-title-paper = Save the sheet
do-who-helps = Who helps?
removed-support = This help is gone. The people stay.
lasso-hint = Draw a loop around the people who live together.
lasso-home = Make it a home
lasso-nobody = There is nobody in that loop. Try again.
do-lasso = A loop around people: who lives together
do-goal = Add a goal
support-ask-whom = who gets help?
support-ask-tap = Tap who gets help from { $support }.
support-ask-end = never mind
tied = { $support } now helps { $whom }.
tied-already = { $support } already belongs to { $whom }.
show-ties = Who helps
show-ties-none = no lines to help
show-ties-all = all help
bar-lifelines = Lifelines
do-show-lifelines = To the lifelines
life-by-age = by age
life-by-year = by year
life-whose = Whose: { $whose }
life-mothers = Line of mothers
life-fathers = Line of fathers
life-everybody = Everybody
life-around = { $name }, parents and children
life-carriers = Who has: { $what }
life-chosen = Chosen people
life-part-problems = what is going on
life-part-strengths = strengths
life-part-help = help
life-part-events = events
life-part-grown-up-with = grows up with
life-same-age = Same age
life-without-years = Without years
life-nobody = There is nobody here yet whose year of birth we know. Choose other people, or fill in a year.
do-time = Look back in time
do-event-before = To the event before
do-event-after = To the next event
do-play = Let the years go by
do-then-and-now = What has changed?
time-stop = Stop the years
time-today = Today
time-close = Done looking back
time-back = The map of today
time-slider = Year { $year }
time-title = In { $year }
time-below = Everybody is as old as then.
time-since-title = Since { $year }
time-since-below = This is different from then. A ring on the map: something changed there. Choose another year below.
time-since-nothing = We know of no change that has a year.
time-none = There are no years on the map yet. Add a year of birth first.
time-not-there = Was not there yet, or we are not sure.
time-nothing = We know nothing of this year.
time-to = To { $year }
time-more = and { $n } more { $n ->
    [one] thing
   *[other] things
}
time-part-better = What worked out and what was gained
time-part-help = Help
time-part-family = In the family
time-part-came = What else changed
time-goal = Goal reached: { $goal }
time-born = { $who } is born.
time-died = { $who } dies.
time-together = { $a } and { $b } get together.
time-apart = { $a } and { $b } break up.
time-again = { $a } and { $b } get together again.
time-joined = { $who } comes to { $parents }.
time-began = { $who } has to deal with: { $what }.
time-began-with = Begins with { $who }: { $what }.
time-over = In the past for { $who }: { $what }.
time-strong = Strong in { $who }: { $what }.
time-weaker = No longer so strong in { $who }: { $what }.
time-age = { $who } is { $age }.
time-moved = New in { $home }: { $who }.
time-left = { $n ->
    [one] { $who } leaves { $home }.
   *[other] { $who } leave { $home }.
}
time-helped = { $support } is there for { $who } now.
time-help-ended = { $support } is no longer there for { $who }.
time-line = From now on: { $line }.
time-line-ended = No longer so: { $line }.
time-tick-born = born
time-tick-together = together
time-tick-apart = apart or died

do-show-list = List
bar-list = List
list-name = Name
list-kin = Family word
list-years = Born
list-home = Lives with
list-problems = What is going on
list-strengths = Strong in
list-ties = Relationships
list-add = Add somebody
list-keys = Arrows: from cell to cell · Enter: change · ? = we do not know yet
list-unknown = we do not know yet
list-married = married to { $name }
list-with = together with { $name }
list-ex = ex of { $name }
list-widowed = was together with { $name }
list-tie = { $name }: { $what }
list-count = { $people } { $people ->
    [one] person
   *[other] people
} · { $generations } { $generations ->
    [one] generation
   *[other] generations
}
list-cell = { $name }{ $kin ->
    [none] {""}
   *[other] , { $kin }
}. { $title }: { $what }. Row { $at } of { $of }.
do-paint = Put the same on more people
paint-choose = Choose what is going on. Then tap people.
paint-tap = Tap everybody with whom this is going on.
paint-end = Done
chosen-remove = Take off the map
chosen-put-on = What is going on with all
chosen-put = { $n ->
    [0] Everybody had this already.
    [one] Put on one person.
   *[other] Put on { $n } people.
}
chosen-removed = { $n ->
    [one] Took one person off the map.
   *[other] Took { $n } people off the map.
}
