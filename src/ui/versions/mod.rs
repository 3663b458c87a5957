//! Earlier versions: what a save replaced, to look at, compare and put back; and the day on which a
//! map is to go for good.

mod changed;
mod gone;
mod rule;
mod screen;
mod store;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) use store::{Kept, Sealed};

use super::app::App;
use super::home::Picture;
use super::seen::{self, ShownFor};
use crate::document::Command;
use crate::file::{self, RealDisk, Seal};
use crate::i18n::Message;
use crate::model::{Date, FamilyMap};
use crate::pattern;
use crate::ui::home::moment;
use changed::{Side, changed};
use gone::Stage;
use store::{Store, Stored};

/// Earlier versions of maps, and what is asked about them now.
#[derive(Debug)]
pub(super) struct Versions {
    store: Store,
    /// The list, while it is open.
    open: Option<Open>,
    /// The day to throw the map away is past: how far the question is.
    overdue: Option<Stage>,
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
    Map { picture: Box<Picture>, changed: Vec<String> },
    Broken(String),
}

impl Versions {
    pub(super) fn in_folder(folder: Option<PathBuf>) -> Self {
        Self { store: Store::new(folder, Arc::new(RealDisk)), open: None, overdue: None }
    }

    /// Keeps what stands in `file`, which a save is about to replace by `new`.
    pub(super) fn keep_former(
        &self,
        file: &Path,
        new: (&[u8], Option<Sealed<'_>>),
        today: Date,
    ) -> Kept {
        self.store.keep_former(file, new, today)
    }

    /// Seals every version of the map in `file` for the key of `to`; without one, takes the seal off.
    /// False when that is not so of each.
    pub(super) fn reseal(&self, file: &Path, from: Option<&Seal>, to: Option<&Seal>) -> bool {
        self.store.reseal(file, from, to)
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
        let broken = || Message::new("versions-broken");
        let mut bytes = self.store.read(stored).map_err(|_unread| broken())?;
        if file::is_sealed(&bytes) {
            bytes = seal.ok_or_else(broken)?.open_kept(&bytes).map_err(|error| error.message())?;
        }
        file::load(&bytes).map(|it| it.map).map_err(|_unread| broken())
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

impl App {
    /// Opens the list of versions.
    pub(super) fn open_versions(&mut self) {
        self.finish_naming();
        let stored = self.files.path.as_ref().map(|path| self.versions.store.list(path));
        let version = |stored| Version { stored, n_people: None };
        let versions = stored.unwrap_or_default().into_iter().map(version).collect();
        self.versions.open = Some(Open { versions, ..Open::default() });
    }

    /// Looks into one more row of the list a frame: nobody waits for fifty files.
    fn look_into_next(&mut self, ctx: &egui::Context) {
        let Some(open) = &self.versions.open else { return };
        let Some(at) = open.versions.iter().position(|it| it.n_people.is_none()) else { return };
        let look = |it: &Version| self.versions.look_into(&it.stored, self.files.seal.as_ref());
        let n_people = open.versions.get(at).map_or(Looked::Broken, look);
        if let Some(version) = self.versions.open.as_mut().and_then(|it| it.versions.get_mut(at)) {
            version.n_people = Some(n_people);
        }
        ctx.request_repaint();
    }

    /// Makes what is shown of the chosen version, when it is not there yet.
    fn see_chosen(&mut self) {
        let Some(open) = &self.versions.open else { return };
        let wanted = self.shown.made_for.clone();
        let chosen = open.chosen;
        if open.seen.as_ref().is_some_and(|(at, of, _)| *at == chosen && *of == wanted) {
            return;
        }
        let Some(version) = open.versions.get(chosen) else { return };
        let texts = self.texts();
        let seen = match self.versions.map_of(&version.stored, self.files.seal.as_ref()) {
            Ok(map) => {
                let (picture, changed) = self.beside_now(&map);
                Seen::Map { picture: Box::new(picture), changed }
            }
            Err(why) => Seen::Broken(texts.say(&why)),
        };
        if let Some(open) = &mut self.versions.open {
            open.seen = Some((chosen, wanted, seen));
        }
    }

    /// How another state of the map looks, and what changed from it to the map now.
    pub(super) fn beside_now(&self, map: &FamilyMap) -> (Picture, Vec<String>) {
        let (shown, called) = seen::seen(map, &self.shown.made_for);
        let before = Side { whole: map, shown: &shown, called: &called };
        let (whole, shown_now) = (self.document.map(), self.shown_map());
        let now = Side { whole, shown: shown_now, called: &self.shown.words };
        let picture = Picture::of(&shown, self.theme(), self.shell.today);
        (picture, changed(before, now, self.texts(), &self.session.opened))
    }

    /// Puts the chosen version in the place of the open map, as one step to undo. No file changes.
    fn put_back_chosen(&mut self) {
        let Some(open) = self.versions.open.take() else { return };
        let Some(version) = open.versions.get(open.chosen) else { return };
        let mut map = match self.versions.map_of(&version.stored, self.files.seal.as_ref()) {
            Ok(map) => map,
            Err(why) => {
                self.session.warn(vec![why]);
                return;
            }
        };
        pattern::carry_marks(&mut map, self.shell.today);
        let done = self.document.execute(Command::PutBack(Box::new(map)));
        if self.told(done).is_some() {
            self.drop_what_is_gone();
            self.session.fit = Some(super::session::Fit::All);
            let texts = self.texts();
            let when = texts.say(&moment(texts, version.stored.written, self.shell.today));
            let message = Message::new("versions-put-back-done").arg("when", when);
            self.session.tell_with_undo(message, self.document.revision());
        }
    }

    /// Throws away every version of the open map, for good.
    fn throw_away_versions(&mut self) {
        self.versions.open = None;
        let Some(path) = &self.files.path else { return };
        if self.versions.store.remove_all(path) {
            self.session.tell(Message::new("versions-thrown"));
        } else {
            self.session.warn(vec![Message::new("versions-not-thrown")]);
        }
    }
}
