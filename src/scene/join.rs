//! Where family lines go on from strands.
//!
//! The casing of a strand parts it from what it crosses. A line that the strand leaves, or that
//! leaves the strand, is no crossing: it would stop short in the casing. Here such lines are drawn
//! once more, from under the strand to where its casing ends, each over the strand's casing and
//! under its colour.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::{Point, Rect};
use crate::model::{Subject, UnionId};
use crate::scene::Layer;
use crate::scene::line::{direction, flattened, mixed, pairs};
use crate::scene::shape::{Path, Shape, Step, Stroke};
use crate::scene::stage::{Pen, Stage};

/// How far beyond the casing a line must be to be out of it: strands side by side leave less
/// between them, and a line there is none of their business.
const CLEAR: f64 = 0.75;
/// So much of a line lies under the colour of the strand, so that they meet.
const UNDER: f64 = 0.5;
/// The finest step along a line.
const FINEST: f64 = 0.5;
/// A line in more steps than this is left as it is; so is one that is no line at all.
const MOST_STEPS: usize = 20_000;
/// Nobody asks how far exactly a strand is that is farther than this.
const FAR: f64 = 40.0;

/// The middle of a strand as it is drawn.
pub(super) struct Track {
    strand: usize,
    points: Vec<Point>,
    bounds: Rect,
    /// Half the width of its colour.
    half: f64,
}

impl Track {
    /// Of `strand`, drawn `width` wide along `path`.
    pub(super) fn new(strand: usize, path: &Path, width: f64) -> Option<Self> {
        let points = flattened(path);
        let bounds = Rect::around(points.iter().copied())?;
        Some(Self { strand, points, bounds, half: width / 2.0 })
    }

    /// How far `at` is from its middle; at least as much as that when it is far.
    fn distance(&self, at: Point) -> f64 {
        let outside = |value: f64, low: f64, high: f64| (low - value).max(value - high).max(0.0);
        let (min, max) = (self.bounds.min, self.bounds.max);
        let far = outside(at.x, min.x, max.x).max(outside(at.y, min.y, max.y));
        if FAR < far {
            return far;
        }
        pairs(&self.points).map(|(a, b)| from_piece(at, a, b)).fold(f64::INFINITY, f64::min)
    }
}

/// A family line as it is drawn.
struct Line {
    points: Vec<Point>,
    stroke: Stroke,
    opacity: f64,
}

/// A piece of a family line that a casing hides.
struct Stub {
    union: UnionId,
    points: Vec<Point>,
    stroke: Stroke,
    opacity: f64,
}

/// What is drawn once more of the family lines, by strand.
pub(super) struct Joins(BTreeMap<usize, Vec<Stub>>);

/// Where a point of a line is, as one strand sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Under its colour.
    Under,
    /// In its casing.
    Casing,
    /// Out in the open.
    Open,
    /// By another strand.
    Other,
}

impl Joins {
    /// From the lines that are on the stage, and the tracks of strands by the place of the union
    /// that they run along.
    pub(super) fn of(stage: &Stage<'_>, tracks: Vec<(usize, Track)>) -> Self {
        let mut of: BTreeMap<&UnionId, (Vec<Line>, Vec<Track>)> = BTreeMap::new();
        for (union, track) in tracks {
            if let Some(id) = stage.cast.unions.get(union) {
                of.entry(id).or_default().1.push(track);
            }
        }
        for item in stage.items.iter().filter(|item| item.layer == Layer::Lines) {
            let (Some(Subject::Union(id)), Shape::Path { path, paint }) =
                (&item.subject, &item.shape)
            else {
                continue;
            };
            if let (Some((lines, _)), Some(stroke)) = (of.get_mut(id), paint.stroke) {
                lines.push(Line { points: flattened(path), stroke, opacity: item.opacity });
            }
        }
        let casing = stage.theme().stroke.casing;
        let mut stubs: BTreeMap<usize, Vec<Stub>> = BTreeMap::new();
        for (id, (lines, tracks)) in &of {
            let strands: BTreeSet<usize> = tracks.iter().map(|track| track.strand).collect();
            for strand in strands {
                let near = Near { strand, tracks, casing };
                let found = lines.iter().flat_map(|line| near.stubs(id, line));
                stubs.entry(strand).or_default().extend(found);
            }
        }
        Self(stubs)
    }

