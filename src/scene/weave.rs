//! Draws the strands along the family lines, side by side like the lines of a metro map.
//!
//! Every strand has its own lane along the lines of each union (see [`Lanes`]), so strands that share
//! a line never swap sides on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::{Point, Rect};
use crate::layout::Connector;
use crate::scene::Layer;
use crate::scene::crossing::{self, Way};
use crate::scene::join::{self, Joins, Track};
use crate::scene::knot::{self, Ends, Knot};
use crate::scene::lanes::{Lanes, Use};
use crate::scene::lead::{
    Lead, Outlet, OutletUse, Turn, end_at_loop, end_of, start_at_loop, start_of,
};
use crate::scene::line;
use crate::scene::route::{Network, leads_to};
use crate::scene::run::{Goal, Leg, Run, Runs};
use crate::scene::shape::{Path, Stroke};
use crate::scene::shared::Drawn;
use crate::scene::stage::{Pen, Stage};
use crate::scene::strand::StrandEndKind;

/// From the end of a strand's way to the middle of the knot there: near the person, so that most of
/// its colour is seen before it.
const BEFORE: f64 = 1.0;

/// How far what is drawn once more reaches over its casing.
const SEAM: f64 = 0.6;

/// Everything that the strands of a view share.
struct Weave<'a> {
    /// Each union's lines.
    lines: Vec<Vec<&'a Connector>>,
    /// The runs of each strand.
    runs: Vec<Vec<Run>>,
    /// The family lines of each leg from the partner to the child, and how strands get to them.
    ways: BTreeMap<Leg, (Vec<Point>, Lead)>,
    /// Where the strands run along each union that they use.
    lanes: BTreeMap<usize, Lanes>,
    /// Where strands leave people downwards, by person and side.
    outlets: BTreeMap<(usize, bool), Outlet>,
    /// The strands that already pass each person, by side.
    passing: BTreeMap<(usize, bool), Vec<usize>>,
    /// How the strands come down where one ends in a knot, by union and child.
    ends: BTreeMap<(usize, usize), Ends>,
    /// What was drawn in one piece.
    whole: Vec<Way>,
}

/// Draws every strand of the view; the first one last, on top.
pub(super) fn draw(stage: &mut Stage<'_>) {
    if stage.view.strands.is_empty() {
        return;
    }
    let mut weave = Weave::of(stage);
    let drawn: Vec<(usize, Drawing)> =
        (0..stage.view.strands.len()).rev().map(|at| (at, weave.drawing(stage, at))).collect();
    let tracks: Vec<(usize, Track)> =
        drawn.iter().flat_map(|(at, drawing)| drawing.tracks(stage, *at)).collect();
    join::level_hops(stage, &tracks);
    let joins = Joins::of(stage, tracks);
    for (at, drawing) in drawn {
        weave.strand(stage, at, drawing, &joins);
    }
    weave.uprights_on_top(stage, &joins);
}

/// The ways of all legs of `runs` along the `lines` of each union.
fn ways(
    stage: &Stage<'_>,
    lines: &[Vec<&Connector>],
    runs: &[Vec<Run>],
) -> BTreeMap<Leg, (Vec<Point>, Lead)> {
    let mut ways = BTreeMap::new();
    for leg in runs.iter().flatten().flat_map(|run| &run.legs) {
        if !ways.contains_key(leg) {
            ways.extend(way(stage, lines, *leg).map(|way| (*leg, way)));
        }
    }
    ways
}

/// The family lines from a partner to a child, and how strands get to them.
fn way(stage: &Stage<'_>, lines: &[Vec<&Connector>], leg: Leg) -> Option<(Vec<Point>, Lead)> {
    let lines = lines.get(leg.union)?;
    let from = stage.spot(leg.from)?;
    let network = Network::of(lines.iter().copied(), |it| leads_to(it, leg.to));
    let way = network.way(start_of(lines, from.symbol)?, end_of(lines, leg.to)?)?;
    let lead = Lead::of(from, &way)?;
    Some((way, lead))
}

