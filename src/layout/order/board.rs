//! An order under test: who stands where, and what it costs.
//!
//! Crossings in a gap are counted from left to right: each union asks how many lines of earlier unions
//! end right of its own. In short rows hardly any do, so that only unions whose lines mingle are
//! compared; in long ones a tree knows ([`crossings`]).

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::crossings;
use super::graph::{Gap, Graph, Net};
use super::kin::index;
use super::rules::{
    CROSSING, Couple, Elder, PARTNER_IN_COUPLE, PIN_BROKEN, RowRules, Rules, STRANGER_IN_COUPLE,
    STRANGER_IN_SIBSHIP, Sibship, WRONG_NEAREST,
};

/// Longest row whose crossings are counted union by union.
const WIDEST: usize = 128;

/// Rows of items with their cost, kept up to date row by row.
#[derive(Clone, Debug)]
pub(super) struct Board<'a> {
    graph: &'a Graph,
    rules: &'a Rules,
    /// The items of each row, from left to right.
    pub rows: Vec<Vec<u32>>,
    /// Place of each item in its row.
    pub pos: Vec<u32>,
    /// Cost of each row by itself and of the gap below each row.
    within: Vec<i64>,
    gap: Vec<i64>,
    /// The nets of each gap by the place of their union, as of the last count.
    sorted: Vec<Vec<(u32, u32)>>,
    /// Kept to save memory.
    spans: Vec<[Span; 2]>,
}

impl<'a> Board<'a> {
    /// Counts what `rows` cost.
    pub(super) fn new(graph: &'a Graph, rules: &'a Rules, rows: Vec<Vec<u32>>) -> Self {
        let sorted = graph.gaps.iter().map(|gap| (0..index(gap.len())).map(|n| (0, n)).collect());
        let mut board = Self {
            graph,
            rules,
            pos: vec![0; graph.items()],
            within: vec![0; rows.len()],
            gap: vec![0; rows.len()],
            sorted: sorted.collect(),
            spans: Vec::new(),
            rows,
        };
        for row in 0..board.rows.len() {
            board.note_places(row);
        }
        board.recount_all();
        board
    }

    /// Counts everything again.
    pub(super) fn recount_all(&mut self) {
        for row in 0..self.rows.len() {
            self.count_row(row);
            self.count_gap(row, i64::MAX);
        }
    }

    /// What the whole order costs.
    pub(super) fn cost(&self) -> i64 {
        self.within.iter().sum::<i64>() + self.gap.iter().sum::<i64>()
    }

    /// What an order of the items in `rows` costs.
    pub(super) fn cost_of(&mut self, rows: &[Vec<u32>]) -> i64 {
        for (row, items) in rows.iter().enumerate() {
            self.rows[row].clone_from(items);
            self.note_places(row);
        }
        self.recount_all();
        self.cost()
    }

    /// What the whole order costs, and the order.
    pub(super) fn costed(self) -> (i64, Vec<Vec<u32>>) {
        (self.cost(), self.rows)
    }

    /// How many lines cross.
    #[cfg(test)]
    pub(super) fn crossings(&self) -> i64 {
        self.gap.iter().sum::<i64>() / CROSSING
    }

    /// Writes down the places of the items of a row. To be called after changing it.
    pub(super) fn note_places(&mut self, row: usize) {
        for (place, &item) in self.rows[row].iter().enumerate() {
            self.pos[item as usize] = index(place);
        }
    }

    /// Puts an item at a place of its row. To be called for all items that move.
    pub(super) fn put(&mut self, row: usize, place: u32, item: u32) {
        self.rows[row][place as usize] = item;
        self.pos[item as usize] = place;
    }

    /// What the rows `touched` (in rising order) and the gaps around them cost, as last counted.
    pub(super) fn part(&self, touched: &[usize]) -> i64 {
        let mut total = 0;
        let mut counted = usize::MAX;
        for &row in touched {
            total += self.within[row] + self.gap[row];
            if 0 < row && counted != row - 1 {
                total += self.gap[row - 1];
            }
            counted = row;
        }
        total
    }

