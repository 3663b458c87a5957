//! What plays with somebody: opened in place, changed, put away, taken back; by clicks and keys.

use rode_draad::model::{
    Entry, Goal, GoalState, GoingOn, HelpedWith, PersonId, Said, Weight, Whose,
};

use egui_kittest::kittest::Queryable as _;

use crate::ui_window::Window;

/// What is to be so of an entry.
type Holds = fn(&Entry) -> bool;

fn kim(name: &str) -> Window {
    let mut w = Window::open(name);
    w.click_button("Drie keer jong moeder");
    w.click_person("Kim");
    w
}

fn person(w: &Window, name: &str) -> PersonId {
    let map = w.map();
    let found = map.people.iter().find(|(_, person)| person.name.short() == name);
    found.map(|(id, _)| id.clone()).expect("somebody of that name")
}

fn entry(w: &Window, name: &str, kind: &str) -> Option<Entry> {
    let person = w.map().person(&person(w, name))?;
    person.entries.iter().find(|entry| entry.kind.as_str() == kind).cloned()
}

fn debts(w: &Window) -> Entry {
    entry(w, "Kim", "geld-schulden").expect("debts")
}

#[test]
fn an_entry_opens_in_place_and_every_tap_is_one_step() {
    let mut w = kim("entries-taps");
    w.click_button("Schulden, ");
    let before = debts(&w);
    let taps: [(&str, Holds); 8] = [
        ("Komt op plaats 2", |it| it.priority == Some(2)),
        ("vroeger", |it| it.going_on == GoingOn::Before),
        ("misschien", |it| it.said == Said::Maybe),
        ("een beetje", |it| it.weight == Some(Weight::Little)),
        ("erg", |it| it.weight == Some(Weight::Much)),
        ("Is gevoelig", |it| it.sensitive == Some(true)),
        ("Niet vandaag", |it| it.not_today),
        ("gevraagd: nee", |it| it.said == Said::No),
    ];
    for (words, holds) in taps {
        let mut w = kim(&format!("entries-tap-{}", words.replace([' ', ':'], "-")));
        w.click_button("Schulden, ");
        w.click_button(words);
        assert!(holds(&debts(&w)), "{words}");
        w.press("Ctrl+Z");
        assert_eq!(debts(&w), before, "{words} undone");
    }
    // The same priority again takes it back.
    w.click_button("Komt op plaats 2");
    w.click_button("Komt op plaats 2");
    assert_eq!(debts(&w).priority, None);
    // One is open at a time, and closes.
    w.click_button("Veel stress, ");
    assert!(w.has_button("Sluit: Veel stress") && !w.has_button("Sluit: Schulden"));
    w.click_button("Sluit: Veel stress");
    assert!(!w.has_button("Sluit: "));
}

#[test]
fn what_is_written_of_an_entry_is_on_it() {
    let mut w = kim("entries-words");
    w.click_button("Schulden, ");
    w.write_in("Wat helpt", "tante Anja kijkt mee");
    w.write_in("Wie zegt dit", "Kim zelf");
    w.write_in("Tot", "24");
    w.write_in("Eigen woorden", "elke maand rood");
    let entry = debts(&w);
    assert_eq!(
        (entry.helped.as_str(), entry.according_to.as_str()),
        ("tante Anja kijkt mee", "Kim zelf")
    );
    assert!(entry.until.is_some());
    assert_eq!(entry.words, "elke maand rood");
    w.click_button("Haal weg");
    assert!(entry_is_gone(&w));
    w.click_button("Ongedaan maken");
    assert_eq!(debts(&w), entry);
}

fn entry_is_gone(w: &Window) -> bool {
    entry(w, "Kim", "geld-schulden").is_none()
}

#[test]
fn what_is_not_for_today_comes_back_with_one_command() {
    let mut w = kim("entries-today");
    w.click_button("Schulden, ");
    w.click_button("Niet vandaag");
    assert!(!w.has_button("Schulden, "), "it is off the panel");
    w.press("Ctrl+K");
    w.type_text("weer zien");
    w.press("Enter");
    assert!(!debts(&w).not_today);
    assert!(w.has_button("Schulden"));
}

