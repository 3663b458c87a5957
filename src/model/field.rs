//! The fields that are written in, and what stands there without being understood.

use super::{Bearer, Entry, EntryId, FamilyMap, PersonId, UnionId};

/// A place where something about the family is written down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Something about the map as a whole.
    Map(MapField),
    /// Something about a person.
    Person(PersonId, PersonField),
    /// Something about a union.
    Union(UnionId, UnionField),
    /// Something about a problem, wherever it sits.
    Entry(EntryId, EntryField),
}

/// A field of the map as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapField {
    /// Its title.
    Title,
    /// The wish or question.
    Wish,
}

/// A field of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonField {
    /// What they are called.
    Name,
    /// The name they were born with.
    BirthName,
    /// When they were born.
    Born,
    /// When they died.
    Died,
    /// The first of their notes.
    Notes,
}

/// A field of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnionField {
    /// When it began.
    From,
    /// When it ended.
    Until,
    /// When they came together again.
    TogetherAgain,
}

/// A field of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryField {
    /// Since when.
    Since,
    /// Until when.
    Until,
    /// In the client's own words.
    Words,
}

impl Field {
    /// The id of what it belongs to; empty for the map itself.
    #[must_use]
    pub fn of(&self) -> &str {
        match self {
            Self::Map(_) => "",
            Self::Person(id, _) => id.as_str(),
            Self::Union(id, _) => id.as_str(),
            Self::Entry(id, _) => id.as_str(),
        }
    }
}

impl FamilyMap {
    /// The problem called `id` and who carries it.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<(Bearer, &Entry)> {
        let of = |entries: &[Entry]| entries.iter().position(|entry| entry.id == *id);
        macro_rules! look {
            ($records:ident, $bearer:ident) => {
                for (key, record) in &self.$records {
                    if let Some(entry) = of(&record.entries).and_then(|at| record.entries.get(at)) {
                        return Some((Bearer::$bearer(key.clone()), entry));
                    }
                }
            };
        }
        look!(people, Person);
        look!(unions, Union);
        look!(relations, Relation);
        look!(households, Household);
        None
    }

    /// Is what `field` belongs to on the map?
    #[must_use]
    pub fn has_field(&self, field: &Field) -> bool {
        match field {
            Field::Map(_) => true,
            Field::Person(id, _) => self.people.contains_key(id),
            Field::Union(id, _) => self.unions.contains_key(id),
            Field::Entry(id, _) => self.entry(id).is_some(),
        }
    }

    /// The text in `field` that was not understood, if there is any.
    #[must_use]
    pub fn unread(&self, field: &Field) -> Option<&str> {
        self.unread.get(field).map(String::as_str)
    }
}
