//! Earlier versions: what a save replaced is there to look at, to compare and to put back, and goes
//! when it is told to.

use std::fs;
use std::path::{Path, PathBuf};

use rode_draad::file;
use rode_draad::model::Date;

use crate::ui_window::Window;

/// A map that was saved with Anna, with Bram, and with Coba.
fn saved_thrice(name: &str) -> (Window, PathBuf) {
    let mut w = Window::open(name);
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    w.press("Ctrl+S");
    w.press("Enter");
    for name in ["Bram 2010 m", "Coba 2012 v"] {
        w.press("Home");
        w.press("K");
        w.type_text(name);
        w.press("Enter");
        w.press("Ctrl+S");
    }
    let path = w.folder().join("kaart-2026-11-21.familie");
    assert!(path.exists(), "saved");
    (w, path)
}

fn versions(folder: &Path) -> Vec<String> {
    let maps = fs::read_dir(folder.join("versions")).into_iter().flatten().flatten();
    let files = maps.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten().flatten());
    let mut all: Vec<String> = files
        .filter(|it| it.path().extension().is_some_and(|it| it == "familie"))
        .map(|it| fs::read_to_string(it.path()).expect("a version"))
        .collect();
    all.sort_by_key(String::len);
    all
}

#[test]
fn a_version_is_seen_compared_put_back_and_undone() {
    let (mut w, path) = saved_thrice("versions-back");
    let file = fs::read(&path).expect("a file");
    assert_eq!(versions(w.folder()).len(), 2, "what two saves replaced");
    w.press("Ctrl+K");
    w.type_text("eerdere");
    w.press("Enter");
    assert!(w.is_seen("Eerdere versies"));
    assert!(w.is_offered("1 mens"), "how many people");
    assert!(w.is_seen("1 mens erbij: Coba."), "what changed since the newest");
    w.click_button(", 1 mens");
    assert!(w.is_seen("2 mensen erbij: Bram en Coba."), "and since the one before");
    w.click_button("Zet deze terug");
    assert_eq!(w.people().len(), 1, "{:?}", w.people());
    assert!(w.app().document().is_unsaved());
    assert_eq!(fs::read(&path).expect("a file"), file, "no file changes unasked");
    w.press("Ctrl+Z");
    assert_eq!(w.map().people.len(), 3);
    assert!(!w.app().document().is_unsaved());
}

#[test]
fn who_changed_since_a_version_stands_out_on_the_map() {
    let (mut w, _) = saved_thrice("versions-light");
    w.press("Ctrl+3");
    w.press("Ctrl+K");
    w.type_text("eerdere");
    w.press("Enter");
    w.click_button(", 1 mens");
    w.click_button("Laat op de kaart zien");
    assert!(w.is_seen("mensen veranderde er iets sinds"), "it is said since when");
    let lit = w.app().session().lit.clone().expect("who stands out");
    let map = w.map();
    let of = |name: &str| lit.people.iter().any(|id| map.people[id].name.short() == name);
    assert!(of("Bram") && of("Coba"), "{lit:?}");
    assert_eq!(w.app().session().screen, rode_draad::ui::Screen::Map);
    w.click_button("klaar");
    assert!(w.app().session().lit.is_none());
}

#[test]
fn all_versions_go_after_a_question_and_the_map_stays() {
    let (mut w, path) = saved_thrice("versions-throw");
    w.press("Ctrl+K");
    w.type_text("eerdere");
    w.press("Enter");
    w.click_button("Gooi alle eerdere versies weg");
    assert!(w.is_seen("Er zijn 2 eerdere versies"));
    w.click_button("Houd ze");
    assert_eq!(versions(w.folder()).len(), 2, "only after a question");
    w.click_button("Gooi alle eerdere versies weg");
    w.click_button("Gooi ze weg");
    assert_eq!(versions(w.folder()), Vec::<String>::new());
    assert!(path.exists());
    w.press("Ctrl+K");
    w.type_text("eerdere");
    w.press("Enter");
    assert!(w.is_seen("nog geen eerdere versies"));
}

#[test]
fn what_is_not_shown_is_not_told_of_a_version() {
    let (mut w, _) = saved_thrice("versions-names");
    w.press("N");
    w.press("Ctrl+K");
    w.type_text("eerdere");
    w.press("Enter");
    assert!(w.is_seen("1 mens erbij"));
    assert!(!w.is_seen("Coba"), "names are off");
}

#[test]
fn a_version_that_cannot_be_kept_is_said_and_the_map_is_saved() {
    let (mut w, path) = saved_thrice("versions-not");
    fs::remove_dir_all(w.folder().join("versions")).expect("removed");
    fs::write(w.folder().join("versions"), "in the way").expect("a file");
    w.press("Home");
    w.press("K");
    w.type_text("Dirk 2014 m");
    w.press("Enter");
    w.press("Ctrl+S");
    assert!(w.is_seen("kon niet worden bewaard als eerdere versie"));
    assert!(fs::read_to_string(&path).expect("a file").contains("Dirk"));
}

#[test]
fn after_the_agreed_day_the_map_can_go_for_good() {
    let (w, path) = saved_thrice("versions-gone");
    let folder = w.folder().to_owned();
    let mut map = w.map().clone();
    w.fall_over();
    map.throw_away = Date::parse("2026-11-20");
    fs::write(&path, file::to_bytes(&map).expect("bytes")).expect("a file");
    // Work on it that was not saved, and some that was thrown away.
    for keeps in [true, false] {
        let mut w = Window::open_in(&folder);
        w.click_button("kaart-2026-11-21.familie");
        assert!(w.is_seen("Die dag is voorbij."));
        w.click_button("Nu niet");
        w.press("Home");
        w.press("K");
        w.type_text("Zilver 2015 m");
        w.press("Enter");
        if !keeps {
            w.click_button("Beginscherm");
            w.click_button("Niet bewaren");
        }
        w.fall_over();
    }
    let mut w = Window::open_in(&folder);
    w.click_button("kaart-2026-11-21.familie");
    w.click_button("Gooi de kaart weg");
    assert!(path.exists(), "asked once more");
    assert!(w.is_seen("Wat weg gaat"));
    w.click_button("Gooi voorgoed weg");
    assert!(w.is_seen("De kaart is weg"));
    assert!(!path.exists());
    assert!(!w.has_button("kaart-2026-11-21"), "not in the list either");
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = fs::read(entry.path()).expect("a file");
            let text = String::from_utf8_lossy(&bytes);
            for word in ["Anna", "Zilver", "kaart-2026"] {
                assert!(!text.contains(word), "{word} in {}", entry.path().display());
            }
        }
    }
}
