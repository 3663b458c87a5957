//! What must always hold ([`broken`]).

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Entry, EntryId, FamilyMap, PartialDate, Party, PersonId, StrengthId, Supported, UnionId, Whose,
};
use crate::i18n::Message;

/// A broken invariant: a map like this is never shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Something names a person, union, household or support that is not on the map.
    Dangling {
        /// Who or what names it, by id.
        at: String,
        /// The id that leads nowhere.
        missing: String,
    },
    /// An entry or strength id is used twice.
    SameId(String),
    /// Somebody is their own partner.
    OwnPartner(UnionId),
    /// A union with more than two partners.
    TooManyPartners(UnionId),
    /// A child stands twice under one union, or is a partner in it.
    ChildTwice {
        /// The union.
        union: UnionId,
        /// The child.
        person: PersonId,
    },
    /// Somebody would be their own ancestor.
    OwnAncestor(PersonId),
    /// A position is not a number.
    NotFinite(String),
    /// A priority or pin outside 1 to 3.
    NotOneToThree(String),
    /// Somebody belongs to two births.
    TwoBirths(PersonId),
    /// A scene of the story, counted from 1, is of a year that cannot be, or takes no time, or hours.
    NoSuchScene(usize),
}

impl Broken {
    /// The sentence for a coach.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Dangling { at, missing } => {
                Message::new("broken-dangling").arg("at", at).arg("missing", missing)
            }
            Self::SameId(id) => Message::new("broken-same-id").arg("id", id),
            Self::OwnPartner(id) => Message::new("broken-own-partner").arg("id", id),
            Self::TooManyPartners(id) => Message::new("broken-too-many-partners").arg("id", id),
            Self::ChildTwice { union, person } => {
                Message::new("broken-child-twice").arg("union", union).arg("person", person)
            }
            Self::OwnAncestor(id) => Message::new("broken-own-ancestor").arg("id", id),
            Self::NotFinite(at) => Message::new("broken-not-finite").arg("at", at),
            Self::NotOneToThree(at) => Message::new("broken-not-one-to-three").arg("at", at),
            Self::TwoBirths(id) => Message::new("broken-two-births").arg("id", id),
            Self::NoSuchScene(number) => Message::new("broken-scene").count("number", *number),
        }
    }
}

/// Every broken invariant of `map`, in file order. Linear but for a logarithm.
#[must_use]
pub fn broken(map: &FamilyMap) -> Vec<Broken> {
    let mut found = Vec::new();
    check_unions(map, &mut found);
    check_references(map, &mut found);
    check_ids(map, &mut found);
    check_numbers(map, &mut found);
    found.extend(own_ancestors(map).into_iter().map(Broken::OwnAncestor));
    found
}

fn check_unions(map: &FamilyMap, found: &mut Vec<Broken>) {
    for (id, union) in &map.unions {
        if 2 < union.partners.len() {
            found.push(Broken::TooManyPartners(id.clone()));
        }
        if let [a, b] = union.partners.as_slice()
            && a == b
        {
            found.push(Broken::OwnPartner(id.clone()));
        }
        let mut seen: BTreeSet<&PersonId> = union.partners.iter().collect();
        for child in &union.children {
            if !seen.insert(&child.person) {
                let person = child.person.clone();
                found.push(Broken::ChildTwice { union: id.clone(), person });
            }
        }
    }
}

