//! The child's sheet: one A4, from about six. Everybody belongs, everybody is an empty circle to draw a
//! face in; what is strong, and who helps. Nothing of what plays, no year, no age, no skill, not who
//! lives where. Measures from sheet-child.svg.

mod told;

use std::collections::BTreeMap;

use self::told::{Helper, Told};
use super::family::{self, Drawn, Least};
use super::page::{A4, Block, Page, Style, mm, shift};
use super::{Wanted, dates};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::model::{Date, FamilyMap, PersonId, Subject};
use crate::scene::{Anchor, Paint, Part, Plates, Scene, Shape, Stroke, View};
use crate::theme::{Color, Theme};

/// The white at either side, and what is left.
const SIDE: f64 = mm(17.0);
const WIDTH: f64 = A4.w - 2.0 * SIDE;
/// Where the family begins.
const FAMILY: f64 = mm(44.0);
const FOOT: f64 = A4.h - mm(10.5);
/// The cards of those who help.
const CARDS: f64 = mm(32.0);
const CARDS_BOTTOM: f64 = A4.h - mm(18.0);
/// From one strength to the next.
const ROW: f64 = mm(10.8);
/// Where the sentences begin, behind their icons, and how many lines one takes at most.
const INDENT: f64 = mm(12.0);
const MOST_LINES: usize = 3;
/// Names are not smaller than this for who just learned to read, if it can be done at all; smaller where
/// everybody fits so, for everybody belongs.
const LEAST: Least = Least::of(9.0, family::LEAST_POINTS);
/// A line between the family and what is strong.
const NOTE: f64 = mm(5.5);
/// A sheet is for children below this age, and read from the other one on.
const GROWN_UP: i32 = 18;
const READS: i32 = 6;

/// The children a sheet can be for, in the order in which they are offered: those of the focus persons,
/// and focus persons who are children; who can read comes before the small ones.
pub(super) fn children(map: &FamilyMap, today: Date) -> Vec<PersonId> {
    let is_focus = |id: &PersonId| map.focus.contains(id);
    let own = map.unions.values().filter(|union| union.partners.iter().any(is_focus));
    let own = own.flat_map(|union| union.children.iter().map(|child| &child.person));
    let age = |id: &PersonId| {
        let person = map.person(id).filter(|it| it.holds_facts() && it.stands_for.is_none())?;
        person.age_on(today).filter(|age| age.hi < GROWN_UP)
    };
    let mut found: Vec<(&PersonId, i32)> = Vec::new();
    for id in map.focus.iter().chain(own) {
        if let Some(age) = age(id).filter(|_| found.iter().all(|(known, _)| *known != id)) {
            found.push((id, age.lo));
        }
    }
    found.sort_by_key(|(_, age)| (*age < READS, std::cmp::Reverse(*age)));
    found.into_iter().map(|(id, _)| id.clone()).collect()
}

/// Makes the sheet for `child`; without one, a sheet for the children of the family.
pub(super) fn sheet(wanted: &Wanted<'_>, child: Option<&PersonId>) -> Scene {
    let (theme, texts) = (Theme::for_paper(wanted.theme), Texts::new(wanted.lang));
    let all = Told::of(wanted, child, None);
    let setter = Setter { wanted, told: &all, theme, texts };
    let room = setter.places().room;
    let size = Size::new(room.width(), room.height().max(1.0));
    let family = family::drawn(&all.map, (size, LEAST), |part| setter.view(part));
    let drawn = family.as_ref().filter(|it| it.part.is_some()).map(Drawn::people);
    let told = Told::of(wanted, child, drawn.as_ref());
    let setter = Setter { told: &told, ..setter };
    let mut page = Page::new();
    let (head, title) = setter.head();
    page.put(head, Point::new(SIDE, 0.0));
    let places = setter.places();
    if let Some(mut drawn) = family {
        // A circle says no more than the name under it.
        drawn.scene.spoken.clear();
        // What is told of fewer people may be longer.
        drawn.scale = drawn.scale.min(places.room.height() / drawn.scene.bounds.height());
        let over = setter.over(&drawn, places.room);
        page.put_scene(drawn.scene, places.room, drawn.scale);
        page.put(over, Point::default());
    }
    let above = places.strengths_top - mm(4.0);
    page.put(setter.dead(), Point::new(SIDE, above));
    let up = if told.dead.is_empty() { 0.0 } else { NOTE };
    page.put(setter.left_out(), Point::new(SIDE, above - up));
    page.put(places.strengths, Point::new(SIDE, places.strengths_top));
    page.put(places.helpers, Point::new(SIDE, places.helpers_top));
    page.put(setter.foot(), Point::new(SIDE, FOOT));
    page.finished(theme, (title, texts.get("sheet-child-about")), A4)
}

