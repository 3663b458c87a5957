//! The order of a family that does not fit on one screen: hundreds of people to a million.
//!
//! Orders grow from different couples; the best races against slow waves over the whole family. In the
//! race all rows of the folded family are sifted, every second one at a time, and whatever costs more
//! drops out; the last touches are put on when everybody stands by themselves again. Beyond tens of
//! thousands a walk is swept and sifted.
//! Everything is near linear. Each row has its own numbers that look random, so that the picture does
//! not depend on the number of processors.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::board::Board;
use super::fold::Fold;
use super::frame::Frame;
use super::graph::Graph;
use super::grow::{AT_ONCE, Manner, ONE_AT_A_TIME};
use super::kin::Kin;
use super::rules::{Prices, Rules};
use super::search::Chance;
use super::sift::Sifter;
use super::strip::Strip;
use super::{grow, spread, sweep, walk};
use crate::share;

/// How much work a family of some size is worth.
#[derive(Clone, Copy, Debug)]
struct Plan {
    /// Couples from which orders grow; with none of them, a walk that takes linear time.
    starts: usize,
    /// In which manners.
    manners: &'static [Manner],
    /// How many waves race against the best of these orders.
    waves: usize,
    /// How these are spread.
    course: spread::Course,
    /// Times that all rows are sifted.
    rounds: usize,
    /// Blocks tried each time for every ten members of a row.
    per_ten: usize,
    /// Extra cost accepted in the first round.
    hot: f64,
    /// How fast that falls at first.
    steepness: f64,
}

/// Sweeps after a walk. What has grown is not bettered by them.
const SWEEPS: usize = 4;
/// How many of the waves race.
const BEST_WAVES: usize = 2;
/// How many orders are still sifted after the first rounds of the race.
const PLACES: [usize; 2] = [2, 1];
/// Times that all rows are sifted when everybody stands by themselves again, and the heat at first.
const POLISH: usize = 4;
const POLISH_HEAT: f64 = 8.0;

/// Fewest items that are worth a thread.
const WORTH_A_THREAD: usize = 100;

impl Plan {
    /// Extra cost accepted in a round.
    fn heat(&self, round: usize) -> f64 {
        heat(self.hot, self.steepness, round, self.rounds)
    }

    fn new(items: usize) -> Self {
        let plan = |[starts, waves, rounds]: [usize; 3]| Self {
            starts,
            manners: &AT_ONCE,
            waves,
            course: spread::SMOOTH,
            rounds,
            per_ten: 10,
            hot: 40.0,
            steepness: 4.3,
        };
        // Fewer tries find as good an order where less heat is wasted on them.
        let brisk = |per_ten: usize, steps: [usize; 3]| Self {
            per_ten,
            hot: 25.0,
            steepness: 6.0,
            ..plan(steps)
        };
        match items {
            0..800 => Self { course: spread::GENTLE, ..plan([6, 2, 14]) },
            800..2_000 => brisk(6, [6, 1, 14]),
            2_000..6_000 => Self { manners: &ONE_AT_A_TIME, ..brisk(8, [1, 1, 9]) },
            6_000..30_000 => Self { manners: &ONE_AT_A_TIME, ..brisk(6, [1, 0, 4]) },
            _ => plan([0, 0, 2]),
        }
    }
}

/// Extra cost accepted in a round: falls from `hot` fast at first and is nothing in the last round.
pub(super) fn heat(hot: f64, steepness: f64, round: usize, rounds: usize) -> f64 {
    let part = round as f64 / (rounds - 1).max(1) as f64;
    hot * (1.0 - part) / (1.0 + steepness * part)
}

/// The items of every row, from left to right.
pub(super) fn order(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let plan = Plan::new(graph.items());
    let found = match plan.starts {
        0 => walk::several(kin, graph, rules, 1, 2),
        starts => grow::several(kin, graph, rules, starts, plan.manners),
    };
    let Some((_, rows)) = found.into_iter().min_by_key(|&(cost, _)| cost) else {
        return Vec::new();
    };
    if plan.starts == 0 {
        let (_, rows) = sweep::swept(kin, graph, rules, rows, SWEEPS);
        let mut sifted = Sifted::new(graph, rules, &rows, plan.per_ten);
        (0..plan.rounds).for_each(|round| _ = sifted.round(round, plan.heat(round)));
        return sifted.items();
    }
    let fold = Fold::new(kin, graph, rules);
    let rows = fold.unfolded(&race(&fold, fold.folded(&rows), &plan));
    let mut sifted = Sifted::new(graph, rules, &rows, plan.per_ten);
    for round in 0..POLISH {
        let part = round as f64 / (POLISH - 1) as f64;
        sifted.round(round, POLISH_HEAT * (1.0 - part));
    }
    sifted.items()
}

