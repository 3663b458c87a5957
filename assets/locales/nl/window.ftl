# Het venster: balken, kaart, vragen.

home-line = Teken de familie. Zie wat terugkomt, en waar het stopte.
home-new = Nieuwe kaart
home-open = Open een kaart…
home-cases = Oefenen met een bedacht gezin
home-cases-why = Voor training. Met verhaal, vragen en antwoorden. U werkt in een kopie.
home-story = verhaal
level-all = alle
level-begin = begin
level-further = verder
level-hard = lastig
case-three-times = Drie keer jong moeder
case-three-times-blurb = Kim wil het anders voor haar kinderen. Wie ging haar voor?
case-grandpa = Net als opa
case-grandpa-blurb = Samu is vijf en vaak druk. Wat weten we van opa?
case-age = De leeftijd van opa
case-age-blurb = Harmen was vaak somber. Wat hielp hem er weer bovenop?
case-who-talks = Wie praat met wie
case-who-talks-blurb = Sommige mensen praten niet meer. Petra zoekt rust voor haar kinderen.
case-nineteen = Negentien
case-nineteen-blurb = Een jonge moeder, vier organisaties, één plan. Wie doet wat?
case-two-languages = Twee talen aan tafel
case-two-languages-blurb = Een neefje woont bij tante. Wat ging mee uit het oude land?
case-farm = Het erf
case-farm-blurb = Vier generaties op één boerderij. Wat blijft er liggen?
case-stopped = Waar het ophield
case-stopped-blurb = Veel kwam terug, bijna alles hield op. Wie of wat hielp?
home-history = Families uit de geschiedenis
home-recent = Laatst geopend
home-people = { $people ->
    [one] 1 mens
   *[other] { $people } mensen
}

bar-home = Beginscherm
bar-title = Titel van de kaart
bar-untitled = Kaart zonder titel
bar-saved = bewaard
bar-unsaved = nog niet bewaard
bar-map = Kaart
bar-overview = Overzicht
bar-search = Zoek op de kaart
bar-not-found = Niets te zien met die woorden
found-line = Lijn: { $words }
found-support = Hulp: { $words }
found-home = Huis: { $words }
bar-menu = Menu
bar-language = Taal
overview-areas = Per levensgebied
overview-cards = Wat terugkomt

zoom-in = Dichterbij
zoom-out = Verder weg
zoom-fit = Toon alles
map-small = De hele familie, klein
map-first = Zet iemand op de kaart
map-tidy = Netjes: laat iedereen los

node-things = { $n ->
    [one] 1 ding ingevuld
   *[other] { $n } dingen ingevuld
}
node-couple = Relatie van { $a } en { $b }
node-lone-parent = Gezin van { $name }

halo-add = { $what } toevoegen
halo-add-for = { $what } van { $name } toevoegen
halo-parents = ouders
halo-partner = partner
halo-child = kind
halo-sibling = broer of zus
halo-entries = wat speelt er
halo-strength = kracht
halo-line = lijn
halo-more = Meer doen

line-title-from = Lijn van { $name } naar …
line-title = { $a } en { $b }
line-hint-who = Tik iemand aan op de kaart, of typ een naam.
line-hint-kind = Hoe is het tussen deze twee?
line-who = Naar wie?
line-kind = Zoek een woord
line-nothing-found = Dat staat er niet bij. Probeer een ander woord.
line-cancel = Toch geen lijn
line-added = Op de kaart: { $sentence }.
line-added-of-selected = Bewaard: { $sentence }. U ziet deze lijn als u een van de twee kiest.
line-added-unseen = Bewaard: { $sentence }. Lijnen staan nu niet op de kaart. U ziet deze lijn zolang u hem kiest.
line-kept = Deze lijn is bewaard. Hij is verborgen: u ziet hem tot u iets anders kiest.
line-kept-unseen = Deze lijn is bewaard. Hij is verborgen: u ziet hem nu niet.

