//! Puts a scene together: which parts, in which order, with how much room around them.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect, Size, snap};
use crate::i18n::{Message, Texts};
use crate::layout::{self, Layout};
use crate::model::{FamilyMap, NearestPartner, SiblingOrder, Sides, Subject};
use crate::scene::cast::Cast;
use crate::scene::metrics::Metrics;
use crate::scene::stage::Stage;
use crate::scene::strand::StrandEndKind;
use crate::scene::view::{Plates, View};
use crate::scene::{
    Scene, band, couple, flag, frame, home, household, knot, legend, more, person, relation,
    support, union, weave,
};
use crate::theme::Theme;

/// Free space around the family.
const MARGIN: f64 = 40.0;

/// The same on a screen, whose edge is a margin.
const SCREEN_MARGIN: f64 = 16.0;

/// The same where it is set on a page that has margins of its own.
const BARE_MARGIN: f64 = 2.0;

/// How a family map wants to be laid out.
#[must_use]
pub fn layout_options() -> layout::Options {
    // Lanes wide enough for three strands side by side; a gap that leaves room for a divorce mark
    // between partners.
    layout::Options { gap: 30.0, row_gap: 64.0, lane: 27.0, ..layout::Options::default() }
}

/// The same for the sizes of a theme: a large one needs more room between people and lines.
#[must_use]
fn layout_options_for(theme: &Theme) -> layout::Options {
    let unit = Metrics::of(theme).unit;
    let plain = layout_options();
    let (gap, row_gap, lane) = (plain.gap * unit, plain.row_gap * unit, plain.lane * unit);
    layout::Options { gap, row_gap, lane, ..plain }
}

/// The sizes of a theme against those of the design.
#[must_use]
pub fn scale_of(theme: &Theme) -> f64 {
    Metrics::of(theme).unit
}

/// The same with the rules of `map`.
#[must_use]
pub fn layout_options_of(map: &FamilyMap, theme: &Theme) -> layout::Options {
    let rules = map.view.rules;
    layout::Options {
        nearest: match rules.nearest {
            NearestPartner::Current => layout::Nearest::Current,
            NearestPartner::First => layout::Nearest::First,
        },
        man_left: match rules.sides {
            Sides::ManLeft => layout::SideRule::Soft,
            Sides::Free => layout::SideRule::Off,
        },
        by_age: match rules.siblings {
            SiblingOrder::Age => layout::AgeRule::Soft,
            SiblingOrder::StrictlyAge => layout::AgeRule::Strict,
            SiblingOrder::Free => layout::AgeRule::Off,
        },
        ..layout_options_for(theme)
    }
}

/// The same under `view`: names alone, and one strand at most, need less room between the rows.
#[must_use]
pub fn layout_options_under(map: &FamilyMap, view: &View) -> layout::Options {
    let full = layout_options_of(map, view.theme);
    match view.plates {
        Plates::Full => full,
        // As near as can be, so that it is large: room for the strands that are there.
        Plates::Screen => {
            let lane = match view.strands.len() {
                0 | 1 => 0.5,
                2 => 0.75,
                _ => 1.0,
            };
            layout::Options { row_gap: 0.1 * full.row_gap, lane: lane * full.lane, ..full }
        }
        Plates::NamesOnly => {
            layout::Options { row_gap: 0.42 * full.row_gap, lane: 0.6 * full.lane, ..full }
        }
        // No strand at all: the faces are as large as they can be.
        Plates::Faces => {
            layout::Options { row_gap: 0.3 * full.row_gap, lane: 0.5 * full.lane, ..full }
        }
    }
}

/// Draws `map` as it stands in `layout`. `cast` must be the one that was laid out.
#[must_use]
pub fn build(map: &FamilyMap, cast: &Cast, layout: &Layout, view: &View) -> Scene {
    if !view.absent.is_past() {
        return drawn(map, cast, layout, view);
    }
    // Who is asked is asked of today: of a past year a strand that fades out towards somebody would be
    // read as what began with them.
    let mut view = view.clone();
    for strand in &mut view.strands {
        strand.ends.retain(|end| end.kind != StrandEndKind::Open);
    }
    drawn(map, cast, layout, &view)
}

