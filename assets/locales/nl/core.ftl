# Wat er mis is met een bestand. Zinnen voor een coach.

broken-dangling = Bij { $at } staat een verwijzing naar { $missing }, maar die is er niet.
broken-same-id = De code { $id } is twee keer gebruikt.
broken-own-partner = In relatie { $id } is iemand partner van zichzelf.
broken-too-many-partners = Relatie { $id } heeft meer dan twee partners.
broken-child-twice = In relatie { $union } staat { $person } twee keer.
broken-own-ancestor = { $id } zou een voorouder van zichzelf zijn.
broken-not-finite = Bij { $at } staat een plaats die geen getal is.
broken-not-one-to-three = Bij { $at } staat een volgorde die geen 1, 2 of 3 is.
broken-two-births = { $id } staat bij twee meerlingen.
broken-scene = Beeld { $number } van het verhaal heeft een jaar of een aantal minuten dat niet kan.

# Wat mag, maar niet kan kloppen.

doubt-death-before-birth = { $who } is volgens de kaart gestorven vóór de geboorte. Klopt dat?
doubt-in-the-future = Bij { $who } staat een datum die nog moet komen. Klopt dat?
doubt-very-old = { $who } is volgens de kaart meer dan 130 jaar oud geworden. Klopt dat?
doubt-still-alive = { $who } is volgens de kaart nu ouder dan 115 jaar. Is { $who } overleden?
doubt-loose = { $who } staat nog los: geen lijn met iemand op de kaart.
doubt-many-birth-parents = { $who } heeft op de kaart meer dan twee ouders door geboorte. Klopt dat?
doubt-young-parent = { $who } was volgens de kaart jonger dan 10, of nog niet geboren, toen { $child } werd geboren.
doubt-born-after-death = { $child } is volgens de kaart geboren toen { $who } al lang dood was.
doubt-twins = { $who } hoort op de kaart bij een tweeling, maar de ouders of de geboortejaren zijn niet gelijk.
doubt-union-ends-first = { $couple }: het samenzijn stopt volgens de kaart voordat het begint.
doubt-union-after-death = { $couple }: het samenzijn begint volgens de kaart toen { $who } al dood was.
doubt-tie-after-death = { $couple }: het contact begint volgens de kaart toen { $who } al dood was.
doubt-entry-ends-first = Bij { $who } stopt „{ $what }” voordat het begint.
doubt-entry-outside-life = Bij { $who } valt „{ $what }” voor de geboorte of na het overlijden.
doubt-entry-at-no-age = Bij { $who } staat „{ $what }” op een leeftijd die niemand haalt.
doubt-entry-over-and-now = Bij { $who } is „{ $what }” al gestopt, maar er staat ook dat het nu speelt.
doubt-unknown-kind = Bij { $who } staat iets dat dit programma niet kent: { $kind }. Het blijft bewaard, maar u ziet het niet op de kaart.

# Wat er net veranderd is: de naam van een stap bij 'ongedaan maken'.

edit-add-person = persoon erbij
edit-add-parents = ouders erbij
edit-add-partner = partner erbij
edit-add-child = kind erbij
edit-add-sibling = broer of zus erbij
edit-add-twin = tweeling erbij
edit-remove-person = persoon weg
edit-name = naam
edit-gender = geslacht
edit-life = soort persoon
edit-dates = datum
edit-skill = vaardigheid
edit-notes = notities
edit-focus = hoofdpersoon
edit-add-union = relatie erbij
edit-union = relatie
edit-remove-union = relatie weg
edit-children = kinderen
edit-entry = wat er speelt
edit-remove-entry = iets weg
edit-strength = kracht
edit-remove-strength = kracht weg
edit-relation = contact
edit-household = huishouden
edit-support = hulp
edit-goal = doel
edit-own-kind = eigen thema
edit-mark = antwoord
edit-pin = plaats
edit-shown = wat te zien is
edit-map = gegevens van de kaart
edit-put-back = eerdere versie

# Waarom iets niet kan. Er is dan niets veranderd.

refusal-gone = Dit staat niet meer op de kaart. Er is niets veranderd.
refusal-already-there = De code { $id } is al in gebruik. Er is niets veranderd.
refusal-own-ancestor = { $child } kan geen kind zijn van { $parent }. Iemand zou dan een voorouder van zichzelf zijn.
refusal-own-partner = { $who } kan geen partner van zichzelf zijn.
refusal-too-many-partners = Deze relatie heeft al twee partners. Maak een nieuwe relatie.
refusal-has-parents = De ouders van { $who } staan al op de kaart.
refusal-siblings-already = { $a } en { $b } zijn al broers of zussen.
refusal-already-together = { $a } en { $b } zijn al een stel op de kaart.
refusal-ends-first = Het einde ligt vóór het begin. Kijk de jaren na.
refusal-death-before-birth = { $who } kan niet sterven vóór de geboorte. Kijk de jaren na.
refusal-too-long = Deze tekst is te lang. Er passen { $limit } tekens in.
refusal-out-of-range = Dit kan hier niet. Er is niets veranderd.
refusal-no-strength-here = Een kracht hoort bij een persoon, een relatie of een huishouden.
refusal-other-birth = { $who } hoort al bij een andere meerling.

# Wat er in plaats van eigen woorden staat als de namen uit staan.
names-own = iets eigens
names-own-strength = een eigen kracht

# Een dag, voluit.
month-name = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}

doubt-citizen-number = Bij { $who } lijkt een burgerservicenummer te staan. Is dat nodig?
doubt-account = Bij { $who } lijkt een rekeningnummer te staan. Is dat nodig?
doubt-phone = Bij { $who } lijkt een telefoonnummer te staan. Is dat nodig?
doubt-email = Bij { $who } lijkt een e-mailadres te staan. Is dat nodig?

repair-person = Er werd iemand genoemd die niet op de kaart stond. Die staat er nu, zonder naam.
repair-support = Er werd een helper genoemd die niet op de kaart stond. Die staat er nu, zonder naam.
repair-let-go = Er stond een verwijzing naar iets wat er niet is. Die verwijzing is weg.
repair-same-id = Twee dingen hadden dezelfde code. Het tweede heeft nu een eigen code.
repair-own-partner = Iemand was partner van zichzelf. Die staat er nu één keer.
repair-too-many-partners = Een relatie had meer dan twee partners. Elk paar staat nu apart.
repair-child-twice = Een kind stond twee keer onder dezelfde ouders. Het staat er nu één keer.
repair-own-ancestor = Iemand zou een voorouder van zichzelf zijn. Die staat nu niet meer onder deze ouders.
repair-not-finite = Een plaats op de kaart was geen getal. Die plaats is weg.
repair-not-one-to-three = Een volgorde was geen 1, 2 of 3. Die is weg.
repair-two-births = Iemand stond bij twee meerlingen. Nu alleen bij de eerste.
repair-scene = Een beeld van het verhaal had een jaar of een aantal minuten dat niet kan. Dat is weg.
