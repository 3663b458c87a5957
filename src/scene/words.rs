//! The words in and under symbols: names, years, ages, kinds of generation.

use crate::i18n::{Message, Texts};
use crate::model::{AgeRange, Date, LifeCourse, PartialDate, Person, PersonId, Vital, age_at};
use crate::scene::view::View;

/// An age is shown as "±45" when it is known this well, in years; otherwise not at all.
const VAGUEST_AGE: i32 = 6;

/// What somebody without a name is called where a word is needed: never as if a lost child lived.
#[must_use]
pub fn without_name(person: Option<&Person>, texts: Texts) -> String {
    let of_life = |life| match life {
        LifeCourse::Born => "person-no-name",
        LifeCourse::Pregnancy => "unborn-pregnancy",
        LifeCourse::Miscarriage => "unborn-miscarriage",
        LifeCourse::Stillbirth => "unborn-stillbirth",
        LifeCourse::Abortion => "unborn-abortion",
    };
    texts.get(match person {
        Some(person) if person.stands_for.is_some() => "unborn-several",
        person => of_life(person.map(|it| it.life).unwrap_or_default()),
    })
}

/// What stands under the symbol of `person`: the name, or a word for who has none; maybe nothing.
pub(super) fn name(id: &PersonId, person: &Person, view: &View) -> String {
    if view.absent.people.contains(id) {
        return String::new();
    }
    match person.name.short() {
        "" => view.kin_words.get(id).cloned().unwrap_or_default(),
        name => name.to_owned(),
    }
}

/// A date as it stands under a symbol: "1979", "±1955", "vóór 1960".
pub(super) fn date(date: PartialDate, texts: Texts) -> String {
    let year = |date: Date| date.year().to_string();
    match date {
        PartialDate::Exactly(on) => year(on),
        PartialDate::About(on) => format!("±{}", year(on)),
        PartialDate::Before(on) => texts.say(&Message::new("scene-before").arg("year", year(on))),
        PartialDate::After(on) => texts.say(&Message::new("scene-after").arg("year", year(on))),
        PartialDate::Between(a, b) => {
            let (lo, hi) = (a.min(b), a.max(b));
            if lo.year() == hi.year() { year(lo) } else { format!("{}/{}", year(lo), year(hi)) }
        }
    }
}

/// The years of a life: "1935 – 1999", "1979", "† 1999".
#[must_use]
pub fn years(person: &Person, texts: Texts) -> String {
    let born = person.birth.map(|birth| date(birth, texts)).unwrap_or_default();
    if person.life == LifeCourse::Pregnancy {
        return match person.birth {
            Some(_) => texts.say(&Message::new("scene-expected").arg("year", born)),
            None => String::new(),
        };
    }
    match (person.holds_facts(), person.vital) {
        (true, Vital::Dead(Some(died))) => {
            let died = date(died, texts);
            if born.is_empty() { format!("† {died}") } else { format!("{born} – {died}") }
        }
        (true, Vital::Dead(None)) if born.is_empty() => String::new(),
        (true, Vital::Dead(None)) => format!("{born} – ?"),
        (true, Vital::Living) | (false, _) => born,
    }
}

/// The age inside the symbol: "47", "†64", "±45"; empty when it is not known well enough.
#[must_use]
pub fn age(person: &Person, today: Date) -> String {
    if !person.holds_facts() {
        return String::new();
    }
    let dagger = if person.is_dead() { "†" } else { "" };
    let age = match person.vital {
        Vital::Living => person.age_on(today),
        Vital::Dead(died) => person.birth.zip(died).and_then(|(birth, died)| age_at(birth, died)),
    };
    let Some(age) = age else { return dagger.to_owned() };
    match age {
        AgeRange { lo, hi } if lo == hi => format!("{dagger}{lo}"),
        AgeRange { lo, hi } if hi - lo <= VAGUEST_AGE => format!("{dagger}±{}", age.middle()),
        AgeRange { .. } => dagger.to_owned(),
    }
}
