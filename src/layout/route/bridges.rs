//! Marks where a horizontal run crosses another union's vertical one.

#![expect(clippy::indexing_slicing, reason = "strips are named by our own heights")]

use crate::geometry::{Point, snap};
use crate::layout::Connector;
use crate::share;

/// Give up after looking at this many pairs: at that size nobody sees single bridges.
const PATIENCE: usize = 4_000_000;

/// A vertical run: column, from, to, union.
#[derive(Clone, Copy, Debug)]
struct Wall {
    x: f64,
    top: f64,
    bottom: f64,
    union: usize,
}

/// The vertical runs of one union; those that go on into each other are one.
fn whole_walls(connectors: &[Connector]) -> Vec<Wall> {
    let mut walls: Vec<Wall> = Vec::new();
    for connector in connectors {
        for pair in connector.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if (a.x - b.x).abs() < 0.005 && 0.01 < (a.y - b.y).abs() {
                let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
                walls.push(Wall { x: a.x, top, bottom, union: connector.union });
            }
        }
    }
    walls.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.top.total_cmp(&b.top)));
    walls.dedup_by(|wall, last| {
        let goes_on = last.x == wall.x && wall.top <= last.bottom;
        if goes_on {
            last.bottom = last.bottom.max(wall.bottom);
        }
        goes_on
    });
    walls
}

/// Heights that cut the picture into strips, and the walls of each strip from left to right.
struct Strips<'a> {
    bands: &'a [f64],
    walls: Vec<Vec<Wall>>,
}

impl<'a> Strips<'a> {
    fn of(connectors: &[Connector], bands: &'a [f64], threads: usize) -> Self {
        let mut strips = Self { bands, walls: vec![Vec::new(); bands.len() + 1] };
        for of_union in connectors.chunk_by(|a, b| a.union == b.union) {
            for wall in whole_walls(of_union) {
                for strip in strips.at(wall.top)..=strips.at(wall.bottom) {
                    strips.walls[strip].push(wall);
                }
            }
        }
        share::given(strips.walls.iter_mut(), threads, |strip| {
            strip.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.top.total_cmp(&b.top)));
        });
        strips
    }

    /// The strip of a height.
    fn at(&self, y: f64) -> usize {
        self.bands.partition_point(|band| *band < y)
    }

    /// The bridges of a connector, and how many pairs were looked at; `None` if these are more than
    /// `patience`.
    fn bridges(&self, connector: &Connector, patience: usize) -> Option<(Vec<Point>, usize)> {
        let mut bridges = Vec::new();
        let mut looked = 0;
        for pair in connector.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if 0.005 < (a.y - b.y).abs() {
                continue;
            }
            let (left, right) = (a.x.min(b.x) + 0.5, a.x.max(b.x) - 0.5);
            let strip = &self.walls[self.at(a.y)];
            let from = strip.partition_point(|w| w.x <= left);
            for wall in strip[from..].iter().take_while(|w| w.x < right) {
                looked += 1;
                if patience < looked {
                    return None;
                }
                if wall.union != connector.union && wall.top + 0.5 < a.y && a.y < wall.bottom - 0.5
                {
                    bridges.push(Point::new(snap(wall.x), a.y));
                }
            }
            if b.x < a.x {
                bridges.reverse();
            }
        }
        bridges.dedup();
        Some((bridges, looked))
    }
}

/// Fills in the bridges of all `connectors`, of which those of a union come one after the other, on so
/// many threads. `bands` are heights, ascending, that cut the picture into strips; more strips, less
/// work.
pub(super) fn mark(connectors: &mut [Connector], bands: &[f64], threads: usize) {
    mark_within(PATIENCE, connectors, bands, threads);
}

fn mark_within(most: usize, connectors: &mut [Connector], bands: &[f64], threads: usize) {
    let strips = Strips::of(connectors, bands, threads);
    let piece = connectors.len().div_ceil(threads).max(1);
    let found = share::given(connectors.chunks(piece), threads, |connectors| {
        let mut patience = most;
        let mut found = Vec::with_capacity(connectors.len());
        for connector in connectors {
            let Some((bridges, looked)) = strips.bridges(connector, patience) else {
                found.push((Vec::new(), most + 1));
                break;
            };
            patience -= looked;
            found.push((bridges, looked));
        }
        found
    });
    // However they were shared, the same are given up.
    let mut patience = Some(most);
    for (connectors, found) in connectors.chunks_mut(piece).zip(found) {
        for (connector, (bridges, looked)) in connectors.iter_mut().zip(found) {
            patience = patience.and_then(|patience| patience.checked_sub(looked));
            if patience.is_none() {
                return;
            }
            connector.bridges = bridges;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::LineRole;

    fn line(union: usize, points: &[(f64, f64)]) -> Connector {
        let points = points.iter().map(|&(x, y)| Point::new(x, y)).collect();
        Connector { union, role: LineRole::Sibship, person: None, points, bridges: Vec::new() }
    }

    /// Six unions, each with a bar that crosses the lines of those before it and one of its own.
    fn stairs() -> Vec<Connector> {
        let stair = |nth: u8| {
            let (union, at) = (usize::from(nth), f64::from(nth) * 10.0);
            let bar = line(union, &[(-50.0, at), (at, at)]);
            let legs = [(at - 5.0, at, 45.0), (at - 5.0, 45.0, 100.0), (at, at, 100.0)];
            let legs = legs.map(|(x, from, to)| line(union, &[(x, from), (x, to)]));
            std::iter::once(bar).chain(legs)
        };
        (0..6).flat_map(stair).collect()
    }

    fn bridges(most: usize, threads: usize) -> Vec<Vec<f64>> {
        let mut connectors = stairs();
        mark_within(most, &mut connectors, &[20.0, 40.0], threads);
        let x = |connector: &Connector| connector.bridges.iter().map(|bridge| bridge.x).collect();
        connectors.iter().step_by(4).map(x).collect()
    }

    #[test]
    fn a_bar_makes_a_bridge_over_lines_of_others_only() {
        let expected = (0..6).map(|nth: u8| {
            let before =
                (0..nth).flat_map(|other| [-5.0, 0.0].map(|x| x + f64::from(other) * 10.0));
            before.collect::<Vec<f64>>()
        });
        assert_eq!(bridges(PATIENCE, 1), expected.collect::<Vec<_>>());
    }

    #[test]
    fn however_many_threads_the_same_bridges_are_given_up() {
        for most in 0..40 {
            let alone = bridges(most, 1);
            let n = alone.iter().map(Vec::len).sum::<usize>();
            assert!(n <= most, "{n} bridges of at most {most} pairs");
            for threads in 2..5 {
                assert_eq!(bridges(most, threads), alone, "{most} pairs on {threads} threads");
            }
        }
    }
}
