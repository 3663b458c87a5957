# The command line.

cli-in-file = { $path } cannot be opened.
cli-only-layout = { $path } is a file for comparing drawings in which the family contradicts itself. Only 'layout' can read it.
cli-clean = Nothing to look at. { $people ->
    [one] There is 1 person on the map.
   *[other] There are { $people } people on the map.
 }
cli-unread = { $where }: “{ $text }” was not understood and stays as text.
cli-unread-map = “{ $text }” was not understood and stays as text.
cli-unknown-format = The name { $path } does not tell which kind of file to write. Use .familie, or choose with --format.
cli-cannot-print = The answer could not be written: the disk is full, or nobody is reading any more.
cli-no-picture = No picture was made: { $why }. Choose a smaller size with --size, or make an SVG.
cli-no-display = No display was found, so the window cannot open. With 'rode-draad render FILE -o PICTURE.svg' you make a picture without a window.
neutral-unreadable = This file for comparing drawings cannot be read: { $why }
cli-year-of-map = Only the map can be drawn of a year: leave out --view or --year.
cli-nobody-called = There is nobody with the code { $id } on the map. 'layout' shows all codes.
cli-copy-for-whom = Whom is the copy for? Say so with --for and an id of the file.
cli-no-support = There is no helper with the code { $id } on the map.
cli-nothing-found = Nothing comes back yet. Add to more people what is going on and what is strong.
cli-wish = Wish: “{ $wish }”
cli-who-is-there = Who is at the table? First choose whom it is about.
cli-strengths = What is strong
cli-strength = { $who }: “{ $strength }”
cli-more = More
cli-wider = Looking wider
convert-only-ties = Only who belongs to whom was written: no names, no notes.
cli-account = { $files ->
    [one] { $lines } lines: { $taken } taken over, { $noted } in a note, { $left } left out and told.
   *[other] Together { $files } files, { $lines } lines: { $taken } taken over, { $noted } in a note, { $left } left out and told.
}
layout-unknown = { $path } is no name for positions and lines. Choose a name that ends in .json.

# Paper.

paper-small = On { $paper } the names would be { $points } points. That is too small to read. It can be read on { $better }: --paper { $better }. Or on several sheets: --tiles.
paper-too-small = On { $paper } the names would be { $points } points. That is too small to read, and so it is on larger paper. Draw a part of the family, with --around, or use several sheets, with --tiles.
paper-always-a4 = This sheet is always A4. --paper { $paper } does not count here.
paper-letters = No typeface on this computer has these letters: { $letters }. An empty box stands in their place.
cli-passphrase = Passphrase:
cli-passphrase-again = Once more:
cli-passphrase-differs = The two passphrases are not the same. Nothing was written.
cli-passphrase-empty = There is no passphrase. Nothing was written.
cli-no-terminal = There is no terminal to ask for the passphrase. Put it in a file, and name that with --passphrase-file.
cli-not-sealed = This file is not protected. Nothing was written.
cli-no-story = There is no story in this file yet.
cli-no-folder = The folder { $folder } cannot be made. Nothing has changed. Choose another folder.
cli-line = Line { $line }, letter { $letter }:
convert-hidden-stays = What is hidden is never in the lines.
