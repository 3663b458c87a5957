//! The way of a relation's line from symbol to symbol: past names and other symbols, not along the
//! lines of couples.
//!
//! A plain curve where that is clear; else through the free space between rows and between people.

use crate::geometry::{Point, Rect, Size};
use crate::layout::LineRole;
use crate::scene::line;
use crate::scene::stage::Stage;

/// Corners of a curve: enough to look smooth at four times the size.
pub(super) const PIECES: u8 = 48;
/// Who stands further away than so many symbols is no neighbour.
const FAR: f64 = 60.0;

/// A way, and whether it has corners to be rounded.
#[derive(Clone, Debug)]
pub(super) struct Way {
    points: Vec<Point>,
    corner: Option<f64>,
}

impl Way {
    /// The same way so far beside, as a line that looks smooth.
    pub(super) fn beside(&self, aside: f64) -> Vec<Point> {
        let points =
            if aside == 0.0 { self.points.clone() } else { line::aside(&self.points, aside) };
        match self.corner {
            Some(corner) => line::flattened(&line::rounded(&points, corner, 0.0)),
            None => points,
        }
    }
}

/// What lines keep clear of.
pub(super) struct Ways {
    /// Symbols and what stands under them, by person.
    symbols: Vec<(usize, Rect)>,
    labels: Vec<Rect>,
    couples: Vec<(Point, Point)>,
    /// Upright pieces of family lines.
    upright: Vec<(f64, f64, f64)>,
}

impl Ways {
    pub(super) fn of(stage: &Stage<'_>) -> Self {
        let mut ways = Self {
            symbols: Vec::new(),
            labels: Vec::new(),
            couples: Vec::new(),
            upright: Vec::new(),
        };
        let unit = stage.metrics.unit;
        for index in 0..stage.cast.people.len() {
            let (Some(spot), Some(plate)) = (stage.spot(index), stage.plate(index)) else {
                continue;
            };
            let half = plate.symbol.half(unit);
            let symbol = Rect::centered(spot.symbol, Size::new(2.0 * half, 2.0 * half));
            ways.symbols.push((index, symbol));
            let top = spot.symbol.moved(-plate.label_half, half + 6.0 * unit);
            let end = Point::new(spot.symbol.x + plate.label_half, spot.frame.max.y);
            ways.labels.push(Rect::between(top, end));
        }
        for connector in &stage.layout.connectors {
            for (a, b) in line::pairs(&connector.points) {
                if (a.x - b.x).abs() < 0.5 {
                    ways.upright.push((a.x, a.y.min(b.y), a.y.max(b.y)));
                } else if connector.role == LineRole::Partners {
                    ways.couples.push((a, b));
                }
            }
        }
        ways
    }

    /// The way between two people, `room` to each side of it.
    pub(super) fn way(&self, stage: &Stage<'_>, from: usize, to: usize, room: f64) -> Option<Way> {
        let plain = curves(stage, from, to)?;
        let ways = plain.into_iter().map(|points| Way { points, corner: None });
        let around = self.around(stage, from, to, room);
        let corner = Some((14.0 * stage.metrics.unit).max(room + 4.0));
        let ways = ways.chain(around.map(|points| Way { points, corner }));
        // The first of the best.
        let costed = ways.map(|way| (self.hits(&way, (from, to), room, stage.metrics.unit), way));
        costed.min_by_key(|(hits, _)| *hits).map(|(_, way)| way)
    }

    fn hits(&self, way: &Way, (from, to): (usize, usize), room: f64, unit: f64) -> usize {
        let lines = [-room, 0.0, room].map(|aside| way.beside(aside));
        let points: Vec<Point> = lines.into_iter().flatten().collect();
        let Some(around) = Rect::around(points.iter().copied()) else { return usize::MAX };
        let count = |rect: Rect| {
            let rect = rect.grown(3.0 * unit);
            if !rect.overlaps(around.grown(1.0)) {
                return 0;
            }
            points
                .iter()
                .filter(|p| Rect::centered(**p, Size::new(0.1, 0.1)).overlaps(rect))
                .count()
        };
        let others = self.symbols.iter().filter(|(person, _)| *person != from && *person != to);
        let symbols: usize = others.map(|(_, rect)| count(*rect)).sum();
        let labels: usize = self.labels.iter().map(|rect| count(*rect)).sum();
        let couples = self.couples.iter().map(|(a, b)| count(Rect::between(*a, *b))).sum::<usize>();
        symbols + labels + couples / 4
    }

