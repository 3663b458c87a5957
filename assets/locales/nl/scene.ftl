# Words that stand in the picture of the family.

scene-untitled = Familiekaart
scene-description = Familiekaart met { $people ->
    [one] 1 mens
   *[other] { $people } mensen
} in { $generations ->
    [one] 1 generatie
   *[other] { $generations } generaties
}.
scene-somebody = Iemand zonder naam
scene-more-tiles = nog { $count }
scene-before = vóór { $year }
scene-after = na { $year }
scene-expected = verwacht { $year }

scene-line-between = { $a } en { $b }: { $kind }
scene-line-since = sinds { $year }
scene-line-until = tot { $year }
union-told-since = samen sinds { $from }
union-told-from-once = samen vanaf { $from }
union-told-until = samen tot { $until }
union-told-span = samen { $from } – { $until }
union-told-again = weer samen sinds { $year }
union-told-death = tot een van hen overleed
union-told-brief = korte relatie

scene-ancestors = { $number } generaties terug
scene-great-grandparents = Overgrootouders
scene-grandparents = Grootouders
scene-parents = Ouders
scene-own-generation = Eigen generatie
scene-children = Kinderen
scene-grandchildren = Kleinkinderen
scene-great-grandchildren = Achterkleinkinderen
scene-descendants = { $number } generaties verder
scene-generation = Generatie { $number }

scene-living-apart = LAT
scene-adopted = adoptie
scene-guardian = voogdij
scene-donor = donor
scene-foster = pleegkind
scene-bond-with = { $bond } ({ $name })

scene-fictional = FICTIEF
scene-living-together = wonen samen, niet getrouwd
scene-engaged = verloofd
scene-relationship = relatie
scene-brief = korte relatie
scene-divorced = gescheiden
scene-separated = uit elkaar
scene-again = weer bij elkaar
scene-sign-again = uit elkaar en weer bij elkaar
scene-sign-dead = overleden
scene-sign-expected = zwangerschap
scene-sign-lost = miskraam
scene-sign-ended = afgebroken zwangerschap
scene-sign-stillborn = doodgeboren
scene-sign-crowd = meer mensen samen
scene-sign-unknown = geslacht niet bekend
scene-sign-non-binary = non-binair
scene-sign-twins-identical = eeneiige tweeling
scene-sign-twins-unknown = tweeling: niet bekend of die eeneiig is
scene-line-guardian = voogdij
scene-line-donor = donor
scene-sign-folded = zoveel mensen ingeklapt
scene-blood-relatives = partners en familie van elkaar
scene-twins = tweeling
scene-sign-living-apart = samen, elk in een eigen huis
scene-focus = om wie het gaat
scene-household = wonen nu in één huis
scene-household-then = woonden toen in één huis
scene-absent = er nog niet, of wij weten dat niet zeker
scene-not-born = nog niet geboren
scene-new = nieuw in dit jaar
scene-changed = hier is iets veranderd
scene-home = { $name }: hier { $n ->
    [one] woont
   *[other] wonen
} { $people }.
scene-home-nameless = Een huis: hier { $n ->
    [one] woont 1 mens
   *[other] wonen { $n } mensen
}.
scene-before-now = licht: vroeger
scene-maybe = misschien
scene-undated = wanneer, weten we niet
scene-asked-no = gevraagd: nee
scene-ended-with = is eruit
scene-house = huisje: wonen samen
scene-houses = huisje: wonen samen (zelfde cijfer)
scene-line-adopted = adoptie
scene-line-foster = pleegkind
scene-line-step = stiefkind
scene-over = over iemand heen
scene-stops = gaat hier niet verder
scene-ring = heeft of had het
scene-ring-over = vroeger, nu niet meer
scene-ring-beside = partner of ander die het heeft of had
scene-sign-hop = lijnen kruisen elkaar
scene-sign-more-loops = nog meer draden bij iemand
scene-sign-more-tiles = er is meer dan hier past
scene-fades = loopt misschien verder
scene-open = weten we niet

scene-partner-with = Partner: { $kind }
scene-young-parent = Jong moeder of vader
scene-theme-separated = Uit elkaar gegaan
scene-lone-parent = Alleen voor een kind
scene-placed-out = Niet thuis opgegroeid
scene-early-death = Jong gestorven
scene-lost-parent-young = Jong een ouder verloren

scene-overview-title = Wat speelt er in welke generatie?
scene-overview-explained = In elk vak staat bij wie iets speelt of speelde. ‘Niets te zien’: er is niets ingevuld, of het staat dicht.
scene-overview-cards-title = Wat komt terug in welke generatie?
scene-overview-cards-explained = Dezelfde kaarten als bij de familiekaart. ‘Niets te zien’: er is niets ingevuld, of het staat dicht.
scene-overview-left-out = Nog niets te zien bij: { $areas }.
scene-cell-not = nee
scene-cell-hard = lastig
scene-cell-varies = wisselt
scene-cell-well = gaat goed
scene-cell-young = alleen jonge mensen
scene-cell-empty = niets te zien
scene-cell-line = van ouder op kind
scene-skills = Vaardigheden
scene-skill-varies = { $skill }: wisselt
scene-people = { $count ->
    [one] 1 mens
   *[other] { $count } mensen
}
scene-strengths = Krachten
scene-sign-first = dit komt eerst, zegt de cliënt (1, 2, 3)

scene-supports = Wie helpt
scene-tie-helps = helpt
scene-tie-costs = kost energie
scene-tie-both = helpt en kost energie
scene-tie-ended = hulp die voorbij is
scene-support-other = hulp van dichtbij
scene-support-tie = { $how }: { $who }
life-title = Levenslijnen
life-explained-age = Ieder begint bij 0: dezelfde leeftijd staat onder elkaar.
life-explained-years = Ieder op de eigen plek in de tijd.
life-apart = uit elkaar
life-partner-died = { $name } overleden
life-of = { $what } (van { $who })
life-helps = { $who }: helpt
life-helped = { $who }: hielp
life-help-both = { $who }: helpt en kost kracht
life-help-costs = { $who }: kost kracht
life-child = kind
life-teenager = puber
life-grown-up = volwassen
life-age = { $age } jaar
life-goal = doel: { $what }
life-between = tussen { $a } en { $b }
life-from-until = { $what }: van { $from } tot { $until }
life-from-now = { $what }: vanaf { $from }, nu nog
life-from-over = { $what }: vanaf { $from }, nu voorbij
life-until = { $what }: tot { $until }, sinds wanneer weten we niet
life-now = { $what }: nu, sinds wanneer weten we niet
life-over = { $what }: voorbij, wanneer weten we niet
life-said-first-child = Eerste kind: { $what }, { $age }
life-said-child = Kind: { $what }, { $age }
life-said-goal = Doel: { $what }
life-said-event = { $what }, { $age }
life-sign-still = speelt nog
life-sign-over = is voorbij
life-sign-about = ongeveer
life-sign-unknown = sinds wanneer weten we niet
life-sign-help = hulp
life-sign-grown-up-with = groeit op met: van een ouder
life-sign-first-child = eerste kind
life-sign-child = kind
life-sign-together = samen
life-sign-partner-died = partner overleden

scene-goal-open = doel
scene-goal-reached = doel gehaald
scene-goal-let-go = doel losgelaten
scene-goal-said = { $state }: { $goal }
