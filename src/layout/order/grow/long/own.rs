//! The lines that the tallies do not know: from the same piece, and of couples who stand apart.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::super::places::Places as _;
use super::super::tally::Sides;
use super::{Long, MOST, NONE};

impl Long<'_> {
    /// Counts the lines to the pieces of a row from the piece above in which the knot of a bond is,
    /// left and right of it.
    pub(super) fn count_own_below(&mut self, number: usize, knot: i32, bond: u32) {
        if self.own_bond == bond {
            return;
        }
        let mut own = self.no_lines(number);
        let mut add = |other: u32, lefter: i32, righter: i32| {
            for child in self.hanging_from(other).take(MOST) {
                let sides = &mut own[self.nth(child)];
                sides.lefter += lefter;
                sides.righter += righter;
            }
        };
        let above = &self.rows[number - 1];
        let nth = above.find(knot as usize / 2).0;
        for &person in &above.pieces[above.order[nth] as usize].members {
            for other in self.anchored(person).take(MOST) {
                let at = self.knot_in(above, other);
                add(other, i32::from(at < knot), i32::from(knot < at));
            }
        }
        // The tallies say that they hang from where their anchor stands.
        let is_near = !self.is_far(bond);
        for other in self.far_apart(number - 1).chain(is_near.then_some(bond)) {
            let anchor = self.nth(self.anchors[other as usize]);
            if anchor != nth {
                let at = self.knot_in(above, other);
                let lefter = i32::from(at < knot) - i32::from(anchor < nth);
                add(other, lefter, i32::from(knot < at) - i32::from(nth < anchor));
            }
        }
        (self.own, self.own_bond) = (own, bond);
    }

    /// Counts the lines to the pieces of a row from the piece below in which a child stands at a
    /// place, left and right of it.
    pub(super) fn count_own_above(&mut self, number: usize, place: usize) {
        let mut own = self.no_lines(number);
        let (row, below) = (&self.rows[number], &self.rows[number + 1]);
        let (nth, within) = below.find(place);
        for (at, &person) in below.pieces[below.order[nth] as usize].members.iter().enumerate() {
            if let Some(anchor) = self.anchor(person) {
                let sides = &mut own[self.nth(anchor)];
                sides.lefter += i32::from(at < within);
                sides.righter += i32::from(within < at);
            }
        }
        // The tallies say that they hang from where their anchor stands.
        for bond in self.far_apart(number) {
            let to = row.find(self.knot_in(row, bond) as usize / 2).0;
            let from = self.nth(self.anchors[bond as usize]);
            for child in self.hanging_from(bond).take(MOST) {
                let at = self.place(child);
                let (lefter, righter) = (i32::from(at < place), i32::from(place < at));
                own[from].lefter -= lefter;
                own[from].righter -= righter;
                own[to].lefter += lefter;
                own[to].righter += righter;
            }
        }
        (self.own, self.own_bond) = (own, NONE);
    }

    /// No lines to any piece of a row, in the memory that is kept for them.
    fn no_lines(&mut self, number: usize) -> Vec<Sides> {
        let mut own = std::mem::take(&mut self.own);
        own.clear();
        own.resize(self.rows[number].order.len(), Sides::default());
        own
    }

    /// Notes which couples no longer stand side by side, or never did, now that somebody has been put
    /// between these neighbours.
    pub(super) fn part(&mut self, person: u32, neighbours: [Option<u32>; 2]) {
        let ground = self.soil.ground;
        if let [Some(left), Some(right)] = neighbours {
            let [one, other] = [left, right].map(|p| ground.knotted.of(p));
            let fewer = if one.len() < other.len() { one } else { other };
            for &bond in fewer {
                let knots = ground.knots[bond as usize];
                if knots == [left, right] || knots == [right, left] {
                    self.note_apart(person, bond);
                }
            }
        }
        let row = &self.rows[self.soil.kin.row[person as usize]];
        let own = row.place(self.spots[person as usize]);
        let is_apart = |bond: &u32| {
            let mut spots = ground.knots[*bond as usize].iter().filter_map(|&p| self.spot(p));
            spots.any(|&spot| 1 < row.place(spot).abs_diff(own))
        };
        let bonds: Vec<u32> = ground.knotted.of(person).iter().copied().filter(is_apart).collect();
        bonds.into_iter().for_each(|bond| self.note_apart(person, bond));
    }

    fn note_apart(&mut self, person: u32, bond: u32) {
        let row = self.soil.kin.row[person as usize];
        if self.apart[row].len() < MOST {
            self.apart[row].push(bond);
            self.is_apart[bond as usize] = true;
        }
    }

    /// Do the partners of a bond stand so far apart that they are in different pieces?
    pub(super) fn is_far(&self, bond: u32) -> bool {
        self.is_apart[bond as usize] && {
            let [one, other] = self.soil.ground.knots[bond as usize];
            self.spots[one as usize].piece != self.spots[other as usize].piece
        }
    }

    /// The bonds of which that is so in a row.
    pub(super) fn far_apart(&self, row: usize) -> impl Iterator<Item = u32> {
        self.apart[row].iter().copied().filter(|&bond| self.is_far(bond))
    }
}
