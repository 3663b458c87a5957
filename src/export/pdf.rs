//! Scenes as PDF: a page each, sharp at any size, its text to be searched, copied and read aloud, its
//! letters in the file. The same bytes for the same scene: no date is in it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point as PagePoint, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::{Fill, LineCap, LineJoin, Stroke as PageStroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use resvg::usvg::fontdb::ID;
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider as _};

use super::outline::icon_path;
use super::paper::{POINTS_A_UNIT, Paper, on_paper};
use super::scripts::{self, Line};
use crate::fonts::{Weight, text_width};
use crate::geometry::Point;
use crate::i18n::Lang;
use crate::scene::{
    Anchor, Cap, Item, Label, Layer, Paint, Passage, Path, Role, Scene, Shape, Step, Stroke,
};
use crate::theme::Color;

/// No page is longer than this in points: readers refuse one.
const LONGEST_SIDE: f64 = 14_400.0;
/// The name of the program, as the file carries it.
const CREATOR: &str = "Rode Draad";

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// The picture has no size.
    NoSize,
    /// It could not be written.
    Writing(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSize => f.write_str("the picture would have no size"),
            Self::Writing(why) => write!(f, "the pages could not be written: {why}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// `scene`, whose words are in `lang`, as a PDF file: on a sheet of `paper`, else on a page as large
/// as it is.
///
/// # Errors
///
/// When it has no size.
pub fn pdf(scene: &Scene, paper: Option<Paper>, lang: Lang) -> Result<Vec<u8>, PdfError> {
    pdf_of_pages(std::slice::from_ref(scene), paper, lang)
}

/// The same of several scenes, a page each. The file is called as the first.
///
/// # Errors
///
/// When there is none, or one has no size.
pub fn pdf_of_pages(
    scenes: &[Scene],
    paper: Option<Paper>,
    lang: Lang,
) -> Result<Vec<u8>, PdfError> {
    let leaves: Vec<Leaf> =
        scenes.iter().map(|it| Leaf::of(it, paper)).collect::<Result<_, _>>()?;
    // A letter that no font has breaks the rules for files that can be read aloud.
    let for_everybody =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let strict = for_everybody.ok().and_then(|rules| written(&leaves, lang, rules).ok());
    match strict {
        Some(bytes) => Ok(bytes),
        None => written(&leaves, lang, Configuration::default()),
    }
}

/// A page that will be.
struct Leaf {
    scene: Scene,
    /// In points.
    size: (f64, f64),
}

impl Leaf {
    fn of(scene: &Scene, paper: Option<Paper>) -> Result<Self, PdfError> {
        let (scene, width) = match paper {
            Some(paper) => on_paper(scene, paper),
            None => {
                let longest = scene.bounds.width().max(scene.bounds.height());
                let scale = POINTS_A_UNIT.min(LONGEST_SIDE / longest);
                (scene.clone(), scene.bounds.width() * scale)
            }
        };
        let size = (width, width / scene.bounds.width() * scene.bounds.height());
        if !(size.0.is_finite() && size.1.is_finite() && 0.0 < size.0 && 0.0 < size.1) {
            return Err(PdfError::NoSize);
        }
        Ok(Self { scene, size })
    }

    /// Points a unit.
    fn scale(&self) -> f64 {
        self.size.0 / self.scene.bounds.width()
    }
}

fn written(leaves: &[Leaf], lang: Lang, configuration: Configuration) -> Result<Vec<u8>, PdfError> {
    let title = leaves.first().map(|leaf| leaf.scene.title.clone()).ok_or(PdfError::NoSize)?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(
        Metadata::new()
            .title(title.clone())
            .language(lang.code().to_owned())
            .creator(CREATOR.to_owned())
            .producer(CREATOR.to_owned()),
    );
    document.set_outline(outline(leaves, &title));
    let mut tree = TagTree::new().with_lang(Some(lang.code().to_owned()));
    let mut fonts = Typefaces::default();
    for leaf in leaves {
        let (width, height) = leaf.size;
        let settings =
            PageSettings::from_wh(single(width), single(height)).ok_or(PdfError::NoSize)?;
        let mut page = document.start_page_with(settings);
        for tag in painted(&mut page, leaf, &mut fonts) {
            tree.push(tag);
        }
        page.finish();
    }
    document.set_tag_tree(tree);
    document.finish().map_err(|why| PdfError::Writing(format!("{why:?}")))
}

/// What a reader shows beside the pages: every heading, else the title.
fn outline(leaves: &[Leaf], title: &str) -> Outline {
    let mut outline = Outline::new();
    let node = |words: &str, page: usize, at: PagePoint| {
        OutlineNode::new(words.to_owned(), XyzDestination::new(page, at))
    };
    let mut is_empty = true;
    for (page, leaf) in leaves.iter().enumerate() {
        for passage in &leaf.scene.passages {
            let Role::Heading(_) = passage.role else { continue };
            let (words, top) = words_of(&leaf.scene, passage);
            let y = leaf.scale() * (top - leaf.scene.bounds.min.y).max(0.0);
            outline.push_child(node(&words, page, PagePoint::from_xy(0.0, single(y))));
            is_empty = false;
        }
    }
    if is_empty {
        outline.push_child(node(title, 0, PagePoint::from_xy(0.0, 0.0)));
    }
    outline
}

/// The words of `passage`, and where they begin.
fn words_of(scene: &Scene, passage: &Passage) -> (String, f64) {
    let lines = scene.items.iter().skip(passage.first).take(passage.count);
    let labels = lines.filter_map(|item| match &item.shape {
        Shape::Text(label) => Some((label.text.as_str(), label.at.y - label.size)),
        _ => None,
    });
    let (words, tops): (Vec<&str>, Vec<f64>) = labels.unzip();
    (words.join(" "), tops.first().copied().unwrap_or_default())
}

/// Paints `leaf` on `page`; gives what is read aloud, in its order.
fn painted(page: &mut Page<'_>, leaf: &Leaf, fonts: &mut Typefaces) -> Vec<TagGroup> {
    let (scene, scale) = (&leaf.scene, leaf.scale());
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_row(
        single(scale),
        0.0,
        0.0,
        single(scale),
        single(-scale * scene.bounds.min.x),
        single(-scale * scene.bounds.min.y),
    ));
    let mut painter = Painter { surface, fonts, tags: Vec::new() };
    painter.ground(scene);
    let mut rest = scene.items.as_slice();
    let mut passages = scene.passages.iter().peekable();
    while let Some(first) = rest.first() {
        let at = scene.items.len() - rest.len();
        if let Some(passage) = passages.next_if(|it| it.first <= at)
            && passage.first == at
        {
            let (lines, after) = rest.split_at(passage.count.clamp(1, rest.len()));
            painter.passage(lines, (&passage.role, &words_of(scene, passage).0));
            rest = after;
            continue;
        }
        let same = |item: &&Item| {
            item.layer == first.layer && item.subject.is_some() && item.subject == first.subject
        };
        // A passage begins a group of its own.
        let room = passages.peek().map_or(rest.len(), |it| it.first.saturating_sub(at));
        let group = rest.iter().take(room).take_while(same).count().max(1);
        let (group, after) = rest.split_at(group);
        painter.group(scene, first, group);
        rest = after;
    }
    let Painter { mut surface, tags, .. } = painter;
    surface.pop();
    surface.finish();
    tags
}

/// The fonts of a file: the typeface in its weights, and those that have other letters.
#[derive(Default)]
struct Typefaces {
    own: BTreeMap<Weight, Typeface>,
    /// `None` for one that cannot be read.
    others: BTreeMap<ID, Option<Font>>,
}

/// One page while it is painted.
struct Painter<'p> {
    surface: Surface<'p>,
    fonts: &'p mut Typefaces,
    /// What is read aloud, in its order.
    tags: Vec<TagGroup>,
}