fn check_references(map: &FamilyMap, found: &mut Vec<Broken>) {
    let mut need = |at: &str, id: &str, there: bool| {
        if !there {
            found.push(Broken::Dangling { at: at.to_owned(), missing: id.to_owned() });
        }
    };
    let is_person = |id: &PersonId| map.people.contains_key(id);
    for (id, union) in &map.unions {
        let members = union.partners.iter().chain(union.children.iter().map(|c| &c.person));
        members.for_each(|p| need(id.as_str(), p.as_str(), is_person(p)));
        let bonds = union.children.iter().flat_map(|child| child.with.keys());
        bonds.for_each(|p| need(id.as_str(), p.as_str(), union.partners.contains(p)));
    }
    for (id, twins) in &map.twins {
        twins.people.iter().for_each(|p| need(id.as_str(), p.as_str(), is_person(p)));
    }
    for (id, relation) in &map.relations {
        need(id.as_str(), relation.from.as_str(), is_person(&relation.from));
        match &relation.to {
            Party::Person(p) => need(id.as_str(), p.as_str(), is_person(p)),
            Party::Support(s) => need(id.as_str(), s.as_str(), map.supports.contains_key(s)),
        }
    }
    for (id, household) in &map.households {
        let people = household.members.iter().map(|member| &member.person);
        people.for_each(|p| need(id.as_str(), p.as_str(), is_person(p)));
    }
    for (id, support) in &map.supports {
        for tie in &support.ties {
            match &tie.to {
                Supported::Person(p) => need(id.as_str(), p.as_str(), is_person(p)),
                Supported::Household(h) => {
                    need(id.as_str(), h.as_str(), map.households.contains_key(h));
                }
            }
        }
    }
    for (id, goal) in &map.goals {
        match &goal.whose {
            Whose::Person(p) => need(id.as_str(), p.as_str(), is_person(p)),
            Whose::Household(h) => need(id.as_str(), h.as_str(), map.households.contains_key(h)),
            Whose::Family => {}
        }
        for s in &goal.supports {
            need(id.as_str(), s.as_str(), map.supports.contains_key(s));
        }
    }
    let shown = map.focus.iter().chain(map.view.pins.keys()).chain(&map.view.folded);
    shown.for_each(|p| need("view", p.as_str(), is_person(p)));
    for scene in &map.story {
        scene.people.iter().for_each(|p| need("story", p.as_str(), is_person(p)));
    }
    for field in map.unread.keys() {
        need("unread", field.of(), map.has_field(field));
    }
    for entry in all_entries(map) {
        if let Some(s) = &entry.support {
            need(entry.id.as_str(), s.as_str(), map.supports.contains_key(s));
        }
    }
}

fn check_ids(map: &FamilyMap, found: &mut Vec<Broken>) {
    let entries: Vec<&EntryId> = all_entries(map).map(|entry| &entry.id).collect();
    found.extend(again(&entries).map(|id| Broken::SameId(id.to_string())));
    let lists = (map.people.values().map(|p| &p.strengths))
        .chain(map.unions.values().map(|u| &u.strengths))
        .chain(map.households.values().map(|h| &h.strengths));
    let strengths: Vec<&StrengthId> = lists.flatten().map(|strength| &strength.id).collect();
    found.extend(again(&strengths).map(|id| Broken::SameId(id.to_string())));
    let born: Vec<&PersonId> = map.twins.values().flat_map(|twins| &twins.people).collect();
    found.extend(again(&born).map(|person| Broken::TwoBirths(person.clone())));
}

/// Those of `ids` that come again, in their order.
fn again<'i, I: Ord>(ids: &'i [&'i I]) -> impl Iterator<Item = &'i I> + use<'i, I> {
    // Ids were mostly given out in the order in which they stand: that is quick to sort.
    let mut places: Vec<(&I, usize)> = ids.iter().copied().zip(0..).collect();
    places.sort();
    let mut again: Vec<usize> = (places.windows(2))
        .filter_map(|two| match two {
            [(first, _), (next, at)] if first == next => Some(*at),
            _ => None,
        })
        .collect();
    again.sort_unstable();
    again.into_iter().filter_map(|at| ids.get(at).copied())
}

