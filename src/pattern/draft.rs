//! How detectors write findings down: people, themes and records by number, into memory that is
//! used again for the next. A large family has millions of findings; what each takes decides how
//! long the engine waits for memory.

use std::collections::BTreeMap;

use super::context::Context;
use super::fact::{RecordNo, ThemeNo};
use super::finding::{EdgeKind, EndKind, Evidence, Load, Pattern};
use super::found::{Page, Part, Row};
use super::hash::Hash;
use super::line::BondSet;
use super::order::Order;
use super::spots::Spots;
use super::theme::Theme;
use crate::kinship::{IdKey, Kinship, PersonIdx};
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
    /// People by what the map says of them and the theme: it rests on those facts, and tells the
    /// ages in them by id. They are most of most findings, and take one number each.
    pub carriers: Vec<Carrier>,
    /// Further facts of the theme that it rests on, by their place.
    pub facts: Vec<u32>,
    pub evidence: Vec<RecordNo>,
    pub helped: Vec<RecordNo>,
    pub edges: Vec<DraftEdge>,
    /// Of each edge that is not direct: how many people it goes over, and then they.
    pub over: Vec<u32>,
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

/// Somebody who is found by a fact about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Carrier {
    pub generation: u32,
    pub person: PersonIdx,
    /// The place of the fact among those of the theme.
    pub fact: u32,
}

/// A kin edge of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DraftEdge {
    pub from: PersonIdx,
    pub to: PersonIdx,
    pub kind: EdgeKind,
    pub bonds: BondSet,
}

/// Where a thread ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DraftEnd {
    pub person: PersonIdx,
    pub kind: EndKind,
    pub age: Option<AgeRange>,
}

impl Draft {
    /// How many people it rests on, once each of them stands there once.
    pub(super) const fn n_people(&self) -> usize {
        self.people.len() + self.carriers.len()
    }

    /// Runs along `edge`, `over` these people; over nobody where it is direct.
    pub(super) fn edge(&mut self, edge: DraftEdge, over: &[PersonIdx]) {
        if edge.kind != EdgeKind::Direct {
            self.over.push(over.len() as u32);
            self.over.extend(over.iter().map(|person| person.at() as u32));
        }
        self.edges.push(edge);
    }

    /// A bare finding; keeps the memory of its lists.
    fn clear(&mut self) {
        self.more_themes.clear();
        self.people.clear();
        self.around.clear();
        self.carriers.clear();
        self.facts.clear();
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

/// Themes by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Themes {
    themes: Vec<Theme>,
    /// How each is spelled.
    spelled: Vec<String>,
    numbers: BTreeMap<Theme, ThemeNo>,
}

impl Themes {
    /// The themes of the facts, in their order.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut all = Self::default();
        context.facts.themes().iter().for_each(|theme| all.add(&theme.theme, 0));
        all
    }

    /// Numbers `theme`, after `before` others and those that are here.
    fn add(&mut self, theme: &Theme, before: usize) {
        self.numbers.insert(theme.clone(), (before + self.themes.len()) as ThemeNo);
        self.spelled.push(theme.to_string());
        self.themes.push(theme.clone());
    }
}

/// So many findings are hashed at once: the ids of people lie all over the memory of a large family,
/// and the processor fetches many at a time as long as nothing is done with any of them.
const HASHED_AT_ONCE: usize = 64;

/// Findings that are written down but for their hashes.
#[derive(Debug, Default)]
struct Unhashed {
    /// Of each: the hash of pattern and themes, and how many people it rests on and are around them.
    hashes: Vec<(Hash, [usize; 2])>,
    /// All these people, one finding after the other.
    people: Vec<PersonIdx>,
    /// Kept for its memory.
    keys: Vec<IdKey>,
}

impl Unhashed {
    fn add(&mut self, hash: Hash, draft: &Draft) {
        self.hashes.push((hash, [draft.n_people(), draft.around.len()]));
        self.people.extend_from_slice(&draft.people);
        self.people.extend(draft.carriers.iter().map(|carrier| carrier.person));
        self.people.extend_from_slice(&draft.around);
    }

