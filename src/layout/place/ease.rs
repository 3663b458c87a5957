//! A picture that was edited many times stays as well centred as a new one.
//!
//! After an edit everybody else stays, so that each edit leaves parents a little further from the
//! middle above their children. Where that has become much worse than need be, everybody goes a small
//! part of the way to where a new picture would have them. That part is a hair for most, and the way
//! there keeps all distances: it lies between two pictures that do.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use super::glue::Glued;
use super::solve::{self, Effort};
use super::start;
use super::terms::ONE_SCREEN;

/// How far everybody may go in the mean towards a new picture over one edit, and how far in all with
/// what the edit itself moved, in map units.
const HAIR: f64 = 5.0;
const IN_ALL: f64 = 8.0;
/// The same in a family on one screen, where everybody sees everybody move.
const IN_ALL_ON_ONE_SCREEN: f64 = 5.0;
/// Nobody goes further than this at once on behalf of others, in map units.
const STEP: f64 = 160.0;
/// Nobody is moved while parents stand no further off the middle above their children than so many
/// times as far as in a new picture, and so many map units in the mean …
const ASKEW: f64 = 1.1;
const NEAR: f64 = 3.0;
/// … and no row is more than so many times as long.
const LONG: f64 = 1.1;

/// Moves the units at `x` towards where they would stand in the `new` picture of the same rows.
/// `was` is where they stood before the edit, by unit; `is_pinned` says whether anybody is pinned.
pub(super) fn ease(new: &Glued, was: &[Option<f64>], pinned: Pinned, x: &mut [f64]) {
    let rough = start::start(new);
    if !is_worse(new, x, &rough) {
        return;
    }
    let mut wanted = solve::solve_for(new, rough, &effort(x.len()));
    if !is_worse(new, x, &wanted) {
        return;
    }
    if matches!(pinned, Pinned::Nobody) {
        align(new, &mut wanted, x);
    }
    let moved: f64 =
        was.iter().zip(&*x).filter_map(|(was, x)| Some((was.as_ref()? - x).abs())).sum();
    let away: f64 = wanted.iter().zip(&*x).map(|(wanted, x)| (wanted - x).abs()).sum();
    let n = x.len() as f64;
    let in_all = if x.len() <= ONE_SCREEN { IN_ALL_ON_ONE_SCREEN } else { IN_ALL };
    let far = (in_all * n - moved).clamp(0.0, HAIR * n);
    let part = (far / away.max(f64::MIN_POSITIVE)).min(1.0);
    for (x, wanted) in x.iter_mut().zip(wanted) {
        *x += (part * (wanted - *x)).clamp(-STEP, STEP);
    }
}

/// Is anybody pinned?
#[derive(Clone, Copy, Debug)]
pub(super) enum Pinned {
    /// Somebody, so that the picture cannot be slid.
    Somebody,
    /// Nobody.
    Nobody,
}

/// How long the new picture is worked on: it need not be exact, for who goes there gets closer to
/// it with every edit.
fn effort(units: usize) -> Effort {
    if units <= 2_000 {
        Effort { rounds: 4, steps: 40, tolerance: 0.02 }
    } else {
        Effort { rounds: 2, steps: 20, tolerance: 0.05 }
    }
}

/// Is the picture at `x` less centred or longer than the one at `wanted`?
fn is_worse(glued: &Glued, x: &[f64], wanted: &[f64]) -> bool {
    let centers = &glued.objective.centers;
    let off = |x: &[f64]| centers.iter().map(|center| center.miss(x).abs()).sum::<f64>();
    let near = NEAR * centers.len() as f64;
    let length = |x: &[f64]| {
        let runs = glued.parts.runs.iter();
        runs.map(|run| x[run.end - 1] - x[run.start]).fold(0.0, f64::max)
    };
    ASKEW * off(wanted) + near < off(x) || LONG * length(wanted) < length(x)
}

