//! The palette: first a life area, then a kind, then since when and whether it plays now.
//!
//! Typing searches in both languages. What is not in the list can be added in own words.

mod kinds;
mod offers;
mod show;
mod skills;
mod strengths;
mod words;

use self::offers::own_found;
use super::context::PanelContext;
use super::{Action, EditAction};
use crate::catalogue::Entry as Row;
use crate::document::OwnWords;
use crate::model::{Bearer, Date, KindId, StrengthId};
use crate::quick::answer::{own_words, sought};

pub use show::{WIDTH, palette_ui};

/// In so many frames what was put on is there.
const FRAMES_TO_SINCE: u8 = 3;

/// An open palette. Lives in the session; nothing of it is saved.
#[derive(Clone, Debug)]
pub struct Palette {
    /// Whose it is.
    pub bearer: Bearer,
    /// The kinds under the digits.
    digits: Vec<KindId>,
    mode: Mode,
    query: String,
    /// Own words of which the life area is asked.
    own: Option<String>,
    area: Option<String>,
    kind: Option<KindId>,
    /// The kind that was put on or tapped last, whatever is looked for now.
    last: Option<KindId>,
    /// The strength that was put on or tapped last.
    strength: Option<Tapped>,
    /// The skill that was answered last.
    skill: Option<KindId>,
    wants_focus: bool,
    // The caret goes to "since when" of what was put on, once that is there: Tab in the search field.
    wants_since: u8,
    // Enter was pressed in the search field in this frame.
    entered: bool,
}

/// A strength whose details are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Tapped {
    /// Put on just now: of a kind, or in own words.
    New(Option<KindId>, String),
    /// Known by its id.
    Known(StrengthId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Problems,
    Strengths,
}

impl Palette {
    /// Takes what was typed and is in no list: it is no search, but words of the family's own. For
    /// problems it is asked afterwards where they belong.
    pub(super) fn take_own_words(&mut self, own: OwnWords) -> Action {
        self.go_on();
        if let OwnWords::Problem(_, label, _) = &own {
            self.own = Some(label.clone());
        }
        Action::Edit(EditAction::AddOwnWords(own))
    }

    /// What is typed and is in no list, if anything is.
    pub(super) fn own_words(&self, context: &PanelContext<'_>) -> Option<OwnWords> {
        let query = self.query.trim();
        let sought = sought(query, context.texts.lang(), context.today);
        let is_listed = sought.rows.iter().any(|row| match self.mode {
            Mode::Problems => matches!(row, Row::Kind(_) | Row::Strength(_) | Row::Skill(_)),
            Mode::Strengths => matches!(row, Row::Strength(_)),
        });
        let is_own = || self.mode == Mode::Problems && !own_found(context, query).0.is_empty();
        if query.is_empty() || is_listed || is_own() {
            return None;
        }
        Some(self.as_own_words(query, context.today))
    }

    /// `query` as words of the family's own, whatever a list has.
    fn as_own_words(&self, query: &str, today: Date) -> OwnWords {
        let (words, when) = own_words(query, today);
        let (on, words) = (self.bearer.clone(), words.to_owned());
        match self.mode {
            Mode::Problems => OwnWords::Problem(on, words, when),
            Mode::Strengths => OwnWords::Strength(on, words, when),
        }
    }

    /// The details of `kind` are shown, and of nothing else.
    fn show_kind(&mut self, kind: KindId) {
        self.last = Some(kind.clone());
        self.kind = Some(kind);
        self.strength = None;
        self.skill = None;
    }

    /// How `skill` goes is shown, and nothing else.
    fn show_skill(&mut self, skill: KindId) {
        self.skill = Some(skill);
        self.kind = None;
        self.strength = None;
    }

    /// The details of a strength are shown, and of nothing else.
    fn show_strength(&mut self, strength: Option<Tapped>) {
        self.strength = strength;
        self.kind = None;
        self.skill = None;
    }

    /// Nothing is told of what was put on before.
    fn show_nothing(&mut self) {
        self.kind = None;
        self.strength = None;
        self.skill = None;
    }

    /// What is typed was taken. The caret stays where it is, whatever was said and whatever not: what is
    /// typed next is looked for, and never written down where nobody looks.
    fn go_on(&mut self) {
        self.query.clear();
        self.wants_focus = true;
    }

    /// Are there details below of what was put on last?
    const fn has_details(&self) -> bool {
        self.kind.is_some() || self.strength.is_some() || self.skill.is_some()
    }

    /// A palette of problems for `bearer`, with the caret in the search field.
    #[must_use]
    pub fn problems(bearer: Bearer) -> Self {
        Self {
            bearer,
            digits: Vec::new(),
            mode: Mode::Problems,
            query: String::new(),
            own: None,
            area: None,
            kind: None,
            last: None,
            strength: None,
            skill: None,
            wants_focus: true,
            wants_since: 0,
            entered: false,
        }
    }

    /// Is the caret on its way to the search field?
    pub(super) const fn wants_focus(&self) -> bool {
        self.wants_focus || 0 < self.wants_since
    }

    /// The caret is to go to the search field.
    pub(super) const fn want_focus(&mut self) {
        self.wants_focus = !self.wants_focus();
    }

    /// The same with these kinds under the digits.
    #[must_use]
    pub fn with_digits(self, digits: Vec<KindId>) -> Self {
        Self { digits, ..self }
    }

    /// A palette of strengths for `bearer`.
    #[must_use]
    pub fn strengths(bearer: Bearer) -> Self {
        Self { mode: Mode::Strengths, ..Self::problems(bearer) }
    }
}
