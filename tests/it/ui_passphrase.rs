//! A passphrase is tried beside the frames: meanwhile the window lives, nothing that is typed or tapped
//! goes anywhere, and whoever cancels is where he was. And a seal that cannot be put on all there is.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rode_draad::file::{self, Passphrase, Seal};
use rode_draad::model::{FamilyMap, Name, Person, PersonId};
use rode_draad::ui::shell::Computer as _;

use crate::ui_sealing::{PASSPHRASE, type_in};
use crate::ui_shell::{MAP, Room};
use crate::ui_window::At;

const SEALED: &str = "/thuis/dicht.familie";

/// Kim, sealed, in a file.
fn sealed() -> Vec<u8> {
    let kim = Person { name: Name::called("Kim"), ..Person::default() };
    let people = [(PersonId::new("p1").expect("an id"), Arc::new(kim))];
    let map = FamilyMap { people: people.into(), next_id: 1, ..FamilyMap::default() };
    let seal = Seal::new(Passphrase::new(PASSPHRASE.to_owned()).expect("words"));
    seal.seal(&file::to_bytes(&map).expect("bytes")).expect("sealed")
}

/// Asked for the passphrase of a sealed file.
fn asked() -> Room {
    let mut room = Room::late();
    room.desk.put(Path::new(SEALED), &sealed());
    room.w.harness.state_mut().open_path(Path::new(SEALED));
    room.w.harness.run();
    room.answer();
    assert!(room.w.is_seen("Deze kaart is beveiligd"));
    room
}

/// Everything that somebody without patience does.
fn fidget(room: &mut Room) {
    for key in ["K", "Enter", "B", "Ctrl+S", "Ctrl+Z", "Ctrl+K", "Enter", "Delete"] {
        room.w.press(key);
    }
    room.w.type_text("wat ik dan typ");
}

#[test]
fn a_passphrase_is_tried_beside_the_frames_and_what_is_typed_meanwhile_goes_nowhere() {
    let mut room = asked();
    room.w.type_text("iets anders");
    room.w.press("Enter");
    assert!(room.w.is_seen("Even geduld"), "the window lives");
    assert!(!room.w.is_seen("past niet"), "nobody knows yet");
    fidget(&mut room);
    assert!(room.w.is_seen("Even geduld") && room.process.waiting() == 1, "it is tried once");
    room.answer();
    assert!(room.w.is_seen("past niet") && !room.w.is_seen("Even geduld"));
    // Nothing of it stands in the field.
    room.w.type_text(PASSPHRASE);
    room.w.press("Enter");
    fidget(&mut room);
    assert_eq!(room.w.people().len(), 0, "not yet");
    room.answer();
    assert_eq!(room.w.people(), ["Kim"], "{:?}", room.w.people());
    assert!(!room.is_unsaved(), "and nothing was done to her");
    assert!(!room.w.has_button("Annuleer"), "no room was opened either: {:?}", room.w.buttons());
}

#[test]
fn whoever_cancels_while_a_passphrase_is_tried_is_where_he_was() {
    for by_key in ["", "Escape"] {
        let mut room = asked();
        room.w.type_text(PASSPHRASE);
        room.w.press("Enter");
        if by_key.is_empty() {
            room.w.click_button("Annuleer");
        } else {
            room.w.press(by_key);
        }
        assert!(!room.w.is_seen("Even geduld") && !room.w.is_seen("Deze kaart is beveiligd"));
        room.answer();
        assert_eq!(room.w.people().len(), 0, "the answer is nobody's");
        assert!(room.w.has_button("Nieuwe kaart"));
    }
}

#[test]
fn the_lock_tries_beside_the_frames_and_opens_on_the_map_as_it_was() {
    let mut room = asked();
    room.w.type_text(PASSPHRASE);
    room.w.press("Enter");
    room.answer_all();
    assert_eq!(room.w.people(), ["Kim"]);
    room.w.press("Home");
    room.w.press("B");
    room.w.type_text("Bas");
    room.w.press("Enter");
    room.w.press("Ctrl+L");
    assert!(room.w.is_seen("Op slot") && room.w.people().is_empty());
    room.w.type_text(PASSPHRASE);
    room.w.press("Enter");
    assert!(room.w.is_seen("Even geduld") && room.w.is_seen("Op slot"));
    room.w.press("Escape");
    assert!(!room.w.is_seen("Even geduld"), "given up");
    room.answer_all();
    assert!(room.w.is_seen("Op slot"), "the answer is nobody's");
    type_in(&mut room.w, "Wachtzin", "fout");
    room.w.press("Enter");
    fidget(&mut room);
    room.answer_all();
    assert!(room.w.is_seen("past niet"));
    type_in(&mut room.w, "Wachtzin", PASSPHRASE);
    room.w.press("Enter");
    fidget(&mut room);
    room.answer_all();
    let mut people = room.w.people();
    people.sort();
    assert_eq!(people, ["Bas", "Kim"]);
    room.w.press("Ctrl+Z");
    assert_eq!(
        room.w.people(),
        ["Kim"],
        "what was done before can be undone, and nothing else was"
    );
}

