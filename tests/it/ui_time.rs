//! Looking back at another year in the window.

use crate::ui_window::Window;
use egui_kittest::kittest::Queryable as _;

fn year(w: &Window) -> Option<i32> {
    w.app().session().time.map(|it| it.year)
}

fn small_family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Fenna 2010 v");
    w.press("Enter");
    w.press("Escape");
    w.press("Escape");
    w
}

#[test]
fn brackets_step_from_what_happened_to_what_happened() {
    let mut w = small_family("time-steps");
    assert_eq!(year(&w), None, "off by default");
    let people = w.people();
    w.press("[");
    assert_eq!(year(&w), Some(2010));
    assert!(w.app().scene().title.ends_with("2010"), "{}", w.app().scene().title);
    w.press("[");
    assert_eq!(year(&w), Some(1990), "the first year");
    w.press("[");
    assert_eq!(year(&w), Some(1990), "and no further");
    // Who is not there yet is nobody to tap, and has no name.
    assert_eq!(w.people().len(), people.len() - 1, "{:?}", w.people());
    assert!(!w.people().iter().any(|it| it.contains("Fenna")), "{:?}", w.people());
    let spoken = format!("{:?}", w.app().scene().spoken);
    assert!(!spoken.contains("Fenna") && spoken.contains("nog niet geboren"), "{spoken}");
    w.press("]");
    assert_eq!(year(&w), Some(2010));
    w.press("]");
    assert_eq!(year(&w), Some(2026), "today");
    w.press("Escape");
    assert_eq!(year(&w), None);
    assert_eq!(w.people(), people, "as it was");
}

/// Nothing is done in the past: whoever changes the map is at today again.
#[test]
fn a_change_leads_back_to_today() {
    let mut w = small_family("time-change");
    w.press("[");
    w.click_person("Mina");
    assert_eq!(year(&w), Some(2010), "looking is no change");
    w.press("P");
    assert_eq!(year(&w), None);
    w.press("Ctrl+Z");
    w.press("[");
    w.press("Ctrl+Z");
    assert_eq!(year(&w), None, "undoing is one");
}

#[test]
fn a_map_without_years_says_what_to_do() {
    let mut w = Window::open("time-none");
    w.press("Ctrl+N");
    w.type_text("Mina");
    w.press("Enter");
    w.press("[");
    assert_eq!(year(&w), None);
    assert!(
        w.is_seen("Er staan nog geen jaartallen op de kaart. Zet er eerst een geboortejaar bij.")
    );
}

/// What changed is listed, and marked on the map of today.
#[test]
fn then_and_now_tells_what_changed() {
    let mut w = small_family("time-changed");
    w.press("[");
    w.press("[");
    w.click_button("Wat is er veranderd?");
    assert!(w.has_button("2010: Fenna wordt geboren."), "{:?}", w.buttons());
    assert!(!w.has_button("1990: Mina wordt geboren."), "{:?}", w.buttons());
    assert!(w.people().iter().any(|it| it.contains("Fenna")), "the map is that of today");
    assert!(!w.app().scene().title.contains("1990"));
    w.click_button("De kaart van vandaag");
    assert_eq!(year(&w), None);
}

/// The slider is found, named and moved without seeing it.
#[test]
fn the_slider_is_one_that_a_screen_reader_finds() {
    let mut w = small_family("time-slider");
    w.press("[");
    let slider = w.harness.get_by_role_and_label(egui::Role::Slider, "Jaar 2010");
    slider.focus();
    w.harness.run();
    w.press("ArrowLeft");
    assert_eq!(year(&w), Some(2009));
    w.press("Home");
    assert_eq!(year(&w), Some(1990));
    w.press("End");
    assert_eq!(year(&w), Some(2026));
}

/// A list of years is no record of crimes; and what ended with a life was not overcome.
#[test]
fn the_list_is_kind() {
    let mut w = Window::open("time-kind");
    w.click_button("Drie keer jong moeder");
    for _ in 0..16 {
        w.press("[");
    }
    w.click_button("Wat is er veranderd?");
    let told: Vec<String> = w.buttons().into_iter().filter(|it| it.starts_with("20")).collect();
    assert!(told.iter().any(|it| it.contains("Diploma gehaald")), "{told:?}");
    assert!(!told.iter().any(|it| it.contains("politie")), "{told:?}");
    assert!(!told.iter().any(|it| it.contains("Voorbij bij Wim")), "{told:?}");
}
