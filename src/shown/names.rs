//! The map without names, or with other ones: what somebody may look at who must not know who it is.
//!
//! Whatever somebody wrote in words of their own can hold a name, so all of it goes with the names:
//! title, wish, notes, own words, what a home or an organisation is called. What stays is what the
//! catalogue has words for, and years.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Texts};
pub use crate::model::Names;
use crate::model::{
    Entry, EntryField, FamilyMap, Field, Gender, GoalField, HouseholdField, MapField, Name, Person,
    PersonField, PersonId, RelationField, Strength, StrengthField, SupportField, UnionField,
};

impl Names {
    /// The next way, of all of them in turn.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Shown => Self::Kin,
            Self::Kin => Self::Invented,
            Self::Invented => Self::Off,
            Self::Off => Self::Shown,
        }
    }

    /// Does a field hold words that are not shown then, and so cannot be changed?
    #[must_use]
    pub const fn cover(self, field: &Field) -> bool {
        !matches!(self, Self::Shown) && is_of_own_words(field)
    }
}

/// Is a field for words of the family's own?
const fn is_of_own_words(field: &Field) -> bool {
    match field {
        Field::Map(of) => match of {
            MapField::Title | MapField::Wish | MapField::Dream => true,
            MapField::ThrowAway | MapField::Today => false,
        },
        Field::Person(_, of) => match of {
            PersonField::Born | PersonField::Died | PersonField::HowMany => false,
            PersonField::Name
            | PersonField::BirthName
            | PersonField::GivenNames
            | PersonField::Also
            | PersonField::Notes
            | PersonField::CoachNotes
            | PersonField::Wish
            | PersonField::CauseOfDeath
            | PersonField::Origin
            | PersonField::Language
            | PersonField::Faith
            | PersonField::Work => true,
        },
        Field::Union(_, of) => matches!(of, UnionField::Notes),
        Field::Entry(_, of) => {
            matches!(of, EntryField::Words | EntryField::Helped | EntryField::AccordingTo)
        }
        Field::Strength(_, of) => matches!(of, StrengthField::Words | StrengthField::AccordingTo),
        Field::Relation(_, of) => {
            matches!(of, RelationField::AccordingTo | RelationField::Notes)
        }
        Field::Household(_, of) => matches!(of, HouseholdField::Name | HouseholdField::Notes),
        Field::Support(_, of) => match of {
            SupportField::Name | SupportField::Words | SupportField::Notes => true,
        },
        Field::Goal(_, of) => {
            matches!(of, GoalField::Text | GoalField::FirstStep | GoalField::Helper)
        }
        Field::Child(..) | Field::ChildWith(..) | Field::Housemate(..) | Field::Tie(..) => false,
    }
}

/// The map with these names; what people wrote in words of their own stays only with their own names.
#[must_use]
pub fn named(map: &FamilyMap, names: Names, lang: Lang) -> Cow<'_, FamilyMap> {
    if names == Names::Shown {
        return Cow::Borrowed(map);
    }
    let (mut bare, texts) = (map.clone(), Texts::new(lang));
    for text in [&mut bare.title, &mut bare.wish, &mut bare.dream] {
        text.clear();
    }
    bare.agreements.clear();
    bare.story.clear();
    bare.unread.retain(|field, _| !is_of_own_words(field));
    bare.comments.clear();
    for mark in bare.cards.values_mut().chain(bare.marks.values_mut()) {
        mark.comment.clear();
    }
    for own in bare.own_kinds.values_mut() {
        let area = own.area_id().and_then(|id| Catalogue::builtin().area(id));
        own.label =
            area.map_or_else(|| texts.get("names-own"), |it| it.words.in_lang(lang).to_owned());
    }
    let given = if names == Names::Invented { invented(map) } else { BTreeMap::new() };
    for (id, person) in &mut bare.people {
        let name = given.get(id).map(|name| Name::called(name)).unwrap_or_default();
        bare_person(Arc::make_mut(person), name, texts);
    }
    for union in bare.unions.values_mut().map(Arc::make_mut) {
        bare_things(&mut union.entries, &mut union.strengths, texts);
        union.notes.clear();
    }
    for relation in bare.relations.values_mut().map(Arc::make_mut) {
        bare_things(&mut relation.entries, &mut [], texts);
        relation.according_to.clear();
        relation.notes.clear();
    }
    for household in bare.households.values_mut().map(Arc::make_mut) {
        bare_things(&mut household.entries, &mut household.strengths, texts);
        household.name.clear();
        household.notes.clear();
    }
    for support in bare.supports.values_mut().map(Arc::make_mut) {
        support.name.clear();
        support.words.clear();
        support.notes.clear();
    }
    for goal in bare.goals.values_mut().map(Arc::make_mut) {
        for text in [&mut goal.text, &mut goal.first_step, &mut goal.helper] {
            text.clear();
        }
    }
    Cow::Owned(bare)
}

fn bare_person(person: &mut Person, name: Name, texts: Texts) {
    person.name = name;
    person.wishes.clear();
    person.background = crate::model::Background::default();
    person.notes.clear();
    for skill in &mut person.skills {
        skill.according_to.clear();
    }
    bare_things(&mut person.entries, &mut person.strengths, texts);
}

