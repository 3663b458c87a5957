//! First pass: the map becomes facts. Every record speaks for a standing of somebody; who says
//! several things is weighed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::age::SmallAge;
use super::context::Context;
use super::derived;
use super::detect::{CourseReader, Courses};
use super::fact::{
    Fact, FactTable, Facts, RecordNo, Records, RestsOn, Source, Standing, ThemeFacts, ThemeNo,
    onset_since,
};
use super::places::Places;
use super::theme::Theme;
use crate::catalogue::Nature;
use crate::kinship::{PersonIdx, UnionIdx};
use crate::model::{AgeRange, Entry, KindId, Moment, Said, SkillLevel, Strength, Union};
use crate::share;

/// One record that speaks for a standing, before they are weighed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    pub person: PersonIdx,
    pub standing: Standing,
    /// Silent as soon as anything else speaks.
    pub is_weak: bool,
    /// Says when it ended.
    pub has_end: bool,
    pub onset: SmallAge,
    pub source: Option<RecordNo>,
}

/// A theme's voices.
#[derive(Debug)]
struct Choir {
    theme: Theme,
    voices: Vec<Voice>,
    /// Those of further people, each after all before.
    further: Vec<Vec<Voice>>,
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
    /// By union: does it hold entries or strengths? Few do, and their records lie all over the
    /// memory.
    speaks: Arc<[bool]>,
}

/// All facts of a map, and what plays in each life: entries lie all over the memory, and are read
/// once for both.
pub(super) fn facts<'a>(context: &Context<'a>) -> (Facts<'a>, Courses<'a>) {
    let unions = context.map.unions.values();
    let speaks: Arc<[bool]> =
        unions.map(|it| !it.entries.is_empty() || !it.strengths.is_empty()).collect();
    let ranges = share::ranges(context.kin.len(), context.threads());
    let heard = share::given(ranges, context.threads(), |range| hear(context, &speaks, range));
    let heard = heard.into_iter().reduce(|(mut entered, mut courses), (more, further)| {
        courses.append(further, entered.records.next());
        entered.append(more);
        (entered, courses)
    });
    let (entered, courses) = heard.unwrap_or_default();
    let mut facts = Facts::from(entered.records);
    let choirs = entered.choirs.into_iter();
    let heard = choirs.map(|Choir { theme, voices, further, .. }| {
        let rules = Rules::of(context, &theme);
        (theme, rules, std::iter::once(voices).chain(further).collect())
    });
    weigh_all(context, &mut facts, heard.collect());
    derived::areas(context, &mut facts);
    derived::family(context, &mut facts);
    derived::partners(context, &mut facts);
    let courses = courses.finish(&facts);
    (facts, courses)
}

/// What the records of the people of `range` say, numbered as if they came first.
fn hear<'a>(
    context: &Context<'a>,
    speaks: &Arc<[bool]>,
    range: Range<usize>,
) -> (Entered<'a>, CourseReader<'a>) {
    let mut entered = Entered { speaks: Arc::clone(speaks), ..Entered::default() };
    let mut courses = CourseReader::default();
    for person in range.map(PersonIdx::new) {
        let first = entered.records.all.len();
        if context.holds_facts(person) {
            entered.hear_person(context, person);
        }
        courses.read_person(context, person, first, &entered.records.all);
    }
    (entered, courses)
}

impl<'a> Entered<'a> {
    /// Adds what further people said.
    fn append(&mut self, mut more: Self) {
        let before = self.records.next();
        self.records.all.append(&mut more.records.all);
        let known = self.choirs.iter().zip(0..).map(|(choir, at)| (choir.theme.clone(), at));
        let known: BTreeMap<Theme, usize> = known.collect();
        for mut choir in more.choirs {
            for source in choir.voices.iter_mut().filter_map(|voice| voice.source.as_mut()) {
                *source += before;
            }
            let known = known.get(&choir.theme).and_then(|at| self.choirs.get_mut(*at));
            match known {
                Some(known) => known.further.push(choir.voices),
                None => self.choirs.push(choir),
            }
        }
    }

