//! Sentences with bold words in them, in lines.

use super::{Ply, Span};
use crate::fonts::Weight;
use crate::geometry::Point;
use crate::scene::{Anchor, Role};
use crate::sheet::set::{Block, Style, parts};
use crate::theme::Color;

/// How sentences are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub points: f64,
    pub color: Color,
    /// Where the lines begin, and how wide they are.
    pub indent: f64,
    pub width: f64,
}

impl Look {
    const fn style(self, ply: Ply) -> Style {
        let weight = match ply {
            Ply::Plain => Weight::Regular,
            Ply::Bold => Weight::SemiBold,
        };
        Style::new(self.points, weight, self.color)
    }

    /// `spans` in blocks that stay whole, read as one paragraph each.
    pub(super) fn set(self, spans: &[Span]) -> Vec<Block> {
        let line = self.style(Ply::Plain).line();
        let lines = self.lines(spans);
        let block = |lines: &[Vec<Span>]| {
            let mut block = Block::default();
            let first = block.mark();
            let mut y = 0.78 * line;
            for spans in lines {
                let mut x = self.indent;
                for span in spans {
                    let style = self.style(span.weight);
                    block.text(&span.text, Point::new(x, y), style, Anchor::Start);
                    x += style.width(&span.text);
                }
                y += line;
                block.height += line;
            }
            block.read_as(first, Role::Paragraph);
            block
        };
        parts(&lines).map(block).collect()
    }

    /// Broken between words.
    fn lines(self, spans: &[Span]) -> Vec<Vec<Span>> {
        let mut lines: Vec<Vec<Span>> = Vec::new();
        let mut line: Vec<Span> = Vec::new();
        let mut used = 0.0;
        for (word, ply) in words(spans) {
            let width = self.style(ply).width(&word);
            if !line.is_empty() && self.width < used + self.style(ply).width(word.trim_end()) {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            used += width;
            match line.last_mut().filter(|last| last.weight == ply) {
                Some(last) => last.text.push_str(&word),
                None => line.push(Span { text: word, weight: ply }),
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// The words of `spans`, each with the white behind it.
fn words(spans: &[Span]) -> Vec<(String, Ply)> {
    let mut all = Vec::new();
    for span in spans {
        all.extend(span.text.split_inclusive(' ').map(|word| (word.to_owned(), span.weight)));
    }
    all
}
