//! The keyboard in the panel: letters are no commands there, and it is about whoever is looked at.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::shown::Eyes;

use crate::ui_window::Window;

/// What the thing with the keyboard is called.
fn focused(w: &Window) -> String {
    let node = w.harness.query_all_by(|node| node.is_focused()).last();
    let words = |it: egui_kittest::Node<'_>| {
        let node = it.accesskit_node();
        node.label().or_else(|| node.value())
    };
    node.and_then(words).unwrap_or_default()
}

/// The case, with its main person selected.
fn case(name: &str) -> Window {
    let mut w = Window::open(name);
    w.click_button("Drie keer jong moeder");
    w.press("Home");
    w
}

#[test]
fn a_letter_that_misses_its_field_in_the_panel_does_nothing_and_that_is_said() {
    let mut w = case("panel-letters");
    let before = w.map().clone();
    w.press("F6");
    assert_eq!(focused(&w), "Paneel");
    for key in ["T", "E", "S", "M", "K", "1", "Delete", "Backspace"] {
        w.press(key);
    }
    assert_eq!(*w.map(), before, "no twin, no child, nobody gone");
    assert_eq!(w.app().session().opened.eyes, Eyes::Table, "and nothing is private");
    let said = w.rects_of(|it| it.contains("Letters en cijfers doen hier niets"));
    assert!(!said.is_empty(), "it is said");
    // What a key with Ctrl does it does everywhere, and back on the map letters are keys.
    w.press("F6");
    w.press("K");
    assert_eq!(w.map().people.len(), before.people.len() + 1);
}

#[test]
fn the_panel_of_somebody_else_begins_at_its_top() {
    let mut w = case("panel-top");
    w.press("F6");
    for _ in 0..6 {
        w.press("Tab");
    }
    let deep = focused(&w);
    assert_ne!(deep, "Paneel");
    w.press("F6");
    w.press("F6");
    assert_eq!(focused(&w), deep, "of the same person it is where it was");
    w.press("F6");
    w.press("ArrowUp");
    w.press("F6");
    assert_eq!(focused(&w), "Paneel", "of another one it is read from the top");
}
