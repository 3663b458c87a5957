//! Any file the program knows, recognised by what is in it and not by its name.

use crate::file::{self, OpenError};
use crate::gedcom::{self, ImportError};
use crate::i18n::Message;
use crate::model::FamilyMap;
use crate::neutral::{self, Neutral, NeutralError};

/// What a file turned out to hold.
#[derive(Clone, Debug)]
pub enum Contents {
    /// A family map, and sentences about what could not be taken over.
    Map(Box<FamilyMap>, Vec<Message>),
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
    match kind(bytes) {
        Kind::Neutral => {
            let text = String::from_utf8_lossy(bytes);
            let neutral = neutral::read(&text).map_err(ReadError::Neutral)?;
            Ok(Contents::Neutral(Box::new(neutral)))
        }
        Kind::Map => {
            let map = file::open(bytes).map_err(ReadError::Map)?;
            Ok(Contents::Map(Box::new(map), Vec::new()))
        }
        Kind::Gedcom => {
            let (map, notes) = gedcom::import(bytes).map_err(ReadError::Gedcom)?;
            let notes = notes.into_iter().map(|note| note.message).collect();
            Ok(Contents::Map(Box::new(map), notes))
        }
    }
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
        let map = br#"FamilyMap(version: 1, title: "x", lang: Nl)"#;
        assert!(matches!(read(map), Ok(Contents::Map(..))));
        assert!(matches!(read(b"{"), Err(ReadError::Neutral(_))));
        assert!(matches!(read(b""), Err(ReadError::Map(_))));
        let gedcom = b"0 HEAD\n0 @I1@ INDI\n1 OCCU baker\n0 TRLR";
        let read_gedcom = read(gedcom);
        assert!(
            matches!(&read_gedcom, Ok(Contents::Map(map, notes)) if map.people.len() == 1 && notes.len() == 1),
            "{read_gedcom:?}"
        );
        assert!(matches!(read(b"PK\x03\x04"), Err(ReadError::Gedcom(_))));
    }
}
