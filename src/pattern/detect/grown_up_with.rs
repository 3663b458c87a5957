//! P9, grown up with: the years of a childhood in which something of a parent or carer played.
//! A story, never a sum, never a score.
//!
//! Matches: Ria in debt since 1997, her daughter Kim born in 2001.
//! Does not: Ria in debt since 2020; Kim was 19 then.

use std::collections::BTreeMap;

use super::childhood::{ChildYears, Childhood};
use super::course::{Course, courses, entries_as_evidence};
use crate::kinship::PersonIdx;
use crate::model::AgeRange;
use crate::pattern::{Context, Finding, Pattern, Theme};

/// One finding for each child and parent or carer.
pub(super) fn grown_up_with(context: &Context<'_>) -> Vec<Finding> {
    let mut of_parent: BTreeMap<PersonIdx, Vec<Course<'_>>> = BTreeMap::new();
    for person in context.people() {
        let dated: Vec<Course<'_>> =
            courses(context, person).into_iter().filter(|it| it.active.is_some()).collect();
        if !dated.is_empty() {
            of_parent.insert(person, dated);
        }
    }
    let mut findings = Vec::new();
    for child in context.people() {
        let mut beside: BTreeMap<PersonIdx, ChildYears> = BTreeMap::new();
        let links = context.kin.parents(child).filter(|link| of_parent.contains_key(&link.person));
        for link in links {
            let Some(childhood) = Childhood::of(context, child) else { continue };
            let years = childhood.beside(context, child, &link);
            let all = beside.entry(link.person).or_default();
            *all = all.or(years);
        }
        for (parent, years) in beside {
            let courses = of_parent.get(&parent).map_or(&[][..], Vec::as_slice);
            findings.extend(story(context, child, parent, years, courses));
        }
    }
    findings
}

fn story(
    context: &Context<'_>,
    child: PersonIdx,
    parent: PersonIdx,
    beside: ChildYears,
    courses: &[Course<'_>],
) -> Option<Finding> {
    let childhood = Childhood::of(context, child)?;
    let lived = |course: &Course<'_>| childhood.during(course).and(beside);
    let met: Vec<&Course<'_>> = courses.iter().filter(|it| !lived(it).is_empty()).collect();
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
