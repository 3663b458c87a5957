//! Lines through corners: rounding them, moving them aside, cutting their ends.
//!
//! A positive distance aside is to the right-hand side of somebody walking along the line.

use crate::geometry::Point;
use crate::scene::shape::{Path, Step};

/// Two points nearer than this are one.
const SAME: f64 = 0.05;

/// A point on a grid fine enough to tell corners apart.
pub(super) type Key = (i64, i64);

/// The place of a point on that grid.
#[expect(clippy::cast_possible_truncation, reason = "coordinates are far below 2^53")]
pub(super) fn key(p: Point) -> Key {
    ((p.x * 10.0).round() as i64, (p.y * 10.0).round() as i64)
}

/// The direction from `a` to `b` as a vector of length 1; to the right when they are one point.
pub(super) fn direction(a: Point, b: Point) -> Point {
    let length = a.distance(b);
    if length < 1e-9 {
        return Point::new(1.0, 0.0);
    }
    Point::new((b.x - a.x) / length, (b.y - a.y) / length)
}

/// The point `distance` from `a` towards `b`.
pub(super) fn towards(a: Point, b: Point, distance: f64) -> Point {
    let d = direction(a, b);
    a.moved(d.x * distance, d.y * distance)
}

/// Without repeated points and without points in the middle of a straight run.
pub(super) fn simplified(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if kept.last().is_some_and(|last| last.distance(point) < SAME) {
            continue;
        }
        if let [.., before, last] = kept.as_slice() {
            let (into, out) = (direction(*before, *last), direction(*last, point));
            if 0.999_9 < into.x * out.x + into.y * out.y {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

/// The length along the line.
pub(super) fn length(points: &[Point]) -> f64 {
    pairs(points).map(|(a, b)| a.distance(b)).sum()
}

/// The straight pieces of the line.
pub(super) fn pairs(points: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    points.iter().copied().zip(points.iter().copied().skip(1))
}

/// The point and the direction at `distance` along the line; the last ones beyond its end.
pub(super) fn at(points: &[Point], distance: f64) -> Option<(Point, Point)> {
    let mut left = distance.max(0.0);
    let mut last = None;
    for (a, b) in pairs(points) {
        let here = a.distance(b);
        if left <= here {
            return Some((towards(a, b, left), direction(a, b)));
        }
        left -= here;
        last = Some((b, direction(a, b)));
    }
    last
}

/// The line without its first `distance`. At least one point stays.
pub(super) fn without_start(points: &[Point], distance: f64) -> Vec<Point> {
    let mut left = distance;
    let mut rest = points;
    while let [a, b, ..] = rest {
        let here = a.distance(*b);
        if left < here {
            let mut cut = vec![towards(*a, *b, left)];
            cut.extend(rest.iter().skip(1));
            return cut;
        }
        left -= here;
        rest = rest.get(1..).unwrap_or_default();
    }
    rest.to_vec()
}

/// The line without its last `distance`. At least one point stays.
pub(super) fn without_end(points: &[Point], distance: f64) -> Vec<Point> {
    reversed(&without_start(&reversed(points), distance))
}

/// The line walked the other way.
pub(super) fn reversed(points: &[Point]) -> Vec<Point> {
    points.iter().rev().copied().collect()
}

/// Swings `swing` to either side every `step`; straight for a moment at both ends.
pub(super) fn zigzag(points: &[Point], swing: f64, step: f64) -> Vec<Point> {
    let length = length(points);
    let mut corners: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut along, mut side) = (1.5 * step, swing);
    while along < length - step {
        if let Some((at, d)) = at(points, along) {
            corners.push(at.moved(-d.y * side, d.x * side));
        }
        side = -side;
        along += step;
    }
    corners.extend(points.last());
    corners
}

/// The line moved aside, its corners where the moved pieces meet.
pub(super) fn aside(points: &[Point], distance: f64) -> Vec<Point> {
    let points = simplified(points);
    let distances = vec![distance; points.len().saturating_sub(1)];
    aside_each(&points, &distances)
}

/// The line with every piece moved aside by its own distance (0 for pieces without one), its corners
/// where the moved pieces meet.
pub(super) fn aside_each(points: &[Point], distances: &[f64]) -> Vec<Point> {
    let along: Vec<(Point, f64)> = pairs(points)
        .zip(distances.iter().copied().chain(std::iter::repeat(0.0)))
        .map(|((a, b), distance)| (direction(a, b), distance))
        .collect();
    let beside = |point: Point, (d, by): (Point, f64)| point.moved(-d.y * by, d.x * by);
    let mut moved = Vec::with_capacity(points.len());
    for (i, &point) in points.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| along.get(i)).copied();
        let after = along.get(i).copied();
        match (before, after) {
            (Some(a), Some(b)) => {
                let turn = a.0.x * b.0.y - a.0.y * b.0.x;
                let meet = 1.0 + a.0.x * b.0.x + a.0.y * b.0.y;
                if 0.2 <= meet && a.1 == b.1 {
                    let by = a.1 / meet;
                    moved.push(point.moved(-(a.0.y + b.0.y) * by, (a.0.x + b.0.x) * by));
                } else if 0.5 < turn.abs() {
                    // Where the two moved lines cut each other.
                    let on = (a.1 * (meet - 1.0) - b.1) / turn;
                    moved.push(beside(point, a).moved(a.0.x * on, a.0.y * on));
                } else {
                    // Back, or from one lane to another: no meeting point worth the name.
                    moved.push(beside(point, a));
                    moved.push(beside(point, b));
                }
            }
            (Some(only), None) | (None, Some(only)) => moved.push(beside(point, only)),
            (None, None) => moved.push(point),
        }
    }
    moved
}

