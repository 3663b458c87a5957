use std::sync::Arc;

use super::*;
use crate::kinship::Bonds;
use crate::model::{
    Age, Child, Entry, EntryId, KindId, Moment, OwnKind, PartialDate, Person, PersonId, Said,
    Union, UnionId,
};

const DEBTS: &str = "geld-schulden";

fn today() -> Date {
    Date::new(2026, Some(11), Some(21)).expect("a date")
}

/// Unions as `A B > C D`; people with what was said of their debts: `A+` yes, `A-` no, `A?` maybe,
/// `A` nothing. Everybody is born in 1950 unless the name ends in a year: `Kim2020`.
fn map(unions: &[&str]) -> FamilyMap {
    let mut map = FamilyMap::default();
    for (number, line) in unions.iter().enumerate() {
        let (partners, children) = line.split_once('>').expect("partners > children");
        let mut union = Union::default();
        for word in partners.split_whitespace() {
            union.partners.push(person(&mut map, word));
        }
        for word in children.split_whitespace() {
            union.children.push(Child::by_birth(person(&mut map, word)));
        }
        let id = UnionId::new(&format!("u{number}")).expect("an id");
        map.unions.insert(id, Arc::new(union));
    }
    map
}

fn person(map: &mut FamilyMap, word: &str) -> PersonId {
    let name = word.trim_end_matches(['+', '-', '?']);
    let id = PersonId::new(name).expect("an id");
    let said = match word.strip_prefix(name) {
        Some("+") => Some(Said::Yes),
        Some("-") => Some(Said::No),
        Some("?") => Some(Said::Maybe),
        _ => None,
    };
    let year = name.get(name.len().saturating_sub(4)..).and_then(|year| year.parse().ok());
    let record = map.people.entry(id.clone()).or_default();
    let record: &mut Person = Arc::make_mut(record);
    record.birth = PartialDate::in_year(year.unwrap_or(1950));
    if let Some(said) = said {
        record.entries.push(entry(name, said, None));
    }
    id
}

fn entry(name: &str, said: Said, since: Option<Moment>) -> Entry {
    let id = EntryId::new(&format!("e-{name}")).expect("an id");
    Entry { said, since, ..Entry::new(id, KindId::new(DEBTS).expect("an id")) }
}

fn found(map: &FamilyMap, settings: &Settings) -> Vec<Finding> {
    let kin = Kinship::of(map);
    let found = find(map, &kin, Catalogue::builtin(), settings, today());
    let theme = Some(Theme::Kind(KindId::new(DEBTS).expect("an id")));
    found.findings.into_iter().filter(|finding| finding.theme == theme).collect()
}

/// Each thread of debts in one line: people, steps, length and span, ends.
fn threads(unions: &[&str]) -> Vec<String> {
    threads_with(unions, &Settings::default())
}

fn threads_with(unions: &[&str], settings: &Settings) -> Vec<String> {
    let mut findings = found(&map(unions), settings);
    findings.retain(|finding| finding.pattern == Pattern::Thread);
    let line = |finding: &Finding| {
        let edges = finding.edges.iter().map(|edge| {
            let over: Vec<&str> = edge.over.iter().map(PersonId::as_str).collect();
            format!("{}>{} {} {}", edge.from, edge.to, edge.kind.code(), over.join(" "))
        });
        let ends = finding.ends.iter().map(|end| format!("{} {}", end.person, end.kind.code()));
        let edges: Vec<String> = edges.map(|edge| edge.trim_end().to_owned()).collect();
        let ends: Vec<String> = ends.collect();
        let (length, span) = (finding.length, finding.span);
        format!("{} | {length} over {span} | {}", edges.join(", "), ends.join(", "))
    };
    findings.iter().map(line).collect()
}

