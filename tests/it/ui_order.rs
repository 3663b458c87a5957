//! Tab goes where the eye goes: through every bar and panel from left to right, from top to bottom.

use egui::Rect;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::ui_window::Window;

const EXAMPLE: &str = "Wie praat met wie";
/// A walk is no longer than this.
const MOST: usize = 400;

/// Something that the keyboard comes to.
#[derive(Clone, Debug, PartialEq)]
struct Stop {
    id: String,
    words: String,
    rect: Rect,
}

fn stop(w: &Window, id: &str) -> Option<Stop> {
    let mut nodes = w.harness.query_all_by(|_| true);
    let node = nodes.find(|node| name_of(node) == id)?;
    let words = node.accesskit_node().label().unwrap_or_default();
    Some(Stop { id: id.to_owned(), words, rect: node.rect() })
}

fn focused(w: &Window) -> Option<String> {
    let node = w.harness.query_all_by(|node| node.is_focused()).last()?;
    Some(name_of(&node))
}

/// What tells a node apart from all others, as long as it is there.
fn name_of(node: &egui_kittest::Node<'_>) -> String {
    format!("{:?}", node.accesskit_node().id())
}

/// Is it wrong to go from `a` to `b`? To the left in one row, or upwards unless a new column begins.
fn goes_back(a: Rect, b: Rect) -> bool {
    let shared = a.bottom().min(b.bottom()) - a.top().max(b.top());
    if 0.7 * a.height().min(b.height()) < shared {
        b.center().x < a.center().x
    } else {
        b.center().y < a.center().y && b.left() < a.right()
    }
}

/// Walks on with Tab from where the keyboard is, as long as it is in `part`; gives every step that goes
/// back, and through how many stops it came. Where a walk begins again at the first, that is no step back.
fn walk(w: &mut Window, part: Rect) -> (Vec<String>, usize) {
    let mut seen = Vec::<Stop>::new();
    let mut wrong = Vec::new();
    for _ in 0..MOST {
        w.press("Tab");
        let Some(now) = focused(w).and_then(|id| stop(w, &id)) else { break };
        if !part.contains(now.rect.center()) || seen.iter().any(|it| it.id == now.id) {
            break;
        }
        // Both as they stand now: a list may have scrolled.
        let before = seen.last().and_then(|it| stop(w, &it.id));
        if let Some(before) = before.filter(|it| goes_back(it.rect, now.rect)) {
            wrong.push((before, now.clone()));
        }
        seen.push(now);
    }
    let first = seen.iter().map(|it| it.rect.top()).fold(f32::MAX, f32::min);
    wrong.retain(|(_, to)| first + 1.0 < to.rect.top() || seen.first() == Some(to));
    let said =
        wrong.iter().map(|(a, b)| format!("{:?} {} → {:?} {}", a.words, a.rect, b.words, b.rect));
    (said.collect(), seen.len())
}

/// What stands at the right of the map.
fn panel(w: &Window) -> Rect {
    let is_top = |it: Option<String>| it.as_deref() == Some("Paneel");
    let mut nodes = w.harness.query_all_by(|node| is_top(node.value().or(node.label())));
    let top = nodes.next().expect("a panel").rect();
    Rect::from_x_y_ranges(top.left() - 24.0..=w.harness.ctx.content_rect().right(), 54.0..=f32::MAX)
}

fn example(name: &str, (width, height): (f32, f32)) -> Window {
    let mut w = Window::open(name);
    w.click_button(EXAMPLE);
    w.harness.set_size(egui::vec2(width, height));
    w.harness.run();
    w
}

const SIZES: [(f32, f32); 2] = [(1680.0, 1050.0), (1024.0, 768.0)];

#[test]
fn every_panel_is_walked_as_it_is_read() {
    type Way = fn(&mut Window);
    let ways: [(&str, Way); 6] = [
        ("what comes back", |w| w.press("Escape")),
        ("a person", |w| w.click_person("Petra")),
        ("a couple", |w| w.click_button("Relatie van Klaas en Wilma")),
        ("a home", |w| w.click_button("huis Petra")),
        ("a line", |w| w.click_button("Petra en Klaas: geen contact")),
        ("a past year", |w| w.press("[")),
    ];
    let mut all = 0;
    for size in SIZES {
        for (name, way) in ways {
            let mut w = example("order", size);
            way(&mut w);
            w.press("F6");
            let part = panel(&w);
            let (wrong, walked) = walk(&mut w, part);
            assert!(wrong.is_empty(), "{name}, {size:?}: {wrong:#?}");
            assert!(2 < walked, "{name}, {size:?}: only {walked} steps");
            all += walked;
        }
    }
    println!("{all} steps");
}

#[test]
fn the_bar_and_every_room_are_walked_as_they_are_read() {
    type Way = fn(&mut Window);
    let all = Rect::EVERYTHING;
    let ways: [(&str, Way, Rect, usize); 6] = [
        // From the top of the window: nothing has the keyboard yet.
        ("the bar", |w| w.press("Escape"), all.with_max_y(54.0), 12),
        ("the story", |w| w.press("Ctrl+4"), all.with_max_y(54.0), 12),
        ("the first screen", |w| w.click_button("Beginscherm"), all, 5),
        ("paper", |w| w.press("Ctrl+P"), all, 5),
        // Its rows are walked with arrows.
        ("commands", |w| w.press("Ctrl+K"), all, 1),
        ("the manual", |w| w.press("F1"), all, 3),
    ];
    for size in SIZES {
        for (name, way, part, least) in ways {
            let mut w = example("order-rooms", size);
            way(&mut w);
            let (wrong, walked) = walk(&mut w, part);
            println!("{name}, {size:?}: {walked} steps");
            assert!(wrong.is_empty(), "{name}, {size:?}: {wrong:#?}");
            assert!(least <= walked, "{name}, {size:?}: only {walked} steps");
        }
    }
}

/// No row of the window is made from the right.
#[test]
fn nothing_is_laid_out_from_the_right() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut folders = vec![root];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("text");
            read += 1;
            if path.ends_with("manual/app.rs") {
                // The number of a point, alone before its words.
                continue;
            }
            assert!(!source.contains("right_to_left"), "{}: use row_end::at_end", path.display());
        }
    }
    assert!(100 < read, "{read} files");
}
