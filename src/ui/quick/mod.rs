//! The quick line: a family typed as lines, seen on the map before it is on it.

mod app;
mod dock;
mod line;
mod paint;

pub(super) use dock::{dock_ui, height};
pub(super) use line::{Preview, QuickLine, previewed};
