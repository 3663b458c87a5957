//! Where strands cross each other, and where one parts, what is drawn once more on top.
//!
//! Uprights pass over level pieces, whatever strand is on top elsewhere: a line down to a person is
//! never cut to pieces by the strands beside it on the sibship bar.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Point;
use crate::scene::line::{Key, key, pairs};

/// The way of a strand as it is drawn, by its corners.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    pub strand: usize,
    /// Along whose lines.
    pub union: usize,
    pub corners: Vec<Point>,
}

/// A short straight piece of a strand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub strand: usize,
    pub from: Point,
    pub to: Point,
}

/// A straight piece of a way.
#[derive(Clone, Copy, Debug)]
struct Straight {
    strand: usize,
    union: usize,
    from: Point,
    to: Point,
}

impl Straight {
    /// How high it is at `x`, within its ends or beyond.
    fn y_at(&self, x: f64) -> f64 {
        let across = self.to.x - self.from.x;
        self.from.y + (self.to.y - self.from.y) * (x - self.from.x) / across
    }

    /// Is it another strand, or the same on its way to another union's children?
    fn is_other_than(&self, other: &Self) -> bool {
        self.strand != other.strand || self.union != other.union
    }
}

/// The pieces of uprights that pass over level or slanting pieces of other strands, or of the same on
/// its way to other children, each `reach` to both sides. Where a bend is as near as that nothing
/// passes, nor where another upright runs so close that one would be cut by the other.
pub(super) fn bridges(ways: &[Way], reach: f64) -> Vec<Piece> {
    let uprights = straights(ways, is_upright);
    let slanting = straights(ways, |a, b| !is_upright(a, b) && !is_level(a, b));
    let mut levels = straights(ways, is_level);
    levels.sort_by(|a, b| a.from.y.total_cmp(&b.from.y));
    let within =
        |value: f64, one: f64, other: f64| one.min(other) <= value && value <= one.max(other);
    let is_crowded = |own: &Straight, at: Point| {
        uprights.iter().filter(|other| other.strand != own.strand).any(|other| {
            within(at.y, other.from.y, other.to.y) && (other.from.x - at.x).abs() < 1.9 * reach
        })
    };
    let mut found = Vec::new();
    for upright in &uprights {
        let (top, end) = (upright.from.y.min(upright.to.y), upright.from.y.max(upright.to.y));
        let first = levels.partition_point(|level| level.from.y < top + reach);
        let passed = levels.iter().skip(first).take_while(|level| level.from.y <= end - reach);
        for piece in passed.chain(&slanting).filter(|piece| piece.is_other_than(upright)) {
            let at = Point::new(upright.from.x, piece.y_at(upright.from.x));
            let is_clear = within(at.y, top + reach, end - reach)
                && [-reach, reach].iter().all(|by| within(at.x + by, piece.from.x, piece.to.x));
            if is_clear && !is_crowded(upright, at) {
                let (from, to) = (at.moved(0.0, -reach), at.moved(0.0, reach));
                found.push(Piece { strand: upright.strand, from, to });
            }
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|piece| seen.insert((piece.strand, key(piece.from))));
    found
}

/// The straight pieces of `ways` that `is_wanted`, each once a union: many ways share them.
fn straights(ways: &[Way], is_wanted: impl Fn(Point, Point) -> bool) -> Vec<Straight> {
    let all = ways.iter().flat_map(|way| {
        let straight = |(from, to)| Straight { strand: way.strand, union: way.union, from, to };
        pairs(&way.corners).map(straight)
    });
    let mut found: Vec<Straight> = all.filter(|it| is_wanted(it.from, it.to)).collect();
    let mut seen = BTreeSet::new();
    found.retain(|it| seen.insert((it.strand, it.union, key(it.from), key(it.to))));
    found
}

/// The level pieces, `reach` to both sides, that fill the notch where a strand parts to both sides.
pub(super) fn partings(ways: &[Way], reach: f64, is_tight: impl Fn(Point) -> bool) -> Vec<Piece> {
    // For each corner: does the strand leave it to the left, to the right?
    let mut sides: BTreeMap<(usize, Key), (Point, bool, bool)> = BTreeMap::new();
    for way in ways {
        for ((before, at), (_, after)) in pairs(&way.corners).zip(pairs(&way.corners).skip(1)) {
            let of = sides.entry((way.strand, key(at))).or_insert((at, false, false));
            for end in [before, after].into_iter().filter(|end| is_level(*end, at)) {
                of.1 |= end.x < at.x;
                of.2 |= at.x < end.x;
            }
        }
    }
    let parting = |((strand, _), (at, left, right)): ((usize, Key), (Point, bool, bool))| {
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
        Way {
            strand,
            union: strand,
            corners: corners.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
        }
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
        let mut elsewhere = way(1, &[(0.0, 0.0), (0.0, 120.0)]);
        elsewhere.union = 7;
        let both = [ways[1].clone(), elsewhere];
        assert_eq!(bridges(&both, 4.0), [piece(1, 0.0, 40.0)], "on its way to other children");
        let slanting =
            [way(0, &[(0.0, 0.0), (0.0, 100.0)]), way(1, &[(-50.0, 40.0), (50.0, 60.0)])];
        assert_eq!(bridges(&slanting, 4.0), [piece(0, 0.0, 50.0)]);
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
