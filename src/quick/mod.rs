//! The family language: a family in lines of text, as fast as saying it.
//!
//! ```text
//! Jan 1958 + Mia 1960: Anna 1985, Bas 1988
//! Anna + Piet 1983 ex2010: Lisa 2004, Tom 2007
//! Mia #schulden@24 #geen-diploma@16; Anna #schulden@19 +zelfstandig
//! Anna ~ruzie Bas
//! ```
//!
//! [`parse()`] reads lines into a [`Plan`] without a map: who stands where, in which words, and where
//! each word is. [`understand`] says a plan of an open map, on a copy: names that are on the map are
//! that person, a doubtful one is asked, others are new. [`lines_of`] writes a map down again.
//!
//! Names, years and words of life are read by the reader of the name field
//! ([`crate::document::Typed`]); what plays and what is strong by the tags of the catalogue.
//!
//! | sign | what it says |
//! |---|---|
//! | `+` between names | together |
//! | `:` | their children, with `,` between |
//! | `;` or a new line | something else |
//! | `#word` | plays, or is strong; `+word` only what is strong; `#"own words"` |
//! | `@24`, `@1998`, `@24-31`, `@24..31` | since, and until |
//! | `=nee`, `=misschien`, `=nu`, `=vroeger` | as it stands; of a skill how it goes |
//! | `nee`, `sinds 2010`, `"own words"` behind a tag | the same, as one says it; what they call it |
//! | `x` between names | married; a year behind it is theirs |
//! | `~word` | what is between two people |
//! | `!` behind a name | sits at the table |
//! | `^2` behind a name | the second of that name |
//! | `"a name"` | exactly this name |
//! | `//` | a remark |

pub mod answer;
mod fault;
mod kin;
mod lex;
mod mark;
mod parse;
mod plan;
mod read;
mod said;
mod tags;
mod who;
mod write;

pub use fault::{Fault, What};
pub use parse::parse;
pub use plan::{Mark, Mention, Plan, Sign, Span, Statement};
pub use read::{Answers, Choice, Question, Reading, Understood, understand};
pub use said::Said;
pub use write::{Lines, lines_of};

/// The longest text that is read, in bytes: more than anybody types, and than a family of thousands.
pub const LONGEST: usize = 400_000;

/// The most statements that are read at once.
pub const MOST_STATEMENTS: usize = 5_000;

#[cfg(test)]
mod tests;
