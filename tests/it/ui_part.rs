//! Not all of the family at once: parts of a large one, branches folded away, people who stand out,
//! and the rules by which it is drawn.

use std::fmt::Write as _;

use rode_draad::model::{Drawn, NearestPartner, Sides};

use crate::ui_window::Window;

const EXAMPLE: &str = "Drie keer jong moeder";
/// People in the large family: a line of parents with two children each, of whom one goes on.
const PEOPLE: usize = 301;

/// A window on a family of [`PEOPLE`] people.
fn large(name: &str) -> Window {
    let mut ged = String::from("0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n");
    for person in 1..=PEOPLE {
        writeln!(ged, "0 @I{person}@ INDI\n1 NAME Mens{person} /Lijn/\n1 SEX M").expect("text");
    }
    for family in 0..PEOPLE / 2 {
        // The first of every two children has the next children.
        let parent = if family == 0 { 1 } else { 2 * family };
        let (a, b) = (2 * family + 2, 2 * family + 3);
        writeln!(ged, "0 @F{family}@ FAM\n1 HUSB @I{parent}@\n1 CHIL @I{a}@\n1 CHIL @I{b}@")
            .expect("text");
    }
    ged.push_str("0 TRLR\n");
    let mut w = Window::open(name);
    let path = w.folder().join("groot.ged");
    std::fs::write(&path, ged).expect("the file");
    w.harness.state_mut().open_path(&path);
    w.harness.run();
    w
}

#[test]
fn a_large_family_opens_on_a_part_of_it() {
    let mut w = large("part");
    assert_eq!(w.map().people.len(), PEOPLE);
    assert_eq!(w.people().len(), 60, "the nearest");
    w.click_button("Meer mensen");
    assert_eq!(w.people().len(), 120);
    w.click_button("toon iedereen");
    assert_eq!(w.app().session().part, None);
    w.click_person("Mens1");
    w.press("A");
    assert_eq!(w.people().len(), 60, "around the first");
    w.press("K");
    w.type_text("Nieuw 2020");
    w.press("Enter");
    assert!(w.people().iter().any(|it| it.starts_with("Nieuw")), "who is new is seen");
}

#[test]
fn the_file_of_another_program_is_never_written_over() {
    let mut w = large("import");
    let path = w.folder().join("groot.ged");
    let before = std::fs::read(&path).expect("the file");
    assert!(w.app().document().is_unsaved(), "nothing of it is saved as a map yet");
    w.press("Ctrl+S");
    w.press("Enter");
    assert!(!w.app().document().is_unsaved(), "saved as a map of its own");
    assert_eq!(std::fs::read(&path).expect("the file"), before, "the other file is as it was");
}

#[test]
fn a_branch_folds_away_and_comes_back() {
    let mut w = Window::open("fold");
    w.click_button(EXAMPLE);
    let everybody = w.people().len();
    w.click_person("Ria");
    w.press("F");
    let folded = w.people();
    assert!(folded.len() < everybody, "her children are away");
    assert!(folded.iter().any(|it| it.starts_with("Kim")), "but never a focus person");
    w.click_button("Meer doen");
    w.click_button("Vouw weer uit");
    assert_eq!(w.people().len(), everybody);
    w.press("Ctrl+Z");
    assert_eq!(w.people().len(), folded.len(), "each is a step");
}

#[test]
fn the_rules_are_kept_with_the_map() {
    let mut w = Window::open("rules");
    w.click_button(EXAMPLE);
    let everybody = w.people().len();
    w.press("Ctrl+K");
    w.type_text("Hoe de familie staat");
    w.press("Enter");
    w.click_button("de eerste partner");
    w.click_button("alleen bloedfamilie");
    w.click_button("Sluit");
    let rules = w.map().view.rules;
    assert_eq!((rules.nearest, rules.drawn), (NearestPartner::First, Drawn::Bloodline));
    assert_eq!(rules.sides, Sides::ManLeft, "what was not touched stays");
    assert!(w.people().len() < everybody, "in-laws without children are away");
    w.press("Ctrl+Z");
    w.press("Ctrl+Z");
    assert_eq!(w.people().len(), everybody);
}

#[test]
fn a_cell_of_the_overview_lights_its_people_on_the_map() {
    let mut w = Window::open("lit");
    w.click_button(EXAMPLE);
    w.press("Ctrl+2");
    w.click_button("Geld, Grootouders: Ria");
    let lit = w.app().session().lit.clone().expect("people stand out");
    assert!(
        lit.people.iter().any(|id| w.map().person(id).is_some_and(|it| it.name.short() == "Ria"))
    );
    w.click_button("klaar");
    assert_eq!(w.app().session().lit, None);
}
