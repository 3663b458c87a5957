//! The rows as routing sees them: boxes from left to right and the free space between them.

use crate::layout::place::Columns;
use crate::layout::rows::{Rows, Slot};
use crate::layout::{Family, Options};

/// One box, or a line that passes through the row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// The person; `None` for a passing line.
    pub person: Option<usize>,
}

/// All rows, with everybody's column.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// The spots of each row, from left to right.
    pub rows: Vec<Vec<Spot>>,
    /// Row and place in the row of each person.
    places: Vec<Option<(usize, usize)>>,
    /// Centre of each person's box.
    x: Vec<f64>,
}

impl Grid {
    pub(super) fn of(family: &Family, rows: &Rows, columns: &Columns) -> Self {
        let mut grid = Self {
            rows: Vec::with_capacity(rows.rows.len()),
            places: vec![None; family.people.len()],
            x: columns.people.clone(),
        };
        for (r, row) in rows.rows.iter().enumerate() {
            let mut spots = Vec::with_capacity(row.len());
            for slot in row {
                let (person, x, half) = match slot {
                    Slot::Person(p) => {
                        if let Some(place @ None) = grid.places.get_mut(*p) {
                            *place = Some((r, spots.len()));
                        }
                        let half = family.people.get(*p).map_or(0.0, |m| m.size.w / 2.0);
                        (Some(*p), columns.people.get(*p).copied(), half)
                    }
                    Slot::Link(l) => (None, columns.links.get(*l).copied(), 0.0),
                };
                let x = x.unwrap_or_default();
                spots.push(Spot { left: x - half, right: x + half, person });
            }
            grid.rows.push(spots);
        }
        grid
    }

    /// The row of `person`.
    pub(super) fn row(&self, person: usize) -> Option<usize> {
        self.places.get(person).copied().flatten().map(|(row, _)| row)
    }

    /// Row and place in that row of `person`.
    pub(super) fn place(&self, person: usize) -> Option<(usize, usize)> {
        self.places.get(person).copied().flatten()
    }

    /// Centre of the box of `person`.
    pub(super) fn x(&self, person: usize) -> f64 {
        self.x.get(person).copied().unwrap_or_default()
    }

    /// Free space before the `gap`-th spot of `row` (after the last one for the highest number).
    /// The outermost spaces have no end.
    pub(super) fn space(&self, row: usize, gap: usize) -> (f64, f64) {
        let spots = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        let left = gap.checked_sub(1).and_then(|g| spots.get(g)).map(|s| s.right);
        let right = spots.get(gap).map(|s| s.left);
        (left.unwrap_or(f64::NEG_INFINITY), right.unwrap_or(f64::INFINITY))
    }

    /// The space of `row` in which a line close to `x` disturbs least: not between partners, as
    /// far as that costs no more than a box width of way.
    pub(super) fn free_gap(
        &self,
        row: usize,
        x: f64,
        options: &Options,
        couples: &Couples,
    ) -> usize {
        let n = self.rows.get(row).map_or(0, Vec::len);
        let near = self.rows.get(row).map_or(0, |r| r.partition_point(|s| s.left < x));
        let cost = |gap: usize| {
            let (left, right) = self.space(row, gap);
            let way = (left - x).max(x - right).max(0.0);
            let between = if couples.hold(row, gap) { 4.0 * options.gap } else { 0.0 };
            way + between
        };
        let candidates = near.saturating_sub(4)..=(near + 4).min(n);
        candidates.min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or(near)
    }
}

/// Which spaces lie between two partners who stand side by side.
#[derive(Clone, Debug, Default)]
pub(super) struct Couples {
    gaps: Vec<Vec<bool>>,
}

impl Couples {
    pub(super) fn new(grid: &Grid) -> Self {
        Self { gaps: grid.rows.iter().map(|row| vec![false; row.len() + 1]).collect() }
    }

    /// Notes that a partner line runs through `gap` of `row`.
    pub(super) fn note(&mut self, row: usize, gap: usize) {
        if let Some(held) = self.gaps.get_mut(row).and_then(|row| row.get_mut(gap)) {
            *held = true;
        }
    }

    fn hold(&self, row: usize, gap: usize) -> bool {
        self.gaps.get(row).and_then(|row| row.get(gap)).copied().unwrap_or_default()
    }
}
