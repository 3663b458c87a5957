//! The story in the window: recorded, written, told.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::file;
use rode_draad::model::{CardId, FamilyMap, Lens, StoryScene};
use rode_draad::ui::{App, Screen};

use crate::ui_window::Window;

/// The example, without the story that it comes with.
fn opened(name: &str) -> Window {
    let mut w = Window::open(name);
    let case = include_bytes!("../../examples/drie-keer-jong-moeder.familie");
    let case = FamilyMap { story: Vec::new(), ..file::open(case).expect("a map") };
    let path = w.folder().join("zonder-verhaal.familie");
    std::fs::write(&path, file::to_bytes(&case).expect("a sound map")).expect("it is written");
    w.harness.state_mut().open_path(&path);
    w.harness.run();
    w
}

/// The example with a story of two scenes, on its page.
fn with_story(name: &str) -> Window {
    let mut w = opened(name);
    w.press("S");
    w.press("S");
    w.press("Ctrl+4");
    w
}

fn scene(w: &Window, at: usize) -> &StoryScene {
    &w.map().story[at]
}

/// Clicks on what is called so, and no more.
fn click_exactly(w: &mut Window, label: &str) {
    w.harness.get_by_label(label).click();
    w.harness.run();
}

fn titles(w: &Window) -> Vec<&str> {
    w.map().story.iter().map(|it| it.title.as_str()).collect()
}

/// Everything that whoever listens hears of the window.
fn heard(harness: &Harness<'static, impl eframe::App>) -> Vec<String> {
    let all = harness.query_all_by(|_| true);
    all.flat_map(|it| {
        let node = it.accesskit_node();
        [node.label(), node.value(), node.description()]
    })
    .flatten()
    .collect()
}

#[test]
fn without_a_story_its_page_says_what_to_do_and_nothing_is_told() {
    let mut w = opened("story-empty");
    w.press("Ctrl+4");
    assert!(w.is_seen("Nog geen verhaal"));
    w.press("F5");
    assert!(w.app().session().telling.is_none());
    assert!(w.is_seen("Neem eerst een beeld op"));
    w.click_button("Neem dit op");
    assert_eq!(w.map().story.len(), 1);
    assert!(!w.is_seen("Nog geen verhaal"));
}

#[test]
fn one_key_records_what_is_on_the_map() {
    let mut w = opened("story-record");
    w.press("S");
    let all = scene(&w, 0).clone();
    let strand = CardId::new("geld-schulden").expect("an id");
    assert!(all.people.is_empty(), "everybody is in view");
    assert_eq!((all.cards, all.year, all.names, all.lens), (vec![strand], None, None, Lens::Map));
    assert!(w.is_seen("Opgenomen als beeld 1"), "it is said");
    // Closer, of an earlier year, by other names.
    w.press("Home");
    for _ in 0..3 {
        w.press("[");
    }
    let year = w.app().session().time.map(|it| it.year);
    w.press("N");
    w.press("Ctrl+0");
    w.harness.set_size(egui::vec2(900.0, 600.0));
    w.harness.run();
    w.press("S");
    let part = scene(&w, 1).clone();
    assert!((1..17).contains(&part.people.len()), "{:?}", part.people);
    assert_eq!((part.year, part.names), (year, Some(rode_draad::shown::Names::Kin)));
    assert!(year.is_some() && w.app().session().time.is_some(), "one still looks back");
    // Lifelines are recorded as lifelines.
    w.press("N");
    w.press("N");
    w.press("N");
    w.press("Ctrl+3");
    w.press("S");
    assert_eq!((scene(&w, 2).lens, scene(&w, 2).people.len()), (Lens::Lifelines, 6));
    w.press("Ctrl+Z");
    assert_eq!(w.map().story.len(), 2, "and taken back");
}

