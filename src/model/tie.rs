//! What holds people together: unions with their children, relations, households, supports.

use std::collections::{BTreeMap, BTreeSet};

use super::{Date, Entry, HouseholdId, KindId, Note, PartialDate, PersonId, Strength, SupportId};

/// One or two known partners with their children. Without partners it is a sibship whose parents
/// are not known: nobody is invented.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Union {
    /// At most two, different people.
    pub partners: Vec<PersonId>,
    /// What kind of bond it is (or was).
    pub kind: UnionKind,
    /// When it began.
    pub from: Option<PartialDate>,
    /// When it ended.
    pub until: Option<PartialDate>,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// When they came together again after an end.
    pub together_again: Option<PartialDate>,
    /// The children that stand under it, in the order in which they were entered.
    pub children: Vec<Child>,
    /// Problems of the two together.
    pub entries: Vec<Entry>,
    /// Strengths of the two together.
    pub strengths: Vec<Strength>,
    /// Notes.
    pub notes: Vec<Note>,
}

impl Union {
    /// Did it end, and not begin again?
    #[must_use]
    pub const fn is_over(&self) -> bool {
        (self.ending.is_some() || self.until.is_some()) && self.together_again.is_none()
    }

    /// The child entry of `person`, if it stands here.
    #[must_use]
    pub fn child(&self, person: &PersonId) -> Option<&Child> {
        self.children.iter().find(|child| child.person == *person)
    }

    /// The partner who is not `person`.
    #[must_use]
    pub fn other_partner(&self, person: &PersonId) -> Option<&PersonId> {
        self.partners.iter().find(|partner| *partner != person)
    }
}

/// The kinds of union.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnionKind {
    /// Married.
    Married,
    /// Registered partners.
    Registered,
    /// Living together.
    LivingTogether,
    /// Living apart together.
    LivingApart,
    /// Engaged.
    Engaged,
    /// A relationship.
    #[default]
    Relationship,
    /// Brief.
    Brief,
}

impl UnionKind {
    /// All kinds, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::Married,
        Self::Registered,
        Self::LivingTogether,
        Self::LivingApart,
        Self::Engaged,
        Self::Relationship,
        Self::Brief,
    ];
}

/// How a union ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// They separated.
    Separated,
    /// They divorced.
    Divorced,
    /// One of them died.
    Death,
}

/// A child under a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// The child.
    pub person: PersonId,
    /// How the child belongs to these parents.
    pub bond: Bond,
    /// When the bond began, where it was not birth.
    pub from: Option<PartialDate>,
    /// When it ended.
    pub until: Option<PartialDate>,
    /// With whom of the parents it is another bond: born to one mother, adopted by the other.
    pub with: BTreeMap<PersonId, BondWith>,
}

impl Child {
    /// A child by birth.
    #[must_use]
    pub const fn by_birth(person: PersonId) -> Self {
        Self { person, bond: Bond::Birth, from: None, until: None, with: BTreeMap::new() }
    }

    /// How the child belongs to this one of the parents.
    #[must_use]
    pub fn bond_with(&self, parent: &PersonId) -> Bond {
        self.with.get(parent).map_or(self.bond, |own| own.bond)
    }

    /// The bond by which the child stands under `partners`: the strongest of those with each
    /// ([`Bond::home_rank`]).
    #[must_use]
    pub fn bond_under(&self, partners: &[PersonId]) -> Bond {
        let each = partners.iter().map(|parent| self.bond_with(parent));
        each.min_by_key(|bond| bond.home_rank()).unwrap_or(self.bond)
    }
}

/// How a child belongs to one of its parents, where that differs from the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BondWith {
    /// The bond.
    pub bond: Bond,
    /// When it began, where it was not birth.
    pub from: Option<PartialDate>,
    /// When it ended.
    pub until: Option<PartialDate>,
}

/// How a child belongs to the parents of a union.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bond {
    /// Born to them.
    #[default]
    Birth,
    /// Adopted by them.
    Adopted,
    /// Foster child.
    Foster,
    /// Step child.
    Step,
    /// Under their guardianship.
    Guardian,
    /// Conceived with their donation.
    Donor,
}

impl Bond {
    /// All bonds, in the order of the menu.
    pub const ALL: [Self; 6] =
        [Self::Birth, Self::Adopted, Self::Foster, Self::Step, Self::Guardian, Self::Donor];

    /// Is this a child like any other, by birth or adoption? Then it stands a generation below.
    #[must_use]
    pub const fn is_full(self) -> bool {
        matches!(self, Self::Birth | Self::Adopted)
    }

    /// Which bond decides where a child stands: the lower the number, the stronger its claim.
    #[must_use]
    pub const fn home_rank(self) -> u8 {
        match self {
            Self::Birth => 0,
            Self::Adopted => 1,
            Self::Donor => 2,
            Self::Foster => 3,
            Self::Guardian => 4,
            Self::Step => 5,
        }
    }
}

