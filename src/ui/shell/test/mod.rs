//! The shell of tests: a computer in memory on which nothing happens unasked.
//!
//! Its clock stands still until it is told to go on, work that was begun waits until it is told to be
//! done, any call can be refused, the disk can be full, and everything can be killed in the middle of a
//! call.

mod documents;
mod memory;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub use documents::AtOnce;

use super::computer::{Computer, Job, Lock, Locked, Stamp};
use crate::file::{Disk, PathKind};
use crate::model::Date;
use memory::{Memory, NOON};

/// What outlives every process: the disk, and the clock.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    memory: Arc<Mutex<Memory>>,
}

impl Desk {
    /// A process on this computer.
    #[must_use]
    pub fn process(&self) -> Arc<Process> {
        let number = self.memory().next_process();
        Arc::new(Process {
            desk: self.clone(),
            number,
            plan: Mutex::default(),
            waiting: Mutex::default(),
            n_jobs: AtomicU64::new(0),
        })
    }

    /// Makes a folder.
    pub fn folder(&self, path: &Path) {
        self.memory().make_folder(path);
    }

    /// What is in a file.
    #[must_use]
    pub fn file(&self, path: &Path) -> Option<Vec<u8>> {
        self.memory().bytes(path)
    }

    /// Puts a file there, as another program would.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        self.memory().put(path, bytes.to_vec());
    }

    /// Every file there is.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        self.memory().paths()
    }

    /// There is room for so many bytes more; `None`: without end.
    pub fn leave_room(&self, room: Option<usize>) {
        self.memory().room = room;
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        locked(&self.memory)
    }
}

/// When a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The process is killed in it: half of it is done, and nothing of it from then on.
    Kill,
    /// It is refused, once.
    Once(io::ErrorKind),
    /// It does half its work and says that it failed.
    Halfway(io::ErrorKind),
    /// It is refused, and so is every call after it that writes.
    FromHere(io::ErrorKind),
}

/// What a disk says that it cannot do more of: full, broken, forbidden, over the quota, for reading
/// only, disturbed.
const SAID: [io::ErrorKind; 6] = [
    io::ErrorKind::StorageFull,
    io::ErrorKind::Other,
    io::ErrorKind::PermissionDenied,
    io::ErrorKind::QuotaExceeded,
    io::ErrorKind::ReadOnlyFilesystem,
    io::ErrorKind::Interrupted,
];

impl Fault {
    /// Every one that there is: whatever is kept must outlive each of them at any call.
    pub fn every() -> impl Iterator<Item = Self> {
        let said = SAID
            .into_iter()
            .flat_map(|kind| [Self::Once(kind), Self::Halfway(kind), Self::FromHere(kind)]);
        std::iter::once(Self::Kill).chain(said)
    }
}

/// What is to go wrong.
#[derive(Debug, Default)]
struct Plan {
    calls: u64,
    fault: Option<(u64, Fault)>,
    is_dead: bool,
    is_late: bool,
}

/// A process: what the window runs in. It can be killed, and another one can look at what is left.
pub struct Process {
    desk: Desk,
    number: u64,
    plan: Mutex<Plan>,
    waiting: Mutex<Vec<(Duration, u64, Job)>>,
    n_jobs: AtomicU64,
}

/// What a call does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    Read,
    Write,
}

/// How a call goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goes {
    Well,
    /// Half of it is done, and then this.
    Half(io::ErrorKind),
}

impl Process {
    /// Let something go wrong at the `at`th call from now.
    pub fn fault(&self, at: u64, fault: Fault) {
        let mut plan = locked(&self.plan);
        plan.fault = Some((plan.calls + at, fault));
    }

    /// So many calls were made so far.
    #[must_use]
    pub fn calls(&self) -> u64 {
        locked(&self.plan).calls
    }

    /// From now on work that is begun waits for [`Self::answer_next`] or [`Self::pass`].
    pub fn be_late(&self) {
        locked(&self.plan).is_late = true;
    }

    /// As `kill -9`: nothing is done any more, and every lock goes.
    pub fn kill(&self) {
        locked(&self.plan).is_dead = true;
        locked(&self.waiting).clear();
        self.desk.memory().locks.retain(|_, (holder, _)| *holder != self.number);
    }

    /// Is it killed?
    #[must_use]
    pub fn is_dead(&self) -> bool {
        locked(&self.plan).is_dead
    }

    /// How much work waits to be done.
    #[must_use]
    pub fn waiting(&self) -> usize {
        locked(&self.waiting).len()
    }

    /// Does what was begun first; false when nothing waits.
    pub fn answer_next(&self) -> bool {
        let first = {
            let mut waiting = locked(&self.waiting);
            let first = waiting.iter().enumerate().min_by_key(|(_, (due, n, _))| (*due, *n));
            first.map(|(at, _)| at).map(|at| waiting.swap_remove(at))
        };
        let Some((due, _, job)) = first else { return false };
        self.desk.memory().clock_at_least(NOON + due);
        job();
        true
    }

    /// Lets so much time go by; what is due in it is done.
    pub fn pass(&self, time: Duration) {
        let until = self.time() + time;
        loop {
            let is_due = locked(&self.waiting).iter().any(|(due, ..)| *due <= until);
            if !is_due || !self.answer_next() {
                break;
            }
        }
        self.desk.memory().clock_at_least(NOON + until);
    }

    /// How much time went by since the computer was made.
    #[must_use]
    pub fn time(&self) -> Duration {
        self.desk.memory().clock
    }

