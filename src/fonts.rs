//! The typeface and the icon fonts that the program carries, and how wide a text is in them.
//!
//! Widths are sums of glyph advances: the same on every machine, without window or shaping.

use std::borrow::Cow;
use std::sync::LazyLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_bidi::{BidiInfo, Level};

use crate::geometry::Point;

/// The name of the typeface, as SVG and PDF write it.
pub const FAMILY: &str = "Inter";

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Running text.
    #[default]
    Regular,
    /// Names and headings.
    SemiBold,
    /// Titles, the two-letter codes.
    Bold,
}

impl Weight {
    /// All weights, lightest first.
    pub const ALL: [Self; 3] = [Self::Regular, Self::SemiBold, Self::Bold];

    /// The number that CSS and SVG know it by, 400 to 700.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
            Self::Bold => 700,
        }
    }

    /// The font file (TrueType).
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../assets/fonts/Inter-Regular.ttf"),
            Self::SemiBold => include_bytes!("../assets/fonts/Inter-SemiBold.ttf"),
            Self::Bold => include_bytes!("../assets/fonts/Inter-Bold.ttf"),
        }
    }

    /// The font file (TrueType) with the few letters of European names that the typeface lacks;
    /// to be asked after [`Self::bytes`].
    #[must_use]
    pub const fn rare_bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../assets/fonts/letters-regular.ttf"),
            Self::SemiBold | Self::Bold => include_bytes!("../assets/fonts/letters-bold.ttf"),
        }
    }

    fn font(self) -> &'static Font {
        match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
            Self::Bold => &BOLD,
        }
    }
}

/// How an icon is drawn. Both fonts hold the same icons under the same characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IconStyle {
    /// Filled shapes: badges.
    Fill,
    /// Thick lines: buttons.
    Bold,
}

impl IconStyle {
    /// Both styles.
    pub const ALL: [Self; 2] = [Self::Fill, Self::Bold];

    /// The name of the font.
    #[must_use]
    pub const fn family(self) -> &'static str {
        match self {
            Self::Fill => "Phosphor-Fill",
            Self::Bold => "Phosphor-Bold",
        }
    }

    /// The font file (TrueType).
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Fill => include_bytes!("../assets/fonts/icons-fill.ttf"),
            Self::Bold => include_bytes!("../assets/fonts/icons-bold.ttf"),
        }
    }

    fn font(self) -> &'static Font {
        match self {
            Self::Fill => &ICONS_FILL,
            Self::Bold => &ICONS_BOLD,
        }
    }
}

/// Every font file that text needs, to be loaded by whoever draws it; the typeface first.
#[must_use]
pub const fn text_files() -> [&'static [u8]; 5] {
    let [regular, semi_bold, bold] = Weight::ALL;
    [regular.bytes(), semi_bold.bytes(), bold.bytes(), regular.rare_bytes(), bold.rare_bytes()]
}

/// The width of one line of `text` at `size` (the em, in any unit), in the same unit.
///
/// Control characters and combining marks take no room. A letter that the typeface lacks counts
/// as an average one, or as a full em where its script is likely a wide one. Kerning is left out,
/// so what a shaping renderer draws is rarely wider.
#[must_use]
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    let font = weight.font();
    // A fold, because the sum of nothing is minus zero.
    text.chars().fold(0.0, |width, letter| width + font.advance(letter)) * size
}

/// Whether the fonts have every letter of `text` (control characters aside).
#[must_use]
pub fn covers(text: &str) -> bool {
    let is_carried = |letter| REGULAR.glyph(letter).or_else(|| RARE.glyph(letter)).is_some();
    text.chars().all(|letter| letter.is_control() || is_carried(letter))
}

/// Whether the typeface in this weight has every letter of `text` (control characters aside).
#[must_use]
pub fn has_all(text: &str, weight: Weight) -> bool {
    let font = weight.font();
    text.chars().all(|letter| letter.is_control() || font.glyph(letter).is_some())
}

/// `text` with its words as they stand side by side, from the left, each still spelt as it is read: for a
/// painter that turns a word that is read from the right, and not the words around it.
#[must_use]
pub fn words_as_seen(text: &str) -> Cow<'_, str> {
    // No script before Hebrew is read from the right.
    if text.chars().all(|letter| letter < '\u{590}') {
        return Cow::Borrowed(text);
    }
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut seen = String::with_capacity(text.len());
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_from_right = levels.get(run.start).is_some_and(|level| level.is_rtl());
            let words = text.get(run).unwrap_or_default();
            if is_from_right {
                let words: Vec<&str> = words.split(' ').rev().collect();
                seen += &words.join(" ");
            } else {
                seen += words;
            }
        }
    }
    Cow::Owned(seen)
}

