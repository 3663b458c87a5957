//! Ties of supports run clear of people, their names and tiles; the band stands below everybody.

use rode_draad::file;
use rode_draad::geometry::{Point, Rect, Size};
use rode_draad::i18n::Lang;
use rode_draad::model::{PersonId, Subject};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Layer, Scene, Shape, Supports, View};
use rode_draad::theme::{Theme, ThemeName};

const FAMILY: &str = include_str!("../fixtures/families/een-plan-vier-helpers.familie");

fn drawn(supports: Supports) -> Scene {
    let map = file::open(FAMILY.as_bytes()).expect("a family");
    let (theme, today) = (
        Theme::of(ThemeName::Mono),
        map.today_or(rode_draad::model::Date::new(2026, Some(11), Some(21)).expect("a day")),
    );
    let view = View { supports, legend: true, ..View::calm(theme, Lang::Nl, today) };
    let (cast, layout) = picture_of(&map, &view);
    scene::build(&map, &cast, &layout, &view)
}

fn is_support(subject: &Option<Subject>) -> bool {
    matches!(subject, Some(Subject::Support(_)))
}

/// The corners of every tie.
fn ties(scene: &Scene) -> Vec<Vec<Point>> {
    let ties =
        scene.items.iter().filter(|it| it.layer == Layer::Relations && is_support(&it.subject));
    let corners = |shape: &Shape| match shape {
        Shape::Path { path, .. } => path.points().collect(),
        _ => Vec::new(),
    };
    ties.map(|it| corners(&it.shape)).filter(|it: &Vec<Point>| 3 < it.len()).collect()
}

#[test]
fn the_band_stands_below_everybody_and_does_not_move_with_its_ties() {
    let (calm, all) = (drawn(Supports::Band), drawn(Supports::All));
    let bounds = |scene: &Scene, wanted: fn(&Option<Subject>) -> bool| {
        let items =
            scene.items.iter().filter(|it| it.layer == Layer::People && wanted(&it.subject));
        items.filter_map(|it| it.shape.bounds()).reduce(Rect::union).expect("somebody")
    };
    let people = bounds(&all, |it| matches!(it, Some(Subject::Person(_))));
    let supports = bounds(&all, is_support);
    assert!(people.max.y < supports.min.y, "{people:?} {supports:?}");
    assert_eq!(bounds(&calm, is_support), supports, "nothing jumps");
    assert!(ties(&calm).is_empty(), "the band is calm");
    assert!(5 <= ties(&all).len(), "the ties are there");
    let none = drawn(Supports::None);
    assert!(!none.items.iter().any(|it| is_support(&it.subject)), "none at all");
}

#[test]
fn ties_run_clear_of_people_and_names() {
    let scene = drawn(Supports::All);
    let read: Vec<Rect> = scene
        .items
        .iter()
        .filter(|it| it.layer == Layer::People)
        .filter(|it| !matches!(it.shape, Shape::Path { .. }))
        .filter_map(|it| it.shape.bounds())
        .collect();
    for tie in ties(&scene) {
        for at in &tie {
            let dot = Rect::centered(*at, Size::new(0.1, 0.1));
            let hit = read.iter().find(|it| it.grown(-0.5).overlaps(dot));
            assert!(hit.is_none(), "a tie through what is read at {at:?}: {hit:?}");
        }
    }
}

#[test]
fn everybody_sees_their_own_ties_and_the_legend_explains_only_those() {
    let yara = PersonId::new("A4").expect("an id");
    let scene = drawn(Supports::Of(Subject::Person(yara)));
    let texts: Vec<&str> = scene
        .items
        .iter()
        .filter_map(|it| match &it.shape {
            Shape::Text(label) if it.layer == Layer::Frame => Some(label.text.as_str()),
            _ => None,
        })
        .collect();
    assert!(texts.contains(&"helpt") && texts.contains(&"helpt en kost energie"), "{texts:?}");
    assert!(!texts.contains(&"hulp die voorbij is"), "{texts:?}");
    let said: Vec<&String> = scene
        .spoken
        .iter()
        .filter(|(of, _)| matches!(of, Subject::Support(_)))
        .map(|(_, said)| said)
        .collect();
    assert_eq!(said[0], "Fatma, Wijkteam / sociaal team. helpt: huis Yara.");
}
