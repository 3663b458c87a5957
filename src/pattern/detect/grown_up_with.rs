//! P9, grown up with: the years of a childhood in which something of a parent or carer played.
//! A story, never a sum, never a score.
//!
//! Matches: Ria in debt since 1997, her daughter Kim born in 2001.
//! Does not: Ria in debt since 2020; Kim was 19 then.

use super::childhood::{ChildYears, Childhood};
use super::course::Course;
use crate::kinship::PersonIdx;
use crate::model::AgeRange;
use crate::pattern::fact::ThemeNo;
use crate::pattern::{Context, Drafts, Pattern};

/// One finding for each child and parent or carer.
pub(super) fn grown_up_with(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let dated = |person| context.courses.of_person(person).iter().any(|it| it.active().is_some());
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
            tell(context, drafts, childhood, [child, parent], years);
        }
    }
}

fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    childhood: Childhood,
    [child, parent]: [PersonIdx; 2],
    beside: ChildYears,
) {
    let lived = |course: &Course<'_>| childhood.during(course).and(beside);
    let met = || {
        let courses = context.courses.of_person(parent).iter();
        courses.filter(|course| !lived(course).is_empty())
    };
    let years = met().fold(ChildYears::default(), |all, course| all.or(lived(course)));
    let Some((lo, hi)) = years.ends() else { return };
    let mut themes: Vec<ThemeNo> = met().filter_map(|it| context.courses.theme_of(it)).collect();
    context.facts.sort(&mut themes);
    let finding = drafts.begin(Pattern::GrownUpWith, themes.first().copied());
    finding.more_themes.extend(themes.iter().skip(1));
    finding.people.push(parent);
    finding.around.push(child);
    finding.evidence.extend(met().map(|course| course.record));
    finding.counts_maybe = met().any(|course| course.was_maybe);
    finding.counts.extend([("from-age", lo.into()), ("to-age", hi.into())]);
    finding.ages.push((child, AgeRange { lo, hi }));
    drafts.finish();
}