#[test]
fn a_thread_steps_from_carrier_to_carrier() {
    let cases: [(&[&str], &str); 6] = [
        (&["A+ B > C+", "C+ D > E+"], "A>C direct, C>E direct | 3 over 3 | "),
        (&["A+ > M-", "M- > E+"], "A>E skipped M | 2 over 3 | "),
        (&["A+ > M", "M > E+"], "A>E gap M | 2 over 3 | "),
        (&["A+ > M?", "M? > E+"], "A>E gap M | 2 over 3 | "),
        (&["A+ > C+ M", "C+ M > E+"], "A>C direct, C>E direct | 3 over 3 | M open"),
        (&["A+ > M- N", "M- N > E+"], "A>E gap M N | 2 over 3 | "),
    ];
    for (unions, expected) in cases {
        // Entries come once a person, so later mentions of the same person carry no mark.
        let unions: Vec<String> = once(unions);
        let unions: Vec<&str> = unions.iter().map(String::as_str).collect();
        assert_eq!(threads(&unions), [expected], "{unions:?}");
    }
    assert!(threads(&["A+ > M", "M > N", "N > E+"]).is_empty(), "two people are too far");
}

/// The same lines with every mark only where its person stands first.
fn once(unions: &[&str]) -> Vec<String> {
    let mut seen = Vec::new();
    let mut word = |word: &str| {
        let name = word.trim_end_matches(['+', '-', '?']).to_owned();
        let again = seen.contains(&name);
        seen.push(name.clone());
        if again { name } else { word.to_owned() }
    };
    let line = |line: &&str| line.split_whitespace().map(&mut word).collect::<Vec<_>>().join(" ");
    unions.iter().map(line).collect()
}

#[test]
fn cousins_who_marry_make_one_thread() {
    let unions = ["A+ B > C+ D+", "C X > E+", "D Y > F+", "E F > G+"];
    let expected = "A>C direct, A>D direct, C>E direct, D>F direct, E>G direct, F>G direct \
                    | 4 over 4 | ";
    assert_eq!(threads(&unions), [expected], "many ways are one finding");
}

#[test]
fn maybe_counts_only_when_asked_and_says_so() {
    let unions = ["A+ > B?"];
    assert!(threads(&unions).is_empty(), "a maybe is no carrier");
    let settings = Settings { count_maybe: true, ..Settings::default() };
    assert_eq!(threads_with(&unions, &settings), ["A>B direct | 2 over 2 | "]);
    assert!(found(&map(&unions), &settings).iter().all(|finding| finding.counts_maybe));
    // Somebody too young for debts does not count even then.
    assert!(threads_with(&["A+ > B2020?"], &settings).is_empty(), "six years old");
}

#[test]
fn foster_children_are_on_the_line_only_when_all_bonds_are() {
    let mut map = map(&["A+ > B+"]);
    for union in map.unions.values_mut() {
        for child in &mut Arc::make_mut(union).children {
            child.bond = crate::model::Bond::Foster;
        }
    }
    assert_eq!(found(&map, &Settings::default()), []);
    let all = Settings { bonds: Bonds::All, ..Settings::default() };
    assert!(found(&map, &all).iter().any(|finding| finding.pattern == Pattern::Thread));
}

