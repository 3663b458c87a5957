//! A family typed as lines: counted, seen before it is on the map, and never half on it.

use rode_draad::model::{Ending, FamilyMap, Subject};

use crate::ui_window::Window;

const T12: [&str; 5] = [
    "Jan 1958 m + Mia 1960 v: Anna 1985 v, Bas 1988 m",
    "Kees 1955 m + Ria 1957 v: Piet 1983 m",
    "Anna + Piet ex2010: Lisa 2004 v, Tom 2007 m",
    "Ans 1959 v: Mo 1982 m",
    "Anna + Mo: Sem 2015 m",
];

fn names(map: &FamilyMap) -> Vec<&str> {
    let mut names: Vec<&str> = map.people.values().map(|it| it.name.short()).collect();
    names.sort_unstable();
    names
}

/// Who is on the map that is looked at, whether they are on it already or not.
fn seen(w: &Window) -> Vec<String> {
    let spots = w.app().scene().items.iter();
    let text = spots.filter_map(|item| match &item.shape {
        rode_draad::scene::Shape::Text(text) => Some(text.text.to_string()),
        _ => None,
    });
    text.collect()
}

#[test]
fn twelve_people_take_five_enters() {
    let mut w = Window::open("quick-twelve");
    w.press("Ctrl+N");
    w.type_text("/");
    w.actions = 0;
    w.typed = 0;
    for line in T12 {
        w.type_text(line);
        w.press("Enter");
    }
    println!("T12 as lines: {} Enter + {} texts", w.actions, w.typed);
    assert_eq!((w.actions, w.typed), (5, 5));
    let map = w.map();
    assert_eq!(map.people.len(), 12, "{:?}", names(map));
    let focus = map.person(&map.focus[0]).expect("somebody at the table");
    assert_eq!((map.focus.len(), focus.name.short()), (1, "Anna"));
    let ended = map.unions.values().filter(|it| it.ending == Some(Ending::Separated)).count();
    assert_eq!((map.unions.len(), ended), (5, 1));
    w.press("Escape");
    for _ in T12 {
        w.press("Ctrl+Z");
    }
    assert_eq!(w.map().people.len(), 1, "each line is one step, and goes as one");
}

#[test]
fn a_whole_family_is_pasted_at_once_and_taken_back_at_once() {
    let mut w = Window::open("quick-paste");
    w.press("Ctrl+N");
    w.press("Escape");
    w.press("Slash");
    w.harness.event(egui::Event::Paste(T12.join("\n")));
    w.harness.run();
    w.press("Enter");
    assert_eq!(w.map().people.len(), 12);
    w.press("Escape");
    w.press("Ctrl+Z");
    assert_eq!(w.map().people.len(), 1);
}

#[test]
fn what_is_typed_is_seen_before_it_is_there_and_esc_keeps_the_text() {
    let mut w = Window::open("quick-preview");
    w.press("Ctrl+N");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    let selected = w.selected();
    assert!(matches!(selected, Some(Subject::Person(_))));
    w.press("Slash");
    w.type_text("Anna + Piet ex2010: Lisa");
    assert!(seen(&w).iter().any(|it| it == "Lisa"), "{:?}", seen(&w));
    assert_eq!(names(w.map()), ["Anna"], "not on the map");
    assert!(w.is_seen("kind van Anna, Piet: Lisa") && w.is_seen("Piet: uit elkaar 2010"));
    w.press("Escape");
    assert!(!seen(&w).iter().any(|it| it == "Lisa"));
    assert_eq!((names(w.map()), w.selected()), (vec!["Anna"], selected));
    w.press("Slash");
    assert_eq!(w.written_in("Snelle regel"), "Anna + Piet ex2010: Lisa", "nothing is lost");
    w.press("Enter");
    assert_eq!(names(w.map()), ["Anna", "Lisa", "Piet"]);
    assert_eq!(w.written_in("Snelle regel"), "", "ready for the next");
    w.type_text("Lisa #schulden@16");
    w.press("Enter");
    let with = w.map().people.values().filter(|it| !it.entries.is_empty()).count();
    assert_eq!(with, 1);
}

#[test]
fn what_is_not_understood_is_said_and_nothing_is_put_on_the_map() {
    let mut w = Window::open("quick-fault");
    w.press("Ctrl+N");
    w.type_text("/");
    w.type_text("Anna #schuldne; Bas 1988");
    assert!(w.is_seen("Wij kennen"), "at once, as more was typed behind it");
    w.press("Enter");
    assert!(w.map().people.values().all(|it| it.name.is_empty()));
    assert_eq!(w.written_in("Snelle regel"), "Anna #schuldne; Bas 1988");
    // Nobody is corrected in the middle of a word.
    w.press("Ctrl+A");
    w.type_text("Anna #schuldne");
    assert!(!w.is_seen("Wij kennen"));
    w.press("Enter");
    assert!(w.is_seen("Wij kennen"), "now it is");
}

#[test]
fn a_doubtful_name_is_asked_and_answered_with_keys() {
    let mut w = Window::open("quick-doubt");
    w.press("Ctrl+N");
    w.type_text("/");
    w.type_text("Wim + Gerda: Sandra 1993");
    w.press("Enter");
    w.type_text("Bas");
    w.press("Enter");
    w.type_text("Sandra + Bas 1991: Fem");
    assert!(w.is_seen("Bas: op de kaart, of nieuw?"));
    w.press("Enter");
    assert_eq!(w.map().people.len(), 4, "first it is asked");
    w.press("Enter");
    w.press("Enter");
    assert_eq!(names(w.map()), ["Bas", "Bas", "Fem", "Gerda", "Sandra", "Wim"]);
    w.press("Escape");
    w.press("Ctrl+Z");
    w.press("Slash");
    w.type_text("Sandra + Bas 1991: Fem");
    w.press("Enter");
    w.press("2");
    w.press("Enter");
    assert_eq!(names(w.map()), ["Bas", "Fem", "Gerda", "Sandra", "Wim"], "the one on the map");
}

#[test]
fn without_names_no_name_is_found_by_typing_it() {
    let mut w = Window::open("quick-names");
    w.press("Ctrl+N");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    for _ in 0..3 {
        w.press("N");
        w.press("Slash");
        assert!(w.app().session().quick.is_none());
        assert!(w.is_seen("Zet eerst de namen aan"));
    }
}

#[test]
fn nothing_lies_over_the_line_and_its_key_is_no_name() {
    let mut w = Window::open("quick-clear");
    w.press("Ctrl+N");
    w.type_text("Anna");
    w.press("Enter");
    w.press("Escape");
    assert!(w.is_seen("Met een wachtzin?"), "it is asked once nobody is looked at");
    w.press("/");
    assert!(!w.is_seen("Met een wachtzin?"), "not over what is typed");
    w.type_text("/Jan + Mia: Bas");
    w.press("Enter");
    assert_eq!(names(w.map()), ["Anna", "Bas", "Jan", "Mia"], "no name begins with the key");
    // A tap somewhere else takes the caret away; what is typed then is a family all the same.
    w.harness.hover_at(egui::pos2(300.0, 120.0));
    w.harness.drag_at(egui::pos2(300.0, 120.0));
    w.harness.drop_at(egui::pos2(300.0, 120.0));
    w.harness.run();
    w.type_text("Noor + Tom: Nina");
    w.press("Enter");
    assert_eq!(names(w.map()), ["Anna", "Bas", "Jan", "Mia", "Nina", "Noor", "Tom"]);
    assert_eq!(w.app().session().names, rode_draad::shown::Names::Shown, "no letter was a key");
}
