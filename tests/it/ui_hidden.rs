//! What is hidden is nowhere, until it is opened: not on the map, in a panel, in what a screen reader
//! is told, in the search, on paper. Every sensitive place of a map holds a word of its own that
//! stands nowhere else.

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::ui_window::Window;

/// A family with something hidden in every place that can hide something; `hidden` says what becomes
/// of it.
pub(crate) fn family(hidden: fn(&str) -> String) -> String {
    let ana = hidden(
        r#"(id: "e2", kind: "gevoel-einde", words: "Zwaluw", going_on: Now, support: "s1"),
           (id: "e3", kind: "geld-rondkomen", words: "Kievit", sensitive: true),
           (id: "e6", kind: "eigen-e6", sensitive: true),"#,
    );
    // Words that stand elsewhere in the file, and belong to what is hidden.
    let own = hidden(r#"(id: "eigen-e6", label: "Kraanvogel"),"#);
    let unread = hidden(r#"(of: Entry("e3", Since), text: "Putter"),"#);
    let card = hidden(r#"(id: "gevoel-einde", comment: "Tureluur"),"#);
    let told = hidden(r#"notes: "Roerdomp", trap: "Watersnip","#);
    // Who is there for nothing else, and what is wanted because of it, would tell it.
    let helper = hidden(
        r#"(id: "s1", kind: "org-ggz", name: "Grutto", ties: [(to: Person("p1"), effect: Both)]),"#,
    );
    let goal = hidden(
        r#"(id: "g1", whose: Person("p1"), text: "Kwartel", first_step: "Patrijs",
            answers: ["e1", "e2"], supports: ["s1", "s2"]),"#,
    );
    let note = hidden(r#"(text: "Fazant", for_coach: true),"#);
    let home = hidden(r#"(id: "e4", kind: "wonen-dak", words: "Merel", sensitive: true),"#);
    let pair = hidden(r#"(id: "e5", kind: "relatie-ruzie", words: "Lijster", sensitive: true),"#);
    let ties = hidden(
        r#"(id: "r2", kind: "geweld", from: "p2", to: Person("p1"), according_to: "Reiger",
            notes: [(text: "Ooievaar")]),
           (id: "r3", kind: "ruzie", from: "p1", to: Person("p3"), sensitive: true,
            notes: [(text: "Wulp")]),"#,
    );
    format!(
        r#"FamilyMap(
    version: 2, title: "Proef", lang: Nl, today: "2026-11-21", fictional: true, focus: ["p1"],
    people: [
        (id: "p1", call: "Ana", gender: Woman, born: "1990",
            entries: [(id: "e1", kind: "geld-schulden", going_on: Now), {ana}],
            notes: [(text: "Gewoon"), {note}]),
        (id: "p2", call: "Bas", gender: Man, born: "1988"),
        (id: "p3", call: "Cis", gender: Woman, born: "1965"),
        (id: "p4", call: "Dik", gender: Man, born: "2015"),
    ],
    unions: [
        (id: "u1", partners: ["p1", "p2"], children: [(id: "p4")], entries: [{pair}],
            notes: [{note}]),
        (id: "u2", partners: ["p3"], children: [(id: "p1")]),
    ],
    relations: [(id: "r1", kind: "hecht", from: "p1", to: Person("p4")), {ties}],
    households: [
        (id: "h1", name: "Huis", members: [(id: "p1"), (id: "p4")], entries: [{home}],
            notes: [{note}]),
    ],
    supports: [
        {helper}
        (id: "s2", kind: "org-wijkteam", name: "Wijk", ties: [(to: Person("p1")), (to: Household("h1"))]),
    ],
    goals: [{goal} (id: "g2", whose: Person("p4"), text: "Zwemmen", supports: ["s2"])],
    own_kinds: [{own}], unread: [{unread}], cards: [{card}],
    story: [(title: "Begin", text: "Zo begint het.", {told})],
    next_id: 90,
)
"#
    )
}

/// The words of the hidden places. "Fazant" is what the coach noted.
pub(crate) const HIDDEN: &[&str] = &[
    "Zwaluw",
    "Kievit",
    "Fazant",
    "Merel",
    "Lijster",
    "Reiger",
    "Ooievaar",
    "Wulp",
    "Grutto",
    "Kwartel",
    "Patrijs",
    "Kraanvogel",
    "Putter",
    "Tureluur",
];

/// What only the one who tells the story reads.
const FOR_TELLER: &[&str] = &["Roerdomp", "Watersnip"];

const PEOPLE: &[&str] = &["Ana", "Bas", "Cis", "Dik"];

/// A window on a map with this text.
pub(crate) fn window(name: &str, text: &str) -> Window {
    let mut w = Window::open(name);
    let path = w.folder().join("proef.familie");
    std::fs::write(&path, text).expect("a file");
    w.press("Ctrl+O");
    w.press("Ctrl+A");
    w.type_text(&path.display().to_string());
    w.press("Enter");
    w
}

/// Everything that the window says now: in its tree, on the map, in its cards.
pub(crate) fn said(w: &Window) -> String {
    let nodes = w.harness.query_all_by(|_| true);
    let words = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.data().description().map(str::to_owned)]
    });
    let mut said: Vec<String> = words.flatten().collect();
    let scene = w.app().scene();
    said.extend([scene.title.clone(), scene.description.clone()]);
    said.extend(scene.spoken.values().cloned());
    said.push(format!("{:?}", scene.items));
    said.join("\n")
}

fn holds_nothing_of(said: &str, words: &[&str], when: &str) {
    for word in words {
        assert!(!said.contains(word), "{word} is there {when}");
    }
}

/// Goes by everything that can be looked at, without opening anything.
pub(crate) fn everything(w: &mut Window, names: &[&str]) -> String {
    let mut all = said(w);
    for name in names {
        w.click_person(name);
        all += &said(w);
        w.press("Escape");
    }
    w.click_person(names[1]);
    for key in ["ArrowRight", "ArrowLeft", "P"] {
        w.press(key);
        all += &said(w);
        w.press("Escape");
    }
    for typed in ["a", "lijn", "huis", "hulp", "doel", "relatie"] {
        w.press("Ctrl+F");
        w.type_text(typed);
        all += &said(w);
        w.press("Escape");
    }
    for page in ["Overzicht", "Levenslijnen"] {
        w.click_button(page);
        all += &said(w);
    }
    w.click_button("Kaart");
    all
}

#[test]
fn nothing_hidden_is_said_or_drawn() {
    let mut w = window("hidden-nowhere", &family(str::to_owned));
    let all = everything(&mut w, PEOPLE);
    holds_nothing_of(&all, HIDDEN, "though nobody opened it");
    holds_nothing_of(&all, FOR_TELLER, "though nobody tells it");
    assert!(all.contains("Gewoon"), "an ordinary note is there");
}

#[test]
fn a_map_looks_and_sounds_as_without_what_is_hidden() {
    let picture = |name: &str, hidden: fn(&str) -> String| {
        let mut w = window(name, &family(hidden));
        w.click_person("Ana");
        format!("{:?} {:?}", w.app().scene(), w.people())
    };
    let without = picture("hidden-without", |_| String::new());
    assert_eq!(picture("hidden-with", str::to_owned), without, "nobody can tell");
}

#[test]
fn what_is_opened_at_somebody_closes_with_the_next() {
    let mut w = window("hidden-open", &family(str::to_owned));
    w.click_person("Cis");
    assert!(w.has_button("open voor Cis"), "also where there is nothing");
    w.click_person("Ana");
    w.click_button("open voor Ana");
    let open = said(&w);
    for word in ["Zwaluw", "Kievit", "Fazant", "Grutto", "Kwartel"] {
        assert!(open.contains(word), "{word} is open");
    }
    w.click_person("Dik");
    holds_nothing_of(&said(&w), HIDDEN, "after another was selected");
    w.click_person("Ana");
    holds_nothing_of(&said(&w), &["Zwaluw", "Kievit", "Fazant"], "when she is selected again");
    w.click_button("open voor Ana");
    w.click_button("weer verbergen");
    holds_nothing_of(&said(&w), &["Zwaluw", "Kievit", "Fazant"], "once it is hidden again");
}

/// The row looks like one button: it answers along the whole of it, and says what a tap does now.
#[test]
fn the_whole_row_opens_and_closes_and_says_which() {
    for x in [1680.0, 1024.0] {
        let mut w = window(&format!("hidden-row-{x}"), &family(str::to_owned));
        w.harness.set_size(egui::vec2(x, 1050.0));
        w.harness.run();
        w.click_person("Ana");
        let words = |w: &Window| w.rects_of(|it| it == "Gevoelige dingen")[0];
        let button = |w: &Window| w.button_rects("Gevoelige dingen: ")[0];
        for (open, at) in [(true, 0.0), (false, 0.0), (true, 0.5), (false, 0.5), (true, 1.0)] {
            // What opens stands above the row, and takes it along.
            for _ in 0..20 {
                let y = words(&w).center().y;
                if (120.0..1000.0).contains(&y) {
                    break;
                }
                let by = if y < 120.0 { 200.0 } else { -200.0 };
                w.harness.event(egui::Event::PointerMoved(egui::pos2(x - 100.0, 600.0)));
                w.harness.event(egui::Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta: egui::vec2(0.0, by),
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Unknown,
                    modifiers: egui::Modifiers::NONE,
                });
                w.harness.run_ok();
            }
            let (from, to) = (words(&w).left_center(), button(&w).center());
            w.click_pos(from + at * (to - from));
            assert_eq!(said(&w).contains("Zwaluw"), open, "{x} {at}");
            let says = if open { "Gevoelige dingen: weer verbergen" } else { "open voor Ana" };
            assert!(w.has_button(says), "{x} {at}: {:?}", w.buttons());
        }
    }
}

