//! Dates as families know them: a year, about a year, before a year, as a teenager.
//!
//! An age is always a range. Where only years are known, an age is the difference of the years
//! (the convention of the field: somebody of 1979 is 47 in 2026).

use std::fmt;

use crate::i18n::{Message, Texts};

/// The youngest and oldest age that is believed, in years.
pub const MAX_AGE: i32 = 130;

/// The oldest that anybody ever became, in years.
pub const OLDEST_EVER: i32 = 122;

/// How many years either side of an "about" is meant.
pub const ABOUT_YEARS: i32 = 2;

/// A year, a month or a day of the (proleptic) Gregorian calendar.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// A whole year, −9999 to 9999.
    #[must_use]
    pub fn year_only(year: i32) -> Option<Self> {
        Self::new(year, None, None)
    }

    /// A date as precise as is known, or `None` when there is no such date.
    #[must_use]
    pub fn new(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let known_year = (-9999..=9999).contains(&year);
        let known_month = month.is_none_or(|m| (1..=12).contains(&m));
        let known_day = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(m), Some(d)) => (1..=days_in_month(year, m)).contains(&d),
        };
        (known_year && known_month && known_day).then_some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// The first moment of this date as a fraction of years, for sorting only.
    #[must_use]
    pub fn as_years(self) -> f64 {
        let month = f64::from(self.month.unwrap_or(1) - 1);
        let day = f64::from(self.day.unwrap_or(1) - 1);
        f64::from(self.year) + month / 12.0 + day / 372.0
    }

    /// Reads `2001`, `2001-04` or `2001-04-19`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut parts = digits.split('-');
        let year: i32 = number(parts.next()?, 4)?;
        let mut two_digits = || match parts.next() {
            None => Some(None),
            Some(part) => number(part, 2).map(Some),
        };
        let (month, day) = (two_digits()?, two_digits()?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(if negative { -year } else { year }, month, day)
    }
}

fn number<T: std::str::FromStr>(text: &str, longest: usize) -> Option<T> {
    let digits_only = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits_only && text.len() <= longest).then(|| text.parse().ok()).flatten()
}

fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl Date {
    /// "21 november 2026", "november 2026", "2026".
    #[must_use]
    pub fn in_words(self, texts: Texts) -> String {
        let month = self
            .month
            .map(|month| texts.say(&Message::new("month-name").count("month", usize::from(month))));
        let day = self.day.map(|day| day.to_string());
        let parts = [day, month, Some(self.year.to_string())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}", self.year.abs())?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A date with the doubt that is in it. Not knowing it at all is `None` of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// On (or in) this date.
    Exactly(Date),
    /// Around this date, [`ABOUT_YEARS`] either way.
    About(Date),
    /// Before this date.
    Before(Date),
    /// After this date.
    After(Date),
    /// From the first to the second, whichever order they were written in.
    Between(Date, Date),
}

impl PartialDate {
    /// In this year.
    #[must_use]
    pub fn in_year(year: i32) -> Option<Self> {
        Date::year_only(year).map(Self::Exactly)
    }

    /// The year to show and sort by.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.main_date().year()
    }

    /// The date to show and sort by: the first one written.
    #[must_use]
    pub const fn main_date(self) -> Date {
        match self {
            Self::Exactly(date)
            | Self::About(date)
            | Self::Before(date)
            | Self::After(date)
            | Self::Between(date, _) => date,
        }
    }

    /// The years it can be in; an open side is `None`.
    #[must_use]
    pub fn years(self) -> YearRange {
        match self {
            Self::Exactly(date) => YearRange { lo: Some(date.year), hi: Some(date.year) },
            Self::About(date) => {
                YearRange { lo: Some(date.year - ABOUT_YEARS), hi: Some(date.year + ABOUT_YEARS) }
            }
            Self::Before(date) => YearRange { lo: None, hi: Some(date.year) },
            Self::After(date) => YearRange { lo: Some(date.year), hi: None },
            Self::Between(a, b) => {
                YearRange { lo: Some(a.year.min(b.year)), hi: Some(a.year.max(b.year)) }
            }
        }
    }

    /// Is exactly one year meant?
    #[must_use]
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Exactly(_))
    }
}

/// The years something can have happened in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearRange {
    /// Not before this year.
    pub lo: Option<i32>,
    /// Not after this year.
    pub hi: Option<i32>,
}

/// An age in whole years, as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AgeRange {
    /// At least this old.
    pub lo: i32,
    /// At most this old.
    pub hi: i32,
}

impl AgeRange {
    /// Exactly `age` years.
    #[must_use]
    pub const fn exactly(age: i32) -> Self {
        Self { lo: age, hi: age }
    }

    /// The age, when there is no doubt about it.
    #[must_use]
    pub fn exact(self) -> Option<i32> {
        (self.lo == self.hi).then_some(self.lo)
    }

    /// The middle, for showing "about".
    #[must_use]
    pub const fn middle(self) -> i32 {
        (self.lo + self.hi) / 2
    }
}

/// How old somebody born on `birth` was at `moment`; `None` when either is open on both sides or
/// the answer lies wholly below 0. An open side is closed by 0 and [`MAX_AGE`].
#[must_use]
pub fn age_at(birth: PartialDate, moment: PartialDate) -> Option<AgeRange> {
    if let (PartialDate::Exactly(from), PartialDate::Exactly(to)) = (birth, moment) {
        let age = full_years(from, to);
        return (0 <= age).then(|| AgeRange::exactly(age));
    }
    let (born, then) = (birth.years(), moment.years());
    let lo = match (then.lo, born.hi) {
        (Some(then), Some(born)) => (then - born).max(0),
        _ => 0,
    };
    let hi = match (then.hi, born.lo) {
        (Some(then), Some(born)) => (then - born).min(MAX_AGE),
        _ => MAX_AGE,
    };
    (lo <= hi).then_some(AgeRange { lo, hi })
}

