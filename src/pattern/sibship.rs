//! Sibships: the children of one parent set on the family line.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of people, and every table here has a row for each"
)]

use super::line::Line;
use crate::kinship::{Bonds, Kinship, PersonIdx, UnionIdx};

/// Children of the same known parents, or of one union whose parents are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sibship<'s> {
    /// Their parents over the chosen bonds, by id; empty when nobody is known.
    pub parents: &'s [PersonIdx],
    /// The children, by id; two or more.
    pub children: &'s [PersonIdx],
}

/// All sibships of two or more.
#[derive(Clone, Debug, Default)]
pub struct Sibships {
    /// Parents and then children of each, one sibship after the other.
    people: Vec<PersonIdx>,
    /// Where the parents of each begin, and where its children.
    starts: Vec<(u32, u32)>,
    /// By person: the number of their sibship, or [`NONE`].
    of: Vec<u32>,
}

/// No sibship.
const NONE: u32 = u32::MAX;

impl Sibships {
    /// Groups the children on `line`, the line of `bonds`; `belongs` says who can carry facts. Linear in people and bonds.
    #[must_use]
    pub fn of(
        kin: &Kinship,
        line: &Line,
        bonds: Bonds,
        belongs: impl Fn(PersonIdx) -> bool,
    ) -> Self {
        let mut found = Self { of: vec![NONE; kin.len()], ..Self::default() };
        let parents_of = |child: PersonIdx| line.parents(child).iter().map(|link| link.person);
        let mut children: Vec<PersonIdx> = Vec::new();
        for parent in kin.people() {
            // Every sibship is met once, at the first of its parents.
            let all = line.children(parent).iter().map(|link| link.person);
            children.clear();
            children.extend(all.filter(|child| parents_of(*child).next() == Some(parent)));
            if children.len() < 2 {
                continue;
            }
            children.sort_by(|a, b| parents_of(*a).cmp(parents_of(*b)).then(a.cmp(b)));
            for group in children.chunk_by(|a, b| parents_of(*a).eq(parents_of(*b))) {
                found.add(parents_of(group[0]), group);
            }
        }
        found.add_parentless(kin, line, bonds, belongs);
        found
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Are there none?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The sibship with this number, from 0.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Sibship<'_>> {
        let (parents, children) = *self.starts.get(number)?;
        let (parents, children) = (parents as usize, children as usize);
        let end = self.starts.get(number + 1).map_or(self.people.len(), |(end, _)| *end as usize);
        Some(Sibship {
            parents: &self.people[parents..children],
            children: &self.people[children..end],
        })
    }

    /// The number of the sibship of `person`, if there are at least two.
    #[must_use]
    pub fn number(&self, person: PersonIdx) -> Option<usize> {
        let at = self.of[person.at()];
        (at != NONE).then_some(at as usize)
    }

    fn add(&mut self, parents: impl Iterator<Item = PersonIdx>, children: &[PersonIdx]) {
        if children.len() < 2 {
            return;
        }
        let number = self.starts.len() as u32;
        let start = self.people.len() as u32;
        self.people.extend(parents);
        self.starts.push((start, self.people.len() as u32));
        self.people.extend_from_slice(children);
        for child in children {
            self.of[child.at()] = number;
        }
    }

    fn add_parentless(
        &mut self,
        kin: &Kinship,
        line: &Line,
        bonds: Bonds,
        belongs: impl Fn(PersonIdx) -> bool,
    ) {
        for at in 0..kin.n_unions() {
            let union = UnionIdx::new(at);
            if kin.partners_of(union).next().is_some() {
                continue;
            }
            let children = kin.children_of(union).filter(|(_, bond)| bonds.includes(*bond));
            let mut children: Vec<PersonIdx> = children
                .map(|(child, _)| child)
                .filter(|child| belongs(*child) && line.parents(*child).is_empty())
                .filter(|child| self.of[child.at()] == NONE)
                .collect();
            children.sort_unstable();
            children.dedup();
            self.add(std::iter::empty(), &children);
        }
    }
}
