//! The texts of version 1: dates, moments, ids, names and notes, checked where they are read, so
//! that a mistake has a line and a column.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::file::error::{BadText, MAX_NAME_CHARS, MAX_NOTE_CHARS};
use crate::model::{Age, Date, LifePhase, Moment, PartialDate, is_valid_id};

/// Declares a value that is one text in the file.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident($inner:ty) reads $read:expr, or $bad:ident, writes $write:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(in crate::file) struct $name(pub(in crate::file) $inner);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let write: fn(&$inner) -> String = $write;
                serializer.serialize_str(&write(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let read: fn(&str) -> Option<$inner> = $read;
                let value = read(&text).map(Self);
                value.ok_or_else(|| D::Error::custom(BadText::$bad.mark(&text)))
            }
        }
    )* };
}

texts! {
    /// A date without doubt: `2026-11-21`, `2026-11`, `2026`.
    Day(Date) reads Date::parse, or Day, writes Date::to_string;
    /// A date with its doubt: `1979`, `~1955`, `<1960`, `>1950`, `1958..1960`.
    When(PartialDate) reads read_when, or When, writes |date| write_when(*date);
    /// Death: a date, or `?` when nobody knows when.
    Death(Option<PartialDate>) reads read_death, or When,
        writes |date| date.map_or_else(|| "?".to_owned(), write_when);
    /// A moment of a life: a date, `age 19`, `age ~19`, `age 17..19`, `as a child`,
    /// `as a teenager`, `later`.
    Time(Moment) reads read_time, or Time, writes |moment| write_time(*moment);
    /// The id of something.
    Id(String) reads |text| is_valid_id(text).then(|| text.to_owned()), or Id, writes String::clone;
}

/// Declares a free text with a limit in characters.
macro_rules! free_texts {
    ($($(#[$doc:meta])* $name:ident, at most $limit:ident, or $bad:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        #[serde(transparent)]
        pub(in crate::file) struct $name(pub(in crate::file) String);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                if text.len() <= $limit || text.chars().count() <= $limit {
                    Ok(Self(text))
                } else {
                    Err(D::Error::custom(BadText::$bad.mark("")))
                }
            }
        }
    )* };
}

free_texts! {
    /// A name or another short text.
    Line, at most MAX_NAME_CHARS, or LongName;
    /// A note or another long text.
    Text, at most MAX_NOTE_CHARS, or LongNote;
}

fn read_when(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if let Some((a, b)) = text.split_once("..") {
        return Some(PartialDate::Between(Date::parse(a)?, Date::parse(b)?));
    }
    if let Some(date) = text.strip_prefix('~') {
        return Date::parse(date).map(PartialDate::About);
    }
    if let Some(date) = text.strip_prefix('<') {
        return Date::parse(date).map(PartialDate::Before);
    }
    if let Some(date) = text.strip_prefix('>') {
        return Date::parse(date).map(PartialDate::After);
    }
    Date::parse(text).map(PartialDate::Exactly)
}

fn write_when(date: PartialDate) -> String {
    match date {
        PartialDate::Exactly(date) => date.to_string(),
        PartialDate::About(date) => format!("~{date}"),
        PartialDate::Before(date) => format!("<{date}"),
        PartialDate::After(date) => format!(">{date}"),
        PartialDate::Between(a, b) => format!("{a}..{b}"),
    }
}

/// The outer `Option` is "is this a date", the inner one "does anybody know it".
#[expect(clippy::option_option, reason = "the two levels say two things, see above")]
fn read_death(text: &str) -> Option<Option<PartialDate>> {
    if text.trim() == "?" { Some(None) } else { read_when(text).map(Some) }
}

fn read_time(text: &str) -> Option<Moment> {
    let text = text.trim();
    match text {
        "as a child" => return Some(Moment::In(LifePhase::Child)),
        "as a teenager" => return Some(Moment::In(LifePhase::Teenager)),
        "later" => return Some(Moment::In(LifePhase::Later)),
        _ => {}
    }
    let Some(age) = text.strip_prefix("age ") else {
        return read_when(text).map(Moment::On);
    };
    let years = |text: &str| -> Option<u8> {
        let text = text.trim();
        text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
    };
    let age = age.trim();
    let age = if let Some((a, b)) = age.split_once("..") {
        Age::Between(years(a)?, years(b)?)
    } else if let Some(about) = age.strip_prefix('~') {
        Age::About(years(about)?)
    } else {
        Age::Exactly(years(age)?)
    };
    Some(Moment::AtAge(age))
}

fn write_time(moment: Moment) -> String {
    match moment {
        Moment::On(date) => write_when(date),
        Moment::AtAge(Age::Exactly(age)) => format!("age {age}"),
        Moment::AtAge(Age::About(age)) => format!("age ~{age}"),
        Moment::AtAge(Age::Between(a, b)) => format!("age {a}..{b}"),
        Moment::In(LifePhase::Child) => "as a child".to_owned(),
        Moment::In(LifePhase::Teenager) => "as a teenager".to_owned(),
        Moment::In(LifePhase::Later) => "later".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_doubt_read_as_they_are_written() {
        let texts =
            ["1979", "1979-02-28", "~1955", "<1960", ">1950-03", "1958..1960", "-0044..0012"];
        for text in texts {
            assert_eq!(read_when(text).map(write_when).as_deref(), Some(text));
        }
        for text in ["", "~", "19", "1958..", "~~1955", "1979?", "1958...1960"] {
            let date = read_when(text).map(write_when);
            assert!(text == "19" || date.is_none(), "{text:?} gave {date:?}");
        }
    }

    #[test]
    fn moments_read_as_they_are_written() {
        let texts = [
            "1998",
            "~1998",
            "age 19",
            "age ~19",
            "age 17..19",
            "as a child",
            "as a teenager",
            "later",
        ];
        for text in texts {
            assert_eq!(read_time(text).map(write_time).as_deref(), Some(text));
        }
        for text in ["age", "age ", "age -1", "age 300", "age +5", "when young"] {
            assert_eq!(read_time(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_death_may_be_without_a_date() {
        assert_eq!(read_death("?"), Some(None));
        assert_eq!(read_death("x"), None);
    }
}
