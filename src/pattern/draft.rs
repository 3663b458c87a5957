//! How detectors write findings down: people, themes and records by number. What is finished
//! becomes a [`Finding`] at once.

use super::context::Context;
use super::fact::{Fact, RecordNo, Source, ThemeFacts, ThemeNo};
use super::finding::{
    EdgeKind, End, EndKind, Evidence, Finding, Findings, KinEdge, Load, Pattern, WhiteSpot,
};
use super::hash::Hash;
use super::line::BondSet;
use super::order::{Order, cover};
use super::theme::Theme;
use crate::kinship::PersonIdx;
use crate::model::{AgeRange, FindingId, PersonId};

/// One finding while it is written; [`Finding`] says what everything means.
///
/// People and records may stand in any order and twice; ages, edges and ends stand as they are told.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub theme: Option<ThemeNo>,
    pub more_themes: Vec<ThemeNo>,
    pub headline: bool,
    pub people: Vec<PersonIdx>,
    pub around: Vec<PersonIdx>,
    /// Further people, by the place of what the map says of them and the theme: it rests on those
    /// facts, and where no other ages are told, it tells theirs by id.
    pub carriers: Vec<u32>,
    /// Further facts of the theme that it rests on, by their place.
    pub facts: Vec<u32>,
    pub evidence: Vec<RecordNo>,
    pub helped: Vec<RecordNo>,
    pub edges: Vec<DraftEdge>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DraftEdge {
    pub from: PersonIdx,
    pub to: PersonIdx,
    pub kind: EdgeKind,
    pub over: Vec<PersonIdx>,
    pub bonds: BondSet,
}

/// Where a thread ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DraftEnd {
    pub person: PersonIdx,
    pub kind: EndKind,
    pub age: Option<AgeRange>,
}

/// A finding with what it is put in order by.
#[derive(Debug)]
pub(super) struct Written {
    pub rank: u64,
    /// The hash that its id spells.
    pub own: u64,
    /// The hash of pattern and people, without the theme.
    pub who: u64,
    pub finding: Finding,
}

/// What one detector writes down.
#[derive(Debug)]
pub struct Drafts<'a> {
    context: &'a Context<'a>,
    order: &'a Order,
    pattern: Pattern,
    draft: Draft,
    /// Themes beside those of the facts; their numbers come next.
    own_themes: Vec<Theme>,
    /// Records beside those that facts rest on; their numbers come next.
    own_records: Vec<Evidence>,
    written: Vec<Written>,
    white_spots: Vec<WhiteSpot>,
    load: Vec<Load>,
}

impl<'a> Drafts<'a> {
    /// Nothing yet, about the family of `context`.
    pub(super) fn of(context: &'a Context<'a>, order: &'a Order) -> Self {
        Self {
            context,
            order,
            pattern: Pattern::Thread,
            draft: Draft::default(),
            own_themes: Vec::new(),
            own_records: Vec::new(),
            written: Vec::new(),
            white_spots: Vec::new(),
            load: Vec::new(),
        }
    }

    /// The number of `theme`; those of the facts come first, in their order.
    pub(super) fn theme(&mut self, theme: &Theme) -> ThemeNo {
        if let Some(known) = self.context.facts.theme(theme) {
            return known.number;
        }
        let own = self.own_themes.iter().position(|own| own == theme).unwrap_or_else(|| {
            self.own_themes.push(theme.clone());
            self.own_themes.len() - 1
        });
        (self.context.facts.themes().len() + own) as ThemeNo
    }

    /// A number for a record that no fact rests on.
    pub(super) fn record(&mut self, record: Evidence) -> RecordNo {
        self.own_records.push(record);
        (self.context.facts.records().len() + self.own_records.len()) as RecordNo - 1
    }

    /// Begins a finding of `pattern` about `theme`. Fill in the rest, then [`Self::finish`].
    pub(super) fn begin(&mut self, pattern: Pattern, theme: Option<ThemeNo>) -> &mut Draft {
        self.pattern = pattern;
        self.draft = Draft { theme, ..Draft::default() };
        &mut self.draft
    }

    /// Writes down the finding that was begun.
    pub(super) fn finish(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        let (pattern, context) = (self.pattern, self.context);
        let themes = draft.theme.iter().chain(&draft.more_themes);
        let mut themes: Vec<Theme> = themes.filter_map(|at| self.theme_at(*at)).cloned().collect();
        let facts = draft.theme.and_then(|at| context.facts.themes().get(at as usize));
        let fact = |at: &u32| facts.and_then(|theme| theme.facts().get(*at as usize));
        let carriers: Vec<&Fact> = draft.carriers.iter().filter_map(fact).collect();
        let others: Vec<&Fact> = draft.facts.iter().filter_map(fact).collect();
        let people = draft.people.iter().copied().chain(carriers.iter().map(|it| it.person));
        let mut people: Vec<PersonIdx> = people.collect();
        people.sort_unstable();
        people.dedup();
        let theme = draft.theme.and_then(|at| self.theme_at(at));
        let rank = self.order.rank(pattern, theme, &draft, &people);
        let (people, around) = (context.ids(people), context.ids(draft.around));
        let mut hash = Hash::of(pattern);
        themes.iter().for_each(|theme| hash.theme(&theme.to_string()));
        hash.people(&people);
        hash.people(&around);
        let of_facts = facts.map(|theme| (theme, carriers.iter().chain(&others).copied()));
        let of_facts = of_facts.into_iter().flat_map(|(theme, facts)| sources(theme, facts));
        let evidence = self.evidence(draft.evidence.iter().copied().chain(of_facts));
        let thresholds = context.thresholds().get(pattern as usize);
        let finding = Finding {
            id: FindingId::of_hash(hash.own()),
            pattern,
            headline: draft.headline,
            evidence,
            edges: draft.edges.iter().filter_map(|edge| self.edge(edge)).collect(),
            ends: draft.ends.iter().filter_map(|end| self.end(end)).collect(),
            helped: self.evidence(draft.helped.iter().copied()),
            length: draft.length,
            span: draft.span,
            yes: draft.yes,
            known: draft.known,
            unknown: draft.unknown,
            ages: self.ages(&draft.ages, carriers),
            counts: draft.counts,
            thresholds: thresholds
                .filter(|_| !draft.has_no_thresholds)
                .cloned()
                .unwrap_or_default(),
            bonds: context.settings.bonds,
            counts_maybe: draft.counts_maybe,
            covered_by: None,
            theme: theme.cloned(),
            more_themes: themes.split_off(usize::from(draft.theme.is_some())),
            people,
            around,
        };
        self.written.push(Written { rank, own: hash.own(), who: hash.who(), finding });
    }

