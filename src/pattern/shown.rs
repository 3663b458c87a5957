//! What is told before anybody asks for more (patterns.md §4): everything that stops or is strong,
//! and five repeats at most.

use super::{Finding, Pattern, Theme};
use crate::catalogue::Catalogue;

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
    let narrower = |other: &Finding| match &other.theme {
        Some(Theme::Kind(kind)) => {
            catalogue.kind(kind.as_str()).is_some_and(|row| row.area == area.as_str())
        }
        _ => false,
    };
    all.iter().any(|other| other.pattern == finding.pattern && narrower(other))
}

/// For each finding: is it told before anybody asks for more?
#[must_use]
pub fn told_first(findings: &[Finding], catalogue: &Catalogue) -> Vec<bool> {
    let mut repeats = 0;
    let is_told = |finding: &Finding| {
        if finding.covered_by.is_some() || is_wider(finding, findings, catalogue) {
            return false;
        }
        if !is_repeat(finding) {
            return matches!(finding.pattern, Pattern::TurningPoint | Pattern::Thread);
        }
        repeats += 1;
        repeats <= FIRST_REPEATS
    };
    findings.iter().map(is_told).collect()
}

/// The one strand that is on the map before anybody chooses.
///
/// That is the first thread over the generations that repeats, over a whole life area only when
/// there is no narrower one; where nothing repeats, the first strength. What `is_hidden` says is
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
    let is_area = |it: &&Finding| matches!(it.theme, Some(Theme::Area(_)));
    let repeats = || threads.clone().filter(|it| is_repeat(it));
    repeats().find(|it| !is_area(it)).or_else(|| repeats().next()).or(threads.clone().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{KindId, PersonId};

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
