//! The folder with earlier versions.
//!
//! Each map has a folder of its own, named by a number made from the place of its file; in it,
//! `NANOSECONDS.familie` is what the file held when it was written at that time. Of a sealed map it
//! is sealed for the key of the map, which lies in its file: who needs a passphrase for the file needs
//! it for its versions. No name of anybody stands in a path.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::rule::superfluous;
use crate::file::{self, Expected, Fingerprint, KeptKeys, PathKind, SaveError, Seal};
use crate::i18n::Message;
use crate::model::{Date, FamilyMap};
use crate::ui::recovery::{Written, written};
use crate::ui::shell::computer::{Computer, Locked};

/// So many files of one moment are told apart; a disk that counts in seconds makes several.
const MOST_OF_ONE_MOMENT: u32 = 1_000;
/// While its file is locked, a window works in the folder of a map.
const LOCK: &str = "lock";
/// How a file begins that nobody needs once its save is over.
pub(super) const LEFT: &str = ".rode-draad-";
/// So long it is waited for.
const LOCK_PATIENCE: Duration = Duration::from_millis(200);

/// Whether what a save replaces was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Kept {
    /// There was nothing to keep.
    Nothing,
    /// Yes.
    Yes,
    /// No: to be told.
    Not,
}

/// The folder.
#[derive(Clone)]
pub(in crate::ui) struct Store {
    folder: Option<PathBuf>,
    computer: Arc<dyn Computer>,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// A version that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    pub(super) path: PathBuf,
    /// When the file was written with this in it.
    pub(super) written: Written,
    order: (u128, u32),
}

/// How a version is kept.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Sealed<'a> {
    /// For the first of these keys.
    pub(in crate::ui) keys: &'a KeptKeys,
    /// What is in the file with this fingerprint, before it is sealed: opening it anew takes long.
    pub(in crate::ui) known: Option<(Fingerprint, &'a [u8])>,
}

impl Sealed<'_> {
    /// `former` as it is kept. What is sealed already, and unknown, stays as it is.
    fn keep(self, former: &[u8]) -> Option<Vec<u8>> {
        let known = self.known.filter(|(print, _)| *print == Fingerprint::of(former));
        let plain = known.map(|(_, plain)| plain);
        let plain = plain.or_else(|| (!file::is_sealed(former)).then_some(former));
        plain.map_or_else(|| Some(former.to_vec()), |plain| self.keys.keep(plain).ok())
    }

    /// Is the same in both?
    fn holds_the_same(self, a: &[u8], b: &[u8]) -> bool {
        let open = |bytes: &[u8]| {
            let is_quick = file::is_sealed(bytes) && !file::takes_work(bytes);
            if is_quick { self.keys.open(bytes).ok() } else { Some(bytes.to_vec()) }
        };
        open(a).zip(open(b)).is_some_and(|(a, b)| a == b)
    }
}

impl Store {
    pub(super) fn new(folder: Option<PathBuf>, computer: Arc<dyn Computer>) -> Self {
        Self { folder, computer }
    }

    pub(super) fn computer(&self) -> &Arc<dyn Computer> {
        &self.computer
    }

    /// Where the versions of the map in `file` are; a window that keeps nothing has no place.
    pub(super) fn place(&self, file: &Path) -> Option<PathBuf> {
        let whole = self.computer.resolve(file);
        let key = Fingerprint::of(whole.as_os_str().as_encoded_bytes()).key();
        Some(self.folder.as_ref()?.join(key))
    }

    /// Keeps what stands in `file` now, before a save puts `new` there; `lock` is what came of locking
    /// the folder, where that was tried already.
    pub(in crate::ui) fn keep_former(
        &self,
        lock: Option<&Locked>,
        file: &Path,
        (new, sealed): (&[u8], Option<Sealed<'_>>),
        today: Date,
    ) -> Kept {
        let Some(place) = self.place(file) else { return Kept::Nothing };
        match self.computer.kind(file) {
            Ok(PathKind::File) => {}
            // Saving says what is wrong with it.
            _ => return Kept::Nothing,
        }
        let Ok(former) = self.computer.read(file) else { return Kept::Not };
        let former = file::without_keys(&former).to_vec();
        if former == new || former.is_empty() {
            return Kept::Nothing;
        }
        let kept = match sealed {
            Some(sealed) => sealed.keep(&former),
            None => Some(former),
        };
        let Some(kept) = kept else { return Kept::Not };
        let stamp = self.computer.stamp(file).and_then(|it| it.modified);
        let when = stamp.unwrap_or(Duration::ZERO).as_nanos();
        if self.computer.private_folder(&place).is_err() {
            return Kept::Not;
        }
        let own = if lock.is_none() { Some(self.lock(&place)) } else { None };
        if matches!(own, Some(Locked::Ours(_))) {
            self.remove_left(&place);
        }
        if self.write(&place, when, (&kept, sealed)).is_err() {
            return Kept::Not;
        }
        if matches!(lock.or(own.as_ref()), Some(Locked::Ours(_))) {
            self.tidy(&place, today);
        }
        drop(own);
        Kept::Yes
    }

    /// Takes the folder for this window. Another one that saves the same map has it for a moment only.
    pub(super) fn lock(&self, place: &Path) -> Locked {
        self.computer.lock(&place.join(LOCK), LOCK_PATIENCE)
    }

    /// Removes what killed saves left behind; under the lock, for then nobody else writes here.
    pub(super) fn remove_left(&self, place: &Path) {
        for path in self.computer.list(place).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(LEFT) {
                self.computer.remove(&path).ok();
            }
        }
    }

