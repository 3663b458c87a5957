//! The people of a map, as the sentences of a card call them (grammar.md §2).

use std::collections::BTreeMap;

use super::{Audience, Fullness, MAX_NAMES, Number, People, Person, Subject};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{Address, Kin, KinWords, Names};
use crate::model::{Bond, Date, FamilyMap, Gender, PersonId};

/// The age from which somebody is told in the words for adults.
const GROWN_UP: i32 = 18;

/// Everybody on a map, as seen by the focus persons.
#[derive(Debug)]
pub struct Family<'a> {
    map: &'a FamilyMap,
    words: KinWords<'a>,
    texts: Texts,
    audience: Audience,
    /// Two focus persons of the same parents have one point of view: "jullie moeder", "opa Jan".
    shared: Option<KinWords<'a>>,
    today: Date,
    generations: &'a BTreeMap<PersonId, i32>,
    /// Who bears a name.
    bearers: BTreeMap<&'a str, Vec<&'a PersonId>>,
    /// Parents by birth or adoption, and brothers and sisters, of the one focus person.
    n_parents: usize,
    n_siblings: usize,
}

impl<'a> Family<'a> {
    /// For a card on `today`; `generations` are those of the layout.
    #[must_use]
    pub fn new(
        map: &'a FamilyMap,
        lang: Lang,
        names: Names,
        today: Date,
        generations: &'a BTreeMap<PersonId, i32>,
    ) -> Self {
        let focus = map.focus.iter().filter(|id| map.person(id).is_some());
        let grown_up = |id: &&PersonId| !is_minor(map, id, today);
        let audience = match (focus.clone().count(), focus.filter(grown_up).count()) {
            (1, 1) => Audience::One,
            (2.., _) => Audience::Together,
            _ => Audience::Nobody,
        };
        let address =
            if audience == Audience::One { Address::FocusPerson } else { Address::Onlooker };
        let words = KinWords::of(map, lang, address, names);
        let is_shared = audience == Audience::Together && have_the_same_parents(map);
        let shared = is_shared.then(|| KinWords::of(map, lang, Address::FocusPerson, names));
        let mut bearers: BTreeMap<&str, Vec<&PersonId>> = BTreeMap::new();
        for (id, person) in &map.people {
            bearers.entry(person.name.short()).or_default().push(id);
        }
        let count = |is: fn(Kin) -> bool| {
            let places = map.people.keys().filter_map(|id| words.place(id));
            places.filter(|place| is(place.kin)).count()
        };
        let (n_parents, n_siblings) = (count(is_parent), count(is_sibling));
        let texts = Texts::new(lang);
        Self {
            map,
            words,
            texts,
            audience,
            shared,
            today,
            generations,
            bearers,
            n_parents,
            n_siblings,
        }
    }

    fn kin(&self, person: &PersonId) -> Kin {
        self.words.place(person).map_or(Kin::Far, |place| place.kin)
    }

    fn is_focus(&self, person: &PersonId) -> bool {
        self.map.focus.contains(person)
    }

    /// One of `n` people: by name, or by the kin word that the focus person uses.
    fn one(&self, person: &PersonId, how: Fullness, n: usize) -> Subject {
        let generation = self.generations.get(person).copied().unwrap_or_default();
        if self.audience == Audience::One && self.is_focus(person) {
            let (name, object) = (self.words.subject(person), self.words.object(person));
            return Subject {
                name,
                object,
                aside: None,
                number: Number::You,
                generation,
                you: true,
            };
        }
        let kin = self.kin(person);
        if let Some(called) = self.of_both(person, kin).filter(|_| how != Fullness::Short) {
            let number = Number::One;
            return Subject {
                object: called.clone(),
                name: called,
                aside: None,
                number,
                generation,
                you: false,
            };
        }
        let with_word = |kin| match kin {
            Kin::Ancestor { .. } | Kin::AuntUncle { .. } => true,
            Kin::ParentInLaw | Kin::Of(_) => self.audience != Audience::One,
            _ => false,
        };
        let name = match self.audience {
            _ if how == Fullness::Short => self.words.bare(person),
            Audience::One if with_word(kin) => self.words.titled(person),
            Audience::Together | Audience::Nobody if n == 1 && with_word(kin) => {
                self.words.object(person)
            }
            _ => self.words.bare(person),
        };
        let name = self.told_apart(person, name, how);
        let is_one = self.audience == Audience::One && how != Fullness::Short;
        let aside = if is_one { self.words.aside(person) } else { None };
        let object = name.clone();
        Subject { name, object, aside, number: Number::One, generation, you: false }
    }

