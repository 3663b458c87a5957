//! The solver: accelerated projected gradients with exact projection on the rows.
//!
//! Rows only bind neighbours, so the projection on all rules is one isotonic regression
//! (pool-adjacent-violators) per row: linear. The step is scaled for every slot by its own bound
//! on the curvature; momentum after Nesterov (1983) with the restart rule of O'Donoghue and
//! Candès (2015). Huber's straight parts are handled by reweighting between the rounds. Nothing
//! is drawn at random, so the same input gives the same result to the bit.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use super::glue::Glued;
use super::narrow::{Narrow, STIFFNESS, Walls};
use super::slots::Slots;
use super::terms::{ONE_SCREEN, Objective, Wish};

/// Softness (see [`Wish::curvature`]) of the first round, by halvings; less where everybody stood
/// somewhere before and so stands close to the end already.
const SOFTEST: f64 = -4.0;
/// And of the last: what tears at a union that stands where it should moves it so much less than the
/// shape of the terms says.
const HARDEST: f64 = 3.0;
/// After this share of the rounds it is as hard as it gets.
const HARD_FROM: f64 = 0.8;

/// How long to search.
pub(super) struct Effort {
    /// Rounds of reweighting.
    pub rounds: usize,
    /// Steps in each round, at most.
    pub steps: usize,
    /// A round ends when no slot moves more than this in a step.
    pub tolerance: f64,
}

impl Effort {
    /// Enough to tell who stands right of whom.
    pub(super) const ROUGH: Self = Self { rounds: 1, steps: 10, tolerance: 1.0 };

    /// Exact to about a hundredth of a unit for the families on one screen, linear work beyond. Many
    /// short rounds: who is drawn to a place by only a little more than away from it comes that
    /// little closer every round.
    const fn for_slots(n: usize) -> Self {
        if n <= ONE_SCREEN {
            Self { rounds: 24, steps: 24, tolerance: 0.002 }
        } else if n <= 500 {
            Self { rounds: 4, steps: 60, tolerance: 0.01 }
        } else if n <= 1_000 {
            Self { rounds: 2, steps: 30, tolerance: 0.01 }
        } else if n <= 5_000 {
            Self { rounds: 2, steps: 25, tolerance: 0.05 }
        } else {
            Self { rounds: 2, steps: 12, tolerance: 0.1 }
        }
    }
}

/// The best coordinates for the objective, found from those of `start`.
pub(super) fn solve(glued: &Glued, start: Vec<f64>) -> Vec<f64> {
    solve_for(glued, start, &Effort::for_slots(glued.slots.len()))
}

/// The same with an effort of one's own.
pub(super) fn solve_for(glued: &Glued, start: Vec<f64>, effort: &Effort) -> Vec<f64> {
    let Glued { objective, narrow, .. } = glued;
    let mut search = Search::new(objective, narrow.clone(), start);
    for round in 0..effort.rounds {
        let first = if glued.homes.is_some() { 0.0 } else { SOFTEST };
        let share = round as f64 / (HARD_FROM * effort.rounds as f64);
        let halvings = first + (HARDEST - first) * share.min(1.0);
        search.reweigh((-halvings).exp2());
        search.round(effort, glued);
    }
    search.x
}

struct Search<'a> {
    objective: &'a Objective,
    narrow: Narrow,
    /// Curvature of each pair, center and stay in this round.
    pair_weight: Vec<f64>,
    center_weight: Vec<f64>,
    stay_weight: Vec<f64>,
    /// Bound on the curvature at each slot.
    bound: Vec<f64>,
    x: Vec<f64>,
    /// The point with momentum, where the gradient is taken.
    ahead: Vec<f64>,
    gradient: Vec<f64>,
}

impl<'a> Search<'a> {
    fn new(objective: &'a Objective, narrow: Narrow, x: Vec<f64>) -> Self {
        Self {
            pair_weight: vec![0.0; objective.pairs.len()],
            center_weight: vec![0.0; objective.centers.len()],
            stay_weight: vec![0.0; objective.stays.len()],
            bound: vec![0.0; x.len()],
            ahead: x.clone(),
            gradient: vec![0.0; x.len()],
            x,
            objective,
            narrow,
        }
    }

    /// Fits the parabolas of all terms to where everybody stands now.
    fn reweigh(&mut self, softness: f64) {
        let (x, bound) = (&self.x, &mut self.bound);
        bound.fill(1e-4);
        for (pair, weight) in self.objective.pairs.iter().zip(&mut self.pair_weight) {
            let (a, b) = (pair.a as usize, pair.b as usize);
            *weight = pair.wish.curvature(pair.miss(x), softness);
            bound[a] += 2.0 * *weight;
            bound[b] += 2.0 * *weight;
        }
        for (center, weight) in self.objective.centers.iter().zip(&mut self.center_weight) {
            *weight = Wish::Center.curvature(center.miss(x), softness);
            for s in center.over.into_iter().chain(center.under) {
                bound[s as usize] += *weight;
            }
        }
        for ((slot, home), weight) in self.objective.stays.iter().zip(&mut self.stay_weight) {
            let s = *slot as usize;
            *weight = Wish::Stay.curvature(x[s] - home, softness);
            bound[s] += *weight;
        }
        for s in self.narrow.slots() {
            bound[s] += STIFFNESS;
        }
    }

