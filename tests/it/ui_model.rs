//! Typing in the window against a simple model: whatever the order of typing, saving, undoing,
//! closing, falling over and looking at somebody else, the map says what was typed, and the file
//! says what was typed when it was saved.

use std::path::PathBuf;

use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rode_draad::document::Reader;
use rode_draad::file;
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{Date, FamilyMap, Field, MapField, PersonField, PersonId};

use crate::ui_window::Window;

/// What somebody does at the table.
#[derive(Clone, Debug)]
enum Act {
    /// Types in the field with this number.
    Type(usize),
    Save,
    Undo,
    Redo,
    Esc,
    /// Taps the person with this number.
    Select(usize),
    /// Goes home and opens the file again; what was not saved is saved, or not.
    CloseAndSave,
    CloseWithout,
    /// The program falls over and is started again.
    FallOver,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        10 => (0..FIELDS.len()).prop_map(Act::Type),
        3 => Just(Act::Save),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        2 => Just(Act::Esc),
        2 => (0..2_usize).prop_map(Act::Select),
        1 => Just(Act::CloseAndSave),
        1 => Just(Act::CloseWithout),
        1 => Just(Act::FallOver),
    ]
}

/// Every field: whose it is, what it is called on the screen, and where it stands in the map.
const FIELDS: [(Option<usize>, &str); 7] = [
    (None, "Titel"),
    (Some(0), "Naam bij geboorte"),
    (Some(0), "Geboren"),
    (Some(0), "Notities"),
    (Some(1), "Naam bij geboorte"),
    (Some(1), "Geboren"),
    (Some(1), "Notities"),
];
const NAMES: [&str; 2] = ["Kim", "Bo"];

fn field(at: usize) -> Field {
    let person = |at| PersonId::new(["p1", "p2"][at]).expect("an id");
    match FIELDS[at] {
        (None, _) => Field::Map(MapField::Title),
        (Some(who), "Naam bij geboorte") => Field::Person(person(who), PersonField::BirthName),
        (Some(who), "Geboren") => Field::Person(person(who), PersonField::Born),
        (Some(who), _) => Field::Person(person(who), PersonField::Notes),
    }
}

type State = [String; FIELDS.len()];

fn said(map: &FamilyMap) -> State {
    let today = Date::parse("2026-11-21").expect("a date");
    let reader = Reader { today, texts: Texts::new(Lang::Nl) };
    std::array::from_fn(|at| reader.written(map, &field(at)))
}

/// The window, and what must be in it.
struct Table {
    w: Window,
    path: PathBuf,
    now: State,
    saved: State,
    past: Vec<State>,
    future: Vec<State>,
    caret: Option<usize>,
    typed: usize,
}

impl Table {
    fn new(name: &str) -> Self {
        let w = Window::open(name);
        let path = w.folder().join("tafel.familie");
        let mut table = Self {
            w,
            path,
            now: State::default(),
            saved: State::default(),
            past: Vec::new(),
            future: Vec::new(),
            caret: None,
            typed: 0,
        };
        table.begin();
        table
    }

    /// A family of two, in a file.
    fn begin(&mut self) {
        let family = "FamilyMap(version: 1, title: \"\", lang: Nl, focus: [\"p1\"], people: [\
            (id: \"p1\", call: \"Kim\", gender: Woman), (id: \"p2\", call: \"Bo\", gender: Man)],\
            unions: [(id: \"u1\", partners: [\"p1\", \"p2\"])])";
        std::fs::write(&self.path, family).expect("the file");
        self.open();
        self.now = State::default();
        self.saved = State::default();
    }