/// One run as it is drawn.
struct DrawnRun {
    run: Run,
    /// Its corners.
    points: Vec<Point>,
    path: Path,
}

/// All of one strand as it is drawn.
struct Drawing {
    ways: Vec<DrawnRun>,
    /// What fades.
    tails: Vec<Vec<Point>>,
}

impl Drawing {
    /// Its ways for [`Joins`], each with the unions whose lines it runs along.
    fn tracks(&self, stage: &Stage<'_>, strand: usize) -> Vec<(usize, Track)> {
        let of = |way: &DrawnRun| -> Vec<(usize, Track)> {
            let width = run_width(stage, &way.run);
            let unions: BTreeSet<usize> = way.run.legs.iter().map(|leg| leg.union).collect();
            let track = |union| Some((union, Track::new(strand, &way.path, width)?));
            unions.into_iter().filter_map(track).collect()
        };
        self.ways.iter().flat_map(of).collect()
    }
}

impl<'a> Weave<'a> {
    fn of(stage: &Stage<'a>) -> Self {
        let unions = &stage.cast.family.unions;
        let mut lines: Vec<Vec<&Connector>> = vec![Vec::new(); unions.len()];
        for connector in &stage.layout.connectors {
            if let Some(of) = lines.get_mut(connector.union) {
                of.push(connector);
            }
        }
        let found = Runs::on(stage);
        let runs: Vec<Vec<Run>> =
            stage.view.strands.iter().map(|strand| found.of(strand)).collect();
        let (lanes, outlets) = (BTreeMap::new(), BTreeMap::new());
        let (passing, ends, whole) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let ways = ways(stage, &lines, &runs);
        let mut weave = Self { lines, runs, ways, lanes, outlets, passing, ends, whole };
        weave.lanes = weave.lanes(stage);
        weave.outlets = weave.outlets(stage);
        weave.ends = weave.ends(stage);
        weave
    }

    /// The lanes of every union that strands use.
    fn lanes(&self, stage: &Stage<'_>) -> BTreeMap<usize, Lanes> {
        let mut uses: BTreeMap<usize, BTreeMap<usize, Use>> = BTreeMap::new();
        let x = |person: usize| stage.layout.people.get(person).map_or(0.0, |at| at.x);
        for (strand, runs) in self.runs.iter().enumerate() {
            for leg in runs.iter().flat_map(|run| &run.legs) {
                let lines = self.lines.get(leg.union).map_or(&[][..], Vec::as_slice);
                let to = end_of(lines, leg.to).map_or_else(|| x(leg.to), |end| end.x);
                let of = uses.entry(leg.union).or_default().entry(strand).or_default();
                of.strand = strand;
                of.from.push(x(leg.from));
                of.to.push(to);
            }
        }
        let step = stage.theme().stroke.strand_step;
        let lanes = uses.into_iter().filter_map(|(union, uses)| {
            let lines = self.lines.get(union)?;
            Some((union, Lanes::new(lines, uses.into_values().collect(), step)))
        });
        lanes.collect()
    }

    /// How the strands come down to each child of each union where one ends in a knot.
    fn ends(&self, stage: &Stage<'_>) -> BTreeMap<(usize, usize), Ends> {
        let lasts = |run: &Run| run.legs.last().map(|leg| (*leg, run.goal.knot()));
        let of = |(strand, runs): (usize, &Vec<Run>)| {
            runs.iter().filter_map(lasts).map(move |(leg, kind)| (strand, leg, kind)).collect()
        };
        let all: Vec<Vec<(usize, Leg, Option<StrandEndKind>)>> =
            self.runs.iter().enumerate().map(of).collect();
        let mut ends: BTreeMap<(usize, usize), Ends> = BTreeMap::new();
        for (_, leg, _) in all.iter().flatten().filter(|(.., kind)| kind.is_some()) {
            ends.entry((leg.union, leg.to)).or_default();
        }
        for (strand, leg, kind) in all.into_iter().flatten() {
            let Some(there) = ends.get_mut(&(leg.union, leg.to)) else { continue };
            let Some((_, aside)) = self.leg(stage, strand, leg) else { continue };
            let knot = |_| Knot::new(strand, -aside, stage.metrics.unit);
            match kind.map(knot) {
                None => there.others.push(-aside),
                Some(knot) if there.knots.contains(&knot) => {}
                Some(knot) => there.knots.push(knot),
            }
        }
        ends
    }

