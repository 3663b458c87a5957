//! Trying many changes on a copy, to see what would come of them and then to take them all as one step.

use std::sync::Arc;

use super::{Document, Step, next_revision};
use crate::i18n::Message;

impl Document {
    /// A copy of the open map to try things on: with the same ids still to be given out, and no history.
    #[must_use]
    pub fn draft(&self) -> Self {
        Self {
            map: Arc::clone(&self.map),
            revision: next_revision(),
            past: Vec::new(),
            future: Vec::new(),
            ids: self.ids.clone(),
            saved: None,
            strands: self.strands.clone(),
            digits: self.digits.clone(),
            is_unsaved: true,
            visit: None,
        }
    }

    /// Takes all that was done on `draft` as one step called `label`. The draft must be one of the map
    /// as it is now: what was changed since would be gone.
    pub fn take_over(&mut self, label: Message, draft: Self) {
        self.visit = None;
        // Whatever the draft gave out is never given to somebody else.
        if self.ids.next_number() < draft.ids.next_number() {
            self.ids = draft.ids;
        }
        if *draft.map == *self.map {
            return;
        }
        let back = self.go_to(Step { map: draft.map, revision: next_revision(), label });
        self.past.push(back);
        self.future.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Command;
    use crate::model::{FamilyMap, Person};

    #[test]
    fn what_was_tried_is_one_step_and_no_id_comes_back() {
        let mut document = Document::new(FamilyMap::default());
        let mut draft = document.draft();
        let mut ids = Vec::new();
        for _ in 0..3 {
            let id = draft.new_person_id();
            let person = Box::new(Person::default());
            draft.execute(Command::AddPerson(id.clone(), person)).expect("a new person");
            ids.push(id);
        }
        assert!(document.map().people.is_empty(), "only tried");
        document.take_over(Message::new("edit-map"), draft);
        assert_eq!(document.map().people.len(), 3);
        document.undo();
        assert!(document.map().people.is_empty() && document.undo_label().is_none());
        assert!(!ids.contains(&document.new_person_id()));
    }
}
