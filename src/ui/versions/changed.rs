//! What changed between an earlier version of a map and the map now, in sentences. Of what is hidden
//! only the number is said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::i18n::{Message, Texts};
use crate::model::{Child, Entry, FamilyMap, KindId, Party, Person, PersonId, Strength, Whose};
use crate::scene::without_name;
use crate::shown::{Hiding, Opened};

/// So many are named; of more the number is said.
const MOST_NAMED: usize = 6;

/// A map and what may be seen of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub(super) whole: &'a FamilyMap,
    pub(super) shown: &'a FamilyMap,
    /// What those are called whose names are not shown.
    pub(super) called: &'a BTreeMap<PersonId, String>,
}

/// What was found of one kind of thing: by id, what it is and how it is called.
type Things = BTreeMap<String, (String, String)>;

/// The sentences, from `old` to `new`.
pub(super) fn changed(old: Side<'_>, new: Side<'_>, texts: Texts, opened: &Opened) -> Vec<String> {
    let seen = Told { texts, opened: Some(opened) };
    let all = Told { texts, opened: None };
    let (mut said, mut n_seen, mut n_all) = (Vec::new(), 0, 0);
    for (of, words) in KINDS {
        let (before, after) = (of(&seen, old, old.shown), of(&seen, new, new.shown));
        let steps = compare(&before, &after);
        n_seen += steps.iter().map(Vec::len).sum::<usize>();
        for (step, words) in steps.iter().zip(words) {
            if !step.is_empty() {
                let what = texts.listed(&named(step, texts));
                let message = Message::new(words).count("n", step.len()).arg("what", what);
                said.push(texts.say(&message));
            }
        }
        let steps = compare(&of(&all, old, old.whole), &of(&all, new, new.whole));
        n_all += steps.iter().map(Vec::len).sum::<usize>();
    }
    let other: Vec<String> = other(old.shown, new.shown).iter().map(|it| texts.get(it)).collect();
    if !other.is_empty() {
        let what = texts.listed(&other);
        said.push(texts.say(&Message::new("changed-other").arg("what", what)));
    }
    let all_other = self::other(old.whole, new.whole).len();
    let hidden = (n_all + all_other).saturating_sub(n_seen + other.len());
    if hidden != 0 {
        said.push(texts.say(&Message::new("changed-hidden").count("n", hidden)));
    }
    if said.is_empty() {
        said.push(texts.get("changed-nothing"));
    }
    said
}

/// With whom something is other in `new` than in `old`, of what is seen of both: themselves, what they are
/// in together, what they want.
pub(super) fn people_changed(old: &FamilyMap, new: &FamilyMap) -> BTreeSet<PersonId> {
    let mut found: BTreeSet<PersonId> = BTreeSet::new();
    let people = new.people.iter().filter(|(id, it)| old.people.get(*id) != Some(*it));
    found.extend(people.map(|(id, _)| id.clone()));
    for (id, it) in new.unions.iter().filter(|(id, it)| old.unions.get(*id) != Some(*it)) {
        let before = old.unions.get(id).map(|it| it.children.as_slice()).unwrap_or_default();
        let is_new = |it: &&Child| !before.contains(it);
        let children = it.children.iter().filter(is_new).map(|it| it.person.clone());
        found.extend(it.partners.iter().cloned().chain(children));
    }
    for (_, it) in new.relations.iter().filter(|(id, it)| old.relations.get(*id) != Some(*it)) {
        found.insert(it.from.clone());
        if let Party::Person(id) = &it.to {
            found.insert(id.clone());
        }
    }
    for (_, it) in new.households.iter().filter(|(id, it)| old.households.get(*id) != Some(*it)) {
        found.extend(it.members.iter().map(|it| it.person.clone()));
    }
    for (_, it) in new.goals.iter().filter(|(id, it)| old.goals.get(*id) != Some(*it)) {
        if let Whose::Person(id) = &it.whose {
            found.insert(id.clone());
        }
    }
    found.retain(|id| new.people.contains_key(id));
    found
}

type Find = for<'a> fn(&Told<'_>, Side<'a>, &'a FamilyMap) -> Things;

/// Each kind of thing, with the sentences for more, less and other.
const KINDS: [(Find, [&str; 3]); 4] = [
    (people, ["changed-people-more", "changed-people-less", "changed-people-other"]),
    (problems, ["changed-problems-more", "changed-problems-less", "changed-problems-other"]),
    (strengths, ["changed-strengths-more", "changed-strengths-less", "changed-strengths-other"]),
    (goals, ["changed-goals-more", "changed-goals-less", "changed-goals-other"]),
];

