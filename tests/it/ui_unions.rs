//! Unions, bonds and who belongs to whom: entered, seen and changed in the window.

use egui_kittest::kittest::Queryable as _;
use rode_draad::file;
use rode_draad::model::{Bond, Ending, PersonId, Subject, Union, UnionKind};

use crate::ui_window::Window;

/// Mina and Karel, apart, with Fenna and Joost; Mina is together with Otto.
fn family(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("P");
    w.type_text("Karel 1988 m ex2019");
    w.press("Enter");
    w.press("K");
    w.type_text("Fenna 2015 v");
    w.press("Tab");
    w.type_text("Joost 2018 m");
    w.press("Enter");
    w.click_person("Mina");
    w.press("P");
    w.type_text("Otto 1985 m");
    w.press("Enter");
    w
}

fn id(w: &Window, name: &str) -> PersonId {
    let found = w.map().people.iter().find(|(_, person)| person.name.short() == name);
    found.unwrap_or_else(|| panic!("nobody is called {name}")).0.clone()
}

/// The parents of each union that `name` stands under, with the bond.
fn parents(w: &Window, name: &str) -> Vec<(Vec<String>, Bond)> {
    let child = id(w, name);
    let called = |id: &PersonId| w.map().person(id).map(|it| it.name.short().to_owned());
    let sets = w.map().parent_unions(&child);
    let sets = sets.map(|(_, it)| {
        let bond = it.child(&child).map(|it| it.bond).unwrap_or_default();
        (it.partners.iter().filter_map(called).collect(), bond)
    });
    sets.collect()
}

fn of(names: &[&str], bond: Bond) -> (Vec<String>, Bond) {
    (names.iter().map(|&it| it.to_owned()).collect(), bond)
}

fn couple(w: &Window, a: &str, b: &str) -> Union {
    let (a, b) = (id(w, a), id(w, b));
    let found =
        w.map().unions.values().find(|it| it.partners.contains(&a) && it.partners.contains(&b));
    Union::clone(found.expect("a couple"))
}

fn saved(w: &Window) -> String {
    let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    String::from_utf8(bytes).expect("it is text")
}

/// Taps a choice that says exactly this.
fn choose(w: &mut Window, words: &str) {
    w.actions += 1;
    w.harness.get_by_role_and_label(egui::Role::RadioButton, words).click();
    w.harness.run();
}

/// Taps the row in the panel that leads to a couple.
fn look_at_couple(w: &mut Window, one: &str, row: &str) {
    w.click_person(one);
    w.click_button(row);
    assert!(matches!(w.selected(), Some(Subject::Union(_))), "{row}");
}

#[test]
fn what_there_is_to_say_of_a_couple_is_said_in_its_panel() {
    let mut w = family("union-all");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("getrouwd");
    w.write_in("Vanaf", "2010");
    w.click_button("gescheiden");
    w.write_in("Tot", "2020");
    w.write_in("Weer bij elkaar in", "2023");
    w.harness.get_by_label_contains("Notities").focus();
    w.harness.run();
    w.type_text("Het ging lang goed.");
    let union = couple(&w, "Mina", "Karel");
    assert_eq!((union.kind, union.ending), (UnionKind::Married, Some(Ending::Divorced)));
    let years = [union.from, union.until, union.together_again].map(|it| it.map(|it| it.year()));
    assert_eq!(years, [Some(2010), Some(2020), Some(2023)]);
    assert!(saved(&w).contains("Het ging lang goed."), "the note is in the file");
}

#[test]
fn a_bond_is_changed_without_taking_the_child_away() {
    let mut w = family("union-bond");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("Fenna, geboren");
    w.click_button("pleegkind");
    w.write_in("Fenna hier sinds", "2017");
    assert_eq!(parents(&w, "Fenna"), [of(&["Mina", "Karel"], Bond::Foster)]);
    let union = couple(&w, "Mina", "Karel");
    let child = union.child(&id(&w, "Fenna")).expect("a child");
    assert_eq!(child.from.map(|it| it.year()), Some(2017));
    assert!(saved(&w).contains("Foster"), "it is in the file");
}

