//! A member of the family.

use super::{AgeRange, Date, Entry, Note, OLDEST_EVER, PartialDate, SkillNote, Strength, age_at};

/// A person on the map, whether much or nothing is known of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// What they are called.
    pub name: Name,
    /// Gender as lived.
    pub gender: Gender,
    /// Born, or one of the courses that end before birth.
    pub life: LifeCourse,
    /// When they were born (or due, or lost), where known.
    pub birth: Option<PartialDate>,
    /// Alive or dead.
    pub vital: Vital,
    /// `Some` when this stands for several people of unknown number: "more children".
    pub stands_for: Option<Crowd>,
    /// Problems, in the order in which they were entered.
    pub entries: Vec<Entry>,
    /// Strengths, in the order in which they were entered.
    pub strengths: Vec<Strength>,
    /// Executive skills that were spoken of; at most one per skill.
    pub skills: Vec<SkillNote>,
    /// What this person wishes, in their own words.
    pub wishes: Vec<String>,
    /// Where they come from, what they do: whatever the family wants to tell of it.
    pub background: Background,
    /// Notes of the coach or the family.
    pub notes: Vec<Note>,
}

/// What belongs to a life besides what is going on; each may be empty, in the family's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Background {
    /// What they died of.
    pub cause_of_death: String,
    /// The country or place they or their family come from.
    pub origin: String,
    /// The languages they speak.
    pub language: String,
    /// What they believe in.
    pub faith: String,
    /// Work, school or what fills their days.
    pub work: String,
}

impl Person {
    /// Can this person carry facts? The unborn and the lost cannot (patterns §1).
    #[must_use]
    pub const fn holds_facts(&self) -> bool {
        matches!(self.life, LifeCourse::Born)
    }

    /// The date of death, where known.
    #[must_use]
    pub const fn death(&self) -> Option<PartialDate> {
        match self.vital {
            Vital::Living => None,
            Vital::Dead(date) => date,
        }
    }

    /// Has this person died?
    #[must_use]
    pub const fn is_dead(&self) -> bool {
        matches!(self.vital, Vital::Dead(_))
    }

    /// How old they are on the day `today`; `None` for the dead and those without a birth, and where
    /// nobody gets as old as that: of somebody of long ago, a death that was not entered says nothing.
    #[must_use]
    pub fn age_on(&self, today: Date) -> Option<AgeRange> {
        let birth = self.birth.filter(|_| !self.is_dead())?;
        age_at(birth, PartialDate::Exactly(today)).filter(|age| age.lo <= OLDEST_EVER)
    }
}

/// The parts of a name; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Given names: "Johanna Maria".
    pub given: String,
    /// The name people use: "Jo".
    pub call: String,
    /// The Dutch tussenvoegsel: "van der".
    pub prefix: String,
    /// Family name: "Berg".
    pub family: String,
    /// Family name at birth, with its prefix, when it differs: "de Wit".
    pub birth: String,
    /// Anything before or after that does not fit: "moeder van Rob", "Sr.", "zuster".
    pub other: String,
}

impl Name {
    /// A name that is only a call name, or a description.
    #[must_use]
    pub fn called(call: &str) -> Self {
        Self { call: call.trim().to_owned(), ..Self::default() }
    }

    /// The name under the symbol: call name, else given name, else whatever there is.
    #[must_use]
    pub fn short(&self) -> &str {
        let candidates = [&self.call, &self.given, &self.other, &self.family, &self.birth];
        candidates.into_iter().map(|part| part.trim()).find(|part| !part.is_empty()).unwrap_or("")
    }

    /// The whole name as it is read aloud: "Jo van der Berg".
    #[must_use]
    pub fn full(&self) -> String {
        let first = if self.call.trim().is_empty() { &self.given } else { &self.call };
        let parts = [first, &self.prefix, &self.family];
        let full = join(parts.into_iter().map(String::as_str));
        if full.is_empty() { join([self.other.as_str(), self.birth.as_str()]) } else { full }
    }

    /// Is there nothing at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.short().is_empty()
    }

    /// Sort key after Dutch custom: family name, then given name, the prefix last.
    #[must_use]
    pub fn sort_key(&self) -> String {
        let first = if self.call.trim().is_empty() { &self.given } else { &self.call };
        join([&self.family, first, &self.prefix, &self.other].map(String::as_str)).to_lowercase()
    }

    /// This name with `text` written over what [`Self::full`] shows of it: the first name, the prefix and
    /// the family name. What it does not show stays, so that whoever betters one letter of a call name
    /// does not lose the given names behind it; words that are shown for want of a name are written over.
    #[must_use]
    pub fn written_over(&self, text: &str) -> Self {
        let shown = Self { birth: String::new(), ..self.clone() }.full();
        let is_only_other = shown == self.other.trim();
        let is_called = !self.call.trim().is_empty();
        Self {
            given: if is_called && !text.trim().is_empty() {
                self.given.clone()
            } else {
                String::new()
            },
            birth: self.birth.clone(),
            other: if is_only_other { String::new() } else { self.other.clone() },
            ..Self::from_typed(text)
        }
    }

    /// Splits a name as typed into given name, prefix and family name. The words of the prefix
    /// are known Dutch, Flemish, German, French, Spanish, Portuguese, Italian and Arabic ones;
    /// without one the last word is the family name, and a single word is the call name.
    #[must_use]
    pub fn from_typed(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_prefix = |word: &&str| PREFIX_WORDS.contains(&word.to_lowercase().as_str());
        let first_prefix = words.iter().skip(1).position(is_prefix).map(|at| at + 1);
        let split = |given: &[&str], prefix: &[&str], family: &[&str]| Self {
            call: given.join(" "),
            prefix: prefix.join(" "),
            family: family.join(" "),
            ..Self::default()
        };
        let Some(start) = first_prefix.filter(|at| at + 1 < words.len()) else {
            return match words.split_last() {
                Some((family, given)) if !given.is_empty() => split(given, &[], &[family]),
                _ => split(&words, &[], &[]),
            };
        };
        let (given, rest) = words.split_at(start);
        let longest = rest.len().saturating_sub(1);
        let n = rest.iter().take(longest).take_while(|word| is_prefix(word)).count();
        let (prefix, family) = rest.split_at(n);
        split(given, prefix, family)
    }
}

