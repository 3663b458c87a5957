//! The search for a better order: annealing with moves that know what a family is.
//!
//! Kirkpatrick, Gelatt and Vecchi (1983), with a fixed seed and a budget of moves, so that the same
//! family always gets the same picture.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::ops::Range;

use super::board::Board;
use super::branch::{Branch, Branches};

/// How long and how hot to search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// How many moves to try.
    pub moves: usize,
    /// Extra cost that is accepted at first, on average.
    pub hot: i64,
}

/// Numbers that look random and are always the same (xorshift64, Marsaglia 2003).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `limit`, which must not be 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (((self.next() >> 32) * limit as u64) >> 32) as usize
    }

    /// A draw from the exponential distribution with mean 1, in units of 1/1024, without a
    /// logarithm: leading zeros are its whole part to the base 2, the bits after them (as good as)
    /// the rest.
    pub(super) fn exponential(&mut self) -> i64 {
        const LN_2: i64 = 710;
        let bits = self.next();
        let zeros = bits.leading_zeros().min(32);
        let rest = (bits << zeros << 1) >> 54;
        (i64::from(zeros) * LN_2) + (((1024 - rest as i64) * LN_2) >> 10)
    }
}

/// A search under way.
pub(super) struct Search<'a> {
    /// The order as it is now.
    pub board: Board<'a>,
    branches: &'a Branches,
    free: Vec<Range<usize>>,
    n_free: usize,
    chance: Chance,
    best: Vec<Vec<u32>>,
    best_cost: i64,
    cost: i64,
    touched: Vec<usize>,
    kept: Vec<Vec<u32>>,
    counts: Vec<[i64; 3]>,
    slots: Vec<u32>,
    others: Vec<u32>,
    places: Vec<u32>,
}

impl<'a> Search<'a> {
    /// Begins from the order of `board`.
    pub(super) fn new(board: Board<'a>, branches: &'a Branches, seed: u64) -> Self {
        let free = board.rows.iter().map(|row| 0..row.len()).collect();
        Self::within(board, branches, seed, free)
    }

    /// Begins from the order of `board`; only the `free` places of each row may change.
    pub(super) fn within(
        board: Board<'a>,
        branches: &'a Branches,
        seed: u64,
        free: Vec<Range<usize>>,
    ) -> Self {
        Self {
            best: board.rows.clone(),
            best_cost: board.cost(),
            cost: board.cost(),
            n_free: free.iter().map(Range::len).sum(),
            free,
            board,
            branches,
            chance: Chance::new(seed),
            touched: Vec::new(),
            kept: Vec::new(),
            counts: Vec::new(),
            slots: Vec::new(),
            others: Vec::new(),
            places: Vec::new(),
        }
    }

    /// The best order seen and its cost.
    pub(super) fn into_best(self) -> (i64, Vec<Vec<u32>>) {
        (self.best_cost, self.best)
    }

    /// Cools down over `effort.moves` tries, or until nothing is left to better.
    pub(super) fn anneal(&mut self, effort: Effort) {
        if self.n_free < 2 {
            return;
        }
        // Cooling is geometric from `hot` to 0.6 in 64 steps.
        let mut heat = effort.hot as f64;
        let factor = (0.6 / heat).sqrt().sqrt().sqrt().sqrt().sqrt().sqrt();
        let step = (effort.moves / 64).max(1);
        for turn in 0..effort.moves {
            if self.best_cost == 0 {
                break;
            }
            if turn % step == step - 1 {
                heat *= factor;
            }
            if !self.propose() {
                continue;
            }
            let limit = (self.chance.exponential() as f64 * heat / 1024.0) as i64;
            self.judge(limit);
        }
    }

    /// Keeps the proposed change if it costs at most `limit` more. Says by how much it was better.
    fn judge(&mut self, limit: i64) -> Option<i64> {
        let before = self.board.part(&self.touched);
        self.board.saved(&self.touched, &mut self.counts);
        let Some(after) = self.board.recount(&self.touched, before + limit) else {
            self.take_back();
            return None;
        };
        self.cost += after - before;
        if self.cost < self.best_cost {
            self.best_cost = self.cost;
            self.best.clone_from(&self.board.rows);
        }
        Some(before - after)
    }

