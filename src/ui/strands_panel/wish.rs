//! What the parent came with and dreams of: a quote above the cards, typed there.

use egui::Ui;

use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Field, MapField};
use crate::ui::fonts::text;
use crate::ui::inspector::{PanelContext, Toggle, caption, chip, color};
use crate::ui::session::Detail;
use crate::ui::writing::{Long, Typing, map_field};
use crate::ui::{Action, LookAction};

/// The wish in their own words; without it what the panel is about. A tap opens it to be typed.
pub(super) fn wish(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    if context.detail == Some(&Detail::Wish) {
        for (field, label) in [
            (MapField::Wish, "wish-label"),
            (MapField::Dream, "dream-label"),
            (MapField::ThrowAway, "throw-away-label"),
        ] {
            let field = (Field::Map(field), texts.get(label));
            map_field(ui, context, typing, field, Long::No, actions);
        }
        caption(ui, context.theme, texts.get("throw-away-what"));
        if chip(ui, context.theme, &texts.get("wish-done"), Toggle::On).clicked() {
            actions.push(Action::Look(LookAction::OpenDetail(None)));
        }
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
    if chip(ui, context.theme, &texts.get(words), Toggle::Off).clicked() {
        actions.push(Action::Look(LookAction::OpenDetail(Some(Detail::Wish))));
    }
}

fn quote(ui: &mut Ui, context: &PanelContext<'_>, words: String) {
    let words = text(words, 12.5, Weight::Regular).color(color(context.theme.soft_ink));
    ui.add(egui::Label::new(words).wrap());
}
