//! A part of a large order, searched as if it were a family of its own.
//!
//! A tile holds a stretch of neighbours in each of a few rows. They may change places; whoever is
//! tied to them from outside stands fixed to the left or right, so that the search sees what a move
//! does to lines that leave the tile.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::ops::Range;

use super::board::Board;
use super::branch::{self, Branches};
use super::graph::{Gap, Graph, Net};
use super::kin::index;
use super::lists::Lists;
use super::rules::{Couple, Elder, Nearer, RowRules, Rules, Sibship};
use super::search::{Effort, Search};

/// Nets and sibships with more members than this are not drawn into a tile as a whole.
const LONG: usize = 48;

/// Which nets and which rules each item belongs to.
#[derive(Debug)]
pub(super) struct Ties {
    /// (gap, net in that gap)
    nets: Lists<(u32, u32)>,
    couples: Lists<u32>,
    sibships: Lists<u32>,
    nearest: Lists<u32>,
}

impl Ties {
    /// Looks them up once for all tiles.
    pub(super) fn new(graph: &Graph, rules: &Rules) -> Self {
        let n = graph.items();
        let nets = || {
            graph.gaps.iter().zip(0..).flat_map(|(gap, at)| {
                let nets = gap.iter().zip(0..);
                nets.flat_map(move |(net, nth)| net.items().map(move |item| (item, (at, nth))))
            })
        };
        let couples = || {
            rules.rows.iter().flat_map(|row| {
                let couples = row.couples.iter().zip(0..);
                couples.flat_map(|(couple, nth)| [(couple.left, nth), (couple.right, nth)])
            })
        };
        let sibships = || {
            rules.rows.iter().flat_map(|row| {
                let sibships = row.sibships.iter().zip(0..);
                sibships.flat_map(|(s, nth)| s.members.iter().map(move |&item| (item, nth)))
            })
        };
        let nearest = || {
            rules.rows.iter().flat_map(|row| {
                let nearest = row.nearest.iter().zip(0..);
                nearest.flat_map(|(r, nth)| [r.person, r.near, r.far].map(|item| (item, nth)))
            })
        };
        Self {
            nets: Lists::new(n, nets),
            couples: Lists::new(n, couples),
            sibships: Lists::new(n, sibships),
            nearest: Lists::new(n, nearest),
        }
    }

    /// The nets of an item in one gap.
    pub(super) fn nets_in<'g>(
        &self,
        graph: &'g Graph,
        item: u32,
        gap: usize,
    ) -> impl Iterator<Item = Net<'g>> {
        let here = self.nets.of(item).iter().filter(move |tie| tie.0 as usize == gap);
        here.map(move |&(_, nth)| graph.gaps[gap].net(nth))
    }
}

/// The rows and places of a tile: consecutive rows, each with a stretch of places.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// The first row.
    pub top: usize,
    /// The places in it and in the rows after it.
    pub stretches: Vec<Range<usize>>,
}

/// Scratch memory for cutting tiles out.
#[derive(Debug)]
pub(super) struct Cutter<'a> {
    graph: &'a Graph,
    rules: &'a Rules,
    ties: &'a Ties,
    /// Number in the tile of each item, by item; only good where `stamp` says so.
    number: Vec<u32>,
    stamp: Vec<u32>,
    now: u32,
}

impl<'a> Cutter<'a> {
    /// For tiles of this family.
    pub(super) fn new(graph: &'a Graph, rules: &'a Rules, ties: &'a Ties) -> Self {
        let (number, stamp) = (vec![0; graph.items()], vec![0; graph.items()]);
        Self { graph, rules, ties, number, stamp, now: 0 }
    }

