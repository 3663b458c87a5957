//! Asks for a passphrase, and does what was asked with it.

use std::path::Path;

use egui::{Id, Key, Modal, TextEdit, Ui};

use super::{Asks, Sealing};
use crate::file::{
    self, Expected, Fingerprint, Passphrase, SaveError, Seal, Strength, UnsealError,
};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::files::Saved;
use crate::ui::fonts::text;
use crate::ui::paper::{PaperRoom, Sheet};
use crate::ui::storage::LockAfter;
use crate::ui::style::{self, Look, button, color};
use crate::ui::terms::Place;
use crate::ui::widgets::{caption, choice, heading};
use crate::ui::{Action, FileAction};

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Go,
    Cancel,
    Other,
    TakeOff,
    Sheet,
    Lock,
    LockAfter(LockAfter),
}

impl App {
    /// Asks for the passphrase of the file at `path`.
    pub(in crate::ui) fn ask_to_unseal(&mut self, path: &Path) {
        self.sealing = Sealing::ask(Asks::Open(path.to_owned()));
    }

    /// Asks for the passphrase of work that was not saved.
    pub(in crate::ui) fn ask_to_unseal_leftover(&mut self, path: &Path) {
        self.sealing = Sealing::ask(Asks::Leftover(path.to_owned()));
    }

    /// Asks for the passphrase by which the open map is sealed from now on.
    pub(in crate::ui) fn ask_to_seal(&mut self) {
        self.finish_naming();
        self.session.asks_seal = false;
        let asks = if self.files.seal.is_some() { Asks::Manage } else { Asks::Seal };
        self.sealing = Sealing::ask(asks);
    }

