//! Nothing is lost: copies of unsaved work through opening, undoing, closing and falling over.
//!
//! A window that is dropped is one that fell over: its work stays behind as a copy.

use std::fs;
use std::path::{Path, PathBuf};

use crate::ui_window::Window;

/// A new map with somebody called `name`, in a window that then falls over.
fn fall_over_with(folder: &Path, name: &str) {
    let mut w = Window::open_in(folder);
    w.click_button("Nieuwe kaart");
    w.type_text(&format!("{name} 1985 v"));
    w.press("Enter");
    w.fall_over();
    // Copies are listed by the time they were written.
    std::thread::sleep(std::time::Duration::from_millis(20));
}

pub(crate) fn copies(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.join("state")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "familie") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn holds(path: &Path, name: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.contains(name))
}

fn is_somewhere(folder: &Path, name: &str) -> bool {
    copies(folder).iter().any(|path| holds(path, name))
}

fn close(w: &mut Window) {
    let viewport = w.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    viewport.events.push(egui::ViewportEvent::Close);
    w.harness.run_steps(6);
}

fn saved(name: &str) -> (Window, PathBuf) {
    let mut w = Window::open(name);
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    w.press("Ctrl+S");
    w.press("Enter");
    let path = w.folder().join("kaart-2026-11-21.familie");
    assert!(path.exists(), "saved");
    (w, path)
}

#[test]
fn undone_back_to_what_is_saved_leaves_nothing_to_offer() {
    let (mut w, path) = saved("keep-undo");
    let folder = w.folder().to_owned();
    w.press("K");
    w.type_text("Bram 2010 m");
    w.press("Enter");
    assert!(w.app().document().is_unsaved());
    while w.app().document().is_unsaved() {
        w.press("Ctrl+Z");
    }
    w.fall_over();
    assert_eq!(copies(&folder), Vec::<PathBuf>::new(), "the file holds it all");
    let w = Window::open_in(&folder);
    assert!(!w.has_button("Open de kopie"));
    w.fall_over();
    // Unless the file is no longer what it was.
    let mut w = Window::open_in(&folder);
    w.click_button("kaart-2026-11-21.familie");
    w.press("Home");
    w.press("K");
    w.type_text("Bram 2010 m");
    w.press("Enter");
    fs::remove_file(&path).expect("somebody removes the file");
    w.press("Ctrl+Z");
    w.press("Ctrl+Z");
    w.fall_over();
    assert!(is_somewhere(&folder, "Anna"), "the copy is the last one");
}

#[test]
fn an_opened_copy_stays_until_it_is_saved() {
    let folder = Window::open("keep-open").folder().to_owned();
    fall_over_with(&folder, "Anna");
    fall_over_with(&folder, "Bas");
    for _ in 0..2 {
        let mut w = Window::open_in(&folder);
        let offered = w.buttons().into_iter().filter(|it| it.starts_with("Open de kopie")).count();
        assert_eq!(offered, 2, "opened and fallen over again: both are still there");
        w.click_button("Open de kopie");
        assert!(w.app().document().is_unsaved());
        w.fall_over();
    }
    let mut w = Window::open_in(&folder);
    w.click_button("Open de kopie");
    let first = w.people();
    w.click_button("Beginscherm");
    w.click_button("Annuleer");
    assert_eq!(w.people(), first, "nothing is replaced unasked");
    w.click_button("Beginscherm");
    w.click_button("Niet bewaren");
    w.click_button("Open de kopie");
    assert_ne!(w.people(), first, "the other one");
    assert!(is_somewhere(&folder, "Anna") && is_somewhere(&folder, "Bas"));
    w.press("Ctrl+S");
    w.press("Enter");
    let in_file = |name| holds(&folder.join("kaart-2026-11-21.familie"), name);
    assert_eq!(copies(&folder).len(), 1, "only what was not kept");
    assert!(in_file("Anna") != in_file("Bas"));
    assert!(in_file("Anna") != is_somewhere(&folder, "Anna"));
}

