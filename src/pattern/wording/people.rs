//! People in a sentence: by kin words while they fit, else by name, else by number.

use super::{MAX_WORDS, Wording, words};
use crate::i18n::Message;
use crate::kinship::Names;
use crate::model::PersonId;
use crate::pattern::{Finding, Pattern};

/// More people than this are not named one by one.
const MOST_NAMED: usize = 8;

/// How fully people are called in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fullness {
    /// "opa Wim, je zus Sandra en jou".
    KinWords,
    /// Kin words where they are short, else names.
    Brief,
    /// Names.
    Names,
    /// "9 mensen, onder wie opa Wim en jou".
    Among,
    /// "9 mensen".
    Number,
}

impl Fullness {
    /// The fullest first.
    const ALL: [Self; 5] = [Self::KinWords, Self::Brief, Self::Names, Self::Among, Self::Number];
}

impl Wording<'_> {
    /// One person, as the object of a sentence.
    pub(super) fn who(&self, person: &PersonId, finding: &Finding) -> String {
        if self.is_hidden(finding) { self.short(person) } else { self.kin.object(person) }
    }

    /// One person as the subject: like [`Self::who`], but "jij".
    pub(super) fn who_does(&self, person: &PersonId, finding: &Finding) -> String {
        if self.kin.is_you(person) { self.kin.subject(person) } else { self.who(person, finding) }
    }

    /// Nothing but the short name.
    pub(super) fn short(&self, person: &PersonId) -> String {
        let name = self.map.person(person).map_or("", |it| it.name.short());
        if !self.kin.is_you(person) && !name.is_empty() && self.names == Names::Shown {
            // "Mary" of "Mary, Queen of Scots".
            let ends = |c: char| c == ',' || c.is_whitespace();
            let first = name.split(ends).find(|word| !word.is_empty()).unwrap_or(name);
            return if words(name) <= 2 { name.to_owned() } else { first.to_owned() };
        }
        let called = self.kin.object(person);
        let bare = if words(&called) <= 2 { Some(called) } else { self.kin.word(person) };
        bare.filter(|word| words(word) <= 2).unwrap_or_else(|| self.texts.get("kin-someone"))
    }

    /// The sentence that `say` makes of the people, in the fullest way that stays short enough.
    pub(super) fn with_people(
        &self,
        people: &[PersonId],
        finding: &Finding,
        say: impl Fn(&str) -> Message,
    ) -> String {
        let people = self.in_order(people, finding);
        let mut best = String::new();
        for fullness in Fullness::ALL {
            let Some(list) = self.list(&people, finding, fullness) else { continue };
            best = self.texts.say(&say(&list));
            if words(&best) <= MAX_WORDS {
                break;
            }
        }
        best
    }

    /// The people in the order in which they are said, and their ages with them. Whoever is spoken to
    /// comes last ("oma, je moeder en jou"), but not in a line from parent to child.
    pub(super) fn in_order<'p>(
        &self,
        people: &'p [PersonId],
        finding: &Finding,
    ) -> Vec<&'p PersonId> {
        let mut people: Vec<&PersonId> = people.iter().collect();
        if !matches!(finding.pattern, Pattern::SameAge | Pattern::EverYounger) {
            people.sort_by_key(|person| self.kin.is_you(person));
        }
        people
    }

    /// The people in words; `None` where that way of saying does not suit them.
    fn list(&self, people: &[&PersonId], finding: &Finding, how: Fullness) -> Option<String> {
        let few = people.len() <= MOST_NAMED;
        let each = |name: &dyn Fn(&PersonId) -> String| {
            let names: Vec<String> = people.iter().map(|person| name(person)).collect();
            Some(self.kin.list(&names))
        };
        match how {
            // With several focus people every word names one of them: too much for a list.
            Fullness::KinWords if 1 < people.len() && !self.kin.speaks_to_focus() => None,
            Fullness::KinWords if few => each(&|person| self.who(person, finding)),
            Fullness::Brief if few => each(&|person| self.brief(person, finding)),
            Fullness::Names if few => each(&|person| self.short(person)),
            Fullness::KinWords | Fullness::Brief | Fullness::Names => None,
            Fullness::Among => {
                let [first, .., last] = people else { return None };
                let some = [self.brief(first, finding), self.brief(last, finding)];
                let message = Message::new("find-n-people-with").arg("n", people.len());
                Some(self.texts.say(&message.arg("some", self.kin.list(&some))))
            }
            Fullness::Number if people.len() == 1 => None,
            Fullness::Number => {
                Some(self.texts.say(&Message::new("find-n-people").count("n", people.len())))
            }
        }
    }

    /// Like [`Self::brief`], but "jij".
    pub(super) fn brief_does(&self, person: &PersonId, finding: &Finding) -> String {
        if self.kin.is_you(person) { self.kin.subject(person) } else { self.brief(person, finding) }
    }

    /// The kin word where it is short ("oma Ans"), else the name ("Mila").
    pub(super) fn brief(&self, person: &PersonId, finding: &Finding) -> String {
        let full = self.who(person, finding);
        if words(&full) <= 3 { full } else { self.short(person) }
    }

    /// Are all of them dead?
    pub(super) fn all_dead(&self, people: &[PersonId]) -> bool {
        !people.is_empty() && people.iter().all(|person| self.is_dead(person))
    }
}
