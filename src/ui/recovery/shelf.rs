//! The folder with the copies.
//!
//! - `recovery-N.familie` is a copy, `recovery-N.lock` says whose: its window holds a lock on it,
//!   which goes with the process. Lock files stay when the copy goes: removing one would let two
//!   windows lock two files of one name.
//! - `recovery-N.key` belongs to a sealed copy: its key, sealed with the passphrase of the map. It is
//!   there before the copy, and goes after it.
//! - `thrown-away/2026-11-21/` holds what was thrown away that day.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::leftover::{Leftover, Work, key_path, look};
use crate::clock;
use crate::file::{self, Disk, Expected, SaveError, Seal};
use crate::model::Date;
use crate::ui::storage::private_folder;

/// So many names are tried for a copy.
const MOST_COPIES: u32 = 10_000;
/// So many copies are looked at for a list; the others wait until these are gone.
const MOST_LISTED: usize = 50;
/// What was thrown away stays so many days.
const DAYS_KEPT: i64 = 7;
const THROWN_AWAY: &str = "thrown-away";
/// A file that a killed save left behind is nobody's after this long.
const TEMP_AGE: Duration = Duration::from_secs(24 * 60 * 60);

pub(super) type SharedDisk = Arc<dyn Disk + Send + Sync>;

/// The folder.
pub(super) struct Shelf {
    folder: PathBuf,
    disk: SharedDisk,
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// A copy that is ours, by its lock.
#[derive(Debug)]
pub(in crate::ui) struct Place {
    path: PathBuf,
    _lock: File,
}

impl Place {
    pub(in crate::ui) fn path(&self) -> &Path {
        &self.path
    }
}

/// What came of asking for a copy.
#[derive(Debug)]
pub(in crate::ui) enum Taken {
    /// It is ours.
    Ours(Place),
    /// A window that lives has it.
    Living,
    /// This disk knows no locks: it may be read, but nobody can tell whose it is.
    Unlocked,
    /// There is none.
    Gone,
}

impl Shelf {
    pub(super) fn new(folder: PathBuf, disk: SharedDisk) -> Self {
        Self { folder, disk }
    }

    /// A name that nobody uses, with its lock.
    pub(super) fn new_place(&self) -> Option<Place> {
        private_folder(&self.folder).ok()?;
        (1..=MOST_COPIES).find_map(|number| {
            let path = self.folder.join(format!("recovery-{number}.{}", file::EXTENSION));
            if is_there(&path) {
                return None;
            }
            let lock = lock(&path).ok()?;
            // Under the lock, for a window that had it until now may have left its copy.
            (!is_there(&path)).then_some(Place { path, _lock: lock })
        })
    }

    /// Puts a copy in its place: at every moment the older or the newer one is there.
    pub(super) fn write(&self, path: &Path, work: &Work) -> Result<(), SaveError> {
        let bytes = work.to_bytes()?;
        match &work.seal {
            Some(seal) => self.put_key(path, seal)?,
            None => drop(self.disk.remove(&key_path(path))),
        }
        file::save(&*self.disk, path, &bytes, Expected::Anything).map(drop)
    }

    /// Without its key, a sealed copy would be lost.
    fn put_key(&self, path: &Path, seal: &Seal) -> Result<(), SaveError> {
        let locked = seal.locked_key().map_err(|_why| SaveError::Differs)?;
        let path = key_path(path);
        if self.disk.read(&path).is_ok_and(|there| there == locked) {
            return Ok(());
        }
        file::save(&*self.disk, &path, locked, Expected::Anything).map(drop)
    }

    /// Removes a copy that is safe elsewhere.
    pub(super) fn remove(&self, place: &Place) {
        // Gone already is as good.
        self.disk.remove(&place.path).ok();
        self.disk.remove(&key_path(&place.path)).ok();
        self.disk.sync_folder(&self.folder).ok();
    }

    /// Removes all there is; false when something stays. What a living window has is its own.
    pub(super) fn remove_everything(&self) -> bool {
        let mut is_empty = true;
        for path in newest(&self.disk, &self.folder) {
            match Self::take(&path) {
                Taken::Living => is_empty = false,
                Taken::Ours(_) | Taken::Unlocked => is_empty &= self.disk.remove(&path).is_ok(),
                Taken::Gone => {}
            }
        }
        let thrown = fs::remove_dir_all(self.folder.join(THROWN_AWAY));
        let is_gone = thrown.is_ok() || !is_there(&self.folder.join(THROWN_AWAY));
        for path in self.disk.list(&self.folder).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_key = file::ends_in(&path, "key");
            if (is_key || name.starts_with(".rode-draad-")) && is_empty {
                self.disk.remove(&path).ok();
            }
        }
        self.disk.sync_folder(&self.folder).ok();
        is_empty && is_gone
    }

    /// Removes what was thrown away, before its time.
    pub(super) fn remove_thrown(&self, path: &Path) {
        self.disk.remove(path).ok();
        self.disk.remove(&key_path(path)).ok();
        if let Some(folder) = path.parent() {
            self.disk.sync_folder(folder).ok();
        }
    }

