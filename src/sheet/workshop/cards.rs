//! A card a person, eight to an A4, to be cut out and laid on a table.

use super::{A4, cut};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::Message;
use crate::model::{Gender, Person, PersonId};
use crate::scene::{Anchor, Paint, Scene, Shape, Stroke};
use crate::sheet::Wanted;
use crate::sheet::file::{Filer, Row};
use crate::sheet::page::{Block, Page, Style, mm};
use crate::sheet::told;

/// Cards across and down.
const ACROSS: usize = 2;
const DOWN: usize = 4;
const A_PAGE: usize = ACROSS * DOWN;
const CARD: Size = Size::new(A4.w / 2.0, A4.h / 4.0);
/// The white in a card.
const PAD: f64 = mm(8.0);
/// Nobody cuts out more.
const MOST_PAGES: usize = 40;
/// The baseline of the first row below the name, and of the last.
const ROWS: f64 = mm(30.0);
const LAST: f64 = mm(65.0);
/// From one row to the next.
const ROW: f64 = mm(5.6);

/// Makes the pages.
pub(in crate::sheet) fn sheet(wanted: &Wanted<'_>) -> Vec<Scene> {
    let map = told::shown_map(wanted);
    let opened = told::opened(wanted);
    let filer = Filer::of(wanted, &map, &opened);
    let texts = filer.setter.texts;
    let mut people: Vec<(&PersonId, &Person)> =
        map.people.iter().map(|(id, it)| (id, it.as_ref())).collect();
    // The eldest first, as on the map.
    let generation = |id: &PersonId| filer.kin.find(id).map_or(0, |it| filer.kin.generation(it));
    let born = |it: &Person| it.birth.map_or(f64::INFINITY, |day| day.main_date().as_years());
    people.sort_by(|(a, x), (b, y)| {
        generation(a).cmp(&generation(b)).then(born(x).total_cmp(&born(y)))
    });
    let most = MOST_PAGES * A_PAGE;
    let left_out = if most < people.len() { people.len() - (most - 1) } else { 0 };
    people.truncate(people.len() - left_out);
    let mut cards: Vec<Block> = people.iter().map(|(id, it)| card(&filer, id, it)).collect();
    if 0 < left_out {
        cards
            .push(note(&filer, &texts.say(&Message::new("sheet-cards-more").count("n", left_out))));
    }
    if cards.is_empty() {
        cards.push(note(&filer, &texts.get("sheet-file-nobody")));
    }
    let words = (texts.get("sheet-cards"), texts.get("sheet-cards-about"));
    let mut pages = Vec::new();
    let mut rest = cards.into_iter().peekable();
    while rest.peek().is_some() {
        let mut page = Page::new();
        for place in 0..A_PAGE {
            let Some(card) = rest.next() else { break };
            page.put(card, corner(place));
        }
        page.put(lines(&filer), Point::default());
        pages.push(page.finished(filer.setter.theme, words.clone(), A4));
    }
    pages
}

/// Where the card with this number on its page begins.
#[expect(clippy::cast_precision_loss, reason = "eight at most")]
fn corner(place: usize) -> Point {
    Point::new((place % ACROSS) as f64 * CARD.w, (place / ACROSS) as f64 * CARD.h)
}

/// Along these is cut.
fn lines(filer: &Filer<'_>) -> Block {
    let mut block = Block::default();
    let color = filer.setter.theme.soft_ink;
    // Printers leave the edge white.
    let edge = mm(4.0);
    let middle = Point::new(CARD.w, edge);
    cut(&mut block, (middle, middle.moved(0.0, A4.h - 2.0 * edge)), color);
    for row in 1..DOWN {
        let at = corner(row * ACROSS).moved(edge, 0.0);
        cut(&mut block, (at, at.moved(A4.w - 2.0 * edge, 0.0)), color);
    }
    block
}

