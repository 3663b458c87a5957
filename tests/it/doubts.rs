//! Each doubt on a small family, and none on a sound one.

use rode_draad::catalogue::Catalogue;
use rode_draad::doubt::{Doubt, Naming, doubts};
use rode_draad::file;
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{Date, FamilyMap, PersonId, Subject};

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

fn map(fields: &str) -> FamilyMap {
    let text = format!("FamilyMap(version: 2, title: \"x\", lang: Nl, {fields})");
    file::open(text.as_bytes()).expect("a map")
}

/// The names of the doubts about a map, without what they name.
fn kinds(fields: &str) -> Vec<String> {
    let map = map(fields);
    let found = doubts(&map, Catalogue::builtin(), today());
    let name = |it: &Doubt| {
        let text = format!("{it:?}");
        text.split(['(', ' ']).next().unwrap_or_default().to_owned()
    };
    found.iter().map(name).collect()
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn cases() -> Vec<(String, &'static str)> {
    let couple = |a: &str, b: &str, union: &str| {
        format!(
            "people: [(id: \"a\", call: \"Ada\"{a}), (id: \"b\", call: \"Bob\"{b})], \
             unions: [(id: \"u\", {union})]"
        )
    };
    let alone = |fields: &str| format!("people: [(id: \"a\", call: \"Ada\"{fields})]");
    let entry = |fields: &str| {
        alone(&format!(
            ", born: \"1950\", entries: [(id: \"e\", kind: \"geld-schulden\", {fields})]"
        ))
    };
    vec![
        (alone(", notes: [(text: \"BSN 111222333\")]"), "Needless"),
        (alone(", born: \"1990\", died: \"1980\""), "DeathBeforeBirth"),
        (alone(", born: \"2031\""), "InTheFuture"),
        (alone(", died: \"2027\""), "InTheFuture"),
        (alone(", born: \"1800\", died: \"1950\""), "VeryOld"),
        (alone(", born: \"1901\""), "StillAlive"),
        ("people: [(id: \"a\")], unions: []".to_owned(), ""),
        (
            "people: [(id: \"a\"), (id: \"b\"), (id: \"c\")], \
             unions: [(id: \"u\", partners: [\"a\", \"b\"])]"
                .to_owned(),
            "Loose",
        ),
        (
            "people: [(id: \"a\"), (id: \"b\"), (id: \"c\"), (id: \"k\")], unions: [\
             (id: \"u\", partners: [\"a\", \"b\"], children: [(id: \"k\")]), \
             (id: \"v\", partners: [\"c\"], children: [(id: \"k\")])]"
                .to_owned(),
            "ManyBirthParents",
        ),
        (
            couple(
                ", born: \"1980\"",
                ", born: \"1985\"",
                "partners: [\"a\"], children: [(id: \"b\")]",
            ),
            "YoungParent",
        ),
        (
            couple(
                ", died: \"1980\"",
                ", born: \"1985\"",
                "partners: [\"a\"], children: [(id: \"b\")]",
            ),
            "BornAfterDeath",
        ),
        (
            "people: [(id: \"a\", born: \"1980\"), (id: \"b\", born: \"1984\")], \
             twins: [(id: \"t\", people: [\"a\", \"b\"])], \
             households: [(id: \"h\", members: [(id: \"a\"), (id: \"b\")])]"
                .to_owned(),
            "Twins",
        ),
        (
            couple("", "", "partners: [\"a\", \"b\"], from: \"1990\", until: \"1980\""),
            "UnionEndsFirst",
        ),
        (
            couple(", died: \"1980\"", "", "partners: [\"a\", \"b\"], from: \"1990\""),
            "UnionAfterDeath",
        ),
        (
            "people: [(id: \"a\", died: \"1980\"), (id: \"b\")], relations: [\
             (id: \"r\", kind: \"ruzie\", from: \"a\", to: Person(\"b\"), since: \"1990\")]"
                .to_owned(),
            "TieAfterDeath",
        ),
        (entry("since: \"2000\", until: \"1990\""), "EntryEndsFirst"),
        (entry("since: \"1940\""), "EntryOutsideLife"),
        (entry("since: \"age 200\""), "EntryAtNoAge"),
        (entry("until: \"2020\", going_on: Now"), "EntryOverAndNow"),
        (alone(", entries: [(id: \"e\", kind: \"bestaat-niet\")]"), "UnknownKind"),
        (alone(", strengths: [(id: \"s\", kind: \"s-bestaat-niet\")]"), "UnknownKind"),
        (alone(", skills: [(skill: \"ef-nee\", level: Hard)]"), "UnknownKind"),
    ]
}

#[test]
fn each_kind_of_doubt_is_found_alone() {
    for (fields, expected) in cases() {
        let expected: Vec<&str> = [expected].into_iter().filter(|it| !it.is_empty()).collect();
        assert_eq!(kinds(&fields), expected, "{fields}");
    }
}

#[test]
fn what_is_only_unusual_is_left_alone() {
    for fields in [
        // Twins of either side of New Year's Eve; a widow who marries; somebody of 108.
        "people: [(id: \"a\", born: \"1980\"), (id: \"b\", born: \"1981\")], \
         twins: [(id: \"t\", people: [\"a\", \"b\"])], \
         unions: [(id: \"u\", children: [(id: \"a\"), (id: \"b\")])]",
        "people: [(id: \"a\", born: \"1918\"), (id: \"b\", died: \"1990\")], \
         unions: [(id: \"u\", partners: [\"a\", \"b\"], from: \"1945\", until: \"1990\")]",
        // A child expected next year; a father who died before the birth.
        "people: [(id: \"a\", died: \"2026\"), (id: \"b\", born: \"2027\", life: Pregnancy)], \
         unions: [(id: \"u\", partners: [\"a\"], children: [(id: \"b\")])]",
        "people: [(id: \"a\", born: \"1950\", entries: [(id: \"e\", kind: \"geld-schulden\", \
         since: \"1970\", until: \"2026\", going_on: Now)])]",
    ] {
        assert_eq!(kinds(fields), Vec::<String>::new(), "{fields}");
    }
}

#[test]
fn a_doubt_is_a_sentence_and_says_where_to_look() {
    let map = map("people: [(id: \"a\", call: \"Ada\", born: \"1950\", entries: [\
         (id: \"e\", kind: \"geld-schulden\", since: \"age 200\")])]");
    let catalogue = Catalogue::builtin();
    let found = doubts(&map, catalogue, today());
    let [doubt] = found.as_slice() else { panic!("one: {found:?}") };
    let say = |lang, ids| {
        let naming = Naming { map: &map, catalogue, texts: Texts::new(lang), ids };
        Texts::new(lang).say(&doubt.message(&naming))
    };
    let expected = "Bij Ada staat „Schulden” op een leeftijd die niemand haalt.";
    assert_eq!(say(Lang::Nl, false), expected);
    let expected = "With Ada (a) “Debt (e)” stands at an age that nobody reaches.";
    assert!(say(Lang::En, true).contains("Ada (a)"), "{} / {expected}", say(Lang::En, true));
    assert_eq!(doubt.subject(), Subject::Person(PersonId::new("a").expect("an id")));
}
