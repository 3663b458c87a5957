//! A scene as SVG: complete, well-formed, the same bytes for the same scene.
//!
//! Text stays text (it can be searched and read aloud), icons become paths, every person is a
//! group with an id and a label.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::fonts;
use crate::geometry::{Point, Rect, snap};
use crate::scene::{
    Anchor, Cap, Item, Label, Layer, Paint, Path, Scene, Shape, Step, Stroke, subject_id,
};
use crate::theme::Color;

use super::outline::icon_path;
use super::scripts;
use super::subset::{base64, subset};

/// How letters keep their shape on another machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lettering {
    /// The letters that are used travel along in the file.
    #[default]
    Embedded,
    /// Only the name of the typeface; words keep their width whatever stands in for it.
    Named,
}

/// `scene` as an SVG document.
#[must_use]
pub fn svg(scene: &Scene, lettering: Lettering) -> String {
    let mut out = Writer { out: String::new(), lettering, ids: BTreeMap::new() };
    out.document(scene);
    out.out
}

struct Writer {
    out: String,
    lettering: Lettering,
    /// How often each group id was given out.
    ids: BTreeMap<String, usize>,
}

impl Writer {
    fn document(&mut self, scene: &Scene) {
        let Rect { min, .. } = scene.bounds;
        let (x, y) = (number(min.x), number(min.y));
        let (w, h) = (number(scene.bounds.width()), number(scene.bounds.height()));
        self.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"{x} {y} {w} {h}\" role=\"graphics-document\" \
             aria-labelledby=\"title desc\" font-family=\"{}, 'Noto Sans', 'Segoe UI', \
             'Helvetica Neue', Arial, sans-serif\">",
            fonts::FAMILY
        ));
        self.line(&format!("<title id=\"title\">{}</title>", escaped(&scene.title)));
        self.line(&format!("<desc id=\"desc\">{}</desc>", escaped(&scene.description)));
        if self.lettering == Lettering::Embedded {
            self.letters(scene);
        }
        self.line(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{}/>",
            fill(Some(scene.ground))
        ));
        let mut rest = scene.items.as_slice();
        while let Some(first) = rest.first() {
            let same = |item: &&Item| item.layer == first.layer && item.subject == first.subject;
            let (group, after) = rest.split_at(rest.iter().take_while(same).count().max(1));
            self.group(scene, first, group);
            rest = after;
        }
        self.line("</svg>");
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// The letters that are used, as fonts inside the document.
    fn letters(&mut self, scene: &Scene) {
        let labels = || {
            scene.items.iter().filter_map(|item| match &item.shape {
                Shape::Text(label) => Some(label),
                _ => None,
            })
        };
        self.line("<style>");
        for weight in fonts::Weight::ALL {
            let is_text = |label: &&Label| fonts::has_all(&label.text, label.weight);
            let of_weight = labels().filter(|label| label.weight == weight).filter(is_text);
            let letters = of_weight.flat_map(|label| label.text.chars()).collect();
            if let Some(font) = subset(weight.bytes(), &letters) {
                self.line(&format!(
                    "@font-face{{font-family:{};font-weight:{};\
                     src:url(data:font/ttf;base64,{})format('truetype')}}",
                    fonts::FAMILY,
                    weight.number(),
                    base64(&font)
                ));
            }
        }
        self.line("</style>");
    }

    /// Shapes that belong together: one subject on one layer.
    fn group(&mut self, scene: &Scene, first: &Item, items: &[Item]) {
        let Some(subject) = &first.subject else {
            for item in items {
                self.item(item);
            }
            return;
        };
        let id = self.fresh_id(&subject_id(subject));
        let spoken = scene.spoken.get(subject).filter(|_| first.layer == Layer::People);
        let label = match spoken {
            Some(text) => format!(" role=\"img\" aria-label=\"{}\"", escaped(text)),
            None => String::new(),
        };
        self.line(&format!("<g id=\"{id}\"{label}>"));
        for item in items {
            self.item(item);
        }
        self.line("</g>");
    }

    fn fresh_id(&mut self, id: &str) -> String {
        let count = self.ids.entry(id.to_owned()).or_default();
        *count += 1;
        if *count == 1 { id.to_owned() } else { format!("{id}.{count}") }
    }

    fn item(&mut self, item: &Item) {
        let mut extra = String::new();
        if item.opacity < 1.0 {
            extra = format!(" opacity=\"{}\"", number(item.opacity));
        }
        match &item.shape {
            Shape::Rect { rect, radius, paint } => {
                let rx = if 0.0 < *radius {
                    format!(" rx=\"{}\"", number(*radius))
                } else {
                    String::new()
                };
                self.line(&format!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{rx}{}{extra}/>",
                    number(rect.min.x),
                    number(rect.min.y),
                    number(rect.width()),
                    number(rect.height()),
                    paint_attributes(*paint)
                ));
            }
            Shape::Circle { center, radius, paint } => self.line(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{extra}/>",
                number(center.x),
                number(center.y),
                number(*radius),
                paint_attributes(*paint)
            )),
            Shape::Path { path, paint } => self.line(&format!(
                "<path d=\"{}\"{}{extra}/>",
                path_data(path),
                paint_attributes(*paint)
            )),
            Shape::Text(label) => self.text(label, &extra),
            Shape::Icon { glyph, rect, color } => {
                if let Some(path) = icon_path(*glyph, *rect) {
                    let data = path_data(&path);
                    self.line(&format!("<path d=\"{data}\"{}{extra}/>", fill(Some(*color))));
                }
            }
        }
    }

    fn text(&mut self, label: &Label, extra: &str) {
        if let Some(line) = scripts::laid_out(label) {
            // As outlines: another machine may have another font for them, or none.
            self.line(&format!(
                "<g role=\"img\" aria-label=\"{}\"><path d=\"{}\"{}{extra}/></g>",
                escaped(&label.text),
                path_data(&line.path()),
                fill(Some(label.color))
            ));
            return;
        }
        let anchor = match label.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let length = match self.lettering {
            Lettering::Named if 0.0 < label.width => {
                format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(label.width))
            }
            Lettering::Named | Lettering::Embedded => String::new(),
        };
        self.line(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\"{anchor}{length}{}{extra}>{}</text>",
            number(label.at.x),
            number(label.at.y),
            number(label.size),
            label.weight.number(),
            fill(Some(label.color)),
            escaped(&label.text)
        ));
    }
}