    /// Hashes the last rows of `page`.
    fn finish(&mut self, kin: &Kinship, page: &mut Page) {
        self.keys.clear();
        self.keys.extend(self.people.iter().map(|it| kin.key(*it).unwrap_or_default()));
        let (mut people, mut keys) = (self.people.as_slice(), self.keys.as_mut_slice());
        let first = page.rows.len().saturating_sub(self.hashes.len());
        for (row, (mut hash, lists)) in page.rows.iter_mut().skip(first).zip(self.hashes.drain(..))
        {
            for n in lists {
                let Some((own, rest)) = people.split_at_checked(n) else { return };
                let Some((own_keys, rest_keys)) = keys.split_at_mut_checked(n) else { return };
                hash.people(kin, own, own_keys);
                (people, keys) = (rest, rest_keys);
            }
            row.own = hash.own();
            page.who.push(hash.who());
        }
        self.people.clear();
    }
}

/// What one detector writes down.
#[derive(Debug)]
pub struct Drafts<'a> {
    kin: &'a Kinship,
    order: &'a Order,
    pattern: Pattern,
    draft: Draft,
    part: Part,
    /// Those of the facts, which are numbered first.
    themes: &'a Themes,
    own_themes: Themes,
    /// The number of the first record beside those of the facts.
    first_record: RecordNo,
    unhashed: Unhashed,
}

impl<'a> Drafts<'a> {
    /// Nothing yet, about the family of `context` and its `themes`.
    pub(super) fn of(context: &Context<'a>, order: &'a Order, themes: &'a Themes) -> Self {
        Self {
            kin: context.kin,
            order,
            pattern: Pattern::Thread,
            draft: Draft::default(),
            part: Part::default(),
            themes,
            own_themes: Themes::default(),
            first_record: context.facts.records().len() as RecordNo,
            unhashed: Unhashed::default(),
        }
    }

    /// The number of `theme`; those of the facts come first, in their order.
    pub(super) fn theme(&mut self, theme: &Theme) -> ThemeNo {
        let Self { themes, own_themes, .. } = self;
        let known = themes.numbers.get(theme).or_else(|| own_themes.numbers.get(theme));
        if let Some(number) = known {
            return *number;
        }
        let before = themes.themes.len();
        own_themes.add(theme, before);
        (before + own_themes.themes.len()) as ThemeNo - 1
    }

    /// A number for a record that no fact rests on.
    pub(super) fn record(&mut self, record: Evidence) -> RecordNo {
        self.part.records.push(record);
        self.first_record + self.part.records.len() as RecordNo - 1
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
        if self.part.is_full() {
            self.finish_page();
            self.part.begin_page();
        }
        let (kin, draft) = (self.kin, &mut self.draft);
        for people in [&mut draft.people, &mut draft.around] {
            if let [_, _, ..] = people.as_slice() {
                people.sort_unstable_by_key(|person| (kin.generation(*person), *person));
                people.dedup();
            }
        }
        draft.carriers.sort_unstable();
        draft.carriers.dedup();
        let own = &self.own_themes;
        let (known, n_known) = (self.themes, self.themes.themes.len());
        let mut hash = Hash::of(self.pattern);
        for number in draft.theme.iter().chain(&draft.more_themes) {
            let at = *number as usize;
            let spelled = known.spelled.get(at).or_else(|| own.spelled.get(at - n_known));
            spelled.iter().for_each(|theme| hash.theme(theme));
        }
        self.unhashed.add(hash, draft);
        let theme = draft.theme.and_then(|number| {
            let at = number as usize;
            known.themes.get(at).or_else(|| own.themes.get(at - n_known))
        });
        let rank = self.order.rank(self.pattern, theme, draft);
        let Some(page) = self.part.pages.last_mut() else { return };
        page.rows.push(Row::of(self.pattern, rank, draft, page.tape.len() as u32));
        page.tape.write(draft);
        if self.unhashed.hashes.len() == HASHED_AT_ONCE {
            self.unhashed.finish(kin, page);
        }
    }

    fn finish_page(&mut self) {
        if let Some(page) = self.part.pages.last_mut() {
            self.unhashed.finish(self.kin, page);
        }
    }

    /// Where the map knows little.
    pub(super) fn tell_white_spots(&mut self, spots: Spots) {
        self.part.spots = spots;
    }

    /// People Yes out of people known, per generation and life area.
    pub(super) fn tell_load(&mut self, load: Vec<Load>) {
        self.part.load = load;
    }

    /// Everything that was written down.
    pub(super) fn part(mut self) -> Part {
        self.finish_page();
        Part { themes: self.own_themes.themes, ..self.part }
    }
}
