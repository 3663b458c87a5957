//! The family language: what is written down is read back as the same map; and the command line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use std::sync::Arc;

use rode_draad::document::Document;
use rode_draad::i18n::Lang;
use rode_draad::model::{
    Age, Bond, Child, Date, Ending, Entry, EntryId, FamilyMap, Gender, GoingOn, KindId, LifeCourse,
    LifePhase, Moment, Name, PartialDate, Party, Person, PersonId, Relation, RelationId, Said,
    SkillLevel, SkillNote, Strength, StrengthId, TwinKind, Twins, TwinsId, Union, UnionId,
    UnionKind, Vital,
};
use rode_draad::quick::{Answers, Reading, lines_of, understand};

use crate::random_family::{Dice, KINDS, SKILL, STRENGTHS};

const RELATIONS: [&str; 5] = ["geweld", "breuk", "ruzie", "zorgt-voor", "dichtbij-ruzie"];

/// First names, among them words that say something in another place.
const NAMES: [&str; 12] = [
    "Jan",
    "Mia van der Berg",
    "April",
    "Mei",
    "Bas",
    "Jo de Wit",
    "Øyvind",
    "Mark",
    "Man Ray",
    "Kees, de oude",
    "Bo + Jo",
    "Ex Libris",
];

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

fn date(dice: &mut Dice, from: i32) -> PartialDate {
    let year = from + i32::try_from(dice.below(12)).unwrap();
    let whole = Date::year_only(year).unwrap();
    match dice.below(8) {
        0 => PartialDate::About(whole),
        1 => PartialDate::Before(whole),
        2 => PartialDate::Between(whole, Date::year_only(year + 3).unwrap()),
        3 => PartialDate::Exactly(Date::new(year, Some(5), Some(3)).unwrap()),
        4 => PartialDate::Exactly(Date::new(year, Some(11), None).unwrap()),
        _ => PartialDate::Exactly(whole),
    }
}

fn moment(dice: &mut Dice) -> Moment {
    match dice.below(5) {
        0 => Moment::In(LifePhase::Child),
        1 => Moment::AtAge(Age::About(20)),
        2 => Moment::AtAge(Age::Between(17, 19)),
        3 => Moment::On(PartialDate::in_year(1998).unwrap()),
        _ => Moment::AtAge(Age::Exactly(24)),
    }
}

fn entry(dice: &mut Dice, kind: &str, n: usize) -> Entry {
    let id = EntryId::new(&format!("e{n}")).unwrap();
    Entry {
        said: [Said::Yes, Said::Yes, Said::Maybe, Said::No][dice.below(4)],
        since: dice.percent(50).then(|| moment(dice)),
        going_on: [GoingOn::Unknown, GoingOn::Now, GoingOn::Before][dice.below(3)],
        ..Entry::new(id, KindId::new(kind).unwrap())
    }
}

fn person(dice: &mut Dice, at: usize, name: &str, born: i32) -> Person {
    let mut person = Person {
        name: Name::from_typed(name),
        gender: [Gender::Man, Gender::Woman, Gender::NonBinary, Gender::Unknown][dice.below(4)],
        birth: Some(date(dice, born)),
        ..Person::default()
    };
    if dice.percent(25) {
        let died = PartialDate::in_year(born + 60).unwrap();
        person.vital = Vital::Dead(dice.percent(70).then_some(died));
    }
    if dice.percent(15) {
        person.name.birth = "van Oort".to_owned();
    }
    let mut kinds = KINDS;
    dice.shuffle(&mut kinds);
    for kind in kinds.iter().take(dice.below(3)) {
        let n = person.entries.len();
        person.entries.push(entry(dice, kind, at * 10 + n));
    }
    if dice.percent(30) {
        let id = StrengthId::new(&format!("s{at}")).unwrap();
        let kind = KindId::new(STRENGTHS[dice.below(2)]).unwrap();
        person.strengths.push(Strength::new(id, kind));
    }
    if dice.percent(20) {
        let skill = KindId::new(SKILL).unwrap();
        let level = [SkillLevel::GoesWell, SkillLevel::Varies, SkillLevel::Hard][dice.below(3)];
        person.skills.push(SkillNote { skill, level, according_to: String::new() });
    }
    person
}

