//! The ecomap: organisations and helpers in a band below the family, in the order of those they are
//! tied to, and the ties up to people and homes.
//!
//! The band and the room for its ties are there whichever ties are drawn: nothing jumps.

use std::collections::BTreeMap;

use crate::catalogue::{self, Catalogue};
use crate::geometry::{Point, Rect, Size};
use crate::i18n::Message;
use crate::model::{Effect, GoalState, Subject, Support, SupportId, SupportTie, Supported};
use crate::scene::fit::wrapped;
use crate::scene::relation::{self, ToSupport};
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::view::Supports;
use crate::scene::way::Ways;
use crate::scene::{Layer, band, flag, home, household, line, person, tie};

/// Room that one support takes, in units.
const CELL: Size = Size { w: 160.0, h: 128.0 };
/// Radius of its disc.
const DISC: f64 = 19.0;
/// From one tie beside another to the next.
const APART: f64 = 8.0;
/// More room for lanes than this is not kept: they lie closer then.
const MOST_LANES: f64 = 96.0;
/// A narrow picture is made wider for so many, no more.
const MOST_WIDER: usize = 7;
/// How much of a tie that has ended remains.
const ENDED: f64 = 0.55;

/// How a tie looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TieLook {
    /// A plain line with a plus.
    Helps,
    /// A line that swings, with a minus.
    Costs,
    /// One that swings, with plus and minus.
    Both,
    /// Dashed and faint.
    Ended,
}

impl TieLook {
    /// In the order of the legend, each with the message of its words.
    pub(super) const ALL: [(Self, &'static str); 4] = [
        (Self::Helps, "scene-tie-helps"),
        (Self::Costs, "scene-tie-costs"),
        (Self::Both, "scene-tie-both"),
        (Self::Ended, "scene-tie-ended"),
    ];

    fn of(stage: &Stage<'_>, tie: &SupportTie) -> Self {
        let today = stage.view.today.as_years();
        let is_past = tie.until.is_some_and(|until| until.main_date().as_years() <= today);
        match tie.effect {
            _ if tie.ended || is_past => Self::Ended,
            Effect::Helps => Self::Helps,
            Effect::Costs => Self::Costs,
            Effect::Both => Self::Both,
        }
    }
}

/// The supports that are drawn: those of people on the picture, and those of nobody yet.
fn drawn<'a>(stage: &Stage<'a>) -> Vec<(&'a SupportId, &'a Support)> {
    if stage.view.supports == Supports::None {
        return Vec::new();
    }
    let all = stage.map.supports.iter().map(|(id, it)| (id, it.as_ref()));
    let is_here = |id: &SupportId| {
        let tied = stage.cast.tied.get(id).map_or(&[][..], Vec::as_slice);
        tied.is_empty() || tied.iter().any(|people| lowest(stage, people).is_some())
    };
    all.filter(|(id, _)| is_here(id) || 0 < lines_to(stage, id)).collect()
}

/// Where a tie ends: who, and from where it runs down.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Anchor {
    Person(usize),
    /// The lower edge of an outline, under this person.
    Outline(usize, Point),
}

fn anchor(stage: &Stage<'_>, to: &Supported) -> Option<Anchor> {
    let id = match to {
        Supported::Person(id) => {
            return stage.index_of(id).filter(|_| stage.is_visible(id)).map(Anchor::Person);
        }
        Supported::Household(id) => id,
    };
    let household = stage.map.households.get(id)?;
    let person = lowest(stage, &household::living_there(stage, household))?;
    let spot = stage.spot(person)?;
    let subject = Some(Subject::Household(id.clone()));
    let outlines =
        stage.items.iter().filter(|it| it.layer == Layer::Households && it.subject == subject);
    let around = outlines
        .filter_map(|item| item.shape.bounds())
        .find(|bounds| bounds.grown(1.0).overlaps(spot.frame) && bounds.min.x < spot.symbol.x);
    Some(match around {
        Some(bounds) => Anchor::Outline(person, Point::new(spot.symbol.x, bounds.max.y)),
        None => Anchor::Person(person),
    })
}

/// Of these people the first in the lowest row.
fn lowest(stage: &Stage<'_>, people: &[usize]) -> Option<usize> {
    let row = |person: &usize| stage.layout.row_of.get(*person).copied();
    let seen = || people.iter().filter(|it| stage.is_visible_index(Some(**it)));
    let lowest = seen().filter_map(row).max()?;
    seen().find(|it| row(it) == Some(lowest)).copied()
}

