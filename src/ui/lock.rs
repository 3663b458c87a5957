//! The lock: while it is shut nothing of the open map is on the screen, in the tree that a screen
//! reader reads, on the clipboard or, of a sealed map, in memory.
//!
//! What was open of a sealed map is put away as a sealed copy, with the steps that can be taken back, and
//! opens with its passphrase. Before a map without a passphrase it is only a curtain.

mod app;

use std::fmt;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use egui::{Context, FullOutput, OutputCommand, Plugin};

use super::files::Files;
use super::recovery::{CopyPlace, Origin, StaysShut, Unsealed};
use crate::document::Document;
use crate::file::SealedSteps;
use crate::i18n::Message;

/// The lock, and what is kept behind it.
#[derive(Default)]
pub(super) struct Lock {
    behind: Option<Behind>,
    /// What is typed to open it.
    typed: String,
    said: Option<Message>,
    wants_focus: bool,
    /// What comes of trying what was typed, beside the frames.
    trying: Option<Receiver<Result<Unsealed, StaysShut>>>,
    /// It was asked to shut.
    pub(super) is_wanted: bool,
    /// When the user did anything last, on both clocks: one stands still while the computer sleeps.
    last: Option<(f64, Duration)>,
}

/// What is behind a shut lock.
enum Behind {
    /// The map is open as before; nobody is asked for anything.
    Curtain,
    /// A sealed copy, which is ours, and the steps that led to it.
    Copy(CopyPlace, Saved, SealedSteps),
    /// No copy could be made: it stays in memory rather than be lost.
    Held(Box<(Document, Files)>),
}

/// Was everything saved when the lock was shut?
#[derive(Clone, Debug, PartialEq, Eq)]
enum Saved {
    /// In this file.
    In(Option<Origin>),
    No,
}

impl fmt::Debug for Lock {
    /// What is typed is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lock").field("is_shut", &self.behind.is_some()).finish_non_exhaustive()
    }
}

impl Lock {
    /// Is nothing to be seen?
    pub(super) const fn is_shut(&self) -> bool {
        self.behind.is_some()
    }

    /// Would closing the window lose something?
    const fn holds_all_there_is(&self) -> bool {
        matches!(self.behind, Some(Behind::Held(_)))
    }
}

/// What the clipboard of the desktop may get.
#[derive(Debug, Default)]
pub(super) struct Traces {
    /// The clipboard holds something of ours.
    is_ours: bool,
}

impl Traces {
    /// Takes what was copied here off the clipboard.
    pub(super) fn clear_clipboard(ctx: &Context) {
        let is_ours = ctx.with_plugin(|traces: &mut Self| std::mem::take(&mut traces.is_ours));
        if is_ours == Some(true) {
            ctx.copy_text(String::new());
        }
    }
}

impl Plugin for Traces {
    fn debug_name(&self) -> &'static str {
        "traces"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let commands = &mut output.platform_output.commands;
        // Selecting a word would put it where the middle button of the mouse pastes it anywhere.
        commands.retain(|it| !matches!(it, OutputCommand::TextSelectionSettled(_)));
        for command in commands {
            if let OutputCommand::CopyText(text) = command {
                self.is_ours = !text.is_empty();
            }
        }
    }
}
