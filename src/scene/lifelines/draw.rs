//! Draws the lives under one another. Measures from lifelines2.svg.

use std::collections::BTreeMap;

use super::bars::Lane;
use super::life::{Event, Happening, Life};
use super::{AgeBand, Along, LifeBar, LifeRow, Lifelines};
use crate::catalogue;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::layout::Layout;
use crate::model::{FamilyMap, LifePhase, Subject};
use crate::scene::fit::shortened;
use crate::scene::metrics::Metrics;
use crate::scene::person::Symbol;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::view::View;
use crate::scene::{Cast, Layer, Scene, words};
use crate::theme::{Color, Hue};

/// Width of the column with names, and free space right of the last year.
pub(super) const LEFT: f64 = 236.0;
const RIGHT: f64 = 60.0;
/// Room for the words of a goal behind a line.
const GOAL: f64 = 230.0;
/// An event's word stands this far aside at most where another one stands.
const NUDGE: f64 = 30.0;
/// Height of the ruler above the first life.
const TOP: f64 = 66.0;
/// The width that the years take, where that is not more than [`WIDEST`] a year.
const WIDTH: f64 = 1060.0;
const WIDEST: f64 = 15.0;
/// From the top of a row to its line, and to the first bar.
const AXIS: f64 = 33.0;
const BARS: f64 = 51.0;
/// A bar, and from one to the next.
pub(super) const BAR: f64 = 18.0;
const PITCH: f64 = 21.0;
/// The same where there are many lives: no words, they come by tapping.
const SMALL_BAR: f64 = 6.0;
const SMALL_PITCH: f64 = 8.0;
const SMALL_BARS: f64 = 22.0;
/// More lives than this are drawn small.
const MOST_LARGE: usize = 14;
/// The size of words along the lines.
const LETTERS: f64 = 12.5;

pub(super) fn draw(
    map: &FamilyMap,
    view: &View,
    lives: &[Life],
    band: Option<&AgeBand>,
    along: Along,
) -> Lifelines {
    let (cast, layout) = (Cast::default(), Layout::default());
    let texts = Texts::new(view.lang);
    let metrics = Metrics::of(view.theme);
    let mut stage = Stage {
        map,
        cast: &cast,
        layout: &layout,
        view,
        texts,
        metrics,
        items: Vec::new(),
        ways: BTreeMap::new(),
        explained: Vec::new(),
        goals: BTreeMap::new(),
    };
    let mut sheet = Sheet::of(&mut stage, lives, along);
    let mut rows = Vec::new();
    let mut top = TOP;
    let lanes: Vec<Vec<Lane<'_>>> = lives.iter().map(|life| sheet.lanes(life)).collect();
    sheet.right = sheet.right_of(lives, &lanes);
    for (number, (life, lanes)) in lives.iter().zip(&lanes).enumerate() {
        let height = sheet.height(lanes);
        sheet.ground(number, (top, height));
        rows.push(sheet.life(life, lanes, (top, height)));
        top += height;
    }
    sheet.ruler(lives, top);
    if let Some(band) = band {
        sheet.band(band, &rows, lives);
    }
    let bottom = sheet.legend(lives, top);
    let bounds = Rect::between(Point::default(), sheet.at(sheet.right, bottom + 12.0));
    let mut items = stage.items;
    items.sort_by_key(|item| item.layer);
    let spoken = rows.iter().map(|row| (Subject::Person(row.person.clone()), row.spoken.clone()));
    let spoken = spoken.collect();
    let scene = Scene {
        items,
        bounds,
        ground: view.theme.ground,
        title: texts.get("life-title"),
        description: texts.get(match along {
            Along::Age => "life-explained-age",
            Along::Years => "life-explained-years",
        }),
        spoken,
        questions: BTreeMap::new(),
        ways: BTreeMap::new(),
        explained: Vec::new(),
        goals: BTreeMap::new(),
        passages: Vec::new(),
    };
    let band = band.map(|band| band.card.clone());
    Lifelines { scene, rows, without_years: Vec::new(), bands: Vec::new(), band }
}

