//! The one rule for years that are not known exactly: what is not certain stands there only once it
//! is certain, and no longer than it is certain.

use crate::model::{Date, LifePhase, Moment, PartialDate, YearRange};

/// The year from which it is certain that something had begun: the last in which it can have begun. Of
/// "after 1960" there is no last one: the year after it.
pub(super) fn begun(years: YearRange) -> Option<i32> {
    years.hi.or(years.lo.map(|year| year + 1))
}

/// The first year in which it is not certain any more that something went on: the first in which it can
/// have ended. Of "before 1960" there is no first one: the year itself.
pub(super) fn ended(years: YearRange) -> Option<i32> {
    years.lo.or(years.hi)
}

/// [`begun`] of a date.
pub(super) fn date_begun(date: Option<PartialDate>) -> Option<i32> {
    begun(date?.years())
}

/// [`ended`] of a date.
pub(super) fn date_ended(date: Option<PartialDate>) -> Option<i32> {
    ended(date?.years())
}

/// [`begun`] of a moment in the life of somebody born on `birth`. Of "later" the first year that can be
/// counts: there is no last one but the end of a life.
pub(super) fn moment_begun(moment: Option<Moment>, birth: Option<PartialDate>) -> Option<i32> {
    let years = moment?.years(birth)?;
    match moment {
        Some(Moment::In(LifePhase::Later)) => years.lo.or(years.hi),
        _ => begun(years),
    }
}

/// [`ended`] of a moment in the life of somebody born on `birth`.
pub(super) fn moment_ended(moment: Option<Moment>, birth: Option<PartialDate>) -> Option<i32> {
    ended(moment?.years(birth)?)
}

/// The last day of `year`: a year is shown as it was at its end.
#[must_use]
pub fn last_day(year: i32) -> Date {
    Date::new(year, Some(12), Some(31)).unwrap_or_default()
}
