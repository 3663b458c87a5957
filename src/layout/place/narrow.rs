//! A picture is as wide as its widest place.
//!
//! The people who stand outermost are pulled inwards, all others are left alone: attraction between
//! all neighbours would make every row narrow, also those with room to spare, and spend centring on
//! it. Several rows that reach about as far share the pull (the Moreau envelope of the largest
//! value), which keeps the objective smooth.
//!
//! Where hundreds of people pull at each other across a picture, a search of bounded length ends
//! long before the outermost have come as far in as they may. There a wall on either side limits
//! how far any row may reach, as a rule.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use std::ops::Range;

use super::pack::Parts;
use super::slots::Slots;

/// What a unit of width costs on either side, where a union off its place costs 40 a unit: one union
/// may stand aside to make the picture narrower, not two.
const PULL: f64 = 20.0;
/// Whoever reaches so much less far than the outermost feels nothing, in map units.
const FEELS: f64 = 10.0;
/// Curvature of the pull.
pub(super) const STIFFNESS: f64 = PULL / FEELS;

/// How many times as wide as its widest row, set closely, a large family may be.
const WALLS: f64 = 1.3;
/// So wide every family may be, in map units: about what a screen shows at once.
const ALWAYS: f64 = 2_000.0;

/// From where to where a run may reach: the limits of the place of its first slot less that slot's
/// offset, and of its last slot less that one's.
pub(super) type Walls = [f64; 2];
/// No walls.
pub(super) const OPEN: Walls = [f64::NEG_INFINITY, f64::INFINITY];

/// The walls of each run, evenly around 0 for each of the parts that are `large`; every slot
/// reaches `reach` to the left and right of its centre.
pub(super) fn walls(
    slots: &Slots,
    parts: &Parts,
    reach: &[[f64; 2]],
    large: &[bool],
) -> Vec<Walls> {
    let inset = |run: &Range<usize>| {
        let (first, last) = (run.start, run.end - 1);
        [slots.offset[first] - reach[first][0], slots.offset[last] + reach[last][1]]
    };
    let mut half = vec![ALWAYS / 2.0; parts.n];
    for run in &parts.runs {
        let [left, right] = inset(run);
        let half = &mut half[parts.of_slot[run.start]];
        *half = half.max(WALLS * (right - left) / 2.0);
    }
    let of_run = |run: &Range<usize>| {
        let part = parts.of_slot[run.start];
        let [left, right] = inset(run);
        if large[part] { [-half[part] - left, half[part] - right] } else { OPEN }
    };
    parts.runs.iter().map(of_run).collect()
}

/// The ends of the rows of one part, and how far each reaches out from its centre.
#[derive(Clone, Debug, Default)]
struct Ends {
    left: Vec<(u32, f64)>,
    right: Vec<(u32, f64)>,
}

/// The pull on all parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Narrow {
    parts: Vec<Ends>,
    reached: Vec<f64>,
}

impl Narrow {
    /// The pull on `parts`; every slot reaches `reach` to the left and right of its centre.
    pub(super) fn of(parts: &Parts, reach: &[[f64; 2]]) -> Self {
        let mut all = vec![Ends::default(); parts.n];
        for run in &parts.runs {
            let (first, last) = (run.start, run.end - 1);
            let ends = &mut all[parts.of_slot[first]];
            ends.left.push((first as u32, reach[first][0]));
            ends.right.push((last as u32, reach[last][1]));
        }
        Self { parts: all, reached: Vec::new() }
    }

    /// The slots that may be pulled, one by one.
    pub(super) fn slots(&self) -> impl Iterator<Item = usize> {
        let ends = self.parts.iter().flat_map(|part| part.left.iter().chain(&part.right));
        ends.map(|&(slot, _)| slot as usize)
    }

    /// Adds the pull on slots at `x` to `gradient`.
    pub(super) fn add(&mut self, x: &[f64], gradient: &mut [f64]) {
        for part in &self.parts {
            for (ends, out) in [(&part.left, -1.0), (&part.right, 1.0)] {
                let reached = |&(slot, reach): &(u32, f64)| out * x[slot as usize] + reach;
                self.reached.clear();
                self.reached.extend(ends.iter().map(reached));
                let free = felt_from(&mut self.reached);
                for end in ends {
                    gradient[end.0 as usize] += out * STIFFNESS * (reached(end) - free).max(0.0);
                }
            }
        }
    }
}

/// From where on the pull is felt, so that it is [`PULL`] in all on whoever reaches further.
fn felt_from(reached: &mut [f64]) -> f64 {
    reached.sort_unstable_by(|a, b| b.total_cmp(a));
    let mut sum = 0.0;
    let mut from = f64::INFINITY;
    for (nth, value) in reached.iter().enumerate() {
        if *value <= from && from < f64::INFINITY {
            break;
        }
        sum += value;
        from = (sum - FEELS) / (nth + 1) as f64;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_outermost_share_one_pull(reached in prop::collection::vec(-500.0..500.0, 1..9)) {
            let from = felt_from(&mut reached.clone());
            let felt = |reach: &f64| STIFFNESS * (reach - from).max(0.0);
            let sum: f64 = reached.iter().map(felt).sum();
            prop_assert!((sum - PULL).abs() < 1e-6, "{sum} is pulled");
            let most = reached.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            for reach in reached.iter().filter(|reach| **reach < most - FEELS) {
                prop_assert!(felt(reach) == 0.0, "{reach} of {most} is pulled");
            }
        }
    }
}