#[test]
fn a_copy_of_a_saved_map_goes_on_to_be_saved_there_and_never_over_newer_work() {
    let (mut w, path) = saved("keep-file");
    let folder = w.folder().to_owned();
    w.press("K");
    w.type_text("Bram 2010 m");
    w.press("Enter");
    w.fall_over();
    let mut w = Window::open_in(&folder);
    w.click_button("Open de kopie");
    w.press("Ctrl+S");
    assert!(holds(&path, "Bram"), "in its own file, without a question");
    w.press("Home");
    w.press("B");
    w.type_text("Coba 1990 v");
    w.press("Enter");
    w.fall_over();
    let theirs = fs::read_to_string(&path).expect("a file").replace("Bram", "Zilver");
    fs::write(&path, &theirs).expect("somebody else saves");
    let mut w = Window::open_in(&folder);
    w.click_button("kaart-2026-11-21.familie");
    assert!(w.is_seen("ook werk dat nog niet bewaard was"), "it is told");
    w.click_button("Beginscherm");
    w.click_button("Open de kopie");
    w.press("Ctrl+S");
    assert_eq!(fs::read_to_string(&path).expect("a file"), theirs, "not replaced");
    assert!(is_somewhere(&folder, "Coba"));
}

#[test]
fn throwing_away_asks_and_can_be_taken_back_for_a_week() {
    let folder = Window::open("keep-throw").folder().to_owned();
    fall_over_with(&folder, "Anna");
    let mut w = Window::open_in(&folder);
    w.click_button("Gooi weg");
    w.click_button("Annuleer");
    assert!(w.has_button("Open de kopie"), "only after a question");
    w.click_button("Gooi weg: ");
    assert!(w.is_seen("7 dagen"), "which says how long it stays");
    w.click_button("Gooi weg");
    assert!(!w.has_button("Open de kopie"));
    assert!(is_somewhere(&folder, "Anna"));
    w.click_button("Weggegooid: 1 kopie");
    w.click_button("Haal terug");
    w.click_button("Open de kopie");
    assert!(w.people().iter().any(|it| it.starts_with("Anna")), "{:?}", w.people());
}

#[test]
fn what_is_not_kept_at_closing_stays_for_a_week() {
    let mut w = Window::open("keep-close");
    let folder = w.folder().to_owned();
    w.click_button("Nieuwe kaart");
    w.type_text("Anna");
    w.press("Enter");
    close(&mut w);
    w.click_button("Niet bewaren");
    assert!(w.app().may_close());
    w.harness.run_steps(4);
    w.fall_over();
    let w = Window::open_in(&folder);
    assert!(!w.has_button("Open de kopie"), "not asked about again");
    assert!(w.has_button("Weggegooid: 1 kopie"), "{:?}", w.buttons());
    assert!(is_somewhere(&folder, "Anna"));
}

/// Own words that still stand in the palette, which is on no list.
#[test]
fn words_in_the_palette_are_in_the_copy_and_hold_the_window() {
    for (strengths, words) in [(false, "kibbelt met buren"), (true, "zingt in bad")] {
        let (mut w, _) = saved(&format!("keep-palette-{strengths}"));
        let folder = w.folder().to_owned();
        w.press("Home");
        if strengths {
            w.click_button("Kracht toevoegen");
        } else {
            w.press("W");
        }
        w.type_text(words);
        assert!(!w.app().document().is_unsaved());
        w.fall_over();
        assert!(is_somewhere(&folder, words), "{words}");
        let mut w = Window::open_in(&folder);
        w.click_button("Open de kopie");
        assert!(w.app().document().is_unsaved());
        // Taken away letter by letter: nothing is left, and nothing is offered.
        w.press("Ctrl+S");
        w.press("Home");
        w.press("W");
        w.type_text("zzqx");
        w.press("Backspace");
        w.press("Backspace");
        w.press("Backspace");
        w.press("Backspace");
        w.harness.run();
        assert_eq!(copies(&folder), Vec::<PathBuf>::new());
        w.type_text("mompelt");
        close(&mut w);
        assert!(!w.app().may_close(), "there is something to save");
        w.click_button("Bewaar");
        assert!(holds(&folder.join("kaart-2026-11-21.familie"), "mompelt"));
    }
}