name-field = Naam op de kaart
name-hint = naam en jaar
name-example = Bijvoorbeeld: Anna 1985 v
name-done = Klaar
name-next = Nog een
typed-born = geboren { $date }
typed-expected = verwacht { $date }
typed-on = datum: { $date }
typed-dead = overleden
typed-died = overleden { $date }
typed-apart = { $date ->
    [none] uit elkaar
   *[other] uit elkaar { $date }
}
typed-divorced = { $date ->
    [none] gescheiden
   *[other] gescheiden { $date }
}
typed-ended-by-death = { $date ->
    [none] partner overleden
   *[other] partner overleden { $date }
}
typed-again = weer bij elkaar { $date }
typed-married = { $date ->
    [none] getrouwd
   *[other] getrouwd { $date }
}
typed-registered = { $date ->
    [none] geregistreerd partnerschap
   *[other] geregistreerd partnerschap { $date }
}
typed-living-together = { $date ->
    [none] samenwonend
   *[other] samenwonend sinds { $date }
}
typed-living-apart = { $date ->
    [none] LAT-relatie
   *[other] LAT-relatie sinds { $date }
}
typed-engaged = { $date ->
    [none] verloofd
   *[other] verloofd { $date }
}
typed-relationship = { $date ->
    [none] relatie
   *[other] relatie sinds { $date }
}
typed-foster = { $date ->
    [none] pleegkind
   *[other] pleegkind sinds { $date }
}
typed-adopted = { $date ->
    [none] geadopteerd
   *[other] geadopteerd sinds { $date }
}
typed-step = { $date ->
    [none] stiefkind
   *[other] stiefkind sinds { $date }
}
typed-child = { $date ->
    [none] kind
   *[other] kind sinds { $date }
}
typed-twin = tweeling of meerling
typed-twin-identical = eeneiige tweeling
typed-twin-fraternal = twee-eiige tweeling
typed-birth-name = geboren als { $name }
typed-unknown = naam niet bekend
typed-kept = niet begrepen, blijft in de naam: { $words }
typed-kept-no-partner = er is hier niet één partner; blijft in de naam: { $words }
typed-kept-no-parents = er zijn nog geen ouders; blijft in de naam: { $words }
typed-kept-no-twin = er is nog geen broer of zus; blijft in de naam: { $words }
typed-kept-no-child = alleen een kind kan dit zijn; blijft in de naam: { $words }
typed-kept-twice = staat er al anders; blijft in de naam: { $words }
typed-kept-impossible = blijft in de naam: { $words }

removed-person = { $name } is van de kaart. De anderen blijven staan.
join-told-child = { $who } is { $bond ->
    [foster] pleegkind
    [adopted] adoptiekind
    [step] stiefkind
   *[other] een kind
 } van { $parents }.
join-told-new-child = Dit wordt een kind van { $parents }.
join-told-new-parent = Dit wordt een { $bond ->
    [foster] pleegouder
    [adopted] adoptieouder
    [step] stiefouder
   *[other] ouder
} van { $name }.
join-told-second-parent = Dit wordt ook een { $bond ->
    [foster] pleegouder
    [adopted] adoptieouder
   *[other] ouder
} van { $name }. Is er geen tweede? Druk op Esc: dan blijft het alleen { $first }.
join-told-moved = { $who } is nu een kind van { $parents }, niet meer van { $before }.
join-told-siblings = { $a } en { $b } hebben nu dezelfde ouders.
join-told-alone = alleen { $name }
join-told-unknown = ouders die we niet kennen
removed-union = De relatie is weg. De mensen blijven staan.
removed-home = Het huis is weg. De mensen blijven op de kaart.
removed-line = De lijn is weg. De mensen blijven staan.
moved-in = { $who } { $n ->
    [one] woont
   *[other] wonen
} nu ook { $called ->
    [home] in
   *[people] bij
} { $home }.
notice-letters = Andere letters
notice-undo = Zet terug
goal-added = Het doel staat op de kaart.

cancel = Annuleer
close = Sluit
file-stem = kaart
file-title-open = Open een kaart
file-title-save = Bewaar de kaart
file-title-copy = Zet een kopie ergens anders
file-name-training = oefenkopie
file-title-picture = Maak een plaatje
file-path = Map en naam
file-parent = Map hierboven
file-no-folder = Deze map is er niet.
file-empty-folder = In deze map staan geen kaarten.
file-many = Hier staat heel veel. Niet elke map is te zien: typ dan de naam erachter.
file-open = Open
file-save = Bewaar
file-replace = { $name } is er al. Wilt u dit bestand vervangen?
file-replace-yes = Vervang
window-saved = { $name } is bewaard.
window-saving = { $name } wordt bewaard…
window-opening = { $name } wordt geopend…
window-handed-over = { $name } is gedownload. Kijk in uw map Downloads of het er staat: pas dan is het bewaard.
window-drawn = Het plaatje { $name } is gemaakt.
window-leftover-broken = De kopie blijft liggen waar hij ligt.

