//! Nothing covers what is being worked on: targets beside people, words with their ground.

use egui::{Rect, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use rode_draad::model::Subject;

use crate::ui_window::Window;

/// The width of the map in the window of the tests, without the panel.
const MAP: f32 = 1240.0;

/// Buttons that lie on the map, with their names.
fn on_the_map(w: &Window) -> Vec<(String, Rect)> {
    let nodes = w.harness.query_all_by(|node| node.role() == egui::Role::Button);
    let named = nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()));
    let is_there = |rect: &Rect| rect.max.x < MAP && 60.0 < rect.min.y;
    named.filter(|(_, rect)| is_there(rect)).collect()
}

/// Buttons of the map that stay in their corner.
const FIXED: &[&str] =
    &["Dichterbij", "Verder weg", "Toon alles", "Hetzelfde bij meer mensen zetten"];

/// Is this where a line, a home or a flag is taken hold of? Parts of the picture may touch each other.
fn is_drawn(w: &Window, name: &str) -> bool {
    let mut said = w.app().scene().spoken.iter();
    let parts = ["Relatie van", "Gezin van", "Doel van"];
    parts.iter().any(|it| name.starts_with(it))
        || said.any(|(of, words)| !matches!(of, Subject::Person(_)) && name.starts_with(words))
}

fn overlap(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    2.0 < both.width() && 2.0 < both.height()
}

/// No button lies on another one, nor on what `kept` names.
fn assert_clear(w: &Window, kept: &[(&str, Rect)], at: &str) {
    let buttons = on_the_map(w);
    for (nth, (name, rect)) in buttons.iter().enumerate() {
        for (other, over) in buttons.iter().skip(nth + 1) {
            // The picture may lie below the buttons that stay where they are.
            let is_part = |name: &str| is_drawn(w, name) || FIXED.contains(&name);
            if is_part(name) && is_part(other) {
                continue;
            }
            assert!(!overlap(*rect, *over), "{at}: {name:?} and {other:?}: {rect:?} {over:?}");
        }
        for (other, over) in kept.iter().filter(|_| !is_drawn(w, name)) {
            assert!(!overlap(*rect, *over), "{at}: {name:?} on {other:?}: {rect:?} {over:?}");
        }
    }
}

/// Everybody in turn, wherever they stand, close by and far off; then with a name being typed.
#[test]
fn targets_cover_neither_each_other_nor_a_name_that_is_typed() {
    for case in ["Drie keer jong moeder", "Wie praat met wie"] {
        let mut w = Window::open("clear");
        w.click_button(case);
        let names: Vec<String> =
            w.map().people.values().map(|it| it.name.short().to_owned()).collect();
        for name in &names {
            w.press("Escape");
            w.press("Shift+1");
            w.click_person(name);
            assert_clear(&w, &[], name);
            w.press("Shift+2");
            assert_clear(&w, &[], &format!("{name}, close by"));
            w.press("P");
            w.type_text("Maximiliaan 1950");
            if w.app().session().naming.is_none() {
                continue;
            }
            let field = w.field_rect("Naam op de kaart");
            let others: Vec<_> = on_the_map(&w)
                .into_iter()
                .filter(|(name, it)| !is_drawn(&w, name) && !field.expand(60.0).contains_rect(*it))
                .collect();
            for (button, rect) in others {
                assert!(!overlap(rect, field), "{name}: {button:?} on the field");
            }
            w.press("Enter");
            // Now the couple is selected, and what was just typed stays readable.
            let typed: Vec<_> = words_shown(&w)
                .into_iter()
                .filter(|(words, it)| {
                    it.max.x < MAP && ["Maximiliaan", "1950"].contains(&words.as_str())
                })
                .collect();
            assert!(!typed.is_empty(), "{name}: the new name is shown");
            for (words, label) in typed {
                for (button, rect) in on_the_map(&w).into_iter().filter(|it| !is_drawn(&w, &it.0)) {
                    assert!(!overlap(rect, label), "{name}: {button:?} on {words}: {rect:?}");
                }
            }
            assert_clear(&w, &[], &format!("the couple of {name}"));
            w.press("Ctrl+Z");
        }
    }
}

