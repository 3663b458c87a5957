//! What every detector looks at.

use super::age::SmallAge;
use super::card::LeftOut;
use super::detect::Courses;
use super::fact::{Facts, Standing, ThemeFacts};
use super::finding::{Pattern, Thresholds};
use super::hear::facts;
use super::line::Line;
use super::settings::Settings;
use super::sibship::Sibships;
use super::theme::Theme;
use crate::catalogue::Catalogue;
use crate::kinship::{Kinship, PersonIdx, UnionIdx};
use crate::model::{AgeRange, Date, FamilyMap, PartialDate, Person, PersonId, Union, age_at};
use crate::share;

/// A map with everything that follows from it. Read-only.
#[derive(Debug)]
pub struct Context<'a> {
    /// The map.
    pub map: &'a FamilyMap,
    /// Who is kin to whom, over every bond.
    pub kin: &'a Kinship,
    /// The kinds.
    pub catalogue: &'a Catalogue,
    /// The thresholds.
    pub settings: &'a Settings,
    /// The day that ages count to.
    pub today: Date,
    /// Parents and children over the chosen bonds, of people who can carry facts.
    pub line: Line,
    /// Children of one parent set on that line.
    pub sibships: Sibships,
    /// The facts.
    pub facts: Facts<'a>,
    /// For cards: who is left out of which theme. Nothing passes over them, and nothing ends there.
    pub(super) left_out: Option<&'a LeftOut>,
    /// What plays in each life, and when.
    pub(super) courses: Courses<'a>,
    people: Vec<&'a Person>,
    unions: Vec<&'a Union>,
    /// What is asked of many people stands apart from their records: those lie all over the memory.
    lives: Vec<Life>,
    births: Vec<Option<PartialDate>>,
    ages: Vec<SmallAge>,
    threads: usize,
    /// By pattern, shared by all its findings.
    thresholds: Vec<Thresholds>,
}

/// Of one person, a bit for each answer: the lives of a large family then stay in the cache of the
/// processor.
#[derive(Clone, Copy, Debug)]
struct Life(u8);

impl Life {
    const HOLDS_FACTS: u8 = 1;
    const IS_DEAD: u8 = 2;
    /// Stands for several people of unknown number.
    const IS_CROWD: u8 = 4;

    fn of(person: &Person) -> Self {
        let bit = |is_so: bool, bit: u8| if is_so { bit } else { 0 };
        let holds_facts = bit(person.holds_facts(), Self::HOLDS_FACTS);
        let is_dead = bit(person.is_dead(), Self::IS_DEAD);
        Self(holds_facts | is_dead | bit(person.stands_for.is_some(), Self::IS_CROWD))
    }

    const fn is(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// The tables of everybody, read off the records in one go.
#[derive(Default)]
struct Lives {
    lives: Vec<Life>,
    births: Vec<Option<PartialDate>>,
    ages: Vec<SmallAge>,
}

impl Lives {
    fn with_capacity(n: usize) -> Self {
        let (lives, births) = (Vec::with_capacity(n), Vec::with_capacity(n));
        Self { lives, births, ages: Vec::with_capacity(n) }
    }

    fn of(people: &[&Person], today: Date) -> Self {
        let mut all = Self::with_capacity(people.len());
        for person in people {
            all.lives.push(Life::of(person));
            all.births.push(person.birth);
            all.ages.push(age_of(person, today).into());
        }
        all
    }

    /// As [`Self::of`], on so many threads.
    fn shared(people: &[&Person], today: Date, threads: usize) -> Self {
        if threads < 2 {
            return Self::of(people, today);
        }
        let ranges = share::ranges(people.len(), threads);
        let read = share::given(ranges, threads, |range| {
            Self::of(people.get(range).unwrap_or(&[]), today)
        });
        let mut all = Self::with_capacity(people.len());
        for mut read in read {
            all.lives.append(&mut read.lives);
            all.births.append(&mut read.births);
            all.ages.append(&mut read.ages);
        }
        all
    }
}

impl<'a> Context<'a> {
    /// Looks at `map`, of which `kin` must be the kinship. Linear but for logarithms.
    #[must_use]
    pub fn new(
        map: &'a FamilyMap,
        kin: &'a Kinship,
        catalogue: &'a Catalogue,
        settings: &'a Settings,
        today: Date,
    ) -> Self {
        Self::shared(map, kin, catalogue, settings, today, share::threads_for(kin.len()))
    }

    /// Looks at a map as cards tell it: those of `left_out` do not take part in a theme, and what is
    /// entered for a kind that also follows from the family counts for both.
    pub(super) fn telling(
        map: &'a FamilyMap,
        kin: &'a Kinship,
        catalogue: &'a Catalogue,
        settings: &'a Settings,
        today: Date,
        left_out: &'a LeftOut,
    ) -> Self {
        let threads = share::threads_for(kin.len());
        Self::built(map, kin, catalogue, settings, today, threads, Some(left_out))
    }

    /// As [`Self::new`], on so many threads.
    pub(super) fn shared(
        map: &'a FamilyMap,
        kin: &'a Kinship,
        catalogue: &'a Catalogue,
        settings: &'a Settings,
        today: Date,
        threads: usize,
    ) -> Self {
        Self::built(map, kin, catalogue, settings, today, threads, None)
    }

    fn built(
        map: &'a FamilyMap,
        kin: &'a Kinship,
        catalogue: &'a Catalogue,
        settings: &'a Settings,
        today: Date,
        threads: usize,
        left_out: Option<&'a LeftOut>,
    ) -> Self {
        let (unions, people): (_, Vec<&Person>) = share::both(
            threads,
            || map.unions.values().map(AsRef::as_ref).collect(),
            || map.people.values().map(AsRef::as_ref).collect(),
        );
        let Lives { lives, births, ages } = Lives::shared(&people, today, threads);
        let holds =
            |person: PersonIdx| lives.get(person.at()).is_some_and(|it| it.is(Life::HOLDS_FACTS));
        let line = Line::of(kin, settings.bonds, threads, holds);
        let sibships = Sibships::of(kin, &line, settings.bonds, holds);
        let thresholds = Pattern::ALL.map(|pattern| settings.thresholds_of(pattern).into());
        let none = Facts::default();
        let mut context = Self {
            map,
            kin,
            catalogue,
            settings,
            today,
            line,
            sibships,
            facts: none,
            left_out,
            courses: Courses::default(),
            people,
            unions,
            lives,
            births,
            ages,
            threads,
            thresholds: thresholds.into(),
        };
        (context.facts, context.courses) = facts(&context);
        context
    }

    /// Everybody who can carry facts, by id: not the unborn and the lost.
    pub fn people(&self) -> impl Iterator<Item = PersonIdx> + Clone {
        self.kin.people().filter(|person| self.holds_facts(*person))
    }

    /// The record of `person`.
    #[must_use]
    pub fn person(&self, person: PersonIdx) -> Option<&'a Person> {
        self.people.get(person.at()).copied()
    }

    /// The record of `union`.
    #[must_use]
    pub fn union(&self, union: UnionIdx) -> Option<&'a Union> {
        self.unions.get(union.at()).copied()
    }

