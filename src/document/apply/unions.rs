//! Unions and the children under them.

use std::sync::Arc;

use super::people::{check_notes, must_be_there};
use super::prune::prune;
use crate::document::{Refusal, UnionEdit};
use crate::model::{
    Child, FamilyMap, PartialDate, PersonId, Union, UnionId, surely_before, would_loop,
};

fn union_mut<'a>(map: &'a mut FamilyMap, id: &UnionId) -> Result<&'a mut Union, Refusal> {
    map.unions.get_mut(id).map(Arc::make_mut).ok_or_else(|| Refusal::Gone(id.to_string()))
}

pub(super) fn add(map: &mut FamilyMap, id: &UnionId, union: &Union) -> Result<(), Refusal> {
    if map.unions.contains_key(id) {
        return Err(Refusal::AlreadyThere(id.to_string()));
    }
    check_span(union.from, union.until)?;
    check_notes(&union.notes)?;
    // Members join one by one, so that each is checked against those before.
    let Union { partners, children, .. } = union;
    let bare = Union { partners: Vec::new(), children: Vec::new(), ..union.clone() };
    map.unions.insert(id.clone(), Arc::new(bare));
    for partner in partners {
        add_partner(map, id, partner.clone())?;
    }
    for child in children {
        put_child(map, id, child.clone())?;
    }
    Ok(())
}

pub(super) fn edit(map: &mut FamilyMap, id: &UnionId, edit: UnionEdit) -> Result<(), Refusal> {
    let union = union_mut(map, id)?;
    match edit {
        UnionEdit::Kind(kind) => union.kind = kind,
        UnionEdit::From(from) => {
            check_span(from, union.until)?;
            union.from = from;
        }
        UnionEdit::End(ending, until) => {
            check_span(union.from, until)?;
            union.ending = ending;
            union.until = until;
            if ending.is_none() && until.is_none() {
                union.together_again = None;
            }
        }
        UnionEdit::TogetherAgain(date) => {
            check_span(union.until, date)?;
            union.together_again = date;
        }
        UnionEdit::Notes(notes) => {
            check_notes(&notes)?;
            union.notes = notes;
        }
    }
    Ok(())
}

pub(super) fn remove(map: &mut FamilyMap, id: &UnionId) -> Result<(), Refusal> {
    map.unions.remove(id).ok_or_else(|| Refusal::Gone(id.to_string()))?;
    prune(map);
    Ok(())
}

pub(super) fn add_partner(
    map: &mut FamilyMap,
    id: &UnionId,
    person: PersonId,
) -> Result<(), Refusal> {
    must_be_there(map, &person)?;
    let union = map.union(id).ok_or_else(|| Refusal::Gone(id.to_string()))?;
    if union.partners.contains(&person) {
        return Err(Refusal::OwnPartner(person));
    }
    if 2 <= union.partners.len() {
        return Err(Refusal::TooManyPartners(id.clone()));
    }
    for child in &union.children {
        if child.person == person || would_loop(map, &child.person, &person) {
            return Err(Refusal::OwnAncestor { child: child.person.clone(), parent: person });
        }
    }
    union_mut(map, id)?.partners.push(person);
    Ok(())
}

pub(super) fn remove_partner(
    map: &mut FamilyMap,
    id: &UnionId,
    person: &PersonId,
) -> Result<(), Refusal> {
    let union = union_mut(map, id)?;
    if !union.partners.contains(person) {
        return Err(Refusal::Gone(person.to_string()));
    }
    union.partners.retain(|partner| partner != person);
    prune(map);
    Ok(())
}

pub(super) fn put_child(map: &mut FamilyMap, id: &UnionId, child: Child) -> Result<(), Refusal> {
    must_be_there(map, &child.person)?;
    check_span(child.from, child.until)?;
    for own in child.with.values() {
        check_span(own.from, own.until)?;
    }
    let union = map.union(id).ok_or_else(|| Refusal::Gone(id.to_string()))?;
    for parent in &union.partners {
        if *parent == child.person || would_loop(map, &child.person, parent) {
            return Err(Refusal::OwnAncestor { child: child.person, parent: parent.clone() });
        }
    }
    let mut child = child;
    let union = union_mut(map, id)?;
    child.with.retain(|parent, _| union.partners.contains(parent));
    match union.children.iter_mut().find(|old| old.person == child.person) {
        Some(old) => *old = child,
        None => union.children.push(child),
    }
    Ok(())
}

pub(super) fn remove_child(
    map: &mut FamilyMap,
    id: &UnionId,
    person: &PersonId,
) -> Result<(), Refusal> {
    let union = union_mut(map, id)?;
    if union.child(person).is_none() {
        return Err(Refusal::Gone(person.to_string()));
    }
    union.children.retain(|child| child.person != *person);
    prune(map);
    Ok(())
}

/// Puts a child at this place in the row, or at the end.
pub(super) fn move_child(
    map: &mut FamilyMap,
    id: &UnionId,
    person: &PersonId,
    to: usize,
) -> Result<(), Refusal> {
    let union = union_mut(map, id)?;
    let at = union.children.iter().position(|child| child.person == *person);
    let Some(at) = at else { return Err(Refusal::Gone(person.to_string())) };
    let child = union.children.remove(at);
    union.children.insert(to.min(union.children.len()), child);
    Ok(())
}

pub(super) fn check_span(
    from: Option<PartialDate>,
    until: Option<PartialDate>,
) -> Result<(), Refusal> {
    match (from, until) {
        (Some(from), Some(until)) if surely_before(until, from) => Err(Refusal::EndsBeforeItBegins),
        _ => Ok(()),
    }
}
