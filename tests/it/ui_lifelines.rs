//! Lifelines in the window.

use egui_kittest::kittest::Queryable as _;
use rode_draad::scene::Along;

use crate::ui_window::Window;

#[test]
fn a_tap_leads_to_the_map_and_back() {
    let mut w = Window::open("lives");
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Fenna 2010 v");
    w.press("Enter");
    w.press("Escape");
    w.click_button("Levenslijnen");
    assert!(w.is_offered("op leeftijd"), "{:?}", w.buttons());
    w.click_button("op jaartal");
    assert_eq!(w.app().session().lives.along, Along::Years);
    let mina = w.buttons().into_iter().find(|it| it.starts_with("Mina. Eerste kind: Fenna"));
    let mina = mina.unwrap_or_else(|| panic!("{:?}", w.buttons()));
    w.click_button(&mina);
    assert_eq!(w.app().session().screen, rode_draad::ui::Screen::Map);
    assert!(w.selected().is_some());
    w.press("Ctrl+3");
    assert_eq!(w.app().session().lives.along, Along::Years, "as it was left");
}

/// However narrow the window, every row of choices begins within the margin.
#[test]
fn choices_stand_within_the_margin() {
    for width in [1680.0, 1024.0, 800.0] {
        let mut w = Window::open("lives-margin");
        w.harness.set_size(egui::vec2(width, 768.0));
        w.click_button("Drie keer jong moeder");
        w.press("Ctrl+3");
        let chips = w.harness.query_all_by(|node| node.role() == egui::Role::RadioButton);
        let lefts: Vec<f32> = chips.map(|node| node.rect().left()).collect();
        assert!(4 < lefts.len(), "{lefts:?}");
        assert!(lefts.iter().all(|left| 11.5 <= *left), "{width}: {lefts:?}");
    }
}

/// Whatever people are called, whoever listens hears a word for each (the harness looks for it).
#[test]
fn every_life_has_a_word_without_names_too() {
    let mut w = Window::open("lives-names-off");
    w.click_button("Net als opa");
    for screen in ["Ctrl+1", "Ctrl+2", "Ctrl+3"] {
        w.press(screen);
        for _ in 0..4 {
            w.press("N");
            assert!(w.buttons().iter().all(|it| !it.is_empty()), "{screen}: {:?}", w.buttons());
        }
    }
}
