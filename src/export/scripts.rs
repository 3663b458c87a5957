//! Words with letters that the typeface lacks: rare letters of European names, and other scripts.
//!
//! Each letter is taken from the first font that has it, carried or of this computer. Words stand in the
//! order in which they are read, from right to left where that is so, and letters join as their script
//! joins them. What no font has is a small box.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use resvg::usvg::{FontResolver, Node, Options, Tree, fontdb};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::svg::escaped;
use crate::fonts::{self, FAMILY};
use crate::geometry::Point;
use crate::scene::{Anchor, Label, Path, Step};

/// What stands for a letter that no font has, an emoji among them.
const NO_LETTER: char = '\u{25a1}';

/// One glyph of a line.
pub(super) struct Glyph {
    /// Of which font.
    pub(super) font: fontdb::ID,
    /// Its number in it.
    pub(super) number: u32,
    /// Where its baseline begins, on the map.
    pub(super) at: Point,
    /// What it says; empty for a part of the one before.
    pub(super) text: String,
}

/// A line of text in glyphs, from left to right.
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
    /// The size of the type.
    pub(super) size: f64,
    /// How much narrower than it is the line is drawn, to keep to the room that it was given.
    pub(super) squeeze: f64,
}

/// `label` in glyphs; `None` where the typeface has all of its letters.
pub(super) fn laid_out(label: &Label) -> Option<Line> {
    if fonts::has_all(&label.text, label.weight) {
        return None;
    }
    let text = with_boxes(&label.text);
    // Laid out at a fixed size: small type would be rounded.
    const SIZE: f64 = 100.0;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><text \
         xml:space=\"preserve\" font-family=\"{FAMILY}\" font-size=\"{SIZE}\" \
         font-weight=\"{}\">{}</text></svg>",
        label.weight.number(),
        escaped(&text)
    );
    let resolver = FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(|letter, tried, fonts| first_with(letter, tried, fonts)),
    };
    let fontdb = Arc::clone(&FONTS);
    let options = Options { fontdb, font_resolver: resolver, ..Options::default() };
    let tree = Tree::from_str(&svg, &options).ok()?;
    let Some(Node::Text(words)) = tree.root().children().first() else { return None };
    let scale = label.size / SIZE;
    let bounds = words.bounding_box();
    let width = f64::from(bounds.width()) * scale;
    let squeeze = if 0.0 < label.width && label.width < width { label.width / width } else { 1.0 };
    let left = match label.anchor {
        Anchor::Start => label.at.x,
        Anchor::Middle => label.at.x - squeeze * width / 2.0,
        Anchor::End => label.at.x - squeeze * width,
    };
    let all = words.layouted().iter().flat_map(|span| &span.positioned_glyphs);
    let mut before = "";
    let mut glyphs = Vec::new();
    for glyph in all {
        let transform = glyph.transform();
        let (x, y) = (f64::from(transform.tx - bounds.left()), f64::from(transform.ty));
        // Several glyphs of one letter say it once.
        let is_part = !glyphs.is_empty() && glyph.text == before && is_marked(&glyph.text);
        before = &glyph.text;
        glyphs.push(Glyph {
            font: glyph.font,
            number: glyph.id.0,
            at: Point::new(left + squeeze * scale * x, label.at.y + scale * y),
            text: if is_part { String::new() } else { glyph.text.clone() },
        });
    }
    Some(Line { glyphs, size: label.size, squeeze })
}

/// Is `letters` more than one code point, so that several glyphs may stand for it?
fn is_marked(letters: &str) -> bool {
    1 < letters.chars().count()
}

impl Line {
    /// The outlines of all glyphs.
    pub(super) fn path(&self) -> Path {
        let mut outline = Outline::default();
        for glyph in &self.glyphs {
            with_font(glyph.font, |font| {
                let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
                let em = self.size / f64::from(units).max(1.0);
                outline.at = glyph.at;
                outline.scale = (self.squeeze * em, em);
                draw(font, GlyphId::new(glyph.number), &mut outline);
            });
        }
        Path { steps: outline.steps }
    }
}

/// Has any font an outline for `letter`, where it shows anything?
pub(super) fn is_drawn(letter: char) -> bool {
    static KNOWN: Mutex<BTreeMap<char, bool>> = Mutex::new(BTreeMap::new());
    if letter.is_control() || letter.is_whitespace() || is_joiner(letter) {
        return true;
    }
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    *known.entry(letter).or_insert_with(|| FONTS.faces().any(|it| has(it.id, letter)))
}

/// The bytes of a font, and which one in them it is.
pub(super) fn file_of(font: fontdb::ID) -> Option<(Vec<u8>, u32)> {
    FONTS.with_face_data(font, |bytes, index| (bytes.to_vec(), index))
}

fn with_font<T>(font: fontdb::ID, look: impl FnOnce(&FontRef<'_>) -> T) -> Option<T> {
    let read = |bytes: &[u8], index| FontRef::from_index(bytes, index).ok().map(|it| look(&it));
    FONTS.with_face_data(font, read).flatten()
}

fn draw(font: &FontRef<'_>, glyph: GlyphId, outline: &mut Outline) {
    let as_designed = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    if let Some(shape) = font.outline_glyphs().get(glyph) {
        // What cannot be drawn is not there.
        shape.draw(as_designed, outline).ok();
    }
}

/// Has `font` an outline for `letter`? A picture of one (an emoji in colour) is none.
fn has(font: fontdb::ID, letter: char) -> bool {
    let is_drawn = |font: &FontRef<'_>| {
        let mut outline = Outline::default();
        if let Some(glyph) = font.charmap().map(letter) {
            draw(font, glyph, &mut outline);
        }
        !outline.steps.is_empty()
    };
    with_font(font, is_drawn) == Some(true)
}

