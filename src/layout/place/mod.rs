//! Phase 3: how far to the right everybody stands.
//!
//! Rows and their order are given. One convex objective says what a good picture is (`terms`, and
//! `narrow` for its width), the free space between boxes is a hard rule (`slots`), `solve` finds the
//! best coordinates, `straight` takes the last small jogs out and `pack` slides families that are
//! not related side by side. Knows nothing about heights.

mod glue;
mod narrow;
mod pack;
mod slots;
mod solve;
mod start;
mod straight;
mod terms;

use crate::geometry::snap;
use crate::layout::rows::Rows;
use crate::layout::{Family, Options, Pin};
use slots::Slots;

/// Where people and passing lines stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    /// Centre of each person's box, by index.
    pub people: Vec<f64>,
    /// Place of each passing line, by index in [`Rows::links`].
    pub links: Vec<f64>,
}

/// Finds a column for everybody. With `old`, people stay close to where they stood: it names, for
/// each person, their former place if they had one.
///
/// A person with [`Pin::At`] stands exactly there. Two such pins closer together than the boxes
/// between them need win over the boxes between them.
pub(super) fn place(
    family: &Family,
    options: &Options,
    rows: &Rows,
    old: Option<&[Option<f64>]>,
) -> Columns {
    let slots = Slots::of(family, options, rows);
    let pins = slots.per_slot(|person| match family.people.get(person).and_then(|m| m.pin) {
        Some(Pin::At(x)) => Some(x),
        Some(Pin::Near(_)) | None => None,
    });
    let pinned = pins.iter().any(Option::is_some);
    let homes = old.map(|old| slots.per_slot(|person| old.get(person).copied().flatten()));
    // A pin ties its family to the paper, so nothing can be slid afterwards.
    let parts = if pinned { pack::Parts::one(&slots) } else { pack::Parts::of(family, &slots) };
    let objective = terms::Objective::of(family, options, rows, &slots, &parts, homes.as_deref());
    let glued = glue::Glued::new(&slots, &parts, &objective, &pins, homes.as_deref());
    let mut x = glued.spread(&solve::solve(&glued, start::start(&glued)));
    straight::straighten(&mut x, family, &slots, &objective, &pins);
    if !pinned {
        pack::pack(&mut x, family, options, &slots, &parts, homes.as_deref());
    }
    columns(&x, &slots, family.people.len(), rows.links.len())
}

/// Back from slots to people and lines, on the hundredth-of-a-unit grid.
fn columns(x: &[f64], slots: &Slots, people: usize, links: usize) -> Columns {
    let at = |slot: Option<usize>| slot.and_then(|s| x.get(s)).map_or(0.0, |x| snap(*x));
    Columns {
        people: (0..people).map(|p| at(slots.of_person(p))).collect(),
        links: (0..links).map(|l| at(slots.of_link(l))).collect(),
    }
}

#[cfg(test)]
mod tests;
