//! Line 4: how old people were when it began.

use super::speaker::{Row, Speaker, whole, words};
use super::{MAX_NAMES, MAX_WORDS};
use crate::i18n::Message;

/// Said one by one; more are said as one range.
const APART: usize = 3;

impl<P: Clone + PartialEq> Speaker<'_, P> {
    /// "Opa Wim was 30 toen de schulden begonnen. Je moeder was 23, jij 19."
    pub(super) fn ages(&self, people: &[(P, i32)], all: &[P]) -> Vec<String> {
        let Some(when) = &self.words.when else { return Vec::new() };
        let when = when.of(self.lang());
        let ages = people.iter().map(|(_, age)| *age);
        let (Some(low), Some(high)) = (ages.clone().min(), ages.max()) else { return Vec::new() };
        let everybody: Vec<P> = people.iter().map(|(person, _)| person.clone()).collect();
        if 1 < people.len() && low == high {
            let row = self.row_of(&everybody, all);
            let n = if row.names < people.len() { 0 } else { people.len() };
            let message = Message::new("say-ages-equal").count("n", n).arg("age", low);
            return vec![self.say_message(message.arg("when", when), &row)];
        }
        if APART < people.len() && high - low <= 1 {
            let message = Message::new("say-ages-about").arg("low", low).arg("high", high);
            let row = self.row_of(&everybody, all);
            return vec![self.say_message(message.arg("when", when), &row)];
        }
        self.one_by_one(people, when)
    }

    /// Who was just named as a whole is "jullie" or "zij".
    fn row_of(&self, people: &[P], all: &[P]) -> Row {
        let is_all = people.len() == all.len() && people.iter().all(|person| all.contains(person));
        if is_all && (MAX_NAMES <= people.len()) {
            self.again(people, self.fullness())
        } else {
            self.row(people, self.fullness())
        }
    }

    /// The first with the whole sentence, the others behind it, as far as they fit.
    fn one_by_one(&self, people: &[(P, i32)], when: &str) -> Vec<String> {
        let mut rows = people.chunk_by(|a, b| a.1 == b.1).filter_map(|same| {
            let together: Vec<P> = same.iter().map(|(person, _)| person.clone()).collect();
            Some((self.row(&together, self.fullness()), same.first()?.1))
        });
        let Some((first, age)) = rows.next() else { return Vec::new() };
        let message = Message::new("say-age").arg("age", age).arg("when", when);
        let mut said = vec![self.say_message(message, &first)];
        let mut open: Option<String> = None;
        for (row, age) in rows {
            let longer = open.as_ref().map(|text| format!("{text}, {} {age}", row.text));
            match longer.filter(|text| words(text) <= MAX_WORDS) {
                Some(text) => open = Some(text),
                None => {
                    said.extend(open.take().map(|text| whole(&format!("{text}."))));
                    open =
                        Some(self.say_message(Message::new("say-age-next").arg("age", age), &row));
                }
            }
        }
        said.extend(open.map(|text| whole(&format!("{text}."))));
        said
    }
}
