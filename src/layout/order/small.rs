//! The order of a family that fits on one screen, up to some 150 people.
//!
//! Several walks give different drawings, sweeps straighten each, and the best of them race: all are
//! annealed for a while, the better half goes on, until one is left or several agree. Beyond a few dozen
//! people slow waves and orders that grow give more drawings; then all are sifted for a while, which
//! finds as much in a fraction of the time, and only the last few are annealed. The race is run on the folded family, the
//! last touches are put on when everybody stands by themselves again. All budgets count steps, so that
//! the same family gets the same picture on every machine.

use super::board::Board;
use super::branch::Branches;
use super::fold::Fold;
use super::graph::{FEW_ITEMS, Graph};
use super::kin::Kin;
use super::large::{Sifted, Tries};
use super::rules::Rules;
use super::search::{Effort, Search};
use super::{grow, large, spread, sweep, walk};
use crate::share;

/// How many walks are begun, from different couples.
const WALKS: usize = 12;
/// Which waves are looked at besides.
const WAVES_SEED: u64 = 7919;
/// Rounds of sweeps after each.
const SWEEPS: usize = 24;
/// Tries of the descent that shows which starts are worth more.
const DESCENT: usize = 500;
/// How many starts race.
const STARTS: usize = 8;
/// If so many of them end at the same cost, hardly anything is left to find: the rounds before the
/// last are left out.
const AGREED: usize = 3;
/// Tries of annealing each of them in the first round, by folded item; later rounds try as much in
/// all. Measured on sixty families of 11 to 60 people, where this comes within 3 % of what thirty
/// times the effort finds, and on thirty of 80 to 140, where it comes within 12 %.
const MOVES_AN_ITEM: usize = 10;
/// The same for small families, where time is no matter.
const MOVES_AT_LEAST: usize = 600;
/// Extra cost accepted in the first round for every try an item, and at most: heat only pays where
/// there is time to cool down.
const HOT: usize = 3;
const HOTTEST: usize = 60;
/// How much of that is left in the last round.
const HOT_LAST: i64 = 12;
/// In larger families, how many orders are sifted, and up to which round.
const HEATS: [(usize, usize); 3] = [(12, 1), (4, 4), (2, ROUNDS)];
/// How often the rows of the last of them are sifted.
const ROUNDS: usize = 10;
/// Blocks tried each time.
const TRIES: Tries = Tries { per_ten: 10, luck: 622_222_216 };
/// Extra cost accepted in the first round, and how fast that falls at first.
const SIFT_HOT: f64 = 40.0;
const SIFT_STEEPNESS: f64 = 4.3;
/// Tries of annealing them afterwards, by folded item, and the extra cost accepted at first.
const MOVES_AFTER_SIFTING: usize = 40;
const HOT_AFTER_SIFTING: i64 = 16;
/// Couples from which orders grow in larger families.
const GROWN: usize = 4;
/// How often rows are sifted when everybody is unfolded, and the heat at first.
const SIFTED_LAST: usize = 6;
const SIFTED_LAST_HEAT: f64 = 16.0;
/// Tries of annealing by item when everybody is unfolded, in small families and in those that were
/// sifted, and the extra cost accepted then.
const POLISH: usize = 20;
const POLISH_SIFTED: usize = 5;
const POLISH_HOT: i64 = 6;

/// Fewest items for which threads are worth it.
const WORTH_THREADS: usize = 40;

/// What an order costs, and the order: the items of every row, from left to right.
type Costed = (i64, Order);
/// The items of every row, from left to right.
type Order = Vec<Vec<u32>>;

/// The items of every row, from left to right.
pub(super) fn order(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let walks = walk::several(kin, graph, rules, WALKS.min(kin.bonds.len()).max(1));
    if let Some((_, perfect)) = walks.iter().find(|walk| walk.0 == 0) {
        return perfect.clone();
    }
    let fold = Fold::new(kin, graph, rules);
    let few = graph.items() <= FEW_ITEMS;
    let from_walks = || -> Vec<Order> {
        let partners = sweep::partners(kin, graph);
        let both = |(_, rows): &Costed| {
            let swept = sweep::swept(&partners, graph, rules, rows.clone(), SWEEPS).1;
            [fold.folded(rows), fold.folded(&swept)]
        };
        walks.iter().flat_map(both).collect()
    };
    let waves = || {
        spread::spread(&fold, &spread::GENTLE, WAVES_SEED)
            .into_iter()
            .map(|(_, rows)| rows)
            .collect()
    };
    let grown = || {
        grow::several(kin, GROWN, &grow::BOTH, |rows| fold.folded(&walk::whole(graph, rules, rows)))
    };
    let sources: [&(dyn Fn() -> Vec<Order> + Sync); 3] = [&waves, &from_walks, &grown];
    let sources = if few { &sources[1..2] } else { &sources[..] };
    let mut orders = share::mapped(sources, threads(graph), |source| source()).concat();
    orders.sort_unstable();
    orders.dedup();
    let best = fold.unfolded(&if few { race(&fold, &orders) } else { heats(&fold, orders) });
    let mirrored = best.iter().map(|row| row.iter().rev().copied().collect()).collect();
    let branches = Branches::new(kin, graph);
    let found = share::mapped(&[best, mirrored], threads(graph), |rows| {
        let tries = if few { POLISH } else { POLISH_SIFTED };
        let rows = if few { rows.clone() } else { sifted_last(graph, rules, rows) };
        let mut search = Search::new(Board::new(graph, rules, rows), &branches, 1);
        search.descend(DESCENT);
        search.anneal(Effort { moves: tries * graph.items(), hot: POLISH_HOT });
        // Nothing may be left that a later edit would set right.
        let mut search = Search::new(Board::new(graph, rules, search.into_best().1), &branches, 1);
        search.descend(usize::MAX);
        search.into_best()
    });
    found.into_iter().min().unwrap_or_default().1
}

