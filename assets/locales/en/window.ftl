# The window: bars, map, questions.

home-line = Draw the family. See what comes back, and where it stopped.
home-new = New map
home-open = Open a map…
home-examples = Examples (invented families)
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
bar-undo = Undo: { $step }
bar-redo = Redo: { $step }
bar-search = Find a name
bar-not-found = Nobody has that name
bar-new = New map
bar-open = Open…
bar-save = Save
bar-save-as = Save elsewhere…
bar-picture = Picture…
bar-legend = What the signs mean
bar-rules = How the family is drawn…
bar-keys = Keys
bar-full = Full screen
bar-menu = More
bar-language = Language
overview-areas = By life area
overview-cards = What comes back

zoom-in = Closer
zoom-out = Further
zoom-fit = Show everything
map-small = The whole family, small
map-tidy = Tidy: let everybody go

node-things = { $n ->
    [one] 1 thing
   *[other] { $n } things
}
node-couple = Union of { $a } and { $b }
node-lone-parent = Family of { $name }

halo-add = Add { $what }
halo-add-for = Add { $what } of { $name }
halo-parents = parents
halo-partner = partner
halo-child = child
halo-sibling = brother or sister
halo-one-parent = One parent
halo-foster = Foster child
halo-adopted = Adopted child
halo-twin = Twin
halo-entries = what is going on
halo-strength = strength
halo-more = More
halo-name = Change the name
halo-unpin = Let go
halo-fold = Fold away what is below
halo-unfold = Unfold again
halo-remove = Take off the map

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
removed-union = The union is gone. The people stay.
removed-thing = This is gone. The people stay.
notice-letters = Other letters
notice-undo = Put back
goal-added = The goal is on the map.

cancel = Cancel
close = Close
file-stem = map
file-title-open = Open a map
file-title-save = Save the map
file-title-picture = Make a picture
file-path = Folder and name
file-parent = Folder above
file-no-folder = There is no such folder.
file-empty-folder = There are no maps in this folder.
file-open = Open
file-save = Save
file-replace = { $name } is there already. Do you want to replace it?
file-replace-yes = Replace
window-saved = { $name } is saved.
window-drawn = The picture { $name } is made.
window-leftover-broken = The copy stays where it is.

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
leftover-day = { $day } { $month ->
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
} { $year }, { $time }

keys-title = Keys
keys-hint = First choose somebody on the map.
keys-parents = add parents
keys-one-parent = add one parent
keys-partner = add a partner
keys-child = add a child
keys-sibling = add a brother or sister
keys-twin = add a twin
keys-entries = what is going on
keys-name = change the name
keys-walk = walk through the family
keys-focus = to the focus person
keys-part = only those nearby
keys-whole = everybody again
keys-fold = fold or unfold what is below
keys-digits = add something common, or take it off
keys-search = find a name or word
keys-legend = what the signs mean
keys-remove = take off the map
keys-undo = undo
keys-redo = redo
keys-save = save
keys-open = open
keys-new = new map
keys-actual = actual size
keys-fit = show everything
keys-fit-selection = show who is selected
keys-full = full screen
keys-escape = Close or let go
keys-again = Redo (too)
keys-next = Next person; in a name: one more
keys-rename = Change the name (too)
keys-views = Map; overview
keys-save-as = Save somewhere else
keys-help = This list
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
part-only = Only around { $name }
lit-done = done

look-title = Colours
look-light = light
look-dark = dark
look-contrast = high contrast
look-projector = projector
look-mono = black and white
