# Het paneel rechts en het venster met thema's.

panel-letters = U bent in het paneel. Letters en cijfers doen hier niets. Met F6 gaat u terug naar de kaart.
panel-top = Paneel
person-no-name = zonder naam
unborn-pregnancy = in verwachting
unborn-miscarriage = miskraam
unborn-stillbirth = doodgeboren kind
unborn-abortion = afgebroken zwangerschap
unborn-several = meer kinderen
names-covered = Niet te zien zolang de namen uit staan.
person-is-focus = hoofdpersoon
person-is-focus-nth = hoofdpersoon { $nth }
person-parent-of = { $kind ->
    [woman] moeder van { $names }
    [man] vader van { $names }
   *[other] ouder van { $names }
}
person-lives-in = woont in { $names }
list-and = en
person-name = Naam
person-birth-name = Naam bij geboorte
person-given-names = Alle voornamen
person-also = Hoort ook bij de naam, zoals Sr.
person-born = Geboren
person-living = Leeft
person-dead = Overleden
person-died = Overleden in
date-hint = Dit begrijpen we niet; het blijft hier staan. Typ een jaar of een datum, zoals 1979, 12 maart 1979, 12-3-1979, rond 1979, voor 1980, tussen 1978 en 1980, jaren 70 of 3 jaar geleden.
day-hint = Dit begrijpen we niet; het blijft hier staan. Typ een datum, zoals 12 maart 2027, 12-3-2027 of 2027.
number-hint = Dit begrijpen we niet; het blijft hier staan. Typ een getal, zoals 3.
moment-hint = Dit begrijpen we niet; het blijft hier staan. Typ een leeftijd, een tijd van het leven of een datum, zoals 19 jaar, rond 19, tussen 17 en 19, als kind, als tiener, later, 1998, in de jaren 90, vorig jaar of 3 jaar geleden.
person-gender = Geslacht
gender-woman = vrouw
gender-man = man
gender-non-binary = non-binair
gender-unknown = weet ik niet
person-due = Verwacht in
person-lost = Wanneer
person-lost-died = Gestorven in, als jullie dat weten
life-kind = Wat is het
life-other = Zwanger, verlies, meer…
life-several = Meer kinderen, aantal niet bekend
life-how-many = Hoeveel zijn het er?
person-twin-of = Tweeling of meerling met { $names }
twin-identical = eeneiig
twin-fraternal = twee-eiig
person-more = Meer over { $name }
person-work = Werk of school
person-wish = Eigen wens
person-wish-more = Nog een wens
person-origin = Komt uit
person-language = Taal
person-faith = Geloof
person-cause-of-death = Overleden aan
related = { $other } is voor { $of }: { $word }.
related-not = Hoe { $other } en { $of } familie zijn, staat niet op de kaart.
life-born = Geboren
life-pregnancy = In verwachting
life-miscarriage = Miskraam
life-stillbirth = Doodgeboren
life-abortion = Afgebroken zwangerschap
person-entries = Wat speelt er
person-add-entry = Iets toevoegen
person-strengths = Krachten
person-add-strength = Kracht toevoegen
person-skills = Vaardigheden
person-more-skills = Kies een vaardigheid
person-goals = Doelen
person-notes = Notities
note-more = Nog een notitie
note-from = Van wie komt dit?
note-share = Met wie mag dit gedeeld worden?
hidden-things = Gevoelige dingen
hidden-open-for = open voor { $who }
hidden-open = open
hidden-close = weer verbergen
hidden-shut = sluit
person-coach-notes = Notities van de coach
said-yes = ja
said-no = gevraagd: nee
said-maybe = misschien
since = sinds { $moment }
since-age = vanaf { $moment }
since-phase = { $moment } begonnen
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
skill-says = { $skill }: wie zegt dit?
skill-explain = Wat is dit? { $skill }
skill-looks = Hoe ziet dat eruit?
skill-try = Probeer eens
skill-learning = { $n ->
    [1] { $who } leert dit nog. Dat hoort bij deze leeftijd.
   *[other] { $who } leren dit nog. Dat hoort bij deze leeftijd.
}
skill-stress-title = Bij veel stress
skill-stress = Je hoofd werkt dan anders: je ziet vooral wat nú moet. Dat heeft iedereen, en je kunt het oefenen. Kinderen leren het van grote mensen. Samen oefenen helpt jullie allebei.
map-part = { $what } Deel { $n } van { $of }, bij { $who }.
asked-about = Dit weten we nog niet van { $who }. Tik om het te vertellen.
asked-now = { $title }: hoe is dat bij { $who }?
asked-then = { $title }: hoe was dat bij { $who }?
union-title-two = { $a } en { $b }
union-title-none = Broers en zussen
relation-since = Sinds
relation-until = Tot
relation-kind = Hoe is het tussen deze twee?
relation-turn = Draai om: { $sentence }
relation-according-to = Wie zegt dit?
relation-closed = Verborgen
relation-closed-hint = Deze lijn is verborgen. Hij staat alleen op de kaart zolang u hem hier open hebt.
relation-to-person = Naar { $name }
relation-remove = Haal deze lijn weg

