//! A first order: a walk over the family, as somebody draws it who starts with one couple.
//!
//! Children come before the partner's family, men take their wives to the right, with several
//! partners half of them stand to the left, brothers and sisters go by age. The walk keeps a list of
//! what is still to do instead of calling itself, so that a long chain of generations is no danger.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::board::Board;
use super::graph::{Gap, Graph};
use super::kin::{Kin, index};
use super::rules::Rules;
use super::wish::{NOBODY, Trail, Wishes};
use crate::layout::Side;

/// Something to do, taken from the end of the list.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Put this person at the end of their row.
    Put(u32),
    /// Draw this person with everybody around them.
    Person(u32),
    /// Draw the partner of a person in a bond and their children.
    Partner(u32, u32, Hand),
    /// Draw the bonds of a person other than this one.
    Others(u32, u32),
    /// Draw the parents of a person and their siblings.
    Up(u32),
    /// Draw the children of a bond.
    Children(u32),
}

/// On which side of somebody a partner goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hand {
    Left,
    Right,
}

struct Walk<'a> {
    kin: &'a Kin,
    wishes: Option<&'a Wishes>,
    trail: Trail,
    to_do: Vec<Step>,
    /// People who are on the list or on paper.
    is_met: Vec<bool>,
    is_put: Vec<bool>,
    is_drawn: Vec<bool>,
    rows: Vec<Vec<u32>>,
}

/// Orders from `walks` walks that begin at different couples, with what they cost.
pub(super) fn several(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    walks: usize,
) -> Vec<(i64, Vec<Vec<u32>>)> {
    let order = |start| with_cost(graph, rules, walked(kin, start, None).0);
    (0..walks).map(order).collect()
}

/// The order of a second walk, in which branches turn to where their lines lead after a first one.
pub(super) fn turned(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let (rows, trail) = walked(kin, 0, None);
    let wishes = Wishes::new(kin, &trail, &rows);
    whole(graph, rules, walked(kin, 0, Some(&wishes)).0)
}

/// The people of `rows` in the order of their pins, with all lines that pass through.
pub(super) fn whole(graph: &Graph, rules: &Rules, mut rows: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    rules.put_pinned_in_order(&mut rows);
    with_passing(graph, &mut rows);
    rows
}

/// [`whole`] rows, and what they cost.
pub(super) fn with_cost(graph: &Graph, rules: &Rules, rows: Vec<Vec<u32>>) -> (i64, Vec<Vec<u32>>) {
    Board::new(graph, rules, whole(graph, rules, rows)).costed()
}

/// The people of each row in the order of a walk that begins at the `start`-th bond (counted from
/// the top row, those with most children first, and round again), and who brought whom. Branches that
/// `wishes` draw to the left go left of their siblings, and the other way round.
fn walked(kin: &Kin, start: usize, wishes: Option<&Wishes>) -> (Vec<Vec<u32>>, Trail) {
    let mut order: Vec<u32> = (0..index(kin.bonds.len())).collect();
    order.sort_by_cached_key(|&at| {
        let bond = &kin.bonds[at as usize];
        let row = bond.partners.iter().map(|&p| kin.row[p as usize]).max().unwrap_or(0);
        (row, usize::MAX - bond.children.len())
    });
    if !order.is_empty() {
        let shift = start % order.len();
        order.rotate_left(shift);
    }
    let mut walk = Walk {
        kin,
        wishes,
        trail: Trail { person: vec![NOBODY; kin.people()], bond: vec![NOBODY; kin.bonds.len()] },
        to_do: Vec::new(),
        is_met: vec![false; kin.people()],
        is_put: vec![false; kin.people()],
        is_drawn: vec![false; kin.bonds.len()],
        rows: vec![Vec::new(); kin.n_rows],
    };
    for bond in order {
        if walk.is_drawn[bond as usize] {
            continue;
        }
        walk.to_do.push(Step::Children(bond));
        if let Some(&partner) = kin.bonds[bond as usize].partners.first() {
            walk.to_do.push(Step::Person(partner));
        }
        walk.run();
    }
    for person in 0..index(kin.people()) {
        walk.put(person);
    }
    (walk.rows, walk.trail)
}

