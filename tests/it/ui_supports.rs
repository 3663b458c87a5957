//! Who helps: entered, seen and changed in the window.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::file;
use rode_draad::model::{Effect, Help, Party, Subject, Support};

use crate::ui_window::Window;

/// A young mother and her child, on a map of their own: Yara and Milo.
fn family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Yara 2007 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Milo 2025 m");
    w.press("Enter");
    w.press("Escape");
    w
}

/// Ticks something in the panel.
fn tick(w: &mut Window, name: &str) {
    w.actions += 1;
    let found = w.harness.query_all_by(|node| {
        node.role() != egui::Role::Label && node.label().is_some_and(|label| label == name)
    });
    found.last().unwrap_or_else(|| panic!("nothing says {name:?}")).click_accesskit();
    w.harness.run();
}

fn the_support(w: &Window) -> Support {
    let all: Vec<_> = w.map().supports.values().collect();
    assert_eq!(all.len(), 1, "one who helps");
    Support::clone(all[0])
}

fn spoken(w: &Window) -> Vec<String> {
    let spoken = w.app().scene().spoken.iter();
    let supports = spoken.filter(|(subject, _)| matches!(subject, Subject::Support(_)));
    supports.map(|(_, said)| said.clone()).collect()
}

#[test]
fn a_support_tied_to_two_people_takes_at_most_five_actions() {
    let mut w = family("support-two");
    let before = w.actions;
    w.click_person("Yara");
    w.press("G");
    w.type_text("Fatma");
    tick(&mut w, "Milo");
    tick(&mut w, "Wijkteam / sociaal team");
    let used = w.actions - before;
    println!("a support tied to two people, with its kind: {used} actions and a name");
    assert!(used <= 5, "{used}");
    let support = the_support(&w);
    assert_eq!((support.name.as_str(), support.ties.len()), ("Fatma", 2));
    assert_eq!(support.kind.as_str(), "org-wijkteam");
    assert_eq!(spoken(&w), ["Fatma, Wijkteam / sociaal team. helpt: Yara en Milo."]);
    let text = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    assert!(String::from_utf8_lossy(&text).contains("Fatma"), "it is in the file");
}

#[test]
fn each_tie_says_what_it_does_and_undo_brings_a_removed_one_back() {
    let mut w = family("support-tie");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Buurvrouw Ineke");
    assert_eq!(
        the_support(&w).kind.as_str(),
        "org-naaste",
        "a neighbour needs no place in the family"
    );
    tick(&mut w, "luistert en troost");
    tick(&mut w, "is voorbij");
    let tie = the_support(&w).ties[0].clone();
    assert!(tie.help.contains(&Help::Emotional) && tie.ended, "{tie:?}");
    assert_eq!(tie.effect, Effect::Helps);
    w.write_in("Bij Yara sinds", "2024");
    assert!(the_support(&w).ties[0].from.is_some(), "since when");
    w.click_button("Haal deze hulp weg");
    assert!(w.map().supports.is_empty(), "it is gone");
    w.click_button("Ongedaan maken");
    assert_eq!(the_support(&w).name, "Buurvrouw Ineke");
}

#[test]
fn names_off_takes_the_name_of_a_support_off_the_map() {
    let mut w = family("support-names");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Fatma");
    w.press("Enter");
    w.press("Escape");
    w.press("Escape");
    for _ in 0..3 {
        w.press("N");
        assert!(!spoken(&w).join(" ").contains("Fatma"), "{:?}", spoken(&w));
    }
}

#[test]
fn an_open_goal_lights_up_those_who_work_on_it() {
    let mut w = family("support-goal");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Leerwerkloket");
    w.click_person("Milo");
    w.press("G");
    w.type_text("De Egel");
    w.click_person("Yara");
    w.click_button("Doel erbij");
    w.type_text("Ik haal mijn diploma");
    tick(&mut w, "Leerwerkloket");
    tick(&mut w, "De Egel");
    let goal = w.map().goals.values().next().expect("a goal");
    assert_eq!(goal.supports.len(), 2);
    let scene = w.app().scene();
    let ties = scene.items.iter().filter(|it| it.layer == rode_draad::scene::Layer::Relations);
    let of: std::collections::BTreeSet<_> = ties.map(|it| it.subject.clone()).collect();
    assert_eq!(of.len(), 2, "both at once, one picture");
}

