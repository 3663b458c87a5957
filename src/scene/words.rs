//! The words in and under symbols: names, years, ages, kinds of generation.

use crate::i18n::{Message, Texts};
use crate::model::{
    AgeRange, Date, Ending, LifeCourse, PartialDate, Person, PersonId, Union, UnionKind, Vital,
    age_at,
};
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

/// How a union is, or how it ended: "getrouwd", "gescheiden"; of one partner alone nothing.
#[must_use]
pub fn union_state(union: &Union, texts: Texts) -> String {
    match union.ending.filter(|_| union.together_again.is_none()) {
        Some(Ending::Separated) => texts.get("ending-separated"),
        Some(Ending::Divorced) => texts.get("ending-divorced"),
        // "Met Wim, door overlijden" would be how they came together.
        Some(Ending::Death) => texts.get("union-state-death"),
        None if union.partners.len() < 2 => String::new(),
        None => union_kind(union.kind, texts),
    }
}

/// What kind of union it is: "getrouwd", "LAT".
#[must_use]
pub fn union_kind(kind: UnionKind, texts: Texts) -> String {
    texts.get(match kind {
        UnionKind::Married => "union-married",
        UnionKind::Registered => "union-registered",
        UnionKind::LivingTogether => "union-living-together",
        UnionKind::LivingApart => "union-living-apart",
        UnionKind::Engaged => "union-engaged",
        UnionKind::Relationship => "union-relationship",
        UnionKind::Brief => "union-brief",
    })
}

/// From when until when, and how: "samen sinds 1966, getrouwd", "samen 1966 – 1986, gescheiden"; nothing
/// where no more is known than that they are a couple.
#[must_use]
pub fn union_told(union: &Union, texts: Texts) -> String {
    let year = |at: Option<PartialDate>| at.map(|it| date(it, texts)).unwrap_or_default();
    let (from, until, again) = (year(union.from), year(union.until), year(union.together_again));
    let together = match (from.is_empty(), until.is_empty()) {
        (true, true) => None,
        (false, true) if union.ending.is_some() => Some("union-told-from-once"),
        (false, true) => Some("union-told-since"),
        (true, false) => Some("union-told-until"),
        (false, false) => Some("union-told-span"),
    };
    let together =
        together.map(|id| texts.say(&Message::new(id).arg("from", from).arg("until", until)));
    let again = (!again.is_empty())
        .then(|| texts.say(&Message::new("union-told-again").arg("year", again)));
    // Behind years these two read better as words of their own.
    let state = match (union.ending.filter(|_| union.together_again.is_none()), union.kind) {
        (Some(Ending::Death), _) => texts.get("union-told-death"),
        (None, UnionKind::Brief) => texts.get("union-told-brief"),
        (None, UnionKind::Relationship) => String::new(),
        _ => union_state(union, texts),
    };
    let state = Some(state).filter(|it| !it.is_empty());
    together.into_iter().chain(again).chain(state).collect::<Vec<_>>().join(", ")
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
