//! P16, much at once: four life areas active in one year, or three onsets within two years, in one
//! person or under one roof.
//!
//! Matches: Kim, 2022: money, school, mind and family.
//! Does not: money in 2015 (over in 2016), school, mind and family in 2022.

use std::collections::{BTreeMap, BTreeSet};

use super::course::{Years, area, counts};
use crate::kinship::PersonIdx;
use crate::model::{EntryId, GoingOn, Household, HouseholdId, KindId, Moment};
use crate::pattern::fact::{RecordNo, ThemeNo};
use crate::pattern::{Context, Drafts, Evidence, Pattern, Theme};

/// Something that plays in a life or under a roof.
#[derive(Clone, Debug)]
struct Load<'a> {
    person: Option<PersonIdx>,
    area: &'a str,
    entry: &'a EntryId,
    onset: Option<Years>,
    active: Option<Years>,
    was_maybe: bool,
}

/// The year in which most plays, and what.
#[derive(Debug)]
struct Stack<'a> {
    from: i32,
    to: i32,
    areas: BTreeSet<&'a str>,
    /// How many onsets, where they make the stack.
    onsets: usize,
    loads: Vec<Load<'a>>,
}

/// One finding a person, and one a household where it is not one person's.
pub(super) fn stacking(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let mut alone: BTreeMap<PersonIdx, BTreeSet<&str>> = BTreeMap::new();
    let settings = context.settings;
    let least = settings.stacking_areas.min(settings.stacking_onsets) as usize;
    for person in context.people() {
        // Fewer than that can be neither.
        if context.courses.of_person(person).len() < least {
            continue;
        }
        if let Some(stack) = stack(context, &loads_of(context, person)) {
            tell(drafts, &stack, &[person], &[], None);
            alone.insert(person, stack.areas);
        }
    }
    for (id, household) in &context.map.households {
        let Some(stack) = stack(context, &loads_at(context, household)) else { continue };
        let carriers: BTreeSet<PersonIdx> =
            stack.loads.iter().filter_map(|load| load.person).collect();
        // One person's own stack is said of that person.
        let is_own = |person: &PersonIdx| {
            alone.get(person).is_some_and(|areas| stack.areas.is_subset(areas))
        };
        if carriers.iter().any(is_own) {
            continue;
        }
        let members = household.members.iter();
        let members = members.filter_map(|mate| context.kin.find(&mate.person));
        let carriers: Vec<PersonIdx> = carriers.into_iter().collect();
        let members: Vec<PersonIdx> = members.collect();
        tell(drafts, &stack, &carriers, &members, Some(id));
    }
}

fn loads_of<'a>(context: &Context<'a>, person: PersonIdx) -> Vec<Load<'a>> {
    let courses = context.courses.of_person(person).iter();
    let loads = courses.filter_map(|course| {
        Some(Load {
            person: Some(person),
            area: context.courses.area_of(course)?,
            entry: &course.entry.id,
            onset: course.onset(),
            active: course.active(),
            was_maybe: course.was_maybe,
        })
    });
    loads.collect()
}

/// What plays under one roof: what sits on the household, and what its members have while they
/// live there (of whom nobody knows since when, in this year only).
fn loads_at<'a>(context: &Context<'a>, household: &'a Household) -> Vec<Load<'a>> {
    let today = context.today.year();
    let mut loads = Vec::new();
    for entry in &household.entries {
        let (Some(was_maybe), Some(area)) = (counts(context, entry), area(context, &entry.kind))
        else {
            continue;
        };
        let years = |moment: Option<Moment>| Years::closed(moment?.years(None)?);
        let onset = years(entry.since);
        let last = match years(entry.until) {
            Some(until) => until.lo,
            None if entry.going_on == GoingOn::Before => onset.map_or(today, |it| it.hi),
            None => today,
        };
        let active = onset.map(|onset| Years { lo: onset.hi, hi: last });
        loads.push(Load { person: None, area, entry: &entry.id, onset, active, was_maybe });
    }
    for mate in &household.members {
        let Some(person) = context.kin.find(&mate.person) else { continue };
        let lo = mate.from.and_then(|date| date.years().hi).unwrap_or(today);
        let hi = mate.until.and_then(|date| date.years().lo).unwrap_or(today);
        let stay = Years { lo, hi };
        for load in loads_of(context, person) {
            let active = load.active.and_then(|years| years.shared(stay));
            let onset = load.onset.filter(|onset| onset.shared(stay) == Some(*onset));
            loads.push(Load { active, onset, ..load });
        }
    }
    loads
}

