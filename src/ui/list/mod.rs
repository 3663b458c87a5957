//! The family as a list: one row for everybody, generation by generation, for those who think in lists
//! and those who do not see the map.

mod rows;
mod table;

pub(super) use rows::{Listed, rows};
pub(super) use table::list_ui;
