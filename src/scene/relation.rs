//! Emotional and contact lines: twelve styles (domain.md §4d), curved, above the family lines.
//!
//! Off in the calm picture; a view asks for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, RelationKind, RelationLine, Tone};
use crate::geometry::{Point, Rect, Size};
use crate::model::{KindId, Party, PersonId, Relation, RelationId, Subject, SupportId};
use crate::scene::Layer;
use crate::scene::line;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::tie;
use crate::scene::view::{Relations, Sensitive, Supports};
use crate::scene::way::{PIECES, Ways};
use crate::theme::Color;

/// How much of a line that is over remains.
const OVER: f64 = 0.5;

/// From one line between the same two people to the next, at most.
const APART: f64 = 17.0;
/// All of them together are so wide at most, as long as they can be told apart.
const BUNDLE: f64 = 40.0;
/// The least from one to the next.
const LEAST_APART: f64 = 9.0;

/// Draws the relations that the view asks for: those between the same two people side by side, in
/// whichever direction they are told.
pub(super) fn draw(stage: &mut Stage<'_>) {
    let mut pairs: BTreeMap<(usize, usize), Vec<Wanted<'_>>> = BTreeMap::new();
    for wanted in wanted(stage) {
        let Party::Person(to) = &wanted.1.to else { continue };
        if let (Some(from), Some(to)) = (stage.index_of(&wanted.1.from), stage.index_of(to))
            && from != to
        {
            pairs.entry((from.min(to), from.max(to))).or_default().push(wanted);
        }
    }
    if pairs.is_empty() {
        return;
    }
    let (ways, unit) = (Ways::of(stage), stage.metrics.unit);
    for ((a, b), wanted) in pairs {
        #[expect(clippy::cast_precision_loss, reason = "a handful of relations")]
        let gaps = wanted.len().saturating_sub(1) as f64;
        let apart = (BUNDLE / gaps.max(1.0)).clamp(LEAST_APART, APART) * unit;
        let Some(way) = ways.way(stage, a, b, apart * gaps / 2.0) else { continue };
        let mut aside = -apart * gaps / 2.0;
        for (id, relation, kind) in wanted {
            let points = way.beside(aside);
            aside += apart;
            let is_back = stage.index_of(&relation.from) != Some(a);
            let points = if is_back { line::reversed(&points) } else { points };
            let pen = Pen::on(Layer::Relations).of(Subject::Relation(id.clone()));
            let pen = pen.faint(strength(stage, relation));
            Brush { stage, pen, kind }.draw(&points);
            stage.ways.insert(id.clone(), points);
        }
    }
    label(stage, |to| matches!(to, Party::Person(_)));
}

/// A line from somebody to who helps them, with its kind.
#[derive(Clone, Debug)]
pub(super) struct ToSupport {
    id: RelationId,
    kind: &'static RelationKind,
    strength: f64,
    /// From whom.
    pub(super) from: PersonId,
}

/// The lines to this support that are drawn.
pub(super) fn to_support(stage: &Stage<'_>, support: &SupportId) -> Vec<ToSupport> {
    let to = Party::Support(support.clone());
    let lines = wanted(stage).into_iter().filter(|(_, relation, _)| relation.to == to);
    let lines = lines.map(|(id, relation, kind)| {
        let strength = strength(stage, relation);
        ToSupport { id: id.clone(), kind, strength, from: relation.from.clone() }
    });
    lines.collect()
}

/// Draws a line to who helps along `points`.
pub(super) fn draw_to_support(stage: &mut Stage<'_>, line: &ToSupport, points: Vec<Point>) {
    let pen = Pen::on(Layer::Relations).of(Subject::Relation(line.id.clone()));
    let pen = pen.faint(line.strength);
    Brush { stage, pen, kind: line.kind }.draw(&points);
    stage.ways.insert(line.id.clone(), points);
}

/// The words on the lines to those who help, once they are drawn.
pub(super) fn label_to_supports(stage: &mut Stage<'_>) {
    label(stage, |to| matches!(to, Party::Support(_)));
}

/// How strongly a line is drawn: fainter when it is over.
fn strength(stage: &Stage<'_>, relation: &Relation) -> f64 {
    let ends = of_ends(stage, relation);
    if is_over(stage, relation) { OVER * ends } else { ends }
}

