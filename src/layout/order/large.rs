//! The order of a family that does not fit on one screen: hundreds of people to a million.
//!
//! A few walks, barycentre sweeps over the best, then a search in many overlapping tiles. Everything
//! is near linear, and the tiles of one round are searched side by side; what they find is taken over
//! in a fixed order, so that the picture does not depend on the number of processors.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::ops::Range;

use super::graph::Graph;
use super::kin::{Kin, index};
use super::rules::Rules;
use super::search::Effort;
use super::tile::{Cutter, Ties, Window};
use super::{sweep, walk};

/// How much work a family of some size is worth.
#[derive(Clone, Copy, Debug)]
struct Plan {
    /// Walks from different couples.
    walks: usize,
    /// Walks in which branches turn to where their lines lead.
    turns: usize,
    /// How many of all these are swept.
    swept: usize,
    /// Rounds of sweeps.
    sweeps: usize,
    /// Times that tiles are laid over everything.
    passes: usize,
    /// Tries in each tile.
    effort: Effort,
}

/// Places of one row in a tile.
const WIDTH: usize = 16;
/// Rows above and below the middle one of a tile.
const REACH: usize = 1;
/// Fewest tiles in a round that are worth starting threads for.
const WORTH_THREADS: usize = 8;
/// Rows at a time in which tiles are searched; in very high families the others wait their turn.
const MOST_THREADS: usize = 8;

impl Plan {
    fn new(items: usize) -> Self {
        let plan = |[walks, turns, swept, sweeps, passes, moves]: [usize; 6]| Self {
            walks,
            turns,
            swept,
            sweeps,
            passes,
            effort: Effort { moves, hot: 10 },
        };
        plan(match items {
            0..800 => [12, 16, 4, 24, 3, 200],
            800..2_000 => [8, 16, 2, 24, 2, 150],
            2_000..6_000 => [6, 12, 2, 24, 2, 150],
            6_000..30_000 => [3, 8, 1, 16, 1, 60],
            _ => [1, 2, 1, 4, 1, 30],
        })
    }
}

/// The items of every row, from left to right.
pub(super) fn order(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let plan = Plan::new(graph.items());
    let mut found = walk::several(kin, graph, rules, plan.walks, plan.turns);
    found.sort_by_key(|&(cost, _)| cost);
    found.truncate(plan.swept);
    let swept =
        found.into_iter().map(|(_, rows)| sweep::swept(kin, graph, rules, rows, plan.sweeps));
    let Some((_, rows)) = swept.min_by_key(|&(cost, _)| cost) else { return Vec::new() };
    let ties = Ties::new(graph, rules);
    let mut mosaic = Mosaic { graph, rules, ties: &ties, pos: Vec::new(), rows };
    mosaic.note_places();
    for pass in 0..plan.passes {
        mosaic.pass(pass, plan.effort);
    }
    mosaic.rows
}

/// An order that is bettered tile by tile.
struct Mosaic<'a> {
    graph: &'a Graph,
    rules: &'a Rules,
    ties: &'a Ties,
    rows: Vec<Vec<u32>>,
    pos: Vec<u32>,
}

