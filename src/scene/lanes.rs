//! Which strand runs where along the lines of a union, so that strands which part there cross each
//! other seldom, and then at right angles.
//!
//! A strand has one place beside its fellows on each piece of a union's lines: on the line of
//! descent from left to right, on the sibship bar and on the partner line from top to bottom. Those
//! that all turn the same way lie in each other like tracks in a bend; one that goes both ways runs
//! below those on the bar (above them on the partner line) and keeps its height on both sides.
//! Then two strands cross only where one that goes to the right starts to the left of one that goes
//! to the left, which no other order avoids.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect};
use crate::layout::{Connector, LineRole};
use crate::scene::line::pairs;

/// Nearer than this is the same height, or straight above.
const SAME: f64 = 0.5;

/// Where strands run along the lines of one union.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    /// The places of each strand.
    of: BTreeMap<usize, Lane>,
    /// Heights of the straight partner line and of the sibship bar.
    arm: Option<f64>,
    bar: Option<f64>,
    /// From the middle of the lines to the outermost strand, with room to spare.
    reach: f64,
    /// Corners in here are tight, since other strands pass close by.
    tight: Vec<Rect>,
}

/// How far aside one strand runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Lane {
    /// To the right, on the line of descent.
    descent: f64,
    /// Down, on the partner line.
    arm: f64,
    /// Down, on the sibship bar.
    bar: f64,
}

/// What one strand does in a union: from which places it comes, and to which it goes (by x).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Use {
    pub strand: usize,
    pub from: Vec<f64>,
    pub to: Vec<f64>,
}

/// The sides of a middle on which places lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sides {
    left: bool,
    right: bool,
}

impl Sides {
    fn of(places: &[f64], middle: Option<f64>) -> Self {
        let Some(middle) = middle else { return Self::default() };
        let left = places.iter().any(|x| *x < middle - SAME);
        Self { left, right: places.iter().any(|x| middle + SAME < *x) }
    }

    fn are_both(self) -> bool {
        self.left && self.right
    }

    /// To the left −1, to the right 1, both or none 0.
    fn balance(self) -> i8 {
        i8::from(self.right) - i8::from(self.left)
    }
}

impl Lanes {
    /// The lanes of the strands `uses` along `lines`, `step` apart.
    pub(super) fn new(lines: &[&Connector], mut uses: Vec<Use>, step: f64) -> Self {
        let first = |role| lines.iter().find(|line| line.role == role);
        let descent = first(LineRole::Descent).and_then(|line| {
            let [top, .., end] = line.points.as_slice() else { return None };
            Some((top.x, end.x))
        });
        let arm = first(LineRole::Partners).and_then(|line| level(&line.points));
        let bar = first(LineRole::Sibship).and_then(|line| level(&line.points));
        let bar = bar.or_else(|| slanting(lines));
        let comes = |it: &Use| Sides::of(&it.from, arm.and(descent).map(|it| it.0));
        let goes = |it: &Use| Sides::of(&it.to, bar.and(descent).map(|it| it.1));
        let mean = |places: &[f64]| places.iter().sum::<f64>() / as_f64(places.len().max(1));
        uses.sort_by(|a, b| {
            let balance = |it| goes(it).balance() + comes(it).balance();
            // Of those that do the same, the first (on the innermost loop) is nearest to where they
            // come from.
            let first = a.strand.cmp(&b.strand);
            (balance(a).cmp(&balance(b)))
                .then(mean(&a.to).total_cmp(&mean(&b.to)))
                .then(mean(&a.from).total_cmp(&mean(&b.from)))
                .then(if mean(&a.to) < mean(&a.from) { first.reverse() } else { first })
        });
        let sides = |of: &dyn Fn(&Use) -> Sides| uses.iter().map(of).collect::<Vec<Sides>>();
        let (comes, goes) = (sides(&comes), sides(&goes));
        let (above, below) = (heights(&comes), heights(&goes));
        let middle = as_f64(uses.len().saturating_sub(1)) / 2.0;
        let aside = |rank: usize| (as_f64(rank) - middle) * step;
        let ranks = above.into_iter().zip(below).enumerate();
        let lanes = ranks.map(|(rank, (above, below))| Lane {
            descent: aside(rank),
            arm: -aside(above),
            bar: aside(below),
        });
        let of = uses.iter().map(|it| it.strand).zip(lanes).collect();
        let reach = as_f64(uses.len()) * step;
        let parting = |sides: &[Sides]| sides.iter().any(|it| it.are_both());
        let mut corners = Vec::new();
        if let (Some((top, end)), true) = (descent, 1 < uses.len()) {
            corners.extend(arm.filter(|_| parting(&comes)).map(|y| Point::new(top, y)));
            corners.extend(bar.filter(|_| parting(&goes)).map(|y| Point::new(end, y)));
            corners.extend(bar.into_iter().flat_map(|y| passed(&uses, end, y)));
        }
        let zone = |at: Point| Rect::between(at.moved(-reach, -reach), at.moved(reach, reach));
        let tight = corners.into_iter().map(zone).collect();
        Self { of, arm, bar, reach, tight }
    }

