//! What is allowed on a map and kept, but worth a look: dates that contradict each other, parents
//! that cannot be, kinds that this program does not know. `check` and the window say the same.

mod needless;

use std::collections::{BTreeMap, BTreeSet};

pub use needless::Needless;

use crate::catalogue::Catalogue;
use crate::i18n::{Message, Texts};
use crate::model::{
    Age, Bearer, Bond, Date, Entry, EntryId, FamilyMap, Field, GoingOn, KindId, LifeCourse,
    MAX_AGE, Moment, PartialDate, Party, Person, PersonId, RelationId, Subject, SupportId,
    Supported, TwinsId, Union, UnionId, age_at, surely_before,
};

/// Nobody alive is known to be older than this, in years; the oldest person ever was 122.
const OLDEST_ALIVE: i32 = 115;

/// Something that is allowed, kept, and worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Died before being born.
    DeathBeforeBirth(PersonId),
    /// Born, or died, after today.
    InTheFuture(PersonId),
    /// Older than any human at death.
    VeryOld(PersonId),
    /// Without a death, older than anybody alive.
    StillAlive(PersonId),
    /// On no line to anybody, in no household, tied to nobody.
    Loose(PersonId),
    /// More than two parents by birth.
    ManyBirthParents(PersonId),
    /// A parent by birth was younger than 10, or not yet born, when the child was born.
    YoungParent {
        /// The parent.
        parent: PersonId,
        /// The child.
        child: PersonId,
    },
    /// Born more than a year after a parent died.
    BornAfterDeath {
        /// The parent.
        parent: PersonId,
        /// The child.
        child: PersonId,
    },
    /// Born together, but not of the same parents or years apart.
    Twins {
        /// Which birth.
        twins: TwinsId,
        /// One of them, to tap.
        person: PersonId,
    },
    /// A union ends before it begins.
    UnionEndsFirst(UnionId),
    /// A union begins or goes on when a partner is dead already.
    UnionAfterDeath {
        /// Which.
        union: UnionId,
        /// Who is dead.
        person: PersonId,
    },
    /// A tie between two people begins when one of them is dead already.
    TieAfterDeath {
        /// Which.
        relation: RelationId,
        /// Who is dead.
        person: PersonId,
    },
    /// An entry ends before it begins.
    EntryEndsFirst(PersonId, EntryId),
    /// An entry goes on after death, or begins before birth.
    EntryOutsideLife(PersonId, EntryId),
    /// An entry at an age that nobody reaches.
    EntryAtNoAge(PersonId, EntryId),
    /// An entry that is over, and goes on now.
    EntryOverAndNow(PersonId, EntryId),
    /// A number or address that a family map rarely needs.
    Needless {
        /// Where it stands.
        at: Subject,
        /// What it is.
        what: Needless,
    },
    /// A kind that neither the catalogue nor the map knows: it is kept, and not drawn.
    UnknownKind {
        /// Who or what carries it.
        at: Subject,
        /// The kind.
        kind: KindId,
    },
}

/// The words for what a doubt names.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// The map.
    pub map: &'a FamilyMap,
    /// The catalogue that knows the kinds.
    pub catalogue: &'a Catalogue,
    /// The language.
    pub texts: Texts,
    /// Are ids said beside names, for who looks in the file?
    pub ids: bool,
}

