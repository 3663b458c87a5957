//! Every place of every row in one numbering, and the room it needs.

use crate::layout::rows::{Rows, Slot};
use crate::layout::{Family, Options};

/// The slots of all rows, numbered row by row from left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    /// First slot of each row, then the number of slots.
    pub first: Vec<usize>,
    /// Who stands there.
    pub what: Vec<Slot>,
    /// Half the width of the box; 0 for a passing line.
    pub half: Vec<f64>,
    /// Smallest allowed distance from the centre of the row's first slot.
    pub offset: Vec<f64>,
    /// The row.
    pub row: Vec<usize>,
    people: Vec<Option<usize>>,
    links: Vec<Option<usize>>,
}

impl Slots {
    /// Numbers the slots of `rows`. Anybody named twice keeps the first place.
    pub(super) fn of(family: &Family, options: &Options, rows: &Rows) -> Self {
        let mut slots = Self {
            first: vec![0],
            people: vec![None; family.people.len()],
            links: vec![None; rows.links.len()],
            ..Self::default()
        };
        for (row, members) in rows.rows.iter().enumerate() {
            let mut before: Option<(Slot, f64, f64)> = None;
            for slot in members {
                let half = match slot {
                    Slot::Person(p) => family.people.get(*p).map_or(0.0, |m| m.size.w / 2.0),
                    Slot::Link(_) => 0.0,
                };
                let offset = before.map_or(0.0, |(left, left_half, left_offset)| {
                    left_offset + left_half + half + free_space(left, *slot, options)
                });
                slots.push(*slot, row, half, offset);
                before = Some((*slot, half, offset));
            }
            slots.first.push(slots.what.len());
        }
        slots
    }

    fn push(&mut self, slot: Slot, row: usize, half: f64, offset: f64) {
        let known = match slot {
            Slot::Person(p) => self.people.get_mut(p),
            Slot::Link(l) => self.links.get_mut(l),
        };
        if let Some(known @ None) = known {
            *known = Some(self.what.len());
        }
        self.what.push(slot);
        self.half.push(half);
        self.offset.push(offset);
        self.row.push(row);
    }

    /// How many slots there are.
    pub(super) const fn len(&self) -> usize {
        self.what.len()
    }

    /// The slot of `person`.
    pub(super) fn of_person(&self, person: usize) -> Option<usize> {
        self.people.get(person).copied().flatten()
    }

    /// The slot of a passing line.
    pub(super) fn of_link(&self, link: usize) -> Option<usize> {
        self.links.get(link).copied().flatten()
    }

    /// Something that is known of whoever stands there, for every slot.
    pub(super) fn per_slot(&self, known: impl Fn(Slot) -> Option<f64>) -> Vec<Option<f64>> {
        self.what.iter().map(|slot| known(*slot).filter(|x| x.is_finite())).collect()
    }

    /// The smallest allowed distance between the centres of `a` and `b`, which stand in one row;
    /// negative when `b` stands left.
    pub(super) fn distance(&self, a: usize, b: usize) -> f64 {
        let of = |s: usize| self.offset.get(s).copied().unwrap_or(0.0);
        of(b) - of(a)
    }
}

/// Free space between the edges of two neighbours in a row.
fn free_space(left: Slot, right: Slot, options: &Options) -> f64 {
    match (left, right) {
        (Slot::Person(_), Slot::Person(_)) => options.gap,
        // Two boxes with one line between them stand as close as without it, if strands allow.
        (Slot::Person(_), Slot::Link(_)) | (Slot::Link(_), Slot::Person(_)) => {
            options.lane.max(options.gap / 2.0)
        }
        (Slot::Link(_), Slot::Link(_)) => options.lane,
    }
}
