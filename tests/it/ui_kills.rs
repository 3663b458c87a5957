//! Editing sessions that are killed: in the middle of a word, of a save, of a call to the disk, of an
//! answer. Whoever opens the window again has what was done until two seconds before, or until the
//! last thing that was done.
//!
//! `RODE_DRAAD_KILLS=1000 cargo test --release --test it ui_kills -- --nocapture` kills so often.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use rode_draad::file;
use rode_draad::model::FamilyMap;
use rode_draad::ui::shell::test::{Desk, Fault};

use crate::mutated::Chance;
use crate::ui_shell::Room;

/// So much may be missing.
const BEHIND: Duration = Duration::from_secs(2);
/// What is typed, a piece at a time: the middle of a word is a place like any other.
const PIECES: &[&str] = &["An", "na", " 19", "85", " v", "Br", "am", " van", " Dijk", "é", " m"];
const KEYS: &[&str] =
    &["Enter", "Home", "B", "K", "P", "O", "Escape", "Tab", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+S"];

/// What was on the map, until when.
struct Told {
    /// The states since so long ago as may be missing, the newest last, each with when it ended.
    states: VecDeque<(Duration, FamilyMap)>,
    now: FamilyMap,
    /// When anything was done first.
    begun: Option<Duration>,
}

impl Told {
    fn frame(&mut self, room: &Room) {
        let map = said(room.w.map());
        if map != self.now {
            let was = std::mem::replace(&mut self.now, map);
            self.states.push_back((room.process.time(), was));
            self.begun.get_or_insert(room.process.time());
        }
        // One gesture before counts, however long ago.
        while 2 < self.states.len() && self.states[0].0 + BEHIND < room.process.time() {
            self.states.pop_front();
        }
    }

    fn holds(&self, found: &FamilyMap) -> bool {
        *found == self.now || self.states.iter().any(|(_, it)| it == found)
    }
}

/// What was said, without how it was looked at.
fn said(map: &FamilyMap) -> FamilyMap {
    FamilyMap { next_id: 0, view: Default::default(), ..map.clone() }
}

/// What a session did last, for who reads of a failure.
struct Session {
    room: Room,
    told: Told,
    did: Vec<String>,
}

impl Session {
    fn step(&mut self, chance: &mut Chance) {
        let room = &mut self.room;
        let did = match chance.below(10) {
            0..=3 => {
                let piece = PIECES[chance.below(PIECES.len())];
                room.w.harness.event(egui::Event::Text(piece.to_owned()));
                format!("types {piece:?}")
            }
            4..=6 => {
                let keys = KEYS[chance.below(KEYS.len())];
                press(room, keys);
                format!("presses {keys}")
            }
            7 => {
                room.process.answer_next();
                "an answer comes".to_owned()
            }
            _ => {
                let time = Duration::from_millis(100 * chance.below(16) as u64);
                room.process.pass(time);
                format!("{time:?} go by")
            }
        };
        self.did.push(did);
        room.w.harness.run_steps(2);
        self.told.frame(room);
    }
}

fn press(room: &Room, keys: &str) {
    let mut modifiers = egui::Modifiers::NONE;
    let mut key = keys;
    while let Some((modifier, rest)) = key.split_once('+') {
        modifiers |=
            if modifier == "Ctrl" { egui::Modifiers::COMMAND } else { egui::Modifiers::SHIFT };
        key = rest;
    }
    room.w.harness.key_press_modifiers(modifiers, egui::Key::from_name(key).expect("a key"));
}

/// The map that the user has when the window is opened again: the copy that is offered, else the file.
fn recovered(desk: &Desk, ours: &str) -> Option<FamilyMap> {
    let mut room = Room::on(desk.clone());
    if room.w.has_button("Open de kopie") {
        room.w.click_button("Open de kopie");
        return Some(said(room.w.map()));
    }
    let bytes = desk.file(Path::new(ours))?;
    Some(said(&file::open(&bytes).expect("a whole file")))
}

const MAP: &str = "/thuis/kaart-2026-11-21.familie";

#[expect(clippy::print_stdout, reason = "the numbers of a long run")]
#[test]
fn killed_at_any_moment_nobody_loses_more_than_two_seconds() {
    let kills = std::env::var("RODE_DRAAD_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(25);
    let (mut in_calls, mut in_files) = (0, 0);
    for seed in 0..kills {
        let mut chance = Chance(seed);
        let desk = Desk::default();
        let mut room = Room::on(desk.clone());
        room.process.be_late();
        room.w.click_button("Nieuwe kaart");
        if chance.below(3) != 0 {
            // One that has a file.
            room.w.type_text("Anna 1985 v");
            room.w.press("Enter");
            room.w.press("Ctrl+S");
            room.w.press("Enter");
            room.process.answer_next();
            room.w.harness.run_ok();
            in_files += 1;
        }
        let now = said(room.w.map());
        let states = VecDeque::new();
        let mut session =
            Session { room, told: Told { states, now, begun: None }, did: Vec::new() };
        if chance.below(2) == 0 {
            session.room.process.fault(chance.below(45) as u64, Fault::Kill);
        }
        for _ in 0..6 + chance.below(14) {
            session.step(&mut chance);
            if session.room.process.is_dead() {
                in_calls += 1;
                break;
            }
        }
        let Session { room, told, did } = session;
        let end = room.process.time();
        room.process.kill();
        drop(room);
        let found = recovered(&desk, MAP);
        let is_new = told.now.people.values().all(|it| it.name.is_empty());
        match found {
            Some(found) => {
                assert!(told.holds(&found), "seed {seed}, after {end:?}: {did:#?}\n{found:?}");
            }
            // Nothing was there yet two seconds ago.
            None => assert!(
                is_new || told.begun.is_none_or(|at| end < at + BEHIND),
                "seed {seed}: nothing is left of {:?}\n{did:#?}",
                told.now
            ),
        }
    }
    println!("{kills} kills, {in_calls} within a call, {in_files} of maps with a file; 0 lost");
}