impl Naming<'_> {
    fn person(&self, id: &PersonId) -> String {
        let name = self.map.person(id).map(|person| person.name.short()).unwrap_or_default();
        match (name.is_empty(), self.ids) {
            (true, true) => id.to_string(),
            (true, false) => self.texts.get("person-no-name"),
            (false, true) => format!("{name} ({id})"),
            (false, false) => name.to_owned(),
        }
    }

    /// The people of a union, a household or a tie; a helper's name.
    fn subject(&self, subject: &Subject) -> String {
        let people: Vec<&PersonId> = match subject {
            Subject::Person(id) => vec![id],
            Subject::Union(id) => {
                self.map.union(id).map(|it| it.partners.iter().collect()).unwrap_or_default()
            }
            Subject::Relation(id) => {
                let relation = self.map.relations.get(id);
                let to = relation.and_then(|it| match &it.to {
                    Party::Person(to) => Some(to),
                    Party::Support(_) => None,
                });
                relation.map(|it| &it.from).into_iter().chain(to).collect()
            }
            Subject::Household(id) => {
                let of = self.map.households.get(id);
                of.map(|it| it.members.iter().map(|it| &it.person).collect()).unwrap_or_default()
            }
            Subject::Support(id) => {
                let name = self.map.supports.get(id).map(|it| it.name.clone());
                return name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string());
            }
        };
        let names: Vec<String> = people.into_iter().map(|id| self.person(id)).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                format!("{} {} {last}", first.join(", "), self.texts.get("list-and"))
            }
        }
    }

    /// Of whom, or of what, a field says something; nothing for the map as a whole.
    #[must_use]
    pub fn of_field(&self, field: &Field) -> String {
        let bearer = |bearer: Bearer| match bearer {
            Bearer::Person(id) => Subject::Person(id),
            Bearer::Union(id) => Subject::Union(id),
            Bearer::Relation(id) => Subject::Relation(id),
            Bearer::Household(id) => Subject::Household(id),
        };
        let subject = match field {
            Field::Map(_) => None,
            Field::Person(id, _) => Some(Subject::Person(id.clone())),
            Field::Union(id, _) => Some(Subject::Union(id.clone())),
            Field::Child(_, id, _) | Field::ChildWith(_, id, ..) | Field::Housemate(_, id, _) => {
                Some(Subject::Person(id.clone()))
            }
            Field::Entry(id, _) => self.map.entry(id).map(|(on, _)| bearer(on)),
            Field::Strength(id, _) => self.map.strength(id).map(|(on, _)| bearer(on)),
            Field::Relation(id, _) => Some(Subject::Relation(id.clone())),
            Field::Household(id, _) => Some(Subject::Household(id.clone())),
            Field::Support(id, _) | Field::Tie(id, ..) => Some(Subject::Support(id.clone())),
            Field::Goal(id, _) => return id.to_string(),
        };
        subject.map(|it| self.subject(&it)).unwrap_or_default()
    }

    /// What an entry is about.
    fn entry(&self, person: &PersonId, id: &EntryId) -> String {
        let of = self.map.person(person).and_then(|it| it.entries.iter().find(|it| it.id == *id));
        let Some(entry) = of else { return String::new() };
        let own = self.map.own_kinds.get(&entry.kind).map(|own| own.label.clone());
        let row = || self.catalogue.kind(entry.kind.as_str());
        let words = row().map(|row| row.words.in_lang(self.texts.lang()).to_owned());
        let words = own.or(words).unwrap_or_else(|| entry.kind.to_string());
        if self.ids { format!("{words} ({id})") } else { words }
    }
}

