//! The choice of other letters for a file of another program, beside what was told of it.

use egui::{ComboBox, Ui};

use super::action::{Action, FileAction};
use crate::gedcom::Charset;
use crate::i18n::Texts;

/// The list of encodings, with `charset` as the one that was read.
pub(super) fn letters_ui(ui: &mut Ui, texts: Texts, charset: Charset) -> Option<Action> {
    let mut chosen = None;
    ComboBox::new("letters", texts.get("notice-letters"))
        .selected_text(texts.say(&charset.words()))
        .width(220.0)
        .height(320.0)
        .show_ui(ui, |ui| {
            for other in Charset::OFFERED.iter().filter_map(|name| Charset::named(name)) {
                let words = texts.say(&other.words());
                if ui.selectable_label(other == charset, words).clicked() && other != charset {
                    chosen = Some(Action::File(FileAction::ReadLettersAs(other)));
                }
            }
        });
    chosen
}