/// A family of two to four generations, of which lines of text can say all.
fn simple_map(seed: u64) -> FamilyMap {
    let mut dice = Dice::new(seed);
    let mut map = FamilyMap { today: Some(today()), ..FamilyMap::default() };
    let mut above: Vec<PersonId> = Vec::new();
    let mut n = 0;
    let mut new = |dice: &mut Dice, map: &mut FamilyMap, born: i32| {
        n += 1;
        let id = PersonId::numbered("p", n);
        let name = NAMES[dice.below(NAMES.len())];
        // Two of the same name do happen; the other names are of one only.
        let name = if dice.percent(15) { name.to_owned() } else { format!("{name} Z{}", words(n)) };
        let person = person(dice, usize::try_from(n).unwrap(), &name, born);
        map.people.insert(id.clone(), Arc::new(person));
        id
    };
    for generation in 0..2 + dice.below(3) {
        let born = 1930 + 27 * i32::try_from(generation).unwrap();
        let mut here = Vec::new();
        for _ in 0..1 + dice.below(2) {
            let partners: Vec<PersonId> = match above.pop() {
                Some(one) if dice.percent(70) => vec![one, new(&mut dice, &mut map, born - 27)],
                Some(one) => vec![one],
                None if dice.percent(80) => {
                    vec![new(&mut dice, &mut map, born - 27), new(&mut dice, &mut map, born - 27)]
                }
                None => Vec::new(),
            };
            let count = if partners.len() < 2 { 2 } else { 1 + dice.below(3) };
            let children: Vec<PersonId> =
                (0..count).map(|_| new(&mut dice, &mut map, born)).collect();
            add_union(&mut dice, &mut map, &partners, &children);
            // Who was lost has no family of their own.
            here.extend(children.into_iter().filter(|id| map.people[id].holds_facts()));
        }
        above = here;
    }
    let people: Vec<PersonId> = map.people.keys().cloned().collect();
    map.focus = vec![people[dice.below(people.len())].clone()];
    for at in 0..dice.below(4) {
        let (a, b) = (dice.below(people.len()), dice.below(people.len()));
        let kind = RELATIONS[at % RELATIONS.len()];
        if a != b {
            let relation = Relation {
                from: people[a].clone(),
                to: Party::Person(people[b].clone()),
                kind: KindId::new(kind).unwrap(),
                since: dice.percent(40).then(|| PartialDate::in_year(2015).unwrap()),
                until: None,
                according_to: String::new(),
                sensitive: None,
                entries: Vec::new(),
                notes: Vec::new(),
            };
            map.relations.insert(RelationId::numbered("r", at as u64), Arc::new(relation));
        }
    }
    map
}

