//! Saving and opening answer later: nothing waits for the disk, nothing that is typed meanwhile is
//! lost, and "bewaard" is said only of what is in the file.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rode_draad::file;
use rode_draad::ui::shell::documents::OnDisk;
use rode_draad::ui::shell::test::{AtOnce, Desk, Fault, Process};
use rode_draad::ui::shell::{Computer, Documents};

use crate::ui_window::{Window, shell_of};

const FOLDER: &str = "/thuis";
pub(crate) const MAP: &str = "/thuis/kaart-2026-11-21.familie";

/// A window on a computer in memory.
pub(crate) struct Room {
    pub(crate) desk: Desk,
    pub(crate) process: Arc<Process>,
    pub(crate) w: Window,
}

impl Room {
    /// On a computer that answers when it is told to.
    pub(crate) fn late() -> Self {
        let room = Self::on(Desk::default());
        room.process.be_late();
        room
    }

    pub(crate) fn on(desk: Desk) -> Self {
        desk.folder(Path::new(FOLDER));
        let process = desk.process();
        let computer: Arc<dyn Computer> = process.clone();
        Self::with(desk, process, Box::new(OnDisk::of(computer)))
    }

    fn with(desk: Desk, process: Arc<Process>, documents: Box<dyn Documents>) -> Self {
        let folder = Path::new(FOLDER);
        let shell = shell_of(process.clone(), documents, folder);
        let w = Window::in_shell(shell, Path::new(""), egui::MissingGlyphPolicy::Panic);
        Self { desk, process, w }
    }

    /// A new map with Anna on it, and a file for it that is not written yet.
    fn saving() -> Self {
        let mut room = Self::late();
        room.w.click_button("Nieuwe kaart");
        room.w.type_text("Anna 1985 v");
        room.w.press("Enter");
        room.w.press("Ctrl+S");
        room.w.press("Enter");
        assert_eq!(room.held(MAP), None, "not yet");
        assert!(!room.w.is_seen("is bewaard"), "nor is it said");
        room
    }

    /// The same, once it is.
    pub(crate) fn saved() -> Self {
        let mut room = Self::saving();
        room.answer();
        assert!(room.w.is_seen("is bewaard") && !room.is_unsaved());
        room.w.press("Home");
        room
    }

    /// One answer comes.
    pub(crate) fn answer(&mut self) {
        assert!(self.process.answer_next(), "something is waited for");
        self.w.harness.run();
    }

    /// All that is waited for is done, and what that leads to.
    pub(crate) fn answer_all(&mut self) {
        for _ in 0..20 {
            self.process.pass(Duration::from_millis(1));
            self.w.harness.run_ok();
        }
    }

    fn add(&mut self, name: &str) {
        self.w.press("B");
        self.w.type_text(name);
        self.w.press("Enter");
    }

    pub(crate) fn is_unsaved(&self) -> bool {
        self.w.app().document().is_unsaved()
    }

    /// Who is in a file, by name.
    fn held(&self, path: &str) -> Option<Vec<String>> {
        let map = file::open(&self.desk.file(Path::new(path))?).expect("a whole map");
        let mut names: Vec<String> = map.people.values().map(|it| it.name.full()).collect();
        names.sort();
        Some(names)
    }

    pub(crate) fn close(&mut self) {
        let viewport = self.w.harness.input_mut().viewports.entry(egui::ViewportId::ROOT);
        viewport.or_default().events.push(egui::ViewportEvent::Close);
        self.w.harness.run_steps(6);
    }

    /// The copies of work that is not saved.
    pub(crate) fn copies(&self) -> Vec<PathBuf> {
        let mut all = self.desk.files();
        all.retain(|it| {
            it.starts_with("/thuis/state") && it.extension().is_some_and(|it| it == "familie")
        });
        all
    }
}

#[test]
fn what_is_typed_while_a_save_is_under_way_is_kept_and_not_called_saved() {
    let mut room = Room::saving();
    room.w.press("Home");
    room.w.press("B");
    // In the middle of a word.
    room.w.type_text("Br");
    room.answer();
    assert_eq!(room.held(MAP).as_deref(), Some(&["Anna".to_owned()][..]), "as it was when asked");
    assert!(room.w.is_seen("is bewaard"));
    assert!(room.is_unsaved(), "the rest is not");
    room.w.type_text("am 1990 m");
    room.w.press("Enter");
    room.w.press("Ctrl+S");
    assert!(room.is_unsaved(), "only once it is answered");
    room.answer();
    assert!(!room.is_unsaved());
    assert_eq!(room.held(MAP).expect("a file"), ["Anna", "Bram"]);
}

