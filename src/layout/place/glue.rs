//! Couples move as one: partners side by side stand exactly one gap apart.
//!
//! As a spring this would have to be so stiff that the solver crawls; as a rule it makes the
//! problem smaller.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use super::narrow::{Narrow, Walls, walls};
use super::pack::Parts;
use super::slots::Slots;
use super::terms::{ONE_SCREEN, Objective, Wish};

/// The problem with couples glued together: slots, parts, objective and pins count units.
#[derive(Default)]
pub(super) struct Glued {
    pub slots: Slots,
    pub parts: Parts,
    pub objective: Objective,
    pub pins: Vec<Option<f64>>,
    pub homes: Option<Vec<Option<f64>>>,
    /// The pull on the outermost.
    pub narrow: Narrow,
    /// How far each run may reach.
    pub walls: Vec<Walls>,
    /// The unit of each slot.
    pub unit_of: Vec<u32>,
    /// How far each slot stands right of the first slot of its unit.
    pub shift: Vec<f64>,
}

impl Glued {
    pub(super) fn new(
        slots: &Slots,
        parts: &Parts,
        objective: &Objective,
        pins: &[Option<f64>],
        homes: Option<&[Option<f64>]>,
    ) -> Self {
        let (unit_of, shift, small) = units(slots, &follows(slots, objective, pins));
        let of_units = |known: &[Option<f64>]| per_unit(known, &unit_of, &shift, small.len());
        let mut reach = vec![[0.0; 2]; small.len()];
        for (s, &unit) in unit_of.iter().enumerate() {
            let [left, right] = &mut reach[unit as usize];
            *left = f64::max(*left, slots.half[s] - shift[s]);
            *right = f64::max(*right, slots.half[s] + shift[s]);
        }
        let small_parts = parts.mapped(&small, &unit_of);
        // Where people stood, and pins, say how wide the picture is.
        let free = homes.is_some() || pins.iter().any(Option::is_some);
        let large = if free { vec![false; parts.n] } else { parts.larger_than(ONE_SCREEN) };
        Self {
            walls: walls(&small, &small_parts, &reach, &large),
            narrow: Narrow::of(&small_parts, &reach),
            parts: small_parts,
            objective: objective.mapped(&unit_of, &shift),
            pins: of_units(pins),
            homes: homes.map(of_units),
            slots: small,
            unit_of,
            shift,
        }
    }

    /// The unit of a slot.
    pub(super) fn unit(&self, slot: usize) -> usize {
        self.unit_of[slot] as usize
    }

    /// From what is known of slots to what is known of units.
    pub(super) fn per_unit(&self, known: &[Option<f64>]) -> Vec<Option<f64>> {
        per_unit(known, &self.unit_of, &self.shift, self.slots.len())
    }

    /// From columns of units to columns of slots.
    pub(super) fn spread(&self, x: &[f64]) -> Vec<f64> {
        self.unit_of
            .iter()
            .zip(&self.shift)
            .map(|(unit, shift)| x[*unit as usize] + shift)
            .collect()
    }
}

fn per_unit(
    known: &[Option<f64>],
    unit_of: &[u32],
    shift: &[f64],
    units: usize,
) -> Vec<Option<f64>> {
    let mut all = vec![None; units];
    for ((known, &unit), shift) in known.iter().zip(unit_of).zip(shift) {
        if let Some(known) = known {
            all[unit as usize].get_or_insert(*known - shift);
        }
    }
    all
}

/// Which slots stand fast beside the slot before them.
fn follows(slots: &Slots, objective: &Objective, pins: &[Option<f64>]) -> Vec<bool> {
    let mut follows = vec![false; slots.len()];
    // Two pins in one unit would contradict each other.
    let mut pinned: Vec<bool> = pins.iter().map(Option::is_some).collect();
    for pair in objective.pairs.iter().filter(|p| p.wish == Wish::Couple) {
        let (a, b) = (pair.a as usize, pair.b as usize);
        let both = pinned[a] && pinned[b];
        if !both {
            let any = pinned[a] || pinned[b];
            (pinned[a], pinned[b]) = (any, any);
            follows[a + 1..=b].fill(true);
        }
    }
    // A chain of couples may still hold two pins; then nothing in it is glued.
    let mut from = 0;
    while from < slots.len() {
        let to = (from + 1..slots.len()).find(|s| !follows[*s]).unwrap_or(slots.len());
        if 1 < pins[from..to].iter().flatten().count() {
            follows[from..to].fill(false);
        }
        from = to;
    }
    follows
}

/// The unit of each slot, its place in it, and the units as slots.
fn units(slots: &Slots, follows: &[bool]) -> (Vec<u32>, Vec<f64>, Slots) {
    let mut small = Slots::default();
    small.first.push(0);
    let (mut unit_of, mut shift) = (Vec::new(), Vec::new());
    for (row, ends) in slots.first.windows(2).enumerate() {
        for (s, follows) in follows.iter().enumerate().take(ends[1]).skip(ends[0]) {
            if !(ends[0] < s && *follows) {
                small.what.push(slots.what[s]);
                small.half.push(slots.half[s]);
                small.offset.push(slots.offset[s]);
                small.row.push(row);
            }
            let unit = small.len() - 1;
            unit_of.push(unit as u32);
            shift.push(slots.offset[s] - small.offset[unit]);
        }
        small.first.push(small.len());
    }
    (unit_of, shift, small)
}
