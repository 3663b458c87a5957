//! What a drawing is made of: a handful of shapes in map units, each with its paint.
//!
//! Everything that shows a scene (window, SVG, PNG, PDF) must be able to draw exactly these.

use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size, snap};
use crate::theme::Color;

/// One drawn thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An upright box with rounded corners.
    Rect {
        /// The box.
        rect: Rect,
        /// Radius of its corners; 0 is sharp.
        radius: f64,
        /// Fill and outline.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Fill and outline.
        paint: Paint,
    },
    /// Any other outline or line.
    Path {
        /// The line.
        path: Path,
        /// Fill and outline.
        paint: Paint,
    },
    /// One line of text.
    Text(Label),
    /// A glyph of the icon set, fitted into a box.
    Icon {
        /// Its character in the icon font, filled style.
        glyph: char,
        /// The box it fills.
        rect: Rect,
        /// Its colour.
        color: Color,
    },
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where the baseline starts, is centred or ends, after `anchor`.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// Which part of the text stands at `at`.
    pub anchor: Anchor,
    /// Size of the type, in map units.
    pub size: f64,
    /// How bold.
    pub weight: Weight,
    /// Its colour.
    pub color: Color,
    /// Its width as measured when it was placed, in map units.
    pub width: f64,
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// How a shape is filled and outlined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    /// The fill, if any.
    pub fill: Option<Color>,
    /// The outline, if any.
    pub stroke: Option<Stroke>,
}

impl Paint {
    /// Only filled.
    #[must_use]
    pub const fn fill(color: Color) -> Self {
        Self { fill: Some(color), stroke: None }
    }

    /// Only outlined.
    #[must_use]
    pub const fn stroke(stroke: Stroke) -> Self {
        Self { fill: None, stroke: Some(stroke) }
    }

    /// Filled and outlined.
    #[must_use]
    pub const fn both(fill: Color, stroke: Stroke) -> Self {
        Self { fill: Some(fill), stroke: Some(stroke) }
    }
}

/// A drawn line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in map units.
    pub width: f64,
    /// Lengths of dash, gap, dash and gap, over and over; `None` is a whole line.
    pub dash: Option<[f64; 4]>,
    /// Do its ends (and the ends of its dashes) stick out, rounded?
    pub cap: Cap,
}

impl Stroke {
    /// A whole line.
    #[must_use]
    pub const fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dash: None, cap: Cap::Butt }
    }

    /// The same line in dashes of `on` with gaps of `off`.
    #[must_use]
    pub const fn dashed(self, on: f64, off: f64) -> Self {
        Self { dash: Some([on, off, on, off]), ..self }
    }

    /// The same line with rounded ends.
    #[must_use]
    pub const fn round(self) -> Self {
        Self { cap: Cap::Round, ..self }
    }
}

/// The ends of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cap {
    /// Cut off.
    #[default]
    Butt,
    /// Half a disc.
    Round,
}

/// A line of straight and curved steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The steps; the first one is a move.
    pub steps: Vec<Step>,
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begin again here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A curve with one control point.
    Quad(Point, Point),
    /// A curve with two control points.
    Cubic(Point, Point, Point),
    /// Back to where this part began.
    Close,
}

/// How far the control points of a quarter circle stand out, for radius 1 (the usual
/// approximation, exact to 0.03 %).
pub(crate) const KAPPA: f64 = 0.552_284_75;

impl Path {
    /// A straight line.
    #[must_use]
    pub fn line(from: Point, to: Point) -> Self {
        Self { steps: vec![Step::Move(from), Step::Line(to)] }
    }

    /// A line through `points`.
    #[must_use]
    pub fn polyline(points: &[Point]) -> Self {
        let steps = points.iter().enumerate();
        Self {
            steps: steps
                .map(|(i, p)| if i == 0 { Step::Move(*p) } else { Step::Line(*p) })
                .collect(),
        }
    }