#[test]
fn asked_three_times_it_is_saved_in_order_and_the_last_state_is_in_the_file() {
    let mut room = Room::saved();
    let mut expected = vec!["Anna".to_owned()];
    for name in ["Bas", "Bea", "Bo"] {
        room.add(name);
        room.w.press("Ctrl+S");
        expected.push(name.to_owned());
    }
    room.w.press("Ctrl+S");
    room.answer();
    assert_eq!(room.held(MAP).expect("a file"), ["Anna", "Bas"], "the first one first");
    assert!(room.is_unsaved());
    room.answer_all();
    assert_eq!(room.held(MAP).expect("a file"), expected);
    assert!(!room.is_unsaved());
    let asks = room.w.has_button("Bewaar die van mij") || room.w.is_seen("iemand anders");
    assert!(!asks, "its own writing is nobody else's");
}

#[test]
fn closing_waits_for_the_save_and_asks_about_what_came_after_it() {
    let mut room = Room::saved();
    room.add("Bas");
    room.w.press("Ctrl+S");
    room.close();
    assert!(!room.w.app().may_close(), "not before it is saved");
    assert!(!room.w.has_button("Niet bewaren"), "nor is it asked: it is being saved");
    room.process.answer_next();
    room.w.harness.run_ok();
    assert!(room.w.app().may_close());
    assert_eq!(room.held(MAP).expect("a file"), ["Anna", "Bas"]);

    let mut room = Room::saved();
    room.add("Bas");
    room.w.press("Ctrl+S");
    room.add("Bea");
    room.close();
    room.process.answer_next();
    room.w.harness.run_ok();
    assert!(!room.w.app().may_close(), "Bea is not in the file");
    room.w.click_button("Bewaar");
    assert!(!room.w.app().may_close());
    room.answer_all();
    assert!(room.w.app().may_close());
    assert_eq!(room.held(MAP).expect("a file"), ["Anna", "Bas", "Bea"]);
}

#[test]
fn a_save_that_fails_keeps_the_window_the_work_and_the_old_file() {
    for fault in [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::QuotaExceeded,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::Other,
    ] {
        let mut room = Room::saved();
        room.add("Bas");
        room.process.pass(Duration::from_secs(2));
        room.w.press("Ctrl+S");
        room.process.fault(0, Fault::FromHere(fault));
        room.close();
        room.process.answer_next();
        room.w.harness.run_ok();
        assert!(!room.w.app().may_close() && room.is_unsaved(), "{fault:?}");
        assert!(!room.w.is_seen("is bewaard"), "{fault:?}");
        assert!(room.w.is_seen("niet bewaard"), "{fault:?}: it is said");
        assert_eq!(room.held(MAP).expect("a file"), ["Anna"], "{fault:?}");
        assert_eq!(room.copies().len(), 1, "{fault:?}");
        // The disk is mended.
        room.process.fault(0, Fault::Once(ErrorKind::Interrupted));
        room.process.pass(Duration::from_secs(2));
        room.w.press("Ctrl+S");
        room.answer_all();
        assert_eq!(room.held(MAP).expect("a file"), ["Anna", "Bas"], "{fault:?}");
    }
}

#[test]
fn another_map_waits_for_the_save_or_goes_on_without_it_and_nothing_is_mixed() {
    let mut room = Room::saved();
    room.add("Bas");
    room.w.press("Ctrl+S");
    room.w.click_button("Beginscherm");
    assert_eq!(room.w.people().len(), 2, "it is still there");
    room.process.answer_next();
    room.w.harness.run_ok();
    assert!(room.w.has_button("Nieuwe kaart"), "and then home");
    assert_eq!(room.copies(), Vec::<PathBuf>::new());

    // A disk that does not answer holds up nobody.
    room.w.click_button("kaart-2026-11-21.familie");
    room.answer();
    room.w.press("Home");
    room.add("Bea");
    room.process.pass(Duration::from_secs(2));
    room.w.press("Ctrl+S");
    let waits = "De kaart wordt nog bewaard";
    for key in ["Escape", "Enter"] {
        room.w.click_button("Beginscherm");
        room.w.harness.run_steps(90);
        assert!(room.w.is_seen(waits));
        room.w.press(key);
        assert!(!room.w.is_seen(waits) && room.w.people().len() == 3, "{key}: one stays");
    }
    room.w.click_button("Beginscherm");
    room.w.harness.run_steps(90);
    assert!(room.w.is_seen(waits));
    room.w.click_button("Toch weggaan");
    assert_eq!(room.copies().len(), 1, "what is not in the file is in the copy");
    room.w.click_button("Nieuwe kaart");
    room.w.type_text("Dirk 1970 m");
    room.w.press("Enter");
    room.answer_all();
    assert_eq!(room.held(MAP).expect("a file"), ["Anna", "Bas", "Bea"]);
    assert!(room.is_unsaved(), "the answer was about another map");
    assert_eq!(room.w.people().len(), 1);
    room.w.press("Ctrl+S");
    assert!(room.w.has_button("Annuleer"), "it has no file: it is asked where");
}

