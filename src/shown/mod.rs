//! What of a map may be seen now: the one place that decides what is hidden.
//!
//! Everything that shows, says, lists, finds or draws a map does so of a *shown map*: a copy without
//! what is hidden ([`without_hidden`]). Who gets such a copy cannot give away what is not in it. What
//! is asked for from a shown map is put together with what it left out by [`kept`]. Where names are off, it
//! is made of a map without names ([`named`]).

mod follow;
mod merge;
mod names;
mod own;
mod rule;

use std::collections::BTreeSet;
use std::sync::Arc;

pub(crate) use follow::hide as hide_what_follows;
pub use merge::kept;
pub use names::{Names, named};
pub use own::for_one;
pub use rule::Hiding;

use crate::catalogue::Catalogue;
use crate::model::{Entry, FamilyMap, KindId, Note, PersonId, Strength, Subject, Supported};

/// What the client opened in this session: hidden kinds and ties, or everything of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Kinds of problems and of relations.
    pub kinds: BTreeSet<KindId>,
    /// People.
    pub people: BTreeSet<PersonId>,
    /// One union, household, relation or support, with what is its own.
    pub at: Option<Subject>,
    /// Who looks on.
    pub eyes: Eyes,
}

/// Who looks on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Eyes {
    /// Those at the table: what is hidden can be opened.
    #[default]
    Table,
    /// Anybody: nothing sensitive is there, and nothing can be opened.
    Anybody,
}

impl Opened {
    /// Everything that is hidden because of its kind. What was hidden one by one stays so.
    #[must_use]
    pub fn every_kind(catalogue: &Catalogue) -> Self {
        let kinds = catalogue.kinds().iter().filter(|row| row.hidden).map(|row| &row.id);
        let ties = catalogue.relations().iter().filter(|row| row.harm.is_some());
        let kinds = kinds.chain(ties.map(|row| &row.id)).filter_map(|id| KindId::new(id));
        Self { kinds: kinds.collect(), ..Self::default() }
    }

    /// Nothing, and nothing sensitive either, whatever its record says.
    #[must_use]
    pub fn private() -> Self {
        Self { eyes: Eyes::Anybody, ..Self::default() }
    }

    /// Is what belongs to `subject` open?
    #[must_use]
    pub fn holds(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Person(id) => self.people.contains(id),
            other => self.at.as_ref() == Some(other),
        }
    }
}

/// The map without what is hidden while `opened` is open.
///
/// No sensitive entry, no hidden relation, no note for the coach or the one who tells the story, and
/// nothing that points at those. What
/// is only switched off or kept for another day stays.
#[must_use]
pub fn without_hidden(map: &FamilyMap, catalogue: &Catalogue, opened: &Opened) -> FamilyMap {
    let hiding = Hiding { map, catalogue, opened };
    let mut shown = map.clone();
    for (id, person) in &mut shown.people {
        let sieve = Sieve { hiding: &hiding, people: vec![id], at: None };
        if sieve.takes(&person.entries, &person.strengths, &person.notes) {
            let person = Arc::make_mut(person);
            sieve.sift(&mut person.entries, &mut person.strengths, &mut person.notes);
        }
    }
    let unions: Vec<_> = shown.unions.iter().map(|(id, it)| (id.clone(), Arc::clone(it))).collect();
    for ((id, old), new) in unions.iter().zip(shown.unions.values_mut()) {
        let at = Some(Subject::Union(id.clone()));
        let sieve = Sieve { hiding: &hiding, people: old.partners.iter().collect(), at };
        if sieve.takes(&old.entries, &old.strengths, &old.notes) {
            let new = Arc::make_mut(new);
            sieve.sift(&mut new.entries, &mut new.strengths, &mut new.notes);
        }
    }
    let homes: Vec<_> =
        shown.households.iter().map(|(id, it)| (id.clone(), Arc::clone(it))).collect();
    for ((id, old), new) in homes.iter().zip(shown.households.values_mut()) {
        let at = Some(Subject::Household(id.clone()));
        let people = old.members.iter().map(|it| &it.person).collect();
        let sieve = Sieve { hiding: &hiding, people, at };
        if sieve.takes(&old.entries, &old.strengths, &old.notes) {
            let new = Arc::make_mut(new);
            sieve.sift(&mut new.entries, &mut new.strengths, &mut new.notes);
        }
    }
    relations(&mut shown, &hiding);
    supports(&mut shown, &hiding);
    follow::hide(map, &mut shown, &hiding);
    follow::hide_words(map, &mut shown);
    // Whoever tells reads them from the whole map; nobody else does.
    for scene in &mut shown.story {
        scene.notes.clear();
        scene.trap.clear();
    }
    shown
}

fn relations(shown: &mut FamilyMap, hiding: &Hiding<'_>) {
    shown.relations.retain(|id, it| {
        hiding.opened.at == Some(Subject::Relation(id.clone())) || !hiding.relation(it)
    });
    let ties: Vec<_> =
        shown.relations.iter().map(|(id, it)| (id.clone(), Arc::clone(it))).collect();
    for ((id, old), new) in ties.iter().zip(shown.relations.values_mut()) {
        let at = Some(Subject::Relation(id.clone()));
        let sieve = Sieve { hiding, people: rule::ends(old), at };
        if sieve.takes(&old.entries, &[], &old.notes) {
            let new = Arc::make_mut(new);
            sieve.sift(&mut new.entries, &mut Vec::new(), &mut new.notes);
        }
    }
}

fn supports(shown: &mut FamilyMap, hiding: &Hiding<'_>) {
    let supports: Vec<_> =
        shown.supports.iter().map(|(id, it)| (id.clone(), Arc::clone(it))).collect();
    for ((id, old), new) in supports.iter().zip(shown.supports.values_mut()) {
        let people = old.ties.iter().filter_map(|it| match &it.to {
            Supported::Person(id) => Some(id),
            Supported::Household(_) => None,
        });
        let at = Some(Subject::Support(id.clone()));
        let sieve = Sieve { hiding, people: people.collect(), at };
        if sieve.takes(&[], &[], &old.notes) {
            Arc::make_mut(new).notes.retain(|it| !sieve.note(it));
        }
    }
}

/// What is hidden of one record.
struct Sieve<'h> {
    hiding: &'h Hiding<'h>,
    /// Whose it is.
    people: Vec<&'h PersonId>,
    /// Which record, unless it is a person.
    at: Option<Subject>,
}

impl Sieve<'_> {
    fn is_at(&self) -> bool {
        self.at.is_some() && self.hiding.opened.at == self.at
    }

    fn entry(&self, entry: &Entry) -> bool {
        self.hiding.is_private_kind(&entry.kind)
            || !self.is_at() && self.hiding.entry(entry, &self.people)
    }

    /// What the coach wrote is nobody's own: it opens only with the record it stands at.
    fn note(&self, note: &Note) -> bool {
        let is_open = self.is_at() || self.at.is_none() && self.hiding.is_at(&self.people);
        note.for_coach && !is_open
    }

    fn takes(&self, entries: &[Entry], strengths: &[Strength], notes: &[Note]) -> bool {
        entries.iter().any(|it| self.entry(it))
            || strengths.iter().any(|it| self.hiding.is_private_strength(it))
            || notes.iter().any(|it| self.note(it))
    }

    fn sift(&self, entries: &mut Vec<Entry>, strengths: &mut Vec<Strength>, notes: &mut Vec<Note>) {
        entries.retain(|it| !self.entry(it));
        strengths.retain(|it| !self.hiding.is_private_strength(it));
        notes.retain(|it| !self.note(it));
    }
}
