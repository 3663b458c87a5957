//! Brothers and sisters (P3): at least two of the children of one parent set, and half of those
//! we know. Half-siblings make a second finding by the parent they share, only when it has more
//! carriers.
//!
//! Must match: `A+B > C D E`, two carriers and one No. Must not match: two carriers and three No;
//! two carriers who share nothing but a grandparent.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::pattern::fact::{Fact, ThemeFacts};
use crate::pattern::{Context, Finding, Pattern, Standing};

/// Finds them.
pub(super) fn siblings(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for theme in context.facts.themes() {
        let full = full_siblings(context, theme, &mut findings);
        half_siblings(context, theme, &full, &mut findings);
    }
    findings
}

/// Adds the findings on full siblings; gives the number of carriers per sibship.
fn full_siblings(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<usize, u32> {
    let mut carriers: BTreeMap<usize, u32> = BTreeMap::new();
    for fact in theme.carriers() {
        if let Some(at) = context.sibships.number(fact.person) {
            *carriers.entry(at).or_default() += 1;
        }
    }
    for (&at, &yes) in &carriers {
        let Some(sibship) = context.sibships.all().get(at) else { continue };
        if context.settings.siblings_yes <= yes {
            findings.extend(finding(context, theme, &sibship.children, &sibship.parents));
        }
    }
    carriers
}

fn half_siblings(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    full: &BTreeMap<usize, u32>,
    findings: &mut Vec<Finding>,
) {
    let mut carriers: BTreeMap<PersonIdx, Vec<PersonIdx>> = BTreeMap::new();
    for fact in theme.carriers() {
        for link in context.line.parents(fact.person) {
            carriers.entry(link.person).or_default().push(fact.person);
        }
    }
    // Parents who share exactly these children are told together.
    let mut by_children: BTreeMap<Vec<PersonIdx>, Vec<PersonIdx>> = BTreeMap::new();
    for (parent, carriers) in carriers {
        let yes = carriers.len() as u32;
        if yes < context.settings.siblings_yes {
            continue;
        }
        let of_one_set = |child: &PersonIdx| {
            context.sibships.number(*child).and_then(|at| full.get(&at)).copied().unwrap_or(1)
        };
        if carriers.iter().map(of_one_set).max().is_none_or(|most| yes <= most) {
            continue;
        }
        let children: Vec<PersonIdx> =
            context.line.children(parent).iter().map(|link| link.person).collect();
        by_children.entry(children).or_default().push(parent);
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
    finding.ages = ages(context, carriers());
    finding.thresholds = vec![("siblings_yes", context.settings.siblings_yes.into())];
    finding.counts_maybe = carriers().any(|fact| fact.was_maybe);
    Some(finding)
}

/// Onset ages of `facts`, where known.
pub(super) fn ages<'f>(
    context: &Context<'_>,
    facts: impl Iterator<Item = &'f Fact>,
) -> Vec<(crate::model::PersonId, crate::model::AgeRange)> {
    let ages = facts.filter_map(|fact| context.kin.id(fact.person).zip(fact.onset));
    ages.map(|(id, age)| (id.clone(), age)).collect()
}
