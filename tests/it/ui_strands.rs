//! The panel of what comes back, worked through the accessibility tree.

use rode_draad::model::{CardId, Recognised};
use rode_draad::scene::MOST_AT_FULL_STRENGTH;

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::ui_window::Window;

fn example(name: &str) -> Window {
    let mut w = Window::open(name);
    w.click_button("Drie keer jong moeder");
    w
}

fn shown(w: &Window) -> Vec<CardId> {
    w.app().document().strands().unwrap_or_default().to_vec()
}

#[test]
fn cards_turn_strands_on_and_off() {
    let mut w = example("cards");
    let first = shown(&w);
    assert_eq!(first.len(), 1, "the first strand is on the map before anybody asks");
    w.click_button("Schulden. ");
    assert_eq!(shown(&w), first, "the first card was on: now it is open");
    assert!(w.has_button("Lees minder over: Schulden"), "open");
    w.click_button("Schulden. ");
    assert!(shown(&w).is_empty(), "once more: off");
    for (n, card) in ["Schulden. ", "Geen diploma. ", "Jong een kind. "].iter().enumerate() {
        w.click_button(card);
        assert_eq!(shown(&w).len(), n + 1, "{card} is on");
    }
    w.click_button("Veel stress. ");
    assert_eq!(shown(&w).len(), MOST_AT_FULL_STRENGTH, "three together, no more");
}

#[test]
fn pointing_at_a_card_shows_its_strand_until_the_pointer_goes() {
    let mut w = example("preview");
    w.point_at("Jong een kind. ");
    let preview = w.app().session().preview.clone();
    assert!(preview.is_some_and(|it| !shown(&w).contains(&it)), "a strand that is not on");
    w.press("Home");
    assert_eq!(w.app().session().preview, None, "the cards made room for a person");
    w.press("Escape");
}

#[test]
fn few_cards_come_first_and_the_rest_when_asked() {
    let mut w = example("more");
    let before = w.buttons().len();
    assert!(!w.has_button("Te veel alcohol. "), "not among the first");
    w.click_button("Nog ");
    assert!(w.has_button("Te veel alcohol. "), "now");
    w.click_button("Minder");
    assert_eq!(w.buttons().len(), before);
}

#[test]
fn what_the_client_says_of_a_strand_is_kept() {
    let mut w = example("answers");
    w.click_button("Geen diploma. ");
    let id = shown(&w).last().cloned().expect("a strand");
    w.click_button("weet niet");
    assert_eq!(w.map().cards[&id].recognised, Some(Recognised::DontKnow));
    let pins = |w: &Window| w.map().cards.values().filter_map(|mark| mark.pin).collect::<Vec<_>>();
    w.click_button("Dit is belangrijk: Schulden");
    assert_eq!(pins(&w), [1]);
    w.press("Ctrl+Z");
    assert!(pins(&w).is_empty(), "taken back");
    assert_eq!(w.map().cards[&id].recognised, Some(Recognised::DontKnow), "the answer stays");
    w.click_button("Laat dit weg");
    assert!(w.map().cards[&id].dismissed, "it is not lost, only away");
    assert!(!w.has_button("Geen diploma. "), "the card is gone");
    w.click_button("Weggelegde kaarten");
    w.click_button("Haal terug: Geen diploma");
    assert!(w.has_button("Geen diploma. "), "and back");
}

/// A star brings its card to the front, but not while a hand is on the cards: whoever gives the star
/// is about to tap something of that card.
#[test]
fn no_card_moves_away_from_under_the_hand() {
    let mut w = example("under the hand");
    let order = |w: &Window| {
        let cards = ["Schulden. ", "Geen diploma. ", "Jong een kind. "];
        let mut cards = cards.map(|it| (w.button_rects(it)[0].top(), it));
        cards.sort_by(|a, b| a.0.total_cmp(&b.0));
        cards.map(|(_, it)| it)
    };
    let before = order(&w);
    assert_eq!(before[0], "Schulden. ");
    w.point_at("Dit is belangrijk: Jong een kind");
    w.click_button("Dit is belangrijk: Jong een kind");
    assert_eq!(order(&w), before, "the hand is still there");
    w.harness.event(egui::Event::PointerMoved(egui::pos2(30.0, 500.0)));
    w.harness.run();
    assert_eq!(order(&w)[0], "Jong een kind. ", "and now it comes first");
}

