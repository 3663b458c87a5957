//! The explanation of the signs: only those that this drawing has, and that are not plain.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::geometry::{Point, Rect, Size};
use crate::i18n::Texts;
use crate::model::{Bond, Ending, Subject, Twins, Union, UnionKind};
use crate::scene::badge::{self, Badge, Standing, Tint};
use crate::scene::frame::EDGE;
use crate::scene::household;
use crate::scene::knot;
use crate::scene::relation;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::strand::{StrandEndKind, StrandKind};
use crate::scene::union::{self, partner_stroke, slash};
use crate::scene::{Item, Layer};
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
    DoubleLine,
    Focus,
    Household,
    House,
    Strand(usize),
    Over(Color),
    End(Color, StrandEndKind),
    /// A strand that ended with one who carried it: the knot stands on the loop.
    EndedWith(Color),
    /// A loop from which no strand leads on.
    NotYet(Color),
    Bond(Bond),
    /// Two lines from one point.
    Twins,
    /// A word on the line between partners.
    LivingApart,
    Relation(String),
}

/// Draws the legend below `field` and returns the field with it.
pub(super) fn draw(stage: &mut Stage<'_>, field: Rect) -> Rect {
    let signs = signs(stage);
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
    for sign in signs {
        let sample = sample_width(&sign.sample, unit, theme.size.badge);
        let width = sample + 8.0 * unit + style.width(&sign.words);
        if left < at.x && right < at.x + width {
            at = Point::new(left, at.y + row);
        }
        draw_sample(stage, &pen, &sign.sample, at, sample);
        let words = at.moved(sample + 8.0 * unit, 0.36 * style.size);
        stage.text(&pen, &sign.words, words, style);
        at.x += width + 26.0 * unit;
    }
    let max = Point::new(field.max.x, at.y + row / 2.0 + 14.0 * unit);
    Rect { max, ..field }
}

fn sample_width(sample: &Sample, unit: f64, tile: f64) -> f64 {
    match sample {
        Sample::Tile(_) => tile,
        Sample::Bond(_) => 8.0 * unit,
        Sample::Focus | Sample::House | Sample::EndedWith(_) | Sample::NotYet(_) => 20.0 * unit,
        Sample::Relation(_) => 52.0 * unit,
        Sample::Partners(_)
        | Sample::Slashes(_)
        | Sample::DoubleLine
        | Sample::Household
        | Sample::Strand(_)
        | Sample::Over(_)
        | Sample::End(..) => 36.0 * unit,
        Sample::LivingApart => 48.0 * unit,
        Sample::Twins => 24.0 * unit,
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
        Sample::Slashes(offsets) => {
            stage.stroke(pen, across, Stroke::solid(theme.line, theme.stroke.line));
            let ink = Stroke::solid(theme.ink, 1.2 * theme.stroke.slash);
            for offset in *offsets {
                let at = middle.moved(offset * unit, 0.0);
                stage.stroke(pen, slash(at, along, 0.8 * unit, 1.0), ink);
            }
        }
        Sample::DoubleLine => {
            for y in [-1.1 * theme.stroke.line, 1.1 * theme.stroke.line] {
                let path = Path::line(at.moved(0.0, y), at.moved(width, y));
                stage.stroke(pen, path, Stroke::solid(theme.line, theme.stroke.line));
            }
        }
        Sample::Focus => {
            for radius in [9.0 * unit, 5.5 * unit] {
                let paint = Paint::both(theme.panel, Stroke::solid(theme.ink, 1.6 * unit));
                stage.add(pen, Shape::Circle { center: middle, radius, paint });
            }
        }
        Sample::Household => {
            // A small outline, not a line: lines of couples are dashed, too.
            let rect = Rect::centered(middle, Size::new(width, 18.0 * unit));
            let paint = Paint::both(theme.ground, household::outline_stroke(stage));
            stage.add(pen, Shape::Rect { rect, radius: 6.0 * unit, paint });
        }
        Sample::House => household::house(stage, pen, middle),
        Sample::Strand(_)
        | Sample::Over(_)
        | Sample::End(..)
        | Sample::EndedWith(_)
        | Sample::NotYet(_) => draw_strand(stage, pen, sample, [at, middle, at.moved(width, 0.0)]),
        Sample::Twins => draw_twins(stage, pen, middle, width),
        Sample::LivingApart => draw_living_apart(stage, pen, [at, middle, at.moved(width, 0.0)]),
        Sample::Bond(bond) => {
            // Upright, as it leads down to a child: lines of couples are dashed, too.
            let [top, bottom] = [-12.0, 12.0].map(|y| middle.moved(0.0, y * unit));
            stage.stroke(pen, Path::line(top, bottom), union::bond_stroke(*bond, theme));
        }
        Sample::Relation(kind) => relation::sample(stage, pen, kind, at, width),
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
        Sample::NotYet(color) => draw_loop(stage, pen, *color, middle),
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

/// Two lines from one point.
fn draw_twins(stage: &mut Stage<'_>, pen: &Pen, middle: Point, width: f64) {
    let (theme, down) = (stage.theme(), 9.0 * stage.metrics.unit);
    let feet = [-0.5, 0.5].map(|side| middle.moved(side * width, down));
    let path = Path::polyline(&[feet[0], middle.moved(0.0, -down), feet[1]]);
    stage.stroke(pen, path, Stroke::solid(theme.line, theme.stroke.line));
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
    signs.extend(tile_signs(stage));
    let texts = stage.texts;
    let mut say = |sample: Sample, id: &'static str| {
        signs.push(Sign { sample, words: texts.get(id) });
    };
    let unions = || stage.map.unions.values().filter(|union| union.partners.len() == 2);
    let kinds: BTreeSet<UnionKind> = unions().map(|union| union.kind).collect();
    for kind in kinds {
        if let Some(id) = union_word(kind) {
            say(Sample::Partners(kind), id);
        }
    }
    if unions().any(|union| union.kind == UnionKind::LivingApart) {
        say(Sample::LivingApart, "scene-sign-living-apart");
    }
    let ends = |ending| unions().any(|union| union.ending == Some(ending));
    if ends(Ending::Divorced) {
        say(Sample::Slashes(&[-4.0, 4.0]), "scene-divorced");
    }
    let ended = |union: &Arc<Union>| union.ending.is_none() && union.until.is_some();
    if ends(Ending::Separated) || unions().any(ended) {
        say(Sample::Slashes(&[0.0]), "scene-separated");
    }
    if !stage.cast.blood_relatives.is_empty() {
        say(Sample::DoubleLine, "scene-blood-relatives");
    }
    let children = || stage.map.unions.values().flat_map(|union| &union.children);
    for (bond, id) in [
        (Bond::Adopted, "scene-line-adopted"),
        (Bond::Foster, "scene-line-foster"),
        (Bond::Step, "scene-line-step"),
    ] {
        if children().any(|child| child.bond == bond && stage.is_visible(&child.person)) {
            say(Sample::Bond(bond), id);
        }
    }
    let are_shown = |twins: &Twins| twins.people.iter().filter(|id| stage.is_visible(id)).count();
    if stage.map.twins.values().any(|twins| 1 < are_shown(twins)) {
        say(Sample::Twins, "scene-twins");
    }
    if !stage.map.focus.is_empty() {
        say(Sample::Focus, "scene-focus");
    }
    let is_household = |item: &Item| matches!(item.subject, Some(Subject::Household(_)));
    if stage.items.iter().any(|item| item.layer == Layer::Households) {
        say(Sample::Household, "scene-household");
    }
    let marked =
        stage.items.iter().filter(|item| item.layer == Layer::People && is_household(item));
    match marked.map(|item| &item.subject).collect::<BTreeSet<_>>().len() {
        0 => {}
        1 => say(Sample::House, "scene-house"),
        _ => say(Sample::House, "scene-houses"),
    }
    signs.extend(relation_signs(stage, texts));
    signs
}

const fn union_word(kind: UnionKind) -> Option<&'static str> {
    match kind {
        // Plain, or said by a word on the line.
        UnionKind::Married | UnionKind::Registered | UnionKind::LivingApart => None,
        UnionKind::LivingTogether => Some("scene-living-together"),
        UnionKind::Engaged => Some("scene-engaged"),
        UnionKind::Relationship => Some("scene-relationship"),
        UnionKind::Brief => Some("scene-brief"),
    }
}

