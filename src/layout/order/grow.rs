//! A first order for a large family: it grows person by person from one couple, each newcomer where
//! they make the fewest crossings among those who stand there already.
//!
//! A walk draws branch by branch and puts the family of everybody who married in between brothers and
//! sisters. Here such a family finds its way to the outside by itself.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::graph::Graph;
use super::kin::{Bond, Kin, index};
use super::lists::Lists;
use super::rules::{CROSSING, Rules, STRANGER_IN_SIBSHIP};
use super::walk::with_cost;
use crate::layout::Side;
use crate::share;

/// Somebody new between two partners.
const COUPLE_BROKEN: i32 = 56;
/// Siblings in the wrong order.
const AGAINST_AGE: i32 = 20;
/// Two lines that cross, and somebody new between siblings: in few bits, for all places at once.
const CROSSING_LINES: i32 = CROSSING as i32;
const AMONG_SIBLINGS: i32 = STRANGER_IN_SIBSHIP as i32;
/// No bond, no person.
const NONE: u32 = u32::MAX;
/// The knot of a bond of which no partner stands yet: less than any place.
const NOWHERE: i32 = i32::MIN;

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
/// Both: what is best for a hundred.
pub(super) const BOTH: [Manner; 2] = [SIDE_BY_SIDE, ONE_BY_ONE];
/// What is best for thousands.
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
    bonds.sort_by_cached_key(|&at| {
        let bond = &kin.bonds[at as usize];
        let row = bond.partners.iter().map(|&p| kin.row[p as usize]).max().unwrap_or(0);
        (row.abs_diff(kin.n_rows / 2), Reverse(bond.children.len()))
    });
    let from = |nth: usize| nth * bonds.len() / (starts * MIDDLE);
    let ground = Ground::new(kin);
    let order = |&(nth, manner): &(usize, Manner)| {
        with_cost(graph, rules, grown(kin, &ground, manner, &bonds, from(nth)))
    };
    let ways = (0..starts).flat_map(|nth| manners.iter().map(move |&manner| (nth, manner)));
    share::mapped(&ways.collect::<Vec<_>>(), share::threads(), order)
}

/// What is the same for all orders that grow.
struct Ground {
    /// The bond from which each person hangs whose line comes from the row just above, or [`NONE`].
    hangs_from: Vec<u32>,
    /// The bonds that hang from each person, if no partner stands lower.
    knotted: Lists<u32>,
    /// The partners in the lowest row of each bond; or [`NONE`].
    knots: Vec<[u32; 2]>,
    /// Everybody's rank among their siblings, for [`Siblings::MarriedOutside`].
    outside: Vec<f64>,
}

impl Ground {
    fn new(kin: &Kin) -> Self {
        let row = |person: u32| kin.row[person as usize];
        let bottom: Vec<Option<usize>> =
            kin.bonds.iter().map(|b| b.partners.iter().map(|&p| row(p)).max()).collect();
        let hangs_from = |(home, &row): (&Option<u32>, &usize)| {
            let is_just_above = |home: &u32| bottom[*home as usize].map(|b| b + 1) == Some(row);
            home.filter(is_just_above).unwrap_or(NONE)
        };
        let knotted = Lists::new(kin.people(), || {
            let bonds = kin.bonds.iter().zip(&bottom).zip(0..);
            bonds.flat_map(|((bond, &bottom), at)| {
                let here = bond.partners.iter().filter(move |&&p| Some(row(p)) == bottom);
                here.map(move |&p| (p, at))
            })
        });
        let knot = |(bond, &bottom): (&Bond, &Option<usize>)| {
            let mut here = bond.partners.iter().copied().filter(|&p| Some(row(p)) == bottom);
            [here.next().unwrap_or(NONE), here.next().unwrap_or(NONE)]
        };
        let hangs_from = kin.home.iter().zip(&kin.row).map(hangs_from).collect();
        let knots = kin.bonds.iter().zip(&bottom).map(knot).collect();
        Self { hangs_from, knotted, knots, outside: outside(kin) }
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
        hangs: vec![Vec::new(); kin.n_rows],
        fences: vec![vec![0]; kin.n_rows],
        apart: vec![Vec::new(); kin.n_rows],
        place: vec![0; kin.people()],
        is_in: vec![false; kin.people()],
        is_drawn: vec![false; kin.bonds.len()],
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

struct Growth<'a> {
    kin: &'a Kin,
    ground: &'a Ground,
    manner: Manner,
    rows: Vec<Vec<u32>>,
    /// The knot from which everybody in `rows` hangs: twice the mean place of the partners who stand
    /// in the lowest row of the bond; or [`NOWHERE`].
    hangs: Vec<Vec<i32>>,
    /// What it costs to stand left of each place of a row by itself: between partners, siblings.
    fences: Vec<Vec<i32>>,
    /// The bonds in each row whose partners there do not stand side by side.
    apart: Vec<Vec<u32>>,
    place: Vec<u32>,
    is_in: Vec<bool>,
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
        let members = &mut self.rows[row];
        for &item in &members[at..] {
            self.place[item as usize] += 1;
        }
        members.insert(at, person);
        let knot = self.knot(self.ground.hangs_from[person as usize]);
        self.hangs[row].insert(at, knot);
        self.place[person as usize] = index(at);
        self.is_in[person as usize] = true;
        self.move_knots(row, at);
        for &bond in self.ground.knotted.of(person) {
            self.hang(bond);
            self.note_if_apart(bond);
        }
        self.fences[row].insert(at, 0);
        for place in [at, at + 1] {
            self.fences[row][place] = self.fence(row, place);
        }
    }

