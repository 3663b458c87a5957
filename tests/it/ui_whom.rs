//! A key that does something to somebody, pressed with nobody selected, asks for whom.

use rode_draad::shown::Names;

use crate::ui_window::Window;

fn three(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("P");
    w.type_text("Karel 1988 m");
    w.press("Enter");
    w.press("K");
    w.type_text("Fenna 2015 v");
    w.press("Enter");
    w.press("Escape");
    assert_eq!(w.selected(), None);
    w
}

/// Dutch keys.
const KEYS: [&str; 14] =
    ["O", "Shift+O", "P", "K", "B", "T", "J", "Shift+R", "W", "H", "G", "R", "A", "F"];

#[test]
fn what_is_typed_after_a_key_of_nobody_is_a_name() {
    let mut w = three("whom-keys");
    for key in KEYS {
        let before = w.app().document().revision();
        w.press(key);
        assert!(w.app().session().whom.is_some(), "{key} asks for whom");
        assert!(w.is_seen("Om wie gaat het?"), "{key}");
        // Each letter of it is a command of the map.
        for letter in ["N", "A", "M", "V"] {
            w.press(letter);
        }
        assert_eq!(w.app().session().names, Names::Shown, "{key}: names stay on");
        assert_eq!(w.app().document().revision(), before, "{key}: nothing is done");
        w.press("Escape");
        assert!(w.app().session().whom.is_none(), "{key}: not any more");
    }
}

#[test]
fn whoever_is_found_or_tapped_is_the_one_it_is_done_for() {
    let mut w = three("whom-done");
    w.press("R");
    w.type_text("karel");
    w.press("Enter");
    let line = w.app().session().line.clone().expect("a line is drawn");
    let name = |w: &Window, id| w.map().person(id).map(|it| it.name.short().to_owned());
    assert_eq!(name(&w, &line.from).as_deref(), Some("Karel"));
    w.type_text("fenna");
    w.press("Enter");
    assert!(w.app().session().line.as_ref().is_some_and(|it| it.to.is_some()));
    w.press("Escape");
    w.press("Escape");
    w.press("B");
    w.click_person("Fenna");
    w.type_text("Joost 2018");
    w.press("Enter");
    assert!(w.people().iter().any(|it| it.contains("Joost")), "{:?}", w.people());
    // What cannot be done for somebody is said.
    w.press("Escape");
    w.press("Escape");
    w.press("F");
    w.click_person("Fenna");
    assert!(w.is_seen("Dat kan niet bij Fenna."));
}
