//! Somebody else changed the file, and the disk does not do as it should: what is said is true, nothing
//! of anybody is lost, and nothing is waited for within a frame.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rode_draad::file::{self, Disk as _, Passphrase, Seal};
use rode_draad::model::{FamilyMap, Name, Person, PersonId};
use rode_draad::ui::shell::test::{Desk, Fault};

use crate::mutated::number;
use crate::ui_passphrase::versions;
use crate::ui_sealing::{PASSPHRASE, type_in};
use crate::ui_shell::{MAP, Room};

const CHANGED: &str = "Iemand anders heeft het bestand veranderd";

fn names(map: &FamilyMap) -> Vec<String> {
    map.people.values().map(|it| it.name.short().to_owned()).collect()
}

/// The same map with Nova, as somebody else saved it.
fn with_nova(map: &FamilyMap, id: &str) -> FamilyMap {
    let mut map = map.clone();
    let nova = Person { name: Name::called("Nova"), ..Person::default() };
    map.people.insert(PersonId::new(id).expect("an id"), Arc::new(nova));
    map
}

fn plain(room: &Room) -> FamilyMap {
    file::open(&room.desk.file(Path::new(MAP)).expect("a file")).expect("a whole map")
}

fn put(room: &Room, map: &FamilyMap) {
    room.desk.put(Path::new(MAP), &file::to_bytes(map).expect("bytes"));
}

/// A saved map with Anna; then Coba here, and Nova in the file.
fn changed() -> Room {
    let mut room = Room::on(Desk::default());
    room.w.click_button("Nieuwe kaart");
    room.w.type_text("Anna 1985 v");
    room.w.press("Enter");
    room.w.press("Ctrl+S");
    room.w.press("Enter");
    room.w.press("Home");
    let theirs = with_nova(&plain(&room), "p77");
    room.w.press("B");
    room.w.type_text("Coba");
    room.w.press("Enter");
    put(&room, &theirs);
    room.process.pass(Duration::from_secs(3));
    room.w.harness.run();
    assert!(room.w.is_seen(CHANGED), "{:?}", room.w.buttons());
    room
}

fn press_if_there(room: &mut Room, words: &str) {
    if room.w.has_button(words) {
        room.w.click_button(words);
    }
}

/// Every file there is in which somebody stands.
fn somewhere(desk: &Desk, name: &str) -> bool {
    let all = desk.files();
    let bytes = all.iter().filter_map(|it| desk.file(it));
    bytes.into_iter().any(|it| String::from_utf8_lossy(&it).contains(name))
}

/// Two maps become one and are saved, with something that goes wrong at a call; and how many calls
/// that takes.
fn merged(fault: Option<(u64, Fault)>) -> (Room, u64) {
    let mut room = changed();
    let begun = room.process.calls();
    if let Some((at, fault)) = fault {
        room.process.fault(at, fault);
    }
    press_if_there(&mut room, "Voeg samen…");
    press_if_there(&mut room, "Voeg samen");
    room.w.press("Ctrl+S");
    let calls = room.process.calls() - begun;
    (room, calls)
}

/// `RODE_DRAAD_FAULTS=1 cargo test --test it ui_merging` tries every fault at every call.
#[test]
fn whatever_the_disk_does_while_two_maps_become_one_nothing_of_anybody_is_lost() {
    let every: Vec<Fault> = Fault::every().collect();
    let is_long = number("RODE_DRAAD_FAULTS").is_some();
    let (room, n_calls) = merged(None);
    assert!(room.w.is_seen("is bewaard") && names(&plain(&room)).len() == 3);
    assert!(10 < n_calls, "{n_calls} calls are few");
    let mut n_refused = 0;
    for at in 0..n_calls {
        for (nth, fault) in every.iter().enumerate() {
            // In the short run one fault at each eighth call, another one each time.
            if !is_long && (at % 8 != 0 || nth as u64 != at * 5 % 19) {
                continue;
            }
            let (mut room, _) = merged(Some((at, *fault)));
            let told = room.w.is_seen("is bewaard");
            room.process.pass(Duration::from_secs(3));
            room.w.harness.run();
            let here = names(room.w.map());
            let in_file = names(&plain(&room));
            let case = format!("{fault:?} at {at}: here {here:?}, in the file {in_file:?}");
            let is_alive = !room.process.is_dead();
            if told && is_alive {
                assert_eq!(here.len(), in_file.len(), "it is said that it is saved: {case}");
            }
            for name in ["Anna", "Coba", "Nova"] {
                let is_here = is_alive && here.iter().any(|it| it == name);
                assert!(is_here || somewhere(&room.desk, name), "{name} is lost: {case}");
            }
            assert!(in_file.contains(&"Nova".to_owned()), "theirs is not replaced unasked: {case}");
            n_refused += u32::from(in_file.len() < 3);
        }
    }
    assert!(0 < n_refused, "some fault is felt");
}

