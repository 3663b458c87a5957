# What is kept of a map, and what can go.

do-versions = Earlier versions…
versions-title = Earlier versions
versions-text = Each time you save, the map as it was before stays here.
versions-none = There are no earlier versions yet. They come when you save the map more often.
versions-changed = What has changed since this version?
versions-picture = Picture of the chosen version
versions-put-back = Put this one back
versions-light = Show on the map
versions-lit = { $n ->
    [one] Something changed with 1 person since { $when }
   *[other] Something changed with { $n } people since { $when }
}
versions-put-back-done = The map is again as it was: { $when }. The file changes only when you save.
versions-row-broken = does not open
versions-broken = This version does not open.
versions-throw-all = Throw away all earlier versions
versions-throw = { $n ->
    [one] There is 1 earlier version of this map. You cannot get it back. The map itself stays.
   *[other] There are { $n } earlier versions of this map. You cannot get them back. The map itself stays.
}
versions-throw-yes = Throw them away
versions-throw-no = Keep them
versions-thrown = The earlier versions are gone.
versions-not-thrown = Not all earlier versions could go. Try again later.
versions-not-kept = The version before this one could not be kept as an earlier version.

changed-nothing = Nothing has changed.
changed-people-more = { $n ->
    [one] 1 person added: { $what }.
   *[other] { $n } people added: { $what }.
}
changed-people-less = { $n ->
    [one] 1 person no longer on the map: { $what }.
   *[other] { $n } people no longer on the map: { $what }.
}
changed-people-other = Something changed for { $what }.
changed-problems-more = { $n ->
    [one] What is going on, 1 added: { $what }.
   *[other] What is going on, { $n } added: { $what }.
}
changed-problems-less = { $n ->
    [one] What is going on, 1 taken away: { $what }.
   *[other] What is going on, { $n } taken away: { $what }.
}
changed-problems-other = What is going on, changed: { $what }.
changed-strengths-more = { $n ->
    [one] What goes well, 1 added: { $what }.
   *[other] What goes well, { $n } added: { $what }.
}
changed-strengths-less = { $n ->
    [one] What goes well, 1 taken away: { $what }.
   *[other] What goes well, { $n } taken away: { $what }.
}
changed-strengths-other = What goes well, changed: { $what }.
changed-goals-more = { $n ->
    [one] 1 goal added: { $what }.
   *[other] { $n } goals added: { $what }.
}
changed-goals-less = { $n ->
    [one] 1 goal taken away: { $what }.
   *[other] { $n } goals taken away: { $what }.
}
changed-goals-other = Changed in the goals: { $what }.
changed-goal-of-all = a goal of everybody
changed-more = { $n ->
    [one] 1 more
   *[other] { $n } more
}
changed-other = Also changed: { $what }.
changed-word-unions = who belongs together
changed-word-relations = lines between people
changed-word-households = who lives together
changed-word-supports = who helps
changed-word-texts = title or wish
changed-word-agreements = agreements
changed-hidden = { $n ->
    [one] And 1 thing that is hidden now.
   *[other] And { $n } things that are hidden now.
}

gone-title = This map may go
gone-past = It was agreed: the map goes on { $day }. That day is past.
gone-now = Throw the map away…
gone-later = Not now
gone-what = What goes: the file, all earlier versions and copies of work that was not saved. You cannot get it back.
gone-stays = What stays: pictures that you made, and copies of the file that you have somewhere else.
gone-for-good = Throw away for good
gone-done = The map is gone, with its earlier versions and copies.
gone-half = The file is gone. Not all versions and copies could go. Perhaps there is another window open.
gone-changed = The file is no longer as you opened it. It stays.
gone-not = The file could not go. Perhaps you are not allowed to.

do-leave-nothing = Leave nothing on this computer…
traces-title = Leave nothing on this computer?
traces-goes = What goes: the list of maps that you opened, copies of work that was not saved, all earlier versions, and your choice of language and colours. You cannot get this back.
traces-stays = What stays: the maps and pictures that you saved yourself. You remove those yourself.
traces-closes = A map that is open now is closed.
traces-yes = Leave nothing
traces-done = Nothing of your maps is here now, but for what you saved yourself.
traces-half = Not everything could go. Perhaps there is another window open. Close that, and do this once more.

