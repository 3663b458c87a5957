//! For a workshop: a family without threads to draw them in, the same family with threads and what is
//! told of them, and a card a person. Measures from handout.svg.

mod cards;
mod key;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Wanted;
use super::family::{self, Least};
use super::file::Filer;
use super::page::{A4, Block, Page, Style, mm};
use super::told::{self, quoted};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::Message;
use crate::kinship::KinWords;
use crate::model::{CardId, FamilyMap, PersonId, Subject};
use crate::scene::{
    Anchor, Paint, Part, Role, Scene, Sensitive, Shape, Stroke, Supports, View, card_strands,
};
use crate::shown::Names;

pub(super) use cards::sheet as cards;
pub(super) use key::sheet as key;

/// The page lies: a family is wider than high.
const PAGE: Size = Size::new(A4.h, A4.w);
/// The white at either side.
const SIDE: f64 = mm(14.0);
const WIDTH: f64 = PAGE.w - 2.0 * SIDE;
/// The baseline of the title.
const HEAD: f64 = mm(15.0);
/// The room of the family, the same on both sheets: the answers can be laid over the exercise.
const TOP: f64 = mm(25.0);
const BELOW: f64 = mm(169.0);
/// More threads at once can no longer be told apart.
const MOST_THREADS: usize = 3;

/// The exercise: the family and its facts, and four questions with room to write.
pub(super) fn exercise(wanted: &Wanted<'_>) -> Scene {
    let map = told::shown_map(wanted);
    let opened = told::opened(wanted);
    let filer = Filer::of(wanted, &map, &opened);
    let leaf = Leaf { filer: &filer };
    let texts = filer.setter.texts;
    let title = texts.get("sheet-handout");
    let mut page = Page::new();
    leaf.head(&mut page, &title, &leaf.intro());
    if let Some(pictures) = Pictures::of(&filer) {
        let (scene, by) = pictures.bare;
        page.put_scene_by(scene, pictures.scale, by);
        leaf.note(&mut page, pictures.note.as_ref());
    }
    leaf.questions(&mut page, &Under::Lines);
    leaf.finished(page, (title, texts.get("sheet-handout-about")))
}

/// What stands below the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Under {
    /// Lines to write on.
    Lines,
    /// The answer of each, in short; empty where there is none.
    Answers([String; 3]),
}

/// A page of a workshop.
struct Leaf<'f, 'a> {
    filer: &'f Filer<'a>,
}

impl Leaf<'_, '_> {
    /// What the sheet is, what the family is called, and a sentence about it.
    fn head(&self, page: &mut Page, title: &str, intro: &str) {
        let setter = &self.filer.setter;
        let mut block = Block::default();
        let bold = setter.ink(20.0, Weight::Bold);
        let at = Point::new(0.0, HEAD);
        block.passage(&[title.to_owned()], at, (bold, Role::Heading(1)));
        if self.filer.map.fictional {
            let word = setter.texts.get("scene-fictional");
            block.text(&word, Point::new(WIDTH, HEAD), setter.soft(10.0), Anchor::End);
        }
        let (called, y) = (self.filer.map.title.trim(), HEAD + mm(6.5));
        let bold = setter.ink(10.5, Weight::SemiBold);
        let (bold, lines) = bold.fitting(called, (0.5 * WIDTH, 1), &[10.5, 9.0]);
        block.lines(&lines, Point::new(0.0, y), bold);
        let used = lines.first().map_or(0.0, |line| bold.width(line) + mm(4.0));
        let plain = setter.ink(10.5, Weight::Regular);
        let (plain, lines) = plain.fitting(intro, (WIDTH - used, 1), &[10.5, 9.5, 8.5]);
        block.lines(&lines, Point::new(used, y), plain);
        page.put(block, Point::new(SIDE, 0.0));
    }

    /// Whose family it is, and what they wish.
    fn intro(&self) -> String {
        let filer = self.filer;
        let texts = filer.setter.texts;
        let people = filer.map.focus.iter().filter(|id| filer.map.people.contains_key(*id));
        let names: Vec<String> = people.map(|id| filer.called(id)).collect();
        let mut said = Vec::new();
        if !names.is_empty() {
            let message = Message::new("sheet-handout-family").arg("names", texts.listed(&names));
            said.push(texts.say(&message));
        }
        let wish = filer.map.wish.trim();
        if !wish.is_empty() {
            let words = texts.say(&quoted(wish));
            said.push(texts.say(&Message::new("sheet-file-wish").arg("words", words)));
        }
        said.join(" ")
    }

    /// What must be said of the picture.
    fn note(&self, page: &mut Page, note: Option<&Message>) {
        let Some(message) = note else { return };
        let setter = &self.filer.setter;
        let mut block = Block::default();
        let words = setter.texts.say(message);
        block.text(&words, Point::default(), setter.soft(8.5), Anchor::Start);
        page.put(block, Point::new(SIDE, BELOW + mm(1.0)));
    }

