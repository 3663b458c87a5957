//! Watches what others do to the file, and does what was answered.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;

use super::merging::Merging;
use super::other::{Known, Other, Wants};
use super::watcher::Stands;
use super::{Answer, Asks, conflict};
use crate::document::Command;
use crate::file::{self, Expected, Fingerprint};
use crate::i18n::Message;
use crate::merge::{Conflict, ConflictId, Side, hidden_ones, made_from, merge};
use crate::model::{CardId, FamilyMap, PersonId};
use crate::pattern::{self, Cards};
use crate::shown::Names;
use crate::ui::app::App;
use crate::ui::derived::cards;
use crate::ui::dialogs::Purpose;
use crate::ui::files::file_is;
use crate::ui::shell::computer::{Lock, Locked};
use crate::ui::terms::{Fit, Place};
use crate::ui::{Action, FileAction, seen};

/// So long another window may take to let go of the map: one that fell over a moment ago on a slow
/// machine is no other window.
const PATIENCE: Duration = Duration::from_millis(600);

impl App {
    /// Looks whether somebody else did something to the file; asks what now, once for each time.
    pub(in crate::ui) fn watch_neighbours(&mut self, ctx: &Context) {
        // What a save of our own does is no news.
        let is_open = self.session.place == Place::Map && !self.errands.is_saving();
        let origin = self.files.origin().filter(|it| is_open && it.fingerprint.is_some());
        let path = origin.as_ref().map(|it| it.path.as_path());
        let seen = self.neighbours.watcher.look_at(&self.shell.computer, path, ctx);
        if path.is_none() {
            self.neighbours.open = None;
        }
        let (Some(seen), Some(origin)) = (seen, origin) else {
            self.neighbours.told = None;
            return;
        };
        let is_ours = matches!(seen, Stands::File(print) if Some(print) == origin.fingerprint);
        if is_ours {
            self.neighbours.told = None;
        } else if self.neighbours.told != Some(seen) && !self.is_asked() {
            // Once more, and now: what was seen may be of before our own save.
            if file_is(&*self.shell.computer, &origin) {
                return;
            }
            self.neighbours.told = Some(seen);
            self.ask_about_neighbour(&origin.path);
        }
    }

    /// Asks what to do, as the file is not what it was.
    pub(in crate::ui) fn ask_about_neighbour(&mut self, path: &Path) {
        let is_there = file::read(&*self.shell.computer, path).is_ok();
        self.neighbours.asks = Some(if is_there { Asks::Changed } else { Asks::Gone });
    }

    /// May the file at `path` be replaced? One that may only be read is asked about.
    pub(in crate::ui) fn may_replace(&mut self, path: &Path, expected: Expected) -> bool {
        let is_read_only = self.shell.computer.is_read_only(path);
        if !is_read_only || self.neighbours.may_replace.as_deref() == Some(path) {
            return true;
        }
        self.neighbours.asks = Some(Asks::ReadOnly(path.to_owned(), expected));
        false
    }

    /// A map was opened from `path`: says who else has it open, offers what lies beside it.
    pub(in crate::ui) fn meet_neighbours(&mut self, path: &Path) {
        self.neighbours.may_replace = None;
        let copies = conflict::beside(&*self.shell.computer, path);
        if !copies.is_empty() {
            self.neighbours.asks = Some(Asks::Copies(copies));
        }
        if self.hold(path).is_err() {
            self.session.warn(vec![Message::new("neighbour-window")]);
        }
    }

    /// Holds the map for this window; an error when another one does.
    pub(in crate::ui) fn hold(&mut self, path: &Path) -> Result<(), Elsewhere> {
        if self.neighbours.open.as_ref().is_some_and(|(open, _)| open == path) {
            return Ok(());
        }
        self.neighbours.open = None;
        self.neighbours.open = self.lock_map(path)?.map(|it| (path.to_owned(), it));
        Ok(())
    }

    /// Takes the lock that says that a window has the map open. Nothing where there are no locks.
    fn lock_map(&self, path: &Path) -> Result<Option<Lock>, Elsewhere> {
        let computer = &self.shell.computer;
        let Some(folder) = &self.shell.storage.state else { return Ok(None) };
        let whole = computer.resolve(path);
        let key = Fingerprint::of(whole.as_os_str().as_encoded_bytes()).key();
        if computer.private_folder(folder).is_err() {
            return Ok(None);
        }
        match computer.lock(&folder.join(format!("open-{key}.lock")), PATIENCE) {
            Locked::Ours(lock) => Ok(Some(lock)),
            Locked::Unknown => Ok(None),
            Locked::Others => Err(Elsewhere),
        }
    }

    /// Carries out what was answered.
    pub(super) fn answer_neighbour(&mut self, answer: Answer) {
        let asked = self.neighbours.asks.take();
        match answer {
            Answer::Later => {}
            Answer::KeepMineElsewhere => self.ask(Purpose::Save),
            Answer::TakeTheirs(path) => {
                if self.has_unsaved_work() {
                    // It stays a week among what was thrown away.
                    self.throw_away_open();
                    self.session.tell(Message::new("neighbour-mine-kept"));
                }
                self.perform_now(Action::File(FileAction::OpenPath(path)));
            }
            Answer::LookAtBoth(path) => self.begin_reading(path, Wants::Look),
            Answer::Merge(path) => self.begin_reading(path, Wants::Merge),
            Answer::Choose(id, side) => {
                if let Some(Asks::Merging(merging)) = asked {
                    self.settle(*merging, id, side);
                }
            }
            Answer::TakeBoth => {
                if let Some(Asks::Merging(merging)) = asked {
                    self.take_both(*merging);
                }
            }
            Answer::Replace => self.replace(asked),
            Answer::PutBack => {
                if let Some(path) = self.files.path.clone() {
                    self.files.forget_fingerprint();
                    // Until it is there again.
                    self.document.mark_unsaved();
                    self.save_at(&path, Expected::Nothing);
                }
            }
        }
    }

