//! Names off: no name and no word of the family's own is seen, said, read out, found or on paper; and
//! nothing of it is lost.

use crate::ui_hidden::{drawn, everything, said, window};
use crate::ui_window::Window;

/// A family with "Koekoek" wherever somebody can write something of their own.
const FAMILY: &str = r#"FamilyMap(
    version: 2, title: "De Koekoek", lang: Nl, wish: "Wat Koekoek wil", dream: "Koekoek droomt",
    today: "2026-11-21", fictional: true, focus: ["p1"],
    people: [
        (id: "p1", given: "Koekoek", call: "AnaKoekoek", family: "Koekoek", birth_name: "Koekoek",
            gender: Woman, born: "1990",
            entries: [(id: "e1", kind: "geld-schulden", words: "Koekoek rood", going_on: Now,
                helped: "Koekoek belt", according_to: "Koekoek"), (id: "e2", kind: "eigen", going_on: Now)],
            strengths: [(id: "k1", words: "Koekoek lacht"), (id: "k2", kind: "s-samen")],
            skills: [(skill: "ef-impuls", level: Hard, according_to: "Koekoek")],
            wishes: ["Koekoek rust"], origin: "Koekoek", work: "Koekoek", notes: [(text: "Koekoek")]),
        (id: "p2", call: "BasKoekoek", gender: Man, born: "1988",
            entries: [(id: "e3", kind: "geld-schulden", going_on: Now)]),
        (id: "p3", call: "CisKoekoek", gender: Woman, born: "1965",
            entries: [(id: "e4", kind: "geld-schulden", going_on: Now)]),
        (id: "p4", call: "DikKoekoek", gender: Man, born: "2015"),
    ],
    unions: [
        (id: "u1", partners: ["p1", "p2"], children: [(id: "p4")], notes: [(text: "Koekoek")]),
        (id: "u2", partners: ["p3"], children: [(id: "p1")]),
    ],
    relations: [(id: "r1", kind: "hecht", from: "p1", to: Person("p4"), according_to: "Koekoek",
        notes: [(text: "Koekoek")])],
    households: [(id: "h1", name: "Huize Koekoek", members: [(id: "p1"), (id: "p4")],
        notes: [(text: "Koekoek")])],
    supports: [(id: "s1", kind: "org-wijkteam", name: "Team Koekoek", ties: [(to: Person("p1"))],
        notes: [(text: "Koekoek")])],
    goals: [(id: "g1", whose: Person("p1"), text: "Koekoek wil rust", first_step: "Koekoek bellen",
        helper: "Koekoek", supports: ["s1"])],
    own_kinds: [(id: "eigen", label: "Ruzie met Koekoek", area: "werk")],
    cards: [(id: "geld-schulden", comment: "Koekoek herkent dit")],
    next_id: 90,
)
"#;

fn file(w: &Window) -> String {
    std::fs::read_to_string(w.folder().join("proef.familie")).expect("the file")
}

/// Everything that is open is looked at: panels, cards, search, overview.
fn looked(w: &mut Window, people: &[String]) -> String {
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let mut all = everything(w, &people);
    w.press("Home");
    let openers = ["Schulden", "eigens", "eigen kracht", "Doel"];
    for opener in openers {
        if w.has_button(opener) {
            w.click_button(opener);
            all += &said(w);
        }
    }
    all + &said(w)
}

#[test]
fn no_word_of_the_family_is_anywhere_while_names_are_off() {
    let mut w = window("names-off", FAMILY);
    assert!(said(&w).contains("Koekoek"));
    for way in ["familiewoorden", "verzonnen", "geen namen"] {
        w.press("Escape");
        w.press("N");
        assert!(w.has_button(way), "{way}: {:?}", w.buttons());
        let people = w.people();
        assert_eq!(people.len(), 4, "{way}: {people:?}");
        let all = looked(&mut w, &people);
        assert!(!all.contains("Koekoek"), "{way}: {}", around(&all));
        for name in ["a.svg", "a.png"] {
            let bytes = drawn(&mut w, name);
            assert!(!String::from_utf8_lossy(&bytes).contains("Koekoek"), "{way}, {name}");
        }
    }
    w.press("Escape");
    w.press("N");
    assert!(said(&w).contains("AnaKoekoek"), "and back");
}

/// What stands around the word that should not be there.
fn around(all: &str) -> String {
    let at = all.find("Koekoek").unwrap_or_default();
    all.chars().skip(all[..at].chars().count().saturating_sub(120)).take(400).collect()
}

#[test]
fn what_is_changed_while_names_are_off_keeps_all_words() {
    let mut w = window("names-kept", FAMILY);
    w.press("Ctrl+S");
    let before = file(&w).matches("Koekoek").count();
    w.press("N");
    w.press("Home");
    w.press("K");
    w.type_text("Eef");
    w.press("Enter");
    assert!(!said(&w).contains("Eef"), "a new name is not shown either");
    w.press("N");
    w.press("N");
    w.press("N");
    assert!(said(&w).contains("Eef"));
    w.press("Ctrl+S");
    assert_eq!(file(&w).matches("Koekoek").count(), before, "nothing is lost");
    assert!(file(&w).contains("Eef"));
}

#[test]
fn a_name_that_is_not_shown_cannot_be_typed_over() {
    let mut w = window("names-typed", FAMILY);
    w.press("N");
    w.press("Home");
    w.press("Enter");
    assert!(w.app().session().naming.is_none());
    assert!(w.written_anywhere("Naam").is_empty(), "no field of the name");
    assert!(w.is_seen("Niet te zien zolang de namen uit staan."));
}
