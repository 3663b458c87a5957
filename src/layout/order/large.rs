//! The order of a family that does not fit on one screen: hundreds of people to a million.
//!
//! Orders grow from different couples, and others are slow waves over the whole family. From the most
//! promising of them all rows of the folded family are sifted, every second one at a time; the last
//! touches are put on when everybody stands by themselves again, or, among thousands, when they have
//! been given columns ([`settle`](super::settle)). From six thousand on there are no waves and no last
//! touches: one order grows and is sifted, and beyond a hundred thousand a walk is swept and sifted.
//! Everything is near linear. Each row has its own numbers that look random, so that the picture does
//! not depend on the number of processors.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{PoisonError, RwLock};

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
pub(super) struct Plan {
    /// Couples from which orders grow; with none of them, a walk that takes linear time.
    starts: usize,
    /// Sweeps after a walk. What has grown is not bettered by them.
    sweeps: usize,
    /// In which manners.
    manners: &'static [Manner],
    /// Slow waves that may be more promising: how they are spread, and which of all they are.
    waves: Option<(spread::Course, u64)>,
    /// Times that all rows of the folded family are sifted.
    rounds: usize,
    /// Times that they are sifted when everybody stands by themselves again, unless settled instead.
    polish: usize,
    /// Blocks tried each time.
    pub tries: Tries,
    /// Extra cost accepted in the first round.
    hot: f64,
    /// How fast that falls at first.
    steepness: f64,
    /// What an order that has grown costs at most for each item where waves would not better it: it
    /// is sifted alone.
    easy: i64,
    /// How often the order is settled when everybody has a column, instead of polished before, unless
    /// it is easy.
    settlings: usize,
}

/// Which blocks are tried when a row is sifted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tries {
    /// How many for every ten members of the row.
    pub per_ten: usize,
    /// Families that differ little may end up far apart by luck; this is whence it comes.
    pub luck: u64,
}

/// What is lucky among hundreds and more.
const LUCK: u64 = 714;

/// Sifting takes half and more off what waves cost, and little off what has grown, which has to be so
/// many times cheaper.
const GROWN_COUNTS: i64 = 3;
/// Extra cost accepted at first when everybody stands by themselves again.
const POLISH_HEAT: f64 = 8.0;

/// Fewest items that are worth a thread.
const WORTH_A_THREAD: usize = 60;

impl Plan {
    /// Extra cost accepted in a round.
    fn heat(&self, round: usize) -> f64 {
        heat(self.hot, self.steepness, round, self.rounds)
    }

    pub(super) fn new(items: usize) -> Self {
        let plan = |[starts, rounds]: [usize; 2]| Self {
            starts,
            sweeps: 0,
            manners: &AT_ONCE,
            waves: None,
            rounds,
            polish: 0,
            tries: Tries { per_ten: 10, luck: LUCK },
            hot: 40.0,
            steepness: 4.3,
            easy: 0,
            settlings: 0,
        };
        // Fewer tries find as good an order where less heat is wasted on them.
        let brisk = |per_ten: usize, steps: [usize; 2]| Self {
            tries: Tries { per_ten, luck: LUCK },
            hot: 25.0,
            steepness: 6.0,
            ..plan(steps)
        };
        // Most is found when everybody has a column.
        let seen = |plan: Self| Self {
            waves: Some((spread::SMOOTH, 7919)),
            polish: 4,
            settlings: 3,
            ..plan
        };
        match items {
            0..800 => Self { waves: Some((spread::GENTLE, 7952)), polish: 4, ..brisk(14, [3, 10]) },
            800..2_000 => Self { easy: 25, ..seen(brisk(8, [6, 3])) },
            2_000..6_000 => Self { manners: &ONE_AT_A_TIME, ..seen(brisk(9, [1, 3])) },
            // Without heat nothing is worse than before after the only round.
            6_000..100_000 => Self { manners: &ONE_AT_A_TIME, hot: 0.0, ..brisk(10, [1, 1]) },
            100_000..300_000 => Self { sweeps: 8, ..brisk(5, [0, 2]) },
            _ => Self { sweeps: 3, hot: 0.0, ..brisk(5, [0, 1]) },
        }
    }
}

/// Extra cost accepted in a round: falls from `hot` fast at first and is nothing in the last round.
pub(super) fn heat(hot: f64, steepness: f64, round: usize, rounds: usize) -> f64 {
    let part = round as f64 / (rounds - 1).max(1) as f64;
    hot * (1.0 - part) / (1.0 + steepness * part)
}

