//! The shell of the desktop: this computer, this user, today.

mod dialogs;
mod printer;
mod this_computer;
mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use this_computer::ThisComputer;
pub use window::{NoWindow, run};

use super::Shell;
use super::computer::Computer;
use super::documents::OnDisk;
use crate::clock;
use crate::i18n::Lang;
use crate::ui::storage::Storage;
use crate::ui::versions::Versions;
use dialogs::SystemDialogs;
use printer::SystemPrinter;

/// This computer, this user, today.
#[must_use]
pub fn shell() -> Shell {
    let computer: Arc<dyn Computer> = Arc::new(ThisComputer);
    Shell {
        documents: Box::new(OnDisk::of(Arc::clone(&computer))),
        computer,
        storage: storage(),
        dialogs: Box::new(SystemDialogs),
        printer: Box::new(SystemPrinter::of_this_computer()),
        today: clock::today(),
        lang: Lang::Nl,
        folder: documents(),
    }
}

/// The seal of the file at `path` was taken off by the command line.
///
/// Takes it off the earlier versions that are kept of it, and then their keys out of the file. What
/// cannot be done now the window does when it opens the file.
pub fn follow_unsealed(path: &Path) {
    Versions::in_folder(storage().versions, Arc::new(ThisComputer)).follow_unsealed(path);
}

/// The folders of this user on this computer.
fn storage() -> Storage {
    let Some(folders) = directories::ProjectDirs::from("", "", "rode-draad") else {
        return Storage::default();
    };
    let state = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
    Storage {
        config: Some(folders.config_dir().to_owned()),
        state: Some(state.join("recovery")),
        versions: Some(state.join("versions")),
    }
}

/// Where this user keeps documents.
fn documents() -> Option<PathBuf> {
    directories::UserDirs::new()
        .map(|folders| folders.document_dir().unwrap_or_else(|| folders.home_dir()).to_owned())
}
