//! What the parent came with and dreams of: a quote above the cards, typed there.

use egui::Ui;

use super::about::about;
use crate::document::{Command, MapEdit};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Agreement, Field, MapField};
use crate::shown::Names;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::terms::Detail;
use crate::ui::typing::{Typing, Written};
use crate::ui::widgets::{Toggle, caption, chip, folded};
use crate::ui::writing::{Long, map_field, text_field};
use crate::ui::{Action, EditAction, LookAction};

/// The wish in their own words; without it what the panel is about. A tap opens it to be typed.
pub(super) fn wish(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    if context.detail == Some(&Detail::Wish) {
        for (field, label, is_long) in [
            (MapField::Wish, "wish-label", Long::Wraps),
            (MapField::Dream, "dream-label", Long::Wraps),
            (MapField::ThrowAway, "throw-away-label", Long::No),
        ] {
            let field = (Field::Map(field), texts.get(label));
            map_field(ui, context, typing, field, is_long, actions);
        }
        caption(ui, context.theme, texts.get("throw-away-what"));
        agreements(ui, context, typing, actions);
        if chip(ui, context.theme, &texts.get("wish-done"), Toggle::On).clicked() {
            actions.push(Action::Look(LookAction::OpenDetail(None)));
        }
        // Asked seldom: it does not stand between the wish and what comes next.
        let words = text(texts.get("about-title"), 14.0, Weight::SemiBold);
        folded(ui, context.theme, ((words, "about"), Toggle::Off), |ui| {
            about(ui, context, typing, actions);
        });
        return;
    }
    let (wish, dream) = (context.map.wish.trim(), context.map.dream.trim());
    if wish.is_empty() && dream.is_empty() {
        quote(ui, context, texts.get("strands-subtitle"));
    }
    if !wish.is_empty() {
        quote(ui, context, texts.say(&Message::new("strands-wish").arg("wish", wish)));
    }
    if !dream.is_empty() {
        quote(ui, context, texts.say(&Message::new("strands-dream").arg("dream", dream)));
    }
    let words = if wish.is_empty() { "wish-add" } else { "wish-change" };
    let row = chip(ui, context.theme, &texts.get(words), Toggle::Off);
    typing.row_of(&Detail::Wish, &row);
    if row.clicked() {
        actions.push(Action::Look(LookAction::OpenDetail(Some(Detail::Wish))));
    }
}

/// What was agreed with the family: to show, to keep, to share; with whom, and when.
fn agreements(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    if context.names != Names::Shown {
        return;
    }
    let all = &context.map.agreements;
    let put = |all: Vec<Agreement>| Command::EditMap(MapEdit::Agreements(all));
    for (at, agreement) in all.iter().enumerate() {
        let fields = [
            ("agreement-text", (agreement.text.as_str(), Long::Wraps), Part::Text),
            ("agreement-with", (agreement.with.as_str(), Long::No), Part::With),
        ];
        for (label, current, part) in fields {
            let key = format!("{label} {at}");
            let label = texts.get(label);
            let written = text_field(ui, context.theme, typing, &key, label, current);
            let Some(Written { visit, text }) = written else { continue };
            let mut all = all.clone();
            if let Some(changed) = all.get_mut(at) {
                match part {
                    Part::Text => changed.text = text,
                    Part::With => changed.with = text,
                }
            }
            actions.push(Action::Edit(EditAction::DoInVisit(visit, put(all))));
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(on) = agreement.on {
                let words = Message::new("agreement-on").arg("date", on.in_words(texts));
                caption(ui, context.theme, texts.say(&words));
            }
            if chip(ui, context.theme, &texts.get("agreement-remove"), Toggle::Off).clicked() {
                let mut all = all.clone();
                all.remove(at);
                let told = Message::new("agreement-removed");
                actions.push(Action::Edit(EditAction::DoAndTell(told, put(all))));
            }
        });
    }
    if chip(ui, context.theme, &texts.get("agreement-add"), Toggle::Off).clicked() {
        typing.want_next(format!("agreement-text {}", all.len()));
        let new = Agreement { on: Some(context.today), ..Agreement::default() };
        let all = all.iter().cloned().chain([new]).collect();
        actions.push(Action::Edit(EditAction::Do(put(all))));
    }
}

/// One of the two texts of an agreement.
#[derive(Clone, Copy, Debug)]
enum Part {
    Text,
    With,
}

fn quote(ui: &mut Ui, context: &PanelContext<'_>, words: String) {
    let words = text(words, 12.5, Weight::Regular).color(color(context.theme.soft_ink));
    ui.add(egui::Label::new(words).wrap());
}
