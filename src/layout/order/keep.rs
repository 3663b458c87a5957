//! The order after an edit: as it was, except around what is new.
//!
//! Who looks at a map knows it by heart. So everybody keeps the place they had; who is new goes where
//! it costs least; and a rearrangement has to earn what it costs the eye (after North's DynaDAG, 1996,
//! which also keeps the old order and only betters around the change).

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::board::Board;
use super::branch::Branches;
use super::graph::Graph;
use super::kin::{Kin, index};
use super::rules::Rules;
use super::search::Search;
use super::walk;

/// How much better a rearrangement must be: nearly a crossing or a couple apart …
const PRICE: i64 = 30;
/// … and this for everybody who moves and was there before.
const PRICE_A_PERSON: i64 = 3;
/// Tries of moving branches.
const TRIES: usize = 2_000;
/// Places tried to each side of where somebody new would stand by feel.
const REACH: usize = 24;
/// Passing lines are put in their best place in families with up to this many of them.
const MOST_PASSING: usize = 60;

/// The items of every row. `previous` holds the rows that were, from left to right; people who are
/// not in it are new. `near` are those around whom something changed otherwise, where that is known.
pub(super) fn order(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    previous: &[Vec<u32>],
    near: Option<&[u32]>,
) -> Vec<Vec<u32>> {
    let (mut rows, is_new) = with_new_people(kin, previous);
    rules.put_pinned_in_order(&mut rows);
    walk::with_passing(graph, &mut rows);

    let mut board = Board::new(graph, rules, rows);
    let mut loose: Vec<u32> = (0..index(kin.people())).filter(|&p| is_new[p as usize]).collect();
    if graph.passing.len() <= MOST_PASSING {
        loose.extend(index(graph.people)..index(graph.items()));
    }
    for _ in 0..2 {
        for &item in &loose {
            sift(graph, &mut board, item);
        }
    }
    if !graph.fits_on_one_screen() {
        return board.rows;
    }
    let branches = Branches::new(kin, graph);
    let mut search = Search::new(board, &branches, 1);
    let fixed: Vec<u32> = rules.rows.iter().flat_map(|row| row.pinned.iter().copied()).collect();
    let people = kin.people();
    let is_old = |item: u32| (item as usize) < people && !is_new[item as usize];
    let held = held(kin, previous, &is_new, near);
    search.settle(TRIES, &fixed, &held, |moved| {
        let n_old = moved.iter().filter(|&&item| is_old(item)).count() as i64;
        if n_old == 0 { 1 } else { PRICE + PRICE_A_PERSON * n_old }
    });
    search.into_best().1
}

/// Neighbours, left and right, who may not change sides: all who stood side by side in their row,
/// unless one of them belongs to a family that somebody new belongs to or is near another change, or
/// stands beside somebody who does. Where it cannot be told what changed, nobody is held.
fn held(
    kin: &Kin,
    previous: &[Vec<u32>],
    is_new: &[bool],
    near: Option<&[u32]>,
) -> Vec<Vec<[u32; 2]>> {
    let mut held = vec![Vec::new(); kin.n_rows];
    if !is_new.contains(&true) && near.is_none() {
        return held;
    }
    let mut is_kin = is_new.to_vec();
    for bond in &kin.bonds {
        let members = || bond.partners.iter().chain(&bond.children).chain(&bond.second);
        if members().any(|&person| is_new[person as usize]) {
            members().for_each(|&person| is_kin[person as usize] = true);
        }
    }
    near.into_iter().flatten().for_each(|&person| is_kin[person as usize] = true);
    for row in previous {
        let is_close = |at: usize| {
            let beside = &row[at.saturating_sub(1)..(at + 2).min(row.len())];
            beside.iter().any(|&person| is_kin[person as usize])
        };
        for (at, pair) in row.windows(2).enumerate() {
            let [left, right] = [pair[0], pair[1]];
            let rows = [left, right].map(|person| kin.row[person as usize]);
            if rows[0] == rows[1] && !is_close(at) && !is_close(at + 1) {
                held[rows[0]].push([left, right]);
            }
        }
    }
    held
}

