//! Reading any file the program knows, by what is in it and not by its name.

use std::path::Path;

use super::Failure;
use crate::clock;
use crate::document::Document;
use crate::file::{self, Loaded, RealDisk};
use crate::gedcom::{Charset, Options};
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::FamilyMap;
use crate::quick;

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
    if is_lines(path) {
        return Ok((lines(path)?, Vec::new()));
    }
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

/// Is it a family in lines of text? Any text may be that, so the name of the file says it.
pub(super) fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("txt"))
}

/// The family that the lines at `path` tell of, or every place that is not understood.
fn lines(path: &Path) -> Result<FamilyMap, Failure> {
    let bytes = bytes(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let empty = Document::new(FamilyMap::default());
    let reading = quick::Reading {
        today: clock::today(),
        lang: super::language(),
        answers: &quick::Answers::new(),
    };
    let understood = quick::understand(&empty, text, reading);
    let doubts = understood.questions.iter().filter(|it| it.is_open).map(|it| quick::Fault {
        span: it.span.clone(),
        what: quick::What::Several(it.name.clone()),
    });
    let mut faults: Vec<quick::Fault> = understood.faults.into_iter().chain(doubts).collect();
    if faults.is_empty() {
        return Ok(understood.draft.map_to_save());
    }
    faults.sort_by_key(|it| it.span.start);
    let mut messages = vec![Message::new("cli-in-file").arg("path", path.display())];
    for fault in &faults {
        let (line, letter) = fault.place(text);
        messages.push(Message::new("cli-line").count("line", line).count("letter", letter));
        messages.push(fault.message());
    }
    Err(Failure::Unreadable(messages))
}
