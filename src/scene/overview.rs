//! The overview: generations down; across life areas, skills and strengths, or what comes back.
//!
//! It speaks of the same cards as panel and map: who has a ring there stands in a cell here, and the
//! lines between cells are those of the strands. No cell is left to be guessed at: an empty one says
//! whether it was asked, is not known, or was not entered.

mod draw;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Rect;
use crate::kinship::Kinship;
use crate::model::{CardId, FamilyMap, KindId, PersonId};
use crate::pattern::Cards;
use crate::scene::Scene;
use crate::scene::view::View;

use table::Table;

/// The overview as a picture, and what each cell holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The picture.
    pub scene: Scene,
    /// What stands across.
    pub across: Across,
    /// What the generations are called, the eldest first.
    pub rows: Vec<String>,
    /// The cells, generation by generation, in the order of the columns.
    pub cells: Vec<OverviewCell>,
}

/// What stands across.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Across {
    /// Life areas of which anything is told, skills, strengths.
    #[default]
    Areas,
    /// The cards of the list, in its order.
    Cards,
}

/// What a column is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A life area.
    Area(KindId),
    /// Executive skills.
    Skills,
    /// Strengths.
    Strengths,
    /// A card.
    Card(CardId),
}

/// People of a cell who have something in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// They have it, or had it.
    Yes,
    /// A skill is hard for them.
    Hard,
    /// A skill goes well one time, and not the next.
    Varies,
    /// A skill goes well.
    Well,
    /// They were asked: no.
    No,
    /// Somebody thinks so.
    Maybe,
    /// It is not known.
    Unknown,
}

/// One generation in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewCell {
    /// Where it is drawn.
    pub rect: Rect,
    /// The generation, 0 for the eldest.
    pub generation: u32,
    /// The column.
    pub column: Column,
    /// Who, focus persons first.
    pub groups: BTreeMap<Group, Vec<PersonId>>,
    /// With whom it ended: the knot of the map.
    pub out: BTreeSet<PersonId>,
    /// With whom it goes no further: the open ring of the map.
    pub stops: BTreeSet<PersonId>,
    /// Nobody of this generation is of age yet.
    pub is_young: bool,
    /// It follows from the family: nobody was asked.
    pub is_derived: bool,
}

impl OverviewCell {
    /// The people of one group.
    #[must_use]
    pub fn group(&self, group: Group) -> &[PersonId] {
        self.groups.get(&group).map(Vec::as_slice).unwrap_or_default()
    }

    /// Everybody who has something here.
    pub fn carriers(&self) -> impl Iterator<Item = &PersonId> {
        [Group::Yes, Group::Hard, Group::Varies, Group::Well]
            .into_iter()
            .flat_map(|group| self.group(group))
    }

    /// Does nobody have anything here?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.carriers().next().is_none()
    }

    /// What is written in the cell, group by group. Beside what there is, a life area names only
    /// those with whom it goes no further.
    #[must_use]
    pub fn shown(&self) -> Vec<(Group, Vec<&PersonId>)> {
        let is_card = matches!(self.column, Column::Card(_));
        let is_empty = self.is_empty();
        let of_group = self.groups.iter().map(|(group, people)| {
            let is_carrier = *group < Group::No;
            let all = is_card || is_empty || is_carrier;
            let of_cell = |id: &&PersonId| all || *group == Group::No && self.stops.contains(*id);
            (*group, people.iter().filter(of_cell).collect::<Vec<_>>())
        });
        of_group.filter(|(_, people)| !people.is_empty()).collect()
    }

    /// The message with what a group is called; people who have it need no word.
    #[must_use]
    pub const fn heading(&self, group: Group) -> Option<&'static str> {
        match group {
            Group::Yes => None,
            Group::Hard => Some("scene-cell-hard"),
            Group::Varies => Some("scene-cell-varies"),
            Group::Well => Some("scene-cell-well"),
            Group::No if self.is_derived => Some("scene-cell-not"),
            Group::No => Some("scene-asked-no"),
            Group::Maybe => Some("scene-maybe"),
            Group::Unknown => Some("scene-open"),
        }
    }

    /// The message that a cell without anybody has. Anything can be hidden by hand, so it is the same
    /// whether something is hidden there or nothing was entered, and true of both.
    #[must_use]
    pub const fn nothing(&self) -> &'static str {
        if self.is_young { "scene-cell-young" } else { "scene-cell-empty" }
    }
}

/// Draws the overview of `map`. `cards` must be those of this map under the view's day.
#[must_use]
pub fn overview(
    map: &FamilyMap,
    kin: &Kinship,
    cards: &Cards,
    view: &View,
    across: Across,
) -> Overview {
    let table = Table::of(map, kin, cards, view, across);
    draw::draw(map, kin, view, &table)
}
