//! Undo and redo: the map goes back or forth, and what is looked at goes with it.

use crate::model::{PersonId, Subject};
use crate::ui::app::App;
use crate::ui::session::Undo;

impl App {
    pub(super) fn undo(&mut self) {
        self.session.naming = None;
        let undone = self.document.revision();
        let before = self.document.map().clone();
        let selected = self.session.selection.clone();
        self.document.undo();
        // What was told of that step is not so any more; an offer of an earlier one is good again.
        self.session.notice.take_if(|it| it.undo == Undo::Offered(undone));
        self.drop_what_is_gone();
        if selected.is_none() || self.session.selection.is_some() {
            return;
        }
        // Who was looked at is gone with what was undone: back to whom they were added from.
        let now = self.document.map();
        let is_gone = |id: &&PersonId| !now.people.contains_key(*id);
        let gone = before.people.keys().filter(is_gone);
        let from = gone.filter_map(|id| self.session.added_from.get(id)).next().cloned();
        if from.is_some() {
            self.look_at(from);
            self.drop_what_is_gone();
        }
    }

    pub(super) fn redo(&mut self) {
        let before = self.document.map().clone();
        self.document.redo();
        self.drop_what_is_gone();
        // Whoever comes back is looked at, as when they were added.
        let mut people = self.document.map().people.keys();
        let is_back = |id: &&PersonId| {
            !before.people.contains_key(*id) && self.session.added_from.contains_key(*id)
        };
        if let Some(id) = people.find(is_back).cloned() {
            self.look_at(Some(Subject::Person(id)));
        }
    }

    /// Notes from whom somebody new was added: whoever was selected, where that is one of the couple
    /// whose child they are.
    pub(in crate::ui) fn note_added(&mut self, person: &PersonId, origin: Option<&Subject>) {
        let map = self.document.map();
        let partner = match (origin, self.session.person()) {
            (Some(Subject::Union(id)), Some(at)) => {
                map.union(id).filter(|it| it.partners.contains(at)).map(|_| at.clone())
            }
            _ => None,
        };
        let from = partner.map(Subject::Person).or_else(|| origin.cloned());
        let from = from.unwrap_or_else(|| Subject::Person(person.clone()));
        self.session.added_from.insert(person.clone(), from);
    }
}