impl Doubt {
    /// Where to look.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::DeathBeforeBirth(person)
            | Self::InTheFuture(person)
            | Self::VeryOld(person)
            | Self::StillAlive(person)
            | Self::Loose(person)
            | Self::ManyBirthParents(person)
            | Self::YoungParent { child: person, .. }
            | Self::BornAfterDeath { child: person, .. }
            | Self::Twins { person, .. }
            | Self::TieAfterDeath { person, .. }
            | Self::EntryEndsFirst(person, _)
            | Self::EntryOutsideLife(person, _)
            | Self::EntryAtNoAge(person, _)
            | Self::EntryOverAndNow(person, _) => Subject::Person(person.clone()),
            Self::UnionEndsFirst(union) | Self::UnionAfterDeath { union, .. } => {
                Subject::Union(union.clone())
            }
            Self::UnknownKind { at, .. } | Self::Needless { at, .. } => at.clone(),
        }
    }

    /// The parent it is about as well, if it is about a child and a parent.
    #[must_use]
    pub fn parent(&self) -> Option<Subject> {
        match self {
            Self::YoungParent { parent, .. } | Self::BornAfterDeath { parent, .. } => {
                Some(Subject::Person(parent.clone()))
            }
            _ => None,
        }
    }

    /// The entry that it is about, and whose it is.
    #[must_use]
    pub const fn entry(&self) -> Option<(&PersonId, &EntryId)> {
        match self {
            Self::EntryEndsFirst(person, entry)
            | Self::EntryOutsideLife(person, entry)
            | Self::EntryAtNoAge(person, entry)
            | Self::EntryOverAndNow(person, entry) => Some((person, entry)),
            _ => None,
        }
    }

    /// The sentence for a coach.
    #[must_use]
    pub fn message(&self, naming: &Naming<'_>) -> Message {
        let one = |id: &'static str, person: &PersonId| {
            Message::new(id).arg("who", naming.person(person))
        };
        let two = |id: &'static str, parent: &PersonId, child: &PersonId| {
            one(id, parent).arg("child", naming.person(child))
        };
        let entry = |id: &'static str, person: &PersonId, entry: &EntryId| {
            one(id, person).arg("what", naming.entry(person, entry))
        };
        match self {
            Self::DeathBeforeBirth(person) => one("doubt-death-before-birth", person),
            Self::InTheFuture(person) => one("doubt-in-the-future", person),
            Self::VeryOld(person) => one("doubt-very-old", person),
            Self::StillAlive(person) => one("doubt-still-alive", person),
            Self::Loose(person) => one("doubt-loose", person),
            Self::ManyBirthParents(person) => one("doubt-many-birth-parents", person),
            Self::YoungParent { parent, child } => two("doubt-young-parent", parent, child),
            Self::BornAfterDeath { parent, child } => two("doubt-born-after-death", parent, child),
            Self::Twins { person, .. } => one("doubt-twins", person),
            Self::UnionEndsFirst(union) => Message::new("doubt-union-ends-first")
                .arg("couple", naming.subject(&Subject::Union(union.clone()))),
            Self::UnionAfterDeath { union, person } => one("doubt-union-after-death", person)
                .arg("couple", naming.subject(&Subject::Union(union.clone()))),
            Self::TieAfterDeath { relation, person } => one("doubt-tie-after-death", person)
                .arg("couple", naming.subject(&Subject::Relation(relation.clone()))),
            Self::EntryEndsFirst(person, id) => entry("doubt-entry-ends-first", person, id),
            Self::EntryOutsideLife(person, id) => entry("doubt-entry-outside-life", person, id),
            Self::EntryAtNoAge(person, id) => entry("doubt-entry-at-no-age", person, id),
            Self::EntryOverAndNow(person, id) => entry("doubt-entry-over-and-now", person, id),
            Self::Needless { at, what } => Message::new(match what {
                Needless::CitizenNumber => "doubt-citizen-number",
                Needless::Account => "doubt-account",
                Needless::Phone => "doubt-phone",
                Needless::Email => "doubt-email",
            })
            .arg("who", naming.subject(at)),
            Self::UnknownKind { at, kind } => {
                Message::new("doubt-unknown-kind").arg("who", naming.subject(at)).arg("kind", kind)
            }
        }
    }
}

/// Everything on `map` that is worth a look on the day `today`, by person and then by union, birth
/// and tie. Linear but for logarithms.
#[must_use]
pub fn doubts(map: &FamilyMap, catalogue: &Catalogue, today: Date) -> Vec<Doubt> {
    let mut found = Vec::new();
    let tied = tied(map);
    let parents = birth_parents(map);
    for (id, person) in &map.people {
        life(id, person, today, &mut found);
        if 1 < map.people.len() && !tied.contains(id) {
            found.push(Doubt::Loose(id.clone()));
        }
        if parents.get(id).is_some_and(|parents| 2 < parents.len()) {
            found.push(Doubt::ManyBirthParents(id.clone()));
        }
        for entry in &person.entries {
            of_entry(id, person, entry, today, &mut found);
        }
    }
    for (id, union) in &map.unions {
        of_union(map, id, union, &mut found);
    }
    births(map, &parents, &mut found);
    for (id, relation) in &map.relations {
        let since = relation.since;
        let mut sides = vec![&relation.from];
        if let Party::Person(to) = &relation.to {
            sides.push(to);
        }
        for side in sides {
            let death = map.person(side).and_then(Person::death);
            if death.zip(since).is_some_and(|(death, since)| surely_before(death, since)) {
                let person = side.clone();
                found.push(Doubt::TieAfterDeath { relation: id.clone(), person });
            }
        }
    }
    unknown_kinds(map, catalogue, &mut found);
    needless::needless(map, &mut found);
    found
}