    /// Draws what the casing of `strand` hides of the lines that go on from it.
    pub(super) fn draw(&self, stage: &mut Stage<'_>, strand: usize) {
        self.draw_those(stage, strand, |_| true);
    }

    /// The same within `place` only.
    pub(super) fn draw_within(&self, stage: &mut Stage<'_>, strand: usize, place: Rect) {
        self.draw_those(stage, strand, |stub| {
            Rect::around(stub.points.iter().copied()).is_some_and(|stub| stub.overlaps(place))
        });
    }

    fn draw_those(&self, stage: &mut Stage<'_>, strand: usize, which: impl Fn(&Stub) -> bool) {
        for stub in self.0.get(&strand).into_iter().flatten().filter(|stub| which(stub)) {
            let pen = Pen::on(Layer::Strands).of(Subject::Union(stub.union.clone()));
            let path = Path::polyline(&stub.points);
            stage.stroke(&pen.faint(stub.opacity), path, stub.stroke);
        }
    }
}

/// The strands of one union, as one of them sees them.
struct Near<'a> {
    strand: usize,
    tracks: &'a [Track],
    casing: f64,
}

/// A straight piece of a strand.
struct Piece {
    whose: Whose,
    half: f64,
    from: Point,
    to: Point,
}

/// Which strand it is.
#[derive(Clone, Copy, Debug)]
enum Whose {
    /// The one that looks around.
    Own,
    /// Another.
    Others,
}

impl Near<'_> {
    /// What is hidden of a line of `union`.
    fn stubs(&self, union: &UnionId, line: &Line) -> Vec<Stub> {
        let pieces = self.hidden(&line.points).into_iter();
        let pieces = pieces.flat_map(|hidden| dashes(hidden, line.stroke.dash));
        let stub = |piece| Stub {
            union: union.clone(),
            points: part(&line.points, piece),
            stroke: Stroke { dash: None, ..line.stroke },
            opacity: line.opacity,
        };
        pieces.map(stub).collect()
    }

    /// The straight pieces of strands that may come near somewhere between `from` and `to`.
    fn pieces(&self, from: Point, to: Point) -> Vec<Piece> {
        let around = Rect::between(from, to).grown(FAR);
        let near = self.tracks.iter().filter(|track| track.bounds.overlaps(around));
        let of = |track: &Track| -> Vec<Piece> {
            let whose = if track.strand == self.strand { Whose::Own } else { Whose::Others };
            let all = pairs(&track.points).filter(|(a, b)| Rect::between(*a, *b).overlaps(around));
            all.map(|(from, to)| Piece { whose, half: track.half, from, to }).collect()
        };
        near.flat_map(of).collect()
    }

    /// Where `at` is, and how far on that may be so still. `pieces` are all that are near.
    fn place(&self, at: Point, pieces: &[Piece]) -> (Place, f64) {
        // How deep inside a strand's colour, and how far out of its casing, the place is at most.
        let (mut inside, mut out, mut others) = (f64::NEG_INFINITY, FAR / 2.0, f64::INFINITY);
        for piece in pieces {
            let distance = from_piece(at, piece.from, piece.to);
            let clear = distance - piece.half - self.casing - CLEAR;
            match piece.whose {
                Whose::Own => {
                    inside = inside.max(piece.half - UNDER - distance);
                    out = out.min(clear);
                }
                Whose::Others => others = others.min(clear),
            }
        }
        if 0.0 <= inside {
            (Place::Under, inside)
        } else if others < 0.0 {
            (Place::Other, (-inside).min(-others))
        } else if out < 0.0 {
            (Place::Casing, 0.0)
        } else {
            (Place::Open, out.min(others))
        }
    }

    /// The stretches of a line, by how far along they begin and end, that come out from under the
    /// strand and lie in nothing but its casing until they are in the open, or the other way round.
    fn hidden(&self, line: &[Point]) -> Vec<(f64, f64)> {
        let mut found = Vec::new();
        // Where the line was last under the strand or in the open, with nothing but casing since.
        // Before it begins and after it ends it is in the open: there the next one goes on.
        let mut last: Option<(Place, f64)> = Some((Place::Open, 0.0));
        let (mut before, mut steps) = (0.0, 0);
        let mut end = Place::Open;
        for (from, to) in pairs(line) {
            let (length, along) = (from.distance(to), direction(from, to));
            let pieces = self.pieces(from, to);
            end = self.place(to, &pieces).0;
            let mut at = 0.0;
            while at < length {
                let (place, room) = self.place(from.moved(along.x * at, along.y * at), &pieces);
                let here = before + at;
                match (last, place) {
                    (_, Place::Casing) => {}
                    (_, Place::Other) => last = None,
                    (Some((was, start)), _) if was != place && start < here => {
                        found.push((start, here));
                        last = Some((place, here));
                    }
                    _ => last = Some((place, here)),
                }
                at += room.max(FINEST);
                steps += 1;
                if MOST_STEPS < steps {
                    return found;
                }
            }
            before += length;
        }
        if let (Some((Place::Under, start)), Place::Casing | Place::Open) = (last, end) {
            found.push((start, before));
        }
        found
    }
}

