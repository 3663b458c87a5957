//! The palette: first a life area, then a kind, then since when and whether it plays now.
//!
//! Typing searches in both languages. What is not in the list can be added in own words.

mod answer;
mod show;
mod strengths;

use super::{Action, EditAction, NewStrength};
use crate::catalogue::{Catalogue, Entry as Row};
use crate::document::OwnWords;
use crate::i18n::Lang;
use crate::model::{Bearer, KindId, StrengthId};

pub(super) use show::bearer_name;
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
    /// The strength that was put on or tapped last.
    strength: Option<Tapped>,
    wants_focus: bool,
    // The caret goes to "since when" of what was put on with a key, once that is there.
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
    pub(super) fn take_own_words(&mut self, lang: Lang) -> Option<Action> {
        let own = self.own_words(lang)?;
        self.query.clear();
        Some(Action::Edit(match own {
            OwnWords::Problem(on, label) => {
                self.own = Some(label.clone());
                EditAction::AddOwnKind { on, label }
            }
            OwnWords::Strength(on, words) => {
                EditAction::AddStrength(on, NewStrength { kind: None, words, since: None })
            }
        }))
    }

    /// What is typed and is in no list, if anything is.
    pub(super) fn own_words(&self, lang: Lang) -> Option<OwnWords> {
        let words = self.query.trim().to_owned();
        let catalogue = Catalogue::builtin();
        let has_answer = |(words, _): (&str, _)| answer::has_kind(catalogue, words, lang);
        if self.mode == Mode::Problems && answer::answered(&words).is_some_and(has_answer) {
            return None;
        }
        let found = catalogue.search(&words, lang);
        let is_listed = found.iter().any(|row| match self.mode {
            Mode::Problems => matches!(row, Row::Kind(_) | Row::Strength(_) | Row::Skill(_)),
            Mode::Strengths => matches!(row, Row::Strength(_)),
        });
        if words.is_empty() || is_listed {
            return None;
        }
        let on = self.bearer.clone();
        Some(match self.mode {
            Mode::Problems => OwnWords::Problem(on, words),
            Mode::Strengths => OwnWords::Strength(on, words),
        })
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
            strength: None,
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