/// Where the support called so stands on the screen.
fn disc(w: &Window, name: &str) -> egui::Rect {
    let start = format!("{name},");
    let found = w.harness.query_all_by(|node| {
        node.role() == egui::Role::Button
            && node.label().is_some_and(|label| label.starts_with(&start))
    });
    let discs: Vec<egui::Rect> = found.map(|node| node.rect()).collect();
    discs.first().copied().expect("the support")
}

#[test]
fn a_helper_is_tied_by_dragging_it_to_somebody_or_to_a_home() {
    let mut w = family("support-drag");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Fatma");
    w.click_person("Yara");
    w.press("H");
    w.type_text("huis Yara");
    w.press("Enter");
    w.press("Escape");
    w.press("Escape");
    let from = disc(&w, "Fatma").center();
    w.drag_between(from, w.person_rect("Milo").center_top() + egui::vec2(0.0, 20.0));
    assert_eq!(the_support(&w).ties.len(), 2, "Yara and Milo");
    assert!(w.is_seen("Fatma helpt nu Milo."));
    let from = disc(&w, "Fatma").center();
    let home = w.button_rects("huis Yara: hier")[0].center();
    w.drag_between(from, home);
    assert_eq!(the_support(&w).ties.len(), 3, "and the home");
    let from = disc(&w, "Fatma").center();
    w.drag_between(from, w.person_rect("Milo").center_top() + egui::vec2(0.0, 20.0));
    assert_eq!(the_support(&w).ties.len(), 3, "nobody twice");
    let from = disc(&w, "Fatma").center();
    w.drag_between(from, egui::pos2(40.0, 500.0));
    assert_eq!(the_support(&w).ties.len(), 3, "on nobody it is nothing");
    w.press("Ctrl+Z");
    assert_eq!(the_support(&w).ties.len(), 2);
}

#[test]
fn a_helper_is_tied_with_two_taps() {
    let mut w = family("support-taps");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Fatma");
    w.press("Enter");
    let before = w.actions;
    w.click_button("wie krijgt hulp?");
    assert!(w.is_seen("Tik aan wie hulp krijgt van Fatma."));
    w.click_person("Milo");
    assert_eq!(w.actions - before, 2);
    assert_eq!(the_support(&w).ties.len(), 2);
    assert!(matches!(w.selected(), Some(Subject::Support(_))), "she is still looked at");
    w.press("R");
    w.press("Escape");
    assert!(w.app().session().tying.is_none(), "never mind");
    assert!(matches!(w.selected(), Some(Subject::Support(_))));
}

#[test]
fn what_a_helper_is_can_be_said_in_own_words() {
    let mut w = family("support-words");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Ineke");
    w.write_in("eigen woorden", "buurvrouw van drie hoog");
    assert_eq!(the_support(&w).words, "buurvrouw van drie hoog");
    assert_eq!(spoken(&w), ["Ineke, buurvrouw van drie hoog. helpt: Yara."]);
    let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    let again = file::open(&bytes).expect("it opens");
    assert_eq!(again.supports.values().next().expect("her").words, "buurvrouw van drie hoog");
    // A kind of the list goes with them: a tap never throws away what was typed.
    tick(&mut w, "Wijkteam / sociaal team");
    assert_eq!(the_support(&w).words, "buurvrouw van drie hoog");
    w.press("Escape");
    w.press("Ctrl+Z");
    for _ in 0..3 {
        w.press("N");
        assert!(!spoken(&w).join(" ").contains("buurvrouw"), "{:?}", spoken(&w));
    }
}

/// Whatever is told stands where it covers neither who helps nor anybody else.
#[test]
fn a_notice_covers_nobody_who_helps() {
    let mut w = family("support-notice");
    w.click_person("Yara");
    for name in ["Fatma", "Ineke", "Geldloket", "De Egel", "Karin"] {
        w.click_person("Yara");
        w.press("G");
        w.type_text(name);
    }
    w.press("Escape");
    w.press("Escape");
    w.press("Shift+1");
    w.click_person("Milo");
    w.press("Delete");
    w.harness.run();
    let told = w.rects_of(|it| it.starts_with("Milo"));
    let told = told.first().copied().expect("it is told");
    for name in ["Fatma", "Ineke", "Geldloket", "De Egel", "Karin"] {
        assert!(!disc(&w, name).intersects(told.expand(10.0)), "{told:?} on {name}");
    }
    assert!(!w.person_rect("Yara").intersects(told), "nor Yara");
}

