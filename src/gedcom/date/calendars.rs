//! Calendars of which the years are not ours.

use super::{Read, day_number};
use crate::model::Date;

/// A day and a month in another calendar: which of `months` it is, `None` for the year alone.
#[expect(clippy::option_option, reason = "no month is another answer than a wrong one")]
fn month_among(rest: &[&str], months: &[&str]) -> Option<Option<usize>> {
    let month = match rest {
        [] => return Some(None),
        [month] => month,
        [day, month] => day_number(day).map(|_| month)?,
        _ => return None,
    };
    months.iter().position(|it| it == month).map(Some)
}

/// A year of the French republic began in September: its first three months lie in the year
/// before the rest. Nivôse lies in both.
pub(super) fn french(year: i32, rest: &[&str]) -> Option<Read> {
    const MONTHS: [&str; 13] = [
        "VEND", "BRUM", "FRIM", "NIVO", "PLUV", "VENT", "GERM", "FLOR", "PRAI", "MESS", "THER",
        "FRUC", "COMP",
    ];
    if !(1..=100).contains(&year) {
        return None;
    }
    match month_among(rest, &MONTHS)? {
        Some(0..=2) => Date::year_only(year + 1791).map(Read::part),
        Some(3) | None => Read::years(year + 1791, year + 1792),
        Some(_) => Date::year_only(year + 1792).map(Read::part),
    }
}

/// A Hebrew year begins in September, too; Tevet lies in both, Kislev in some years.
pub(super) fn hebrew(year: i32, rest: &[&str]) -> Option<Read> {
    const MONTHS: [&str; 13] =
        ["TSH", "CSH", "KSL", "TVT", "SHV", "ADR", "ADS", "NSN", "IYR", "SVN", "TMZ", "AAV", "ELL"];
    if year < 3762 {
        return None;
    }
    match month_among(rest, &MONTHS)? {
        Some(0 | 1) => Date::year_only(year - 3761).map(Read::part),
        Some(2 | 3) | None => Read::years(year - 3761, year - 3760),
        Some(_) => Date::year_only(year - 3760).map(Read::part),
    }
}
