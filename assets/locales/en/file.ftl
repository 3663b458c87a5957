# Why a map does not open. Sentences for a coach.

open-empty = This file is empty.
open-too-large = This file is too large. More than { $mb } MB is not possible.
open-not-text = This file is not readable text (line { $line }).
open-not-a-map = This is not a family map.
open-no-version = The file must begin by saying which version it is.
open-newer = This map was made with a newer program (file version { $version }).
open-newer-safe = The map has not been changed. Get the newest Rode Draad and open it with that.
open-other-safe = The file has not been changed. Choose a file that ends in .familie, .ged or .json.
open-not-whole = This file is not whole: it stops half-way.
open-syntax = On line { $line }, character { $column }, stands something the map does not understand.
open-broken = { $n ->
    [one] One thing in this file is not right.
   *[other] { $n } things in this file are not right.
}
open-more-faults = { $n ->
    [one] There is one more.
   *[other] There are { $n } more.
}
open-safe = The file has not been changed. Take an earlier version, or ask somebody who can look at the text.

# What stands on that line.

open-bad-day = “{ $text }” is not a date. Write it like this: 2026, 2026-11 or 2026-11-21.
open-bad-when = “{ $text }” is not a date. Write it like this: 1979, 1979-02-28, ~1955, <1960, >1950 or 1958..1960.
open-bad-time = “{ $text }” is not a moment. Write a date, or for example: age 19, age ~19, as a child, later.
open-bad-id = “{ $text }” cannot be a code: 1 to 64 characters, no spaces.
open-long-text = This text is too long. It may have { $limit } characters.
open-what-unknown-field = “{ $found }” is not known here. It can be: { $expected }.
open-what-unknown-word = “{ $found }” is not known here. Choose from: { $expected }.
open-what-missing-field = Here “{ $field }” is missing.
open-what-double-field = “{ $field }” is there twice.
open-what-sign = Here { $expected } should stand.
open-what-number = Here a number should stand, or the number is too large.
open-what-trailing = Something follows after the end of the map.
open-what-deep = There are too many brackets inside one another.
open-what-else = The reader says: { $detail }

# Why a map was not saved.

save-would-not-open = What would be in the file would not open again.
save-differs = Reading it back gave something else.
save-old-is-safe = Nothing is lost: the old file is whole and this map is still open. Save it somewhere else.
save-changed = Something or somebody else changed the file.
save-changed-advice = Nothing is lost. Save this map as a copy, or open the other file first.
save-unconfirmed = The map is in the file, but the disk does not say for sure that it stays.
save-unconfirmed-advice = Nothing is lost: this map is still open. Save it in another place, too.
save-disk-full = The disk is full.
save-not-allowed = You may not write in this place.
save-no-folder = The folder is not there.
save-disk = The disk reports a fault ({ $detail }).
save-not-saved = The map was not saved.
save-exists = There is already a file of that name.
save-folder = That is a folder, not a file.
save-special = There is no ordinary file in that place, but a device or a pipe.
save-dead-link = That name is a link to something that is not there.
save-bad-name = A file cannot be called that here. Choose a shorter or another name.

# A picture or another file that was not written.

write-not-written = { $name } was not made.
write-old-is-safe = Nothing is lost: what was there is still there.
write-unconfirmed = { $name } was written, but the disk does not say for sure that it stays.
picture-unknown = The name { $name } does not tell what kind of picture it is to be. Choose a name that ends in .pdf, .png or .svg.
page-unknown = { $name } is no name for a sheet. Choose a name that ends in .pdf.
map-unknown = { $name } is no name for a family map. Choose a name that ends in .familie.

# Why a file cannot be read.

read-missing = { $name } is not there. See whether the file has another name or place.
read-dead-link = { $name } is a link to something that is not there.
read-folder = { $name } is a folder, not a file. Choose a file in that folder.
read-special = { $name } is not an ordinary file, but a device or a pipe. Choose an ordinary file.
read-not-allowed = You may not read { $name }. Ask whoever looks after the file.
read-too-large = { $name } is too large. More than { $mb } MB is not possible.
read-other = { $name } cannot be read. The file was not changed. ({ $detail })

open-sealed = This file is protected with a passphrase.
open-sealed-how = Open it in the window, or take the protection off with 'rode-draad unseal'.

open-utf16 = This file was saved as Unicode by Notepad. It was read well. When you save, it gets the usual form.
open-by-hand = This file was changed after it was saved: by hand, or by a fault of the disk. See whether all is right.
