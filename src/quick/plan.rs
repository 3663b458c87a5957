//! What lines of text say, before it is known of whom.

use std::ops::Range;

use super::Fault;
use super::answer::Answer;

/// From which byte of the text to which.
pub type Span = Range<usize>;

/// What a text says, in its order; and where it is not understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What it says.
    pub statements: Vec<Statement>,
    /// Where it is not understood.
    pub faults: Vec<Fault>,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// People, alone or together, and their children.
    Family {
        /// Where it stands.
        span: Span,
        /// One or two; none: brothers and sisters of whom no parent is known.
        partners: Vec<Mention>,
        /// Their children, if the line has a colon.
        children: Vec<Mention>,
    },
    /// What is between one and others.
    Relation {
        /// Where it stands.
        span: Span,
        /// From whom.
        from: Box<Mention>,
        /// What.
        kind: Box<Mark>,
        /// To whom.
        to: Vec<Mention>,
    },
}

impl Statement {
    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> &Span {
        match self {
            Self::Family { span, .. } | Self::Relation { span, .. } => span,
        }
    }

    /// Everybody it speaks of, in its order.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        let (first, rest): (&[Mention], &[Mention]) = match self {
            Self::Family { partners, children, .. } => (partners, children),
            Self::Relation { from, to, .. } => (std::slice::from_ref(from.as_ref()), to),
        };
        first.iter().chain(rest)
    }
}

/// Somebody in a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mention {
    /// Where they stand, with all that is said of them.
    pub span: Span,
    /// Name and words of life, as the name field reads them. A name between quotes is left out.
    pub words: String,
    /// The name, where it stood between quotes.
    pub quoted: Option<String>,
    /// Which of that name, counted from 1.
    pub nth: Option<usize>,
    /// Sits at the table.
    pub is_focus: bool,
    /// What plays, and what is strong.
    pub marks: Vec<Mark>,
}

/// What a word with a sign before it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `#`: what plays, what is strong, a skill.
    Any,
    /// `+`: what is strong.
    Strength,
    /// `~`: what is between two people.
    Relation,
}

/// A word with a sign before it, and what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// The sign.
    pub sign: Sign,
    /// The word.
    pub word: String,
    /// It stood between quotes: words of the family's own.
    pub is_quoted: bool,
    /// What stands behind `@`.
    pub since: Option<String>,
    /// What stands behind `..`; may be empty: what stands before it is one moment.
    pub until: Option<String>,
    /// What stands behind each `=`.
    pub says: Vec<String>,
    /// What the words behind it say: "nee", "sinds 2010".
    pub answer: Answer,
    /// What they call it themselves: words between quotes behind it.
    pub own_words: Option<String>,
}