/// Every target around everybody says what it is: its word with its key, or where there is no room
/// for a word the key alone.
#[test]
fn every_target_has_its_word_or_its_key() {
    let (mut words, mut keys) = (0, 0);
    for case in ["Drie keer jong moeder", "Wie praat met wie"] {
        let mut w = Window::open("words of targets");
        w.click_button(case);
        let names: Vec<String> =
            w.map().people.values().map(|it| it.name.short().to_owned()).collect();
        for name in &names {
            w.press("Escape");
            w.press("Shift+1");
            w.click_person(name);
            let of_target = |it: &str| TARGETS.iter().any(|(word, _)| it.starts_with(word));
            let targets = on_the_map(&w).into_iter().filter(|(it, _)| of_target(it));
            let shown = words_shown(&w);
            for (target, rect) in targets {
                let (word, key) =
                    TARGETS.iter().find(|(word, _)| target.starts_with(word)).expect("a target");
                let near = |words: &str, far: f32| {
                    let is_near = |at: Rect| rect.expand(far).contains(at.center());
                    shown.iter().any(|(it, at)| it == words && is_near(*at))
                };
                assert!(near(key, 150.0) || near(word, 150.0), "{name}: {target:?} says nothing");
                words += usize::from(near(word, 150.0));
                keys += 1;
            }
        }
    }
    println!("{words} of {keys} targets have their word");
    assert!(97 * keys < 100 * words, "{words} of {keys} targets have a word");
}

/// The targets around a person, with their keys.
const TARGETS: &[(&str, &str)] =
    &[("ouders", "O"), ("partner", "P"), ("kind", "K"), ("broer of zus", "B")];

/// Words of lines and their ground come and go together, however far off and however fine the screen.
#[test]
fn no_ground_of_a_word_is_drawn_without_the_word() {
    let mut seen = 0;
    for case in ["Net als opa", "Wie praat met wie", "De leeftijd van opa"] {
        for scale in [1.0, 2.0] {
            let mut w = Window::open("pills");
            w.click_button(case);
            w.press("Home");
            w.harness.set_pixels_per_point(scale);
            w.harness.run();
            for step in 0..9 {
                seen += pills_with_words(&w, &format!("{case}, {scale}, {step} times further off"));
                w.click_button("Verder weg");
            }
        }
    }
    assert!(4 < seen, "{seen} pills");
}

/// All shapes of the window, one by one.
fn shapes(w: &Window) -> Vec<&Shape> {
    let mut shapes: Vec<&Shape> = Vec::new();
    let mut open: Vec<&Shape> = w.harness.output().shapes.iter().map(|it| &it.shape).collect();
    while let Some(shape) = open.pop() {
        match shape {
            Shape::Vec(more) => open.extend(more),
            other => shapes.push(other),
        }
    }
    shapes
}

/// Every text that is shown, and where.
fn words_shown(w: &Window) -> Vec<(String, Rect)> {
    let texts = shapes(w).into_iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some((text.galley.text().to_owned(), text.visual_bounding_rect())),
        _ => None,
    });
    texts.collect()
}

/// How many small grounds with round ends there are on the map; each has a text in it.
fn pills_with_words(w: &Window, at: &str) -> usize {
    let shapes = shapes(w);
    let words: Vec<Rect> = words_shown(w).into_iter().map(|(_, rect)| rect).collect();
    let mut pills = 0;
    for shape in &shapes {
        let Shape::Rect(rect) = shape else { continue };
        let (size, area) = (rect.rect.size(), rect.rect);
        let is_round = size.y / 2.0 - 1.0 <= f32::from(rect.corner_radius.nw);
        let is_pill = is_round && size.y < 30.0 && 1.2 * size.y < size.x && rect.stroke.is_empty();
        if !is_pill || rect.fill.a() < 255 || MAP < area.max.x || area.min.y < 60.0 {
            continue;
        }
        assert!(words.iter().any(|word| area.contains(word.center())), "{at}: {area:?}");
        pills += 1;
    }
    pills
}

/// Sizes of windows: a desk, a laptop, a tablet, and the smallest.
const SIZES: [(f32, f32); 4] = [(1680.0, 1050.0), (1280.0, 720.0), (1024.0, 768.0), (800.0, 600.0)];

/// The box that floats above the map under this name, if it is there now.
fn floating(w: &Window, name: &str, words: &str) -> Option<Rect> {
    let is_said = w.rects_of(|it| it.contains(words));
    is_said.first()?;
    w.harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique(name)))
}

