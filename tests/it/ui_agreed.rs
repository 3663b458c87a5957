//! What is agreed with the family: typed, dated, undone, kept in the file.

use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::model::Date;

use crate::ui_window::Window;

#[test]
fn an_agreement_is_typed_where_it_was_asked_for() {
    let mut w = Window::open("agreed");
    w.click_button("Wie praat met wie");
    w.click_button("Wijzig de wens");
    for text in ["De kaart blijft op school", "Dean leest mee"] {
        w.click_button("Afspraak erbij");
        // The caret is there: nothing is clicked, and no letter is a key of the map.
        w.type_text(text);
        assert_eq!(w.map().agreements.last().map(|it| it.text.as_str()), Some(text));
    }
    // In a field only what was typed there goes; outside it the step before.
    w.press("Ctrl+Z");
    assert_eq!(w.map().agreements.last().map(|it| it.text.as_str()), Some(""));
    w.press("Escape");
    w.press("Ctrl+Z");
    assert_eq!(w.map().agreements.len(), 1, "the words, and the agreement");
}

#[test]
fn a_day_is_written_as_every_date_is() {
    let mut w = Window::open("agreed-day");
    w.click_button("Wie praat met wie");
    w.click_button("Wijzig de wens");
    for (typed, shown) in
        [("1 juni 2027", "1-6-2027"), ("2027-12-24", "24-12-2027"), ("2028", "2028")]
    {
        w.write_in("Gooi deze kaart weg op", typed);
        assert_eq!(w.written_in("Gooi deze kaart weg op"), shown, "{typed}");
    }
}

#[test]
fn what_was_told_of_a_step_goes_with_it() {
    let mut w = Window::open("told-undone");
    w.click_button("Wie praat met wie");
    w.click_person("Petra");
    w.press("K");
    w.type_text("Anna 2020");
    w.press("Enter");
    assert!(w.is_seen("Anna is een kind van"), "it is told");
    w.press("Ctrl+Z");
    assert!(!w.is_seen("Anna is een kind van"), "she is not: that was undone");
}

/// What holds for the map as a whole is asked where its wish is: each answer is one step to undo.
#[test]
fn what_holds_for_the_map_is_answered_with_a_tap_and_undone() {
    let mut w = Window::open("about-map");
    w.click_button("Wie praat met wie");
    w.click_button("Wijzig de wens");
    w.click_button("Over deze kaart");
    let before = w.map().clone();
    let told = |w: &Window| (w.map().fictional, w.map().today, w.map().lang);
    for words in ["nee, echte mensen", "Tel weer tot vandaag", "Engels"] {
        let was = told(&w);
        w.click_button(words);
        assert_ne!(told(&w), was, "{words}");
        w.press("Ctrl+Z");
        assert_eq!(told(&w), was, "{words}: undone");
        w.press("Ctrl+Shift+Z");
    }
    assert_eq!(told(&w), (false, None, Lang::En));
    assert!(before.fictional && before.today.is_some() && before.lang == Lang::Nl);
    w.click_button("Zet vast op");
    assert_eq!(w.map().today, Date::parse("2026-11-21"), "the day of the clock");
    w.write_in("Tot welke dag tellen de leeftijden?", "1 juni 2020");
    assert_eq!(w.map().today, Date::parse("2020-06-01"));
    let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    let again = file::open(&bytes).expect("and opens");
    assert_eq!((again.fictional, again.lang), (false, Lang::En));
    assert_eq!(again.today, Date::parse("2020-06-01"));
}