do-seal = Protect with a passphrase…
versions-row-sealed = protected
passphrase-label = Passphrase
passphrase-again = Once more
seal-title = Protect with a passphrase
seal-text = After this the file opens only with this passphrase.
seal-four-words = Take four words that have nothing to do with each other.
seal-weak = Weak. Take four words that have nothing to do with each other.
seal-fair = Fair. With one more word it is strong.
seal-strong = Strong.
seal-differs = The two are not the same.
seal-lost = Write the passphrase down and put it away. If it is lost, nobody can open the map any more. We cannot either.
seal-what = Earlier versions, and copies of work that is not saved yet, open only with this passphrase too.
seal-yes = Protect
seal-done = The map is protected. So are earlier versions and copies.
seal-half = The map is protected. Earlier versions that could not be protected were removed.
seal-left-open = The map is protected. Some of the earlier versions are not yet. Make room on the disk and open the map again: then it is done after all.
seal-refused-title = The map was not protected
seal-refused-versions = The earlier versions of this map could not be protected. Usually the disk has no room then.
seal-refused-kept = Nothing has changed. The map and its earlier versions are still there, as they were.
seal-refused-how = Make room and try again. Or protect the map without the versions that cannot come along. They are then gone for good.
seal-refused-leave = Leave it so
seal-refused-again = Try again
seal-refused-without = Without those versions
unseal-title = This map is protected
unseal-text = Type the passphrase. Opening takes a moment.
unseal-yes = Open
unseal-wait = One moment. This takes a second…
unseal-not-tried = The passphrase could not be tried now. Nothing has changed. Try again.
unseal-wrong = This passphrase does not fit. Nothing has changed. Try again.
unseal-no-passphrase = This file is not protected with a passphrase but with a key. Open it with the program age.
unseal-other-key = This copy belongs to another passphrase.
unseal-too-much-work = This file asks for so much computing that it is not opened. Open it with the program age.
unseal-damaged = This protected file is not whole. Put back a copy if you have one.
unseal-impossible = The file could not be protected. Nothing has changed.
bar-sealed = Protected with a passphrase. Tap to see what can be done.
leftover-sealed = A protected map
leftover-sealed-how = With the passphrase of the map you see which one it is.

bar-unsealed = No passphrase yet. Tap to protect the map.
do-lock = Lock
lock-title = Locked
lock-text = Type the passphrase to go on. What you typed is still there.
lock-curtain = The map is out of sight for now.
lock-go-on = Go on
lock-leave = To the home screen
lock-not-other = The new passphrase could not be put on the map. The one from before still holds.
lock-holds = No copy could be made. Type the passphrase and save the map first, or you lose work.
lock-soon = { $n ->
    [one] The map locks in 1 second. Move the mouse or press Esc to go on.
   *[other] The map locks in { $n } seconds. Move the mouse or press Esc to go on.
}
manage-text = The file, the earlier versions and the copies open only with the passphrase.
manage-lock = Lock when you do nothing, after
manage-minutes = { $n ->
    [0] never
    [one] 1 minute
   *[other] { $n } minutes
}
manage-lock-now = Lock now
manage-other = Another passphrase…
manage-sheet = Sheet for the passphrase…
manage-off = Take the protection off…
seal-off-title = Take the protection off?
seal-off-text = After this everybody who has the file can read the map. Earlier versions and copies on this computer can then be read, too.
seal-off-yes = Take it off
seal-off-no = Keep the passphrase
seal-off = The passphrase is off. Everybody who has the file can read the map now.
seal-off-half = The passphrase is off. Not all earlier versions could follow. Each save tries again.
seal-new-title = With a passphrase?
seal-new-text = Then only who knows the passphrase can open this map. It can be done later, too.
seal-new-yes = With a passphrase…
seal-new-later = Not now

repairs-title = The map was mended. Your file is still as it was.
repairs-place = { $at } of { $all }
repairs-look = See where
repairs-next = Next

neighbour-changed-title = Somebody else changed the file
neighbour-changed = { $name } now holds something else than you opened or saved there. Your map is still here. Nothing is lost.
neighbour-keep-mine = Save my map as a copy
neighbour-take-theirs = Open the other
neighbour-both = Look at both
neighbour-later = Later
neighbour-replace = Replace the other
neighbour-gone-title = The file is gone
neighbour-gone = { $name } was moved or thrown away, or the stick is out. Your map is still here. Nothing is lost.
neighbour-elsewhere = Save in another place
neighbour-put-back = Put the file back
neighbour-read-only-title = The file may only be read
neighbour-read-only = Somebody protected { $name }, so that nobody changes it.
neighbour-replace-anyway = Save anyway
neighbour-copies-title = There is another version beside it
neighbour-copies = { $n ->
    [one] A program that shares folders made a second version of this map. See whether it holds something you miss.
   *[other] A program that shares folders made { $n } other versions of this map. See whether they hold something you miss.
}
neighbour-go-on = Go on with this one
neighbour-both-title = The other version
neighbour-picture = Picture of the other version
neighbour-differs = What is other on your map than on this one?
neighbour-sealed = The other version has another passphrase than this map, or only one of them has any. Keep your map as a copy, then open the other one.
neighbour-unread = The other version does not open now. Perhaps a program is still busy with the file.
neighbour-mine-here = Your map is still here. Nothing is lost.
neighbour-again = Try again
neighbour-window = This map is open in another window, too. Nobody replaces the other: who saves second gets a question.
neighbour-mine-kept = Your own version stays for a week with what you threw away.

