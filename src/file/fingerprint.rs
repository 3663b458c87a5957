//! Telling whether a file is still what it was.

use std::fmt;

/// What a file was like when it was read or written last: enough to see that it has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    len: usize,
    hash: u128,
}

impl Fingerprint {
    /// The fingerprint of these bytes: their number and FNV-1a, 128 bits (draft-eastlake-fnv).
    /// It tells files apart that changed by themselves; it does not withstand forgery.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        let step = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
        Self { len: bytes.len(), hash: bytes.iter().fold(OFFSET, step) }
    }

    /// Its hash alone, as a name that says nothing: 32 letters and digits.
    #[must_use]
    pub fn key(self) -> String {
        format!("{:032x}", self.hash)
    }

    /// Reads what [`fmt::Display`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (len, hash) = text.trim().split_once(' ')?;
        Some(Self { len: len.parse().ok()?, hash: u128::from_str_radix(hash, 16).ok()? })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:032x}", self.len, self.hash)
    }
}
