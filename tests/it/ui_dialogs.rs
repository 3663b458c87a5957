//! Every dialog there is: Esc closes it, Enter is its main button, and the lock shuts over it. Whoever
//! works with keys is in it, not behind it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rode_draad::file;
use rode_draad::model::{Date, FamilyMap, Name, Person, PersonId};

use crate::ui_sealing::{PASSPHRASE, type_in};
use crate::ui_window::Window;

/// A dialog: its name in the source, how it is opened in a window with a saved map of two people, and
/// words that are seen while it is open.
struct Dialog {
    name: &'static str,
    open: fn(Window) -> Window,
    words: &'static str,
}

const DIALOGS: [Dialog; 19] = [
    Dialog {
        name: "commands",
        open: |w| after(w, |w| w.press("Ctrl+K")),
        words: "Wat wilt u doen?",
    },
    Dialog { name: "manage-seal", open: manage, words: "Op slot als u niets doet" },
    Dialog { name: "take-seal-off", open: take_off, words: "De beveiliging eraf?" },
    Dialog {
        name: "sealing",
        open: |w| after(w, |w| command(w, "wachtzin")),
        words: "Is hij kwijt",
    },
    Dialog { name: "paper", open: |w| after(w, |w| w.press("Ctrl+P")), words: "Dit blijft hier" },
    Dialog { name: "elsewhere", open: no_copy, words: "dagen geen kopie" },
    Dialog {
        name: "traces",
        open: |w| after(w, |w| command(w, "laat niets")),
        words: "Wat weg gaat",
    },
    Dialog { name: "throw-away", open: throw_away, words: "U kunt het nog 7 dagen" },
    Dialog { name: "neighbour", open: changed, words: "Iemand anders heeft" },
    Dialog { name: "neighbour-copies", open: copies, words: "nog een versie naast" },
    Dialog { name: "neighbour-both", open: both, words: "De andere versie" },
    Dialog { name: "neighbour-merging", open: merging, words: "Twee kaarten samenvoegen" },
    Dialog { name: "leave", open: leave, words: "Dat is nog niet bewaard." },
    Dialog { name: "manual", open: |w| after(w, |w| w.press("F1")), words: "Handleiding" },
    Dialog {
        name: "beside",
        open: |w| after(w, |w| command(w, "naast elkaar")),
        words: "Naast elkaar",
    },
    Dialog {
        name: "file-dialog",
        open: |w| after(w, |w| w.press("Ctrl+O")),
        words: "Open een kaart",
    },
    Dialog {
        name: "rules",
        open: |w| after(w, |w| command(w, "hoe de familie")),
        words: "Hoe de familie staat",
    },
    Dialog { name: "show", open: |w| after(w, |w| w.press("V")), words: "Wat laat de kaart zien?" },
    Dialog {
        name: "versions",
        open: |w| after(w, |w| command(w, "eerdere")),
        words: "Eerdere versies",
    },
];

fn after(mut w: Window, act: fn(&mut Window)) -> Window {
    act(&mut w);
    w
}

fn command(w: &mut Window, words: &str) {
    w.press("Ctrl+K");
    w.type_text(words);
    w.press("Enter");
}

fn add(w: &mut Window, name: &str) {
    w.press("Home");
    w.press("K");
    w.type_text(name);
    w.press("Enter");
}

fn map_file(w: &Window) -> std::path::PathBuf {
    w.folder().join("kaart-2026-11-21.familie")
}

/// Another window on the same folders, once this one fell over.
fn again(w: Window) -> Window {
    let folder = w.folder().to_owned();
    w.fall_over();
    Window::open_in(&folder)
}

fn manage(mut w: Window) -> Window {
    command(&mut w, "wachtzin");
    type_in(&mut w, "Wachtzin", PASSPHRASE);
    type_in(&mut w, "Nog een keer", PASSPHRASE);
    w.click_button("Beveilig");
    w.click_button("Beveiligd met een wachtzin");
    w
}

fn take_off(w: Window) -> Window {
    after(manage(w), |w| w.click_button("Haal de beveiliging eraf…"))
}

fn no_copy(w: Window) -> Window {
    let settings = w.folder().join("config/settings");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(&settings, text.replace("copied 2026-11-21", "copied 2026-11-01")).expect("older");
    after(again(w), |w| w.click_button("kaart-2026-11-21.familie"))
}

fn throw_away(mut w: Window) -> Window {
    add(&mut w, "Coba 2012 v");
    after(again(w), |w| w.click_button("Gooi weg"))
}

/// Somebody else gives everything in the file another title.
fn change(path: &Path, title: &str) {
    let map = file::open(&fs::read(path).expect("a file")).expect("a map");
    let map = FamilyMap { title: title.to_owned(), ..map };
    fs::write(path, file::to_bytes(&map).expect("bytes")).expect("written");
}

fn changed(mut w: Window) -> Window {
    add(&mut w, "Coba 2012 v");
    change(&map_file(&w), "van iemand anders");
    w.press("Ctrl+S");
    w
}

