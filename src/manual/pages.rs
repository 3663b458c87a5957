//! The manual on paper: a page with its contents, then the chapters, with pictures made at that moment.

use super::rich::Look;
use super::{Block as Part, Manual, Ply, Span, picture};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::i18n::{Lang, Message, Texts};
use crate::model::Date;
use crate::scene::{Anchor, Paint, Role, Scene, Shape, Stroke};
use crate::sheet::set::{A4, Block, Flow, Frame, Page, Piece, Setter, day, mm};
use crate::theme::{Theme, ThemeName};

/// The white at either side.
const SIDE: f64 = mm(22.0);
const WIDTH: f64 = A4.w - 2.0 * SIDE;
const TOP: f64 = mm(18.0);
const BOTTOM: f64 = A4.h - mm(22.0);
const FOOT: f64 = A4.h - mm(12.0);
/// The text is far shorter.
const MOST_PAGES: usize = 120;
/// A chapter does not begin lower on a page than where this much is left.
const CHAPTER: f64 = mm(90.0);
/// The highest that a picture is, and one of a sheet that stands.
const PICTURE: f64 = mm(105.0);
/// In points.
const TYPE: f64 = 10.5;

/// The pages of `manual`.
#[must_use]
pub fn pages(manual: &Manual, (lang, today): (Lang, Date), theme: ThemeName) -> Vec<Scene> {
    let setter = Setter { theme: Theme::for_paper(theme), texts: Texts::new(lang), width: WIDTH };
    let paper = Paper { setter, lang, theme };
    let mut flow = Flow::new(Frame { left: SIDE, top: TOP, bottom: BOTTOM, most: MOST_PAGES });
    let mut begins = Vec::new();
    for (number, chapter) in manual.chapters.iter().enumerate() {
        // The first page is that of the contents.
        if number == 0 || flow.room() < CHAPTER {
            flow.turn();
        }
        flow.heading(setter.heading(&chapter.title, 2));
        let mut place = None;
        for part in &chapter.blocks {
            paper.part(&mut flow, part);
            place = place.or(Some(flow.at()));
        }
        flow.end_of_headings();
        begins.push((chapter.title.as_str(), place.unwrap_or(flow.at()) + 1));
    }
    let (mut pages, _) = flow.finished();
    if let Some(first) = pages.first_mut() {
        paper.contents(first, manual, &begins, today);
    }
    let all = pages.len();
    let scenes = pages.into_iter().enumerate().map(|(at, mut page)| {
        page.put(setter.running(&manual.title, (at + 1, all), WIDTH), Point::new(SIDE, FOOT));
        let words = (manual.title.clone(), setter.texts.get("manual-about"));
        page.finished(setter.theme, words, A4)
    });
    scenes.collect()
}

struct Paper {
    setter: Setter,
    lang: Lang,
    theme: ThemeName,
}

impl Paper {
    fn look(&self, indent: f64) -> Look {
        Look { points: TYPE, color: self.setter.theme.ink, indent, width: WIDTH - indent }
    }

    /// The title, what stands before the chapters, and where each begins.
    fn contents(&self, page: &mut Page, manual: &Manual, begins: &[(&str, usize)], today: Date) {
        let setter = &self.setter;
        let mut block = Block::default();
        let bold = setter.ink(26.0, Weight::Bold);
        let at = Point::new(0.0, mm(14.0));
        let lines = bold.lines(&manual.title, WIDTH);
        let mut y = block.passage(&lines, at, (bold, Role::Heading(1))) + mm(8.0);
        let made = Message::new("manual-made").arg("day", day(today, setter.texts));
        block.text(&setter.texts.say(&made), Point::new(0.0, y), setter.soft(10.5), Anchor::Start);
        y += mm(8.0);
        for part in &manual.before {
            if let Part::Paragraph(spans) = part {
                for row in self.look(0.0).set(spans) {
                    let height = row.height;
                    block.put(row, Point::new(0.0, y));
                    y += height;
                }
                y += mm(2.0);
            }
        }
        let heading = setter.heading(&setter.texts.get("manual-contents"), 2);
        let height = heading.height;
        block.put(heading, Point::new(0.0, y + mm(3.0)));
        y += mm(3.0) + height;
        let style = setter.ink(11.5, Weight::Regular);
        for (title, page) in begins {
            y += mm(7.6);
            let number = page.to_string();
            let room = WIDTH - style.width(&number) - mm(6.0);
            let (style, lines) = style.fitting(title, (room, 1), &[11.5, 10.0]);
            let title = lines.first().map(String::as_str).unwrap_or_default();
            block.text(title, Point::new(0.0, y), style, Anchor::Start);
            block.text(&number, Point::new(WIDTH, y), style, Anchor::End);
            let from = style.width(title) + mm(2.0);
            let dots = (room - from + mm(3.0)).max(0.0);
            block.writing_line(Point::new(from, y), dots, setter.theme.hairline);
        }
        page.put(block, Point::new(SIDE, TOP));
    }