#[test]
fn opening_answers_later_and_asks_about_what_was_done_meanwhile() {
    let mut room = Room::saved();
    let other = file::to_bytes(&rode_draad::model::FamilyMap {
        title: "Andere".to_owned(),
        ..Default::default()
    });
    room.desk.put(Path::new("/thuis/andere.familie"), &other.expect("bytes"));
    let ask = |room: &mut Room| {
        room.w.press("Ctrl+O");
        room.w.click_button("andere.familie");
        room.w.click_button("Open");
    };
    ask(&mut room);
    assert_eq!(room.w.people().len(), 1, "the map stays until the other one is there");
    room.answer();
    assert_eq!(room.w.map().title, "Andere");

    let mut room = Room::saved();
    let other = room.desk.file(Path::new(MAP)).expect("a map");
    room.desk.put(Path::new("/thuis/andere.familie"), &other);
    ask(&mut room);
    room.add("Bas");
    room.process.answer_next();
    room.w.harness.run_ok();
    assert!(room.w.has_button("Niet bewaren"), "Bas is not given up unasked");
    room.w.click_button("Niet bewaren");
    room.answer_all();
    assert_eq!(room.w.people().len(), 1, "the other one");
    room.process.pass(Duration::from_secs(3));
    room.w.harness.run_ok();
    let left: Vec<PathBuf> = room.copies();
    assert!(left.iter().all(|it| it.starts_with("/thuis/state/thrown-away")), "{left:?}");
    assert_eq!(left.len(), 1, "it can be put back for a week");
    // A file that is not there leaves everything as it is.
    room.desk.put(Path::new("/thuis/andere.familie"), b"");
    room.w.press("Home");
    ask(&mut room);
    room.answer();
    assert_eq!(room.w.people().len(), 1);
}

#[test]
fn what_is_handed_over_is_not_called_saved() {
    let desk = Desk::default();
    desk.folder(Path::new(FOLDER));
    let process = desk.process();
    let documents = Box::new(AtOnce::handing_over(process.clone()));
    let mut room = Room::with(desk, process, documents);
    room.w.click_button("Nieuwe kaart");
    room.w.type_text("Anna 1985 v");
    room.w.press("Enter");
    room.process.pass(Duration::from_secs(2));
    room.w.press("Ctrl+S");
    room.w.press("Enter");
    assert!(room.w.is_seen("is gedownload") && !room.w.is_seen("is bewaard."));
    assert!(room.is_unsaved());
    assert_eq!(room.copies().len(), 1, "its copy stays");
    room.close();
    room.w.click_button("Bewaar");
    room.w.harness.key_press(egui::Key::Enter);
    room.w.harness.run_steps(6);
    assert!(room.w.app().may_close(), "who asked for it may go");
    assert_eq!(room.copies().len(), 1);
}

#[test]
fn a_picture_is_written_beside_the_frames_and_told_when_it_is_there() {
    let mut room = Room::saved();
    room.w.press("Ctrl+K");
    room.w.type_text("plaatje");
    room.w.press("Enter");
    room.w.press("Enter");
    let png = Path::new("/thuis/kaart-2026-11-21.png");
    assert!(room.desk.file(png).is_none() && !room.w.is_seen("is gemaakt"));
    room.close();
    assert!(!room.w.app().may_close(), "it would be lost");
    room.process.answer_next();
    room.w.harness.run_ok();
    assert!(room.desk.file(png).is_some());
    assert!(room.w.app().may_close());
}
