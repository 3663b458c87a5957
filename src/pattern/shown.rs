//! What is told before anybody asks for more (patterns.md §4): what stops or is strong, and five
//! repeats at most.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use super::{Finding, Pattern, Theme};
use crate::catalogue::Catalogue;
use crate::model::PersonId;

/// How many repeats are told at first.
const FIRST_REPEATS: usize = 5;

/// Is it something that comes back, rather than something that stops or a strength?
#[must_use]
fn is_repeat(finding: &Finding) -> bool {
    finding.pattern != Pattern::TurningPoint
        && !finding.theme.as_ref().is_some_and(Theme::is_strong)
}

/// Does it say less than others would: a whole life area, or being close and helping each other? It
/// is told first only where there is nothing else.
fn is_mild(finding: &Finding) -> bool {
    match &finding.theme {
        Some(Theme::Area(_)) => true,
        Some(Theme::Contact(kind, _)) => {
            Catalogue::builtin().relation(kind.as_str()).is_some_and(|row| row.is_mild)
        }
        _ => false,
    }
}

/// Patterns that were found over a kind, with its life area.
#[derive(Debug)]
struct Narrow<'c>(BTreeSet<(Pattern, &'c str)>);

impl<'c> Narrow<'c> {
    fn of<F: Borrow<Finding>>(findings: &[F], catalogue: &'c Catalogue) -> Self {
        let areas = findings.iter().filter_map(|finding| {
            let Theme::Kind(kind) = finding.borrow().theme.as_ref()? else { return None };
            Some((finding.borrow().pattern, catalogue.kind(kind.as_str())?.area.as_str()))
        });
        Self(areas.collect())
    }

    /// Does nothing narrower say it? "Schulden" says it better than "iets rond geld".
    fn is_new(&self, finding: &Finding) -> bool {
        let is_wider = match &finding.theme {
            Some(Theme::Area(area)) => self.0.contains(&(finding.pattern, area.as_str())),
            _ => false,
        };
        finding.covered_by.is_none() && !is_wider
    }
}

/// The threads over the generations that nothing narrower tells, in their order.
fn told_strands<'f>(
    findings: &'f [Finding],
    catalogue: &Catalogue,
) -> impl Iterator<Item = &'f Finding> + Clone {
    let narrow = Narrow::of(findings, catalogue);
    let is_thread = |it: &Finding| it.pattern == Pattern::Thread && 2 <= it.length;
    let strands: Vec<&Finding> =
        findings.iter().filter(|it| is_thread(it) && narrow.is_new(it)).collect();
    strands.into_iter()
}

/// The one strand that is on the map before anybody chooses.
///
/// That is the first thread over the generations that repeats, over a whole life area or over
/// being close only when there is no other; where nothing repeats, the first strength. What `is_hidden` says is
/// kept for later is left out.
pub fn first_strand<'f>(
    findings: &'f [Finding],
    catalogue: &Catalogue,
    is_hidden: impl Fn(&Finding) -> bool,
) -> Option<&'f Finding> {
    let strands = told_strands(findings, catalogue).filter(|it| !is_hidden(it));
    strands.min_by_key(|it| (!is_repeat(it), is_repeat(it) && is_mild(it)))
}

