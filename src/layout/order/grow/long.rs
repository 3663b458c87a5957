//! Rows so long that only the places near by are judged.
//!
//! A row is cut into pieces, so that whoever is put somewhere moves only those of one piece. From
//! which knots the members of a row hang is asked when they are judged: nothing else has to be told
//! when somebody is put into the row above.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::places::{Costs, NOWHERE, Places, Sought, Tie, View};
use super::tally::{Run, Tally};
use super::{AMONG_SIBLINGS, CROSSING_LINES, NONE, Soil};
use crate::layout::order::kin::index;

/// Most people in a piece of a row …
const LONGEST: usize = 96;
/// … unless there are many pieces in the row.
const PIECES: usize = 160;
/// Pieces that are judged place by place, besides those where siblings stand.
const BEST: usize = 4;
/// Bonds of one person and children of one bond that are looked at.
const MOST: usize = 256;

/// Rows of which a stretch is judged.
pub(super) struct Long<'a> {
    soil: Soil<'a>,
    rows: Vec<Row>,
    spots: Vec<Spot>,
    /// Who hangs where, for each row that hangs from the one above.
    tallies: Vec<Tally>,
    /// The partner who came first of each bond that has a knot, or [`NONE`].
    anchors: Vec<u32>,
    /// The pieces that are judged; kept to save memory, as are
    chosen: Vec<Promise>,
    /// what the places of a view cost by themselves, and the knots between them.
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
            chosen: Vec::new(),
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
        let mut chosen = std::mem::take(&mut self.chosen);
        chosen.clear();
        match sought.tie {
            Tie::Nobody => {
                let runs = self.rows[row].order.iter().map(|_| Run::default());
                self.choose(row, sought, runs, &mut chosen);
            }
            Tie::Knot(knot) => {
                let (nth, _) = self.rows[row - 1].find(knot as usize / 2);
                self.choose(row, sought, self.tallies[row].seen_from_above(nth), &mut chosen);
            }
            Tie::Child(own) => {
                let (nth, _) = self.rows[row + 1].find(own);
                self.choose(row, sought, self.tallies[row + 1].seen_from_below(nth), &mut chosen);
            }
        }
        for Promise { first, last, base, .. } in &chosen {
            match views.last_mut() {
                Some(view) if *first <= view.last => view.last = view.last.max(*last),
                _ => views.push(View { row, first: *first, last: *last, base: *base }),
            }
        }
        if views.is_empty() {
            views.push(View { row, first: 0, last: 0, base: 0 });
        }
        self.chosen = chosen;
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
        let Soil { kin, ground } = self.soil;
        let pieces = self.rows[view.row].within(view.first, view.last);
        for &person in pieces.flat_map(|(piece, from, to)| &piece.members[from..to]) {
            for &bond in ground.knotted.of(person).iter().take(MOST) {
                let [first, second] = ground.knots[bond as usize];
                if second == person && self.is_in(first) {
                    continue;
                }
                let behind = self.knot(bond) as usize / 2 + 1;
                for &child in kin.bonds[bond as usize].children.iter().take(MOST) {
                    if self.is_in(child) && ground.hangs_from[child as usize] == bond {
                        line(behind, self.place(child));
                    }
                }
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
        let spot = |person: u32| self.spots.get(person as usize).filter(|spot| spot.piece != NONE);
        match (spot(one), spot(other)) {
            (Some(&one), Some(&other)) => (row.place(one) + row.place(other)) as i32,
            (Some(&one), None) | (None, Some(&one)) => 2 * row.place(one) as i32,
            (None, None) => NOWHERE,
        }
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

    /// The children who hang from somebody in the tallies.
    fn hanging(&self, person: u32) -> impl Iterator<Item = u32> {
        let Soil { kin, ground } = self.soil;
        let bonds = ground.knotted.of(person).iter().copied();
        let bonds = bonds.filter(move |&bond| self.anchors[bond as usize] == person);
        bonds.flat_map(move |bond| {
            let children = kin.bonds[bond as usize].children.iter().copied();
            children.filter(move |&child| {
                self.is_in(child) && ground.hangs_from[child as usize] == bond
            })
        })
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
                if self.is_in(child) && self.soil.ground.hangs_from[child as usize] == bond {
                    let lower = self.nth(child);
                    self.tallies[row + 1].add(nth, lower);
                }
            }
        }
    }

    /// Cuts the `nth` piece of a row in two.
    fn cut(&mut self, number: usize, nth: usize) {
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
            .flat_map(|&member| self.hanging(member))
            .map(|child| self.nth(child))
            .collect();
        self.tallies[number + 1].cut_upper(nth, lowers.into_iter());
    }

    /// Notes the pieces of a row that promise most and those in which siblings stand, from left to
    /// right.
    fn choose(
        &self,
        number: usize,
        sought: &Sought,
        runs: impl Iterator<Item = Run>,
        chosen: &mut Vec<Promise>,
    ) {
        let row = &self.rows[number];
        let ends = row.start.windows(2).map(|ends| (ends[0] as usize, ends[1] as usize));
        // Without siblings nobody is a stranger.
        let [low, high] = sought.siblings.unwrap_or([0, row.width]);
        let mut homes: [Option<Promise>; 2] = [None; 2];
        for (run, (first, last)) in runs.zip(ends) {
            let strangers = low.saturating_sub(last) + first.saturating_sub(high + 1);
            let cost = run.dip * CROSSING_LINES + strangers as i32 * AMONG_SIBLINGS;
            let base = run.before * CROSSING_LINES;
            let off = sought.near.clamp(first, last).abs_diff(sought.near);
            let judged = (i64::from(cost) << 32) + off as i64;
            let promise = Promise { judged, first, last, base };
            if sought.siblings.is_some() {
                for (home, place) in homes.iter_mut().zip([low, high + 1]) {
                    if (first..=last).contains(&place) {
                        *home = Some(promise);
                    }
                }
            }
            if chosen.len() < BEST || chosen.last().is_some_and(|worst| judged < worst.judged) {
                chosen.truncate(BEST - 1);
                let at = chosen.partition_point(|other| other.judged <= judged);
                chosen.insert(at, promise);
            }
        }
        chosen.extend(homes.into_iter().flatten());
        chosen.sort_unstable_by_key(|promise| promise.first);
    }
}

/// A piece of a row, and how little a place in it may cost.
#[derive(Clone, Copy, Debug)]
struct Promise {
    /// Cost and distance in one number.
    judged: i64,
    first: usize,
    last: usize,
    base: i32,
}
