//! Copies of work that is not saved yet: nothing is lost when the power goes.
//!
//! A copy lies in the state folder, never beside the document, and is written at most two seconds
//! after a change, whether frames are drawn or not. It goes only when what it holds is in a file,
//! or in a newer copy; what the user throws away stays a week (see [`shelf`]). Of a sealed map the
//! copy is sealed, too, and opens with the same passphrase.

mod leftover;
mod shelf;
#[cfg(test)]
mod tests;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub(super) use leftover::{
    Found, Leftover, Origin, StaysShut, Unsealed, Work, Written, read, unseal, written,
};
pub(super) use shelf::{Place as CopyPlace, Taken};

use crate::document::OwnWords;
use crate::file::Seal;
use crate::model::Date;
use crate::ui::shell::computer::Computer;
use shelf::{Place, Shelf};
use writer::Writer;

/// A change is handed to the disk after this long at most; the disk has the rest of two seconds.
const DELAY: Duration = Duration::from_millis(1_000);

/// Which work it is: the state of the document, and words that still stand in the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) revision: u64,
    pub(super) own: Option<OwnWords>,
}

impl From<u64> for State {
    fn from(revision: u64) -> Self {
        Self { revision, own: None }
    }
}

/// The copy of what is open now, and those of earlier.
#[derive(Debug)]
pub(super) struct Recovery {
    shelf: Option<Arc<Shelf>>,
    /// Where our copy is, once there was something to keep.
    place: Option<Place>,
    /// The state that the writer was given last.
    handed: Option<State>,
    /// For which key our copy is sealed; `None` for one that anybody can read.
    sealed_for: Option<String>,
    writer: Arc<Writer>,
}

impl Recovery {
    pub(super) fn in_folder(folder: Option<PathBuf>, computer: Arc<dyn Computer>) -> Self {
        Self::with_delay(folder, computer, DELAY)
    }

    fn with_delay(folder: Option<PathBuf>, computer: Arc<dyn Computer>, delay: Duration) -> Self {
        let writer = Arc::new(Writer::new(delay, Arc::clone(&computer)));
        Self {
            shelf: folder.map(|folder| Arc::new(Shelf::new(folder, computer))),
            place: None,
            handed: None,
            sealed_for: None,
            writer,
        }
    }

    /// Work that windows left behind when they ended before it was saved, the newest first. What
    /// its file or one of `files` holds as well is no longer asked about.
    pub(super) fn leftovers(&self, files: &[PathBuf]) -> Vec<Leftover> {
        let Some(shelf) = &self.shelf else { return Vec::new() };
        shelf.leftovers(files, self.place.as_ref().map(Place::path))
    }

    /// What was thrown away and can still be put back, the newest first. What was thrown away
    /// more than a week before `today` goes now.
    pub(super) fn thrown_away(&self, today: Date) -> Vec<Leftover> {
        self.shelf.as_ref().map_or_else(Vec::new, |shelf| shelf.thrown_away(today))
    }

    /// Notes the state of a document with unsaved work, and what it is sealed with; called after
    /// every change.
    pub(super) fn watch(
        &mut self,
        (state, seal): (impl Into<State>, Option<&Seal>),
        work: impl FnOnce() -> Work,
    ) {
        let state = state.into();
        if self.shelf.is_none() {
            return;
        }
        let is_sealed_anew =
            self.place.is_some() && self.sealed_for.as_deref() != seal.map(Seal::id);
        if self.handed.as_ref() == Some(&state) && !is_sealed_anew {
            return;
        }
        let work = work();
        if is_sealed_anew && !self.move_away(&work) {
            self.writer.failed();
            return;
        }
        let Some(shelf) = &self.shelf else { return };
        if self.place.is_none() {
            self.place = shelf.new_place();
            self.sealed_for = seal.map(|it| it.id().to_owned());
        }
        let Some(place) = &self.place else {
            self.writer.failed();
            return;
        };
        if self.writer.hand(shelf, place.path(), work) {
            self.handed = Some(state);
        }
    }

    /// Another seal: the copy goes to another place, whole, before the one that was goes. A copy and
    /// a key that do not belong together would be lost.
    fn move_away(&mut self, work: &Work) -> bool {
        self.writer.drop_waiting();
        let Some(shelf) = &self.shelf else { return true };
        let Some(place) = shelf.new_place() else { return false };
        if shelf.write(place.path(), work).is_err() {
            shelf.remove(&place);
            return false;
        }
        if let Some(former) = self.place.replace(place) {
            shelf.remove(&former);
        }
        self.sealed_for = work.seal.as_ref().map(|it| it.id().to_owned());
        true
    }

    /// Is there a copy of what is open, or will there be?
    pub(super) const fn has_copy(&self) -> bool {
        self.place.is_some()
    }

    /// No copy could be kept lately: to be told once.
    pub(super) fn is_failing(&self) -> bool {
        self.writer.is_failing()
    }

    /// The work is of another file than the copy says: it is written once more.
    pub(super) fn hand_again(&mut self) {
        self.handed = None;
    }