/// A number as short as it can be written; never NaN, never an exponent.
fn number(value: f64) -> String {
    let value = if value.is_finite() { snap(value.clamp(-1e9, 1e9)) } else { 0.0 };
    format!("{value}")
}

fn hex(color: Color) -> String {
    let [r, g, b, _] = color.0;
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// The opacity of `color` as attribute `name`; nothing when it is opaque.
fn alpha(name: &str, color: Color) -> String {
    let [.., a] = color.0;
    if a == u8::MAX {
        return String::new();
    }
    format!(" {name}=\"{}\"", number(f64::from(a) / 255.0))
}

fn fill(color: Option<Color>) -> String {
    color.map_or_else(
        || " fill=\"none\"".to_owned(),
        |color| format!(" fill=\"{}\"{}", hex(color), alpha("fill-opacity", color)),
    )
}

fn paint_attributes(paint: Paint) -> String {
    let mut out = fill(paint.fill);
    let Some(Stroke { color, width, dash, cap }) = paint.stroke else { return out };
    let alpha = alpha("stroke-opacity", color);
    out += &format!(" stroke=\"{}\"{alpha} stroke-width=\"{}\"", hex(color), number(width));
    if let Some([on, off, on2, off2]) = dash {
        out += &format!(" stroke-dasharray=\"{} {}", number(on), number(off));
        if (on, off) != (on2, off2) {
            out += &format!(" {} {}", number(on2), number(off2));
        }
        out.push('"');
    }
    match cap {
        Cap::Butt => {}
        Cap::Round => out += " stroke-linecap=\"round\" stroke-linejoin=\"round\"",
    }
    out
}

fn path_data(path: &Path) -> String {
    let mut data = String::new();
    for step in &path.steps {
        let (letter, points): (char, &[Point]) = match step {
            Step::Move(a) => ('M', &[*a]),
            Step::Line(a) => ('L', &[*a]),
            Step::Quad(a, b) => ('Q', &[*a, *b]),
            Step::Cubic(a, b, c) => ('C', &[*a, *b, *c]),
            Step::Close => ('Z', &[]),
        };
        data.push(letter);
        for (i, point) in points.iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            // Writing to a string cannot fail.
            let _written = write!(data, "{space}{},{}", number(point.x), number(point.y));
        }
    }
    data
}

/// `text` for use between tags and in attributes. Characters that XML cannot hold are dropped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if is_xml(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// The characters that XML 1.0 allows (§2.2).
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}
