# Wat er van een kaart wordt bewaard, en wat er weg kan.

do-versions = Eerdere versies…
versions-title = Eerdere versies
versions-text = Bij elke keer bewaren blijft hier staan hoe de kaart daarvoor was.
versions-none = Er zijn nog geen eerdere versies. Die komen er als u de kaart vaker bewaart.
versions-changed = Wat is er sinds deze versie veranderd?
versions-picture = Plaatje van de gekozen versie
versions-put-back = Zet deze terug
versions-light = Laat op de kaart zien
versions-lit = { $n ->
    [one] Bij 1 mens veranderde er iets sinds { $when }
   *[other] Bij { $n } mensen veranderde er iets sinds { $when }
}
versions-put-back-done = De kaart is weer zoals hij was: { $when }. Het bestand verandert pas als u bewaart.
versions-row-broken = gaat niet open
versions-broken = Deze versie kan niet open.
versions-throw-all = Gooi alle eerdere versies weg
versions-throw = { $n ->
    [one] Er is 1 eerdere versie van deze kaart. U kunt die niet terughalen. De kaart zelf blijft.
   *[other] Er zijn { $n } eerdere versies van deze kaart. U kunt die niet terughalen. De kaart zelf blijft.
}
versions-throw-yes = Gooi ze weg
versions-throw-no = Houd ze
versions-thrown = De eerdere versies zijn weg.
versions-not-thrown = Niet alle eerdere versies konden weg. Probeer het later nog eens.
versions-not-kept = De versie van hiervoor kon niet worden bewaard als eerdere versie.

changed-nothing = Er is niets veranderd.
changed-people-more = { $n ->
    [one] 1 mens erbij: { $what }.
   *[other] { $n } mensen erbij: { $what }.
}
changed-people-less = { $n ->
    [one] 1 mens niet meer op de kaart: { $what }.
   *[other] { $n } mensen niet meer op de kaart: { $what }.
}
changed-people-other = Er is iets veranderd bij { $what }.
changed-problems-more = { $n ->
    [one] Wat er speelt, 1 keer erbij: { $what }.
   *[other] Wat er speelt, { $n } keer erbij: { $what }.
}
changed-problems-less = { $n ->
    [one] Wat er speelt, 1 keer weggehaald: { $what }.
   *[other] Wat er speelt, { $n } keer weggehaald: { $what }.
}
changed-problems-other = Wat er speelt, anders: { $what }.
changed-strengths-more = { $n ->
    [one] Wat goed gaat, 1 keer erbij: { $what }.
   *[other] Wat goed gaat, { $n } keer erbij: { $what }.
}
changed-strengths-less = { $n ->
    [one] Wat goed gaat, 1 keer weggehaald: { $what }.
   *[other] Wat goed gaat, { $n } keer weggehaald: { $what }.
}
changed-strengths-other = Wat goed gaat, anders: { $what }.
changed-goals-more = { $n ->
    [one] 1 doel erbij: { $what }.
   *[other] { $n } doelen erbij: { $what }.
}
changed-goals-less = { $n ->
    [one] 1 doel weggehaald: { $what }.
   *[other] { $n } doelen weggehaald: { $what }.
}
changed-goals-other = Veranderd bij de doelen: { $what }.
changed-goal-of-all = een doel van allemaal
changed-more = { $n ->
    [one] nog 1
   *[other] nog { $n }
}
changed-other = Ook anders: { $what }.
changed-word-unions = wie bij elkaar hoort
changed-word-relations = lijnen tussen mensen
changed-word-households = wie samen woont
changed-word-supports = wie er helpt
changed-word-texts = titel of wens
changed-word-agreements = afspraken
changed-hidden = { $n ->
    [one] En 1 keer iets wat nu verborgen is.
   *[other] En { $n } keer iets wat nu verborgen is.
}

gone-title = Deze kaart mag weg
gone-past = Er is afgesproken: de kaart gaat weg op { $day }. Die dag is voorbij.
gone-now = Gooi de kaart weg…
gone-later = Nu niet
gone-what = Wat weg gaat: het bestand, alle eerdere versies en kopieën van werk dat niet bewaard was. U kunt het niet terughalen.
gone-stays = Wat blijft: plaatjes die u maakte, en kopieën van het bestand die u zelf ergens anders hebt.
gone-for-good = Gooi voorgoed weg
gone-done = De kaart is weg, met de eerdere versies en de kopieën.
gone-half = Het bestand is weg. Niet alle versies en kopieën konden weg. Misschien staat er nog een venster open.
gone-changed = Het bestand is niet meer zoals u het opende. Het blijft staan.
gone-not = Het bestand kon niet weg. Misschien mag u er niet bij.

