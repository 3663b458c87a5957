//! Choosing a file: the system's own dialog where there is one, else ours.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use crate::file;

/// The ending of pages that are printed.
pub(super) const PDF: &str = "pdf";

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To save the map in it.
    Save,
    /// To put a copy of the map's file there.
    Copy,
    /// To put a copy for training there, in which nobody can be found.
    Training,
    /// To write a picture to it.
    Picture,
    /// To write a page to it, to be printed.
    Paper,
}

/// What is asked of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What for.
    pub purpose: Purpose,
    /// The title of the dialog.
    pub title: String,
    /// Where to begin.
    pub folder: Option<PathBuf>,
    /// The proposed name, when saving.
    pub name: String,
}

/// Something that can ask the user for a file without holding up the window.
pub trait FileDialogs {
    /// Asks. The answer comes later: a path, or `None` when the user changed their mind. Gives
    /// `None` when there is no such dialog here; then the window shows its own.
    fn ask(&mut self, request: &Request) -> Option<Receiver<Option<PathBuf>>>;
}

/// The dialogs of the desktop.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

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

/// Dialogs of our own only; for tests and for desktops without any.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSystemDialogs;

impl FileDialogs for NoSystemDialogs {
    fn ask(&mut self, _: &Request) -> Option<Receiver<Option<PathBuf>>> {
        None
    }
}

/// The path with the ending that belongs to it, where it has none: `fam. de Vries` is a name
/// without one.
pub(super) fn completed(purpose: Purpose, path: &Path) -> PathBuf {
    let is_whole = match purpose {
        Purpose::Open => true,
        Purpose::Save | Purpose::Copy | Purpose::Training => {
            file::ends_in(path, file::EXTENSION) || file::promises_another(path, file::EXTENSION)
        }
        Purpose::Picture => path.extension().is_some(),
        // Dots in a name are no ending, but a name that promises something else is not made a page.
        Purpose::Paper => file::ends_in(path, PDF) || file::promises_another(path, PDF),
    };
    let Some(name) = path.file_name().filter(|_| !is_whole) else { return path.to_owned() };
    let mut name = name.to_owned();
    name.push(".");
    name.push(match purpose {
        Purpose::Open | Purpose::Save | Purpose::Copy | Purpose::Training => file::EXTENSION,
        Purpose::Picture => "png",
        Purpose::Paper => PDF,
    });
    path.with_file_name(name)
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
        Purpose::Save | Purpose::Copy | Purpose::Training => {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_ending_that_belongs_to_it() {
        let save = |name: &str| completed(Purpose::Save, Path::new(name)).display().to_string();
        for (typed, whole) in [
            ("kaart", "kaart.familie"),
            ("a/fam. de Vries", "a/fam. de Vries.familie"),
            ("kaart.v2", "kaart.v2.familie"),
            ("kaart.FAMILIE", "kaart.FAMILIE"),
            (".familie", ".familie.familie"),
        ] {
            assert_eq!(save(typed), whole);
        }
        for typed in ["kaart.pdf", "kaart.GED", "kaart.json", "kaart.png"] {
            let whole = completed(Purpose::Save, Path::new(typed));
            assert!(file::promises_another(&whole, file::EXTENSION), "{typed}");
        }
        let picture = |name: &str| completed(Purpose::Picture, Path::new(name));
        assert_eq!(picture("kaart"), Path::new("kaart.png"));
        assert_eq!(picture("kaart.pdf"), Path::new("kaart.pdf"));
        assert_eq!(picture("kaart.doc"), Path::new("kaart.doc"), "which is then refused");
    }
}
