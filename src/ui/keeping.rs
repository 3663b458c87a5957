//! Keeping copies of unsaved work while it is open, and opening those of earlier.

use std::path::Path;

use egui::Ui;

use super::app::App;
use super::derived::Derived;
use super::files::{Files, map_to_save};
use super::home::throw_ui;
use super::recovery::{Leftover, State, Taken, Work, read};
use super::session::Place;
use crate::document::{Document, OwnWords};
use crate::file::{self, Fingerprint, RealDisk};
use crate::i18n::Message;

impl App {
    /// Keeps a copy of what is not saved, a moment after each change.
    pub(super) fn keep_copy(&mut self) {
        // Who closes has saved, or does not want it kept.
        if self.session.place != Place::Map || self.may_close() {
            return;
        }
        // Words that still stand in the palette are said, too.
        let lang = self.session.lang;
        let own = self.session.palette.as_ref().and_then(|palette| palette.own_words(lang));
        if !self.document.is_unsaved() && own.is_none() && self.recovery.has_copy() {
            if self.file_holds_it() {
                self.recovery.forget();
            } else {
                self.document.mark_unsaved();
            }
        }
        // Without a seal of its own a copy would tell what the file hides.
        if self.files.seal.is_some() {
            return;
        }
        if self.document.is_unsaved() || own.is_some() {
            let work = || with_own_words(work_of(&self.document, &self.derived, &self.files), &own);
            let state = State { revision: self.document.revision(), own: own.clone() };
            self.recovery.watch(state, work);
        }
        let is_failing = self.recovery.is_failing();
        if is_failing && !self.told_no_copy {
            self.session.warn(vec![Message::new("window-no-copy")]);
        }
        self.told_no_copy = is_failing;
    }

    /// Is the file still what was read or written last? A new map that nobody changed has none,
    /// and holds nothing.
    fn file_holds_it(&self) -> bool {
        let Some(origin) = self.files.origin() else { return true };
        let bytes = file::read(&RealDisk, &origin.path);
        bytes.is_ok_and(|bytes| origin.fingerprint == Some(Fingerprint::of(&bytes)))
    }

    /// Something else is about to be opened: the copy goes only when all of it is in the file.
    pub(super) fn let_go_of_copy(&mut self) {
        if self.document.is_unsaved() {
            self.recovery.leave();
        } else {
            self.recovery.forget();
        }
    }

    /// The user does not want to keep what is open.
    pub(super) fn throw_away_open(&mut self) {
        if self.files.seal.is_some() {
            self.recovery.forget();
            return;
        }
        let work = work_of(&self.document, &self.derived, &self.files);
        self.recovery.throw_away(&work, self.shell.today);
    }

    /// Looks again at what other windows left behind.
    pub(super) fn update_offers(&mut self) {
        self.offers.leftovers = self.recovery.leftovers(&self.settings.recent);
        self.offers.thrown_away = self.recovery.thrown_away(self.shell.today);
        self.offers.shows_thrown_away &= !self.offers.thrown_away.is_empty();
    }

    /// Says that there is unsaved work on the file that was opened.
    pub(super) fn tell_of_leftovers_of(&mut self, opened: &Path) {
        let is_of_it = |it: &Leftover| it.origin().is_some_and(|it| it.path == opened);
        if self.offers.leftovers.iter().any(is_of_it) {
            self.session.warn(vec![Message::new("leftover-of-this")]);
        }
    }

    /// Says that there is unsaved work of earlier to whoever did not see the home screen.
    pub(super) fn tell_of_leftovers(&mut self) {
        if !self.offers.leftovers.is_empty() && self.session.notice.is_none() {
            self.session.tell(Message::new("leftover-at-home"));
        }
    }

    /// Opens work that was not saved when a window ended. Its copy becomes the copy of this
    /// window: it is there all the time.
    pub(super) fn open_leftover(&mut self, path: &Path) {
        let taken = self.recovery.take(path);
        if matches!(taken, Taken::Living | Taken::Gone) {
            self.session.warn(vec![Message::new("leftover-elsewhere")]);
            self.update_offers();
            return;
        }
        match read(path) {
            Ok((map, origin)) => {
                self.show_map(map);
                self.document.mark_unsaved();
                self.files = Files::from(origin);
                if let Taken::Ours(place) = taken {
                    self.recovery.adopt(place, self.document.revision());
                }
            }
            Err(why) => {
                self.session.warn([why, vec![Message::new("window-leftover-broken")]].concat());
            }
        }
        self.update_offers();
    }

    /// Asks before a copy of earlier is thrown away.
    pub(super) fn ask_before_throwing(&mut self, ui: &Ui) {
        let Some(path) = self.offers.throwing.clone() else { return };
        let Some(leftover) = self.offers.leftovers.iter().find(|it| it.path == path) else {
            self.offers.throwing = None;
            return;
        };
        let Some(goes) = throw_ui(ui, &self.panel_context(), leftover) else { return };
        self.offers.throwing = None;
        if goes {
            if !self.recovery.discard(&path, self.shell.today) {
                self.session.warn(vec![Message::new("leftover-not-thrown")]);
            }
            self.update_offers();
        }
    }
}

/// The same with words that are not on the map yet.
fn with_own_words(work: Work, own: &Option<OwnWords>) -> Work {
    let Some(own) = own.clone() else { return work };
    let mut document = Document::new(work.map.clone());
    match document.add_own_words(own) {
        Ok(()) => Work { map: document.map_to_save(), ..work },
        Err(_) => work,
    }
}

fn work_of(document: &Document, derived: &Derived, files: &Files) -> Work {
    Work { map: map_to_save(document, derived), origin: files.origin() }
}