    /// A closed shape with straight sides.
    #[must_use]
    pub fn polygon(points: &[Point]) -> Self {
        let mut path = Self::polyline(points);
        path.steps.push(Step::Close);
        path
    }

    /// A circle, of four curves.
    #[must_use]
    pub fn circle(center: Point, radius: f64) -> Self {
        let size = Size::new(2.0 * radius, 2.0 * radius);
        Self::rounded(Rect::centered(center, size), radius)
    }

    /// A box with corners of this radius, at most half its shorter side.
    #[must_use]
    pub fn rounded(rect: Rect, radius: f64) -> Self {
        let (a, b) = (rect.min, rect.max);
        let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
        if r <= 0.0 {
            return Self::polygon(&[a, Point::new(b.x, a.y), b, Point::new(a.x, b.y)]);
        }
        // From the corner to the control point.
        let c = r * (1.0 - KAPPA);
        let at = Point::new;
        let steps = vec![
            Step::Move(at(a.x + r, a.y)),
            Step::Line(at(b.x - r, a.y)),
            Step::Cubic(at(b.x - c, a.y), at(b.x, a.y + c), at(b.x, a.y + r)),
            Step::Line(at(b.x, b.y - r)),
            Step::Cubic(at(b.x, b.y - c), at(b.x - c, b.y), at(b.x - r, b.y)),
            Step::Line(at(a.x + r, b.y)),
            Step::Cubic(at(a.x + c, b.y), at(a.x, b.y - c), at(a.x, b.y - r)),
            Step::Line(at(a.x, a.y + r)),
            Step::Cubic(at(a.x, a.y + c), at(a.x + c, a.y), at(a.x + r, a.y)),
            Step::Close,
        ];
        Self { steps }
    }

    /// Every point that a step names, control points too.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        self.steps.iter().flat_map(|step| {
            let points = match *step {
                Step::Move(a) | Step::Line(a) => [Some(a), None, None],
                Step::Quad(a, b) => [Some(a), Some(b), None],
                Step::Cubic(a, b, c) => [Some(a), Some(b), Some(c)],
                Step::Close => [None; 3],
            };
            points.into_iter().flatten()
        })
    }

    /// Its corners one after another, curves in small straight steps.
    #[must_use]
    pub fn flattened(&self) -> Vec<Point> {
        super::line::flattened(self)
    }

    fn map(mut self, f: impl Fn(Point) -> Point) -> Self {
        for step in &mut self.steps {
            *step = match *step {
                Step::Move(a) => Step::Move(f(a)),
                Step::Line(a) => Step::Line(f(a)),
                Step::Quad(a, b) => Step::Quad(f(a), f(b)),
                Step::Cubic(a, b, c) => Step::Cubic(f(a), f(b), f(c)),
                Step::Close => Step::Close,
            };
        }
        self
    }
}

/// `value` snapped; anything that is not a number becomes 0, so that no picture can hold one.
fn tidy(value: f64) -> f64 {
    if value.is_finite() { snap(value) } else { 0.0 }
}

fn tidy_point(point: Point) -> Point {
    Point::new(tidy(point.x), tidy(point.y))
}

fn tidy_rect(rect: Rect) -> Rect {
    Rect::between(tidy_point(rect.min), tidy_point(rect.max))
}

impl Shape {
    /// The same shape with every measure snapped and finite.
    #[must_use]
    pub fn snapped(self) -> Self {
        match self {
            Self::Rect { rect, radius, paint } => {
                Self::Rect { rect: tidy_rect(rect), radius: tidy(radius), paint: paint.snapped() }
            }
            Self::Circle { center, radius, paint } => Self::Circle {
                center: tidy_point(center),
                radius: tidy(radius).max(0.0),
                paint: paint.snapped(),
            },
            Self::Path { path, paint } => {
                Self::Path { path: path.map(tidy_point), paint: paint.snapped() }
            }
            Self::Text(label) => Self::Text(Label {
                at: tidy_point(label.at),
                size: tidy(label.size),
                width: tidy(label.width),
                ..label
            }),
            Self::Icon { glyph, rect, color } => Self::Icon { glyph, rect: tidy_rect(rect), color },
        }
    }

