//! How strands end: with a green knot at a person, a green ring on the line before one, or fading out
//! to a question.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect, Size};
use crate::model::PersonId;
use crate::scene::Layer;
use crate::scene::line;
use crate::scene::person::{MOST_LOOPS, Symbol, ring_distance};
use crate::scene::shape::{Cap, Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::strand::StrandEndKind;
use crate::theme::Color;

/// Radius of a knot (map.svg).
const RADIUS: f64 = 9.0;
/// Width of its rim, as a share of that: half of its area is of the strand's own colour.
const RIM: f64 = 0.29;
/// Width of the open ring's line, as a share of its radius.
const RING: f64 = 0.34;
/// Width of the line in the strand's own colour inside it.
const INNER: f64 = 0.26;
/// Radius of the disc with "?" (cards.svg).
const QUESTION: f64 = 8.5;
/// From the middle of one knot to that of the next beside or above it.
const APART: f64 = 23.0;
/// From the edge of one knot to the middle of the next at least: that one's radius, and a hem.
const GAP: f64 = RADIUS + 2.0;
/// Of that size is a knot between two strands that go on.
const SQUEEZED: f64 = 0.65;
/// Length over which an open end fades.
const FADE: f64 = 48.0;
/// What is left of that at least where other strands run close.
const SHORTEST: f64 = 12.0;
/// In so many steps at most, each at least so long.
const STEPS: u8 = 24;
const STEP: f64 = 1.0;

/// Draws the sign at the end of a strand, its middle at `at`, of `size` times the usual size.
pub(super) fn at_end(
    stage: &mut Stage<'_>,
    pen: &Pen,
    (color, kind): (Color, StrandEndKind),
    (at, size): (Point, f64),
) {
    let unit = stage.metrics.unit;
    match kind {
        StrandEndKind::Stops => {
            // Alone on the map it needs no colour to be told apart.
            let is_alone = stage.view.strands.len() == 1;
            let inner = if is_alone { stage.theme().strength } else { color };
            open_ring(stage, pen, at, (size * RADIUS * unit, inner));
        }
        StrandEndKind::Ended => green(stage, pen, at, size * RADIUS * unit, color),
        StrandEndKind::Open | StrandEndKind::NotYet => {}
    }
}

/// The strands that come down to one person.
#[derive(Debug, Default)]
pub(super) struct Ends {
    /// Those that end in a knot.
    pub knots: Vec<Knot>,
    /// How far to the right the others run, that go on to a loop or fade.
    pub others: Vec<f64>,
}

/// A knot before it has its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Knot {
    strand: usize,
    /// How far to the right its strand runs.
    right: f64,
    /// In map units.
    radius: f64,
}

impl Knot {
    pub(super) const fn new(strand: usize, right: f64, unit: f64) -> Self {
        Self { strand, right, radius: RADIUS * unit }
    }
}

/// Where a knot stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    strand: usize,
    /// To the right of its strand, in map units.
    pub aside: f64,
    /// Higher than the lowest one there, in map units.
    pub up: f64,
    /// Its share of the usual size.
    pub size: f64,
}

impl Ends {
    /// Where the knot of `strand` stands, clear of the other knots and of the strands beside it, which
    /// are `width` wide: moved aside, or higher than its neighbours, or else small.
    pub(super) fn place(&self, strand: usize, (unit, width): (f64, f64)) -> Option<Place> {
        let mut order = self.knots.clone();
        order.sort_by(|a, b| a.right.total_cmp(&b.right).then(a.strand.cmp(&b.strand)));
        // All on one level, or every second one higher. More than two side by side would stray.
        let levels: [fn(usize) -> bool; 3] = [|_| false, |at| at % 2 == 1, |at| at % 2 == 0];
        let tries = levels.into_iter().skip(usize::from(2 < order.len()));
        let placed = tries.map(|is_high| self.arranged(&order, is_high, (unit, width)));
        let best = placed.min_by_key(|places| {
            let small = places.iter().filter(|it| it.size < 1.0).count();
            // Small ones right beside each other would still touch.
            let touch = 0 < small && 1 < places.len() && places.iter().all(|it| it.up <= 0.0);
            (touch, small)
        })?;
        best.into_iter().find(|place| place.strand == strand)
    }

