//! Reads a date from the beginning of a row of words.

use super::super::{Date, PartialDate};
use super::words::{self, Doubt};

/// A date, and how many words it took.
type Taken = Option<(PartialDate, usize)>;

/// The date that `words` begin with, and how many of them it takes.
///
/// `mei 1999`, `in de jaren 50`, `tussen 1950 en 1955`, `3 jaar geleden`. The words are in lower
/// case; `today` is what "geleden" counts from.
#[must_use]
pub fn date_at(words: &[String], today: Date) -> Taken {
    let leads = words.iter().take_while(|word| words::LEADS.contains(&word.as_str())).count();
    let rest = words.get(leads..)?;
    let (date, taken) = vague(rest, today).or_else(|| ago(rest, today))?;
    Some((date, leads + taken))
}

fn vague(words: &[String], today: Date) -> Taken {
    let first = words.first()?.as_str();
    if matches!(first, "tussen" | "between" | "van") {
        return two(words.get(1..)?, today).map(|(date, taken)| (date, taken + 1));
    }
    if let Some(doubt) = words::doubt(first) {
        let (date, taken) = date_at(words.get(1..)?, today)?;
        return Some((doubted(doubt, date)?, taken + 1));
    }
    two(words, today).or_else(|| plain(words))
}

/// `1950 en 1955`, `3 mei 1950 tot juni 1951`, `1950 of 1951`.
fn two(words: &[String], _today: Date) -> Taken {
    let (PartialDate::Exactly(from), taken) = plain(words)? else { return None };
    let link = words.get(taken)?.as_str();
    if !matches!(link, "en" | "and" | "tot" | "to" | "t/m" | "of" | "or" | "..") {
        return None;
    }
    let (PartialDate::Exactly(to), more) = plain(words.get(taken + 1..)?)? else { return None };
    Some((PartialDate::Between(from, to), taken + 1 + more))
}

/// `date` with a word before it that makes it vaguer. A decade is vague already.
pub(super) fn doubted(doubt: Doubt, date: PartialDate) -> Option<PartialDate> {
    Some(match (doubt, date) {
        (Doubt::About, PartialDate::Exactly(date)) => PartialDate::About(date),
        (Doubt::About, between @ PartialDate::Between(..)) => between,
        (Doubt::Before, PartialDate::Exactly(date) | PartialDate::Between(date, _)) => {
            PartialDate::Before(date)
        }
        (Doubt::After, PartialDate::Exactly(date) | PartialDate::Between(_, date)) => {
            PartialDate::After(date)
        }
        _ => return None,
    })
}

/// A date or a decade.
fn plain(words: &[String]) -> Taken {
    decade(words).or_else(|| with_month(words)).or_else(|| {
        let [first, rest @ ..] = words else { return None };
        if let Some(date) = token(first) {
            return Some((date, 1));
        }
        // `12 3 1979`
        let [second, third, ..] = rest else { return None };
        let small = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        if !(small(first) && small(second)) {
            return None;
        }
        let date = Date::new(year(third)?, second.parse().ok(), first.parse().ok())?;
        Some((PartialDate::Exactly(date), 3))
    })
}

/// `jaren 50`, `de jaren vijftig`, `1950s`, `the fifties`.
fn decade(words: &[String]) -> Taken {
    let articles = usize::from(words.first().is_some_and(|it| it == "de" || it == "the"));
    let named = words.get(articles).is_some_and(|it| it == "jaren");
    let at = articles + usize::from(named);
    let word = words.get(at)?.trim_matches(['\'', '’', '‘']);
    let (digits, has_s) = match word.strip_suffix('s') {
        Some(rest) => (rest.trim_end_matches(['\'', '’']), true),
        None => (word, false),
    };
    let in_words = || (named || articles == 1).then(|| words::decade(word)).flatten();
    let start = if !(named || has_s) {
        in_words()?
    } else if digits.len() == 4 {
        year(digits)?
    } else if digits.len() == 2 {
        let two: i32 = digits.parse().ok()?;
        // Families speak of the fifties of the last century; only 00 and 10 are of this one.
        if two < 20 { 2000 + two } else { 1900 + two }
    } else {
        in_words()?
    };
    if start % 10 != 0 {
        return None;
    }
    let (from, to) = (Date::year_only(start)?, Date::year_only(start + 9)?);
    Some((PartialDate::Between(from, to), at + 1))
}

