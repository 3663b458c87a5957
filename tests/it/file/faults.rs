//! The save on a disk that fails: at every moment the old or the new file is there, whole.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rode_draad::file::{
    Disk, DiskFault, Expected, Fingerprint, PathKind, RealDisk, SaveError, open, save, to_bytes,
};
use rode_draad::model::FamilyMap;

const TARGET: &str = "/home/kaart.familie";

/// A disk in memory that counts its calls and can fail or lose power at any of them.
#[derive(Default)]
struct SimulatedDisk {
    files: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
    /// What would be there after a power cut: only what was waited for.
    durable: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
    calls: Cell<usize>,
    fault: Option<(usize, Fault)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The call fails before it does anything.
    Before(ErrorKind),
    /// The call does half of its work, then fails.
    Halfway(ErrorKind),
    /// The power goes off before the call: nothing after it happens either.
    Crash,
    /// The power goes off when half of the call's work is done.
    CrashHalfway,
}

impl SimulatedDisk {
    fn holding(bytes: &[u8]) -> Self {
        let disk = Self::default();
        disk.files.borrow_mut().insert(TARGET.into(), bytes.to_vec());
        disk.durable.borrow_mut().insert(TARGET.into(), bytes.to_vec());
        disk
    }

    /// Counts a call; says whether to stop before, stop half-way or go on.
    fn call(&self) -> io::Result<bool> {
        let number = self.calls.get();
        self.calls.set(number + 1);
        match self.fault {
            Some((at, Fault::Before(kind))) if at == number => Err(kind.into()),
            Some((at, Fault::Halfway(_))) if at == number => Ok(true),
            Some((at, Fault::CrashHalfway)) if at == number => Ok(true),
            Some((at, Fault::Crash)) if at <= number => Err(ErrorKind::BrokenPipe.into()),
            Some((at, Fault::CrashHalfway)) if at < number => Err(ErrorKind::BrokenPipe.into()),
            _ => Ok(false),
        }
    }

    fn halfway_error(&self) -> io::Error {
        match self.fault {
            Some((_, Fault::Halfway(kind))) => kind.into(),
            _ => ErrorKind::BrokenPipe.into(),
        }
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.files.borrow().get(Path::new(path)).cloned()
    }
}

