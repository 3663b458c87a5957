//! The whole family small in a corner, while only part of it fits on the screen.

use egui::{
    Color32, CornerRadius, Id, Mesh, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::camera::{Camera, short};
use super::stage::Canvas;
use crate::ui::session::Session;
use crate::ui::style::color;

/// Its largest width and height, in points.
const LARGEST: egui::Vec2 = vec2(200.0, 130.0);
/// Free space around the family in it, in points.
const MARGIN: f32 = 6.0;
/// Far more people than this are only a blur in it.
const MOST_DOTS: usize = 5_000;

/// Shows the small map at the lower left; a tap or drag in it goes there.
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
    let scale = (largest.x / w).min(largest.y / h);
    let size = vec2((w * scale).max(40.0), (h * scale).max(30.0)) + vec2(MARGIN, MARGIN) * 2.0;
    let corner = canvas.rect.left_bottom() + vec2(16.0, -16.0);
    let place =
        Rect::from_min_max(pos2(corner.x, corner.y - size.y), pos2(corner.x + size.x, corner.y));
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
