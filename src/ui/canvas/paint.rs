//! Replays a [`Scene`] on an egui painter: culled, with less detail from far away.

use egui::epaint::{CircleShape, RectShape, TextShape};
use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2,
};

use super::camera::{Camera, short};
use super::fill::{filled, is_convex};
use crate::fonts::{IconStyle, words_as_seen};
use crate::geometry;
use crate::scene::{self, Anchor, Cap, Label, Layer, Paint, Path, Scene, Step};
use crate::ui::fonts::{family, icon_family};
use crate::ui::style::color;

/// Letters smaller than this on screen, in points, are not drawn.
pub(super) const SMALLEST_TEXT: f32 = 6.5;
/// The explanation of the signs is asked for: its words may be smaller than others. Where even they
/// cannot be read, the signs go with them.
const SMALLEST_LEGEND: f32 = 4.0;
/// Symbols and tiles smaller than this are drawn as plain boxes.
const PLAIN_BELOW: f32 = 4.0;
/// While zooming, text is set in sizes this factor apart and scaled in between.
const SIZE_STEP: f32 = 1.2;

/// How the scene is painted in this frame.
#[derive(Clone, Debug)]
pub(super) struct View<'a> {
    pub camera: &'a Camera,
    /// The canvas on screen.
    pub canvas: Rect,
    /// Is the zoom changing right now? Then text sizes are rounded, so that few are set anew.
    pub is_zooming: bool,
}

/// Paints everything of `scene` that is in view. `boxes` holds what each item covers.
pub(super) fn paint(scene: &Scene, boxes: &[geometry::Rect], view: &View<'_>, painter: &Painter) {
    bands(scene, view, painter);
    paint_over(scene, boxes, view, painter);
}

/// The same over what is painted already: without its ground.
pub(super) fn paint_over(
    scene: &Scene,
    boxes: &[geometry::Rect],
    view: &View<'_>,
    painter: &Painter,
) {
    let top_left = view.camera.map_from_screen(view.canvas.min, view.canvas.min);
    let bottom_right = view.camera.map_from_screen(view.canvas.min, view.canvas.max);
    let visible = geometry::Rect::between(top_left, bottom_right);
    let mut shapes = Vec::new();
    let smallest = SMALLEST_TEXT;
    let mut brush = Brush { view, painter, shapes: &mut shapes, opacity: 1.0, smallest };
    let has_legend = SMALLEST_LEGEND <= view.camera.zoom * legend_size(scene);
    for (item, covers) in scene.items.iter().zip(boxes) {
        let is_legend = item.layer == Layer::Frame;
        if item.layer == Layer::Bands || !near(*covers, visible) || is_legend && !has_legend {
            continue;
        }
        brush.smallest = if is_legend { SMALLEST_LEGEND } else { SMALLEST_TEXT };
        // A ground without its letters would only cover what is behind it.
        if item.letters.is_some_and(|size| brush.long(size) < brush.smallest) {
            continue;
        }
        brush.opacity = short(item.opacity);
        brush.shape(&item.shape);
    }
    painter.extend(shapes);
}

/// The size of the words that explain the signs; 0 without any.
fn legend_size(scene: &Scene) -> f32 {
    let legend = scene.items.iter().filter(|item| item.layer == Layer::Frame);
    let sizes = legend.filter_map(|item| match &item.shape {
        scene::Shape::Text(label) => Some(short(label.size)),
        _ => None,
    });
    sizes.reduce(f32::max).unwrap_or_default()
}

/// Touching counts: a line has a box without area.
fn near(a: geometry::Rect, b: geometry::Rect) -> bool {
    a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y
}

