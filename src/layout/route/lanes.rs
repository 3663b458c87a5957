//! Gives every trunk a lane in its gap: no two unions' runs on top of each other, few crossings.
//!
//! Which of two overlapping trunks should run above the other is known exactly from the crossings
//! either choice makes. Trunks enter from left to right, each at its best place among those that
//! overlap it (then sifted until nothing improves, where they are few); a lane is one below the
//! deepest overlapping trunk that runs above.

#![expect(clippy::indexing_slicing, reason = "trunks are named by our own plan")]

use std::cmp::Reverse;

use super::plan::{Plan, TrunkId, Zone};
use crate::share;

/// Runs of two unions in one lane end at least this far from each other, in map units.
const CLEAR: f64 = 8.0;

/// A trunk is compared with at most this many others when there are very many.
const ACTIVE: usize = 32;

/// Up to this many trunks are ordered exactly pair by pair.
const FEW: usize = 400;

/// From this many on a trunk is compared with half as many others.
const MANY: usize = 10_000;

/// Price of two verticals on top of each other, in crossings.
const ON_TOP: i64 = 1_000;

/// How many lanes a gap needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lanes {
    /// Brackets, right under the row.
    pub brackets: usize,
    /// Everything below.
    pub bars: usize,
}

/// Sets the lane of every trunk in `plan` and says how many lanes each of the `gaps` gaps has. Gaps
/// are shared among so many threads.
pub(super) fn assign(plan: &mut Plan, gaps: usize, threads: usize) -> Vec<Lanes> {
    let mut lanes = vec![Lanes::default(); gaps];
    plan.trunks.iter_mut().for_each(|trunk| trunk.lane = 0);
    let mut ids: Vec<TrunkId> = (0..plan.trunks.len()).collect();
    ids.sort_by_cached_key(|t| (plan.trunks[*t].gap, plan.trunks[*t].zone, *t));
    let key = |t: TrunkId| (plan.trunks[t].gap, plan.trunks[t].zone);
    let mut groups: Vec<&[TrunkId]> = ids.chunk_by(|a, b| key(*a) == key(*b)).collect();
    // The long ones are begun first.
    groups.sort_by_key(|group| Reverse(group.len()));
    let found = share::mapped(&groups, threads, |group| {
        let runs: Vec<Run> = group.iter().filter_map(|t| Run::of(plan, *t)).collect();
        let depth = depths(&runs, &order(&runs));
        let depths: Vec<(TrunkId, usize)> = runs.iter().map(|run| run.trunk).zip(depth).collect();
        (key(group[0]), depths)
    });
    for ((gap, zone), depths) in found {
        let most = depths.iter().map(|(_, depth)| depth + 1).max().unwrap_or(0);
        for (trunk, depth) in depths {
            plan.trunks[trunk].lane = depth;
        }
        if let Some(lanes) = lanes.get_mut(gap) {
            match zone {
                Zone::Bracket => lanes.brackets = most,
                Zone::Bar => lanes.bars = most,
            }
        }
    }
    for trunk in &mut plan.trunks {
        if trunk.zone == Zone::Bar {
            trunk.lane += lanes.get(trunk.gap).map_or(0, |l| l.brackets);
        }
    }
    lanes
}

/// A trunk with its columns.
#[derive(Clone, Debug)]
struct Run {
    trunk: TrunkId,
    union: usize,
    left: f64,
    right: f64,
    /// Columns that leave upwards, sorted.
    up: Vec<f64>,
    /// Columns that leave downwards, sorted.
    down: Vec<f64>,
}

impl Run {
    /// `None` for a trunk without length: it needs no lane.
    fn of(plan: &Plan, id: TrunkId) -> Option<Self> {
        let trunk = &plan.trunks[id];
        let (left, right) = plan.span(trunk);
        if right - left < 0.01 {
            return None;
        }
        let sorted = |ids: &[usize]| {
            let mut columns: Vec<f64> = ids.iter().map(|v| plan.x(*v)).collect();
            columns.sort_by(f64::total_cmp);
            columns
        };
        let (up, down) = (sorted(&trunk.up), sorted(&trunk.down));
        Some(Self { trunk: id, union: trunk.union, left, right, up, down })
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right + CLEAR && other.left < self.right + CLEAR
    }

    /// What it costs when `self` runs above `below`.
    fn above(&self, below: &Self) -> i64 {
        if self.union == below.union {
            return 0;
        }
        let crossed =
            within(&self.down, below.left, below.right) + within(&below.up, self.left, self.right);
        crossed as i64 + ON_TOP * common(&self.down, &below.up)
    }

    /// What `self` above `other` costs more than the other way round.
    fn preference(&self, other: &Self) -> i64 {
        self.above(other) - other.above(self)
    }
}

/// How many of the sorted `columns` lie in `left..=right`.
fn within(columns: &[f64], left: f64, right: f64) -> usize {
    let from = columns.partition_point(|x| *x < left - 0.5);
    let to = columns.partition_point(|x| *x <= right + 0.5);
    to.saturating_sub(from)
}

