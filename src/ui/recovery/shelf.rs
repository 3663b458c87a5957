//! The folder with the copies.
//!
//! - `recovery-N.familie` is a copy, `recovery-N.lock` says whose: its window holds a lock on it,
//!   which goes with the process. Lock files stay when the copy goes: removing one would let two
//!   windows lock two files of one name.
//! - `recovery-N.key` belongs to a sealed copy: its key, sealed with the passphrase of the map. It is
//!   there before the copy, and goes after it.
//! - `thrown-away/2026-11-21/` holds what was thrown away that day.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::leftover::{Leftover, Origin, Work, key_path, look, modified, origin_of_sealed};
use crate::clock;
use crate::file::{self, Expected, SaveError, Seal};
use crate::model::Date;
use crate::ui::shell::computer::{Computer, Lock, Locked};

/// So many names are tried for a copy.
const MOST_COPIES: u32 = 10_000;
/// So many copies are looked at for a list; the others wait until these are gone.
const MOST_LISTED: usize = 50;
/// What was thrown away stays so many days.
const DAYS_KEPT: i64 = 7;
const THROWN_AWAY: &str = "thrown-away";
/// A file that a killed save left behind is nobody's after this long.
const TEMP_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// The folder.
pub(super) struct Shelf {
    folder: PathBuf,
    computer: Arc<dyn Computer>,
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
    _lock: Lock,
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
    pub(super) fn new(folder: PathBuf, computer: Arc<dyn Computer>) -> Self {
        Self { folder, computer }
    }

    /// A name that nobody uses, with its lock.
    pub(super) fn new_place(&self) -> Option<Place> {
        self.computer.private_folder(&self.folder).ok()?;
        (1..=MOST_COPIES).find_map(|number| {
            let path = self.folder.join(format!("recovery-{number}.{}", file::EXTENSION));
            if self.computer.is_there(&path) {
                return None;
            }
            let Locked::Ours(lock) = self.lock(&path) else { return None };
            // Under the lock, for a window that had it until now may have left its copy.
            (!self.computer.is_there(&path)).then_some(Place { path, _lock: lock })
        })
    }

    /// Puts a copy in its place: at every moment the older or the newer one is there.
    pub(super) fn write(&self, path: &Path, work: &Work) -> Result<(), SaveError> {
        let bytes = work.to_bytes()?;
        match &work.seal {
            Some(seal) => self.put_key(path, seal)?,
            None => drop(self.computer.remove(&key_path(path))),
        }
        file::save(&*self.computer, path, &bytes, Expected::Anything).map(drop)
    }

    /// Without its key, a sealed copy would be lost.
    fn put_key(&self, path: &Path, seal: &Seal) -> Result<(), SaveError> {
        let locked = seal.locked_key().map_err(|_why| SaveError::Differs)?;
        let path = key_path(path);
        if self.computer.read(&path).is_ok_and(|there| there == locked) {
            return Ok(());
        }
        file::save(&*self.computer, &path, locked, Expected::Anything).map(drop)
    }

    /// Removes a copy that is safe elsewhere.
    pub(super) fn remove(&self, place: &Place) {
        // Gone already is as good.
        self.computer.remove(&place.path).ok();
        self.computer.remove(&key_path(&place.path)).ok();
        self.computer.sync_folder(&self.folder).ok();
    }

