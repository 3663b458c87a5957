//! Reads the map in another file beside the frames, and shows it once it is there.

use std::path::PathBuf;

use egui::Context;

use super::other::{Read, Reading, Wants, other_in};
use super::{Asks, Both};
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::errands::{BETWEEN_LOOKS, answer_of};
use crate::ui::key_gate::KeyGate;
use crate::ui::shell::computer::Computer;
use crate::ui::shell::documents::worked_out;

impl App {
    /// Begins to read the map in the file at `path`.
    pub(super) fn begin_reading(&mut self, path: PathBuf, wants: Wants) {
        self.finish_naming();
        let (versions, seal) = (self.versions.keeper(), self.files.seal.clone());
        let (its_path, own) = (path.clone(), self.files.path.clone());
        let work = move |computer: &dyn Computer| {
            let other = other_in(computer, &its_path, seal.as_ref());
            let own = own.filter(|_| wants == Wants::Merge && other.is_ok());
            let versions = own.map_or_else(Vec::new, |it| versions.maps(&it, seal.as_ref()));
            Read { other, versions }
        };
        let wake = self.errands.wake();
        self.neighbours.asks = Some(match worked_out(&mut *self.shell.documents, work, wake) {
            Some(answer) => Asks::Reading(Reading { path, wants, answer }),
            None => unread(path, Message::new("neighbour-unread")),
        });
    }

    /// Shows what was read, once it is there.
    pub(super) fn poll_reading(&mut self, ctx: &Context) {
        let Some(Asks::Reading(reading)) = &self.neighbours.asks else { return };
        let gone = || Read { other: Err(Message::new("neighbour-unread")), versions: Vec::new() };
        let Some(Read { other, versions }) = answer_of(&reading.answer, gone) else {
            ctx.request_repaint_after(BETWEEN_LOOKS);
            return;
        };
        let Some(Asks::Reading(Reading { path, wants, .. })) = self.neighbours.asks.take() else {
            return;
        };
        // What was typed meanwhile was meant for nothing that opens now.
        KeyGate::drop_typed(ctx);
        ctx.request_repaint();
        match (other, wants) {
            (Err(why), _) => self.neighbours.asks = Some(unread(path, why)),
            (Ok(other), Wants::Look) => {
                let (picture, changed, _) = self.beside_now(&other.map);
                let seen = Ok((picture, changed, other.stands));
                self.neighbours.asks = Some(Asks::Both(Box::new(Both { path, seen })));
            }
            (Ok(other), Wants::Merge) => self.begin_merging(path, other, versions),
        }
    }
}

/// It could not be read: why, and three ways on.
fn unread(path: PathBuf, why: Message) -> Asks {
    Asks::Both(Box::new(Both { path, seen: Err(why) }))
}
