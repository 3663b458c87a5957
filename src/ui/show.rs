//! What the map shows and what it leaves out, in a small window over the map: lines, what is going on,
//! names, sensitive things. Nothing in it changes a fact.

use std::collections::BTreeSet;

use egui::{Id, Modal, Ui};

use super::context::PanelContext;
use super::style::{Look, button};
use super::widgets::{Toggle, caption, chip, heading};
use super::{Action, EditAction, LookAction};
use crate::document::{Command, MapEdit, Shown};
use crate::model::{KindId, LinesShown};
use crate::shown::{Eyes, Names};

/// Shows what is shown; each tap counts at once.
pub(super) fn show_ui(ui: &Ui, context: &PanelContext<'_>, ties: LinesShown) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut is_done = false;
    let modal = Modal::new(Id::unique("show")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        heading(ui, context, context.texts.get("show-title"));
        lines_ui(ui, context, &mut actions);
        ties_ui(ui, context, ties, &mut actions);
        kinds_ui(ui, context, "show-areas", &areas(context), &mut actions);
        names_ui(ui, context, &mut actions);
        ui.add_space(8.0);
        let close = context.texts.get("close");
        is_done = button(ui, context.theme, Look::Main, "", &close).clicked();
    });
    if is_done || modal.should_close() {
        actions.push(Action::Look(LookAction::ToggleShow));
    }
    actions
}

/// Whose lines, and of which kinds: kept with the map.
fn lines_ui(ui: &mut Ui, context: &PanelContext<'_>, actions: &mut Vec<Action>) {
    let lines = context.map.lines_shown();
    caption(ui, context.theme, context.texts.get("show-lines"));
    ui.horizontal_wrapped(|ui| {
        for (words, option) in [
            ("show-lines-none", LinesShown::None),
            ("show-lines-selected", LinesShown::OfSelected),
            ("show-lines-all", LinesShown::All),
        ] {
            let toggle = Toggle::from(lines == option);
            let is_tapped = chip(ui, context.theme, &context.texts.get(words), toggle).clicked();
            if is_tapped && context.map.view.lines != Some(option) {
                let chosen = Command::EditMap(MapEdit::Lines(option));
                actions.push(Action::Edit(EditAction::Do(chosen)));
            }
        }
    });
    let is_there = |id: &str| context.map.relations.values().any(|it| it.kind.as_str() == id);
    let kinds = context.catalogue.relations().iter().filter(|row| is_there(&row.id));
    let lang = context.texts.lang();
    let kinds = kinds.map(|row| (row.id.clone(), row.words.in_lang(lang).to_owned()));
    kinds_ui(ui, context, "show-line-kinds", &kinds.collect::<Vec<_>>(), actions);
}

/// Whose ties to those who help.
fn ties_ui(ui: &mut Ui, context: &PanelContext<'_>, ties: LinesShown, actions: &mut Vec<Action>) {
    if context.map.supports.is_empty() {
        return;
    }
    caption(ui, context.theme, context.texts.get("show-ties"));
    ui.horizontal_wrapped(|ui| {
        for (words, option) in [
            ("show-ties-none", LinesShown::None),
            ("show-lines-selected", LinesShown::OfSelected),
            ("show-ties-all", LinesShown::All),
        ] {
            let toggle = Toggle::from(ties == option);
            if chip(ui, context.theme, &context.texts.get(words), toggle).clicked() {
                actions.push(Action::Look(LookAction::ShowTies(option)));
            }
        }
    });
}

/// The life areas that something on the map belongs to.
fn areas(context: &PanelContext<'_>) -> Vec<(String, String)> {
    let people = context.map.people.values().map(|it| &it.entries);
    let unions = context.map.unions.values().map(|it| &it.entries);
    let homes = context.map.households.values().map(|it| &it.entries);
    let entries = people.chain(unions).chain(homes).flatten();
    let area_of = |kind: &KindId| -> Option<String> {
        let of_kind = context.catalogue.kind(kind.as_str()).map(|row| row.area.clone());
        of_kind.or_else(|| context.map.own_kinds.get(kind)?.area_id().map(str::to_owned))
    };
    let there: BTreeSet<String> = entries.filter_map(|entry| area_of(&entry.kind)).collect();
    let lang = context.texts.lang();
    let areas = context.catalogue.areas().iter().filter(|area| there.contains(&area.id));
    areas.map(|area| (area.id.clone(), area.words.in_lang(lang).to_owned())).collect()
}

/// Each of `kinds` with a tap that leaves it out or shows it again.
fn kinds_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    words: &'static str,
    kinds: &[(String, String)],
    actions: &mut Vec<Action>,
) {
    if kinds.is_empty() {
        return;
    }
    caption(ui, context.theme, context.texts.get(words));
    ui.horizontal_wrapped(|ui| {
        for (id, words) in kinds {
            let Some(id) = KindId::new(id) else { continue };
            let is_on = !context.map.view.hidden.contains(&id);
            if chip(ui, context.theme, words, Toggle::from(is_on)).clicked() {
                let shown = if is_on { Shown::No } else { Shown::Yes };
                actions.push(Action::Edit(EditAction::Do(Command::SetHidden(id, shown))));
            }
        }
    });
}

/// What people are called, and whether anything sensitive can be seen.
fn names_ui(ui: &mut Ui, context: &PanelContext<'_>, actions: &mut Vec<Action>) {
    caption(ui, context.theme, context.texts.get("show-names"));
    ui.horizontal_wrapped(|ui| {
        for (words, option) in [
            ("show-names-own", Names::Shown),
            ("show-names-kin", Names::Kin),
            ("show-names-invented", Names::Invented),
            ("show-names-off", Names::Off),
        ] {
            let toggle = Toggle::from(context.names == option);
            if chip(ui, context.theme, &context.texts.get(words), toggle).clicked() {
                actions.push(Action::Look(LookAction::Call(option)));
            }
        }
    });
    caption(ui, context.theme, context.texts.get("show-sensitive"));
    ui.horizontal_wrapped(|ui| {
        let is_private = context.opened.eyes == Eyes::Anybody;
        for (words, option) in [("show-sensitive-asked", false), ("show-sensitive-never", true)] {
            let toggle = Toggle::from(is_private == option);
            let is_tapped = chip(ui, context.theme, &context.texts.get(words), toggle).clicked();
            if is_tapped && is_private != option {
                actions.push(Action::Look(LookAction::TogglePrivate));
            }
        }
    });
}
