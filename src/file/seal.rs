//! Sealing: a file that opens only with its passphrase, in the format of `age` (version 1, scrypt):
//! the stock tool opens what is sealed here, and what that sealed opens here.

use std::fmt;
use std::sync::{Arc, OnceLock};

use age::secrecy::{ExposeSecret as _, SecretString};
use age::{DecryptError, scrypt};

use super::kept::KeptKeys;
use super::key::{self, Key};
use crate::i18n::Message;

/// The work of trying one passphrase, as a power of two: 128 MB of memory. Fixed, so that a file of a
/// fast computer opens on a slow one.
const WORK: u8 = 17;
/// More work than this is refused before it is begun: 256 MB. It is what `age` itself chooses.
const MOST_WORK: u8 = 18;
/// What stands first in a sealed file of any version.
const BEGINS: &[u8] = b"age-encryption.org/";
/// And in one of the version that is known.
const VERSION: &str = "age-encryption.org/v1";
/// A header for a passphrase is some 150 bytes; one of megabytes would take minutes to read.
const MOST_HEADER: usize = 4096;
/// So many lines are looked at for the end of the header.
const MOST_LINES: usize = 16;

/// What opens a sealed file. It is never printed, and is wiped from memory when it goes.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// The passphrase that was typed; `None` when nothing was.
    #[must_use]
    pub fn new(typed: String) -> Option<Self> {
        (!typed.is_empty()).then(|| Self(SecretString::from(typed)))
    }

    /// Is it the same one?
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let (a, b) = (self.0.expose_secret().as_bytes(), other.0.expose_secret().as_bytes());
        let differs = a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b));
        a.len() == b.len() && differs == 0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Why a sealed file does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsealError {
    /// The passphrase is another one.
    WrongPassphrase,
    /// It was sealed for a key, not with a passphrase.
    NoPassphrase,
    /// It was sealed for another key.
    OtherKey,
    /// To try one passphrase would take too long.
    TooMuchWork,
    /// It is not whole, or not what it says.
    Damaged,
    /// It could not be sealed, or there is nothing to unseal.
    Impossible,
}

impl UnsealError {
    /// What happened and what to do.
    #[must_use]
    pub const fn message(self) -> Message {
        Message::new(match self {
            Self::WrongPassphrase => "unseal-wrong",
            Self::NoPassphrase => "unseal-no-passphrase",
            Self::OtherKey => "unseal-other-key",
            Self::TooMuchWork => "unseal-too-much-work",
            Self::Damaged => "unseal-damaged",
            Self::Impossible => "unseal-impossible",
        })
    }
}

/// Does a file begin like a sealed one?
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINS)
}