    /// Four questions beside each other; the first is answered in the picture.
    fn questions(&self, page: &mut Page, under: &Under) {
        let setter = &self.filer.setter;
        let (texts, theme) = (setter.texts, setter.theme);
        let questions = [
            "sheet-handout-back",
            "sheet-handout-out",
            "sheet-handout-unknown",
            "sheet-handout-say",
        ];
        let (gap, indent) = (mm(6.0), mm(8.0));
        let width = (WIDTH - 3.0 * gap) / 4.0;
        let style = setter.ink(11.5, Weight::SemiBold);
        let mut left = SIDE;
        for (nth, (number, id)) in (1_u8..).zip(questions).enumerate() {
            let mut block = Block::default();
            self.number(&mut block, number, Point::new(mm(3.2), mm(4.4)));
            let sizes = [11.5, 10.5, 9.5];
            let (style, lines) = style.fitting(&texts.get(id), (width - indent, 2), &sizes);
            block.lines(&lines, Point::new(indent, mm(6.0)), style);
            match under {
                Under::Lines => {
                    for down in [mm(20.0), mm(29.0)] {
                        block.writing_line(Point::new(0.0, down), width, theme.soft_ink);
                    }
                }
                Under::Answers(answers) => {
                    let answer = answers.get(nth).map(String::as_str).unwrap_or_default();
                    let style = setter.ink(11.0, Weight::Regular);
                    let (style, lines) =
                        style.fitting(answer, (width - indent, 3), &[11.0, 10.0, 9.0, 8.0]);
                    block.lines(&lines, Point::new(indent, mm(17.0)), style);
                }
            }
            page.put(block, Point::new(left, BELOW + mm(5.0)));
            left += width + gap;
        }
    }

    /// A number in a dark circle.
    fn number(&self, block: &mut Block, number: u8, center: Point) {
        let theme = self.filer.setter.theme;
        let paint = Paint::fill(theme.ink);
        block.add(Shape::Circle { center, radius: mm(3.2), paint });
        let style = Style::new(10.0, Weight::Bold, theme.ground);
        let at = center.moved(0.0, mm(1.25));
        block.text(&number.to_string(), at, style, Anchor::Middle);
    }

    fn finished(&self, page: Page, words: (String, String)) -> Scene {
        page.finished(self.filer.setter.theme, words, PAGE)
    }
}

/// The family twice: without threads, and with them, everybody at the same place.
struct Pictures {
    bare: (Scene, Point),
    threads: (Scene, Point),
    scale: f64,
    note: Option<Message>,
}

impl Pictures {
    fn of(filer: &Filer<'_>) -> Option<Self> {
        let room = Rect::between(Point::new(SIDE, TOP), Point::new(SIDE + WIDTH, BELOW));
        let size = Size::new(room.width(), room.height());
        let ids: Vec<CardId> = threads(filer).map(|card| card.id.clone()).collect();
        // Goals stay behind.
        let map = &FamilyMap { goals: BTreeMap::new(), ..filer.map.clone() };
        // The part that is drawn is the one that was looked at last.
        let last = RefCell::new(None);
        let drawn = family::drawn(map, (size, Least::everybody()), |part| {
            last.replace(part.clone());
            view(filer, part, &ids)
        })?;
        let bare = family::scene_of(map, &view(filer, last.take(), &[]));
        let fits = (size.w / bare.bounds.width()).min(size.h / bare.bounds.height());
        let scale = drawn.scale.min(fits);
        let first =
            map.people.keys().find_map(|id| Some((place(&bare, id)?, place(&drawn.scene, id)?)));
        let (here, there) = first.unwrap_or_default();
        // Both at the top of their room, so that threads and a longer legend have the rest of it.
        let center = room.center().x - scale * bare.bounds.center().x;
        let above = |scene: &Scene, anchor: Point| scale * (anchor.y - scene.bounds.min.y);
        let down = above(&bare, here).max(above(&drawn.scene, there));
        let by = Point::new(center, TOP + down - scale * here.y);
        let over = Point::new(by.x + scale * (here.x - there.x), by.y + scale * (here.y - there.y));
        let note = drawn.note();
        Some(Self { bare: (bare, by), threads: (drawn.scene, over), scale, note })
    }
}

/// The cards whose threads are drawn: the first, and the longest after it.
fn threads<'f>(filer: &'f Filer<'_>) -> impl Iterator<Item = &'f crate::pattern::Card> {
    filer
        .cards
        .list()
        .filter(|card| card.has_strand() && card.theme.is_entered())
        .take(MOST_THREADS)
}

/// Where the symbol of `id` stands.
fn place(scene: &Scene, id: &PersonId) -> Option<Point> {
    let subject = Subject::Person(id.clone());
    let mut shapes = scene.items_of(&subject).filter_map(|item| match &item.shape {
        Shape::Text(label) if label.text.chars().any(char::is_alphabetic) => Some(label.at),
        _ => None,
    });
    shapes.next()
}

fn view(filer: &Filer<'_>, part: Option<Part>, cards: &[CardId]) -> View {
    let (lang, today) = (filer.wanted.lang, filer.wanted.today);
    let calm = View::calm(filer.setter.theme, lang, today);
    let strands = card_strands(filer.map, &filer.cards, cards, lang);
    View {
        part,
        legend: true,
        households: false,
        // Who helps is told in words; the room is for the family.
        supports: Supports::None,
        // What is hidden is not in the map.
        sensitive: Sensitive::Shown,
        strands: strands.into_iter().map(|(_, view)| view).collect(),
        kin_words: match filer.wanted.names {
            Names::Kin => KinWords::in_place_of_names(filer.map, lang),
            Names::Shown | Names::Invented | Names::Off => calm.kin_words.clone(),
        },
        ..calm
    }
}

/// A line along which is cut.
fn cut(block: &mut Block, (from, to): (Point, Point), color: crate::theme::Color) {
    block.rule(from, to, Stroke::solid(color, mm(0.2)).dashed(mm(1.6), mm(1.6)));
}
