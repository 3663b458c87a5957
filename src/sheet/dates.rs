//! Dates in words: paper is read without a calendar at hand.

use crate::i18n::{Message, Texts};
use crate::model::{Date, PartialDate};

/// "zaterdag 21 november 2026", "maart 2027", "2027".
pub(crate) fn day(date: Date, texts: Texts) -> String {
    let words = date.in_words(texts);
    let (Some(month), Some(day)) = (date.month(), date.day()) else { return words };
    let weekday = weekday(date.year(), month, day);
    texts.say(&Message::new("sheet-day").count("weekday", weekday).arg("date", words))
}

/// The same of a date that is not quite certain.
pub(super) fn about(date: PartialDate, texts: Texts) -> String {
    let day = |date| day(date, texts);
    match date {
        PartialDate::Exactly(on) => day(on),
        PartialDate::About(on) => texts.say(&Message::new("sheet-about").arg("day", day(on))),
        PartialDate::Before(on) => texts.say(&Message::new("sheet-before").arg("day", day(on))),
        PartialDate::After(on) => texts.say(&Message::new("sheet-after").arg("day", day(on))),
        PartialDate::Between(a, b) => {
            let (from, to) = (day(a.min(b)), day(a.max(b)));
            texts.say(&Message::new("sheet-between").arg("from", from).arg("to", to))
        }
    }
}

/// 1 for Monday to 7 for Sunday, in the calendar of today (Sakamoto's rule).
fn weekday(year: i32, month: u8, day: u8) -> usize {
    const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let shift = SHIFT.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    let year = year - i32::from(month < 3);
    let (by_four, by_hundred) = (year.div_euclid(4), year.div_euclid(100));
    let days = year + by_four - by_hundred + year.div_euclid(400) + shift + i32::from(day);
    // Sunday is 0.
    let number = usize::try_from(days.rem_euclid(7)).unwrap_or_default();
    if number == 0 { 7 } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_day_is_said_in_words() {
        let said = |text: &str, lang| day(Date::parse(text).expect("a date"), Texts::new(lang));
        assert_eq!(said("2026-11-21", Lang::Nl), "zaterdag 21 november 2026");
        assert_eq!(said("2024-02-29", Lang::En), "Thursday 29 February 2024");
        assert_eq!(said("2000-01-02", Lang::Nl), "zondag 2 januari 2000");
        assert_eq!(said("2027-03", Lang::Nl), "maart 2027");
        assert_eq!(said("2027", Lang::En), "2027");
    }
}
