//! Where the branches of a walk want to go.
//!
//! A walk makes a tree of a family. Where the family is none, lines lead from one branch into
//! another, and cross all that stands between. So each branch is drawn towards the other end of its
//! lines, and the next walk turns that way.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::kin::{Kin, index};

/// Where the branches of a walk are drawn to by lines that lead out of them: far to the left is far
/// below 0, far to the right far above, in shares of a row. 0 where no line leads out.
#[derive(Clone, Debug)]
pub(super) struct Wishes {
    /// Of the branch that began with this person.
    pub person: Vec<f64>,
    /// Of the branch that began with this bond.
    pub bond: Vec<f64>,
}

/// Who brought whom: a walk makes a tree of a family that need not be one.
#[derive(Clone, Debug)]
pub(super) struct Trail {
    /// The bond through which each person was met, `NOBODY` where a walk began.
    pub person: Vec<u32>,
    /// The person through whom each bond was found.
    pub bond: Vec<u32>,
}

/// No person and no bond.
pub(super) const NOBODY: u32 = u32::MAX;

/// A person or a bond on a trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Person(u32),
    Bond(u32),
}

impl Node {
    fn is_nobody(self) -> bool {
        self == Self::Person(NOBODY) || self == Self::Bond(NOBODY)
    }
}

impl Wishes {
    /// Where the branches of `trail` are drawn to, if people stand as in `rows`.
    pub(super) fn new(kin: &Kin, trail: &Trail, rows: &[Vec<u32>]) -> Self {
        let mut share = vec![0.5; kin.people()];
        for row in rows {
            let people = row.iter().filter(|&&item| (item as usize) < kin.people()).count();
            let mut place = 0.5;
            for &item in row.iter().filter(|&&item| (item as usize) < kin.people()) {
                share[item as usize] = place / people as f64;
                place += 1.0;
            }
        }
        let mut pulls = Pulls {
            trail,
            depth: depths(kin, trail),
            person: vec![(0.0, 0.0); kin.people()],
            bond: vec![(0.0, 0.0); kin.bonds.len()],
        };
        for (bond, at) in kin.bonds.iter().zip(0..) {
            let members = || bond.partners.iter().chain(&bond.children).chain(&bond.second);
            let middle = members().map(|&p| share[p as usize]).sum::<f64>()
                / (members().count().max(1) as f64);
            for &person in members() {
                let brought = trail.person[person as usize] == at;
                if !brought && trail.bond[at as usize] != person {
                    pulls.add(person, at, share[person as usize], middle);
                }
            }
        }
        let mean = |(sum, n): (f64, f64)| if 0.0 < n { sum / n } else { 0.0 };
        Self {
            person: pulls.person.into_iter().map(mean).collect(),
            bond: pulls.bond.into_iter().map(mean).collect(),
        }
    }
}

/// How far from where they stand lines draw the branches of a trail: sums and counts.
struct Pulls<'a> {
    trail: &'a Trail,
    /// Steps from the beginning of the walk, of people and then of bonds.
    depth: (Vec<u32>, Vec<u32>),
    person: Vec<(f64, f64)>,
    bond: Vec<(f64, f64)>,
}

/// Pulls are not followed further than this up a trail.
const LONGEST_PULL: usize = 200;

impl Pulls<'_> {
    /// A line leads from a person to a bond that did not bring them: it draws all branches that hold
    /// one end to the other.
    fn add(&mut self, person: u32, bond: u32, at: f64, to: f64) {
        let (mut a, mut b) = (Node::Person(person), Node::Bond(bond));
        for _ in 0..LONGEST_PULL {
            if a == b || a.is_nobody() || b.is_nobody() {
                break;
            }
            if self.depth(a) < self.depth(b) {
                b = self.up(b, at - to);
            } else {
                a = self.up(a, to - at);
            }
        }
    }

    fn depth(&self, node: Node) -> u32 {
        match node {
            Node::Person(person) => self.depth.0[person as usize],
            Node::Bond(bond) => self.depth.1[bond as usize],
        }
    }

    /// Notes a pull and goes one step up the trail.
    fn up(&mut self, node: Node, pull: f64) -> Node {
        let (sum, next) = match node {
            Node::Person(person) => {
                (&mut self.person[person as usize], Node::Bond(self.trail.person[person as usize]))
            }
            Node::Bond(bond) => {
                (&mut self.bond[bond as usize], Node::Person(self.trail.bond[bond as usize]))
            }
        };
        sum.0 += pull;
        sum.1 += 1.0;
        next
    }
}

/// Steps of people and bonds from where their walk began.
fn depths(kin: &Kin, trail: &Trail) -> (Vec<u32>, Vec<u32>) {
    let mut people = vec![NOBODY; kin.people()];
    let mut bonds = vec![NOBODY; kin.bonds.len()];
    let mut path: Vec<Node> = Vec::new();
    for person in 0..index(kin.people()) {
        let mut node = Node::Person(person);
        let mut depth = loop {
            let (known, next) = match node {
                Node::Person(p) => (people[p as usize], Node::Bond(trail.person[p as usize])),
                Node::Bond(b) => (bonds[b as usize], Node::Person(trail.bond[b as usize])),
            };
            if known != NOBODY {
                break known + 1;
            }
            path.push(node);
            if next.is_nobody() {
                break 0;
            }
            node = next;
        };
        while let Some(node) = path.pop() {
            match node {
                Node::Person(p) => people[p as usize] = depth,
                Node::Bond(b) => bonds[b as usize] = depth,
            }
            depth += 1;
        }
    }
    for (bond, depth) in bonds.iter_mut().enumerate() {
        if *depth == NOBODY {
            let from = trail.bond[bond];
            *depth = if from == NOBODY { 0 } else { people[from as usize] + 1 };
        }
    }
    (people, bonds)
}
