//! The list of keys says what is so: each key in it is pressed in the window, and does what it says.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{FamilyMap, Subject};
use rode_draad::shown::{Eyes, Names};
use rode_draad::ui::Screen;

use crate::ui_window::Window;

/// The words beside each key, and what must have happened when it was pressed.
type Row = (&'static str, &'static str, fn(&mut Window));

fn people(w: &Window) -> usize {
    w.map().people.len()
}

/// Presses `key` on whoever is selected and gives the map as it was.
fn pressed(w: &mut Window, key: &str) -> FamilyMap {
    let before = w.map().clone();
    w.press(key);
    before
}

fn adds(w: &mut Window, key: &str, how_many: usize) {
    let before = pressed(w, key);
    assert_eq!(people(w), before.people.len() + how_many, "{key} adds {how_many}");
    assert!(w.app().session().naming.is_some(), "{key}: the name is asked");
}

fn kim(w: &Window) -> Subject {
    Subject::Person(w.map().focus.first().cloned().expect("somebody stands in the middle"))
}

/// Selects somebody without parents on the map.
fn without_parents(w: &mut Window) {
    let map = w.map();
    let lone = map.people.iter().find(|(id, _)| map.home_union(id).is_none());
    let name = lone.map(|(_, person)| person.name.short().to_owned()).expect("somebody");
    w.click_person(&name);
    assert!(w.selected().is_some(), "{name} is selected");
}

