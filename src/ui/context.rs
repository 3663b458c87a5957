//! What every panel may look at. It knows no page.

use std::collections::BTreeMap;

use super::apart::Apart;
use super::terms::Detail;
use crate::catalogue::Catalogue;
use crate::document::Reader;
use crate::i18n::Texts;
use crate::model::{Date, FamilyMap, PersonId};
use crate::scene;
use crate::shown::{Names, Opened};
use crate::theme::Theme;

/// What every panel may look at.
#[derive(Clone, Copy, Debug)]
pub struct PanelContext<'a> {
    /// The map as it is now.
    pub map: &'a FamilyMap,
    /// The words of the interface.
    pub texts: Texts,
    /// Areas, kinds, strengths, skills.
    pub catalogue: &'a Catalogue,
    /// Colours and sizes.
    pub theme: &'a Theme,
    /// The day that ages count to.
    pub today: Date,
    /// The one thing whose details are open in the panel.
    pub detail: Option<&'a Detail>,
    /// What is open of what is hidden.
    pub opened: &'a Opened,
    /// What people are called.
    pub names: Names,
    /// What those are called whose names are not shown.
    pub called: &'a BTreeMap<PersonId, String>,
    /// Who is not named as living with whom, whatever of it is seen.
    pub apart: &'a Apart,
}

impl PanelContext<'_> {
    /// By what fields are read.
    #[must_use]
    pub const fn reader(&self) -> Reader {
        Reader { texts: self.texts, today: self.today }
    }

    /// How a person is called on screen; somebody without a name has words for that too.
    #[must_use]
    pub fn name(&self, id: &PersonId) -> String {
        let name = self.map.person(id).map(|person| person.name.short()).unwrap_or_default();
        if !name.is_empty() {
            return name.to_owned();
        }
        let word = self.called.get(id).cloned();
        word.unwrap_or_else(|| scene::without_name(self.map.person(id), self.texts))
    }
}