/// How strongly those at its ends are drawn: a line of nobody who stands out is as faint as they are.
fn of_ends(stage: &Stage<'_>, relation: &Relation) -> f64 {
    let to = match &relation.to {
        Party::Person(id) => stage.faintness(id),
        Party::Support(_) => 0.0,
    };
    stage.faintness(&relation.from).max(to)
}

/// Did it end?
fn is_over(stage: &Stage<'_>, relation: &Relation) -> bool {
    let today = stage.view.today.as_years();
    relation.until.is_some_and(|until| until.main_date().as_years() <= today)
}

/// Where along a line its words may stand: the middle first.
const SHARES: [f64; 9] = [0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75, 0.18, 0.82];

/// What each line is and since when, on it: where that covers no person, no name and no other words.
/// Where there is no such place the line stays without.
fn label(stage: &mut Stage<'_>, is_one: fn(&Party) -> bool) {
    let unit = stage.metrics.unit;
    let style = TextStyle::centered(11.0 * unit, stage.theme().soft_ink).semi_bold();
    let mut taken = read(stage);
    let pieces = stage.layout.connectors.iter().flat_map(|it| line::pairs(&it.points));
    let lines: Vec<Rect> = pieces.map(|(a, b)| Rect::between(a, b)).collect();
    for (id, relation, kind) in wanted(stage) {
        let Some(way) = stage.ways.get(id).filter(|_| is_one(&relation.to)) else { continue };
        let (word, years) =
            (kind.words.in_lang(stage.view.lang), tie::line_years(stage.texts, relation));
        let words = if years.is_empty() { word.to_owned() } else { format!("{word}, {years}") };
        let size = stage.pill_size(&words, style);
        let length = line::length(way);
        if length < 1.5 * size.w {
            continue;
        }
        let places = SHARES.iter().filter_map(|share| line::at(way, share * length));
        let places = places.map(|(at, _)| Rect::centered(at, size));
        let near = |place: &Rect| place.grown(3.0 * unit);
        let is_free = |place: &Rect| !taken.iter().any(|rect| rect.overlaps(near(place)));
        let free: Vec<Rect> = places.filter(is_free).collect();
        // Rather on no line of the family either.
        let is_clear = |place: &&Rect| !lines.iter().any(|rect| rect.overlaps(near(place)));
        let Some(place) = free.iter().find(is_clear).or(free.first()).copied() else { continue };
        taken.push(place);
        let pen = Pen::on(Layer::Marks).of(Subject::Relation(id.clone()));
        let pen = pen.faint(of_ends(stage, relation));
        stage.pill(&pen, &words, place.center(), style);
    }
}

/// Everybody with all that stands around them, and the words that are on the map so far.
fn read(stage: &Stage<'_>) -> Vec<Rect> {
    let people = (0..stage.cast.people.len()).filter_map(|at| {
        let spot = stage.spot(at)?;
        let out = 2.0 * stage.clearance(at);
        Some(spot.frame.union(Rect::centered(spot.symbol, Size::new(out, out))))
    });
    let words = stage.items.iter().filter(|item| item.layer == Layer::Marks);
    people.chain(words.filter_map(|item| item.shape.bounds())).collect()
}

/// What is said of every relation that is drawn, to those who do not see it.
pub(super) fn spoken(stage: &Stage<'_>) -> Vec<(Subject, String)> {
    let drawn = wanted(stage).into_iter().filter(|(id, ..)| stage.ways.contains_key(*id));
    let said = drawn.map(|(id, relation, kind)| {
        (Subject::Relation(id.clone()), tie::spoken(stage, kind, relation))
    });
    said.collect()
}

/// A relation that is drawn, with its kind.
type Wanted<'a> = (&'a RelationId, &'a Relation, &'static RelationKind);

