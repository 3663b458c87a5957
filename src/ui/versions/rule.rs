//! Which versions stay.

use std::collections::BTreeSet;

use crate::clock;
use crate::model::Date;

/// So many of the last saves are kept.
const LAST_SAVES: usize = 20;
/// For so many days the last version of each day is kept.
const DAYS: i64 = 30;

/// Which of the versions may go; `days` says of each when it was written, the newest first.
pub(super) fn superfluous(days: &[Date], today: Date) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let mut goes = Vec::new();
    for (at, day) in days.iter().enumerate() {
        let is_first_of_day = seen.insert(day.to_string());
        // A clock that was set back keeps it longer.
        let is_recent = clock::days_between(*day, today).is_none_or(|days| days < DAYS);
        if LAST_SAVES <= at && !(is_first_of_day && is_recent) {
            goes.push(at);
        }
    }
    goes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn the_last_twenty_stay_and_one_a_day_for_thirty_days() {
        let today = day("2026-11-21");
        let same_day = vec![today; 25];
        assert_eq!(superfluous(&same_day, today), [20, 21, 22, 23, 24]);
        let mut days = vec![today; 20];
        days.extend(["2026-11-21", "2026-11-20", "2026-11-20", "2026-10-23"].map(day));
        days.extend(["2026-10-22", "2024-01-01"].map(day));
        assert_eq!(superfluous(&days, today), [20, 22, 24, 25], "20: that day has one already");
        assert_eq!(superfluous(&days[..20], today), Vec::<usize>::new());
        let mut ahead = vec![today; 20];
        ahead.push(day("2027-01-01"));
        assert_eq!(superfluous(&ahead, today), Vec::<usize>::new(), "a clock that was wrong");
    }
}