    /// The places of the knots from left to right, every one high or low.
    fn arranged(
        &self,
        order: &[Knot],
        is_high: fn(usize) -> bool,
        (unit, width): (f64, f64),
    ) -> Vec<Place> {
        let lower = order.iter().enumerate().filter(|(at, _)| !is_high(*at));
        let lower: Vec<f64> = lower.map(|(_, knot)| knot.right).collect();
        let mut all = Vec::new();
        for high in [false, true] {
            let level = order.iter().enumerate().filter(|(at, _)| is_high(*at) == high);
            let level: Vec<Knot> = level.map(|(_, knot)| *knot).collect();
            // The strands of the low ones run on beside the high ones.
            let passing: &[f64] = if high { &lower } else { &[] };
            let beside: Vec<f64> = self.others.iter().chain(passing).copied().collect();
            let up = if high { APART * unit } else { 0.0 };
            let mut before = f64::NEG_INFINITY;
            let mut places = Vec::new();
            for (knot, wanted) in level.iter().zip(side_by_side(&level, APART * unit)) {
                let clear = knot.radius + 0.75 * width;
                let left = beside.iter().copied().filter(|at| *at < knot.right);
                let right = beside.iter().copied().filter(|at| knot.right < *at);
                let least =
                    (left.fold(f64::NEG_INFINITY, f64::max) + clear).max(before + GAP * unit);
                let most = right.fold(f64::INFINITY, f64::min) - clear;
                let at = wanted.min(most).max(least);
                // Farther off, it would not stand on its strand.
                let has_room = at <= most && (at - knot.right).abs() <= APART * unit / 2.0;
                before = at + knot.radius;
                let aside = at - knot.right;
                places.push(has_room.then_some(Place {
                    strand: knot.strand,
                    aside,
                    up,
                    size: 1.0,
                }));
            }
            let small = |strand| Place { strand, aside: 0.0, up, size: SQUEEZED };
            // All of them, if one has no room.
            let places: Option<Vec<Place>> = places.into_iter().collect();
            all.extend(places.unwrap_or_else(|| level.iter().map(|it| small(it.strand)).collect()));
        }
        all
    }
}

