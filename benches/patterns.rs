//! What the pattern engine costs: a 60-person map, and per person from 1,000 to 1,000,000.
//!
//! `cargo bench --no-default-features --bench patterns`. With `RODE_DRAAD_TABLE=DIR` it also writes
//! the largest family as two CSV tables (`people.csv`: person, yes; `parents.csv`: child, parent)
//! for `duckdb_threads.py`, and times the threads of that one theme over them.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rode_draad::catalogue::Catalogue;
use rode_draad::kinship::Kinship;
use rode_draad::model::{
    Age, Child, Date, Entry, EntryId, FamilyMap, KindId, Moment, PartialDate, Person, PersonId,
    Said, Strength, StrengthId, Union, UnionId,
};
use rode_draad::pattern::{Findings, Pattern, Settings, find};

const KINDS: [&str; 8] = [
    "geld-schulden",
    "gebruik-alcohol",
    "gevoel-somber",
    "leren-geen-diploma",
    "werk-geen",
    "veilig-getuige",
    "gevoel-stress",
    "lichaam-chronisch",
];

fn main() {
    small();
    println!("people      total ms   of which kinship   us per person   findings   threads");
    for n in [1_000, 10_000, 100_000, 1_000_000] {
        large(n);
    }
    if let Some(folder) = std::env::var_os("RODE_DRAAD_TABLE") {
        table(folder.as_ref());
    }
}

fn small() {
    let map = family(60, KINDS.len());
    let times: Vec<(Duration, Duration)> = (0..400)
        .map(|_| {
            let start = Instant::now();
            let kin = Kinship::of(&map);
            let read = start.elapsed();
            black_box(run(&map, &kin));
            (start.elapsed(), read)
        })
        .collect();
    let mut all: Vec<Duration> = times.iter().map(|(all, _)| *all).collect();
    all.sort_unstable();
    let found = run(&map, &Kinship::of(&map)).findings.len();
    let ms = |at: usize| all.get(at).unwrap().as_secs_f64() * 1e3;
    println!(
        "60 people, {found} findings: {:.3} ms median, {:.3} ms at the 95th percentile of 400",
        ms(200),
        ms(380)
    );
}

fn large(n: usize) {
    let map = family(n, KINDS.len());
    let rounds = if n < 100_000 { 5 } else { 1 };
    let mut best = (f64::MAX, 0.0);
    let mut counts = (0, 0);
    for _ in 0..rounds {
        let start = Instant::now();
        let kin = Kinship::of(&map);
        let read = start.elapsed().as_secs_f64() * 1e3;
        let found = run(&map, &kin);
        let all = start.elapsed().as_secs_f64() * 1e3;
        if all < best.0 {
            best = (all, read);
        }
        let threads = found.findings.iter().filter(|it| it.pattern == Pattern::Thread);
        counts = (found.findings.len(), threads.count());
    }
    let (all, read) = best;
    let each = all * 1e3 / n as f64;
    println!("{n:<9} {all:>10.1} {read:>18.1} {each:>15.2} {:>10} {:>9}", counts.0, counts.1);
}

fn run(map: &FamilyMap, kin: &Kinship) -> Findings {
    let today = map.today.unwrap();
    find(map, kin, Catalogue::builtin(), &Settings::default(), today)
}

/// One theme over the largest family, beside a database on the same table.
fn table(folder: &std::path::Path) {
    let map = family(1_000_000, 1);
    let (mut people, mut parents) = (String::from("person,yes\n"), String::from("child,parent\n"));
    for (id, person) in &map.people {
        let yes = person.entries.iter().any(|entry| entry.said == Said::Yes);
        writeln!(people, "{id},{}", u8::from(yes)).unwrap();
    }
    for union in map.unions.values() {
        for (child, parent) in
            union.children.iter().flat_map(|child| union.partners.iter().map(move |p| (child, p)))
        {
            writeln!(parents, "{},{parent}", child.person).unwrap();
        }
    }
    std::fs::write(folder.join("people.csv"), people).unwrap();
    std::fs::write(folder.join("parents.csv"), parents).unwrap();
    let start = Instant::now();
    let kin = Kinship::of(&map);
    let found = run(&map, &kin);
    let seconds = start.elapsed().as_secs_f64();
    let threads = found.findings.iter().filter(|it| {
        it.pattern == Pattern::Thread
            && it.theme.as_ref().is_some_and(|theme| theme.to_string() == KINDS[0])
    });
    let line = format!("{} {seconds:.3}\n", threads.count());
    println!("one theme of 1,000,000 people, every pattern: threads and seconds: {line}");
    std::fs::write(folder.join("engine.txt"), line).unwrap();
}

