//! The wire types of version 2: those of version 1 where nothing changed, and its own where
//! something did. Version 1 steps into them without loss.
//!
//! New in 2: `cards` (what the client said of a theme, whoever has it), `unread` (what was written in
//! a field and is not understood), `view.strands` (the themes whose strands were on the map),
//! `view.seen` (where everybody stood), and a kind of the map's own may be of no life area.

use serde::{Deserialize, Serialize};

use super::v1::{
    self, Agreement, Day, Drawn, Goal, Household, Id, Lang, Line, Mark, NearestPartner, Person,
    Pin, Relation, Scene, SiblingOrder, Sides, Support, Text, Twins, Union,
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

    OwnKind must { id: Id, label: Line } may { area: Option<Id> }

    Unread must { of: Field, text: Text } may {}
}

impl From<v1::OwnKind> for OwnKind {
    fn from(it: v1::OwnKind) -> Self {
        let v1::OwnKind { id, label, area } = it;
        Self { id, label, area: Some(area) }
    }
}

wire_enums! {
    MapField = model::MapField { Title Wish }
    PersonField = model::PersonField { Name BirthName Born Died Notes }
    UnionField = model::UnionField { From Until TogetherAgain }
    EntryField = model::EntryField { Since Until Words }
}

/// A field in which something is written that is not understood: `Person("p3", Born)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Field {
    Map(MapField),
    Person(Id, PersonField),
    Union(Id, UnionField),
    Entry(Id, EntryField),
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
    pub(super) seen: Vec<(Id, f64)>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) nearest: NearestPartner,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) sides: Sides,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) siblings: SiblingOrder,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) drawn: Drawn,
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
        let v1::View { pins, hidden, folded, nearest, sides, siblings, drawn } = view;
        Self {
            version: VERSION,
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
            own_kinds: own_kinds.into_iter().map(Into::into).collect(),
            marks,
            cards: Vec::new(),
            story,
            unread: Vec::new(),
            view: View {
                pins,
                hidden,
                folded,
                strands: None,
                seen: Vec::new(),
                nearest,
                sides,
                siblings,
                drawn,
            },
            next_id,
        }
    }
}
