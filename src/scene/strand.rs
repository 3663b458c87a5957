//! Strands: what comes back, as a coloured line around people and along the family lines.

use std::collections::BTreeMap;

use crate::model::PersonId;
use crate::theme::{self, Color, Hue, Ply, Theme};

/// A strand to be drawn. What it stands for is the caller's business.
#[derive(Clone, Debug, PartialEq)]
pub struct StrandView {
    /// Its colour.
    pub hue: StrandHue,
    /// What tells it from others of much the same colour.
    pub ply: Ply,
    /// What it is called, for the legend; may be empty.
    pub label: String,
    /// Who gets a loop.
    pub carriers: Vec<PersonId>,
    /// Whose loop is not a full one.
    pub rings: BTreeMap<PersonId, Ring>,
    /// From carrier to carrier, downwards.
    pub edges: Vec<StrandEdge>,
    /// Where it ends.
    pub ends: Vec<StrandEnd>,
    /// How strongly it is drawn.
    pub emphasis: Emphasis,
}

impl StrandView {
    /// Does `person` take part in it: as a carrier, passed over, or where it ends?
    #[must_use]
    pub fn names(&self, person: &PersonId) -> bool {
        self.carriers.contains(person)
            || self.edges.iter().any(|edge| edge.over.contains(person))
            || self.ends.iter().any(|end| end.person == *person)
    }

    /// Does it run from `parent` to somebody of whom `is_child` is true?
    pub(super) fn leads_down(
        &self,
        parent: &PersonId,
        is_child: impl Fn(&PersonId) -> bool,
    ) -> bool {
        let leads = |edge: &StrandEdge| {
            let starts = edge.from == *parent || edge.over.contains(parent);
            starts && (is_child(&edge.to) || edge.over.iter().any(&is_child))
        };
        let ends = |end: &StrandEnd| end.kind.has_way() && is_child(&end.person);
        self.edges.iter().any(leads) || self.carriers.contains(parent) && self.ends.iter().any(ends)
    }
}

/// What the loop around a carrier looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ring {
    /// Has it, or had it until the end.
    #[default]
    Full,
    /// Had it, it is over: light between two thin lines.
    Over,
    /// A partner or somebody else outside the family line: dotted.
    Beside,
}

/// The colour of a strand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrandHue {
    /// That of a life area.
    Area(Hue),
    /// The green of strengths.
    Strength,
}

impl StrandHue {
    /// As `theme` paints it.
    #[must_use]
    pub fn color(self, theme: &Theme) -> Color {
        match self {
            Self::Area(hue) => theme.family(hue),
            Self::Strength => theme.strength,
        }
    }

    /// Does it need another sign to be told from `other`?
    pub(super) fn is_like(self, other: Self) -> bool {
        let family = |hue| match hue {
            Self::Area(hue) => Some(hue),
            Self::Strength => None,
        };
        theme::are_alike(family(self), family(other))
    }
}

/// One step of a strand, from a carrier to a child or grandchild.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrandEdge {
    /// The upper carrier.
    pub from: PersonId,
    /// The lower carrier.
    pub to: PersonId,
    /// Those it passes over, each a child of `from` and a parent of `to`.
    pub over: Vec<PersonId>,
    /// Direct, or over somebody.
    pub kind: StrandKind,
}

/// How a strand gets from one carrier to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StrandKind {
    /// From parent to child.
    Direct,
    /// Over somebody who does not have it.
    Skipped,
    /// Over somebody of whom nobody knows.
    Gap,
}

/// Where a strand ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrandEnd {
    /// With whom.
    pub person: PersonId,
    /// How.
    pub kind: StrandEndKind,
}

/// How a strand ends with somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StrandEndKind {
    /// Asked, and no: an open green ring on the line before the person.
    Stops,
    /// Nobody knows: it fades out, and a "?" stands at the person.
    Open,
    /// Nothing is drawn, but the person stands out with the others: too young to say.
    NotYet,
    /// It is over in this carrier's own life: a solid green knot at the person.
    Ended,
}

impl StrandEndKind {
    /// Is a way drawn to the person?
    pub(super) const fn has_way(self) -> bool {
        match self {
            Self::Stops | Self::Open => true,
            Self::NotYet | Self::Ended => false,
        }
    }
}

/// How strongly a strand is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// At full strength; at most three are.
    #[default]
    Full,
    /// At 35 %.
    Dimmed,
}
