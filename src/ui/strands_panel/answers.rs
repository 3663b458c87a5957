//! What the client says of a card: "herkennen jullie dit?", in their own words, a first step.

use egui::Ui;

use super::shown::StrandsPanel;
use crate::document::Command;
use crate::i18n::Message;
use crate::model::{CardId, Mark, Recognised};
use crate::pattern::Card;
use crate::shown::Names;
use crate::ui::context::PanelContext;
use crate::ui::strands::CardWords;
use crate::ui::typing::{Typing, Written};
use crate::ui::widgets::{Toggle, caption, chip, choice};
use crate::ui::writing::{Long, covered, text_field};
use crate::ui::{Action, EditAction, skill};

/// "Herkennen jullie dit?", what they say of it, a first step, how it is known, and away with it.
pub(super) fn answers(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (panel, typing): (&mut StrandsPanel, &mut Typing),
    (card, words): (&Card, &CardWords),
    actions: &mut Vec<Action>,
) {
    let (texts, theme, id) = (context.texts, context.theme, &card.id);
    let mark = context.map.cards.get(id).cloned().unwrap_or_default();
    ui.add_space(6.0);
    skill::of_card(ui, context, card);
    caption(ui, theme, texts.get("strands-recognise"));
    let options = [
        (Recognised::Yes, texts.get("strands-yes")),
        (Recognised::No, texts.get("strands-no")),
        (Recognised::DontKnow, texts.get("strands-dont-know")),
    ];
    if let Some(answer) = choice(ui, theme, mark.recognised, &options) {
        let mark = Mark { recognised: Some(answer), ..mark.clone() };
        actions.push(Action::Edit(EditAction::Do(Command::SetCard(id.clone(), Some(mark)))));
    }
    own_words(ui, context, (id, &mark), typing, actions);
    ui.horizontal_wrapped(|ui| {
        if chip(ui, theme, &texts.get("strands-dismiss"), Toggle::Off).clicked() {
            let mark = Mark { dismissed: true, ..mark };
            actions.push(Action::Edit(EditAction::Do(Command::SetCard(id.clone(), Some(mark)))));
        }
        let toggle = Toggle::from(panel.is_explained);
        if chip(ui, theme, &texts.get("strands-how"), toggle).clicked() {
            panel.is_explained = !panel.is_explained;
        }
    });
    if panel.is_explained {
        how(ui, context, card, words);
    }
}

/// What they say of it, and a first step: in words of their own.
fn own_words(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, mark): (&CardId, &Mark),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let label = texts.get("strands-comment");
    if context.names != Names::Shown {
        covered(ui, context, label);
        return;
    }
    let key = format!("{id} comment");
    if let Some(Written { visit, text }) =
        text_field(ui, theme, typing, &key, label, (&mark.comment, Long::Wraps))
    {
        let mark = Mark { comment: text, ..mark.clone() };
        let command = Command::SetCard(id.clone(), Some(mark));
        actions.push(Action::Edit(EditAction::DoInVisit(visit, command)));
    }
    let label = texts.get("strands-first-step");
    let key = format!("{id} step");
    if let Some(step) = text_field(ui, theme, typing, &key, label, ("", Long::Wraps)) {
        actions.push(Action::Edit(EditAction::WriteFirstStep(id.clone(), step)));
    }
}

/// How it is known: the numbers, for the coach, and with what care.
fn how(ui: &mut Ui, context: &PanelContext<'_>, card: &Card, words: &CardWords) {
    let Card { yes, no, maybe, unknown, .. } = card;
    let numbers = Message::new("strands-numbers")
        .count("yes", yes.len())
        .count("no", no.len())
        .count("maybe", maybe.len())
        .count("unknown", unknown.len());
    caption(ui, context.theme, context.texts.say(&numbers));
    if !words.losses.is_empty() {
        caption(ui, context.theme, words.losses.clone());
    } else if card.may_be_chance {
        caption(ui, context.theme, context.texts.get("strands-chance"));
    }
    if card.counts_maybe {
        let message = Message::new("strands-counts-maybe").arg("title", &words.title);
        caption(ui, context.theme, context.texts.say(&message));
    }
}