fn bare_things(entries: &mut [Entry], strengths: &mut [Strength], texts: Texts) {
    for entry in entries {
        for text in [&mut entry.words, &mut entry.helped, &mut entry.according_to] {
            text.clear();
        }
    }
    for strength in strengths {
        strength.according_to.clear();
        // Without its words nothing would be left of it.
        strength.words =
            if strength.kind.is_none() { texts.get("names-own-strength") } else { String::new() };
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

/// An invented name for everybody who may have one; the same on the same map, and nobody's own.
fn invented(map: &FamilyMap) -> BTreeMap<PersonId, String> {
    let borne = borne(map);
    let free = |list: &[&'static str]| -> Vec<&'static str> {
        list.iter().copied().filter(|name| !borne.contains(&name.to_lowercase())).collect()
    };
    let mut women = (free(WOMEN), 0_usize);
    let mut men = (free(MEN), 0_usize);
    let mut anyone = (free(ANYONE), 0_usize);
    let mut given = BTreeMap::new();
    let is_called = |it: &&Arc<Person>| it.holds_facts() && it.stands_for.is_none();
    for (id, person) in map.people.iter().filter(|(_, it)| is_called(it)) {
        let (names, at) = match person.gender {
            Gender::Woman => &mut women,
            Gender::Man => &mut men,
            Gender::NonBinary | Gender::Unknown => &mut anyone,
        };
        let name = at.checked_rem(names.len()).and_then(|at| names.get(at)).copied();
        let name = match (name, at.checked_div(names.len())) {
            (Some(name), Some(round @ 1..)) => format!("{name} {}", round + 1),
            (name, _) => name.unwrap_or_default().to_owned(),
        };
        *at += 1;
        given.insert(id.clone(), name);
    }
    given
}

/// Every word of every name on the map, in small letters.
fn borne(map: &FamilyMap) -> BTreeSet<String> {
    let words = map.people.values().flat_map(|person| {
        let Name { given, call, prefix: _, family, birth, other } = &person.name;
        let parts = [given, call, family, birth, other].into_iter();
        parts.flat_map(|part| part.split(|c: char| !c.is_alphabetic())).map(str::to_lowercase)
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;

    /// What is not in words of the family's own, of the texts of a file.
    const NO_WORDS: &[&str] = &[
        "id",
        "kind",
        "skill",
        "area",
        "today",
        "throw_away",
        "since",
        "until",
        "from",
        "to",
        "by",
        "on",
        "born",
        "died",
        "support",
        "together_again",
        "set_on",
        "closed_on",
    ];

    /// A family with everything in it, and "Koekoek" wherever somebody can write.
    fn family() -> FamilyMap {
        let all = include_str!("../../tests/fixtures/v2/everything.familie");
        let (words, rest) = all.split_once("    unread: [").expect("the last part of the file");
        let mut text = String::new();
        let mut before = String::new();
        // Every other piece stands between quotes.
        for (at, piece) in words.replace("\\\"", "").split('"').enumerate() {
            let key =
                before.trim_end().strip_suffix(':').and_then(|it| it.rsplit([' ', '(']).next());
            let is_word = at % 2 == 1 && key.is_some_and(|key| !NO_WORDS.contains(&key));
            let sep = if at == 0 { "" } else { "\"" };
            text += &format!("{sep}{}", if is_word { "Koekoek" } else { piece });
            before = piece.to_owned();
        }
        text = text.replace("wishes: [\"rust\"]", "wishes: [\"Koekoek\"]");
        file::open(format!("{text}    unread: [{rest}").as_bytes()).expect("a map")
    }

    #[test]
    fn no_word_of_the_family_is_left() {
        let map = family();
        assert!(30 < format!("{map:?}").matches("Koekoek").count(), "the words are there");
        for names in [Names::Kin, Names::Invented, Names::Off] {
            let bare = format!("{:?}", named(&map, names, Lang::Nl));
            assert!(!bare.contains("Koekoek"), "{names:?}: {bare}");
        }
        assert_eq!(named(&map, Names::Shown, Lang::Nl).as_ref(), &map);
    }

    #[test]
    fn invented_names_are_nobodys_own() {
        let mut map = family();
        let first = map.people.values_mut().next().expect("somebody");
        Arc::make_mut(first).name = Name::called("Anne");
        let bare = named(&map, Names::Invented, Lang::Nl).into_owned();
        let names = |map: &FamilyMap| -> Vec<String> {
            let called = map.people.values().filter(|it| it.holds_facts());
            let called = called.filter(|it| it.stands_for.is_none());
            called.map(|it| it.name.short().to_owned()).collect()
        };
        let given = names(&bare);
        assert!(given.iter().all(|name| !name.is_empty() && name != "Anne"), "{given:?}");
        assert_eq!(given, names(&named(&map, Names::Invented, Lang::Nl)), "the same every time");
        assert_eq!(given.iter().collect::<BTreeSet<_>>().len(), given.len(), "{given:?}");
    }

    #[test]
    fn what_is_covered_is_what_is_taken_out() {
        let map = family();
        let bare = named(&map, Names::Off, Lang::Nl);
        let reader = crate::document::Reader {
            texts: Texts::new(Lang::Nl),
            today: crate::model::Date::parse("2026-11-21").expect("a date"),
        };
        for field in map.fields() {
            let (was, is) = (reader.written(&map, &field), reader.written(&bare, &field));
            if !Names::Off.cover(&field) {
                assert_eq!(was, is, "{field:?} stays as it is");
            }
        }
    }
}
