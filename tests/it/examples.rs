//! The example families are what the program that makes them would write, and are sound.

use std::path::Path;

use rode_draad::catalogue::Catalogue;
use rode_draad::doubt::doubts;
use rode_draad::file::{open, to_bytes};
use rode_draad::geometry::Point;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::layout::layout;
use rode_draad::model::{Date, Subject, UnionId};
use rode_draad::pattern::{self, Pattern, Settings};
use rode_draad::scene::{
    Cast, Item, Layer, Path as Line, Shape, View, build, layout_options, strand_views,
};
use rode_draad::theme::{Theme, ThemeName};

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
