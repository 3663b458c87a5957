//! Households: entered, seen and changed in the window.

use egui_kittest::kittest::Queryable as _;
use rode_draad::file;
use rode_draad::model::{Household, Subject};

use crate::ui_window::Window;

/// A mother with a partner and two children, on a map of their own: Mina, Karel, Fenna, Joost.
fn family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("P");
    w.type_text("Karel 1988 m");
    w.press("Enter");
    w.press("K");
    w.type_text("Fenna 2015 v");
    w.press("Tab");
    w.type_text("Joost 2018 m");
    w.press("Enter");
    w
}

/// Ticks a person in the panel.
fn tick(w: &mut Window, name: &str) {
    w.actions += 1;
    w.harness.get_by_role_and_label(egui::Role::CheckBox, name).click();
    w.harness.run();
}

fn the_home(w: &Window) -> Household {
    let homes: Vec<_> = w.map().households.values().collect();
    assert_eq!(homes.len(), 1, "one home");
    Household::clone(homes[0])
}

fn members(w: &Window) -> Vec<String> {
    let name = |id| w.map().person(id).map(|it| it.name.short().to_owned()).unwrap_or_default();
    the_home(w).members.iter().map(|mate| name(&mate.person)).collect()
}

/// What is said of the homes that are drawn.
fn spoken(w: &Window) -> Vec<String> {
    let spoken = w.app().scene().spoken.iter();
    let homes = spoken.filter(|(subject, _)| matches!(subject, Subject::Household(_)));
    homes.map(|(_, said)| said.clone()).collect()
}

#[test]
fn a_household_of_four_takes_five_actions() {
    let mut w = family("home-four");
    w.press("Escape");
    let before = w.actions;
    w.click_person("Mina");
    w.press("H");
    w.type_text("huis Mina");
    for name in ["Karel", "Fenna", "Joost"] {
        tick(&mut w, name);
    }
    let used = w.actions - before;
    println!("a household of four: {used} actions and a name");
    assert!(used <= 5, "{used}");
    assert_eq!(members(&w), ["Mina", "Karel", "Fenna", "Joost"]);
    assert_eq!(the_home(&w).name, "huis Mina");
    assert!(w.is_seen("huis Mina"), "the panel says its name");
    assert_eq!(spoken(&w), ["huis Mina: hier wonen Mina, Karel, Fenna en Joost."]);
    let text = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    assert!(String::from_utf8_lossy(&text).contains("huis Mina"), "it is in the file");
}

#[test]
fn the_home_is_selected_at_its_name_and_removed_with_undo() {
    let mut w = family("home-select");
    w.click_person("Mina");
    w.press("H");
    w.type_text("huis Mina");
    w.click_button("Allemaal erbij");
    assert_eq!(members(&w).len(), 4);
    w.press("Escape");
    w.press("Escape");
    assert_eq!(w.selected(), None);
    w.click_button("huis Mina: hier wonen");
    assert!(matches!(w.selected(), Some(Subject::Household(_))));
    w.press("ArrowUp");
    assert!(matches!(w.selected(), Some(Subject::Person(_))), "the arrows lead to its people");
    w.press("H");
    assert!(matches!(w.selected(), Some(Subject::Household(_))), "H looks at the home there is");
    assert_eq!(w.map().households.len(), 1);
    let people = w.map().people.clone();
    w.click_button("Haal dit huis weg");
    assert!(w.map().households.is_empty());
    assert_eq!(w.map().people, people, "the people stay");
    w.click_button("Zet terug");
    assert_eq!(members(&w).len(), 4);
}

#[test]
fn what_plays_in_a_home_is_entered_there_and_seen_on_the_map() {
    let mut w = family("home-things");
    w.click_person("Mina");
    w.press("H");
    w.press("Enter");
    w.click_button("Iets toevoegen");
    w.type_text("schulden");
    w.click_button("Schulden");
    w.press("Escape");
    assert_eq!(the_home(&w).entries.len(), 1);
    assert!(spoken(&w)[0].contains("Schulden"), "{:?}", spoken(&w));
}

#[test]
fn a_home_that_is_over_is_not_drawn() {
    let mut w = family("home-over");
    w.click_person("Mina");
    w.press("H");
    w.type_text("huis Mina");
    w.press("Enter");
    assert_eq!(spoken(&w).len(), 1);
    w.write_in("Sinds", "2012");
    w.write_in("Tot", "2019");
    assert!(spoken(&w).is_empty());
    assert_eq!(w.map().households.len(), 1, "it is kept");
}

#[test]
fn a_child_in_two_homes_is_told_in_both() {
    let mut w = family("home-two");
    w.click_person("Mina");
    w.press("H");
    w.type_text("bij Mina");
    tick(&mut w, "Fenna");
    w.click_person("Karel");
    w.press("H");
    w.type_text("bij Karel");
    tick(&mut w, "Fenna");
    assert_eq!(w.map().households.len(), 2);
    assert!(w.is_seen("Fenna woont ook in een ander huis: bij Mina."));
    assert_eq!(spoken(&w).len(), 2);
}

#[test]
fn a_child_who_is_added_is_asked_about_with_one_tap() {
    let mut w = family("home-child");
    w.click_person("Mina");
    w.press("H");
    w.type_text("huis Mina");
    w.click_button("Allemaal erbij");
    w.press("Escape");
    w.click_person("Mina");
    w.press("K");
    w.type_text("Puck 2024");
    assert!(!w.is_seen("Woont Puck"), "not while the name is typed");
    w.press("Enter");
    assert!(w.is_seen("Woont Puck ook in huis Mina?"));
    w.click_button("Ja");
    assert_eq!(members(&w).last().map(String::as_str), Some("Puck"));
    assert!(!w.is_seen("Woont Puck ook"), "asked once");
    w.press("Ctrl+Z");
    assert_eq!(members(&w).len(), 4);
}

