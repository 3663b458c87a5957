//! Saves maps: the answer comes later.

use std::path::Path;
use std::sync::mpsc::{Sender, channel};

use super::{Saved, file_name, map_to_save};
use crate::file::{self, Expected, Fingerprint, SaveError, Seal};
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::errands::{Made, Save, UnderWay, answer_of};
use crate::ui::sealing::NotSealed;
use crate::ui::shell::documents::{Fault, Make, Order, Outcome};
use crate::ui::versions::{Anew, Kept, Sealed};

impl App {
    /// Saves where the map came from, or asks where.
    pub(in crate::ui) fn save(&mut self) -> Saved {
        match self.files.path.clone() {
            Some(path) => self.save_at(&path, Expected::Anything),
            None => {
                self.ask(Purpose::Save);
                Saved::Asking
            }
        }
    }

    /// Saves at `path`, where `elsewhere` is expected unless it is the file of the map. The map is
    /// saved as it is now; that it is saved is said when it is.
    pub(in crate::ui) fn save_at(&mut self, path: &Path, elsewhere: Expected) -> Saved {
        if !self.may_replace(path, self.expected_at(path, elsewhere)) {
            return Saved::No;
        }
        self.errands.ask_to_save(Save {
            of: self.errands.map,
            path: path.to_owned(),
            elsewhere,
            map: self.document.shared_map(),
            whole: map_to_save(&self.document, &self.derived),
            seal: self.files.seal.clone(),
            under_way: None,
            since: self.errands.now(),
        });
        self.begin_save();
        self.poll_saves();
        Saved::Later
    }

    /// What is expected to stand at `path`.
    fn expected_at(&self, path: &Path, elsewhere: Expected) -> Expected {
        let is_same = self.files.path.as_deref() == Some(path);
        match self.files.fingerprint {
            Some(fingerprint) if is_same => Expected::File(fingerprint),
            _ => elsewhere,
        }
    }

    /// Begins with the first save, unless it is under way.
    fn begin_save(&mut self) {
        let Some(save) = self.errands.saves.front().filter(|it| it.under_way.is_none()) else {
            return;
        };
        let (made, its_made) = channel();
        let order = Order {
            path: save.path.clone(),
            expected: self.expected_at(&save.path, save.elsewhere),
            make: self.maker(save, made),
        };
        let outcome = self.shell.documents.write(order, self.errands.wake());
        match outcome {
            Some(outcome) => {
                if let Some(save) = self.errands.saves.front_mut() {
                    save.under_way = Some(UnderWay { outcome, made: its_made });
                }
            }
            None => {
                if let Some(save) = self.errands.saves.pop_front() {
                    self.not_saved(&save, Fault::cannot_begin(), None);
                }
            }
        }
    }

    /// What makes the bytes of the file, and keeps what they replace.
    fn maker(&self, save: &Save, made: Sender<Made>) -> Make {
        let (whole, path, seal) = (save.whole.clone(), save.path.clone(), save.seal.clone());
        let known = self.files.fingerprint.zip(self.files.plain.clone());
        let former = self.files.keys_of_before.clone().filter(|_| seal.is_none());
        let keys = seal.as_ref().map(Seal::kept_keys).or(former.clone());
        let (versions, today) = (self.versions.keeper(), self.shell.today);
        let is_put_on = save.seal_id() == self.files.seal.as_ref().map(Seal::id);
        let unsealable = self.files.put_on.as_ref().filter(|_| is_put_on).map(|it| it.unsealable);
        Box::new(move |_| {
            let bytes = file::to_bytes(&whole)?;
            let sealed = match (&seal, &former) {
                (Some(seal), _) => seal.seal(&bytes).map_err(|_why| SaveError::Differs)?,
                (None, Some(former)) => former.over(&bytes),
                (None, None) => bytes.clone(),
            };
            let known = known.as_ref().map(|(print, plain)| (*print, plain.as_slice()));
            let how = keys.as_ref().map(|keys| Sealed { keys, known });
            let anew = match (&keys, unsealable) {
                (Some(keys), Some(unsealable)) => versions.seal_anew(&path, keys, unsealable),
                _ => Ok(None),
            };
            let Ok(beside) = &anew else {
                made.send(Made { kept: Kept::Nothing, anew, plain: None }).ok();
                return Err(Fault::NotMade(vec![Message::new("seal-refused-versions")]));
            };
            let lock = beside.as_ref().map(Anew::lock);
            let kept = versions.keep_former(lock, &path, (&sealed, how), today);
            // When the window is gone nobody wants to know.
            made.send(Made { kept, anew, plain: seal.is_some().then_some(bytes) }).ok();
            Ok(sealed)
        })
    }

    /// Takes the answers about saves, in the order in which they were asked.
    pub(in crate::ui) fn poll_saves(&mut self) {
        loop {
            let under_way = self.errands.saves.front().and_then(|it| it.under_way.as_ref());
            let Some(under_way) = under_way else { return };
            let gone = || Outcome::No(Fault::cannot_begin());
            let Some(outcome) = answer_of(&under_way.outcome, gone) else { return };
            let made = under_way.made.try_recv().ok();
            let Some(save) = self.errands.saves.pop_front() else { return };
            self.save_answered(&save, outcome, made);
            self.begin_save();
            self.go_on_leaving();
        }
    }

