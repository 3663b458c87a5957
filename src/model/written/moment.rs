//! Reads when something began in a life: a date, an age, a part of life. And says it back.

use super::super::{Age, Date, LifePhase, MAX_AGE, Moment};
use super::words::{self, Doubt, Phase};
use super::{date_at, lower_words, whole};
use crate::i18n::{Message, Texts};

impl Moment {
    /// Reads an age (`19`, `19 jaar`, `op mijn 19e`, `rond 19`, `tussen 17 en 19`), a part of life
    /// (`als tiener`, `as a child`, `later`) or a date
    /// ([`PartialDate::from_typed`](super::super::PartialDate::from_typed)).
    #[must_use]
    pub fn from_typed(text: &str, today: Date) -> Option<Self> {
        let words = lower_words(text);
        age_of(&words)
            .map(Self::AtAge)
            .or_else(|| phase_of(&words))
            .or_else(|| whole(date_at, &words, today).map(Self::On))
    }

    /// The moment in a sentence: "maart 2026", not "3-2026".
    #[must_use]
    pub fn in_a_sentence(self, texts: Texts) -> String {
        match self {
            Self::On(date) => date.in_words(texts),
            other => other.in_words(texts),
        }
    }

    /// The moment in the language of the interface; [`Self::from_typed`] reads it back.
    #[must_use]
    pub fn in_words(self, texts: Texts) -> String {
        let years = |age: u8| texts.say(&Message::new("age-years").count("age", age.into()));
        match self {
            Self::On(date) => date.to_string(),
            Self::AtAge(Age::Exactly(age)) => years(age),
            Self::AtAge(Age::About(age)) => {
                texts.say(&Message::new("age-about").arg("age", years(age)))
            }
            Self::AtAge(Age::Between(a, b)) => {
                texts.say(&Message::new("age-between").arg("a", a).arg("b", b))
            }
            Self::In(LifePhase::Child) => texts.get("phase-child"),
            Self::In(LifePhase::Teenager) => texts.get("phase-teenager"),
            Self::In(LifePhase::Later) => texts.get("phase-later"),
        }
    }
}

/// An age at the beginning of `words`, said as one: `66 jaar`, `aged 19`, `66 j`. How many words.
#[must_use]
pub fn age_at_words(words: &[String]) -> Option<(u8, usize)> {
    let word = |at: usize| words.get(at).map(String::as_str);
    let number = |at: usize| word(at).and_then(bare_age);
    let is_unit = |at| {
        let units = ["jaar", "jr", "jr.", "j", "j.", "years", "year", "yrs", "y"];
        word(at).is_some_and(|it| units.contains(&it))
    };
    if matches!(word(0)?, "aged" | "age" | "leeftijd") {
        return Some((number(1)?, 2 + usize::from(is_unit(2))));
    }
    let glued = ["jaar", "jr", "j", "y"].iter().find_map(|unit| word(0)?.strip_suffix(unit));
    let (age, taken) = match glued.and_then(bare_age) {
        Some(age) => (age, 1),
        None if is_unit(1) => (number(0)?, 2),
        None => return None,
    };
    let is_old = word(taken).is_some_and(|it| matches!(it, "oud" | "old" | "geworden"));
    Some((age, taken + usize::from(is_old)))
}

fn bare_age(word: &str) -> Option<u8> {
    let is_number = (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let age: u8 = is_number.then(|| word.parse().ok()).flatten()?;
    (i32::from(age) <= MAX_AGE).then_some(age)
}

/// `19`, `19e`, `19th`, `19-jarige`, `zeven`.
fn age(word: &str) -> Option<u8> {
    let ends = ["-jarige", "jaar", "ste", "de", "e", "st", "nd", "rd", "th", "jr", "j"];
    let number = ends.iter().find_map(|end| bare_age(word.strip_suffix(end)?));
    number.or_else(|| bare_age(word)).or_else(|| words::small_number(word))
}

fn age_of(all: &[String]) -> Option<Age> {
    let around = |word: &&str| words::AROUND_AGE.contains(word);
    let words: Vec<&str> = all.iter().map(String::as_str).collect();
    // "of" is a choice between two ages in Dutch, and nothing in "the age of 19".
    let middle = |link: &str| matches!(link, "en" | "and" | "tot" | "to" | "of" | "or" | "t/m");
    let numbers: Vec<usize> =
        (0..words.len()).filter(|at| words.get(*at).is_some_and(|it| age(it).is_some())).collect();
    let at = |index: usize| words.get(index).copied().and_then(age);
    let is_around = |words: &[&str]| words.iter().all(around);
    match numbers.as_slice() {
        [only] => {
            let (before, after) = (words.get(..*only)?, words.get(only + 1..)?);
            let (doubt, before) = match before.split_first() {
                Some((first, rest)) if words::doubt(first).is_some() => (words::doubt(first), rest),
                _ => (None, before),
            };
            if !(is_around(before) && is_around(after)) {
                return None;
            }
            let age = at(*only)?;
            match doubt {
                None => Some(Age::Exactly(age)),
                Some(Doubt::About) => Some(Age::About(age)),
                Some(Doubt::Before) => Some(Age::Between(0, age)),
                Some(Doubt::After) => None,
            }
        }
        [from, to] => {
            let before = words.get(..*from)?;
            let before = match before.split_first() {
                Some((&("tussen" | "between" | "van" | "from"), rest)) => rest,
                _ => before,
            };
            let between: Vec<&str> = words.get(from + 1..*to)?.to_vec();
            let links = between.iter().filter(|it| middle(it)).count();
            let rest: Vec<&str> = between.into_iter().filter(|it| !middle(it)).collect();
            let fits = links == 1 && is_around(before) && is_around(&rest);
            (fits && is_around(words.get(to + 1..)?)).then_some(())?;
            Some(Age::Between(at(*from)?, at(*to)?))
        }
        [] => {
            let rest: Vec<&str> = words.iter().copied().filter(|word| !around(word)).collect();
            let [only] = rest.as_slice() else { return None };
            if let Some(about) = ["±", "~"].iter().find_map(|mark| only.strip_prefix(mark)) {
                return age(about).map(Age::About);
            }
            if let Some(about) = only.strip_suffix('?') {
                return age(about).map(Age::About);
            }
            let (from, to) = only.split_once(['-', '–'])?;
            Some(Age::Between(age(from)?, age(to)?))
        }
        _ => None,
    }
}

fn phase_of(words: &[String]) -> Option<Moment> {
    let rest: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !words::AROUND_PHASE.contains(word))
        .collect();
    let [only] = rest.as_slice() else { return None };
    // "in the fifties" is a time, "in my fifties" an age.
    let is_time = words.iter().any(|word| word == "the" || word == "de");
    match words::phase(only)? {
        Phase::Of(phase) => Some(Moment::In(phase)),
        Phase::Ages(from, to) if from == to => Some(Moment::AtAge(Age::Exactly(from))),
        Phase::Ages(20.., _) if is_time => None,
        Phase::Ages(from, to) => Some(Moment::AtAge(Age::Between(from, to))),
    }
}