    /// Counts a call that reads.
    fn reads(&self) -> io::Result<()> {
        match self.call(Does::Read)? {
            Goes::Well => Ok(()),
            Goes::Half(kind) => Err(kind.into()),
        }
    }

    fn writes(&self) -> io::Result<Goes> {
        self.call(Does::Write)
    }

    fn call(&self, does: Does) -> io::Result<Goes> {
        let mut plan = locked(&self.plan);
        if plan.is_dead {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let number = plan.calls;
        plan.calls += 1;
        match plan.fault {
            Some((at, Fault::Kill)) if at == number => {
                drop(plan);
                self.kill();
                Ok(Goes::Half(io::ErrorKind::BrokenPipe))
            }
            Some((at, Fault::Once(kind))) if at == number => Err(kind.into()),
            Some((at, Fault::Halfway(kind))) if at == number => Ok(Goes::Half(kind)),
            Some((at, Fault::FromHere(kind)))
                if at == number || (at < number && does == Does::Write) =>
            {
                Err(kind.into())
            }
            _ => Ok(Goes::Well),
        }
    }
}

impl Disk for Process {
    fn kind(&self, path: &Path) -> io::Result<PathKind> {
        self.reads()?;
        Ok(self.desk.memory().kind(path))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.reads()?;
        self.desk.memory().bytes(path).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let goes = self.writes()?;
        let mut memory = self.desk.memory();
        memory.may_make(path)?;
        let half = || bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec();
        if let Goes::Half(kind) = goes {
            memory.put(path, half());
            return Err(kind.into());
        }
        if memory.room.is_some_and(|room| room < bytes.len()) {
            memory.put(path, half());
            return Err(io::ErrorKind::StorageFull.into());
        }
        memory.room = memory.room.map(|room| room.saturating_sub(bytes.len()));
        memory.put(path, bytes.to_vec());
        Ok(())
    }

    fn copy_permissions(&self, _like: &Path, _path: &Path) -> io::Result<()> {
        done(self.writes()?)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // It happens or it does not; half-way means that it did and the answer was lost. Of a process
        // that is killed nobody can tell.
        let goes = self.writes()?;
        self.desk.memory().rename(from, to)?;
        done(goes)
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        done(self.writes()?)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let goes = self.writes()?;
        self.desk.memory().remove(path)?;
        done(goes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.reads()?;
        self.desk.memory().list(folder)
    }

    fn writer(&self) -> u32 {
        u32::try_from(self.number).unwrap_or(u32::MAX)
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }
}

impl Computer for Process {
    fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.reads().ok()?;
        self.desk.memory().stamp(path)
    }

    fn is_there(&self, path: &Path) -> bool {
        self.reads().is_ok() && self.desk.memory().kind(path) != PathKind::Nothing
    }

    fn is_read_only(&self, _path: &Path) -> bool {
        false
    }

    fn private_folder(&self, folder: &Path) -> io::Result<()> {
        let goes = self.writes()?;
        self.desk.memory().make_folder(folder);
        done(goes)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        let goes = self.writes()?;
        match goes {
            Goes::Well => self.desk.memory().remove_folder(folder)?,
            Goes::Half(_) => self.desk.memory().remove_half(folder),
        }
        done(goes)
    }

    fn remove_empty_folder(&self, folder: &Path) -> io::Result<()> {
        let goes = self.writes()?;
        self.desk.memory().remove_empty_folder(folder)?;
        done(goes)
    }

    fn lock(&self, path: &Path, _patience: Duration) -> Locked {
        if self.writes().ok() != Some(Goes::Well) {
            return Locked::Unknown;
        }
        let mut memory = self.desk.memory();
        let Some(token) = memory.lock(path, self.number) else { return Locked::Others };
        drop(memory);
        Locked::Ours(Lock::new(Held { desk: self.desk.clone(), path: path.to_owned(), token }))
    }

    fn now(&self) -> Duration {
        NOON + self.time()
    }

    fn on_the_clock(&self, since_1970: Duration) -> Option<(Date, u8, u8)> {
        // As if every day were the same: tests look at no midnight.
        let minutes = since_1970.as_secs() / 60 % (24 * 60);
        let [hour, minute] = [minutes / 60, minutes % 60].map(|it| u8::try_from(it).ok());
        Some((Date::parse("2026-11-21")?, hour?, minute?))
    }

    fn any_number(&self) -> u64 {
        self.desk.memory().next_process()
    }

    fn later(&self, after: Duration, job: Job) -> bool {
        let (is_dead, is_late) = {
            let plan = locked(&self.plan);
            (plan.is_dead, plan.is_late)
        };
        if is_dead {
            return false;
        }
        if after.is_zero() && !is_late {
            job();
            return true;
        }
        let number = self.n_jobs.fetch_add(1, Ordering::Relaxed);
        locked(&self.waiting).push((self.time() + after, number, job));
        true
    }
}

impl fmt::Debug for Process {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Process").field("number", &self.number).finish_non_exhaustive()
    }
}

/// A lock of a process, while it holds it.
struct Held {
    desk: Desk,
    path: PathBuf,
    token: u64,
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut memory = self.desk.memory();
        if memory.locks.get(&self.path).is_some_and(|(_, token)| *token == self.token) {
            memory.locks.remove(&self.path);
        }
    }
}

fn done(goes: Goes) -> io::Result<()> {
    match goes {
        Goes::Well => Ok(()),
        Goes::Half(kind) => Err(kind.into()),
    }
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
