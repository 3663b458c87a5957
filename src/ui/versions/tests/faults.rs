//! Every call of a save that keeps what it replaces refused, done by half, or the last of its process:
//! the file is the old or the new one, whole, so is each version, and what is said is so.

use super::*;
use crate::file::KeptKeys;
use crate::ui::shell::test::{Desk, Fault};

/// One fault in one save; false when the save makes no such call.
fn try_fault(fault: Fault, at: u64) -> bool {
    let desk = Desk::default();
    let file = PathBuf::from("/thuis/kaart.familie");
    desk.folder(Path::new("/thuis"));
    let process = desk.process();
    let store = Store::new(Some(PathBuf::from("/versions")), process.clone());
    let save = |number| {
        let kept = store.keep_former(None, &file, (&content(number), None), today());
        (kept, file::save(&*process, &file, &content(number), Expected::Anything))
    };
    save(0).1.expect("saved");
    save(1).1.expect("saved");
    let before = process.calls();
    process.fault(at, fault);
    let (kept, saved) = save(2);
    let is_hit = before + at < process.calls();
    let is_dead = process.is_dead();
    process.kill();
    let what = format!("{fault:?} at {at}");
    let now = desk.file(&file).expect("a file");
    assert!(now == content(1) || now == content(2), "{what}: the file is whole");
    assert!(saved.is_err() || is_dead || now == content(2), "{what}: said to be saved");
    let next = Store::new(Some(PathBuf::from("/versions")), desk.process());
    let held = held(&next, &file);
    let is_whole = |it: &Vec<u8>| *it == content(0) || *it == content(1);
    assert!(held.iter().all(is_whole), "{what}: each version is whole");
    assert!(held.contains(&content(0)), "{what}: what was kept stays");
    let is_there = held.contains(&content(1));
    assert!(kept != Kept::Yes || is_dead || is_there, "{what}: said to be kept");
    is_hit
}

#[test]
fn a_fault_at_any_call_leaves_file_and_versions_whole_and_no_false_word() {
    for fault in Fault::every() {
        let n = (0..200).take_while(|at| try_fault(fault, *at)).count();
        assert!(15 < n && n < 200, "{fault:?}: {n} calls");
    }
}

/// A map with two versions that anybody can read, and one fault while they are sealed; false when that
/// makes no such call.
fn try_sealing(keys: &KeptKeys, unsealable: Unsealable, (fault, at): (Fault, u64)) -> bool {
    let desk = Desk::default();
    let file = PathBuf::from("/thuis/kaart.familie");
    desk.folder(Path::new("/thuis"));
    let process = desk.process();
    let store = Store::new(Some(PathBuf::from("/versions")), process.clone());
    for number in 0..3 {
        store.keep_former(None, &file, (&content(number), None), today());
        file::save(&*process, &file, &content(number), Expected::Anything).expect("saved");
    }
    let before = held(&store, &file);
    assert_eq!(before.len(), 2);
    let calls = process.calls();
    process.fault(at, fault);
    let anew = store.seal_anew(&file, keys, unsealable);
    let is_refused = anew.is_err();
    assert!(!matches!(anew, Ok(None)), "{fault:?} at {at}: there are versions");
    // The user chose what may go, and the file was saved; or it was not.
    let n_going = anew.as_ref().map_or(0, |it| it.as_ref().map_or(0, Anew::n_going));
    let is_put = match (anew, unsealable) {
        (Ok(Some(anew)), Unsealable::Goes) => anew.put(),
        _ => false,
    };
    let is_hit = calls + at < process.calls();
    let is_dead = process.is_dead();
    process.kill();
    let next = Store::new(Some(PathBuf::from("/versions")), desk.process());
    let after = held(&next, &file);
    let what = format!("{unsealable:?}, {fault:?} at {at}");
    if unsealable == Unsealable::Refuses {
        assert_eq!(after, before, "{what}: nothing is other than it was");
    }
    let plain = after.iter().map(|it| match file::is_sealed(it) {
        true => keys.open(it).expect("it opens"),
        false => it.clone(),
    });
    let plain: Vec<Vec<u8>> = plain.collect();
    assert!(plain.iter().all(|it| before.contains(it)), "{what}: each is whole");
    let n_lost = before.iter().filter(|it| !plain.contains(it)).count();
    assert!(n_lost <= n_going, "{what}: {n_lost} gone of {n_going} that may");
    let is_sealed = after.iter().all(|it| file::is_sealed(it));
    assert!(!is_put || is_dead || is_sealed, "{what}: said to be sealed");
    assert!(!is_refused || unsealable == Unsealable::Refuses || n_lost == 0, "{what}");
    // What a killed window left there goes with the next save.
    next.keep_former(None, &file, (&content(9), None), today());
    assert!(!desk.files().iter().any(|it| it.to_string_lossy().contains("anew-")), "{what}");
    is_hit
}

#[test]
fn a_fault_while_versions_are_sealed_lets_nothing_go_but_what_may() {
    let words = file::Passphrase::new("vier losse woorden hier".to_owned()).expect("words");
    let keys = Seal::new(words).kept_keys();
    for unsealable in [Unsealable::Refuses, Unsealable::Goes] {
        for fault in Fault::every() {
            let n = (0..200).take_while(|at| try_sealing(&keys, unsealable, (fault, *at))).count();
            assert!(8 < n && n < 200, "{unsealable:?}, {fault:?}: {n} calls");
        }
    }
}
