//! How the focus person would call somebody: "oma Ans", "je broer Danny", "Kevin (ex van je zus)".
//!
//! The words are in the message files (`kin.ftl`); gender chooses among them. With one focus
//! person they speak to that person ("je moeder"); with several, or for somebody who looks on, they
//! name the nearest focus person ("Ria (moeder van Kim)"). Without a focus person, and for people
//! who are not related, there is only the name.

use std::collections::BTreeMap;

use super::kin::{Couple, Kin, Place, Share, Side, Step, kin};
use crate::i18n::{Lang, Message, Texts};
use crate::model::{Bond, FamilyMap, Gender, PersonId};

/// Who the words are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Address {
    /// The focus person, called "je". Falls back on the other when there are several.
    #[default]
    FocusPerson,
    /// Somebody who looks on.
    Onlooker,
}

/// Whether names are said beside the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// "oma Ans".
    #[default]
    Shown,
    /// "oma".
    Hidden,
}

/// The words for everybody on one map, in one language.
#[derive(Clone, Debug)]
pub struct KinWords<'a> {
    map: &'a FamilyMap,
    texts: Texts,
    names: Names,
    /// Speaks to the one focus person?
    to_focus: bool,
    places: BTreeMap<PersonId, Place>,
    /// How many people are the same kind of parent to the focus person.
    n_parents: BTreeMap<(Kin, Gender), usize>,
}

impl<'a> KinWords<'a> {
    /// Works the words out: linear in the map, but for a logarithm.
    #[must_use]
    pub fn of(map: &'a FamilyMap, lang: Lang, address: Address, names: Names) -> Self {
        let places = kin(map);
        let mut n_parents: BTreeMap<(Kin, Gender), usize> = BTreeMap::new();
        for (id, place) in &places {
            if let (Kin::Ancestor { generations: 1, .. }, Some(it)) = (place.kin, map.person(id)) {
                *n_parents.entry((place.kin, it.gender)).or_default() += 1;
            }
        }
        let n_focus = places.values().filter(|place| place.kin == Kin::Focus).count();
        let to_focus = address == Address::FocusPerson && n_focus == 1;
        Self { map, texts: Texts::new(lang), names, to_focus, places, n_parents }
    }

    /// What everybody is called where there are no names: "hoofdpersoon", "oma". Who is not connected
    /// is missing. Of several focus persons each has a number, and the others are what they are to the
    /// first: the mothers of two partners are not both "moeder".
    #[must_use]
    pub fn in_place_of_names(map: &FamilyMap, lang: Lang) -> BTreeMap<PersonId, String> {
        let focus = map.focus.iter().take(1).cloned().collect();
        let of_first = FamilyMap { focus, ..map.clone() };
        let [first, any] =
            [&of_first, map].map(|map| KinWords::of(map, lang, Address::Onlooker, Names::Hidden));
        let word = |id| {
            let main = focus_word(map, id, any.texts);
            let to_another = || any.word(id).map(|_| any.called(id));
            main.or_else(|| first.word(id)).or_else(to_another)
        };
        map.people.keys().filter_map(|id| Some((id.clone(), word(id)?))).collect()
    }

    /// Who `person` is to the nearest focus person; `None` when they are not connected.
    #[must_use]
    pub fn place(&self, person: &PersonId) -> Option<&Place> {
        self.places.get(person)
    }

    /// Is `person` the one who is spoken to as "je"?
    #[must_use]
    pub fn is_you(&self, person: &PersonId) -> bool {
        self.to_focus && self.places.get(person).is_some_and(|place| place.kin == Kin::Focus)
    }

    /// Do the words speak to the one focus person?
    #[must_use]
    pub const fn speaks_to_focus(&self) -> bool {
        self.to_focus
    }

    /// The bare word, without a name: "oma", "halfzus", "dochter van je zus". `None` for focus
    /// people and for those who have no word.
    #[must_use]
    pub fn word(&self, person: &PersonId) -> Option<String> {
        let place = self.places.get(person)?;
        let message = match place.kin {
            Kin::Focus | Kin::Far => return None,
            Kin::SiblingsChild => Message::new("kin-siblings-child").arg("of", self.through(place)),
            Kin::Of(step) => {
                let word = self.texts.say(&with_gender(step_word(step), self.gender(person)));
                Message::new("kin-of").arg("word", word).arg("of", self.through(place))
            }
            kin => own_word(kin)?,
        };
        Some(self.texts.say(&with_gender(message, self.gender(person))))
    }

