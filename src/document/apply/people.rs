//! People: adding, changing, removing.

use std::sync::Arc;

use super::prune::prune;
use super::{MAX_NAME, MAX_TEXT, check_length};
use crate::document::{PersonEdit, Refusal};
use crate::model::{
    Background, FamilyMap, Name, Note, Person, PersonId, SkillNote, Twins, TwinsId, surely_before,
};

pub(super) fn must_be_there(map: &FamilyMap, id: &PersonId) -> Result<(), Refusal> {
    if map.people.contains_key(id) { Ok(()) } else { Err(Refusal::Gone(id.to_string())) }
}

pub(super) fn person_mut<'a>(
    map: &'a mut FamilyMap,
    id: &PersonId,
) -> Result<&'a mut Person, Refusal> {
    map.people.get_mut(id).map(Arc::make_mut).ok_or_else(|| Refusal::Gone(id.to_string()))
}

pub(super) fn add(map: &mut FamilyMap, id: PersonId, person: Person) -> Result<(), Refusal> {
    if map.people.contains_key(&id) {
        return Err(Refusal::AlreadyThere(id.to_string()));
    }
    check_name(&person.name)?;
    check_notes(&person.notes)?;
    check_life(&id, &person)?;
    map.people.insert(id, Arc::new(person));
    Ok(())
}

pub(super) fn edit(map: &mut FamilyMap, id: &PersonId, edit: PersonEdit) -> Result<(), Refusal> {
    let person = person_mut(map, id)?;
    match edit {
        PersonEdit::Name(name) => {
            check_name(&name)?;
            person.name = name;
        }
        PersonEdit::Gender(gender) => person.gender = gender,
        PersonEdit::Life(life) => {
            person.life = life;
            check_life(id, person)?;
        }
        PersonEdit::Birth(birth) => {
            person.birth = birth;
            check_life(id, person)?;
        }
        PersonEdit::Vital(vital) => {
            person.vital = vital;
            check_life(id, person)?;
        }
        PersonEdit::StandsFor(crowd) => person.stands_for = crowd,
        PersonEdit::Skill(skill, level) => {
            let at = person.skills.iter().position(|note| note.skill == skill);
            let note = level.map(|(level, according_to)| SkillNote { skill, level, according_to });
            match (at.and_then(|at| person.skills.get_mut(at)), note) {
                (Some(old), Some(new)) => *old = new,
                (None, Some(new)) => person.skills.push(new),
                (_, None) => {
                    if let Some(at) = at {
                        person.skills.remove(at);
                    }
                }
            }
        }
        PersonEdit::Background(background) => {
            let Background { cause_of_death, origin, language, faith, work } = background.as_ref();
            [cause_of_death, origin, language, faith, work]
                .into_iter()
                .try_for_each(|text| check_length(text, MAX_TEXT))?;
            person.background = *background;
        }
        PersonEdit::Wishes(wishes) => {
            wishes.iter().try_for_each(|wish| check_length(wish, MAX_TEXT))?;
            person.wishes = wishes;
        }
        PersonEdit::Notes(notes) => {
            check_notes(&notes)?;
            person.notes = notes;
        }
    }
    Ok(())
}

pub(super) fn remove(map: &mut FamilyMap, id: &PersonId) -> Result<(), Refusal> {
    map.people.remove(id).ok_or_else(|| Refusal::Gone(id.to_string()))?;
    prune(map);
    Ok(())
}

pub(super) fn set_focus(map: &mut FamilyMap, people: Vec<PersonId>) -> Result<(), Refusal> {
    people.iter().try_for_each(|person| must_be_there(map, person))?;
    map.focus.clear();
    for person in people {
        if !map.focus.contains(&person) {
            map.focus.push(person);
        }
    }
    Ok(())
}

pub(super) fn put_twins(map: &mut FamilyMap, id: TwinsId, twins: Twins) -> Result<(), Refusal> {
    for person in &twins.people {
        must_be_there(map, person)?;
        if map.twins_of(person).is_some_and(|(other, _)| *other != id) {
            return Err(Refusal::OtherBirth(person.clone()));
        }
    }
    if twins.people.len() < 2 {
        map.twins.remove(&id);
    } else {
        map.twins.insert(id, twins);
    }
    Ok(())
}

fn check_name(name: &Name) -> Result<(), Refusal> {
    let Name { given, call, prefix, family, birth, other } = name;
    [given, call, prefix, family, birth, other]
        .into_iter()
        .try_for_each(|part| check_length(part, MAX_NAME))
}

pub(super) fn check_notes(notes: &[Note]) -> Result<(), Refusal> {
    notes.iter().try_for_each(|note| {
        check_length(&note.text, MAX_TEXT)?;
        check_length(&note.according_to, MAX_NAME)?;
        check_length(&note.share_with, MAX_NAME)
    })
}

fn check_life(id: &PersonId, person: &Person) -> Result<(), Refusal> {
    match (person.birth, person.death()) {
        // A child that was lost may have died before its birth.
        (Some(birth), Some(death)) if person.holds_facts() && surely_before(death, birth) => {
            Err(Refusal::DeathBeforeBirth(id.clone()))
        }
        _ => Ok(()),
    }
}