fn check_numbers(map: &FamilyMap, found: &mut Vec<Broken>) {
    for (id, pin) in &map.view.pins {
        if !pin.x.is_finite() {
            found.push(Broken::NotFinite(id.to_string()));
        }
    }
    for (number, scene) in map.story.iter().enumerate() {
        if !scene.camera.is_none_or(|it| it.is_possible()) {
            found.push(Broken::NotFinite(format!("scene {}", number + 1)));
        }
        if !scene.has_possible_numbers() {
            found.push(Broken::NoSuchScene(number + 1));
        }
    }
    let in_range = |rank: Option<u8>| rank.is_none_or(|n| (1..=3).contains(&n));
    for entry in all_entries(map).filter(|entry| !in_range(entry.priority)) {
        found.push(Broken::NotOneToThree(entry.id.to_string()));
    }
    let marks = map.marks.iter().map(|(id, mark)| (id.as_str(), mark));
    let cards = map.cards.iter().map(|(id, mark)| (id.as_str(), mark));
    for (id, _) in marks.chain(cards).filter(|(_, mark)| !in_range(mark.pin)) {
        found.push(Broken::NotOneToThree(id.to_owned()));
    }
}

/// Every entry on the map, wherever it sits.
pub(super) fn all_entries(map: &FamilyMap) -> impl Iterator<Item = &Entry> {
    (map.people.values().flat_map(|p| &p.entries))
        .chain(map.unions.values().flat_map(|u| &u.entries))
        .chain(map.relations.values().flat_map(|r| &r.entries))
        .chain(map.households.values().flat_map(|h| &h.entries))
}

/// The people who are their own ancestors over any bond. Peels childless people off until only
/// those on, or above, a loop are left; then parentless ones (Kahn 1962, from both ends).
pub(super) fn own_ancestors(map: &FamilyMap) -> BTreeSet<PersonId> {
    // By number, so that ids are looked up once a union. People who are missing count as well.
    let mut numbers: BTreeMap<&PersonId, usize> = map.people.keys().zip(0..).collect();
    let mut edges: Vec<(usize, usize)> = Vec::new();
    let mut parents: Vec<usize> = Vec::new();
    for union in map.unions.values() {
        let mut number = |id| {
            let next = numbers.len();
            *numbers.entry(id).or_insert(next)
        };
        parents.clear();
        parents.extend(union.partners.iter().map(&mut number));
        for child in union.children.iter().map(|child| number(&child.person)) {
            edges.extend(parents.iter().map(|parent| (*parent, child)));
        }
    }
    peel(&mut edges, numbers.len());
    edges.iter_mut().for_each(|edge| *edge = (edge.1, edge.0));
    peel(&mut edges, numbers.len());
    if edges.is_empty() {
        return BTreeSet::new();
    }
    let left: BTreeSet<usize> = edges.into_iter().map(|(from, _)| from).collect();
    let left = numbers.into_iter().filter(|(_, number)| left.contains(number));
    left.map(|(person, _)| person.clone()).collect()
}

/// Removes, until nothing changes, the edges that start at somebody to whom no edge leads. Numbers
/// go up to `people`.
fn peel(edges: &mut Vec<(usize, usize)>, people: usize) {
    let mut incoming = vec![0_u32; people];
    for &(_, to) in &*edges {
        incoming.get_mut(to).into_iter().for_each(|n| *n += 1);
    }
    edges.sort_unstable();
    let outgoing = |from: usize| {
        let start = edges.partition_point(|(other, _)| *other < from);
        edges.iter().skip(start).take_while(move |(other, _)| *other == from)
    };
    let is_free = |n: &u32| *n == 0;
    let mut is_gone: Vec<bool> = incoming.iter().map(is_free).collect();
    let mut free: Vec<usize> = (0..people).filter(|at| is_gone.get(*at) == Some(&true)).collect();
    while let Some(person) = free.pop() {
        for &(_, to) in outgoing(person) {
            let Some((n, is_gone)) = incoming.get_mut(to).zip(is_gone.get_mut(to)) else {
                continue;
            };
            *n -= 1;
            if *n == 0 {
                *is_gone = true;
                free.push(to);
            }
        }
    }
    edges.retain(|(from, _)| is_gone.get(*from) == Some(&false));
}

/// Would `person` become their own ancestor if `parent` became a parent?
#[must_use]
pub fn would_loop(map: &FamilyMap, person: &PersonId, parent: &PersonId) -> bool {
    let mut parents: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
    for union in map.unions.values() {
        for child in &union.children {
            parents.entry(&child.person).or_default().extend(&union.partners);
        }
    }
    let mut seen = BTreeSet::new();
    let mut queue = vec![parent];
    while let Some(id) = queue.pop() {
        if id == person {
            return true;
        }
        if seen.insert(id) {
            queue.extend(parents.get(id).into_iter().flatten());
        }
    }
    false
}

