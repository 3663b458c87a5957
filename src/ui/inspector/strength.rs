//! What is strong: a row each; one of them opens in place, as what plays does.

use egui::Ui;

use super::entry::{entry_words, kind_words, seen_entries};
use crate::document::Command;
use crate::i18n::Message;
use crate::model::{Bearer, Entry, Field, HelpedWith, Said, Strength, StrengthField};
use crate::ui::context::PanelContext;
use crate::ui::style::color;
use crate::ui::terms::Detail;
use crate::ui::typing::Typing;
use crate::ui::widgets::{
    Toggle, caption, chip, choice, icon_chip, marked_card, open_card, section, wide_button,
};
use crate::ui::writing::{Long, map_field, map_row};
use crate::ui::{Action, EditAction, LookAction};

/// "Krachten": as large as problems.
pub(super) fn strengths(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    bearer: &Bearer,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    section(ui, context.theme, context.texts.get("person-strengths"));
    let green = color(context.theme.strength);
    for strength in context.map.strengths_on(bearer) {
        let (icon, words) = strength_look(context, strength);
        let detail = Detail::Strength(strength.id.clone());
        if context.detail == Some(&detail) {
            open_card(ui, context, (icon, green), &words, actions, |ui, actions| {
                strength_fields(ui, context, typing, (bearer, strength), actions);
            });
            continue;
        }
        let below = strength.standing_in_words(context.texts);
        let row = marked_card(ui, context, (icon, green), (&words, &below), None);
        typing.row_of(&detail, &row);
        if row.clicked() {
            actions.push(Action::Look(LookAction::OpenDetail(Some(detail))));
        }
    }
    if wide_button(ui, context.theme, "plus", &context.texts.get("person-add-strength")).clicked() {
        actions.push(Action::Look(LookAction::OpenStrengths(bearer.clone())));
    }
}

/// What a strength is called: the client's own words first.
pub(in crate::ui) fn strength_words(context: &PanelContext<'_>, strength: &Strength) -> String {
    strength_look(context, strength).1
}

fn strength_look<'a>(context: &PanelContext<'a>, strength: &Strength) -> (&'a str, String) {
    let row = strength.kind.as_ref().and_then(|kind| context.catalogue.strength(kind.as_str()));
    let words = if strength.words.trim().is_empty() {
        row.map_or(String::new(), |row| row.words.in_lang(context.texts.lang()).to_owned())
    } else {
        strength.words.clone()
    };
    (row.map_or("check", |row| row.icon.as_str()), words)
}

/// The fields of one strength.
pub(in crate::ui) fn strength_fields(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (bearer, strength): (&Bearer, &Strength),
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let of = |field| Field::Strength(strength.id.clone(), field);
    let moments = [(StrengthField::Since, "palette-since"), (StrengthField::Until, "entry-until")];
    ui.columns(2, |columns| {
        for (ui, (field, label)) in columns.iter_mut().zip(moments) {
            map_field(ui, context, typing, (of(field), texts.get(label)), Long::No, actions);
        }
    });
    let said = [
        (Said::Yes, texts.get("said-yes")),
        (Said::Maybe, texts.get("said-maybe")),
        (Said::No, texts.get("said-no")),
    ];
    let tapped = choice(ui, context.theme, Some(strength.said), &said);
    let mut changed = tapped.map(|said| Strength { said, ..strength.clone() });
    for (field, label) in [
        (StrengthField::Words, "palette-own-words"),
        (StrengthField::AccordingTo, "entry-according-to"),
    ] {
        map_row(ui, context, typing, (of(field), texts.get(label)), actions);
    }
    changed = helped_with(ui, context, bearer, strength).or(changed);
    ui.add_space(4.0);
    let look = ("trash", context.theme.ink);
    if icon_chip(ui, context.theme, look, &texts.get("palette-remove"), Toggle::Off).clicked() {
        let words = strength_look(context, strength).1;
        let message = Message::new("entry-removed").arg("what", words);
        let remove = Command::RemoveStrength(strength.id.clone());
        actions.push(Action::Edit(EditAction::DoAndTell(message, remove)));
    }
    if let Some(changed) = changed {
        let put = Command::PutStrength(bearer.clone(), Box::new(changed));
        actions.push(Action::Edit(EditAction::Do(put)));
    }
}

/// What it helped with: what plays with the same person; a kind that it was said of stays offered.
fn helped_with(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    bearer: &Bearer,
    strength: &Strength,
) -> Option<Strength> {
    // What never was needed no help.
    let is_there = |entry: &&Entry| {
        let is_said = strength.helped_with.contains(&HelpedWith::Entry(entry.id.clone()));
        entry.said != Said::No || is_said
    };
    let entries = seen_entries(context, bearer).filter(is_there);
    let mut offered: Vec<(HelpedWith, String)> = entries
        .map(|entry| (HelpedWith::Entry(entry.id.clone()), entry_words(context, entry)))
        .collect();
    let kinds = strength.helped_with.iter().filter_map(|it| match it {
        HelpedWith::Kind(kind) => Some((it.clone(), kind_words(context, kind))),
        HelpedWith::Entry(_) => None,
    });
    offered.extend(kinds);
    if offered.is_empty() {
        return None;
    }
    let mut tapped = None;
    caption(ui, context.theme, context.texts.get("strength-helped-with"));
    ui.horizontal_wrapped(|ui| {
        for (with, words) in offered {
            let is_on = strength.helped_with.contains(&with);
            if chip(ui, context.theme, &words, Toggle::from(is_on)).clicked() {
                tapped = Some(with);
            }
        }
    });
    let tapped = tapped?;
    let mut helped_with = strength.helped_with.clone();
    match helped_with.iter().position(|it| *it == tapped) {
        Some(at) => {
            helped_with.remove(at);
        }
        None => helped_with.push(tapped),
    }
    Some(Strength { helped_with, ..strength.clone() })
}
