//! Everything from outside, behind one door: files, the clock, dialogs, the printer, work that goes on
//! beside the frames. The rest of the window knows no disk, no thread and no environment.
//!
//! There is a shell for each kind of place the window lives in: [`desktop`] is this computer, the only
//! room of `ui` that names the system; [`mod@test`] is a computer in memory, on which every answer can be
//! late, every call can fail, and everything can be killed. A page will be the third.
//!
//! A file is a [`std::path::Path`], but only the shell knows where that leads: on a desktop into a
//! folder, on a page to what the user chose. Its last part is the name that is shown.

pub mod computer;
pub mod documents;
#[cfg(feature = "desktop")]
pub mod desktop;
#[cfg(test)]
pub(in crate::ui) mod frail;
pub mod test;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

pub use computer::{Computer, Job, Lock, Locked, Stamp};
pub use documents::Documents;

use super::dialogs::FileDialogs;
use super::printing::Printer;
use super::storage::{Settings, Storage};
use crate::i18n::Lang;
use crate::model::Date;

/// What the window gets from where it lives; tests bring their own.
pub struct Shell {
    /// Files, the clock, and hands for work that takes long.
    pub computer: Arc<dyn Computer>,
    /// The user's own files.
    pub documents: Box<dyn Documents>,
    /// Where settings and recovery copies go.
    pub storage: Storage,
    /// How files are chosen.
    pub dialogs: Box<dyn FileDialogs>,
    /// How pages are printed.
    pub printer: Box<dyn Printer>,
    /// The date of today.
    pub today: Date,
    /// The language until the user chooses one.
    pub lang: Lang,
    /// Where a file dialog begins.
    pub folder: Option<PathBuf>,
}

impl Shell {
    /// Keeps what the user chose. Failing to is no reason to stop anybody.
    pub(super) fn keep(&self, settings: &Settings) {
        self.storage.keep(&*self.computer, settings);
    }
}

impl fmt::Debug for Shell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shell").field("storage", &self.storage).finish_non_exhaustive()
    }
}
