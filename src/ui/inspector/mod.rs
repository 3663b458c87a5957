//! The panel at the right that shows, and changes, what is selected.
//!
//! Every keystroke in a field is a change of the map at once (`ui::writing`).

mod asked;
mod children;
mod entry;
mod field;
mod goal;
mod hidden;
mod household;
mod kin;
mod kin_section;
mod line;
mod own_kind;
mod person;
mod person_sections;
mod relation;
mod strength;
mod support;
mod union;

use std::collections::BTreeMap;

use super::session::Detail;
use super::writing::Typing;
use super::{Action, focus};
use crate::catalogue::Catalogue;
use crate::document::Reader;
use crate::i18n::Texts;
use crate::model::{Date, FamilyMap, PersonId, Subject};
use crate::scene;
use crate::shown::{Names, Opened};
use crate::theme::Theme;

pub(super) use asked::{Asked, asked, asked_ui};
pub(super) use entry::{entry_fields, entry_words, support_words};
pub(super) use field::{Toggle, area_color, caption, chip, choice, color, icon_chip, tile};
pub(super) use goal::{goal_words, goals};
pub(super) use kin::kin_ui;
pub(super) use line::line_ui;
pub(super) use person_sections::skill_choice;

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

/// What is looked at, and what is asked and said of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    /// What is looked at.
    pub(super) subject: &'a Subject,
    /// What is not known of it.
    pub(super) asked: &'a [Asked],
    /// What is worth a look, and how two are related.
    pub(super) notices: &'a [String],
}

/// Shows `subject` and gives back what the user asks for. Changes nothing but `typing`.
pub(super) fn inspector_ui(
    ui: &mut egui::Ui,
    context: &PanelContext<'_>,
    about: &About<'_>,
    typing: &mut Typing,
) -> Vec<Action> {
    let mut actions = Vec::new();
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        asked_ui(ui, context, about.asked, &mut actions);
        let (subject, notices) = (about.subject, about.notices);
        if !matches!(subject, Subject::Person(_)) {
            person_sections::notices(ui, context, notices);
        }
        match subject {
            Subject::Person(id) => {
                person::person_ui(ui, context, (id, notices), typing, &mut actions);
            }
            Subject::Union(id) => union::union_ui(ui, context, id, typing, &mut actions),
            Subject::Household(id) => {
                household::household_ui(ui, context, id, typing, &mut actions);
            }
            Subject::Relation(id) => relation::relation_ui(ui, context, id, typing, &mut actions),
            Subject::Support(id) => support::support_ui(ui, context, id, typing, &mut actions),
        }
        if !matches!(subject, Subject::Person(_)) {
            hidden::hidden_row(ui, context, subject, &mut actions);
        }
        focus::follow(ui);
    });
    actions
}
