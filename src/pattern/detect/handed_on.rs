//! P8, from parent to child: a parent had the first kind while the child was 0–17, the child has
//! the second later; in at least three children of two parents and two thirds of those known.
//!
//! Matches: Ria and Rob in debt, Ria's daughters Kim and Els and Rob's son Jan low ten years later.
//! Does not: the same, and two other children of theirs who were asked and are not low.

use std::collections::{BTreeMap, BTreeSet};

use super::childhood::Childhood;
use super::course::{Kinds, courses, entries_as_evidence, years_of};
use crate::kinship::PersonIdx;
use crate::model::EntryId;
use crate::pattern::{Context, Fact, Finding, Pattern, Source, Standing, Theme, ThemeFacts};

/// What is known of the second kind in children who grew up with the first.
#[derive(Debug, Default)]
struct Tally {
    /// Children who have it, later.
    children: Vec<PersonIdx>,
    /// Parents of those who had the first.
    parents: BTreeSet<PersonIdx>,
    entries: BTreeSet<EntryId>,
    known: u32,
    unknown: u32,
    counts_maybe: bool,
}

/// What one child grew up with of one kind.
#[derive(Debug)]
struct Exposure {
    /// The first year.
    since: i32,
    parents: Vec<PersonIdx>,
    entries: Vec<EntryId>,
    was_maybe: bool,
}

/// Ordered pairs of kinds, one finding a pair.
pub(super) fn handed_on(context: &Context<'_>) -> Vec<Finding> {
    let mut kinds = Kinds::default();
    let themes: BTreeMap<usize, &ThemeFacts<'_>> = context
        .facts
        .themes()
        .iter()
        .filter_map(|theme| match &theme.theme {
            Theme::Kind(id) => Some((kinds.number(id), theme)),
            _ => None,
        })
        .collect();
    let mut tallies: BTreeMap<(usize, usize), Tally> = BTreeMap::new();
    for child in context.people() {
        let exposures = exposures(context, &kinds, child);
        if exposures.is_empty() {
            continue;
        }
        for (&second, theme) in &themes {
            let standing = context.standing(theme, child);
            for (&first, exposure) in exposures.iter().filter(|(first, _)| **first != second) {
                let tally = tallies.entry((first, second)).or_default();
                tally.known += u32::from(standing.is_known());
                tally.unknown += u32::from(standing.is_unknown());
                if standing == Standing::Yes
                    && let Some(fact) = theme.fact(child)
                    && begins_after(context, theme, fact, exposure.since)
                {
                    tally.add(child, exposure, theme, fact);
                }
            }
        }
    }
    let enough = tallies.into_iter().filter(|(_, tally)| tally.is_enough(context));
    enough.filter_map(|((a, b), tally)| told(context, kinds.id(a)?, kinds.id(b)?, tally)).collect()
}

impl Tally {
    fn add(&mut self, child: PersonIdx, from: &Exposure, theme: &ThemeFacts<'_>, fact: &Fact) {
        self.children.push(child);
        self.parents.extend(&from.parents);
        self.entries.extend(from.entries.iter().cloned());
        self.entries.extend(theme.sources(fact).iter().filter_map(|source| match source {
            Source::Entry(entry) => Some(entry.id.clone()),
            _ => None,
        }));
        self.counts_maybe |= from.was_maybe || fact.was_maybe;
    }

    /// Three children, two parents, and two thirds of the children known.
    fn is_enough(&self, context: &Context<'_>) -> bool {
        let children = self.children.len() as u32;
        context.settings.handed_on_children <= children
            && context.settings.handed_on_parents as usize <= self.parents.len()
            && 2 * self.known <= 3 * children
    }
}

/// What `child` grew up with of parents on the family line, by kind.
fn exposures(
    context: &Context<'_>,
    kinds: &Kinds<'_>,
    child: PersonIdx,
) -> BTreeMap<usize, Exposure> {
    let mut found: BTreeMap<usize, Exposure> = BTreeMap::new();
    if context.line.parents(child).is_empty() {
        return found;
    }
    let Some(childhood) = Childhood::of(context, child) else { return found };
    let bonds = context.settings.bonds;
    for link in context.kin.parents(child).filter(|link| bonds.includes(link.bond)) {
        let beside = childhood.beside(context, child, &link);
        for course in courses(context, link.person) {
            let met = childhood.during(&course).and(beside).ends();
            let (Some((age, _)), Some(kind)) = (met, kinds.find(&course.entry.kind)) else {
                continue;
            };
            let since = childhood.born + age;
            let exposure = found.entry(kind).or_insert_with(|| Exposure {
                since,
                parents: Vec::new(),
                entries: Vec::new(),
                was_maybe: false,
            });
            exposure.since = exposure.since.min(since);
            exposure.parents.push(link.person);
            exposure.entries.push(course.entry.id.clone());
            exposure.was_maybe |= course.was_maybe;
        }
    }
    found
}

/// Does it surely begin in `fact`'s person in a later year than `since`?
fn begins_after(context: &Context<'_>, theme: &ThemeFacts<'_>, fact: &Fact, since: i32) -> bool {
    if let Some(onset) = fact.onset
        && let Some(born) = years_of(context.birth(fact.person))
    {
        return since < born.lo + onset.lo;
    }
    let dated = theme.sources(fact).iter().filter_map(|source| match source {
        Source::Entry(entry) => entry.since?.years(None)?.lo,
        _ => None,
    });
    dated.min().is_some_and(|year| since < year)
}

fn told(
    context: &Context<'_>,
    first: &crate::model::KindId,
    second: &crate::model::KindId,
    tally: Tally,
) -> Option<Finding> {
    let settings = context.settings;
    let themes = [Theme::Kind(first.clone()), Theme::Kind(second.clone())];
    let yes = tally.children.len() as u32;
    let mut finding =
        context.finding(Pattern::HandedOn, &themes, tally.children, tally.parents.iter().copied());
    finding.evidence = entries_as_evidence(tally.entries);
    finding.yes = yes;
    finding.known = tally.known;
    finding.unknown = tally.unknown;
    finding.counts_maybe = tally.counts_maybe;
    finding.counts = vec![("parents", i64::try_from(tally.parents.len()).ok()?)];
    finding.thresholds = vec![
        ("handed_on_children", settings.handed_on_children.into()),
        ("handed_on_parents", settings.handed_on_parents.into()),
    ];
    Some(finding)
}
