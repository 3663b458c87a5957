//! The sheet for the file of an organisation, on as many A4 pages as the family needs: the map, everybody
//! in words, what comes back, goals, who helps with what, and what was agreed.

mod beside;
mod people;
mod rest;
mod ties;

pub(super) use beside::{lifelines, overview};
pub(super) use people::Row;
pub(super) use rest::barred;

use super::family::Least;
use super::flow::{Flow, Frame, Piece};
use super::page::{A4, Block, Page, mm};
use super::setter::Setter;
use super::told::{self, quoted};
use super::{Wanted, dates, family};
use crate::catalogue::Catalogue;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::kinship::{self, Address, KinWords, Kinship};
use crate::model::{FamilyMap, PersonId};
use crate::pattern::Cards;
use crate::scene::{Anchor, Part, Role, Scene, Sensitive, Supports, View, card_strands};
use crate::shown::{Hiding, Names, Opened, for_one};
use crate::theme::Theme;

/// The white at either side.
const SIDE: f64 = mm(17.0);
const WIDTH: f64 = A4.w - 2.0 * SIDE;
const TOP: f64 = mm(16.0);
/// The lower edge of what is set, and the baseline of the line on every page.
const BOTTOM: f64 = A4.h - mm(20.0);
const FOOT: f64 = A4.h - mm(11.0);
/// Nobody reads a longer one.
const MOST_PAGES: usize = 60;
/// The size of names, in points, below which the map is drawn on a page that lies: the words of its
/// legend are smaller still.
const LEAST_UPRIGHT: f64 = 9.0;

/// The messages with what a sheet is called, and what it is about.
#[derive(Clone, Copy, Debug)]
struct Called {
    title: &'static str,
    about: &'static str,
}

const FILE: Called = Called { title: "sheet-file", about: "sheet-file-about" };
const COPY: Called = Called { title: "sheet-copy", about: "sheet-file-about" };
const LIST: Called = Called { title: "sheet-list", about: "sheet-list-about" };
const OVERVIEW: Called = Called { title: "sheet-overview", about: "sheet-overview-about" };
const LIVES: Called = Called { title: "sheet-lifelines", about: "sheet-lifelines-about" };

/// Makes the pages.
pub(super) fn sheet(wanted: &Wanted<'_>) -> Vec<Scene> {
    pages(wanted, FILE)
}

/// Everybody in words, and what is between them: without map, goals, helpers.
pub(super) fn list(wanted: &Wanted<'_>) -> Vec<Scene> {
    set(wanted, LIST, |filer, flow, title| {
        flow.put(Piece::of(filer.title_block(title, WIDTH)));
        filer.people(flow);
        filer.between(flow);
        filer.lines(flow);
        None
    })
}

/// The same of what is of `whom` alone.
pub(super) fn copy(wanted: &Wanted<'_>, whom: &PersonId) -> Vec<Scene> {
    let own = for_one(wanted.map, whom);
    pages(&Wanted { map: &own, ..*wanted }, COPY)
}

/// The pages of the sheet that is called so, with all there is.
fn pages(wanted: &Wanted<'_>, called: Called) -> Vec<Scene> {
    set(wanted, called, |filer, flow, title| {
        let lying = filer.head(flow, title);
        filer.people(flow);
        filer.between(flow);
        filer.cards(flow);
        filer.goals(flow);
        filer.supports(flow);
        filer.agreements(flow);
        lying
    })
}

