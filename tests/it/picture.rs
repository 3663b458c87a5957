//! The picture is part of what was said: it survives undo, redo, folding, themes and files.

use std::collections::BTreeMap;

use rode_draad::document::{ChildOf, Command, Document, Parents, PersonEdit, Shown};
use rode_draad::file;
use rode_draad::geometry::Point;
use rode_draad::i18n::Lang;
use rode_draad::model::{
    Bond, Date, FamilyMap, Gender, Name, PartialDate, Person, PersonId, PinnedAt,
};
use rode_draad::picture::{Pictures, picture_of};
use rode_draad::scene::View;
use rode_draad::theme::{Theme, ThemeName};

/// So many random days at the table.
const DAYS: u64 = 1_000;

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) as usize % limit
    }
}

fn view(theme: ThemeName) -> View {
    View::calm(Theme::of(theme), Lang::Nl, Date::parse("2026-11-21").expect("a date"))
}

/// An open map with its pictures.
struct Table {
    document: Document,
    pictures: Pictures,
    theme: ThemeName,
}

type Places = BTreeMap<PersonId, Point>;

impl Table {
    fn new(map: FamilyMap) -> Self {
        let (document, pictures) = (Document::new(map), Pictures::default());
        Self { document, pictures, theme: ThemeName::Light }
    }

    fn with_one() -> Self {
        let mut map = FamilyMap::default();
        let id = PersonId::new("p1").expect("an id");
        map.people.insert(id.clone(), Person::default().into());
        map.focus.push(id);
        map.next_id = 1;
        Self::new(map)
    }

    /// Looks at the map as it is.
    fn places(&mut self) -> Places {
        let anchor = self.document.map().focus.first().cloned();
        let map = self.document.shared_map();
        let shown = self.pictures.show(&map, &view(self.theme), anchor.as_ref());
        let layout = self.pictures.layout().expect("a picture");
        shown.cast.people.iter().cloned().zip(layout.people.iter().copied()).collect()
    }

