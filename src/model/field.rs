//! The fields that are written in, and what stands there without being understood.

use super::{
    Bearer, Child, Entry, EntryId, FamilyMap, GoalId, HouseholdId, Person, PersonId, RelationId,
    Strength, StrengthId, SupportId, Supported, UnionId,
};

/// A place where something about the family is written down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Something about the map as a whole.
    Map(MapField),
    /// Something about a person.
    Person(PersonId, PersonField),
    /// Something about a union.
    Union(UnionId, UnionField),
    /// Something about a problem, wherever it sits.
    Entry(EntryId, EntryField),
    /// Something about a strength, wherever it sits.
    Strength(StrengthId, StrengthField),
    /// Something about an emotional or contact line.
    Relation(RelationId, RelationField),
    /// Something about a household.
    Household(HouseholdId, HouseholdField),
    /// Something about an organisation or helper.
    Support(SupportId, SupportField),
    /// Something about a goal.
    Goal(GoalId, GoalField),
    /// How long a child stands under a union.
    Child(UnionId, PersonId, StayField),
    /// How long the own bond of a child (the first) with one of its parents (the second) lasts.
    ChildWith(UnionId, PersonId, PersonId, StayField),
    /// How long somebody lives in a household.
    Housemate(HouseholdId, PersonId, StayField),
    /// How long a support is there for somebody.
    Tie(SupportId, Supported, StayField),
}

/// The fields of one kind of record, and the list of them all.
macro_rules! fields {
    ($($(#[$doc:meta])+ pub enum $name:ident { $($(#[$of:meta])+ $variant:ident,)+ })+) => { $(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])+ $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
        }
    )+ };
}

fields! {
    /// A field of the map as a whole.
    pub enum MapField {
        /// Its title.
        Title,
        /// The wish or question.
        Wish,
        /// What they dream of.
        Dream,
        /// When to throw the file away.
        ThrowAway,
        /// The day that ages count to.
        Today,
    }

    /// A field of a person.
    pub enum PersonField {
        /// What they are called.
        Name,
        /// The name they were born with.
        BirthName,
        /// Their given names in full, where they are called something else.
        GivenNames,
        /// What else belongs to the name: "Sr.", "moeder van Rob".
        Also,
        /// When they were born.
        Born,
        /// When they died.
        Died,
        /// The first of their notes.
        Notes,
        /// The first of the notes that are only for the coach.
        CoachNotes,
        /// The first of what they wish for.
        Wish,
        /// What they died of.
        CauseOfDeath,
        /// Where they or their family come from.
        Origin,
        /// The languages they speak.
        Language,
        /// What they believe in.
        Faith,
        /// What fills their days.
        Work,
        /// How many people they stand for.
        HowMany,
    }

    /// A field of a union.
    pub enum UnionField {
        /// When it began.
        From,
        /// When it ended.
        Until,
        /// When they came together again.
        TogetherAgain,
        /// The first of their notes.
        Notes,
    }

    /// A field of a problem.
    pub enum EntryField {
        /// Since when.
        Since,
        /// Until when.
        Until,
        /// In the client's own words.
        Words,
        /// What helped.
        Helped,
        /// Who says so.
        AccordingTo,
    }

    /// A field of a strength.
    pub enum StrengthField {
        /// Since when.
        Since,
        /// Until when.
        Until,
        /// In the client's own words.
        Words,
        /// Who says so.
        AccordingTo,
    }

    /// A field of an emotional or contact line.
    pub enum RelationField {
        /// Since when.
        Since,
        /// Until when.
        Until,
        /// Who says so.
        AccordingTo,
        /// The first of its notes.
        Notes,
    }

    /// A field of a household.
    pub enum HouseholdField {
        /// What the family calls it.
        Name,
        /// Since when there is such a household.
        From,
        /// Until when there was.
        Until,
        /// The first of its notes.
        Notes,
    }

    /// A field of an organisation or helper.
    pub enum SupportField {
        /// Its own name.
        Name,
        /// What it is, in own words.
        Words,
        /// The first of its notes.
        Notes,
    }

    /// A field of a goal.
    pub enum GoalField {
        /// What they want.
        Text,
        /// The first step.
        FirstStep,
        /// By when.
        By,
        /// Who helps, in words.
        Helper,
    }

    /// The two ends of a stay.
    pub enum StayField {
        /// When it began.
        From,
        /// When it ended.
        Until,
    }
}

