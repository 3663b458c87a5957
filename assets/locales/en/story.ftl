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
story-too-long = The sentence is too long for the screen. Its end is left out.
story-doubt = Scene { $number }: { $doubt }
