//! One family at the table, drawn with real keys and real clicks, counted.

use rode_draad::model::{Ending, FamilyMap, PersonId, Union};

use crate::ui_window::{At, Window};

/// What was drawn must be exactly the family of the design.
fn check_family(map: &FamilyMap) {
    assert_eq!(map.people.len(), 12, "twelve people and nobody else");
    let id = |name: &str| -> PersonId {
        let mut found = map.people.iter().filter(|(_, it)| it.name.short() == name);
        let id = found.next().unwrap_or_else(|| panic!("{name} is on the map")).0.clone();
        assert!(found.next().is_none(), "{name} is there once");
        id
    };
    let couple = |a: &str, b: &str| -> &Union {
        let (a, b) = (id(a), id(b));
        let together = |union: &&std::sync::Arc<Union>| {
            union.partners.contains(&a) && union.partners.contains(&b)
        };
        map.unions.values().find(together).expect("a couple")
    };
    let children = |union: &Union| -> Vec<String> {
        let names = union.children.iter().filter_map(|child| map.person(&child.person));
        names.map(|person| person.name.short().to_owned()).collect()
    };
    assert_eq!(children(couple("Anna", "Piet")), ["Lisa", "Tom"]);
    assert_eq!(couple("Anna", "Piet").ending, Some(Ending::Separated));
    assert_eq!(children(couple("Anna", "Mo")), ["Sem"]);
    assert_eq!(children(couple("Jan", "Mia")), ["Anna", "Bas"]);
    assert_eq!(children(couple("Kees", "Ria")), ["Piet"]);
    let mo = id("Mo");
    let (_, of_mo) = map.home_union(&mo).expect("Mo has a parent");
    assert_eq!(of_mo.partners, [id("Ans")], "and only one");
    assert_eq!(map.focus, [id("Anna")]);
    for (name, year) in [("Anna", 1985), ("Piet", 1983), ("Lisa", 2004), ("Ans", 1959)] {
        let birth = map.person(&id(name)).and_then(|it| it.birth);
        assert_eq!(birth.map(|birth| birth.year()), Some(year), "{name}");
    }
}

/// Draws the twelve with keys on a new map.
pub(crate) fn draw_twelve(w: &mut Window) {
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.press("Enter");
    w.press("O");
    w.type_text("Jan 1958 m");
    w.press("Tab");
    w.type_text("Mia 1960 v");
    w.press("Escape");
    w.press("B");
    w.type_text("Bas 1988 m");
    w.press("Escape");
    w.press("P");
    w.type_text("Piet 1983 m ex2010");
    w.press("Enter");
    w.press("K");
    w.type_text("Lisa 2004 v");
    w.press("Tab");
    w.type_text("Tom 2007 m");
    w.press("Escape");
    let toward_piet = w.side_of("Piet", "Anna");
    w.press(toward_piet);
    w.press("O");
    w.type_text("Kees 1955 m");
    w.press("Tab");
    w.type_text("Ria 1957 v");
    w.press("Enter");
    w.press("Home");
    w.press("P");
    w.type_text("Mo 1982 m");
    w.press("Enter");
    w.press("K");
    w.type_text("Sem 2015 m");
    w.press("Escape");
    let toward_mo = w.side_of("Mo", "Anna");
    w.press(toward_mo);
    w.press("Shift+O");
    w.type_text("Ans 1959 v");
    w.press("Enter");
}

#[test]
fn twelve_people_take_24_keys() {
    let mut w = Window::open("keys");
    draw_twelve(&mut w);
    check_family(w.map());
    println!("keyboard: {} actions + {} typed fields", w.actions, w.typed);
    assert!(w.actions <= 24 && w.typed <= 12, "{} + {}", w.actions, w.typed);
}

#[test]
fn twelve_people_take_20_taps() {
    let mut w = Window::open("taps");
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.click_button("ouders van");
    w.type_text("Jan 1958 m");
    w.click_button("Nog een");
    w.type_text("Mia 1960 v");
    w.click_person("Anna");
    w.click_button("broer of zus van Anna");
    w.type_text("Bas 1988 m");
    w.click_person("Anna");
    w.click_button("partner van Anna");
    w.type_text("Piet 1983 m ex2010");
    w.click_button("kind toevoegen");
    w.type_text("Lisa 2004 v");
    w.click_button("Nog een");
    w.type_text("Tom 2007 m");
    w.click_person("Piet");
    w.click_button("ouders van");
    w.type_text("Kees 1955 m");
    w.click_button("Nog een");
    w.type_text("Ria 1957 v");
    w.click_person("Anna");
    w.click_button("partner van Anna");
    w.type_text("Mo 1982 m");
    w.click_button("kind toevoegen");
    w.type_text("Sem 2015 m");
    w.click_person("Mo");
    w.click_button("Meer doen");
    w.click_button("Eén ouder");
    w.type_text("Ans 1959 v");
    w.click_at(At::EmptyMap);
    check_family(w.map());
    println!("mouse: {} actions + {} typed fields", w.actions, w.typed);
    assert!(w.actions <= 20 && w.typed <= 12, "{} + {}", w.actions, w.typed);
}

#[test]
fn five_problems_on_four_people_take_8_keys() {
    let mut w = Window::open("problems");
    w.click_button("Nieuwe kaart");
    w.type_text("Anna 1985 v");
    w.click_button("broer of zus van");
    w.type_text("Bas 1988 m");
    w.click_button("broer of zus van");
    w.type_text("Cas 1990 m");
    w.click_button("broer of zus van");
    w.type_text("Dirk 1992 m");
    w.press("Enter");
    w.press("Home");
    let before = w.actions;
    // The first is selected; the others stand at its right, by age.
    for digits in [&["1", "5"][..], &["1"], &["1"], &["2"]] {
        if w.actions != before {
            w.press("ArrowRight");
        }
        for digit in digits {
            w.press(digit);
        }
    }
    let n: usize = w.map().people.values().map(|person| person.entries.len()).sum();
    let with = w.map().people.values().filter(|person| !person.entries.is_empty()).count();
    assert_eq!((n, with), (5, 4), "five problems, four people");
    assert!(w.actions - before <= 8, "{} actions", w.actions - before);
    w.press("2");
    let n: usize = w.map().people.values().map(|person| person.entries.len()).sum();
    assert_eq!(n, 4, "the same digit takes it off again");
}
