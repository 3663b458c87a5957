//! Writes copies on a thread of its own: nobody waits for the disk, and no frame is needed.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::leftover::Work;
use super::shelf::Shelf;

/// What lies between the window and the thread.
#[derive(Debug, Default)]
struct Desk {
    /// The newest state that is not on disk, and since when there is one.
    waiting: Option<(Work, Instant)>,
    is_running: bool,
    /// Nobody waits for the delay any more.
    hurry: bool,
    is_failing: bool,
}

/// The thread's other side.
#[derive(Debug)]
pub(super) struct Writer {
    desk: Mutex<Desk>,
    changed: Condvar,
    delay: Duration,
}

impl Writer {
    pub(super) fn new(delay: Duration) -> Self {
        Self { desk: Mutex::default(), changed: Condvar::new(), delay }
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        // The desk is whole between any two lines that hold it.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a newer state, to be at `path` after the delay. The clock runs from the first state
    /// that waits, so that steady typing is kept, too. False when no thread can be had.
    pub(super) fn hand(self: &Arc<Self>, shelf: &Arc<Shelf>, path: &Path, work: Work) -> bool {
        let mut desk = self.desk();
        let since = desk.waiting.take().map_or_else(Instant::now, |(_, since)| since);
        desk.waiting = Some((work, since));
        if desk.is_running {
            return true;
        }
        let (writer, shelf, path) = (Arc::clone(self), Arc::clone(shelf), path.to_owned());
        let thread = std::thread::Builder::new().name("recovery".to_owned());
        desk.is_running = thread.spawn(move || writer.run(&shelf, &path)).is_ok();
        desk.is_failing |= !desk.is_running;
        desk.is_running
    }

    fn run(&self, shelf: &Shelf, path: &Path) {
        let mut desk = self.desk();
        while let Some((_, since)) = &desk.waiting {
            let left = self.delay.saturating_sub(since.elapsed());
            if !desk.hurry && !left.is_zero() {
                let woken = self.changed.wait_timeout(desk, left);
                desk = woken.unwrap_or_else(PoisonError::into_inner).0;
                continue;
            }
            let Some((work, _)) = desk.waiting.take() else { break };
            drop(desk);
            let is_written = shelf.write(path, &work).is_ok();
            desk = self.desk();
            desk.is_failing = !is_written;
            if !is_written && !desk.hurry && desk.waiting.is_none() {
                // A disk may have room again in a moment.
                desk.waiting = Some((work, Instant::now()));
            }
        }
        desk.is_running = false;
        drop(desk);
        self.changed.notify_all();
    }

    /// Waits until all that was handed is written, or cannot be.
    pub(super) fn flush(&self) {
        self.end(|desk| desk.hurry = true);
    }

    /// Waits until nothing is being written, and leaves out what waited.
    pub(super) fn drop_waiting(&self) {
        self.end(|desk| {
            desk.hurry = true;
            desk.waiting = None;
        });
    }

    fn end(&self, tell: impl FnOnce(&mut Desk)) {
        let mut desk = self.desk();
        tell(&mut desk);
        self.changed.notify_all();
        while desk.is_running {
            desk = self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
        desk.hurry = false;
    }

    pub(super) fn failed(&self) {
        self.desk().is_failing = true;
    }

    pub(super) fn is_failing(&self) -> bool {
        self.desk().is_failing
    }
}
