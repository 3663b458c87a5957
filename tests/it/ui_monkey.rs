//! Somebody who does anything at all: keys, words, taps and drags anywhere, windows of any size, files
//! that change underneath. Nothing of it makes the program fall over, breaks a map or loses one.
//!
//! `RODE_DRAAD_MONKEY=100000 RODE_DRAAD_MONKEY_FROM=7 cargo test --test it monkey -- --nocapture` does so
//! many things from that seed on; every failure says its seed and the last things that were done.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use egui::{Event, Key, Modifiers, PointerButton, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::file;
use rode_draad::model::{FamilyMap, ViewState, broken};
use rode_draad::ui::dialogs::{FileDialogs, Purpose, Request};

use crate::mutated::{Chance, number};
use crate::ui_keep::copies;
use crate::ui_window::Window;

/// So many things are done where nobody says.
const FEW: u64 = 1_200;
/// After so many things it is looked whether everything still stands.
const ROUND: u64 = 60;
/// So large a family is let go: a map that only grows makes the test slow and finds nothing new.
const CROWD: usize = 60;

const WORDS: &[&str] = &[
    "Anna",
    "Bram 1985 m",
    "Coba 1936 1999",
    "tweeling",
    "pleeg",
    "uit elkaar 2010",
    "rond 1955",
    "v",
    "?",
    "schulden",
    "geen contact",
    "19 jaar",
    "als tiener",
    "2031",
    "nee",
    "rust in huis",
    "miskraam 2012",
    "'t",
    "Ýşıl",
    "سارة",
    "ሰላም",
    "李",
    "👩‍👧",
    "\u{202e}omgekeerd",
    "a\u{301}\u{301}\u{301}",
    " ",
    "0",
    "12",
    "-",
    "/",
    "<b>",
    "een lange naam die niet ophoudt en nog niet ophoudt en ook dan nog niet ophoudt",
    "k",
    "o",
    "p",
    "s",
];
/// The files that are saved, opened and changed.
const FILES: &[&str] = &["een.familie", "twee.familie"];
const MODIFIERS: &[Modifiers] = &[
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::COMMAND,
    Modifiers::ALT,
];

/// A dialog that answers at once, with a file of the test's own folder, or changes its mind.
struct Answers(PathBuf, u64);

impl FileDialogs for Answers {
    fn ask(&mut self, request: &Request) -> Option<Receiver<Option<PathBuf>>> {
        self.1 += 1;
        let name = match (request.purpose, self.1 % 5) {
            (_, 4) => None,
            (Purpose::Open | Purpose::Save, 0 | 1) => Some("een.familie".to_owned()),
            (Purpose::Open | Purpose::Save, _) => Some("twee.familie".to_owned()),
            _ => Some(request.name.clone()),
        };
        let (sender, receiver) = channel();
        sender.send(name.map(|name| self.0.join(name))).ok();
        Some(receiver)
    }
}

struct Monkey {
    seed: u64,
    chance: Chance,
    done: Vec<String>,
}

impl Drop for Monkey {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let from = self.done.len().saturating_sub(14);
            println!("seed {}, after {}: {:#?}", self.seed, self.done.len(), &self.done[from..]);
        }
    }
}

