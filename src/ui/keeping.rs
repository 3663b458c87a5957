//! Keeping copies of unsaved work while it is open, and opening those of earlier.

use std::path::Path;

use egui::Ui;

use super::app::App;
use super::derived::Derived;
use super::files::{Files, file_is, map_to_save};
use super::home::throw_ui;
use super::recovery::{CopyPlace, Found, Leftover, Origin, State, Taken, Work, read};
use super::terms::Place;
use crate::document::{Document, OwnWords};
use crate::file::Seal;
use crate::i18n::Message;
use crate::model::{Date, FamilyMap};

impl App {
    /// Keeps a copy of what is not saved, a moment after each change.
    pub(super) fn keep_copy(&mut self) {
        // Who closes has saved, or does not want it kept.
        if self.session.place != Place::Map || self.may_close() {
            return;
        }
        // Nor who opens something else: what was not saved was thrown away, and does not come back.
        if self.errands.opens_from(self.document.revision()) || self.sealing.asks_to_open() {
            return;
        }
        // Words that still stand in the palette are said, too.
        let own = self.typed_own_words();
        if !self.document.is_unsaved() && own.is_none() && self.recovery.has_copy() {
            if self.file_holds_it() {
                self.recovery.forget();
            } else {
                self.document.mark_unsaved();
            }
        }
        if self.document.is_unsaved() || own.is_some() {
            let today = self.document.map().today_or(self.shell.today);
            let work = || {
                let work = work_of(&self.document, &self.derived, &self.files);
                with_own_words(work, &own, today)
            };
            let state = State { revision: self.document.revision(), own: own.clone() };
            self.recovery.watch((state, self.files.seal.as_ref()), work);
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
        file_is(&*self.shell.computer, &origin)
    }

    /// Something else is about to be opened: the copy goes only when all of it is in the file.
    pub(super) fn let_go_of_copy(&mut self) {
        if self.document.is_unsaved() {
            self.recovery.leave();
        } else {
            self.recovery.forget();
        }
    }

    /// Puts all that is open in a copy now. `None` when the disk refuses.
    pub(super) fn put_in_copy(&mut self) -> Option<CopyPlace> {
        let work = work_of(&self.document, &self.derived, &self.files);
        self.recovery.put_now(&work)
    }

    /// The user does not want to keep what is open.
    pub(super) fn throw_away_open(&mut self) {
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
        let seal = self.files.seal.as_ref();
        let is_of_it = |it: &Leftover| self.recovery.is_of(it, opened, seal);
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
        let is_sealed = |it: &Leftover| it.path == path && it.found == Found::Sealed;
        if self.offers.leftovers.iter().any(is_sealed) {
            self.ask_to_unseal_leftover(path);
            return;
        }
        let Some(taken) = self.take_leftover(path) else { return };
        match read(&*self.shell.computer, path) {
            Ok((map, origin)) => self.show_leftover(taken, (map, origin), None),
            Err(why) => {
                self.session.warn([why, vec![Message::new("window-leftover-broken")]].concat());
            }
        }
        self.update_offers();
    }

    /// Takes such work for this window; says so when another one has it.
    pub(super) fn take_leftover(&mut self, path: &Path) -> Option<Taken> {
        let taken = self.recovery.take(path);
        if matches!(taken, Taken::Living | Taken::Gone) {
            self.session.warn(vec![Message::new("leftover-elsewhere")]);
            self.update_offers();
            return None;
        }
        Some(taken)
    }

    /// Shows what was in a copy of earlier, which is ours from here on.
    pub(super) fn show_leftover(
        &mut self,
        taken: Taken,
        (map, origin): (FamilyMap, Option<Origin>),
        seal: Option<Seal>,
    ) {
        self.show_map(map);
        self.document.mark_unsaved();
        self.files = Files::from(origin);
        self.files.seal = seal;
        if let Taken::Ours(place) = taken {
            let state = (self.document.revision(), self.files.seal.as_ref());
            self.recovery.adopt(place, state);
        }
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
fn with_own_words(work: Work, own: &Option<OwnWords>, today: Date) -> Work {
    let Some(own) = own.clone() else { return work };
    let mut document = Document::new(work.map.clone());
    match document.add_own_words(own, today) {
        Ok(()) => Work { map: document.map_to_save(), ..work },
        Err(_) => work,
    }
}

fn work_of(document: &Document, derived: &Derived, files: &Files) -> Work {
    let map = map_to_save(document, derived);
    Work { map, origin: files.origin(), seal: files.seal.clone() }
}
