//! Where a strand leaves and meets people: the loop around their symbol and the family lines beside
//! it.

use crate::geometry::Point;
use crate::layout::{Connector, LineRole};
use crate::scene::line;
use crate::scene::person::ring_distance;
use crate::scene::stage::{Spot, Stage};

/// Where the line to `child` ends.
pub(super) fn end_of(lines: &[&Connector], child: usize) -> Option<Point> {
    let to_child = |it: &&&Connector| {
        it.person == Some(child) && matches!(it.role, LineRole::Individual | LineRole::Second)
    };
    lines.iter().find(to_child).and_then(|it| it.points.last().copied())
}

/// Where a union's lines start beside one of its partners: the near end of the partner line, else
/// the top of the line of descent.
pub(super) fn start_of(lines: &[&Connector], symbol: Point) -> Option<Point> {
    let ends = |role: LineRole| {
        lines.iter().filter(move |it| it.role == role).flat_map(move |it| {
            let last = if role == LineRole::Partners { it.points.last() } else { None };
            it.points.first().into_iter().chain(last).copied()
        })
    };
    let nearest = |points: &mut dyn Iterator<Item = Point>| {
        points.min_by(|a, b| symbol.distance(*a).total_cmp(&symbol.distance(*b)))
    };
    nearest(&mut ends(LineRole::Partners))
        .or_else(|| nearest(&mut ends(LineRole::Descent)))
        .or_else(|| nearest(&mut ends(LineRole::Individual)))
        .or_else(|| nearest(&mut ends(LineRole::Second)))
}

/// `way` with the way to it from the middle of the symbol: straight beside the symbol, or down along
/// the edge of the label when the lines start below it. In that case not first to where they start
/// when they come past on their way down.
pub(super) fn lead_out(from: Spot, way: &[Point], spread: f64) -> Vec<Point> {
    let Some(start) = way.first() else { return Vec::new() };
    let is_beside = (start.y - from.symbol.y).abs() <= from.frame.width() / 2.0
        && start.y < from.frame.max.y - 1.0;
    let mut points = vec![from.symbol];
    if is_beside {
        points = vec![Point::new(from.symbol.x, start.y)];
        points.extend(way);
        return points;
    }
    let out = from.frame.width() / 2.0 - 3.0 + spread;
    let across = line::pairs(way).position(|(a, b)| (a.y - b.y).abs() < 0.5);
    let crossing = across.and_then(|at| Some((at, *way.get(at)?, *way.get(at + 1)?)));
    if let Some((at, a, b)) = crossing {
        let x = from.symbol.x + if b.x < a.x { -out } else { out };
        let is_past = if b.x < a.x { b.x < x } else { x < b.x };
        if is_past {
            points.extend([Point::new(x, from.symbol.y), Point::new(x, a.y)]);
            points.extend(way.iter().skip(at + 1));
            return points;
        }
    }
    let x = from.symbol.x + if from.symbol.x <= start.x { out } else { -out };
    points.extend([Point::new(x, from.symbol.y), Point::new(x, start.y)]);
    points.extend(way);
    points
}

/// How far outside the symbol's edge the loop of `strand` runs around `person`.
fn loop_at(stage: &Stage<'_>, strand: usize, person: usize) -> Option<f64> {
    let loops = stage.cast.loops.get(stage.id_at(Some(person))?)?;
    let ring = loops.iter().position(|it| *it == strand)?;
    Some(ring_distance(&stage.metrics, ring))
}

/// Cuts the beginning of the way off where it meets the loop it comes from.
pub(super) fn start_at_loop(stage: &Stage<'_>, strand: usize, person: usize, points: &mut [Point]) {
    let (Some(spot), Some(plate)) = (stage.spot(person), stage.plate(person)) else { return };
    let grown = loop_at(stage, strand, person).unwrap_or_default();
    let [first, second, ..] = points else { return };
    if (first.y - second.y).abs() < 0.5 {
        let reach = plate.symbol.reach(stage.metrics.unit, grown, first.y - spot.symbol.y);
        first.x = spot.symbol.x + if first.x <= second.x { reach } else { -reach };
    }
}

/// Cuts the end of the way off where it meets the loop it leads to.
pub(super) fn end_at_loop(stage: &Stage<'_>, strand: usize, person: usize, points: &mut [Point]) {
    let (Some(spot), Some(plate)) = (stage.spot(person), stage.plate(person)) else { return };
    let grown = loop_at(stage, strand, person).unwrap_or_default();
    let [.., before, last] = points else { return };
    let (aside_x, aside_y) = (last.x - spot.symbol.x, last.y - spot.symbol.y);
    if (before.x - last.x).abs() < 0.5 {
        let reach = plate.symbol.reach(stage.metrics.unit, grown, aside_x);
        last.y = spot.symbol.y + if before.y <= last.y { -reach } else { reach };
    } else if (before.y - last.y).abs() < 0.5 {
        let reach = plate.symbol.reach(stage.metrics.unit, grown, aside_y);
        last.x = spot.symbol.x + if before.x <= last.x { -reach } else { reach };
    }
}
