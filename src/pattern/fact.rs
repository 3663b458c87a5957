//! Facts: for every person and theme one of five standings (patterns.md §1); Unknown is never No.
//!
//! Only what the map says is stored; NotYet and Unknown follow from age where nothing is stored
//! ([`Context::standing`]). Themes of which nobody is Yes, Maybe or No do not exist.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::age::SmallAge;
use super::context::Context;
use super::places::Places;
use super::theme::Theme;
use crate::catalogue::Nature;
use crate::kinship::{PersonIdx, UnionIdx};
use crate::model::{
    AgeRange, Entry, HouseholdId, MAX_AGE, Moment, PartialDate, Person, RelationId, SkillNote,
    Strength,
};

/// How somebody stands to a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Has, or had, it.
    Yes,
    /// Somebody thinks so.
    Maybe,
    /// Asked, or answered by a strength: does not and did not have it.
    No,
    /// Nothing entered, and too young.
    NotYet,
    /// Nothing entered.
    Unknown,
}

impl Standing {
    /// Does it count in a denominator?
    #[must_use]
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Yes | Self::No)
    }

    /// Is it counted as not known? NotYet counts nowhere.
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown | Self::Maybe)
    }
}

/// A record that makes a fact.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// An entry of the person or of a union of theirs.
    Entry(&'a Entry),
    /// A strength.
    Strength(&'a Strength),
    /// A skill of this person.
    Skill(PersonIdx, &'a SkillNote),
    /// A union.
    Union(UnionIdx),
    /// A child under a union.
    Child(UnionIdx, PersonIdx),
    /// A relation.
    Relation(&'a RelationId),
    /// Who lives together.
    Household(&'a HouseholdId),
    /// When this person was born.
    Birth(PersonIdx),
    /// When this person died.
    Death(PersonIdx),
}

/// How one person stands to one theme, where the map says so. Small: a large family has millions.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Who.
    pub person: PersonIdx,
    /// The number of its one record; where it rests on several, the place among the sources of its
    /// table at which stands how many, and then they.
    pub(super) source: RecordNo,
    pub(super) onset: SmallAge,
    /// Yes, Maybe or No; Unknown where the family says something that does not decide.
    pub standing: Standing,
    /// Yes only because Maybe counts as Yes.
    pub was_maybe: bool,
    /// All that it rests on are entries that say when it ended.
    pub(super) has_end: bool,
    pub(super) rests_on: RestsOn,
}

impl Fact {
    /// The age at the first onset, where known. For a young parent: the age at the first child,
    /// also above the limit.
    #[must_use]
    pub fn onset(&self) -> Option<AgeRange> {
        self.onset.range()
    }
}

/// On how many records a fact rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RestsOn {
    Nothing,
    One,
    Several,
}

/// The facts of one theme, by person, with the records that they rest on.
#[derive(Clone, Debug, Default)]
pub(super) struct FactTable {
    pub facts: Vec<Fact>,
    /// Of facts that rest on several records: how many, and then they.
    pub sources: Vec<RecordNo>,
}

impl FactTable {
    /// The records that `fact`, one of these, rests on.
    pub(super) fn sources<'f>(&'f self, fact: &'f Fact) -> &'f [RecordNo] {
        match fact.rests_on {
            RestsOn::Nothing => &[],
            RestsOn::One => std::slice::from_ref(&fact.source),
            RestsOn::Several => {
                let rest = self.sources.get(fact.source as usize..).unwrap_or(&[]);
                let [n, rest @ ..] = rest else { return &[] };
                rest.get(..*n as usize).unwrap_or(&[])
            }
        }
    }
}

/// The number of a record that facts rest on. One record may have several.
pub type RecordNo = u32;

/// The number of a theme: its place among [`Facts::themes`].
pub type ThemeNo = u32;

/// Everything known about one theme.
#[derive(Clone, Debug)]
pub struct ThemeFacts {
    /// The theme.
    pub theme: Theme,
    /// Below this age, nothing entered means NotYet.
    pub from_age: i32,
    /// From this age on it can no longer become Yes.
    pub closing_age: Option<i32>,
    /// For problem kinds: whether it lasts, happens or belongs to childhood.
    pub nature: Option<Nature>,
    /// Its place among [`Facts::themes`].
    pub number: ThemeNo,
    /// Shared with what is found, which names facts by their place here.
    pub(super) table: Arc<FactTable>,
    pub(super) places: Places,
}

impl ThemeFacts {
    /// What the map says, by person.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.table.facts
    }

    /// What the map says of `person`.
    #[must_use]
    pub fn fact(&self, person: PersonIdx) -> Option<&Fact> {
        self.facts().get(self.places.find(person)?)
    }

    /// The place of what the map says of `person` among [`Self::facts`].
    pub(super) fn place(&self, person: PersonIdx) -> Option<u32> {
        self.places.find(person).map(|at| at as u32)
    }

    /// Everybody who is Yes, by id.
    pub fn carriers(&self) -> impl Iterator<Item = &Fact> {
        self.facts().iter().filter(|fact| fact.standing == Standing::Yes)
    }

    /// The records that `fact` (of this theme) rests on; see [`Facts::record`].
    #[must_use]
    pub fn sources<'f>(&'f self, fact: &'f Fact) -> &'f [RecordNo] {
        self.table.sources(fact)
    }
}

/// All facts, by theme.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    themes: Vec<ThemeFacts>,
    places: BTreeMap<Theme, usize>,
    records: Records<'a>,
}