#[test]
fn what_was_thrown_away_is_not_kept_again_while_a_passphrase_is_asked_for() {
    let mut room = Room::saved();
    room.desk.put(Path::new(SEALED), &sealed());
    room.w.press("B");
    room.w.type_text("Bas");
    room.w.press("Enter");
    room.w.press("Ctrl+O");
    room.w.click_button("dicht.familie");
    room.w.click_button("Open");
    room.w.click_button("Niet bewaren");
    for _ in 0..3 {
        room.answer_all();
        room.process.pass(Duration::from_secs(3));
    }
    assert!(room.w.is_seen("Deze kaart is beveiligd"));
    let left = room.copies();
    assert!(left.iter().all(|it| it.starts_with("/thuis/state/thrown-away")), "{left:?}");
    assert_eq!(left.len(), 1, "it can be put back for a week");
    room.w.click_button("Annuleer");
    assert!(room.is_unsaved(), "whoever cancels still has it");
}

/// A map with an earlier version, and the passphrase typed for it.
fn sealing() -> Room {
    let mut room = Room::saved();
    room.w.press("B");
    room.w.type_text("Bram");
    room.w.press("Enter");
    room.w.press("Ctrl+S");
    room.answer_all();
    assert_eq!(versions(&room).len(), 1);
    room.w.press("Escape");
    room.w.press("Escape");
    room.w.click_button("Nog geen wachtzin");
    type_in(&mut room.w, "Wachtzin", PASSPHRASE);
    type_in(&mut room.w, "Nog een keer", PASSPHRASE);
    room
}

pub(crate) fn versions(room: &Room) -> Vec<Vec<u8>> {
    let mut all = room.desk.files();
    all.retain(|it| it.to_string_lossy().contains("/versions/") && it.extension().is_some());
    all.iter().filter_map(|it| room.desk.file(it)).collect()
}

fn is_sealed(room: &Room) -> bool {
    file::is_sealed(&room.desk.file(Path::new(MAP)).expect("a file"))
}

#[test]
fn a_seal_is_made_beside_the_frames_and_nobody_leaves_or_locks_before_it_is() {
    for key in ["", "Ctrl+L"] {
        let mut room = sealing();
        room.w.click_button("Beveilig");
        assert!(room.w.is_seen("Even geduld") && !is_sealed(&room));
        if key.is_empty() {
            room.close();
            assert!(!room.w.app().may_close(), "not while the file is plain");
        } else {
            room.w.press(key);
            assert!(!room.w.is_seen("Op slot"), "a moment");
            room.answer();
            assert!(!room.w.is_seen("Op slot"), "until it is in the file");
        }
        room.answer_all();
        let left = (room.process.waiting(), room.w.buttons());
        assert!(is_sealed(&room), "{key}: {left:?}");
        assert!(versions(&room).iter().all(|it| file::is_sealed(it)), "{key}");
        assert!(
            room.w.app().may_close() || room.w.is_seen("Op slot"),
            "{key}: and then it is done"
        );
    }
}

#[test]
fn whoever_locks_while_a_seal_is_refused_hears_it_behind_the_curtain() {
    let mut room = sealing();
    room.desk.leave_room(Some(40));
    room.w.click_button("Beveilig");
    room.w.press("Ctrl+L");
    room.answer_all();
    assert!(room.w.is_seen("Op slot") && room.w.people().is_empty(), "what was asked is done");
    assert!(!is_sealed(&room));
    room.w.click_button("Ga verder");
    assert!(room.w.is_seen("Beveiligen is niet gelukt"), "{:?}", room.w.buttons());
    room.w.click_button("Laat het zo");
    assert!(room.w.has_button("Nog geen wachtzin") && room.w.people().len() == 2);
}

#[test]
fn a_seal_for_which_there_is_no_room_is_refused_whole_and_tried_again() {
    let mut room = sealing();
    let before = (room.desk.file(Path::new(MAP)), versions(&room));
    room.desk.leave_room(Some(40));
    room.w.click_button("Beveilig");
    room.answer_all();
    assert!(room.w.is_seen("Beveiligen is niet gelukt"), "{:?}", room.w.buttons());
    assert!(room.w.is_seen("Er is niets veranderd."));
    assert!(!room.w.is_seen("is beveiligd"));
    assert_eq!((room.desk.file(Path::new(MAP)), versions(&room)), before, "nothing is let go");
    room.w.click_button("Laat het zo");
    assert!(room.w.has_button("Nog geen wachtzin"), "nor does it look sealed");
    room.w.click_at(At::EmptyMap);
    room.w.click_button("Nog geen wachtzin");
    type_in(&mut room.w, "Wachtzin", PASSPHRASE);
    type_in(&mut room.w, "Nog een keer", PASSPHRASE);
    room.w.click_button("Beveilig");
    room.answer_all();
    assert!(room.w.is_seen("Beveiligen is niet gelukt"));
    room.desk.leave_room(None);
    room.w.click_button("Probeer opnieuw");
    room.answer_all();
    assert!(room.w.is_seen("De kaart is beveiligd."));
    assert!(is_sealed(&room) && versions(&room).iter().all(|it| file::is_sealed(it)));
    assert!(versions(&room).len() >= before.1.len(), "and every version is there");
    assert!(room.process.now() > Duration::ZERO);
}
