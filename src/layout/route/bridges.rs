//! Marks where a horizontal run crosses another union's vertical one.

#![expect(clippy::indexing_slicing, reason = "connectors are named by their own index")]

use crate::geometry::{Point, snap};
use crate::layout::Connector;

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

/// All vertical runs; those of one union that go on into each other are one.
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
    walls.sort_by(|a, b| {
        a.union.cmp(&b.union).then(a.x.total_cmp(&b.x)).then(a.top.total_cmp(&b.top))
    });
    let mut whole: Vec<Wall> = Vec::with_capacity(walls.len());
    for wall in walls {
        match whole.last_mut() {
            Some(last)
                if last.union == wall.union && last.x == wall.x && wall.top <= last.bottom =>
            {
                last.bottom = last.bottom.max(wall.bottom);
            }
            _ => whole.push(wall),
        }
    }
    whole
}

/// Fills in the bridges of all `connectors`. `bands` are heights, ascending, that cut the picture
/// into strips; more strips, less work.
pub(super) fn mark(connectors: &mut [Connector], bands: &[f64]) {
    let strip = |y: f64| bands.partition_point(|b| *b < y);
    let mut walls: Vec<Vec<Wall>> = vec![Vec::new(); bands.len() + 1];
    for wall in whole_walls(connectors) {
        for strip in &mut walls[strip(wall.top)..=strip(wall.bottom)] {
            strip.push(wall);
        }
    }
    for strip in &mut walls {
        strip.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.top.total_cmp(&b.top)));
    }
    let mut patience = PATIENCE;
    for connector in connectors.iter_mut() {
        let mut bridges = Vec::new();
        for pair in connector.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if 0.005 < (a.y - b.y).abs() {
                continue;
            }
            let (left, right) = (a.x.min(b.x) + 0.5, a.x.max(b.x) - 0.5);
            let strip = &walls[strip(a.y)];
            let from = strip.partition_point(|w| w.x <= left);
            for wall in strip[from..].iter().take_while(|w| w.x < right) {
                let Some(left) = patience.checked_sub(1) else { return };
                patience = left;
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
        connector.bridges = bridges;
    }
}