impl<'a> From<Records<'a>> for Facts<'a> {
    fn from(records: Records<'a>) -> Self {
        Self { records, ..Self::default() }
    }
}

/// The records that facts rest on, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Records<'a> {
    pub all: Vec<Source<'a>>,
    /// The number of the first.
    first: RecordNo,
}

impl<'a> Records<'a> {
    /// None yet, to come after those before number `first`.
    pub(super) fn after(first: RecordNo) -> Self {
        Self { all: Vec::new(), first }
    }

    /// The number of the next.
    pub(super) const fn next(&self) -> RecordNo {
        self.first + self.all.len() as RecordNo
    }

    /// A number for `source`.
    pub(super) fn add(&mut self, source: Source<'a>) -> RecordNo {
        self.all.push(source);
        self.next() - 1
    }
}

impl<'a> Facts<'a> {
    /// Every theme that the map says anything about.
    #[must_use]
    pub fn themes(&self) -> &[ThemeFacts] {
        &self.themes
    }

    /// One theme, if the map says anything about it.
    #[must_use]
    pub fn theme(&self, theme: &Theme) -> Option<&ThemeFacts> {
        self.themes.get(*self.places.get(theme)?)
    }

    /// The facts of `theme` alone, as if the map said nothing else.
    #[must_use]
    pub fn only(&self, theme: &Theme) -> Self {
        let mut facts = Self { records: self.records.clone(), ..Self::default() };
        self.theme(theme).cloned().into_iter().for_each(|theme| facts.add(theme));
        facts
    }

    /// Puts `themes` in order, each once.
    pub(super) fn sort(&self, themes: &mut Vec<ThemeNo>) {
        if let [_, _, ..] = themes.as_slice() {
            themes.sort_unstable_by_key(|at| self.themes.get(*at as usize).map(|it| &it.theme));
            themes.dedup();
        }
    }

    /// The record that has this number.
    #[must_use]
    pub fn record(&self, number: RecordNo) -> Option<Source<'a>> {
        self.records.all.get(number as usize).copied()
    }

    /// Every record, by number.
    pub(super) fn records(&self) -> &[Source<'a>] {
        &self.records.all
    }

    /// For numbers to records that are still to come.
    pub(super) const fn records_mut(&mut self) -> &mut Records<'a> {
        &mut self.records
    }

    pub(super) fn add(&mut self, mut facts: ThemeFacts) {
        facts.number = self.themes.len() as ThemeNo;
        self.places.insert(facts.theme.clone(), self.themes.len());
        self.themes.push(facts);
    }
}

/// How old `person` was at `moment`. An open end is closed by the age now or at death; what stays
/// open on that side is not known.
#[must_use]
pub fn onset(
    moment: Option<Moment>,
    person: &Person,
    age_now: Option<AgeRange>,
) -> Option<AgeRange> {
    onset_since(moment, person.birth, age_now)
}

/// How old somebody born on `birth` was at `moment`, as in [`onset`].
pub(super) fn onset_since(
    moment: Option<Moment>,
    birth: Option<PartialDate>,
    age_now: Option<AgeRange>,
) -> Option<AgeRange> {
    let age = moment?.age(birth)?;
    let hi = age_now.map_or(age.hi, |now| age.hi.min(now.hi.max(age.lo)));
    (hi < MAX_AGE).then_some(AgeRange { lo: age.lo, hi })
}

/// The age at a date, open ends as in [`onset`].
pub(super) fn age_on(
    context: &Context<'_>,
    person: PersonIdx,
    date: Option<PartialDate>,
) -> Option<AgeRange> {
    onset_since(date.map(Moment::On), context.birth(person), context.age_now(person))
}