/// Couples with nought to four children over generations of shrinking age, each kind carried by one
/// in twenty and by every third child of a carrier; most ages known.
fn family(n: usize, kinds: usize) -> FamilyMap {
    let mut dice = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = move |n: usize| {
        dice ^= dice >> 12;
        dice ^= dice << 25;
        dice ^= dice >> 27;
        (dice.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    };
    let id = |at: usize| PersonId::new(&format!("p{at}")).unwrap();
    let mut map = FamilyMap { today: Date::new(2026, Some(11), Some(21)), ..Default::default() };
    let mut people: Vec<Person> = Vec::with_capacity(n);
    let mut carried: Vec<u16> = Vec::with_capacity(n);
    let mut generation: Vec<usize> = (0..(n / 5).max(2)).collect();
    let mut facts = 0;
    let mut add = |people: &mut Vec<Person>,
                   carried: &mut Vec<u16>,
                   year: i32,
                   from: u16,
                   below: &mut dyn FnMut(usize) -> usize| {
        let mut person = Person { birth: PartialDate::in_year(year), ..Person::default() };
        let mut mine = 0;
        for (at, kind) in KINDS.iter().enumerate().take(kinds) {
            let odds = if from >> at & 1 == 1 { 33 } else { 5 };
            let said = match below(100) {
                roll if roll < odds => Said::Yes,
                roll if roll < odds + 10 => Said::No,
                _ => continue,
            };
            facts += 1;
            let id = EntryId::new(&format!("e{facts}")).unwrap();
            let mut entry = Entry::new(id, KindId::new(kind).unwrap());
            entry.said = said;
            if said == Said::Yes {
                mine |= 1 << at;
                let age = u8::try_from(18 + below(20)).unwrap();
                entry.since = Some(Moment::AtAge(Age::Exactly(age))).filter(|_| below(4) != 0);
            }
            person.entries.push(entry);
        }
        if kinds > 1 && below(10) == 0 {
            facts += 1;
            let id = StrengthId::new(&format!("s{facts}")).unwrap();
            person.strengths.push(Strength::new(id, KindId::new("s-zorgzaam").unwrap()));
        }
        people.push(person);
        carried.push(mine);
    };
    for _ in 0..generation.len() {
        let year = 1900 + i32::try_from(below(20)).unwrap();
        add(&mut people, &mut carried, year, 0, &mut below);
    }
    let mut n_unions = 0;
    let mut year = 1925;
    while people.len() < n {
        let mut next = Vec::new();
        for couple in generation.chunks(2) {
            let mut union =
                Union { partners: couple.iter().map(|at| id(*at)).collect(), ..Union::default() };
            for _ in 0..below(5) {
                if n <= people.len() {
                    break;
                }
                let from = couple.iter().fold(0, |sum, at| sum | carried[*at]);
                let born = year + i32::try_from(below(20)).unwrap();
                next.push(people.len());
                union.children.push(Child::by_birth(id(people.len())));
                add(&mut people, &mut carried, born, from, &mut below);
            }
            n_unions += 1;
            map.unions.insert(UnionId::new(&format!("u{n_unions}")).unwrap(), Arc::new(union));
        }
        for at in (1..next.len()).rev() {
            next.swap(at, below(at + 1));
        }
        if next.len() < 2 {
            // The line died out: new founders.
            next = (people.len()..(people.len() + n / 10 + 2).min(n)).collect();
            for _ in 0..next.len() {
                add(&mut people, &mut carried, year, 0, &mut below);
            }
        }
        generation = next;
        year += 26;
    }
    map.people = people.into_iter().enumerate().map(|(at, it)| (id(at), Arc::new(it))).collect();
    map
}