    /// Puts a version in its place, unless it is there: at no moment is there a half one.
    fn write(
        &self,
        place: &Path,
        when: u128,
        (bytes, sealed): (&[u8], Option<Sealed<'_>>),
    ) -> Result<(), SaveError> {
        let is_same = |there: &[u8]| {
            there == bytes || sealed.is_some_and(|it| it.holds_the_same(there, bytes))
        };
        for number in 0..MOST_OF_ONE_MOMENT {
            let path = place.join(format!("{when:020}-{number}.{}", file::EXTENSION));
            match file::save(&*self.computer, &path, bytes, Expected::Nothing) {
                Ok(_) => return Ok(()),
                Err(SaveError::Exists) => {
                    if self.computer.read(&path).is_ok_and(|there| is_same(&there)) {
                        return Ok(());
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(SaveError::Exists)
    }

    /// Removes what is no longer kept. That it fails harms nothing: the next save tries again.
    fn tidy(&self, place: &Path, today: Date) {
        let all = self.list_in(place);
        let days: Vec<Date> = all.iter().map(|it| it.written.day).collect();
        for at in superfluous(&days, today) {
            if let Some(stored) = all.get(at) {
                self.computer.remove(&stored.path).ok();
            }
        }
    }

    /// The versions of the map in `file`, the newest first.
    pub(super) fn list(&self, file: &Path) -> Vec<Stored> {
        self.place(file).map_or_else(Vec::new, |place| self.list_in(&place))
    }

    fn list_in(&self, place: &Path) -> Vec<Stored> {
        self.listed(self.computer.list(place).unwrap_or_default())
    }

    /// Seals every version of the map in `file` for the first key of `to`, or takes the seal off where
    /// there are none. What `from` does not open stays as it is. False when one could not be sealed, or
    /// could not be put in its place: it stays as it is, too.
    pub(super) fn reseal(&self, file: &Path, from: &KeptKeys, to: Option<&KeptKeys>) -> bool {
        let Some(place) = self.place(file) else { return true };
        let _lock = self.lock(&place);
        let all = match self.computer.list(&place) {
            Ok(all) => self.listed(all),
            Err(error) => return error.kind() == io::ErrorKind::NotFound,
        };
        let mut is_done = true;
        for stored in all {
            let Ok(bytes) = self.computer.read(&stored.path) else {
                is_done = false;
                continue;
            };
            let is_sealed = file::is_sealed(&bytes);
            if !is_sealed && to.is_none() {
                continue;
            }
            let plain = if is_sealed { from.open(&bytes).ok() } else { Some(bytes) };
            let Some(plain) = plain else { continue };
            let whole = match to {
                Some(keys) => keys.keep(&plain).ok(),
                None => Some(plain),
            };
            let save = |bytes: &[u8]| {
                file::save(&*self.computer, &stored.path, bytes, Expected::Anything).is_ok()
            };
            is_done &= whole.is_some_and(|it| save(&it));
        }
        is_done
    }

    /// Is there a version of the map in `file` that anybody can read?
    pub(super) fn has_open(&self, file: &Path) -> bool {
        let is_open = |it: &Stored| self.read(it).is_ok_and(|bytes| !file::is_sealed(&bytes));
        self.list(file).iter().any(is_open)
    }

    /// The bytes of a version.
    pub(super) fn read(&self, stored: &Stored) -> io::Result<Vec<u8>> {
        self.computer.read(&stored.path)
    }

    /// The map in a version.
    pub(super) fn map_of(
        &self,
        stored: &Stored,
        seal: Option<&Seal>,
    ) -> Result<FamilyMap, Message> {
        let broken = || Message::new("versions-broken");
        let mut bytes = self.read(stored).map_err(|_unread| broken())?;
        if file::is_sealed(&bytes) {
            bytes = seal.ok_or_else(broken)?.open_kept(&bytes).map_err(|error| error.message())?;
        }
        file::load(&bytes).map(|it| it.map).map_err(|_unread| broken())
    }

    /// Every version of the map in `file` that can be read now, the newest last.
    pub(in crate::ui) fn maps(&self, file: &Path, seal: Option<&Seal>) -> Vec<FamilyMap> {
        let all = self.list(file);
        let maps = all.iter().rev().filter_map(|it| {
            // To try a passphrase on each takes half a second.
            let is_quick = self.read(it).is_ok_and(|it| !file::takes_work(&it));
            is_quick.then(|| self.map_of(it, seal).ok()).flatten()
        });
        maps.collect()
    }

    /// Removes every version of the map in `file`; false when one stays.
    pub(super) fn remove_all(&self, file: &Path) -> bool {
        self.place(file).is_none_or(|place| self.remove_folder(&place))
    }

    /// Removes the versions of every map; false when one stays.
    pub(super) fn remove_everything(&self) -> bool {
        self.folder.as_deref().is_none_or(|it| self.remove_folder(it))
    }

    /// The versions among `paths`, the newest first.
    pub(super) fn listed(&self, paths: Vec<PathBuf>) -> Vec<Stored> {
        let mut all: Vec<Stored> = paths.into_iter().filter_map(|it| self.stored(it)).collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.order));
        all
    }

    fn remove_folder(&self, folder: &Path) -> bool {
        match self.computer.remove_folder(folder) {
            Ok(()) => true,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        }
    }

    /// The version at `path`; `None` for anything else that is there.
    fn stored(&self, path: PathBuf) -> Option<Stored> {
        if !file::ends_in(&path, file::EXTENSION) {
            return None;
        }
        let (when, number) = path.file_stem()?.to_str()?.split_once('-')?;
        let order: (u128, u32) = (when.parse().ok()?, number.parse().ok()?);
        let since = Duration::from_secs(u64::try_from(order.0 / 1_000_000_000).ok()?);
        Some(Stored { path, written: written(&*self.computer, since)?, order })
    }
}
