//! Where a strand leaves and meets people: the loop around their symbol and the family lines beside
//! it.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::{Point, Rect};
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

/// How strands leave somebody for the lines of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Straight beside the symbol.
    Beside,
    /// Down beside the label, since the lines start below it.
    Down {
        /// To the right of the label?
        is_right: bool,
        /// How many of the first points of the way are left out: not first to where the lines start
        /// when they come past on their way down.
        skipped: usize,
    },
}

impl Lead {
    /// How strands get from the middle of a symbol to `way`.
    pub(super) fn of(from: Spot, way: &[Point]) -> Option<Self> {
        let start = way.first()?;
        let is_beside = (start.y - from.symbol.y).abs() <= from.frame.width() / 2.0
            && start.y < from.frame.max.y - 1.0;
        if is_beside {
            return Some(Self::Beside);
        }
        let mut pieces = line::pairs(way).enumerate();
        let across = pieces.find(|(_, (a, b))| (a.y - b.y).abs() < 0.5);
        Some(match across {
            Some((at, (a, b))) => Self::Down { is_right: a.x < b.x, skipped: at + 1 },
            None => Self::Down { is_right: from.symbol.x <= start.x, skipped: 0 },
        })
    }
}

/// From the middle of somebody to a strand straight down beside the widest label.
fn beside_label(from: Spot) -> f64 {
    from.frame.width() / 2.0 - 3.0
}

/// From the middle of somebody to a strand that runs down on that `side` clear of the lines below
/// their label that lead to other unions than `own`: its casing would hide them.
fn clear_of_lines(stage: &Stage<'_>, person: usize, (side, own): (f64, &BTreeSet<usize>)) -> f64 {
    let Some(spot) = stage.spot(person) else { return 0.0 };
    let unions = &stage.cast.family.unions;
    let is_other = |line: &&Connector| {
        let of = unions.get(line.union);
        !own.contains(&line.union) && of.is_some_and(|union| union.partners.contains(&person))
    };
    let ends = |line: &'_ Connector| [line.points.first().copied(), line.points.last().copied()];
    let others = stage.layout.connectors.iter().filter(is_other);
    let offs = others.flat_map(ends).flatten().filter(|end| spot.frame.max.y - 1.0 <= end.y);
    let offs = offs.map(|end| side * (end.x - spot.symbol.x));
    let widest = offs.filter(|off| *off <= spot.frame.width() / 2.0).fold(0.0, f64::max);
    let stroke = stage.theme().stroke;
    widest + (stroke.line + stroke.strand) / 2.0 + stroke.casing + 0.5
}

/// The strands that leave somebody downwards on one side of the label: each keeps its place among
/// them, whichever union it goes to.
#[derive(Debug)]
pub(super) struct Outlet {
    /// From the person's middle to the middle of the strands.
    out: f64,
    /// From below the loops, or from beside them?
    is_below: bool,
    /// How far to the right of their middle each strand runs.
    aside: BTreeMap<usize, f64>,
    /// Where some turn off while others go on down.
    forks: Option<Rect>,
}

/// What an outlet is for.
#[derive(Debug, Default)]
pub(super) struct OutletUse {
    /// The place that each strand has on its line of descent.
    pub descents: BTreeMap<usize, f64>,
    /// The first turn of each way.
    pub turns: Vec<Turn>,
    /// The unions that they go to.
    pub unions: BTreeSet<usize>,
}

impl OutletUse {
    /// How far to the right of their middle the strands run, `step` apart, and how far the outermost.
    fn side_by_side(&self, step: f64) -> (BTreeMap<usize, f64>, f64) {
        let mut order: Vec<(usize, f64)> =
            self.descents.iter().map(|(of, at)| (*of, *at)).collect();
        order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        #[expect(clippy::cast_precision_loss, reason = "a handful of strands")]
        let place = |rank: usize| rank as f64 * step;
        let half = place(order.len().saturating_sub(1)) / 2.0;
        let order = order.into_iter().enumerate();
        (order.map(|(rank, (strand, _))| (strand, place(rank) - half)).collect(), half)
    }