    /// Searches for a better order of the items in `window`. Their new order, row by row, if one was
    /// found.
    pub(super) fn better(
        &mut self,
        rows: &[Vec<u32>],
        pos: &[u32],
        window: &Window,
        effort: Effort,
        seed: u64,
    ) -> Option<Vec<Vec<u32>>> {
        let tile = self.cut(rows, pos, window);
        let nets = branch::nets(&tile.graph);
        let branches = Branches::of(&tile.graph, &nets, |item| !tile.is_free(item));
        let board = Board::new(&tile.graph, &tile.rules, tile.rows.clone());
        let before = board.cost();
        let mut search = Search::within(board, &branches, seed, tile.free.clone());
        search.descend(effort.moves / 3);
        search.anneal(effort);
        let (after, found) = search.into_best();
        if before <= after {
            return None;
        }
        let first = window.top - tile.top;
        let stretches = found[first..].iter().zip(&tile.free[first..]);
        let stretches = stretches.take(window.stretches.len());
        let original = |&item: &u32| tile.original[item as usize];
        Some(
            stretches.map(|(row, free)| row[free.clone()].iter().map(original).collect()).collect(),
        )
    }

    fn cut(&mut self, rows: &[Vec<u32>], pos: &[u32], window: &Window) -> Tile {
        self.now += 1;
        let mut items: Vec<u32> = Vec::new();
        for (row, stretch) in (window.top..).zip(&window.stretches) {
            for &item in &rows[row][stretch.clone()] {
                self.take(item, &mut items);
            }
        }
        let n_free = items.len();
        let mut nets: Vec<(u32, u32)> = Vec::new();
        let mut picked: [Vec<(u32, u32)>; 3] = Default::default();
        for &item in &items {
            let at = item as usize;
            nets.extend(self.ties.nets.of(item));
            let Ties { couples, sibships, nearest, .. } = self.ties;
            let lists = [couples.of(item), sibships.of(item), nearest.of(item)];
            for (picked, list) in picked.iter_mut().zip(lists) {
                picked.extend(list.iter().map(|&nth| (self.graph.row[at], nth)));
            }
        }
        nets.sort_unstable();
        nets.dedup();
        for picked in &mut picked {
            picked.sort_unstable();
            picked.dedup();
        }
        for &(gap, nth) in &nets {
            let net = self.graph.gaps[gap as usize].net(nth);
            for list in [net.upper, net.lower] {
                self.take_all(list, &mut items);
            }
        }
        let rules = &self.rules.rows;
        for &(row, nth) in &picked[0] {
            let couple = &rules[row as usize].couples[nth as usize];
            self.take(couple.left, &mut items);
            self.take(couple.right, &mut items);
        }
        for &(row, nth) in &picked[1] {
            self.take_all(&rules[row as usize].sibships[nth as usize].members, &mut items);
        }
        for &(row, nth) in &picked[2] {
            let Nearer { person, near, far } = rules[row as usize].nearest[nth as usize];
            for item in [person, near, far] {
                self.take(item, &mut items);
            }
        }
        self.tile(&items, n_free, pos, window, &nets, &picked)
    }

    /// Takes a list of items, unless it is so long that the tile would be no small family any more;
    /// then only those of them who are free play a part.
    fn take_all(&mut self, list: &[u32], items: &mut Vec<u32>) {
        if list.len() <= LONG {
            for &item in list {
                self.take(item, items);
            }
        }
    }

    /// Gives an item a number in the tile unless it has one.
    fn take(&mut self, item: u32, items: &mut Vec<u32>) {
        if self.stamp[item as usize] != self.now {
            self.stamp[item as usize] = self.now;
            self.number[item as usize] = index(items.len());
            items.push(item);
        }
    }

