//! The keys of what is kept of a map: they outlive a seal that is taken off. What was kept under it is
//! made plain one by one; until all of it is, its keys stand above the plain map: else nobody could
//! open the rest any more.

use super::key::{self, Key};
use super::seal::{Passphrase, UnsealError, unseal};

/// What seals and opens that which is kept of a map.
#[derive(Clone, Debug)]
pub struct KeptKeys {
    /// The key of now, and those of earlier.
    pub(super) keys: Vec<Key>,
    /// Of a seal that was taken off `None` once the map was closed: no file holds it.
    pub(super) passphrase: Option<Passphrase>,
}

impl KeptKeys {
    /// The keys that stand above a plain map; `None` where there are none.
    #[must_use]
    pub fn above(bytes: &[u8]) -> Option<Self> {
        let (keys, _map) = key::split(bytes);
        (!keys.is_empty()).then_some(Self { keys, passphrase: None })
    }

    /// The plain map in `bytes` with these keys above it.
    #[must_use]
    pub fn over(&self, bytes: &[u8]) -> Vec<u8> {
        let mut whole = key::lines(&self.keys).into_bytes();
        whole.extend_from_slice(without_keys(bytes));
        whole
    }

    /// `bytes` as they are kept beside the file: sealed for the key of now.
    ///
    /// # Errors
    /// When they cannot be sealed.
    pub fn keep(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        self.keys.first().ok_or(UnsealError::Impossible)?.seal(bytes)
    }

    /// What is in something that was kept: for one of the keys, or with the passphrase.
    ///
    /// # Errors
    /// When none of them opens it.
    pub fn open(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        if !key::is_for_key(bytes) {
            return unseal(bytes, self.passphrase.as_ref().ok_or(UnsealError::Impossible)?);
        }
        let mut opened = Err(UnsealError::OtherKey);
        for key in &self.keys {
            opened = key.unseal(bytes);
            if opened.is_ok() {
                break;
            }
        }
        opened
    }
}

/// The plain map in `bytes` without keys above it.
#[must_use]
pub fn without_keys(bytes: &[u8]) -> &[u8] {
    key::split(bytes).1
}
