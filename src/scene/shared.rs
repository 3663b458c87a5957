//! Ways of one strand that share pieces: dots drawn twice on one line would look like another sign.

use std::collections::BTreeMap;

use crate::geometry::Point;
use crate::scene::line::{self, Key, key};

/// The ways of a strand that are drawn already, by where they start and by where they end.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    from: BTreeMap<Key, Vec<Vec<Point>>>,
    /// Walked the other way.
    to: BTreeMap<Key, Vec<Vec<Point>>>,
}

impl Drawn {
    /// Adds a way.
    pub(super) fn add(&mut self, way: &[Point]) {
        if let (Some(first), Some(last)) = (way.first(), way.last()) {
            self.from.entry(key(*first)).or_default().push(way.to_vec());
            self.to.entry(key(*last)).or_default().push(line::reversed(way));
        }
    }

    /// What is new of a way: without its start as far as another has that, and without its end. It
    /// keeps `bend` of what it shares, so that it meets the other beside its bend. `None` when nothing
    /// is new.
    pub(super) fn rest(&self, way: &[Point], bend: f64) -> Option<Vec<Point>> {
        let back = line::reversed(way);
        let most = |of: &BTreeMap<Key, Vec<Vec<Point>>>, way: &[Point]| {
            let others = way.first().and_then(|first| of.get(&key(*first)));
            let shared = others.into_iter().flatten().map(|other| shared(way, other));
            (shared.fold(0.0, f64::max) - bend).max(0.0)
        };
        let (start, end) = (most(&self.from, way), most(&self.to, &back));
        let is_new = start + end + 2.0 * bend < line::length(way);
        is_new.then(|| line::without_end(&line::without_start(way, start), end))
    }
}

/// How far two lines from one point run on each other.
fn shared(a: &[Point], b: &[Point]) -> f64 {
    let mut length = 0.0;
    for ((from, one), (_, other)) in line::pairs(a).zip(line::pairs(b)) {
        if key(one) == key(other) {
            length += from.distance(one);
            continue;
        }
        let (along, beside) = (from.distance(one), from.distance(other));
        let straight =
            (one.x - from.x) * (other.x - from.x) + (one.y - from.y) * (other.y - from.y);
        if 0.999 * along * beside < straight {
            length += along.min(beside);
        }
        break;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(corners: &[(f64, f64)]) -> Vec<Point> {
        corners.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn only_what_is_new_of_a_way_is_left() {
        let mut drawn = Drawn::default();
        let first = way(&[(0.0, 0.0), (0.0, 100.0), (80.0, 100.0), (80.0, 150.0)]);
        assert_eq!(drawn.rest(&first, 0.0), Some(first.clone()), "nothing is drawn yet");
        drawn.add(&first);
        assert_eq!(drawn.rest(&first, 0.0), None, "all of it is");
        let further = way(&[(0.0, 0.0), (0.0, 100.0), (200.0, 100.0), (200.0, 150.0)]);
        let new = way(&[(80.0, 100.0), (200.0, 100.0), (200.0, 150.0)]);
        assert_eq!(drawn.rest(&further, 0.0), Some(new), "from where they part");
        let other = way(&[(30.0, 0.0), (30.0, 100.0), (80.0, 100.0), (80.0, 150.0)]);
        let new = way(&[(30.0, 0.0), (30.0, 100.0)]);
        assert_eq!(drawn.rest(&other, 0.0), Some(new), "to where they join");
        let new = way(&[(70.0, 100.0), (200.0, 100.0), (200.0, 150.0)]);
        assert_eq!(drawn.rest(&further, 10.0), Some(new), "with a bend");
        let elsewhere = way(&[(5.0, 5.0), (9.0, 5.0)]);
        assert_eq!(drawn.rest(&elsewhere, 0.0), Some(elsewhere));
    }
}
