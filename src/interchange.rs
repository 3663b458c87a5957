//! Any file the program knows, recognised by what is in it and not by its name.

use std::sync::Arc;

use crate::file::{self, Loaded, OpenError};
use crate::gedcom::{self, Charset, ImportError, Options};
use crate::i18n::Message;
use crate::layout::{self, ChildPlace, Side};
use crate::model::{
    Bond, Child, Date, FamilyMap, Gender, Name, PartialDate, Person, PersonId, Union, UnionId,
    broken,
};
use crate::neutral::{self, Neutral, NeutralError};

/// What a file turned out to hold.
#[derive(Clone, Debug)]
pub enum Contents {
    /// A family map.
    Map(Box<FamilyMap>),
    /// A family map that was mended, or of which something is to be said.
    Mended(Box<Loaded>),
    /// A family in another program's format, and sentences about what could not be taken over. With
    /// the encoding of its letters, where another one would give other letters.
    Imported(Box<FamilyMap>, Vec<Message>, Option<Charset>),
    /// A bare family for comparing layouts.
    Neutral(Box<Neutral>),
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadError {
    /// It is, or looks like, a family map, with a fault.
    Map(OpenError),
    /// It is, or comes from, a genealogy program, and holds no family.
    Gedcom(ImportError),
    /// It is a neutral file with a fault.
    Neutral(NeutralError),
}

impl ReadError {
    /// What happened, where, what is safe and what to do.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::Map(error) => error.messages(),
            Self::Gedcom(error) => error.messages(),
            Self::Neutral(error) => vec![Message::new("neutral-unreadable").arg("why", error)],
        }
    }
}

/// Reads whatever is in `bytes`.
///
/// # Errors
///
/// When it is none of the formats, or one of them with a fault. Nothing is read by half.
pub fn read(bytes: &[u8]) -> Result<Contents, ReadError> {
    read_as(bytes, Options::default())
}

/// As [`read`]; a file of a genealogy program in the way that `options` say.
///
/// # Errors
///
/// As [`read`].
pub fn read_as(bytes: &[u8], options: Options) -> Result<Contents, ReadError> {
    if file::is_sealed(bytes) {
        return Err(ReadError::Map(OpenError::Sealed));
    }
    match kind(bytes) {
        Kind::Neutral => {
            let text = String::from_utf8_lossy(bytes);
            let neutral = neutral::read(&text).map_err(ReadError::Neutral)?;
            Ok(Contents::Neutral(Box::new(neutral)))
        }
        Kind::Map => {
            let loaded = file::load(bytes).map_err(ReadError::Map)?;
            if loaded.repairs.is_empty() && loaded.notes.is_empty() {
                return Ok(Contents::Map(Box::new(loaded.map)));
            }
            Ok(Contents::Mended(Box::new(loaded)))
        }
        Kind::Gedcom => {
            let import = gedcom::import_as(bytes, options).map_err(ReadError::Gedcom)?;
            let notes = import.notes.into_iter().map(|note| note.message).collect();
            let charset = Some(import.charset).filter(|_| !bytes.is_ascii());
            Ok(Contents::Imported(Box::new(import.map), notes, charset))
        }
    }
}

/// The family of a neutral file as a map; `None` when it contradicts itself (somebody who is their
/// own ancestor), which a map never does.
#[must_use]
pub fn map_of(neutral: &Neutral) -> Option<FamilyMap> {
    let person = |at: usize| {
        let own = neutral.person_ids.get(at).and_then(|id| PersonId::new(id));
        own.unwrap_or_else(|| PersonId::numbered("p", at as u64 + 1))
    };
    let mut map = FamilyMap::default();
    for (at, (member, name)) in neutral.family.people.iter().zip(&neutral.names).enumerate() {
        #[expect(clippy::cast_possible_truncation, reason = "a year out of range is no year below")]
        let year = member.birth.and_then(|year| Date::year_only(year.floor() as i32));
        let gender = match member.side {
            Side::Left => Gender::Man,
            Side::Right => Gender::Woman,
            Side::Either => Gender::Unknown,
        };
        let name = Name { call: name.clone(), ..Name::default() };
        let birth = year.map(PartialDate::Exactly);
        map.people
            .insert(person(at), Arc::new(Person { name, gender, birth, ..Person::default() }));
    }
    for (at, union) in neutral.family.unions.iter().enumerate() {
        let own = neutral.union_ids.get(at).and_then(|id| UnionId::new(id));
        let id = own.unwrap_or_else(|| UnionId::numbered("u", at as u64 + 1));
        let child = |child: &layout::Child| match child.place {
            ChildPlace::Home => Child::by_birth(person(child.person)),
            ChildPlace::Second | ChildPlace::Below => {
                Child { bond: Bond::Adopted, ..Child::by_birth(person(child.person)) }
            }
        };
        let union = Union {
            partners: union.partners.iter().map(|at| person(*at)).collect(),
            children: union.children.iter().map(child).collect(),
            ..Union::default()
        };
        map.unions.insert(id, Arc::new(union));
    }
    let is_whole =
        map.people.len() == neutral.person_ids.len() && map.unions.len() == neutral.union_ids.len();
    (is_whole && broken(&map).is_empty()).then_some(map)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Neutral,
    Gedcom,
    /// Also for what is nothing known: the reader of maps says best what it is not.
    Map,
}

fn kind(bytes: &[u8]) -> Kind {
    if gedcom::looks_like(bytes) || gedcom::is_archive(bytes) {
        return Kind::Gedcom;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => Kind::Neutral,
        _ => Kind::Map,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_is_in_them() {
        let neutral = br#"{"name": "x", "persons": [{"id": "a", "sex": "F"}], "unions": []}"#;
        assert!(matches!(read(neutral), Ok(Contents::Neutral(_))));
        let bare = neutral::read(&String::from_utf8_lossy(neutral)).expect("a neutral file");
        let family = map_of(&bare).expect("a family without contradictions");
        assert_eq!(family.people.len(), 1);
        let own = br#"{"persons": [{"id": "a"}], "unions":
            [{"id": "u", "partners": ["a"], "children": ["a"]}]}"#;
        let own = neutral::read(&String::from_utf8_lossy(own)).expect("a neutral file");
        assert_eq!(map_of(&own), None, "nobody is their own parent on a map");
        let map = br#"FamilyMap(version: 1, title: "x", lang: Nl)"#;
        assert!(matches!(read(map), Ok(Contents::Map(_))));
        assert!(matches!(read(b"{"), Err(ReadError::Neutral(_))));
        assert!(matches!(read(b""), Err(ReadError::Map(_))));
        let gedcom = b"0 HEAD\n0 @I1@ INDI\n1 OCCU baker\n0 TRLR";
        let read_gedcom = read(gedcom);
        assert!(
            matches!(&read_gedcom, Ok(Contents::Imported(map, notes, None)) if map.people.len() == 1 && notes.len() == 1),
            "{read_gedcom:?}"
        );
        assert!(matches!(read(b"PK\x03\x04"), Err(ReadError::Gedcom(_))));
    }
}
