//! Several branches (P4): carriers among the descendants of at least two children of one couple.
//!
//! A branch is what lies below a child of the couple; the child itself is not counted, so that two
//! carriers who are brother and sister are no branches. Looks up
//! `Settings::branch_generations` from every carrier, so that the work per carrier is bounded.
//!
//! Must match: cousins. Must not match: brother and sister, or an aunt and her nephew.

use crate::kinship::PersonIdx;
use crate::pattern::detect::siblings::ages;
use crate::pattern::fact::{Fact, ThemeFacts};
use crate::pattern::{Context, Finding, Pattern};

/// A carrier below a child of a couple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Below {
    sibship: u32,
    child: PersonIdx,
    carrier: PersonIdx,
}

/// Finds them.
pub(super) fn branches(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut below: Vec<Below> = Vec::new();
    let mut rows = Rows::default();
    let mut descendants = Descendants::of(context);
    for theme in context.facts.themes() {
        below.clear();
        if 2 <= theme.carriers().take(2).count() {
            theme.carriers().for_each(|fact| climb(context, fact.person, &mut rows, &mut below));
        }
        below.sort_unstable();
        below.dedup();
        for group in below.chunk_by(|a, b| a.sibship == b.sibship) {
            findings.extend(finding(context, theme, group, &mut descendants));
        }
    }
    findings
}

/// Everybody above `carrier` who has brothers or sisters, as the head of a branch.
fn climb(context: &Context<'_>, carrier: PersonIdx, rows: &mut Rows, below: &mut Vec<Below>) {
    rows.lower.clear();
    rows.lower.push(carrier);
    for _ in 1..context.settings.branch_generations {
        let parents = rows.lower.iter().flat_map(|person| context.line.parents(*person));
        rows.upper.clear();
        rows.upper.extend(parents.map(|link| link.person));
        rows.upper.sort_unstable();
        rows.upper.dedup();
        for &child in &rows.upper {
            let sibship = context.sibships.number(child);
            below.extend(sibship.map(|at| Below { sibship: at as u32, child, carrier }));
        }
        std::mem::swap(&mut rows.lower, &mut rows.upper);
    }
}

/// Two generations above a carrier; kept only for their memory.
#[derive(Debug, Default)]
struct Rows {
    lower: Vec<PersonIdx>,
    upper: Vec<PersonIdx>,
}

fn finding(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    group: &[Below],
    descendants: &mut Descendants,
) -> Option<Finding> {
    let first = group.first()?;
    let sibship = context.sibships.all().get(first.sibship as usize)?;
    let last = group.last()?;
    if first.child == last.child || sibship.parents.is_empty() {
        return None;
    }
    let n_branches = group.chunk_by(|a, b| a.child == b.child).count();
    let mut carriers: Vec<PersonIdx> = group.iter().map(|below| below.carrier).collect();
    carriers.sort_unstable();
    carriers.dedup();
    if carriers.len() < 2 {
        return None;
    }
    let themes = std::slice::from_ref(&theme.theme);
    let around = sibship.parents.iter().copied();
    let mut finding = context.finding(Pattern::Branches, themes, carriers.iter().copied(), around);
    (finding.known, finding.unknown) = descendants.known(context, theme, first.sibship);
    finding.yes = carriers.len() as u32;
    finding.counts.push(("branches", n_branches as i64));
    let facts: Vec<&Fact> = carriers.iter().filter_map(|person| theme.fact(*person)).collect();
    finding.evidence = context.evidence(facts.iter().flat_map(|fact| theme.sources(fact)));
    finding.ages = ages(context, facts.iter().copied());
    finding.thresholds = vec![("branch_generations", context.settings.branch_generations.into())];
    finding.counts_maybe = facts.iter().any(|fact| fact.was_maybe);
    Some(finding)
}

/// Who lives below each sibship, as deep as carriers are looked for; read when first asked.
#[derive(Debug)]
struct Descendants {
    /// With the greatest age they can have, so that who is too young is seen in passing.
    of: Vec<Option<Vec<(PersonIdx, i32)>>>,
}

impl Descendants {
    fn of(context: &Context<'_>) -> Self {
        Self { of: vec![None; context.sibships.all().len()] }
    }

    /// How many below `sibship` are known and unknown.
    fn known(&mut self, context: &Context<'_>, theme: &ThemeFacts<'_>, sibship: u32) -> (u32, u32) {
        let Some(slot) = self.of.get_mut(sibship as usize) else { return (0, 0) };
        let below = slot.get_or_insert_with(|| {
            let children = context.sibships.all().get(sibship as usize);
            below(context, children.map_or(&[], |sibship| &sibship.children))
        });
        let (mut known, mut unknown) = (0, 0);
        for (person, age) in below {
            if let Some(fact) = theme.fact(*person) {
                known += u32::from(fact.standing.is_known());
                unknown += u32::from(fact.standing.is_unknown());
            } else {
                unknown += u32::from(theme.from_age <= *age);
            }
        }
        (known, unknown)
    }
}

fn below(context: &Context<'_>, children: &[PersonIdx]) -> Vec<(PersonIdx, i32)> {
    let mut row = children.to_vec();
    let mut below = Vec::new();
    for _ in 1..context.settings.branch_generations {
        let children = row.iter().flat_map(|person| context.line.children(*person));
        row = children.map(|link| link.person).collect();
        row.sort_unstable();
        row.dedup();
        below.extend_from_slice(&row);
    }
    below.sort_unstable();
    below.dedup();
    let age = |person: PersonIdx| context.age_now(person).map_or(i32::MAX, |age| age.hi.max(0));
    below.into_iter().map(|person| (person, age(person))).collect()
}
