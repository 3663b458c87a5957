//! Findings as they are kept: a row of numbers each, their lists one after the other on a tape, and
//! one table of ids for all. What is asked for is written out as a [`Finding`].

use std::sync::Arc;

use super::context::Context;
use super::draft::{Draft, DraftEnd};
use super::fact::{Fact, FactTable, RecordNo, ThemeFacts, ThemeNo};
use super::finding::{
    End, Evidence, Finding, Findings, KinEdge, Load, Pattern, Thresholds, WhiteSpot,
};
use super::order::{self, cover};
use super::record::Record;
use super::spots::Spots;
use super::tape::{Lists, Numbers, Tape};
use super::theme::Theme;
use crate::kinship::{Bonds, PersonIdx};
use crate::model::{AgeRange, FindingId, PersonId, UnionId};
use crate::share;

/// Everything that was found on a map, in little memory.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// People Yes out of people known, per generation and life area.
    pub load: Vec<Load>,
    spots: Spots,
    parts: Vec<Part>,
    /// The rows in the order in which they are shown.
    order: Vec<RowIdx>,
    people: Arc<[PersonId]>,
    unions: Arc<[UnionId]>,
    /// Those of the facts.
    themes: Vec<KnownTheme>,
    /// Those that facts rest on.
    records: Vec<Record>,
    /// By pattern.
    thresholds: Vec<Thresholds>,
    bonds: Bonds,
}

/// A theme with its facts.
#[derive(Clone, Debug)]
struct KnownTheme {
    theme: Theme,
    facts: Arc<FactTable>,
}

impl KnownTheme {
    fn of(theme: &ThemeFacts) -> Self {
        Self { theme: theme.theme.clone(), facts: Arc::clone(&theme.table) }
    }
}

/// What one detector found.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// All but the last are full.
    pub pages: Vec<Page>,
    /// Themes beside those of the facts; their numbers come next.
    pub themes: Vec<Theme>,
    /// Records beside those that facts rest on; their numbers come next.
    pub records: Vec<Evidence>,
    pub spots: Spots,
    pub load: Vec<Load>,
}

/// So many rows stand on a page.
const ROWS_PER_PAGE: usize = 1024;

/// So many rows of one detector are few: those of a family around a table.
const FEW: usize = 32;

/// Some of the rows of a part, with their lists. Pages never move: one growing table of millions
/// of rows would be copied again and again, each time into memory that the system must fetch first.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub rows: Vec<Row>,
    /// Of each row: the hash of pattern and people, without the theme. Once they were compared: of
    /// each row that says nothing new, the hash of a narrower finding that says the same.
    pub who: Vec<u64>,
    pub tape: Tape,
}

impl Page {
    fn is_full(&self) -> bool {
        ROWS_PER_PAGE <= self.rows.len()
    }

    /// The narrower finding that says the same as the row that stands at `at` in its part.
    fn narrower(&self, at: u32) -> Option<FindingId> {
        let at = at as usize % ROWS_PER_PAGE;
        let is_covered = self.rows.get(at)?.is_covered;
        is_covered.then(|| self.who.get(at).map(|hash| FindingId::of_hash(*hash)))?
    }

    /// An empty page after `last`, if there was one, with room for as much.
    fn after(last: Option<&Self>) -> Self {
        let (rows, bytes) = last
            .map_or((FEW, FEW * 64), |last| (ROWS_PER_PAGE, last.tape.len() + last.tape.len() / 8));
        let mut page = Self::default();
        page.rows.reserve_exact(rows);
        page.who.reserve_exact(rows);
        page.tape.reserve(bytes);
        page
    }
}

impl Part {
    /// Is there no room for another row on the last page?
    pub(super) fn is_full(&self) -> bool {
        self.pages.last().is_none_or(Page::is_full)
    }

    /// Begins a page.
    pub(super) fn begin_page(&mut self) {
        let page = Page::after(self.pages.last());
        self.pages.push(page);
    }

