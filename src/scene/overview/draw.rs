//! Draws the table of the overview. Measures from overview.svg.

use std::collections::BTreeMap;

use crate::catalogue;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::kinship::Kinship;
use crate::layout::Layout;
use crate::model::{FamilyMap, PersonId};
use crate::pattern::Start;
use crate::scene::fit::{shortened, wrapped};
use crate::scene::knot;
use crate::scene::metrics::Metrics;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::strand::{StrandHue, StrandKind};
use crate::scene::view::View;
use crate::scene::{Cast, Layer, Scene, band, line, words};
use crate::theme::{Color, Ply};

use super::table::{Course, Table};
use super::{Across, Column, Group, Overview, OverviewCell};

/// From the left edge to the first column.
const LEFT: f64 = 215.0;
/// Width of a cell, and from one to the next.
const CELL: f64 = 118.0;
const STEP: f64 = 128.0;
/// The least height of a cell, and the free space below it.
const LEAST: f64 = 84.0;
const BELOW: f64 = 12.0;
/// From the top to the first row.
const TOP: f64 = 190.0;
/// From the edge to the words.
const EDGE: f64 = 40.0;
/// The least width of what stands below.
const NARROWEST: f64 = 900.0;
/// More names of a group than this become "+n".
const MOST_NAMES: usize = 5;
/// How much of a cell's colour one, two and more people give.
const SHARES: [f64; 3] = [0.30, 0.44, 0.56];
/// Radius of a sign before a name.
const SIGN: f64 = 6.5;

/// One line of a cell.
enum Written {
    /// What the people below have in common.
    Heading(&'static str),
    /// Somebody, and how.
    Name(PersonId, Group),
    /// So many more.
    More(usize),
    /// Nobody is here, and why.
    Nothing(&'static str),
}

pub(super) fn draw(map: &FamilyMap, kin: &Kinship, view: &View, table: &Table) -> Overview {
    let (cast, layout) = (Cast::default(), Layout::default());
    let texts = Texts::new(view.lang);
    let metrics = Metrics::of(view.theme);
    let (items, ways) = (Vec::new(), BTreeMap::new());
    let mut stage = Stage {
        map,
        cast: &cast,
        layout: &layout,
        view,
        texts,
        metrics,
        items,
        ways,
        explained: Vec::new(),
        goals: BTreeMap::new(),
    };
    let mut sheet = Sheet { rows: Vec::new(), stage: &mut stage };
    sheet.rows = sheet.heights(table);
    let title = sheet.heads(table);
    let rows = sheet.generations(kin, table);
    let mut cells = Vec::new();
    for ((generation, at), cell) in &table.cells {
        let Some((_, head)) = table.columns.get(*at) else { continue };
        let cell = OverviewCell { rect: sheet.rect(*generation, *at), ..cell.clone() };
        sheet.cell(&cell, head.hue);
        cells.push(cell);
    }
    sheet.courses(table);
    let right = LEFT + STEP * columns(table) + EDGE - 10.0;
    let right = right.max(NARROWEST) * metrics.unit;
    let bottom = sheet.below(table, right);
    let bounds = Rect::between(Point::default(), Point::new(right, bottom + EDGE * metrics.unit));
    let mut items = stage.items;
    items.sort_by_key(|item| item.layer);
    let description = texts.get(explained(table));
    let across = table.across;
    let (ground, spoken) = (view.theme.ground, BTreeMap::new());
    let questions = BTreeMap::new();
    Overview {
        scene: Scene {
            items,
            bounds,
            ground,
            title,
            description,
            spoken,
            questions,
            ways: BTreeMap::new(),
            explained: Vec::new(),
            goals: BTreeMap::new(),
            passages: Vec::new(),
        },
        across,
        rows,
        cells,
    }
}

/// The message that says how the table is read.
fn explained(table: &Table) -> &'static str {
    match (table.across, table.start) {
        (Across::Areas, _) => "scene-overview-explained",
        (Across::Cards, Start::List) if table.columns.is_empty() => "strands-none",
        (Across::Cards, Start::List) => "scene-overview-cards-explained",
        (Across::Cards, Start::WhatToAdd) => "strands-none",
        (Across::Cards, Start::WhoIsThere) => "strands-who",
    }
}

fn columns(table: &Table) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a dozen columns")]
    let columns = table.columns.len() as f64;
    columns
}

