//! Whatever is typed in any text field there is, is in the map, in the file and in the copy for
//! recovery at once: with the caret still in the field, whatever it means.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::file;

use crate::ui_window::Window;

/// The words of every text field that is on the screen now.
fn fields(w: &Window) -> Vec<String> {
    let is_field = |role| {
        matches!(
            role,
            egui::Role::TextInput | egui::Role::MultilineTextInput | egui::Role::SearchInput
        )
    };
    let nodes = w.harness.query_all_by(|node| is_field(node.role()));
    nodes.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

/// Types a word of its own into each field of the screen that `open` brings up, and looks for it in
/// what a save would write. Gives how many fields there were.
fn type_everywhere(name: &str, open: impl Fn(&mut Window)) -> usize {
    let mut w = Window::open(name);
    w.click_button("Drie keer jong moeder");
    open(&mut w);
    let all = fields(&w);
    for (at, label) in all.iter().enumerate() {
        // Searching finds; it says nothing of the family.
        if label.contains("Zoek") && !label.contains("speelt") {
            continue;
        }
        let mut w = Window::open(name);
        w.click_button("Drie keer jong moeder");
        open(&mut w);
        let token = format!("qwoord{at}q");
        {
            let mut nodes = w.harness.query_all_by(|node| {
                matches!(
                    node.role(),
                    egui::Role::TextInput
                        | egui::Role::MultilineTextInput
                        | egui::Role::SearchInput
                )
            });
            nodes.nth(at).unwrap_or_else(|| panic!("{name}: {label:?} is gone")).focus();
        }
        w.harness.run();
        w.type_text(&token);
        // Ctrl+S with the caret where it is: what is written holds it.
        w.press("Ctrl+S");
        let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.contains(&token), "{name}: what was typed in {label:?} is lost");
        w.press("Escape");
        let kept = w.app().document().map_to_save();
        let text = String::from_utf8(file::to_bytes(&kept).expect("it saves")).expect("text");
        assert!(text.contains(&token), "{name}: {label:?} lost it on the way out");
        w.press("Ctrl+Z");
        w.press("Ctrl+Y");
        let redone = w.app().document().map_to_save();
        assert_eq!(redone.people, kept.people, "{name}: {label:?} undone and redone");
    }
    all.len()
}

#[test]
fn the_fields_of_a_person_lose_nothing() {
    assert!(5 <= type_everywhere("typing-person", |w| w.click_person("Kim")));
    assert!(6 <= type_everywhere("typing-dead", |w| w.click_person("Wim")));
}

#[test]
fn the_fields_of_a_card_lose_nothing() {
    let opened = |w: &mut Window| w.click_button("Lees meer over: Schulden");
    assert!(3 <= type_everywhere("typing-card", opened));
}

#[test]
fn the_fields_of_the_palette_lose_nothing() {
    let palette = |w: &mut Window| {
        w.click_person("Kim");
        w.press("W");
    };
    assert!(3 <= type_everywhere("typing-palette", palette));
    let entry = |w: &mut Window| {
        w.click_person("Kim");
        w.click_button("Schulden, ");
    };
    assert!(4 <= type_everywhere("typing-entry", entry));
}

/// All dates of a couple: also those that are asked for only when they are over, or together again.
#[test]
fn the_fields_of_a_union_lose_nothing() {
    let over = |w: &mut Window| {
        w.click_person("Anja");
        w.press("P");
        w.type_text("Bo getrouwd 1985 ex2010 weer samen 2012");
        w.press("Enter");
        assert!(matches!(w.selected(), Some(rode_draad::model::Subject::Union(_))));
    };
    let mut w = Window::open("typing-union-list");
    w.click_button("Drie keer jong moeder");
    over(&mut w);
    let there = fields(&w);
    for label in ["Vanaf", "Tot", "Weer bij elkaar in"] {
        assert!(there.iter().any(|it| it.contains(label)), "{label}: {there:?}");
    }
    assert!(4 <= type_everywhere("typing-union", over));
}