impl Mosaic<'_> {
    fn note_places(&mut self) {
        self.pos.resize(self.graph.items(), 0);
        for row in &self.rows {
            for (place, &item) in row.iter().enumerate() {
                self.pos[item as usize] = index(place);
            }
        }
    }

    /// Lays tiles over all rows once, shifted a little from pass to pass.
    fn pass(&mut self, pass: usize, effort: Effort) {
        const STEP: usize = WIDTH / 2;
        // Tiles of one round stand a full width apart in their middle row, and their rows do not
        // meet those of the next tile above or below.
        let apart = 2 * REACH + 1;
        for first_row in 0..apart.min(self.rows.len()) {
            for phase in 0..2 {
                let mut windows = Vec::new();
                for row in (first_row..self.rows.len()).step_by(apart) {
                    let from = (pass % 2) * STEP / 2 + phase * STEP;
                    let end = self.rows[row].len().saturating_sub(STEP / 2).max(1);
                    for first in (from..end).step_by(2 * STEP) {
                        let window = self.window(row, first);
                        // Where everybody stands alone there is nothing to order.
                        if window.stretches.iter().any(|stretch| 1 < stretch.len()) {
                            windows.push(window);
                        }
                    }
                }
                self.round(&windows, effort, pass);
            }
        }
    }

    /// Searches all `windows` and takes over what is found, where two overlap from the first only.
    fn round(&mut self, windows: &[Window], effort: Effort, pass: usize) {
        let n_threads = match windows.len() {
            0..WORTH_THREADS => 1,
            _ => std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS),
        };
        let share = windows.len().div_ceil(n_threads).max(1);
        let search = |part: &[Window], first: usize| -> Vec<Option<Vec<Vec<u32>>>> {
            let mut cutter = Cutter::new(self.graph, self.rules, self.ties);
            let numbered = (first..).zip(part);
            let seed = |nth: usize| (pass * 1_000_003 + nth + 1) as u64;
            numbered
                .map(|(nth, window)| {
                    cutter.better(&self.rows, &self.pos, window, effort, seed(nth))
                })
                .collect()
        };
        let found: Vec<Option<Vec<Vec<u32>>>> = if n_threads == 1 {
            search(windows, 0)
        } else {
            std::thread::scope(|scope| {
                let search = &search;
                let parts = windows.chunks(share).enumerate();
                let threads: Vec<_> = parts
                    .map(|(nth, part)| scope.spawn(move || search(part, nth * share)))
                    .collect();
                // A thread that stopped found nothing.
                threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
            })
        };
        let mut taken_to = vec![Vec::<Range<usize>>::new(); self.rows.len()];
        for (window, found) in windows.iter().zip(found) {
            let Some(found) = found else { continue };
            let stretches = || (window.top..).zip(&window.stretches);
            let is_free = |(row, stretch): (usize, &Range<usize>)| {
                // Windows come from left to right in their middle rows, so few need a look.
                let overlap = |t: &Range<usize>| t.start < stretch.end && stretch.start < t.end;
                !taken_to[row].iter().rev().take(8).any(overlap)
            };
            if !stretches().all(is_free) {
                continue;
            }
            for ((row, stretch), items) in stretches().zip(found) {
                for (place, item) in stretch.clone().zip(items) {
                    self.rows[row][place] = item;
                    self.pos[item as usize] = index(place);
                }
                taken_to[row].push(stretch.clone());
            }
        }
    }

    /// A stretch of `WIDTH` places from `first` on, with the stretches below their children and
    /// above their parents.
    fn window(&self, middle_row: usize, first: usize) -> Window {
        let top = middle_row.saturating_sub(REACH);
        let bottom = (middle_row + REACH + 1).min(self.rows.len());
        let mut stretches = vec![0..0; bottom - top];
        stretches[middle_row - top] = self.stretch(middle_row, first + WIDTH / 2);
        for row in middle_row + 1..bottom {
            let middle = self.far_middle(row - 1, &stretches[row - 1 - top], row - 1);
            stretches[row - top] = self.stretch(row, middle);
        }
        for row in (top..middle_row).rev() {
            let middle = self.far_middle(row + 1, &stretches[row + 1 - top], row);
            stretches[row - top] = self.stretch(row, middle);
        }
        Window { top, stretches }
    }

    fn stretch(&self, row: usize, middle: usize) -> Range<usize> {
        let width = WIDTH.min(self.rows[row].len());
        let first = middle.saturating_sub(width / 2).min(self.rows[row].len() - width);
        first..first + width
    }

    /// The median place at the other end of the lines that a stretch of `row` has in `gap`.
    fn far_middle(&self, row: usize, stretch: &Range<usize>, gap: usize) -> usize {
        let mut ends: Vec<u32> = Vec::with_capacity(2 * WIDTH);
        for &item in &self.rows[row][stretch.clone()] {
            for net in self.ties.nets_in(self.graph, item, gap) {
                let far = if row == gap { net.lower } else { net.upper };
                ends.extend(far.iter().map(|&item| self.pos[item as usize]));
            }
        }
        if ends.is_empty() {
            let other = if row == gap { row + 1 } else { gap };
            let (here, there) = (self.rows[row].len(), self.rows[other].len());
            return stretch.start * there / here.max(1);
        }
        let middle = ends.len() / 2;
        *ends.select_nth_unstable(middle).1 as usize
    }
}
