//! Phases 1 and 2: who stands in which row, and in which order, with few crossings.

mod board;
mod branch;
mod crossings;
mod fold;
mod frame;
mod gain;
mod graph;
mod grow;
mod keep;
mod kin;
mod large;
mod leaves;
mod lists;
mod rules;
mod search;
mod settle;
mod sift;
mod spread;
mod small;
mod strip;
mod sweep;
mod told;
mod walk;
mod wish;

use crate::layout::former::Stood;
use crate::layout::place::Columns;
use crate::layout::rows::{Link, Rows, Slot};
use crate::layout::{Family, Options};

use graph::{End, Graph, Passing};
use kin::Kin;
use rules::Rules;

/// The order of a family that was not drawn before, with what it was found from.
pub(super) struct Order {
    kin: Kin,
    graph: Graph,
    rules: Rules,
    /// The items of every row, from left to right.
    items: Vec<Vec<u32>>,
    /// How often it is still worth settling.
    settlings: usize,
}

impl Order {
    /// The order of `family` as far as it can be found before anybody has a column.
    pub(super) fn of(family: &Family, options: &Options) -> Self {
        let kin = Kin::new(family);
        let graph = Graph::new(&kin);
        let rules = Rules::new(&kin, &graph, options);
        let mut settlings = 0;
        let items = if graph.fits_on_one_screen() {
            small::order(&kin, &graph, &rules)
        } else {
            let mut found = large::order(&kin, &graph, &rules);
            leaves::put_in_order(&kin, &rules, &mut found.rows);
            settlings = found.settlings;
            found.rows
        };
        Self { kin, graph, rules, items, settlings }
    }

    /// Rows and their order in the numbers of the input.
    #[must_use]
    pub(super) fn rows(&self) -> Rows {
        finished(&self.kin, &self.graph, &self.items)
    }

    /// Is it worth settling?
    pub(super) const fn may_settle(&self) -> bool {
        0 < self.settlings
    }

    /// Finds a better order for those who stand in the columns that `place` finds, and hands these
    /// over.
    pub(super) fn settle(&mut self, place: impl FnOnce() -> Columns) -> Columns {
        self.settlings = self.settlings.saturating_sub(1);
        let Self { kin, graph, rules, items, .. } = self;
        let columns = settle::settle(kin, graph, rules, items, place);
        leaves::put_in_order(kin, rules, items);
        columns
    }
}

/// Rows and their order for a family that was not drawn before, before anybody has a column.
#[cfg(test)]
#[must_use]
pub(super) fn rows(family: &Family, options: &Options) -> Rows {
    Order::of(family, options).rows()
}

/// Rows and their order for a family of which most stood somewhere before. Keeps that order except
/// around what is new or changed; `near` names those around whom something changed, besides whoever
/// is new, where that is known, and `retold` those of whom what orders people was told anew.
#[must_use]
pub(super) fn rows_from(
    family: &Family,
    options: &Options,
    stood: &Stood,
    near: Option<&[usize]>,
    retold: &[usize],
) -> Rows {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let previous = numbered(family, &kin, &graph, stood);
    let rules = Rules::new(&kin, &graph, options);
    let number = numbers(&kin);
    let near = near.map(|people| people.iter().filter_map(|&p| *number.get(p)?).collect());
    let near: Option<Vec<u32>> = near;
    let retold: Vec<u32> = retold.iter().filter_map(|&p| *number.get(p)?).collect();
    let order = keep::order(&kin, &graph, &rules, &previous, near.as_deref(), &retold);
    finished(&kin, &graph, &order)
}

/// The row of each person, 0 at the top.
#[must_use]
pub(super) fn generations(family: &Family) -> Vec<usize> {
    let kin = Kin::new(family);
    let mut row_of = vec![0; kin.people()];
    for (&original, &row) in kin.original.iter().zip(&kin.row) {
        row_of.iter_mut().skip(original).take(1).for_each(|place| *place = row);
    }
    row_of
}

/// Everybody in the order in which they stood, if their rows are still right.
#[must_use]
pub(super) fn rows_as_before(family: &Family, options: &Options, stood: &Stood) -> Rows {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, options);
    let previous = numbered(family, &kin, &graph, stood);
    finished(&kin, &graph, &keep::as_before(&kin, &graph, &rules, &previous))
}

/// The canonical number of each person.
fn numbers(kin: &Kin) -> Vec<Option<u32>> {
    let mut number = vec![None; kin.people()];
    for (&old, new) in kin.original.iter().zip(0..) {
        if let Some(number) = number.get_mut(old) {
            *number = Some(new);
        }
    }
    number
}

/// The items that stood in each row or passed through it, and their columns, from left to right.
/// Everybody once, whatever the caller says.
fn numbered(family: &Family, kin: &Kin, graph: &Graph, stood: &Stood) -> Vec<Vec<(f64, u32)>> {
    let mut number = numbers(kin);
    let mut known =
        |&(x, person): &(f64, usize)| Some((x, number.get_mut(person).and_then(Option::take)?));
    let mut rows: Vec<Vec<(f64, u32)>> =
        stood.rows.iter().map(|row| row.iter().filter_map(&mut known).collect()).collect();
    for &(x, person) in &stood.wishes {
        if let Some((x, person)) = known(&(x, person))
            && let Some(&row) = kin.row.get(person as usize)
        {
            rows.resize(rows.len().max(row + 1), Vec::new());
            rows.iter_mut().skip(row).take(1).for_each(|row| row.push((x, person)));
        }
    }
    for (passing, item) in graph.passing.iter().zip(kin::index(graph.people)..) {
        if let Some((row, x)) = line_before(family, kin, graph, stood, (passing, item))
            && let Some(row) = rows.get_mut(row)
        {
            row.push((x, item));
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    rows
}

/// The row and the column in which a line passed.
fn line_before(
    family: &Family,
    kin: &Kin,
    graph: &Graph,
    stood: &Stood,
    (passing, item): (&Passing, u32),
) -> Option<(usize, f64)> {
    if passing.to == End::Bond {
        return None;
    }
    let union = kin.bonds.get(passing.bond as usize)?.original;
    let child = *kin.original.get(passing.person as usize)?;
    let drawn = family.unions.get(union)?.children.iter().find(|c| c.person == child)?;
    let end = kin.row.get(passing.person as usize)?;
    let row = *graph.row.get(item as usize)? as usize;
    stood.line(union, child, drawn.place, end.checked_sub(row)?)
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