    /// The row that stands at `at`, and its page.
    pub(super) fn row(&self, at: u32) -> Option<(&Page, &Row)> {
        let page = self.pages.get(at as usize / ROWS_PER_PAGE)?;
        Some((page, page.rows.get(at as usize % ROWS_PER_PAGE)?))
    }

    /// Marks the row that stands at `at` as saying nothing that the finding of hash `narrow` does
    /// not say.
    pub(super) fn cover(&mut self, at: u32, narrow: u64) {
        let Some(page) = self.pages.get_mut(at as usize / ROWS_PER_PAGE) else { return };
        let at = at as usize % ROWS_PER_PAGE;
        if let (Some(row), Some(who)) = (page.rows.get_mut(at), page.who.get_mut(at)) {
            row.is_covered = true;
            row.rank = order::covered(row.rank);
            *who = narrow;
        }
    }

    /// All rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.pages.iter().flat_map(|page| &page.rows)
    }
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowIdx {
    pub part: u32,
    pub row: u32,
}

/// Each row of `parts`, with where it stands.
fn rows(parts: &[Part]) -> impl Iterator<Item = (RowIdx, &Row)> {
    (0..).zip(parts).flat_map(|(part, found)| {
        (0..).zip(found.rows()).map(move |(row, it)| (RowIdx { part, row }, it))
    })
}

/// What findings are ordered and chosen by; the rest of each stands on the tape of its page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// What it is sorted by, before its hash.
    pub rank: u64,
    /// The hash that its id spells.
    pub own: u64,
    /// Where the rest begins on the tape of its page.
    start: u32,
    theme: ThemeNo,
    pub length: u32,
    pub pattern: Pattern,
    pub headline: bool,
    /// Says a narrower finding the same?
    pub is_covered: bool,
}

impl Row {
    /// No theme.
    const NONE: ThemeNo = ThemeNo::MAX;

    /// The row of `draft`, the rest of which will begin at `start`. Its hash is still to come.
    pub(super) fn of(pattern: Pattern, rank: u64, draft: &Draft, start: u32) -> Self {
        Self {
            rank,
            own: 0,
            start,
            theme: draft.theme.unwrap_or(Self::NONE),
            length: draft.length,
            pattern,
            headline: draft.headline,
            is_covered: false,
        }
    }

    /// The number of its theme.
    pub(super) fn theme(&self) -> Option<ThemeNo> {
        Some(self.theme).filter(|theme| *theme != Self::NONE)
    }

    /// The id of the finding.
    pub(super) fn id(&self) -> FindingId {
        FindingId::of_hash(self.own)
    }
}

impl Found {
    /// Everything that was found, part by part.
    pub(super) fn of(context: &Context<'_>, mut parts: Vec<Part>, threads: usize) -> Self {
        let records = || {
            let records = context.facts.records();
            listed(records.len(), records.iter().map(Record::of))
        };
        let (records, order) = share::both(threads, records, || {
            cover(context, &mut parts, threads);
            let pages = parts.iter_mut().flat_map(|part| &mut part.pages);
            let is_all_new = |page: &&mut Page| !page.rows.iter().any(|row| row.is_covered);
            pages.filter(is_all_new).for_each(|page| page.who = Vec::new());
            in_order(&parts, threads)
        });
        let spots = parts.iter_mut().map(|it| std::mem::take(&mut it.spots));
        Self {
            spots: spots.reduce(Spots::or).unwrap_or_default(),
            load: parts.iter_mut().flat_map(|it| std::mem::take(&mut it.load)).collect(),
            order,
            parts,
            people: context.kin.ids(),
            unions: context.kin.union_ids(),
            themes: context.facts.themes().iter().map(KnownTheme::of).collect(),
            records,
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
        let (part, page, row) = self.place(at)?;
        let narrower = self.order.get(at).and_then(|at| page.narrower(at.row));
        Some(Finding { covered_by: narrower, ..self.finding(part, page, row) })
    }

    /// The row that is shown at place `at`, and the part it belongs to.
    pub(super) fn row(&self, at: usize) -> Option<(&Part, &Row)> {
        self.place(at).map(|(part, _, row)| (part, row))
    }

    fn place(&self, at: usize) -> Option<(&Part, &Page, &Row)> {
        let at = *self.order.get(at)?;
        let part = self.parts.get(at.part as usize)?;
        part.row(at.row).map(|(page, row)| (part, page, row))
    }

    /// The rows in the order in which they are shown.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        (0..self.len()).filter_map(|at| self.row(at)).map(|(_, row)| row)
    }

