//! The window: shows the document and turns input into [`Action`]s. The only home of egui.

mod action;
pub mod fonts;
pub mod inspector;
pub mod palette;
pub mod strands_panel;

pub use action::{Action, NewEntry, NewStrength, Screen};

/// Opens the window, on `file` if there is one.
#[must_use]
pub fn run(file: Option<std::path::PathBuf>) -> std::process::ExitCode {
    drop(file);
    crate::cli::no_display()
}
