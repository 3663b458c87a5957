//! The map in another file. It is read beside the frames: a disk may not answer, and to work a
//! passphrase out takes up to a second.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use crate::file::{self, Fingerprint, Seal, UnsealError};
use crate::i18n::Message;
use crate::model::FamilyMap;
use crate::ui::files::file_name;
use crate::ui::shell::computer::Computer;

/// What stands in a file, read once: what is shown of it is what is taken from it.
#[derive(Debug)]
pub(super) struct Other {
    pub(super) map: FamilyMap,
    pub(super) stands: Known,
}

/// A file whose content was seen.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) print: Fingerprint,
    /// What is in it once its seal is off, where it has one.
    pub(super) plain: Option<Vec<u8>>,
}

/// What it is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wants {
    Look,
    Merge,
}

/// A file that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) path: PathBuf,
    pub(super) wants: Wants,
    pub(super) answer: Receiver<Read>,
}

/// What came of it.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) other: Result<Other, Message>,
    /// Earlier versions of the open map, the newest last.
    pub(super) versions: Vec<FamilyMap>,
}

/// The map in the file at `path`, with the seal of the open one.
pub(super) fn other_in(
    computer: &dyn Computer,
    path: &Path,
    seal: Option<&Seal>,
) -> Result<Other, Message> {
    let whole = file::read(computer, path).map_err(|fault| fault.message(file_name(path)))?;
    let print = Fingerprint::of(&whole);
    let plain = if file::is_sealed(&whole) {
        let seal = seal.ok_or(Message::new("neighbour-sealed"))?;
        Some(seal.open_kept(&whole).map_err(|error| match error {
            UnsealError::WrongPassphrase => Message::new("neighbour-sealed"),
            _ => Message::new("neighbour-unread"),
        })?)
    } else {
        None
    };
    let map = file::open(plain.as_deref().unwrap_or(&whole))
        .map_err(|_unread| Message::new("neighbour-unread"))?;
    Ok(Other { map, stands: Known { print, plain } })
}
