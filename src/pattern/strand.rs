//! The thread engine.

use super::context::Context;
use super::finding::Finding;

/// Every thread of every theme.
pub(super) fn threads(_context: &Context<'_>) -> Vec<Finding> {
    Vec::new()
}
