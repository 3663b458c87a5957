//! What the pattern engine costs: a 60-person map, and per person at 1,000 and 10,000.
//!
//! `cargo bench --no-default-features --bench patterns`. Processor time of all threads, and beside it
//! time on the clock (`taskset -c 0` before it: on one processor). Two more columns (us per person):
//! looking at every finding once, one after the other, as a report does; and the control, which
//! copies all findings once and drops the copy: what it costs more on a larger map, the memory of
//! this machine costs.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

#[path = "../examples/chance/dice.rs"]
mod dice;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use mimalloc::MiMalloc;
use rode_draad::catalogue::Catalogue;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{
    Age, Child, Date, Entry, EntryId, FamilyMap, KindId, Moment, PartialDate, Person, PersonId,
    Said, Strength, StrengthId, Union, UnionId,
};
use rode_draad::pattern::{Findings, Pattern, Settings, Teller, cards, find, generations};
use rode_draad::shown::Opened;

use dice::Dice;

/// What the program uses.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

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
    words();
    small();
    all_cards();
    println!(
        "people      total ms   of which kinship   us per person   on the clock   us per finding   \
         looked at   control   findings   threads"
    );
    let memory = [1_000, 10_000].map(large);
    println!("most memory: {} MB", memory.iter().max().unwrap());
    strangers();
}

/// Reading the catalogue with all its words, which the first card waits for.
fn words() {
    let start = Instant::now();
    let kinds = black_box(Catalogue::builtin()).kinds().len();
    let phrases = Catalogue::builtin().phrases("geld-schulden").is_some();
    println!("catalogue of {kinds} kinds, words {phrases}: {:?}", start.elapsed());
}

/// Every card of sixty people, from the map to the sentences in both languages.
fn all_cards() {
    const ROUNDS: u32 = 200;
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/families/zestig-mensen.familie");
    let map = rode_draad::file::open(&std::fs::read(path).unwrap()).unwrap();
    let (catalogue, settings, opened) =
        (Catalogue::builtin(), Settings::default(), Opened::default());
    let today = map.today_or(Date::new(2026, Some(11), Some(21)).unwrap());
    let mut spent = [Duration::ZERO; 3];
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let kin = Kinship::of(&map);
        black_box(find(&map, &kin, catalogue, &settings, today));
        spent[0] += start.elapsed();
        let cards = cards(&map, &kin, catalogue, &settings, today, &opened);
        spent[1] += start.elapsed();
        let generations = generations(&map, &kin);
        let teller = Teller::new(&map, &kin, catalogue, &cards, &generations);
        for lang in Lang::ALL {
            for card in &cards.cards {
                black_box(teller.told(card, lang));
            }
        }
        spent[2] += start.elapsed();
    }
    let [found, made, told] = spent.map(|it| it.as_secs_f64() * 1e3 / f64::from(ROUNDS));
    println!(
        "{} people: findings {found:.3} ms; cards {:.3} ms; words of all in two languages {:.3} ms",
        map.people.len(),
        made - found,
        told - made
    );
}

/// A thousand families of a thousand people, each looked at once: what the rounds above spare a small
/// family, namely fetching its records from memory and meeting each branch of the code anew.
fn strangers() {
    let seeds = 0x9e37_79b9_7f4a_7c15..;
    let maps: Vec<FamilyMap> =
        seeds.take(1000).map(|seed| seeded_family(Dice(seed), 1_000, KINDS.len())).collect();
    let all = cost(1, || {
        maps.iter().map(|map| run(map, &Kinship::of(map)).findings.len()).sum::<usize>()
    });
    let people: usize = maps.iter().map(|map| map.people.len()).sum();
    let each = |seconds: f64| seconds * 1e6 / people as f64;
    println!(
        "1000 families of 1000 people, once each: {:.2} us per person, {:.2} on the clock",
        each(all.processor),
        each(all.clock)
    );
}

/// Time that this thread has been on a processor: what counts on a busy machine. Linux only.
fn clock() -> Duration {
    // Linux writes it down when it looks for another thread to run, or else every 4 ms.
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split_ascii_whitespace().next().unwrap().parse().unwrap())
}

fn small() {
    let map = family(60, KINDS.len());
    let mut all: Vec<Duration> = (0..20)
        .map(|_| {
            let start = clock();
            for _ in 0..100 {
                black_box(run(&map, &Kinship::of(&map)));
            }
            (clock() - start) / 100
        })
        .collect();
    all.sort_unstable();
    let found = run(&map, &Kinship::of(&map)).findings.len();
    let ms = |at: usize| all.get(at).unwrap().as_secs_f64() * 1e3;
    println!("60 people, {found} findings: {:.3} ms median, {:.3} ms at most", ms(10), ms(19));
}

/// What one round of some work takes, in seconds.
struct Cost {
    /// Of all processors together.
    processor: f64,
    /// On the clock.
    clock: f64,
}

/// The mean of some rounds.
fn cost<T>(rounds: usize, work: impl Fn() -> T) -> Cost {
    let (start, clock) = (process(), Instant::now());
    for _ in 0..rounds {
        black_box(work());
    }
    let per_round = |time: Duration| time.as_secs_f64() / rounds as f64;
    Cost { processor: per_round(process() - start), clock: per_round(clock.elapsed()) }
}

/// Processor time of all threads of this process, also of those that are done; in steps of 10 ms.
/// Linux only.
fn process() -> Duration {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields = text.rsplit(')').next().unwrap().split_ascii_whitespace();
    let ticks: u64 = fields.skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 10)
}

