//! What goes together, follows, piles up or surrounds a loss, found again by looking at everybody
//! and everything, without any of the engine's tables. On random families.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use rode_draad::catalogue::Catalogue;
use rode_draad::kinship::Kinship;
use rode_draad::model::{
    Age, Bond, Child, Date, Entry, EntryId, FamilyMap, GoingOn, KindId, Moment, PartialDate,
    Person, PersonId, Said, Union, UnionId, Vital,
};
use rode_draad::pattern::{Finding, Pattern, Settings, find};

const TODAY: i32 = 2026;
/// People in a generation.
const ROW: usize = 6;
const KINDS: [&str; 6] = [
    "geld-schulden",
    "gevoel-somber",
    "werk-geen",
    "leren-geen-diploma",
    "gebruik-alcohol",
    "lichaam-chronisch",
];

/// A problem, in ages.
#[derive(Clone, Debug)]
struct Problem {
    kind: usize,
    said: Said,
    since: u8,
    until: Option<u8>,
}

/// A person; parents come earlier in the list.
#[derive(Clone, Debug)]
struct Member {
    age: i32,
    died_at: Option<i32>,
    parents: Vec<(usize, Bond)>,
    problems: Vec<Problem>,
}

fn problem() -> impl Strategy<Value = Problem> {
    let said = prop_oneof![4 => Just(Said::Yes), 1 => Just(Said::No), 1 => Just(Said::Maybe)];
    let until = prop_oneof![2 => Just(None), 1 => (0_u8..20).prop_map(Some)];
    let since = prop_oneof![2 => 18_u8..24, 1 => 18_u8..45];
    (0..KINDS.len(), said, since, until).prop_map(|(kind, said, since, length)| Problem {
        kind,
        said,
        since,
        until: length.map(|years| since + years),
    })
}

fn families() -> impl Strategy<Value = Vec<Member>> {
    let member = (
        any::<[u16; 2]>(),
        prop_oneof![3 => Just(None), 1 => (20_i32..60).prop_map(Some)],
        1_usize..3,
        prop::collection::vec(problem(), 0..6),
        prop_oneof![5 => Just(Bond::Birth), 1 => Just(Bond::Adopted), 1 => Just(Bond::Step)],
    );
    prop::collection::vec(member, 1..4 * ROW).prop_map(|rows| {
        let mut family: Vec<Member> = Vec::new();
        for (at, (picks, died_at, n_parents, mut problems, bond)) in rows.into_iter().enumerate() {
            // Everybody is 25 years younger than the row before.
            let age = 101 - 25 * (at / ROW) as i32;
            let elders = ROW * (at / ROW);
            let mut parents: Vec<(usize, Bond)> = Vec::new();
            for pick in picks.into_iter().take(n_parents).filter(|_| 0 < elders) {
                let parent = elders - ROW + usize::from(pick) % 3;
                if parents.iter().all(|(other, _)| *other != parent) {
                    parents.push((parent, bond));
                }
            }
            let died_at = died_at.filter(|died| *died <= age);
            let last = died_at.unwrap_or(age);
            problems.retain(|it| i32::from(it.until.unwrap_or(it.since)) <= last);
            family.push(Member { age, died_at, parents, problems });
        }
        family
    })
}

fn id(at: usize) -> PersonId {
    PersonId::new(&format!("p{at}")).unwrap()
}

fn map(family: &[Member]) -> FamilyMap {
    let mut map = FamilyMap::default();
    for (at, member) in family.iter().enumerate() {
        let birth = PartialDate::in_year(TODAY - member.age);
        let died = member.died_at.map(|died| PartialDate::in_year(TODAY - member.age + died));
        let vital = died.map_or(Vital::Living, Vital::Dead);
        let mut person = Person { birth, vital, ..Person::default() };
        for (n, problem) in member.problems.iter().enumerate() {
            let entry_id = EntryId::new(&format!("e{at}.{n}")).unwrap();
            let mut entry = Entry::new(entry_id, KindId::new(KINDS[problem.kind]).unwrap());
            entry.said = problem.said;
            entry.since = Some(Moment::AtAge(Age::Exactly(problem.since)));
            entry.until = problem.until.map(|age| Moment::AtAge(Age::Exactly(age)));
            entry.going_on =
                if problem.until.is_some() { GoingOn::Before } else { GoingOn::Unknown };
            person.entries.push(entry);
        }
        map.people.insert(id(at), Arc::new(person));
        if let Some((_, bond)) = member.parents.first() {
            let child = Child { bond: *bond, ..Child::by_birth(id(at)) };
            let partners = member.parents.iter().map(|(parent, _)| id(*parent)).collect();
            let union = Union { partners, children: vec![child], ..Union::default() };
            map.unions.insert(UnionId::new(&format!("u{at}")).unwrap(), Arc::new(union));
        }
    }
    map
}

/// A finding as text, the same for engine and oracle.
type Told = (String, BTreeSet<usize>, BTreeSet<usize>);

