//! The explanation of the signs: only those that this drawing has, and that are not plain.

mod tiles;
mod who;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::geometry::{Point, Rect, Size};
use crate::i18n::Texts;
use crate::model::{
    Bond, Child, Ending, Gender, GoalState, Person, PersonId, Subject, TwinKind, Twins, Union,
    UnionId, UnionKind,
};
use crate::scene::badge::{self, Badge};
use crate::scene::flag;
use crate::scene::frame::EDGE;
use crate::scene::household;
use crate::scene::knot;
use crate::scene::line;
use crate::scene::person::{self, Symbol, TimeSign};
use crate::scene::relation;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::strand::{Ring, StrandEdge, StrandEndKind, StrandKind};
use crate::scene::support::{self, TieLook};
use crate::scene::union::{self, partner_stroke, slash};
use crate::scene::{Explained, Item, Layer};
use crate::theme::Color;

/// Radius of a loop in the explanation.
const LOOP: f64 = 8.0;

/// One sign and its words.
#[derive(Clone, Debug, PartialEq)]
struct Sign {
    sample: Sample,
    words: String,
}

/// What is drawn before the words.
#[derive(Clone, Debug, PartialEq)]
enum Sample {
    Tile(Badge),
    Partners(UnionKind),
    Slashes(&'static [f64]),
    /// Slashes with an arch over them.
    Again,
    /// A symbol, and whether somebody died.
    Person(Symbol, bool),
    /// A number of people who are folded away.
    Folded,
    DoubleLine,
    /// One line passes over another.
    Hop,
    /// More loops than are drawn.
    MoreLoops,
    /// More tiles than are drawn.
    MoreTiles,
    /// What the client puts first.
    First,
    /// The flag of a goal.
    Goal(GoalState),
    Focus,
    Household,
    House,
    Strand(usize),
    Over(Color),
    End(Color, StrandEndKind),
    /// A strand that ended with one who carried it: the knot stands on the loop.
    EndedWith(Color),
    /// A loop around somebody.
    Ring(Color, Ring),
    /// "?" at somebody.
    Question,
    /// What a past year says of people.
    Time(TimeSign),
    Bond(Bond),
    /// Two lines from one point.
    Twins(TwinKind),
    /// A word on the line between partners.
    LivingApart,
    Relation(String),
    /// A tie of a support.
    Tie(TieLook),
}

/// Draws the legend below `field` and returns the field with it.
pub(super) fn draw(stage: &mut Stage<'_>, field: Rect, ties: &[(TieLook, &'static str)]) -> Rect {
    let mut signs = signs(stage);
    let texts = stage.texts;
    signs.extend(ties.iter().map(|(look, id)| {
        let words = texts.get(id);
        Sign { sample: Sample::Tie(*look), words }
    }));
    if signs.is_empty() {
        return field;
    }
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let pen = Pen::on(Layer::Frame);
    let style = TextStyle::from_left(theme.size.generation, theme.ink);
    let row = 1.55 * theme.size.badge.max(style.size);
    let left = field.min.x + EDGE * unit;
    let right = field.max.x - EDGE * unit;
    let mut at = Point::new(left, field.max.y + 14.0 * unit + row / 2.0);
    let carried = who::carried(stage);
    for sign in signs {
        let sample = sample_width(&sign.sample, unit, theme.size.badge);
        let width = sample + 8.0 * unit + style.width(&sign.words);
        if left < at.x && right < at.x + width {
            at = Point::new(left, at.y + row);
        }
        draw_sample(stage, &pen, &sign.sample, at, sample);
        let words = at.moved(sample + 8.0 * unit, 0.36 * style.size);
        stage.text(&pen, &sign.words, words, style);
        let people = who::who(stage, &carried, &sign.sample);
        if !people.is_empty() {
            let min = at.moved(0.0, -row / 2.0);
            let rect = Rect::between(min, min.moved(width, row));
            stage.explained.push(Explained { rect, words: sign.words, people });
        }
        at.x += width + 26.0 * unit;
    }
    let max = Point::new(field.max.x, at.y + row / 2.0 + 14.0 * unit);
    Rect { max, ..field }
}

