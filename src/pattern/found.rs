//! Findings as they are kept: a row of numbers each, their lists one after the other on a tape, and
//! one table of ids for all. What is asked for is written out as a [`Finding`].

use std::num::NonZeroU64;
use std::sync::Arc;

use super::context::Context;
use super::draft::{Draft, DraftEdge, DraftEnd};
use super::fact::{RecordNo, ThemeNo};
use super::finding::{
    EdgeKind, End, EndKind, Evidence, Finding, Findings, KinEdge, Load, Pattern, Thresholds,
    WhiteSpot,
};
use super::line::BondSet;
use super::order::cover;
use super::theme::Theme;
use crate::kinship::{Bonds, PersonIdx};
use crate::model::{AgeRange, FindingId, PersonId};

/// Everything that was found on a map, in little memory.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Where the map knows little.
    pub white_spots: Vec<WhiteSpot>,
    /// People Yes out of people known, per generation and life area.
    pub load: Vec<Load>,
    parts: Vec<Part>,
    /// The rows in the order in which they are shown.
    order: Vec<RowIdx>,
    people: Arc<[PersonId]>,
    /// Those of the facts.
    themes: Vec<Theme>,
    /// Those that facts rest on.
    records: Vec<Option<Evidence>>,
    /// By pattern.
    thresholds: Vec<Thresholds>,
    bonds: Bonds,
}

/// What one detector found.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub rows: Vec<Row>,
    /// Of each row: the hash of pattern and people, without the theme. Empty once it was compared.
    pub who: Vec<u64>,
    pub tape: Tape,
    /// Themes beside those of the facts; their numbers come next.
    pub themes: Vec<Theme>,
    /// Records beside those that facts rest on; their numbers come next.
    pub records: Vec<Evidence>,
    pub white_spots: Vec<WhiteSpot>,
    pub load: Vec<Load>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowIdx {
    pub part: u32,
    pub row: u32,
}

impl RowIdx {
    /// The row that stands there.
    pub(super) fn of(self, parts: &[Part]) -> Option<&Row> {
        parts.get(self.part as usize)?.rows.get(self.row as usize)
    }
}

/// Each row of `parts`, with where it stands.
pub(super) fn rows(parts: &[Part]) -> impl Iterator<Item = (RowIdx, &Row)> {
    (0..).zip(parts).flat_map(|(part, found)| {
        (0..).zip(&found.rows).map(move |(row, it)| (RowIdx { part, row }, it))
    })
}

/// What every finding has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// What it is sorted by, before its hash.
    pub rank: u64,
    /// The hash that its id spells.
    pub own: u64,
    /// The hash of a narrower finding that says the same.
    pub covered_by: Option<NonZeroU64>,
    /// Where its lists begin on the tape.
    start: usize,
    pub theme: Option<ThemeNo>,
    length: u32,
    span: u32,
    yes: u32,
    known: u32,
    unknown: u32,
    pattern: Pattern,
    headline: bool,
    counts_maybe: bool,
    has_no_thresholds: bool,
}

impl Row {
    /// The row of `draft`, whose lists will begin at `start`.
    pub(super) const fn of(
        pattern: Pattern,
        rank: u64,
        own: u64,
        draft: &Draft,
        start: usize,
    ) -> Self {
        Self {
            rank,
            own,
            covered_by: None,
            start,
            theme: draft.theme,
            length: draft.length,
            span: draft.span,
            yes: draft.yes,
            known: draft.known,
            unknown: draft.unknown,
            pattern,
            headline: draft.headline,
            counts_maybe: draft.counts_maybe,
            has_no_thresholds: draft.has_no_thresholds,
        }
    }
}

