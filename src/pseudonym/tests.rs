//! What is left of a family in its copy for training.

use super::*;
use crate::file;
use crate::model::{Bond, PersonId, age_at};

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

/// A family with everything in it; its years are unlike any number of the program's own.
fn everything() -> FamilyMap {
    file::open(include_bytes!("../../tests/fixtures/v2/everything.familie")).expect("a map")
}

fn copy(map: &FamilyMap, years: Years) -> (FamilyMap, Report) {
    pseudonymised(map, years, (Lang::Nl, today())).expect("a copy")
}

/// Every word of the file that begins with a capital or has a digit in it.
fn telling_words(map: &FamilyMap) -> std::collections::BTreeSet<String> {
    let bytes = file::to_bytes(map).expect("bytes");
    let text = String::from_utf8(bytes).expect("text");
    let strings = text.split('"').skip(1).step_by(2);
    let words = strings.flat_map(|it| it.split(|c: char| !c.is_alphanumeric()));
    let is_telling = |it: &&str| {
        it.chars().next().is_some_and(char::is_uppercase) || it.chars().any(|c| c.is_ascii_digit())
    };
    words.filter(is_telling).filter(|it| it.len() > 2).map(str::to_owned).collect()
}

#[test]
fn no_name_day_year_or_id_of_the_family_is_left() {
    let map = everything();
    let before = telling_words(&map);
    assert!(30 < before.len(), "{before:?}");
    // So far that no year of the copy is one of the family by chance.
    for years in [Years::Shifted(1000), Years::Decades] {
        let (bare, report) = copy(&map, years);
        assert!(report.n_people > 0 && report.n_left_out > 0, "{report:?}");
        let text = String::from_utf8(file::to_bytes(&bare).expect("bytes")).expect("text");
        let ids =
            map.people.keys().map(PersonId::as_str).chain(map.goals.keys().map(|it| it.as_str()));
        for id in ids {
            assert!(!text.contains(&format!("\"{id}\"")), "{id} in {text}");
        }
        let left: Vec<String> = telling_words(&bare).intersection(&before).cloned().collect();
        let is_year = |it: &&String| years == Years::Decades && it.ends_with(['0', '9', '5']);
        let told: Vec<&String> = left.iter().filter(|it| !is_year(it)).collect();
        assert!(told.is_empty(), "{years:?}: {told:?} in {text}");
    }
}

/// Who belongs to whom and who was how old when are what is trained with.
#[test]
fn the_family_stands_as_it_stood_some_years_later() {
    let map = file::open(include_bytes!("../../examples/drie-keer-jong-moeder.familie"));
    let map = map.expect("a map");
    let (bare, _) = copy(&map, Years::Shifted(5));
    assert_eq!(bare.people.len(), map.people.len());
    let shape = |map: &FamilyMap| {
        let mut unions: Vec<_> = map
            .unions
            .values()
            .map(|it| {
                let bonds: Vec<Bond> = it.children.iter().map(|it| it.bond).collect();
                (it.partners.len(), it.kind, bonds)
            })
            .collect();
        unions.sort_by_key(|it| format!("{it:?}"));
        let mut ages: Vec<_> = map
            .people
            .values()
            .map(|it| {
                it.birth.zip(map.today).and_then(|(birth, today)| {
                    age_at(birth, crate::model::PartialDate::Exactly(today))
                })
            })
            .map(|age| format!("{age:?}"))
            .collect();
        ages.sort();
        let mut kinds: Vec<_> = map
            .people
            .values()
            .flat_map(|it| it.entries.iter().map(|it| (it.kind.clone(), it.said, it.going_on)))
            .collect();
        kinds.sort();
        (format!("{unions:?}"), ages, kinds)
    };
    let bare_kinds = shape(&bare);
    let (unions, ages, kinds) = shape(&map);
    assert_eq!(bare_kinds.0, unions);
    assert_eq!(bare_kinds.1, ages);
    assert!(bare_kinds.2.iter().all(|kind| kinds.contains(kind)));
}

#[test]
fn what_is_rare_is_said() {
    let mut map = everything();
    let (_, plain) = copy(&map, Years::Shifted(3));
    assert!(!plain.rare.iter().any(|it| matches!(it, Rare::Children(_))), "{:?}", plain.rare);
    let union = map.unions.values_mut().find(|it| !it.children.is_empty()).expect("children");
    let union = std::sync::Arc::make_mut(union);
    for n in 0..7 {
        let id = PersonId::new(&format!("kind{n}")).expect("an id");
        map.people.insert(id.clone(), std::sync::Arc::default());
        union.children.push(crate::model::Child::by_birth(id));
    }
    let (_, report) = copy(&map, Years::Shifted(3));
    assert!(report.rare.iter().any(|it| matches!(it, Rare::Children(7..))), "{:?}", report.rare);
}