/// Takes the hops out of family lines where strands cover what they pass over: the casing parts those,
/// and of a hop only the feet would be seen.
pub(super) fn level_hops(stage: &mut Stage<'_>, tracks: &[(usize, Track)]) {
    let is_covered = |at: Point| tracks.iter().any(|(_, track)| track.distance(at) < track.half);
    for item in stage.items.iter_mut().filter(|item| item.layer == Layer::Lines) {
        if let Shape::Path { path, .. } = &mut item.shape {
            without_hops(path, is_covered);
        }
    }
}

/// Levels the hops of a line whose middle `is_covered`.
fn without_hops(path: &mut Path, is_covered: impl Fn(Point) -> bool) {
    let mut from = Point::default();
    for step in &mut path.steps {
        if let Step::Cubic(_, _, to) = *step
            && is_covered(mixed(from, to, 0.5))
        {
            *step = Step::Line(to);
        }
        match *step {
            Step::Move(to) | Step::Line(to) | Step::Quad(_, to) | Step::Cubic(_, _, to) => {
                from = to;
            }
            Step::Close => {}
        }
    }
}

/// How far `at` is from a straight piece.
fn from_piece(at: Point, a: Point, b: Point) -> f64 {
    let (along, length) = (direction(a, b), a.distance(b));
    // Not `clamp`, which wants numbers.
    let share = ((at.x - a.x) * along.x + (at.y - a.y) * along.y).max(0.0).min(length);
    at.distance(a.moved(along.x * share, along.y * share))
}

/// What of a stretch of a line is not a gap between its dashes.
fn dashes((start, end): (f64, f64), dash: Option<[f64; 4]>) -> Vec<(f64, f64)> {
    let Some(lengths) = dash else { return vec![(start, end)] };
    let round: f64 = lengths.iter().sum();
    let mut found = Vec::new();
    if !(0.0 < round && round.is_finite()) {
        return found;
    }
    let mut at = (start / round).floor() * round;
    while at < end {
        let [on, off, on2, _] = lengths;
        for (from, length) in [(at, on), (at + on + off, on2)] {
            let (from, to) = (from.max(start), (from + length).min(end));
            if from < to {
                found.push((from, to));
            }
        }
        at += round;
    }
    found
}

