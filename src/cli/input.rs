//! Reading any file the program knows, by what is in it and not by its name.

use std::path::Path;

use super::Failure;
use crate::file::{self, Loaded, RealDisk};
use crate::gedcom::{Charset, Options};
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::FamilyMap;

/// How a file of a genealogy program is read.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct Reading {
    /// The encoding of a GEDCOM file, where it says none or a wrong one: utf-8, windows-1251,
    /// iso-8859-2, ansel, cp437, macintosh, …
    #[arg(long, value_name = "NAME", value_parser = charset)]
    encoding: Option<Charset>,
}

impl Reading {
    /// What the reader of GEDCOM is told.
    pub(super) fn options(self) -> Options {
        Options { charset: self.encoding, ..Options::default() }
    }
}

fn charset(name: &str) -> Result<Charset, String> {
    let known = || format!("not known; some that are: {}", Charset::OFFERED.join(", "));
    Charset::named(name).ok_or_else(known)
}

/// The bytes at `path`; `-` is what is piped in.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path == Path::new("-") {
        file::bounded(file::read_bounded(std::io::stdin().lock()))
    } else {
        file::read(&RealDisk, path)
    };
    read.map_err(|fault| Failure::Unreadable(vec![fault.message(path.display())]))
}

/// What is in the file at `path`, with what could not be taken over.
pub(super) fn contents(path: &Path, reading: Reading) -> Result<Contents, Failure> {
    interchange::read_as(&bytes(path)?, reading.options()).map_err(|error| {
        let mut messages = vec![Message::new("cli-in-file").arg("path", path.display())];
        messages.extend(error.messages());
        Failure::Unreadable(messages)
    })
}

/// The family map at `path`, with what could not be taken over.
pub(super) fn map(path: &Path, reading: Reading) -> Result<(FamilyMap, Vec<Message>), Failure> {
    match contents(path, reading)? {
        Contents::Map(map) => Ok((*map, Vec::new())),
        Contents::Mended(loaded) => {
            let Loaded { map, repairs, mut notes } = *loaded;
            // With the codes that stand in the file, for who looks there.
            notes.extend(repairs.iter().flat_map(|it| [it.what.message(), it.message()]));
            Ok((map, notes))
        }
        Contents::Imported(map, notes, _) => Ok((*map, notes)),
        Contents::Neutral(neutral) => {
            if let Some(map) = interchange::map_of(&neutral) {
                return Ok((map, Vec::new()));
            }
            let message = Message::new("cli-only-layout").arg("path", path.display());
            Err(Failure::Unreadable(vec![message]))
        }
    }
}
