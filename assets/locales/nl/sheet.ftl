# Bladen voor thuis: op papier.

sheet-day = { $weekday ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
} { $date }
sheet-about = rond { $day }
sheet-before = vóór { $day }
sheet-after = na { $day }
sheet-between = tussen { $from } en { $to }
sheet-quote = „{ $words }”
sheet-for = Voor { $names }
sheet-for-home = Voor thuis
sheet-parent-about = Een blad voor thuis: de wens, de familie, wat sterk is en de eerste stap.
sheet-wish = { $to ->
    [one] Jouw wens
    [two] Jullie wens
   *[none] De wens
}
sheet-family = { $to ->
    [one] Mijn familie
   *[two] Onze familie
}
sheet-small = De kleinste letters zijn hier { $points } punt. Druk de kaart ook op groter papier af.
sheet-part = Hier staan { $some } van de { $all } mensen.
sheet-strength = { $to ->
    [one] Jouw kracht
    [two] Jullie kracht
   *[none] Een kracht
}
sheet-bond = { $you ->
    [yes] Jij hebt
   *[no] { $who } heeft
} een goede band met { $whom }.
sheet-can = Het kan
sheet-managed = Het lukte { $whom }.
sheet-ask = Om over na te denken
sheet-step = { $to ->
    [one] Jouw eerste stap
    [two] Jullie eerste stap
   *[none] De eerste stap
}
sheet-goal = { $to ->
    [one] Jouw doel
    [two] Jullie doel
   *[none] Het doel
}
sheet-with = Samen met
sheet-when = Wanneer
sheet-help = Lukt het niet? Dat geeft niet. Bel of app:
sheet-foot = Samen gemaakt op { $day }.
sheet-foot-of = Samen gemaakt op { $day } · Dit blad is van { $names }.
sheet-plan = Eén plan
sheet-plan-for = Eén plan voor { $names }
sheet-plan-about = Eén plan voor iedereen die helpt: doelen, wie wat doet, en wanneer.
sheet-plan-who = Wie helpt, en hoe?
sheet-plan-with = met { $who }
sheet-plan-more = Hier was geen plaats voor: { $what }.
sheet-plan-goal = Doel { $n }
sheet-plan-bare = Namen en eigen woorden zijn weggelaten.
sheet-plan-foot = Dit blad zegt alleen wie wat doet. De familiekaart en het verhaal staan er niet op.

sheet-passphrase = De wachtzin van uw kaart
sheet-passphrase-about = Een blad om de wachtzin van een kaart op te schrijven.
sheet-passphrase-file = Bestand: { $file }
sheet-passphrase-write = Schrijf de wachtzin hier op, met de hand. Het programma drukt de wachtzin nooit af.
sheet-passphrase-where = Leg dit blad op een veilige plek. Niet bij de computer.
sheet-passphrase-who = Wie heeft dit blad ook? (bijvoorbeeld een collega die mag meelezen)
sheet-passphrase-open = Zo gaat de kaart open
sheet-passphrase-here = Start Rode Draad, open het bestand en typ de wachtzin.
sheet-passphrase-age = Zonder Rode Draad kan het ook. Het bestand is van het soort age. Dat programma is gratis: age -d kaart.familie
sheet-passphrase-lost = Is de wachtzin kwijt?
sheet-passphrase-nobody = Dan kan niemand de kaart nog openen. Ook de makers niet.

sheet-child = Dit is jouw familie
sheet-child-for = Dit is jouw familie, { $name }
sheet-child-about = Een blad voor een kind: de familie om te tekenen, wat sterk is en wie helpt.
sheet-child-draw = Iedereen hoort erbij. Teken jij de gezichten?
sheet-child-mother = mama
sheet-child-father = papa
sheet-child-grandmother = oma { $name }
sheet-child-grandfather = opa { $name }
sheet-child-you = { $name }, jij!
sheet-child-just-you = jij!
sheet-child-dead = { $names } { $n ->
    [one] leeft
   *[other] leven
} niet meer.
sheet-child-star = Wie een ster heeft, leeft niet meer.
sheet-child-left-out = Niet iedereen past op dit blad.
sheet-child-bond = { $who } en jij hebben een goede band.
sheet-child-good = Daar zijn ze goed in
sheet-child-me = Ik ben goed in:
sheet-child-wish = Mijn wens: { $wish }
sheet-child-helps = Wie helpt mij?
sheet-child-foot = Gemaakt op { $day }. Dit blad is van jou.
sheet-child-foot-for = Gemaakt voor { $name } op { $day }. Dit blad is van jou.

