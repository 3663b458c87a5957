//! What an open map can go back and forward to, to be put away with it and taken up again.

use std::sync::Arc;

use super::{Document, Step, next_revision};
use crate::i18n::Message;
use crate::model::FamilyMap;

type Kept = (Message, Arc<FamilyMap>);

impl Document {
    /// What it can go back to, and forward to: each map with what lies between. What is next stands last.
    #[must_use]
    pub fn history(&self) -> [Vec<Kept>; 2] {
        let step = |it: &Step| (it.label.clone(), Arc::clone(&it.map));
        [&self.past, &self.future].map(|steps| steps.iter().map(step).collect())
    }

    /// Goes on where a document with the same map was put away.
    pub fn take_up(&mut self, history: [Vec<Kept>; 2]) {
        let step = |(label, map)| Step { map, revision: next_revision(), label };
        let [past, future] = history.map(|steps| steps.into_iter().map(step).collect());
        self.visit = None;
        (self.past, self.future) = (past, future);
    }
}