/// A card with a sentence instead of a person.
fn note(filer: &Filer<'_>, words: &str) -> Block {
    let mut block = Block::default();
    let style = filer.setter.ink(12.0, Weight::Regular);
    let lines = style.lines(words, CARD.w - 2.0 * PAD);
    block.lines(&lines, Point::new(PAD, PAD + mm(6.0)), style);
    block
}

/// One person: sign, name, years, and what is known.
fn card(filer: &Filer<'_>, id: &PersonId, person: &Person) -> Block {
    let mut block = Block::default();
    let setter = &filer.setter;
    let text = PAD + mm(18.0);
    let room = CARD.w - PAD - text;
    sign(filer, &mut block, person);
    let bold = setter.ink(17.0, Weight::Bold);
    let name = filer.person_name(id, person);
    let (bold, lines) = bold.fitting(&name, (room, 1), &[17.0, 14.0, 11.5]);
    let mut y = block.lines(&lines, Point::new(text, PAD + mm(6.0)), bold) + mm(5.4);
    let soft = setter.soft(10.0);
    let (soft, lines) = soft.fitting(&filer.life(id, person), (room, 2), &[10.0, 9.0]);
    y = block.lines(&lines, Point::new(text, y), soft);
    let rows = filer.known(id, person);
    set_rows(filer, &mut block, &rows, y.max(ROWS - mm(6.0)) + mm(6.0));
    if filer.map.fictional {
        let at = Point::new(CARD.w - PAD, CARD.h - mm(4.5));
        block.text(&setter.texts.get("scene-fictional"), at, setter.soft(7.0), Anchor::End);
    }
    block
}

/// What is known, a row each; how many more there are, where they do not fit.
fn set_rows(filer: &Filer<'_>, block: &mut Block, rows: &[Row], mut y: f64) {
    let setter = &filer.setter;
    let room = CARD.w - 2.0 * PAD - mm(6.0);
    for (at, row) in rows.iter().enumerate() {
        let is_last_place = LAST < y + ROW;
        let left = rows.len() - at;
        if is_last_place && 1 < left {
            let more = setter.texts.say(&Message::new("sheet-cards-rest").count("n", left));
            block.text(&more, Point::new(PAD + mm(6.0), y), setter.soft(9.5), Anchor::Start);
            return;
        }
        setter.tile(block, Point::new(PAD, y - mm(3.1)), (row.icon, row.color));
        let bold = setter.ink(10.0, Weight::SemiBold);
        let (bold, lines) = bold.fitting(&row.words, (room, 1), &[10.0, 9.0]);
        let first = lines.first().map(String::as_str).unwrap_or_default();
        let at = Point::new(PAD + mm(6.0), y);
        block.text(first, at, bold, Anchor::Start);
        let used = bold.width(first) + mm(2.0);
        let soft = setter.soft(8.5);
        if !row.rest.is_empty() && mm(14.0) < room - used {
            let (soft, lines) = soft.fitting(&row.rest, (room - used, 1), &[8.5, 7.5]);
            block.lines(&lines, at.moved(used, 0.0), soft);
        }
        y += ROW;
    }
}

/// The sign of the map, with the age of today in it.
fn sign(filer: &Filer<'_>, block: &mut Block, person: &Person) {
    let theme = filer.setter.theme;
    let center = Point::new(PAD + mm(7.0), PAD + mm(6.5));
    let paint = Paint::both(theme.panel, Stroke::solid(theme.ink, mm(0.6)));
    let side = mm(13.0);
    let square = |radius: f64| Shape::Rect {
        rect: Rect::centered(center, Size::new(side, side)),
        radius,
        paint,
    };
    block.add(match person.gender {
        Gender::Woman => Shape::Circle { center, radius: side / 2.0, paint },
        Gender::Man => square(mm(1.4)),
        Gender::NonBinary | Gender::Unknown => square(mm(5.0)),
    });
    let age = crate::scene::life_age(person, filer.wanted.today);
    let style = Style::new(11.0, Weight::SemiBold, theme.ink);
    block.text(&age, center.moved(0.0, mm(1.4)), style, Anchor::Middle);
}
