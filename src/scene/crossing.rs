//! Where strands cross each other, and where one parts, what is drawn once more on top.
//!
//! Uprights pass over level pieces, whatever strand is on top elsewhere: a line down to a person is
//! never cut to pieces by the strands beside it on the sibship bar.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Point;
use crate::scene::line::pairs;

/// The way of a strand as it is drawn, by its corners.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    pub strand: usize,
    pub corners: Vec<Point>,
}

/// A short straight piece of a strand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub strand: usize,
    pub from: Point,
    pub to: Point,
}

/// Whole tenths, so that places can be compared.
type Place = (i64, i64);

#[expect(clippy::cast_possible_truncation, reason = "coordinates are far below 2^53")]
fn place(p: Point) -> Place {
    ((p.x * 10.0).round() as i64, (p.y * 10.0).round() as i64)
}

/// The pieces of uprights that pass over level pieces of other strands, each `reach` to both sides.
/// Where a bend is as near as that nothing passes, nor where another upright runs so close that one
/// would be cut by the other.
pub(super) fn bridges(ways: &[Way], reach: f64) -> Vec<Piece> {
    let is_crowded = |strand: usize, at: Point| {
        ways.iter().filter(|way| way.strand != strand).any(|way| {
            pairs(&way.corners).filter(|(a, b)| is_upright(*a, *b)).any(|(a, b)| {
                let is_there = a.y.min(b.y) <= at.y && at.y <= a.y.max(b.y);
                is_there && (a.x - at.x).abs() < 1.9 * reach
            })
        })
    };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for upper in ways {
        for (a, b) in pairs(&upper.corners).filter(|(a, b)| is_upright(*a, *b)) {
            for lower in ways.iter().filter(|lower| lower.strand != upper.strand) {
                for (c, d) in pairs(&lower.corners).filter(|(c, d)| is_level(*c, *d)) {
                    let at = Point::new(a.x, c.y);
                    let clear = |value: f64, one: f64, other: f64| {
                        one.min(other) + reach <= value && value <= one.max(other) - reach
                    };
                    let is_crossed = clear(at.y, a.y, b.y) && clear(at.x, c.x, d.x);
                    if is_crossed
                        && !is_crowded(upper.strand, at)
                        && seen.insert((upper.strand, place(at)))
                    {
                        let (from, to) = (at.moved(0.0, -reach), at.moved(0.0, reach));
                        found.push(Piece { strand: upper.strand, from, to });
                    }
                }
            }
        }
    }
    found
}

/// The level pieces, `reach` to both sides, that fill the notch where a strand parts to both sides.
pub(super) fn partings(ways: &[Way], reach: f64, is_tight: impl Fn(Point) -> bool) -> Vec<Piece> {
    // For each corner: does the strand leave it to the left, to the right?
    let mut sides: BTreeMap<(usize, Place), (Point, bool, bool)> = BTreeMap::new();
    for way in ways {
        for ((before, at), (_, after)) in pairs(&way.corners).zip(pairs(&way.corners).skip(1)) {
            let of = sides.entry((way.strand, place(at))).or_insert((at, false, false));
            for end in [before, after].into_iter().filter(|end| is_level(*end, at)) {
                of.1 |= end.x < at.x;
                of.2 |= at.x < end.x;
            }
        }
    }
    let parting = |((strand, _), (at, left, right)): ((usize, Place), (Point, bool, bool))| {
        let (from, to) = (at.moved(-reach, 0.0), at.moved(reach, 0.0));
        (left && right && is_tight(at)).then_some(Piece { strand, from, to })
    };
    sides.into_iter().filter_map(parting).collect()
}

fn is_upright(a: Point, b: Point) -> bool {
    (a.x - b.x).abs() < 0.1
}

fn is_level(a: Point, b: Point) -> bool {
    (a.y - b.y).abs() < 0.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(strand: usize, corners: &[(f64, f64)]) -> Way {
        Way { strand, corners: corners.iter().map(|(x, y)| Point::new(*x, *y)).collect() }
    }

    #[test]
    fn uprights_pass_over_level_pieces_of_others() {
        let ways = [
            way(0, &[(0.0, 0.0), (0.0, 100.0), (80.0, 100.0)]),
            way(1, &[(-50.0, 40.0), (50.0, 40.0), (50.0, 120.0)]),
            way(1, &[(-50.0, 40.0), (60.0, 40.0)]),
        ];
        let piece = |strand, x, y| {
            let (from, to) = (Point::new(x, y - 4.0), Point::new(x, y + 4.0));
            Piece { strand, from, to }
        };
        assert_eq!(bridges(&ways, 4.0), [piece(0, 0.0, 40.0), piece(1, 50.0, 100.0)]);
        assert_eq!(bridges(&ways[1..], 4.0), [], "a strand does not cross itself");
        assert_eq!(bridges(&ways, 45.0), [], "bends are as near as that");
        let mut crowded = ways.to_vec();
        crowded.push(way(2, &[(5.0, 0.0), (5.0, 60.0)]));
        assert_eq!(bridges(&crowded, 4.0), [piece(1, 50.0, 100.0)], "no room beside the other");
    }

    #[test]
    fn a_strand_that_parts_to_both_sides_has_no_notch() {
        let fork = [
            way(3, &[(0.0, 0.0), (0.0, 50.0), (-80.0, 50.0)]),
            way(3, &[(0.0, 0.0), (0.0, 50.0), (80.0, 50.0), (80.0, 90.0)]),
        ];
        let (from, to) = (Point::new(-4.0, 50.0), Point::new(4.0, 50.0));
        assert_eq!(partings(&fork, 4.0, |_| true), [Piece { strand: 3, from, to }]);
        assert_eq!(partings(&fork, 4.0, |at| at.x == 1.0), [], "wide bends keep theirs");
        assert_eq!(partings(&fork[..1], 4.0, |_| true), [], "one way only");
    }
}
