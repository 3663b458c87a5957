//! What plays between two partners, and what is strong between them: tiles above their line.

use crate::geometry::{Point, Rect};
use crate::layout::LineRole;
use crate::model::{PersonId, Subject, Union, UnionId};
use crate::scene::stage::{Pen, Stage};
use crate::scene::{Layer, badge, line};

/// Draws the tiles of every couple of whom both are seen.
pub(super) fn draw_things(stage: &mut Stage<'_>) {
    let (cast, layout) = (stage.cast, stage.layout);
    for piece in layout.connectors.iter().filter(|it| it.role == LineRole::Partners) {
        let Some(id) = cast.unions.get(piece.union) else { continue };
        let Some(union) = stage.map.union(id).filter(|it| is_seen(stage, it)) else { continue };
        let tiles = badge::of_union(stage.map, union, stage.view);
        let width = tiles.width(&stage.metrics);
        let Some((middle, _)) = line::at(&piece.points, line::length(&piece.points) / 2.0) else {
            continue;
        };
        if width <= 0.0 {
            continue;
        }
        let (unit, tile) = (stage.metrics.unit, stage.metrics.tile);
        let low = middle.y - 16.0 * unit - tile;
        let at = |top: f64| {
            let min = Point::new(middle.x - width / 2.0 - 2.0 * unit, top);
            Rect::between(min, min.moved(width + 4.0 * unit, tile))
        };
        // Where there is no room between the two, over their heads.
        let people = (0..cast.people.len()).filter_map(|index| stage.spot(index));
        let heads: Vec<f64> = people
            .filter(|spot| spot.frame.overlaps(at(low)))
            .map(|spot| spot.frame.min.y)
            .collect();
        let top = heads.into_iter().fold(low, |top, head| top.min(head - 8.0 * unit - tile));
        let pen = Pen::on(Layer::Marks).of(Subject::Union(id.clone()));
        badge::draw(stage, &pen, &tiles, middle.x, top);
    }
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
