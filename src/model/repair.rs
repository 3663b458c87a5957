//! What becomes of a map that can be read but contradicts itself: one that can be shown, with every
//! thing that was done told. Nobody and nothing that was said is left out: who is named and not there
//! comes without a name, and what would say two things at once says the first.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use crate::i18n::Message;

use super::check::own_ancestors;
use super::{
    Broken, EntryId, FamilyMap, KindId, Party, Person, PersonId, StrengthId, Subject, Support,
    SupportId, Supported, Union, UnionId, Whose, broken,
};

/// More loops than this are not undone one by one.
const MOST_LOOPS: usize = 200;

/// Something that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What was wrong.
    pub what: Broken,
    /// Where to look, if it is anywhere on the map.
    pub at: Option<Subject>,
}

impl Repair {
    /// What was done, without a name or a code: it may be said before everybody.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new(match (&self.what, &self.at) {
            (Broken::Dangling { .. }, Some(Subject::Person(_))) => "repair-person",
            (Broken::Dangling { .. }, Some(Subject::Support(_))) => "repair-support",
            (Broken::Dangling { .. }, _) => "repair-let-go",
            (Broken::SameId(_), _) => "repair-same-id",
            (Broken::OwnPartner(_), _) => "repair-own-partner",
            (Broken::TooManyPartners(_), _) => "repair-too-many-partners",
            (Broken::ChildTwice { .. }, _) => "repair-child-twice",
            (Broken::OwnAncestor(_), _) => "repair-own-ancestor",
            (Broken::NotFinite(_), _) => "repair-not-finite",
            (Broken::NotOneToThree(_), _) => "repair-not-one-to-three",
            (Broken::TwoBirths(_), _) => "repair-two-births",
            (Broken::NoSuchScene(_), _) => "repair-scene",
        })
    }
}

/// `map` so that nothing is broken, and what was done for it, in order.
///
/// # Errors
/// What cannot be mended.
pub fn repaired(mut map: FamilyMap) -> Result<(FamilyMap, Vec<Repair>), Vec<Broken>> {
    if broken(&map).is_empty() {
        return Ok((map, Vec::new()));
    }
    let mut done = Vec::new();
    unions(&mut map, &mut done);
    missing_people(&mut map, &mut done);
    missing_others(&mut map, &mut done);
    views(&mut map, &mut done);
    ids(&mut map, &mut done);
    numbers(&mut map, &mut done);
    loops(&mut map, &mut done);
    unread(&mut map, &mut done);
    let left = broken(&map);
    if left.is_empty() { Ok((map, done)) } else { Err(left) }
}

fn did(done: &mut Vec<Repair>, what: Broken, at: Option<Subject>) {
    done.push(Repair { what, at });
}

fn dangling(at: &impl ToString, missing: &impl ToString) -> Broken {
    Broken::Dangling { at: at.to_string(), missing: missing.to_string() }
}

/// At most two partners, two different people, no child twice.
fn unions(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let mut more: Vec<(UnionId, Union)> = Vec::new();
    for (id, union) in &mut map.unions {
        let at = || Some(Subject::Union(id.clone()));
        let mut seen: BTreeSet<PersonId> = BTreeSet::new();
        let is_new: Vec<bool> = union.partners.iter().map(|it| seen.insert(it.clone())).collect();
        if is_new.contains(&false) {
            let mut keeps = is_new.iter();
            Arc::make_mut(union).partners.retain(|_| keeps.next() == Some(&true));
            did(done, Broken::OwnPartner(id.clone()), at());
        }
        if 2 < union.partners.len() {
            let all = union.partners.clone();
            Arc::make_mut(union).partners.truncate(2);
            did(done, Broken::TooManyPartners(id.clone()), at());
            // The others are partners of the first, each in a union of their own.
            for (number, other) in all.iter().skip(2).enumerate() {
                let first = all.iter().take(1).cloned();
                let partners = first.chain(std::iter::once(other.clone())).collect();
                let name = format!("{id}-{}", number + 2);
                if let Some(new) = UnionId::new(&name) {
                    more.push((new, Union { partners, kind: union.kind, ..Union::default() }));
                }
            }
        }
        let mut seen: BTreeSet<PersonId> = union.partners.iter().cloned().collect();
        let is_new: Vec<bool> =
            union.children.iter().map(|it| seen.insert(it.person.clone())).collect();
        for (child, is_new) in union.children.iter().zip(&is_new) {
            if !is_new {
                let person = child.person.clone();
                let at = Some(Subject::Person(person.clone()));
                did(done, Broken::ChildTwice { union: id.clone(), person }, at);
            }
        }
        if is_new.contains(&false) {
            let mut keeps = is_new.iter();
            Arc::make_mut(union).children.retain(|_| keeps.next() == Some(&true));
        }
        bonds_with_others(id, union, done);
    }
    for (id, union) in more {
        map.unions.entry(id).or_insert_with(|| Arc::new(union));
    }
}

