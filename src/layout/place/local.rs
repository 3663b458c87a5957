//! After an edit only those around it are placed anew; everybody else stands where they stood.
//!
//! Where nothing changed, nobody is to move; so the search need not look there. Whoever is new or
//! near the change, whoever had to make room, and who hangs together with them are awake. They and
//! those they pull at or stand beside make a small problem in which all who sleep are pinned.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use super::glue::Glued;
use super::narrow::{Narrow, OPEN};
use super::pack::Parts;
use super::slots::Slots;
use super::solve;

/// Who stands no further than this from where they stood has not been moved, in map units.
const STILL: f64 = 0.5;
/// What was off its place by more than this, in map units, was so before: an edit does not put it
/// right, which would carry people across the picture.
const CALM: f64 = 300.0;
/// How many times those who hang together with somebody awake are woken: with fewer, parents lose
/// touch with their children over many edits.
const WAKE: usize = 8;

/// Which units of `glued` are awake when they stand at `x`: those in which somebody was moved, has
/// not stood anywhere or is `near` the change (by slot, like `homes`), and who is near them.
pub(super) fn awake(glued: &Glued, x: &[f64], homes: &[Option<f64>], near: &[bool]) -> Vec<bool> {
    let mut awake = vec![false; glued.slots.len()];
    let places = glued.spread(x);
    for (slot, ((home, place), near)) in homes.iter().zip(&places).zip(near).enumerate() {
        let is_moved = home.is_none_or(|home| STILL < (home - place).abs());
        if is_moved || *near {
            awake[glued.unit(slot)] = true;
        }
    }
    for _ in 0..WAKE {
        let mut next = awake.clone();
        glued.objective.each(|units| {
            if units.iter().any(|unit| awake[*unit as usize]) {
                units.iter().for_each(|unit| next[*unit as usize] = true);
            }
        });
        awake = next;
    }
    awake
}

/// The best columns for those who are `awake`; all others stay at `x`.
pub(super) fn solve(glued: &Glued, mut x: Vec<f64>, awake: &[bool]) -> Vec<f64> {
    let (mut small, units) = around(glued, &x, awake);
    let start: Vec<f64> = units.iter().map(|unit| x[*unit]).collect();
    small.objective.calm(&start, CALM);
    for (unit, solved) in units.into_iter().zip(solve::solve(&small, start)) {
        x[unit] = solved;
    }
    x
}

/// The problem of those who are `awake`, with all others pinned at `x`, and its units in the numbers
/// of `glued`.
fn around(glued: &Glued, x: &[f64], awake: &[bool]) -> (Glued, Vec<usize>) {
    let is_awake = |units: &[u32]| units.iter().any(|unit| awake[*unit as usize]);
    let mut is_in = awake.to_vec();
    glued.objective.each(|units| {
        if is_awake(units) {
            units.iter().for_each(|unit| is_in[*unit as usize] = true);
        }
    });
    let mut slots = Slots::default();
    let mut number = vec![u32::MAX; is_in.len()];
    let mut units = Vec::new();
    slots.first.push(0);
    for (row, ends) in glued.slots.first.windows(2).enumerate() {
        for unit in (ends[0]..ends[1]).filter(|unit| is_in[*unit]) {
            number[unit] = units.len() as u32;
            units.push(unit);
            slots.what.push(glued.slots.what[unit]);
            slots.half.push(glued.slots.half[unit]);
            slots.offset.push(glued.slots.offset[unit]);
            slots.row.push(row);
        }
        slots.first.push(units.len());
    }
    let pin = |unit: &usize| if awake[*unit] { glued.pins[*unit] } else { Some(x[*unit]) };
    let of_unit = units.iter().map(|unit| glued.parts.of_slot[*unit]).collect();
    let parts = Parts::with(&slots, of_unit, glued.parts.n);
    let small = Glued {
        pins: units.iter().map(pin).collect(),
        walls: vec![OPEN; parts.runs.len()],
        objective: glued.objective.only(is_awake, &number),
        homes: glued.homes.as_ref().map(|homes| units.iter().map(|u| homes[*u]).collect()),
        // Nobody knows here how far the others reach.
        narrow: Narrow::default(),
        parts,
        slots,
        ..Glued::default()
    };
    (small, units)
}