#[test]
fn a_file_that_is_half_written_or_gone_meanwhile_is_told_and_tried_again() {
    let mut room = changed();
    let whole = room.desk.file(Path::new(MAP)).expect("a file");
    room.desk.put(Path::new(MAP), &whole[..whole.len() / 2]);
    for way in ["Voeg samen…", "Probeer opnieuw"] {
        room.w.click_button(way);
        assert!(room.w.is_seen("gaat nu niet open"), "{way}");
        assert!(room.w.is_seen("Uw kaart staat hier nog."), "{way}");
        assert!(room.w.has_button("Bewaar mijn kaart als kopie") && room.w.has_button("Later"));
    }
    room.desk.process().remove(Path::new(MAP)).expect("gone");
    room.w.click_button("Probeer opnieuw");
    assert!(room.w.is_seen("Uw kaart staat hier nog.") && room.w.has_button("Probeer opnieuw"));
    room.desk.put(Path::new(MAP), &whole);
    room.w.click_button("Probeer opnieuw");
    assert!(room.w.is_seen("1 mens erbij: Coba."), "{:?}", room.w.buttons());
    // Once more it is other than what is looked at: that is not what may be replaced.
    let newer = FamilyMap { title: "nieuwer".to_owned(), ..plain(&room) };
    put(&room, &newer);
    room.w.click_button("Vervang de andere");
    assert!(room.w.is_seen(CHANGED), "asked again");
    assert_eq!(plain(&room).title, "nieuwer");
}

/// A disk that is full when a file is put back or replaced leaves the next save as careful as before.
#[test]
fn after_a_save_that_failed_the_next_one_still_replaces_nobody() {
    let mut room = changed();
    room.w.click_button("Bekijk allebei");
    room.desk.leave_room(Some(10));
    room.w.click_button("Vervang de andere");
    assert!(!room.w.is_seen("is bewaard"));
    assert!(names(&plain(&room)).contains(&"Nova".to_owned()), "theirs is as it was");
    room.desk.leave_room(None);
    put(&room, &FamilyMap { title: "nieuwer".to_owned(), ..plain(&room) });
    room.w.press("Ctrl+S");
    assert!(room.w.is_seen(CHANGED), "{:?}", room.w.buttons());
    assert_eq!(plain(&room).title, "nieuwer");
    // The same of a file that is gone, put back in vain, and there again.
    let mut room = changed();
    let theirs = plain(&room);
    room.w.click_button("Later");
    room.desk.process().remove(Path::new(MAP)).expect("gone");
    room.process.pass(Duration::from_secs(3));
    room.w.harness.run();
    assert!(room.w.is_seen("Het bestand is weg"), "{:?}", room.w.buttons());
    room.desk.leave_room(Some(10));
    room.w.click_button("Zet het bestand terug");
    assert!(!room.w.is_seen("is bewaard") && room.desk.file(Path::new(MAP)).is_none());
    room.desk.leave_room(None);
    put(&room, &theirs);
    room.w.press("Ctrl+S");
    assert!(room.w.is_seen(CHANGED), "{:?}", room.w.buttons());
    assert_eq!(plain(&room), theirs);
}