/// What is written in a cell below its number.
fn written(cell: &OverviewCell) -> Vec<Written> {
    let shown = cell.shown();
    let mut lines = Vec::new();
    if shown.is_empty() {
        lines.push(Written::Nothing(cell.nothing()));
    }
    for (group, people) in shown {
        // A sign before the name says the same.
        let is_signed = group == Group::No && people.iter().all(|id| cell.stops.contains(*id));
        let heading = cell.heading(group).filter(|_| !is_signed);
        lines.extend(heading.map(Written::Heading));
        let most = if people.len() <= MOST_NAMES { MOST_NAMES } else { MOST_NAMES - 1 };
        let names = people.iter().take(most).map(|id| Written::Name((*id).clone(), group));
        lines.extend(names);
        if let Some(more @ 1..) = people.len().checked_sub(most) {
            lines.push(Written::More(more));
        }
    }
    lines
}

struct Sheet<'s, 'a> {
    stage: &'s mut Stage<'a>,
    /// Where each row begins, and how high its cells are; in units of the design.
    rows: Vec<(f64, f64)>,
}

impl Sheet<'_, '_> {
    const fn unit(&self) -> f64 {
        self.stage.metrics.unit
    }

    fn at(&self, x: f64, y: f64) -> Point {
        Point::new(x * self.unit(), y * self.unit())
    }

    /// The height of a line, in units of the design.
    fn line(&self) -> f64 {
        1.2 * self.stage.theme().size.name / self.unit()
    }

    /// From the top of a cell to its first line.
    fn above(cell: &OverviewCell) -> f64 {
        if cell.is_empty() { 26.0 } else { 64.0 }
    }

    /// Every row is as high as its fullest cell.
    fn heights(&self, table: &Table) -> Vec<(f64, f64)> {
        let mut top = TOP;
        let mut rows = Vec::new();
        for generation in (0..).zip(&table.generations).map(|(generation, _)| generation) {
            let cells = table.cells.iter().filter(|(place, _)| place.0 == generation);
            let height = |cell: &OverviewCell| {
                #[expect(clippy::cast_precision_loss, reason = "a few lines")]
                let lines = written(cell).len() as f64;
                Self::above(cell) + self.line() * lines
            };
            let height = cells.map(|(_, cell)| height(cell)).fold(LEAST, f64::max);
            rows.push((top, height));
            top += height + BELOW;
        }
        rows
    }

    fn rect(&self, generation: u32, column: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a dozen columns")]
        let column = column as f64;
        let row = usize::try_from(generation).ok().and_then(|row| self.rows.get(row));
        let (top, height) = row.copied().unwrap_or_default();
        let x = LEFT + column * STEP;
        Rect::between(self.at(x, top), self.at(x + CELL, top + height))
    }

    /// Where the last row ends.
    fn bottom(&self) -> f64 {
        self.rows.last().map_or(TOP - 60.0, |(top, height)| top + height)
    }

    fn color(&self, hue: StrandHue) -> Color {
        hue.color(self.stage.theme())
    }

