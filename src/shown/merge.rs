//! What was asked for from a shown map, put together with what that left out.
//!
//! A panel sees only the shown map. A record that it gives back whole must not wipe what it could not
//! see: what stands there as it was shown stands for what the map has.

use std::collections::BTreeMap;

use crate::document::{Command, PersonEdit, UnionEdit};
use crate::model::{
    Bearer, Entry, FamilyMap, Goal, Household, Name, Note, OwnKind, Person, Relation, SkillNote,
    Strength, Support,
};

/// `command`, with everything of the `whole` map that `shown` left out.
#[must_use]
pub fn kept(mut command: Command, whole: &FamilyMap, shown: &FamilyMap) -> Command {
    match &mut command {
        Command::PutEntry(bearer, new) => {
            let of =
                |map| entries(map, bearer).and_then(|all| all.iter().find(|it| it.id == new.id));
            if let (Some(old), Some(seen)) = (of(whole), of(shown)) {
                let (old, seen) = (old.clone(), seen.clone());
                entry(new, &old, &seen);
            }
        }
        Command::PutStrength(bearer, new) => {
            let of =
                |map| strengths(map, bearer).and_then(|all| all.iter().find(|it| it.id == new.id));
            if let (Some(old), Some(seen)) = (of(whole), of(shown)) {
                let (old, seen) = (old.clone(), seen.clone());
                strength(new, &old, &seen);
            }
        }
        Command::PutRelation(id, new) => {
            if let Some((old, seen)) = both(&whole.relations, &shown.relations, id) {
                relation(new, old, seen);
            }
        }
        Command::PutHousehold(id, new) => {
            if let Some((old, seen)) = both(&whole.households, &shown.households, id) {
                household(new, old, seen);
            }
        }
        Command::PutSupport(id, new) => {
            if let Some((old, seen)) = both(&whole.supports, &shown.supports, id) {
                support(new, old, seen);
            }
        }
        Command::PutGoal(id, new) => {
            if let Some((old, seen)) = both(&whole.goals, &shown.goals, id) {
                goal(new, old, seen);
            }
        }
        Command::PutOwnKind(id, new) => {
            if let Some((old, seen)) = both(&whole.own_kinds, &shown.own_kinds, id) {
                own_kind(new, old, seen);
            }
        }
        Command::EditPerson(id, edit) => {
            if let (Some(old), Some(seen)) = (whole.person(id), shown.person(id)) {
                person(edit, old, seen);
            }
        }
        Command::SetCard(id, Some(new)) => {
            if let Some((old, seen)) = both(&whole.cards, &shown.cards, id) {
                text(&mut new.comment, &old.comment, &seen.comment);
            }
        }
        Command::EditUnion(id, UnionEdit::Notes(new)) => {
            if let (Some(old), Some(seen)) = (whole.union(id), shown.union(id)) {
                notes(new, &old.notes, &seen.notes);
            }
        }
        _ => {}
    }
    command
}

fn person(edit: &mut PersonEdit, old: &Person, seen: &Person) {
    match edit {
        PersonEdit::Name(new) => name(new, &old.name, &seen.name),
        PersonEdit::Notes(new) => notes(new, &old.notes, &seen.notes),
        PersonEdit::Wishes(new) if *new == seen.wishes => new.clone_from(&old.wishes),
        PersonEdit::Skill(kind, Some((_, told))) => {
            let of = |it: &&SkillNote| it.skill == *kind;
            if let (Some(old), Some(seen)) =
                (old.skills.iter().find(of), seen.skills.iter().find(of))
            {
                text(told, &old.according_to, &seen.according_to);
            }
        }
        PersonEdit::Background(new) if **new == seen.background => {
            (**new).clone_from(&old.background);
        }
        _ => {}
    }
}

/// A record as it is and as it was shown.
fn both<'m, K: Ord, T>(
    whole: &'m BTreeMap<K, T>,
    shown: &'m BTreeMap<K, T>,
    id: &K,
) -> Option<(&'m T, &'m T)> {
    whole.get(id).zip(shown.get(id))
}

