//! What a window needs of the computer it is on, behind a trait that can be put in memory.

use std::any::Any;
use std::fmt;
use std::io;
use std::path::Path;
use std::time::Duration;

use crate::file::Disk;
use crate::model::Date;

/// Work that is done beside the frames.
pub type Job = Box<dyn FnOnce() + Send>;

/// The computer: what saving needs of its disk, and what a window needs more than that.
pub trait Computer: Disk + Send + Sync {
    /// When a file was written last, and how long it is; `None` when the disk does not tell.
    fn stamp(&self, path: &Path) -> Option<Stamp>;

    /// Is there anything at `path`? A link to nothing is something.
    fn is_there(&self, path: &Path) -> bool;

    /// May the file at `path` only be read?
    fn is_read_only(&self, path: &Path) -> bool;

    /// Makes a folder that only its owner may look into, and those that it is in. One that is there
    /// stays as it is.
    ///
    /// # Errors
    /// When that is not possible.
    fn private_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a folder with everything in it.
    ///
    /// # Errors
    /// When it is not there, or something in it stays.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a folder that is empty.
    ///
    /// # Errors
    /// When it is not there, not empty, or may not be removed.
    fn remove_empty_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes the lock at `path`, a file that is made for it; waits at most so long for whoever has
    /// it. The lock goes when it is dropped, or with the process, however that ends.
    fn lock(&self, path: &Path, patience: Duration) -> Locked;

    /// How long ago 1970 began, by the clock on the wall, which goes on while the computer sleeps.
    fn now(&self) -> Duration;

    /// What the clock on the wall said then: the day, the hour, the minute.
    fn on_the_clock(&self, since_1970: Duration) -> Option<(Date, u8, u8)>;

    /// A number that nobody can know.
    fn any_number(&self) -> u64;

    /// Does `job` after so long, beside the frames, whether any are drawn or not. False when that is
    /// not possible: then it is not done.
    fn later(&self, after: Duration, job: Job) -> bool;
}

/// How a file looks from outside: while it is the same, nobody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When it was written last, since 1970; `None` where the disk keeps no time.
    pub modified: Option<Duration>,
    /// How many bytes are in it.
    pub len: u64,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Locked {
    /// It is ours.
    Ours(Lock),
    /// Somebody who lives has it.
    Others,
    /// Here are no locks, or the file for it cannot be made: nobody can tell.
    Unknown,
}

/// A lock that is ours until it is dropped.
pub struct Lock {
    _held: Box<dyn Any + Send + Sync>,
}

impl Lock {
    /// A lock that lasts as long as `held`.
    pub fn new(held: impl Any + Send + Sync) -> Self {
        Self { _held: Box::new(held) }
    }
}

impl fmt::Debug for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lock")
    }
}