#[test]
fn what_is_typed_is_in_the_document_at_once() {
    let mut w = with_story("story-typed");
    for (label, text) in [
        ("Zin op het scherm", "Dit is Kim."),
        ("Naam van dit beeld", "Begin"),
        ("Notities", "Rustig aan."),
        ("Valkuil", "Niet raden."),
        ("Hoeveel minuten", "5"),
        ("Jaar", "2012"),
    ] {
        w.focus_field(label);
        w.press("Ctrl+A");
        w.type_text(text);
    }
    let typed = scene(&w, 1).clone();
    let words = [&typed.text, &typed.title, &typed.notes, &typed.trap].map(String::as_str);
    assert_eq!(words, ["Dit is Kim.", "Begin", "Rustig aan.", "Niet raden."]);
    assert_eq!((typed.minutes, typed.year), (Some(5), Some(2012)));
    // What cannot be is said and not kept; nothing else goes.
    w.focus_field("Hoeveel minuten");
    w.press("Ctrl+A");
    w.type_text("999");
    assert_eq!(scene(&w, 1).minutes, Some(5));
    w.click_button("Eerst raden");
    w.focus_field("Zin bij het laten zien");
    w.type_text("Schulden.");
    let guess = scene(&w, 1).guess.clone().expect("a guess");
    assert_eq!((guess.text.as_str(), guess.cards.len()), ("Schulden.", 0));
    w.click_button("Draad bij het laten zien");
    click_exactly(&mut w, "Schulden");
    assert_eq!(scene(&w, 1).guess.as_ref().map(|it| it.cards.len()), Some(1));
    w.press("Escape");
    w.click_button("verzonnen namen");
    assert_eq!(scene(&w, 1).names, Some(rode_draad::shown::Names::Invented));
    w.click_button("Eerst raden, dan");
    assert_eq!(scene(&w, 1).guess, None);
    assert_eq!(scene(&w, 0).text, "", "the other one is as it was");
}

#[test]
fn scenes_are_moved_doubled_and_taken_away() {
    let mut w = with_story("story-order");
    w.press("S");
    assert_eq!(titles(&w), ["Beeld 1", "Beeld 2", "Beeld 3"]);
    w.press("Ctrl+ArrowLeft");
    assert_eq!(titles(&w), ["Beeld 1", "Beeld 3", "Beeld 2"]);
    assert_eq!(w.app().session().story.at, 1, "what is worked at stays so");
    // Dragged to the front.
    let from = w.button_rects("Beeld 3: Beeld 2")[0].center();
    let to = w.button_rects("Beeld 1: Beeld 1")[0].center();
    w.drag_between(from, to);
    assert_eq!(titles(&w), ["Beeld 2", "Beeld 1", "Beeld 3"]);
    assert_eq!(w.app().session().story.at, 0);
    w.press("Ctrl+D");
    assert_eq!(titles(&w), ["Beeld 2", "Beeld 2", "Beeld 1", "Beeld 3"]);
    w.press("Delete");
    w.press("Delete");
    assert_eq!(titles(&w), ["Beeld 2", "Beeld 3"]);
    for _ in 0..5 {
        w.press("Ctrl+Z");
    }
    assert_eq!(titles(&w), ["Beeld 1", "Beeld 2", "Beeld 3"], "all of it taken back");
}

#[test]
fn whoever_is_tapped_on_the_stage_is_left_out() {
    let mut w = with_story("story-people");
    w.click_button("Wim weglaten");
    assert_eq!(scene(&w, 1).people.len(), 16);
    assert!(!w.has_button("Wim weglaten"));
    assert!(w.is_seen("1 mens staat achter een getal met een plus"), "counted");
    click_exactly(&mut w, "16 mensen");
    click_exactly(&mut w, "Wim");
    assert!(scene(&w, 1).people.is_empty(), "everybody again");
}

/// Words that only the one who tells may read.
const PRIVATE: [&str; 3] = ["Kanarienaam", "Kanarienotitie", "Kanarieval"];

fn with_private(name: &str) -> Window {
    let mut w = with_story(name);
    for (label, text) in ["Naam van dit beeld", "Notities", "Valkuil"].into_iter().zip(PRIVATE) {
        w.focus_field(label);
        w.press("Ctrl+A");
        w.type_text(text);
    }
    w.focus_field("Zin op het scherm");
    w.type_text("Wat komt terug?");
    w.click_button("Eerst raden");
    w.focus_field("Zin bij het laten zien");
    w.type_text("Schulden.");
    w
}