    /// Shows the question while it is open.
    pub(in crate::ui) fn sealing_ui(&mut self, ui: &Ui) {
        let Some(asks) = self.sealing.asks.clone() else { return };
        let mut sealing = std::mem::take(&mut self.sealing);
        let context = self.panel_context();
        let answer = match asks {
            Asks::Manage => manage_ui(ui, &context, self.settings.lock_after),
            Asks::TakeOff => take_off_ui(ui, &context),
            Asks::Open(_) | Asks::Leftover(_) | Asks::Seal => {
                sealing_ui(ui, &context, &mut sealing, &asks)
            }
        };
        self.sealing = sealing;
        let Some(answer) = answer else { return };
        self.answer_about_seal(answer, asks);
        // The fields remember what was typed, for undoing.
        for id in [field_id(Which::First), field_id(Which::Again)] {
            ui.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(id));
        }
        ui.ctx().request_repaint();
    }

    fn answer_about_seal(&mut self, answer: Answer, asks: Asks) {
        match (answer, asks) {
            (Answer::Go, Asks::Open(path)) => self.unseal(&path),
            (Answer::Go, Asks::Leftover(path)) => {
                let typed = Passphrase::new(std::mem::take(&mut self.sealing.typed));
                match typed.map(|it| self.unseal_leftover(&path, it)) {
                    Some(true) => self.sealing = Sealing::default(),
                    Some(false) => self.ask_again(),
                    None => {}
                }
            }
            (Answer::Go, Asks::Seal) => self.seal(),
            (Answer::Go, Asks::TakeOff) => self.take_seal_off(),
            (Answer::LockAfter(after), _) => {
                self.settings.lock_after = after;
                self.shell.keep(&self.settings);
            }
            (Answer::Other, _) => self.sealing = Sealing::ask(Asks::Seal),
            (Answer::TakeOff, _) => self.sealing = Sealing::ask(Asks::TakeOff),
            (Answer::Sheet, _) => {
                self.sealing = Sealing::default();
                let mut room = PaperRoom::new(self.settings.theme);
                room.sheet = Sheet::Passphrase;
                self.session.paper = Some(room);
            }
            (Answer::Lock, _) => {
                self.sealing = Sealing::default();
                self.lock.is_wanted = true;
            }
            (Answer::Cancel | Answer::Go, _) => self.sealing = Sealing::default(),
        }
    }

    /// Opens the file with what was typed, or asks again.
    fn unseal(&mut self, path: &Path) {
        let Some(passphrase) = Passphrase::new(std::mem::take(&mut self.sealing.typed)) else {
            return;
        };
        let bytes = match file::read(&*self.shell.computer, path) {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.sealing = Sealing::default();
                self.session.warn(vec![fault.message(crate::ui::files::file_name(path))]);
                return;
            }
        };
        match Seal::open(&bytes, passphrase) {
            Ok((seal, plain)) => {
                self.sealing = Sealing::default();
                self.open_bytes(path, (&plain, Some(seal)), Fingerprint::of(&bytes), None);
            }
            Err(UnsealError::WrongPassphrase) => self.ask_again(),
            Err(error) => {
                self.sealing = Sealing::default();
                self.session.warn(vec![error.message()]);
            }
        }
    }

    fn ask_again(&mut self) {
        self.sealing.said = Some(UnsealError::WrongPassphrase.message());
        self.sealing.wants_focus = true;
    }

    /// Seals the open map from now on, and saves it so.
    fn seal(&mut self) {
        let sealing = std::mem::take(&mut self.sealing);
        if sealing.typed != sealing.again {
            return;
        }
        let again = Passphrase::new(sealing.again);
        let Some(passphrase) = Passphrase::new(sealing.typed) else { return };
        drop(again);
        let former = self.files.keys_of_before.take();
        self.files.seal = Some(match (&self.files.seal, former) {
            (Some(seal), _) => seal.with(passphrase),
            (None, Some(former)) => Seal::new(passphrase).after(former),
            (None, None) => Seal::new(passphrase),
        });
        self.files.is_newly_sealed = true;
        // What is not saved first: until the file is sealed its copy could be read.
        self.keep_copy();
        self.save();
    }

    /// Saves the open map without its seal. Should that fail, the seal stays.
    fn take_seal_off(&mut self) {
        self.sealing = Sealing::default();
        let Some(seal) = self.files.seal.take() else { return };
        self.files.is_newly_sealed = false;
        if self.files.path.is_none() {
            // It was never in a file: only its copy is sealed, and gets another.
            self.session.tell(Message::new("seal-off"));
            return;
        }
        self.files.keys_of_before = Some(seal.kept_keys());
        // Until the file is saved without it.
        self.files.taken_off = Some(seal);
        if self.save() == Saved::No {
            self.put_seal_back();
        }
    }

    /// The file could not be saved without its seal: it stays.
    pub(in crate::ui) fn put_seal_back(&mut self) {
        if let Some(seal) = self.files.taken_off.take() {
            self.files.keys_of_before = None;
            self.files.seal = Some(seal);
        }
    }

    /// A save with another seal, or without, is done: what is kept of the map follows.
    pub(in crate::ui) fn settle_seal(&mut self, path: &Path) {
        if self.follow_without_seal(path) {
            self.drop_keys(path);
        }
        if self.files.taken_off.take().is_some() {
            let is_done = self.files.keys_of_before.is_none();
            let words = if is_done { "seal-off" } else { "seal-off-half" };
            self.session.warn(vec![Message::new(words)]);
        }
        if let Some(seal) = &mut self.files.seal {
            seal.put_in_file();
        }
        if !std::mem::take(&mut self.files.is_newly_sealed) {
            return;
        }
        let Some(seal) = &mut self.files.seal else { return };
        let keys = seal.kept_keys();
        let is_done = self.versions.reseal(path, &keys, Some(&keys));
        if is_done {
            // They are in the file until the next save.
            seal.forget_former();
        }
        let words = if is_done { "seal-done" } else { "seal-half" };
        self.session.warn(vec![Message::new(words)]);
    }

    /// A map was opened: what a window that fell over left half done follows now. Until then each
    /// version opens with a key that is in the file.
    pub(in crate::ui) fn finish_sealing(&mut self, path: &Path) {
        self.follow_without_seal(path);
        let Some(seal) = &mut self.files.seal else { return };
        let (is_left, keys) = (seal.has_former() || self.versions.has_open(path), seal.kept_keys());
        if is_left && seal.is_in_file() && self.versions.reseal(path, &keys, Some(&keys)) {
            seal.forget_former();
        }
    }

    /// Takes the seal that is off the file off what is kept of it. True when that is done now.
    fn follow_without_seal(&mut self, path: &Path) -> bool {
        let Some(former) = &self.files.keys_of_before else { return false };
        let is_done = self.versions.reseal(path, former, None);
        if is_done {
            self.files.keys_of_before = None;
        }
        is_done
    }

    /// Takes the keys out of the plain file: nothing is sealed for them any more. Should that fail,
    /// the next save does it.
    fn drop_keys(&mut self, path: &Path) {
        let Ok(bytes) = file::read(&*self.shell.computer, path) else { return };
        let expected = Expected::File(Fingerprint::of(&bytes));
        match file::save(&*self.shell.computer, path, file::without_keys(&bytes), expected) {
            Ok(print) | Err(SaveError::Unconfirmed(print)) => self.files.took_over(print),
            Err(_) => {}
        }
    }

    /// Asks, once and out of the way, whether a new map gets a passphrase.
    pub(in crate::ui) fn ask_seal(&self, ui: &Ui) -> Vec<Action> {
        let is_new = self.session.place == Place::Map && self.session.asks_seal;
        // Never while somebody is looked at or named: it would stand in the way of the keyboard.
        let is_resting = self.session.naming.is_none() && self.session.selection.is_none();
        let is_quiet = self.session.notice.is_none() && self.session.new_children.is_empty();
        let is_busy = self.session.quick.is_some() || self.session.lasso.is_some();
        let is_room = is_resting && is_quiet && !is_busy;
        if !is_new || !is_room || self.sealing.is_asking() {
            return Vec::new();
        }
        ask_ui(ui, &self.panel_context())
    }
}

