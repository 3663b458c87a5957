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
story-too-long = De zin is te lang voor het scherm. Het eind is weggelaten.
story-doubt = Beeld { $number }: { $doubt }