do-leave-nothing = Laat niets achter op deze computer…
traces-title = Niets achterlaten op deze computer?
traces-goes = Wat weg gaat: de lijst van kaarten die u opende, kopieën van werk dat niet bewaard was, alle eerdere versies, en uw keuze voor taal en kleuren. U kunt dit niet terughalen.
traces-stays = Wat blijft: de kaarten en plaatjes die u zelf hebt bewaard. Die haalt u zelf weg.
traces-closes = Een kaart die nu open staat, gaat dicht.
traces-yes = Laat niets achter
traces-done = Van uw kaarten staat hier nu niets meer, behalve wat u zelf hebt bewaard.
traces-half = Niet alles kon weg. Misschien staat er nog een venster open. Sluit dat, en doe dit nog eens.

do-seal = Beveilig met een wachtzin…
versions-row-sealed = beveiligd
passphrase-label = Wachtzin
passphrase-again = Nog een keer
seal-title = Beveilig met een wachtzin
seal-text = Daarna gaat het bestand alleen nog open met deze wachtzin.
seal-four-words = Neem vier woorden die niets met elkaar te maken hebben.
seal-weak = Zwak. Neem vier woorden die niets met elkaar te maken hebben.
seal-fair = Redelijk. Met nog een woord erbij is hij sterk.
seal-strong = Sterk.
seal-differs = De twee zijn niet hetzelfde.
seal-lost = Schrijf de wachtzin op, en leg hem weg. Is hij kwijt, dan kan niemand de kaart nog openen. Ook wij niet.
seal-what = Ook eerdere versies en kopieën van werk dat nog niet bewaard is, gaan alleen nog open met deze wachtzin.
seal-yes = Beveilig
seal-done = De kaart is beveiligd. Eerdere versies en kopieën zijn dat ook.
seal-half = De kaart is beveiligd. Wat niet beveiligd kon worden van de eerdere versies, is weggehaald.
seal-left-open = De kaart is beveiligd. Een deel van de eerdere versies is dat nog niet. Maak plaats op de schijf en open de kaart opnieuw: dan gebeurt het alsnog.
seal-refused-title = Beveiligen is niet gelukt
seal-refused-versions = De eerdere versies van deze kaart konden niet worden beveiligd. Meestal is er dan geen plaats op de schijf.
seal-refused-kept = Er is niets veranderd. De kaart en de eerdere versies zijn er nog, zoals ze waren.
seal-refused-how = Maak plaats en probeer het opnieuw. Of beveilig de kaart zonder de versies die niet mee kunnen. Die gaan dan voorgoed weg.
seal-refused-leave = Laat het zo
seal-refused-again = Probeer opnieuw
seal-refused-without = Zonder die versies
unseal-title = Deze kaart is beveiligd
unseal-text = Typ de wachtzin. Het openen duurt een tel.
unseal-yes = Open
unseal-wait = Even geduld. Dit duurt een tel…
unseal-not-tried = De wachtzin kon nu niet worden geprobeerd. Er is niets veranderd. Probeer het nog eens.
unseal-wrong = Deze wachtzin past niet. Er is niets veranderd. Probeer het nog eens.
unseal-no-passphrase = Dit bestand is niet met een wachtzin beveiligd, maar met een sleutel. Open het met het programma age.
unseal-other-key = Deze kopie hoort bij een andere wachtzin.
unseal-too-much-work = Dit bestand vraagt zo veel rekenwerk dat het niet wordt geopend. Open het met het programma age.
unseal-damaged = Dit beveiligde bestand is niet heel. Zet een kopie terug als u die hebt.
unseal-impossible = Het bestand kon niet worden beveiligd. Er is niets veranderd.
bar-sealed = Beveiligd met een wachtzin. Tik om te zien wat er kan.
leftover-sealed = Een beveiligde kaart
leftover-sealed-how = Met de wachtzin van de kaart ziet u welke het is.