fn drawn(map: &FamilyMap, cast: &Cast, layout: &Layout, view: &View) -> Scene {
    let texts = Texts::new(view.lang);
    let (items, ways, explained, goals) =
        (Vec::new(), BTreeMap::new(), Vec::new(), BTreeMap::new());
    let metrics = Metrics::of(view.theme);
    let mut stage =
        Stage { map, cast, layout, view, texts, metrics, items, ways, explained, goals };
    let is_bare = view.plates.is_bare();
    let words = if is_bare { Vec::new() } else { band::words(&stage) };
    let homes = household::draw(&mut stage);
    union::draw(&mut stage);
    weave::draw(&mut stage);
    couple::draw_things(&mut stage);
    // After the words of bonds, which have one place only.
    home::draw_names(&mut stage, &homes);
    relation::draw(&mut stage);
    person::draw(&mut stage);
    more::draw(&mut stage);
    knot::on_loops(&mut stage);
    // Who is asked is asked of today.
    let is_past = view.absent.is_past();
    let questions = if is_past { BTreeMap::new() } else { knot::questions(&mut stage) };
    let mut field = field(&stage, &words);
    if view.title {
        field.max.x = field.max.x.max((field.min.x + frame::least_width(&stage)).ceil());
    }
    let (field, ties) =
        if is_bare { (field, Vec::new()) } else { around(&mut stage, field, &words) };
    let field = if view.legend { legend::draw(&mut stage, field, &ties) } else { field };
    let field = if view.title { frame::title(&mut stage, field) } else { field };
    Scene { questions, ..finish(stage, field) }
}

/// The bands behind the family, and who helps below it. Gives what is covered, and which looks of ties
/// there are to be explained.
fn around(
    stage: &mut Stage<'_>,
    mut field: Rect,
    words: &[String],
) -> (Rect, Vec<(support::TieLook, &'static str)>) {
    let supports = support::plan(stage, field, words);
    field.max.x = field.max.x.max(supports.right(stage.metrics.unit));
    field.min.x = (field.min.x - supports.wider()).floor();
    band::draw(stage, field, words);
    let after = band::after_first_word(stage, field, words);
    flag::of_family(stage, field, after);
    let field = supports.draw(stage, field);
    (field, support::looks_drawn(stage, &supports))
}

/// What the picture covers: the family, the words of the bands at its left, and a margin.
fn field(stage: &Stage<'_>, words: &[String]) -> Rect {
    if let Some(field) = stage.view.field {
        return field;
    }
    let drawn = stage.items.iter().filter_map(|item| item.shape.bounds());
    let family = drawn
        .fold(None, |so_far: Option<Rect>, rect| Some(so_far.map_or(rect, |all| all.union(rect))));
    let family =
        family.unwrap_or_else(|| Rect::centered(Point::default(), Size::new(400.0, 200.0)));
    if stage.view.plates.is_bare() {
        return family.grown(BARE_MARGIN);
    }
    let mut field = match stage.view.plates {
        Plates::Screen => family.grown(SCREEN_MARGIN),
        Plates::Full | Plates::NamesOnly | Plates::Faces => family.grown(MARGIN),
    };
    field.min.x -= band::width(stage, words) + band::inset(stage) - 16.0;
    let edges = band::edges(stage);
    let rows = band::drawn(stage);
    let edge = |row: usize| edges.get(row);
    let ends = rows.and_then(|(first, last)| edge(first).zip(edge(last + 1)));
    if let Some((top, bottom)) = ends {
        field.min.y = field.min.y.min(*top);
        field.max.y = field.max.y.max(*bottom);
    }
    let whole = |p: Point, round: fn(f64) -> f64| Point::new(round(p.x), round(p.y));
    Rect::between(whole(field.min, f64::floor), whole(field.max, f64::ceil))
}

fn finish(stage: Stage<'_>, field: Rect) -> Scene {
    let everybody = stage.cast.people.iter().enumerate();
    let people: BTreeMap<Subject, String> = everybody
        .filter(|(_, id)| stage.is_visible(id))
        .map(|(index, id)| (Subject::Person(id.clone()), person::spoken(&stage, index)))
        .collect();
    let title = stage.map.title.trim();
    let title = if title.is_empty() { stage.texts.get("scene-untitled") } else { title.to_owned() };
    let title = frame::titled(&title, stage.view.absent.year);
    let message = Message::new("scene-description")
        .count("people", people.len())
        .count("generations", stage.layout.rows.len());
    let description = stage.texts.say(&message);
    let ground = stage.view.theme.ground;
    let couples = couple::spoken(&stage).into_iter();
    let spoken = (people.into_iter().chain(home::spoken(&stage)))
        .chain(relation::spoken(&stage))
        .chain(couples)
        .chain(support::spoken(&stage))
        .collect();
    let (mut items, ways, explained, goals) =
        (stage.items, stage.ways, stage.explained, stage.goals);
    items.sort_by_key(|item| item.layer);
    let corner = |p: Point| Point::new(snap(p.x), snap(p.y));
    let bounds = Rect::between(corner(field.min), corner(field.max));
    let questions = BTreeMap::new();
    Scene {
        items,
        bounds,
        ground,
        title,
        description,
        spoken,
        questions,
        ways,
        explained,
        goals,
        passages: Vec::new(),
    }
}
