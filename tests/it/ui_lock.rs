//! While the lock is shut nothing of the map is on the screen, in the tree, on the clipboard or, of a
//! sealed map, in a file that can be read; with the passphrase all of it is there again.

use std::fs;
use std::path::PathBuf;

use egui_kittest::kittest::NodeT as _;

use crate::ui_sealing::{PASSPHRASE, add, holds, sealed, type_in};
use crate::ui_window::Window;

/// All that a screen reader can find.
fn tree(w: &Window) -> String {
    let mut all = String::new();
    for node in w.harness.root().children_recursive() {
        let node = node.accesskit_node();
        for part in [node.label(), node.value(), node.description()].into_iter().flatten() {
            all += &part;
            all.push('\n');
        }
    }
    all
}

fn unlock(w: &mut Window, passphrase: &str) {
    type_in(w, "Wachtzin", passphrase);
    w.press("Enter");
}

#[test]
fn a_sealed_map_is_out_of_sight_and_memory_and_the_last_letter_comes_back() {
    let (mut w, path) = sealed("lock");
    let folder = w.folder().to_owned();
    add(&mut w, "Coba 2012 v");
    w.click_person("Coba");
    w.write_in("Titel van de kaart", "Zij slaapt bij oma Zeester");
    assert!(tree(&w).contains("Coba"), "the test looks at the right place");
    w.press("Ctrl+L");
    assert!(w.is_seen("Op slot"));
    let said = tree(&w);
    for name in ["Kanariepiet", "Bram", "Coba", "Zeester", "kaart-2026"] {
        assert!(!said.contains(name), "{name}: {said}");
        // The name of the file stays in the list of files.
        if name != "kaart-2026" {
            assert!(!format!("{:?}", w.app()).contains(name), "{name} is in memory");
            assert_eq!(holds(&folder, name), Vec::<PathBuf>::new(), "{name}");
        }
    }
    // No key reaches the map.
    for key in ["Ctrl+Z", "Ctrl+S", "Ctrl+K", "Ctrl+F", "Ctrl+O", "K", "Escape", "Tab", "Ctrl+N"] {
        w.press(key);
        assert_eq!(w.people(), Vec::<String>::new(), "{key}");
    }
    // Esc leaves the caret where it is needed.
    w.press("Escape");
    w.type_text("iets anders");
    w.press("Enter");
    assert!(w.is_seen("Deze wachtzin past niet."));
    assert_eq!(w.people(), Vec::<String>::new());
    unlock(&mut w, PASSPHRASE);
    assert_eq!(w.people().len(), 3, "{:?}", w.people());
    assert!(w.is_seen("nog niet bewaard"));
    assert_eq!(w.map().title, "Zij slaapt bij oma Zeester");
    w.press("Ctrl+S");
    let saved = fs::read(&path).expect("a file");
    // All saved: it comes back so, and leaves no copy.
    w.press("Ctrl+L");
    unlock(&mut w, PASSPHRASE);
    assert!(w.is_seen("bewaard") && !w.is_seen("nog niet bewaard"));
    assert_eq!(fs::read(&path).expect("a file"), saved, "the file is as it was");
    w.press("Ctrl+L");
    w.click_button("Naar het beginscherm");
    assert!(!w.has_button("Open de kopie"), "nothing is left over: {:?}", w.buttons());
}

#[test]
fn what_was_done_before_the_lock_can_be_undone_after_it() {
    let (mut w, _) = sealed("lock-undo");
    add(&mut w, "Coba 2012 v");
    add(&mut w, "Dirk 2014 m");
    w.press("Ctrl+Z");
    assert_eq!(w.people().len(), 3, "{:?}", w.people());
    w.press("Ctrl+L");
    assert!(!tree(&w).contains("Coba") && !tree(&w).contains("Dirk"));
    for name in ["Coba", "Dirk", "Bram"] {
        assert!(!format!("{:?}", w.app()).contains(name), "{name} is in memory");
    }
    for key in ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"] {
        w.press(key);
    }
    unlock(&mut w, PASSPHRASE);
    assert_eq!(w.people().len(), 3, "no key reached it: {:?}", w.people());
    w.press("Home");
    w.press("Ctrl+Y");
    assert_eq!(w.people().len(), 4, "{:?}", w.people());
    for left in [3, 2] {
        w.press("Ctrl+Z");
        assert_eq!(w.people().len(), left, "{:?}", w.people());
    }
    // As far as it ever went back.
    for _ in 0..20 {
        w.press("Ctrl+Z");
    }
    assert_eq!(w.people().len(), 1, "{:?}", w.people());
}

/// The padlock's dialog, and any other, is no reason to stay open.
#[test]
fn the_lock_shuts_over_a_dialog_and_the_dialog_of_the_padlock_takes_esc() {
    let (mut w, _) = sealed("lock-dialog");
    for words in ["", "Haal de beveiliging eraf…", "Andere wachtzin…"] {
        w.click_button("Beveiligd met een wachtzin");
        assert!(w.is_seen("Deze kaart is beveiligd"));
        if !words.is_empty() {
            w.click_button(words);
        }
        w.press("Escape");
        assert!(!w.is_seen("Deze kaart is beveiligd"), "{words}: {:?}", w.buttons());
        assert_eq!(w.people().len(), 2, "{words}");
    }
    w.click_button("Beveiligd met een wachtzin");
    w.press("Ctrl+L");
    assert!(w.is_seen("Op slot"));
    unlock(&mut w, PASSPHRASE);
    assert!(!w.is_seen("Deze kaart is beveiligd") && w.people().len() == 2);
}