impl Disk for SimulatedDisk {
    fn kind(&self, path: &Path) -> io::Result<PathKind> {
        if self.call()? {
            return Err(self.halfway_error());
        }
        let is_there = self.files.borrow().contains_key(path);
        Ok(if is_there { PathKind::File } else { PathKind::Nothing })
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if self.call()? {
            return Err(self.halfway_error());
        }
        self.files.borrow().get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let halfway = self.call()?;
        if self.files.borrow().contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let written = if halfway { &bytes[..bytes.len() / 2] } else { bytes };
        self.files.borrow_mut().insert(path.to_owned(), written.to_vec());
        if halfway {
            return Err(self.halfway_error());
        }
        self.durable.borrow_mut().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn copy_permissions(&self, _like: &Path, _path: &Path) -> io::Result<()> {
        if self.call()? { Err(self.halfway_error()) } else { Ok(()) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A rename happens or does not; half-way means that it did but the answer was lost.
        let halfway = self.call()?;
        let bytes = self.files.borrow_mut().remove(from).ok_or(ErrorKind::NotFound)?;
        self.files.borrow_mut().insert(to.to_owned(), bytes);
        if halfway { Err(self.halfway_error()) } else { Ok(()) }
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        if self.call()? {
            return Err(self.halfway_error());
        }
        *self.durable.borrow_mut() = self.files.borrow().clone();
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if self.call()? {
            return Err(self.halfway_error());
        }
        let removed = self.files.borrow_mut().remove(path);
        removed.map(drop).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let paths = self.files.borrow().keys().cloned().collect::<Vec<_>>();
        Ok(paths.into_iter().filter(|path| path.parent() == Some(folder)).collect())
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }
}

fn two_versions() -> (Vec<u8>, Vec<u8>) {
    let old = FamilyMap { title: "old".to_owned(), ..FamilyMap::default() };
    let new = FamilyMap { title: "new".to_owned(), ..FamilyMap::default() };
    (to_bytes(&old).unwrap(), to_bytes(&new).unwrap())
}

/// How many calls an undisturbed save makes.
fn n_calls() -> usize {
    let (old, new) = two_versions();
    let disk = SimulatedDisk::holding(&old);
    save(&disk, Path::new(TARGET), &new, Expected::File(Fingerprint::of(&old))).unwrap();
    assert_eq!(disk.file(TARGET), Some(new), "without a fault it is saved");
    assert_eq!(disk.list(Path::new("/home")).unwrap().len(), 1, "and nothing else is there");
    disk.calls.get()
}

#[test]
fn a_fault_at_any_call_leaves_the_old_or_the_new_file_and_nothing_else() {
    let (old, new) = two_versions();
    let expected = Expected::File(Fingerprint::of(&old));
    let kinds = [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::Other];
    let faults = kinds.into_iter().flat_map(|kind| [Fault::Before(kind), Fault::Halfway(kind)]);
    for fault in faults {
        for at in 0..n_calls() {
            let disk = SimulatedDisk { fault: Some((at, fault)), ..SimulatedDisk::holding(&old) };
            let result = save(&disk, Path::new(TARGET), &new, expected);
            // What is said is what stands there.
            let said = match result {
                Err(SaveError::Disk(_)) => &old,
                Err(SaveError::Unconfirmed(fingerprint)) => {
                    assert_eq!(fingerprint, Fingerprint::of(&new));
                    &new
                }
                other => panic!("{fault:?} at {at}: {other:?}"),
            };
            assert!(disk.file(TARGET).as_ref() == Some(said), "{fault:?} at {at}");
            let files = disk.list(Path::new("/home")).unwrap();
            assert_eq!(files, [PathBuf::from(TARGET)], "{fault:?} at {at} leaves a file behind");
        }
    }
}

#[test]
fn a_crash_at_any_call_leaves_the_old_or_the_new_file_whole() {
    let (old, new) = two_versions();
    let expected = Expected::File(Fingerprint::of(&old));
    for fault in [Fault::Crash, Fault::CrashHalfway] {
        for at in 0..n_calls() {
            let disk = SimulatedDisk { fault: Some((at, fault)), ..SimulatedDisk::holding(&old) };
            save(&disk, Path::new(TARGET), &new, expected).unwrap_err();
            for files in [&disk.files, &disk.durable] {
                let found = files.borrow().get(Path::new(TARGET)).cloned().unwrap();
                assert!(found == old || found == new, "{fault:?} at {at}");
                open(&found).unwrap();
            }
        }
    }
    let disk = SimulatedDisk::holding(&old);
    save(&disk, Path::new(TARGET), &new, expected).unwrap();
    let durable = disk.durable.borrow().get(Path::new(TARGET)).cloned();
    assert_eq!(durable, Some(new), "saved means that a power cut does not take it away");
}

#[test]
fn a_file_changed_underneath_is_not_replaced() {
    let (old, new) = two_versions();
    let theirs = b"somebody else's".to_vec();
    let disk = SimulatedDisk::holding(&theirs);
    let path = Path::new(TARGET);
    let refused = save(&disk, path, &new, Expected::File(Fingerprint::of(&old)));
    assert_eq!(refused, Err(SaveError::Changed));
    assert_eq!(save(&disk, path, &new, Expected::Nothing), Err(SaveError::Exists));
    assert_eq!(disk.file(TARGET), Some(theirs));
    save(&disk, path, &new, Expected::Anything).unwrap();
    let gone = SimulatedDisk::default();
    let refused = save(&gone, path, &new, Expected::File(Fingerprint::of(&old)));
    assert_eq!(refused, Err(SaveError::Changed), "a file that is gone has changed, too");
    save(&gone, path, &new, Expected::Nothing).unwrap();
}

#[test]
fn what_a_crash_left_behind_does_not_stop_the_next_save() {
    let (old, new) = two_versions();
    let disk = SimulatedDisk::holding(&old);
    let left = PathBuf::from("/home/.rode-draad-0.tmp");
    disk.files.borrow_mut().insert(left.clone(), b"half".to_vec());
    save(&disk, Path::new(TARGET), &new, Expected::File(Fingerprint::of(&old))).unwrap();
    assert_eq!(disk.file(TARGET), Some(new));
    assert!(disk.files.borrow().contains_key(&left), "it may be somebody else's: it stays");
}

#[test]
fn the_real_disk_saves_through_a_link_and_keeps_permissions() {
    let (old, new) = two_versions();
    let folder = std::env::temp_dir().join(format!("rode-draad-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("kaart.familie");
    let fingerprint = save(&RealDisk, &path, &old, Expected::Nothing).unwrap();
    assert_eq!(RealDisk.read(&path).unwrap(), old);
    #[cfg(not(unix))]
    let asked_at = path.clone();
    #[cfg(unix)]
    let asked_at = {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600, "a new file is for its owner only");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let link = folder.join("link.familie");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        link
    };
    save(&RealDisk, &asked_at, &new, Expected::File(fingerprint)).unwrap();
    assert_eq!(RealDisk.read(&path).unwrap(), new);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(std::fs::symlink_metadata(&asked_at).unwrap().is_symlink(), "the link stays");
        std::fs::remove_file(&asked_at).unwrap();
    }
    assert_eq!(RealDisk.list(&folder).unwrap(), std::slice::from_ref(&path));
    let nowhere = save(&RealDisk, &folder.join("gone/x.familie"), &new, Expected::Nothing);
    assert_eq!(nowhere, Err(SaveError::Disk(DiskFault::NoFolder)));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_a_killed_save_of_this_file_left_behind_goes_with_the_next_one() {
    let (old, new) = two_versions();
    let folder = std::env::temp_dir().join(format!("rode-draad-left-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("kaart.familie");
    // What a save is called while it is written, seen through a folder that nothing may be moved in.
    let print = save(&RealDisk, &path, &old, Expected::Nothing).unwrap();
    let key = Fingerprint::of(path.canonicalize().unwrap().as_os_str().as_encoded_bytes()).key();
    let left = |who: &str| folder.join(format!(".rode-draad-{}-{who}-0.tmp", &key[..12]));
    let gone = left("4294967295");
    let ours = left(&std::process::id().to_string());
    let other = folder.join(".rode-draad-000000000000-4294967295-0.tmp");
    for path in [&gone, &ours, &other] {
        std::fs::write(path, "half").unwrap();
    }
    save(&RealDisk, &path, &new, Expected::File(print)).unwrap();
    assert!(!gone.exists() || cfg!(not(target_os = "linux")), "nobody's");
    assert!(ours.exists(), "somebody who lives writes it");
    assert!(other.exists(), "it is of another file");
    std::fs::remove_dir_all(&folder).unwrap();
}
