//! One plan for everybody who helps: goals down, helpers across, on one page that lies. It says who
//! does what and when; no reason, no entry and no story stands on it. Measures from plan.svg.

use std::collections::BTreeSet;

use super::page::{A4, Block, Page, Style, mm};
use super::told::{self, quoted, seen_entries, short_kind};
use super::{Wanted, dates};
use crate::catalogue::Catalogue;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::model::{FamilyMap, Goal, GoalState, Support, SupportId, Whose};
use crate::scene::{Anchor, Paint, Scene, Shape, Stroke};
use crate::shown::{Hiding, Names, Opened};
use crate::theme::Theme;

/// The page lies.
const PAGE: Size = Size::new(A4.h, A4.w);
/// The white at either side, and what is left.
const SIDE: f64 = mm(13.0);
const WIDTH: f64 = PAGE.w - 2.0 * SIDE;
/// The column of the family; narrower where many help.
const GOALS: f64 = mm(92.0);
const GOALS_OF_MANY: f64 = mm(74.0);
/// Between two cells.
const GAP: f64 = mm(2.4);
/// Where the rows begin, and where they end.
const TOP: f64 = mm(56.0);
const BOTTOM: f64 = PAGE.h - mm(19.0);
/// More goals or helpers than this are not read on one page.
const MOST_GOALS: usize = 4;
const MOST_HELPERS: usize = 5;
const MANY: usize = 5;
/// The highest a row is.
const HIGHEST: f64 = mm(34.0);
/// So high, a row has room for two lines below a goal of two.
const TWO_LINES: f64 = mm(31.0);

/// Makes the sheet.
pub(super) fn sheet(wanted: &Wanted<'_>) -> Scene {
    let map = told::shown_map(wanted);
    let theme = Theme::for_paper(wanted.theme);
    let texts = Texts::new(wanted.lang);
    let opened = Opened { eyes: wanted.eyes, ..Opened::default() };
    let hiding = Hiding { map: &map, catalogue: Catalogue::builtin(), opened: &opened };
    let goals = goals(&map, &hiding, wanted.names);
    let (helpers, missing) = helpers(&map, &goals);
    let width_of_goals = if MANY <= helpers.len() { GOALS_OF_MANY } else { GOALS };
    let setter = Setter { wanted, map: &map, theme, texts, goals: width_of_goals };
    let mut page = Page::new();
    let (head, title) = setter.head();
    page.put(head, Point::new(SIDE, 0.0));
    let shown = goals.iter().take(MOST_GOALS).map(|goal| Some(*goal));
    // Without goals there is room to write some.
    let rows: Vec<Option<&Goal>> = if goals.is_empty() { vec![None; 3] } else { shown.collect() };
    #[expect(clippy::cast_precision_loss, reason = "five at most")]
    let (n_rows, n_helpers) = (rows.len() as f64, helpers.len().max(1) as f64);
    let height = ((BOTTOM - TOP) / n_rows - GAP).min(HIGHEST);
    let width = (WIDTH - setter.goals) / n_helpers - GAP;
    let columns: Vec<Option<&Helper<'_>>> =
        if helpers.is_empty() { vec![None] } else { helpers.iter().map(Some).collect() };
    let mut left = SIDE + setter.goals + GAP;
    for helper in &columns {
        page.put(setter.helper(*helper, width), Point::new(left, mm(36.0)));
        let mut top = TOP;
        for goal in &rows {
            let size = Size::new(width, height);
            page.put(setter.task(*goal, *helper, size), Point::new(left, top));
            top += height + GAP;
        }
        left += width + GAP;
    }
    let mut top = TOP;
    for (number, goal) in (1..).zip(&rows) {
        page.put(setter.goal((number, *goal), height), Point::new(SIDE, top));
        top += height + GAP;
    }
    let missing = missing.iter().map(|(_, it)| setter.called(it).0.to_owned());
    let more = goals.iter().skip(MOST_GOALS).map(|goal| goal_name(goal).to_owned());
    let missing: Vec<String> = missing.chain(more).filter(|it| !it.is_empty()).collect();
    page.put(setter.left_out(&missing), Point::new(SIDE, PAGE.h - mm(14.6)));
    page.put(setter.foot(), Point::new(SIDE, PAGE.h - mm(10.0)));
    page.finished(theme, (title, texts.get("sheet-plan-about")), PAGE)
}

