//! Relations, households, supports, goals, marks, and the map as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::people::{check_notes, must_be_there};
use super::unions::check_span;
use super::{MAX_NAME, MAX_TEXT, check_length};
use crate::document::{MapEdit, Refusal, Shown};
use crate::model::{
    CardId, FamilyMap, Goal, GoalId, Household, HouseholdId, KindId, MAX_SCENES, Mark, OwnKind,
    Party, PersonId, PinnedAt, Relation, RelationId, StoryScene, Support, SupportId, Supported,
    Whose, broken,
};

pub(super) fn remove<K: Ord + ToString, V>(
    records: &mut BTreeMap<K, V>,
    id: &K,
) -> Result<(), Refusal> {
    records.remove(id).map(drop).ok_or_else(|| Refusal::Gone(id.to_string()))
}

pub(super) fn put_relation(
    map: &mut FamilyMap,
    id: RelationId,
    relation: Relation,
) -> Result<(), Refusal> {
    must_be_there(map, &relation.from)?;
    match &relation.to {
        Party::Person(person) if *person == relation.from => return Err(Refusal::OutOfRange),
        Party::Person(person) => must_be_there(map, person)?,
        Party::Support(support) => support_must_be_there(map, support)?,
    }
    check_span(relation.since, relation.until)?;
    check_notes(&relation.notes)?;
    // Entries come and go through their own commands.
    let entries = map.relations.get(&id).map(|old| old.entries.clone()).unwrap_or_default();
    map.relations.insert(id, Arc::new(Relation { entries, ..relation }));
    Ok(())
}

pub(super) fn put_household(
    map: &mut FamilyMap,
    id: HouseholdId,
    household: Household,
) -> Result<(), Refusal> {
    check_length(&household.name, MAX_NAME)?;
    check_span(household.from, household.until)?;
    check_notes(&household.notes)?;
    for member in &household.members {
        must_be_there(map, &member.person)?;
        check_span(member.from, member.until)?;
    }
    let old = map.households.get(&id);
    let entries = old.map(|old| old.entries.clone()).unwrap_or_default();
    let strengths = old.map(|old| old.strengths.clone()).unwrap_or_default();
    map.households.insert(id, Arc::new(Household { entries, strengths, ..household }));
    Ok(())
}

pub(super) fn put_support(
    map: &mut FamilyMap,
    id: SupportId,
    support: Support,
) -> Result<(), Refusal> {
    check_length(&support.name, MAX_NAME)?;
    check_length(&support.words, MAX_NAME)?;
    check_notes(&support.notes)?;
    for tie in &support.ties {
        match &tie.to {
            Supported::Person(person) => must_be_there(map, person)?,
            Supported::Household(household) => household_must_be_there(map, household)?,
        }
        check_span(tie.from, tie.until)?;
    }
    map.supports.insert(id, Arc::new(support));
    Ok(())
}

pub(super) fn put_goal(map: &mut FamilyMap, id: GoalId, goal: Goal) -> Result<(), Refusal> {
    [&goal.text, &goal.first_step, &goal.helper]
        .into_iter()
        .try_for_each(|text| check_length(text, MAX_TEXT))?;
    match &goal.whose {
        Whose::Person(person) => must_be_there(map, person)?,
        Whose::Household(household) => household_must_be_there(map, household)?,
        Whose::Family => {}
    }
    goal.supports.iter().try_for_each(|support| support_must_be_there(map, support))?;
    if matches!((goal.set_on, goal.closed_on), (Some(set), Some(closed)) if closed < set) {
        return Err(Refusal::EndsBeforeItBegins);
    }
    map.goals.insert(id, Arc::new(goal));
    Ok(())
}

pub(super) fn put_own_kind(map: &mut FamilyMap, id: KindId, kind: OwnKind) -> Result<(), Refusal> {
    check_length(&kind.label, MAX_NAME)?;
    map.own_kinds.insert(id, kind);
    Ok(())
}