    /// Removes all there is; false when something stays. What a living window has is its own.
    pub(super) fn remove_everything(&self) -> bool {
        let mut is_empty = true;
        for path in self.newest(&self.folder) {
            match self.take(&path) {
                Taken::Living => is_empty = false,
                Taken::Ours(_) | Taken::Unlocked => is_empty &= self.computer.remove(&path).is_ok(),
                Taken::Gone => {}
            }
        }
        let thrown = self.folder.join(THROWN_AWAY);
        let is_gone =
            self.computer.remove_folder(&thrown).is_ok() || !self.computer.is_there(&thrown);
        for path in self.computer.list(&self.folder).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_key = file::ends_in(&path, "key");
            if (is_key || name.starts_with(".rode-draad-")) && is_empty {
                self.computer.remove(&path).ok();
            }
        }
        self.computer.sync_folder(&self.folder).ok();
        is_empty && is_gone
    }

    /// Removes what was thrown away, before its time.
    pub(super) fn remove_thrown(&self, path: &Path) {
        self.computer.remove(path).ok();
        self.computer.remove(&key_path(path)).ok();
        if let Some(folder) = path.parent() {
            self.computer.sync_folder(folder).ok();
        }
    }

    /// Asks for the copy at `path`.
    pub(super) fn take(&self, path: &Path) -> Taken {
        if !self.computer.is_there(path) {
            return Taken::Gone;
        }
        match self.lock(path) {
            Locked::Ours(lock) if self.computer.is_there(path) => {
                Taken::Ours(Place { path: path.to_owned(), _lock: lock })
            }
            // Its window saved it just now.
            Locked::Ours(_) => Taken::Gone,
            Locked::Others => Taken::Living,
            Locked::Unknown => Taken::Unlocked,
        }
    }

    /// Takes the lock of the copy at `path` unless a living window holds it.
    fn lock(&self, path: &Path) -> Locked {
        self.computer.lock(&path.with_extension("lock"), Duration::ZERO)
    }

    /// Moves a copy to what was thrown away `today`.
    pub(super) fn throw_away(&self, place: &Place, today: Date) -> bool {
        let folder = self.folder.join(THROWN_AWAY).join(today.to_string());
        self.computer.private_folder(&folder).is_ok() && self.move_to(&place.path, &folder)
    }

    /// Moves what was thrown away back.
    pub(super) fn put_back(&self, path: &Path) -> bool {
        let Some(place) = self.new_place() else { return false };
        let is_moved = self.move_with_key(path, &place.path);
        self.computer.sync_folder(&self.folder).ok();
        is_moved
    }

    /// Moves a copy. Its key is at both places first: at no moment is a copy without.
    fn move_with_key(&self, from: &Path, to: &Path) -> bool {
        let (key, new_key) = (key_path(from), key_path(to));
        match self.computer.read(&key) {
            Ok(locked) => {
                let put = file::save(&*self.computer, &new_key, &locked, Expected::Anything);
                if put.is_err() || self.computer.rename(from, to).is_err() {
                    return false;
                }
                self.computer.remove(&key).ok();
                true
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // What lay there belonged to a copy that is gone.
                self.computer.remove(&new_key).ok();
                self.computer.rename(from, to).is_ok()
            }
            Err(_) => false,
        }
    }

    /// Moves the file at `from` to `folder`, under a name that is free there.
    fn move_to(&self, from: &Path, folder: &Path) -> bool {
        let names = (1..=MOST_COPIES)
            .map(|number| folder.join(format!("recovery-{number}.{}", file::EXTENSION)));
        let Some(to) = names.into_iter().find(|it| !self.computer.is_there(it)) else {
            return false;
        };
        let is_moved = self.move_with_key(from, &to);
        self.computer.sync_folder(folder).ok();
        self.computer.sync_folder(&self.folder).ok();
        is_moved
    }

    /// The copies of windows that are gone, the newest first; `ours` left out. One that a file
    /// holds as well is removed.
    pub(super) fn leftovers(&self, files: &[PathBuf], ours: Option<&Path>) -> Vec<Leftover> {
        let mut found = Vec::new();
        for path in self.newest(&self.folder) {
            if Some(path.as_path()) == ours {
                continue;
            }
            let taken = self.take(&path);
            match (&taken, look(&*self.computer, &path, files)) {
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

    /// The file that a sealed copy came from, if `seal` is its seal.
    pub(super) fn origin_of_sealed(&self, path: &Path, seal: &Seal) -> Option<Origin> {
        origin_of_sealed(&*self.computer, path, seal)
    }

    /// What was thrown away, the newest first; what has been there for too long goes.
    pub(super) fn thrown_away(&self, today: Date) -> Vec<Leftover> {
        self.clear_temps();
        let mut found = Vec::new();
        for day in self.computer.list(&self.folder.join(THROWN_AWAY)).unwrap_or_default() {
            let name = day.file_name().and_then(|it| it.to_str());
            // Whatever else is there is not ours.
            let Some(date) = name.and_then(Date::parse) else { continue };
            // A clock that was set back keeps it longer.
            let is_old = clock::days_between(date, today).is_some_and(|days| DAYS_KEPT < days);
            if !is_old {
                let copies = self.newest(&day).into_iter();
                found.extend(
                    copies.filter_map(|path| look(&*self.computer, &path, &[])).take(MOST_LISTED),
                );
                continue;
            }
            for path in self.computer.list(&day).unwrap_or_default() {
                self.computer.remove(&path).ok();
            }
            // Only when it is empty.
            self.computer.remove_empty_folder(&day).ok();
        }
        sorted(found)
    }

    /// Removes what killed saves left behind here: it holds what families said.
    fn clear_temps(&self) {
        for path in self.computer.list(&self.folder).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let written = modified(&*self.computer, &path);
            let age = written.and_then(|it| self.computer.now().checked_sub(it));
            if name.starts_with(".rode-draad-") && age.is_some_and(|it| TEMP_AGE < it) {
                self.computer.remove(&path).ok();
            }
        }
    }

    /// The copies in a folder, the newest first.
    fn newest(&self, folder: &Path) -> Vec<PathBuf> {
        let mut paths = self.computer.list(folder).unwrap_or_default();
        paths.retain(|path| file::ends_in(path, file::EXTENSION));
        paths.sort_by_cached_key(|path| std::cmp::Reverse(modified(&*self.computer, path)));
        paths
    }
}

fn sorted(mut found: Vec<(Option<Duration>, Leftover)>) -> Vec<Leftover> {
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    found.into_iter().map(|(_, leftover)| leftover).collect()
}
