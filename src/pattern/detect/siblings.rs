//! Brothers and sisters (P3): at least two of the children of one parent set, and half of those
//! we know. Half-siblings make a second finding by the parent they share, only when it has more
//! carriers.
//!
//! Must match: `A+B > C D E`, two carriers and one No. Must not match: two carriers and three No;
//! two carriers who share nothing but a grandparent.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::pattern::context::fitted;
use crate::pattern::fact::{Fact, ThemeFacts};
use crate::pattern::{Context, Finding, Pattern, Standing};

/// Finds them.
pub(super) fn siblings(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut full = Full::default();
    for theme in context.facts.themes() {
        full.count(context, theme);
        for &(at, yes) in &full.carriers {
            let Some(sibship) = context.sibships.all().get(at as usize) else { continue };
            if context.settings.siblings_yes <= yes {
                findings.extend(finding(context, theme, &sibship.children, &sibship.parents));
            }
        }
        half_siblings(context, theme, &full, &mut findings);
    }
    findings
}

/// How many carriers of one theme each sibship has.
#[derive(Debug, Default)]
struct Full {
    /// Sibship and carriers, by sibship; only those with any.
    carriers: Vec<(u32, u32)>,
}

impl Full {
    fn count(&mut self, context: &Context<'_>, theme: &ThemeFacts<'_>) {
        self.carriers.clear();
        let numbers = theme.carriers().filter_map(|fact| context.sibships.number(fact.person));
        self.carriers.extend(numbers.map(|at| (at as u32, 1)));
        self.carriers.sort_unstable();
        self.carriers.dedup_by(|next, first| {
            let same = next.0 == first.0;
            first.1 += if same { next.1 } else { 0 };
            same
        });
    }

    /// The carriers in the sibship of `person`, who is one.
    fn of(&self, context: &Context<'_>, person: PersonIdx) -> u32 {
        let Some(number) = context.sibships.number(person) else { return 1 };
        let at = self.carriers.binary_search_by_key(&(number as u32), |(at, _)| *at);
        at.ok().and_then(|at| self.carriers.get(at)).map_or(1, |(_, yes)| *yes)
    }
}

fn half_siblings(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    full: &Full,
    findings: &mut Vec<Finding>,
) {
    let mut by_parent: Vec<(PersonIdx, PersonIdx)> = Vec::new();
    for fact in theme.carriers() {
        let parents = context.line.parents(fact.person).iter();
        by_parent.extend(parents.map(|link| (link.person, fact.person)));
    }
    by_parent.sort_unstable();
    // Parents who share exactly these children are told together.
    let mut by_children: BTreeMap<Vec<PersonIdx>, Vec<PersonIdx>> = BTreeMap::new();
    for carriers in by_parent.chunk_by(|a, b| a.0 == b.0) {
        let yes = carriers.len() as u32;
        if yes < context.settings.siblings_yes {
            continue;
        }
        let most = carriers.iter().map(|(_, child)| full.of(context, *child)).max();
        if most.is_none_or(|most| yes <= most) {
            continue;
        }
        for (parent, _) in carriers.iter().take(1) {
            let children = context.line.children(*parent).iter().map(|link| link.person);
            by_children.entry(children.collect()).or_default().push(*parent);
        }
    }
    for (children, parents) in by_children {
        findings.extend(finding(context, theme, &children, &parents));
    }
}

fn finding(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    children: &[PersonIdx],
    parents: &[PersonIdx],
) -> Option<Finding> {
    let standings = children.iter().map(|child| context.standing(theme, *child));
    let (mut yes, mut known, mut unknown) = (0_u32, 0_u32, 0_u32);
    for standing in standings {
        yes += u32::from(standing == Standing::Yes);
        known += u32::from(standing.is_known());
        unknown += u32::from(standing.is_unknown());
    }
    if 2 * yes < known {
        return None;
    }
    let facts = || children.iter().filter_map(|child| theme.fact(*child));
    let carriers = || facts().filter(|fact| fact.standing == Standing::Yes);
    let people = carriers().map(|fact| fact.person);
    let around = parents.iter().copied();
    let themes = std::slice::from_ref(&theme.theme);
    let mut finding = context.finding(Pattern::Siblings, themes, people, around);
    (finding.yes, finding.known, finding.unknown) = (yes, known, unknown);
    let known_facts = facts().filter(|fact| fact.standing.is_known());
    finding.evidence = context.evidence(known_facts.flat_map(|fact| theme.sources(fact)));
    finding.ages = ages(context, yes as usize, carriers());
    finding.counts_maybe = carriers().any(|fact| fact.was_maybe);
    Some(finding)
}

/// Onset ages of `facts`, at most `most`, where known.
pub(super) fn ages<'f>(
    context: &Context<'_>,
    most: usize,
    facts: impl Iterator<Item = &'f Fact>,
) -> Vec<(crate::model::PersonId, crate::model::AgeRange)> {
    let ages = facts.filter_map(|fact| context.kin.id(fact.person).zip(fact.onset));
    fitted(most, ages.map(|(id, age)| (id.clone(), age)))
}
