//! Who is meant by a name: somebody on the map, somebody of another line, or somebody new.

use std::collections::BTreeMap;

use super::read::{Choice, Question, Reader};
use super::{Fault, Mention, What};
use crate::catalogue::folded;
use crate::document::{Command, Fact, Line};
use crate::model::{FamilyMap, Name, PartialDate, Person, PersonId};

/// Years of birth that are further apart than this are of two people with one name; nearer ones may be
/// a slip of the pen, which is asked.
const OTHER_PERSON_YEARS: i32 = 10;

/// Where somebody stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Alone, or in a relation.
    Alone,
    /// With a partner, parents or children.
    Family,
}

/// Everybody by name, folded: the whole one and the short one.
#[derive(Debug, Default)]
pub(super) struct Names {
    people: BTreeMap<String, Vec<PersonId>>,
}

impl Names {
    pub(super) fn of(map: &FamilyMap) -> Self {
        let mut names = Self::default();
        for (id, person) in &map.people {
            names.add(id, &person.name);
        }
        names
    }

    fn add(&mut self, id: &PersonId, name: &Name) {
        for key in [folded(&name.full()), folded(name.short())] {
            let same = self.people.entry(key).or_default();
            if !same.contains(id) {
                same.push(id.clone());
            }
        }
    }

    fn called(&self, key: &str) -> &[PersonId] {
        self.people.get(key).map_or(&[], Vec::as_slice)
    }
}

/// Who is meant.
enum Meant {
    New,
    Known(PersonId),
}

