//! What is typed in words: life and death in the name field, since when in the palette.

use rode_draad::i18n::Lang;
use rode_draad::model::{Date, Ending, LifeCourse, LifePhase, Moment, PartialDate, Person, Vital};

use crate::ui_window::Window;

fn year(year: i32) -> PartialDate {
    PartialDate::Exactly(Date::year_only(year).expect("a year"))
}

/// A new map with somebody called Anna, who is looked at.
fn anna(name: &str, lang: Lang) -> Window {
    let mut w = Window::open(name);
    if lang == Lang::En {
        w.click_button("English");
    }
    w.click_button(if lang == Lang::En { "New map" } else { "Nieuwe kaart" });
    w.type_text("Anna");
    w.press("Enter");
    w
}

fn person(w: &Window, name: &str) -> Person {
    let found = w.map().people.values().find(|person| person.name.full() == name);
    Person::clone(found.unwrap_or_else(|| panic!("nobody is called {name:?}: {:?}", w.people())))
}

#[test]
fn a_chip_says_what_is_stored_before_enter() {
    let mut w = anna("words-life", Lang::Nl);
    w.press("P");
    w.type_text("Kees 1930 overleden 1999 ex2010");
    for chip in ["geboren 1930", "overleden 1999", "uit elkaar 2010"] {
        assert!(w.is_seen(chip), "{chip} is seen");
    }
    w.press("Enter");
    let kees = person(&w, "Kees");
    assert_eq!((kees.birth, kees.vital), (Some(year(1930)), Vital::Dead(Some(year(1999)))));
    let union = w.map().unions.values().next().expect("a couple");
    assert_eq!((union.ending, union.until), (Some(Ending::Separated), Some(year(2010))));
    w.press("Ctrl+Z");
    assert_eq!(w.map().people.len(), 1, "Kees came and went with all of it");
}

#[test]
fn many_chips_stand_whole_in_rows_of_their_own() {
    let mut w = anna("words-rows", Lang::Nl);
    w.press("B");
    w.type_text("Mia <1960 overl 2011 ex2010 van de hele lange 31-2-1990 achternaam ~ 12-13-14");
    let chips = w.rects_of(|words| words.contains("blijft in de naam"));
    assert!(!chips.is_empty(), "something is not understood");
    for rect in chips {
        assert!(rect.height() < 70.0 && rect.width() < 310.0, "broken up: {rect:?}");
        assert!(60.0 < rect.width(), "letter by letter: {rect:?}");
    }
}

#[test]
fn the_same_in_english() {
    let mut w = anna("words-life-en", Lang::En);
    w.press("P");
    w.type_text("Kees born May 1930, married 1955 divorced in 1970");
    for chip in ["born 5-1930", "married 1955", "divorced 1970"] {
        assert!(w.is_seen(chip), "{chip} is seen");
    }
    w.press("Enter");
    let union = w.map().unions.values().next().expect("a couple");
    assert_eq!((union.ending, union.until), (Some(Ending::Divorced), Some(year(1970))));
    assert_eq!(person(&w, "Kees").birth.map(PartialDate::year), Some(1930));
}

#[test]
fn a_loss_needs_no_name() {
    let mut w = anna("words-loss", Lang::Nl);
    w.press("K");
    w.type_text("miskraam");
    assert!(w.is_seen("Miskraam"), "said before Enter");
    w.press("Enter");
    let lost = |person: &&std::sync::Arc<Person>| person.life == LifeCourse::Miscarriage;
    let child = w.map().people.values().find(lost).expect("a loss");
    assert!(child.name.is_empty(), "and no name");
}

#[test]
fn what_cannot_be_is_said_at_once_and_stays() {
    let mut w = anna("words-impossible", Lang::Nl);
    w.press("P");
    w.type_text("Kees 1990 †1980");
    assert!(w.is_seen("niet sterven vóór de geboorte"), "said before Enter");
    assert!(w.is_seen("blijft in de naam: †1980"), "and what comes of it");
    w.press("Enter");
    let kees = person(&w, "Kees †1980");
    assert_eq!((kees.birth, kees.vital), (Some(year(1990)), Vital::Living));
}

#[test]
fn since_when_is_said_in_words_and_shown_so() {
    for (lang, field, typed, shown) in [
        (Lang::Nl, "Sinds leeftijd of jaar", "als puber", "als tiener"),
        (Lang::En, "Since age or year", "as a teenager", "teens"),
    ] {
        let mut w = anna(&format!("words-since-{}", lang.code()), lang);
        w.press("W");
        w.type_text("schulden");
        w.press("Enter");
        w.write_in(field, typed);
        let since = |w: &Window| person(w, "Anna").entries.first().and_then(|entry| entry.since);
        assert_eq!(since(&w), Some(Moment::In(LifePhase::Teenager)), "{typed}");
        assert!(w.written_in(field).contains(shown), "{:?}", w.written_in(field));
        w.write_in(field, "ooit eens");
        assert_eq!(w.written_in(field), "ooit eens", "what is not understood stays");
    }
}

#[test]
fn own_words_are_asked_where_they_belong() {
    for (lang, none, area) in [
        (Lang::Nl, "Weet ik niet, of nergens bij", "Geld"),
        (Lang::En, "I don’t know, or nowhere", "Money"),
    ] {
        let mut w = anna(&format!("words-own-{}", lang.code()), lang);
        w.press("W");
        w.type_text("maakt altijd ruzie met buren");
        w.press("Enter");
        let own = |w: &Window| w.map().own_kinds.values().next().cloned().expect("own words");
        assert_eq!(own(&w).area, None, "on the map at once, and nothing is assumed");
        w.click_button(none);
        let kind = w.map().own_kinds.values().next().cloned().expect("own words");
        assert_eq!((kind.label.as_str(), kind.area), ("maakt altijd ruzie met buren", None));
        assert_eq!(person(&w, "Anna").entries.len(), 1);
        w.type_text("nog iets heel anders");
        w.press("Enter");
        w.click_button(area);
        let areas: Vec<_> = w.map().own_kinds.values().filter_map(|own| own.area_id()).collect();
        assert_eq!(areas, ["geld"], "where it was put");
        assert_eq!(w.map().own_kinds.len(), 2, "both are there");
    }
}

#[test]
fn own_words_that_are_in_the_list_are_offered_from_it_first() {
    let mut w = anna("words-kind-first", Lang::Nl);
    w.press("W");
    w.type_text("schulden");
    assert!(w.is_offered("In eigen woorden: „schulden”"), "own words can be had, too");
    w.press("Enter");
    let entries = person(&w, "Anna").entries;
    assert_eq!(entries.iter().map(|it| it.kind.as_str()).collect::<Vec<_>>(), ["geld-schulden"]);
    assert!(w.map().own_kinds.is_empty(), "the kind of the list");
}

/// Words that are in no list are no search: closing, saving or going elsewhere keeps them.
#[test]
fn own_words_are_kept_without_enter() {
    for end in ["Escape", "Ctrl+S", "person"] {
        let mut w = anna(&format!("words-kept-{end}"), Lang::Nl);
        w.press("W");
        w.type_text("praat met niemand over vroeger");
        if end == "person" {
            w.click_person("Anna");
        } else {
            w.press(end);
        }
        let labels: Vec<_> = w.map().own_kinds.values().map(|own| own.label.clone()).collect();
        assert_eq!(labels, ["praat met niemand over vroeger"], "{end}");
    }
    let mut w = anna("words-search", Lang::Nl);
    w.press("W");
    w.type_text("schuld");
    w.press("Escape");
    assert!(w.map().own_kinds.is_empty(), "what is in the list was a search");
}
