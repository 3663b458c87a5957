//! The dialogs of the desktop.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use crate::ui::dialogs::{FileDialogs, PDF, Purpose, Request};

/// What the desktop asks with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SystemDialogs;

impl FileDialogs for SystemDialogs {
    fn ask(&mut self, request: &Request) -> Option<Receiver<Option<PathBuf>>> {
        if !is_available() {
            return None;
        }
        let (sender, receiver) = channel();
        let request = request.clone();
        let asking = std::thread::Builder::new().name("file-dialog".to_owned());
        let started = asking.spawn(move || {
            // When the window is gone nobody wants the answer.
            sender.send(show(&request)).ok();
        });
        started.ok().map(|_| receiver)
    }
}

fn show(request: &Request) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new().set_title(&request.title);
    if let Some(folder) = &request.folder {
        dialog = dialog.set_directory(folder);
    }
    match request.purpose {
        Purpose::Open => {
            let known = ["familie", "json", "ged"];
            dialog.add_filter("Rode Draad", &known).add_filter("*", &["*"]).pick_file()
        }
        Purpose::Save | Purpose::Copy | Purpose::Training(_) => {
            dialog.add_filter("Rode Draad", &["familie"]).set_file_name(&request.name).save_file()
        }
        Purpose::Paper => dialog.add_filter("PDF", &[PDF]).set_file_name(&request.name).save_file(),
        Purpose::Picture => {
            let dialog = dialog.add_filter("PNG", &["png"]).add_filter("SVG", &["svg"]);
            let dialog = dialog.add_filter("PDF", &["pdf"]);
            dialog.set_file_name(&request.name).save_file()
        }
    }
}

/// Does this desktop have file dialogs? On Linux they come over D-Bus from the desktop portal, or
/// from zenity; without both the system's dialog would answer "cancelled" at once.
fn is_available() -> bool {
    if std::env::var_os("RODE_DRAAD_OWN_DIALOGS").is_some() {
        return false;
    }
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return true;
    }
    let set = |name: &str| std::env::var_os(name);
    let bus = set("DBUS_SESSION_BUS_ADDRESS").is_some()
        || set("XDG_RUNTIME_DIR").is_some_and(|it| Path::new(&it).join("bus").exists());
    let data = set("XDG_DATA_DIRS").and_then(|it| it.into_string().ok());
    let data = data.unwrap_or_else(|| "/usr/local/share:/usr/share".to_owned());
    let service = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    let has_portal = data.split(':').any(|it| Path::new(it).join(service).exists());
    let path = set("PATH").unwrap_or_default();
    let has_zenity = std::env::split_paths(&path).any(|it| it.join("zenity").exists());
    (bus && has_portal) || has_zenity
}
