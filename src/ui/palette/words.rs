//! What the palette says of what is typed, and above the fields of what was put on.

use egui::Ui;

use crate::document::OwnWords;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{GoingOn, Said, standing_in_words};
use crate::quick::answer::Answer;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::widgets::{Toggle, caption, chip};

/// What a tap or Enter will say: the answer that is typed, or which can be.
pub(super) fn answer_caption(ui: &mut Ui, context: &PanelContext<'_>, answer: Answer) {
    let words = if answer.is_empty() {
        context.texts.get("palette-answers")
    } else {
        answer.in_words(context.texts)
    };
    caption(ui, context.theme, words);
}

/// What is typed as words of the family's own, with its years. True when tapped.
pub(super) fn own_words_chip(ui: &mut Ui, context: &PanelContext<'_>, own: &OwnWords) -> bool {
    let (OwnWords::Problem(_, words, when) | OwnWords::Strength(_, words, when)) = own;
    let message = Message::new("palette-in-own-words").arg("words", words);
    let words = context.texts.say(&message);
    let years = (when.since, when.until);
    let years = standing_in_words(context.texts, Said::Yes, years, GoingOn::Unknown);
    let words = if years.is_empty() { words } else { format!("{words} · {years}") };
    chip(ui, context.theme, &words, Toggle::Off).clicked()
}

/// What the fields below it are about.
pub(super) fn heading(ui: &mut Ui, context: &PanelContext<'_>, words: &str) {
    ui.label(text(words, 15.0, Weight::SemiBold).color(color(context.theme.ink)));
}