    fn theme_at(&self, number: ThemeNo) -> Option<&Theme> {
        let (known, at) = (self.context.facts.themes(), number as usize);
        let own = || self.own_themes.get(at - known.len());
        known.get(at).map(|it| &it.theme).or_else(own)
    }

    fn id(&self, person: PersonIdx) -> Option<PersonId> {
        self.context.kin.id(person).cloned()
    }

    /// In order and without doubles: one record may have several numbers.
    fn evidence(&self, records: impl Iterator<Item = RecordNo>) -> Vec<Evidence> {
        let known = self.context.facts.records();
        let records = records.filter_map(|at| match known.get(at as usize) {
            Some(source) => self.evidence_of(source),
            None => self.own_records.get(at as usize - known.len()).cloned(),
        });
        let mut found: Vec<Evidence> = records.collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn evidence_of(&self, source: &Source<'_>) -> Option<Evidence> {
        let union = |at| self.context.kin.union_id(at).cloned();
        Some(match *source {
            Source::Entry(entry) => Evidence::Entry(entry.id.clone()),
            Source::Strength(strength) => Evidence::Strength(strength.id.clone()),
            Source::Skill(of, note) => Evidence::Skill(self.id(of)?, note.skill.clone()),
            Source::Union(at) => Evidence::Union(union(at)?),
            Source::Child(at, child) => Evidence::Child(union(at)?, self.id(child)?),
            Source::Relation(id) => Evidence::Relation(id.clone()),
            Source::Household(id) => Evidence::Household(id.clone()),
            Source::Birth(of) => Evidence::Birth(self.id(of)?),
            Source::Death(of) => Evidence::Death(self.id(of)?),
        })
    }

    /// Those that are told, then those of the carriers.
    fn ages(
        &self,
        told: &[(PersonIdx, AgeRange)],
        carriers: Vec<&Fact>,
    ) -> Vec<(PersonId, AgeRange)> {
        let mut carriers: Vec<&Fact> = carriers;
        carriers.sort_unstable_by_key(|fact| fact.person);
        carriers.dedup_by_key(|fact| fact.person);
        let of_carriers = carriers.iter().filter_map(|fact| Some((fact.person, fact.onset()?)));
        let ages = told.iter().copied().chain(of_carriers);
        ages.filter_map(|(person, age)| Some((self.id(person)?, age))).collect()
    }

    fn edge(&self, edge: &DraftEdge) -> Option<KinEdge> {
        Some(KinEdge {
            from: self.id(edge.from)?,
            to: self.id(edge.to)?,
            kind: edge.kind,
            over: edge.over.iter().filter_map(|person| self.id(*person)).collect(),
            bonds: edge.bonds.iter().collect(),
        })
    }

    fn end(&self, end: &DraftEnd) -> Option<End> {
        Some(End { person: self.id(end.person)?, kind: end.kind, age: end.age })
    }

    /// Where the map knows little.
    pub(super) fn tell_white_spots(&mut self, white_spots: Vec<WhiteSpot>) {
        self.white_spots = white_spots;
    }

    /// People Yes out of people known, per generation and life area.
    pub(super) fn tell_load(&mut self, load: Vec<Load>) {
        self.load = load;
    }

    /// What all detectors wrote down, in the order in which it is shown.
    pub(super) fn put_together(context: &Context<'_>, all: Vec<Drafts<'_>>) -> Findings {
        let (mut written, mut findings) = (Vec::new(), Findings::default());
        for drafts in all {
            written.extend(drafts.written);
            findings.white_spots.extend(drafts.white_spots);
            findings.load.extend(drafts.load);
        }
        cover(context, &mut written);
        written.sort_by_key(|it| (it.rank, it.own));
        findings.findings = written.into_iter().map(|it| it.finding).collect();
        findings
    }
}

/// The records that `facts` of `theme` rest on.
fn sources<'f>(
    theme: &'f ThemeFacts,
    facts: impl Iterator<Item = &'f Fact>,
) -> impl Iterator<Item = RecordNo> {
    facts.flat_map(|fact| theme.sources(fact)).copied()
}
