# The story: what the room sees.

story-counter = { $number } of { $all }
story-fictional = invented family
story-others = { $count ->
    [one] and 1 more person
   *[other] and { $count } more people
}
story-nobody = Nobody in the picture.

story-small = The names are { $size } points high. For a room that must be { $least } at least: show fewer people.
story-has-name = There is a name in the sentence, and names are off. The sentence is left out.
story-answer-shown = The thread is seen while the room still guesses. Choose it for when you show it.
story-too-long = The sentence is too long for the screen. Its end is left out.
story-doubt = Scene { $number }: { $doubt }

# The page on which the story is made, and the window of who tells.

bar-story = Story
do-show-story = To the story
do-record-scene = Record this as a scene of the story
do-scene-before = To the scene before
do-scene-after = To the next scene
do-scene-earlier = Put this scene earlier
do-scene-later = Put this scene later
do-duplicate-scene = Copy this scene
do-remove-scene = Take this scene away
do-tell = Present
do-second-window = Second window
do-tell-next = On with the story
do-tell-back = Back in the story
do-tell-blank = Dark screen, or light again
do-tell-pointer = Pointer, or none
do-tell-again = Story from the start
do-tell-end = Stop presenting
story-scene-title = Scene { $number }
story-of = of { $all }
story-scene-named = Scene { $number }: { $title }
story-strip = The story
story-strip-hint = { $count ->
    [one] 1 scene · drag to reorder, or Ctrl and arrows
   *[other] { $count } scenes · drag to reorder, or Ctrl and arrows
}
story-record = Record
story-record-hint = what is on the map now
story-stage = This is what the room sees
story-empty-title = No story yet
story-empty-one = 1. Go to the map. Bring into view who and what you want to show.
story-empty-two = 2. Record it as a scene, with the button below or with the key.
story-empty-three = 3. Write one sentence with it. Then the next scene.
story-field-text = Sentence on the screen (one sentence)
story-field-title = Name of this scene
story-field-reveal = Sentence when you show it
story-field-notes = Notes
story-field-trap = Pitfall
story-field-year = Year (empty: today)
story-field-minutes = How many minutes
story-guess = Guess first, then show
story-part-guess = guess first
story-part-reveal = then show
story-private = For you alone
story-who = Who is seen (tap on the map to leave out)
story-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
story-everybody = Everybody
story-nobody-first = Nobody
story-in-view = Who is in view on the map
story-chosen = Who is chosen
story-nobody-yet = Nobody yet: choose whom to show
story-behind = { $count ->
    [one] 1 person stands behind a number with a plus
   *[other] { $count } people stand behind a number with a plus
 }
story-leave-out = Leave { $name } out of this scene
story-names = Names
story-strands = Thread
story-strands-revealed = Thread when you show it
story-no-strand = none
story-lens = What you look at
story-never = Notes and sensitive things are never on the screen.
story-second-on = Second window: on
story-recorded = Recorded as scene { $number } of the story.
story-duplicated = Scene { $number } is a copy.
story-removed = That scene is gone.
story-moved = This is scene { $number } now.
story-none = There is no story to show yet. Record a scene first.
story-dark = The screen is dark.
teller-title = for who tells
teller-busy = { $minutes ->
    [one] busy for 1 minute
   *[other] busy for { $minutes } minutes
}
teller-left = { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
}
teller-guess = The room guesses now
teller-reveal = Now you show it
teller-told = Now
teller-no-notes = No notes with this scene.
teller-trap = Pitfall: { $trap }
teller-next = Next
teller-next-reveal = Next: show it
teller-last = This is the last scene
teller-show = show it
teller-back = back
teller-on = next
teller-dark = dark
teller-pointer = pointer
teller-again = again
teller-end = stop
