//! Where answers go: a file, the terminal, the terminal's other side.

use std::io::Write as _;
use std::path::Path;

use super::Failure;
use crate::file::{self, Expected, RealDisk};
use crate::i18n::{Message, Texts};

/// Writes `bytes` to `path`, whole or not at all; `-` is the terminal.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path == Path::new("-") {
        return print(bytes);
    }
    file::save(&RealDisk, path, bytes, Expected::Anything)
        .map(drop)
        .map_err(|error| Failure::Failed(error.messages_about(path.display())))
}

/// Prints a line.
pub(super) fn say(line: &str) -> Result<(), Failure> {
    print(format!("{line}\n").as_bytes())
}

/// An answer that did not arrive is no answer: a full disk, or a reader that hung up.
fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let printed = out.write_all(bytes).and_then(|()| out.flush());
    printed.map_err(|_gone| Failure::failed(Message::new("cli-cannot-print")))
}

/// Prints sentences on the side of mistakes.
pub(super) fn complain(texts: Texts, messages: &[Message]) {
    let mut out = std::io::stderr().lock();
    for message in messages {
        writeln!(out, "{}", texts.say(message)).ok();
    }
}