    /// Counts the rows `touched` (in rising order) and the gaps around them again. Gives up as soon
    /// as they cost more than `limit`; then the counts are unfinished and have to be restored.
    pub(super) fn recount(&mut self, touched: &[usize], limit: i64) -> Option<i64> {
        let mut total = 0;
        for &row in touched {
            self.count_row(row);
            total += self.within[row];
            if limit < total {
                return None;
            }
        }
        let mut counted = usize::MAX;
        for &row in touched {
            if 0 < row && counted != row - 1 {
                self.count_gap(row - 1, limit - total);
                total += self.gap[row - 1];
            }
            if limit < total {
                return None;
            }
            self.count_gap(row, limit - total);
            total += self.gap[row];
            counted = row;
            if limit < total {
                return None;
            }
        }
        Some(total)
    }

    /// The counts that [`Self::recount`] will overwrite.
    pub(super) fn saved(&self, touched: &[usize], into: &mut Vec<[i64; 3]>) {
        into.clear();
        for &row in touched {
            let above = if 0 < row { self.gap[row - 1] } else { 0 };
            into.push([self.within[row], self.gap[row], above]);
        }
    }

    /// Puts saved counts back.
    pub(super) fn restore(&mut self, touched: &[usize], saved: &[[i64; 3]]) {
        for (&row, &[within, gap, above]) in touched.iter().zip(saved) {
            self.within[row] = within;
            self.gap[row] = gap;
            if 0 < row {
                self.gap[row - 1] = above;
            }
        }
    }

    fn count_row(&mut self, row: usize) {
        let RowRules { couples, sibships, nearest, pinned } = &self.rules.rows[row];
        let mut cost = 0;
        for couple in couples {
            cost += self.couple(couple);
        }
        for sibship in sibships {
            cost += self.sibship(sibship);
        }
        for rule in nearest {
            let at = self.pos[rule.person as usize];
            let near = self.pos[rule.near as usize].abs_diff(at);
            let far = self.pos[rule.far as usize].abs_diff(at);
            if far < near {
                cost += WRONG_NEAREST;
            }
        }
        for pair in pinned.windows(2) {
            if self.pos[pair[1] as usize] < self.pos[pair[0] as usize] {
                cost += PIN_BROKEN;
            }
        }
        self.within[row] = cost;
    }

    fn couple(&self, couple: &Couple) -> i64 {
        let (left, right) = (self.pos[couple.left as usize], self.pos[couple.right as usize]);
        let mut cost = if right < left { couple.wrong_side } else { 0 };
        let between = left.abs_diff(right) - 1;
        if 0 < between {
            let (low, high) = (left.min(right), left.max(right));
            let inside = |&&other: &&u32| {
                let place = self.pos[other as usize];
                low < place && place < high
            };
            let partners = couple.others.iter().filter(inside).count() as i64;
            let strangers = i64::from(between) - partners;
            if 0 < strangers {
                cost += self.rules.prices.couple_apart;
            }
            cost += strangers * STRANGER_IN_COUPLE + partners * PARTNER_IN_COUPLE;
        }
        cost
    }

    fn sibship(&self, sibship: &Sibship) -> i64 {
        let Sibship { members, by_age, company } = sibship;
        let (mut low, mut high) = (u32::MAX, 0);
        for &member in members {
            let place = self.pos[member as usize];
            low = low.min(place);
            high = high.max(place);
        }
        let mut cost = 0;
        let others = high - low + 1 - index(members.len());
        if 0 < others {
            let inside = |&&other: &&u32| {
                let place = self.pos[other as usize];
                low < place && place < high
            };
            let welcome = company.iter().filter(inside).count() as i64;
            cost += (i64::from(others) - welcome) * STRANGER_IN_SIBSHIP;
        }
        let is_wrong =
            |pair: &&Elder| self.pos[pair.younger as usize] < self.pos[pair.elder as usize];
        let wrong: u32 = by_age.iter().filter(is_wrong).map(|pair| pair.times).sum();
        cost += i64::from(wrong) * self.rules.prices.against_age;
        cost
    }

    /// Counts the crossings in the gap below a row. What costs more than `limit` is not counted to
    /// the end.
    fn count_gap(&mut self, row: usize, limit: i64) {
        let gap = &self.graph.gaps[row];
        if gap.len() < 2 {
            return;
        }
        let pos = &self.pos;
        let (width, below) = (self.rows[row].len(), self.rows.get(row + 1).map_or(0, Vec::len));
        if WIDEST < width.max(below) {
            let crossings = crossings::crossings(gap, pos, width, below);
            self.gap[row] = i64::try_from(crossings).unwrap_or(i64::MAX).saturating_mul(CROSSING);
            return;
        }
        let sorted = &mut self.sorted[row];
        for (knot, net) in sorted.iter_mut() {
            *knot = gap.net(*net).knot(pos);
        }
        insertion_sort(sorted);
        let most = u32::try_from(limit / CROSSING).unwrap_or(u32::MAX);
        let crossings = crossings_of(gap, sorted, pos, &mut self.spans, most);
        self.gap[row] = i64::from(crossings) * CROSSING;
    }
}

