//! The passphrase of a map: asked to open a sealed file, chosen to seal one.

use std::fmt;
use std::path::{Path, PathBuf};

use egui::{Id, Key, Modal, TextEdit, Ui};

use super::app::App;
use super::ask::heading;
use super::fonts::text;
use super::inspector::{PanelContext, caption, color};
use super::style::{Look, button};
use crate::file::{self, Fingerprint, Passphrase, RealDisk, Strength, UnsealError};
use crate::fonts::Weight;
use crate::i18n::Message;

/// The question for a passphrase, while it is open.
#[derive(Default)]
pub(super) struct Sealing {
    asks: Option<Asks>,
    typed: String,
    again: String,
    /// What was wrong with the last answer.
    said: Option<Message>,
    wants_focus: bool,
}

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asks {
    /// To open this file.
    Open(PathBuf),
    /// To seal the open map.
    Seal,
}

impl fmt::Debug for Sealing {
    /// What is typed is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealing").field("asks", &self.asks).finish_non_exhaustive()
    }
}

impl Sealing {
    /// Does the question stand in the way?
    pub(super) const fn is_asking(&self) -> bool {
        self.asks.is_some()
    }

    /// Is the caret on its way to the passphrase?
    pub(super) const fn wants_focus(&self) -> bool {
        self.wants_focus
    }

    fn ask(asks: Asks) -> Self {
        Self { asks: Some(asks), wants_focus: true, ..Self::default() }
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Go,
    Cancel,
}

impl App {
    /// Asks for the passphrase of the file at `path`.
    pub(super) fn ask_to_unseal(&mut self, path: &Path) {
        self.sealing = Sealing::ask(Asks::Open(path.to_owned()));
    }

    /// Asks for the passphrase by which the open map is sealed from now on.
    pub(super) fn ask_to_seal(&mut self) {
        self.finish_naming();
        self.sealing = Sealing::ask(Asks::Seal);
    }

    /// Shows the question while it is open.
    pub(super) fn sealing_ui(&mut self, ui: &Ui) {
        let Some(asks) = self.sealing.asks.clone() else { return };
        let mut sealing = std::mem::take(&mut self.sealing);
        let answer = sealing_ui(ui, &self.panel_context(), &mut sealing, &asks);
        self.sealing = sealing;
        match (answer, asks) {
            (None, _) => return,
            (Some(Answer::Cancel), _) => self.sealing = Sealing::default(),
            (Some(Answer::Go), Asks::Open(path)) => self.unseal(&path),
            (Some(Answer::Go), Asks::Seal) => self.seal(),
        }
        // The fields remember what was typed, for undoing.
        for id in [field_id(Which::First), field_id(Which::Again)] {
            ui.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(id));
        }
        ui.ctx().request_repaint();
    }

    /// Opens the file with what was typed, or asks again.
    fn unseal(&mut self, path: &Path) {
        let Some(passphrase) = Passphrase::new(std::mem::take(&mut self.sealing.typed)) else {
            return;
        };
        let bytes = match file::read(&RealDisk, path) {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.sealing = Sealing::default();
                self.session.warn(vec![fault.message(super::files::file_name(path))]);
                return;
            }
        };
        match file::unseal(&bytes, &passphrase) {
            Ok(plain) => {
                self.sealing = Sealing::default();
                self.open_bytes(path, &plain, Fingerprint::of(&bytes), None);
                self.files.seal = Some(passphrase);
            }
            Err(UnsealError::WrongPassphrase) => {
                self.sealing.said = Some(UnsealError::WrongPassphrase.message());
                self.sealing.wants_focus = true;
            }
            Err(error) => {
                self.sealing = Sealing::default();
                self.session.warn(vec![error.message()]);
            }
        }
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
        self.files.seal = Some(passphrase);
        self.files.is_newly_sealed = true;
        self.save();
    }

    /// The first sealed save is done: what was kept of the map without a seal goes.
    pub(super) fn forget_unsealed(&mut self, path: &Path) {
        self.files.is_newly_sealed = false;
        let words = if self.versions.remove_all(path) { "seal-done" } else { "seal-half" };
        self.session.warn(vec![Message::new(words)]);
    }
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
            Asks::Open(_) => ("unseal-title", "unseal-text", "unseal-yes"),
            Asks::Seal => ("seal-title", "seal-text", "seal-yes"),
        };
        heading(ui, context, texts.get(title));
        ui.label(texts.get(about));
        let mut enters = passphrase_field(ui, context, sealing, Which::First);
        if *asks == Asks::Seal {
            let hint = match Strength::of(&sealing.typed) {
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
