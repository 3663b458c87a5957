//! The order of a family that fits on one screen, up to some 150 people.
//!
//! Several walks give different drawings; a descent straightens each; the best few are annealed. All
//! budgets count steps, so that the same family gets the same picture on every machine.

use super::board::Board;
use super::branch::Branches;
use super::graph::Graph;
use super::kin::Kin;
use super::rules::Rules;
use super::search::{Effort, Search};
use super::{sweep, walk};

/// Most items (people and passing lines) that are searched as a whole.
const MOST_ITEMS: usize = 200;
/// How many walks are begun, from different couples.
const WALKS: usize = 12;
/// More items than this are worth sweeps and longer annealing, because walks do less for them.
const CROWDED: usize = 80;
/// Walks in which branches turn to where their lines lead, in crowded families.
const TURNS: usize = 12;
/// Rounds of sweeps in crowded families.
const SWEEPS: usize = 24;
/// Tries of the descent after each walk.
const DESCENT: usize = 500;
/// How many of the straightened walks are annealed.
const STARTS: usize = 4;
/// The same in crowded families.
const STARTS_CROWDED: usize = 3;
/// Tries of annealing each start: measured on 17 hand-made and 20 generated families of 11 to 40
/// people, where this comes within 1 % of what a hundred times the effort finds.
const MOVES: usize = 2_000;
/// The same in crowded families, by item.
const MOVES_AN_ITEM: usize = 30;
/// Extra cost accepted at first.
const HOT: i64 = 30;

/// Is the family small enough for this?
pub(super) fn fits(graph: &Graph) -> bool {
    graph.items() <= MOST_ITEMS
}

/// The items of every row, from left to right.
pub(super) fn order(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let branches = Branches::new(kin, graph);
    let descended = |rows: Vec<Vec<u32>>| {
        let mut search = Search::new(Board::new(graph, rules, rows), &branches, 1);
        search.descend(DESCENT);
        search.into_best()
    };
    let is_crowded = CROWDED < graph.items();
    let turns = if is_crowded { TURNS } else { 0 };
    let mut starts: Vec<(i64, Vec<Vec<u32>>)> = Vec::with_capacity(2 * (WALKS + TURNS));
    for (cost, rows) in walk::several(kin, graph, rules, WALKS.min(kin.bonds.len()).max(1), turns) {
        if cost == 0 {
            return rows;
        }
        if is_crowded {
            starts.push(descended(sweep::swept(kin, graph, rules, rows.clone(), SWEEPS).1));
        }
        starts.push(descended(rows));
    }
    starts.sort_by_key(|&(cost, _)| cost);
    starts.dedup();
    starts.truncate(if is_crowded { STARTS_CROWDED } else { STARTS });
    let moves = if is_crowded { MOVES_AN_ITEM * graph.items() } else { MOVES };
    let mut best = (i64::MAX, Vec::new());
    for (seed, (_, order)) in (1..).zip(starts) {
        let mut search = Search::new(Board::new(graph, rules, order), &branches, seed);
        search.anneal(Effort { moves, hot: HOT });
        best = best.min(search.into_best());
        if best.0 == 0 {
            break;
        }
    }
    let mirrored = best.1.iter().map(|row| row.iter().rev().copied().collect()).collect();
    descended(best.1).min(descended(mirrored)).1
}
