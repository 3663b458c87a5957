//! One hand: whoever works with keys never has to look for where the keyboard is, and whoever has
//! only a finger needs no key.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::model::{
    Ending, Entry, Field, GoingOn, LifeCourse, Moment, Person, PersonId, Said, SkillLevel, Subject,
    UnionKind,
};

use crate::ui_window::Window;

fn mina(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w
}

fn person(w: &Window, name: &str) -> (PersonId, Person) {
    let found = w.map().people.iter().find(|(_, it)| it.name.short() == name);
    let (id, person) = found.unwrap_or_else(|| panic!("nobody is called {name:?}"));
    (id.clone(), Person::clone(person))
}

fn entries(w: &Window, name: &str) -> Vec<Entry> {
    person(w, name).1.entries
}

/// What the keyboard is on.
fn focused(w: &Window) -> String {
    let node = w.harness.query_all_by(|node| node.is_focused()).last();
    node.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
}

/// Presses Tab until the keyboard is on something called so; gives how often.
fn tab_to(w: &mut Window, words: &str) -> usize {
    let n = (0..80).find(|_| {
        let is_there = focused(w).starts_with(words);
        if !is_there {
            w.press("Tab");
        }
        is_there
    });
    n.unwrap_or_else(|| panic!("no way to {words:?}, at {:?}", focused(w)))
}

#[test]
fn enter_in_a_field_goes_back_to_whoever_is_selected() {
    let mut w = mina("hands-enter");
    w.press("F6");
    tab_to(&mut w, "Geboren");
    w.press("Ctrl+A");
    w.type_text("1991");
    w.press("Enter");
    assert!(focused(&w).starts_with("Mina"), "at {:?}", focused(&w));
    w.press("F6");
    assert!(focused(&w).starts_with("Geboren"), "back where it was: {:?}", focused(&w));
    w.press("Escape");
    w.press("K");
    w.type_text("Fenna 2015 v");
    w.press("Enter");
    assert_eq!(w.map().people.len(), 2, "K is a key again");
    w.press("Home");
    w.press("F6");
    let at = focused(&w);
    assert!(!at.starts_with("Geboren"), "somebody else was looked at: from the top, not {at:?}");
}

#[test]
fn esc_leaves_the_panel_first_and_whoever_is_selected_then() {
    let mut w = mina("hands-esc");
    let selected = w.selected();
    for place in ["Leeft", "Notities"] {
        w.press("Home");
        w.press("F6");
        tab_to(&mut w, place);
        w.press("Escape");
        assert_eq!(w.selected(), selected, "from {place}");
        assert!(focused(&w).starts_with("Mina"), "at {:?}", focused(&w));
    }
    w.press("Escape");
    assert_eq!(w.selected(), None);
}

#[test]
fn f6_is_there_and_back_from_a_couple_a_home_and_a_line_too() {
    let mut w = mina("hands-f6");
    w.press("P");
    w.type_text("Karel 1988 m");
    w.press("Enter");
    assert!(matches!(w.selected(), Some(Subject::Union(_))));
    for keys in [&[][..], &["Home", "H", "Enter"]] {
        for key in keys {
            w.press(key);
        }
        let (selected, before) = (w.selected(), focused(&w));
        w.press("F6");
        w.press("Tab");
        assert_ne!(focused(&w), before, "in the panel");
        w.press("F6");
        assert_eq!((w.selected(), focused(&w)), (selected, before), "and back");
    }
}

#[test]
fn the_wish_is_typed_and_left_with_keys() {
    let mut w = mina("hands-wish");
    w.press("Escape");
    w.press("F6");
    tab_to(&mut w, "Wat is de wens?");
    w.press("Space");
    assert!(focused(&w).starts_with("De wens"), "the caret is in it: {:?}", focused(&w));
    w.type_text("rust in huis");
    w.press("Enter");
    assert!(focused(&w).starts_with("De wens"), "and stays there: {:?}", focused(&w));
    let away = tab_to(&mut w, "Klaar");
    assert!(away <= 6, "{away} tabs");
    w.press("Space");
    assert_eq!(w.map().wish, "rust in huis");
    assert!(focused(&w).starts_with("Wijzig de wens"), "at {:?}", focused(&w));
}

