//! Which records are hidden.

use super::{Eyes, Opened};
use crate::catalogue::{Catalogue, ProblemKind, Sensitivity};
use crate::model::{Entry, FamilyMap, KindId, Party, PersonId, Relation, Strength};

/// Says which records are hidden while `opened` is open.
#[derive(Clone, Copy, Debug)]
pub struct Hiding<'h> {
    /// The whole map.
    pub map: &'h FamilyMap,
    /// What is hidden because of its kind.
    pub catalogue: &'h Catalogue,
    /// What is not, for now.
    pub opened: &'h Opened,
}

impl Hiding<'_> {
    /// Was the kind or its area taken off the view?
    #[must_use]
    pub fn is_kept(&self, kind: &KindId) -> bool {
        let hidden = &self.map.view.hidden;
        if hidden.is_empty() {
            return false;
        }
        let of_kind = self.catalogue.kind(kind.as_str()).map(|row| row.area.as_str());
        let of_strength = || self.catalogue.strength(kind.as_str())?.area.as_deref();
        let of_own = || self.map.own_kinds.get(kind).and_then(|own| own.area_id());
        let area = of_kind.or_else(of_strength).or_else(of_own);
        hidden.contains(kind)
            || area.is_some_and(|area| hidden.iter().any(|it| it.as_str() == area))
    }

    /// Was one of these people opened?
    pub(super) fn is_at(&self, people: &[&PersonId]) -> bool {
        people.iter().any(|it| self.opened.people.contains(*it))
    }

    fn is_open(&self, kind: &KindId, people: &[&PersonId]) -> bool {
        self.opened.kinds.contains(kind) || self.is_at(people)
    }

    /// Is an entry of these people hidden? What was hidden by hand opens only with them.
    #[must_use]
    pub fn entry(&self, entry: &Entry, people: &[&PersonId]) -> bool {
        let by_catalogue =
            || self.catalogue.kind(entry.kind.as_str()).is_some_and(|row| row.hidden);
        self.is_private_kind(&entry.kind)
            || match entry.sensitive {
                Some(true) => !self.is_at(people),
                Some(false) => false,
                None => by_catalogue() && !self.is_open(&entry.kind, people),
            }
    }

    /// Is an entry left out of what is told? What was hidden by hand is never told.
    #[must_use]
    pub fn entry_is_untold(&self, entry: &Entry, people: &[&PersonId]) -> bool {
        entry.not_today
            || entry.sensitive == Some(true)
            || self.entry(entry, people)
            || self.is_kept(&entry.kind)
    }

    /// The kind of a strength that is left out of what is told.
    #[must_use]
    pub fn strength_untold<'s>(&self, strength: &'s Strength) -> Option<&'s KindId> {
        let is_untold = |kind: &KindId| self.is_kept(kind) || self.is_private_strength(strength);
        strength.kind.as_ref().filter(|kind| is_untold(kind))
    }

    /// Is a relation hidden?
    #[must_use]
    pub fn relation(&self, relation: &Relation) -> bool {
        let row = self.catalogue.relation(relation.kind.as_str());
        let kind = row.and_then(|row| KindId::new(&row.id)).unwrap_or(relation.kind.clone());
        let is_harm = row.is_some_and(|row| row.harm.is_some());
        let people = ends(relation);
        match relation.sensitive {
            Some(true) => !self.is_at(&people),
            Some(false) => is_harm && self.opened.eyes == Eyes::Anybody,
            None => is_harm && !self.is_open(&kind, &people),
        }
    }

    /// Is a relation left out of what is told?
    #[must_use]
    pub fn relation_is_untold(&self, relation: &Relation) -> bool {
        let row = self.catalogue.relation(relation.kind.as_str());
        let kind = row.and_then(|row| KindId::new(&row.id)).unwrap_or(relation.kind.clone());
        relation.sensitive == Some(true) || self.relation(relation) || self.is_kept(&kind)
    }

    /// Is anybody looking on for whom this kind is nothing?
    pub(super) fn is_private_kind(&self, kind: &KindId) -> bool {
        let is_sensitive = |it: &ProblemKind| it.hidden || it.sensitivity != Sensitivity::Ordinary;
        self.opened.eyes == Eyes::Anybody
            && self.catalogue.kind(kind.as_str()).is_some_and(is_sensitive)
    }

    /// The same of a strength.
    pub(super) fn is_private_strength(&self, strength: &Strength) -> bool {
        let row = strength.kind.as_ref().and_then(|it| self.catalogue.strength(it.as_str()));
        self.opened.eyes == Eyes::Anybody
            && row.is_some_and(|row| row.sensitivity != Sensitivity::Ordinary)
    }
}

/// The people at both ends.
pub(super) fn ends(relation: &Relation) -> Vec<&PersonId> {
    let to = match &relation.to {
        Party::Person(id) => Some(id),
        Party::Support(_) => None,
    };
    std::iter::once(&relation.from).chain(to).collect()
}