fn sample_width(sample: &Sample, unit: f64, tile: f64) -> f64 {
    match sample {
        Sample::Tile(_) | Sample::Goal(_) => tile,
        Sample::Bond(_) => 8.0 * unit,
        Sample::Focus
        | Sample::House
        | Sample::MoreTiles
        | Sample::First
        | Sample::EndedWith(_)
        | Sample::Ring(..)
        | Sample::Question
        | Sample::Time(_)
        | Sample::Person(..) => 20.0 * unit,
        Sample::Relation(_) | Sample::Tie(_) => 52.0 * unit,
        Sample::Partners(_)
        | Sample::Slashes(_)
        | Sample::Again
        | Sample::Folded
        | Sample::DoubleLine
        | Sample::Hop
        | Sample::MoreLoops
        | Sample::Household
        | Sample::Strand(_)
        | Sample::Over(_)
        | Sample::End(..) => 36.0 * unit,
        Sample::LivingApart => 48.0 * unit,
        Sample::Twins(_) => 24.0 * unit,
    }
}

/// Draws a sample from `at` (the middle of its left edge), `width` wide.
fn draw_sample(stage: &mut Stage<'_>, pen: &Pen, sample: &Sample, at: Point, width: f64) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let across = Path::line(at, at.moved(width, 0.0));
    let middle = at.moved(width / 2.0, 0.0);
    let along = Point::new(1.0, 0.0);
    match sample {
        Sample::Tile(tile) => {
            badge::tile(stage, pen, tile, at.moved(0.0, -stage.metrics.tile / 2.0));
        }
        Sample::Partners(kind) => stage.stroke(pen, across, partner_stroke(*kind, theme)),
        Sample::Slashes(_) | Sample::Again => {
            stage.stroke(pen, across, Stroke::solid(theme.line, theme.stroke.line));
            let ink = Stroke::solid(theme.ink, 1.2 * theme.stroke.slash);
            let offsets = if let Sample::Slashes(offsets) = sample { offsets } else { &[0.0][..] };
            for offset in offsets {
                let at = middle.moved(offset * unit, 0.0);
                stage.stroke(pen, slash(at, along, 0.8 * unit, 1.0), ink);
            }
            if *sample == Sample::Again {
                stage.stroke(pen, union::arch(middle, 0.8 * unit), ink.round());
            }
        }
        Sample::DoubleLine => {
            for y in [-1.1 * theme.stroke.line, 1.1 * theme.stroke.line] {
                let path = Path::line(at.moved(0.0, y), at.moved(width, y));
                stage.stroke(pen, path, Stroke::solid(theme.line, theme.stroke.line));
            }
        }
        Sample::First => draw_first(stage, pen, middle),
        Sample::Goal(state) => {
            let side = stage.metrics.tile;
            flag::draw(stage, pen, *state, (at.moved(0.0, -side / 2.0), side));
        }
        Sample::Hop | Sample::MoreLoops | Sample::MoreTiles => draw_more(stage, pen, sample, at),
        Sample::Focus => {
            for radius in [9.0 * unit, 5.5 * unit] {
                let paint = Paint::both(theme.panel, Stroke::solid(theme.ink, 1.6 * unit));
                stage.add(pen, Shape::Circle { center: middle, radius, paint });
            }
        }
        Sample::Household => draw_home(stage, pen, (middle, width)),
        Sample::House => household::house(stage, pen, middle),
        Sample::Time(sign) => person::time_sample(stage, pen, *sign, middle),
        Sample::Strand(_)
        | Sample::Over(_)
        | Sample::End(..)
        | Sample::EndedWith(_)
        | Sample::Ring(..)
        | Sample::Question => draw_strand(stage, pen, sample, [at, middle, at.moved(width, 0.0)]),
        Sample::Twins(kind) => draw_twins(stage, pen, *kind, (middle, width)),
        Sample::Person(symbol, dead) => person::sample(stage, pen, (*symbol, *dead), middle),
        Sample::Folded => draw_folded(stage, pen, middle),
        Sample::LivingApart => draw_living_apart(stage, pen, [at, middle, at.moved(width, 0.0)]),
        Sample::Bond(bond) => {
            // Upright, as it leads down to a child: lines of couples are dashed, too.
            let [top, bottom] = [-12.0, 12.0].map(|y| middle.moved(0.0, y * unit));
            stage.stroke(pen, Path::line(top, bottom), union::bond_stroke(*bond, theme));
        }
        Sample::Relation(kind) => relation::sample(stage, pen, kind, at, width),
        Sample::Tie(look) => support::sample(stage, pen, *look, at, width),
    }
}

/// A number of people who are folded away.
fn draw_folded(stage: &mut Stage<'_>, pen: &Pen, middle: Point) {
    let up = -0.8 * stage.theme().size.years;
    person::folded_sign(stage, pen, "+n", middle.moved(0.0, up));
}

