//! The map of a past year: nobody before they were born, nothing before it began, nothing as if it
//! went on after it ended, everybody in their place, and the end of time is the map as it is.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use rode_draad::export::{Lettering, PngSize, png, svg};
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::layout::Layout;
use rode_draad::model::{
    Date, Entry, EntryId, FamilyMap, GoingOn, KindId, Moment, PartialDate, Person, PersonId,
    Relation, Strength, StrengthId, Subject, SupportTie, UnionId,
};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Cast, Relations, Scene, Shape, Supports, View};
use rode_draad::theme::{Theme, ThemeName};
use rode_draad::year::{Then, Years, last_day};

use crate::any_map::any_map;
use crate::random_family::family as random_family;

fn today(map: &FamilyMap) -> Date {
    map.today_or(Date::new(2026, Some(6), Some(1)).expect("a day"))
}

fn view(map: &FamilyMap) -> View {
    let view = View::calm(Theme::of(ThemeName::Light), Lang::Nl, today(map));
    View { relations: Relations::All, supports: Supports::All, legend: true, title: true, ..view }
}

/// A map laid out, to be drawn in any year.
struct Laid<'m> {
    map: &'m FamilyMap,
    view: View,
    cast: Cast,
    layout: Layout,
}

impl<'m> Laid<'m> {
    fn of(map: &'m FamilyMap) -> Self {
        let view = view(map);
        let (cast, layout) = picture_of(map, &view);
        Self { map, view, cast, layout }
    }

    fn now(&self) -> Scene {
        scene::build(self.map, &self.cast, &self.layout, &self.view)
    }

    fn then(&self, then: &Then) -> Scene {
        let today = if then.absent.is_past() { last_day(then.year) } else { self.view.today };
        let view = View { today, absent: then.absent.clone(), ..self.view.clone() };
        let cast = self.cast.in_year(&then.map, &view);
        scene::build(&then.map, &cast, &self.layout, &view)
    }
}

/// Years worth a look: some between the first and the last, and those around what happened.
fn some_years(years: &Years<'_>) -> Vec<i32> {
    let Some(range) = years.range() else { return Vec::new() };
    let happened = years.happened().into_iter().map(|it| it.year);
    let near: BTreeSet<i32> =
        happened.flat_map(|it| [it - 1, it, it + 1]).filter(|it| range.contains(it)).collect();
    let step = (near.len() / 12).max(1);
    let last = [*range.start() - 1, *range.end() - 1, *range.end()];
    near.into_iter().step_by(step).chain(last).collect()
}

fn surely_after(date: Option<PartialDate>, year: i32) -> bool {
    date.and_then(|it| it.years().lo).is_some_and(|it| year < it)
}

fn surely_before(date: Option<PartialDate>, year: i32) -> bool {
    date.and_then(|it| it.years().hi).is_some_and(|it| it <= year)
}

/// Before birth there is an empty place: an outline, no letter and no icon.
fn unborn_are_empty_places(laid: &Laid<'_>, then: &Then, scene: &Scene) {
    for (id, person) in &laid.map.people {
        if !surely_after(person.birth, then.year) || laid.cast.index_of(id).is_none() {
            continue;
        }
        assert!(then.absent.people.contains(id), "{id} in {}", then.year);
        let subject = Subject::Person(id.clone());
        let drawn: Vec<&Shape> = scene.items_of(&subject).map(|it| &it.shape).collect();
        assert_eq!(drawn.len(), 1, "{id} in {} is one faint outline: {drawn:?}", then.year);
        assert!(!matches!(drawn[0], Shape::Text(_) | Shape::Icon { .. }));
        let kept = then.map.person(id).expect("a place");
        let nothing = Person {
            gender: person.gender,
            life: person.life,
            stands_for: person.stands_for,
            ..Person::default()
        };
        assert_eq!(*kept, nothing);
        let spoken = scene.spoken.get(&subject).expect("a word");
        let name = person.name.short();
        assert!(name.chars().count() < 4 || !spoken.contains(name), "{spoken}");
    }
}

fn entries_are_of_then(whole: &[Entry], then: &[Entry], birth: Option<PartialDate>, year: i32) {
    for entry in then {
        let was = whole.iter().find(|it| it.id == entry.id).expect("made of the map");
        let years = |it: Option<Moment>| it.and_then(|it| it.years(birth));
        let is_early = years(was.since).and_then(|it| it.lo).is_some_and(|it| year < it);
        assert!(!is_early || was.said == rode_draad::model::Said::No, "before it began: {was:?}");
        let is_late = years(was.until).and_then(|it| it.hi).is_some_and(|it| it <= year);
        let goes_on = entry.going_on != GoingOn::Before && entry.until.is_none();
        assert!(!is_late || !goes_on || was.said == rode_draad::model::Said::No, "{was:?} {year}");
    }
}

