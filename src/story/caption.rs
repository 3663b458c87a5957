//! What stands around the family on the screen: the sentence, which scene it is, that everybody is
//! invented, and how many people stand with nobody who is drawn.

use crate::fonts::{Weight, text_width};
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Item, Label, Layer, Paint, Path, Shape, Stroke, lines_of};
use crate::theme::{Color, Theme};

/// The size of the sentence.
const SENTENCE: f64 = 50.0;
/// Of a long one.
const LONG_SENTENCE: f64 = 48.0;
/// More lines are not read in a room.
const MOST_LINES: usize = 4;
/// From the edge of the screen to what stands in the band of the sentence.
const SIDE: f64 = 54.0;
/// The size of small words: nothing on a screen is smaller.
const SMALL: f64 = 25.0;

/// The size of the year that is looked at.
const YEAR: f64 = 44.0;
/// From the year to the sentence.
const YEAR_GAP: f64 = 32.0;

/// How much of the band the year takes.
fn year_room(year: &str) -> f64 {
    text_width(year, YEAR, Weight::Bold) + 52.0 + YEAR_GAP
}

/// The band of the sentence.
#[derive(Clone, Debug)]
pub(super) struct Caption {
    lines: Vec<String>,
    size: f64,
    counter: String,
    /// The year that is looked at.
    year: Option<String>,
    /// How much of the height it takes.
    pub height: f64,
    /// Is some of the sentence left out because it is too long?
    pub is_cut: bool,
}

impl Caption {
    /// `sentence` on a screen of this width, the year that is looked at before it; `counter` is which
    /// scene it is.
    pub(super) fn of(sentence: &str, (year, counter): (Option<i32>, &str), width: f64) -> Self {
        let year = year.map(|it| it.to_string());
        let before = year.as_deref().map_or(0.0, year_room);
        let taken = text_width(counter, SMALL, Weight::SemiBold) + before;
        let room = (width - 3.0 * SIDE - taken).max(200.0);
        let lines = |size: f64| lines_of(sentence, room, size, Weight::Bold);
        let one = lines(SENTENCE);
        let (size, mut lines) =
            if one.len() <= 1 { (SENTENCE, one) } else { (LONG_SENTENCE, lines(LONG_SENTENCE)) };
        let is_cut = MOST_LINES < lines.len();
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut().filter(|_| is_cut) {
            while !last.is_empty() && room < text_width(&format!("{last}…"), size, Weight::Bold) {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
        #[expect(clippy::cast_precision_loss, reason = "four lines at most")]
        let more = lines.len().saturating_sub(1) as f64;
        let height =
            if lines.is_empty() && year.is_none() { 92.0 } else { 151.0 + more * 1.2 * size };
        Self { lines, size, counter: counter.to_owned(), year, height, is_cut }
    }

    /// Everything of the band, which takes `rect`.
    pub(super) fn draw(&self, theme: &Theme, rect: Rect, out: &mut Vec<Item>) {
        add(out, Shape::Rect { rect, radius: 0.0, paint: Paint::fill(theme.panel) });
        let edge = Path::line(rect.min, Point::new(rect.max.x, rect.min.y));
        let stroke = Stroke::solid(theme.hairline, 2.0);
        add(out, Shape::Path { path: edge, paint: Paint::stroke(stroke) });
        let middle = rect.center().y;
        let mut left = SIDE;
        if let Some(year) = &self.year {
            let room = year_room(year);
            let corner = Point::new(SIDE, middle - 37.0);
            let rect = Rect::between(corner, corner.moved(room - YEAR_GAP, 74.0));
            add(out, Shape::Rect { rect, radius: 37.0, paint: Paint::fill(theme.ink) });
            let at = Point::new(rect.center().x, middle + 0.36 * YEAR);
            text(out, year, (at, Anchor::Middle), (YEAR, Weight::Bold, theme.panel));
            left += room;
        }
        #[expect(clippy::cast_precision_loss, reason = "four lines at most")]
        let first = middle - 0.6 * self.size * self.lines.len().saturating_sub(1) as f64;
        let mut baseline = first + 0.36 * self.size;
        for line in &self.lines {
            let at = Point::new(left, baseline);
            text(out, line, (at, Anchor::Start), (self.size, Weight::Bold, theme.ink));
            baseline += 1.2 * self.size;
        }
        let at = Point::new(rect.max.x - SIDE * 0.8, middle + 0.36 * SMALL);
        let style = (SMALL, Weight::SemiBold, theme.soft_ink);
        text(out, &self.counter, (at, Anchor::End), style);
    }
}

/// How much lower the family stands where somebody would stand behind what is in the corner.
pub(super) const STRIP: f64 = 76.0;
/// The height of a mark.
const MARK: f64 = 50.0;

/// The places of `marks` in the upper right corner of a screen of this width, from the right.
fn places(marks: &[String], width: f64) -> Vec<Rect> {
    let mut right = width - 32.0;
    let mut places = Vec::new();
    for words in marks {
        let wide = text_width(words, SMALL, Weight::SemiBold) + 40.0;
        let corner = Point::new(right - wide, 18.0);
        places.push(Rect::between(corner, corner.moved(wide, MARK)));
        right -= wide + 12.0;
    }
    places
}

/// Is there room for `marks`, or does somebody of the family stand there?
pub(super) fn is_free(family: &[Item], marks: &[String], width: f64) -> bool {
    let places = places(marks, width);
    let there = family.iter().filter(|it| it.layer != Layer::Bands);
    let mut boxes = there.filter_map(|it| it.shape.bounds());
    !boxes.any(|it| places.iter().any(|place| it.grown(6.0).overlaps(*place)))
}

/// Words on grounds of their own in the upper right corner.
pub(super) fn draw_marks(marks: &[String], (theme, width): (&Theme, f64), out: &mut Vec<Item>) {
    for (words, place) in marks.iter().zip(places(marks, width)) {
        let paint = Paint::both(theme.panel, Stroke::solid(theme.hairline, 2.0));
        add(out, Shape::Rect { rect: place, radius: MARK / 2.0, paint });
        // Too small to be read, it is not drawn either.
        if let Some(ground) = out.last_mut() {
            ground.letters = Some(SMALL);
        }
        let at = Point::new(place.center().x, place.center().y + 0.36 * SMALL);
        text(out, words, (at, Anchor::Middle), (SMALL, Weight::SemiBold, theme.soft_ink));
    }
}

fn add(out: &mut Vec<Item>, shape: Shape) {
    let shape = shape.snapped();
    out.push(Item {
        subject: None,
        strand: None,
        layer: Layer::People,
        opacity: 1.0,
        letters: None,
        shape,
    });
}

fn text(
    out: &mut Vec<Item>,
    words: &str,
    (at, anchor): (Point, Anchor),
    (size, weight, color): (f64, Weight, Color),
) {
    let width = text_width(words, size, weight);
    let text = words.to_owned();
    add(out, Shape::Text(Label { at, text, anchor, size, weight, color, width }));
}
