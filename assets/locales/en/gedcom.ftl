# Why a file of a family tree program cannot be read.

gedcom-empty = This file is empty.
gedcom-too-large = This file is too large. More than { $mb } MB is not possible.
gedcom-archive = This is a packed file (.gdz). Unpack it first and then choose the file that ends in .ged.
gedcom-not = This is not a file of a family tree program (GEDCOM).
gedcom-safe = The file has not been changed. Ask the family tree program for a new GEDCOM export.
gedcom-broken = This file cannot be taken over. That is a fault of Rode Draad, not yours.

# What was not taken over, or otherwise. $line is the first line where it stands.

gedcom-note-own-ancestor = { $n ->
    [one] One link between a child and parents was left out: somebody would be their own ancestor.
   *[other] { $n } links between a child and parents were left out: somebody would be their own ancestor.
}
gedcom-note-own-partner = { $n ->
    [one] Once somebody stands twice in a family. It was taken over once (line { $line }).
   *[other] { $n } times somebody stands twice in a family. It was taken over once (first on line { $line }).
}
gedcom-note-nobody = { $n ->
    [one] One link leads to somebody or something that is not there (line { $line }).
   *[other] { $n } links lead to somebody or something that is not there (first on line { $line }).
}
gedcom-note-many-partners = { $n ->
    [one] One family has more than two partners. The extra partner got a relationship of their own (line { $line }).
   *[other] { $n } partners stood as third or later in a family. They got a relationship of their own (first on line { $line }).
}
gedcom-note-same-couple = { $n ->
    [one] One couple was there as two families. It is one couple now.
   *[other] { $n } couples were there as two families. Each is one couple now.
}
gedcom-note-same-xref = { $n ->
    [one] One code is there twice. The second one got a new code (line { $line }).
   *[other] { $n } codes are there more than once. They got a new code (first on line { $line }).
}
gedcom-note-two-bonds = { $n ->
    [one] One child belongs to the father in another way than to the mother. Please check (line { $line }).
   *[other] { $n } children belong to the father in another way than to the mother. Please check (first on line { $line }).
}
gedcom-note-baptism = { $n ->
    [one] Once a baptism or burial was used for “about” a birth or death (line { $line }).
   *[other] { $n } times a baptism or burial was used for “about” a birth or death (first on line { $line }).
}
gedcom-note-long-ago = { $n ->
    [one] One person was born so long ago that they were taken over as having died.
   *[other] { $n } people were born so long ago that they were taken over as having died.
}
gedcom-note-twins = { $n ->
    [one] Once children of the same day were taken over as twins or more.
   *[other] { $n } times children of the same day were taken over as twins or more.
}
gedcom-note-too-long = { $n ->
    [one] One text is too long and was cut short (line { $line }).
   *[other] { $n } texts are too long and were cut short (first on line { $line }).
}
gedcom-note-letters = { $n ->
    [one] One text has letters that cannot be read well (line { $line }).
   *[other] { $n } texts have letters that cannot be read well (first on line { $line }).
}
gedcom-note-no-level = { $n ->
    [one] One line has no number and now belongs to the text before it (line { $line }).
   *[other] { $n } lines have no number and now belong to the text before them (first on line { $line }).
}
gedcom-note-wrong-level = { $n ->
    [one] One line stands too deep and now belongs to the line before it (line { $line }).
   *[other] { $n } lines stand too deep and now belong to the line before them (first on line { $line }).
}
gedcom-note-empty-families = { $n ->
    [one] One family without people was left out (line { $line }).
   *[other] { $n } families without people were left out (first on line { $line }).
}
gedcom-note-guessed = The letters were read as { gedcom-charset }. That is a guess: the file does not say it, or says something that does not fit. Are there strange letters in the names? Then read the file again with other letters.
gedcom-note-cut-off = The file has no end. It may have been cut off, and people may be missing. Ask the genealogy program for a new export.
gedcom-note-no-head = The beginning of the file is missing. People may be missing, too.
gedcom-note-behind-end = { $n ->
    [one] One part stands behind the end of the file. It was taken over all the same (line { $line }).
   *[other] { $n } parts stand behind the end of the file. They were taken over all the same (first on line { $line }).
}
gedcom-note-zeros = { $n ->
    [one] There are empty signs (zeros) at one place in the file. It may be damaged.
   *[other] There are empty signs (zeros) at { $n } places in the file. It may be damaged.
}
gedcom-note-confidential = { $n ->
    [one] One thing is marked as confidential. It is in a note that only you see. Names are on the map (line { $line }).
   *[other] { $n } things are marked as confidential. They are in notes that only you see. Names are on the map (first on line { $line }).
}
gedcom-note-no-name = { $n ->
    [one] One name says something like “unknown”. It was left empty (line { $line }).
   *[other] { $n } names say something like “unknown”. They were left empty (first on line { $line }).
}
gedcom-note-date = { $n ->
    [one] One date cannot be understood. Its text stands as it was in the field of the date, or in a note (line { $line }).
   *[other] { $n } dates cannot be understood. Their texts stand as they were in the fields of the dates, or in notes (first on line { $line }).
}
gedcom-note-part-of-date = { $n ->
    [one] One date was not understood in full. Please check it: its text is in a note, too (line { $line }).
   *[other] { $n } dates were not understood in full. Please check them: their texts are in notes, too (first on line { $line }).
}
gedcom-note-second = { $n ->
    [one] One event is there twice, such as a second date of birth. The other one is in a note (line { $line }).
   *[other] { $n } events are there more than once, such as a second date of birth. The others are in notes (first on line { $line }).
}
gedcom-note-again = { $n ->
    [one] One couple came together again (line { $line }).
   *[other] { $n } couples came together again (first on line { $line }).
}
gedcom-note-more-children = { $n ->
    [one] One family had more children than names. The others stand together as “more children” (line { $line }).
   *[other] { $n } families had more children than names. The others stand together as “more children” (first on line { $line }).
}
gedcom-note-facts = { $n ->
    [one] One fact that has no field is in a note, such as a job, a place or a source (line { $line }).
   *[other] { $n } facts that have no field are in notes, such as jobs, places or sources (first on line { $line }).
}
gedcom-note-loose-line = { $n ->
    [one] One line belongs to nothing and was left out (line { $line }).
   *[other] { $n } lines belong to nothing and were left out (first on line { $line }).
}
gedcom-note-loose-notes = { $n ->
    [one] One note belongs to nobody and was left out (line { $line }).
   *[other] { $n } notes belong to nobody and were left out (first on line { $line }).
}
gedcom-note-media = { $n ->
    [one] One picture or file was not taken over (line { $line }).
   *[other] { $n } pictures or files were not taken over (first on line { $line }).
}
gedcom-note-sources = { $n ->
    [one] Not everything about one source was taken over, such as its author (line { $line }).
   *[other] Not everything about sources was taken over, such as their authors: { $n } facts (first on line { $line }).
}
gedcom-note-places = { $n ->
    [one] Once, where a place lies exactly was not taken over (line { $line }).
   *[other] { $n } times, where a place lies exactly was not taken over (first on line { $line }).
}
gedcom-note-program = { $n ->
    [one] One fact that only a genealogy program needs was left out (line { $line }).
   *[other] { $n } facts that only a genealogy program needs were left out (first on line { $line }).
}
gedcom-note-others = { $n ->
    [one] One fact about the file itself was left out, such as who made it (line { $line }).
   *[other] { $n } facts about the file itself were left out, such as who made it (first on line { $line }).
}
gedcom-note-unknown = { $n ->
    [one] Rode Draad does not know one part. It was left out (line { $line }).
   *[other] Rode Draad does not know { $n } parts. They were left out (first on line { $line }).
}

