//! Entries and strengths, wherever they sit.

use std::sync::Arc;

use super::prune::prune_entries;
use super::{MAX_TEXT, check_length};
use crate::document::Refusal;
use crate::model::{
    Bearer, Entry, EntryId, FamilyMap, HelpedWith, KindId, Moment, PartialDate, Strength,
    StrengthId,
};

pub(super) fn put_entry(map: &mut FamilyMap, on: &Bearer, entry: Entry) -> Result<(), Refusal> {
    check_length(&entry.words, MAX_TEXT)?;
    check_length(&entry.helped, MAX_TEXT)?;
    check_length(&entry.according_to, MAX_TEXT)?;
    if entry.priority.is_some_and(|rank| !(1..=3).contains(&rank)) {
        return Err(Refusal::OutOfRange);
    }
    if let Some(support) = &entry.support
        && !map.supports.contains_key(support)
    {
        return Err(Refusal::Gone(support.to_string()));
    }
    if sits_elsewhere(map, on, &entry.id) {
        return Err(Refusal::AlreadyThere(entry.id.to_string()));
    }
    let birth = birth_of(map, on);
    let entries = entries_mut(map, on)?;
    let old = entries.iter_mut().find(|old| old.id == entry.id);
    // A contradiction that was there already may stay while something else is changed.
    let same_span = old.as_ref().is_some_and(|o| (o.since, o.until) == (entry.since, entry.until));
    if !same_span && ends_first(entry.since, entry.until, birth) {
        return Err(Refusal::EndsBeforeItBegins);
    }
    match old {
        Some(old) => *old = entry,
        None => entries.push(entry),
    }
    Ok(())
}

pub(super) fn remove_entry(map: &mut FamilyMap, id: &EntryId) -> Result<(), Refusal> {
    macro_rules! remove_from {
        ($records:expr) => {
            for record in $records.values_mut() {
                if record.entries.iter().any(|entry| entry.id == *id) {
                    Arc::make_mut(record).entries.retain(|entry| entry.id != *id);
                    prune_entries(map);
                    return Ok(());
                }
            }
        };
    }
    remove_from!(map.people);
    remove_from!(map.unions);
    remove_from!(map.relations);
    remove_from!(map.households);
    Err(Refusal::Gone(id.to_string()))
}

/// A kind of the map's own goes with all that is of it, and with what was said of its theme.
pub(super) fn remove_own_kind(map: &mut FamilyMap, id: &KindId) -> Result<(), Refusal> {
    if map.own_kinds.remove(id).is_none() {
        return Err(Refusal::Gone(id.to_string()));
    }
    macro_rules! remove_from {
        ($($records:expr),+) => { $(
            for record in $records.values_mut() {
                if record.entries.iter().any(|entry| entry.kind == *id) {
                    Arc::make_mut(record).entries.retain(|entry| entry.kind != *id);
                }
            }
        )+ };
    }
    remove_from!(map.people, map.unions, map.relations, map.households);
    macro_rules! helped_no_more {
        ($($records:expr),+) => { $(
            for record in $records.values_mut() {
                let of_it = |helped: &HelpedWith| *helped == HelpedWith::Kind(id.clone());
                if record.strengths.iter().any(|it| it.helped_with.iter().any(of_it)) {
                    for strength in &mut Arc::make_mut(record).strengths {
                        strength.helped_with.retain(|it| !of_it(it));
                    }
                }
            }
        )+ };
    }
    helped_no_more!(map.people, map.unions, map.households);
    map.view.hidden.remove(id);
    prune_entries(map);
    Ok(())
}

pub(super) fn put_strength(
    map: &mut FamilyMap,
    on: &Bearer,
    strength: Strength,
) -> Result<(), Refusal> {
    check_length(&strength.words, MAX_TEXT)?;
    check_length(&strength.according_to, MAX_TEXT)?;
    let birth = birth_of(map, on);
    let taken = all_strengths(map).filter(|(bearer, _)| bearer != on);
    if taken.into_iter().any(|(_, id)| *id == strength.id) {
        return Err(Refusal::AlreadyThere(strength.id.to_string()));
    }
    let strengths = strengths_mut(map, on)?;
    let old = strengths.iter_mut().find(|old| old.id == strength.id);
    let span = (strength.since, strength.until);
    let same_span = old.as_ref().is_some_and(|old| (old.since, old.until) == span);
    if !same_span && ends_first(strength.since, strength.until, birth) {
        return Err(Refusal::EndsBeforeItBegins);
    }
    match old {
        Some(old) => *old = strength,
        None => strengths.push(strength),
    }
    Ok(())
}