/// A path through `points` with its corners rounded by `radius`, less where pieces are short.
/// `lateral` is how far the line was moved aside: inner bends get a smaller radius and outer
/// ones a larger, so that lines side by side stay side by side round a corner.
pub(super) fn rounded(points: &[Point], radius: f64, lateral: f64) -> Path {
    rounded_by(points, |_, turn| (radius - turn * lateral).max(3.0))
}

/// A path through `points`, each corner rounded by what `radius` says of it and of the side to which
/// the line turns (1: right, −1: left), less where pieces are short.
pub(super) fn rounded_by(points: &[Point], radius: impl Fn(Point, f64) -> f64) -> Path {
    let points = simplified(points);
    let mut steps = Vec::with_capacity(points.len() * 2);
    for (i, &point) in points.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| points.get(i)).copied();
        let after = points.get(i + 1).copied();
        match (before, after) {
            (None, _) => steps.push(Step::Move(point)),
            (Some(_), None) => steps.push(Step::Line(point)),
            (Some(before), Some(after)) => {
                let (into, out) = (direction(before, point), direction(point, after));
                let turn = into.x * out.y - into.y * out.x;
                // Two corners share the piece between them; an end needs none of it.
                let share = |is_end: bool| if is_end { 1.0 } else { 0.5 };
                let room = (before.distance(point) * share(i == 1))
                    .min(point.distance(after) * share(i + 2 == points.len()));
                let r = radius(point, turn.signum()).min(room);
                steps.push(Step::Line(towards(point, before, r)));
                steps.push(Step::Quad(point, towards(point, after, r)));
            }
        }
    }
    Path { steps }
}

/// A closed path through `corners`, every corner rounded by `radius` or as far as there is room.
pub(super) fn rounded_ring(corners: &[Point], radius: f64) -> Path {
    let mut ring = simplified(corners);
    // Begin in the middle of a side, so that the first corner is like the others.
    let (Some(&first), Some(&last)) = (ring.first(), ring.last()) else { return Path::default() };
    let start = Point::new(f64::midpoint(first.x, last.x), f64::midpoint(first.y, last.y));
    ring.insert(0, start);
    ring.push(start);
    let mut path = rounded(&ring, radius, 0.0);
    path.steps.push(Step::Close);
    path
}

/// The corners of a path, curves in small straight steps.
pub(super) fn flattened(path: &Path) -> Vec<Point> {
    const STEPS: u32 = 8;
    let mut points: Vec<Point> = Vec::with_capacity(path.steps.len());
    for step in &path.steps {
        let from = points.last().copied().unwrap_or_default();
        match *step {
            Step::Move(to) | Step::Line(to) => points.push(to),
            Step::Quad(by, to) => points.extend((1..=STEPS).map(|nth| {
                let share = f64::from(nth) / f64::from(STEPS);
                mixed(mixed(from, by, share), mixed(by, to, share), share)
            })),
            Step::Cubic(by, and, to) => points.extend((1..=STEPS).map(|nth| {
                let share = f64::from(nth) / f64::from(STEPS);
                let (a, b) = (mixed(from, by, share), mixed(by, and, share));
                mixed(mixed(a, b, share), mixed(b, mixed(and, to, share), share), share)
            })),
            Step::Close => points.extend(points.first().copied()),
        }
    }
    points
}

