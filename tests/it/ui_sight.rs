//! What stands on the map, in the cards and in the overview is explained, and can be answered, by a tap.

use egui_kittest::kittest::Queryable as _;
use rode_draad::model::{CardId, Said};
use rode_draad::pattern::Place;
use rode_draad::scene::Across;

use crate::ui_window::Window;

fn example(folder: &str, name: &str) -> Window {
    let mut w = Window::open(folder);
    w.click_button(name);
    w
}

#[test]
fn a_question_mark_on_the_map_is_answered_with_one_tap() {
    let mut w = example("ask", "Wie praat met wie");
    let alcohol = CardId::new("gebruik-alcohol").expect("an id");
    let unknown = |w: &Window| w.app().cards().get(&alcohol).expect("a card").unknown.clone();
    let bianca = unknown(&w)
        .into_iter()
        .find(|id| w.map().person(id).is_some_and(|person| person.name.short() == "Bianca"));
    let bianca = bianca.expect("nobody knows this of Bianca");
    let sign = "Dit weten we nog niet van Bianca";
    w.click_button(sign);
    assert_eq!(w.app().session().person(), Some(&bianca));
    assert!(w.is_seen("Te veel alcohol: hoe is dat bij Bianca?"));
    // Not to know is an answer, too: it writes nothing.
    w.click_button("weet niet");
    assert!(!w.is_seen("Te veel alcohol: hoe is dat bij Bianca?"));
    assert!(!w.app().document().is_unsaved());
    w.press("Escape");
    w.actions = 0;
    w.click_button(sign);
    // Below it stand what else she was asked.
    let mut answers = w.harness.query_all_by(|node| {
        let is_pill = node.role() == egui::Role::RadioButton;
        is_pill && node.label().is_some_and(|label| label == "gevraagd: nee")
    });
    answers.next().expect("an answer").click();
    drop(answers);
    w.harness.run();
    w.actions += 1;
    println!("asked, no, from the map: {} actions", w.actions);
    assert!(w.actions <= 3, "{}", w.actions);
    let entries = &w.map().person(&bianca).expect("Bianca").entries;
    let of = entries.iter().find(|entry| entry.kind.as_str() == alcohol.as_str());
    assert_eq!(of.map(|entry| entry.said), Some(Said::No));
    assert!(!unknown(&w).contains(&bianca), "and the number is one less");
    w.press("Escape");
    assert!(!w.has_button(sign), "the sign is gone");
    assert!(!w.is_seen("Te veel alcohol: hoe is dat bij Bianca?"), "and so is the question");
    w.press("Ctrl+Z");
    assert!(unknown(&w).contains(&bianca) && w.has_button(sign), "one step back");
}

#[test]
fn a_card_over_a_skill_explains_it_by_a_tap() {
    let mut w = example("skill-card", "Net als opa");
    w.click_button("Lees meer over: Eerst nadenken is lastig");
    let what = "Je wacht even voor je iets zegt of doet.";
    assert!(!w.is_seen(what), "not before it is asked for");
    w.click_button("Wat is dit? Eerst denken, dan doen");
    for words in [what, "Hoe ziet dat eruit?", "Probeer eens", "Bij veel stress"] {
        assert!(w.is_seen(words), "{words}");
    }
    assert!(w.is_seen("een nachtje over"), "a grown-up has it");
    assert!(w.is_seen("Samu leert dit nog"), "Samu is five");
    w.click_button("Wat is dit? Eerst denken, dan doen");
    assert!(!w.is_seen(what), "and closed by another");
}

/// Every skill of the catalogue, for a parent and for a child, in both languages.
#[test]
fn every_skill_is_explained_in_the_inspector() {
    for (name, is_child) in [("Deniz", false), ("Samu", true)] {
        let mut w = example("skill-inspector", "Net als opa");
        w.click_person(name);
        w.click_button("Kies een vaardigheid");
        let skills = rode_draad::catalogue::Catalogue::builtin().skills();
        for skill in skills {
            let button = format!("Wat is dit? {}", skill.words.nl);
            w.click_button(&button);
            let first = skill.explanation.nl.split('.').next().expect("a sentence");
            let is_there =
                |w: &Window, words: &str| !w.rects_of(|label| label.contains(words)).is_empty();
            assert!(is_there(&w, first), "{name}: {}", skill.id);
            let tried = if is_child { &skill.try_with_child } else { &skill.try_yourself };
            let tried = tried.nl.split(['.', ':']).next().expect("a sentence");
            assert!(is_there(&w, tried), "{name}: {}: {tried}", skill.id);
            w.click_button(&button);
            assert!(!is_there(&w, first), "{name}: {}", skill.id);
        }
    }
}

#[test]
fn hidden_kinds_are_opened_and_closed_by_a_tap() {
    let mut w = example("hidden", "Wie praat met wie");
    let hidden = |w: &Window| {
        let cards = w.app().cards().cards.iter().filter(|card| card.place == Place::Hidden);
        cards.map(|card| card.id.clone()).collect::<Vec<_>>()
    };
    let listed = |w: &Window| w.app().cards().list().map(|it| it.id.clone()).collect::<Vec<_>>();
    let before = listed(&w);
    assert!(hidden(&w).is_empty());
    w.click_button("Gevoelige dingen laten zien");
    assert!(!hidden(&w).is_empty(), "what is hidden is told, in a group of its own");
    assert_eq!(listed(&w), before, "never in the list");
    let title = {
        let card = w.app().cards().get(&hidden(&w)[0]).expect("a card").clone();
        rode_draad::scene::card_title(w.map(), &card, rode_draad::i18n::Lang::Nl)
    };
    assert!(w.has_button(&format!("{title}. ")), "{title}: {:?}", w.buttons());
    assert!(!w.app().document().is_unsaved(), "for now, not for good");
    w.click_button("Gevoelige dingen weer verbergen");
    assert!(hidden(&w).is_empty() && !w.has_button(&format!("{title}. ")));
    w.click_button("Gevoelige dingen laten zien");
    w.click_button("Beginscherm");
    w.click_button("Wie praat met wie");
    assert!(hidden(&w).is_empty(), "closed again with another map");
}

/// The row is there with nothing behind it, too: it points at nobody's secret.
#[test]
fn the_row_of_hidden_things_is_on_every_map() {
    let mut w = Window::open("hidden-none");
    w.click_button("Nieuwe kaart");
    w.press("Escape");
    w.press("Escape");
    w.click_button("Gevoelige dingen laten zien");
    assert!(w.is_seen("Hier is niets dat terugkomt."));
}

#[test]
fn the_overview_turns_from_life_areas_to_what_comes_back() {
    let mut w = example("across", "Drie keer jong moeder");
    w.press("Ctrl+2");
    assert!(w.has_button("Geld, Grootouders: Ria"));
    w.click_button("Wat terugkomt");
    assert_eq!(w.app().session().across, Across::Cards);
    assert!(w.has_button("Te veel alcohol, Grootouders: "), "{:?}", w.buttons());
    assert!(w.is_seen("Schulden, Kinderen: alleen jonge mensen"));
    w.click_button("Te veel alcohol, Grootouders: ");
    let lit = w.app().session().lit.clone().expect("its people stand out on the map");
    let names: Vec<&str> =
        lit.people.iter().filter_map(|id| Some(w.map().person(id)?.name.short())).collect();
    assert!(names.contains(&"Theo") && names.contains(&"Anja"), "{names:?}");
}