    /// Where one strand runs.
    fn drawing(&mut self, stage: &Stage<'_>, at: usize) -> Drawing {
        let runs = self.runs.get(at).cloned().unwrap_or_default();
        let mut drawn: Vec<(Run, Vec<Point>, f64)> = runs
            .into_iter()
            .filter_map(|run| {
                let (points, lateral) = self.points(stage, at, &run)?;
                Some((run, points, lateral))
            })
            .collect();
        let mut tails = Vec::new();
        for (run, points, _) in &mut drawn {
            if run.is_open() {
                let whole = self.whole_of_last(stage, run, points);
                let (whole, tail) = knot::fading_parts(stage.metrics.unit, points, whole);
                *points = whole;
                tails.push(tail);
            }
        }
        without_what_is_shared(&mut drawn, stage.metrics.corner);
        let ways = drawn.into_iter().map(|(run, points, lateral)| {
            let path = self.path(stage, at, &run, (&points, lateral));
            DrawnRun { run, points, path }
        });
        Drawing { ways: ways.collect(), tails }
    }

    /// Draws one strand: first the casing of all its runs, then the family lines that go on from it,
    /// then the runs, then its ends.
    fn strand(&mut self, stage: &mut Stage<'_>, at: usize, drawing: Drawing, joins: &Joins) {
        let Drawing { ways, tails } = drawing;
        let theme = stage.theme();
        let color = stage.strand_color(at);
        let pen = Pen { strand: Some(at), ..Pen::on(Layer::Strands) };
        for DrawnRun { run, path, .. } in &ways {
            let width = run_width(stage, run) + 2.0 * theme.stroke.casing;
            stage.stroke(&pen, path.clone(), Stroke::solid(theme.ground, width));
        }
        joins.draw(stage, at);
        for DrawnRun { run, path, .. } in &ways {
            let width = run_width(stage, run);
            let solid = Stroke::solid(color, width);
            // A round end would be a knob before what fades.
            let is_open = run.is_open();
            let solid = if is_open { solid } else { solid.round() };
            let stroke = if run.is_over() { solid.dashed(0.4 * width, 1.8 * width) } else { solid };
            stage.stroke(&pen, path.clone(), stroke);
        }
        // After all colour, or where ways part one would lie on the other's core. On what is dotted
        // it makes hollow dots.
        for DrawnRun { run, path, .. } in &ways {
            let width = run_width(stage, run);
            let Some(core) = stage.core_stroke(at, width) else { continue };
            let thin = Stroke { width: 0.3 * width, ..core };
            let dots = thin.round().dashed(0.4 * width, 1.8 * width);
            let core = if run.is_over() { dots } else { core };
            stage.stroke(&pen, path.clone(), core);
        }
        let own = ways.iter().filter_map(|DrawnRun { run, points, .. }| match *run.legs {
            [leg] => Some(Way { strand: at, union: leg.union, corners: points.clone() }),
            _ => None,
        });
        self.whole.extend(own.filter(|_| stage.is_at_full_strength(at)));
        for tail in &tails {
            knot::fading(stage, &pen, tail, Stroke::solid(color, theme.stroke.strand));
            if let Some(core) = stage.core_stroke(at, theme.stroke.strand) {
                // As far as there is colour enough around it.
                let shown = line::without_end(tail, 0.6 * line::length(tail));
                stage.stroke(&pen, Path::polyline(&shown), core);
            }
        }
        for DrawnRun { run, points, .. } in &ways {
            if let (Goal::End(kind), Some(&end)) = (run.goal, points.last()) {
                let pen = Pen { strand: Some(at), ..Pen::on(Layer::Marks) };
                let place = run.legs.last().and_then(|leg| self.knot_place(stage, at, *leg));
                let (aside, size) = place.map_or((0.0, 1.0), |place| (place.aside, place.size));
                knot::at_end(stage, &pen, (color, kind), (end.moved(aside, 0.0), size));
            }
        }
    }