    /// Title, and the names of the columns. Gives back the title.
    fn heads(&mut self, table: &Table) -> String {
        let theme = self.stage.theme();
        let pen = Pen::on(Layer::Frame);
        let title = self.stage.texts.get(match table.across {
            Across::Areas => "scene-overview-title",
            Across::Cards => "scene-overview-cards-title",
        });
        let style = TextStyle::from_left(1.16 * theme.size.title, theme.ink).bold();
        self.stage.text(&pen, &title, self.at(EDGE, 58.0), style);
        let soft = TextStyle::from_left(theme.size.body, theme.soft_ink);
        let explained = self.stage.texts.get(explained(table));
        self.stage.text(&pen, &explained, self.at(EDGE, 84.0), soft);
        if self.rows.is_empty() {
            return title;
        }
        for (at, (_, head)) in table.columns.iter().enumerate() {
            let cell = self.rect(0, at);
            let middle = cell.center().x;
            let style = TextStyle::centered(theme.size.generation, theme.ink).semi_bold();
            let lines = wrapped(&head.title, cell.width() + 4.0, 3, |text| style.width(text));
            let mut y = cell.min.y - 12.0 * self.unit();
            for line in lines.iter().rev() {
                self.stage.text(&pen, line, Point::new(middle, y), style);
                y -= 1.25 * style.size;
            }
            let side = theme.size.badge;
            let rect = Rect::centered(Point::new(middle, y - 0.4 * side), Size::new(side, side));
            let paint = Paint::fill(self.color(head.hue));
            self.stage.add(&pen, Shape::Rect { rect, radius: 0.3 * side, paint });
            if let Some(glyph) = catalogue::icon(&head.icon) {
                let rect = rect.grown(-0.16 * side);
                self.stage.add(&pen, Shape::Icon { glyph, rect, color: theme.on_family });
            }
        }
        title
    }

    /// The words of the generations, and how many people they hold.
    fn generations(&mut self, kin: &Kinship, table: &Table) -> Vec<String> {
        let mut words = Vec::new();
        let theme = self.stage.theme();
        let pen = Pen::on(Layer::Frame);
        let lang = self.stage.texts.lang();
        let all = band::generation_words(self.stage.map, kin, lang, table.generations.len());
        for ((row, count), word) in (0_u32..).zip(&table.generations).zip(all) {
            let cell = self.rect(row, 0);
            let place = Point::new(EDGE * self.unit(), cell.min.y + 34.0 * self.unit());
            let style = TextStyle::from_left(theme.size.name, theme.ink).bold();
            let room = cell.min.x - place.x - 12.0 * self.unit();
            let drawn = shortened(&word, room, |text| style.width(text));
            words.push(word);
            self.stage.text(&pen, &drawn, place, style);
            let count = usize::try_from(*count).unwrap_or(usize::MAX);
            let people = Message::new("scene-people").count("count", count);
            let people = self.stage.texts.say(&people);
            let soft = TextStyle::from_left(theme.size.generation, theme.soft_ink);
            self.stage.text(&pen, &people, place.moved(0.0, 22.0 * self.unit()), soft);
        }
        words
    }

    /// One cell: how many, who, and of whom it is not.
    fn cell(&mut self, cell: &OverviewCell, hue: StrandHue) {
        let theme = self.stage.theme();
        let (rect, unit) = (cell.rect, self.unit());
        let mut people: Vec<&PersonId> = cell.carriers().collect();
        people.sort();
        people.dedup();
        let share = people.len().checked_sub(1);
        let share = share.map(|at| SHARES.get(at).copied().unwrap_or(SHARES[2]));
        let color = self.color(hue);
        let paint = match share {
            Some(share) => Paint::fill(theme.panel.mixed(color, share)),
            None => Paint::both(theme.panel, Stroke::solid(theme.hairline, theme.stroke.hairline)),
        };
        let ground = Pen::on(Layer::Households);
        self.stage.add(&ground, Shape::Rect { rect, radius: 12.0 * unit, paint });
        let pen = Pen::on(Layer::People);
        if share.is_some() {
            let style = TextStyle::centered(1.85 * theme.size.name, theme.ink).bold();
            let at = Point::new(rect.center().x, rect.min.y + 40.0 * unit);
            self.stage.text(&pen, &people.len().to_string(), at, style);
        }
        let mut y = rect.min.y + Self::above(cell) * unit;
        for line in written(cell) {
            self.written(&pen, cell, &line, (Point::new(rect.center().x, y), share.is_some()));
            y += self.line() * unit;
        }
    }

