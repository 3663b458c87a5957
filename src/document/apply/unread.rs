//! Texts that are not understood: kept until their field says something.

use super::{MAX_TEXT, check_length};
use crate::document::{Command, MapEdit, PersonEdit, Refusal, UnionEdit};
use crate::model::{
    Child, EntryField, FamilyMap, Field, GoalField, HouseholdField, MapField, PersonField,
    RelationField, StayField, StrengthField, UnionField, UnionId, Vital,
};

pub(super) fn set(map: &mut FamilyMap, field: Field, text: Option<String>) -> Result<(), Refusal> {
    if !map.has_field(&field) {
        return Err(Refusal::Gone(format!("{field:?}")));
    }
    match text {
        Some(text) => {
            check_length(&text, MAX_TEXT)?;
            map.unread.insert(field, text);
        }
        None => {
            map.unread.remove(&field);
        }
    }
    Ok(())
}

/// The fields to which a child's bonds give a value.
fn of_child(id: &UnionId, it: &Child) -> Vec<Field> {
    let child = &it.person;
    let field = |field| Field::Child(id.clone(), child.clone(), field);
    let own = ends((it.from, field(StayField::From)), (it.until, field(StayField::Until)));
    let with = it.with.iter().flat_map(|(parent, it)| {
        let field = |field| Field::ChildWith(id.clone(), child.clone(), parent.clone(), field);
        ends((it.from, field(StayField::From)), (it.until, field(StayField::Until)))
    });
    own.into_iter().chain(with).collect()
}

/// The fields to which `command` gives a value: no other text is said there any more.
pub(super) fn said(command: &Command) -> Vec<Field> {
    match command {
        Command::EditPerson(id, edit) => {
            let field = match edit {
                PersonEdit::Name(_) => PersonField::Name,
                PersonEdit::Birth(Some(_)) => PersonField::Born,
                PersonEdit::Vital(Vital::Dead(Some(_))) => PersonField::Died,
                PersonEdit::StandsFor(_) => PersonField::HowMany,
                _ => return Vec::new(),
            };
            vec![Field::Person(id.clone(), field)]
        }
        Command::EditUnion(id, edit) => {
            let field = match edit {
                UnionEdit::From(Some(_)) => UnionField::From,
                UnionEdit::End(_, Some(_)) => UnionField::Until,
                UnionEdit::TogetherAgain(Some(_)) => UnionField::TogetherAgain,
                _ => return Vec::new(),
            };
            vec![Field::Union(id.clone(), field)]
        }
        Command::EditMap(MapEdit::Today(Some(_))) => vec![Field::Map(MapField::Today)],
        Command::PutEntry(_, it) => {
            let field = |field| Field::Entry(it.id.clone(), field);
            ends((it.since, field(EntryField::Since)), (it.until, field(EntryField::Until)))
        }
        Command::PutStrength(_, it) => {
            let field = |field| Field::Strength(it.id.clone(), field);
            ends((it.since, field(StrengthField::Since)), (it.until, field(StrengthField::Until)))
        }
        Command::PutRelation(id, it) => {
            let field = |field| Field::Relation(id.clone(), field);
            ends((it.since, field(RelationField::Since)), (it.until, field(RelationField::Until)))
        }
        Command::PutGoal(id, it) => {
            it.by.map(|_| Field::Goal(id.clone(), GoalField::By)).into_iter().collect()
        }
        Command::PutChild(id, it) => of_child(id, it),
        Command::PutHousehold(id, it) => {
            let mates = it.members.iter().flat_map(|it| {
                let field = |field| Field::Housemate(id.clone(), it.person.clone(), field);
                ends((it.from, field(StayField::From)), (it.until, field(StayField::Until)))
            });
            let field = |field| Field::Household(id.clone(), field);
            let own = ends(
                (it.from, field(HouseholdField::From)),
                (it.until, field(HouseholdField::Until)),
            );
            mates.chain(own).collect()
        }
        Command::PutSupport(id, it) => {
            let ties = it.ties.iter().flat_map(|it| {
                let field = |field| Field::Tie(id.clone(), it.to.clone(), field);
                ends((it.from, field(StayField::From)), (it.until, field(StayField::Until)))
            });
            ties.collect()
        }
        _ => Vec::new(),
    }
}

/// Those of two ends that say something.
fn ends<T>(since: (Option<T>, Field), until: (Option<T>, Field)) -> Vec<Field> {
    [since, until].into_iter().filter_map(|(value, field)| value.map(|_| field)).collect()
}

/// Forgets the texts of `said`, and of everything that is no longer on the map.
pub(super) fn forget(map: &mut FamilyMap, said: Vec<Field>) {
    for field in said {
        map.unread.remove(&field);
    }
    let mut unread = std::mem::take(&mut map.unread);
    unread.retain(|field, _| map.has_field(field));
    map.unread = unread;
}
