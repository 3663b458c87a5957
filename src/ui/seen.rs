//! The map as it is shown now, made anew after a change: everything in the window looks at this one.

mod app;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::apart::Apart;
use crate::catalogue::Catalogue;
use crate::i18n::Lang;
use crate::kinship::KinWords;
use crate::model::{FamilyMap, PersonId};
use crate::shown::{self, Names, Opened};
use crate::theme::ThemeName;

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
    /// Who is not named as living with whom.
    pub apart: Apart,
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

/// What words and colours were made for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SaidFor {
    pub(super) shown: ShownFor,
    pub(super) theme: ThemeName,
}
