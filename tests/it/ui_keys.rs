//! Keys: what is typed after a key that opens a field goes into that field, however fast.

use egui::{Event, Key, Modifiers};

use crate::ui_window::Window;

const EXAMPLE: &str = "Drie keer jong moeder";

/// What a keyboard sends for `text`: keys with their letters, and every key is let go.
fn struck(text: &str) -> Vec<Event> {
    text.chars()
        .flat_map(|letter| {
            let modifiers = if letter.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
            let key = match letter {
                ' ' => Some(Key::Space),
                _ => Key::from_name(&letter.to_uppercase().to_string()),
            };
            let event = |pressed| {
                let physical_key = None;
                key.map(|key| Event::Key { key, physical_key, pressed, repeat: false, modifiers })
            };
            event(true).into_iter().chain([Event::Text(letter.to_string())]).chain(event(false))
        })
        .collect()
}

/// A key that types nothing by itself.
fn pressed(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

/// Everything at once, as on a machine that was busy.
fn at_once(w: &mut Window, events: Vec<Event>) {
    w.harness.input_mut().events.extend(events);
    w.harness.run();
}

/// One event a frame, whether a field has come or not.
fn one_by_one(w: &mut Window, events: Vec<Event>) {
    for event in events {
        w.harness.input_mut().events.push(event);
        w.harness.step();
    }
    w.harness.run();
}

type Way = fn(&mut Window, Vec<Event>);
const WAYS: [(&str, Way); 2] = [("at once", at_once), ("one by one", one_by_one)];

fn opened(name: &str, width: f32) -> Window {
    let mut w = Window::open(name);
    w.click_button(EXAMPLE);
    w.harness.set_size(egui::vec2(width, 1050.0));
    w.harness.run();
    w.press("Home");
    w
}

fn given_names(w: &Window) -> Vec<String> {
    w.map().people.values().map(|it| it.name.full()).collect()
}

/// Ways of typing in windows wide and narrow.
const CASES: [(&str, Way, f32); 4] = [
    ("at once", at_once, 1680.0),
    ("at once", at_once, 1100.0),
    ("at once", at_once, 900.0),
    ("one by one", one_by_one, 900.0),
];

#[test]
fn a_name_typed_after_its_key_is_the_name_and_nothing_else() {
    for ((how, way, width), key) in CASES.into_iter().zip(["p", "k", "b", "t"]) {
        let mut w = opened(&format!("keys-name-{key}"), width);
        let before = w.map().clone();
        way(&mut w, struck(&format!("{key}opakalbert tws")));
        way(&mut w, pressed(Modifiers::NONE, Key::Enter));
        let names = given_names(&w);
        let where_ = format!("{key} {how} {width}: {names:?}");
        assert!(names.iter().any(|it| it.starts_with("opakalbert")), "{where_}");
        assert_eq!(w.map().people.len(), before.people.len() + 1, "{where_}");
        for (id, person) in &before.people {
            assert_eq!(w.map().people[id].entries, person.entries, "{where_}");
            assert_eq!(w.map().people[id].name, person.name, "{where_}");
        }
    }
}

#[test]
fn one_name_after_another_in_one_frame() {
    for (how, way) in WAYS {
        let mut w = opened(&format!("keys-tab-{}", how.len()), 1100.0);
        let before = w.map().people.len();
        let mut events = struck("kbob");
        for name in ["kaat", "opa", "wim"] {
            events.extend(pressed(Modifiers::NONE, Key::Tab));
            events.extend(struck(name));
        }
        events.extend(pressed(Modifiers::NONE, Key::Enter));
        way(&mut w, events);
        let names = given_names(&w);
        for name in ["bob", "kaat", "opa", "wim"] {
            let count = names.iter().filter(|it| *it == name).count();
            assert_eq!(count, 1, "{how}, {name}: {names:?}");
        }
        assert_eq!(w.map().people.len(), before + 4, "{how}");
    }
}

#[test]
fn both_parents_in_one_frame() {
    for (how, way) in WAYS {
        let mut w = Window::open(&format!("keys-parents-{}", how.len()));
        w.click_button("Nieuwe kaart");
        let mut events = struck("kim");
        events.extend(pressed(Modifiers::NONE, Key::Enter));
        events.extend(struck("ojan"));
        events.extend(pressed(Modifiers::NONE, Key::Tab));
        events.extend(struck("ria"));
        events.extend(pressed(Modifiers::NONE, Key::Enter));
        way(&mut w, events);
        let mut names = given_names(&w);
        names.sort();
        assert_eq!(names, ["jan", "kim", "ria"], "{how}");
    }
}

#[test]
fn the_first_name_of_a_new_map_is_typed_at_once() {
    for (how, way) in WAYS {
        let mut w = Window::open(&format!("keys-new-{}", how.len()));
        let mut events = pressed(Modifiers::COMMAND, Key::N);
        events.extend(struck("bo"));
        way(&mut w, events);
        assert_eq!(given_names(&w), ["bo"], "{how}");
    }
}

#[test]
fn a_name_that_is_changed_is_typed_over() {
    for (how, way) in WAYS {
        for key in [Key::Enter, Key::F2] {
            let mut w = opened(&format!("keys-change-{how}-{key:?}"), 900.0);
            let before = w.map().people.len();
            let mut events = pressed(Modifiers::NONE, key);
            events.extend(struck("bokt"));
            way(&mut w, events);
            assert_eq!(w.map().people.len(), before, "{how}");
            let names = given_names(&w);
            assert!(names.iter().any(|it| it == "bokt"), "{how} {key:?}: {names:?}");
        }
    }
}

#[test]
fn search_takes_its_letters_at_every_width_and_no_command_hears_them() {
    for (how, way, width) in CASES {
        let mut w = opened(&format!("keys-search-{how}-{width}"), width);
        let before = w.map().clone();
        let mut events = pressed(Modifiers::COMMAND, Key::F);
        events.extend(struck("kim"));
        way(&mut w, events);
        assert_eq!(w.app().session().search, "kim", "{how} {width}");
        assert_eq!(*w.map(), before, "{how} {width}");
        way(&mut w, pressed(Modifiers::NONE, Key::Escape));
        assert_eq!(w.app().session().search, "", "Esc: {how} {width}");
        let selected = w.selected();
        let mut events = pressed(Modifiers::COMMAND, Key::F);
        events.extend(struck("theo"));
        events.extend(pressed(Modifiers::NONE, Key::Enter));
        way(&mut w, events);
        assert_ne!(w.selected(), selected, "{how} {width}: who was found is looked at");
        assert_eq!(*w.map(), before, "{how} {width}");
    }
}

#[test]
fn the_search_of_the_palette_takes_its_letters() {
    for (how, way, width) in CASES {
        let mut w = opened(&format!("keys-palette-{how}-{width}"), width);
        let before = w.map().people.len();
        way(&mut w, struck("wschulden"));
        assert!(w.app().session().palette.is_some(), "{how} {width}");
        assert_eq!(w.map().people.len(), before, "{how} {width}");
        assert_eq!(w.written_in("Zoek of typ"), "schulden", "{how} {width}");
    }
}

#[test]
fn the_path_of_a_file_takes_its_letters() {
    for (how, way) in WAYS {
        let mut w = opened(&format!("keys-path-{how}"), 1100.0);
        let before = w.map().clone();
        let mut events = pressed(Modifiers::COMMAND, Key::S);
        events.extend(struck("kopb"));
        way(&mut w, events);
        assert_eq!(*w.map(), before, "{how}");
        assert!(w.written_in("Map en naam").ends_with("kopb"), "{how}");
    }
}

#[test]
fn a_key_held_down_adds_one_and_types_nothing() {
    let mut w = opened("keys-held", 1680.0);
    let before = w.map().people.len();
    let held = |_| {
        let key = Event::Key {
            key: Key::K,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        [key, Event::Text("k".to_owned())]
    };
    one_by_one(&mut w, (0..8).flat_map(held).collect());
    assert_eq!(w.map().people.len(), before + 1);
    let naming = w.app().session().naming.as_ref().expect("a name is typed");
    assert_eq!(naming.text, "");
}

#[test]
fn who_is_added_below_a_fold_is_seen_and_named() {
    let mut w = opened("keys-fold", 1680.0);
    w.click_person("Gerda");
    w.press("F");
    assert!(!w.map().view.folded.is_empty());
    at_once(&mut w, struck("kbop"));
    at_once(&mut w, pressed(Modifiers::NONE, Key::Enter));
    assert!(w.people().iter().any(|it| it.starts_with("bop")), "{:?}", w.people());
}

#[test]
fn who_is_not_drawn_is_named_in_the_panel() {
    for (how, way) in WAYS {
        let mut w = opened(&format!("keys-unseen-{how}"), 1680.0);
        w.press("Escape");
        w.press("Ctrl+K");
        w.type_text("Hoe de familie staat");
        w.press("Enter");
        w.click_button("alleen bloedfamilie");
        w.click_button("Sluit");
        w.press("Home");
        let before = w.map().people.len();
        way(&mut w, struck("pbokt"));
        assert_eq!(w.map().people.len(), before + 1, "{how}");
        assert!(given_names(&w).iter().any(|it| it == "bokt"), "{how}: {:?}", given_names(&w));
        way(&mut w, pressed(Modifiers::NONE, Key::Escape));
        way(&mut w, struck("l"));
        assert!(w.app().session().legend, "{how}: keys are keys again");
    }
}

#[test]
fn an_offer_to_undo_dies_when_something_else_happens() {
    let mut w = opened("keys-stale-undo", 1680.0);
    w.click_person("Theo");
    w.press("Delete");
    assert!(w.has_button("Zet terug"));
    w.press("Home");
    w.press("B");
    w.type_text("Nova");
    w.press("Enter");
    assert!(!w.has_button("Zet terug"), "it would take Nova away");
    w.press("Ctrl+Z");
    w.click_button("Zet terug");
    let names = given_names(&w);
    assert!(names.iter().any(|it| it.starts_with("Theo")), "{names:?}");
}
