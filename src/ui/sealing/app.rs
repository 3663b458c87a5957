//! Asks for a passphrase, and does what was asked with it.

use std::path::Path;

use egui::{Id, Key, Modal, TextEdit, Ui};

use super::refused::refused_ui;
use super::{Answer, Asks, Sealing};
use crate::file::Strength;
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
use crate::ui::versions::{Anew, Unsealable, drop_keys};
use crate::ui::widgets::{caption, choice, heading};
use crate::ui::{Action, FileAction};

impl App {
    /// Asks for the passphrase of the file at `path`.
    pub(in crate::ui) fn ask_to_unseal(&mut self, path: &Path) {
        self.sealing = Sealing::ask(Asks::Open(path.to_owned()));
    }

    /// Asks for the passphrase of work that was not saved.
    pub(in crate::ui) fn ask_to_unseal_leftover(&mut self, path: &Path) {
        let Some(taken) = self.take_leftover(path) else { return };
        self.sealing = Sealing::ask(Asks::Leftover(path.to_owned()));
        self.sealing.holds = Some(taken);
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
            Asks::Refused => refused_ui(ui, &context, &sealing),
            Asks::Open(_) | Asks::Leftover(_) | Asks::Seal => {
                sealing_ui(ui, &context, &mut sealing, &asks)
            }
        };
        self.sealing = sealing;
        if let Some(answer) = answer {
            self.answer_about_seal(answer, asks);
            forget_typed(ui.ctx());
        }
        // After the dialog, so that a key of this frame is no command on what opens.
        self.poll_trying(ui.ctx());
    }

    fn answer_about_seal(&mut self, answer: Answer, asks: Asks) {
        match (answer, asks) {
            (Answer::Go, Asks::Open(path)) => self.try_to_open(path),
            (Answer::Go, Asks::Leftover(path)) => self.try_to_open_leftover(path),
            (Answer::Go, Asks::Seal) => self.make_seal(),
            (Answer::Go, Asks::TakeOff) => self.take_seal_off(),
            (Answer::Go, Asks::Manage) => {}
            (Answer::Go, Asks::Refused) => self.seal_after_all(Unsealable::Refuses),
            (Answer::Without, _) => self.seal_after_all(Unsealable::Goes),
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
            (Answer::Cancel, _) => self.sealing = Sealing::default(),
        }
    }

    /// Saves the open map without its seal. Should that fail, the seal stays.
    fn take_seal_off(&mut self) {
        self.sealing = Sealing::default();
        let Some(seal) = self.files.seal.take() else { return };
        self.files.put_on = None;
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
    pub(in crate::ui) fn settle_seal(&mut self, path: &Path, anew: Option<Anew>) {
        if self.follow_without_seal(path) {
            // Nothing is sealed for them any more.
            if let Some(print) = drop_keys(&*self.shell.computer, path) {
                self.files.took_over(print, None);
            }
        }
        if self.files.taken_off.take().is_some() {
            let is_done = self.files.keys_of_before.is_none();
            let words = if is_done { "seal-off" } else { "seal-off-half" };
            self.session.warn(vec![Message::new(words)]);
        }
        if let Some(seal) = &mut self.files.seal {
            seal.put_in_file();
        }
        if self.files.put_on.take().is_none() {
            return;
        }
        let n_going = anew.as_ref().map_or(0, Anew::n_going);
        let is_done = anew.is_none_or(Anew::put);
        if is_done && let Some(seal) = &mut self.files.seal {
            // They are in the file until the next save.
            seal.forget_former();
        }
        let words = match (is_done, n_going) {
            (false, _) => "seal-left-open",
            (true, 0) => "seal-done",
            (true, _) => "seal-half",
        };
        self.session.warn(vec![Message::new(words)]);
    }

    /// A map was opened: what a window that fell over left half done follows now. Until then each
    /// version opens with a key that is in the file.
    pub(in crate::ui) fn finish_sealing(&mut self, path: &Path) {
        self.follow_without_seal(path);
        let Some(seal) = &mut self.files.seal else { return };
        let (is_left, keys) = (seal.has_former() || self.versions.has_open(path), seal.kept_keys());
        if !is_left || !seal.is_in_file() {
            return;
        }
        if self.versions.reseal(path, &keys, Some(&keys)) {
            seal.forget_former();
        } else if self.versions.has_open(path) {
            self.session.warn(vec![Message::new("seal-left-open")]);
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

/// The fields remember what was typed, for undoing.
fn forget_typed(ctx: &egui::Context) {
    for id in [field_id(Which::First), field_id(Which::Again)] {
        ctx.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(id));
    }
    ctx.request_repaint();
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
            Asks::Seal | Asks::Manage | Asks::TakeOff | Asks::Refused => {
                ("seal-title", "seal-text", "seal-yes")
            }
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
            if sealing.trying.is_none() {
                caption(ui, theme, texts.get(hint));
            }
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
        if sealing.trying.is_some() {
            wait_ui(ui, context);
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            let is_same = *asks != Asks::Seal || sealing.typed == sealing.again;
            let can = !sealing.typed.is_empty() && is_same && sealing.trying.is_none();
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

/// "Even geduld…", while what was typed is tried.
pub(in crate::ui) fn wait_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    let said = ui.label(context.texts.get("unseal-wait"));
    ui.ctx().accesskit_node_builder(said.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
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
    // What is being tried is not typed over.
    let field = ui.add_enabled(sealing.trying.is_none(), edit).labelled_by(label.id);
    if which == Which::First && std::mem::take(&mut sealing.wants_focus) {
        field.request_focus();
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
