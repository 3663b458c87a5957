//! What is told at the bottom of the window.

use egui::Ui;

use super::app::App;
use super::canvas::calm_place;
use super::letters::letters_ui;
use super::session::Undo;
use super::style::{self, Look, button};
use super::{Action, EditAction, LookAction};

impl App {
    /// What is told at the bottom, above everything, never over the bars.
    pub(super) fn notice(&mut self, ui: &Ui) -> Vec<Action> {
        let now = ui.input(|input| input.time);
        let Some(notice) = &mut self.session.notice else { return Vec::new() };
        if !std::mem::replace(&mut notice.timed, true) {
            notice.until = notice.until.map(|secs| now + secs);
        }
        if notice.until.is_some_and(|until| until < now) {
            self.session.notice = None;
            return Vec::new();
        }
        let notice = notice.clone();
        if let Some(until) = notice.until {
            ui.request_repaint_after(std::time::Duration::from_secs_f64((until - now).max(0.05)));
        }
        let context = self.panel_context();
        let mut actions = Vec::new();
        let (pivot, place) = calm_place(ui.ctx(), (&self.session, &self.derived), "notice", None);
        egui::Area::new(egui::Id::unique("notice"))
            .order(egui::Order::Foreground)
            .fixed_pos(place)
            .pivot(pivot)
            .show(ui.ctx(), |ui| {
                style::card_frame(context.theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                    ui.set_max_width(560.0);
                    ui.horizontal(|ui| {
                        ui.vertical(|ui| {
                            ui.set_max_width(380.0);
                            let height = ui.ctx().content_rect().height() * 0.5;
                            egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
                                for message in &notice.messages {
                                    let words = context.texts.say(message);
                                    let said = ui.label(words);
                                    ui.ctx().accesskit_node_builder(said.id, |node| {
                                        node.set_live(egui::accesskit::Live::Polite);
                                    });
                                }
                            });
                            // Once something was changed, reading again would undo it.
                            if let Some((_, charset)) = &self.files.letters
                                && notice.until.is_none()
                                && self.document.undo_label().is_none()
                            {
                                actions.extend(letters_ui(ui, context.texts, *charset));
                            }
                        });
                        if notice.undo == Undo::Offered(self.document.revision()) {
                            let words = context.texts.get("notice-undo");
                            if button(ui, context.theme, Look::Quiet, "", &words).clicked() {
                                actions.push(Action::Edit(EditAction::Undo));
                                actions.push(Action::Look(LookAction::DismissNotice));
                            }
                        }
                        let words = context.texts.get("close");
                        if style::icon_button(ui, context.theme, "x", &words).clicked() {
                            actions.push(Action::Look(LookAction::DismissNotice));
                        }
                    });
                });
            });
        actions
    }
}
