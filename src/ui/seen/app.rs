//! Keeps the shown map up to date.

use std::sync::Arc;

use super::{ShownFor, ShownMap, seen};
use crate::catalogue::Catalogue;
use crate::model::FamilyMap;
use crate::scene::StrandView;
use crate::ui::apart::Apart;
use crate::ui::app::App;
use crate::ui::quick::previewed;

impl App {
    /// The map without what is hidden now: all that is shown, said and drawn is of this one.
    pub(in crate::ui) fn shown_map(&self) -> &FamilyMap {
        &self.shown.map
    }

    /// Brings it up to date with the document and with what is open.
    pub(in crate::ui) fn update_shown(&mut self) {
        self.session.close_what_was_left();
        self.update_quick();
        let (_, revision) = previewed(self.quick.as_ref(), &self.document);
        let revision = Some(revision);
        let names = (self.session.names, self.session.lang);
        let wanted = ShownFor { revision, opened: self.session.opened.clone(), names };
        if self.shown.made_for != wanted {
            let (whole, _) = previewed(self.quick.as_ref(), &self.document);
            let (map, words) = seen(whole, &wanted);
            let apart = Apart::of(whole, Catalogue::builtin());
            self.shown = ShownMap { made_for: wanted, map: Arc::new(map), words, apart };
        }
    }

    /// What is drawn of the strands that are shown now.
    pub(in crate::ui) fn shown_strands(&self) -> Vec<StrandView> {
        let map = self.shown_map();
        self.derived.strand_views(map, &self.strands(), self.session.lang)
    }
}
