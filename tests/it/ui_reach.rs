//! What is drawn answers where it is drawn, and what is looked at is in view.

use egui::{Pos2, Rect};
use egui_kittest::kittest::Queryable as _;
use rode_draad::model::Subject;
use rode_draad::scene::{Item, Layer, Shape};

use crate::ui_window::{At, Window};

/// Cases with couples and with homes.
const CASES: [&str; 2] = ["Drie keer jong moeder", "Wie praat met wie"];

fn opened(name: &str, case: &str) -> Window {
    let mut w = Window::open(name);
    w.click_button(case);
    w.press("Escape");
    w.press("Shift+1");
    w.click_at(At::EmptyMap);
    w
}

/// Every line of `layer` that is drawn of a subject, as it stands on the screen.
fn drawn(w: &Window, layer: Layer) -> Vec<(Subject, Vec<Pos2>)> {
    let map = w.app().session().canvas.expect("a map");
    let camera = w.app().session().camera;
    let on_screen = |item: &Item| {
        let Shape::Path { path, paint } = &item.shape else { return None };
        paint.stroke?;
        let points = path.flattened();
        Some(points.iter().map(|it| camera.screen_from_map(map.min, *it)).collect())
    };
    let items = w.app().scene().items.iter().filter(|it| it.layer == layer);
    items.filter_map(|it| Some((it.subject.clone()?, on_screen(it)?))).collect()
}

/// Everything that answers by itself: people, handles, buttons.
fn others(w: &Window) -> Vec<Rect> {
    let nodes = w
        .harness
        .query_all_by(|node| [egui::Role::Button, egui::Role::TreeItem].contains(&node.role()));
    nodes.map(|node| node.rect().expand(2.0)).collect()
}

/// Places along each level piece that is long enough, off people and handles.
fn places(w: &Window, way: &[Pos2]) -> Vec<Pos2> {
    let (taken, map) = (others(w), w.app().session().canvas.expect("a map").shrink(4.0));
    let pieces = way.iter().zip(way.iter().skip(1)).filter(|(a, b)| 24.0 < (**b - **a).length());
    let along = pieces.flat_map(|(a, b)| [0.12, 0.3, 0.7, 0.88].map(|at| *a + at * (*b - *a)));
    along.filter(|it| map.contains(*it) && !taken.iter().any(|rect| rect.contains(*it))).collect()
}

#[test]
fn the_line_of_a_couple_answers_along_the_whole_of_it() {
    let mut taps = 0;
    for case in CASES {
        let mut w = opened("reach-couples", case);
        for id in w.map().unions.keys().cloned().collect::<Vec<_>>() {
            let union = Subject::Union(id.clone());
            let Some(both) = w.map().union(&id).filter(|it| it.partners.len() == 2) else {
                continue;
            };
            let names = both.partners.iter().filter_map(|it| w.map().person(it));
            let names: Vec<String> = names.map(|it| it.name.short().to_owned()).collect();
            let [Some(a), Some(b)] =
                [names.first(), names.get(1)].map(|it| it.filter(|it| is_one(&w, it)))
            else {
                continue;
            };
            let (a, b) = (w.person_rect(a), w.person_rect(b));
            let symbol = |it: Rect| it.center_top() + egui::vec2(0.0, it.width() / 2.0);
            if 2.0 < (symbol(a).y - symbol(b).y).abs() {
                continue;
            }
            let level = drawn(&w, Layer::Lines).into_iter().find(|(of, way)| {
                let y = symbol(a).y;
                *of == union && 2 <= way.len() && way.iter().all(|it| (it.y - y).abs() < 3.0)
            });
            let Some((_, way)) = level else { continue };
            for place in places(&w, &[way[0], way[way.len() - 1]]) {
                w.click_pos(place);
                assert_eq!(w.selected(), Some(union.clone()), "{case} {names:?} at {place:?}");
                taps += 1;
                w.press("Escape");
                w.click_at(At::EmptyMap);
            }
        }
    }
    println!("{taps} taps on lines of couples");
    assert!(12 <= taps, "{taps} taps");
}

#[test]
fn the_outline_of_a_home_answers_along_the_whole_of_it() {
    let mut taps = 0;
    for case in CASES {
        let mut w = opened("reach-homes", case);
        let lines = drawn(&w, Layer::Lines);
        for (home, ring) in drawn(&w, Layer::Households) {
            for place in places(&w, &ring) {
                // Where another line runs along it, that may be meant.
                let near = |two: &[Pos2]| Rect::from_two_pos(two[0], two[1]).expand(14.0);
                let is_crossed =
                    lines.iter().any(|(_, way)| way.windows(2).any(|it| near(it).contains(place)));
                if is_crossed {
                    continue;
                }
                w.click_pos(place);
                assert_eq!(w.selected(), Some(home.clone()), "{case} at {place:?}");
                taps += 1;
                w.press("Escape");
                w.click_at(At::EmptyMap);
            }
        }
    }
    println!("{taps} taps on outlines of homes");
    assert!(6 <= taps, "{taps} taps");
}

/// Whatever in the panel goes to somebody brings them into view; a tap on the map moves nothing.
#[test]
fn whoever_is_gone_to_is_in_view() {
    let mut gone = 0;
    for case in CASES {
        let mut w = opened("reach-go", case);
        let map = w.app().session().canvas.expect("a map");
        for name in w.map().people.values().map(|it| it.name.short().to_owned()).collect::<Vec<_>>()
        {
            let camera = w.app().session().camera;
            if is_one(&w, &name) {
                w.click_person(&name);
                assert_eq!(w.app().session().camera, camera, "{name}: a tap moves nothing");
                w.click_at(At::EmptyMap);
            }
        }
        for at in 0..w.button_rects("Relatie van").len() {
            w.press("Escape");
            w.press("Shift+1");
            let grip = w.button_rects("Relatie van")[at];
            w.click_pos(grip.center());
            let Some(Subject::Union(id)) = w.selected() else { continue };
            let children = w.map().union(&id).map(|it| it.children.clone()).unwrap_or_default();
            let Some(child) = children.first().and_then(|it| w.map().person(&it.person)) else {
                continue;
            };
            let who = child.name.short().to_owned();
            let rows = w.button_rects(&who).into_iter();
            let row = { rows }.find(|it| map.right() < it.left());
            let Some(row) = row.filter(|_| is_one(&w, &who)) else { continue };
            w.click_pos(row.center());
            for _ in 0..6 {
                w.click_button("Dichterbij");
            }
            let was_seen = map.contains(w.person_rect(&who).center());
            w.click_button(&format!("Ga naar {who}"));
            let place = w.person_rect(&who);
            assert!(map.contains(place.center()), "{case}: {who} {place:?}");
            gone += usize::from(!was_seen);
        }
    }
    println!("went to {gone} who were out of view");
    assert!(3 <= gone, "{gone}");
}

/// Is exactly one on the map called so?
fn is_one(w: &Window, name: &str) -> bool {
    let is_it = |it: &&String| **it == name || it.starts_with(&format!("{name},"));
    w.people().iter().filter(is_it).count() == 1
}