/// The generation bands go over the whole canvas, their words stay at its left.
fn bands(scene: &Scene, view: &View<'_>, painter: &Painter) {
    let canvas = view.canvas;
    painter.rect_filled(canvas, CornerRadius::ZERO, color(scene.ground));
    let is_band = |item: &&scene::Item| item.layer == Layer::Bands;
    let on_screen =
        |y: f64| view.camera.screen_from_map(canvas.min, geometry::Point::new(0.0, y)).y;
    for item in scene.items.iter().filter(is_band) {
        match &item.shape {
            scene::Shape::Rect { rect, paint, .. } => {
                let top = on_screen(rect.min.y);
                let top = if rect.min.y <= scene.bounds.min.y { canvas.top() } else { top };
                let bottom = on_screen(rect.max.y).min(canvas.bottom());
                if let Some(fill) = paint.fill
                    && top < bottom
                {
                    let band = Rect::from_min_max(
                        pos2(canvas.left(), top.max(canvas.top())),
                        pos2(canvas.right(), bottom),
                    );
                    painter.rect_filled(band, CornerRadius::ZERO, color(fill));
                }
            }
            scene::Shape::Text(label) => {
                let size = short(label.size);
                let y = on_screen(label.at.y);
                let font = FontId::new(size, family(label.weight));
                // Rows that are closer than their words have none.
                if 0.3 < view.camera.zoom {
                    let ink = color(label.color);
                    let words = painter.layout_no_wrap(label.text.clone(), font, ink);
                    let at = pos2(canvas.left() + 24.0, y - words.size().y);
                    let at = beside_goals(scene, view, Rect::from_min_size(at, words.size()));
                    painter.galley(at, words, ink);
                }
            }
            scene::Shape::Circle { .. } | scene::Shape::Path { .. } | scene::Shape::Icon { .. } => {
            }
        }
    }
}

/// Where the word of a row stands: at the left of the canvas, or after the goals of the family that lie
/// there. Those go with the map, and the word does not.
fn beside_goals(scene: &Scene, view: &View<'_>, word: Rect) -> Pos2 {
    let places = scene.goals.values().flatten();
    let mut places: Vec<Rect> =
        places.map(|it| view.camera.screen_rect(view.canvas.min, *it)).collect();
    places.sort_by(|a, b| a.left().total_cmp(&b.left()));
    let clear = |place: &Rect, word: Rect| !place.expand2(vec2(8.0, 0.0)).intersects(word);
    let beside = places.iter().fold(word, |word, place| {
        if clear(place, word) {
            return word;
        }
        Rect::from_min_size(pos2(place.right() + 12.0, word.top()), word.size())
    });
    beside.min
}

struct Brush<'a> {
    view: &'a View<'a>,
    painter: &'a Painter,
    shapes: &'a mut Vec<Shape>,
    opacity: f32,
    /// Smaller letters are not drawn.
    smallest: f32,
}

