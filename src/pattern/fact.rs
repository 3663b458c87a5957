//! First pass: the map becomes facts. For every person and theme there is one of five standings
//! (patterns.md §1); Unknown is never No.
//!
//! Only what the map says is stored; NotYet and Unknown follow from age where nothing is stored
//! ([`Context::standing`]). Themes of which nobody is Yes, Maybe or No do not exist.

use std::collections::BTreeMap;

use super::context::Context;
use super::derived;
use super::places::Places;
use super::theme::Theme;
use crate::catalogue::Nature;
use crate::kinship::{PersonIdx, UnionIdx};
use crate::model::{
    AgeRange, Entry, HouseholdId, KindId, MAX_AGE, Moment, PartialDate, Person, RelationId, Said,
    SkillLevel, SkillNote, Strength,
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

/// How one person stands to one theme, where the map says so.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Who.
    pub person: PersonIdx,
    /// Yes, Maybe or No; Unknown where the family says something that does not decide.
    pub standing: Standing,
    /// Yes only because Maybe counts as Yes.
    pub was_maybe: bool,
    /// The age at the first onset, where known. For a young parent: the age at the first child,
    /// also above the limit.
    pub onset: Option<AgeRange>,
    /// The number of its one record; where it rests on several, the place of the first of them
    /// among [`ThemeFacts::sources`].
    source: RecordNo,
    sources: u32,
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
    facts: Vec<Fact>,
    places: Places,
    /// Of facts that rest on several records.
    sources: Vec<RecordNo>,
}

impl ThemeFacts {
    /// What the map says, by person.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// What the map says of `person`.
    #[must_use]
    pub fn fact(&self, person: PersonIdx) -> Option<&Fact> {
        self.facts.get(self.places.find(person)?)
    }

    /// Everybody who is Yes, by id.
    pub fn carriers(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.standing == Standing::Yes)
    }

    /// On how many records `fact` rests.
    pub(super) const fn n_sources(fact: &Fact) -> usize {
        fact.sources as usize
    }

    /// The records that `fact` (of this theme) rests on; see [`Facts::record`].
    #[must_use]
    pub fn sources<'f>(&'f self, fact: &'f Fact) -> &'f [RecordNo] {
        if fact.sources == 1 {
            return std::slice::from_ref(&fact.source);
        }
        let from = fact.source as usize;
        self.sources.get(from..from + fact.sources as usize).unwrap_or(&[])
    }
}

/// All facts, by theme.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    themes: Vec<ThemeFacts>,
    places: BTreeMap<Theme, usize>,
    records: Records<'a>,
}

/// The records that facts rest on, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Records<'a> {
    all: Vec<Source<'a>>,
    /// By person: the number of the first of their records, of which their entries come first. One
    /// more than people.
    entries: Vec<RecordNo>,
}

impl<'a> Records<'a> {
    /// A number for `source`.
    pub(super) fn add(&mut self, source: Source<'a>) -> RecordNo {
        self.all.push(source);
        self.all.len() as RecordNo - 1
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

    /// The entries of `person` and then those of their unions, also those that say nothing today.
    pub(super) fn entries(&self, person: PersonIdx) -> impl Iterator<Item = (RecordNo, &'a Entry)> {
        let start = |at: usize| self.records.entries.get(at).copied().unwrap_or_default();
        let own = start(person.at())..start(person.at() + 1);
        own.map_while(|number| match self.record(number)? {
            Source::Entry(entry) => Some((number, entry)),
            _ => None,
        })
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

/// One record that speaks for a standing, before they are weighed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    pub person: PersonIdx,
    pub standing: Standing,
    /// Silent as soon as anything else speaks.
    pub is_weak: bool,
    pub onset: Option<AgeRange>,
    pub source: Option<RecordNo>,
}

/// A theme's voices.
#[derive(Debug)]
struct Choir {
    theme: Theme,
    voices: Vec<Voice>,
    /// Choirs in which a Yes here is a weak No.
    answers: Vec<usize>,
}

/// Which table an id is looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Kind,
    Strength,
    SkillHard,
    SkillWell,
}

#[derive(Debug, Default)]
struct Entered<'a> {
    choirs: Vec<Choir>,
    places: BTreeMap<(Table, &'a str), usize>,
    records: Records<'a>,
}

/// All facts of a map.
pub(super) fn facts<'a>(context: &Context<'a>) -> Facts<'a> {
    let mut entered = Entered::default();
    for person in context.kin.people() {
        entered.records.entries.push(entered.records.all.len() as RecordNo);
        if context.holds_facts(person) {
            entered.hear_person(context, person);
        }
    }
    entered.records.entries.push(entered.records.all.len() as RecordNo);
    let mut facts = Facts { records: entered.records, ..Facts::default() };
    for Choir { theme, voices, .. } in entered.choirs {
        let rules = Rules::of(context, &theme);
        facts.add(weigh(context, theme, rules, voices));
    }
    derived::areas(context, &mut facts);
    derived::family(context, &mut facts);
    derived::partners(context, &mut facts);
    facts
}

