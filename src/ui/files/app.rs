//! Asks for files, and does with them what they were asked for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::TryRecvError;

use super::{Saved, file_name};
use crate::file::{self, Expected};
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::dialogs::{PDF, Purpose, Request, TrainingYears, completed};
use crate::ui::own_dialog::{Answer, OwnDialog, own_dialog_ui};
use crate::ui::{Action, FileAction};

impl App {
    /// Asks for a file: with the system's dialog, or with ours.
    pub(in crate::ui) fn ask(&mut self, purpose: Purpose) {
        if self.files.is_asking() {
            return;
        }
        let texts = self.texts();
        let name = |extension: &str| {
            format!("{}-{}.{extension}", texts.get("file-stem"), self.shell.today)
        };
        let request = Request {
            purpose,
            title: match purpose {
                Purpose::Open => texts.get("file-title-open"),
                Purpose::Save => texts.get("file-title-save"),
                Purpose::Copy => texts.get("file-title-copy"),
                Purpose::Training(TrainingYears::Moved) => texts.get("do-training"),
                Purpose::Training(TrainingYears::ByTens) => texts.get("do-training-tens"),
                Purpose::Picture => texts.get("file-title-picture"),
                Purpose::Paper => texts.get("file-title-paper"),
            },
            folder: self.folder(),
            name: match purpose {
                Purpose::Open => String::new(),
                // Never the client's name: file names travel.
                Purpose::Save | Purpose::Copy => name(file::EXTENSION),
                // Never over the map itself.
                Purpose::Training(_) => {
                    format!("{}-{}", texts.get("file-name-training"), name(file::EXTENSION))
                }
                Purpose::Picture => name("png"),
                Purpose::Paper => name(PDF),
            },
        };
        match self.shell.dialogs.ask(&request) {
            Some(answer) => self.files.asked = Some((purpose, answer)),
            None => self.files.own = Some(OwnDialog::new(request)),
        }
    }

    /// Where the user last was.
    fn folder(&self) -> Option<PathBuf> {
        let path = self.files.path.as_ref().or_else(|| self.settings.recent.first());
        path.and_then(|path| path.parent())
            .map(Path::to_owned)
            .or_else(|| self.shell.folder.clone())
    }

    /// Looks whether the system's dialog, or the printer, has answered.
    pub(in crate::ui) fn poll_dialog(&mut self, ctx: &egui::Context) {
        self.poll_printer(ctx);
        let Some((purpose, answer)) = &self.files.asked else { return };
        match answer.try_recv() {
            Ok(path) => {
                let purpose = *purpose;
                self.files.asked = None;
                self.chosen(purpose, path);
            }
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(std::time::Duration::from_millis(100));
            }
            Err(TryRecvError::Disconnected) => {
                self.files.asked = None;
                self.leaving = None;
            }
        }
    }

    /// Shows our own dialog while it is open.
    pub(in crate::ui) fn own_dialog(&mut self, ui: &egui::Ui) {
        // Not in the frame of the key that closed the dialog: it would end that field, too.
        let frame = ui.ctx().cumulative_frame_nr();
        if let Some((field, _)) = self.files.back_to.take_if(|(_, closed)| *closed < frame) {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        let Some(mut dialog) = self.files.own.take() else { return };
        if dialog.back_to.is_none() && dialog.wants_focus() && ui.ctx().text_edit_focused() {
            dialog.back_to = ui.memory(egui::Memory::focused);
        }
        let answer = own_dialog_ui(ui, &self.panel_context(), (&mut dialog, &*self.shell.computer));
        if answer.is_some() {
            self.files.back_to = dialog.back_to.map(|it| (it, ui.ctx().cumulative_frame_nr()));
            ui.ctx().request_repaint();
        }
        match answer {
            None => self.files.own = Some(dialog),
            Some(Answer::Cancelled) => self.chosen(dialog.request.purpose, None),
            Some(Answer::Chosen(path)) => self.chosen(dialog.request.purpose, Some(path)),
        }
    }

    fn chosen(&mut self, purpose: Purpose, path: Option<PathBuf>) {
        let Some(path) = path else {
            // Who does not say where to save does not want to leave either.
            self.leaving = None;
            return;
        };
        let whole = completed(purpose, &path);
        // The dialog has asked whether the file may be replaced: the one it was told, no other.
        let expected = if whole == path { Expected::Anything } else { Expected::Nothing };
        match purpose {
            // Work may have been done while the dialog was open.
            Purpose::Open => self.ask_and_perform(Action::File(FileAction::OpenPath(path))),
            Purpose::Save | Purpose::Copy | Purpose::Training(_)
                if file::promises_another(&whole, file::EXTENSION) =>
            {
                self.leaving = None;
                let message = Message::new("map-unknown").arg("name", file_name(&whole));
                self.session.warn(vec![message]);
            }
            Purpose::Save => {
                if self.save_at(&whole, expected) == Saved::No {
                    self.leaving = None;
                }
            }
            Purpose::Copy => self.copy_to(&whole, expected),
            Purpose::Training(years) => self.write_for_training(&whole, expected, years),
            Purpose::Picture => self.draw_at(&whole, expected),
            Purpose::Paper => self.write_paper_at(&whole, expected),
        }
    }
}
