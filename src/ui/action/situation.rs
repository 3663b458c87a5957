//! What a row of the table of actions looks at.

use crate::document::Document;
use crate::model::PersonId;
use crate::ui::derived::Derived;
use crate::ui::session::Session;
use crate::ui::terms::{Place, Screen};

/// What a row looks at to know what it asks for.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Situation<'a> {
    /// What the user looks at.
    pub session: &'a Session,
    /// The open document.
    pub document: &'a Document,
    /// What is drawn of it.
    pub derived: &'a Derived,
}

impl<'a> Situation<'a> {
    /// Whoever is selected, and is one person.
    pub(super) fn person(&self) -> Option<&'a PersonId> {
        self.session.person().filter(|id| self.document.map().people.contains_key(*id))
    }

    pub(super) fn is_on_map(&self) -> bool {
        self.is_in_document() && self.session.screen == Screen::Map
    }

    pub(super) fn is_in_list(&self) -> bool {
        self.is_in_document() && self.session.screen == Screen::List
    }

    pub(super) fn is_in_story(&self) -> bool {
        self.is_in_document() && self.session.screen == Screen::Story
    }

    pub(super) fn is_in_document(&self) -> bool {
        self.session.place == Place::Map
    }
}
