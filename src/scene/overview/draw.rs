//! Draws the table of the overview. Measures from overview.svg.

use crate::catalogue::{self, Catalogue};
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::kinship::Kinship;
use crate::layout::Layout;
use crate::model::{FamilyMap, PersonId};
use crate::pattern::EdgeKind;
use crate::scene::fit::{shortened, wrapped};
use crate::scene::metrics::Metrics;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::strand::StrandHue;
use crate::scene::view::View;
use crate::scene::{Cast, Layer, Scene, band, words};
use crate::theme::Color;

use super::{Line, Overview, OverviewCell, Table, column_hue};

/// From the left edge to the first column.
const LEFT: f64 = 215.0;
/// Width and height of a cell, and from one to the next.
const CELL: Size = Size { w: 108.0, h: 150.0 };
const STEP: Size = Size { w: 118.0, h: 162.0 };
/// From the top to the first row.
const TOP: f64 = 190.0;
/// From the edge to the words.
const EDGE: f64 = 40.0;
/// More names than this become "+n".
const MOST_NAMES: usize = 3;
/// How much of a cell's colour one, two and more people give.
const SHARES: [f64; 3] = [0.30, 0.44, 0.56];

pub(super) fn draw(map: &FamilyMap, kin: &Kinship, view: &View, table: &Table) -> Overview {
    let (cast, layout) = (Cast::default(), Layout::default());
    let texts = Texts::new(view.lang);
    let metrics = Metrics::of(view.theme);
    let items = Vec::new();
    let mut stage = Stage { map, cast: &cast, layout: &layout, view, texts, metrics, items };
    let mut sheet = Sheet { stage: &mut stage };
    sheet.heads(table);
    sheet.rows(kin, table);
    let mut cells = Vec::new();
    for ((generation, column), cell) in &table.cells {
        let rect = sheet.rect(*generation, *column);
        let cell = OverviewCell { rect, ..cell.clone() };
        sheet.cell(&cell, column_hue(*column));
        cells.push(cell);
    }
    sheet.courses(table);
    let bottom = sheet.lines(table);
    let width = LEFT + STEP.w * columns() + EDGE - 10.0;
    let unit = metrics.unit;
    let bounds = Rect::between(Point::default(), Point::new(width * unit, bottom + EDGE * unit));
    let mut items = stage.items;
    items.sort_by_key(|item| item.layer);
    let title = texts.get("scene-overview-title");
    let description = texts.get("scene-overview-explained");
    let (ground, spoken) = (view.theme.ground, std::collections::BTreeMap::new());
    Overview { scene: Scene { items, bounds, ground, title, description, spoken }, cells }
}

/// The life areas and the strengths.
fn columns() -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a dozen areas")]
    let areas = Catalogue::builtin().areas().len() as f64;
    areas + 1.0
}

struct Sheet<'s, 'a> {
    stage: &'s mut Stage<'a>,
}

impl Sheet<'_, '_> {
    const fn unit(&self) -> f64 {
        self.stage.metrics.unit
    }

    fn at(&self, x: f64, y: f64) -> Point {
        Point::new(x * self.unit(), y * self.unit())
    }

    fn rect(&self, generation: u32, column: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a dozen columns")]
        let column = column as f64;
        let (x, y) = (LEFT + column * STEP.w, TOP + f64::from(generation) * STEP.h);
        Rect::between(self.at(x, y), self.at(x + CELL.w, y + CELL.h))
    }

    fn color(&self, hue: StrandHue) -> Color {
        hue.color(self.stage.theme())
    }

    /// Title, and the names of the columns.
    fn heads(&mut self, table: &Table) {
        let theme = self.stage.theme();
        let pen = Pen::on(Layer::Frame);
        let texts = self.stage.texts;
        let style = TextStyle::from_left(1.16 * theme.size.title, theme.ink).bold();
        self.stage.text(&pen, &texts.get("scene-overview-title"), self.at(EDGE, 58.0), style);
        let soft = TextStyle::from_left(theme.size.body, theme.soft_ink);
        self.stage.text(&pen, &texts.get("scene-overview-explained"), self.at(EDGE, 84.0), soft);
        if table.generations.is_empty() {
            return;
        }
        let areas = Catalogue::builtin().areas();
        let lang = texts.lang();
        let names = areas.iter().map(|area| area.words.in_lang(lang).to_owned());
        let icons = areas.iter().map(|area| catalogue::icon(&area.icon));
        let names: Vec<String> = names.chain([texts.get("scene-strengths")]).collect();
        let icons = icons.chain([catalogue::icon("check")]);
        for ((column, name), icon) in names.iter().enumerate().zip(icons) {
            let cell = self.rect(0, column);
            let middle = cell.center().x;
            let style = TextStyle::centered(theme.size.generation, theme.ink).semi_bold();
            let lines = wrapped(name, cell.width() + 4.0, 2, |text| style.width(text));
            let mut y = cell.min.y - 12.0 * self.unit();
            for line in lines.iter().rev() {
                self.stage.text(&pen, line, Point::new(middle, y), style);
                y -= 1.25 * style.size;
            }
            let color = self.color(column_hue(column));
            let side = theme.size.badge;
            let tile = Rect::centered(Point::new(middle, y - 0.4 * side), Size::new(side, side));
            let paint = Paint::fill(color);
            self.stage.add(&pen, Shape::Rect { rect: tile, radius: 0.3 * side, paint });
            if let Some(glyph) = icon {
                let rect = tile.grown(-0.16 * side);
                self.stage.add(&pen, Shape::Icon { glyph, rect, color: theme.on_family });
            }
        }
    }