impl Walk<'_> {
    fn run(&mut self) {
        while let Some(step) = self.to_do.pop() {
            match step {
                Step::Put(person) => self.put(person),
                Step::Person(person) => self.person(person),
                Step::Partner(person, bond, hand) => self.partner(person, bond, hand),
                Step::Others(person, bond) => self.others(person, bond),
                Step::Up(person) => self.up(person),
                Step::Children(bond) => self.children(bond),
            }
        }
    }

    /// Puts `steps` on the list so that the first is done first.
    fn plan(&mut self, steps: &[Step]) {
        self.to_do.extend(steps.iter().rev());
    }

    fn put(&mut self, person: u32) {
        if !std::mem::replace(&mut self.is_put[person as usize], true) {
            self.is_met[person as usize] = true;
            self.rows[self.kin.row[person as usize]].push(person);
        }
    }

    fn person(&mut self, person: u32) {
        if std::mem::replace(&mut self.is_met[person as usize], true) {
            return;
        }
        let bonds = &self.kin.as_partner[person as usize];
        let n_left = match (bonds.len(), self.kin.side[person as usize]) {
            (1, Side::Right) => 1,
            (1, Side::Left | Side::Either) => 0,
            (several, _) => several / 2,
        };
        let mut sorted = bonds.clone();
        let mut n_left = n_left;
        if let Some(wishes) = self.wishes {
            let wish = |&bond: &u32| wishes.bond[bond as usize];
            sorted.sort_by(|a, b| wish(a).total_cmp(&wish(b)));
            let n_drawn_left = sorted.iter().filter(|bond| wish(bond) < 0.0).count();
            let n_drawn_right = sorted.iter().filter(|bond| 0.0 < wish(bond)).count();
            n_left = n_left.max(n_drawn_left).min(sorted.len() - n_drawn_right);
        }
        let (left, right) = sorted.split_at(n_left);
        self.to_do.push(Step::Up(person));
        for &bond in right.iter().rev() {
            self.to_do.push(Step::Partner(person, bond, Hand::Right));
        }
        self.to_do.push(Step::Put(person));
        for &bond in left.iter().rev() {
            self.to_do.push(Step::Partner(person, bond, Hand::Left));
        }
    }

    fn partner(&mut self, person: u32, bond: u32, hand: Hand) {
        if std::mem::replace(&mut self.is_drawn[bond as usize], true) {
            return;
        }
        self.trail.bond[bond as usize] = person;
        let Some(other) = self.kin.partner(bond, person) else {
            return self.children(bond);
        };
        if std::mem::replace(&mut self.is_met[other as usize], true) {
            return self.children(bond);
        }
        self.trail.person[other as usize] = bond;
        let (up, others) = (Step::Up(other), Step::Others(other, bond));
        let (put, children) = (Step::Put(other), Step::Children(bond));
        match hand {
            Hand::Left => self.plan(&[up, others, put, children]),
            Hand::Right => self.plan(&[put, children, others, up]),
        }
    }

    fn others(&mut self, person: u32, but: u32) {
        for &bond in self.kin.as_partner[person as usize].iter().rev() {
            if bond != but {
                self.to_do.push(Step::Partner(person, bond, Hand::Right));
            }
        }
    }

    fn up(&mut self, person: u32) {
        let Some(home) = self.kin.home[person as usize] else { return };
        if std::mem::replace(&mut self.is_drawn[home as usize], true) {
            return;
        }
        self.trail.bond[home as usize] = person;
        let partners = &self.kin.bonds[home as usize].partners;
        let mut steps = Vec::with_capacity(7);
        let mut last_up = None;
        for (nth, &parent) in partners.iter().enumerate() {
            if std::mem::replace(&mut self.is_met[parent as usize], true) {
                continue;
            }
            self.trail.person[parent as usize] = home;
            if nth == 0 {
                steps.push(Step::Up(parent));
            } else {
                last_up = Some(Step::Up(parent));
            }
            steps.extend([Step::Put(parent), Step::Others(parent, home)]);
        }
        steps.push(Step::Children(home));
        steps.extend(last_up);
        self.plan(&steps);
    }

    fn children(&mut self, bond: u32) {
        self.is_drawn[bond as usize] = true;
        let first = self.to_do.len();
        for &child in self.kin.bonds[bond as usize].children.iter().rev() {
            if !self.is_met[child as usize] {
                self.trail.person[child as usize] = bond;
                self.to_do.push(Step::Person(child));
            }
        }
        if let Some(wishes) = self.wishes {
            let wish = |step: &Step| match *step {
                Step::Person(child) => wishes.person[child as usize],
                _ => 0.0,
            };
            self.to_do[first..].sort_by(|a, b| wish(b).total_cmp(&wish(a)));
        }
    }
}

/// Puts the passing lines of `graph` that are not there yet into `rows`, each below where it comes
/// from.
pub(super) fn with_passing(graph: &Graph, rows: &mut [Vec<u32>]) {
    let mut from = vec![u32::MAX; graph.items()];
    for net in graph.gaps.iter().flat_map(Gap::iter) {
        for &item in net.lower.iter().filter(|&&item| item as usize >= graph.people) {
            from[item as usize] = net.upper.first().copied().unwrap_or(u32::MAX);
        }
    }
    let mut is_there = vec![false; graph.items()];
    rows.iter().flatten().for_each(|&item| is_there[item as usize] = true);
    let mut new: Vec<Vec<u32>> = vec![Vec::new(); rows.len()];
    for item in index(graph.people)..index(graph.items()) {
        if !is_there[item as usize] {
            new[graph.row[item as usize] as usize].push(item);
        }
    }
    // share of the row to the left of each item
    let mut place = vec![0.5_f64; graph.items()];
    for (row, new) in rows.iter_mut().zip(new) {
        note_places(row, &mut place);
        for &item in &new {
            let above = from[item as usize];
            if above != u32::MAX {
                place[item as usize] = place[above as usize];
            }
        }
        if !new.is_empty() {
            row.extend(new);
            row.sort_by(|&a, &b| place[a as usize].total_cmp(&place[b as usize]));
            note_places(row, &mut place);
        }
    }
}

fn note_places(row: &[u32], place: &mut [f64]) {
    for (nth, &item) in row.iter().enumerate() {
        place[item as usize] = (nth as f64 + 0.5) / row.len() as f64;
    }
}
