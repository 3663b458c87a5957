//! The real date of today, for the two shells: nobody else reads the clock.

use crate::model::Date;

/// Today, in the machine's own time zone.
pub(crate) fn today() -> Date {
    let now = jiff::Zoned::now().date();
    let [month, day] = [now.month(), now.day()].map(|part| u8::try_from(part).ok());
    // A clock that is out of range counts as the year that this program is of.
    Date::new(i32::from(now.year()), month, day)
        .or(Date::year_only(2026))
        .unwrap_or_else(|| unreachable!("2026 is a year"))
}
