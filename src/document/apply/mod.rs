//! Carries out one command on a map. Each file looks after one part of the map.

mod attached;
mod people;
mod prune;
mod unions;
mod unread;
mod whole;

use super::{Command, Refusal};
use crate::model::FamilyMap;

/// The longest name, in characters.
pub(super) const MAX_NAME: usize = 1_000;

/// The longest note, wish or other free text, in characters.
pub(super) const MAX_TEXT: usize = 100_000;

/// Changes `map` as `command` says, or says why not. On a refusal `map` may be half changed: the
/// caller throws it away.
pub(super) fn apply(command: Command, map: &mut FamilyMap) -> Result<(), Refusal> {
    let said = unread::said(&command);
    change(command, map)?;
    if !map.unread.is_empty() {
        unread::forget(map, said);
    }
    Ok(())
}

fn change(command: Command, map: &mut FamilyMap) -> Result<(), Refusal> {
    match command {
        Command::AddPerson(id, person) => people::add(map, id, *person),
        Command::EditPerson(id, edit) => people::edit(map, &id, edit),
        Command::RemovePerson(id) => people::remove(map, &id),
        Command::SetFocus(people) => people::set_focus(map, people),
        Command::PutTwins(id, twins) => people::put_twins(map, id, twins),
        Command::AddUnion(id, union) => unions::add(map, &id, &union),
        Command::EditUnion(id, edit) => unions::edit(map, &id, edit),
        Command::RemoveUnion(id) => unions::remove(map, &id),
        Command::AddPartner(id, person) => unions::add_partner(map, &id, person),
        Command::RemovePartner(id, person) => unions::remove_partner(map, &id, &person),
        Command::PutChild(id, child) => unions::put_child(map, &id, child),
        Command::RemoveChild(id, person) => unions::remove_child(map, &id, &person),
        Command::MoveChild(id, person, to) => unions::move_child(map, &id, &person, to),
        Command::PutEntry(on, entry) => attached::put_entry(map, &on, *entry),
        Command::RemoveEntry(id) => attached::remove_entry(map, &id),
        Command::PutStrength(on, strength) => attached::put_strength(map, &on, *strength),
        Command::RemoveStrength(id) => attached::remove_strength(map, &id),
        Command::PutRelation(id, relation) => whole::put_relation(map, id, *relation),
        Command::RemoveRelation(id) => whole::remove(&mut map.relations, &id),
        Command::PutHousehold(id, household) => whole::put_household(map, id, *household),
        Command::RemoveHousehold(id) => {
            whole::remove(&mut map.households, &id)?;
            prune::prune(map);
            Ok(())
        }
        Command::PutSupport(id, support) => whole::put_support(map, id, *support),
        Command::RemoveSupport(id) => {
            whole::remove(&mut map.supports, &id)?;
            prune::prune(map);
            Ok(())
        }
        Command::PutGoal(id, goal) => whole::put_goal(map, id, *goal),
        Command::RemoveGoal(id) => whole::remove(&mut map.goals, &id),
        Command::PutOwnKind(id, kind) => whole::put_own_kind(map, id, kind),
        Command::RemoveOwnKind(id) => attached::remove_own_kind(map, &id),
        Command::SetCard(id, mark) => whole::set_card(map, id, mark),
        Command::Pin(person, at) => whole::pin(map, person, at),
        Command::Unpin => {
            map.view.pins.clear();
            Ok(())
        }
        Command::SetHidden(kind, shown) => {
            whole::set_shown(&mut map.view.hidden, kind, shown);
            Ok(())
        }
        Command::SetFolded(person, shown) => {
            people::must_be_there(map, &person)?;
            whole::set_shown(&mut map.view.folded, person, shown);
            Ok(())
        }
        Command::SetUnread(field, text) => unread::set(map, field, text),
        Command::EditMap(edit) => whole::edit_map(map, edit),
        Command::PutBack(earlier) => whole::put_back(map, *earlier),
    }
}

/// Refuses a text longer than `limit` characters.
fn check_length(text: &str, limit: usize) -> Result<(), Refusal> {
    if limit < text.chars().count() { Err(Refusal::TooLong { limit }) } else { Ok(()) }
}