    fn save_answered(&mut self, save: &Save, outcome: Outcome, made: Option<Made>) {
        let is_open = save.of == self.errands.map;
        match outcome {
            Outcome::Saved(fingerprint) if is_open => {
                self.document.mark_saved(&save.map);
                let Made { kept, anew, plain } =
                    made.unwrap_or(Made { kept: Kept::Nothing, anew: Ok(None), plain: None });
                self.saved_at(save, (fingerprint, plain), (kept, anew.unwrap_or_default()));
            }
            Outcome::Saved(_) => {
                if let Some(anew) = made.and_then(|it| it.anew.ok().flatten()) {
                    anew.put();
                }
                // Another map is open by now; of that nothing is said.
                self.settings.opened(&save.path);
                self.shell.keep(&self.settings);
                let saved = Message::new("window-saved").arg("name", file_name(&save.path));
                self.session.tell(saved);
            }
            Outcome::HandedOver => {
                // Nobody knows where it went: it counts as not saved, and its copy stays.
                let over = Message::new("window-handed-over").arg("name", file_name(&save.path));
                self.session.warn(vec![over]);
                if self.leaving.as_ref().is_some_and(|it| it.is_saving) {
                    self.leave_now();
                }
            }
            Outcome::No(fault) => self.not_saved(save, fault, made),
        }
    }

    fn not_saved(&mut self, save: &Save, fault: Fault, made: Option<Made>) {
        // Who could not save does not want to leave either.
        self.leaving.take_if(|it| it.is_saving);
        self.errands.drop_unbegun(&save.path);
        let is_open = save.of == self.errands.map;
        if is_open && self.files.path.as_ref() == Some(&save.path) {
            self.files.recall_fingerprint();
        }
        if is_open && save.seal.is_none() {
            self.put_seal_back();
        }
        let is_kept_as_it_was =
            matches!(fault, Fault::NotMade(_) | Fault::NotSaved(SaveError::Disk(_)));
        let is_put_on = save.seal_id() == self.files.seal.as_ref().map(Seal::id);
        if is_open && is_kept_as_it_was && is_put_on && self.files.put_on.is_some() {
            let what = match made {
                Some(Made { anew: Err(_), .. }) => NotSealed::Versions,
                _ => NotSealed::File,
            };
            let why = match fault {
                Fault::NotMade(why) => why,
                Fault::NotSaved(error) => error.messages(),
            };
            return self.refuse_seal(what, why);
        }
        let error = match fault {
            Fault::NotMade(messages) => return self.session.warn(messages),
            Fault::NotSaved(error) => error,
        };
        if error == SaveError::Changed && is_open {
            // Nothing of anybody is replaced: three ways on are offered.
            self.ask_about_neighbour(&save.path);
            return;
        }
        if let SaveError::Unconfirmed(fingerprint) = error
            && is_open
        {
            // The next save must not take its own file for somebody else's.
            self.files.fingerprint = Some(fingerprint);
            self.files.path = Some(save.path.clone());
            self.files.plain = made.and_then(|it| it.plain);
        }
        self.session.warn(error.messages());
    }

    /// The map is in the file at `path` now: everything else follows.
    fn saved_at(
        &mut self,
        save: &Save,
        (fingerprint, plain): (Fingerprint, Option<Vec<u8>>),
        (kept, anew): (Kept, Option<Anew>),
    ) {
        let path = save.path.as_path();
        let others = [self.files.path.clone(), self.files.imported_from.clone()];
        // Another seal may have been asked for since: that is settled by its own save.
        let is_its_seal = save.seal_id() == self.files.seal.as_ref().map(Seal::id);
        let is_newly_sealed = is_its_seal && self.files.put_on.is_some();
        self.files.saved_before = self.files.path.replace(path.to_owned());
        self.files.took_over(fingerprint, plain);
        self.files.fingerprint_before = None;
        self.files.imported_from = None;
        if self.document.is_unsaved() {
            // The copy holds what was done since; it comes from another file now.
            self.recovery.hand_again();
        } else {
            self.recovery.forget();
        }
        self.settings.opened(path);
        self.shell.keep(&self.settings);
        let saved = Message::new("window-saved").arg("name", file_name(path));
        match kept {
            Kept::Nothing | Kept::Yes => self.session.tell(saved),
            Kept::Not => {
                self.session.warn(vec![saved, Message::new("versions-not-kept")]);
            }
        }
        self.session.asks_seal = false;
        if is_its_seal {
            self.settle_seal(path, anew);
        }
        if is_newly_sealed {
            self.offer_to_remove_open(path, others.into_iter().flatten().collect());
        }
        self.session.repairs.clear();
        self.told_of_copy(path);
        // Who has it open, too, was told when it was opened.
        self.hold(path).ok();
    }
}
