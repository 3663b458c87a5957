//! At the same age, and ever younger (P5), along the direct edges of threads.
//!
//! An age that is a range counts only if every age in it satisfies the rule. For young parents the
//! age is that at the first child, also above the limit.
//!
//! Must match: 17 and 17; 30 > 23 > 19 (falls). Must not match: 30 > 27; 22 > 21 > 20 as a shift.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of facts, and every table has a row for each"
)]

use std::collections::BTreeSet;

use crate::kinship::{PersonIdx, Rows};
use crate::model::AgeRange;
use crate::pattern::draft::{Draft, DraftEdge};
use crate::pattern::fact::{Fact, ThemeFacts};
use crate::pattern::finding::EdgeKind;
use crate::pattern::places::Places;
use crate::pattern::{Context, Drafts, Pattern, Standing, Theme};

/// Chains of a tangled family can be many; no theme tells more people in chains than this many
/// times those it has, and this many more.
const MOST_TOLD: (usize, usize) = (16, 4096);

/// Finds both.
pub(super) fn same_age(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    for theme in context.facts.themes() {
        let also_others = theme.theme == Theme::YoungParent;
        let facts: Vec<(&Fact, AgeRange)> = (theme.facts().iter())
            .filter(|fact| also_others || fact.standing == Standing::Yes)
            .filter_map(|fact| Some((fact, fact.onset()?)))
            .collect();
        if facts.len() < 2 {
            continue;
        }
        let places = Places::of(facts.iter().map(|(fact, _)| fact.person));
        let together = Steps::of(context, &facts, &places, |a, b| {
            (a.hi - b.lo).max(b.hi - a.lo) <= context.settings.same_age_years
        });
        for chain in together.chains() {
            let finding = drafts.begin(Pattern::SameAge, Some(theme.number));
            tell(context, finding, theme, &facts, &chain);
            finding.headline = context.settings.same_age_headline as usize <= chain.len();
            drafts.finish();
        }
        let falling = Steps::of(context, &facts, &places, |a, b| b.hi < a.lo);
        let mut told: BTreeSet<Vec<u32>> = BTreeSet::new();
        for chain in falling.chains() {
            for part in falls(context, &facts, &chain) {
                if told.insert(part.to_vec()) {
                    let finding = drafts.begin(Pattern::EverYounger, Some(theme.number));
                    tell(context, finding, theme, &facts, part);
                    finding.headline = true;
                    drafts.finish();
                }
            }
        }
    }
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
        places: &Places,
        rule: impl Fn(AgeRange, AgeRange) -> bool,
    ) -> Self {
        let mut down: Vec<(usize, u32)> = Vec::new();
        let mut has_above = vec![false; facts.len()];
        for (at, (fact, age)) in facts.iter().enumerate() {
            for link in context.line.parents(fact.person) {
                let Some(parent) = places.find(link.person) else { continue };
                if rule(facts[parent].1, *age) {
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

fn tell(
    context: &Context<'_>,
    finding: &mut Draft,
    theme: &ThemeFacts,
    facts: &[(&Fact, AgeRange)],
    chain: &[u32],
) {
    for at in chain {
        let (fact, age) = facts[*at as usize];
        let above = finding.people.last().copied();
        finding.edges.extend(above.map(|above| edge(context, above, fact.person)));
        finding.people.push(fact.person);
        // Ages are told from top to bottom.
        finding.ages.push((fact.person, age));
        finding.facts.extend(theme.place(fact.person));
        finding.counts_maybe |= fact.was_maybe;
        finding.yes += u32::from(fact.standing == Standing::Yes);
    }
    finding.length = chain.len() as u32;
    finding.span = finding.length;
    finding.known = finding.yes;
}

fn edge(context: &Context<'_>, from: PersonIdx, to: PersonIdx) -> DraftEdge {
    let link = context.line.parents(to).iter().find(|link| link.person == from);
    let bonds = link.map(|link| link.bonds).unwrap_or_default();
    DraftEdge { from, to, kind: EdgeKind::Direct, bonds }
}