/// A small outline, not a line: lines of couples are dashed, too.
fn draw_home(stage: &mut Stage<'_>, pen: &Pen, (middle, width): (Point, f64)) {
    let unit = stage.metrics.unit;
    let rect = Rect::centered(middle, Size::new(width, 18.0 * unit));
    let paint = Paint::both(stage.theme().ground, household::outline_stroke(stage));
    stage.add(pen, Shape::Rect { rect, radius: 6.0 * unit, paint });
}

/// The number of what comes first, as if it stood on the corner of a tile.
fn draw_first(stage: &mut Stage<'_>, pen: &Pen, middle: Point) {
    let side = 20.0 * stage.metrics.unit;
    let corner = middle.moved(0.06 * side, -0.06 * side);
    let tile = Rect::between(corner.moved(-side, 0.0), corner.moved(0.0, side));
    badge::first(stage, pen, 1, tile);
}

/// A line that passes over another; more loops or tiles than there is room for.
fn draw_more(stage: &mut Stage<'_>, pen: &Pen, sample: &Sample, at: Point) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let style = TextStyle::centered(theme.size.years, theme.soft_ink).semi_bold();
    match sample {
        Sample::Hop => {
            let middle = at.moved(18.0 * unit, 0.0);
            let stroke = Stroke::solid(theme.line, theme.stroke.line);
            let upright = Path::line(middle.moved(0.0, -9.0 * unit), middle.moved(0.0, 9.0 * unit));
            stage.stroke(pen, upright, stroke);
            let across = Path::line(at, at.moved(36.0 * unit, 0.0));
            stage.stroke(pen, line::with_hops(across, &[middle]), stroke);
        }
        Sample::MoreLoops => {
            draw_loop(stage, pen, theme.soft_ink, at.moved(10.0 * unit, 0.0));
            stage.text(pen, "+n", at.moved(29.0 * unit, 0.36 * style.size), style);
        }
        _ => stage.text(pen, "+n", at.moved(10.0 * unit, 0.36 * style.size), style),
    }
}

/// What strands look like.
fn draw_strand(stage: &mut Stage<'_>, pen: &Pen, sample: &Sample, [from, middle, to]: [Point; 3]) {
    let (theme, unit, across) = (stage.theme(), stage.metrics.unit, Path::line(from, to));
    match sample {
        Sample::Strand(strand) => {
            let stroke = Stroke::solid(stage.strand_color(*strand), theme.stroke.strand);
            stage.stroke(pen, across.clone(), stroke.round());
            if let Some(core) = stage.core_stroke(*strand, stroke.width) {
                stage.stroke(pen, across, core);
            }
        }
        Sample::Over(color) => {
            let width = theme.stroke.strand_over;
            let stroke = Stroke::solid(*color, width).round();
            stage.stroke(pen, across, stroke.dashed(0.4 * width, 1.8 * width));
        }
        Sample::End(color, kind) => draw_end(stage, pen, (*color, *kind), [from, middle, to]),
        Sample::EndedWith(color) => {
            draw_loop(stage, pen, *color, middle);
            let at = middle.moved(0.7 * LOOP * unit, 0.7 * LOOP * unit);
            knot::green(stage, pen, at, 5.5 * unit, *color);
        }
        Sample::Ring(color, ring) => {
            let stroke = Stroke::solid(*color, 3.0 * unit);
            let grown = LOOP * unit - Symbol::Circle.half(unit);
            person::quiet_loop(stage, pen, (Symbol::Circle, middle, grown), (*ring, stroke));
        }
        Sample::Question => {
            let rim = stage.theme().soft_ink;
            knot::question(stage, pen, middle, LOOP * unit, rim);
        }
        _ => {}
    }
}

/// The word on the line of a couple that lives apart.
fn draw_living_apart(stage: &mut Stage<'_>, pen: &Pen, [from, middle, to]: [Point; 3]) {
    let theme = stage.theme();
    stage.stroke(pen, Path::line(from, to), partner_stroke(UnionKind::LivingApart, theme));
    let style = TextStyle::centered(11.0 * stage.metrics.unit, theme.soft_ink).semi_bold();
    let text = stage.texts.get("scene-living-apart");
    stage.pill(pen, &text, middle, style);
}

