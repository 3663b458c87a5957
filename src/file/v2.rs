//! The wire types of version 2: those of version 1 where nothing changed, and its own where
//! something did. Version 1 steps into them without loss.
//!
//! New in 2: `cards` (what the client said of a theme, whoever has it), `unread` (what was written in
//! a field and is not understood), `view.strands` (the themes whose strands were on the map),
//! `view.seen` (where everybody stood), `view.lines` (which lines between people are drawn), a kind of
//! the map's own may be of no life area, `dream`, what
//! belongs to a person's life (origin, language, faith, work, cause of death), since when and until
//! when a household is, the own bond of a child with one of its parents, what kind of help a support
//! gives, lines that stay hidden, goals on which several supports work, what a support is in the
//! family's own words, and of a scene of the story all but its title, text, people and camera.

use serde::{Deserialize, Serialize};

use super::v1::{
    self, Agreement, Bond, Camera, Crowd, Day, Death, Drawn, Effect, Ending, Entry, Gender,
    GoalState, Housemate, Id, Lang, Life, Line, Mark, NearestPartner, Note, Party, Pin,
    SiblingOrder, Sides, Skill, Strength, Supported, Text, Twins, UnionKind, When, Whose,
};
use crate::model;

/// The number of this version.
pub(super) const VERSION: u32 = 2;

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

wire! {
    File as "FamilyMap" must { version: u32, title: Line, lang: Lang } may {
        wish: Text,
        dream: Text,
        today: Option<Day>,
        fictional: bool,
        agreements: Vec<Agreement>,
        throw_away: Option<Day>,
        focus: Vec<Id>,
        people: Vec<Person>,
        unions: Vec<Union>,
        twins: Vec<Twins>,
        relations: Vec<Relation>,
        households: Vec<Household>,
        supports: Vec<Support>,
        goals: Vec<Goal>,
        own_kinds: Vec<OwnKind>,
        marks: Vec<Mark>,
        cards: Vec<Mark>,
        story: Vec<Scene>,
        unread: Vec<Unread>,
        view: View,
        next_id: u64,
    }

    Person must { id: Id } may {
        given: Line,
        call: Line,
        prefix: Line,
        family: Line,
        birth_name: Line,
        also: Line,
        gender: Gender,
        life: Life,
        born: Option<When>,
        died: Option<Death>,
        stands_for: Option<Crowd>,
        entries: Vec<Entry>,
        strengths: Vec<Strength>,
        skills: Vec<Skill>,
        wishes: Vec<Text>,
        cause_of_death: Text,
        origin: Text,
        language: Text,
        faith: Text,
        work: Text,
        notes: Vec<Note>,
    }

    Union must { id: Id } may {
        partners: Vec<Id>,
        kind: UnionKind,
        from: Option<When>,
        until: Option<When>,
        ending: Option<Ending>,
        together_again: Option<When>,
        children: Vec<Child>,
        entries: Vec<Entry>,
        strengths: Vec<Strength>,
        notes: Vec<Note>,
    }

    Child must { id: Id } may {
        bond: Bond,
        from: Option<When>,
        until: Option<When>,
        with: Vec<BondWith>,
    }

    BondWith must { parent: Id, bond: Bond } may { from: Option<When>, until: Option<When> }

    Relation must { id: Id, kind: Id, from: Id, to: Party } may {
        since: Option<When>,
        until: Option<When>,
        according_to: Line,
        sensitive: Option<bool>,
        entries: Vec<Entry>,
        notes: Vec<Note>,
    }

    Household must { id: Id } may {
        name: Line,
        from: Option<When>,
        until: Option<When>,
        members: Vec<Housemate>,
        entries: Vec<Entry>,
        strengths: Vec<Strength>,
        notes: Vec<Note>,
    }

    Support must { id: Id, kind: Id } may {
        name: Line,
        words: Line,
        areas: Vec<Id>,
        ties: Vec<SupportTie>,
        notes: Vec<Note>,
    }

    SupportTie must { to: Supported } may {
        effect: Effect,
        help: Vec<Help>,
        from: Option<When>,
        until: Option<When>,
        ended: bool,
    }

    Goal must { id: Id, whose: Whose } may {
        text: Text,
        first_step: Text,
        by: Option<When>,
        helper: Line,
        // One, as version 1 and the first files of version 2 have it; no longer written.
        support: Option<Id>,
        supports: Vec<Id>,
        answers: Vec<Id>,
        state: GoalState,
        set_on: Option<Day>,
        closed_on: Option<Day>,
    }

    OwnKind must { id: Id, label: Line } may { area: Option<Id> }

    Scene must { title: Line } may {
        text: Text,
        people: Vec<Id>,
        cards: Vec<Id>,
        // Those of version 1.
        findings: Vec<Id>,
        camera: Option<Camera>,
        lens: Lens,
        year: Option<i32>,
        names: Option<Names>,
        guess: Option<Reveal>,
        notes: Text,
        trap: Text,
        minutes: Option<u8>,
    }

    Reveal must {} may { text: Text, cards: Vec<Id> }

    Unread must { of: Field, text: Text } may {}
}

impl From<v1::OwnKind> for OwnKind {
    fn from(it: v1::OwnKind) -> Self {
        let v1::OwnKind { id, label, area } = it;
        Self { id, label, area: Some(area) }
    }
}

