//! Takes a line apart: every word becomes part of the name, or of something that is said.

use super::words::{self, Care, Word};
use super::{Fact, settle};
use crate::model::{Date, Ending, OLDEST_EVER, PartialDate, age_at_words, date_at};

/// Some words of the line, and what they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// As they were typed.
    pub words: String,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// Part of the name.
    Name,
    /// Part of the name, though it looks as if it says something.
    Kept,
    /// Part of the name, as only a child can be this.
    OfAChild,
    /// Says these things.
    Facts(Vec<Fact>),
    /// An age, until it is known what it counts from.
    Age(u8),
    /// Marks of punctuation between what is said.
    Nothing,
}

/// Of whom a line is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Somebody who is a child of others here, and nothing more.
    Child,
    /// A partner, a parent, or somebody alone.
    Other,
}

struct Line<'a> {
    who: Who,
    raw: Vec<&'a str>,
    keys: Vec<String>,
    today: Date,
    pieces: Vec<Piece>,
}

/// The pieces of `text`, in its order.
pub(super) fn pieces(text: &str, who: Who, today: Date) -> Vec<Piece> {
    let raw = split(text);
    let keys = raw.iter().map(|word| key(word)).collect();
    let mut line = Line { who, raw, keys, today, pieces: Vec::new() };
    let mut at = 0;
    while at < line.keys.len() {
        let taken = line.take(at).max(1);
        at += taken;
    }
    let mut pieces = line.pieces;
    settle::ages(&mut pieces, today);
    settle::end(&mut pieces);
    settle::tidy(&mut pieces);
    pieces
}

/// The words of `text`; a mark or an opening bracket before a number begins a word of its own.
fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        loop {
            let cut = rest.char_indices().skip(1).find(|&(at, c)| {
                let next = rest.get(at + c.len_utf8()..).and_then(|it| it.chars().next());
                let number = next.is_some_and(|c| c.is_ascii_digit() || "±~<>†✝*°".contains(c));
                let after_bracket = rest.get(..at).is_some_and(|it| it.ends_with(['(', '[']));
                let opens =
                    matches!(c, '†' | '✝') || (matches!(c, '(' | '[' | '*' | '°') && number);
                opens && !after_bracket
            });
            let Some((at, _)) = cut else { break };
            let (before, after) = rest.split_at(at);
            found.push(before);
            rest = after;
        }
        // `1950,Kees` or `Piet,1983`
        match rest.split_once([',', ';']) {
            Some((a, b)) if !a.is_empty() && !b.is_empty() => found.extend([a, b]),
            _ => found.push(rest),
        }
    }
    found
}

/// A word in small letters without brackets and commas around it.
fn key(word: &str) -> String {
    let inner = word.trim_matches(['(', ')', '[', ']', ',', ';', ':']).to_lowercase();
    if inner.chars().all(|c| matches!(c, '-' | '–' | '—' | '/')) {
        "-".to_owned()
    } else {
        inner
    }
}

