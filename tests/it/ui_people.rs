//! People who are more, or less, than a name and a year: twins, losses, several at once, no family,
//! what there is to tell, how two are related, and what cannot be.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::file;
use rode_draad::model::{Gender, LifeCourse, Person, PersonId, TwinKind};

use crate::ui_window::Window;

fn mina(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w
}

fn child(w: &mut Window, typed: &str) {
    w.click_person("Mina");
    w.press("K");
    w.type_text(typed);
    w.press("Enter");
}

fn person(w: &Window, name: &str) -> (PersonId, Person) {
    let found = w.map().people.iter().find(|(_, it)| it.name.short() == name);
    let (id, person) = found.unwrap_or_else(|| panic!("nobody is called {name:?}"));
    (id.clone(), Person::clone(person))
}

fn saved(w: &Window) -> String {
    let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    String::from_utf8(bytes).expect("it is text")
}

/// Chooses something in the list of commands.
fn command(w: &mut Window, words: &str) {
    w.press("Ctrl+K");
    w.type_text(words);
    w.press("Enter");
}

#[test]
fn the_kind_of_twins_is_chosen_in_the_panel_of_one() {
    let mut w = mina("people-twins");
    child(&mut w, "Fenna 2015 v");
    w.press("T");
    w.type_text("Roos");
    w.press("Enter");
    assert!(w.is_seen("Tweeling of meerling met Fenna"));
    for (words, kind) in [
        ("eeneiig", TwinKind::Identical),
        ("twee-eiig", TwinKind::Fraternal),
        ("eeneiig", TwinKind::Identical),
    ] {
        w.harness.get_by_role_and_label(egui::Role::RadioButton, words).click();
        w.harness.run();
        let twins = w.map().twins.values().next().expect("twins");
        assert_eq!((twins.kind, twins.people.len()), (kind, 2), "{words}");
    }
    // The other one says the same.
    w.click_person("Fenna");
    assert!(w.is_seen("Tweeling of meerling met Roos"));
    assert!(saved(&w).contains("twins"), "in the file");
}

#[test]
fn a_loss_is_a_choice_of_its_own_and_never_read_out_as_living() {
    for (words, life) in [
        ("Zwangerschap", LifeCourse::Pregnancy),
        ("Miskraam", LifeCourse::Miscarriage),
        ("Doodgeboren", LifeCourse::Stillbirth),
        ("Afgebroken", LifeCourse::Abortion),
    ] {
        let mut w = mina(&format!("people-{words}"));
        command(&mut w, words);
        let found = w.map().people.values().find(|it| it.life == life);
        assert!(found.is_some(), "{words}");
        w.write_in(if life == LifeCourse::Pregnancy { "Verwacht in" } else { "Wanneer" }, "2019");
        let read = w.people().into_iter().find(|it| !it.starts_with("Mina")).expect("read out");
        for living in ["jaar", "zoon", "dochter"] {
            assert!(!read.contains(living), "{words}: {read}");
        }
        assert!(!w.is_seen("Leeft"), "{words}: nobody who lives or died");
    }
}

#[test]
fn more_children_of_unknown_number_are_one_sign() {
    let mut w = mina("people-several");
    command(&mut w, "Nog meer kinderen");
    let several: Vec<_> = w.map().people.values().filter(|it| it.stands_for.is_some()).collect();
    assert_eq!(several.len(), 1);
    assert!(w.is_seen("Dit wordt een kind van alleen Mina."), "said, with undo");
}

#[test]
fn a_neighbour_comes_without_a_family_tie() {
    let mut w = mina("people-loose");
    command(&mut w, "zonder familieband");
    w.type_text("Buurvrouw Riet");
    w.press("Enter");
    person(&w, "Buurvrouw");
    assert!(w.map().unions.is_empty(), "no family");
    assert!(!w.is_seen("hoort bij niemand"), "and no notice at her");
}

#[test]
fn what_there_is_to_tell_is_behind_one_button() {
    let mut w = mina("people-more");
    assert!(!w.is_seen("Geloof"));
    w.click_button("Meer over Mina");
    assert!(w.written_anywhere("Overleden aan").is_empty(), "not asked of the living");
    let said = [
        ("Eigen wens", "een eigen huis"),
        ("Werk of school", "zorg"),
        ("Komt uit", "Paramaribo"),
        ("Taal", "Sranan"),
        ("Geloof", "winti"),
    ];
    for (label, words) in said {
        w.write_in(label, words);
    }
    w.click_button("Overleden");
    w.write_in("Overleden aan", "hart");
    let (_, mina) = person(&w, "Mina");
    let of = &mina.background;
    let stored = [
        mina.wishes[0].as_str(),
        of.work.as_str(),
        of.origin.as_str(),
        of.language.as_str(),
        of.faith.as_str(),
        of.cause_of_death.as_str(),
    ];
    let wanted: Vec<&str> = said.iter().map(|(_, it)| *it).chain(["hart"]).collect();
    assert_eq!(stored, wanted[..], "each in its own place");
    for words in wanted {
        assert!(saved(&w).contains(words), "{words} in the file");
    }
}