#[test]
fn the_fields_of_strengths_goals_and_the_wish_lose_nothing() {
    let strength = |w: &mut Window| {
        w.click_person("Kim");
        w.click_button("Zorgt goed voor anderen");
    };
    assert!(8 <= type_everywhere("typing-strength", strength));
    let goal = |w: &mut Window| {
        w.click_person("Noa");
        w.click_button("Doel erbij");
    };
    assert!(8 <= type_everywhere("typing-goal", goal));
    let wish = |w: &mut Window| w.click_button("Wijzig de wens");
    assert!(4 <= type_everywhere("typing-wish", wish));
}

/// What stood in a field before belongs to that visit: Ctrl+Z in the next one never brings it back.
/// egui remembers texts by the place on the screen, and the next name stands in the same place.
#[test]
fn taking_back_in_a_field_never_brings_another_text() {
    let mut w = Window::open("typing-steps");
    w.click_button("Nieuwe kaart");
    w.type_text("Kimgeheim");
    w.press("Enter");
    w.press("K");
    w.type_text("Noa");
    w.press("Tab");
    w.type_text("B");
    for _ in 0..4 {
        w.press("Ctrl+Z");
    }
    assert!(!w.people().iter().any(|it| it.starts_with("Kimgeheim,") && !it.contains("hoofd")));
    let names: Vec<String> = w.map().people.values().map(|it| it.name.full()).collect();
    assert_eq!(names.iter().filter(|it| it.contains("Noa")).count(), 1, "{names:?}");
    assert_eq!(names.iter().filter(|it| it.contains("Kimgeheim")).count(), 1, "{names:?}");
}

/// The same in another family: nothing of the one before comes back there.
#[test]
fn taking_back_in_a_field_never_brings_another_family() {
    let mut w = Window::open("typing-families");
    let family = |who: &str| {
        format!(
            "FamilyMap(version: 1, title: \"{who}\", lang: Nl, people: [(id: \"p1\", call: \"Kim\")])"
        )
    };
    let paths = ["een", "twee"].map(|who| {
        let path = w.folder().join(format!("{who}.familie"));
        std::fs::write(&path, family(who)).expect("the file");
        path
    });
    for label in ["Notities", "Naam bij geboorte", "Titel"] {
        w.harness.state_mut().open_path(&paths[0]);
        w.harness.run();
        if label != "Titel" {
            w.click_person("Kim");
        }
        w.focus_field(label);
        w.type_text("geheim van een");
        w.press("Ctrl+S");
        // As a dialog of the system leaves it: the caret stays where it was.
        w.harness.state_mut().open_path(&paths[1]);
        w.harness.run();
        if label != "Titel" {
            w.click_person("Kim");
        }
        w.focus_field(label);
        w.type_text("x");
        for _ in 0..4 {
            w.press("Ctrl+Z");
        }
        let map = w.app().document().map_to_save();
        let text = String::from_utf8(file::to_bytes(&map).expect("it saves")).expect("text");
        assert!(!text.contains("geheim"), "{label}: {text}");
        // Back to what it was: nobody is asked to save.
        w.press("Ctrl+S");
    }
}

/// Whoever saves in the middle of a word goes on with that word: with a file, without one, in the name
/// on the map and in the panel. No letter becomes a command.
#[test]
fn a_word_goes_on_after_it_was_saved() {
    let mut w = Window::open("typing-goes-on");
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Fen");
    w.press("Ctrl+S");
    w.press("Enter");
    assert!(!w.app().document().is_unsaved(), "saved, where it was asked");
    w.type_text("na 2015 v");
    w.press("Enter");
    w.press("B");
    w.type_text("Br");
    w.press("Ctrl+S");
    assert!(!w.app().document().is_unsaved(), "saved where it was");
    w.type_text("am");
    w.press("Ctrl+Shift+S");
    w.press("Escape");
    w.type_text("bo");
    w.press("Enter");
    let mut names: Vec<String> = w.map().people.values().map(|it| it.name.full()).collect();
    names.sort();
    assert_eq!(names, ["Brambo", "Fenna", "Mina"]);
    w.press("Ctrl+Z");
    assert_eq!(w.map().people.len(), 2, "the whole name is one step, however often it was saved");
    w.press("Home");
    w.focus_field("Naam bij geboorte");
    w.type_text("Bo");
    w.press("Ctrl+Shift+S");
    w.press("Escape");
    w.type_text("s");
    assert_eq!(w.map().people.values().next().expect("Mina").name.birth, "Bos");
}