impl Field {
    /// The id of what it belongs to; empty for the map itself.
    #[must_use]
    pub fn of(&self) -> &str {
        match self {
            Self::Map(_) => "",
            Self::Person(id, _) => id.as_str(),
            Self::Union(id, _) | Self::Child(id, ..) | Self::ChildWith(id, ..) => id.as_str(),
            Self::Entry(id, _) => id.as_str(),
            Self::Strength(id, _) => id.as_str(),
            Self::Relation(id, _) => id.as_str(),
            Self::Household(id, _) | Self::Housemate(id, ..) => id.as_str(),
            Self::Support(id, _) | Self::Tie(id, ..) => id.as_str(),
            Self::Goal(id, _) => id.as_str(),
        }
    }
}

impl FamilyMap {
    /// Who carries what is on `bearer`, where that is one person.
    #[must_use]
    pub fn bearing_person(&self, bearer: &Bearer) -> Option<&Person> {
        match bearer {
            Bearer::Person(id) => self.person(id),
            Bearer::Union(_) | Bearer::Relation(_) | Bearer::Household(_) => None,
        }
    }

    /// The problem called `id` and who carries it.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<(Bearer, &Entry)> {
        let of = |entries: &[Entry]| entries.iter().position(|entry| entry.id == *id);
        macro_rules! look {
            ($records:ident, $bearer:ident) => {
                for (key, record) in &self.$records {
                    if let Some(entry) = of(&record.entries).and_then(|at| record.entries.get(at)) {
                        return Some((Bearer::$bearer(key.clone()), entry));
                    }
                }
            };
        }
        look!(people, Person);
        look!(unions, Union);
        look!(relations, Relation);
        look!(households, Household);
        None
    }

    /// The strength called `id` and who carries it.
    #[must_use]
    pub fn strength(&self, id: &StrengthId) -> Option<(Bearer, &Strength)> {
        let of = |strengths: &[Strength]| strengths.iter().position(|it| it.id == *id);
        macro_rules! look {
            ($records:ident, $bearer:ident) => {
                for (key, record) in &self.$records {
                    if let Some(it) = of(&record.strengths).and_then(|at| record.strengths.get(at))
                    {
                        return Some((Bearer::$bearer(key.clone()), it));
                    }
                }
            };
        }
        look!(people, Person);
        look!(unions, Union);
        look!(households, Household);
        None
    }

    /// The problems on `bearer`.
    #[must_use]
    pub fn entries_on(&self, bearer: &Bearer) -> &[Entry] {
        let entries = match bearer {
            Bearer::Person(id) => self.people.get(id).map(|it| it.entries.as_slice()),
            Bearer::Union(id) => self.unions.get(id).map(|it| it.entries.as_slice()),
            Bearer::Relation(id) => self.relations.get(id).map(|it| it.entries.as_slice()),
            Bearer::Household(id) => self.households.get(id).map(|it| it.entries.as_slice()),
        };
        entries.unwrap_or_default()
    }

    /// Every problem on the map, whoever or whatever it is on.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        (self.people.values().flat_map(|it| &it.entries))
            .chain(self.unions.values().flat_map(|it| &it.entries))
            .chain(self.relations.values().flat_map(|it| &it.entries))
            .chain(self.households.values().flat_map(|it| &it.entries))
    }

    /// The strengths on `bearer`.
    #[must_use]
    pub fn strengths_on(&self, bearer: &Bearer) -> &[Strength] {
        let strengths = match bearer {
            Bearer::Person(id) => self.people.get(id).map(|it| it.strengths.as_slice()),
            Bearer::Union(id) => self.unions.get(id).map(|it| it.strengths.as_slice()),
            Bearer::Relation(_) => None,
            Bearer::Household(id) => self.households.get(id).map(|it| it.strengths.as_slice()),
        };
        strengths.unwrap_or_default()
    }

    /// Every field of everything on the map, with the map's own.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let mut all: Vec<Field> = MapField::ALL.iter().copied().map(Field::Map).collect();
        let stay = StayField::ALL.iter().copied();
        macro_rules! add {
            ($ids:expr, $of:ident, $fields:ident) => {
                for id in $ids {
                    all.extend($fields::ALL.iter().map(|it| Field::$of(id.clone(), *it)));
                }
            };
        }
        add!(self.people.keys(), Person, PersonField);
        add!(self.unions.keys(), Union, UnionField);
        add!(self.relations.keys(), Relation, RelationField);
        add!(self.households.keys(), Household, HouseholdField);
        add!(self.supports.keys(), Support, SupportField);
        add!(self.goals.keys(), Goal, GoalField);
        for (id, union) in &self.unions {
            let field = |child: &Child, end| Field::Child(id.clone(), child.person.clone(), end);
            all.extend(
                union.children.iter().flat_map(|it| stay.clone().map(move |end| field(it, end))),
            );
            for child in &union.children {
                let field = |parent: &PersonId, end| {
                    Field::ChildWith(id.clone(), child.person.clone(), parent.clone(), end)
                };
                let own = child.with.keys();
                all.extend(own.flat_map(|it| stay.clone().map(move |end| field(it, end))));
            }
        }
        for (id, home) in &self.households {
            let field = |who: &PersonId, end| Field::Housemate(id.clone(), who.clone(), end);
            let mates = home.members.iter().map(|mate| &mate.person);
            all.extend(mates.flat_map(|it| stay.clone().map(move |end| field(it, end))));
        }
        for (id, support) in &self.supports {
            let field = |to: &Supported, end| Field::Tie(id.clone(), to.clone(), end);
            let ties = support.ties.iter().map(|tie| &tie.to);
            all.extend(ties.flat_map(|it| stay.clone().map(move |end| field(it, end))));
        }
        let entries = (self.people.values().map(|it| &it.entries))
            .chain(self.unions.values().map(|it| &it.entries))
            .chain(self.relations.values().map(|it| &it.entries))
            .chain(self.households.values().map(|it| &it.entries));
        add!(entries.flatten().map(|it| &it.id), Entry, EntryField);
        let strengths = (self.people.values().map(|it| &it.strengths))
            .chain(self.unions.values().map(|it| &it.strengths))
            .chain(self.households.values().map(|it| &it.strengths));
        add!(strengths.flatten().map(|it| &it.id), Strength, StrengthField);
        all
    }

    /// Is what `field` belongs to on the map?
    #[must_use]
    pub fn has_field(&self, field: &Field) -> bool {
        match field {
            Field::Map(_) => true,
            Field::Person(id, _) => self.people.contains_key(id),
            Field::Union(id, _) => self.unions.contains_key(id),
            Field::Entry(id, _) => self.entry(id).is_some(),
            Field::Strength(id, _) => self.strength(id).is_some(),
            Field::Relation(id, _) => self.relations.contains_key(id),
            Field::Household(id, _) => self.households.contains_key(id),
            Field::Support(id, _) => self.supports.contains_key(id),
            Field::Goal(id, _) => self.goals.contains_key(id),
            Field::Child(id, person, _) => {
                self.union(id).is_some_and(|union| union.child(person).is_some())
            }
            Field::ChildWith(id, person, parent, _) => self
                .union(id)
                .and_then(|union| union.child(person))
                .is_some_and(|child| child.with.contains_key(parent)),
            Field::Housemate(id, person, _) => self
                .households
                .get(id)
                .is_some_and(|it| it.members.iter().any(|mate| mate.person == *person)),
            Field::Tie(id, to, _) => {
                self.supports.get(id).is_some_and(|it| it.ties.iter().any(|tie| tie.to == *to))
            }
        }
    }

    /// The text in `field` that was not understood, if there is any.
    #[must_use]
    pub fn unread(&self, field: &Field) -> Option<&str> {
        self.unread.get(field).map(String::as_str)
    }
}
