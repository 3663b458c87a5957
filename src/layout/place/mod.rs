//! Phase 3: how far to the right everybody stands.
//!
//! Rows and their order are given. One convex objective says what a good picture is (`terms`, and
//! `narrow` for its width), the free space between boxes is a hard rule (`slots`), `solve` finds the
//! best coordinates (after an edit of a large family only around it: `local`; what many edits have
//! put askew comes back bit by bit: `ease`), `straight` takes the last small jogs out and `pack`
//! slides families that are not related side by side. Knows nothing about heights.

mod ease;
mod glue;
mod local;
mod narrow;
mod pack;
mod slots;
mod solve;
mod start;
mod straight;
mod terms;

use crate::geometry::snap;
use crate::layout::rows::{Rows, Slot};
use crate::layout::{Family, Options, Pin};
use glue::Glued;
use slots::Slots;
use solve::Effort;
use terms::ONE_SCREEN;

/// Where people and passing lines stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    /// Centre of each person's box, by index.
    pub people: Vec<f64>,
    /// Place of each passing line, by index in [`Rows::links`].
    pub links: Vec<f64>,
}

/// Where people stood and lines passed before, by the same indices, if they did.
#[derive(Clone, Copy, Debug)]
pub(super) struct Homes<'a> {
    /// By person.
    pub people: &'a [Option<f64>],
    /// By index in [`Rows::links`].
    pub links: &'a [Option<f64>],
    /// Those around whom something changed, where that is known.
    pub near: Option<&'a [usize]>,
}

/// Finds a column for everybody. With `old`, people stay close to where they stood.
///
/// A person with [`Pin::At`] stands exactly there. Two such pins closer together than the boxes
/// between them need win over the boxes between them.
pub(super) fn place(
    family: &Family,
    options: &Options,
    rows: &Rows,
    old: Option<Homes<'_>>,
) -> Columns {
    let slots = Slots::of(family, options, rows);
    let pins = pins_of(family, &slots);
    let pinned = pins.iter().any(Option::is_some);
    let homes = old.map(|old| {
        slots.per_slot(|slot| match slot {
            Slot::Person(p) => *old.people.get(p)?,
            Slot::Link(l) => *old.links.get(l)?,
        })
    });
    let parts = parts_of(family, &slots, &pins);
    let objective = terms::Objective::of(family, options, rows, &slots, &parts, homes.as_deref());
    let glued = Glued::new(&slots, &parts, &objective, &pins, homes.as_deref());
    let start = start::start(&glued);
    let awake = old.zip(homes.as_deref());
    let awake = awake.and_then(|(old, homes)| awake_units(&glued, &start, &slots, old, homes));
    let mut units = match awake {
        Some(awake) => local::solve(&glued, start, &awake),
        None => solve::solve(&glued, start),
    };
    if let Some(was) = &glued.homes {
        let free = terms::Objective { stays: Vec::new(), ..objective.clone() };
        let new = Glued::new(&slots, &parts, &free, &pins, None);
        let pinned = if pinned { ease::Pinned::Somebody } else { ease::Pinned::Nobody };
        ease::ease(&new, was, pinned, &mut units);
    }
    let mut x = glued.spread(&units);
    straight::straighten(&mut x, family, &slots, &objective, &pins);
    if !pinned {
        pack::pack(&mut x, family, options, &slots, &parts, homes.as_deref());
    }
    columns(&x, &slots, family.people.len(), rows.links.len())
}

/// Columns to judge an order by: not far from those that [`place`] finds, sooner found, above all from
/// columns of a `similar` order.
pub(super) fn roughly(
    family: &Family,
    options: &Options,
    rows: &Rows,
    similar: Option<&Columns>,
) -> Columns {
    let slots = Slots::of(family, options, rows);
    let pins = pins_of(family, &slots);
    let parts = parts_of(family, &slots, &pins);
    let objective = terms::Objective::of(family, options, rows, &slots, &parts, None);
    let glued = Glued::new(&slots, &parts, &objective, &pins, None);
    let start = match similar {
        None => start::start(&glued),
        Some(similar) => {
            let known = slots.per_slot(|slot| match slot {
                Slot::Person(p) => similar.people.get(p).copied(),
                Slot::Link(l) => similar.links.get(l).copied(),
            });
            start::from(&glued, &glued.per_unit(&known))
        }
    };
    let units = solve::solve_for(&glued, start, &Effort::ROUGH);
    columns(&glued.spread(&units), &slots, family.people.len(), rows.links.len())
}

/// Where somebody has to stand exactly, by slot.
fn pins_of(family: &Family, slots: &Slots) -> Vec<Option<f64>> {
    slots.per_slot(|slot| match slot {
        Slot::Person(p) => match family.people.get(p)?.pin {
            Some(Pin::At(x)) => Some(x),
            Some(Pin::Near(_)) | None => None,
        },
        Slot::Link(_) => None,
    })
}

/// Families that may slide: none where a pin ties them to the paper.
fn parts_of(family: &Family, slots: &Slots, pins: &[Option<f64>]) -> pack::Parts {
    let pinned = pins.iter().any(Option::is_some);
    if pinned { pack::Parts::one(slots) } else { pack::Parts::of(family, slots) }
}

/// Which units are placed anew where the others stay, standing at `x`; `None` if all are.
fn awake_units(
    glued: &Glued,
    x: &[f64],
    slots: &Slots,
    old: Homes<'_>,
    homes: &[Option<f64>],
) -> Option<Vec<bool>> {
    let is_new = |slot: &Slot| matches!(slot, Slot::Person(p) if old.people.get(*p) == Some(&None));
    let is_known = old.near.is_some() || slots.what.iter().any(is_new);
    if slots.len() <= ONE_SCREEN || !is_known {
        return None;
    }
    let mut near = vec![false; slots.len()];
    for slot in old.near.unwrap_or_default().iter().filter_map(|p| slots.of_person(*p)) {
        near.iter_mut().skip(slot).take(1).for_each(|near| *near = true);
    }
    Some(local::awake(glued, x, homes, &near))
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
