//! Reading any file the program knows, by what is in it and not by its name.

use std::io::Read as _;
use std::path::Path;

use super::Failure;
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::FamilyMap;

/// The bytes at `path`; `-` is what is piped in.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|error| {
        let message = Message::new("cli-cannot-read").arg("path", path.display());
        Failure::Unreadable(vec![message.arg("why", error)])
    })
}

/// What is in the file at `path`, with what could not be taken over.
pub(super) fn contents(path: &Path) -> Result<Contents, Failure> {
    interchange::read(&bytes(path)?).map_err(|error| {
        let mut messages = vec![Message::new("cli-in-file").arg("path", path.display())];
        messages.extend(error.messages());
        Failure::Unreadable(messages)
    })
}

/// The family map at `path`, with what could not be taken over.
pub(super) fn map(path: &Path) -> Result<(FamilyMap, Vec<Message>), Failure> {
    match contents(path)? {
        Contents::Map(map) => Ok((*map, Vec::new())),
        Contents::Imported(map, notes) => Ok((*map, notes)),
        Contents::Neutral(neutral) => {
            if let Some(map) = interchange::map_of(&neutral) {
                return Ok((map, Vec::new()));
            }
            let message = Message::new("cli-only-layout").arg("path", path.display());
            Err(Failure::Unreadable(vec![message]))
        }
    }
}
