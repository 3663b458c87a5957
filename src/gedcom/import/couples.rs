//! Couples that a file has two families of: once for each wedding, or merged from two files.

use std::collections::{BTreeMap, BTreeSet};

use crate::gedcom::report::Report;
use crate::model::{Child, Field, PersonId, Union, UnionId, UnionKind};

/// Makes one union of two of the same couple, where one says nothing of its own or comes after the
/// end of the other: together again. Where there were more turns than a union can hold, both stay.
pub(super) fn join(
    unions: &mut BTreeMap<UnionId, Union>,
    unread: &BTreeMap<Field, String>,
    report: &mut Report,
) {
    let mut of_couple: BTreeMap<BTreeSet<PersonId>, Vec<UnionId>> = BTreeMap::new();
    for (id, union) in unions.iter().filter(|(_, union)| union.partners.len() == 2) {
        let couple = union.partners.iter().cloned().collect();
        of_couple.entry(couple).or_default().push(id.clone());
    }
    for ids in of_couple.into_values().filter(|ids| 1 < ids.len()) {
        let has_text = |id: &UnionId| unread.keys().any(|field| field.of() == id.as_str());
        let mut kept: Vec<UnionId> = Vec::new();
        for id in ids {
            let joined = kept.iter().enumerate().find_map(|(at, other)| {
                let (a, b) = (unions.get(other)?, unions.get(&id)?);
                // A text that stands in a field stays there: who has one takes the other in.
                let both = match (has_text(other), has_text(&id)) {
                    (false, false) => one_of(a, b)?,
                    (true, false) if says_nothing(b) => with_people_of(a.clone(), b),
                    (false, true) if says_nothing(a) => taken_in(a, b),
                    _ => return None,
                };
                let stays = if has_text(&id) { &id } else { other };
                let goes = if has_text(&id) { other } else { &id };
                Some((at, stays.clone(), goes.clone(), both))
            });
            match joined {
                Some((at, stays, goes, both)) => {
                    unions.remove(&goes);
                    unions.insert(stays.clone(), both);
                    if let Some(place) = kept.get_mut(at) {
                        *place = stays;
                    }
                    report.same_couple(0);
                }
                None => kept.push(id),
            }
        }
    }
}

/// Is nothing known but that they are a couple?
fn says_nothing(union: &Union) -> bool {
    union.kind == UnionKind::Relationship
        && union.ending.is_none()
        && [union.from, union.until, union.together_again].iter().all(Option::is_none)
}

/// `later`, with the children and notes of `first` before its own.
fn taken_in(first: &Union, later: &Union) -> Union {
    let both = with_people_of(first.clone(), later);
    Union { children: both.children, notes: both.notes, ..later.clone() }
}

/// Both in one, if it can hold what they say.
fn one_of(a: &Union, b: &Union) -> Option<Union> {
    let events = |it: &Union| (it.kind, it.ending, it.from, it.until, it.together_again);
    if says_nothing(b) || events(a) == events(b) {
        return Some(with_people_of(a.clone(), b));
    }
    if says_nothing(a) {
        return Some(taken_in(a, b));
    }
    let (first, again) = match (a.until.or(a.from), b.until.or(b.from)) {
        (Some(of_a), Some(of_b)) if of_b.main_date() < of_a.main_date() => (b, a),
        _ => (a, b),
    };
    let is_again = first.ending.is_some()
        && first.together_again.is_none()
        && (again.kind == first.kind || again.kind == UnionKind::Relationship)
        && again.ending.is_none()
        && again.until.is_none()
        && again.from.is_some_and(|from| {
            first.until.is_none_or(|until| until.main_date() <= from.main_date())
        });
    is_again.then(|| {
        let both = with_people_of(first.clone(), again);
        Union { together_again: again.from, ..both }
    })
}

/// `union` with the children and notes of `other` behind its own.
fn with_people_of(mut union: Union, other: &Union) -> Union {
    let has = |union: &Union, child: &Child| union.child(&child.person).is_some();
    let new: Vec<Child> = other.children.iter().filter(|it| !has(&union, it)).cloned().collect();
    union.children.extend(new);
    let new: Vec<_> = other.notes.iter().filter(|it| !union.notes.contains(it)).cloned().collect();
    union.notes.extend(new);
    union
}
