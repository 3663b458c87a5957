//! The patterns, one file each; `strand` is the engine that threads, their ends and ages share.

mod branches;
mod childhood;
mod course;
mod grown_up_with;
mod handed_on;
mod help_returns;
mod in_turn;
mod load;
mod loss;
mod place_in_row;
mod same_age;
mod siblings;
mod stacking;
mod together;
mod triangle;
mod white_spots;

use super::{Context, Drafts};

pub(super) use course::Courses;
pub(super) use load::load;
pub(super) use white_spots::white_spots;

/// A function that looks for one pattern and writes down what it finds.
pub type Detector = fn(&Context<'_>, &mut Drafts<'_>);

/// Every detector. The order does not matter: findings are ordered afterwards.
pub const DETECTORS: &[Detector] = &[
    super::strand::threads,
    siblings::siblings,
    branches::branches,
    same_age::same_age,
    together::together,
    in_turn::in_turn,
    handed_on::handed_on,
    grown_up_with::grown_up_with,
    loss::loss,
    stacking::stacking,
    triangle::triangle,
    place_in_row::place_in_row,
    help_returns::help_returns,
];

#[cfg(test)]
mod tests;