pub(super) struct Sheet<'s, 'a> {
    pub stage: &'s mut Stage<'a>,
    along: Along,
    /// Units of the design a year.
    scale: f64,
    /// The first age or year, and the last.
    first: f64,
    last: f64,
    /// Where the picture ends at the right.
    pub right: f64,
    pub is_small: bool,
}

impl<'s, 'a> Sheet<'s, 'a> {
    fn of(stage: &'s mut Stage<'a>, lives: &[Life], along: Along) -> Self {
        let begin = |life: &Life| match along {
            Along::Age => 0.0,
            Along::Years => life.born,
        };
        let first = lives.iter().map(begin).fold(f64::INFINITY, f64::min);
        let first = if first.is_finite() { (first / 10.0).floor() * 10.0 } else { 0.0 };
        let last = lives.iter().map(|life| begin(life) + life.end).fold(first + 20.0, f64::max);
        let scale = (WIDTH / (last - first)).min(WIDEST);
        let is_small = MOST_LARGE < lives.len();
        let right = LEFT + scale * (last - first) + RIGHT;
        Self { stage, along, scale, first, last, right, is_small }
    }

    pub(super) const fn unit(&self) -> f64 {
        self.stage.metrics.unit
    }

    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        Point::new(x * self.unit(), y * self.unit())
    }

    /// Room for every word at the right.
    fn right_of(&self, lives: &[Life], lanes: &[Vec<Lane<'_>>]) -> f64 {
        let ends = lanes.iter().flatten().map(|lane| lane.end + 16.0);
        let has_goal = |life: &&Life| life.events.iter().any(|it| it.what == Happening::Goal);
        let goals = lives.iter().filter(has_goal).map(|life| self.x(life, life.end) + GOAL);
        ends.chain(goals).fold(self.right, f64::max)
    }

    /// How far to the right an age of this life lies, in units of the design.
    pub(super) fn x(&self, life: &Life, age: f64) -> f64 {
        let along = match self.along {
            Along::Age => age,
            Along::Years => life.born + age,
        };
        LEFT + self.scale * (along - self.first)
    }

    pub(super) fn style(&self, color: Color) -> TextStyle {
        TextStyle::from_left(LETTERS * self.unit(), color)
    }

    /// The width of a word, in units of the design.
    pub(super) fn width(&self, text: &str) -> f64 {
        self.style(self.stage.theme().ink).width(text) / self.unit()
    }

    pub(super) const fn measures(&self) -> (f64, f64, f64) {
        if self.is_small { (SMALL_BARS, SMALL_BAR, SMALL_PITCH) } else { (BARS, BAR, PITCH) }
    }

    fn height(&self, lanes: &[Lane<'_>]) -> f64 {
        let (above, _, pitch) = self.measures();
        let n = lanes.iter().map(|lane| lane.lane + 1).max().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a few lanes")]
        let bars = pitch * n as f64;
        let least = if self.is_small { 26.0 } else { 64.0 };
        (above + bars + 8.0).max(least)
    }

    /// Every second row lies on a darker ground.
    fn ground(&mut self, number: usize, (top, height): (f64, f64)) {
        if number % 2 == 1 {
            return;
        }
        let rect = Rect::between(self.at(0.0, top), self.at(self.right, top + height));
        let paint = Paint::fill(self.stage.theme().band);
        self.stage.add(&Pen::on(Layer::Bands), Shape::Rect { rect, radius: 0.0, paint });
    }

    /// Years above, with a thin line down every ten; when people stand at their ages, what such a part
    /// of life is called.
    fn ruler(&mut self, lives: &[Life], bottom: f64) {
        if lives.is_empty() {
            return;
        }
        let theme = self.stage.theme();
        let pen = Pen::on(Layer::Households);
        let style = TextStyle::centered(LETTERS * self.unit(), theme.soft_ink).semi_bold();
        let hair = Stroke::solid(theme.hairline, theme.stroke.hairline);
        let mut tick = self.first;
        while tick <= self.last {
            let x = LEFT + self.scale * (tick - self.first);
            let line = Path::line(self.at(x, TOP - 4.0), self.at(x, bottom));
            self.stage.stroke(&pen, line, hair);
            self.stage.text(&pen, &format!("{tick:.0}"), self.at(x, TOP - 14.0), style);
            tick += 10.0;
        }
        if self.along == Along::Years {
            return;
        }
        for phase in [LifePhase::Child, LifePhase::Teenager, LifePhase::Later] {
            let ages = phase.range();
            let (lo, hi) = (f64::from(ages.lo), f64::from(ages.hi + 1).min(self.last));
            let (from, until) = (LEFT + self.scale * lo + 1.0, LEFT + self.scale * hi - 1.0);
            if until <= from {
                continue;
            }
            let rect = Rect::between(self.at(from, 18.0), self.at(until, 34.0));
            let paint = Paint::fill(theme.sunken);
            let radius = 8.0 * self.unit();
            self.stage.add(&pen, Shape::Rect { rect, radius, paint });
            let words = self.stage.texts.get(match phase {
                LifePhase::Child => "life-child",
                LifePhase::Teenager => "life-teenager",
                LifePhase::Later => "life-grown-up",
            });
            let words = shortened(&words, rect.width(), |text| style.width(text));
            let middle = rect.center().moved(0.0, 4.0 * self.unit());
            self.stage.text(&pen, &words, middle, style);
        }
    }

    /// The ages at which it began with several: a soft band that stops above whoever is not as old yet,
    /// for it must not foretell.
    fn band(&mut self, band: &AgeBand, rows: &[LifeRow], lives: &[Life]) {
        let theme = self.stage.theme();
        let (lo, hi) = (f64::from(band.lo), f64::from(band.hi + 1));
        let (from, until) = (LEFT + self.scale * lo, LEFT + self.scale * hi);
        let color = theme.family(Hue::Olive);
        let pen = Pen::on(Layer::Households).faint(0.22);
        for (life, row) in lives.iter().zip(rows).filter(|(life, _)| lo <= life.end) {
            debug_assert_eq!(life.person, row.person, "a row for each life");
            let (x, (top, bottom)) = (self.at(from, 0.0).x, (row.head.min.y, row.head.max.y));
            let corners = (Point::new(x, top), Point::new(self.at(until, 0.0).x, bottom));
            let rect = Rect::between(corners.0, corners.1);
            self.stage.add(&pen, Shape::Rect { rect, radius: 0.0, paint: Paint::fill(color) });
        }
        let words = if band.lo == band.hi {
            band.lo.to_string()
        } else {
            format!("{}–{}", band.lo, band.hi)
        };
        let style = TextStyle::centered(LETTERS * self.unit(), theme.on_family).bold();
        let size = self.stage.pill_size(&words, style);
        let center = self.at(f64::midpoint(from, until), 26.0);
        let rect = Rect::centered(center, Size::new(size.w + 8.0 * self.unit(), size.h));
        let paint = Paint::fill(color);
        let pen = Pen::on(Layer::Frame);
        self.stage.add(&pen, Shape::Rect { rect, radius: size.h / 2.0, paint });
        self.stage.text(&pen, &words, center.moved(0.0, 0.36 * style.size), style);
    }

    /// One life: who, the line with what happened, the bars.
    fn life(&mut self, life: &Life, lanes: &[Lane<'_>], (top, height): (f64, f64)) -> LifeRow {
        let head = Rect::between(self.at(0.0, top), self.at(LEFT - 10.0, top + height));
        self.head(life, top);
        self.line(life, top);
        let mut bars = Vec::new();
        for lane in lanes {
            let rect = self.bar(life, lane, top);
            bars.push(LifeBar { rect, words: self.spoken_bar(life, lane.bar) });
        }
        let texts = self.stage.texts;
        let person = self.stage.map.person(&life.person);
        // Without a name nothing stands at the symbol; whoever listens still needs a word.
        let name = self.name(life);
        let mut said =
            vec![if name.is_empty() { words::without_name(person, texts) } else { name }];
        for event in &life.events {
            let age = self.age_words(life, event.age);
            let id = match event.what {
                Happening::FirstChild => "life-said-first-child",
                Happening::Child => "life-said-child",
                Happening::Goal => "life-said-goal",
                Happening::Apart | Happening::PartnerDied => "life-said-event",
            };
            said.push(texts.say(&Message::new(id).arg("what", &event.words).arg("age", age)));
        }
        said.extend(bars.iter().map(|bar| bar.words.clone()));
        LifeRow { person: life.person.clone(), head, spoken: said.join(". "), bars }
    }

    fn name(&self, life: &Life) -> String {
        let person = self.stage.map.person(&life.person);
        person.map(|it| words::name(&life.person, it, self.stage.view)).unwrap_or_default()
    }

    /// Symbol with age, name, years.
    fn head(&mut self, life: &Life, top: f64) {
        let Some(person) = self.stage.map.person(&life.person) else { return };
        let (theme, unit) = (self.stage.theme(), self.unit());
        let pen = Pen::on(Layer::People).of(Subject::Person(life.person.clone()));
        let size = if self.is_small { 0.32 } else { 0.6 };
        let middle = self.at(44.0, top + if self.is_small { 13.0 } else { AXIS });
        let paint = Paint::both(theme.panel, Stroke::solid(theme.ink, theme.stroke.line));
        let symbol = Symbol::of(person);
        self.stage.add(&pen, symbol.outline(middle, size * unit, 0.0, paint));
        let ring = Paint::stroke(Stroke::solid(theme.ink, theme.stroke.hairline));
        if self.stage.map.focus.contains(&life.person) {
            self.stage.add(&pen, symbol.outline(middle, size * unit, 3.0 * unit, ring));
        }
        let name = TextStyle::from_left(
            if self.is_small { LETTERS * unit } else { theme.size.name },
            theme.ink,
        );
        let name = name.bold();
        let room = (LEFT - 76.0 - 16.0) * unit;
        let words = shortened(&self.name(life), room, |text| name.width(text));
        if self.is_small {
            self.stage.text(&pen, &words, middle.moved(20.0 * unit, 4.0 * unit), name);
            return;
        }
        let age = words::age(person, self.stage.view.today);
        let style = TextStyle::centered(13.0 * unit, theme.ink).semi_bold();
        self.stage.text(&pen, &age, middle.moved(0.0, 4.5 * unit), style);
        self.stage.text(&pen, &words, middle.moved(32.0 * unit, -unit), name);
        let soft = self.style(theme.soft_ink);
        let has_years = self.stage.view.plates.has_years();
        let years = if has_years { words::years(person, self.stage.texts) } else { String::new() };
        self.stage.text(&pen, &years, middle.moved(32.0 * unit, 16.0 * unit), soft);
    }

    /// The line of a life, rails while together, and what happened on it.
    fn line(&mut self, life: &Life, top: f64) {
        let (theme, unit) = (self.stage.theme(), self.unit());
        let pen = Pen::on(Layer::Lines).of(Subject::Person(life.person.clone()));
        let y = top + if self.is_small { 13.0 } else { AXIS };
        let (from, until) = (self.x(life, 0.0), self.x(life, life.end));
        let stroke = Stroke::solid(theme.line, 1.3 * theme.stroke.line);
        self.stage.stroke(&pen, Path::line(self.at(from, y), self.at(until, y)), stroke);
        let cap = Path::line(self.at(from, y - 5.0), self.at(from, y + 5.0));
        self.stage.stroke(&pen, cap, stroke);
        let tip = if life.is_over {
            Path::line(self.at(until, y - 5.0), self.at(until, y + 5.0))
        } else {
            let points = [(-7.0, -5.0), (0.0, 0.0), (-7.0, 5.0)];
            Path::polyline(&points.map(|(dx, dy)| self.at(until + dx, y + dy)))
        };
        self.stage.stroke(&pen, tip, stroke);
        let rail = Stroke::solid(theme.ink, theme.stroke.line);
        for (from, until) in &life.together {
            let (from, until) = (self.x(life, *from), self.x(life, *until));
            for dy in [-3.0, 3.0] {
                let path = Path::line(self.at(from, y + dy), self.at(until, y + dy));
                self.stage.stroke(&pen, path, rail);
            }
        }
        for event in &life.events {
            let at = self.at(self.x(life, event.age), y);
            self.happening(event, at);
        }
        if !self.is_small {
            self.event_words(life, (y, unit));
        }
    }

    pub(super) fn happening(&mut self, event: &Event, at: Point) {
        let (theme, unit) = (self.stage.theme(), self.unit());
        let pen = Pen::on(Layer::Marks);
        let olive = theme.family(Hue::Olive);
        let ring = Paint::both(theme.panel, Stroke::solid(olive, 2.0 * unit));
        let small = if self.is_small { 0.5 } else { 1.0 };
        match event.what {
            Happening::FirstChild => {
                let radius = 10.0 * small * unit;
                let paint = Paint::fill(olive);
                self.stage.add(&pen, Shape::Circle { center: at, radius, paint });
                if let Some(glyph) = catalogue::icon("baby") {
                    let side = 1.4 * radius;
                    let rect = Rect::centered(at, Size::new(side, side));
                    self.stage.add(&pen, Shape::Icon { glyph, rect, color: theme.on_family });
                }
            }
            Happening::Child => {
                let radius = 5.0 * small * unit;
                self.stage.add(&pen, Shape::Circle { center: at, radius, paint: ring });
            }
            Happening::PartnerDied => {
                let paint = Paint::both(theme.panel, Stroke::solid(theme.ink, 2.0 * unit));
                let radius = 5.0 * small * unit;
                self.stage.add(&pen, Shape::Circle { center: at, radius, paint });
            }
            Happening::Apart => {
                let stroke = Stroke::solid(theme.ink, 1.6 * unit);
                for dx in [-2.0, 3.0] {
                    let ends = [(dx - 3.0, 8.0), (dx + 3.0, -8.0)];
                    let [a, b] = ends.map(|(x, y)| at.moved(x * small * unit, y * small * unit));
                    self.stage.stroke(&pen, Path::line(a, b), stroke);
                }
            }
            Happening::Goal => {
                if let Some(glyph) = catalogue::icon("flag") {
                    let side = 16.0 * small * unit;
                    let center = at.moved(16.0 * unit, 0.0);
                    let rect = Rect::centered(center, Size::new(side, side));
                    self.stage.add(&pen, Shape::Icon { glyph, rect, color: theme.strength });
                }
            }
        }
    }

    /// The words above the line; those of one age stand together, and where there is no room for one
    /// it is left to the tap. A goal stands behind the line.
    fn event_words(&mut self, life: &Life, (y, unit): (f64, f64)) {
        let theme = self.stage.theme();
        let pen = Pen::on(Layer::People);
        let mut groups: Vec<(f64, Vec<&Event>)> = Vec::new();
        for event in life.events.iter().filter(|it| it.what != Happening::Goal) {
            match groups.last_mut() {
                Some((age, group)) if (event.age - *age).abs() < 0.5 => group.push(event),
                _ => groups.push((event.age, vec![event])),
            }
        }
        let mut taken = 0.0_f64;
        for (age, group) in groups {
            let words: Vec<&str> = group.iter().map(|event| event.words.as_str()).collect();
            let is_first = group.iter().any(|it| it.what == Happening::FirstChild);
            let style = TextStyle::centered(LETTERS * unit, theme.ink);
            let style = if is_first { style.bold() } else { style };
            let words = words.join(", ");
            let half = style.width(&words) / 2.0 / unit;
            let wished = self.x(life, age);
            let x = wished.max(taken + half);
            if wished + NUDGE < x {
                continue;
            }
            taken = x + half + 8.0;
            self.stage.text(&pen, &words, self.at(x, y - 14.0), style);
        }
        let goals = life.events.iter().filter(|it| it.what == Happening::Goal);
        let goals: Vec<&str> = goals.map(|goal| goal.words.as_str()).collect();
        if !goals.is_empty() {
            let x = self.x(life, life.end) + 30.0;
            let style = self.style(theme.strength).semi_bold();
            let words =
                self.stage.texts.say(&Message::new("life-goal").arg("what", goals.join("; ")));
            let room = (self.right - x - 8.0) * unit;
            let words = shortened(&words, room, |text| style.width(text));
            self.stage.text(&pen, &words, self.at(x, y + 4.5), style);
        }
    }

    /// An age of this life in words: "19 jaar", or the year.
    pub(super) fn age_words(&self, life: &Life, age: f64) -> String {
        match self.along {
            Along::Age => {
                let message = Message::new("life-age").arg("age", format!("{age:.0}"));
                self.stage.texts.say(&message)
            }
            Along::Years => format!("{:.0}", life.born + age),
        }
    }
}
