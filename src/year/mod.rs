//! How a family map stood at the end of a year: the one place that decides it.
//!
//! [`Years`] reads a map once; [`Years::at`] gives the map of one year, which is told and drawn like any
//! other, and [`Absent`], who and what has its place on it but is not there yet. Nobody and nothing is
//! taken out of the family: the picture of a year stands where that of today stands. Of the last year
//! everything is as it is without asking for a year.
//!
//! Years that are not known exactly follow one rule (`when`): what is not certain stands there only
//! once it is certain, and no longer than that. What has no year at all:
//! - somebody without a year of birth is there as soon as those they were born to are;
//! - a union without a year is there as soon as a child of it is;
//! - a problem or a strength without a year stays, and says that its year is not known
//!   ([`crate::model::Entry::since`] is `None`): never before its bearer, nor below its kind's age (a strength: six years);
//! - relations, ties and stays without a year are of today, and in no other year;
//! - what has no date by its nature (skills, wishes, notes, priorities) is of today.
//!
//! It knows nothing of pictures, clocks and languages.

mod attached;
mod births;
mod happened;
mod people;
mod together;
mod when;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

pub use happened::{Happened, What};
pub use when::last_day;

use crate::model::{Date, FamilyMap, PersonId, SupportId, UnionId};

/// What a map knows of its years.
#[derive(Clone, Debug)]
pub struct Years<'m> {
    map: &'m FamilyMap,
    /// The last year.
    now: i32,
    /// The year from which somebody is there; who is missing always is.
    born: BTreeMap<PersonId, i32>,
    /// The year from which a union is there; one that is missing always is.
    united: BTreeMap<UnionId, i32>,
}

/// A map as it stood at the end of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Then {
    /// The year.
    pub year: i32,
    /// The map.
    pub map: FamilyMap,
    /// What has its place on it, and is not there yet.
    pub absent: Absent,
}

/// What has its place on the map of a year but is not there yet, or is not known to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Absent {
    /// The year that this is about; `None`: today, and nothing is absent.
    pub year: Option<i32>,
    /// People who were not born yet. On the map they have no name, no year, nothing attached.
    pub people: BTreeSet<PersonId>,
    /// Unions that had not begun.
    pub unions: BTreeSet<UnionId>,
    /// Children who did not belong to these parents yet.
    pub children: BTreeSet<(UnionId, PersonId)>,
    /// Those who helped nobody yet. On the map they have no name.
    pub supports: BTreeSet<SupportId>,
    /// People who died, nobody knows when: they have no age in this year.
    pub ageless: BTreeSet<PersonId>,
    /// People who came in this year; where no year is shown, who is marked because something changed.
    pub new: BTreeSet<PersonId>,
}

impl Absent {
    /// Is a past year shown?
    #[must_use]
    pub const fn is_past(&self) -> bool {
        self.year.is_some()
    }
}

impl<'m> Years<'m> {
    /// Of `map`, whose last year is that of `today`.
    #[must_use]
    pub fn of(map: &'m FamilyMap, today: Date) -> Self {
        let born = births::first_years(map);
        let united = together::first_years(map, &born);
        Self { map, now: today.year(), born, united }
    }

    /// From the first year in which anything is known to have happened to the last; `None` when nothing
    /// did before the last.
    #[must_use]
    pub fn range(&self) -> Option<RangeInclusive<i32>> {
        let first = self.happened().first().map(|it| it.year)?;
        (first < self.now).then_some(first..=self.now)
    }

    /// The map at the end of `year`; from the last year on the map as it is.
    #[must_use]
    pub fn at(&self, year: i32) -> Then {
        if self.now <= year {
            return Then { year: self.now, map: self.map.clone(), absent: Absent::default() };
        }
        let absent = self.absent(year);
        let mut map = self.map.clone();
        let at = At { year, whole: self.map, absent: &absent };
        for (id, person) in &mut map.people {
            *person = at.person(id, person);
        }
        for (id, union) in &mut map.unions {
            *union = Arc::new(at.union(id, union));
        }
        at.relations(&mut map);
        at.households(&mut map);
        at.supports(&mut map);
        at.goals(&mut map);
        at.of_today(&mut map);
        Then { year, map, absent }
    }

    fn absent(&self, year: i32) -> Absent {
        let map = self.map;
        let people: BTreeSet<PersonId> = self.born_after(year).cloned().collect();
        let unions: BTreeSet<UnionId> = (self.united.iter())
            .filter(|(_, first)| year < **first)
            .map(|it| it.0.clone())
            .collect();
        let ageless = map
            .people
            .iter()
            .filter(|(id, it)| it.is_dead() && it.death().is_none() && !people.contains(*id));
        Absent {
            year: Some(year),
            children: together::children_after(map, &people, year),
            supports: attached::supports_after(map, &people, year),
            ageless: ageless.map(|(id, _)| id.clone()).collect(),
            new: self.born.iter().filter(|it| *it.1 == year).map(|it| it.0.clone()).collect(),
            people,
            unions,
        }
    }

    fn born_after(&self, year: i32) -> impl Iterator<Item = &PersonId> {
        self.born.iter().filter(move |(_, first)| year < **first).map(|(id, _)| id)
    }
}

/// One year of one map, while its records are made.
struct At<'a> {
    year: i32,
    /// The map as it is.
    whole: &'a FamilyMap,
    absent: &'a Absent,
}

impl At<'_> {
    /// Is it so in this year that what is known to have begun in `first` is there?
    const fn is_from(&self, first: i32) -> bool {
        first <= self.year
    }

    fn is_there(&self, person: &PersonId) -> bool {
        self.whole.people.contains_key(person) && !self.absent.people.contains(person)
    }

    /// Leaves out what is of today by its nature.
    fn of_today(&self, map: &mut FamilyMap) {
        map.wish.clear();
        map.dream.clear();
        map.unread.clear();
        map.marks.clear();
        map.cards.clear();
        map.story.clear();
        map.today = Some(last_day(self.year));
    }
}