#[test]
fn a_digit_never_throws_away_what_was_told() {
    for (detail, change) in [
        ("nothing", None),
        ("words", Some(("Eigen woorden", "elke maand rood"))),
        ("not understood", Some(("Sinds leeftijd of jaar", "ooit"))),
        ("who says so", Some(("Wie zegt dit", "oma"))),
    ] {
        let mut w = kim(&format!("entries-digit-{}", detail.replace(' ', "-")));
        w.click_person("Levi");
        let digits = &w.app().session().digits;
        let at = digits.iter().position(|kind| kind.as_str() == "geld-schulden").expect("a digit");
        let digit = format!("{}", at + 1);
        w.press(&digit);
        assert!(entry(&w, "Levi", "geld-schulden").is_some());
        if let Some((field, text)) = change {
            w.click_button("Schulden");
            w.write_in(field, text);
            w.click_person("Levi");
        }
        w.press(&digit);
        let stays = entry(&w, "Levi", "geld-schulden").is_some();
        assert_eq!(stays, change.is_some(), "{detail}");
        assert_eq!(w.has_button("Sluit: "), change.is_some(), "{detail}: its details are open");
    }
}

/// Two taps and two texts at most: the button, and from the words to the first step.
#[test]
fn a_goal_with_its_first_step_is_two_taps_and_two_texts() {
    let mut w = kim("entries-goal");
    let before = (w.actions, w.typed);
    w.click_button("Doel erbij");
    w.type_text("Alle schulden op één papier");
    w.press("Tab");
    w.type_text("De post openen");
    let used = (w.actions - before.0, w.typed - before.1);
    println!("a goal with its first step: {used:?}");
    assert!(used.0 <= 2 && used.1 <= 2, "{used:?}");
    let kim = Whose::Person(person(&w, "Kim"));
    let is_it = |goal: &&std::sync::Arc<Goal>| goal.first_step == "De post openen";
    let goal = w.map().goals.values().find(is_it).expect("the goal").clone();
    assert_eq!((goal.text.as_str(), &goal.whose), ("Alle schulden op één papier", &kim));
    w.write_in("Wie helpt", "tante Anja");
    // Only of what the client says is it an answer.
    assert!(goal.answers.is_empty());
    w.choose("gehaald");
    let goal = w.map().goals.values().find(is_it).expect("the goal").clone();
    assert_eq!((goal.state, goal.helper.as_str()), (GoalState::Reached, "tante Anja"));
    assert!(goal.closed_on.is_some());
    w.choose("mee bezig");
    let goal = w.map().goals.values().find(is_it).expect("the goal").clone();
    assert_eq!((goal.state, goal.closed_on), (GoalState::Open, None));
    w.click_button("Haal weg");
    assert!(!w.map().goals.values().any(|goal| is_it(&goal)));
    w.click_button("Ongedaan maken");
    assert!(w.map().goals.values().any(|goal| is_it(&goal)));
}

#[test]
fn a_strength_opens_in_place_and_says_what_it_helped_with() {
    let mut w = kim("entries-strength");
    w.click_button("Zorgt goed voor anderen");
    w.write_in("Wie zegt dit", "Noa");
    w.click_button("Schulden");
    let strengths = w.map().person(&person(&w, "Kim")).expect("Kim").strengths.clone();
    let is_it = |with: &HelpedWith| *with == HelpedWith::Entry(debts(&w).id);
    let told = strengths.iter().find(|it| it.according_to == "Noa").expect("a strength");
    assert!(told.helped_with.iter().any(is_it), "{told:?}");
}

#[test]
fn the_wish_and_the_dream_are_typed_above_the_cards() {
    let mut w = Window::open("entries-wish");
    w.click_button("Drie keer jong moeder");
    w.click_button("Wijzig de wens");
    w.write_in("De wens of de vraag", "Rust in huis");
    w.write_in("Waar dromen jullie van?", "Een tuin");
    w.click_button("Klaar");
    assert_eq!((w.map().wish.as_str(), w.map().dream.as_str()), ("Rust in huis", "Een tuin"));
    assert!(w.is_seen("Rust in huis") && w.is_seen("Een tuin"));
}

