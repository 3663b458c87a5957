//! Writes copies beside the frames: nobody waits for the disk, and no frame is needed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::leftover::Work;
use super::shelf::Shelf;
use crate::ui::shell::computer::Computer;

/// What lies between the window and whoever writes.
#[derive(Debug, Default)]
struct Desk {
    /// The newest state that is not on disk, and where it is to be.
    waiting: Option<(PathBuf, Work)>,
    /// Somebody comes for it.
    is_expected: bool,
    is_failing: bool,
}

/// The side of the window.
pub(super) struct Writer {
    desk: Mutex<Desk>,
    /// Held while anything is written, and taken before the desk.
    pen: Mutex<()>,
    delay: Duration,
    computer: Arc<dyn Computer>,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("delay", &self.delay).finish_non_exhaustive()
    }
}

impl Writer {
    pub(super) fn new(delay: Duration, computer: Arc<dyn Computer>) -> Self {
        Self { desk: Mutex::default(), pen: Mutex::default(), delay, computer }
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        // The desk is whole between any two lines that hold it.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pen(&self) -> MutexGuard<'_, ()> {
        self.pen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a newer state, to be at `path` after the delay. It counts from the first state that
    /// waits, so that steady typing is kept, too. False when nobody can be had who writes it.
    pub(super) fn hand(self: &Arc<Self>, shelf: &Arc<Shelf>, path: &Path, work: Work) -> bool {
        self.desk().waiting = Some((path.to_owned(), work));
        self.expect(shelf)
    }

    /// Sees to it that somebody comes for what waits.
    fn expect(self: &Arc<Self>, shelf: &Arc<Shelf>) -> bool {
        if std::mem::replace(&mut self.desk().is_expected, true) {
            return true;
        }
        let (writer, its_shelf) = (Arc::clone(self), Arc::clone(shelf));
        let is_coming = self.computer.later(self.delay, Box::new(move || writer.come(&its_shelf)));
        if !is_coming {
            let mut desk = self.desk();
            (desk.is_expected, desk.is_failing) = (false, true);
        }
        is_coming
    }

    /// The delay is over.
    fn come(self: &Arc<Self>, shelf: &Arc<Shelf>) {
        let pen = self.pen();
        self.desk().is_expected = false;
        let again = self.write(shelf);
        drop(pen);
        if let Some(again) = again {
            // A disk may have room again in a moment.
            self.desk().waiting.get_or_insert(again);
            self.expect(shelf);
        }
    }

    /// Writes what waits; gives it back when the disk refuses.
    fn write(&self, shelf: &Shelf) -> Option<(PathBuf, Work)> {
        let (path, work) = self.desk().waiting.take()?;
        let is_written = shelf.write(&path, &work).is_ok();
        self.desk().is_failing = !is_written;
        (!is_written).then_some((path, work))
    }

    /// Writes all that was handed now, if the disk takes it.
    pub(super) fn flush(&self, shelf: &Shelf) {
        let _pen = self.pen();
        self.write(shelf);
    }

    /// Waits until nothing is being written, and leaves out what waited.
    pub(super) fn drop_waiting(&self) {
        let _pen = self.pen();
        self.desk().waiting = None;
    }

    pub(super) fn failed(&self) {
        self.desk().is_failing = true;
    }

    pub(super) fn is_failing(&self) -> bool {
        self.desk().is_failing
    }
}
