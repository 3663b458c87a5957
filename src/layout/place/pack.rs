//! Families that are not related to each other stand side by side, never interleaved.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use std::ops::Range;

use super::slots::Slots;
use crate::layout::rows::Slot;
use crate::layout::{Family, Options};

/// Related people, and what that makes of the rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// The part of each slot; parts are numbered from left to right.
    pub of_slot: Vec<usize>,
    /// How many parts there are.
    pub n: usize,
    /// Stretches of a row that belong to one part, in slot order. Distances are kept within.
    pub runs: Vec<Range<usize>>,
    /// First run of each row, then the number of runs.
    first_run: Vec<usize>,
}

impl Parts {
    /// Everybody in one part.
    pub(super) fn one(slots: &Slots) -> Self {
        Self::with(slots, vec![0; slots.len()], 1)
    }

    /// One part per family. Families that the rows interleave count as one.
    pub(super) fn of(family: &Family, slots: &Slots) -> Self {
        let mut sets = Sets::new(family.people.len());
        for union in &family.unions {
            let mut members =
                union.partners.iter().chain(union.children.iter().map(|c| &c.person)).copied();
            if let Some(first) = members.next() {
                for other in members {
                    sets.join(first, other);
                }
            }
        }
        let person_of = nearest_people(slots);
        let root = |sets: &mut Sets, s: usize| person_of[s].map_or(0, |p| sets.root(p));
        let roots: Vec<usize> = (0..slots.len()).map(|s| root(&mut sets, s)).collect();
        match in_order(&roots, slots, family.people.len()) {
            Some((of_slot, n)) => Self::with(slots, of_slot, n),
            None => Self::one(slots),
        }
    }

    /// The `n` parts of which `of_slot` names each slot's.
    pub(super) fn with(slots: &Slots, of_slot: Vec<usize>, n: usize) -> Self {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut first_run = vec![0];
        for row in slots.first.windows(2) {
            for s in row[0]..row[1] {
                match runs.last_mut() {
                    Some(run) if row[0] < s && of_slot[run.start] == of_slot[s] => run.end = s + 1,
                    Some(_) | None => runs.push(s..s + 1),
                }
            }
            first_run.push(runs.len());
        }
        Self { of_slot, n, runs, first_run }
    }

    /// The same parts where slots were glued together: `unit_of` names the unit of each slot.
    pub(super) fn mapped(&self, units: &Slots, unit_of: &[u32]) -> Self {
        let mut of_unit = vec![0; units.len()];
        for (unit, part) in unit_of.iter().zip(&self.of_slot) {
            of_unit[*unit as usize] = *part;
        }
        Self::with(units, of_unit, self.n)
    }

    /// Which parts have more than `most` slots.
    pub(super) fn larger_than(&self, most: usize) -> Vec<bool> {
        let mut sizes = vec![0; self.n];
        for part in &self.of_slot {
            sizes[*part] += 1;
        }
        sizes.iter().map(|size| most < *size).collect()
    }

    /// The runs of `row`, as a range of [`Parts::runs`].
    pub(super) fn runs_of_row(&self, row: usize) -> Range<usize> {
        self.first_run[row]..self.first_run[row + 1]
    }
}

/// For every slot the person there. A passing line goes with the nearest person at its left, or at
/// its right where it leads the row: rows do not say whose it is, and lines stay among their family.
fn nearest_people(slots: &Slots) -> Vec<Option<usize>> {
    let mut nearest = Vec::with_capacity(slots.len());
    for row in slots.first.windows(2) {
        let of = |slot: &Slot| match slot {
            Slot::Person(p) => Some(*p),
            Slot::Link(_) => None,
        };
        let members = &slots.what[row[0]..row[1]];
        let mut last = members.iter().find_map(of);
        for slot in members {
            last = of(slot).or(last);
            nearest.push(last);
        }
    }
    nearest
}

/// Numbers the families from left to right, or says that no such order fits all rows.
fn in_order(roots: &[usize], slots: &Slots, people: usize) -> Option<(Vec<usize>, usize)> {
    // Families meet in the order of their first slot in the fullest rows first; checked below.
    let mut number: Vec<Option<usize>> = vec![None; people.max(1)];
    let mut after: Vec<(usize, usize)> = Vec::new();
    let mut n = 0;
    for row in slots.first.windows(2) {
        let mut last: Option<usize> = None;
        for s in row[0]..row[1] {
            let known = &mut number[roots[s]];
            let id = *known.get_or_insert_with(|| {
                n += 1;
                n - 1
            });
            if let Some(last) = last
                && last != id
            {
                after.push((last, id));
            }
            last = Some(id);
        }
    }
    let place = topological(n, &after)?;
    let of_slot: Vec<usize> = roots.iter().map(|r| number[*r].map_or(0, |id| place[id])).collect();
    Some((of_slot, n))
}

