//! The words in and under symbols: names, years, ages, kinds of generation.

use crate::i18n::{Message, Texts};
use crate::model::{
    AgeRange, Date, FamilyMap, Gender, LifeCourse, PartialDate, Person, PersonId, Vital, age_at,
};
use crate::scene::view::{Names, View};

/// An age is shown as "±45" when it is known this well, in years; otherwise not at all.
const VAGUEST_AGE: i32 = 6;

/// The name under the symbol of `person`; empty when there is none to show.
pub(super) fn name(map: &FamilyMap, id: &PersonId, person: &Person, view: &View) -> String {
    match view.names {
        Names::Shown => person.name.short().to_owned(),
        Names::Kin => view.kin_words.get(id).cloned().unwrap_or_default(),
        Names::Invented => invented(map, id, person),
        Names::Off => String::new(),
    }
}

/// Names that anybody can have, in the order in which they are given out.
const WOMEN: &[&str] = &[
    "Anne", "Bo", "Carla", "Dina", "Elly", "Fien", "Greet", "Hanna", "Iris", "Julia", "Karin",
    "Lena", "Mia", "Nora", "Olga", "Petra", "Roos", "Sofie", "Tess", "Vera", "Willy", "Yara",
    "Zoë", "Amber", "Brechje", "Cato", "Dewi", "Esra", "Fatma", "Gaby",
];
const MEN: &[&str] = &[
    "Adam", "Ben", "Chris", "David", "Erik", "Frank", "Gijs", "Hugo", "Ivo", "Jan", "Koen", "Luuk",
    "Max", "Noud", "Otto", "Paul", "Ruud", "Stef", "Tom", "Victor", "Wout", "Younes", "Zeno",
    "Arie", "Bilal", "Cas", "Daan", "Emre", "Floris", "Guus",
];
const ANYONE: &[&str] = &[
    "Alex", "Charlie", "Dani", "Eden", "Jip", "Kees", "Lou", "Micha", "Noor", "Pim", "Quinn",
    "Robin", "Sam", "Toni", "Vos", "Wil",
];

/// The same invented name for the same person on the same map.
fn invented(map: &FamilyMap, id: &PersonId, person: &Person) -> String {
    if !person.holds_facts() || person.stands_for.is_some() {
        return String::new();
    }
    let same = |other: &Person| other.gender == person.gender;
    let before = map.people.iter().take_while(|(other, _)| *other != id);
    let at = before.filter(|(_, other)| same(other) && other.holds_facts()).count();
    let list = match person.gender {
        Gender::Woman => WOMEN,
        Gender::Man => MEN,
        Gender::NonBinary | Gender::Unknown => ANYONE,
    };
    let name = at.checked_rem(list.len()).and_then(|at| list.get(at)).copied().unwrap_or_default();
    match at.checked_div(list.len()) {
        Some(round @ 1..) => format!("{name} {}", round + 1),
        _ => name.to_owned(),
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
pub(super) fn years(person: &Person, texts: Texts) -> String {
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
pub(super) fn age(person: &Person, today: Date) -> String {
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
