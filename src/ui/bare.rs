//! What can be taken off with the tap that put it on: only what nobody said more about.

use crate::model::{Entry, FamilyMap, Field, HelpedWith, Strength};

/// Is nothing known of `entry` but that it is there?
pub(super) fn is_bare_entry(map: &FamilyMap, entry: &Entry) -> bool {
    let is_it = |field: &Field| matches!(field, Field::Entry(id, _) if *id == entry.id);
    let helped = HelpedWith::Entry(entry.id.clone());
    let strengths = (map.people.values().flat_map(|it| &it.strengths))
        .chain(map.unions.values().flat_map(|it| &it.strengths))
        .chain(map.households.values().flat_map(|it| &it.strengths));
    *entry == Entry::new(entry.id.clone(), entry.kind.clone())
        && !map.unread.keys().any(is_it)
        && !map.goals.values().any(|goal| goal.answers.contains(&entry.id))
        && !strengths.into_iter().any(|it| it.helped_with.contains(&helped))
}

/// Is nothing known of `strength` but that it is there?
pub(super) fn is_bare_strength(map: &FamilyMap, strength: &Strength) -> bool {
    let is_it = |field: &Field| matches!(field, Field::Strength(id, _) if *id == strength.id);
    let bare = strength.kind.clone().map(|kind| Strength::new(strength.id.clone(), kind));
    bare.is_some_and(|bare| bare == *strength) && !map.unread.keys().any(is_it)
}