    /// The words of the generations, and how many people they hold.
    fn rows(&mut self, kin: &Kinship, table: &Table) {
        let theme = self.stage.theme();
        let pen = Pen::on(Layer::Frame);
        let focus = self.stage.map.focus.first().and_then(|focus| {
            let row = usize::try_from(kin.generation(kin.find(focus)?)).ok()?;
            Some(band::parents_beside(self.stage, focus, row))
        });
        for (row, count) in (0_u32..).zip(&table.generations) {
            let at = usize::try_from(row).unwrap_or(usize::MAX);
            let word = match focus {
                Some(parents) => band::word(at, parents),
                None => Message::new("scene-generation").count("number", at.saturating_add(1)),
            };
            let cell = self.rect(row, 0);
            let place = Point::new(EDGE * self.unit(), cell.min.y + 70.0 * self.unit());
            let style = TextStyle::from_left(theme.size.name, theme.ink).bold();
            let room = cell.min.x - place.x - 12.0 * self.unit();
            let word = self.stage.texts.say(&word);
            let word = shortened(&word, room, |text| style.width(text));
            self.stage.text(&pen, &word, place, style);
            let count = usize::try_from(*count).unwrap_or(usize::MAX);
            let people = Message::new("scene-people").count("count", count);
            let people = self.stage.texts.say(&people);
            let soft = TextStyle::from_left(theme.size.generation, theme.soft_ink);
            self.stage.text(&pen, &people, place.moved(0.0, 22.0 * self.unit()), soft);
        }
    }

    /// One cell: how many, of how many we know, who.
    fn cell(&mut self, cell: &OverviewCell, hue: StrandHue) {
        let theme = self.stage.theme();
        let (rect, unit) = (cell.rect, self.unit());
        let pen = Pen::on(Layer::Households);
        let ink = Pen::on(Layer::People);
        let color = self.color(hue);
        let count = cell.people.len();
        let share = count.checked_sub(1).map(|at| SHARES.get(at).copied().unwrap_or(SHARES[2]));
        let paint = match share {
            Some(share) => Paint::fill(theme.panel.mixed(color, share)),
            None => Paint::both(theme.panel, Stroke::solid(theme.hairline, theme.stroke.hairline)),
        };
        self.stage.add(&pen, Shape::Rect { rect, radius: 12.0 * unit, paint });
        let middle = rect.center().x;
        let known = cell.known.filter(|known| 0 < *known);
        let small = TextStyle::centered(theme.size.years, theme.soft_ink);
        let on_color = TextStyle::centered(theme.size.years, theme.ink);
        if count == 0 {
            if let Some(known) = known.filter(|_| cell.stopped.is_empty()) {
                let message = Message::new("scene-none-of").arg("known", known);
                let text = self.stage.texts.say(&message);
                self.stage.text(&ink, &text, rect.center().moved(0.0, 4.0 * unit), small);
            }
        } else {
            let big = TextStyle::centered(1.85 * theme.size.name, theme.ink).bold();
            let at = Point::new(middle, rect.min.y + 42.0 * unit);
            self.stage.text(&ink, &count.to_string(), at, big);
            if let Some(known) = known {
                let message = Message::new("scene-of-known").arg("known", known);
                let text = self.stage.texts.say(&message);
                self.stage.text(&ink, &text, at.moved(0.0, 18.0 * unit), on_color);
            }
            let at = Point::new(middle, rect.min.y + 85.0 * unit);
            self.names(
                &ink,
                &cell.people,
                at,
                TextStyle::centered(0.88 * theme.size.name, theme.ink),
            );
        }
        self.stopped(cell);
    }

    /// Names, one below the other; after the third "+n".
    fn names(&mut self, pen: &Pen, people: &[PersonId], mut at: Point, style: TextStyle) {
        let (map, view, unit) = (self.stage.map, self.stage.view, self.unit());
        let most = if people.len() <= MOST_NAMES { MOST_NAMES } else { MOST_NAMES - 1 };
        for id in people.iter().take(most) {
            let name = map.person(id).map(|it| words::name(map, id, it, view)).unwrap_or_default();
            let name = shortened(&name, (CELL.w - 10.0) * unit, |text| style.width(text));
            self.stage.text(pen, &name, at, style);
            at.y += 1.36 * style.size;
        }
        if let Some(more @ 1..) = people.len().checked_sub(most) {
            self.stage.text(pen, &format!("+{more}"), at, style);
        }
    }