impl Monkey {
    fn new(seed: u64) -> Self {
        Self { seed, chance: Chance(seed), done: Vec::new() }
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.chance.below(all.len())]
    }

    fn place(&mut self, w: &Window) -> egui::Pos2 {
        let size = w.harness.ctx.content_rect().size();
        let share = |chance: &mut Chance| chance.below(1000) as f32 / 1000.0;
        pos2(share(&mut self.chance) * size.x, share(&mut self.chance) * size.y)
    }

    /// Does one thing, whatever it is.
    fn act(&mut self, w: &mut Window) {
        match self.chance.below(100) {
            0..34 => self.press(w),
            34..52 => self.write(w),
            52..84 => self.tap(w),
            84..88 => {
                let (from, to) = (self.place(w), self.place(w));
                self.done.push(format!("drag {from:?} {to:?}"));
                drag(w, from, to);
            }
            88..92 => {
                let pos = self.place(w);
                self.done.push(format!("tap at {pos:?}"));
                tap(w, pos);
            }
            92..94 => {
                let lines = self.chance.below(9) as f32 - 4.0;
                let modifiers = *self.one_of(MODIFIERS);
                self.done.push(format!("wheel {lines}"));
                let (unit, delta) = (egui::MouseWheelUnit::Line, vec2(0.0, lines));
                let source = egui::MouseWheelSource::Unknown;
                let phase = egui::TouchPhase::Move;
                w.harness.event(Event::MouseWheel { unit, delta, modifiers, phase, source });
                w.harness.run_ok();
            }
            94..96 => {
                let size = vec2(
                    720.0 + self.chance.below(960) as f32,
                    520.0 + self.chance.below(530) as f32,
                );
                self.done.push(format!("size {size:?}"));
                w.harness.set_size(size);
                w.harness.run_ok();
            }
            _ => self.change_file(w.folder()),
        }
    }

    fn press(&mut self, w: &mut Window) {
        let key = *self.one_of(Key::ALL);
        let modifiers = *self.one_of(MODIFIERS);
        self.done.push(format!("{modifiers:?} {key:?}"));
        w.harness.key_press_modifiers(modifiers, key);
        w.harness.run_ok();
    }

    fn write(&mut self, w: &mut Window) {
        let words = *self.one_of(WORDS);
        self.done.push(format!("write {words:?}"));
        w.harness.event(Event::Text(words.to_owned()));
        w.harness.run_ok();
        if self.chance.below(2) == 0 {
            w.harness.key_press(Key::Enter);
            w.harness.run_ok();
        }
    }

    /// Taps on something that has a name.
    fn tap(&mut self, w: &mut Window) {
        let screen = w.harness.ctx.content_rect();
        let nodes = w.harness.query_all_by(|node| node.role() != egui::Role::Label);
        let all: Vec<(String, egui::Rect)> = nodes
            .filter_map(|it| {
                let place = it.accesskit_node().raw_bounds().map(|_| it.rect())?;
                Some((it.accesskit_node().label()?, place))
            })
            .filter(|(_, rect)| screen.contains(rect.center()))
            .collect();
        if all.is_empty() {
            return;
        }
        let (name, rect) = self.one_of(&all).clone();
        self.done.push(format!("tap {name:?} at {:?}", rect.center()));
        tap(w, rect.center());
    }

    /// Somebody else does something to a file.
    fn change_file(&mut self, folder: &Path) {
        let path = folder.join(self.one_of(FILES));
        let other = FamilyMap { title: "van een ander".to_owned(), ..FamilyMap::default() };
        let what = self.chance.below(3);
        self.done.push(format!("file {what}"));
        match what {
            0 => drop(fs::remove_file(path)),
            1 => drop(fs::write(path, file::to_bytes(&other).expect("bytes"))),
            _ => drop(fs::rename(&path, folder.join("weg.familie"))),
        }
    }
}

fn tap(w: &mut Window, pos: egui::Pos2) {
    drag(w, pos, pos);
}

fn drag(w: &mut Window, from: egui::Pos2, to: egui::Pos2) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    w.harness.event(Event::PointerMoved(from));
    w.harness.event(button(from, true));
    w.harness.run_ok();
    if from != to {
        w.harness.event(Event::PointerMoved(from + 0.5 * (to - from)));
        w.harness.run_ok();
        w.harness.event(Event::PointerMoved(to));
    }
    w.harness.event(button(to, false));
    w.harness.run_ok();
}

/// What a file holds of a map, without where it was looked at.
fn content(map: &FamilyMap) -> FamilyMap {
    FamilyMap { next_id: 0, view: ViewState::default(), ..map.clone() }
}

/// Whatever was done: the map is sound, and a file can hold it as it is.
fn stands(w: &Window) {
    let map = w.map();
    assert_eq!(broken(map), Vec::new(), "the map contradicts itself");
    let bytes = file::to_bytes(map).expect("a file can hold it");
    assert_eq!(content(&file::open(&bytes).expect("and opens")), content(map));
}

/// So many steps are taken back at most: each takes some frames.
const STEPS: usize = 25;

/// Steps undone and done again, it is the same map.
fn undone_and_done(w: &mut Window) {
    for _ in 0..4 {
        key(w, Modifiers::NONE, Key::Escape);
    }
    let before = w.app().document().shared_map();
    let steps = (0..STEPS).filter(|_| is_changed_by(w, Modifiers::COMMAND)).count();
    let mut left = steps;
    for _ in 0..2 * STEPS {
        if left == 0 {
            break;
        }
        if is_changed_by(w, Modifiers::COMMAND | Modifiers::SHIFT) {
            left -= 1;
        } else {
            // A question came up: the file is gone, somebody else saved.
            key(w, Modifiers::NONE, Key::Escape);
        }
    }
    let [now, before] = [w.map(), &*before].map(|map| format!("{:?}", content(map)));
    let differs = first_difference(&now, &before);
    assert!(now == before, "{steps} steps back, {left} not forth: {differs:?}");
}

