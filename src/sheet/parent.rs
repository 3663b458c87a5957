//! The parent's sheet: one A4 for the fridge. Measures from sheet-parent.svg.

use super::family::{self, LEAST_POINTS, LEAST_ROOM, Least};
use super::page::{A4, Block, Page, Style, mm};
use super::told::{self, Step, Told, quoted};
use super::{Wanted, Words, dates};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Message, Texts};
use crate::model::FamilyMap;
use crate::scene::{Anchor, Paint, Scene, Shape, StrandHue, Stroke};
use crate::telling::Audience;
use crate::theme::{Color, Theme};

/// The white at either side.
const SIDE: f64 = mm(18.0);
/// Between two blocks.
const GAP: f64 = mm(6.5);
/// The width of what is set.
const WIDTH: f64 = A4.w - 2.0 * SIDE;
/// The baselines of the head, of the first heading, and of the foot.
const HEAD: f64 = mm(22.5);
const HEADING: f64 = mm(34.0);
const FOOT: f64 = A4.h - mm(12.5);
/// The lower edge of the box with the first step.
const BOX_BOTTOM: f64 = A4.h - mm(20.0);

/// Makes the sheet.
pub(super) fn sheet(wanted: &Wanted<'_>) -> Scene {
    let map = told::fridge_map(wanted);
    let told = Told::of(wanted, &map);
    let theme = Theme::for_paper(wanted.theme);
    let texts = Texts::new(wanted.lang);
    let setter = Setter { wanted, told: &told, theme, texts };
    let mut page = Page::new();
    let (head, title) = setter.head();
    page.put(head, Point::new(SIDE, 0.0));
    let step = setter.step(told.step.as_ref());
    let cells = setter.cells();
    let thread = setter.thread();
    let step_top = BOX_BOTTOM - step.height;
    let above = |top: f64, block: &Block| {
        if block.height <= 0.0 { top } else { top - GAP - block.height }
    };
    let cells_top = above(step_top, &cells);
    let thread_top = above(cells_top, &thread);
    // A long wish takes room from the family, and gets small before it takes all.
    let wish = setter.wish(thread_top - 2.0 * GAP - LEAST_ROOM - HEADING);
    let top = HEADING + wish.height + GAP;
    page.put(wish, Point::new(SIDE, HEADING));
    let room = Rect::between(Point::new(SIDE, top), Point::new(SIDE + WIDTH, thread_top - GAP));
    let size = Size::new(room.width(), room.height().max(1.0));
    if LEAST_ROOM / 2.0 <= thread_top - GAP - top
        && let Some(drawn) = family::drawn(&map, (size, Least::points(LEAST_POINTS)), |part| {
            family::view(wanted, &map, &told, part)
        })
    {
        page.put_scene(drawn.scene, room, drawn.scale);
        page.put(setter.part(drawn.part), Point::new(SIDE, room.max.y + mm(3.0)));
    }
    page.put(thread, Point::new(SIDE, thread_top));
    page.put(cells, Point::new(SIDE, cells_top));
    page.put(step, Point::new(SIDE, step_top));
    page.put(setter.foot(&map), Point::new(SIDE, FOOT));
    page.finished(theme, (title, texts.get("sheet-parent-about")), A4)
}

/// Sets the blocks.
struct Setter<'a> {
    wanted: &'a Wanted<'a>,
    told: &'a Told,
    theme: &'static Theme,
    texts: Texts,
}