/// An emotional or contact line between two people, or a person and a support.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// From whom (it matters only for kinds with a direction).
    pub from: PersonId,
    /// To whom.
    pub to: Party,
    /// One of the twelve kinds of the catalogue.
    pub kind: KindId,
    /// When it began.
    pub since: Option<PartialDate>,
    /// When it ended.
    pub until: Option<PartialDate>,
    /// Who says so.
    pub according_to: String,
    /// Hidden until opened? `None`: as the catalogue says.
    pub sensitive: Option<bool>,
    /// Problems of the two together.
    pub entries: Vec<Entry>,
    /// Notes.
    pub notes: Vec<Note>,
}

impl Relation {
    /// A relation of which nothing else is known yet.
    #[must_use]
    pub const fn new(from: PersonId, to: Party, kind: KindId) -> Self {
        Self {
            from,
            to,
            kind,
            since: None,
            until: None,
            according_to: String::new(),
            sensitive: None,
            entries: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// The far end of a relation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A person.
    Person(PersonId),
    /// An organisation or helper.
    Support(SupportId),
}

/// People who live (or lived) under one roof.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Household {
    /// What the family calls it: "huis Kim".
    pub name: String,
    /// Since when there is such a household; of single members their own stay says more.
    pub from: Option<PartialDate>,
    /// Until when there was.
    pub until: Option<PartialDate>,
    /// Who lives there; a child may be in two households.
    pub members: Vec<Housemate>,
    /// Problems of the household.
    pub entries: Vec<Entry>,
    /// Strengths of the household.
    pub strengths: Vec<Strength>,
    /// Notes.
    pub notes: Vec<Note>,
}

impl Household {
    /// Is there such a household on this day?
    #[must_use]
    pub fn is_there_on(&self, today: Date) -> bool {
        is_between(self.from, self.until, today)
    }

    /// Those who live there on this day; nobody in one that is not there then.
    pub fn housemates_on(&self, today: Date) -> impl Iterator<Item = &Housemate> {
        let is_there = self.is_there_on(today);
        self.members.iter().filter(move |mate| is_there && is_between(mate.from, mate.until, today))
    }

    /// Does `person` live there on this day?
    #[must_use]
    pub fn houses(&self, person: &PersonId, today: Date) -> bool {
        self.housemates_on(today).any(|mate| mate.person == *person)
    }
}

/// Begun by `today`, and not over.
fn is_between(from: Option<PartialDate>, until: Option<PartialDate>, today: Date) -> bool {
    let is_past = |date: PartialDate| date.main_date().as_years() <= today.as_years();
    from.is_none_or(is_past) && !until.is_some_and(is_past)
}

/// One person in a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Housemate {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
}

/// An organisation or helper (ecomap).
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Kind of support from the catalogue.
    pub kind: KindId,
    /// Its own name, if any.
    pub name: String,
    /// What it is, in the family's own words; empty: as the catalogue calls its kind.
    pub words: String,
    /// Life areas it works in; empty: as the catalogue says.
    pub areas: Vec<KindId>,
    /// Whom it is tied to.
    pub ties: Vec<SupportTie>,
    /// Notes.
    pub notes: Vec<Note>,
}

impl Support {
    /// What it is: in the family's own words, else as the catalogue has it.
    #[must_use]
    pub fn kind_words<'s>(&'s self, of_catalogue: Option<&'s str>) -> Option<&'s str> {
        let own = self.words.trim();
        if own.is_empty() { of_catalogue } else { Some(own) }
    }
}

/// How a support is tied to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportTie {
    /// A person or a household.
    pub to: Supported,
    /// What it does.
    pub effect: Effect,
    /// What kind of help it is.
    pub help: BTreeSet<Help>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// Has it ended, even if nobody knows when?
    pub ended: bool,
}

/// Who is supported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supported {
    /// One person.
    Person(PersonId),
    /// A household.
    Household(HouseholdId),
}

/// Kinds of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Help {
    /// Doing things: money, forms, lifts, looking after children.
    Practical,
    /// Being there.
    Company,
    /// Thinking along.
    Advice,
    /// Listening, comfort.
    Emotional,
}

impl Help {
    /// All kinds of help, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Practical, Self::Company, Self::Advice, Self::Emotional];

    /// The message that says it.
    #[must_use]
    pub const fn words_id(self) -> &'static str {
        match self {
            Self::Practical => "help-practical",
            Self::Company => "help-company",
            Self::Advice => "help-advice",
            Self::Emotional => "help-emotional",
        }
    }
}

/// What a support does for those it is tied to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Helps.
    #[default]
    Helps,
    /// Costs energy.
    Costs,
    /// Both.
    Both,
}
