//! Dates of GEDCOM, as strict as the standard and as loose as people write them.

use std::borrow::Cow;

use super::record::Record;
use super::report::Report;
use crate::model::{Date, PartialDate};

/// A date that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Read {
    date: Date,
    /// Is it known only roughly, because it comes from another calendar?
    about: bool,
    /// Was more written than could be taken over?
    only_year: bool,
}

/// The date of the event `record`, where it has one; what cannot be read is told.
pub(super) fn of_event(record: Record<'_>, report: &mut Report) -> Option<PartialDate> {
    let date = record.first("DATE")?;
    of_record(date, report)
}

/// The date that the record `DATE` says.
pub(super) fn of_record(record: Record<'_>, report: &mut Report) -> Option<PartialDate> {
    let text = record.value();
    if says_unknown(&text) {
        return None;
    }
    let Some((date, only_year)) = read(&text) else {
        report.date(record.line());
        return None;
    };
    if only_year {
        report.only_year(record.line());
    }
    Some(date)
}

/// Is this a way to write that nobody knows?
fn says_unknown(text: &str) -> bool {
    let word = text.trim_matches(['<', '>', '(', ')', '[', ']', '.', ' ']).to_uppercase();
    let is_blank = word.chars().all(|c| matches!(c, '?' | '-' | '/' | '_' | '0'));
    is_blank
        || matches!(
            word.as_str(),
            "UNKNOWN" | "ONBEKEND" | "UNBEKANNT" | "INCONNU" | "DECEASED" | "DEAD" | "Y"
        )
}

/// Reads a date with its modifiers; says whether only the year of it was taken over.
fn read(text: &str) -> Option<(PartialDate, bool)> {
    let text = text.to_uppercase();
    let text = without_phrase(&text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let one = |words: &[&str], say: fn(Date) -> PartialDate| {
        let one = plain(words).map(|it| (say(it.date), it.only_year));
        // "ABT 1103/1105"
        one.or_else(|| years_apart(words))
    };
    match first.trim_end_matches('.') {
        "BET" | "BETW" | "BETWEEN" | "TUSSEN" => range(rest, &["AND", "EN", "-", "&"]),
        "FROM" | "VAN" => {
            range(rest, &["TO", "TOT", "-"]).or_else(|| one(rest, PartialDate::After))
        }
        "ABT" | "ABOUT" | "EST" | "CAL" | "CA" | "C" | "CIRCA" | "ROND" | "OMSTREEKS" | "INT"
        | "SAY" | "ERR" | "UM" | "VERS" | "~" | "±" => one(rest, PartialDate::About),
        "BEF" | "BEFORE" | "TO" | "VOOR" | "VÓÓR" | "TOT" | "UNTIL" | "BY" | "VOR" | "AVANT"
        | "<" => one(rest, PartialDate::Before),
        "AFT" | "AFTER" | "SINCE" | "NA" | "NACH" | "APRÈS" | ">" => one(rest, PartialDate::After),
        _ => glued(&words),
    }
}

/// A date without a modifier before it; a range or a sign may be glued to it.
fn glued(words: &[&str]) -> Option<(PartialDate, bool)> {
    if let Some(it) = plain(words) {
        let date =
            if it.about { PartialDate::About(it.date) } else { PartialDate::Exactly(it.date) };
        return Some((date, it.only_year));
    }
    let [word] = words else {
        return range(words, &["-", "/", "OR", "OF", "TO"]);
    };
    type Say = fn(Date) -> PartialDate;
    let signs: [(char, Say); 5] = [
        ('~', PartialDate::About),
        ('C', PartialDate::About),
        ('<', PartialDate::Before),
        ('>', PartialDate::After),
        ('±', PartialDate::About),
    ];
    for (sign, say) in signs {
        if let Some(it) = word.strip_prefix(sign).and_then(|rest| plain(&[rest])) {
            return Some((say(it.date), it.only_year));
        }
    }
    if let Some(it) = word.strip_suffix('?').and_then(|rest| plain(&[rest])) {
        return Some((PartialDate::About(it.date), it.only_year));
    }
    years_apart(&[word])
}

/// `1103/1105`, `1103-1105`: somewhere between.
fn years_apart(words: &[&str]) -> Option<(PartialDate, bool)> {
    let [word] = words else {
        return None;
    };
    let (a, b) = word.split_once(['-', '/', '–'])?;
    // "1850-60" leaves out what both have.
    let same = a.len().checked_sub(b.len()).and_then(|n| a.get(..n)).unwrap_or("");
    between(&[a], &[&format!("{same}{b}")])
}

fn range(words: &[&str], separators: &[&str]) -> Option<(PartialDate, bool)> {
    let at = words.iter().position(|word| separators.contains(word))?;
    let (a, b) = words.split_at(at);
    between(a, b.get(1..)?)
}

fn between(a: &[&str], b: &[&str]) -> Option<(PartialDate, bool)> {
    let (a, b) = (plain(a)?, plain(b)?);
    Some((PartialDate::Between(a.date, b.date), a.only_year || b.only_year))
}

/// The text without `(what was written in the source)`.
fn without_phrase(text: &str) -> Cow<'_, str> {
    match (text.find('('), text.rfind(')')) {
        (Some(from), Some(to)) if from < to => {
            let after = text.get(to + 1..).unwrap_or("");
            Cow::Owned(format!("{} {after}", text.get(..from).unwrap_or("")))
        }
        _ => Cow::Borrowed(text),
    }
}