fn told(finding: &Finding) -> Told {
    let numbers = |ids: &[PersonId]| -> BTreeSet<usize> {
        ids.iter().map(|id| id.as_str()[1..].parse().unwrap()).collect()
    };
    let themes = finding.theme.iter().chain(&finding.more_themes);
    let themes: Vec<String> = themes.map(ToString::to_string).collect();
    let text = format!("{} {}", finding.pattern.code(), themes.join(" "));
    (text, numbers(&finding.people), numbers(&finding.around))
}

impl Member {
    fn yes(&self, kind: usize) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |it| it.kind == kind && it.said == Said::Yes)
    }

    fn has(&self, kind: usize) -> bool {
        self.yes(kind).next().is_some()
    }

    fn onset(&self, kind: usize) -> Option<i32> {
        self.yes(kind).map(|it| i32::from(it.since)).min()
    }

    /// Yes or No: No only when nobody says Yes or Maybe.
    fn is_known(&self, kind: usize) -> bool {
        let said = |wanted| self.problems.iter().any(|it| it.kind == kind && it.said == wanted);
        said(Said::Yes) || (said(Said::No) && !said(Said::Maybe))
    }

    fn born(&self) -> i32 {
        TODAY - self.age
    }

    fn last_year(&self) -> i32 {
        self.born() + self.died_at.unwrap_or(self.age)
    }

    fn plays(&self, problem: &Problem, year: i32) -> bool {
        let from = self.born() + i32::from(problem.since);
        let to = problem.until.map_or(self.last_year(), |age| self.born() + i32::from(age));
        (from..=to).contains(&year)
    }
}

fn pair(pattern: &str, a: usize, b: usize) -> String {
    format!("{pattern} {} {}", KINDS[a], KINDS[b])
}

fn together(family: &[Member]) -> Vec<Told> {
    let mut found = Vec::new();
    for (a, b) in (0..KINDS.len()).flat_map(|a| (0..KINDS.len()).map(move |b| (a, b))) {
        let both = |at: &usize| family[*at].has(a) && family[*at].has(b);
        let people: BTreeSet<usize> = (0..family.len()).filter(both).collect();
        if KindId::new(KINDS[a]) < KindId::new(KINDS[b]) && 3 <= people.len() {
            found.push((pair("together", a, b), people, BTreeSet::new()));
        }
    }
    found
}

fn in_turn(family: &[Member]) -> Vec<Told> {
    let mut found = Vec::new();
    for (a, b) in (0..KINDS.len()).flat_map(|a| (0..KINDS.len()).map(move |b| (a, b))) {
        let gap = |at: &usize| Some(family[*at].onset(b)? - family[*at].onset(a)?);
        let reversed = (0..family.len()).any(|at| gap(&at).is_some_and(|gap| gap < 0));
        let soon = |at: &usize| gap(at).is_some_and(|gap| (1..=5).contains(&gap));
        let people: BTreeSet<usize> = (0..family.len()).filter(soon).collect();
        if a != b && !reversed && 2 <= people.len() {
            found.push((pair("in-turn", a, b), people, BTreeSet::new()));
        }
    }
    found
}

fn is_line(bond: Bond) -> bool {
    matches!(bond, Bond::Birth | Bond::Adopted)
}

fn handed_on(family: &[Member]) -> Vec<Told> {
    let mut found = Vec::new();
    for (a, b) in (0..KINDS.len()).flat_map(|a| (0..KINDS.len()).map(move |b| (a, b))) {
        let (mut children, mut parents, mut known) = (BTreeSet::new(), BTreeSet::new(), 0);
        for (at, child) in family.iter().enumerate() {
            let childhood = child.born()..=child.last_year().min(child.born() + 17);
            let mut exposed_by: BTreeSet<usize> = BTreeSet::new();
            let mut since: Option<i32> = None;
            for (parent, _) in child.parents.iter().filter(|(_, bond)| is_line(*bond)) {
                for year in childhood.clone() {
                    if family[*parent].yes(a).any(|it| family[*parent].plays(it, year)) {
                        exposed_by.insert(*parent);
                        since = Some(since.map_or(year, |since| since.min(year)));
                    }
                }
            }
            let Some(since) = since else { continue };
            known += usize::from(child.is_known(b));
            if child.onset(b).is_some_and(|onset| since < child.born() + onset) {
                children.insert(at);
                parents.extend(exposed_by);
            }
        }
        let enough = 3 <= children.len() && 2 <= parents.len() && 2 * known <= 3 * children.len();
        if a != b && enough {
            found.push((pair("handed-on", a, b), children, parents));
        }
    }
    found
}