/// The open goals, the first to come first. What answers something hidden stays behind. Where names are
/// off a goal has no words, and who helps with it and when still stands there.
fn goals<'a>(map: &'a FamilyMap, hiding: &Hiding<'_>, names: Names) -> Vec<&'a Goal> {
    let seen = seen_entries(map, hiding);
    let is_told = |goal: &&Goal| {
        goal.state == GoalState::Open
            && goal.answers.iter().all(|id| seen.contains(id))
            && (!(goal.text.trim().is_empty() && goal.first_step.trim().is_empty())
                || (names != Names::Shown && (goal.by.is_some() || !goal.supports.is_empty())))
    };
    let goals = map.goals.values().map(AsRef::as_ref).filter(is_told);
    let mut goals: Vec<&Goal> = goals.collect();
    let day = |goal: &Goal| goal.by.map_or(f64::INFINITY, |by| by.main_date().as_years());
    goals.sort_by(|a, b| day(a).total_cmp(&day(b)));
    goals
}

/// Who helps, above a column.
type Helper<'a> = (&'a SupportId, &'a Support);

/// Who works on any of these goals, as many as there are columns for; and who else does. Nobody is left
/// out for whom a goal would have nobody at all.
fn helpers<'a>(map: &'a FamilyMap, goals: &[&Goal]) -> (Vec<Helper<'a>>, Vec<Helper<'a>>) {
    let works = |id: &SupportId| goals.iter().any(|goal| goal.supports.contains(id));
    let all = map.supports.iter().map(|(id, support)| (id, support.as_ref()));
    let all: Vec<Helper<'a>> = all.filter(|(id, _)| works(id)).collect();
    let mut first: BTreeSet<&SupportId> = BTreeSet::new();
    for goal in goals.iter().take(MOST_GOALS) {
        if goal.supports.iter().all(|id| !first.contains(id)) {
            first.extend(all.iter().map(|(id, _)| *id).find(|id| goal.supports.contains(*id)));
        }
    }
    for (id, _) in &all {
        if first.len() < MOST_HELPERS {
            first.insert(id);
        }
    }
    all.into_iter().partition(|(id, _)| first.contains(*id))
}

/// Sets the blocks.
struct Setter<'a> {
    wanted: &'a Wanted<'a>,
    map: &'a FamilyMap,
    theme: &'static Theme,
    texts: Texts,
    /// How wide the column of the family is.
    goals: f64,
}