#[test]
fn what_plays_is_typed_without_a_mouse_and_without_a_search_for_the_caret() {
    let mut w = mina("hands-palette");
    w.actions = 0;
    w.press("W");
    // With its years behind it, or without: then they are one Tab away.
    w.type_text("schulden 19-25");
    w.press("Enter");
    assert!(focused(&w).starts_with("Zoek of typ"), "{:?}", focused(&w));
    w.type_text("somber");
    w.press("Enter");
    assert!(focused(&w).starts_with("Zoek of typ"), "{:?}", focused(&w));
    w.press("Tab");
    assert!(focused(&w).starts_with("Sinds"), "{:?}", focused(&w));
    w.type_text("20 jaar");
    w.press("Enter");
    assert!(focused(&w).starts_with("Zoek of typ"), "{:?}", focused(&w));
    w.press("Escape");
    println!("two problems with years by keys: {} keys + {} typed fields", w.actions, w.typed);
    assert!(w.actions <= 7, "{} keys", w.actions);
    let said = entries(&w, "Mina").into_iter().map(|it| (it.kind.to_string(), it.since, it.until));
    let age = |years| Moment::from_typed(years, rode_draad::model::Date::parse("2026-11-21")?);
    let (a, b, c) = (age("19 jaar"), age("25 jaar"), age("20 jaar"));
    let wanted = [("geld-schulden".to_owned(), a, b), ("gevoel-somber".to_owned(), c, None)];
    assert_eq!(said.collect::<Vec<_>>(), wanted);
    assert!(focused(&w).starts_with("Mina"), "at {:?}", focused(&w));
}

#[test]
fn one_search_finds_problems_strengths_and_skills() {
    let mut w = mina("hands-search");
    w.press("W");
    w.type_text("zorgt goed");
    w.press("Enter");
    let (_, it) = person(&w, "Mina");
    assert_eq!(it.strengths.len(), 1, "a strength, not words of its own");
    assert!(it.entries.is_empty() && w.map().own_kinds.is_empty(), "{:?}", it.entries);
    assert!(focused(&w).starts_with("Zoek of typ"), "as of a problem: {:?}", focused(&w));
    // Whichever has the words best comes first.
    w.type_text("diploma");
    w.press("Enter");
    let (_, it) = person(&w, "Mina");
    assert_eq!((it.strengths.len(), it.entries.len()), (2, 0), "a diploma, not the want of one");
    w.type_text("plannen");
    assert!(w.is_offered("lastig"), "how it goes");
    w.click_button("lastig");
    let (_, it) = person(&w, "Mina");
    let skills: Vec<_> = it.skills.iter().map(|it| (it.skill.as_str(), it.level)).collect();
    assert_eq!(skills, [("ef-plannen", SkillLevel::Hard)]);
    assert!(it.entries.is_empty(), "{:?}", it.entries);
}

#[test]
fn a_detail_that_opens_has_the_caret_and_gives_the_keyboard_back() {
    let mut w = mina("hands-detail");
    w.press("W");
    w.type_text("schulden");
    w.press("Enter");
    w.press("Escape");
    w.press("Escape");
    w.press("Home");
    w.press("F6");
    tab_to(&mut w, "Schulden");
    w.press("Space");
    assert!(focused(&w).starts_with("Sinds"), "at {:?}", focused(&w));
    w.type_text("19 jaar");
    tab_to(&mut w, "speelt nu");
    w.press("Space");
    assert!(focused(&w).starts_with("speelt nu"), "the keyboard stays: {:?}", focused(&w));
    let all = entries(&w, "Mina");
    assert_eq!((all[0].going_on, all[0].said), (GoingOn::Now, Said::Yes));
    let back = (0..12).find(|_| {
        w.press("Shift+Tab");
        focused(&w).starts_with("Sluit")
    });
    assert!(back.is_some(), "what closes it is near");
    w.press("Space");
    assert!(focused(&w).starts_with("Schulden"), "at its row: {:?}", focused(&w));
}

#[test]
fn what_has_the_keyboard_is_scrolled_to() {
    let mut w = mina("hands-scroll");
    w.press("F6");
    tab_to(&mut w, "Haal van de kaart");
    w.harness.run();
    let rect = w.button_rects("Haal van de kaart")[0];
    let screen = w.harness.ctx.content_rect();
    assert!(screen.contains_rect(rect), "{rect:?}");
}

#[test]
fn somebody_comes_on_an_empty_map_with_one_tap_and_is_whom_it_is_about() {
    let mut w = mina("hands-empty");
    w.press("Delete");
    assert!(w.map().people.is_empty());
    w.click_button("Zet iemand op de kaart");
    w.type_text("Bo 2001");
    w.press("Enter");
    let (bo, _) = person(&w, "Bo");
    assert_eq!(w.map().focus, [bo]);
    assert!(!w.has_button("Zet iemand op de kaart"), "gone again");
}

