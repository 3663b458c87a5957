//! What can be wrong with a file, in words for somebody who only wants it open again.

use std::fmt;

use super::fingerprint::Fingerprint;
use crate::i18n::{Lang, Message, Texts};
use crate::model::Broken;

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 256 * 1024 * 1024;

/// The longest name or other short text, in characters.
pub const MAX_NAME_CHARS: usize = 1_000;

/// The longest note or other long text, in characters.
pub const MAX_NOTE_CHARS: usize = 100_000;

/// The most faults that are told one by one.
const MAX_TOLD: usize = 5;

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// It is not text (UTF-8).
    NotText {
        /// The line with the first byte that is no text, from 1.
        line: usize,
    },
    /// It is not a family map.
    NotAMap,
    /// It does not say, first of all, of which version it is.
    NoVersion,
    /// It was written by a newer version of the program.
    Newer {
        /// The version of the file.
        version: u32,
    },
    /// It is sealed: it opens only with its passphrase.
    Sealed,
    /// It stops half-way.
    NotWhole,
    /// Something in it cannot be understood.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, in characters, from 1.
        column: usize,
        /// What stands there and what should.
        what: Box<Message>,
    },
    /// It can be read, but its contents cannot be.
    Broken(Vec<Broken>),
}

impl OpenError {
    /// What happened, where, what is safe and what to do: one sentence or two each.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let mut all = self.details();
        all.push(match self {
            Self::Newer { .. } => Message::new("open-newer-safe"),
            Self::NotAMap => Message::new("open-other-safe"),
            Self::Sealed => Message::new("open-sealed-how"),
            _ => Message::new("open-safe"),
        });
        all
    }

    /// What happened and where.
    fn details(&self) -> Vec<Message> {
        let mut all = Vec::new();
        match self {
            Self::Empty => all.push(Message::new("open-empty")),
            Self::TooLarge => {
                all.push(Message::new("open-too-large").count("mb", MAX_FILE_BYTES >> 20));
            }
            Self::NotText { line } => all.push(Message::new("open-not-text").count("line", *line)),
            Self::NotAMap => all.push(Message::new("open-not-a-map")),
            Self::NoVersion => all.push(Message::new("open-no-version")),
            Self::Newer { version } => {
                all.push(Message::new("open-newer").arg("version", version));
            }
            Self::Sealed => all.push(Message::new("open-sealed")),
            Self::NotWhole => all.push(Message::new("open-not-whole")),
            Self::Syntax { line, column, what } => {
                all.push(Message::new("open-syntax").arg("line", line).arg("column", column));
                all.push(what.as_ref().clone());
            }
            Self::Broken(faults) => {
                all.push(Message::new("open-broken").count("n", faults.len()));
                all.extend(faults.iter().take(MAX_TOLD).map(Broken::message));
                let untold = faults.len().saturating_sub(MAX_TOLD);
                if 0 < untold {
                    all.push(Message::new("open-more-faults").count("n", untold));
                }
            }
        }
        all
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_english(f, &self.messages())
    }
}

impl std::error::Error for OpenError {}

/// Why a map cannot be saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// What would be written could not be opened again.
    WouldNotOpen(OpenError),
    /// What would be written reads back as another map.
    Differs,
    /// The file is not what it was when it was read or written last.
    Changed,
    /// There is a file where none was expected.
    Exists,
    /// The new file stands in place of the old one, but the disk does not promise to keep it.
    Unconfirmed(Fingerprint),
    /// The disk refused.
    Disk(DiskFault),
}

/// What a disk refused, in the words of the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// The disk is full.
    Full,
    /// Writing here is not allowed.
    NotAllowed,
    /// The folder is gone.
    NoFolder,
    /// A folder stands there.
    Folder,
    /// A device, a pipe or a socket stands there.
    Special,
    /// A link to something that is not there.
    DeadLink,
    /// The disk takes no file of this name.
    BadName,
    /// Something else went wrong.
    Other(std::io::ErrorKind),
}

impl From<&std::io::Error> for DiskFault {
    fn from(error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::NotAllowed,
            Kind::NotFound | Kind::NotADirectory => Self::NoFolder,
            Kind::IsADirectory => Self::Folder,
            Kind::InvalidFilename => Self::BadName,
            other => Self::Other(other),
        }
    }
}

