//! Where the map knows little, as it is kept: a large family has as many branches as couples.

use std::iter;
use std::sync::Arc;

use super::finding::WhiteSpot;
use crate::kinship::{PersonIdx, Rows};
use crate::model::PersonId;

/// How much was asked of some people, and how much of it is unknown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    pub people: u32,
    pub asked: u32,
    pub unknown: u32,
}

impl Asked {
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            people: self.people + other.people,
            asked: self.asked + other.asked,
            unknown: self.unknown + other.unknown,
        }
    }
}

/// The branches of a family, and how much is unknown in each of their generations.
#[derive(Clone, Debug, Default)]
pub(super) struct Spots {
    /// More than so many percent unknown are named.
    percent: u64,
    /// The people at the head of each branch, elder generations first.
    heads: Rows<PersonIdx>,
    /// Of each branch its generations, eldest first.
    generations: Rows<(u32, Asked)>,
}

impl Spots {
    /// No branches yet; of them those with more than so many percent unknown will be named.
    pub(super) fn above(percent: u64) -> Self {
        Self { percent, ..Self::default() }
    }

    /// These, or `other` if there are none.
    pub(super) fn or(self, other: Self) -> Self {
        if self.heads.is_empty() { other } else { self }
    }

    /// Adds a branch with its generations, the eldest first.
    pub(super) fn add(
        &mut self,
        heads: &[PersonIdx],
        generations: impl Iterator<Item = (u32, Asked)>,
    ) {
        self.heads.push_row(heads.iter().copied());
        self.generations.push_row(generations);
    }

    /// Each branch as a whole, then its generations. `people` are the ids of everybody.
    pub(super) fn written_out(&self, people: &[PersonId]) -> impl Iterator<Item = WhiteSpot> {
        (0..self.heads.len()).flat_map(move |branch| {
            let heads = self.heads.row(branch).iter();
            let heads: Arc<[PersonId]> =
                heads.filter_map(|it| people.get(it.at()).cloned()).collect();
            let generations = self.generations.row(branch);
            let whole = generations.iter().fold(Asked::default(), |sum, (_, it)| sum.and(*it));
            let generations = generations.iter().map(|(generation, it)| (Some(*generation), *it));
            iter::once((None, whole)).chain(generations).map(move |(generation, it)| WhiteSpot {
                branch: Arc::clone(&heads),
                generation,
                people: it.people,
                asked: it.asked,
                unknown: it.unknown,
                named: u64::from(it.asked) * self.percent < u64::from(it.unknown) * 100,
            })
        })
    }
}
