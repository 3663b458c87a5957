//! What the name of a file promises.

use std::path::Path;

/// Endings that everybody knows.
const KNOWN: &[&str] = &[
    "bmp", "csv", "doc", "docx", "familie", "ged", "gif", "gz", "htm", "html", "jpeg", "jpg",
    "json", "odt", "pdf", "png", "ron", "rtf", "svg", "tif", "tiff", "txt", "webp", "xls", "xlsx",
    "zip",
];

/// Does the name of `path` promise another kind of file than `own` (an ending, in lower case)? A
/// file never holds anything else than it is called.
#[must_use]
pub fn promises_another(path: &Path, own: &str) -> bool {
    KNOWN.iter().any(|known| *known != own && ends_in(path, known))
}

/// Does the name of `path` end in `extension`, in capitals or not?
#[must_use]
pub fn ends_in(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|said| said.eq_ignore_ascii_case(extension))
}
