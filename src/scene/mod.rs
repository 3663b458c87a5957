//! The picture: (family, layout, view) in, shapes in painting order out. The only home of drawing
//! rules.
//!
//! The window, SVG, PNG and paper all draw a [`Scene`]; none of them decides how anything looks.
//! Knows no zoom, no selection, no typeface. One file per family of signs.

mod badge;
mod band;
mod bond;
mod build;
mod cast;
mod couple;
mod crossing;
mod fit;
mod flag;
mod found;
mod frame;
mod home;
mod household;
#[cfg(test)]
mod fixture;
mod join;
mod knot;
mod label;
mod lanes;
mod lead;
mod legend;
mod lifelines;
mod line;
mod line_sample;
mod metrics;
mod more;
mod neck;
mod overview;
mod person;
mod relation;
mod route;
mod run;
mod shape;
mod shared;
mod sibship;
mod stage;
mod strand;
mod support;
mod tie;
mod union;
mod view;
mod way;
mod weave;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::{Point, Rect};
use crate::model::{GoalId, PersonId, RelationId, Subject};
use crate::theme::Color;

pub use band::own_generation_words;
pub use build::{build, layout_options, layout_options_of, layout_options_under, scale_of};
pub use cast::Cast;
pub use fit::lines_of;
pub use found::{
    MOST_AT_FULL_STRENGTH, card_strands, card_title, label, strand_hues, strand_looks,
    strand_views, theme_hue, theme_icon,
};
pub use lifelines::{
    AgeBand, Along, LifeBar, LifePart, LifeRow, LifeView, Lifelines, Whose as WhoseLives, lifelines,
};
pub use line_sample::line_sample;
pub use overview::{Across, Column, Group, Overview, OverviewCell, overview};
pub use shape::{Anchor, Cap, Label, Paint, Path, Shape, Step, Stroke};
pub use strand::{
    Emphasis, Ring, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView,
};
pub use tie::{line_sentence, line_told, line_years};
pub use view::{Part, Plates, Relations, Sensitive, Supports, View};
pub use words::{
    age as life_age, union_kind, union_state, union_told, without_name, years as life_years,
};

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Everything that is drawn, in painting order: by layer, then as added.
    pub items: Vec<Item>,
    /// What the picture covers, margin included.
    pub bounds: Rect,
    /// What shows where nothing is drawn.
    pub ground: Color,
    /// What the picture is called.
    pub title: String,
    /// What it shows, in a sentence, for those who do not see it.
    pub description: String,
    /// Where a "?" stands at somebody of whom something is not known.
    pub questions: BTreeMap<PersonId, Rect>,
    /// What is said of each subject to those who do not see it.
    pub spoken: BTreeMap<Subject, String>,
    /// The way of every relation that is drawn, for a hand that takes hold of it.
    pub ways: BTreeMap<RelationId, Vec<Point>>,
    /// The signs of the legend that somebody on the picture has, for a hand that asks who.
    pub explained: Vec<Explained>,
    /// Where the flag of every goal stands, for a hand that opens it.
    pub goals: BTreeMap<GoalId, Vec<Rect>>,
    /// Which lines of text are read as one, in the order of the items; other lines are read alone.
    pub passages: Vec<Passage>,
}

/// Lines of text that are read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The place of its first line, or shape, among the items.
    pub first: usize,
    /// How many it has.
    pub count: usize,
    /// What it is on the page.
    pub role: Role,
}

/// What a passage is on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Sentences.
    Paragraph,
    /// A heading of this level, 1 for the title.
    Heading(u8),
    /// A picture, of what these words say.
    Figure(String),
    /// What stands on every page, and is not read aloud on each.
    Running,
}

/// A sign of the legend, and who has what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// Where the sign and its words stand.
    pub rect: Rect,
    /// What it stands for, in words.
    pub words: String,
    /// Everybody on the picture who has it.
    pub people: BTreeSet<PersonId>,
}

/// One shape and what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The person, union, relation … that it shows, if any.
    pub subject: Option<Subject>,
    /// The strand of the view that it belongs to, by its place in [`View::strands`].
    pub strand: Option<usize>,
    /// Where it lies in the pile.
    pub layer: Layer,
    /// 1 is as painted, 0 is not there.
    pub opacity: f64,
    /// The size of the letters that this is the ground of: without them it is not drawn either.
    pub letters: Option<f64>,
    /// What is drawn.
    pub shape: Shape,
}

/// The pile of paper, from the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Generation bands and their words.
    Bands,
    /// Outlines around those who live together.
    Households,
    /// The lines of unions and children.
    Lines,
    /// Strands along the lines.
    Strands,
    /// Emotional and contact lines: below whatever is read.
    Relations,
    /// Divorce marks, labels on lines, names of homes, knots at the ends of strands.
    Marks,
    /// People: loops, symbols, names, tiles.
    People,
    /// Title and legend.
    Frame,
}

impl Scene {
    /// Nothing on this ground.
    #[must_use]
    pub fn empty(ground: Color) -> Self {
        Self {
            items: Vec::new(),
            bounds: Rect::default(),
            ground,
            title: String::new(),
            description: String::new(),
            questions: BTreeMap::new(),
            spoken: BTreeMap::new(),
            ways: BTreeMap::new(),
            explained: Vec::new(),
            goals: BTreeMap::new(),
            passages: Vec::new(),
        }
    }

    /// The items of `subject`, in painting order.
    pub fn items_of<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| item.subject.as_ref() == Some(subject))
    }
}

/// The name of `subject` inside a drawing: fit for an XML id, the same for the same subject.
///
/// Ids of the family keep their ASCII letters and digits; other characters become numbers.
#[must_use]
pub fn subject_id(subject: &Subject) -> String {
    let (kind, id) = match subject {
        Subject::Person(id) => ("person", id.as_str()),
        Subject::Union(id) => ("union", id.as_str()),
        Subject::Relation(id) => ("relation", id.as_str()),
        Subject::Household(id) => ("household", id.as_str()),
        Subject::Support(id) => ("support", id.as_str()),
    };
    let letters = id.chars().map(|c| match c {
        c if c.is_ascii_alphanumeric() || c == '-' => c.to_string(),
        c => format!("_{:x}_", u32::from(c)),
    });
    format!("{kind}-{}", letters.collect::<String>())
}

#[cfg(test)]
mod tests;