#[test]
fn own_words_of_no_area_weave_only_themselves() {
    let own = KindId::new("eigen-e1").expect("an id");
    let mut map = map(&["A > B+", "B+ > C+"]);
    for (name, at) in [("A", 0), ("B", 1)] {
        let id = PersonId::new(name).expect("an id");
        let record = map.people.get_mut(&id).expect("there");
        let id = EntryId::new(&format!("own{at}")).expect("an id");
        Arc::make_mut(record).entries.push(Entry::new(id, own.clone()));
    }
    let themes = |area: Option<&str>| {
        let mut map = map.clone();
        let label = "ruzie met de buren".to_owned();
        let area = area.and_then(KindId::new);
        map.own_kinds.insert(own.clone(), OwnKind { label, area });
        let kin = Kinship::of(&map);
        let found = find(&map, &kin, Catalogue::builtin(), &Settings::default(), today());
        let threads = found.findings.into_iter().filter(|it| it.pattern == Pattern::Thread);
        threads.filter_map(|it| Some((it.theme?, it.people.len()))).collect::<Vec<_>>()
    };
    let with = |themes: &[(Theme, usize)], wanted: &Theme| {
        themes.iter().filter(|(theme, _)| theme == wanted).map(|(_, n)| *n).max()
    };
    let money = Theme::Area(KindId::new("geld").expect("an id"));
    let (placed, loose) = (themes(Some("geld")), themes(None));
    assert_eq!(with(&placed, &money), Some(3), "A, B and C have to do with money");
    assert_ne!(with(&loose, &money), Some(3), "nobody said that A has");
    assert_eq!(with(&loose, &Theme::Kind(own.clone())), Some(2), "their own words come back");
}

#[test]
fn a_hundred_thousand_generations_are_one_thread() {
    const GENERATIONS: u32 = 100_000;
    let mut map = FamilyMap::default();
    let mut parent: Option<PersonId> = None;
    for number in 0..GENERATIONS {
        let name = format!("p{number}");
        let id = PersonId::new(&name).expect("an id");
        let since = Some(Moment::AtAge(Age::Exactly(30)));
        let entries = vec![entry(&name, Said::Yes, since)];
        map.people.insert(id.clone(), Arc::new(Person { entries, ..Person::default() }));
        let union = Union {
            partners: parent.into_iter().collect(),
            children: vec![Child::by_birth(id.clone())],
            ..Union::default()
        };
        map.unions.insert(UnionId::new(&format!("u{number}")).expect("an id"), Arc::new(union));
        parent = Some(id);
    }
    let found = found(&map, &Settings::default());
    let thread = found.iter().find(|finding| finding.pattern == Pattern::Thread);
    let thread = thread.expect("one thread");
    assert_eq!((thread.length, thread.span), (GENERATIONS, GENERATIONS));
    let same_age = found.iter().find(|finding| finding.pattern == Pattern::SameAge);
    assert_eq!(same_age.map(|finding| finding.length), Some(GENERATIONS));
}

mod on_threads {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::model::{
        Bond, Ending, Household, HouseholdId, Housemate, SkillLevel, SkillNote, Strength,
        StrengthId, Vital,
    };

    const KINDS: [&str; 6] = [
        "geld-schulden",
        "gebruik-alcohol",
        "opv-uithuis",
        "relatie-alleen",
        "leren-geen-diploma",
        "own-kind",
    ];

    /// Which kind, what is said of it, and from which age.
    type Said3 = Vec<(usize, usize, u8)>;
    /// Year of birth, years lived if dead, entries, a strength, a skill.
    type Life = (i32, Option<i32>, Said3, Option<bool>, Option<usize>);
    /// Parents, children, how it ended, whether it holds an entry.
    type Tie = (Vec<usize>, Vec<(usize, bool)>, Option<bool>, bool);

    fn lives() -> impl Strategy<Value = Vec<Life>> {
        let entries = vec((0..KINDS.len(), 0..3_usize, 5..40_u8), 0..5);
        let strength = prop::option::of(any::<bool>());
        let skill = prop::option::of(0..3_usize);
        let dead = prop::option::weighted(0.3, 0..80);
        vec((1900..2020_i32, dead, entries, strength, skill), 8..30)
    }

    fn ties() -> impl Strategy<Value = Vec<Tie>> {
        let ended = prop::option::of(any::<bool>());
        let children = vec((0..30_usize, prop::bool::weighted(0.8)), 0..5);
        vec((vec(0..30_usize, 0..3), children, ended, prop::bool::weighted(0.2)), 0..12)
    }

