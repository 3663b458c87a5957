//! What can be asked for: the keys, and the list of commands in which one can type.

use egui::{Align2, Id, Key, Modal, Modifiers, ScrollArea, TextEdit, Ui};

use super::Action;
use super::action::{Id as ActionId, Press, Row, table};
use super::app::App;
use super::menu::{Place, commands, listed_ui};
use super::widgets::{from_top, heading};
use super::writing::named_field;
use crate::catalogue::folded;
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

/// Other words by which a row is found; these are not shown.
const ALSO: &[(ActionId, &str)] =
    &[(ActionId::Tidy, "do-tidy-also"), (ActionId::Language, "do-language-also")];

/// Is `row` found by what is typed, in either language?
fn is_called(row: &Row, typed: &str) -> bool {
    let typed = folded(typed.trim());
    let also = ALSO.iter().filter(|(id, _)| *id == row.id).map(|(_, words)| *words);
    let messages: Vec<&str> = also.chain([row.words]).collect();
    let words = |lang: Lang| messages.iter().map(move |id| folded(&Texts::new(lang).get(id)));
    Lang::ALL.into_iter().flat_map(words).any(|words| words.contains(&typed))
}

/// Which of so many rows Enter takes: the first, or the one that the arrows went to.
fn walked(ui: &Ui, (field, count): (&egui::Response, usize)) -> usize {
    let key = Id::unique("commands-at");
    let before = ui.data(|data| data.get_temp::<usize>(key)).unwrap_or_default();
    let (down, up) = ui.input_mut(|input| {
        let mut takes = |key| input.consume_key(Modifiers::NONE, key);
        (takes(Key::ArrowDown), takes(Key::ArrowUp))
    });
    let at = if field.changed() || field.gained_focus() { 0 } else { before };
    let at = if down { at + 1 } else { at.saturating_sub(usize::from(up)) };
    let at = at.min(count.saturating_sub(1));
    ui.data_mut(|data| data.insert_temp(key, at));
    at
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
            let rows: Vec<&Row> = commands()
                .filter(|row| is_called(row, &typed) && !row.asked(&situation).is_empty())
                .collect();
            let at = walked(ui, (&field, rows.len()));
            // A floating window takes the height that it had before: it keeps one.
            let height = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 460.0);
            let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
            from_top(ui, &words, scroll.auto_shrink(false)).show(ui, |ui| {
                for (nth, row) in rows.iter().enumerate() {
                    if nth == at && enters {
                        asked = Some(row.asked(&situation));
                    }
                    let place = Place { is_next: nth == at };
                    if let Some(tapped) = listed_ui(ui, &context, &situation, (row, place)) {
                        asked = Some(tapped);
                    }
                }
                if rows.is_empty() {
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