/// What a key does, but for those that have another name in another language.
const ROWS: &[Row] = &[
    ("do-partner", "P", |w| {
        adds(w, "P", 1);
        assert_eq!(w.map().unions_of(&focus(w)).count(), 2);
    }),
    ("do-twin", "T", |w| {
        let before = pressed(w, "T");
        assert_eq!(w.map().twins.len(), before.twins.len() + 1);
    }),
    ("do-problems", "W", |w| {
        w.press("W");
        assert!(w.app().session().palette.is_some());
    }),
    ("do-lives-here", "H", |w| {
        w.press("ArrowUp");
        w.press("Home");
        w.press("H");
        assert!(matches!(w.selected(), Some(Subject::Household(_))));
    }),
    ("do-lasso", "Shift+H", |w| {
        w.press("Shift+H");
        assert!(w.app().session().lasso.is_some());
        w.press("Escape");
        assert!(w.app().session().lasso.is_none());
        w.press("Home");
    }),
    ("do-event-before", "[", |w| {
        w.press("[");
        assert!(w.app().session().time.is_some_and(|it| it.year < 2026));
        w.press("Escape");
        w.press("Escape");
        assert!(w.app().session().time.is_none());
    }),
    ("do-event-after", "]", |w| {
        w.press("[");
        w.press("[");
        let year = |w: &Window| w.app().session().time.map(|it| it.year);
        let before = year(w);
        w.press("]");
        assert!(before < year(w));
        w.press("Escape");
        w.press("Escape");
        w.press("Home");
    }),
    ("do-goal", "+", |w| {
        w.press("Home");
        let before = w.map().goals.len();
        w.press("Plus");
        assert_eq!(w.map().goals.len(), before + 1);
        w.press("Escape");
        w.press("Home");
    }),
    ("do-who-helps", "G", |w| {
        w.press("Home");
        w.press("G");
        assert!(matches!(w.selected(), Some(Subject::Support(_))));
        w.press("Escape");
        w.press("Home");
    }),
    ("do-line", "R", |w| {
        w.press("R");
        assert!(w.app().session().line.is_some());
    }),
    ("do-tie", "R", |w| {
        w.press("Home");
        w.press("G");
        w.type_text("Buurvrouw");
        w.press("Enter");
        let before = w.map().clone();
        w.press("R");
        w.type_text("levi");
        w.press("Enter");
        let ties = |map: &FamilyMap| map.supports.values().map(|it| it.ties.len()).sum::<usize>();
        assert_eq!(ties(w.map()), ties(&before) + 1, "tied by keys alone");
        w.press("Home");
    }),
    ("do-join-kin", "J", |w| {
        w.press("J");
        assert!(w.app().session().kin.is_some());
        w.press("Escape");
        assert!(w.app().session().kin.is_none());
    }),
    ("do-related", "Shift+R", |w| {
        w.press("Shift+R");
        w.type_text("theo");
        w.press("Enter");
        assert!(w.app().session().related.is_some(), "said of the two");
        w.press("Home");
    }),
    ("do-digit", "1 – 9", |w| {
        let mut given = 0;
        for digit in '1'..='9' {
            w.press("Home");
            let before = pressed(w, &digit.to_string());
            if w.map().people == before.people {
                assert!(w.app().session().detail.is_some(), "{digit} opens what was said of it");
                continue;
            }
            given += 1;
            w.press(&digit.to_string());
            let things = |map: &FamilyMap| map.people[&focus(w)].entries.len();
            assert_eq!(things(w.map()), things(&before), "{digit} takes or gives back");
        }
        assert!(0 < given, "not everything is there with details");
    }),
    ("do-search", "Ctrl+F", |w| {
        w.press("Ctrl+F");
        w.type_text("theo");
        assert_eq!(w.app().session().search, "theo");
    }),
    ("do-rename", "Enter, F2", |w| {
        for key in ["Enter", "F2"] {
            w.press("Home");
            w.press(key);
            assert!(w.app().session().naming.is_some(), "{key}");
            w.press("Escape");
        }
    }),
    ("do-title", "F2", |w| {
        w.press("Escape");
        w.press("F2");
        w.press("Ctrl+A");
        w.type_text("Een kaart");
        w.press("Enter");
        assert_eq!(w.map().title, "Een kaart");
    }),
    ("do-commands", "Ctrl+K", |w| {
        let before = people(w);
        w.press("Ctrl+K");
        w.type_text("partner");
        w.press("Enter");
        assert_eq!(people(w), before + 1, "the first of the list is done");
        assert!(w.app().session().naming.is_some(), "and its name is asked");
    }),
    ("do-walk", "↑ ↓ ← →", |w| {
        for arrow in ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] {
            w.press("Home");
            w.press(arrow);
            assert_ne!(w.selected(), Some(kim(w)), "{arrow} leads to somebody");
        }
    }),
    ("do-focus-person", "Home", |w| {
        w.press("ArrowUp");
        w.press("Home");
        assert_eq!(w.selected(), Some(kim(w)));
    }),
    ("do-quick", "/", |w| {
        let before = people(w);
        w.press("Slash");
        w.type_text("Zus + Zo: Kind");
        w.press("Enter");
        assert_eq!(people(w), before + 3);
        w.press("Escape");
        assert!(w.app().session().quick.is_none());
    }),
    ("do-paint", "Shift+W", |w| {
        w.press("Shift+W");
        assert!(w.app().session().paint.is_some());
        w.press("Shift+W");
        assert!(w.app().session().paint.is_none());
    }),
    ("do-legend", "L", |w| {
        let before = w.app().session().legend;
        w.press("L");
        assert_ne!(w.app().session().legend, before);
    }),
    ("do-private", "M", |w| {
        w.press("M");
        assert_eq!(w.app().session().opened.eyes, Eyes::Anybody);
        w.press("M");
        assert_eq!(w.app().session().opened.eyes, Eyes::Table);
    }),
    ("do-show", "V", |w| {
        w.press("V");
        assert!(w.app().session().show_open);
        w.press("Escape");
        assert!(!w.app().session().show_open);
    }),
    ("do-beside", "Z", |w| {
        w.press("Z");
        assert!(w.app().session().beside.is_some());
        w.press("Escape");
        assert!(w.app().session().beside.is_none());
    }),
    ("do-names", "N", |w| {
        w.press("N");
        assert_eq!(w.app().session().names, Names::Kin);
        w.press("N");
        w.press("N");
        w.press("N");
        assert_eq!(w.app().session().names, Names::Shown);
    }),
    ("do-cross", "F6", |w| {
        let before = w.selected();
        w.press("F6");
        w.press("Tab");
        w.type_text("x");
        assert_ne!(w.map().people[&focus(w)].name.full(), "Kim Lammers", "in the first field");
        w.press("F6");
        w.press("Ctrl+Z");
        assert_eq!(w.selected(), before, "back at whoever is selected");
    }),
    ("do-near", "A", |w| {
        w.press("A");
        assert!(w.app().session().part.is_some());
    }),
    ("do-everybody", "Shift+A", |w| {
        w.press("A");
        w.press("Shift+A");
        assert!(w.app().session().part.is_none());
    }),
    ("do-fold", "F", |w| {
        w.press("ArrowUp");
        w.press("F");
        assert!(!w.map().view.folded.is_empty());
    }),
    ("do-unfold", "F", |w| {
        w.press("ArrowUp");
        w.press("F");
        w.press("F");
        assert!(w.map().view.folded.is_empty());
    }),
    ("do-remove", "Del, Backspace", |w| {
        for key in ["Delete", "Backspace"] {
            w.press("Home");
            w.press("ArrowUp");
            let before = pressed(w, key);
            assert_ne!(*w.map(), before, "{key} takes somebody or something off the map");
            w.press("Ctrl+Z");
        }
    }),
    ("do-undo", "Ctrl+Z", |w| {
        let before = pressed(w, "1");
        w.press("Ctrl+Z");
        assert_eq!(w.map().people, before.people);
    }),
    ("do-redo", "Ctrl+Shift+Z, Ctrl+Y", |w| {
        done_again(w, "Ctrl+Shift+Z");
        w.press("Ctrl+Z");
        w.press("Ctrl+Y");
        assert!(w.app().document().redo_label().is_none(), "Ctrl+Y does it again, too");
    }),
    ("do-save", "Ctrl+S", |w| {
        w.press("Ctrl+S");
        w.press("Enter");
        assert!(is_in_folder(w, ".familie"), "the file is there");
    }),
    ("do-lock", "Ctrl+L", |w| {
        w.press("Ctrl+L");
        assert!(w.has_button("Ga verder") || w.has_button("Go on"), "the curtain is down");
        assert!(!w.has_button("Kim"), "nobody is seen");
        w.press("Enter");
        assert!(people(w) != 0 && !w.has_button("Ga verder") && !w.has_button("Go on"));
    }),
    ("do-paper", "Ctrl+P", |w| {
        w.press("Ctrl+P");
        assert!(w.app().session().paper.is_some());
    }),
    ("do-save-as", "Ctrl+Shift+S", |w| {
        w.press("Ctrl+Shift+S");
        w.press("Enter");
        assert!(is_in_folder(w, ".familie"), "the file is there");
    }),
    ("do-open", "Ctrl+O", |w| {
        let before = texts_in_fields(w);
        w.press("Ctrl+O");
        assert_ne!(texts_in_fields(w), before, "a file is asked for");
    }),
    ("do-new", "Ctrl+N", |w| {
        w.press("Ctrl+N");
        assert!(people(w) <= 1, "an empty map");
    }),
    ("do-actual", "Ctrl+0", |w| {
        w.press("Shift+1");
        w.press("Ctrl+0");
        let zoom = w.app().session().camera.zoom;
        assert!((zoom - 1.0).abs() < 0.001, "{zoom}");
    }),
    ("do-fit-all", "Shift+1", |w| {
        w.press("Ctrl+0");
        let before = w.app().session().camera;
        w.press("Shift+1");
        assert_ne!(w.app().session().camera, before);
    }),
    ("do-fit-selection", "Shift+2", |w| {
        w.press("Shift+1");
        let before = w.app().session().camera;
        w.press("Shift+2");
        assert_ne!(w.app().session().camera, before);
    }),
    ("do-full-screen", "F11", |w| {
        // What is asked of the desktop is seen in one frame only.
        w.harness.input_mut().events.push(egui::Event::Key {
            key: egui::Key::F11,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        });
        let asked = (0..4).any(|_| {
            w.harness.step();
            let mut asked = w.harness.output().viewport_output.values().flat_map(|it| &it.commands);
            asked.any(|it| matches!(it, egui::ViewportCommand::Fullscreen(_)))
        });
        assert!(asked, "the whole screen");
    }),
    ("keys-next", "Tab", |w| {
        let before = w.selected();
        w.press("Tab");
        assert_ne!(w.selected(), before, "the next person");
        w.press("Home");
        w.press("P");
        w.type_text("Bo");
        let before = people(w);
        w.press("Tab");
        assert_eq!(people(w), before + 1, "in a name: one more");
    }),
    ("do-escape", "Esc", |w| {
        w.press("Escape");
        assert_eq!(w.selected(), None);
    }),
    ("do-show-map", "Ctrl+1", |w| {
        w.press("Ctrl+2");
        w.press("Ctrl+1");
        assert_eq!(w.app().session().screen, Screen::Map);
    }),
    ("do-show-overview", "Ctrl+2", |w| {
        w.press("Ctrl+2");
        assert_eq!(w.app().session().screen, Screen::Overview);
    }),
    ("do-show-lifelines", "Ctrl+3", |w| {
        w.press("Ctrl+3");
        assert_eq!(w.app().session().screen, Screen::Lifelines);
    }),
    ("do-show-story", "Ctrl+4", |w| {
        w.press("Ctrl+4");
        assert_eq!(w.app().session().screen, Screen::Story);
    }),
    ("do-show-list", "Ctrl+5", |w| {
        w.press("Ctrl+5");
        assert_eq!(w.app().session().screen, Screen::List);
    }),
    ("do-scene-before", "←, PageUp", |w| {
        three_scenes(w);
        for key in ["ArrowLeft", "PageUp"] {
            let before = w.app().session().story.at;
            w.press(key);
            assert_eq!(w.app().session().story.at, before - 1, "{key}");
        }
    }),
    ("do-scene-after", "→, PageDown", |w| {
        three_scenes(w);
        w.press("ArrowLeft");
        w.press("ArrowLeft");
        for (key, at) in [("ArrowRight", 1), ("PageDown", 2)] {
            w.press(key);
            assert_eq!(w.app().session().story.at, at, "{key}");
        }
    }),
    ("do-scene-earlier", "Ctrl+←", |w| moves(w, "Ctrl+ArrowLeft", [0, 2, 1])),
    ("do-scene-later", "Ctrl+→", |w| {
        w.press("Ctrl+4");
        three_scenes(w);
        w.press("ArrowLeft");
        w.press("ArrowLeft");
        moved(w, "Ctrl+ArrowRight", [1, 0, 2]);
    }),
    ("do-duplicate-scene", "Ctrl+D", |w| {
        three_scenes(w);
        w.press("Ctrl+D");
        let story = &w.map().story;
        assert_eq!((story.len(), &story[2]), (4, &story[3]));
    }),
    ("do-remove-scene", "Del, Backspace", |w| {
        three_scenes(w);
        w.press("Delete");
        w.press("Backspace");
        assert_eq!(w.map().story.len(), 1);
    }),
    ("do-tell", "F5", |w| {
        told(w);
        assert!(w.app().session().telling.is_some());
    }),
    ("do-tell-next", "→, Space, PageDown, Enter", |w| {
        told(w);
        w.press("R");
        for key in ["ArrowRight", "PageDown"] {
            let before = step(w);
            w.press(key);
            assert_eq!(step(w), before + 1, "{key}");
        }
        for key in ["Space", "Enter"] {
            w.press("R");
            w.press(key);
            assert_eq!(step(w), 1, "{key}");
        }
    }),
    ("do-tell-back", "←, PageUp", |w| {
        told(w);
        for key in ["ArrowLeft", "PageUp"] {
            let before = step(w);
            w.press(key);
            assert_eq!(step(w), before - 1, "{key}");
        }
    }),
    ("do-tell-blank", "B", |w| {
        told(w);
        for is_dark in [true, false] {
            w.press("B");
            assert_eq!(w.app().session().telling.map(|it| it.is_blank), Some(is_dark));
        }
    }),
    ("do-tell-pointer", "P", |w| {
        told(w);
        w.press("P");
        assert_eq!(w.app().session().telling.map(|it| it.has_pointer), Some(true));
    }),
    ("do-tell-again", "R", |w| {
        told(w);
        w.press("R");
        assert_eq!(step(w), 0);
    }),
    ("do-tell-end", "Esc", |w| {
        told(w);
        w.press("Escape");
        assert!(w.app().session().telling.is_none());
    }),
    ("do-help", "F1, ?", |w| {
        let title = Texts::new(w.app().session().lang).get("manual-title");
        for key in ["F1", "?"] {
            w.press(key);
            assert!(w.is_seen(&title), "{key} shows the list");
            w.press("Escape");
            assert!(!w.is_seen(&title), "and it closes");
        }
    }),
];