impl Line<'_> {
    fn push(&mut self, at: usize, taken: usize, what: What) -> usize {
        let end = (at + taken).min(self.raw.len());
        let words = self.raw.get(at..end).unwrap_or_default().join(" ");
        self.pieces.push(Piece { words, what });
        taken
    }

    fn key(&self, at: usize) -> &str {
        self.keys.get(at).map_or("", String::as_str)
    }

    fn rest(&self, at: usize) -> &[String] {
        self.keys.get(at..).unwrap_or_default()
    }

    fn date(&self, at: usize) -> Option<(PartialDate, usize)> {
        date_at(self.rest(at), self.today)
    }

    fn is_capital(&self, at: usize) -> bool {
        let first = self.raw.get(at).and_then(|word| word.chars().find(|c| c.is_alphabetic()));
        first.is_some_and(char::is_uppercase)
    }

    fn has_name(&self) -> bool {
        self.pieces.iter().any(|piece| piece.what == What::Name)
    }

    fn has_fact(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece.what, What::Facts(_)))
    }

    fn has_birth(&self) -> bool {
        let mut facts = self.pieces.iter().filter_map(|piece| match &piece.what {
            What::Facts(facts) => Some(facts),
            _ => None,
        });
        facts.any(|facts| facts.iter().any(|fact| matches!(fact, Fact::Born(_))))
    }

    /// Is the word at `at` in the middle of a name: straight after a word of it?
    fn follows_name(&self, at: usize) -> bool {
        0 < at && self.pieces.last().is_some_and(|piece| piece.what == What::Name)
    }

    /// Does more of a name stand at `at`?
    fn name_comes(&self, at: usize) -> bool {
        let key = self.key(at);
        let says = || words::at(self.rest(at)).is_some_and(|(_, care, _)| care == Care::Sure);
        let is_word = key.chars().next().is_some_and(char::is_alphabetic);
        is_word
            && (words::is_particle(key) || self.is_capital(at))
            && !says()
            && self.date(at).is_none()
    }

    /// Takes the words at `at` into a piece; how many.
    fn take(&mut self, at: usize) -> usize {
        if self.key(at) == "-" || self.key(at).is_empty() {
            return self.push(at, 1, What::Nothing);
        }
        if let Some(taken) = self.take_word(at) {
            return taken;
        }
        if let Some(taken) = self.take_glued(at) {
            return taken;
        }
        if let Some(taken) = self.take_life_span(at) {
            return taken;
        }
        if let Some(taken) = self.take_date(at) {
            return taken;
        }
        if let Some((age, taken)) = age_at_words(self.rest(at)) {
            return self.push(at, taken, What::Age(age));
        }
        if self.key(at) == "?" && !self.has_name() && !self.name_comes(at + 1) {
            return self.push(at, 1, What::Facts(vec![Fact::Unknown]));
        }
        let what = if self.is_odd(at) { What::Kept } else { What::Name };
        self.push(at, 1, what)
    }

    /// A word that stays in the name, but that somebody may have meant to say something with.
    fn is_odd(&self, at: usize) -> bool {
        let key = self.key(at);
        let small = !self.is_capital(at);
        let has_sign = key.chars().any(|c| c.is_ascii_digit() || "?†✝±~<>=°*".contains(c));
        let is_gender = matches!(words::at(self.rest(at)), Some((Word::Gender(_), ..)));
        let is_word = small
            && 0 < at
            && !(is_gender && self.name_comes(at + 1))
            && !words::is_particle(key)
            && (words::at(self.rest(at)).is_some() || self.has_fact() && self.has_name());
        has_sign || is_word
    }

    fn take_word(&mut self, at: usize) -> Option<usize> {
        let (word, care, taken) = words::at(self.rest(at))?;
        let dated = self.date(at + taken);
        if word == Word::Born
            && dated.is_none()
            && let Some(more) = self.birth_name(at, taken)
        {
            return Some(more);
        }
        let is_capital = self.is_capital(at);
        let after_particle = 0 < at && words::is_particle(self.key(at - 1));
        let is_whole_line = at == 0 && taken == self.keys.len();
        let says = match care {
            Care::Sure => true,
            Care::Mark => dated.is_some() && !(is_capital && self.follows_name(at)),
            Care::Loose => {
                let placed = if is_capital { self.has_fact() } else { self.has_name() };
                // Before a name, with a date: "ex 2010", but not "Ex 2010".
                let first = !is_capital && dated.is_some() && !matches!(word, Word::Gender(_));
                let here = (placed && !after_particle) || first || self.has_fact();
                here && !self.name_comes(at + taken)
            }
        };
        if !says {
            // "Dochter" alone: that is what she is called, and it says that she is one.
            if let Word::Gender(gender) = word
                && 1 < self.key(at).chars().count()
                && at == 0
                && (is_whole_line || !self.name_comes(at + 1) && self.says_rest(at + 1))
            {
                self.push(at, 1, What::Name);
                let facts = What::Facts(vec![Fact::Gender(gender)]);
                self.pieces.push(Piece { words: String::new(), what: facts });
                return Some(1);
            }
            return None;
        }
        if matches!(word, Word::Life(life) if life == crate::model::LifeCourse::Abortion
            || life == crate::model::LifeCourse::Pregnancy && is_of_mother(self.key(at)))
            && self.has_name()
        {
            // "Anna zwanger": she is; she is not a child who is expected.
            return Some(self.push(at, taken, What::Kept));
        }
        if matches!(word, Word::Life(_)) && self.who == Who::Other {
            // What comes behind it is read as if it were not there.
            return Some(self.push(at, taken, What::OfAChild));
        }
        let (facts, more) = self.facts(word, at, taken, dated);
        Some(self.push(at, taken + more, What::Facts(facts)))
    }

    /// Are all words from `at` dates and what is said, and none of them a name?
    fn says_rest(&self, at: usize) -> bool {
        let mut at = at;
        while at < self.keys.len() {
            let word = words::at(self.rest(at)).map(|(_, _, taken)| taken);
            let Some(taken) = word.or_else(|| self.date(at).map(|(_, taken)| taken)) else {
                return false;
            };
            at += taken.max(1);
        }
        true
    }

    /// What `word` says, with the date after it; how many words the date has.
    fn facts(
        &self,
        word: Word,
        at: usize,
        taken: usize,
        dated: Option<(PartialDate, usize)>,
    ) -> (Vec<Fact>, usize) {
        let (date, more) = match dated {
            Some((date, more)) => (Some(date), more),
            None => (None, 0),
        };
        match word {
            Word::Gender(gender) => (vec![Fact::Gender(gender)], 0),
            Word::Born => (date.map(Fact::Born).into_iter().collect(), more),
            Word::Died => (vec![Fact::Died(date)], more),
            Word::Life(life) => {
                let born = date.map(Fact::Born);
                ([Fact::Life(life)].into_iter().chain(born).collect(), more)
            }
            Word::Union(kind) => match self.span(at + taken, dated) {
                Some((from, until, more)) => {
                    (vec![Fact::Union(kind, Some(from)), Fact::Until(until)], more)
                }
                None => (vec![Fact::Union(kind, date)], more),
            },
            Word::End(ending) => (vec![Fact::End(ending, date)], more),
            Word::Widowed(gender) => {
                let end = Fact::End(Some(Ending::Death), date);
                ([end].into_iter().chain(gender.map(Fact::Gender)).collect(), more)
            }
            Word::Again => (vec![Fact::Again(date)], more),
            Word::Bond(bond, gender) => {
                // A bare year after it is the birth, unless that was said before.
                let is_since = matches!(self.key(at + taken), "sinds" | "since" | "vanaf" | "from");
                let date = date.filter(|_| is_since || self.has_birth());
                let more = if date.is_some() { more } else { 0 };
                let gender = gender.map(Fact::Gender);
                ([Fact::Bond(bond, date)].into_iter().chain(gender).collect(), more)
            }
            Word::Twin(kind, gender) => {
                let gender = gender.map(Fact::Gender);
                ([Fact::Twin(kind)].into_iter().chain(gender).collect(), 0)
            }
        }
    }

    /// "1966-1986" or "1966 - 1986", from one year until another, and how many words that is. "Tussen
    /// 1966 en 1970" is one moment that is not known better.
    fn span(
        &self,
        at: usize,
        dated: Option<(PartialDate, usize)>,
    ) -> Option<(PartialDate, PartialDate, usize)> {
        let (date, taken) = dated?;
        if !self.key(at).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (from, until, taken) = match date {
            PartialDate::Between(a, b) => (PartialDate::Exactly(a), PartialDate::Exactly(b), taken),
            from if self.key(at + taken) == "-" => {
                let (until, more) = self.date(at + taken + 1)?;
                (from, until, taken + 1 + more)
            }
            _ => return None,
        };
        (from.year() < until.year()).then_some((from, until, taken))
    }

    /// "Jo Jansen geb. de Wit": the name at birth. Takes it with `marks` words before it.
    fn birth_name(&mut self, at: usize, marks: usize) -> Option<usize> {
        let from = at + marks;
        let is_mark = !(self.is_capital(at) && self.follows_name(at)) && self.has_name();
        if !is_mark || !self.name_comes(from) {
            return None;
        }
        let mut end = from;
        while end < self.keys.len() && self.name_comes(end) {
            end += 1;
        }
        let name = self.raw.get(from..end).unwrap_or_default().join(" ");
        let name = name.trim_matches(['(', ')', ',', ';']).to_owned();
        Some(self.push(at, end - at, What::Facts(vec![Fact::BirthName(name)])))
    }

    /// `†1999`, `ex2010`, `geb.1983`.
    fn take_glued(&mut self, at: usize) -> Option<usize> {
        let (word, date) = words::GLUED.iter().find_map(|(mark, word)| {
            let rest = self.key(at).strip_prefix(mark)?;
            let (date, _) = date_at(&[rest.to_owned()], self.today)?;
            rest.starts_with(|c: char| c.is_ascii_digit() || "±~<>".contains(c))
                .then_some((*word, date))
        })?;
        let (facts, _) = self.facts(word, at, 1, Some((date, 0)));
        Some(self.push(at, 1, What::Facts(facts)))
    }

    /// `1930-1999`, `±1930–1999`, `3-5-1930 - 4-6-1999`, `1930 tot 1999`.
    fn take_life_span(&mut self, at: usize) -> Option<usize> {
        let lone = |text: &str| {
            let has_year = 4 <= text.bytes().filter(u8::is_ascii_digit).count();
            let (date, _) = date_at(&[text.to_owned()], self.today)?;
            (has_year && !matches!(date, PartialDate::Between(..))).then_some(date)
        };
        let key = self.key(at);
        let in_one =
            key.split_once(['–', '-']).and_then(|(born, died)| Some((lone(born)?, lone(died)?, 1)));
        let in_three = || {
            (self.key(at + 1) == "-").then_some(())?;
            Some((lone(key)?, lone(self.key(at + 2))?, 3))
        };
        let in_words = || match self.date(at)? {
            (PartialDate::Between(born, died), taken) if born.year() + 20 < died.year() => {
                Some((PartialDate::Exactly(born), PartialDate::Exactly(died), taken))
            }
            _ => None,
        };
        let (born, died, taken) = in_one.or_else(in_three).or_else(in_words)?;
        let facts = vec![Fact::Born(born), Fact::Died(Some(died))];
        Some(self.push(at, taken, What::Facts(facts)))
    }

    /// Is a date at `at` that of something else than the birth: "Riet verhuisd 2001", "Jaap gestorven in
    /// Assen 1944"? Whoever writes names with capitals writes what happened without.
    fn is_about_something_else(&self, at: usize) -> bool {
        let last = self.pieces.last().map(|piece| &piece.what);
        let (Some(What::Name | What::Kept), Some(before)) = (last, at.checked_sub(1)) else {
            return false;
        };
        let is_word = self.key(before).chars().next().is_some_and(char::is_alphabetic)
            && !self.is_capital(before)
            // "Riet van de berg"
            && ![before, before.saturating_sub(1)].iter().any(|it| words::is_particle(self.key(*it)));
        let undated = |piece: &Piece| {
            let What::Facts(facts) = &piece.what else { return false };
            let last = facts.last();
            matches!(last, Some(Fact::Died(None) | Fact::Union(_, None) | Fact::End(_, None)))
        };
        (is_word && 0 < before && self.is_capital(0)) || self.pieces.iter().any(undated)
    }

    fn take_date(&mut self, at: usize) -> Option<usize> {
        let (date, taken) = self.date(at)?;
        let first = self.key(at).to_owned();
        let begins_with_word = first.chars().next().is_some_and(char::is_alphabetic);
        if begins_with_word && self.is_capital(at) && 0 < at && self.follows_name(at) {
            // "Mark van Na 1950", "Anna May 1999"
            return None;
        }
        let is_bare_month = taken == 2 && words::is_name_too(&first);
        if is_bare_month && (first == "jan" || self.is_capital(at) || !self.has_name()) {
            return None;
        }
        if at == 0 && begins_with_word && self.is_capital(at) && words::is_name_too(&first) {
            return None;
        }
        if self.is_about_something_else(at) {
            return Some(self.push(at, taken, What::Kept));
        }
        let believed = (1000..2200).contains(&date.year());
        let is_since = matches!(first.as_str(), "sinds" | "since" | "vanaf");
        if !believed || is_since {
            return Some(self.push(at, taken, What::Kept));
        }
        let is_death = !begins_with_word && self.is_death_after_birth(date, at + taken);
        let fact = if is_death { Fact::Died(Some(date)) } else { Fact::Born(date) };
        Some(self.push(at, taken, What::Facts(vec![fact])))
    }

    /// "Anna 1936 1999": a bare date straight after the birth, with nothing to say what it is of. It is
    /// a death where it can end that life, and no word before or after it (`next`) may want it: a
    /// marriage, a bond, a child who was expected. A death that nobody meant is worse than a number
    /// that stays in the name.
    fn is_death_after_birth(&self, date: PartialDate, next: usize) -> bool {
        let mut said = self.pieces.iter().flat_map(|piece| match &piece.what {
            What::Facts(facts) => facts.as_slice(),
            _ => &[],
        });
        let is_beside = |fact: &Fact| {
            matches!(fact, Fact::Born(_) | Fact::Gender(_) | Fact::BirthName(_) | Fact::Twin(_))
        };
        if !said.all(is_beside) {
            return false;
        }
        let mut back = self.pieces.iter().rev().filter(|piece| match &piece.what {
            What::Facts(facts) => !facts.iter().all(|fact| matches!(fact, Fact::Gender(_))),
            what => *what != What::Nothing,
        });
        let Some(What::Facts(before)) = back.next().map(|piece| &piece.what) else { return false };
        let Some(Fact::Born(born)) = before.iter().find(|fact| matches!(fact, Fact::Born(_)))
        else {
            return false;
        };
        let years = date.year() - born.year();
        let can_end_it = (1..=OLDEST_EVER).contains(&years) && date.year() <= self.today.year();
        let is_lone = |date: &PartialDate| !matches!(date, PartialDate::Between(..));
        let wanted = words::at(self.rest(next)).is_some_and(|(word, _, taken)| {
            let is_beside = matches!(word, Word::Gender(_) | Word::Twin(..) | Word::Born);
            !is_beside && self.date(next + taken).is_none()
        });
        can_end_it && is_lone(&date) && is_lone(born) && !wanted
    }
}