/// For each finding: is it told before anybody asks for more?
///
/// Everything strong that runs over the generations; of what stops, all that something helped
/// with and else one a person; and five repeats, those that say little last and those
/// that say the same of the same people again after them.
#[must_use]
pub fn told_first<F: Borrow<Finding>>(findings: &[F], catalogue: &Catalogue) -> Vec<bool> {
    let narrow = Narrow::of(findings, catalogue);
    let mut turned: BTreeSet<&[PersonId]> = BTreeSet::new();
    let mut said: BTreeSet<(Pattern, &Theme, &PersonId)> = BTreeSet::new();
    let (mut told, mut repeats) = (vec![false; findings.len()], Vec::new());
    let all = told.iter_mut().zip(findings).enumerate();
    for (at, (told, finding)) in all {
        let finding = finding.borrow();
        if !narrow.is_new(finding) {
            continue;
        }
        if is_repeat(finding) {
            let again = finding.theme.as_ref().is_some_and(|theme| {
                let people = finding.people.iter();
                // Every person is noted, also after the first who was said before.
                people.filter(|it| !said.insert((finding.pattern, theme, it))).count() != 0
            });
            repeats.push((again, is_mild(finding), at));
        } else {
            *told = match finding.pattern {
                Pattern::TurningPoint => turned.insert(&finding.people) || finding.headline,
                other => other == Pattern::Thread,
            };
        }
    }
    repeats.sort_unstable();
    for (.., at) in repeats.into_iter().take(FIRST_REPEATS) {
        told.get_mut(at).into_iter().for_each(|told| *told = true);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KindId;

    fn thread(theme: Theme) -> Finding {
        let person = PersonId::numbered("p", 1);
        Finding::new(Pattern::Thread, &[theme], vec![person], Vec::new())
    }

    fn kind(id: &str) -> KindId {
        KindId::new(id).expect("a valid id")
    }

    #[test]
    fn a_kind_is_told_and_its_area_waits() {
        let findings = [
            thread(Theme::Area(kind("geld"))),
            thread(Theme::Kind(kind("geld-schulden"))),
            thread(Theme::Area(kind("werk"))),
        ];
        assert_eq!(told_first(&findings, Catalogue::builtin()), [false, true, true]);
    }

    #[test]
    fn what_says_little_waits_for_the_rest() {
        let contact = |id| thread(Theme::Contact(kind(id), crate::pattern::Role::Either));
        let mut findings = vec![contact("hecht"), thread(Theme::Area(kind("werk")))];
        findings.extend(["ruzie", "ver", "breuk", "geweld"].map(contact));
        let told = told_first(&findings, Catalogue::builtin());
        assert_eq!(told, [true, false, true, true, true, true]);
        let first = first_strand(&findings, Catalogue::builtin(), |it| it.length == 1);
        assert_eq!(first, None, "nothing runs over two generations");
        findings.iter_mut().for_each(|it| it.length = 2);
        let first = first_strand(&findings, Catalogue::builtin(), |_| false);
        assert_eq!(first.and_then(|it| it.theme.clone()), findings[2].theme);
    }

    #[test]
    fn the_same_of_the_same_people_waits() {
        let with = |theme, people: &[u32]| {
            let people = people.iter().map(|&nth| PersonId::numbered("p", nth.into())).collect();
            Finding::new(Pattern::SameAge, &[theme], people, Vec::new())
        };
        let mut findings =
            vec![with(Theme::YoungParent, &[1, 2]), with(Theme::YoungParent, &[3, 2])];
        findings.push(with(Theme::YoungParent, &[4, 5]));
        findings.extend([Theme::Separated, Theme::LoneParent].map(|theme| with(theme, &[1, 2])));
        let told = told_first(&findings, Catalogue::builtin());
        assert_eq!(told, [true; 5], "where there is room it is told");
        findings.push(with(Theme::PlacedOut, &[6, 2]));
        let told = told_first(&findings, Catalogue::builtin());
        assert_eq!(told, [true, false, true, true, true, true]);
    }

    #[test]
    fn of_what_stops_one_a_person_and_all_that_was_helped() {
        let stop = |theme: &str, headline| {
            let person = PersonId::numbered("p", 1);
            let themes = [Theme::Kind(kind(theme))];
            let stop = Finding::new(Pattern::TurningPoint, &themes, vec![person], Vec::new());
            Finding { headline, ..stop }
        };
        let findings =
            [stop("geld-schulden", false), stop("gebruik-alcohol", false), stop("werk-geen", true)];
        assert_eq!(told_first(&findings, Catalogue::builtin()), [true, false, true]);
    }

    #[test]
    fn strengths_do_not_use_up_the_five() {
        let strength = thread(Theme::Strength(kind("s-humor")));
        let repeat = thread(Theme::YoungParent);
        let mut findings = vec![strength.clone(); 3];
        findings.extend(vec![repeat; 7]);
        findings.push(strength);
        let told = told_first(&findings, Catalogue::builtin());
        assert_eq!(told.iter().filter(|it| **it).count(), 4 + FIRST_REPEATS);
        assert_eq!(told.last(), Some(&true));
    }
}
