//! The shell of the desktop: this computer, this user, today.

mod dialogs;
mod printer;
mod this_computer;
mod window;

use std::path::PathBuf;
use std::sync::Arc;

pub use this_computer::ThisComputer;
pub use window::{NoWindow, run};

use super::Shell;
use super::computer::Computer;
use super::documents::OnDisk;
use crate::clock;
use crate::i18n::Lang;
use crate::ui::storage::Storage;
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
