//! Rows so long that only the most promising places are judged.
//!
//! A row is cut into pieces, so that whoever is put somewhere moves only those of one piece. How many
//! lines lead from piece to piece is known, and with it the least that a place in a piece can cost:
//! hardly ever more than one or two have to be looked into. From which knots the members of a row hang
//! is asked when they are judged: nothing else has to be told when somebody is put into the row above.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

mod own;

use super::places::{Costs, NOWHERE, Places, Sought, Tie, View, judged};
use super::tally::{Run, Sides, Tally};
use super::{AMONG_SIBLINGS, CROSSING_LINES, NONE, Soil};
use crate::layout::order::kin::index;

/// Most people in a piece of a row …
const LONGEST: usize = 64;
/// … unless there are many pieces in the row.
const PIECES: usize = 160;
/// Bonds of one person and children of one bond that are looked at.
const MOST: usize = 256;

/// Rows of which stretches are judged.
pub(super) struct Long<'a> {
    soil: Soil<'a>,
    rows: Vec<Row>,
    spots: Vec<Spot>,
    /// Who hangs where, for each row that hangs from the one above.
    tallies: Vec<Tally>,
    /// The partner who came first of each bond that has a knot, or [`NONE`].
    anchors: Vec<u32>,
    /// In each row the bonds whose partners there do not stand side by side, and which bonds these are.
    apart: Vec<Vec<u32>>,
    is_apart: Vec<bool>,
    /// The lines from the piece of a knot to the pieces below, or from that of a child to those above.
    own: Vec<Sides>,
    /// The bond of that knot, as long as only children of it have been put somewhere since.
    own_bond: u32,
    /// What the places of a view cost by themselves, and the knots between them; kept to save memory.
    fences: Vec<i32>,
    hangs: Vec<i32>,
}

/// Where somebody stands: the number of the piece in its row, and the place in it.
#[derive(Clone, Copy, Debug)]
struct Spot {
    piece: u32,
    at: u32,
}

impl Spot {
    const NOWHERE: Self = Self { piece: NONE, at: 0 };
}

/// A row in pieces, which are numbered as they came into being.
#[derive(Clone, Debug, Default)]
struct Row {
    width: usize,
    pieces: Vec<Piece>,
    /// The pieces from left to right, and which of these each piece is.
    order: Vec<u32>,
    nth: Vec<u32>,
    /// The first place of each, from left to right; and at last the right end of the row.
    start: Vec<u32>,
}

/// A stretch of a row.
#[derive(Clone, Debug, Default)]
struct Piece {
    members: Vec<u32>,
    /// The bonds from which they hang.
    bonds: Vec<u32>,
    /// What it costs to stand left of each by itself.
    fences: Vec<i32>,
}

impl Row {
    /// The place of a spot in the row.
    #[inline]
    fn place(&self, spot: Spot) -> usize {
        (self.start[self.nth[spot.piece as usize] as usize] + spot.at) as usize
    }

    /// Which piece, from left to right, holds a place, and where in it. The right end of the row is
    /// behind the last of the last piece.
    fn find(&self, place: usize) -> (usize, usize) {
        let starts = &self.start[..self.order.len()];
        let nth = starts.partition_point(|&start| start as usize <= place).saturating_sub(1);
        (nth, place - starts.get(nth).map_or(0, |&start| start as usize))
    }

    fn at(&self, place: usize) -> Option<u32> {
        let (nth, at) = self.find(place);
        self.pieces[*self.order.get(nth)? as usize].members.get(at).copied()
    }

    /// The pieces that hold places from `first` to before `end`, each with these in it.
    fn within(&self, first: usize, end: usize) -> impl Iterator<Item = (&Piece, usize, usize)> {
        let (nth, _) = self.find(first);
        let starts = self.order.iter().zip(&self.start).skip(nth);
        starts.take_while(move |&(_, &start)| (start as usize) < end).map(
            move |(&piece, &start)| {
                let (piece, start) = (&self.pieces[piece as usize], start as usize);
                (piece, first.saturating_sub(start), (end - start).min(piece.members.len()))
            },
        )
    }