fn lines_are_of_then(whole: &FamilyMap, then: &Then) {
    for (id, relation) in &then.map.relations {
        let was: &Relation = &whole.relations[id];
        assert!(!surely_after(was.since, then.year), "{was:?} in {}", then.year);
        assert!(!surely_before(was.until, then.year) || relation.until.is_some(), "{was:?}");
        assert!(!then.absent.people.contains(&relation.from), "a line of somebody not there");
    }
    for (id, support) in &then.map.supports {
        let is_of =
            |a: &SupportTie, b: &SupportTie| (&a.to, a.from, a.effect) == (&b.to, b.from, b.effect);
        for tie in &support.ties {
            assert!(!surely_after(tie.from, then.year), "{tie:?} in {}", then.year);
            let mut was = whole.supports[id].ties.iter().filter(|it| is_of(it, tie));
            assert!(was.any(|it| tie.ended || !surely_before(it.until, then.year)), "{tie:?}");
        }
    }
    for (id, home) in &then.map.households {
        assert!(!surely_after(home.from, then.year), "{id}");
        assert!(!surely_before(whole.households[id].until, then.year), "{id}");
    }
    for (id, union) in &then.map.unions {
        let is_early = surely_after(union.from, then.year);
        assert!(!is_early || then.absent.unions.contains(id), "{id} in {}", then.year);
        let is_late = surely_before(whole.unions[id].until, then.year);
        let is_there = !then.absent.unions.contains(id);
        assert!(!is_late || !is_there || union.until.is_some(), "{id} in {}", then.year);
    }
}

/// Nobody moves, and nobody goes.
fn everybody_keeps_their_place(laid: &Laid<'_>, now: &Scene, scene: &Scene) {
    let middle = |scene: &Scene, id: &PersonId| {
        let subject = Subject::Person(id.clone());
        let outlines = scene.items_of(&subject).map(|it| &it.shape);
        let mut outlines = outlines.filter(|it| !matches!(it, Shape::Text(_) | Shape::Icon { .. }));
        outlines.find_map(Shape::bounds).map(|it| it.center())
    };
    for id in &laid.cast.people {
        let (now, then) = (middle(now, id).expect("now"), middle(scene, id).expect("then"));
        assert!(now.distance(then) < 1.0, "{id} stands at {now:?}, then at {then:?}");
    }
}

fn holds_in_every_year(map: &FamilyMap) {
    let laid = Laid::of(map);
    let years = Years::of(map, today(map));
    let now = laid.now();
    for year in some_years(&years) {
        let then = years.at(year);
        let scene = laid.then(&then);
        if !then.absent.is_past() {
            assert_eq!(scene, now, "the end of time is the map as it is");
            continue;
        }
        unborn_are_empty_places(&laid, &then, &scene);
        for (id, person) in &then.map.people {
            let was = &map.people[id];
            entries_are_of_then(&was.entries, &person.entries, was.birth, year);
        }
        for (id, union) in &then.map.unions {
            entries_are_of_then(&map.unions[id].entries, &union.entries, None, year);
        }
        lines_are_of_then(map, &then);
        everybody_keeps_their_place(&laid, &now, &scene);
    }
    let last = years.at(today(map).year());
    assert_eq!(last.map, *map);
    assert_eq!(laid.then(&last), now);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_past_year_holds_of_any_map(map in any_map()) {
        holds_in_every_year(&map);
    }
}

#[test]
fn a_past_year_holds_of_families() {
    for seed in 0..60 {
        holds_in_every_year(&random_family(seed, |at| format!("p{at}")));
    }
}

/// The same family with something that has years on every couple, home and line, and on everybody a
/// strength that ended.
fn with_dated_things(mut map: FamilyMap) -> FamilyMap {
    let at = |year: i32| PartialDate::in_year(year).map(Moment::On);
    let mut n = 0;
    let mut next = || {
        n += 1;
        let year = 1930 + (n * 7) % 90;
        let kind = KindId::new("geld-schulden").expect("a kind");
        let entry = Entry {
            since: at(year),
            until: at(year + 3),
            ..Entry::new(EntryId::new(&format!("x{n}")).expect("an id"), kind.clone())
        };
        let id = StrengthId::new(&format!("y{n}")).expect("an id");
        let strength =
            Strength { since: at(year + 1), until: at(year + 5), ..Strength::new(id, kind) };
        (entry, strength)
    };
    for union in map.unions.values_mut() {
        let (entry, strength) = next();
        let union = Arc::make_mut(union);
        union.entries.push(entry);
        union.strengths.push(strength);
    }
    for home in map.households.values_mut() {
        let (entry, strength) = next();
        let home = Arc::make_mut(home);
        home.entries.push(entry);
        home.strengths.push(strength);
    }
    for relation in map.relations.values_mut() {
        Arc::make_mut(relation).entries.push(next().0);
    }
    for person in map.people.values_mut() {
        Arc::make_mut(person).strengths.push(next().1);
    }
    map
}

