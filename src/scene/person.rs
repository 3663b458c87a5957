//! One person: the symbol with its loops, and what stands in and under it.
//!
//! Signs after McGoldrick, Gerson and Petry (2020) and Bennett et al. (2022), softened as
//! domain.md §4a says: nobody is crossed out, nobody is filled with their problems.

use crate::geometry::{Point, Rect, Size};
use crate::i18n::Message;
use crate::model::{Gender, LifeCourse, Person, PersonId, Subject};
use crate::scene::Layer;
use crate::scene::badge;
use crate::scene::cast::Plate;
use crate::scene::metrics::Metrics;
use crate::scene::shape::{KAPPA, Paint, Path, Shape, Step, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::strand::Ring;
use crate::scene::view::Plates;
use crate::scene::{tie, words};

/// More loops than this become "+n".
pub(super) const MOST_LOOPS: usize = 4;

/// The sign for a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A man.
    Square,
    /// A woman.
    Circle,
    /// Somebody non-binary: square base, round top.
    Dome,
    /// Gender not known: a square with very round corners and a question mark.
    #[default]
    Rounded,
    /// Expected: small triangle.
    Expected,
    /// Lost before birth: smaller triangle with a soft cross.
    Lost,
    /// A pregnancy that was ended: the same with a line under it.
    Ended,
    /// Born dead: the sign of the gender at half size with a soft cross.
    Stillborn(Gender),
    /// Several people: diamond.
    Crowd,
}

impl Symbol {
    pub(super) fn of(person: &Person) -> Self {
        if person.stands_for.is_some() {
            return Self::Crowd;
        }
        match (person.life, person.gender) {
            (LifeCourse::Pregnancy, _) => Self::Expected,
            (LifeCourse::Miscarriage, _) => Self::Lost,
            (LifeCourse::Abortion, _) => Self::Ended,
            (LifeCourse::Stillbirth, gender) => Self::Stillborn(gender),
            (LifeCourse::Born, gender) => Self::of_gender(gender),
        }
    }

    /// The sign under these plates: where faces are drawn, the same for everybody.
    pub(super) fn under(person: &Person, plates: Plates) -> Self {
        if plates == Plates::Faces { Self::Circle } else { Self::of(person) }
    }

    const fn of_gender(gender: Gender) -> Self {
        match gender {
            Gender::Man => Self::Square,
            Gender::Woman => Self::Circle,
            Gender::NonBinary => Self::Dome,
            Gender::Unknown => Self::Rounded,
        }
    }

    /// Half its width and height; `unit` as in [`Metrics`].
    pub(super) const fn half(self, unit: f64) -> f64 {
        let half = match self {
            Self::Square | Self::Circle | Self::Dome | Self::Rounded | Self::Crowd => 31.0,
            Self::Expected => 18.0,
            Self::Lost | Self::Ended => 13.0,
            Self::Stillborn(_) => 15.5,
        };
        half * unit
    }

    /// Its outline around `center`, `grown` beyond its edge; `unit` as in [`Metrics`].
    pub(super) fn outline(self, center: Point, unit: f64, grown: f64, paint: Paint) -> Shape {
        let half = self.half(unit) + grown;
        let corner = self.corner() * unit;
        let rect = Rect::centered(center, Size::new(2.0 * half, 2.0 * half));
        match self {
            Self::Square | Self::Stillborn(Gender::Man) => {
                Shape::Rect { rect, radius: corner + grown * 0.72, paint }
            }
            Self::Rounded | Self::Stillborn(Gender::Unknown) => {
                Shape::Rect { rect, radius: corner + grown, paint }
            }
            Self::Circle | Self::Stillborn(Gender::Woman) => {
                Shape::Circle { center, radius: half, paint }
            }
            Self::Dome | Self::Stillborn(Gender::NonBinary) => {
                Shape::Path { path: dome(center, half, 5.0 * unit + grown * 0.72), paint }
            }
            Self::Expected | Self::Lost | Self::Ended => {
                let corners = [(0.0, -half), (half, half * 0.8), (-half, half * 0.8)];
                let path = Path::polygon(&corners.map(|(x, y)| center.moved(x, y)));
                Shape::Path { path, paint }
            }
            Self::Crowd => {
                let corners = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)];
                let path = Path::polygon(&corners.map(|(x, y)| center.moved(x, y)));
                Shape::Path { path, paint }
            }
        }
    }

    const fn corner(self) -> f64 {
        match self {
            Self::Square => 7.0,
            Self::Rounded => 20.0,
            Self::Stillborn(Gender::Unknown) => 10.0,
            Self::Stillborn(_) => 4.0,
            Self::Circle | Self::Dome | Self::Expected | Self::Lost | Self::Ended | Self::Crowd => {
                0.0
            }
        }
    }

    /// How far from the centre its edge (grown by `grown`) is, up and down, `aside` from the
    /// middle.
    pub(super) fn reach(self, unit: f64, grown: f64, aside: f64) -> f64 {
        let half = self.half(unit) + grown;
        match self {
            Self::Circle | Self::Stillborn(Gender::Woman | Gender::NonBinary) | Self::Dome => {
                (half * half - aside * aside).max(0.0).sqrt()
            }
            Self::Crowd => (half - aside.abs()).max(0.0),
            Self::Square | Self::Rounded | Self::Stillborn(Gender::Man | Gender::Unknown) => half,
            Self::Expected | Self::Lost | Self::Ended => half,
        }
    }
}