#[test]
fn esc_at_the_first_name_leaves_its_person_selected() {
    let mut w = Window::open("hands-first");
    w.press("Ctrl+N");
    w.press("Escape");
    w.press("P");
    w.type_text("Bo");
    w.press("Enter");
    assert_eq!(w.map().people.len(), 2, "P is for whoever is there");
}

#[test]
fn how_two_are_related_is_asked_with_a_finger_or_with_keys() {
    let mut w = mina("hands-related");
    w.press("K");
    w.type_text("Fenna 2015 v");
    w.press("Enter");
    let said = "Fenna is voor Mina: dochter.";
    // A finger.
    w.click_person("Mina");
    w.click_button("Hoe zijn twee mensen familie?");
    let before = w.map().clone();
    w.click_person("Fenna");
    assert!(w.is_seen(said));
    // Keys.
    w.press("Escape");
    assert!(!w.is_seen(said));
    w.press("Home");
    w.press("Shift+R");
    w.type_text("fen");
    w.press("Enter");
    assert!(w.is_seen(said));
    assert_eq!(w.map().people, before.people, "nothing is changed");
}

#[test]
fn whoever_was_not_born_has_no_partner_no_children_and_nothing_that_plays() {
    for (typed, life, called) in [
        ("miskraam 2012", LifeCourse::Miscarriage, "miskraam"),
        ("doodgeboren 2012", LifeCourse::Stillbirth, "doodgeboren kind"),
        ("abortus 2012", LifeCourse::Abortion, "afgebroken zwangerschap"),
        ("zwanger 2026", LifeCourse::Pregnancy, "in verwachting"),
    ] {
        let mut w = mina("hands-unborn");
        w.press("K");
        w.type_text(typed);
        w.press("Enter");
        let found = w.map().people.iter().find(|(_, it)| it.life == life);
        let id = found.unwrap_or_else(|| panic!("{typed}")).0.clone();
        assert_eq!(w.selected(), Some(Subject::Person(id)), "{typed}");
        assert!(w.is_seen(called), "{typed}: the panel says what it is");
        assert!(w.people().iter().any(|it| it.starts_with(called)), "{:?}", w.people());
        let kin = ["oom", "tante", "zoon", "dochter", "Overleden", "zonder naam"];
        let read = w.people().into_iter().find(|it| it.starts_with(called)).unwrap_or_default();
        assert!(!kin.iter().any(|word| read.contains(word)), "{read}");
        let before = w.map().people.len();
        w.press("P");
        w.press("K");
        assert_eq!(w.map().people.len(), before, "{typed}: no partner and no child");
        for offered in ["partner van", "kind van", "Kracht toevoegen", "Iets toevoegen"] {
            assert!(!w.has_button(offered), "{typed}: {offered}");
        }
    }
}

#[test]
fn a_lat_relation_is_typed_with_the_name() {
    let mut w = mina("hands-lat");
    w.press("P");
    w.type_text("Karel 1988 m lat 2014");
    assert!(w.is_seen("LAT-relatie sinds 2014"));
    w.press("Enter");
    let union = w.map().unions.values().next().expect("a couple");
    assert_eq!((union.kind, union.from.map(|it| it.year())), (UnionKind::LivingApart, Some(2014)));
    // A name stays a name.
    w.press("Home");
    w.press("B");
    w.type_text("Lat Nguyen 1999");
    w.press("Enter");
    person(&w, "Lat");
}

#[test]
fn a_couple_that_ended_by_death_knows_when() {
    let mut w = mina("hands-death");
    w.press("P");
    w.type_text("Karel 1950-2008 m getrouwd 1973");
    w.press("Enter");
    w.click_button("door overlijden");
    let (id, union) = w.map().unions.iter().next().expect("a couple");
    assert_eq!(union.until.map(|it| it.year()), Some(2008));
    assert!(
        w.map().unread(&Field::Union(id.clone(), rode_draad::model::UnionField::Until)).is_none()
    );
}

/// What a screen reader offers on somebody: its words and its number.
fn offered(w: &Window, name: &str) -> Vec<(String, i32)> {
    let node = w.harness.get_by(|node| {
        node.role() == egui::Role::TreeItem && node.label().is_some_and(|it| it.starts_with(name))
    });
    let actions = node.accesskit_node().data().custom_actions();
    actions.iter().map(|it| (it.description.clone(), it.id)).collect()
}