/// Those that have another name in another language.
const DUTCH: &[Row] = &[
    ("do-parents", "O", |w| parents(w, "O")),
    ("do-one-parent", "Shift+O", |w| one_parent(w, "Shift+O")),
    ("do-child", "K", |w| adds(w, "K", 1)),
    ("do-sibling", "B", |w| sibling(w, "B")),
    ("do-record-scene", "S, Shift+S", |w| {
        let before = w.map().story.len();
        w.press("S");
        w.press("Shift+S");
        assert_eq!(w.map().story.len(), before + 2);
    }),
];
const ENGLISH: &[Row] = &[
    ("do-parents", "U", |w| parents(w, "U")),
    ("do-one-parent", "Shift+U", |w| one_parent(w, "Shift+U")),
    ("do-child", "C", |w| adds(w, "C", 1)),
    ("do-sibling", "S", |w| sibling(w, "S")),
    ("do-record-scene", "Shift+S, S", |w| {
        let before = w.map().story.len();
        w.press("Shift+S");
        w.press("Ctrl+4");
        w.press("S");
        assert_eq!(w.map().story.len(), before + 2);
    }),
];

/// On the page of the story, with three scenes of which the last is worked at.
fn three_scenes(w: &mut Window) {
    w.press("Ctrl+4");
    // The example's own story goes.
    for _ in 0..w.map().story.len() {
        w.press("Delete");
    }
    for _ in 0..3 {
        w.press("Shift+S");
    }
    assert_eq!((w.map().story.len(), w.app().session().story.at), (3, 2));
}