/// A sentence that is wider than its field is seen whole while it is typed, and nothing but what is
/// below it in the panel moves.
#[test]
fn a_long_sentence_is_seen_whole_while_it_is_typed() {
    let long = "Ik wil dat het bij Noa en Levi anders gaat dan bij mij, en dat ze met rust \
                kunnen opgroeien in een huis waar niemand schreeuwt";
    let mut w = Window::open("entries-long");
    w.click_button("Drie keer jong moeder");
    w.click_button("Wijzig de wens");
    let people: Vec<_> = ["Kim", "Gerda"].map(|it| w.person_rect(it)).into();
    for label in ["De wens of de vraag", "Waar dromen jullie van?"] {
        w.write_in(label, "kort");
        let short = w.field_rect(label);
        w.write_in(label, long);
        let whole = w.field_rect(label);
        assert!(short.height() + 28.0 < whole.height(), "{label}: {short:?} {whole:?}");
        assert_eq!((short.left(), short.width()), (whole.left(), whole.width()), "{label}");
        // It is one paragraph all the same.
        w.press("Enter");
    }
    assert_eq!((w.map().wish.as_str(), w.map().dream.as_str()), (long, long));
    let after: Vec<_> = ["Kim", "Gerda"].map(|it| w.person_rect(it)).into();
    assert_eq!(people, after, "the map stays where it is");
}

#[test]
fn an_own_word_is_renamed_moved_and_taken_away_for_everybody() {
    let mut w = Window::open("own-kind");
    w.click_button("Nieuwe kaart");
    w.type_text("Anja 1981 v");
    w.press("Enter");
    w.press("W");
    w.type_text("Ruzie om de tuin");
    w.press("Enter");
    w.click_button("Weet ik niet, of nergens bij");
    w.press("Escape");
    w.press("Escape");
    w.press("Home");
    w.click_button("Ruzie om de tuin");
    w.write_in("Het woord (verandert overal)", "Ruzie om het hek");
    let own = |w: &Window| w.map().own_kinds.values().next().cloned();
    assert_eq!(own(&w).map(|it| it.label), Some("Ruzie om het hek".to_owned()));
    w.click_button("Wonen");
    let area = own(&w).and_then(|it| it.area_id().map(str::to_owned));
    assert_eq!(area, Some("wonen".to_owned()));
    assert!(
        w.is_seen("„Ruzie om het hek” hoort nu overal bij Wonen. Wat erbij stond, blijft staan.")
    );
    w.click_button("Haal dit woord overal weg");
    assert!(own(&w).is_none());
    assert!(w.is_seen("„Ruzie om het hek” is weg van 1 plaats, met wat erbij stond."));
    assert!(w.map().people.values().all(|it| it.entries.is_empty()), "with what was entered");
    w.press("Ctrl+Z");
    assert_eq!(own(&w).map(|it| it.label), Some("Ruzie om het hek".to_owned()));
    assert!(w.map().people.values().any(|it| it.entries.len() == 1), "and back");
}

#[test]
fn parent_and_child_stand_side_by_side_and_their_skills_are_said_there() {
    let mut w = Window::open("beside");
    w.click_button("Drie keer jong moeder");
    w.press("Z");
    let first = w.app().session().beside.clone().expect("open");
    assert!(2 <= first.len(), "the parent and the children: {first:?}");
    assert!(w.is_seen("Leert dit nog: dat hoort bij de leeftijd."), "a young child is learning");
    let skills = |w: &Window| -> usize { w.map().people.values().map(|it| it.skills.len()).sum() };
    let before = skills(&w);
    let parent = w.map().people[&first[0]].name.short().to_owned();
    w.click_button("gaat goed");
    assert_ne!(skills(&w), before, "said there");
    let chip = w.harness.get_by_role_and_label(egui::Role::RadioButton, &parent).rect();
    w.click_pos(chip.center());
    assert_eq!(w.app().session().beside.as_ref().map(Vec::len), Some(first.len() - 1));
    w.press("Escape");
    assert!(w.app().session().beside.is_none());
}

#[test]
fn agreements_are_typed_with_the_wish_and_kept() {
    let mut w = Window::open("agreements");
    w.click_button("Nieuwe kaart");
    w.type_text("Anja");
    w.press("Escape");
    w.click_at(crate::ui_window::At::EmptyMap);
    w.click_button("wens");
    w.click_button("Afspraak erbij");
    w.write_in("Afspraak: wat mag worden bewaard, getoond of gedeeld?", "Alleen samen bekijken");
    w.write_in("Met wie", "Anja");
    let all = &w.map().agreements;
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].text.as_str(), all[0].with.as_str()), ("Alleen samen bekijken", "Anja"));
    assert!(all[0].on.is_some(), "with the day");
    w.click_button("Haal weg");
    assert!(w.map().agreements.is_empty());
    w.press("Ctrl+Z");
    assert_eq!(w.map().agreements.len(), 1);
}
