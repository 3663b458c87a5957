//! Where a sentence stands over the map: in a corner where it covers nobody and no name.

use egui::{Align2, Context, Id, Pos2, Rect, pos2, vec2};

use crate::scene::Layer;
use crate::ui::derived::Derived;
use crate::ui::session::Session;

/// From the edge of the map.
const EDGE: f32 = 20.0;
/// A box that is not known yet is taken for as large.
const USUAL: egui::Vec2 = egui::Vec2::new(440.0, 76.0);

/// The corner of the window in which the box called `name` covers least, and the corner of the box that
/// stands there: the lower left one as long as that is free. It keeps clear of `taken`.
pub(in crate::ui) fn calm_place(
    ctx: &Context,
    (session, derived): (&Session, &Derived),
    name: &'static str,
    taken: Option<Rect>,
) -> (Align2, Pos2) {
    let window = ctx.content_rect();
    let Some(map) = session.canvas else {
        return (Align2::LEFT_BOTTOM, window.left_bottom() + vec2(EDGE, -EDGE));
    };
    let size = ctx.memory(|memory| memory.area_rect(Id::unique(name)));
    let size = size.map_or(USUAL, |rect| rect.size()).max(vec2(200.0, 40.0));
    let middle = map.center().x - size.x / 2.0;
    // The buttons of the map stand at the lower right.
    let right = map.right() - EDGE - size.x;
    let (top, low) = (map.top() + EDGE, map.bottom() - EDGE - size.y);
    let corners =
        [(map.left() + EDGE, low), (middle, low), (map.left() + EDGE, top), (middle, top)];
    let above = taken.map(|rect| (rect.left(), rect.top() - 8.0 - size.y));
    let places = corners.into_iter().chain([(right, top)]).chain(above);
    let mut best: Option<(f32, Rect)> = None;
    for (x, y) in places {
        let place = Rect::from_min_size(pos2(x, y), size);
        let over = taken.map_or(0.0, |rect| 100.0 * area(place.intersect(rect)));
        let covered = over + covers(place, map, session, derived);
        if best.is_none_or(|(least, _)| covered + 1.0 < least) {
            best = Some((covered, place));
        }
    }
    let place = best.map_or(Rect::from_min_size(pos2(map.left() + EDGE, low), size), |it| it.1);
    // It grows away from the edge that it stands at.
    if map.center().y < place.center().y {
        (Align2::LEFT_BOTTOM, place.left_bottom())
    } else {
        (Align2::LEFT_TOP, place.left_top())
    }
}

fn area(rect: Rect) -> f32 {
    if rect.is_positive() { rect.area() } else { 0.0 }
}

/// How much of people, helpers and names lies under a place.
fn covers(place: Rect, map: Rect, session: &Session, derived: &Derived) -> f32 {
    let items = derived.scene.items.iter().zip(&derived.boxes);
    let read =
        items.filter(|(item, _)| matches!(item.layer, Layer::People | Layer::Marks | Layer::Frame));
    read.map(|(_, rect)| area(session.camera.screen_rect(map.min, *rect).intersect(place))).sum()
}