fn dome(center: Point, half: f64, corner: f64) -> Path {
    let (k, c) = (half * KAPPA, corner);
    let at = |x: f64, y: f64| center.moved(x, y);
    Path {
        steps: vec![
            Step::Move(at(-half, 0.0)),
            Step::Cubic(at(-half, -k), at(-k, -half), at(0.0, -half)),
            Step::Cubic(at(k, -half), at(half, -k), at(half, 0.0)),
            Step::Line(at(half, half - c)),
            Step::Quad(at(half, half), at(half - c, half)),
            Step::Line(at(-half + c, half)),
            Step::Quad(at(-half, half), at(-half, half - c)),
            Step::Close,
        ],
    }
}

/// Draws everybody who is visible.
pub(super) fn draw(stage: &mut Stage<'_>) {
    let cast = stage.cast;
    for (index, id) in cast.people.iter().enumerate() {
        if stage.is_visible(id) {
            draw_one(stage, index, id);
        }
    }
}

fn draw_one(stage: &mut Stage<'_>, index: usize, id: &PersonId) {
    let (Some(spot), Some(plate)) = (stage.spot(index), stage.plate(index)) else { return };
    let Some(person) = stage.map.person(id) else { return };
    let pen = Pen::on(Layer::People).of(Subject::Person(id.clone())).faint(stage.faintness(id));
    if stage.view.absent.people.contains(id) {
        let outline = Paint::stroke(absent_stroke(stage));
        stage.add(&pen, plate.symbol.outline(spot.symbol, stage.metrics.unit, 0.0, outline));
        return;
    }
    loops(stage, &pen, id, plate.symbol, spot.symbol);
    if stage.view.absent.new.contains(id) {
        let (unit, stroke) = (stage.metrics.unit, new_stroke(stage));
        let around = match stage.cast.loops.get(id).map_or(0, Vec::len) {
            0 => 0.0,
            n => ring_distance(&stage.metrics, n - 1) + stage.metrics.loop_width / 2.0,
        };
        let ring =
            plate.symbol.outline(spot.symbol, unit, around + 6.0 * unit, Paint::stroke(stroke));
        stage.add(&pen, ring);
    }
    let pen = if stage.view.ghosts.contains(id) {
        let unit = stage.metrics.unit;
        let stroke = new_stroke(stage).dashed(5.0 * unit, 4.0 * unit);
        let ring = plate.symbol.outline(spot.symbol, unit, 6.0 * unit, Paint::stroke(stroke));
        // Whatever is dimmed: this is what is being typed.
        stage.add(&Pen { opacity: 1.0, ..pen.clone() }, ring);
        Pen { opacity: GHOST, ..pen }
    } else {
        pen
    };
    symbol(stage, &pen, id, person, spot.symbol);
    label(stage, &pen, plate, spot.symbol);
    badge::draw(stage, &pen, &plate.badges, spot.symbol.x, spot.symbol.y + plate.badges_drop);
    if let Some(count) = stage.cast.folded.get(id) {
        folded(stage, &pen, *count, Point::new(spot.symbol.x, spot.frame.max.y));
    }
}

/// How much is seen of who would be on the map.
const GHOST: f64 = 0.62;

/// Around who, and along what, is not there yet: faint dots.
pub(super) fn absent_stroke(stage: &Stage<'_>) -> Stroke {
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let width = 0.6 * theme.stroke.symbol;
    Stroke::solid(theme.ground.mixed(theme.line, 0.7), width).dashed(0.1, 4.0 * unit).round()
}

