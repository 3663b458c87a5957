//! What can be asked for: the keys, and the list of commands in which one can type.

use egui::{Align2, Id, Key, Modal, Modifiers, ScrollArea, TextEdit, Ui};

use super::Action;
use super::action::{Press, table};
use super::app::App;
use super::menu::{commands, row_ui};
use super::widgets::heading;
use super::writing::named_field;
use crate::i18n::{Lang, Texts};

/// The keys of the program in this language, each with what it does: rows that say the same are one.
pub(super) fn key_list(texts: Texts) -> Vec<(String, String)> {
    let lang: Lang = texts.lang();
    let mut rows: Vec<(Vec<String>, &'static str)> = Vec::new();
    for row in table() {
        let mut keys: Vec<String> = row.keys.of(lang).iter().map(|it: &Press| it.words()).collect();
        keys.dedup();
        if keys.is_empty() {
            continue;
        }
        match rows.iter_mut().find(|(_, words)| *words == row.words) {
            Some((known, _)) => {
                keys.retain(|key| !known.contains(key));
                known.extend(keys);
            }
            None => rows.push((keys, row.words)),
        }
    }
    let tab = ("Tab".to_owned(), texts.get("keys-next"));
    let name = (texts.get("keys-name"), texts.get("keys-name-field"));
    let rows = rows.into_iter().map(|(keys, words)| (joined(&keys), texts.get(words)));
    rows.chain([tab, name]).collect()
}

/// "1 – 9", "↑ ↓ ← →", "Del, Backspace".
fn joined(keys: &[String]) -> String {
    match keys {
        [first, .., last] if first == "1" && last == "9" => format!("{first} – {last}"),
        _ if keys.iter().all(|key| key.chars().count() == 1) => keys.join(" "),
        _ => keys.join(", "),
    }
}

impl App {
    /// The list of commands, when it is open: type some letters, Enter does the first.
    pub(super) fn commands(&mut self, ui: &Ui) -> Vec<Action> {
        let Some(mut typed) = self.session.commands.take() else { return Vec::new() };
        let context = self.panel_context();
        let situation = self.situation();
        let texts = context.texts;
        let mut asked = None;
        let modal = Modal::new(Id::unique("commands")).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            heading(ui, &context, texts.get("commands-title"));
            let enters = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let label = texts.get("commands-hint");
            let field = ui.add(
                TextEdit::singleline(&mut typed)
                    .id(Id::unique("commands-field"))
                    .hint_text(label.clone())
                    .desired_width(f32::INFINITY)
                    .margin(egui::Margin::symmetric(10, 10))
                    .align(Align2::LEFT_CENTER),
            );
            let words = typed.clone();
            field.widget_info(|| named_field(&words, &label));
            field.request_focus();
            let wanted = typed.trim().to_lowercase();
            let fits = |words: &str| words.to_lowercase().contains(&wanted);
            let mut is_first = true;
            ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                for row in commands().filter(|row| fits(&texts.get(row.words))) {
                    let possible = row.asked(&situation);
                    if !possible.is_empty() && std::mem::take(&mut is_first) && enters {
                        asked = Some(possible);
                    }
                    if let Some(tapped) = row_ui(ui, &context, &situation, row) {
                        asked = Some(tapped);
                    }
                }
                if is_first {
                    ui.label(texts.get("commands-none"));
                }
            });
        });
        if asked.is_none() && !modal.should_close() {
            self.session.commands = Some(typed);
        }
        asked.unwrap_or_default()
    }
}