/// A font, and which glyphs it has.
struct Typeface {
    font: Font,
    letters: Charmap<'static>,
}

impl Painter<'_> {
    fn ground(&mut self, scene: &Scene) {
        self.decoration(|painter| {
            let path = Path::rounded(scene.bounds, 0.0);
            painter.path(&path, Paint::fill(scene.ground), 1.0);
        });
    }

    /// Shapes that belong together: one subject on one layer. A person is one figure that says what
    /// is seen; other words are said as they stand, and the rest is decoration.
    fn group(&mut self, scene: &Scene, first: &Item, items: &[Item]) {
        let spoken = first.subject.as_ref().and_then(|subject| scene.spoken.get(subject));
        if let Some(spoken) = spoken.filter(|_| first.layer == Layer::People) {
            let identifier = self.surface.start_tagged(ContentTag::Other);
            for item in items {
                self.item(item);
            }
            self.surface.end_tagged();
            let mut figure = TagGroup::new(Tag::Figure(Some(spoken.clone())));
            figure.push(identifier);
            self.tags.push(figure);
            return;
        }
        for item in items {
            if let Shape::Text(_) = item.shape {
                let identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.item(item);
                self.surface.end_tagged();
                let mut paragraph = TagGroup::new(Tag::P);
                paragraph.push(identifier);
                self.tags.push(paragraph);
            } else {
                self.decoration(|painter| painter.item(item));
            }
        }
    }

    /// Lines that are read as one.
    fn passage(&mut self, lines: &[Item], (role, words): (&Role, &str)) {
        let heading = |level: u8| {
            let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, Some(words.to_owned())))
        };
        let mut group = match role {
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Heading(level) => heading(*level),
            Role::Figure(shown) => {
                let identifier = self.surface.start_tagged(ContentTag::Other);
                for item in lines {
                    self.item(item);
                }
                self.surface.end_tagged();
                let mut figure = TagGroup::new(Tag::Figure(Some(shown.clone())));
                figure.push(identifier);
                self.tags.push(figure);
                return;
            }
            Role::Running => {
                let artifact = Artifact::with_kind(ArtifactType::Footer);
                self.surface.start_tagged(ContentTag::Artifact(artifact));
                for line in lines {
                    self.item(line);
                }
                self.surface.end_tagged();
                return;
            }
        };
        for line in lines {
            group.push(self.surface.start_tagged(ContentTag::Span(SpanTag::empty())));
            self.item(line);
            self.surface.end_tagged();
        }
        self.tags.push(group);
    }

    fn decoration(&mut self, paint: impl FnOnce(&mut Self)) {
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        paint(self);
        self.surface.end_tagged();
    }

    fn item(&mut self, item: &Item) {
        let opacity = item.opacity;
        match &item.shape {
            Shape::Rect { rect, radius, paint } => {
                self.path(&Path::rounded(*rect, *radius), *paint, opacity);
            }
            Shape::Circle { center, radius, paint } => {
                self.path(&Path::circle(*center, *radius), *paint, opacity);
            }
            Shape::Path { path, paint } => self.path(path, *paint, opacity),
            Shape::Text(label) => self.text(label, opacity),
            Shape::Icon { glyph, rect, color } => {
                if let Some(path) = icon_path(*glyph, *rect) {
                    self.path(&path, Paint::fill(*color), opacity);
                }
            }
        }
    }

    fn path(&mut self, path: &Path, paint: Paint, opacity: f64) {
        let Some(path) = page_path(path) else { return };
        if paint.fill.is_none() && paint.stroke.is_none() {
            return;
        }
        // An outline lies over half of itself inside: faint, both are one picture.
        let is_group = opacity < 1.0 && paint.fill.is_some() && paint.stroke.is_some();
        let opacity = if is_group {
            self.surface.push_opacity(share(opacity));
            1.0
        } else {
            opacity
        };
        self.surface.set_fill(paint.fill.map(|color| page_fill(color, opacity)));
        self.surface.set_stroke(paint.stroke.map(|stroke| page_stroke(stroke, opacity)));
        self.surface.draw_path(&path);
        if is_group {
            self.surface.pop();
        }
    }

    /// One line of text, each letter where it was measured to stand.
    fn text(&mut self, label: &Label, opacity: f64) {
        self.surface.set_fill(Some(page_fill(label.color, opacity)));
        self.surface.set_stroke(None);
        if let Some(line) = scripts::laid_out(label) {
            self.line(&line);
            return;
        }
        let x = match label.anchor {
            Anchor::Start => label.at.x,
            Anchor::Middle => label.at.x - label.width / 2.0,
            Anchor::End => label.at.x - label.width,
        };
        let start = PagePoint::from_xy(single(x), single(label.at.y));
        let Some((font, glyphs, text)) = self.glyphs(label) else { return };
        self.surface.draw_glyphs(start, &glyphs, font, &text, single(label.size), false);
    }

    /// A line with letters that the typeface lacks, glyph by glyph.
    fn line(&mut self, line: &Line) {
        for glyph in &line.glyphs {
            let Some(font) = self.font_of(glyph.font) else { continue };
            let squeezed = Transform::from_row(
                single(line.squeeze),
                0.0,
                0.0,
                1.0,
                single(glyph.at.x),
                single(glyph.at.y),
            );
            let (number, text) = (GlyphId::new(glyph.number), 0..glyph.text.len());
            let glyphs = [KrillaGlyph::new(number, 0.0, 0.0, 0.0, 0.0, text, None)];
            let (start, size) = (PagePoint::from_xy(0.0, 0.0), single(line.size));
            self.surface.push_transform(&squeezed);
            self.surface.draw_glyphs(start, &glyphs, font, &glyph.text, size, false);
            self.surface.pop();
        }
    }

    /// `label` in glyphs of the typeface.
    fn glyphs(&mut self, label: &Label) -> Option<(Font, Vec<KrillaGlyph>, String)> {
        let typeface = self.typeface(label.weight)?;
        let mut glyphs = Vec::new();
        let mut text = String::new();
        for letter in label.text.chars().filter(|letter| !letter.is_control()) {
            let start = text.len();
            text.push(letter);
            let advance = text_width(letter.encode_utf8(&mut [0; 4]), 1.0, label.weight);
            let number = typeface.letters.map(letter).map_or(0, skrifa::GlyphId::to_u32);
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(number),
                single(advance),
                0.0,
                0.0,
                0.0,
                start..text.len(),
                None,
            ));
        }
        Some((typeface.font.clone(), glyphs, text))
    }

    fn typeface(&mut self, weight: Weight) -> Option<&Typeface> {
        if let Entry::Vacant(place) = self.fonts.own.entry(weight) {
            let bytes = weight.bytes();
            let font = Font::new(bytes.into(), 0)?;
            place.insert(Typeface { font, letters: FontRef::new(bytes).ok()?.charmap() });
        }
        self.fonts.own.get(&weight)
    }

    /// A font that has other letters.
    fn font_of(&mut self, font: ID) -> Option<Font> {
        if let Entry::Vacant(place) = self.fonts.others.entry(font) {
            let file = scripts::file_of(font);
            place.insert(file.and_then(|(bytes, index)| Font::new(bytes.into(), index)));
        }
        self.fonts.others.get(&font)?.clone()
    }
}