    /// Where strands turn off while others go on, when they run down from `top` within `reach`.
    fn forks(&self, top: Point, reach: f64) -> Option<Rect> {
        // How far down strands stay together: some go on down from where they first turn.
        let levels = self.turns.iter().map(|turn| match turn.next {
            Some(next) if (turn.at.x - top.x).abs() < reach => next.y,
            _ => turn.at.y,
        });
        let levels: Vec<f64> = levels.collect();
        let lowest = levels.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let others = levels.into_iter().filter(|level| *level < lowest - 0.5);
        others.reduce(f64::max).map(|level| {
            let bottom = (level + reach).min(f64::midpoint(level, lowest));
            Rect::between(top.moved(-reach, 0.0), Point::new(top.x + reach, bottom))
        })
    }
}

/// Where a way first runs level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// Whose way.
    pub strand: usize,
    /// The end of that level piece.
    pub at: Point,
    /// Where the way goes on to from there.
    pub next: Option<Point>,
    /// How far to the right of its line of descent the strand runs.
    pub descent: f64,
}

impl Outlet {
    /// For strands on one side of `person`.
    pub(super) fn new(
        stage: &Stage<'_>,
        (person, is_right): (usize, bool),
        of: &OutletUse,
    ) -> Option<Self> {
        let stroke = stage.theme().stroke;
        let (aside, half) = of.side_by_side(stroke.strand_step);
        let (spot, plate) = (stage.spot(person)?, stage.plate(person)?);
        let below = plate.label_half + 6.0 * stage.metrics.unit + stroke.strand / 2.0 + half;
        let is_below = aside.iter().all(|(strand, aside)| {
            let x = if is_right { below + aside } else { below - aside };
            loop_at(stage, *strand, person).is_some_and(|grown| {
                let edge = plate.symbol.half(stage.metrics.unit) + grown;
                x + stroke.strand <= edge && 0.0 < plate.symbol.reach(stage.metrics.unit, grown, x)
            })
        });
        let side = if is_right { 1.0 } else { -1.0 };
        let beside = || clear_of_lines(stage, person, (side, &of.unions)).max(beside_label(spot));
        let mut x = spot.symbol.x + side * if is_below { below } else { beside() + half };
        // Right above a line that goes on down nearly there.
        let above = |turn: &Turn| {
            aside.get(&turn.strand).map_or(turn.at.x, |aside| turn.at.x + turn.descent - aside)
        };
        let is_near = |at: &f64| {
            let is_clear = below <= side * (at - spot.symbol.x) + 3.0 * stage.metrics.unit;
            !is_below && is_clear && (at - x).abs() < 1.5 * stroke.strand_step
        };
        x = of.turns.iter().map(above).find(is_near).unwrap_or(x);
        let forks = of.forks(Point::new(x, spot.frame.max.y), half + stroke.strand_step);
        Some(Self { out: x - spot.symbol.x, is_below, aside, forks })
    }

    /// Does a strand turn off at this corner while others go on down?
    pub(super) fn forks_at(&self, corner: Point) -> bool {
        self.forks.is_some_and(|zone| zone.contains(corner))
    }

    /// `way` with the way to it for `strand`, which then is moved `descent` to the right.
    pub(super) fn lead(
        &self,
        (from, strand): (Point, usize),
        way: &[Point],
        (skipped, descent): (usize, f64),
    ) -> Vec<Point> {
        let more = self.aside.get(&strand).map_or(0.0, |aside| aside - descent);
        let x = from.x + self.out + more;
        // Level ways to the left lie in each other as those down do, those to the right the other
        // way round.
        let y = from.y - more * self.out.signum();
        let next = way.get(skipped).map_or(y, |next| next.y);
        let mut points = if self.is_below { Vec::new() } else { vec![Point::new(from.x, y)] };
        points.extend([Point::new(x, y), Point::new(x, next)]);
        points.extend(way.iter().skip(skipped));
        points
    }
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
    } else if (first.x - second.x).abs() < 0.5 {
        let reach = plate.symbol.reach(stage.metrics.unit, grown, first.x - spot.symbol.x);
        first.y = spot.symbol.y + reach;
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
