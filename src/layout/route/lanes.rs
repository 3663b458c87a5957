//! Gives every trunk a lane in its gap: no two unions' runs on top of each other, few crossings.
//!
//! Which of two overlapping trunks should run above the other is known exactly from the crossings
//! either choice makes. Trunks enter from left to right, each at its best place among those that
//! overlap it (then sifted until nothing improves, where they are few); a lane is one below the
//! deepest overlapping trunk that runs above.

#![expect(clippy::indexing_slicing, reason = "trunks are named by our own plan")]

use super::plan::{Plan, TrunkId, Zone};

/// Runs of two unions in one lane end at least this far from each other, in map units.
const CLEAR: f64 = 8.0;

/// A trunk is compared with at most this many others when there are very many.
const ACTIVE: usize = 32;

/// Up to this many trunks are ordered exactly pair by pair.
const FEW: usize = 400;

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

/// Sets the lane of every trunk in `plan` and says how many lanes each of the `gaps` gaps has.
pub(super) fn assign(plan: &mut Plan, gaps: usize) -> Vec<Lanes> {
    let mut lanes = vec![Lanes::default(); gaps];
    let mut ids: Vec<TrunkId> = (0..plan.trunks.len()).collect();
    ids.sort_by_key(|t| (plan.trunks[*t].gap, plan.trunks[*t].zone, *t));
    let key = |t: &TrunkId| (plan.trunks[*t].gap, plan.trunks[*t].zone);
    let groups: Vec<Vec<TrunkId>> =
        ids.chunk_by(|a, b| key(a) == key(b)).map(<[usize]>::to_vec).collect();
    for group in groups {
        let runs: Vec<Run> = group.iter().filter_map(|t| Run::of(plan, *t)).collect();
        let order = order(&runs);
        let depth = depths(&runs, &order);
        let (gap, zone) = (plan.trunks[group[0]].gap, plan.trunks[group[0]].zone);
        let most = depth.iter().map(|d| d + 1).max().unwrap_or(0);
        for (run, depth) in runs.iter().zip(depth) {
            plan.trunks[run.trunk].lane = depth;
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
    let cap = if runs.len() <= FEW { usize::MAX } else { ACTIVE };
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
    for _ in 0..4 {
        let before = order.clone();
        for run in before.iter().copied() {
            let Some(from) = order.iter().position(|r| *r == run) else { continue };
            let cost = |at: usize, order: &[usize]| -> i64 {
                let others = order.iter().take(at).filter(|r| runs[**r].overlaps(&runs[run]));
                others.map(|r| runs[*r].preference(&runs[run])).sum()
            };
            order.remove(from);
            let to = best_place(runs, run, order);
            let better = cost(to, order) < cost(from, order);
            order.insert(if better { to } else { from }, run);
        }
        if *order == before {
            break;
        }
    }
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
