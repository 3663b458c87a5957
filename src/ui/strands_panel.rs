//! The panel "Rode draden": what comes back and where it stopped, always up to date.
//!
//! One card a theme, five until more are asked for, strengths among the problems and as large. A card
//! says two sentences, and the rest when it is opened. Nothing here is phrased: the words come in
//! with each card.

mod about;
mod answers;
mod card;
mod hidden;
mod shown;
mod wish;

use std::collections::BTreeMap;

use egui::{Ui, vec2};

use super::context::PanelContext;
use super::fonts::text;
use super::inspector::{Asked, asked_ui, goals};
use super::style::color;
use super::terms::{Fit, Screen};
use super::typing::Typing;
use super::widgets::{Toggle, caption, chip, tile};
use super::{Action, EditAction, LookAction, focus};
use crate::document::Command;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{CardId, Mark, PersonId, Subject, Whose};
use crate::pattern::{Card, FIRST_CARDS, OpenQuestion, Place, Start};
use card::card_ui;
use shown::{Extent, heading};

pub use shown::{Shown, StrandsPanel};

/// Shows the panel and gives back what the user asks for.
pub fn strands_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    panel: &mut StrandsPanel,
    typing: &mut Typing,
    shown: &Shown<'_>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (texts, theme) = (context.texts, context.theme);
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(text(texts.get("strands-title"), 22.0, Weight::Bold).color(color(theme.ink)));
        wish::wish(ui, context, typing, &mut actions);
        list(ui, context, (panel, typing), shown, &mut actions);
        if !shown.cards.list().any(|card| card.keys.is_strong) {
            strengths(ui, context, shown.strengths);
        }
        if shown.cards.start != Start::List {
            questions(ui, context, shown, &mut actions);
        }
        goals(ui, context, &Whose::Family, typing, &mut actions);
        doubts(ui, context, shown.doubts, &mut actions);
        ui.add_space(12.0);
        if chip(ui, theme, &texts.get("strands-overview"), Toggle::Off).clicked() {
            actions.push(Action::Look(LookAction::Show(Screen::Overview)));
        }
        dismissed(ui, context, panel, shown, &mut actions);
        hidden::hidden(ui, context, (panel, typing), shown, &mut actions);
        ui.add_space(16.0);
        focus::follow(ui);
    });
    actions
}

/// The cards: five, the whole list, and below it what is told only when it is asked for.
fn list(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (panel, typing): (&mut StrandsPanel, &mut Typing),
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    let start = match shown.cards.start {
        Start::List => None,
        Start::WhatToAdd => Some("strands-none"),
        Start::WhoIsThere => Some("strands-who"),
    };
    if let Some(words) = start {
        ui.add_space(10.0);
        caption(ui, context.theme, context.texts.get(words));
    }
    // A card with a star comes first, but not away from under the hand that is about to open it.
    let mut cards: Vec<&Card> = shown.cards.list().collect();
    if ui.rect_contains_pointer(ui.clip_rect()) {
        cards = in_order(cards, &panel.order);
    }
    panel.order = cards.iter().map(|card| card.id.clone()).collect();
    let later: Vec<&Card> = {
        let told = |card: &&Card| matches!(card.place, Place::More | Place::Wider);
        shown.cards.cards.iter().filter(told).collect()
    };
    // What is on the map is seen in the panel, too.
    let is_first = |(at, card): &(usize, &Card)| {
        *at < FIRST_CARDS || panel.extent == Extent::All || shown.strands.contains_key(&card.id)
    };
    let first: Vec<&Card> =
        cards.iter().copied().enumerate().filter(is_first).map(|(_, card)| card).collect();
    let n_more = cards.len() - first.len() + later.len();
    for card in &first {
        card_ui(ui, context, (panel, typing), shown, card, actions);
    }
    let is_all = panel.extent == Extent::All;
    if is_all {
        if !later.is_empty() {
            heading(ui, context, "strands-later");
        }
        for card in later {
            card_ui(ui, context, (panel, typing), shown, card, actions);
        }
    }
    if is_all || 0 < n_more {
        let words = if is_all {
            context.texts.get("strands-fewer")
        } else {
            context.texts.say(&Message::new("strands-more").count("count", n_more))
        };
        if chip(ui, context.theme, &words, Toggle::Off).clicked() {
            panel.extent = if is_all { Extent::First } else { Extent::All };
        }
    }
}

