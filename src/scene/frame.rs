//! What stands around the family: the title above it, and that everybody is invented.

use crate::geometry::{Point, Rect};
use crate::scene::Layer;
use crate::scene::fit::whole;
use crate::scene::shape::{Paint, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};

/// From the edge of the picture to what stands around the family.
pub(super) const EDGE: f64 = 24.0;
/// A narrow picture is made as wide as its title, but no wider than this for it.
const MOST_TITLE: f64 = 640.0;
/// More letters than fit on such a line.
const MOST_LETTERS: usize = 200;

/// How the title and the word that everybody is invented are set.
fn styles(stage: &Stage<'_>) -> (TextStyle, TextStyle, Option<String>) {
    let theme = stage.theme();
    let title = TextStyle::from_left(1.2 * theme.size.title, theme.ink).bold();
    let mark = TextStyle::from_left(theme.size.years, theme.soft_ink).semi_bold();
    (title, mark, stage.map.fictional.then(|| stage.texts.get("scene-fictional")))
}

/// What stands above the family: its title, and of a past year which one.
fn words(stage: &Stage<'_>) -> String {
    titled(stage.map.title.trim(), stage.view.absent.year)
}

/// "Drie keer jong moeder, 1994".
pub(super) fn titled(title: &str, year: Option<i32>) -> String {
    match year {
        Some(year) if title.is_empty() => year.to_string(),
        Some(year) => format!("{title}, {year}"),
        None => title.to_owned(),
    }
}

/// The room that the word that everybody is invented takes beside the title.
fn mark_room(stage: &Stage<'_>) -> f64 {
    let (_, style, mark) = styles(stage);
    mark.map_or(0.0, |mark| style.width(&mark) + 48.0 * stage.metrics.unit)
}

/// The least width of a picture with this title: that of the title, as long as one line of it can be
/// read at once.
pub(super) fn least_width(stage: &Stage<'_>) -> f64 {
    let unit = stage.metrics.unit;
    let (style, ..) = styles(stage);
    let start: String = words(stage).chars().take(MOST_LETTERS).collect();
    (style.width(&start) + 1.0).min(MOST_TITLE * unit) + mark_room(stage) + 2.0 * EDGE * unit
}

/// Draws the title above `field` and returns the field with it.
pub(super) fn title(stage: &mut Stage<'_>, field: Rect) -> Rect {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let pen = Pen::on(Layer::Frame);
    let (style, mark_style, mark) = styles(stage);
    let mark_room = mark_room(stage);
    let title = words(stage);
    let room = field.width() - 2.0 * EDGE * unit - mark_room;
    let title = whole(&title, room, |text| style.width(text));
    let wish_style = TextStyle::from_left(theme.size.body, theme.soft_ink);
    let wish = whole(stage.map.wish.trim(), room + mark_room, |text| wish_style.width(text));
    let (title_line, wish_line) = (1.25 * style.size, 1.35 * wish_style.size);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let more = |lines: &[String], line: f64| lines.len().saturating_sub(1) as f64 * line;
    let for_wish = if wish.is_empty() { 0.0 } else { 24.0 * unit + more(&wish, wish_line) };
    let top = field.min.y - 60.0 * unit - more(&title, title_line) - for_wish;
    let mut baseline = Point::new(field.min.x + EDGE * unit, top + 38.0 * unit);
    let first = baseline;
    for line in &title {
        stage.text(&pen, line, baseline, style);
        baseline.y += title_line;
    }
    baseline.y += 25.0 * unit - title_line * f64::from(u8::from(!title.is_empty()));
    for line in &wish {
        stage.text(&pen, line, baseline, wish_style);
        baseline.y += wish_line;
    }
    if let Some(mark) = mark {
        let title = title.first().map(|title| style.width(title));
        let after = title.map_or(0.0, |width| width + 16.0 * unit);
        let at = first.moved(after + 10.0 * unit, -3.0 * unit);
        let size = mark_style.size;
        let rect = Rect::between(
            at.moved(-10.0 * unit, -1.15 * size),
            at.moved(mark_style.width(&mark) + 10.0 * unit, 0.55 * size),
        );
        let outline = Stroke::solid(theme.line, 0.6 * theme.stroke.line);
        let paint = Paint::both(theme.panel, outline);
        stage.ground(&pen, Shape::Rect { rect, radius: rect.height() / 2.0, paint }, size);
        stage.text(&pen, &mark, at.moved(0.0, 0.1 * size), mark_style);
    }
    Rect { min: Point::new(field.min.x, top), ..field }
}