fn moves(w: &mut Window, key: &str, order: [usize; 3]) {
    three_scenes(w);
    moved(w, key, order);
}

fn moved(w: &mut Window, key: &str, order: [usize; 3]) {
    let before = w.map().story.clone();
    w.press(key);
    assert_eq!(w.map().story, order.map(|at| before[at].clone()), "{key}");
}

/// Three scenes are told, from the last.
fn told(w: &mut Window) {
    three_scenes(w);
    w.press("F5");
    assert_eq!(step(w), 2);
}

fn step(w: &Window) -> usize {
    w.app().session().telling.expect("it is told").step
}

fn focus(w: &Window) -> rode_draad::model::PersonId {
    w.map().focus.first().cloned().expect("somebody stands in the middle")
}

fn parents(w: &mut Window, key: &str) {
    without_parents(w);
    adds(w, key, 2);
}

fn one_parent(w: &mut Window, key: &str) {
    without_parents(w);
    adds(w, key, 1);
}

fn sibling(w: &mut Window, key: &str) {
    adds(w, key, 1);
    let focus = focus(w);
    let (_, home) = w.map().home_union(&focus).expect("a home");
    let newest = w.map().people.keys().max_by_key(|id| id.as_str().len());
    assert!(home.children.len() > 1, "{newest:?} is a child of the same parents");
}

