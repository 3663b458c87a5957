//! The passphrase of a map: asked to open a sealed file, chosen to seal one, changed, taken off.

mod app;
mod refused;
mod trying;

use std::fmt;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use super::recovery::{Taken, Unsealed};
use super::storage::LockAfter;
use crate::file::{Fingerprint, Seal};
use crate::i18n::Message;

pub(super) use app::wait_ui;

/// The question for a passphrase, while it is open.
#[derive(Default)]
pub(super) struct Sealing {
    asks: Option<Asks>,
    typed: String,
    again: String,
    /// What was wrong with the last answer.
    said: Option<Message>,
    wants_focus: bool,
    /// What comes of trying what was typed.
    trying: Option<Receiver<Tried>>,
    /// The copy of earlier that is asked about: ours until it is open, or nobody asks any more. No other
    /// window throws it away meanwhile.
    holds: Option<Taken>,
    /// A seal that could not be put on.
    refused: Option<Refused>,
}

/// What came of it.
enum Tried {
    /// The passphrase is another one, or could not be tried.
    Again(Message),
    /// It does not open, whatever is typed.
    Shut(Vec<Message>),
    /// What is in this file.
    File(PathBuf, Fingerprint, Vec<u8>, Seal),
    /// What is in a copy of earlier.
    Leftover(Box<Unsealed>),
    /// The open map can be sealed with this.
    Made(Seal),
}

/// A seal that could not be put on, and why.
struct Refused {
    seal: Seal,
    what: NotSealed,
    why: Vec<Message>,
}

/// What could not be sealed: then nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotSealed {
    File,
    /// Earlier versions of it.
    Versions,
}

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asks {
    /// To open this file.
    Open(PathBuf),
    /// To open this work that was not saved.
    Leftover(PathBuf),
    /// To seal the open map.
    Seal,
    /// Nothing: what can be done with the seal.
    Manage,
    /// Nothing: whether the seal may be taken off.
    TakeOff,
    /// Nothing: how to go on with a seal that could not be put on.
    Refused,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Go,
    /// Go, without the earlier versions that cannot be sealed.
    Without,
    Cancel,
    Other,
    TakeOff,
    Sheet,
    Lock,
    LockAfter(LockAfter),
}

impl Asks {
    /// Is there a field to type it in?
    const fn is_for_passphrase(&self) -> bool {
        match self {
            Self::Open(_) | Self::Leftover(_) | Self::Seal => true,
            Self::Manage | Self::TakeOff | Self::Refused => false,
        }
    }
}

impl fmt::Debug for Sealing {
    /// What is typed is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealing").field("asks", &self.asks).finish_non_exhaustive()
    }
}

impl Sealing {
    /// Does the question stand in the way?
    pub(super) const fn is_asking(&self) -> bool {
        self.asks.is_some()
    }

    /// Is the passphrase of another map asked for? Whatever was open and not saved was given up before.
    pub(super) const fn asks_to_open(&self) -> bool {
        matches!(self.asks, Some(Asks::Open(_) | Asks::Leftover(_)))
    }

    /// Is a seal being made for the open map? Nobody leaves before it is.
    pub(super) fn makes_a_seal(&self) -> bool {
        self.trying.is_some() && self.asks == Some(Asks::Seal)
    }

    /// The lock shuts: what is typed goes. That a seal could not be put on is still to be told.
    pub(super) fn forget_typed(&mut self) {
        if self.refused.is_none() {
            *self = Self::default();
        }
    }

    /// What must not stay in memory goes, too. True when a seal could not be put on: its passphrase
    /// will not open the lock.
    pub(super) fn forget_refused(&mut self) -> bool {
        std::mem::take(self).refused.is_some()
    }

    /// Is the caret on its way to the passphrase?
    pub(super) const fn wants_focus(&self) -> bool {
        self.wants_focus
    }

    fn ask(asks: Asks) -> Self {
        // A caret that is asked for and has no field would hold up every key.
        let wants_focus = asks.is_for_passphrase();
        Self { asks: Some(asks), wants_focus, ..Self::default() }
    }
}
