//! Ordering rows of any length by barycentre sweeps.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::board::Board;
use super::graph::Graph;
use super::kin::Kin;
use super::lists::Lists;
use super::rules::Rules;
use super::wish::NOBODY;

/// Sweeps after which nothing better is expected.
const PATIENCE: usize = 4;
/// Less than the distance of two places.
const BESIDE: f64 = 1e-3;

/// The partner in each bond of somebody who stands in the same row, or [`NOBODY`].
pub(super) type Partners = Lists<u32>;

/// Everybody's partners.
pub(super) fn partners(kin: &Kin, graph: &Graph) -> Partners {
    let mut partners = Lists::empty();
    for (bonds, person) in kin.as_partner.iter().zip(0..) {
        partners.push(bonds.iter().map(|&bond| {
            let is_level = |other: &u32| graph.row[*other as usize] == graph.row[person as usize];
            kin.partner(bond, person).filter(is_level).unwrap_or(NOBODY)
        }));
    }
    // Lines that pass have none.
    (kin.people()..graph.items()).for_each(|_| partners.push([]));
    partners
}

/// Betters `rows` by barycentre sweeps (Sugiyama, Tagawa and Toda 1981) in which partners stay
/// together: down, where everybody stands below their parents' union, and up, where parents stand
/// above their children. The cheapest order
/// of at most `rounds`, with what it costs.
pub(super) fn swept(
    partners: &Partners,
    graph: &Graph,
    rules: &Rules,
    rows: Vec<Vec<u32>>,
    rounds: usize,
) -> (i64, Vec<Vec<u32>>) {
    let mut board = Board::new(graph, rules, rows);
    let mut best = (board.cost(), board.rows.clone());
    let mut sweeper = Sweeper::new(partners, graph);
    let mut idle = 0;
    for round in 0..rounds {
        sweeper.sweep(&mut board, round);
        board.recount_all();
        if board.cost() < best.0 {
            best = (board.cost(), board.rows.clone());
            idle = 0;
        } else {
            idle += 1;
            if PATIENCE <= idle {
                break;
            }
        }
    }
    best
}

struct Sweeper<'a> {
    partners: &'a Partners,
    graph: &'a Graph,
    /// The net above each item, by gap.
    above: Vec<Option<u32>>,
    /// Where each item would like to stand.
    wish: Vec<f64>,
    weight: Vec<f64>,
}

impl<'a> Sweeper<'a> {
    fn new(partners: &'a Partners, graph: &'a Graph) -> Self {
        let mut above = vec![None; graph.items()];
        for gap in &graph.gaps {
            for (net, nth) in gap.iter().zip(0..) {
                for &item in net.lower {
                    above[item as usize].get_or_insert(nth);
                }
            }
        }
        let wish = vec![f64::NAN; graph.items()];
        Self { partners, graph, above, wish, weight: vec![0.0; graph.items()] }
    }

    /// Orders all rows once, every other time upwards.
    fn sweep(&mut self, board: &mut Board<'_>, round: usize) {
        let n_rows = board.rows.len();
        for nth in 0..n_rows {
            if round.is_multiple_of(2) {
                self.row_below_parents(board, nth, round);
            } else {
                self.row_above_children(board, n_rows - 1 - nth);
            }
        }
    }

    fn row_below_parents(&mut self, board: &mut Board<'_>, row: usize, round: usize) {
        let Some(up) = row.checked_sub(1) else { return };
        let scale = board.rows[row].len() as f64 / board.rows[up].len().max(1) as f64;
        for (place, &item) in board.rows[row].iter().enumerate() {
            let net = self.above[item as usize].map(|nth| self.graph.gaps[up].net(nth));
            self.wish[item as usize] = match net {
                // Siblings wish the same; those further left now stay left.
                Some(net) => mean(net.upper, &board.pos) * scale + place as f64 * 1e-7,
                None => f64::NAN,
            };
        }
        if round.is_multiple_of(4) {
            self.let_couples_meet(&board.rows[row]);
        }
        self.sort(board, row);
    }

    fn row_above_children(&mut self, board: &mut Board<'_>, row: usize) {
        let below = board.rows.get(row + 1).map_or(0, Vec::len);
        let scale = board.rows[row].len() as f64 / below.max(1) as f64;
        for &item in &board.rows[row] {
            self.wish[item as usize] = 0.0;
            self.weight[item as usize] = 0.0;
        }
        for net in self.graph.gaps[row].iter().filter(|net| !net.lower.is_empty()) {
            let wish = mean(net.lower, &board.pos) * scale;
            for &item in net.upper {
                self.wish[item as usize] += wish;
                self.weight[item as usize] += 1.0;
            }
        }
        for &item in &board.rows[row] {
            // Nothing divided by nothing is no wish.
            self.wish[item as usize] /= self.weight[item as usize];
        }
        self.sort(board, row);
    }

    /// Lets partners of two families wish to stand halfway.
    fn let_couples_meet(&mut self, row: &[u32]) {
        for &item in row {
            let &[other] = self.partners.of(item) else { continue };
            if item < other && other != NOBODY && self.partners.of(other).len() == 1 {
                let (a, b) = (self.wish[item as usize], self.wish[other as usize]);
                let middle = f64::midpoint(a, b);
                if !middle.is_nan() {
                    let side = if a <= b { BESIDE } else { -BESIDE };
                    self.wish[item as usize] = middle - side;
                    self.wish[other as usize] = middle + side;
                }
            }
        }
    }

    /// Those without a wish stand by their partner, or stay where they are.
    fn sort(&self, board: &mut Board<'_>, row: usize) {
        let mut list: Vec<(f64, u32)> = Vec::with_capacity(board.rows[row].len());
        for (place, &item) in board.rows[row].iter().enumerate() {
            let mut wish = self.wish[item as usize];
            if wish.is_nan() {
                let mut others = self.partners.of(item).iter().filter(|&&other| other != NOBODY);
                let beside = others.find_map(|&other| {
                    let wish = self.wish[other as usize];
                    let is_left = place < board.pos[other as usize] as usize;
                    let side = if is_left { -BESIDE } else { BESIDE };
                    (!wish.is_nan()).then_some(wish + side)
                });
                wish = beside.unwrap_or(place as f64);
            }
            list.push((wish, item));
        }
        list.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (place, (_, item)) in board.rows[row].iter_mut().zip(list) {
            *place = item;
        }
        board.note_places(row);
    }
}

fn mean(items: &[u32], pos: &[u32]) -> f64 {
    items.iter().map(|&item| f64::from(pos[item as usize])).sum::<f64>() / items.len() as f64
}
