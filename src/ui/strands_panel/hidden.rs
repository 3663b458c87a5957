//! What is hidden: cards in a group of their own, opened by a deliberate tap for as long as the map is
//! open, and closed again by one.
//!
//! The row is there on every map, with or without anything to show: it must not point at a secret.

use std::collections::BTreeSet;

use egui::Ui;

use super::card::card_ui;
use super::shown::{Shown, StrandsPanel, heading};
use crate::catalogue::Catalogue;
use crate::pattern::{Card, Place};
use crate::shown::{Eyes, Opened};
use crate::ui::context::PanelContext;
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip};
use crate::ui::{Action, LookAction};

pub(super) fn hidden(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (panel, typing): (&mut StrandsPanel, &mut Typing),
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    if shown.opened.eyes == Eyes::Anybody {
        return;
    }
    let is_open = !shown.opened.kinds.is_empty();
    let words = context.texts.get(if is_open { "strands-hide" } else { "strands-reveal" });
    if chip(ui, context.theme, &words, Toggle::from(is_open)).clicked() {
        let all = || Opened::every_kind(Catalogue::builtin()).kinds;
        let kinds = if is_open { BTreeSet::new() } else { all() };
        actions.push(Action::Look(LookAction::Reveal(kinds)));
    }
    if !is_open {
        return;
    }
    heading(ui, context, "strands-hidden");
    let cards = shown.cards.cards.iter().filter(|card| card.place == Place::Hidden);
    let cards: Vec<&Card> = cards.collect();
    if cards.is_empty() {
        caption(ui, context.theme, context.texts.get("strands-hidden-none"));
    }
    for card in cards {
        card_ui(ui, context, (panel, typing), shown, card, actions);
    }
}
