//! Icon names and the characters that draw them in the two icon fonts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Per line: name, code point (hexadecimal), and `line` where the fill font holds the line drawing,
/// because Phosphor fills that shape by boxing it. Also what the fonts are cut down to.
const TABLE: &str = include_str!("../../assets/fonts/icons.tsv");

/// The icon of own words that belong to no life area.
pub const PLAIN_ICON: &str = "quotes";

static ICONS: LazyLock<BTreeMap<&'static str, char>> =
    LazyLock::new(|| TABLE.lines().filter_map(parse).collect());

fn parse(line: &'static str) -> Option<(&'static str, char)> {
    let mut columns = line.split('\t');
    let (name, code) = (columns.next()?, columns.next()?);
    Some((name, u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?))
}

/// The character that draws the icon of this name, in the fill and in the bold icon font alike.
///
/// Names are those of the Phosphor set; `assets/fonts/icons.tsv` lists what is carried.
#[must_use]
pub fn icon(name: &str) -> Option<char> {
    ICONS.get(name).copied()
}

/// Every icon that is carried, by name.
pub fn icons() -> impl Iterator<Item = (&'static str, char)> {
    ICONS.iter().map(|(&name, &icon)| (name, icon))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::{Catalogue, Entry};

    /// What the window shows on its buttons.
    const INTERFACE: &str = "plus minus x check arrow-left arrow-right arrow-u-up-left \
        arrow-u-up-right quotes magnifying-glass floppy-disk folder-open house share-network lock \
        lock-open star check-circle trash push-pin push-pin-slash eye eye-slash gear caret-down \
        caret-left caret-right caret-up user user-plus users baby heart printer question warning \
        info dots-three list globe moon sun presentation arrows-out hand pencil-simple clock \
        map-trifold graph tree-structure table file copy export image calendar target keyboard";

    #[test]
    fn every_line_of_the_table_is_an_icon() {
        assert_eq!(icons().count(), TABLE.lines().count(), "each line parses, no name twice");
        let characters: BTreeSet<_> = icons().map(|(_, icon)| icon).collect();
        assert_eq!(characters.len(), TABLE.lines().count(), "no two names for one picture");
    }

    #[test]
    fn the_catalogue_and_the_window_name_icons_that_exist() {
        for entry in Catalogue::builtin().entries() {
            let Some(name) = entry.icon() else { continue };
            assert!(icon(name).is_some(), "{} wants {name}", entry.id());
        }
        for name in INTERFACE.split_whitespace() {
            assert!(icon(name).is_some(), "the window wants {name}");
        }
        assert_eq!(icon("no-such-picture"), None, "an unknown name draws nothing");
    }

    #[test]
    fn badges_on_a_person_all_look_different() {
        let mut seen = BTreeSet::new();
        for entry in Catalogue::builtin().entries() {
            match entry {
                Entry::Area(_) | Entry::Kind(_) | Entry::Strength(_) | Entry::Skill(_) => {
                    let name = entry.icon().unwrap_or_default();
                    assert!(seen.insert(name), "{}: {name} is used twice", entry.id());
                }
                // Supports stand at the side with their name, relations are lines.
                Entry::Support(_) | Entry::Relation(_) => {}
            }
        }
    }
}