#[test]
fn a_child_belongs_to_each_parent_in_its_own_way() {
    let mut w = family("union-each");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("Fenna");
    w.click_button("Bij elke ouder anders");
    // Two questions now; the second set of choices is about the second parent.
    let second = couple(&w, "Mina", "Karel").partners[1].clone();
    let mother_first = second == id(&w, "Karel");
    let other = if mother_first { "Karel" } else { "Mina" };
    w.harness.get_by_label(&format!("Hoe hoort Fenna bij {other}?"));
    w.harness
        .get_all_by_role_and_label(egui::Role::RadioButton, "geadopteerd")
        .nth(1)
        .expect("a second set")
        .click();
    w.harness.run();
    let child = couple(&w, "Mina", "Karel").child(&id(&w, "Fenna")).cloned().expect("Fenna");
    assert_eq!((child.bond, child.bond_with(&second)), (Bond::Birth, Bond::Adopted));
    assert!(saved(&w).contains("bond: Adopted"), "{}", saved(&w));
    // Seen on the map with the name of that parent, and in the row of the panel.
    w.click_person("Fenna");
    assert!(w.buttons().iter().any(|it| it.contains("geadopteerd bij ")), "{:?}", w.buttons());
    w.press("Ctrl+Z");
    let child = couple(&w, "Mina", "Karel").child(&id(&w, "Fenna")).cloned().expect("Fenna");
    assert_eq!(child.bond_with(&second), Bond::Birth);
}

#[test]
fn children_without_years_are_put_in_the_order_told() {
    let mut w = family("union-order");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("Kind toevoegen");
    w.type_text("Noor v");
    w.press("Enter");
    look_at_couple(&mut w, "Karel", "Met Mina");
    // Whose years are known stand by age; it is said why nothing can be moved.
    w.click_button("Fenna, geboren");
    assert!(w.is_seen("Zij staan van oud naar jong") && !w.has_button("na Joost"));
    w.click_button("Noor, geboren");
    w.click_button("vóór Joost");
    let order = |w: &Window| {
        let all = couple(w, "Mina", "Karel").children.into_iter().map(|it| it.person);
        all.collect::<Vec<PersonId>>()
    };
    let [fenna, joost, noor] = ["Fenna", "Joost", "Noor"].map(|name| id(&w, name));
    assert_eq!(order(&w), [fenna.clone(), noor.clone(), joost.clone()]);
    w.click_button("na Joost");
    assert_eq!(order(&w), [fenna.clone(), joost.clone(), noor.clone()]);
    w.press("Escape");
    w.press("Ctrl+Z");
    assert_eq!(order(&w), [fenna, noor, joost], "undone");
}

#[test]
fn a_child_that_does_not_belong_here_stays_on_the_map() {
    let mut w = family("union-unlink");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("Joost, geboren");
    w.click_button("Hoort hier niet bij");
    assert!(w.is_seen("Joost blijft op de kaart"), "what stays is said");
    assert!(parents(&w, "Joost").is_empty());
    w.click_button("Zet terug");
    assert_eq!(parents(&w, "Joost"), [of(&["Mina", "Karel"], Bond::Birth)]);
}

#[test]
fn a_partner_is_taken_out_and_the_children_stay_with_the_other() {
    let mut w = family("union-partner-out");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("Haal Karel uit deze relatie");
    assert!(w.is_seen("De kinderen blijven bij Mina"), "what stays is said");
    assert_eq!(parents(&w, "Fenna"), [of(&["Mina"], Bond::Birth)]);
    assert!(w.people().iter().any(|it| it.starts_with("Karel")), "he is still there");
    w.click_button("Zet terug");
    assert_eq!(parents(&w, "Fenna"), [of(&["Mina", "Karel"], Bond::Birth)]);
}

#[test]
fn a_child_is_moved_to_other_parents_in_three_taps() {
    let mut w = family("kin-move");
    w.press("Escape");
    let before = w.actions;
    w.click_person("Joost");
    w.click_button("Andere ouders");
    let row = w.button_rects("Mina en Otto").into_iter().find(|it| 1200.0 < it.left());
    w.actions += 1;
    w.click_pos(row.expect("a row in the panel").center());
    let used = w.actions - before;
    println!("a child moved to other parents: {used} taps");
    assert!(used <= 3, "{used}");
    assert_eq!(parents(&w, "Joost"), [of(&["Mina", "Otto"], Bond::Birth)]);
    assert!(w.is_seen("Joost is nu een kind van Mina en Otto, niet meer van Mina en Karel."));
    w.click_button("Zet terug");
    assert_eq!(parents(&w, "Joost"), [of(&["Mina", "Karel"], Bond::Birth)]);
}

#[test]
fn foster_parents_come_beside_parents_by_birth() {
    let mut w = family("kin-foster");
    w.click_person("Joost");
    w.click_button("Andere ouders");
    w.click_button("pleegouders");
    w.type_text("Truus 1960 v");
    w.click_button("Nieuw: Truus 1960 v");
    w.press("Enter");
    w.press("Escape");
    let all = parents(&w, "Joost");
    assert!(all.contains(&of(&["Mina", "Karel"], Bond::Birth)), "{all:?}");
    assert!(all.contains(&of(&["Truus"], Bond::Foster)), "{all:?}");
    assert_eq!(
        w.map().person(&id(&w, "Truus")).and_then(|it| it.birth).map(|it| it.year()),
        Some(1960)
    );
}