#[test]
fn two_people_are_said_to_be_related() {
    let mut w = mina("people-related");
    child(&mut w, "Fenna 2015 v");
    w.click_person("Mina");
    let pos = w.person_rect("Fenna").center_top() + egui::vec2(0.0, 20.0);
    w.harness.event(egui::Event::PointerMoved(pos));
    w.harness.run();
    w.harness.event(egui::Event::ModifiersChanged(egui::Modifiers::SHIFT));
    for pressed in [true, false] {
        w.harness.event(egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::SHIFT,
        });
    }
    w.harness.run();
    assert!(w.is_seen("Fenna is voor Mina: dochter."), "{:?}", w.selected());
}

/// What is typed in which field of whom, and what is said softly at whom.
const CANNOT_BE: [[&str; 5]; 5] = [
    ["Mina", "Geboren", "2016", "Mina", "jonger dan 10, of nog niet geboren"],
    ["Mina", "Geboren", "2031", "Mina", "een datum die nog moet komen"],
    ["Mina", "Geboren", "1900", "Mina", "nu ouder dan 115 jaar"],
    ["Mina", "Overleden in", "2010", "Fenna", "toen Mina al lang dood was"],
    ["Fenna", "Geboren", "2050", "Fenna", "een datum die nog moet komen"],
];

#[test]
fn what_cannot_be_is_said_at_the_person_right_after_typing() {
    for (at, [name, field, text, whose, said]) in CANNOT_BE.into_iter().enumerate() {
        let mut w = mina(&format!("people-doubt-{at}"));
        child(&mut w, "Fenna 2015 v");
        w.click_person(whose);
        assert!(!w.is_seen(said), "{said}: not before");
        w.click_person(name);
        if field == "Overleden in" {
            w.click_button("Overleden");
        }
        w.write_in(field, text);
        w.click_person(whose);
        assert!(w.is_seen(said), "{said}: said softly at {whose}");
        // The text is kept, and taking it back takes the sentence away.
        w.press("Ctrl+Z");
        w.click_person(whose);
        assert!(!w.is_seen(said), "{said}: gone again");
    }
}

#[test]
fn what_a_field_cannot_hold_stays_in_it_and_says_why() {
    let mut w = mina("people-cannot");
    w.click_button("Overleden");
    w.write_in("Overleden in", "1980");
    assert_eq!(w.written_in("Overleden in"), "1980", "what was typed stays");
    let (_, mina) = person(&w, "Mina");
    assert_eq!(mina.death(), None, "and is no date yet");
    w.write_in("Geboren", "1970");
    let (_, mina) = person(&w, "Mina");
    assert_eq!(mina.death().map(|it| it.year()), Some(1980), "once it can be, it is");
}

#[test]
fn how_many_more_children_there_are_can_be_typed() {
    let mut w = Window::open("people-crowd");
    w.press("Ctrl+N");
    w.type_text("Yara 1985 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Milo 2010 m");
    w.press("Enter");
    w.click_button("Zwanger, verlies, meer");
    w.click_button("Meer kinderen");
    w.write_in("Hoeveel zijn het er?", "3");
    let count = |w: &Window| {
        let crowd = w.map().people.values().find_map(|it| it.stands_for);
        crowd.expect("several").count
    };
    assert_eq!(count(&w), Some(3));
    let drawn = format!("{:?}", w.app().scene().items);
    assert!(drawn.contains("text: \"3\""), "it stands in the symbol");
    w.write_in("Hoeveel zijn het er?", "een stuk of wat");
    assert_eq!(count(&w), None);
    assert_eq!(w.written_in("Hoeveel zijn het er?"), "een stuk of wat", "it stays");
    w.write_in("Hoeveel zijn het er?", "");
    assert_eq!(count(&w), None);
}

fn gender(w: &Window, name: &str) -> Gender {
    person(w, name).1.gender
}

