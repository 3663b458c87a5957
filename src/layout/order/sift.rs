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

use std::cmp::Ordering;
use std::ops::Range;

use super::frame::{BELOW, Bound, Frame, NEAREST, NOBODY, PARTNERS, PINNED, SEVERAL, Ties};
use super::gain::{self, Gain, Reach};
use super::rules::{
    CROSSING, PIN_BROKEN, Prices, STRANGER_IN_COUPLE, STRANGER_IN_SIBSHIP, WRONG_NEAREST,
};
use super::search::Chance;
use super::strip::Strip;
use crate::share;

/// Places that a block is carried to each side at most …
const REACH: usize = 16;
/// … and no further once this much is lost …
const FAR: i64 = 400;
/// … and so much more for each degree of heat.
const FAR_HEAT: f64 = 4.0;
/// Below this heat nobody is carried further than they may gain by …
const WARM: f64 = 14.0;
/// … and so many places, where others may stand in the way.
const BEYOND: u32 = 2;
/// Places whose members and lines fit into the cache of a processor together.
const STRETCH: usize = 4_096;
/// Longest sibship that is carried as a whole.
const LONGEST_BLOCK: usize = 12;

/// A row while it is sifted.
pub(super) struct Sifter<'a> {
    frame: &'a Frame,
    strip: &'a mut Strip,
    /// The rows above and below, if there are any.
    near: [Option<&'a Strip>; 2],
    prices: Prices,
    /// Whence the luck comes.
    chance: Chance,
    /// From where each member hangs: the knot of the net above; [`NOBODY`] or [`SEVERAL`].
    hangs: Vec<u32>,
    /// How far the lower end of each net reaches.
    reach: Vec<Reach>,
    /// How far each member may gain by moving.
    gains: Vec<Gain>,
    /// Pairs of nets to be compared before and after a move; kept to save memory.
    pairs: Vec<(u32, u32)>,
}

