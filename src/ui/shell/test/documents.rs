//! Files that are read and written while the one who asks waits, and files that are handed over.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use crate::file::{self, ReadFault};
use crate::ui::shell::computer::Computer;
use crate::ui::shell::documents::{Documents, Order, Outcome, Wake, Work, carried_out};

/// Answers before the question is over.
pub struct AtOnce {
    computer: Arc<dyn Computer>,
    hands_over: bool,
}

impl AtOnce {
    /// Files on the disk of `computer`.
    #[must_use]
    pub fn on(computer: Arc<dyn Computer>) -> Self {
        Self { computer, hands_over: false }
    }

    /// As a page does that may not write: whatever is made is handed over.
    #[must_use]
    pub fn handing_over(computer: Arc<dyn Computer>) -> Self {
        Self { computer, hands_over: true }
    }
}

impl fmt::Debug for AtOnce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtOnce").field("hands_over", &self.hands_over).finish_non_exhaustive()
    }
}

impl Documents for AtOnce {
    fn read(&mut self, path: &Path, wake: Wake) -> Option<Receiver<Result<Vec<u8>, ReadFault>>> {
        Some(answered(file::read(&*self.computer, path), wake))
    }

    fn write(&mut self, order: Order, wake: Wake) -> Option<Receiver<Outcome>> {
        let outcome = if self.hands_over {
            (order.make)(&*self.computer).map_or_else(Outcome::No, |_bytes| Outcome::HandedOver)
        } else {
            carried_out(order, &*self.computer)
        };
        Some(answered(outcome, wake))
    }

    fn work(&mut self, work: Work) -> bool {
        work(&*self.computer);
        true
    }
}

fn answered<T>(answer: T, wake: Wake) -> Receiver<T> {
    let (sender, receiver) = channel();
    // The receiver is here.
    sender.send(answer).ok();
    wake();
    receiver
}