impl Setter<'_> {
    /// The message called `id`, said to those whom the sheet is for.
    fn say(&self, id: &'static str) -> String {
        let to = match self.told.audience {
            Audience::One => "one",
            Audience::Together => "two",
            Audience::Nobody => "none",
        };
        self.texts.say(&Message::new(id).arg("to", to))
    }

    /// The green of headings, dark enough to be read.
    fn green(&self) -> Color {
        self.theme.readable(self.theme.strength)
    }

    fn heading(&self) -> Style {
        Style::new(13.0, Weight::Bold, self.green())
    }

    /// "Voor Kim" and the day; and what the sheet is called.
    fn head(&self) -> (Block, String) {
        let mut block = Block::default();
        let soft = Style::new(13.0, Weight::Regular, self.theme.soft_ink);
        let names = self.texts.listed(&self.told.names);
        let title = if names.is_empty() {
            self.texts.get("sheet-for-home")
        } else {
            self.texts.say(&Message::new("sheet-for").arg("names", names))
        };
        let day = dates::day(self.wanted.today, self.texts);
        let room = WIDTH - soft.width(&day) - mm(6.0);
        let bold = Style { weight: Weight::SemiBold, ..soft };
        let first = bold.lines(&title, room).into_iter().next().unwrap_or_default();
        block.text(&first, Point::new(0.0, HEAD), bold, Anchor::Start);
        block.text(&day, Point::new(WIDTH, HEAD), soft, Anchor::End);
        (block, title)
    }

    /// The wish in large type, no higher than `room`; without one what the family is called.
    fn wish(&self, room: f64) -> Block {
        let mut block = Block::default();
        let wish = self.told.wish.as_str();
        let words = if wish.is_empty() {
            self.say("sheet-family")
        } else {
            block.text(&self.say("sheet-wish"), Point::default(), self.heading(), Anchor::Start);
            self.texts.say(&quoted(wish))
        };
        let first = if wish.is_empty() { mm(4.0) } else { mm(11.8) };
        let sizes = [(29.0, 2), (24.0, 3), (20.0, 4), (15.5, usize::MAX), (11.0, usize::MAX)];
        for (points, most) in sizes {
            let style = Style::new(points, Weight::Bold, self.theme.ink);
            let lines = style.lines(&words, WIDTH);
            #[expect(clippy::cast_precision_loss, reason = "some lines")]
            let height = lines.len() as f64 * style.line();
            if (lines.len() <= most && height <= room) || points <= 11.0 {
                block.height = block.lines(&lines, Point::new(0.0, first), style) + mm(2.0);
                break;
            }
        }
        block
    }

    /// "12 van de 40 mensen", where not everybody is drawn.
    fn part(&self, part: Option<(usize, usize)>) -> Block {
        let mut block = Block::default();
        if let Some((some, all)) = part {
            let message = Message::new("sheet-part").count("some", some).count("all", all);
            let style = Style::new(9.0, Weight::Regular, self.theme.soft_ink);
            block.text(&self.texts.say(&message), Point::default(), style, Anchor::Start);
        }
        block
    }

    /// Two sentences beside a bar in the colour of the thread.
    fn thread(&self) -> Block {
        let mut block = Block::default();
        let Some(thread) = &self.told.thread else { return block };
        let (indent, ink) = (mm(5.8), self.theme.ink);
        let mut baseline = mm(6.0);
        for (number, sentence) in thread.sentences.iter().enumerate() {
            let weight = if number == 0 { Weight::SemiBold } else { Weight::Regular };
            // One line, where a little smaller type is enough for it.
            let sizes = [15.5, 14.8, 14.0].map(|points| Style::new(points, weight, ink));
            let fits = |style: &&Style| style.width(sentence) <= WIDTH - indent;
            let style = *sizes.iter().find(fits).unwrap_or(&Style::new(15.5, weight, ink));
            if 0 < number {
                baseline += style.line() + mm(1.0);
            }
            let lines = style.lines(sentence, WIDTH - indent);
            baseline = block.lines(&lines, Point::new(indent, baseline), style);
        }
        block.height = baseline + mm(2.2);
        let color = match thread.hue {
            StrandHue::Area(hue) => self.theme.family(hue),
            StrandHue::Strength => self.theme.strength,
        };
        let rect = Rect::between(Point::default(), Point::new(mm(1.6), block.height));
        block.add(Shape::Rect { rect, radius: mm(0.8), paint: Paint::fill(color) });
        block
    }

    /// What is strong, and that it can be done; where the sheet speaks openly, what can be asked.
    fn cells(&self) -> Block {
        let strength = self.told.strength.as_deref();
        let strength = strength.map(|words| ("shooting-star", self.say("sheet-strength"), words));
        let managed = self.told.managed.as_deref();
        let managed = managed.map(|words| ("hand-heart", self.texts.get("sheet-can"), words));
        let asked = self.told.question.as_deref();
        let asked = asked.map(|words| ("question", self.texts.get("sheet-ask"), words));
        let second = if self.wanted.words == Words::Open { asked.or(managed) } else { managed };
        let cells: Vec<_> = strength.into_iter().chain(second).collect();
        let mut block = Block::default();
        // Each as wide as its words, where they fit beside each other; a little smaller for that.
        let set = |points: f64| {
            let style = Style::new(points, Weight::Regular, self.theme.ink);
            let wide = cells.iter().map(|(.., words)| mm(17.0) + style.width(words));
            let wide: Vec<f64> = wide.collect();
            let all: f64 = wide.iter().sum();
            (style, wide, all)
        };
        let sizes = [15.5, 14.5].map(set);
        let [large, _] = &sizes;
        let (style, wide, all) = sizes.iter().find(|(.., all)| *all <= WIDTH).unwrap_or(large);
        #[expect(clippy::cast_precision_loss, reason = "two at most")]
        let equal = WIDTH / cells.len().max(1) as f64;
        let mut left = 0.0;
        for ((icon, heading, words), wide) in cells.iter().zip(wide) {
            let width = if *all <= WIDTH { wide + (WIDTH - all) / 2.0 } else { equal };
            let place = (left, width - mm(3.0));
            self.cell(&mut block, place, icon, (heading, words, *style));
            left += width;
        }
        block
    }

    fn cell(
        &self,
        block: &mut Block,
        (left, width): (f64, f64),
        icon: &str,
        (heading, words, style): (&str, &str, Style),
    ) {
        let theme = self.theme;
        let center = Point::new(left + mm(5.6), mm(5.6));
        let tint = theme.panel.mixed(theme.strength, 0.14);
        let paint = Paint::both(tint, Stroke::solid(theme.strength, mm(0.45)));
        block.add(Shape::Circle { center, radius: mm(5.3), paint });
        block.icon(icon, Rect::centered(center, Size::new(mm(6.2), mm(6.2))), self.green());
        let text = left + mm(13.6);
        block.text(heading, Point::new(text, mm(3.8)), self.heading(), Anchor::Start);
        let lines = style.lines(words, width - mm(13.6));
        let last = block.lines(&lines, Point::new(text, mm(10.4)), style);
        block.height = block.height.max(last + mm(1.6)).max(mm(11.2));
    }

    /// The box with the first step; empty lines to write on where nothing was agreed yet.
    fn step(&self, step: Option<&Step>) -> Block {
        let mut block = Block::default();
        let (theme, pad) = (self.theme, mm(7.0));
        let inner = WIDTH - 2.0 * pad;
        let mut content = Block::default();
        let heading = match step {
            Some(step) if step.is_goal => self.say("sheet-goal"),
            Some(_) | None => self.say("sheet-step"),
        };
        content.text(&heading, Point::new(pad, mm(9.0)), self.heading(), Anchor::Start);
        let mut y = self.step_words(&mut content, step, (pad, inner));
        let with = step.map(|step| step.with.as_str()).unwrap_or_default();
        let when = step.map(|step| step.when.as_str()).unwrap_or_default();
        for (icon, label, words) in
            [("users", "sheet-with", with), ("calendar-check", "sheet-when", when)]
        {
            y = self.step_row(&mut content, (icon, &self.texts.get(label), words), (pad, y, inner));
        }
        let rule = Stroke::solid(theme.hairline, mm(0.25));
        content.rule(Point::new(pad, y + mm(6.0)), Point::new(pad + inner, y + mm(6.0)), rule);
        let style = Style::new(14.0, Weight::Regular, theme.ink);
        let help = self.say("sheet-help");
        let at = Point::new(pad, y + mm(13.0));
        content.text(&help, at, style, Anchor::Start);
        let used = style.width(&help) + mm(2.0);
        content.writing_line(at.moved(used, mm(0.8)), inner - used, theme.soft_ink);
        block.height = at.y + mm(5.6);
        let rect = Rect::between(Point::default(), Point::new(WIDTH, block.height));
        let paint = Paint::both(theme.sunken, Stroke::solid(theme.ink, mm(0.7)));
        block.add(Shape::Rect { rect, radius: mm(4.5), paint });
        block.append(content);
        block
    }

    /// The square to tick and what is done; gives the last baseline.
    fn step_words(
        &self,
        content: &mut Block,
        step: Option<&Step>,
        (pad, inner): (f64, f64),
    ) -> f64 {
        let theme = self.theme;
        let (indent, first) = (mm(14.0), mm(21.5));
        let corner = Point::new(pad, first - mm(7.6));
        let rect = Rect::between(corner, corner.moved(mm(9.6), mm(9.6)));
        let paint = Paint::both(theme.panel, Stroke::solid(theme.ink, mm(0.6)));
        content.add(Shape::Rect { rect, radius: mm(1.6), paint });
        let at = Point::new(pad + indent, first);
        let Some(step) = step.filter(|it| !it.text.is_empty()) else {
            content.writing_line(at, inner - indent, theme.soft_ink);
            return first;
        };
        let styles = [26.0, 20.0, 15.5].map(|it| Style::new(it, Weight::Bold, theme.ink));
        let set = styles.map(|style| (style, style.lines(&step.text, inner - indent)));
        let fits = set.iter().find(|(_, lines)| lines.len() <= 2).or(set.last());
        fits.map_or(first, |(style, lines)| content.lines(lines, at, *style))
    }

    /// "Samen met Sandra"; gives the last baseline.
    fn step_row(
        &self,
        content: &mut Block,
        (icon, label, words): (&str, &str, &str),
        (pad, above, inner): (f64, f64, f64),
    ) -> f64 {
        let theme = self.theme;
        let baseline = above + mm(10.4);
        let center = Point::new(pad + mm(4.8), baseline - mm(1.9));
        content.icon(icon, Rect::centered(center, Size::new(mm(6.4), mm(6.4))), theme.ink);
        let soft = Style::new(15.0, Weight::Regular, theme.soft_ink);
        let indent = mm(14.0);
        content.text(label, Point::new(pad + indent, baseline), soft, Anchor::Start);
        let widest = ["sheet-with", "sheet-when"].map(|id| soft.width(&self.texts.get(id)));
        let start = indent + widest.into_iter().fold(0.0, f64::max) + mm(4.5);
        let at = Point::new(pad + start, baseline);
        if words.is_empty() {
            content.writing_line(at.moved(0.0, mm(0.8)), inner - start, theme.soft_ink);
            return baseline;
        }
        let style = Style::new(17.0, Weight::SemiBold, theme.ink);
        content.lines(&style.lines(words, inner - start), at, style)
    }

    /// When it was made and whose it is.
    fn foot(&self, map: &FamilyMap) -> Block {
        let mut block = Block::default();
        let style = Style::new(9.0, Weight::Regular, self.theme.soft_ink);
        let names = self.texts.listed(&self.told.names);
        let id = if names.is_empty() { "sheet-foot" } else { "sheet-foot-of" };
        let message = Message::new(id).arg("day", dates::day(self.wanted.today, self.texts));
        let words = self.texts.say(&message.arg("names", names));
        block.text(&words, Point::default(), style, Anchor::Start);
        if map.fictional {
            let bold = Style { weight: Weight::SemiBold, ..style };
            let word = self.texts.get("scene-fictional");
            block.text(&word, Point::new(WIDTH, 0.0), bold, Anchor::End);
        }
        block
    }
}
