//! One row among its neighbours: blocks of it move along it to where they cost least.
//!
//! Moving two neighbours past each other changes only what they belong to, so that what a move costs
//! is known without counting the row again (sifting: Matuszewski, Schönfeld and Molitor 1999). As long
//! as there is heat, a little more than the least cost may win; each place along the way is one
//! proposal (a heat bath, Creutz 1980, with the noise of [`Chance`]).
//!
//! A row only looks at the places of the row below and at the knots of the row above, so that every
//! second row can be sifted at the same time.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::frame::{BELOW, Frame, NEAREST, NOBODY, PARTNERS, SEVERAL};
use super::rules::{
    COUPLE_APART, CROSSING, Couple, PIN_BROKEN, STRANGER_IN_COUPLE, STRANGER_IN_SIBSHIP,
    WRONG_NEAREST,
};
use super::search::Chance;

/// Places that a block is carried to each side at most …
const REACH: usize = 16;
/// … and no further once this much is lost …
const FAR: i64 = 200;
/// … and so much more for each degree of heat.
const FAR_HEAT: f64 = 4.0;
/// Longest sibship that is carried as a whole.
const LONGEST_BLOCK: usize = 12;

/// What can change in a row: the order of its members and where the lines below it meet.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// The members from left to right, by number in the row.
    pub order: Vec<u32>,
    /// The place of each member.
    pub place: Vec<u32>,
    /// Twice the mean place of the upper members of each net below the row.
    pub knot: Vec<u32>,
    /// The first net with each knot.
    head: Vec<u32>,
    /// The next net with the same knot.
    next: Vec<u32>,
    /// The places of the outermost members of each sibship.
    ends: Vec<[u32; 2]>,
}

impl Strip {
    /// The members of `frame` in the order of their numbers.
    pub(super) fn new(frame: &Frame) -> Self {
        let order: Vec<u32> = (0..frame.width()).collect();
        let mut strip = Self {
            place: order.clone(),
            knot: vec![0; frame.nets()],
            head: vec![NOBODY; 2 * order.len() + 1],
            next: vec![NOBODY; frame.nets()],
            ends: frame.members.iter().map(outermost).collect(),
            order,
        };
        for net in (0..).take(frame.nets()) {
            strip.knot[net as usize] = match frame.upper(net) {
                [NOBODY, _] => 0,
                [a, NOBODY] => 2 * a,
                [a, b] => a + b,
            };
            strip.link(net);
        }
        strip
    }

    fn link(&mut self, net: u32) {
        let head = &mut self.head[self.knot[net as usize] as usize];
        self.next[net as usize] = std::mem::replace(head, net);
    }

    fn unlink(&mut self, net: u32) {
        let next = self.next[net as usize];
        let head = &mut self.head[self.knot[net as usize] as usize];
        if *head == net {
            *head = next;
            return;
        }
        let mut at = *head;
        while self.next[at as usize] != net {
            at = self.next[at as usize];
        }
        self.next[at as usize] = next;
    }

    /// Somebody of a sibship went from one place to the next.
    fn move_end(&mut self, sibship: u32, from: u32, to: u32) {
        if let Some(ends) = self.ends.get_mut(sibship as usize) {
            ends.iter_mut().filter(|end| **end == from).for_each(|end| *end = to);
        }
    }

    /// The nets whose knots are at `low..=high`.
    fn knots_in(&self, low: u32, high: u32) -> impl Iterator<Item = u32> {
        let known = |net: &u32| *net != NOBODY;
        self.head[low as usize..=high as usize].iter().copied().filter(known).flat_map(
            move |first| {
                let next = move |&net: &u32| Some(self.next[net as usize]).filter(known);
                std::iter::successors(Some(first), next)
            },
        )
    }
}

/// The outermost of members who stand in the order of their numbers.
fn outermost(members: &[u32]) -> [u32; 2] {
    members.iter().fold([NOBODY, 0], |[first, last], &m| [first.min(m), last.max(m)])
}

/// A row while it is sifted.
pub(super) struct Sifter<'a> {
    /// The row.
    pub frame: &'a Frame,
    /// Its order.
    pub strip: &'a mut Strip,
    /// The row above, if there is one.
    pub above: Option<&'a Strip>,
    /// The row below, if there is one.
    pub below: Option<&'a Strip>,
    /// What a pair of siblings against their age costs.
    pub against_age: i64,
    /// Whence the luck comes.
    pub chance: Chance,
    /// Pairs of nets to be compared before and after a move; kept to save memory.
    pub pairs: Vec<(u32, u32)>,
}