/// The cards in the `order` in which they were shown, new ones after the one that they are told after.
fn in_order<'a>(cards: Vec<&'a Card>, order: &[CardId]) -> Vec<&'a Card> {
    let was: BTreeMap<&CardId, usize> = order.iter().zip(1..).collect();
    let mut before = 0;
    let placed = cards.into_iter().map(|card| {
        let known = was.get(&card.id).copied();
        before = known.unwrap_or(before);
        (before, known.is_none(), card)
    });
    let mut placed: Vec<(usize, bool, &Card)> = placed.collect();
    placed.sort_by_key(|(place, is_new, _)| (*place, *is_new));
    placed.into_iter().map(|(_, _, card)| card).collect()
}

/// What the client did not want to see, to bring it back.
fn dismissed(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    panel: &mut StrandsPanel,
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    let away = shown.cards.cards.iter().filter(|card| card.place == Place::Dismissed);
    let away: Vec<&Card> = away.collect();
    if away.is_empty() {
        return;
    }
    let toggle = Toggle::from(panel.dismissed);
    if chip(ui, context.theme, &context.texts.get("strands-dismissed"), toggle).clicked() {
        panel.dismissed = !panel.dismissed;
    }
    for card in away.into_iter().filter(|_| panel.dismissed) {
        let Some(words) = shown.words.get(&card.id) else { continue };
        let message = Message::new("strands-bring-back").arg("title", &words.title);
        if chip(ui, context.theme, &context.texts.say(&message), Toggle::Off).clicked() {
            let mark = context.map.cards.get(&card.id).cloned().unwrap_or_default();
            let mark = Mark { dismissed: false, ..mark };
            actions
                .push(Action::Edit(EditAction::Do(Command::SetCard(card.id.clone(), Some(mark)))));
        }
    }
}

/// What somebody is good at, a line each.
fn strengths(ui: &mut Ui, context: &PanelContext<'_>, strengths: &[(PersonId, String)]) {
    if strengths.is_empty() {
        return;
    }
    let theme = context.theme;
    heading(ui, context, "strands-strengths-now");
    for (person, what) in strengths {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            tile(ui, theme, "check", color(theme.strength), 20.0);
            let message = Message::new("strands-strength-of").arg("who", context.name(person));
            let words = context.texts.say(&message.arg("what", what));
            let words = text(words, 13.0, Weight::Regular).color(color(theme.ink));
            ui.add(egui::Label::new(words).wrap());
        });
    }
}

/// What is not known, each with the next good question.
fn questions(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    let is_open = |it: &&OpenQuestion| {
        !shown.put_off.iter().any(|(person, card)| *person == it.person && *card == it.card)
    };
    let open: Vec<&OpenQuestion> = shown.questions.iter().filter(is_open).take(3).collect();
    if open.is_empty() {
        return;
    }
    heading(ui, context, "strands-unknown");
    for question in open {
        let Some(card) = shown.cards.get(&question.card) else { continue };
        let asked = Asked::of(card, &question.person, question.words.clone());
        asked_ui(ui, context, &[asked], actions);
    }
}

/// So many things are told that are worth a look; the others when these are mended.
const MOST_DOUBTS: usize = 4;

/// What is worth a look, softly; a tap leads there.
fn doubts(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    doubts: &[(Subject, String)],
    actions: &mut Vec<Action>,
) {
    if doubts.is_empty() {
        return;
    }
    let theme = context.theme;
    heading(ui, context, "strands-doubts");
    for (subject, words) in doubts.iter().take(MOST_DOUBTS) {
        let words = text(words, 13.0, Weight::Regular).color(color(theme.ink));
        let button = egui::Button::new(words).wrap().frame(false).min_size(vec2(0.0, 36.0));
        if ui.add(button).clicked() {
            actions.push(Action::Look(LookAction::Select(Some(subject.clone()))));
            actions.push(Action::Look(LookAction::Zoom(Fit::Reveal)));
        }
    }
    if let Some(more @ 1..) = doubts.len().checked_sub(MOST_DOUBTS) {
        caption(
            ui,
            theme,
            context.texts.say(&Message::new("strands-doubts-more").count("n", more)),
        );
    }
}
