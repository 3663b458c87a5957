//! The order of a large family once more, when everybody has been given a column.
//!
//! Until then lines cross or not as if all places of a row were equally far apart. In the picture they
//! are not: a couple of whom one partner stands far off, or children who needed much room, let lines
//! cross that the order thought apart, and the other way round. Now what is counted is what is seen.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::frame::Frame;
use super::graph::{End, Graph};
use super::kin::Kin;
use super::large::{self, Plan, Sifted};
use super::rules::Rules;
use crate::layout::place::Columns;
use crate::share;

/// So many map units are one column: half the free space between two boxes, usually.
const COLUMN: f64 = 10.0;
/// Times that all rows are sifted, and the extra cost accepted in the first of them.
const ROUNDS: usize = 3;
const HEAT: f64 = 8.0;

/// Sifts `rows`, in which people and lines have the columns that `place` finds; hands these over.
pub(super) fn settle(
    kin: &Kin,
    graph: &Graph,
    rules: &Rules,
    rows: &mut Vec<Vec<u32>>,
    place: impl FnOnce() -> Columns,
) -> Columns {
    let frames = || Frame::all(graph, rules, rows);
    let (frames, columns) = share::both(share::threads(), frames, place);
    let x = known_columns(kin, graph, &columns);
    let steps: Vec<Vec<u32>> = rows.iter().map(|row| in_steps(row, &x)).collect();
    let tries = Plan::new(graph.items()).tries;
    let mut sifted = Sifted::in_columns(rules, frames, steps, tries);
    sifted.rounds(0..ROUNDS, |round| large::heat(HEAT, 0.0, round, ROUNDS));
    *rows = sifted.items();
    columns
}

/// Where each item stands, in map units. Lines to a partner further down have no column.
fn known_columns(kin: &Kin, graph: &Graph, columns: &Columns) -> Vec<Option<f64>> {
    let people = kin.original.iter().map(|&person| columns.people.get(person).copied());
    let mut links = columns.links.iter().copied();
    let lines = graph.passing.iter().map(|passing| match passing.to {
        End::Child => links.next(),
        End::Bond => None,
    });
    people.chain(lines).collect()
}

/// How many columns right of the first each of `row` stands, everybody at least one further than who
/// comes before.
fn in_steps(row: &[u32], x: &[Option<f64>]) -> Vec<u32> {
    let first = row.iter().find_map(|&item| x[item as usize]).unwrap_or_default();
    let mut least = 0;
    let column = |&item: &u32| {
        let known = x[item as usize].map(|x| ((x - first) / COLUMN).round().max(0.0) as u32);
        let column = known.unwrap_or(least).max(least);
        least = column + 1;
        column
    };
    row.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_stands_further_than_who_comes_before() {
        let x = [Some(-20.0), Some(31.0), None, Some(33.0), Some(500.0)];
        assert_eq!(in_steps(&[0, 1, 2, 3, 4], &x), [0, 5, 6, 7, 52]);
        assert_eq!(in_steps(&[2, 1], &x), [0, 1]);
        assert_eq!(in_steps(&[], &x), [0; 0]);
    }
}