/// Where every support stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan<'a> {
    places: Vec<(&'a SupportId, &'a Support, Point)>,
    /// From the edge of the family to the first row.
    lanes: f64,
    rows: usize,
    /// How much further the band reaches than the family, to the left: the family stands in the middle.
    left: f64,
}

/// Places the supports within the width of the family, `field`: near those they are tied to.
pub(super) fn plan<'a>(stage: &Stage<'a>, field: Rect, words: &[String]) -> Plan<'a> {
    let unit = stage.metrics.unit;
    let middle = field.center().x;
    let mut order: Vec<(f64, &SupportId, &Support)> = drawn(stage)
        .into_iter()
        .map(|(id, support)| (wish(stage, id).unwrap_or(middle), id, support))
        .collect();
    if order.is_empty() {
        return Plan::default();
    }
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    let cell = CELL.w * unit;
    let left = field.min.x + band::width(stage, words).max(70.0 * unit) + 48.0 * unit;
    #[expect(clippy::cast_precision_loss, reason = "a few cells")]
    let room = |cells: usize| cell * cells as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few cells")]
    let below = ((field.max.x - 16.0 * unit - left) / cell + 0.01).floor().max(1.0) as usize;
    let rows = order.len().div_ceil(below.max(order.len().min(MOST_WIDER)));
    let per_row = order.len().div_ceil(rows);
    let wanted = left + room(per_row);
    let wider = (wanted - (field.max.x - 16.0 * unit)).max(0.0) / 2.0;
    let (left, wanted) = (left - wider, wanted - wider);
    let right = (field.max.x - 16.0 * unit).max(wanted);
    let of = |id: &SupportId| stage.cast.tied.get(id).map_or(0, Vec::len) + lines_to(stage, id);
    let ties = order.iter().map(|(_, id, _)| of(id)).sum::<usize>();
    #[expect(clippy::cast_precision_loss, reason = "a handful of ties")]
    let lanes = (ties as f64 * APART).min(MOST_LANES) * unit + 34.0 * unit;
    // Several rows stand in columns, in the middle: ties run down between them.
    let spare = (right - left - room(per_row)).max(0.0) / 2.0;
    let start = if 1 < rows { left + spare } else { left };
    let mut places = Vec::new();
    for (row, some) in order.chunks(per_row).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let y = field.max.y + lanes + DISC * unit + row as f64 * CELL.h * unit;
        let wishes = some.iter().map(|it| if 1 < rows { start } else { it.0 });
        let wishes: Vec<f64> = wishes.collect();
        let xs = spread(&wishes, (start + cell / 2.0, right - cell / 2.0), cell);
        places.extend(some.iter().zip(xs).map(|(it, x)| (it.1, it.2, Point::new(x, y))));
    }
    Plan { places, lanes, rows, left: wider }
}

/// How many lines between somebody and this support there are today, drawn or not: nothing jumps.
fn lines_to(stage: &Stage<'_>, id: &SupportId) -> usize {
    let people = stage.cast.lined.get(id).into_iter().flatten();
    people.filter(|it| stage.is_visible_index(Some(**it))).count()
}

/// The middle of those it is tied to, today: its place is that of today in every year.
fn wish(stage: &Stage<'_>, id: &SupportId) -> Option<f64> {
    let tied = stage.cast.tied.get(id)?.iter();
    let people = tied.filter_map(|people| lowest(stage, people));
    let xs: Vec<f64> = people.map(|it| stage.spot(it).map_or(0.0, |spot| spot.symbol.x)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of ties")]
    (!xs.is_empty()).then(|| xs.iter().sum::<f64>() / xs.len() as f64)
}

/// As near to what is wished as it goes, `apart` from each other, within the edges.
fn spread(wishes: &[f64], (left, right): (f64, f64), apart: f64) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a few cells")]
    let n = wishes.len() as f64;
    // Many that wish for the same place stand around it.
    let mean = wishes.iter().sum::<f64>() / n.max(1.0);
    let start = (mean - apart * (n - 1.0) / 2.0).min(right - apart * (n - 1.0)).max(left);
    let mut xs = Vec::new();
    let mut at = start;
    for wish in wishes {
        let x = at.max(wish.min(start + apart * n)).min(right);
        let x = if x - at < apart { at } else { x - apart };
        xs.push(x);
        at = x + apart;
    }
    let mut last = right;
    for x in xs.iter_mut().rev() {
        *x = x.min(last);
        last = *x - apart;
    }
    xs
}