    fn tile(
        &self,
        items: &[u32],
        n_free: usize,
        pos: &[u32],
        window: &Window,
        nets: &[(u32, u32)],
        picked: &[Vec<(u32, u32)>; 3],
    ) -> Tile {
        let row_of = |&item: &u32| self.graph.row[item as usize] as usize;
        let top = items.iter().map(row_of).min().unwrap_or(0);
        let n_rows = items.iter().map(row_of).max().map_or(0, |last| last + 1 - top);
        let mut rows = vec![Vec::new(); n_rows];
        for (item, number) in items.iter().zip(0..) {
            rows[row_of(item) - top].push(number);
        }
        let mut free = vec![0..0; n_rows];
        for (row, free) in rows.iter_mut().zip(&mut free) {
            row.sort_unstable_by_key(|&number: &u32| pos[items[number as usize] as usize]);
            let first = row.iter().position(|&number| (number as usize) < n_free).unwrap_or(0);
            let count = row.iter().filter(|&&number| (number as usize) < n_free).count();
            *free = first..first + count;
        }
        debug_assert_eq!(
            free[window.top - top].len(),
            window.stretches.first().map_or(0, Range::len),
            "a tile's free items are neighbours",
        );
        let number = |&item: &u32| self.number[item as usize];
        let mut gaps = vec![Gap::default(); n_rows];
        for &(gap, nth) in nets {
            let Net { upper, lower } = self.graph.gaps[gap as usize].net(nth);
            let gap: &mut Gap = &mut gaps[gap as usize - top];
            let is_here = |item: &&u32| self.stamp[**item as usize] == self.now;
            gap.push(
                upper.iter().filter(is_here).map(number),
                lower.iter().filter(is_here).map(number),
            );
        }
        let row = items.iter().map(|item| index(row_of(item) - top)).collect();
        let graph = Graph { people: items.len(), row, passing: Vec::new(), gaps };
        let rules = self.rules(top, n_rows, picked);
        Tile { graph, rules, rows, free, original: items.to_vec(), n_free, top }
    }

    fn rules(&self, top: usize, n_rows: usize, picked: &[Vec<(u32, u32)>; 3]) -> Rules {
        let has = |item: &&u32| self.stamp[**item as usize] == self.now;
        let number = |item: u32| self.number[item as usize];
        let known = |list: &[u32]| -> Vec<u32> {
            list.iter().filter(has).map(|&item| number(item)).collect()
        };
        let mut rows = vec![RowRules::default(); n_rows];
        for &(row, nth) in &picked[0] {
            let Couple { left, right, wrong_side, ref others } =
                self.rules.rows[row as usize].couples[nth as usize];
            let (left, right, others) = (number(left), number(right), known(others));
            rows[row as usize - top].couples.push(Couple { left, right, wrong_side, others });
        }
        for &(row, nth) in &picked[1] {
            let Sibship { members, by_age, company } =
                &self.rules.rows[row as usize].sibships[nth as usize];
            rows[row as usize - top].sibships.push(Sibship {
                members: known(members),
                by_age: by_age
                    .iter()
                    .filter(|pair| has(&&pair.elder) && has(&&pair.younger))
                    .map(|pair| Elder {
                        elder: number(pair.elder),
                        younger: number(pair.younger),
                        ..*pair
                    })
                    .collect(),
                company: known(company),
            });
        }
        for &(row, nth) in &picked[2] {
            let Nearer { person, near, far } = self.rules.rows[row as usize].nearest[nth as usize];
            let (person, near, far) = (number(person), number(near), number(far));
            rows[row as usize - top].nearest.push(Nearer { person, near, far });
        }
        for (row, all) in rows.iter_mut().zip(&self.rules.rows[top..]) {
            row.pinned = known(&all.pinned);
        }
        Rules { rows, against_age: self.rules.against_age }
    }
}

/// A small family: the items of a window and those tied to them.
struct Tile {
    graph: Graph,
    rules: Rules,
    rows: Vec<Vec<u32>>,
    /// The places in each row that may change.
    free: Vec<Range<usize>>,
    original: Vec<u32>,
    /// Items up to here are free.
    n_free: usize,
    /// The row of the family that is row 0 here.
    top: usize,
}

impl Tile {
    fn is_free(&self, item: u32) -> bool {
        (item as usize) < self.n_free
    }
}