/// Star, answer, comment and strand belong to the theme, whoever has it: they are there after any
/// edit, after going back, and when the map is opened again.
#[test]
fn what_was_said_of_a_theme_survives_every_edit() {
    let mut w = example("survives");
    let debts = CardId::new("geld-schulden").expect("an id");
    w.click_button("Lees meer over: Schulden");
    w.click_button("weet niet");
    w.click_button("Dit is belangrijk: Schulden");
    let said = w.map().cards[&debts].clone();
    assert_eq!((said.recognised, said.pin), (Some(Recognised::DontKnow), Some(1)));
    let check = |w: &Window, after: &str| {
        assert_eq!(w.map().cards.get(&debts), Some(&said), "{after}: star and answer");
        assert_eq!(shown(w), std::slice::from_ref(&debts), "{after}: the strand is on");
        assert!(w.app().shows_strand(&debts), "{after}: and drawn");
    };
    check(&w, "at first");
    // One more aunt with debts; a carrier goes; a cousin comes; back, forth and back.
    w.click_person("Anja");
    w.press("1");
    check(&w, "another carrier");
    w.click_person("Wim");
    w.press("Delete");
    check(&w, "a carrier gone");
    w.click_person("Anja");
    w.press("K");
    w.type_text("Nova 2001 v");
    w.press("Enter");
    check(&w, "somebody new");
    for _ in 0..3 {
        w.press("Ctrl+Z");
        check(&w, "taken back");
    }
    for _ in 0..3 {
        w.press("Ctrl+Y");
        check(&w, "done again");
    }
    w.press("Ctrl+S");
    w.press("Enter");
    let path = w.folder().join("kaart-2026-11-21.familie");
    let reopen = |w: &mut Window| {
        w.click_button("Beginscherm");
        w.harness.state_mut().open_path(&path);
        w.harness.run();
    };
    reopen(&mut w);
    check(&w, "opened again");
    w.click_button("Schulden. ");
    w.click_button("Schulden. ");
    assert!(shown(&w).is_empty(), "taken off");
    w.press("Ctrl+S");
    reopen(&mut w);
    assert!(shown(&w).is_empty(), "and off it stays");
}

/// A file of version 1 hangs what the client said on findings: it is carried over to their themes.
#[test]
fn what_was_said_in_an_older_file_is_carried_over() {
    let mut w = example("older");
    let findings = w.app().findings().findings.clone();
    let thread = findings
        .iter()
        .find(|it| it.theme.as_ref().is_some_and(|it| it.to_string() == "geld-schulden"));
    let id = thread.expect("debts come back").id.to_string();
    let now = include_str!("../../examples/drie-keer-jong-moeder.familie");
    // Who helps, what for and the story: version 1 did not know all of that.
    let (kept, rest) = now.split_once("    supports: [").expect("somebody helps");
    let next_id = rest.rsplit_once("    next_id: ").expect("an id").1;
    let old = format!("{kept}    next_id: {next_id}");
    let head = old.split_once("version: ").expect("a version").0.to_owned() + "version: 1,";
    let body =
        old.split_once("version: ").and_then(|it| it.1.split_once(',')).expect("a version").1;
    let body = body.rsplit_once(')').expect("it ends").0.trim_end();
    let body = body.strip_suffix(',').unwrap_or(body);
    let mark = format!("marks: [(id: \"{id}\", recognised: No, pin: 2, comment: \"van oma\")]");
    let path = w.folder().join("oud.familie");
    std::fs::write(&path, format!("{head}{body}, {mark})")).expect("it is written");
    w.harness.state_mut().open_path(&path);
    w.harness.run();
    let debts = CardId::new("geld-schulden").expect("an id");
    let said = w.map().cards.get(&debts).expect("carried over");
    assert_eq!((said.recognised, said.pin), (Some(Recognised::No), Some(2)));
    assert_eq!(said.comment, "van oma");
    assert_eq!(w.map().marks.len(), 1, "the old mark stays");
    assert!(!w.app().document().is_unsaved(), "nobody is asked to save what they did not change");
}

#[test]
fn the_panel_lives_with_the_map() {
    let mut w = example("live");
    let card = "Schulden. Eerst had opa Wim schulden";
    assert!(w.has_button(card), "{:?}", w.buttons());
    w.click_person("Wim");
    w.press("Delete");
    w.press("Escape");
    assert!(!w.has_button(card), "without great-grandfather it is another story");
    w.press("Ctrl+Z");
    assert!(w.has_button(card), "{:?}", w.buttons());
}