/// The pages that `fill` sets; what it gives back comes first, on a page that lies.
fn set(
    wanted: &Wanted<'_>,
    called: Called,
    fill: impl FnOnce(&Filer<'_>, &mut Flow, &str) -> Option<Page>,
) -> Vec<Scene> {
    let map = told::shown_map(wanted);
    let opened = told::opened(wanted);
    let filer = Filer::of(wanted, &map, &opened);
    let title = filer.title(called.title);
    let frame = Frame { left: SIDE, top: TOP, bottom: BOTTOM, most: MOST_PAGES };
    let mut flow = Flow::new(frame);
    let lying = fill(&filer, &mut flow, &title);
    let (mut pages, left_out) = flow.finished();
    if 0 < left_out
        && let Some(last) = pages.last_mut()
    {
        let block = filer.setter.left_out("sheet-file-more", left_out);
        last.put(block, Point::new(SIDE, BOTTOM));
    }
    let upright = pages.into_iter().map(|page| (page, A4));
    let mut leaves: Vec<(Page, Size)> = upright.collect();
    if let Some(map) = lying {
        leaves.insert(0, (map, Size::new(A4.h, A4.w)));
    }
    filer.finished(leaves, (&title, called.about))
}

/// What is set, and of what.
pub(in crate::sheet) struct Filer<'a> {
    pub(in crate::sheet) wanted: &'a Wanted<'a>,
    pub(in crate::sheet) map: &'a FamilyMap,
    pub(in crate::sheet) kin: Kinship,
    pub(in crate::sheet) cards: Cards,
    pub(in crate::sheet) hiding: Hiding<'a>,
    pub(in crate::sheet) words: KinWords<'a>,
    pub(in crate::sheet) setter: Setter,
}

impl<'a> Filer<'a> {
    pub(in crate::sheet) fn of(
        wanted: &'a Wanted<'a>,
        map: &'a FamilyMap,
        opened: &'a Opened,
    ) -> Self {
        let texts = Texts::new(wanted.lang);
        let kin = Kinship::of(wanted.map);
        let names = kinship::Names::Shown;
        Self {
            wanted,
            map,
            cards: told::cards(wanted, &kin),
            kin,
            hiding: Hiding { map, catalogue: Catalogue::builtin(), opened },
            words: KinWords::of(map, wanted.lang, Address::Onlooker, names),
            setter: Setter { theme: Theme::for_paper(wanted.theme), texts, width: WIDTH },
        }
    }

    const fn texts(&self) -> Texts {
        self.setter.texts
    }

