//! Records to a family map.

mod families;
mod loops;
mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::record::{Record, Tree};
use super::report::Report;
use crate::model::{
    Bond, FamilyMap, LifeCourse, MAX_AGE, MAX_ID_LEN, PartialDate, Person, PersonId, TwinKind,
    Twins, TwinsId, Union, UnionId, Vital, is_valid_id,
};

/// Where programs say who the first person of a file is, in its head.
const FIRST_PERSON_TAGS: [&str; 4] = ["_ROOT", "_HME", "_HOME", "_FIRST"];

/// The records of people and families under the ids they get on the map, in file order.
struct Names<'a> {
    people: Vec<(PersonId, Record<'a>)>,
    unions: Vec<(UnionId, Record<'a>)>,
    person_of: BTreeMap<&'a str, PersonId>,
    union_of: BTreeMap<&'a str, UnionId>,
    notes: BTreeMap<&'a str, Record<'a>>,
    /// Where new unions get their ids from.
    union_ids: Ids,
}

/// The family in the file. Always sound: what cannot be is left out and told.
pub(super) fn family<'a>(tree: &'a Tree<'a>, report: &mut Report) -> FamilyMap {
    let mut names = names(tree, report);
    let mut people: BTreeMap<PersonId, Person> = BTreeMap::new();
    for (id, record) in &names.people {
        people.insert(id.clone(), people::person(*record, &names.notes, report));
    }
    let mut unions = families::unions(&mut names, report);
    loops::cut(&mut unions, report);
    lay_to_rest(&mut people, report);
    tell_what_stays_behind(tree, report);
    FamilyMap {
        focus: first_person(tree, &names).into_iter().collect(),
        twins: twins(&people, &unions, report),
        next_id: u64::try_from(people.len() + unions.len()).unwrap_or(u64::MAX),
        people: people.into_iter().map(|(id, person)| (id, Arc::new(person))).collect(),
        unions: unions.into_iter().map(|(id, union)| (id, Arc::new(union))).collect(),
        ..FamilyMap::default()
    }
}

fn names<'a>(tree: &'a Tree<'a>, report: &mut Report) -> Names<'a> {
    let mut names = Names {
        people: Vec::new(),
        unions: Vec::new(),
        person_of: BTreeMap::new(),
        union_of: BTreeMap::new(),
        notes: BTreeMap::new(),
        union_ids: Ids::default(),
    };
    let mut people_ids = Ids::default();
    for record in tree.roots() {
        let xref = record.xref();
        match record.tag() {
            "INDI" => {
                let Some(id) = PersonId::new(&people_ids.fresh("I", xref)) else { continue };
                if names.person_of.contains_key(xref) {
                    report.same_xref(record.line());
                } else if !xref.is_empty() {
                    names.person_of.insert(xref, id.clone());
                }
                names.people.push((id, record));
            }
            "FAM" => {
                let Some(id) = UnionId::new(&names.union_ids.fresh("F", xref)) else { continue };
                if names.union_of.contains_key(xref) {
                    report.same_xref(record.line());
                } else if !xref.is_empty() {
                    names.union_of.insert(xref, id.clone());
                }
                names.unions.push((id, record));
            }
            "NOTE" | "SNOTE" => {
                names.notes.entry(xref).or_insert(record);
            }
            _ => {}
        }
    }
    names
}

/// Makes ids out of the names of records.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// The name of a record as an id: as it stands where that can be, else the nearest free one.
    fn fresh(&mut self, kind: &str, xref: &str) -> String {
        let mut base: String =
            xref.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        // Room for a number behind it.
        while MAX_ID_LEN - 12 < base.len() {
            base.pop();
        }
        if base.is_empty() {
            kind.clone_into(&mut base);
        }
        if self.taken.insert(base.clone()) {
            return base;
        }
        let number = self.next.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            debug_assert!(is_valid_id(&id), "{id:?}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn first_person<'a>(tree: &'a Tree<'a>, names: &Names<'a>) -> Option<PersonId> {
    let head = tree.roots().find(|record| record.tag() == "HEAD")?;
    let mut hints = head.children().filter(|record| FIRST_PERSON_TAGS.contains(&record.tag()));
    hints.find_map(|hint| names.person_of.get(hint.pointer()?)).cloned()
}

/// Who was born more than a long life before the latest year in the file has died.
fn lay_to_rest(people: &mut BTreeMap<PersonId, Person>, report: &mut Report) {
    let years = |date: PartialDate| date.years().hi.or(date.years().lo);
    let dates = people.values().flat_map(|person| [person.birth, person.death()]).flatten();
    let Some(latest) = dates.filter_map(years).max() else {
        return;
    };
    for person in people.values_mut() {
        let born = person.birth.and_then(|birth| birth.years().hi);
        if person.vital == Vital::Living && born.is_some_and(|born| born + MAX_AGE < latest) {
            person.vital = Vital::Dead(None);
            report.long_ago(0);
        }
    }
}

/// Children by birth of the same parents and the same day.
fn twins(
    people: &BTreeMap<PersonId, Person>,
    unions: &BTreeMap<UnionId, Union>,
    report: &mut Report,
) -> BTreeMap<TwinsId, Twins> {
    let mut all = BTreeMap::new();
    let mut seen: BTreeSet<&PersonId> = BTreeSet::new();
    for union in unions.values() {
        let mut days: BTreeMap<PartialDate, BTreeSet<&PersonId>> = BTreeMap::new();
        for child in union.children.iter().filter(|child| child.bond == Bond::Birth) {
            let person = people.get(&child.person);
            let born = person.filter(|it| it.life == LifeCourse::Born).and_then(|it| it.birth);
            if let Some(PartialDate::Exactly(date)) = born
                && date.day().is_some()
            {
                days.entry(PartialDate::Exactly(date)).or_default().insert(&child.person);
            }
        }
        for born in days.into_values().filter(|born| 1 < born.len()) {
            if born.iter().any(|person| seen.contains(person)) {
                continue;
            }
            seen.extend(&born);
            let people = born.into_iter().cloned().collect();
            if let Some(id) = TwinsId::new(&format!("t{}", all.len() + 1)) {
                all.insert(id, Twins { kind: TwinKind::Unknown, people });
                report.twins(0);
            }
        }
    }
    all
}

/// Counts what the map has no place for.
fn tell_what_stays_behind<'a>(tree: &'a Tree<'a>, report: &mut Report) {
    for root in tree.roots() {
        match root.tag() {
            "HEAD" | "TRLR" | "INDI" | "FAM" | "NOTE" | "SNOTE" | "SOUR" | "OBJE" => {}
            _ => report.others(root.line()),
        }
    }
    for (depth, record) in tree.below_people() {
        match (depth, record.tag()) {
            (_, "SOUR") => report.sources(record.line()),
            (_, "OBJE") => report.media(record.line()),
            (_, "PLAC") => report.places(record.line()),
            (1, tag) if people::is_event(tag) => report.facts(record.line()),
            (2.., "NOTE" | "SNOTE") => report.facts(record.line()),
            _ => {}
        }
    }
}
