//! Records as findings keep them: a large family has more of them than people.

use super::fact::Source;
use super::finding::Evidence;
use crate::kinship::{PersonIdx, UnionIdx};
use crate::model::{EntryId, HouseholdId, KindId, PersonId, RelationId, StrengthId, UnionId};

/// A [`Source`] that outlives its map, with people and unions by position.
#[derive(Clone, Debug)]
pub(super) enum Record {
    Entry(EntryId),
    Strength(StrengthId),
    Skill(PersonIdx, KindId),
    Union(UnionIdx),
    Child(UnionIdx, PersonIdx),
    Relation(RelationId),
    Household(HouseholdId),
    Birth(PersonIdx),
    Death(PersonIdx),
}

impl Record {
    pub(super) fn of(source: &Source<'_>) -> Self {
        match *source {
            Source::Entry(entry) => Self::Entry(entry.id.clone()),
            Source::Strength(strength) => Self::Strength(strength.id.clone()),
            Source::Skill(of, note) => Self::Skill(of, note.skill.clone()),
            Source::Union(at) => Self::Union(at),
            Source::Child(at, child) => Self::Child(at, child),
            Source::Relation(id) => Self::Relation(id.clone()),
            Source::Household(id) => Self::Household(id.clone()),
            Source::Birth(of) => Self::Birth(of),
            Source::Death(of) => Self::Death(of),
        }
    }

    /// What it stands for, on a map of these `people` and `unions`.
    pub(super) fn evidence(&self, people: &[PersonId], unions: &[UnionId]) -> Option<Evidence> {
        let person = |at: PersonIdx| people.get(at.at()).cloned();
        let union = |at: UnionIdx| unions.get(at.at()).cloned();
        Some(match self {
            Self::Entry(id) => Evidence::Entry(id.clone()),
            Self::Strength(id) => Evidence::Strength(id.clone()),
            Self::Skill(of, skill) => Evidence::Skill(person(*of)?, skill.clone()),
            Self::Union(at) => Evidence::Union(union(*at)?),
            Self::Child(at, child) => Evidence::Child(union(*at)?, person(*child)?),
            Self::Relation(id) => Evidence::Relation(id.clone()),
            Self::Household(id) => Evidence::Household(id.clone()),
            Self::Birth(of) => Evidence::Birth(person(*of)?),
            Self::Death(of) => Evidence::Death(person(*of)?),
        })
    }
}
