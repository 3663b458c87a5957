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

/// The family of Kim without who helps, what for and the story: each test brings its own.
fn alone() -> String {
    let text = include_str!("../../examples/drie-keer-jong-moeder.familie");
    let (kept, rest) = text.split_once("    supports: [").expect("somebody helps");
    let (_, next_id) = rest.rsplit_once("    next_id: ").expect("an id");
    format!("{kept}    next_id: {next_id}")
}

fn kim() -> FamilyMap {
    let text = alone();
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
        "Alle brieven in één map.",
        "Sandra",
        "woensdag 25 november 2026",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for shame in ["Het lukte", "chuld", "alcohol", "1961", "diploma van"] {
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
    let text = alone();
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
fn long_names_on_the_plan_are_whole_or_say_that_they_go_on() {
    let long = PLAN
        .replace("Wijkteam Noord", "Schuldhulpverleningsorganisatie Noordoostpolder en omstreken")
        .replace(
            "Ik weet wat ik moet betalen",
            &"Ik weet wat ik moet betalen en wanneer ".repeat(9),
        );
    let text = alone();
    let map = file::open(text.replacen("next_id:", &long, 1).as_bytes()).expect("a map");
    let sheet = super::plan(&wanted(&map));
    let lines: Vec<&str> = (sheet.items.iter())
        .filter_map(|item| match &item.shape {
            Shape::Text(label) => Some(label.text.as_str()),
            _ => None,
        })
        .collect();
    assert!(lines.iter().any(|line| line.contains("Schuldhulpverleningsorganisatie")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("omstreken")), "{lines:?}");
    let goal = lines.iter().find(|line| line.contains("wanneer") && line.ends_with('…'));
    assert!(goal.is_some(), "what is left out is shown: {lines:?}");
    for item in &sheet.items {
        let rect = item.shape.bounds().expect("something");
        assert!(sheet.bounds.contains(rect.min) && sheet.bounds.contains(rect.max), "{item:?}");
    }
}

#[test]
fn nothing_at_all_is_still_a_page() {
    let map = FamilyMap::default();
    let said = words(&parent(&wanted(&map)));
    assert!(said.contains("Onze familie") && said.contains("Voor thuis"), "{said}");
}

/// Who helps Noa, and what must never stand on her sheet.
const NOA: &str = r#"(id: "r90", from: "A12", to: Person("A16"), kind: "steun"),
        (id: "r91", from: "A15", to: Person("A16"), kind: "geweld"),"#;
const NOA_HELPED: &str = r#"supports: [
        (id: "s1", kind: "org-school", name: "Juf Els", ties: [(to: Person("A16"))]),
        (id: "s2", kind: "org-politie", name: "Reiger", ties: [(to: Person("A16"))])],
    next_id:"#;

fn noa() -> FamilyMap {
    let text = alone();
    let text = text.replacen("relations: [", &format!("relations: [{NOA}"), 1);
    file::open(text.replacen("next_id:", NOA_HELPED, 1).as_bytes()).expect("a map")
}

#[test]
fn a_child_draws_everybody_and_reads_what_is_strong_and_who_helps() {
    let map = noa();
    let child = super::children(&map, wanted(&map).today).into_iter().next().expect("a child");
    let sheet = super::child(&wanted(&map), Some(&child));
    let said = words(&sheet);
    for part in [
        "Dit is jouw familie, Noa",
        "Noa, jij!",
        "oma Ria",
        "papa",
        "Opa Wim leeft niet meer.",
        "mama zorgen goed voor anderen.",
        "Joyce",
        "Juf Els",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let anybody = words(&super::child(&wanted(&map), None));
    assert!(anybody.contains("Kim") && anybody.contains("Ria"), "{anybody}");
    assert!(!anybody.contains("jij!") && !anybody.contains("oma Ria"), "{anybody}");
    let english = words(&super::child(&Wanted { lang: Lang::En, ..wanted(&map) }, Some(&child)));
    assert!(english.contains("Grandma Ria") && english.contains("Noa, you!"), "{english}");
    // Equal circles, one each, and the one around the child.
    let of = |item: &&crate::scene::Item| {
        item.subject.is_some() && matches!(item.shape, Shape::Circle { .. } | Shape::Rect { .. })
    };
    assert_eq!(sheet.items.iter().filter(of).count(), map.people.len());
}

/// Her own wish stands on her sheet, in her own words, and only there.
#[test]
fn a_child_reads_its_own_wish() {
    let mut map = noa();
    let child = super::children(&map, wanted(&map).today).into_iter().next().expect("a child");
    let person = map.people.get_mut(&child).expect("the child");
    std::sync::Arc::make_mut(person).wishes.clear();
    let without = words(&super::child(&wanted(&map), Some(&child)));
    assert!(!without.contains("Mijn wens"), "{without}");
    let long = "een eigen kamer met een raam ".repeat(20);
    for (wish, seen) in
        [("Leren zwemmen", "Mijn wens: Leren zwemmen"), (long.as_str(), "Mijn wens: een")]
    {
        let person = map.people.get_mut(&child).expect("the child");
        std::sync::Arc::make_mut(person).wishes = vec![wish.to_owned()];
        let sheet = super::child(&wanted(&map), Some(&child));
        assert!(words(&sheet).contains(seen), "{}", words(&sheet));
        for item in &sheet.items {
            let Some(rect) = item.shape.bounds() else { continue };
            let is_inside = sheet.bounds.contains(rect.min) && sheet.bounds.contains(rect.max);
            assert!(is_inside, "{:?}", item.shape);
        }
        for names in [Names::Kin, Names::Invented, Names::Off] {
            let bare = words(&super::child(&Wanted { names, ..wanted(&map) }, Some(&child)));
            assert!(!bare.contains("wens"), "{names:?}: {bare}");
        }
        assert!(!words(&super::child(&wanted(&map), None)).contains("wens"), "nobody else's");
    }
}

#[test]
fn nothing_of_what_plays_is_on_a_sheet_for_a_child() {
    let map = noa();
    for names in [Names::Shown, Names::Kin, Names::Invented, Names::Off] {
        for lang in [Lang::Nl, Lang::En] {
            for child in [Some("A16"), Some("A17"), Some("A11"), None] {
                let child = child.and_then(crate::model::PersonId::new);
                let sheet = super::child(&Wanted { names, lang, ..wanted(&map) }, child.as_ref());
                let said = words(&sheet);
                let lower = said.to_lowercase();
                for not in [
                    "schuld",
                    "debt",
                    "alcohol",
                    "gestopt",
                    "geweld",
                    "violence",
                    "reiger",
                    "politie",
                    "19",
                    "huis",
                    "jong",
                    "gescheiden",
                    "ex ",
                ] {
                    assert!(!lower.contains(not), "{names:?} {lang:?} {not}: {said}");
                }
                for item in &sheet.items {
                    let Some(rect) = item.shape.bounds() else { continue };
                    let is_inside =
                        sheet.bounds.contains(rect.min) && sheet.bounds.contains(rect.max);
                    assert!(is_inside, "{names:?} {lang:?}: {:?}", item.shape);
                }
                if !matches!(names, Names::Shown) {
                    let own = ["Ria", "Danny", "Sandra", "Joyce", "Juf Els", "Noa"];
                    let found = own.into_iter().find(|it| said.contains(it));
                    assert_eq!(found, None, "{names:?}: {said}");
                }
            }
        }
    }
}

#[test]
fn a_child_is_told_of_nobody_who_was_not_born_and_of_no_donor() {
    let text = r#"FamilyMap(version: 2, title: "", lang: Nl, focus: ["a"], people: [
        (id: "a", call: "Ana", gender: Woman, born: "1990"), (id: "b", call: "Wulp", gender: Man),
        (id: "c", call: "Kim", born: "2018"), (id: "d", call: "Kievit", life: Miscarriage),
        (id: "e", call: "Lepelaar")],
        unions: [(id: "u1", partners: ["a", "b"], children: [(id: "c", with: [(parent: "b", bond: Donor)]),
            (id: "d", with: [(parent: "b", bond: Donor)])])],
        next_id: 9)"#;
    let map = file::open(text.as_bytes()).expect("a map");
    let child = super::children(&map, wanted(&map).today);
    assert_eq!(child.len(), 1);
    let said = words(&super::child(&wanted(&map), child.first()));
    assert!(said.contains("mama") && said.contains("Kim, jij!"), "{said}");
    for not in ["Wulp", "Kievit", "Lepelaar"] {
        assert!(!said.contains(not), "{not}: {said}");
    }
}

