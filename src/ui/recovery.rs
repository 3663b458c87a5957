//! Copies of work that is not saved yet: nothing is lost when the power goes.
//!
//! A copy lies in the state folder, never beside the document, and is written at most two seconds
//! after a change. A lock beside it says that its window still lives; it goes with the process.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use crate::file::{self, Disk as _, Expected, RealDisk};
use crate::model::FamilyMap;

/// A change is on disk after so many seconds at most.
const DELAY_SECS: f64 = 1.5;
/// So many names are tried.
const MOST_COPIES: u32 = 64;

/// The copy of what is open now.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    folder: Option<PathBuf>,
    /// Our name and the lock that goes with it, once there was something to keep.
    place: Option<(PathBuf, File)>,
    /// The state that is on disk.
    kept: Option<u64>,
    /// The state that is waiting, and when it must be written.
    waiting: Option<(u64, f64)>,
    writing: Option<Receiver<bool>>,
}

impl Recovery {
    pub(super) fn in_folder(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Copies that another window left behind, oldest name first.
    pub(super) fn leftovers(&self) -> Vec<PathBuf> {
        let listed = self.folder.as_ref().and_then(|folder| RealDisk.list(folder).ok());
        let mut found = listed.unwrap_or_default();
        let ours = self.place.as_ref().map(|(path, _)| path.clone());
        found.retain(|path| {
            path.extension().is_some_and(|it| it == file::EXTENSION)
                && Some(path) != ours.as_ref()
                && lock(&lock_path(path)).is_some()
        });
        found
    }

    /// Notes that the document is in state `revision` and not saved. Gives the seconds until it
    /// wants to be called again.
    pub(super) fn watch(
        &mut self,
        revision: u64,
        map: impl FnOnce() -> FamilyMap,
        now: f64,
    ) -> Option<f64> {
        self.folder.as_ref()?;
        if let Some(done) = &self.writing {
            match done.try_recv() {
                Err(std::sync::mpsc::TryRecvError::Empty) => return Some(0.2),
                Ok(true) => {}
                Ok(false) | Err(_) => self.kept = None,
            }
            self.writing = None;
        }
        if self.kept == Some(revision) {
            return None;
        }
        let due = match self.waiting {
            // The clock runs from the first change, so that steady typing is kept, too.
            Some((_, due)) => due,
            None => now + DELAY_SECS,
        };
        self.waiting = Some((revision, due));
        if now < due {
            return Some(due - now);
        }
        self.waiting = None;
        self.kept = Some(revision);
        self.write(Arc::new(map()));
        Some(0.2)
    }

    /// Writes on another thread: nobody waits for the disk.
    fn write(&mut self, map: Arc<FamilyMap>) {
        if self.place.is_none() {
            self.place = self.folder.as_deref().and_then(new_place);
        }
        let Some((path, _)) = &self.place else { return };
        let (path, (sender, receiver)) = (path.clone(), channel());
        let thread = std::thread::Builder::new().name("recovery".to_owned());
        let started = thread.spawn(move || {
            let saved = file::to_bytes(&map)
                .and_then(|bytes| file::save(&RealDisk, &path, &bytes, Expected::Anything));
            sender.send(saved.is_ok()).ok();
        });
        self.writing = started.ok().map(|_| receiver);
    }

    /// The work is safe elsewhere, or the user threw it away.
    pub(super) fn forget(&mut self) {
        if let Some(done) = self.writing.take() {
            // Or it would come back after being removed.
            done.recv().ok();
        }
        if let Some((path, lock)) = self.place.take() {
            discard(&path);
            drop(lock);
        }
        self.kept = None;
        self.waiting = None;
    }
}

/// Removes a copy and its lock.
pub(super) fn discard(path: &Path) {
    // Gone already is as good.
    RealDisk.remove(path).ok();
    RealDisk.remove(&lock_path(path)).ok();
}

fn lock_path(path: &Path) -> PathBuf {
    path.with_extension("lock")
}

/// Takes the lock at `path` unless a living window holds it.
fn lock(path: &Path) -> Option<File> {
    let file = File::options().create(true).truncate(false).write(true).open(path).ok()?;
    file.try_lock().ok().map(|()| file)
}

/// A name that nobody uses, with its lock.
fn new_place(folder: &Path) -> Option<(PathBuf, File)> {
    fs::create_dir_all(folder).ok()?;
    (1..=MOST_COPIES).find_map(|number| {
        let path = folder.join(format!("recovery-{number}.{}", file::EXTENSION));
        if path.exists() {
            return None;
        }
        lock(&lock_path(&path)).map(|lock| (path, lock))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("rode-draad-{name}-{}", std::process::id()));
        fs::remove_dir_all(&folder).ok();
        folder
    }

    #[test]
    fn a_copy_is_there_two_seconds_after_a_change_and_gone_after_a_save() {
        let folder = folder("recovery");
        let mut recovery = Recovery::in_folder(Some(folder.clone()));
        let map = || FamilyMap { title: "Test".to_owned(), ..FamilyMap::default() };
        assert!(recovery.watch(1, map, 10.0).is_some(), "it waits");
        assert!(recovery.watch(2, map, 11.0).is_some(), "it still waits");
        recovery.watch(3, map, 12.0);
        let done = recovery.writing.take().expect("it writes");
        assert_eq!(done.recv(), Ok(true), "it is written");
        assert_eq!(recovery.watch(3, map, 12.1), None, "nothing new");

        let other = Recovery::in_folder(Some(folder.clone()));
        assert!(other.leftovers().is_empty(), "its window lives");
        let (path, lock) = recovery.place.take().expect("a place");
        drop(lock);
        assert_eq!(other.leftovers(), std::slice::from_ref(&path), "its window is gone");
        let bytes = RealDisk.read(&path).expect("it is there");
        assert_eq!(file::open(&bytes).expect("a map").title, "Test");
        discard(&path);
        assert!(other.leftovers().is_empty(), "thrown away");
        fs::remove_dir_all(&folder).ok();
    }
}