/// What is new, what is gone and what is other: how each is called.
fn compare(before: &Things, after: &Things) -> [Vec<String>; 3] {
    let missing = |from: &Things, other: &Things| {
        let it = from.iter().filter(|(id, _)| !other.contains_key(*id));
        it.map(|(_, (_, name))| name.clone()).collect()
    };
    let other = after.iter().filter(|(id, (is, _))| before.get(*id).is_some_and(|it| it.0 != *is));
    let other = other.map(|(_, (_, name))| name.clone()).collect();
    [missing(after, before), missing(before, after), other]
}

fn named(names: &[String], texts: Texts) -> Vec<String> {
    let mut first: Vec<String> = names.iter().take(MOST_NAMED).cloned().collect();
    if MOST_NAMED < names.len() {
        let more = Message::new("changed-more").count("n", names.len() - MOST_NAMED);
        first.push(texts.say(&more));
    }
    first
}

/// How things are called, and which of them: everything, or what is told while `opened` is open.
struct Told<'o> {
    texts: Texts,
    opened: Option<&'o Opened>,
}

impl Told<'_> {
    fn name(&self, side: Side<'_>, id: &PersonId) -> String {
        let name = side.shown.person(id).map(|it| it.name.short()).unwrap_or_default();
        if !name.is_empty() {
            return name.to_owned();
        }
        side.called
            .get(id)
            .cloned()
            .unwrap_or_else(|| without_name(side.whole.person(id), self.texts))
    }

    /// "Schulden (Kim)".
    fn thing(
        &self,
        side: Side<'_>,
        kind: Option<&KindId>,
        words: &str,
        of: &[&PersonId],
    ) -> String {
        let lang = self.texts.lang();
        let catalogue = Catalogue::builtin();
        let row = kind.and_then(|it| {
            let row = catalogue.kind(it.as_str()).map(|row| &row.words);
            row.or_else(|| catalogue.strength(it.as_str()).map(|row| &row.words))
        });
        let own = || kind.and_then(|it| side.shown.own_kinds.get(it)).map(|it| it.label.clone());
        let what = row.map(|it| it.in_lang(lang).to_owned()).or_else(own);
        let what = what.unwrap_or_else(|| words.to_owned());
        let names: Vec<String> = of.iter().map(|id| self.name(side, id)).collect();
        if names.is_empty() { what } else { format!("{what} ({})", self.texts.listed(&names)) }
    }
}

fn people(told: &Told<'_>, side: Side<'_>, map: &FamilyMap) -> Things {
    let bare = |it: &Arc<Person>| {
        // What is going on and what is strong is said by itself.
        let mut bare = Person::clone(it);
        bare.entries.clear();
        bare.strengths.clear();
        format!("{bare:?}")
    };
    let all = map.people.iter();
    all.map(|(id, it)| (id.to_string(), (bare(it), told.name(side, id)))).collect()
}

fn problems(told: &Told<'_>, side: Side<'_>, map: &FamilyMap) -> Things {
    let catalogue = Catalogue::builtin();
    let mut found = Things::new();
    for (of, entries, _) in bearers(map) {
        let is_told = |entry: &&Entry| {
            let Some(opened) = told.opened else { return true };
            !Hiding { map, catalogue, opened }.entry_is_untold(entry, &of)
        };
        for entry in entries.iter().filter(is_told) {
            let name = told.thing(side, Some(&entry.kind), &entry.words, &of);
            found.insert(entry.id.to_string(), (format!("{entry:?}"), name));
        }
    }
    found
}

fn strengths(told: &Told<'_>, side: Side<'_>, map: &FamilyMap) -> Things {
    let catalogue = Catalogue::builtin();
    let mut found = Things::new();
    for (of, _, strengths) in bearers(map) {
        let is_told = |it: &&Strength| {
            let Some(opened) = told.opened else { return true };
            Hiding { map, catalogue, opened }.strength_untold(it).is_none()
        };
        for strength in strengths.iter().filter(is_told) {
            let name = told.thing(side, strength.kind.as_ref(), &strength.words, &of);
            found.insert(strength.id.to_string(), (format!("{strength:?}"), name));
        }
    }
    found
}

fn goals(told: &Told<'_>, side: Side<'_>, map: &FamilyMap) -> Things {
    let name = |text: &str, whose: &Whose| {
        if !text.trim().is_empty() {
            return format!("\u{201c}{}\u{201d}", text.trim());
        }
        match whose {
            Whose::Person(id) => told.name(side, id),
            Whose::Household(_) | Whose::Family => told.texts.get("changed-goal-of-all"),
        }
    };
    let all = map.goals.iter();
    all.map(|(id, it)| (id.to_string(), (format!("{it:?}"), name(&it.text, &it.whose)))).collect()
}