impl Plan<'_> {
    /// How much further to the left than the family the band reaches.
    pub(super) const fn wider(&self) -> f64 {
        self.left
    }

    /// How far to the right the band reaches.
    pub(super) fn right(&self, unit: f64) -> f64 {
        let edges = self.places.iter().map(|it| it.2.x + CELL.w / 2.0 * unit + 12.0 * unit);
        edges.fold(f64::NEG_INFINITY, f64::max).ceil()
    }

    /// Draws the band below `field`, with its ties; the field with it.
    pub(super) fn draw(&self, stage: &mut Stage<'_>, field: Rect) -> Rect {
        if self.places.is_empty() {
            return field;
        }
        let (theme, unit) = (stage.theme(), stage.metrics.unit);
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let height = self.lanes + (self.rows as f64 * CELL.h - 16.0) * unit;
        let whole = Rect { max: Point::new(field.max.x, (field.max.y + height).ceil()), ..field };
        let strip = Rect { min: Point::new(field.min.x, field.max.y), ..whole };
        let pen = Pen::on(Layer::Bands);
        if stage.layout.rows.len().is_multiple_of(2) {
            let paint = Paint::fill(theme.band);
            stage.add(&pen, Shape::Rect { rect: strip, radius: 0.0, paint });
        }
        let style = TextStyle::from_left(theme.size.generation, theme.soft_ink).semi_bold();
        let word = stage.texts.get("scene-supports");
        stage.text(&pen, &word, strip.min.moved(24.0, 26.0), style);
        for (id, support, at) in &self.places {
            draw_support(stage, (id, support), *at);
        }
        self.draw_ties(stage, field.max.y);
        whole
    }

    /// The ties that the view asks for.
    fn wanted(&self, stage: &Stage<'_>) -> Vec<Tie> {
        let view = &stage.view.supports;
        let mut ties = Vec::new();
        for (id, support, place) in &self.places {
            for tie in &support.ties {
                let asked = match view {
                    Supports::None | Supports::Band => false,
                    Supports::Of(subject) => is_of(stage, subject, id, &tie.to),
                    Supports::Only(ids) => ids.contains(*id),
                    Supports::All => true,
                };
                let Some(anchor) = anchor(stage, &tie.to).filter(|_| asked) else { continue };
                let (id, look) = ((*id).clone(), Look::Tie(TieLook::of(stage, tie)));
                ties.push(Tie { id, anchor, look, place: *place });
            }
            for line in relation::to_support(stage, id) {
                let from = Supported::Person(line.from.clone());
                let Some(anchor) = anchor(stage, &from) else { continue };
                ties.push(Tie { id: (*id).clone(), anchor, look: Look::Line(line), place: *place });
            }
        }
        ties
    }

    fn draw_ties(&self, stage: &mut Stage<'_>, edge: f64) {
        let ties = self.wanted(stage);
        if ties.is_empty() {
            return;
        }
        let unit = stage.metrics.unit;
        let mut bundles: BTreeMap<(usize, bool), Vec<Tie>> = BTreeMap::new();
        for tie in ties {
            let key = match tie.anchor {
                Anchor::Person(person) => (person, false),
                Anchor::Outline(person, _) => (person, true),
            };
            bundles.entry(key).or_default().push(tie);
        }
        let mut ways = Ways::of(stage);
        let is_name = |subject: &Option<Subject>| matches!(subject, Some(Subject::Household(_)));
        let names =
            stage.items.iter().filter(|it| it.layer == Layer::Marks && is_name(&it.subject));
        ways.avoid(names.filter_map(|item| item.shape.bounds()));
        let mut drawn: Vec<(Tie, Vec<Point>)> = Vec::new();
        for mut bundle in bundles.into_values() {
            bundle.sort_by(|a, b| a.place.x.total_cmp(&b.place.x));
            drawn.extend(trunks(stage, &mut ways, edge, bundle));
        }
        // Who goes furthest turns first: no two of one bundle cross.
        let far = |(tie, way): &(Tie, Vec<Point>)| {
            way.last().map_or(0.0, |end| (end.x - tie.place.x).abs())
        };
        drawn.sort_by(|a, b| far(b).total_cmp(&far(a)));
        #[expect(clippy::cast_precision_loss, reason = "a handful of ties")]
        let step = ((self.lanes - 34.0 * unit) / drawn.len().max(1) as f64).min(APART * unit);
        let mut lane = edge + 10.0 * unit;
        let mut met: BTreeMap<SupportId, usize> = BTreeMap::new();
        let of = |id: &SupportId| self.places.iter().find(|it| it.0 == id).map(|it| it.1);
        for (tie, mut way) in drawn {
            let n = of(&tie.id).map_or(1, |it| it.ties.len()) + lines_to(stage, &tie.id);
            let seen = met.entry(tie.id.clone()).or_default();
            #[expect(clippy::cast_precision_loss, reason = "a handful of ties")]
            let aside = (*seen as f64 - (n as f64 - 1.0) / 2.0) * (28.0 / n as f64).min(9.0) * unit;
            *seen += 1;
            if let Some(end) = way.last_mut() {
                end.y = lane;
            }
            let x = tie.place.x + aside;
            if edge + self.lanes + CELL.h / 2.0 * unit < tie.place.y {
                // Past the rows above it, in the gap between two columns.
                let gap = tie.place.x - CELL.w / 2.0 * unit + 0.4 * aside;
                let above = tie.place.y - (DISC + 20.0) * unit;
                way.extend([Point::new(gap, lane), Point::new(gap, above), Point::new(x, above)]);
            } else {
                way.push(Point::new(x, lane));
            }
            way.push(Point::new(x, tie.place.y - (DISC + 2.0) * unit));
            lane += step;
            draw_tie(stage, &tie, &line::simplified(&way));
        }
        relation::label_to_supports(stage);
    }
}

