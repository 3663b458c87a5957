//! What a household is called on the map, and what is said of it to those who do not see it.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect};
use crate::i18n::Message;
use crate::model::{Household, Subject};
use crate::scene::shape::{Paint, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::{Item, Layer, badge, household, line, words};

/// A longer name is cut off on the map.
const LONGEST: usize = 32;

/// The name of every outline, on its edge: where it covers as little as possible.
pub(super) fn draw_names(stage: &mut Stage<'_>, homes: &household::Drawn<'_>) {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let style = TextStyle::centered(12.0 * unit, theme.soft_ink).semi_bold();
    let mut taken: Vec<Rect> = frames(stage);
    let necks = homes.necks.iter().flat_map(|neck| line::pairs(neck));
    taken.extend(necks.map(|(a, b)| Rect::between(a, b).grown(5.0 * unit)));
    // What is written already, and the tiles of couples.
    let is_read = |item: &&Item| {
        let is_of_couple = matches!(item.subject, Some(Subject::Union(_)));
        item.letters.is_some() || item.layer == Layer::Marks && is_of_couple
    };
    let words = stage.items.iter().filter(is_read);
    let mut pills: Vec<Rect> = words.filter_map(|item| item.shape.bounds()).collect();
    for (id, corners) in &homes.outlines {
        let Some(household) = stage.map.households.get(*id) else { continue };
        let pen = Pen::on(Layer::Marks).of(Subject::Household((*id).clone()));
        let name = shortened(&name(stage, household));
        let tiles = badge::of_household(stage.map, (*id, household.as_ref()), stage.view);
        let room = if name.is_empty() { 0.0 } else { stage.pill_size(&name, style).w + 8.0 * unit };
        let height = 22.0 * unit;
        let width = room + tiles.width(&stage.metrics);
        if width <= 0.0 {
            continue;
        }
        let hits = |place: Rect| {
            let on = |rect: &&Rect| rect.overlaps(place);
            taken.iter().filter(on).count() + 4 * pills.iter().filter(on).count()
        };
        let places = places(corners, (width, height), 18.0 * unit);
        let mut best: Option<(usize, Rect)> = None;
        for place in places {
            let hits = hits(place);
            if best.is_none_or(|(least, _)| hits < least) {
                best = Some((hits, place));
            }
        }
        let Some((_, place)) = best else { continue };
        pills.push(place);
        if !name.is_empty() {
            let pill =
                Rect::between(place.min, Point::new(place.min.x + room - 8.0 * unit, place.max.y));
            let paint =
                Paint::both(theme.panel, Stroke::solid(theme.hairline, 0.5 * theme.stroke.line));
            stage.ground(&pen, Shape::Rect { rect: pill, radius: height / 2.0, paint }, style.size);
            stage.text(&pen, &name, pill.center().moved(0.0, 0.36 * style.size), style);
        }
        let left = Point::new(place.min.x + room, place.center().y);
        let middle = left.x + tiles.width(&stage.metrics) / 2.0;
        badge::draw(stage, &pen, &tiles, middle, left.y - stage.metrics.tile / 2.0);
    }
}

/// Where the name can stand: along the upper edge, then the lower one.
fn places(corners: &[Point], (width, height): (f64, f64), from_corner: f64) -> Vec<Rect> {
    let level: Vec<(Point, Point)> = line::pairs(corners)
        .chain(corners.last().copied().zip(corners.first().copied()))
        .filter(|(a, b)| a.y == b.y && 1.0 < (a.x - b.x).abs())
        .map(|(a, b)| if a.x <= b.x { (a, b) } else { (b, a) })
        .collect();
    let top = level.iter().map(|(a, _)| a.y).fold(f64::INFINITY, f64::min);
    let bottom = level.iter().map(|(a, _)| a.y).fold(f64::NEG_INFINITY, f64::max);
    let mut places = Vec::new();
    for y in [top, bottom] {
        for (a, b) in level.iter().filter(|(a, _)| a.y == y) {
            let (left, right) = (a.x + from_corner, b.x - from_corner - width);
            let middle = f64::midpoint(a.x, b.x) - width / 2.0;
            for x in [right.max(middle), left.min(middle), middle, b.x - from_corner] {
                let min = Point::new(x, y - height / 2.0);
                places.push(Rect::between(min, min.moved(width, height)));
            }
        }
    }
    places
}

/// Everybody, and the lines: what a name would better not cover.
fn frames(stage: &Stage<'_>) -> Vec<Rect> {
    let people = (0..stage.cast.people.len()).filter_map(|at| stage.spot(at));
    let mut frames: Vec<Rect> = people.map(|spot| spot.frame.grown(-4.0)).collect();
    // In a large family nobody reads single names; the tries would be many.
    if frames.len() <= 600 {
        let pieces = stage.layout.connectors.iter().flat_map(|it| line::pairs(&it.points));
        frames.extend(pieces.map(|(a, b)| Rect::between(a, b).grown(1.0)));
    }
    frames
}

/// What the family calls it, or who lives there.
pub(super) fn name(stage: &Stage<'_>, household: &Household) -> String {
    let own = household.name.trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    stage.texts.listed(&members(stage, household))
}

/// The names of those who are drawn and live there, as this picture shows names.
fn members(stage: &Stage<'_>, household: &Household) -> Vec<String> {
    let there = household::living_there(stage, household);
    let lives = |id: &&crate::model::Housemate| {
        stage.index_of(&id.person).is_some_and(|at| there.contains(&at))
    };
    let people = household.members.iter().filter(lives).filter_map(|mate| {
        let person = stage.map.person(&mate.person)?;
        Some(words::name(&mate.person, person, stage.view).trim().to_owned())
    });
    people.filter(|name| !name.is_empty()).collect()
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let short: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", short.trim_end())
}

/// What is said of every household that is drawn.
pub(super) fn spoken(stage: &Stage<'_>) -> BTreeMap<Subject, String> {
    let said = household::seen(stage).into_iter().map(|(id, household)| {
        let people = members(stage, household);
        let message = if people.is_empty() {
            Message::new("scene-home-nameless")
        } else {
            Message::new("scene-home").arg("people", stage.texts.listed(&people))
        };
        let message = message.count("n", household::living_there(stage, household).len());
        let mut said = stage.texts.say(&message.arg("name", name(stage, household)));
        let things = badge::of_household(stage.map, (id, household), stage.view);
        let things: Vec<String> = things.said().collect();
        if !things.is_empty() {
            said = format!("{said} {}.", stage.texts.listed(&things));
        }
        (Subject::Household(id.clone()), said)
    });
    said.collect()
}
