//! Dates of GEDCOM, as strict as the standard and as loose as people write them.

mod calendars;
mod field;

use std::borrow::Cow;

use calendars::{french, hebrew};
pub(super) use field::as_written;
use field::typed;

use super::record::Record;
use super::report::Report;
use crate::model::{Date, PartialDate};

/// A date as the map holds it, and the record that says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated<'a> {
    pub(super) date: PartialDate,
    /// Was all that is written understood? If not, the text must be kept, too.
    is_whole: bool,
    record: Record<'a>,
}

impl Dated<'_> {
    /// The date goes on the map. What was not understood of it is left for a note.
    pub(super) fn take(self, report: &mut Report) -> PartialDate {
        if self.is_whole {
            self.record.taken();
        } else {
            report.part_of_date(self.record.line());
        }
        self.date
    }

    /// The line it stands on.
    pub(super) const fn line(self) -> usize {
        self.record.line()
    }

    /// How precise it is: the higher the better.
    pub(super) fn precision(self) -> u8 {
        match self.date {
            PartialDate::Exactly(date) => {
                2 + u8::from(date.month().is_some()) + u8::from(date.day().is_some())
            }
            PartialDate::About(_) | PartialDate::Between(..) => 1,
            PartialDate::Before(_) | PartialDate::After(_) => 0,
        }
    }
}

/// A date that was read, without what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Read {
    /// The first and the last day, month or year it can be: two of them where calendars part.
    date: Date,
    last: Option<Date>,
    /// Was all that is written understood?
    is_whole: bool,
}

impl Read {
    const fn whole(date: Date) -> Self {
        Self { date, last: None, is_whole: true }
    }

    const fn part(date: Date) -> Self {
        Self { date, last: None, is_whole: false }
    }

    /// In one of two years.
    fn years(a: i32, b: i32) -> Option<Self> {
        Some(Self { date: Date::year_only(a)?, last: Some(Date::year_only(b)?), is_whole: false })
    }

    fn said(self, say: fn(Date) -> PartialDate) -> (PartialDate, bool) {
        match self.last {
            None => (say(self.date), self.is_whole),
            Some(last) => match say(self.date) {
                PartialDate::Before(_) => (PartialDate::Before(last), false),
                PartialDate::After(date) => (PartialDate::After(date), false),
                _ => (PartialDate::Between(self.date, last), false),
            },
        }
    }
}

/// The date of `event`, where it has one that can be read.
pub(super) fn of_event<'a>(event: Record<'a>) -> Option<Dated<'a>> {
    event.all("DATE").find_map(of_record)
}