/// Seals `bytes`.
///
/// # Errors
/// When that is not possible; nothing is sealed then.
pub fn seal(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, UnsealError> {
    seal_with(bytes, passphrase, WORK)
}

fn seal_with(bytes: &[u8], passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, UnsealError> {
    let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(work);
    age::encrypt(&recipient, bytes).map_err(|_why| UnsealError::Impossible)
}

/// What is in a sealed file, without the keys of what is kept of it.
///
/// # Errors
/// When the passphrase is another one, or the file is damaged or asks for too much work: that is seen
/// before any is done.
pub fn unseal(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, UnsealError> {
    let whole = unseal_whole(bytes, passphrase)?;
    Ok(key::split(&whole).1.to_vec())
}

fn unseal_whole(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, UnsealError> {
    if MOST_WORK < work_asked(bytes)? {
        return Err(UnsealError::TooMuchWork);
    }
    let mut identity = scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    age::decrypt(&identity, bytes).map_err(|error| match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => UnsealError::WrongPassphrase,
        DecryptError::ExcessiveWork { .. } => UnsealError::TooMuchWork,
        _ => UnsealError::Damaged,
    })
}

/// What a map is sealed with: a passphrase for its file, and a key for what is kept of it.
#[derive(Clone, Debug)]
pub struct Seal {
    passphrase: Passphrase,
    key: Key,
    /// Keys of earlier, until nothing is sealed for them any more.
    former: Vec<Key>,
    is_in_file: bool,
    /// The key, sealed with the passphrase: worked out once.
    locked_key: Arc<OnceLock<Vec<u8>>>,
}

impl Seal {
    /// A new seal.
    #[must_use]
    pub fn new(passphrase: Passphrase) -> Self {
        Self::of(passphrase, Key::fresh())
    }

    fn of(passphrase: Passphrase, key: Key) -> Self {
        let former = Vec::new();
        Self { passphrase, key, former, is_in_file: false, locked_key: Arc::default() }
    }

    /// With another passphrase and another key; what was kept until now still opens.
    #[must_use]
    pub fn with(&self, passphrase: Passphrase) -> Self {
        let former = std::iter::once(&self.key).chain(&self.former).cloned().collect();
        Self { former, ..Self::new(passphrase) }
    }

    /// The same, after a seal that was taken off: what is still sealed for its keys opens.
    #[must_use]
    pub fn after(self, former: KeptKeys) -> Self {
        Self { former: former.keys, ..self }
    }

    /// Nothing is sealed for an earlier key any more.
    pub fn forget_former(&mut self) {
        self.former.clear();
    }

    /// Is its key in the file it was opened from? A key that is in no file yet must not be the only
    /// one that opens something.
    #[must_use]
    pub const fn is_in_file(&self) -> bool {
        self.is_in_file
    }

    /// Its key is in the file now.
    pub const fn put_in_file(&mut self) {
        self.is_in_file = true;
    }

    /// May something still be sealed for an earlier key?
    #[must_use]
    pub const fn has_former(&self) -> bool {
        !self.former.is_empty()
    }

    /// What tells its key from other keys, and opens nothing.
    #[must_use]
    pub fn id(&self) -> &str {
        self.key.id()
    }

    /// Is it this passphrase?
    #[must_use]
    pub fn opens_with(&self, passphrase: &Passphrase) -> bool {
        self.passphrase.is(passphrase)
    }

    /// The map in `bytes` as it goes to its file.
    ///
    /// # Errors
    /// When it cannot be sealed.
    pub fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        seal(&self.kept_keys().over(bytes), &self.passphrase)
    }

    /// Opens a sealed file. One that has no key yet (the stock tool made it) gets one.
    ///
    /// # Errors
    /// As [`unseal`].
    pub fn open(bytes: &[u8], passphrase: Passphrase) -> Result<(Self, Vec<u8>), UnsealError> {
        let whole = unseal_whole(bytes, &passphrase)?;
        let (keys, plain) = key::split(&whole);
        let (plain, mut keys) = (plain.to_vec(), keys.into_iter());
        let seal = match keys.next() {
            Some(key) => Self { is_in_file: true, ..Self::of(passphrase, key) },
            None => Self::new(passphrase),
        };
        Ok((Self { former: keys.collect(), ..seal }, plain))
    }

    /// `bytes` as they are kept beside the file: sealed for the key.
    ///
    /// # Errors
    /// When they cannot be sealed.
    pub fn keep(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        self.key.seal(bytes)
    }

    /// What is in something that was kept: for this key, an earlier one, or with the passphrase.
    ///
    /// # Errors
    /// When none of them opens it.
    pub fn open_kept(&self, bytes: &[u8]) -> Result<Vec<u8>, UnsealError> {
        self.kept_keys().open(bytes)
    }

    /// What seals and opens all that is kept, also once this seal is taken off.
    #[must_use]
    pub fn kept_keys(&self) -> KeptKeys {
        let keys = std::iter::once(&self.key).chain(&self.former).cloned().collect();
        KeptKeys { keys, passphrase: Some(self.passphrase.clone()) }
    }

    /// The key, sealed with the passphrase: to lie beside what is sealed for the key.
    ///
    /// # Errors
    /// When it cannot be sealed.
    pub fn locked_key(&self) -> Result<&[u8], UnsealError> {
        if let Some(locked) = self.locked_key.get() {
            return Ok(locked);
        }
        let locked = seal(key::lines([&self.key]).as_bytes(), &self.passphrase)?;
        Ok(self.locked_key.get_or_init(|| locked))
    }

    /// The seal whose key is in `locked`.
    ///
    /// # Errors
    /// As [`unseal`].
    pub fn of_locked_key(locked: &[u8], passphrase: Passphrase) -> Result<Self, UnsealError> {
        let whole = unseal_whole(locked, &passphrase)?;
        let key = key::split(&whole).0.into_iter().next().ok_or(UnsealError::Damaged)?;
        let locked_key = Arc::new(OnceLock::from(locked.to_vec()));
        Ok(Self { locked_key, ..Self::of(passphrase, key) })
    }
}

/// Is this sealed with a passphrase, which takes half a second to try?
#[must_use]
pub fn takes_work(bytes: &[u8]) -> bool {
    is_sealed(bytes) && !key::is_for_key(bytes)
}

/// The lines of the header, if it ends soon.
pub(super) fn header(bytes: &[u8]) -> Result<Vec<&str>, UnsealError> {
    let head = bytes.get(..MOST_HEADER.min(bytes.len())).unwrap_or_default();
    let mut found = Vec::new();
    for line in head.split(|byte| *byte == b'\n').take(MOST_LINES) {
        if line.starts_with(b"---") {
            return Ok(found);
        }
        found.push(std::str::from_utf8(line).map_err(|_binary| UnsealError::Damaged)?);
    }
    Err(UnsealError::Damaged)
}

/// Looks at the header, without any of the work: for one passphrase, short, and how much work.
fn work_asked(bytes: &[u8]) -> Result<u8, UnsealError> {
    use UnsealError::{Damaged, NoPassphrase, TooMuchWork};
    let lines = header(bytes)?;
    let mut lines = lines.into_iter();
    if lines.next() != Some(VERSION) {
        return Err(Damaged);
    }
    let mut words = lines.next().ok_or(Damaged)?.split(' ');
    if words.next() != Some("->") {
        return Err(Damaged);
    }
    if words.next() != Some("scrypt") {
        return Err(NoPassphrase);
    }
    let (_salt, work) = words.next().zip(words.next()).ok_or(Damaged)?;
    let is_number = work.bytes().all(|byte| byte.is_ascii_digit()) && !work.starts_with('0');
    if words.next().is_some() || !is_number || work.is_empty() {
        return Err(Damaged);
    }
    if lines.any(|line| line.starts_with("->")) {
        return Err(Damaged);
    }
    work.parse().map_err(|_too_large| TooMuchWork)
}

/// How hard a passphrase is to guess, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Soon found.
    Weak,
    /// Not at once.
    Fair,
    /// Not in a lifetime, unless somebody knows it.
    Strong,
}

impl Strength {
    /// By its length, its words and how many letters differ: four words that have nothing to do with
    /// each other are strong.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let n_chars = typed.chars().count();
        let n_words = typed.split_whitespace().filter(|word| 3 <= word.chars().count()).count();
        let mut letters: Vec<char> = typed.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        match (n_chars, letters.len()) {
            (0..12, _) | (_, 0..6) => Self::Weak,
            (24.., 9..) => Self::Strong,
            (18.., 8..) if 4 <= n_words => Self::Strong,
            _ => Self::Fair,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned()).expect("words")
    }

    fn sealed(text: &[u8]) -> Vec<u8> {
        seal_with(text, &pass("vier losse woorden"), 2).expect("sealed")
    }

    #[test]
    fn what_is_sealed_opens_with_its_passphrase_only_and_says_nothing() {
        let text = b"FamilyMap(version: 2, title: \"kanarie\")";
        let sealed = sealed(text);
        assert!(is_sealed(&sealed) && !is_sealed(text));
        assert!(!String::from_utf8_lossy(&sealed).contains("kanarie"));
        assert_eq!(unseal(&sealed, &pass("vier losse woorden")).expect("open"), text);
        assert_eq!(unseal(&sealed, &pass("vijf")), Err(UnsealError::WrongPassphrase));
        assert_eq!(format!("{:?}", pass("geheim")), "Passphrase");
        assert!(Passphrase::new(String::new()).is_none());
    }

    #[test]
    fn what_is_kept_opens_with_the_key_in_the_file_and_after_another_passphrase() {
        let text = b"FamilyMap(version: 2, title: \"kanarie\", lang: Nl)";
        let seal = Seal::new(pass("vier losse woorden"));
        let kept = seal.keep(text).expect("kept");
        assert!(is_sealed(&kept) && !takes_work(&kept));
        assert!(!String::from_utf8_lossy(&kept).contains("kanarie"));
        let file = seal.seal(text).expect("sealed");
        assert!(takes_work(&file));
        let (again, plain) = Seal::open(&file, pass("vier losse woorden")).expect("open");
        assert_eq!(plain, text, "the key is no part of the map");
        assert_eq!(again.open_kept(&kept).expect("open"), text);
        assert_eq!(again.open_kept(&file).expect("open"), text, "nor of what age made");
        assert_eq!(unseal(&file, &pass("vier losse woorden")).expect("open"), text);
        let mut other = seal.with(pass("andere losse woorden"));
        assert_ne!(other.id(), seal.id());
        assert_eq!(other.open_kept(&kept).expect("open"), text);
        let file = other.seal(text).expect("sealed");
        let (reopened, _) = Seal::open(&file, pass("andere losse woorden")).expect("open");
        assert_eq!(reopened.open_kept(&kept).expect("open"), text, "until it is sealed anew");
        other.forget_former();
        assert_eq!(other.open_kept(&kept), Err(UnsealError::OtherKey));
        let locked = seal.locked_key().expect("locked");
        let found = Seal::of_locked_key(locked, pass("vier losse woorden")).expect("open");
        assert_eq!(found.open_kept(&kept).expect("open"), text);
        let wrong = Seal::of_locked_key(locked, pass("fout"));
        assert!(matches!(wrong, Err(UnsealError::WrongPassphrase)), "{wrong:?}");
        let printed = format!("{seal:?}");
        assert!(!printed.contains("vier") && !printed.contains("AGE-SECRET"), "{printed}");
    }

    #[test]
    fn a_map_with_its_key_above_it_opens_and_does_not_keep_the_key() {
        let seal = Seal::new(pass("vier losse woorden"));
        let file = seal.seal(b"FamilyMap(version: 2, title: \"x\", lang: Nl)").expect("sealed");
        let whole = unseal_whole(&file, &pass("vier losse woorden")).expect("open");
        assert!(String::from_utf8_lossy(&whole).contains("AGE-SECRET-KEY-1"));
        let map = crate::file::open(&whole).expect("a map");
        assert_eq!(map.comments, Vec::<String>::new());
    }

    #[test]
    fn no_header_for_a_key_takes_long_and_no_flipped_bit_opens() {
        let seal = Seal::new(pass("x"));
        let kept = seal.keep(b"text").expect("kept");
        let start = std::time::Instant::now();
        let long = [&b"age-encryption.org/v1\n"[..], &b"-> X25519 AAAA\n".repeat(400_000)].concat();
        assert_eq!(seal.key.unseal(&long), Err(UnsealError::Damaged));
        for at in 0..kept.len() {
            assert!(seal.key.unseal(&kept[..at]).is_err(), "cut at {at}");
            for bit in 0..8 {
                let mut other = kept.clone();
                other[at] ^= 1 << bit;
                assert!(seal.key.unseal(&other).is_err(), "bit {bit} of {at}");
            }
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
    }

    #[test]
    fn the_work_is_fixed_and_what_the_header_asks_is_seen_before_any_is_done() {
        let head = |rest: &str| format!("age-encryption.org/v1\n{rest}").into_bytes();
        let body = "bodybodybodybodybodybodybodybodybodybodybod\n--- mac\n";
        let asks = |work: &str| head(&format!("-> scrypt AAAAAAAAAAAAAAAAAAAAAA {work}\n{body}"));
        assert_eq!(work_asked(&asks("17")), Ok(17));
        let p = pass("x");
        let start = std::time::Instant::now();
        for (bytes, error) in [
            (asks("19"), UnsealError::TooMuchWork),
            (asks("40"), UnsealError::TooMuchWork),
            (asks("99999"), UnsealError::TooMuchWork),
            (asks("017"), UnsealError::Damaged),
            (asks("+7"), UnsealError::Damaged),
            (asks(""), UnsealError::Damaged),
            (head(&format!("-> X25519 abc\n{body}")), UnsealError::NoPassphrase),
            (head("-> scrypt AAAA 10\n"), UnsealError::Damaged),
            (head(&"-> scrypt AAAA 10\n".repeat(60_000)), UnsealError::Damaged),
            (head(&"x".repeat(5_000_000)), UnsealError::Damaged),
            (b"age-encryption.org/v9\n".to_vec(), UnsealError::Damaged),
        ] {
            assert_eq!(unseal(&bytes, &p), Err(error));
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(2), "{:?}", start.elapsed());
    }

    #[test]
    fn no_cut_and_no_flipped_bit_opens_as_something_else() {
        let text = b"FamilyMap(version: 2, title: \"\")";
        let whole = sealed(text);
        let p = pass("vier losse woorden");
        for at in 0..whole.len() {
            assert!(unseal(&whole[..at], &p).is_err(), "cut at {at}");
            for bit in 0..8 {
                let mut other = whole.clone();
                other[at] ^= 1 << bit;
                // A bit of the work factor may ask for more of it, up to the limit.
                if work_asked(&other).is_ok_and(|work| 10 < work) {
                    continue;
                }
                assert!(unseal(&other, &p).is_err(), "bit {bit} of {at}");
            }
        }
    }

    #[test]
    fn four_words_are_strong_and_a_year_is_weak() {
        for (typed, strength) in [
            ("", Strength::Weak),
            ("welkom2026", Strength::Weak),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak),
            ("bananenboot12", Strength::Fair),
            ("fiets lamp oceaan trui", Strength::Strong),
            ("xK9!vQ2#mZ7$pL4&wR8*tY1^", Strength::Strong),
        ] {
            assert_eq!(Strength::of(typed), strength, "{typed}");
        }
    }
}
