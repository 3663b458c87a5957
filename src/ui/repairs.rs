//! What was mended when a map was opened: a list to walk through, each with where it is.

use egui::{Id, Ui};

use super::app::App;
use super::canvas::calm_place;
use super::style::{self, Look, button, color};
use super::terms::{Fit, Place};
use super::widgets::caption;
use super::{Action, FileAction, LookAction};
use crate::fonts::Weight;
use crate::i18n::Message;

impl App {
    /// Shows it while there is any.
    pub(super) fn walk_repairs(&mut self, ui: &Ui) -> Vec<Action> {
        let session = &self.session;
        let n_all = session.repairs.len();
        let at = session.repair.min(n_all.saturating_sub(1));
        let Some(repair) = session.repairs.get(at).filter(|_| session.place == Place::Map) else {
            return Vec::new();
        };
        let (context, repair) = (self.panel_context(), repair.clone());
        let (theme, texts) = (context.theme, context.texts);
        let rect = |name| ui.memory(|memory| memory.area_rect(Id::unique(name)));
        let taken = session.notice.is_some().then(|| rect("notice")).flatten();
        // Whoever it is about is not below it.
        let (pivot, place) = calm_place(ui.ctx(), (session, &self.derived), "repairs", taken);
        let (mut actions, mut to, mut ends) = (Vec::new(), None, false);
        egui::Area::new(Id::unique("repairs"))
            .order(egui::Order::Foreground)
            .fixed_pos(place)
            .pivot(pivot)
            .show(ui.ctx(), |ui| {
                style::card_frame(theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                    ui.set_max_width(470.0);
                    let title =
                        super::fonts::text(texts.get("repairs-title"), 15.5, Weight::SemiBold);
                    ui.label(title.color(color(theme.ink)));
                    let place =
                        Message::new("repairs-place").count("at", at + 1).count("all", n_all);
                    caption(ui, theme, texts.say(&place));
                    let said = ui.label(texts.say(&repair.message()));
                    ui.ctx().accesskit_node_builder(said.id, |node| {
                        node.set_live(egui::accesskit::Live::Polite);
                    });
                    ui.horizontal_wrapped(|ui| {
                        if let Some(subject) = &repair.at
                            && button(ui, theme, Look::Main, "", &texts.get("repairs-look"))
                                .clicked()
                        {
                            actions.push(Action::Look(LookAction::Select(Some(subject.clone()))));
                            actions.push(Action::Look(LookAction::Zoom(Fit::Reveal)));
                        }
                        if 1 < n_all
                            && button(ui, theme, Look::Quiet, "", &texts.get("repairs-next"))
                                .clicked()
                        {
                            to = Some((at + 1) % n_all);
                        }
                        if button(ui, theme, Look::Quiet, "", &texts.get("do-save")).clicked() {
                            actions.push(Action::File(FileAction::Save));
                        }
                        ends = button(ui, theme, Look::Bare, "", &texts.get("close")).clicked();
                    });
                });
            });
        if let Some(to) = to {
            self.session.repair = to;
        }
        if ends {
            self.session.repairs.clear();
        }
        actions
    }
}