/// A child has bonds of its own with its parents only.
fn bonds_with_others(id: &UnionId, union: &mut Arc<Union>, done: &mut Vec<Repair>) {
    let of_others = |union: &Union| -> Vec<(PersonId, PersonId)> {
        let bonds = union.children.iter().flat_map(|it| it.with.keys().map(|of| (&it.person, of)));
        let others = bonds.filter(|(_, of)| !union.partners.contains(of));
        others.map(|(child, of)| (child.clone(), of.clone())).collect()
    };
    for (child, other) in of_others(union) {
        did(done, dangling(id, &other), Some(Subject::Person(child.clone())));
        let children = Arc::make_mut(union).children.iter_mut();
        children.filter(|it| it.person == child).for_each(|it| {
            it.with.remove(&other);
        });
    }
}

/// Who is named and not there comes, without a name.
fn missing_people(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let mut named: Vec<(String, PersonId)> = Vec::new();
    for (id, union) in &map.unions {
        let all = union.partners.iter().chain(union.children.iter().map(|it| &it.person));
        named.extend(all.map(|it| (id.to_string(), it.clone())));
    }
    for (id, twins) in &map.twins {
        named.extend(twins.people.iter().map(|it| (id.to_string(), it.clone())));
    }
    for (id, relation) in &map.relations {
        named.push((id.to_string(), relation.from.clone()));
        if let Party::Person(to) = &relation.to {
            named.push((id.to_string(), to.clone()));
        }
    }
    for (id, home) in &map.households {
        named.extend(home.members.iter().map(|it| (id.to_string(), it.person.clone())));
    }
    for (id, support) in &map.supports {
        for tie in &support.ties {
            if let Supported::Person(it) = &tie.to {
                named.push((id.to_string(), it.clone()));
            }
        }
    }
    for (id, goal) in &map.goals {
        if let Whose::Person(it) = &goal.whose {
            named.push((id.to_string(), it.clone()));
        }
    }
    for (at, id) in named {
        if let Entry::Vacant(free) = map.people.entry(id) {
            let id = free.key().clone();
            did(done, dangling(&at, &id), Some(Subject::Person(id)));
            free.insert(Arc::new(Person::default()));
        }
    }
}

/// Helpers that are named and not there come without a name; homes that are not there are let go of.
fn missing_others(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let mut named: Vec<(String, SupportId)> = Vec::new();
    for (id, relation) in &map.relations {
        if let Party::Support(to) = &relation.to {
            named.push((id.to_string(), to.clone()));
        }
    }
    for (id, goal) in &map.goals {
        named.extend(goal.supports.iter().map(|it| (id.to_string(), it.clone())));
    }
    for entry in super::check::all_entries(map) {
        named.extend(entry.support.iter().map(|it| (entry.id.to_string(), it.clone())));
    }
    for (at, id) in named {
        // Of what kind it was, the file does not say: the coach chooses.
        let Some(kind) = KindId::new(id.as_str()) else { continue };
        if let Entry::Vacant(free) = map.supports.entry(id) {
            let id = free.key().clone();
            did(done, dangling(&at, &id), Some(Subject::Support(id)));
            let (name, words) = (String::new(), String::new());
            let (areas, ties, notes) = (Vec::new(), Vec::new(), Vec::new());
            free.insert(Arc::new(Support { kind, name, words, areas, ties, notes }));
        }
    }
    let homes: BTreeSet<_> = map.households.keys().cloned().collect();
    for (id, support) in &mut map.supports {
        let is_gone = |to: &Supported| match to {
            Supported::Household(home) if !homes.contains(home) => Some(home.clone()),
            _ => None,
        };
        let gone: Vec<_> = support.ties.iter().filter_map(|tie| is_gone(&tie.to)).collect();
        for home in gone {
            did(done, dangling(id, &home), Some(Subject::Support(id.clone())));
            Arc::make_mut(support).ties.retain(|tie| is_gone(&tie.to).is_none());
        }
    }
    for (id, goal) in &mut map.goals {
        if let Whose::Household(home) = &goal.whose
            && !homes.contains(home)
        {
            did(done, dangling(id, home), None);
            Arc::make_mut(goal).whose = Whose::Family;
        }
    }
}

