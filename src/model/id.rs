//! Names for things that stay the same for life: `A1`, `p42`, a hand-written slug.

use std::fmt;
use std::sync::Arc;

/// The longest id that is accepted, in bytes.
pub const MAX_ID_LEN: usize = 64;

/// Is `text` fit to be an id: 1 to [`MAX_ID_LEN`] bytes, no white space, no control characters?
#[must_use]
pub fn is_valid_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_ID_LEN
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        ///
        /// Ids order by length first, so that `A2` comes before `A10`.
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id spelled `text`, or `None` when [`is_valid_id`] says no.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                is_valid_id(text).then(|| Self(text.into()))
            }

            /// The id spelled `prefix` and `number`, as [`IdSource`] counts. The prefix is a
            /// short word of our own.
            #[must_use]
            pub fn numbered(prefix: &'static str, number: u64) -> Self {
                debug_assert!(is_valid_id(prefix) && prefix.len() < 32, "{prefix:?}");
                Self(format!("{prefix}{number}").into())
            }

            /// As it stands in the file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.0.len().cmp(&other.0.len()).then_with(|| self.0.cmp(&other.0))
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
    )* };
}

ids! {
    /// A person on the map.
    PersonId
    /// Partners, a lone parent, or a sibship of unknown parents.
    UnionId
    /// An emotional or contact line.
    RelationId
    /// People who live together.
    HouseholdId
    /// An organisation or helper.
    SupportId
    /// A problem attached to somebody. Unique on the whole map.
    EntryId
    /// A strength attached to somebody. Unique on the whole map.
    StrengthId
    /// A goal. Unique on the whole map.
    GoalId
    /// People born at one birth.
    TwinsId
    /// A row of the catalogue, or a kind of the map's own: `geld-schulden`, `s-humor`, `ef-tijd`.
    KindId
    /// A finding of the pattern engine, as kept with what the client said of it.
    FindingId
}

impl FindingId {
    /// The id that spells `hash` in 16 hexadecimal digits.
    #[must_use]
    pub fn of_hash(hash: u64) -> Self {
        let digit = |place: u32| {
            let value = (hash >> (60 - 4 * place)) & 0xf;
            char::from_digit(value as u32, 16).unwrap_or('0')
        };
        // Findings are many: the spelling is made where it stays.
        let mut text = [0_u8; 16];
        for (place, byte) in (0..).zip(&mut text) {
            *byte = digit(place) as u8;
        }
        Self(String::from_utf8_lossy(&text).into())
    }
}

/// Hands out ids that were never used on this map before.
///
/// The counter lives outside the undo history: adding, undoing and adding again gives two
/// different ids, so that nothing that still names the first one points at a stranger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdSource {
    next: u64,
}

impl IdSource {
    /// Continues after `next - 1`.
    #[must_use]
    pub const fn starting_at(next: u64) -> Self {
        Self { next }
    }

    /// The number that the next id will carry.
    #[must_use]
    pub const fn next_number(&self) -> u64 {
        self.next
    }

    /// A number that, after `prefix`, makes an id for which `is_taken` is false.
    pub fn fresh(&mut self, prefix: &str, is_taken: impl Fn(&str) -> bool) -> u64 {
        loop {
            self.next = self.next.saturating_add(1);
            if !is_taken(&format!("{prefix}{}", self.next)) {
                return self.next;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_people_count() {
        let mut ids: Vec<PersonId> =
            ["A10", "A2", "A1", "B1"].into_iter().filter_map(PersonId::new).collect();
        ids.sort();
        let text: Vec<&str> = ids.iter().map(PersonId::as_str).collect();
        assert_eq!(text, ["A1", "A2", "B1", "A10"]);
    }

    #[test]
    fn ids_without_substance_are_refused() {
        for text in ["", " ", "a b", "a\n", &"x".repeat(65)] {
            assert_eq!(PersonId::new(text), None, "{text:?}");
        }
        assert!(PersonId::new("moeder-van-Rob").is_some());
    }

    #[test]
    fn fresh_ids_skip_what_is_taken() {
        let mut ids = IdSource::default();
        assert_eq!(ids.fresh("p", |id| id == "p1"), 2);
        assert_eq!(ids.fresh("p", |_| false), 3);
    }
}
