# Het verhaal: wat de zaal ziet.

story-counter = { $number } van { $all }
story-fictional = bedacht gezin
story-others = { $count ->
    [one] en nog 1 mens
   *[other] en nog { $count } mensen
}
story-nobody = Niemand in beeld.

story-small = De namen zijn { $size } punten hoog. Voor een zaal moet dat minstens { $least } zijn: laat minder mensen zien.
story-has-name = In de zin staat een naam, en namen staan uit. De zin is weggelaten.
story-answer-shown = De draad is al te zien terwijl de zaal nog raadt. Kies hem bij het laten zien.
story-too-long = De zin is te lang voor het scherm. Het eind is weggelaten.
story-doubt = Beeld { $number }: { $doubt }

# De bladzijde waar het verhaal wordt gemaakt, en het venster van wie vertelt.

bar-story = Verhaal
do-show-story = Naar het verhaal
do-record-scene = Neem dit op als beeld van het verhaal
do-scene-before = Naar het vorige beeld
do-scene-after = Naar het volgende beeld
do-scene-earlier = Zet dit beeld eerder
do-scene-later = Zet dit beeld later
do-duplicate-scene = Kopieer dit beeld
do-remove-scene = Haal dit beeld weg
do-tell = Presenteren
do-second-window = Tweede venster
do-tell-next = Verder met het verhaal
do-tell-back = Terug in het verhaal
do-tell-blank = Donker scherm, of weer licht
do-tell-pointer = Aanwijzer, of geen
do-tell-again = Verhaal van voren af aan
do-tell-end = Stop met presenteren
story-scene-title = Beeld { $number }
story-of = van { $all }
story-scene-named = Beeld { $number }: { $title }
story-strip = Het verhaal
story-strip-hint = { $count ->
    [one] 1 beeld · sleep om te wisselen, of Ctrl en pijltjes
   *[other] { $count } beelden · sleep om te wisselen, of Ctrl en pijltjes
}
story-record = Neem op
story-record-hint = wat u nu op de kaart ziet
story-stage = Dit ziet de zaal
story-empty-title = Nog geen verhaal
story-empty-one = 1. Ga naar de kaart. Zet in beeld wie en wat u wilt laten zien.
story-empty-two = 2. Neem het op als beeld, met de knop hieronder of met de toets.
story-empty-three = 3. Schrijf er één zin bij. Daarna het volgende beeld.
story-field-text = Zin op het scherm (één zin)
story-field-title = Naam van dit beeld
story-field-reveal = Zin bij het laten zien
story-field-notes = Notities
story-field-trap = Valkuil
story-field-year = Jaar (leeg: vandaag)
story-field-minutes = Hoeveel minuten
story-guess = Eerst raden, dan laten zien
story-part-guess = eerst raden
story-part-reveal = dan laten zien
story-private = Alleen voor u
story-who = Wie ziet u (tik op de kaart om weg te laten)
story-people = { $count ->
    [one] 1 mens
   *[other] { $count } mensen
}
story-everybody = Iedereen
story-nobody-first = Niemand
story-in-view = Wie op de kaart in beeld is
story-chosen = Wie gekozen is
story-nobody-yet = Nog niemand: kies wie u laat zien
story-behind = { $count ->
    [one] 1 mens staat achter een getal met een plus
   *[other] { $count } mensen staan achter een getal met een plus
 }
story-leave-out = { $name } weglaten uit dit beeld
story-names = Namen
story-strands = Draad
story-strands-revealed = Draad bij het laten zien
story-no-strand = geen
story-lens = Waar u naar kijkt
story-never = Notities en gevoelige dingen komen nooit op het scherm.
story-second-on = Tweede venster: aan
story-recorded = Opgenomen als beeld { $number } van het verhaal.
story-duplicated = Beeld { $number } is een kopie.
story-removed = Dat beeld is weg.
story-moved = Dit is nu beeld { $number }.
story-none = Er is nog geen verhaal om te laten zien. Neem eerst een beeld op.
story-dark = Het scherm is donker.
teller-title = voor wie vertelt
teller-busy = { $minutes ->
    [one] 1 minuut bezig
   *[other] { $minutes } minuten bezig
}
teller-left = { $minutes ->
    [one] nog 1 minuut
   *[other] nog { $minutes } minuten
}
teller-guess = De zaal raadt nu
teller-reveal = Nu laat u het zien
teller-told = Nu
teller-no-notes = Geen notities bij dit beeld.
teller-trap = Valkuil: { $trap }
teller-next = Hierna
teller-next-reveal = Hierna: laten zien
teller-last = Dit is het laatste beeld
teller-show = laten zien
teller-back = terug
teller-on = volgende
teller-dark = donker
teller-pointer = aanwijzer
teller-again = opnieuw
teller-end = stop
