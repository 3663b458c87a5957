//! The people of a map, as the sentences of a card call them (grammar.md §2).

use std::collections::BTreeMap;

use super::{Audience, Fullness, MAX_NAMES, Number, People, Person, Subject};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{Address, Kin, KinWords, Names, Side};
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
    /// Parents by birth or adoption of the one focus person.
    n_parents: usize,
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
        // Who died is not spoken to.
        let is_dead = |id: &PersonId| map.person(id).is_none_or(|it| it.is_dead());
        let grown_up = |id: &&PersonId| !is_minor(map, id, today) && !is_dead(id);
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
        let places = map.people.keys().filter_map(|id| words.place(id));
        let n_parents = places.filter(|place| is_parent(place.kin)).count();
        let texts = Texts::new(lang);
        Self { map, words, texts, audience, shared, today, generations, bearers, n_parents }
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
        let plain = |name: String| Subject {
            object: name.clone(),
            name,
            aside: None,
            number: Number::One,
            generation,
            you: false,
        };
        if self.audience == Audience::One && self.is_focus(person) {
            let (name, object) = (self.words.subject(person), self.words.object(person));
            return Subject { object, number: Number::You, you: true, ..plain(name) };
        }
        if how == Fullness::Short {
            return plain(self.with_year(person, self.words.bare(person)));
        }
        let kin = self.kin(person);
        if let Some(called) = self.of_both(person, kin) {
            return plain(called);
        }
        if let Some(called) = self.told_apart(person, kin) {
            return plain(called);
        }
        match self.audience {
            Audience::One if self.is_told_by_title(person, kin) => plain(self.titled(person)),
            Audience::One => {
                let aside = self.words.aside(person).map(|aside| format!(", {aside},"));
                Subject { aside, ..plain(self.words.bare(person)) }
            }
            Audience::Together if n == 1 => {
                let (name, whole) = (self.words.bare(person), self.words.object(person));
                // Whose mother she is need not be said to her own child and the partner of that.
                let is_parent = matches!(kin, Kin::Ancestor { generations: 1, .. });
                let is_titled = is_titled(kin) && !is_parent;
                let is_further = is_titled || matches!(kin, Kin::ParentInLaw | Kin::Of(_));
                let aside = whole.strip_prefix(&name).filter(|it| is_further && !it.is_empty());
                Subject { aside: aside.map(str::to_owned), ..plain(name) }
            }
            Audience::Together | Audience::Nobody => plain(self.words.bare(person)),
        }
    }

    /// "jullie moeder", "opa Jan": what brothers and sisters call somebody.
    fn of_both(&self, person: &PersonId, kin: Kin) -> Option<String> {
        let words = self.shared.as_ref()?;
        match kin {
            Kin::Ancestor { generations: 1, .. } => {
                let word = words.word(person)?;
                Some(self.texts.say(&Message::new("say-your-two").arg("word", word)))
            }
            // No title: told like anybody else, with who it is behind the name.
            Kin::Ancestor { .. } | Kin::AuntUncle { .. } if !self.is_woman_or_man(person) => None,
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

    /// "oma Nel"; where both grandmothers are called so "oma Nel van moederskant", else with the year
    /// of birth.
    fn titled(&self, person: &PersonId) -> String {
        let called = self.words.titled(person);
        let same = |it: &PersonId| self.words.titled(it) == called;
        if self.is_alone(person, same) {
            return called;
        }
        let side = |id: &PersonId| self.words.place(id).and_then(|place| place.side);
        let own = side(person);
        let message = match own {
            Some(Side::Mother) => Message::new("kin-side-mother"),
            Some(Side::Father) => Message::new("kin-side-father"),
            None => return self.born(person, called),
        };
        if self.is_alone(person, |it| same(it) && side(it) == own) {
            return self.texts.say(&message.arg("word", called));
        }
        self.born(person, called)
    }

    /// What a name that somebody else bears too is told apart by: the kin word, else the family name,
    /// else the year of birth. `None` for a name of one person, and where a title tells it.
    fn told_apart(&self, person: &PersonId, kin: Kin) -> Option<String> {
        let own = self.map.person(person)?.name.short();
        if !self.is_shared_name(own) || self.is_told_by_title(person, kin) {
            return None;
        }
        if self.audience == Audience::Together && self.is_focus(person) {
            // All others of this name are told with their word.
            let is_only = self.is_alone(person, |it| self.is_focus(it));
            return (!is_only).then(|| self.with_year(person, own.to_owned()));
        }
        let word = match self.audience {
            Audience::One | Audience::Together => self.worded(person, kin),
            Audience::Nobody => None,
        };
        let is_other =
            |it: &PersonId, own: &str| self.worded(it, self.kin(it)).as_deref() == Some(own);
        let word =
            word.filter(|word| *word != own && self.is_alone(person, |it| is_other(it, word)));
        Some(word.unwrap_or_else(|| self.with_year(person, own.to_owned())))
    }

    /// "Oma Nel", "je moeder"; but who is neither a woman nor a man is called by the name alone: "oom
    /// of tante Robin" nobody says.
    fn is_told_by_title(&self, person: &PersonId, kin: Kin) -> bool {
        let is_title = matches!(kin, Kin::Ancestor { generations: 1, .. })
            || self.is_woman_or_man(person)
            || self.map.person(person).is_none_or(|it| it.name.short().is_empty());
        self.audience == Audience::One && is_titled(kin) && is_title
    }

    fn is_woman_or_man(&self, person: &PersonId) -> bool {
        matches!(self.gender(person), Gender::Woman | Gender::Man)
    }

    /// With the word that says who it is, whether that is needed or not.
    fn worded(&self, person: &PersonId, kin: Kin) -> Option<String> {
        let Some(shared) = &self.shared else { return Some(self.words.object(person)) };
        if !matches!(kin, Kin::Cousin | Kin::Sibling(_)) {
            return Some(self.words.object(person));
        }
        let word = self.texts.say(&Message::new("say-your-two").arg("word", shared.word(person)?));
        Some(format!("{word} {}", self.words.bare(person)))
    }

    fn is_shared_name(&self, name: &str) -> bool {
        !name.is_empty() && self.bearers.get(name).is_some_and(|all| 1 < all.len())
    }

    /// Is it so of nobody else who bears the same name?
    fn is_alone(&self, person: &PersonId, is: impl Fn(&PersonId) -> bool) -> bool {
        let name = self.map.person(person).map(|it| it.name.short()).unwrap_or_default();
        let mut others = self.bearers.get(name).into_iter().flatten().filter(|it| **it != person);
        !others.any(|it| is(it))
    }

    /// A name that is borne twice, with the family name where that tells who it is, else with the
    /// year of birth.
    fn with_year(&self, person: &PersonId, called: String) -> String {
        let Some(it) = self.map.person(person).filter(|_| self.is_shared_name(&called)) else {
            return called;
        };
        let full = |id: &PersonId| self.map.person(id).map(|it| it.name.full());
        let own = it.name.full();
        if own != called && self.is_alone(person, |it| full(it).as_deref() == Some(&own)) {
            return own;
        }
        self.born(person, called)
    }

    /// With the year of birth. Where there is no name, often because names are off, a year would only
    /// give away who it is.
    fn born(&self, person: &PersonId, called: String) -> String {
        let named = self.map.person(person).filter(|it| !it.name.short().is_empty());
        match named.and_then(|it| it.birth) {
            Some(birth) => format!("{called} ({})", birth.year()),
            None => called,
        }
    }

    /// All, with those in one word who are always said together; each with the people it stands for.
    fn named(&self, people: &[PersonId], how: Fullness) -> Vec<(Subject, usize)> {
        let mut subjects: Vec<(bool, &PersonId, Subject)> = Vec::new();
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
                    subjects.push((false, person, self.group(person, id, 2)));
                }
                parents_said = true;
            } else if all_focus && self.is_focus(person) {
                focus_said = true;
            } else {
                let kin = self.kin(person);
                let is_worded = !self.is_focus(person) && self.told_apart(person, kin).is_some();
                subjects.push((is_worded, person, self.one(person, how, people.len())));
            }
        }
        // "Sofie en je zoon Jan": the other way round Sofie would be a son too.
        let is_near = |a: &Subject, b: &Subject| a.generation == b.generation && !a.you && !b.you;
        for near in subjects.chunk_by_mut(|(.., a), (.., b)| is_near(a, b)) {
            near.sort_by_key(|(is_worded, ..)| *is_worded);
        }
        let subjects = subjects.into_iter().map(|(_, person, it)| (person, it));
        let mut subjects = self.without_doubles(subjects.collect());
        if focus_said && let Some(person) = people.iter().find(|it| self.is_focus(it)) {
            let mut all = self.group(person, "say-you-two", focus);
            all.you = true;
            subjects.push((all, focus));
        }
        subjects
    }

    /// "Twee zussen", not "je zus en je zus": of whom the names are not known.
    fn without_doubles(&self, subjects: Vec<(&PersonId, Subject)>) -> Vec<(Subject, usize)> {
        let mut same: BTreeMap<String, Vec<&PersonId>> = BTreeMap::new();
        for (person, subject) in subjects.iter().filter(|(_, it)| it.number == Number::One) {
            let aside = subject.aside.as_deref().unwrap_or_default();
            same.entry(format!("{}{aside}", subject.name)).or_default().push(*person);
        }
        same.retain(|_, people| 1 < people.len());
        let first = |(person, subject): (&PersonId, Subject)| {
            let aside = subject.aside.as_deref().unwrap_or_default();
            let Some(people) = same.get(&format!("{}{aside}", subject.name)) else {
                // The only word for several that stands here is the one for both parents.
                let n = if subject.number == Number::Many { 2 } else { 1 };
                return Some((subject, n));
            };
            if people.first() != Some(&person) {
                return None;
            }
            let class = Class::of(self.kin(person));
            let is_one = people.iter().all(|it| Class::of(self.kin(it)) == class);
            let has_words = is_one && self.audience == Audience::One;
            let group = has_words.then(|| self.group_of(class, people)).flatten();
            let group = group.unwrap_or_else(|| {
                let count = self.texts.say(&Message::new("kin-count").count("n", people.len()));
                let name = self.texts.say(&Message::new("say-people").arg("count", count));
                Subject { object: name.clone(), name, aside: None, number: Number::Many, ..subject }
            });
            Some((group, people.len()))
        };
        subjects.into_iter().filter_map(first).collect()
    }

    fn group(&self, first: &PersonId, id: &'static str, n: usize) -> Subject {
        let name = self.texts.say(&Message::new(id).count("n", n));
        let generation = self.generations.get(first).copied().unwrap_or_default();
        let number = Number::Many;
        Subject { object: name.clone(), name, aside: None, number, generation, you: false }
    }

    /// More than a few: what they are to the focus person, with how many. Each with the people that it
    /// stands for.
    fn grouped(&self, people: &[PersonId]) -> Vec<(Subject, usize)> {
        let mut classes: Vec<(Class, Vec<&PersonId>)> = Vec::new();
        for person in people {
            let class = Class::of(self.kin(person));
            match classes.iter_mut().find(|(it, _)| *it == class) {
                Some((_, members)) => members.push(person),
                None => classes.push((class, vec![person])),
            }
        }
        let subjects = classes.into_iter().flat_map(|(class, members)| {
            let one = |person: &&PersonId| (self.one(person, Fullness::Named, people.len()), 1);
            if let Some(all) = self.group_of(class, &members) {
                return vec![(all, members.len())];
            }
            // "Drie broers en zussen en jij": only "jullie alle drie" has who is spoken to in it.
            let (you, others): (Vec<&PersonId>, Vec<&PersonId>) =
                members.iter().partition(|it| self.is_focus(it));
            let group = self.group_of(class, &others).filter(|_| !you.is_empty());
            match group {
                Some(group) => {
                    [(group, others.len())].into_iter().chain(you.iter().map(one)).collect()
                }
                None => members.iter().map(one).collect(),
            }
        });
        subjects.collect()
    }

    /// So many at most; the rest as "nog drie anderen". Who is spoken to is never among the others, and
    /// comes last.
    fn few(&self, subjects: Vec<(Subject, usize)>) -> Vec<Subject> {
        if subjects.len() <= MAX_NAMES {
            return bare(subjects);
        }
        let (you, mut few): (Vec<_>, Vec<_>) = subjects.into_iter().partition(|(it, _)| it.you);
        let most = MAX_NAMES.saturating_sub(you.len()).max(1);
        if most < few.len() {
            let more = few.split_off(most - 1);
            few.push((self.more(more.iter().map(|(_, people)| people).sum()), 0));
        }
        bare(few.into_iter().chain(you).collect())
    }

    /// "Nog drie anderen".
    fn more(&self, n: usize) -> Subject {
        let count = self.texts.say(&Message::new("kin-count").count("n", n));
        let name = self.texts.say(&Message::new("say-more").arg("count", count));
        let (object, number) = (name.clone(), Number::Many);
        Subject { name, object, aside: None, number, generation: i32::MAX, you: false }
    }

    /// How many, and who is spoken to.
    fn counted(&self, people: &[PersonId]) -> Vec<Subject> {
        let own = |it: &PersonId| self.audience != Audience::Nobody && self.is_focus(it);
        let (you, others): (Vec<PersonId>, Vec<PersonId>) = people.iter().cloned().partition(own);
        let mut said = match others.as_slice() {
            [] | [_] => bare(self.named(&others, Fullness::Named)),
            _ => vec![self.more(others.len())],
        };
        said.extend(bare(self.named(&you, Fullness::Named)));
        said
    }

    /// Several who are the same to the focus person in one word, where there is one that is true.
    fn group_of(&self, class: Class, members: &[&PersonId]) -> Option<Subject> {
        let [first, second, rest @ ..] = members else { return None };
        let n = members.len();
        let is_all = || {
            let all = self.map.people.keys().filter(|it| Class::of(self.kin(it)) == class);
            all.count() == n
        };
        let say = |id: &'static str, members: &[&PersonId]| {
            let count = Message::new("kin-count").count("n", members.len());
            let message = Message::new(id).arg("count", self.texts.say(&count));
            let message = message.count("n", members.len()).arg("of", self.genders(members));
            self.texts.say(&message.arg("all", if is_all() { "yes" } else { "no" }))
        };
        // "Twee ooms en tantes" would be four; a woman and a man are "een oom en een tante".
        let of_gender =
            matches!(class, Class::Grandparents | Class::AuntsUncles | Class::Own | Class::Cousins);
        let is_you = members.iter().any(|it| self.is_focus(it));
        if of_gender && n == 2 && !is_you && self.genders(members) == "mixed" {
            return None;
        }
        let name = match class {
            Class::Grandparents if rest.is_empty() && self.are_a_couple(first, second) => {
                say("kin-both-grandparents", members)
            }
            Class::Grandparents => say("kin-n-grandparents", members),
            Class::Parents if n == 2 && self.n_parents == 2 => {
                let is_both = is_parent(self.kin(first)) && is_parent(self.kin(second));
                is_both.then(|| self.texts.get("kin-both-parents"))?
            }
            Class::Parents | Class::Near => return None,
            Class::AuntsUncles => say("kin-n-aunts-uncles", members),
            Class::Own if !members.iter().any(|it| self.is_focus(it)) => {
                say("kin-n-siblings", members)
            }
            Class::Own => is_all().then(|| say("kin-all-of-you", members))?,
            Class::Cousins => say("kin-n-cousins", members),
            Class::SiblingsChildren => say("kin-n-siblings-children", members),
            Class::Children => say("kin-n-children", members),
            Class::Grandchildren => say("kin-n-grandchildren", members),
            Class::Further if rest.is_empty() => return None,
            Class::Further => say("kin-further", members),
        };
        let generation = self.generations.get(*first).copied().unwrap_or_default();
        let number = if class == Class::Further { Number::One } else { Number::Many };
        let you = members.iter().any(|it| self.is_focus(it));
        Some(Subject { object: name.clone(), name, aside: None, number, generation, you })
    }

    /// Who they are, as words for several say it: `pair` for a woman and a man.
    fn genders(&self, members: &[&PersonId]) -> &'static str {
        let count = |gender| members.iter().filter(|it| self.gender(it) == gender).count();
        match (count(Gender::Woman), count(Gender::Man), members.len()) {
            (women, _, n) if women == n => "women",
            (_, men, n) if men == n => "men",
            (1, 1, 2) => "pair",
            _ => "mixed",
        }
    }

    fn are_a_couple(&self, a: &PersonId, b: &PersonId) -> bool {
        let is_pair = self.genders(&[a, b]) == "pair";
        is_pair && self.map.unions_of(a).any(|(_, union)| union.partners.contains(b))
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
        match how {
            Fullness::Named | Fullness::Short => bare(self.named(people, how)),
            Fullness::Few => self.few(self.named(people, Fullness::Short)),
            Fullness::Counted => self.counted(people),
            Fullness::Grouped => {
                let subjects = self.named(people, how);
                let has_groups = self.audience == Audience::One && MAX_NAMES < subjects.len();
                self.few(if has_groups { self.grouped(people) } else { subjects })
            }
        }
    }
}