/// Between whom was violence, now or before, hidden or not: neither is named as living with the other.
#[test]
fn whoever_did_harm_is_not_named_at_the_home() {
    for (from, to) in [("Mina", "Karel"), ("Karel", "Mina")] {
        let mut w = family("home-harm");
        let is_named = |w: &Window, name: &str| {
            let boxes = w.harness.query_all_by_role(egui::Role::CheckBox);
            boxes.into_iter().any(|it| {
                egui_kittest::kittest::NodeT::accesskit_node(&it).label().as_deref() == Some(name)
            })
        };
        w.click_person("Mina");
        w.press("H");
        assert!(is_named(&w, "Karel") && is_named(&w, "Fenna"));
        w.press("Escape");
        w.press("Escape");
        w.press("Escape");
        w.click_person(from);
        w.press("R");
        w.type_text(to);
        w.press("Enter");
        w.type_text("geweld");
        w.press("Enter");
        assert_eq!(w.map().relations.len(), 1, "a line");
        w.press("Escape");
        w.press("Escape");
        w.press("M");
        w.click_person("Mina");
        w.press("H");
        assert!(is_named(&w, "Fenna"), "the children are");
        assert!(!is_named(&w, "Karel"), "{from} to {to}");
    }
}

#[test]
fn nobody_asks_whether_somebody_who_was_lost_or_is_expected_lives_there() {
    for typed in ["miskraam 2012", "doodgeboren 2012", "abortus 2012", "zwanger 2026"] {
        let mut w = family("home-lost");
        w.click_person("Mina");
        w.press("H");
        w.type_text("huis Mina");
        w.click_button("Allemaal erbij");
        w.press("Escape");
        w.click_person("Mina");
        w.press("K");
        w.type_text(typed);
        w.press("Enter");
        assert!(!w.is_seen("ook in huis Mina?"), "{typed}");
    }
}

#[test]
fn what_is_typed_of_a_stay_is_kept_whatever_it_is() {
    let mut w = family("home-stay");
    w.click_person("Mina");
    w.press("H");
    w.press("Enter");
    tick(&mut w, "Fenna");
    w.click_button("Wanneer woonde ieder hier?");
    w.write_in("Fenna hier sinds", "2020");
    let home = the_home(&w);
    let stay = home.members.iter().find(|mate| mate.from.is_some()).expect("Fenna's stay");
    assert_eq!(stay.from.map(|it| it.main_date().year()), Some(2020));
    w.write_in("Fenna hier tot", "het weekend");
    assert_eq!(w.written_in("Fenna hier tot"), "het weekend");
}

/// Draws a loop around these people.
fn loop_around(w: &mut Window, names: &[&str]) {
    let boxes = names.iter().map(|name| w.person_rect(name));
    let all = boxes.reduce(egui::Rect::union).expect("somebody").expand(24.0);
    // Not from one side only: a line is a box from corner to corner.
    w.drag_between(all.left_top(), all.right_bottom());
}

#[test]
fn those_in_a_loop_become_a_home_with_one_tap() {
    let mut w = family("home-loop");
    w.press("Escape");
    w.press("Escape");
    let before = w.actions;
    w.press("Shift+H");
    assert!(w.is_seen("Trek een kring om de mensen die samen wonen."));
    loop_around(&mut w, &["Mina", "Karel", "Fenna", "Joost"]);
    assert_eq!(w.app().session().chosen.len(), 4);
    assert!(w.map().households.is_empty(), "nothing is changed yet");
    w.click_button("Maak er een huis van");
    assert_eq!(w.actions - before, 3);
    w.type_text("huis Mina");
    let mut all = members(&w);
    all.sort();
    assert_eq!(all, ["Fenna", "Joost", "Karel", "Mina"]);
    assert_eq!(the_home(&w).name, "huis Mina", "the caret stands in its name");
    assert!(w.app().session().chosen.is_empty());
}

#[test]
fn a_loop_is_let_go_again_and_one_around_nobody_says_so() {
    let mut w = family("home-loop-off");
    w.press("Escape");
    w.press("Escape");
    w.press("Shift+H");
    w.press("Escape");
    assert!(w.app().session().lasso.is_none());
    w.press("Shift+H");
    w.drag_between(egui::pos2(30.0, 900.0), egui::pos2(120.0, 1000.0));
    assert!(w.is_seen("In die kring staat niemand"));
    w.press("Shift+H");
    w.click_person("Mina");
    w.click_person("Joost");
    assert_eq!(w.app().session().chosen.len(), 2, "taps choose, too");
    w.click_person("Joost");
    assert_eq!(w.app().session().chosen.len(), 1);
    w.press("Escape");
    assert!(w.app().session().chosen.is_empty());
    assert!(w.map().households.is_empty());
}

#[test]
fn a_home_without_a_name_is_said_by_who_lives_there() {
    let mut w = family("home-nameless");
    w.click_person("Mina");
    w.press("H");
    w.click_button("Allemaal erbij");
    w.press("Escape");
    w.click_person("Mina");
    w.press("K");
    w.type_text("Puck 2024");
    w.press("Enter");
    assert!(w.is_seen("Woont Puck ook bij "), "nobody lives in somebody");
    w.click_button("Ja");
    assert!(w.is_seen("Puck woont nu ook bij"));
}
