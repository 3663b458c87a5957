//! Kinds of what plays as chips: a tap puts one on.

use egui::{Ui, vec2};

use super::Palette;
use super::offers::Offer;
use crate::document::Command;
use crate::model::{Entry, GoingOn, KindId, Said};
use crate::quick::answer::Answer;
use crate::ui::context::PanelContext;
use crate::ui::widgets::{Toggle, icon_chip};
use crate::ui::{Action, EditAction, NewEntry};

/// Kinds as chips, each with its digit when it has one; filled when it is there.
pub(super) fn kind_chips(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    (offers, answer): (&[Offer<'_>], Answer),
    actions: &mut Vec<Action>,
) {
    let entries = context.map.entries_on(&palette.bearer);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for offer in offers {
            let is_it = |entry: &Entry| entry.kind == offer.id && entry.said != Said::No;
            let on = entries.iter().any(is_it);
            let words = offer.digit.map(|digit| format!("{digit}  {}", offer.words));
            let words = words.as_deref().unwrap_or(offer.words);
            let look = (offer.icon, offer.hue);
            if icon_chip(ui, context.theme, look, words, Toggle::from(on)).clicked() {
                tap_kind(context, palette, &offer.id, answer, actions);
            }
        }
    });
}

/// A kind that is not there yet is put on; one that is there is opened, and has the answer that was
/// typed with it. Of what nobody knows nothing is put on.
pub(super) fn tap_kind(
    context: &PanelContext<'_>,
    palette: &mut Palette,
    kind: &KindId,
    answer: Answer,
    actions: &mut Vec<Action>,
) {
    let there = context.map.entries_on(&palette.bearer).iter().find(|entry| entry.kind == *kind);
    let bearer = palette.bearer.clone();
    palette.show_kind(kind.clone());
    if answer.is_unknown() {
        return;
    }
    match there {
        None => {
            let new = NewEntry {
                kind: kind.clone(),
                said: answer.said().unwrap_or(Said::Yes),
                when: answer.when,
                going_on: answer.going_on().unwrap_or(GoingOn::Unknown),
            };
            actions.push(Action::Edit(EditAction::AddEntry(bearer, new)));
        }
        Some(entry) if !answer.is_empty() => {
            let mut entry = said_otherwise(entry, answer);
            if answer.when.until.is_some() && answer.going_on().is_none() {
                let of = context.map.bearing_person(&bearer);
                entry = entry.over_when_ended(of, context.today);
            }
            let put = Command::PutEntry(bearer, Box::new(entry));
            actions.push(Action::Edit(EditAction::Do(put)));
        }
        Some(_) => {}
    }
}

/// The same with what was answered; what was not asked now stays.
fn said_otherwise(entry: &Entry, answer: Answer) -> Entry {
    Entry {
        said: answer.said().unwrap_or(entry.said),
        since: answer.when.since.or(entry.since),
        until: answer.when.until.or(entry.until),
        going_on: match (answer.said(), answer.going_on()) {
            (_, Some(going_on)) => going_on,
            (Some(Said::No), None) => GoingOn::Unknown,
            _ => entry.going_on,
        },
        ..entry.clone()
    }
}
