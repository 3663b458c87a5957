//! Lines between people: drawn, seen, changed, undone and kept, with real clicks and keys.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::file;
use rode_draad::model::{FamilyMap, LinesShown, Party, PersonId, Relation, RelationId, Subject};
use rode_draad::scene::{Layer, Shape};

use crate::ui_window::{At, Window};

/// Two sisters, their mother and a brother; nobody is selected.
fn family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.click_button("Nieuwe kaart");
    w.type_text("Anja 1981 v");
    w.press("Enter");
    w.press("B");
    w.type_text("Kim 2001 v");
    w.press("Tab");
    w.type_text("Bas 1990 m");
    w.press("Escape");
    w.click_at(At::EmptyMap);
    (w.actions, w.typed) = (0, 0);
    w
}

fn id(map: &FamilyMap, name: &str) -> PersonId {
    let mut found = map.people.iter().filter(|(_, it)| it.name.short() == name);
    found.next().unwrap_or_else(|| panic!("{name} is on the map")).0.clone()
}

/// The only line of the map.
fn line(map: &FamilyMap) -> (&RelationId, &Relation) {
    assert_eq!(map.relations.len(), 1, "one line");
    let (id, line) = map.relations.iter().next().expect("a line");
    (id, line)
}

fn goes(w: &Window, from: &str, to: &str) {
    let (_, line) = line(w.map());
    assert_eq!(line.from, id(w.map(), from), "from {from}");
    assert_eq!(line.to, Party::Person(id(w.map(), to)), "to {to}");
}

/// What is said of the lines on the map.
fn said(w: &Window) -> Vec<String> {
    let nodes = w.harness.query_all_by(|node| node.role() == egui::Role::Button);
    let labels = nodes.filter_map(|node| node.accesskit_node().label());
    labels.filter(|it| it.contains("Anja") && it.contains("Kim")).collect()
}

#[test]
fn a_line_with_direction_and_year_takes_four_taps_and_one_text() {
    let mut w = family("line-taps");
    w.click_person("Anja");
    w.click_button("lijn");
    w.click_person("Kim");
    w.click_button("Anja steunt Kim");
    w.type_text("2022");
    println!("line: {} actions + {} typed fields", w.actions, w.typed);
    assert!(w.actions <= 4 && w.typed <= 1, "{} + {}", w.actions, w.typed);
    goes(&w, "Anja", "Kim");
    let (id, line) = line(w.map());
    assert_eq!(line.kind.as_str(), "steun");
    assert_eq!(line.since.map(|since| since.year()), Some(2022));
    assert_eq!(w.selected(), Some(Subject::Relation(id.clone())));
    assert!(said(&w).iter().any(|it| it == "Anja steunt Kim, sinds 2022"), "{:?}", said(&w));
}

/// To whom it goes stands at the end of the words of a kind, and is read however long the names are.
#[test]
fn a_kind_of_line_with_long_names_has_two_lines() {
    let mut w = Window::open("line-long");
    w.click_button("Nieuwe kaart");
    w.type_text("Wilhelmina-Johanna 1981 v");
    w.press("Enter");
    w.press("B");
    w.type_text("Bartholomeus-Willem 2001 m");
    w.press("Escape");
    w.click_person("Wilhelmina-Johanna");
    w.click_button("lijn");
    w.click_person("Bartholomeus-Willem");
    let height = |name: &str| {
        let rows = w.harness.query_all_by(|node| node.role() == egui::Role::Button);
        let mut rows = rows.filter(|it| it.accesskit_node().label().is_some_and(|it| it == name));
        rows.next().map(|it| it.rect().height()).unwrap_or_default()
    };
    let long = "Wilhelmina-Johanna gebruikte geweld tegen Bartholomeus-Willem";
    let (short, long) = (height("geen contact meer"), height(long));
    assert!(0.0 < short && short < long, "{short} and {long}: {:?}", w.buttons());
}

