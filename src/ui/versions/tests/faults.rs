//! Every call of a save that keeps what it replaces refused, done by half, or the last of its process:
//! the file is the old or the new one, whole, so is each version, and what is said is so.

use std::io::ErrorKind;

use super::*;
use crate::ui::shell::test::{Desk, Fault};

const KINDS: [ErrorKind; 6] = [
    ErrorKind::StorageFull,
    ErrorKind::Other,
    ErrorKind::PermissionDenied,
    ErrorKind::QuotaExceeded,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::Interrupted,
];

/// One fault in one save; false when the save makes no such call.
fn try_fault(fault: Fault, at: u64) -> bool {
    let desk = Desk::default();
    let file = PathBuf::from("/thuis/kaart.familie");
    desk.folder(Path::new("/thuis"));
    let process = desk.process();
    let store = Store::new(Some(PathBuf::from("/versions")), process.clone());
    let save = |number| {
        let kept = store.keep_former(&file, (&content(number), None), today());
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
    let errors = KINDS
        .iter()
        .flat_map(|kind| [Fault::Once(*kind), Fault::Halfway(*kind), Fault::FromHere(*kind)]);
    for fault in std::iter::once(Fault::Kill).chain(errors) {
        let n = (0..200).take_while(|at| try_fault(fault, *at)).count();
        assert!(15 < n && n < 200, "{fault:?}: {n} calls");
    }
}
