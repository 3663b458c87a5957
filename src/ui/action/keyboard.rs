//! Which rows of the table the keys of this frame ask for. Letters count only while nothing is typed.

use egui::{Context, Key, KeyboardShortcut};

use super::id::Id;
use super::press::Press;
use super::row::{Room, Row};
use super::situation::Situation;
use super::table::table;
use super::{Action, LookAction};
use crate::i18n::Lang;
use crate::ui::node_id::node;

/// Takes the keys of this frame that mean something now.
pub(in crate::ui) fn pressed(ctx: &Context, situation: &Situation<'_>) -> Vec<Action> {
    let is_key = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
    if !ctx.input(|input| input.events.iter().any(is_key)) {
        return Vec::new();
    }
    let focused = ctx.memory(egui::Memory::focused);
    let selected = situation.session.selection.as_ref().map(node);
    // With the focus on a button, Enter and arrows are for that button.
    let on_map = focused.is_none_or(|id| selected == Some(id));
    let is_free = |row: &&Row| is_open(ctx, situation, row.room);
    let lang = situation.session.lang;
    let mut waiting: Vec<(&Row, Press)> = table()
        .filter(is_free)
        .flat_map(|row| row.keys.of(lang).iter().map(move |press| (row, *press)))
        .filter(|(_, press)| on_map || !is_for_buttons(press.key))
        .collect();
    waiting.sort_by_key(|(_, press)| std::cmp::Reverse(press.held()));
    let mut actions = Vec::new();
    // In the panel a letter that misses its field is no command: a name typed there made twins of people.
    if situation.session.panel.is_on(focused) {
        let typed = |press: &Press| press.is_typed();
        let missed = waiting.iter().filter(|(_, press)| typed(press) && press.take(ctx)).count();
        waiting.retain(|(_, press)| !typed(press));
        actions.extend((missed != 0).then_some(Action::Look(LookAction::LetterInPanel)));
    }
    for (row, press) in &waiting {
        let asked = row.asked(situation);
        if !asked.is_empty() && press.take(ctx) {
            actions.extend(asked);
        }
    }
    // A key that does something to somebody, and nobody is selected: asked for whom, it is not a dead
    // key whose word, typed on, would be commands.
    let of_nobody = waiting.iter().filter(|(row, _)| row.asks_whom(situation));
    let asked = of_nobody.map(|(_, press)| press).find(|press| press.take(ctx));
    actions.extend(asked.map(|press| Action::Look(LookAction::AskWhom(Some(press.shortcut())))));
    actions
}

/// What `key` does to whoever is selected now.
pub(in crate::ui) fn done_by(key: KeyboardShortcut, situation: &Situation<'_>) -> Vec<Action> {
    let rows = rows_of(key, situation.session.lang).filter(|row| row.room == Room::Map);
    rows.flat_map(|row| row.asked(situation)).collect()
}

/// The words of what `key` does to somebody.
pub(in crate::ui) fn words_of(key: KeyboardShortcut, lang: Lang) -> Option<&'static str> {
    rows_of(key, lang).find(|row| row.id.needs_somebody()).map(|row| row.words)
}

fn rows_of(key: KeyboardShortcut, lang: Lang) -> impl Iterator<Item = &'static Row> {
    table().filter(move |row| row.keys.of(lang).iter().any(|press| press.shortcut() == key))
}

/// Takes the keys of this frame that mean something even while a question stands in the way: the lock
/// shuts at once.
pub(in crate::ui) fn pressed_over_all(ctx: &Context, situation: &Situation<'_>) -> Vec<Action> {
    let lang = situation.session.lang;
    let row = table().find(|row| row.id == Id::Lock);
    let is_pressed = |row: &&Row| row.keys.of(lang).iter().any(|press| press.take(ctx));
    row.filter(is_pressed).map(|row| row.asked(situation)).unwrap_or_default()
}

const fn is_for_buttons(key: Key) -> bool {
    matches!(key, Key::Enter | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight)
}

/// Do keys reach this room now?
fn is_open(ctx: &Context, situation: &Situation<'_>, room: Room) -> bool {
    let session = situation.session;
    // While the line is open, letters are for it, wherever the caret went.
    let is_typing =
        || ctx.text_edit_focused() || session.naming.is_some() || session.quick.is_some();
    if session.telling.is_some() {
        return room == Room::Telling;
    }
    match room {
        Room::Telling => false,
        Room::Story => !is_typing() && !egui::Popup::is_any_open(ctx),
        Room::Program | Room::Document => true,
        Room::View => !is_typing(),
        Room::Layer => !is_typing() && !egui::Popup::is_any_open(ctx),
        Room::Map => !is_typing() && session.palette.is_none() && !egui::Popup::is_any_open(ctx),
    }
}