#[test]
fn opening_asks_when_the_file_is_chosen_not_before() {
    let (mut w, path) = saved("keep-dialog");
    w.press("K");
    w.type_text("Bram 2010 m");
    w.press("Enter");
    let before = w.map().clone();
    w.press("Ctrl+O");
    w.click_button("kaart-2026-11-21.familie");
    w.press("Enter");
    if !w.has_button("Niet bewaren") {
        w.click_button("Open");
    }
    assert_eq!(*w.map(), before, "still there");
    w.click_button("Niet bewaren");
    assert_ne!(*w.map(), before);
    assert!(is_somewhere(w.folder(), "Bram"));
    assert!(!holds(&path, "Bram"));
}

#[test]
fn a_copy_that_cannot_be_read_is_told_and_kept() {
    let folder = Window::open("keep-broken").folder().to_owned();
    fs::create_dir_all(folder.join("state")).expect("a folder");
    let copy = folder.join("state/recovery-4.familie");
    fs::write(&copy, "FamilyMap(version: 1, title: \"").expect("a file");
    let w = Window::open_in(&folder);
    assert!(w.is_seen("Een kopie die niet open gaat"));
    assert!(w.is_seen("niet heel"), "and why");
    assert!(!w.has_button("Open de kopie"));
    w.fall_over();
    assert!(copy.exists());
}

