//! GEDCOM, the file of genealogy programs: read whatever can be read, and say what could not.
//!
//! Versions 4 to 7 and what programs made of them. Nothing in a file stops the import but a file
//! that is no GEDCOM at all: what cannot be read is left out and told, with the first line where
//! it happened and how often.

mod ansel;
mod charset;
mod date;
mod ibm_pc;
mod import;
mod line;
mod record;
mod report;
mod text;

pub use charset::Charset;
pub use report::{Account, ImportError, ImportNote};

use crate::i18n::Lang;
use crate::model::{FamilyMap, broken};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// Does this look like the beginning of a GEDCOM file?
#[must_use]
pub fn looks_like(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(400).copied().filter(|byte| *byte != 0).collect();
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let start = marks.into_iter().find_map(|mark| head.strip_prefix(mark)).unwrap_or(&head);
    let is_record = |line: &line::Line<'_>| line.level == Some(0) && !line.tag.is_empty();
    let is_known = |line: &line::Line<'_>| {
        ["HEAD", "INDI", "FAM"].iter().any(|tag| line.tag.eq_ignore_ascii_case(tag.as_bytes()))
    };
    let mut lines = line::lines(start);
    lines.next().as_ref().is_some_and(is_record)
        // Something may have come before it where the file was copied.
        || lines.any(|line| is_record(&line) && is_known(&line))
}

/// Is this an archive, as GEDCOM 7 packs its files in (`.gdz`)?
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// How a file is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding of its letters, where somebody knows better than the file.
    pub charset: Option<Charset>,
    /// The language of the notes in which facts are kept that the map has no field for.
    pub lang: Lang,
}

/// A family that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The family.
    pub map: FamilyMap,
    /// What was not taken over as it stood.
    pub notes: Vec<ImportNote>,
    /// The encoding with which the letters were read.
    pub charset: Charset,
    /// What became of the lines of the file.
    pub account: Account,
}

/// Reads a family from GEDCOM, with a list of what was not taken over as it stood.
///
/// # Errors
/// When there is nothing to read: an empty file, another kind of file, a file that is too large.
pub fn import(bytes: &[u8]) -> Result<(FamilyMap, Vec<ImportNote>), ImportError> {
    import_as(bytes, Options::default()).map(|import| (import.map, import.notes))
}

/// As [`import()`], in the way that `options` say.
///
/// # Errors
/// As [`import()`].
pub fn import_as(bytes: &[u8], options: Options) -> Result<Import, ImportError> {
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
    let letters = text::ascii_lines(bytes, options.charset, &mut report);
    if letters.certainty == charset::Certainty::Guessed {
        report.guessed_letters(0);
    }
    let tree = record::tree(&letters.bytes, letters.values, &mut report);
    if !tree.roots().any(|record| matches!(record.tag(), "HEAD" | "INDI" | "FAM")) {
        return Err(ImportError::NotGedcom);
    }
    let map = import::family(&tree, options.lang, &mut report);
    let faults = broken(&map);
    if !faults.is_empty() {
        return Err(ImportError::Broken(faults));
    }
    let account = report.account;
    let notes = report.into_notes(&letters.charset.name());
    Ok(Import { map, notes, charset: letters.charset, account })
}
