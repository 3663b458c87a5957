//! How strands end: with a knot, a hollow knot, or fading out.

use std::collections::BTreeMap;

use crate::geometry::Point;
use crate::model::PersonId;
use crate::scene::Layer;
use crate::scene::line;
use crate::scene::person::{MOST_LOOPS, Symbol, ring_distance};
use crate::scene::shape::{Cap, Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage};
use crate::scene::strand::StrandEndKind;
use crate::theme::Color;

/// Radius of a knot (map.svg).
const RADIUS: f64 = 9.0;
/// Width of its rim, as a share of that.
const RIM: f64 = 0.2;
/// From the middle of one knot to that of the next beside or above it.
const APART: f64 = 23.0;
/// Length over which an open end fades.
const FADE: f64 = 48.0;
/// What is left of that at least where other strands run close.
const SHORTEST: f64 = 12.0;
/// In so many steps at most, each at least so long.
const STEPS: u8 = 24;
const STEP: f64 = 1.0;

/// Draws the sign at the end of a strand, its middle at `at`.
pub(super) fn at_end(
    stage: &mut Stage<'_>,
    pen: &Pen,
    strand: usize,
    kind: StrandEndKind,
    at: Point,
) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    match kind {
        StrandEndKind::Stops | StrandEndKind::Ended => {
            green(stage, pen, at, RADIUS * unit, stage.strand_color(strand));
        }
        StrandEndKind::SoFarNot => {
            let stroke = Stroke::solid(stage.strand_color(strand), 0.45 * theme.stroke.strand);
            let paint = Paint::both(theme.panel, stroke);
            stage.add(pen, Shape::Circle { center: at, radius: 6.0 * unit, paint });
        }
        StrandEndKind::Open | StrandEndKind::NotYet => {}
    }
}

/// The knots above one person, each with how far aside its strand runs, from left to right; those
/// of one level in the same order.
fn levels(knots: &[(f64, usize)]) -> [Vec<(f64, usize)>; 2] {
    let mut order = knots.to_vec();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    // More than two side by side would stray from their strands.
    let is_low = |at: usize| knots.len() <= 2 || at.is_multiple_of(2);
    let of = |low: bool| {
        let all = order.iter().enumerate().filter(move |(at, _)| is_low(*at) == low);
        all.map(|(_, knot)| *knot).collect()
    };
    [of(true), of(false)]
}

/// How much higher the knot of `strand` stands than the lowest there, in units of the design.
pub(super) fn height_above(knots: &[(f64, usize)], strand: usize) -> f64 {
    let [_, high] = levels(knots);
    if high.iter().any(|knot| knot.1 == strand) { APART } else { 0.0 }
}

/// How far the knot of `strand` moves to the right of its strand, to stand clear of the others.
pub(super) fn shift(knots: &[(f64, usize)], strand: usize, unit: f64) -> f64 {
    let apart = APART * unit;
    for level in levels(knots) {
        let Some(at) = level.iter().position(|knot| knot.1 == strand) else { continue };
        let is_free = level.windows(2).all(|two| matches!(two, [a, b] if apart <= a.0 - b.0));
        let Some(own) = level.get(at).filter(|_| !is_free) else { return 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "a handful of strands")]
        let (at, count) = (at as f64, level.len() as f64);
        let middle = level.iter().map(|knot| -knot.0).sum::<f64>() / count;
        return middle + (at - (count - 1.0) / 2.0) * apart + own.0;
    }
    0.0
}

/// A green knot in which a strand stops, with a rim in the strand's colour.
pub(super) fn green(stage: &mut Stage<'_>, pen: &Pen, center: Point, radius: f64, rim: Color) {
    let theme = stage.theme();
    // A hem of the ground tells it from a green strand beside it.
    let hem = theme.stroke.casing.min(0.25 * radius);
    let paint = Paint::both(theme.strength, Stroke::solid(theme.ground, hem));
    stage.add(pen, Shape::Circle { center, radius: radius + 0.5 * hem, paint });
    let width = RIM * radius;
    let paint = Paint::stroke(Stroke::solid(rim, width));
    stage.add(pen, Shape::Circle { center, radius: radius - 0.5 * width, paint });
    stage.tick(pen, center, radius - 0.5 * width, theme.on_family);
}

/// A green knot on the loop of everybody with whom a strand ended in their own life.
pub(super) fn on_loops(stage: &mut Stage<'_>) {
    let view = stage.view;
    let mut there: BTreeMap<&PersonId, usize> = BTreeMap::new();
    for (strand, of) in view.strands.iter().enumerate() {
        let ended = of.ends.iter().filter(|end| end.kind == StrandEndKind::Ended);
        for end in ended.filter(|end| stage.is_visible(&end.person)).collect::<Vec<_>>() {
            let before = there.entry(&end.person).or_default();
            on_loop(stage, strand, &end.person, *before);
            *before += 1;
        }
    }
}

