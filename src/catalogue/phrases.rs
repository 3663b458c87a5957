//! The words and flags of every theme: what is said of who has it, had it, got out, did not begin,
//! and what may be asked (telling.md §1, §3, §6).
//!
//! They stand in `assets/catalogue/phrases/*.ron`, one row a theme, Dutch and English side by side.
//! A row is found by the theme as it is spelled on cards: `geld-schulden`, `ef-tijd`,
//! `strong(ef-tijd)`, `s-humor`, `geld`, `young-parent`, `contact(violence)`, `own`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rows::WordsRow;
use crate::i18n::{Lang, Words};

/// The theme of everything that a family put in words of its own; its words hold `{label}`.
pub const OWN: &str = "own";

/// What is said of one theme.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// As it is spelled on cards.
    pub theme: String,
    /// The problem kind under which the same is entered by hand; it is told under this theme.
    #[serde(default)]
    pub entered_as: Option<String>,
    /// What its end is.
    pub ends: Ends,
    /// Whether it may stand in the first list.
    pub tell: Tell,
    /// May people be listed who were asked and never had it?
    pub tell_not: bool,
    /// May "Eerst …, nu …" be said?
    pub first_now: FirstNow,
    /// Is it asked only of people with a child on the map?
    #[serde(default)]
    pub ask_parents: bool,
    /// Where "ook" after the sentence would say the wrong thing, [`Self::still`] says it.
    #[serde(default)]
    pub too_is_still: bool,
    /// Is it said of nobody but the person who opened it?
    #[serde(default)]
    pub own_only: bool,
    /// Is it never said of who is under 18 now? That is for the coach, not for a card.
    #[serde(default)]
    pub never_of_a_child: bool,
    /// Are people called by their name alone?
    #[serde(default)]
    pub short_names: bool,
    /// Is the closing question only for a card that is wholly past?
    #[serde(default)]
    pub close_past: bool,
    /// Does the card say that stress makes it harder for everybody?
    #[serde(default)]
    pub stress_line: bool,
    /// Does the card say whom to call?
    #[serde(default)]
    pub helpline: bool,
    /// The name on map, card, overview and legend.
    #[serde(with = "WordsRow")]
    pub title: Words,
    /// Of two people together; only of ties and of unions.
    #[serde(default)]
    pub pair: Option<Both<Pair>>,
    /// Has it.
    #[serde(default)]
    pub now: Option<Both<Forms>>,
    /// Had it: it is over, it happened, or the person is dead.
    pub then: Both<Forms>,
    /// Has it, directly after a sentence that names the theme.
    #[serde(default)]
    pub still: Option<Both<Forms>>,
    /// Was asked and never had it.
    #[serde(default)]
    pub not: Option<Both<Forms>>,
    /// The same of the dead.
    #[serde(default)]
    pub not_then: Option<Both<Forms>>,
    /// Like [`Self::not`], directly after a sentence that names the theme.
    #[serde(default)]
    pub not_short: Option<Both<Forms>>,
    /// The same of the dead.
    #[serde(default)]
    pub not_short_then: Option<Both<Forms>>,
    /// Had it and got out.
    #[serde(default)]
    pub out: Option<Both<Forms>>,
    /// The same of the dead.
    #[serde(default)]
    pub out_then: Option<Both<Forms>>,
    /// Never began with it: habits only.
    #[serde(default)]
    pub not_begun: Option<Both<Forms>>,
    /// Several who have it, each on their own.
    #[serde(default)]
    pub each_now: Option<Both<Each>>,
    /// Several who had it, each on their own.
    #[serde(default)]
    pub each_then: Option<Both<Each>>,
    /// Of somebody under 18 who has it.
    #[serde(default)]
    pub child_now: Option<Both<ChildForms>>,
    /// The same, directly after a sentence that names the theme.
    #[serde(default)]
    pub child_still: Option<Both<ChildForms>>,
    /// Of somebody under 18 who was asked and does not have it.
    #[serde(default)]
    pub child_not: Option<Both<ChildForms>>,
    /// Of somebody under 18 who got out.
    #[serde(default)]
    pub child_out: Option<Both<ChildForms>>,
    /// A child grows up with it now; never said where it is absent.
    #[serde(default)]
    pub grow: Option<Both<ChildForms>>,
    /// Childhood kinds: the children of now, when all who were asked said no.
    #[serde(default)]
    pub next: Option<Both<ChildForms>>,
    /// The same when they are grown up.
    #[serde(default)]
    pub next_then: Option<Both<ChildForms>>,
    /// After "Je moeder was 23"; no age is said where it is absent.
    #[serde(default)]
    pub when: Option<Both<String>>,
    /// The question about somebody of whom it is not known.
    #[serde(default)]
    pub ask: Option<Both<Question>>,
    /// The question to, or about, somebody who got out.
    #[serde(default)]
    pub ask_helped: Option<Both<Question>>,
    /// The question to, or about, somebody who never began.
    #[serde(default)]
    pub ask_not_begun: Option<Both<Question>>,
    /// The hopeful question about the children.
    #[serde(default)]
    pub wish: Option<Both<Question>>,
    /// From whom something strong was learned.
    #[serde(default)]
    pub learned: Option<Both<Question>>,
    /// The last question when there is no other.
    pub close: Both<Question>,
}

impl Phrases {
    /// Is it an event, or of childhood: always said as past?
    #[must_use]
    pub fn is_always_past(&self) -> bool {
        self.now.as_ref().is_none_or(|now| *now == self.then)
    }
}