    /// The rows as they stand in the parts.
    pub(super) fn rows_by_part(&self) -> impl Iterator<Item = (&Part, &Row)> {
        self.parts.iter().flat_map(|part| part.rows().map(move |row| (part, row)))
    }

    /// The theme of this number in `part`.
    pub(super) fn theme<'f>(&'f self, part: &'f Part, number: ThemeNo) -> Option<&'f Theme> {
        let own = || part.themes.get(number as usize - self.themes.len());
        self.themes.get(number as usize).map(|it| &it.theme).or_else(own)
    }

    /// Whom the finding at place `at` rests on.
    pub(super) fn people_of(&self, at: usize) -> impl Iterator<Item = PersonIdx> {
        self.place(at).into_iter().flat_map(|(_, page, row)| {
            let lists = page.tape.read(row.start as usize);
            let facts = self.facts_of(row, lists);
            lists.people().chain(facts.carriers().map(|fact| fact.person))
        })
    }

    /// Where the map knows little, written out one by one.
    pub fn white_spots(&self) -> impl Iterator<Item = WhiteSpot> {
        self.spots.written_out(&self.people)
    }

    /// Every finding, written out one by one in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = Finding> + Clone {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// All findings written out, for a family that people can look at.
    #[must_use]
    pub fn written_out(self) -> Findings {
        let findings = listed(self.len(), self.iter());
        Findings { findings, white_spots: self.white_spots().collect(), load: self.load }
    }

    fn finding(&self, part: &Part, page: &Page, row: &Row) -> Finding {
        let lists = page.tape.read(row.start as usize);
        let theme = |number: ThemeNo| self.theme(part, number).cloned();
        let thresholds = match lists.has_no_thresholds {
            true => None,
            false => self.thresholds.get(row.pattern as usize).cloned(),
        };
        let facts = self.facts_of(row, lists);
        Finding {
            id: row.id(),
            pattern: row.pattern,
            theme: row.theme().and_then(theme),
            more_themes: lists.more_themes().filter_map(theme).collect(),
            headline: row.headline,
            people: self
                .ids(lists.people().chain(facts.carriers().map(|it| it.person)), lists.n_people()),
            around: self.ids(lists.around(), lists.around().len()),
            evidence: self.evidence(part, lists.evidence, facts),
            edges: self.edges(lists),
            ends: listed(lists.n_ends(), lists.ends().filter_map(|end| self.end(&end))),
            helped: self.evidence(part, lists.helped, OfTheme::default()),
            length: row.length,
            span: lists.span,
            yes: lists.yes,
            known: lists.known,
            unknown: lists.unknown,
            ages: self.ages(facts),
            counts: lists.counts().collect(),
            thresholds: thresholds.unwrap_or_default(),
            bonds: self.bonds,
            counts_maybe: lists.counts_maybe,
            covered_by: None,
        }
    }

    fn facts_of<'f>(&'f self, row: &Row, lists: Lists<'f>) -> OfTheme<'f> {
        let theme = row.theme().and_then(|number| self.themes.get(number as usize));
        OfTheme { facts: theme.map(|theme| theme.facts.as_ref()), lists }
    }

    fn id(&self, person: PersonIdx) -> Option<PersonId> {
        self.people.get(person.at()).cloned()
    }

    /// The ids of `people`, of whom there are `n` at most.
    fn ids(&self, people: impl Iterator<Item = PersonIdx>, n: usize) -> Vec<PersonId> {
        listed(n, people.filter_map(|person| self.id(person)))
    }