    /// The line of a run through its corners: wide bends, but tight ones where others pass.
    fn path(
        &self,
        stage: &Stage<'_>,
        strand: usize,
        run: &Run,
        (points, last): (&[Point], f64),
    ) -> Path {
        // A corner belongs to the last leg that starts above it.
        let lanes: Vec<(f64, &Lanes)> = (run.legs.iter())
            .filter_map(|leg| {
                let top = stage.spot(leg.from)?.symbol.y - stage.clearance(leg.from);
                Some((top, self.lanes.get(&leg.union)?))
            })
            .collect();
        line::rounded_by(points, |corner, turn| {
            let of = lanes.iter().rev().find(|(top, _)| *top < corner.y).or(lanes.first());
            let forks = |leg: &Leg| {
                let sides = [false, true].map(|is_right| self.outlets.get(&(leg.from, is_right)));
                sides.into_iter().flatten().any(|outlet| outlet.forks_at(corner))
            };
            if of.is_some_and(|(_, lanes)| lanes.is_tight(corner)) || run.legs.iter().any(forks) {
                return tight_bend(stage);
            }
            let aside = of.map_or(last, |(_, lanes)| lanes.aside_at(strand, corner, last));
            (1.2 * stage.metrics.corner - turn * aside).max(3.0)
        })
    }

    /// Draws uprights once more where they cross other strands, and level pieces where a strand parts
    /// to both sides.
    fn uprights_on_top(&self, stage: &mut Stage<'_>, joins: &Joins) {
        let (stroke, ground) = (stage.theme().stroke, stage.theme().ground);
        let reach = tight_bend(stage);
        let is_tight = |at: Point| self.lanes.values().any(|lanes| lanes.is_tight(at));
        let bridges = crossing::bridges(&self.whole, reach);
        let partings = crossing::partings(&self.whole, 0.5 * stroke.strand, is_tight);
        // As far as to the upright beside it, so that no stump is left in between.
        let casing = Stroke::solid(ground, 2.0 * stroke.strand_step - stroke.strand);
        let all = bridges.into_iter().map(|it| (it, Some(casing)));
        for (piece, casing) in all.chain(partings.into_iter().map(|it| (it, None))) {
            let pen = Pen { strand: Some(piece.strand), ..Pen::on(Layer::Strands) };
            let line = Stroke::solid(stage.strand_color(piece.strand), stroke.strand);
            let mut path = Path::line(piece.from, piece.to);
            if let Some(casing) = casing {
                stage.stroke(&pen, path, casing);
                let place = Rect::between(piece.from, piece.to).grown(casing.width / 2.0);
                joins.draw_within(stage, piece.strand, place);
                // A little longer than the casing, or its ends would shine through as a seam.
                let over = |from, to| line::towards(from, to, -SEAM);
                path = Path::line(over(piece.from, piece.to), over(piece.to, piece.from));
            }
            stage.stroke(&pen, path.clone(), line);
            if let Some(core) = stage.core_stroke(piece.strand, stroke.strand) {
                stage.stroke(&pen, path, core);
            }
        }
    }

    /// How much of the last piece of a run is never faded: until it is below all strands on the
    /// sibship bar.
    fn whole_of_last(&self, stage: &Stage<'_>, run: &Run, points: &[Point]) -> f64 {
        let stroke = stage.theme().stroke;
        let lanes = run.legs.last().and_then(|leg| self.lanes.get(&leg.union));
        match (lanes.and_then(Lanes::bottom), points) {
            (Some(bottom), [.., before, end]) if (before.x - end.x).abs() < 0.5 => {
                (bottom + 1.5 * stroke.strand_step - before.y).max(0.0)
            }
            _ => 0.0,
        }
    }