#[test]
fn the_room_sees_the_scene_alone_and_nothing_private_in_any_step() {
    let mut w = with_private("story-told");
    w.click_button("Tweede venster");
    w.press("ArrowLeft");
    w.click_button("Presenteren");
    let mut sentences = Vec::new();
    for _ in 0..4 {
        let all = heard(&w.harness).join("\n");
        for word in PRIVATE {
            assert!(!all.contains(word), "{word}: {all}");
        }
        assert_eq!(w.buttons().len(), 1, "the scene and no menu: {:?}", w.buttons());
        sentences.push(w.buttons()[0].clone());
        w.press("Space");
    }
    assert!(sentences[1].starts_with("Wat komt terug?"), "{sentences:?}");
    assert!(sentences[2].starts_with("Schulden.") && sentences[3] == sentences[2]);
    w.press("B");
    assert_eq!(w.buttons(), ["Het scherm is donker."]);
    w.press("ArrowRight");
    assert_eq!(w.buttons()[0], sentences[2], "back where one was");
    // A tap goes on, a key that means something elsewhere does nothing.
    w.press("R");
    w.click_button(&sentences[0]);
    assert_eq!(w.app().session().telling.map(|it| it.step), Some(1));
    let before = w.map().clone();
    for key in ["K", "Delete", "Ctrl+Z", "Ctrl+D", "S"] {
        w.press(key);
    }
    assert_eq!(*w.map(), before);
    w.press("Escape");
    assert!(w.app().session().telling.is_none() && w.has_button("Presenteren"));
    assert_eq!((w.app().session().screen, w.app().session().story.at), (Screen::Story, 1));
}

/// The second window, alone.
struct Beside(App);

impl eframe::App for Beside {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.teller_ui(ui);
    }
}

#[test]
fn the_one_who_tells_reads_the_notes_and_sees_what_comes_next() {
    let mut w = with_private("story-teller");
    w.press("F5");
    assert_eq!(w.app().session().telling.map(|it| it.step), Some(1));
    let app = w.take_app();
    let mut harness =
        Harness::builder().with_size(egui::vec2(980.0, 700.0)).build_eframe(move |context| {
            rode_draad::ui::fonts::install(&context.egui_ctx);
            Beside(app)
        });
    harness.run();
    let all = heard(&harness).join("\n");
    for word in PRIVATE {
        assert!(all.contains(word), "{word}: {all}");
    }
    for word in ["De zaal raadt nu", "Hierna: laten zien", "„Schulden.”", "laten zien", "donker"]
    {
        assert!(all.contains(word), "{word}: {all}");
    }
}

#[test]
fn whoever_has_no_key_finds_the_way_out_at_the_upper_edge() {
    let mut w = with_story("story-way-out");
    w.press("F5");
    let step = |w: &Window| w.app().session().telling.map(|it| it.step);
    let tap = |w: &mut Window, x: f32, y: f32| {
        let at = egui::pos2(x, y);
        w.harness.hover_at(at);
        w.harness.run_steps(2);
        w.harness.drag_at(at);
        w.harness.drop_at(at);
        w.harness.run_steps(3);
    };
    assert_eq!(step(&w), Some(1), "the picture that was looked at");
    assert!(!w.is_seen("Stop met presenteren"), "nothing is over the scene");
    tap(&mut w, 400.0, 20.0);
    assert_eq!(step(&w), Some(1), "a tap at the edge only shows the buttons");
    w.harness.get_by_label("Terug in het verhaal").click();
    w.harness.run_steps(3);
    assert_eq!(step(&w), Some(0));
    tap(&mut w, 400.0, 300.0);
    assert_eq!(step(&w), Some(1), "a tap elsewhere goes on");
    w.harness.get_by_label("Stop met presenteren").click();
    w.harness.run_steps(3);
    assert_eq!(step(&w), None);
}

