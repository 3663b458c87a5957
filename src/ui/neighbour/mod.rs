//! Others who use the same file: another window, another computer, a program that shares folders, a
//! stick that is pulled out. What they did is seen within five seconds, and nobody's work is replaced
//! unasked.

mod app;
mod conflict;
mod merging;
mod merging_ui;
mod other;
mod reading;
mod screen;
mod watcher;

use std::path::PathBuf;

use super::home::Picture;
use super::shell::computer::Lock;
use crate::file::Expected;
use crate::i18n::Message;
use crate::merge::{ConflictId, Side};
use watcher::{Stands, Watcher};

/// What is known of others who use the file, and what is asked about them.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    watcher: Watcher,
    asks: Option<Asks>,
    /// What the user knows of already.
    told: Option<Stands>,
    /// It may be replaced although it may only be read.
    may_replace: Option<PathBuf>,
    /// While its file is locked, the map is open in this window.
    open: Option<(PathBuf, Lock)>,
}

/// What is asked.
#[derive(Debug)]
enum Asks {
    /// Somebody else changed the file.
    Changed,
    /// The file is gone.
    Gone,
    /// The file may only be read.
    ReadOnly(PathBuf, Expected),
    /// Other versions lie beside it.
    Copies(Vec<PathBuf>),
    /// This map and the one in a file are made one.
    Merging(Box<merging::Merging>),
    /// Another version is being read.
    Reading(other::Reading),
    /// Both are looked at: this map and the one in a file.
    Both(Box<Both>),
}

/// Another version, to look at.
#[derive(Debug)]
struct Both {
    path: PathBuf,
    /// How it looks, what is other on it, and what exactly was looked at; or why it does not open.
    seen: Result<(Picture, Vec<String>, other::Known), Message>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    KeepMineElsewhere,
    TakeTheirs(PathBuf),
    LookAtBoth(PathBuf),
    /// Show what would come of both.
    Merge(PathBuf),
    /// Settle a conflict for one of them.
    Choose(ConflictId, Side),
    /// Make them one.
    TakeBoth,
    Replace,
    PutBack,
    Later,
}

impl Neighbours {
    /// Does a question stand in the way?
    pub(super) const fn is_asking(&self) -> bool {
        self.asks.is_some()
    }
}
