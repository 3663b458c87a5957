use std::sync::Arc;

use super::*;
use crate::kinship::Bonds;
use crate::model::{
    Age, Child, Entry, EntryId, KindId, Moment, PartialDate, Person, PersonId, Said, Union, UnionId,
};

const DEBTS: &str = "geld-schulden";

fn today() -> Date {
    Date::new(2026, Some(11), Some(21)).expect("a date")
}

/// Unions as `A B > C D`; people with what was said of their debts: `A+` yes, `A-` no, `A?` maybe,
/// `A` nothing. Everybody is born in 1950 unless the name ends in a year: `Kim2020`.
fn map(unions: &[&str]) -> FamilyMap {
    let mut map = FamilyMap::default();
    for (number, line) in unions.iter().enumerate() {
        let (partners, children) = line.split_once('>').expect("partners > children");
        let mut union = Union::default();
        for word in partners.split_whitespace() {
            union.partners.push(person(&mut map, word));
        }
        for word in children.split_whitespace() {
            union.children.push(Child::by_birth(person(&mut map, word)));
        }
        let id = UnionId::new(&format!("u{number}")).expect("an id");
        map.unions.insert(id, Arc::new(union));
    }
    map
}

fn person(map: &mut FamilyMap, word: &str) -> PersonId {
    let name = word.trim_end_matches(['+', '-', '?']);
    let id = PersonId::new(name).expect("an id");
    let said = match word.strip_prefix(name) {
        Some("+") => Some(Said::Yes),
        Some("-") => Some(Said::No),
        Some("?") => Some(Said::Maybe),
        _ => None,
    };
    let year = name.get(name.len().saturating_sub(4)..).and_then(|year| year.parse().ok());
    let record = map.people.entry(id.clone()).or_default();
    let record: &mut Person = Arc::make_mut(record);
    record.birth = PartialDate::in_year(year.unwrap_or(1950));
    if let Some(said) = said {
        record.entries.push(entry(name, said, None));
    }
    id
}

fn entry(name: &str, said: Said, since: Option<Moment>) -> Entry {
    let id = EntryId::new(&format!("e-{name}")).expect("an id");
    Entry { said, since, ..Entry::new(id, KindId::new(DEBTS).expect("an id")) }
}

fn found(map: &FamilyMap, settings: &Settings) -> Vec<Finding> {
    let kin = Kinship::of(map);
    let found = find(map, &kin, Catalogue::builtin(), settings, today());
    let theme = Some(Theme::Kind(KindId::new(DEBTS).expect("an id")));
    found.iter().filter(|finding| finding.theme == theme).collect()
}

/// Each thread of debts in one line: people, steps, length and span, ends.
fn threads(unions: &[&str]) -> Vec<String> {
    threads_with(unions, &Settings::default())
}

fn threads_with(unions: &[&str], settings: &Settings) -> Vec<String> {
    let mut findings = found(&map(unions), settings);
    findings.retain(|finding| finding.pattern == Pattern::Thread);
    let line = |finding: &Finding| {
        let edges = finding.edges.iter().map(|edge| {
            let over: Vec<&str> = edge.over.iter().map(PersonId::as_str).collect();
            format!("{}>{} {} {}", edge.from, edge.to, edge.kind.code(), over.join(" "))
        });
        let ends = finding.ends.iter().map(|end| format!("{} {}", end.person, end.kind.code()));
        let edges: Vec<String> = edges.map(|edge| edge.trim_end().to_owned()).collect();
        let ends: Vec<String> = ends.collect();
        let (length, span) = (finding.length, finding.span);
        format!("{} | {length} over {span} | {}", edges.join(", "), ends.join(", "))
    };
    findings.iter().map(line).collect()
}

