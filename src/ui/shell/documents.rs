//! The user's own files: read and written beside the frames, with an answer that comes later.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::computer::Computer;
use crate::file::{self, DiskFault, Expected, Fingerprint, ReadFault, SaveError};
use crate::i18n::Message;

/// Wakes the window: there is an answer.
pub type Wake = Box<dyn FnOnce() + Send>;

/// What makes the bytes of a file: that, too, is done beside the frames.
pub type Make = Box<dyn FnOnce(&dyn Computer) -> Result<Vec<u8>, Fault> + Send>;

/// Work that takes longer than a frame.
pub type Work = Box<dyn FnOnce(&dyn Computer) + Send>;

/// Something to be written.
pub struct Order {
    /// Where.
    pub path: PathBuf,
    /// What is expected to stand there.
    pub expected: Expected,
    /// What makes it.
    pub make: Make,
}

impl fmt::Debug for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Order").field("path", &self.path).finish_non_exhaustive()
    }
}

/// How it ended. That somebody is asked first is no answer yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is in the file, with this in it.
    Saved(Fingerprint),
    /// It was given to the user, who knows where it is now: nobody can say that it is saved.
    HandedOver,
    /// It is not.
    No(Fault),
}

/// Why something was not written.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It could not be made, and why.
    NotMade(Vec<Message>),
    /// It could not be put there.
    NotSaved(SaveError),
}

impl From<SaveError> for Fault {
    fn from(error: SaveError) -> Self {
        Self::NotSaved(error)
    }
}

impl Fault {
    /// Nobody can be had who does it, or who did it is gone.
    pub(in crate::ui) const fn cannot_begin() -> Self {
        Self::NotSaved(SaveError::Disk(DiskFault::Other(io::ErrorKind::BrokenPipe)))
    }

    /// What happened and what to do, about the file called `name`.
    #[must_use]
    pub fn messages_about(&self, name: String) -> Vec<Message> {
        match self {
            Self::NotMade(why) => why.clone(),
            Self::NotSaved(error) => error.messages_about(name),
        }
    }
}

/// Whoever reads and writes the user's files, and works out what takes long.
pub trait Documents {
    /// Begins to read a file. `None` when that cannot be begun. A sender that goes without an answer
    /// has failed.
    fn read(&mut self, path: &Path, wake: Wake) -> Option<Receiver<Result<Vec<u8>, ReadFault>>>;

    /// Begins to write one. `None` when that cannot be begun.
    fn write(&mut self, order: Order, wake: Wake) -> Option<Receiver<Outcome>>;

    /// Begins work that takes longer than a frame. False when that cannot be begun: then it is not done.
    fn work(&mut self, work: Work) -> bool;
}

/// Begins to work `what` out, with an answer that comes later. `None` when that cannot be begun. A
/// sender that goes without an answer has failed.
pub fn worked_out<T: Send + 'static>(
    documents: &mut (impl Documents + ?Sized),
    what: impl FnOnce(&dyn Computer) -> T + Send + 'static,
    wake: Wake,
) -> Option<Receiver<T>> {
    let (sender, receiver) = channel();
    let work = move |computer: &dyn Computer| {
        // Who does not want the answer any more is gone.
        sender.send(what(computer)).ok();
        wake();
    };
    documents.work(Box::new(work)).then_some(receiver)
}

/// Files on the disk of the computer.
pub struct OnDisk {
    computer: Arc<dyn Computer>,
}

impl OnDisk {
    /// Files on the disk of `computer`.
    #[must_use]
    pub fn of(computer: Arc<dyn Computer>) -> Self {
        Self { computer }
    }
}

impl fmt::Debug for OnDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnDisk")
    }
}

impl Documents for OnDisk {
    fn read(&mut self, path: &Path, wake: Wake) -> Option<Receiver<Result<Vec<u8>, ReadFault>>> {
        let path = path.to_owned();
        worked_out(self, move |computer| file::read(computer, &path), wake)
    }

    fn write(&mut self, order: Order, wake: Wake) -> Option<Receiver<Outcome>> {
        worked_out(self, move |computer| carried_out(order, computer), wake)
    }

    fn work(&mut self, work: Work) -> bool {
        let computer = Arc::clone(&self.computer);
        self.computer.later(Duration::ZERO, Box::new(move || work(&*computer)))
    }
}

/// What comes of an order on a disk.
#[must_use]
pub fn carried_out(order: Order, computer: &dyn Computer) -> Outcome {
    let Order { path, expected, make } = order;
    let written = make(computer)
        .and_then(|bytes| file::save(computer, &path, &bytes, expected).map_err(Fault::NotSaved));
    written.map_or_else(Outcome::No, Outcome::Saved)
}
