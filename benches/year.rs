//! What a step of the slider of years costs: the map of another year, and its picture.
//!
//! `cargo bench --no-default-features --bench year`. A step must stay below a frame of 60 Hz, 16 ms, for a
//! thousand people.

#![expect(clippy::unwrap_used, reason = "a measurement")]

use std::sync::Arc;

use divan::Bencher;
use rode_draad::catalogue::Catalogue;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{
    Child, Date, Entry, EntryId, FamilyMap, Moment, PartialDate, Person, PersonId, Union, UnionId,
};
use rode_draad::model::{KindId, Name};
use rode_draad::pattern::{self, Settings};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, View};
use rode_draad::shown::Opened;
use rode_draad::theme::{Theme, ThemeName};
use rode_draad::year::{Years, last_day};

const SIZES: [usize; 4] = [17, 60, 300, 1_000];
const YEAR: i32 = 1990;

fn main() {
    divan::main();
}

fn today() -> Date {
    Date::new(2026, Some(6), Some(1)).unwrap()
}

/// Couples of three children each, a generation every 28 years, one in four with debts.
fn family(n: usize) -> FamilyMap {
    let id = |at: usize| PersonId::new(&format!("p{at}")).unwrap();
    let mut map = FamilyMap { focus: vec![id(0)], ..FamilyMap::default() };
    let mut born: Vec<i32> = Vec::new();
    for at in 0..n {
        // Three children of every couple, who are the one and a partner without parents.
        let year = if at < 2 { 1900 } else { born.get((at - 2) / 4 * 2).copied().unwrap() + 28 };
        born.push(year.min(2026));
        let mut person = Person {
            name: Name::called(&format!("Naam {at}")),
            birth: PartialDate::in_year(year.min(2026)),
            ..Person::default()
        };
        if at % 4 == 0 {
            let kind = KindId::new("geld-schulden").unwrap();
            let mut entry = Entry::new(EntryId::new(&format!("e{at}")).unwrap(), kind);
            entry.since = PartialDate::in_year(year + 20).map(Moment::On);
            person.entries.push(entry);
        }
        map.people.insert(id(at), Arc::new(person));
    }
    for couple in 0..n / 2 {
        let children: Vec<Child> = (0..3)
            .map(|nth| 2 + couple * 4 + nth)
            .filter(|at| *at < n)
            .map(|at| Child::by_birth(id(at)))
            .collect();
        let partners = vec![id(couple * 2), id(couple * 2 + 1)];
        let union = Union { partners, children, ..Union::default() };
        map.unions.insert(UnionId::new(&format!("u{couple}")).unwrap(), Arc::new(union));
    }
    map
}

/// The map of the year alone.
#[divan::bench(args = SIZES, max_time = 3)]
fn map_of_a_year(bencher: Bencher<'_, '_>, n: usize) {
    let map = family(n);
    bencher.bench_local(|| Years::of(&map, today()).at(YEAR));
}

/// A step of the slider without a thread: the map and its picture.
#[divan::bench(args = SIZES, max_time = 3)]
fn step(bencher: Bencher<'_, '_>, n: usize) {
    let map = family(n);
    let view = View::calm(Theme::of(ThemeName::Light), Lang::Nl, today());
    let (cast, layout) = picture_of(&map, &view);
    bencher.bench_local(|| {
        let then = Years::of(&map, today()).at(YEAR);
        let (today, absent) = (last_day(YEAR), then.absent.clone());
        let view = View { today, absent, ..view.clone() };
        scene::build(&then.map, &cast.in_year(&then.map, &view), &layout, &view)
    });
}

/// What had come back by then, looked for where a thread is drawn.
#[divan::bench(args = SIZES, max_time = 3)]
fn what_had_come_back(bencher: Bencher<'_, '_>, n: usize) {
    let then = Years::of(&family(n), today()).at(YEAR).map;
    bencher.bench_local(|| {
        let kin = Kinship::of(&then);
        let (settings, opened) = (Settings::default(), Opened::default());
        pattern::cards(&then, &kin, Catalogue::builtin(), &settings, last_day(YEAR), &opened)
    });
}
