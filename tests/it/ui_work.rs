//! A day's work in the window: examples, undo, language, files, closing.

use egui_kittest::kittest::Queryable as _;
use rode_draad::i18n::Lang;
use rode_draad::model::Subject;

use crate::ui_window::{At, Window};

const EXAMPLE: &str = "Drie keer jong moeder";

#[test]
fn an_example_opens_and_everybody_can_be_found() {
    let mut w = Window::open("example");
    w.click_button(EXAMPLE);
    assert_eq!(w.people().len(), w.map().people.len(), "everybody is a node");
    assert!(w.people().iter().any(|it| it.starts_with("Kim, hoofdpersoon")), "{:?}", w.people());
}

#[test]
fn a_child_is_added_undone_and_added_again() {
    let mut w = Window::open("child");
    w.click_button(EXAMPLE);
    let before = w.map().people.len();
    w.press("Home");
    w.press("K");
    w.type_text("Zoë 2024 v");
    w.press("Enter");
    assert_eq!(w.map().people.len(), before + 1);
    assert!(w.people().iter().any(|it| it.starts_with("Zoë")), "{:?}", w.people());
    w.press("Ctrl+Z");
    assert_eq!(w.map().people.len(), before, "the child is taken back, with its name");
    w.press("Ctrl+Shift+Z");
    assert!(w.people().iter().any(|it| it.starts_with("Zoë")), "both are back");
}

#[test]
fn somebody_new_without_a_name_goes_again_with_escape() {
    let mut w = Window::open("escape");
    w.click_button(EXAMPLE);
    let before = w.map().clone();
    w.press("Home");
    let from = w.selected();
    w.press("B");
    assert_ne!(*w.map(), before, "somebody came");
    w.press("Escape");
    assert_eq!(*w.map(), before, "and went");
    assert_eq!(w.selected(), from, "back where we were");
}

#[test]
fn removing_says_what_stays_and_offers_undo() {
    let mut w = Window::open("remove");
    w.click_button(EXAMPLE);
    let before = w.map().people.len();
    w.press("Home");
    w.press("Delete");
    assert_eq!(w.map().people.len(), before - 1);
    w.click_button("Zet terug");
    assert_eq!(w.map().people.len(), before);
}

#[test]
fn arrows_walk_and_letters_do_nothing_while_typing() {
    let mut w = Window::open("walk");
    w.click_button(EXAMPLE);
    w.press("Home");
    let from = w.selected();
    w.press("ArrowUp");
    assert_ne!(w.selected(), from, "a parent");
    w.press("ArrowDown");
    assert!(matches!(w.selected(), Some(Subject::Person(_))), "a child");
    let before = w.map().people.len();
    w.press("Enter");
    w.type_text("Opa Piet");
    assert_eq!(w.map().people.len(), before, "O and P were only letters");
    w.press("Escape");
    assert!(w.people().iter().all(|it| !it.contains("Opa Piet")), "as it was");
}

#[test]
fn whoever_is_dragged_is_followed_at_once_and_pinned() {
    let mut w = Window::open("drag");
    w.click_button(EXAMPLE);
    let before = w.map().clone();
    let (danny, sandra) = (w.person_rect("Danny"), w.person_rect("Sandra"));
    let grip = danny.center_top() + egui::vec2(0.0, 20.0);
    let button = |pressed, pos| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    w.harness.event(egui::Event::PointerMoved(grip));
    w.harness.event(button(true, grip));
    w.harness.run();
    let goal = grip - egui::vec2(90.0, 0.0);
    for step in [20.0, 60.0, 90.0_f32] {
        w.harness.event(egui::Event::PointerMoved(grip - egui::vec2(step, 0.0)));
        w.harness.run();
    }
    let held = w.person_rect("Danny").center().x;
    assert!((held - (danny.center().x - 90.0)).abs() < 12.0, "under the pointer: {held}");
    assert_ne!(w.person_rect("Sandra"), sandra, "the neighbour makes room while it is dragged");
    assert_eq!(*w.map(), before, "but nothing is changed yet");
    w.harness.event(button(false, goal));
    w.harness.run();
    assert_eq!(w.map().view.pins.len(), 1, "it is pinned there");
    assert!((w.person_rect("Danny").center().x - held).abs() < 2.0, "and stays under the pointer");
    w.press("Ctrl+Z");
    assert_eq!(w.map().view.pins.len(), 0);
}

