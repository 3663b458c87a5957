//! The family line: parents and children over the chosen bonds, as flat tables.
//!
//! Only people who can carry facts are on it. A child that belongs to a parent in several ways has
//! one link with all bonds.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of people, and every table here has a row for each"
)]

use std::ops::Range;

use crate::kinship::{Bonds, Kinship, PersonIdx};
use crate::model::Bond;
use crate::share;

/// Some of the six bonds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BondSet(u8);

impl BondSet {
    /// Only `bond`.
    #[must_use]
    pub const fn only(bond: Bond) -> Self {
        Self(1 << bond as u8)
    }

    /// Those of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is `bond` one of them?
    #[must_use]
    pub const fn has(self, bond: Bond) -> bool {
        self.0 & Self::only(bond).0 != 0
    }

    /// One by one, in the order of the menu.
    pub fn iter(self) -> impl Iterator<Item = Bond> {
        Bond::ALL.into_iter().filter(move |bond| self.has(*bond))
    }
}

/// A parent or child on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineLink {
    /// Who.
    pub person: PersonIdx,
    /// Over which bonds.
    pub bonds: BondSet,
}

/// Parents and children over the chosen bonds.
#[derive(Clone, Debug, Default)]
pub struct Line {
    parents: Table,
    children: Table,
    /// Position of each person in an order in which parents come before children.
    order: Vec<u32>,
    /// Generations down from the furthest ancestor on the line.
    depth: Vec<u32>,
}

impl Line {
    /// Reads the line of `bonds` off `kin`, for people for whom `belongs` says yes.
    /// Linear in people and bonds.
    #[must_use]
    pub(super) fn of(
        kin: &Kinship,
        bonds: Bonds,
        threads: usize,
        belongs: impl Fn(PersonIdx) -> bool + Sync,
    ) -> Self {
        let parents = share::given(share::ranges(kin.len(), threads), threads, |range| {
            Table::of_parents(kin, bonds, range, &belongs)
        });
        let parents = parents.into_iter().reduce(Table::and).unwrap_or_default();
        let children = parents.turned();
        let (order, depth) = order(&parents, &children);
        Self { parents, children, order, depth }
    }

    /// The parents of `person`, by id.
    #[must_use]
    pub fn parents(&self, person: PersonIdx) -> &[LineLink] {
        self.parents.row(person.at())
    }

    /// The children of `person`, by id.
    #[must_use]
    pub fn children(&self, person: PersonIdx) -> &[LineLink] {
        self.children.row(person.at())
    }

    /// A number that is greater for children than for their parents; different for everybody.
    #[must_use]
    pub fn order(&self, person: PersonIdx) -> u32 {
        self.order[person.at()]
    }

    /// Generations below the furthest ancestor.
    #[must_use]
    pub fn depth(&self, person: PersonIdx) -> u32 {
        self.depth[person.at()]
    }
}

/// Rows of links, one after the other.
#[derive(Clone, Debug)]
struct Table {
    /// Where each row begins; one more than rows.
    starts: Vec<u32>,
    links: Vec<LineLink>,
}

impl Default for Table {
    fn default() -> Self {
        Self { starts: vec![0], links: Vec::new() }
    }
}

impl Table {
    fn push_row(&mut self, row: &[LineLink]) {
        self.links.extend_from_slice(row);
        self.starts.push(self.links.len() as u32);
    }

    /// The parents of the people of `range`, whose rows come first.
    fn of_parents(
        kin: &Kinship,
        bonds: Bonds,
        range: Range<usize>,
        belongs: impl Fn(PersonIdx) -> bool,
    ) -> Self {
        let mut parents = Self::default();
        parents.starts.reserve(range.len());
        let mut row: Vec<LineLink> = Vec::new();
        for person in range.map(PersonIdx::new) {
            row.clear();
            let links = kin.parents(person).filter(|link| bonds.includes(link.bond));
            for link in links.filter(|link| belongs(person) && belongs(link.person)) {
                let bonds = BondSet::only(link.bond);
                match row.iter_mut().find(|other| other.person == link.person) {
                    Some(other) => other.bonds = other.bonds.and(bonds),
                    None => row.push(LineLink { person: link.person, bonds }),
                }
            }
            row.sort_unstable_by_key(|link| link.person);
            parents.push_row(&row);
        }
        parents
    }

    /// These rows and then those of `other`.
    fn and(mut self, mut other: Self) -> Self {
        let before = self.links.len() as u32;
        self.links.append(&mut other.links);
        self.starts.extend(other.starts.iter().skip(1).map(|start| before + start));
        self
    }

    fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    fn row(&self, at: usize) -> &[LineLink] {
        &self.links[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The same links from the other side.
    fn turned(&self) -> Self {
        let mut starts = vec![0_u32; self.rows() + 1];
        for link in &self.links {
            starts[link.person.at() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let nobody = LineLink { person: PersonIdx::default(), bonds: BondSet::default() };
        let mut links = vec![nobody; self.links.len()];
        let mut next = starts.clone();
        for at in 0..self.rows() {
            for link in self.row(at) {
                let slot = &mut next[link.person.at()];
                links[*slot as usize] = LineLink { person: PersonIdx::new(at), bonds: link.bonds };
                *slot += 1;
            }
        }
        Self { starts, links }
    }
}

/// Parents before children (Kahn 1962), and how deep everybody stands. Whoever is their own
/// ancestor (a document refuses that) comes last, at depth 0.
fn order(parents: &Table, children: &Table) -> (Vec<u32>, Vec<u32>) {
    let people = parents.rows();
    let mut waits: Vec<u32> = (0..people).map(|at| parents.row(at).len() as u32).collect();
    let mut queue: Vec<usize> = (0..people).filter(|&at| waits[at] == 0).collect();
    let mut depth = vec![0_u32; people];
    let mut order = vec![u32::MAX; people];
    let mut done = 0;
    while let Some(&at) = queue.get(done) {
        order[at] = done as u32;
        done += 1;
        for child in children.row(at) {
            let child = child.person.at();
            depth[child] = depth[child].max(depth[at] + 1);
            waits[child] -= 1;
            if waits[child] == 0 {
                queue.push(child);
            }
        }
    }
    for place in order.iter_mut().filter(|place| **place == u32::MAX) {
        *place = done as u32;
        done += 1;
    }
    (order, depth)
}