    fn entry_of(id: &str, kind: usize, said: usize) -> Entry {
        let kind = KindId::new(KINDS[kind]).expect("an id");
        let mut entry = Entry::new(EntryId::new(id).expect("an id"), kind);
        entry.said = [Said::Yes, Said::Maybe, Said::No][said];
        entry
    }

    fn record((born, dead, entries, strength, skill): &Life, at: usize) -> Person {
        let mut person = Person { birth: PartialDate::in_year(*born), ..Person::default() };
        if let Some(years) = dead {
            person.vital = Vital::Dead(PartialDate::in_year(born + years));
        }
        for (n, (kind, said, age)) in entries.iter().enumerate() {
            let mut entry = entry_of(&format!("e{at}.{n}"), *kind, *said);
            entry.since = Some(Moment::AtAge(Age::Exactly(*age)));
            person.entries.push(entry);
        }
        if let Some(answers) = strength {
            let kind = if *answers { "s-diploma" } else { "s-zorgzaam" };
            let id = StrengthId::new(&format!("s{at}")).expect("an id");
            person.strengths.push(Strength::new(id, KindId::new(kind).expect("an id")));
        }
        if let Some(level) = skill {
            let level = [SkillLevel::Hard, SkillLevel::Varies, SkillLevel::GoesWell][*level];
            let skill = KindId::new("ef-tijd").expect("an id");
            person.skills.push(SkillNote { skill, level, according_to: String::new() });
        }
        person
    }

    fn family(lives: &[Life], ties: &[Tie]) -> FamilyMap {
        let id = |at: usize| PersonId::new(&format!("p{}", at % lives.len())).expect("an id");
        let mut map = FamilyMap::default();
        for (at, life) in lives.iter().enumerate() {
            map.people.insert(id(at), Arc::new(record(life, at)));
        }
        for (at, (partners, children, ended, speaks)) in ties.iter().enumerate() {
            let mut union = Union::default();
            union.partners.extend(partners.iter().map(|at| id(*at)));
            // Nobody is their own ancestor: a document refuses that.
            let youngest = partners.iter().map(|at| at % lives.len()).max().unwrap_or(0);
            let is_younger = |child: &&(usize, bool)| youngest < child.0 % lives.len();
            for &(child, is_born) in children.iter().filter(is_younger) {
                let bond = if is_born { Bond::Birth } else { Bond::Foster };
                union.children.push(Child { bond, ..Child::by_birth(id(child)) });
            }
            let ending = |apart| if apart { Ending::Separated } else { Ending::Death };
            union.ending = ended.map(ending);
            union.entries.extend(speaks.then(|| entry_of(&format!("u{at}"), at % 4, 0)));
            map.unions.insert(UnionId::new(&format!("u{at}")).expect("an id"), Arc::new(union));
            let people = partners.iter().take(1).chain(children.iter().map(|(child, _)| child));
            let mates = people.map(|at| Housemate { person: id(*at), from: None, until: None });
            let household = Household { members: mates.collect(), ..Household::default() };
            let home = HouseholdId::new(&format!("h{at}")).expect("an id");
            map.households.insert(home, Arc::new(household));
        }
        map
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn any_number_of_threads_finds_the_same(lives in lives(), ties in ties()) {
            let map = family(&lives, &ties);
            let kin = Kinship::of(&map);
            let settings = Settings { count_maybe: lives.len() % 2 == 0, ..Settings::default() };
            let on = |threads| {
                let catalogue = Catalogue::builtin();
                let all = Context::shared(&map, &kin, catalogue, &settings, today(), threads);
                let facts = format!("{:?} {:?}", all.facts, all.courses);
                (facts, detect::run(&all, detect::DETECTORS))
            };
            let (facts, found) = on(1);
            for threads in [2, 3, 7] {
                let (other, others) = on(threads);
                prop_assert_eq!(&other, &facts, "{} threads", threads);
                prop_assert_eq!(format!("{others:?}"), format!("{found:?}"), "{} threads", threads);
            }
        }
    }
}