/// Where the knots of a level would be if nothing else were there: on their strands, or `apart` around
/// their middle.
fn side_by_side(level: &[Knot], apart: f64) -> Vec<f64> {
    let own: Vec<f64> = level.iter().map(|knot| knot.right).collect();
    if own.windows(2).all(|two| matches!(two, [a, b] if apart <= b - a)) {
        return own;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of strands")]
    let place = |rank: usize| rank as f64 * apart;
    #[expect(clippy::cast_precision_loss, reason = "a handful of strands")]
    let middle = own.iter().sum::<f64>() / own.len().max(1) as f64;
    let half = place(own.len().saturating_sub(1)) / 2.0;
    (0..own.len()).map(|rank| middle + place(rank) - half).collect()
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

/// An open green ring, inside it one in the colour of its strand, so that three above one person are
/// told apart: the strand came this far and goes no further.
pub(super) fn open_ring(
    stage: &mut Stage<'_>,
    pen: &Pen,
    center: Point,
    (radius, inner): (f64, Color),
) {
    let theme = stage.theme();
    let width = RING * radius;
    // A hem of the ground tells it from a green strand that ends in it.
    let hem = theme.stroke.casing.min(0.25 * radius);
    let paint = Paint::both(theme.panel, Stroke::solid(theme.ground, hem));
    stage.add(pen, Shape::Circle { center, radius: radius + 0.5 * hem, paint });
    let paint = Paint::stroke(Stroke::solid(theme.strength, width));
    stage.add(pen, Shape::Circle { center, radius: radius - 0.5 * width, paint });
    if inner != theme.strength {
        let own = INNER * radius;
        let paint = Paint::stroke(Stroke::solid(inner, own));
        stage.add(pen, Shape::Circle { center, radius: radius - width - 0.5 * own, paint });
    }
}

/// A "?" at everybody of whom nobody knows whether a strand that comes down to them goes on. Gives
/// back where they stand.
pub(super) fn questions(stage: &mut Stage<'_>) -> BTreeMap<PersonId, Rect> {
    let mut places = BTreeMap::new();
    let view = stage.view;
    let mut open: BTreeMap<&PersonId, Vec<usize>> = BTreeMap::new();
    for (strand, of) in view.strands.iter().enumerate() {
        for end in of.ends.iter().filter(|end| end.kind == StrandEndKind::Open) {
            open.entry(&end.person).or_default().push(strand);
        }
    }
    for (person, strands) in open {
        let Some(index) = stage.index_of(person).filter(|_| stage.is_visible(person)) else {
            continue;
        };
        let Some(spot) = stage.spot(index) else { continue };
        let unit = stage.metrics.unit;
        // Up to the right, clear of the loops of other strands.
        let out = 0.72 * stage.clearance(index);
        let (center, radius) = (spot.symbol.moved(out, -out), QUESTION * unit);
        // Among several strands its colour says of which it is not known.
        let rim = match strands.as_slice() {
            [only] if 1 < view.strands.len() => stage.strand_color(*only),
            _ => stage.theme().soft_ink,
        };
        question(stage, &Pen::on(Layer::People), center, radius, rim);
        let size = Size::new(2.0 * radius, 2.0 * radius);
        places.insert(person.clone(), Rect::centered(center, size));
    }
    places
}

/// A dotted disc with "?".
pub(super) fn question(stage: &mut Stage<'_>, pen: &Pen, center: Point, radius: f64, rim: Color) {
    let theme = stage.theme();
    let stroke = Stroke::solid(rim, 0.15 * radius);
    let paint = Paint::both(theme.panel, stroke.dashed(0.25 * radius, 0.25 * radius));
    stage.add(pen, Shape::Circle { center, radius, paint });
    let style = TextStyle::centered(1.4 * radius, theme.ink).semi_bold();
    stage.text(pen, "?", center.moved(0.0, 0.36 * style.size), style);
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
    let on_circle = [(0.643, 0.766), (0.97, 0.242), (0.707, -0.707), (-0.707, -0.707)];
    let on_square = [(0.93, 0.93), (1.0, 0.33), (0.93, -0.93), (-0.93, -0.93)];
    let table = if plate.symbol == Symbol::Circle { on_circle } else { on_square };
    let Some((x, y)) = table.get(before) else { return };
    let pen = Pen { strand: Some(strand), ..Pen::on(Layer::People) };
    let (center, rim) = (spot.symbol.moved(x * out, y * out), stage.strand_color(strand));
    green(stage, &pen, center, RADIUS * unit, rim);
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

    fn ends(knots: &[(f64, usize)], others: &[f64]) -> Ends {
        let knot = |(right, strand): &(f64, usize)| Knot::new(*strand, *right, 1.0);
        Ends { knots: knots.iter().map(knot).collect(), others: others.to_vec() }
    }

    /// Where each knot ends up: to the right of the middle, up, and how large.
    fn places(ends: &Ends) -> Vec<(f64, f64, f64)> {
        let place = |knot: &Knot| {
            let place = ends.place(knot.strand, (1.0, 6.0)).expect("a place");
            (knot.right + place.aside, place.up, place.size)
        };
        ends.knots.iter().map(place).collect()
    }

    #[test]
    fn knots_above_one_person_stand_clear_of_one_another() {
        for count in 1..=4_usize {
            for step in [8.0, 9.0, 30.0] {
                for others in [&[][..], &[-9.0], &[-9.0, 36.0], &[13.5]] {
                    let knots: Vec<_> =
                        (0..count).map(|at| (step * at as f64, count - at)).collect();
                    let places = places(&ends(&knots, others));
                    for (at, a) in places.iter().enumerate() {
                        for b in &places[..at] {
                            let apart = (a.0 - b.0).hypot(a.1 - b.1);
                            assert!(RADIUS * (a.2 + b.2) < apart, "{knots:?} at {places:?}");
                        }
                    }
                }
            }
        }
        assert_eq!(places(&ends(&[(-8.0, 0)], &[])), [(-8.0, 0.0, 1.0)], "on its strand");
        let two = ends(&[(8.0, 0), (-8.0, 2)], &[]);
        assert_eq!(places(&two), [(11.5, 0.0, 1.0), (-11.5, 0.0, 1.0)]);
    }

    #[test]
    fn a_knot_stands_clear_of_strands_that_go_on() {
        let beside = ends(&[(-9.0, 0), (9.0, 2)], &[0.0]);
        assert_eq!(places(&beside), [(-13.5, 0.0, 1.0), (13.5, 0.0, 1.0)]);
        let above = ends(&[(0.0, 0), (9.0, 2)], &[-9.0]);
        assert_eq!(places(&above), [(4.5, 0.0, 1.0), (13.5, APART, 1.0)], "one higher");
        let between = ends(&[(0.0, 0)], &[9.0, -9.0]);
        assert_eq!(places(&between), [(0.0, 0.0, SQUEEZED)], "no room for a whole one");
    }

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
}
