//! What stands around the family: the title above it, and that everybody is invented.

use crate::geometry::{Point, Rect};
use crate::scene::Layer;
use crate::scene::fit::shortened;
use crate::scene::shape::{Paint, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};

/// From the edge of the picture to what stands around the family.
pub(super) const EDGE: f64 = 24.0;

/// Draws the title above `field` and returns the field with it.
pub(super) fn title(stage: &mut Stage<'_>, field: Rect) -> Rect {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let pen = Pen::on(Layer::Frame);
    let style = TextStyle::from_left(1.2 * theme.size.title, theme.ink).bold();
    let mark = stage.map.fictional.then(|| stage.texts.get("scene-fictional"));
    let mark_style = TextStyle::from_left(theme.size.years, theme.soft_ink).semi_bold();
    let mark_room = mark.as_ref().map_or(0.0, |mark| mark_style.width(mark) + 48.0 * unit);
    let room = field.width() - 2.0 * EDGE * unit - mark_room;
    let title = shortened(stage.map.title.trim(), room.max(0.0), |text| style.width(text));
    let wish = stage.map.wish.trim();
    let wish_style = TextStyle::from_left(theme.size.body, theme.soft_ink);
    let wish = shortened(wish, room.max(0.0), |text| wish_style.width(text));
    let has_wish = !wish.is_empty();
    let height = (if has_wish { 84.0 } else { 60.0 }) * unit;
    let top = field.min.y - height;
    let baseline = Point::new(field.min.x + EDGE * unit, top + 38.0 * unit);
    stage.text(&pen, &title, baseline, style);
    stage.text(&pen, &wish, baseline.moved(0.0, 25.0 * unit), wish_style);
    if let Some(mark) = mark {
        let after = if title.is_empty() { 0.0 } else { style.width(&title) + 16.0 * unit };
        let at = baseline.moved(after + 10.0 * unit, -3.0 * unit);
        let size = mark_style.size;
        let rect = Rect::between(
            at.moved(-10.0 * unit, -1.15 * size),
            at.moved(mark_style.width(&mark) + 10.0 * unit, 0.55 * size),
        );
        let outline = Stroke::solid(theme.line, 0.6 * theme.stroke.line);
        let paint = Paint::both(theme.panel, outline);
        stage.add(&pen, Shape::Rect { rect, radius: rect.height() / 2.0, paint });
        stage.text(&pen, &mark, at.moved(0.0, 0.1 * size), mark_style);
    }
    Rect { min: Point::new(field.min.x, top), ..field }
}