/// Gives the most memory that this process held before the findings were copied.
fn large(n: usize) -> u64 {
    let map = family(n, KINDS.len());
    let rounds = (1_000_000 / n).clamp(2, 200);
    // Not counted: the first round of a large family waits for the machine to get hold of memory.
    drop(black_box(run(&map, &Kinship::of(&map))));
    let read = cost(rounds, || Kinship::of(&map));
    let all = cost(rounds, || run(&map, &Kinship::of(&map)));
    let memory = most_memory();
    let found = run(&map, &Kinship::of(&map)).findings;
    let start = clock();
    drop(black_box(found.clone()));
    let copied = clock() - start;
    let start = clock();
    let threads = found.iter().filter(|it| it.pattern == Pattern::Thread).count();
    let written = clock() - start;
    let each = |seconds: f64| seconds * 1e6 / n as f64;
    println!(
        "{n:<9} {:>10.1} {:>18.1} {:>15.2} {:>14.2} {:>16.2} {:>13.2} {:>9.2} {:>10} {:>9}",
        all.processor * 1e3,
        read.processor * 1e3,
        each(all.processor),
        each(all.clock),
        all.processor * 1e6 / found.len() as f64,
        each(written.as_secs_f64()),
        each(copied.as_secs_f64()),
        found.len(),
        threads
    );
    memory
}

/// The most memory that this process has held so far. Linux only.
fn most_memory() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_ascii_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
}

fn run(map: &FamilyMap, kin: &Kinship) -> Findings {
    let today = map.today.unwrap();
    find(map, kin, Catalogue::builtin(), &Settings::default(), today)
}

/// A family that grows.
struct Grower {
    dice: Dice,
    kinds: usize,
    people: Vec<Person>,
    /// Kinds that each carries, as bits.
    carried: Vec<u16>,
    facts: usize,
}

impl Grower {
    /// Adds somebody born up to 20 years after `year` whose parents carry `from`.
    fn add(&mut self, year: i32, from: u16) -> usize {
        let year = year + self.dice.below(20) as i32;
        let mut person = Person { birth: PartialDate::in_year(year), ..Person::default() };
        let mut mine = 0;
        for (at, kind) in KINDS.iter().enumerate().take(self.kinds) {
            let odds = if from >> at & 1 == 1 { 33 } else { 5 };
            let said = match self.dice.below(100) {
                roll if roll < odds => Said::Yes,
                roll if roll < odds + 10 => Said::No,
                _ => continue,
            };
            let mut entry = Entry::new(EntryId::new(&self.name("e")).unwrap(), kind_id(kind));
            entry.said = said;
            if said == Said::Yes {
                mine |= 1 << at;
                let age = (18 + self.dice.below(20)) as u8;
                let is_known = self.dice.below(4) != 0;
                entry.since = is_known.then_some(Moment::AtAge(Age::Exactly(age)));
            }
            person.entries.push(entry);
        }
        if 1 < self.kinds && self.dice.below(10) == 0 {
            let id = StrengthId::new(&self.name("s")).unwrap();
            person.strengths.push(Strength::new(id, kind_id("s-zorgzaam")));
        }
        self.people.push(person);
        self.carried.push(mine);
        self.people.len() - 1
    }

    fn name(&mut self, prefix: &str) -> String {
        self.facts += 1;
        format!("{prefix}{}", self.facts)
    }
}

fn kind_id(text: &str) -> KindId {
    KindId::new(text).unwrap()
}

fn person_id(at: usize) -> PersonId {
    PersonId::new(&format!("p{at}")).unwrap()
}

/// Couples with nought to four children over the generations, each kind carried by one in twenty
/// and by every third child of a carrier; most ages known.
fn family(n: usize, kinds: usize) -> FamilyMap {
    seeded_family(Dice(0x9e37_79b9_7f4a_7c15), n, kinds)
}

fn seeded_family(dice: Dice, n: usize, kinds: usize) -> FamilyMap {
    let mut map = FamilyMap { today: Date::new(2026, Some(11), Some(21)), ..Default::default() };
    let (people, carried) = (Vec::with_capacity(n), Vec::with_capacity(n));
    let mut grower = Grower { dice, kinds, people, carried, facts: 0 };
    let mut year = 1900;
    let mut generation: Vec<usize> = (0..(n / 5).max(2)).map(|_| grower.add(year, 0)).collect();
    while grower.people.len() < n {
        year += 26;
        let mut next = Vec::new();
        for couple in generation.chunks(2) {
            let partners = couple.iter().map(|at| person_id(*at)).collect();
            let mut union = Union { partners, ..Union::default() };
            let carried = couple.iter().filter_map(|at| grower.carried.get(*at));
            let from = carried.fold(0, |sum, kinds| sum | kinds);
            let room = n - grower.people.len();
            for _ in 0..grower.dice.below(5).min(room) {
                let child = grower.add(year, from);
                union.children.push(Child::by_birth(person_id(child)));
                next.push(child);
            }
            let id = UnionId::new(&format!("u{}", map.unions.len())).unwrap();
            map.unions.insert(id, Arc::new(union));
        }
        for at in (1..next.len()).rev() {
            next.swap(at, grower.dice.below(at + 1));
        }
        if next.len() < 2 {
            // The line died out: new founders.
            let room = n - grower.people.len();
            next = (0..room.min(n / 10 + 2)).map(|_| grower.add(year, 0)).collect();
        }
        generation = next;
    }
    let people = grower.people.into_iter().enumerate();
    map.people = people.map(|(at, person)| (person_id(at), Arc::new(person))).collect();
    map
}
