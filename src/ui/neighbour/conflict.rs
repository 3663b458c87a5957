//! What programs that share folders put beside a file when two people changed it: both versions, the
//! other one under a name of their own.

use std::path::{Path, PathBuf};

use crate::file::{self, PathKind};
use crate::ui::shell::computer::Computer;

/// More are not offered at once.
const MOST: usize = 5;
/// So many files of a folder are looked at.
const MOST_LOOKED_AT: usize = 5_000;

/// The other versions that lie beside the map in `file`, by name.
pub(super) fn beside(computer: &dyn Computer, file: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(stem)) = (file.parent(), stem(file)) else { return Vec::new() };
    let all = computer.list(folder).unwrap_or_default().into_iter().take(MOST_LOOKED_AT);
    let is_file = |path: &Path| computer.kind(path).ok() == Some(PathKind::File);
    let is_one = |path: &PathBuf| {
        let of = self::stem(path).filter(|_| file::ends_in(path, file::EXTENSION));
        path != file && of.is_some_and(|it| is_other_version(stem, it)) && is_file(path)
    };
    all.filter(is_one).take(MOST).collect()
}

fn stem(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}

/// Is `other` what a program that shares folders calls another version of `stem`? Not every name that
/// begins the same: `kaart-2026-11-21` is no version of `kaart`.
fn is_other_version(stem: &str, other: &str) -> bool {
    let Some(rest) = other.strip_prefix(stem) else { return false };
    let lower = rest.to_lowercase();
    // Dropbox, Nextcloud, ownCloud, Syncthing, Seafile, in their languages.
    if lower.contains("conflict") {
        return rest.starts_with([' ', '.', '_', '-', '(']);
    }
    // Google Drive, and most browsers: "kaart (1)".
    if let Some(number) = rest.strip_prefix(" (").and_then(|it| it.strip_suffix(')')) {
        return !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    // iCloud: "kaart 2".
    if let Some(number) = rest.strip_prefix(' ') {
        return !number.is_empty()
            && number.len() < 3
            && number.bytes().all(|it| it.is_ascii_digit());
    }
    // OneDrive: the name of the other computer, "kaart-LAPTOP7".
    rest.strip_prefix('-').is_some_and(|name| {
        let is_of_computer = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        2 < name.len() && name.chars().all(is_of_computer) && name.contains(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_seven_programs_are_known_and_a_name_of_its_own_is_none() {
        for other in [
            "kaart (conflicted copy 2026-11-29 101112)",
            "kaart (Anna's conflicted copy 2026-11-29)",
            "kaart (conflicterende kopie van Anna 2026-11-29)",
            "kaart_conflict-20261129-101112",
            "kaart.sync-conflict-20261129-101112-ABCDEFG",
            "kaart (SFConflict anna@example.org 2026-11-29-10-11-12)",
            "kaart-LAPTOP-7F3K",
            "kaart (1)",
            "kaart 2",
        ] {
            assert!(is_other_version("kaart", other), "{other}");
        }
        for other in [
            "kaart",
            "kaart-2026-11-21",
            "kaart-anna",
            "kaarten",
            "kaart 2026",
            "kaart (voor school)",
            "kaartconflict",
            "andere (conflicted copy)",
            "kaart-12",
        ] {
            assert!(!is_other_version("kaart", other), "{other}");
        }
    }
}
