//! What becomes of dates and ages, as they are written in a file: `1955`, `~1430`, `<1990-05`, `age 15`.

use crate::i18n::Message;
use crate::model::Date;

/// Fields that hold one day, without doubt in it.
pub(super) const DAYS: [&str; 4] = ["today", "set_on", "closed_on", "on"];

/// What becomes of the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// All of them so many years later (or, below zero, earlier): who was how old when stays.
    Shifted(i32),
    /// Ten years taken together, ages too.
    Decades,
}

impl Years {
    /// One of the moves, by a number that nobody can know: the time would stand at the file.
    #[must_use]
    pub fn any_shift(number: u64) -> Self {
        const MOVES: [i32; 12] = [-9, -8, -7, -6, -5, -4, 4, 5, 6, 7, 8, 9];
        let at = usize::try_from(number % 12).unwrap_or_default();
        Self::Shifted(MOVES.get(at).copied().unwrap_or(7))
    }

    /// What to say of it.
    pub(super) fn message(self) -> Message {
        Message::new(match self {
            Self::Shifted(_) => "pseudonym-shifted",
            Self::Decades => "pseudonym-decades",
        })
    }

    /// Another year for a day: never the day itself.
    pub(super) fn day(self, text: &str) -> Option<String> {
        let year = Date::parse(text)?.year();
        let year = match self {
            Self::Shifted(by) => year.saturating_add(by),
            // The middle of it, so that ages are as wide to both sides.
            Self::Decades => decade(year) + 5,
        };
        Date::year_only(year).map(|it| it.to_string())
    }

    /// The same date or age as it may be told; `None` where `text` is neither.
    pub(super) fn moment(self, text: &str) -> Option<String> {
        if let Some(age) = text.strip_prefix("age ") {
            return self.age(age);
        }
        let (doubt, rest) = match text.split_at_checked(1) {
            Some((sign @ ("~" | "<" | ">"), rest)) => (sign, rest),
            _ => ("", text),
        };
        let years: Option<Vec<i32>> =
            rest.split("..").map(|it| Date::parse(it).map(Date::year)).collect();
        let years = years?;
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        if let Self::Shifted(by) = self {
            let written = |year: i32| Date::year_only(year.saturating_add(by));
            let (first, last) = (written(first)?, written(last)?);
            let is_one = years.len() == 1;
            return Some(if is_one {
                format!("{doubt}{first}")
            } else {
                format!("{first}..{last}")
            });
        }
        let (first, last) = (Date::year_only(decade(first))?, Date::year_only(decade(last) + 9)?);
        Some(match doubt {
            "<" => format!("<{last}"),
            ">" => format!(">{first}"),
            _ => format!("{first}..{last}"),
        })
    }

    fn age(self, text: &str) -> Option<String> {
        let ages: Option<Vec<i32>> =
            text.trim_start_matches('~').split("..").map(|it| it.trim().parse().ok()).collect();
        let ages = ages?;
        let (first, last) = (decade(*ages.iter().min()?), decade(*ages.iter().max()?) + 9);
        match self {
            Self::Shifted(_) => None,
            Self::Decades => Some(format!("age {first}..{last}")),
        }
    }
}

/// The first year of the ten that `year` is in.
const fn decade(year: i32) -> i32 {
    year.div_euclid(10) * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_stays_and_doubt_stays_doubt() {
        let by = |n| Years::Shifted(n);
        for (years, text, wanted) in [
            (by(7), "1955-04-12", Some("1962")),
            (by(-7), "~1955", Some("~1948")),
            (by(7), "<1990-05", Some("<1997")),
            (by(7), "1950..1955", Some("1957..1962")),
            (by(7), "age 15", None),
            (by(7), "child", None),
            (by(7), "geld-schulden", None),
            (Years::Decades, "1955-04-12", Some("1950..1959")),
            (Years::Decades, "~1969", Some("1960..1969")),
            (Years::Decades, "<1990", Some("<1999")),
            (Years::Decades, ">1995-01", Some(">1990")),
            (Years::Decades, "1948..1955", Some("1940..1959")),
            (Years::Decades, "age 15", Some("age 10..19")),
            (Years::Decades, "age ~8", Some("age 0..9")),
            (Years::Decades, "age 19..21", Some("age 10..29")),
            (Years::Decades, "unknown", None),
        ] {
            assert_eq!(years.moment(text).as_deref(), wanted, "{years:?} {text}");
        }
        assert_eq!(by(3).day("2026-11-21").as_deref(), Some("2029"));
        assert_eq!(Years::Decades.day("2026-11-21").as_deref(), Some("2025"));
    }
}
