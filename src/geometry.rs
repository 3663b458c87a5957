//! Points and boxes in map units: `f64`, x to the right, y down. One unit is one pixel at 100 %.
//!
//! Nothing here knows what is drawn.

/// A position on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right, in map units.
    pub x: f64,
    /// Down, in map units.
    pub y: f64,
}

impl Point {
    /// The point at `(x, y)`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The distance to `other`.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// This point moved by `(dx, dy)`.
    #[must_use]
    pub const fn moved(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy }
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width, not negative.
    pub w: f64,
    /// Height, not negative.
    pub h: f64,
}

impl Size {
    /// A size of `w` by `h`.
    #[must_use]
    pub const fn new(w: f64, h: f64) -> Self {
        Self { w, h }
    }
}

/// An upright box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Top left corner.
    pub min: Point,
    /// Bottom right corner; never left of or above `min`.
    pub max: Point,
}

impl Rect {
    /// The box between two opposite corners, in any order.
    #[must_use]
    pub fn between(a: Point, b: Point) -> Self {
        Self {
            min: Point::new(a.x.min(b.x), a.y.min(b.y)),
            max: Point::new(a.x.max(b.x), a.y.max(b.y)),
        }
    }

    /// The box of `size` around `center`.
    #[must_use]
    pub fn centered(center: Point, size: Size) -> Self {
        Self {
            min: center.moved(-size.w / 2.0, -size.h / 2.0),
            max: center.moved(size.w / 2.0, size.h / 2.0),
        }
    }

    /// The smallest box around all `points`, or `None` without points.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |so_far: Option<Self>, p| {
            let here = Self { min: p, max: p };
            Some(so_far.map_or(here, |r| r.union(here)))
        })
    }

    /// Width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    /// Height.
    #[must_use]
    pub fn height(self) -> f64 {
        self.max.y - self.min.y
    }

    /// The middle.
    #[must_use]
    pub fn center(self) -> Point {
        Point::new((self.min.x + self.max.x) / 2.0, (self.min.y + self.max.y) / 2.0)
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// The box with `by` added on all four sides (negative shrinks, at most to the middle).
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        let dx = by.max(-self.width() / 2.0);
        let dy = by.max(-self.height() / 2.0);
        Self { min: self.min.moved(-dx, -dy), max: self.max.moved(dx, dy) }
    }

    /// Is `point` inside or on the edge?
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        self.min.x <= point.x
            && point.x <= self.max.x
            && self.min.y <= point.y
            && point.y <= self.max.y
    }

    /// Do the two boxes share any area?
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }
}

/// Rounds to a hundredth of a unit, so that equal pictures are equal bytes.
#[must_use]
pub fn snap(value: f64) -> f64 {
    let snapped = (value * 100.0).round() / 100.0;
    // `-0.0` would be written differently from `0.0`.
    if snapped == 0.0 { 0.0 } else { snapped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_around_points_holds_them_all() {
        let points = [Point::new(3.0, -1.0), Point::new(-2.0, 5.0), Point::new(0.0, 0.0)];
        let rect = Rect::around(points).expect("three points");
        assert!(points.iter().all(|p| rect.contains(*p)), "{rect:?}");
        assert_eq!((rect.width(), rect.height()), (5.0, 6.0));
        assert_eq!(Rect::around([]), None);
    }

    #[test]
    fn touching_boxes_do_not_overlap() {
        let a = Rect::between(Point::new(0.0, 0.0), Point::new(1.0, 1.0));
        let b = Rect::between(Point::new(1.0, 0.0), Point::new(2.0, 1.0));
        assert!(!a.overlaps(b));
        assert!(a.overlaps(b.grown(0.1)));
    }

    #[test]
    fn snapping_has_no_negative_zero() {
        assert_eq!(snap(-0.001).to_bits(), 0.0_f64.to_bits());
        assert_eq!(snap(1.236), 1.24);
    }
}