/// Words that are said of the mother, not of the child.
fn is_of_mother(key: &str) -> bool {
    ["zwanger", "zwangerschap", "in", "expecting", "pregnant", "pregnancy"].contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Gender;

    fn of(line: &str) -> Vec<Piece> {
        pieces(line, Who::Child, Date::parse("2026-11-21").expect("a date"))
    }

    fn facts(pieces: &[Piece]) -> Vec<Fact> {
        let facts = pieces.iter().filter_map(|piece| match &piece.what {
            What::Facts(facts) => Some(facts.clone()),
            _ => None,
        });
        facts.flatten().collect()
    }

    /// The date of something else is no birth: it stays beside its words, and that is said.
    #[test]
    fn the_date_of_something_else_is_no_birth() {
        for line in [
            "Riet verhuisd 2001",
            "Riet ging weg 2001",
            "Jaap gestorven in Assen 1944",
            "Jaap overleden in de oorlog 1944",
            "Toos getrouwd met Jan 1950",
            "Toos gescheiden van Jan 1960",
            "Toos moved 3 May 1999",
        ] {
            let pieces = of(line);
            assert!(!facts(&pieces).iter().any(|it| matches!(it, Fact::Born(_))), "{line}");
            let last = pieces.last().expect("a piece");
            assert!(last.what == What::Kept && line.ends_with(&last.words), "{line}: {last:?}");
        }
    }

    #[test]
    fn other_words_of_life_and_death_are_understood() {
        let year = |year| PartialDate::in_year(year);
        let born = |of| Fact::Born(year(of).expect("a year"));
        for (line, fact) in [
            ("Riet overleed 2001", Fact::Died(year(2001))),
            ("Riet stierf in 2001", Fact::Died(year(2001))),
            ("Jack killed 1944", Fact::Died(year(1944))),
            ("riet jansen 2001", born(2001)),
            ("Riet van de berg 2001", born(2001)),
            ("Oma Toos 1930", born(1930)),
            ("Riet tweelingzus 2001", Fact::Gender(Gender::Woman)),
            ("Tom twin brother", Fact::Gender(Gender::Man)),
        ] {
            let found = facts(&of(line));
            assert!(found.contains(&fact), "{line}: {found:?}");
        }
    }
}
