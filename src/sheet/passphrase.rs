//! A sheet to write a passphrase on. Nothing secret is printed: the words are written by hand, and
//! the sheet says where it goes, how the map opens, and how it opens without this program.

use super::dates;
use super::page::{A4, Block, Page, Style, mm};
use crate::fonts::Weight;
use crate::geometry::Point;
use crate::i18n::{Lang, Message, Texts};
use crate::model::Date;
use crate::scene::{Anchor, Scene};
use crate::theme::{Theme, ThemeName};

/// The white at either side.
const SIDE: f64 = mm(22.0);
const WIDTH: f64 = A4.w - 2.0 * SIDE;
/// The baseline of the title.
const HEAD: f64 = mm(30.0);
/// Between two lines to write on.
const ROW: f64 = mm(15.0);
/// So many of them: four words, or a sentence.
const ROWS: u8 = 3;

/// Makes the sheet.
pub(super) fn sheet(file: &str, (lang, today): (Lang, Date), theme: ThemeName) -> Scene {
    let (theme, texts) = (Theme::for_paper(theme), Texts::new(lang));
    let title = texts.get("sheet-passphrase");
    let ink = |points, weight| Style::new(points, weight, theme.ink);
    let soft = Style::new(11.0, Weight::Regular, theme.soft_ink);
    let mut page = Page::new();
    let mut block = Block::default();
    block.text(&title, Point::new(0.0, HEAD), ink(24.0, Weight::Bold), Anchor::Start);
    block.text(&dates::day(today, texts), Point::new(WIDTH, HEAD - mm(10.0)), soft, Anchor::End);
    let mut y = HEAD + mm(10.0);
    if !file.is_empty() {
        let words = texts.say(&Message::new("sheet-passphrase-file").arg("file", file));
        let lines = soft.lines(&words, WIDTH);
        y = block.lines(
            lines.get(..2.min(lines.len())).unwrap_or_default(),
            Point::new(0.0, y),
            soft,
        ) + mm(9.0);
    }
    let body = ink(12.5, Weight::Regular);
    let heading = ink(14.5, Weight::SemiBold);
    let say = |block: &mut Block, id: &'static str, style: Style, y: f64| {
        block.lines(&style.lines(&texts.get(id), WIDTH), Point::new(0.0, y), style)
    };
    y = say(&mut block, "sheet-passphrase-write", body, y) + mm(4.0);
    for _ in 0..ROWS {
        y += ROW;
        block.writing_line(Point::new(0.0, y), WIDTH, theme.soft_ink);
    }
    y = say(&mut block, "sheet-passphrase-where", body, y + mm(14.0)) + mm(9.0);
    y = say(&mut block, "sheet-passphrase-who", body, y) + mm(12.0);
    block.writing_line(Point::new(0.0, y), WIDTH, theme.soft_ink);
    y = say(&mut block, "sheet-passphrase-open", heading, y + mm(16.0)) + mm(7.5);
    y = say(&mut block, "sheet-passphrase-here", body, y) + mm(6.5);
    y = say(&mut block, "sheet-passphrase-age", body, y) + mm(14.0);
    y = say(&mut block, "sheet-passphrase-lost", heading, y) + mm(7.5);
    say(&mut block, "sheet-passphrase-nobody", body, y);
    page.put(block, Point::new(SIDE, 0.0));
    page.finished(theme, (title, texts.get("sheet-passphrase-about")), A4)
}