/// A position for each of `n` things such that each pair stands in its order (Kahn 1962, smallest
/// number first), or `None` if they run in a circle.
fn topological(n: usize, before: &[(usize, usize)]) -> Option<Vec<usize>> {
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut waits = vec![0_usize; n];
    for (a, b) in before {
        next[*a].push(*b);
        waits[*b] += 1;
    }
    let mut ready: std::collections::BTreeSet<usize> = (0..n).filter(|i| waits[*i] == 0).collect();
    let mut place = vec![0; n];
    let mut done = 0;
    while let Some(i) = ready.pop_first() {
        place[i] = done;
        done += 1;
        for b in &next[i] {
            waits[*b] -= 1;
            if waits[*b] == 0 {
                ready.insert(*b);
            }
        }
    }
    (done == n).then_some(place)
}

/// Slides the parts against each other along their outlines. A part with people who stood
/// somewhere before (`homes`) only moves where it would overlap, and to the right.
pub(super) fn pack(
    x: &mut [f64],
    family: &Family,
    options: &Options,
    slots: &Slots,
    parts: &Parts,
    homes: Option<&[Option<f64>]>,
) {
    let rows = slots.first.len().saturating_sub(1);
    let spans = line_spans(x, family, slots, rows);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); parts.n];
    for (s, part) in parts.of_slot.iter().enumerate() {
        members[*part].push(s);
    }
    // Right edge so far in each row (even) and between the rows (odd).
    let mut edge = vec![f64::NEG_INFINITY; 2 * rows + 1];
    for part in members {
        let stays = homes.is_some_and(|homes| part.iter().any(|s| homes[*s].is_some()));
        let mut shift = if stays { 0.0 } else { f64::NEG_INFINITY };
        let extents = |s: usize| {
            let row = slots.row[s];
            let own = (2 * row, x[s] - slots.half[s], x[s] + slots.half[s]);
            let line = spans[s].map(|(l, r)| (2 * row + 1, l, r));
            std::iter::once(own).chain(line)
        };
        let mut leftmost = f64::INFINITY;
        for (level, left, _) in part.iter().flat_map(|s| extents(*s)) {
            leftmost = leftmost.min(left);
            shift = shift.max(edge[level] + 2.0 * options.gap - left);
        }
        if shift == f64::NEG_INFINITY {
            shift = -leftmost;
        }
        for (level, _, right) in part.iter().flat_map(|s| extents(*s)) {
            edge[level] = edge[level].max(right + shift);
        }
        for s in &part {
            x[*s] += shift;
        }
    }
    if homes.is_none() {
        let left = (0..x.len()).map(|s| x[s] - slots.half[s]).fold(f64::INFINITY, f64::min);
        for x in x.iter_mut() {
            *x -= left;
        }
    }
}

/// The stretch that the lines under each union take, at the slot of its last partner.
fn line_spans(x: &[f64], family: &Family, slots: &Slots, rows: usize) -> Vec<Option<(f64, f64)>> {
    let mut spans: Vec<Option<(f64, f64)>> = vec![None; x.len()];
    for union in &family.unions {
        let over = union.partners.iter().filter_map(|p| slots.of_person(*p)).max();
        let Some(over) = over.filter(|s| slots.row[*s] < rows) else { continue };
        let people = union.partners.iter().chain(union.children.iter().map(|c| &c.person));
        for s in people.filter_map(|p| slots.of_person(*p)) {
            let (left, right) = spans[over].unwrap_or((x[s], x[s]));
            spans[over] = Some((left.min(x[s]), right.max(x[s])));
        }
    }
    spans
}

/// Disjoint sets (Tarjan 1975) with path halving.
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        if a < self.parent.len() && b < self.parent.len() {
            let (a, b) = (self.root(a), self.root(b));
            let (low, high) = (a.min(b), a.max(b));
            self.parent[high] = low;
        }
    }
}