    /// In order and without doubles: one record may have several numbers.
    fn evidence(&self, part: &Part, records: Numbers<'_>, facts: OfTheme<'_>) -> Vec<Evidence> {
        let of_facts = facts.carriers().chain(facts.others()).map(|fact| facts.sources(fact));
        let n = records.len() + of_facts.clone().map(<[RecordNo]>::len).sum::<usize>();
        let all = records.map(|at| at as RecordNo).chain(of_facts.flatten().copied());
        let records = all.filter_map(|at| match self.records.get(at as usize) {
            Some(record) => record.evidence(&self.people, &self.unions),
            None => part.records.get(at as usize - self.records.len()).cloned(),
        });
        let mut found = listed(n, records);
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Those that are told, else those of the carriers.
    fn ages(&self, facts: OfTheme<'_>) -> Vec<(PersonId, AgeRange)> {
        let mut places: Vec<u64> = facts.lists.carriers.collect();
        places.sort_unstable();
        let of_carriers = places.iter().filter_map(|at| facts.at(*at));
        let of_carriers = of_carriers.filter_map(|fact| Some((fact.person, fact.onset()?)));
        let ages = facts.lists.ages().chain(of_carriers);
        let ages = ages.filter_map(|(person, age)| Some((self.id(person)?, age)));
        listed(facts.lists.n_ages() + places.len(), ages)
    }

    fn edges(&self, lists: Lists<'_>) -> Vec<KinEdge> {
        let edges = lists.edges().filter_map(|(edge, over)| {
            Some(KinEdge {
                over: over.into_iter().filter_map(|person| self.id(person)).collect(),
                from: self.id(edge.from)?,
                to: self.id(edge.to)?,
                kind: edge.kind,
                bonds: edge.bonds.iter().collect(),
            })
        });
        listed(lists.n_edges(), edges)
    }

    fn end(&self, end: &DraftEnd) -> Option<End> {
        Some(End { person: self.id(end.person)?, kind: end.kind, age: end.age })
    }
}

/// Where the rows of `parts` stand, in the order in which they are shown.
fn in_order(parts: &[Part], threads: usize) -> Vec<RowIdx> {
    let n: usize = parts.iter().flat_map(|part| &part.pages).map(|page| page.rows.len()).sum();
    let all = rows(parts).map(|(at, row)| (row.rank, row.own, at));
    let mut all: Vec<(u64, u64, RowIdx)> = listed(n, all);
    let runs = all.chunks_mut(n.div_ceil(threads.max(1)).max(1));
    share::given(runs, threads, <[_]>::sort_unstable);
    let mut runs: Vec<_> = all.chunks(n.div_ceil(threads.max(1)).max(1)).collect();
    // The next of each run in turn: there are as many runs as processors.
    let next = std::iter::from_fn(|| {
        let run = runs.iter_mut().filter(|run| !run.is_empty()).min_by_key(|run| run.first())?;
        let (first, rest) = run.split_first()?;
        *run = rest;
        Some(first.2)
    });
    listed(n, next)
}

/// A list of `n` items at most, in memory that is asked for once.
fn listed<T>(n: usize, items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::with_capacity(n);
    list.extend(items);
    list
}

/// The lists of a finding beside the facts of its theme.
#[derive(Clone, Copy, Debug, Default)]
struct OfTheme<'f> {
    facts: Option<&'f FactTable>,
    lists: Lists<'f>,
}

impl<'f> OfTheme<'f> {
    fn at(self, place: u64) -> Option<&'f Fact> {
        self.facts?.facts.get(place as usize)
    }

    fn carriers(self) -> impl Iterator<Item = &'f Fact> + Clone {
        self.lists.carriers.filter_map(move |at| self.at(at))
    }

    /// What it rests on beside the facts of its carriers.
    fn others(self) -> impl Iterator<Item = &'f Fact> + Clone {
        self.lists.facts.filter_map(move |at| self.at(at))
    }

    fn sources(self, fact: &'f Fact) -> &'f [RecordNo] {
        self.facts.map_or(&[], |facts| facts.sources(fact))
    }
}
