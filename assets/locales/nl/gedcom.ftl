# Waarom een bestand van een stamboomprogramma niet gelezen kan worden.

gedcom-empty = Dit bestand is leeg.
gedcom-too-large = Dit bestand is te groot. Meer dan { $mb } MB kan niet.
gedcom-archive = Dit is een ingepakt bestand (.gdz). Pak het eerst uit en kies dan het bestand dat eindigt op .ged.
gedcom-not = Dit is geen bestand van een stamboomprogramma (GEDCOM).
gedcom-safe = Het bestand is niet veranderd. Vraag het stamboomprogramma om een nieuwe GEDCOM-export.
gedcom-broken = Dit bestand kan niet worden overgenomen. Dat is een fout van Rode Draad, niet van u.

# Wat niet, of anders, is overgenomen. $line is de eerste regel waar het staat.

gedcom-note-own-ancestor = { $n ->
    [one] Eén verbinding tussen kind en ouders is weggelaten: iemand zou een voorouder van zichzelf zijn.
   *[other] { $n } verbindingen tussen kind en ouders zijn weggelaten: iemand zou een voorouder van zichzelf zijn.
}
gedcom-note-own-partner = { $n ->
    [one] Eén keer staat iemand dubbel in een gezin. Dat is één keer overgenomen (regel { $line }).
   *[other] { $n } keer staat iemand dubbel in een gezin. Dat is steeds één keer overgenomen (eerst op regel { $line }).
}
gedcom-note-nobody = { $n ->
    [one] Eén verwijzing gaat naar iemand of iets wat er niet is (regel { $line }).
   *[other] { $n } verwijzingen gaan naar iemand of iets wat er niet is (eerst op regel { $line }).
}
gedcom-note-many-partners = { $n ->
    [one] Eén gezin heeft meer dan twee partners. De extra partner heeft een eigen relatie gekregen (regel { $line }).
   *[other] { $n } partners stonden als derde of verder in een gezin. Zij hebben een eigen relatie gekregen (eerst op regel { $line }).
}
gedcom-note-same-xref = { $n ->
    [one] Eén code staat er twee keer. De tweede heeft een nieuwe code gekregen (regel { $line }).
   *[other] { $n } codes staan er vaker. Ze hebben een nieuwe code gekregen (eerst op regel { $line }).
}
gedcom-note-two-bonds = { $n ->
    [one] Eén kind hoort op een andere manier bij de vader dan bij de moeder. Kijk dit na (regel { $line }).
   *[other] { $n } kinderen horen op een andere manier bij de vader dan bij de moeder. Kijk dit na (eerst op regel { $line }).
}
gedcom-note-date = { $n ->
    [one] Eén datum is niet te lezen en is leeg gelaten (regel { $line }).
   *[other] { $n } datums zijn niet te lezen en zijn leeg gelaten (eerst op regel { $line }).
}
gedcom-note-only-year = { $n ->
    [one] Van één datum is alleen het jaar overgenomen (regel { $line }).
   *[other] Van { $n } datums is alleen het jaar overgenomen (eerst op regel { $line }).
}
gedcom-note-baptism = { $n ->
    [one] Eén keer is een doop of begrafenis gebruikt voor “rond” een geboorte of overlijden (regel { $line }).
   *[other] { $n } keer is een doop of begrafenis gebruikt voor “rond” een geboorte of overlijden (eerst op regel { $line }).
}
gedcom-note-long-ago = { $n ->
    [one] Eén persoon is zo lang geleden geboren dat hij of zij als overleden is overgenomen.
   *[other] { $n } personen zijn zo lang geleden geboren dat zij als overleden zijn overgenomen.
}
gedcom-note-twins = { $n ->
    [one] Eén keer zijn kinderen van dezelfde dag als meerling overgenomen.
   *[other] { $n } keer zijn kinderen van dezelfde dag als meerling overgenomen.
}
gedcom-note-too-long = { $n ->
    [one] Eén tekst is te lang en is ingekort (regel { $line }).
   *[other] { $n } teksten zijn te lang en zijn ingekort (eerst op regel { $line }).
}
gedcom-note-letters = { $n ->
    [one] Eén tekst heeft letters die niet goed te lezen zijn (regel { $line }).
   *[other] { $n } teksten hebben letters die niet goed te lezen zijn (eerst op regel { $line }).
}
gedcom-note-no-level = { $n ->
    [one] Eén regel heeft geen nummer en hoort nu bij de tekst ervoor (regel { $line }).
   *[other] { $n } regels hebben geen nummer en horen nu bij de tekst ervoor (eerst op regel { $line }).
}
gedcom-note-wrong-level = { $n ->
    [one] Eén regel staat te diep en hoort nu bij de regel ervoor (regel { $line }).
   *[other] { $n } regels staan te diep en horen nu bij de regel ervoor (eerst op regel { $line }).
}
gedcom-note-sources = { $n ->
    [one] Eén bronvermelding is niet overgenomen.
   *[other] { $n } bronvermeldingen zijn niet overgenomen.
}
gedcom-note-media = { $n ->
    [one] Eén foto of bestand is niet overgenomen.
   *[other] { $n } foto’s of bestanden zijn niet overgenomen.
}
gedcom-note-facts = { $n ->
    [one] Eén gebeurtenis of gegeven is niet overgenomen, zoals beroep of adres (regel { $line }).
   *[other] { $n } gebeurtenissen of gegevens zijn niet overgenomen, zoals beroep of adres (eerst op regel { $line }).
}
gedcom-note-places = { $n ->
    [one] Eén plaatsnaam is niet overgenomen.
   *[other] { $n } plaatsnamen zijn niet overgenomen.
}
gedcom-note-empty-families = { $n ->
    [one] Eén gezin zonder mensen is weggelaten (regel { $line }).
   *[other] { $n } gezinnen zonder mensen zijn weggelaten (eerst op regel { $line }).
}
gedcom-note-others = { $n ->
    [one] Eén onderdeel over het bestand zelf is niet overgenomen (regel { $line }).
   *[other] { $n } onderdelen over het bestand zelf zijn niet overgenomen (eerst op regel { $line }).
}
