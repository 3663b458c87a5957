//! Who lives together now: one smooth dashed outline around them, that swallows no outsider.
//! Where no such outline exists there are several, of the same dashes and with the same name, joined by a
//! thin neck where one can pass; whoever
//! even an outline alone does not fit around gets a small house instead.

use crate::catalogue;
use crate::geometry::{Point, Rect, Size};
use crate::model::{Household, HouseholdId, Subject};
use crate::scene::line;
use crate::scene::shape::{Paint, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::{Layer, neck};

/// From a label to the outline around it.
const PAD: f64 = 9.0;
/// … where a line leaves no room for more.
const CLOSEST: f64 = 2.0;
/// Two rows hang together when they share at least this much width.
const SHARED: f64 = 24.0;
/// Edges of two rows that differ by less than this become one.
const ALIGN: f64 = 30.0;
/// Room between a side and a line that runs down beside it.
const LINE_ROOM: f64 = 14.0;
/// Radius of the outline's corners.
const CORNER: f64 = 22.0;

/// Around more people than this, or in a family larger than that, nobody tries which of them fit in one
/// outline together: the number of tries grows with their square.
const MOST_TRIED: (usize, usize) = (24, 2_000);
/// The dashes of neighbouring households differ: whose outline is whose is seen where they cross.
const DASHES: [[f64; 4]; 4] =
    [[5.0, 5.0, 5.0, 5.0], [2.0, 4.0, 2.0, 4.0], [10.0, 5.0, 10.0, 5.0], [9.0, 4.0, 2.0, 4.0]];

/// What is drawn of all households.
#[derive(Debug, Default)]
pub(super) struct Drawn<'a> {
    /// The outlines that names stand on.
    pub outlines: Vec<(&'a HouseholdId, Vec<Point>)>,
    /// The middles of the necks between them.
    pub necks: Vec<Vec<Point>>,
}

/// Draws all households but for their names.
pub(super) fn draw<'a>(stage: &mut Stage<'a>) -> Drawn<'a> {
    if !stage.view.households {
        return Drawn::default();
    }
    let map = stage.map;
    let (mut marked, mut names, mut necks) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (id, household)) in map.households.iter().enumerate() {
        let members = living_there(stage, household);
        // Neighbours that share a person get outlines that do not lie on each other.
        let pad = (PAD + if at % 2 == 0 { 0.0 } else { 5.0 }) * stage.metrics.unit;
        let mut homeless = Vec::new();
        let mut parts: Vec<Vec<Point>> = Vec::new();
        for island in islands(stage, &members, pad) {
            match outline(stage, &island, pad) {
                Some(corners) => {
                    draw_outline(stage, id, &corners, at);
                    parts.push(corners);
                }
                None => homeless.extend(island),
            }
        }
        necks.extend(neck::join(stage, (id, at), &parts));
        names.extend(parts.into_iter().map(|corners| (id, corners)));
        if !homeless.is_empty() {
            marked.push((id, homeless));
        }
    }
    let several = 1 < marked.len();
    let mut houses = vec![0; stage.cast.people.len()];
    for (at, (id, members)) in marked.into_iter().enumerate() {
        draw_houses(stage, (id, &members), several.then_some(at + 1), &mut houses);
    }
    Drawn { outlines: names, necks }
}

/// The members in groups that fit in one outline each: one group where that can be, else as few as are
/// found by joining two at a time. Whom no outline fits around stands alone.
fn islands(stage: &Stage<'_>, members: &[usize], pad: f64) -> Vec<Vec<usize>> {
    if members.is_empty() {
        return Vec::new();
    }
    if outline(stage, members, pad).is_some() {
        return vec![members.to_vec()];
    }
    let mut groups: Vec<Vec<usize>> = members.iter().map(|it| vec![*it]).collect();
    let (most, family) = MOST_TRIED;
    if most < members.len() || family < stage.cast.people.len() {
        return groups;
    }
    let mut at = 0;
    while at < groups.len() {
        let joined = (at + 1..groups.len()).find_map(|other| {
            let mut both = groups.get(at)?.clone();
            both.extend(groups.get(other)?);
            both.sort_unstable();
            outline(stage, &both, pad).is_some().then_some((other, both))
        });
        match joined {
            // What did not fit before may fit now.
            Some((other, both)) => {
                groups.remove(other);
                if let Some(group) = groups.get_mut(at) {
                    *group = both;
                }
                at = 0;
            }
            None => at += 1,
        }
    }
    groups
}