/// Words that stand between a given name and a family name.
const PREFIX_WORDS: &[&str] = &[
    "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "in", "op", "aan", "uit",
    "bij", "over", "onder", "voor", "von", "zu", "zum", "zur", "du", "des", "la", "le", "el", "al",
    "di", "da", "dos", "das", "del", "della", "ben", "ibn", "bin", "bint", "ould", "d'", "d’",
];

fn join<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<&str> =
        parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Gender as lived. The symbol follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// A woman or girl: circle.
    Woman,
    /// A man or boy: square.
    Man,
    /// Non-binary: dome.
    NonBinary,
    /// Not known: rounded square with a question mark.
    #[default]
    Unknown,
}

/// What kind of life this is on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeCourse {
    /// Was born.
    #[default]
    Born,
    /// Is expected.
    Pregnancy,
    /// Was lost before birth.
    Miscarriage,
    /// Was born dead.
    Stillbirth,
    /// A pregnancy that was ended.
    Abortion,
}

/// Alive or dead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vital {
    /// Alive as far as the map knows.
    #[default]
    Living,
    /// Died, on this date where known.
    Dead(Option<PartialDate>),
}

/// Several people drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crowd {
    /// How many, where known.
    pub count: Option<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_names_keep_their_tussenvoegsel() {
        let cases = [
            ("Kim", ("Kim", "", "")),
            ("Kim Lammers", ("Kim", "", "Lammers")),
            ("Wim van Osdaal", ("Wim", "van", "Osdaal")),
            ("Jo van der Berg", ("Jo", "van der", "Berg")),
            ("Anna Maria de Wit Jansen", ("Anna Maria", "de", "Wit Jansen")),
            ("Piet van", ("Piet", "", "van")),
            ("", ("", "", "")),
        ];
        for (typed, (call, prefix, family)) in cases {
            let name = Name::from_typed(typed);
            let parts = (name.call.as_str(), name.prefix.as_str(), name.family.as_str());
            assert_eq!(parts, (call, prefix, family), "{typed}");
            assert_eq!(name.full(), typed);
        }
    }

    #[test]
    fn what_a_field_does_not_show_of_a_name_stays() {
        let rich = Name {
            given: "Wilhelmus Theodorus".to_owned(),
            call: "Wim".to_owned(),
            prefix: "van".to_owned(),
            family: "Dijk".to_owned(),
            birth: "de Wit".to_owned(),
            other: "Sr.".to_owned(),
        };
        let better = rich.written_over("Willem van Dijk");
        assert_eq!(better, Name { call: "Willem".to_owned(), ..rich.clone() });
        assert_eq!(rich.written_over(&rich.full()), rich, "as it was");
        // Given names that are shown are what is written over; so are words in their place.
        let given = Name { call: String::new(), ..rich.clone() };
        assert_eq!(
            given.written_over("Wim van Dijk"),
            Name { given: String::new(), ..rich.clone() }
        );
        let described = Name { other: "moeder van Rob".to_owned(), ..Name::default() };
        assert_eq!(described.written_over("Ria"), Name::called("Ria"));
        // Whoever empties the field wants no name there: no other comes up in its place.
        let empty = rich.written_over(" ");
        assert_eq!((empty.given.as_str(), empty.call.as_str()), ("", ""));
    }

    #[test]
    fn short_names_fall_back_on_what_there_is() {
        assert_eq!(Name::called("Kim").short(), "Kim");
        let described = Name { other: "moeder van Rob".to_owned(), ..Name::default() };
        assert_eq!(described.short(), "moeder van Rob");
        assert_eq!(described.full(), "moeder van Rob");
        assert!(Name::default().is_empty());
    }

    #[test]
    fn nobody_grows_older_than_people_do() {
        let date = |text: &str| Date::parse(text).expect("a date");
        let age = |birth: &str, vital| {
            let birth = Some(PartialDate::Exactly(date(birth)));
            Person { birth, vital, ..Person::default() }.age_on(date("2026"))
        };
        assert_eq!(age("1979", Vital::Living), Some(AgeRange::exactly(47)));
        assert_eq!(age("1403", Vital::Living), None, "623 years");
        assert_eq!(age("1901", Vital::Living), None, "125 years");
        assert_eq!(age("1904", Vital::Living), Some(AgeRange::exactly(122)));
        assert_eq!(age("1979", Vital::Dead(None)), None);
    }

    #[test]
    fn names_sort_by_family_name_without_prefix() {
        let key = |typed| Name::from_typed(typed).sort_key();
        assert!(key("Jo van der Berg") < key("Kim Lammers"));
    }
}