/// What stands below the family, and the room that this leaves it.
struct Places {
    room: Rect,
    strengths: Block,
    strengths_top: f64,
    helpers: Block,
    helpers_top: f64,
}

/// Sets the blocks.
struct Setter<'a> {
    wanted: &'a Wanted<'a>,
    told: &'a Told,
    theme: &'static Theme,
    texts: Texts,
}

impl Setter<'_> {
    fn ink(&self, points: f64, weight: Weight) -> Style {
        Style::new(points, weight, self.theme.ink)
    }

    /// The warm colour of what is the child's own.
    fn own(&self) -> Color {
        self.theme.relation.warm
    }

    fn view(&self, part: Option<Part>) -> View {
        View {
            part,
            plates: Plates::Faces,
            households: false,
            ..View::calm(self.theme, self.wanted.lang, self.wanted.today)
        }
    }

    fn places(&self) -> Places {
        let (helpers, strengths) = (self.helpers(), self.strengths());
        let helpers_top = CARDS_BOTTOM - helpers.height;
        let strengths_top = helpers_top - mm(2.0) - strengths.height;
        let lines = [!self.told.dead.is_empty(), 0 < self.told.left_out];
        let lines = lines.into_iter().filter(|it| *it).map(|_| NOTE).sum::<f64>();
        let bottom = strengths_top - mm(4.5) - lines;
        let room = Rect::between(Point::new(SIDE, FAMILY), Point::new(SIDE + WIDTH, bottom));
        Places { room, strengths, strengths_top, helpers, helpers_top }
    }

    /// "Niet iedereen past op dit blad": "everybody belongs" stands above it.
    fn left_out(&self) -> Block {
        let mut block = Block::default();
        if 0 < self.told.left_out {
            let style = Style::new(12.0, Weight::Regular, self.theme.soft_ink);
            let words = self.texts.get("sheet-child-left-out");
            block.text(&words, Point::default(), style, Anchor::Start);
        }
        block
    }

    /// "Dit is jouw familie, Noa"; and what the sheet is called.
    fn head(&self) -> (Block, String) {
        let mut block = Block::default();
        let name = self.told.name.as_str();
        let title = if name.is_empty() {
            self.texts.get("sheet-child")
        } else {
            self.texts.say(&Message::new("sheet-child-for").arg("name", name))
        };
        let sizes = [32.0, 26.0, 20.0, 15.0].map(|points| self.ink(points, Weight::Bold));
        let style = *sizes
            .iter()
            .find(|it| it.width(&title) <= WIDTH)
            .unwrap_or(&self.ink(15.0, Weight::Bold));
        let lines = style.lines(&title, WIDTH);
        let first = lines.get(..1).unwrap_or_default();
        block.lines(first, Point::new(0.0, mm(27.5)), style);
        let words = self.texts.get("sheet-child-draw");
        let style = self.ink(18.0, Weight::Regular);
        block.text(&words, Point::new(0.0, mm(37.0)), style, Anchor::Start);
        (block, title)
    }

    /// What is drawn over the family: a ring around the child, a star at who died, lines to write names.
    fn over(&self, drawn: &Drawn, room: Rect) -> Block {
        let mut block = Block::default();
        let by = shift(drawn.scene.bounds, room, drawn.scale);
        let mut circles: BTreeMap<&PersonId, (Point, f64)> = BTreeMap::new();
        for item in &drawn.scene.items {
            if let (Some(Subject::Person(id)), Shape::Circle { center, radius, .. }) =
                (&item.subject, &item.shape)
            {
                let at = Point::new(by.x + drawn.scale * center.x, by.y + drawn.scale * center.y);
                circles.entry(id).or_insert((at, drawn.scale * radius));
            }
        }
        for (id, (center, radius)) in circles {
            let Some(person) = self.told.map.person(id) else { continue };
            if self.told.child.as_ref() == Some(id) {
                let paint = Paint::stroke(Stroke::solid(self.own(), mm(1.2)));
                block.add(Shape::Circle { center, radius: radius + mm(1.1), paint });
            }
            if person.is_dead() {
                self.star(&mut block, center.moved(-0.72 * radius, -0.72 * radius));
            }
            if person.name.short().is_empty() {
                let start = center.moved(-radius, radius + mm(5.0) * drawn.scale);
                block.writing_line(start, 2.0 * radius, self.theme.soft_ink);
            }
        }
        block
    }

    fn star(&self, block: &mut Block, center: Point) {
        let paint = Paint::fill(self.theme.ground);
        block.add(Shape::Circle { center, radius: mm(3.1), paint });
        let rect = Rect::centered(center, Size::new(mm(5.6), mm(5.6)));
        block.icon("star", rect, self.theme.line);
    }

    /// "★ Opa Wim leeft niet meer."
    fn dead(&self) -> Block {
        let mut block = Block::default();
        if self.told.dead.is_empty() {
            return block;
        }
        let rect = Rect::centered(Point::new(mm(2.0), -mm(1.4)), Size::new(mm(4.4), mm(4.4)));
        block.icon("star", rect, self.theme.line);
        let room = WIDTH - mm(6.0);
        let sizes =
            [12.0, 10.5, 9.0].map(|it| Style::new(it, Weight::Regular, self.theme.soft_ink));
        let fits = sizes.iter().find(|it| it.width(&self.told.dead) <= room);
        let style = *fits.unwrap_or(&Style::new(9.0, Weight::Regular, self.theme.soft_ink));
        block.text(&self.told.dead, Point::new(mm(6.0), 0.0), style, Anchor::Start);
        block
    }

    fn heading(&self, block: &mut Block, id: &'static str) {
        let rule = Stroke::solid(self.theme.hairline, mm(0.4));
        block.rule(Point::default(), Point::new(WIDTH, 0.0), rule);
        let words = self.texts.get(id);
        let style = self.ink(22.0, Weight::Bold);
        block.text(&words, Point::new(0.0, mm(9.6)), style, Anchor::Start);
    }

    /// What the family is good at, and a line for the child's own.
    fn strengths(&self) -> Block {
        let mut block = Block::default();
        self.heading(&mut block, "sheet-child-good");
        let mut y = mm(13.5);
        for (icon, sentence) in &self.told.strengths {
            let center = Point::new(mm(4.6), y + mm(4.6));
            let paint = Paint::fill(self.theme.strength);
            block.add(Shape::Circle { center, radius: mm(4.5), paint });
            let size = Size::new(mm(5.4), mm(5.4));
            block.icon(icon, Rect::centered(center, size), self.theme.ground);
            y = self.sentence(&mut block, sentence, y);
        }
        let center = Point::new(mm(4.6), y + mm(4.6));
        let paint = Paint::both(self.theme.ground, Stroke::solid(self.own(), mm(0.8)));
        block.add(Shape::Circle { center, radius: mm(4.2), paint });
        let rect = Rect::centered(center, Size::new(mm(5.0), mm(5.0)));
        block.icon("pencil-simple", rect, self.theme.ink);
        let words = self.texts.get("sheet-child-me");
        let style = self.ink(18.0, Weight::Bold);
        let at = Point::new(INDENT, y + mm(6.6));
        block.text(&words, at, style, Anchor::Start);
        let used = INDENT + style.width(&words) + mm(3.0);
        let line = Point::new(used, at.y + mm(1.0));
        block.writing_line(line, WIDTH - used, self.theme.ink);
        y += ROW;
        if !self.told.wish.is_empty() {
            let center = Point::new(mm(4.6), y + mm(4.6));
            let paint = Paint::both(self.theme.ground, Stroke::solid(self.own(), mm(0.8)));
            block.add(Shape::Circle { center, radius: mm(4.2), paint });
            let rect = Rect::centered(center, Size::new(mm(5.0), mm(5.0)));
            block.icon("heart", rect, self.theme.ink);
            let wish = Message::new("sheet-child-wish").arg("wish", &self.told.wish);
            y = self.sentence(&mut block, &self.texts.say(&wish), y);
        }
        block.height = y;
        block
    }

    /// A sentence in its row, in as few lines as it takes and no more than there is room for; gives where
    /// the next row begins.
    fn sentence(&self, block: &mut Block, sentence: &str, y: f64) -> f64 {
        let sizes = [18.0, 16.5, 15.0].map(|it| self.ink(it, Weight::SemiBold));
        let room = WIDTH - INDENT;
        let style = sizes.iter().find(|it| it.width(sentence) <= room);
        let style = *style.unwrap_or(&self.ink(15.0, Weight::SemiBold));
        let mut lines = style.lines(sentence, room);
        if MOST_LINES < lines.len() {
            lines.truncate(MOST_LINES);
            lines.last_mut().into_iter().for_each(|last| last.push('…'));
        }
        let last = block.lines(&lines, Point::new(INDENT, y + mm(6.6)), style);
        (last - mm(6.6) + ROW).max(y + ROW)
    }

    /// Who helps, in three cards; those that are empty are for the child to fill in.
    fn helpers(&self) -> Block {
        let mut block = Block::default();
        self.heading(&mut block, "sheet-child-helps");
        let (top, gap) = (mm(14.0), mm(4.0));
        let width = (WIDTH - 2.0 * gap) / 3.0;
        let mut left = 0.0;
        for number in 0..3 {
            self.card(&mut block, self.told.helpers.get(number), (Point::new(left, top), width));
            left += width + gap;
        }
        block.height = top + CARDS;
        block
    }

    fn card(&self, block: &mut Block, helper: Option<&Helper>, (corner, width): (Point, f64)) {
        let (theme, pad) = (self.theme, mm(4.5));
        let rect = Rect::between(corner, corner.moved(width, CARDS));
        let paint = Paint::both(theme.sunken, Stroke::solid(self.own(), mm(0.5)));
        block.add(Shape::Rect { rect, radius: mm(4.0), paint });
        let center = corner.moved(mm(8.7), mm(9.0));
        let paint = Paint::both(theme.ground, Stroke::solid(theme.ink, mm(0.4)));
        block.add(Shape::Circle { center, radius: mm(5.8), paint });
        let text = corner.moved(mm(17.0), mm(11.0));
        let room = width - mm(17.0) - mm(3.0);
        if let Some(helper) = helper {
            let rect = Rect::centered(center, Size::new(mm(6.6), mm(6.6)));
            block.icon(helper.icon, rect, theme.ink);
            let set = [20.0, 16.0, 13.0, 11.0].map(|points| {
                let style = self.ink(points, Weight::Bold);
                (style, style.lines(&helper.name, room))
            });
            let fits = |(style, lines): &&(Style, Vec<String>)| {
                lines.len() <= 1 && style.width(&helper.name) <= room
            };
            let last = set.get(2..).unwrap_or_default().iter().find(|(_, it)| it.len() <= 2);
            if let Some((style, lines)) = set.iter().find(fits).or(last).or(set.last()) {
                let up = if lines.len() < 2 { 0.0 } else { mm(2.4) };
                let shown = lines.get(..3).unwrap_or(lines);
                block.lines(shown, text.moved(0.0, -up), *style);
            }
        } else {
            // An empty face, and a line for a name.
            block.writing_line(text.moved(0.0, mm(1.0)), room, theme.ink);
        }
        for down in [mm(21.0), mm(28.0)] {
            block.writing_line(corner.moved(pad, down), width - 2.0 * pad, theme.soft_ink);
        }
    }

    /// For whom, when, and that it is theirs.
    fn foot(&self) -> Block {
        let mut block = Block::default();
        let style = Style::new(9.5, Weight::Regular, self.theme.soft_ink);
        let name = self.told.name.as_str();
        let id = if name.is_empty() { "sheet-child-foot" } else { "sheet-child-foot-for" };
        let message = Message::new(id).arg("day", dates::day(self.wanted.today, self.texts));
        let words = self.texts.say(&message.arg("name", name));
        block.text(&words, Point::default(), style, Anchor::Start);
        if self.wanted.map.fictional {
            let bold = Style { weight: Weight::SemiBold, ..style };
            let word = self.texts.get("scene-fictional");
            block.text(&word, Point::new(WIDTH, 0.0), bold, Anchor::End);
        }
        block
    }
}
