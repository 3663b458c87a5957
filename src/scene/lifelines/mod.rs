//! Lifelines: people as lines under one another, by calendar year or aligned by age, with what went on,
//! what was strong, who helped and what happened. The second way to see that something comes back:
//! grandmother, mother and daughter side by side at nineteen.
//!
//! Pure, like the map: the same shapes for window and paper. Nothing is drawn before it began or more
//! certain than it was told: an "about" is hatched, what is not known fades.

mod bars;
mod draw;
mod legend;
mod life;
mod who;

use std::collections::BTreeSet;

use crate::geometry::Rect;
use crate::kinship::Kinship;
use crate::model::{CardId, FamilyMap, HouseholdId, PersonId};
use crate::pattern::Cards;
use crate::scene::Scene;
use crate::scene::view::View;

/// The lifelines as a picture, and what can be tapped on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifelines {
    /// The picture.
    pub scene: Scene,
    /// Everybody who has a line, from the top.
    pub rows: Vec<LifeRow>,
    /// Chosen people of whom no year of birth is known: they have no place along the line.
    pub without_years: Vec<PersonId>,
    /// The cards that speak of an age several of these people had in common, when people stand at
    /// their ages.
    pub bands: Vec<AgeBand>,
    /// That of which the band is drawn.
    pub band: Option<CardId>,
}

/// The ages at which a theme began with several people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeBand {
    /// The card that says so.
    pub card: CardId,
    /// The youngest age, in whole years.
    pub lo: i32,
    /// The oldest.
    pub hi: i32,
    /// The lines of the card that are about it: who, at which age, and the question.
    pub lines: Vec<u8>,
}

/// One life.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeRow {
    /// Whose.
    pub person: PersonId,
    /// Where symbol and name stand.
    pub head: Rect,
    /// Everything of this life, in words.
    pub spoken: String,
    /// The bars and what each says.
    pub bars: Vec<LifeBar>,
}

/// One bar of a life.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeBar {
    /// Where it is drawn.
    pub rect: Rect,
    /// What it says: "Schulden, van 19 jaar, nu nog".
    pub words: String,
}

/// Along what the lives lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Along {
    /// Everybody begins at 0: the same age stands in one column.
    #[default]
    Age,
    /// By calendar year.
    Years,
}

/// What is drawn of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LifePart {
    /// What is or was going on.
    Problems,
    /// What is strong.
    Strengths,
    /// Who helps or helped.
    Help,
    /// Children, unions, goals.
    Events,
    /// What a child grows up with.
    GrownUpWith,
}

impl LifePart {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 5] =
        [Self::Problems, Self::Strengths, Self::Help, Self::Events, Self::GrownUpWith];
}

/// Whose lives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// The line of mothers of the main person, with sisters who have children, and their children.
    #[default]
    Mothers,
    /// The line of fathers.
    Fathers,
    /// Everybody who has the theme of a card.
    Card(CardId),
    /// Who lives in a home.
    Household(HouseholdId),
    /// The people chosen on the map.
    Chosen(BTreeSet<PersonId>),
    /// Everybody.
    All,
}

/// What the lifelines show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LifeView {
    /// Whose lives.
    pub whose: Whose,
    /// Along what.
    pub along: Along,
    /// What is left out.
    pub left_out: BTreeSet<LifePart>,
    /// The card whose ages are banded; `None`: the one with the narrowest band.
    pub band: Option<CardId>,
}

/// Draws the lifelines of `map`, of which `kin` and `cards` must be the kinship and the cards.
///
/// The map must be the one that may be seen: nothing is hidden here. Linear in the people drawn and
/// their records.
#[must_use]
pub fn lifelines(
    map: &FamilyMap,
    kin: &Kinship,
    cards: &Cards,
    view: &View,
    shown: &LifeView,
) -> Lifelines {
    let people = who::people(map, kin, cards, &shown.whose, view);
    let lives: Vec<life::Life> =
        people.iter().filter_map(|id| life::Life::of(map, kin, view, shown, id)).collect();
    let is_drawn = |id: &&PersonId| lives.iter().any(|life| life.person == **id);
    let without_years: Vec<PersonId> = people.iter().filter(|id| !is_drawn(id)).cloned().collect();
    let bands = match shown.along {
        Along::Age => life::bands(cards, &lives),
        Along::Years => Vec::new(),
    };
    let wished = shown.band.as_ref();
    let of_wish = bands.iter().find(|band| Some(&band.card) == wished);
    // The narrowest says most: the first child at 18 or 19.
    let narrowest = bands.iter().min_by_key(|band| band.hi - band.lo);
    let band = of_wish.or(narrowest).cloned();
    let drawn = draw::draw(map, view, &lives, band.as_ref(), shown.along);
    Lifelines { without_years, bands, ..drawn }
}