    /// One round of steps with fixed parabolas.
    fn round(&mut self, effort: &Effort, glued: &Glued) {
        let Glued { slots, parts, pins, walls, .. } = glued;
        let mut momentum = 1.0_f64;
        let mut next = vec![0.0; self.x.len()];
        let mut blocks = Vec::new();
        self.ahead.copy_from_slice(&self.x);
        for _ in 0..effort.steps {
            self.take_gradient();
            let steps = self.gradient.iter().zip(&self.bound);
            for ((next, ahead), (gradient, bound)) in next.iter_mut().zip(&self.ahead).zip(steps) {
                *next = ahead - gradient / bound;
            }
            for (run, walls) in parts.runs.iter().zip(walls) {
                let run = run.clone();
                project(&mut next, &self.bound, run, slots, pins, *walls, &mut blocks);
            }
            let grown = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
            let push = (momentum - 1.0) / grown;
            momentum = grown;
            let (mut uphill, mut most) = (0.0, 0.0_f64);
            let here = self.x.iter_mut().zip(&mut self.ahead);
            for ((new, bound), (x, ahead)) in next.iter().zip(&self.bound).zip(here) {
                let step = new - *x;
                uphill += (*ahead - new) * bound * step;
                most = most.max(step.abs());
                *ahead = new + push * step;
                *x = *new;
            }
            if 0.0 < uphill {
                self.ahead.copy_from_slice(&self.x);
                momentum = 1.0;
            }
            if most < effort.tolerance {
                break;
            }
        }
    }

    fn take_gradient(&mut self) {
        let (x, gradient) = (&self.ahead, &mut self.gradient);
        gradient.fill(0.0);
        for (pair, weight) in self.objective.pairs.iter().zip(&self.pair_weight) {
            let (a, b) = (pair.a as usize, pair.b as usize);
            let pull = weight * pair.miss(x);
            gradient[a] -= pull;
            gradient[b] += pull;
        }
        for (center, weight) in self.objective.centers.iter().zip(&self.center_weight) {
            let [p, q] = center.over.map(|s| s as usize);
            let [l, r] = center.under.map(|s| s as usize);
            let pull = weight * center.miss(x) / 2.0;
            gradient[p] += pull;
            gradient[q] += pull;
            gradient[l] -= pull;
            gradient[r] -= pull;
        }
        for ((slot, home), weight) in self.objective.stays.iter().zip(&self.stay_weight) {
            let s = *slot as usize;
            gradient[s] += weight * (x[s] - home);
        }
        self.narrow.add(x, gradient);
    }
}

/// A stretch of slots that stand as close as they may: weighted sum, weight, how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    sum: f64,
    weight: f64,
    n: usize,
}

/// Moves the slots of `run` to the nearest places (in the metric of `weight`) that keep the
/// distances between neighbours, with pinned slots exactly at their pins and all others between the
/// walls ([`super::narrow::walls`]). Isotonic regression by pool-adjacent-violators (Best and
/// Chakravarti 1990); pins cut the run into pieces whose solutions are clamped between them and the
/// walls, which is exact for isotonic regression.
pub(super) fn project(
    x: &mut [f64],
    weight: &[f64],
    run: std::ops::Range<usize>,
    slots: &Slots,
    pins: &[Option<f64>],
    [mut low, wall]: Walls,
    blocks: &mut Vec<Block>,
) {
    let mut from = run.start;
    while from < run.end {
        let free = pins[from..run.end].iter().take_while(|pin| pin.is_none());
        let to = from + free.count();
        let pin = pins.get(to).copied().flatten().filter(|_| to < run.end);
        let high = pin.map_or(wall, |pin| pin - slots.offset[to]);
        blocks.clear();
        let offsets = &slots.offset[from..to];
        for ((x, offset), &weight) in x[from..to].iter().zip(offsets).zip(&weight[from..to]) {
            let mut block = Block { sum: (x - offset) * weight, weight, n: 1 };
            while let Some(left) = blocks.last()
                && block.sum * left.weight < left.sum * block.weight
            {
                block.sum += left.sum;
                block.weight += left.weight;
                block.n += left.n;
                blocks.pop();
            }
            blocks.push(block);
        }
        let mut places = x[from..to].iter_mut().zip(offsets);
        for block in blocks.iter() {
            let at = (block.sum / block.weight).max(low).min(high);
            places.by_ref().take(block.n).for_each(|(x, offset)| *x = at + offset);
        }
        if let Some(pin) = pin {
            x[to] = pin;
            low = high;
        }
        from = to + 1;
    }
}
