//! Dates as people type them at the table, and as a field shows them back.

use std::fmt;

use super::{Age, Date, Moment, PartialDate};

impl PartialDate {
    /// Reads what somebody typed: `1979`, `3-1979`, `12-3-1979`, `1979-03-12`, `±1955`, `~1955`,
    /// `ca 1955`, `<1960`, `>1950`, `1958-1960`. Day before month, as in Dutch.
    #[must_use]
    pub fn from_typed(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let after = |marks: &[&str]| {
            marks.iter().find_map(|mark| text.strip_prefix(mark)).map(str::trim_start)
        };
        if let Some(rest) = after(&["±", "~", "ca.", "ca", "c.", "rond", "about", "+-", "+/-"]) {
            return date_from_typed(rest).map(Self::About);
        }
        if let Some(rest) = after(&["<", "voor", "vóór", "before"]) {
            return date_from_typed(rest).map(Self::Before);
        }
        if let Some(rest) = after(&[">", "na", "after"]) {
            return date_from_typed(rest).map(Self::After);
        }
        if let Some((from, to)) = two_years(&text) {
            return Some(Self::Between(from, to));
        }
        date_from_typed(&text).map(Self::Exactly)
    }
}

/// `1958-1960`, `1958–1960`, `1958..1960`.
fn two_years(text: &str) -> Option<(Date, Date)> {
    let (from, to) = ["..", "–", "-"].iter().find_map(|dash| text.split_once(dash))?;
    let year = |part: &str| {
        let part = part.trim();
        let is_year = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        is_year.then(|| Date::parse(part)).flatten()
    };
    Some((year(from)?, year(to)?))
}

fn date_from_typed(text: &str) -> Option<Date> {
    if let Some(date) = Date::parse(text) {
        // `12-3-1979` has its year last; what `Date` reads has it first.
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|it| !it.is_empty()).collect();
    let number = |part: &str| part.parse::<u8>().ok();
    match parts.as_slice() {
        [month, year] if year.len() == 4 => Date::new(year.parse().ok()?, number(month), None),
        [day, month, year] if year.len() == 4 => {
            Date::new(year.parse().ok()?, Some(number(month)?), Some(number(day)?))
        }
        [year, month, day] if year.len() == 4 => {
            Date::new(year.parse().ok()?, Some(number(month)?), Some(number(day)?))
        }
        _ => None,
    }
}

/// As [`PartialDate::from_typed`] reads it back.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(date) => write!(f, "{}", typed(*date)),
            Self::About(date) => write!(f, "±{}", typed(*date)),
            Self::Before(date) => write!(f, "<{}", typed(*date)),
            Self::After(date) => write!(f, ">{}", typed(*date)),
            Self::Between(a, b) => write!(f, "{}–{}", a.year(), b.year()),
        }
    }
}

fn typed(date: Date) -> String {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => format!("{day}-{month}-{}", date.year()),
        (Some(month), None) => format!("{month}-{}", date.year()),
        (None, _) => date.year().to_string(),
    }
}

impl Moment {
    /// Reads an age (`19`, `±19`, `17-19`) or a date ([`PartialDate::from_typed`]).
    #[must_use]
    pub fn from_typed(text: &str) -> Option<Self> {
        let text = text.trim();
        let age = |part: &str| {
            let part = part.trim();
            let digits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse::<u8>().ok()).flatten().filter(|age| *age <= 130)
        };
        if let Some(years) = age(text) {
            return Some(Self::AtAge(Age::Exactly(years)));
        }
        if let Some(years) =
            ["±", "~"].iter().find_map(|mark| text.strip_prefix(mark)).and_then(age)
        {
            return Some(Self::AtAge(Age::About(years)));
        }
        if let Some((from, to)) = text.split_once(['-', '–'])
            && let (Some(from), Some(to)) = (age(from), age(to))
        {
            return Some(Self::AtAge(Age::Between(from, to)));
        }
        PartialDate::from_typed(text).map(Self::On)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_reads_back_the_same() {
        let shown = ["1979", "3-1979", "12-3-1979", "±1955", "<1960", ">3-1950", "1958–1960"];
        for text in shown {
            let date = PartialDate::from_typed(text);
            assert_eq!(date.map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn dates_may_be_typed_in_many_ways() {
        let year = |year| Date::year_only(year).expect("a year");
        let cases = [
            (" 1979 ", Some(PartialDate::Exactly(year(1979)))),
            ("ca. 1955", Some(PartialDate::About(year(1955)))),
            ("voor 1960", Some(PartialDate::Before(year(1960)))),
            ("1958-1960", Some(PartialDate::Between(year(1958), year(1960)))),
            ("12/3/1979", Date::new(1979, Some(3), Some(12)).map(PartialDate::Exactly)),
            ("1979-03-12", Date::new(1979, Some(3), Some(12)).map(PartialDate::Exactly)),
            ("31-2-1979", None),
            ("", None),
            ("Piet", None),
        ];
        for (text, expected) in cases {
            assert_eq!(PartialDate::from_typed(text), expected, "{text:?}");
        }
    }

    #[test]
    fn small_numbers_are_ages_and_large_ones_years() {
        assert_eq!(Moment::from_typed("19"), Some(Moment::AtAge(Age::Exactly(19))));
        assert_eq!(Moment::from_typed("±19"), Some(Moment::AtAge(Age::About(19))));
        assert_eq!(Moment::from_typed("17-19"), Some(Moment::AtAge(Age::Between(17, 19))));
        assert_eq!(Moment::from_typed("1998"), PartialDate::in_year(1998).map(Moment::On));
        assert_eq!(Moment::from_typed("soon"), None);
    }
}