/// Whoever or whatever carries something: the people it is about, and what.
fn bearers(map: &FamilyMap) -> Vec<(Vec<&PersonId>, &[Entry], &[Strength])> {
    let mut all: Vec<(Vec<&PersonId>, &[Entry], &[Strength])> = Vec::new();
    for (id, it) in &map.people {
        all.push((vec![id], &it.entries, &it.strengths));
    }
    for it in map.unions.values() {
        all.push((it.partners.iter().collect(), &it.entries, &it.strengths));
    }
    for it in map.households.values() {
        let people = it.members.iter().map(|it| &it.person).collect();
        all.push((people, &it.entries, &it.strengths));
    }
    for it in map.relations.values() {
        let to = match &it.to {
            Party::Person(id) => Some(id),
            Party::Support(_) => None,
        };
        all.push((std::iter::once(&it.from).chain(to).collect(), &it.entries, &[]));
    }
    all
}

/// What else is other, each in a word.
fn other(old: &FamilyMap, new: &FamilyMap) -> BTreeSet<&'static str> {
    let texts = |map: &FamilyMap| (map.title.clone(), map.wish.clone(), map.dream.clone());
    let agreed = |map: &FamilyMap| (map.agreements.clone(), map.throw_away);
    [
        ("changed-word-unions", old.unions != new.unions || old.twins != new.twins),
        ("changed-word-relations", old.relations != new.relations),
        ("changed-word-households", old.households != new.households),
        ("changed-word-supports", old.supports != new.supports),
        ("changed-word-texts", texts(old) != texts(new)),
        ("changed-word-agreements", agreed(old) != agreed(new)),
    ]
    .into_iter()
    .filter_map(|(words, is_other)| is_other.then_some(words))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::model::EntryId;
    use crate::shown;

    fn said(old: &FamilyMap, new: &FamilyMap, lang: Lang) -> Vec<String> {
        let opened = Opened::default();
        let see = |map| shown::without_hidden(map, Catalogue::builtin(), &opened);
        let (before, after, called) = (see(old), see(new), BTreeMap::new());
        let side = |whole, shown| Side { whole, shown, called: &called };
        changed(side(old, &before), side(new, &after), Texts::new(lang), &opened)
    }

    #[test]
    fn who_stands_out_is_with_whom_something_changed() {
        let old = crate::ui::home::example(0, Lang::Nl).expect("a map");
        assert!(people_changed(&old, &old).is_empty());
        let mut new = old.clone();
        let (id, union) = new.unions.iter().find(|(_, it)| it.partners.len() == 2).expect("one");
        let (id, mut union) = (id.clone(), union.clone());
        Arc::make_mut(&mut union).from = None;
        Arc::make_mut(&mut union).kind = crate::model::UnionKind::Brief;
        let couple: BTreeSet<PersonId> = union.partners.iter().cloned().collect();
        new.unions.insert(id, union);
        assert_eq!(people_changed(&old, &new), couple, "not their children");
        let other = new.people.keys().find(|id| !couple.contains(*id)).cloned().expect("one");
        Arc::make_mut(new.people.get_mut(&other).expect("one")).background.work = "bakker".into();
        let all: BTreeSet<PersonId> = couple.into_iter().chain([other]).collect();
        assert_eq!(people_changed(&old, &new), all);
    }

    #[test]
    fn people_problems_and_goals_are_named_and_what_is_hidden_is_counted() {
        let old = crate::ui::home::example(0, Lang::Nl).expect("a map");
        assert_eq!(said(&old, &old, Lang::Nl), ["Er is niets veranderd."]);
        let mut new = old.clone();
        let gone = new.people.keys().next().cloned().expect("somebody");
        let gone_name = new.people[&gone].name.short().to_owned();
        new.people.remove(&gone);
        let (id, person) = new.people.iter_mut().next().expect("somebody");
        let who = person.name.short().to_owned();
        let entry = |id, kind| {
            Entry::new(EntryId::new(id).expect("an id"), KindId::new(kind).expect("a kind"))
        };
        let person = Arc::make_mut(person);
        person.entries.push(entry("x1", "geld-schulden"));
        person.entries.push(Entry { sensitive: Some(true), ..entry("x2", "geld-schulden") });
        let _ = id;
        let nl = said(&old, &new, Lang::Nl);
        assert!(nl.contains(&format!("1 mens niet meer op de kaart: {gone_name}.")), "{nl:?}");
        assert!(nl.iter().any(|it| it.contains(&format!("Schulden ({who})"))), "{nl:?}");
        assert!(nl.iter().any(|it| it.contains("verborgen")), "{nl:?}");
        assert_eq!(nl.iter().filter(|it| it.contains("Schulden")).count(), 1, "{nl:?}");
        let back = said(&new, &old, Lang::En);
        assert!(back.contains(&format!("1 person added: {gone_name}.")), "{back:?}");
        for text in nl.iter().chain(&back) {
            assert!(!text.contains('{') && !text.contains("changed-"), "{text}");
        }
    }
}
