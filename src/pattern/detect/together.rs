//! P7, goes together: two problem kinds in the same person, in at least three persons.
//!
//! Matches: Ans, Rob and Kim all have debts and stress.
//! Does not: Ans and Rob have both, Kim has debts only.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::pattern::{Context, Drafts, Pattern, Standing, Theme, ThemeFacts};

/// Pairs of kinds, one finding a pair.
pub(super) fn together(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let least = context.settings.together_people as usize;
    let is_kind = |theme: &&ThemeFacts| matches!(theme.theme, Theme::Kind(_));
    let themes = context.facts.themes().iter().filter(is_kind);
    let mut themes: Vec<&ThemeFacts> =
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
    for ((a, b), people) in pairs {
        if let (Some(a), Some(b)) = (themes.get(a), themes.get(b))
            && least <= people.len()
        {
            tell(context, drafts, [a, b], &people);
        }
    }
}

fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    [a, b]: [&ThemeFacts; 2],
    people: &[PersonIdx],
) {
    let finding = drafts.begin(Pattern::Together, Some(a.number));
    finding.more_themes.push(b.number);
    finding.people.extend_from_slice(people);
    for theme in [a, b] {
        for fact in people.iter().filter_map(|person| theme.fact(*person)) {
            finding.evidence.extend_from_slice(theme.sources(fact));
            finding.counts_maybe |= fact.was_maybe;
        }
    }
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
    finding.counts.extend([
        ("a", a.carriers().count() as i64),
        ("b", b.carriers().count() as i64),
        ("both", people.len() as i64),
    ]);
    drafts.finish();
}