    fn open(&mut self) {
        self.w.harness.state_mut().open_path(&self.path);
        self.w.harness.run();
        self.past.clear();
        self.future.clear();
        self.caret = None;
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Type(at) => self.write(*at),
            Act::Save => {
                self.w.press("Ctrl+S");
                self.saved = self.now.clone();
            }
            Act::Undo => self.step("Ctrl+Z"),
            Act::Redo => self.step("Ctrl+Y"),
            Act::Esc => self.esc(),
            Act::Select(who) => {
                self.w.click_person(NAMES[*who]);
                self.caret = None;
            }
            Act::CloseAndSave => {
                self.go_home("Bewaar");
                self.saved = self.now.clone();
                self.open();
            }
            Act::CloseWithout => {
                self.go_home("Niet bewaren");
                self.now = self.saved.clone();
                self.open();
            }
            Act::FallOver => {}
        }
    }

    fn write(&mut self, at: usize) {
        let (who, label) = FIELDS[at];
        if self.caret != Some(at) {
            if let Some(who) = who {
                self.w.click_person(NAMES[who]);
            }
            let node = self.w.harness.get_by(|node| {
                let role = node.role();
                let is_text = [egui::Role::TextInput, egui::Role::MultilineTextInput];
                is_text.contains(&role)
                    && node.label().is_some_and(|it| it.starts_with(label))
                    && (label != "Geboren" || node.label().is_some_and(|it| it == label))
            });
            node.focus();
            self.w.harness.run();
            self.past.push(self.now.clone());
            self.caret = Some(at);
        }
        self.future.clear();
        self.typed += 1;
        let token = format!("q{}z", self.typed);
        self.w.press("End");
        self.w.type_text(&token);
        self.now[at].push_str(&token);
    }

    fn esc(&mut self) {
        self.w.press("Escape");
        self.caret = None;
    }

    fn step(&mut self, keys: &str) {
        // The caret goes first: in a field the keys are for what is typed there.
        self.esc();
        self.w.press(keys);
        let (from, to) = if keys == "Ctrl+Z" {
            (&mut self.past, &mut self.future)
        } else {
            (&mut self.future, &mut self.past)
        };
        if let Some(state) = from.pop() {
            to.push(std::mem::replace(&mut self.now, state));
        }
    }

    fn go_home(&mut self, answer: &str) {
        self.w.click_button("Beginscherm");
        if self.now != self.saved {
            self.w.click_button(answer);
        }
    }

    fn fall_over(self) -> Self {
        let Self { w, path, now, saved, typed, .. } = self;
        let folder = w.folder().to_owned();
        w.fall_over();
        let w = Window::open_in(&folder);
        let (past, future) = (Vec::new(), Vec::new());
        let mut table = Self { w, path, now, saved, past, future, caret: None, typed };
        let is_offered = table.w.has_button("Open de kopie");
        assert_eq!(is_offered, table.now != table.saved, "offered what is not in the file");
        if is_offered {
            table.w.click_button("Open de kopie");
        } else {
            table.open();
        }
        table
    }

    fn check(&self) {
        assert_eq!(said(self.w.map()), self.now, "in the map");
        let bytes = std::fs::read(&self.path).expect("the file");
        assert_eq!(said(&file::open(&bytes).expect("it opens")), self.saved, "in the file");
        let is_unsaved = self.w.app().document().is_unsaved();
        assert!(is_unsaved || self.now == self.saved, "it says it is saved, and it is not");
        if let Some(at) = self.caret {
            let words = self.w.written_anywhere(FIELDS[at].1);
            assert!(
                words.iter().any(|it| *it == self.now[at]),
                "on the screen: {words:?}, {:?}",
                self.now[at]
            );
        }
    }
}

/// So many random sequences at one table; `seed` tells the tests apart.
fn sequences(seed: u8, how_many: usize) {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let acts = proptest::collection::vec(any_act(), 3..12);
    let mut table = Table::new(&format!("model-{seed}"));
    for nth in 0..how_many {
        let acts = acts.new_tree(&mut runner).expect("a sequence").current();
        for act in &acts {
            // Shown when a check fails.
            println!("{seed} {nth}: {act:?} of {acts:?}, now {:?}", table.now);
            table.act(act);
            if matches!(act, Act::FallOver) {
                table = table.fall_over();
            }
            table.check();
        }
        table.go_home("Niet bewaren");
        table.begin();
    }
}

#[test]
fn what_is_typed_is_in_the_map_and_what_is_saved_is_in_the_file() {
    sequences(1, 70);
}

#[test]
fn what_is_typed_is_there_after_undo_and_redo() {
    sequences(2, 70);
}

#[test]
fn what_is_typed_is_there_after_closing_and_falling_over() {
    sequences(3, 70);
}
