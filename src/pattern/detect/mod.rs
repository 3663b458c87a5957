//! The patterns, one file each; `strand` is the engine that threads, their ends and ages share.

mod branches;
mod same_age;
mod siblings;

use super::{Context, Finding, Load, WhiteSpot};

/// A function that looks for one pattern.
pub type Detector = fn(&Context<'_>) -> Vec<Finding>;

/// Every detector. The order does not matter: findings are ordered afterwards.
pub const DETECTORS: &[Detector] =
    &[super::strand::threads, siblings::siblings, branches::branches, same_age::same_age];

/// P21: where the map knows little.
#[must_use]
pub(super) fn white_spots(_context: &Context<'_>) -> Vec<WhiteSpot> {
    Vec::new()
}

/// Load: people Yes out of people known, per generation and life area.
#[must_use]
pub(super) fn load(_context: &Context<'_>) -> Vec<Load> {
    Vec::new()
}