    /// "jullie moeder", "opa Jan": what brothers and sisters call somebody.
    fn of_both(&self, person: &PersonId, kin: Kin) -> Option<String> {
        let words = self.shared.as_ref()?;
        match kin {
            Kin::Ancestor { generations: 1, .. } => {
                let word = words.word(person)?;
                Some(self.texts.say(&Message::new("say-your-two").arg("word", word)))
            }
            Kin::Ancestor { .. } | Kin::AuntUncle { .. } => {
                let word = words.word(person)?;
                let name = self.map.person(person).map(|it| it.name.short());
                let Some(name) = name.filter(|name| !name.is_empty()) else { return Some(word) };
                // English writes a title before a name with a capital.
                let mut letters = word.chars();
                let first = letters.next().into_iter();
                Some(match self.texts.lang() {
                    Lang::Nl => format!("{word} {name}"),
                    Lang::En => {
                        let title: String =
                            first.flat_map(char::to_uppercase).chain(letters).collect();
                        format!("{title} {name}")
                    }
                })
            }
            _ => None,
        }
    }

    /// A name that somebody else bears gets the kin word, else the year of birth.
    fn told_apart(&self, person: &PersonId, called: String, how: Fullness) -> String {
        let Some(it) = self.map.person(person) else { return called };
        let own = it.name.short();
        let same = self.bearers.get(own).map_or(0, Vec::len);
        if same < 2 || own.is_empty() || called != own {
            return called;
        }
        let may_be_worded = self.audience == Audience::One && how != Fullness::Short;
        if may_be_worded && self.words.aside(person).is_none() {
            let worded = self.words.object(person);
            let is_same = |it: &&PersonId| *it != person && self.words.object(it) == worded;
            let is_shared = self.bearers.get(own).is_some_and(|all| all.iter().any(is_same));
            if worded != own && !is_shared {
                return worded;
            }
        }
        match it.birth {
            Some(birth) => format!("{called} ({})", birth.year()),
            None => called,
        }
    }

    /// All, with those in one word who are always said together.
    fn named(&self, people: &[PersonId], how: Fullness) -> Vec<Subject> {
        let mut subjects = Vec::new();
        let parents = people.iter().filter(|it| is_parent(self.kin(it))).count();
        let has_one_view = self.audience == Audience::One || self.shared.is_some();
        let id = if self.shared.is_some() { "say-parents-two" } else { "kin-both-parents" };
        let together =
            has_one_view && parents == 2 && self.n_parents == 2 && how != Fullness::Short;
        let focus = people.iter().filter(|it| self.is_focus(it)).count();
        let all_focus = self.audience == Audience::Together && focus == self.map.focus.len();
        let (mut parents_said, mut focus_said) = (false, false);
        for person in people {
            if together && is_parent(self.kin(person)) {
                if !parents_said {
                    subjects.push(self.group(person, id, 2));
                }
                parents_said = true;
            } else if all_focus && self.is_focus(person) {
                focus_said = true;
            } else {
                subjects.push(self.one(person, how, people.len()));
            }
        }
        if focus_said && let Some(person) = people.iter().find(|it| self.is_focus(it)) {
            let mut all = self.group(person, "say-you-two", focus);
            all.you = true;
            subjects.push(all);
        }
        subjects
    }

    fn group(&self, first: &PersonId, id: &'static str, n: usize) -> Subject {
        let name = self.texts.say(&Message::new(id).count("n", n));
        let generation = self.generations.get(first).copied().unwrap_or_default();
        let number = Number::Many;
        Subject { object: name.clone(), name, aside: None, number, generation, you: false }
    }