/// The relations that are drawn, with their kinds.
fn wanted<'a>(stage: &Stage<'a>) -> Vec<Wanted<'a>> {
    let is_wanted = |id: &RelationId, relation: &Relation, kind: &RelationKind| {
        let is_of = |person: &PersonId| {
            relation.from == *person || relation.to == Party::Person(person.clone())
        };
        let asked = match &stage.view.relations {
            Relations::None => false,
            Relations::Of(person) => is_of(person),
            Relations::Only(ids) => ids.contains(id),
            Relations::All => true,
        };
        let is_off = |hidden: &BTreeSet<KindId>| {
            hidden.contains(&relation.kind) || hidden.iter().any(|it| it.as_str() == kind.id)
        };
        let switched_off = is_off(&stage.view.hidden) || is_off(&stage.map.view.hidden);
        let is_open = stage.view.open.contains(id);
        let is_closed = match stage.view.sensitive {
            Sensitive::Shown => false,
            Sensitive::AsCatalogue => kind.is_closed(relation.sensitive) && !is_open,
            Sensitive::Private => kind.is_closed(relation.sensitive),
        };
        let seen = |party: &Party| match party {
            Party::Person(person) => stage.is_visible(person),
            // Below the family stands the band of those who help, where there is one.
            Party::Support(support) => {
                stage.map.supports.contains_key(support)
                    && stage.view.supports != Supports::None
                    && !stage.view.plates.is_bare()
            }
        };
        let both = stage.is_visible(&relation.from) && seen(&relation.to);
        (is_open || asked && !switched_off) && both && !is_closed
    };
    let relations = stage.map.relations.iter().filter_map(|(id, relation)| {
        let kind = Catalogue::builtin().relation(relation.kind.as_str())?;
        is_wanted(id, relation, kind).then_some((id, relation.as_ref(), kind))
    });
    relations.collect()
}

/// The kinds that are drawn, in the order of the catalogue.
pub(super) fn kinds_drawn(stage: &Stage<'_>) -> Vec<&'static RelationKind> {
    let drawn = wanted(stage);
    let is_drawn = |kind: &&RelationKind| drawn.iter().any(|(.., it)| it.id == kind.id);
    Catalogue::builtin().relations().iter().filter(is_drawn).collect()
}

/// Everybody at either end of a line of this kind.
pub(super) fn ends_of(stage: &Stage<'_>, kind: &str) -> BTreeSet<PersonId> {
    let drawn = wanted(stage).into_iter().filter(|(.., it)| it.id == kind);
    let ends = drawn.flat_map(|(_, relation, _)| {
        let to = match &relation.to {
            Party::Person(to) => Some(to),
            Party::Support(_) => None,
        };
        to.into_iter().chain([&relation.from])
    });
    ends.cloned().collect()
}

/// A short piece of a line of this kind, for the legend.
pub(super) fn sample(stage: &mut Stage<'_>, pen: &Pen, kind: &str, at: Point, width: f64) {
    let Some(kind) = Catalogue::builtin().relation(kind) else { return };
    let points: Vec<Point> =
        (0..=PIECES).map(|i| at.moved(width * f64::from(i) / f64::from(PIECES), 0.0)).collect();
    Brush { stage, pen: pen.clone(), kind }.draw(&points);
}

/// What a broken line has in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Middle {
    Bars,
    Circle,
}

/// How an arrow ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    Filled,
    Open,
}

/// Draws lines of one kind.
struct Brush<'b, 'a> {
    stage: &'b mut Stage<'a>,
    pen: Pen,
    kind: &'static RelationKind,
}

