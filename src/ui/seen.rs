//! The map as it is shown now, made anew after a change: everything in the window looks at this one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::app::App;
use crate::catalogue::Catalogue;
use crate::i18n::Lang;
use crate::kinship::KinWords;
use crate::model::{FamilyMap, PersonId};
use crate::scene::StrandView;
use crate::shown::{self, Names, Opened};

/// What the shown map was made for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ShownFor {
    revision: Option<u64>,
    opened: Opened,
    /// And in which words, where they are not their names.
    names: (Names, Lang),
}

/// The map as it is shown now.
#[derive(Debug, Default)]
pub(super) struct ShownMap {
    /// What it was made for.
    pub made_for: ShownFor,
    /// The map.
    pub map: Arc<FamilyMap>,
    /// What people are called while their names are not shown.
    pub words: BTreeMap<PersonId, String>,
}

impl App {
    /// The map without what is hidden now: all that is shown, said and drawn is of this one.
    pub(super) fn shown_map(&self) -> &FamilyMap {
        &self.shown.map
    }

    /// Brings it up to date with the document and with what is open.
    pub(super) fn update_shown(&mut self) {
        self.session.close_what_was_left();
        let revision = Some(self.document.revision());
        let names = (self.session.names, self.session.lang);
        let wanted = ShownFor { revision, opened: self.session.opened.clone(), names };
        if self.shown.made_for != wanted {
            let (map, words) = seen(self.document.map(), &wanted);
            self.shown = ShownMap { made_for: wanted, map: Arc::new(map), words };
        }
    }

    /// What is drawn of the strands that are shown now.
    pub(super) fn shown_strands(&self) -> Vec<StrandView> {
        let map = self.shown_map();
        self.derived.strand_views(map, &self.strands(), self.session.lang)
    }
}

/// What of a map is seen now, and what people are called whose names are not.
pub(super) fn seen(map: &FamilyMap, how: &ShownFor) -> (FamilyMap, BTreeMap<PersonId, String>) {
    let (names, lang) = how.names;
    let whole = &*shown::named(map, names, lang);
    let map = shown::without_hidden(whole, Catalogue::builtin(), &how.opened);
    let words = match names {
        Names::Shown | Names::Invented => BTreeMap::new(),
        Names::Kin | Names::Off => KinWords::in_place_of_names(&map, lang),
    };
    (map, words)
}