impl<'a> Entered<'a> {
    fn hear_person(&mut self, context: &Context<'a>, person: PersonIdx) {
        let Some(record) = context.person(person) else { return };
        let unions = || context.kin.unions(person).filter_map(|union| context.union(union));
        self.hear_entries(context, person, &record.entries);
        unions().for_each(|union| self.hear_entries(context, person, &union.entries));
        self.hear_strengths(context, person, &record.strengths);
        unions().for_each(|union| self.hear_strengths(context, person, &union.strengths));
        for note in &record.skills {
            let (hard, well) = match note.level {
                SkillLevel::Hard => (Standing::Yes, Standing::No),
                SkillLevel::Varies => (Standing::Maybe, Standing::Maybe),
                SkillLevel::GoesWell => (Standing::No, Standing::Yes),
            };
            let source = Some(self.records.add(Source::Skill(person, note)));
            for (table, standing) in [(Table::SkillHard, hard), (Table::SkillWell, well)] {
                let at = self.place(context, table, &note.skill);
                self.say(at, Voice { person, standing, is_weak: false, onset: None, source });
            }
        }
    }

    fn hear_entries(&mut self, context: &Context<'a>, person: PersonIdx, entries: &'a [Entry]) {
        for entry in entries {
            let source = Some(self.records.add(Source::Entry(entry)));
            if entry.not_today {
                continue;
            }
            let at = self.place(context, Table::Kind, &entry.kind);
            let standing = standing_of(entry.said);
            let onset = onset_of(context, person, entry.since);
            self.say(at, Voice { person, standing, is_weak: false, onset, source });
        }
    }

    fn hear_strengths(
        &mut self,
        context: &Context<'a>,
        person: PersonIdx,
        strengths: &'a [Strength],
    ) {
        for strength in strengths {
            let Some(kind) = &strength.kind else { continue };
            let at = self.place(context, Table::Strength, kind);
            let standing = standing_of(strength.said);
            let onset = onset_of(context, person, strength.since);
            let source = Some(self.records.add(Source::Strength(strength)));
            self.say(at, Voice { person, standing, is_weak: false, onset, source });
            if standing == Standing::Yes {
                let answers = self.choirs.get(at).map_or(Vec::new(), |it| it.answers.clone());
                for at in answers {
                    let standing = Standing::No;
                    self.say(at, Voice { person, standing, is_weak: true, onset: None, source });
                }
            }
        }
    }

    fn say(&mut self, at: usize, voice: Voice) {
        if let Some(choir) = self.choirs.get_mut(at) {
            choir.voices.push(voice);
        }
    }

    fn place(&mut self, context: &Context<'a>, table: Table, id: &'a KindId) -> usize {
        self.place_of(context, table, id.as_str(), id)
    }