    /// Through the space above the lower one, and past everybody between.
    fn around(&self, stage: &Stage<'_>, from: usize, to: usize, room: f64) -> Option<Vec<Point>> {
        let row = |person: usize| stage.layout.row_of.get(person).copied();
        let (row_from, row_to) = (row(from)?, row(to)?);
        if row_to < row_from {
            let mut points = self.around(stage, to, from, room)?;
            points.reverse();
            return Some(points);
        }
        let (a, b) = (stage.spot(from)?.symbol, stage.spot(to)?.symbol);
        let unit = stage.metrics.unit;
        let [out_a, out_b] = [from, to].map(|person| stage.clearance(person) - 7.0 * unit);
        let above = |row: usize| stage.layout.rows.get(row).map(|row| row.top - room - 12.0 * unit);
        let side = if a.x <= b.x { 1.0 } else { -1.0 };
        let aside = 0.5 * stage.metrics.half;
        let mut points = Vec::new();
        if row_from == row_to {
            let x = a.x + side * aside;
            points.extend([Point::new(x, a.y - out_a), Point::new(x, above(row_from)?)]);
        } else {
            let low = a.y + 0.5 * stage.metrics.half;
            let mut x = self.passage(stage, row_from, a.x, room)?;
            let out = if x < a.x { -out_a } else { out_a };
            points.extend([Point::new(a.x + out, low), Point::new(x, low)]);
            for row in row_from + 1..row_to {
                let next = self.passage(stage, row, x, room)?;
                points.extend([Point::new(x, above(row)?), Point::new(next, above(row)?)]);
                x = next;
            }
            points.push(Point::new(x, above(row_to)?));
        }
        let last = points.last()?.x;
        let end = if last <= b.x { b.x - aside } else { b.x + aside };
        points.extend([Point::new(end, above(row_to)?), Point::new(end, b.y - out_b)]);
        Some(line::simplified(&points))
    }

    /// From the side of somebody's symbol down past everybody below, to below the family.
    pub(super) fn down_from(
        &self,
        stage: &Stage<'_>,
        person: usize,
        (edge, toward): (f64, f64),
        room: f64,
    ) -> Option<Vec<Point>> {
        let row = stage.layout.row_of.get(person).copied()?;
        let at = stage.spot(person)?.symbol;
        let out = stage.clearance(person) - 7.0 * stage.metrics.unit;
        let low = at.y + 0.5 * stage.metrics.half;
        let x = self.passage(stage, row, at.x + (toward - at.x).signum(), room)?;
        let out = if x < at.x { -out } else { out };
        let mut points = vec![Point::new(at.x + out, low), Point::new(x, low)];
        self.descend(stage, row, (x, edge), room, &mut points)?;
        Some(line::simplified(&points))
    }

    /// From a point below somebody's row down past everybody below, to below the family.
    pub(super) fn down_below(
        &self,
        stage: &Stage<'_>,
        person: usize,
        (at, edge): (Point, f64),
        room: f64,
    ) -> Option<Vec<Point>> {
        let row = stage.layout.row_of.get(person).copied()?;
        let mut points = vec![at];
        self.descend(stage, row, (at.x, edge), room, &mut points)?;
        Some(line::simplified(&points))
    }

    /// Through every row below `row`.
    fn descend(
        &self,
        stage: &Stage<'_>,
        row: usize,
        (mut x, edge): (f64, f64),
        room: f64,
        points: &mut Vec<Point>,
    ) -> Option<()> {
        for row in row + 1..stage.layout.rows.len() {
            let above = stage.layout.rows.get(row)?.top - room - 12.0 * stage.metrics.unit;
            let next = self.passage(stage, row, x, room)?;
            points.extend([Point::new(x, above), Point::new(next, above)]);
            x = next;
        }
        points.push(Point::new(x, edge));
        Some(())
    }

    /// Lines keep clear of these, too.
    pub(super) fn avoid(&mut self, boxes: impl Iterator<Item = Rect>) {
        self.labels.extend(boxes);
    }

