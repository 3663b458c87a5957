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

scene-line-between = { $a } and { $b }: { $kind }
scene-line-since = since { $year }
scene-line-until = until { $year }
union-told-since = together since { $from }
union-told-from-once = together from { $from }
union-told-until = together until { $until }
union-told-span = together { $from } – { $until }
union-told-again = together again since { $year }
union-told-death = until one of them died
union-told-brief = short relationship

scene-ancestors = { $number } generations back
scene-great-grandparents = Great-grandparents
scene-grandparents = Grandparents
scene-parents = Parents
scene-own-generation = Own generation
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
scene-bond-with = { $bond } ({ $name })

scene-fictional = FICTIONAL
scene-living-together = live together, not married
scene-engaged = engaged
scene-relationship = relationship
scene-brief = brief relationship
scene-divorced = divorced
scene-separated = separated
scene-again = together again
scene-sign-again = apart, then together again
scene-sign-dead = died
scene-sign-expected = pregnancy
scene-sign-lost = miscarriage
scene-sign-ended = ended pregnancy
scene-sign-stillborn = stillborn
scene-sign-crowd = several people together
scene-sign-unknown = gender not known
scene-sign-non-binary = non-binary
scene-sign-twins-identical = identical twins
scene-sign-twins-unknown = twins: not known if identical
scene-line-guardian = guardian
scene-line-donor = donor
scene-sign-folded = so many people folded away
scene-blood-relatives = partners who are also relatives
scene-twins = twins
scene-sign-living-apart = together, each in a home of their own
scene-focus = who this is about
scene-household = live in one home now
scene-household-then = lived in one home then
scene-absent = not there yet, or we are not sure
scene-not-born = not born yet
scene-new = new this year
scene-changed = something changed here
scene-home = { $name }: { $people } { $n ->
    [one] lives
   *[other] live
} here.
scene-home-nameless = A home: { $n ->
    [one] 1 person lives
   *[other] { $n } people live
} here.
scene-before-now = light: in the past
scene-maybe = maybe
scene-undated = we do not know when
scene-asked-no = asked: no
scene-ended-with = got out of it
scene-house = small house: live together
scene-houses = small house: live together (same number)
scene-line-adopted = adopted
scene-line-foster = foster child
scene-line-step = stepchild
scene-over = passes over somebody
scene-stops = goes no further here
scene-ring = has or had it
scene-ring-over = in the past, not any more
scene-ring-beside = partner or other who has or had it
scene-sign-hop = lines cross
scene-sign-more-loops = more threads around somebody
scene-sign-more-tiles = there is more than fits here
scene-fades = may go on
scene-open = we do not know

scene-partner-with = Partner: { $kind }
scene-young-parent = Mother or father young
scene-theme-separated = Separated
scene-lone-parent = Alone with a child
scene-placed-out = Grew up away from home
scene-early-death = Died young
scene-lost-parent-young = Lost a parent young

scene-overview-title = What is going on in which generation?
scene-overview-explained = Every box says who has it, or had it. ‘Nothing to see’: nothing was entered, or it is closed.
scene-overview-cards-title = What comes back in which generation?
scene-overview-cards-explained = The same cards as beside the map. ‘Nothing to see’: nothing was entered, or it is closed.
scene-overview-left-out = Nothing to see yet for: { $areas }.
scene-cell-not = no
scene-cell-hard = hard
scene-cell-varies = varies
scene-cell-well = goes well
scene-cell-young = only young people
scene-cell-empty = nothing to see
scene-cell-line = from parent to child
scene-skills = Skills
scene-skill-varies = { $skill }: varies
scene-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
scene-strengths = Strengths
scene-sign-first = this comes first, says the client (1, 2, 3)

scene-supports = Who helps
scene-tie-helps = helps
scene-tie-costs = costs energy
scene-tie-both = helps and costs energy
scene-tie-ended = help that is over
scene-support-other = help from nearby
scene-support-tie = { $how }: { $who }
life-title = Lifelines
life-explained-age = Everybody begins at 0: the same age stands in one column.
life-explained-years = Everybody at their own place in time.
life-apart = separated
life-partner-died = { $name } died
life-of = { $what } (of { $who })
life-helps = { $who }: helps
life-helped = { $who }: helped
life-help-both = { $who }: helps and costs energy
life-help-costs = { $who }: costs energy
life-child = child
life-teenager = teenager
life-grown-up = adult
life-age = { $age }
life-goal = goal: { $what }
life-between = between { $a } and { $b }
life-from-until = { $what }: from { $from } to { $until }
life-from-now = { $what }: since { $from }, still now
life-from-over = { $what }: since { $from }, over now
life-until = { $what }: until { $until }, we do not know since when
life-now = { $what }: now, we do not know since when
life-over = { $what }: over, we do not know when
life-said-first-child = First child: { $what }, { $age }
life-said-child = Child: { $what }, { $age }
life-said-goal = Goal: { $what }
life-said-event = { $what }, { $age }
life-sign-still = goes on
life-sign-over = is over
life-sign-about = about
life-sign-unknown = we do not know since when
life-sign-help = help
life-sign-grown-up-with = grows up with: of a parent
life-sign-first-child = first child
life-sign-child = child
life-sign-together = together
life-sign-partner-died = partner died

scene-goal-open = goal
scene-goal-reached = goal reached
scene-goal-let-go = goal let go
scene-goal-said = { $state }: { $goal }