# The notes in which facts are kept.

gedcom-kept = From the genealogy file:
gedcom-kept-secret = From the genealogy file, confidential:

# What facts are called in notes; $tag is the code in the file.

gedcom-tag = { $tag ->
    [NAME] Name
    [SEX] Sex
    [BIRT] Born
    [CHR] Baptism
    [BAPM] Baptism
    [BAPT] Baptism
    [CHRA] Baptism as an adult
    [DEAT] Died
    [BURI] Buried
    [CREM] Cremation
    [ADOP] Adoption
    [MARR] Married
    [DIV] Divorced
    [DIVF] Divorce filed
    [ANUL] Marriage annulled
    [ENGA] Engaged
    [MARB] Banns
    [MARC] Marriage contract
    [MARL] Marriage licence
    [MARS] Marriage settlement
    [SEPA] Separated
    [OCCU] Job
    [RELI] Religion
    [RESI] Residence
    [EMIG] Emigrated
    [IMMI] Immigrated
    [NATU] Naturalised
    [NATI] Nationality
    [EDUC] Education
    [GRAD] Graduated
    [RETI] Retired
    [CENS] Census
    [WILL] Will
    [PROB] Probate
    [PROP] Property
    [TITL] Title
    [DSCR] Appearance
    [CAST] Rank
    [BARM] Bar mitzvah
    [BASM] Bat mitzvah
    [BLES] Blessing
    [CONF] Confirmation
    [FCOM] First communion
    [ORDN] Ordained
    [CAUS] Cause
    [AGE] Age
    [AGNC] Agency
    [DATE] Date
    [TIME] Time
    [PLAC] Place
    [ADDR] Address
    [PHON] Phone
    [EMAIL] Email
    [WWW] Website
    [FAX] Fax
    [ASSO] Involved
    [RELA] Role
    [ROLE] Role
    [NCHI] Number of children
    [NMR] Number of marriages
    [PEDI] Bond with the parents
    [STAT] State
    [FAMC] Parents
    [FAMS] Family
    [HUSB] Partner
    [WIFE] Partner
    [CHIL] Child
    [EVEN] Event
    [FACT] Fact
    [SOUR] Source
    [NO] Did not happen
    [SSN] Number
    [IDNO] Number
    [HEAL] Health
    [ALIA] Other name
    [TRAN] In another language
    [ROMN] In Latin letters
    [FONE] Pronunciation
    [HIST] Life story
    [DEST] Destination
    [RESN] Confidential
    [own_FREL] Bond with the father
    [own_MREL] Bond with the mother
    [own_MILT] Military service
    [own_MDCL] Medical
    [own_DCAUSE] Cause of death
    [own_MSTAT] Marital status
    [own_FNRL] Funeral
    [own_HEIG] Height
    [own_WEIG] Weight
    [own_DEG] Degree
    [own_EMPLOY] Work
   *[other] { $tag }
}

# Kinds of letters (encodings).

gedcom-charset = { $name ->
    [utf-8] Unicode (UTF-8)
    [windows-1252] Western European (Windows)
    [ansel] ANSEL (old genealogy programs)
    [cp437] DOS (old computers)
    [windows-1250] Central European (Windows)
    [iso-8859-2] Central European (ISO)
    [windows-1251] Cyrillic (Windows)
    [koi8-r] Cyrillic (KOI8)
    [ibm866] Cyrillic (DOS)
    [windows-1253] Greek
    [windows-1254] Turkish
    [windows-1255] Hebrew
    [windows-1256] Arabic
    [windows-1257] Baltic
    [windows-1258] Vietnamese
    [macintosh] Old Mac
    [utf-16le] Unicode (UTF-16)
    [utf-16be] Unicode (UTF-16, reversed)
   *[other] { $name }
}