    /// Puts the open map in the place of what was asked about, and of nothing that came after it.
    fn replace(&mut self, asked: Option<Asks>) {
        let (path, expected) = match asked {
            Some(Asks::ReadOnly(path, expected)) => (path, expected),
            Some(Asks::Both(both)) => {
                let Ok((_, _, Known { print, plain })) = both.seen else { return };
                // What stands there goes to the earlier versions.
                self.files.took_over(print, plain);
                // Until it is there.
                self.document.mark_unsaved();
                (both.path, Expected::File(print))
            }
            _ => return,
        };
        self.neighbours.may_replace = Some(path.clone());
        self.save_at(&path, expected);
    }

    /// Shows what would come of this map and the `other` one, of which `versions` were kept.
    pub(super) fn begin_merging(
        &mut self,
        path: PathBuf,
        other: Other,
        mut versions: Vec<FamilyMap>,
    ) {
        let Other { map: theirs, stands } = other;
        if self.files.path.as_ref() == Some(&path) {
            // A map in another file was not made from what is saved here now: without an earlier version
            // all that differs is asked.
            versions.extend(self.document.saved().cloned());
        }
        let base = made_from(&versions, &theirs).cloned();
        self.show_merging((path, stands), base, theirs, BTreeMap::new());
    }

    fn settle(&mut self, merging: Merging, id: ConflictId, side: Side) {
        let Merging { path, stands, base, theirs, mut choices, .. } = merging;
        choices.insert(id, side);
        self.show_merging((path, stands), base, theirs, choices);
    }

    fn show_merging(
        &mut self,
        (path, stands): (PathBuf, Known),
        base: Option<FamilyMap>,
        theirs: FamilyMap,
        choices: BTreeMap<ConflictId, Side>,
    ) {
        let merged = match merge(base.as_ref(), self.document.map(), &theirs, &choices) {
            Ok(merged) => merged,
            Err(why) => return self.session.warn(vec![why.message()]),
        };
        // Then the room says it in its own words: something may still be chosen.
        let nothing = self.texts().get("changed-nothing");
        let mut changes = self.changes_to(&merged.map);
        changes.retain(|it| *it != nothing);
        let (other, _) = seen::seen(&theirs, &self.shown.made_for);
        let conflicts = &merged.conflicts;
        let mut hidden = hidden_ones(conflicts, self.document.map(), self.shown_map());
        hidden.extend(hidden_ones(conflicts, &theirs, &other));
        let cards = cards(&theirs, self.shell.today, &self.session.opened);
        let told =
            conflicts.iter().map(|it| self.tell_conflict(it, (&other, &cards), &hidden)).collect();
        let merging = Merging { path, stands, base, theirs, choices, merged, changes, told };
        self.neighbours.asks = Some(Asks::Merging(Box::new(merging)));
    }

    /// About what a conflict is, and what stands on either map; of what is `hidden` on one of them, or
    /// of a card that is not told now, only that it is there.
    fn tell_conflict(
        &self,
        conflict: &Conflict,
        (other, cards): (&FamilyMap, &Cards),
        hidden: &BTreeSet<ConflictId>,
    ) -> (ConflictId, String, [String; 2]) {
        let (texts, shown) = (self.texts(), self.shown_map());
        let is_told =
            |id: &CardId| [&self.derived.cards, cards].iter().all(|it| it.get(id).is_some());
        let is_shown = self.session.names == Names::Shown
            && !hidden.contains(&conflict.id)
            && !conflict.is_untold()
            && conflict.card().is_none_or(|id| is_told(&id));
        let unseen = ["merge-hidden-mine", "merge-hidden-theirs"].map(|it| texts.get(it));
        if !is_shown {
            return (conflict.id.clone(), texts.get("merge-hidden"), unseen);
        }
        let context = self.panel_context();
        let called = |id: &PersonId| match shown.person(id).or_else(|| other.person(id)) {
            Some(person) if !person.name.is_empty() => person.name.short().to_owned(),
            _ => context.name(id),
        };
        let about = conflict.about(self.document.map(), texts, &called);
        let says = if conflict.is_for_teller() {
            unseen
        } else {
            [Side::Mine, Side::Theirs].map(|side| conflict.says(side, texts, &called))
        };
        (conflict.id.clone(), about, says)
    }

    /// Makes the two maps one, as one step to undo. No file changes.
    fn take_both(&mut self, merging: Merging) {
        let mut map = merging.merged.map;
        pattern::carry_marks(&mut map, self.shell.today);
        let done = self.document.execute(Command::PutBack(Box::new(map)));
        if self.told(done).is_none() {
            return;
        }
        self.drop_what_is_gone();
        self.session.fit = Some(Fit::All);
        let message = Message::new("merge-done");
        self.session.tell_with_undo(message, self.document.revision());
        // What was read there is in the map: a save may take its place. Of what came after it the
        // watcher tells.
        if self.files.path.as_ref() == Some(&merging.path) {
            let Known { print, plain } = merging.stands;
            self.files.took_over(print, plain);
            self.document.mark_unsaved();
        }
    }
}

/// The map is open in another window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Elsewhere;
