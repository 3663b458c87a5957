//! Where a strand ends (P18), and what of it is known.

use super::weave::{Strand, Strands};
use crate::catalogue::Nature;
use crate::kinship::PersonIdx;
use crate::model::{AgeRange, Entry, GoingOn, Moment, PartialDate, age_at};
use crate::pattern::context::Context;
use crate::pattern::fact::{Fact, Source, Standing, ThemeFacts, onset};
use crate::pattern::finding::EndKind;
use crate::pattern::theme::Theme;

/// Where a strand ends with somebody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop<'a> {
    pub person: PersonIdx,
    pub kind: EndKind,
    /// When the situation ended, for [`EndKind::Ended`].
    pub until: Option<Moment>,
    /// The entry that ended last.
    pub entry: Option<&'a Entry>,
}

/// All ends of a strand, with the people of whom something is known or not.
#[derive(Debug, Default)]
pub(super) struct Ends<'a> {
    pub stops: Vec<Stop<'a>>,
    /// Everybody an edge goes over, by id.
    pub passed: Vec<PersonIdx>,
    pub known: u32,
    pub unknown: u32,
}

/// The ends of `strand`.
pub(super) fn ends<'a>(
    context: &Context<'a>,
    theme: &ThemeFacts,
    strands: &Strands,
    strand: Strand<'_>,
) -> Ends<'a> {
    let carriers = || strand.carriers.iter().filter_map(|at| theme.facts().get(*at as usize));
    let passed = strand.edges.iter().flat_map(|edge| strands.over(edge));
    let mut passed: Vec<PersonIdx> = passed.copied().collect();
    passed.sort_unstable();
    passed.dedup();
    let mut ends = Ends { passed, ..Ends::default() };

    let latest = carriers().filter_map(|fact| fact.onset().map(|age| age.hi)).max();
    let mut children: Vec<PersonIdx> = Vec::new();
    for carrier in carriers() {
        ends.stops.extend(ended(context, theme, carrier));
        children.extend(context.line.children(carrier.person).iter().map(|link| link.person));
    }
    children.sort_unstable();
    children.dedup();
    children.retain(|child| ends.passed.binary_search(child).is_err());
    children.retain(|child| !context.is_left_out(&theme.theme, *child));
    for person in children {
        let kind = match context.standing(theme, person) {
            Standing::Yes => continue,
            Standing::No if is_informative(context, theme, person, latest) => EndKind::Stops,
            Standing::No => EndKind::SoFarNot,
            Standing::NotYet => EndKind::NotYet,
            Standing::Maybe | Standing::Unknown => EndKind::Open,
        };
        ends.stops.push(Stop { person, kind, until: None, entry: None });
    }
    ends.count(context, theme);
    ends
}

impl<'a> Ends<'a> {
    fn count(&mut self, context: &Context<'a>, theme: &ThemeFacts) {
        let stops = self.stops.iter().filter(|stop| stop.kind != EndKind::Ended);
        let people = stops.map(|stop| stop.person).chain(self.passed.iter().copied());
        for person in people {
            let standing = context.standing(theme, person);
            self.known += u32::from(standing.is_known());
            self.unknown += u32::from(standing.is_unknown());
        }
    }
}

/// Does a No of `person` say that it stops: older than every known onset by more than a year, or
/// past the age at which it can begin?
fn is_informative(
    context: &Context<'_>,
    theme: &ThemeFacts,
    person: PersonIdx,
    latest_onset: Option<i32>,
) -> bool {
    let Some(age) = context.age_now(person) else { return false };
    let past_closing = theme.closing_age.is_some_and(|closing| closing <= age.lo);
    past_closing || latest_onset.is_some_and(|onset| onset + 1 < age.lo)
}

/// Has everything that `carrier` of `theme` had ended long enough ago?
pub(in crate::pattern) fn has_ended(
    context: &Context<'_>,
    theme: &ThemeFacts,
    carrier: &Fact,
) -> bool {
    ended(context, theme, carrier).is_some()
}

/// Has everything that `carrier` had ended long enough ago? Only situations end, and not by death.
fn ended<'a>(context: &Context<'a>, theme: &ThemeFacts, carrier: &Fact) -> Option<Stop<'a>> {
    let is_situation = theme.nature == Some(Nature::Situation);
    if !is_situation || !carrier.has_end || !matches!(theme.theme, Theme::Kind(_)) {
        return None;
    }
    let mut last: Option<(&'a Entry, AgeOrYear)> = None;
    for source in theme.sources(carrier) {
        let Some(Source::Entry(entry)) = context.facts.record(*source) else { return None };
        if !is_over(context, carrier.person, entry) {
            return None;
        }
        let at = AgeOrYear::of(context, carrier.person, entry.until);
        if last.is_none_or(|(_, other)| other < at) {
            last = Some((entry, at));
        }
    }
    let (entry, _) = last?;
    let (person, until) = (carrier.person, entry.until);
    Some(Stop { person, kind: EndKind::Ended, until, entry: Some(entry) })
}

/// For telling which of several entries ended last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct AgeOrYear([Option<i32>; 4]);

impl AgeOrYear {
    fn of(context: &Context<'_>, person: PersonIdx, until: Option<Moment>) -> Self {
        let birth = context.birth(person);
        let years = until.and_then(|moment| moment.years(birth));
        let age = until.and_then(|moment| moment.age(birth));
        let (last, first) = (years.and_then(|it| it.hi), years.and_then(|it| it.lo));
        Self([last, first, age.map(|age| age.hi), age.map(|age| age.lo)])
    }
}

fn is_over(context: &Context<'_>, person: PersonIdx, entry: &Entry) -> bool {
    let Some(until) = entry.until.filter(|_| entry.going_on != GoingOn::Now) else { return false };
    let today = context.today;
    let years_ago = match until {
        Moment::On(date) => age_at(date, PartialDate::Exactly(today)).map(|passed| passed.lo),
        Moment::AtAge(_) | Moment::In(_) => {
            let last_year = until.years(context.birth(person)).and_then(|years| years.hi);
            last_year.map(|year| today.year() - year)
        }
    };
    let long_ago = years_ago.is_some_and(|years| context.settings.ended_years <= years);
    long_ago && outlived(context, person, until)
}

/// Did `person` surely live on after `until`?
fn outlived(context: &Context<'_>, person: PersonIdx, until: Moment) -> bool {
    let Some(record) = context.person(person) else { return false };
    if !record.is_dead() {
        return true;
    }
    let Some(death) = record.death() else { return false };
    if let (Moment::On(PartialDate::Exactly(end)), PartialDate::Exactly(death)) = (until, death)
        && end.month().is_some()
        && death.month().is_some()
    {
        return end.as_years() < death.as_years();
    }
    let years = until.years(record.birth).and_then(|years| years.hi);
    let by_year = years.zip(death.years().lo).is_some_and(|(end, death)| end < death);
    let ages = onset(Some(until), record, None).zip(context.age_now(person));
    by_year || ages.is_some_and(|(end, death): (AgeRange, AgeRange)| end.hi < death.lo)
}
