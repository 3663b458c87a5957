//! Versions that are sealed anew, in two steps: they are made beside those that are there, and take
//! their places once the file holds the key that opens them. On a disk without room the first step
//! fails, and nothing is other than before.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::store::{LEFT, Store, Stored};
use crate::file::{self, KeptKeys, PathKind};
use crate::ui::shell::computer::{Computer, Locked};

/// What becomes of a version that cannot be sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum Unsealable {
    /// Then the map is not sealed either.
    #[default]
    Refuses,
    /// It goes: the user said so.
    Goes,
}

/// Some version could not be sealed: nothing is other than it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct NotAllSealed;

/// Versions that lie ready. Those that are not put in their places go.
pub(in crate::ui) struct Anew {
    computer: Arc<dyn Computer>,
    folder: PathBuf,
    /// Where each lies, and its place.
    ready: Vec<(PathBuf, PathBuf)>,
    /// Versions that could not be sealed.
    goes: Vec<PathBuf>,
    /// While it is ours no other window works there.
    lock: Locked,
}

impl fmt::Debug for Anew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Anew").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Store {
    /// Makes every version of the map in `file` anew, sealed for the first of `keys`. What they do not
    /// open stays as it is.
    ///
    /// # Errors
    /// When one cannot be sealed and may not go.
    pub(in crate::ui) fn seal_anew(
        &self,
        file: &Path,
        keys: &KeptKeys,
        unsealable: Unsealable,
    ) -> Result<Option<Anew>, NotAllSealed> {
        let Some(folder) = self.place(file) else { return Ok(None) };
        let computer = Arc::clone(self.computer());
        // A disk that does not answer may hold some.
        match computer.kind(&folder) {
            Ok(PathKind::Nothing) => return Ok(None),
            Ok(_) => {}
            Err(_) => return Err(NotAllSealed),
        }
        let lock = self.lock(&folder);
        if matches!(lock, Locked::Ours(_)) {
            self.remove_left(&folder);
        }
        let all = self.listed(computer.list(&folder).map_err(|_unread| NotAllSealed)?);
        let mut anew = Anew { computer, folder, ready: Vec::new(), goes: Vec::new(), lock };
        for stored in all {
            if !anew.make(&stored, keys) {
                match unsealable {
                    Unsealable::Refuses => return Err(NotAllSealed),
                    Unsealable::Goes => anew.goes.push(stored.path),
                }
            }
        }
        Ok(Some(anew))
    }
}

impl Anew {
    /// What came of locking the folder, for the save that goes on in it.
    pub(in crate::ui) const fn lock(&self) -> &Locked {
        &self.lock
    }

    /// Makes one anew; false when that is not possible.
    fn make(&mut self, stored: &Stored, keys: &KeptKeys) -> bool {
        let Ok(bytes) = self.computer.read(&stored.path) else { return false };
        let plain = if file::is_sealed(&bytes) { keys.open(&bytes).ok() } else { Some(bytes) };
        // It opens with nothing that is known: it is no better off.
        let Some(plain) = plain else { return true };
        let Ok(sealed) = keys.keep(&plain) else { return false };
        let name = format!("{LEFT}anew-{}-{}", self.computer.writer(), self.ready.len());
        let lies = self.folder.join(name);
        // What the last window left behind under this name.
        self.computer.remove(&lies).ok();
        let is_made = self.computer.write_new(&lies, &sealed).is_ok()
            && self.computer.read(&lies).is_ok_and(|there| there == sealed);
        if is_made {
            self.ready.push((lies, stored.path.clone()));
        } else {
            self.computer.remove(&lies).ok();
        }
        is_made
    }

    /// The file holds the key: puts each in its place. False when one could not be.
    pub(in crate::ui) fn put(mut self) -> bool {
        let mut is_done = true;
        for (lies, place) in std::mem::take(&mut self.ready) {
            // The save itself may have let an old one go.
            let is_gone = matches!(self.computer.kind(&place), Ok(PathKind::Nothing));
            if is_gone || self.computer.rename(&lies, &place).is_err() {
                is_done &= is_gone;
                self.computer.remove(&lies).ok();
            }
        }
        for path in std::mem::take(&mut self.goes) {
            is_done &= self.computer.remove(&path).is_ok();
        }
        is_done & self.computer.sync_folder(&self.folder).is_ok()
    }

    /// How many versions go.
    pub(in crate::ui) fn n_going(&self) -> usize {
        self.goes.len()
    }
}

impl Drop for Anew {
    fn drop(&mut self) {
        for (lies, _) in &self.ready {
            // What stays goes with the next save of the map.
            self.computer.remove(lies).ok();
        }
    }
}
