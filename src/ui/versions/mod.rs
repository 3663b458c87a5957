//! Earlier versions: what a save replaced, to look at, compare and put back; and the day on which a
//! map is to go for good.

mod anew;
mod app;
mod changed;
mod gone;
mod rule;
mod screen;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::home::Picture;
use super::seen::ShownFor;
use super::shell::computer::Computer;
use crate::file::{self, Expected, Fingerprint, KeptKeys, SaveError, Seal};
use crate::i18n::Message;
use crate::model::{FamilyMap, PersonId};
use store::Stored;

pub(super) use anew::{Anew, NotAllSealed, Unsealable};
pub(super) use store::{Kept, Sealed, Store};

/// Earlier versions of maps, and what is asked about them now.
#[derive(Debug)]
pub(super) struct Versions {
    store: Store,
    /// The list, while it is open.
    open: Option<Open>,
    /// The day to throw the map away is past: how far the question is.
    overdue: Option<Stage>,
}

/// How far the question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// It is said that the day is past.
    Told,
    /// It is asked whether the map may really go.
    Sure,
}

/// The list of the open map's versions.
#[derive(Debug, Default)]
struct Open {
    /// The newest first.
    versions: Vec<Version>,
    chosen: usize,
    /// It is asked whether all of them may go.
    throws: Throws,
    /// What is shown of the chosen one, and what that was made for.
    seen: Option<(usize, ShownFor, Seen)>,
}

/// Is it asked whether all versions may go?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Throws {
    #[default]
    No,
    Asks,
}

/// One row of the list.
#[derive(Debug)]
struct Version {
    stored: Stored,
    /// How many people are in it, once somebody looked.
    n_people: Option<Looked>,
}

/// What a look into a version found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    People(usize),
    Sealed,
    Broken,
}

/// What is shown of one version.
#[derive(Debug)]
enum Seen {
    Map {
        picture: Box<Picture>,
        changed: Vec<String>,
        /// With whom.
        people: BTreeSet<PersonId>,
    },
    Broken(String),
}

impl Versions {
    pub(super) fn in_folder(folder: Option<PathBuf>, computer: Arc<dyn Computer>) -> Self {
        Self { store: Store::new(folder, computer), open: None, overdue: None }
    }

    /// Who keeps what a save is about to replace.
    pub(super) fn keeper(&self) -> Store {
        self.store.clone()
    }

    /// Seals every version of the map in `file` that `from` opens for the key of `to`; without one,
    /// takes the seal off. False when that is not so of each.
    pub(super) fn reseal(&self, file: &Path, from: &KeptKeys, to: Option<&KeptKeys>) -> bool {
        self.store.reseal(file, from, to)
    }

    /// The seal of `file` is off, with the keys of its versions above it: takes the seal off them, and
    /// then the keys out of the file. What is not done now is when the file is opened.
    #[cfg_attr(
        not(feature = "desktop"),
        expect(dead_code, reason = "only the command line takes a seal off where a file lies")
    )]
    pub(super) fn follow_unsealed(&self, file: &Path) {
        let computer = &**self.store.computer();
        let Ok(bytes) = file::read(computer, file) else { return };
        if KeptKeys::above(&bytes).is_some_and(|keys| self.reseal(file, &keys, None)) {
            drop_keys(computer, file);
        }
    }

    /// Is there a version of the map in `file` that anybody can read?
    pub(super) fn has_open(&self, file: &Path) -> bool {
        self.store.has_open(file)
    }

    /// Removes every version of the map in `file`; false when one stays.
    pub(super) fn remove_all(&self, file: &Path) -> bool {
        self.store.remove_all(file)
    }

    /// Removes the versions of every map; false when one stays.
    pub(super) fn remove_everything(&self) -> bool {
        self.store.remove_everything()
    }

    /// Asks nothing any more.
    pub(super) fn close(&mut self) {
        (self.open, self.overdue) = (None, None);
    }

    /// Does a question stand in the way?
    pub(super) const fn is_asking(&self) -> bool {
        self.open.is_some() || self.overdue.is_some()
    }

    fn map_of(&self, stored: &Stored, seal: Option<&Seal>) -> Result<FamilyMap, Message> {
        self.store.map_of(stored, seal)
    }

    /// A look into a version. To try a passphrase takes half a second: only the chosen one is opened
    /// by it.
    fn look_into(&self, stored: &Stored, seal: Option<&Seal>) -> Looked {
        if self.store.read(stored).is_ok_and(|bytes| file::takes_work(&bytes)) {
            return Looked::Sealed;
        }
        self.map_of(stored, seal).map_or(Looked::Broken, |map| Looked::People(map.people.len()))
    }
}

/// Takes the keys out of a plain file: nothing is sealed for them any more. What is in it now, unless
/// that could not be: then the next save does it.
pub(super) fn drop_keys(computer: &dyn Computer, path: &Path) -> Option<Fingerprint> {
    let bytes = file::read(computer, path).ok()?;
    let expected = Expected::File(Fingerprint::of(&bytes));
    match file::save(computer, path, file::without_keys(&bytes), expected) {
        Ok(print) | Err(SaveError::Unconfirmed(print)) => Some(print),
        Err(_) => None,
    }
}
