//! Looks at the file of the open map every two seconds, on a thread of its own: a disk that does not
//! answer holds up nobody, and no frame is drawn while nothing happens.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, SystemTime};

use egui::Context;

use crate::file::{self, Fingerprint, ReadFault, RealDisk};

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(2);

/// What stands where the map was read or written last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// A file with this in it.
    File(Fingerprint),
    /// Nothing, or nothing that can be read.
    Nothing,
}

/// What the thread looks at, and what it saw.
#[derive(Debug, Default)]
struct Desk {
    file: Option<PathBuf>,
    seen: Option<Stands>,
    /// When and how long the file was when it was read.
    mark: Option<(Option<SystemTime>, u64)>,
    is_running: bool,
}

/// The thread's other side. The thread ends with it.
#[derive(Debug, Default)]
pub(super) struct Watcher {
    desk: Arc<Mutex<Desk>>,
}

fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Watcher {
    /// Looks at `file` from now on, or at nothing; `ctx` is woken when something is seen. Gives what
    /// was seen of it.
    pub(super) fn look_at(&self, file: Option<&Path>, ctx: &Context) -> Option<Stands> {
        let mut desk = lock(&self.desk);
        if desk.file.as_deref() != file {
            *desk = Desk {
                file: file.map(Path::to_owned),
                is_running: desk.is_running,
                ..Desk::default()
            };
        }
        if file.is_some() && !desk.is_running {
            let (weak, ctx) = (Arc::downgrade(&self.desk), ctx.clone());
            let thread = std::thread::Builder::new().name("neighbours".to_owned());
            desk.is_running = thread.spawn(move || run(&weak, &ctx)).is_ok();
        }
        desk.seen
    }
}

fn run(desk: &Weak<Mutex<Desk>>, ctx: &Context) {
    loop {
        std::thread::sleep(PAUSE);
        let Some(desk) = desk.upgrade() else { return };
        let (file, mark) = {
            let mut desk = lock(&desk);
            let Some(file) = desk.file.clone() else {
                // The next map starts another thread.
                desk.is_running = false;
                return;
            };
            (file, desk.mark)
        };
        let now = std::fs::metadata(&file).ok().map(|it| (it.modified().ok(), it.len()));
        if now.is_some() && now == mark {
            continue;
        }
        let stands = match file::read(&RealDisk, &file) {
            Ok(bytes) => Stands::File(Fingerprint::of(&bytes)),
            // Another program may be busy with it.
            Err(ReadFault::Other(_)) => continue,
            Err(_) => Stands::Nothing,
        };
        let mut desk = lock(&desk);
        if desk.file.as_ref() == Some(&file) {
            desk.mark = now;
            if desk.seen.replace(stands) != Some(stands) {
                ctx.request_repaint();
            }
        }
    }
}