#[test]
fn private_closes_everything_and_the_way_to_it() {
    let mut w = window("hidden-private", &family(str::to_owned));
    w.click_button("Gevoelige dingen laten zien");
    w.click_person("Ana");
    w.click_button("open voor Ana");
    assert!(said(&w).contains("Zwaluw"));
    w.press("M");
    let all = everything(&mut w, PEOPLE);
    holds_nothing_of(&all, HIDDEN, "in private");
    assert!(!w.has_button("Gevoelige dingen"), "it cannot be opened");
    w.click_person("Ana");
    assert!(!w.has_button("Gevoelige dingen"), "nor here");
    assert!(w.has_button("Privé staat aan"));
    w.press("M");
    assert!(w.has_button("open voor Ana"), "the way is back");
    holds_nothing_of(&said(&w), HIDDEN, "until it is opened again");
}

/// Each copy has other words in every place that hides something: none of them is told.
#[test]
fn nothing_hidden_is_told_when_two_maps_become_one() {
    let changed = |of: &str| {
        let mut text = family(str::to_owned).replace("Gewoon", &format!("Gewoon{of}"));
        for word in HIDDEN.iter().chain(FOR_TELLER).chain(&["Proef", "Zo begint het", "Zwemmen"]) {
            text = text.replace(word, &format!("{word}{of}"));
        }
        text
    };
    let mut w = Window::open("hidden-merge");
    let (path, other) = (w.folder().join("proef.familie"), w.folder().join("proef (1).familie"));
    std::fs::write(&path, changed("hier")).expect("a file");
    std::fs::write(&other, changed("daar")).expect("a file");
    w.press("Ctrl+O");
    w.press("Ctrl+A");
    w.type_text(&path.display().to_string());
    w.press("Enter");
    w.click_button("Bekijk allebei");
    holds_nothing_of(&said(&w), HIDDEN, "when both are looked at");
    w.click_button("Voeg samen…");
    let merging = said(&w);
    holds_nothing_of(&merging, HIDDEN, "when two maps become one");
    holds_nothing_of(&merging, FOR_TELLER, "when two maps become one");
    for word in ["Proef", "Zo begint het", "Zwemmen"] {
        let both = [format!("{word}hier"), format!("{word}daar")];
        assert!(both.iter().all(|it| merging.contains(it.as_str())), "{word} is asked: {merging}");
    }
    let n_hidden = merging.matches("Iets dat nu niet te zien is").count();
    assert!(HIDDEN.len() / 2 < n_hidden, "that they are there is said: {n_hidden}");
    w.click_button("Voeg samen");
    let map = format!("{:?}", w.map());
    for word in HIDDEN {
        assert!(map.contains(&format!("{word}hier")), "{word} of the own copy counts");
    }
}

