//! Visits to a field: every keystroke is in the map at once, and the whole visit is one step.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Command, Document, Refusal, Step, apply, next_revision};
use crate::i18n::Message;
use crate::model::FamilyMap;

static VISITS: AtomicU64 = AtomicU64::new(1);

/// Names one visit to a field: from the moment the caret comes until it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitId(u64);

impl VisitId {
    /// A visit that nobody else has.
    #[must_use]
    pub fn fresh() -> Self {
        Self(VISITS.fetch_add(1, Ordering::Relaxed))
    }
}

/// The visit that goes on. Anything else that happens to the document ends it.
#[derive(Debug)]
pub(super) struct Visit {
    id: VisitId,
    /// The map as it was when the visit began: what is typed is always said of this one, so that
    /// what a half-typed word seemed to say leaves nothing behind.
    base: Arc<FamilyMap>,
    base_revision: u64,
    step: VisitStep,
    /// What could be done again before the visit: still there if nothing comes of it.
    future: Vec<Step>,
}

/// How a visit stands in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum VisitStep {
    /// Nothing was changed (any more).
    None,
    /// The last step is that of the visit.
    Own,
    /// What is typed belongs to the step before: somebody new and their name are one step.
    Joined,
}

impl Document {
    /// Lets what will be typed in `visit` belong to the last step: taken back with it.
    pub fn join_visit(&mut self, visit: VisitId) {
        let step = if self.past.is_empty() { VisitStep::None } else { VisitStep::Joined };
        self.begin_visit(visit, step);
    }

    /// The field of the visit was left: the next change is a step of its own.
    pub fn end_visit(&mut self) {
        self.visit = None;
    }

    /// The map as it was when `visit` began.
    #[must_use]
    pub fn visit_base(&self, visit: VisitId) -> &FamilyMap {
        match &self.visit {
            Some(open) if open.id == visit => &open.base,
            _ => &self.map,
        }
    }

    /// Takes back what was typed in `visit`, if that goes on.
    pub fn abandon_visit(&mut self, visit: VisitId) {
        if self.visit.as_ref().is_some_and(|open| open.id == visit) {
            let base = self.shared_visit_base();
            self.show_in_visit(base, Message::new("edit-map"));
            self.visit = None;
        }
    }

    /// Carries out `commands` on the map as it was when `visit` began, instead of what the visit
    /// did before; or refuses and changes nothing. All of a visit is one step called `label`, and no
    /// step at all once the map is as it was.
    ///
    /// # Errors
    ///
    /// Says why the map does not allow one of them.
    pub fn execute_in_visit(
        &mut self,
        visit: VisitId,
        label: Message,
        commands: Vec<Command>,
    ) -> Result<(), Refusal> {
        let map = carried_out(self.visit_base(visit), commands)?;
        self.put_in_visit(visit, label, map);
        Ok(())
    }

    /// Makes `map` what came of the visit so far.
    pub(super) fn put_in_visit(&mut self, visit: VisitId, label: Message, map: FamilyMap) {
        if self.visit.as_ref().is_none_or(|open| open.id != visit) {
            self.begin_visit(visit, VisitStep::None);
        }
        self.show_in_visit(Arc::new(map), label);
    }

    fn begin_visit(&mut self, id: VisitId, step: VisitStep) {
        self.visit = Some(Visit {
            id,
            base: Arc::clone(&self.map),
            base_revision: self.revision,
            step,
            future: Vec::new(),
        });
    }

    fn shared_visit_base(&self) -> Arc<FamilyMap> {
        self.visit.as_ref().map_or_else(|| Arc::clone(&self.map), |open| Arc::clone(&open.base))
    }

    fn show_in_visit(&mut self, map: Arc<FamilyMap>, label: Message) {
        let Some(visit) = &mut self.visit else { return };
        if map == self.map {
            return;
        }
        if map == visit.base {
            self.map = Arc::clone(&visit.base);
            self.revision = visit.base_revision;
            let is_own = visit.step == VisitStep::Own;
            if is_own {
                visit.step = VisitStep::None;
                self.past.pop();
                self.future = std::mem::take(&mut visit.future);
            }
            self.compare();
            return;
        }
        if visit.step == VisitStep::None {
            visit.step = VisitStep::Own;
            visit.future = std::mem::take(&mut self.future);
            let (map, revision) = (Arc::clone(&visit.base), visit.base_revision);
            self.past.push(Step { map, revision, label });
        }
        self.map = map;
        self.revision = next_revision();
        self.compare();
    }
}

/// `map` after `commands`, or why not.
pub(super) fn carried_out(map: &FamilyMap, commands: Vec<Command>) -> Result<FamilyMap, Refusal> {
    let mut map = map.clone();
    for command in commands {
        apply::apply(command, &mut map)?;
    }
    Ok(map)
}
