//! A first order for a large family: it grows person by person from one couple, each newcomer where
//! they make the fewest crossings among those who stand there already.
//!
//! A walk draws branch by branch and puts the family of everybody who married in between brothers and
//! sisters. Here such a family finds its way to the outside by itself.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::board::Board;
use super::graph::Graph;
use super::kin::{Bond, Kin, index};
use super::lists::Lists;
use super::rules::{CROSSING, Rules, STRANGER_IN_SIBSHIP};
use super::walk::with_passing;
use crate::layout::Side;

/// Somebody new between two partners.
const COUPLE_BROKEN: i32 = 56;
/// Siblings in the wrong order.
const AGAINST_AGE: i32 = 20;
/// Two lines that cross, and somebody new between siblings: in few bits, for all places at once.
const CROSSING_LINES: i32 = CROSSING as i32;
const AMONG_SIBLINGS: i32 = STRANGER_IN_SIBSHIP as i32;
/// No bond, or a bond of which no partner stands yet.
const NONE: u32 = u32::MAX;

/// How an order grows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pace: Pace,
    siblings: Siblings,
}

/// Which family comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    /// All families that are as many marriages away from the first couple grow side by side.
    Together,
    /// Each family is drawn to the end before the next begins.
    InTurn,
}

/// The order that siblings are given at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Siblings {
    /// The elder left of the younger.
    ByAge,
    /// Those who married into families that are drawn, too, at the ends, where these families find
    /// room; the others by age.
    MarriedOutside,
}

/// What is best for hundreds.
pub(super) const AT_ONCE: [Manner; 1] = [SIDE_BY_SIDE];
/// What is best for thousands differs from family to family …
pub(super) const IN_ALL_WAYS: [Manner; 4] = [
    ONE_BY_ONE,
    Manner { siblings: Siblings::ByAge, ..ONE_BY_ONE },
    Manner { siblings: Siblings::MarriedOutside, ..SIDE_BY_SIDE },
    SIDE_BY_SIDE,
];
/// … but most often this is it.
pub(super) const ONE_AT_A_TIME: [Manner; 1] = [ONE_BY_ONE];

const SIDE_BY_SIDE: Manner = Manner { pace: Pace::Together, siblings: Siblings::ByAge };
const ONE_BY_ONE: Manner = Manner { pace: Pace::InTurn, siblings: Siblings::MarriedOutside };

/// Orders grown from `starts` couples near the middle row in each of the `manners`, with what they
/// cost.
pub(super) fn several(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    starts: usize,
    manners: &[Manner],
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
    let ground = Ground::new(kin);
    let order = |(nth, &manner): (usize, &Manner)| {
        let mut rows = grown(kin, &ground, manner, &bonds, from(nth));
        rules.put_pinned_in_order(&mut rows);
        with_passing(graph, &mut rows);
        let board = Board::new(graph, rules, rows);
        (board.cost(), board.rows)
    };
    let ways = (0..starts).flat_map(|nth| manners.iter().map(move |manner| (nth, manner)));
    ways.map(order).collect()
}

/// What is the same for all orders that grow.
struct Ground {
    /// The bond from which each person hangs whose line comes from the row just above, or `n_bonds`.
    hangs_from: Vec<u32>,
    /// The bonds that hang from each person, if no partner stands lower.
    knotted: Lists<u32>,
    n_bonds: usize,
    /// Everybody's rank among their siblings, for [`Siblings::MarriedOutside`].
    outside: Vec<f64>,
}

impl Ground {
    fn new(kin: &Kin) -> Self {
        let row = |person: u32| kin.row[person as usize];
        let bottom: Vec<Option<usize>> =
            kin.bonds.iter().map(|b| b.partners.iter().map(|&p| row(p)).max()).collect();
        let n_bonds = kin.bonds.len();
        let hangs_from = |(home, &row): (&Option<u32>, &usize)| {
            let is_just_above = |home: &u32| bottom[*home as usize].map(|b| b + 1) == Some(row);
            home.filter(is_just_above).unwrap_or(index(n_bonds))
        };
        let knotted = Lists::new(kin.people(), || {
            let bonds = kin.bonds.iter().zip(&bottom).zip(0..);
            bonds.flat_map(|((bond, &bottom), at)| {
                let here = bond.partners.iter().filter(move |&&p| Some(row(p)) == bottom);
                here.map(move |&p| (p, at))
            })
        });
        let hangs_from = kin.home.iter().zip(&kin.row).map(hangs_from).collect();
        Self { hangs_from, knotted, n_bonds, outside: outside(kin) }
    }
}