/// The crossings of the nets of a gap, `sorted` by their knots; not all of them if there are more than
/// `most`. `spans` is only there to save memory.
fn crossings_of(
    gap: &Gap,
    sorted: &[(u32, u32)],
    pos: &[u32],
    spans: &mut Vec<[Span; 2]>,
    most: u32,
) -> u32 {
    spans.clear();
    let mut crossings = 0;
    // How far right the ends of the nets before this level reach, and those of this level.
    let (mut before, mut reach) = ([0; 2], [0; 2]);
    let (mut knot, mut first) = (u32::MAX, 0);
    for (at, &(of, nth)) in sorted.iter().enumerate() {
        if of != knot {
            (knot, first, before) = (of, at, reach);
        }
        // Unions that hang from the same point meet there.
        crossings += index(at - first);
        let net = gap.net(nth);
        let own = [Span::of_items(net.upper, pos), Span::of_lines(net, pos)];
        for end in [UPPER, LOWER] {
            if own[end].first < before[end] {
                for (other, &(_, other_nth)) in spans[..first].iter().zip(sorted) {
                    crossings += other[end].crossings(own[end], || {
                        let other = gap.net(other_nth);
                        if end == UPPER {
                            crossed(other.upper, net.upper, pos)
                        } else {
                            crossed_lines(other, net, pos)
                        }
                    });
                }
            }
            reach[end] = reach[end].max(own[end].last);
        }
        if most < crossings {
            break;
        }
        spans.push(own);
    }
    crossings
}

/// Sorts what is nearly sorted already.
fn insertion_sort(list: &mut [(u32, u32)]) {
    for end in 1..list.len() {
        let item = list[end];
        let mut at = end;
        while 0 < at && item.0 < list[at - 1].0 {
            list[at] = list[at - 1];
            at -= 1;
        }
        list[at] = item;
    }
}

/// The upper and the lower end of a net.
const UPPER: usize = 0;
const LOWER: usize = 1;

/// Where the lines of one end of a net lead.
#[derive(Clone, Copy, Debug)]
struct Span {
    /// The leftmost place; far right if there are none.
    first: u32,
    /// The rightmost place.
    last: u32,
    /// How many lines.
    lines: u32,
}

impl Span {
    const EMPTY: Self = Self { first: u32::MAX, last: 0, lines: 0 };

    #[inline]
    fn with(self, place: u32, times: u32) -> Self {
        Self { first: self.first.min(place), last: self.last.max(place), lines: self.lines + times }
    }

    #[inline]
    fn of_items(items: &[u32], pos: &[u32]) -> Self {
        items.iter().fold(Self::EMPTY, |span, &item| span.with(pos[item as usize], 1))
    }

    #[inline]
    fn of_lines(net: Net<'_>, pos: &[u32]) -> Self {
        net.lines().fold(Self::EMPTY, |span, (item, times)| span.with(pos[item as usize], times))
    }

    /// How often the lines cross those of `right`, whose knot is further right. To be counted one by
    /// one only if they mingle.
    fn crossings(self, right: Self, one_by_one: impl Fn() -> u32) -> u32 {
        if self.last <= right.first {
            0
        } else if right.last < self.first {
            self.lines * right.lines
        } else {
            one_by_one()
        }
    }
}

/// How many lines to `left` end right of lines to `right`.
fn crossed(left: &[u32], right: &[u32], pos: &[u32]) -> u32 {
    let place = |item: u32| pos[item as usize];
    let of = |&y: &u32| index(left.iter().filter(|&&x| place(y) < place(x)).count());
    right.iter().map(of).sum()
}

/// The same for the lines to the lower ends of two nets.
fn crossed_lines(left: Net<'_>, right: Net<'_>, pos: &[u32]) -> u32 {
    let place = |item: u32| pos[item as usize];
    let mut crossings = 0;
    for (y, of_y) in right.lines() {
        for (x, of_x) in left.lines() {
            crossings += if place(y) < place(x) { of_x * of_y } else { 0 };
        }
    }
    crossings
}