/// The best order that sifting finds from `rows` and from waves over the folded family.
fn race(fold: &Fold, rows: Vec<Vec<u32>>, plan: &Plan) -> Vec<Vec<u32>> {
    let grown = Board::new(&fold.graph, &fold.rules, rows);
    let seeds: Vec<u64> = (1..=plan.waves as u64).map(|seed| seed * 7919).collect();
    let found =
        share::mapped(&seeds, share::threads(), |&seed| spread::spread(fold, &plan.course, seed));
    let mut waves: Vec<(i64, Vec<Vec<u32>>)> = found.into_iter().flatten().collect();
    waves.sort_unstable();
    waves.dedup_by_key(|wave| wave.0);
    waves.truncate(BEST_WAVES);
    let mut racers: Vec<(i64, Sifted)> = std::iter::once((grown.cost(), grown.rows))
        .chain(waves)
        .map(|(cost, rows)| (cost, Sifted::new(&fold.graph, &fold.rules, &rows, plan.per_ten)))
        .collect();
    for round in 0..plan.rounds {
        for (cost, sifted) in &mut racers {
            *cost += sifted.round(round, plan.heat(round));
        }
        racers.sort_by_key(|racer| racer.0);
        racers.truncate(PLACES.get(round).copied().unwrap_or(1));
    }
    racers.into_iter().next().map(|(_, sifted)| sifted.items()).unwrap_or_default()
}

/// All rows of a family while they are sifted.
pub(super) struct Sifted {
    frames: Vec<Frame>,
    strips: Vec<Strip>,
    prices: Prices,
    per_ten: usize,
}

impl Sifted {
    /// Begins from `rows`. Each time, `per_ten` blocks are tried for every ten members of a row.
    pub(super) fn new(graph: &Graph, rules: &Rules, rows: &[Vec<u32>], per_ten: usize) -> Self {
        let frames = Frame::all(graph, rules, rows);
        let strips = frames.iter().map(Strip::new).collect();
        Self { frames, strips, prices: rules.prices, per_ten }
    }

    /// The items of every row, from left to right.
    pub(super) fn items(&self) -> Vec<Vec<u32>> {
        let rows = self.frames.iter().zip(&self.strips);
        rows.map(|(frame, strip)| frame.items_of(&strip.order)).collect()
    }

    /// Sifts all rows once. Says by how much the cost changed.
    pub(super) fn round(&mut self, round: usize, heat: f64) -> i64 {
        [round % 2, 1 - round % 2]
            .map(|first| self.sift_every_second(first, round, heat))
            .iter()
            .sum()
    }

    /// Sifts the rows `first`, `first + 2` and so on, which do not look at each other.
    fn sift_every_second(&mut self, first: usize, round: usize, heat: f64) -> i64 {
        let mut taken: Vec<(usize, Strip)> = (first..self.strips.len())
            .step_by(2)
            .map(|row| (row, std::mem::take(&mut self.strips[row])))
            .collect();
        let sift = |share: &mut [(usize, Strip)]| -> i64 {
            share.iter_mut().map(|(row, strip)| self.sift(*row, strip, round, heat)).sum()
        };
        let items = taken.iter().map(|(_, strip)| strip.order.len()).sum::<usize>();
        let n_threads = match items / WORTH_A_THREAD {
            0 | 1 => 1,
            worth => share::threads().min(worth),
        };
        let mut shares = shared_out(taken, n_threads);
        let change = std::thread::scope(|scope| {
            let mut rest = shares.iter_mut();
            let own = rest.next();
            let others: Vec<_> = rest.map(|share| scope.spawn(|| sift(share))).collect();
            let own = own.map_or(0, |own| sift(own));
            // Nothing in there can stop a thread.
            others.into_iter().map(|other| other.join().unwrap_or_default()).sum::<i64>() + own
        });
        taken = shares.into_iter().flatten().collect();
        for (row, strip) in taken {
            self.strips[row] = strip;
        }
        change
    }

    fn sift(&self, row: usize, strip: &mut Strip, round: usize, heat: f64) -> i64 {
        let tries = strip.order.len() * self.per_ten / 10;
        let near = [row.checked_sub(1), Some(row + 1)].map(|row| self.strips.get(row?));
        let chance = Chance::new((round * 1_000_003 + row + 1) as u64);
        let mut sifter = Sifter::new(&self.frames[row], strip, near, self.prices, chance);
        sifter.run(tries, heat)
    }
}

/// Deals rows out so that all have about as much to do, the longest first.
fn shared_out(mut rows: Vec<(usize, Strip)>, n: usize) -> Vec<Vec<(usize, Strip)>> {
    rows.sort_by_key(|(row, strip)| (usize::MAX - strip.order.len(), *row));
    let mut shares: Vec<(usize, Vec<(usize, Strip)>)> = (0..n).map(|_| (0, Vec::new())).collect();
    for (row, strip) in rows {
        if let Some((load, share)) = shares.iter_mut().min_by_key(|(load, _)| *load) {
            *load += strip.order.len();
            share.push((row, strip));
        }
    }
    shares.into_iter().map(|(_, share)| share).collect()
}
