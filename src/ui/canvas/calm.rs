//! Where a sentence stands over the map: in a corner where it covers nobody and no name, and never on
//! what is being worked on.

use egui::{Align2, Context, Id, Pos2, Rect, Vec2, pos2, vec2};

use crate::scene::Layer;
use crate::ui::derived::Derived;
use crate::ui::session::Session;

/// From the edge of the map.
const EDGE: f32 = 20.0;
/// From one box to another.
const BETWEEN: f32 = 8.0;
/// A box that is not known yet is taken for as large.
const USUAL: Vec2 = Vec2::new(440.0, 76.0);
/// So many places up and down, and across, are tried where every corner is taken.
const STEPS: u8 = 12;

/// The corner of the window in which the box called `name` covers least, and the corner of the box that
/// stands there: the lower left one as long as that is free. It keeps clear of `taken`, and of what is
/// being worked on.
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
    let small_map = ctx.read_response(Id::unique("minimap")).map(|it| it.rect);
    let busy = session.worked_on.iter().copied().chain(taken).chain(small_map);
    let busy: Vec<Rect> = busy.collect();
    let is_free = |place: &Rect| !busy.iter().any(|it| it.expand(2.0).intersects(*place));
    let read = read(map, session, derived);
    let least = |places: Vec<Rect>| {
        let mut best: Option<(f32, Rect)> = None;
        for place in places.into_iter().filter(is_free) {
            let covered = covers(place, &read);
            if best.is_none_or(|(least, _)| covered + 1.0 < least) {
                best = Some((covered, place));
            }
        }
        best
    };
    let corner = least(corners(map, size, taken));
    // Where somebody stands in every corner, the calmest place anywhere, the lowest first.
    let place = match corner {
        Some((covered, place)) if covered < 1.0 => Some(place),
        _ => {
            let least_of_all = least(anywhere(map, size));
            let is_calmer = |it: &(f32, Rect)| corner.is_none_or(|at| it.0 + 1.0 < at.0);
            least_of_all.filter(is_calmer).or(corner).map(|it| it.1)
        }
    };
    // Nowhere on a very small map: then beneath the bar.
    let place = place.unwrap_or_else(|| Rect::from_min_size(map.left_top(), size));
    // It grows away from the edge that it stands at.
    if map.center().y < place.center().y {
        (Align2::LEFT_BOTTOM, place.left_bottom())
    } else {
        (Align2::LEFT_TOP, place.left_top())
    }
}

/// The corners of the map, but for the lower right one, where its buttons stand; and beside what is
/// told already. Those that lie on the map, the calmest first.
fn corners(map: Rect, size: Vec2, taken: Option<Rect>) -> Vec<Rect> {
    let middle = map.center().x - size.x / 2.0;
    let left = map.left() + EDGE;
    let right = map.right() - EDGE - size.x;
    let (top, low) = (map.top() + EDGE, map.bottom() - EDGE - size.y);
    let corners = [(left, low), (middle, low), (left, top), (middle, top), (right, top)];
    let beside = taken.map(|rect| {
        [
            (rect.left(), rect.top() - BETWEEN - size.y),
            (rect.left(), rect.bottom() + BETWEEN),
            (rect.right() + BETWEEN, rect.top()),
        ]
    });
    let places = corners.into_iter().chain(beside.into_iter().flatten());
    let places = places.map(|(x, y)| Rect::from_min_size(pos2(x, y), size));
    places.filter(|place| map.contains_rect(*place)).collect()
}

/// Places all over the map.
fn anywhere(map: Rect, size: Vec2) -> Vec<Rect> {
    let room = (map.size() - size).max(Vec2::ZERO);
    let share = |at: u8| f32::from(at) / f32::from(STEPS);
    let steps = (0..=STEPS).rev().flat_map(|down| (0..=STEPS).map(move |across| (across, down)));
    let places = steps.map(|(across, down)| {
        let corner = map.min + vec2(room.x * share(across), room.y * share(down));
        Rect::from_min_size(corner, size)
    });
    places.collect()
}

fn area(rect: Rect) -> f32 {
    if rect.is_positive() { rect.area() } else { 0.0 }
}

/// Where on the screen people, helpers and names stand.
pub(super) fn read(map: Rect, session: &Session, derived: &Derived) -> Vec<Rect> {
    let items = derived.scene.items.iter().zip(&derived.boxes);
    let read =
        items.filter(|(item, _)| matches!(item.layer, Layer::People | Layer::Marks | Layer::Frame));
    let places = read.map(|(_, rect)| session.camera.screen_rect(map.min, *rect));
    places.filter(|place| map.intersects(*place)).collect()
}

/// How much of what is read lies under a place.
pub(super) fn covers(place: Rect, read: &[Rect]) -> f32 {
    read.iter().map(|rect| area(rect.intersect(place))).sum()
}