    fn place_of(
        &mut self,
        context: &Context<'a>,
        table: Table,
        key: &'a str,
        id: &KindId,
    ) -> usize {
        if let Some(&at) = self.places.get(&(table, key)) {
            return at;
        }
        let id = id.clone();
        let mut answers = Vec::new();
        let theme = match table {
            Table::Kind => Theme::Kind(id),
            Table::Strength => {
                let row = context.catalogue.strength(id.as_str());
                for kind in row.map_or(&[][..], |row| &row.answers) {
                    let Some(id) = KindId::new(kind) else { continue };
                    answers.push(self.place_of(context, Table::Kind, kind, &id));
                }
                Theme::Strength(id)
            }
            Table::SkillHard => Theme::SkillHard(id),
            Table::SkillWell => Theme::SkillWell(id),
        };
        let at = self.choirs.len();
        self.choirs.push(Choir { theme, voices: Vec::new(), answers });
        self.places.insert((table, key), at);
        at
    }
}

const fn standing_of(said: Said) -> Standing {
    match said {
        Said::Yes => Standing::Yes,
        Said::Maybe => Standing::Maybe,
        Said::No => Standing::No,
    }
}

fn onset_of(context: &Context<'_>, person: PersonIdx, since: Option<Moment>) -> Option<AgeRange> {
    onset_since(since, context.birth(person), context.age_now(person))
}

/// When a theme can begin and close.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rules {
    pub from_age: i32,
    pub closing_age: Option<i32>,
    pub nature: Option<Nature>,
}

impl Rules {
    fn of(context: &Context<'_>, theme: &Theme) -> Self {
        match theme {
            Theme::Kind(id) => match context.catalogue.kind(id.as_str()) {
                Some(row) => Self {
                    from_age: row.from_age.into(),
                    closing_age: row.closing_age().map(i32::from),
                    nature: Some(row.nature),
                },
                // A kind of the map's own is a situation until somebody says otherwise.
                None => Self { nature: Some(Nature::Situation), ..Self::default() },
            },
            Theme::SkillHard(id) | Theme::SkillWell(id) => {
                let row = context.catalogue.skill(id.as_str());
                Self { from_age: row.map_or(0, |row| row.from_age.into()), ..Self::default() }
            }
            _ => Self::default(),
        }
    }
}

/// Weighs the voices of one theme: Yes beats Maybe beats No, and the onset is the first of the
/// standing that won.
pub(super) fn weigh(
    context: &Context<'_>,
    theme: Theme,
    rules: Rules,
    mut voices: Vec<Voice>,
) -> ThemeFacts {
    if !voices.is_sorted_by_key(|voice| voice.person) {
        voices.sort_by_key(|voice| voice.person);
    }
    let Rules { from_age, closing_age, nature } = rules;
    let (mut facts, mut sources) = (Vec::new(), Vec::new());
    for voices in voices.chunk_by(|a, b| a.person == b.person) {
        let is_weak = voices.iter().all(|voice| voice.is_weak);
        let heard = || voices.iter().filter(|voice| voice.is_weak == is_weak);
        let Some(best) = heard().map(|voice| voice.standing).min() else { continue };
        let Some(person) = voices.first().map(|voice| voice.person) else { continue };
        let winners = || heard().filter(|voice| voice.standing == best);
        let onset = winners().filter_map(|voice| voice.onset).reduce(earlier);
        // Too young to count stays Maybe, whatever the setting.
        let too_young = context.age_now(person).is_some_and(|age| age.hi < from_age);
        let was_maybe = best == Standing::Maybe && context.settings.count_maybe && !too_young;
        let standing = if was_maybe { Standing::Yes } else { best };
        let mut rests_on = winners().filter_map(|voice| voice.source);
        let (source, n_sources) = match (rests_on.next(), rests_on.next()) {
            (None, _) => (0, 0),
            (Some(only), None) => (only, 1),
            (Some(_), Some(_)) => {
                let first = sources.len();
                sources.extend(winners().filter_map(|voice| voice.source));
                (first as u32, (sources.len() - first) as u32)
            }
        };
        facts.push(Fact { person, standing, was_maybe, onset, source, sources: n_sources });
    }
    let places = Places::of(facts.iter().map(|fact| fact.person));
    let number = ThemeNo::MAX;
    ThemeFacts { theme, from_age, closing_age, nature, number, facts, places, sources }
}

/// The earlier of two ages, each maybe a range.
pub(super) fn earlier(a: AgeRange, b: AgeRange) -> AgeRange {
    AgeRange { lo: a.lo.min(b.lo), hi: a.hi.min(b.hi) }
}