/// The members who are drawn and live there today, by index.
pub(super) fn living_there(stage: &Stage<'_>, household: &Household) -> Vec<usize> {
    stage.cast.living_in(household, stage.map, stage.view)
}

/// The households that are drawn, of whom somebody lives there today.
pub(super) fn seen<'a>(stage: &Stage<'a>) -> Vec<(&'a HouseholdId, &'a Household)> {
    let all = stage.map.households.iter().filter(|_| stage.view.households);
    let seen = all.filter(|(_, it)| !living_there(stage, it).is_empty());
    seen.map(|(id, it)| (id, it.as_ref())).collect()
}

/// One row of a household: from the leftmost member to the rightmost.
#[derive(Clone, Copy, Debug)]
struct Strip {
    row: usize,
    area: Rect,
}

/// The corners of the outline, clockwise; `None` when it would swallow somebody else or fall into
/// pieces.
fn outline(stage: &Stage<'_>, members: &[usize], pad: f64) -> Option<Vec<Point>> {
    let strips = strips(stage, members, pad)?;
    let neighbours = || strips.iter().zip(strips.iter().skip(1));
    let hangs_together = neighbours().all(|(upper, lower)| {
        let (a, b) = (upper.area, lower.area);
        upper.row + 1 == lower.row && SHARED <= a.max.x.min(b.max.x) - a.min.x.max(b.min.x)
    });
    if !hangs_together {
        return None;
    }
    let (first, last) = (strips.first()?, strips.last()?);
    let mut right = vec![Point::new(first.area.max.x, first.area.min.y)];
    let mut left = vec![Point::new(first.area.min.x, first.area.min.y)];
    let lines = upright(stage);
    let outsiders = (0..stage.cast.people.len()).filter(|person| !members.contains(person));
    let outside: Vec<Rect> =
        outsiders.filter_map(|person| stage.spot(person)).map(|spot| spot.frame).collect();
    for (upper, lower) in neighbours() {
        // Steps hug the wider row, clear of the sibship bars half way, unless that way down lies
        // along a line.
        let (a, b) = (upper.area, lower.area);
        let is_on_a_line = |x: f64| {
            let room = LINE_ROOM * stage.metrics.unit;
            lines.iter().any(|it| it.is_beside(x, room, (a.max.y, b.min.y)))
        };
        let step = |lower_is_wider: bool, at_upper: f64, at_lower: f64| {
            let (way, other) =
                if lower_is_wider { (at_upper, at_lower) } else { (at_lower, at_upper) };
            let turns = is_on_a_line(way) && !is_on_a_line(other);
            let (usual, instead) =
                if lower_is_wider == turns { (a.max.y, b.min.y) } else { (b.min.y, a.max.y) };
            // Never through somebody's name or badges.
            let is_free = |y: f64| {
                let piece = Rect::between(Point::new(at_upper, y), Point::new(at_lower, y));
                outside.iter().all(|frame| !frame.overlaps(piece.grown(1.0)))
            };
            if is_free(usual) || !is_free(instead) { usual } else { instead }
        };
        let y_right = step(a.max.x < b.max.x, a.max.x, b.max.x);
        let y_left = step(b.min.x < a.min.x, a.min.x, b.min.x);
        right.extend([a, b].map(|area| Point::new(area.max.x, y_right)));
        left.extend([a, b].map(|area| Point::new(area.min.x, y_left)));
    }
    right.push(Point::new(last.area.max.x, last.area.max.y));
    left.push(Point::new(last.area.min.x, last.area.max.y));
    right.extend(left.into_iter().rev());
    Some(right)
}