/// "Met een wachtzin?", at the bottom of the window.
fn ask_ui(ui: &Ui, context: &PanelContext<'_>) -> Vec<Action> {
    let (theme, texts) = (context.theme, context.texts);
    let mut actions = Vec::new();
    egui::Area::new(Id::unique("ask-seal"))
        .order(egui::Order::Foreground)
        .anchor(egui::Align2::LEFT_BOTTOM, egui::vec2(20.0, -20.0))
        .show(ui.ctx(), |ui| {
            style::card_frame(theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                ui.set_max_width(400.0);
                let title = text(texts.get("seal-new-title"), 15.5, Weight::SemiBold);
                ui.label(title.color(color(theme.ink)));
                ui.label(texts.get("seal-new-text"));
                ui.horizontal(|ui| {
                    for (look, words, action) in [
                        (Look::Quiet, "seal-new-yes", FileAction::Seal),
                        (Look::Bare, "seal-new-later", FileAction::SealLater),
                    ] {
                        if button(ui, theme, look, "", &texts.get(words)).clicked() {
                            actions.push(Action::File(action));
                        }
                    }
                });
            });
        });
    actions
}

/// What can be done with the seal of the open map.
fn manage_ui(ui: &Ui, context: &PanelContext<'_>, after: LockAfter) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("manage-seal")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        heading(ui, context, texts.get("unseal-title"));
        ui.label(texts.get("manage-text"));
        caption(ui, theme, texts.get("manage-lock"));
        let options = LockAfter::ALL.map(|it| {
            let words = Message::new("manage-minutes").count("n", usize::from(it.minutes()));
            (it, texts.say(&words))
        });
        if let Some(chosen) = choice(ui, theme, Some(after), &options) {
            answer = Some(Answer::LockAfter(chosen));
        }
        ui.add_space(8.0);
        for (look, icon, words, answered) in [
            (Look::Quiet, "lock-key", "manage-lock-now", Answer::Lock),
            (Look::Quiet, "key", "manage-other", Answer::Other),
            (Look::Quiet, "printer", "manage-sheet", Answer::Sheet),
            (Look::Quiet, "lock-open", "manage-off", Answer::TakeOff),
            (Look::Main, "", "close", Answer::Cancel),
        ] {
            if button(ui, theme, look, icon, &texts.get(words)).clicked() {
                answer = Some(answered);
            }
        }
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Cancel))
}