/// Few of many: from nobody on, it is a tap for each.
#[test]
fn a_scene_with_four_people_takes_six_taps() {
    let mut w = with_story("story-four");
    w.actions = 1;
    click_exactly(&mut w, "17 mensen");
    w.click_button("Niemand");
    assert!(scene(&w, 1).people.is_empty(), "as long as nobody is ticked it shows everybody");
    for name in ["Kim", "Noa", "Levi", "Ria"] {
        // Some lie below the edge of the list; whoever reads out the window taps them as well.
        w.harness.get_by_label(name).click_accesskit();
        w.harness.run();
        w.actions += 1;
    }
    println!("four people: {} taps", w.actions);
    assert!(w.actions <= 6, "{}", w.actions);
    let names: Vec<&str> = scene(&w, 1)
        .people
        .iter()
        .filter_map(|id| Some(w.map().person(id)?.name.short()))
        .collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(["Kim", "Noa", "Levi", "Ria"].iter().all(|it| names.contains(it)), "{names:?}");
    w.click_button("Iedereen");
    assert!(scene(&w, 1).people.is_empty());
    w.press("Ctrl+Z");
    assert_eq!(scene(&w, 1).people.len(), 4, "one step back");
}

#[test]
fn who_is_chosen_or_in_view_is_shown_with_one_tap() {
    let mut w = with_story("story-chosen");
    w.press("Ctrl+1");
    w.click_person("Kim");
    w.press("Ctrl+4");
    click_exactly(&mut w, "17 mensen");
    w.click_button("Wie gekozen is");
    let kim = w.app().session().person().cloned().expect("she is still looked at");
    assert_eq!(scene(&w, 1).people.iter().collect::<Vec<_>>(), [&kim]);
    w.click_button("Wie op de kaart in beeld is");
    assert!(scene(&w, 1).people.is_empty(), "all of the family was in view");
    w.press("Escape");
    w.press("Ctrl+1");
    w.press("Home");
    w.press("Ctrl+0");
    w.harness.set_size(egui::vec2(900.0, 600.0));
    w.harness.run();
    w.press("Ctrl+4");
    w.harness.set_size(egui::vec2(1680.0, 1050.0));
    w.harness.run();
    click_exactly(&mut w, "17 mensen");
    w.click_button("Wie op de kaart in beeld is");
    assert!((1..17).contains(&scene(&w, 1).people.len()), "{:?}", scene(&w, 1).people);
}

/// A list closes when something is chosen of it, and the keyboard is on its button again; one of which
/// several are chosen stays, and begins at its top when it opens.
#[test]
fn a_list_of_the_story_closes_when_one_is_chosen() {
    let mut w = with_story("story-lists");
    let is_open = |w: &Window| egui::Popup::is_any_open(&w.harness.ctx);
    click_exactly(&mut w, "Draad: Schulden");
    assert!(is_open(&w));
    click_exactly(&mut w, "geen");
    assert!(!is_open(&w), "one strand was chosen");
    click_exactly(&mut w, "17 mensen");
    for _ in 0..12 {
        wheel(&mut w, egui::pos2(1500.0, 700.0), -80.0);
    }
    w.click_button("Zin op het scherm");
    click_exactly(&mut w, "17 mensen");
    assert!(is_open(&w));
    let first = w.button_rects("Iedereen");
    assert!(first.iter().all(|it| w.harness.ctx.content_rect().contains_rect(*it)), "{first:?}");
}

fn wheel(w: &mut Window, at: egui::Pos2, delta: f32) {
    w.harness.event(egui::Event::PointerMoved(at));
    w.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, delta),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: egui::Modifiers::NONE,
    });
    w.harness.run_ok();
}

#[test]
fn the_wheel_of_a_mouse_moves_the_scenes() {
    let mut w = with_story("story-wheel");
    for _ in 0..14 {
        w.press("S");
    }
    w.click_button("Beeld 1: ");
    w.harness.run();
    let left = |w: &Window| w.button_rects("Beeld 1: ")[0].left();
    let before = left(&w);
    for _ in 0..6 {
        wheel(&mut w, egui::pos2(400.0, 960.0), -100.0);
    }
    assert!(left(&w) < before - 100.0, "{before} → {}", left(&w));
}
