//! A first guess for the solver: rows swept up and down, whole sibships and couples at a time.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use std::ops::Range;

use super::glue::Glued;
use super::slots::Slots;
use super::solve::project;
use super::terms::{ONE_SCREEN, Objective};

/// How strongly a slot without a wish of its own stays during a sweep.
const REST: f64 = 0.05;
/// The same in families larger than one screen: whoever gives way in a sweep stays aside for the
/// next, so that long rows drift further apart with every sweep unless somebody holds them.
const REST_AMONG_HUNDREDS: f64 = 0.3;

/// Places that keep all distances and lie roughly where the solver will end.
pub(super) fn start(glued: &Glued) -> Vec<f64> {
    let Glued { slots, objective, .. } = glued;
    if let Some(homes) = &glued.homes {
        return from(glued, homes);
    }
    let mut sweep = Sweep::new(glued);
    sweep.middle();
    let by_over = by_row(objective, slots, |k| objective.centers[k].over[1]);
    let by_under = by_row(objective, slots, |k| objective.centers[k].under[0]);
    let rounds = if slots.len() < 200 { 4 } else { 8 };
    for _ in 0..rounds {
        for row in (0..by_over.len()).rev() {
            sweep.lift(row, &by_over[row]);
        }
        for (row, centers) in by_under.iter().enumerate() {
            sweep.hang(row, centers);
        }
    }
    sweep.x
}

/// Places that keep all distances and lie close to those that are known.
pub(super) fn from(glued: &Glued, known: &[Option<f64>]) -> Vec<f64> {
    let mut sweep = Sweep::new(glued);
    sweep.go_home(known);
    sweep.x
}

/// The centers with `slot` in each row.
fn by_row(objective: &Objective, slots: &Slots, slot: impl Fn(usize) -> u32) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); slots.first.len().saturating_sub(1)];
    for k in 0..objective.centers.len() {
        rows[slots.row[slot(k) as usize]].push(k);
    }
    rows
}

struct Sweep<'a> {
    glued: &'a Glued,
    /// How strongly a slot without a wish of its own stays.
    rest: f64,
    x: Vec<f64>,
    wish: Vec<f64>,
    weight: Vec<f64>,
    blocks: Vec<super::solve::Block>,
}

impl<'a> Sweep<'a> {
    fn new(glued: &'a Glued) -> Self {
        let slots = &glued.slots;
        Self {
            glued,
            rest: if slots.len() <= ONE_SCREEN { REST } else { REST_AMONG_HUNDREDS },
            x: slots.offset.clone(),
            wish: vec![0.0; slots.len()],
            weight: vec![0.0; slots.len()],
            blocks: Vec::new(),
        }
    }

    /// Puts the middle of every row at 0.
    fn middle(&mut self) {
        for run in &self.glued.parts.runs {
            let half = self.x[run.clone()]
                .last()
                .map_or(0.0, |last| f64::midpoint(self.x[run.start], *last));
            for x in &mut self.x[run.clone()] {
                *x -= half;
            }
        }
        self.weight.fill(1.0);
        self.keep_distances(0..self.glued.parts.runs.len());
    }

    /// Everybody where they stood; newcomers next to their left neighbour.
    fn go_home(&mut self, homes: &[Option<f64>]) {
        self.weight.fill(1.0);
        for run in &self.glued.parts.runs {
            let run = run.clone();
            let first = run.clone().find_map(|s| homes[s].map(|x| x - self.glued.slots.offset[s]));
            let mut shift = first.unwrap_or(0.0);
            for s in run.clone() {
                if let Some(home) = homes[s] {
                    shift = home - self.glued.slots.offset[s];
                }
                self.x[s] = shift + self.glued.slots.offset[s];
                self.weight[s] = if homes[s].is_some() { 1.0 } else { REST };
            }
        }
        self.keep_distances(0..self.glued.parts.runs.len());
    }

    /// Couples over their children.
    fn lift(&mut self, row: usize, centers: &[usize]) {
        self.begin(row);
        for k in centers {
            let center = &self.glued.objective.centers[*k];
            let miss = self.miss(*k);
            for s in center.over.map(|s| s as usize) {
                self.wish[s] += self.x[s] - miss;
                self.weight[s] += 1.0;
            }
        }
        self.finish(row);
    }

    /// Children under their parents.
    fn hang(&mut self, row: usize, centers: &[usize]) {
        self.begin(row);
        for k in centers {
            let miss = self.miss(*k);
            let kids = self.glued.objective.kids_from[*k]..self.glued.objective.kids_from[*k + 1];
            for s in &self.glued.objective.kids[kids] {
                let s = *s as usize;
                self.wish[s] += self.x[s] + miss;
                self.weight[s] += 1.0;
            }
        }
        self.finish(row);
    }

    fn miss(&self, k: usize) -> f64 {
        let center = &self.glued.objective.centers[k];
        let middle =
            |ends: [u32; 2]| f64::midpoint(self.x[ends[0] as usize], self.x[ends[1] as usize]);
        middle(center.over) + center.shift - middle(center.under)
    }

    fn begin(&mut self, row: usize) {
        for s in self.glued.slots.first[row]..self.glued.slots.first[row + 1] {
            self.wish[s] = self.x[s] * self.rest;
            self.weight[s] = self.rest;
        }
    }

    fn finish(&mut self, row: usize) {
        for s in self.glued.slots.first[row]..self.glued.slots.first[row + 1] {
            self.x[s] = self.wish[s] / self.weight[s];
        }
        self.keep_distances(self.glued.parts.runs_of_row(row));
    }

    /// Moves everybody in `runs`, numbers of runs, to the nearest places that are allowed.
    fn keep_distances(&mut self, runs: Range<usize>) {
        let Glued { slots, parts, pins, walls, .. } = self.glued;
        for run in runs {
            let (walls, run) = (walls[run], parts.runs[run].clone());
            project(&mut self.x, &self.weight, run, slots, pins, walls, &mut self.blocks);
        }
    }
}
