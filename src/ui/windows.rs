//! The small windows over the map: whichever of them are open.

use egui::Ui;

use super::Action;
use super::app::App;
use super::beside::beside_ui;
use super::rules::rules_ui;
use super::show::show_ui;

impl App {
    /// Shows them and gives back what the user asks for.
    pub(super) fn windows(&mut self, ui: &Ui) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.extend(self.manual(ui));
        actions.extend(self.commands(ui));
        if let Some(people) = self.session.beside.clone() {
            let mut typing = std::mem::take(&mut self.session.typing);
            actions.extend(beside_ui(ui, &self.panel_context(), &people, &mut typing));
            self.session.typing = typing;
        }
        if self.session.show_open {
            actions.extend(show_ui(ui, &self.panel_context(), self.session.ties));
        }
        if self.session.rules_open {
            actions.extend(rules_ui(ui, &self.panel_context()));
        }
        actions
    }
}
