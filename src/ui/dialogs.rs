//! Choosing a file: the system's own dialog where there is one, else ours.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use crate::file;

/// The ending of pages that are printed.
pub(super) const PDF: &str = "pdf";

/// What becomes of the years in a copy for training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrainingYears {
    /// All are moved by one number that nobody chose: ages stay right.
    Moved,
    /// Ten are taken together, ages too.
    ByTens,
}

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
    Training(TrainingYears),
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
        Purpose::Save | Purpose::Copy | Purpose::Training(_) => {
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
        Purpose::Open | Purpose::Save | Purpose::Copy | Purpose::Training(_) => file::EXTENSION,
        Purpose::Picture => "png",
        Purpose::Paper => PDF,
    });
    path.with_file_name(name)
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