/// The point at a share of the way from one to another.
pub(super) fn mixed(a: Point, b: Point, share: f64) -> Point {
    Point::new(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
}

/// Half the width of the hop where a line passes over another.
const HOP: f64 = 6.0;

/// `path` with a small hop upwards (or to the right) wherever it passes over one of `bridges`.
pub(super) fn with_hops(path: Path, bridges: &[Point]) -> Path {
    if bridges.is_empty() {
        return path;
    }
    let mut steps = Vec::with_capacity(path.steps.len() + bridges.len() * 2);
    let mut here = Point::default();
    for step in path.steps {
        if let Step::Line(end) = step {
            let mut on: Vec<Point> =
                bridges.iter().copied().filter(|b| is_well_inside(*b, here, end)).collect();
            on.sort_by(|a, b| here.distance(*a).total_cmp(&here.distance(*b)));
            let d = direction(here, end);
            // Up from a level line, to the right from an upright one.
            let up = if d.y.abs() < d.x.abs() { (0.0, -HOP) } else { (HOP, 0.0) };
            for b in on {
                let (from, to) = (b.moved(-d.x * HOP, -d.y * HOP), b.moved(d.x * HOP, d.y * HOP));
                steps.push(Step::Line(from));
                let lift = |p: Point| p.moved(up.0 * 1.3, up.1 * 1.3);
                steps.push(Step::Cubic(lift(from), lift(to), to));
            }
        }
        steps.push(step);
        here = match step {
            Step::Move(p) | Step::Line(p) | Step::Quad(_, p) | Step::Cubic(_, _, p) => p,
            Step::Close => here,
        };
    }
    Path { steps }
}

fn is_well_inside(p: Point, a: Point, b: Point) -> bool {
    let on = a.distance(p) + p.distance(b) - a.distance(b) < 0.3;
    on && HOP < a.distance(p) && HOP < p.distance(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAIRS: [Point; 3] =
        [Point { x: 0.0, y: 0.0 }, Point { x: 100.0, y: 0.0 }, Point { x: 100.0, y: 50.0 }];

    #[test]
    fn a_line_moved_aside_keeps_its_distance() {
        let right = aside(&STAIRS, 5.0);
        assert_eq!(right, [Point::new(0.0, 5.0), Point::new(95.0, 5.0), Point::new(95.0, 50.0)]);
        let left = aside(&STAIRS, -5.0);
        assert_eq!(left, [Point::new(0.0, -5.0), Point::new(105.0, -5.0), Point::new(105.0, 50.0)]);
        let each = aside_each(&STAIRS, &[5.0, -3.0]);
        assert_eq!(each, [Point::new(0.0, 5.0), Point::new(103.0, 5.0), Point::new(103.0, 50.0)]);
        let diagonal = [Point::new(0.0, 0.0), Point::new(0.0, 10.0), Point::new(10.0, 20.0)];
        let moved = aside(&diagonal, 1.0);
        let off = |a: Point, b: Point| {
            let d = direction(diagonal[1], diagonal[2]);
            ((a.x - b.x) * -d.y + (a.y - b.y) * d.x, (a.x - b.x).hypot(a.y - b.y))
        };
        assert_eq!(moved[1].x, -1.0, "on the first piece moved to the right of walking down");
        assert!((off(moved[1], diagonal[1]).0 - 1.0).abs() < 1e-9, "and on the second");
        assert!(off(moved[1], diagonal[1]).1 < 1.2, "not far off the corner");
    }

    #[test]
    fn cutting_shortens_from_either_end() {
        assert_eq!(length(&without_start(&STAIRS, 120.0)), 30.0);
        assert_eq!(length(&without_end(&STAIRS, 120.0)), 30.0);
        assert_eq!(without_start(&STAIRS, 1000.0), [Point::new(100.0, 50.0)]);
        assert_eq!(without_end(&STAIRS, 1000.0), [Point::new(0.0, 0.0)]);
    }

    #[test]
    fn straight_runs_have_no_corner_to_round() {
        let points = [Point::new(0.0, 0.0), Point::new(5.0, 0.0), Point::new(9.0, 0.0)];
        assert_eq!(rounded(&points, 10.0, 0.0), Path::line(points[0], points[2]));
        assert_eq!(rounded(&STAIRS, 10.0, 0.0).steps.len(), 4);
    }

    #[test]
    fn a_point_along_the_line_knows_its_direction() {
        let (point, direction) = at(&STAIRS, 110.0).expect("on the line");
        assert_eq!((point, direction), (Point::new(100.0, 10.0), Point::new(0.0, 1.0)));
        assert_eq!(at(&STAIRS, 1e9).map(|(point, _)| point), Some(STAIRS[2]));
        assert_eq!(at(&[], 1.0), None);
    }
}