impl<'a> Sifter<'a> {
    /// The row of `frame` in the order of `strip`, `near` the rows above and below.
    pub(super) fn new(
        frame: &'a Frame,
        strip: &'a mut Strip,
        near: [Option<&'a Strip>; 2],
        prices: Prices,
        chance: Chance,
    ) -> Self {
        let [above, below] = near;
        let knot = |ties: &Ties| match (ties.above, above) {
            (NOBODY | SEVERAL, _) => ties.above,
            (net, Some(above)) => above.knot[net as usize],
            (_, None) => NOBODY,
        };
        let reach = |net: u32| {
            let mut reach = Reach { first: u32::MAX, last: 0, n: 0 };
            for &(member, times) in below.map_or(&[][..], |_| frame.lower(net)) {
                let place = below.map_or(0, |below| below.place[member as usize]);
                reach.first = reach.first.min(place);
                reach.last = reach.last.max(place);
                reach.n += times;
            }
            reach
        };
        Self {
            hangs: frame.ties.iter().map(knot).collect(),
            reach: (0..).take(frame.nets()).map(reach).collect(),
            frame,
            strip,
            near,
            prices,
            chance,
            gains: Vec::new(),
            pairs: Vec::new(),
        }
    }

    /// The place of a member.
    pub(super) fn place(&self, member: u32) -> usize {
        self.strip.place[member as usize] as usize
    }

    /// Tries up to `reach` places to each side of whoever stands `here` and leaves them where it costs
    /// least, at the nearest of several such places.
    pub(super) fn carry_to_best(&mut self, here: usize, reach: usize) {
        let last = self.strip.order.len().saturating_sub(1);
        let (first, last) = (here.saturating_sub(reach), last.min(here + reach));
        let mut best = (0, 0, here);
        let mut cost = 0;
        for at in (first..here).rev() {
            cost += self.swap(at);
            best = best.min((cost, here - at, at));
        }
        (first..here).for_each(|at| self.strip.exchange(self.frame, at));
        cost = 0;
        for at in here + 1..=last {
            cost += self.swap(at - 1);
            best = best.min((cost, at - here, at));
        }
        (best.2..last).rev().for_each(|at| self.strip.exchange(self.frame, at));
    }

    /// Sifts `tries` blocks at this heat. Says by how much the cost changed.
    pub(super) fn run(&mut self, tries: usize, heat: f64) -> i64 {
        let width = self.strip.order.len();
        if width < 2 {
            return 0;
        }
        self.gains = if heat < WARM { self.gains() } else { vec![Gain::ANYWHERE; width] };
        // One stretch after the other, so that what is looked at lies near in memory.
        let stretches = width.div_ceil(STRETCH);
        let shares = share::ranges(width, stretches).zip(share::ranges(tries, stretches));
        shares.map(|(places, tries)| self.within(places, tries.len(), heat)).sum()
    }

    /// Sifts `tries` blocks that begin at some of these `places`.
    fn within(&mut self, places: Range<usize>, tries: usize, heat: f64) -> i64 {
        let width = self.strip.order.len();
        let mut change = 0;
        for _ in 0..tries {
            let at = places.start + self.chance.below(places.len());
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

    /// How far each member may gain by moving.
    pub(super) fn gains(&self) -> Vec<Gain> {
        let Self { frame, ref strip, near: [above, _], ref reach, prices, .. } = *self;
        let row = gain::Row { frame, strip, above, reach, prices };
        gain::gains(row, |left, right| self.crossings_below(left, right))
    }

    /// Where the block `first..end` may gain.
    fn gain(&self, first: usize, end: usize) -> Gain {
        let of = |&member: &u32| self.gains[member as usize];
        self.strip.order[first..end].iter().map(of).fold(Gain::NONE, Gain::and)
    }

    /// How many places the block `first..end` may gain by moving to the left and to the right.
    fn room(&self, first: usize, end: usize, Gain { left, right, .. }: Gain) -> [usize; 2] {
        let further = |by: u32| (by.saturating_add(BEYOND) as usize).min(REACH);
        let room = [(first as u32).checked_sub(left), right.checked_sub(end as u32 - 1)];
        let [left, right] = room.map(|by| by.filter(|&by| 0 < by).map_or(0, further));
        [left.min(first), right.min(self.strip.order.len() - end)]
    }

    /// Those at `first..end`, who changed places, and their partners may now gain more.
    fn disturb(&mut self, first: usize, end: usize) {
        for &member in &self.strip.order[first..end] {
            self.gains[member as usize] = Gain::ANYWHERE;
            for bound in self.frame.couples.of(member) {
                self.gains[bound.to as usize] = Gain::ANYWHERE;
            }
        }
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
        let gain = self.gain(first, end);
        let [left, right] = self.room(first, end, gain);
        if left + right == 0 {
            return 0;
        }
        let warmth = (FAR_HEAT * heat) as i64;
        let limits = gain.at_stake.map(|at_stake| at_stake.min(FAR) + warmth);
        self.strip.remember(first - left, end + right);
        let mut best = (-self.luck(heat), first, 0);
        let (mut cost, mut at) = (0, first);
        for _ in 0..left {
            at -= 1;
            cost += (at..at + len).map(|p| self.swap(p)).sum::<i64>();
            let judged = cost - self.luck(heat);
            if judged < best.0 {
                best = (judged, at, cost);
            }
            if limits[0] < cost {
                break;
            }
        }
        self.strip.put_back(self.frame, at, end);
        (cost, at) = (0, first);
        for _ in 0..right {
            cost += (at..at + len).rev().map(|p| self.swap(p)).sum::<i64>();
            at += 1;
            let judged = cost - self.luck(heat);
            if judged < best.0 {
                best = (judged, at, cost);
            }
            if limits[1] < cost {
                break;
            }
        }
        if best.1 <= first {
            self.strip.put_back(self.frame, first, at + len);
            at = first;
        }
        self.carry(at, best.1, len);
        if best.1 != first {
            self.disturb(first.min(best.1), end.max(best.1 + len));
        }
        best.2
    }

    /// Moves the block that begins `at` to the left without counting.
    fn carry(&mut self, mut at: usize, to: usize, len: usize) {
        while to < at {
            at -= 1;
            (at..at + len).for_each(|p| self.strip.exchange(self.frame, p));
        }
    }

    /// Turns the block `first..end` round, if that costs little.
    fn turn(&mut self, first: usize, end: usize, heat: f64) -> i64 {
        if self.room(first, end, self.gain(first, end)) == [0; 2] {
            return 0;
        }
        self.strip.remember(first, end);
        let mut cost = 0;
        for last in (first + 1..end).rev() {
            cost += (first..last).map(|p| self.swap(p)).sum::<i64>();
        }
        if cost <= self.luck(heat) {
            self.disturb(first, end);
            return cost;
        }
        self.strip.put_back(self.frame, first, end);
        0
    }

    /// Lets the members at `p` and `p + 1` change places. Says what that costs.
    fn swap(&mut self, p: usize) -> i64 {
        let (a, b) = (self.strip.order[p], self.strip.order[p + 1]);
        let (of_a, of_b) = (self.frame.ties[a as usize], self.frame.ties[b as usize]);
        let has = of_a.has | of_b.has;
        let mut change = self.crossings_above(a, b) + self.sibships(a, b, p as u32);
        if has & (PARTNERS | PINNED) != 0 {
            change += self.couples(a, b, p as u32) + self.couples_of_right(a, b, p as u32);
            change += self.pins(a, b);
        }
        if has & (BELOW | NEAREST) == 0 {
            self.strip.exchange(self.frame, p);
            return change;
        }
        if has & NEAREST != 0 {
            change -= self.nearest(a, b);
        }
        if of_a.below == SEVERAL || of_b.below == SEVERAL {
            change += self.gather(a, b) * CROSSING;
            let pairs = std::mem::take(&mut self.pairs);
            let before: i64 = pairs.iter().map(|&(m, n)| self.crossings(m, n)).sum();
            self.strip.exchange(self.frame, p);
            let after: i64 = pairs.iter().map(|&(m, n)| self.crossings(m, n)).sum();
            self.pairs = pairs;
            change += (after - before) * CROSSING;
        } else {
            change += self.lines_below(of_a.below, of_b.below, self.strip.step(p)) * CROSSING;
            self.strip.exchange(self.frame, p);
        }
        if has & NEAREST != 0 {
            change += self.nearest(a, b);
        }
        change
    }

    /// Change of crossings in the gap above when `a` goes right of `b`.
    fn crossings_above(&self, a: u32, b: u32) -> i64 {
        let (knot_a, knot_b) = (self.hangs[a as usize], self.hangs[b as usize]);
        if knot_a.max(knot_b) < SEVERAL {
            let times = [a, b].map(|member| i64::from(self.frame.ties[member as usize].times));
            return knot_b.cmp(&knot_a) as i64 * times[0] * times[1] * CROSSING;
        }
        let Some(above) = self.near[0].filter(|_| knot_a != NOBODY && knot_b != NOBODY) else {
            return 0;
        };
        let mut change = 0;
        for &(m, of_m) in self.frame.above.of(a) {
            for &(n, of_n) in self.frame.above.of(b).iter().filter(|&&(n, _)| n != m) {
                let sign = above.knot[n as usize].cmp(&above.knot[m as usize]) as i64;
                change += sign * i64::from(of_m * of_n);
            }
        }
        change * CROSSING
    }

    /// Change of crossings in the gap below when two members so many columns apart change places: the
    /// left one has the net `m` and no other, the right one `n`; either may be [`NOBODY`].
    fn lines_below(&self, m: u32, n: u32, columns: u32) -> i64 {
        if m == n {
            return 0;
        }
        let mut change = 0;
        let mut moved = |net: u32, is_right: bool| {
            if net == NOBODY {
                return None;
            }
            let step = if self.frame.upper(net)[1] == NOBODY { 2 * columns } else { columns };
            let from = self.strip.knot[net as usize];
            let to = if is_right { from + step } else { from - step };
            self.strip.knots_in(from.min(to), from.max(to), |other| {
                if other != m && other != n {
                    let knot = self.strip.knot[other as usize];
                    change += self.crossings_if(to.cmp(&knot), net, other);
                    change -= self.crossings_if(from.cmp(&knot), net, other);
                }
            });
            Some((from, to))
        };
        let (Some(of_m), Some(of_n)) = (moved(m, true), moved(n, false)) else { return change };
        let (before, after) = (of_m.0.cmp(&of_n.0), of_m.1.cmp(&of_n.1));
        change += self.crossings_if(after, m, n) - self.crossings_if(before, m, n);
        // The partners who change places cross, or no longer.
        change
            + match after {
                Ordering::Less => 1,
                Ordering::Equal => 0,
                Ordering::Greater => -1,
            }
    }

    /// How often the lines of two nets below cross if `m` hangs left of `n` (`Less`), right of it or
    /// at the same point, and nobody in the row moves.
    fn crossings_if(&self, order: Ordering, m: u32, n: u32) -> i64 {
        let (left, right) = match order {
            // Unions that hang from the same point meet there.
            Ordering::Equal => return 1,
            Ordering::Less => (m, n),
            Ordering::Greater => (n, m),
        };
        let place = |member: u32| self.strip.place[member as usize];
        let (upper_left, upper_right) = (self.frame.upper(left), self.frame.upper(right));
        let mut crossings = 0;
        for x in upper_left.into_iter().take_while(|&x| x != NOBODY) {
            for y in upper_right.into_iter().take_while(|&y| y != NOBODY) {
                crossings += i64::from(place(y) < place(x));
            }
        }
        crossings + self.crossings_below(left, right)
    }

    /// Notes in `pairs` which nets below have to be compared before and after two members who have any
    /// number of nets change places, `a` on the left and `b`, and says how many crossings more are
    /// known without that.
    fn gather(&mut self, a: u32, b: u32) -> i64 {
        let Self { frame, strip, pairs, .. } = self;
        pairs.clear();
        let (of_a, of_b) = (frame.below.of(a), frame.below.of(b));
        let columns = i64::from(strip.step(strip.place[a as usize] as usize));
        let moved = |net: u32, by: i64| {
            let step = match frame.upper(net) {
                upper if upper.contains(&a) && upper.contains(&b) => 0,
                [_, NOBODY] => 2 * columns,
                _ => columns,
            };
            let knot = i64::from(strip.knot[net as usize]);
            (knot, knot + by * step)
        };
        // With others that are passed by.
        for (list, by) in [(of_a, 1), (of_b, -1)] {
            for &m in list {
                let (from, to) = moved(m, by);
                if from == to {
                    continue;
                }
                strip.knots_in(from.min(to) as u32, from.max(to) as u32, |n| {
                    let upper = frame.upper(n);
                    if !upper.contains(&a) && !upper.contains(&b) {
                        pairs.push((m, n));
                    }
                });
            }
        }
        // With each other.
        let mut known = 0;
        for &m in of_a {
            let is_m_shared = frame.upper(m).contains(&b);
            let (from_m, to_m) = moved(m, 1);
            for &n in of_b.iter().filter(|&&n| n != m) {
                let is_n_shared = frame.upper(n).contains(&a);
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
        known
    }

    /// How often the lines of two nets below cross.
    fn crossings(&self, m: u32, n: u32) -> i64 {
        let knot = |net: u32| self.strip.knot[net as usize];
        self.crossings_if(knot(m).cmp(&knot(n)), m, n)
    }

    /// How often the lines from the knots of two nets to their lower ends cross.
    fn crossings_below(&self, left: u32, right: u32) -> i64 {
        let (of_left, of_right) = (self.reach[left as usize], self.reach[right as usize]);
        if of_left.last <= of_right.first {
            return 0;
        }
        if of_right.last < of_left.first {
            return i64::from(of_left.n) * i64::from(of_right.n);
        }
        let Some(below) = self.near[1] else { return 0 };
        let place = |member: u32| below.place[member as usize];
        let mut crossings = 0;
        for &(x, of_x) in self.frame.lower(left) {
            let crossed = self.frame.lower(right).iter().filter(|&&(y, _)| place(y) < place(x));
            crossings += crossed.map(|&(_, of_y)| of_x * of_y).sum::<u32>();
        }
        i64::from(crossings)
    }

    /// Change of what couples of `a` cost when `a` goes from `p` to `p + 1`, past `b`.
    fn couples(&self, a: u32, b: u32, p: u32) -> i64 {
        let mut change = 0;
        for bound in self.frame.couples.of(a) {
            if bound.to == b {
                change += i64::from(bound.wrong_side);
                continue;
            }
            let at = self.strip.place[bound.to as usize];
            change += if at < p {
                self.stranger(bound, b, (at, p))
            } else {
                -self.stranger(bound, b, (p + 1, at))
            };
        }
        change
    }

    /// The same for `b`, which goes from `p + 1` to `p`; couples of both are counted with `a`.
    fn couples_of_right(&self, a: u32, b: u32, p: u32) -> i64 {
        let mut change = 0;
        for bound in self.frame.couples.of(b) {
            if bound.to == a {
                continue;
            }
            let at = self.strip.place[bound.to as usize];
            change += if at < p {
                -self.stranger(bound, a, (at, p))
            } else {
                self.stranger(bound, a, (p + 1, at))
            };
        }
        change
    }

    /// What it costs that `new` comes to stand between the partners of a couple, besides all who stand
    /// between the places `low` and `high` already.
    fn stranger(&self, couple: &Bound, new: u32, (low, high): (u32, u32)) -> i64 {
        let between = high - low - 1;
        if couple.others < between {
            return STRANGER_IN_COUPLE;
        }
        if couple.others == 0 {
            return STRANGER_IN_COUPLE + self.prices.couple_apart;
        }
        let others = self.frame.others.of(couple.couple);
        if others.contains(&new) {
            return STRANGER_IN_COUPLE;
        }
        let is_inside = |other: &&u32| {
            let place = self.strip.place[**other as usize];
            low < place && place < high
        };
        let is_first = others.iter().filter(is_inside).count() == between as usize;
        STRANGER_IN_COUPLE + if is_first { self.prices.couple_apart } else { 0 }
    }

    /// Change of what the sibships of `a`, who stands at `p`, and `b` cost when they change places.
    fn sibships(&self, a: u32, b: u32, p: u32) -> i64 {
        let [of_a, of_b] = [a, b].map(|member| self.frame.ties[member as usize].sibship);
        if of_a == of_b {
            if of_a == NOBODY {
                return 0;
            }
            let times = |elder: u32, younger: u32| -> i64 {
                let pairs = self.frame.younger.of(elder).iter();
                pairs.filter(|pair| pair.0 == younger).map(|pair| i64::from(pair.1)).sum()
            };
            return (times(a, b) - times(b, a)) * self.prices.against_age;
        }
        // Whoever stands outermost lets the other in or out.
        let mut change = 0;
        for (sibship, other, own, sign) in [(of_a, b, p, 1), (of_b, a, p + 1, -1)] {
            let Some([first, last]) = self.strip.ends(sibship) else { continue };
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
