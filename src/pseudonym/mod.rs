//! A copy of a map for training: nobody's name, place or words, and other years.
//!
//! What was written in own words goes as it goes where names are invented ([`crate::shown::named`]); what
//! is hidden is left out; every id is a new one; every date loses its day and moves, or becomes a decade.
//! It works on the fields of the file, all of them alike, so that a new date cannot be forgotten.
//!
//! It is no proof that nobody can be recognised: the shape of a family can be known by heart. What is rare
//! in it is said ([`Report`]).

mod rare;
mod years;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::file::records::{is_of_words, records, rename};
use crate::file::{OpenError, from_value, to_value};
use crate::i18n::{Lang, Message};
use crate::model::{Date, FamilyMap, ViewState, broken};
use crate::shown::{Names, Opened, named, without_hidden};

pub use rare::Rare;
pub use years::Years;

/// The letters with which the new ids of a list begin, by its name in the file.
const LETTERS: [(&str, char); 10] = [
    ("people", 'p'),
    ("unions", 'u'),
    ("twins", 't'),
    ("relations", 'r'),
    ("households", 'h'),
    ("supports", 'o'),
    ("goals", 'g'),
    ("own_kinds", 'w'),
    ("entries", 'e'),
    ("strengths", 'k'),
];

/// What stays in the copy, what went, and what may give the family away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many people are in it.
    pub n_people: usize,
    /// How many problems and strengths stay, in words of the catalogue.
    pub n_things: usize,
    /// How many things that are hidden were left out.
    pub n_left_out: usize,
    /// What is rare in the shape of this family.
    pub rare: Vec<Rare>,
    /// What became of the years.
    pub years: Years,
}

impl Report {
    /// The report in sentences.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let stays = Message::new("pseudonym-stays").count("n", self.n_people);
        let mut said = vec![stays.count("things", self.n_things), self.years.message()];
        if self.n_left_out > 0 {
            said.push(Message::new("pseudonym-left-out").count("n", self.n_left_out));
        }
        said.extend(self.rare.iter().map(Rare::message));
        said.push(Message::new("pseudonym-shape"));
        said
    }
}

/// Why no copy could be made. The map is as it was.
#[derive(Debug)]
pub enum Fault {
    /// The map holds what no file can hold.
    Unwritable(serde_json::Error),
    /// What came out is no sound map: a fault of the program, and nothing is written.
    Unsound(Option<OpenError>),
}

impl Fault {
    /// What to say of it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unwritable(_) | Self::Unsound(_) => Message::new("pseudonym-fault"),
        }
    }
}

/// A copy of `map` for training, on which it is `today` where the map says no day, and what of it remains.
///
/// # Errors
/// When the map cannot be written to a file, or what comes out would not be sound.
pub fn pseudonymised(
    map: &FamilyMap,
    years: Years,
    (lang, today): (Lang, Date),
) -> Result<(FamilyMap, Report), Fault> {
    let seen = without_hidden(map, Catalogue::builtin(), &Opened::private());
    let n_left_out = n_things(map).saturating_sub(n_things(&seen));
    let mut bare = named(&seen, Names::Invented, lang).into_owned();
    bare.today = Some(map.today_or(today));
    bare.throw_away = None;
    bare.unread.clear();
    bare.marks.clear();
    bare.view = ViewState { rules: bare.view.rules, ..ViewState::default() };
    let mut value = to_value(&bare).map_err(Fault::Unwritable)?;
    number_anew(&mut value);
    change_dates(&mut value, years);
    let copy = from_value(value).map_err(|why| Fault::Unsound(Some(why)))?;
    if !broken(&copy).is_empty() {
        return Err(Fault::Unsound(None));
    }
    let report = Report {
        n_people: copy.people.len(),
        n_things: n_things(&copy),
        n_left_out,
        rare: rare::of(&copy),
        years,
    };
    Ok((copy, report))
}

/// Problems and strengths, wherever they are.
fn n_things(map: &FamilyMap) -> usize {
    let of_people = map.people.values().map(|it| it.entries.len() + it.strengths.len());
    let of_unions = map.unions.values().map(|it| it.entries.len() + it.strengths.len());
    let of_homes = map.households.values().map(|it| it.entries.len() + it.strengths.len());
    let of_lines = map.relations.values().map(|it| 1 + it.entries.len());
    of_people.chain(of_unions).chain(of_homes).chain(of_lines).sum()
}

/// Gives everything another id: one can be a name.
fn number_anew(map: &mut Value) {
    let mut new = BTreeMap::new();
    let mut next = 0_u64;
    for (list, id) in records(map).into_keys() {
        // What the catalogue calls so is the same in every map.
        let catalogue = Catalogue::builtin();
        if catalogue.kind(&id).is_some() || catalogue.strength(&id).is_some() {
            continue;
        }
        let letter = LETTERS.iter().find(|(name, _)| *name == list).map_or('x', |(_, it)| *it);
        next += 1;
        new.insert(id, format!("{letter}-{next}"));
    }
    rename(map, &new);
    if let Some(fields) = map.as_object_mut() {
        fields.insert("next_id".to_owned(), (next + 1).into());
    }
}

/// Changes every date and age that stands anywhere in `map` but in words.
fn change_dates(map: &mut Value, years: Years) {
    let mut open: Vec<&mut Value> = vec![map];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list),
            Value::Object(fields) => {
                for day in years::DAYS {
                    if let Some(Value::String(text)) = fields.get_mut(day) {
                        *text = years.day(text).unwrap_or_default();
                    }
                }
                for (_, inside) in fields.iter_mut().filter(|(field, _)| {
                    !is_of_words(field) && !years::DAYS.contains(&field.as_str())
                }) {
                    open.push(inside);
                }
            }
            Value::String(text) => {
                if let Some(changed) = years.moment(text) {
                    *text = changed;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