/// Words beside the targets, as they are drawn.
fn words_of_targets(w: &Window) -> Vec<(String, Rect)> {
    let words = ["partner", "kind", "ouders", "broer of zus", "wat speelt er", "kracht"];
    let edge = w.app().session().canvas.expect("a map").max.x;
    let all = words_shown(w).into_iter();
    all.filter(|(it, rect)| words.contains(&it.as_str()) && rect.max.x < edge).collect()
}

#[test]
fn a_notice_stands_on_nothing_that_is_worked_on_in_any_window() {
    let mut told = 0;
    for case in ["Drie keer jong moeder", "Wie praat met wie"] {
        for (x, y) in SIZES {
            let mut w = Window::open("notice-sizes");
            w.harness.set_size(egui::vec2(x, y));
            w.harness.run();
            w.click_button(case);
            w.press("Home");
            // A child by an example that lives somewhere: told at once, and asked where it lives.
            w.press("K");
            w.type_text("Sam 2020 m");
            told += usize::from(told_clear(&w, "Dit wordt", &format!("{case} {x} {y}, typing")));
            w.press("Enter");
            told +=
                usize::from(told_clear(&w, "is een kind van", &format!("{case} {x} {y}, done")));
            w.press("P");
            w.type_text("Wil 2021 v");
            told_clear(&w, "Sam", &format!("{case} {x} {y}, partner"));
        }
    }
    assert!(8 <= told, "{told} notices were seen");
}

/// Is anything told now that has `words`? Then it stands on no target, no word and no field.
fn told_clear(w: &Window, words: &str, at: &str) -> bool {
    let notice = floating(w, "notice", words);
    let asked = floating(w, "ask-home", "ook in");
    let window = w.harness.ctx.content_rect();
    let map = w.app().session().canvas.expect("a map");
    for (name, rect) in [("notice", notice), ("question", asked)] {
        let Some(rect) = rect else { continue };
        assert!(map.expand(1.0).contains_rect(rect), "{at}: {name} {rect:?} on the map {map:?}");
        assert!(window.contains_rect(rect), "{at}: {name} {rect:?}");
        for place in &w.app().session().worked_on {
            assert!(!overlap(rect, *place), "{at}: {name} {rect:?} on {place:?}");
        }
        for (word, place) in words_of_targets(w) {
            assert!(!overlap(rect, place), "{at}: {name} {rect:?} on {word:?} {place:?}");
        }
        if w.app().session().naming.is_some() {
            let field = w.field_rect("Naam op de kaart");
            assert!(!overlap(rect, field), "{at}: {name} {rect:?} on the field {field:?}");
        }
    }
    if let (Some(notice), Some(asked)) = (notice, asked) {
        assert!(!overlap(notice, asked), "{at}: {notice:?} and {asked:?}");
    }
    notice.is_some()
}

/// At rest neither the small map nor what is told lies on somebody.
#[test]
fn nothing_that_floats_covers_somebody_at_rest() {
    let (mut small_maps, mut told) = (0, 0);
    for case in ["Drie keer jong moeder", "Wie praat met wie", "Het erf"] {
        for (x, y) in SIZES {
            let mut w = Window::open("floats");
            w.harness.set_size(egui::vec2(x, y));
            w.harness.run();
            w.click_button(case);
            for way in ["", "Ctrl+0", "Home", "Shift+1"] {
                if !way.is_empty() {
                    w.press("Escape");
                    w.press(way);
                    w.press("Escape");
                }
                let people = w.harness.query_all_by(|node| node.role() == egui::Role::TreeItem);
                let people: Vec<Rect> = people.map(|node| node.rect()).collect();
                let covered = |rect: Rect| people.iter().find(|it| overlap(**it, rect)).copied();
                let small = w
                    .harness
                    .query_all_by(|node| node.label().as_deref() == Some("De hele familie, klein"));
                for place in small.map(|node| node.rect()) {
                    small_maps += 1;
                    assert_eq!(covered(place), None, "{case} {x} {y} {way}: {place:?}");
                }
            }
            // All of the family is in sight now, with room around it on a large screen.
            w.press("M");
            let notice = w.harness.ctx.memory(|it| it.area_rect(egui::Id::unique("notice")));
            let Some(notice) = notice.filter(|_| 1000.0 < x) else { continue };
            let people = w.harness.query_all_by(|node| node.role() == egui::Role::TreeItem);
            // What is tapped is a little larger than what is drawn.
            let on = people.map(|node| node.rect().shrink(6.0)).find(|it| overlap(*it, notice));
            assert_eq!(on, None, "{case} {x} {y}: {notice:?}");
            told += 1;
        }
    }
    println!("{small_maps} small maps, {told} notices");
    assert!(2 < small_maps && 5 < told, "{small_maps} small maps, {told} notices");
}