    /// More than a few: what they are to the focus person, with how many.
    fn grouped(&self, people: &[PersonId]) -> Vec<Subject> {
        let mut classes: Vec<(Class, Vec<&PersonId>)> = Vec::new();
        for person in people {
            let class = Class::of(self.kin(person));
            match classes.iter_mut().find(|(it, _)| *it == class) {
                Some((_, members)) => members.push(person),
                None => classes.push((class, vec![person])),
            }
        }
        let mut subjects = Vec::new();
        for (class, members) in classes {
            let [first, rest @ ..] = members.as_slice() else { continue };
            let n = members.len();
            if rest.is_empty() && class != Class::Further {
                subjects.push(self.one(first, Fullness::Named, people.len()));
                continue;
            }
            let women = members.iter().filter(|it| self.gender(it) == Gender::Woman).count();
            let men = members.iter().filter(|it| self.gender(it) == Gender::Man).count();
            let with_you = members.iter().any(|it| self.is_focus(it));
            let id = match class {
                Class::Grandparents if n == 2 && women == 1 && men == 1 => "kin-both-grandparents",
                Class::Grandparents => "kin-n-grandparents",
                Class::Parents if n == self.n_parents => "kin-both-parents",
                Class::Parents => "kin-n-parents",
                Class::AuntsUncles if women == n => "kin-n-aunts",
                Class::AuntsUncles if men == n => "kin-n-uncles",
                Class::AuntsUncles => "kin-n-aunts-uncles",
                Class::Own if with_you && n == self.n_siblings + 1 => "kin-all-of-you",
                Class::Own if with_you => "kin-you-and-siblings",
                Class::Own => "kin-n-siblings",
                Class::Cousins => "kin-n-cousins",
                Class::Children => "kin-n-children",
                Class::Grandchildren => "kin-n-grandchildren",
                Class::Further => "kin-further",
            };
            let mut subject = self.group(first, id, n);
            subject.you = with_you;
            subjects.push(subject);
        }
        subjects
    }

    fn gender(&self, person: &PersonId) -> Gender {
        self.map.person(person).map_or(Gender::Unknown, |it| it.gender)
    }
}

impl People<PersonId> for Family<'_> {
    fn audience(&self) -> Audience {
        self.audience
    }

    fn person(&self, person: &PersonId) -> Person {
        Person {
            dead: self.map.person(person).is_some_and(|it| it.is_dead()),
            minor: is_minor(self.map, person, self.today),
            generation: self.generations.get(person).copied().unwrap_or_default(),
            focus: self.is_focus(person),
        }
    }

    fn called(&self, people: &[PersonId], how: Fullness) -> Vec<Subject> {
        let subjects = self.named(people, how);
        if how != Fullness::Grouped || subjects.len() <= MAX_NAMES {
            return subjects;
        }
        if self.audience == Audience::One {
            return self.grouped(people);
        }
        let mut few: Vec<Subject> = subjects;
        let more = few.split_off(MAX_NAMES);
        let Some(first) = people.first() else { return few };
        few.push(self.group(first, "say-more", more.len()));
        few
    }
}

/// What people are to the focus person, as groups are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Grandparents,
    Parents,
    AuntsUncles,
    Own,
    Cousins,
    Children,
    Grandchildren,
    Further,
}

impl Class {
    const fn of(kin: Kin) -> Self {
        match kin {
            Kin::Focus | Kin::Sibling(_) => Self::Own,
            Kin::Ancestor { generations: 1, .. } => Self::Parents,
            Kin::Ancestor { generations: 2, .. } => Self::Grandparents,
            Kin::AuntUncle { generations: 1 } => Self::AuntsUncles,
            Kin::Cousin | Kin::SiblingsChild => Self::Cousins,
            Kin::Descendant { generations: 1, .. } => Self::Children,
            Kin::Descendant { .. } => Self::Grandchildren,
            Kin::Ancestor { .. }
            | Kin::AuntUncle { .. }
            | Kin::Partner(_)
            | Kin::ParentInLaw
            | Kin::SiblingInLaw
            | Kin::ChildInLaw
            | Kin::Of(_)
            | Kin::Far => Self::Further,
        }
    }
}

const fn is_parent(kin: Kin) -> bool {
    matches!(kin, Kin::Ancestor { generations: 1, bond: Bond::Birth | Bond::Adopted })
}

const fn is_sibling(kin: Kin) -> bool {
    matches!(kin, Kin::Sibling(_))
}

/// Are all focus persons children of the same union, and of no other?
fn have_the_same_parents(map: &FamilyMap) -> bool {
    let unions = |id| map.parent_unions(id).map(|(union, _)| union).collect::<Vec<_>>();
    let mut all = map.focus.iter().filter(|id| map.person(id).is_some()).map(unions);
    all.next().is_some_and(|first| !first.is_empty() && all.all(|other| other == first))
}

/// Certainly under age, and alive.
fn is_minor(map: &FamilyMap, person: &PersonId, today: Date) -> bool {
    let Some(person) = map.person(person).filter(|it| !it.is_dead()) else { return false };
    person.age_on(today).is_some_and(|age| age.hi < GROWN_UP)
}
