//! Things that are said of somebody besides what plays: names in full, notes and who says them, wishes, the
//! end of what is over, the years of a strength, the day of a child that was lost. By hand, undone, saved.

use rode_draad::file;
use rode_draad::model::{
    Entry, FamilyMap, GoingOn, LifeCourse, Person, PersonId, SkillLevel, Strength, Subject,
};

use crate::ui_window::Window;

fn yara(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Yara 1985 v");
    w.press("Enter");
    w
}

fn called(w: &Window, name: &str) -> (PersonId, Person) {
    let found = w.map().people.iter().find(|(_, it)| it.name.short() == name);
    let (id, person) = found.unwrap_or_else(|| panic!("nobody is called {name}"));
    (id.clone(), Person::clone(person))
}

/// What is read back of what is saved.
fn read_back(w: &Window) -> FamilyMap {
    let bytes = file::to_bytes(&w.app().document().map_to_save()).expect("it saves");
    file::open(&bytes).expect("it opens")
}

fn assert_saved(w: &Window) {
    assert_eq!(read_back(w).people, w.map().people, "the file says the same");
}

#[test]
fn all_parts_of_a_name_can_be_typed() {
    let mut w = yara("said-names");
    w.click_button("Meer over Yara");
    w.write_in("Alle voornamen", "Yara Johanna");
    w.write_in("Hoort ook bij de naam", "zus van Bo");
    let (_, yara) = called(&w, "Yara");
    assert_eq!(
        (yara.name.given.as_str(), yara.name.other.as_str()),
        ("Yara Johanna", "zus van Bo")
    );
    assert_saved(&w);
    w.press("Escape");
    w.press("Ctrl+Z");
    assert_eq!(called(&w, "Yara").1.name.other, "", "one step");
}

#[test]
fn every_note_says_who_says_so_and_who_may_know() {
    let mut w = yara("said-notes");
    w.focus_field("Notities");
    w.type_text("Slaapt slecht");
    w.press("Escape");
    w.click_button("Van wie komt dit?");
    w.write_in("Wie zegt dit", "oma");
    w.write_in("Met wie mag dit gedeeld worden?", "de huisarts");
    w.focus_field("Nog een notitie");
    w.type_text("Zingt graag");
    w.press("Escape");
    let (_, yara) = called(&w, "Yara");
    let said: Vec<[&str; 3]> = { yara.notes.iter() }
        .map(|it| [it.text.as_str(), it.according_to.as_str(), it.share_with.as_str()])
        .collect();
    assert_eq!(said, [["Slaapt slecht", "oma", "de huisarts"], ["Zingt graag", "", ""]]);
    assert_eq!(w.written_anywhere("Nog een notitie"), ["Zingt graag", ""], "and one more");
    assert_saved(&w);
    // Emptied, the last one is gone.
    w.focus_field("Nog een notitie");
    w.press("Ctrl+A");
    w.press("Delete");
    assert_eq!(called(&w, "Yara").1.notes.len(), 1);
    w.press("Escape");
    w.press("Ctrl+Z");
    assert_eq!(called(&w, "Yara").1.notes.len(), 2, "one step");
}

#[test]
fn somebody_wishes_more_than_one_thing() {
    let mut w = yara("said-wishes");
    w.click_button("Meer over Yara");
    w.write_in("Eigen wens", "rust");
    w.write_in("Nog een wens", "een tuin");
    assert_eq!(called(&w, "Yara").1.wishes, ["rust", "een tuin"]);
    assert_saved(&w);
}

#[test]
fn who_says_how_a_skill_goes_can_be_typed() {
    let mut w = yara("said-skill");
    w.click_button("Kies een vaardigheid");
    w.click_button("lastig");
    w.write_in("wie zegt dit?", "school");
    let skills = called(&w, "Yara").1.skills;
    let said: Vec<_> = skills.iter().map(|it| (it.level, it.according_to.as_str())).collect();
    assert_eq!(said, [(SkillLevel::Hard, "school")]);
    assert_saved(&w);
}

#[test]
fn a_child_that_was_lost_has_a_day_of_its_own() {
    for (life, born) in [("Miskraam", "Wanneer"), ("Doodgeboren", "Wanneer")] {
        let mut w = yara(&format!("said-lost-{life}"));
        w.press("K");
        w.type_text("Noor");
        w.press("Enter");
        w.click_button("Zwanger, verlies, meer");
        w.click_button(life);
        w.write_in(born, "3 mei 2012");
        // It may have died before its birth.
        w.write_in("Gestorven in", "1 mei 2012");
        let (_, noor) = called(&w, "Noor");
        assert!(noor.life != LifeCourse::Born && noor.birth.is_some(), "{life}");
        assert_eq!(noor.death().map(|it| it.to_string()).as_deref(), Some("1-5-2012"), "{life}");
        assert_saved(&w);
        w.focus_field("Gestorven in");
        w.press("Ctrl+A");
        w.press("Delete");
        w.press("Enter");
        assert!(!called(&w, "Noor").1.is_dead(), "{life}: taken back");
        w.press("Ctrl+Z");
        assert!(called(&w, "Noor").1.death().is_some(), "{life}: one step");
    }
}