impl Setter<'_> {
    fn soft(&self, points: f64) -> Style {
        Style::new(points, Weight::Regular, self.theme.soft_ink)
    }

    fn ink(&self, points: f64, weight: Weight) -> Style {
        Style::new(points, weight, self.theme.ink)
    }

    /// "Eén plan voor Kim", the wish, the day; and what the sheet is called.
    fn head(&self) -> (Block, String) {
        let mut block = Block::default();
        let people = self.map.focus.iter().filter_map(|id| self.map.person(id));
        let names = people.map(|person| person.name.short().to_owned());
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let title = if names.is_empty() {
            self.texts.get("sheet-plan")
        } else {
            let names = self.texts.listed(&names);
            self.texts.say(&Message::new("sheet-plan-for").arg("names", names))
        };
        let soft = self.soft(11.5);
        let day = dates::day(self.wanted.today, self.texts);
        block.text(&day, Point::new(WIDTH, mm(20.0)), soft, Anchor::End);
        let room = WIDTH - soft.width(&day) - mm(8.0);
        let bold = self.ink(24.0, Weight::Bold);
        let (style, lines) = bold.fitting(&title, (room, 1), &[24.0, 18.0, 14.0, 11.0]);
        block.lines(&lines, Point::new(0.0, mm(20.0)), style);
        let wish = self.map.wish.trim();
        if !wish.is_empty() {
            let green = self.theme.readable(self.theme.strength);
            let quote = self.texts.say(&quoted(wish));
            let style = Style::new(13.5, Weight::SemiBold, green);
            let (style, lines) = match style.fitting(&quote, (WIDTH, 1), &[13.5, 11.5]) {
                one if one.1.iter().all(|line| !line.ends_with('…')) => one,
                _ => style.fitting(&quote, (WIDTH, 2), &[10.0, 8.5]),
            };
            block.lines(&lines, Point::new(0.0, mm(27.5)), style);
        }
        (block, title)
    }

    /// What a helper is called, and what kind of help it is where that is not the name.
    fn called<'s>(&self, support: &'s Support) -> (&'s str, &'s str) {
        let row = Catalogue::builtin().support(support.kind.as_str());
        let kind = row.map(|row| row.words.in_lang(self.wanted.lang));
        let kind = short_kind(support.kind_words(kind).unwrap_or_default(), self.wanted.lang);
        let name = support.name.trim();
        if name.is_empty() { (kind, "") } else { (name, kind) }
    }

    /// Who helps, above their column.
    fn helper(&self, helper: Option<&Helper<'_>>, width: f64) -> Block {
        let mut block = Block::default();
        let style = self.ink(12.5, Weight::Bold);
        let Some((_, support)) = helper else {
            let words = self.texts.get("sheet-plan-who");
            block.text(&words, Point::new(mm(1.0), mm(8.5)), style, Anchor::Start);
            return block;
        };
        let row = Catalogue::builtin().support(support.kind.as_str());
        let center = Point::new(mm(5.4), mm(7.0));
        let paint = Paint::fill(self.theme.sunken);
        block.add(Shape::Circle { center, radius: mm(5.2), paint });
        let icon = row.map_or("users", |row| row.icon.as_str());
        block.icon(icon, Rect::centered(center, Size::new(mm(5.6), mm(5.6))), self.theme.ink);
        let (text, room) = (mm(12.4), width - mm(12.4));
        let (words, kind) = self.called(support);
        // "Huisarts en praktijkondersteuner": of a word that would be broken the ones before it are enough.
        let small = self.ink(8.0, Weight::Bold);
        let cut = words.split([' ', '-']).position(|word| room < small.width(word));
        let and = [" en ", " and "].into_iter().find_map(|and| words.split_once(and));
        let words = cut.and(and).map_or(words, |(before, _)| before);
        let most = if kind.is_empty() { 3 } else { 2 };
        let (style, lines) = style.fitting(words, (room, most), &[12.5, 11.0, 9.5, 8.0]);
        let n_lines = lines.len();
        let last = block.lines(&lines, Point::new(text, mm(5.8)), style);
        if !kind.is_empty() {
            let soft = self.soft(10.5);
            // Rather one more line than letters that nobody reads.
            let most = 4_usize.saturating_sub(n_lines);
            let (soft, lines) = soft.fitting(kind, (room, most), &[10.5, 9.5, 9.0, 8.0, 7.0]);
            block.lines(&lines, Point::new(text, last + mm(4.6)), soft);
        }
        block
    }

    /// What the family wants, does first, with whom and when.
    fn goal(&self, (number, goal): (u32, Option<&Goal>), height: f64) -> Block {
        let mut block = Block::default();
        let (theme, pad) = (self.theme, mm(4.5));
        let room = self.goals - 2.0 * pad;
        let rect = Rect::between(Point::default(), Point::new(self.goals, height));
        let paint = Paint::both(theme.sunken, Stroke::solid(theme.ink, mm(0.5)));
        block.add(Shape::Rect { rect, radius: mm(2.6), paint });
        let Some(goal) = goal else {
            for share in [0.4, 0.8] {
                let at = Point::new(pad, share * height);
                block.writing_line(at, room, theme.soft_ink);
            }
            return block;
        };
        let (text, step) = (goal.text.trim(), goal.first_step.trim());
        let bold = self.ink(13.5, Weight::Bold);
        let bare = self.texts.say(&Message::new("sheet-plan-goal").arg("n", number.to_string()));
        let words = Some(goal_name(goal)).filter(|it| !it.is_empty()).unwrap_or(&bare);
        let (bold, shown) = bold.fitting(words, (room, 2), &[13.5, 12.0, 10.5, 9.0]);
        let mut y = block.lines(&shown, Point::new(pad, mm(6.4)), bold);
        let plain = self.ink(11.0, Weight::Regular);
        let mut parts = Vec::new();
        if !text.is_empty() && !step.is_empty() {
            parts.push(step.to_owned());
        }
        let helper = goal.helper.trim();
        if !helper.is_empty() {
            parts.push(self.texts.say(&Message::new("sheet-plan-with").arg("who", helper)));
        }
        let (whose, when) = (self.whose(goal), goal.by.map(|by| dates::about(by, self.texts)));
        let when = when.unwrap_or_default();
        let used = mm(9.0) + self.ink(11.0, Weight::SemiBold).width(&when);
        let beside = used + self.soft(10.5).width(&whose) <= room;
        if !whose.is_empty() && !beside {
            parts.push(self.texts.say(&Message::new("sheet-file-of").arg("who", &whose)));
        }
        let most = if shown.len() < 2 || TWO_LINES <= height { 2 } else { 1 };
        // Below a goal of two lines, so small that the day still has its place.
        let first = if shown.len() < 2 { 0 } else { 1 };
        let sizes = [11.0, 10.0, 9.0, 8.0];
        let sizes = sizes.get(first..).unwrap_or(&sizes);
        let (plain, lines) = plain.fitting(&parts.join(" · "), (room, most), sizes);
        if !lines.is_empty() {
            y = block.lines(&lines, Point::new(pad, y + mm(5.6)), plain);
        }
        let last = height - mm(3.6);
        if y + mm(4.0) < last {
            self.when(&mut block, Point::new(pad, last), room, &when);
            if !whose.is_empty() && beside {
                let at = Point::new(self.goals - pad, last);
                block.text(&whose, at, self.soft(10.5), Anchor::End);
            }
        }
        block
    }

    /// Whose goal it is, where it is not that of the family or of those in the title.
    fn whose(&self, goal: &Goal) -> String {
        match &goal.whose {
            Whose::Person(id) if !self.map.focus.contains(id) => {
                self.map.person(id).map(|it| it.name.short().to_owned()).unwrap_or_default()
            }
            Whose::Person(_) | Whose::Household(_) | Whose::Family => String::new(),
        }
    }

    /// A day beside a calendar, or a line to write it on.
    fn when(&self, block: &mut Block, at: Point, room: f64, when: &str) {
        let center = at.moved(mm(2.0), -mm(1.5));
        let rect = Rect::centered(center, Size::new(mm(4.2), mm(4.2)));
        block.icon("calendar-check", rect, self.theme.soft_ink);
        let start = at.moved(mm(6.0), 0.0);
        if when.is_empty() {
            let width = (room - mm(6.0)).min(mm(40.0));
            block.writing_line(start.moved(0.0, mm(0.6)), width, self.theme.soft_ink);
        } else {
            block.text(when, start, self.ink(11.0, Weight::SemiBold), Anchor::Start);
        }
    }

    /// What a helper does for a goal: lines to write it on; a dash for nothing, on purpose.
    fn task(&self, goal: Option<&Goal>, helper: Option<&Helper<'_>>, size: Size) -> Block {
        let mut block = Block::default();
        let works = match (goal, helper) {
            (Some(goal), Some((id, _))) => goal.supports.contains(*id),
            _ => true,
        };
        if !works {
            let center = Point::new(size.w / 2.0, size.h / 2.0);
            let stroke = Stroke::solid(self.theme.hairline, mm(0.5)).round();
            block.rule(center.moved(-mm(3.0), 0.0), center.moved(mm(3.0), 0.0), stroke);
            return block;
        }
        let (theme, pad) = (self.theme, mm(3.6));
        let rect = Rect::between(Point::default(), Point::new(size.w, size.h));
        let paint = Paint::both(theme.panel, Stroke::solid(theme.line, mm(0.3)));
        block.add(Shape::Rect { rect, radius: mm(2.2), paint });
        let room = size.w - 2.0 * pad;
        for share in [0.3, 0.56] {
            block.writing_line(Point::new(pad, share * size.h), room, theme.soft_ink);
        }
        self.when(&mut block, Point::new(pad, size.h - mm(3.6)), room, "");
        block
    }

    /// Who and what there was no room for, by name.
    fn left_out(&self, missing: &[String]) -> Block {
        let mut block = Block::default();
        if !missing.is_empty() {
            let message = Message::new("sheet-plan-more").arg("what", self.texts.listed(missing));
            let words = self.texts.say(&message);
            let style = self.ink(9.5, Weight::Regular);
            let (style, lines) = style.fitting(&words, (WIDTH, 1), &[9.5, 8.5, 7.5]);
            block.lines(&lines, Point::default(), style);
        }
        block
    }

    /// That nothing else is on it.
    fn foot(&self) -> Block {
        let mut block = Block::default();
        let style = self.soft(9.5);
        let mut words = self.texts.get("sheet-plan-foot");
        if self.wanted.names != Names::Shown {
            words = format!("{words} {}", self.texts.get("sheet-plan-bare"));
        }
        block.text(&words, Point::default(), style, Anchor::Start);
        if self.map.fictional {
            let bold = Style { weight: Weight::SemiBold, ..style };
            let word = self.texts.get("scene-fictional");
            block.text(&word, Point::new(WIDTH, 0.0), bold, Anchor::End);
        }
        block
    }
}

/// The goal in its own words; empty where they are left out.
fn goal_name(goal: &Goal) -> &str {
    let (text, step) = (goal.text.trim(), goal.first_step.trim());
    if text.is_empty() { step } else { text }
}
