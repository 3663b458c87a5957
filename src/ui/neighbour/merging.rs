//! Two changed copies become one map: what would come of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::other::Known;
use crate::merge::{ConflictId, Merged, Side};
use crate::model::FamilyMap;

/// What would come of both, and what was chosen so far.
#[derive(Debug)]
pub(super) struct Merging {
    /// Where the other map is.
    pub(super) path: PathBuf,
    /// What stands there, as it was read.
    pub(super) stands: Known,
    /// The version that both come from, if one was kept.
    pub(super) base: Option<FamilyMap>,
    /// The other map.
    pub(super) theirs: FamilyMap,
    /// How each conflict is settled; those not chosen yet: for the open map.
    pub(super) choices: BTreeMap<ConflictId, Side>,
    /// What comes of it.
    pub(super) merged: Merged,
    /// What changes on the open map, in sentences.
    pub(super) changes: Vec<String>,
    /// Each conflict: about what, and what stands on either map.
    pub(super) told: Vec<(ConflictId, String, [String; 2])>,
}
