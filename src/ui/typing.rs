//! Where the caret is, and what is typed there: at most one field of a panel has it.
//!
//! What stands here besides the map is only what the caret needs: the text as it is spelled at this
//! moment, where the map holds what it means ("ca 1955" is ±1955).

use egui::{Id, Response};

use super::terms::Detail;
use crate::document::VisitId;
use crate::model::Field;

/// The field that has the caret, if one has.
#[derive(Clone, Debug, Default)]
pub struct Typing {
    caret: Option<Caret>,
    /// The field that is to have the caret.
    wanted: Option<String>,
    /// The field that is to have it as soon as it is there: in the next frame.
    wanted_next: Option<String>,
    /// The field that is to come into view, and for how many frames more: a frame may be thrown away.
    sought: Option<(String, u8)>,
}

#[derive(Clone, Debug)]
struct Caret {
    /// Which field.
    key: String,
    visit: VisitId,
    /// As it is spelled now; `None`: as the map says it.
    text: Option<String>,
    /// The state of the document that goes with the text.
    revision: Option<u64>,
}

/// What was typed in a field in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The visit to the field.
    pub visit: VisitId,
    /// All that stands in it.
    pub text: String,
}

impl Typing {
    /// The visit that goes on.
    #[must_use]
    pub fn visit(&self) -> Option<VisitId> {
        self.caret.as_ref().map(|caret| caret.visit)
    }

    /// The caret is to go to the field of `of`.
    pub(super) fn want(&mut self, of: &Field) {
        self.wanted = Some(key_of(of));
    }

    /// The caret is to go to the field called `key`, which comes in the next frame: what is asked for
    /// in this one makes it.
    pub(super) fn want_next(&mut self, key: String) {
        self.wanted_next = Some(key);
    }

    /// The keyboard is to go to the row of what was open.
    pub(super) fn want_row(&mut self, detail: &Detail) {
        self.wanted = Some(format!("row {detail:?}"));
    }

    /// The row of `detail`, which takes the keyboard where it is wanted.
    pub(super) fn row_of(&mut self, detail: &Detail, row: &Response) {
        if self.wanted.take_if(|wanted| *wanted == format!("row {detail:?}")).is_some() {
            row.request_focus();
        }
    }

    /// Is the caret wanted in the field called `key`? It goes there now.
    pub(super) fn takes_caret(&mut self, key: &str) -> bool {
        self.wanted.take_if(|wanted| wanted == key).is_some()
    }

    /// What the field of `of` belongs to is to come into view, without the caret.
    pub(super) fn seek(&mut self, of: &Field) {
        self.sought = Some((key_of(of), 3));
    }

    /// Is it now to come into view?
    pub(super) fn is_sought(&self, of: &Field) -> bool {
        self.sought.as_ref().is_some_and(|(key, _)| *key == key_of(of))
    }

    /// Is the caret on its way to a field?
    pub(super) const fn wants_focus(&self) -> bool {
        self.wanted.is_some()
    }

    /// All fields were shown: one that was not among them is not waited for.
    pub(super) fn want_no_more(&mut self) {
        self.wanted = self.wanted_next.take();
        self.sought = self.sought.take().and_then(|(key, n)| Some((key, n.checked_sub(1)?)));
    }

    /// Has the field called `key` the caret?
    pub(super) fn is_in(&self, key: &str) -> bool {
        self.caret.as_ref().is_some_and(|caret| caret.key == key)
    }

    /// The document changed by itself (an undo): the field says what the map says.
    pub(super) fn follow(&mut self, revision: u64) {
        if let Some(caret) = &mut self.caret {
            if caret.revision.is_some_and(|known| known != revision) {
                caret.text = None;
            }
            caret.revision = Some(revision);
        }
    }

    /// The document is in state `revision` because of what was typed.
    pub(super) fn written(&mut self, visit: VisitId, revision: u64) {
        if let Some(caret) = self.caret.as_mut().filter(|caret| caret.visit == visit) {
            caret.revision = Some(revision);
        }
    }

    pub(super) fn text_in(&self, key: &str) -> Option<&str> {
        self.caret.as_ref().filter(|caret| caret.key == key)?.text.as_deref()
    }

    /// Takes note of where the caret is; gives the visit to the field.
    pub(super) fn stay(&mut self, key: &str, typed: Option<String>) -> VisitId {
        if !self.is_in(key) {
            self.caret = Some(Caret {
                key: key.to_owned(),
                visit: VisitId::fresh(),
                text: None,
                revision: None,
            });
        }
        match &mut self.caret {
            Some(caret) => {
                caret.text = typed.or(caret.text.take());
                caret.visit
            }
            None => VisitId::fresh(),
        }
    }

    pub(super) fn leave(&mut self, key: &str) {
        if self.is_in(key) {
            self.caret = None;
        }
    }
}

/// The name of the field on screen.
pub(super) fn key_of(of: &Field) -> String {
    format!("{of:?}")
}

/// The egui id of the field called `key`.
pub(super) fn field_id(key: &str) -> Id {
    Id::unique(("field", key))
}