    /// As in a list after "bij": "oma Ans", "je broer Danny", "jou", "iemand".
    #[must_use]
    pub fn object(&self, person: &PersonId) -> String {
        if self.is_you(person) { self.texts.get("kin-you-object") } else { self.called(person) }
    }

    /// As the subject of a sentence: like [`Self::object`], but "jij".
    #[must_use]
    pub fn subject(&self, person: &PersonId) -> String {
        if self.is_you(person) { self.texts.get("kin-you") } else { self.called(person) }
    }

    /// Nothing but the name; the word where there is no name: "Ans", "oma".
    #[must_use]
    pub fn bare(&self, person: &PersonId) -> String {
        self.name(person).map_or_else(|| self.object(person), str::to_owned)
    }

    /// With the title that people have in the mouth of the focus person: "oma Ans", "tante Els", "je
    /// moeder", "je pleegmoeder Annie".
    #[must_use]
    pub fn titled(&self, person: &PersonId) -> String {
        let called = self.object(person);
        let place = self.places.get(person);
        let is_foster = place.is_some_and(|place| {
            let bond = Bond::Foster;
            place.kin == Kin::Ancestor { generations: 1, bond }
        });
        match (self.name(person), self.word(person)) {
            (Some(name), Some(word)) if is_foster && self.to_focus => {
                self.texts.say(&Message::new("kin-your-named").arg("word", word).arg("name", name))
            }
            // English writes a title before a name with a capital: "with Uncle Siem".
            (Some(_), Some(_)) if self.texts.lang() == Lang::En => match place.map(|it| it.kin) {
                Some(kin) if self.is_title(person, kin) => capital(&called),
                _ => called,
            },
            _ => called,
        }
    }

    /// Does the word stand before the name: "oma Ans", "tante Els"? Who is neither a woman nor a man
    /// has no such word: "oom of tante Robin" is nobody's name.
    fn is_title(&self, person: &PersonId, kin: Kin) -> bool {
        has_title(kin) && is_woman_or_man(self.gender(person))
    }

    /// What is said behind the name of who is no blood kin of the focus person, between commas: "je
    /// ex", "de ex van je moeder". `None` for everybody else, and where the name is not said.
    #[must_use]
    pub fn aside(&self, person: &PersonId) -> Option<String> {
        self.name(person).filter(|_| self.to_focus)?;
        let place = self.places.get(person)?;
        match place.kin {
            Kin::Partner(_) | Kin::ParentInLaw | Kin::SiblingInLaw | Kin::ChildInLaw => {
                let word = self.word(person)?;
                Some(self.texts.say(&Message::new("kin-your").arg("word", word)))
            }
            Kin::Of(step) => {
                let of = self.through(place);
                Some(match self.texts.lang() {
                    Lang::Nl => self.the_of(step, self.gender(person), of),
                    Lang::En => {
                        let word = with_gender(step_word(step), self.gender(person));
                        let message = Message::new("kin-whose").arg("of", of);
                        self.texts.say(&message.arg("word", self.texts.say(&word)))
                    }
                })
            }
            _ => None,
        }
    }

    /// With who that is: "oma Ans, de moeder van je moeder".
    #[must_use]
    pub fn explained(&self, person: &PersonId) -> String {
        let named = self.object(person);
        let Some(place) = self.places.get(person).filter(|_| self.to_focus) else { return named };
        let (Some(through), 2..) = (&place.through, place.steps) else { return named };
        if matches!(place.kin, Kin::Of(_) | Kin::SiblingsChild | Kin::Far) {
            return named;
        }
        if let Kin::Sibling(share) = place.kin {
            return match (share, self.side_of_sibling(place)) {
                (Share::Half, Some(Side::Mother)) => {
                    self.texts.say(&Message::new("kin-explained-side-mother").arg("named", named))
                }
                (Share::Half, Some(Side::Father)) => {
                    self.texts.say(&Message::new("kin-explained-side-father").arg("named", named))
                }
                _ => named,
            };
        }
        let Some((step, of)) = self.last_step(person, through) else { return named };
        let gender = self.gender(person);
        let neuter = matches!(step, Step::Child(_)) && !is_woman_or_man(gender);
        let word = self.texts.say(&with_gender(step_word(step), gender));
        let message = Message::new("kin-explained")
            .arg("named", named)
            .arg("neuter", if neuter { "yes" } else { "no" })
            .arg("word", word)
            .arg("of", of);
        self.texts.say(&message)
    }

    /// "Ans, Linda en Kim".
    #[must_use]
    pub fn list(&self, people: &[String]) -> String {
        list(self.texts, people)
    }

