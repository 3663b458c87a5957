//! What is said with one word behind what is looked for: "somber nee", "schulden nu".

use crate::catalogue::{Catalogue, Entry as Row};
use crate::i18n::Lang;
use crate::model::{GoingOn, Said};

/// Yes, maybe or asked: no; and whether it goes on.
pub(super) type Answer = (Said, GoingOn);

/// What is looked for, and the answer behind it, if there is one.
pub(super) fn answered(query: &str) -> Option<(&str, Answer)> {
    let (words, last) = query.trim().rsplit_once(char::is_whitespace)?;
    let answer = match last.to_lowercase().as_str() {
        "nee" | "no" => (Said::No, GoingOn::Unknown),
        "misschien" | "maybe" => (Said::Maybe, GoingOn::Unknown),
        "nu" | "now" => (Said::Yes, GoingOn::Now),
        "vroeger" | "before" => (Said::Yes, GoingOn::Before),
        _ => return None,
    };
    Some((words.trim_end(), answer))
}

/// Is something that plays called so? Only that has an answer.
pub(super) fn has_kind(catalogue: &Catalogue, words: &str, lang: Lang) -> bool {
    catalogue.search(words, lang).iter().any(|row| matches!(row, Row::Kind(_)))
}