pub(super) fn set_card(map: &mut FamilyMap, id: CardId, mark: Option<Mark>) -> Result<(), Refusal> {
    let Some(mark) = mark else {
        map.cards.remove(&id);
        return Ok(());
    };
    check_length(&mark.comment, MAX_TEXT)?;
    if mark.pin.is_some_and(|rank| !(1..=3).contains(&rank)) {
        return Err(Refusal::OutOfRange);
    }
    map.cards.insert(id, mark);
    Ok(())
}

pub(super) fn pin(
    map: &mut FamilyMap,
    person: PersonId,
    at: Option<PinnedAt>,
) -> Result<(), Refusal> {
    must_be_there(map, &person)?;
    match at {
        Some(at) if !at.x.is_finite() => return Err(Refusal::OutOfRange),
        Some(at) => map.view.pins.insert(person, at),
        None => map.view.pins.remove(&person),
    };
    Ok(())
}

pub(super) fn set_shown<K: Ord>(hidden: &mut BTreeSet<K>, id: K, shown: Shown) {
    match shown {
        Shown::Yes => hidden.remove(&id),
        Shown::No => hidden.insert(id),
    };
}

/// A map that would not open again is not put back.
pub(super) fn put_back(map: &mut FamilyMap, earlier: FamilyMap) -> Result<(), Refusal> {
    if !broken(&earlier).is_empty() {
        return Err(Refusal::OutOfRange);
    }
    *map = earlier;
    Ok(())
}

pub(super) fn edit_map(map: &mut FamilyMap, edit: MapEdit) -> Result<(), Refusal> {
    match edit {
        MapEdit::Title(title) => {
            check_length(&title, MAX_NAME)?;
            map.title = title;
        }
        MapEdit::Wish(wish) => {
            check_length(&wish, MAX_TEXT)?;
            map.wish = wish;
        }
        MapEdit::Dream(dream) => {
            check_length(&dream, MAX_TEXT)?;
            map.dream = dream;
        }
        MapEdit::Lang(lang) => map.lang = lang,
        MapEdit::Rules(rules) => map.view.rules = rules,
        MapEdit::Lines(lines) => map.view.lines = Some(lines),
        MapEdit::Fictional(is_invented) => map.fictional = is_invented,
        MapEdit::Today(today) => map.today = today,
        MapEdit::ThrowAway(date) => map.throw_away = date,
        MapEdit::Agreements(agreements) => {
            agreements.iter().try_for_each(|it| check_length(&it.text, MAX_TEXT))?;
            map.agreements = agreements;
        }
        MapEdit::Story(story) => {
            // A file may hold more: then there may be as many, or fewer.
            if MAX_SCENES.max(map.story.len()) < story.len() {
                return Err(Refusal::OutOfRange);
            }
            story.iter().try_for_each(|scene| check_scene(map, scene))?;
            map.story = story;
        }
    }
    Ok(())
}

fn check_scene(map: &FamilyMap, scene: &StoryScene) -> Result<(), Refusal> {
    scene.people.iter().try_for_each(|person| must_be_there(map, person))?;
    check_length(&scene.title, MAX_NAME)?;
    let reveal = scene.guess.as_ref().map(|it| &it.text);
    [&scene.text, &scene.notes, &scene.trap]
        .into_iter()
        .chain(reveal)
        .try_for_each(|text| check_length(text, MAX_TEXT))?;
    let is_possible = scene.camera.is_none_or(|it| it.is_possible());
    if is_possible && scene.has_possible_numbers() { Ok(()) } else { Err(Refusal::OutOfRange) }
}

fn support_must_be_there(map: &FamilyMap, id: &SupportId) -> Result<(), Refusal> {
    if map.supports.contains_key(id) { Ok(()) } else { Err(Refusal::Gone(id.to_string())) }
}

fn household_must_be_there(map: &FamilyMap, id: &HouseholdId) -> Result<(), Refusal> {
    if map.households.contains_key(id) { Ok(()) } else { Err(Refusal::Gone(id.to_string())) }
}
