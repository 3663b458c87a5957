//! What stands on a sheet, and what never does.

use super::{Wanted, Words, parent};
use crate::file;
use crate::i18n::Lang;
use crate::model::{Date, FamilyMap};
use crate::scene::{Scene, Shape};
use crate::shown::{Eyes, Names};
use crate::theme::ThemeName;

const GOAL: &str = r#"goals: [(id: "g1", whose: Person("A11"), text: "Ik weet wat ik moet betalen",
    first_step: "Alle brieven in één map.", helper: "Sandra", by: "2026-11-25")],
    next_id:"#;

fn kim() -> FamilyMap {
    let text = include_str!("../../examples/drie-keer-jong-moeder.familie");
    let text = text.replacen("next_id:", GOAL, 1);
    file::open(text.as_bytes()).expect("a map")
}

fn wanted(map: &FamilyMap) -> Wanted<'_> {
    Wanted {
        map,
        names: Names::Shown,
        eyes: Eyes::Table,
        lang: Lang::Nl,
        today: Date::parse("2026-11-21").expect("a date"),
        words: Words::Soft,
        theme: ThemeName::Light,
    }
}

fn words(scene: &Scene) -> String {
    let labels = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    });
    let mut all: Vec<&str> = labels.collect();
    all.extend([scene.title.as_str(), scene.description.as_str()]);
    all.extend(scene.spoken.values().map(String::as_str));
    all.join(" ")
}

#[test]
fn the_fridge_is_told_what_is_strong_and_who_helps() {
    let map = kim();
    let said = words(&parent(&wanted(&map)));
    for part in [
        "Voor Kim",
        "zaterdag 21 november 2026",
        "zorgen goed voor anderen",
        "Het lukte",
        "Alle brieven in één map.",
        "Sandra",
        "woensdag 25 november 2026",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for shame in ["chuld", "alcohol", "1961", "diploma van"] {
        assert!(!said.contains(shame), "{shame}: {said}");
    }
}

#[test]
fn the_open_version_tells_what_plays() {
    let map = kim();
    let said = words(&parent(&Wanted { words: Words::Open, ..wanted(&map) }));
    assert!(said.contains("schulden") && said.contains("eruit"), "{said}");
    let english = Wanted { words: Words::Open, lang: Lang::En, ..wanted(&map) };
    assert!(words(&parent(&english)).contains("was in debt"));
}

#[test]
fn everything_stands_inside_the_page_and_nothing_on_top_of_the_family() {
    let map = kim();
    for names in [Names::Shown, Names::Kin, Names::Invented, Names::Off] {
        for (lang, words) in [(Lang::Nl, Words::Soft), (Lang::En, Words::Open)] {
            let sheet = parent(&Wanted { names, lang, words, ..wanted(&map) });
            for item in &sheet.items {
                let Some(rect) = item.shape.bounds() else { continue };
                let is_inside = sheet.bounds.contains(rect.min) && sheet.bounds.contains(rect.max);
                assert!(is_inside, "{names:?} {lang:?}: {:?}", item.shape);
            }
        }
    }
}

#[test]
fn without_names_no_own_word_is_on_the_sheet() {
    let map = kim();
    for names in [Names::Kin, Names::Invented, Names::Off] {
        for open in [Words::Soft, Words::Open] {
            let said = words(&parent(&Wanted { names, words: open, ..wanted(&map) }));
            for person in map.people.values().filter(|it| 2 < it.name.short().len()) {
                assert!(!said.contains(person.name.short()), "{names:?}: {said}");
            }
            for own in [map.wish.as_str(), "Alle brieven", "betalen"] {
                assert!(!said.contains(own), "{names:?}: {own}: {said}");
            }
        }
    }
}

#[test]
fn a_goal_that_answers_something_hidden_stays_behind() {
    let text = r#"FamilyMap(version: 2, title: "", lang: Nl, focus: ["a"], people: [(id: "a", call: "Ana",
        entries: [(id: "e1", kind: "gevoel-einde"), (id: "e2", kind: "geld-schulden",
            sensitive: true)])],
        goals: [(id: "g1", whose: Person("a"), first_step: "Zwaluw bellen", answers: ["e1"]),
            (id: "g2", whose: Family, first_step: "Kievit bellen", answers: ["e2"])],
        next_id: 9)"#;
    let map = file::open(text.as_bytes()).expect("a map");
    for open in [Words::Soft, Words::Open] {
        let said = words(&parent(&Wanted { words: open, ..wanted(&map) }));
        assert!(!said.contains("Zwaluw") && !said.contains("Kievit"), "{said}");
        assert!(said.contains("Jouw eerste stap"), "there is room to write one: {said}");
    }
}

const PLAN: &str = r#"supports: [
        (id: "s1", kind: "org-wijkteam", name: "Wijkteam Noord", ties: [(to: Person("A11"))]),
        (id: "s2", kind: "org-school", name: "", ties: [])],
    goals: [
        (id: "g1", whose: Person("A11"), text: "Ik weet wat ik moet betalen",
            first_step: "Alle brieven in één map", helper: "Sandra", supports: ["s1"], by: "2026-11-25"),
        (id: "g2", whose: Family, text: "Noa heeft het fijn op school", supports: ["s1", "s2"]),
        (id: "g3", whose: Family, text: "Al klaar", state: Reached)],
    next_id:"#;

#[test]
fn the_plan_says_who_helps_with_what_and_nothing_of_the_story() {
    let text = include_str!("../../examples/drie-keer-jong-moeder.familie");
    let map = file::open(text.replacen("next_id:", PLAN, 1).as_bytes()).expect("a map");
    let sheet = super::plan(&wanted(&map));
    let said = words(&sheet);
    for part in ["Eén plan voor Kim", "moet betalen", "fijn op school", "Wijkteam Noord", "Sandra"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    for not in ["Al klaar", "chuld", "Henk", "1974"] {
        assert!(!said.contains(not), "{not}: {said}");
    }
    for item in &sheet.items {
        let rect = item.shape.bounds().expect("something");
        assert!(sheet.bounds.contains(rect.min) && sheet.bounds.contains(rect.max), "{item:?}");
    }
    let off = words(&super::plan(&Wanted { names: Names::Off, ..wanted(&map) }));
    for own in ["Kim", "Wijkteam Noord", "betalen", "Sandra"] {
        assert!(!off.contains(own), "{own}: {off}");
    }
}

#[test]
fn nothing_at_all_is_still_a_page() {
    let map = FamilyMap::default();
    let said = words(&parent(&wanted(&map)));
    assert!(said.contains("Onze familie") && said.contains("Voor thuis"), "{said}");
}