/// Slides each part of the picture at `wanted` so that half of it lies left of where it stands at `x`.
fn align(glued: &Glued, wanted: &mut [f64], x: &[f64]) {
    let parts = &glued.parts;
    let mut moves: Vec<Vec<f64>> = vec![Vec::new(); parts.n];
    for ((wanted, x), part) in wanted.iter().zip(x).zip(&parts.of_slot) {
        moves[*part].push(wanted - x);
    }
    let middle = |moves: &mut Vec<f64>| {
        let middle = moves.len() / 2;
        if moves.is_empty() { 0.0 } else { *moves.select_nth_unstable_by(middle, f64::total_cmp).1 }
    };
    let shifts: Vec<f64> = moves.iter_mut().map(middle).collect();
    for (wanted, part) in wanted.iter_mut().zip(&parts.of_slot) {
        *wanted -= shifts[*part];
    }
}

#[cfg(test)]
mod tests {
    use super::super::pack::Parts;
    use super::super::slots::Slots;
    use super::super::terms::Objective;
    use super::*;
    use crate::geometry::Size;
    use crate::layout::rows::{Rows, Slot};
    use crate::layout::{Child, ChildPlace, Family, Member, Options, Side, Union};

    /// A couple, 0 and 1, with six children, of whom the last has a child.
    fn family() -> (Family, Rows) {
        let size = Size::new(80.0, 60.0);
        let side = Side::Either;
        let member =
            Member { size, symbol_drop: 20.0, symbol_half: 16.0, side, birth: None, pin: None };
        let union = |partners: &[usize], children: std::ops::Range<usize>| Union {
            partners: partners.to_vec(),
            children: children
                .map(|person| Child { person, place: ChildPlace::Home, twin: None })
                .collect(),
            ..Union::default()
        };
        let unions = vec![union(&[0, 1], 2..8), union(&[7], 8..9)];
        let row = |people: std::ops::Range<usize>| people.map(Slot::Person).collect();
        let row_of = vec![0, 0, 1, 1, 1, 1, 1, 1, 2];
        let rows = Rows { rows: vec![row(0..2), row(2..8), row(8..9)], row_of, links: Vec::new() };
        (Family { people: vec![member; 9], unions }, rows)
    }

    #[test]
    fn what_stands_askew_comes_back_bit_by_bit() {
        let (family, rows) = family();
        let options = Options::default();
        let slots = Slots::of(&family, &options, &rows);
        let parts = Parts::of(&family, &slots);
        let objective = Objective::of(&family, &options, &rows, &slots, &parts, None);
        for pin in [None, Some(1_000.0)] {
            let mut pins = vec![None; slots.len()];
            pins[2] = pin;
            let new = Glued::new(&slots, &parts, &objective, &pins, None);
            // the parents stand far to the right of their children, who keep their distances
            let mut x: Vec<f64> = new.slots.offset.iter().map(|x| x + 1_000.0).collect();
            x[0] += 900.0;
            for _ in 0..200 {
                let was: Vec<Option<f64>> = x.iter().copied().map(Some).collect();
                let before = x.clone();
                let pinned = if pin.is_some() { Pinned::Somebody } else { Pinned::Nobody };
                ease(&new, &was, pinned, &mut x);
                let moved: f64 = x.iter().zip(&before).map(|(a, b)| (a - b).abs()).sum();
                assert!(moved <= HAIR * x.len() as f64 + 1e-6, "{moved} at once");
                for run in &new.parts.runs {
                    let apart = |s: usize| x[s + 1] - x[s] >= new.slots.distance(s, s + 1) - 1e-6;
                    assert!((run.start..run.end - 1).all(apart), "{x:?}");
                }
                assert!(pin.is_none_or(|pin| x[new.unit(2)] == pin), "{x:?}");
            }
            let off = new.objective.centers.iter().map(|center| center.miss(&x).abs());
            assert!(off.sum::<f64>() < 20.0, "{x:?}");
        }
    }
}
