//! One person in a year.

use std::sync::Arc;

use super::At;
use super::when::{begun, moment_begun, moment_ended};
use crate::catalogue::Catalogue;
use crate::model::{Entry, GoingOn, KindId, PartialDate, Person, PersonId, Said, Strength, Vital};

/// Nobody says of somebody younger than this, in years, that they are strong at something.
const STRONG_FROM: i32 = 6;

impl At<'_> {
    /// A person as they were. Who was not born yet keeps a place, and nothing else.
    pub(super) fn person(&self, id: &PersonId, person: &Arc<Person>) -> Arc<Person> {
        if self.absent.people.contains(id) {
            let (gender, life) = (person.gender, person.life);
            let stands_for = person.stands_for;
            return Arc::new(Person { gender, life, stands_for, ..Person::default() });
        }
        let died = |it: PartialDate| begun(it.years()).is_some_and(|it| self.is_from(it));
        let vital = match person.vital {
            Vital::Dead(Some(date)) if !died(date) => Vital::Living,
            vital => vital,
        };
        // Of a death without a year nobody knows whether it had been.
        let vital = if self.absent.ageless.contains(id) { Vital::Living } else { vital };
        let mut background = person.background.clone();
        if vital == Vital::Living {
            background.cause_of_death.clear();
        }
        Arc::new(Person {
            name: person.name.clone(),
            gender: person.gender,
            life: person.life,
            birth: person.birth,
            vital,
            stands_for: person.stands_for,
            entries: self.entries(&person.entries, person.birth),
            strengths: self.strengths(&person.strengths, person.birth),
            skills: Vec::new(),
            wishes: Vec::new(),
            background,
            notes: Vec::new(),
        })
    }

    /// What was going on then with somebody born on `birth`.
    pub(super) fn entries(&self, entries: &[Entry], birth: Option<PartialDate>) -> Vec<Entry> {
        entries.iter().filter_map(|entry| self.entry(entry, birth)).collect()
    }

    fn entry(&self, entry: &Entry, birth: Option<PartialDate>) -> Option<Entry> {
        let begun = moment_begun(entry.since, birth);
        let ended = moment_ended(entry.until, birth);
        let is_over = ended.is_some_and(|it| self.is_from(it));
        let then = Entry { priority: None, ..entry.clone() };
        if entry.said == Said::No {
            // It was asked and is not so; no year says since when.
            return self.can_have(&entry.kind, birth).then_some(then);
        }
        let Some(begun) = begun else {
            let can = is_over || self.can_have(&entry.kind, birth);
            let undated = Entry { since: None, ..then };
            return can.then(|| {
                if is_over {
                    Entry { going_on: GoingOn::Before, ..undated }
                } else {
                    Entry { until: None, going_on: GoingOn::Unknown, ..undated }
                }
            });
        };
        if !self.is_from(begun) {
            return None;
        }
        Some(if is_over {
            Entry { going_on: GoingOn::Before, ..then }
        } else if entry.going_on == GoingOn::Before && ended.is_none() && begun < self.year {
            // It ended, nobody knows when: whether it still was, nobody knows.
            Entry { since: None, until: None, going_on: GoingOn::Unknown, ..then }
        } else {
            Entry { until: None, going_on: GoingOn::Now, ..then }
        })
    }

    /// What was strong then.
    pub(super) fn strengths(
        &self,
        strengths: &[Strength],
        birth: Option<PartialDate>,
    ) -> Vec<Strength> {
        let then = |strength: &Strength| {
            let begun = moment_begun(strength.since, birth);
            let from = begun.or_else(|| first_strong(birth));
            if from.is_some_and(|it| !self.is_from(it)) {
                return None;
            }
            let ended = moment_ended(strength.until, birth);
            let is_over = ended.is_some_and(|it| self.is_from(it));
            let is_undated = begun.is_none()
                || ended.is_none()
                    && strength.until.is_some()
                    && begun.is_some_and(|it| it < self.year);
            Some(Strength {
                since: strength.since.filter(|_| !is_undated),
                until: strength.until.filter(|_| is_over),
                ..strength.clone()
            })
        };
        strengths.iter().filter_map(then).collect()
    }

    /// Is somebody born on `birth` as old in this year as one has to be for this kind?
    fn can_have(&self, kind: &KindId, birth: Option<PartialDate>) -> bool {
        let Some(born) = birth.and_then(|it| begun(it.years())) else { return true };
        let from = Catalogue::builtin().kind(kind.as_str()).map_or(0, |it| i32::from(it.from_age));
        self.is_from(born.saturating_add(from))
    }

    /// Is an end certain by this year?
    pub(super) fn is_past(&self, end: Option<PartialDate>) -> bool {
        super::when::date_ended(end).is_some_and(|it| self.is_from(it))
    }
}

/// From which year on a strength without a year can have been, of somebody born on `birth`.
fn first_strong(birth: Option<PartialDate>) -> Option<i32> {
    begun(birth?.years()).map(|born| born.saturating_add(STRONG_FROM))
}
