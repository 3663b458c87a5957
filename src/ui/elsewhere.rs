//! A copy of the map in another place: who has none for two weeks is reminded, once at each opening.
//! And what is left in the open where a map was before it was sealed.

mod app;

use std::path::PathBuf;

/// What is asked about other places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Elsewhere {
    /// There is no copy for so many days.
    NoCopy(i64),
    /// These files without a passphrase are still there.
    Open(Vec<PathBuf>),
}
