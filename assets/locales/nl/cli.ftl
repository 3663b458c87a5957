# De opdrachtregel.

cli-in-file = { $path } kan niet geopend worden.
cli-only-layout = { $path } is een bestand voor het vergelijken van tekeningen, en de familie spreekt zichzelf tegen. Alleen 'layout' kan het lezen.
cli-clean = Niets bijzonders. { $people ->
    [one] Er staat 1 persoon op de kaart.
   *[other] Er staan { $people } mensen op de kaart.
 }
cli-unread = { $where }: „{ $text }” is niet begrepen en blijft als tekst staan.
cli-unread-map = „{ $text }” is niet begrepen en blijft als tekst staan.
cli-unknown-format = Aan { $path } is niet te zien welk soort bestand het moet worden. Gebruik .familie, of kies met --format.
cli-cannot-print = Het antwoord kon niet geschreven worden: de schijf is vol, of er leest niemand meer mee.
cli-no-picture = Er is geen plaatje gemaakt: { $why }. Kies een kleinere maat met --size, of maak een SVG.
cli-no-display = Er is geen beeldscherm gevonden, dus het venster kan niet open. Met 'rode-draad render BESTAND -o PLAATJE.svg' maakt u een plaatje zonder venster.
neutral-unreadable = Dit bestand voor het vergelijken van tekeningen kan niet gelezen worden: { $why }
cli-year-of-map = Een jaar kan alleen bij de kaart: laat --view of --year weg.
cli-nobody-called = Er staat niemand met de code { $id } op de kaart. Met 'layout' ziet u alle codes.
cli-copy-for-whom = Voor wie is de kopie? Zeg het met --for en een code uit het bestand.
cli-no-support = Er staat geen hulp met de code { $id } op de kaart.
cli-nothing-found = Er komt nog niets terug. Zet bij meer mensen wat er speelt en wat sterk is.
cli-wish = Wens: „{ $wish }”
cli-who-is-there = Wie zit er aan tafel? Kies eerst om wie het gaat.
cli-strengths = Wat er sterk is
cli-strength = { $who }: „{ $strength }”
cli-more = Meer
cli-wider = Ruimer kijken
convert-only-ties = Alleen wie bij wie hoort is geschreven: geen namen, geen aantekeningen.
cli-account = { $files ->
    [one] { $lines } regels: { $taken } overgenomen, { $noted } in een notitie, { $left } weggelaten en gemeld.
   *[other] Samen { $files } bestanden, { $lines } regels: { $taken } overgenomen, { $noted } in een notitie, { $left } weggelaten en gemeld.
}
layout-unknown = { $path } is geen naam voor plaatsen en lijnen. Kies een naam die eindigt op .json.

# Papier.

paper-small = Op { $paper } worden de namen { $points } punt groot. Dat is te klein om te lezen. Op { $better } kan het wel: --paper { $better }. Of op meer bladen: --tiles.
paper-too-small = Op { $paper } worden de namen { $points } punt groot. Dat is te klein om te lezen, en op groter papier ook. Teken een deel van de familie, met --around, of neem meer bladen, met --tiles.
paper-always-a4 = Dit blad is altijd A4. --paper { $paper } telt hier niet.
paper-letters = Voor deze letters is op deze computer geen lettertype: { $letters }. Er staat een leeg vakje.
cli-passphrase = Wachtzin:
cli-passphrase-again = Nog een keer:
cli-passphrase-differs = De twee wachtzinnen zijn niet hetzelfde. Er is niets geschreven.
cli-passphrase-empty = Er is geen wachtzin. Er is niets geschreven.
cli-no-terminal = Er is geen terminal om de wachtzin op te vragen. Zet hem in een bestand, en geef dat met --passphrase-file.
cli-not-sealed = Dit bestand is niet beveiligd. Er is niets geschreven.
cli-no-story = In dit bestand staat nog geen verhaal.
cli-no-folder = De map { $folder } kan niet worden gemaakt. Er is niets veranderd. Kies een andere map.
cli-line = Regel { $line }, letter { $letter }:
convert-hidden-stays = Wat verborgen is, staat nooit in de regels.
