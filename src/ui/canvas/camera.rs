//! Which part of the map is in view. The only place where map and screen meet.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::geometry::{self, Point};

/// The closest look.
pub(super) const MAX_ZOOM: f32 = 4.0;
/// The furthest look, unless a whole family needs one from further away.
pub(super) const MIN_ZOOM: f32 = 0.02;

/// The view of the map: where its origin stands on the canvas, and how large it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Where the origin of the map is, from the top left corner of the canvas, in points.
    pub offset: Vec2,
    /// Screen points per map unit.
    pub zoom: f32,
    /// The least zoom: as small as any whole family that was shown needed.
    least: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { offset: Vec2::ZERO, zoom: 1.0, least: MIN_ZOOM }
    }
}

/// A map measure as egui wants it. Layouts are far smaller than where `f32` gets coarse.
#[expect(clippy::cast_possible_truncation, reason = "a point on a screen")]
pub(in crate::ui) const fn short(value: f64) -> f32 {
    value as f32
}

impl Camera {
    /// Where a place on the map is on screen. `canvas` is the top left corner of the canvas.
    #[must_use]
    pub fn screen_from_map(&self, canvas: Pos2, point: Point) -> Pos2 {
        canvas + self.offset + self.zoom * vec2(short(point.x), short(point.y))
    }

    /// The place on the map under a place on the screen.
    #[must_use]
    pub fn map_from_screen(&self, canvas: Pos2, pos: Pos2) -> Point {
        let at = (pos - canvas - self.offset) / self.zoom;
        Point::new(f64::from(at.x), f64::from(at.y))
    }

    /// A box of the map on screen.
    #[must_use]
    pub fn screen_rect(&self, canvas: Pos2, rect: geometry::Rect) -> Rect {
        let [min, max] = [rect.min, rect.max].map(|point| self.screen_from_map(canvas, point));
        Rect::from_min_max(min, max)
    }

    /// Zooms by `factor` so that what is under `pos` stays there.
    pub fn zoom_at(&mut self, canvas: Pos2, pos: Pos2, factor: f32) {
        let zoom = (self.zoom * factor).clamp(self.least, MAX_ZOOM);
        let anchor = pos - canvas;
        self.offset = anchor - (anchor - self.offset) * (zoom / self.zoom);
        self.zoom = zoom;
    }

    /// Shows `rect` whole in a canvas of `size`, at most at `largest`, with `margin` points free.
    pub fn fit(&mut self, rect: geometry::Rect, size: Vec2, margin: f32, largest: f32) {
        let room = (size - Vec2::splat(2.0 * margin)).max(Vec2::splat(1.0));
        let (w, h) = (short(rect.width()).max(1.0), short(rect.height()).max(1.0));
        self.zoom = (room.x / w).min(room.y / h).min(largest).min(MAX_ZOOM);
        self.least = self.least.min(self.zoom);
        let center = rect.center();
        self.offset = size / 2.0 - self.zoom * vec2(short(center.x), short(center.y));
    }

    /// Comes as close as `zoom` when it is further away: as much of `rect` as a canvas of `size` shows,
    /// around `center`, with `margin` points free at its ends.
    pub(super) fn come_closer(
        &mut self,
        zoom: f32,
        (rect, center): (geometry::Rect, Point),
        (size, margin): (Vec2, f32),
    ) {
        if zoom <= self.zoom {
            return;
        }
        self.zoom = zoom.min(MAX_ZOOM);
        let place = |low: f64, high: f64, center: f64, room: f32| {
            let (low, high) = (self.zoom * short(low), self.zoom * short(high));
            if high - low <= room - 2.0 * margin {
                return (room - low - high) / 2.0;
            }
            (room / 2.0 - self.zoom * short(center)).clamp(room - margin - high, margin - low)
        };
        self.offset = vec2(
            place(rect.min.x, rect.max.x, center.x, size.x),
            place(rect.min.y, rect.max.y, center.y, size.y),
        );
    }

