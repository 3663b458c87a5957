//! Looks at the file of the open map every two seconds, beside the frames: a disk that does not answer
//! holds up nobody, and no frame is drawn while nothing happens.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use egui::Context;

use crate::file::{self, Fingerprint, ReadFault};
use crate::ui::shell::computer::{Computer, Stamp};

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

/// What is looked at, and what was seen.
#[derive(Debug, Default)]
struct Desk {
    file: Option<PathBuf>,
    seen: Option<Stands>,
    /// When and how long the file was when it was read.
    mark: Option<Stamp>,
    is_looking: bool,
}

/// The side of the window. The looking ends with it.
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
    pub(super) fn look_at(
        &self,
        computer: &Arc<dyn Computer>,
        file: Option<&Path>,
        ctx: &Context,
    ) -> Option<Stands> {
        let mut desk = lock(&self.desk);
        if desk.file.as_deref() != file {
            *desk = Desk {
                file: file.map(Path::to_owned),
                is_looking: desk.is_looking,
                ..Desk::default()
            };
        }
        if file.is_some() && !desk.is_looking {
            desk.is_looking = look_later(&Arc::downgrade(&self.desk), computer, ctx);
        }
        desk.seen
    }
}

/// Looks after a while, and goes on looking.
fn look_later(desk: &Weak<Mutex<Desk>>, computer: &Arc<dyn Computer>, ctx: &Context) -> bool {
    let (desk, its_computer, ctx) = (desk.clone(), Arc::clone(computer), ctx.clone());
    let look = move || {
        let Some(whole) = desk.upgrade() else { return };
        let goes_on = look(&whole, &*its_computer, &ctx) && look_later(&desk, &its_computer, &ctx);
        // Else the next map begins anew.
        lock(&whole).is_looking = goes_on;
    };
    computer.later(PAUSE, Box::new(look))
}

/// Looks once; false when there is nothing to look at any more.
fn look(desk: &Mutex<Desk>, computer: &dyn Computer, ctx: &Context) -> bool {
    let (file, mark) = {
        let desk = lock(desk);
        let Some(file) = desk.file.clone() else { return false };
        (file, desk.mark)
    };
    let now = computer.stamp(&file);
    if now.is_some() && now == mark {
        return true;
    }
    let stands = match file::read(computer, &file) {
        Ok(bytes) => Stands::File(Fingerprint::of(&bytes)),
        // Another program may be busy with it.
        Err(ReadFault::Other(_)) => return true,
        Err(_) => Stands::Nothing,
    };
    let mut desk = lock(desk);
    if desk.file.as_ref() == Some(&file) {
        desk.mark = now;
        if desk.seen.replace(stands) != Some(stands) {
            ctx.request_repaint();
        }
    }
    true
}