/// Whoever has no children is called by those who grew up with them, and by a partner.
#[test]
fn who_has_no_children_is_called_by_brothers_and_sisters_the_eldest_first() {
    let mut w = family("line-beside");
    w.click_person("Anja");
    assert!(w.is_seen("hoofdpersoon · zus van Bas en Kim") || w.is_seen("zus van Bas en Kim"));
    w.click_person("Bas");
    assert!(w.is_seen("broer van Anja en Kim"));
}

#[test]
fn the_other_direction_takes_no_tap_more() {
    let mut w = family("line-back");
    w.click_person("Anja");
    w.click_button("lijn");
    w.click_person("Kim");
    w.click_button("Kim steunt Anja");
    assert!(w.actions <= 4, "{}", w.actions);
    goes(&w, "Kim", "Anja");
    w.click_button("Draai om");
    goes(&w, "Anja", "Kim");
    w.press("Ctrl+Z");
    goes(&w, "Kim", "Anja");
}

#[test]
fn keys_alone_draw_change_and_remove_a_line() {
    let mut w = family("line-keys");
    w.press("Home");
    w.press("R");
    w.type_text("kim");
    w.press("Enter");
    w.type_text("geen contact");
    w.press("Enter");
    w.type_text("2019");
    goes(&w, "Anja", "Kim");
    assert_eq!(line(w.map()).1.kind.as_str(), "breuk");
    assert_eq!(line(w.map()).1.since.map(|since| since.year()), Some(2019));
    w.press("Enter");
    w.press("Home");
    assert!(said(&w).iter().any(|it| it == "Anja en Kim: geen contact meer, sinds 2019"));
    // The same with the arrows, and Esc at every step.
    w.press("R");
    w.press("Escape");
    assert!(w.app().session().line.is_none());
    w.press("R");
    w.press("ArrowDown");
    w.press("Enter");
    assert!(w.app().session().line.as_ref().is_some_and(|it| it.to.is_some()));
    w.press("Escape");
    assert_eq!(w.map().relations.len(), 1);
    assert_eq!(w.selected(), Some(Subject::Person(id(w.map(), "Anja"))));
}

#[test]
fn enter_on_nothing_draws_nothing() {
    let mut w = family("line-enter");
    w.press("Home");
    w.press("R");
    for _ in 0..3 {
        w.press("Enter");
    }
    assert!(w.app().session().line.as_ref().is_some_and(|it| it.to.is_none()));
    w.type_text("kim");
    for _ in 0..3 {
        w.press("Enter");
    }
    assert!(w.map().relations.is_empty(), "no kind was chosen");
}

/// Everything of a line is changed where it is shown, undone and done again, and goes with the line.
#[test]
fn a_line_is_changed_in_its_panel() {
    let mut w = family("line-panel");
    w.click_person("Anja");
    w.click_button("lijn");
    w.click_person("Kim");
    w.click_button("dichtbij elkaar");
    w.type_text("ooit");
    assert_eq!(line(w.map()).1.since, None);
    assert_eq!(w.written_in("Sinds"), "ooit", "what is not understood stays");
    w.write_in("Sinds", "2015");
    w.write_in("Tot", "2020");
    w.write_in("Wie zegt dit?", "tante Anja");
    w.click_button("weer contact");
    w.click_button("Verborgen");
    let (_, now) = line(w.map());
    assert_eq!(now.kind.as_str(), "hersteld");
    assert_eq!(now.since.map(|it| it.year()), Some(2015));
    assert_eq!(now.until.map(|it| it.year()), Some(2020));
    assert_eq!(now.according_to, "tante Anja");
    assert_eq!(now.sensitive, Some(true));
    w.press("Ctrl+Z");
    assert_eq!(line(w.map()).1.sensitive, None);
    w.click_button("Iets toevoegen");
    assert!(w.app().session().palette.is_some());
    w.press("Escape");
    w.click_button("Haal deze lijn weg");
    assert!(w.map().relations.is_empty());
    w.click_button("Ongedaan");
    assert_eq!(line(w.map()).1.according_to, "tante Anja");
}

