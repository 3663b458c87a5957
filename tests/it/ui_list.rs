//! The family as a list: everything by keys, a sentence for every cell; and the same put on many.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::model::{FamilyMap, Subject};
use rode_draad::ui::Screen;

use crate::ui_window::Window;

/// Kim with her mother and a daughter, in the list.
fn family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("/");
    w.type_text("Ria 1974 v #schulden: Kim 2001 v, Danny 1996 m");
    w.press("Enter");
    w.type_text("Kim: Noa 2019 v");
    w.press("Enter");
    w.press("Escape");
    w
}

fn list(name: &str) -> Window {
    let mut w = family(name);
    w.press("Home");
    w.press("Ctrl+5");
    assert_eq!(w.app().session().screen, Screen::List);
    w
}

fn focused(w: &Window) -> String {
    let node = w.harness.query_all_by(|node| node.is_focused()).last();
    node.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
}

fn selected(w: &Window) -> String {
    let Some(Subject::Person(id)) = w.selected() else { return String::new() };
    w.map().person(&id).map(|it| it.name.short().to_owned()).unwrap_or_default()
}

fn entries(map: &FamilyMap, name: &str) -> usize {
    let mut found = map.people.values().filter(|it| it.name.short() == name);
    found.next().map_or(0, |it| it.entries.len())
}

#[test]
fn whoever_is_selected_on_the_map_is_where_the_list_begins() {
    let mut w = list("list-keys");
    assert_eq!(selected(&w), "Kim");
    assert!(focused(&w).starts_with("Kim"), "{:?}", focused(&w));
    w.press("ArrowDown");
    assert_ne!(selected(&w), "Kim");
    w.press("Home");
    assert_eq!(selected(&w), "Ria", "the eldest comes first");
    for _ in 0..4 {
        w.press("ArrowRight");
        if focused(&w).contains("Wat speelt er") {
            break;
        }
    }
    assert!(focused(&w).contains("Wat speelt er: Schulden"), "{:?}", focused(&w));
    assert!(focused(&w).contains("Rij 1 van 1"), "{:?}", focused(&w));
    w.press("Ctrl+1");
    assert_eq!(selected(&w), "Ria", "the same on the map");
}

#[test]
fn names_and_what_plays_are_changed_in_the_list_with_keys() {
    let mut w = list("list-edit");
    w.press("Enter");
    w.press("Ctrl+A");
    w.type_text("Kimberley 2002");
    w.press("Enter");
    let kim = w.map().people.values().find(|it| it.name.short() == "Kimberley");
    let born = kim.and_then(|it| it.birth).map(|it| it.year());
    assert_eq!(born, Some(2002), "the name field understands the same here");
    assert!(focused(&w).starts_with("Kimberley"), "and the keyboard is back: {:?}", focused(&w));
    let digit = w.app().session().digits.iter().position(|it| it.as_str() == "geld-schulden");
    let digit = (digit.expect("debts have a digit") + 1).to_string();
    w.press(&digit);
    assert_eq!(entries(w.map(), "Kimberley"), 1);
    let before = w.map().people.len();
    w.press("K");
    w.type_text("Levi 2022 m");
    w.press("Enter");
    assert_eq!(w.map().people.len(), before + 1);
    assert_eq!(selected(&w), "Levi", "a child came, without a map");
}

#[test]
fn names_that_are_off_are_in_no_cell() {
    let mut w = list("list-names");
    for _ in 0..3 {
        w.press("N");
        let all = w.harness.query_all_by(|node| node.role() == egui::Role::GridCell);
        let labels: Vec<String> = all.filter_map(|it| it.accesskit_node().label()).collect();
        assert!(!labels.is_empty());
        for name in ["Ria", "Kim", "Danny", "Noa"] {
            assert!(!labels.iter().any(|it| it.contains(name)), "{name}: {labels:?}");
        }
    }
}

#[test]
fn five_problems_on_four_people_take_eight_taps() {
    let mut w = family("paint-taps");
    w.press("Escape");
    let all = |w: &Window| ["Ria", "Kim", "Danny", "Noa"].map(|it| entries(w.map(), it));
    let before: usize = all(&w).iter().sum();
    w.actions = 0;
    w.click_button("Hetzelfde bij meer mensen zetten");
    let second = w.app().session().digits[1].clone();
    let third = w.app().session().digits[2].clone();
    let words = |id: &str| {
        let kind = rode_draad::catalogue::Catalogue::builtin().kind(id).expect("a kind");
        kind.words.in_lang(rode_draad::i18n::Lang::Nl).to_owned()
    };
    w.click_button(&words(second.as_str()));
    for name in ["Ria", "Kim", "Danny", "Noa"] {
        w.click_person(name);
    }
    w.click_button(&words(third.as_str()));
    w.click_person("Kim");
    println!("five problems on four people: {} taps", w.actions);
    assert!(w.actions <= 8, "{}", w.actions);
    assert_eq!(all(&w).iter().sum::<usize>(), before + 5);
    w.press("Escape");
    assert!(w.app().session().paint.is_none(), "Esc ends it");
    w.click_person("Danny");
    assert_eq!(selected(&w), "Danny", "a tap is a tap again");
}

#[test]
fn five_problems_on_four_people_take_eight_keys() {
    let mut w = family("paint-keys");
    w.click_person("Noa");
    let before: usize = w.map().people.values().map(|it| it.entries.len()).sum();
    let toward_danny = w.side_of("Danny", "Kim");
    w.actions = 0;
    for key in ["3", "ArrowUp", "3", "4", toward_danny, "3", "ArrowUp", "3"] {
        w.press(key);
    }
    println!("five problems on four people: {} keys", w.actions);
    let after: usize = w.map().people.values().map(|it| it.entries.len()).sum();
    assert!(w.actions <= 8 && after == before + 5, "{} keys, {before} to {after}", w.actions);
}