    /// "Voor het dossier: Kim".
    fn title(&self, called: &'static str) -> String {
        let people = self.map.focus.iter().filter_map(|id| self.map.person(id));
        let names = people.map(|person| person.name.short().to_owned());
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            return self.texts().get(called);
        }
        let names = self.texts().listed(&names);
        let called = self.texts().get(called);
        let message = Message::new("sheet-file-for").arg("called", called);
        self.texts().say(&message.arg("names", names))
    }

    /// What somebody is called in a list.
    pub(in crate::sheet) fn called(&self, id: &PersonId) -> String {
        let full = self.map.person(id).map(|it| it.name.full()).unwrap_or_default();
        if full.trim().is_empty() { self.words.bare(id) } else { full }
    }

    /// The first page: title, day, who made it, the wish, and the map; on a page that lies where it can
    /// be read better so.
    fn head(&self, flow: &mut Flow, title: &str) -> Option<Page> {
        let head = self.title_block(title, WIDTH);
        let below = Size::new(WIDTH, BOTTOM - TOP - head.height - mm(8.0));
        let view = |part| self.view(part);
        let here = family::drawn(self.map, (below, Least::points(LEAST_UPRIGHT)), view);
        let Some(here) = here else {
            flow.put(Piece::of(head));
            self.own_words(flow);
            return None;
        };
        if here.part.is_none() && here.is_read(LEAST_UPRIGHT) {
            let height = here.scale * here.scene.bounds.height();
            let top = TOP + head.height + mm(4.0);
            let (min, max) = (Point::new(SIDE, top), Point::new(SIDE + WIDTH, top + height));
            flow.put(Piece::of(head));
            flow.page().put_scene(here.scene, Rect::between(min, max), here.scale);
            flow.space(height + mm(8.0));
            self.own_words(flow);
            return None;
        }
        let page = self.lying(title);
        self.own_words(flow);
        Some(page)
    }

    /// The head and the map on a page that lies.
    fn lying(&self, title: &str) -> Page {
        let width = A4.h - 2.0 * SIDE;
        let head = self.title_block(title, width);
        let mut page = Page::new();
        let min = Point::new(SIDE, TOP + head.height);
        let max = Point::new(SIDE + width, A4.w - mm(19.0));
        page.put(head, Point::new(SIDE, TOP));
        let rect = Rect::between(min, max);
        let size = Size::new(rect.width(), rect.height());
        let drawn = family::drawn(self.map, (size, Least::everybody()), |part| self.view(part));
        let Some(drawn) = drawn else { return page };
        if let Some(message) = drawn.note() {
            let (mut block, words) = (Block::default(), self.texts().say(&message));
            block.text(&words, Point::default(), self.setter.soft(9.0), Anchor::Start);
            page.put(block, Point::new(SIDE, A4.w - mm(16.0)));
        }
        page.put_scene(drawn.scene, rect, drawn.scale);
        page
    }

    /// The title, the day, a line for who made it, and what the map is called.
    fn title_block(&self, title: &str, width: f64) -> Block {
        let (setter, texts) = (&self.setter, self.texts());
        let mut block = Block::default();
        let bold = setter.ink(20.0, Weight::Bold);
        let (bold, lines) = bold.fitting(title, (width, 2), &[20.0, 16.0, 12.0]);
        let at = Point::new(0.0, mm(6.0));
        let mut y = block.passage(&lines, at, (bold, Role::Heading(1))) + mm(7.5);
        let soft = setter.soft(10.5);
        let day = dates::day(self.wanted.today, texts);
        let made = texts.say(&Message::new("sheet-file-made").arg("day", day));
        block.text(&made, Point::new(0.0, y), soft, Anchor::Start);
        let by = Point::new(soft.width(&made) + mm(3.0), y + mm(0.8));
        let line = (width - by.x).min(mm(100.0)).max(0.0);
        block.writing_line(by, line, setter.theme.soft_ink);
        let called = self.map.title.trim();
        if !called.is_empty() {
            let style = setter.ink(11.0, Weight::SemiBold);
            let (style, lines) = style.fitting(called, (width, 2), &[11.0, 9.5]);
            y = block.lines(&lines, Point::new(0.0, y + mm(7.5)), style);
        }
        block.height = y + mm(3.0);
        block
    }

    /// The wish and the dream, in their own words.
    fn own_words(&self, flow: &mut Flow) {
        let (setter, texts) = (&self.setter, self.texts());
        for (id, own) in
            [("sheet-file-wish", &self.map.wish), ("sheet-file-dream", &self.map.dream)]
        {
            if own.trim().is_empty() {
                continue;
            }
            let words = Message::new(id).arg("words", texts.say(&quoted(own.trim())));
            let mut piece = Piece::default();
            for row in setter.sentences(&texts.say(&words), setter.ink(11.0, Weight::Regular), 0.0)
            {
                piece.add(row);
            }
            piece.gap(mm(1.6));
            flow.put(piece);
        }
    }

    /// The map as it stands, with the strand that comes first, and the signs that are on it explained.
    fn view(&self, part: Option<Part>) -> View {
        let (lang, today) = (self.wanted.lang, self.wanted.today);
        let first = self.cards.first_strand().map(|card| card.id.clone());
        let strands = card_strands(self.map, &self.cards, first.as_slice(), lang);
        let calm = View::calm(self.setter.theme, lang, today);
        View {
            part,
            legend: true,
            // Who helps stands in its own chapter; the room is for the family.
            supports: Supports::None,
            // What is hidden is not in the map.
            sensitive: Sensitive::Shown,
            strands: strands.into_iter().map(|(_, view)| view).collect(),
            kin_words: match self.wanted.names {
                Names::Kin => KinWords::in_place_of_names(self.map, lang),
                Names::Shown | Names::Invented | Names::Off => calm.kin_words.clone(),
            },
            ..calm
        }
    }

    /// The pages with their numbers, and what stands on each.
    fn finished(
        &self,
        leaves: Vec<(Page, Size)>,
        (title, about): (&str, &'static str),
    ) -> Vec<Scene> {
        let (texts, all) = (self.texts(), leaves.len());
        let about = texts.get(about);
        let mut words = title.to_owned();
        if self.map.fictional {
            words = format!("{words} · {}", texts.get("scene-fictional"));
        }
        let scenes = leaves.into_iter().enumerate().map(|(at, (mut page, size))| {
            let width = size.w - 2.0 * SIDE;
            let block = self.setter.running(&words, (at + 1, all), width);
            page.put(block, Point::new(SIDE, size.h - (A4.h - FOOT)));
            page.finished(self.setter.theme, (title.to_owned(), about.clone()), size)
        });
        scenes.collect()
    }
}