/// The four families as they open: what stops and what is strong is seen without scrolling.
#[test]
fn strengths_are_seen_with_the_problems() {
    for (case, stops, strength) in [
        ("Drie keer jong moeder", "Oom Theo en Sandra zijn eruit.", "Zorgt goed voor anderen. "),
        ("Net als opa", "Gestopt met school. ", "Goed met de handen. "),
        ("De leeftijd van opa", "Je vader is eruit.", "Geeft niet op. "),
    ] {
        let mut w = Window::open("strengths");
        w.click_button(case);
        for card in [stops, strength] {
            let rects = w.button_rects(card);
            let is_seen = rects.last().is_some_and(|rect| rect.bottom() <= 1050.0);
            assert!(is_seen, "{case}: {card} {rects:?}");
        }
        assert!(!w.is_seen("Petra: Vraagt hulp"), "the strength that goes on is enough");
    }
    let mut w = Window::open("strengths");
    w.click_button("Wie praat met wie");
    assert!(w.is_seen("Petra: Vraagt hulp"), "no strength goes on: those of a few people");
    assert!(w.is_seen("Krachten"));
}

/// Two sentences until a card is opened; opening it leaves its strand as it is.
#[test]
fn a_card_says_the_rest_when_it_is_opened() {
    let mut w = example("opener");
    let first = shown(&w);
    let question = "Wat hielp Sandra om eruit te komen?";
    assert!(!w.is_seen(question) && !w.is_seen("Jordy, je ex, heeft schulden."));
    w.click_button("Lees meer over: Schulden");
    assert!(w.is_seen(question) && w.is_seen("Jordy, je ex, heeft schulden."));
    assert!(w.is_seen("Herkennen jullie dit?"));
    assert!(!w.is_seen("Ja: 8."), "numbers only when asked");
    w.click_button("Hoe weten we dit?");
    assert!(w.is_seen("Ja: 8. Nee: 1. Misschien: 0. Nog niet bekend: 0."));
    assert_eq!(shown(&w), first, "what is on the map stays");
    w.click_button("Lees minder over: Schulden");
    assert!(!w.is_seen(question));
    w.click_button("Geen diploma. ");
    assert!(w.is_seen("Sandra haalde later een diploma."), "a strand that is put on is told");
}

/// The same people have a ring as the card counts, and the signs of the map are those of the card.
#[test]
fn map_and_card_say_the_same() {
    for case in ["Drie keer jong moeder", "Net als opa", "Wie praat met wie", "De leeftijd van opa"]
    {
        let mut w = Window::open("same");
        w.click_button(case);
        let cards = w.app().cards().clone();
        for card in cards.list().filter(|card| card.has_strand()) {
            let views = w.app().strand_views(std::slice::from_ref(&card.id));
            let [(_, view)] = views.as_slice() else { panic!("{case}: {} has no strand", card.id) };
            assert_eq!(view.carriers, card.yes, "{case}: {}", card.id);
        }
    }
}

#[test]
fn what_is_not_known_is_answered_on_the_open_card_with_one_tap() {
    let mut w = Window::open("card-asked");
    w.click_button("Wie praat met wie");
    w.click_button("Te veel alcohol");
    let question = "Te veel alcohol: hoe is dat bij Aafke?";
    assert!(w.is_seen(question), "{:?}", w.buttons());
    let said = |w: &Window| {
        let aafke = w.map().people.values().find(|it| it.name.short() == "Aafke").expect("Aafke");
        aafke.entries.iter().find(|it| it.kind.as_str() == "gebruik-alcohol").map(|it| it.said)
    };
    w.actions = 0;
    let tapped = |w: &mut Window, words: &str| {
        let chips = w.harness.query_all_by_role(egui::Role::RadioButton);
        let chips = chips.filter(|it| it.accesskit_node().label().as_deref() == Some(words));
        let first = chips.map(|it| it.rect()).min_by(|a, b| a.top().total_cmp(&b.top()));
        w.click_pos(first.expect("an answer").center());
        w.actions += 1;
    };
    tapped(&mut w, "gevraagd: nee");
    println!("asked, no: {} action", w.actions);
    assert_eq!((said(&w), w.actions), (Some(rode_draad::model::Said::No), 1));
    assert!(!w.is_seen(question), "the question is answered");
    w.press("Ctrl+Z");
    assert!(w.is_seen(question), "and open again");
    let before = w.map().clone();
    tapped(&mut w, "Niet vandaag");
    assert!(!w.is_seen(question), "not today");
    assert_eq!(w.map(), &before, "nothing is written");
}