/// A number in letters.
fn words(n: u64) -> String {
    n.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

fn add_union(dice: &mut Dice, map: &mut FamilyMap, partners: &[PersonId], of: &[PersonId]) {
    let n = map.unions.len() as u64;
    let child = |dice: &mut Dice, id: &PersonId| {
        let bond = [Bond::Birth, Bond::Birth, Bond::Birth, Bond::Adopted, Bond::Foster];
        // Who is nobody's child is no foster child either.
        let bond = if partners.is_empty() { Bond::Birth } else { bond[dice.below(5)] };
        let from =
            (bond != Bond::Birth && dice.percent(40)).then(|| PartialDate::in_year(2001).unwrap());
        Child { bond, from, ..Child::by_birth(id.clone()) }
    };
    let children: Vec<Child> = of.iter().map(|id| child(dice, id)).collect();
    let mut union = Union { partners: partners.to_vec(), children, ..Union::default() };
    if partners.len() == 2 {
        let kinds = [UnionKind::Relationship, UnionKind::Married, UnionKind::LivingTogether];
        union.kind = kinds[dice.below(3)];
        if union.kind != UnionKind::Relationship && dice.percent(50) {
            union.from = PartialDate::in_year(1950);
        }
        if dice.percent(40) {
            union.ending = Some([Ending::Separated, Ending::Divorced][dice.below(2)]);
            union.until = PartialDate::in_year(1999).filter(|_| dice.percent(60));
        }
    }
    map.unions.insert(UnionId::numbered("u", n), Arc::new(union));
    if let [a, b, ..] = of
        && dice.percent(25)
    {
        let kind = [TwinKind::Unknown, TwinKind::Identical, TwinKind::Fraternal][dice.below(3)];
        let people = BTreeSet::from([a.clone(), b.clone()]);
        map.twins.insert(TwinsId::numbered("t", n), Twins { kind, people });
    }
    if dice.percent(15)
        && let Some(last) = of.last()
        && !map.twins.values().any(|it| it.people.contains(last))
    {
        let birth = PartialDate::in_year(1990);
        let lost = Person { life: LifeCourse::Miscarriage, birth, ..Person::default() };
        map.people.insert(last.clone(), Arc::new(lost));
    }
}

/// The map with everybody called by what they are called in the lines; without ids that say nothing.
fn without_ids(map: &FamilyMap, names: &BTreeMap<PersonId, String>) -> Vec<String> {
    let of = |id: &PersonId| names[id].clone();
    let mut all = Vec::new();
    for (id, person) in &map.people {
        let mut bare = Person::clone(person);
        for entry in &mut bare.entries {
            entry.id = EntryId::new("e").unwrap();
        }
        for strength in &mut bare.strengths {
            strength.id = StrengthId::new("s").unwrap();
        }
        all.push(format!("{}: {bare:?}", of(id)));
    }
    for union in map.unions.values() {
        let partners: Vec<String> = union.partners.iter().map(of).collect();
        let children: Vec<String> = (union.children.iter())
            .map(|it| format!("{} {:?} {:?}", of(&it.person), it.bond, it.from))
            .collect();
        let bare = Union { partners: vec![], children: vec![], ..Union::clone(union) };
        all.push(format!("{partners:?} {children:?} {bare:?}"));
    }
    for twins in map.twins.values() {
        let people: BTreeSet<String> = twins.people.iter().map(of).collect();
        all.push(format!("{people:?} {:?}", twins.kind));
    }
    for it in map.relations.values() {
        let Party::Person(to) = &it.to else { continue };
        all.push(format!("{} {} {} {:?}", of(&it.from), it.kind, of(to), it.since));
    }
    all.push(format!("{:?}", map.focus.iter().map(of).collect::<Vec<_>>()));
    all.sort();
    all
}

/// What tells everybody apart on both maps: how they are called, when they were born, where they stand.
fn signatures(map: &FamilyMap) -> BTreeMap<PersonId, String> {
    let place = |id: &PersonId| {
        let home = map.home_union(id);
        let at = home.and_then(|(_, it)| it.children.iter().position(|it| it.person == *id));
        let with = map.unions_of(id).map(|(_, it)| it.children.len()).collect::<Vec<_>>();
        format!("{at:?} {with:?}")
    };
    let name = |id: &PersonId, it: &Person| {
        format!("{} {:?} {:?} {:?} {}", it.name.full(), it.birth, it.gender, it.vital, place(id))
    };
    map.people.iter().map(|(id, it)| (id.clone(), name(id, it))).collect()
}

#[test]
fn what_is_written_down_is_read_back_as_the_same_map() {
    let mut left = 0;
    for seed in 0..120 {
        let map = simple_map(seed);
        for lang in Lang::ALL {
            let lines = lines_of(&map, lang, today());
            left += lines.left_out.len();
            let answers = Answers::new();
            let reading = Reading { today: today(), lang, answers: &answers };
            let read = understand(&Document::new(FamilyMap::default()), &lines.text, reading);
            assert_eq!(read.faults, [], "seed {seed}\n{}", lines.text);
            assert_eq!(read.open_question(), None, "seed {seed}\n{}", lines.text);
            let again = read.draft.map();
            let (old, new) = (signatures(&map), signatures(again));
            let old = without_ids(&map, &old);
            let new = without_ids(again, &new);
            for (old, new) in old.iter().zip(&new) {
                assert_eq!(old, new, "seed {seed}\n{}", lines.text);
            }
            assert_eq!(old.len(), new.len(), "seed {seed}\n{}", lines.text);
        }
    }
    assert_eq!(left, 0, "these maps can be said whole");
}

#[test]
fn every_example_is_written_down_and_read_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
        if path.extension().is_none_or(|it| it != "familie") {
            continue;
        }
        let map = rode_draad::file::open(&fs::read(&path).unwrap()).expect("a map");
        let lines = lines_of(&map, Lang::Nl, today());
        let answers = Answers::new();
        let reading = Reading { today: today(), lang: Lang::Nl, answers: &answers };
        let read = understand(&Document::new(FamilyMap::default()), &lines.text, reading);
        assert_eq!((read.faults, read.questions), (vec![], vec![]), "{}", lines.text);
        let again = read.draft.map();
        assert_eq!(again.people.len(), map.people.len(), "{}\n{}", path.display(), lines.text);
        let children =
            |map: &FamilyMap| map.unions.values().map(|it| it.children.len()).sum::<usize>();
        assert_eq!(children(again), children(&map), "{}\n{}", path.display(), lines.text);
        let entries =
            |map: &FamilyMap| map.people.values().map(|it| it.entries.len()).sum::<usize>();
        assert_eq!(entries(again), entries(&map), "{}\n{}", path.display(), lines.text);
    }
}

