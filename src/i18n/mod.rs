//! The languages the program speaks, and every sentence it can say. Knows nothing about families.
//!
//! Messages are named where they are used, as a literal in `Texts::get("…")` or
//! `Message::new("…")`; a test holds those names against the message files.

mod message;
mod texts;

pub use message::{Message, Value};
pub use texts::{Texts, message_files};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Dutch, level B1.
    #[default]
    Nl,
    /// English, plain.
    En,
}

impl Lang {
    /// Both languages, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The two-letter code: `nl` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this two-letter code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// The same words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The words in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}