/// A sealed map takes a second to open: beside the frames. And what somebody else wrote is kept as what
/// it is, not as what stood there before.
#[test]
fn a_sealed_file_of_somebody_else_is_opened_beside_the_frames_and_kept_when_it_is_replaced() {
    let mut room = Room::saved();
    room.w.press("Escape");
    room.w.click_button("Nog geen wachtzin");
    type_in(&mut room.w, "Wachtzin", PASSPHRASE);
    type_in(&mut room.w, "Nog een keer", PASSPHRASE);
    room.w.click_button("Beveilig");
    room.answer_all();
    let words = || Passphrase::new(PASSPHRASE.to_owned()).expect("words");
    let sealed = room.desk.file(Path::new(MAP)).expect("a file");
    let (seal, bytes) = Seal::open(&sealed, words()).expect("it opens");
    let theirs = with_nova(&file::open(&bytes).expect("a map"), "p77");
    let theirs = seal.seal(&file::to_bytes(&theirs).expect("bytes")).expect("sealed");
    room.desk.put(Path::new(MAP), &theirs);
    room.process.pass(Duration::from_secs(3));
    room.w.harness.run();
    assert!(room.w.is_seen(CHANGED), "{:?}", room.w.buttons());
    room.w.click_button("Voeg samen…");
    assert!(room.w.is_seen("Even geduld") && !room.w.is_seen(CHANGED), "the window lives");
    room.w.press("Escape");
    assert!(!room.w.is_seen("Even geduld"), "given up");
    room.answer_all();
    assert!(!room.w.is_seen("samenvoegen") && room.w.people().len() == 1, "nobody's answer");
    room.w.press("Home");
    room.w.press("B");
    room.w.type_text("Coba");
    room.w.press("Enter");
    room.w.press("Ctrl+S");
    room.answer_all();
    assert!(room.w.is_seen(CHANGED), "{:?}", room.w.buttons());
    room.w.click_button("Voeg samen…");
    for key in ["Enter", "K", "Ctrl+Z", "Ctrl+S"] {
        room.w.press(key);
    }
    room.answer_all();
    assert!(room.w.is_seen("1 mens erbij: Nova."), "{:?}", room.w.buttons());
    room.w.click_button("Voeg samen");
    assert_eq!(room.w.people().len(), 3, "{:?}", room.w.people());
    room.w.press("Ctrl+S");
    room.answer_all();
    let now = room.desk.file(Path::new(MAP)).expect("a file");
    let (_, now) = Seal::open(&now, words()).expect("it opens");
    assert_eq!(file::open(&now).expect("a map").people.len(), 3);
    let kept = versions(&room).into_iter().filter_map(|it| seal.open_kept(&it).ok());
    let kept: Vec<_> = kept.map(|it| names(&file::open(&it).expect("a map"))).collect();
    assert!(kept.iter().any(|it| it.contains(&"Nova".to_owned()) && it.len() == 2), "{kept:?}");
}

/// While its passphrase is asked for, no other window throws the work away.
#[test]
fn work_whose_passphrase_is_asked_for_is_nobody_elses() {
    let mut room = Room::saved();
    room.w.press("Escape");
    room.w.click_button("Nog geen wachtzin");
    type_in(&mut room.w, "Wachtzin", PASSPHRASE);
    type_in(&mut room.w, "Nog een keer", PASSPHRASE);
    room.w.click_button("Beveilig");
    room.answer_all();
    room.w.press("Escape");
    room.w.press("Home");
    room.w.press("B");
    room.w.type_text("Bas");
    room.w.press("Enter");
    room.process.pass(Duration::from_secs(3));
    room.process.kill();
    let (mut one, mut other) = (Room::on(room.desk.clone()), Room::on(room.desk.clone()));
    one.w.click_button("Open de kopie");
    assert!(one.w.is_seen("Deze kaart is beveiligd"));
    other.w.click_button("Gooi weg");
    other.w.click_button("Gooi weg");
    assert!(other.w.is_seen("De kopie kon niet weg."), "{:?}", other.w.buttons());
    for word in ["iets anders", PASSPHRASE] {
        one.w.type_text(word);
        one.w.press("Enter");
    }
    assert_eq!(one.w.people().len(), 2, "Anna and Bas: {:?}", one.w.people());
    // Who does not go on leaves it to the others.
    let room = one;
    room.process.kill();
    let (mut one, mut other) = (Room::on(room.desk.clone()), Room::on(room.desk.clone()));
    one.w.click_button("Open de kopie");
    one.w.press("Escape");
    other.w.click_button("Gooi weg");
    other.w.click_button("Gooi weg");
    assert!(!other.w.is_seen("kon niet weg") && other.w.has_button("Weggegooid: 1 kopie"));
    one.w.click_button("Open de kopie");
    assert!(one.w.is_seen("Deze kopie is er niet meer"), "and it is said");
    assert!(!one.w.is_seen("Deze kaart is beveiligd"), "nothing is asked about what is gone");
}

#[test]
fn a_folder_with_very_many_files_opens_at_once_and_every_map_in_it_is_there() {
    let mut room = Room::on(Desk::default());
    for n in 0..20_000 {
        room.desk.put(Path::new(&format!("/thuis/a{n:05}.jpg")), b"x");
    }
    for n in 0..2_000 {
        room.desk.put(Path::new(&format!("/thuis/kaart{n:05}.familie")), b"x");
    }
    let start = room.process.calls();
    room.w.press("Ctrl+O");
    assert!(room.process.calls() - start < 6_000, "{}", room.process.calls() - start);
    assert!(room.w.is_seen("Hier staat heel veel."));
    assert!(room.w.has_button("kaart00000.familie") && !room.w.has_button("kaart01999.familie"));
    room.w.press("Ctrl+A");
    room.w.type_text("/thuis/kaart01999.familie");
    room.w.click_button("Open");
    assert!(!room.w.is_seen("Hier staat heel veel."), "it is taken");
    room.process.fault(0, Fault::Once(ErrorKind::PermissionDenied));
    room.w.press("Ctrl+O");
    assert!(room.w.has_button("Annuleer"), "and a folder that cannot be read is no end");
}