/// How many columns the two sorted lists share.
fn common(a: &[f64], b: &[f64]) -> i64 {
    let ends = |list: &[f64]| Some((*list.first()?, *list.last()?));
    let (Some(of_a), Some(of_b)) = (ends(a), ends(b)) else { return 0 };
    if of_a.1 + 2.0 < of_b.0 || of_b.1 + 2.0 < of_a.0 {
        return 0;
    }
    let (mut i, mut j, mut n) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if (x - y).abs() < 1.5 {
            n += 1;
        }
        if x < y { i += 1 } else { j += 1 }
    }
    n
}

/// The runs from top to bottom.
fn order(runs: &[Run]) -> Vec<usize> {
    let mut by_left: Vec<usize> = (0..runs.len()).collect();
    by_left.sort_by(|a, b| runs[*a].left.total_cmp(&runs[*b].left).then(a.cmp(b)));
    let cap = match runs.len() {
        ..=FEW => usize::MAX,
        n if n < MANY => ACTIVE,
        _ => ACTIVE / 2,
    };
    // A linked list of all runs, top to bottom, and of the ones that may still overlap.
    let end = runs.len();
    let mut next = vec![end; runs.len() + 1];
    let mut active: Vec<usize> = Vec::new();
    for new in by_left {
        active.retain(|old| runs[new].left < runs[*old].right + CLEAR);
        if cap <= active.len() {
            // The one that ends first matters least.
            let least = (0..active.len())
                .min_by(|a, b| runs[active[*a]].right.total_cmp(&runs[active[*b]].right));
            active.remove(least.unwrap_or_default());
        }
        let at = best_place(runs, new, &active);
        let before = if at == 0 { end } else { active[at - 1] };
        next[new] = next[before];
        next[before] = new;
        active.insert(at, new);
    }
    let mut order = Vec::with_capacity(runs.len());
    let mut at = next[end];
    while at != end {
        order.push(at);
        at = next[at];
    }
    if runs.len() <= FEW {
        sift(runs, &mut order);
    }
    order
}

/// The place in `others`, top to bottom, where `new` makes the fewest crossings with those that
/// overlap it; the lowest of equals, so that a run further right hangs lower.
fn best_place(runs: &[Run], new: usize, others: &[usize]) -> usize {
    let (mut cost, mut best_cost, mut best) = (0, 0, 0);
    for (at, other) in others.iter().enumerate() {
        if runs[*other].overlaps(&runs[new]) {
            // Now `other` runs above `new` instead of below.
            cost += runs[*other].preference(&runs[new]);
        }
        if cost < best_cost {
            (best_cost, best) = (cost, at + 1);
        }
    }
    best
}

/// Takes every run out and puts it back at its best place, until nothing improves.
fn sift(runs: &[Run], order: &mut Vec<usize>) {
    let preferences = preferences(runs);
    let mut place = vec![0; runs.len()];
    order.iter().enumerate().for_each(|(at, run)| place[*run] = at);
    let mut others: Vec<(usize, i64)> = Vec::new();
    for _ in 0..4 {
        let before = order.clone();
        for run in before.iter().copied() {
            let from = place[run];
            others.clear();
            others.extend(preferences[run].iter().map(|&(other, price)| {
                let at = place[other];
                (if from < at { at - 1 } else { at }, price)
            }));
            others.sort_unstable();
            let (mut cost, mut here, mut best_cost, mut best) = (0, 0, 0, 0);
            for &(at, price) in &others {
                cost += price;
                if at < from {
                    here = cost;
                }
                if cost < best_cost {
                    (best_cost, best) = (cost, at + 1);
                }
            }
            if best_cost < here {
                order.remove(from);
                order.insert(best, run);
                let moved = from.min(best)..=from.max(best);
                order[moved.clone()].iter().zip(moved).for_each(|(run, at)| place[*run] = at);
            }
        }
        if *order == before {
            break;
        }
    }
}

/// For each run those that overlap it and to which it is not all one, with what it costs more when
/// they run above it than below.
fn preferences(runs: &[Run]) -> Vec<Vec<(usize, i64)>> {
    let mut found = vec![Vec::new(); runs.len()];
    let mut by_left: Vec<usize> = (0..runs.len()).collect();
    by_left.sort_by(|a, b| runs[*a].left.total_cmp(&runs[*b].left));
    for (nth, a) in by_left.iter().copied().enumerate() {
        let reach = runs[a].right + CLEAR;
        for b in by_left[nth + 1..].iter().copied().take_while(|b| runs[*b].left < reach) {
            let price = runs[b].preference(&runs[a]);
            if price != 0 {
                found[a].push((b, price));
                found[b].push((a, -price));
            }
        }
    }
    found
}

/// The lane of each run: one below the deepest overlapping run that comes earlier in `order`.
fn depths(runs: &[Run], order: &[usize]) -> Vec<usize> {
    let mut ends: Vec<f64> = runs.iter().flat_map(|r| [r.left, r.right + CLEAR]).collect();
    ends.sort_by(f64::total_cmp);
    let place = |x: f64| ends.partition_point(|e| *e < x);
    let mut deepest = Deepest::new(ends.len());
    let mut depth = vec![0; runs.len()];
    for run in order {
        let (from, to) = (place(runs[*run].left), place(runs[*run].right + CLEAR));
        depth[*run] = deepest.most(from, to);
        deepest.raise(from, to, depth[*run] + 1);
    }
    depth
}

