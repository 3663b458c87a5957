//! A second engine, written from the specification and not from the first: it enumerates. Both must
//! say the same about every random family, whatever people are called and whatever stands first.
//!
//! `RODE_DRAAD_ORACLE=10000` sets how many families are tried.

mod oracle;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use rode_draad::catalogue::Catalogue;
use rode_draad::kinship::{Bonds, Kinship};
use rode_draad::model::{FamilyMap, Person, Union};
use rode_draad::pattern::{Evidence, Finding, Pattern, Settings, Theme, find};

use self::oracle::Oracle;
use crate::random_family::{Dice, family};

/// Families in the ordinary test run; it takes a few seconds.
const USUAL: u64 = 300;

fn how_many() -> u64 {
    std::env::var("RODE_DRAAD_ORACLE").ok().and_then(|text| text.parse().ok()).unwrap_or(USUAL)
}

fn settings(seed: u64) -> Settings {
    let bonds = [Bonds::Family, Bonds::Family, Bonds::Birth, Bonds::All];
    let at = usize::try_from(seed % 4).unwrap();
    Settings { bonds: bonds[at], count_maybe: seed.is_multiple_of(5), ..Settings::default() }
}

/// What the engine says of `map`, as lines that name people by what `name` calls them.
fn said(map: &FamilyMap, settings: &Settings, name: &dyn Fn(&str) -> String) -> BTreeSet<String> {
    let today = map.today.unwrap();
    let found = find(map, &Kinship::of(map), Catalogue::builtin(), settings, today);
    let compared = found.findings.iter().filter(|finding| is_compared(finding));
    let lines: Vec<String> = compared.map(|finding| line(finding, name)).collect();
    let set: BTreeSet<String> = lines.iter().cloned().collect();
    assert_eq!(set.len(), lines.len(), "nothing is said twice");
    set
}

fn is_compared(finding: &Finding) -> bool {
    let pattern = [
        Pattern::Thread,
        Pattern::TurningPoint,
        Pattern::Siblings,
        Pattern::Branches,
        Pattern::SameAge,
        Pattern::EverYounger,
    ];
    pattern.contains(&finding.pattern)
}

fn line(finding: &Finding, name: &dyn Fn(&str) -> String) -> String {
    let people = |ids: &[rode_draad::model::PersonId]| {
        let names: BTreeSet<String> = ids.iter().map(|id| name(id.as_str())).collect();
        names.into_iter().collect::<Vec<_>>().join(" ")
    };
    let edges: BTreeSet<String> = finding
        .edges
        .iter()
        .map(|edge| {
            let over = people(&edge.over);
            let bonds: Vec<String> = edge.bonds.iter().map(|bond| format!("{bond:?}")).collect();
            let (from, to) = (name(edge.from.as_str()), name(edge.to.as_str()));
            format!("{from}>{to} {} [{over}] {}", edge.kind.code(), bonds.join("+"))
        })
        .collect();
    let ends: BTreeSet<String> = finding
        .ends
        .iter()
        .map(|end| format!("{} {}", name(end.person.as_str()), end.kind.code()))
        .collect();
    let ages: BTreeMap<String, (i32, i32)> =
        finding.ages.iter().map(|(id, age)| (name(id.as_str()), (age.lo, age.hi))).collect();
    let ids = |list: &[Evidence]| -> BTreeSet<String> {
        let ids = list.iter().filter_map(|evidence| match evidence {
            Evidence::Entry(id) => Some(id.to_string()),
            Evidence::Strength(id) => Some(id.to_string()),
            Evidence::Union(id) => Some(id.to_string()),
            _ => None,
        });
        ids.collect()
    };
    let evidence = match (finding.pattern, &finding.theme) {
        (Pattern::Thread, Some(Theme::Kind(_) | Theme::Strength(_))) => ids(&finding.evidence),
        _ => BTreeSet::new(),
    };
    let edges = if finding.pattern == Pattern::Thread { edges } else { BTreeSet::new() };
    let counts = match finding.pattern {
        Pattern::Thread | Pattern::Siblings => {
            format!("{}/{}?{}", finding.yes, finding.known, finding.unknown)
        }
        _ => String::new(),
    };
    format!(
        "{} {} ({}) around ({}) {} {}x{} {counts} {edges:?} {ends:?} {ages:?} {evidence:?} {:?}",
        finding.pattern.code(),
        finding.theme.as_ref().unwrap(),
        people(&finding.people),
        people(&finding.around),
        if finding.headline { "headline" } else { "" },
        finding.length,
        finding.span,
        ids(&finding.helped),
    )
}