#[test]
fn the_signs_are_explained_when_asked() {
    let mut w = Window::open("legend");
    w.click_button(EXAMPLE);
    let plain = w.app().session().camera;
    w.press("L");
    assert!(w.app().session().legend, "asked for");
    assert_ne!(w.app().session().camera, plain, "the explanation is in view, too");
    w.click_button("Menu");
    // Perhaps further down in the menu.
    let rows = w.harness.query_all_by(|node| {
        node.role() == egui::Role::Button
            && node.label().is_some_and(|it| it.contains("Uitleg van de tekens"))
    });
    rows.last().expect("a row of the menu").click_accesskit();
    w.harness.run();
    assert!(!w.app().session().legend, "no longer asked for");
    assert_eq!(w.app().session().camera, plain, "as it was");
}

#[test]
fn the_language_changes_at_once() {
    let mut w = Window::open("language");
    w.click_button("English");
    assert!(w.has_button("New map"), "the button speaks English");
    w.click_button("A young mother three times");
    assert_eq!((w.app().session().lang, w.map().lang), (Lang::En, Lang::En), "its texts too");
    assert!(w.people().iter().any(|it| it.starts_with("Kim, main person")), "{:?}", w.people());
    w.press("Home");
    let before = w.map().people.len();
    w.press("C");
    assert_eq!(w.map().people.len(), before + 1, "C is the key in English");
}

/// Taps a level on the shelf: its word stands on the cards too.
fn only(w: &mut Window, level: &str) {
    let found = w.harness.query_all_by(|node| node.label().is_some_and(|it| it == level));
    found.last().expect("a level").click();
    w.harness.run();
}

#[test]
fn the_shelf_shows_all_cases_or_those_of_one_level() {
    let mut w = Window::open("shelf");
    assert!(w.has_button("Negentien. begin.") && w.has_button("Het erf. lastig."));
    only(&mut w, "lastig");
    only(&mut w, "verder");
    assert!(w.has_button("Twee talen aan tafel. verder."), "{:?}", w.buttons());
    assert!(!w.has_button("Negentien.") && !w.has_button("Het erf."), "{:?}", w.buttons());
    assert!(w.has_button("The house of Tudor"), "history is of no level");
    only(&mut w, "alle");
    w.click_button("Waar het ophield");
    assert!(w.map().title.starts_with("Waar het ophield") && !w.map().story.is_empty());
}

#[test]
fn what_is_saved_opens_again() {
    let mut w = Window::open("save");
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    assert!(w.app().document().is_unsaved());
    w.press("Ctrl+S");
    let name = "kaart-2026-11-21.familie";
    w.press("Enter");
    let path = w.folder().join(name);
    assert!(path.exists(), "{} is written", path.display());
    assert!(!w.app().document().is_unsaved(), "and that is known");
    let saved = w.app().document().map_to_save();

    w.click_button("Beginscherm");
    w.click_button("Open een kaart");
    w.click_button(name);
    w.press("Enter");
    if w.app().document().map().people.is_empty() {
        w.click_button("Open");
    }
    assert_eq!(w.map().people, saved.people);
}

#[test]
fn closing_asks_about_unsaved_work() {
    let mut w = Window::open("close");
    w.click_button("Nieuwe kaart");
    w.type_text("Anna");
    w.press("Enter");
    close(&mut w);
    assert!(!w.app().may_close(), "it asks");
    w.click_button("Annuleer");
    assert!(!w.app().may_close(), "and stays");
    close(&mut w);
    w.click_button("Niet bewaren");
    assert!(w.app().may_close(), "and goes");
}