person-family = Familie
person-parents = ouders
person-one-parent = ouder
person-parents-unknown = ouders niet bekend
person-parents-as = ouders · { $bond }
person-with = Met { $name }
person-alone-with = Alleen, met { $names }
whom-hint = Om wie gaat het? Typ een naam, of tik iemand aan op de kaart.
whom-who = Zoek of typ een naam
whom-cannot = Dat kan niet bij { $name }.
join-title = Wie hoort bij { $name }?
related-title = Hoe is iemand familie van { $name }?
join-cancel = Toch niet
join-who = Zoek of typ een naam
join-sibling = broer of zus
join-partner = partner
join-child = kind
join-parents = ouders
join-how = Hoe horen deze ouders erbij?
join-instead = in plaats van { $parents }
join-by-birth = ouders bij geboorte
join-adoptive = adoptieouders
join-foster = pleegouders
join-step = stiefouders
join-new = Nieuw: { $name }

union-lone = Een ouder alleen
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
ending-death = door overlijden
union-state-death = tot overlijden
union-until = Tot
union-together-again = Weer bij elkaar in
union-children = Kinderen
union-add-child = Kind toevoegen
union-remove = Haal deze relatie weg
child-bond = Hoe hoort { $who } bij deze ouders?
child-bond-each = Bij elke ouder anders
child-bond-with = Hoe hoort { $who } bij { $parent }?
bond-with = { $bond } bij { $parent }
child-from = { $who } hier sinds
child-until = { $who } hier tot
child-before = vóór { $other }
child-after = na { $other }
child-by-age = Zij staan van oud naar jong: hun geboortejaar is bekend.
child-look = Ga naar { $who }
child-unlink = Hoort hier niet bij
child-unlinked = { $who } hoort niet meer bij { $parents }. { $who } blijft op de kaart.
union-partner-out = Haal { $who } uit deze relatie
union-partner-out-children = { $who } hoort niet meer bij deze relatie. { $who } blijft op de kaart. De kinderen blijven bij { $other }.
union-partner-out-alone = { $who } en { $other } zijn geen stel meer. Allebei blijven ze op de kaart.

household-no-name = Een huis
household-people = een huis · { $n ->
    [one] 1 mens
   *[other] { $n } mensen
}
household-name = Hoe heet dit huis?
household-members = Wie woont hier?
household-all = Allemaal erbij
household-others = Iemand anders erbij
household-find = Zoek een naam
household-also = { $who } woont ook in een ander huis: { $home }.
household-from = Sinds
household-until = Tot
household-stays = Wanneer woonde ieder hier?
household-stay-from = { $who } hier sinds
household-stay-until = { $who } hier tot
tie-from = Bij { $who } sinds
tie-until = Bij { $who } tot
household-another = { $who } woont ook ergens anders
household-remove = Haal dit huis weg
household-remove-hint = De mensen blijven op de kaart.
household-ask = { $n ->
    [one] Woont
   *[other] Wonen
} { $who } ook { $called ->
    [home] in
   *[people] bij
} { $home }?
household-ask-yes = Ja
household-ask-no = Nee
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
palette-answers = Weet u meer? Zet er nu, vroeger, misschien, nee of een jaar achter.
palette-unknown = Weet niet: er komt niets op de kaart.
palette-own-kinds = Eigen woorden op deze kaart
palette-skill-no-year = Bij een vaardigheid hoort geen jaar. Dat wordt niet bewaard.
palette-kept = Wat u typte stond niet in de lijst. Het staat nu in eigen woorden bij { $name }.
palette-in-own-words = In eigen woorden: „{ $words }”
palette-which-area = Waar hoort „{ $words }” bij?
palette-no-area = Weet ik niet, of nergens bij
palette-since = Sinds leeftijd of jaar
palette-own-words = Eigen woorden
palette-remove = Haal weg
palette-not-today = Niet vandaag
palette-close = Klaar
entry-first = Eerst
entry-rank = Komt op plaats { $rank }
entry-until = Tot
entry-helped = Wat helpt
entry-according-to = Wie zegt dit
entry-support = Welke hulp
entry-weight = Hoe zwaar
weight-little = een beetje
weight-much = erg
entry-sensitive = Is gevoelig
entry-is-hidden = Dit is gevoelig. Het is bewaard, en alleen te zien als iemand het opent.
entry-removed = „{ $what }” is weg.
entry-put-off = Dit is vandaag niet te zien. Kies in het menu „Laat weer zien” om het terug te halen.
detail-close = Sluit: { $what }
strength-helped-with = Heeft geholpen bij
family-goals = Doelen van de familie
goal-add = Doel erbij
goal-no-words = Nieuw doel
goal-text = Wat willen jullie bereiken?
goal-first-step = Wat is de eerste stap?
goal-by = Wanneer klaar
goal-by-day = klaar: { $day }
goal-by-past = Deze dag is al voorbij. Klopt de dag?
goal-helper = Wie helpt
goal-supports = Welke hulp werkt eraan
goal-answers = Waar is het een antwoord op
goal-open = mee bezig
goal-reached = gehaald
goal-let-go = losgelaten
goal-reached-on = gehaald { $day }
goal-let-go-on = losgelaten { $day }
goal-flag = Doel van { $who }: { $goal }, { $state }
goal-of-family = de familie
wish-label = De wens of de vraag
dream-label = Waar dromen jullie van?
wish-add = Wat is de wens?
wish-change = Wijzig de wens
wish-done = Klaar
throw-away-label = Gooi deze kaart weg op
throw-away-what = Dit is een afspraak. De kaart gaat niet vanzelf weg: na deze dag vraagt het programma of de kaart weg mag.
about-title = Over deze kaart
about-fictional = Is deze familie verzonnen?
about-fictional-no = nee, echte mensen
about-fictional-yes = ja, iedereen is verzonnen
about-fictional-what = Zegt u ja, dan staat er op papier en in het verhaal bij dat de familie verzonnen is.
about-today = Tot welke dag tellen de leeftijden?
about-today-fix = Zet vast op { $date }
about-today-free = Tel weer tot vandaag
about-today-what = Staat hier niets, dan tellen de leeftijden steeds tot vandaag.
about-lang = Taal van het gesprek
about-lang-nl = Nederlands
about-lang-en = Engels
about-lang-what = In deze taal praat u met de familie. De kaart, de bladen en de plaatjes zijn in de taal van het venster: wat u ziet, komt op papier.
about-lang-speak = Zet het venster op: { $lang }
strands-dream = De droom: „{ $dream }”

