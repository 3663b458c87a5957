//! The order after an edit: as it was, except around what is new.
//!
//! Who looks at a map knows it by heart. So everybody keeps the place they had; who is new goes where
//! it costs least; and a rearrangement has to earn what it costs the eye (after North's DynaDAG, 1996,
//! which also keeps the old order and only betters around the change).

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::board::Board;
use super::branch::Branches;
use super::frame::Frame;
use super::graph::{FEW_ITEMS, Graph};
use super::kin::{Kin, index};
use super::rules::Rules;
use super::search::{Chance, Search};
use super::sift::Sifter;
use super::small;
use super::strip::Strip;
use super::walk;

/// How much better a rearrangement must be: nearly a crossing or a couple apart …
const PRICE: i64 = 30;
/// … less around somebody of whom was just told what orders people, so that a year typed late puts its
/// sibling in order as one typed at once …
const PRICE_OF_NEWS: i64 = 8;
/// … and this for everybody who moves and was there before.
const PRICE_A_PERSON: i64 = 3;
/// A small family that costs so much more than if it were drawn afresh is drawn afresh: a couple torn
/// apart by another family and a crossing, at least.
const TORN: i64 = 90;
/// Tries of moving branches.
const TRIES: usize = 2_000;
/// Places tried to each side of where somebody new would stand by feel.
const REACH: usize = 24;
/// Passing lines are put in their best place in families with up to this many of them.
const MOST_PASSING: usize = 60;

/// The items of every row. `previous` holds the rows that were, with columns, from left to right; items
/// that are not in it are new. `near` are those around whom something changed otherwise, where that is known;
/// `retold` those among them of whom another age, side or place among siblings is told.
pub(super) fn order(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    previous: &[Vec<(f64, u32)>],
    near: Option<&[u32]>,
    retold: &[u32],
) -> Vec<Vec<u32>> {
    let (mut rows, is_new) = with_new_people(kin, graph, previous);
    rules.put_pinned_in_order(&mut rows);
    walk::with_passing(graph, &mut rows);

    let is_loose =
        |p: &u32| is_new[*p as usize] || retold.contains(p) && kin.pin[*p as usize].is_none();
    let mut loose: Vec<u32> = (0..index(kin.people())).filter(is_loose).collect();
    let all_lines = index(graph.people)..index(graph.items());
    let lines = all_lines.filter(|&line| is_new[line as usize] || graph.fits_on_one_screen());
    let lines: Vec<u32> = lines.collect();
    if lines.len() <= MOST_PASSING {
        loose.extend(lines);
    }
    let rows = with_best_places(graph, rules, rows, &loose);
    if !graph.fits_on_one_screen() {
        return rows;
    }
    let branches = Branches::new(kin, graph);
    let mut search = Search::new(Board::new(graph, rules, rows), &branches, 1);
    let fixed: Vec<u32> = rules.rows.iter().flat_map(|row| row.pinned.iter().copied()).collect();
    let people = kin.people();
    let is_old = |item: u32| (item as usize) < people && !is_new[item as usize];
    let held = held(kin, &people_of(kin, previous), &is_new, near);
    search.settle(TRIES, &fixed, &held, |moved| {
        let n_old = moved.iter().filter(|&&item| is_old(item)).count() as i64;
        let is_news = moved.iter().any(|item| retold.contains(item));
        let price = if is_news { PRICE_OF_NEWS } else { PRICE };
        if n_old == 0 { 1 } else { price + PRICE_A_PERSON * n_old }
    });
    let (cost, kept) = search.into_best();
    // Nobody wants to keep what no stranger could read; who only links people wants nothing to move.
    let has_newcomers = is_new.iter().take(people).any(|is_new| *is_new);
    if near.is_some() && has_newcomers && TORN <= cost && graph.items() <= FEW_ITEMS {
        let afresh = small::order(kin, graph, rules);
        if TORN <= cost - Board::new(graph, rules, afresh.clone()).cost() {
            return afresh;
        }
    }
    kept
}

/// The people in each row, without passing lines.
fn people_of(kin: &Kin, rows: &[Vec<(f64, u32)>]) -> Vec<Vec<u32>> {
    let is_person = |item: &u32| (*item as usize) < kin.people();
    rows.iter().map(|row| row.iter().map(|&(_, item)| item).filter(is_person).collect()).collect()
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
    let mut is_kin = is_new[..kin.people()].to_vec();
    if !is_kin.contains(&true) && near.is_none() {
        return held;
    }
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
    previous: &[Vec<(f64, u32)>],
) -> Vec<Vec<u32>> {
    let (mut rows, _) = with_new_people(kin, graph, previous);
    rules.put_pinned_in_order(&mut rows);
    walk::with_passing(graph, &mut rows);
    rows
}