/// Around who came in the year that is shown.
fn new_stroke(stage: &Stage<'_>) -> Stroke {
    let theme = stage.theme();
    Stroke::solid(theme.accent, 0.9 * theme.stroke.symbol)
}

/// One loop for each strand, from the inside; after the fourth "+n".
fn loops(stage: &mut Stage<'_>, pen: &Pen, id: &PersonId, symbol: Symbol, center: Point) {
    let Some(around) = stage.cast.loops.get(id) else { return };
    for (ring, strand) in around.iter().take(MOST_LOOPS).enumerate() {
        let pen = Pen { strand: Some(*strand), opacity: 1.0, ..pen.clone() };
        let stroke = Stroke::solid(stage.strand_color(*strand), stage.metrics.loop_width);
        let grown = ring_distance(&stage.metrics, ring);
        let unit = stage.metrics.unit;
        let ring = stage.ring(*strand, id);
        if ring != Ring::Full {
            quiet_loop(stage, &pen, (symbol, center, grown), (ring, stroke));
            continue;
        }
        stage.add(&pen, symbol.outline(center, unit, grown, Paint::stroke(stroke)));
        if let Some(core) = stage.core_stroke(*strand, stroke.width) {
            stage.add(&pen, symbol.outline(center, unit, grown, Paint::stroke(core)));
        }
    }
    if let Some(more @ 1..) = around.len().checked_sub(MOST_LOOPS) {
        let metrics = &stage.metrics;
        let out = symbol.half(metrics.unit) + ring_distance(metrics, MOST_LOOPS - 1) + 4.0;
        let theme = stage.theme();
        let style = TextStyle::from_left(theme.size.years, theme.soft_ink).semi_bold();
        stage.text(pen, &format!("+{more}"), center.moved(out * 0.75, -out * 0.8), style);
    }
}

/// The loop of somebody with whom it is over, or who stands outside the family line, `grown` around
/// the symbol; `stroke` is that of a full one.
pub(super) fn quiet_loop(
    stage: &mut Stage<'_>,
    pen: &Pen,
    (symbol, center, grown): (Symbol, Point, f64),
    (ring, stroke): (Ring, Stroke),
) {
    let (unit, ground) = (stage.metrics.unit, stage.theme().panel);
    let mut outline = |grown, stroke| {
        stage.add(pen, symbol.outline(center, unit, grown, Paint::stroke(stroke)));
    };
    match ring {
        Ring::Full => outline(grown, stroke),
        Ring::Beside => {
            let dot = stroke.width;
            outline(grown, Stroke { width: 0.7 * dot, ..stroke }.round().dashed(0.1, 1.5 * dot));
        }
        Ring::Over => {
            // Told by its shape, not only by its shade: two thin lines with light between them.
            let edge = 0.25 * stroke.width;
            outline(grown, Stroke { color: ground.mixed(stroke.color, 0.3), ..stroke });
            for side in [-0.5, 0.5] {
                outline(grown + side * (stroke.width - edge), Stroke { width: edge, ..stroke });
            }
        }
    }
}

/// From the symbol's edge to the middle of the loop with this number, from 0.
pub(super) fn ring_distance(metrics: &Metrics, ring: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most four loops")]
    let ring = ring.min(MOST_LOOPS - 1) as f64;
    (ring + 1.0) * metrics.loop_step
}

/// A small symbol, for the legend.
pub(super) fn sample(
    stage: &mut Stage<'_>,
    pen: &Pen,
    (symbol, dead): (Symbol, bool),
    center: Point,
) {
    let theme = stage.theme();
    let half = 9.0 * stage.metrics.unit;
    let unit = half / symbol.half(1.0);
    let outline = Stroke::solid(theme.ink, 0.65 * theme.stroke.symbol);
    stage.add(pen, symbol.outline(center, unit, 0.0, Paint::both(theme.panel, outline)));
    let soft = Stroke::solid(theme.line, theme.stroke.slash);
    let has_sign = matches!(symbol, Symbol::Rounded | Symbol::Crowd);
    let style = TextStyle::centered(1.2 * half, theme.soft_ink).semi_bold();
    let clear = if has_sign { clear_of("?", style) } else { 0.0 };
    marks(stage, pen, (symbol, dead), (center, unit, clear), soft);
    if has_sign {
        stage.text(pen, "?", center.moved(0.0, 0.36 * style.size), style);
    }
}

