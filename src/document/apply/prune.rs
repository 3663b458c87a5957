//! Takes away what points at something that is gone.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{EntryId, FamilyMap, HelpedWith, Party, PersonId, Supported, Union, Whose};

/// Drops every reference to people, households, supports and entries that are no longer on the
/// map, and every union, birth and household that holds nothing any more. Records that need no
/// change keep being shared with older maps.
pub(super) fn prune(map: &mut FamilyMap) {
    let people = map.people.clone();
    let here = |id: &PersonId| people.contains_key(id);
    prune_unions(map, here);
    prune_groups(map, here);
    let supports = map.supports.clone();
    map.relations.retain(|_, relation| {
        here(&relation.from)
            && match &relation.to {
                Party::Person(person) => here(person),
                Party::Support(support) => supports.contains_key(support),
            }
    });
    prune_goals(map, here);
    prune_entries(map);
    map.focus.retain(here);
    map.view.pins.retain(|person, _| here(person));
    map.view.seen.retain(|person, _| here(person));
    map.view.folded.retain(here);
    for scene in &mut map.story {
        scene.people.retain(here);
    }
}

fn prune_unions(map: &mut FamilyMap, here: impl Fn(&PersonId) -> bool) {
    for union in map.unions.values_mut() {
        let mut whole = union.partners.iter().chain(union.children.iter().map(|c| &c.person));
        let mut bonds = union.children.iter().flat_map(|child| child.with.keys());
        if !whole.all(&here) || !bonds.all(|parent| union.partners.contains(parent)) {
            let Union { partners, children, .. } = Arc::make_mut(union);
            partners.retain(&here);
            children.retain(|child| here(&child.person));
            for child in children {
                child.with.retain(|parent, _| partners.contains(parent));
            }
        }
    }
    // One person alone is no union, and neither is a sibship of one.
    map.unions.retain(|_, union| 2 <= union.partners.len() + union.children.len());
}

fn prune_groups(map: &mut FamilyMap, here: impl Fn(&PersonId) -> bool) {
    for twins in map.twins.values_mut() {
        twins.people.retain(&here);
    }
    map.twins.retain(|_, twins| 2 <= twins.people.len());
    for household in map.households.values_mut() {
        if !household.members.iter().all(|member| here(&member.person)) {
            Arc::make_mut(household).members.retain(|member| here(&member.person));
        }
    }
    map.households.retain(|_, household| {
        !(household.members.is_empty()
            && household.entries.is_empty()
            && household.strengths.is_empty()
            && household.notes.is_empty())
    });
    let households = map.households.clone();
    for support in map.supports.values_mut() {
        let tied = |to: &Supported| match to {
            Supported::Person(person) => here(person),
            Supported::Household(household) => households.contains_key(household),
        };
        if !support.ties.iter().all(|tie| tied(&tie.to)) {
            Arc::make_mut(support).ties.retain(|tie| tied(&tie.to));
        }
    }
}

fn prune_goals(map: &mut FamilyMap, here: impl Fn(&PersonId) -> bool) {
    let (households, supports) = (&map.households, &map.supports);
    map.goals.retain(|_, goal| match &goal.whose {
        Whose::Person(person) => here(person),
        Whose::Household(household) => households.contains_key(household),
        Whose::Family => true,
    });
    for goal in map.goals.values_mut() {
        if !goal.supports.iter().all(|id| supports.contains_key(id)) {
            Arc::make_mut(goal).supports.retain(|id| supports.contains_key(id));
        }
    }
}

/// Forgets supports that are gone in entries, and entries that are gone in strengths and goals.
pub(super) fn prune_entries(map: &mut FamilyMap) {
    let supports = map.supports.clone();
    let lost = |support: &Option<_>| support.as_ref().is_some_and(|id| !supports.contains_key(id));
    macro_rules! forget_supports {
        ($records:expr) => {
            for record in $records.values_mut() {
                if record.entries.iter().any(|entry| lost(&entry.support)) {
                    for entry in &mut Arc::make_mut(record).entries {
                        if lost(&entry.support) {
                            entry.support = None;
                        }
                    }
                }
            }
        };
    }
    forget_supports!(map.people);
    forget_supports!(map.unions);
    forget_supports!(map.relations);
    forget_supports!(map.households);

    let entries: BTreeSet<EntryId> = (map.people.values().flat_map(|p| &p.entries))
        .chain(map.unions.values().flat_map(|u| &u.entries))
        .chain(map.relations.values().flat_map(|r| &r.entries))
        .chain(map.households.values().flat_map(|h| &h.entries))
        .map(|entry| entry.id.clone())
        .collect();
    let helped = |with: &HelpedWith| match with {
        HelpedWith::Entry(id) => entries.contains(id),
        HelpedWith::Kind(_) => true,
    };
    for person in map.people.values_mut() {
        if !person.strengths.iter().flat_map(|strength| &strength.helped_with).all(helped) {
            for strength in &mut Arc::make_mut(person).strengths {
                strength.helped_with.retain(helped);
            }
        }
    }
    for goal in map.goals.values_mut() {
        if !goal.answers.iter().all(|id| entries.contains(id)) {
            Arc::make_mut(goal).answers.retain(|id| entries.contains(id));
        }
    }
}