/// Two lines from one point; a bar or a question mark between them.
fn draw_twins(stage: &mut Stage<'_>, pen: &Pen, kind: TwinKind, (middle, width): (Point, f64)) {
    let (theme, down) = (stage.theme(), 9.0 * stage.metrics.unit);
    let feet = [-0.5, 0.5].map(|side| middle.moved(side * width, down));
    let path = Path::polyline(&[feet[0], middle.moved(0.0, -down), feet[1]]);
    let stroke = Stroke::solid(theme.line, theme.stroke.line);
    stage.stroke(pen, path, stroke);
    match kind {
        TwinKind::Identical => {
            let [from, to] = [-0.25, 0.25].map(|side| middle.moved(side * width, 0.0));
            stage.stroke(pen, Path::line(from, to), stroke);
        }
        TwinKind::Fraternal => {}
        TwinKind::Unknown => {
            let style = TextStyle::centered(theme.size.years, theme.soft_ink).semi_bold();
            stage.text(pen, "?", middle.moved(0.0, down), style);
        }
    }
}

/// The loop around a carrier.
fn draw_loop(stage: &mut Stage<'_>, pen: &Pen, color: Color, center: Point) {
    let unit = stage.metrics.unit;
    let paint = Paint::both(stage.theme().panel, Stroke::solid(color, 3.0 * unit));
    stage.add(pen, Shape::Circle { center, radius: LOOP * unit, paint });
}

/// A strand that ends half way, or fades over its whole length.
fn draw_end(
    stage: &mut Stage<'_>,
    pen: &Pen,
    (color, kind): (Color, StrandEndKind),
    [from, middle, to]: [Point; 3],
) {
    let stroke = Stroke::solid(color, stage.theme().stroke.strand);
    if kind == StrandEndKind::Open {
        let (whole, tail) = knot::fading_parts(stage.metrics.unit, &[from, to], 0.0);
        stage.stroke(pen, Path::polyline(&whole), stroke);
        knot::fading(stage, pen, &tail, stroke);
    } else {
        stage.stroke(pen, Path::line(from, middle), stroke.round());
        knot::at_end(stage, pen, (color, kind), (middle, 1.0));
    }
}

/// The signs of this drawing, in the order in which they are explained.
fn signs(stage: &Stage<'_>) -> Vec<Sign> {
    let mut signs = strand_signs(stage);
    signs.extend(tiles::signs(stage));
    let rows = union_signs(stage).into_iter().chain(child_signs(stage)).chain(people_signs(stage));
    let texts = stage.texts;
    let goals = flag::states_drawn(stage).into_iter();
    signs.extend(goals.map(|state| Sign {
        words: texts.get(flag::state_words(state)),
        sample: Sample::Goal(state),
    }));
    signs.extend(rows.map(|(sample, id)| Sign { sample, words: texts.get(id) }));
    signs.extend(relation_signs(stage, texts));
    signs.extend(time_signs(stage).map(|(sample, id)| Sign { sample, words: texts.get(id) }));
    signs
}

/// What only a past year has.
fn time_signs(stage: &Stage<'_>) -> impl Iterator<Item = (Sample, &'static str)> {
    let absent = &stage.view.absent;
    let is_absent = !absent.people.is_empty()
        || !absent.unions.is_empty()
        || !absent.children.is_empty()
        || !absent.supports.is_empty();
    let new = if absent.is_past() { "scene-new" } else { "scene-changed" };
    let all = [
        (is_absent, Sample::Time(TimeSign::Absent), "scene-absent"),
        (!absent.new.is_empty(), Sample::Time(TimeSign::New), new),
    ];
    all.into_iter().filter(|it| it.0).map(|(_, sample, words)| (sample, words))
}