    /// What comes later keeps clear of this way, too.
    pub(super) fn keep(&mut self, way: &[Point]) {
        let upright = line::pairs(way).filter(|(a, b)| (a.x - b.x).abs() < 0.5);
        self.upright.extend(upright.map(|(a, b)| (a.x, a.y.min(b.y), a.y.max(b.y))));
    }

    /// The column nearest to `wish` in which a line may pass through a row.
    fn passage(&self, stage: &Stage<'_>, row: usize, wish: f64, room: f64) -> Option<f64> {
        let strip = stage.layout.rows.get(row)?;
        let unit = stage.metrics.unit;
        let far = FAR * 2.0 * stage.metrics.half;
        let clear = room + 5.0 * unit;
        let boxes = self.symbols.iter().map(|(_, rect)| *rect).chain(self.labels.iter().copied());
        let boxes = boxes.filter(|rect| rect.min.y < strip.bottom && strip.top < rect.max.y);
        let lines = self
            .upright
            .iter()
            .filter(|(_, top, bottom)| *top < strip.bottom - 1.0 && strip.top + 1.0 < *bottom);
        let taken = boxes.map(|rect| (rect.min.x, rect.max.x));
        let taken = taken.chain(lines.map(|(x, _, _)| (*x, *x)));
        let taken: Vec<(f64, f64)> = taken
            .map(|(left, right)| (left - clear, right + clear))
            .filter(|(left, right)| wish - far < *right && *left < wish + far)
            .collect();
        let is_free = |x: &f64| !taken.iter().any(|(left, right)| *left < *x && *x < *right);
        let places = taken.iter().flat_map(|(left, right)| [*left, *right]);
        let places = places.chain(std::iter::once(wish)).filter(is_free);
        places.min_by(|a, b| (a - wish).abs().total_cmp(&(b - wish).abs())).or(Some(wish))
    }
}

/// From symbol to symbol: over the heads within a row, past the sides between rows; steeper and wider
/// ones after the first.
fn curves(stage: &Stage<'_>, from: usize, to: usize) -> Option<Vec<Vec<Point>>> {
    let (a, b) = (stage.spot(from)?.symbol, stage.spot(to)?.symbol);
    let (metrics, unit) = (&stage.metrics, stage.metrics.unit);
    let [out_a, out_b] = [from, to].map(|person| stage.clearance(person) - 7.0 * unit);
    let side = if a.x <= b.x { 1.0 } else { -1.0 };
    let mut all = Vec::new();
    if (a.y - b.y).abs() < 1.0 {
        let rise = (26.0 * unit + 0.1 * a.distance(b)).min(70.0 * unit);
        let start = a.moved(side * out_a * 0.62, -0.8 * out_a);
        let end = b.moved(-side * out_b * 0.62, -0.8 * out_b);
        let lean = side * 0.2 * a.distance(b);
        all.push([start, start.moved(lean, -rise), end.moved(-lean, -rise), end]);
    } else if (a.x - b.x).abs() < 2.0 * metrics.half {
        for (out, bulge) in [(1.0, 60.0), (-1.0, 60.0), (1.0, 100.0), (-1.0, 100.0)] {
            let (start, end) = (a.moved(out * out_a, 0.0), b.moved(out * out_b, 0.0));
            let bulge = out * bulge * unit;
            all.push([start, start.moved(bulge, 0.0), end.moved(bulge, 0.0), end]);
        }
    } else {
        let (start, end) = (a.moved(side * out_a, 0.0), b.moved(-side * out_b, 0.0));
        let width = (end.x - start.x).abs().max(60.0 * unit);
        for (first, second) in [(0.5, 0.5), (0.9, 0.1), (0.1, 0.9)] {
            let (c1, c2) = (side * first * width, -side * second * width);
            all.push([start, start.moved(c1, 0.0), end.moved(c2, 0.0), end]);
        }
    }
    Some(all.into_iter().map(bezier).collect())
}

fn bezier([start, c1, c2, end]: [Point; 4]) -> Vec<Point> {
    let points = (0..=PIECES).map(|i| {
        let t = f64::from(i) / f64::from(PIECES);
        let s = 1.0 - t;
        let (w0, w1, w2, w3) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
        Point::new(
            w0 * start.x + w1 * c1.x + w2 * c2.x + w3 * end.x,
            w0 * start.y + w1 * c1.y + w2 * c2.y + w3 * end.y,
        )
    });
    points.collect()
}
