//! This computer with a disk that is gone after some calls: the process was killed there.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use super::computer::{Computer, Job, Locked, Stamp};
use super::desktop::ThisComputer;
use crate::file::{Disk, PathKind};
use crate::model::Date;

/// Work that is to be done after longer than this is never done: tests end before.
const LONG: Duration = Duration::from_secs(10);

/// So many calls are left.
#[derive(Debug)]
pub(in crate::ui) struct Frail(AtomicI64);

impl Frail {
    pub(in crate::ui) const fn after(calls: i64) -> Self {
        Self(AtomicI64::new(calls))
    }

    pub(in crate::ui) fn is_dead(&self) -> bool {
        self.0.load(Ordering::SeqCst) <= 0
    }

    pub(in crate::ui) fn recover(&self) {
        self.0.store(i64::MAX, Ordering::SeqCst);
    }

    fn call(&self) -> io::Result<()> {
        let is_alive = 0 < self.0.fetch_sub(1, Ordering::SeqCst);
        if is_alive { Ok(()) } else { Err(io::ErrorKind::StorageFull.into()) }
    }
}

impl Disk for Frail {
    fn kind(&self, path: &Path) -> io::Result<PathKind> {
        self.call().and_then(|()| ThisComputer.kind(path))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.call().and_then(|()| ThisComputer.read(path))
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.call() {
            // In the middle.
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            ThisComputer.write_new(path, half).ok();
            return Err(error);
        }
        ThisComputer.write_new(path, bytes)
    }

    fn copy_permissions(&self, like: &Path, path: &Path) -> io::Result<()> {
        self.call().and_then(|()| ThisComputer.copy_permissions(like, path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call().and_then(|()| ThisComputer.rename(from, to))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call().and_then(|()| ThisComputer.sync_folder(folder))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call().and_then(|()| ThisComputer.remove(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call().and_then(|()| ThisComputer.list(folder))
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        ThisComputer.resolve(path)
    }
}

impl Computer for Frail {
    fn stamp(&self, path: &Path) -> Option<Stamp> {
        ThisComputer.stamp(path)
    }

    fn is_there(&self, path: &Path) -> bool {
        ThisComputer.is_there(path)
    }

    fn is_read_only(&self, path: &Path) -> bool {
        ThisComputer.is_read_only(path)
    }

    fn private_folder(&self, folder: &Path) -> io::Result<()> {
        ThisComputer.private_folder(folder)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        ThisComputer.remove_folder(folder)
    }

    fn remove_empty_folder(&self, folder: &Path) -> io::Result<()> {
        ThisComputer.remove_empty_folder(folder)
    }

    fn lock(&self, path: &Path, patience: Duration) -> Locked {
        ThisComputer.lock(path, patience)
    }

    fn now(&self) -> Duration {
        ThisComputer.now()
    }

    fn on_the_clock(&self, since_1970: Duration) -> Option<(Date, u8, u8)> {
        ThisComputer.on_the_clock(since_1970)
    }

    fn any_number(&self) -> u64 {
        ThisComputer.any_number()
    }

    fn later(&self, after: Duration, job: Job) -> bool {
        LONG < after || ThisComputer.later(after, job)
    }
}
