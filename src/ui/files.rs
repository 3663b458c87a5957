//! Opening, saving and drawing to files.

mod app;
mod draw;
mod open;
mod save;

use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use super::derived::Derived;
use super::dialogs::Purpose;
use super::own_dialog::OwnDialog;
use super::recovery::Origin;
use super::shell::computer::Computer;
use super::versions::Unsealable;
use crate::document::Document;
use crate::file::{self, Fingerprint, KeptKeys, Seal};
use crate::gedcom::Charset;
use crate::model::FamilyMap;

/// The file of the open map, and the question for one.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Where the map is saved; `None` for what is new.
    pub(super) path: Option<PathBuf>,
    /// What stood there when it was read or written last.
    fingerprint: Option<Fingerprint>,
    /// The same, while a file that was gone is being put back.
    fingerprint_before: Option<Fingerprint>,
    /// The file of another program that was read, with the encoding of its letters, where it can be
    /// read with another one.
    pub(super) letters: Option<(PathBuf, Charset)>,
    /// The other program's file that the map was read from.
    imported_from: Option<PathBuf>,
    asked: Option<(Purpose, Receiver<Option<PathBuf>>)>,
    own: Option<OwnDialog>,
    /// What the map is sealed with; without it, it is saved as it is.
    pub(super) seal: Option<Seal>,
    /// What the file holds once its seal is off: to be kept when it is replaced.
    plain: Option<Vec<u8>>,
    /// Where the map was before it was saved in another place.
    pub(super) saved_before: Option<PathBuf>,
    /// A seal that is being put on, until the file is saved with it.
    pub(super) put_on: Option<PutOn>,
    /// Those of a seal that was taken off and is still on something that is kept: they stay in the file.
    pub(super) keys_of_before: Option<KeptKeys>,
    /// A seal that is being taken off, until the file is saved without it.
    pub(super) taken_off: Option<Seal>,
    /// The field that gets the caret back, and the frame in which our dialog was closed.
    back_to: Option<(egui::Id, u64)>,
}

/// What a seal that is being put on takes the place of.
#[derive(Debug)]
pub(super) struct PutOn {
    pub(super) seal: Option<Seal>,
    pub(super) keys_of_before: Option<KeptKeys>,
    /// What becomes of earlier versions that cannot be sealed.
    pub(super) unsealable: Unsealable,
}

impl Files {
    /// What stands in the file now is in the map, and this is it once its seal is off: what is kept
    /// when it is replaced.
    pub(super) fn took_over(&mut self, fingerprint: Fingerprint, plain: Option<Vec<u8>>) {
        (self.fingerprint, self.plain) = (Some(fingerprint), plain);
    }

    /// Nothing stands at the path any more: for one save, which puts it there again.
    pub(super) fn forget_fingerprint(&mut self) {
        self.fingerprint_before = self.fingerprint.take().or(self.fingerprint_before);
    }

    /// That save was not done: what comes to stand there is still not replaced unasked.
    fn recall_fingerprint(&mut self) {
        self.fingerprint = self.fingerprint.or(self.fingerprint_before.take());
    }

    /// Is the caret on its way to the path of our own dialog, or back from it?
    pub(super) fn wants_focus(&self) -> bool {
        self.back_to.is_some() || self.own.as_ref().is_some_and(OwnDialog::wants_focus)
    }

    /// Is the user choosing a file?
    pub(super) const fn is_asking(&self) -> bool {
        self.asked.is_some() || self.own.is_some()
    }

    /// The file the map came from.
    pub(super) fn origin(&self) -> Option<Origin> {
        let path = self.path.as_ref().or(self.imported_from.as_ref())?.clone();
        Some(Origin { path, fingerprint: self.fingerprint })
    }
}

impl From<Option<Origin>> for Files {
    /// The map goes on to be saved where it was, unless somebody else changed that file.
    fn from(origin: Option<Origin>) -> Self {
        match origin {
            Some(Origin { path, fingerprint: Some(fingerprint) }) => {
                Self { path: Some(path), fingerprint: Some(fingerprint), ..Self::default() }
            }
            Some(Origin { path, fingerprint: None }) => {
                Self { imported_from: Some(path), ..Self::default() }
            }
            None => Self::default(),
        }
    }
}

/// What came of asking to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// It is under way, or done already.
    Later,
    /// The user is choosing where.
    Asking,
    /// It could not be; the user was told.
    No,
}

/// The map to write to a file: as it is, and as it is seen.
pub(super) fn map_to_save(document: &Document, derived: &Derived) -> FamilyMap {
    let mut map = document.map_to_save();
    map.view.seen = derived.seen().clone();
    map.view.seen.retain(|id, _| map.people.contains_key(id));
    map
}

/// Does the file still hold what was read or written there last?
pub(super) fn file_is(computer: &dyn Computer, origin: &Origin) -> bool {
    let bytes = file::read(computer, &origin.path);
    bytes.is_ok_and(|bytes| origin.fingerprint == Some(Fingerprint::of(&bytes)))
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
