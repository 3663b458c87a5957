//! Phases 1 and 2: who stands in which row, and in which order, with few crossings.

mod board;
mod branch;
mod crossings;
mod fold;
mod frame;
mod graph;
mod grow;
mod keep;
mod kin;
mod large;
mod lists;
mod rules;
mod search;
mod sift;
mod spread;
mod small;
mod strip;
mod sweep;
mod walk;
mod wish;

use crate::layout::rows::{Link, Rows, Slot};
use crate::layout::{Family, Options};

use graph::{End, Graph};
use kin::Kin;
use rules::Rules;

/// If fewer than one in so many people stood somewhere before, the order is made afresh.
const FEW_KNOWN: usize = 4;

/// Rows and their order for a family that was not drawn before.
#[must_use]
pub(super) fn rows(family: &Family, options: &Options) -> Rows {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, options);
    let order = if graph.fits_on_one_screen() {
        small::order(&kin, &graph, &rules)
    } else {
        large::order(&kin, &graph, &rules)
    };
    finished(&kin, &graph, &order)
}

/// Rows and their order for a family of which most stood in the rows `previous` before, by index in
/// `family`. Keeps that order except around what is new or changed; `near` names those around whom
/// something changed, besides whoever is new, where that is known.
#[must_use]
pub(super) fn rows_from(
    family: &Family,
    options: &Options,
    previous: &[Vec<usize>],
    near: Option<&[usize]>,
) -> Rows {
    let kin = Kin::new(family);
    let previous = numbered(&kin, previous);
    if previous.iter().map(Vec::len).sum::<usize>() * FEW_KNOWN < kin.people() {
        return rows(family, options);
    }
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, options);
    let near = near.map(|people| numbered(&kin, &[people.to_vec()]).concat());
    let order = keep::order(&kin, &graph, &rules, &previous, near.as_deref());
    finished(&kin, &graph, &order)
}

/// Everybody in the order in which they stood in `previous`, if their rows are still right.
#[must_use]
pub(super) fn rows_as_before(family: &Family, options: &Options, previous: &[Vec<usize>]) -> Rows {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, options);
    let order = keep::as_before(&kin, &graph, &rules, &numbered(&kin, previous));
    finished(&kin, &graph, &order)
}

/// Rows in canonical numbers. Everybody once, whatever the caller says.
fn numbered(kin: &Kin, previous: &[Vec<usize>]) -> Vec<Vec<u32>> {
    let mut number = vec![None; kin.people()];
    for (new, &old) in kin.original.iter().enumerate() {
        if let Some(number) = number.get_mut(old) {
            *number = Some(kin::index(new));
        }
    }
    let mut known = |&person: &usize| number.get_mut(person).and_then(Option::take);
    previous.iter().map(|row| row.iter().filter_map(&mut known).collect()).collect()
}

/// Hands over `order` in the numbers of the input.
fn finished(kin: &Kin, graph: &Graph, order: &[Vec<u32>]) -> Rows {
    let mut rows = Rows { row_of: vec![0; kin.people()], ..Rows::default() };
    for (&original, &row) in kin.original.iter().zip(&kin.row) {
        if let Some(place) = rows.row_of.get_mut(original) {
            *place = row;
        }
    }
    // links by bond and child, top to bottom, as the interface says
    let mut number = vec![None; graph.passing.len()];
    for (at, passing) in graph.passing.iter().enumerate() {
        let (bond, row) = (kin.bonds.get(passing.bond as usize), graph.row.get(graph.people + at));
        let child = kin.original.get(passing.person as usize);
        let (Some(bond), Some(&row), Some(&child)) = (bond, row, child) else { continue };
        if passing.to == End::Child
            && let Some(number) = number.get_mut(at)
        {
            *number = Some(rows.links.len());
            rows.links.push(Link { union: bond.original, child, row: row as usize });
        }
    }
    for row in order {
        let slots = row.iter().filter_map(|&item| {
            let item = item as usize;
            match kin.original.get(item) {
                Some(&person) => Some(Slot::Person(person)),
                None => number.get(item - graph.people).copied().flatten().map(Slot::Link),
            }
        });
        rows.rows.push(slots.collect());
    }
    rows
}

#[cfg(test)]
pub(super) mod tests;