    /// Who stands beside whom, row by row.
    fn rows(&mut self) -> Vec<Vec<PersonId>> {
        let places = self.places();
        let layout = self.pictures.layout().expect("a picture");
        let mut rows = vec![Vec::new(); layout.rows.len()];
        for ((id, at), row) in places.into_iter().zip(&layout.row_of) {
            rows[*row].push((at.x, id));
        }
        for row in &mut rows {
            row.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        rows.into_iter().map(|row| row.into_iter().map(|(_, id)| id).collect()).collect()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut map = self.document.map_to_save();
        map.view.seen = self.pictures.seen().clone();
        map.view.seen.retain(|id, _| map.people.contains_key(id));
        file::to_bytes(&map).expect("it saves")
    }

    fn somebody(&self, dice: &mut Dice) -> PersonId {
        let people = &self.document.map().people;
        people.keys().nth(dice.below(people.len())).expect("somebody").clone()
    }

    /// Does something; some of it may be refused.
    fn do_something(&mut self, dice: &mut Dice) {
        let who = self.somebody(dice);
        let gender = [Gender::Man, Gender::Woman, Gender::Unknown][dice.below(3)];
        let person = || Person { gender, ..Person::default() };
        let year = 1900 + 5 * dice.below(24) as i32;
        let document = &mut self.document;
        match dice.below(14) {
            0 => drop(document.add_parents(&who, Parents::Both)),
            1 => drop(document.add_parents(&who, Parents::One)),
            2 | 3 => drop(document.add_partner(&who, person())),
            4..=6 => drop(document.add_child(&ChildOf::Person(who), Bond::Birth, person())),
            7 => drop(document.add_sibling(&who, person())),
            8 => drop(document.add_twin(&who, person())),
            9 => {
                let name = ["Jo", "Wilhelmina van der Ploeg", "Anne-Marie Christina"];
                let edit = PersonEdit::Name(Name::called(name[dice.below(3)]));
                drop(document.execute(Command::EditPerson(who, edit)));
            }
            10 => {
                let edit = PersonEdit::Birth(PartialDate::in_year(year));
                drop(document.execute(Command::EditPerson(who, edit)));
            }
            11 => {
                let x = dice.below(900) as f64 - 300.25;
                drop(document.execute(Command::Pin(who, Some(PinnedAt { x }))));
            }
            12 => {
                let is_folded = document.map().view.folded.contains(&who);
                let shown = if is_folded { Shown::Yes } else { Shown::No };
                drop(document.execute(Command::SetFolded(who, shown)));
            }
            _ if 1 < document.map().people.len() => {
                drop(document.execute(Command::RemovePerson(who)));
            }
            _ => {}
        }
    }
}

/// Four tests, so that they share the processors.
#[test]
fn what_was_seen_survives_undo_redo_and_the_file() {
    check_days(0..DAYS / 4);
}

#[test]
fn what_was_seen_survives_undo_redo_and_the_file_2() {
    check_days(DAYS / 4..DAYS / 2);
}

#[test]
fn what_was_seen_survives_undo_redo_and_the_file_3() {
    check_days(DAYS / 2..DAYS * 3 / 4);
}

#[test]
fn what_was_seen_survives_undo_redo_and_the_file_4() {
    check_days(DAYS * 3 / 4..DAYS);
}

fn check_days(days: std::ops::Range<u64>) {
    for day in days {
        let mut dice = Dice(day + 1);
        let mut table = Table::with_one();
        let mut seen = vec![table.places()];
        for _ in 0..8 {
            let before = table.document.revision();
            table.do_something(&mut dice);
            if table.document.revision() != before {
                seen.push(table.places());
            }
        }
        let now = table.places();
        let mut again = Table::new(file::open(&table.bytes()).expect("it opens"));
        let text = String::from_utf8(table.bytes()).expect("text");
        check_near(&now, &again.places(), &format!("day {day}, opened again: {text}"));
        let again = String::from_utf8(again.bytes()).expect("text");
        assert_eq!(again, text, "day {day}: looking changes nothing in the file");
        for expected in seen.iter().rev().skip(1) {
            table.document.undo().expect("a step");
            assert_eq!(table.places(), *expected, "day {day}, undone");
        }
        for expected in seen.iter().skip(1) {
            table.document.redo().expect("a step");
            assert_eq!(table.places(), *expected, "day {day}, done again");
        }
    }
}

/// Everybody at the same place, the same rows below each other.
fn check_near(a: &Places, b: &Places, when: &str) {
    assert_eq!(a.len(), b.len(), "{when}");
    for (id, at) in a {
        let there = b.get(id).unwrap_or_else(|| panic!("{when}: {id} is gone"));
        assert!((at.x - there.x).abs() <= 1.0, "{when}: {id} stood at {at:?}, stands at {there:?}");
    }
}

#[test]
fn themes_in_turn_and_folds_give_the_picture_as_at_first() {
    for day in 0..60 {
        let mut dice = Dice(day + 7_000);
        let mut table = Table::with_one();
        for _ in 0..10 {
            table.do_something(&mut dice);
            table.places();
        }
        let first = table.places();
        for theme in [ThemeName::Projector, ThemeName::Mono, ThemeName::Projector] {
            table.theme = theme;
            table.places();
        }
        table.theme = ThemeName::Light;
        assert_eq!(table.places(), first, "day {day}, after other themes");
        let who = table.somebody(&mut dice);
        if !table.document.map().view.folded.contains(&who) {
            for shown in [Shown::No, Shown::Yes] {
                table.document.execute(Command::SetFolded(who.clone(), shown)).expect("it folds");
                table.places();
            }
            assert_eq!(table.places(), first, "day {day}, folded and unfolded");
        }
    }
}

#[test]
fn another_size_keeps_the_order() {
    for day in 0..60 {
        let mut dice = Dice(day + 9_000);
        let mut table = Table::with_one();
        for _ in 0..10 {
            table.do_something(&mut dice);
            table.places();
        }
        let light = table.rows();
        table.theme = ThemeName::Projector;
        assert_eq!(table.rows(), light, "day {day}");
        let map = file::open(&table.bytes()).expect("it opens");
        let mut again = Table::new(map);
        assert_eq!(again.rows(), light, "day {day}, saved in one size, opened in another");
    }
}

#[test]
fn no_places_in_a_file_can_break_a_picture() {
    let mut table = Table::with_one();
    let mut dice = Dice(42);
    while table.document.map().people.len() < 12 {
        table.do_something(&mut dice);
    }
    let map = FamilyMap::clone(table.document.map());
    let (_, good) = picture_of(&map, &view(ThemeName::Light));
    let spoil: [&dyn Fn(usize) -> f64; 6] = [
        &|_| 0.0,
        &|_| f64::NAN,
        &|_| 1e300,
        &|nth| if nth == 3 { 1e9 } else { 200.0 * nth as f64 },
        &|nth| 3.0 * nth as f64,
        &|nth| if nth % 2 == 0 { f64::NEG_INFINITY } else { -1e6 * nth as f64 },
    ];
    for (at, spoil) in spoil.iter().enumerate() {
        let mut map = map.clone();
        map.view.seen =
            map.people.keys().enumerate().map(|(nth, id)| (id.clone(), spoil(nth))).collect();
        let (cast, layout) = picture_of(&map, &view(ThemeName::Light));
        let width = layout.bounds.width();
        assert!(width <= 3.0 * good.bounds.width() + 400.0, "case {at}: {width} wide");
        for a in 0..layout.people.len() {
            for b in 0..a {
                let apart = (layout.people[a].x - layout.people[b].x).abs();
                let wide = (cast.family.people[a].size.w + cast.family.people[b].size.w) / 2.0;
                let same_row = layout.row_of[a] == layout.row_of[b];
                assert!(!same_row || wide <= apart + 0.02, "case {at}: two people in one place");
            }
        }
    }
}