/// A calendar, with how its years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    Julian,
    French,
    Hebrew,
    Other,
}

/// A date without modifiers: `[calendar] [[day] month] year [B.C.]`, or all in digits.
fn plain(words: &[&str]) -> Option<Read> {
    let (calendar, words) = calendar(words)?;
    let (before_christ, words) = match words {
        [rest @ .., "B", "C"] | [rest @ .., "BC" | "B.C." | "B.C" | "BCE"] => (true, rest),
        [rest @ .., "AD" | "A.D." | "CE"] => (false, rest),
        _ => (false, words),
    };
    let (year_word, rest) = words.split_last()?;
    // "1527-1528" alone is a range; behind a month it can only be one year counted twice.
    let separators: &[char] = if rest.is_empty() { &['/'] } else { &['/', '-'] };
    let Some((year, is_dual)) = year_number(year_word, separators) else {
        return if rest.is_empty() { digits_only(year_word) } else { year_first(words) };
    };
    let year = if before_christ { -year } else { year };
    match calendar {
        Calendar::French => return french(year, rest),
        Calendar::Hebrew => return hebrew(year, rest),
        Calendar::Gregorian | Calendar::Julian | Calendar::Other => {}
    }
    let (day, month) = match rest {
        [] => (None, None),
        [month] => (None, Some(month_number(month)?)),
        [day, month] => match (day_number(day), month_number(month)) {
            (day @ Some(_), Some(month)) => (day, Some(month)),
            // "MAY 3, 1900", as Americans write it.
            _ => (Some(day_number(month.trim_end_matches(','))?), Some(month_number(day)?)),
        },
        _ => return None,
    };
    // Ten days are not worth a wrong promise of precision.
    let other_calendar = calendar != Calendar::Gregorian;
    if other_calendar || (is_dual && month.is_none()) {
        let only_year = other_calendar && month.is_some();
        return Date::year_only(year).map(|date| Read { date, about: false, only_year });
    }
    match Date::new(year, month, day) {
        Some(date) => Some(Read { date, about: false, only_year: false }),
        // A day that no month has: the year can still be right.
        None => Date::year_only(year).map(|date| Read { date, about: false, only_year: true }),
    }
}