    /// Turns branches over and lets them change places as long as that betters anything, for at most
    /// `tries` tries. Says how many were used.
    pub(super) fn descend(&mut self, tries: usize) -> usize {
        let branches = self.branches;
        let steps = branches.pairs.len() + branches.all.len();
        let mut idle = 0;
        for turn in 0..tries {
            if steps <= idle || self.cost == 0 {
                return turn;
            }
            let step = turn % steps;
            idle += 1;
            let proposed = match branches.pairs.get(step) {
                Some(&[a, b]) => self.swap(&branches.all[a], &branches.all[b]),
                None => self.mirror(&branches.all[step - branches.pairs.len()]),
            };
            if proposed && self.judge(-1).is_some() {
                idle = 0;
            }
        }
        tries
    }

    /// Like [`Self::descend`], but a move has to better the cost by at least what `price` asks for
    /// the items it moves, may not touch the places of `fixed` items and leaves the pairs `held` in
    /// each row in their order.
    pub(super) fn settle(
        &mut self,
        tries: usize,
        fixed: &[u32],
        held: &[Vec<[u32; 2]>],
        price: impl Fn(&[u32]) -> i64,
    ) {
        let branches = self.branches;
        let steps = branches.pairs.len() + branches.all.len();
        let mut idle = 0;
        let mut moved = Vec::new();
        for turn in 0..tries {
            if steps <= idle || self.cost == 0 {
                return;
            }
            let step = turn % steps;
            idle += 1;
            let proposed = match branches.pairs.get(step) {
                Some(&[a, b]) => self.swap(&branches.all[a], &branches.all[b]),
                None => self.mirror(&branches.all[step - branches.pairs.len()]),
            };
            if !proposed {
                continue;
            }
            moved.clear();
            for (kept, &row) in self.kept.iter().zip(&self.touched) {
                let pairs = kept.iter().zip(&self.board.rows[row]);
                moved.extend(pairs.filter(|(old, new)| old != new).map(|(&old, _)| old));
            }
            let pos = &self.board.pos;
            let turns = |&[a, b]: &[u32; 2]| pos[b as usize] < pos[a as usize];
            if moved.iter().any(|item| fixed.contains(item))
                || self.touched.iter().any(|&row| held[row].iter().any(turns))
            {
                self.board.saved(&self.touched, &mut self.counts);
                self.take_back();
            } else if self.judge(-price(&moved)).is_some() {
                idle = 0;
            }
        }
    }

    fn take_back(&mut self) {
        for (at, &row) in self.touched.iter().enumerate() {
            std::mem::swap(&mut self.board.rows[row], &mut self.kept[at]);
            self.board.note_places(row);
        }
        self.board.restore(&self.touched, &self.counts);
    }

    /// Changes the order in some way. False if the chosen way leads nowhere.
    fn propose(&mut self) -> bool {
        let kind = self.chance.below(10);
        let n_pairs = self.branches.pairs.len();
        if kind < 4 || self.branches.all.is_empty() {
            self.move_run()
        } else if kind < 7 || n_pairs == 0 {
            let at = self.chance.below(self.branches.all.len());
            let branch = &self.branches.all[at];
            if kind == 4 && branch.is_wide { self.mirror(branch) } else { self.shift(branch) }
        } else {
            let at = self.chance.below(n_pairs);
            let [a, b] = self.branches.pairs[at];
            self.swap(&self.branches.all[a], &self.branches.all[b])
        }
    }

    fn touch(&mut self, rows: impl Iterator<Item = usize>) {
        self.touched.clear();
        self.touched.extend(rows);
        while self.kept.len() < self.touched.len() {
            self.kept.push(Vec::new());
        }
        for (kept, &row) in self.kept.iter_mut().zip(&self.touched) {
            kept.clone_from(&self.board.rows[row]);
        }
    }

