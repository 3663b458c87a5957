//! The few questions that stand in the way: unsaved work, the list of keys.

use egui::{Id, Modal, Ui};

use super::app::{App, Leaving};
use super::fonts::text;
use super::inspector::{PanelContext, caption, color};
use super::session::Handle;
use super::style::{Look, button};
use super::{Action, LookAction, keys};
use crate::fonts::Weight;

/// What is answered to "save first?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LeaveAnswer {
    Save,
    Discard,
    Stay,
}

impl App {
    /// Asks what to do with unsaved work, when the user is about to leave it.
    pub(super) fn ask_before_leaving(&mut self, ui: &Ui) {
        let is_asked = self.leaving.as_ref().is_some_and(|it| !it.is_saving);
        if !is_asked || self.files_are_asked() {
            return;
        }
        let Some(answer) = leave_ui(ui, &self.panel_context()) else { return };
        match answer {
            LeaveAnswer::Stay => self.leaving = None,
            LeaveAnswer::Discard => {
                self.throw_away_open();
                self.leave_now();
            }
            LeaveAnswer::Save => {
                if let Some(leaving) = &mut self.leaving {
                    leaving.is_saving = true;
                }
                match self.save() {
                    super::files::Saved::Yes => self.leave_now(),
                    super::files::Saved::Asking => {}
                    super::files::Saved::No => self.leaving = None,
                }
            }
        }
    }
}

fn leave_ui(ui: &Ui, context: &PanelContext<'_>) -> Option<LeaveAnswer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("leave")).show(ui.ctx(), |ui| {
        ui.set_width(420.0);
        heading(ui, context, texts.get("leave-title"));
        ui.label(texts.get("leave-text"));
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            for (look, answered, words) in [
                (Look::Main, LeaveAnswer::Save, texts.get("leave-save")),
                (Look::Quiet, LeaveAnswer::Discard, texts.get("leave-discard")),
                (Look::Quiet, LeaveAnswer::Stay, texts.get("cancel")),
            ] {
                if button(ui, theme, look, "", &words).clicked() {
                    answer = Some(answered);
                }
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(LeaveAnswer::Stay))
}

pub(super) fn heading(ui: &mut Ui, context: &PanelContext<'_>, words: String) {
    ui.label(text(words, 19.0, Weight::SemiBold).color(color(context.theme.ink)));
}

/// The list of keys. Gives what closes it.
pub(super) fn keys_ui(ui: &Ui, context: &PanelContext<'_>) -> Option<Action> {
    let (theme, texts) = (context.theme, context.texts);
    let lang = texts.lang();
    let shift = |key: &str| format!("Shift+{key}");
    let key = |handle| keys::handle_key(lang, handle).to_owned();
    let rows = [
        (key(Handle::Parents), texts.get("keys-parents")),
        (shift(keys::handle_key(lang, Handle::Parents)), texts.get("keys-one-parent")),
        (key(Handle::Partner), texts.get("keys-partner")),
        (key(Handle::Child), texts.get("keys-child")),
        (key(Handle::Sibling), texts.get("keys-sibling")),
        ("T".to_owned(), texts.get("keys-twin")),
        ("W".to_owned(), texts.get("keys-entries")),
        ("1 – 9".to_owned(), texts.get("keys-digits")),
        ("Ctrl+F".to_owned(), texts.get("keys-search")),
        ("Enter".to_owned(), texts.get("keys-name")),
        ("↑ ↓ ← →".to_owned(), texts.get("keys-walk")),
        ("Home".to_owned(), texts.get("keys-focus")),
        ("L".to_owned(), texts.get("keys-legend")),
        ("A".to_owned(), texts.get("keys-part")),
        (shift("A"), texts.get("keys-whole")),
        ("F".to_owned(), texts.get("keys-fold")),
        ("Del, Backspace".to_owned(), texts.get("keys-remove")),
        ("Ctrl+Z".to_owned(), texts.get("keys-undo")),
        ("Ctrl+Shift+Z".to_owned(), texts.get("keys-redo")),
        ("Ctrl+S".to_owned(), texts.get("keys-save")),
        ("Ctrl+O".to_owned(), texts.get("keys-open")),
        ("Ctrl+N".to_owned(), texts.get("keys-new")),
        ("Ctrl+0".to_owned(), texts.get("keys-actual")),
        (shift("1"), texts.get("keys-fit")),
        (shift("2"), texts.get("keys-fit-selection")),
        ("F11".to_owned(), texts.get("keys-full")),
        ("F2".to_owned(), texts.get("keys-rename")),
        ("Tab".to_owned(), texts.get("keys-next")),
        ("Esc".to_owned(), texts.get("keys-escape")),
        ("Ctrl+Y".to_owned(), texts.get("keys-again")),
        ("Ctrl+Shift+S".to_owned(), texts.get("keys-save-as")),
        ("Ctrl+1, Ctrl+2".to_owned(), texts.get("keys-views")),
        ("F1, ?".to_owned(), texts.get("keys-help")),
    ];
    let mut is_done = false;
    let modal = Modal::new(Id::unique("keys")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        heading(ui, context, texts.get("keys-title"));
        caption(ui, theme, texts.get("keys-hint"));
        egui::ScrollArea::vertical().max_height(520.0).show(ui, |ui| {
            egui::Grid::new("keys").num_columns(2).spacing(egui::vec2(24.0, 2.0)).show(ui, |ui| {
                ui.spacing_mut().interact_size.y = 24.0;
                for (key, words) in rows {
                    ui.label(text(key, 13.0, Weight::Bold).color(color(theme.soft_ink)));
                    ui.label(words);
                    ui.end_row();
                }
            });
        });
        caption(ui, theme, texts.get("keys-name-field"));
        is_done = button(ui, theme, Look::Main, "", &texts.get("close")).clicked();
    });
    (is_done || modal.should_close()).then_some(Action::Look(LookAction::ToggleKeys))
}

impl Leaving {
    /// Nothing is being saved yet.
    pub(super) const fn to(then: super::app::LeaveTo) -> Self {
        Self { then, is_saving: false }
    }
}