/// The items of every row as they were; nothing is bettered.
pub(super) fn as_before(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    previous: &[Vec<u32>],
) -> Vec<Vec<u32>> {
    let (mut rows, _) = with_new_people(kin, previous);
    rules.put_pinned_in_order(&mut rows);
    walk::with_passing(graph, &mut rows);
    rows
}

/// Everybody in their row: those who were there in the order they had, the others by feel.
fn with_new_people(kin: &Kin, previous: &[Vec<u32>]) -> (Vec<Vec<u32>>, Vec<bool>) {
    let mut share = vec![f64::NAN; kin.people()];
    for row in previous {
        for (place, &person) in row.iter().enumerate() {
            share[person as usize] = (place as f64 + 0.5) / row.len() as f64;
        }
    }
    let is_new: Vec<bool> = share.iter().map(|share| share.is_nan()).collect();
    guess(kin, &mut share);
    let mut rows = vec![Vec::new(); kin.n_rows];
    for person in 0..index(kin.people()) {
        rows[kin.row[person as usize]].push(person);
    }
    for row in &mut rows {
        row.sort_by(|&a: &u32, &b: &u32| share[a as usize].total_cmp(&share[b as usize]));
    }
    (rows, is_new)
}

/// A share of the row for everybody who has none: beside the partner, among the siblings, below the
/// parents or above the children, whoever of them has a place already.
fn guess(kin: &Kin, share: &mut [f64]) {
    let mut open: Vec<u32> =
        (0..index(kin.people())).filter(|&p| share[p as usize].is_nan()).collect();
    while !open.is_empty() {
        let found: Vec<(u32, f64)> =
            open.iter().filter_map(|&p| Some((p, near_relatives(kin, share, p)?))).collect();
        if found.is_empty() {
            break;
        }
        for (person, place) in found {
            share[person as usize] = place;
        }
        open.retain(|&p| share[p as usize].is_nan());
    }
    for person in open {
        share[person as usize] = 1.0;
    }
}

fn near_relatives(kin: &Kin, share: &[f64], person: u32) -> Option<f64> {
    /// Far less than one place in the longest row.
    const NEXT_TO: f64 = 1e-9;
    let at = person as usize;
    let known = |other: u32| Some(share[other as usize]).filter(|share| !share.is_nan());
    let bonds = || kin.as_partner[at].iter().map(|&bond| (bond, &kin.bonds[bond as usize]));
    if let Some(beside) = bonds().find_map(|(bond, _)| known(kin.partner(bond, person)?)) {
        return Some(beside + NEXT_TO);
    }
    if let Some(home) = kin.home[at] {
        let home = &kin.bonds[home as usize];
        let elder = home.children.iter().rev().find_map(|&c| known(c).filter(|_| c < person));
        let younger = home.children.iter().find_map(|&c| known(c).filter(|_| person < c));
        let beside = elder.map(|e| e + NEXT_TO).or(younger.map(|y| y - NEXT_TO));
        if let Some(place) = beside.or_else(|| mean(home.partners.iter().filter_map(|&p| known(p))))
        {
            return Some(place);
        }
    }
    let children = bonds().flat_map(|(_, bond)| bond.children.iter().chain(&bond.second));
    mean(children.filter_map(|&child| known(child)))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    (0.0 < n).then(|| sum / n)
}

/// Tries the places around an item and leaves it at the cheapest, the nearest of several.
fn sift(graph: &Graph, board: &mut Board<'_>, item: u32) {
    let row = graph.row[item as usize] as usize;
    let here = board.pos[item as usize] as usize;
    let last = board.rows[row].len() - 1;
    let (first, last) = (here.saturating_sub(REACH), last.min(here + REACH));
    let mut best = (board.part(&[row]), 0, here);
    let mut at = here;
    for to in first..=last {
        carry(board, row, at, to);
        at = to;
        if board.recount(&[row], i64::MAX).is_some() {
            best = best.min((board.part(&[row]), to.abs_diff(here), to));
        }
    }
    carry(board, row, at, best.2);
    board.recount(&[row], i64::MAX);
}

fn carry(board: &mut Board<'_>, row: usize, from: usize, to: usize) {
    if from < to {
        board.rows[row][from..=to].rotate_left(1);
    } else {
        board.rows[row][to..=from].rotate_right(1);
    }
    board.note_places(row);
}