impl Brush<'_> {
    fn at(&self, point: geometry::Point) -> Pos2 {
        self.view.camera.screen_from_map(self.view.canvas.min, point)
    }

    fn box_at(&self, rect: geometry::Rect) -> Rect {
        Rect::from_min_max(self.at(rect.min), self.at(rect.max))
    }

    fn long(&self, length: f64) -> f32 {
        self.view.camera.zoom * short(length)
    }

    fn ink(&self, ink: crate::theme::Color) -> Color32 {
        color(ink).gamma_multiply(self.opacity)
    }

    fn fill(&self, paint: &Paint) -> Color32 {
        paint.fill.map_or(Color32::TRANSPARENT, |fill| self.ink(fill))
    }

    fn stroke(&self, paint: &Paint) -> Stroke {
        paint.stroke.filter(|stroke| stroke.dash.is_none()).map_or(Stroke::NONE, |stroke| {
            Stroke::new(self.long(stroke.width).max(0.5), self.ink(stroke.color))
        })
    }

    fn shape(&mut self, shape: &scene::Shape) {
        match shape {
            scene::Shape::Rect { rect, radius, paint } => self.rect(*rect, *radius, paint),
            scene::Shape::Circle { center, radius, paint } => {
                let (center, radius) = (self.at(*center), self.long(*radius));
                if radius * 2.0 < PLAIN_BELOW {
                    let rect = Rect::from_center_size(center, egui::Vec2::splat(radius * 2.0));
                    self.plain(rect, paint);
                    return;
                }
                let (fill, stroke) = (self.fill(paint), self.stroke(paint));
                self.shapes.push(Shape::Circle(CircleShape { center, radius, fill, stroke }));
                self.dashes(&circle(center, radius), paint);
            }
            scene::Shape::Path { path, paint } => self.path(path, paint),
            scene::Shape::Text(label) => self.text(label),
            scene::Shape::Icon { glyph, rect, color: ink } => self.icon(*glyph, *rect, *ink),
        }
    }

    fn plain(&mut self, rect: Rect, paint: &Paint) {
        let ink = paint.stroke.map(|stroke| stroke.color).or(paint.fill);
        if let Some(ink) = ink {
            // An outline this small would be nothing but outline: half its ink is as dark.
            let ink = self.ink(ink).gamma_multiply(0.5);
            self.shapes.push(Shape::rect_filled(rect, CornerRadius::ZERO, ink));
        }
    }

    fn rect(&mut self, rect: geometry::Rect, radius: f64, paint: &Paint) {
        let on_screen = self.box_at(rect);
        if on_screen.width().max(on_screen.height()) < PLAIN_BELOW {
            self.plain(on_screen, paint);
            return;
        }
        let radius = self.long(radius).min(on_screen.width().min(on_screen.height()) / 2.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded")]
        let corner = CornerRadius::same(radius.clamp(0.0, 250.0).round() as u8);
        let (fill, stroke) = (self.fill(paint), self.stroke(paint));
        let shape = RectShape::new(on_screen, corner, fill, stroke, StrokeKind::Middle);
        self.shapes.push(Shape::Rect(shape));
        if paint.stroke.is_some_and(|stroke| stroke.dash.is_some()) {
            let outline = rounded(on_screen, radius);
            self.dashes(&outline, paint);
        }
    }

    fn path(&mut self, path: &Path, paint: &Paint) {
        for (points, closed) in self.flattened(path) {
            if paint.fill.is_some() {
                self.shapes.push(if is_convex(&points) {
                    Shape::convex_polygon(points.clone(), self.fill(paint), Stroke::NONE)
                } else {
                    Shape::mesh(filled(&points, self.fill(paint)))
                });
            }
            let stroke = self.stroke(paint);
            if stroke != Stroke::NONE {
                if closed {
                    self.shapes.push(Shape::closed_line(points.clone(), stroke));
                } else {
                    self.round_ends(&points, paint, stroke);
                    self.shapes.push(Shape::line(points.clone(), stroke));
                }
            }
            let mut points = points;
            if closed && let Some(first) = points.first().copied() {
                points.push(first);
            }
            self.dashes(&points, paint);
        }
    }

    /// egui cuts lines off; a disc at each end rounds them.
    fn round_ends(&mut self, points: &[Pos2], paint: &Paint, stroke: Stroke) {
        let is_round = paint.stroke.is_some_and(|stroke| stroke.cap == Cap::Round);
        if !is_round || stroke.width < 2.0 {
            return;
        }
        for end in [points.first(), points.last()].into_iter().flatten() {
            self.shapes.push(Shape::circle_filled(*end, stroke.width / 2.0, stroke.color));
        }
    }

    fn dashes(&mut self, points: &[Pos2], paint: &Paint) {
        let Some(stroke) = paint.stroke else { return };
        let Some(lengths) = stroke.dash else { return };
        let width = self.long(stroke.width).max(0.5);
        let line = Stroke::new(width, self.ink(stroke.color));
        let [on, off, on2, off2] = lengths.map(|length| self.long(length).max(0.5));
        if on + off < 1.5 {
            self.shapes.push(Shape::line(points.to_vec(), line));
            return;
        }
        let pieces = Shape::dashed_line_with_offset(points, line, &[on, on2], &[off, off2], 0.0);
        for piece in pieces {
            // Round dashes stick out by half their width at both ends.
            if stroke.cap == Cap::Round
                && let Shape::LineSegment { points: [a, b], .. } = &piece
            {
                for end in [*a, *b] {
                    self.shapes.push(Shape::circle_filled(end, width / 2.0, line.color));
                }
            }
            self.shapes.push(piece);
        }
    }

    /// The parts of a path as lines, and whether each is closed.
    fn flattened(&self, path: &Path) -> Vec<(Vec<Pos2>, bool)> {
        let mut parts: Vec<(Vec<Pos2>, bool)> = Vec::new();
        for step in &path.steps {
            if let Step::Move(to) = *step {
                parts.push((vec![self.at(to)], false));
                continue;
            }
            let Some((points, closed)) = parts.last_mut() else { continue };
            let Some(from) = points.last().copied() else { continue };
            match *step {
                Step::Move(_) => {}
                Step::Line(to) => points.push(self.at(to)),
                Step::Quad(control, to) => {
                    let (c, to) = (self.at(control), self.at(to));
                    points.extend(curve(
                        |t| {
                            let s = 1.0 - t;
                            (from.to_vec2() * (s * s)
                                + c.to_vec2() * (2.0 * s * t)
                                + to.to_vec2() * (t * t))
                                .to_pos2()
                        },
                        (to - from).length(),
                    ));
                }
                Step::Cubic(c1, c2, to) => {
                    let (c1, c2, to) = (self.at(c1), self.at(c2), self.at(to));
                    points.extend(curve(
                        |t| {
                            let s = 1.0 - t;
                            (from.to_vec2() * (s * s * s)
                                + c1.to_vec2() * (3.0 * s * s * t)
                                + c2.to_vec2() * (3.0 * s * t * t)
                                + to.to_vec2() * (t * t * t))
                                .to_pos2()
                        },
                        (to - from).length(),
                    ));
                }
                Step::Close => *closed = true,
            }
        }
        parts.retain(|(points, _)| 1 < points.len());
        parts
    }

    fn text(&mut self, label: &Label) {
        let exact = self.long(label.size);
        if exact < self.smallest {
            return;
        }
        let set = if self.view.is_zooming {
            SIZE_STEP.powf((exact.ln() / SIZE_STEP.ln()).round())
        } else {
            exact
        };
        let scale = exact / set;
        let ink = self.ink(label.color);
        let font = FontId::new(set, family(label.weight));
        let words = words_as_seen(&label.text).into_owned();
        let galley = self.painter.layout_no_wrap(words, font, ink);
        let baseline = galley
            .rows
            .first()
            .map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
        let width = galley.size().x * scale;
        let at = self.at(label.at);
        let left = match label.anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        let corner = pos2(left, at.y - baseline * scale);
        let mut shape = Shape::Text(TextShape::new(corner, galley, ink));
        if self.view.is_zooming {
            let about = egui::emath::TSTransform::from_translation(corner.to_vec2())
                * egui::emath::TSTransform::from_scaling(scale)
                * egui::emath::TSTransform::from_translation(-corner.to_vec2());
            shape.transform(about);
        }
        self.shapes.push(shape);
    }

    fn icon(&mut self, glyph: char, rect: geometry::Rect, ink: crate::theme::Color) {
        let on_screen = self.box_at(rect);
        if on_screen.height() < self.smallest {
            return;
        }
        let font = FontId::new(on_screen.height(), icon_family(IconStyle::Fill));
        let ink = self.ink(ink);
        let galley = self.painter.layout_no_wrap(glyph.to_string(), font, ink);
        // Icon glyphs fill their em; the mesh may sit a little off the line box.
        let corner = on_screen.center() - galley.size() / 2.0;
        self.shapes.push(Shape::Text(TextShape::new(corner, galley, ink)));
    }
}

