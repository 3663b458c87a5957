//! What is told before anybody asks for more (patterns.md §4): what stops or is strong, and five
//! repeats at most.

use std::collections::BTreeSet;

use super::{Finding, Pattern, Theme};
use crate::catalogue::Catalogue;
use crate::model::PersonId;

/// How many repeats are told at first.
pub const FIRST_REPEATS: usize = 5;

/// Is it something that comes back, rather than something that stops or a strength?
#[must_use]
pub fn is_repeat(finding: &Finding) -> bool {
    let is_strong = finding.theme.as_ref().is_some_and(Theme::is_strong);
    finding.pattern != Pattern::TurningPoint && !is_strong
}

/// Is it about a whole life area while a thread over one kind of that area is found as well? Then
/// the narrower one says it better: "schulden" rather than "iets rond geld".
#[must_use]
pub fn is_wider(finding: &Finding, all: &[Finding], catalogue: &Catalogue) -> bool {
    let Some(Theme::Area(area)) = &finding.theme else { return false };
    let narrower = |other: &Finding| area_of(other, catalogue) == Some(area.as_str());
    all.iter().any(|other| other.pattern == finding.pattern && narrower(other))
}

/// Does it say less than others would: a whole life area, or being close and helping each other? It
/// is told first only where there is nothing else.
fn is_mild(finding: &Finding) -> bool {
    match &finding.theme {
        Some(Theme::Area(_)) => true,
        Some(Theme::Contact(kind, _)) => ["hecht", "gewoon", "steun"].contains(&kind.as_str()),
        _ => false,
    }
}

/// For each finding: is it told before anybody asks for more?
///
/// Everything strong that runs over the generations; of what stops, all that something helped
/// with and else one a person; and [`FIRST_REPEATS`] repeats, those that say little last and those
/// that say the same of the same people again after them.
#[must_use]
pub fn told_first(findings: &[Finding], catalogue: &Catalogue) -> Vec<bool> {
    let narrow: BTreeSet<(Pattern, &str)> =
        findings.iter().filter_map(|it| Some((it.pattern, area_of(it, catalogue)?))).collect();
    let is_wider = |finding: &Finding| match &finding.theme {
        Some(Theme::Area(area)) => narrow.contains(&(finding.pattern, area.as_str())),
        _ => false,
    };
    let is_new = |finding: &Finding| finding.covered_by.is_none() && !is_wider(finding);
    let mut turned: BTreeSet<&[PersonId]> = BTreeSet::new();
    let mut told: Vec<bool> = (findings.iter())
        .map(|finding| match finding.pattern {
            _ if is_repeat(finding) || !is_new(finding) => false,
            Pattern::TurningPoint => turned.insert(&finding.people) || finding.headline,
            other => other == Pattern::Thread,
        })
        .collect();
    let all = findings.iter().enumerate();
    let mut repeats: Vec<(usize, &Finding)> =
        all.filter(|(_, finding)| is_repeat(finding) && is_new(finding)).collect();
    let again = said_again(&repeats);
    // A stable sort: among equals the engine's own order stays.
    repeats.sort_by_key(|(at, finding)| (again.contains(at), is_mild(finding)));
    for (at, _) in repeats.into_iter().take(FIRST_REPEATS) {
        if let Some(slot) = told.get_mut(at) {
            *slot = true;
        }
    }
    told
}

/// Those of `repeats` that say what an earlier one of the same pattern and theme says already of
/// somebody: two lines of ages, say, that meet in one person.
fn said_again(repeats: &[(usize, &Finding)]) -> BTreeSet<usize> {
    let mut said: BTreeSet<(Pattern, &Theme, &PersonId)> = BTreeSet::new();
    let mut again = BTreeSet::new();
    for &(at, finding) in repeats {
        let Some(theme) = &finding.theme else { continue };
        let mut is_new = true;
        for person in &finding.people {
            is_new &= said.insert((finding.pattern, theme, person));
        }
        if !is_new {
            again.insert(at);
        }
    }
    again
}

/// The life area of the kind that `finding` is about.
fn area_of<'a>(finding: &Finding, catalogue: &'a Catalogue) -> Option<&'a str> {
    let Some(Theme::Kind(kind)) = &finding.theme else { return None };
    catalogue.kind(kind.as_str()).map(|row| row.area.as_str())
}

/// The one strand that is on the map before anybody chooses.
///
/// That is the first thread over the generations that repeats, over a whole life area or over
/// being close only when there is no other; where nothing repeats, the first strength. What `is_hidden` says is
/// kept for later is left out.
pub fn first_strand<'a>(
    findings: &'a [Finding],
    catalogue: &Catalogue,
    is_hidden: impl Fn(&Finding) -> bool,
) -> Option<&'a Finding> {
    let threads = findings.iter().filter(|it| {
        it.pattern == Pattern::Thread
            && 2 <= it.length
            && it.covered_by.is_none()
            && !is_hidden(it)
            && !is_wider(it, findings, catalogue)
    });
    let repeats = || threads.clone().filter(|it| is_repeat(it));
    repeats().find(|it| !is_mild(it)).or_else(|| repeats().next()).or(threads.clone().next())
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
