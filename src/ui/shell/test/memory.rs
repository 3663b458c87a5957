//! A disk in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::file::PathKind;
use crate::ui::shell::computer::Stamp;

/// The clock begins at noon of 21 November 2026.
pub(super) const NOON: Duration = Duration::from_secs(1_795_262_400);
/// Two writes are told apart by the clock.
const A_WRITE: Duration = Duration::from_millis(1);

#[derive(Debug)]
struct File {
    bytes: Vec<u8>,
    modified: Duration,
}

/// Files, folders, locks and a clock.
#[derive(Debug, Default)]
pub(super) struct Memory {
    files: BTreeMap<PathBuf, File>,
    folders: BTreeSet<PathBuf>,
    /// By which process, and which of its locks.
    pub(super) locks: BTreeMap<PathBuf, (u64, u64)>,
    /// Since the computer was made.
    pub(super) clock: Duration,
    pub(super) room: Option<usize>,
    numbers: u64,
}

impl Memory {
    pub(super) const fn next_process(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    pub(super) fn clock_at_least(&mut self, since_1970: Duration) {
        self.clock = self.clock.max(since_1970.saturating_sub(NOON));
    }

    pub(super) fn make_folder(&mut self, path: &Path) {
        self.folders.extend(path.ancestors().map(Path::to_owned));
    }

    pub(super) fn kind(&self, path: &Path) -> PathKind {
        if self.files.contains_key(path) {
            PathKind::File
        } else if self.folders.contains(path) {
            PathKind::Folder
        } else {
            PathKind::Nothing
        }
    }

    pub(super) fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        self.files.get(path).map(|it| it.bytes.clone())
    }

    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.files.keys().cloned().collect()
    }

    pub(super) fn stamp(&self, path: &Path) -> Option<Stamp> {
        let file = self.files.get(path)?;
        let len = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
        Some(Stamp { modified: Some(NOON + file.modified), len })
    }

    pub(super) fn may_make(&self, path: &Path) -> io::Result<()> {
        if self.kind(path) != PathKind::Nothing {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let is_in_one = path.parent().is_some_and(|it| self.folders.contains(it));
        if is_in_one { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
    }

    pub(super) fn put(&mut self, path: &Path, bytes: Vec<u8>) {
        self.clock += A_WRITE;
        self.files.insert(path.to_owned(), File { bytes, modified: self.clock });
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let file = self.files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        self.files.insert(to.to_owned(), file);
        Ok(())
    }

    pub(super) fn remove(&mut self, path: &Path) -> io::Result<()> {
        self.files.remove(path).map(drop).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub(super) fn remove_folder(&mut self, folder: &Path) -> io::Result<()> {
        if !self.folders.contains(folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.files.retain(|path, _| !path.starts_with(folder));
        self.folders.retain(|it| !it.starts_with(folder));
        Ok(())
    }

    /// Removes half of what is in a folder.
    pub(super) fn remove_half(&mut self, folder: &Path) {
        let all: Vec<PathBuf> =
            self.files.keys().filter(|it| it.starts_with(folder)).cloned().collect();
        for path in all.iter().take(all.len() / 2) {
            self.files.remove(path);
        }
    }

    pub(super) fn remove_empty_folder(&mut self, folder: &Path) -> io::Result<()> {
        if !self.list(folder)?.is_empty() {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        self.folders.remove(folder);
        Ok(())
    }

    pub(super) fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        if !self.folders.contains(folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let all = self.files.keys().chain(&self.folders);
        let mut inside: Vec<PathBuf> =
            all.filter(|it| it.parent() == Some(folder)).cloned().collect();
        inside.sort();
        Ok(inside)
    }

    /// Takes the lock for a process: the number of the lock, unless somebody has it.
    pub(super) fn lock(&mut self, path: &Path, process: u64) -> Option<u64> {
        if self.locks.contains_key(path) {
            return None;
        }
        if self.kind(path) == PathKind::Nothing {
            self.put(path, Vec::new());
        }
        let token = self.next_process();
        self.locks.insert(path.to_owned(), (process, token));
        Some(token)
    }
}
