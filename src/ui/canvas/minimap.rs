//! The whole family small in a corner, while only part of it fits on the screen.

use egui::{
    Color32, CornerRadius, Id, Mesh, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::banner::has_banner;
use super::calm;
use super::camera::{Camera, short};
use super::stage::Canvas;
use crate::ui::session::Session;
use crate::ui::style::color;

/// Its largest width and height, in points.
const LARGEST: Vec2 = vec2(200.0, 130.0);
/// Free space around the family in it, in points.
const MARGIN: f32 = 6.0;
/// Far more people than this are only a blur in it.
const MOST_DOTS: usize = 5_000;

/// How much smaller it is where it would cover somebody otherwise.
const SMALL: f32 = 0.6;
/// From the edge of the canvas, in points.
const EDGE: f32 = 16.0;

/// Shows the small map, at the lower left where that is free; a tap or drag in it goes there.
pub(super) fn minimap_ui(ui: &Ui, canvas: &Canvas<'_>, session: &mut Session) {
    let bounds = canvas.derived.scene.bounds;
    let on_screen = session.camera.screen_rect(canvas.rect.min, bounds);
    let fits = canvas.rect.expand(1.0).contains_rect(on_screen);
    if fits || canvas.derived.people.is_empty() || canvas.rect.width() < 3.0 * LARGEST.x {
        return;
    }
    let (w, h) = (short(bounds.width()).max(1.0), short(bounds.height()).max(1.0));
    // On a small screen it covers less of the family.
    let largest = LARGEST * (canvas.rect.width() / 1000.0).clamp(0.6, 1.0);
    let size = |share: f32| {
        let scale = share * (largest.x / w).min(largest.y / h);
        vec2((w * scale).max(40.0), (h * scale).max(30.0)) + vec2(MARGIN, MARGIN) * 2.0
    };
    let Some(place) = place(ui, canvas, session, [size(1.0), size(SMALL)]) else { return };
    let response = ui.interact(place, Id::unique("minimap"), Sense::click_and_drag());
    let words = canvas.panel.texts.get("map-small");
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Image, true, &words));
    let mut small = Camera::default();
    small.fit(bounds, place.size(), MARGIN, 1.0);
    paint(ui, canvas, session, place, &small);
    let pointer = response.interact_pointer_pos();
    if let Some(pointer) = pointer.filter(|_| response.clicked() || response.dragged()) {
        let wanted = small.map_from_screen(place.min, pointer);
        let there = session.camera.screen_from_map(canvas.rect.min, wanted);
        session.camera.offset += canvas.rect.center() - there;
    }
}

/// Where it stands: in a corner where it covers nobody, as large as it can be there; nowhere without
/// one. While the pointer is down it stays: whoever drags the map, or in it, holds on to it.
fn place(ui: &Ui, canvas: &Canvas<'_>, session: &Session, sizes: [Vec2; 2]) -> Option<Rect> {
    let key = Id::unique("minimap-place");
    let before = ui.data(|data| data.get_temp::<Option<Rect>>(key)).flatten();
    let is_same = |it: &Rect| sizes.contains(&it.size()) && canvas.rect.contains_rect(*it);
    if ui.input(|input| input.pointer.any_down() || input.pointer.any_released())
        && let Some(before) = before.filter(is_same)
    {
        return Some(before);
    }
    let read = calm::read(canvas.rect, session, canvas.derived);
    let room = canvas.rect.shrink(EDGE);
    let corners = sizes.into_iter().flat_map(|size| {
        let at = |x, y| Rect::from_min_size(pos2(x, y), size);
        let (low, right) = (room.bottom() - size.y, room.right() - size.x);
        [at(room.left(), low), at(room.left(), room.top()), at(right, room.top())]
    });
    // At the top left stands the banner, where there is one.
    let mut corners = corners.filter(|it| !has_banner(session) || room.top() < it.top());
    let found = corners.find(|it| calm::covers(*it, &read) < 1.0);
    ui.data_mut(|data| data.insert_temp(key, found));
    found
}

fn paint(ui: &Ui, canvas: &Canvas<'_>, session: &Session, place: Rect, small: &Camera) {
    let theme = canvas.panel.theme;
    let radius = CornerRadius::same(8);
    let line = Stroke::new(1.0, color(theme.hairline));
    ui.painter().rect(place, radius, color(theme.panel), line, StrokeKind::Outside);
    let mut dots = Mesh::default();
    let every = canvas.derived.people.len().div_ceil(MOST_DOTS).max(1);
    for spot in canvas.derived.people.iter().step_by(every) {
        let at = small.screen_from_map(place.min, spot.symbol);
        let side = (2.0 * short(spot.half) * small.zoom).max(1.2);
        dots.add_colored_rect(Rect::from_center_size(at, vec2(side, side)), color(theme.line));
    }
    ui.painter().add(dots);
    let [min, max] = [canvas.rect.min, canvas.rect.max]
        .map(|corner| session.camera.map_from_screen(canvas.rect.min, corner))
        .map(|point| small.screen_from_map(place.min, point));
    let seen = Rect::from_min_max(min, max).intersect(place);
    let frame = Stroke::new(1.5, color(theme.accent));
    ui.painter().rect(seen, CornerRadius::same(2), Color32::TRANSPARENT, frame, StrokeKind::Inside);
}