#[test]
fn who_has_two_mothers_has_its_own_words_for_them() {
    let text = r#"FamilyMap(version: 2, title: "", lang: Nl, focus: ["c"], people: [
        (id: "a", call: "Ana", gender: Woman), (id: "b", call: "Bea", gender: Woman),
        (id: "c", call: "Kim", born: "2018")],
        unions: [(id: "u1", partners: ["a", "b"], children: [(id: "c")])], next_id: 9)"#;
    let map = file::open(text.as_bytes()).expect("a map");
    let child = super::children(&map, wanted(&map).today);
    let said = words(&super::child(&wanted(&map), child.first()));
    assert!(said.contains("Ana") && said.contains("Bea") && !said.contains("mama"), "{said}");
}

/// Nobody is left off an exercise, and what that costs is said.
#[test]
fn everybody_is_on_an_exercise_and_small_names_are_told() {
    let bytes = include_bytes!("../../examples/het-erf.familie");
    let many = file::open(bytes).expect("a map");
    for map in [kim(), many] {
        let sheet = super::handout(&wanted(&map));
        let sizes = sheet.items.iter().filter_map(|item| match &item.shape {
            Shape::Text(label) => Some(label.size * 0.75),
            _ => None,
        });
        // Years and the legend are smaller than names.
        let is_small = sizes.fold(f64::INFINITY, f64::min) < 7.0;
        let said = words(&sheet);
        let said = said.replace('\u{a0}', " ");
        assert_eq!(said.contains("op groter papier"), is_small, "{said}");
    }
}
