//! A scene as a file: SVG, PNG. No drawing decisions; no knowledge of families.

mod png;
mod subset;
mod svg;

pub use png::{PngError, PngSize, png};
pub use svg::{Lettering, svg};