/// The corners of a line from `start` to `end` along it.
fn part(line: &[Point], (start, end): (f64, f64)) -> Vec<Point> {
    let mut points = Vec::new();
    let mut before = 0.0;
    for (from, to) in pairs(line) {
        let length = from.distance(to);
        let (enter, leave) = ((start - before).max(0.0), (end - before).min(length));
        if enter < leave {
            let along = direction(from, to);
            if points.is_empty() {
                points.push(from.moved(along.x * enter, along.y * enter));
            }
            points.push(from.moved(along.x * leave, along.y * leave));
        }
        before += length;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    fn track(strand: usize, points: &[(f64, f64)]) -> Track {
        Track::new(strand, &Path::polyline(&path(points)), 6.0).expect("a track")
    }

    fn hidden(strand: usize, tracks: &[Track], line: &[(f64, f64)]) -> Vec<(f64, f64)> {
        Near { strand, tracks, casing: 1.5 }.hidden(&path(line))
    }

    /// A strand comes along a level line and turns down in the middle of it.
    #[test]
    fn the_rest_of_a_line_reaches_the_strand_that_turns_off() {
        let tracks = [track(0, &[(0.0, 0.0), (50.0, 0.0), (50.0, 80.0)])];
        let [(from, to)] = hidden(0, &tracks, &[(0.0, 0.0), (100.0, 0.0)])[..] else {
            panic!("one end");
        };
        assert!(
            from <= 53.0 && (54.5..56.5).contains(&to),
            "from under the colour: {from} to {to}"
        );
        let back = hidden(0, &tracks, &[(100.0, 0.0), (0.0, 0.0)]);
        assert_eq!(back.len(), 1, "whichever way it runs: {back:?}");
        // A line that begins in the casing, and one that ends under the strand.
        let short = [(54.0, 0.0), (100.0, 0.0)];
        assert_eq!(hidden(0, &tracks, &short), [], "it never comes to the strand");
        let across = hidden(0, &tracks, &[(54.0, 40.0), (0.0, 40.0)]);
        assert_eq!(across.len(), 2, "from where it begins, and on the other side: {across:?}");
        assert_eq!(across[0].0, 0.0);
        assert_eq!(hidden(0, &tracks, &[(f64::NAN, 0.0), (40.0, 0.0)]), []);
    }

    /// Two strands come side by side and turn down: only the outer one meets the rest of the line.
    #[test]
    fn nothing_is_drawn_between_strands() {
        let tracks = [
            track(0, &[(0.0, -4.5), (54.5, -4.5), (54.5, 80.0)]),
            track(1, &[(0.0, 4.5), (45.5, 4.5), (45.5, 80.0)]),
        ];
        let line = [(0.0, 0.0), (100.0, 0.0)];
        assert_eq!(hidden(1, &tracks, &line), []);
        let [(from, _)] = hidden(0, &tracks, &line)[..] else { panic!("one end") };
        assert!((55.0..=57.5).contains(&from), "from under the outer one: {from}");
    }

    #[test]
    fn a_strand_covers_a_hop_only_where_it_runs() {
        let hop = |x: f64| {
            let at = |dx: f64, y: f64| Point::new(x + dx, y);
            [Step::Line(at(-6.0, 0.0)), Step::Cubic(at(-6.0, -8.0), at(6.0, -8.0), at(6.0, 0.0))]
        };
        let start = Step::Move(Point::new(0.0, 0.0));
        let mut path =
            Path { steps: [start].into_iter().chain(hop(50.0)).chain(hop(90.0)).collect() };
        without_hops(&mut path, |at| at.distance(Point::new(50.0, 0.0)) < 3.0);
        let curves = path.steps.iter().filter(|step| matches!(step, Step::Cubic(..)));
        let ends: Vec<&Step> = curves.collect();
        assert_eq!(ends, [&hop(90.0)[1]], "that at 50 is level now");
        assert_eq!(path.steps[2], Step::Line(Point::new(56.0, 0.0)));
    }

    #[test]
    fn a_broken_line_stays_broken() {
        assert_eq!(dashes((3.0, 30.0), None), [(3.0, 30.0)]);
        assert_eq!(
            dashes((3.0, 30.0), Some([7.0, 5.0, 7.0, 5.0])),
            [(3.0, 7.0), (12.0, 19.0), (24.0, 30.0)]
        );
        assert_eq!(dashes((8.0, 11.0), Some([7.0, 5.0, 7.0, 5.0])), [], "all in a gap");
    }

    #[test]
    fn a_part_keeps_the_corners_on_it() {
        let line = path(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        assert_eq!(part(&line, (4.0, 14.0)), path(&[(4.0, 0.0), (10.0, 0.0), (10.0, 4.0)]));
    }
}