/// A tap anywhere along a line selects it; a tap beside it does not.
#[test]
fn a_line_is_taken_hold_of_anywhere_along_it() {
    let mut w = family("line-tap");
    w.click_person("Anja");
    w.click_button("lijn");
    w.click_person("Kim");
    w.click_button("ruzie");
    w.press("Escape");
    let of = line(w.map()).0.clone();
    for share in [0.3, 0.5, 0.8] {
        w.click_at(At::EmptyMap);
        w.click_person("Kim");
        let pos = w.along_line(&of, share);
        w.click_pos(pos + egui::vec2(0.0, 8.0));
        assert_eq!(w.selected(), Some(Subject::Relation(of.clone())), "at {share}");
    }
    w.press("ArrowRight");
    assert!(matches!(w.selected(), Some(Subject::Person(_))), "an arrow leads to an end");
}

/// Dragged from its target to somebody.
#[test]
fn a_line_is_dragged_to_somebody() {
    let mut w = family("line-drag");
    w.click_person("Anja");
    let from = w.button_rects("lijn").last().expect("the target").center();
    let to = w.person_rect("Bas").center_top() + egui::vec2(0.0, 20.0);
    w.drag_between(from, to);
    w.click_button("ver van elkaar");
    goes(&w, "Anja", "Bas");
}

/// Who is taken off the map takes the line along, also while it is being drawn.
#[test]
fn undo_while_a_line_is_drawn_leaves_no_line_to_nobody() {
    let mut w = family("line-undo");
    w.click_person("Bas");
    w.click_button("lijn");
    w.click_person("Kim");
    w.harness.run();
    for _ in 0..8 {
        w.click_button("Ongedaan maken");
    }
    assert!(w.app().session().line.is_none());
    assert!(w.map().relations.is_empty());
}

/// The words that stand on lines of the map.
fn on_lines(w: &Window) -> Vec<String> {
    let items = &w.app().scene().items;
    let of_lines = items.iter().filter(|it| matches!(it.subject, Some(Subject::Relation(_))));
    let words = of_lines.filter_map(|it| match &it.shape {
        Shape::Text(label) => Some(label.text.clone()),
        _ => None,
    });
    words.collect()
}

#[test]
fn lines_are_shown_for_nobody_for_one_or_for_all_and_by_kind() {
    let mut w = Window::open("lines-shown");
    w.click_button("Wie praat met wie");
    let lines = |w: &Window| w.app().scene().ways.len();
    let all = lines(&w);
    assert!(2 < all, "{all} lines, though nobody is looked at and nobody asked");
    let words = on_lines(&w);
    assert!(words.iter().any(|it| it.contains("geen contact meer, sinds")), "{words:?}");
    w.press("V");
    w.click_button("geen contact meer");
    w.press("Escape");
    let left = lines(&w);
    assert!(0 < left && left < all, "{left} of {all}");
    assert!(!on_lines(&w).iter().any(|it| it.contains("geen contact")), "that kind is off");
    w.press("Ctrl+Z");
    assert_eq!(lines(&w), all, "and back");
    w.press("V");
    // There are two rows: lines between people, and lines to who helps.
    let found = w.harness.query_all_by(|node| node.label().is_some_and(|it| it == "geen lijnen"));
    found.last().expect("a choice").click();
    w.harness.run();
    w.press("Escape");
    assert_eq!(lines(&w), 0);
    w.press("Ctrl+Z");
    assert_eq!(lines(&w), all, "what is shown is a choice of this map: it can be undone");
    w.press("V");
    // The first row is of lines between people, the other of those who help.
    {
        let mut found = w
            .harness
            .query_all_by(|node| node.label().is_some_and(|it| it == "van wie gekozen is"));
        found.next().expect("a choice").click();
    }
    w.harness.run();
    w.press("Escape");
    assert_eq!(lines(&w), 0, "nobody is looked at");
    w.click_person("Petra");
    assert!(0 < lines(&w) && lines(&w) < all, "hers");
    let saved = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    let again = file::open(&saved).expect("and opens");
    assert_eq!(again.view.lines, Some(LinesShown::OfSelected), "and is kept with it");
}

