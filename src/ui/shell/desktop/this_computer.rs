//! The disk, the clock and the threads of this computer.

use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use crate::clock;
use crate::file::{Disk, PathKind, RealDisk};
use crate::model::Date;
use crate::ui::shell::computer::{Computer, Job, Lock, Locked, Stamp};

/// Between two tries to get a lock.
const BETWEEN_TRIES: Duration = Duration::from_millis(10);

/// This computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThisComputer;

impl Disk for ThisComputer {
    fn kind(&self, path: &Path) -> io::Result<PathKind> {
        RealDisk.kind(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        RealDisk.write_new(path, bytes)
    }

    fn copy_permissions(&self, like: &Path, path: &Path) -> io::Result<()> {
        RealDisk.copy_permissions(like, path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }

    fn writer(&self) -> u32 {
        RealDisk.writer()
    }

    fn is_gone(&self, writer: u32) -> bool {
        RealDisk.is_gone(writer)
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        RealDisk.resolve(path)
    }
}

impl Computer for ThisComputer {
    fn stamp(&self, path: &Path) -> Option<Stamp> {
        let found = fs::metadata(path).ok()?;
        let modified = found.modified().ok().and_then(|it| it.duration_since(UNIX_EPOCH).ok());
        Some(Stamp { modified, len: found.len() })
    }

    fn is_there(&self, path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok()
    }

    fn is_read_only(&self, path: &Path) -> bool {
        fs::metadata(path).is_ok_and(|it| it.permissions().readonly())
    }

    fn private_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(folder)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    fn remove_empty_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn lock(&self, path: &Path, patience: Duration) -> Locked {
        let mut options = fs::File::options();
        options.create(true).truncate(false).write(true);
        let Ok(file) = options.open(path) else { return Locked::Unknown };
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => return Locked::Ours(Lock::new(file)),
                Err(TryLockError::Error(_)) => return Locked::Unknown,
                Err(TryLockError::WouldBlock) if patience <= waited => return Locked::Others,
                Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_TRIES),
            }
            waited += BETWEEN_TRIES;
        }
    }

    fn now(&self) -> Duration {
        clock::now()
    }

    fn on_the_clock(&self, since_1970: Duration) -> Option<(Date, u8, u8)> {
        clock::local(i64::try_from(since_1970.as_secs()).ok()?)
    }

    fn any_number(&self) -> u64 {
        clock::any_number()
    }

    fn later(&self, after: Duration, job: Job) -> bool {
        let thread = thread::Builder::new().name("beside".to_owned());
        let started = thread.spawn(move || {
            if !after.is_zero() {
                thread::sleep(after);
            }
            job();
        });
        started.is_ok()
    }
}
