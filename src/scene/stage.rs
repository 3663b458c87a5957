//! The bench at which a scene is put together: what is drawn from, and what is drawn so far.

use std::collections::BTreeMap;

use crate::fonts::{Weight, text_width};
use crate::geometry::{Point, Rect, Size};
use crate::i18n::Texts;
use crate::layout::Layout;
use crate::model::{FamilyMap, GoalId, PersonId, RelationId, Subject, UnionId};
use crate::scene::cast::{Cast, Plate};
use crate::scene::metrics::Metrics;
use crate::scene::person::{MOST_LOOPS, ring_distance};
use crate::scene::shape::{Anchor, Label, Paint, Path, Shape, Stroke};
use crate::scene::strand::{Emphasis, Ring, StrandHue};
use crate::scene::view::View;
use crate::scene::{Explained, Item, Layer};
use crate::theme::{Color, Ply, Theme};

/// What is drawn from, and the items drawn so far.
pub(super) struct Stage<'a> {
    pub map: &'a FamilyMap,
    pub cast: &'a Cast,
    pub layout: &'a Layout,
    pub view: &'a View,
    pub texts: Texts,
    pub metrics: Metrics,
    pub items: Vec<Item>,
    /// The way of every relation drawn so far.
    pub ways: BTreeMap<RelationId, Vec<Point>>,
    /// The signs of the legend that somebody on the picture has.
    pub explained: Vec<Explained>,
    /// Where the flag of every goal drawn so far stands.
    pub goals: BTreeMap<GoalId, Vec<Rect>>,
}

/// To whom the next shapes belong, and how strongly they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pen {
    pub layer: Layer,
    pub subject: Option<Subject>,
    pub strand: Option<usize>,
    pub opacity: f64,
}

impl Pen {
    pub(super) const fn on(layer: Layer) -> Self {
        Self { layer, subject: None, strand: None, opacity: 1.0 }
    }

    pub(super) fn of(self, subject: Subject) -> Self {
        Self { subject: Some(subject), ..self }
    }

    pub(super) fn faint(self, opacity: f64) -> Self {
        Self { opacity: self.opacity * opacity, ..self }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextStyle {
    pub anchor: Anchor,
    pub size: f64,
    pub weight: Weight,
    pub color: Color,
}

impl TextStyle {
    /// Centred, of regular weight.
    pub(super) const fn centered(size: f64, color: Color) -> Self {
        Self { anchor: Anchor::Middle, size, weight: Weight::Regular, color }
    }

    /// From the left, of regular weight.
    pub(super) const fn from_left(size: f64, color: Color) -> Self {
        Self { anchor: Anchor::Start, size, weight: Weight::Regular, color }
    }

    /// The width of `text` set so.
    pub(super) fn width(&self, text: &str) -> f64 {
        text_width(text, self.size, self.weight)
    }

    pub(super) const fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    pub(super) const fn semi_bold(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }
}

/// Where one person's symbol stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// Centre of the symbol.
    pub symbol: Point,
    /// The box of symbol and label.
    pub frame: Rect,
}

impl<'a> Stage<'a> {
    pub(super) fn theme(&self) -> &'static Theme {
        self.view.theme
    }

    /// Adds a shape, snapped. A shape without any extent in ink is still added.
    pub(super) fn add(&mut self, pen: &Pen, shape: Shape) {
        self.items.push(Item {
            subject: pen.subject.clone(),
            strand: pen.strand,
            layer: pen.layer,
            opacity: pen.opacity,
            letters: None,
            shape: shape.snapped(),
        });
    }

    /// Adds the ground of a word with letters of this `size`: it is there only where they can be read.
    pub(super) fn ground(&mut self, pen: &Pen, shape: Shape, size: f64) {
        self.add(pen, shape);
        if let Some(item) = self.items.last_mut() {
            item.letters = Some(size);
        }
    }

    /// Adds an outline or line.
    pub(super) fn stroke(&mut self, pen: &Pen, path: Path, stroke: Stroke) {
        self.add(pen, Shape::Path { path, paint: Paint::stroke(stroke) });
    }

    /// Adds one line of text; nothing for an empty one.
    pub(super) fn text(&mut self, pen: &Pen, text: &str, at: Point, style: TextStyle) {
        if text.trim().is_empty() {
            return;
        }
        let TextStyle { anchor, size, weight, color } = style;
        let width = text_width(text, size, weight);
        let text = text.to_owned();
        self.add(pen, Shape::Text(Label { at, text, anchor, size, weight, color, width }));
    }

    /// Adds a word on a ground of its own: no outline or line behind it touches it.
    pub(super) fn pill(&mut self, pen: &Pen, text: &str, center: Point, style: TextStyle) {
        let size = self.pill_size(text, style);
        let (rect, radius) = (Rect::centered(center, size), size.h / 2.0);
        let paint = Paint::fill(self.theme().panel);
        self.ground(pen, Shape::Rect { rect, radius, paint }, style.size);
        self.text(pen, text, center.moved(0.0, 0.36 * style.size), style);
    }

    /// The room that a word on its own ground takes.
    pub(super) fn pill_size(&self, text: &str, style: TextStyle) -> Size {
        Size::new(style.width(text) + 12.0 * self.metrics.unit, 1.5 * style.size)
    }

