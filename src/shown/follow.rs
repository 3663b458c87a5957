//! What points at something hidden, and so is hidden with it: a goal that answers it, and an
//! organisation or helper that is there for nothing else. A map with "Veilig Thuis" in its band, and
//! nothing that says why, still says why.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Eyes, Hiding};
use crate::catalogue::Sensitivity;
use crate::model::{Entry, EntryId, FamilyMap, Field, KindId, Party, Subject, Support, SupportId};

/// Takes out of `shown` what points at the entries of `whole` that are not in it.
pub(crate) fn hide(whole: &FamilyMap, shown: &mut FamilyMap, hiding: &Hiding<'_>) {
    let hidden = left_out(whole, shown);
    let entries: BTreeSet<&EntryId> = hidden.iter().map(|entry| &entry.id).collect();
    if !entries.is_empty() {
        // All that it answers can be seen, or it stays behind: as on paper.
        shown.goals.retain(|_, goal| !goal.answers.iter().any(|id| entries.contains(id)));
    }
    let only_there: BTreeSet<&SupportId> =
        hidden.iter().filter_map(|entry| entry.support.as_ref()).collect();
    let elsewhere = named(shown);
    let is_hidden = |id: &SupportId, support: &Support| {
        let is_open = hiding.opened.at == Some(Subject::Support(id.clone()));
        !is_open && only_there.contains(id) && !elsewhere.contains(id)
            || is_private(support, hiding)
    };
    let gone: BTreeSet<SupportId> = (shown.supports.iter())
        .filter(|(id, support)| is_hidden(id, support))
        .map(|(id, _)| id.clone())
        .collect();
    if !gone.is_empty() {
        forget(shown, &gone);
    }
}

/// Takes out of `shown` the words that belong to what is not in it: what was written in its fields and is
/// not understood, and what a kind of the map's own is called that stands nowhere else.
pub(super) fn hide_words(whole: &FamilyMap, shown: &mut FamilyMap) {
    if !shown.unread.is_empty() {
        let mut unread = std::mem::take(&mut shown.unread);
        unread.retain(|field, _| shown.has_field(field));
        shown.unread = unread;
    }
    if !shown.own_kinds.is_empty() {
        let mut own = std::mem::take(&mut shown.own_kinds);
        let (before, now) = (kinds(whole), kinds(shown));
        own.retain(|id, _| now.contains(id) || !before.contains(id));
        shown.own_kinds = own;
    }
}

/// The kinds of everything that is going on or strong.
fn kinds(map: &FamilyMap) -> BTreeSet<&KindId> {
    let strengths = (map.people.values().map(|it| &it.strengths))
        .chain(map.unions.values().map(|it| &it.strengths))
        .chain(map.households.values().map(|it| &it.strengths));
    let strengths = strengths.flatten().filter_map(|it| it.kind.as_ref());
    entries(map).map(|entry| &entry.kind).chain(strengths).collect()
}

/// Everything that is going on, whoever or whatever it is about.
fn entries(map: &FamilyMap) -> impl Iterator<Item = &Entry> {
    (map.people.values().map(|it| &it.entries))
        .chain(map.unions.values().map(|it| &it.entries))
        .chain(map.households.values().map(|it| &it.entries))
        .chain(map.relations.values().map(|it| &it.entries))
        .flatten()
}

/// Is anybody looking on for whom this kind of support is nothing?
fn is_private(support: &Support, hiding: &Hiding<'_>) -> bool {
    let row = hiding.catalogue.support(support.kind.as_str());
    hiding.opened.eyes == Eyes::Anybody
        && row.is_some_and(|row| row.sensitivity != Sensitivity::Ordinary)
}

/// The entries of `whole` that `shown` has not. Of people who are not in it nothing is left out: it is a
/// part of the family.
fn left_out<'m>(whole: &'m FamilyMap, shown: &FamilyMap) -> Vec<&'m Entry> {
    let mut found: Vec<&Entry> = Vec::new();
    let mut compare = |old: &'m [Entry], new: &[Entry]| {
        if old.len() != new.len() {
            let is_gone = |entry: &&Entry| !new.iter().any(|it| it.id == entry.id);
            found.extend(old.iter().filter(is_gone));
        }
    };
    macro_rules! look {
        ($($records:ident)*) => { $(
            for (id, old) in &whole.$records {
                if let Some(new) = shown.$records.get(id).filter(|new| !Arc::ptr_eq(old, new)) {
                    compare(&old.entries, &new.entries);
                }
            }
        )* };
    }
    look!(people unions households relations);
    for (id, old) in &whole.relations {
        let is_here = |party: &Party| match party {
            Party::Person(id) => shown.people.contains_key(id),
            Party::Support(_) => true,
        };
        let both = shown.people.contains_key(&old.from) && is_here(&old.to);
        if both && !shown.relations.contains_key(id) {
            compare(&old.entries, &[]);
        }
    }
    found
}

/// The supports that something on the map names.
fn named(map: &FamilyMap) -> BTreeSet<&SupportId> {
    let of_entries = entries(map).filter_map(|entry| entry.support.as_ref());
    of_entries.chain(map.goals.values().flat_map(|goal| &goal.supports)).collect()
}

/// Takes supports off the map, and every mention of them.
fn forget(map: &mut FamilyMap, gone: &BTreeSet<SupportId>) {
    map.supports.retain(|id, _| !gone.contains(id));
    for goal in map.goals.values_mut().filter(|goal| !goal.supports.is_disjoint(gone)) {
        Arc::make_mut(goal).supports.retain(|id| !gone.contains(id));
    }
    map.relations.retain(|_, relation| match &relation.to {
        Party::Person(_) => true,
        Party::Support(id) => !gone.contains(id),
    });
    let is_gone = |entry: &Entry| entry.support.as_ref().is_some_and(|id| gone.contains(id));
    macro_rules! no_more {
        ($($records:ident)*) => { $(
            for record in map.$records.values_mut() {
                if record.entries.iter().any(is_gone) {
                    let entries = &mut Arc::make_mut(record).entries;
                    entries.iter_mut().filter(|it| is_gone(it)).for_each(|it| it.support = None);
                }
            }
        )* };
    }
    no_more!(people unions households relations);
    map.unread.retain(|field, _| match field {
        Field::Support(id, _) | Field::Tie(id, ..) => !gone.contains(id),
        _ => true,
    });
}