/// Everybody's rank among their siblings by age; those whose partners have parents in the picture stand
/// before the others or after them. There is room for two of a sibship, those with most such partners.
fn outside(kin: &Kin) -> Vec<f64> {
    let foreign = |child: u32| {
        let bonds = kin.as_partner[child as usize].iter();
        let partners = bonds.filter_map(|&bond| kin.partner(bond, child));
        partners.filter(|&partner| kin.home[partner as usize].is_some()).count()
    };
    let mut rank = vec![0.0; kin.people()];
    for Bond { children, .. } in &kin.bonds {
        let mut married = Vec::new();
        for (nth, &child) in children.iter().enumerate() {
            rank[child as usize] = nth as f64;
            married.push((foreign(child), nth));
        }
        married.retain(|&(count, _)| 0 < count);
        married.sort_by_key(|&(count, _)| Reverse(count));
        married.truncate(2);
        married.sort_by_key(|&(_, nth)| nth);
        for (at, &(_, nth)) in married.iter().enumerate() {
            let is_left = if married.len() == 1 { 2 * nth < children.len() } else { at == 0 };
            let end = if is_left { f64::NEG_INFINITY } else { f64::INFINITY };
            rank[children[nth] as usize] = end;
        }
    }
    rank
}

/// The people of every row, grown from the `start`-th bond in the order of `bonds`.
fn grown(kin: &Kin, ground: &Ground, manner: Manner, bonds: &[u32], start: usize) -> Vec<Vec<u32>> {
    let mut growth = Growth {
        kin,
        ground,
        manner,
        rows: vec![Vec::new(); kin.n_rows],
        hanging: vec![Vec::new(); kin.n_rows],
        fences: vec![vec![0]; kin.n_rows],
        place: vec![0; kin.people()],
        is_in: vec![false; kin.people()],
        knots: vec![Knot { place: NONE, step: 0 }; ground.n_bonds + 1],
        is_drawn: vec![false; ground.n_bonds],
        next: VecDeque::new(),
        later: VecDeque::new(),
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

/// From where the lines of a bond hang.
#[derive(Clone, Copy, Debug)]
struct Knot {
    /// Twice the mean place of the partners who stand in the lowest row of the bond; or `NONE`.
    place: u32,
    /// How far it moves when one of them moves by one place.
    step: u32,
}

struct Growth<'a> {
    kin: &'a Kin,
    ground: &'a Ground,
    manner: Manner,
    rows: Vec<Vec<u32>>,
    /// [`Ground::hangs_from`] of everybody in `rows`.
    hanging: Vec<Vec<u32>>,
    /// What it costs to stand left of each place of a row by itself: between partners, siblings.
    fences: Vec<Vec<i32>>,
    place: Vec<u32>,
    is_in: Vec<bool>,
    /// The knot of every bond, and one that never stands.
    knots: Vec<Knot>,
    /// Do all children of this bond stand?
    is_drawn: Vec<bool>,
    /// Whose relatives come next: those reached through the fewest marriages, and of these those
    /// who came first.
    next: VecDeque<u32>,
    /// Those reached through one marriage more.
    later: VecDeque<u32>,
    /// By how much the cost changes from place to place.
    change: Vec<i32>,
}

impl Growth<'_> {
    /// Grows from somebody until nobody is left who is related.
    fn from(&mut self, person: u32) {
        if self.is_in[person as usize] {
            return;
        }
        let row = self.kin.row[person as usize];
        self.insert(person, self.rows[row].len());
        self.next.push_back(person);
        loop {
            while let Some(person) = self.next.pop_front() {
                self.around(person);
            }
            match self.manner.pace {
                Pace::Together => std::mem::swap(&mut self.next, &mut self.later),
                Pace::InTurn => self.next.extend(self.later.pop_front()),
            }
            if self.next.is_empty() {
                return;
            }
        }
    }

    /// Draws partners, children, parents and siblings of somebody.
    fn around(&mut self, person: u32) {
        let kin = self.kin;
        for &at in &kin.as_partner[person as usize] {
            if let Some(other) = kin.partner(at, person)
                && !self.is_in[other as usize]
            {
                self.partner(other, person);
                self.later.push_back(other);
            }
            self.children(at);
        }
        if let Some(home) = kin.home[person as usize] {
            if !kin.bonds[home as usize].partners.iter().any(|&p| self.is_in[p as usize]) {
                self.parents(home, person);
            }
            self.children(home);
        }
    }

    fn children(&mut self, at: u32) {
        if std::mem::replace(&mut self.is_drawn[at as usize], true) {
            return;
        }
        let bond = &self.kin.bonds[at as usize];
        let homeless = bond.second.iter().filter(|&&c| self.kin.home[c as usize].is_none());
        for &child in bond.children.iter().chain(homeless) {
            if !self.is_in[child as usize] {
                self.child(child, at);
                self.next.push_back(child);
            }
        }
    }

    fn insert(&mut self, person: u32, at: usize) {
        let row = self.kin.row[person as usize];
        let (ground, members) = (self.ground, &mut self.rows[row]);
        for &item in &members[at..] {
            self.place[item as usize] += 1;
            for &bond in ground.knotted.of(item) {
                let knot = &mut self.knots[bond as usize];
                knot.place += knot.step;
            }
        }
        members.insert(at, person);
        self.hanging[row].insert(at, ground.hangs_from[person as usize]);
        self.place[person as usize] = index(at);
        self.is_in[person as usize] = true;
        for &bond in ground.knotted.of(person) {
            let knot = &mut self.knots[bond as usize];
            *knot = match *knot {
                Knot { place: NONE, .. } => Knot { place: 2 * index(at), step: 2 },
                Knot { place, .. } => Knot { place: place / 2 + index(at), step: 1 },
            };
        }
        self.fences[row].insert(at, 0);
        for place in [at, at + 1] {
            self.fences[row][place] = self.fence(row, place);
        }
    }

    /// What somebody costs by themselves who comes to stand left of `place`.
    fn fence(&self, row: usize, place: usize) -> i32 {
        let members = &self.rows[row];
        if place == 0 || members.len() <= place {
            return 0;
        }
        let [a, b] = [members[place - 1], members[place]];
        let couple = if self.are_partners(a, b) { COUPLE_BROKEN } else { 0 };
        couple + if self.are_siblings(a, b) { AMONG_SIBLINGS } else { 0 }
    }

    fn are_partners(&self, a: u32, b: u32) -> bool {
        self.kin.as_partner[a as usize].iter().any(|&bond| self.kin.partner(bond, a) == Some(b))
    }

    fn are_siblings(&self, a: u32, b: u32) -> bool {
        let (of_a, of_b) = (self.kin.home[a as usize], self.kin.home[b as usize]);
        of_a.is_some() && of_a == of_b
    }

    /// What standing at each place of a row costs by itself.
    fn begin(&mut self, row: usize) {
        let fences = &self.fences[row];
        self.change.clear();
        self.change.push(0);
        self.change.extend(fences.windows(2).map(|pair| pair[1] - pair[0]));
        self.change.push(0);
    }

    /// The cheapest place; of equals the one closest to `near`.
    fn cheapest(&self, near: usize) -> usize {
        let (mut least, mut best) = (i32::MAX, 0_usize);
        let mut cost = 0;
        for (at, change) in self.change[..self.change.len() - 1].iter().enumerate() {
            cost += change;
            if cost < least || (cost == least && at.abs_diff(near) < best.abs_diff(near)) {
                (least, best) = (cost, at);
            }
        }
        best
    }

    fn child(&mut self, child: u32, at: u32) {
        let row = self.kin.row[child as usize];
        self.begin(row);
        let width = self.rows[row].len();
        let mut near = width;
        let knot = self.knots[self.ground.hangs_from[child as usize] as usize].place;
        if let Some(up) = row.checked_sub(1)
            && knot != NONE
        {
            let mut lefter = 0;
            for (&bond, change) in self.hanging[row].iter().zip(&mut self.change[1..]) {
                let other = self.knots[bond as usize].place;
                // Left of somebody whose line comes from further left …
                let is_lefter = i32::from(other < knot);
                // … or right of somebody whose line comes from further right.
                let is_righter = i32::from(knot < other && other != NONE);
                lefter += is_lefter;
                *change += (is_righter - is_lefter) * CROSSING_LINES;
            }
            self.change[0] += lefter * CROSSING_LINES;
            near = (knot as usize * width) / (2 * self.rows[up].len()).max(1);
        }
        if let Some(last) = self.among_siblings(child, at, row) {
            near = last + 1;
        }
        let to = self.cheapest(near);
        self.insert(child, to);
    }

    /// The greater stands right of the lesser among siblings; what is no number stands anywhere.
    fn rank(&self, child: u32) -> f64 {
        match self.manner.siblings {
            Siblings::ByAge => self.kin.born[child as usize],
            Siblings::MarriedOutside => self.ground.outside[child as usize],
        }
    }

    /// Adds what the places of a row cost a child among its siblings. Says where the last of these
    /// stands.
    fn among_siblings(&mut self, child: u32, at: u32, row: usize) -> Option<usize> {
        let kin = self.kin;
        let width = self.rows[row].len();
        let born = self.rank(child);
        let (mut low, mut high) = (usize::MAX, 0);
        for &sibling in &kin.bonds[at as usize].children {
            if !self.is_in[sibling as usize] || kin.row[sibling as usize] != row {
                continue;
            }
            let place = self.place[sibling as usize] as usize;
            low = low.min(place);
            high = high.max(place);
            let other = self.rank(sibling);
            if born < other {
                self.change[place + 1] += AGAINST_AGE;
            } else if other < born {
                self.change[0] += AGAINST_AGE;
                self.change[place + 1] -= AGAINST_AGE;
            }
            // No stranger here.
            if let Some(&right) = self.rows[row].get(place + 1)
                && self.are_siblings(sibling, right)
            {
                self.change[place + 1] -= AMONG_SIBLINGS;
                self.change[place + 2] += AMONG_SIBLINGS;
            }
        }
        if low == usize::MAX {
            return None;
        }
        // Everybody between is a stranger.
        self.change[0] += AMONG_SIBLINGS * i32::try_from(low).unwrap_or(i32::MAX / AMONG_SIBLINGS);
        for change in &mut self.change[1..=low] {
            *change -= AMONG_SIBLINGS;
        }
        for change in &mut self.change[high + 2..=width] {
            *change += AMONG_SIBLINGS;
        }
        Some(high)
    }

    fn partner(&mut self, new: u32, person: u32) {
        let kin = self.kin;
        let row = kin.row[person as usize];
        if kin.row[new as usize] != row {
            let to = self.rows[kin.row[new as usize]].len();
            return self.insert(new, to);
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
        self.insert(new, if goes_left { first } else { last + 1 });
    }

    /// Puts the partners of a bond above their child.
    fn parents(&mut self, at: u32, child: u32) {
        let kin = self.kin;
        let bond = &kin.bonds[at as usize];
        let Some(&first) = bond.partners.first() else { return };
        let row = kin.row[first as usize];
        self.begin(row);
        let below = kin.row[child as usize];
        let own = self.place[child as usize] as usize;
        let mut near = self.rows[row].len();
        if row + 1 == below {
            let mut lefter = 0;
            for (place, &home) in self.hanging[below].iter().enumerate() {
                let knot = self.knots[home as usize].place;
                if knot == NONE {
                    continue;
                }
                // The couple comes right of a knot at its place plus a half.
                let behind = &mut self.change[knot as usize / 2 + 1];
                if own < place {
                    *behind += CROSSING_LINES;
                } else {
                    lefter += CROSSING_LINES;
                    *behind -= CROSSING_LINES;
                }
            }
            self.change[0] += lefter;
            near = (own * self.rows[row].len()) / self.rows[below].len().max(1);
        }
        let to = self.cheapest(near);
        self.insert(first, to);
        self.next.push_back(first);
        if let Some(&second) = bond.partners.get(1)
            && !self.is_in[second as usize]
        {
            if kin.row[second as usize] == row {
                let is_left = kin.side[first as usize] == Side::Right;
                self.insert(second, if is_left { to } else { to + 1 });
            } else {
                let end = self.rows[kin.row[second as usize]].len();
                self.insert(second, end);
            }
            self.next.push_back(second);
        }
    }
}
