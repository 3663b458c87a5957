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
    [one] One family has more than two partners. The extra partner got a union of their own (line { $line }).
   *[other] { $n } partners stood as third or later in a family. They got a union of their own (first on line { $line }).
}
gedcom-note-same-xref = { $n ->
    [one] One code is there twice. The second one got a new code (line { $line }).
   *[other] { $n } codes are there more than once. They got a new code (first on line { $line }).
}
gedcom-note-two-bonds = { $n ->
    [one] One child belongs to the father in another way than to the mother. Please check (line { $line }).
   *[other] { $n } children belong to the father in another way than to the mother. Please check (first on line { $line }).
}
gedcom-note-date = { $n ->
    [one] One date cannot be read and was left empty (line { $line }).
   *[other] { $n } dates cannot be read and were left empty (first on line { $line }).
}
gedcom-note-only-year = { $n ->
    [one] Of one date only the year was taken over (line { $line }).
   *[other] Of { $n } dates only the year was taken over (first on line { $line }).
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
gedcom-note-sources = { $n ->
    [one] One source was not taken over.
   *[other] { $n } sources were not taken over.
}
gedcom-note-media = { $n ->
    [one] One picture or file was not taken over.
   *[other] { $n } pictures or files were not taken over.
}
gedcom-note-facts = { $n ->
    [one] One event or fact was not taken over, such as work or address (line { $line }).
   *[other] { $n } events or facts were not taken over, such as work or address (first on line { $line }).
}
gedcom-note-places = { $n ->
    [one] One place was not taken over.
   *[other] { $n } places were not taken over.
}
gedcom-note-empty-families = { $n ->
    [one] One family without people was left out (line { $line }).
   *[other] { $n } families without people were left out (first on line { $line }).
}
gedcom-note-others = { $n ->
    [one] One part that is about the file itself was not taken over (line { $line }).
   *[other] { $n } parts that are about the file itself were not taken over (first on line { $line }).
}