/// Does `a` end before `b` can begin?
#[must_use]
pub fn surely_before(a: PartialDate, b: PartialDate) -> bool {
    if let (PartialDate::Exactly(a), PartialDate::Exactly(b)) = (a, b) {
        // As far as both say it: a month of which no day is known is before every later month.
        let month = a.month().zip(b.month());
        let day = a.day().zip(b.day()).filter(|_| month.is_some_and(|(a, b)| a == b));
        let is_earlier = |pair: Option<(u8, u8)>| pair.is_some_and(|(a, b)| a < b);
        return match a.year().cmp(&b.year()) {
            Ordering::Less => true,
            Ordering::Equal => is_earlier(month) || is_earlier(day),
            Ordering::Greater => false,
        };
    }
    matches!((a.years().hi, b.years().lo), (Some(a), Some(b)) if a < b)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Child, Union};
    use super::*;

    fn id(text: &str) -> PersonId {
        PersonId::new(text).expect("a valid id")
    }

    fn map(people: &[&str], unions: &[(&str, &[&str], &[&str])]) -> FamilyMap {
        let mut map = FamilyMap::default();
        for person in people {
            map.people.insert(id(person), Arc::default());
        }
        for (name, partners, children) in unions {
            let union = Union {
                partners: partners.iter().map(|p| id(p)).collect(),
                children: children.iter().map(|c| Child::by_birth(id(c))).collect(),
                ..Union::default()
            };
            map.unions.insert(UnionId::new(name).expect("a valid id"), Arc::new(union));
        }
        map
    }

    #[test]
    fn a_sound_family_has_nothing_broken() {
        let map = map(&["a", "b", "c"], &[("u", &["a", "b"], &["c"])]);
        assert_eq!(broken(&map), []);
    }

    #[test]
    fn loops_name_exactly_those_on_the_loop() {
        let looped = map(
            &["a", "b", "c", "above", "below"],
            &[
                ("u1", &["a"], &["b"]),
                ("u2", &["b"], &["c"]),
                ("u3", &["c"], &["a"]),
                ("u4", &["above"], &["a"]),
                ("u5", &["c"], &["below"]),
            ],
        );
        let expected: Vec<Broken> = ["a", "b", "c"].map(|p| Broken::OwnAncestor(id(p))).into();
        assert_eq!(broken(&looped), expected);
        assert!(would_loop(&looped, &id("above"), &id("below")));
        assert!(!would_loop(&looped, &id("below"), &id("above")));
    }

    #[test]
    fn a_long_chain_does_not_overflow() {
        let names: Vec<String> = (0..20_000).map(|n| format!("p{n}")).collect();
        let mut long = FamilyMap::default();
        for pair in names.windows(2) {
            let union = Union {
                partners: vec![id(&pair[0])],
                children: vec![Child::by_birth(id(&pair[1]))],
                ..Union::default()
            };
            long.people.insert(id(&pair[0]), Arc::default());
            long.people.insert(id(&pair[1]), Arc::default());
            long.unions.insert(UnionId::new(&pair[0]).expect("a valid id"), Arc::new(union));
        }
        assert_eq!(broken(&long), []);
    }

    #[test]
    fn every_wrong_union_is_named() {
        let wrong = map(
            &["a", "b"],
            &[("self", &["a", "a"], &[]), ("twice", &["a"], &["b", "b"]), ("gone", &["x"], &[])],
        );
        let found = broken(&wrong);
        assert!(found.iter().any(|it| matches!(it, Broken::OwnPartner(_))), "{found:?}");
        assert!(found.iter().any(|it| matches!(it, Broken::ChildTwice { .. })), "{found:?}");
        assert!(found.iter().any(|it| matches!(it, Broken::Dangling { .. })), "{found:?}");
    }
}