    /// The knot of a bond, if it has one.
    fn knot(&self, bond: u32) -> i32 {
        let Some(&partners) = self.ground.knots.get(bond as usize) else { return NOWHERE };
        let here = partners.map(|p| (p != NONE && self.is_in[p as usize]).then_some(p));
        let place = |person: u32| self.place[person as usize] as i32;
        match here {
            [Some(a), Some(b)] => place(a) + place(b),
            [Some(one), None] | [None, Some(one)] => 2 * place(one),
            [None, None] => NOWHERE,
        }
    }

    /// Moves the lines that hang from a row in which somebody was put `at`.
    fn move_knots(&mut self, row: usize, at: usize) {
        let Some(hangs) = self.hangs.get_mut(row + 1) else { return };
        let from = 2 * at as i32;
        for knot in hangs {
            // Of two partners side by side one moves, or both; who stands alone counts twice.
            *knot += 2 * i32::from(from <= *knot) + i32::from(*knot == from - 1);
        }
        let neighbours = at.checked_sub(1).zip(Some(at + 1));
        let [left, right] = neighbours.map_or([None; 2], |(left, right)| {
            [left, right].map(|at| self.rows[row].get(at).copied())
        });
        if let (Some(left), Some(right)) = (left, right) {
            for &bond in self.ground.knotted.of(left) {
                if self.ground.knots[bond as usize].contains(&right) {
                    self.apart[row].push(bond);
                }
            }
        }
        for nth in 0..self.apart[row].len() {
            self.hang(self.apart[row][nth]);
        }
    }

    /// Hangs the children of a bond who stand already from where its partners stand.
    fn hang(&mut self, bond: u32) {
        let knot = self.knot(bond);
        for &child in &self.kin.bonds[bond as usize].children {
            if self.is_in[child as usize] && self.ground.hangs_from[child as usize] == bond {
                let row = self.kin.row[child as usize];
                self.hangs[row][self.place[child as usize] as usize] = knot;
            }
        }
    }

    fn note_if_apart(&mut self, bond: u32) {
        let [a, b] = self.ground.knots[bond as usize];
        if [a, b].iter().all(|&p| p != NONE && self.is_in[p as usize]) {
            let [at_a, at_b] = [a, b].map(|p| self.place[p as usize]);
            if 1 < at_a.abs_diff(at_b) {
                self.apart[self.kin.row[a as usize]].push(bond);
            }
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

    /// The cheapest place in a row, not counting what is the same for all; of equals the one closest
    /// to `near`. Who passes a line that hangs from further left than `knot` lets it cross, and who
    /// passes one from further right no longer.
    fn cheapest(&self, row: usize, knot: Option<i32>, near: usize) -> usize {
        let (fences, changes) = (&self.fences[row], &self.change);
        let mut best = (i64::MAX, 0);
        let mut cost = 0;
        let mut judge = |at: usize, cost: i32| {
            // Cost and distance in one number.
            let judged = (i64::from(cost) << 32) + at.abs_diff(near) as i64;
            if judged < best.0 {
                best = (judged, at);
            }
        };
        let Some(knot) = knot else {
            for (at, (fence, change)) in fences.iter().zip(changes).enumerate() {
                cost += change;
                judge(at, cost + fence);
            }
            return best.1;
        };
        let costs = fences.iter().zip(changes);
        for (at, ((fence, change), &other)) in costs.zip(&self.hangs[row]).enumerate() {
            cost += change;
            judge(at, cost + fence);
            let is_lefter = (NOWHERE < other) & (other < knot);
            cost += (i32::from(knot < other) - i32::from(is_lefter)) * CROSSING_LINES;
        }
        let width = self.hangs[row].len();
        judge(width, cost + changes[width] + fences[width]);
        best.1
    }

    /// Forgets the changes of cost from place to place of the row before.
    fn begin(&mut self, row: usize) {
        self.change.clear();
        self.change.resize(self.rows[row].len() + 2, 0);
    }

    fn child(&mut self, child: u32, at: u32) {
        let row = self.kin.row[child as usize];
        self.begin(row);
        let width = self.rows[row].len();
        let mut near = width;
        let knot = self.knot(self.ground.hangs_from[child as usize]);
        let knot = row.checked_sub(1).filter(|_| knot != NOWHERE).map(|up| {
            near = (knot as usize * width) / (2 * self.rows[up].len()).max(1);
            knot
        });
        if let Some(last) = self.among_siblings(child, at, row) {
            near = last + 1;
        }
        let to = self.cheapest(row, knot, near);
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
            for (place, &knot) in self.hangs[below].iter().enumerate() {
                if knot == NOWHERE {
                    continue;
                }
                // The couple comes right of a knot at its place plus a half.
                let behind = &mut self.change[knot as usize / 2 + 1];
                *behind += if own < place { CROSSING_LINES } else { -CROSSING_LINES };
            }
            near = (own * self.rows[row].len()) / self.rows[below].len().max(1);
        }
        let to = self.cheapest(row, None, near);
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
