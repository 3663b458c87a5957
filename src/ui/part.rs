//! The part of a large family that is on the map.

use std::collections::BTreeMap;

use crate::kinship::Reach;
use crate::model::{FamilyMap, PersonId};
use crate::scene::Part;

/// From so many people on a map opens on a part of it: nobody reads more in rows.
const LARGE: usize = 200;
/// So many people are in the part that a large map opens on.
pub(super) const FIRST_PART: usize = 60;

/// The part that a large map opens on: around the focus person, else around whoever has the most
/// children. `None` shows everybody.
pub(super) fn first_part(map: &FamilyMap) -> Option<Part> {
    if map.people.len() <= LARGE {
        return None;
    }
    let mut children: BTreeMap<&PersonId, usize> = BTreeMap::new();
    for union in map.unions.values() {
        for partner in &union.partners {
            *children.entry(partner).or_default() += union.children.len();
        }
    }
    let most = children.into_iter().rev().max_by_key(|(_, n)| *n).map(|(id, _)| id);
    let center = map.focus.first().or(most).or_else(|| map.people.keys().next())?;
    Some(near(center.clone()))
}

/// The nearest people around somebody.
pub(super) const fn near(center: PersonId) -> Part {
    Part::around(center, Reach::Nearest(FIRST_PART))
}
