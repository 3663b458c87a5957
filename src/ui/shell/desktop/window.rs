//! Opens the window on this computer.

use std::path::PathBuf;

use super::shell;
use crate::ui::app::App;

/// Opens the window, on `file` if there is one; comes back when it is closed.
///
/// # Errors
///
/// When there is nothing to open a window on.
pub fn run(file: Option<PathBuf>) -> Result<(), NoWindow> {
    if !has_display() {
        return Err(NoWindow);
    }
    let viewport = egui::ViewportBuilder::default()
        .with_title("Rode Draad")
        .with_app_id("rode-draad")
        .with_inner_size([1680.0, 1050.0])
        .with_min_inner_size([720.0, 520.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let started = eframe::run_native(
        "rode-draad",
        options,
        Box::new(|context| {
            let mut app = App::new(&context.egui_ctx, shell());
            if let Some(file) = file {
                app.open_first(&file);
            }
            Ok(Box::new(app))
        }),
    );
    started.map_err(|_system| NoWindow)
}

/// There is no display to open a window on, or it cannot draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWindow;

/// Is there anything to open a window on? Elsewhere than on X11 and Wayland there always is.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
