//! When things play in a life: what the detectors that look at years have in common.

use std::collections::BTreeMap;

use crate::catalogue::Nature;
use crate::kinship::PersonIdx;
use crate::model::{
    AgeRange, Entry, EntryId, GoingOn, KindId, Moment, PartialDate, Said, YearRange,
};
use crate::pattern::{Context, Evidence, onset};

/// An entry of somebody (or of a union of theirs) that counts as Yes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<'a> {
    pub entry: &'a Entry,
    /// It counts only because Maybe counts as Yes.
    pub was_maybe: bool,
    /// Age at the onset, where known.
    pub onset_age: Option<AgeRange>,
    /// Years in which it can have begun, where known.
    pub onset: Option<Years>,
    /// The years in which it surely played.
    pub active: Option<Years>,
}

/// From one year to another, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Years {
    pub lo: i32,
    pub hi: i32,
}

impl Years {
    /// The years that both have.
    pub(super) fn shared(self, other: Self) -> Option<Self> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Self { lo, hi })
    }

    /// `None` where a side is open.
    pub(super) fn closed(years: YearRange) -> Option<Self> {
        let (lo, hi) = years.lo.zip(years.hi)?;
        (lo <= hi).then_some(Self { lo, hi })
    }
}

/// The entries of `person` and of their unions that count as Yes, in the order of the map.
pub(super) fn courses<'a>(context: &Context<'a>, person: PersonIdx) -> Vec<Course<'a>> {
    let Some(record) = context.person(person).filter(|record| record.holds_facts()) else {
        return Vec::new();
    };
    let unions = context.kin.unions(person).filter_map(|union| context.union(union));
    let shared = unions.flat_map(|union| union.entries.iter());
    let entries = record.entries.iter().chain(shared);
    entries.filter_map(|entry| course(context, person, entry)).collect()
}

fn course<'a>(context: &Context<'a>, person: PersonIdx, entry: &'a Entry) -> Option<Course<'a>> {
    let was_maybe = counts(context, entry)?;
    let record = context.person(person)?;
    let last = last_year(context, person);
    let years = |moment: Option<Moment>| -> Option<Years> {
        let YearRange { lo, hi } = moment?.years(record.birth)?;
        let (lo, hi) = (lo?, hi.map_or(last, |hi| hi.min(last)));
        Some(Years { lo, hi: hi.max(lo) })
    };
    let (began, end) = (years(entry.since), years(entry.until));
    let born = record.birth.and_then(|birth| birth.years().lo);
    let ends = match (end, entry.until, nature(context, &entry.kind)) {
        (Some(end), ..) => Some(end.lo),
        // It ended, but nobody knows when: only the year of the onset is sure.
        (None, Some(_), _) => began.map(|it| it.hi),
        (None, None, Nature::Event) => began.map(|it| it.hi),
        (None, None, Nature::Childhood) => born.map(|born| last.min(born + 17)),
        (None, None, _) if entry.going_on == GoingOn::Before => began.map(|it| it.hi),
        (None, None, Nature::Situation | Nature::Derived) => Some(last),
    };
    let active = began.zip(ends).map(|(began, end)| Years { lo: began.hi, hi: end });
    Some(Course {
        entry,
        was_maybe,
        onset_age: onset(entry.since, record, context.age_now(person)),
        onset: began,
        active: active.filter(|it| it.lo <= it.hi),
    })
}

/// `None` when `entry` does not count as Yes, else whether it does so only as a Maybe.
pub(super) fn counts(context: &Context<'_>, entry: &Entry) -> Option<bool> {
    match entry.said {
        _ if entry.not_today => None,
        Said::Yes => Some(false),
        Said::Maybe => context.settings.count_maybe.then_some(true),
        Said::No => None,
    }
}

/// How `kind` stands in time; a kind of the map's own is a situation.
fn nature(context: &Context<'_>, kind: &KindId) -> Nature {
    context.catalogue.kind(kind.as_str()).map_or(Nature::Situation, |row| row.nature)
}

/// The life area of `kind`.
pub(super) fn area<'a>(context: &Context<'a>, kind: &KindId) -> Option<&'a str> {
    let row = context.catalogue.kind(kind.as_str()).map(|row| row.area.as_str());
    row.or_else(|| context.map.own_kinds.get(kind).map(|own| own.area.as_str()))
}

/// The year of death, or this year.
pub(super) fn last_year(context: &Context<'_>, person: PersonIdx) -> i32 {
    let today = context.today.year();
    let death = context.person(person).and_then(|record| record.death());
    death.and_then(|date| date.years().hi).map_or(today, |year| year.min(today))
}

/// The years in which `date` can be, both sides closed.
pub(super) fn years_of(date: Option<PartialDate>) -> Option<Years> {
    Years::closed(date?.years())
}

/// A number for every problem kind that somebody has.
#[derive(Debug, Default)]
pub(super) struct Kinds<'a> {
    numbers: BTreeMap<&'a KindId, usize>,
    pub ids: Vec<&'a KindId>,
}

impl<'a> Kinds<'a> {
    pub(super) fn number(&mut self, id: &'a KindId) -> usize {
        *self.numbers.entry(id).or_insert_with(|| {
            self.ids.push(id);
            self.ids.len() - 1
        })
    }

    pub(super) fn find(&self, id: &KindId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    pub(super) fn id(&self, number: usize) -> Option<&'a KindId> {
        self.ids.get(number).copied()
    }
}

/// The entries as evidence, in order and without doubles.
pub(super) fn entries_as_evidence(ids: impl IntoIterator<Item = EntryId>) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = ids.into_iter().map(Evidence::Entry).collect();
    evidence.sort_unstable();
    evidence.dedup();
    evidence
}