bar-unsealed = Nog geen wachtzin. Tik om de kaart te beveiligen.
do-lock = Op slot
lock-title = Op slot
lock-text = Typ de wachtzin om verder te gaan. Wat u had getypt, is er nog.
lock-curtain = De kaart is even uit beeld.
lock-go-on = Ga verder
lock-leave = Naar het beginscherm
lock-not-other = De nieuwe wachtzin kon niet op de kaart worden gezet. De wachtzin van daarvoor geldt nog.
lock-holds = Er kon geen kopie worden gemaakt. Typ eerst de wachtzin en bewaar de kaart, anders bent u werk kwijt.
lock-soon = { $n ->
    [one] Over 1 tel gaat de kaart op slot. Beweeg de muis of druk op Esc om verder te gaan.
   *[other] Over { $n } tellen gaat de kaart op slot. Beweeg de muis of druk op Esc om verder te gaan.
}
manage-text = Het bestand, de eerdere versies en de kopieën gaan alleen open met de wachtzin.
manage-lock = Op slot als u niets doet, na
manage-minutes = { $n ->
    [0] nooit
    [one] 1 minuut
   *[other] { $n } minuten
}
manage-lock-now = Nu op slot
manage-other = Andere wachtzin…
manage-sheet = Blad voor de wachtzin…
manage-off = Haal de beveiliging eraf…
seal-off-title = De beveiliging eraf?
seal-off-text = Daarna kan iedereen die het bestand heeft de kaart lezen. Ook eerdere versies en kopieën op deze computer zijn dan te lezen.
seal-off-yes = Haal eraf
seal-off-no = Houd de wachtzin
seal-off = De wachtzin is eraf. Iedereen die het bestand heeft, kan de kaart nu lezen.
seal-off-half = De wachtzin is eraf. Niet alle eerdere versies konden mee. Bij elke keer bewaren wordt het opnieuw geprobeerd.
seal-new-title = Met een wachtzin?
seal-new-text = Dan kan alleen wie de wachtzin weet deze kaart openen. Het kan ook later.
seal-new-yes = Met een wachtzin…
seal-new-later = Nu niet

repairs-title = De kaart is hersteld. Uw bestand is nog zoals het was.
repairs-place = { $at } van { $all }
repairs-look = Kijk waar
repairs-next = Volgende

neighbour-changed-title = Iemand anders heeft het bestand veranderd
neighbour-changed = In { $name } staat nu iets anders dan u daar opende of bewaarde. Uw kaart staat hier nog. Er is niets kwijt.
neighbour-keep-mine = Bewaar mijn kaart als kopie
neighbour-take-theirs = Open de andere
neighbour-both = Bekijk allebei
neighbour-later = Later
neighbour-replace = Vervang de andere
neighbour-gone-title = Het bestand is weg
neighbour-gone = { $name } is verplaatst of weggegooid, of de stick is eruit. Uw kaart staat hier nog. Er is niets kwijt.
neighbour-elsewhere = Bewaar op een andere plek
neighbour-put-back = Zet het bestand terug
neighbour-read-only-title = Het bestand mag alleen worden gelezen
neighbour-read-only = Iemand heeft { $name } op slot gezet, zodat niemand het verandert.
neighbour-replace-anyway = Bewaar toch
neighbour-copies-title = Er ligt nog een versie naast
neighbour-copies = { $n ->
    [one] Een programma dat mappen deelt, heeft een tweede versie van deze kaart gemaakt. Kijk of daar iets in staat wat u mist.
   *[other] Een programma dat mappen deelt, heeft { $n } andere versies van deze kaart gemaakt. Kijk of daar iets in staat wat u mist.
}
neighbour-go-on = Ga verder met deze
neighbour-both-title = De andere versie
neighbour-picture = Plaatje van de andere versie
neighbour-differs = Wat is er op uw kaart anders dan op deze?
neighbour-sealed = De andere versie heeft een andere wachtzin dan deze kaart, of alleen zij heeft er een. Bewaar uw kaart als kopie en open daarna de andere.
neighbour-unread = De andere versie gaat nu niet open. Misschien is een programma nog bezig met het bestand.
neighbour-mine-here = Uw kaart staat hier nog. Er is niets kwijt.
neighbour-again = Probeer opnieuw
neighbour-window = Deze kaart staat ook in een ander venster open. Niemand overschrijft de ander: wie als tweede bewaart, krijgt een vraag.
neighbour-mine-kept = Uw eigen versie ligt nog een week bij wat u weggooide.