/// Is this tie one of `subject`? Who helps a home helps those who live there.
fn is_of(stage: &Stage<'_>, subject: &Subject, support: &SupportId, to: &Supported) -> bool {
    let today = stage.view.today;
    match (subject, to) {
        (Subject::Person(id), Supported::Household(home)) => {
            stage.map.households.get(home).is_some_and(|home| home.houses(id, today))
        }
        (Subject::Support(id), _) => id == support,
        (Subject::Person(id), Supported::Person(person)) => id == person,
        (Subject::Household(id), Supported::Household(home)) => id == home,
        _ => false,
    }
}

/// One tie that is drawn.
#[derive(Clone, Debug)]
struct Tie {
    id: SupportId,
    anchor: Anchor,
    look: Look,
    place: Point,
}

/// What runs down to a support.
#[derive(Clone, Debug)]
enum Look {
    /// What it does for somebody.
    Tie(TieLook),
    /// How it is between the two.
    Line(ToSupport),
}

/// The ways of the ties of one person or home from there to below the family, side by side.
fn trunks(
    stage: &Stage<'_>,
    ways: &mut Ways,
    edge: f64,
    bundle: Vec<Tie>,
) -> Vec<(Tie, Vec<Point>)> {
    let Some(first) = bundle.first() else { return Vec::new() };
    #[expect(clippy::cast_precision_loss, reason = "a handful of ties")]
    let n = bundle.len() as f64;
    let apart = APART.min(40.0 / n) * stage.metrics.unit;
    let room = apart * (n - 1.0) / 2.0;
    let toward = bundle.iter().map(|tie| tie.place.x).sum::<f64>() / n;
    let way = match first.anchor {
        Anchor::Person(person) => ways.down_from(stage, person, (edge, toward), room),
        Anchor::Outline(person, at) => ways.down_below(stage, person, (at, edge), room),
    };
    let Some(way) = way else { return Vec::new() };
    // `line::aside` counts to the right of the way: on the way down that is to the left.
    let mut aside = room;
    let mut trunks = Vec::new();
    for tie in bundle {
        let beside = if aside == 0.0 { way.clone() } else { line::aside(&way, aside) };
        ways.keep(&beside);
        trunks.push((tie, beside));
        aside -= apart;
    }
    // Whichever side that is: left to right as the supports stand.
    let ends: Vec<f64> = trunks.iter().filter_map(|it| it.1.last().map(|end| end.x)).collect();
    if ends.first().zip(ends.last()).is_some_and(|(first, last)| last < first) {
        let mut lines: Vec<Vec<Point>> = trunks.iter().map(|it| it.1.clone()).collect();
        lines.reverse();
        for (trunk, line) in trunks.iter_mut().zip(lines) {
            trunk.1 = line;
        }
    }
    trunks
}