#[track_caller]
fn same(seed: u64, what: &str, left: &BTreeSet<String>, right: &BTreeSet<String>) {
    let only_left: Vec<_> = left.difference(right).collect();
    let only_right: Vec<_> = right.difference(left).collect();
    assert!(left == right, "family {seed}, {what}:\n{only_left:#?}\n{only_right:#?}");
}

#[test]
fn the_engine_says_what_the_specification_says() {
    let mut n_findings = BTreeMap::new();
    for seed in 0..how_many() {
        let settings = settings(seed);
        let map = family(seed, |at| format!("p{at}"));
        assert_eq!(rode_draad::model::broken(&map), [], "family {seed}");
        let engine = said(&map, &settings, &str::to_owned);
        let oracle = Oracle::new(&map, &settings).lines();
        same(seed, "engine, then oracle", &engine, &oracle);
        for line in &engine {
            let pattern = line.split(' ').next().unwrap().to_owned();
            *n_findings.entry(pattern).or_insert(0_usize) += 1;
        }
    }
    for pattern in ["thread", "turning-point", "siblings", "branches", "same-age", "ever-younger"] {
        assert!(n_findings.contains_key(pattern), "no {pattern} was compared: {n_findings:?}");
    }
    report(&n_findings);
}

#[expect(clippy::print_stderr, reason = "a long run says what it did")]
fn report(n_findings: &BTreeMap<String, usize>) {
    if USUAL < how_many() {
        eprintln!("{} families agree: {n_findings:?}", how_many());
    }
}

#[test]
fn names_of_people_and_their_order_change_nothing() {
    for seed in 0..how_many() / 3 {
        let settings = settings(seed);
        let plain = family(seed, |at| format!("p{at}"));
        let mut numbers: Vec<usize> = (0..30).collect();
        let mut dice = Dice::new(seed + 77);
        dice.shuffle(&mut numbers);
        // Longer and shorter ids sort quite differently.
        let rename = |at: usize| format!("{}{}", "xyz".repeat(numbers[at] % 3), numbers[at]);
        let back: BTreeMap<String, String> =
            (0..30).map(|at| (rename(at), format!("p{at}"))).collect();
        let mut renamed = family(seed, rename);
        shuffle(&mut renamed, &mut dice);
        let first = said(&plain, &settings, &str::to_owned);
        let second = said(&renamed, &settings, &|id| back[id].clone());
        same(seed, "plain, then renamed", &first, &second);
    }
}

/// Turns around whatever order a file can have.
fn shuffle(map: &mut FamilyMap, dice: &mut Dice) {
    for union in map.unions.values_mut() {
        let union: &mut Union = Arc::make_mut(union);
        dice.shuffle(&mut union.children);
        dice.shuffle(&mut union.partners);
    }
    for person in map.people.values_mut() {
        let person: &mut Person = Arc::make_mut(person);
        dice.shuffle(&mut person.entries);
        dice.shuffle(&mut person.strengths);
    }
}

#[test]
fn ids_of_findings_do_not_depend_on_strangers() {
    for seed in 0..60 {
        let map = family(seed, |at| format!("p{at}"));
        let mut more = map.clone();
        // A second family whose ids stand between those of the first.
        let other = family(seed + 1000, |at| format!("p{at}b"));
        more.people.extend(other.people.clone());
        let unions = other.unions.iter().map(|(id, union)| {
            (rode_draad::model::UnionId::new(&format!("{id}b")).unwrap(), union.clone())
        });
        more.unions.extend(unions);
        let ids = |map: &FamilyMap| -> BTreeSet<String> {
            let today = map.today.unwrap();
            let settings = Settings::default();
            let found = find(map, &Kinship::of(map), Catalogue::builtin(), &settings, today);
            let mine = found.findings.iter().filter(|finding| {
                matches!(finding.pattern, Pattern::Thread | Pattern::Siblings | Pattern::SameAge)
            });
            mine.map(|finding| finding.id.to_string()).collect()
        };
        assert!(ids(&map).is_subset(&ids(&more)), "family {seed}");
    }
}