    /// Moves as little as needed to bring `rect` inside a canvas of `size`, with `margin` free.
    pub fn reveal(&mut self, rect: geometry::Rect, size: Vec2, margin: f32) {
        let on_screen = self.screen_rect(pos2(0.0, 0.0), rect);
        let shift = |low: f32, high: f32, room: f32| {
            if low < margin {
                margin - low
            } else if room - margin < high {
                (room - margin - high).max(margin - low)
            } else {
                0.0
            }
        };
        self.offset.x += shift(on_screen.min.x, on_screen.max.x, size.x);
        self.offset.y += shift(on_screen.min.y, on_screen.max.y, size.y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let mut camera = Camera { offset: vec2(30.0, -20.0), zoom: 0.7, ..Camera::default() };
        let (canvas, pointer) = (pos2(10.0, 60.0), pos2(200.0, 300.0));
        let before = camera.map_from_screen(canvas, pointer);
        camera.zoom_at(canvas, pointer, 1.7);
        let after = camera.screen_from_map(canvas, before);
        assert!((after - pointer).length() < 1e-2, "{after} {pointer}");
    }

    #[test]
    fn zooming_stays_within_bounds() {
        let mut camera = Camera::default();
        camera.zoom_at(Pos2::ZERO, pos2(5.0, 5.0), 1e6);
        assert_eq!(camera.zoom, MAX_ZOOM, "not closer");
        camera.zoom_at(Pos2::ZERO, pos2(5.0, 5.0), 1e-9);
        assert_eq!(camera.zoom, MIN_ZOOM, "not further");
    }

    #[test]
    fn fitting_shows_all_of_it() {
        let mut camera = Camera::default();
        let rect = geometry::Rect::between(Point::new(-500.0, 10.0), Point::new(3000.0, 900.0));
        camera.fit(rect, vec2(1000.0, 700.0), 20.0, 1.0);
        let shown = camera.screen_rect(Pos2::ZERO, rect);
        assert!(Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 700.0)).contains_rect(shown));
    }

    /// On a small screen names stay readable: what does not fit lies beyond the edge, and no edge shows
    /// nothing while there is more at the other.
    #[test]
    fn coming_closer_shows_as_much_as_there_is_room_for_around_somebody() {
        let rect = geometry::Rect::between(Point::new(-500.0, 10.0), Point::new(3000.0, 400.0));
        let size = vec2(1000.0, 700.0);
        let margin = 20.0 / 0.75;
        // The left edge of the family at its margin, somebody in the middle, the right edge at its margin.
        for (x, wanted) in [
            (-400.0, -500.0 - margin),
            (1200.0, 1200.0 - 500.0 / 0.75),
            (2990.0, 3000.0 + margin - 1000.0 / 0.75),
        ] {
            let mut camera = Camera::default();
            camera.fit(rect, size, 20.0, 1.0);
            camera.come_closer(0.75, (rect, Point::new(x, 100.0)), (size, 20.0));
            let left = camera.map_from_screen(Pos2::ZERO, pos2(0.0, 0.0)).x;
            assert!((left - wanted).abs() < 1.0, "{x}: {left} {wanted}");
            let all = camera.screen_rect(Pos2::ZERO, rect);
            assert!(0.0 <= all.top() && all.bottom() <= size.y, "what fits is whole: {all:?}");
        }
        let mut near = Camera::default();
        near.fit(rect, size, 20.0, 1.0);
        let before = near;
        near.come_closer(0.1, (rect, Point::new(0.0, 0.0)), (size, 20.0));
        assert_eq!(near, before, "near enough");
    }

    /// Families of thousands are wider than the usual zoom reaches.
    #[test]
    fn a_very_wide_family_fits_and_can_be_seen_whole_again() {
        let mut camera = Camera::default();
        let rect = geometry::Rect::between(Point::new(0.0, 0.0), Point::new(2e6, 9e3));
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 700.0));
        camera.fit(rect, screen.size(), 20.0, 1.0);
        assert!(screen.contains_rect(camera.screen_rect(Pos2::ZERO, rect)));
        let whole = camera.zoom;
        camera.zoom_at(Pos2::ZERO, screen.center(), 1e3);
        camera.zoom_at(Pos2::ZERO, screen.center(), 1e-9);
        assert_eq!(camera.zoom, whole, "out as far as it was");
    }

    #[test]
    fn revealing_moves_only_what_it_must() {
        let mut camera = Camera::default();
        let rect = geometry::Rect::between(Point::new(100.0, 100.0), Point::new(200.0, 200.0));
        camera.reveal(rect, vec2(400.0, 400.0), 10.0);
        assert_eq!(camera, Camera::default(), "it is in view already");
        camera.reveal(rect, vec2(150.0, 400.0), 10.0);
        assert_eq!(camera.offset, vec2(-60.0, 0.0), "only to the left");
    }
}