fn draw_tie(stage: &mut Stage<'_>, tie: &Tie, way: &[Point]) {
    let unit = stage.metrics.unit;
    let smooth = line::flattened(&line::rounded(way, 9.0 * unit, 0.0));
    let look = match &tie.look {
        Look::Tie(look) => *look,
        Look::Line(line) => return relation::draw_to_support(stage, line, smooth),
    };
    let pen = Pen::on(Layer::Relations).of(Subject::Support(tie.id.clone()));
    draw_line(stage, &pen, look, &smooth);
    // The sign stands on the last piece, just above the disc.
    let sign = way.last().map(|end| end.moved(0.0, -9.0 * unit));
    if let Some(at) = sign {
        draw_sign(stage, &pen, look, at);
    }
}

fn draw_line(stage: &mut Stage<'_>, pen: &Pen, look: TieLook, points: &[Point]) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let color = color(stage, look);
    let stroke = Stroke::solid(color, theme.stroke.relation);
    match look {
        TieLook::Helps => stage.stroke(pen, Path::polyline(points), stroke),
        TieLook::Costs | TieLook::Both => {
            let swings = line::zigzag(points, 2.4 * unit, 5.5 * unit);
            stage.stroke(pen, Path::polyline(&swings), stroke);
        }
        TieLook::Ended => {
            let dashed = stroke.dashed(5.0 * unit, 5.0 * unit);
            stage.stroke(&pen.clone().faint(ENDED), Path::polyline(points), dashed);
        }
    }
}

fn color(stage: &Stage<'_>, look: TieLook) -> crate::theme::Color {
    let colors = stage.theme().relation;
    match look {
        TieLook::Helps => colors.warm,
        TieLook::Costs | TieLook::Both => colors.tension,
        TieLook::Ended => colors.neutral,
    }
}

/// A small plus, minus, or both, on a ground of its own.
fn draw_sign(stage: &mut Stage<'_>, pen: &Pen, look: TieLook, at: Point) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let (plus, minus) = match look {
        TieLook::Helps => (true, false),
        TieLook::Costs => (false, true),
        TieLook::Both => (true, true),
        TieLook::Ended => return,
    };
    let color = color(stage, look);
    let (radius, arm) = (5.5 * unit, 2.8 * unit);
    let paint = Paint::both(theme.panel, Stroke::solid(color, 1.3 * unit));
    stage.add(pen, Shape::Circle { center: at, radius, paint });
    let ink = Stroke::solid(color, 1.5 * unit);
    let up = if plus && minus { -1.4 * unit } else { 0.0 };
    let level = |y: f64| Path::line(at.moved(-arm, y), at.moved(arm, y));
    if plus {
        stage.stroke(pen, level(up), ink);
        let reach = if minus { 2.0 * unit } else { arm };
        let path = Path::line(at.moved(0.0, up - reach), at.moved(0.0, up + reach));
        stage.stroke(pen, path, ink);
    }
    if minus {
        stage.stroke(pen, level(if plus { 3.0 * unit } else { 0.0 }), ink);
    }
}

/// A short tie of this look, for the legend.
pub(super) fn sample(stage: &mut Stage<'_>, pen: &Pen, look: TieLook, at: Point, width: f64) {
    let points: Vec<Point> = (0..=24).map(|i| at.moved(width * f64::from(i) / 24.0, 0.0)).collect();
    draw_line(stage, pen, look, &points);
    draw_sign(stage, pen, look, at.moved(0.6 * width, 0.0));
}

/// The looks of the ties that are drawn, in the order of the legend.
pub(super) fn looks_drawn(stage: &Stage<'_>, plan: &Plan<'_>) -> Vec<(TieLook, &'static str)> {
    let drawn = plan.wanted(stage);
    let is_drawn = |look| drawn.iter().any(|it| matches!(&it.look, Look::Tie(it) if *it == look));
    TieLook::ALL.into_iter().filter(|(look, _)| is_drawn(*look)).collect()
}

