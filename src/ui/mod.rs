//! The window: shows the document and turns input into [`Action`]s. The only home of egui.

mod action;
pub mod fonts;

pub use action::{Action, NewEntry, NewStrength, Screen};
