//! The example families are what the program that makes them would write, and are sound.

use std::collections::BTreeMap;
use std::path::Path;

use rode_draad::catalogue::Catalogue;
use rode_draad::doubt::doubts;
use rode_draad::file::{open, to_bytes};
use rode_draad::geometry::Point;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::layout::layout;
use rode_draad::model::{Date, FamilyMap, Subject, UnionId};
use rode_draad::pattern::{self, Pattern, Place, Settings, cards};
use rode_draad::scene::{
    Cast, Item, Layer, Path as Line, Shape, View, build, layout_options, strand_views,
};
use rode_draad::shown::Opened;
use rode_draad::theme::{Theme, ThemeName};

/// So many letters of a sentence fit on two lines of the screen in a large room.
const MOST_LETTERS: usize = 72;

#[expect(clippy::panic, reason = "a table with a mistake must stop the test")]
#[path = "../../examples/data/families.rs"]
mod families;

#[test]
fn the_examples_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let examples = families::examples();
    assert!(4 <= examples.len(), "all four cases and the families of history");
    for (name, map) in examples {
        let found = std::fs::read(folder.join(&name)).unwrap_or_default();
        let up_to_date = found == to_bytes(&map).unwrap();
        assert!(up_to_date, "{name} differs: cargo run --example make_examples");
        assert_eq!(open(&found).unwrap(), map, "{name}");
        let today = map.today_or(Date::parse("2026-11-21").unwrap());
        assert_eq!(doubts(&map, Catalogue::builtin(), today), [], "{name}");
    }
}

/// Every text of the invented families stands in both languages, and no name does.
#[test]
fn the_cases_say_everything_in_both_languages() {
    let maps: BTreeMap<String, FamilyMap> = families::examples().into_iter().collect();
    let english: Vec<_> = maps.keys().filter_map(|it| it.strip_prefix("en/")).collect();
    assert_eq!(english.len(), 8, "{english:?}");
    for name in english {
        let (dutch, english) = (&maps[name], &maps[&format!("en/{name}")]);
        for (here, there) in texts(dutch).into_iter().zip(texts(english)) {
            let both = here.is_empty() == there.is_empty();
            assert!(both && (here.is_empty() || here != there), "{name}: {here:?} and {there:?}");
        }
        for (id, person) in &dutch.people {
            let other = &english.people[id].name;
            assert_eq!((&person.name.call, &person.name.family), (&other.call, &other.family));
        }
    }
}

/// The sentences of a map: what nobody would leave in the other language.
fn texts(map: &FamilyMap) -> Vec<&str> {
    let mut all = vec![map.title.as_str(), &map.wish, &map.dream];
    for scene in &map.story {
        all.extend([scene.text.as_str(), &scene.notes, &scene.trap]);
        all.extend(scene.guess.iter().map(|it| it.text.as_str()));
    }
    all.extend(map.goals.values().flat_map(|it| [it.text.as_str(), &it.first_step]));
    for person in map.people.values() {
        all.extend(person.wishes.iter().map(String::as_str));
        all.extend(person.entries.iter().map(|it| it.helped.as_str()));
    }
    all.extend(map.households.values().map(|it| it.name.as_str()));
    all
}

