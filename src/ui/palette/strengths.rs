//! What is strong: chips to tap, and since when and who says so of the one that was tapped last.

use egui::{Ui, vec2};

use super::words::{answer_caption, heading, own_words_chip};
use super::{Palette, Tapped};
use crate::catalogue::Entry as Row;
use crate::document::{Command, OwnWords};
use crate::model::{Field, KindId, Said, Strength, StrengthField};
use crate::quick::answer::{Answer, sought};
use crate::ui::bare::is_bare_strength;
use crate::ui::context::PanelContext;
use crate::ui::inspector::{strength_fields, strength_words};
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, icon_chip};
use crate::ui::{Action, EditAction, NewStrength};

/// Since when, until when, who says so: of the strength that was tapped last.
pub(super) fn strength_details(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let is_wanted = 0 < palette.wants_since;
    palette.wants_since = palette.wants_since.saturating_sub(1);
    let Some(tapped) = &palette.strength else { return };
    let is_it = |it: &&Strength| match tapped {
        Tapped::New(kind, words) => it.kind == *kind && it.words == *words,
        Tapped::Known(id) => it.id == *id,
    };
    let there = context.map.strengths_on(&palette.bearer);
    let Some(strength) = there.iter().rev().find(is_it) else { return };
    palette.strength = Some(Tapped::Known(strength.id.clone()));
    if is_wanted {
        palette.wants_since = 0;
        typing.want(&Field::Strength(strength.id.clone(), StrengthField::Since));
    }
    ui.add_space(8.0);
    ui.separator();
    heading(ui, context, &strength_words(context, strength));
    strength_fields(ui, context, typing, (&palette.bearer, strength), actions);
}

/// Every strength, or those that fit what is typed.
pub(super) fn strengths(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let query = palette.query.trim().to_owned();
    // Enter takes what was looked for; nothing was.
    palette.entered &= !query.is_empty();
    if query.is_empty() {
        let all: Vec<&str> =
            context.catalogue.strengths().iter().map(|it| it.id.as_str()).collect();
        strength_chips(ui, context, palette, (&all, Answer::default()), actions);
    } else {
        found(ui, context, palette, &query, actions);
    }
    strength_details(ui, context, palette, typing, actions);
}

/// The strengths that the list has for `query`, or the words themselves.
fn found(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    query: &str,
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let sought = sought(query, texts.lang(), context.today);
    let is_strength = |row: &&Row<'_>| matches!(row, Row::Strength(_));
    let found: Vec<&str> = sought.rows.iter().filter(is_strength).map(|row| row.id()).collect();
    if found.is_empty() {
        caption(ui, theme, texts.get("palette-nothing"));
    } else {
        answer_caption(ui, context, sought.answer);
        strength_chips(ui, context, palette, (&found, sought.answer), actions);
    }
    let own = palette.as_own_words(query, context.today);
    let is_taken = std::mem::take(&mut palette.entered) && found.is_empty();
    if own_words_chip(ui, context, &own) || is_taken {
        if let OwnWords::Strength(_, words, _) = &own {
            palette.show_strength(Some(Tapped::New(None, words.clone())));
        }
        actions.push(Action::Edit(EditAction::AddOwnWords(own)));
        palette.go_on();
    }
}

/// Strengths as chips, filled when they are there; Enter takes the first. One that is there opens below;
/// tapped once more it goes, as long as nothing is said of it.
pub(super) fn strength_chips(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    (found, answer): (&[&str], Answer),
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let there = context.map.strengths_on(&palette.bearer);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (at, id) in found.iter().copied().enumerate() {
            let Some(row) = context.catalogue.strength(id) else { continue };
            let own = there.iter().find(|it| it.kind.as_ref().is_some_and(|k| k.as_str() == id));
            let words = row.words.in_lang(texts.lang());
            let toggle = Toggle::from(own.is_some_and(|it| it.said != Said::No));
            let look = (row.icon.as_str(), theme.strength);
            let tapped = icon_chip(ui, theme, look, words, toggle).clicked();
            let is_entered = at == 0 && std::mem::take(&mut palette.entered);
            if is_entered {
                palette.go_on();
            }
            if tapped || is_entered {
                tap_strength(context, palette, (id, own), answer, actions);
            }
        }
    });
}

fn tap_strength(
    context: &PanelContext<'_>,
    palette: &mut Palette,
    (id, own): (&str, Option<&Strength>),
    answer: Answer,
    actions: &mut Vec<Action>,
) {
    let Some(kind) = KindId::new(id) else { return };
    let bearer = palette.bearer.clone();
    let shown = own.map(|it| Tapped::Known(it.id.clone()));
    let is_shown = shown.is_some() && palette.strength == shown;
    let when = answer.strong_when(context.today);
    match own {
        _ if answer.is_unknown() => palette.show_strength(shown),
        Some(own) if !answer.is_empty() => {
            let strength = Strength {
                said: answer.said().unwrap_or(own.said),
                since: when.since.or(own.since),
                until: when.until.or(own.until),
                ..own.clone()
            };
            let put = Command::PutStrength(bearer, Box::new(strength));
            actions.push(Action::Edit(EditAction::Do(put)));
            palette.show_strength(shown);
        }
        Some(own) if is_shown && is_bare_strength(context.map, own) => {
            let remove = Command::RemoveStrength(own.id.clone());
            actions.push(Action::Edit(EditAction::Do(remove)));
        }
        Some(_) => palette.show_strength(shown),
        None => {
            palette.show_strength(Some(Tapped::New(Some(kind.clone()), String::new())));
            let said = answer.said().unwrap_or(Said::Yes);
            let new = NewStrength { kind, said, when };
            actions.push(Action::Edit(EditAction::AddStrength(bearer, new)));
        }
    }
}
