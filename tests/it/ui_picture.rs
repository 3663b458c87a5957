//! The picture is part of what was said: what was seen comes back as it was.

use crate::ui_table::draw_twelve;
use crate::ui_window::Window;

const EXAMPLE: &str = "Drie keer jong moeder";

/// Everybody on the screen, by what is said of them, at whole points.
fn seen(w: &Window) -> Vec<(String, i32, i32)> {
    let name = |label: &String| label.split(',').next().unwrap_or_default().to_owned();
    let mut seen: Vec<_> = w
        .people()
        .iter()
        .map(|label| {
            let at = w.person_rect(&name(label)).center();
            (name(label), at.x.round() as i32, at.y.round() as i32)
        })
        .collect();
    seen.sort();
    seen
}

/// Who stands left of whom, in rows from the top.
fn order(w: &Window) -> Vec<String> {
    let mut seen = seen(w);
    seen.sort_by_key(|(_, x, y)| (*y / 60, *x));
    seen.into_iter().map(|(name, ..)| name).collect()
}

#[test]
fn undoing_a_drag_restores_the_picture() {
    let mut w = Window::open("undo-drag");
    draw_twelve(&mut w);
    w.press("Escape");
    let before = seen(&w);
    let (lisa, tom) = (w.person_rect("Lisa").center(), w.person_rect("Tom").center());
    w.drag("Sem", (lisa.x + tom.x) / 2.0);
    w.press("Escape");
    assert_eq!(w.map().view.pins.len(), 1, "Sem is pinned");
    let after = seen(&w);
    assert_ne!(after, before, "Sem stands elsewhere");
    w.press("Ctrl+Z");
    assert_eq!(w.map().view.pins.len(), 0);
    assert_eq!(seen(&w), before, "the picture is as it was");
    w.press("Ctrl+Shift+Z");
    assert_eq!(seen(&w), after, "and as it became");
}

#[test]
fn undoing_and_redoing_all_shows_each_picture_again() {
    let mut w = Window::open("undo-all");
    draw_twelve(&mut w);
    w.press("Escape");
    let last = seen(&w);
    let mut back = Vec::new();
    while w.app().document().undo_label().is_some() {
        back.push(seen(&w));
        w.press("Ctrl+Z");
    }
    assert!(6 < back.len(), "many steps");
    while let Some(expected) = back.pop() {
        w.press("Ctrl+Shift+Z");
        assert_eq!(seen(&w), expected);
    }
    assert_eq!(seen(&w), last);
}

#[test]
fn a_saved_map_opens_as_it_was_seen() {
    let mut w = Window::open("seen");
    draw_twelve(&mut w);
    w.press("Escape");
    w.press("Shift+1");
    let before = seen(&w);
    w.press("Ctrl+S");
    w.press("Enter");
    let path = w.folder().join("kaart-2026-11-21.familie");
    assert!(path.exists() && !w.app().document().is_unsaved(), "saved");
    let mut again = Window::open_in(w.folder());
    again.harness.state_mut().open_path(&path);
    again.harness.run();
    assert!(!again.app().document().is_unsaved(), "looking is no change");
    let after = seen(&again);
    assert_eq!(order(&again), order(&w), "nobody changed sides");
    for ((name, x, y), (_, x2, y2)) in before.iter().zip(&after) {
        assert!((x - x2).abs() <= 2 && (y - y2).abs() <= 2, "{name}: {x},{y} and {x2},{y2}");
    }
}

#[test]
fn a_branch_comes_back_as_it_was() {
    let mut w = Window::open("fold-back");
    w.click_button(EXAMPLE);
    w.click_person("Ria");
    w.press("Escape");
    let before = seen(&w);
    w.click_person("Ria");
    w.press("F");
    w.press("F");
    w.press("Escape");
    assert_eq!(seen(&w), before);
}

/// Themes in turn: the strand that is on stays on and is the one that is drawn, also with the pointer
/// at rest where the menu was; the family is as large as before, the legend has its words.
#[test]
fn themes_in_turn_leave_all_as_it_was() {
    let mut w = Window::open("themes");
    w.click_button(EXAMPLE);
    // All cards: they lie under the menu.
    w.click_button("Nog ");
    w.press("L");
    w.press("Shift+1");
    let (before, strands) = (seen(&w), w.app().document().strands().map(<[_]>::to_vec));
    let legend = |w: &Window| w.is_seen("overleden");
    let (drawn, explained) = (strands.clone().expect("one is on"), legend(&w));
    for theme in ["beamer", "zwart-wit", "donker", "veel contrast", "licht"] {
        w.click_button("Menu");
        w.click_button(theme);
        assert_eq!(w.app().document().strands().map(<[_]>::to_vec), strands, "{theme}");
        assert_eq!(w.app().session().preview, None, "{theme}: nobody pointed at a card");
        assert!(drawn.iter().all(|card| w.app().shows_strand(card)), "{theme}");
        w.press("Escape");
    }
    w.press("Shift+1");
    assert_eq!(seen(&w), before, "the family is where it was");
    assert_eq!(legend(&w), explained, "the legend has its words");
}

/// Whoever drags a mother takes her partner and their children along, in one step; her sisters and
/// who was put somewhere by hand stay.
#[test]
fn a_drag_does_not_tear_a_family() {
    let mut w = Window::open("drag-family");
    w.click_button("Nieuwe kaart");
    for (key, name) in [
        ("", "Ada 1960 v"),
        ("K", "Bea 1982 v"),
        ("B", "Cor 1984 v"),
        ("B", "Dora 1986 v"),
        ("P", "Ed 1985 m"),
        ("K", "Fien 2010 v"),
        ("B", "Gijs 2012 m"),
    ] {
        if !key.is_empty() {
            w.press(key);
        }
        w.type_text(name);
        w.press("Enter");
    }
    w.press("Escape");
    let apart =
        |w: &Window, a: &str, b: &str| w.person_rect(a).center().x - w.person_rect(b).center().x;
    let with_her = ["Ed", "Fien", "Gijs"];
    let before = with_her.map(|name| apart(&w, name, "Dora"));
    let sisters = apart(&w, "Bea", "Cor");
    let (first, steps) = (seen(&w), w.map().clone());
    let to = w.person_rect("Bea").center().x - 320.0;
    w.drag("Dora", to.max(90.0));
    w.press("Escape");
    assert_eq!(w.map().view.pins.len(), 1, "one pin");
    for (name, was) in with_her.into_iter().zip(before) {
        let now = apart(&w, name, "Dora");
        assert!((now - was).abs() < 60.0, "{name} stood {was} from her, and now {now}");
    }
    assert!((apart(&w, "Bea", "Cor") - sisters).abs() < 60.0, "her sisters stay together");
    w.press("Ctrl+Z");
    assert_eq!(seen(&w), first, "one step");
    assert_eq!(w.map().view, steps.view);
}
