//! Where a word beside a line stands: close to the end of its line, and on nothing else.

use crate::geometry::{Point, Rect, Size};
use crate::layout::{Connector, LineRole};
use crate::scene::line;
use crate::scene::stage::Stage;

/// More lines than this make a picture in which nobody reads single words: then every word stands at
/// its first place.
const MOST_LINES: usize = 4_000;
/// So many places along its line are tried for a word.
const MOST_PLACES: usize = 60;

/// What words keep clear of, and the places they have taken.
pub(super) struct Free {
    lines: Vec<Rect>,
    taken: Vec<Rect>,
}

impl Free {
    /// The lines of the family and everybody who is drawn.
    pub(super) fn of(stage: &Stage<'_>) -> Self {
        let mut free = Self { lines: Vec::new(), taken: Vec::new() };
        if MOST_LINES < stage.layout.connectors.len() {
            return free;
        }
        let width = stage.theme().stroke.line;
        for connector in &stage.layout.connectors {
            let pieces = line::pairs(&connector.points);
            free.lines.extend(pieces.map(|(a, b)| Rect::between(a, b).grown(width)));
        }
        for index in 0..stage.cast.people.len() {
            let (Some(spot), Some(plate)) = (stage.spot(index), stage.plate(index)) else {
                continue;
            };
            let half = plate.symbol.half(stage.metrics.unit);
            free.taken.push(Rect::centered(spot.symbol, Size::new(2.0 * half, 2.0 * half)));
            let below = Point::new(spot.symbol.x - plate.label_half, spot.symbol.y + half);
            let end = Point::new(spot.symbol.x + plate.label_half, spot.frame.max.y);
            free.taken.push(Rect::between(below, end));
        }
        free
    }

    /// The middle of a word of this `size` beside `piece`, as close to
    /// its end as it may be, first on the side that it leans to. Takes the place.
    pub(super) fn beside(
        &mut self,
        piece: &Connector,
        size: Size,
        (unit, leans_left): (f64, bool),
    ) -> Option<Point> {
        let back = line::reversed(&piece.points);
        let first = if leans_left { -1.0 } else { 1.0 };
        let mut best: Option<(usize, Point)> = None;
        // The children's own line shares its way with those of the others: it is named at its end.
        let length = line::length(&back);
        let reach = if piece.role == LineRole::Second { length } else { length.min(80.0 * unit) };
        let mut along = 30.0 * unit;
        for _ in 0..MOST_PLACES {
            let Some((at, way)) = line::at(&back, along.min(length)) else { break };
            let is_upright = way.x.abs() < way.y.abs();
            for side in [first, -first] {
                let (x, y) = if is_upright {
                    (side * (3.0 * unit + size.w / 2.0), 0.0)
                } else {
                    (0.0, side * (3.0 * unit + size.h / 2.0))
                };
                let center = at.moved(x, y);
                let hits = self.hits(Rect::centered(center, size));
                if best.is_none_or(|(least, _)| hits < least) {
                    best = Some((hits, center));
                }
            }
            along += 9.0 * unit;
            if reach < along || best.is_some_and(|(hits, _)| hits == 0) {
                break;
            }
        }
        let (_, center) = best?;
        self.taken.push(Rect::centered(center, size));
        Some(center)
    }

    fn hits(&self, word: Rect) -> usize {
        let on = |rect: &Rect| rect.overlaps(word);
        let lines = self.lines.iter().filter(|rect| on(rect)).count();
        // A word on a word is worse than a word on a line.
        lines + 4 * self.taken.iter().filter(|rect| on(rect)).count()
    }
}