fn page_path(path: &Path) -> Option<krilla::geom::Path> {
    let mut out = PathBuilder::new();
    let at = |p: Point| (single(p.x), single(p.y));
    for step in &path.steps {
        match *step {
            Step::Move(a) => {
                let (x, y) = at(a);
                out.move_to(x, y);
            }
            Step::Line(a) => {
                let (x, y) = at(a);
                out.line_to(x, y);
            }
            Step::Quad(a, b) => {
                let ((ax, ay), (x, y)) = (at(a), at(b));
                out.quad_to(ax, ay, x, y);
            }
            Step::Cubic(a, b, c) => {
                let ((ax, ay), (bx, by), (x, y)) = (at(a), at(b), at(c));
                out.cubic_to(ax, ay, bx, by, x, y);
            }
            Step::Close => out.close(),
        }
    }
    out.finish()
}

fn page_fill(color: Color, opacity: f64) -> Fill {
    Fill { paint: page_color(color).into(), opacity: seen(color, opacity), ..Fill::default() }
}

fn page_stroke(stroke: Stroke, opacity: f64) -> PageStroke {
    let Stroke { color, width, dash, cap } = stroke;
    let (line_cap, line_join) = match cap {
        Cap::Butt => (LineCap::Butt, LineJoin::Miter),
        Cap::Round => (LineCap::Round, LineJoin::Round),
    };
    let dash = dash.map(|lengths| StrokeDash { array: lengths.map(single).to_vec(), offset: 0.0 });
    PageStroke {
        paint: page_color(color).into(),
        width: single(width),
        miter_limit: 4.0,
        line_cap,
        line_join,
        opacity: seen(color, opacity),
        dash,
    }
}

fn page_color(color: Color) -> rgb::Color {
    let [r, g, b, _] = color.0;
    rgb::Color::new(r, g, b)
}

/// How much of `color` is seen where `opacity` of it is left.
fn seen(color: Color, opacity: f64) -> NormalizedF32 {
    let [.., alpha] = color.0;
    share(opacity * f64::from(alpha) / 255.0)
}

fn share(value: f64) -> NormalizedF32 {
    NormalizedF32::new(single(value.clamp(0.0, 1.0))).unwrap_or(NormalizedF32::ONE)
}

#[expect(clippy::cast_possible_truncation, reason = "a page needs no more precision")]
const fn single(value: f64) -> f32 {
    value as f32
}