#[test]
fn what_was_not_saved_outlives_a_kill_while_the_lock_is_shut() {
    let (mut w, _) = sealed("lock-kill");
    let folder = w.folder().to_owned();
    add(&mut w, "Coba 2012 v");
    w.press("Ctrl+L");
    w.fall_over();
    let mut w = Window::open_in(&folder);
    assert!(w.is_seen("Een beveiligde kaart"), "{:?}", w.buttons());
    let which = "Open de kopie van Een beveiligde kaart";
    let which = if w.has_button(which) { which } else { "Open de kopie" };
    w.click_button(which);
    assert!(w.is_seen("Deze kaart is beveiligd"));
    unlock(&mut w, "fout");
    assert!(w.is_seen("Deze wachtzin past niet."));
    unlock(&mut w, PASSPHRASE);
    assert_eq!(w.people().len(), 3, "{:?}", w.people());
    w.press("Ctrl+S");
    assert_eq!(holds(&folder, "Coba"), Vec::<PathBuf>::new(), "it is saved sealed");
    w.fall_over();
    let w = Window::open_in(&folder);
    assert!(!w.is_seen("Een beveiligde kaart"));
}

#[test]
fn a_map_without_a_passphrase_gets_a_curtain() {
    let mut w = Window::open("lock-curtain");
    w.click_button("Nieuwe kaart");
    w.type_text("Kanariepiet 1985 v");
    w.press("Ctrl+L");
    assert!(!tree(&w).contains("Kanariepiet"), "{}", tree(&w));
    w.press("Ctrl+Z");
    w.press("Enter");
    assert_eq!(w.people().len(), 1);
    assert!(tree(&w).contains("Kanariepiet"));
}

#[test]
fn the_lock_shuts_by_itself_and_says_so_before() {
    let (mut w, _) = sealed("lock-idle");
    w.click_button("Beveiligd met een wachtzin");
    w.click_button("1 minuut");
    w.click_button("Sluit");
    w.press("Home");
    let wait = |w: &mut Window, seconds: f64| {
        let now = w.harness.ctx.input(|input| input.time);
        w.harness.input_mut().time = Some(now + seconds);
        w.harness.step();
        // What is new is measured before it is shown.
        w.harness.step();
    };
    wait(&mut w, 25.0);
    assert!(!w.is_seen("gaat de kaart op slot"), "not yet");
    wait(&mut w, 10.0);
    assert!(w.is_seen("gaat de kaart op slot"));
    w.press("Home");
    w.harness.step();
    assert!(!w.is_seen("gaat de kaart op slot"), "somebody is there");
    wait(&mut w, 61.0);
    w.harness.step();
    assert!(w.is_seen("Op slot") && w.people().is_empty());
    let folder = w.folder().to_owned();
    let settings = fs::read_to_string(folder.join("config/settings")).expect("settings");
    assert!(settings.contains("lock 1"), "{settings}");
}

#[test]
fn the_passphrase_is_changed_and_taken_off_and_what_is_kept_follows() {
    let (mut w, path) = sealed("seal-off");
    let folder = w.folder().to_owned();
    w.click_button("Beveiligd met een wachtzin");
    w.click_button("Andere wachtzin…");
    type_in(&mut w, "Wachtzin", "andere losse woorden hier");
    type_in(&mut w, "Nog een keer", "andere losse woorden hier");
    w.click_button("Beveilig");
    assert!(w.is_seen("De kaart is beveiligd."));
    add(&mut w, "Coba 2012 v");
    w.press("Ctrl+L");
    unlock(&mut w, PASSPHRASE);
    assert!(w.is_seen("Deze wachtzin past niet."), "the old one");
    unlock(&mut w, "andere losse woorden hier");
    assert_eq!(w.people().len(), 3);
    w.click_button("Beveiligd met een wachtzin");
    w.click_button("Blad voor de wachtzin…");
    assert!(tree(&w).contains("De wachtzin van uw kaart"), "{}", tree(&w));
    assert!(!tree(&w).contains("losse woorden"), "it is nowhere on it");
    w.press("Escape");
    w.click_button("Beveiligd met een wachtzin");
    w.click_button("Haal de beveiliging eraf…");
    w.click_button("Haal eraf");
    assert!(w.is_seen("De wachtzin is eraf."));
    let map = rode_draad::file::open(&fs::read(&path).expect("a file")).expect("a plain map");
    assert_eq!(map.people.len(), 3);
    assert!(w.has_button("Nog geen wachtzin"), "the lock is open");
    assert_eq!(holds(&folder, "Kanariepiet").len(), 5, "the file and four versions");
}

#[test]
fn a_new_map_asks_once_and_stays_out_of_the_way() {
    let mut w = Window::open("seal-new");
    w.click_button("Nieuwe kaart");
    w.type_text("Kim 1985 v");
    w.press("Enter");
    assert_eq!(w.people().len(), 1, "typing goes on");
    assert!(!w.is_seen("Met een wachtzin?"), "not while somebody is looked at");
    w.press("Escape");
    w.click_button("Nu niet");
    assert!(!w.is_seen("Met een wachtzin?"));
    w.press("Ctrl+S");
    w.press("Enter");
    assert!(!w.is_seen("Met een wachtzin?"), "once");
    let folder = w.folder().to_owned();
    w.press("Ctrl+N");
    w.type_text("Kim");
    w.press("Enter");
    w.press("Escape");
    w.click_button("Met een wachtzin…");
    type_in(&mut w, "Wachtzin", PASSPHRASE);
    type_in(&mut w, "Nog een keer", PASSPHRASE);
    w.click_button("Beveilig");
    // It was never saved: it is asked where.
    w.press("Ctrl+A");
    w.type_text(&folder.join("tweede.familie").display().to_string());
    w.press("Enter");
    let bytes = fs::read(folder.join("tweede.familie")).expect("a file");
    assert!(rode_draad::file::is_sealed(&bytes));
}
