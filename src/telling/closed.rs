//! The closed card: two sentences, so that good news can be the second.

use super::card::{Line, Told};
use super::speaker::{whole, words};
use super::{Fullness, MAX_WORDS, MOST_WORDS, Subject, What};
use crate::catalogue::phrases::FirstNow;
use crate::i18n::{Lang, Message};

impl<P: Clone + PartialEq> Told<'_, P> {
    /// Two sentences: who has it, and the first good one of line 2, else the question.
    pub(super) fn closed(&self, lines: &[(Line, Vec<String>)]) -> Vec<String> {
        let first = |line: Line| {
            lines.iter().find(|(it, _)| *it == line).and_then(|(_, said)| said.first().cloned())
        };
        let is_tie =
            self.card.words.pair.is_some() || self.card.words.theme.starts_with("contact(");
        // Who lives must not fall off behind the dead who got out too.
        let all_out = self.all_out(Fullness::Grouped);
        let otherwise = all_out.or_else(|| self.otherwise(Fullness::Grouped).into_iter().next());
        let mut said = match self.first_now() {
            Some(text) => vec![text],
            None if is_tie => first(Line::Who).into_iter().collect(),
            None if otherwise.is_none() => self.who_grouped(),
            None => self.who_in_one(),
        };
        if said.is_empty() {
            // Only children have it, or only who stands beside the line: a card says whom it is about.
            let lines = [Line::Children, Line::Around, Line::Who];
            said.extend(lines.into_iter().find_map(first));
        }
        match otherwise {
            Some(otherwise) => said.push(otherwise),
            None if said.len() < 2 => said.extend(first(Line::Question)),
            None => {}
        }
        said
    }

    /// Everybody who has or had it, in two sentences at most.
    fn who_grouped(&self) -> Vec<String> {
        let (has, had) = (self.people(Line::Who, &What::Has), self.people(Line::Who, &What::Had));
        self.has_and_had(&has, &had, Fullness::Grouped)
    }

    /// The same in one sentence, so that good news can be the second.
    fn who_in_one(&self) -> Vec<String> {
        let said = self.who_grouped();
        let [first, second] = said.as_slice() else { return said };
        let one = self.in_one(first, second);
        if words(&one) <= MOST_WORDS {
            return vec![one];
        }
        // The groups of who has it as a number, so that nobody falls off.
        let (has, had) = (self.people(Line::Who, &What::Has), self.people(Line::Who, &What::Had));
        let said = self.has_and_had(&has, &had, Fullness::Counted);
        match said.as_slice() {
            [_, second] => vec![self.in_one(first, second)],
            _ => vec![one],
        }
    }

    /// "Eerst had opa Wim schulden, nu je ouders, Danny en jij."
    fn first_now(&self) -> Option<String> {
        let words = self.card.words;
        let is_free = self.card.first_now && words.first_now != FirstNow::Never;
        let (has, had) = (self.people(Line::Who, &What::Has), self.people(Line::Who, &What::Had));
        let youngest = had.iter().map(|it| self.generation(it)).max();
        let eldest = has.iter().map(|it| self.generation(it)).min();
        if !is_free || has.is_empty() || had.is_empty() || eldest <= youngest {
            return None;
        }
        let speaker = &self.speaker;
        let past = speaker.row(&had, Fullness::Grouped);
        let predicate = speaker.predicate(&past, self.then());
        let past = match speaker.lang() {
            Lang::Nl => {
                let (verb, rest) = predicate.split_once(' ').unwrap_or((&predicate, ""));
                format!("{verb} {} {rest}", past.text)
            }
            Lang::En => format!("{} {predicate}", past.text),
        };
        let now = speaker.row(&has, Fullness::Grouped).text;
        let message = Message::new("say-first-now").arg("past", past.trim()).arg("now", now);
        Some(whole(&speaker.texts.say(&message))).filter(|text| self::words(text) <= MAX_WORDS)
    }

    /// "Oma Tine was vaak bang, en Bianca is dat nog."
    fn in_one(&self, first: &str, second: &str) -> String {
        let (has, had) = (self.people(Line::Who, &What::Has), self.people(Line::Who, &What::Had));
        let all = [has.as_slice(), &had].concat();
        let ways = [Fullness::Grouped, Fullness::Counted, self.speaker.fullness()];
        let called: Vec<Subject> = [has, had, all]
            .iter()
            .flat_map(|it| ways.map(|how| (it, how)))
            .flat_map(|(it, how)| self.speaker.people.called(it, how))
            .collect();
        // A name keeps its capital; a word for kin has one only at the beginning.
        let begins = |name: &str| {
            let small = name.chars().next().is_some_and(char::is_lowercase);
            small && whole(name).split(' ').next() == second.split(' ').next()
        };
        let second = match (self.speaker.lang(), second.strip_prefix("And ")) {
            (Lang::En, Some(rest)) => rest.to_owned(),
            _ if called.iter().any(|it| begins(&it.name)) => {
                let mut letters = second.chars();
                letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
            }
            _ => second.to_owned(),
        };
        let message = Message::new("say-and").arg("first", first.trim_end_matches('.'));
        self.speaker.texts.say(&message.arg("second", second))
    }
}