/// What is looked at and is not there is not looked at.
fn views(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let people: BTreeSet<PersonId> = map.people.keys().cloned().collect();
    let mut gone: Vec<PersonId> = Vec::new();
    let mut is_there = |id: &PersonId| {
        let is = people.contains(id);
        gone.extend((!is).then(|| id.clone()));
        is
    };
    map.focus.retain(&mut is_there);
    map.view.pins.retain(|id, _| is_there(id));
    map.view.folded.retain(&mut is_there);
    for scene in &mut map.story {
        scene.people.retain(&mut is_there);
    }
    for id in gone {
        did(done, dangling(&"view", &id), None);
    }
}

/// What was written in a field of something that is not there, or was let go.
fn unread(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let unread = std::mem::take(&mut map.unread);
    let (stays, goes): (Vec<_>, Vec<_>) =
        unread.into_iter().partition(|(field, _)| map.has_field(field));
    map.unread = stays.into_iter().collect();
    for (field, text) in goes {
        // Words are never lost: they go where nobody's are.
        did(done, dangling(&"unread", &field.of()), None);
        let text: Vec<&str> = text.split_whitespace().collect();
        map.comments.push(format!("[{}] {}", field.of(), text.join(" ")).trim_end().to_owned());
    }
}

/// Every entry and strength has an id of its own; nobody belongs to two births.
fn ids(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let mut entries: BTreeSet<EntryId> = BTreeSet::new();
    let mut strengths: BTreeSet<StrengthId> = BTreeSet::new();
    let mut number = map.next_id;
    let mut again: Vec<(String, Subject)> = Vec::new();
    macro_rules! renumber {
        ($records:expr, $subject:path, $list:ident, $seen:ident, $Id:ident, $prefix:literal) => {
            for (id, record) in $records.iter_mut() {
                for at in 0..record.$list.len() {
                    let Some(item) = record.$list.get(at) else { continue };
                    if $seen.insert(item.id.clone()) {
                        continue;
                    }
                    again.push((item.id.to_string(), $subject(id.clone())));
                    let mut new = $Id::numbered($prefix, number);
                    while !$seen.insert(new.clone()) {
                        number = number.saturating_add(1);
                        new = $Id::numbered($prefix, number);
                    }
                    if let Some(item) = Arc::make_mut(record).$list.get_mut(at) {
                        item.id = new;
                    }
                }
            }
        };
    }
    renumber!(map.people, Subject::Person, entries, entries, EntryId, "e");
    renumber!(map.unions, Subject::Union, entries, entries, EntryId, "e");
    renumber!(map.relations, Subject::Relation, entries, entries, EntryId, "e");
    renumber!(map.households, Subject::Household, entries, entries, EntryId, "e");
    renumber!(map.people, Subject::Person, strengths, strengths, StrengthId, "k");
    renumber!(map.unions, Subject::Union, strengths, strengths, StrengthId, "k");
    renumber!(map.households, Subject::Household, strengths, strengths, StrengthId, "k");
    map.next_id = map.next_id.max(number.saturating_add(1));
    for (id, at) in again {
        did(done, Broken::SameId(id), Some(at));
    }
    let mut born: BTreeSet<PersonId> = BTreeSet::new();
    for twins in map.twins.values_mut() {
        twins.people.retain(|id| {
            let is_new = born.insert(id.clone());
            if !is_new {
                did(done, Broken::TwoBirths(id.clone()), Some(Subject::Person(id.clone())));
            }
            is_new
        });
    }
}

/// Places that are none, and ranks outside 1 to 3.
fn numbers(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    let faults: Vec<Broken> = broken(map)
        .into_iter()
        .filter(|it| {
            matches!(it, Broken::NotFinite(_) | Broken::NotOneToThree(_) | Broken::NoSuchScene(_))
        })
        .collect();
    map.view.pins.retain(|_, pin| pin.x.is_finite());
    for scene in &mut map.story {
        scene.camera = scene.camera.filter(|it| it.is_possible());
        if !scene.has_possible_numbers() {
            (scene.year, scene.minutes) = (None, None);
        }
    }
    let is_rank = |rank: &u8| (1..=3).contains(rank);
    macro_rules! ranks {
        ($records:expr) => {
            for record in $records.values_mut() {
                let is_wrong = |it: &super::Entry| it.priority.is_some_and(|it| !is_rank(&it));
                if record.entries.iter().any(is_wrong) {
                    for entry in &mut Arc::make_mut(record).entries {
                        entry.priority = entry.priority.filter(is_rank);
                    }
                }
            }
        };
    }
    ranks!(map.people);
    ranks!(map.unions);
    ranks!(map.relations);
    ranks!(map.households);
    for mark in map.marks.values_mut().chain(map.cards.values_mut()) {
        mark.pin = mark.pin.filter(is_rank);
    }
    for fault in faults {
        did(done, fault, None);
    }
}

