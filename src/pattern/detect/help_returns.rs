//! P22, help that comes back: the same kind of support in two generations of one family, or four
//! supports on one household now.
//!
//! Matches: mental health care for Ria and for her daughter Kim.
//! Does not: for Kim and her sister Els.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::kinship::PersonIdx;
use crate::model::{Household, KindId, PartialDate, SupportId, SupportTie, Supported};
use crate::pattern::fact::RecordNo;
use crate::pattern::{Context, Drafts, Evidence, Pattern, Theme};

/// Findings of both forms.
pub(super) fn help_returns(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    over_generations(context, drafts);
    at_once(context, drafts);
}

/// Numbers for `supports`.
fn records(drafts: &mut Drafts<'_>, supports: &BTreeSet<&SupportId>) -> Vec<RecordNo> {
    supports.iter().map(|it| drafts.record(Evidence::Support((*it).clone()))).collect()
}

/// The same kind of support in two generations. Supports of other families are not the same help.
fn over_generations(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    if context.map.supports.is_empty() {
        return;
    }
    let family = context.kin.families();
    let mut helped: BTreeMap<(&KindId, u32), BTreeMap<PersonIdx, BTreeSet<&SupportId>>> =
        BTreeMap::new();
    for (id, support) in &context.map.supports {
        // A friend here and a neighbour there are not the same help.
        let kind = Catalogue::builtin().support(support.kind.as_str());
        if kind.is_some_and(|kind| kind.personal) {
            continue;
        }
        for person in support.ties.iter().flat_map(|tie| whom(context, tie)) {
            let Some(&family) = family.get(person.at()) else { continue };
            let people = helped.entry((&support.kind, family)).or_default();
            people.entry(person).or_default().insert(id);
        }
    }
    for ((kind, _), people) in helped {
        let generations: BTreeSet<u32> =
            people.keys().map(|person| context.kin.generation(*person)).collect();
        if generations.len() < 2 {
            continue;
        }
        let supports = records(drafts, &people.values().flatten().copied().collect());
        let theme = drafts.theme(&Theme::Kind(kind.clone()));
        let finding = drafts.begin(Pattern::HelpReturns, Some(theme));
        finding.people.extend(people.keys());
        finding.helped.extend_from_slice(&supports);
        finding.evidence.extend(supports);
        finding.span = generations.len() as u32;
        finding.counts.push(("generations", generations.len() as i64));
        // The threshold is that of the other form.
        finding.has_no_thresholds = true;
        drafts.finish();
    }
}

/// Four supports on one household, or on those who live there, now.
fn at_once(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let many = context.settings.many_supports as usize;
    let mut now: BTreeMap<&Supported, BTreeSet<&SupportId>> = BTreeMap::new();
    for (id, support) in &context.map.supports {
        for tie in support.ties.iter().filter(|tie| goes_on(context, tie)) {
            now.entry(&tie.to).or_default().insert(id);
        }
    }
    for (id, household) in &context.map.households {
        let mut supports: BTreeSet<&SupportId> = BTreeSet::new();
        let members = members_now(context, household);
        let people = members.iter().filter_map(|person| context.kin.id(*person).cloned());
        for bearer in people.map(Supported::Person).chain([Supported::Household(id.clone())]) {
            supports.extend(now.get(&bearer).into_iter().flatten());
        }
        if supports.len() < many {
            continue;
        }
        let home = drafts.record(Evidence::Household(id.clone()));
        let supports = records(drafts, &supports);
        let finding = drafts.begin(Pattern::HelpReturns, None);
        finding.people.extend(members);
        finding.evidence.push(home);
        finding.evidence.extend_from_slice(&supports);
        finding.counts.push(("supports", supports.len() as i64));
        finding.helped.extend(supports);
        drafts.finish();
    }
}

/// Whom a tie helps: a person, or the eldest generation of a household (a household always spans
/// several, and that is no help that comes back).
fn whom(context: &Context<'_>, tie: &SupportTie) -> Vec<PersonIdx> {
    let people: Vec<PersonIdx> = match &tie.to {
        Supported::Person(id) => context.kin.find(id).into_iter().collect(),
        Supported::Household(id) => {
            let members = context.map.households.get(id).into_iter().flat_map(|it| &it.members);
            members.filter_map(|mate| context.kin.find(&mate.person)).collect()
        }
    };
    let eldest = people.iter().map(|person| context.kin.generation(*person)).min();
    let is_eldest = |person: &PersonIdx| Some(context.kin.generation(*person)) == eldest;
    people.into_iter().filter(|it| context.holds_facts(*it) && is_eldest(it)).collect()
}

fn goes_on(context: &Context<'_>, tie: &SupportTie) -> bool {
    !tie.ended && is_now(context, tie.from, tie.until)
}

fn is_now(context: &Context<'_>, from: Option<PartialDate>, until: Option<PartialDate>) -> bool {
    let today = context.today.year();
    let began = from.and_then(|date| date.years().lo).is_none_or(|year| year <= today);
    let ended = until.and_then(|date| date.years().hi).is_some_and(|year| year <= today);
    began && !ended
}

fn members_now(context: &Context<'_>, household: &Household) -> Vec<PersonIdx> {
    let here = household.members.iter().filter(|mate| is_now(context, mate.from, mate.until));
    let mut people: Vec<PersonIdx> =
        here.filter_map(|mate| context.kin.find(&mate.person)).collect();
    people.retain(|person| !context.is_dead(*person));
    people.sort_unstable();
    people.dedup();
    people
}