    /// The corners of a run and how far aside its last leg is; `None` when no line leads there.
    fn points(&mut self, stage: &Stage<'_>, strand: usize, run: &Run) -> Option<(Vec<Point>, f64)> {
        let (first, last) = (*run.legs.first()?, *run.legs.last()?);
        let (mut points, mut lateral) = self.leg(stage, strand, first)?;
        start_at_loop(stage, strand, first.from, &mut points);
        if run.legs.len() == 2 {
            let next;
            (next, lateral) = self.leg(stage, strand, last)?;
            points = self.past(stage, strand, first.to, (points, &next))?;
        }
        match run.goal {
            Goal::Carrier => end_at_loop(stage, strand, last.to, &mut points),
            Goal::End(_) => match slanting_end(stage, last.to, &points) {
                Some(shorter) => points = shorter,
                None => self.end_before(stage, strand, (last, run.goal), &mut points),
            },
        }
        Some((line::simplified(&points), lateral))
    }

    /// One leg from the middle of one symbol to the middle of the next, moved aside.
    /// Also how far to the right of somebody walking along its last piece that is.
    fn leg(&self, stage: &Stage<'_>, strand: usize, leg: Leg) -> Option<(Vec<Point>, f64)> {
        let lanes = self.lanes.get(&leg.union)?;
        let (from, to) = (stage.spot(leg.from)?, stage.spot(leg.to)?);
        let (mut way, lead) = self.ways.get(&leg)?.clone();
        // Below a label, strands side by side turn under it and not through it.
        if let [first, second, ..] = way.as_mut_slice()
            && from.frame.max.y - 1.0 <= first.y
        {
            first.y = (first.y + lanes.half_width()).min(second.y).max(first.y);
        }
        let end = *way.last()?;
        let mut points = match lead {
            Lead::Beside => {
                let start = Point::new(from.symbol.x, way.first()?.y);
                std::iter::once(start).chain(way).collect()
            }
            Lead::Down { is_right, skipped } => {
                let outlet = self.outlets.get(&(leg.from, is_right))?;
                let descent = lanes.descent(strand);
                outlet.lead((from.symbol, strand), &way, (skipped, descent))
            }
        };
        if (end.x - to.symbol.x).abs() < 1.0 {
            points.push(to.symbol);
        }
        Some(lanes.along(&line::simplified(&points), strand))
    }

    /// Where strands leave people downwards.
    fn outlets(&self, stage: &Stage<'_>) -> BTreeMap<(usize, bool), Outlet> {
        let mut uses: BTreeMap<(usize, bool), OutletUse> = BTreeMap::new();
        for (strand, runs) in self.runs.iter().enumerate() {
            for leg in runs.iter().flat_map(|run| &run.legs) {
                if let Some(&(ref way, Lead::Down { is_right, skipped })) = self.ways.get(leg)
                    && let Some(lanes) = self.lanes.get(&leg.union)
                {
                    let of = uses.entry((leg.from, is_right)).or_default();
                    let descent = lanes.descent(strand);
                    of.descents.entry(strand).or_insert(descent);
                    of.unions.insert(leg.union);
                    let next = way.get(skipped + 1).copied();
                    let turn = |at: &Point| Turn { strand, at: *at, next, descent };
                    of.turns.extend(way.get(skipped).map(turn));
                }
            }
        }
        let outlets = uses.into_iter();
        outlets.filter_map(|(at, of)| Some((at, Outlet::new(stage, at, &of)?))).collect()
    }

    /// Joins the way to a person and the way on from them, around the outside of the symbol.
    fn past(
        &mut self,
        stage: &Stage<'_>,
        strand: usize,
        over: usize,
        (upper, lower): (Vec<Point>, &[Point]),
    ) -> Option<Vec<Point>> {
        let spot = stage.spot(over)?;
        let (first, next) = (*lower.first()?, *lower.get(1)?);
        let is_right = spot.symbol.x <= next.x;
        let rank = place_among(self.passing.entry((over, is_right)).or_default(), strand);
        #[expect(clippy::cast_precision_loss, reason = "a handful of strands")]
        let clear = stage.clearance(over) + rank as f64 * stage.theme().stroke.strand_step;
        let x = spot.symbol.x + if is_right { clear } else { -clear };
        let mut points = upper;
        let last = points.pop()?;
        let y = spot.symbol.y - clear;
        points.push(Point::new(last.x, y));
        points.push(Point::new(x, y));
        // On along the partner line, or down beside the label to where the line starts.
        points.push(Point::new(x, first.y));
        let beyond = |p: &Point| if is_right { x < p.x } else { p.x < x };
        let mut rest = lower.get(1..)?.iter().copied().peekable();
        if rest.peek().is_some_and(|p| !beyond(p) && (p.y - first.y).abs() < 0.5) {
            // The line to the children starts nearer than the way around: fall in with it.
            let corner = rest.next()?;
            points.pop();
            points.push(Point::new(x, corner.y));
            points.push(corner);
        }
        points.extend(rest);
        Some(points)
    }

