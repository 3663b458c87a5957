//! How strands end: with a knot, a hollow knot, or fading out.

use crate::geometry::Point;
use crate::model::PersonId;
use crate::scene::Layer;
use crate::scene::line;
use crate::scene::person::{MOST_LOOPS, Symbol, ring_distance};
use crate::scene::shape::{Cap, Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage};
use crate::scene::strand::StrandEndKind;

/// Radius of a knot (map.svg).
const RADIUS: f64 = 9.0;
/// Length over which an open end fades.
const FADE: f64 = 48.0;
/// In so many steps.
const STEPS: u8 = 12;

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
        StrandEndKind::Stops | StrandEndKind::Ended => green(stage, pen, at, RADIUS * unit),
        StrandEndKind::SoFarNot => {
            let stroke = Stroke::solid(stage.strand_color(strand), 0.45 * theme.stroke.strand);
            let paint = Paint::both(theme.panel, stroke);
            stage.add(pen, Shape::Circle { center: at, radius: 6.0 * unit, paint });
        }
        StrandEndKind::Open | StrandEndKind::NotYet => {}
    }
}

pub(super) fn green(stage: &mut Stage<'_>, pen: &Pen, center: Point, radius: f64) {
    let theme = stage.theme();
    let paint = Paint::fill(theme.strength);
    stage.add(pen, Shape::Circle { center, radius, paint });
    stage.tick(pen, center, radius, theme.on_family);
}

/// A green knot on the loop of everybody with whom a strand ended in their own life.
pub(super) fn on_loops(stage: &mut Stage<'_>) {
    let view = stage.view;
    for (strand, of) in view.strands.iter().enumerate() {
        let ended = of.ends.iter().filter(|end| end.kind == StrandEndKind::Ended);
        for end in ended.filter(|end| stage.is_visible(&end.person)).collect::<Vec<_>>() {
            on_loop(stage, strand, &end.person);
        }
    }
}

fn on_loop(stage: &mut Stage<'_>, strand: usize, person: &PersonId) {
    let loops = stage.cast.loops.get(person);
    let ring = loops.and_then(|loops| loops.iter().position(|it| *it == strand));
    let Some(ring) = ring.filter(|ring| *ring < MOST_LOOPS) else { return };
    let Some(index) = stage.index_of(person) else { return };
    let (Some(spot), Some(plate)) = (stage.spot(index), stage.plate(index)) else { return };
    let unit = stage.metrics.unit;
    let out = plate.symbol.half(unit) + ring_distance(&stage.metrics, ring);
    // Down to the right; one ring further the knot moves on along it.
    let on_circle = [(0.707, 0.707), (0.866, 0.5), (0.966, 0.259), (1.0, 0.0)];
    let on_square = [(0.93, 0.93), (1.0, 0.55), (1.0, 0.2), (1.0, -0.15)];
    let table = if plate.symbol == Symbol::Circle { on_circle } else { on_square };
    let Some((x, y)) = table.get(ring) else { return };
    let pen = Pen { strand: Some(strand), ..Pen::on(Layer::People) };
    green(stage, &pen, spot.symbol.moved(x * out, y * out), 0.8 * RADIUS * unit);
}

/// Splits a line that fades out: what is drawn whole, and the end that fades. That is straight,
/// unless the line bends right before its end.
pub(super) fn fading_parts(unit: f64, points: &[Point]) -> (Vec<Point>, Vec<Point>) {
    let last = match points {
        [.., a, b] => a.distance(*b),
        _ => 0.0,
    };
    let last = if last < 0.5 * FADE * unit { line::length(points) } else { last };
    // Whole units, so that the steps meet on the edges of pixels.
    let step = (FADE * unit).min(0.85 * last) / f64::from(STEPS);
    let fade = if 2.0 <= step { step.floor() } else { step } * f64::from(STEPS);
    let tail = line::without_start(points, line::length(points) - fade);
    (line::without_end(points, fade), tail)
}

/// The end of a line, fading out.
pub(super) fn fading(stage: &mut Stage<'_>, pen: &Pen, tail: &[Point], stroke: Stroke) {
    let stroke = Stroke { cap: Cap::Butt, ..stroke };
    let piece = line::length(tail) / f64::from(STEPS);
    for step in 0..STEPS {
        let (from, left) = (f64::from(step), f64::from(STEPS - 1 - step));
        let part = line::without_end(&line::without_start(tail, from * piece), left * piece);
        if 1 < part.len() {
            let pen = pen.clone().faint(1.0 - (from + 0.5) / f64::from(STEPS));
            stage.stroke(&pen, Path::polyline(&part), stroke);
        }
    }
}