fn entries<'m>(map: &'m FamilyMap, bearer: &Bearer) -> Option<&'m [Entry]> {
    Some(match bearer {
        Bearer::Person(id) => &map.person(id)?.entries,
        Bearer::Union(id) => &map.union(id)?.entries,
        Bearer::Relation(id) => &map.relations.get(id)?.entries,
        Bearer::Household(id) => &map.households.get(id)?.entries,
    })
}

fn strengths<'m>(map: &'m FamilyMap, bearer: &Bearer) -> Option<&'m [Strength]> {
    Some(match bearer {
        Bearer::Person(id) => &map.person(id)?.strengths,
        Bearer::Union(id) => &map.union(id)?.strengths,
        Bearer::Household(id) => &map.households.get(id)?.strengths,
        Bearer::Relation(_) => return None,
    })
}

/// What reads as it was shown stands for what it was.
fn text(new: &mut String, old: &str, seen: &str) {
    if *new == *seen {
        old.clone_into(new);
    }
}

fn entry(new: &mut Entry, old: &Entry, seen: &Entry) {
    text(&mut new.words, &old.words, &seen.words);
    text(&mut new.helped, &old.helped, &seen.helped);
    text(&mut new.according_to, &old.according_to, &seen.according_to);
    if new.support == seen.support {
        new.support.clone_from(&old.support);
    }
}

fn strength(new: &mut Strength, old: &Strength, seen: &Strength) {
    text(&mut new.words, &old.words, &seen.words);
    text(&mut new.according_to, &old.according_to, &seen.according_to);
}

fn relation(new: &mut Relation, old: &Relation, seen: &Relation) {
    text(&mut new.according_to, &old.according_to, &seen.according_to);
    all(&mut new.entries, (&old.entries, &seen.entries), |a, b| a.id == b.id, entry);
    notes(&mut new.notes, &old.notes, &seen.notes);
}

fn household(new: &mut Household, old: &Household, seen: &Household) {
    text(&mut new.name, &old.name, &seen.name);
    all(&mut new.entries, (&old.entries, &seen.entries), |a, b| a.id == b.id, entry);
    all(&mut new.strengths, (&old.strengths, &seen.strengths), |a, b| a.id == b.id, strength);
    notes(&mut new.notes, &old.notes, &seen.notes);
}

fn support(new: &mut Support, old: &Support, seen: &Support) {
    text(&mut new.name, &old.name, &seen.name);
    text(&mut new.words, &old.words, &seen.words);
    notes(&mut new.notes, &old.notes, &seen.notes);
}

fn goal(new: &mut Goal, old: &Goal, seen: &Goal) {
    text(&mut new.text, &old.text, &seen.text);
    text(&mut new.first_step, &old.first_step, &seen.first_step);
    text(&mut new.helper, &old.helper, &seen.helper);
    // Who is hidden still works on it.
    new.supports.extend(old.supports.difference(&seen.supports).cloned());
}

fn own_kind(new: &mut OwnKind, old: &OwnKind, seen: &OwnKind) {
    text(&mut new.label, &old.label, &seen.label);
}

fn name(new: &mut Name, old: &Name, seen: &Name) {
    text(&mut new.given, &old.given, &seen.given);
    text(&mut new.call, &old.call, &seen.call);
    text(&mut new.prefix, &old.prefix, &seen.prefix);
    text(&mut new.family, &old.family, &seen.family);
    text(&mut new.birth, &old.birth, &seen.birth);
    text(&mut new.other, &old.other, &seen.other);
}

fn notes(new: &mut Vec<Note>, old: &[Note], seen: &[Note]) {
    all(new, (old, seen), |a, b| a == b, |_, _, _| ());
}

/// Records as they are now; those that were not shown stay, behind the others.
fn all<T: Clone>(
    new: &mut Vec<T>,
    (old, seen): (&[T], &[T]),
    is_same: fn(&T, &T) -> bool,
    each: fn(&mut T, &T, &T),
) {
    for it in new.iter_mut() {
        let of = |all: &'_ [T]| all.iter().find(|other| is_same(it, other)).cloned();
        if let (Some(a), Some(b)) = (of(old), of(seen)) {
            each(it, &a, &b);
        }
    }
    let unseen = old.iter().filter(|it| !seen.iter().any(|other| is_same(it, other)));
    new.extend(unseen.cloned());
}