leave-waits-title = De kaart wordt nog bewaard
leave-waits-text = Dat duurt langer dan anders. Wat u deed staat ook in een kopie op deze computer. Gaat u nu weg, dan biedt het programma u die kopie de volgende keer aan.
leave-waits-stay = Hier blijven
leave-waits-go = Toch weggaan
leave-title = Wilt u de kaart eerst bewaren?
leave-text = U hebt iets veranderd. Dat is nog niet bewaard.
leave-save = Bewaar
leave-discard = Niet bewaren
leftover-title = Werk dat nog niet bewaard was
leftover-text = Het programma stopte voordat alles bewaard was. Wij hebben een kopie.
leftover-open = Open de kopie
leftover-discard = Gooi weg
leftover-untitled = zonder titel
leftover-broken = Een kopie die niet open gaat
leftover-open-which = Open de kopie: { $title }
leftover-discard-which = Gooi weg: { $title }
leftover-today = vandaag { $time }
leftover-yesterday = gisteren { $time }
leftover-from = Dit hoort bij { $name }.
leftover-from-older = Dit hoort bij { $name }. Dat bestand is later nog bewaard.
leftover-of-this = Van deze kaart is er ook werk dat nog niet bewaard was. U vindt het op het beginscherm.
leftover-at-home = Er is werk dat nog niet bewaard was. U vindt het op het beginscherm.
leftover-elsewhere = Deze kopie is er niet meer, of staat open in een ander venster.
leftover-not-thrown = De kopie kon niet weg. Misschien staat hij open in een ander venster.
throw-ask = Wilt u "{ $title }" weggooien? U kunt het nog 7 dagen terughalen.
throw-yes = Gooi weg
thrown-show = { $n ->
    [one] Weggegooid: 1 kopie
   *[other] Weggegooid: { $n } kopieën
}
thrown-text = Weggegooid werk blijft hier nog 7 dagen.
thrown-back = Haal terug
thrown-back-which = Haal terug: { $title }
thrown-not-back = Dit kon niet terug. Het blijft bij het weggegooide werk.
window-no-copy = Van uw werk kan nu geen kopie worden gemaakt. Bewaar de kaart zelf, met Bewaar.
leftover-day = { $day }, { $time }

