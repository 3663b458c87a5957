//! The program: the window, or the command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rode_draad::cli::{self, OfWindow, Outcome};
use rode_draad::i18n::Lang;
use rode_draad::manual::Keys;

/// Asking for memory was a tenth of the time in which a family of a thousand is drawn.
#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), OfWindow { keys, unsealed }) {
        Outcome::Done(code) => code,
        Outcome::OpenWindow(file) => open_window(file),
    }
}

#[cfg(feature = "window")]
fn keys(lang: Lang) -> Keys {
    rode_draad::ui::keys(lang)
}

#[cfg(not(feature = "window"))]
fn keys(_: Lang) -> Keys {
    Keys::new()
}

#[cfg(feature = "desktop")]
fn unsealed(file: &Path) {
    rode_draad::ui::follow_unsealed(file);
}

#[cfg(not(feature = "desktop"))]
fn unsealed(_: &Path) {}

#[cfg(feature = "desktop")]
fn open_window(file: Option<PathBuf>) -> ExitCode {
    match rode_draad::ui::run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(rode_draad::ui::NoWindow) => cli::no_display(),
    }
}

#[cfg(not(feature = "desktop"))]
fn open_window(_: Option<PathBuf>) -> ExitCode {
    cli::no_display()
}