/// On the loop of `strand`, where `before` knots of other strands stand already on theirs.
fn on_loop(stage: &mut Stage<'_>, strand: usize, person: &PersonId, before: usize) {
    let loops = stage.cast.loops.get(person);
    let ring = loops.and_then(|loops| loops.iter().position(|it| *it == strand));
    let Some(ring) = ring.filter(|ring| *ring < MOST_LOOPS) else { return };
    let Some(index) = stage.index_of(person) else { return };
    let (Some(spot), Some(plate)) = (stage.spot(index), stage.plate(index)) else { return };
    let unit = stage.metrics.unit;
    let out = plate.symbol.half(unit) + ring_distance(&stage.metrics, ring);
    // Down to the right; further ones clear of it and of the lines that come in.
    let on_circle = [(0.707, 0.707), (0.951, 0.309), (0.707, -0.707), (-0.707, -0.707)];
    let on_square = [(0.93, 0.93), (1.0, 0.4), (0.93, -0.93), (-0.93, -0.93)];
    let table = if plate.symbol == Symbol::Circle { on_circle } else { on_square };
    let Some((x, y)) = table.get(before) else { return };
    let pen = Pen { strand: Some(strand), ..Pen::on(Layer::People) };
    let (center, rim) = (spot.symbol.moved(x * out, y * out), stage.strand_color(strand));
    green(stage, &pen, center, 0.8 * RADIUS * unit, rim);
}

/// Splits a line that fades out: what is drawn whole, and the end that fades. That is straight, unless
/// the line bends right before its end. So much of its last piece as `whole` says is not faded, but
/// where that would leave next to nothing.
pub(super) fn fading_parts(unit: f64, points: &[Point], whole: f64) -> (Vec<Point>, Vec<Point>) {
    let points = match points {
        // A slanting line to a twin fades before it bends down to them: strands side by side would
        // bend at different heights.
        [rest @ .., a, b, c]
            if is_slanting(*a, *b) && b.distance(*c) < 0.5 * FADE * unit && whole == 0.0 =>
        {
            points.get(..rest.len() + 2).unwrap_or(points)
        }
        _ => points,
    };
    let last = match points {
        [.., a, b] => a.distance(*b),
        _ => 0.0,
    };
    let is_short = whole == 0.0 && last < 0.5 * FADE * unit;
    let last = if is_short { line::length(points) } else { last };
    let fade = (FADE * unit).min(0.85 * last).min((last - whole).max(SHORTEST * unit));
    // Whole units, so that the steps meet on the edges of pixels.
    let step = fade / f64::from(steps(fade));
    let fade = if STEP <= step { step.floor() * f64::from(steps(fade)) } else { fade };
    let tail = line::without_start(points, line::length(points) - fade);
    (line::without_end(points, fade), tail)
}

/// Neither level nor upright.
fn is_slanting(a: Point, b: Point) -> bool {
    0.5 < (a.x - b.x).abs() && 0.5 < (a.y - b.y).abs()
}

/// In how many steps a tail of this length fades.
fn steps(length: f64) -> u8 {
    (1..=STEPS).rev().find(|steps| STEP <= length / f64::from(*steps)).unwrap_or(1)
}

/// The end of a line, fading out.
pub(super) fn fading(stage: &mut Stage<'_>, pen: &Pen, tail: &[Point], stroke: Stroke) {
    let stroke = Stroke { cap: Cap::Butt, ..stroke };
    let length = line::length(tail);
    let steps = steps(length);
    let piece = length / f64::from(steps);
    for step in 0..steps {
        let (from, left) = (f64::from(step), f64::from(steps - 1 - step));
        let part = line::without_end(&line::without_start(tail, from * piece), left * piece);
        if 1 < part.len() {
            let pen = pen.clone().faint(1.0 - (from + 0.5) / f64::from(steps));
            stage.stroke(&pen, Path::polyline(&part), stroke);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slanting_line_fades_before_it_bends_down() {
        let (start, bend) = (Point::new(0.0, 0.0), Point::new(200.0, 60.0));
        let slanting = [start, bend, Point::new(200.0, 70.0)];
        let (_, tail) = fading_parts(1.0, &slanting, 0.0);
        assert_eq!((tail.len(), tail.last()), (2, Some(&bend)));
        let level = [start, Point::new(200.0, 0.0), Point::new(200.0, 10.0)];
        let (_, tail) = fading_parts(1.0, &level, 0.0);
        assert_eq!(tail.last(), level.last(), "a level one leads down to the person");
    }

    /// Where each knot ends up: to the right of the middle, and up.
    fn places(knots: &[(f64, usize)]) -> Vec<(f64, f64)> {
        let place = |(aside, strand): &(f64, usize)| {
            (shift(knots, *strand, 1.0) - aside, height_above(knots, *strand))
        };
        knots.iter().map(place).collect()
    }

    #[test]
    fn knots_above_one_person_stand_clear_of_one_another() {
        for count in 1..=4_usize {
            for step in [4.0, 8.0, 30.0] {
                let knots: Vec<_> = (0..count).map(|at| (step * at as f64, count - at)).collect();
                let places = places(&knots);
                for (at, a) in places.iter().enumerate() {
                    for b in &places[..at] {
                        let apart = (a.0 - b.0).hypot(a.1 - b.1);
                        assert!(2.0 * RADIUS < apart, "{knots:?} at {places:?}");
                    }
                }
            }
        }
        assert_eq!(places(&[(8.0, 0)]), [(-8.0, 0.0)], "one stays on its strand");
        assert_eq!(places(&[(8.0, 0), (-8.0, 2)]), [(-11.5, 0.0), (11.5, 0.0)]);
    }
}