manual-title = Handleiding
manual-find = Zoek in de handleiding
manual-found = { $n ->
    [0] Niets gevonden
    [one] 1 plek gevonden
   *[other] { $n } plekken gevonden
}
do-parents = Ouders erbij
do-one-parent = Eén ouder erbij
do-partner = Partner erbij
do-child = Kind erbij
do-foster = Pleegkind erbij
do-adopted = Adoptiekind erbij
do-sibling = Broer of zus erbij
do-pregnancy = Zwangerschap
do-miscarriage = Miskraam
do-stillbirth = Doodgeboren kind
do-abortion = Afgebroken zwangerschap
do-more-children = Nog meer kinderen, aantal niet bekend
do-loose = Iemand erbij zonder familieband
do-twin = Tweeling erbij
do-other-parents = Andere ouders in plaats van deze…
do-more-parents = Nog meer ouders: pleeg, stief, adoptie…
do-join-kin = Verbind met iemand…
do-related = Hoe zijn twee mensen familie?
do-problems = Wat speelt er?
do-strengths = Wat gaat goed?
do-lives-here = Wie woont hier?
do-line = Lijn naar iemand
do-tie = Wie krijgt hulp? (bij iemand die helpt)
do-digit = Zet iets erbij dat vaak voorkomt, of haal het weg
do-rename = Naam wijzigen
do-title = Titel van de kaart wijzigen
do-cross = Naar het paneel, en weer naar de kaart
do-near = Alleen wie dichtbij staat
do-everybody = Weer iedereen
do-fold = Vouw in wat eronder staat
do-unfold = Vouw weer uit
do-let-go = Laat los (niet meer vastgezet)
do-focus-on = Maak hoofdpersoon
do-focus-off = Geen hoofdpersoon meer
do-remove = Haal van de kaart
do-walk = Loop door de familie
do-focus-person = Naar de hoofdpersoon
do-tidy = Zet iedereen netjes
do-tidy-also = opruimen ordenen netjes op leeftijd schikken opnieuw tekenen
do-language = In English
do-language-also = taal engels nederlands
map-is-tidy = Iedereen staat weer zoals de regels het willen.
do-escape = Sluit of laat los
do-undo = Ongedaan maken
do-redo = Opnieuw doen
do-search = Zoek een naam of woord
do-commands = Alles wat u kunt doen
do-private = Privé: niets gevoeligs laten zien
told-private-on = Privé staat aan. Gevoelige dingen zijn nergens te zien. Er is niets weggegooid.
told-private-off = Privé staat uit. Gevoelige dingen blijven dicht tot u ze opent.
bar-private = Privé staat aan. Tik om het uit te zetten.
do-names = Namen: echt, familiewoord, verzonnen of geen
bar-names-kin = In plaats van namen staan er familiewoorden. Tik om de namen te laten zien.
bar-names-invented = De namen zijn verzonnen. Tik om de echte namen te laten zien.
bar-names-off = Er zijn geen namen te zien. Tik om ze te laten zien.
bar-title-covered = De titel is niet te zien
told-names-shown = De namen zijn weer te zien.
told-names-kin = De namen zijn nergens te zien. Iedereen heet naar de familie: moeder, broer, oma. Eigen woorden zijn ook weg. Er is niets weggegooid.
told-names-invented = De namen zijn verzonnen. Eigen woorden zijn weg. Er is niets weggegooid.
told-names-off = Er zijn geen namen te zien, en geen eigen woorden. Er is niets weggegooid.
do-legend = Uitleg van de tekens
do-rules = Hoe de familie staat…
do-fit-all = Toon alles
do-fit-selection = Toon wie gekozen is
do-actual = Ware grootte
do-show-map = Naar de kaart
do-show-overview = Naar het overzicht
do-show-again = Laat weer zien
shown-again = Wat vandaag niet te zien was, is weer te zien.
do-save = Bewaar
do-save-as = Bewaar ergens anders…
do-picture = Plaatje…
do-training = Kopie voor training…
do-training-tens = Kopie voor training, jaren per tien…
do-what-if = Wat als…? Probeer het in een kopie
do-open = Open…
do-new = Nieuwe kaart
do-home = Beginscherm
do-help = Handleiding en toetsen
do-full-screen = Heel het scherm
commands-title = Wat wilt u doen?
commands-hint = Typ een paar letters
commands-none = Dit kan nu niet, of het heet anders.
bar-step = { $does }: { $step }
keys-next = Volgende persoon; in een naam: nog één
keys-name = Naam
keys-name-field = In het naamveld: 'Piet 1983 m ex2010'. Enter is klaar, Tab is nog een, Esc is terug.

rules-title = Hoe de familie staat
rules-nearest = Wie staat het dichtst bij, bij meer partners?
rules-current = de partner van nu
rules-first = de eerste partner
rules-sides = Man en vrouw
rules-man-left = man links
rules-free = zoals het past
rules-siblings = Broers en zussen
rules-age = op leeftijd als het past
rules-strictly-age = altijd op leeftijd
rules-drawn = Wie staat er op de kaart?
rules-everybody = iedereen
rules-bloodline = alleen bloedfamilie
part-around = Rond { $name }: { $n } van { $all } mensen
part-less = Minder mensen
part-more = Meer mensen
part-near = dichtbij
part-lines = ouders en kinderen
part-all = toon iedereen
lit-done = klaar

look-title = Kleuren
look-light = licht
look-dark = donker
look-contrast = veel contrast
look-projector = beamer
look-mono = zwart-wit

# Wat de kaart laat zien.
do-show = Wat laat de kaart zien?
show-title = Wat laat de kaart zien?
show-lines = Lijnen tussen mensen
show-lines-none = geen lijnen
show-lines-selected = van wie gekozen is
show-lines-all = alle lijnen
show-line-kinds = Deze soorten lijnen
show-areas = Wat er speelt
show-names = Namen
show-names-own = echte namen
show-names-kin = familiewoorden
show-names-invented = verzonnen namen
show-names-off = geen namen
show-sensitive = Gevoelige dingen
show-sensitive-asked = pas als iemand ze opent
show-sensitive-never = nooit (privé)
legend-who = { $n ->
    [one] { $what }: laat zien wie (1 mens)
   *[other] { $what }: laat zien wie ({ $n } mensen)
}