#[test]
fn nothing_is_asked_when_nothing_changed() {
    let mut w = Window::open("unchanged");
    w.click_button(EXAMPLE);
    w.click_at(At::EmptyMap);
    close(&mut w);
    assert!(w.app().may_close());
}

#[test]
fn work_that_was_not_saved_is_offered_at_the_next_start() {
    let mut w = Window::open("recovery");
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    let folder = w.folder().to_owned();
    let copy = folder.join("state/recovery-1.familie");
    let start = std::time::Instant::now();
    while !copy.exists() {
        assert!(start.elapsed() < std::time::Duration::from_secs(2), "a copy is kept");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    // As after a crash: the lock goes with the window.
    w.fall_over();
    let mut again = Window::open_in(&folder);
    again.click_button("Open de kopie");
    assert!(again.people().iter().any(|it| it.starts_with("Anna")), "{:?}", again.people());
    assert!(again.app().document().is_unsaved(), "it still wants to be saved");
}

fn close(w: &mut Window) {
    let viewport = w.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    viewport.events.push(egui::ViewportEvent::Close);
    // A window that goes asks for one frame more, for ever: nobody closes it in a test.
    w.harness.run_steps(6);
}

#[test]
fn people_are_found_by_name_kin_word_and_what_is_going_on() {
    let mut w = Window::open("search");
    w.click_button(EXAMPLE);
    for (typed, found) in [("theo", "Theo"), ("moeder", "Ria"), ("diploma", "Gerda")] {
        w.press("Ctrl+F");
        w.type_text(typed);
        assert!(w.has_button(&format!("{found},")), "{found} fits {typed}");
        // The list hangs from the field, above the map.
        let found_at = w.button_rects(&format!("{found},"));
        let top = found_at.into_iter().min_by(|a, b| a.top().total_cmp(&b.top()));
        w.click_pos(top.expect("a row of the list").center());
        let person = w.selected().and_then(|it| match it {
            Subject::Person(id) => w.map().person(&id).map(|it| it.name.short().to_owned()),
            _ => None,
        });
        assert_eq!(person.as_deref(), Some(found));
    }
}

/// Everything that stands on the map is found by what it is, said what it is, and gone to.
#[test]
fn lines_couples_homes_helpers_and_goals_are_found() {
    let mut w = Window::open("search-things");
    w.click_button("Wie praat met wie");
    for (typed, row) in [
        ("geen contact", "Lijn: "),
        ("petra", "Huis: "),
        ("pleegzorg", "Hulp: Loes, "),
        ("gescheiden", "Relatie van "),
        ("een plek die blijft", "Doel van Dean: "),
    ] {
        w.press("Ctrl+F");
        w.type_text(typed);
        let rects = w.button_rects(row).into_iter();
        let top = rects.min_by(|a, b| a.top().total_cmp(&b.top()));
        w.click_pos(top.unwrap_or_else(|| panic!("{typed}: {:?}", w.buttons())).center());
        let goal = w.app().session().detail.is_some();
        let is_there = match w.selected() {
            Some(Subject::Relation(_)) => row == "Lijn: ",
            Some(Subject::Household(_)) => row == "Huis: ",
            Some(Subject::Support(_)) => row == "Hulp: Loes, ",
            Some(Subject::Union(_)) => row == "Relatie van ",
            Some(Subject::Person(_)) => row == "Doel van Dean: " && goal,
            None => false,
        };
        assert!(is_there, "{typed}: {:?}", w.selected());
        w.press("Escape");
        w.press("Escape");
    }
    // Whose names are off is not found by them, nor any own words.
    w.press("N");
    w.press("N");
    w.press("N");
    for typed in ["Petra", "een plek die blijft", "Loes"] {
        w.press("Ctrl+F");
        w.type_text(typed);
        assert!(w.is_seen("Niets te zien met die woorden"), "{typed}: {:?}", w.buttons());
        w.press("Escape");
    }
}
