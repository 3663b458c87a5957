//! The nine kinds of problem under the digits: those that the map has most, then common ones.

use std::collections::BTreeMap;

use super::bare::is_bare_entry;
use super::terms::Detail;
use super::{Action, EditAction, LookAction, NewEntry};
use crate::catalogue::{Catalogue, ProblemKind};
use crate::document::Command;
use crate::model::{Bearer, Entry, FamilyMap, KindId, PersonId, Said, Subject};

/// So many digits there are.
const DIGITS: usize = 9;

/// The kinds under the digits 1 to 9 for `map`: those that its file says, then those it has most. Taken
/// when a map is opened and kept with it, so that a digit means the same for the life of a map.
pub(super) fn frequent(map: &FamilyMap, catalogue: &Catalogue) -> Vec<KindId> {
    let mut counts: BTreeMap<&KindId, usize> = BTreeMap::new();
    for entry in map.people.values().flat_map(|person| &person.entries) {
        // What stays hidden on the map is not named in a list either.
        if catalogue.kind(entry.kind.as_str()).is_some_and(|kind| !kind.hidden) {
            *counts.entry(&entry.kind).or_default() += 1;
        }
    }
    let mut used: Vec<(&KindId, usize)> = counts.into_iter().collect();
    used.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let is_known = |kind: &&KindId| catalogue.kind(kind.as_str()).is_some_and(|kind| !kind.hidden);
    let kept = map.view.digits.iter().filter(is_known).cloned();
    let used = used.into_iter().map(|(kind, _)| kind.clone());
    let mut kinds: Vec<KindId> = Vec::new();
    for kind in kept.chain(used).chain(common(catalogue)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds.truncate(DIGITS);
    kinds
}

/// What is under the digits of a map on which little is entered yet, as the catalogue says.
fn common(catalogue: &Catalogue) -> impl Iterator<Item = KindId> {
    let placed = catalogue.kinds().iter().filter_map(|it| Some((it.digit?, it.id.as_str())));
    let mut placed: Vec<(u8, &str)> = placed.collect();
    placed.sort_unstable();
    placed.into_iter().filter_map(|(_, id)| KindId::new(id))
}

/// Puts `kind` on `person`, or takes it off when it is there and nobody said more about it; else its
/// details open: a digit never throws away what was told. "Asked: no" becomes yes.
pub(super) fn toggle(map: &FamilyMap, person: &PersonId, kind: &KindId) -> Action {
    let entries = map.person(person).map(|it| it.entries.as_slice()).unwrap_or_default();
    match entries.iter().find(|entry| entry.kind == *kind) {
        Some(entry) if entry.said == Said::No => {
            let entry = Entry { said: Said::Yes, ..entry.clone() };
            Action::Edit(EditAction::Do(Command::PutEntry(
                Bearer::Person(person.clone()),
                Box::new(entry),
            )))
        }
        Some(entry) if is_bare_entry(map, entry) => {
            Action::Edit(EditAction::Do(Command::RemoveEntry(entry.id.clone())))
        }
        Some(entry) => Action::Look(LookAction::OpenDetail(Some(Detail::Entry(entry.id.clone())))),
        None => Action::Edit(EditAction::AddEntry(
            Bearer::Person(person.clone()),
            NewEntry::yes(kind.clone()),
        )),
    }
}

/// Puts `kind` on `person`, who is tapped while it is put on many; where it is already, its details
/// open.
pub(super) fn painted(map: &FamilyMap, person: &PersonId, kind: &KindId) -> Vec<Action> {
    let entries = map.person(person).map(|it| it.entries.as_slice()).unwrap_or_default();
    match entries.iter().find(|entry| entry.kind == *kind) {
        Some(entry) => vec![
            Action::Look(LookAction::Select(Some(Subject::Person(person.clone())))),
            Action::Look(LookAction::OpenDetail(Some(Detail::Entry(entry.id.clone())))),
        ],
        None => vec![Action::Edit(EditAction::AddEntry(
            Bearer::Person(person.clone()),
            NewEntry::yes(kind.clone()),
        ))],
    }
}

/// The kinds of `digits` as the catalogue has them, each with its digit.
pub(super) fn numbered<'a>(
    digits: &'a [KindId],
    catalogue: &'a Catalogue,
) -> impl Iterator<Item = (usize, &'a ProblemKind)> {
    let kinds = (1..).zip(digits);
    kinds.filter_map(|(digit, kind)| Some((digit, catalogue.kind(kind.as_str())?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_common_kinds_are_in_the_catalogue() {
        let kinds = frequent(&FamilyMap::default(), Catalogue::builtin());
        assert_eq!(numbered(&kinds, Catalogue::builtin()).count(), DIGITS);
        let digits = Catalogue::builtin().kinds().iter().filter_map(|it| it.digit);
        let mut digits: Vec<u8> = digits.collect();
        digits.sort_unstable();
        assert_eq!(digits, (1..=9).collect::<Vec<u8>>(), "each digit once");
    }

    #[test]
    fn a_digit_keeps_its_meaning() {
        let mut map = crate::ui::home::example(0, crate::i18n::Lang::Nl).expect("a map");
        let first = frequent(&map, Catalogue::builtin());
        map.view.digits = first.iter().rev().cloned().collect();
        let again = frequent(&map, Catalogue::builtin());
        assert_eq!(again, map.view.digits, "whatever the map has most");
        // What is hidden, gone or said twice makes room.
        let twice = KindId::new("geld-schulden").expect("an id");
        let gone = KindId::new("weg").expect("an id");
        map.view.digits = vec![twice.clone(), gone.clone(), twice];
        let again = frequent(&map, Catalogue::builtin());
        assert_eq!(again.len(), DIGITS);
        assert!(!again.contains(&gone) && again[0].as_str() == "geld-schulden", "{again:?}");
    }

    #[test]
    fn what_the_map_has_most_comes_first() {
        let map = crate::ui::home::example(0, crate::i18n::Lang::Nl).expect("a map");
        let kinds = frequent(&map, Catalogue::builtin());
        let count = |kind: &KindId| {
            let entries = map.people.values().flat_map(|person| &person.entries);
            entries.filter(|entry| entry.kind == *kind).count()
        };
        let counts: Vec<usize> = kinds.iter().map(count).collect();
        assert!(counts.is_sorted_by(|a, b| b <= a), "{counts:?}");
        assert!(1 < counts[0], "{counts:?}");
    }
}