/// `3 mei 1999`, `mei 1999`, `May 3, 1999`, `3e mei 1999`.
fn with_month(words: &[String]) -> Taken {
    let word = |at: usize| words.get(at).map(|it| it.trim_end_matches(','));
    let exactly = |year_, month, day| Date::new(year(year_)?, Some(month), day);
    let first = word(0)?;
    let (date, taken) = if let Some(month) = words::month(first) {
        match day(word(1)?) {
            Some(day) => (exactly(word(2)?, month, Some(day))?, 3),
            None => (exactly(word(1)?, month, None)?, 2),
        }
    } else {
        (exactly(word(2)?, words::month(word(1)?)?, Some(day(first)?))?, 3)
    };
    Some((PartialDate::Exactly(date), taken))
}

/// `3`, `3e`, `1ste`, `2nd`.
fn day(word: &str) -> Option<u8> {
    let ends = ["ste", "de", "e", "st", "nd", "rd", "th", "."];
    let digits = ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// Four digits; fewer are an age, or half a year.
fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| word.parse().ok()).flatten()
}

/// A date in one piece: `1979`, `3-1979`, `12-3-1979`, `1979-03-12`, `3-mei-1979`, `±1955`,
/// `1979?`, `1958-1960`, `3-1958..5-1960`.
pub(super) fn token(word: &str) -> Option<PartialDate> {
    if let Some((rest, doubt)) =
        words::GLUED.iter().find_map(|(mark, doubt)| Some((word.strip_prefix(mark)?, *doubt)))
    {
        return doubted(doubt, token_without_mark(rest)?);
    }
    if let Some(rest) = word.strip_suffix('?') {
        return doubted(Doubt::About, token_without_mark(rest)?);
    }
    token_without_mark(word)
}

fn token_without_mark(word: &str) -> Option<PartialDate> {
    let between = |from, to| Some(PartialDate::Between(from, to));
    if let Some((from, to)) = word.split_once("..") {
        return between(pieces(from)?, pieces(to)?);
    }
    if let Some((from, to)) = word.split_once(['–', '-'])
        && let (Some(from), Some(to)) = (year(from), year(to))
    {
        return between(Date::year_only(from)?, Date::year_only(to)?);
    }
    pieces(word).map(PartialDate::Exactly)
}

/// Day before month, as in Dutch; the year has four digits wherever it stands.
fn pieces(word: &str) -> Option<Date> {
    if let Some(before_christ) = word.strip_prefix('-') {
        return Date::year_only(-year(before_christ)?);
    }
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let month = |part: &str| match part.len() {
        1 | 2 => part.parse::<u8>().ok(),
        _ => words::month(part),
    };
    match parts.as_slice() {
        [one] => Date::year_only(year(one)?),
        [m, y] if y.len() == 4 => Date::new(year(y)?, Some(month(m)?), None),
        [y, m] => Date::new(year(y)?, Some(month(m)?), None),
        [d, m, y] if y.len() == 4 => Date::new(year(y)?, Some(month(m)?), Some(day(d)?)),
        [y, m, d] => Date::new(year(y)?, Some(month(m)?), Some(day(d)?)),
        _ => None,
    }
}

/// `vorig jaar`, `3 jaar geleden`, `two months ago`, `vandaag`.
fn ago(words: &[String], today: Date) -> Taken {
    let in_year = |back: i32| PartialDate::in_year(today.year() - back);
    let in_month = |back: i32| {
        let months = today.year() * 12 + i32::from(today.month().unwrap_or(1)) - 1 - back;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        Date::new(months.div_euclid(12), Some(month), None).map(PartialDate::Exactly)
    };
    let texts: Vec<&str> = words.iter().take(3).map(String::as_str).collect();
    let (date, taken) = match texts.as_slice() {
        ["vandaag" | "today", ..] => (Some(PartialDate::Exactly(today)), 1),
        ["vorig" | "afgelopen" | "last", "jaar" | "year", ..] => (in_year(1), 2),
        ["dit" | "this", "jaar" | "year", ..] => (in_year(0), 2),
        ["vorige" | "afgelopen" | "last", "maand" | "month", ..] => (in_month(1), 2),
        ["deze" | "this", "maand" | "month", ..] => (in_month(0), 2),
        [n, unit, "geleden" | "ago"] => {
            let n = number(n)?;
            let date = match *unit {
                "jaar" | "jaren" | "year" | "years" => in_year(n),
                "maand" | "maanden" | "month" | "months" => in_month(n),
                _ => None,
            };
            (date, 3)
        }
        _ => return None,
    };
    date.map(|date| (date, taken))
}

fn number(word: &str) -> Option<i32> {
    let is_number = (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if is_number { word.parse().ok() } else { words::small_number(word).map(i32::from) }
}
