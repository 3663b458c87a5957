//! Who fits what is typed, and how well: for the search field and for every field that asks for somebody.

use std::collections::BTreeMap;

use super::derived::Spoken;
use crate::model::{FamilyMap, PersonId};

/// Who fits `wanted` (in lower case): by name, by what they are called in the family, by what is
/// attached to them; in that order, whole words before beginnings of words before the rest; eight at
/// most. Each with what is said of them.
pub(super) fn find(
    map: &FamilyMap,
    spoken: &BTreeMap<PersonId, Spoken>,
    wanted: &str,
) -> Vec<(PersonId, String)> {
    let mut found: Vec<_> = spoken
        .iter()
        .filter_map(|(id, said)| {
            let name = map.person(id)?.name.full();
            let texts = [name.as_str(), &said.name, &said.things];
            let rank = |(at, text): (usize, &str)| Some((fit(text, wanted)?, at));
            let best = (0..).zip(texts).filter_map(rank).min()?;
            Some((best, id, said))
        })
        .collect();
    found.sort_by_key(|(rank, _, _)| *rank);
    found.into_iter().take(8).map(|(_, id, said)| (id.clone(), said.name.clone())).collect()
}

/// How well `wanted` fits in `text`: 0 as whole words, 1 at the beginning of one, 2 anywhere.
pub(super) fn fit(text: &str, wanted: &str) -> Option<u8> {
    let text = text.to_lowercase();
    let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let fits = text.match_indices(wanted).map(|(at, found)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|it| it.chars().next());
        match (is_letter(before), is_letter(after)) {
            (false, false) => 0,
            (false, true) => 1,
            (true, _) => 2,
        }
    });
    fits.min()
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn whole_words_come_first() {
        assert_eq!(fit("Ria, oma van Kim", "oma"), Some(0));
        assert_eq!(fit("zonder diploma", "oma"), Some(2));
        assert_eq!(fit("omaatje", "oma"), Some(1));
        assert_eq!(fit("opa", "oma"), None);
    }
}