#[test]
fn the_command_line_reads_lines_and_writes_them() {
    let folder = std::env::temp_dir().join(format!("rode-draad-lines-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let at = |name: &str| folder.join(name);
    let convert = |from: &str, to: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rode-draad"));
        command.env("LC_ALL", "nl_NL.UTF-8").arg("convert").arg(at(from)).arg(at(to));
        command.output().unwrap()
    };
    let text = "Jan 1958 + Mia 1960: Anna 1985\nMia #schulden@24; Anna #verslag-geweld=nee\n";
    fs::write(at("wrong.txt"), text).unwrap();
    let wrong = convert("wrong.txt", "wrong.familie");
    let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert_eq!(wrong.status.code(), Some(2), "{said}");
    assert!(said.contains("Regel 2, letter 24") && said.contains("verslag-geweld"), "{said}");
    assert!(!at("wrong.familie").exists(), "nothing is written by half");
    let two = "Jan 1930 + Mia: Jan 1958\nJan #schulden\n";
    fs::write(at("two.txt"), two).unwrap();
    let said = String::from_utf8_lossy(&convert("two.txt", "two.familie").stderr).into_owned();
    assert!(said.contains("meer dan één Jan"), "{said}");
    // Violence that somebody lived through is hidden, and stays so.
    let text =
        "Jan 1958 + Mia 1960: Anna 1985\nMia #schulden@24 #veilig-partnergeweld\nJan ~geweld Mia\n";
    fs::write(at("family.txt"), text).unwrap();
    let done = convert("family.txt", "family.familie");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let map = rode_draad::file::open(&fs::read(at("family.familie")).unwrap()).expect("a map");
    assert_eq!((map.people.len(), map.relations.len()), (3, 1));
    assert!(convert("family.familie", "again.txt").status.success());
    let again = fs::read_to_string(at("again.txt")).unwrap();
    assert_eq!(again, "Jan 1958 + Mia 1960: Anna! 1985\nMia #schulden@24\n");
    fs::remove_dir_all(folder).ok();
}