/// An order, and how often it is worth settling when everybody has a column.
pub(super) struct Found {
    /// The items of every row, from left to right.
    pub rows: Vec<Vec<u32>>,
    /// How often.
    pub settlings: usize,
}

/// The order of a large family.
pub(super) fn order(kin: &Kin, graph: &Graph, rules: &Rules) -> Found {
    let plan = Plan::new(graph.items());
    let (fold, start, settlings) = match plan.waves {
        Some((course, seed)) => {
            let fold = Fold::new(kin, graph, rules);
            let grown = || grown(kin, graph, rules, &plan);
            let waves = || spread::spread(&fold, &course, seed);
            let (start, settlings) = promising(&fold, &plan, grown, waves);
            (fold, start, settlings)
        }
        None => {
            let (fold, start) = alone(kin, graph, rules, &plan);
            (fold, start, 0)
        }
    };
    let mut sifted = Sifted::new(&fold.graph, &fold.rules, &start, plan.tries);
    sifted.rounds(0..plan.rounds, |round| plan.heat(round));
    let rows = fold.unfolded(&sifted.items());
    if 0 < settlings || plan.polish == 0 {
        return Found { rows, settlings };
    }
    let mut sifted = Sifted::new(graph, rules, &rows, plan.tries);
    sifted.rounds(0..plan.polish, |round| heat(POLISH_HEAT, 0.0, round, plan.polish));
    Found { rows: sifted.items(), settlings }
}

/// The folded family and the order of folded items from which sifting begins where there are no waves.
pub(super) fn alone(kin: &Kin, graph: &Graph, rules: &Rules, plan: &Plan) -> (Fold, Vec<Vec<u32>>) {
    let first = || match plan.starts {
        0 => walk::turned(kin, graph, rules),
        _ => grown(kin, graph, rules, plan),
    };
    let (fold, first) = share::both(share::threads(), || Fold::new(kin, graph, rules), first);
    let mut rows = fold.folded(&first);
    if 0 < plan.sweeps {
        let partners = fold.partners(&sweep::partners(kin, graph));
        (_, rows) = sweep::swept(&partners, &fold.graph, &fold.rules, rows, plan.sweeps);
    }
    (fold, rows)
}

/// The cheapest order that grows.
fn grown(kin: &Kin, graph: &Graph, rules: &Rules, plan: &Plan) -> Vec<Vec<u32>> {
    if plan.starts * plan.manners.len() == 1 {
        let only = grow::several(kin, 1, plan.manners, |rows| walk::whole(graph, rules, rows));
        return only.into_iter().next().unwrap_or_default();
    }
    let costed = |rows| walk::with_cost(graph, rules, rows);
    let orders = grow::several(kin, plan.starts, plan.manners, costed).into_iter();
    orders.min_by_key(|&(cost, _)| cost).map(|(_, rows)| rows).unwrap_or_default()
}

/// An order, and what it costs.
type Costed = (i64, Vec<Vec<u32>>);

/// The order of folded items from which sifting will find the best one: what has `grown` or one of the
/// `waves`, and how often it is worth settling.
fn promising(
    fold: &Fold,
    plan: &Plan,
    grown: impl FnOnce() -> Vec<Vec<u32>> + Send,
    waves: impl FnOnce() -> Vec<Costed>,
) -> (Vec<Vec<u32>>, usize) {
    let grown = || Board::new(&fold.graph, &fold.rules, fold.folded(&grown())).costed();
    let (grown, waves) = if plan.easy == 0 {
        share::both(share::threads(), grown, waves)
    } else {
        let grown = grown();
        let is_easy = grown.0 <= plan.easy * fold.graph.items() as i64;
        (grown, if is_easy { Vec::new() } else { waves() })
    };
    let settlings = if waves.is_empty() { 0 } else { plan.settlings };
    let start = match waves.into_iter().min() {
        Some(wave) if wave.0 < GROWN_COUNTS * grown.0 => wave.1,
        _ => grown.1,
    };
    (start, settlings)
}

/// All rows of a family while they are sifted.
pub(super) struct Sifted {
    frames: Vec<Frame>,
    strips: Vec<Strip>,
    prices: Prices,
    tries: Tries,
}

impl Sifted {
    /// Begins from `rows`. So many blocks are tried each time.
    pub(super) fn new(graph: &Graph, rules: &Rules, rows: &[Vec<u32>], tries: Tries) -> Self {
        let frames = Frame::all(graph, rules, rows);
        let strips = frames.iter().map(Strip::new).collect();
        Self { frames, strips, prices: rules.prices, tries }
    }

