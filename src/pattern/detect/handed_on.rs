//! P8, from parent to child: a parent had the first kind while the child was 0–17, the child has
//! the second later; in at least three children of two parents and two thirds of those known.
//!
//! Matches: Ria and Rob in debt, Ria's daughters Kim and Els and Rob's son Jan low ten years later.
//! Does not: the same, and two other children of theirs who were asked and are not low.

use std::collections::{BTreeMap, BTreeSet};

use super::childhood::Childhood;
use super::course::{Course, years_of};
use crate::kinship::PersonIdx;
use crate::pattern::fact::RecordNo;
use crate::pattern::{Context, Drafts, Fact, Pattern, Source, Standing, ThemeFacts};

/// What is known of the second kind in children who grew up with the first.
#[derive(Debug, Default)]
struct Tally {
    /// Children who have it, later.
    children: Vec<PersonIdx>,
    /// Parents of those who had the first.
    parents: BTreeSet<PersonIdx>,
    entries: Vec<RecordNo>,
    known: u32,
    unknown: u32,
    counts_maybe: bool,
}

/// What one child grew up with of one kind.
#[derive(Debug)]
struct Exposure<'a> {
    kind: u32,
    /// The first year.
    since: i32,
    /// Of which parents, and which courses of theirs.
    courses: Vec<(PersonIdx, &'a Course<'a>)>,
}

/// Ordered pairs of kinds, one finding a pair.
pub(super) fn handed_on(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let kinds = context.courses.kinds();
    let theme_of = |number| context.facts.themes().get(number as usize);
    let themes: Vec<Option<&ThemeFacts>> =
        kinds.iter().map(|it| it.theme.and_then(theme_of)).collect();
    // Who grew up with each kind; pairs only where a child has the second as well.
    let mut grew_up: Vec<Vec<PersonIdx>> = vec![Vec::new(); kinds.len()];
    let mut tallies: BTreeMap<(u32, u32), Tally> = BTreeMap::new();
    for child in context.people() {
        let exposures = exposures(context, child);
        for exposure in &exposures {
            if let Some(children) = grew_up.get_mut(exposure.kind as usize) {
                children.push(child);
            }
        }
        let mut seconds: Vec<u32> = Vec::new();
        if !exposures.is_empty() {
            seconds.extend(context.courses.of_person(child).iter().map(|course| course.kind));
            seconds.sort_unstable();
            seconds.dedup();
        }
        for second in seconds {
            let theme = themes.get(second as usize).copied().flatten();
            let fact = theme.and_then(|theme| theme.fact(child)).zip(theme);
            let Some((fact, theme)) = fact.filter(|(it, _)| it.standing == Standing::Yes) else {
                continue;
            };
            for exposure in exposures.iter().filter(|it| it.kind != second) {
                if begins_after(context, theme, fact, exposure.since) {
                    let tally = tallies.entry((exposure.kind, second)).or_default();
                    tally.add(context, exposure, theme, fact);
                }
            }
        }
    }
    for ((first, second), mut tally) in tallies {
        let theme = |kind: u32| themes.get(kind as usize).copied().flatten();
        let pair = theme(first).zip(theme(second));
        let (Some(pair), Some(children)) = (pair, grew_up.get(first as usize)) else { continue };
        if tally.has_enough(context) {
            tally.count(context, pair.1, children);
            tell(drafts, pair, &tally);
        }
    }
}

impl Tally {
    fn add(&mut self, context: &Context<'_>, from: &Exposure<'_>, theme: &ThemeFacts, fact: &Fact) {
        self.children.push(fact.person);
        self.counts_maybe |= fact.was_maybe;
        for (parent, course) in &from.courses {
            self.parents.insert(*parent);
            self.entries.push(course.record);
            self.counts_maybe |= course.was_maybe;
        }
        let is_entry =
            |number: &RecordNo| matches!(context.facts.record(*number), Some(Source::Entry(_)));
        self.entries.extend(theme.sources(fact).iter().copied().filter(is_entry));
    }

    /// Three children, two parents?
    fn has_enough(&self, context: &Context<'_>) -> bool {
        context.settings.handed_on_children as usize <= self.children.len()
            && context.settings.handed_on_parents as usize <= self.parents.len()
    }

    /// Of how many of the `children` who grew up with the first the second is known.
    fn count(&mut self, context: &Context<'_>, second: &ThemeFacts, children: &[PersonIdx]) {
        for standing in children.iter().map(|child| context.standing(second, *child)) {
            self.known += u32::from(standing.is_known());
            self.unknown += u32::from(standing.is_unknown());
        }
    }
}

/// What `child` grew up with of parents on the family line, by kind.
fn exposures<'c>(context: &'c Context<'_>, child: PersonIdx) -> Vec<Exposure<'c>> {
    let mut found: Vec<Exposure<'c>> = Vec::new();
    let parents = context.line.parents(child);
    if !parents.iter().any(|link| !context.courses.of_person(link.person).is_empty()) {
        return found;
    }
    let Some(childhood) = Childhood::of(context, child) else { return found };
    let bonds = context.settings.bonds;
    for link in context.kin.parents(child).filter(|link| bonds.includes(link.bond)) {
        let beside = childhood.beside(context, child, &link);
        for course in context.courses.of_person(link.person) {
            let met = childhood.during(course).and(beside).ends();
            let Some((age, _)) = met else { continue };
            let since = childhood.born + age;
            let courses = (link.person, course);
            match found.iter_mut().find(|it| it.kind == course.kind) {
                Some(exposure) => {
                    exposure.since = exposure.since.min(since);
                    exposure.courses.push(courses);
                }
                None => found.push(Exposure { kind: course.kind, since, courses: vec![courses] }),
            }
        }
    }
    found
}

/// Does it surely begin in `fact`'s person in a later year than `since`?
fn begins_after(context: &Context<'_>, theme: &ThemeFacts, fact: &Fact, since: i32) -> bool {
    if let Some(onset) = fact.onset()
        && let Some(born) = years_of(context.birth(fact.person))
    {
        return since < born.lo + onset.lo;
    }
    let dated = theme.sources(fact).iter().filter_map(|it| match context.facts.record(*it)? {
        Source::Entry(entry) => entry.since?.years(None)?.lo,
        _ => None,
    });
    dated.min().is_some_and(|year| since < year)
}

/// Tells it, where two thirds of the children of whom it is known have the second.
fn tell(drafts: &mut Drafts<'_>, (first, second): (&ThemeFacts, &ThemeFacts), tally: &Tally) {
    let yes = tally.children.len() as u32;
    if 3 * yes < 2 * tally.known {
        return;
    }
    let finding = drafts.begin(Pattern::HandedOn, Some(first.number));
    finding.more_themes.push(second.number);
    finding.people.extend_from_slice(&tally.children);
    finding.around.extend(&tally.parents);
    finding.evidence.extend_from_slice(&tally.entries);
    finding.yes = yes;
    finding.known = tally.known;
    finding.unknown = tally.unknown;
    finding.counts_maybe = tally.counts_maybe;
    finding.counts.push(("parents", tally.parents.len() as i64));
    drafts.finish();
}
