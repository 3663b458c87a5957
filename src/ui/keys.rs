//! Which key asks for what. Letters count only while nothing is being typed.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::canvas::{self, Way};
use super::derived::Derived;
use super::session::{Fit, Handle, Session};
use super::{Action, EditAction, FileAction, LookAction, Screen, frequent};
use crate::document::Parents;
use crate::i18n::Lang;
use crate::model::{FamilyMap, Subject};

/// The key of a target around the selection.
pub(super) const fn handle_key(lang: Lang, handle: Handle) -> &'static str {
    match (lang, handle) {
        (Lang::Nl, Handle::Parents) => "O",
        (Lang::En, Handle::Parents) => "U",
        (_, Handle::Partner) => "P",
        (Lang::Nl, Handle::Child) => "K",
        (Lang::En, Handle::Child) => "C",
        (Lang::Nl, Handle::Sibling) => "B",
        (Lang::En, Handle::Sibling) => "S",
    }
}

const fn egui_key(lang: Lang, handle: Handle) -> Key {
    match (lang, handle) {
        (Lang::Nl, Handle::Parents) => Key::O,
        (Lang::En, Handle::Parents) => Key::U,
        (_, Handle::Partner) => Key::P,
        (Lang::Nl, Handle::Child) => Key::K,
        (Lang::En, Handle::Child) => Key::C,
        (Lang::Nl, Handle::Sibling) => Key::B,
        (Lang::En, Handle::Sibling) => Key::S,
    }
}

const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

const SHIFT_CTRL: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Takes the keys of this frame that mean something everywhere.
#[expect(clippy::fn_params_excessive_bools, reason = "a fact of the frame, named by its parameter")]
pub(super) fn everywhere(ctx: &Context, is_map_open: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut on = |modifiers, key, action| {
        let shortcut = KeyboardShortcut::new(modifiers, key);
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            actions.push(action);
        }
    };
    // Longer ones first: egui takes Ctrl+Z out of Ctrl+Shift+Z.
    if is_map_open {
        on(SHIFT_CTRL, Key::S, Action::File(FileAction::SaveAs));
        on(Modifiers::COMMAND, Key::S, Action::File(FileAction::Save));
        on(Modifiers::COMMAND, Key::F, Action::Look(LookAction::Search));
    }
    on(Modifiers::COMMAND, Key::O, Action::File(FileAction::Open));
    on(Modifiers::COMMAND, Key::N, Action::File(FileAction::New));
    on(Modifiers::NONE, Key::F1, Action::Look(LookAction::ToggleKeys));
    on(Modifiers::NONE, Key::F11, Action::Look(LookAction::FullScreen));
    actions
}

/// Takes the keys that are for the map: only while nothing is being typed and nothing is open.
pub(super) fn on_the_map(
    ctx: &Context,
    session: &Session,
    map: &FamilyMap,
    derived: &Derived,
) -> Vec<Action> {
    if ctx.text_edit_focused() || session.naming.is_some() {
        return Vec::new();
    }
    let mut actions = history_and_view(ctx);
    if egui::Popup::is_any_open(ctx) {
        return actions;
    }
    if take(ctx, Modifiers::NONE, Key::Escape) {
        if session.palette.is_some() {
            actions.push(Action::Look(LookAction::ClosePopup));
        } else {
            actions.push(Action::Look(LookAction::Select(None)));
        }
    }
    if session.palette.is_some() {
        return actions;
    }
    if take(ctx, Modifiers::SHIFT, Key::Questionmark)
        || take(ctx, Modifiers::NONE, Key::Questionmark)
    {
        actions.push(Action::Look(LookAction::ToggleKeys));
    }
    // Before plain A, which would take it: egui does not mind a Shift too many.
    if take(ctx, Modifiers::SHIFT, Key::A) {
        actions.push(Action::Look(LookAction::ShowPart(None)));
    }
    if take(ctx, Modifiers::NONE, Key::L) {
        actions.push(Action::Look(LookAction::ToggleLegend));
    }
    if take(ctx, Modifiers::NONE, Key::Home)
        && let Some(focus) = canvas::reading_step(map, derived)
    {
        actions.push(Action::Look(LookAction::Select(Some(focus))));
        actions.push(Action::Look(LookAction::Zoom(Fit::Reveal)));
    }
    let focused = ctx.memory(egui::Memory::focused);
    let selection = session.selection.as_ref();
    // With the focus on a button, Enter and arrows are for that button.
    let on_map = focused.is_none_or(|id| canvas::is_node(id, selection));
    if on_map {
        actions.extend(steps(ctx, map, derived, selection));
    }
    if let Some(selection) = selection {
        actions.extend(on_selection(ctx, session, map, selection, on_map));
    }
    actions
}

