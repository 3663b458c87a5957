//! What plays between two partners, and what is strong between them: tiles above their line.

use crate::geometry::{Point, Rect, Size};
use crate::layout::LineRole;
use crate::model::{PersonId, Subject, Union, UnionId};
use crate::scene::stage::{Pen, Stage};
use crate::scene::{Layer, badge, line};

/// Draws the tiles of every couple of whom both are seen.
pub(super) fn draw_things(stage: &mut Stage<'_>) {
    let (cast, layout) = (stage.cast, stage.layout);
    let mut taken = read(stage);
    for piece in layout.connectors.iter().filter(|it| it.role == LineRole::Partners) {
        let Some(id) = cast.unions.get(piece.union) else { continue };
        let Some(union) = stage.map.union(id).filter(|it| is_seen(stage, it)) else { continue };
        let tiles = badge::of_union(stage.map, union, stage.view);
        let width = tiles.width(&stage.metrics);
        if width <= 0.0 {
            continue;
        }
        let size = Size::new(width + 4.0 * stage.metrics.unit, stage.metrics.tile);
        let Some(place) = place(stage, &piece.points, size, &taken) else { continue };
        taken.push(place);
        let pen = Pen::on(Layer::Marks).of(Subject::Union(id.clone()));
        badge::draw(stage, &pen, &tiles, place.center().x, place.min.y);
    }
}

/// Where along the line of a couple its tiles may stand: the middle first.
const SHARES: [f64; 5] = [0.5, 0.4, 0.6, 0.3, 0.7];
/// So often tiles go higher to get out of the way.
const MOST_STEPS: usize = 64;

/// The place of the tiles of a couple: just above its line, where they lie on nothing that is read; where
/// there is no room between the two, over their heads, and higher until nothing is in the way.
fn place(stage: &Stage<'_>, line: &[Point], size: Size, taken: &[Rect]) -> Option<Rect> {
    let unit = stage.metrics.unit;
    let length = line::length(line);
    let on_line = SHARES.iter().filter_map(|share| line::at(line, share * length));
    let low = |(at, _): (Point, Point)| {
        let min = Point::new(at.x - size.w / 2.0, at.y - 16.0 * unit - size.h);
        Rect::between(min, min.moved(size.w, size.h))
    };
    let in_the_way = |place: &Rect| {
        let over = taken.iter().filter(|it| it.overlaps(*place));
        over.map(|it| it.min.y).reduce(f64::min)
    };
    let places: Vec<Rect> = on_line.map(low).collect();
    if let Some(free) = places.iter().find(|it| in_the_way(it).is_none()) {
        return Some(*free);
    }
    let mut place = *places.first()?;
    for _ in 0..MOST_STEPS {
        let Some(head) = in_the_way(&place) else { break };
        let min = Point::new(place.min.x, head - 8.0 * unit - size.h);
        place = Rect::between(min, min.moved(size.w, size.h));
    }
    Some(place)
}

/// Everybody with their names and tiles, and the words on the lines of couples.
fn read(stage: &Stage<'_>) -> Vec<Rect> {
    let people = (0..stage.cast.people.len()).filter_map(|at| stage.spot(at));
    let words = stage.items.iter().filter(|item| item.layer == Layer::Marks);
    let words = words.filter_map(|item| item.shape.bounds());
    people.map(|spot| spot.frame).chain(words).collect()
}

fn is_seen(stage: &Stage<'_>, union: &Union) -> bool {
    union.partners.len() == 2 && union.partners.iter().all(|id| stage.is_visible(id))
}

/// The couples of whom both are on the picture.
pub(super) fn seen<'a>(stage: &Stage<'a>) -> Vec<(&'a UnionId, &'a Union)> {
    let all = stage.map.unions.iter().map(|(id, it)| (id, it.as_ref()));
    let is_drawn = |id: &PersonId| stage.index_of(id).is_some();
    all.filter(|(_, it)| is_seen(stage, it) && it.partners.iter().all(is_drawn)).collect()
}

/// What is said of the couples who have something to say, to those who do not see the map.
pub(super) fn spoken(stage: &Stage<'_>) -> Vec<(Subject, String)> {
    let said = seen(stage).into_iter().filter_map(|(id, union)| {
        let things: Vec<String> = badge::of_union(stage.map, union, stage.view).said().collect();
        (!things.is_empty()).then(|| (subject(id), stage.texts.listed(&things)))
    });
    said.collect()
}

fn subject(id: &UnionId) -> Subject {
    Subject::Union(id.clone())
}
