//! Where people stand while an order grows, and what a newcomer costs there.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::{AMONG_SIBLINGS, COUPLE_BROKEN, CROSSING_LINES, Soil};

/// The knot of a bond of which no partner stands yet: less than any place.
pub(super) const NOWHERE: i32 = i32::MIN;

/// Rows that people are put into, one after the other.
pub(super) trait Places<'a> {
    /// Empty rows.
    fn new(soil: Soil<'a>) -> Self;

    /// How many people stand in a row.
    fn width(&self, row: usize) -> usize;

    /// Does this person stand yet?
    fn is_in(&self, person: u32) -> bool;

    /// The place of somebody who stands, counted from the left end of their row.
    fn place(&self, person: u32) -> usize;

    /// Who stands at a place.
    fn at(&self, row: usize, place: usize) -> Option<u32>;

    /// Puts somebody who does not stand yet at a place of their row; whoever stood there and further
    /// right makes room.
    fn insert(&mut self, person: u32, at: usize);

    /// The knot of a bond, from which its children hang: twice the mean place of the partners who
    /// stand in the lowest row of the bond; or [`NOWHERE`].
    fn knot(&self, bond: u32) -> i32;

    /// Notes in `views` stretches of a row that hold all places for a newcomer.
    fn look(&mut self, row: usize, sought: &Sought, views: &mut Vec<View>);

    /// What a newcomer costs at the places of a view.
    fn costs(&mut self, view: View, tie: Tie) -> Costs<'_>;

    /// Tells `line` for everybody in the row below `view` who hangs from a knot in it: by which place
    /// of the view the knot is passed, and the place of whoever hangs there.
    fn lines(&self, view: View, line: impl FnMut(usize, usize));

    /// The people of each row, from left to right.
    fn into_rows(self) -> Vec<Vec<u32>>;
}

/// Where a newcomer would like to stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    /// What their lines lead to.
    pub tie: Tie,
    /// The places of the outermost siblings who stand in the row.
    pub siblings: Option<[usize; 2]>,
    /// The best of places that cost the same.
    pub near: usize,
}

/// What the lines of a newcomer lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// Nobody in the rows above and below.
    Nobody,
    /// The knot of the bond from which they hang.
    Knot { knot: i32, bond: u32 },
    /// The place of their child in the row below.
    Child(usize),
}

impl Tie {
    /// The knot from which a newcomer hangs.
    pub(super) const fn knot(self) -> Option<i32> {
        match self {
            Self::Knot { knot, .. } => Some(knot),
            Self::Nobody | Self::Child(_) => None,
        }
    }
}

/// Places next to each other in a row, from `first` to `last`: one more than there are people between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct View {
    /// The row.
    pub row: usize,
    /// The place furthest left.
    pub first: usize,
    /// The place furthest right.
    pub last: usize,
    /// What the lines that are passed before the first place cost.
    pub base: i32,
    /// No place of it is cheaper than this, or as cheap and nearer: what it costs, and how far it is
    /// off, [in one number](judged).
    pub least: i64,
}

/// What a place costs comes first, then how far off it is.
pub(super) fn judged(cost: i32, off: usize) -> i64 {
    (i64::from(cost) << 32) + off as i64
}

/// What a newcomer costs at the places of a view.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs<'a> {
    /// Between partners, between siblings: at each place by itself.
    pub fences: &'a [i32],
    /// The knots from which those hang who stand between the places; not given to whom hangs from none.
    pub hangs: &'a [i32],
}

/// By how much the cost of a newcomer changes from one place of a view to the next.
#[derive(Debug)]
pub(super) struct Slope {
    view: View,
    by: Vec<i32>,
}

impl Slope {
    /// As nobody needs it yet.
    pub(super) const fn new() -> Self {
        Self { view: View { row: 0, first: 0, last: 0, base: 0, least: 0 }, by: Vec::new() }
    }

    /// Level over all of `view`.
    pub(super) fn begin(&mut self, view: View) {
        self.view = view;
        self.by.clear();
        self.by.resize(view.last + 1 - view.first, 0);
        self.by[0] = view.base;
    }

    /// It costs so much more from `place` on.
    #[inline]
    pub(super) fn step(&mut self, place: usize, more: i32) {
        if let Some(by) = self.by.get_mut(place.saturating_sub(self.view.first)) {
            *by += more;
        }
    }

    /// It costs so much more with each place further right than `from`, up to `to`.
    pub(super) fn climb(&mut self, from: usize, to: usize, more: i32) {
        let first = self.view.first;
        self.by[0] += (to.min(first) - from.min(first)) as i32 * more;
        let from = (from + 1).saturating_sub(first).max(1);
        let end = (to + 1).saturating_sub(first).min(self.by.len());
        if let Some(by) = self.by.get_mut(from..end) {
            by.iter_mut().for_each(|by| *by += more);
        }
    }

    /// The cheapest place, also counting `costs`, of somebody who hangs from `knot`; of equals the one
    /// closest to `near`. Who passes a line that hangs from further left than `knot` lets it cross, and
    /// who passes one from further right no longer. What it costs comes first, then how far off it is.
    pub(super) fn cheapest(&self, costs: Costs<'_>, sought: &Sought) -> (i64, usize) {
        let Costs { fences, hangs } = costs;
        let mut best = (i64::MAX, 0);
        let mut cost = 0;
        let first = self.view.first;
        let mut judge = |at: usize, cost: i32| {
            let judged = judged(cost, sought.near.abs_diff(first + at));
            if judged < best.0 {
                best = (judged, at);
            }
        };
        let Some(knot) = sought.tie.knot() else {
            for (at, (fence, change)) in fences.iter().zip(&self.by).enumerate() {
                cost += change;
                judge(at, cost + fence);
            }
            return (best.0, self.view.first + best.1);
        };
        let steps = fences.iter().zip(&self.by);
        for (at, ((fence, change), &other)) in steps.zip(hangs).enumerate() {
            cost += change;
            judge(at, cost + fence);
            let is_lefter = (NOWHERE < other) & (other < knot);
            cost += (i32::from(knot < other) - i32::from(is_lefter)) * CROSSING_LINES;
        }
        let last = hangs.len();
        judge(last, cost + self.by[last] + fences[last]);
        (best.0, self.view.first + best.1)
    }
}

impl Soil<'_> {
    /// Are they partners?
    pub(super) fn are_partners(self, a: u32, b: u32) -> bool {
        /// Whoever has a thousand partners is not asked about each.
        const FEW: usize = 8;
        let bonds = |person: u32| &self.kin.as_partner[person as usize];
        let (a, b) = if bonds(a).len() <= FEW { (a, b) } else { (b, a) };
        bonds(a).iter().any(|&bond| self.kin.partner(bond, a) == Some(b))
    }

    /// Do they have the same parents?
    pub(super) fn are_siblings(self, a: u32, b: u32) -> bool {
        let (of_a, of_b) = (self.kin.home[a as usize], self.kin.home[b as usize]);
        of_a.is_some() && of_a == of_b
    }

    /// What somebody costs by themselves who comes to stand between two neighbours.
    pub(super) fn fence(self, left: u32, right: u32) -> i32 {
        let couple = if self.are_partners(left, right) { COUPLE_BROKEN } else { 0 };
        couple + if self.are_siblings(left, right) { AMONG_SIBLINGS } else { 0 }
    }
}