fn entry(w: &Window) -> Entry {
    called(w, "Kim")
        .1
        .entries
        .iter()
        .find(|it| it.kind.as_str() == "geld-schulden")
        .cloned()
        .expect("debts")
}

#[test]
fn what_has_an_end_that_is_past_is_over_and_one_step_takes_that_back() {
    let mut w = Window::open("said-until");
    w.click_button("Drie keer jong moeder");
    w.click_person("Kim");
    w.click_button("Schulden, ");
    let before = entry(&w);
    assert_ne!(before.going_on, GoingOn::Before);
    for (until, is_over) in [
        ("2022", true),
        ("24", true),
        ("2031", false),
        ("november 2026", false),
        ("maart 2026", true),
    ] {
        w.write_in("Tot", until);
        let now = entry(&w);
        assert!(now.until.is_some(), "{until}");
        let wanted = if is_over { GoingOn::Before } else { before.going_on };
        assert_eq!(now.going_on, wanted, "{until}");
        assert_eq!(chosen(&w, "vroeger"), is_over, "{until}: seen");
        w.press("Ctrl+Z");
        assert_eq!(entry(&w), before, "{until}: one step");
    }
}

/// Is the choice with these words on?
fn chosen(w: &Window, words: &str) -> bool {
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    let mut chips = w.harness.query_all_by(|node| {
        node.role() == egui::Role::RadioButton && node.label().is_some_and(|it| it == words)
    });
    chips.any(|it| {
        it.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
            || it.accesskit_node().is_selected() == Some(true)
    })
}

fn strengths(w: &Window) -> Vec<Strength> {
    called(w, "Yara").1.strengths
}

#[test]
fn the_years_of_a_strength_are_typed_where_it_is_put_on() {
    let mut w = yara("said-strength");
    w.click_button("Kracht toevoegen");
    w.type_text("doorzett");
    w.press("Enter");
    assert_eq!(strengths(&w).len(), 1, "it is there");
    // The caret is one Tab from where the years go.
    w.press("Tab");
    w.type_text("12");
    w.press("Enter");
    assert!(strengths(&w)[0].since.is_some(), "since when");
    // And back to the search field, for one more in own words.
    w.type_text("kan heel goed vissen");
    w.press("Enter");
    w.press("Tab");
    w.type_text("2001");
    w.press("Enter");
    let all = strengths(&w);
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].words, "kan heel goed vissen");
    assert!(all[1].since.is_some(), "of own words, too");
    assert_saved(&w);
    // By hand: a tap puts it on and opens it; the same again takes it off while nothing is said.
    w.press("Escape");
    w.click_button("Kracht toevoegen");
    w.click_button("Kan lachen");
    assert_eq!(strengths(&w).len(), 3);
    w.write_in("Tot", "2020");
    assert!(strengths(&w)[2].until.is_some(), "until when");
    w.click_button("Kan lachen");
    assert_eq!(strengths(&w).len(), 3, "what was told stays");
}

/// Where the keyboard is on the screen.
fn keyboard_x(w: &Window) -> f32 {
    let focused = w.harness.ctx.memory(egui::Memory::focused).expect("the keyboard is somewhere");
    w.harness.ctx.read_response(focused).expect("it is shown").rect.center().x
}

/// The map ends here and the panel begins, in the window of the tests.
const MAP: f32 = 1250.0;

#[test]
fn the_keyboard_goes_into_the_panel_right_after_a_couple_is_opened() {
    for frames in 1..6 {
        let mut w = Window::open(&format!("said-cross-{frames}"));
        w.click_button("Drie keer jong moeder");
        w.click_person("Kim");
        // As somebody at the keyboard does: into the panel, to the row of the couple, and on it.
        w.press("F6");
        let row = w.button_rects("Met Jordy").first().copied().expect("the couple");
        for _ in 0..60 {
            let focused = w.harness.ctx.memory(egui::Memory::focused);
            let at = focused.and_then(|id| w.harness.ctx.read_response(id)).map(|it| it.rect);
            if at.is_some_and(|at| at.center().distance(row.center()) < 4.0) {
                break;
            }
            w.press("Tab");
        }
        for key in [egui::Key::Enter, egui::Key::F6] {
            w.harness.input_mut().events.push(egui::Event::Key {
                key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: egui::Modifiers::NONE,
            });
            for _ in 0..frames {
                w.harness.step();
            }
        }
        w.harness.run();
        assert!(matches!(w.selected(), Some(Subject::Union(_))), "{:?}", w.selected());
        assert!(MAP < keyboard_x(&w), "{frames} frames later it is in the panel");
        w.press("F6");
        assert!(keyboard_x(&w) < MAP, "{frames} frames: and back at the couple");
        assert!(matches!(w.selected(), Some(Subject::Union(_))), "{frames}");
    }
}

#[test]
fn the_title_is_one_key_away() {
    let mut w = yara("said-title");
    w.press("Escape");
    w.press("F2");
    w.type_text("Rond Yara");
    w.press("Enter");
    assert_eq!(w.map().title, "Rond Yara");
    // With somebody selected the same key is for that name.
    w.press("Home");
    w.press("F2");
    assert!(w.app().session().naming.is_some(), "a name");
}