impl Brush<'_, '_> {
    fn draw(&mut self, points: &[Point]) {
        let line = self.stroke();
        match self.kind.line {
            RelationLine::TwoParallel => self.parallel(points, &[-2.2, 2.2]),
            RelationLine::ThreeParallel => self.parallel(points, &[-4.2, 0.0, 4.2]),
            RelationLine::Thin => self.whole(points, Stroke { width: 0.7 * line.width, ..line }),
            RelationLine::Dotted => {
                self.whole(points, line.round().dashed(0.1, 3.2 * line.width));
            }
            RelationLine::Zigzag => self.zigzag(points, 4.0),
            RelationLine::ParallelZigzag => {
                self.parallel(points, &[-5.5, 5.5]);
                self.zigzag(points, 3.0);
            }
            RelationLine::GapWithBars => self.gap(points, Middle::Bars),
            RelationLine::GapWithCircle => self.gap(points, Middle::Circle),
            RelationLine::ZigzagArrow => {
                let head = 10.0 * self.unit();
                self.zigzag(&line::without_end(points, head), 4.0);
                self.head(points, head, Head::Filled);
            }
            RelationLine::ThickBarArrow => {
                let head = 10.0 * self.unit();
                let thick = Stroke { width: 2.0 * line.width, ..line };
                self.whole(&line::without_end(points, head), thick);
                self.bar(points, line::length(points) - head - 4.0 * self.unit());
                self.head(points, head, Head::Filled);
            }
            RelationLine::SolidOpenArrow => {
                self.whole(points, line);
                self.head(points, 9.0 * self.unit(), Head::Open);
            }
            RelationLine::SolidFilledDot => {
                self.whole(points, line);
                let center = points.last().copied().unwrap_or_default();
                let (radius, paint) = (3.6 * self.unit(), Paint::fill(line.color));
                self.stage.add(&self.pen, Shape::Circle { center, radius, paint });
            }
        }
    }

    const fn unit(&self) -> f64 {
        self.stage.metrics.unit
    }

    fn color(&self) -> Color {
        let colors = self.stage.theme().relation;
        match self.kind.tone {
            Tone::Warm => colors.warm,
            Tone::Neutral => colors.neutral,
            Tone::Tension => colors.tension,
            Tone::Break => colors.cut,
        }
    }

    fn stroke(&self) -> Stroke {
        Stroke::solid(self.color(), self.stage.theme().stroke.relation)
    }

    fn whole(&mut self, points: &[Point], stroke: Stroke) {
        self.stage.stroke(&self.pen, Path::polyline(points), stroke);
    }

    fn parallel(&mut self, points: &[Point], asides: &[f64]) {
        let (stroke, unit) = (self.stroke(), self.unit());
        for aside in asides {
            self.whole(&line::aside(points, aside * unit), stroke);
        }
    }

    /// Swings from side to side; straight for a moment at both ends.
    fn zigzag(&mut self, points: &[Point], swing: f64) {
        let unit = self.unit();
        let corners = line::zigzag(points, swing * unit, 5.0 * unit);
        self.whole(&corners, self.stroke());
    }

    /// A gap in the middle, between two bars or around a small circle.
    fn gap(&mut self, points: &[Point], middle: Middle) {
        let bars = middle == Middle::Bars;
        let (stroke, unit, length) = (self.stroke(), self.unit(), line::length(points));
        let half = if bars { 5.0 } else { 4.5 } * unit;
        self.whole(&line::without_end(points, length / 2.0 + half), stroke);
        self.whole(&line::without_start(points, length / 2.0 + half), stroke);
        if bars {
            self.bar(points, length / 2.0 - half);
            self.bar(points, length / 2.0 + half);
        } else if let Some((center, _)) = line::at(points, length / 2.0) {
            let (radius, paint) = (half, Paint::stroke(stroke));
            self.stage.add(&self.pen, Shape::Circle { center, radius, paint });
        }
    }

    /// A short bar across the line.
    fn bar(&mut self, points: &[Point], along: f64) {
        let Some((at, d)) = line::at(points, along) else { return };
        let half = 7.0 * self.unit();
        let path = Path::line(at.moved(-d.y * half, d.x * half), at.moved(d.y * half, -d.x * half));
        let stroke = self.stroke();
        self.stage.stroke(&self.pen, path, Stroke { width: 1.3 * stroke.width, ..stroke });
    }

    /// An arrow head at the end, filled or open.
    fn head(&mut self, points: &[Point], size: f64, head: Head) {
        let (Some(&tip), Some((back, d))) =
            (points.last(), line::at(points, line::length(points) - size))
        else {
            return;
        };
        let half = 0.5 * size;
        let wings = [back.moved(-d.y * half, d.x * half), tip, back.moved(d.y * half, -d.x * half)];
        let stroke = self.stroke();
        if head == Head::Filled {
            let (path, paint) = (Path::polygon(&wings), Paint::fill(stroke.color));
            self.stage.add(&self.pen, Shape::Path { path, paint });
        } else {
            self.stage.stroke(&self.pen, Path::polyline(&wings), stroke.round());
        }
    }
}