    /// The green knot and the names of those with whom a strand stops.
    fn stopped(&mut self, cell: &OverviewCell) {
        if cell.stopped.is_empty() {
            return;
        }
        let theme = self.stage.theme();
        let (rect, unit) = (cell.rect, self.unit());
        let pen = Pen::on(Layer::Marks);
        let center = Point::new(rect.center().x, rect.min.y + 10.0 * unit);
        let (radius, paint) = (10.0 * unit, Paint::fill(theme.strength));
        if cell.people.is_empty() {
            self.stage.add(&pen, Shape::Circle { center, radius, paint });
            self.stage.tick(&pen, center, radius, theme.on_family);
            let style = TextStyle::centered(0.88 * theme.size.name, theme.readable(theme.strength));
            let at = center.moved(0.0, 32.0 * unit);
            self.names(&pen, &cell.stopped, at, style.semi_bold());
        } else {
            // The names of the others come first; the knot alone says that it also stops here.
            let corner = Point::new(rect.max.x - 14.0 * unit, rect.min.y + 14.0 * unit);
            self.stage.add(&pen, Shape::Circle { center: corner, radius, paint });
            self.stage.tick(&pen, corner, radius, theme.on_family);
        }
    }

    /// The strands from cell to cell; over somebody they pass beside the cell between.
    fn courses(&mut self, table: &Table) {
        let theme = self.stage.theme();
        let (unit, width) = (self.unit(), theme.stroke.strand);
        let pen = Pen::on(Layer::Strands);
        for (column, courses) in &table.courses {
            #[expect(clippy::cast_precision_loss, reason = "at most three")]
            let middle = (courses.len() - 1) as f64 / 2.0;
            for (rank, course) in courses.iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "at most three")]
                let aside = (rank as f64 - middle) * 1.5 * theme.stroke.strand_step;
                let solid = Stroke::solid(self.color(course.hue), width).round();
                for (from, to, kind) in &course.steps {
                    let (upper, lower) = (self.rect(*from, *column), self.rect(*to, *column));
                    let x = upper.center().x + aside;
                    let start = Point::new(x, upper.max.y - 5.0 * unit);
                    let end = Point::new(x, lower.min.y + 5.0 * unit);
                    let is_next = from.checked_add(1) == Some(*to);
                    if is_next || *kind == EdgeKind::Direct {
                        self.stage.stroke(&pen, Path::line(start, end), solid);
                        continue;
                    }
                    let out = upper.min.x + 6.0 * unit + aside.abs() / 2.0;
                    let (a, b) = (upper.max.y + 6.0 * unit, lower.min.y - 6.0 * unit);
                    let way = [
                        start,
                        Point::new(x, a),
                        Point::new(out, a),
                        Point::new(out, b),
                        Point::new(x, b),
                        end,
                    ];
                    let thin = theme.stroke.strand_over;
                    let stroke = Stroke { width: thin, ..solid }.dashed(0.4 * thin, 1.8 * thin);
                    let path = crate::scene::line::rounded(&way, 6.0 * unit, 0.0);
                    self.stage.stroke(&pen, path, stroke);
                }
            }
        }
    }

    /// What comes back and where it stopped, in words; gives back where the picture ends.
    fn lines(&mut self, table: &Table) -> f64 {
        let theme = self.stage.theme();
        let (unit, map, view) = (self.unit(), self.stage.map, self.stage.view);
        let rows = f64::from(u32::try_from(table.generations.len()).unwrap_or(u32::MAX));
        let pen = Pen::on(Layer::Frame);
        let style = TextStyle::from_left(theme.size.body, theme.ink);
        let right = (LEFT + STEP.w * columns() - 10.0) * unit;
        let left = EDGE * unit;
        let mut at = Point::new(left, (TOP + rows * STEP.h + 32.0) * unit);
        for line in &table.said {
            let (color, text) = match line {
                Line::Long(hue, what, span) => {
                    let span = usize::try_from(*span).unwrap_or(usize::MAX);
                    let message = Message::new("scene-generations-long");
                    let message = message.arg("what", what).count("span", span);
                    (self.color(*hue), self.stage.texts.say(&message))
                }
                Line::Stopped(what, who) => {
                    let person = map.person(who);
                    let name = person.map(|it| words::name(map, who, it, view)).unwrap_or_default();
                    if name.is_empty() {
                        continue;
                    }
                    let message = Message::new("scene-stopped-with");
                    let message = message.arg("what", what).arg("who", name);
                    (theme.strength, self.stage.texts.say(&message))
                }
            };
            let width = 22.0 * unit + style.width(&text);
            if left < at.x && right < at.x + width {
                at = Point::new(left, at.y + 28.0 * unit);
            }
            let center = at.moved(7.0 * unit, -0.36 * style.size);
            let (radius, paint) = (6.0 * unit, Paint::fill(color));
            self.stage.add(&pen, Shape::Circle { center, radius, paint });
            if matches!(line, Line::Stopped(..)) {
                self.stage.tick(&pen, center, radius, theme.on_family);
            }
            self.stage.text(&pen, &text, at.moved(22.0 * unit, 0.0), style);
            at.x += width + 28.0 * unit;
        }
        at.y
    }
}
