//! The key of a sealed map. What the program keeps of the map by itself (copies of work that is not
//! saved, earlier versions) is sealed for this key: no passphrase is needed while somebody types, and
//! none is worked out at every copy.
//!
//! The key lies in the sealed file, on a line above the map: who can open the file can open what is
//! kept of it. The stock tool does so, too: `age -d map.familie`, put the key in a file of its own,
//! `age -d -i key.txt version.familie`.

use std::fmt;
use std::str::FromStr as _;
use std::sync::Arc;

use age::secrecy::ExposeSecret as _;
use age::x25519;

use super::seal::{UnsealError, header};

/// What stands before a key, above the map.
const LINE: &str = "// Rode Draad, key of what is kept: ";
/// More lines with keys are not looked at.
const MOST_KEYS: usize = 4;
/// How the line for a key begins in the header of what is sealed for one.
const FOR_A_KEY: &str = "-> X25519 ";

/// A key. It is never printed.
#[derive(Clone)]
pub(super) struct Key {
    secret: x25519::Identity,
    /// Its other half, which tells keys apart and opens nothing.
    id: Arc<str>,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// A key that nobody has.
    pub(super) fn fresh() -> Self {
        Self::of(x25519::Identity::generate())
    }

    fn of(secret: x25519::Identity) -> Self {
        let id = secret.to_public().to_string().into();
        Self { secret, id }
    }

    /// What tells it from other keys, and opens nothing.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        age::encrypt(&self.secret.to_public(), bytes).map_err(|_why| UnsealError::Impossible)
    }

    pub(super) fn unseal(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        // The reader of headers takes time that grows with the square of their length.
        header(bytes)?;
        age::decrypt(&self.secret, bytes).map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => UnsealError::OtherKey,
            _ => UnsealError::Damaged,
        })
    }
}

/// Is this sealed for a key, and not with a passphrase?
pub(super) fn is_for_key(bytes: &[u8]) -> bool {
    header(bytes).is_ok_and(|lines| lines.iter().any(|line| line.starts_with(FOR_A_KEY)))
}

/// `keys` as lines above a map.
pub(super) fn lines<'a>(keys: impl IntoIterator<Item = &'a Key>) -> String {
    let line = |key: &Key| format!("{LINE}{}\n", key.secret.to_string().expose_secret());
    keys.into_iter().take(MOST_KEYS).map(line).collect()
}

/// Parts the keys from what they stand above.
pub(super) fn split(bytes: &[u8]) -> (Vec<Key>, &[u8]) {
    let (mut keys, mut rest) = (Vec::new(), bytes);
    while let Some(after) = rest.strip_prefix(LINE.as_bytes()).filter(|_| keys.len() < MOST_KEYS) {
        let end = after.iter().position(|byte| *byte == b'\n').unwrap_or(after.len());
        let (line, next) = after.split_at_checked(end).unwrap_or((after, &[]));
        let text = std::str::from_utf8(line).map(str::trim).unwrap_or_default();
        let Ok(secret) = x25519::Identity::from_str(text) else { break };
        keys.push(Key::of(secret));
        rest = next.get(1..).unwrap_or_default();
    }
    (keys, rest)
}
