//! P9, grown up with: the years of a childhood in which something of a parent or carer played.
//! A story, never a sum, never a score.
//!
//! Matches: Ria in debt since 1997, her daughter Kim born in 2001.
//! Does not: Ria in debt since 2020; Kim was 19 then.

use super::childhood::{ChildYears, Childhood};
use super::course::{Course, entries_as_evidence};
use crate::kinship::PersonIdx;
use crate::model::AgeRange;
use crate::pattern::{Context, Finding, Pattern, Theme};

/// One finding for each child and parent or carer.
pub(super) fn grown_up_with(context: &Context<'_>) -> Vec<Finding> {
    let dated = |person| context.courses.of_person(person).iter().any(|it| it.active.is_some());
    let mut findings = Vec::new();
    let mut beside: Vec<(PersonIdx, ChildYears)> = Vec::new();
    for child in context.people() {
        if !context.kin.parents(child).any(|link| dated(link.person)) {
            continue;
        }
        let Some(childhood) = Childhood::of(context, child) else { continue };
        beside.clear();
        for link in context.kin.parents(child).filter(|link| dated(link.person)) {
            let years = childhood.beside(context, child, &link);
            match beside.iter_mut().find(|(parent, _)| *parent == link.person) {
                Some((_, all)) => *all = all.or(years),
                None => beside.push((link.person, years)),
            }
        }
        for &(parent, years) in &beside {
            findings.extend(story(context, childhood, child, parent, years));
        }
    }
    findings
}

fn story(
    context: &Context<'_>,
    childhood: Childhood,
    child: PersonIdx,
    parent: PersonIdx,
    beside: ChildYears,
) -> Option<Finding> {
    let lived = |course: &Course<'_>| childhood.during(course).and(beside);
    let courses = context.courses.of_person(parent).iter();
    let met: Vec<&Course<'_>> = courses.filter(|it| !lived(it).is_empty()).collect();
    let years = met.iter().fold(ChildYears::default(), |all, course| all.or(lived(course)));
    let (from, to) = years.ends()?;
    let mut themes: Vec<Theme> =
        met.iter().map(|course| Theme::Kind(course.entry.kind.clone())).collect();
    themes.sort_unstable();
    themes.dedup();
    let mut finding = context.finding(Pattern::GrownUpWith, &themes, [parent], [child]);
    finding.evidence = entries_as_evidence(met.iter().map(|course| course.entry.id.clone()));
    finding.counts_maybe = met.iter().any(|course| course.was_maybe);
    finding.counts = vec![("from-age", from.into()), ("to-age", to.into())];
    if let Some(id) = context.kin.id(child) {
        finding.ages = vec![(id.clone(), AgeRange { lo: from, hi: to })];
    }
    Some(finding)
}
