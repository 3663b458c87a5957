//! Whom somebody helps, asked by name: a home or somebody on the map. A tap on the map says it, too.

use egui::Ui;

use super::entry::support_words;
use super::line::{Choice, Typed, everybody, field, pick};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::Supported;
use crate::ui::context::PanelContext;
use crate::ui::derived::Derived;
use crate::ui::fonts::text;
use crate::ui::homes;
use crate::ui::session::TieDraft;
use crate::ui::style::color;
use crate::ui::widgets::{caption, wide_button};
use crate::ui::{Action, EditAction, LookAction};

/// Shows what is asked of whom somebody helps.
pub(in crate::ui) fn tie_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    derived: &Derived,
    draft: &mut TieDraft,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (theme, texts) = (context.theme, context.texts);
    let support = support_words(context, &draft.support);
    let title = Message::new("tie-title").arg("support", support);
    ui.label(text(texts.say(&title), 22.0, Weight::Bold).color(color(theme.ink)));
    caption(ui, theme, texts.get("tie-hint"));
    ui.add_space(4.0);
    let keys = field(ui, &mut draft.find, &texts.get("tie-who"));
    let choices = choices(context, derived, draft);
    pick(ui, context, (&mut draft.find, keys), &choices, &mut actions);
    ui.add_space(8.0);
    let is_left = wide_button(ui, theme, "x", &texts.get("support-ask-end")).clicked();
    if is_left || keys == Some(Typed::Escape) {
        actions.push(Action::Look(LookAction::Tie(None)));
    }
    actions
}

/// Whoever can be helped: homes first, then people who are alive.
fn choices(context: &PanelContext<'_>, derived: &Derived, draft: &TieDraft) -> Vec<Choice> {
    let typed = draft.find.typed.as_str();
    let wanted = typed.trim().to_lowercase();
    let homes = context
        .map
        .households
        .iter()
        .map(|(id, home)| (Supported::Household(id.clone()), homes::name(context, home)));
    let homes = homes.filter(|(_, words)| words.to_lowercase().contains(&wanted));
    let people = everybody(context, derived, typed).into_iter();
    let can = |person: &crate::model::Person| !person.is_dead() && person.holds_facts();
    let people = people.filter(|(id, _)| context.map.person(id).is_some_and(can));
    let people = people.map(|(id, words)| (Supported::Person(id), words));
    let choices = homes.chain(people).map(|(to, words)| {
        let action = Action::Edit(EditAction::Tie(draft.support.clone(), to));
        Choice { sample: None, words, action }
    });
    choices.collect()
}