    /// One line of a cell. On colour all of it is in ink.
    fn written(
        &mut self,
        pen: &Pen,
        cell: &OverviewCell,
        line: &Written,
        (at, on_color): (Point, bool),
    ) {
        let theme = self.stage.theme();
        let soft = if on_color { theme.ink } else { theme.soft_ink };
        let small = TextStyle::centered(0.96 * theme.size.years, soft);
        match line {
            Written::Heading(id) => {
                let text = self.stage.texts.get(id);
                self.stage.text(pen, &text, at, small);
            }
            Written::Nothing(id) => {
                let text = self.stage.texts.get(id);
                self.stage.text(pen, &text, at, small);
            }
            Written::More(more) => self.stage.text(pen, &format!("+{more}"), at, small),
            Written::Name(id, group) => self.name(pen, cell, (id, *group), at),
        }
    }

    /// A name with the sign that the map has for it.
    fn name(&mut self, pen: &Pen, cell: &OverviewCell, (id, group): (&PersonId, Group), at: Point) {
        let (map, view, unit) = (self.stage.map, self.stage.view, self.unit());
        let theme = self.stage.theme();
        let is_out = group == Group::Yes && cell.out.contains(id);
        let is_end = group == Group::No && cell.stops.contains(id);
        let style = TextStyle::centered(0.88 * theme.size.name, theme.ink);
        let sign = if is_out || is_end { (2.0 * SIGN + 5.0) * unit } else { 0.0 };
        let name = map.person(id).map(|it| words::name(id, it, view)).unwrap_or_default();
        let room = cell.rect.width() - 10.0 * unit - sign;
        let name = shortened(&name, room, |text| style.width(text));
        self.stage.text(pen, &name, at.moved(sign / 2.0, 0.0), style);
        let left = at.x - (style.width(&name) + sign) / 2.0;
        let center = Point::new(left + SIGN * unit, at.y - 0.34 * style.size);
        if is_out {
            knot::green(self.stage, pen, center, SIGN * unit, theme.strength);
        } else if is_end {
            knot::open_ring(self.stage, pen, center, (SIGN * unit, theme.strength));
        }
    }