/// Somebody who is not there yet, and somebody who came this year, for the legend.
pub(super) fn time_sample(stage: &mut Stage<'_>, pen: &Pen, sign: TimeSign, center: Point) {
    let theme = stage.theme();
    let unit = 9.0 * stage.metrics.unit / Symbol::Circle.half(1.0);
    let draw = |grown: f64, paint: Paint| Symbol::Circle.outline(center, unit, grown, paint);
    match sign {
        TimeSign::Absent => {
            let outline = draw(0.0, Paint::stroke(absent_stroke(stage)));
            stage.add(pen, outline);
        }
        TimeSign::New => {
            let ink = Stroke::solid(theme.ink, 0.65 * theme.stroke.symbol);
            stage.add(pen, draw(-3.0, Paint::both(theme.panel, ink)));
            stage.add(pen, draw(1.0, Paint::stroke(new_stroke(stage))));
        }
    }
}

/// What a past year says of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeSign {
    /// Not there yet, or not known to be.
    Absent,
    /// Came in this year.
    New,
}

/// The slash of the dead, the cross of the unborn. The slash leaves `clear` on both sides of the
/// middle to the text that stands there.
fn marks(
    stage: &mut Stage<'_>,
    pen: &Pen,
    (symbol, dead): (Symbol, bool),
    (center, unit, clear): (Point, f64, f64),
    soft: Stroke,
) {
    let half = symbol.half(unit);
    match symbol {
        Symbol::Lost | Symbol::Stillborn(_) => cross(stage, pen, (center, unit), symbol, soft),
        Symbol::Ended => {
            cross(stage, pen, (center, unit), symbol, soft);
            let y = half + 4.0 * unit;
            let path = Path::line(center.moved(-half, y), center.moved(half, y));
            stage.stroke(pen, path, soft);
        }
        Symbol::Square | Symbol::Circle | Symbol::Dome | Symbol::Rounded if dead => {
            let reach = if symbol == Symbol::Circle { half * 0.7 } else { half - 0.8 };
            let upper = if symbol == Symbol::Dome { half * 0.7 } else { reach };
            let parts: &[(f64, f64)] =
                if 0.0 < clear { &[(-reach, -clear), (clear, upper)] } else { &[(-reach, upper)] };
            for (from, to) in parts {
                let path = Path::line(center.moved(*from, -from), center.moved(*to, -to));
                stage.stroke(pen, path, soft);
            }
        }
        Symbol::Square | Symbol::Circle | Symbol::Dome | Symbol::Rounded => {}
        Symbol::Expected | Symbol::Crowd => {}
    }
}

fn symbol(stage: &mut Stage<'_>, pen: &Pen, id: &PersonId, person: &Person, center: Point) {
    let symbol = Symbol::under(person, stage.view.plates);
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let outline = Stroke::solid(theme.ink, theme.stroke.symbol);
    stage.add(pen, symbol.outline(center, unit, 0.0, Paint::both(theme.panel, outline)));
    if stage.view.plates == Plates::Faces {
        return;
    }
    if stage.map.focus.contains(id) {
        let inner = Paint::stroke(Stroke::solid(theme.ink, theme.stroke.symbol * 0.83));
        stage.add(pen, symbol.outline(center, unit, -5.0 * unit, inner));
    }
    let soft = Stroke::solid(theme.line, theme.stroke.slash);
    let age = age(stage, (id, person));
    let clear = clear_of(&age, age_style(stage, person));
    marks(stage, pen, (symbol, person.is_dead()), (center, unit, clear), soft);
    inside(stage, pen, (id, person), center);
}

/// How far along a diagonal, left and right, `text` in the middle of a symbol reaches.
fn clear_of(text: &str, style: TextStyle) -> f64 {
    if text.is_empty() { 0.0 } else { (style.width(text) / 2.0).min(0.55 * style.size) + 2.0 }
}

/// The age that stands in a symbol, where one does.
fn age(stage: &Stage<'_>, (id, person): (&PersonId, &Person)) -> String {
    match stage.view.plates {
        Plates::Full | Plates::Screen if stage.view.absent.ageless.contains(id) => String::new(),
        Plates::Full | Plates::Screen => words::age(person, stage.view.today),
        Plates::NamesOnly | Plates::Faces => String::new(),
    }
}

/// How the age is set.
fn age_style(stage: &Stage<'_>, person: &Person) -> TextStyle {
    let (theme, full) = (stage.theme(), stage.theme().size.age);
    let (size, color) =
        if person.is_dead() { (0.88 * full, theme.soft_ink) } else { (full, theme.ink) };
    TextStyle::centered(size, color).semi_bold()
}