/// The rows of the members, top to bottom; `None` when an outsider stands among them.
fn strips(stage: &Stage<'_>, members: &[usize], pad: f64) -> Option<Vec<Strip>> {
    let mut strips: Vec<Strip> = Vec::new();
    let row_of = |person: usize| stage.layout.row_of.get(person).copied();
    for &person in members {
        let (row, frame) = (row_of(person)?, stage.spot(person)?.frame.grown(pad));
        match strips.iter_mut().find(|strip| strip.row == row) {
            Some(strip) => strip.area = strip.area.union(frame),
            None => strips.push(Strip { row, area: frame }),
        }
    }
    strips.sort_by_key(|strip| strip.row);
    let near = ALIGN * stage.metrics.unit;
    let smooth = aligned(&strips, near);
    let room = LINE_ROOM * stage.metrics.unit;
    let outwards = [0.0, room, 2.0 * room, 3.0 * room, 0.0];
    // Between two neighbours there is room only close to the label.
    let inwards = [0.0, CLOSEST * stage.metrics.unit - pad];
    let moved = |strips: &[Strip], by: &[f64]| clear_of_lines(stage, strips, by);
    [
        moved(&smooth, &outwards),
        moved(&strips, &outwards),
        moved(&smooth, &inwards),
        moved(&strips, &inwards),
        smooth,
        strips,
    ]
    .into_iter()
    .find(|strips| !swallows_anyone(stage, members, strips))
}

/// The strips with their sides moved off the lines that run down along them: an outline on a line
/// would hide both. Each moves outwards by the first of `steps` that is free, else by the last.
fn clear_of_lines(stage: &Stage<'_>, strips: &[Strip], steps: &[f64]) -> Vec<Strip> {
    let unit = stage.metrics.unit;
    let lines = upright(stage);
    // A side moved for one row moves for the row below it that was level with it.
    let clear = |x: f64, outwards: f64| {
        let level = |strip: &&Strip| strip.area.min.x == x || strip.area.max.x == x;
        let touched: Vec<Rect> = strips.iter().filter(level).map(|strip| strip.area).collect();
        let is_free = |x: &f64| {
            let beside = |line: &Upright, area: &Rect| {
                line.is_beside(*x, LINE_ROOM * unit, (area.min.y, area.max.y))
            };
            !lines.iter().any(|line| touched.iter().any(|area| beside(line, area)))
        };
        let mut places = steps.iter().map(|step| x + outwards * step);
        let last = steps.last().map_or(x, |step| x + outwards * step);
        places.find(is_free).unwrap_or(last)
    };
    let mut moved = strips.to_vec();
    for strip in &mut moved {
        strip.area.min.x = clear(strip.area.min.x, -1.0);
        strip.area.max.x = clear(strip.area.max.x, 1.0);
    }
    moved
}

/// A piece of a line that runs straight down.
#[derive(Clone, Copy, Debug)]
struct Upright {
    x: f64,
    top: f64,
    bottom: f64,
}

impl Upright {
    /// Does it run nearer than `room` to a side at `x` somewhere between two heights?
    fn is_beside(self, x: f64, room: f64, (top, bottom): (f64, f64)) -> bool {
        (self.x - x).abs() < room && self.top < bottom && top < self.bottom
    }
}

fn upright(stage: &Stage<'_>) -> Vec<Upright> {
    let pairs = stage.layout.connectors.iter().flat_map(|line| line::pairs(&line.points));
    let upright = pairs.filter(|(a, b)| a.x == b.x);
    upright.map(|(a, b)| Upright { x: a.x, top: a.y.min(b.y), bottom: a.y.max(b.y) }).collect()
}

