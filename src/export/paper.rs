//! Sheets of paper, and how a picture is put on one.

use crate::geometry::{Point, Rect};
use crate::scene::{Item, Layer, Paint, Path, Scene, Shape};

/// Points of print in a millimetre.
pub(super) const POINTS_A_MM: f64 = 72.0 / 25.4;
/// Points of print in a map unit of a picture that is not fitted to any paper: 96 units an inch.
pub(super) const POINTS_A_UNIT: f64 = 0.75;
/// What printers leave white at every side, in millimetres.
pub(super) const MARGIN: f64 = 8.0;

/// A size of paper (ISO 216).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// 210 × 297 mm: every printer.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 420 × 594 mm.
    A2,
    /// 594 × 841 mm.
    A1,
    /// 841 × 1189 mm.
    A0,
}

impl Paper {
    /// All sizes, the smallest first.
    pub const ALL: [Self; 5] = [Self::A4, Self::A3, Self::A2, Self::A1, Self::A0];

    /// The word that the command line uses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::A2 => "a2",
            Self::A1 => "a1",
            Self::A0 => "a0",
        }
    }

    /// The size with this [`Self::id`], in capitals or not.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.id().eq_ignore_ascii_case(id))
    }

    /// The short and the long side in millimetres.
    #[must_use]
    pub const fn sides(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::A2 => (420.0, 594.0),
            Self::A1 => (594.0, 841.0),
            Self::A0 => (841.0, 1189.0),
        }
    }

    /// Its width and height in millimetres, turned so that `scene` becomes as large as it can.
    fn turned_for(self, scene: &Scene) -> (f64, f64) {
        let (short, long) = self.sides();
        let scale = |(width, height)| scale_on((width, height), scene);
        let (upright, across) = ((short, long), (long, short));
        if scale(across) <= scale(upright) { upright } else { across }
    }

    /// How many points of print a map unit of `scene` takes on this paper.
    #[must_use]
    pub fn points_a_unit(self, scene: &Scene) -> f64 {
        scale_on(self.turned_for(scene), scene)
    }

    /// The smallest paper on which type of this `size` in `scene` is at least so many points.
    #[must_use]
    pub fn for_type(scene: &Scene, size: f64, points: f64) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| points <= size * paper.points_a_unit(scene))
    }
}

/// How many points a map unit takes where `scene` fills a sheet of this size in millimetres.
fn scale_on((width, height): (f64, f64), scene: &Scene) -> f64 {
    let room = |side: f64| (side - 2.0 * MARGIN) * POINTS_A_MM;
    let across = room(width) / scene.bounds.width().max(1.0);
    across.min(room(height) / scene.bounds.height().max(1.0))
}

/// `scene` in the middle of a whole sheet of `paper`, as large as fits: what [`super::pdf()`] writes.
#[must_use]
pub fn sheet_of(scene: &Scene, paper: Paper) -> Scene {
    on_paper(scene, paper).0
}

/// The same in the true size of the paper, for pictures whose unit is 1/96 inch: SVG, and PNG at 96 dots
/// an inch.
#[must_use]
pub fn page_of(scene: &Scene, paper: Paper) -> Scene {
    let (mut sheet, width) = on_paper(scene, paper);
    let scale = width / POINTS_A_UNIT / sheet.bounds.width();
    let corner = sheet.bounds.min;
    let by = Point::new(-scale * corner.x, -scale * corner.y);
    let size = (scale * sheet.bounds.width(), scale * sheet.bounds.height());
    for item in &mut sheet.items {
        item.letters = item.letters.map(|size| scale * size);
        item.shape = item.shape.clone().placed(scale, by);
    }
    sheet.bounds = Rect::between(Point::default(), Point::new(size.0, size.1));
    sheet
}

/// Between two pages of one picture, in map units.
const BETWEEN: f64 = 24.0;

