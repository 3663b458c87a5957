//! Where lines of text are not understood, and in which words that is said.

use super::Span;
use crate::i18n::Message;

/// A place in the text that is not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A name is expected here.
    NoName,
    /// A word is expected behind `#`, `+` or `~`.
    NoWord,
    /// The quotes do not end.
    OpenQuotes,
    /// Two at most are together.
    ThreePartners,
    /// There is one colon in a line at most.
    SecondColon,
    /// What is between two people stands between their two names.
    NoPair,
    /// No kind has this name; these are near.
    UnknownKind(String, Vec<String>),
    /// No kind of relation has this name; these are known.
    UnknownRelation(String, Vec<String>),
    /// No date, no age.
    UnknownMoment(String),
    /// Nothing that can stand behind `=`.
    UnknownState(String),
    /// Of a skill it is said how it goes.
    NoLevel,
    /// These words say nothing of somebody who is on the map already.
    UnknownWords(String),
    /// A name behind what plays: somebody else stands behind a comma, a `;` or in a new line.
    AfterMark(String),
    /// More than one is called so.
    Several(String),
    /// There are other parents on the map.
    HasParents(String, String),
    /// Somebody stands twice in the same place.
    Twice(String),
    /// The map does not allow it, and says why.
    Impossible(Message),
    /// Too much at once.
    TooLong,
}

impl Fault {
    /// Is it only that somebody has not finished typing at the end of `text`?
    #[must_use]
    pub fn is_unfinished(&self, text: &str) -> bool {
        let is_at_end = text.get(self.span.end..).is_some_and(|rest| rest.trim().is_empty());
        let may_grow = !matches!(
            self.what,
            What::ThreePartners | What::SecondColon | What::TooLong | What::HasParents(..)
        );
        is_at_end && may_grow && !text.ends_with([' ', '\n', ';'])
    }

    /// The sentence for whoever types.
    #[must_use]
    pub fn message(&self) -> Message {
        let word = |id, word: &str| Message::new(id).arg("word", word);
        let near = |id, text: &str, near: &[String]| word(id, text).arg("near", near.join(", "));
        match &self.what {
            What::NoName => Message::new("quick-no-name"),
            What::NoWord => Message::new("quick-no-word"),
            What::OpenQuotes => Message::new("quick-open-quotes"),
            What::ThreePartners => Message::new("quick-three-partners"),
            What::SecondColon => Message::new("quick-second-colon"),
            What::NoPair => Message::new("quick-no-pair"),
            What::UnknownKind(text, found) if found.is_empty() => word("quick-unknown-kind", text),
            What::UnknownKind(text, found) => near("quick-near-kind", text, found),
            What::UnknownRelation(text, found) => near("quick-unknown-relation", text, found),
            What::UnknownMoment(text) => word("quick-unknown-moment", text),
            What::UnknownState(text) => word("quick-unknown-state", text),
            What::NoLevel => Message::new("quick-no-level"),
            What::UnknownWords(text) => word("quick-unknown-words", text),
            What::AfterMark(text) => word("quick-after-mark", text),
            What::Several(name) => Message::new("quick-several").arg("name", name),
            What::HasParents(name, parents) => {
                Message::new("quick-has-parents").arg("name", name).arg("parents", parents)
            }
            What::Twice(name) => Message::new("quick-twice").arg("name", name),
            What::Impossible(why) => why.clone(),
            What::TooLong => Message::new("quick-too-long"),
        }
    }

    /// The line of `text` in which it is, counted from 1, and the letter in it, counted from 1.
    #[must_use]
    pub fn place(&self, text: &str) -> (usize, usize) {
        let before = text.get(..self.span.start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let letters = before.rsplit('\n').next().unwrap_or_default().chars().count();
        (line, letters + 1)
    }
}
