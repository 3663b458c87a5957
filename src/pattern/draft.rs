//! How detectors write findings down: people, themes and records by number, into memory that is
//! used again for the next. A large family has millions of findings; what each takes decides how
//! long the engine waits for memory.

use std::collections::BTreeMap;

use super::context::Context;
use super::fact::{Fact, RecordNo, ThemeFacts, ThemeNo};
use super::finding::{EdgeKind, EndKind, Evidence, Pattern, hashes};
use super::found::{Found, Row, Tape};
use super::line::BondSet;
use super::order::Order;
use super::theme::Theme;
use crate::kinship::{Kinship, PersonIdx};
use crate::model::AgeRange;

/// One finding while it is written; [`Finding`](super::Finding) says what everything means.
///
/// People and records may stand in any order and twice; ages, edges and ends stand as they are told.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub theme: Option<ThemeNo>,
    pub more_themes: Vec<ThemeNo>,
    pub headline: bool,
    pub people: Vec<PersonIdx>,
    pub around: Vec<PersonIdx>,
    pub evidence: Vec<RecordNo>,
    pub helped: Vec<RecordNo>,
    pub edges: Vec<DraftEdge>,
    /// Everybody whom edges go over, edge by edge.
    pub over: Vec<PersonIdx>,
    pub ends: Vec<DraftEnd>,
    pub length: u32,
    pub span: u32,
    pub yes: u32,
    pub known: u32,
    pub unknown: u32,
    pub ages: Vec<(PersonIdx, AgeRange)>,
    pub counts: Vec<(&'static str, i64)>,
    pub counts_maybe: bool,
    /// None of the thresholds of its pattern found it.
    pub has_no_thresholds: bool,
}

/// A kin edge of a thread.
#[derive(Clone, Copy, Debug)]
pub(super) struct DraftEdge {
    pub from: PersonIdx,
    pub to: PersonIdx,
    pub kind: EdgeKind,
    pub bonds: BondSet,
    /// How many people of [`Draft::over`] it goes over.
    pub over: u32,
}

/// Where a thread ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct DraftEnd {
    pub person: PersonIdx,
    pub kind: EndKind,
    pub age: Option<AgeRange>,
}

impl Draft {
    /// Rests on a fact of `theme` about a carrier.
    pub(super) fn rest_on(&mut self, theme: &ThemeFacts, carrier: &Fact) {
        self.evidence.extend_from_slice(theme.sources(carrier));
        self.ages.extend(carrier.onset.map(|age| (carrier.person, age)));
        self.counts_maybe |= carrier.was_maybe;
    }

    /// A bare finding; keeps the memory of its lists.
    fn clear(&mut self) {
        self.more_themes.clear();
        self.people.clear();
        self.around.clear();
        self.evidence.clear();
        self.helped.clear();
        self.edges.clear();
        self.over.clear();
        self.ends.clear();
        self.ages.clear();
        self.counts.clear();
        (self.theme, self.headline) = (None, false);
        (self.length, self.span) = (0, 0);
        (self.yes, self.known, self.unknown) = (0, 0, 0);
        (self.counts_maybe, self.has_no_thresholds) = (false, false);
    }
}

/// Everything that detectors have written down so far.
#[derive(Debug)]
pub struct Drafts<'a> {
    kin: &'a Kinship,
    order: Order,
    pattern: Pattern,
    draft: Draft,
    rows: Vec<Row>,
    tape: Tape,
    /// Of each row: the hash of pattern and people, without the theme.
    who: Vec<u64>,
    themes: Vec<Theme>,
    /// The number of each theme, and how it is spelled.
    numbers: BTreeMap<Theme, ThemeNo>,
    spelled: Vec<String>,
    /// Records beside those of the facts, which are numbered first.
    records: Vec<Evidence>,
    first_record: RecordNo,
    /// Kept for its memory.
    ids: Vec<&'a str>,
}

impl<'a> Drafts<'a> {
    /// Nothing yet, about the family of `context`.
    #[must_use]
    pub fn of(context: &Context<'a>) -> Self {
        let mut drafts = Self {
            kin: context.kin,
            order: Order::of(context),
            pattern: Pattern::Thread,
            draft: Draft::default(),
            rows: Vec::new(),
            tape: Tape::default(),
            who: Vec::new(),
            themes: Vec::new(),
            numbers: BTreeMap::new(),
            spelled: Vec::new(),
            records: Vec::new(),
            first_record: context.facts.records().len() as RecordNo,
            ids: Vec::new(),
        };
        for theme in context.facts.themes() {
            drafts.theme(&theme.theme);
        }
        drafts
    }

    /// The number of `theme`; those of the facts come first, in their order.
    pub(super) fn theme(&mut self, theme: &Theme) -> ThemeNo {
        if let Some(number) = self.numbers.get(theme) {
            return *number;
        }
        let number = self.themes.len() as ThemeNo;
        self.themes.push(theme.clone());
        self.spelled.push(theme.to_string());
        self.numbers.insert(theme.clone(), number);
        number
    }

    /// A number for a record that no fact rests on.
    pub(super) fn record(&mut self, record: Evidence) -> RecordNo {
        self.records.push(record);
        self.first_record + self.records.len() as RecordNo - 1
    }

    /// Begins a finding of `pattern` about `theme`. Fill in the rest, then [`Self::finish`].
    pub(super) fn begin(&mut self, pattern: Pattern, theme: Option<ThemeNo>) -> &mut Draft {
        self.pattern = pattern;
        self.draft.clear();
        self.draft.theme = theme;
        &mut self.draft
    }

    /// Writes down the finding that was begun.
    pub(super) fn finish(&mut self) {
        let (kin, draft) = (self.kin, &mut self.draft);
        for people in [&mut draft.people, &mut draft.around] {
            if let [_, _, ..] = people.as_slice() {
                people.sort_unstable_by_key(|person| (kin.generation(*person), *person));
                people.dedup();
            }
        }
        for records in [&mut draft.evidence, &mut draft.helped] {
            records.sort_unstable();
            records.dedup();
        }
        let themes = draft.theme.iter().chain(&draft.more_themes);
        let themes = themes.filter_map(|number| self.spelled.get(*number as usize));
        let lists = [&draft.people, &draft.around];
        let hashes = hashes(self.pattern, themes, lists.map(|list| ids(kin, list)), &mut self.ids);
        let theme = draft.theme.and_then(|number| self.themes.get(number as usize));
        let rank = self.order.rank(self.pattern, theme, draft);
        self.rows.push(Row::of(self.pattern, rank, hashes.own, draft, self.tape.len()));
        self.tape.write(draft);
        self.who.push(hashes.who);
    }

    /// All findings in the order in which they are shown.
    #[must_use]
    pub fn found(mut self, context: &Context<'_>) -> Found {
        super::order::cover(context, &mut self.rows, &self.who, &self.themes);
        drop(self.who);
        let records = context.facts.records().iter().map(|source| context.record(source));
        let records = records.chain(self.records.into_iter().map(Some)).collect();
        Found::of(context, self.rows, self.tape, self.themes, records)
    }
}

/// The ids of `people`, as they are spelled.
fn ids<'a>(kin: &'a Kinship, people: &[PersonIdx]) -> impl Iterator<Item = &'a str> {
    people.iter().filter_map(|person| kin.id(*person)).map(|id| id.as_str())
}
