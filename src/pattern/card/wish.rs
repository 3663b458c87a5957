//! Does a card answer the wish (telling.md §0)?

use std::collections::{BTreeMap, BTreeSet};

use super::subject::Stage;
use crate::catalogue::folded;
use crate::kinship::PersonIdx;

/// The wish, ready to be looked through, and whom it names.
#[derive(Debug, Default)]
pub(super) struct Wish {
    /// Words between single spaces, with one before and one behind; empty without a wish.
    words: String,
    /// Those in it whose name nobody else has.
    pub named: BTreeSet<PersonIdx>,
}

impl Wish {
    pub(super) fn of(stage: &Stage<'_>) -> Self {
        let mut wish = Self { words: words(&stage.context.map.wish), named: BTreeSet::new() };
        if wish.words.is_empty() {
            return wish;
        }
        let mut owners: BTreeMap<String, BTreeSet<PersonIdx>> = BTreeMap::new();
        for person in stage.context.people() {
            let Some(record) = stage.context.person(person) else { continue };
            for name in [&record.name.call, &record.name.given].map(|name| words(name)) {
                if !name.is_empty() {
                    owners.entry(name).or_default().insert(person);
                }
            }
        }
        let named = owners.into_iter().filter(|(name, of)| of.len() == 1 && wish.has(name));
        wish.named = named.flat_map(|(_, of)| of).collect();
        wish
    }

    /// Does it contain `text` as whole words?
    pub(super) fn contains(&self, text: &str) -> bool {
        let text = words(text);
        !text.is_empty() && self.has(&text)
    }

    fn has(&self, words: &str) -> bool {
        self.words.contains(words)
    }
}

/// The words of `text` without case and accents, each between two spaces.
fn words(text: &str) -> String {
    let folded = folded(text);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    if words.is_empty() { String::new() } else { format!(" {} ", words.join(" ")) }
}
