//! From which year on somebody is there.

use std::collections::BTreeMap;

use super::when::date_begun;
use crate::model::{Bond, FamilyMap, PersonId};

/// The first year of everybody of whom one is known: their own, or, where nobody knows it, the first in
/// which all are there whom they were born to and of whom one is known.
pub(super) fn first_years(map: &FamilyMap) -> BTreeMap<PersonId, i32> {
    let dated = map.people.iter();
    let mut first: BTreeMap<PersonId, i32> =
        dated.filter_map(|(id, it)| Some((id.clone(), date_begun(it.birth)?))).collect();
    let undated = undated_children(map, &first);
    // From parents to children. A year only ever grows, to one that stands on the map: it ends.
    let mut open: Vec<PersonId> = first.keys().cloned().collect();
    while let Some(parent) = open.pop() {
        let Some(&year) = first.get(&parent) else { continue };
        for child in undated.get(&parent).into_iter().flatten() {
            if first.get(*child).is_none_or(|known| *known < year) {
                first.insert((*child).clone(), year);
                open.push((*child).clone());
            }
        }
    }
    first
}

/// Who was born to whom, of those without a year of their own.
fn undated_children<'m>(
    map: &'m FamilyMap,
    dated: &BTreeMap<PersonId, i32>,
) -> BTreeMap<&'m PersonId, Vec<&'m PersonId>> {
    let mut children: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
    for union in map.unions.values() {
        for child in union.children.iter().filter(|it| !dated.contains_key(&it.person)) {
            for parent in union.partners.iter().filter(|it| child.bond_with(it) == Bond::Birth) {
                children.entry(parent).or_default().push(&child.person);
            }
        }
    }
    children
}