/// Takes somebody who would be their own ancestor out from under their parents, until nobody is.
fn loops(map: &mut FamilyMap, done: &mut Vec<Repair>) {
    for _ in 0..MOST_LOOPS {
        let on_loop = own_ancestors(map);
        // The line that closes it: a child of a parent, both on the loop.
        let closes = |union: &Union| {
            let has_parent = union.partners.iter().any(|it| on_loop.contains(it));
            union.children.iter().rposition(|it| has_parent && on_loop.contains(&it.person))
        };
        let found = map.unions.iter_mut().rev().find_map(|(_, it)| Some((closes(it)?, it)));
        let Some((at, union)) = found else { return };
        let child = Arc::make_mut(union).children.remove(at).person;
        did(done, Broken::OwnAncestor(child.clone()), Some(Subject::Person(child)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Child, Household, Housemate, PinnedAt};
    use super::*;

    fn id(text: &str) -> PersonId {
        PersonId::new(text).expect("an id")
    }

    fn union(partners: &[&str], children: &[&str]) -> Arc<Union> {
        Arc::new(Union {
            partners: partners.iter().map(|it| id(it)).collect(),
            children: children.iter().map(|it| Child::by_birth(id(it))).collect(),
            ..Union::default()
        })
    }

    #[test]
    fn what_contradicts_itself_opens_with_everybody_on_it_and_each_thing_told() {
        let mut map = FamilyMap::default();
        let entry = || {
            super::super::Entry::new(EntryId::new("e1").expect("id"), KindId::new("x").expect("id"))
        };
        let both = Person { entries: vec![entry(), entry()], ..Person::default() };
        map.people.insert(id("a"), Arc::new(both));
        for other in ["b", "c", "d"] {
            map.people.insert(id(other), Arc::default());
        }
        for (name, it) in [
            ("u1", union(&["a", "b", "c", "gone"], &["d", "d"])),
            ("u2", union(&["d", "d"], &["a"])),
        ] {
            map.unions.insert(UnionId::new(name).expect("an id"), it);
        }
        map.view.pins.insert(id("a"), PinnedAt { x: f64::NAN });
        map.focus.push(id("nobody"));
        let home = Housemate { person: id("lodger"), from: None, until: None };
        let home = Household { members: vec![home], ..Household::default() };
        map.households.insert(super::super::HouseholdId::new("h").expect("id"), Arc::new(home));
        assert!(5 < broken(&map).len(), "{:?}", broken(&map));
        let (mended, done) = repaired(map.clone()).expect("it can be mended");
        assert_eq!(broken(&mended), []);
        let people: Vec<&str> = mended.people.keys().map(PersonId::as_str).collect();
        assert_eq!(people, ["a", "b", "c", "d", "gone", "lodger"], "nobody is left out");
        assert_eq!(mended.person(&id("a")).map(|it| it.entries.len()), Some(2));
        assert_eq!(mended.unions.len(), 4, "each partner stays one");
        assert_eq!(done.len(), 9, "{done:?}");
        let again = repaired(mended.clone()).expect("whole");
        assert_eq!(again, (mended, Vec::new()), "what is whole stays as it is");
    }

    #[test]
    fn loops_end_and_long_ones_too() {
        let mut map = FamilyMap::default();
        let names: Vec<String> = (0..3_000).map(|it| format!("p{it:05}")).collect();
        for (at, name) in names.iter().enumerate() {
            let next = names.get((at + 1) % names.len()).expect("somebody");
            map.people.insert(id(name), Arc::default());
            map.unions.insert(UnionId::new(name).expect("an id"), union(&[name], &[next]));
        }
        let (mended, done) = repaired(map).expect("it can be mended");
        assert_eq!((broken(&mended), done.len()), (Vec::new(), 1));
    }
}
