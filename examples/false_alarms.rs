//! How much is told by chance: who carries what is shuffled over the same families.
//!
//! `cargo run --release --no-default-features --example false_alarms`. Per kind the entries (yes, maybe and
//! no) change hands among everybody old enough for it, 200 times; family, years and ties stay. Only
//! threads, ages and what goes together on entered themes are counted; derived themes do not move.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

#[path = "chance/dice.rs"]
mod dice;

use std::collections::BTreeMap;
use std::sync::Arc;

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::kinship::Kinship;
use rode_draad::model::{
    Date, Entry, FamilyMap, KindId, PartialDate, Person, PersonId, SkillNote, Strength, age_at,
};
use rode_draad::pattern::{Card, FIRST_CARDS, Pattern, Settings, cards, find};
use rode_draad::shown::Opened;

use dice::Dice;

const SHUFFLES: u32 = 200;

fn main() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = ["examples", "tests/fixtures/families"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "familie"))
        .collect();
    paths.sort();
    println!(
        "                                        findings told first   cards in the list   cards at sight"
    );
    println!(
        "family                          people      real shuffled      real shuffled      real shuffled"
    );
    for path in paths {
        let map = file::open(&std::fs::read(&path).unwrap()).unwrap();
        let real = counted(&map);
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut sums = [0; 3];
        for _ in 0..SHUFFLES {
            for (sum, n) in sums.iter_mut().zip(counted(&shuffled(&map, &mut dice))) {
                *sum += n;
            }
        }
        let name = path.file_stem().unwrap().to_string_lossy();
        print!("{name:<32}{:>6}", map.people.len());
        for (real, sum) in real.into_iter().zip(sums) {
            print!(
                "{real:>10}{:>9.2}",
                f64::from(u32::try_from(sum).unwrap()) / f64::from(SHUFFLES)
            );
        }
        println!();
    }
}

/// What says that something comes back: findings told first, as before there were cards; cards in the
/// list; and those of them that are seen without a tap.
fn counted(map: &FamilyMap) -> [usize; 3] {
    let kin = Kinship::of(map);
    let (catalogue, settings, opened) =
        (Catalogue::builtin(), Settings::default(), Opened::default());
    let cards = cards(map, &kin, catalogue, &settings, today(map), &opened);
    let comes_back = |card: &&Card| card.theme.is_entered() && 1 < card.span;
    let list = cards.list().filter(comes_back).count();
    let seen = cards.list().take(FIRST_CARDS).filter(comes_back).count();
    [headlines(map), list, seen]
}

/// Findings on entered themes that are told first.
fn headlines(map: &FamilyMap) -> usize {
    let kin = Kinship::of(map);
    let found = find(map, &kin, Catalogue::builtin(), &Settings::default(), today(map));
    let counted = found.findings.iter().filter(|finding| {
        let is_counted = matches!(
            finding.pattern,
            Pattern::Thread | Pattern::SameAge | Pattern::EverYounger | Pattern::InTurn
        );
        let entered = finding.theme.as_ref().is_some_and(|theme| theme.is_entered());
        is_counted && entered && finding.headline
    });
    counted.count()
}

fn today(map: &FamilyMap) -> Date {
    map.today_or(Date::new(2026, Some(11), Some(21)).unwrap())
}

/// Everything that one person has of one kind.
#[derive(Default)]
struct Hand {
    entries: Vec<Entry>,
    strengths: Vec<Strength>,
    skills: Vec<SkillNote>,
}

fn shuffled(map: &FamilyMap, dice: &mut Dice) -> FamilyMap {
    let mut map = map.clone();
    let mut kinds: BTreeMap<KindId, BTreeMap<PersonId, Hand>> = BTreeMap::new();
    for (id, person) in &mut map.people {
        let person: &mut Person = Arc::make_mut(person);
        for entry in std::mem::take(&mut person.entries) {
            let hands = kinds.entry(entry.kind.clone()).or_default();
            hands.entry(id.clone()).or_default().entries.push(entry);
        }
        for strength in std::mem::take(&mut person.strengths) {
            let Some(kind) = strength.kind.clone() else { continue };
            let hands = kinds.entry(kind).or_default();
            hands.entry(id.clone()).or_default().strengths.push(strength);
        }
        for note in std::mem::take(&mut person.skills) {
            let hands = kinds.entry(note.skill.clone()).or_default();
            hands.entry(id.clone()).or_default().skills.push(note);
        }
    }
    let today = today(&map);
    for (kind, hands) in kinds {
        let least = from_age(&kind);
        let old_enough = |person: &Person| age(person, today).is_none_or(|age| least <= age);
        let people = map.people.iter().filter(|(_, it)| it.holds_facts() && old_enough(it));
        let mut takers: Vec<PersonId> = people.map(|(id, _)| id.clone()).collect();
        // Who had it although too young keeps a place.
        takers.extend(hands.keys().filter(|id| !takers.contains(id)).cloned().collect::<Vec<_>>());
        for at in (1..takers.len()).rev() {
            takers.swap(at, dice.below(at + 1));
        }
        for (taker, hand) in takers.into_iter().zip(hands.into_values()) {
            let Some(person) = map.people.get_mut(&taker) else { continue };
            let person = Arc::make_mut(person);
            person.entries.extend(hand.entries);
            person.strengths.extend(hand.strengths);
            person.skills.extend(hand.skills);
        }
    }
    map
}

fn age(person: &Person, today: Date) -> Option<i32> {
    let until = if person.is_dead() { person.death()? } else { PartialDate::Exactly(today) };
    age_at(person.birth?, until).map(|age| age.hi)
}

fn from_age(kind: &KindId) -> i32 {
    let catalogue = Catalogue::builtin();
    let problem = catalogue.kind(kind.as_str()).map(|row| row.from_age);
    problem.or(catalogue.skill(kind.as_str()).map(|row| row.from_age)).unwrap_or(0).into()
}