/// Greatest value so far over stretches of a line: a segment tree whose values only grow.
struct Deepest {
    n: usize,
    /// Greatest value anywhere under a node.
    most: Vec<usize>,
    /// Value that holds everywhere under a node.
    whole: Vec<usize>,
}

impl Deepest {
    fn new(n: usize) -> Self {
        let n = n.max(1);
        Self { n, most: vec![0; 2 * n], whole: vec![0; 2 * n] }
    }

    /// The nodes that make up `from..to`.
    fn nodes(&self, from: usize, to: usize) -> Vec<usize> {
        let (mut l, mut r) = (from + self.n, to.min(self.n) + self.n);
        let mut nodes = Vec::new();
        while l < r {
            if l % 2 == 1 {
                nodes.push(l);
                l += 1;
            }
            if r % 2 == 1 {
                r -= 1;
                nodes.push(r);
            }
            l /= 2;
            r /= 2;
        }
        nodes
    }

    fn most(&self, from: usize, to: usize) -> usize {
        let nodes = self.nodes(from, to);
        let mut most = nodes.iter().map(|node| self.most[*node]).max().unwrap_or(0);
        for leaf in [from, to.saturating_sub(1)] {
            let mut node = (leaf.min(self.n - 1) + self.n) / 2;
            while 0 < node {
                most = most.max(self.whole[node]);
                node /= 2;
            }
        }
        most
    }

    fn raise(&mut self, from: usize, to: usize, value: usize) {
        for node in self.nodes(from, to) {
            self.most[node] = self.most[node].max(value);
            self.whole[node] = self.whole[node].max(value);
        }
        for leaf in [from, to.saturating_sub(1)] {
            let mut node = (leaf.min(self.n - 1) + self.n) / 2;
            while 0 < node {
                let below = self.most[2 * node].max(self.most[2 * node + 1]);
                self.most[node] = below.max(self.whole[node]);
                node /= 2;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run() -> impl Strategy<Value = Run> {
        let columns = || prop::collection::vec(0_u8..60, 0..4);
        (0_usize..6, columns(), columns(), 0_u8..60).prop_map(|(union, up, down, right)| {
            let sorted = |columns: Vec<u8>| {
                let mut columns: Vec<f64> =
                    columns.into_iter().map(|x| 5.0 * f64::from(x)).collect();
                columns.sort_by(f64::total_cmp);
                columns
            };
            let (up, down) = (sorted(up), sorted(down));
            let ends = || up.iter().chain(&down).copied();
            let left = ends().fold(300.0, f64::min);
            let right = ends().fold(5.0 * f64::from(right), f64::max).max(left);
            Run { trunk: 0, union, left, right, up, down }
        })
    }

    /// What it costs to have the runs in this order, as far as that depends on it.
    fn cost(runs: &[Run], order: &[usize]) -> i64 {
        let pairs = order
            .iter()
            .enumerate()
            .flat_map(|(nth, a)| order[nth + 1..].iter().map(move |b| (&runs[*a], &runs[*b])));
        pairs.filter(|(a, b)| a.overlaps(b)).map(|(a, b)| a.above(b)).sum()
    }

    #[test]
    fn however_many_threads_the_lanes_are_the_same() {
        let plan = || {
            let mut plan = Plan::default();
            for nth in 0..60 {
                let (union, at) = (nth % 20, f64::from((nth * 37 % 50) as u8) * 8.0);
                let ends = [at, at + f64::from(nth as u8 % 7) * 30.0];
                let [up, down] = ends.map(|x| vec![plan.fixed(union, x)]);
                let zone = if nth % 5 == 0 { Zone::Bracket } else { Zone::Bar };
                plan.trunk(union, nth % 4, zone, up, down);
            }
            plan
        };
        let lanes = |threads: usize| {
            let mut plan = plan();
            let lanes = assign(&mut plan, 4, threads);
            (lanes, plan.trunks.iter().map(|trunk| trunk.lane).collect::<Vec<_>>())
        };
        let alone = lanes(1);
        assert!(alone.0.iter().all(|lanes| 0 < lanes.brackets && 1 < lanes.bars), "{alone:?}");
        for threads in 2..5 {
            assert_eq!(lanes(threads), alone, "{threads} threads");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_run_is_better_off_elsewhere(runs in prop::collection::vec(run(), 1..14)) {
            let mut order: Vec<usize> = (0..runs.len()).collect();
            let before = cost(&runs, &order);
            // Until nothing improves.
            (0..8).for_each(|_| sift(&runs, &mut order));
            prop_assert!(cost(&runs, &order) <= before, "{order:?}");
            for from in 0..runs.len() {
                for to in 0..runs.len() {
                    let mut other = order.clone();
                    let run = other.remove(from);
                    other.insert(to, run);
                    prop_assert!(cost(&runs, &order) <= cost(&runs, &other), "{order:?} {other:?}");
                }
            }
        }
    }
}
