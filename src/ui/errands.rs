//! What was asked of the shell and is not answered yet: maps that are being saved, a file that is being
//! opened, pictures that are being written. Frames go on meanwhile, and so does the user.

mod app;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

use egui::Context;

use super::shell::documents::{Outcome, Wake};
use super::versions::{Anew, Kept, NotAllSealed};
use crate::file::{Expected, ReadFault, Seal};
use crate::gedcom::Charset;
use crate::i18n::Message;
use crate::model::FamilyMap;

/// So often it is looked whether an answer came that did not wake the window.
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

/// Everything that is waited for.
#[derive(Debug)]
pub(super) struct Errands {
    ctx: Context,
    /// Which map is open: another one has another number.
    pub(super) map: u64,
    /// The number of the map that is behind the lock.
    behind_lock: Option<u64>,
    maps: u64,
    /// The first one is under way, the others wait for it: a save never overtakes another.
    pub(super) saves: VecDeque<Save>,
    pub(super) opening: Option<Opening>,
    pub(super) writes: Vec<Write>,
    /// Once the file that the window was opened with is there, it is said what else is.
    pub(super) tells_leftovers: bool,
}

/// A save. What is saved is the map as it was when that was asked.
#[derive(Debug)]
pub(super) struct Save {
    /// The number of its map.
    pub(super) of: u64,
    pub(super) path: PathBuf,
    /// What is expected there unless it is the file of the map.
    pub(super) elsewhere: Expected,
    /// The state of the document that it is.
    pub(super) map: Arc<FamilyMap>,
    /// The same as it goes to the file.
    pub(super) whole: FamilyMap,
    pub(super) seal: Option<Seal>,
    pub(super) under_way: Option<UnderWay>,
    /// When it was asked, in seconds of egui's clock.
    pub(super) since: f64,
}

impl Save {
    /// For which seal it is.
    pub(super) fn seal_id(&self) -> Option<&str> {
        self.seal.as_ref().map(Seal::id)
    }

    fn is_the_same(&self, other: &Self) -> bool {
        self.path == other.path
            && Arc::ptr_eq(&self.map, &other.map)
            && self.whole == other.whole
            && self.seal_id() == other.seal_id()
    }
}

/// What comes of a save that was begun.
#[derive(Debug)]
pub(super) struct UnderWay {
    pub(super) outcome: Receiver<Outcome>,
    pub(super) made: Receiver<Made>,
}

/// What came of making the file.
#[derive(Debug)]
pub(super) struct Made {
    /// Whether what was there before is kept.
    pub(super) kept: Kept,
    /// Earlier versions, sealed anew: they take their places once the file is there.
    pub(super) anew: Result<Option<Anew>, NotAllSealed>,
    /// What is in a sealed file.
    pub(super) plain: Option<Vec<u8>>,
}

/// A file that is being opened.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) path: PathBuf,
    pub(super) charset: Option<Charset>,
    pub(super) answer: Receiver<Result<Vec<u8>, ReadFault>>,
    /// The state of the document in which it was asked: whatever is not saved of it may go.
    pub(super) revision: u64,
    pub(super) since: f64,
}

/// A picture, a page or a copy that is being written.
#[derive(Debug)]
pub(super) struct Write {
    pub(super) name: String,
    pub(super) outcome: Receiver<Outcome>,
    pub(super) then: Then,
}

/// What is done when it is there.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Then {
    /// It is said, and this of what is not on it.
    Drawn(Vec<Message>),
    /// The map in this file has a copy now.
    Copied(PathBuf),
    /// This is said of what is still in it.
    Training(Vec<Message>),
}

impl Errands {
    pub(super) fn new(ctx: Context) -> Self {
        Self {
            ctx,
            map: 0,
            behind_lock: None,
            maps: 0,
            saves: VecDeque::new(),
            opening: None,
            writes: Vec::new(),
            tells_leftovers: false,
        }
    }

    /// What wakes the window when there is an answer.
    pub(super) fn wake(&self) -> Wake {
        let ctx = self.ctx.clone();
        Box::new(move || ctx.request_repaint())
    }

    /// Seconds of egui's clock.
    pub(super) fn now(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// Another map is open now, or none. What was not begun is not: the copy holds it.
    pub(super) fn other_map(&mut self) {
        self.saves.retain(|it| it.under_way.is_some());
        self.maps += 1;
        self.map = self.maps;
        self.opening = None;
    }

    /// The open map goes behind the lock.
    pub(super) fn put_away(&mut self) {
        self.behind_lock = Some(self.map);
        self.other_map();
    }

    /// What was behind the lock is open again.
    pub(super) fn take_up(&mut self) {
        if let Some(map) = self.behind_lock.take() {
            self.map = map;
        }
    }

    /// Is the open map being saved?
    pub(super) fn is_saving(&self) -> bool {
        self.saves.iter().any(|it| it.of == self.map)
    }

    /// Is anything being written?
    pub(super) fn is_writing(&self) -> bool {
        !self.saves.is_empty() || !self.writes.is_empty()
    }

    /// Is a file being opened, and was nothing done since that was asked? Then what is not saved was
    /// given up.
    pub(super) fn opens_from(&self, revision: u64) -> bool {
        self.opening.as_ref().is_some_and(|it| it.revision == revision)
    }

    /// Takes a save, unless it is under way already; one to the same place that is not begun would be
    /// older.
    pub(super) fn ask_to_save(&mut self, save: Save) {
        if self.saves.back().is_some_and(|it| it.is_the_same(&save)) {
            return;
        }
        self.saves.retain(|it| it.under_way.is_some() || it.path != save.path);
        self.saves.push_back(save);
    }

    /// Saves to `path` that are not begun are not.
    pub(super) fn drop_unbegun(&mut self, path: &Path) {
        self.saves.retain(|it| it.under_way.is_some() || it.path != path);
    }
}

/// The answer, once there is one; `gone` for one that can no longer come.
pub(super) fn answer_of<T>(from: &Receiver<T>, gone: impl FnOnce() -> T) -> Option<T> {
    match from.try_recv() {
        Ok(answer) => Some(answer),
        Err(TryRecvError::Empty) => None,
        Err(TryRecvError::Disconnected) => Some(gone()),
    }
}
