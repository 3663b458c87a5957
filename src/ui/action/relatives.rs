//! What a target around the selection asks for: tapped, or dragged to somebody.

use super::{Action, EditAction, LookAction};
use crate::document::{ChildOf, Parents};
use crate::model::{Bearer, Bond, FamilyMap, PersonId, Subject, Union};
use crate::ui::session::Handle;

/// What a tap on `handle` asks for; `None` where there is no such target.
pub(in crate::ui) fn tap(map: &FamilyMap, selection: &Subject, handle: Handle) -> Option<Action> {
    let edit = match (selection, handle) {
        (Subject::Person(id), Handle::Parents) => {
            let there = map.home_union(id).map_or(0, |(_, union)| union.partners.len());
            let parents = if there == 0 { Parents::Both } else { Parents::One };
            EditAction::AddParents(id.clone(), parents)
        }
        (Subject::Person(id), Handle::Partner) => EditAction::AddPartner(id.clone()),
        (Subject::Person(_) | Subject::Union(_), Handle::Child) => {
            EditAction::AddChild(parents_of_new(selection)?, Bond::Birth)
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
pub(in crate::ui) fn parents_of_new(selection: &Subject) -> Option<ChildOf> {
    match selection {
        Subject::Person(id) => Some(ChildOf::Person(id.clone())),
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
pub(in crate::ui) fn link(
    map: &FamilyMap,
    selection: &Subject,
    handle: Handle,
    other: &PersonId,
) -> Option<Action> {
    let child = |of, child: &PersonId| EditAction::LinkChild(of, Bond::Birth, child.clone());
    let edit = match (selection, handle) {
        (Subject::Person(id), _) if id == other => return None,
        (Subject::Person(id), Handle::Parents) => child(ChildOf::Person(other.clone()), id),
        (Subject::Person(id), Handle::Partner) => {
            EditAction::LinkPartners(id.clone(), other.clone())
        }
        (Subject::Person(id), Handle::Child) => child(ChildOf::Person(id.clone()), other),
        (Subject::Person(id), Handle::Sibling) => {
            let (home, _) = map.home_union(id).or_else(|| map.home_union(other))?;
            let joins = if map.home_union(id).is_some() { other } else { id };
            child(ChildOf::Union(home.clone()), joins)
        }
        (Subject::Union(id), Handle::Child) => child(ChildOf::Union(id.clone()), other),
        (Subject::Union(_), _)
        | (Subject::Relation(_) | Subject::Household(_) | Subject::Support(_), _) => return None,
    };
    Some(Action::Edit(edit))
}
