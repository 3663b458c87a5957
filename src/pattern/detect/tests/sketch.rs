//! Small families in text, for the tests of the detectors.

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::kinship::Kinship;
use crate::model::{
    Age, Bond, Child, Date, Effect, Entry, EntryId, FamilyMap, GoingOn, Household, HouseholdId,
    Housemate, KindId, Moment, Name, PartialDate, Party, Person, PersonId, Relation, RelationId,
    Said, Support, SupportId, SupportTie, Supported, Union, UnionId, Vital,
};
use crate::pattern::detect::{Detector, run};
use crate::pattern::{Context, Finding, Settings};

pub(super) fn id(text: &str) -> PersonId {
    PersonId::new(text).expect("a person id")
}

/// Reads lines such as
///
/// - `Ria 1974-2020: geld-schulden@23-30, gevoel-stress@24, !werk-geen, ?gevoel-angst`
/// - `Wim + Ria > Kim, Els adopted, Jan foster@2015`
/// - `Ria -ruzie- Wim 1984-1994`
/// - `home: Ria, Kim` and `help org-ggz: Ria, home`
pub(super) fn family(text: &str) -> FamilyMap {
    let mut map = FamilyMap::default();
    for (n, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        if let Some((partners, children)) = line.split_once('>') {
            read_union(&mut map, n, partners, children);
        } else if let Some((from, rest)) = line.split_once(" -") {
            read_relation(&mut map, n, from, rest);
        } else if let Some(rest) = line.strip_prefix("help ") {
            read_support(&mut map, n, rest);
        } else if let Some(rest) = line.strip_prefix("home:") {
            let mut household = Household::default();
            for person in rest.split(',').map(|name| id(name.trim())) {
                household.members.push(Housemate { person, from: None, until: None });
            }
            map.households.insert(HouseholdId::new("home").expect("an id"), Arc::new(household));
        } else {
            read_person(&mut map, n, line);
        }
    }
    map
}

fn year(text: &str) -> Option<PartialDate> {
    text.parse().ok().and_then(PartialDate::in_year)
}

fn read_person(map: &mut FamilyMap, line_number: usize, line: &str) {
    let (head, entries) = line.split_once(':').unwrap_or((line, ""));
    let (name, years) = head.trim().split_once(' ').unwrap_or((head.trim(), ""));
    let (born, died) = years.split_once('-').unwrap_or((years, ""));
    let mut person = Person { name: Name::called(name), birth: year(born), ..Person::default() };
    if !died.is_empty() {
        person.vital = Vital::Dead(year(died));
    }
    for (n, text) in entries.split(',').map(str::trim).filter(|it| !it.is_empty()).enumerate() {
        let id = EntryId::new(&format!("e{line_number}.{n}")).expect("an id");
        person.entries.push(read_entry(id, text));
    }
    map.people.insert(id(name), Arc::new(person));
}

fn read_entry(id: EntryId, text: &str) -> Entry {
    let (said, text) = match (text.strip_prefix('!'), text.strip_prefix('?')) {
        (Some(rest), _) => (Said::No, rest),
        (_, Some(rest)) => (Said::Maybe, rest),
        _ => (Said::Yes, text),
    };
    let (kind, ages) = text.split_once('@').unwrap_or((text, ""));
    let mut entry = Entry::new(id, KindId::new(kind).expect("a kind"));
    entry.said = said;
    let (since, until) = ages.split_once('-').unwrap_or((ages, ""));
    let at = |text: &str| match text.strip_prefix('~') {
        Some(about) => about.parse().ok().map(|age| Moment::AtAge(Age::About(age))),
        None => text.parse().ok().map(|age| Moment::AtAge(Age::Exactly(age))),
    };
    (entry.since, entry.until) = (at(since), at(until));
    entry.going_on = if until.is_empty() { GoingOn::Now } else { GoingOn::Before };
    entry
}

fn read_union(map: &mut FamilyMap, n: usize, partners: &str, children: &str) {
    let partners = partners.split('+').map(str::trim).filter(|it| !it.is_empty());
    let mut union = Union { partners: partners.map(id).collect(), ..Union::default() };
    for child in children.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        let (name, bond) = child.split_once(' ').unwrap_or((child, ""));
        let (bond, from) = bond.split_once('@').unwrap_or((bond, ""));
        let bond = match bond {
            "adopted" => Bond::Adopted,
            "foster" => Bond::Foster,
            "step" => Bond::Step,
            _ => Bond::Birth,
        };
        union.children.push(Child { bond, from: year(from), ..Child::by_birth(id(name)) });
    }
    map.unions.insert(UnionId::new(&format!("u{n}")).expect("an id"), Arc::new(union));
}

fn read_relation(map: &mut FamilyMap, n: usize, from: &str, rest: &str) {
    let (kind, rest) = rest.split_once("- ").expect("a kind between dashes");
    let (to, years) = rest.split_once(' ').unwrap_or((rest, ""));
    let (since, until) = years.split_once('-').unwrap_or((years, ""));
    let relation = Relation {
        from: id(from),
        to: Party::Person(id(to)),
        kind: KindId::new(kind).expect("a kind"),
        since: year(since),
        until: year(until),
        according_to: String::new(),
        sensitive: None,
        entries: Vec::new(),
        notes: Vec::new(),
    };
    map.relations.insert(RelationId::new(&format!("r{n}")).expect("an id"), Arc::new(relation));
}

fn read_support(map: &mut FamilyMap, n: usize, rest: &str) {
    let (kind, whom) = rest.split_once(':').expect("kind: whom");
    let tie = |name: &str| SupportTie {
        to: match name {
            "home" => Supported::Household(HouseholdId::new("home").expect("an id")),
            name => Supported::Person(id(name)),
        },
        effect: Effect::Helps,
        help: std::collections::BTreeSet::new(),
        from: None,
        until: None,
        ended: false,
    };
    let support = Support {
        kind: KindId::new(kind).expect("a kind"),
        name: String::new(),
        words: String::new(),
        areas: Vec::new(),
        ties: whom.split(',').map(|name| tie(name.trim())).collect(),
        notes: Vec::new(),
    };
    map.supports.insert(SupportId::new(&format!("s{n}")).expect("an id"), Arc::new(support));
}

/// What `look` finds on the family of `text`, on the last day of 2026.
pub(super) fn on(text: &str, detector: Detector) -> Vec<Finding> {
    on_with(text, &Settings::default(), detector)
}

pub(super) fn on_with(text: &str, settings: &Settings, detector: Detector) -> Vec<Finding> {
    see(text, settings, |context| run(context, &[detector]).findings)
}

pub(super) fn see<T>(text: &str, settings: &Settings, look: impl Fn(&Context<'_>) -> T) -> T {
    let map = family(text);
    let kin = Kinship::of(&map);
    let today = Date::parse("2026-12-31").expect("a date");
    look(&Context::new(&map, &kin, Catalogue::builtin(), settings, today))
}
