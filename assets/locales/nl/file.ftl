# Waarom een kaart niet open gaat. Zinnen voor een coach.

open-empty = Dit bestand is leeg.
open-too-large = Dit bestand is te groot. Meer dan { $mb } MB kan niet.
open-not-text = Dit bestand is geen leesbare tekst (regel { $line }).
open-not-a-map = Dit is geen familiekaart.
open-no-version = Vooraan in dit bestand moet staan welke versie het is.
open-newer = Deze kaart is gemaakt met een nieuwer programma (versie { $version } van het bestand).
open-newer-safe = De kaart is niet veranderd. Haal de nieuwste Rode Draad op en open hem daarmee.
open-other-safe = Het bestand is niet veranderd. Kies een bestand dat eindigt op .familie, .ged of .json.
open-not-whole = Dit bestand is niet heel: het stopt halverwege.
open-syntax = Op regel { $line }, teken { $column }, staat iets wat de kaart niet begrijpt.
open-broken = { $n ->
    [one] In dit bestand klopt één ding niet.
   *[other] In dit bestand kloppen { $n } dingen niet.
}
open-more-faults = { $n ->
    [one] Er is er nog één.
   *[other] Er zijn er nog { $n }.
}
open-safe = Het bestand is niet veranderd. Pak een eerdere versie, of vraag iemand die de tekst kan nakijken.

# Wat er op die regel staat.

open-bad-day = “{ $text }” is geen datum. Schrijf het zo: 2026, 2026-11 of 2026-11-21.
open-bad-when = “{ $text }” is geen datum. Schrijf het zo: 1979, 1979-02-28, ~1955, <1960, >1950 of 1958..1960.
open-bad-time = “{ $text }” is geen moment. Schrijf een datum, of bijvoorbeeld: age 19, age ~19, as a child, later.
open-bad-id = “{ $text }” kan geen code zijn: 1 tot 64 tekens, zonder spaties.
open-long-text = Deze tekst is te lang. Er mogen { $limit } tekens staan.
open-what-unknown-field = “{ $found }” is hier onbekend. Dit kan er staan: { $expected }.
open-what-unknown-word = “{ $found }” is hier onbekend. Kies uit: { $expected }.
open-what-missing-field = Hier ontbreekt “{ $field }”.
open-what-double-field = “{ $field }” staat er twee keer.
open-what-sign = Hier hoort { $expected } te staan.
open-what-number = Hier hoort een getal te staan, of het getal is te groot.
open-what-trailing = Na het einde van de kaart staat nog iets.
open-what-deep = Er staan te veel haakjes in elkaar.
open-what-else = De lezer zegt: { $detail }

# Waarom een kaart niet bewaard is.

save-would-not-open = Wat er in het bestand zou komen, gaat niet meer open.
save-differs = Bij het nalezen stond er iets anders.
save-old-is-safe = Er is niets kwijt: het oude bestand is nog heel en deze kaart staat nog open. Bewaar hem op een andere plek.
save-changed = Het bestand is door iets of iemand anders veranderd.
save-changed-advice = Er is niets kwijt. Bewaar deze kaart als kopie, of open eerst het andere bestand.
save-unconfirmed = De kaart staat in het bestand, maar de schijf zegt niet zeker dat hij blijft.
save-unconfirmed-advice = Er is niets kwijt: deze kaart staat nog open. Bewaar hem ook op een andere plek.
save-disk-full = De schijf is vol.
save-not-allowed = Op deze plek mag u niet schrijven.
save-no-folder = De map is er niet.
save-disk = De schijf meldt een fout ({ $detail }).
save-not-saved = De kaart is niet bewaard.
save-exists = Er is al een bestand met die naam.
save-folder = Dat is een map, geen bestand.
save-special = Op die plek staat geen gewoon bestand, maar een apparaat of een doorgeefluik.
save-dead-link = Die naam is een snelkoppeling naar iets wat er niet is.
save-bad-name = Zo mag een bestand hier niet heten. Kies een kortere of andere naam.

# Een plaatje of ander bestand dat niet geschreven is.

write-not-written = { $name } is niet gemaakt.
write-old-is-safe = Er is niets kwijt: wat er al stond, staat er nog.
write-unconfirmed = { $name } is geschreven, maar de schijf zegt niet zeker dat het blijft.
picture-unknown = Aan de naam { $name } is niet te zien wat voor plaatje het wordt. Kies een naam die eindigt op .pdf, .png of .svg.
page-unknown = { $name } is geen naam voor een blad. Kies een naam die eindigt op .pdf.
map-unknown = { $name } is geen naam voor een familiekaart. Kies een naam die eindigt op .familie.

# Waarom een bestand niet gelezen kan worden.

read-missing = { $name } is er niet. Kijk of het bestand een andere naam of plek heeft.
read-dead-link = { $name } is een snelkoppeling naar iets wat er niet is.
read-folder = { $name } is een map, geen bestand. Kies een bestand in die map.
read-special = { $name } is geen gewoon bestand, maar een apparaat of een doorgeefluik. Kies een gewoon bestand.
read-not-allowed = U mag { $name } niet lezen. Vraag wie het bestand beheert.
read-too-large = { $name } is te groot. Meer dan { $mb } MB kan niet.
read-other = { $name } kan niet gelezen worden. Het bestand is niet veranderd. ({ $detail })

open-sealed = Dit bestand is beveiligd met een wachtzin.
open-sealed-how = Open het in het venster, of haal de beveiliging eraf met 'rode-draad unseal'.

open-utf16 = Dit bestand is bewaard als Unicode van Kladblok. Het is goed gelezen. Bij bewaren krijgt het de gewone vorm.
open-by-hand = Dit bestand is na het bewaren veranderd: met de hand, of door een fout op de schijf. Kijk of alles klopt.
