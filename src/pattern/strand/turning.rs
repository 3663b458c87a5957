//! Turning points (P19): an end, and what began shortly before it. Association only.

use std::collections::BTreeMap;

use super::ends::Stop;
use crate::kinship::PersonIdx;
use crate::model::{
    Effect, GoalState, HelpedWith, HouseholdId, Moment, PartialDate, Said, Strength, Supported,
    Whose,
};
use crate::pattern::context::Context;
use crate::pattern::draft::{DraftEnd, Drafts};
use crate::pattern::fact::{RecordNo, ThemeFacts};
use crate::pattern::finding::{EndKind, Evidence, Pattern};
use crate::pattern::theme::Theme;

/// Supports and goals by person; strengths and unions are looked up with the person.
#[derive(Debug)]
pub(super) struct Helpers {
    /// What began (or was reached) when, sorted by person.
    began: Vec<(PersonIdx, PartialDate, Evidence)>,
}

impl Helpers {
    /// Reads supports and goals of the map. Linear in them.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let map = context.map;
        let mut began = Vec::new();
        let mut add = |person, date: Option<PartialDate>, evidence: Evidence| {
            if let Some((person, date)) = context.kin.find(person).zip(date) {
                began.push((person, date, evidence));
            }
        };
        let members = |id: &HouseholdId| {
            let household = map.households.get(id);
            household.map_or(&[][..], |it| &it.members).iter().map(|mate| &mate.person)
        };
        for (id, support) in &map.supports {
            let ties = support.ties.iter().filter(|tie| tie.effect != Effect::Costs);
            for tie in ties {
                let evidence = Evidence::Support(id.clone());
                match &tie.to {
                    Supported::Person(person) => add(person, tie.from, evidence),
                    Supported::Household(home) => {
                        members(home).for_each(|it| add(it, tie.from, evidence.clone()));
                    }
                }
            }
        }
        for (id, goal) in map.goals.iter().filter(|(_, goal)| goal.state == GoalState::Reached) {
            let evidence = Evidence::Goal(id.clone());
            let reached = goal.closed_on.map(PartialDate::Exactly);
            match &goal.whose {
                Whose::Person(person) => add(person, reached, evidence),
                Whose::Household(home) => {
                    members(home).for_each(|it| add(it, reached, evidence.clone()));
                }
                // A goal of everybody says nothing about one person's end.
                Whose::Family => {}
            }
        }
        began.sort_by(|a, b| (a.0, &a.2).cmp(&(b.0, &b.2)));
        Self { began }
    }

    fn of_person(&self, person: PersonIdx) -> impl Iterator<Item = (PartialDate, &Evidence)> {
        let from = self.began.partition_point(|(other, ..)| *other < person);
        let rest = self.began.iter().skip(from).take_while(move |(other, ..)| *other == person);
        rest.map(|(_, date, evidence)| (*date, evidence))
    }
}

/// Can an end of a strand of `theme` be a turning point? Not where something strong stops, not for
/// a whole life area (its kinds say it better), and not for deaths, which nobody turned.
pub(super) const fn can_turn(theme: &Theme) -> bool {
    match theme {
        Theme::Kind(_)
        | Theme::SkillHard(_)
        | Theme::YoungParent
        | Theme::Separated
        | Theme::LoneParent
        | Theme::PartnerWith(_)
        | Theme::Contact(..)
        | Theme::PlacedOut => true,
        Theme::Strength(_)
        | Theme::SkillWell(_)
        | Theme::Area(_)
        | Theme::EarlyDeath
        | Theme::LostParentYoung => false,
    }
}