    /// One part of a chapter.
    fn part(&self, flow: &mut Flow, part: &Part) {
        let mut piece = Piece::default();
        match part {
            Part::Heading(words) => {
                flow.heading(self.setter.heading(words, 3));
                return;
            }
            Part::Paragraph(spans) => add(&mut piece, self.look(0.0).set(spans)),
            Part::Quote(spans) => self.quote(&mut piece, spans),
            Part::Point(number, spans) => self.point(&mut piece, (*number, spans)),
            Part::Table(rows) => {
                self.table(flow, rows);
                return;
            }
            Part::Picture(name, words) => self.picture(&mut piece, (name, words)),
        }
        piece.gap(mm(2.2));
        flow.put(piece);
    }

    /// Words to say aloud, beside a green bar.
    fn quote(&self, piece: &mut Piece, spans: &[Span]) {
        for row in self.look(mm(5.0)).set(spans) {
            let mut bar = Block::default();
            let rect = Rect::between(Point::new(mm(1.0), 0.0), Point::new(mm(2.2), row.height));
            let paint = Paint::fill(self.setter.theme.strength);
            bar.add(Shape::Rect { rect, radius: 0.0, paint });
            bar.height = row.height;
            bar.append(row);
            piece.add(bar);
        }
    }

    fn point(&self, piece: &mut Piece, (number, spans): (Option<u64>, &[Span])) {
        let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
        for (at, row) in self.look(mm(6.0)).set(spans).into_iter().enumerate() {
            let mut block = Block::default();
            if at == 0 {
                let style = self.setter.ink(TYPE, Weight::SemiBold);
                let place = Point::new(mm(1.0), 0.78 * style.line());
                block.text(&mark, place, style, Anchor::Start);
            }
            block.height = row.height;
            block.append(row);
            piece.add(block);
        }
    }

    /// Rows that each stay whole; the heading stays with the first.
    fn table(&self, flow: &mut Flow, rows: &[Vec<Vec<Span>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let widths = self.widths(rows, columns);
        for (at, row) in rows.iter().enumerate() {
            if row.iter().all(Vec::is_empty) {
                continue;
            }
            let block = self.row(row, &widths, if at == 0 { Ply::Bold } else { Ply::Plain });
            if at == 0 {
                flow.heading(block);
            } else {
                flow.put(Piece::of(block));
            }
        }
        flow.space(mm(3.0));
    }

    /// How wide each column is: the first as wide as its words, but no more than its share.
    fn widths(&self, rows: &[Vec<Vec<Span>>], columns: usize) -> Vec<f64> {
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let share = WIDTH / columns as f64;
        let style = self.setter.ink(TYPE, Weight::SemiBold);
        let first = rows.iter().filter_map(|row| row.first());
        let first = first.map(|cell| style.width(&super::words_of(cell))).fold(0.0, f64::max);
        let first = (first + mm(6.0)).clamp(mm(20.0), share);
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let rest = (WIDTH - first) / (columns.saturating_sub(1).max(1)) as f64;
        (0..columns).map(|column| if column == 0 { first } else { rest }).collect()
    }

    fn row(&self, row: &[Vec<Span>], widths: &[f64], ply: Ply) -> Block {
        let mut block = Block::default();
        let theme = self.setter.theme;
        let mut left = 0.0;
        for (cell, width) in row.iter().zip(widths) {
            let look = Look { width: width - mm(4.0), ..self.look(0.0) };
            let cell: Vec<Span> = match ply {
                Ply::Plain => cell.clone(),
                Ply::Bold => cell.iter().map(|it| Span { weight: ply, ..it.clone() }).collect(),
            };
            let mut y = mm(1.2);
            for row in look.set(&cell) {
                let height = row.height;
                block.put(row, Point::new(left, y));
                y += height;
            }
            block.height = block.height.max(y + mm(1.2));
            left += width;
        }
        let stroke = Stroke::solid(theme.hairline, mm(if ply == Ply::Bold { 0.5 } else { 0.25 }));
        let (from, to) = (Point::new(0.0, block.height), Point::new(WIDTH, block.height));
        block.rule(from, to, stroke);
        block
    }

    /// A picture as large as the page lets it be, and what it shows.
    fn picture(&self, piece: &mut Piece, (name, words): (&str, &str)) {
        let Some(scene) = picture(name, self.lang, self.theme) else { return };
        let (w, h) = (scene.bounds.width(), scene.bounds.height());
        let scale = (WIDTH / w).min(PICTURE / h).min(1.0);
        let mut block = Block::default();
        let left = (WIDTH - scale * w) / 2.0;
        let min = scene.bounds.min;
        block.picture(
            scene,
            words,
            scale,
            Point::new(left - scale * min.x, mm(1.5) - scale * min.y),
        );
        block.height = scale * h + mm(2.5);
        let soft = self.setter.soft(9.0);
        let at = Point::new(WIDTH / 2.0, block.height + 0.8 * soft.line());
        block.text(words, at, soft, Anchor::Middle);
        block.height += soft.line() + mm(1.5);
        piece.add(block);
    }
}

fn add(piece: &mut Piece, rows: Vec<Block>) {
    for row in rows {
        piece.add(row);
    }
}