/// What the end of a theme is (telling.md §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Ends {
    /// Somebody can stop, get out, keep out of it: words and signs.
    Stop,
    /// It can pass: words, no sign.
    Pass,
    /// There is no end to tell.
    Never,
}

/// Whether a theme may stand in the first list (telling.md §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Tell {
    /// It may.
    Default,
    /// Only when somebody asks for more.
    OnRequest,
}

/// Whether "Eerst had opa schulden, nu jij" may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum FirstNow {
    /// It would be untrue or a verdict.
    Never,
    /// For one theme of a whole list at most.
    Once,
    /// It may.
    Free,
}

/// The same in Dutch and in English.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    /// Dutch.
    pub nl: T,
    /// English.
    pub en: T,
}

impl<T> Both<T> {
    /// That of one language.
    #[must_use]
    pub const fn of(&self, lang: Lang) -> &T {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// A predicate after "jij", after one person, and after several.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "(String, String, String)")]
pub struct Forms {
    /// After "jij" or "you"; empty where nobody is told so.
    pub you: String,
    /// After one other person.
    pub one: String,
    /// After several, or after "jullie".
    pub many: String,
}

impl From<(String, String, String)> for Forms {
    fn from((you, one, many): (String, String, String)) -> Self {
        Self { you, one, many }
    }
}

/// A predicate of children.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "(String, String)")]
pub struct ChildForms {
    /// Of one.
    pub one: String,
    /// Of several.
    pub many: String,
}

impl From<(String, String)> for ChildForms {
    fn from((one, many): (String, String)) -> Self {
        Self { one, many }
    }
}

/// A predicate of several who have it each on their own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "(String, String)")]
pub struct Each {
    /// Of two ("allebei").
    pub two: String,
    /// Of more ("allemaal").
    pub more: String,
}

impl From<(String, String)> for Each {
    fn from((two, more): (String, String)) -> Self {
        Self { two, more }
    }
}

/// A predicate of two people with each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// It is so now.
    #[serde(default)]
    pub now: Option<String>,
    /// It was so, or it happened.
    pub then: String,
    /// It happened to a second pair too.
    #[serde(default)]
    pub also: Option<String>,
    /// It is over.
    #[serde(default)]
    pub out: Option<String>,
}

/// One question, to whom it is put or about whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// About others: `{wie}` / `{who}`.
    #[serde(default)]
    pub of: Option<String>,
    /// About the dead.
    #[serde(default)]
    pub past: Option<String>,
    /// To the one focus person.
    #[serde(default)]
    pub you: Option<String>,
    /// To two focus persons; absent where it is never put to two, and in English, which says "you".
    #[serde(default)]
    pub two: Option<String>,
}

impl Both<Question> {
    /// As it is put to two focus persons; `None` where it is never put to two.
    #[must_use]
    pub fn to_two(&self, lang: Lang) -> Option<&str> {
        let dutch = self.nl.two.as_deref()?;
        match lang {
            Lang::Nl => Some(dutch),
            Lang::En => self.en.you.as_deref(),
        }
    }
}

/// All rows, in the order of the files, which is the order of the catalogue.
const FILES: [&str; 17] = [
    include_str!("../../assets/catalogue/phrases/geld.ron"),
    include_str!("../../assets/catalogue/phrases/wonen.ron"),
    include_str!("../../assets/catalogue/phrases/werk.ron"),
    include_str!("../../assets/catalogue/phrases/leren.ron"),
    include_str!("../../assets/catalogue/phrases/lichaam.ron"),
    include_str!("../../assets/catalogue/phrases/gevoel.ron"),
    include_str!("../../assets/catalogue/phrases/gebruik.ron"),
    include_str!("../../assets/catalogue/phrases/opv.ron"),
    include_str!("../../assets/catalogue/phrases/relatie.ron"),
    include_str!("../../assets/catalogue/phrases/veilig.ron"),
    include_str!("../../assets/catalogue/phrases/meedoen.ron"),
    include_str!("../../assets/catalogue/phrases/recht.ron"),
    include_str!("../../assets/catalogue/phrases/strengths.ron"),
    include_str!("../../assets/catalogue/phrases/skills.ron"),
    include_str!("../../assets/catalogue/phrases/derived.ron"),
    include_str!("../../assets/catalogue/phrases/contacts.ron"),
    include_str!("../../assets/catalogue/phrases/areas.ron"),
];

/// The words of every theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Book {
    rows: Vec<Phrases>,
    /// Where the row of each spelling stands.
    places: BTreeMap<String, usize>,
}

impl Book {
    /// What the program carries.
    pub(super) fn parse() -> Result<Self, ron::error::SpannedError> {
        let mut rows: Vec<Phrases> = Vec::new();
        for file in FILES {
            rows.extend(super::rows::<Phrases>(file)?);
        }
        let mut places = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            places.insert(row.theme.clone(), at);
            if let Some(kind) = &row.entered_as {
                places.insert(kind.clone(), at);
            }
        }
        Ok(Self { rows, places })
    }

    /// All rows.
    pub(super) fn rows(&self) -> &[Phrases] {
        &self.rows
    }

    /// The row of a theme as it is spelled on cards.
    pub(super) fn get(&self, theme: &str) -> Option<&Phrases> {
        self.rows.get(*self.places.get(theme)?)
    }
}

#[cfg(test)]
mod tests;