    /// Can `person` carry facts? The unborn and the lost cannot.
    #[must_use]
    pub fn holds_facts(&self, person: PersonIdx) -> bool {
        self.lives.get(person.at()).is_some_and(|life| life.is(Life::HOLDS_FACTS))
    }

    /// Does `person` stand for several people of unknown number?
    pub(super) fn is_crowd(&self, person: PersonIdx) -> bool {
        self.lives.get(person.at()).is_some_and(|life| life.is(Life::IS_CROWD))
    }

    /// Has `person` died?
    #[must_use]
    pub fn is_dead(&self, person: PersonIdx) -> bool {
        self.lives.get(person.at()).is_some_and(|life| life.is(Life::IS_DEAD))
    }

    /// When `person` died, where known.
    #[must_use]
    pub fn death(&self, person: PersonIdx) -> Option<PartialDate> {
        if self.is_dead(person) { self.person(person)?.death() } else { None }
    }

    /// When `person` was born, where known.
    #[must_use]
    pub fn birth(&self, person: PersonIdx) -> Option<PartialDate> {
        self.births.get(person.at()).copied().flatten()
    }

    /// How old `person` is now, or was at death; `None` when that is not known.
    #[must_use]
    pub fn age_now(&self, person: PersonIdx) -> Option<AgeRange> {
        self.ages.get(person.at())?.range()
    }

    /// How `person` stands to a theme. Unborn and lost children are Unknown; do not count them.
    #[must_use]
    pub fn standing(&self, theme: &ThemeFacts, person: PersonIdx) -> Standing {
        match theme.fact(person) {
            Some(fact) => fact.standing,
            None => self.implied(theme, person),
        }
    }

    /// How `person` stands to a theme of which nothing is entered: NotYet or Unknown.
    #[must_use]
    pub fn implied(&self, theme: &ThemeFacts, person: PersonIdx) -> Standing {
        let is_under = |age: AgeRange| age.hi < theme.from_age;
        let too_young = 0 < theme.from_age && self.age_now(person).is_some_and(is_under);
        if too_young { Standing::NotYet } else { Standing::Unknown }
    }

    /// Is anybody left out of the card of `theme`?
    pub(super) fn leaves_out(&self, theme: &Theme) -> bool {
        let left_out = self.left_out.filter(|it| !it.is_empty());
        left_out.is_some_and(|it| it.contains_key(&theme.of_card()))
    }

    /// Is `person` left out of the card of `theme`?
    pub(super) fn is_left_out(&self, theme: &Theme, person: PersonIdx) -> bool {
        let Some(left_out) = self.left_out.filter(|it| !it.is_empty()) else { return false };
        let people = left_out.get(&theme.of_card());
        people.zip(self.kin.id(person)).is_some_and(|(people, id)| people.contains(id))
    }

    /// On how many threads it is read.
    pub(super) const fn threads(&self) -> usize {
        self.threads
    }

    /// The thresholds of each pattern.
    pub(super) fn thresholds(&self) -> &[Thresholds] {
        &self.thresholds
    }

    /// Ids of people, elder generations first, then by id, nobody twice.
    #[must_use]
    pub fn ids(&self, mut people: Vec<PersonIdx>) -> Vec<PersonId> {
        if let [_, _, ..] = people.as_slice() {
            people.sort_unstable_by_key(|person| (self.kin.generation(*person), *person));
            people.dedup();
        }
        people.into_iter().filter_map(|person| self.kin.id(person).cloned()).collect()
    }
}

fn age_of(person: &Person, today: Date) -> Option<AgeRange> {
    let until = if person.is_dead() { person.death()? } else { PartialDate::Exactly(today) };
    age_at(person.birth?, until)
}