/// The strips with edges that nearly meet made one: small steps only disturb.
fn aligned(strips: &[Strip], near: f64) -> Vec<Strip> {
    let mut strips = strips.to_vec();
    for _ in 0..strips.len() {
        for at in 1..strips.len() {
            let (upper, lower) = strips.split_at_mut(at);
            let (Some(upper), Some(lower)) = (upper.last_mut(), lower.first_mut()) else { break };
            let (a, b) = (&mut upper.area, &mut lower.area);
            if (a.min.x - b.min.x).abs() < near {
                let left = a.min.x.min(b.min.x);
                (a.min.x, b.min.x) = (left, left);
            }
            if (a.max.x - b.max.x).abs() < near {
                let right = a.max.x.max(b.max.x);
                (a.max.x, b.max.x) = (right, right);
            }
        }
    }
    strips
}

fn swallows_anyone(stage: &Stage<'_>, members: &[usize], strips: &[Strip]) -> bool {
    let row_of = |person: usize| stage.layout.row_of.get(person).copied();
    let swallows = |person: usize| {
        let frame = stage.spot(person).map(|spot| spot.frame);
        let strip = strips.iter().find(|strip| Some(strip.row) == row_of(person));
        frame.zip(strip).is_some_and(|(frame, strip)| strip.area.overlaps(frame))
    };
    let outsiders = (0..stage.cast.people.len()).filter(|person| !members.contains(person));
    outsiders.into_iter().any(swallows)
}

fn draw_outline(stage: &mut Stage<'_>, id: &HouseholdId, corners: &[Point], at: usize) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let pen = Pen::on(Layer::Households).of(Subject::Household(id.clone()));
    let path = line::rounded_ring(corners, CORNER * unit);
    let fill = theme.panel.with_opacity(0.5);
    let stroke = dashed(stage, at);
    stage.add(&pen, Shape::Path { path, paint: Paint::both(fill, stroke) });
}

/// The line around the household with this number.
pub(super) fn dashed(stage: &Stage<'_>, at: usize) -> Stroke {
    let unit = stage.metrics.unit;
    let dashes = DASHES.get(at % DASHES.len()).map(|dashes| dashes.map(|it| it * unit));
    Stroke { dash: dashes, ..outline_stroke(stage) }
}

/// The dashed line around a household.
pub(super) fn outline_stroke(stage: &Stage<'_>) -> Stroke {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    Stroke::solid(theme.line, 0.7 * theme.stroke.line).dashed(5.0 * unit, 5.0 * unit)
}

/// A small house at the left of everybody's symbol, clear of its loops and of the line to a partner;
/// numbered when there are several, and beside the house of another household.
fn draw_houses(
    stage: &mut Stage<'_>,
    (id, members): (&HouseholdId, &[usize]),
    number: Option<usize>,
    houses: &mut [usize],
) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let pen = Pen::on(Layer::People).of(Subject::Household(id.clone()));
    for &person in members {
        let Some(spot) = stage.spot(person) else { continue };
        let Some(before) = houses.get_mut(person) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "a person lives in few houses")]
        let aside = 22.0 * unit * *before as f64;
        *before += 1;
        let center = spot.symbol.moved(-stage.clearance(person) - aside, 15.0 * unit);
        house(stage, &pen, center);
        if let Some(number) = number {
            let style = TextStyle::centered(10.0 * unit, theme.soft_ink).semi_bold();
            stage.text(&pen, &number.to_string(), center.moved(0.0, 18.0 * unit), style);
        }
    }
}

/// A small house around `center`.
pub(super) fn house(stage: &mut Stage<'_>, pen: &Pen, center: Point) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let paint = Paint::both(theme.panel, Stroke::solid(theme.line, 0.5 * theme.stroke.line));
    stage.add(pen, Shape::Circle { center, radius: 9.5 * unit, paint });
    if let Some(glyph) = catalogue::icon("house") {
        let rect = Rect::centered(center, Size::new(12.0 * unit, 12.0 * unit));
        stage.add(pen, Shape::Icon { glyph, rect, color: theme.soft_ink });
    }
}
