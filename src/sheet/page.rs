//! A page while it is set: blocks with a height, put on a sheet of A4.

use std::collections::BTreeMap;

use crate::fonts::{Weight, text_width};
use crate::geometry::{Point, Rect, Size};
use crate::scene::{Anchor, Item, Label, Layer, Paint, Path, Scene, Shape, Stroke, lines_of};
use crate::theme::{Color, Theme};

/// Map units in a millimetre: as everywhere, 96 of them are an inch.
const A_MM: f64 = 96.0 / 25.4;
/// Map units in a point of print.
const A_POINT: f64 = 96.0 / 72.0;

/// So many millimetres in map units.
pub(super) const fn mm(length: f64) -> f64 {
    length * A_MM
}

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// In points of print.
    pub points: f64,
    pub weight: Weight,
    pub color: Color,
}

impl Style {
    pub(super) const fn new(points: f64, weight: Weight, color: Color) -> Self {
        Self { points, weight, color }
    }

    fn size(self) -> f64 {
        self.points * A_POINT
    }

    /// From one baseline to the next.
    pub(super) fn line(self) -> f64 {
        let factor = if self.points < 20.0 { 1.36 } else { 1.22 };
        factor * self.size()
    }

    pub(super) fn width(self, text: &str) -> f64 {
        text_width(text, self.size(), self.weight)
    }

    /// `text` in at most so many lines of this `width`, in the first of these sizes in points in which
    /// that goes and no word is broken. Where it goes in none, in the last, and what is left out is shown by
    /// "…".
    pub(super) fn fitting(
        self,
        text: &str,
        (width, most): (f64, usize),
        sizes: &[f64],
    ) -> (Self, Vec<String>) {
        let mut last = (self, Vec::new());
        for points in sizes {
            let style = Self { points: *points, ..self };
            let lines = style.lines(text, width);
            let is_whole = text.split_whitespace().all(|word| style.width(word) <= width);
            let fits = is_whole && lines.len() <= most;
            last = (style, lines);
            if fits {
                return last;
            }
        }
        let (style, mut lines) = last;
        if most < lines.len() {
            lines.truncate(most);
            if let Some(line) = lines.last_mut() {
                while !line.is_empty() && width < style.width(&format!("{line}…")) {
                    line.pop();
                }
                line.truncate(line.trim_end().len());
                line.push('…');
            }
        }
        (style, lines)
    }

    /// `text` in lines of at most `width`.
    pub(super) fn lines(self, text: &str, width: f64) -> Vec<String> {
        lines_of(text, width, self.size(), self.weight)
    }
}

/// Things that stand together, from their own top left corner.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    items: Vec<Item>,
    /// How much of the page it takes.
    pub height: f64,
}

impl Block {
    pub(super) fn add(&mut self, shape: Shape) {
        self.items.push(Item {
            subject: None,
            strand: None,
            layer: Layer::Marks,
            opacity: 1.0,
            letters: None,
            shape: shape.snapped(),
        });
    }

    pub(super) fn rule(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.add(Shape::Path { path: Path::line(from, to), paint: Paint::stroke(stroke) });
    }

    pub(super) fn text(&mut self, text: &str, at: Point, style: Style, anchor: Anchor) {
        if text.trim().is_empty() {
            return;
        }
        let (text, size, width) = (text.to_owned(), style.size(), style.width(text));
        let Style { weight, color, .. } = style;
        self.add(Shape::Text(Label { at, text, anchor, size, weight, color, width }));
    }

    /// Lines below each other, the first with its baseline at `at`; gives the baseline of the last.
    pub(super) fn lines(&mut self, lines: &[String], at: Point, style: Style) -> f64 {
        let mut baseline = at.y;
        for (number, line) in lines.iter().enumerate() {
            if 0 < number {
                baseline += style.line();
            }
            self.text(line, Point::new(at.x, baseline), style, Anchor::Start);
        }
        baseline
    }

    pub(super) fn icon(&mut self, name: &str, rect: Rect, color: Color) {
        if let Some(glyph) = crate::catalogue::icon(name) {
            self.add(Shape::Icon { glyph, rect, color });
        }
    }

    /// Everything of `other`, on top.
    pub(super) fn append(&mut self, other: Self) {
        self.items.extend(other.items);
    }

    /// A dotted line to write on.
    pub(super) fn writing_line(&mut self, from: Point, width: f64, color: Color) {
        let stroke = Stroke::solid(color, mm(0.3)).round().dashed(0.1, mm(1.1));
        self.rule(from, from.moved(width, 0.0), stroke);
    }
}

/// A sheet of paper.
#[derive(Debug)]
pub(super) struct Page {
    items: Vec<Item>,
    spoken: BTreeMap<crate::model::Subject, String>,
}

/// Width and height of A4.
pub(super) const A4: Size = Size::new(mm(210.0), mm(297.0));

impl Page {
    pub(super) const fn new() -> Self {
        Self { items: Vec::new(), spoken: BTreeMap::new() }
    }

    /// Puts `block` with its corner at `at`.
    pub(super) fn put(&mut self, block: Block, at: Point) {
        let placed = block.items.into_iter().map(|item| moved(item, 1.0, at));
        self.items.extend(placed);
    }

    /// Puts `scene` in the middle of `room`, `scale` times as large.
    pub(super) fn put_scene(&mut self, scene: Scene, room: Rect, scale: f64) {
        let by = shift(scene.bounds, room, scale);
        self.items.extend(scene.items.into_iter().map(|item| moved(item, scale, by)));
        self.spoken.extend(scene.spoken);
    }

    /// The finished sheet.
    pub(super) fn finished(
        self,
        theme: &Theme,
        (title, description): (String, String),
        size: Size,
    ) -> Scene {
        Scene {
            items: self.items,
            bounds: Rect::between(Point::default(), Point::new(size.w, size.h)),
            ground: theme.ground,
            title,
            description,
            questions: BTreeMap::new(),
            spoken: self.spoken,
            ways: BTreeMap::new(),
            explained: Vec::new(),
            goals: BTreeMap::new(),
        }
    }
}

/// What is added to `scale` times a place in `bounds`, so that these stand in the middle of `room`.
pub(super) fn shift(bounds: Rect, room: Rect, scale: f64) -> Point {
    let (from, to) = (bounds.center(), room.center());
    Point::new(to.x - scale * from.x, to.y - scale * from.y)
}

fn moved(item: Item, scale: f64, by: Point) -> Item {
    let letters = item.letters.map(|size| size * scale);
    Item { shape: item.shape.placed(scale, by).snapped(), letters, ..item }
}