/// The turning points of one theme, one per person, however many strands end with them.
pub(super) fn turning_points<'a>(
    context: &Context<'a>,
    drafts: &mut Drafts<'_>,
    theme: &ThemeFacts,
    stops: &[Stop<'a>],
    helpers: &Helpers,
) {
    let mut by_person: BTreeMap<PersonIdx, &Stop<'a>> = BTreeMap::new();
    for stop in stops {
        // Somebody without children did not turn anything.
        let is_childless = theme.theme == Theme::YoungParent
            && theme.fact(stop.person).is_none_or(|fact| fact.onset().is_none());
        if matches!(stop.kind, EndKind::Stops | EndKind::Ended) && !is_childless {
            by_person.entry(stop.person).or_insert(stop);
        }
    }
    for stop in by_person.into_values() {
        let helped = helped(context, theme, stop, helpers);
        let helped: Vec<RecordNo> = helped.into_iter().map(|it| drafts.record(it)).collect();
        let finding = drafts.begin(Pattern::TurningPoint, Some(theme.number));
        let (person, kind) = (stop.person, stop.kind);
        finding.people.push(person);
        let age = stop.until.and_then(|until| until.age(context.birth(person)));
        finding.ages.extend(age.map(|age| (person, age)));
        finding.ends.push(DraftEnd { person, kind, age });
        if let Some(fact) = theme.fact(person) {
            finding.evidence.extend_from_slice(theme.sources(fact));
            finding.counts_maybe = fact.was_maybe;
        }
        // What is told comes before what is asked.
        finding.headline = !helped.is_empty();
        finding.helped.extend(helped);
        (finding.yes, finding.known) = (u32::from(kind == EndKind::Ended), 1);
        drafts.finish();
    }
}

/// What began in the years before the end, and the strengths that answer the kind.
fn helped<'a>(
    context: &Context<'a>,
    theme: &ThemeFacts,
    stop: &Stop<'a>,
    helpers: &Helpers,
) -> Vec<Evidence> {
    let mut found = Vec::new();
    let began = |start: Option<Moment>| {
        start
            .zip(stop.until)
            .is_some_and(|(start, end)| is_before(context, stop.person, start, end))
    };
    for strength in strengths(context, stop.person) {
        if began(strength.since) || answers(context, strength, theme, stop) {
            found.push(Evidence::Strength(strength.id.clone()));
        }
    }
    for at in context.kin.unions(stop.person) {
        let from = context.union(at).and_then(|union| union.from).map(Moment::On);
        if began(from) {
            found.extend(context.kin.union_id(at).cloned().map(Evidence::Union));
        }
    }
    for (date, evidence) in helpers.of_person(stop.person) {
        if began(Some(Moment::On(date))) {
            found.push(evidence.clone());
        }
    }
    found
}

fn strengths<'a>(context: &Context<'a>, person: PersonIdx) -> impl Iterator<Item = &'a Strength> {
    let own = context.person(person).map_or(&[][..], |record| &record.strengths);
    let unions = context.kin.unions(person).filter_map(|union| context.union(union));
    let shared = unions.flat_map(|union| &union.strengths);
    let count_maybe = context.settings.count_maybe;
    own.iter().chain(shared).filter(move |strength| match strength.said {
        Said::Yes => true,
        Said::Maybe => count_maybe,
        Said::No => false,
    })
}

/// Does the catalogue, or the client, say that `strength` answers this kind or entry?
fn answers(
    context: &Context<'_>,
    strength: &Strength,
    theme: &ThemeFacts,
    stop: &Stop<'_>,
) -> bool {
    let Theme::Kind(kind) = &theme.theme else { return false };
    let row = strength.kind.as_ref().and_then(|id| context.catalogue.strength(id.as_str()));
    let by_catalogue = row.is_some_and(|row| row.answers.iter().any(|it| it == kind.as_str()));
    let said = strength.helped_with.iter().any(|with| match with {
        HelpedWith::Kind(id) => id == kind,
        HelpedWith::Entry(id) => stop.entry.is_some_and(|entry| entry.id == *id),
    });
    by_catalogue || said
}

/// Did `start` surely lie in the years before `end`, or in the same year?
fn is_before(context: &Context<'_>, person: PersonIdx, start: Moment, end: Moment) -> bool {
    let limit = context.settings.turning_years;
    if let (Moment::On(PartialDate::Exactly(start)), Moment::On(PartialDate::Exactly(end))) =
        (start, end)
        && start.month().is_some()
        && end.month().is_some()
    {
        let years = end.as_years() - start.as_years();
        return (0.0..=f64::from(limit)).contains(&years);
    }
    let birth = context.birth(person);
    let in_years = || {
        let (start, end) = (start.years(birth)?, end.years(birth)?);
        Some((end.lo? - start.hi?, end.hi? - start.lo?))
    };
    let in_ages = || {
        let (start, end) = (start.age(birth)?, end.age(birth)?);
        Some((end.lo - start.hi, end.hi - start.lo))
    };
    in_years().or_else(in_ages).is_some_and(|(least, most)| 0 <= least && most <= limit)
}