copy-title = Is er een kopie?
copy-text = Van deze kaart is al { $days } dagen geen kopie op een andere plek gezet. Gebeurt er iets met dit bestand, dan kan de kaart weg zijn.
copy-yes = Zet een kopie ergens anders
copy-no = Later
copy-done = De kopie staat in { $name }.
open-left-title = De kaart zonder wachtzin is er nog
open-left-text = { $names } is nog te lezen zonder wachtzin. Weggooien kunt u niet terughalen.
open-left-yes = Gooi weg
open-left-no = Laat staan
open-left-done = Dat bestand is weg.
open-left-half = Niet alles kon weg. Kijk zelf in de map.
merge-about = { $what }: { $field }
merge-something = Iets op de kaart
merge-nothing = niets
merge-taken-away = weggehaald
merge-changed = veranderd
merge-otherwise = iets anders
merge-told = Op allebei veranderd: { $about }. Eerste kaart: { $mine }. Tweede kaart: { $theirs }. Gekozen: { $chosen }.
merge-kept = { $n ->
    [one] Eén ding is op de ene kaart weggehaald, maar op de andere nog nodig. Het blijft staan.
   *[other] { $n } dingen zijn op de ene kaart weggehaald, maar op de andere nog nodig. Ze blijven staan.
}
merge-not = Van deze twee kaarten is geen nieuwe kaart te maken. Allebei zijn ze zoals ze waren.
merge-contradicts = Samen zeggen deze twee kaarten iets dat niet kan. Allebei zijn ze zoals ze waren. Pas er één aan en probeer het opnieuw.
merge-field-title = Titel
merge-field-wish = De wens
merge-field-dream = De droom
merge-field-today = Datum van het gesprek
merge-field-throw-away = Wanneer de kaart weg moet
merge-field-name = naam
merge-field-birth-name = naam bij geboorte
merge-field-gender = geslacht
merge-field-life = wat het is
merge-field-born = geboren
merge-field-died = overleden
merge-field-how-many = hoeveel het er zijn
merge-field-cause = doodsoorzaak
merge-field-origin = herkomst
merge-field-language = taal
merge-field-faith = geloof
merge-field-work = werk
merge-field-partners = wie erbij horen
merge-field-kind = wat voor soort
merge-field-ending = hoe het afliep
merge-field-together-again = weer bij elkaar
merge-field-bond = hoe het kind erbij hoort
merge-field-from = sinds
merge-field-until = tot
merge-field-words = eigen woorden
merge-field-said = ja of nee
merge-field-going-on = nu of vroeger
merge-field-weight = hoe zwaar
merge-field-helped = wat hielp
merge-field-according-to = wie het zegt
merge-field-priority = wat het belangrijkst is
merge-field-level = hoe het gaat
merge-field-effect = wat het doet
merge-field-text = tekst
merge-field-first-step = eerste stap
merge-field-by = wanneer klaar
merge-field-helper = wie helpt
merge-field-state = hoe het ermee staat
merge-field-comment = wat er over is gezegd
merge-field-notes = notities
merge-field-trap = valkuil
merge-field-year = jaar
merge-field-minutes = minuten
merge-scene = Beeld „{ $title }”
neighbour-merge = Voeg samen…
merge-title = Twee kaarten samenvoegen
merge-changes = Dit verandert er op deze kaart:
merge-no-changes = Er komt op deze kaart niets bij, en er gaat niets weg.
merge-both-changed = Dit is op allebei veranderd. Kies wat blijft:
merge-mine = deze kaart: { $says }
merge-theirs = de andere: { $says }
merge-do = Voeg samen
merge-done = De twee kaarten zijn samengevoegd. Bewaar om het te houden.
merge-hidden = Iets dat nu niet te zien is
merge-hidden-mine = wat hier staat
merge-hidden-theirs = wat daar staat

# Een kopie voor training.

pseudonym-stays = { $n ->
    [one] In de kopie staat 1 mens,
   *[other] In de kopie staan { $n } mensen, met wie bij wie hoort
} en { $things ->
    [one] 1 ding dat speelt of sterk is.
   *[other] { $things } dingen die spelen of sterk zijn.
} Namen zijn bedacht. Plaatsen, eigen woorden en notities zijn weg.
pseudonym-shifted = Alle jaren zijn even ver verschoven. Hoe oud iemand toen was, klopt nog. Wie weet wanneer de kopie is gemaakt, kan de echte jaren uitrekenen.
pseudonym-decades = Jaren en leeftijden staan er per tien jaar.
pseudonym-left-out = { $n ->
    [one] 1 gevoelig ding is weggelaten.
   *[other] { $n } gevoelige dingen zijn weggelaten.
}
pseudonym-rare-children = Een gezin met { $n } kinderen komt weinig voor. Wie de familie kent, kan haar hieraan herkennen.
pseudonym-rare-unions = Iemand had { $n } relaties. Dat komt weinig voor. Wie de familie kent, kan haar hieraan herkennen.
pseudonym-rare-born = Er zijn { $n } kinderen tegelijk geboren. Wie de familie kent, kan haar hieraan herkennen.
pseudonym-rare-parent = Iemand kreeg een kind op een leeftijd van { $n } jaar. Wie de familie kent, kan haar hieraan herkennen.
pseudonym-rare-old = Iemand werd { $n } jaar. Wie de familie kent, kan haar hieraan herkennen.
pseudonym-rare-people = Er staan { $n } mensen op de kaart. Een grote familie is eerder te herkennen.
pseudonym-shape = Ook zonder namen kan iemand deze familie herkennen. Vraag de ouder of u de kopie mag gebruiken.
pseudonym-fault = De kopie is niet gelukt. Er is niets geschreven. De kaart is zoals hij was.
pseudonym-done = De kopie staat in { $name }. De kaart zelf is niet veranderd.
pseudonym-same = Kies een andere naam: dit is het bestand van de kaart zelf. Er is niets geschreven.

# Wat als.
what-if-title = Wat als? { $title }
what-if-told = Dit is een kopie om in te proberen. De kaart zelf blijft zoals hij is.