    /// `way`, from a partner to a child, moved to the lane of `strand`; and how far to the right of
    /// somebody walking along its last piece that is.
    pub(super) fn along(&self, way: &[Point], strand: usize) -> (Vec<Point>, f64) {
        let lane = self.of.get(&strand).copied().unwrap_or_default();
        let mut after_bar = None;
        let mut last = -lane.descent;
        let asides: Vec<f64> = pairs(way)
            .map(|(a, b)| {
                let is_level = (a.y - b.y).abs() < SAME;
                let starts_at = |y: Option<f64>| y.is_some_and(|y| (a.y - y).abs() < SAME);
                // South is to the right of somebody walking east.
                let down = |by: f64| if a.x <= b.x { by } else { -by };
                // Level, or slanting down to a twin.
                if starts_at(self.bar) && SAME < (a.x - b.x).abs() {
                    after_bar = Some(down(lane.bar));
                }
                last = match after_bar {
                    Some(aside) => aside,
                    None if is_level && starts_at(self.arm) => down(lane.arm),
                    None => -lane.descent,
                };
                last
            })
            .collect();
        (crate::scene::line::aside_each(way, &asides), last)
    }

    /// How far to the right of somebody walking down along it `strand` runs at a corner, when its last
    /// piece runs `last` aside: down to the bar, that is the same for all its ways.
    pub(super) fn aside_at(&self, strand: usize, corner: Point, last: f64) -> f64 {
        let Some(lane) = self.of.get(&strand) else { return last };
        let is_above = self.bar.is_some_and(|bar| corner.y < bar - self.reach);
        if is_above { -lane.descent } else { last }
    }

    /// How far to the right of the middle of the line of descent `strand` runs.
    pub(super) fn descent(&self, strand: usize) -> f64 {
        self.of.get(&strand).map_or(0.0, |lane| lane.descent)
    }

    /// From the middle of the line of descent to the middle of the outermost strand.
    pub(super) fn half_width(&self) -> f64 {
        self.of.values().map(|lane| lane.descent).fold(0.0, f64::max)
    }

    /// The lowest point that strands on the bar reach with their middles.
    pub(super) fn bottom(&self) -> Option<f64> {
        let lowest = self.of.values().map(|lane| lane.bar).fold(0.0, f64::max);
        self.bar.map(|bar| bar + lowest)
    }

    /// Must a corner here be tight?
    pub(super) fn is_tight(&self, corner: Point) -> bool {
        self.tight.iter().any(|zone| zone.contains(corner))
    }
}

/// The height of a level line.
fn level(points: &[Point]) -> Option<f64> {
    let [first, rest @ ..] = points else { return None };
    rest.iter().all(|point| (point.y - first.y).abs() < SAME).then_some(first.y)
}