impl SaveError {
    /// What happened to the map that is open, what is safe and what to do.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        if let Self::Unconfirmed(_) = self {
            let names = ["save-unconfirmed", "save-unconfirmed-advice"];
            return names.into_iter().map(Message::new).collect();
        }
        let mut all = vec![Message::new("save-not-saved")];
        all.extend(self.causes());
        all.push(match self {
            Self::Changed => Message::new("save-changed-advice"),
            _ => Message::new("save-old-is-safe"),
        });
        all
    }

    /// What happened to a picture or another file called `name` that was to be written.
    #[must_use]
    pub fn messages_about(&self, name: impl fmt::Display) -> Vec<Message> {
        if let Self::Unconfirmed(_) = self {
            return vec![Message::new("write-unconfirmed").arg("name", name)];
        }
        let mut all = vec![Message::new("write-not-written").arg("name", name)];
        all.extend(self.causes());
        all.push(Message::new("write-old-is-safe"));
        all
    }

    /// Why not, one sentence or a few.
    fn causes(&self) -> Vec<Message> {
        let fault = match self {
            Self::WouldNotOpen(why) => {
                let mut all = vec![Message::new("save-would-not-open")];
                all.extend(why.details());
                return all;
            }
            Self::Differs => return vec![Message::new("save-differs")],
            Self::Changed => return vec![Message::new("save-changed")],
            Self::Exists => return vec![Message::new("save-exists")],
            Self::Unconfirmed(_) => return Vec::new(),
            Self::Disk(fault) => fault,
        };
        vec![match fault {
            DiskFault::Full => Message::new("save-disk-full"),
            DiskFault::NotAllowed => Message::new("save-not-allowed"),
            DiskFault::NoFolder => Message::new("save-no-folder"),
            DiskFault::Folder => Message::new("save-folder"),
            DiskFault::Special => Message::new("save-special"),
            DiskFault::DeadLink => Message::new("save-dead-link"),
            DiskFault::BadName => Message::new("save-bad-name"),
            DiskFault::Other(kind) => Message::new("save-disk").arg("detail", kind),
        }]
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_english(f, &self.messages())
    }
}

impl std::error::Error for SaveError {}

/// Writes `messages` after one another, in English, for a log or a test.
pub(super) fn write_english(f: &mut fmt::Formatter<'_>, messages: &[Message]) -> fmt::Result {
    let texts = Texts::new(Lang::En);
    let sentences: Vec<String> = messages.iter().map(|message| texts.say(message)).collect();
    f.write_str(&sentences.join(" "))
}

/// A text that is not what it should be. It travels through the reader as a marked message,
/// because that is the only door the reader leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadText {
    Day,
    When,
    Time,
    Id,
    LongName,
    LongNote,
}

impl BadText {
    const ALL: [Self; 6] =
        [Self::Day, Self::When, Self::Time, Self::Id, Self::LongName, Self::LongNote];

    const fn code(self) -> &'static str {
        match self {
            Self::Day => "bad-day:",
            Self::When => "bad-when:",
            Self::Time => "bad-time:",
            Self::Id => "bad-id:",
            Self::LongName => "long-name:",
            Self::LongNote => "long-note:",
        }
    }

    /// The marked message; `text` is what stands in the file.
    pub(super) fn mark(self, text: &str) -> String {
        format!("{}{text}", self.code())
    }

    fn message(self, text: &str) -> Message {
        match self {
            Self::Day => Message::new("open-bad-day").arg("text", text),
            Self::When => Message::new("open-bad-when").arg("text", text),
            Self::Time => Message::new("open-bad-time").arg("text", text),
            Self::Id => Message::new("open-bad-id").arg("text", text),
            Self::LongName => Message::new("open-long-text").count("limit", MAX_NAME_CHARS),
            Self::LongNote => Message::new("open-long-text").count("limit", MAX_NOTE_CHARS),
        }
    }
}

/// The words for a mistake of the RON reader in `text`.
pub(super) fn syntax_error(mistake: ron::error::SpannedError) -> OpenError {
    let ron::error::SpannedError { code, span } = mistake;
    if matches!(code, ron::Error::Eof | ron::Error::ExpectedStringEnd) {
        return OpenError::NotWhole;
    }
    let what = Box::new(words_for(&code));
    OpenError::Syntax { line: span.end.line, column: span.end.col, what }
}

fn words_for(code: &ron::Error) -> Message {
    use ron::Error as E;
    match code {
        E::Message(text) => {
            let bad = BadText::ALL.into_iter().find_map(|bad| {
                text.strip_prefix(bad.code()).map(|found| bad.message(&shorten(found)))
            });
            bad.unwrap_or_else(|| Message::new("open-what-else").arg("detail", text))
        }
        E::NoSuchStructField { expected, found, .. } => Message::new("open-what-unknown-field")
            .arg("found", shorten(found))
            .arg("expected", expected.join(", ")),
        E::NoSuchEnumVariant { expected, found, .. } => Message::new("open-what-unknown-word")
            .arg("found", shorten(found))
            .arg("expected", expected.join(", ")),
        E::MissingStructField { field, .. } => {
            Message::new("open-what-missing-field").arg("field", field)
        }
        E::DuplicateStructField { field, .. } => {
            Message::new("open-what-double-field").arg("field", field)
        }
        E::ExpectedArray | E::ExpectedArrayEnd => sign("[ … ]"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) | E::ExpectedStructLikeEnd => {
            sign("( … )")
        }
        E::ExpectedMapColon => sign(":"),
        E::ExpectedComma => sign(","),
        E::ExpectedString => sign("\" … \""),
        E::ExpectedBoolean => sign("true / false"),
        E::ExpectedInteger | E::ExpectedFloat | E::IntegerOutOfBounds => {
            Message::new("open-what-number")
        }
        E::TrailingCharacters => Message::new("open-what-trailing"),
        E::ExceededRecursionLimit => Message::new("open-what-deep"),
        other => Message::new("open-what-else").arg("detail", other),
    }
}

fn sign(expected: &str) -> Message {
    Message::new("open-what-sign").arg("expected", expected)
}

/// The first 40 characters, so that a message stays a sentence.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
