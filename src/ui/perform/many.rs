//! What is done to many at once, each as one step.

use std::collections::BTreeSet;

use crate::document::Command;
use crate::i18n::Message;
use crate::model::{Bearer, Entry, KindId, PersonId};
use crate::ui::app::App;

impl App {
    /// Puts `kind` on all of `people` who have it not.
    pub(super) fn put_on_all(&mut self, people: BTreeSet<PersonId>, kind: &KindId) {
        let mut commands = Vec::new();
        for id in people {
            let bearer = Bearer::Person(id);
            // Of a kind that is hidden there may be one already that is not seen.
            let is_there =
                self.document.map().entries_on(&bearer).iter().any(|it| it.kind == *kind);
            if !is_there {
                let entry = Entry::new(self.document.new_entry_id(), kind.clone());
                commands.push(Command::PutEntry(bearer, Box::new(entry)));
            }
        }
        let n = commands.len();
        let done = self.document.execute_all(Message::new("edit-entry"), commands);
        if self.told(done).is_some() {
            let message = Message::new("chosen-put").count("n", n);
            self.session.tell_with_undo(message, self.document.revision());
        }
    }

    /// Takes all of `people` off the map.
    pub(super) fn remove_all(&mut self, people: BTreeSet<PersonId>) {
        self.finish_naming();
        let n = people.len();
        let commands = people.into_iter().map(Command::RemovePerson).collect();
        let done = self.document.execute_all(Message::new("edit-remove-person"), commands);
        if self.told(done).is_some() {
            let message = Message::new("chosen-removed").count("n", n);
            self.session.tell_with_undo(message, self.document.revision());
            self.look_at(None);
            self.drop_what_is_gone();
        }
    }
}