/// Everybody in their row: those who were there in the order they had, with the lines that passed
/// among them, the others by feel. Says which items are new.
fn with_new_people(
    kin: &Kin,
    graph: &Graph,
    previous: &[Vec<(f64, u32)>],
) -> (Vec<Vec<u32>>, Vec<bool>) {
    let mut column = vec![f64::NAN; graph.items()];
    for &(x, item) in previous.iter().flatten() {
        column[item as usize] = x;
    }
    let is_new: Vec<bool> = column.iter().map(|column| column.is_nan()).collect();
    guess(kin, &mut column);
    let mut rows = vec![Vec::new(); kin.n_rows];
    for (item, column) in (0..).zip(&column) {
        if !column.is_nan() {
            rows[graph.row[item as usize] as usize].push(item);
        }
    }
    for row in &mut rows {
        row.sort_by(|&a: &u32, &b: &u32| column[a as usize].total_cmp(&column[b as usize]));
    }
    (rows, is_new)
}

/// A column for everybody who has none: beside the partner, among the siblings, below the parents or
/// above the children, whoever of them has a place already.
fn guess(kin: &Kin, column: &mut [f64]) {
    let mut open: Vec<u32> =
        (0..index(kin.people())).filter(|&p| column[p as usize].is_nan()).collect();
    while !open.is_empty() {
        let found: Vec<(u32, f64)> =
            open.iter().filter_map(|&p| Some((p, near_relatives(kin, column, p)?))).collect();
        if found.is_empty() {
            break;
        }
        for (person, place) in found {
            column[person as usize] = place;
        }
        open.retain(|&p| column[p as usize].is_nan());
    }
    for person in open {
        column[person as usize] = f64::INFINITY;
    }
}

fn near_relatives(kin: &Kin, column: &[f64], person: u32) -> Option<f64> {
    /// Far less than lies between two people.
    const NEXT_TO: f64 = 1e-6;
    let at = person as usize;
    let known = |other: u32| Some(column[other as usize]).filter(|column| !column.is_nan());
    let bonds = || kin.as_partner[at].iter().map(|&bond| (bond, &kin.bonds[bond as usize]));
    if let Some(beside) = bonds().find_map(|(bond, _)| known(kin.partner(bond, person)?)) {
        return Some(beside + NEXT_TO);
    }
    if let Some(home) = kin.home[at] {
        let home = &kin.bonds[home as usize];
        let (elder, younger) = home.children.split_at(kin.nth[at] as usize);
        let elder = elder.iter().rev().find_map(|&c| known(c));
        let younger = younger.iter().find_map(|&c| known(c));
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

/// The order of `rows` with each of the `loose` items in its best place, twice in turn. Only the rows
/// that hold one, and those beside them, are looked at.
fn with_best_places(
    graph: &Graph,
    rules: &Rules,
    mut rows: Vec<Vec<u32>>,
    loose: &[u32],
) -> Vec<Vec<u32>> {
    let numbers = Frame::numbers(graph, &rows);
    let mut sifted: Vec<Option<(Frame, Strip)>> = vec![None; rows.len()];
    for &item in loose.iter().chain(loose) {
        let row = graph.row[item as usize] as usize;
        for near in row.saturating_sub(1)..(row + 2).min(rows.len()) {
            sifted[near].get_or_insert_with(|| {
                let frame = Frame::new(graph, rules, &rows[near], near, &numbers);
                let strip = Strip::new(&frame);
                (frame, strip)
            });
        }
        let Some((frame, mut strip)) = sifted[row].take() else { continue };
        let near = [row.checked_sub(1), Some(row + 1)]
            .map(|near| sifted.get(near?)?.as_ref().map(|(_, strip)| strip));
        let mut sifter = Sifter::new(&frame, &mut strip, near, rules.prices, Chance::new(1));
        let here = sifter.place(numbers[item as usize]);
        sifter.carry_to_best(here, REACH);
        sifted[row] = Some((frame, strip));
    }
    for (row, sifted) in rows.iter_mut().zip(sifted) {
        if let Some((frame, strip)) = sifted {
            *row = frame.items_of(&strip.order);
        }
    }
    rows
}