fn done_again(w: &mut Window, key: &str) {
    w.press("1");
    let after = w.map().clone();
    w.press("Ctrl+Z");
    w.press(key);
    assert_eq!(w.map().people, after.people, "{key}");
}

fn is_in_folder(w: &Window, ending: &str) -> bool {
    let files = std::fs::read_dir(w.folder()).expect("the folder");
    files.flatten().any(|file| file.file_name().to_string_lossy().ends_with(ending))
}

fn texts_in_fields(w: &Window) -> usize {
    w.harness.query_all_by(|node| node.role() == egui::Role::TextInput).count()
}

/// The example, in `lang`, with its main person selected.
fn opened(name: &str, lang: Lang) -> Window {
    let mut w = Window::open(name);
    w.click_button("Drie keer jong moeder");
    if lang == Lang::En {
        w.click_button(&Texts::new(Lang::Nl).get("bar-language"));
        w.click_button("English");
    }
    assert_eq!(w.app().session().lang, lang);
    w.press("Home");
    w
}

/// What stands in the list, key and words, as it is read aloud.
fn list(w: &mut Window) -> Vec<String> {
    w.press("F1");
    let lang = w.app().session().lang;
    let manual = rode_draad::manual::manual(lang, Vec::new());
    let keys = manual.chapters.last().map(|it| it.title.clone()).expect("a chapter");
    w.click_button(&keys);
    let labels = w.harness.query_all_by(|node| node.role() == egui::Role::Label);
    let said = labels.filter_map(|it| it.accesskit_node().value().or(it.accesskit_node().label()));
    let said: Vec<String> = said.collect();
    w.press("Escape");
    said
}

fn check(lang: Lang, own: &[Row]) {
    let rows: Vec<&Row> = ROWS.iter().chain(own).collect();
    let texts = Texts::new(lang);
    let listed = list(&mut opened(&format!("keylist-{lang:?}"), lang));
    let place = |(id, key, _): &Row| {
        let words = texts.get(id);
        listed.windows(2).position(|pair| pair == [(*key).to_owned(), words.clone()])
    };
    for row in &rows {
        assert!(place(row).is_some(), "{} {} is not in the list: {listed:?}", row.1, row.0);
    }
    // Every row of the list is tried: between the first and the last there are no others.
    let places: Vec<usize> = rows.iter().filter_map(|row| place(row)).collect();
    let first = places.iter().min().copied().unwrap_or_default();
    let last = places.iter().max().copied().unwrap_or_default() + 1;
    let is_key = |said: &&String| rows.iter().any(|(_, key, _)| key == *said);
    let is_words = |said: &&String| rows.iter().any(|(id, ..)| texts.get(id) == **said);
    for said in &listed[first..=last] {
        assert!(is_key(&said) || is_words(&said), "{said:?} is in the list and not tried");
    }
    for (id, _, does) in rows {
        let mut w = opened(&format!("keylist-{lang:?}-{id}"), lang);
        println!("{lang:?} {id}");
        does(&mut w);
    }
}

#[test]
fn every_key_of_the_list_does_what_it_says() {
    check(Lang::Nl, DUTCH);
}

#[test]
fn every_key_of_the_english_list_does_what_it_says() {
    check(Lang::En, ENGLISH);
}