impl Sifter<'_> {
    /// Sifts `tries` blocks at this heat. Says by how much the cost changed.
    pub(super) fn run(&mut self, tries: usize, heat: f64) -> i64 {
        let width = self.strip.order.len();
        if width < 2 {
            return 0;
        }
        let mut change = 0;
        for _ in 0..tries {
            let at = self.chance.below(width);
            let (first, end) = match self.chance.below(8) {
                0 | 1 => (at, at + 1),
                2..=4 => self.block(at, |sifter, a, b| sifter.frame.are_partners(a, b)),
                5 => self.block(at, |sifter, a, b| sifter.frame.are_close(a, b)),
                6 => (at, (at + 2 + self.chance.below(3)).min(width)),
                _ => {
                    let end = (at + 2 + self.chance.below(3)).min(width);
                    change += self.turn(at, end, heat);
                    continue;
                }
            };
            if end - first < width.min(LONGEST_BLOCK) {
                change += self.sift(first, end, heat);
            }
        }
        change
    }

    /// The stretch around a place in which neighbours belong together.
    fn block(&self, at: usize, together: impl Fn(&Self, u32, u32) -> bool) -> (usize, usize) {
        let order = &self.strip.order;
        let (mut first, mut end) = (at, at + 1);
        while 0 < first
            && end - first < LONGEST_BLOCK
            && together(self, order[first - 1], order[first])
        {
            first -= 1;
        }
        while end < order.len()
            && end - first < LONGEST_BLOCK
            && together(self, order[end - 1], order[end])
        {
            end += 1;
        }
        (first, end)
    }

    /// What may be lost: nothing without heat.
    fn luck(&mut self, heat: f64) -> i64 {
        if heat < 0.5 { 0 } else { (self.chance.exponential() as f64 * heat / 1024.0) as i64 }
    }

    /// Carries the block `first..end` along the row and leaves it where it costs least.
    fn sift(&mut self, first: usize, end: usize, heat: f64) -> i64 {
        let len = end - first;
        let limit = FAR + (FAR_HEAT * heat) as i64;
        let left = first.min(REACH);
        let right = (self.strip.order.len() - end).min(REACH);
        let mut best = (-self.luck(heat), first, 0);
        let (mut cost, mut at) = (0, first);
        for _ in 0..left {
            at -= 1;
            cost += (at..at + len).map(|p| self.swap(p)).sum::<i64>();
            let judged = cost - self.luck(heat);
            if judged < best.0 {
                best = (judged, at, cost);
            }
            if limit < cost {
                break;
            }
        }
        self.carry(&mut at, first, len);
        cost = 0;
        for _ in 0..right {
            cost += (at..at + len).rev().map(|p| self.swap(p)).sum::<i64>();
            at += 1;
            let judged = cost - self.luck(heat);
            if judged < best.0 {
                best = (judged, at, cost);
            }
            if limit < cost {
                break;
            }
        }
        self.carry(&mut at, best.1, len);
        best.2
    }

    /// Moves the block that begins `at` without counting.
    fn carry(&mut self, at: &mut usize, to: usize, len: usize) {
        while *at < to {
            (*at..*at + len).rev().for_each(|p| self.exchange(p));
            *at += 1;
        }
        while to < *at {
            *at -= 1;
            (*at..*at + len).for_each(|p| self.exchange(p));
        }
    }

    /// Turns the block `first..end` round, if that costs little.
    fn turn(&mut self, first: usize, end: usize, heat: f64) -> i64 {
        let mut cost = 0;
        for last in (first + 1..end).rev() {
            cost += (first..last).map(|p| self.swap(p)).sum::<i64>();
        }
        if cost <= self.luck(heat) {
            return cost;
        }
        for last in (first + 1..end).rev() {
            (first..last).for_each(|p| self.exchange(p));
        }
        0
    }

    /// Lets the members at `p` and `p + 1` change places. Says what that costs.
    fn swap(&mut self, p: usize) -> i64 {
        let (a, b) = (self.strip.order[p], self.strip.order[p + 1]);
        let has = self.frame.has[a as usize] | self.frame.has[b as usize];
        let mut change = self.crossings_above(a, b) + self.sibships(a, b) + self.pins(a, b);
        if has & PARTNERS != 0 {
            change += self.couples(a, b, p as u32) + self.couples_of_right(a, b, p as u32);
        }
        if has & BELOW == 0 && has & NEAREST == 0 {
            self.exchange(p);
            return change;
        }
        if has & NEAREST != 0 {
            change -= self.nearest(a, b);
        }
        let lines = self.gather(a, b);
        let pairs = std::mem::take(&mut self.pairs);
        let before: i64 = pairs.iter().map(|&(m, n)| self.crossings(m, n)).sum();
        self.exchange(p);
        let after: i64 = pairs.iter().map(|&(m, n)| self.crossings(m, n)).sum();
        self.pairs = pairs;
        if has & NEAREST != 0 {
            change += self.nearest(a, b);
        }
        change + (lines + after - before) * CROSSING
    }

    fn exchange(&mut self, p: usize) {
        let (a, b) = (self.strip.order[p], self.strip.order[p + 1]);
        self.strip.order.swap(p, p + 1);
        self.strip.place[a as usize] += 1;
        self.strip.place[b as usize] -= 1;
        let frame = self.frame;
        let (of_a, of_b) = (frame.sibship[a as usize], frame.sibship[b as usize]);
        if of_a != of_b {
            self.strip.move_end(of_a, p as u32, p as u32 + 1);
            self.strip.move_end(of_b, p as u32 + 1, p as u32);
        }
        for (list, other, is_right) in [(frame.below.of(a), b, true), (frame.below.of(b), a, false)]
        {
            for &net in list {
                let upper = frame.upper(net);
                if upper.contains(&other) {
                    continue;
                }
                let step = if upper[1] == NOBODY { 2 } else { 1 };
                self.strip.unlink(net);
                let knot = &mut self.strip.knot[net as usize];
                *knot = if is_right { *knot + step } else { *knot - step };
                self.strip.link(net);
            }
        }
    }

    /// Change of crossings in the gap above when `a` goes right of `b`.
    fn crossings_above(&self, a: u32, b: u32) -> i64 {
        let Some(above) = self.above else { return 0 };
        let (net_a, net_b) = (self.frame.net_above[a as usize], self.frame.net_above[b as usize]);
        let are_siblings = net_a == net_b && net_a != SEVERAL;
        if are_siblings || net_a == NOBODY || net_b == NOBODY {
            return 0;
        }
        if net_a != SEVERAL && net_b != SEVERAL {
            let (knot_a, knot_b) = (above.knot[net_a as usize], above.knot[net_b as usize]);
            return knot_b.cmp(&knot_a) as i64 * CROSSING;
        }
        let mut change = 0;
        for &m in self.frame.above.of(a) {
            for &n in self.frame.above.of(b).iter().filter(|&&n| n != m) {
                change += above.knot[n as usize].cmp(&above.knot[m as usize]) as i64;
            }
        }
        change * CROSSING
    }

    /// Notes in `pairs` which nets below have to be compared before and after `a` (left) and `b` change
    /// places, and says how many crossings more are known without that.
    fn gather(&mut self, a: u32, b: u32) -> i64 {
        let mut pairs = std::mem::take(&mut self.pairs);
        pairs.clear();
        let (of_a, of_b) = (self.frame.below.of(a), self.frame.below.of(b));
        let moved = |net: u32, by: i64| {
            let step = match self.frame.upper(net) {
                upper if upper.contains(&a) && upper.contains(&b) => 0,
                [_, NOBODY] => 2,
                _ => 1,
            };
            let knot = i64::from(self.strip.knot[net as usize]);
            (knot, knot + by * step)
        };
        // With others that are passed by.
        for (list, by) in [(of_a, 1), (of_b, -1)] {
            for &m in list {
                let (from, to) = moved(m, by);
                if from == to {
                    continue;
                }
                for n in self.strip.knots_in(from.min(to) as u32, from.max(to) as u32) {
                    let upper = self.frame.upper(n);
                    if !upper.contains(&a) && !upper.contains(&b) {
                        pairs.push((m, n));
                    }
                }
            }
        }
        // With each other.
        let mut known = 0;
        for &m in of_a {
            let is_m_shared = self.frame.upper(m).contains(&b);
            let (from_m, to_m) = moved(m, 1);
            for &n in of_b.iter().filter(|&&n| n != m) {
                let is_n_shared = self.frame.upper(n).contains(&a);
                if is_m_shared && is_n_shared && n < m {
                    continue;
                }
                let (from_n, to_n) = moved(n, -1);
                let (before, after) = (from_n.cmp(&from_m), to_n.cmp(&to_m));
                if before == after && before.is_ne() {
                    if !(is_m_shared && is_n_shared) {
                        known += before as i64;
                    }
                } else {
                    pairs.push((m, n));
                }
            }
        }
        self.pairs = pairs;
        known
    }

    /// How often the lines of two nets below cross.
    fn crossings(&self, m: u32, n: u32) -> i64 {
        let knot = |net: u32| self.strip.knot[net as usize];
        let (left, right) = match knot(m).cmp(&knot(n)) {
            // Unions that hang from the same point meet there.
            std::cmp::Ordering::Equal => return 1,
            std::cmp::Ordering::Less => (m, n),
            std::cmp::Ordering::Greater => (n, m),
        };
        let place = |item: &&u32| **item != NOBODY;
        let (upper_left, upper_right) = (self.frame.upper(left), self.frame.upper(right));
        let mut crossings = 0;
        for &x in upper_left.iter().filter(place) {
            let at = self.strip.place[x as usize];
            let is_crossed = |y: &&u32| self.strip.place[**y as usize] < at;
            crossings += upper_right.iter().filter(place).filter(is_crossed).count();
        }
        if let Some(below) = self.below {
            for &x in self.frame.lower(left) {
                let at = below.place[x as usize];
                let is_crossed = |y: &&u32| below.place[**y as usize] < at;
                crossings += self.frame.lower(right).iter().filter(is_crossed).count();
            }
        }
        crossings as i64
    }

    /// Change of what couples of `a` cost when `a` goes from `p` to `p + 1`, past `b`.
    fn couples(&self, a: u32, b: u32, p: u32) -> i64 {
        let mut change = 0;
        for &nth in self.frame.couples_of.of(a) {
            let couple = &self.frame.couples[nth as usize];
            let other = if couple.left == a { couple.right } else { couple.left };
            if other == b {
                change += if couple.left == a { couple.wrong_side } else { -couple.wrong_side };
                continue;
            }
            let at = self.strip.place[other as usize];
            change += if at < p {
                self.stranger(couple, b, (at, p))
            } else {
                -self.stranger(couple, b, (p + 1, at))
            };
        }
        change
    }

    /// The same for `b`, which goes from `p + 1` to `p`; couples of both are counted with `a`.
    fn couples_of_right(&self, a: u32, b: u32, p: u32) -> i64 {
        let mut change = 0;
        for &nth in self.frame.couples_of.of(b) {
            let couple = &self.frame.couples[nth as usize];
            let other = if couple.left == b { couple.right } else { couple.left };
            if other == a {
                continue;
            }
            let at = self.strip.place[other as usize];
            change += if at < p {
                -self.stranger(couple, a, (at, p))
            } else {
                self.stranger(couple, a, (p + 1, at))
            };
        }
        change
    }

    /// What it costs that `new` comes to stand between the partners of `couple`, besides all who stand
    /// between the places `low` and `high` already.
    fn stranger(&self, couple: &Couple, new: u32, (low, high): (u32, u32)) -> i64 {
        let between = high - low - 1;
        if couple.others.contains(&new) || couple.others.len() < between as usize {
            return STRANGER_IN_COUPLE;
        }
        let is_inside = |other: &&u32| {
            let place = self.strip.place[**other as usize];
            low < place && place < high
        };
        let partners = couple.others.iter().filter(is_inside).count();
        let is_first = partners == between as usize;
        STRANGER_IN_COUPLE + if is_first { COUPLE_APART } else { 0 }
    }

    /// Change of what the sibships of `a` (left) and `b` cost when they change places.
    fn sibships(&self, a: u32, b: u32) -> i64 {
        let (of_a, of_b) = (self.frame.sibship[a as usize], self.frame.sibship[b as usize]);
        if of_a == of_b {
            if of_a == NOBODY {
                return 0;
            }
            let times = |elder: u32, younger: u32| -> i64 {
                let pairs = self.frame.younger.of(elder).iter();
                pairs.filter(|pair| pair.0 == younger).map(|pair| i64::from(pair.1)).sum()
            };
            return (times(a, b) - times(b, a)) * self.against_age;
        }
        // Whoever stands outermost lets the other in or out.
        let mut change = 0;
        let p = self.strip.place[a as usize];
        for (sibship, other, own, sign) in [(of_a, b, p, 1), (of_b, a, p + 1, -1)] {
            let Some(&[first, last]) = self.strip.ends.get(sibship as usize) else { continue };
            if (own == first || own == last) && !self.frame.company.of(sibship).contains(&other) {
                change += if own == last { sign } else { -sign };
            }
        }
        change * STRANGER_IN_SIBSHIP
    }

    fn pins(&self, a: u32, b: u32) -> i64 {
        let (of_a, of_b) = (self.frame.pinned[a as usize], self.frame.pinned[b as usize]);
        match (of_a, of_b) {
            (NOBODY, _) | (_, NOBODY) => 0,
            _ if of_a < of_b => PIN_BROKEN,
            _ => -PIN_BROKEN,
        }
    }

    /// What the rules about nearest partners that name `a` or `b` cost.
    fn nearest(&self, a: u32, b: u32) -> i64 {
        let place = |item: u32| self.strip.place[item as usize];
        let cost = |nth: u32| {
            let rule = self.frame.nearer[nth as usize];
            let at = place(rule.person);
            let is_wrong = place(rule.far).abs_diff(at) < place(rule.near).abs_diff(at);
            if is_wrong { WRONG_NEAREST } else { 0 }
        };
        let (of_a, of_b) = (self.frame.nearest.of(a), self.frame.nearest.of(b));
        of_a.iter().map(|&nth| cost(nth)).sum::<i64>()
            + of_b.iter().filter(|nth| !of_a.contains(nth)).map(|&nth| cost(nth)).sum::<i64>()
    }
}