    /// Moves one to four neighbours to another place in their row, perhaps turned round.
    fn move_run(&mut self) -> bool {
        let row = self.row_by_chance();
        let Range { start, end } = self.free[row];
        let len = end - start;
        if len < 2 {
            return false;
        }
        let from = self.chance.below(len);
        let run = (1 + self.chance.below(4)).min(len - from).min(len - 1);
        let to = start + self.chance.below(len - run + 1);
        let from = start + from;
        let turned = 1 < run && self.chance.below(2) == 0;
        if to == from && !turned {
            return false;
        }
        self.touch(std::iter::once(row));
        let items = &mut self.board.rows[row];
        if turned {
            items[from..from + run].reverse();
        }
        if to < from {
            items[to..from + run].rotate_right(run);
        } else {
            items[from..to + run].rotate_left(run);
        }
        self.board.note_places(row);
        true
    }

    /// A row, longer ones more often.
    fn row_by_chance(&mut self) -> usize {
        let mut at = self.chance.below(self.n_free);
        for (row, free) in self.free.iter().enumerate() {
            if at < free.len() {
                return row;
            }
            at -= free.len();
        }
        0
    }

    /// Turns a branch over within the places it has.
    fn mirror(&mut self, branch: &Branch) -> bool {
        self.touch(branch.rows.iter().copied());
        for &row in &branch.rows {
            self.slots.clear();
            self.places.clear();
            for (&item, place) in self.board.rows[row].iter().zip(0..) {
                if branch.has(item) {
                    self.slots.push(item);
                    self.places.push(place);
                }
            }
            for (&place, &item) in self.places.iter().zip(self.slots.iter().rev()) {
                self.board.put(row, place, item);
            }
        }
        self.is_change()
    }

    /// Moves a branch as a block: its root's row anywhere, the others where they begin now.
    fn shift(&mut self, branch: &Branch) -> bool {
        let turned = self.chance.below(2) == 0;
        self.touch(branch.rows.iter().copied());
        let mut root_row = usize::MAX;
        for &row in &branch.rows {
            if self.board.rows[row].contains(&branch.root) {
                root_row = row;
            }
        }
        for &row in &branch.rows {
            let items = &mut self.board.rows[row];
            let first = items.iter().position(|&item| branch.has(item)).unwrap_or(0);
            self.slots.clear();
            self.slots.extend(items.iter().copied().filter(|&item| branch.has(item)));
            if turned {
                self.slots.reverse();
            }
            items.retain(|&item| !branch.has(item));
            let Range { start, end } = self.free[row];
            let room = end - start - self.slots.len();
            let to = if row == root_row { start + self.chance.below(room + 1) } else { first };
            let to = to.min(start + room);
            items.splice(to..to, self.slots.iter().copied());
            self.board.note_places(row);
        }
        self.is_change()
    }

    /// Lets two branches change places.
    fn swap(&mut self, a: &Branch, b: &Branch) -> bool {
        let is_left = self.board.pos[a.root as usize] < self.board.pos[b.root as usize];
        let (left, right) = if is_left { (a, b) } else { (b, a) };
        let rows = left.rows.iter().copied();
        self.touch(rows.filter(|row| right.rows.contains(row)));
        for &row in &self.touched {
            self.slots.clear();
            self.others.clear();
            self.places.clear();
            for (&item, place) in self.board.rows[row].iter().zip(0..) {
                if left.has(item) {
                    self.slots.push(item);
                } else if right.has(item) {
                    self.others.push(item);
                } else {
                    continue;
                }
                self.places.push(place);
            }
            for (&place, &item) in self.places.iter().zip(self.others.iter().chain(&self.slots)) {
                self.board.put(row, place, item);
            }
        }
        self.is_change()
    }

    /// Forgets the touched rows that are as they were. False if all of them are.
    fn is_change(&mut self) -> bool {
        let mut n_changed = 0;
        for at in 0..self.touched.len() {
            let row = self.touched[at];
            if self.kept[at] != self.board.rows[row] {
                self.touched[n_changed] = row;
                self.kept.swap(n_changed, at);
                n_changed += 1;
            }
        }
        self.touched.truncate(n_changed);
        0 < n_changed
    }
}