/// Points along a curve, without its beginning; more of them the longer it is.
fn curve(at: impl Fn(f32) -> Pos2, length: f32) -> Vec<Pos2> {
    let n = (length / 4.0).clamp(4.0, 24.0).round();
    let mut points = Vec::new();
    let mut i = 1.0;
    while i <= n {
        points.push(at(i / n));
        i += 1.0;
    }
    points
}

/// The corners of a regular polygon that looks like a circle, closed.
fn circle(center: Pos2, radius: f32) -> Vec<Pos2> {
    let corner = |i: u8| {
        let angle = std::f32::consts::TAU * f32::from(i) / 48.0;
        center + radius * egui::Vec2::angled(angle)
    };
    (0..=48).map(corner).collect()
}

/// The outline of a box with round corners, closed.
fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    let inner = rect.shrink(radius);
    let corners = [
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 1.0),
        (inner.left_top(), 2.0),
        (inner.right_top(), 3.0),
    ];
    let quarter = std::f32::consts::FRAC_PI_2;
    let mut points: Vec<Pos2> = Vec::new();
    for (center, turn) in corners {
        for i in 0..=6_u8 {
            let angle = quarter * (turn + f32::from(i) / 6.0);
            points.push(center + radius * egui::Vec2::angled(angle));
        }
    }
    if let Some(first) = points.first().copied() {
        points.push(first);
    }
    points
}

/// Paints a scene that is not the map: as it is, through `camera`.
pub(in crate::ui) fn paint_scene(
    scene: &Scene,
    boxes: &[geometry::Rect],
    camera: &Camera,
    canvas: Rect,
    painter: &Painter,
) {
    let view = View { camera, canvas, is_zooming: false };
    paint(scene, boxes, &view, painter);
}