/// Asks for one of them, as a screen reader does.
fn ask_for(w: &mut Window, name: &str, words: &str) {
    let offered = offered(w, name);
    let found = offered.iter().find(|(it, _)| it == words);
    let (_, id) = found.unwrap_or_else(|| panic!("no {words:?} in {offered:?}")).clone();
    let node = w.harness.get_by(|node| {
        node.role() == egui::Role::TreeItem && node.label().is_some_and(|it| it.starts_with(name))
    });
    let (target_node, target_tree) = node.accesskit_node().locate();
    w.harness.event(egui::Event::AccessKitActionRequest(egui::accesskit::ActionRequest {
        action: egui::accesskit::Action::CustomAction,
        target_node,
        target_tree,
        data: Some(egui::accesskit::ActionData::CustomAction(id)),
    }));
    w.harness.run();
}

#[test]
fn a_screen_reader_offers_what_can_be_done_with_somebody() {
    let mut w = mina("hands-spoken");
    ask_for(&mut w, "Mina", "Kind erbij");
    w.type_text("Fenna 2015 v");
    w.press("Enter");
    assert_eq!(w.map().people.len(), 2);
    assert!(offered(&w, "Mina").is_empty(), "only of whoever is selected");
    ask_for(&mut w, "Fenna", "Maak hoofdpersoon");
    assert_eq!(w.map().focus.len(), 2);
    // Now the other way round is possible, and this no more.
    let of = |w: &Window| offered(w, "Fenna").into_iter().map(|(it, _)| it).collect::<Vec<_>>();
    assert!(!of(&w).contains(&"Maak hoofdpersoon".to_owned()), "{:?}", of(&w));
    ask_for(&mut w, "Fenna", "Wat speelt er?");
    assert!(focused(&w).starts_with("Zoek of typ"), "{:?}", focused(&w));
    w.press("Escape");
    // Whoever is not born yet is offered neither partner nor child.
    w.press("Home");
    w.press("K");
    w.type_text("zwanger 2026");
    w.press("Enter");
    let unborn = offered(&w, "in verwachting");
    assert!(!unborn.is_empty() && !unborn.iter().any(|(it, _)| it == "Kind erbij"), "{unborn:?}");
}

/// What is painted in a place, in words.
fn painted(w: &Window, place: egui::Rect) -> Vec<String> {
    let shapes = w.harness.output().shapes.iter();
    let here = shapes.filter(|it| {
        let rect = it.shape.visual_bounding_rect();
        rect.intersects(place) && rect.width() <= place.width() + 12.0
    });
    here.map(|it| format!("{:?}", it.shape)).collect()
}

/// Goes through what has the keyboard, `n` steps; gives what does not look otherwise with it.
fn unseen(w: &mut Window, n: usize) -> Vec<String> {
    let mut unseen = Vec::new();
    for _ in 0..n {
        w.press("Tab");
        let node = w.harness.query_all_by(|node| node.is_focused()).last();
        let Some(node) = node else { continue };
        let (name, place) = (focused(w), node.rect().expand(4.0));
        let with = painted(w, place);
        w.press("Tab");
        let without = painted(w, place);
        w.press("Shift+Tab");
        if with == without {
            unseen.push(name);
        }
    }
    unseen.sort();
    unseen.dedup();
    unseen
}

#[test]
fn what_has_the_keyboard_looks_like_it() {
    let mut w = Window::open("hands-ring");
    w.harness.set_size(egui::vec2(1680.0, 2400.0));
    w.click_button("Drie keer jong moeder");
    w.press("Escape");
    w.press("F6");
    assert_eq!(unseen(&mut w, 30), [""; 0], "in the panel of the whole family");
    w.click_person("Kim");
    w.press("F6");
    assert_eq!(unseen(&mut w, 45), [""; 0], "in the panel of a person");
    w.press("Home");
    w.press("W");
    assert_eq!(unseen(&mut w, 30), [""; 0], "in the palette");
}