#[test]
fn a_thread_steps_from_carrier_to_carrier() {
    let cases: [(&[&str], &str); 6] = [
        (&["A+ B > C+", "C+ D > E+"], "A>C direct, C>E direct | 3 over 3 | "),
        (&["A+ > M-", "M- > E+"], "A>E skipped M | 2 over 3 | "),
        (&["A+ > M", "M > E+"], "A>E gap M | 2 over 3 | "),
        (&["A+ > M?", "M? > E+"], "A>E gap M | 2 over 3 | "),
        (&["A+ > C+ M", "C+ M > E+"], "A>C direct, C>E direct | 3 over 3 | M open"),
        (&["A+ > M- N", "M- N > E+"], "A>E gap M N | 2 over 3 | "),
    ];
    for (unions, expected) in cases {
        // Entries come once a person, so later mentions of the same person carry no mark.
        let unions: Vec<String> = once(unions);
        let unions: Vec<&str> = unions.iter().map(String::as_str).collect();
        assert_eq!(threads(&unions), [expected], "{unions:?}");
    }
    assert!(threads(&["A+ > M", "M > N", "N > E+"]).is_empty(), "two people are too far");
}

/// The same lines with every mark only where its person stands first.
fn once(unions: &[&str]) -> Vec<String> {
    let mut seen = Vec::new();
    let mut word = |word: &str| {
        let name = word.trim_end_matches(['+', '-', '?']).to_owned();
        let again = seen.contains(&name);
        seen.push(name.clone());
        if again { name } else { word.to_owned() }
    };
    let line = |line: &&str| line.split_whitespace().map(&mut word).collect::<Vec<_>>().join(" ");
    unions.iter().map(line).collect()
}

#[test]
fn cousins_who_marry_make_one_thread() {
    let unions = ["A+ B > C+ D+", "C X > E+", "D Y > F+", "E F > G+"];
    let expected = "A>C direct, A>D direct, C>E direct, D>F direct, E>G direct, F>G direct \
                    | 4 over 4 | ";
    assert_eq!(threads(&unions), [expected], "many ways are one finding");
}

#[test]
fn maybe_counts_only_when_asked_and_says_so() {
    let unions = ["A+ > B?"];
    assert!(threads(&unions).is_empty(), "a maybe is no carrier");
    let settings = Settings { count_maybe: true, ..Settings::default() };
    assert_eq!(threads_with(&unions, &settings), ["A>B direct | 2 over 2 | "]);
    assert!(found(&map(&unions), &settings).iter().all(|finding| finding.counts_maybe));
    // Somebody too young for debts does not count even then.
    assert!(threads_with(&["A+ > B2020?"], &settings).is_empty(), "six years old");
}

#[test]
fn foster_children_are_on_the_line_only_when_all_bonds_are() {
    let mut map = map(&["A+ > B+"]);
    for union in map.unions.values_mut() {
        for child in &mut Arc::make_mut(union).children {
            child.bond = crate::model::Bond::Foster;
        }
    }
    assert_eq!(found(&map, &Settings::default()), []);
    let all = Settings { bonds: Bonds::All, ..Settings::default() };
    assert!(found(&map, &all).iter().any(|finding| finding.pattern == Pattern::Thread));
}

#[test]
fn a_hundred_thousand_generations_are_one_thread() {
    const GENERATIONS: u32 = 100_000;
    let mut map = FamilyMap::default();
    let mut parent: Option<PersonId> = None;
    for number in 0..GENERATIONS {
        let name = format!("p{number}");
        let id = PersonId::new(&name).expect("an id");
        let since = Some(Moment::AtAge(Age::Exactly(30)));
        let entries = vec![entry(&name, Said::Yes, since)];
        map.people.insert(id.clone(), Arc::new(Person { entries, ..Person::default() }));
        let union = Union {
            partners: parent.into_iter().collect(),
            children: vec![Child::by_birth(id.clone())],
            ..Union::default()
        };
        map.unions.insert(UnionId::new(&format!("u{number}")).expect("an id"), Arc::new(union));
        parent = Some(id);
    }
    let found = found(&map, &Settings::default());
    let thread = found.iter().find(|finding| finding.pattern == Pattern::Thread);
    let thread = thread.expect("one thread");
    assert_eq!((thread.length, thread.span), (GENERATIONS, GENERATIONS));
    let same_age = found.iter().find(|finding| finding.pattern == Pattern::SameAge);
    assert_eq!(same_age.map(|finding| finding.length), Some(GENERATIONS));
}
