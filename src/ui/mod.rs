//! The window: shows the document and turns input into [`Action`]s. The only home of egui.

mod action;
pub mod fonts;
pub mod inspector;
pub mod palette;

pub use action::{Action, NewEntry, NewStrength, Screen};