# Ouder en kind naast elkaar.
do-beside = Ouder en kind naast elkaar
beside-title = Naast elkaar
beside-what = Wat de ouder nu draagt, naast wat het kind nu nodig heeft.
beside-now = Dit speelt nu
beside-add = Iets toevoegen…
beside-strong = Dit is sterk
beside-learning = Leert dit nog: dat hoort bij de leeftijd.

# Afspraken.
agreement-text = Afspraak: wat mag worden bewaard, getoond of gedeeld?
agreement-with = Met wie
agreement-on = Gemaakt op { $date }
agreement-remove = Haal weg
agreement-removed = De afspraak is weg.
agreement-add = Afspraak erbij

# Op papier.
do-paper = Op papier…
paper-title = Op papier
paper-which = Welk blad?
paper-parent = Voor thuis
paper-parent-open = Voor thuis, open
paper-child = Voor een kind
paper-for-whom = Voor wie?
paper-plan = Eén plan
paper-file = Voor het dossier
paper-copy = Eigen kopie, voor één mens
paper-handout = Oefenblad
paper-answer-key = Antwoordblad
paper-person-cards = Knipkaartjes
paper-behind-threads = Rode draden, en wat erover te vertellen is
paper-behind-key = Notities bij mensen en verborgen dingen: nooit. Wat het verhaal zegt aan wie vertelt, staat er wel op.
paper-real-family = Deze familie is niet verzonnen. Neem voor een workshop een verzonnen familie, of zet de namen uit.
paper-page-before = Vorige bladzijde
paper-page-after = Volgende bladzijde
paper-map = De kaart
paper-overview = Het overzicht
paper-lifelines = De levenslijnen
paper-list = De lijst
paper-passphrase = Blad voor de wachtzin
paper-size = Papier
paper-sheets = Bladen
paper-one-sheet = Eén blad
paper-several-sheets = Meer bladen, om te plakken
paper-color = Kleur
paper-in-color = kleur
paper-behind = Dit blijft hier
paper-behind-names = Namen en eigen woorden
paper-behind-plays = Wat er speelt, en bij wie
paper-behind-more = Wat er verder speelt
paper-behind-years = Jaren en leeftijden
paper-behind-ties = Wie goed contact heeft en wie niet
paper-behind-homes = Wie waar woont, en met wie het goed gaat
paper-behind-skills = Vaardigheden
paper-behind-family = De familiekaart
paper-behind-goals = Doelen en stappen
paper-behind-others = Alles over anderen, behalve hun naam en wie bij wie hoort of hoorde
paper-behind-passphrase = de wachtzin zelf: die schrijft u met de hand
paper-behind-never = Notities en verborgen dingen: nooit
paper-save = Bewaar als PDF
paper-print = Druk af
paper-printed = Het blad is naar de printer.
paper-not-printed = De printer neemt het niet aan. Bewaar het blad als PDF.
paper-names-small = Zo zijn de namen te klein om te lezen. Kies { $better }, of meer bladen.
paper-names-too-small = De namen zijn te klein om te lezen, ook op groter papier. Kies meer bladen, of laat een deel van de familie zien.
paper-preview = Dit komt op papier: { $words }
file-title-paper = Bewaar het blad
do-who-helps = Wie helpt?
removed-support = Deze hulp is weg. De mensen blijven staan.
lasso-hint = Trek een kring om de mensen die samen wonen.
lasso-home = Maak er een huis van
lasso-nobody = In die kring staat niemand. Probeer het nog eens.
do-lasso = Een kring om mensen: wie woont samen
do-goal = Doel erbij
support-ask-whom = wie krijgt hulp?
support-ask-tap = Tik aan wie hulp krijgt van { $support }.
support-ask-end = toch niet
tied = { $support } helpt nu { $whom }.
tied-already = { $support } hoort al bij { $whom }.
show-ties = Wie helpt
show-ties-none = geen lijnen naar hulp
show-ties-all = alle hulp
bar-lifelines = Levenslijnen
do-show-lifelines = Naar de levenslijnen
life-by-age = op leeftijd
life-by-year = op jaartal
life-whose = Van wie: { $whose }
life-mothers = Lijn van moeders
life-fathers = Lijn van vaders
life-everybody = Iedereen
life-around = { $name }, ouders en kinderen
life-carriers = Bij wie: { $what }
life-chosen = Gekozen mensen
life-part-problems = wat speelt er
life-part-strengths = krachten
life-part-help = hulp
life-part-events = gebeurtenissen
life-part-grown-up-with = groeit op met
life-same-age = Zelfde leeftijd
life-without-years = Zonder jaren
life-nobody = Hier is nog niemand van wie we het geboortejaar weten. Kies andere mensen, of vul een jaar in.
do-time = Kijk terug in de tijd
do-event-before = Naar de vorige gebeurtenis
do-event-after = Naar de volgende gebeurtenis
do-play = Laat de jaren voorbijgaan
do-then-and-now = Wat is er veranderd?
time-stop = Stop de jaren
time-today = Vandaag
time-close = Klaar met terugkijken
time-back = De kaart van vandaag
time-slider = Jaar { $year }
time-title = In { $year }
time-below = Iedereen is zo oud als toen.
time-since-title = Sinds { $year }
time-since-below = Dit is er anders dan toen. Een ring op de kaart: daar veranderde iets. Kies onderaan een ander jaar.
time-since-nothing = Wij weten van geen verandering met een jaartal.
time-none = Er staan nog geen jaartallen op de kaart. Zet er eerst een geboortejaar bij.
time-not-there = Was er toen nog niet, of wij weten dat niet zeker.
time-nothing = Van dit jaar weten wij niets.
time-to = Naar { $year }
time-more = en nog { $n } { $n ->
    [one] ding
   *[other] dingen
}
time-part-better = Wat lukte en wat erbij kwam
time-part-help = Hulp
time-part-family = In de familie
time-part-came = Wat er nog meer veranderde
time-goal = Doel bereikt: { $goal }
time-born = { $who } wordt geboren.
time-died = { $who } overlijdt.
time-together = { $a } en { $b } komen bij elkaar.
time-apart = { $a } en { $b } gaan uit elkaar.
time-again = { $a } en { $b } komen weer bij elkaar.
time-joined = { $who } komt bij { $parents }.
time-began = { $who } krijgt te maken met: { $what }.
time-began-with = Begint bij { $who }: { $what }.
time-over = Voorbij bij { $who }: { $what }.
time-strong = Sterk bij { $who }: { $what }.
time-weaker = Niet meer zo sterk bij { $who }: { $what }.
time-age = { $who } is { $age }.
time-moved = Nieuw in { $home }: { $who }.
time-left = { $n ->
    [one] { $who } gaat weg uit { $home }.
   *[other] { $who } gaan weg uit { $home }.
}
time-helped = { $support } komt erbij voor { $who }.
time-help-ended = { $support } is er niet meer bij voor { $who }.
time-line = Vanaf nu: { $line }.
time-line-ended = Niet meer zo: { $line }.
time-tick-born = geboren
time-tick-together = samen
time-tick-apart = uit elkaar of overleden

