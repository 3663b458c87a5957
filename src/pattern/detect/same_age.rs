//! At the same age, and ever younger (P5), along the direct edges of threads.
//!
//! An age that is a range counts only if every age in it satisfies the rule. For young parents the
//! age is that at the first child, also above the limit.
//!
//! Must match: 17 and 17; 30 > 23 > 19 (falls). Must not match: 30 > 27; 22 > 21 > 20 as a shift.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of people or facts, and every table has a row for each"
)]

use std::collections::BTreeSet;

use crate::kinship::{PersonIdx, Rows};
use crate::model::{AgeRange, Bond, FindingId};
use crate::pattern::context::fitted;
use crate::pattern::detect::siblings::ages;
use crate::pattern::fact::{Fact, ThemeFacts};
use crate::pattern::finding::{EdgeKind, KinEdge};
use crate::pattern::{Context, Finding, Pattern, Standing, Theme};

/// Chains of a tangled family can be many; no theme tells more people in chains than this many
/// times those it has, and this many more.
const MOST_TOLD: (usize, usize) = (16, 4096);

/// Finds both.
pub(super) fn same_age(context: &Context<'_>) -> Vec<Finding> {
    let mut slot = vec![u32::MAX; context.kin.len()];
    let mut findings = Vec::new();
    for theme in context.facts.themes() {
        let also_others = theme.theme == Theme::YoungParent;
        let facts: Vec<(&Fact, AgeRange)> = (theme.facts().iter())
            .filter(|fact| also_others || fact.standing == Standing::Yes)
            .filter_map(|fact| Some((fact, fact.onset?)))
            .collect();
        for (at, (fact, _)) in facts.iter().enumerate() {
            slot[fact.person.at()] = at as u32;
        }
        let together = Steps::of(context, &facts, &slot, |a, b| {
            (a.hi - b.lo).max(b.hi - a.lo) <= context.settings.same_age_years
        });
        for chain in together.chains() {
            let mut finding = finding(context, theme, &facts, &chain, Pattern::SameAge);
            finding.headline = context.settings.same_age_headline as usize <= chain.len();
            findings.push(finding);
        }
        let falling = Steps::of(context, &facts, &slot, |a, b| b.hi < a.lo);
        let mut told: BTreeSet<FindingId> = BTreeSet::new();
        for chain in falling.chains() {
            for part in falls(context, &facts, &chain) {
                let mut finding = finding(context, theme, &facts, part, Pattern::EverYounger);
                finding.headline = true;
                if told.insert(finding.id.clone()) {
                    findings.push(finding);
                }
            }
        }
        for (fact, _) in &facts {
            slot[fact.person.at()] = u32::MAX;
        }
    }
    findings
}

/// The parts of a falling chain that fall fast enough and cannot be made longer.
fn falls<'p>(
    context: &Context<'_>,
    facts: &[(&Fact, AgeRange)],
    chain: &'p [u32],
) -> Vec<&'p [u32]> {
    let settings = context.settings;
    let least = settings.shift_generations.max(2) as usize;
    let age = |at: usize| facts[chain[at] as usize].1;
    let mut parts = Vec::new();
    let mut told = 0;
    for from in 0..chain.len() {
        let fast = |to: &usize| {
            let steps = (*to - from) as i32;
            settings.shift_years * steps <= age(from).lo - age(*to).hi
        };
        let longest = (from + least - 1..chain.len()).rev().find(fast);
        if let Some(to) = longest.filter(|to| told <= *to) {
            parts.push(&chain[from..=to]);
            told = to + 1;
        }
    }
    parts
}

/// Steps from parent to child that satisfy a rule, by position in the list of facts.
struct Steps {
    down: Rows<u32>,
    has_above: Vec<bool>,
}

impl Steps {
    fn of(
        context: &Context<'_>,
        facts: &[(&Fact, AgeRange)],
        slot: &[u32],
        rule: impl Fn(AgeRange, AgeRange) -> bool,
    ) -> Self {
        let mut down: Vec<(usize, u32)> = Vec::new();
        let mut has_above = vec![false; facts.len()];
        for (at, (fact, age)) in facts.iter().enumerate() {
            for link in context.line.parents(fact.person) {
                let parent = slot[link.person.at()] as usize;
                if facts.get(parent).is_some_and(|(_, older)| rule(*older, *age)) {
                    down.push((parent, at as u32));
                    has_above[at] = true;
                }
            }
        }
        Self { down: Rows::grouped(facts.len(), down.iter().copied()), has_above }
    }

    /// Every chain of two or more that cannot be made longer, top to bottom.
    fn chains(&self) -> Vec<Vec<u32>> {
        let budget = MOST_TOLD.0 * self.has_above.len() + MOST_TOLD.1;
        let (mut chains, mut told) = (Vec::new(), 0);
        for top in 0..self.has_above.len() {
            if self.has_above[top] || self.down.row(top).is_empty() {
                continue;
            }
            // The chain so far, with the next child to try at each of its people.
            let mut path: Vec<(u32, usize)> = vec![(top as u32, 0)];
            while let Some((at, next)) = path.last_mut() {
                let below = self.down.row(*at as usize);
                if let Some(&child) = below.get(*next) {
                    *next += 1;
                    path.push((child, 0));
                    continue;
                }
                if below.is_empty() {
                    told += path.len();
                    chains.push(path.iter().map(|(at, _)| *at).collect());
                    if budget < told {
                        return chains;
                    }
                }
                path.pop();
            }
        }
        chains
    }
}

fn finding(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    facts: &[(&Fact, AgeRange)],
    chain: &[u32],
    pattern: Pattern,
) -> Finding {
    let facts: Vec<&Fact> = chain.iter().map(|at| facts[*at as usize].0).collect();
    let people: Vec<PersonIdx> = facts.iter().map(|fact| fact.person).collect();
    let themes = std::slice::from_ref(&theme.theme);
    let mut finding = context.finding(pattern, themes, people.iter().copied(), []);
    finding.length = chain.len() as u32;
    finding.span = finding.length;
    finding.yes = facts.iter().filter(|fact| fact.standing == Standing::Yes).count() as u32;
    finding.known = finding.yes;
    let steps = people.windows(2);
    finding.edges = fitted(steps.len(), steps.filter_map(|pair| edge(context, pair[0], pair[1])));
    finding.evidence = context.evidence(facts.iter().flat_map(|fact| theme.sources(fact)));
    finding.ages = ages(context, facts.len(), facts.iter().copied());
    finding.counts_maybe = facts.iter().any(|fact| fact.was_maybe);
    finding
}

fn edge(context: &Context<'_>, from: PersonIdx, to: PersonIdx) -> Option<KinEdge> {
    let link = context.line.parents(to).iter().find(|link| link.person == from);
    let bonds: Vec<Bond> = link.map(|link| link.bonds.iter().collect()).unwrap_or_default();
    let (from, to) = context.kin.id(from).cloned().zip(context.kin.id(to).cloned())?;
    Some(KinEdge { from, to, kind: EdgeKind::Direct, over: Vec::new(), bonds })
}