    /// The same shape `scale` times as large, counted from the origin, and then moved.
    #[must_use]
    pub fn placed(self, scale: f64, by: Point) -> Self {
        let at = |p: Point| Point::new(scale * p.x + by.x, scale * p.y + by.y);
        let boxed = |rect: Rect| Rect::between(at(rect.min), at(rect.max));
        match self {
            Self::Rect { rect, radius, paint } => {
                Self::Rect { rect: boxed(rect), radius: scale * radius, paint: paint.scaled(scale) }
            }
            Self::Circle { center, radius, paint } => Self::Circle {
                center: at(center),
                radius: scale * radius,
                paint: paint.scaled(scale),
            },
            Self::Path { path, paint } => {
                Self::Path { path: path.map(at), paint: paint.scaled(scale) }
            }
            Self::Text(label) => Self::Text(Label {
                at: at(label.at),
                size: scale * label.size,
                width: scale * label.width,
                ..label
            }),
            Self::Icon { glyph, rect, color } => Self::Icon { glyph, rect: boxed(rect), color },
        }
    }

    /// A box that holds all of it, or `None` for an empty path.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        match self {
            Self::Rect { rect, paint, .. } => Some(rect.grown(paint.overhang())),
            Self::Circle { center, radius, paint } => {
                let size = Size::new(2.0 * radius, 2.0 * radius);
                Some(Rect::centered(*center, size).grown(paint.overhang()))
            }
            Self::Path { path, paint } => {
                Rect::around(path.points()).map(|rect| rect.grown(paint.overhang()))
            }
            Self::Text(label) => Some(label.bounds()),
            Self::Icon { rect, .. } => Some(*rect),
        }
    }
}

impl Label {
    /// The box of its line: from the tallest letter to the lowest.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        let top = Point::new(left, self.at.y - 0.95 * self.size);
        Rect::between(top, Point::new(left + self.width, self.at.y + 0.25 * self.size))
    }
}

impl Paint {
    fn snapped(self) -> Self {
        let stroke = self.stroke.map(|stroke| Stroke {
            width: tidy(stroke.width),
            dash: stroke.dash.map(|lengths| lengths.map(tidy)),
            ..stroke
        });
        Self { stroke, ..self }
    }

    fn scaled(self, scale: f64) -> Self {
        let stroke = self.stroke.map(|stroke| Stroke {
            width: scale * stroke.width,
            dash: stroke.dash.map(|lengths| lengths.map(|length| scale * length)),
            ..stroke
        });
        Self { stroke, ..self }
    }

    fn overhang(self) -> f64 {
        self.stroke.map_or(0.0, |stroke| stroke.width / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_number_becomes_nothing() {
        let ink = Color([0, 0, 0, 255]);
        let path = Path::line(Point::new(f64::NAN, 1.0), Point::new(2.0, f64::INFINITY));
        let stroke = Stroke::solid(ink, f64::NAN).dashed(f64::NAN, 2.0);
        let shape = Shape::Path { path, paint: Paint::stroke(stroke) }.snapped();
        let text = format!("{shape:?}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }

    #[test]
    fn a_label_reaches_where_its_anchor_says() {
        let label = |anchor| Label {
            at: Point::new(100.0, 50.0),
            text: "x".to_owned(),
            anchor,
            size: 10.0,
            weight: Weight::Regular,
            color: Color([0, 0, 0, 255]),
            width: 40.0,
        };
        let left = |anchor| label(anchor).bounds().min.x;
        assert_eq!(
            [left(Anchor::Start), left(Anchor::Middle), left(Anchor::End)],
            [100.0, 80.0, 60.0]
        );
    }
}