impl Reader<'_> {
    /// The person that `mention` means, who stands in `place` beside `others`. New people are made.
    pub(super) fn person(
        &mut self,
        mention: &Mention,
        place: Place,
        others: &[PersonId],
    ) -> Option<(PersonId, Line)> {
        let line = Line::of(&mention.words, self.reading.today);
        let name = mention.quoted.clone().unwrap_or_else(|| line.name.clone());
        let key = folded(&name);
        let meant = match mention.nth {
            Some(nth) => self.numbered(&key, nth),
            None if name.is_empty() => Meant::New,
            None => self.named((&key, &name), mention, &line, (place, others)),
        };
        let id = match meant {
            Meant::Known(id) => {
                self.linked.insert(id.clone());
                id
            }
            Meant::New => self.new_person(mention, &name)?,
        };
        if let Some(nth) = mention.nth {
            self.numbers.insert((key, nth), id.clone());
        }
        if mention.is_focus {
            self.focus.push(id.clone());
        }
        Some((id, line))
    }

    /// `Jan^2`: the one who was called so before, else the second Jan of the map.
    fn numbered(&self, key: &str, nth: usize) -> Meant {
        if let Some(id) = self.numbers.get(&(key.to_owned(), nth)) {
            return Meant::Known(id.clone());
        }
        let is_called = |person: &Person| folded(&person.name.full()) == key;
        let mut found = self.base.people.iter().filter(|(_, person)| is_called(person));
        found.nth(nth - 1).map_or(Meant::New, |(id, _)| Meant::Known(id.clone()))
    }

    fn named(
        &mut self,
        (key, name): (&str, &str),
        mention: &Mention,
        line: &Line,
        (place, others): (Place, &[PersonId]),
    ) -> Meant {
        let born = line.facts.iter().find_map(|fact| match fact {
            Fact::Born(date) => Some(*date),
            _ => None,
        });
        if let Some(id) = self.chosen.get(key).filter(|id| !others.contains(*id)) {
            return Meant::Known(id.clone());
        }
        let candidates = self.candidates(key, born, others);
        let (likely, is_sure) = match candidates.as_slice() {
            [] => return Meant::New,
            [only] => self.of_one(only, born, (place, others)),
            [first, ..] => (Choice::OnMap(first.clone()), false),
        };
        if is_sure {
            return match likely {
                Choice::OnMap(id) => Meant::Known(id),
                Choice::New => Meant::New,
            };
        }
        let answer = self.reading.answers.get(key).cloned();
        let given = answer.filter(|answer| match answer {
            Choice::OnMap(id) => candidates.contains(id),
            Choice::New => true,
        });
        let is_open = given.is_none();
        self.questions.push(Question {
            key: key.to_owned(),
            name: name.to_owned(),
            span: mention.span.clone(),
            candidates,
            likely: given.clone().unwrap_or_else(|| likely.clone()),
            is_open,
        });
        match given.unwrap_or(likely) {
            Choice::OnMap(id) => {
                self.chosen.insert(key.to_owned(), id.clone());
                Meant::Known(id)
            }
            Choice::New => {
                self.wanted = Some(key.to_owned());
                Meant::New
            }
        }
    }

    /// Who is called so and can be meant; who is called exactly so goes before the others.
    fn candidates(
        &self,
        key: &str,
        born: Option<PartialDate>,
        others: &[PersonId],
    ) -> Vec<PersonId> {
        let map = self.draft.map();
        let can_be = |id: &&PersonId| {
            let Some(person) = map.person(id) else { return false };
            let gap = born.zip(person.birth).map_or(0, |(a, b)| years_between(a, b));
            let is_here = self.base.people.contains_key(*id);
            let farthest = if is_here { OTHER_PERSON_YEARS } else { 1 };
            !others.contains(*id) && gap < farthest
        };
        let found: Vec<&PersonId> = self.names.called(key).iter().filter(can_be).collect();
        let is_whole = |id: &&&PersonId| {
            map.person(id).is_some_and(|person| folded(&person.name.full()) == key)
        };
        let whole: Vec<PersonId> = found.iter().filter(is_whole).map(|id| (*id).clone()).collect();
        if whole.is_empty() { found.into_iter().cloned().collect() } else { whole }
    }

    /// Of the only one who is called so: is it them? And is that sure?
    fn of_one(
        &self,
        only: &PersonId,
        born: Option<PartialDate>,
        (place, others): (Place, &[PersonId]),
    ) -> (Choice, bool) {
        let on_map = Choice::OnMap(only.clone());
        let Some(known) = self.base.person(only) else { return (on_map, true) };
        match (born, known.birth) {
            (Some(born), Some(birth)) if 0 < years_between(born, birth) => (on_map, false),
            // The line knows a year that the map does not, and gives them a family they have not.
            (Some(_), None) if place == Place::Family && !self.belongs(only, others) => {
                (Choice::New, false)
            }
            _ => (on_map, true),
        }
    }

    /// Does somebody belong to one of `others` already, or to nobody?
    fn belongs(&self, id: &PersonId, others: &[PersonId]) -> bool {
        let unions = self
            .base
            .unions
            .values()
            .filter(|union| union.partners.contains(id) || union.child(id).is_some());
        let mut unions = unions.peekable();
        let is_focus = self.base.focus.contains(id);
        is_focus
            || unions.any(|union| {
                let is_in = |it| union.partners.contains(it) || union.child(it).is_some();
                others.iter().any(is_in)
            })
    }

    fn new_person(&mut self, mention: &Mention, name: &str) -> Option<PersonId> {
        let id = match self.empty.take_if(|(_, at)| *at == mention.span.start) {
            // Who is on the map without anything is who is told of first.
            Some((id, _)) => id,
            None => {
                let id = self.draft.new_person_id();
                let person = Box::new(Person::default());
                if let Err(refusal) = self.draft.execute(Command::AddPerson(id.clone(), person)) {
                    self.refused(&mention.span, &refusal);
                    return None;
                }
                id
            }
        };
        self.made.push(id.clone());
        self.names.add(&id, &Name::from_typed(name));
        if let Some(key) = self.wanted.take() {
            self.chosen.insert(key, id.clone());
        }
        Some(id)
    }

    /// Refuses somebody who stands twice among `ids`.
    pub(super) fn twice(&mut self, mention: &Mention, id: &PersonId, ids: &[PersonId]) -> bool {
        let is_twice = ids.contains(id);
        if is_twice {
            let what = What::Twice(self.name(id));
            self.faults.push(Fault { span: mention.span.clone(), what });
        }
        is_twice
    }
}

/// How many years lie between the two for certain; none where they may be the same.
fn years_between(a: PartialDate, b: PartialDate) -> i32 {
    let (a, b) = (a.years(), b.years());
    let gap = |hi: Option<i32>, lo: Option<i32>| hi.zip(lo).map_or(0, |(hi, lo)| lo - hi);
    gap(a.hi, b.lo).max(gap(b.hi, a.lo)).max(0)
}