copy-title = Is there a copy?
copy-text = No copy of this map was put in another place for { $days } days. If something happens to this file, the map may be gone.
copy-yes = Put a copy elsewhere
copy-no = Later
copy-done = The copy is in { $name }.
open-left-title = The map without a passphrase is still there
open-left-text = { $names } can still be read without a passphrase. Throwing it away cannot be undone.
open-left-yes = Throw away
open-left-no = Leave it
open-left-done = That file is gone.
open-left-half = Not everything could go. Look in the folder yourself.
merge-about = { $what }: { $field }
merge-something = Something on the map
merge-nothing = nothing
merge-taken-away = taken away
merge-changed = changed
merge-otherwise = something else
merge-told = Changed on both: { $about }. First map: { $mine }. Second map: { $theirs }. Chosen: { $chosen }.
merge-kept = { $n ->
    [one] One thing was taken away on one map, but the other still needs it. It stays.
   *[other] { $n } things were taken away on one map, but the other still needs them. They stay.
}
merge-not = No new map can be made of these two. Both are as they were.
merge-contradicts = Together these two maps say something that cannot be. Both are as they were. Change one of them and try again.
merge-field-title = Title
merge-field-wish = The wish
merge-field-dream = The dream
merge-field-today = Date of the conversation
merge-field-throw-away = When the map must go
merge-field-name = name
merge-field-birth-name = name at birth
merge-field-gender = gender
merge-field-life = what it is
merge-field-born = born
merge-field-died = died
merge-field-how-many = how many they are
merge-field-cause = cause of death
merge-field-origin = origin
merge-field-language = language
merge-field-faith = faith
merge-field-work = work
merge-field-partners = who belong to it
merge-field-kind = what kind
merge-field-ending = how it ended
merge-field-together-again = together again
merge-field-bond = how the child belongs to it
merge-field-from = since
merge-field-until = until
merge-field-words = own words
merge-field-said = yes or no
merge-field-going-on = now or in the past
merge-field-weight = how heavy
merge-field-helped = what helped
merge-field-according-to = who says so
merge-field-priority = what matters most
merge-field-level = how it goes
merge-field-effect = what it does
merge-field-text = text
merge-field-first-step = first step
merge-field-by = ready when
merge-field-helper = who helps
merge-field-state = how it stands
merge-field-comment = what was said about it
merge-field-notes = notes
merge-field-trap = pitfall
merge-field-year = year
merge-field-minutes = minutes
merge-scene = Scene “{ $title }”
neighbour-merge = Bring together…
merge-title = Bring two maps together
merge-changes = This changes on this map:
merge-no-changes = Nothing comes to this map, and nothing goes.
merge-both-changed = This was changed on both. Choose what stays:
merge-mine = this map: { $says }
merge-theirs = the other: { $says }
merge-do = Bring together
merge-done = The two maps are one now. Save to keep it.
merge-hidden = Something that cannot be seen now
merge-hidden-mine = what stands here
merge-hidden-theirs = what stands there

# A copy for training.

pseudonym-stays = { $n ->
    [one] In the copy there is 1 person,
   *[other] In the copy there are { $n } people, with who belongs to whom
} and { $things ->
    [one] 1 thing that is going on or is strong.
   *[other] { $things } things that are going on or are strong.
} Names are invented. Places, own words and notes are gone.
pseudonym-shifted = All years have moved by the same number. How old somebody was at the time is still right. People who know when the copy was made can work out the real years.
pseudonym-decades = Years and ages are given in steps of ten years.
pseudonym-left-out = { $n ->
    [one] 1 sensitive thing was left out.
   *[other] { $n } sensitive things were left out.
}
pseudonym-rare-children = A family with { $n } children is rare. People who know the family may recognise it by this.
pseudonym-rare-unions = Somebody had { $n } relationships. That is rare. People who know the family may recognise it by this.
pseudonym-rare-born = { $n } children were born at one birth. People who know the family may recognise it by this.
pseudonym-rare-parent = Somebody had a child at the age of { $n }. People who know the family may recognise it by this.
pseudonym-rare-old = Somebody lived to be { $n }. People who know the family may recognise it by this.
pseudonym-rare-people = There are { $n } people on the map. A large family is easier to recognise.
pseudonym-shape = Somebody may recognise this family even without names. Ask the parent if you may use the copy.
pseudonym-fault = The copy could not be made. Nothing was written. The map is as it was.
pseudonym-done = The copy is in { $name }. The map itself has not changed.
pseudonym-same = Choose another name: this is the file of the map itself. Nothing was written.

# What if.
what-if-title = What if? { $title }
what-if-told = This is a copy to try things in. The map itself stays as it is.