/// The height of the point from which slanting lines lead to twins.
fn slanting(lines: &[&Connector]) -> Option<f64> {
    let mut children = lines.iter().filter(|line| line.role == LineRole::Individual);
    children.find_map(|line| match line.points.as_slice() {
        [a, b, ..] if SAME < (a.x - b.x).abs() && SAME < (a.y - b.y).abs() => Some(a.y),
        _ => None,
    })
}

/// The rank from the top on the sibship bar for strands from left to right: those that only go left,
/// and those that only go right, from the outside in; below them those that go both ways.
fn heights(sides: &[Sides]) -> Vec<usize> {
    let that_turn = |turn: i8| -> Vec<usize> {
        let all = sides.iter().enumerate();
        all.filter(|(_, side)| side.balance() == turn).map(|(at, _)| at).collect()
    };
    let (left, both, mut right) = (that_turn(-1), that_turn(0), that_turn(1));
    right.reverse();
    // Side by side on one height, unless their ways there would lie on each other.
    let is_apart = left.last().is_none_or(|left| right.last().is_none_or(|right| left < right));
    let first_right = if is_apart { 0 } else { left.len() };
    let first_both = left.len().max(first_right + right.len());
    let mut rank = vec![0; sides.len()];
    for (ats, first) in [(left, 0), (right, first_right), (both, first_both)] {
        for (nth, at) in ats.into_iter().enumerate() {
            if let Some(rank) = rank.get_mut(at) {
                *rank = first + nth;
            }
        }
    }
    rank
}