wire_enums! {
    MapField = model::MapField { Title Wish Dream ThrowAway Today }
    PersonField = model::PersonField {
        Name BirthName GivenNames Also Born Died Notes CoachNotes Wish CauseOfDeath Origin Language Faith Work
        HowMany
    }
    UnionField = model::UnionField { From Until TogetherAgain Notes }
    EntryField = model::EntryField { Since Until Words Helped AccordingTo }
    StrengthField = model::StrengthField { Since Until Words AccordingTo }
    RelationField = model::RelationField { Since Until AccordingTo Notes }
    HouseholdField = model::HouseholdField { Name From Until Notes }
    Help = model::Help { Practical Company Advice Emotional }
    SupportField = model::SupportField { Name Words Notes }
    GoalField = model::GoalField { Text FirstStep By Helper }
    StayField = model::StayField { From Until }
    Names = model::Names { Shown Kin Invented Off }
    LinesShown = model::LinesShown { None OfSelected All }
}

/// What a scene looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Lens {
    #[default]
    Map,
    Lifelines,
}

impl From<model::Lens> for Lens {
    fn from(lens: model::Lens) -> Self {
        match lens {
            model::Lens::Map => Self::Map,
            model::Lens::Lifelines => Self::Lifelines,
        }
    }
}

impl From<Lens> for model::Lens {
    fn from(lens: Lens) -> Self {
        match lens {
            Lens::Map => Self::Map,
            Lens::Lifelines => Self::Lifelines,
        }
    }
}

/// What version 2 added to the records of version 1 is empty in a file of version 1.
macro_rules! grown {
    ($($name:ident { $($kept:ident)* } { $($new:ident)* })*) => { $(
        impl From<v1::$name> for $name {
            fn from(it: v1::$name) -> Self {
                let v1::$name { $($kept),* } = it;
                Self { $($kept,)* $($new: Default::default(),)* }
            }
        }
    )* };
}

grown! {
    Person {
        id given call prefix family birth_name also gender life born died stands_for entries
        strengths skills wishes notes
    } { cause_of_death origin language faith work }
    Child { id bond from until } { with }
    Relation { id kind from to since until according_to entries notes } { sensitive }
    Household { id name members entries strengths notes } { from until }
    SupportTie { to effect from until ended } { help }
    Scene { title text people findings camera } { cards lens year names guess notes trap minutes }
    Goal {
        id whose text first_step by helper support answers state set_on closed_on
    } { supports }
}

impl From<v1::Union> for Union {
    fn from(it: v1::Union) -> Self {
        let v1::Union {
            id,
            partners,
            kind,
            from,
            until,
            ending,
            together_again,
            children,
            entries,
            strengths,
            notes,
        } = it;
        let children = children.into_iter().map(Into::into).collect();
        Self {
            id,
            partners,
            kind,
            from,
            until,
            ending,
            together_again,
            children,
            entries,
            strengths,
            notes,
        }
    }
}

impl From<v1::Support> for Support {
    fn from(it: v1::Support) -> Self {
        let v1::Support { id, kind, name, areas, ties, notes } = it;
        let (ties, words) = (ties.into_iter().map(Into::into).collect(), Line::default());
        Self { id, kind, name, words, areas, ties, notes }
    }
}

/// A field in which something is written that is not understood: `Person("p3", Born)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Field {
    Map(MapField),
    Person(Id, PersonField),
    Union(Id, UnionField),
    Entry(Id, EntryField),
    Strength(Id, StrengthField),
    Relation(Id, RelationField),
    Household(Id, HouseholdField),
    Support(Id, SupportField),
    Goal(Id, GoalField),
    Child(Id, Id, StayField),
    ChildWith(Id, Id, Id, StayField),
    Housemate(Id, Id, StayField),
    Tie(Id, Supported, StayField),
}

/// How the map is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct View {
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) pins: Vec<Pin>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) hidden: Vec<Id>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) folded: Vec<Id>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) strands: Option<Vec<Id>>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) digits: Vec<Id>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) seen: Vec<(Id, f64)>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) nearest: NearestPartner,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) sides: Sides,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) siblings: SiblingOrder,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) drawn: Drawn,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) lines: Option<LinesShown>,
}

impl From<v1::File> for File {
    fn from(file: v1::File) -> Self {
        let v1::File {
            version: _,
            title,
            lang,
            wish,
            today,
            fictional,
            agreements,
            throw_away,
            focus,
            people,
            unions,
            twins,
            relations,
            households,
            supports,
            goals,
            own_kinds,
            marks,
            story,
            view,
            next_id,
        } = file;
        Self {
            version: VERSION,
            title,
            lang,
            wish,
            dream: Text::default(),
            today,
            fictional,
            agreements,
            throw_away,
            focus,
            people: people.into_iter().map(Into::into).collect(),
            unions: unions.into_iter().map(Into::into).collect(),
            twins,
            relations: relations.into_iter().map(Into::into).collect(),
            households: households.into_iter().map(Into::into).collect(),
            supports: supports.into_iter().map(Into::into).collect(),
            goals: goals.into_iter().map(Into::into).collect(),
            own_kinds: own_kinds.into_iter().map(Into::into).collect(),
            marks,
            cards: Vec::new(),
            story: story.into_iter().map(Into::into).collect(),
            unread: Vec::new(),
            view: view.into(),
            next_id,
        }
    }
}

impl From<v1::View> for View {
    fn from(view: v1::View) -> Self {
        let v1::View { pins, hidden, folded, nearest, sides, siblings, drawn } = view;
        Self {
            pins,
            hidden,
            folded,
            strands: None,
            digits: Vec::new(),
            seen: Vec::new(),
            nearest,
            sides,
            siblings,
            drawn,
            lines: None,
        }
    }
}