/// What is typed or tapped for each of two new parents, and what they are then.
#[test]
fn of_two_new_parents_what_is_said_of_one_never_makes_the_other_wrong() {
    use Gender::{Man, NonBinary, Woman};
    for (number, (first, second, expected)) in [
        ("Ans", "Jan", [Man, Woman]),
        ("Ans v", "Jan", [Woman, Man]),
        ("Ans 1955 v", "", [Woman, Man]),
        ("Jan m", "Ans", [Man, Woman]),
        ("Ans", "Jan m", [Woman, Man]),
        ("Jan", "Ans v", [Man, Woman]),
        // Two mothers, two fathers: one word more.
        ("Ans v", "Els v", [Woman, Woman]),
        ("Jan m", "Piet m", [Man, Man]),
        ("Sam x", "Els v", [NonBinary, Woman]),
    ]
    .into_iter()
    .enumerate()
    {
        let mut w = mina(&format!("people-parents-{number}"));
        w.press("O");
        w.type_text(first);
        w.press("Tab");
        w.type_text(second);
        w.press("Enter");
        let (mina, _) = person(&w, "Mina");
        let (_, home) = w.map().home_union(&mina).expect("parents");
        let found: Vec<_> =
            home.partners.iter().filter_map(|it| w.map().person(it)).map(|it| it.gender).collect();
        assert_eq!(found, expected, "{first:?} and {second:?}");
    }
}

#[test]
fn a_gender_that_nobody_said_is_shown_while_typing_and_one_tap_says_it() {
    let mut w = mina("people-gender-tap");
    w.press("O");
    w.type_text("Ans");
    // The panel on the right has the same words.
    fn at_the_name<'a>(w: &'a Window, words: &'a str) -> Option<egui_kittest::Node<'a>> {
        let left = |it: &egui_kittest::Node<'_>| it.rect().left() < 900.0;
        w.harness.query_all_by_role_and_label(egui::Role::RadioButton, words).find(left)
    }
    let is_on = |w: &Window, words: &str| {
        let chip = at_the_name(w, words).expect("it is asked");
        chip.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(is_on(&w, "man") && !is_on(&w, "vrouw"), "what the map says of her now");
    at_the_name(&w, "vrouw").expect("it is asked").click();
    w.harness.run();
    assert!(is_on(&w, "vrouw") && !is_on(&w, "man"));
    // Whoever taps goes on typing, and the tap outlives what is typed.
    w.type_text(" Bos 1960");
    w.press("Tab");
    w.type_text("Jan");
    assert!(is_on(&w, "man"), "the other one");
    w.type_text(" x");
    assert!(at_the_name(&w, "man").is_none(), "said in the text: nothing to ask");
    w.press("Enter");
    assert_eq!(person(&w, "Ans").1.name.full(), "Ans Bos");
    assert_eq!((gender(&w, "Ans"), gender(&w, "Jan")), (Gender::Woman, Gender::NonBinary));
    // One step takes them both away.
    w.press("Ctrl+Z");
    assert!(!w.people().iter().any(|it| it.contains("Ans") || it.contains("Jan")));
}

/// Of two parents who were made together both are asked, by Enter as by Tab; whoever stays without a
/// name can have one with a tap, and everything else is still to be reached.
#[test]
fn whoever_has_no_name_is_asked_for_it_and_no_name_is_taken_for_keys() {
    let mut w = mina("people-nameless");
    w.press("O");
    w.type_text("Klaas Zandhuis 1960");
    w.press("Enter");
    assert!(w.app().session().naming.is_some(), "the other one is asked");
    w.type_text("Wilma Koppelaar 1962");
    w.press("Enter");
    assert!(w.app().session().naming.is_none(), "and then it is done");
    assert_eq!(w.map().people.len(), 3);
    assert_eq!(person(&w, "Wilma").1.name.full(), "Wilma Koppelaar");
    // One step, as with Tab.
    w.press("Ctrl+Z");
    assert_eq!(w.map().people.len(), 1);
    w.click_person("Mina");
    w.press("O");
    w.type_text("Klaas 1960 m");
    w.press("Enter");
    w.press("Escape");
    w.press("Escape");
    assert!(w.app().session().naming.is_none());
    w.click_person("zonder naam");
    assert!(w.app().session().naming.is_some(), "a tap asks the name");
    w.press("Escape");
    assert!(w.app().session().naming.is_none(), "Esc leaves the field");
    w.press("K");
    w.type_text("Tim 2003 m");
    w.press("Enter");
    assert_eq!(w.map().people.len(), 4, "keys are keys again: a child");
    // A second tap leaves the field as well: whoever uses no keys comes to the targets.
    w.click_person("zonder naam");
    assert!(w.app().session().naming.is_some());
    w.click_person("zonder naam");
    assert!(w.app().session().naming.is_none());
    w.click_person("Tim");
    w.click_person("zonder naam");
    w.type_text("Wilma Koppelaar 1962");
    w.press("Enter");
    assert_eq!((w.map().people.len(), person(&w, "Wilma").1.birth.is_some()), (4, true));
    // Somebody with a name is looked at, no more.
    w.click_person("Klaas");
    assert!(w.app().session().naming.is_none());
}
