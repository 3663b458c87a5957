//! A page while it is set: blocks with a height, put on a sheet of A4.

use std::collections::BTreeMap;

use crate::fonts::{Weight, text_width};
use crate::geometry::{Point, Rect, Size};
use crate::scene::{
    Anchor, Item, Label, Layer, Paint, Passage, Path, Role, Scene, Shape, Stroke, lines_of,
};
use crate::theme::{Color, Theme};

/// Map units in a millimetre: as everywhere, 96 of them are an inch.
const A_MM: f64 = 96.0 / 25.4;
/// Map units in a point of print.
const A_POINT: f64 = 96.0 / 72.0;

/// So many millimetres in map units.
pub(crate) const fn mm(length: f64) -> f64 {
    length * A_MM
}

/// So many letters are put in lines at once.
const PART: usize = 250;

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// In points of print.
    pub points: f64,
    pub weight: Weight,
    pub color: Color,
}

impl Style {
    pub(crate) const fn new(points: f64, weight: Weight, color: Color) -> Self {
        Self { points, weight, color }
    }

    fn size(self) -> f64 {
        self.points * A_POINT
    }

    /// From one baseline to the next.
    pub(crate) fn line(self) -> f64 {
        let factor = if self.points < 20.0 { 1.36 } else { 1.22 };
        factor * self.size()
    }

    pub(crate) fn width(self, text: &str) -> f64 {
        text_width(text, self.size(), self.weight)
    }

    /// `text` in at most so many lines of this `width`, in the first of these sizes in points in which
    /// that goes and no word is broken. Where it goes in none, in the last, and what is left out is shown by
    /// "…".
    pub(crate) fn fitting(
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

    /// The same of a text of any length: of [`Self::lines`] a very long one loses its end.
    pub(crate) fn all_lines(self, text: &str, width: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut part = String::new();
        for word in text.split_whitespace() {
            let mut letters = word.chars();
            loop {
                let piece: String = letters.by_ref().take(PART).collect();
                if piece.is_empty() {
                    break;
                }
                if PART < part.chars().count() + piece.chars().count() {
                    let mut set = self.lines(&part, width);
                    // The last line goes on with what follows.
                    part = set.pop().unwrap_or_default();
                    lines.extend(set);
                }
                if !part.is_empty() {
                    part.push(' ');
                }
                part.push_str(&piece);
            }
        }
        lines.extend(self.lines(&part, width));
        lines
    }

    /// `text` in lines of at most `width`.
    pub(crate) fn lines(self, text: &str, width: f64) -> Vec<String> {
        lines_of(text, width, self.size(), self.weight)
    }
}

/// Things that stand together, from their own top left corner.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub(super) items: Vec<Item>,
    pub(super) passages: Vec<Passage>,
    /// How much of the page it takes.
    pub height: f64,
}

impl Block {
    pub(crate) fn add(&mut self, shape: Shape) {
        self.items.push(Item {
            subject: None,
            strand: None,
            layer: Layer::Marks,
            opacity: 1.0,
            letters: None,
            shape: shape.snapped(),
        });
    }

    pub(crate) fn rule(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.add(Shape::Path { path: Path::line(from, to), paint: Paint::stroke(stroke) });
    }

    pub(crate) fn text(&mut self, text: &str, at: Point, style: Style, anchor: Anchor) {
        if text.trim().is_empty() {
            return;
        }
        let (text, size, width) = (text.to_owned(), style.size(), style.width(text));
        let Style { weight, color, .. } = style;
        self.add(Shape::Text(Label { at, text, anchor, size, weight, color, width }));
    }

    /// Lines below each other, the first with its baseline at `at`; gives the baseline of the last.
    pub(crate) fn lines(&mut self, lines: &[String], at: Point, style: Style) -> f64 {
        self.passage(lines, at, (style, Role::Paragraph))
    }

    /// The place behind everything so far, for [`Self::read_as`].
    pub(crate) const fn mark(&self) -> usize {
        self.items.len()
    }

    /// Everything since the mark is read as one.
    pub(crate) fn read_as(&mut self, first: usize, role: Role) {
        let count = self.items.len().saturating_sub(first);
        if 0 < count {
            self.passages.push(Passage { first, count, role });
        }
    }

