//! Headings, sentences and lists of a sheet of several pages.

use super::flow::parts;
use super::page::{Block, Style, mm};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::scene::{Anchor, Paint, Role, Shape, Stroke};
use crate::theme::{Color, Theme};

/// Sets the blocks of a sheet of this width.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setter {
    pub theme: &'static Theme,
    pub texts: Texts,
    pub width: f64,
}

impl Setter {
    pub(crate) fn ink(&self, points: f64, weight: Weight) -> Style {
        Style::new(points, weight, self.theme.ink)
    }

    pub(crate) fn soft(&self, points: f64) -> Style {
        Style::new(points, Weight::Regular, self.theme.soft_ink)
    }

    /// A heading with a line above it.
    pub(crate) fn heading(&self, words: &str, level: u8) -> Block {
        let mut block = Block::default();
        let (points, above) = if level <= 2 { (14.0, mm(8.0)) } else { (11.0, mm(6.2)) };
        let style = self.ink(points, Weight::Bold);
        if level <= 2 {
            let rule = Stroke::solid(self.theme.hairline, mm(0.3));
            block.rule(Point::new(0.0, mm(1.5)), Point::new(self.width, mm(1.5)), rule);
        }
        let lines = style.lines(words, self.width);
        let at = Point::new(0.0, above);
        let last = block.passage(&lines, at, (style, Role::Heading(level)));
        block.height = last + mm(2.4);
        block
    }

    /// Sentences, in as many blocks as must stay whole.
    pub(crate) fn sentences(&self, words: &str, style: Style, indent: f64) -> Vec<Block> {
        let lines = style.all_lines(words, self.width - indent);
        let block = |lines: &[String]| {
            let mut block = Block::default();
            let first = 0.78 * style.line();
            let last = block.lines(lines, Point::new(indent, first), style);
            block.height = last + 0.22 * style.line();
            block
        };
        parts(&lines).map(block).collect()
    }

    /// Bold words, and soft ones behind them on the same line where they fit, else below.
    pub(crate) fn named(&self, name: (&str, f64), rest: &str, indent: f64) -> Vec<Block> {
        let (name, points) = name;
        let (bold, soft) = (self.ink(points, Weight::SemiBold), self.soft(points - 1.0));
        let room = self.width - indent;
        let gap = mm(2.2);
        if !rest.is_empty() && bold.width(name) + gap + soft.width(rest) <= room {
            let mut block = Block::default();
            let at = Point::new(indent, 0.78 * bold.line());
            block.text(name, at, bold, Anchor::Start);
            block.text(rest, at.moved(bold.width(name) + gap, 0.0), soft, Anchor::Start);
            block.height = bold.line();
            return vec![block];
        }
        let mut blocks = self.sentences(name, bold, indent);
        if !rest.is_empty() {
            blocks.extend(self.sentences(rest, soft, indent));
        }
        blocks
    }

    /// A tile with an icon before words.
    pub(crate) fn tile(&self, block: &mut Block, at: Point, (icon, color): (&str, Color)) {
        let side = mm(3.9);
        let rect = Rect::between(at, at.moved(side, side));
        block.add(Shape::Rect { rect, radius: mm(0.8), paint: Paint::fill(color) });
        let inner = Rect::centered(rect.center(), Size::new(mm(2.9), mm(2.9)));
        block.icon(icon, inner, self.theme.on_family);
    }

    /// The line below every page: what it is, and the number.
    pub(crate) fn running(&self, words: &str, (page, all): (usize, usize), width: f64) -> Block {
        let mut block = Block::default();
        let style = self.soft(8.5);
        let number = Message::new("sheet-page").count("page", page).count("all", all);
        let number = self.texts.say(&number);
        let room = width - style.width(&number) - mm(4.0);
        let (style, lines) = style.fitting(words, (room, 1), &[8.5]);
        let first = lines.first().map(String::as_str).unwrap_or_default();
        block.running(first, Point::default(), style, Anchor::Start);
        block.running(&number, Point::new(width, 0.0), style, Anchor::End);
        block
    }

    /// "Dit is niet alles: er is nog meer.", where something is left out.
    pub(crate) fn left_out(&self, id: &'static str, n: usize) -> Block {
        let mut block = Block::default();
        let style = self.ink(9.5, Weight::SemiBold);
        let words = self.texts.say(&Message::new(id).count("n", n));
        let lines = style.lines(&words, self.width);
        block.height =
            block.lines(&lines, Point::new(0.0, 0.9 * style.line()), style) + 0.4 * style.line();
        block
    }
}
