//! For whom is it? Asked by a key that does something to somebody, pressed with nobody selected.

use egui::KeyboardShortcut;

use crate::i18n::Message;
use crate::model::{PersonId, Subject};
use crate::ui::action::done_by;
use crate::ui::app::App;
use crate::ui::session::{Find, WhomDraft};

impl App {
    /// Asks for whom the key is meant, or no more.
    pub(super) fn ask_for_whom(&mut self, key: Option<KeyboardShortcut>) {
        self.finish_naming();
        self.look_at(self.session.selection.clone());
        self.session.paint = None;
        self.session.focus_selection = key.is_none();
        self.session.whom = key.map(|key| WhomDraft { key, find: Find::new() });
    }

    /// Does what was asked for to whoever was chosen.
    pub(super) fn do_for(&mut self, person: &PersonId) {
        let Some(whom) = self.session.whom.take() else { return };
        self.look_at(Some(Subject::Person(person.clone())));
        let actions = done_by(whom.key, &self.situation());
        if actions.is_empty() {
            let name = self.panel_context().name(person);
            self.session.tell(Message::new("whom-cannot").arg("name", name));
        }
        for action in actions {
            self.perform_now(action);
        }
    }
}
