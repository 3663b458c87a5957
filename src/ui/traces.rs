//! A computer that others use, too: one action after which nothing of any map is on it, but for the
//! files that the user saved.

use egui::{Id, Modal, Ui};

use super::app::App;
use super::context::PanelContext;
use super::storage::Settings;
use super::style::{Look, button};
use super::widgets::heading;
use super::{Action, FileAction};
use crate::i18n::Message;

impl App {
    /// Asks whether everything that the program keeps may go.
    pub(super) fn ask_traces(&mut self, ui: &Ui) {
        if !self.offers.asks_traces {
            return;
        }
        let Some(goes) = traces_ui(ui, &self.panel_context()) else { return };
        self.offers.asks_traces = false;
        if goes {
            // What is open and not saved is asked about like before any other leaving.
            self.ask_and_perform(Action::File(FileAction::LeaveNothing));
        }
    }

    /// Removes everything that the program keeps of any map, and what the user chose.
    pub(super) fn leave_nothing(&mut self) {
        self.recovery.forget();
        let copies = self.recovery.remove_everything();
        let versions = self.versions.remove_everything();
        self.settings = Settings::default();
        let settings = self.shell.storage.forget(&*self.shell.computer);
        self.leave_for_home();
        if copies && versions && settings {
            self.session.tell(Message::new("traces-done"));
        } else {
            self.session.warn(vec![Message::new("traces-half")]);
        }
    }
}

/// What goes and what stays. Gives what the user answered.
fn traces_ui(ui: &Ui, context: &PanelContext<'_>) -> Option<bool> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("traces")).show(ui.ctx(), |ui| {
        ui.set_width(480.0);
        heading(ui, context, texts.get("traces-title"));
        for words in ["traces-goes", "traces-stays", "traces-closes"] {
            ui.label(texts.get(words));
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            // What goes for good is not what Enter does.
            if button(ui, theme, Look::Quiet, "", &texts.get("traces-yes")).clicked() {
                answer = Some(true);
            }
            if button(ui, theme, Look::Main, "", &texts.get("cancel")).clicked() {
                answer = Some(false);
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(false))
}