/// Height of the tallest letters above the baseline at `size`.
#[must_use]
pub fn ascent(size: f64) -> f64 {
    REGULAR.ascent * size
}

/// Depth of the lowest letters below the baseline at `size`; positive.
#[must_use]
pub fn descent(size: f64) -> f64 {
    REGULAR.descent * size
}

/// Height of a capital at `size`: to put text in the middle of a symbol.
#[must_use]
pub fn cap_height(size: f64) -> f64 {
    REGULAR.cap_height * size
}

/// A step of an outline, in a unit box with the origin at the top left and y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathStep {
    /// Begins a contour here.
    MoveTo(Point),
    /// A straight line.
    LineTo(Point),
    /// A quadratic curve: control point, end.
    QuadTo(Point, Point),
    /// A cubic curve: two control points, end.
    CubicTo(Point, Point, Point),
    /// Back to the beginning of the contour.
    Close,
}

/// The outline of an icon in a unit box, to be filled by the non-zero rule.
///
/// `None` when the font has no such character.
#[must_use]
pub fn icon_outline(icon: char, style: IconStyle) -> Option<Vec<PathStep>> {
    let font = style.font();
    let glyph = font.glyph(icon)?;
    let face = font.face.as_ref()?;
    // The icons stand where their points are; a shaper would move each to its side bearing.
    let first = face.glyphs.bounds(glyph).map_or(0.0, |bounds| bounds.x_min);
    let aside = first - face.glyphs.left_side_bearing(glyph).unwrap_or(first);
    let (units, ascent) = (font.units, font.ascent);
    let mut outline = Outline { steps: Vec::new(), units, ascent, aside };
    let shape = face.file.outline_glyphs().get(glyph)?;
    let as_designed = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    shape.draw(as_designed, &mut outline).ok()?;
    Some(outline.steps)
}

static REGULAR: LazyLock<Font> = LazyLock::new(|| Font::read(Weight::Regular.bytes()));
static SEMI_BOLD: LazyLock<Font> = LazyLock::new(|| Font::read(Weight::SemiBold.bytes()));
static BOLD: LazyLock<Font> = LazyLock::new(|| Font::read(Weight::Bold.bytes()));
static RARE: LazyLock<Font> = LazyLock::new(|| Font::read(Weight::Regular.rare_bytes()));
static ICONS_FILL: LazyLock<Font> = LazyLock::new(|| Font::read(IconStyle::Fill.bytes()));
static ICONS_BOLD: LazyLock<Font> = LazyLock::new(|| Font::read(IconStyle::Bold.bytes()));

/// The em width of a letter nobody knows; the mean of Inter's lower case is 0.56.
const AVERAGE_ADVANCE: f64 = 0.6;

/// From here on (Hangul, then the East Asian scripts and emoji) a letter usually fills the em.
const WIDE_FROM: char = '\u{1100}';

/// Letters up to here (Latin with its extensions A and B) are looked up in a table.
const N_TABLE: u32 = 0x250;

/// A parsed font file. All measures are in ems.
struct Font {
    /// `None` never happens: the file is compiled in, and a test parses it.
    face: Option<Face>,
    units: f64,
    ascent: f64,
    descent: f64,
    cap_height: f64,
    table: Vec<f64>,
}

/// What is looked up in a font file.
struct Face {
    file: FontRef<'static>,
    letters: Charmap<'static>,
    glyphs: GlyphMetrics<'static>,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let file = FontRef::new(bytes).ok()?;
        let letters = file.charmap();
        let glyphs = file.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { file, letters, glyphs })
    }
}

impl Font {
    fn read(bytes: &'static [u8]) -> Self {
        let face = Face::read(bytes);
        let measures =
            face.as_ref().map(|it| it.file.metrics(Size::unscaled(), LocationRef::default()));
        let measures = measures.unwrap_or_default();
        let units = f64::from(measures.units_per_em).max(1.0);
        let mut font = Self {
            units,
            ascent: f64::from(measures.ascent) / units,
            descent: -f64::from(measures.descent) / units,
            cap_height: f64::from(measures.cap_height.unwrap_or_default()) / units,
            table: Vec::new(),
            face,
        };
        let letters = (0..N_TABLE).map(|code| char::from_u32(code).unwrap_or_default());
        font.table = letters.map(|letter| font.looked_up(letter)).collect();
        font
    }

    fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.face.as_ref()?.letters.map(letter)
    }

    fn advance(&self, letter: char) -> f64 {
        let in_table = usize::try_from(u32::from(letter)).ok().and_then(|at| self.table.get(at));
        in_table.copied().unwrap_or_else(|| self.looked_up(letter))
    }

    fn looked_up(&self, letter: char) -> f64 {
        if letter.is_control() || is_mark(letter) {
            return 0.0;
        }
        let face = self.face.as_ref();
        let units = face.and_then(|face| face.glyphs.advance_width(face.letters.map(letter)?));
        match units {
            Some(units) => f64::from(units) / self.units,
            None if WIDE_FROM <= letter => 1.0,
            None => AVERAGE_ADVANCE,
        }
    }
}

/// Whether `letter` stands on the one before it, or shows nothing.
const fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        // Hebrew and Arabic points.
        | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        // Soft hyphen, zero-width spaces and joiners, direction marks.
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}')
}

/// Collects an outline in the unit box; fonts count upwards from the baseline.
struct Outline {
    steps: Vec<PathStep>,
    units: f64,
    ascent: f64,
    aside: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(f64::from(x + self.aside) / self.units, self.ascent - f64::from(y) / self.units)
    }
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(PathStep::MoveTo(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(PathStep::LineTo(self.at(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.steps.push(PathStep::QuadTo(self.at(x1, y1), self.at(x, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.steps.push(PathStep::CubicTo(self.at(x1, y1), self.at(x2, y2), self.at(x, y)));
    }

    fn close(&mut self) {
        self.steps.push(PathStep::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::icons;

    /// The letters of DIN 91379:2022-08 (all Latin letters for names in Europe) that are one
    /// code point, beyond ASCII, Latin-1 and Latin Extended-A, which are checked as ranges.
    const DIN_91379: &str = "ƇƈƏƗƠơƯưƷǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǢǣǤǥǦǧǨǩǪǫǬǭǮǯǰǴǵǸǹǺǻǼǽǾǿȒȓȘșȚțȞȟȧȨȩ\
        ȪȫȬȭȮȯȰȱȲȳəɨʒḂḃḆḇḊḋḌḍḎḏḐḑḗḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḯḰḱḲḳḴḵḶḷḺḻṀṁṂṃṄṅṆṇṈṉṒṓṔṕṖṗṘṙṚṛṞṟṠṡ\
        ṢṣṪṫṬṭṮṯẀẁẂẃẄẅẆẇẌẍẎẏẐẑẒẓẔẕẖẗẞʹʺʾʿˈˌ’‡";

    #[test]
    fn every_font_is_readable() {
        for weight in Weight::ALL {
            let font = weight.font();
            assert!(font.face.is_some(), "{weight:?} parses");
            assert!(Face::read(weight.rare_bytes()).is_some(), "{weight:?} has rare letters");
            assert!(0.9 < font.ascent && 0.2 < font.descent, "{weight:?} has a height");
            assert!((0.6..0.8).contains(&font.cap_height), "{weight:?} has capitals");
        }
        for style in IconStyle::ALL {
            assert!(style.font().face.is_some(), "{style:?} parses");
        }
    }

    #[test]
    fn heavier_letters_are_wider_and_size_scales() {
        let [regular, semi_bold, bold] = Weight::ALL.map(|weight| text_width("Kim", 16.0, weight));
        assert!(regular < semi_bold && semi_bold < bold, "{regular} {semi_bold} {bold}");
        assert!((20.0..32.0).contains(&regular), "three letters at 16: {regular}");
        let twice = text_width("Kim", 32.0, Weight::Regular);
        assert!((twice - 2.0 * regular).abs() < 1e-9, "twice the size, twice the width");
        assert!(
            text_width("iii", 10.0, Weight::Regular) < text_width("mmm", 10.0, Weight::Regular)
        );
    }

    #[test]
    fn words_that_are_read_from_the_right_stand_so() {
        for (name, seen) in [
            ("Kim van den Berg", "Kim van den Berg"),
            ("שרה כהן לוי", "לוי כהן שרה"),
            ("محمد", "محمد"),
            ("Jan محمد علي Bos", "Jan علي محمد Bos"),
            ("王小明 ሰላም", "王小明 ሰላም"),
            ("", ""),
        ] {
            assert_eq!(words_as_seen(name), seen, "{name}");
        }
    }

    #[test]
    fn marks_and_controls_take_no_room() {
        let plain = text_width("Cezaria", 10.0, Weight::Regular);
        let marked = text_width("Ce\u{301}zaria\n\u{200d}", 10.0, Weight::Regular);
        assert!((plain - marked).abs() < 1e-9, "{plain} {marked}");
        assert_eq!(text_width("", 10.0, Weight::Bold).to_bits(), 0, "nothing is no width");
    }

    #[test]
    fn unknown_letters_have_a_width() {
        assert!(!covers("محمد"), "Arabic is not carried");
        let arabic = text_width("محمد", 10.0, Weight::Regular);
        assert!((arabic - 24.0).abs() < 1e-9, "four average letters: {arabic}");
        let wide = text_width("家", 10.0, Weight::Regular);
        assert!((wide - 10.0).abs() < 1e-9, "a full em: {wide}");
    }

    #[test]
    fn names_of_the_families_we_meet_are_covered() {
        for name in [
            "Daniëlle van 't Hoff-Önder",
            "Nguyễn Thị Hồng Ánh",
            "İbrahim Çağrı Yıldız",
            "Małgorzata Śliwińska-Żółć",
            "Αγγελική Παπαδοπούλου",
            "Олександр Ґжицький",
            "Ḥamza ɛAli Ṭarɣa",
            "Łukasz † 1935 – 2011 … ± ≤ ½ ✓ ★ → €",
        ] {
            assert!(covers(name), "{name}");
        }
    }

    #[test]
    fn the_letters_of_din_91379_are_covered() {
        let latin = ('\u{c0}'..='\u{17f}').chain('\u{1ea0}'..='\u{1ef9}');
        let lacking: String = latin
            .chain(' '..='~')
            .chain(DIN_91379.chars())
            .filter(|letter| !covers(&letter.to_string()))
            .collect();
        assert_eq!(lacking, "", "every letter is there");
    }

    #[test]
    fn the_combining_marks_of_din_91379_are_covered() {
        let marks = "\u{300}\u{301}\u{302}\u{304}\u{306}\u{307}\u{308}\u{30b}\u{30c}\u{30d}\u{310}\
            \u{315}\u{31b}\u{323}\u{325}\u{326}\u{327}\u{328}\u{331}\u{35f}";
        for mark in marks.chars() {
            assert!(covers(&mark.to_string()), "U+{:04X}", u32::from(mark));
        }
        // Where Inter lacks the mark, the other font has the letter under it, too.
        for letter in "A\u{30b}a\u{30b}H\u{331}S\u{331}s\u{331}M\u{310}m\u{310}L\u{325}l\u{325}\
            R\u{325}r\u{325}\u{304}\u{113}\u{30d}\u{14d}\u{30d}"
            .chars()
        {
            assert!(RARE.glyph(letter).is_some(), "U+{:04X}", u32::from(letter));
        }
    }

    #[test]
    fn every_icon_is_drawn_inside_its_box_in_both_styles() {
        for (name, icon) in icons() {
            for style in IconStyle::ALL {
                let steps = icon_outline(icon, style).unwrap_or_default();
                assert!(matches!(steps.first(), Some(PathStep::MoveTo(_))), "{name} {style:?}");
                assert_eq!(steps.last(), Some(&PathStep::Close), "{name} {style:?} is closed");
                for step in steps {
                    let points = match step {
                        PathStep::MoveTo(p) | PathStep::LineTo(p) => vec![p],
                        PathStep::QuadTo(a, p) => vec![a, p],
                        PathStep::CubicTo(a, b, p) => vec![a, b, p],
                        PathStep::Close => Vec::new(),
                    };
                    let inside =
                        |p: Point| (-0.01..=1.01).contains(&p.x.min(p.y)) && p.x.max(p.y) <= 1.01;
                    assert!(points.into_iter().all(inside), "{name} {style:?} leaves its box");
                }
            }
        }
        assert_eq!(icon_outline('a', IconStyle::Fill), None, "letters are no icons");
    }
}
