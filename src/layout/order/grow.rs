//! A first order for a large family: it grows person by person from one couple, each newcomer where
//! they make the fewest crossings among those who stand there already.
//!
//! A walk draws branch by branch and puts the family of everybody who married in between brothers and
//! sisters. Here such a family finds its way to the outside by itself.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::board::Board;
use super::graph::Graph;
use super::keep::put_pinned_in_order;
use super::kin::{Kin, index};
use super::rules::{CROSSING, Rules, STRANGER_IN_SIBSHIP};
use super::walk::with_passing;
use crate::layout::Side;

/// Somebody new between two partners.
const COUPLE_BROKEN: i64 = 56;
/// Siblings in the wrong order.
const AGAINST_AGE: i64 = 20;

/// Orders grown from `starts` couples near the middle row, with what they cost.
pub(super) fn several(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    starts: usize,
) -> Vec<(i64, Vec<Vec<u32>>)> {
    /// Couples further out than this share of all are no good start.
    const MIDDLE: usize = 4;
    let mut bonds: Vec<u32> = (0..index(kin.bonds.len())).collect();
    bonds.sort_by_key(|&at| {
        let bond = &kin.bonds[at as usize];
        let row = bond.partners.iter().map(|&p| kin.row[p as usize]).max().unwrap_or(0);
        (row.abs_diff(kin.n_rows / 2), Reverse(bond.children.len()))
    });
    let from = |nth: usize| nth * bonds.len() / (starts * MIDDLE);
    let order = |nth: usize| {
        let mut rows = grown(kin, &bonds, from(nth));
        put_pinned_in_order(rules, &mut rows);
        with_passing(graph, &mut rows);
        let board = Board::new(graph, rules, rows);
        (board.cost(), board.rows)
    };
    (0..starts).map(order).collect()
}

/// The people of every row, grown from the `start`-th bond in the order of `bonds`.
fn grown(kin: &Kin, bonds: &[u32], start: usize) -> Vec<Vec<u32>> {
    let mut growth = Growth {
        kin,
        rows: vec![Vec::new(); kin.n_rows],
        place: vec![0; kin.people()],
        is_in: vec![false; kin.people()],
        next: BinaryHeap::new(),
        marriages: vec![0; kin.people()],
        met: 0,
        change: Vec::new(),
    };
    for nth in 0..bonds.len() {
        let bond = &kin.bonds[bonds[(start + nth) % bonds.len()] as usize];
        if let Some(&first) = bond.partners.first().or(bond.children.first()) {
            growth.from(first);
        }
    }
    for person in 0..index(kin.people()) {
        growth.from(person);
    }
    growth.rows
}

struct Growth<'a> {
    kin: &'a Kin,
    rows: Vec<Vec<u32>>,
    place: Vec<u32>,
    is_in: Vec<bool>,
    /// Whose relatives come next: those reached through the fewest marriages, and of these those
    /// who came first.
    next: BinaryHeap<Reverse<(u32, u32, u32)>>,
    /// Through how many marriages each person was reached.
    marriages: Vec<u32>,
    /// How many people stand already.
    met: u32,
    /// By how much the cost changes from place to place.
    change: Vec<i64>,
}