pub(super) fn remove_strength(map: &mut FamilyMap, id: &StrengthId) -> Result<(), Refusal> {
    let bearer = all_strengths(map).find(|(_, other)| *other == id).map(|(bearer, _)| bearer);
    let bearer = bearer.ok_or_else(|| Refusal::Gone(id.to_string()))?;
    strengths_mut(map, &bearer)?.retain(|strength| strength.id != *id);
    Ok(())
}

fn ends_first(since: Option<Moment>, until: Option<Moment>, birth: Option<PartialDate>) -> bool {
    let (Some(since), Some(until)) = (since, until) else { return false };
    let ages = (since.age(birth), until.age(birth));
    let years = (since.years(birth), until.years(birth));
    matches!(ages, (Some(a), Some(b)) if b.hi < a.lo)
        || matches!(years, (Some(a), Some(b))
            if matches!((a.lo, b.hi), (Some(a), Some(b)) if b < a))
}

fn birth_of(map: &FamilyMap, on: &Bearer) -> Option<PartialDate> {
    match on {
        Bearer::Person(id) => map.person(id).and_then(|person| person.birth),
        Bearer::Union(_) | Bearer::Relation(_) | Bearer::Household(_) => None,
    }
}

fn entries_mut<'a>(map: &'a mut FamilyMap, on: &Bearer) -> Result<&'a mut Vec<Entry>, Refusal> {
    let entries = match on {
        Bearer::Person(id) => map.people.get_mut(id).map(|it| &mut Arc::make_mut(it).entries),
        Bearer::Union(id) => map.unions.get_mut(id).map(|it| &mut Arc::make_mut(it).entries),
        Bearer::Relation(id) => map.relations.get_mut(id).map(|it| &mut Arc::make_mut(it).entries),
        Bearer::Household(id) => {
            map.households.get_mut(id).map(|it| &mut Arc::make_mut(it).entries)
        }
    };
    entries.ok_or_else(|| Refusal::Gone(format!("{on:?}")))
}

fn strengths_mut<'a>(
    map: &'a mut FamilyMap,
    on: &Bearer,
) -> Result<&'a mut Vec<Strength>, Refusal> {
    let strengths = match on {
        Bearer::Person(id) => map.people.get_mut(id).map(|it| &mut Arc::make_mut(it).strengths),
        Bearer::Union(id) => map.unions.get_mut(id).map(|it| &mut Arc::make_mut(it).strengths),
        Bearer::Relation(_) => return Err(Refusal::NoStrengthHere),
        Bearer::Household(id) => {
            map.households.get_mut(id).map(|it| &mut Arc::make_mut(it).strengths)
        }
    };
    strengths.ok_or_else(|| Refusal::Gone(format!("{on:?}")))
}

fn sits_elsewhere(map: &FamilyMap, on: &Bearer, id: &EntryId) -> bool {
    let has = |entries: &[Entry]| entries.iter().any(|entry| entry.id == *id);
    let elsewhere = |bearer: Bearer, entries: &[Entry]| bearer != *on && has(entries);
    map.people.iter().any(|(k, it)| elsewhere(Bearer::Person(k.clone()), &it.entries))
        || map.unions.iter().any(|(k, it)| elsewhere(Bearer::Union(k.clone()), &it.entries))
        || map.relations.iter().any(|(k, it)| elsewhere(Bearer::Relation(k.clone()), &it.entries))
        || map.households.iter().any(|(k, it)| elsewhere(Bearer::Household(k.clone()), &it.entries))
}

fn all_strengths(map: &FamilyMap) -> impl Iterator<Item = (Bearer, &StrengthId)> {
    let people = map.people.iter().flat_map(|(id, person)| {
        person.strengths.iter().map(|it| (Bearer::Person(id.clone()), &it.id))
    });
    let unions = map.unions.iter().flat_map(|(id, union)| {
        union.strengths.iter().map(|it| (Bearer::Union(id.clone()), &it.id))
    });
    let households = map.households.iter().flat_map(|(id, household)| {
        household.strengths.iter().map(|it| (Bearer::Household(id.clone()), &it.id))
    });
    people.chain(unions).chain(households)
}
