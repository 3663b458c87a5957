//! What a target around the selection asks for: tapped, or dragged to somebody.

use super::{Action, EditAction, LookAction};
use crate::document::{ChildOf, Command, Parentage, Parents};
use crate::model::{Bearer, Bond, FamilyMap, PersonId, Subject, Union, UnionId};
use crate::ui::terms::{Handle, Kin};

/// What a tap on `handle` asks for; `None` where there is no such target.
pub(in crate::ui) fn tap(map: &FamilyMap, selection: &Subject, handle: Handle) -> Option<Action> {
    let is_unborn = |id: &PersonId| map.person(id).is_some_and(|it| !it.holds_facts());
    let edit = match (selection, handle) {
        // Whoever is expected or was lost has no partner and no children.
        (Subject::Person(id), Handle::Partner | Handle::Child) if is_unborn(id) => return None,
        (Subject::Person(id), Handle::Parents) => {
            let there = map.home_union(id).map_or(0, |(_, union)| union.partners.len());
            let parents = if there == 0 { Parents::Both } else { Parents::One };
            EditAction::AddParents(id.clone(), parents)
        }
        (Subject::Person(id), Handle::Partner) => EditAction::AddPartner(id.clone()),
        (Subject::Person(_) | Subject::Union(_), Handle::Child) => {
            EditAction::AddChild(parents_of_new(map, selection)?, Bond::Birth)
        }
        (Subject::Person(id), Handle::Sibling) => EditAction::AddSibling(id.clone()),
        (Subject::Union(id), Handle::Partner) => {
            let child = lone_parent_child(map.union(id)?)?;
            EditAction::AddParents(child.clone(), Parents::One)
        }
        (Subject::Union(_), Handle::Parents | Handle::Sibling)
        | (Subject::Relation(_) | Subject::Household(_) | Subject::Support(_), _) => return None,
    };
    Some(Action::Edit(edit))
}

/// Whose child a new one would be.
pub(in crate::ui) fn parents_of_new(map: &FamilyMap, selection: &Subject) -> Option<ChildOf> {
    match selection {
        Subject::Person(id) if map.person(id).is_some_and(|it| !it.holds_facts()) => None,
        Subject::Person(id) => Some(map.parents_with(id)),
        Subject::Union(id) => Some(ChildOf::Union(id.clone())),
        Subject::Relation(_) | Subject::Household(_) | Subject::Support(_) => None,
    }
}

/// A child of a lone parent, through whom the other parent can be added.
pub(in crate::ui) fn lone_parent_child(union: &Union) -> Option<&PersonId> {
    (union.partners.len() < 2).then(|| union.children.first().map(|child| &child.person)).flatten()
}

/// Who carries what is attached to `selection`.
pub(in crate::ui) fn bearer(selection: &Subject) -> Option<Bearer> {
    match selection {
        Subject::Person(id) => Some(Bearer::Person(id.clone())),
        Subject::Union(id) => Some(Bearer::Union(id.clone())),
        Subject::Household(id) => Some(Bearer::Household(id.clone())),
        Subject::Relation(_) | Subject::Support(_) => None,
    }
}

/// What opens the palette of `selection`.
pub(in crate::ui) fn palette(selection: &Subject) -> Option<Action> {
    let of_line = || match selection {
        // A line carries problems, and no strengths.
        Subject::Relation(id) => Some(Bearer::Relation(id.clone())),
        _ => None,
    };
    let bearer = bearer(selection).or_else(of_line);
    bearer.map(|it| Action::Look(LookAction::OpenPalette(it)))
}

/// What dragging from `handle` to `other` asks for; `None` where it makes no link.
pub(in crate::ui) fn link(selection: &Subject, handle: Handle, other: &PersonId) -> Option<Action> {
    let child = |of, child: &PersonId| EditAction::LinkChild(of, Bond::Birth, child.clone());
    let edit = match (selection, handle) {
        (Subject::Person(id), _) if id == other => return None,
        (Subject::Person(id), Handle::Parents) => {
            EditAction::LinkParent { child: id.clone(), parent: other.clone() }
        }
        (Subject::Person(id), Handle::Partner) => {
            EditAction::LinkPartners(id.clone(), other.clone())
        }
        (Subject::Person(id), Handle::Child) => {
            EditAction::LinkParent { child: other.clone(), parent: id.clone() }
        }
        (Subject::Person(id), Handle::Sibling) => {
            EditAction::LinkSiblings(id.clone(), other.clone())
        }
        (Subject::Union(id), Handle::Child) => child(ChildOf::Union(id.clone()), other),
        (Subject::Union(_), _)
        | (Subject::Relation(_) | Subject::Household(_) | Subject::Support(_), _) => return None,
    };
    Some(Action::Edit(edit))
}

/// Who is chosen to belong to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Whom {
    /// One person.
    Person(PersonId),
    /// Both of a union.
    Union(UnionId),
}

/// What makes `whom` belong to `of` in this way; `None` where that cannot be.
pub(in crate::ui) fn join(of: &PersonId, kin: Kin, whom: &Whom) -> Option<Action> {
    let edit = match (kin, whom) {
        (_, Whom::Person(id)) if id == of => return None,
        (Kin::Asked, Whom::Person(id)) => {
            return Some(Action::Look(LookAction::Relate(of.clone(), id.clone())));
        }
        (Kin::Partner, Whom::Person(id)) => EditAction::LinkPartners(of.clone(), id.clone()),
        (Kin::Child, Whom::Person(id)) => {
            EditAction::LinkParent { child: id.clone(), parent: of.clone() }
        }
        (Kin::Sibling, Whom::Person(id)) => EditAction::LinkSiblings(of.clone(), id.clone()),
        (Kin::Partner | Kin::Child | Kin::Sibling | Kin::Asked, Whom::Union(_)) => return None,
        (Kin::Parents(parentage), whom) => {
            let parents = match whom {
                Whom::Person(id) => ChildOf::Person(id.clone()),
                Whom::Union(id) => ChildOf::Union(id.clone()),
            };
            match parentage {
                Parentage::Instead => EditAction::MoveChild(of.clone(), parents),
                Parentage::AsWell(bond) => EditAction::LinkChild(parents, bond, of.clone()),
            }
        }
    };
    Some(Action::Edit(edit))
}

/// At the table, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    On,
    Off,
}

/// What puts somebody at the table, or takes them away from it; nothing where that is so already.
pub(super) fn at_table(map: &FamilyMap, id: &PersonId, wanted: Focus) -> Option<Action> {
    let mut people = map.focus.clone();
    let now = if people.contains(id) { Focus::On } else { Focus::Off };
    match wanted {
        _ if wanted == now => return None,
        Focus::On => people.push(id.clone()),
        Focus::Off => people.retain(|person| person != id),
    }
    Some(Action::Edit(EditAction::Do(Command::SetFocus(people))))
}