    fn hear_person(&mut self, context: &Context<'a>, person: PersonIdx) {
        let Some(record) = context.person(person) else { return };
        let speaks = |union: &UnionIdx| self.speaks.get(union.at()) == Some(&true);
        let unions = context.kin.unions(person).filter(speaks);
        let unions: Vec<&Union> = unions.filter_map(|union| context.union(union)).collect();
        self.hear_entries(context, person, &record.entries);
        unions.iter().for_each(|union| self.hear_entries(context, person, &union.entries));
        self.hear_strengths(context, person, &record.strengths);
        unions.iter().for_each(|union| self.hear_strengths(context, person, &union.strengths));
        for note in &record.skills {
            let (hard, well) = match note.level {
                SkillLevel::Hard => (Standing::Yes, Standing::No),
                SkillLevel::Varies => (Standing::Maybe, Standing::Maybe),
                SkillLevel::GoesWell => (Standing::No, Standing::Yes),
            };
            let source = Some(self.records.add(Source::Skill(person, note)));
            for (table, standing) in [(Table::SkillHard, hard), (Table::SkillWell, well)] {
                let at = self.place(context, table, &note.skill);
                self.say(
                    at,
                    Voice {
                        person,
                        standing,
                        is_weak: false,
                        has_end: false,
                        onset: SmallAge::NONE,
                        source,
                    },
                );
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
            let has_end = entry.until.is_some();
            self.say(at, Voice { person, standing, is_weak: false, has_end, onset, source });
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
            self.say(at, Voice { person, standing, is_weak: false, has_end: false, onset, source });
            if standing == Standing::Yes {
                let answers = self.choirs.get(at).map_or(Vec::new(), |it| it.answers.clone());
                for at in answers {
                    let standing = Standing::No;
                    self.say(
                        at,
                        Voice {
                            person,
                            standing,
                            is_weak: true,
                            has_end: false,
                            onset: SmallAge::NONE,
                            source,
                        },
                    );
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
        self.choirs.push(Choir { theme, voices: Vec::new(), further: Vec::new(), answers });
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

fn onset_of(context: &Context<'_>, person: PersonIdx, since: Option<Moment>) -> SmallAge {
    if since.is_none() {
        return SmallAge::NONE;
    }
    onset_since(since, context.birth(person), context.age_now(person)).into()
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

/// What is heard of a theme: lists of voices, each about people after those of the list before.
pub(super) type Heard = (Theme, Rules, Vec<Vec<Voice>>);

/// Weighs the voices of each theme and adds what they come to, in this order.
pub(super) fn weigh_all(context: &Context<'_>, facts: &mut Facts<'_>, heard: Vec<Heard>) {
    let weighed = share::given(heard.into_iter(), context.threads(), |(theme, rules, voices)| {
        weigh(context, theme, rules, voices)
    });
    weighed.into_iter().for_each(|theme| facts.add(theme));
}

/// Weighs the voices of one theme: Yes beats Maybe beats No, and the onset is the first of the
/// standing that won. Who has a hidden record of the theme is left out of it, whatever else is said.
pub(super) fn weigh(
    context: &Context<'_>,
    theme: Theme,
    rules: Rules,
    voices: Vec<Vec<Voice>>,
) -> ThemeFacts {
    let Rules { from_age, closing_age, nature } = rules;
    let n = voices.iter().map(Vec::len).sum();
    let mut table = FactTable { facts: Vec::with_capacity(n), sources: Vec::new() };
    let leaves_out = context.leaves_out(&theme);
    for mut voices in voices {
        if leaves_out {
            voices.retain(|voice| !context.is_left_out(&theme, voice.person));
        }
        if !voices.is_sorted_by_key(|voice| voice.person) {
            voices.sort_by_key(|voice| voice.person);
        }
        for voices in voices.chunk_by(|a, b| a.person == b.person) {
            table.facts.extend(weighed(context, from_age, voices, &mut table.sources));
        }
    }
    let places = Places::of(table.facts.iter().map(|fact| fact.person));
    let (number, table) = (ThemeNo::MAX, Arc::new(table));
    ThemeFacts { theme, from_age, closing_age, nature, number, table, places }
}

/// What the `voices` about one person come to.
fn weighed(
    context: &Context<'_>,
    from_age: i32,
    voices: &[Voice],
    sources: &mut Vec<RecordNo>,
) -> Option<Fact> {
    let is_weak = voices.iter().all(|voice| voice.is_weak);
    let heard = || voices.iter().filter(|voice| voice.is_weak == is_weak);
    let best = heard().map(|voice| voice.standing).min()?;
    let person = voices.first()?.person;
    let winners = || heard().filter(|voice| voice.standing == best);
    let onset = winners().filter_map(|voice| voice.onset.range()).reduce(earlier);
    // Too young to count stays Maybe, whatever the setting.
    let too_young = || context.age_now(person).is_some_and(|age| age.hi < from_age);
    let was_maybe = best == Standing::Maybe && context.settings.count_maybe && !too_young();
    let standing = if was_maybe { Standing::Yes } else { best };
    let mut records = winners().filter_map(|voice| voice.source);
    let (source, rests_on) = match (records.next(), records.next()) {
        (None, _) => (0, RestsOn::Nothing),
        (Some(only), None) => (only, RestsOn::One),
        (Some(_), Some(_)) => {
            let first = sources.len();
            let all = || winners().filter_map(|voice| voice.source);
            sources.push(all().count() as u32);
            sources.extend(all());
            (first as u32, RestsOn::Several)
        }
    };
    let has_end = winners().all(|voice| voice.has_end);
    let onset = onset.into();
    Some(Fact { person, source, onset, standing, was_maybe, has_end, rests_on })
}

/// The earlier of two ages, each maybe a range.
pub(super) fn earlier(a: AgeRange, b: AgeRange) -> AgeRange {
    AgeRange { lo: a.lo.min(b.lo), hi: a.hi.min(b.hi) }
}
