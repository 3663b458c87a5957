//! Reading a file that anybody may have put there: never without an end, and a sentence if not.

use std::fmt;
use std::io;
use std::path::Path;

use super::MAX_FILE_BYTES;
use super::disk::{Disk, PathKind};
use crate::i18n::Message;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// There is nothing of that name.
    Missing,
    /// A link to something that is not there.
    DeadLink,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket.
    Special,
    /// Reading it is not allowed.
    NotAllowed,
    /// It is larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// Something else went wrong.
    Other(io::ErrorKind),
}

impl ReadFault {
    /// What happened and what to do, in a sentence or two about the file called `name`.
    #[must_use]
    pub fn message(self, name: impl fmt::Display) -> Message {
        let message = match self {
            Self::Missing => Message::new("read-missing"),
            Self::DeadLink => Message::new("read-dead-link"),
            Self::Folder => Message::new("read-folder"),
            Self::Special => Message::new("read-special"),
            Self::NotAllowed => Message::new("read-not-allowed"),
            Self::TooLarge => Message::new("read-too-large").count("mb", MAX_FILE_BYTES >> 20),
            Self::Other(kind) => Message::new("read-other").arg("detail", kind),
        };
        message.arg("name", name)
    }
}

impl From<&io::Error> for ReadFault {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound | Kind::NotADirectory | Kind::InvalidFilename => Self::Missing,
            Kind::PermissionDenied => Self::NotAllowed,
            Kind::IsADirectory => Self::Folder,
            other => Self::Other(other),
        }
    }
}

/// All of the file at `path`.
///
/// # Errors
/// When it is no file, too large, or cannot be read.
pub fn read(disk: &(impl Disk + ?Sized), path: &Path) -> Result<Vec<u8>, ReadFault> {
    match disk.kind(path).map_err(|error| ReadFault::from(&error))? {
        PathKind::File => {}
        PathKind::Nothing => return Err(ReadFault::Missing),
        PathKind::DeadLink => return Err(ReadFault::DeadLink),
        PathKind::Folder => return Err(ReadFault::Folder),
        PathKind::Special => return Err(ReadFault::Special),
    }
    bounded(disk.read(path))
}

/// Bytes from elsewhere than the disk, by [`super::read_bounded`], under the same limit.
///
/// # Errors
/// When they could not be read, or there are too many.
pub fn bounded(bytes: io::Result<Vec<u8>>) -> Result<Vec<u8>, ReadFault> {
    let bytes = bytes.map_err(|error| ReadFault::from(&error))?;
    if MAX_FILE_BYTES < bytes.len() { Err(ReadFault::TooLarge) } else { Ok(bytes) }
}
