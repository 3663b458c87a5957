//! Rows short enough to be kept and judged as a whole.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::places::{Costs, NOWHERE, Places, Sought, Tie, View};
use super::{NONE, Soil};
use crate::layout::order::kin::index;

/// Rows of which every place is judged, however far away.
pub(super) struct Short<'a> {
    soil: Soil<'a>,
    rows: Vec<Vec<u32>>,
    /// The knot from which everybody in `rows` hangs, or [`NOWHERE`].
    hangs: Vec<Vec<i32>>,
    /// What it costs to stand left of each place of a row by itself: between partners, siblings.
    fences: Vec<Vec<i32>>,
    /// The bonds in each row whose partners there do not stand side by side.
    apart: Vec<Vec<u32>>,
    place: Vec<u32>,
    is_in: Vec<bool>,
}

impl<'a> Places<'a> for Short<'a> {
    fn new(soil: Soil<'a>) -> Self {
        let (people, n_rows) = (soil.kin.people(), soil.kin.n_rows);
        Self {
            soil,
            rows: vec![Vec::new(); n_rows],
            hangs: vec![Vec::new(); n_rows],
            fences: vec![vec![0]; n_rows],
            apart: vec![Vec::new(); n_rows],
            place: vec![0; people],
            is_in: vec![false; people],
        }
    }

    fn width(&self, row: usize) -> usize {
        self.rows[row].len()
    }

    fn is_in(&self, person: u32) -> bool {
        self.is_in[person as usize]
    }

    fn place(&self, person: u32) -> usize {
        self.place[person as usize] as usize
    }

    fn at(&self, row: usize, place: usize) -> Option<u32> {
        self.rows[row].get(place).copied()
    }

    fn insert(&mut self, person: u32, at: usize) {
        let row = self.soil.kin.row[person as usize];
        let members = &mut self.rows[row];
        for &item in &members[at..] {
            self.place[item as usize] += 1;
        }
        members.insert(at, person);
        let knot = self.knot(self.soil.ground.hangs_from[person as usize]);
        self.hangs[row].insert(at, knot);
        self.place[person as usize] = index(at);
        self.is_in[person as usize] = true;
        self.move_knots(row, at);
        for &bond in self.soil.ground.knotted.of(person) {
            self.hang(bond);
            self.note_if_apart(bond);
        }
        self.fences[row].insert(at, 0);
        for place in [at, at + 1] {
            self.fences[row][place] = self.fence(row, place);
        }
    }

    fn knot(&self, bond: u32) -> i32 {
        let Some(&partners) = self.soil.ground.knots.get(bond as usize) else { return NOWHERE };
        let here = partners.map(|p| (p != NONE && self.is_in[p as usize]).then_some(p));
        let place = |person: u32| self.place[person as usize] as i32;
        match here {
            [Some(a), Some(b)] => place(a) + place(b),
            [Some(one), None] | [None, Some(one)] => 2 * place(one),
            [None, None] => NOWHERE,
        }
    }

    fn look(&mut self, row: usize, _: &Sought, views: &mut Vec<View>) {
        views.push(View { row, first: 0, last: self.rows[row].len(), base: 0, least: 0 });
    }

    fn costs(&mut self, view: View, _: Tie) -> Costs<'_> {
        Costs { fences: &self.fences[view.row], hangs: &self.hangs[view.row] }
    }

    fn lines(&self, view: View, mut line: impl FnMut(usize, usize)) {
        for (place, &knot) in self.hangs[view.row + 1].iter().enumerate() {
            if knot != NOWHERE {
                line(knot as usize / 2 + 1, place);
            }
        }
    }

    fn into_rows(self) -> Vec<Vec<u32>> {
        self.rows
    }
}

impl Short<'_> {
    /// Moves the lines that hang from a row in which somebody was put `at`.
    fn move_knots(&mut self, row: usize, at: usize) {
        let Some(hangs) = self.hangs.get_mut(row + 1) else { return };
        let from = 2 * at as i32;
        for knot in hangs {
            // Of two partners side by side one moves, or both; who stands alone counts twice.
            *knot += 2 * i32::from(from <= *knot) + i32::from(*knot == from - 1);
        }
        let neighbours = at.checked_sub(1).zip(Some(at + 1));
        let [left, right] = neighbours.map_or([None; 2], |(left, right)| {
            [left, right].map(|at| self.rows[row].get(at).copied())
        });
        if let (Some(left), Some(right)) = (left, right) {
            for &bond in self.soil.ground.knotted.of(left) {
                if self.soil.ground.knots[bond as usize].contains(&right) {
                    self.apart[row].push(bond);
                }
            }
        }
        for nth in 0..self.apart[row].len() {
            self.hang(self.apart[row][nth]);
        }
    }

    /// Hangs the children of a bond who stand already from where its partners stand.
    fn hang(&mut self, bond: u32) {
        let knot = self.knot(bond);
        for &child in &self.soil.kin.bonds[bond as usize].children {
            if self.is_in[child as usize] && self.soil.ground.hangs_from[child as usize] == bond {
                let row = self.soil.kin.row[child as usize];
                self.hangs[row][self.place[child as usize] as usize] = knot;
            }
        }
    }

    fn note_if_apart(&mut self, bond: u32) {
        let [a, b] = self.soil.ground.knots[bond as usize];
        if [a, b].iter().all(|&p| p != NONE && self.is_in[p as usize]) {
            let [at_a, at_b] = [a, b].map(|p| self.place[p as usize]);
            if 1 < at_a.abs_diff(at_b) {
                self.apart[self.soil.kin.row[a as usize]].push(bond);
            }
        }
    }

    /// What somebody costs by themselves who comes to stand left of `place`.
    fn fence(&self, row: usize, place: usize) -> i32 {
        let members = &self.rows[row];
        if place == 0 || members.len() <= place {
            return 0;
        }
        self.soil.fence(members[place - 1], members[place])
    }
}
