//! Lifelines in the window.

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
