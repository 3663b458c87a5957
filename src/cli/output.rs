//! Where answers go: a file, the terminal, the terminal's other side.

use std::io::Write as _;
use std::path::Path;

use super::Failure;
use crate::file::{self, Expected, RealDisk};
use crate::i18n::{Message, Texts};

/// Writes `bytes` to `path`, whole or not at all; `-` is the terminal.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path == Path::new("-") {
        // A reader that hung up (`| head`) wants no more.
        std::io::stdout().lock().write_all(bytes).ok();
        return Ok(());
    }
    file::save(&RealDisk, path, bytes, Expected::Anything)
        .map(drop)
        .map_err(|error| Failure::Failed(error.messages()))
}

/// Prints a line.
pub(super) fn say(line: &str) {
    writeln!(std::io::stdout().lock(), "{line}").ok();
}

/// Prints sentences on the side of mistakes.
pub(super) fn complain(texts: Texts, messages: &[Message]) {
    let mut out = std::io::stderr().lock();
    for message in messages {
        writeln!(out, "{}", texts.say(message)).ok();
    }
}