impl Found {
    /// Everything that was found, part by part.
    pub(super) fn of(context: &Context<'_>, mut parts: Vec<Part>) -> Self {
        cover(context, &mut parts);
        parts.iter_mut().for_each(|part| part.who = Vec::new());
        let mut order: Vec<(u64, u64, RowIdx)> =
            rows(&parts).map(|(at, row)| (row.rank, row.own, at)).collect();
        order.sort_unstable();
        let records = context.facts.records().iter();
        Self {
            white_spots: parts
                .iter_mut()
                .flat_map(|it| std::mem::take(&mut it.white_spots))
                .collect(),
            load: parts.iter_mut().flat_map(|it| std::mem::take(&mut it.load)).collect(),
            order: order.into_iter().map(|(.., at)| at).collect(),
            parts,
            people: context.kin.ids(),
            themes: context.facts.themes().iter().map(|theme| theme.theme.clone()).collect(),
            records: records.map(|source| context.record(source)).collect(),
            thresholds: context.thresholds().to_vec(),
            bonds: context.settings.bonds,
        }
    }

    /// How many findings there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.order.len()
    }

    /// Was nothing found?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The finding that is shown at place `at`, from 0.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Finding> {
        let at = *self.order.get(at)?;
        Some(self.finding(self.parts.get(at.part as usize)?, at.of(&self.parts)?))
    }

    /// Every finding, written out one by one in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = Finding> + Clone {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// All findings written out, for a family that people can look at.
    #[must_use]
    pub fn written_out(self) -> Findings {
        Findings { findings: self.iter().collect(), white_spots: self.white_spots, load: self.load }
    }

    fn finding(&self, part: &Part, row: &Row) -> Finding {
        let lists = part.tape.read(row.start);
        let theme = |number: ThemeNo| {
            let at = number as usize;
            self.themes.get(at).or_else(|| part.themes.get(at - self.themes.len())).cloned()
        };
        let thresholds = match row.has_no_thresholds {
            true => None,
            false => self.thresholds.get(row.pattern as usize).cloned(),
        };
        Finding {
            id: FindingId::of_hash(row.own),
            pattern: row.pattern,
            theme: row.theme.and_then(theme),
            more_themes: lists.more_themes.iter().filter_map(|it| theme(*it)).collect(),
            headline: row.headline,
            people: self.ids(&lists.people),
            around: self.ids(&lists.around),
            evidence: self.evidence(part, &lists.evidence),
            edges: self.edges(&lists),
            ends: lists.ends.iter().filter_map(|end| self.end(end)).collect(),
            helped: self.evidence(part, &lists.helped),
            length: row.length,
            span: row.span,
            yes: row.yes,
            known: row.known,
            unknown: row.unknown,
            ages: (lists.ages.iter())
                .filter_map(|(person, age)| Some((self.id(*person)?, *age)))
                .collect(),
            counts: lists.counts,
            thresholds: thresholds.unwrap_or_default(),
            bonds: self.bonds,
            counts_maybe: row.counts_maybe,
            covered_by: row.covered_by.map(|hash| FindingId::of_hash(hash.get())),
        }
    }

    fn id(&self, person: PersonIdx) -> Option<PersonId> {
        self.people.get(person.at()).cloned()
    }

    fn ids(&self, people: &[PersonIdx]) -> Vec<PersonId> {
        people.iter().filter_map(|person| self.id(*person)).collect()
    }

    /// In order and without doubles: one record may have several numbers.
    fn evidence(&self, part: &Part, records: &[RecordNo]) -> Vec<Evidence> {
        let found = records.iter().filter_map(|at| match self.records.get(*at as usize) {
            Some(record) => record.clone(),
            None => part.records.get(*at as usize - self.records.len()).cloned(),
        });
        let mut found: Vec<Evidence> = found.collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn edges(&self, lists: &Draft) -> Vec<KinEdge> {
        let mut over = lists.over.iter();
        let edges = lists.edges.iter().filter_map(|edge| {
            let over = over.by_ref().take(edge.over as usize);
            Some(KinEdge {
                over: over.filter_map(|person| self.id(*person)).collect(),
                from: self.id(edge.from)?,
                to: self.id(edge.to)?,
                kind: edge.kind,
                bonds: edge.bonds.iter().collect(),
            })
        });
        edges.collect()
    }

    fn end(&self, end: &DraftEnd) -> Option<End> {
        Some(End { person: self.id(end.person)?, kind: end.kind, age: end.age })
    }
}

