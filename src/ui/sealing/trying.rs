//! Tries what was typed beside the frames: to work a passphrase out takes up to a second, and the
//! window goes on meanwhile. Whoever cancels forgets the answer.

use std::path::PathBuf;

use egui::Context;

use super::Tried;
use crate::file::{self, Fingerprint, Passphrase, Seal, UnsealError};
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::errands::{BETWEEN_LOOKS, answer_of};
use crate::ui::files::file_name;
use crate::ui::key_gate::KeyGate;
use crate::ui::recovery::{StaysShut, Taken, Unsealed, unseal};
use crate::ui::shell::computer::Computer;
use crate::ui::shell::documents::worked_out;
use crate::ui::versions::Unsealable;

impl App {
    /// Opens the file with what was typed, or asks again.
    pub(super) fn try_to_open(&mut self, path: PathBuf) {
        self.begin_trying(move |computer, passphrase| {
            let bytes = match file::read(computer, &path) {
                Ok(bytes) => bytes,
                Err(fault) => return Tried::Shut(vec![fault.message(file_name(&path))]),
            };
            match Seal::open(&bytes, passphrase) {
                Ok((seal, plain)) => Tried::File(path, Fingerprint::of(&bytes), plain, seal),
                Err(error @ UnsealError::WrongPassphrase) => Tried::Again(error.message()),
                Err(error) => Tried::Shut(vec![error.message()]),
            }
        });
    }

    /// Opens work that was not saved with what was typed, or asks again.
    pub(super) fn try_to_open_leftover(&mut self, path: PathBuf) {
        self.begin_trying(move |computer, passphrase| match unseal(computer, &path, passphrase) {
            Ok(unsealed) => Tried::Leftover(Box::new(unsealed)),
            Err(StaysShut::WrongPassphrase) => Tried::Again(UnsealError::WrongPassphrase.message()),
            Err(StaysShut::Because(mut why)) => {
                why.push(Message::new("window-leftover-broken"));
                Tried::Shut(why)
            }
        });
    }

    /// Makes what the open map is sealed with from now on.
    pub(super) fn make_seal(&mut self) {
        if self.sealing.typed != self.sealing.again {
            return;
        }
        // Wiped when it goes.
        drop(Passphrase::new(std::mem::take(&mut self.sealing.again)));
        let (seal, former) = (self.files.seal.clone(), self.files.keys_of_before.clone());
        self.begin_trying(move |_, passphrase| {
            let seal = match (seal, former) {
                (Some(seal), _) => seal.with(passphrase),
                (None, Some(former)) => Seal::new(passphrase).after(former),
                (None, None) => Seal::new(passphrase),
            };
            // What lies beside each copy of the map; worked out once.
            match seal.locked_key().map(drop) {
                Ok(()) => Tried::Made(seal),
                Err(error) => Tried::Shut(vec![error.message()]),
            }
        });
    }

    fn begin_trying(
        &mut self,
        tries: impl FnOnce(&dyn Computer, Passphrase) -> Tried + Send + 'static,
    ) {
        let typed = Passphrase::new(std::mem::take(&mut self.sealing.typed));
        let Some(passphrase) = typed else { return };
        let wake = self.errands.wake();
        let work = move |computer: &dyn Computer| tries(computer, passphrase);
        match worked_out(&mut *self.shell.documents, work, wake) {
            Some(answer) => {
                self.sealing.said = None;
                self.sealing.trying = Some(answer);
            }
            None => self.ask_again(Message::new("unseal-not-tried")),
        }
    }

    /// Takes the answer, once there is one.
    pub(super) fn poll_trying(&mut self, ctx: &Context) {
        let Some(trying) = &self.sealing.trying else { return };
        let gone = || Tried::Again(Message::new("unseal-not-tried"));
        let Some(tried) = answer_of(trying, gone) else {
            ctx.request_repaint_after(BETWEEN_LOOKS);
            return;
        };
        self.sealing.trying = None;
        // What was typed meanwhile was meant for nothing that opens now.
        KeyGate::drop_typed(ctx);
        ctx.request_repaint();
        if let Tried::Again(why) = tried {
            self.ask_again(why);
            return;
        }
        let holds = std::mem::take(&mut self.sealing).holds;
        match tried {
            Tried::Again(_) => {}
            Tried::Shut(why) => {
                drop(holds);
                self.leaving.take_if(|it| it.is_saving);
                self.session.warn(why);
                self.update_offers();
            }
            Tried::File(path, print, plain, seal) => {
                self.open_bytes(&path, (&plain, Some(seal)), print, None);
            }
            Tried::Leftover(unsealed) => {
                let Unsealed { seal, map, origin } = *unsealed;
                let taken = holds.unwrap_or(Taken::Unlocked);
                self.show_leftover(taken, (map, origin), Some(seal));
                self.update_offers();
            }
            Tried::Made(seal) => self.seal(seal, Unsealable::Refuses),
        }
    }

    fn ask_again(&mut self, why: Message) {
        // Who could not seal does not want to leave either.
        self.leaving.take_if(|it| it.is_saving);
        self.sealing.said = Some(why);
        self.sealing.wants_focus = true;
    }
}
