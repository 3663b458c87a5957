//! The panel at the right that shows, and changes, what is selected.
//!
//! Every keystroke in a field is a change of the map at once (`ui::writing`).

mod asked;
mod children;
mod entry;
mod goal;
mod hidden;
mod household;
mod kin;
mod kin_section;
mod line;
mod notes;
mod own_kind;
mod person;
mod person_sections;
mod relation;
mod somebody;
mod strength;
mod support;
mod tie;
mod union;
mod union_words;
mod whom;

use super::context::PanelContext;
use super::typing::Typing;
use super::{Action, focus};
use crate::model::Subject;

pub(super) use asked::{Asked, asked, asked_ui};
pub(super) use entry::{entry_fields, entry_words, support_said, support_words};
pub(super) use goal::{goal_words, goals};
pub(super) use kin::kin_ui;
pub(super) use line::{bearer_name, line_ui, party_words};
pub(super) use person_sections::skill_choice;
pub(super) use strength::{strength_fields, strength_words};
pub(super) use support::new_tie;
pub(super) use tie::tie_ui;
pub(super) use whom::whom_ui;

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
    // Whoever is selected next is seen from the top.
    let scroll = egui::ScrollArea::vertical().id_salt(about.subject);
    let scroll = if focus::came_in(ui) { scroll.vertical_scroll_offset(0.0) } else { scroll };
    scroll.auto_shrink(false).show(ui, |ui| {
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