/// The date that the record `DATE` says.
pub(super) fn of_record(record: Record<'_>) -> Option<Dated<'_>> {
    let text = record.value();
    let (date, is_whole) = read(&text).or_else(|| Some((typed(&text)?, false)))?;
    Some(Dated { date, is_whole, record })
}

/// Marks the dates of `event` that say that nobody knows; tells if another cannot be read.
pub(super) fn tell_unread(event: Record<'_>, report: &mut Report) {
    for record in event.all("DATE") {
        if says_unknown(&record.value()) {
            record.taken();
        } else if of_record(record).is_none() {
            report.date(record.line());
        }
    }
}

/// A date that stands in a text: as it is written, but for the months of English.
pub(super) fn in_words(record: Record<'_>) -> String {
    match of_record(record) {
        Some(dated) if dated.is_whole => dated.date.to_string(),
        _ => record.value().into_owned(),
    }
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

/// Reads a date with its modifiers; says whether all of it was understood.
fn read(text: &str) -> Option<(PartialDate, bool)> {
    let text = text.to_uppercase();
    let (text, has_phrase) = without_phrase(&text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let one = |words: &[&str], say: fn(Date) -> PartialDate| {
        let one = plain(words).map(|it| it.said(say));
        // "ABT 1103/1105"
        one.or_else(|| years_apart(words))
    };
    let (date, is_whole) = match first.trim_end_matches('.') {
        "BET" | "BETW" | "BETWEEN" | "TUSSEN" => range(rest, &["AND", "EN", "-", "&"]),
        // A time that went on is no day: the words stay beside it.
        "FROM" | "VAN" => range(rest, &["TO", "TOT", "-"])
            .or_else(|| one(rest, PartialDate::After))
            .map(|(date, _)| (date, false)),
        "INT" => one(rest, PartialDate::About).map(|(date, _)| (date, false)),
        "ABT" | "ABOUT" | "EST" | "CAL" | "CA" | "C" | "CIRCA" | "ROND" | "OMSTREEKS" | "SAY"
        | "ERR" | "UM" | "VERS" | "~" | "±" => one(rest, PartialDate::About),
        "BEF" | "BEFORE" | "TO" | "VOOR" | "VÓÓR" | "TOT" | "UNTIL" | "BY" | "VOR" | "AVANT"
        | "<" => one(rest, PartialDate::Before),
        "AFT" | "AFTER" | "SINCE" | "NA" | "NACH" | "APRÈS" | ">" => one(rest, PartialDate::After),
        _ => glued(&words),
    }?;
    Some((date, is_whole && !has_phrase))
}

/// A date without a modifier before it; a range or a sign may be glued to it.
fn glued(words: &[&str]) -> Option<(PartialDate, bool)> {
    if let Some(it) = plain(words).or_else(|| part_of_year(words)) {
        return Some(it.said(PartialDate::Exactly));
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
            return Some(it.said(say));
        }
    }
    // "190?" is one of ten years, not the year 190.
    if let Some(it) = word.strip_suffix('?').filter(|it| it.len() != 3).and_then(|it| plain(&[it]))
    {
        return Some(it.said(PartialDate::About));
    }
    years_apart(words)
}

/// A quarter or a season: the year is sure, the rest stays in words.
fn part_of_year(words: &[&str]) -> Option<Read> {
    let part = |word: &&str| {
        let word = word.trim_matches([',', '.', '(', ')']);
        let months = word
            .split_once(['-', '/'])
            .is_some_and(|(a, b)| month_number(a).is_some() && month_number(b).is_some());
        months
            || word == "-"
            || month_number(word).is_some()
            || PARTS_OF_YEAR.split(' ').any(|it| it == word)
    };
    // "3 JAN" is a day without a year, not the year 3.
    let is_year = |word: &&str| 3 <= word.len() && year_number(word, &[]).is_some();
    let (years, parts): (Vec<&str>, Vec<&str>) = words.iter().copied().partition(is_year);
    let ([year], false) = (years.as_slice(), parts.is_empty()) else { return None };
    let (year, _) = year_number(year, &[])?;
    // A month alone before its year is read as such before.
    parts.iter().all(part).then(|| Date::year_only(year)).flatten().map(Read::part)
}

/// Words for a part of a year, in capitals.
const PARTS_OF_YEAR: &str = "Q Q1 Q2 Q3 Q4 1Q 2Q 3Q 4Q QTR QUARTER KWARTAAL KW 1ST 2ND 3RD 4TH 1E 2E 3E 4E 1 2 3 4 \
    JFM AMJ JAS OND SPRING SUMMER AUTUMN FALL WINTER LENTE VOORJAAR ZOMER HERFST NAJAAR \
    FRÜHLING SOMMER HERBST EARLY MID LATE BEGIN MIDDEN EIND EINDE";

/// `1103/1105`, `1103-1105`: somewhere between. `1850S`: one of ten, `1800S`: one of a hundred.
fn years_apart(words: &[&str]) -> Option<(PartialDate, bool)> {
    let [word] = words else {
        return None;
    };
    // Of a hundred, or of ten? Nobody can tell.
    if let Some(age) = word.strip_suffix("00S") {
        return between(&[&format!("{age}00")], &[&format!("{age}99")]);
    }
    if let Some(decade) = word.strip_suffix("0S") {
        return between(&[&format!("{decade}0")], &[&format!("{decade}9")]);
    }
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
    let last = b.last.unwrap_or(b.date);
    Some((PartialDate::Between(a.date, last), a.is_whole && b.is_whole))
}

/// The text without `(what was written in the source)`, and whether there was any.
fn without_phrase(text: &str) -> (Cow<'_, str>, bool) {
    match (text.find('('), text.rfind(')')) {
        (Some(from), Some(to)) if from < to => {
            let after = text.get(to + 1..).unwrap_or("");
            (Cow::Owned(format!("{} {after}", text.get(..from).unwrap_or(""))), true)
        }
        _ => (Cow::Borrowed(text), false),
    }
}

/// A calendar, with how its years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    Julian,
    French,
    Hebrew,
}

/// A date without modifiers: `[calendar] [[day] month] year [B.C.]`, or all in digits.
fn plain(words: &[&str]) -> Option<Read> {
    let (calendar, words) = calendar(words)?;
    let (era, words) = match words {
        [rest @ .., "B", "C"] | [rest @ .., "BC" | "B.C." | "B.C" | "BCE"] => (Some(-1), rest),
        [rest @ .., "AD" | "A.D." | "CE"] => (Some(1), rest),
        _ => (None, words),
    };
    let (year_word, rest) = words.split_last()?;
    // "1527-1528" alone is a range; behind a month it can only be one year counted twice.
    let separators: &[char] = if rest.is_empty() { &['/'] } else { &['/', '-'] };
    let Some((year, dual)) = year_number(year_word, separators) else {
        return if rest.is_empty() { digits_only(year_word) } else { year_first(words) };
    };
    match calendar {
        Calendar::French => return french(year, rest),
        Calendar::Hebrew => return hebrew(year, rest),
        Calendar::Gregorian | Calendar::Julian => {}
    }
    // "45" is as likely a year of this century as one of the Romans: nobody can tell.
    if year_word.trim_end_matches([',', '.']).len() < 3 && era.is_none() {
        return None;
    }
    let year = year * era.unwrap_or(1);
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
    if let Some(next) = dual {
        // The year began in March: of its last months the second number is the year as we count.
        let date = Date::new(next, month, day).filter(|_| month.is_some_and(|it| it <= 3));
        return match date {
            Some(date) => Some(Read::part(date)),
            None => Read::years(year, next),
        };
    }
    // Ten days are not worth a wrong promise of precision.
    if calendar == Calendar::Julian && month.is_some() {
        return Date::year_only(year).map(Read::part);
    }
    match Date::new(year, month, day) {
        Some(date) => Some(Read::whole(date)),
        // A day that no month has: the year can still be right.
        None => Date::year_only(year).map(Read::part),
    }
}

fn calendar<'a>(words: &'a [&'a str]) -> Option<(Calendar, &'a [&'a str])> {
    let (first, rest) = words.split_first()?;
    let known = match *first {
        "@#DGREGORIAN@" | "GREGORIAN" => Calendar::Gregorian,
        "@#DJULIAN@" | "JULIAN" => Calendar::Julian,
        "@#DHEBREW@" | "HEBREW" => Calendar::Hebrew,
        "@#DFRENCH_R@" | "FRENCH_R" => Calendar::French,
        "@#DFRENCH" => return Some((Calendar::French, rest.strip_prefix(&["R@"])?)),
        // Years of a calendar that is not known here are other years.
        other if other.starts_with("@#") => return None,
        _ => return Some((Calendar::Gregorian, words)),
    };
    Some((known, rest))
}

/// A year, and the next one where it was written as two (`1699/00`).
fn year_number(word: &str, separators: &[char]) -> Option<(i32, Option<i32>)> {
    // "19.." is no year: two of its digits are not known.
    let word = word.strip_suffix([',', '.']).unwrap_or(word);
    let number = |text: &str| -> Option<i32> {
        let is_year = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_year.then(|| text.parse().ok()).flatten()
    };
    let Some((first, second)) = word.split_once(separators) else {
        return number(word).map(|year| (year, None));
    };
    let (year, next) = (number(first)?, number(second)?);
    let base: i32 = match second.len() {
        1 => 10,
        2 => 100,
        _ => 10_000,
    };
    // Anything but the year after it is no dual year.
    (first.len() >= 3 && (year + 1) % base == next % base).then_some((year, Some(year + 1)))
}

fn day_number(word: &str) -> Option<u8> {
    let word = word.trim_end_matches(['.', ',']);
    let endings = ["ST", "ND", "RD", "TH"];
    let digits = endings.into_iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let day: u8 = digits.parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

/// The months in the languages of the files, in capitals, each with what is short for it.
const MONTHS: [&[&str]; 12] = [
    &["JANUARY", "JANUARI", "JANUAR", "JÄNNER", "JANVIER", "ENERO", "GENNAIO", "JANEIRO"],
    &["FEBRUARY", "FEBRUARI", "FEBRUAR", "FÉVRIER", "FEVRIER", "FEBRERO", "FEBBRAIO"],
    &["MARCH", "MAART", "MRT", "MÄRZ", "MAERZ", "MRZ", "MARS", "MARZO"],
    &["APRIL", "AVRIL", "ABRIL", "APRILE"],
    &["MAY", "MEI", "MAI", "MAYO", "MAGGIO"],
    &["JUNE", "JUNI", "JUIN", "JUNIO", "GIUGNO"],
    &["JULY", "JULI", "JUILLET", "JULIO", "LUGLIO"],
    &["AUGUST", "AUGUSTUS", "AOÛT", "AOUT", "AGOSTO"],
    &["SEPTEMBER", "SEPTEMBRE", "SEPTIEMBRE", "SETTEMBRE"],
    &["OCTOBER", "OKTOBER", "OCTOBRE", "OCTUBRE", "OTTOBRE"],
    &["NOVEMBER", "NOVEMBRE", "NOVIEMBRE"],
    &["DECEMBER", "DEZEMBER", "DÉCEMBRE", "DECEMBRE", "DICIEMBRE", "DICEMBRE"],
];

/// The month of which `word` is the name, or its beginning.
fn month_number(word: &str) -> Option<u8> {
    let word = word.trim_end_matches(['.', ',']);
    if word.chars().count() < 3 || word == "JUI" {
        return None;
    }
    let at = MONTHS.iter().position(|names| names.iter().any(|name| name.starts_with(word)))?;
    u8::try_from(at + 1).ok()
}

/// `1900-02-03`, `3-2-1900`, `3.2.1900`, `2/1900`. With slashes nobody knows which of two is the
/// month: only the year is sure.
fn digits_only(word: &str) -> Option<Read> {
    let parts: Vec<&str> = word.split(['-', '.', '/']).collect();
    let number = |text: &str| text.parse::<u8>().ok();
    let (year, month, day) = match parts.as_slice() {
        [month, year] if month.len() <= 2 => (*year, number(month)?, None),
        [year, month, day] if year.len() == 4 => (*year, number(month)?, Some(number(day)?)),
        [day, month, year] => (*year, number(month)?, Some(number(day)?)),
        _ => return None,
    };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = year.parse().ok().filter(|_| is_year)?;
    let exact = Date::new(year, Some(month), day);
    match exact.filter(|_| day.is_none() || !word.contains('/')) {
        Some(date) => Some(Read::whole(date)),
        None => Date::year_only(year).map(Read::part),
    }
}

/// `1900 FEB 3`, `1900 FEB`.
fn year_first(words: &[&str]) -> Option<Read> {
    let (year, rest) = words.split_first()?;
    let (year, dual) = year_number(year, &[]).filter(|_| 3 <= year.len())?;
    let (month, day) = match rest {
        [month] => (month_number(month)?, None),
        [month, day] => (month_number(month)?, Some(day_number(day)?)),
        _ => return None,
    };
    let date = Date::new(year, Some(month), day).filter(|_| dual.is_none());
    date.map(Read::whole)
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
        for (text, expected) in CASES {
            assert_eq!(short(text), *expected, "{text:?}");
        }
    }

    const CASES: &[(&str, &str)] = &[
        ("19 APR 2001", "2001-04-19"),
        ("apr 2001", "2001-04"),
        ("2001", "2001"),
        ("45", "none"),
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
        ("1699/00", "1699..1700"),
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
        ("FRENCH_R 3", "1794..1795"),
        ("@#DHEBREW@ 2 TVT 5758", "1997..1998"),
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
        ("1701/02", "1701..1702"),
        ("5 JUN 1701/02", "1701..1702"),
        ("11 FEB 1731/35", "none"),
        ("@#DISLAMIC@ 1400", "none"),
        ("@#DROMAN@ 1 MAR 700", "none"),
        ("_ISLAMIC 1400", "none"),
        ("@#DFRENCH R@ 12 XXXX 3", "none"),
        ("@#DFRENCH R@ 1 NIVO 1950", "none"),
        ("(about the war)", "none"),
        ("about the war", "none"),
        ("12 XYZ 1900", "none"),
        ("12 MAYBE 1900", "none"),
        ("MARRIED 1900", "none"),
        ("DECEASED 1944", "none"),
        ("12 SEPARATED 1900", "none"),
        ("02/1900", "1900-02"),
        ("2-1900", "1900-02"),
        ("13/1900", "1900"),
        ("3 MAR 45", "none"),
        ("45 AD", "0045"),
        ("Q1 1900", "1900"),
        ("1900 Q3", "1900"),
        ("JAN-MAR 1900", "1900"),
        ("MAR QTR 1900", "1900"),
        ("SUMMER 1944", "1944"),
        ("1850s", "1850..1859"),
        ("18??", "none"),
        ("1850 OR 1851", "1850..1851"),
        ("19..", "none"),
        ("19.", "none"),
        ("190?", "none"),
        ("19?", "none"),
        ("1900.", "1900"),
        ("3 JAN", "none"),
        ("JAN 45", "none"),
        ("Q1 45", "none"),
        ("MAR QTR 45", "none"),
        ("SUMMER 45", "none"),
        ("1900s", "1900..1999"),
    ];

    #[test]
    fn not_knowing_is_no_mistake() {
        for text in ["", "?", "UNKNOWN", "<unknown>", "(onbekend)", "00/00/0000"] {
            assert!(says_unknown(text), "{text:?}");
        }
        assert!(!says_unknown("1900") && !says_unknown("UNKNOWN 1900"), "there is a year");
    }

    #[test]
    fn it_says_when_not_all_is_understood() {
        for (text, expected) in [
            ("@#DJULIAN@ 25 DEC 1066", false),
            ("@#DJULIAN@ 1066", true),
            ("30 FEB 1900", false),
            ("3 FEB 1900", true),
            ("03/02/1900", false),
            ("INT 1900 (just before the war)", false),
            ("1900 (as they say)", false),
            ("FROM 1900 TO 1910", false),
            ("BET 1900 AND 1910", true),
            ("ABT 1900", true),
            ("1701/02", false),
            ("Q1 1900", false),
        ] {
            assert_eq!(read(text).map(|(_, is_whole)| is_whole), Some(expected), "{text}");
        }
    }
}