/// Couples: how they are together, and how it ended.
fn union_signs(stage: &Stage<'_>) -> Vec<(Sample, &'static str)> {
    let mut signs = Vec::new();
    let are_drawn = |union: &Union| union.partners.iter().all(|id| is_drawn(stage, id));
    let unions = || {
        let absent = &stage.view.absent.unions;
        let all = stage.map.unions.iter().filter(|(id, _)| !absent.contains(*id));
        all.map(|it| it.1).filter(|union| union.partners.len() == 2 && are_drawn(union))
    };
    let kinds: BTreeSet<UnionKind> = unions().map(|union| union.kind).collect();
    for kind in kinds {
        signs.extend(union::legend_word(kind).map(|id| (Sample::Partners(kind), id)));
    }
    let ends = |ending| unions().any(|union| union.ending == Some(ending));
    let ended = |union: &Arc<Union>| union.ending.is_none() && union.until.is_some();
    let is_apart = ends(Ending::Separated) || unions().any(ended);
    let again = unions().any(|union| union.together_again.is_some());
    let apart = unions().any(|union| union.kind == UnionKind::LivingApart);
    let related = |id| stage.map.union(id).is_some_and(are_drawn);
    let relatives = stage.cast.blood_relatives.iter().any(related);
    let hops = stage.layout.connectors.iter().any(|line| !line.bridges.is_empty());
    for (is_there, sample, id) in [
        (apart, Sample::LivingApart, "scene-sign-living-apart"),
        (ends(Ending::Divorced), Sample::Slashes(&[-4.0, 4.0]), "scene-divorced"),
        (is_apart, Sample::Slashes(&[0.0]), "scene-separated"),
        (again, Sample::Again, "scene-sign-again"),
        (relatives, Sample::DoubleLine, "scene-blood-relatives"),
        (hops, Sample::Hop, "scene-sign-hop"),
    ] {
        signs.extend(is_there.then_some((sample, id)));
    }
    signs
}

/// Lines to children, and those born together.
fn child_signs(stage: &Stage<'_>) -> Vec<(Sample, &'static str)> {
    let mut signs = Vec::new();
    let children = || {
        let absent = &stage.view.absent.children;
        let of = |(id, union): (&UnionId, &Arc<Union>)| {
            let is_there = |it: &&Child| !absent.contains(&(id.clone(), it.person.clone()));
            let there = union.children.iter().filter(is_there);
            there.map(|it| (it.clone(), it.bond_under(&union.partners))).collect::<Vec<_>>()
        };
        stage.map.unions.iter().flat_map(of)
    };
    for (bond, id) in [
        (Bond::Adopted, "scene-line-adopted"),
        (Bond::Foster, "scene-line-foster"),
        (Bond::Guardian, "scene-line-guardian"),
        (Bond::Donor, "scene-line-donor"),
        (Bond::Step, "scene-line-step"),
    ] {
        if children().any(|(child, is)| is == bond && is_drawn(stage, &child.person)) {
            signs.push((Sample::Bond(bond), id));
        }
    }
    let are_shown = |twins: &Twins| twins.people.iter().filter(|id| is_drawn(stage, id)).count();
    let twins = || stage.map.twins.values().filter(|twins| 1 < are_shown(twins));
    for (kind, id) in [
        (TwinKind::Fraternal, "scene-twins"),
        (TwinKind::Identical, "scene-sign-twins-identical"),
        (TwinKind::Unknown, "scene-sign-twins-unknown"),
    ] {
        if twins().any(|twins| twins.kind == kind) {
            signs.push((Sample::Twins(kind), id));
        }
    }
    signs
}

/// People who are not plainly a man or a woman, who it is about, and who lives together.
fn people_signs(stage: &Stage<'_>) -> Vec<(Sample, &'static str)> {
    let mut signs: Vec<(Sample, &'static str)> = (PEOPLE.into_iter())
        .filter(|(symbol, life, _)| is_on_the_map(stage, *symbol, *life))
        .map(|(symbol, life, id)| (Sample::Person(symbol, life == Life::Over), id))
        .collect();
    if stage.cast.folded.keys().any(|id| stage.is_visible(id)) {
        signs.push((Sample::Folded, "scene-sign-folded"));
    }
    if stage.map.focus.iter().any(|id| is_drawn(stage, id)) {
        signs.push((Sample::Focus, "scene-focus"));
    }
    let is_household = |item: &Item| matches!(item.subject, Some(Subject::Household(_)));
    if stage.items.iter().any(|item| item.layer == Layer::Households) {
        let is_past = stage.view.absent.is_past();
        let words = if is_past { "scene-household-then" } else { "scene-household" };
        signs.push((Sample::Household, words));
    }
    let marked =
        stage.items.iter().filter(|item| item.layer == Layer::People && is_household(item));
    match marked.map(|item| &item.subject).collect::<BTreeSet<_>>().len() {
        0 => {}
        1 => signs.push((Sample::House, "scene-house")),
        _ => signs.push((Sample::House, "scene-houses")),
    }
    signs
}

/// Is this person on the picture: not folded away, not of another part?
fn is_drawn(stage: &Stage<'_>, person: &PersonId) -> bool {
    let is_there = !stage.view.absent.people.contains(person);
    is_there && stage.index_of(person).is_some() && stage.is_visible(person)
}

/// Over, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Life {
    Over,
    Any,
}