    /// Cuts the `nth` piece from the left in two. Says which number the right half has.
    fn cut(&mut self, nth: usize) -> u32 {
        let new = index(self.pieces.len());
        let piece = &mut self.pieces[self.order[nth] as usize];
        let half = piece.members.len() / 2;
        let right = Piece {
            members: piece.members.split_off(half),
            bonds: piece.bonds.split_off(half),
            fences: piece.fences.split_off(half),
        };
        self.pieces.push(right);
        self.order.insert(nth + 1, new);
        self.start.insert(nth + 1, self.start[nth] + index(half));
        self.nth.push(0);
        for (nth, &piece) in self.order.iter().enumerate().skip(nth + 1) {
            self.nth[piece as usize] = index(nth);
        }
        new
    }
}

impl<'a> Places<'a> for Long<'a> {
    fn new(soil: Soil<'a>) -> Self {
        Self {
            soil,
            rows: vec![Row::default(); soil.kin.n_rows],
            spots: vec![Spot::NOWHERE; soil.kin.people()],
            tallies: vec![Tally::new(); soil.kin.n_rows + 1],
            anchors: vec![NONE; soil.kin.bonds.len()],
            apart: vec![Vec::new(); soil.kin.n_rows],
            is_apart: vec![false; soil.kin.bonds.len()],
            own: Vec::new(),
            own_bond: NONE,
            fences: Vec::new(),
            hangs: Vec::new(),
        }
    }

    fn width(&self, row: usize) -> usize {
        self.rows[row].width
    }

    fn is_in(&self, person: u32) -> bool {
        self.spots[person as usize].piece != NONE
    }

    fn place(&self, person: u32) -> usize {
        self.rows[self.soil.kin.row[person as usize]].place(self.spots[person as usize])
    }

    fn at(&self, row: usize, place: usize) -> Option<u32> {
        self.rows[row].at(place)
    }

    fn insert(&mut self, person: u32, at: usize) {
        let number = self.soil.kin.row[person as usize];
        let neighbours =
            [at.checked_sub(1).and_then(|left| self.at(number, left)), self.at(number, at)];
        let row = &mut self.rows[number];
        if row.pieces.is_empty() {
            self.own_bond = NONE;
            row.pieces.push(Piece::default());
            (row.order, row.nth, row.start) = (vec![0], vec![0], vec![0, 0]);
            self.tallies[number].add_lower();
            self.tallies[number + 1].add_upper();
        }
        let (nth, within) = row.find(at);
        let name = row.order[nth];
        let piece = &mut row.pieces[name as usize];
        let fence = |pair: [Option<u32>; 2]| match pair {
            [Some(left), Some(right)] => self.soil.fence(left, right),
            _ => 0,
        };
        let [left, right] = neighbours;
        for &member in &piece.members[within..] {
            self.spots[member as usize].at += 1;
        }
        piece.members.insert(within, person);
        piece.bonds.insert(within, self.soil.ground.hangs_from[person as usize]);
        piece.fences.insert(within, fence([left, Some(person)]));
        // Only the left end of a row is left of nobody: newcomers go to the right half of a cut.
        if let Some(behind) = piece.fences.get_mut(within + 1) {
            *behind = fence([Some(person), right]);
        }
        self.spots[person as usize] = Spot { piece: name, at: index(within) };
        row.width += 1;
        row.start[nth + 1..].iter_mut().for_each(|start| *start += 1);
        self.hang(person);
        self.part(person, neighbours);
        if self.soil.ground.hangs_from[person as usize] != self.own_bond {
            self.own_bond = NONE;
        }
        let row = &self.rows[number];
        if LONGEST.max(row.width / PIECES) < row.pieces[name as usize].members.len() {
            self.cut(number, nth);
        }
    }

    fn knot(&self, bond: u32) -> i32 {
        let Some(&[one, _]) = self.soil.ground.knots.get(bond as usize) else { return NOWHERE };
        let row = self.soil.kin.row.get(one as usize);
        row.map_or(NOWHERE, |&row| self.knot_in(&self.rows[row], bond))
    }

    fn look(&mut self, row: usize, sought: &Sought, views: &mut Vec<View>) {
        match sought.tie {
            Tie::Nobody => {}
            Tie::Knot { knot, bond } => self.count_own_below(row, knot, bond),
            Tie::Child(place) => self.count_own_above(row, place),
        }
        let mut promise = |(run, ends)| views.push(self.promise(row, sought, run, ends));
        let ends = self.rows[row].start.windows(2).map(|ends| [ends[0] as usize, ends[1] as usize]);
        match sought.tie {
            Tie::Nobody => ends.for_each(|ends| promise((Run::default(), ends))),
            Tie::Knot { knot, .. } => {
                let nth = self.rows[row - 1].find(knot as usize / 2).0;
                self.tallies[row].seen_from_above(nth, &self.own).zip(ends).for_each(promise);
            }
            Tie::Child(place) => {
                let nth = self.rows[row + 1].find(place).0;
                self.tallies[row + 1].seen_from_below(nth, &self.own).zip(ends).for_each(promise);
            }
        }
        if views.is_empty() {
            views.push(View { row, first: 0, last: 0, base: 0, least: 0 });
        }
    }

    fn costs(&mut self, view: View, tie: Tie) -> Costs<'_> {
        let mut fences = std::mem::take(&mut self.fences);
        let mut hangs = std::mem::take(&mut self.hangs);
        fences.clear();
        hangs.clear();
        let row = &self.rows[view.row];
        for (piece, from, to) in row.within(view.first, view.last + 1) {
            fences.extend_from_slice(&piece.fences[from..to]);
        }
        // Nobody stands right of the right end.
        fences.resize(view.last + 1 - view.first, 0);
        if tie.knot().is_some() {
            let above = &self.rows[view.row - 1];
            let mut last = (NONE, NOWHERE);
            for (piece, from, to) in row.within(view.first, view.last) {
                hangs.extend(piece.bonds[from..to].iter().map(|&bond| {
                    // Brothers and sisters hang from the same knot.
                    if bond != last.0 {
                        last = (bond, self.knot_in(above, bond));
                    }
                    last.1
                }));
            }
        }
        (self.fences, self.hangs) = (fences, hangs);
        Costs { fences: &self.fences, hangs: &self.hangs }
    }

    fn lines(&self, view: View, mut line: impl FnMut(usize, usize)) {
        let mut lines = |bond: u32, before: usize| {
            for child in self.hanging_from(bond).take(MOST) {
                line(before + 1, self.place(child));
            }
        };
        let pieces = self.rows[view.row].within(view.first, view.last + 1);
        for &person in pieces.flat_map(|(piece, from, to)| &piece.members[from..to]) {
            for bond in self.anchored(person).take(MOST).filter(|&bond| !self.is_far(bond)) {
                lines(bond, self.knot(bond) as usize / 2);
            }
        }
        for bond in self.far_apart(view.row) {
            let before = self.knot(bond) as usize / 2;
            if (view.first..view.last).contains(&before) {
                lines(bond, before);
            }
        }
    }

    fn into_rows(self) -> Vec<Vec<u32>> {
        let members = |row: &Row| {
            let pieces = row.order.iter().map(|&piece| &row.pieces[piece as usize].members);
            pieces.flatten().copied().collect()
        };
        self.rows.iter().map(members).collect()
    }
}