/// The font that `letter` is taken from where those that were tried have it not: one that the program
/// carries, else one without serifs, else any; the same one each time.
fn first_with(
    letter: char,
    tried: &[fontdb::ID],
    fonts: &Arc<fontdb::Database>,
) -> Option<fontdb::ID> {
    let weight = tried.first().and_then(|id| fonts.face(*id)).map_or(400, |it| it.weight.0);
    let rank = |face: &fontdb::FaceInfo| {
        let name = face.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let kind = match &face.source {
            fontdb::Source::Binary(_) => 0_u8,
            _ if name.contains("Mono") => 4,
            _ if name.starts_with("Noto Sans") => 1,
            _ if name.contains("Sans") => 2,
            _ => 3,
        };
        let is_upright = face.style == fontdb::Style::Normal;
        let away = (kind, !is_upright, name, face.weight.0.abs_diff(weight));
        (away, face.stretch != fontdb::Stretch::Normal, face.post_script_name.clone())
    };
    let mut others: Vec<_> = fonts
        .faces()
        .filter(|face| !tried.contains(&face.id))
        .map(|it| (rank(it), it.id))
        .collect();
    others.sort();
    others.into_iter().map(|(_, id)| id).find(|id| has(*id, letter))
}

/// `text` with a box for every letter that no font has.
fn with_boxes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if is_drawn(letter) {
            // What joins two pictures to one joins nothing here.
            if !(is_joiner(letter) && out.ends_with(NO_LETTER)) {
                out.push(letter);
            }
        } else if !(is_tone(letter) && out.ends_with(NO_LETTER)) {
            out.push(NO_LETTER);
        }
    }
    out
}

/// Does `letter` show nothing by itself?
const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Does `letter` only colour the picture before it?
const fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{1f3fb}'..='\u{1f3ff}')
}

/// The fonts that the program carries, and those of this computer. Looked for once, and only when a
/// letter asks for it.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for bytes in fonts::text_files() {
        fonts.load_font_data(bytes.to_vec());
    }
    fonts.load_system_fonts();
    Arc::new(fonts)
});

/// Collects outlines on the map; fonts count upwards from the baseline.
#[derive(Default)]
struct Outline {
    steps: Vec<Step>,
    at: Point,
    scale: (f64, f64),
}

impl Outline {
    fn on_map(&self, x: f32, y: f32) -> Point {
        let (across, down) = self.scale;
        Point::new(self.at.x + across * f64::from(x), self.at.y - down * f64::from(y))
    }
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.on_map(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.on_map(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.steps.push(Step::Quad(self.on_map(x1, y1), self.on_map(x, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.steps.push(Step::Cubic(self.on_map(x1, y1), self.on_map(x2, y2), self.on_map(x, y)));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Weight;
    use crate::theme::Color;

    fn label(text: &str, width: f64) -> Label {
        Label {
            at: Point::new(100.0, 50.0),
            text: text.to_owned(),
            anchor: Anchor::Middle,
            size: 16.0,
            weight: Weight::SemiBold,
            color: Color([0, 0, 0, 255]),
            width,
        }
    }

    #[test]
    fn what_the_typeface_has_stays_text() {
        for name in ["Kim Lammers", "Daniëlle Önder", "Małgorzata Żółć", "Αγγελική", "Олександр"]
        {
            assert!(laid_out(&label(name, 90.0)).is_none(), "{name}");
        }
    }

    /// On any computer: each letter once, or a box for it.
    #[test]
    fn no_letter_is_lost_on_the_way() {
        for name in ["M\u{310}aria", "محمد البستاني", "שרה כהן", "ሰላም ወልደ", "王小明", "Kim 👩‍👧"]
        {
            let line = laid_out(&label(name, 90.0)).expect("a line");
            let mut said: Vec<char> =
                line.glyphs.iter().flat_map(|glyph| glyph.text.chars()).collect();
            let mut wanted: Vec<char> = with_boxes(name).chars().collect();
            said.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(said, wanted, "{name}");
            assert!(!line.path().steps.is_empty(), "{name} is drawn");
            for glyph in &line.glyphs {
                assert!((50.0..150.0).contains(&glyph.at.x), "{name}: {:?} in its room", glyph.at);
            }
        }
    }

    #[test]
    fn words_from_right_to_left_stand_so() {
        let name = "אב גד";
        let line = laid_out(&label(name, 200.0)).expect("a line");
        let mut glyphs: Vec<(f64, &str)> =
            line.glyphs.iter().map(|it| (it.at.x, it.text.as_str())).collect();
        glyphs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let seen: String = glyphs.into_iter().map(|(_, text)| text).collect();
        if is_drawn('א') {
            assert_eq!(seen.chars().rev().collect::<String>(), name);
        } else {
            assert_eq!(seen, "□□ □□");
        }
    }

    #[test]
    fn a_line_keeps_to_its_room_and_what_no_font_has_is_one_box() {
        let (free, tight) = (label("M\u{310}aria", 500.0), label("M\u{310}aria", 20.0));
        let (free, tight) = (laid_out(&free).expect("a line"), laid_out(&tight).expect("a line"));
        assert!((free.squeeze - 1.0).abs() < 1e-9 && tight.squeeze < 0.9);
        let wide = |line: &Line| line.glyphs.last().map_or(0.0, |it| it.at.x) - line.glyphs[0].at.x;
        assert!(wide(&tight) <= 20.0 && wide(&tight) < wide(&free));
        assert_eq!(with_boxes("a\u{10fffd}\u{200d}\u{1f3fb}b\n"), "a□b");
        assert!(!is_drawn('\u{10fffd}') && is_drawn('a') && is_drawn('\u{200d}'));
    }
}
