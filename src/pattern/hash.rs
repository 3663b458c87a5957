//! Hashes of a finding: what its id spells, and what tells whether two are about the same people.

use super::finding::Pattern;
use crate::model::PersonId;

/// The two hashes of one finding, while they are taken: first the themes are added, then whom it
/// rests on, then those around them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hash {
    own: Fnv,
    who: Fnv,
}

impl Hash {
    /// Of a finding of `pattern`.
    pub(super) const fn of(pattern: Pattern) -> Self {
        let word = Fnv::new().word(pattern.code().as_bytes());
        Self { own: word, who: word }
    }

    /// The hash that the id of the finding spells.
    pub(super) const fn own(self) -> u64 {
        self.own.0
    }

    /// Of pattern and people, without the theme.
    pub(super) const fn who(self) -> u64 {
        self.who.0
    }

    /// Adds a theme as it is `spelled`.
    pub(super) const fn theme(&mut self, spelled: &str) {
        self.own = self.own.word(spelled.as_bytes());
    }

    /// Adds a list of people in any order, each once.
    pub(super) fn people(&mut self, people: &[PersonId]) {
        self.ids(people.iter().map(PersonId::as_str).collect());
    }

    /// Adds a list of people by their ids.
    fn ids(&mut self, mut ids: Vec<&str>) {
        ids.sort_unstable();
        self.word(b"|".iter().copied());
        ids.iter().for_each(|id| self.word(id.bytes()));
    }

    /// Adds to both at once: the processor then need not wait for either.
    fn word(&mut self, word: impl Iterator<Item = u8>) {
        let (mut own, mut who) = (self.own, self.who);
        for byte in word {
            (own, who) = (own.byte(byte), who.byte(byte));
        }
        *self = Self { own: own.byte(0), who: who.byte(0) };
    }
}

/// Fowler–Noll–Vo hash, variant 1a, 64 bits (RFC 9923). Small, fixed for all time, good enough to
/// tell the findings of one map apart. Each word is followed by a byte that no word contains.
#[derive(Clone, Copy, Debug)]
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    const fn word(mut self, mut bytes: &[u8]) -> Self {
        while let [byte, rest @ ..] = bytes {
            self = self.byte(*byte);
            bytes = rest;
        }
        self.byte(0)
    }
}