# Voor het dossier.
sheet-file = Voor het dossier
sheet-file-for = { $called }: { $names }
sheet-copy = Eigen kopie
sheet-file-about = Voor het dossier: de kaart, alle mensen, wat er terugkomt, doelen, wie helpt en afspraken.
sheet-file-made = Gemaakt op { $day } door:
sheet-file-wish = De wens: { $words }
sheet-file-dream = De droom: { $words }
sheet-file-people = De mensen
sheet-file-nobody = Er staat nog niemand op de kaart.
sheet-file-age = { $age } jaar
sheet-file-died-at = werd { $age } jaar
sheet-file-died = leeft niet meer
sheet-file-helped = wat hielp: { $words }
sheet-file-says = volgens { $who }
sheet-file-own-wish = Wens
sheet-file-goes-well = Gaat goed
sheet-file-varies = Wisselt
sheet-file-hard = Lastig
sheet-file-between = Samen en thuis
sheet-list-lines = Hoe het tussen mensen is
sheet-list = De lijst
sheet-list-about = Alle mensen in woorden, per generatie, en hoe het tussen hen is.
sheet-overview = Overzicht
sheet-overview-about = Een overzicht: wat er speelt en wat sterk is, per generatie.
sheet-lifelines = Levenslijnen
sheet-lifelines-about = Levenslijnen: van ieder wat er speelde en wat sterk was, onder elkaar.
sheet-file-cards = Wat er terugkomt
sheet-file-told = Zo zegt de kaart het tegen { $names }.
sheet-file-goals = Doelen
sheet-file-goal = Een doel
sheet-file-of = van { $who }
sheet-file-step = Eerste stap: { $words }
sheet-file-by = Wanneer: { $words }
sheet-file-with = Wie helpt: { $words }
sheet-file-supports = Wie helpt
sheet-tie-helps = { $tense ->
    [past] hielp
   *[now] helpt
}
sheet-tie-helps-with = { $tense ->
    [past] hielp
   *[now] helpt
} met { $what }
sheet-tie-costs = { $tense ->
    [past] kostte
   *[now] kost
} energie
sheet-tie-both = { $a }, en { $b }
sheet-tie-from = vanaf { $moment }
sheet-tie-from-until = van { $from } tot { $until }
sheet-help-practical = regelen
sheet-help-company = gezelschap
sheet-help-advice = advies
sheet-help-emotional = luisteren en troosten
sheet-file-works = Werkt mee aan: { $words }
sheet-file-tie = Voor { $who }: { $how }
sheet-file-agreed = Afspraken
sheet-file-agreed-with = met { $who }
sheet-file-throw-away = Deze kaart gaat weg op { $day }.
sheet-file-more = Hier is geen plaats voor alles. In Rode Draad staat meer: { $n } stukken.
sheet-file-more-people = Op deze lijst staan de mensen van wie wij het meest weten. Op de kaart staan er nog { $n }.
sheet-page = bladzijde { $page } van { $all }
tile-name = Blad { $at } van { $all }: rij { $row }, kolom { $column }

# Voor een workshop.
sheet-handout = Oefenblad
sheet-handout-about = Een oefenblad: de familie zonder draden, en vier vragen.
sheet-handout-family = Dit is de familie van { $names }.
sheet-handout-back = Wat komt terug? Teken een draad op de kaart.
sheet-handout-out = Wie kwam eruit? Wie begon er niet aan?
sheet-handout-say = Zeg het in één zin. Zonder schuld.
sheet-handout-unknown = Wat weten we nog niet? Aan wie vraag je het?
sheet-key = Antwoordblad
sheet-key-about = Een antwoordblad: de familie met draden, wat erover te vertellen is, en valkuilen.
sheet-key-first = Laat eerst de groep raden. Vertel daarna wat er terugkomt, en wat sterk is.
sheet-key-unknown = Dit weten we nog niet
sheet-key-traps = Valkuilen
sheet-key-empty = Leeg betekent: we weten het niet. Het betekent niet: nee.
sheet-key-blame = Zeg nooit: ‘Het zit in de familie.’ Niemand heeft schuld.
sheet-key-story = Voor wie vertelt
sheet-key-guess = Na het raden: { $words }
sheet-cards = Knipkaartjes
sheet-cards-about = Een kaartje voor iedereen, om uit te knippen.
sheet-cards-more = Meer kaartjes passen er niet. Er zijn nog { $n } mensen.
sheet-cards-rest = en nog { $n }

# De handleiding.
manual-about = De handleiding van Rode Draad: werken aan tafel, woorden die helpen, privacy, een workshop en alle toetsen.
manual-made = Gemaakt op { $day }, met het programma zelf.
manual-contents = Inhoud
manual-wish = Ik wil dat het bij Noa en Levi anders gaat.
manual-only-pdf = De handleiding is een PDF. Geef een naam die eindigt op .pdf.
