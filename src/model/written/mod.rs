//! Dates, ages and moments as people type them at the table, and as a field shows them back.
//!
//! One reader for every field: the words stand in `words`, dates are read by `date`, ages and
//! parts of life by `moment`. Nothing is half read: a text that means something only in part is
//! not understood.

mod date;
mod entry;
mod moment;
mod words;

use std::fmt;

pub use date::date_at;
pub use entry::standing_in_words;
pub use moment::age_at_words;

use super::{Date, PartialDate};
use crate::i18n::Texts;

impl PartialDate {
    /// Reads what somebody typed: `1979`, `3-1979`, `12-3-1979`, `3 mei 1979`, `1979-03-12`,
    /// `±1955`, `rond 1955`, `<1960`, `na 1950`, `1958-1960`, `tussen 1958 en 1960`, `jaren 50`,
    /// `3 jaar geleden` (from `today`), in both languages. Day before month, as in Dutch.
    #[must_use]
    pub fn from_typed(text: &str, today: Date) -> Option<Self> {
        whole(date_at, &lower_words(text), today)
    }
}

/// What `read` makes of `words`, if it takes them all.
fn whole<T>(
    read: impl Fn(&[String], Date) -> Option<(T, usize)>,
    words: &[String],
    today: Date,
) -> Option<T> {
    read(words, today).filter(|(_, taken)| *taken == words.len()).map(|(value, _)| value)
}

/// The words of `text` in lower case; a dash or doubt that stands alone joins what it belongs to.
fn lower_words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_dash = |word: &&str| matches!(*word, "-" | "–" | "—");
    let is_short = |word: &&str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    match words.as_slice() {
        // `1958 - 1960`, `17 - 19`
        [from, dash, to] if is_dash(dash) && is_short(from) && is_short(to) => {
            vec![format!("{from}-{to}")]
        }
        words => words.iter().map(|&word| word.to_owned()).collect(),
    }
}

impl PartialDate {
    /// The date in a sentence: "maart 2026", not "3-2026". What is not quite certain stays short.
    #[must_use]
    pub fn in_words(self, texts: Texts) -> String {
        match self {
            Self::Exactly(date) => date.in_words(texts),
            vague => vague.to_string(),
        }
    }
}

/// As [`PartialDate::from_typed`] reads it back.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(date) => write!(f, "{}", typed(*date)),
            Self::About(date) => write!(f, "±{}", typed(*date)),
            Self::Before(date) => write!(f, "<{}", typed(*date)),
            Self::After(date) => write!(f, ">{}", typed(*date)),
            Self::Between(a, b) if a.month().is_none() && b.month().is_none() => {
                write!(f, "{}–{}", typed(*a), typed(*b))
            }
            Self::Between(a, b) => write!(f, "{}..{}", typed(*a), typed(*b)),
        }
    }
}

fn typed(date: Date) -> String {
    let year = Date::year_only(date.year()).map(|year| year.to_string()).unwrap_or_default();
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => format!("{day}-{month}-{year}"),
        (Some(month), None) => format!("{month}-{year}"),
        (None, _) => year,
    }
}

#[cfg(test)]
mod tests;