/// Pages below each other, for a picture that has no pages: SVG and PNG.
#[must_use]
pub fn stacked(pages: &[Scene]) -> Option<Scene> {
    let (first, others) = pages.split_first()?;
    let mut all = first.clone();
    for page in others {
        let by = Point::new(
            all.bounds.min.x - page.bounds.min.x,
            all.bounds.max.y + BETWEEN - page.bounds.min.y,
        );
        let edge = Path::rounded(page.bounds, 0.0);
        let paint = Paint::fill(page.ground);
        let ground = Item {
            subject: None,
            strand: None,
            layer: Layer::Bands,
            opacity: 1.0,
            letters: None,
            shape: Shape::Path { path: edge, paint },
        };
        let items = std::iter::once(&ground).chain(&page.items);
        all.items.extend(
            items.map(|item| Item { shape: item.shape.clone().placed(1.0, by), ..item.clone() }),
        );
        let corner = Point::new(page.bounds.max.x + by.x, page.bounds.max.y + by.y);
        all.bounds.max.x = all.bounds.max.x.max(corner.x);
        all.bounds.max.y = all.bounds.max.y.max(corner.y);
    }
    // Its passages are those of its pages.
    all.passages.clear();
    Some(all)
}

/// `scene` in the middle of a whole sheet of `paper`, as large as fits, and the width of the sheet in
/// points.
pub(super) fn on_paper(scene: &Scene, paper: Paper) -> (Scene, f64) {
    let (width, height) = paper.turned_for(scene);
    let scale = scale_on((width, height), scene);
    let (w, h) = (width * POINTS_A_MM / scale, height * POINTS_A_MM / scale);
    let center = scene.bounds.center();
    let mut sheet = scene.clone();
    sheet.bounds.min = Point::new(center.x - w / 2.0, center.y - h / 2.0);
    sheet.bounds.max = Point::new(center.x + w / 2.0, center.y + h / 2.0);
    (sheet, width * POINTS_A_MM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Theme, ThemeName};

    fn scene(width: f64, height: f64) -> Scene {
        Scene {
            bounds: Rect::between(Point::new(-10.0, 5.0), Point::new(width - 10.0, height + 5.0)),
            ..Scene::empty(Theme::of(ThemeName::Light).ground)
        }
    }

    #[test]
    fn a_wide_picture_lies_and_a_high_one_stands() {
        for (paper, (short, long)) in Paper::ALL.map(|paper| (paper, paper.sides())) {
            let points = |mm: f64| mm * POINTS_A_MM;
            let (_, width) = on_paper(&scene(3000.0, 900.0), paper);
            assert!((width - points(long)).abs() < 1e-6, "{paper:?} lies");
            let (_, width) = on_paper(&scene(900.0, 3000.0), paper);
            assert!((width - points(short)).abs() < 1e-6, "{paper:?} stands");
        }
    }

    #[test]
    fn all_of_a_picture_is_on_the_sheet_in_its_proportions() {
        let picture = scene(1234.0, 777.0);
        let (sheet, width) = on_paper(&picture, Paper::A3);
        let (a, b) = (picture.bounds, sheet.bounds);
        assert!(b.contains(a.min) && b.contains(a.max), "{b:?}");
        assert!((b.width() / b.height() - 420.0 / 297.0).abs() < 1e-9);
        let scale = width / b.width();
        assert!((scale - Paper::A3.points_a_unit(&picture)).abs() < 1e-9);
    }

    #[test]
    fn a_page_has_the_true_size_of_its_paper() {
        for paper in Paper::ALL {
            let page = page_of(&scene(3000.0, 900.0), paper);
            let (short, long) = paper.sides();
            let mm = |units: f64| units / 96.0 * 25.4;
            assert!((mm(page.bounds.width()) - long).abs() < 0.01, "{paper:?}");
            assert!((mm(page.bounds.height()) - short).abs() < 0.01, "{paper:?}");
        }
    }

    #[test]
    fn larger_paper_is_found_for_small_type() {
        let picture = scene(4000.0, 1500.0);
        let found = Paper::for_type(&picture, 16.0, 7.0).expect("a size");
        assert!(7.0 <= 16.0 * found.points_a_unit(&picture));
        assert!(Paper::A4 < found, "16 units in 4000 are too small on A4");
        assert_eq!(Paper::for_type(&scene(90_000.0, 500.0), 16.0, 7.0), None);
        assert_eq!(Paper::from_id("A2"), Some(Paper::A2));
        assert_eq!(Paper::from_id("letter"), None);
    }
}
