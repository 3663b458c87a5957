//! The overview speaks of the cards, hides nobody who matters, and leaves no cell to be guessed at.

use super::*;
use crate::i18n::Texts;
use crate::pattern::{Cards, cards};
use crate::scene::{Across, Column, Group, Overview, OverviewCell, overview};
use crate::shown::Opened;

fn told(map: &FamilyMap) -> (Kinship, Cards) {
    let (kin, today) = (Kinship::of(map), fixture::today());
    let settings = Settings::default();
    let cards = cards(map, &kin, Catalogue::builtin(), &settings, today, &Opened::default());
    (kin, cards)
}

fn drawn(map: &FamilyMap, view: &View, across: Across) -> Overview {
    let (kin, cards) = told(map);
    overview(map, &kin, &cards, view, across)
}

fn area(cells: &[OverviewCell], generation: u32, area: &str) -> OverviewCell {
    let column = Column::Area(KindId::new(area).expect("an area"));
    let mut of = cells.iter().filter(|it| it.generation == generation && it.column == column);
    of.next().expect("the area").clone()
}

fn texts_in(picture: &Overview, cell: &OverviewCell) -> Vec<String> {
    let inside = picture.scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) if cell.rect.contains(label.at) => Some(label.text.clone()),
        _ => None,
    });
    inside.collect()
}

#[test]
fn the_overview_says_who_and_hides_what_is_hidden() {
    let mut map = fixture::de_wit();
    fixture::give(&mut map, "linda", "gevoel-einde");
    for person in map.people.values_mut() {
        for entry in &mut std::sync::Arc::make_mut(person).entries {
            // Without an age at which it began, nobody's "no" would say that it stops.
            entry.since = Some(Moment::AtAge(Age::Exactly(18)));
        }
    }
    let mut view = calm();
    let picture = drawn(&map, &view, Across::Areas);
    show("overview", &picture.scene);
    let money = area(&picture.cells, 1, "geld");
    assert_eq!(money.group(Group::Yes), [fixture::id("linda")]);
    let hidden = |it: &OverviewCell| it.column == Column::Area(KindId::new("gevoel").expect("id"));
    assert!(!picture.cells.iter().any(hidden), "hidden is not told, not even as a column");
    let areas = picture.cells.iter().filter(|it| matches!(it.column, Column::Area(_)));
    assert!(areas.into_iter().all(|it| it.heading(Group::No) == Some("scene-asked-no")));
    let school = area(&picture.cells, 3, "leren");
    assert!(school.stops.contains(&fixture::id("noa")));
    assert!(texts_in(&picture, &school).iter().any(|it| it == "Noa"), "a tick says who");
    view.sensitive = Sensitive::Shown;
    let all = drawn(&map, &view, Across::Areas).cells;
    assert_eq!(area(&all, 1, "gevoel").group(Group::Yes).len(), 1);
}

#[test]
fn what_is_hidden_draws_no_line_in_the_overview() {
    let plain = fixture::de_wit();
    let mut map = plain.clone();
    for person in ["ans", "linda", "kim"] {
        fixture::give(&mut map, person, "veilig-partnergeweld");
    }
    for across in [Across::Areas, Across::Cards] {
        let scene = |map: &FamilyMap| drawn(map, &calm(), across).scene;
        assert_eq!(scene(&map), scene(&plain));
    }
}

/// Anything can be hidden: what stands in a cell without anybody is true then too, and the same.
#[test]
fn a_cell_without_anybody_never_says_that_nothing_was_filled_in() {
    let mut plain = fixture::de_wit();
    fixture::give(&mut plain, "noa", "veilig-oorlog");
    let mut map = plain.clone();
    for person in ["ans", "linda", "kim"] {
        fixture::give(&mut map, person, "veilig-mishandeld");
    }
    for lang in Lang::ALL {
        let view = View { lang, ..calm() };
        let (picture, without) =
            (drawn(&map, &view, Across::Areas), drawn(&plain, &view, Across::Areas));
        let texts = Texts::new(lang);
        let empty = area(&picture.cells, 0, "veilig");
        assert!(empty.is_empty());
        assert_eq!(
            texts_in(&picture, &empty),
            texts_in(&without, &area(&without.cells, 0, "veilig"))
        );
        assert_eq!(texts_in(&picture, &empty), [texts.get("scene-cell-empty")]);
        assert_eq!(picture.scene, without.scene);
        assert!(["niets te zien", "nothing to see"].contains(&texts.get(empty.nothing()).as_str()));
    }
}

/// However many there are, a focus person is named.
#[test]
fn no_number_hides_a_focus_person() {
    let mut map = FamilyMap::default();
    let names: Vec<String> = (0..14).map(|nth| format!("Kind{nth:02}")).collect();
    fixture::add(&mut map, "Ma", Gender::Woman, 1950, None);
    fixture::give(&mut map, "ma", "geld-schulden");
    for name in &names {
        fixture::add(&mut map, name, Gender::Woman, 1980, None);
        fixture::give(&mut map, &name.to_lowercase(), "geld-schulden");
    }
    let children: Vec<String> = names.iter().map(|it| it.to_lowercase()).collect();
    let children: Vec<&str> = children.iter().map(String::as_str).collect();
    fixture::join(&mut map, "u", &["ma"], &children);
    for name in &names {
        map.focus = vec![fixture::id(&name.to_lowercase())];
        for across in [Across::Areas, Across::Cards] {
            let picture = drawn(&map, &calm(), across);
            let of = picture.cells.iter().filter(|cell| cell.generation == 1 && !cell.is_empty());
            for cell in of {
                let texts = texts_in(&picture, cell);
                assert!(texts.contains(name), "{name}: {texts:?}");
                assert!(texts.contains(&"14".to_owned()) && texts.contains(&"+10".to_owned()));
            }
        }
    }
}

/// Whatever a cell holds, something is written in it, and within it.
#[test]
fn no_cell_is_left_to_be_guessed_at() {
    let map = fixture::de_wit();
    for across in [Across::Areas, Across::Cards] {
        let picture = drawn(&map, &calm(), across);
        assert!(!picture.cells.is_empty());
        for cell in &picture.cells {
            let texts = texts_in(&picture, cell);
            assert!(!texts.is_empty(), "{cell:?}");
            assert_eq!(
                texts.is_empty() || texts[0] != "niets te zien",
                !cell.shown().is_empty() || cell.is_young
            );
        }
    }
}

#[test]
fn skills_have_a_column_of_their_own() {
    let mut map = fixture::de_wit();
    for (name, level) in [("linda", SkillLevel::Hard), ("kim", SkillLevel::GoesWell)] {
        let person = std::sync::Arc::make_mut(map.people.get_mut(&fixture::id(name)).expect("her"));
        let skill = KindId::new("ef-plannen").expect("a skill");
        person.skills.push(SkillNote { skill, level, according_to: String::new() });
    }
    let picture = drawn(&map, &calm(), Across::Areas);
    let skills: Vec<_> = picture.cells.iter().filter(|it| it.column == Column::Skills).collect();
    assert_eq!(skills[1].group(Group::Hard), [fixture::id("linda")]);
    assert_eq!(skills[2].group(Group::Well), [fixture::id("kim")]);
    assert!(texts_in(&picture, skills[1]).contains(&"lastig".to_owned()));
    assert!(texts_in(&picture, skills[2]).contains(&"gaat goed".to_owned()));
}