/// Every kind of tile once, then what light and dashed tiles mean.
fn tile_signs(stage: &Stage<'_>) -> Vec<Sign> {
    let mut tiles: Vec<Badge> = Vec::new();
    let mut standings: BTreeSet<Standing> = BTreeSet::new();
    let people = stage.cast.people.iter().zip(&stage.cast.plates);
    for (_, plate) in people.filter(|(id, _)| stage.is_visible(id)) {
        for tile in &plate.badges.shown {
            standings.insert(tile.standing);
            let same = |it: &Badge| it.icon == tile.icon && it.tint == tile.tint;
            if !tiles.iter().any(same) {
                tiles.push(Badge { standing: Standing::Now, ..tile.clone() });
            }
        }
    }
    tiles.sort_by_key(|tile| (tile.tint == Tint::Strength, tile.order));
    let explained = standings.into_iter().filter_map(|standing| {
        let id = match standing {
            Standing::Now => return None,
            Standing::Before => "scene-before-now",
            Standing::Maybe => "scene-maybe",
            Standing::No => "scene-asked-no",
        };
        let first = tiles.first()?;
        let tile = Badge { standing, name: stage.texts.get(id), ..first.clone() };
        Some(tile)
    });
    let explained: Vec<Badge> = explained.collect();
    let all = tiles.into_iter().chain(explained);
    all.map(|tile| Sign { words: tile.name.clone(), sample: Sample::Tile(tile) }).collect()
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
    if strands.iter().any(|it| it.edges.iter().any(|e| e.kind != StrandKind::Direct)) {
        signs.push(Sign { sample: Sample::Over(color), words: stage.texts.get("scene-over") });
    }
    let has = |kind| strands.iter().any(|it| it.ends.iter().any(|end| end.kind == kind));
    for (kind, id) in [
        (StrandEndKind::Stops, "scene-stops"),
        (StrandEndKind::SoFarNot, "scene-so-far-not"),
        (StrandEndKind::Open, "scene-open"),
    ] {
        if has(kind) {
            signs.push(Sign { sample: Sample::End(color, kind), words: stage.texts.get(id) });
        }
    }
    if has(StrandEndKind::Ended) {
        let words = stage.texts.get("scene-ended-with");
        signs.push(Sign { sample: Sample::EndedWith(color), words });
    }
    if has(StrandEndKind::NotYet) {
        signs.push(Sign { sample: Sample::NotYet(color), words: stage.texts.get("scene-not-yet") });
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