    fn called(&self, person: &PersonId) -> String {
        let name = self.name(person);
        let Some(place) = self.places.get(person) else { return self.name_or_someone(person) };
        if matches!(place.kin, Kin::Focus | Kin::Far) {
            return self.name_or_someone(person);
        }
        let Some(word) = self.word(person) else { return self.name_or_someone(person) };
        if !self.to_focus {
            return self.called_by_onlooker(person, place, &word, name);
        }
        let Some(name) = name else { return self.nameless(person, place, word) };
        let message = match place.kin {
            Kin::Ancestor { generations: 1, .. } => {
                let key = (place.kin, self.gender(person));
                if self.n_parents.get(&key).is_some_and(|n| 1 < *n) {
                    Message::new("kin-your-named").arg("word", word).arg("name", name)
                } else {
                    Message::new("kin-your").arg("word", word)
                }
            }
            kin if self.is_title(person, kin) => {
                Message::new("kin-title").arg("word", word).arg("name", name)
            }
            Kin::Ancestor { .. }
            | Kin::AuntUncle { .. }
            | Kin::Descendant { generations: 4.., .. } => {
                Message::new("kin-bracket").arg("word", word).arg("name", name)
            }
            Kin::SiblingsChild => Message::new("kin-siblings-child-named")
                .arg("name", name)
                .arg("of", self.through(place)),
            Kin::Of(step) => {
                let word = self.texts.say(&with_gender(step_word(step), self.gender(person)));
                let message = Message::new("kin-of-named").arg("name", name).arg("word", word);
                message.arg("of", self.through(place))
            }
            Kin::Focus
            | Kin::Far
            | Kin::Descendant { .. }
            | Kin::Sibling(_)
            | Kin::Partner(_)
            | Kin::Cousin
            | Kin::ParentInLaw
            | Kin::SiblingInLaw
            | Kin::ChildInLaw => Message::new("kin-your-named").arg("word", word).arg("name", name),
        };
        self.texts.say(&with_gender(message, self.gender(person)))
    }

    /// For somebody whose name is not known or not shown.
    fn nameless(&self, person: &PersonId, place: &Place, word: String) -> String {
        match place.kin {
            Kin::Ancestor { generations: 2.., .. } | Kin::AuntUncle { .. } => match place.side {
                Some(Side::Mother) => {
                    self.texts.say(&Message::new("kin-side-mother").arg("word", word))
                }
                Some(Side::Father) => {
                    self.texts.say(&Message::new("kin-side-father").arg("word", word))
                }
                None => word,
            },
            Kin::Of(_) | Kin::SiblingsChild => {
                let Some(through) = &place.through else { return word };
                let Some((step, of)) = self.last_step(person, through) else { return word };
                self.the_of(step, self.gender(person), of)
            }
            _ => self.texts.say(&Message::new("kin-your").arg("word", word)),
        }
    }

    fn called_by_onlooker(
        &self,
        person: &PersonId,
        place: &Place,
        word: &str,
        name: Option<&str>,
    ) -> String {
        let gender = self.gender(person);
        if let Kin::Of(step) = place.kin {
            let of = self.through(place);
            let Some(name) = name else { return self.the_of(step, gender, of) };
            let word = self.texts.say(&with_gender(step_word(step), gender));
            let message = Message::new("kin-of-named").arg("name", name).arg("word", word);
            return self.texts.say(&message.arg("of", of));
        }
        if let Kin::SiblingsChild = place.kin {
            let of = self.through(place);
            let Some(name) = name else { return self.the_of(Step::Child(Bond::Birth), gender, of) };
            let message = Message::new("kin-siblings-child-named").arg("name", name);
            return self.texts.say(&with_gender(message.arg("of", of), gender));
        }
        let owner = self.name_or_someone(&place.focus);
        let message = match name {
            Some(name) => Message::new("kin-of-named").arg("name", name),
            None => {
                let neuter = is_neuter(place.kin, gender);
                Message::new("kin-the-of").arg("neuter", if neuter { "yes" } else { "no" })
            }
        };
        self.texts.say(&message.arg("word", word).arg("of", owner))
    }

    /// "de moeder van je ex Marco".
    fn the_of(&self, step: Step, gender: Gender, of: String) -> String {
        let neuter = matches!(step, Step::Child(_)) && !is_woman_or_man(gender);
        let word = self.texts.say(&with_gender(step_word(step), gender));
        let message = Message::new("kin-the-of").arg("neuter", if neuter { "yes" } else { "no" });
        self.texts.say(&message.arg("word", word).arg("of", of))
    }

