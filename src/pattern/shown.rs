//! What is told before anybody asks for more (patterns.md §4): what stops or is strong, and five
//! repeats at most.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use super::{Finding, Pattern, Theme};
use crate::catalogue::Catalogue;

/// How many repeats are told at first.
pub const FIRST_REPEATS: usize = 5;

/// What decides whether a finding is told, wherever it is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Teller<'f> {
    pub pattern: Pattern,
    pub theme: Option<&'f Theme>,
    pub headline: bool,
    pub is_covered: bool,
    pub length: u32,
}

impl<'f> Teller<'f> {
    const fn of(finding: &'f Finding) -> Self {
        Self {
            pattern: finding.pattern,
            theme: finding.theme.as_ref(),
            headline: finding.headline,
            is_covered: finding.covered_by.is_some(),
            length: finding.length,
        }
    }

    fn is_repeat(self) -> bool {
        self.pattern != Pattern::TurningPoint && !self.theme.is_some_and(Theme::is_strong)
    }

    /// Does it say less than others would: a whole life area, or being close and helping each
    /// other? It is told first only where there is nothing else.
    fn is_mild(self) -> bool {
        match self.theme {
            Some(Theme::Area(_)) => true,
            Some(Theme::Contact(kind, _)) => {
                Catalogue::builtin().relation(kind.as_str()).is_some_and(|row| row.is_mild)
            }
            _ => false,
        }
    }

    /// Is it a thread over the generations that nothing narrower tells?
    pub(super) fn is_strand(self, narrow: &Narrow<'_>) -> bool {
        let is_thread = self.pattern == Pattern::Thread && 2 <= self.length;
        is_thread && !self.is_covered && !narrow.is_wider(self)
    }
}

/// Patterns that were found over a kind, with its life area.
#[derive(Debug)]
pub(super) struct Narrow<'c>(BTreeSet<(Pattern, &'c str)>);

impl<'c> Narrow<'c> {
    /// From every pattern with every theme over which it was found; some may come twice.
    pub(super) fn of<'f>(
        found: impl Iterator<Item = (Pattern, &'f Theme)>,
        catalogue: &'c Catalogue,
    ) -> Self {
        let areas = found.filter_map(|(pattern, theme)| {
            let Theme::Kind(kind) = theme else { return None };
            Some((pattern, catalogue.kind(kind.as_str())?.area.as_str()))
        });
        Self(areas.collect())
    }

    fn of_findings<F: Borrow<Finding>>(findings: &[F], catalogue: &'c Catalogue) -> Self {
        let all = findings.iter().map(Borrow::borrow);
        let all = all.filter_map(|it: &Finding| Some((it.pattern, it.theme.as_ref()?)));
        Self::of(all, catalogue)
    }

    /// Is it about a whole life area while the same was found over one kind of that area? Then the
    /// narrower one says it better: "schulden" rather than "iets rond geld".
    fn is_wider(&self, finding: Teller<'_>) -> bool {
        let Some(Theme::Area(area)) = finding.theme else { return false };
        self.0.contains(&(finding.pattern, area.as_str()))
    }
}

/// Is it something that comes back, rather than something that stops or a strength?
#[must_use]
pub fn is_repeat(finding: &Finding) -> bool {
    Teller::of(finding).is_repeat()
}

/// For each finding: is it told before anybody asks for more?
///
/// Everything strong that runs over the generations; of what stops, all that something helped
/// with and else one a person; and [`FIRST_REPEATS`] repeats, those that say little last and those
/// that say the same of the same people again after them.
#[must_use]
pub fn told_first<F: Borrow<Finding>>(findings: &[F], catalogue: &Catalogue) -> Vec<bool> {
    let narrow = Narrow::of_findings(findings, catalogue);
    let people = |at: usize| findings.get(at).into_iter().flat_map(|it| &it.borrow().people);
    told(findings.iter().map(|it| Teller::of(it.borrow())), &narrow, people)
}

/// As [`told_first`], of findings wherever they are kept; `people` are those of the finding at that
/// place.
pub(super) fn told<'f, P: Ord, L: Iterator<Item = P>>(
    findings: impl Iterator<Item = Teller<'f>> + Clone,
    narrow: &Narrow<'_>,
    people: impl Fn(usize) -> L,
) -> Vec<bool> {
    let is_new = |finding: Teller<'_>| !finding.is_covered && !narrow.is_wider(finding);
    let mut turned: BTreeSet<Vec<P>> = BTreeSet::new();
    let all = findings.clone().enumerate();
    let mut told: Vec<bool> = all
        .map(|(at, finding)| match finding.pattern {
            _ if finding.is_repeat() || !is_new(finding) => false,
            Pattern::TurningPoint => turned.insert(people(at).collect()) || finding.headline,
            other => other == Pattern::Thread,
        })
        .collect();
    // First what is new and says much, then what says little, then what was said before; each in
    // the engine's own order. Once there is enough of the first, the rest need not be looked at.
    let mut ranks: [Vec<usize>; 4] = Default::default();
    let mut said: BTreeSet<(Pattern, &Theme, P)> = BTreeSet::new();
    for (at, finding) in findings.enumerate() {
        if !finding.is_repeat() || !is_new(finding) {
            continue;
        }
        let again = finding.theme.is_some_and(|theme| {
            let mut says_new = true;
            people(at).for_each(|it| says_new &= said.insert((finding.pattern, theme, it)));
            !says_new
        });
        let rank = usize::from(again) << 1 | usize::from(finding.is_mild());
        ranks.get_mut(rank).into_iter().for_each(|rank| rank.push(at));
        if ranks.first().is_some_and(|first| FIRST_REPEATS <= first.len()) {
            break;
        }
    }
    for at in ranks.iter().flatten().take(FIRST_REPEATS) {
        if let Some(slot) = told.get_mut(*at) {
            *slot = true;
        }
    }
    told
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
    let narrow = Narrow::of_findings(findings, catalogue);
    let is_open = |at: usize| findings.get(at).is_some_and(|finding| !is_hidden(finding));
    let first = first_of(findings.iter().map(Teller::of), &narrow, is_open)?;
    findings.get(first)
}

/// As [`first_strand`], the place of it; `is_open` says of the finding at a place that nothing hides it.
pub(super) fn first_of<'f>(
    findings: impl Iterator<Item = Teller<'f>> + Clone,
    narrow: &Narrow<'_>,
    is_open: impl Fn(usize) -> bool,
) -> Option<usize> {
    let strands = findings.enumerate().filter(|(_, it)| it.is_strand(narrow));
    let first = |fits: fn(Teller<'_>) -> bool| {
        let mut places = strands.clone().filter(|(_, it)| fits(*it)).map(|(at, _)| at);
        places.find(|at| is_open(*at))
    };
    let repeats = first(|it| it.is_repeat() && !it.is_mild());
    repeats.or_else(|| first(|it| it.is_repeat())).or_else(|| first(|_| true))
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
