//! What is strong: chips to tap, and since when and who says so of the one that was tapped last.

use egui::{Ui, vec2};

use super::{FRAMES_TO_SINCE, Palette, Tapped};
use crate::catalogue::Entry as Row;
use crate::document::Command;
use crate::model::{Field, KindId, Strength, StrengthField};
use crate::ui::bare::is_bare_strength;
use crate::ui::context::PanelContext;
use crate::ui::inspector::strength_fields;
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
    let (texts, theme) = (context.texts, context.theme);
    let query = palette.query.trim().to_owned();
    let found: Vec<&str> = if query.is_empty() {
        context.catalogue.strengths().iter().map(|row| row.id.as_str()).collect()
    } else {
        let found = context.catalogue.search(&query, texts.lang()).into_iter();
        found.filter(|row| matches!(row, Row::Strength(_))).map(Row::id).collect()
    };
    // Enter takes what was looked for; nothing was.
    palette.entered &= !query.is_empty();
    if found.is_empty() {
        caption(ui, theme, texts.get("palette-nothing"));
        if palette.entered {
            palette.strength = Some(Tapped::New(None, query.clone()));
            let strength = NewStrength { kind: None, words: query, since: None };
            actions.push(Action::Edit(EditAction::AddStrength(palette.bearer.clone(), strength)));
            palette.query.clear();
            palette.wants_since = FRAMES_TO_SINCE;
        }
    } else {
        strength_chips(ui, context, palette, &found, actions);
    }
    strength_details(ui, context, palette, typing, actions);
}

/// Strengths as chips, filled when they are there; Enter takes the first. One that is there opens below;
/// tapped once more it goes, as long as nothing is said of it.
pub(super) fn strength_chips(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    found: &[&str],
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
            let toggle = Toggle::from(own.is_some());
            let look = (row.icon.as_str(), theme.strength);
            let tapped = icon_chip(ui, theme, look, words, toggle).clicked();
            if !(tapped || palette.entered && at == 0) {
                continue;
            }
            if palette.entered {
                palette.query.clear();
                palette.wants_since = FRAMES_TO_SINCE;
            }
            let shown = own.map(|it| Tapped::Known(it.id.clone()));
            palette.kind = None;
            match own {
                Some(own) if palette.strength == shown && is_bare_strength(context.map, own) => {
                    let remove = Command::RemoveStrength(own.id.clone());
                    actions.push(Action::Edit(EditAction::Do(remove)));
                }
                Some(_) => palette.strength = shown,
                None => {
                    let (kind, words) = (KindId::new(id), String::new());
                    palette.strength = Some(Tapped::New(kind.clone(), words.clone()));
                    let new = NewStrength { kind, words, since: None };
                    let add = EditAction::AddStrength(palette.bearer.clone(), new);
                    actions.push(Action::Edit(add));
                }
            }
        }
    });
}