    /// Begins from the order in which members are numbered, with the column of each place of each row.
    pub(super) fn in_columns(
        rules: &Rules,
        frames: Vec<Frame>,
        columns: Vec<Vec<u32>>,
        tries: Tries,
    ) -> Self {
        let strip = |(frame, columns)| Strip::in_columns(frame, columns);
        let strips = frames.iter().zip(columns).map(strip).collect();
        Self { frames, strips, prices: rules.prices, tries }
    }

    /// The items of every row, from left to right.
    pub(super) fn items(&self) -> Vec<Vec<u32>> {
        let rows = self.frames.iter().zip(&self.strips);
        rows.map(|(frame, strip)| frame.items_of(&strip.order)).collect()
    }

    /// Sifts all rows once. Says by how much the cost changed.
    pub(super) fn round(&mut self, round: usize, heat: f64) -> i64 {
        let mut change = 0;
        for row in every_second(round % 2, self.strips.len()) {
            let mut strip = std::mem::take(&mut self.strips[row]);
            let near = [row.checked_sub(1), Some(row + 1)].map(|row| self.strips.get(row?));
            change += self.sift(row, &mut strip, near, round, heat);
            self.strips[row] = strip;
        }
        change
    }

    /// Sifts all rows in each of the `rounds` with its heat, shared among the processors. Says by how
    /// much the cost changed.
    pub(super) fn rounds(
        &mut self,
        rounds: Range<usize>,
        heat: impl Fn(usize) -> f64 + Sync,
    ) -> i64 {
        let items = self.strips.iter().map(|strip| strip.order.len()).sum::<usize>();
        let n_threads = share::threads().min(items / WORTH_A_THREAD);
        if n_threads < 2 {
            return rounds.map(|round| self.round(round, heat(round))).sum();
        }
        let strips: Vec<RwLock<Strip>> =
            std::mem::take(&mut self.strips).into_iter().map(RwLock::new).collect();
        let rows = [0, 1].map(|first| longest_first(first, &self.frames));
        let halves: Vec<(usize, &Vec<usize>)> = rounds
            .flat_map(|round| [(round, &rows[round % 2]), (round, &rows[1 - round % 2])])
            .collect();
        let change = AtomicI64::new(0);
        let n_rows: Vec<usize> = halves.iter().map(|(_, rows)| rows.len()).collect();
        share::in_steps(n_threads, &n_rows, |half, nth| {
            let (round, rows) = halves[half];
            let row = rows[nth];
            let mut strip = strips[row].write().unwrap_or_else(PoisonError::into_inner);
            let near = [row.checked_sub(1), Some(row + 1)]
                .map(|row| Some(strips.get(row?)?.read().unwrap_or_else(PoisonError::into_inner)));
            let near = [0, 1].map(|side| near[side].as_deref());
            let by = self.sift(row, &mut strip, near, round, heat(round));
            change.fetch_add(by, Ordering::Relaxed);
        });
        let unlocked =
            |strip: RwLock<Strip>| strip.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.strips = strips.into_iter().map(unlocked).collect();
        change.into_inner()
    }

    /// Sifts one row between those `near`. Each row has its own luck in each round.
    fn sift(
        &self,
        row: usize,
        strip: &mut Strip,
        near: [Option<&Strip>; 2],
        round: usize,
        heat: f64,
    ) -> i64 {
        let Tries { per_ten, luck } = self.tries;
        let tries = strip.order.len() * per_ten / 10;
        let chance = Chance::new(luck + (round * 1_000_003 + row + 1) as u64);
        let mut sifter = Sifter::new(&self.frames[row], strip, near, self.prices, chance);
        sifter.run(tries, heat)
    }
}

/// The rows `first`, `first + 2` and so on, which do not look at each other, and then the others.
fn every_second(first: usize, n_rows: usize) -> impl Iterator<Item = usize> {
    (first..n_rows).step_by(2).chain((1 - first..n_rows).step_by(2))
}

/// The rows `first`, `first + 2` and so on; the long ones are begun first.
fn longest_first(first: usize, frames: &[Frame]) -> Vec<usize> {
    let mut rows: Vec<usize> = (first..frames.len()).step_by(2).collect();
    rows.sort_by_key(|&row| Reverse(frames[row].width()));
    rows
}