    /// Asks for the copy at `path`.
    pub(super) fn take(path: &Path) -> Taken {
        if !is_there(path) {
            return Taken::Gone;
        }
        match lock(path) {
            Ok(lock) if is_there(path) => Taken::Ours(Place { path: path.to_owned(), _lock: lock }),
            // Its window saved it just now.
            Ok(_) => Taken::Gone,
            Err(TryLockError::WouldBlock) => Taken::Living,
            Err(TryLockError::Error(_)) => Taken::Unlocked,
        }
    }

    /// Moves a copy to what was thrown away `today`.
    pub(super) fn throw_away(&self, place: &Place, today: Date) -> bool {
        let folder = self.folder.join(THROWN_AWAY).join(today.to_string());
        private_folder(&folder).is_ok() && self.move_to(&place.path, &folder)
    }

    /// Moves what was thrown away back.
    pub(super) fn put_back(&self, path: &Path) -> bool {
        let Some(place) = self.new_place() else { return false };
        let is_moved = self.move_with_key(path, &place.path);
        self.disk.sync_folder(&self.folder).ok();
        is_moved
    }

    /// Moves a copy. Its key is at both places first: at no moment is a copy without.
    fn move_with_key(&self, from: &Path, to: &Path) -> bool {
        let (key, new_key) = (key_path(from), key_path(to));
        match self.disk.read(&key) {
            Ok(locked) => {
                let put = file::save(&*self.disk, &new_key, &locked, Expected::Anything);
                if put.is_err() || self.disk.rename(from, to).is_err() {
                    return false;
                }
                self.disk.remove(&key).ok();
                true
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // What lay there belonged to a copy that is gone.
                self.disk.remove(&new_key).ok();
                self.disk.rename(from, to).is_ok()
            }
            Err(_) => false,
        }
    }

    /// Moves the file at `from` to `folder`, under a name that is free there.
    fn move_to(&self, from: &Path, folder: &Path) -> bool {
        let names = (1..=MOST_COPIES)
            .map(|number| folder.join(format!("recovery-{number}.{}", file::EXTENSION)));
        let Some(to) = names.into_iter().find(|it| !is_there(it)) else { return false };
        let is_moved = self.move_with_key(from, &to);
        self.disk.sync_folder(folder).ok();
        self.disk.sync_folder(&self.folder).ok();
        is_moved
    }

    /// The copies of windows that are gone, the newest first; `ours` left out. One that a file
    /// holds as well is removed.
    pub(super) fn leftovers(&self, files: &[PathBuf], ours: Option<&Path>) -> Vec<Leftover> {
        let mut found = Vec::new();
        for path in newest(&self.disk, &self.folder) {
            if Some(path.as_path()) == ours {
                continue;
            }
            let taken = Self::take(&path);
            match (&taken, look(&path, files)) {
                (Taken::Ours(_) | Taken::Unlocked, Some(leftover)) => found.push(leftover),
                (Taken::Ours(place), None) => self.remove(place),
                (Taken::Unlocked, None) | (Taken::Living | Taken::Gone, _) => {}
            }
            if MOST_LISTED <= found.len() {
                break;
            }
        }
        sorted(found)
    }

    /// What was thrown away, the newest first; what has been there for too long goes.
    pub(super) fn thrown_away(&self, today: Date) -> Vec<Leftover> {
        self.clear_temps();
        let mut found = Vec::new();
        for day in self.disk.list(&self.folder.join(THROWN_AWAY)).unwrap_or_default() {
            let name = day.file_name().and_then(|it| it.to_str());
            // Whatever else is there is not ours.
            let Some(date) = name.and_then(Date::parse) else { continue };
            // A clock that was set back keeps it longer.
            let is_old = clock::days_between(date, today).is_some_and(|days| DAYS_KEPT < days);
            if !is_old {
                let copies = newest(&self.disk, &day).into_iter();
                found.extend(copies.filter_map(|path| look(&path, &[])).take(MOST_LISTED));
                continue;
            }
            for path in self.disk.list(&day).unwrap_or_default() {
                self.disk.remove(&path).ok();
            }
            // Only when it is empty.
            fs::remove_dir(&day).ok();
        }
        sorted(found)
    }

    /// Removes what killed saves left behind here: it holds what families said.
    fn clear_temps(&self) {
        for path in self.disk.list(&self.folder).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let age = modified(&path).and_then(|it| it.elapsed().ok());
            if name.starts_with(".rode-draad-") && age.is_some_and(|it| TEMP_AGE < it) {
                self.disk.remove(&path).ok();
            }
        }
    }
}

/// The copies in a folder, the newest first.
fn newest(disk: &SharedDisk, folder: &Path) -> Vec<PathBuf> {
    let mut paths = disk.list(folder).unwrap_or_default();
    paths.retain(|path| file::ends_in(path, file::EXTENSION));
    paths.sort_by_cached_key(|path| std::cmp::Reverse(modified(path)));
    paths
}

fn sorted(mut found: Vec<(Option<SystemTime>, Leftover)>) -> Vec<Leftover> {
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    found.into_iter().map(|(_, leftover)| leftover).collect()
}

/// Takes the lock of the copy at `path` unless a living window holds it.
fn lock(path: &Path) -> Result<File, TryLockError> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    let file = options.open(path.with_extension("lock")).map_err(TryLockError::Error)?;
    file.try_lock()?;
    Ok(file)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|it| it.modified()).ok()
}

/// Also a link to nothing is something.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
