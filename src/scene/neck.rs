//! The thin neck between the parts of one home: through free space only, never through a person or what
//! stands under one. Where there is no such way the parts stand apart, each with the name of the home.

use crate::geometry::{Point, Rect};
use crate::model::{HouseholdId, Subject};
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage};
use crate::scene::{Layer, household, line};

/// Half the width of a neck.
const HALF: f64 = 5.0;
/// Free space on both sides of it.
const CLEAR: f64 = 3.0;
/// From the outline to the first turn at least.
const STUB: f64 = 6.0;
/// Ways start so far from the corners of an outline.
const INSET: f64 = 34.0;
/// Around more parts than this nobody tries: the number of tries grows with their square.
const MOST_PARTS: usize = 8;
/// In larger families neither.
const MOST_PEOPLE: usize = 600;

/// Where a neck can leave an outline, and which way.
#[derive(Clone, Copy, Debug)]
struct Port {
    at: Point,
    /// 1 is down, -1 is up.
    out: f64,
    /// How far along its outline it may be moved.
    reach: (f64, f64),
}

/// Joins the outlines of the home called `id` as far as there are ways; gives their middles.
pub(super) fn join(
    stage: &mut Stage<'_>,
    (id, at): (&HouseholdId, usize),
    outlines: &[Vec<Point>],
) -> Vec<Vec<Point>> {
    let is_small = outlines.len() <= MOST_PARTS && stage.cast.people.len() <= MOST_PEOPLE;
    if outlines.len() < 2 || !is_small {
        return Vec::new();
    }
    let space = Space::of(stage);
    let ports: Vec<Vec<Port>> =
        outlines.iter().map(|outline| ports(outline, INSET * stage.metrics.unit)).collect();
    let mut joined = vec![0];
    let mut apart: Vec<usize> = (1..outlines.len()).collect();
    let mut necks = Vec::new();
    while !apart.is_empty() {
        let pairs = joined.iter().flat_map(|a| apart.iter().map(move |b| (*a, *b)));
        let ways = pairs.filter_map(|(a, b)| {
            let way = space.way(ports.get(a)?, ports.get(b)?)?;
            Some((line::length(&way), b, way))
        });
        let Some((_, next, way)) = ways.min_by(|a, b| a.0.total_cmp(&b.0)) else { break };
        draw(stage, (id, at), &way);
        necks.push(way);
        joined.push(next);
        apart.retain(|it| *it != next);
    }
    necks
}

/// The places on the level pieces of an outline: near both ends, and in the middle.
fn ports(outline: &[Point], inset: f64) -> Vec<Port> {
    let closing = outline.last().copied().zip(outline.first().copied());
    let pieces = line::pairs(outline).chain(closing);
    let level = pieces.filter(|(a, b)| (a.y - b.y).abs() < 0.5 && 2.0 * inset < (a.x - b.x).abs());
    let ports = level.flat_map(|(a, b)| {
        // Outlines run clockwise: to the right along their upper edges.
        let out = if a.x < b.x { -1.0 } else { 1.0 };
        let (left, right) = (a.x.min(b.x) + inset, a.x.max(b.x) - inset);
        let port = move |x: f64| Port { at: Point::new(x, a.y), out, reach: (left, right) };
        [left, f64::midpoint(left, right), right].map(port)
    });
    ports.collect()
}

/// What necks keep clear of, and the heights at which they run level.
struct Space {
    unit: f64,
    people: Vec<Rect>,
    /// Pieces of family lines: a neck may cross them, not run along them.
    lines: Vec<(Point, Point)>,
    levels: Vec<f64>,
}

impl Space {
    fn of(stage: &Stage<'_>) -> Self {
        let unit = stage.metrics.unit;
        let people = (0..stage.cast.people.len()).filter_map(|at| stage.spot(at));
        let people = people.map(|spot| spot.frame).collect();
        let lines = stage.layout.connectors.iter().flat_map(|it| line::pairs(&it.points));
        let rows = &stage.layout.rows;
        let above = rows.first().map(|row| row.top - 22.0 * unit);
        let below = rows.last().map(|row| row.bottom + 22.0 * unit);
        let between = rows.iter().zip(rows.iter().skip(1)).flat_map(|(upper, lower)| {
            let room = lower.top - upper.bottom;
            [0.2, 0.35, 0.5, 0.65, 0.8].map(|share| upper.bottom + share * room)
        });
        let levels = above.into_iter().chain(between).chain(below).collect();
        Self { unit, people, lines: lines.collect(), levels }
    }

    /// The shortest way from one of these places to one of those.
    fn way(&self, from: &[Port], to: &[Port]) -> Option<Vec<Point>> {
        let mut best: Option<(f64, Vec<Point>)> = None;
        let mut consider = |way: Vec<Point>| {
            let length = line::length(&way);
            let is_better = best.as_ref().is_none_or(|(least, _)| length < *least);
            if is_better && self.is_free(&way) {
                best = Some((length, way));
            }
        };
        for a in from {
            for b in to {
                // Straight from one to the other, where they face each other.
                let faces = a.out != b.out && 0.0 < (b.at.y - a.at.y) * a.out;
                let x = b.at.x;
                if faces && a.reach.0 <= x && x <= a.reach.1 {
                    consider(vec![Point::new(x, a.at.y), b.at]);
                }
                for y in &self.levels {
                    let reaches = |port: &Port| STUB * self.unit <= (y - port.at.y) * port.out;
                    if reaches(a) && reaches(b) && 1.0 < (a.at.x - b.at.x).abs() {
                        let turns = [Point::new(a.at.x, *y), Point::new(b.at.x, *y)];
                        consider(vec![a.at, turns[0], turns[1], b.at]);
                    }
                }
            }
        }
        best.map(|(_, way)| way)
    }

    /// Does it meet nobody, and run along no line?
    fn is_free(&self, way: &[Point]) -> bool {
        let room = (HALF + CLEAR) * self.unit;
        let pieces: Vec<Rect> = line::pairs(way).map(|(a, b)| Rect::between(a, b)).collect();
        let meets = |piece: &Rect| self.people.iter().any(|it| it.overlaps(piece.grown(room)));
        let along = |piece: &Rect| {
            let is_upright = piece.width() < piece.height();
            self.lines.iter().any(|(a, b)| {
                let same = ((a.x - b.x).abs() < 0.5) == is_upright;
                same && Rect::between(*a, *b).grown(0.5).overlaps(piece.grown(room - 1.0))
            })
        };
        !pieces.iter().any(|piece| meets(piece) || along(piece))
    }
}

/// Two dashed lines beside each other, the ground of the home between them.
fn draw(stage: &mut Stage<'_>, (id, at): (&HouseholdId, usize), way: &[Point]) {
    let unit = stage.metrics.unit;
    let pen = Pen::on(Layer::Households).of(Subject::Household(id.clone()));
    let sides = [-HALF * unit, HALF * unit].map(|by| line::aside(way, by));
    let ground: Vec<Point> =
        sides[0].iter().copied().chain(sides[1].iter().rev().copied()).collect();
    let paint = Paint::fill(stage.theme().panel.with_opacity(0.5));
    stage.add(&pen, Shape::Path { path: Path::polygon(&ground), paint });
    let stroke: Stroke = household::dashed(stage, at);
    for side in sides {
        stage.stroke(&pen, line::rounded(&side, 6.0 * unit, 0.0), stroke);
    }
}
