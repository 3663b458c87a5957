//! GEDCOM, the file of genealogy programs: read whatever can be read, and say what could not.
//!
//! Versions 4 to 7 and what programs made of them. Nothing in a file stops the import but a file
//! that is no GEDCOM at all: what cannot be read is left out and told, with the first line where
//! it happened and how often.

mod ansel;
mod date;
mod import;
mod line;
mod record;
mod report;
mod text;

pub use report::{ImportError, ImportNote};

use crate::model::{FamilyMap, broken};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// Does this look like the beginning of a GEDCOM file?
#[must_use]
pub fn looks_like(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(400).copied().filter(|byte| *byte != 0).collect();
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let start = marks.into_iter().find_map(|mark| head.strip_prefix(mark)).unwrap_or(&head);
    line::lines(start).next().is_some_and(|line| line.level == Some(0) && !line.tag.is_empty())
}

/// Is this an archive, as GEDCOM 7 packs its files in (`.gdz`)?
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a family from GEDCOM, with a list of what was not taken over as it stood.
///
/// # Errors
/// When there is nothing to read: an empty file, another kind of file, a file that is too large.
pub fn import(bytes: &[u8]) -> Result<(FamilyMap, Vec<ImportNote>), ImportError> {
    if MAX_BYTES < bytes.len() {
        return Err(ImportError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    if is_archive(bytes) {
        return Err(ImportError::Archive);
    }
    let mut report = report::Report::default();
    let (bytes, encoding) = text::ascii_lines(bytes, &mut report);
    let tree = record::tree(&bytes, encoding, &mut report);
    if !tree.roots().any(|record| matches!(record.tag(), "HEAD" | "INDI" | "FAM")) {
        return Err(ImportError::NotGedcom);
    }
    let map = import::family(&tree, &mut report);
    let faults = broken(&map);
    if faults.is_empty() {
        Ok((map, report.into_notes()))
    } else {
        Err(ImportError::Broken(faults))
    }
}
