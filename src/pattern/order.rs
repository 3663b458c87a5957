//! In which order findings are shown.

use super::context::Context;
use super::finding::Finding;

/// Puts `findings` in the order of patterns.md §4.
pub(super) fn arrange(_context: &Context<'_>, _findings: &mut Vec<Finding>) {}
