//! How a card speaks: from claims ("these have it, this one got out") to sentences, in Dutch and in
//! English (telling.md §1, §4, §6; the words are the catalogue's).
//!
//! It knows no map and no pattern. Who somebody is, and what they are called in one sentence, it
//! asks of [`People`]; what is true it takes from the [`Claim`]s, and it says nothing else.
//!
//! A sentence is a subject, a predicate and a full stop, twelve words at most.

mod ages;
mod also;
mod ask;
mod between;
mod card;
mod closed;
mod family;
mod speaker;

pub use card::{Card, Line, Said, say};
pub use family::Family;
pub use speaker::{IsDead, no_in_words};

/// Words in a sentence, names counted.
pub const MAX_WORDS: usize = 12;

/// Words in a sentence that would be shorter only if it left out who somebody is, or in one of two
/// short halves.
pub const MOST_WORDS: usize = 16;

/// Names in a sentence, or groups of people; more people are said as groups, or one generation a
/// sentence.
pub const MAX_NAMES: usize = 4;

/// One thing that is said of people, of which all sentences are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim<P> {
    /// Where on the card.
    pub line: Line,
    /// What is claimed.
    pub what: What,
    /// Of whom: eldest generation first, who is spoken to last.
    pub people: Vec<P>,
    /// With whom or of whom: the other end of ties, the carers of a child who lives elsewhere.
    pub others: Vec<P>,
}

impl<P> Claim<P> {
    /// A claim of these people alone.
    #[must_use]
    pub const fn new(line: Line, what: What, people: Vec<P>) -> Self {
        Self { line, what, people, others: Vec::new() }
    }
}

/// What is claimed of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Has it now.
    Has,
    /// Had it: it is over, it happened, or the person is dead.
    Had,
    /// Perhaps has it.
    Maybe,
    /// Had it and got out.
    Out,
    /// Was asked and never had it.
    Not,
    /// Was asked and never began with it.
    DidNotBegin,
    /// A child of who had it in childhood, asked: no.
    Next,
    /// Was so old in years when it began.
    Age(i32),
    /// Died at this age; told on request.
    LivedTo(i32),
    /// Died in this year; told on request.
    DiedIn(i32),
    /// Grows up with it now.
    GrowsUp,
    /// Is under 18 and has it, or perhaps has it: in the words for children.
    Child,
    /// Is under 18 and got out.
    ChildOut,
    /// Lives with the others now.
    LivesWith,
    /// Of the person, and of so many more, it is not known.
    Unknown(usize),
    /// These two parted.
    Parted,
    /// These have the tie of the card with the others.
    Tie,
    /// These had it.
    TieThen,
    /// The tie that stands between them now, as its theme is spelled.
    TieNow(String),
    /// These no longer live with what was done to them.
    Safe,
    /// These stopped doing it.
    Stopped,
    /// A question about, or to, these people.
    Asked(Asked),
}

/// Which question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What helped who got out.
    Helped,
    /// No question any more: this helped, as it was entered.
    HelpedAlready(String),
    /// What helped who never began.
    NotBegun,
    /// How it is with who stands under "not known".
    Ask,
    /// From whom something strong was learned.
    Learned,
    /// What of something strong they would like to learn who do not have it themselves.
    LearnFrom,
    /// The last question.
    Close,
    /// The last question that fits everything.
    PlainClose,
    /// What is wished for the children.
    Wish,
}

/// What the grammar asks about a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Is dead: always past.
    pub dead: bool,
    /// Is under 18 for certain: in the words for children.
    pub minor: bool,
    /// Stands in this generation; later ones are greater.
    pub generation: i32,
    /// Is a focus person.
    pub focus: bool,
}

/// To whom the card speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// To nobody: names only.
    Nobody,
    /// To the one focus person: "jij".
    One,
    /// To two or more focus persons: "jullie" where all are meant.
    Together,
}

/// How the predicate of a subject stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// "jij".
    You,
    /// One other person.
    One,
    /// Several, or one word for several ("je ouders", "jullie").
    Many,
}

/// A person, or people said in one word, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// In the middle of a sentence: "jij", "opa Wim", "je ouders", "Jordy".
    pub name: String,
    /// After a preposition: "jou", else the same.
    pub object: String,
    /// Said once on a card, directly behind the name: ", je ex,", " (moeder van Deniz)".
    pub aside: Option<String>,
    /// How the predicate stands.
    pub number: Number,
    /// The generation of the (first) person.
    pub generation: i32,
    /// Is it "jij" or "jullie"?
    pub you: bool,
}

/// How fully people are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fullness {
    /// More than [`MAX_NAMES`] people as groups: "opa en oma, je ouders, twee tantes".
    Grouped,
    /// Each by name, only those together who are always said together.
    Named,
    /// By the bare name, without kin words.
    Short,
    /// By the bare name, [`MAX_NAMES`] at most: the others as "nog drie anderen".
    Few,
    /// How many, and who is spoken to: "nog vijf anderen en jij".
    Counted,
}

/// Who people are and what they are called.
pub trait People<P> {
    /// To whom the card speaks.
    fn audience(&self) -> Audience;

    /// What the grammar must know of somebody.
    fn person(&self, person: &P) -> Person;

    /// What these are called together in one sentence, in the order in which they are said.
    fn called(&self, people: &[P], how: Fullness) -> Vec<Subject>;
}

#[cfg(test)]
mod tests;