/// Who comes beside the parents who are there throws nobody out; and whoever becomes a foster parent with
/// somebody is not one alone as well.
#[test]
fn foster_parents_are_a_couple_once_and_are_called_so() {
    let mut w = family("kin-foster-couple");
    w.click_person("Fenna");
    w.click_button("Nog meer ouders");
    w.type_text("Truus 1960 v");
    w.click_button("Nieuw: Truus 1960 v");
    w.press("Enter");
    w.press("Escape");
    let born = of(&["Mina", "Karel"], Bond::Birth);
    assert_eq!(parents(&w, "Fenna"), [born.clone(), of(&["Truus"], Bond::Foster)]);
    w.click_person("Truus");
    assert!(w.is_seen("pleegmoeder van Fenna"));
    w.press("P");
    w.type_text("Cor 1958 m");
    w.press("Enter");
    assert_eq!(parents(&w, "Fenna"), [born.clone(), of(&["Truus", "Cor"], Bond::Foster)]);
    w.press("Escape");
    w.click_person("Fenna");
    assert!(w.is_seen("pleegouders") && !w.is_seen("ouders · pleegkind"));
    // One who is a foster parent alone, and then with a partner.
    for of_whom in ["Otto, 1985", "Mina en Otto"] {
        w.click_person("Joost");
        w.click_button("Nog meer ouders");
        let row = w.button_rects(of_whom).into_iter().find(|it| 1200.0 < it.left());
        w.click_pos(row.expect("a row in the panel").center());
    }
    assert_eq!(parents(&w, "Joost"), [born, of(&["Mina", "Otto"], Bond::Foster)]);
    assert!(w.is_seen("Joost is pleegkind van Mina en Otto."));
}

/// Foster parents are two as a rule, and may be one: the second is asked, and comes with a name only.
#[test]
fn of_two_new_foster_parents_the_second_is_asked() {
    let mut w = family("kin-foster-pair");
    let born = of(&["Mina", "Karel"], Bond::Birth);
    let begin = |w: &mut Window, who: &str, typed: &str| {
        w.click_person(who);
        w.click_button("Nog meer ouders");
        w.type_text(typed);
        w.click_button(&format!("Nieuw: {typed}"));
    };
    begin(&mut w, "Fenna", "Truus 1960 v");
    assert!(w.is_seen("Dit wordt ook een pleegouder van Fenna. Is er geen tweede?"));
    w.type_text("Cor 1958 m");
    w.press("Enter");
    assert_eq!(parents(&w, "Fenna"), [born.clone(), of(&["Truus", "Cor"], Bond::Foster)]);
    // Whichever way one leaves, without a name there is no second.
    let n = w.people().len();
    let ways: [fn(&mut Window); 4] = [
        |w| w.press("Escape"),
        |w| w.press("Enter"),
        |w| w.press("Tab"),
        |w| w.click_person("Karel"),
    ];
    for way in ways {
        begin(&mut w, "Joost", "Annie v");
        assert_eq!(w.people().len(), n + 2, "both, while it is asked");
        way(&mut w);
        assert!(!w.is_seen("Is er geen tweede?"), "it is not asked any more");
        assert_eq!(parents(&w, "Joost"), [born.clone(), of(&["Annie"], Bond::Foster)]);
        assert_eq!(w.people().len(), n + 1);
        w.press("Escape");
        w.press("Ctrl+Z");
        assert_eq!(w.people().len(), n, "one step");
    }
    begin(&mut w, "Joost", "Cora + Wim");
    w.press("Enter");
    assert_eq!(parents(&w, "Joost"), [born, of(&["Cora", "Wim"], Bond::Foster)]);
}

/// Whoever comes back with redo is looked at; after undo whoever they were added from.
#[test]
fn undo_and_redo_of_somebody_new_keep_a_selection() {
    for key in ["P", "K", "B", "O"] {
        let mut w = family("kin-redo");
        w.click_person("Otto");
        w.press(key);
        w.type_text("Nieuwe");
        w.press("Enter");
        w.press("Escape");
        w.press("Escape");
        w.click_person("Nieuwe");
        let new = Subject::Person(id(&w, "Nieuwe"));
        let otto = Subject::Person(id(&w, "Otto"));
        w.press("Ctrl+Z");
        while w.people().iter().any(|it| it.contains("Nieuwe")) {
            w.press("Ctrl+Z");
        }
        assert_eq!(w.selected(), Some(otto), "{key}: undone");
        w.press("Ctrl+Y");
        assert_eq!(w.selected(), Some(new), "{key}: redone");
    }
}