/// Whoever draws a line and looks away still has it, without a choice and without a name under it; one of
/// a kind that is hidden goes when nobody looks at it.
#[test]
fn a_line_that_was_drawn_stays() {
    let mut w = family("line-stays");
    for (kind, stays) in [("geen contact meer", true), ("geweld", false)] {
        w.press("Home");
        w.press("R");
        w.type_text("kim");
        w.press("Enter");
        w.type_text(kind);
        w.press("Enter");
        w.press("Enter");
        let (drawn, before) = (w.app().scene().ways.len(), w.map().relations.len());
        w.press("Escape");
        w.press("Escape");
        w.click_at(At::EmptyMap);
        assert_eq!(w.selected(), None);
        let left = w.app().scene().ways.len();
        assert_eq!(left, if stays { before } else { before - 1 }, "{kind}: {drawn} before");
        for way in w.app().scene().ways.values() {
            for name in w.app().scene().items.iter().filter(|it| it.layer == Layer::People) {
                let Shape::Text(_) = &name.shape else { continue };
                let Some(rect) = name.shape.bounds() else { continue };
                assert!(!way.iter().any(|at| rect.contains(*at)), "{kind} runs through a name");
            }
        }
    }
}

#[test]
fn a_tap_on_a_sign_of_the_legend_shows_who_has_it() {
    let mut w = Window::open("legend-tap");
    w.click_button("Wie praat met wie");
    w.press("L");
    w.click_button("geen contact meer: laat zien wie");
    let lit = w.app().session().lit.clone().expect("somebody stands out");
    let map = w.map();
    let ends: std::collections::BTreeSet<PersonId> = (map.relations.values())
        .filter(|it| it.kind.as_str() == "breuk")
        .flat_map(|it| {
            let Party::Person(to) = &it.to else { panic!("a person") };
            [it.from.clone(), to.clone()]
        })
        .collect();
    assert_eq!(lit.people, ends);
    w.click_button("geen contact meer: laat zien wie");
    assert!(w.app().session().lit.is_none(), "and nobody any more");
    w.click_button("Te veel alcohol: laat zien wie");
    assert!(w.app().session().lit.is_some());
}

/// What is told of a new line agrees with what is drawn, and of a hidden one nothing is read out.
#[test]
fn what_is_told_of_a_new_line_is_what_is_seen() {
    let is_drawn = |w: &Window| w.app().scene().ways.contains_key(line(w.map()).0);
    let draw = |w: &mut Window, kind: &str| {
        for (key, typed) in [("R", "kim"), ("Enter", kind), ("Enter", "")] {
            w.press(key);
            w.type_text(typed);
        }
    };
    for (lines, kind, told, stays) in [
        (LinesShown::All, "geen contact", "Op de kaart: Anja en Kim: geen contact meer.", true),
        (LinesShown::OfSelected, "geen contact", "U ziet deze lijn als u", false),
        (LinesShown::None, "geen contact", "Lijnen staan nu niet op de kaart", false),
        (LinesShown::All, "geweld", "Deze lijn is bewaard. Hij is verborgen", false),
    ] {
        let mut w = family(&format!("line-told-{lines:?}-{kind}"));
        if lines != LinesShown::All {
            w.press("V");
            w.click_button(if lines == LinesShown::None {
                "geen lijnen"
            } else {
                "van wie gekozen"
            });
            w.press("Escape");
        }
        w.click_person("Anja");
        draw(&mut w, kind);
        assert_eq!(w.map().lines_shown(), lines, "{lines:?} {kind}");
        assert!(w.is_seen(told), "{lines:?} {kind}");
        assert!(is_drawn(&w), "{lines:?} {kind}: while it is looked at");
        if kind == "geweld" {
            let notice = w.app().session().notice.clone().expect("it is told");
            assert!(!format!("{notice:?}").contains("Kim"), "{notice:?}");
        }
        w.press("Enter");
        w.press("Escape");
        w.press("Escape");
        w.click_at(At::EmptyMap);
        assert_eq!(w.selected(), None, "{lines:?} {kind}");
        assert_eq!(is_drawn(&w), stays, "{lines:?} {kind}");
    }
}