    /// All of the work is safe in a file.
    pub(super) fn forget(&mut self) {
        self.writer.drop_waiting();
        if let (Some(place), Some(shelf)) = (self.place.take(), &self.shelf) {
            shelf.remove(&place);
        }
        self.handed = None;
    }

    /// Puts `work` in a copy now, and gives the copy away. `None` when the disk refuses.
    pub(super) fn put_now(&mut self, work: &Work) -> Option<CopyPlace> {
        self.writer.drop_waiting();
        self.handed = None;
        let seal = work.seal.as_ref().map(Seal::id);
        if self.place.is_some() && self.sealed_for.as_deref() != seal {
            return if self.move_away(work) { self.place.take() } else { None };
        }
        let shelf = self.shelf.as_ref()?;
        if self.place.is_none() {
            self.place = shelf.new_place();
            self.sealed_for = seal.map(str::to_owned);
        }
        shelf.write(self.place.as_ref()?.path(), work).ok()?;
        self.place.take()
    }

    /// What is in a copy that was given away is in a file.
    pub(super) fn drop_copy(&self, place: &CopyPlace) {
        if let Some(shelf) = &self.shelf {
            shelf.remove(place);
        }
    }

    /// Something else is opened: the copy stays, to be offered.
    pub(super) fn leave(&mut self) {
        self.flush();
        self.place = None;
        self.handed = None;
    }

    /// Writes what waits now.
    fn flush(&self) {
        if let Some(shelf) = &self.shelf {
            self.writer.flush(shelf);
        }
    }

    /// The user does not want `work` kept: it stays a week.
    pub(super) fn throw_away(&mut self, work: &Work, today: Date) {
        self.writer.drop_waiting();
        self.handed = None;
        let is_sealed_anew =
            self.place.is_some() && self.sealed_for.as_deref() != work.seal.as_ref().map(Seal::id);
        // Not only what was there a second ago. Should the disk refuse, that is still there.
        let is_written = is_sealed_anew && self.move_away(work);
        let Some(shelf) = &self.shelf else { return };
        let Some(place) = self.place.take().or_else(|| shelf.new_place()) else { return };
        if !is_sealed_anew && !is_written {
            shelf.write(place.path(), work).ok();
        }
        shelf.throw_away(&place, today);
    }

    /// Takes the copy at `path` for this window, so that no other window does.
    pub(super) fn take(&self, path: &Path) -> Taken {
        self.shelf.as_ref().map_or(Taken::Gone, |shelf| shelf.take(path))
    }

    /// What was taken is open now, in `state`: its copy is ours from here on, and stays
    /// until it is saved or a newer state has taken its place.
    pub(super) fn adopt(&mut self, place: Place, (state, seal): (impl Into<State>, Option<&Seal>)) {
        self.leave();
        self.place = Some(place);
        self.handed = Some(state.into());
        self.sealed_for = seal.map(|it| it.id().to_owned());
    }

    /// Throws a copy of earlier away; false when another window has it.
    pub(super) fn discard(&self, path: &Path, today: Date) -> bool {
        let Some(shelf) = &self.shelf else { return false };
        match shelf.take(path) {
            Taken::Ours(place) => shelf.throw_away(&place, today),
            Taken::Living | Taken::Unlocked | Taken::Gone => false,
        }
    }

    /// Work that was left behind, or thrown away, of the map in `file` that is sealed with `seal`.
    pub(super) fn is_of(&self, it: &Leftover, file: &Path, seal: Option<&Seal>) -> bool {
        let sealed = || self.shelf.as_ref()?.origin_of_sealed(&it.path, seal?);
        let origin = match &it.found {
            Found::Sealed => sealed(),
            Found::Map { .. } | Found::Broken(_) => it.origin().cloned(),
        };
        origin.is_some_and(|it| it.path == file)
    }

    /// Removes for good every copy of a map that came from `file`; false when one stays, as another
    /// window has it.
    pub(super) fn remove_all_of(&self, file: &Path, seal: Option<&Seal>, today: Date) -> bool {
        let Some(shelf) = &self.shelf else { return true };
        let is_of_it = |it: &Leftover| self.is_of(it, file, seal);
        for it in self.thrown_away(today).iter().filter(|it| is_of_it(it)) {
            shelf.remove_thrown(&it.path);
        }
        for it in self.leftovers(&[]).iter().filter(|it| is_of_it(it)) {
            if let Taken::Ours(place) = shelf.take(&it.path) {
                shelf.remove(&place);
            }
        }
        !self.leftovers(&[]).iter().chain(&self.thrown_away(today)).any(is_of_it)
    }

    /// Removes every copy, thrown away or not; false when one stays, as another window has it.
    pub(super) fn remove_everything(&self) -> bool {
        self.shelf.as_ref().is_none_or(|shelf| shelf.remove_everything())
    }

    /// Puts what was thrown away back among the leftovers.
    pub(super) fn put_back(&self, path: &Path) -> bool {
        self.shelf.as_ref().is_some_and(|shelf| shelf.put_back(path))
    }
}

impl Drop for Recovery {
    /// Also when the program falls over: what waits is written.
    fn drop(&mut self) {
        self.flush();
    }
}