/// What a trainer needs: a story that a map can show, with questions, a trap and an answer.
#[test]
fn the_story_of_every_case_can_be_told() {
    let cases = families::examples().into_iter().filter(|(_, map)| map.fictional);
    let mut told = 0;
    for (name, map) in cases {
        told += 1;
        assert!((12..=26).contains(&map.people.len()), "{name}");
        assert!((6..=9).contains(&map.story.len()), "{name}: {} scenes", map.story.len());
        let today = map.today.expect("a day");
        let opened = Opened::default();
        let kin = Kinship::of(&map);
        let cards = cards(&map, &kin, Catalogue::builtin(), &Settings::default(), today, &opened);
        for scene in &map.story {
            let at = format!("{name}, {}", scene.title);
            let reveal = scene.guess.iter();
            for text in [&scene.text].into_iter().chain(reveal.clone().map(|it| &it.text)) {
                assert!(text.chars().count() <= MOST_LETTERS, "{at}: {text}");
            }
            assert!(!scene.notes.is_empty() && scene.minutes.is_some(), "{at}");
            assert!(scene.people.iter().all(|id| map.people.contains_key(id)), "{at}");
            for card in scene.cards.iter().chain(reveal.flat_map(|it| &it.cards)) {
                let found = cards.get(card).unwrap_or_else(|| panic!("{at}: no card {card}"));
                assert_ne!(found.place, Place::Hidden, "{at}");
            }
        }
        let guesses = map.story.iter().filter(|it| it.guess.is_some()).count();
        let traps = map.story.iter().filter(|it| !it.trap.is_empty()).count();
        assert!(2 <= guesses && 2 <= traps, "{name}: {guesses} guesses, {traps} traps");
        // What is needed in all stands in the notes of the first scene.
        let minutes: u32 = map.story.iter().filter_map(|it| it.minutes).map(u32::from).sum();
        assert!(map.story[0].notes.contains(&format!(": {minutes} min")), "{name}: {minutes}");
        assert!(map.goals.values().all(|it| !it.first_step.is_empty()), "{name}");
        assert!(3 <= map.goals.len() && 3 <= map.supports.len(), "{name}");
        assert!(!map.wish.is_empty() && !map.households.is_empty(), "{name}");
    }
    assert_eq!(told, 16, "eight families in two languages");
}

/// The upright pieces of a line.
fn uprights(line: &Line) -> Vec<(Point, Point)> {
    let points: Vec<Point> = line.points().collect();
    let pairs = points.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|(a, b)| (a.x - b.x).abs() < 0.1).collect()
}

/// Six partners leave little room: the strand from Henry VIII to the children of one union hides
/// none of the line to another.
#[test]
fn a_strand_beside_a_label_hides_no_line_to_another_partner() {
    let (_, map) = families::examples().into_iter().find(|it| it.0 == "tudor.familie").unwrap();
    let today = Date::parse("2026-11-21").unwrap();
    let catalogue = Catalogue::builtin();
    let kin = Kinship::of(&map);
    let found = pattern::find(&map, &kin, catalogue, &Settings::default(), today);
    let mut threads = found.findings.iter().filter(|it| it.pattern == Pattern::Thread);
    let first = threads.find(|it| it.theme.as_ref().is_some_and(|it| !it.is_strong())).unwrap();
    let mut view = View::calm(Theme::of(ThemeName::Light), Lang::Nl, today);
    view.strands = strand_views(&map, [first], Lang::Nl);
    let cast = Cast::of(&map, &view);
    let scene = build(&map, &cast, &layout(&cast.family, &layout_options()), &view);
    let pieces = |wanted: &dyn Fn(&Item) -> bool| -> Vec<(Point, Point)> {
        let items = scene.items.iter().filter(|item| wanted(item));
        let lines = items.filter_map(|item| match &item.shape {
            Shape::Path { path, .. } => Some(uprights(path)),
            _ => None,
        });
        lines.flatten().collect()
    };
    // Anne of Cleves had no children: no strand runs along this line.
    let cleves = Subject::Union(UnionId::new("u9").unwrap());
    let line = pieces(&|it| it.layer == Layer::Lines && it.subject.as_ref() == Some(&cleves));
    let strand = pieces(&|it| it.layer == Layer::Strands && it.strand == Some(0));
    assert!(!line.is_empty() && !strand.is_empty(), "both are drawn");
    let stroke = view.theme.stroke;
    let clear = (stroke.strand_over + stroke.line) / 2.0 + stroke.casing;
    for (a, b) in &strand {
        for (c, d) in &line {
            let shared = a.y.max(b.y).min(c.y.max(d.y)) - a.y.min(b.y).max(c.y.min(d.y));
            let apart = (a.x - c.x).abs();
            assert!(shared <= 1.0 || clear <= apart, "{a:?}–{b:?} lies on {c:?}–{d:?}");
        }
    }
}
