//! The open document: the map, its history, and the one door through which it changes.

mod apply;
mod command;
mod draft;
mod history;
mod links;
mod own;
mod relatives;
mod typed;
mod visit;
mod writing;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use command::{Command, MapEdit, PersonEdit, Refusal, Shown, UnionEdit};
pub use links::Parentage;
pub use own::{OwnWords, When};
pub use relatives::{ChildOf, Parents};
pub use typed::{Called, Fact, Heard, Kept, Line, Named, Typed, Why};
pub use visit::VisitId;
pub use writing::{Reader, Unread};

use crate::i18n::Message;
use crate::model::{
    CardId, EntryId, FamilyMap, GoalId, HouseholdId, IdSource, KindId, PersonId, RelationId,
    StrengthId, SupportId, TwinsId, UnionId,
};

/// Numbers every state of every document in this process, so that nothing cached for one family
/// is ever taken for another's.
static REVISIONS: AtomicU64 = AtomicU64::new(1);

/// An open family map and how it came to be what it is.
#[derive(Debug)]
pub struct Document {
    map: Arc<FamilyMap>,
    revision: u64,
    past: Vec<Step>,
    future: Vec<Step>,
    // Outside the history: an undone id is never given to somebody else.
    ids: IdSource,
    saved: Option<Arc<FamilyMap>>,
    // Outside the history too: to undo something is no reason to look at something else.
    strands: Option<Vec<CardId>>,
    /// What the digits mean.
    digits: Vec<KindId>,
    /// Is `saved` another map than `map`? Compared once for every state, not for every question.
    is_unsaved: bool,
    visit: Option<visit::Visit>,
}

/// A map the user can go back (or forward) to, and what lies between.
#[derive(Debug)]
struct Step {
    map: Arc<FamilyMap>,
    revision: u64,
    label: Message,
}

impl Document {
    /// A document that starts from `map`, with nothing to undo and nothing unsaved.
    #[must_use]
    pub fn new(map: FamilyMap) -> Self {
        let ids = IdSource::starting_at(map.next_id);
        let strands = map.view.strands.clone();
        let digits = map.view.digits.clone();
        let map = Arc::new(map);
        Self {
            saved: Some(Arc::clone(&map)),
            is_unsaved: false,
            map,
            revision: next_revision(),
            past: Vec::new(),
            future: Vec::new(),
            ids,
            strands,
            digits,
            visit: None,
        }
    }

    /// The map as it is now.
    #[must_use]
    pub fn map(&self) -> &FamilyMap {
        &self.map
    }

    /// The map as it is now, to keep.
    #[must_use]
    pub fn shared_map(&self) -> Arc<FamilyMap> {
        Arc::clone(&self.map)
    }

    /// The cards whose strands are on the map, the most important first; `None`: nobody chose yet.
    #[must_use]
    pub fn strands(&self) -> Option<&[CardId]> {
        self.strands.as_deref()
    }

    /// Puts the strands of `cards` on the map. To look at something is no step to undo, and no reason
    /// to ask for a save; the next save keeps it.
    pub fn show_strands(&mut self, cards: Vec<CardId>) {
        self.strands = Some(cards);
    }

    /// Keeps what the digits mean on this map; the next save writes it.
    pub fn keep_digits(&mut self, kinds: Vec<KindId>) {
        self.digits = kinds;
    }

    /// The map to write to a file: with the number from which new ids go on, and what is looked at.
    #[must_use]
    pub fn map_to_save(&self) -> FamilyMap {
        let mut map = FamilyMap::clone(&self.map);
        map.next_id = self.ids.next_number();
        map.view.strands.clone_from(&self.strands);
        map.view.digits.clone_from(&self.digits);
        map
    }

    /// The map as its file holds it, as far as is known.
    #[must_use]
    pub fn saved(&self) -> Option<&FamilyMap> {
        self.saved.as_deref()
    }

    /// Says that `map` (from [`Self::shared_map`]) is safe on disk now.
    pub fn mark_saved(&mut self, map: &Arc<FamilyMap>) {
        self.saved = Some(Arc::clone(map));
        self.compare();
    }