fn copies(w: Window) -> Window {
    let other = w.folder().join("kaart-2026-11-21 (1).familie");
    fs::copy(map_file(&w), &other).expect("copied");
    change(&other, "tweede");
    after(again(w), |w| w.click_button("kaart-2026-11-21.familie"))
}

fn both(w: Window) -> Window {
    after(copies(w), |w| w.click_button("Bekijk allebei"))
}

fn merging(w: Window) -> Window {
    after(changed(w), |w| w.click_button("Voeg samen…"))
}

fn leave(mut w: Window) -> Window {
    add(&mut w, "Coba 2012 v");
    w.click_button("Beginscherm");
    w
}

/// A saved map of a mother and her son.
fn saved(name: &str) -> Window {
    let mut w = Window::open(name);
    let id = |id: &str| PersonId::new(id).expect("an id");
    let person = |name: &str| Arc::new(Person { name: Name::called(name), ..Person::default() });
    let map = FamilyMap {
        people: [(id("p1"), person("Kim")), (id("p2"), person("Bram"))].into(),
        focus: vec![id("p1"), id("p2")],
        next_id: 2,
        ..FamilyMap::default()
    };
    fs::write(map_file(&w), file::to_bytes(&map).expect("bytes")).expect("written");
    w.press("Ctrl+O");
    w.click_button("kaart-2026-11-21.familie");
    w.click_button("Open");
    assert_eq!(w.people().len(), 2, "{:?}", w.people());
    w
}

fn open(dialog: &Dialog, how: &str) -> Window {
    let w = (dialog.open)(saved(&format!("dialog-{how}-{}", dialog.name)));
    let name = dialog.name;
    assert!(w.is_seen(dialog.words), "{name} is not there: {:?}", w.buttons());
    w
}

#[test]
fn esc_closes_every_dialog() {
    for dialog in &DIALOGS {
        let mut w = open(dialog, "esc");
        w.press("Escape");
        assert!(!w.is_seen(dialog.words), "{} stays: {:?}", dialog.name, w.buttons());
    }
}

#[test]
fn enter_answers_every_dialog() {
    for dialog in &DIALOGS {
        let mut w = open(dialog, "enter");
        let name = dialog.name;
        let focused = w.harness.ctx.memory(egui::Memory::focused);
        assert!(focused.is_some(), "{name}: the keyboard is nowhere");
        match name {
            // Nothing is typed yet: Enter has nothing to do, and does no harm.
            "sealing" | "manual" | "file-dialog" => {
                w.press("Enter");
                assert!(w.is_seen(dialog.words), "{name}");
                w.press("Escape");
                assert!(!w.is_seen(dialog.words), "{name}: and it still closes");
            }
            _ => {
                w.press("Enter");
                assert!(!w.is_seen(dialog.words), "{name} stays: {:?}", w.buttons());
            }
        }
        // What goes for good does not go by an Enter.
        assert!(map_file(&w).exists(), "{name}");
        if name == "traces" {
            assert!(w.folder().join("config/settings").exists(), "nothing went");
        }
    }
}

#[test]
fn the_lock_shuts_over_every_dialog() {
    for dialog in DIALOGS.iter().filter(|it| it.name != "throw-away") {
        let mut w = open(dialog, "lock");
        w.press("Ctrl+L");
        assert!(w.is_seen("Op slot"), "{}: {:?}", dialog.name, w.buttons());
        assert!(!w.is_seen(dialog.words) && w.people().is_empty(), "{}", dialog.name);
    }
}

/// After the agreed day: neither key throws a map away.
#[test]
fn the_day_to_throw_away_asks_twice_and_neither_key_does_it() {
    let mut w = saved("dialog-gone");
    let map = FamilyMap { throw_away: Date::parse("2026-11-20"), ..w.map().clone() };
    fs::write(map_file(&w), file::to_bytes(&map).expect("bytes")).expect("written");
    for key in ["Escape", "Enter"] {
        for asked in [1, 2] {
            w = again(w);
            w.click_button("kaart-2026-11-21.familie");
            assert!(w.is_seen("Die dag is voorbij."));
            if asked == 2 {
                w.click_button("Gooi de kaart weg");
                assert!(w.is_seen("Wat weg gaat"));
            }
            w.press(key);
            assert!(!w.is_seen("Die dag is voorbij.") && !w.is_seen("Wat weg gaat"), "{key}");
            assert!(map_file(&w).exists(), "{key}");
        }
    }
}

/// A dialog that is new is looked at here, too.
#[test]
fn every_dialog_is_looked_at() {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a file");
            for part in text.split("Modal::new(").skip(1) {
                let name = part.strip_prefix("Id::unique(\"").and_then(|it| it.split('"').next());
                found.insert(name.expect("a name").to_owned());
            }
        }
    }
    let mut known: BTreeSet<String> = DIALOGS.iter().map(|it| it.name.to_owned()).collect();
    // Looked at by themselves.
    known.extend(["gone", "leave-waits", "neighbour-reading", "seal-refused"].map(str::to_owned));
    assert_eq!(found, known);
}