fn bare(subjects: Vec<(Subject, usize)>) -> Vec<Subject> {
    subjects.into_iter().map(|(subject, _)| subject).collect()
}

/// What people are to the focus person, as groups are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Grandparents,
    Parents,
    AuntsUncles,
    Own,
    Cousins,
    SiblingsChildren,
    Children,
    Grandchildren,
    /// Always said one by one.
    Near,
    Further,
}

impl Class {
    const fn of(kin: Kin) -> Self {
        match kin {
            Kin::Focus | Kin::Sibling(_) => Self::Own,
            Kin::Ancestor { generations: 1, .. } => Self::Parents,
            Kin::Ancestor { generations: 2, .. } => Self::Grandparents,
            Kin::AuntUncle { generations: 1 } => Self::AuntsUncles,
            Kin::Cousin => Self::Cousins,
            Kin::SiblingsChild => Self::SiblingsChildren,
            Kin::Partner(_) => Self::Near,
            Kin::Descendant { generations: 1, .. } => Self::Children,
            Kin::Descendant { .. } => Self::Grandchildren,
            Kin::Ancestor { .. }
            | Kin::AuntUncle { .. }
            | Kin::ParentInLaw
            | Kin::SiblingInLaw
            | Kin::ChildInLaw
            | Kin::Of(_)
            | Kin::Far => Self::Further,
        }
    }
}

/// Does the focus person say a title before, or instead of, the name: "oma", "je moeder", "tante"?
const fn is_titled(kin: Kin) -> bool {
    matches!(kin, Kin::Ancestor { .. } | Kin::AuntUncle { .. })
}

const fn is_parent(kin: Kin) -> bool {
    matches!(kin, Kin::Ancestor { generations: 1, bond: Bond::Birth | Bond::Adopted })
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