    /// The person through whom somebody was reached, as short as is clear.
    fn through(&self, place: &Place) -> String {
        let Some(through) = &place.through else { return self.texts.get("kin-someone") };
        // "Henry (man van Frances)": who is told by another is not told by a third.
        let is_further = self
            .places
            .get(through)
            .is_some_and(|it| matches!(it.kin, Kin::SiblingsChild | Kin::Of(_) | Kin::Far));
        match self.name(through).filter(|_| is_further) {
            Some(name) => name.to_owned(),
            None if self.to_focus => self.object(through),
            None => self.name_or_someone(through),
        }
    }

    /// The last step of the way to `person`, and its start in words. A brother or sister of an
    /// ancestor was reached over a grandparent, but is explained as "de zus van je moeder".
    fn last_step(&self, person: &PersonId, through: &PersonId) -> Option<(Step, String)> {
        let place = self.places.get(person)?;
        let before = self.places.get(through)?;
        let step = match place.kin {
            Kin::Focus | Kin::Far => return None,
            Kin::Ancestor { generations: 1, .. } => Step::Partner(Couple::Together),
            Kin::Ancestor { .. } | Kin::ParentInLaw => Step::Parent(Bond::Birth),
            Kin::Descendant { .. } | Kin::Cousin | Kin::SiblingsChild => Step::Child(Bond::Birth),
            Kin::Partner(couple) => Step::Partner(couple),
            Kin::ChildInLaw => Step::Partner(Couple::Together),
            Kin::Sibling(_) => Step::Sibling,
            Kin::Of(step) => step,
            Kin::AuntUncle { .. } => match before.kin {
                Kin::AuntUncle { .. } => Step::Partner(Couple::Together),
                _ => return Some((Step::Sibling, self.object(self.below(through)?))),
            },
            Kin::SiblingInLaw => match before.kin {
                Kin::Sibling(_) => Step::Partner(Couple::Together),
                _ => return Some((Step::Sibling, self.object(self.below(through)?))),
            },
        };
        Some((step, self.object(through)))
    }

    /// The next person on the way from `person` back to the focus person.
    fn below(&self, person: &PersonId) -> Option<&PersonId> {
        self.places.get(person)?.through.as_ref()
    }

    fn side_of_sibling(&self, place: &Place) -> Option<Side> {
        match self.gender(place.through.as_ref()?) {
            Gender::Woman => Some(Side::Mother),
            Gender::Man => Some(Side::Father),
            Gender::NonBinary | Gender::Unknown => None,
        }
    }

    fn gender(&self, person: &PersonId) -> Gender {
        self.map.person(person).map_or(Gender::Unknown, |it| it.gender)
    }

    /// The name, where there is one and names are shown.
    fn name(&self, person: &PersonId) -> Option<&'a str> {
        let name = self.map.person(person)?.name.short();
        (self.names == Names::Shown && !name.is_empty()).then_some(name)
    }

    fn name_or_someone(&self, person: &PersonId) -> String {
        let is_focus = || self.places.get(person).is_some_and(|place| place.kin == Kin::Focus);
        match self.name(person) {
            Some(name) => name.to_owned(),
            None if is_focus() && self.map.focus.len() < 2 => self.texts.get("kin-focus"),
            None if is_focus() => focus_word(self.map, person, self.texts).unwrap_or_default(),
            None => self.texts.get("kin-someone"),
        }
    }
}

/// That somebody is a focus person: "hoofdpersoon", of several "hoofdpersoon 2"; `None` for who is none.
#[must_use]
pub fn focus_word(map: &FamilyMap, person: &PersonId, texts: Texts) -> Option<String> {
    let nth = map.focus.iter().position(|id| id == person)? + 1;
    let numbered = || texts.say(&Message::new("person-is-focus-nth").count("nth", nth));
    Some(if map.focus.len() < 2 { texts.get("person-is-focus") } else { numbered() })
}