/// The lists of all findings as words. Of each finding first a word with a bit for each list that
/// is not empty, then those lists, each after its length in items.
#[derive(Clone, Debug, Default)]
pub(super) struct Tape {
    words: Vec<u32>,
    /// Names of counts; on the tape stand their places.
    names: Vec<&'static str>,
}

impl Tape {
    pub(super) const fn len(&self) -> usize {
        self.words.len()
    }

    /// Adds the lists of `draft`.
    pub(super) fn write(&mut self, draft: &Draft) {
        let Self { words, names } = self;
        let mask = words.len();
        words.push(0);
        let mut lists = Writer { words, mask, bit: 1 };
        lists.list(&draft.more_themes, |theme| [*theme]);
        lists.list(&draft.people, |person| [word(*person)]);
        lists.list(&draft.around, |person| [word(*person)]);
        lists.list(&draft.evidence, |record| [*record]);
        lists.list(&draft.helped, |record| [*record]);
        lists.list(&draft.over, |person| [word(*person)]);
        lists.list(&draft.edges, edge_words);
        lists.list(&draft.ends, end_words);
        lists.list(&draft.ages, |(person, age)| [word(*person), age.lo as u32, age.hi as u32]);
        lists.list(&draft.counts, |(name, count)| {
            [place(names, name), *count as u32, (*count >> 32) as u32]
        });
    }

    /// The lists that begin at `start`, and nothing else of that finding.
    fn read(&self, start: usize) -> Draft {
        let mut words = self.words.get(start..).unwrap_or(&[]).iter().copied();
        let mask = words.next().unwrap_or(0);
        let mut lists = Reader { words, mask };
        Draft {
            more_themes: lists.list(|[theme]| theme),
            people: lists.list(|[at]| person(at)),
            around: lists.list(|[at]| person(at)),
            evidence: lists.list(|[record]| record),
            helped: lists.list(|[record]| record),
            over: lists.list(|[at]| person(at)),
            edges: lists.list(edge),
            ends: lists.list(end),
            ages: lists.list(|[at, lo, hi]| (person(at), age(lo, hi))),
            counts: lists.list(|[name, low, high]| {
                let name = self.names.get(name as usize).copied().unwrap_or_default();
                (name, i64::from(high as i32) << 32 | i64::from(low))
            }),
            ..Draft::default()
        }
    }
}

/// Writes the lists of one finding.
struct Writer<'t> {
    words: &'t mut Vec<u32>,
    /// Where the word with the bits stands.
    mask: usize,
    bit: u32,
}

impl Writer<'_> {
    fn list<T, const N: usize>(&mut self, items: &[T], words: impl FnMut(&T) -> [u32; N]) {
        if !items.is_empty() {
            if let Some(mask) = self.words.get_mut(self.mask) {
                *mask |= self.bit;
            }
            self.words.push(items.len() as u32);
            self.words.extend(items.iter().flat_map(words));
        }
        self.bit <<= 1;
    }
}

/// Reads the lists of one finding in the order in which they were written.
struct Reader<I> {
    words: I,
    /// The bits of the lists that are still to come.
    mask: u32,
}

impl<I: Iterator<Item = u32>> Reader<I> {
    fn list<T, const N: usize>(&mut self, item: impl Fn([u32; N]) -> T) -> Vec<T> {
        let is_there = self.mask & 1 == 1;
        self.mask >>= 1;
        let items = if is_there { self.words.next().unwrap_or(0) } else { 0 };
        let words = &mut self.words;
        (0..items).map(|_| item(std::array::from_fn(|_| words.next().unwrap_or(0)))).collect()
    }
}

const fn word(person: PersonIdx) -> u32 {
    person.at() as u32
}

const fn person(word: u32) -> PersonIdx {
    PersonIdx::new(word as usize)
}

const fn age(lo: u32, hi: u32) -> AgeRange {
    AgeRange { lo: lo as i32, hi: hi as i32 }
}

/// The place of `name` among `names`, of which there are a handful.
fn place(names: &mut Vec<&'static str>, name: &'static str) -> u32 {
    let known = names.iter().position(|other| *other == name);
    known.unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    }) as u32
}

