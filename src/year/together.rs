//! Unions and their children.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::At;
use super::when::{begun, date_begun, date_ended};
use crate::model::{Child, Ending, FamilyMap, PersonId, Union, UnionId};

/// The first year of every union of which one is known: its own, else that of its first child, else
/// the one in which it ended; never before both partners are there. Of a couple without any of these,
/// nobody knows: it is there when all are there, at the end.
pub(super) fn first_years(
    map: &FamilyMap,
    born: &BTreeMap<PersonId, i32>,
) -> BTreeMap<UnionId, i32> {
    let first = |union: &Union| {
        let partners = union.partners.iter().filter_map(|id| born.get(id)).max().copied();
        let own = match date_begun(union.from) {
            Some(own) => Some(own),
            None => {
                let children: Option<Vec<i32>> =
                    union.children.iter().map(|it| born.get(&it.person).copied()).collect();
                // One of them is always there: so are they, as soon as both are.
                let Some(children) = children else { return partners };
                children.into_iter().min().or(date_ended(union.until))
            }
        };
        match (own, partners) {
            (Some(own), partners) => Some(partners.map_or(own, |it| own.max(it))),
            (None, Some(_)) => Some(i32::MAX),
            (None, None) => None,
        }
    };
    map.unions.iter().filter_map(|(id, it)| Some((id.clone(), first(it)?))).collect()
}

/// The children who do not belong to these parents at the end of `year`, of whom `absent` are not
/// there at all.
pub(super) fn children_after(
    map: &FamilyMap,
    absent: &BTreeSet<PersonId>,
    year: i32,
) -> BTreeSet<(UnionId, PersonId)> {
    let is_after = |child: &Child| {
        let from = date_begun(child.from).is_some_and(|from| year < from);
        from || absent.contains(&child.person)
    };
    let of = |(id, union): (&UnionId, &Arc<Union>)| {
        let children = union.children.iter().filter(|it| is_after(it));
        children.map(|it| (id.clone(), it.person.clone())).collect::<Vec<_>>()
    };
    map.unions.iter().flat_map(of).collect()
}

impl At<'_> {
    /// A union as it stood in this year. One that had not begun keeps its place and its children.
    pub(super) fn union(&self, id: &UnionId, union: &Union) -> Union {
        let mut then = union.clone();
        then.entries = self.entries(&union.entries, None);
        then.strengths = self.strengths(&union.strengths, None);
        then.notes.clear();
        for child in &mut then.children {
            child.until = child.until.filter(|it| self.is_past(Some(*it)));
            for with in child.with.values_mut() {
                with.until = with.until.filter(|it| self.is_past(Some(*it)));
            }
        }
        if self.absent.unions.contains(id) {
            then.entries.clear();
            then.strengths.clear();
        }
        let again = date_begun(union.together_again).is_some_and(|it| self.is_from(it));
        then.together_again = union.together_again.filter(|_| again);
        if self.absent.unions.contains(id) || !again && !self.has_ended(union) {
            (then.ending, then.until, then.together_again) = (None, None, None);
        }
        then
    }

    /// Had it ended by then, in whichever way? An end without a year is that of the partner who died
    /// first, or one of today.
    fn has_ended(&self, union: &Union) -> bool {
        let death = union.partners.iter().filter_map(|id| self.whole.person(id)?.death());
        let death = death.filter_map(|it| begun(it.years())).min();
        match (date_ended(union.until), union.ending) {
            (Some(year), _) => self.is_from(year),
            (None, Some(Ending::Death)) => death.is_some_and(|it| self.is_from(it)),
            (None, _) => false,
        }
    }
}