/// Where a strand leaves the bar, at the height `bar`, while one goes on.
fn passed(uses: &[Use], fork: f64, bar: f64) -> Vec<Point> {
    let all = || uses.iter().flat_map(|it| it.to.iter().copied());
    let (from, to) = all().fold((fork, fork), |(low, high), x| (low.min(x), high.max(x)));
    let passed = all().filter(|x| from + SAME < *x && *x < to - SAME);
    passed.map(|x| Point::new(x, bar)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a handful of strands")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A couple at height 0 with a line of descent to a bar at 100, from −300 to 300.
    fn family() -> Vec<Connector> {
        let piece = |role, points: &[(f64, f64)]| Connector {
            union: 0,
            role,
            person: None,
            points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
            bridges: Vec::new(),
        };
        vec![
            piece(LineRole::Partners, &[(-60.0, 0.0), (60.0, 0.0)]),
            piece(LineRole::Descent, &[(0.0, 0.0), (0.0, 100.0)]),
            piece(LineRole::Sibship, &[(-300.0, 100.0), (300.0, 100.0)]),
        ]
    }

    /// The way of a strand from a partner at `from` to a child at `to`.
    fn way(lanes: &Lanes, strand: usize, from: f64, to: f64) -> Vec<Point> {
        let corners = [(from, 0.0), (0.0, 0.0), (0.0, 100.0), (to, 100.0), (to, 160.0)];
        let points = corners.map(|(x, y)| Point::new(x, y));
        lanes.along(&points, strand).0
    }

    /// Where level and upright pieces of two ways cross, in tenths.
    fn crossings(a: &[Vec<Point>], b: &[Vec<Point>]) -> usize {
        let within = |value: f64, a: f64, b: f64| a.min(b) < value && value < a.max(b);
        let pieces = |ways: &[Vec<Point>]| -> Vec<(Point, Point)> {
            ways.iter().flat_map(|way| pairs(way).collect::<Vec<_>>()).collect()
        };
        let mut found = std::collections::BTreeSet::new();
        for (first, second) in [(a, b), (b, a)] {
            for (p, q) in pieces(first).into_iter().filter(|(p, q)| p.y == q.y) {
                for (r, s) in pieces(second).into_iter().filter(|(r, s)| r.x == s.x) {
                    if within(r.x, p.x, q.x) && within(p.y, r.y, s.y) {
                        #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
                        found.insert(((r.x * 10.0) as i64, (p.y * 10.0) as i64));
                    }
                }
            }
        }
        found.len()
    }

    /// Do two strands share a stretch of a piece, so that one hides the other?
    fn overlap(a: &[Point], b: &[Point]) -> bool {
        pairs(a).any(|(p, q)| {
            pairs(b).any(|(r, s)| {
                let shared = |a: f64, b: f64, c: f64, d: f64| {
                    a.max(b).min(c.max(d)) - a.min(b).max(c.min(d)) > 1.0
                };
                (p.y == q.y && r.y == s.y && p.y == r.y && shared(p.x, q.x, r.x, s.x))
                    || (p.x == q.x && r.x == s.x && p.x == r.x && shared(p.y, q.y, r.y, s.y))
            })
        })
    }

    /// All ways in which up to four strands come from and go to the left, the right or both.
    #[test]
    fn strands_cross_only_where_no_order_avoids_it() {
        let lines = family();
        let lines: Vec<&Connector> = lines.iter().collect();
        let ends: [&[f64]; 3] = [&[-1.0], &[1.0], &[-1.0, 1.0]];
        for code in 0..9_usize.pow(4) {
            let count = 2 + code % 3;
            let uses: Vec<Use> = (0..count)
                .map(|strand| {
                    let kind = code / 9_usize.pow(u32::try_from(strand).expect("few")) % 9;
                    let scaled = |by: f64, kind: usize| ends[kind].iter().map(|x| x * by).collect();
                    Use { strand, from: scaled(60.0, kind % 3), to: scaled(300.0, kind / 3) }
                })
                .collect();
            let lanes = Lanes::new(&lines, uses.clone(), 9.0);
            let ways = |it: &Use| -> Vec<Vec<Point>> {
                let ends = it.from.iter().flat_map(|from| it.to.iter().map(move |to| (from, to)));
                ends.map(|(from, to)| way(&lanes, it.strand, *from, *to)).collect()
            };
            for (at, a) in uses.iter().enumerate() {
                for b in &uses[..at] {
                    let (of_a, of_b) = (ways(a), ways(b));
                    assert!(!of_a.iter().any(|a| of_b.iter().any(|b| overlap(a, b))), "{uses:?}");
                    let x = |it: &Use| lanes.of[&it.strand].descent;
                    let (left, right) = if x(a) < x(b) { (a, b) } else { (b, a) };
                    let must = |left: &[f64], right: &[f64]| {
                        usize::from(left.iter().any(|x| 0.0 < *x) && right.iter().any(|x| *x < 0.0))
                    };
                    let least = must(&left.from, &right.from) + must(&left.to, &right.to);
                    assert_eq!(crossings(&of_a, &of_b), least, "{uses:?}");
                }
            }
        }
    }

    #[test]
    fn corners_are_tight_only_where_others_pass() {
        let lines = family();
        let lines: Vec<&Connector> = lines.iter().collect();
        let to = |strand, to: &[f64]| Use { strand, from: vec![-60.0], to: to.to_vec() };
        let fork = Point::new(0.0, 100.0);
        let one = Lanes::new(&lines, vec![to(0, &[-300.0, 300.0])], 9.0);
        assert!(!one.is_tight(fork), "one strand alone");
        let side_by_side = Lanes::new(&lines, vec![to(0, &[-300.0]), to(1, &[-300.0])], 9.0);
        assert!(!side_by_side.is_tight(fork), "two that bend together");
        let parting = Lanes::new(&lines, vec![to(0, &[-300.0, 300.0]), to(1, &[-150.0])], 9.0);
        assert!(parting.is_tight(fork) && parting.is_tight(Point::new(-150.0, 104.0)));
        assert!(
            !parting.is_tight(Point::new(-300.0, 100.0)) && !parting.is_tight(Point::default())
        );
    }
}