#[test]
fn a_helper_is_tied_by_keys_alone() {
    let mut w = family("support-keys");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Fatma");
    w.press("Enter");
    assert!(matches!(w.selected(), Some(Subject::Support(_))), "{:?}", w.selected());
    let before = w.actions;
    w.press("R");
    w.type_text("mil");
    w.press("Enter");
    println!("a helper tied to one more by keys: {} keys + 1 text", w.actions - before);
    assert!(w.actions - before <= 2);
    assert_eq!(the_support(&w).ties.len(), 2);
    assert!(matches!(w.selected(), Some(Subject::Support(_))), "she is still looked at");
    // From her up to those she helps.
    w.press("ArrowUp");
    assert!(matches!(w.selected(), Some(Subject::Person(_))), "{:?}", w.selected());
}

#[test]
fn how_it_is_between_somebody_and_an_organisation_is_drawn_like_any_line() {
    let mut w = family("support-line");
    w.click_person("Milo");
    w.press("G");
    w.type_text("Fatma");
    w.press("Enter");
    w.click_person("Yara");
    w.press("R");
    w.type_text("fatma");
    w.press("Enter");
    w.type_text("ruzie");
    w.press("Enter");
    w.type_text("2024");
    w.press("Enter");
    let lines: Vec<_> = w.map().relations.iter().collect();
    let [(id, line)] = lines.as_slice() else { panic!("one line: {lines:?}") };
    assert!(matches!(line.to, Party::Support(_)), "{line:?}");
    let id = (*id).clone();
    assert_eq!(w.selected(), Some(Subject::Relation(id.clone())), "it is looked at");
    let said = w.app().scene().spoken[&Subject::Relation(id.clone())].clone();
    assert!(said.contains("Yara") && said.contains("Fatma") && said.contains("2024"), "{said}");
    // It is taken hold of on the map, and comes back with either end.
    w.press("Escape");
    w.click_person("Yara");
    assert!(w.app().scene().ways.contains_key(&id), "with Yara");
    let pos = w.along_line(&id, 0.5);
    w.click_pos(pos);
    assert_eq!(w.selected(), Some(Subject::Relation(id.clone())), "a tap on it");
    w.click_person("Milo");
    assert!(w.app().scene().ways.contains_key(&id), "it stays, whoever is looked at");
    let fatma = disc(&w, "Fatma").center();
    w.click_pos(fatma);
    assert!(w.app().scene().ways.contains_key(&id), "with Fatma");
    let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    assert_eq!(file::open(&bytes).expect("it opens").relations, w.map().relations);
}

/// What somebody typed is not thrown away by a tap beside it, and a kind that is there is seen to be.
#[test]
fn own_words_and_the_kind_of_a_support_stand_beside_each_other() {
    let mut w = family("support-own-words");
    w.click_person("Yara");
    w.press("G");
    w.type_text("Els");
    w.write_in("Zoek een soort hulp", "wijkteam");
    let kind = the_support(&w).kind;
    assert_eq!(kind.as_str(), "org-wijkteam", "Enter takes what is found");
    w.write_in("In eigen woorden", "Loket in de wijk");
    let chosen = || {
        let chips = w.harness.query_all_by(|node| {
            node.role() == egui::Role::CheckBox
                && node.label().is_some_and(|it| it == "Wijkteam / sociaal team")
        });
        let mut chips = chips.map(|it| it.accesskit_node().toggled());
        chips.any(|it| it == Some(egui::accesskit::Toggled::True))
    };
    assert!(chosen(), "the kind is still the one that was chosen");
    tick(&mut w, "Wijkteam / sociaal team");
    w.write_in("Zoek een soort hulp", "school");
    let support = the_support(&w);
    assert_eq!(support.words, "Loket in de wijk");
    assert_ne!(support.kind, kind);
}

#[test]
fn who_helps_a_home_stands_with_everybody_who_lives_there() {
    let mut w = family("support-home");
    w.click_person("Yara");
    w.press("H");
    tick(&mut w, "Milo");
    w.click_button("Voeg toe wie helpt");
    w.type_text("Fatma");
    w.press("Enter");
    assert!(matches!(the_support(&w).ties[0].to, rode_draad::model::Supported::Household(_)));
    w.click_person("Milo");
    w.click_button("Fatma, via ");
    assert!(matches!(w.selected(), Some(Subject::Support(_))), "a tap leads there");
}