    /// Says that nothing of this document is on disk (a new map, an imported one).
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
        self.compare();
    }

    /// Is there anything that the file does not hold yet? What is changed and changed back is not.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        self.is_unsaved
    }

    fn compare(&mut self) {
        let is_same = |saved: &Arc<FamilyMap>| Arc::ptr_eq(saved, &self.map) || *saved == self.map;
        self.is_unsaved = !self.saved.as_ref().is_some_and(is_same);
    }

    /// Names the present state. Two states never share a number, in any document.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// What the undo button takes back, if anything.
    #[must_use]
    pub fn undo_label(&self) -> Option<&Message> {
        self.past.last().map(|step| &step.label)
    }

    /// What the redo button repeats, if anything.
    #[must_use]
    pub fn redo_label(&self) -> Option<&Message> {
        self.future.last().map(|step| &step.label)
    }

    /// Carries out `command` completely, or refuses and changes nothing.
    ///
    /// # Errors
    ///
    /// Says why the map does not allow it.
    pub fn execute(&mut self, command: Command) -> Result<(), Refusal> {
        let label = command.label();
        self.execute_all(label, vec![command])
    }

    /// Carries out all `commands` as one step called `label`, or refuses and changes nothing.
    ///
    /// # Errors
    ///
    /// Says why the map does not allow one of them.
    pub fn execute_all(&mut self, label: Message, commands: Vec<Command>) -> Result<(), Refusal> {
        let map = visit::carried_out(&self.map, commands)?;
        self.visit = None;
        if map == *self.map {
            return Ok(());
        }
        let back = self.go_to(Step { map: Arc::new(map), revision: next_revision(), label });
        self.past.push(back);
        self.future.clear();
        Ok(())
    }

    /// Takes back the last step and names it, or returns `None` if there is nothing to take back.
    pub fn undo(&mut self) -> Option<Message> {
        self.visit = None;
        let step = self.past.pop()?;
        let label = step.label.clone();
        let back = self.go_to(step);
        self.future.push(back);
        Some(label)
    }

    /// Repeats the step that was last taken back.
    pub fn redo(&mut self) -> Option<Message> {
        self.visit = None;
        let step = self.future.pop()?;
        let label = step.label.clone();
        let back = self.go_to(step);
        self.past.push(back);
        Some(label)
    }

    /// Makes `step` the present; returns the step that leads back.
    fn go_to(&mut self, step: Step) -> Step {
        let back = Step {
            map: std::mem::replace(&mut self.map, step.map),
            revision: std::mem::replace(&mut self.revision, step.revision),
            label: step.label,
        };
        self.compare();
        back
    }

    fn fresh(&mut self, prefix: &str) -> u64 {
        let map = Arc::clone(&self.map);
        self.ids.fresh(prefix, |id| is_taken(&map, id))
    }
}

fn next_revision() -> u64 {
    REVISIONS.fetch_add(1, Ordering::Relaxed)
}

/// Is `id` used by anything on the map? Ids are compared over all kinds of things, so that one id
/// never means two things.
fn is_taken(map: &FamilyMap, id: &str) -> bool {
    let is = |text: &str| text == id;
    PersonId::new(id).is_some_and(|id| map.people.contains_key(&id))
        || UnionId::new(id).is_some_and(|id| map.unions.contains_key(&id))
        || TwinsId::new(id).is_some_and(|id| map.twins.contains_key(&id))
        || RelationId::new(id).is_some_and(|id| map.relations.contains_key(&id))
        || HouseholdId::new(id).is_some_and(|id| map.households.contains_key(&id))
        || SupportId::new(id).is_some_and(|id| map.supports.contains_key(&id))
        || GoalId::new(id).is_some_and(|id| map.goals.contains_key(&id))
        || map.people.values().any(|person| {
            person.entries.iter().any(|entry| is(entry.id.as_str()))
                || person.strengths.iter().any(|strength| is(strength.id.as_str()))
        })
        || map.unions.values().any(|union| {
            union.entries.iter().any(|entry| is(entry.id.as_str()))
                || union.strengths.iter().any(|strength| is(strength.id.as_str()))
        })
        || map.households.values().any(|household| {
            household.entries.iter().any(|entry| is(entry.id.as_str()))
                || household.strengths.iter().any(|strength| is(strength.id.as_str()))
        })
        || map
            .relations
            .values()
            .any(|relation| relation.entries.iter().any(|entry| is(entry.id.as_str())))
}

macro_rules! new_ids {
    ($($(#[$doc:meta])* $name:ident, $prefix:literal, $id:ident;)*) => {
        impl Document { $(
            $(#[$doc])*
            pub fn $name(&mut self) -> $id {
                $id::numbered($prefix, self.fresh($prefix))
            }
        )* }
    };
}

new_ids! {
    /// An id for a person who is about to be added.
    new_person_id, "p", PersonId;
    /// An id for a union that is about to be added.
    new_union_id, "u", UnionId;
    /// An id for a birth of twins that is about to be added.
    new_twins_id, "t", TwinsId;
    /// An id for an entry that is about to be added.
    new_entry_id, "e", EntryId;
    /// An id for a strength that is about to be added.
    new_strength_id, "s", StrengthId;
    /// An id for a relation that is about to be added.
    new_relation_id, "r", RelationId;
    /// An id for a household that is about to be added.
    new_household_id, "h", HouseholdId;
    /// An id for a support that is about to be added.
    new_support_id, "o", SupportId;
    /// An id for a goal that is about to be added.
    new_goal_id, "g", GoalId;
}

#[cfg(test)]
mod tests;