/// What stands on couples, homes, lines and people with years of its own.
fn dated(then: &Then) -> Vec<String> {
    let entries = |all: &[Entry]| -> String {
        let dated = all.iter().filter(|it| it.id.as_str().starts_with('x'));
        dated.map(|it| format!("{} {:?} ", it.id, it.until)).collect()
    };
    let strengths = |all: &[Strength]| -> String {
        let dated = all.iter().filter(|it| it.id.as_str().starts_with('y'));
        dated.map(|it| format!("{} {:?} ", it.id, it.until)).collect()
    };
    let map = &then.map;
    let unions = map.unions.values().map(|it| entries(&it.entries) + &strengths(&it.strengths));
    let homes = map.households.iter().map(|(id, it)| {
        let members: Vec<&str> = it.members.iter().map(|it| it.person.as_str()).collect();
        format!("{id} {members:?} {}{}", entries(&it.entries), strengths(&it.strengths))
    });
    let lines = map.relations.values().map(|it| entries(&it.entries));
    let people = map.people.values().map(|it| strengths(&it.strengths));
    unions.chain(homes).chain(lines).chain(people).collect()
}

/// What happened is where the picture of a year differs from that of the year before.
#[test]
fn between_what_happened_nothing_changes() {
    for seed in 0..20 {
        let map = with_dated_things(random_family(seed, |at| format!("p{at}")));
        let years = Years::of(&map, today(&map));
        let Some(range) = years.range() else { continue };
        let happened: BTreeSet<i32> = years.happened().iter().map(|it| it.year).collect();
        let pairs = range.clone().zip(range.clone().skip(1)).filter(|it| it.1 < *range.end());
        for (before, year) in pairs.filter(|(_, year)| !happened.contains(year)) {
            let (a, b) = (years.at(before), years.at(year));
            assert_eq!(a.absent.people, b.absent.people, "seed {seed}, {year}");
            let couples = |then: &Then| {
                let is_couple = |id: &&UnionId| map.unions[*id].partners.len() == 2;
                then.absent.unions.iter().filter(is_couple).cloned().collect::<Vec<_>>()
            };
            assert_eq!(couples(&a), couples(&b), "seed {seed}, {year}");
            assert_eq!(a.map.relations, b.map.relations, "seed {seed}, {year}");
            assert_eq!(dated(&a), dated(&b), "seed {seed}, {year}");
        }
    }
}

fn family(path: &str) -> FamilyMap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    file::open(&std::fs::read(path).expect("a file")).expect("a map")
}

/// Held against `tests/golden`; `UPDATE_GOLDEN=1` accepts what is drawn now.
fn golden(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, drawn).expect("a golden file");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let change = expected.lines().zip(drawn.lines()).find(|(old, new)| old != new);
    assert!(expected == drawn, "{name} is drawn differently; UPDATE_GOLDEN=1 accepts: {change:?}");
}

/// Every year of one case: what is said of everybody, where it differs from the year before.
#[test]
fn the_years_of_a_case_are_drawn_as_before() {
    let map = family("examples/drie-keer-jong-moeder.familie");
    let laid = Laid::of(&map);
    let years = Years::of(&map, today(&map));
    let mut said = String::new();
    let mut before = std::collections::BTreeMap::new();
    for year in years.range().expect("years") {
        let scene = laid.then(&years.at(year));
        writeln!(said, "{year}").expect("text");
        for (subject, words) in &scene.spoken {
            if before.get(subject) != Some(words) {
                writeln!(said, "  {subject:?} {words}").expect("text");
            }
        }
        before = scene.spoken.clone();
        if [1950, 1974, 1994, 2012, 2020].contains(&year) {
            golden(&format!("year-{year}.svg"), &svg(&scene, Lettering::Named));
            if let Some(folder) = std::env::var_os("RODE_DRAAD_PICTURES") {
                let bytes = png(&scene, PngSize::Scale(1.0)).expect("a picture");
                let path = Path::new(&folder).join(format!("year-{year}.png"));
                std::fs::write(path, bytes).expect("png");
            }
        }
    }
    golden("years.txt", &said);
}