impl Growth<'_> {
    /// Grows from somebody until nobody is left who is related.
    fn from(&mut self, person: u32) {
        if self.is_in[person as usize] {
            return;
        }
        let row = self.kin.row[person as usize];
        self.insert(person, self.rows[row].len(), 0);
        while let Some(Reverse((_, _, person))) = self.next.pop() {
            self.around(person);
        }
    }

    /// Draws partners, children, parents and siblings of somebody.
    fn around(&mut self, person: u32) {
        let kin = self.kin;
        let marriages = self.marriages[person as usize];
        for &at in &kin.as_partner[person as usize] {
            if let Some(other) = kin.partner(at, person)
                && !self.is_in[other as usize]
            {
                self.partner(other, person);
            }
            self.children(at, marriages);
        }
        if let Some(home) = kin.home[person as usize] {
            if !kin.bonds[home as usize].partners.iter().any(|&p| self.is_in[p as usize]) {
                self.parents(home, person);
            }
            self.children(home, marriages);
        }
    }

    fn children(&mut self, at: u32, marriages: u32) {
        let bond = &self.kin.bonds[at as usize];
        let homeless = bond.second.iter().filter(|&&c| self.kin.home[c as usize].is_none());
        for &child in bond.children.iter().chain(homeless) {
            if !self.is_in[child as usize] {
                self.child(child, at, marriages);
            }
        }
    }

    fn insert(&mut self, person: u32, at: usize, marriages: u32) {
        let row = &mut self.rows[self.kin.row[person as usize]];
        row.insert(at, person);
        for (place, &item) in row.iter().enumerate().skip(at) {
            self.place[item as usize] = index(place);
        }
        self.is_in[person as usize] = true;
        self.marriages[person as usize] = marriages;
        self.met += 1;
        self.next.push(Reverse((marriages, self.met, person)));
    }

    /// Twice the place from which the lines of a bond hang in `row`, if its partners stand there.
    fn knot(&self, bond: u32, row: usize) -> Option<u32> {
        let partners = &self.kin.bonds[bond as usize].partners;
        let here = |p: &&u32| self.is_in[**p as usize] && self.kin.row[**p as usize] == row;
        let mut places = partners.iter().filter(here).map(|&p| self.place[p as usize]);
        let first = places.next()?;
        Some(first + places.next().unwrap_or(first))
    }

    fn are_partners(&self, a: u32, b: u32) -> bool {
        self.kin.as_partner[a as usize].iter().any(|&bond| self.kin.partner(bond, a) == Some(b))
    }

    /// What standing at each place of a row costs by itself: not between partners or siblings.
    fn begin(&mut self, row: usize, home: Option<u32>) {
        let members = &self.rows[row];
        let mut change = std::mem::take(&mut self.change);
        change.clear();
        change.resize(members.len() + 2, 0);
        for (at, pair) in (1..).zip(members.windows(2)) {
            let [a, b] = [pair[0], pair[1]];
            let mut cost = 0;
            if self.are_partners(a, b) {
                cost += COUPLE_BROKEN;
            }
            let (of_a, of_b) = (self.kin.home[a as usize], self.kin.home[b as usize]);
            if of_a.is_some() && of_a == of_b && of_a != home {
                cost += STRANGER_IN_SIBSHIP;
            }
            change[at] += cost;
            change[at + 1] -= cost;
        }
        self.change = change;
    }

    /// The cheapest place; of equals the one closest to `near`.
    fn cheapest(&self, near: usize) -> usize {
        let mut best = (i64::MAX, 0, 0);
        let mut cost = 0;
        for (at, change) in self.change[..self.change.len() - 1].iter().enumerate() {
            cost += change;
            best = best.min((cost, at.abs_diff(near), at));
        }
        best.2
    }

    fn child(&mut self, child: u32, at: u32, marriages: u32) {
        let kin = self.kin;
        let row = kin.row[child as usize];
        self.begin(row, Some(at));
        let width = self.rows[row].len();
        let mut near = width;
        let knot = row.checked_sub(1).and_then(|up| self.knot(at, up));
        if let Some(knot) = knot {
            let up = row - 1;
            for (place, &other) in self.rows[row].iter().enumerate() {
                let Some(k) = kin.home[other as usize].and_then(|home| self.knot(home, up)) else {
                    continue;
                };
                // Right of somebody whose line comes from further right …
                if knot < k {
                    self.change[place + 1] += CROSSING;
                // … or left of somebody whose line comes from further left.
                } else if k < knot {
                    self.change[0] += CROSSING;
                    self.change[place + 1] -= CROSSING;
                }
            }
            near = (knot as usize * width) / (2 * self.rows[up].len()).max(1);
        }
        let born = kin.born[child as usize];
        let (mut low, mut high) = (usize::MAX, 0);
        for &sibling in &kin.bonds[at as usize].children {
            if !self.is_in[sibling as usize] || kin.row[sibling as usize] != row {
                continue;
            }
            let place = self.place[sibling as usize] as usize;
            low = low.min(place);
            high = high.max(place);
            let other = kin.born[sibling as usize];
            if born < other {
                self.change[place + 1] += AGAINST_AGE;
            } else if other < born {
                self.change[0] += AGAINST_AGE;
                self.change[place + 1] -= AGAINST_AGE;
            }
        }
        if low != usize::MAX {
            near = high + 1;
            // Everybody between is a stranger.
            self.change[0] += STRANGER_IN_SIBSHIP * low as i64;
            for change in &mut self.change[1..=low] {
                *change -= STRANGER_IN_SIBSHIP;
            }
            for change in &mut self.change[high + 2..=width] {
                *change += STRANGER_IN_SIBSHIP;
            }
        }
        let to = self.cheapest(near);
        self.insert(child, to, marriages);
    }

    fn partner(&mut self, new: u32, person: u32) {
        let kin = self.kin;
        let marriages = self.marriages[person as usize] + 1;
        let row = kin.row[person as usize];
        if kin.row[new as usize] != row {
            let to = self.rows[kin.row[new as usize]].len();
            return self.insert(new, to, marriages);
        }
        let members = &self.rows[row];
        let at = self.place[person as usize] as usize;
        let (mut first, mut last) = (at, at);
        while 0 < first && self.are_partners(members[first - 1], members[first]) {
            first -= 1;
        }
        while last + 1 < members.len() && self.are_partners(members[last], members[last + 1]) {
            last += 1;
        }
        let (left, right) = (at - first, last - at);
        let goes_left = match left.cmp(&right) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Greater => false,
            std::cmp::Ordering::Equal => {
                // Towards the end of the sibship that is nearer.
                let sibling = |at: Option<usize>| {
                    let home = kin.home[person as usize];
                    let other = at.and_then(|at| members.get(at));
                    other.is_some_and(|&o| home.is_some() && kin.home[o as usize] == home)
                };
                let (l, r) = (sibling(first.checked_sub(1)), sibling(Some(last + 1)));
                if l == r { kin.side[person as usize] == Side::Right } else { r }
            }
        };
        self.insert(new, if goes_left { first } else { last + 1 }, marriages);
    }

    /// Puts the partners of a bond above their child.
    fn parents(&mut self, at: u32, child: u32) {
        let kin = self.kin;
        let bond = &kin.bonds[at as usize];
        let marriages = self.marriages[child as usize];
        let Some(&first) = bond.partners.first() else { return };
        let row = kin.row[first as usize];
        self.begin(row, None);
        let below = kin.row[child as usize];
        let own = self.place[child as usize];
        let mut near = self.rows[row].len();
        if row + 1 == below {
            for (place, &other) in self.rows[below].iter().enumerate() {
                let home = kin.home[other as usize].filter(|&home| home != at);
                let Some(knot) = home.and_then(|home| self.knot(home, row)) else { continue };
                // The couple comes right of a knot at its place plus a half.
                let behind = knot as usize / 2 + 1;
                if own < index(place) {
                    self.change[behind] += CROSSING;
                } else {
                    self.change[0] += CROSSING;
                    self.change[behind] -= CROSSING;
                }
            }
            near = (own as usize * self.rows[row].len()) / self.rows[below].len().max(1);
        }
        let to = self.cheapest(near);
        self.insert(first, to, marriages);
        if let Some(&second) = bond.partners.get(1)
            && !self.is_in[second as usize]
        {
            if kin.row[second as usize] == row {
                let is_left = kin.side[first as usize] == Side::Right;
                self.insert(second, if is_left { to } else { to + 1 }, marriages);
            } else {
                let end = self.rows[kin.row[second as usize]].len();
                self.insert(second, end, marriages);
            }
        }
    }
}
