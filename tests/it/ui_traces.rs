//! A computer that others use, too: after one action nothing of a map is on it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::ui_window::Window;

/// Every file below the folders of the program that has `word` in its name or in it.
fn with(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["config", "state", "versions"].map(|it| folder.join(it)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.to_string_lossy().contains(word) {
                found.push(path.clone());
            }
            if path.is_dir() {
                folders.push(path);
            } else if String::from_utf8_lossy(&fs::read(&path).expect("a file")).contains(word) {
                found.push(path);
            }
        }
    }
    found
}

fn add(w: &mut Window, name: &str) {
    w.press("Home");
    w.press("K");
    w.type_text(name);
    w.press("Enter");
}

/// Saved twice, gone on with, fallen over, thrown away: the canary is in every room.
fn full_of_canary(name: &str) -> Window {
    let mut w = Window::open(name);
    let folder = w.folder().to_owned();
    w.click_button("Nieuwe kaart");
    w.type_text("Kanariepiet 1985 v");
    w.press("Enter");
    w.press("Ctrl+S");
    w.press("Ctrl+A");
    w.type_text(&folder.join("kanariepiet.familie").display().to_string());
    w.press("Enter");
    add(&mut w, "Bram 2010 m");
    w.press("Ctrl+S");
    add(&mut w, "Coba 2012 v");
    w.click_button("Beginscherm");
    w.click_button("Niet bewaren");
    w.click_button("kanariepiet.familie");
    add(&mut w, "Dirk 2014 m");
    w.fall_over();
    let w = Window::open_in(&folder);
    let rooms = ["config", "state", "state/thrown-away", "versions"];
    let all = with(&folder, "anariepiet");
    for room in rooms {
        let room = folder.join(room);
        assert!(all.iter().any(|it| it.starts_with(&room)), "{} is empty", room.display());
    }
    w
}

#[test]
fn nothing_of_a_map_is_left_but_the_file_itself() {
    let mut w = full_of_canary("traces");
    let folder = w.folder().to_owned();
    let file = fs::read(folder.join("kanariepiet.familie")).expect("a file");
    w.click_button("Laat niets achter op deze computer");
    assert!(w.is_seen("Wat weg gaat") && w.is_seen("Wat blijft"));
    w.click_button("Annuleer");
    assert_ne!(with(&folder, "anariepiet"), Vec::<PathBuf>::new(), "only after a question");
    w.click_button("Laat niets achter op deze computer");
    w.click_button("Laat niets achter");
    assert!(w.is_seen("staat hier nu niets meer"));
    assert_eq!(with(&folder, "anariepiet"), Vec::<PathBuf>::new());
    assert_eq!(with(&folder, "Dirk"), Vec::<PathBuf>::new());
    assert!(!w.has_button("kanariepiet") && !w.has_button("Open de kopie"));
    assert_eq!(fs::read(folder.join("kanariepiet.familie")).expect("a file"), file);
    w.fall_over();
    assert_eq!(with(&folder, "anariepiet"), Vec::<PathBuf>::new(), "nor at the end");
}

#[test]
fn an_open_map_is_asked_about_first_and_then_leaves_nothing() {
    let mut w = Window::open("traces-open");
    let folder = w.folder().to_owned();
    w.click_button("Nieuwe kaart");
    w.type_text("Kanariepiet 1985 v");
    w.press("Enter");
    w.press("Ctrl+K");
    w.type_text("laat niets");
    w.press("Enter");
    w.click_button("Laat niets achter");
    assert!(w.is_seen("Dat is nog niet bewaard."), "asked first");
    w.click_button("Annuleer");
    assert_eq!(w.people().len(), 1, "nothing happened");
    w.press("Ctrl+K");
    w.type_text("laat niets");
    w.press("Enter");
    w.click_button("Laat niets achter");
    w.click_button("Niet bewaren");
    assert!(w.has_button("Nieuwe kaart"), "at home");
    assert_eq!(with(&folder, "anariepiet"), Vec::<PathBuf>::new());
}
