//! What a copy holds: the map, and which file it came from.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::file::{self, Fingerprint, Passphrase, ReadFault, SaveError, Seal, UnsealError};
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::{Date, FamilyMap};
use crate::ui::shell::computer::Computer;

/// How a copy begins.
const FIRST_LINE: &str = "// Rode Draad: work that is not saved yet.\n";
const FROM: &str = "// from ";
const AS_READ: &str = "// as ";

/// What is kept of an open document.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Work {
    /// The map as it would be saved.
    pub(in crate::ui) map: FamilyMap,
    pub(in crate::ui) origin: Option<Origin>,
    /// What the map is sealed with; its copies are, too.
    pub(in crate::ui) seal: Option<Seal>,
}

/// A copy that was sealed: its seal, the map, and where that came from.
#[derive(Debug)]
pub(in crate::ui) struct Unsealed {
    pub(in crate::ui) seal: Seal,
    pub(in crate::ui) map: FamilyMap,
    pub(in crate::ui) origin: Option<Origin>,
}

/// Why a sealed copy does not open.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum StaysShut {
    /// The passphrase is another one.
    WrongPassphrase,
    /// Something else is wrong with it.
    Because(Vec<Message>),
}

/// The file a map was opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Origin {
    pub(in crate::ui) path: PathBuf,
    /// What stood there, when the map is saved there; `None` for another program's file.
    pub(in crate::ui) fingerprint: Option<Fingerprint>,
}

/// A copy that a window left behind.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Leftover {
    pub(in crate::ui) path: PathBuf,
    /// When it was written, as far as the disk tells.
    pub(in crate::ui) written: Option<Written>,
    pub(in crate::ui) found: Found,
}

/// A moment on the clock of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::ui) struct Written {
    pub(in crate::ui) day: Date,
    pub(in crate::ui) hour: u8,
    pub(in crate::ui) minute: u8,
}

/// What is in a copy.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Found {
    /// A map.
    Map {
        title: String,
        n_people: usize,
        origin: Option<Origin>,
        /// The file it came from was saved after it.
        is_older: bool,
    },
    /// A map that opens with its passphrase only.
    Sealed,
    /// Something that cannot be read, and why.
    Broken(Vec<Message>),
}

impl Leftover {
    /// The file its map was opened from.
    pub(in crate::ui) const fn origin(&self) -> Option<&Origin> {
        match &self.found {
            Found::Map { origin, .. } => origin.as_ref(),
            Found::Sealed | Found::Broken(_) => None,
        }
    }
}

impl Work {
    /// The copy: a map that opens like any other, after some lines of our own.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, SaveError> {
        let mut bytes = FIRST_LINE.to_owned();
        if let Some(Origin { path, fingerprint }) = &self.origin
            // A path that is no text, or several lines, is not kept: saving will ask where.
            && let Some(path) = path.to_str().filter(|it| !it.contains(['\n', '\r']))
        {
            bytes += &format!("{FROM}{path}\n");
            if let Some(fingerprint) = fingerprint {
                bytes += &format!("{AS_READ}{fingerprint}\n");
            }
        }
        // What the user wrote above the map does not pass for a line of ours.
        bytes.push('\n');
        let mut bytes = bytes.into_bytes();
        bytes.extend(file::to_bytes(&self.map)?);
        match &self.seal {
            Some(seal) => seal.keep(&bytes).map_err(|_why| SaveError::Differs),
            None => Ok(bytes),
        }
    }
}

