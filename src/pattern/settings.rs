//! What the user may turn, with the values of the specification.

use super::finding::Pattern;
use crate::kinship::Bonds;

/// Thresholds and switches of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which bonds make the family line.
    pub bonds: Bonds,
    /// Maybe counts as Yes, and every finding that rests on it says so.
    pub count_maybe: bool,
    /// First child below this age: a young parent.
    pub young_parent_below: u8,
    /// Died below this age: an early death.
    pub early_death_below: u8,
    /// Carriers on a chain from which a thread is a headline.
    pub headline_length: u32,
    /// Years that onsets of neighbours may differ at "the same age".
    pub same_age_years: i32,
    /// People from which "the same age" is a headline.
    pub same_age_headline: u32,
    /// Generations from which ages can fall.
    pub shift_generations: u32,
    /// Years a step that the onset falls on average.
    pub shift_years: i32,
    /// Years since its end after which a situation has ended.
    pub ended_years: i32,
    /// Years before an end in which what began may have helped.
    pub turning_years: i32,
    /// Yes among brothers and sisters from which it is said.
    pub siblings_yes: u32,
    /// How many generations above a carrier branches are told apart.
    pub branch_generations: u32,
    /// People in whom two kinds go together.
    pub together_people: u32,
    /// Years between the first and the second kind.
    pub in_turn_years: i32,
    /// People in whom one kind follows the other.
    pub in_turn_people: u32,
    /// People from which that is a headline.
    pub in_turn_headline: u32,
    /// Children to whom something is handed on.
    pub handed_on_children: u32,
    /// Parents who hand it on.
    pub handed_on_parents: u32,
    /// Years around the age at which somebody died.
    pub loss_years: i32,
    /// People in whom that shows.
    pub loss_people: u32,
    /// Months after a death.
    pub loss_months: i32,
    /// Life areas at once.
    pub stacking_areas: u32,
    /// Onsets close together.
    pub stacking_onsets: u32,
    /// Months in which they fall.
    pub stacking_months: i32,
    /// Supports on one household at once.
    pub many_supports: u32,
    /// Per cent Unknown above which a branch is a white spot.
    pub white_spot_percent: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bonds: Bonds::Family,
            count_maybe: false,
            young_parent_below: 20,
            early_death_below: 50,
            headline_length: 3,
            same_age_years: 2,
            same_age_headline: 3,
            shift_generations: 3,
            shift_years: 2,
            ended_years: 2,
            turning_years: 2,
            siblings_yes: 2,
            branch_generations: 4,
            together_people: 3,
            in_turn_years: 5,
            in_turn_people: 2,
            in_turn_headline: 3,
            handed_on_children: 3,
            handed_on_parents: 2,
            loss_years: 1,
            loss_people: 2,
            loss_months: 12,
            stacking_areas: 4,
            stacking_onsets: 3,
            stacking_months: 24,
            many_supports: 4,
            white_spot_percent: 60,
        }
    }
}

impl Settings {
    /// Name and value of every threshold, for a report.
    #[must_use]
    pub fn thresholds(&self) -> Vec<(&'static str, i64)> {
        vec![
            ("young_parent_below", self.young_parent_below.into()),
            ("early_death_below", self.early_death_below.into()),
            ("headline_length", self.headline_length.into()),
            ("same_age_years", self.same_age_years.into()),
            ("same_age_headline", self.same_age_headline.into()),
            ("shift_generations", self.shift_generations.into()),
            ("shift_years", self.shift_years.into()),
            ("ended_years", self.ended_years.into()),
            ("turning_years", self.turning_years.into()),
            ("siblings_yes", self.siblings_yes.into()),
            ("branch_generations", self.branch_generations.into()),
            ("together_people", self.together_people.into()),
            ("in_turn_years", self.in_turn_years.into()),
            ("in_turn_people", self.in_turn_people.into()),
            ("in_turn_headline", self.in_turn_headline.into()),
            ("handed_on_children", self.handed_on_children.into()),
            ("handed_on_parents", self.handed_on_parents.into()),
            ("loss_years", self.loss_years.into()),
            ("loss_people", self.loss_people.into()),
            ("loss_months", self.loss_months.into()),
            ("stacking_areas", self.stacking_areas.into()),
            ("stacking_onsets", self.stacking_onsets.into()),
            ("stacking_months", self.stacking_months.into()),
            ("many_supports", self.many_supports.into()),
            ("white_spot_percent", self.white_spot_percent.into()),
        ]
    }

    /// Name and value of the thresholds by which `pattern` is found.
    #[must_use]
    pub fn thresholds_of(&self, pattern: Pattern) -> Vec<(&'static str, i64)> {
        let names: &[&str] = match pattern {
            Pattern::Thread => &["headline_length", "ended_years"],
            Pattern::TurningPoint => &["turning_years"],
            Pattern::Siblings => &["siblings_yes"],
            Pattern::Branches => &["branch_generations"],
            Pattern::SameAge => &["same_age_years", "same_age_headline"],
            Pattern::EverYounger => &["shift_generations", "shift_years"],
            Pattern::Together => &["together_people"],
            Pattern::InTurn => &["in_turn_years", "in_turn_people", "in_turn_headline"],
            Pattern::HandedOn => &["handed_on_children", "handed_on_parents"],
            Pattern::Loss => &["loss_years", "loss_people", "loss_months"],
            Pattern::Stacking => &["stacking_areas", "stacking_onsets", "stacking_months"],
            Pattern::HelpReturns => &["many_supports"],
            Pattern::GrownUpWith | Pattern::Triangle | Pattern::PlaceInRow => &[],
        };
        let all = self.thresholds().into_iter();
        all.filter(|(name, _)| names.contains(name)).collect()
    }
}
