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
gedcom-note-same-couple = { $n ->
    [one] Eén paar stond er als twee gezinnen. Het is nu één paar.
   *[other] { $n } paren stonden er als twee gezinnen. Elk is nu één paar.
}
gedcom-note-same-xref = { $n ->
    [one] Eén code staat er twee keer. De tweede heeft een nieuwe code gekregen (regel { $line }).
   *[other] { $n } codes staan er vaker. Ze hebben een nieuwe code gekregen (eerst op regel { $line }).
}
gedcom-note-two-bonds = { $n ->
    [one] Eén kind hoort op een andere manier bij de vader dan bij de moeder. Kijk dit na (regel { $line }).
   *[other] { $n } kinderen horen op een andere manier bij de vader dan bij de moeder. Kijk dit na (eerst op regel { $line }).
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
gedcom-note-empty-families = { $n ->
    [one] Eén gezin zonder mensen is weggelaten (regel { $line }).
   *[other] { $n } gezinnen zonder mensen zijn weggelaten (eerst op regel { $line }).
}
gedcom-note-guessed = De letters zijn gelezen als { gedcom-charset }. Dat is een gok: het bestand zegt het niet, of zegt iets wat niet klopt. Staan er vreemde letters in de namen? Lees het bestand dan opnieuw met andere letters.
gedcom-note-cut-off = Het bestand heeft geen einde. Misschien is het afgebroken en ontbreken er mensen. Vraag het stamboomprogramma om een nieuwe export.
gedcom-note-no-head = Het begin van het bestand ontbreekt. Misschien ontbreken er ook mensen.
gedcom-note-behind-end = { $n ->
    [one] Eén onderdeel staat na het einde van het bestand. Het is toch overgenomen (regel { $line }).
   *[other] { $n } onderdelen staan na het einde van het bestand. Ze zijn toch overgenomen (eerst op regel { $line }).
}
gedcom-note-zeros = { $n ->
    [one] Op één plek staan lege tekens (nullen) in het bestand. Misschien is het beschadigd.
   *[other] Op { $n } plekken staan lege tekens (nullen) in het bestand. Misschien is het beschadigd.
}
gedcom-note-confidential = { $n ->
    [one] Eén keer staat erbij dat iets vertrouwelijk is. Die gegevens staan in een notitie die alleen u ziet. Namen staan wel op de kaart (regel { $line }).
   *[other] { $n } keer staat erbij dat iets vertrouwelijk is. Die gegevens staan in notities die alleen u ziet. Namen staan wel op de kaart (eerst op regel { $line }).
}
gedcom-note-no-name = { $n ->
    [one] Eén naam is zoiets als “onbekend”. De naam is leeg gelaten (regel { $line }).
   *[other] { $n } namen zijn zoiets als “onbekend”. Die namen zijn leeg gelaten (eerst op regel { $line }).
}
gedcom-note-date = { $n ->
    [one] Eén datum is niet te begrijpen. De tekst staat zoals hij was bij de datum, of in een notitie (regel { $line }).
   *[other] { $n } datums zijn niet te begrijpen. De tekst staat zoals hij was bij de datum, of in een notitie (eerst op regel { $line }).
}
gedcom-note-part-of-date = { $n ->
    [one] Eén datum is niet helemaal begrepen. Kijk die na: de tekst staat ook in een notitie (regel { $line }).
   *[other] { $n } datums zijn niet helemaal begrepen. Kijk ze na: de tekst staat ook in notities (eerst op regel { $line }).
}
gedcom-note-second = { $n ->
    [one] Eén gebeurtenis staat er twee keer, zoals een tweede geboortedatum. De andere staat in een notitie (regel { $line }).
   *[other] { $n } gebeurtenissen staan er vaker, zoals een tweede geboortedatum. De andere staan in notities (eerst op regel { $line }).
}
gedcom-note-again = { $n ->
    [one] Eén paar is weer bij elkaar gekomen (regel { $line }).
   *[other] { $n } paren zijn weer bij elkaar gekomen (eerst op regel { $line }).
}
gedcom-note-more-children = { $n ->
    [one] In één gezin zijn er meer kinderen dan namen. De anderen staan samen als “meer kinderen” (regel { $line }).
   *[other] In { $n } gezinnen zijn er meer kinderen dan namen. De anderen staan samen als “meer kinderen” (eerst op regel { $line }).
}
gedcom-note-facts = { $n ->
    [one] Eén gegeven waar geen vak voor is, staat in een notitie, zoals beroep, plaats of bron (regel { $line }).
   *[other] { $n } gegevens waar geen vak voor is, staan in notities, zoals beroep, plaats of bron (eerst op regel { $line }).
}
gedcom-note-loose-line = { $n ->
    [one] Eén regel hoort nergens bij en is weggelaten (regel { $line }).
   *[other] { $n } regels horen nergens bij en zijn weggelaten (eerst op regel { $line }).
}
gedcom-note-loose-notes = { $n ->
    [one] Eén losse notitie hoort bij niemand en is weggelaten (regel { $line }).
   *[other] { $n } losse notities horen bij niemand en zijn weggelaten (eerst op regel { $line }).
}
gedcom-note-media = { $n ->
    [one] Eén foto of bestand is niet overgenomen (regel { $line }).
   *[other] { $n } foto’s of bestanden zijn niet overgenomen (eerst op regel { $line }).
}
gedcom-note-sources = { $n ->
    [one] Van één bron is niet alles overgenomen, zoals de schrijver (regel { $line }).
   *[other] Van bronnen is niet alles overgenomen, zoals de schrijver: { $n } gegevens (eerst op regel { $line }).
}
gedcom-note-places = { $n ->
    [one] Eén keer is niet overgenomen waar een plaats precies ligt (regel { $line }).
   *[other] { $n } keer is niet overgenomen waar een plaats precies ligt (eerst op regel { $line }).
}
gedcom-note-program = { $n ->
    [one] Eén gegeven dat alleen een stamboomprogramma nodig heeft, is weggelaten (regel { $line }).
   *[other] { $n } gegevens die alleen een stamboomprogramma nodig heeft, zijn weggelaten (eerst op regel { $line }).
}
gedcom-note-others = { $n ->
    [one] Eén gegeven over het bestand zelf is weggelaten, zoals wie het maakte (regel { $line }).
   *[other] { $n } gegevens over het bestand zelf zijn weggelaten, zoals wie het maakte (eerst op regel { $line }).
}
gedcom-note-unknown = { $n ->
    [one] Eén onderdeel kent Rode Draad niet. Het is weggelaten (regel { $line }).
   *[other] { $n } onderdelen kent Rode Draad niet. Ze zijn weggelaten (eerst op regel { $line }).
}

# Wat er van een regel is geworden in een notitie.

gedcom-kept = Uit het stamboombestand:
gedcom-kept-secret = Uit het stamboombestand, vertrouwelijk:

# De namen van gegevens in notities; $tag is de code in het bestand.

gedcom-tag = { $tag ->
    [NAME] Naam
    [SEX] Geslacht
    [BIRT] Geboren
    [CHR] Doop
    [BAPM] Doop
    [BAPT] Doop
    [CHRA] Doop als volwassene
    [DEAT] Overleden
    [BURI] Begraven
    [CREM] Crematie
    [ADOP] Adoptie
    [MARR] Getrouwd
    [DIV] Gescheiden
    [DIVF] Scheiding aangevraagd
    [ANUL] Huwelijk nietig verklaard
    [ENGA] Verloofd
    [MARB] Ondertrouw
    [MARC] Huwelijksvoorwaarden
    [MARL] Huwelijksaangifte
    [MARS] Afspraken voor het huwelijk
    [SEPA] Uit elkaar
    [OCCU] Beroep
    [RELI] Geloof
    [RESI] Woonplaats
    [EMIG] Vertrokken naar het buitenland
    [IMMI] Naar dit land gekomen
    [NATU] Nieuwe nationaliteit
    [NATI] Nationaliteit
    [EDUC] Opleiding
    [GRAD] Diploma
    [RETI] Met pensioen
    [CENS] Volkstelling
    [WILL] Testament
    [PROB] Erfenis geregeld
    [PROP] Bezit
    [TITL] Titel
    [DSCR] Uiterlijk
    [CAST] Stand
    [BARM] Bar mitswa
    [BASM] Bat mitswa
    [BLES] Zegening
    [CONF] Belijdenis
    [FCOM] Eerste communie
    [ORDN] Gewijd
    [CAUS] Oorzaak
    [AGE] Leeftijd
    [AGNC] Instantie
    [DATE] Datum
    [TIME] Tijd
    [PLAC] Plaats
    [ADDR] Adres
    [PHON] Telefoon
    [EMAIL] E-mail
    [WWW] Website
    [FAX] Fax
    [ASSO] Betrokken
    [RELA] Rol
    [ROLE] Rol
    [NCHI] Aantal kinderen
    [NMR] Aantal huwelijken
    [PEDI] Band met de ouders
    [STAT] Stand van zaken
    [FAMC] Ouders
    [FAMS] Gezin
    [HUSB] Partner
    [WIFE] Partner
    [CHIL] Kind
    [EVEN] Gebeurtenis
    [FACT] Gegeven
    [SOUR] Bron
    [NO] Niet gebeurd
    [SSN] Nummer
    [IDNO] Nummer
    [HEAL] Gezondheid
    [ALIA] Andere naam
    [TRAN] In een andere taal
    [ROMN] In Latijnse letters
    [FONE] Uitspraak
    [HIST] Levensverhaal
    [DEST] Bestemming
    [RESN] Vertrouwelijk
    [own_FREL] Band met de vader
    [own_MREL] Band met de moeder
    [own_MILT] Militaire dienst
    [own_MDCL] Medisch
    [own_DCAUSE] Doodsoorzaak
    [own_MSTAT] Burgerlijke staat
    [own_FNRL] Uitvaart
    [own_HEIG] Lengte
    [own_WEIG] Gewicht
    [own_DEG] Diploma
    [own_EMPLOY] Werk
   *[other] { $tag }
}

# Soorten letters (coderingen).

gedcom-charset = { $name ->
    [utf-8] Unicode (UTF-8)
    [windows-1252] West-Europees (Windows)
    [ansel] ANSEL (oude stamboomprogramma’s)
    [cp437] DOS (oude computers)
    [windows-1250] Midden-Europees (Windows)
    [iso-8859-2] Midden-Europees (ISO)
    [windows-1251] Cyrillisch (Windows)
    [koi8-r] Cyrillisch (KOI8)
    [ibm866] Cyrillisch (DOS)
    [windows-1253] Grieks
    [windows-1254] Turks
    [windows-1255] Hebreeuws
    [windows-1256] Arabisch
    [windows-1257] Baltisch
    [windows-1258] Vietnamees
    [macintosh] Oude Mac
    [utf-16le] Unicode (UTF-16)
    [utf-16be] Unicode (UTF-16, omgekeerd)
   *[other] { $name }
}