/// The words of the bar stand on one line each and beside each other, in both languages.
#[test]
fn the_tabs_of_the_bar_stand_on_one_line_in_any_window() {
    for (x, y) in SIZES {
        for (language, tabs) in [
            ("Nederlands", ["Kaart", "Lijst", "Overzicht", "Levenslijnen", "Verhaal"]),
            ("English", ["Map", "List", "Overview", "Lifelines", "Story"]),
        ] {
            let mut w = Window::open("tabs");
            w.harness.set_size(egui::vec2(x, y));
            w.harness.run();
            w.click_button("Drie keer jong moeder");
            w.click_button("Taal");
            w.click_button(language);
            let nodes = w.harness.query_all_by(|node| node.role() == egui::Role::Tab);
            let boxes: Vec<Rect> = nodes.map(|node| node.rect()).collect();
            assert_eq!(boxes.len(), 5, "{x} {language}");
            for two in boxes.windows(2) {
                assert!(two[0].right() <= two[1].left() + 0.5, "{x} {language}: {boxes:?}");
            }
            for (word, place) in tabs.iter().zip(&boxes) {
                let said = words_shown(&w).into_iter().find(|(it, _)| it == word);
                let (_, said) = said.unwrap_or_else(|| panic!("{x}: {word} is shown"));
                assert!(said.height() < 24.0, "{x} {word}: on one line, {said:?}");
                assert!(place.expand(1.0).contains_rect(said), "{x} {word}: {said:?} in {place:?}");
            }
            let buttons = w.button_rects(if language == "English" { "Undo" } else { "Ongedaan" });
            let last = boxes.last().expect("a tab").right();
            assert!(buttons.iter().all(|it| last <= it.left()), "{x}: {last} {buttons:?}");
        }
    }
}

/// Nothing in the panel is wider than the panel: whoever is looked at, the map keeps its place.
#[test]
fn the_panel_is_as_wide_as_it_is_whoever_is_looked_at() {
    let mut looked = 0;
    for (x, y) in SIZES {
        for language in ["Nederlands", "English"] {
            let mut w = Window::open("panel-wide");
            w.harness.set_size(egui::vec2(x, y));
            w.harness.run();
            w.click_button("Drie keer jong moeder");
            w.click_button("Taal");
            w.click_button(language);
            let map = w.app().session().canvas.expect("a map");
            let keys: &[&[&str]] = &[
                &["Home"],
                &["Home", "H"],
                &["Home", "G"],
                &["Home", "Plus"],
                &["Home", "R"],
                &["Home", "J"],
                &["Home", "Shift+R"],
            ];
            for row in keys {
                for key in *row {
                    w.press(key);
                }
                looked += 1;
                let now = w.app().session().canvas.expect("a map");
                assert_eq!(now, map, "{x} {language} {row:?}: the map keeps its place");
                w.press("Escape");
                w.press("Escape");
                w.press("Escape");
            }
            // Of everybody the couples, by a tap on their line.
            let couples =
                w.button_rects(if language == "English" { "Bond of" } else { "Relatie van" });
            for rect in couples.into_iter().filter(|it| map.contains_rect(*it)) {
                w.click_pos(rect.center());
                looked += 1;
                let now = w.app().session().canvas.expect("a map");
                assert_eq!(now, map, "{x} {language} {:?}", w.selected());
            }
        }
    }
    println!("{looked} panels");
    assert!(56 <= looked, "{looked} panels");
}

/// Two people with names of forty letters, one of which has no place to break, a child, a home and
/// somebody who helps.
const LONG: [&str; 5] = [
    "Wilhelmina-Johanna van der Oudenaarden 1960 v",
    "Annemariekedeoudstevandefamiliezandhuizen 1958 m",
    "Christoffel Alexander van Oudenaarden-Wit 1990 m",
    "het oude huis van de familie Oudenaarden",
    "de maatschappelijk werkster uit de stad",
];

