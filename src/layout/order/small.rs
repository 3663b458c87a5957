//! The order of a family that fits on one screen, up to some 150 people.
//!
//! Several walks give different drawings; a descent straightens each; the best few are annealed. All
//! budgets count steps, so that the same family gets the same picture on every machine.

use super::board::Board;
use super::branch::Branches;
use super::graph::Graph;
use super::keep::put_pinned_in_order;
use super::kin::Kin;
use super::rules::Rules;
use super::search::{Effort, Search};
use super::walk;

/// Most items (people and passing lines) that are searched as a whole.
const MOST_ITEMS: usize = 200;
/// How many walks are begun, from different couples.
const WALKS: usize = 12;
/// Tries of the descent after each walk.
const DESCENT: usize = 500;
/// How many of the straightened walks are annealed.
const STARTS: usize = 4;
/// Annealing a start: measured on 17 hand-made and 20 generated families of 11 to 40 people, where
/// this comes within 1 % of what a hundred times the effort finds.
const EFFORT: Effort = Effort { moves: 2_000, hot: 30 };

/// Is the family small enough for this?
pub(super) fn fits(graph: &Graph) -> bool {
    graph.items() <= MOST_ITEMS
}

/// The items of every row, from left to right.
pub(super) fn order(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let branches = Branches::new(kin, graph);
    let mut starts: Vec<(i64, Vec<Vec<u32>>)> = Vec::with_capacity(WALKS);
    for start in 0..WALKS.min(kin.bonds.len()).max(1) {
        let mut order = walk::people(kin, start);
        put_pinned_in_order(rules, &mut order);
        walk::with_passing(graph, &mut order);
        let mut search = Search::new(Board::new(graph, rules, order), &branches, 1);
        search.descend(DESCENT);
        let found = search.into_best();
        if found.0 == 0 {
            return found.1;
        }
        starts.push(found);
    }
    starts.sort_by_key(|&(cost, _)| cost);
    starts.dedup();
    starts.truncate(STARTS);
    let mut best = (i64::MAX, Vec::new());
    for (seed, (_, order)) in (1..).zip(starts) {
        let mut search = Search::new(Board::new(graph, rules, order), &branches, seed);
        search.anneal(EFFORT);
        let found = search.into_best();
        if found.0 < best.0 {
            best = found;
        }
        if best.0 == 0 {
            break;
        }
    }
    let mut search = Search::new(Board::new(graph, rules, best.1), &branches, 1);
    search.descend(DESCENT);
    search.into_best().1
}