#[test]
fn names_that_promise_something_else_are_refused() {
    let (mut w, _) = saved("keep-names");
    for name in ["kaart.doc", "kaart.jpg", "kaart.webp"] {
        w.click_button("Plaatje");
        w.press("Ctrl+A");
        let path = w.folder().join(name);
        w.type_text(&path.display().to_string());
        w.press("Enter");
        assert!(!path.exists(), "{name}");
        assert!(w.is_seen(".pdf, .png of .svg"), "{name}");
        w.click_button("Sluit");
    }
    for (typed, name) in
        [("x", "x.png"), ("y.PNG", "y.PNG"), ("z.Svg", "z.Svg"), ("p.pdf", "p.pdf")]
    {
        w.click_button("Plaatje");
        w.press("Ctrl+A");
        let path = w.folder().join(typed).display().to_string();
        w.type_text(&path);
        w.press("Enter");
        let bytes = fs::read(w.folder().join(name)).expect("a picture");
        assert_eq!(bytes.starts_with(b"\x89PNG"), name.to_lowercase().ends_with("png"), "{name}");
        assert_eq!(bytes.starts_with(b"%PDF"), name == "p.pdf", "{name}");
    }
    for name in ["kaart.pdf", "kaart.ged"] {
        w.press("Ctrl+Shift+S");
        w.press("Ctrl+A");
        let path = w.folder().join(name);
        w.type_text(&path.display().to_string());
        w.press("Enter");
        assert!(!path.exists(), "{name}");
        assert!(w.is_seen(".familie"), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_file_to_open_or_to_write() {
    let (mut w, _) = saved("keep-pipe");
    for name in ["p.familie", "p.png"] {
        let pipe = w.folder().join(name);
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success(), "a pipe");
    }
    let typed = |w: &mut Window, name: &str| {
        w.press("Ctrl+A");
        let path = w.folder().join(name).display().to_string();
        w.type_text(&path);
        w.press("Enter");
        if w.has_button("Vervang") {
            w.click_button("Vervang");
        }
    };
    w.press("Ctrl+O");
    typed(&mut w, "p.familie");
    assert!(w.is_seen("geen gewoon bestand"), "opening");
    w.press("Ctrl+Shift+S");
    typed(&mut w, "p.familie");
    assert!(w.is_seen("geen gewoon bestand"), "saving");
    w.click_button("Plaatje");
    typed(&mut w, "p.png");
    assert!(w.is_seen("geen gewoon bestand"), "a picture");
    for name in ["p.familie", "p.png"] {
        use std::os::unix::fs::FileTypeExt as _;
        let kind = fs::symlink_metadata(w.folder().join(name)).expect("still there").file_type();
        assert!(kind.is_fifo(), "{name}");
    }
}

/// A copy for training is another file; the map, its file and its name stay as they are.
#[test]
fn a_copy_for_training_leaves_the_map_as_it_is() {
    let (mut w, path) = saved("keep-training");
    let folder = w.folder().to_owned();
    let before = (w.map().clone(), fs::read(&path).expect("the file"));
    let ask = |w: &mut Window| {
        w.press("Ctrl+K");
        w.type_text("training");
        w.press("Enter");
        w.press("Ctrl+A");
    };
    ask(&mut w);
    w.type_text(&path.display().to_string());
    w.press("Enter");
    w.click_button("Vervang");
    assert_eq!(fs::read(&path).expect("the file"), before.1, "never over the map itself");
    assert!(format!("{:?}", w.app().session().notice).contains("pseudonym-same"));
    ask(&mut w);
    w.type_text(&folder.join("oefenen.familie").display().to_string());
    w.press("Enter");
    let copy = fs::read_to_string(folder.join("oefenen.familie")).expect("the copy");
    assert!(!copy.contains("Anna") && !copy.contains("1985"), "{copy}");
    let said = format!("{:?}", w.app().session().notice);
    assert!(said.contains("pseudonym-shape"), "a family can still be recognised: {said}");
    assert_eq!((w.map().clone(), fs::read(&path).expect("the file")), before);
    assert!(!w.app().document().is_unsaved());
}

/// Where it is asked for, ten years are taken together, and the copy says so.
#[test]
fn a_copy_for_training_can_take_ten_years_together() {
    let (mut w, _) = saved("keep-training-tens");
    let copy = w.folder().join("tientallen.familie");
    w.press("Ctrl+K");
    w.type_text("per tien");
    w.press("Enter");
    w.press("Ctrl+A");
    w.type_text(&copy.display().to_string());
    w.press("Enter");
    let text = fs::read_to_string(&copy).expect("the copy");
    assert!(text.contains("1980") && text.contains("1989"), "from ten years: {text}");
    assert!(!text.contains("1985") && !text.contains("Anna"), "{text}");
    assert!(format!("{:?}", w.app().session().notice).contains("pseudonym-decades"));
}

/// "What if": whatever is done in the copy, the map and its file stay as they were; what was not saved before is
/// asked about first.
#[test]
fn what_if_is_tried_in_a_copy() {
    let (mut w, path) = saved("keep-what-if");
    let before = fs::read(&path).expect("the file");
    let what_if = |w: &mut Window| {
        w.press("Ctrl+K");
        w.type_text("wat als");
        w.press("Enter");
    };
    what_if(&mut w);
    assert!(w.map().title.starts_with("Wat als?"), "{:?}", w.map().title);
    assert!(w.is_seen("De kaart zelf blijft zoals hij is"));
    assert_eq!(w.map().people.len(), 1, "it is a copy");
    w.press("Home");
    w.press("K");
    w.type_text("Daan 2012 m");
    w.press("Enter");
    w.press("Ctrl+S");
    w.press("Ctrl+A");
    w.type_text(&w.folder().join("wat-als.familie").display().to_string());
    w.press("Enter");
    assert_eq!(w.map().people.len(), 2);
    assert!(!w.app().document().is_unsaved(), "saved under a name of its own");
    assert_eq!(fs::read(&path).expect("the file"), before, "the map's file is not touched");
    // Not saved yet: nobody loses that by trying.
    w.press("Home");
    w.press("K");
    w.type_text("Lot 2014 v");
    w.press("Enter");
    what_if(&mut w);
    assert_eq!(w.map().people.len(), 3);
    assert!(!w.map().title.starts_with("Wat als? Wat als?"), "it is asked first");
}
