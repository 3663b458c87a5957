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

use super::order::Order;
use super::{Context, Drafts, Findings};
use crate::share;

pub(super) use childhood::lives_with_now;
pub(super) use course::{CourseReader, Courses};

/// From how many people on the detectors are shared among the processors.
const MANY: usize = 512;

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
    |context, drafts| drafts.tell_white_spots(white_spots::white_spots(context)),
    |context, drafts| drafts.tell_load(load::load(context)),
];

/// What `detectors` find, in the order in which it is shown.
#[must_use]
pub fn run(context: &Context<'_>, detectors: &[Detector]) -> Findings {
    let order = Order::of(context);
    let threads = if context.kin.len() < MANY { 1 } else { share::threads() };
    let all = share::mapped(detectors, threads, |detector| {
        let mut drafts = Drafts::of(context, &order);
        detector(context, &mut drafts);
        drafts
    });
    Drafts::put_together(context, all)
}

#[cfg(test)]
mod tests;