/// Asks whether the seal may go.
fn take_off_ui(ui: &Ui, context: &PanelContext<'_>) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("take-seal-off")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        heading(ui, context, texts.get("seal-off-title"));
        ui.label(texts.get("seal-off-text"));
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            for (look, words, answered) in [
                (Look::Main, "seal-off-no", Answer::Cancel),
                (Look::Quiet, "seal-off-yes", Answer::Go),
            ] {
                if button(ui, theme, look, "", &texts.get(words)).clicked() {
                    answer = Some(answered);
                }
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Cancel))
}

/// The two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Which {
    First,
    Again,
}

fn field_id(which: Which) -> Id {
    Id::unique(("passphrase", which == Which::First))
}

fn sealing_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    sealing: &mut Sealing,
    asks: &Asks,
) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("sealing")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        let (title, about, yes) = match asks {
            Asks::Open(_) | Asks::Leftover(_) => ("unseal-title", "unseal-text", "unseal-yes"),
            Asks::Seal | Asks::Manage | Asks::TakeOff => ("seal-title", "seal-text", "seal-yes"),
        };
        heading(ui, context, texts.get(title));
        ui.label(texts.get(about));
        let mut enters = passphrase_field(ui, context, sealing, Which::First);
        if *asks == Asks::Seal {
            if enters {
                ui.memory_mut(|memory| memory.request_focus(field_id(Which::Again)));
            }
            let hint = match Strength::of(&sealing.typed) {
                _ if sealing.typed.is_empty() => "seal-four-words",
                Strength::Weak => "seal-weak",
                Strength::Fair => "seal-fair",
                Strength::Strong => "seal-strong",
            };
            caption(ui, theme, texts.get(hint));
            enters = passphrase_field(ui, context, sealing, Which::Again);
            if !sealing.again.is_empty() && sealing.typed != sealing.again {
                caption(ui, theme, texts.get("seal-differs"));
            }
            for words in ["seal-lost", "seal-what"] {
                ui.label(texts.get(words));
            }
        }
        if let Some(said) = &sealing.said {
            let words = text(texts.say(said), 14.0, Weight::Regular).color(color(theme.alert));
            ui.label(words);
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            let is_same = *asks != Asks::Seal || sealing.typed == sealing.again;
            let can = !sealing.typed.is_empty() && is_same;
            let go = ui.add_enabled_ui(can, |ui| {
                button(ui, theme, Look::Main, "", &texts.get(yes)).clicked()
            });
            if can && (go.inner || enters) {
                answer = Some(Answer::Go);
            }
            if button(ui, theme, Look::Quiet, "", &texts.get("cancel")).clicked() {
                answer = Some(Answer::Cancel);
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Cancel))
}

/// A field that does not show what is typed. True when Enter was pressed in it.
fn passphrase_field(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    sealing: &mut Sealing,
    which: Which,
) -> bool {
    let (words, typed) = match which {
        Which::First => ("passphrase-label", &mut sealing.typed),
        Which::Again => ("passphrase-again", &mut sealing.again),
    };
    let label = caption(ui, context.theme, context.texts.get(words));
    let edit = TextEdit::singleline(typed)
        .id(field_id(which))
        .password(true)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 11))
        .align(egui::Align2::LEFT_CENTER);
    let field = ui.add(edit).labelled_by(label.id);
    if which == Which::First && std::mem::take(&mut sealing.wants_focus) {
        field.request_focus();
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
