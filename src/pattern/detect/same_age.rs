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
use crate::pattern::age::SmallAge;
use crate::pattern::draft::{Draft, DraftEdge};
use crate::pattern::fact::{Fact, ThemeFacts};
use crate::pattern::finding::EdgeKind;
use crate::pattern::line::BondSet;
use crate::pattern::places::Places;
use crate::pattern::{Context, Drafts, Pattern, Standing, Theme};

/// Chains of a tangled family can be many; no theme tells more people in chains than this many
/// times those it has, and this many more.
const MOST_TOLD: (usize, usize) = (16, 4096);

/// A fact with an exact onset.
#[derive(Clone, Copy, Debug)]
struct Dated {
    person: PersonIdx,
    /// The place of the fact among those of the theme.
    place: u32,
    age: SmallAge,
    is_yes: bool,
    was_maybe: bool,
}

impl Dated {
    fn of(place: u32, fact: &Fact) -> Self {
        let &Fact { person, onset: age, standing, was_maybe, .. } = fact;
        Self { person, place, age, is_yes: standing == Standing::Yes, was_maybe }
    }

    /// The age; these all have one.
    fn age(&self) -> AgeRange {
        self.age.range().unwrap_or(AgeRange { lo: 0, hi: 0 })
    }
}

/// Finds both.
pub(super) fn same_age(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    for theme in context.facts.themes() {
        let also_others = theme.theme == Theme::YoungParent;
        let facts = (0..).zip(theme.facts());
        let dated: Vec<Dated> = facts
            .filter(|(_, fact)| also_others || fact.standing == Standing::Yes)
            .filter(|(_, fact)| fact.onset().is_some())
            .map(|(place, fact)| Dated::of(place, fact))
            .collect();
        if dated.len() < 2 {
            continue;
        }
        let chains = Chains { above: above(context, &dated), dated };
        chains.together(context, drafts, theme);
        chains.falling(context, drafts, theme);
    }
}

/// The parents of each who are dated, too, with the bonds.
fn above(context: &Context<'_>, dated: &[Dated]) -> Rows<(u32, BondSet)> {
    let places = Places::of(dated.iter().map(|it| it.person));
    let mut above = Rows::default();
    for it in dated {
        let parents = context.line.parents(it.person).iter();
        above.push_row(
            parents.filter_map(|link| Some((places.find(link.person)? as u32, link.bonds))),
        );
    }
    above
}

/// The dated facts of one theme and how they stand above one another, by position.
struct Chains {
    dated: Vec<Dated>,
    above: Rows<(u32, BondSet)>,
}

impl Chains {
    /// Tells the chains at the same age.
    fn together(&self, context: &Context<'_>, drafts: &mut Drafts<'_>, theme: &ThemeFacts) {
        let settings = context.settings;
        let steps =
            Steps::of(self, |a, b| (a.hi - b.lo).max(b.hi - a.lo) <= settings.same_age_years);
        for chain in steps.chains() {
            let finding = drafts.begin(Pattern::SameAge, Some(theme.number));
            self.tell(finding, &chain);
            finding.headline = settings.same_age_headline as usize <= chain.len();
            drafts.finish();
        }
    }

    /// Tells the chains that fall.
    fn falling(&self, context: &Context<'_>, drafts: &mut Drafts<'_>, theme: &ThemeFacts) {
        let steps = Steps::of(self, |a, b| b.hi < a.lo);
        let mut told: BTreeSet<Vec<u32>> = BTreeSet::new();
        for chain in steps.chains() {
            for part in falls(context, &self.dated, &chain) {
                if told.insert(part.to_vec()) {
                    let finding = drafts.begin(Pattern::EverYounger, Some(theme.number));
                    self.tell(finding, part);
                    finding.headline = true;
                    drafts.finish();
                }
            }
        }
    }

    fn tell(&self, finding: &mut Draft, chain: &[u32]) {
        let mut last: Option<(u32, PersonIdx)> = None;
        for &at in chain {
            let Dated { person, place, is_yes, was_maybe, .. } = self.dated[at as usize];
            if let Some((above, from)) = last.replace((at, person)) {
                let bonds = self.above.row(at as usize).iter().find(|(it, _)| *it == above);
                let bonds = bonds.map(|(_, bonds)| *bonds).unwrap_or_default();
                let (kind, over) = (EdgeKind::Direct, Vec::new());
                finding.edges.push(DraftEdge { from, to: person, kind, over, bonds });
            }
            finding.people.push(person);
            // Ages are told from top to bottom.
            finding.ages.push((person, self.dated[at as usize].age()));
            finding.facts.push(place);
            finding.counts_maybe |= was_maybe;
            finding.yes += u32::from(is_yes);
        }
        finding.length = chain.len() as u32;
        finding.span = finding.length;
        finding.known = finding.yes;
    }
}

/// The parts of a falling chain that fall fast enough and cannot be made longer.
fn falls<'p>(context: &Context<'_>, dated: &[Dated], chain: &'p [u32]) -> Vec<&'p [u32]> {
    let settings = context.settings;
    let least = settings.shift_generations.max(2) as usize;
    let age = |at: usize| dated[chain[at] as usize].age();
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
    fn of(chains: &Chains, rule: impl Fn(AgeRange, AgeRange) -> bool) -> Self {
        let dated = &chains.dated;
        let mut down: Vec<(usize, u32)> = Vec::new();
        let mut has_above = vec![false; dated.len()];
        for (at, it) in dated.iter().enumerate() {
            for &(above, _) in chains.above.row(at) {
                if rule(dated[above as usize].age(), it.age()) {
                    down.push((above as usize, at as u32));
                    has_above[at] = true;
                }
            }
        }
        Self { down: Rows::grouped(dated.len(), down.iter().copied()), has_above }
    }

    /// Every chain of two or more that cannot be made longer, top to bottom.
    fn chains(&self) -> Vec<Vec<u32>> {
        let budget = MOST_TOLD.0 * self.has_above.len() + MOST_TOLD.1;
        let (mut chains, mut told, mut steps) = (Vec::new(), 0, 0);
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
                    steps += 1;
                    // Every step is told in the end, unless somebody is their own ancestor.
                    if budget + self.has_above.len() < steps {
                        return chains;
                    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(n: usize, down: &[(usize, u32)]) -> Steps {
        let mut has_above = vec![false; n];
        down.iter().for_each(|(_, below)| has_above[*below as usize] = true);
        Steps { down: Rows::grouped(n, down.iter().copied()), has_above }
    }

    #[test]
    fn every_longest_chain_is_told_once() {
        let chains = steps(4, &[(0, 1), (1, 2), (1, 3), (0, 3)]).chains();
        assert_eq!(chains, [vec![0, 1, 2], vec![0, 1, 3], vec![0, 3]]);
    }

    #[test]
    fn whoever_is_their_own_ancestor_ends_the_search() {
        let chains = steps(4, &[(0, 1), (1, 2), (2, 1), (2, 3)]).chains();
        assert!(chains.iter().all(|chain| chain.first() == Some(&0)));
    }
}
