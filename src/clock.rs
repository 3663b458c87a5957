//! The real date of today, and chance, for the two shells: nobody else reads the clock.

use std::hash::{BuildHasher as _, RandomState};

use crate::model::Date;

/// A number that nobody can know: the seed that the system gives to hash tables.
pub(crate) fn any_number() -> u64 {
    RandomState::new().hash_one(0_u8)
}

/// How long ago 1970 began, by the clock on the wall, which goes on while the computer sleeps.
#[cfg(feature = "desktop")]
pub(crate) fn now() -> std::time::Duration {
    jiff::Timestamp::now().as_duration().try_into().unwrap_or_default()
}

/// Today, in the machine's own time zone.
pub(crate) fn today() -> Date {
    let now = jiff::Zoned::now().date();
    let [month, day] = [now.month(), now.day()].map(|part| u8::try_from(part).ok());
    // A clock that is out of range counts as the year that this program is of.
    Date::new(i32::from(now.year()), month, day)
        .or(Date::year_only(2026))
        .unwrap_or_else(|| unreachable!("2026 is a year"))
}

/// A moment, in seconds since 1970, on the clock of this machine: the day, the hour, the minute.
#[cfg(feature = "desktop")]
pub(crate) fn local(seconds: i64) -> Option<(Date, u8, u8)> {
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    let there = moment.to_zoned(jiff::tz::TimeZone::system());
    let [month, day, hour, minute] = [there.month(), there.day(), there.hour(), there.minute()]
        .map(|part| u8::try_from(part).ok());
    Some((Date::new(i32::from(there.year()), month, day)?, hour?, minute?))
}

/// How many days lie between two days; none when one of them is not known to the day.
#[cfg(feature = "window")]
pub(crate) fn days_between(from: Date, to: Date) -> Option<i64> {
    let civil = |date: Date| {
        let [month, day] = [date.month()?, date.day()?].map(|part| i8::try_from(part).ok());
        jiff::civil::Date::new(i16::try_from(date.year()).ok()?, month?, day?).ok()
    };
    Some(i64::from(civil(from)?.until(civil(to)?).ok()?.get_days()))
}