fn calendar<'a>(words: &'a [&'a str]) -> Option<(Calendar, &'a [&'a str])> {
    let (first, rest) = words.split_first()?;
    let known = match *first {
        "@#DGREGORIAN@" | "GREGORIAN" => Calendar::Gregorian,
        "@#DJULIAN@" | "JULIAN" => Calendar::Julian,
        "@#DHEBREW@" | "HEBREW" => Calendar::Hebrew,
        "FRENCH_R" => Calendar::French,
        "@#DFRENCH" => return Some((Calendar::French, rest.strip_prefix(&["R@"])?)),
        other if other.starts_with("@#D") => Calendar::Other,
        _ => return Some((Calendar::Gregorian, words)),
    };
    Some((known, rest))
}

/// A year, and whether it was written as two (`1699/00`): the later one is the year as we count.
fn year_number(word: &str, separators: &[char]) -> Option<(i32, bool)> {
    let word = word.trim_end_matches([',', '.']);
    let number = |text: &str| -> Option<i32> {
        let is_year = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_year.then(|| text.parse().ok()).flatten()
    };
    let Some((first, second)) = word.split_once(separators) else {
        return number(word).map(|year| (year, false));
    };
    let (year, next) = (number(first)?, number(second)?);
    let base: i32 = match second.len() {
        1 => 10,
        2 => 100,
        _ => 10_000,
    };
    // Anything but the year after it is no dual year.
    (first.len() >= 3 && (year + 1) % base == next % base).then_some((year + 1, true))
}

fn day_number(word: &str) -> Option<u8> {
    let word = word.trim_end_matches(['.', ',']);
    let endings = ["ST", "ND", "RD", "TH"];
    let digits = endings.into_iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let day: u8 = digits.parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

fn month_number(word: &str) -> Option<u8> {
    let word = word.trim_end_matches(['.', ',']);
    let start: String = word.chars().take(3).collect();
    let number = match start.as_str() {
        "JAN" => 1,
        "FEB" | "FÉV" | "FEV" => 2,
        "MAR" | "MRT" | "MAA" | "MÄR" | "MRZ" => 3,
        "APR" | "AVR" => 4,
        "MAY" | "MEI" | "MAI" => 5,
        "JUN" => 6,
        "JUL" => 7,
        "AUG" | "AOÛ" | "AOU" => 8,
        "SEP" => 9,
        "OCT" | "OKT" => 10,
        "NOV" => 11,
        "DEC" | "DEZ" | "DÉC" => 12,
        "JUI" if word.starts_with("JUIL") => 7,
        "JUI" => 6,
        _ => return None,
    };
    Some(number)
}

/// `1900-02-03`, `3-2-1900`, `3.2.1900`. With slashes nobody knows which is the month: the year.
fn digits_only(word: &str) -> Option<Read> {
    let parts: Vec<&str> = word.split(['-', '.', '/']).collect();
    let number = |text: &str| text.parse::<i32>().ok();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if year.len() != 4 {
        return None;
    }
    let year = number(year)?;
    let (month, day) = (number(month)?, number(day)?);
    let exact = u8::try_from(month).ok().zip(u8::try_from(day).ok());
    let exact = exact.filter(|_| !word.contains('/'));
    let exact = exact.and_then(|(month, day)| Date::new(year, Some(month), Some(day)));
    match exact {
        Some(date) => Some(Read { date, about: false, only_year: false }),
        None => Date::year_only(year).map(|date| Read { date, about: false, only_year: true }),
    }
}

/// `1900 FEB 3`, `1900 FEB`.
fn year_first(words: &[&str]) -> Option<Read> {
    let (year, rest) = words.split_first()?;
    let (year, _) = year_number(year, &['/'])?;
    let (month, day) = match rest {
        [month] => (month_number(month)?, None),
        [month, day] => (month_number(month)?, Some(day_number(day)?)),
        _ => return None,
    };
    Date::new(year, Some(month), day).map(|date| Read { date, about: false, only_year: false })
}

/// A year of the French republic began in September: its first three months lie in the year
/// before the rest. Nivôse lies in both.
fn french(year: i32, rest: &[&str]) -> Option<Read> {
    let month = rest.last().copied();
    let (years, about) = match month {
        Some("VEND" | "BRUM" | "FRIM") => (1791, false),
        Some("NIVO") | None => (1791, true),
        Some(_) => (1792, false),
    };
    let date = Date::year_only(year + years)?;
    Some(Read { date, about, only_year: month.is_some() })
}

/// A Hebrew year begins in September, too; Tevet lies in both.
fn hebrew(year: i32, rest: &[&str]) -> Option<Read> {
    let month = rest.last().copied();
    let (years, about) = match month {
        Some("TSH" | "CSH" | "KSL") => (3761, false),
        Some("TVT") | None => (3760, true),
        Some(_) => (3760, false),
    };
    let date = Date::year_only(year - years)?;
    Some(Read { date, about, only_year: month.is_some() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a date and writes it in the short hand of the file.
    fn short(text: &str) -> String {
        match read(text) {
            None => "none".to_owned(),
            Some((PartialDate::Exactly(date), _)) => date.to_string(),
            Some((PartialDate::About(date), _)) => format!("~{date}"),
            Some((PartialDate::Before(date), _)) => format!("<{date}"),
            Some((PartialDate::After(date), _)) => format!(">{date}"),
            Some((PartialDate::Between(a, b), _)) => format!("{a}..{b}"),
        }
    }

    #[test]
    fn dates_are_read_as_they_are_meant() {
        let cases = [
            ("19 APR 2001", "2001-04-19"),
            ("apr 2001", "2001-04"),
            ("2001", "2001"),
            ("45", "0045"),
            ("ABT 1850", "~1850"),
            ("CAL 1850", "~1850"),
            ("EST 3 MAR 1850", "~1850-03-03"),
            ("BEF 1850", "<1850"),
            ("AFT 12 OKT 1850", ">1850-10-12"),
            ("BET 1850 AND 1860", "1850..1860"),
            ("BET. 1850 - 1860", "1850..1860"),
            ("FROM 1850 TO 1 JAN 1860", "1850..1860-01-01"),
            ("FROM 1850", ">1850"),
            ("TO 1850", "<1850"),
            ("INT 1850 (about fifty years ago)", "~1850"),
            ("(stillborn)", "none"),
            ("", "none"),
            ("11 FEB 1731/32", "1732-02-11"),
            ("1699/00", "1700"),
            ("Mar 1527-1528", "1528-03"),
            ("ABT    1103/1105", "1103..1105"),
            ("1103-1105", "1103..1105"),
            ("1850-60", "1850..1860"),
            ("1850-51", "1850..1851"),
            ("1850/1860", "1850..1860"),
            ("44 B.C.", "-0044"),
            ("15 MAR 44 BC", "-0044-03-15"),
            ("@#DJULIAN@ 25 DEC 1066", "1066"),
            ("JULIAN 1066", "1066"),
            ("@#DFRENCH R@ 12 FRUC 3", "1795"),
            ("@#DFRENCH R@ 12 VEND 3", "1794"),
            ("FRENCH_R 3", "~1794"),
            ("@#DHEBREW@ 2 TVT 5758", "~1998"),
            ("HEBREW 1 NSN 5758", "1998"),
            ("HEBREW 1 TSH 5758", "1997"),
            ("30 FEB 1900", "1900"),
            ("3-2-1900", "1900-02-03"),
            ("1900-02-03", "1900-02-03"),
            ("03/02/1900", "1900"),
            ("May 3, 1900", "1900-05-03"),
            ("c1850", "~1850"),
            ("1850?", "~1850"),
            ("unknown", "none"),
            ("99999", "none"),
            ("UNKNOWN 1850 SOMETHING", "none"),
        ];
        for (text, expected) in cases {
            assert_eq!(short(text), expected, "{text:?}");
        }
    }

    #[test]
    fn not_knowing_is_no_mistake() {
        for text in ["", "?", "UNKNOWN", "<unknown>", "(onbekend)", "00/00/0000"] {
            assert!(says_unknown(text), "{text:?}");
        }
        assert!(!says_unknown("1900") && !says_unknown("UNKNOWN 1900"), "there is a year");
    }

    #[test]
    fn it_says_when_only_the_year_is_left() {
        for (text, expected) in [
            ("@#DJULIAN@ 25 DEC 1066", true),
            ("@#DJULIAN@ 1066", false),
            ("30 FEB 1900", true),
            ("3 FEB 1900", false),
            ("03/02/1900", true),
        ] {
            assert_eq!(read(text).map(|(_, only_year)| only_year), Some(expected), "{text}");
        }
    }
}
