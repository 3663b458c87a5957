//! Menus and buttons: all of a menu can be reached on a low screen, and no two buttons that can be
//! tapped at one moment are called the same.

use std::collections::BTreeMap;

use rode_draad::i18n::Lang;

use crate::ui_window::Window;

/// The example, with a talk in `lang`.
fn example(name: &str, lang: Lang) -> Window {
    let mut w = Window::open(name);
    if lang == Lang::En {
        w.click_button("English");
    }
    w.click_button(if lang == Lang::En { "Who talks to whom" } else { "Wie praat met wie" });
    w
}

#[test]
fn no_two_buttons_are_called_the_same() {
    // Whom to look at: a person, a couple, a home, a line.
    let looks = [
        (Lang::Nl, ["Relatie van Klaas en Wilma", "huis Petra", "Petra en Klaas: geen contact"]),
        (
            Lang::En,
            ["Relationship of Klaas and Wilma", "Petra’s home", "Petra and Klaas: no contact"],
        ),
    ];
    for (lang, others) in looks {
        for (width, height) in [(1680.0, 1050.0), (1024.0, 768.0)] {
            let mut w = example("same-words", lang);
            w.harness.set_size(egui::vec2(width, height));
            w.harness.run();
            let check = |w: &Window, looked_at: &str| {
                let mut times = BTreeMap::<String, usize>::new();
                for words in w.buttons() {
                    *times.entry(words).or_default() += 1;
                }
                times.retain(|words, n| 1 < *n && !words.is_empty());
                assert!(times.is_empty(), "{lang:?}, {width}, {looked_at}: {times:?}");
            };
            check(&w, "nothing");
            w.click_person("Petra");
            check(&w, "Petra");
            for words in others.into_iter().rev() {
                w.click_button(words);
                check(&w, words);
            }
        }
    }
}

/// Whoever hears the map can tell everything on it apart: also the parts of a home whose people stand
/// apart, and two people of one name.
#[test]
fn no_two_things_on_any_map_are_called_the_same() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut walked = 0;
    for folder in [root.clone(), root.join("en")] {
        for file in std::fs::read_dir(folder).expect("the examples") {
            let path = file.expect("a file").path();
            if path.extension().is_none_or(|it| it != "familie") {
                continue;
            }
            let mut w = Window::open("same-words-anywhere");
            w.harness.state_mut().open_path(&path);
            w.harness.run();
            let mut times = BTreeMap::<String, usize>::new();
            for words in w.buttons() {
                *times.entry(words).or_default() += 1;
            }
            walked += times.len();
            times.retain(|words, n| 1 < *n && !words.is_empty());
            assert!(times.is_empty(), "{}: {times:#?}", path.display());
        }
    }
    println!("{walked} buttons");
    assert!(600 < walked, "{walked}");
}

#[test]
fn all_of_a_menu_can_be_reached_on_a_low_screen() {
    for (width, height) in [(1680.0, 1050.0), (1280.0, 720.0), (1024.0, 768.0)] {
        let mut w = example("low-menu", Lang::Nl);
        w.harness.set_size(egui::vec2(width, height));
        w.harness.run();
        w.click_person("Petra");
        w.click_button("Meer doen");
        let screen = w.harness.ctx.content_rect();
        let last = |w: &Window| {
            let rects = w.button_rects("Haal van de kaart");
            // The panel has this, too; the menu lies on top.
            rects.last().copied().expect("it is in the menu")
        };
        let first = w.button_rects("Eén ouder").last().copied().expect("the first of the menu");
        assert!(screen.contains_rect(first), "{width}: {first:?}");
        w.harness.event(egui::Event::PointerMoved(first.center()));
        for _ in 0..40 {
            w.harness.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, -100.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: egui::Modifiers::NONE,
            });
            w.harness.run_ok();
        }
        let last = last(&w);
        assert!(screen.contains_rect(last), "{width}×{height}: the last stands at {last:?}");
    }
}