/// The order that sifting makes of `rows` in which everybody stands by themselves.
fn sifted_last(graph: &Graph, rules: &Rules, rows: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut sifted = Sifted::new(graph, rules, rows, TRIES);
    for round in 0..SIFTED_LAST {
        sifted.round(round, large::heat(SIFTED_LAST_HEAT, 0.0, round, SIFTED_LAST));
    }
    sifted.items()
}

/// Among how many threads the search is shared.
fn threads(graph: &Graph) -> usize {
    if graph.items() < WORTH_THREADS { 1 } else { share::threads() }
}

/// The best order that is found from `orders` of the folded family by sifting most of the way.
fn heats(fold: &Fold, orders: Vec<Vec<Vec<u32>>>) -> Vec<Vec<u32>> {
    let threads = threads(&fold.graph);
    let cost = |rows: Vec<Vec<u32>>| Board::new(&fold.graph, &fold.rules, rows).costed();
    let mut racers: Vec<Costed> = orders.into_iter().map(cost).collect();
    let mut done = 0;
    for (places, rounds) in HEATS {
        racers.sort_unstable();
        // What costs the same is most often the same, or its mirror image.
        racers.dedup_by_key(|racer| racer.0);
        racers.truncate(places);
        racers = share::mapped(&racers, threads, |(cost, rows)| {
            let mut sifted = Sifted::new(&fold.graph, &fold.rules, rows, TRIES);
            let heat = |round| large::heat(SIFT_HOT, SIFT_STEEPNESS, round, ROUNDS);
            let change: i64 = (done..rounds).map(|round| sifted.round(round, heat(round))).sum();
            (cost + change, sifted.items())
        });
        done = rounds;
    }
    let branches = Branches::of(&fold.graph, &fold.nets, |_| false);
    let seeded: Vec<(u64, Costed)> = (1..).zip(racers).collect();
    let found = share::mapped(&seeded, threads, |(seed, (_, rows))| {
        let board = Board::new(&fold.graph, &fold.rules, rows.clone());
        let mut search = Search::new(board, &branches, *seed);
        search.descend(DESCENT);
        let moves = MOVES_AFTER_SIFTING * fold.graph.items();
        search.anneal(Effort { moves, hot: HOT_AFTER_SIFTING });
        search.into_best()
    });
    found.into_iter().min().unwrap_or_default().1
}

/// The best order that is found from `orders` of the folded family.
fn race(fold: &Fold, orders: &[Vec<Vec<u32>>]) -> Vec<Vec<u32>> {
    let branches = Branches::of(&fold.graph, &fold.nets, |_| false);
    let search = |rows: &[Vec<u32>], seed: u64| {
        Search::new(Board::new(&fold.graph, &fold.rules, rows.to_vec()), &branches, seed)
    };
    let descended = |rows: &Vec<Vec<u32>>| {
        let mut search = search(rows, 1);
        search.descend(DESCENT);
        search.into_best()
    };
    let threads = threads(&fold.graph);
    let mut starts: Vec<Costed> = share::mapped(orders, threads, descended);
    let moves = MOVES_AT_LEAST.max(MOVES_AN_ITEM * fold.graph.items());
    let hottest = (HOT * moves / fold.graph.items().max(1)).min(HOTTEST) as i64;
    let mut seed = 0;
    let mut agreed = false;
    for places in [STARTS, STARTS / 2, STARTS / 4, 1] {
        if agreed && 1 < places {
            continue;
        }
        starts.sort_unstable();
        // What costs the same is most often the same, or its mirror image.
        starts.dedup_by_key(|start| start.0);
        starts.truncate(places);
        if starts.first().is_some_and(|best| best.0 == 0) {
            break;
        }
        let share = starts.len().max(1);
        let hot = HOT_LAST + (hottest - HOT_LAST) * (share as i64 - 1) / (STARTS as i64 - 1);
        let seeded: Vec<(u64, Costed)> = (seed + 1..).zip(starts).collect();
        seed += share as u64;
        starts = share::mapped(&seeded, threads, |(seed, (_, rows))| {
            let mut search = search(rows, *seed);
            search.anneal(Effort { moves: moves * STARTS / share, hot });
            search.into_best()
        });
        let best = starts.iter().map(|start| start.0).min();
        agreed = AGREED <= starts.iter().filter(|start| Some(start.0) == best).count();
    }
    starts.into_iter().min().unwrap_or_default().1
}
