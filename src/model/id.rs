//! Names for things that stay the same for life: `A1`, `p42`, a hand-written slug.

use std::fmt;

use ecow::{EcoString, eco_format};

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
    ($($(#[$doc:meta])* $name:ident($text:ty))*) => { $(
        $(#[$doc])*
        ///
        /// Ids order by length first, so that `A2` comes before `A10`.
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name($text);

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
                Self(eco_format!("{prefix}{number}").into())
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
                let (own, other) = (self.as_str(), other.as_str());
                own.len().cmp(&other.len()).then_with(|| own.cmp(other))
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
    PersonId(EcoString)
    /// Partners, a lone parent, or a sibship of unknown parents.
    UnionId(EcoString)
    /// An emotional or contact line.
    RelationId(EcoString)
    /// People who live together.
    HouseholdId(EcoString)
    /// An organisation or helper.
    SupportId(EcoString)
    /// A problem attached to somebody. Unique on the whole map.
    EntryId(EcoString)
    /// A strength attached to somebody. Unique on the whole map.
    StrengthId(EcoString)
    /// A goal. Unique on the whole map.
    GoalId(EcoString)
    /// People born at one birth.
    TwinsId(EcoString)
    /// A row of the catalogue, or a kind of the map's own: `geld-schulden`, `s-humor`, `ef-tijd`.
    KindId(EcoString)
    /// A finding of the pattern engine, as kept with what the client said of it.
    FindingId(Spelling)
    /// A card: a theme as the pattern engine spells it, whoever has it: `geld-schulden`,
    /// `strong(ef-tijd)`, `separated`, `contact(cut-off)`.
    CardId(EcoString)
}

impl FindingId {
    /// The id that spells `hash` in 16 hexadecimal digits.
    #[must_use]
    pub fn of_hash(hash: u64) -> Self {
        let digit = |place: u32| {
            let value = (hash >> (60 - 4 * place)) & 0xf;
            char::from_digit(value as u32, 16).unwrap_or('0')
        };
        let mut text = [0_u8; 16];
        for (place, byte) in (0..).zip(&mut text) {
            *byte = digit(place) as u8;
        }
        Self(Spelling::Sixteen(text))
    }
}

/// The text of the id of a finding. Findings are many, and nearly all of them have 16 digits: these
/// are kept in place, which an [`EcoString`] does up to 15 bytes. The same text is always spelled in
/// the same way.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Spelling {
    /// Text of just that many bytes.
    Sixteen([u8; 16]),
    /// Anything else that a file may say.
    Text(EcoString),
}

impl std::ops::Deref for Spelling {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Sixteen(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
            Self::Text(text) => text,
        }
    }
}

impl From<&str> for Spelling {
    fn from(text: &str) -> Self {
        match text.as_bytes().try_into() {
            Ok(bytes) => Self::Sixteen(bytes),
            Err(_) => Self::Text(text.into()),
        }
    }
}

impl From<EcoString> for Spelling {
    fn from(text: EcoString) -> Self {
        text.as_str().into()
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
