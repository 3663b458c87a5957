//! The question that stands in the way of leaving unsaved work.

use egui::{Context, Id, Modal, Ui, ViewportCommand};

use super::app::{App, LeaveTo, Leaving};
use super::context::PanelContext;
use super::files::Saved;
use super::style::{Look, button};
use super::terms::Place;
use super::widgets::heading;

/// What is answered to "save first?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LeaveAnswer {
    Save,
    Discard,
    Stay,
}

impl App {
    /// Holds the window open while there is unsaved work.
    pub(super) fn watch_close(&mut self, ctx: &Context) {
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        if !is_closing || self.may_close {
            return;
        }
        // What still stands in the palette is said, too.
        self.finish_naming();
        if self.errands.is_writing() || self.sealing.makes_a_seal() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leaving = Some(Leaving { then: LeaveTo::Close, is_saving: true });
        } else if self.has_unsaved_work() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leaving = Some(Leaving::to(LeaveTo::Close));
        } else {
            self.may_close = true;
        }
    }

    /// Is there anything that would be missed?
    pub(super) fn has_unsaved_work(&self) -> bool {
        self.session.place == Place::Map && self.document.is_unsaved()
    }

    /// The question before leaving is answered: go.
    pub(super) fn leave_now(&mut self) {
        let Some(leaving) = self.leaving.take() else { return };
        match leaving.then {
            LeaveTo::Close => self.may_close = true,
            LeaveTo::Do(action) => self.perform_now(*action),
        }
    }

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
                // Once it is saved it goes on.
                if self.save() == Saved::No {
                    self.leaving = None;
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

impl Leaving {
    /// Nothing is being saved yet.
    pub(super) const fn to(then: LeaveTo) -> Self {
        Self { then, is_saving: false }
    }
}
