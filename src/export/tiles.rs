//! A picture that is too large for one sheet, on several: each overlaps its neighbours, says which one it
//! is and where it is cut, and everybody is whole on at least one of them.

use std::collections::BTreeMap;

use super::paper::{MARGIN, POINTS_A_MM, POINTS_A_UNIT, Paper};
use crate::fonts::{Weight, text_width};
use crate::geometry::{Point, Rect};
use crate::i18n::{Lang, Message, Texts};
use crate::scene::{Anchor, Item, Label, Layer, Paint, Path, Scene, Shape, Stroke};
use crate::theme::Color;

/// Two sheets share at least this much, in millimetres: room for glue.
const LEAST_OVERLAP: f64 = 10.0;
/// But no more than this share of one: else there would be no end of them.
const MOST_OVERLAP: f64 = 0.45;
/// No more sheets than this: nobody glues more.
const MOST_SHEETS: usize = 100;
/// So many places are looked at for a cut where nobody stands.
const PLACES: u32 = 60;
/// How long the marks are at which a sheet is cut, in millimetres.
const MARK: f64 = 5.0;
/// The size of the words that say which sheet it is, in points.
const WORDS: f64 = 9.0;
/// The colour of marks and their words.
const INK: Color = Color([110, 110, 110, 255]);

/// `scene` on as many sheets of `paper` as it takes to print type of this `size` in so many `points`, row
/// by row, each in its true size. `None` where one sheet is enough, or no number of them would be.
#[must_use]
pub fn tiles(
    scene: &Scene,
    paper: Paper,
    (size, points): (f64, f64),
    lang: Lang,
) -> Option<Vec<Scene>> {
    if points <= size * paper.points_a_unit(scene) {
        return None;
    }
    let scale = points / size;
    let (short, long) = paper.sides();
    let grids = [(short, long), (long, short)].map(|sides| Grid::of(scene, sides, scale));
    let grid = grids.into_iter().flatten().min_by_key(Grid::count)?;
    let all = grid.count();
    let mut sheets = Vec::new();
    for (row, y) in grid.down.iter().enumerate() {
        for (column, x) in grid.across.iter().enumerate() {
            let number = row * grid.across.len() + column + 1;
            let message = Message::new("tile-name")
                .count("at", number)
                .count("all", all)
                .count("row", row + 1)
                .count("column", column + 1);
            let words = Texts::new(lang).say(&message);
            sheets.push(grid.sheet(scene, (*x, *y), words));
        }
    }
    Some(sheets)
}

/// From where to where a sheet shows the picture, along one side.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    from: f64,
    to: f64,
    /// Where it is cut: the middle of what it shares with the one before and the one after.
    cuts: [Option<f64>; 2],
}

/// How the picture lies on sheets, all in its own units.
struct Grid {
    across: Vec<Span>,
    down: Vec<Span>,
    /// The size of a sheet, and of what printers leave white.
    sheet: (f64, f64),
    margin: f64,
    /// Points a unit.
    scale: f64,
}

impl Grid {
    fn of(scene: &Scene, (width, height): (f64, f64), scale: f64) -> Option<Self> {
        let units = |mm: f64| mm * POINTS_A_MM / scale;
        let room = |side: f64| units(side - 2.0 * MARGIN);
        let people = people(scene);
        let widest = |side: fn(&Rect) -> f64| people.iter().map(side).fold(0.0, f64::max);
        let overlap =
            |most: f64, widest: f64| widest.max(units(LEAST_OVERLAP)).min(MOST_OVERLAP * most);
        let (wide, high) = (room(width), room(height));
        let bounds = scene.bounds;
        let across = spans(
            (bounds.min.x, bounds.max.x),
            (wide, overlap(wide, widest(|it| it.width()))),
            &people.iter().map(|it| (it.min.x, it.max.x)).collect::<Vec<_>>(),
        )?;
        let down = spans(
            (bounds.min.y, bounds.max.y),
            (high, overlap(high, widest(|it| it.height()))),
            &people.iter().map(|it| (it.min.y, it.max.y)).collect::<Vec<_>>(),
        )?;
        let grid = Self {
            across,
            down,
            sheet: (units(width), units(height)),
            margin: units(MARGIN),
            scale,
        };
        (grid.count() <= MOST_SHEETS).then_some(grid)
    }

    fn count(&self) -> usize {
        self.across.len() * self.down.len()
    }

    /// One sheet: what it shows, white around it, marks where it is cut, and which one it is.
    fn sheet(&self, scene: &Scene, (x, y): (Span, Span), words: String) -> Scene {
        let shown = Rect::between(Point::new(x.from, y.from), Point::new(x.to, y.to));
        let corner = Point::new(x.from - self.margin, y.from - self.margin);
        let far = Point::new(corner.x + self.sheet.0, corner.y + self.sheet.1);
        let bounds = Rect::between(corner, far);
        let is_here = |item: &&Item| item.shape.bounds().is_some_and(|it| it.overlaps(shown));
        let mut items: Vec<Item> = scene.items.iter().filter(is_here).cloned().collect();
        items.extend(around(shown, bounds).map(|rect| {
            shape(Shape::Rect { rect, radius: 0.0, paint: Paint::fill(scene.ground) })
        }));
        let unit = POINTS_A_MM / self.scale;
        let line = |from, to| {
            let paint = Paint::stroke(Stroke::solid(INK, 0.25 * unit));
            shape(Shape::Path { path: Path::line(from, to), paint })
        };
        let mark = MARK * unit;
        for at in x.cuts.into_iter().flatten() {
            for edge in [(shown.min.y - mark, shown.min.y), (shown.max.y, shown.max.y + mark)] {
                items.push(line(Point::new(at, edge.0), Point::new(at, edge.1)));
            }
        }
        for at in y.cuts.into_iter().flatten() {
            for edge in [(shown.min.x - mark, shown.min.x), (shown.max.x, shown.max.x + mark)] {
                items.push(line(Point::new(edge.0, at), Point::new(edge.1, at)));
            }
        }
        let size = WORDS / self.scale;
        // Beside the mark, not on it.
        let left = x.cuts[0].unwrap_or(shown.min.x);
        items.push(shape(Shape::Text(Label {
            at: Point::new(left + mark, far.y - 0.35 * self.margin),
            width: text_width(&words, size, Weight::Regular),
            text: words,
            anchor: Anchor::Start,
            size,
            weight: Weight::Regular,
            color: INK,
        })));
        // In its true size: a unit of a page is 1/96 inch.
        let scale = self.scale / POINTS_A_UNIT;
        let by = Point::new(-scale * corner.x, -scale * corner.y);
        for item in &mut items {
            item.letters = item.letters.map(|size| scale * size);
            item.shape = item.shape.clone().placed(scale, by);
        }
        let far = Point::new(scale * bounds.width(), scale * bounds.height());
        Scene {
            items,
            bounds: Rect::between(Point::default(), far),
            title: scene.title.clone(),
            description: scene.description.clone(),
            spoken: scene.spoken.clone(),
            ..Scene::empty(scene.ground)
        }
    }
}