# Het paneel met rode draden.

strands-title = Rode draden
strands-subtitle = Wat komt terug in deze familie?
strands-wish = De wens: „{ $wish }”
strands-who = Wie zit er aan tafel? Kies de hoofdpersoon: dan staat hier wat er terugkomt.
strands-later = Als jullie meer willen zien
strands-reveal = Gevoelige dingen laten zien
strands-hide = Gevoelige dingen weer verbergen
strands-hidden = Gevoelige dingen
strands-hidden-none = Hier is niets dat terugkomt.
strands-dismissed = Weggelegde kaarten
strands-bring-back = Haal terug: { $title }
strands-how = Hoe weten we dit?
strands-numbers = Ja: { $yes }. Nee: { $no }. Misschien: { $maybe }. Nog niet bekend: { $unknown }.
strands-chance = Dat kan ook toeval zijn.
strands-counts-maybe = Hier telt ‘misschien’ als ja: { $title }.
strands-none = Er is nog niets dat terugkomt. Zet bij meer mensen wat er speelt en wat sterk is.
strands-more = { $count ->
    [one] Nog 1
   *[other] Nog { $count }
 }
strands-fewer = Minder
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

palette-frequent = Vaak gebruikt; met dit cijfer ook op de kaart

# Eigen woorden van deze kaart.
own-kind-for = { $n ->
    [one] Een eigen woord van deze kaart. Het staat op 1 plaats.
   *[other] Een eigen woord van deze kaart. Het staat op { $n } plaatsen.
}
own-kind-label = Het woord (verandert overal)
own-kind-area = Hoort bij
own-kind-remove = Haal dit woord overal weg
own-kind-moved = „{ $what }” hoort nu overal bij { $area }. Wat erbij stond, blijft staan.
own-kind-moved-nowhere = „{ $what }” hoort nu nergens bij. Wat erbij stond, blijft staan.
own-kind-removed = { $n ->
    [one] „{ $what }” is weg van 1 plaats, met wat erbij stond.
   *[other] „{ $what }” is weg van { $n } plaatsen, met wat erbij stond.
}

support-name = Naam
support-tied = Wie krijgt hulp?
support-others = Iemand anders op de kaart
support-kind = Wie of wat is het?
support-kinds-more = Meer soorten hulp
support-kind-find = Zoek een soort hulp
support-words = In eigen woorden
support-via = { $support }, via { $home }
support-for = Voor { $who }
support-both = allebei
support-ended = is voorbij
support-areas = Waar gaat de hulp over?
support-goals = Werkt mee aan
support-add = Voeg toe wie helpt
tie-title = Wie krijgt hulp van { $support }?
tie-hint = Typ een naam of een huis, of tik op de kaart.
tie-who = Zoek een naam of een huis
support-remove = Haal deze hulp weg
help-practical = doet dingen
help-company = is er gewoon
help-advice = denkt mee
help-emotional = luistert en troost