/// Whoever types the widow and her husband says so with one word.
#[test]
fn a_widow_is_typed_with_the_name() {
    for (typed, until) in [
        ("Toos 1935-2012 v getrouwd 1956 weduwe 1971", Some(1971)),
        ("Toos 1935 v getrouwd 1956 weduwe", Some(1972)),
        ("Toos 1935 getrouwd 1956 partner overleden", Some(1972)),
        ("Toos 1935 v getrouwd 1956", None),
    ] {
        let mut w = Window::open("hands-widow");
        w.press("Ctrl+N");
        w.type_text("Karel 1932-1972 m");
        w.press("Enter");
        w.press("P");
        w.type_text(typed);
        w.press("Enter");
        let union = w.map().unions.values().next().expect("a couple");
        let ending = until.map(|_| Ending::Death);
        assert_eq!((union.ending, union.until.map(|it| it.year())), (ending, until), "{typed}");
        assert_eq!(union.kind, UnionKind::Married, "{typed}");
        person(&w, "Toos");
    }
}

#[test]
fn an_answer_is_typed_behind_what_plays() {
    let mut w = mina("hands-answers");
    w.press("W");
    w.actions = 0;
    let wanted = [
        ("schulden nu", "geld-schulden", Said::Yes, GoingOn::Now),
        ("somber vroeger", "gevoel-somber", Said::Yes, GoingOn::Before),
        ("alcohol nee", "gebruik-alcohol", Said::No, GoingOn::Unknown),
        ("lang ziek misschien", "lichaam-chronisch", Said::Maybe, GoingOn::Unknown),
        ("Opgebrand NEE", "gevoel-opgebrand", Said::No, GoingOn::Unknown),
        ("stress", "gevoel-stress", Said::Yes, GoingOn::Unknown),
    ];
    for (typed, ..) in wanted {
        w.type_text(typed);
        w.press("Enter");
        assert!(focused(&w).starts_with("Zoek of typ"), "{typed}: {:?}", focused(&w));
    }
    println!("six answers by keys: {} keys", w.actions);
    let all = entries(&w, "Mina");
    let found: Vec<_> = all.iter().map(|it| (it.kind.as_str(), it.said, it.going_on)).collect();
    assert_eq!(found, wanted.map(|(_, kind, said, going_on)| (kind, said, going_on)));
    // Said otherwise later: the same one, changed.
    w.type_text("stress nee");
    w.press("Enter");
    let all = entries(&w, "Mina");
    assert_eq!((all.len(), all[5].said), (6, Said::No));
    // What is in no list stays whole.
    w.type_text("zegt altijd nee");
    w.press("Enter");
    assert!(w.map().own_kinds.values().any(|it| it.label == "zegt altijd nee"));
}

#[test]
fn until_now_is_an_answer() {
    let mut w = mina("hands-now");
    w.press("W");
    w.type_text("schulden");
    w.press("Enter");
    w.press("Tab");
    w.type_text("19 jaar");
    w.press("Tab");
    w.type_text("nu");
    w.press("Enter");
    let all = entries(&w, "Mina");
    assert_eq!((all[0].going_on, all[0].until), (GoingOn::Now, None));
    assert!(all[0].since.is_some() && w.map().unread.is_empty());
}

#[test]
fn something_hidden_that_is_put_on_is_seen_by_whoever_puts_it_on_and_by_nobody_else() {
    let mut w = mina("hands-hidden");
    w.press("K");
    w.type_text("Fenna 2015 v");
    w.press("Enter");
    w.click_person("Mina");
    w.press("W");
    w.type_text("uitgescholden");
    w.press("Enter");
    w.press("Tab");
    assert!(focused(&w).starts_with("Sinds"), "its years can be told: {:?}", focused(&w));
    w.type_text("6 jaar");
    w.press("Enter");
    let all = entries(&w, "Mina");
    assert_eq!((all.len(), all[0].since.is_some()), (1, true));
    w.press("Escape");
    assert!(w.has_button("Als kind geslagen"), "in her panel");
    w.click_person("Fenna");
    w.click_person("Mina");
    assert!(!w.has_button("Als kind geslagen"), "closed again with somebody else");
    // Twice is once.
    w.press("W");
    w.type_text("uitgescholden");
    w.press("Enter");
    w.press("Escape");
    assert_eq!(entries(&w, "Mina").len(), 1, "no second one");
    // Where anybody may look on it is not shown, and nothing tells whether it was there.
    w.press("Escape");
    w.press("M");
    w.click_person("Mina");
    w.press("W");
    w.type_text("uitgescholden");
    w.press("Enter");
    assert!(!w.has_button("Als kind geslagen"), "private");
    assert_eq!(entries(&w, "Mina").len(), 1);
}