/// Everybody's box.
fn people(scene: &Scene) -> Vec<Rect> {
    let mut boxes = BTreeMap::<_, Rect>::new();
    for item in scene.items.iter().filter(|item| item.layer == Layer::People) {
        let (Some(subject), Some(rect)) = (&item.subject, item.shape.bounds()) else { continue };
        boxes.entry(subject).and_modify(|all| *all = all.union(rect)).or_insert(rect);
    }
    boxes.into_values().collect()
}

/// From where to where each sheet shows what lies between two ends, where a sheet has so much `room` and
/// shares so much with the next. `boxes` are not to be cut. `None` for too many sheets.
fn spans(
    (start, end): (f64, f64),
    (room, overlap): (f64, f64),
    boxes: &[(f64, f64)],
) -> Option<Vec<Span>> {
    let step = room - overlap;
    if !(0.0 < step && (end - start).is_finite()) {
        return None;
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut from = start;
    while spans.len() <= MOST_SHEETS {
        let before = spans.last().and_then(|it| it.cuts[1]);
        if end <= from + room {
            spans.push(Span { from, to: from + room, cuts: [before, None] });
            return Some(spans);
        }
        // As far as it can be, unless somebody stands there.
        let last = from + room - overlap / 2.0;
        let cut = best_cut((last - 0.35 * step, last), boxes);
        spans.push(Span { from, to: from + room, cuts: [before, Some(cut)] });
        from = cut - overlap / 2.0;
    }
    None
}

/// The last place between `from` and `to` that cuts the fewest boxes.
fn best_cut((from, to): (f64, f64), boxes: &[(f64, f64)]) -> f64 {
    let places = (0..=PLACES).map(|nth| to - (to - from) * f64::from(nth) / f64::from(PLACES));
    let n_cut = |at: f64| boxes.iter().filter(|(min, max)| *min < at && at < *max).count();
    places.min_by_key(|at| n_cut(*at)).unwrap_or(to)
}

/// What of `outer` lies around `inner`.
fn around(inner: Rect, outer: Rect) -> impl Iterator<Item = Rect> {
    let (a, b) = (outer.min, outer.max);
    let (c, d) = (inner.min, inner.max);
    let rect = |x1, y1, x2, y2| Rect::between(Point::new(x1, y1), Point::new(x2, y2));
    [
        rect(a.x, a.y, b.x, c.y),
        rect(a.x, d.y, b.x, b.y),
        rect(a.x, c.y, c.x, d.y),
        rect(d.x, c.y, b.x, d.y),
    ]
    .into_iter()
}

fn shape(shape: Shape) -> Item {
    Item { subject: None, strand: None, layer: Layer::Frame, opacity: 1.0, letters: None, shape }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_no_wider_than_what_two_sheets_share_is_whole_on_one() {
        for n in 0..400_u32 {
            let offset = f64::from(n % 37) * 3.1;
            let wide = 20.0 + f64::from(n % 11) * 4.0;
            let boxes: Vec<(f64, f64)> = (0..n % 60)
                .map(|it| f64::from(it) * (wide + 2.0) + offset)
                .map(|x| (x, x + wide))
                .collect();
            let end = boxes.last().map_or(500.0, |it| it.1) + 30.0;
            let found = spans((-30.0, end), (200.0, wide), &boxes).expect("a number of sheets");
            for (min, max) in &boxes {
                let is_whole = found.iter().any(|it| it.from <= *min && *max <= it.to);
                assert!(is_whole, "{n}: {min}..{max} in {found:?}");
            }
            assert!(found.first().is_some_and(|it| it.from <= -30.0), "from the start");
            assert!(found.last().is_some_and(|it| end <= it.to), "to the end");
            for pair in found.windows(2) {
                assert!(pair[1].from + wide <= pair[0].to + 1e-9, "they share enough: {pair:?}");
            }
        }
    }

    #[test]
    fn a_cut_goes_where_nobody_stands() {
        let boxes = [(0.0, 40.0), (50.0, 95.0), (100.0, 140.0)];
        let cut = best_cut((60.0, 110.0), &boxes);
        assert!((95.0..=100.0).contains(&cut), "{cut}");
        assert!(spans((0.0, 1e9), (10.0, 1.0), &[]).is_none(), "nobody glues that many");
        assert!(spans((0.0, 10.0), (1.0, 1.0), &[]).is_none(), "it would never end");
    }
}