/// Everybody on a line to somebody, in a household, or tied to a helper.
fn tied(map: &FamilyMap) -> BTreeSet<&PersonId> {
    let mut tied = BTreeSet::new();
    for union in map.unions.values() {
        let members = union.partners.iter().chain(union.children.iter().map(|it| &it.person));
        if 1 < members.clone().count() {
            tied.extend(members);
        }
    }
    for relation in map.relations.values() {
        tied.insert(&relation.from);
        if let Party::Person(to) = &relation.to {
            tied.insert(to);
        }
    }
    for household in map.households.values() {
        tied.extend(household.members.iter().map(|member| &member.person));
    }
    for tie in map.supports.values().flat_map(|support| &support.ties) {
        if let Supported::Person(person) = &tie.to {
            tied.insert(person);
        }
    }
    tied
}

/// The parents by birth of everybody who has any.
fn birth_parents(map: &FamilyMap) -> BTreeMap<&PersonId, BTreeSet<&PersonId>> {
    let mut parents: BTreeMap<&PersonId, BTreeSet<&PersonId>> = BTreeMap::new();
    for union in map.unions.values() {
        for child in &union.children {
            let born_to = union.partners.iter().filter(|it| child.bond_with(it) == Bond::Birth);
            parents.entry(&child.person).or_default().extend(born_to);
        }
    }
    parents
}

fn life(id: &PersonId, person: &Person, today: Date, found: &mut Vec<Doubt>) {
    let (birth, death) = (person.birth, person.death());
    let now = PartialDate::Exactly(today);
    if let (Some(birth), Some(death)) = (birth, death) {
        if person.holds_facts() && surely_before(death, birth) {
            found.push(Doubt::DeathBeforeBirth(id.clone()));
        } else if age_at(birth, death).is_some_and(|age| MAX_AGE < age.lo) {
            found.push(Doubt::VeryOld(id.clone()));
        }
    }
    let is_later = |date: Option<PartialDate>| date.is_some_and(|date| surely_before(now, date));
    if (is_later(birth) && person.life == LifeCourse::Born) || is_later(death) {
        found.push(Doubt::InTheFuture(id.clone()));
    }
    if let Some(birth) = birth.filter(|_| !person.is_dead() && person.life == LifeCourse::Born)
        && age_at(birth, now).is_some_and(|age| OLDEST_ALIVE < age.lo)
    {
        found.push(Doubt::StillAlive(id.clone()));
    }
}

fn of_entry(id: &PersonId, person: &Person, entry: &Entry, today: Date, found: &mut Vec<Doubt>) {
    let named = || (id.clone(), entry.id.clone());
    let is_no_age = |moment: Option<Moment>| match moment {
        Some(Moment::AtAge(Age::Exactly(age) | Age::About(age) | Age::Between(age, _))) => {
            MAX_AGE < i32::from(age)
        }
        _ => false,
    };
    if is_no_age(entry.since) || is_no_age(entry.until) {
        let (person, entry) = named();
        found.push(Doubt::EntryAtNoAge(person, entry));
        return;
    }
    let since = entry.since.and_then(|moment| moment.years(person.birth));
    let until = entry.until.and_then(|moment| moment.years(person.birth));
    if let (Some(since), Some(until)) = (since.and_then(|s| s.lo), until.and_then(|u| u.hi))
        && until < since
    {
        let (person, entry) = named();
        found.push(Doubt::EntryEndsFirst(person, entry));
    }
    let death = person.death().and_then(|date| date.years().hi);
    let birth = person.birth.and_then(|date| date.years().lo);
    let too_late = death.zip(since.and_then(|s| s.lo)).is_some_and(|(d, s)| d < s)
        || death.zip(until.and_then(|u| u.lo)).is_some_and(|(d, u)| d < u);
    let too_early = birth.zip(since.and_then(|s| s.hi)).is_some_and(|(b, s)| s < b);
    if too_late || too_early {
        let (person, entry) = named();
        found.push(Doubt::EntryOutsideLife(person, entry));
    }
    if entry.going_on == GoingOn::Now && entry.is_over_on(person.birth, today) {
        let (person, entry) = named();
        found.push(Doubt::EntryOverAndNow(person, entry));
    }
}

