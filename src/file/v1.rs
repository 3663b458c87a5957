//! The wire types of version 1. Released files are written in them, so this file and those below
//! it are never edited again: a new version gets its own types and a step from these.

mod text;

use serde::{Deserialize, Serialize};

use crate::i18n;
use crate::model;

pub(super) use text::{Day, Death, Id, Line, Text, Time, When};

/// The number of this version.
pub(super) const VERSION: u32 = 1;

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares structs whose `must` fields are always written and whose `may` fields are left out
/// while they have their default. A field nobody knows is an error, never dropped.
macro_rules! wire {
    ($($name:ident $(as $outer:literal)? must { $($must:ident: $Must:ty),* $(,)? }
        may { $($may:ident: $May:ty),* $(,)? })*) => { $(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields $(, rename = $outer)?)]
        pub(super) struct $name {
            $(pub(super) $must: $Must,)*
            $(#[serde(default, skip_serializing_if = "is_default")] pub(super) $may: $May,)*
        }
    )* };
}

/// Declares enums with the names of the model's, and both conversions.
macro_rules! wire_enums {
    ($($name:ident = $model:path { $($variant:ident)* })*) => { $(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(super) enum $name { $($variant),* }

        impl From<$model> for $name {
            fn from(value: $model) -> Self {
                use $model as Model;
                match value { $(Model::$variant => Self::$variant),* }
            }
        }

        impl From<$name> for $model {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant),* }
            }
        }
    )* };
}

wire_enums! {
    Lang = i18n::Lang { Nl En }
    Gender = model::Gender { Woman Man NonBinary Unknown }
    Life = model::LifeCourse { Born Pregnancy Miscarriage Stillbirth Abortion }
    Said = model::Said { Yes Maybe No }
    GoingOn = model::GoingOn { Now Before Unknown }
    Weight = model::Weight { Little Much }
    Level = model::SkillLevel { GoesWell Varies Hard }
    UnionKind = model::UnionKind {
        Married Registered LivingTogether LivingApart Engaged Relationship Brief
    }
    Ending = model::Ending { Separated Divorced Death }
    Bond = model::Bond { Birth Adopted Foster Step Guardian Donor }
    Effect = model::Effect { Helps Costs Both }
    TwinKind = model::TwinKind { Identical Fraternal Unknown }
    NearestPartner = model::NearestPartner { Current First }
    Sides = model::Sides { ManLeft Free }
    SiblingOrder = model::SiblingOrder { Age StrictlyAge Free }
    Drawn = model::Drawn { Everybody Bloodline }
    GoalState = model::GoalState { Open Reached LetGo }
    Recognised = model::Recognised { Yes No DontKnow }
}

/// Defaults of version 1, spelled out so that a change in the model does not change old files.
macro_rules! defaults {
    ($($name:ident $variant:ident)*) => { $(
        impl Default for $name {
            fn default() -> Self {
                Self::$variant
            }
        }
    )* };
}

defaults! {
    Gender Unknown
    Life Born
    Said Yes
    GoingOn Unknown
    UnionKind Relationship
    Bond Birth
    Effect Helps
    TwinKind Unknown
    GoalState Open
    NearestPartner Current
    Sides ManLeft
    SiblingOrder Age
    Drawn Everybody
}

wire! {
    File as "FamilyMap" must { version: u32, title: Line, lang: Lang } may {
        wish: Text,
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
        story: Vec<Scene>,
        view: View,
        next_id: u64,
    }

    Agreement must { text: Text } may { with: Line, on: Option<Day> }

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
        notes: Vec<Note>,
    }

    Entry must { id: Id, kind: Id } may {
        words: Text,
        said: Said,
        since: Option<Time>,
        until: Option<Time>,
        going_on: GoingOn,
        weight: Option<Weight>,
        helped: Text,
        support: Option<Id>,
        according_to: Line,
        sensitive: Option<bool>,
        not_today: bool,
        priority: Option<u8>,
    }

    Strength must { id: Id } may {
        kind: Option<Id>,
        words: Text,
        said: Said,
        since: Option<Time>,
        until: Option<Time>,
        helped_with: Vec<HelpedWith>,
        according_to: Line,
    }

    Skill must { skill: Id, level: Level } may { according_to: Line }

    Note must { text: Text } may { according_to: Line, share_with: Line, for_coach: bool }

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

    Child must { id: Id } may { bond: Bond, from: Option<When>, until: Option<When> }

    Twins must { id: Id, people: Vec<Id> } may { kind: TwinKind }

    Relation must { id: Id, kind: Id, from: Id, to: Party } may {
        since: Option<When>,
        until: Option<When>,
        according_to: Line,
        entries: Vec<Entry>,
        notes: Vec<Note>,
    }

    Household must { id: Id } may {
        name: Line,
        members: Vec<Housemate>,
        entries: Vec<Entry>,
        strengths: Vec<Strength>,
        notes: Vec<Note>,
    }

    Housemate must { id: Id } may { from: Option<When>, until: Option<When> }

    Support must { id: Id, kind: Id } may {
        name: Line,
        areas: Vec<Id>,
        ties: Vec<SupportTie>,
        notes: Vec<Note>,
    }

    SupportTie must { to: Supported } may {
        effect: Effect,
        from: Option<When>,
        until: Option<When>,
        ended: bool,
    }

    Goal must { id: Id, whose: Whose } may {
        text: Text,
        first_step: Text,
        by: Option<When>,
        helper: Line,
        support: Option<Id>,
        answers: Vec<Id>,
        state: GoalState,
        set_on: Option<Day>,
        closed_on: Option<Day>,
    }

    OwnKind must { id: Id, label: Line, area: Id } may {}

    Mark must { id: Id } may {
        recognised: Option<Recognised>,
        pin: Option<u8>,
        dismissed: bool,
        comment: Text,
    }

    Scene must { title: Line } may {
        text: Text,
        people: Vec<Id>,
        findings: Vec<Id>,
        camera: Option<Camera>,
    }

    Camera must { x: f64, y: f64, zoom: f64 } may {}

    Pin must { id: Id, x: f64 } may {}
}

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
    pub(super) nearest: NearestPartner,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) sides: Sides,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) siblings: SiblingOrder,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) drawn: Drawn,
}

/// Several people drawn as one: `Several`, or `Count(4)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Crowd {
    Several,
    Count(u16),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum HelpedWith {
    Entry(Id),
    Kind(Id),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Party {
    Person(Id),
    Support(Id),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Supported {
    Person(Id),
    Household(Id),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Whose {
    Person(Id),
    Household(Id),
    Family,
}