/// Where the key of a sealed copy lies, itself sealed with the passphrase.
pub(super) fn key_path(copy: &Path) -> PathBuf {
    copy.with_extension("key")
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The map in the sealed copy at `path`.
pub(in crate::ui) fn unseal(
    computer: &dyn Computer,
    path: &Path,
    passphrase: Passphrase,
) -> Result<Unsealed, StaysShut> {
    let read = |path: &Path| {
        let bytes = file::read(computer, path);
        bytes.map_err(|fault| StaysShut::Because(vec![fault.message(name(path))]))
    };
    let shut = |error: UnsealError| match error {
        UnsealError::WrongPassphrase => StaysShut::WrongPassphrase,
        other => StaysShut::Because(vec![other.message()]),
    };
    let locked_key = read(&key_path(path))?;
    let seal = Seal::of_locked_key(&locked_key, passphrase).map_err(shut)?;
    let plain = seal.open_kept(&read(path)?).map_err(shut)?;
    let (origin, map) = opened(&plain).map_err(StaysShut::Because)?;
    Ok(Unsealed { seal, map, origin })
}

/// The file that a sealed copy came from, if `seal` is its seal.
pub(super) fn origin_of_sealed(
    computer: &dyn Computer,
    path: &Path,
    seal: &Seal,
) -> Option<Origin> {
    let plain = seal.open_kept(&file::read(computer, path).ok()?).ok()?;
    split(&plain).0
}

/// The map in a copy, and where it came from.
pub(in crate::ui) fn read(
    computer: &dyn Computer,
    path: &Path,
) -> Result<(FamilyMap, Option<Origin>), Vec<Message>> {
    let bytes =
        file::read(computer, path).map_err(|fault: ReadFault| vec![fault.message(name(path))])?;
    opened(&bytes).map(|(origin, map)| (map, origin))
}

fn opened(bytes: &[u8]) -> Result<(Option<Origin>, FamilyMap), Vec<Message>> {
    let (origin, rest) = split(bytes);
    let map = file::open(rest)
        .map_err(|error| error.messages().into_iter().take(1).collect::<Vec<_>>())?;
    Ok((origin, map))
}

/// Parts our own lines from the map.
fn split(bytes: &[u8]) -> (Option<Origin>, &[u8]) {
    let Some(mut rest) = bytes.strip_prefix(FIRST_LINE.as_bytes()) else { return (None, bytes) };
    let mut line = |begins: &str| {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let (line, after) = rest.split_at_checked(end)?;
        let said = std::str::from_utf8(line).ok()?.strip_prefix(begins)?.to_owned();
        rest = after.get(1..)?;
        Some(said)
    };
    let origin = line(FROM).map(|path| Origin {
        path: PathBuf::from(path),
        fingerprint: line(AS_READ).and_then(|said| Fingerprint::parse(&said)),
    });
    (origin, rest)
}

/// What the list tells of the copy at `path`; `None` when a file holds all of it: the one it came
/// from, or one of `files`.
pub(super) fn look(
    computer: &dyn Computer,
    path: &Path,
    files: &[PathBuf],
) -> Option<(Option<Duration>, Leftover)> {
    let modified = modified(computer, path);
    let is_sealed = file::read(computer, path).is_ok_and(|bytes| file::is_sealed(&bytes));
    let found = match read(computer, path) {
        _ if is_sealed => Found::Sealed,
        Ok((map, origin)) => {
            let from = origin.iter().map(|it| &it.path);
            if from
                .chain(files)
                .any(|file| map_in(computer, file).is_some_and(|it| is_same(&it, &map)))
            {
                return None;
            }
            let saved = origin.as_ref().and_then(|it| self::modified(computer, &it.path));
            Found::Map {
                title: map.title.trim().to_owned(),
                n_people: map.people.len(),
                is_older: modified.zip(saved).is_some_and(|(copy, saved)| copy < saved),
                origin,
            }
        }
        Err(why) => Found::Broken(why),
    };
    let written = modified.and_then(|it| written(computer, it));
    Some((modified, Leftover { path: path.to_owned(), written, found }))
}

/// Is it the same map? Which number the next id has is not part of it, nor what was looked at.
fn is_same(a: &FamilyMap, b: &FamilyMap) -> bool {
    let said = |map: &FamilyMap| {
        let mut map = FamilyMap { next_id: 0, ..map.clone() };
        map.view.strands = None;
        map
    };
    said(a) == said(b)
}

/// The map in any file the program knows.
fn map_in(computer: &dyn Computer, path: &Path) -> Option<FamilyMap> {
    match interchange::read(&file::read(computer, path).ok()?).ok()? {
        Contents::Mended(loaded) => Some(loaded.map),
        Contents::Map(map) | Contents::Imported(map, ..) => Some(*map),
        Contents::Neutral(neutral) => interchange::map_of(&neutral),
    }
}

pub(super) fn modified(computer: &dyn Computer, path: &Path) -> Option<Duration> {
    computer.stamp(path)?.modified
}

/// When that was on the clock of this computer.
pub(in crate::ui) fn written(computer: &dyn Computer, since_1970: Duration) -> Option<Written> {
    let (day, hour, minute) = computer.on_the_clock(since_1970)?;
    Some(Written { day, hour, minute })
}
