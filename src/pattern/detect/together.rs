//! P7, goes together: two problem kinds in the same person, in at least three persons.
//!
//! Matches: Ans, Rob and Kim all have debts and stress.
//! Does not: Ans and Rob have both, Kim has debts only.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::pattern::{Context, Finding, Pattern, Standing, Theme, ThemeFacts};

/// Pairs of kinds, one finding a pair.
pub(super) fn together(context: &Context<'_>) -> Vec<Finding> {
    let least = context.settings.together_people as usize;
    let is_kind = |theme: &&ThemeFacts<'_>| matches!(theme.theme, Theme::Kind(_));
    let themes = context.facts.themes().iter().filter(is_kind);
    let mut themes: Vec<&ThemeFacts<'_>> =
        themes.filter(|theme| least <= theme.carriers().count()).collect();
    themes.sort_unstable_by(|a, b| a.theme.cmp(&b.theme));

    let mut carried: Vec<(PersonIdx, usize)> = Vec::new();
    for (at, theme) in themes.iter().enumerate() {
        carried.extend(theme.carriers().map(|fact| (fact.person, at)));
    }
    carried.sort_unstable();
    let mut pairs: BTreeMap<(usize, usize), Vec<PersonIdx>> = BTreeMap::new();
    for carried in carried.chunk_by(|a, b| a.0 == b.0) {
        for (n, &(person, a)) in carried.iter().enumerate() {
            for &(_, b) in carried.iter().skip(n + 1) {
                pairs.entry((a, b)).or_default().push(person);
            }
        }
    }
    let mut findings = Vec::new();
    for ((a, b), people) in pairs {
        if let (Some(a), Some(b)) = (themes.get(a), themes.get(b))
            && least <= people.len()
        {
            findings.push(pair(context, a, b, &people));
        }
    }
    findings
}

fn pair(
    context: &Context<'_>,
    a: &ThemeFacts<'_>,
    b: &ThemeFacts<'_>,
    people: &[PersonIdx],
) -> Finding {
    let themes = [a.theme.clone(), b.theme.clone()];
    let mut finding = context.finding(Pattern::Together, &themes, people.iter().copied(), []);
    let facts = |theme: &'_ ThemeFacts<'_>| {
        let carried = people.iter().filter_map(|person| theme.fact(*person));
        (context.evidence(carried.clone().flat_map(|fact| theme.sources(fact))), {
            let mut carried = carried;
            carried.any(|fact| fact.was_maybe)
        })
    };
    let ((of_a, maybe_a), (of_b, maybe_b)) = (facts(a), facts(b));
    finding.evidence = of_a;
    finding.evidence.extend(of_b);
    finding.evidence.sort_unstable();
    finding.evidence.dedup();
    finding.counts_maybe = maybe_a || maybe_b;
    for (this, other) in [(a, b), (b, a)] {
        for fact in this.carriers() {
            match context.standing(other, fact.person) {
                // Counted once, from the side of the first.
                Standing::Yes if this.theme == a.theme => finding.known += 1,
                Standing::No => finding.known += 1,
                Standing::Maybe | Standing::Unknown => finding.unknown += 1,
                Standing::Yes | Standing::NotYet => {}
            }
        }
    }
    finding.yes = people.len() as u32;
    finding.counts = vec![
        ("a", a.carriers().count() as i64),
        ("b", b.carriers().count() as i64),
        ("both", people.len() as i64),
    ];
    finding
}