/// Icon, own name and kind word around the centre of its disc.
fn draw_support(stage: &mut Stage<'_>, (id, support): (&SupportId, &Support), at: Point) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let pen = Pen::on(Layer::People).of(Subject::Support(id.clone()));
    if stage.view.absent.supports.contains(id) {
        let paint = Paint::stroke(person::absent_stroke(stage));
        stage.add(&pen, Shape::Circle { center: at, radius: DISC * unit, paint });
        return;
    }
    let is_over = !support.ties.is_empty()
        && support.ties.iter().all(|tie| TieLook::of(stage, tie) == TieLook::Ended);
    let pen = if is_over { pen.faint(0.7) } else { pen };
    let paint = Paint::both(theme.panel, Stroke::solid(theme.line, 0.7 * theme.stroke.line));
    stage.add(&pen, Shape::Circle { center: at, radius: DISC * unit, paint });
    if let Some(glyph) = icon(support) {
        let rect = Rect::centered(at, Size::new(20.0 * unit, 20.0 * unit));
        stage.add(&pen, Shape::Icon { glyph, rect, color: theme.ink });
    }
    if flag::has_part(stage.map, id) {
        // Beside the disc: ties come down to it from above.
        let corner = at.moved((DISC + 1.0) * unit, -16.0 * unit);
        flag::draw(stage, &pen, GoalState::Open, (corner, 15.0 * unit));
    }
    let (name, kind) = words(stage, support);
    let name_style = TextStyle::centered(0.88 * theme.size.name, theme.ink).semi_bold();
    let kind_style = TextStyle::centered(theme.size.years, theme.soft_ink);
    let mut baseline = at.moved(0.0, (DISC + 5.0) * unit);
    let room = (CELL.w - 14.0) * unit;
    // Who has no name of their own has more room for what they are.
    let most = if kind.is_empty() { 3 } else { 2 };
    for (words, style) in [(name, name_style), (kind, kind_style)] {
        for line in wrapped(&words, room, most, |text| style.width(text)) {
            baseline.y += 1.18 * style.size;
            stage.text(&pen, &line, baseline, style);
        }
    }
}

fn icon(support: &Support) -> Option<char> {
    let kind = Catalogue::builtin().support(support.kind.as_str());
    catalogue::icon(kind.map_or("handshake", |kind| kind.icon.as_str()))
}

/// What it is called, and what it is; the second is empty when nothing more is known.
fn words(stage: &Stage<'_>, support: &Support) -> (String, String) {
    let kind = Catalogue::builtin().support(support.kind.as_str());
    let kind = support.kind_words(kind.map(|kind| kind.words.in_lang(stage.texts.lang())));
    let kind = kind.map_or_else(|| stage.texts.get("scene-support-other"), str::to_owned);
    let name = support.name.trim();
    if name.is_empty() { (kind, String::new()) } else { (name.to_owned(), kind) }
}

/// What is said of every support that is drawn.
pub(super) fn spoken(stage: &Stage<'_>) -> Vec<(Subject, String)> {
    let there = drawn(stage).into_iter();
    let there = there.filter(|(id, _)| !stage.view.absent.supports.contains(*id));
    let said = there.map(|(id, support)| {
        let (name, kind) = words(stage, support);
        let title = if kind.is_empty() { name } else { format!("{name}, {kind}") };
        let parts = TieLook::ALL.into_iter().filter_map(|(look, words)| {
            let of_look = support.ties.iter().filter(|tie| TieLook::of(stage, tie) == look);
            let who: Vec<String> = of_look.filter_map(|tie| called(stage, &tie.to)).collect();
            let who = stage.texts.listed(&who);
            (!who.is_empty()).then(|| {
                let words = stage.texts.get(words);
                stage
                    .texts
                    .say(&Message::new("scene-support-tie").arg("how", words).arg("who", who))
            })
        });
        let parts: Vec<String> = std::iter::once(title).chain(parts).collect();
        (Subject::Support(id.clone()), format!("{}.", parts.join(". ")))
    });
    said.collect()
}

/// Who is helped, as this picture shows names.
fn called(stage: &Stage<'_>, to: &Supported) -> Option<String> {
    anchor(stage, to)?;
    match to {
        Supported::Person(id) => Some(tie::name(stage, id)),
        Supported::Household(id) => {
            let name = home::name(stage, stage.map.households.get(id)?);
            Some(if name.is_empty() { stage.texts.get("scene-somebody") } else { name })
        }
    }
}