impl Long<'_> {
    /// The knot of a bond whose partners stand in this row.
    #[inline]
    fn knot_in(&self, row: &Row, bond: u32) -> i32 {
        let Some(&[one, other]) = self.soil.ground.knots.get(bond as usize) else { return NOWHERE };
        match (self.spot(one), self.spot(other)) {
            (Some(&one), Some(&other)) => (row.place(one) + row.place(other)) as i32,
            (Some(&one), None) | (None, Some(&one)) => 2 * row.place(one) as i32,
            (None, None) => NOWHERE,
        }
    }

    /// Where somebody stands, if they do.
    #[inline]
    fn spot(&self, person: u32) -> Option<&Spot> {
        self.spots.get(person as usize).filter(|spot| spot.piece != NONE)
    }

    /// Which piece of their row holds somebody, from left to right.
    fn nth(&self, person: u32) -> usize {
        let row = &self.rows[self.soil.kin.row[person as usize]];
        row.nth[self.spots[person as usize].piece as usize] as usize
    }

    /// The partner of whom somebody hangs in the tally of their row, if they do.
    fn anchor(&self, person: u32) -> Option<u32> {
        let anchor = *self.anchors.get(self.soil.ground.hangs_from[person as usize] as usize)?;
        (anchor != NONE).then_some(anchor)
    }

    /// The bonds of which somebody is the one of whom the children hang in the tallies.
    fn anchored(&self, person: u32) -> impl Iterator<Item = u32> {
        let bonds = self.soil.ground.knotted.of(person).iter().copied();
        bonds.filter(move |&bond| self.anchors[bond as usize] == person)
    }

    /// The children who stand and hang from a bond.
    fn hanging_from(&self, bond: u32) -> impl Iterator<Item = u32> {
        let children = self.soil.kin.bonds[bond as usize].children.iter().copied();
        children.filter(move |&child| self.hangs(child, bond))
    }

    /// Does this child stand and hang from a bond?
    fn hangs(&self, child: u32, bond: u32) -> bool {
        self.is_in(child) && self.soil.ground.hangs_from[child as usize] == bond
    }

    /// Enters the lines of somebody new into the tallies.
    fn hang(&mut self, person: u32) {
        let row = self.soil.kin.row[person as usize];
        let nth = self.nth(person);
        if let Some(anchor) = self.anchor(person) {
            let upper = self.nth(anchor);
            self.tallies[row].add(upper, nth);
        }
        for &bond in self.soil.ground.knotted.of(person) {
            if self.anchors[bond as usize] != NONE {
                continue;
            }
            self.anchors[bond as usize] = person;
            for &child in &self.soil.kin.bonds[bond as usize].children {
                if self.hangs(child, bond) {
                    let lower = self.nth(child);
                    self.tallies[row + 1].add(nth, lower);
                }
            }
        }
    }

    /// Cuts the `nth` piece of a row in two.
    fn cut(&mut self, number: usize, nth: usize) {
        self.own_bond = NONE;
        let row = &mut self.rows[number];
        let new = row.cut(nth);
        let members = row.pieces[new as usize].members.clone();
        for (&member, at) in members.iter().zip(0..) {
            self.spots[member as usize] = Spot { piece: new, at };
        }
        let uppers: Vec<usize> =
            members.iter().filter_map(|&member| Some(self.nth(self.anchor(member)?))).collect();
        self.tallies[number].cut_lower(nth, uppers.into_iter());
        let lowers: Vec<usize> = members
            .iter()
            .flat_map(|&member| self.anchored(member))
            .flat_map(|bond| self.hanging_from(bond))
            .map(|child| self.nth(child))
            .collect();
        self.tallies[number + 1].cut_upper(nth, lowers.into_iter());
    }

    /// A piece of a row with these ends, past which a newcomer crosses the lines of a run.
    fn promise(&self, row: usize, sought: &Sought, run: Run, [first, end]: [usize; 2]) -> View {
        let width = self.rows[row].width;
        // The place between two pieces belongs to the right one.
        let last = if end < width { end - 1 } else { end };
        // Without siblings nobody is a stranger.
        let [low, high] = sought.siblings.unwrap_or([0, width]);
        let strangers = low.saturating_sub(last) + first.saturating_sub(high + 1);
        let cost = run.dip * CROSSING_LINES + strangers as i32 * AMONG_SIBLINGS;
        let off = sought.near.clamp(first, last).abs_diff(sought.near);
        View { row, first, last, base: run.before * CROSSING_LINES, least: judged(cost, off) }
    }
}