    /// Where the knot of a strand stands above the child to whom a leg leads.
    fn knot_place(&self, stage: &Stage<'_>, strand: usize, leg: Leg) -> Option<knot::Place> {
        let sizes = (stage.metrics.unit, stage.theme().stroke.strand);
        self.ends.get(&(leg.union, leg.to))?.place(strand, sizes)
    }

    /// Ends the way above a person who does not carry it; several knots there stand clear of one
    /// another.
    fn end_before(
        &self,
        stage: &Stage<'_>,
        strand: usize,
        (leg, goal): (Leg, Goal),
        points: &mut [Point],
    ) {
        let Some(spot) = stage.spot(leg.to) else { return };
        let [.., before, last] = points else { return };
        let unit = stage.metrics.unit;
        last.y = spot.symbol.y - stage.clearance(leg.to);
        if goal.knot().is_some() {
            let up = self.knot_place(stage, strand, leg).map_or(0.0, |place| place.up);
            // Never up to where the line bends.
            last.y = (last.y - BEFORE * unit - up).max((before.y + 4.0 * unit).min(last.y));
        }
    }
}

/// A way that slants down to somebody, ended where it comes as near as their loops; `None` when it
/// bends down to them before.
fn slanting_end(stage: &Stage<'_>, person: usize, points: &[Point]) -> Option<Vec<Point>> {
    let spot = stage.spot(person)?;
    let clear = stage.clearance(person);
    let top = spot.symbol.y - clear;
    let [rest @ .., above, bend, _] = points else { return None };
    if top <= above.y || bend.y <= top {
        return None;
    }
    // The later of where it comes as low as the loops, and as near from the side.
    let low = (top - above.y) / (bend.y - above.y);
    let near = ((above.x - spot.symbol.x).abs() - clear) / (above.x - bend.x).abs().max(1.0);
    let share = low.max(near).min(1.0);
    let along = |a: f64, b: f64| a + share * (b - a);
    let end = Point::new(along(above.x, bend.x), along(above.y, bend.y));
    Some(rest.iter().copied().chain([*above, end]).collect())
}

/// Leaves of the ways over somebody what no other way of the strand shows already.
fn without_what_is_shared(runs: &mut Vec<(Run, Vec<Point>, f64)>, bend: f64) {
    let mut drawn = Drawn::default();
    runs.iter().filter(|(run, ..)| !run.is_over()).for_each(|(_, way, _)| drawn.add(way));
    runs.retain_mut(|(run, way, _)| {
        if !run.is_over() {
            return true;
        }
        let rest = drawn.rest(way, bend);
        drawn.add(way);
        let has_rest = rest.is_some();
        *way = rest.unwrap_or_default();
        has_rest
    });
}

/// Where `strand` stands among those that are here already; it joins them if it is new.
fn place_among(strands: &mut Vec<usize>, strand: usize) -> usize {
    strands.iter().position(|it| *it == strand).unwrap_or_else(|| {
        strands.push(strand);
        strands.len() - 1
    })
}

/// How far a bend reaches where other strands pass: as far as there is room.
fn tight_bend(stage: &Stage<'_>) -> f64 {
    0.5 * stage.theme().stroke.strand_step
}

fn run_width(stage: &Stage<'_>, run: &Run) -> f64 {
    let stroke = stage.theme().stroke;
    if run.is_over() { stroke.strand_over } else { stroke.strand }
}
