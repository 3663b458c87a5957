//! The passphrase of a map: asked to open a sealed file, chosen to seal one, changed, taken off.

mod app;

use std::fmt;
use std::path::PathBuf;

use crate::i18n::Message;

/// The question for a passphrase, while it is open.
#[derive(Default)]
pub(super) struct Sealing {
    asks: Option<Asks>,
    typed: String,
    again: String,
    /// What was wrong with the last answer.
    said: Option<Message>,
    wants_focus: bool,
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
}

impl Asks {
    /// Is there a field to type it in?
    const fn is_for_passphrase(&self) -> bool {
        match self {
            Self::Open(_) | Self::Leftover(_) | Self::Seal => true,
            Self::Manage | Self::TakeOff => false,
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
