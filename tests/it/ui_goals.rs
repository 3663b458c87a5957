//! Goals on the map: a flag at whose goal it is; a tap on it opens the goal.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::model::{GoalState, Subject, Whose};

use crate::ui_window::Window;

/// A mother and her child, on a map of their own: Yara and Milo.
fn family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Yara 2007 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Milo 2025 m");
    w.press("Enter");
    w.press("Escape");
    w
}

/// What the flags on the map are called.
fn flags(w: &Window) -> Vec<String> {
    w.buttons().into_iter().filter(|it| it.starts_with("Doel van")).collect()
}

#[test]
fn a_goal_is_typed_with_plus_and_seen_at_whose_it_is() {
    let mut w = family("goals-seen");
    w.click_person("Yara");
    let before = (w.actions, w.typed);
    w.press("Plus");
    w.type_text("Mijn diploma halen");
    println!("a goal: {} actions, {} texts", w.actions - before.0, w.typed - before.1);
    assert_eq!(w.actions - before.0, 1);
    assert_eq!(flags(&w), ["Doel van Yara: Mijn diploma halen, mee bezig"]);
    assert_eq!(w.app().scene().goals.len(), 1);
    let node = w.harness.query_all_by(|node| node.role() == egui::Role::TreeItem);
    let told = node.filter_map(|it| it.accesskit_node().data().description().map(str::to_owned));
    assert!(told.into_iter().any(|it| it.contains("doel: Mijn diploma halen")), "read aloud");
    w.press("Escape");
    w.press("Escape");
    assert_eq!(w.selected(), None);
    w.click_button("Doel van Yara");
    assert!(matches!(w.selected(), Some(Subject::Person(_))), "whose it is");
    assert_eq!(w.written_in("Wat willen jullie bereiken"), "Mijn diploma halen", "it is open");
    let field = w.field_rect("Wat willen jullie bereiken?");
    assert!(w.harness.ctx.content_rect().contains_rect(field), "and in view: {field:?}");
    w.click_button("gehaald");
    assert_eq!(w.map().goals.values().next().expect("a goal").state, GoalState::Reached);
    assert_eq!(flags(&w), ["Doel van Yara: Mijn diploma halen, gehaald"]);
    w.click_button("losgelaten");
    assert_eq!(flags(&w), ["Doel van Yara: Mijn diploma halen, losgelaten"]);
}

#[test]
fn a_home_and_the_family_have_goals_by_the_same_key() {
    let mut w = family("goals-home");
    w.click_person("Yara");
    w.press("H");
    w.type_text("huis Yara");
    w.press("Enter");
    w.press("Plus");
    w.type_text("Rust in huis");
    assert_eq!(flags(&w), ["Doel van huis Yara: Rust in huis, mee bezig"]);
    w.press("Escape");
    w.press("Escape");
    assert_eq!(w.selected(), None);
    w.press("Plus");
    w.type_text("Samen op vakantie");
    let whose: Vec<Whose> = w.map().goals.values().map(|goal| goal.whose.clone()).collect();
    assert!(whose.contains(&Whose::Family), "{whose:?}");
    assert_eq!(flags(&w).len(), 2, "{:?}", flags(&w));
    w.press("Escape");
    w.click_button("Doel van huis Yara");
    assert!(matches!(w.selected(), Some(Subject::Household(_))));
    w.click_button("Doel van de familie");
    assert_eq!(w.selected(), None, "the family is nobody in particular");
    assert_eq!(w.written_in("Wat willen jullie bereiken"), "Samen op vakantie");
}

#[test]
fn a_flag_is_no_way_round_names_off() {
    let mut w = family("goals-names");
    w.click_person("Yara");
    w.press("Plus");
    w.type_text("Weg bij Kevin");
    w.press("Escape");
    w.press("Escape");
    for _ in 0..3 {
        w.press("N");
        let all = crate::ui_hidden::said(&w);
        assert!(!all.contains("Kevin"), "with names {:?}", w.app().session().names);
        assert_eq!(w.app().scene().goals.len(), 1, "that there is a goal is no secret");
    }
}

#[test]
fn flags_have_their_row_in_the_legend() {
    let mut w = family("goals-legend");
    w.click_person("Yara");
    w.press("Plus");
    w.type_text("Sparen");
    w.press("Escape");
    w.press("L");
    let rows = |w: &Window| -> Vec<String> {
        w.app().scene().explained.iter().map(|row| row.words.clone()).collect()
    };
    assert!(rows(&w).contains(&"doel".to_owned()), "{:?}", rows(&w));
}

/// Ana at the table, her daughter Lisa; `hidden` says what becomes of what is hidden.
const FEARS: &str = r#"FamilyMap(
    version: 2, title: "Proef", lang: Nl, today: "2026-11-21", fictional: true, focus: ["p1"],
    people: [
        (id: "p1", call: "Ana", gender: Woman, born: "1990", entries: [
            (id: "e1", kind: "geld-schulden", going_on: Now),
            (id: "e2", kind: "gebruik-alcohol", said: No),
        ]),
        (id: "p2", call: "Lisa", gender: Woman, born: "2010", entries: [
            (id: "e3", kind: "gevoel-angst", said: Maybe),
            (id: "e4", kind: "veilig-mishandeld"),
        ]),
    ],
    unions: [(id: "u1", partners: ["p1"], children: [(id: "p2")])],
    next_id: 90,
)"#;

/// Can `words` be put on with a tap?
fn has_chip(w: &Window, words: &str) -> bool {
    w.harness.query_by_role_and_label(egui::Role::RadioButton, words).is_some()
}

/// A goal is an answer to what plays, or may play: of whoever it is, and of the family to that of
/// everybody, by name. What was answered with no, or is hidden, is not offered.
#[test]
fn a_goal_answers_what_plays_with_those_whose_it_is() {
    let mut w = crate::ui_hidden::window("goals-answers", FEARS);
    w.press("Plus");
    w.type_text("Praten over wat moeilijk is");
    let all = crate::ui_hidden::said(&w);
    assert!(has_chip(&w, "Lisa: Vaak bang"), "{all}");
    assert!(has_chip(&w, "Ana: Schulden"), "{all}");
    assert!(!has_chip(&w, "Ana: Te veel alcohol"), "asked: no");
    assert!(!all.contains("eslagen"), "hidden: {all}");
    w.harness.get_by_role_and_label(egui::Role::RadioButton, "Lisa: Vaak bang").click();
    w.harness.run();
    let goal = w.map().goals.values().next().cloned().expect("a goal");
    assert_eq!(goal.answers.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["e3"]);
    w.write_in("Wanneer klaar", "1-2-2020");
    assert!(w.is_seen("Deze dag is al voorbij"), "it is said, and kept");
    w.write_in("Wanneer klaar", "1-2-2030");
    assert!(!w.is_seen("Deze dag is al voorbij"));
    w.press("Escape");
    w.press("Escape");
    w.click_person("Ana");
    w.press("Plus");
    w.type_text("Sparen");
    assert!(has_chip(&w, "Schulden"));
    assert!(!has_chip(&w, "Vaak bang") && !has_chip(&w, "Te veel alcohol"), "{:?}", w.buttons());
}
