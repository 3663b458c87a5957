//! The story: a family told scene by scene, in a conversation or a workshop.

use std::collections::BTreeSet;

use super::{CardId, Date, FindingId, PersonId};

/// So many scenes a story has at most.
pub const MAX_SCENES: usize = 100;
/// So many minutes a scene takes at most.
pub const MAX_MINUTES: u8 = 240;

/// One scene of the story: where to look, who is visible, what is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryScene {
    /// What the one who tells calls it. Not on the screen.
    pub title: String,
    /// The one sentence on the screen.
    pub text: String,
    /// Who is visible; empty: everybody.
    pub people: BTreeSet<PersonId>,
    /// The cards whose strands are drawn, the most important first.
    pub cards: Vec<CardId>,
    /// Findings whose strands are shown, in files of version 1. Kept as they were.
    pub findings: Vec<FindingId>,
    /// Centre of the view and zoom, in map units; finite. `None`: all that is visible fills the screen.
    pub camera: Option<Camera>,
    /// What is looked at.
    pub lens: Lens,
    /// The family as it was at the end of this year; `None`: today.
    pub year: Option<i32>,
    /// What people are called; `None`: as on the map of whoever tells.
    pub names: Option<Names>,
    /// First guess, then this.
    pub guess: Option<Reveal>,
    /// What only the one who tells reads.
    pub notes: String,
    /// Where those who look on easily go wrong. Only the one who tells reads it.
    pub trap: String,
    /// How long it takes, in minutes.
    pub minutes: Option<u8>,
}

impl StoryScene {
    /// Is everybody visible?
    #[must_use]
    pub fn shows_everybody(&self) -> bool {
        self.people.is_empty()
    }

    /// Can its year be one, and its minutes?
    #[must_use]
    pub fn has_possible_numbers(&self) -> bool {
        self.year.is_none_or(|year| Date::year_only(year).is_some())
            && self.minutes.is_none_or(|minutes| (1..=MAX_MINUTES).contains(&minutes))
    }
}

/// What is told once those who look on have guessed, in place of what the scene told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reveal {
    /// The sentence; empty: that of the scene stays.
    pub text: String,
    /// The cards whose strands are drawn; empty: those of the scene stay.
    pub cards: Vec<CardId>,
}

/// What a scene looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// The map.
    #[default]
    Map,
    /// The lifelines, by age.
    Lifelines,
}

/// What people are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// By their names.
    #[default]
    Shown,
    /// By what the focus person calls them: "oma", "broer".
    Kin,
    /// By invented names.
    Invented,
    /// Not at all.
    Off,
}

/// A view of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Centre, x.
    pub x: f64,
    /// Centre, y.
    pub y: f64,
    /// Screen points per map unit.
    pub zoom: f64,
}

impl Camera {
    /// Are these numbers, and is there something to see?
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.x.is_finite() && self.y.is_finite() && self.zoom.is_finite() && 0.0 < self.zoom
    }
}