/// Takes the keys that are for the overview.
pub(super) fn on_the_overview(ctx: &Context) -> Vec<Action> {
    if ctx.text_edit_focused() { Vec::new() } else { history_and_view(ctx) }
}

fn take(ctx: &Context, modifiers: Modifiers, key: Key) -> bool {
    ctx.input_mut(|input| input.consume_key(modifiers, key))
}

fn history_and_view(ctx: &Context) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut on = |modifiers, key, action| {
        if take(ctx, modifiers, key) {
            actions.push(action);
        }
    };
    on(SHIFT_CTRL, Key::Z, Action::Edit(EditAction::Redo));
    on(Modifiers::COMMAND, Key::Y, Action::Edit(EditAction::Redo));
    on(Modifiers::COMMAND, Key::Z, Action::Edit(EditAction::Undo));
    on(Modifiers::COMMAND, Key::Num0, Action::Look(LookAction::Zoom(Fit::Actual)));
    on(Modifiers::SHIFT, Key::Num1, Action::Look(LookAction::Zoom(Fit::All)));
    on(Modifiers::SHIFT, Key::Num2, Action::Look(LookAction::Zoom(Fit::Selection)));
    // What a keyboard sends for Shift+1 where that is an exclamation mark.
    on(Modifiers::SHIFT, Key::Exclamationmark, Action::Look(LookAction::Zoom(Fit::All)));
    on(Modifiers::COMMAND, Key::Num1, Action::Look(LookAction::Show(Screen::Map)));
    on(Modifiers::COMMAND, Key::Num2, Action::Look(LookAction::Show(Screen::Overview)));
    actions
}

/// The arrow keys.
fn steps(
    ctx: &Context,
    map: &FamilyMap,
    derived: &Derived,
    selection: Option<&Subject>,
) -> Vec<Action> {
    let ways = [
        (Key::ArrowUp, Way::Up),
        (Key::ArrowDown, Way::Down),
        (Key::ArrowLeft, Way::Left),
        (Key::ArrowRight, Way::Right),
    ];
    let mut actions = Vec::new();
    for (key, way) in ways {
        if take(ctx, Modifiers::NONE, key) {
            let next = match selection {
                Some(from) => canvas::walk(map, derived, from, way),
                None => canvas::reading_step(map, derived),
            };
            if let Some(next) = next {
                actions.push(Action::Look(LookAction::Select(Some(next))));
                actions.push(Action::Look(LookAction::Zoom(Fit::Reveal)));
            }
        }
    }
    actions
}

#[expect(clippy::fn_params_excessive_bools, reason = "a fact of the frame, named by its parameter")]
fn on_selection(
    ctx: &Context,
    session: &Session,
    map: &FamilyMap,
    selection: &Subject,
    on_map: bool,
) -> Vec<Action> {
    let lang = session.lang;
    let mut actions = Vec::new();
    if let Subject::Person(id) = selection {
        if take(ctx, Modifiers::SHIFT, egui_key(lang, Handle::Parents)) {
            actions.push(Action::Edit(EditAction::AddParents(id.clone(), Parents::One)));
        }
        for (key, kind) in DIGITS.into_iter().zip(&session.digits) {
            if take(ctx, Modifiers::NONE, key) {
                actions.push(frequent::toggle(map, id, kind));
            }
        }
        if take(ctx, Modifiers::NONE, Key::A) {
            actions.push(Action::Look(LookAction::ShowPart(Some(canvas::near(id.clone())))));
        }
        if take(ctx, Modifiers::NONE, Key::F) {
            actions.push(Action::Edit(EditAction::ToggleFold(id.clone())));
        }
        if take(ctx, Modifiers::NONE, Key::T) {
            actions.push(Action::Edit(EditAction::AddTwin(id.clone())));
        }
        if take(ctx, Modifiers::NONE, Key::F2) || on_map && take(ctx, Modifiers::NONE, Key::Enter) {
            actions.push(Action::Look(LookAction::EditName(id.clone())));
        }
    }
    for handle in [Handle::Parents, Handle::Partner, Handle::Child, Handle::Sibling] {
        if take(ctx, Modifiers::NONE, egui_key(lang, handle)) {
            actions.extend(canvas::tap_action(map, selection, handle));
        }
    }
    if take(ctx, Modifiers::NONE, Key::W) {
        actions.extend(canvas::palette_action(selection));
    }
    let delete = take(ctx, Modifiers::NONE, Key::Delete);
    if delete || take(ctx, Modifiers::NONE, Key::Backspace) {
        actions.push(Action::Edit(EditAction::Remove(selection.clone())));
    }
    actions
}
