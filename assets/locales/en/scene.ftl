# Words that stand in the picture of the family.

scene-untitled = Family map
scene-description = Family map with { $people ->
    [one] 1 person
   *[other] { $people } people
} in { $generations ->
    [one] 1 generation
   *[other] { $generations } generations
}.
scene-somebody = Somebody without a name
scene-more-tiles = { $count } more
scene-before = before { $year }
scene-after = after { $year }
scene-expected = expected { $year }

scene-ancestors = { $number } generations back
scene-great-grandparents = Great-grandparents
scene-grandparents = Grandparents
scene-parents = Parents
scene-children = Children
scene-grandchildren = Grandchildren
scene-great-grandchildren = Great-grandchildren
scene-descendants = { $number } generations on
scene-generation = Generation { $number }

scene-living-apart = LAT
scene-adopted = adopted
scene-guardian = guardian
scene-donor = donor
scene-foster = foster child
