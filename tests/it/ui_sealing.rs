//! A sealed map: it opens with its passphrase only, is saved sealed again, and nothing that the program
//! keeps of it can be read.

use std::fs;
use std::path::{Path, PathBuf};

use egui_kittest::kittest::Queryable as _;
use rode_draad::file::{self, Passphrase};

use crate::ui_window::Window;

pub(crate) const PASSPHRASE: &str = "fiets lamp oceaan trui";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).expect("words")
}

/// Types in the field for a passphrase that is called `label`.
pub(crate) fn type_in(w: &mut Window, label: &str, text: &str) {
    let field = w.harness.get_by(|node| {
        matches!(node.role(), egui::Role::PasswordInput | egui::Role::TextInput)
            && node.labelled_by().any(|it| it.value().or(it.label()).as_deref() == Some(label))
    });
    field.focus();
    w.harness.run();
    w.press("Ctrl+A");
    w.type_text(text);
}

/// What can be read below the folders of the program, and of the test.
pub(crate) fn holds(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if String::from_utf8_lossy(&fs::read(&path).expect("a file")).contains(word) {
                found.push(path);
            }
        }
    }
    found
}

/// Where the versions of the one map are.
fn version_folder(folder: &Path) -> PathBuf {
    let all = fs::read_dir(folder.join("versions")).expect("a folder").flatten();
    all.map(|it| it.path()).next().expect("the versions of a map")
}

/// Saved twice without a seal, then sealed.
pub(crate) fn sealed(name: &str) -> (Window, PathBuf) {
    let mut w = Window::open(name);
    w.click_button("Nieuwe kaart");
    w.type_text("Kanariepiet 1985 v");
    w.press("Enter");
    w.press("Ctrl+S");
    w.press("Enter");
    add(&mut w, "Bram 2010 m");
    w.press("Ctrl+S");
    let path = w.folder().join("kaart-2026-11-21.familie");
    assert_eq!(holds(w.folder(), "Kanariepiet").len(), 2, "the file and a version");
    w.press("Ctrl+K");
    w.type_text("wachtzin");
    w.press("Enter");
    assert!(w.is_seen("Is hij kwijt, dan kan niemand de kaart nog openen."));
    assert!(w.is_seen("Neem vier woorden") && !w.is_seen("Zwak."), "nothing is typed yet");
    type_in(&mut w, "Wachtzin", "hond");
    assert!(w.is_seen("Zwak."));
    type_in(&mut w, "Wachtzin", PASSPHRASE);
    assert!(w.is_seen("Sterk."));
    type_in(&mut w, "Nog een keer", "iets anders");
    assert!(w.is_seen("De twee zijn niet hetzelfde."));
    w.press("Enter");
    assert!(!file::is_sealed(&fs::read(&path).expect("a file")), "not yet");
    type_in(&mut w, "Nog een keer", PASSPHRASE);
    w.click_button("Beveilig");
    assert!(w.is_seen("De kaart is beveiligd."));
    (w, path)
}

pub(crate) fn add(w: &mut Window, name: &str) {
    w.press("Home");
    w.press("K");
    w.type_text(name);
    w.press("Enter");
}

#[test]
fn a_map_is_sealed_stays_sealed_and_opens_with_its_passphrase_only() {
    let (mut w, path) = sealed("sealing");
    let folder = w.folder().to_owned();
    assert!(w.has_button("Beveiligd met een wachtzin"), "the lock is seen");
    let opened = |path: &Path| {
        let bytes = fs::read(path).expect("a file");
        file::open(&file::unseal(&bytes, &passphrase(PASSPHRASE)).expect("sealed")).expect("a map")
    };
    assert_eq!(opened(&path).people.len(), 2);
    assert_eq!(holds(&folder, "Kanariepiet"), Vec::<PathBuf>::new(), "the old version is sealed");
    assert_eq!(fs::read_dir(version_folder(&folder)).expect("there").count(), 3, "and is there");
    add(&mut w, "Coba 2012 v");
    w.harness.run_steps(4);
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!(holds(&folder, "Coba"), Vec::<PathBuf>::new(), "no copy that can be read");
    w.press("Ctrl+S");
    assert_eq!(opened(&path).people.len(), 3, "saved sealed again");
    assert_eq!(holds(&folder, "Kanariepiet"), Vec::<PathBuf>::new(), "nor a version");
    assert!(!format!("{:?}", w.app()).contains("oceaan"), "nobody prints it");
    w.press("Ctrl+K");
    w.type_text("eerdere");
    w.press("Enter");
    let rows = |words: &str| {
        let found = w.harness.query_all_by(|node| {
            node.role() == egui::Role::RadioButton
                && node.label().is_some_and(|label| label.contains(words))
        });
        found.count()
    };
    assert_eq!((rows("1 mens"), rows("2 mensen"), rows("beveiligd")), (1, 2, 0));
    assert!(w.is_seen("1 mens erbij: Coba."), "the version opens without a question");
    w.click_button("Sluit");
    add(&mut w, "Dirk 2014 m");
    w.click_button("Beginscherm");
    w.click_button("Niet bewaren");
    assert_eq!(holds(&folder, "Dirk"), Vec::<PathBuf>::new(), "thrown away cannot be read");
    w.fall_over();

    let mut w = Window::open_in(&folder);
    w.click_button("kaart-2026-11-21.familie");
    assert!(w.is_seen("Deze kaart is beveiligd"));
    w.type_text("fout");
    w.press("Enter");
    assert!(w.is_seen("Deze wachtzin past niet."), "asked again");
    w.press("Ctrl+A");
    w.type_text(PASSPHRASE);
    w.press("Enter");
    assert_eq!(w.people().len(), 3, "{:?}", w.people());
    add(&mut w, "Emma 2016 v");
    w.press("Ctrl+S");
    assert_eq!(opened(&path).people.len(), 4, "saved sealed, without a question");
    assert_eq!(holds(&folder, "Emma"), Vec::<PathBuf>::new());
}

#[test]
fn a_file_that_age_sealed_opens_and_a_crafted_one_is_refused_at_once() {
    let mut w = Window::open("sealing-age");
    let file = w.folder().join("kaart.familie");
    let fixture =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sealed/by-age.familie");
    fs::copy(fixture, &file).expect("copied");
    w.press("Ctrl+O");
    w.click_button("kaart.familie");
    w.press("Enter");
    if !w.is_seen("Deze kaart is beveiligd") {
        w.click_button("Open");
    }
    w.type_text(PASSPHRASE);
    w.press("Enter");
    assert!(1 < w.people().len(), "{:?}", w.people());
    let mut bytes = fs::read(&file).expect("a file");
    let at = bytes.windows(4).position(|it| it == b" 18\n").expect("the work");
    bytes[at + 1..at + 3].copy_from_slice(b"40");
    fs::write(&file, bytes).expect("crafted");
    w.press("Ctrl+O");
    w.click_button("kaart.familie");
    w.press("Enter");
    if !w.is_seen("Deze kaart is beveiligd") {
        w.click_button("Open");
    }
    w.type_text(PASSPHRASE);
    let start = std::time::Instant::now();
    w.press("Enter");
    assert!(w.is_seen("vraagt zo veel rekenwerk"));
    assert!(start.elapsed() < std::time::Duration::from_secs(2), "{:?}", start.elapsed());
}