/// "Ans, Linda en Kim" in the language of `texts`; nothing for an empty list.
#[must_use]
pub fn list(texts: Texts, items: &[String]) -> String {
    let Some((last, rest)) = items.split_last() else { return String::new() };
    let Some((first, rest)) = rest.split_first() else { return last.clone() };
    let mut text = first.clone();
    for item in rest {
        text = texts.say(&Message::new("kin-list-next").arg("first", text).arg("next", item));
    }
    texts.say(&Message::new("kin-list-last").arg("first", text).arg("last", last))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn with_gender(message: Message, gender: Gender) -> Message {
    message.arg(
        "gender",
        match gender {
            Gender::Woman => "woman",
            Gender::Man => "man",
            Gender::NonBinary | Gender::Unknown => "other",
        },
    )
}

const fn is_woman_or_man(gender: Gender) -> bool {
    matches!(gender, Gender::Woman | Gender::Man)
}

/// Is the word of a woman or a man said before the name?
const fn has_title(kin: Kin) -> bool {
    matches!(kin, Kin::Ancestor { generations: 2..=4, .. } | Kin::AuntUncle { .. })
}

/// Dutch: does the word take "het"?
const fn is_neuter(kin: Kin, gender: Gender) -> bool {
    matches!(kin, Kin::Descendant { .. } | Kin::ChildInLaw | Kin::SiblingsChild)
        && !is_woman_or_man(gender)
}

/// The word of somebody one step away from somebody else.
const fn step_word(step: Step) -> Message {
    match step {
        Step::Parent(bond) => parent_word(bond),
        Step::Child(bond) => child_word(bond),
        Step::Sibling => Message::new("kin-sibling"),
        Step::Partner(couple) => partner_word(couple),
    }
}

/// The word of everybody who has one of their own.
fn own_word(kin: Kin) -> Option<Message> {
    Some(match kin {
        Kin::Focus | Kin::Far | Kin::Of(_) | Kin::SiblingsChild => return None,
        Kin::Ancestor { generations: 0 | 1, bond } => parent_word(bond),
        Kin::Ancestor { generations: 2, bond } => match bond {
            Bond::Foster | Bond::Guardian => Message::new("kin-grandparent-foster"),
            Bond::Step => Message::new("kin-grandparent-step"),
            Bond::Birth | Bond::Adopted | Bond::Donor => Message::new("kin-grandparent"),
        },
        Kin::Ancestor { generations: 3, .. } => Message::new("kin-great-grandparent"),
        Kin::Ancestor { generations: 4, .. } => Message::new("kin-great-great-grandparent"),
        Kin::Ancestor { generations, .. } => {
            Message::new("kin-ancestor").arg("generations", generations)
        }
        Kin::Descendant { generations: 0 | 1, bond } => child_word(bond),
        Kin::Descendant { generations: 2, .. } => Message::new("kin-grandchild"),
        Kin::Descendant { generations: 3, .. } => Message::new("kin-great-grandchild"),
        Kin::Descendant { generations, .. } => {
            Message::new("kin-descendant").arg("generations", generations)
        }
        Kin::Sibling(share) => match share {
            Share::Full => Message::new("kin-sibling"),
            Share::Half => Message::new("kin-sibling-half"),
            Share::Adopted => Message::new("kin-sibling-adopted"),
            Share::Foster => Message::new("kin-sibling-foster"),
            Share::Step => Message::new("kin-sibling-step"),
        },
        Kin::Partner(couple) => partner_word(couple),
        Kin::AuntUncle { generations: 0 | 1 } => Message::new("kin-aunt-uncle"),
        Kin::AuntUncle { .. } => Message::new("kin-great-aunt-uncle"),
        Kin::Cousin => Message::new("kin-cousin"),
        Kin::ParentInLaw => Message::new("kin-parent-in-law"),
        Kin::SiblingInLaw => Message::new("kin-sibling-in-law"),
        Kin::ChildInLaw => Message::new("kin-child-in-law"),
    })
}

const fn parent_word(bond: Bond) -> Message {
    match bond {
        Bond::Birth => Message::new("kin-parent"),
        Bond::Adopted => Message::new("kin-parent-adopted"),
        Bond::Foster => Message::new("kin-parent-foster"),
        Bond::Step => Message::new("kin-parent-step"),
        Bond::Guardian => Message::new("kin-parent-guardian"),
        Bond::Donor => Message::new("kin-parent-donor"),
    }
}

const fn child_word(bond: Bond) -> Message {
    match bond {
        Bond::Birth => Message::new("kin-child"),
        Bond::Adopted => Message::new("kin-child-adopted"),
        Bond::Foster | Bond::Guardian => Message::new("kin-child-foster"),
        Bond::Step => Message::new("kin-child-step"),
        Bond::Donor => Message::new("kin-child-donor"),
    }
}

const fn partner_word(couple: Couple) -> Message {
    match couple {
        Couple::Married => Message::new("kin-spouse"),
        Couple::Together | Couple::Apart => Message::new("kin-partner"),
        Couple::Ex => Message::new("kin-ex"),
    }
}

#[cfg(test)]
mod tests;