fn of_union(map: &FamilyMap, id: &UnionId, union: &Union, found: &mut Vec<Doubt>) {
    if let (Some(from), Some(until)) = (union.from, union.until)
        && surely_before(until, from)
    {
        found.push(Doubt::UnionEndsFirst(id.clone()));
    }
    for partner in &union.partners {
        let death = map.person(partner).and_then(Person::death);
        let began_after = |death| union.from.is_some_and(|from| surely_before(death, from));
        if death.is_some_and(began_after) {
            let person = partner.clone();
            found.push(Doubt::UnionAfterDeath { union: id.clone(), person });
            break;
        }
    }
    for child in &union.children {
        let Some(born) = map.person(&child.person).and_then(|person| person.birth) else {
            continue;
        };
        for parent in union.partners.iter().filter(|it| child.bond_with(it) == Bond::Birth) {
            let Some(person) = map.person(parent) else { continue };
            let names = || (parent.clone(), child.person.clone());
            let age = person.birth.map(|birth| age_at(birth, born));
            if age.is_some_and(|age| age.is_none_or(|age| age.hi < 10)) {
                let (parent, child) = names();
                found.push(Doubt::YoungParent { parent, child });
            }
            let died = person.death().and_then(|date| date.years().hi);
            if died.zip(born.years().lo).is_some_and(|(died, born)| died + 1 < born) {
                let (parent, child) = names();
                found.push(Doubt::BornAfterDeath { parent, child });
            }
        }
    }
}

/// Twins of other parents, or born in other years.
fn births(
    map: &FamilyMap,
    parents: &BTreeMap<&PersonId, BTreeSet<&PersonId>>,
    found: &mut Vec<Doubt>,
) {
    for (id, twins) in &map.twins {
        let mut people = twins.people.iter();
        let Some(first) = people.next() else { continue };
        let birth = |person: &PersonId| map.person(person).and_then(|person| person.birth);
        let differs = |other: &&PersonId| {
            let apart = birth(first).zip(birth(other)).is_some_and(|(a, b)| {
                let (a, b) = (a.years(), b.years());
                // A night at New Year's Eve may lie between two births.
                let gap = |early: Option<i32>, late: Option<i32>| {
                    early.zip(late).is_some_and(|(early, late)| early + 1 < late)
                };
                gap(a.hi, b.lo) || gap(b.hi, a.lo)
            });
            let both = parents.get(first).zip(parents.get(other));
            apart || both.is_some_and(|(a, b)| a != b)
        };
        if people.any(|other| differs(&other)) {
            found.push(Doubt::Twins { twins: id.clone(), person: first.clone() });
        }
    }
}

/// Kinds that nothing explains: they are kept and not drawn.
fn unknown_kinds(map: &FamilyMap, catalogue: &Catalogue, found: &mut Vec<Doubt>) {
    let mut look = |at: Subject, kind: &KindId, is_known: bool| {
        if !is_known {
            found.push(Doubt::UnknownKind { at, kind: kind.clone() });
        }
    };
    let is_problem =
        |kind: &KindId| map.own_kinds.contains_key(kind) || catalogue.kind(kind.as_str()).is_some();
    let is_strength = |kind: &KindId| catalogue.strength(kind.as_str()).is_some();
    let person = |id: &PersonId| Subject::Person(id.clone());
    for (id, of) in &map.people {
        for entry in &of.entries {
            look(person(id), &entry.kind, is_problem(&entry.kind));
        }
        for kind in of.strengths.iter().filter_map(|strength| strength.kind.as_ref()) {
            look(person(id), kind, is_strength(kind));
        }
        for note in &of.skills {
            look(person(id), &note.skill, catalogue.skill(note.skill.as_str()).is_some());
        }
    }
    for (id, of) in &map.unions {
        for entry in &of.entries {
            look(Subject::Union(id.clone()), &entry.kind, is_problem(&entry.kind));
        }
    }
    for (id, of) in &map.households {
        for entry in &of.entries {
            look(Subject::Household(id.clone()), &entry.kind, is_problem(&entry.kind));
        }
    }
    for (id, of) in &map.relations {
        let is_known = catalogue.relation(of.kind.as_str()).is_some();
        look(Subject::Relation(id.clone()), &of.kind, is_known);
    }
    for (id, of) in &map.supports {
        let is_known = catalogue.support(of.kind.as_str()).is_some();
        let id: &SupportId = id;
        look(Subject::Support(id.clone()), &of.kind, is_known);
    }
}
