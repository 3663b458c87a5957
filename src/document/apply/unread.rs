//! Texts that are not understood: kept until their field says something.

use super::{MAX_TEXT, check_length};
use crate::document::{Command, PersonEdit, Refusal, UnionEdit};
use crate::model::{EntryField, FamilyMap, Field, PersonField, UnionField, Vital};

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

/// The fields to which `command` gives a value: no other text is said there any more.
pub(super) fn said(command: &Command) -> Vec<Field> {
    match command {
        Command::EditPerson(id, edit) => {
            let field = match edit {
                PersonEdit::Name(_) => PersonField::Name,
                PersonEdit::Birth(Some(_)) => PersonField::Born,
                PersonEdit::Vital(Vital::Dead(Some(_))) => PersonField::Died,
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
        Command::PutEntry(_, entry) => {
            let field = |field| Field::Entry(entry.id.clone(), field);
            let since = entry.since.map(|_| field(EntryField::Since));
            since.into_iter().chain(entry.until.map(|_| field(EntryField::Until))).collect()
        }
        _ => Vec::new(),
    }
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
