//! Finds words in the manual.

use super::Manual;
use crate::catalogue::folded;

/// More hits than this are not read.
const MOST: usize = 60;
/// So many letters around the words are shown.
const AROUND: usize = 36;

/// A place in the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its chapter.
    pub chapter: usize,
    /// Its block in the chapter; the chapter itself for its title.
    pub block: Option<usize>,
    /// What stands there.
    pub words: String,
}

/// Where `wanted` stands, without regard to capitals and accents, in the order of the text.
#[must_use]
pub fn find(manual: &Manual, wanted: &str) -> Vec<Hit> {
    let wanted = folded(wanted.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (number, chapter) in manual.chapters.iter().enumerate() {
        let title = std::iter::once((None, chapter.title.clone()));
        let blocks = chapter.blocks.iter().enumerate().map(|(at, it)| (Some(at), it.words()));
        for (block, words) in title.chain(blocks) {
            if hits.len() < MOST && folded(&words).contains(&wanted) {
                hits.push(Hit { chapter: number, block, words: around(&words, &wanted) });
            }
        }
    }
    hits
}

/// The words around what was found.
fn around(words: &str, wanted: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let starts = 0..letters.len();
    let at = starts.into_iter().find(|at| {
        let rest: String = letters.iter().skip(*at).take(2 * wanted.len()).collect();
        folded(&rest).starts_with(wanted)
    });
    let at = at.unwrap_or_default();
    let from = at.saturating_sub(AROUND);
    let shown: String = letters.iter().skip(from).take(2 * AROUND + wanted.len()).collect();
    let head = if 0 < from { "…" } else { "" };
    let tail = if from + 2 * AROUND + wanted.len() < letters.len() { "…" } else { "" };
    format!("{head}{}{tail}", shown.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::manual::manual;

    #[test]
    fn words_are_found_where_they_stand_whatever_their_capitals() {
        let manual = manual(Lang::Nl, vec![("F1".to_owned(), "Toetsen".to_owned())]);
        let hits = find(&manual, "WACHTZIN");
        assert!(2 < hits.len());
        for hit in &hits {
            let chapter = manual.chapters.get(hit.chapter).expect("a chapter");
            let words = match hit.block {
                Some(at) => chapter.blocks.get(at).expect("a block").words(),
                None => chapter.title.clone(),
            };
            assert!(words.to_lowercase().contains("wachtzin"), "{hit:?}");
            assert!(hit.words.to_lowercase().contains("wachtzin"), "{hit:?}");
        }
        assert_eq!(find(&manual, "  "), []);
        assert_eq!(find(&manual, "zqxv"), []);
        assert!(find(&manual, "e").len() <= 60);
    }
}
