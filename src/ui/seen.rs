//! The map as it is shown now, made anew after a change: everything in the window looks at this one.

use std::sync::Arc;

use super::app::App;
use crate::catalogue::Catalogue;
use crate::model::FamilyMap;
use crate::scene::StrandView;
use crate::shown::{self, Opened};

/// What the shown map was made for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ShownFor {
    revision: Option<u64>,
    opened: Opened,
}

impl App {
    /// The map without what is hidden now: all that is shown, said and drawn is of this one.
    pub(super) fn shown_map(&self) -> &FamilyMap {
        &self.shown.1
    }

    /// Brings it up to date with the document and with what is open.
    pub(super) fn update_shown(&mut self) {
        self.session.close_what_was_left();
        let revision = Some(self.document.revision());
        let wanted = ShownFor { revision, opened: self.session.opened.clone() };
        if self.shown.0 != wanted {
            let whole = self.document.map();
            let map = shown::without_hidden(whole, Catalogue::builtin(), &wanted.opened);
            self.shown = (wanted, Arc::new(map));
        }
    }

    /// What is drawn of the strands that are shown now.
    pub(super) fn shown_strands(&self) -> Vec<StrandView> {
        let map = self.shown_map();
        self.derived.strand_views(map, &self.strands(), self.session.lang)
    }
}