fn edge_words(edge: &DraftEdge) -> [u32; 4] {
    [
        word(edge.from),
        word(edge.to),
        u32::from(edge.bonds.bits()) << 8 | edge.kind as u32,
        edge.over,
    ]
}

fn edge([from, to, how, over]: [u32; 4]) -> DraftEdge {
    let kinds = [EdgeKind::Direct, EdgeKind::Skipped, EdgeKind::Gap];
    let kind = kinds.into_iter().find(|kind| *kind as u32 == how & 0xff);
    DraftEdge {
        from: person(from),
        to: person(to),
        kind: kind.unwrap_or(EdgeKind::Direct),
        bonds: BondSet::of_bits((how >> 8) as u8),
        over,
    }
}

/// An age that nobody can have stands for none.
fn end_words(end: &DraftEnd) -> [u32; 4] {
    let age = end.age.unwrap_or(NO_AGE);
    [word(end.person), end.kind as u32, age.lo as u32, age.hi as u32]
}

const NO_AGE: AgeRange = AgeRange { lo: i32::MAX, hi: i32::MIN };

fn end([at, kind, lo, hi]: [u32; 4]) -> DraftEnd {
    let kinds = [EndKind::Stops, EndKind::Ended, EndKind::SoFarNot, EndKind::Open, EndKind::NotYet];
    let kind = kinds.into_iter().find(|it| *it as u32 == kind);
    DraftEnd {
        person: person(at),
        kind: kind.unwrap_or(EndKind::Open),
        age: Some(age(lo, hi)).filter(|age| *age != NO_AGE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn people() -> impl Strategy<Value = Vec<PersonIdx>> {
        vec(any::<u32>().prop_map(person), 0..4)
    }

    fn ages() -> impl Strategy<Value = AgeRange> {
        (-200..200_i32, -200..200_i32).prop_map(|(lo, hi)| AgeRange { lo, hi })
    }

    fn edges() -> impl Strategy<Value = Vec<DraftEdge>> {
        let kinds = [EdgeKind::Direct, EdgeKind::Skipped, EdgeKind::Gap];
        let edge = (any::<[u32; 3]>(), prop::sample::select(kinds.to_vec()), 0..64_u8);
        let edge = edge.prop_map(|([from, to, over], kind, bonds)| {
            let (from, to, bonds) = (person(from), person(to), BondSet::of_bits(bonds));
            DraftEdge { from, to, kind, bonds, over }
        });
        vec(edge, 0..4)
    }

    fn ends() -> impl Strategy<Value = Vec<DraftEnd>> {
        let kinds =
            [EndKind::Stops, EndKind::Ended, EndKind::SoFarNot, EndKind::Open, EndKind::NotYet];
        let end = (any::<u32>(), prop::sample::select(kinds.to_vec()), prop::option::of(ages()));
        vec(end.prop_map(|(at, kind, age)| DraftEnd { person: person(at), kind, age }), 0..4)
    }

    fn drafts() -> impl Strategy<Value = Draft> {
        let names = ["a", "b", "both", "year"];
        let counts = vec((prop::sample::select(names.to_vec()), any::<i64>()), 0..4);
        let ages = vec((any::<u32>().prop_map(person), ages()), 0..4);
        let numbers = || vec(any::<u32>(), 0..4);
        let people = (people(), people(), people());
        (people, numbers(), numbers(), numbers(), edges(), ends(), ages, counts).prop_map(
            |((people, around, over), more_themes, evidence, helped, edges, ends, ages, counts)| {
                let lists =
                    Draft { people, around, over, more_themes, evidence, ..Draft::default() };
                Draft { helped, edges, ends, ages, counts, ..lists }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn the_tape_gives_back_the_lists_of_every_finding(drafts in vec(drafts(), 0..8)) {
            let mut tape = Tape::default();
            let mut starts = Vec::new();
            for draft in &drafts {
                starts.push(tape.len());
                tape.write(draft);
            }
            for (draft, start) in drafts.iter().zip(starts) {
                prop_assert_eq!(format!("{:?}", tape.read(start)), format!("{draft:?}"));
            }
        }
    }
}