do-show-list = Lijst
bar-list = Lijst
list-name = Naam
list-kin = Familiewoord
list-years = Geboren
list-home = Woont met
list-problems = Wat speelt er
list-strengths = Sterk in
list-ties = Relaties
list-add = Iemand erbij
list-keys = Pijltjes: van vakje naar vakje · Enter: wijzigen · ? = dat weten we nog niet
list-unknown = dat weten we nog niet
list-married = getrouwd met { $name }
list-with = samen met { $name }
list-ex = ex van { $name }
list-widowed = was samen met { $name }
list-tie = { $name }: { $what }
list-count = { $people } { $people ->
    [one] mens
   *[other] mensen
} · { $generations } { $generations ->
    [one] generatie
   *[other] generaties
}
list-cell = { $name }{ $kin ->
    [none] {""}
   *[other] , { $kin }
}. { $title }: { $what }. Rij { $at } van { $of }.
do-paint = Hetzelfde bij meer mensen zetten
paint-choose = Kies wat er speelt. Tik daarna op mensen.
paint-tap = Tik op iedereen bij wie dit speelt.
paint-end = Klaar
chosen-remove = Haal van de kaart
chosen-put-on = Wat speelt bij allemaal
chosen-put = { $n ->
    [0] Iedereen had dit al.
    [one] Bij één mens erop gezet.
   *[other] Bij { $n } mensen erop gezet.
}
chosen-removed = { $n ->
    [one] Eén mens van de kaart gehaald.
   *[other] { $n } mensen van de kaart gehaald.
}