/// A father who has a foster child too is still a father.
#[test]
fn a_parent_is_called_by_each_bond() {
    let mut w = family("kin-each-bond");
    w.click_person("Joost");
    w.click_button("Nog meer ouders");
    assert!(
        !w.buttons().iter().any(|it| it.starts_with("Otto, stief")),
        "no word of another's kin"
    );
    let row = w.button_rects("Otto, 1985").into_iter().find(|it| 1200.0 < it.left());
    w.click_pos(row.expect("a row in the panel").center());
    w.click_person("Otto");
    w.press("K");
    w.type_text("Puck 2024");
    w.press("Enter");
    w.press("Escape");
    w.click_person("Otto");
    assert!(w.is_seen("vader van Puck, pleegvader van Joost"));
}

#[test]
fn a_sister_joined_by_name_has_one_line() {
    let mut w = family("kin-sister");
    w.click_person("Otto");
    w.press("B");
    w.type_text("Ans");
    w.press("Enter");
    w.click_person("Joost");
    w.press("J");
    w.type_text("ans");
    w.press("Enter");
    assert_eq!(parents(&w, "Ans"), [of(&["Mina", "Karel"], Bond::Birth)], "one line");
    assert!(w.is_seen("hebben nu dezelfde ouders"), "it is said");
}

#[test]
fn partner_parent_and_child_are_joined_by_name() {
    let mut w = family("kin-names");
    w.click_person("Karel");
    w.press("J");
    choose(&mut w, "partner");
    w.type_text("Lotte 1991 v");
    w.click_button("Nieuw: Lotte");
    w.press("Enter");
    couple(&w, "Karel", "Lotte");
    w.click_person("Otto");
    w.press("J");
    choose(&mut w, "ouders");
    w.type_text("Bep");
    w.click_button("Nieuw: Bep");
    w.press("Enter");
    // Of two parents the second is asked; there is none.
    w.press("Escape");
    assert_eq!(parents(&w, "Otto"), [of(&["Bep"], Bond::Birth)]);
    w.click_person("Bep");
    w.press("J");
    choose(&mut w, "kind");
    w.type_text("Lotte");
    w.press("Enter");
    assert_eq!(parents(&w, "Lotte"), [of(&["Bep"], Bond::Birth)]);
}

#[test]
fn k_gives_the_couple_of_today_a_child_and_says_so() {
    let mut w = family("kin-k");
    w.click_person("Mina");
    w.press("K");
    assert!(w.is_seen("Dit wordt een kind van Mina en Otto."), "said at once");
    w.type_text("Puck 2024");
    w.press("Enter");
    assert_eq!(parents(&w, "Puck"), [of(&["Mina", "Otto"], Bond::Birth)]);
    assert!(w.is_seen("Puck is een kind van Mina en Otto."));
    w.click_button("Zet terug");
    assert!(!w.people().iter().any(|it| it.starts_with("Puck")), "undone whole");
    w.click_person("Karel");
    w.press("K");
    w.type_text("Roos");
    w.press("Enter");
    assert_eq!(parents(&w, "Roos"), [of(&["Karel"], Bond::Birth)], "his couple has ended");
    assert!(w.is_seen("Roos is een kind van alleen Karel."));
}

#[test]
fn what_plays_between_two_is_seen_above_their_line() {
    let mut w = family("union-things");
    look_at_couple(&mut w, "Karel", "Met Mina");
    w.click_button("Iets toevoegen");
    w.type_text("schulden");
    w.click_button("Schulden");
    w.press("Escape");
    let Some(selected @ Subject::Union(_)) = w.selected() else { panic!("the couple") };
    let spoken = w.app().scene().spoken.get(&selected).cloned().unwrap_or_default();
    assert!(spoken.contains("Schulden"), "{spoken}");
    assert_eq!(couple(&w, "Mina", "Karel").entries.len(), 1);
}

/// After a death nobody is asked when they came together again; of a parent alone nobody asks what kind
/// of couple it is.
#[test]
fn a_panel_asks_only_what_can_be() {
    let mut w = family("union-asks");
    w.click_button("Relatie van Mina en Otto");
    assert!(w.is_seen("Wat voor relatie"));
    w.click_button("door overlijden");
    assert!(w.is_seen("Tot"));
    assert!(w.written_anywhere("Weer bij elkaar in").is_empty(), "after a death");
    w.click_button("uit elkaar");
    assert_eq!(w.written_anywhere("Weer bij elkaar in").len(), 1);
    let mut w = Window::open("union-lone");
    w.press("Ctrl+N");
    w.type_text("Ans 1960 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Bea 1985 v");
    w.press("Enter");
    w.click_person("Bea");
    w.click_button("Ans, ouder");
    assert!(matches!(w.selected(), Some(Subject::Union(_))));
    assert!(w.is_seen("Een ouder alleen") && !w.is_seen("Is het voorbij?"));
    // Whoever was born there came with that.
    w.click_button("Bea, geboren");
    assert!(w.written_anywhere("Bea hier sinds").is_empty());
    w.click_button("pleegkind");
    assert_eq!(w.written_anywhere("Bea hier sinds").len(), 1);
}