/// Everything in the panel, its left and right padding kept, and the map where it was.
fn assert_in_panel(w: &Window, map: Rect, at: &str) {
    assert_eq!(w.app().session().canvas.expect("a map"), map, "{at}: the map keeps its place");
    let window = w.harness.ctx.content_rect();
    let room = (map.right() + 16.0)..=(window.right() - 8.0);
    let mut seen = 0;
    for clipped in &w.harness.output().shapes {
        if clipped.clip_rect.left() < map.right() - 1.0 {
            continue;
        }
        let mut open = vec![&clipped.shape];
        while let Some(shape) = open.pop() {
            let (place, what) = match shape {
                Shape::Vec(more) => {
                    open.extend(more);
                    continue;
                }
                Shape::Text(text) => (text.visual_bounding_rect(), text.galley.text()),
                Shape::Rect(rect) if !rect.stroke.is_empty() => (rect.rect, "a box"),
                _ => continue,
            };
            let place = place.intersect(clipped.clip_rect);
            if place.is_positive() {
                seen += 1;
                let (left, right) = (place.left(), place.right());
                assert!(room.contains(&left) && room.contains(&right), "{at}: {what:?} {place:?}");
            }
        }
    }
    assert!(4 <= seen, "{at}: {seen} things in the panel");
}

/// Whatever is looked at and however long the names: nothing in the panel is wider than it, or cut off.
#[test]
fn nothing_in_any_panel_is_wider_than_the_panel() {
    for ((x, y), keys) in SIZES.into_iter().flat_map(|it| [(it, NL), (it, EN)]) {
        let mut w = Window::open(&format!("panel-long-{x}-{}", keys.language));
        w.harness.set_size(egui::vec2(x, y));
        w.harness.run();
        w.click_button(if keys.language == "en" { "English" } else { "Nederlands" });
        w.press("Ctrl+N");
        w.type_text(LONG[0]);
        let map = w.app().session().canvas.expect("a map");
        let at = |what: &str| format!("{x} {} {what}", keys.language);
        assert_in_panel(&w, map, &at("typing"));
        w.press("Enter");
        w.press("P");
        w.type_text(LONG[1]);
        assert_in_panel(&w, map, &at("typing a partner"));
        w.press("Enter");
        assert_in_panel(&w, map, &at("a couple"));
        w.press(keys.child);
        w.type_text(LONG[2]);
        w.press("Enter");
        assert_in_panel(&w, map, &at("a child"));
        for kind in keys.kinds {
            w.press("Home");
            w.press("R");
            assert_in_panel(&w, map, &at("a line, to whom"));
            w.type_text("Annemarieke");
            w.press("Enter");
            assert_in_panel(&w, map, &at("a line, which"));
            w.type_text(kind);
            w.press("Enter");
            assert!(matches!(w.selected(), Some(Subject::Relation(_))), "{}", at(kind));
            assert_in_panel(&w, map, &at(kind));
            w.press("Enter");
        }
        w.press("Home");
        w.press("H");
        w.type_text(LONG[3]);
        w.press("Enter");
        assert!(matches!(w.selected(), Some(Subject::Household(_))));
        assert_in_panel(&w, map, &at("a home"));
        w.click_button(keys.stays);
        assert_in_panel(&w, map, &at("a home, with its years"));
        w.press("Home");
        w.press("G");
        w.type_text(LONG[4]);
        w.press("Enter");
        assert!(matches!(w.selected(), Some(Subject::Support(_))));
        assert_in_panel(&w, map, &at("who helps"));
        w.press("Home");
        assert_in_panel(&w, map, &at("a person"));
    }
}

/// What the keys and words of a language are here.
#[derive(Clone, Copy)]
struct Keys {
    language: &'static str,
    child: &'static str,
    kinds: [&'static str; 2],
    stays: &'static str,
}

const NL: Keys = Keys {
    language: "nl",
    child: "K",
    kinds: ["geweld", "steun"],
    stays: "Wanneer woonde ieder hier?",
};
const EN: Keys = Keys {
    language: "en",
    child: "C",
    kinds: ["violence", "support"],
    stays: "When did each one live here?",
};
