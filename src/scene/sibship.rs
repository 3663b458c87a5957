//! The bar from which the lines to the children of a union run down, and what meets it.

use crate::geometry::Point;
use crate::layout::Connector;
use crate::scene::line;
use crate::scene::shape::{Path, Step, Stroke};
use crate::scene::stage::{Pen, Stage};

/// A sibship bar and what meets it.
pub(super) struct Bar<'a> {
    left: Point,
    right: Point,
    /// Where the line of descent meets it.
    trunk: Option<Point>,
    descent: Option<&'a Connector>,
    bridges: &'a [Point],
    corner_left: bool,
    corner_right: bool,
    fork: bool,
    /// Does a child's line go straight on below the trunk?
    through: bool,
    /// Radius of its corners.
    radius: f64,
}

impl<'a> Bar<'a> {
    pub(super) fn of(
        bar: &'a Connector,
        descent: Option<&'a Connector>,
        lines: &[&Connector],
        radius: f64,
    ) -> Option<Self> {
        let (first, last) = (*bar.points.first()?, *bar.points.last()?);
        let (left, right) = if first.x <= last.x { (first, last) } else { (last, first) };
        let trunk = descent.and_then(|piece| piece.points.last().copied());
        let near = |a: f64, b: f64| (a - b).abs() < 0.5;
        // A child line that leaves the end of the bar straight down turns the corner.
        let turns = |end: Point| {
            let there = lines.iter().filter(|piece| {
                let [a, b, ..] = piece.points.as_slice() else { return false };
                near(a.x, end.x) && near(a.y, end.y) && near(b.x, end.x)
            });
            let alone = lines.iter().filter(|piece| {
                piece.points.first().is_some_and(|a| near(a.x, end.x) && near(a.y, end.y))
            });
            there.count() == 1 && alone.count() == 1 && trunk.is_none_or(|t| !near(t.x, end.x))
        };
        let (corner_left, corner_right) = (turns(left), turns(right));
        let fork = trunk.is_some_and(|t| {
            let clear = left.x + 2.0 * radius < t.x && t.x < right.x - 2.0 * radius;
            let starts = lines.iter().filter_map(|piece| piece.points.first());
            let crowded = |x: f64| (x - t.x).abs() < radius + 1.0 && !near(x, t.x);
            clear && !starts.map(|p| p.x).any(crowded)
        });
        let through = trunk.is_some_and(|t| {
            let mut starts = lines.iter().filter_map(|piece| piece.points.first());
            starts.any(|start| start.distance(t) < 0.5)
        });
        let bridges = &bar.bridges;
        Some(Self {
            left,
            right,
            trunk,
            descent,
            bridges,
            corner_left,
            corner_right,
            fork,
            through,
            radius,
        })
    }

    pub(super) fn draw(&self, stage: &mut Stage<'_>, pen: &Pen, stroke: Stroke) {
        let (y, radius) = (self.left.y, self.radius);
        let [at_left, at_right] = [self.left, self.right].map(|end| self.radius_at(end));
        let from = if self.corner_left { self.left.x + at_left } else { self.left.x };
        let to = if self.corner_right { self.right.x - at_right } else { self.right.x };
        let bar = |a: f64, b: f64| {
            line::with_hops(Path::line(Point::new(a, y), Point::new(b, y)), self.bridges)
        };
        let (Some(trunk), Some(descent)) = (self.trunk, self.descent) else {
            stage.stroke(pen, bar(from, to), stroke);
            return;
        };
        let (mut to_left, mut to_right) = (trunk.x - from, to - trunk.x);
        if !self.fork {
            // Off the ends of the bar the trunk turns; elsewhere it simply meets the bar.
            let is_end = |end: Point| (end.x - trunk.x).abs() < 0.5;
            (to_left, to_right) = match (is_end(self.left), is_end(self.right)) {
                (true, _) => (0.0, to_right),
                (_, true) => (to_left, 0.0),
                (false, false) => {
                    stage.stroke(pen, bar(from, to), stroke);
                    (0.0, 0.0)
                }
            };
        }
        let mut down = descent.points.clone();
        for (room, side) in [(to_left, -1.0), (to_right, 1.0)] {
            let radius = radius.min(room);
            if 0.0 < radius {
                let out = trunk.moved(side * radius, 0.0);
                let steps = vec![Step::Move(trunk.moved(0.0, -radius)), Step::Quad(trunk, out)];
                stage.stroke(pen, Path { steps }, stroke);
                let end = if side < 0.0 { from } else { to };
                stage.stroke(pen, bar(out.x.min(end), out.x.max(end)), stroke);
                if !self.through {
                    down = line::without_end(&descent.points, radius);
                }
            }
        }
        let path = line::rounded(&down, radius, 0.0);
        stage.stroke(pen, line::with_hops(path, &descent.bridges), stroke);
    }

    /// Radius of the corner at an end of the bar: the trunk's bend needs its share of a short piece.
    fn radius_at(&self, end: Point) -> f64 {
        let other = self.trunk.map_or(f64::midpoint(self.left.x, self.right.x), |trunk| trunk.x);
        self.radius.min((end.x - other).abs() / 2.0)
    }

    /// The line to a child, with the bit of the bar that its corner needs.
    pub(super) fn with_corner(&self, points: &[Point]) -> Vec<Point> {
        let Some(&start) = points.first() else { return Vec::new() };
        let is_at = |end: Point| start.distance(end) < 0.5;
        let lead = if self.corner_left && is_at(self.left) {
            Some(start.moved(self.radius_at(self.left), 0.0))
        } else if self.corner_right && is_at(self.right) {
            Some(start.moved(-self.radius_at(self.right), 0.0))
        } else {
            None
        };
        lead.into_iter().chain(points.iter().copied()).collect()
    }
}

/// A sibship bar as far as it is that of `lines`, of `all` there are: from the outermost of them, and
/// of the line of descent, to the other.
pub(super) fn as_far_as(
    bar: &Connector,
    descent: Option<&Connector>,
    lines: &[&Connector],
    all: usize,
) -> Connector {
    if lines.len() == all {
        return bar.clone();
    }
    let starts = lines.iter().filter_map(|it| it.points.first());
    let trunk = descent.and_then(|it| it.points.last());
    let xs = || starts.clone().chain(trunk).map(|it| it.x);
    let (left, right) =
        (xs().fold(f64::INFINITY, f64::min), xs().fold(f64::NEG_INFINITY, f64::max));
    let within = |x: f64| if left <= right { x.clamp(left, right) } else { x };
    let points = bar.points.iter().map(|it| Point::new(within(it.x), it.y)).collect();
    Connector { points, ..bar.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::LineRole;

    fn piece(role: LineRole, points: &[(f64, f64)]) -> Connector {
        let points = points.iter().map(|&(x, y)| Point::new(x, y)).collect();
        Connector { union: 0, role, person: None, points, bridges: Vec::new() }
    }

    #[test]
    fn a_corner_on_a_short_bar_stays_on_the_bar() {
        let bar = piece(LineRole::Sibship, &[(0.0, 10.0), (0.8, 10.0)]);
        let descent = piece(LineRole::Descent, &[(0.0, 0.0), (0.0, 10.0)]);
        let child = piece(LineRole::Individual, &[(0.8, 10.0), (0.8, 40.0)]);
        let bar = Bar::of(&bar, Some(&descent), &[&child], 10.0).expect("a bar");
        let corner = bar.with_corner(&child.points);
        assert_eq!(corner.first(), Some(&Point::new(0.4, 10.0)));
    }
}