fn cross(
    stage: &mut Stage<'_>,
    pen: &Pen,
    (center, unit): (Point, f64),
    symbol: Symbol,
    stroke: Stroke,
) {
    let half = symbol.half(unit) * if matches!(symbol, Symbol::Stillborn(_)) { 0.95 } else { 0.62 };
    let low = if matches!(symbol, Symbol::Stillborn(_)) { 0.0 } else { 3.0 * unit };
    for side in [-1.0, 1.0] {
        let path = Path::line(
            center.moved(-side * half, low - half),
            center.moved(side * half, low + half),
        );
        stage.stroke(pen, path, stroke);
    }
}

/// The age, or the question mark, or how many people it stands for.
fn inside(stage: &mut Stage<'_>, pen: &Pen, (id, person): (&PersonId, &Person), center: Point) {
    let theme = stage.theme();
    if let Some(crowd) = person.stands_for {
        let text = crowd.count.map_or_else(|| "?".to_owned(), |count| count.to_string());
        let style = TextStyle::centered(theme.size.age, theme.ink).semi_bold();
        stage.text(pen, &text, center.moved(0.0, 0.36 * theme.size.age), style);
        return;
    }
    let age = age(stage, (id, person));
    let is_unknown = person.gender == Gender::Unknown && person.holds_facts();
    let full = theme.size.age;
    let style = age_style(stage, person);
    match (age.is_empty(), is_unknown) {
        (false, _) => {
            stage.text(pen, &age, center.moved(0.0, 0.36 * full), style);
            if is_unknown {
                let unit = stage.metrics.unit;
                let style = TextStyle::centered(11.0 * unit, theme.soft_ink).semi_bold();
                // The slash of the dead runs through the other corner.
                let side = if person.is_dead() { -19.0 } else { 19.0 };
                stage.text(pen, "?", center.moved(side * unit, -14.0 * unit), style);
            }
        }
        (true, true) => {
            let style = TextStyle::centered(1.18 * full, theme.soft_ink).semi_bold();
            stage.text(pen, "?", center.moved(0.0, 0.42 * full), style);
        }
        (true, false) => {}
    }
}

fn label(stage: &mut Stage<'_>, pen: &Pen, plate: &Plate, center: Point) {
    let theme = stage.theme();
    let mut y = center.y + plate.drop;
    let is_small = plate.symbol.half(1.0) < Symbol::Square.half(1.0);
    let full = TextStyle::centered(theme.size.name, theme.ink).semi_bold();
    let soft = TextStyle::centered(0.88 * theme.size.name, theme.soft_ink);
    let style = if is_small { soft } else { full };
    for line in &plate.name {
        stage.text(pen, line, Point::new(center.x, y), style);
        y += stage.metrics.name_line;
    }
    let at = Point::new(center.x, center.y + plate.years_drop);
    stage.text(pen, &plate.years, at, TextStyle::centered(theme.size.years, theme.soft_ink));
}

/// "+7": so many people are folded away below here.
fn folded(stage: &mut Stage<'_>, pen: &Pen, count: usize, at: Point) {
    folded_sign(stage, pen, &format!("+{count}"), at);
}

/// A number of people in a small capsule below a place.
pub(super) fn folded_sign(stage: &mut Stage<'_>, pen: &Pen, text: &str, at: Point) {
    let theme = stage.theme();
    let style = TextStyle::centered(theme.size.years, theme.soft_ink).semi_bold();
    let height = 1.6 * style.size;
    let width = (style.width(text) + style.size).max(1.4 * height);
    let middle = at.moved(0.0, height / 2.0);
    let rect = Rect::centered(middle, Size::new(width, height));
    let paint = Paint::both(theme.panel, Stroke::solid(theme.hairline, theme.stroke.hairline));
    stage.ground(pen, Shape::Rect { rect, radius: height / 2.0, paint }, style.size);
    stage.text(pen, text, middle.moved(0.0, 0.36 * style.size), style);
}

/// What is said of a person who is not seen: name, years, what is drawn under them.
pub(super) fn spoken(stage: &Stage<'_>, index: usize) -> String {
    let Some(plate) = stage.plate(index) else { return String::new() };
    let Some(id) = stage.id_at(Some(index)) else { return String::new() };
    if stage.view.absent.people.contains(id) {
        return stage.texts.get("scene-not-born");
    }
    let mut parts = vec![tie::name(stage, id)];
    if !plate.years.is_empty() {
        parts.push(plate.years.clone());
    }
    parts.extend(plate.badges.said());
    if 0 < plate.badges.more {
        let message = Message::new("scene-more-tiles").count("count", plate.badges.more);
        parts.push(stage.texts.say(&message));
    }
    parts.join(", ")
}
