//! Lifelines: whose lives, nothing before it began, nothing more certain than it was told.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use rode_draad::catalogue::Catalogue;
use rode_draad::export::{Lettering, PngSize, png, svg};
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{Date, FamilyMap, PersonId};
use rode_draad::pattern::{self, Settings};
use rode_draad::scene::{self, Along, LifePart, LifeView, Lifelines, View, WhoseLives};
use rode_draad::shown::Opened;
use rode_draad::theme::{Theme, ThemeName};

use crate::any_map::any_map;

fn family(path: &str) -> FamilyMap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    file::open(&std::fs::read(path).expect("a file")).expect("a map")
}

fn drawn(map: &FamilyMap, shown: &LifeView, theme: ThemeName) -> Lifelines {
    let today = map.today_or(Date::new(2026, Some(6), Some(1)).expect("a day"));
    let kin = Kinship::of(map);
    let cards = pattern::cards(
        map,
        &kin,
        Catalogue::builtin(),
        &Settings::default(),
        today,
        &Opened::default(),
    );
    let view = View::calm(Theme::of(theme), Lang::Nl, today);
    scene::lifelines(map, &kin, &cards, &view, shown)
}

fn names(map: &FamilyMap, lives: &Lifelines) -> Vec<String> {
    let name = |id: &PersonId| map.person(id).map(|it| it.name.short().to_owned());
    lives.rows.iter().filter_map(|row| name(&row.person)).collect()
}

/// Held against `tests/golden`; `UPDATE_GOLDEN=1` accepts what is drawn now.
fn golden(name: &str, lives: &Lifelines) {
    if let Some(folder) = std::env::var_os("RODE_DRAAD_PICTURES") {
        let bytes = png(&lives.scene, PngSize::Scale(1.0)).expect("a picture");
        std::fs::write(Path::new(&folder).join(format!("{name}.png")), bytes).expect("png");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.svg"));
    let drawn = svg(&lives.scene, Lettering::Named);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &drawn).expect("a golden file");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let change = expected.lines().zip(drawn.lines()).find(|(old, new)| old != new);
    assert!(expected == drawn, "{name} is drawn differently; UPDATE_GOLDEN=1 accepts: {change:?}");
}

#[test]
fn mothers_stand_under_one_another_at_the_same_age() {
    let map = family("examples/drie-keer-jong-moeder.familie");
    let lives = drawn(&map, &LifeView::default(), ThemeName::Light);
    let names = names(&map, &lives);
    let place = |name: &str| names.iter().position(|it| it == name);
    assert!(place("Gerda") < place("Ria") && place("Ria") < place("Kim"), "{names:?}");
    assert!(place("Kim") < place("Noa") && place("Sandra").is_some(), "{names:?}");
    // The age at the first child is what they have in common: 18 or 19.
    let young = lives.bands.iter().find(|band| (band.lo, band.hi) == (18, 19));
    assert!(young.is_some(), "{:?}", lives.bands);
    assert_eq!(lives.band.as_ref(), young.map(|band| &band.card), "the narrowest");
    golden("lives-mothers", &lives);
    let years = LifeView { along: Along::Years, ..LifeView::default() };
    let lives = drawn(&map, &years, ThemeName::Light);
    assert!(lives.bands.is_empty(), "an age is no year");
    golden("lives-years", &lives);
}

#[test]
fn sixty_lives_are_drawn_small() {
    let map = family("tests/fixtures/families/zestig-mensen.familie");
    let all = LifeView { whose: WhoseLives::All, ..LifeView::default() };
    let lives = drawn(&map, &all, ThemeName::Light);
    assert!(40 < lives.rows.len(), "{}", lives.rows.len());
    assert!(lives.scene.bounds.height() < 3000.0, "{:?}", lives.scene.bounds);
    golden("lives-sixty", &lives);
}

#[test]
fn what_is_left_out_is_not_drawn() {
    let map = family("examples/drie-keer-jong-moeder.familie");
    let whole = drawn(&map, &LifeView::default(), ThemeName::Light);
    let n_bars = |lives: &Lifelines| lives.rows.iter().map(|row| row.bars.len()).sum::<usize>();
    for part in LifePart::ALL {
        let without = LifeView { left_out: BTreeSet::from([part]), ..LifeView::default() };
        let lives = drawn(&map, &without, ThemeName::Light);
        let less = if part == LifePart::Events {
            lives.scene.items.len() < whole.scene.items.len()
        } else {
            n_bars(&lives) < n_bars(&whole)
        };
        assert!(less || part == LifePart::Help, "{part:?}");
    }
    let nothing = LifeView { left_out: LifePart::ALL.into(), ..LifeView::default() };
    assert_eq!(n_bars(&drawn(&map, &nothing, ThemeName::Light)), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nothing_lies_outside_a_life(map in any_map(), years in any::<bool>()) {
        let along = if years { Along::Years } else { Along::Age };
        let shown = LifeView { whose: WhoseLives::All, along, ..LifeView::default() };
        let lives = drawn(&map, &shown, ThemeName::Light);
        let mut seen = BTreeSet::new();
        for row in &lives.rows {
            prop_assert!(seen.insert(&row.person), "twice: {}", row.person);
            for bar in &row.bars {
                prop_assert!(bar.rect.min.x.is_finite() && bar.rect.max.x.is_finite());
                prop_assert!(row.head.min.y - 1.0 <= bar.rect.min.y, "in its row");
                prop_assert!(bar.rect.max.y <= row.head.max.y + 1.0, "in its row");
                prop_assert!(row.head.max.x - 1.0 <= bar.rect.min.x, "not before birth");
                prop_assert!(bar.rect.max.x <= lives.scene.bounds.max.x + 1.0);
                prop_assert!(!bar.words.is_empty());
            }
        }
        for id in &lives.without_years {
            prop_assert!(seen.insert(id), "twice: {id}");
        }
        let facts = map.people.values().filter(|person| person.holds_facts()).count();
        prop_assert_eq!(seen.len(), facts, "everybody whose life began, once");
    }
}

/// Whom a death parted did not break up: on no line of the family, nor in what is read aloud.
#[test]
fn a_widow_is_not_told_that_they_broke_up() {
    let mut map = family("examples/drie-keer-jong-moeder.familie");
    for union in map.unions.values_mut() {
        let union = std::sync::Arc::make_mut(union);
        union.ending = Some(rode_draad::model::Ending::Death);
        union.until = union.until.or(rode_draad::model::PartialDate::in_year(2008));
    }
    let shown = LifeView { whose: WhoseLives::All, ..LifeView::default() };
    let lives = drawn(&map, &shown, ThemeName::Light);
    assert!(4 < lives.rows.len());
    let text = svg(&lives.scene, Lettering::Named);
    assert!(!text.contains("uit elkaar"), "said of somebody whose partner died");
}

/// Of two who are dead, only the one who lived on lost a partner.
#[test]
fn whoever_died_first_lost_nobody() {
    let map = family("examples/de-leeftijd-van-opa.familie");
    let said = |name: &str| {
        let of = |person: &rode_draad::model::Person| person.name.short() == name;
        let found = map.people.iter().filter(|(_, it)| of(it)).map(|(id, _)| id.clone());
        let shown = LifeView { whose: WhoseLives::Chosen(found.collect()), ..LifeView::default() };
        svg(&drawn(&map, &shown, ThemeName::Light).scene, Lettering::Named)
    };
    assert!(!said("Hendrik").contains("Mientje overleden"), "she outlived him");
    assert!(said("Mientje").contains("Hendrik overleden"));
}