/// Whole years between two dates. The month and day count only where both dates have them.
fn full_years(from: Date, to: Date) -> i32 {
    let years = to.year - from.year;
    let had_birthday = match (from.month, to.month) {
        (Some(a), Some(b)) if a == b => match (from.day, to.day) {
            (Some(a), Some(b)) => a <= b,
            _ => true,
        },
        (Some(a), Some(b)) => a < b,
        _ => true,
    };
    if had_birthday { years } else { years - 1 }
}

/// An age as somebody tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// At this age, in whole years.
    Exactly(u8),
    /// Around this age, [`ABOUT_YEARS`] either way.
    About(u8),
    /// Somewhere between these two ages.
    Between(u8, u8),
}

impl Age {
    /// The ages it can mean.
    #[must_use]
    pub fn range(self) -> AgeRange {
        match self {
            Self::Exactly(age) => AgeRange::exactly(i32::from(age)),
            Self::About(age) => AgeRange {
                lo: (i32::from(age) - ABOUT_YEARS).max(0),
                hi: i32::from(age) + ABOUT_YEARS,
            },
            Self::Between(a, b) => AgeRange { lo: i32::from(a.min(b)), hi: i32::from(a.max(b)) },
        }
    }
}

/// A part of life, where nobody remembers the age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifePhase {
    /// As a child: 0 to 11.
    Child,
    /// As a teenager: 12 to 17.
    Teenager,
    /// Later: from 18.
    Later,
}

impl LifePhase {
    /// The ages it spans.
    #[must_use]
    pub const fn range(self) -> AgeRange {
        match self {
            Self::Child => AgeRange { lo: 0, hi: 11 },
            Self::Teenager => AgeRange { lo: 12, hi: 17 },
            Self::Later => AgeRange { lo: 18, hi: MAX_AGE },
        }
    }
}

/// When something began or ended in a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// On a date.
    On(PartialDate),
    /// At an age.
    AtAge(Age),
    /// In a part of life.
    In(LifePhase),
}

impl Moment {
    /// How old somebody born on `birth` was then. Dates need a birth date to become an age.
    #[must_use]
    pub fn age(self, birth: Option<PartialDate>) -> Option<AgeRange> {
        match self {
            Self::On(date) => age_at(birth?, date),
            Self::AtAge(age) => Some(age.range()),
            Self::In(phase) => Some(phase.range()),
        }
    }

    /// Which years that was, for somebody born on `birth`. Ages need a birth date to become years.
    #[must_use]
    pub fn years(self, birth: Option<PartialDate>) -> Option<YearRange> {
        let ages = match self {
            Self::On(date) => return Some(date.years()),
            Self::AtAge(age) => age.range(),
            Self::In(phase) => phase.range(),
        };
        let born = birth?.years();
        Some(YearRange {
            lo: born.lo.map(|year| year + ages.lo),
            hi: born.hi.map(|year| year + ages.hi),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_as_people_write_it() {
        let say = |text: &str, lang| Date::parse(text).expect("a date").in_words(Texts::new(lang));
        assert_eq!(say("2026-11-21", crate::i18n::Lang::Nl), "21 november 2026");
        assert_eq!(say("2026-03", crate::i18n::Lang::En), "March 2026");
        assert_eq!(say("1850", crate::i18n::Lang::En), "1850");
    }

    fn exactly(text: &str) -> PartialDate {
        PartialDate::Exactly(Date::parse(text).expect("a date"))
    }

    #[test]
    fn dates_read_as_they_are_written() {
        for text in ["1979", "1979-02", "1979-02-28", "2024-02-29", "0047", "-0044-03-15"] {
            assert_eq!(Date::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["", "19x", "1979-13", "1979-02-30", "2023-02-29", "1979-02-01-01", "12345"] {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn ages_count_years_and_birthdays_where_known() {
        let cases = [
            ("1979", "2026", Some((47, 47))),
            ("1979", "2026-01-01", Some((47, 47))),
            ("1979-06", "2026-05", Some((46, 46))),
            ("1979-06-15", "2026-06-14", Some((46, 46))),
            ("1979-06-15", "2026-06-15", Some((47, 47))),
            ("2027", "2026", None),
        ];
        for (birth, moment, expected) in cases {
            let age = age_at(exactly(birth), exactly(moment)).map(|a| (a.lo, a.hi));
            assert_eq!(age, expected, "{birth} {moment}");
        }
    }

    #[test]
    fn doubt_widens_an_age() {
        let about = PartialDate::About(Date::parse("1950").expect("a year"));
        assert_eq!(age_at(about, exactly("2000")), Some(AgeRange { lo: 48, hi: 52 }));
        let before = PartialDate::Before(Date::parse("1950").expect("a year"));
        assert_eq!(age_at(before, exactly("2000")), Some(AgeRange { lo: 50, hi: MAX_AGE }));
        assert_eq!(Age::About(1).range(), AgeRange { lo: 0, hi: 3 });
    }

    #[test]
    fn moments_turn_into_years_and_ages() {
        let born = Some(exactly("1979"));
        let at = Moment::AtAge(Age::Exactly(19));
        assert_eq!(at.years(born), Some(YearRange { lo: Some(1998), hi: Some(1998) }));
        assert_eq!(at.years(None), None);
        assert_eq!(Moment::On(exactly("1998")).age(born), Some(AgeRange::exactly(19)));
        assert_eq!(Moment::In(LifePhase::Teenager).age(None), Some(AgeRange { lo: 12, hi: 17 }));
    }
}