    /// Adds a tick that fits a disc of `radius`.
    pub(super) fn tick(&mut self, pen: &Pen, center: Point, radius: f64, color: Color) {
        let corners = [(-0.42, 0.02), (-0.1, 0.34), (0.44, -0.32)];
        let points = corners.map(|(x, y)| center.moved(x * radius, y * radius));
        let stroke = Stroke::solid(color, (radius * 0.24).max(1.2)).round();
        self.stroke(pen, Path::polyline(&points), stroke);
    }

    /// Where the person with this index stands.
    pub(super) fn spot(&self, index: usize) -> Option<Spot> {
        let center = *self.layout.people.get(index)?;
        let member = self.cast.family.people.get(index)?;
        let frame = Rect::centered(center, member.size);
        let symbol = Point::new(center.x, frame.min.y + member.symbol_drop);
        Some(Spot { symbol, frame })
    }

    /// What stands under the person with this index.
    pub(super) fn plate(&self, index: usize) -> Option<&'a Plate> {
        self.cast.plates.get(index)
    }

    /// The index of a person.
    pub(super) fn index_of(&self, person: &PersonId) -> Option<usize> {
        self.cast.index_of(person)
    }
}

impl Stage<'_> {
    /// Is this person part of what is shown now?
    pub(super) fn is_visible(&self, person: &PersonId) -> bool {
        self.view.people.is_empty() || self.view.people.contains(person)
    }

    /// Does the line lead to somebody who is shown now? Lines to nobody count as shown.
    pub(super) fn is_visible_index(&self, person: Option<usize>) -> bool {
        self.id_at(person).is_none_or(|id| self.is_visible(id))
    }

    /// Who has this index.
    pub(super) fn id_at(&self, index: Option<usize>) -> Option<&PersonId> {
        self.cast.people.get(index?)
    }

    /// How strongly this person is drawn.
    pub(super) fn faintness(&self, person: &PersonId) -> f64 {
        let (lit, dimmed) = (&self.view.lit, self.theme().dimmed);
        if !lit.is_empty() {
            return if lit.contains(person) { 1.0 } else { dimmed };
        }
        if !self.view.dim_others {
            return 1.0;
        }
        let full = |at: &usize| self.is_at_full_strength(*at);
        let carries = self.cast.loops.get(person).is_some_and(|loops| loops.iter().any(full));
        let mut strands = self.view.strands.iter().filter(|it| it.emphasis == Emphasis::Full);
        let takes_part = carries || strands.any(|strand| strand.names(person));
        if takes_part { 1.0 } else { dimmed }
    }

    /// From the middle of a symbol to clear of it and of its loops.
    pub(super) fn clearance(&self, person: usize) -> f64 {
        let metrics = &self.metrics;
        let loops = self.id_at(Some(person)).and_then(|id| self.cast.loops.get(id));
        let out = match loops.map_or(0, |loops| loops.len().min(MOST_LOOPS)) {
            0 => 0.0,
            rings => ring_distance(metrics, rings - 1) + metrics.loop_width / 2.0,
        };
        let half = self.plate(person).map_or(metrics.half, |it| it.symbol.half(metrics.unit));
        half + out + 12.0 * metrics.unit
    }

    /// The colour of a strand: fainter when others stand out. Not see-through, so that a strand
    /// that runs over itself stays even.
    pub(super) fn strand_color(&self, strand: usize) -> Color {
        let theme = self.theme();
        let Some(strand) = self.view.strands.get(strand) else { return theme.strength };
        let full = strand.hue.color(theme);
        match strand.emphasis {
            Emphasis::Full => full,
            Emphasis::Dimmed => theme.ground.mixed(full, theme.dimmed),
        }
    }

    /// What the loop of `strand` around `person` looks like.
    pub(super) fn ring(&self, strand: usize, person: &PersonId) -> Ring {
        let of = self.view.strands.get(strand).and_then(|strand| strand.rings.get(person));
        of.copied().unwrap_or_default()
    }

    /// Does a strand stand out, or not stand back behind others?
    pub(super) fn is_at_full_strength(&self, strand: usize) -> bool {
        self.view.strands.get(strand).is_some_and(|it| it.emphasis == Emphasis::Full)
    }

    /// The line inside a strand of `width` that tells it from others without colour, if it has one.
    pub(super) fn core_stroke(&self, strand: usize, width: f64) -> Option<Stroke> {
        let strand = self.view.strands.get(strand)?;
        self.core_of((strand.hue, strand.ply), width)
    }

    /// The same of a strand that looks like this.
    pub(super) fn core_of(&self, (hue, ply): (StrandHue, Ply), width: f64) -> Option<Stroke> {
        let of_hue = match hue {
            StrandHue::Area(hue) => self.theme().core(hue),
            StrandHue::Strength => None,
        };
        // Where there are no colours, every family has a core of its own already.
        let core = of_hue.or_else(|| ply.core()).filter(|core| 0.0 < core.share)?;
        let stroke = Stroke::solid(self.theme().panel, core.share * width);
        let dash = match *core.dash {
            [on, off, on2, off2, ..] => Some([on, off, on2, off2]),
            [on, off, ..] => Some([on, off, on, off]),
            _ => None,
        };
        Some(Stroke { dash: dash.map(|lengths| lengths.map(|it| it * width)), ..stroke })
    }

    /// Do the partners of this union share an ancestor by birth?
    pub(super) fn are_blood_relatives(&self, union: &UnionId) -> bool {
        self.cast.blood_relatives.contains(union)
    }
}
