# Het paneel rechts en het venster met thema's.

person-no-name = zonder naam
person-is-focus = hoofdpersoon
person-parent-of = ouder van { $names }
person-lives-in = woont in { $names }
list-and = en
person-name = Naam
person-birth-name = Naam bij geboorte
person-born = Geboren
person-living = Leeft
person-dead = Overleden
person-died = Overleden in
date-hint = Dit begrijpen we niet; het blijft hier staan. Typ een jaar of een datum, zoals 1979, 12 maart 1979, 12-3-1979, rond 1979, voor 1980, tussen 1978 en 1980, jaren 70 of 3 jaar geleden.
moment-hint = Dit begrijpen we niet; het blijft hier staan. Typ een leeftijd, een tijd van het leven of een datum, zoals 19 jaar, rond 19, tussen 17 en 19, als kind, als tiener, later, 1998, in de jaren 90, vorig jaar of 3 jaar geleden.
person-gender = Geslacht
gender-woman = vrouw
gender-man = man
gender-non-binary = non-binair
gender-unknown = weet ik niet
life-born = Geboren
life-pregnancy = In verwachting
life-miscarriage = Miskraam
life-stillbirth = Doodgeboren
life-abortion = Afgebroken zwangerschap
person-entries = Wat speelt er
person-add-entry = Iets toevoegen
person-strengths = Krachten
person-add-strength = Kracht toevoegen
strength-remove = Haal weg
person-skills = Vaardigheden
person-more-skills = Meer vaardigheden
person-goals = Doelen
person-notes = Notities
person-remove = Haal van de kaart
person-focus-on = Maak hoofdpersoon
person-focus-off = Geen hoofdpersoon meer
said-yes = ja
said-no = gevraagd: nee
said-maybe = misschien
since = sinds { $moment }
until = tot { $moment }
age-years = { $age } jaar
age-about = rond { $age }
age-between = tussen { $a } en { $b } jaar
phase-child = als kind
phase-teenager = als tiener
phase-later = later
going-on-now = speelt nu
going-on-before = vroeger
going-on-unknown = weet niet
skill-goes-well = gaat goed
skill-varies = wisselt
skill-hard = lastig
union-title-two = { $a } en { $b }
union-title-none = Broers en zussen
union-kind = Wat voor relatie
union-married = getrouwd
union-registered = geregistreerd
union-living-together = samenwonend
union-living-apart = LAT
union-engaged = verloofd
union-relationship = relatie
union-brief = kort
union-from = Vanaf
union-ending = Is het voorbij?
ending-none = nee
ending-separated = uit elkaar
ending-divorced = gescheiden
ending-death = overlijden
union-until = Tot
union-together-again = Weer bij elkaar in
union-children = Kinderen
union-add-child = Kind toevoegen
union-remove = Haal deze relatie weg
bond-birth = geboren
bond-adopted = geadopteerd
bond-foster = pleegkind
bond-step = stiefkind
bond-guardian = voogdij
bond-donor = donor
palette-title = Wat speelt er bij { $name }?
palette-title-strengths = Wat is sterk bij { $name }?
palette-search = Zoek of typ
palette-nothing = Niets gevonden. Typ het in eigen woorden en druk op Enter.
palette-in-own-words = In eigen woorden: „{ $words }”
palette-which-area = Waar hoort „{ $words }” bij?
palette-no-area = Weet ik niet, of nergens bij
palette-since = Sinds leeftijd of jaar
palette-own-words = Eigen woorden
palette-remove = Haal weg
palette-not-today = Niet vandaag
palette-close = Klaar

# Het paneel met rode draden.

strands-title = Rode draden
strands-subtitle = Wat komt terug in deze familie?
strands-none = Er is nog niets dat terugkomt. Zet bij meer mensen wat er speelt en wat sterk is.
strands-more = { $count ->
    [one] Nog 1
   *[other] Nog { $count }
 }
strands-fewer = Minder
strands-stops = Hier verandert het
strands-strengths = Krachten die doorgaan
strands-strengths-now = Krachten
strands-strength-of = { $who }: { $what }
strands-unknown = Wat we niet weten
strands-doubts = Klopt dit?
strands-doubts-more = { $n ->
    [one] En nog één ding.
   *[other] En nog { $n } dingen.
}
strands-overview = Bekijk het overzicht
strands-star = Dit is belangrijk: { $title }
strands-recognise = Herkennen jullie dit?
strands-yes = ja
strands-no = nee
strands-dont-know = weet niet
strands-comment = Wat zeggen jullie erover?
strands-open = Lees meer over: { $title }
strands-close = Lees minder over: { $title }
strands-dismiss = Laat dit weg
strands-first-step = Eerste stap
strands-ask = Van { $name } weten we het niet.

palette-frequent = Vaak gebruikt; met dit cijfer ook op de kaart
