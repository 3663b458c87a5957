//! P15, around a loss: something began at the age at which a parent, brother or sister died, in at
//! least two people; or twice within a year after one death. It may always be chance.
//!
//! Matches: Hendrik died at 39; his children Gerrit and Lies were both low at 39.
//! Does not: only Gerrit was; or both had debts at 39 (only the areas that the catalogue says count).

use std::collections::BTreeSet;

use super::course::{Course, years_of};
use crate::kinship::PersonIdx;
use crate::model::{AgeRange, Date, Moment, PartialDate, age_at};
use crate::pattern::fact::ThemeNo;
use crate::pattern::{Context, Drafts, Evidence, Pattern};

/// What began, and in whom.
type Onset<'a> = (PersonIdx, Course<'a>);

/// One finding for a death and form; the same people and kinds in both forms are said once.
pub(super) fn loss(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    for dead in context.people() {
        let Some(death) = context.death(dead) else { continue };
        let siblings = siblings(context, dead);
        let same_age = at_that_age(context, dead, death, &siblings);
        let soon_after = soon_after(context, dead, death, &siblings);
        if same_age.len() < 2 && soon_after.len() < 2 {
            continue;
        }
        let is_same = people(&same_age) == people(&soon_after)
            && themes(context, &same_age) == themes(context, &soon_after);
        let n_people = people(&same_age).len();
        let is_told = context.settings.loss_people as usize <= n_people;
        if is_told && let Some(age) = age_at_death(context, dead, death) {
            tell(context, drafts, dead, &same_age, ("age", i64::from(age.middle())));
        }
        if 2 <= soon_after.len() && !(is_told && is_same) {
            tell(context, drafts, dead, &soon_after, ("year", i64::from(death.year())));
        }
    }
}

fn age_at_death(context: &Context<'_>, dead: PersonIdx, death: PartialDate) -> Option<AgeRange> {
    age_at(context.birth(dead)?, death)
}

/// Brothers and sisters of `dead`, also by one parent, maybe twice.
fn siblings(context: &Context<'_>, dead: PersonIdx) -> Vec<PersonIdx> {
    let (kin, bonds) = (context.kin, context.settings.bonds);
    let mut found = Vec::new();
    for link in context.line.parents(dead) {
        found.extend(context.line.children(link.person).iter().map(|link| link.person));
    }
    // Of those whose parents are not known, the union says who belongs together.
    for (union, _) in kin.parent_unions(dead).filter(|(_, bond)| bonds.includes(*bond)) {
        if kin.partners_of(union).next().is_none() {
            let children = kin.children_of(union).filter(|(_, bond)| bonds.includes(*bond));
            found.extend(children.map(|(child, _)| child));
        }
    }
    found.retain(|person| *person != dead);
    found
}

/// Onsets in children, brothers and sisters around the age at which `dead` died.
fn at_that_age<'a>(
    context: &Context<'a>,
    dead: PersonIdx,
    death: PartialDate,
    siblings: &[PersonIdx],
) -> Vec<Onset<'a>> {
    let Some(age) = age_at_death(context, dead, death) else { return Vec::new() };
    let around = context.settings.loss_years;
    let children = context.line.children(dead).iter().map(|link| link.person);
    let mourners = children.chain(siblings.iter().copied()).collect();
    onsets(context, mourners, |course| {
        // The whole of both ranges must lie close together.
        course.onset_age().is_some_and(|at| at.hi - age.lo <= around && age.hi - at.lo <= around)
    })
}

/// Onsets in the closest kin within a year after `dead` died.
fn soon_after<'a>(
    context: &Context<'a>,
    dead: PersonIdx,
    death: PartialDate,
    siblings: &[PersonIdx],
) -> Vec<Onset<'a>> {
    let children = context.line.children(dead).iter().map(|link| link.person);
    let parents = context.line.parents(dead).iter().map(|link| link.person);
    let partners = context.kin.partners(dead).map(|(person, _)| person);
    let siblings = siblings.iter().copied();
    let mourners = children.chain(parents).chain(siblings).chain(partners).collect();
    let months = context.settings.loss_months;
    onsets(context, mourners, |course| follows(course, death, months))
}

fn onsets<'a>(
    context: &Context<'a>,
    mut people: Vec<PersonIdx>,
    fits: impl Fn(&Course<'a>) -> bool,
) -> Vec<Onset<'a>> {
    people.retain(|person| !context.courses.of_person(*person).is_empty());
    people.sort_unstable();
    people.dedup();
    let mut found = Vec::new();
    for person in people {
        let counted = context.courses.of_person(person).iter().filter(|course| {
            let area = context.courses.area_of(course).and_then(|it| context.catalogue.area(it));
            area.is_some_and(|area| area.after_loss)
        });
        found.extend(counted.filter(|course| fits(course)).map(|course| (person, *course)));
    }
    found
}

/// Did it begin within `months` after `death`? Where only years are known, the difference of the
/// years counts.
fn follows(course: &Course<'_>, death: PartialDate, months: i32) -> bool {
    let exact = |date: Date| date.month().map(|month| date.year() * 12 + i32::from(month));
    if let (PartialDate::Exactly(death), Some(Moment::On(PartialDate::Exactly(onset)))) =
        (death, course.entry.since)
        && let (Some(death), Some(onset)) = (exact(death), exact(onset))
    {
        return (0..=months).contains(&(onset - death));
    }
    let (Some(death), Some(onset)) = (years_of(Some(death)), course.onset()) else { return false };
    0 <= onset.lo - death.hi && (onset.hi - death.lo) * 12 <= months
}

fn people(onsets: &[Onset<'_>]) -> BTreeSet<PersonIdx> {
    onsets.iter().map(|(person, _)| *person).collect()
}

fn themes(context: &Context<'_>, onsets: &[Onset<'_>]) -> Vec<ThemeNo> {
    let themes = onsets.iter().filter_map(|(_, course)| context.courses.theme_of(course));
    let mut themes: Vec<ThemeNo> = themes.collect();
    context.facts.sort(&mut themes);
    themes
}

fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    dead: PersonIdx,
    onsets: &[Onset<'_>],
    count: (&'static str, i64),
) {
    let death = context.kin.id(dead).cloned().map(|id| drafts.record(Evidence::Death(id)));
    let themes = themes(context, onsets);
    let finding = drafts.begin(Pattern::Loss, themes.first().copied());
    finding.more_themes.extend(themes.iter().skip(1));
    finding.people.extend(people(onsets));
    finding.around.push(dead);
    finding.evidence.extend(onsets.iter().map(|(_, course)| course.record).chain(death));
    finding.counts_maybe = onsets.iter().any(|(_, course)| course.was_maybe);
    finding.yes = people(onsets).len() as u32;
    let ages = onsets.iter().filter_map(|(person, course)| Some((*person, course.onset_age()?)));
    finding.ages.extend(ages);
    finding.ages.sort_by_key(|(person, _)| *person);
    finding.ages.dedup_by_key(|(person, _)| *person);
    finding.counts.push(count);
    drafts.finish();
}