    /// Puts `scene`, `scale` times as large and moved by so much, as a picture of what `words` say.
    pub(crate) fn picture(&mut self, scene: Scene, words: &str, scale: f64, by: Point) {
        let first = self.mark();
        let items = scene.items.into_iter().map(|item| {
            let item = moved(item, scale, by);
            Item { subject: None, ..item }
        });
        self.items.extend(items);
        self.read_as(first, Role::Figure(words.to_owned()));
    }

    /// The same, read as what they are.
    pub(crate) fn passage(
        &mut self,
        lines: &[String],
        at: Point,
        (style, role): (Style, Role),
    ) -> f64 {
        let mut baseline = at.y;
        let first = self.mark();
        for (number, line) in lines.iter().enumerate() {
            if 0 < number {
                baseline += style.line();
            }
            self.text(line, Point::new(at.x, baseline), style, Anchor::Start);
        }
        self.read_as(first, role);
        baseline
    }

    pub(crate) fn icon(&mut self, name: &str, rect: Rect, color: Color) {
        if let Some(glyph) = crate::catalogue::icon(name) {
            self.add(Shape::Icon { glyph, rect, color });
        }
    }

    /// Everything of `other`, on top.
    pub(crate) fn append(&mut self, other: Self) {
        self.put(other, Point::default());
    }

    /// Puts `other` on top, with its corner at `at`.
    pub(crate) fn put(&mut self, other: Self, at: Point) {
        self.passages.extend(later(other.passages, self.items.len()));
        self.items.extend(other.items.into_iter().map(|item| moved(item, 1.0, at)));
    }

    /// A line that stands on every page.
    pub(crate) fn running(&mut self, text: &str, at: Point, style: Style, anchor: Anchor) {
        let first = self.mark();
        self.text(text, at, style, anchor);
        self.read_as(first, Role::Running);
    }

    /// A dotted line to write on.
    pub(crate) fn writing_line(&mut self, from: Point, width: f64, color: Color) {
        let stroke = Stroke::solid(color, mm(0.3)).round().dashed(0.1, mm(1.1));
        self.rule(from, from.moved(width, 0.0), stroke);
    }
}

/// A sheet of paper.
#[derive(Debug)]
pub(crate) struct Page {
    items: Vec<Item>,
    passages: Vec<Passage>,
    spoken: BTreeMap<crate::model::Subject, String>,
}

/// Width and height of A4.
pub(crate) const A4: Size = Size::new(mm(210.0), mm(297.0));

impl Page {
    pub(crate) const fn new() -> Self {
        Self { items: Vec::new(), passages: Vec::new(), spoken: BTreeMap::new() }
    }

    /// Puts `block` with its corner at `at`.
    pub(crate) fn put(&mut self, block: Block, at: Point) {
        self.passages.extend(later(block.passages, self.items.len()));
        let placed = block.items.into_iter().map(|item| moved(item, 1.0, at));
        self.items.extend(placed);
    }

    /// Puts `scene` in the middle of `room`, `scale` times as large.
    pub(crate) fn put_scene(&mut self, scene: Scene, room: Rect, scale: f64) {
        let by = shift(scene.bounds, room, scale);
        self.put_scene_by(scene, scale, by);
    }

    /// Puts `scene`, `scale` times as large, moved by so much.
    pub(crate) fn put_scene_by(&mut self, scene: Scene, scale: f64, by: Point) {
        self.items.extend(scene.items.into_iter().map(|item| moved(item, scale, by)));
        self.spoken.extend(scene.spoken);
    }

    /// The finished sheet.
    pub(crate) fn finished(
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
            passages: self.passages,
        }
    }
}

/// What is added to `scale` times a place in `bounds`, so that these stand in the middle of `room`.
pub(crate) fn shift(bounds: Rect, room: Rect, scale: f64) -> Point {
    let (from, to) = (bounds.center(), room.center());
    Point::new(to.x - scale * from.x, to.y - scale * from.y)
}

/// Passages of items that stand behind so many others now.
fn later(passages: Vec<Passage>, by: usize) -> impl Iterator<Item = Passage> {
    passages.into_iter().map(move |it| Passage { first: it.first + by, ..it })
}

fn moved(item: Item, scale: f64, by: Point) -> Item {
    let letters = item.letters.map(|size| size * scale);
    Item { shape: item.shape.placed(scale, by).snapped(), letters, ..item }
}
