//! The window: shows the document and turns input into [`Action`]s. The only home of egui.

mod action;

pub use action::{Action, NewEntry, NewStrength, Screen};
