//! A scene as a file: SVG, PNG. No drawing decisions; no knowledge of families.

mod format;
mod png;
mod subset;
mod svg;

pub use format::PictureFormat;
pub use png::{PngError, PngSize, png};
pub use svg::{Lettering, svg};
