//! Dates beside what the fields of a date understand.

use super::{read, says_unknown};
use crate::gedcom::record::Record;
use crate::model::{Date, PartialDate};

/// What the field of a date makes of `text`, whatever day it is.
pub(super) fn typed(text: &str) -> Option<PartialDate> {
    let [one, other] = days().map(|day| PartialDate::from_typed(text, day?));
    one.filter(|_| one == other)
}

/// Two days on which "last year" and "45" are not the same.
fn days() -> [Option<Date>; 2] {
    [1900, 1999].map(Date::year_only)
}

/// The first text of `event` that no reader of dates understands, as it is to stand in the field of
/// that date: it is on the map then. What fits no field is left for a note.
pub(in crate::gedcom) fn as_written(event: Record<'_>) -> Option<String> {
    let no_date = |text: &str| {
        let is_read =
            |day: Option<Date>| day.is_some_and(|it| PartialDate::from_typed(text, it).is_some());
        !says_unknown(text) && read(text).is_none() && !days().into_iter().any(is_read)
    };
    let fits = |text: &str| text.chars().count() <= MAX_IN_FIELD && !text.contains(['\n', '\r']);
    let written = event.all("DATE").find(|it| no_date(&it.value()))?;
    let text = written.value().into_owned();
    fits(&text).then(|| {
        written.take();
        text
    })
}

/// The longest text that a field of a date can show.
const MAX_IN_FIELD: usize = 200;