    /// The strands from cell to cell; over somebody they pass beside the cell between.
    fn courses(&mut self, table: &Table) {
        for (column, courses) in &table.courses {
            #[expect(clippy::cast_precision_loss, reason = "at most three")]
            let middle = courses.len().saturating_sub(1) as f64 / 2.0;
            for (rank, course) in courses.iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "at most three")]
                let aside = (rank as f64 - middle) * 1.5 * self.stage.theme().stroke.strand_step;
                self.course(course, *column, aside);
            }
        }
    }

    fn course(&mut self, course: &Course, column: usize, aside: f64) {
        let (unit, stroke) = (self.unit(), self.stage.theme().stroke);
        let pen = Pen::on(Layer::Strands);
        let (hue, _) = course.look;
        let solid = Stroke::solid(self.color(hue), stroke.strand).round();
        let core = self.stage.core_of(course.look, stroke.strand);
        for (from, to, kind) in &course.steps {
            let (upper, lower) = (self.rect(*from, column), self.rect(*to, column));
            let x = upper.center().x + aside;
            let start = Point::new(x, upper.max.y - 5.0 * unit);
            let end = Point::new(x, lower.min.y + 5.0 * unit);
            let is_next = from.checked_add(1) == Some(*to);
            if is_next || *kind == StrandKind::Direct {
                self.stage.stroke(&pen, Path::line(start, end), solid);
                if let Some(core) = core {
                    self.stage.stroke(&pen, Path::line(start, end), core);
                }
                continue;
            }
            let out = upper.min.x - 5.0 * unit + aside.abs() / 2.0;
            let (a, b) = (upper.max.y + 6.0 * unit, lower.min.y - 6.0 * unit);
            let bends = [(x, a), (out, a), (out, b), (x, b)].map(|(x, y)| Point::new(x, y));
            let way: Vec<Point> = [start].into_iter().chain(bends).chain([end]).collect();
            let thin = stroke.strand_over;
            let dashed = Stroke { width: thin, ..solid }.dashed(0.4 * thin, 1.8 * thin);
            let path = line::rounded(&way, 6.0 * unit, 0.0);
            self.stage.stroke(&pen, path, dashed);
        }
    }

    /// What the signs mean, and what was left out; gives back where the picture ends.
    fn below(&mut self, table: &Table, right: f64) -> f64 {
        let theme = self.stage.theme();
        let unit = self.unit();
        let pen = Pen::on(Layer::Frame);
        let style = TextStyle::from_left(theme.size.body, theme.ink);
        let left = EDGE * unit;
        let mut at = Point::new(left, (self.bottom() + 36.0) * unit);
        for (sample, words) in self.signs(table) {
            let width = 30.0 * unit + style.width(&words);
            if left < at.x && right - left < at.x + width {
                at = Point::new(left, at.y + 28.0 * unit);
            }
            let center = at.moved(10.0 * unit, -0.36 * style.size);
            match sample {
                Sample::Line(hue, ply) => {
                    let color = hue.map_or(theme.soft_ink, |hue| self.color(hue));
                    let ends = [-12.0, 12.0].map(|x| center.moved(x * unit, 0.0));
                    let path = Path::line(ends[0], ends[1]);
                    let stroke = Stroke::solid(color, theme.stroke.strand).round();
                    self.stage.stroke(&pen, path.clone(), stroke);
                    let core =
                        hue.and_then(|hue| self.stage.core_of((hue, ply), theme.stroke.strand));
                    if let Some(core) = core {
                        self.stage.stroke(&pen, path, core);
                    }
                }
                Sample::Knot => {
                    knot::green(self.stage, &pen, center, SIGN * unit, theme.strength);
                }
                Sample::Ring => {
                    knot::open_ring(self.stage, &pen, center, (SIGN * unit, theme.strength));
                }
            }
            self.stage.text(&pen, &words, at.moved(30.0 * unit, 0.0), style);
            at.x += width + 26.0 * unit;
        }
        let lang = self.stage.texts.lang();
        let areas: Vec<&str> = table.left_out.iter().map(|it| it.words.in_lang(lang)).collect();
        if areas.is_empty() {
            return at.y;
        }
        let message = Message::new("scene-overview-left-out").arg("areas", areas.join(" · "));
        let words = self.stage.texts.say(&message);
        let soft = TextStyle::from_left(theme.size.body, theme.soft_ink);
        if left < at.x {
            at.y += 30.0 * unit;
        }
        for line in wrapped(&words, right - 2.0 * left, 6, |text| soft.width(text)) {
            self.stage.text(&pen, &line, Point::new(left, at.y), soft);
            at.y += 1.4 * soft.size;
        }
        at.y - 1.4 * soft.size
    }

    /// The signs of this table and their words.
    fn signs(&self, table: &Table) -> Vec<(Sample, String)> {
        let texts = self.stage.texts;
        let mut signs = Vec::new();
        if table.across == Across::Areas {
            let courses = table.courses.values().flatten();
            signs.extend(
                courses.map(|it| (Sample::Line(Some(it.look.0), it.look.1), it.label.clone())),
            );
        } else if table.courses.values().any(|courses| !courses.is_empty()) {
            let words = texts.get("scene-cell-line");
            signs.push((Sample::Line(None, Ply::Whole), words));
        }
        let cells = || table.cells.values().filter(|cell| cell.column != Column::Skills);
        if cells().any(|cell| cell.group(Group::Yes).iter().any(|id| cell.out.contains(id))) {
            signs.push((Sample::Knot, texts.get("scene-ended-with")));
        }
        if cells().any(|cell| cell.group(Group::No).iter().any(|id| cell.stops.contains(id))) {
            signs.push((Sample::Ring, texts.get("scene-stops")));
        }
        signs
    }
}

/// What is drawn before the words of a sign.
enum Sample {
    /// A strand, or any of them.
    Line(Option<StrandHue>, Ply),
    Knot,
    Ring,
}