/// The year with most areas, the first among equals; else the first three onsets close together.
fn stack<'a>(context: &Context<'_>, loads: &[Load<'a>]) -> Option<Stack<'a>> {
    let settings = context.settings;
    if let Some(year) = fullest_year(loads, settings.stacking_areas as usize) {
        let playing =
            |load: &&Load<'_>| load.active.is_some_and(|it| it.lo <= year && year <= it.hi);
        let loads: Vec<Load<'_>> = loads.iter().filter(playing).cloned().collect();
        let areas = loads.iter().map(|load| load.area).collect();
        return Some(Stack { from: year, to: year, areas, onsets: 0, loads });
    }
    let mut began: Vec<(Years, &Load<'_>)> =
        loads.iter().filter_map(|load| Some((load.onset?, load))).collect();
    began.sort_by(|a, b| (a.0, a.1.entry).cmp(&(b.0, b.1.entry)));
    let n_onsets = settings.stacking_onsets as usize;
    let close = began.windows(n_onsets.max(1)).find(|window| {
        let lo = window.iter().map(|(years, _)| years.lo).min();
        let hi = window.iter().map(|(years, _)| years.hi).max();
        lo.zip(hi).is_some_and(|(lo, hi)| (hi - lo) * 12 <= settings.stacking_months)
    })?;
    let from = close.iter().map(|(years, _)| years.lo).min()?;
    let to = close.iter().map(|(years, _)| years.hi).max()?;
    let loads: Vec<Load<'_>> = close.iter().map(|(_, load)| (*load).clone()).collect();
    let areas = loads.iter().map(|load| load.area).collect();
    Some(Stack { from, to, areas, onsets: loads.len(), loads })
}

/// The first year in which as many areas play as ever do, if those are enough.
fn fullest_year(loads: &[Load<'_>], least: usize) -> Option<i32> {
    let mut changes: Vec<(i32, bool, &str)> = Vec::new();
    for load in loads {
        if let Some(years) = load.active {
            changes.push((years.lo, true, load.area));
            changes.push((years.hi.saturating_add(1), false, load.area));
        }
    }
    // Ends before beginnings: what is over on new year's day does not meet what begins then.
    changes.sort_unstable();
    let mut playing: BTreeMap<&str, usize> = BTreeMap::new();
    let mut best: Option<(usize, i32)> = None;
    for (year, begins, area) in changes {
        if begins {
            *playing.entry(area).or_default() += 1;
            if best.is_none_or(|(n, _)| n < playing.len()) {
                best = Some((playing.len(), year));
            }
        } else if let Some(n) = playing.get_mut(area) {
            *n -= 1;
            if *n == 0 {
                playing.remove(area);
            }
        }
    }
    best.filter(|(n, _)| least <= *n).map(|(_, year)| year)
}

fn tell(
    drafts: &mut Drafts<'_>,
    stack: &Stack<'_>,
    people: &[PersonIdx],
    around: &[PersonIdx],
    home: Option<&HouseholdId>,
) {
    let areas = stack.areas.iter().filter_map(|area| KindId::new(area).map(Theme::Area));
    let areas: Vec<ThemeNo> = areas.map(|theme| drafts.theme(&theme)).collect();
    let entries = stack.loads.iter().map(|load| Evidence::Entry(load.entry.clone()));
    let home = home.cloned().map(Evidence::Household);
    let records: Vec<RecordNo> = entries.chain(home).map(|it| drafts.record(it)).collect();
    let finding = drafts.begin(Pattern::Stacking, None);
    finding.more_themes.extend(areas);
    finding.people.extend_from_slice(people);
    finding.around.extend_from_slice(around);
    finding.evidence.extend(records);
    finding.counts_maybe = stack.loads.iter().any(|load| load.was_maybe);
    finding.counts.extend([
        ("from-year", stack.from.into()),
        ("to-year", stack.to.into()),
        ("areas", stack.areas.len() as i64),
        ("onsets", stack.onsets as i64),
    ]);
    drafts.finish();
}
