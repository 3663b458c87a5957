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

# Wat mag, maar niet kan kloppen.

oddity-death-before-birth = { $who } is volgens de kaart gestorven vóór de geboorte.
oddity-very-old = { $who } is volgens de kaart meer dan 130 jaar oud geworden.
oddity-young-parent = { $who } was volgens de kaart jonger dan 10 toen { $child } werd geboren.
oddity-born-after-death = { $child } is volgens de kaart geboren toen { $who } al lang dood was.
oddity-union-ends-first = Relatie { $id } stopt volgens de kaart voordat hij begint.
oddity-entry-ends-first = Bij { $who } stopt iets ({ $id }) voordat het begint.
oddity-entry-outside-life = Bij { $who } valt iets ({ $id }) buiten het leven.
