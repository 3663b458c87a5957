//! Icons as paths: a painter needs no icon font.

use crate::fonts::{self, IconStyle, PathStep};
use crate::geometry::{Point, Rect};
use crate::scene::{Path, Step};

/// The outline of an icon, fitted into `rect`.
pub(super) fn icon_path(glyph: char, rect: Rect) -> Option<Path> {
    let outline = fonts::icon_outline(glyph, IconStyle::Fill)?;
    let at =
        |p: Point| Point::new(rect.min.x + p.x * rect.width(), rect.min.y + p.y * rect.height());
    let steps = outline.into_iter().map(|step| match step {
        PathStep::MoveTo(a) => Step::Move(at(a)),
        PathStep::LineTo(a) => Step::Line(at(a)),
        PathStep::QuadTo(a, b) => Step::Quad(at(a), at(b)),
        PathStep::CubicTo(a, b, c) => Step::Cubic(at(a), at(b), at(c)),
        PathStep::Close => Step::Close,
    });
    Some(Path { steps: steps.collect() })
}
