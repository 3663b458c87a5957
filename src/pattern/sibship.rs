//! Sibships: the children of one parent set on the family line.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of people, and every table here has a row for each"
)]

use super::line::Line;
use crate::kinship::{Bonds, Kinship, PersonIdx, UnionIdx};

/// Children of the same known parents, or of one union whose parents are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibship {
    /// Their parents over the chosen bonds, by id; empty when nobody is known.
    pub parents: Vec<PersonIdx>,
    /// The children, by id; two or more.
    pub children: Vec<PersonIdx>,
}

/// All sibships of two or more.
#[derive(Clone, Debug, Default)]
pub struct Sibships {
    all: Vec<Sibship>,
    of: Vec<Option<u32>>,
}

impl Sibships {
    /// Groups the children on `line`, the line of `bonds`; `belongs` says who can carry facts. Linear in people and bonds.
    #[must_use]
    pub fn of(
        kin: &Kinship,
        line: &Line,
        bonds: Bonds,
        belongs: impl Fn(PersonIdx) -> bool,
    ) -> Self {
        let mut found = Self { all: Vec::new(), of: vec![None; kin.len()] };
        let parents_of = |child: PersonIdx| line.parents(child).iter().map(|link| link.person);
        for parent in kin.people() {
            // Every sibship is met once, at the first of its parents.
            let children = line.children(parent).iter().map(|link| link.person);
            let mut children: Vec<PersonIdx> =
                children.filter(|child| parents_of(*child).next() == Some(parent)).collect();
            if children.len() < 2 {
                continue;
            }
            children.sort_by(|a, b| parents_of(*a).cmp(parents_of(*b)).then(a.cmp(b)));
            for group in children.chunk_by(|a, b| parents_of(*a).eq(parents_of(*b))) {
                found.add(parents_of(group[0]).collect(), group.to_vec());
            }
        }
        found.add_parentless(kin, line, bonds, belongs);
        found
    }

    /// Every sibship.
    #[must_use]
    pub fn all(&self) -> &[Sibship] {
        &self.all
    }

    /// The number of the sibship of `person`, if there are at least two.
    #[must_use]
    pub fn number(&self, person: PersonIdx) -> Option<usize> {
        self.of[person.at()].map(|at| at as usize)
    }

    fn add(&mut self, parents: Vec<PersonIdx>, children: Vec<PersonIdx>) {
        if children.len() < 2 {
            return;
        }
        for child in &children {
            self.of[child.at()] = Some(self.all.len() as u32);
        }
        self.all.push(Sibship { parents, children });
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
                .filter(|child| self.of[child.at()].is_none())
                .collect();
            children.sort_unstable();
            children.dedup();
            self.add(Vec::new(), children);
        }
    }
}
