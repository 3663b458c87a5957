//! For whom is it? Found by name, or tapped on the map.

use egui::Ui;

use super::line::{Choice, Typed, everybody, field, pick};
use crate::fonts::Weight;
use crate::ui::action::words_of;
use crate::ui::context::PanelContext;
use crate::ui::derived::Derived;
use crate::ui::fonts::text;
use crate::ui::session::WhomDraft;
use crate::ui::style::color;
use crate::ui::widgets::{caption, wide_button};
use crate::ui::{Action, LookAction};

/// Shows what a key asked for, and asks for whom.
pub(in crate::ui) fn whom_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    derived: &Derived,
    draft: &mut WhomDraft,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (theme, texts) = (context.theme, context.texts);
    let what = words_of(draft.key, texts.lang()).map(|it| texts.get(it)).unwrap_or_default();
    ui.label(text(what, 22.0, Weight::Bold).color(color(theme.ink)));
    caption(ui, theme, texts.get("whom-hint"));
    ui.add_space(4.0);
    let keys = field(ui, &mut draft.find, &texts.get("whom-who"));
    let choices: Vec<Choice> = everybody(context, derived, &draft.find.typed)
        .into_iter()
        .map(|(id, words)| Choice {
            sample: None,
            words,
            action: Action::Look(LookAction::ForWhom(id)),
        })
        .collect();
    pick(ui, context, (&mut draft.find, keys), &choices, &mut actions);
    ui.add_space(8.0);
    let is_left = wide_button(ui, theme, "x", &texts.get("join-cancel")).clicked();
    if is_left || keys == Some(Typed::Escape) {
        actions.push(Action::Look(LookAction::AskWhom(None)));
    }
    actions
}