fn grown_up_with(family: &[Member]) -> Vec<Told> {
    let mut found = Vec::new();
    for (at, child) in family.iter().enumerate() {
        let childhood = child.born()..=child.last_year().min(child.born() + 17);
        for (parent, _) in &child.parents {
            let carer = &family[*parent];
            let met = |kind: &usize| {
                carer.yes(*kind).any(|it| childhood.clone().any(|year| carer.plays(it, year)))
            };
            let kinds: BTreeSet<KindId> = (0..KINDS.len())
                .filter(met)
                .map(|kind| KindId::new(KINDS[kind]).unwrap())
                .collect();
            if !kinds.is_empty() {
                let kinds: Vec<&str> = kinds.iter().map(KindId::as_str).collect();
                let text = format!("grown-up-with {}", kinds.join(" "));
                found.push((text, [*parent].into(), [at].into()));
            }
        }
    }
    found
}

/// The first form only: at the age at which a parent, brother or sister died.
fn loss(family: &[Member]) -> Vec<Told> {
    let parents = |at: usize| -> BTreeSet<usize> {
        let line = family[at].parents.iter().filter(|(_, bond)| is_line(*bond));
        line.map(|(parent, _)| *parent).collect()
    };
    let mut found = Vec::new();
    for (dead, record) in family.iter().enumerate() {
        let Some(age) = record.died_at else { continue };
        let (mut people, mut kinds) = (BTreeSet::new(), BTreeSet::new());
        for (at, member) in family.iter().enumerate() {
            let mourns = parents(at).contains(&dead) || !parents(at).is_disjoint(&parents(dead));
            for problem in member.problems.iter().filter(|it| it.said == Said::Yes) {
                let counts = ["gevoel-", "lichaam-", "werk-"];
                let counts = counts.iter().any(|area| KINDS[problem.kind].starts_with(area));
                if mourns && at != dead && counts && (i32::from(problem.since) - age).abs() <= 1 {
                    people.insert(at);
                    kinds.insert(KindId::new(KINDS[problem.kind]).unwrap());
                }
            }
        }
        if 2 <= people.len() {
            let kinds: Vec<&str> = kinds.iter().map(KindId::as_str).collect();
            found.push((format!("loss {}", kinds.join(" ")), people, [dead].into()));
        }
    }
    found
}

/// The first form only: four life areas in one year.
fn stacking(family: &[Member]) -> BTreeSet<usize> {
    let area = |kind: usize| KINDS[kind].split('-').next().unwrap();
    let full = |member: &Member| {
        (member.born()..=TODAY).any(|year| {
            let playing = member.problems.iter().filter(|it| it.said == Said::Yes);
            let playing = playing.filter(|it| member.plays(it, year));
            4 <= playing.map(|it| area(it.kind)).collect::<BTreeSet<_>>().len()
        })
    };
    (0..family.len()).filter(|at| full(&family[*at])).collect()
}

fn engine(family: &[Member]) -> BTreeMap<&'static str, Vec<Told>> {
    let map = map(family);
    let today = Date::new(TODAY, Some(12), Some(31)).unwrap();
    let settings = Settings::default();
    let found = find(&map, &Kinship::of(&map), Catalogue::builtin(), &settings, today);
    let mut by_pattern: BTreeMap<&'static str, Vec<Told>> = BTreeMap::new();
    for finding in &found.findings {
        let is_other_form = |name: &str| finding.counts.iter().all(|(other, _)| *other != name);
        let by_onsets = finding.counts.iter().any(|(name, n)| *name == "onsets" && 0 < *n);
        if (finding.pattern == Pattern::Loss && is_other_form("age")) || by_onsets {
            continue;
        }
        by_pattern.entry(finding.pattern.code()).or_default().push(told(finding));
    }
    by_pattern
}

/// `RODE_DRAAD_ORACLE=10000` sets how many families are tried.
fn how_many() -> u32 {
    std::env::var("RODE_DRAAD_ORACLE").ok().and_then(|text| text.parse().ok()).unwrap_or(120)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: how_many(), ..ProptestConfig::default() })]

    #[test]
    fn detectors_find_what_looking_at_everything_finds(family in families()) {
        let mut engine = engine(&family);
        let oracles: [(&str, Vec<Told>); 5] = [
            ("together", together(&family)),
            ("in-turn", in_turn(&family)),
            ("handed-on", handed_on(&family)),
            ("grown-up-with", grown_up_with(&family)),
            ("loss", loss(&family)),
        ];
        for (pattern, mut expected) in oracles {
            let mut found = engine.remove(pattern).unwrap_or_default();
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected, "{}", pattern);
        }
        let stacked = engine.remove("stacking").unwrap_or_default();
        let stacked: BTreeSet<usize> = stacked.into_iter().flat_map(|told| told.1).collect();
        prop_assert_eq!(stacked, stacking(&family));
    }
}

#[test]
fn the_random_families_hold_every_pattern() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..150 {
        let family = families().new_tree(&mut runner).unwrap().current();
        for (pattern, found) in engine(&family) {
            *seen.entry(pattern).or_default() += found.len();
        }
    }
    for pattern in ["together", "in-turn", "handed-on", "grown-up-with", "loss", "stacking"] {
        assert!(3 <= seen.get(pattern).copied().unwrap_or(0), "{pattern}: {seen:?}");
    }
}
