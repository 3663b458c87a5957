//! A scene as a file: SVG, PNG, PDF. No drawing decisions; no knowledge of families.

mod format;
mod outline;
mod paper;
mod pdf;
mod png;
mod scripts;
mod subset;
mod svg;
mod tiles;

pub use format::PictureFormat;
pub use paper::{Paper, page_of, sheet_of, stacked};
pub use pdf::{PdfError, pdf, pdf_of_pages};
pub use png::{PngError, PngSize, pixels, png};
pub use svg::{Lettering, svg};
pub use tiles::tiles;

use crate::scene::{Scene, Shape};

/// The letters of `scene` that no font has, neither a carried one nor one of this computer, each once,
/// in the order in which they come: on paper a box stands in their place.
#[must_use]
pub fn letters_without_font(scene: &Scene) -> String {
    let mut lacking = String::new();
    let labels = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label),
        _ => None,
    });
    for letter in labels.flat_map(|label| label.text.chars()) {
        if !scripts::is_drawn(letter) && !lacking.contains(letter) {
            lacking.push(letter);
        }
    }
    lacking
}