/// The signs for people that are not plain: man, woman.
const PEOPLE: [(Symbol, Life, &str); 8] = [
    (Symbol::Square, Life::Over, "scene-sign-dead"),
    (Symbol::Dome, Life::Any, "scene-sign-non-binary"),
    (Symbol::Rounded, Life::Any, "scene-sign-unknown"),
    (Symbol::Expected, Life::Any, "scene-sign-expected"),
    (Symbol::Lost, Life::Any, "scene-sign-lost"),
    (Symbol::Ended, Life::Any, "scene-sign-ended"),
    (Symbol::Stillborn(Gender::Unknown), Life::Any, "scene-sign-stillborn"),
    (Symbol::Crowd, Life::Any, "scene-sign-crowd"),
];

/// Is there somebody with this symbol, or somebody dead, whatever their symbol?
fn is_on_the_map(stage: &Stage<'_>, symbol: Symbol, life: Life) -> bool {
    let people = stage.cast.people.iter().zip(&stage.cast.plates);
    let mut shown = people.filter(|(id, _)| is_drawn(stage, id));
    shown.any(|(id, plate)| match (life, plate.symbol) {
        (Life::Over, Symbol::Square | Symbol::Circle | Symbol::Dome | Symbol::Rounded) => {
            stage.map.person(id).is_some_and(Person::is_dead)
        }
        (Life::Over, _) => false,
        (Life::Any, Symbol::Stillborn(_)) => matches!(symbol, Symbol::Stillborn(_)),
        (Life::Any, of_person) => of_person == symbol,
    })
}

fn strand_signs(stage: &Stage<'_>) -> Vec<Sign> {
    let mut signs = Vec::new();
    let strands = &stage.view.strands;
    for (at, strand) in strands.iter().enumerate() {
        if !strand.label.is_empty() {
            signs.push(Sign { sample: Sample::Strand(at), words: strand.label.clone() });
        }
    }
    // Of several strands, none lends its colour to a sign that all may have.
    let one = (strands.len() == 1).then(|| stage.strand_color(0));
    let color = one.unwrap_or(stage.theme().soft_ink);
    let is_over = |edge: &StrandEdge| {
        let ends = [&edge.from, &edge.to];
        edge.kind != StrandKind::Direct && ends.iter().all(|id| is_drawn(stage, id))
    };
    if strands.iter().any(|it| it.edges.iter().any(is_over)) {
        signs.push(Sign { sample: Sample::Over(color), words: stage.texts.get("scene-over") });
    }
    let rings: BTreeSet<Ring> = strands
        .iter()
        .flat_map(|it| {
            let drawn = it.carriers.iter().filter(|id| is_drawn(stage, id));
            drawn.map(|id| it.rings.get(id).copied().unwrap_or_default())
        })
        .collect();
    for ring in rings {
        let id = match ring {
            Ring::Full => "scene-ring",
            Ring::Over => "scene-ring-over",
            Ring::Beside => "scene-ring-beside",
        };
        signs.push(Sign { sample: Sample::Ring(color, ring), words: stage.texts.get(id) });
    }
    let mut loops = stage.cast.loops.iter().filter(|(id, _)| is_drawn(stage, id));
    if loops.any(|(_, loops)| person::MOST_LOOPS < loops.len()) {
        let words = stage.texts.get("scene-sign-more-loops");
        signs.push(Sign { sample: Sample::MoreLoops, words });
    }
    let ends = || strands.iter().flat_map(|it| &it.ends).filter(|it| is_drawn(stage, &it.person));
    let has = |kind| ends().any(|end| end.kind == kind);
    for (kind, id) in [(StrandEndKind::Stops, "scene-stops"), (StrandEndKind::Open, "scene-fades")]
    {
        if has(kind) {
            signs.push(Sign { sample: Sample::End(color, kind), words: stage.texts.get(id) });
        }
    }
    if has(StrandEndKind::Open) {
        signs.push(Sign { sample: Sample::Question, words: stage.texts.get("scene-open") });
    }
    if has(StrandEndKind::Ended) {
        let words = stage.texts.get("scene-ended-with");
        signs.push(Sign { sample: Sample::EndedWith(color), words });
    }
    signs
}

fn relation_signs(stage: &Stage<'_>, texts: Texts) -> Vec<Sign> {
    let kinds = relation::kinds_drawn(stage);
    let signs = kinds.into_iter().map(|kind| Sign {
        words: kind.words.in_lang(texts.lang()).to_owned(),
        sample: Sample::Relation(kind.id.clone()),
    });
    signs.collect()
}