/// Does Z with `modifiers` change the map?
fn is_changed_by(w: &mut Window, modifiers: Modifiers) -> bool {
    let revision = w.app().document().revision();
    key(w, modifiers, Key::Z);
    w.app().document().revision() != revision
}

fn key(w: &mut Window, modifiers: Modifiers, key: Key) {
    w.harness.key_press_modifiers(modifiers, key);
    w.harness.run_ok();
}

/// Where two texts part, and what stands there.
fn first_difference(a: &str, b: &str) -> (usize, String, String) {
    let n = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let part = |it: &str| it.chars().skip(n.saturating_sub(60)).take(160).collect();
    (n, part(a), part(b))
}

/// The program falls over: what was not in a file is in a copy.
fn falls_over(w: Window) -> Window {
    let folder = w.folder().to_owned();
    let is_unsaved = w.app().document().is_unsaved();
    let facts = |map: &FamilyMap| FamilyMap { comments: Vec::new(), ..content(map) };
    let map = facts(w.map());
    let has_words = w.app().session().palette.is_some();
    w.fall_over();
    let kept: Vec<String> = copies(&folder)
        .iter()
        .filter_map(|path| file::open(&fs::read(path).expect("a copy")).ok())
        .map(|kept| format!("{:?}", facts(&kept)))
        .collect();
    let wanted = format!("{map:?}");
    // Words that stand in an open palette are in the copy, and not on the map yet.
    let is_kept = kept.contains(&wanted) || !is_unsaved || map == FamilyMap::default();
    let is_kept = is_kept || (has_words && !kept.is_empty());
    let nearest = kept.iter().map(|it| first_difference(it, &wanted)).max();
    assert!(is_kept, "a map is lost; the nearest of {} copies: {nearest:?}", kept.len());
    open(&folder)
}

fn open(folder: &Path) -> Window {
    // A letter that no typeface has is a box, as in the real window.
    let policy = egui::MissingGlyphPolicy::Tofu;
    Window::open_with(folder, Box::new(Answers(folder.to_owned(), 0)), policy)
}

fn monkey(name: &str, seed: u64, n: u64) {
    let folder = Window::open(name).folder().to_owned();
    fs::create_dir_all(&folder).expect("a folder");
    let mut monkey = Monkey::new(seed);
    let mut w = open(&folder);
    for round in 0..n.div_ceil(ROUND) {
        for _ in 0..ROUND {
            monkey.act(&mut w);
        }
        stands(&w);
        if monkey.chance.below(4) == 0 {
            monkey.done.push("back and forth".to_owned());
            undone_and_done(&mut w);
        }
        if monkey.chance.below(3) == 0 || w.map().people.len() > CROWD {
            monkey.done.push("falls over".to_owned());
            w = falls_over(w);
        }
        if round % 40 == 39 {
            println!("seed {seed}: {} done, {} people", monkey.done.len(), w.map().people.len());
        }
    }
}

fn much() -> (u64, u64) {
    (number("RODE_DRAAD_MONKEY_FROM").unwrap_or(1), number("RODE_DRAAD_MONKEY").unwrap_or(FEW))
}

#[test]
fn whatever_is_done_nothing_falls_over_and_nothing_is_lost() {
    let (seed, n) = much();
    monkey("monkey", seed, n);
}

/// Two people at two windows, with one file: nobody's file is ever half, and nothing falls over.
#[test]
fn whatever_two_windows_do_with_one_file_it_stays_whole() {
    let (seed, n) = much();
    let folder = Window::open("monkey-two").folder().to_owned();
    fs::create_dir_all(&folder).expect("a folder");
    let mut monkey = Monkey::new(seed ^ 0xface);
    let mut windows = [open(&folder), open(&folder)];
    for step in 0..n / 2 {
        let w = &mut windows[monkey.chance.below(2)];
        monkey.act(w);
        if step % 8 == 0 {
            monkey.done.push("save".to_owned());
            key(w, Modifiers::COMMAND, Key::S);
        }
        for name in FILES.iter().filter(|_| step % 20 == 0) {
            let Ok(bytes) = fs::read(folder.join(name)) else { continue };
            assert!(file::open(&bytes).is_ok(), "{name} does not open");
        }
    }
    windows.iter().for_each(stands);
}