#[test]
fn what_is_changed_beside_it_keeps_what_is_hidden() {
    let mut w = window("hidden-kept", &family(str::to_owned));
    w.click_person("Ana");
    w.press("K");
    w.type_text("Eef");
    w.press("Enter");
    w.press("Ctrl+S");
    let file = std::fs::read_to_string(w.folder().join("proef.familie")).expect("the file");
    for word in HIDDEN {
        assert!(file.contains(word), "{word} is still in the file");
    }
}

#[test]
fn nothing_hidden_is_on_paper() {
    let mut w = window("hidden-paper", &family(str::to_owned));
    w.click_person("Ana");
    for name in ["a.svg", "a.png"] {
        let bytes = drawn(&mut w, name);
        holds_nothing_of(&String::from_utf8_lossy(&bytes), HIDDEN, "on paper");
    }
}

/// The picture that is made under this name.
pub(crate) fn drawn(w: &mut Window, name: &str) -> Vec<u8> {
    let path = w.folder().join(name);
    w.click_button("Plaatje");
    w.press("Ctrl+A");
    w.type_text(&path.display().to_string());
    w.press("Enter");
    std::fs::read(path).expect("a picture")
}

#[test]
fn nobody_is_faint_for_a_strand_that_is_hidden() {
    // What comes back is hidden by its kind, and is on the map while it is open.
    let hidden =
        |going_on: &str| format!(r#"(id: "e{going_on}", kind: "gevoel-einde", going_on: Now),"#);
    let text = family(str::to_owned)
        .replace(r#"entries: [(id: "e1""#, &format!(r#"entries: [{} (id: "e1""#, hidden("7")))
        .replace(
            r#"(id: "p3", call: "Cis", gender: Woman, born: "1965")"#,
            &format!(
                r#"(id: "p3", call: "Cis", gender: Woman, born: "1965", entries: [{}])"#,
                hidden("8")
            ),
        )
        .replace("next_id: 90,", r#"view: (strands: ["gevoel-einde"]), next_id: 90,"#);
    let mut w = window("hidden-faint", &text);
    let is_faint = |w: &Window| w.app().scene().items.iter().any(|it| it.opacity < 0.9);
    let before = is_faint(&w);
    w.click_button("Gevoelige dingen laten zien");
    assert!(is_faint(&w), "it is on the map: others stand back");
    w.press("M");
    assert!(!before && !is_faint(&w), "nobody stands back behind what is not there");
}
