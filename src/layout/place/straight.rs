//! Lines that run nearly straight do so: a jog of a few units looks like a mistake.
//!
//! The solver weighs one wish against another and ends a little beside both. Where parents and their
//! only child are that near, and nothing else hangs on those who move, they move the rest.

use super::slots::Slots;
use super::terms::Objective;
use crate::layout::rows::Slot;
use crate::layout::{Family, SMALL_JOG};

/// Brings parents above their only child, or the child below them, where that is a small step and
/// there is room for it. Who is pinned stays.
pub(super) fn straighten(
    x: &mut [f64],
    family: &Family,
    slots: &Slots,
    objective: &Objective,
    pins: &[Option<f64>],
) {
    let ties = Ties::of(family);
    for center in &objective.centers {
        let [from, to] = center.over.map(|slot| slot as usize);
        let [child, last] = center.under.map(|slot| slot as usize);
        let at = |slot: usize| x.get(slot).copied().unwrap_or_default();
        let step = at(child) - f64::midpoint(at(from), at(to)) - center.shift;
        if child != last || from + 1 < to || step == 0.0 || SMALL_JOG < step.abs() {
            continue;
        }
        let is_loose = |slot: usize, parents: usize, unions: usize| {
            let is_pinned = pins.get(slot).is_none_or(Option::is_some);
            !is_pinned && ties.of_slot(slots, slot) == Some((parents, unions))
        };
        if (from..=to).all(|slot| is_loose(slot, 0, 1)) && has_room(x, slots, [from, to], step) {
            x.iter_mut().take(to + 1).skip(from).for_each(|x| *x += step);
        } else if is_loose(child, 1, 0) && has_room(x, slots, [child, child], -step) {
            x.iter_mut().skip(child).take(1).for_each(|x| *x -= step);
        }
    }
}

/// Do the slots from the first to the last keep their distance when they move by `step`?
fn has_room(x: &[f64], slots: &Slots, [first, last]: [usize; 2], step: f64) -> bool {
    let at = |slot: usize| x.get(slot).copied().unwrap_or_default();
    let row = |slot: usize| slots.row.get(slot);
    let keeps = |left: usize, right: usize, step: f64| {
        row(left) != row(right) || slots.distance(left, right) <= at(right) - at(left) + step
    };
    let to_the_left = first.checked_sub(1).is_none_or(|left| keeps(left, first, step));
    let to_the_right = slots.len() <= last + 1 || keeps(last, last + 1, -step);
    to_the_left && to_the_right
}

/// How many couples of parents everybody has, and in how many unions they are a partner.
struct Ties(Vec<(usize, usize)>);

impl Ties {
    fn of(family: &Family) -> Self {
        let mut ties = vec![(0, 0); family.people.len()];
        for union in &family.unions {
            for child in &union.children {
                if let Some(tie) = ties.get_mut(child.person) {
                    tie.0 += 1;
                }
            }
            for partner in &union.partners {
                if let Some(tie) = ties.get_mut(*partner) {
                    tie.1 += 1;
                }
            }
        }
        Self(ties)
    }

    /// Those of whoever stands there; `None` for a passing line.
    fn of_slot(&self, slots: &Slots, slot: usize) -> Option<(usize, usize)> {
        match slots.what.get(slot)? {
            Slot::Person(person) => self.0.get(*person).copied(),
            Slot::Link(_) => None,
        }
    }
}
