//! The command line: the same engine without the window.
//!
//! Exit codes: 0 done, 1 something to look at or something went wrong, 2 unreadable input, 64 wrong
//! usage.

mod cards_json;
mod cards_text;
mod check;
mod convert;
mod input;
mod layout;
mod manual;
mod merge;
mod output;
mod patterns;
mod pseudonymise;
mod render;
mod seal;
mod story;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::i18n::{Lang, Message, Texts};
use crate::manual::Keys;

/// Wrong usage (`EX_USAGE` of sysexits).
const EXIT_USAGE: u8 = 64;
/// Input that cannot be read.
const EXIT_UNREADABLE: u8 = 2;

/// Draws a family over the generations and shows what comes back and where it stopped.
///
/// Without a command the window opens; with only a file, on that file.
#[derive(Debug, Parser)]
#[command(name = "rode-draad", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
struct Arguments {
    /// A family map or GEDCOM file to open in the window
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  rode-draad                                         open the window
  rode-draad render family.familie -o family.svg     draw a map
  rode-draad render family.familie -o family.pdf --paper a3
  rode-draad render family.ged -o family.png --lang en --size 2400x1600
  rode-draad patterns family.familie --format json   what comes back, as data
  rode-draad check family.familie                    what is doubtful in it
  rode-draad convert family.ged family.familie       read a GEDCOM file
  rode-draad convert old.ged family.familie --encoding windows-1251
  rode-draad convert family.txt family.familie       read a family in lines of text
  rode-draad convert family.familie family.txt       and write it so
  rode-draad check --account *.ged                   what became of each line
  rode-draad layout family.familie                   positions and lines as JSON
  rode-draad manual -o manual.pdf --lang en          the manual
  rode-draad merge before.familie mine.familie theirs.familie -o both.familie
  rode-draad pseudonymise family.familie -o training.familie
  rode-draad seal family.familie -o sealed.familie   only who knows the passphrase opens it";

#[derive(Debug, Subcommand)]
enum Command {
    /// Draws a map as PDF, SVG or PNG
    Render(render::Arguments),
    /// Says everything that is doubtful or broken in files
    Check(check::Arguments),
    /// Says what comes back in a family and where it stopped
    Patterns(patterns::Arguments),
    /// Turns one file format into another
    Convert(convert::Arguments),
    /// Places everybody of a family and writes positions and lines as JSON
    Layout(layout::Arguments),
    /// Makes one map of two changed copies
    Merge(merge::Arguments),
    /// Makes a copy for training: no names, no places, no own words, other years
    Pseudonymise(pseudonymise::Arguments),
    /// Writes the manual as pages, with pictures made by this program
    Manual(manual::Arguments),
    /// Seals a file: it then opens only with its passphrase (an age file, for the window and for age)
    Seal(seal::Arguments),
    /// Opens a sealed file for good
    Unseal(seal::Arguments),
}

/// What is left to do after the command line was read.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing: the command is done.
    Done(ExitCode),
    /// Open the window, on this file if there is one.
    OpenWindow(Option<PathBuf>),
}

/// Why a command could not be carried out.
#[derive(Debug)]
enum Failure {
    /// The input cannot be read.
    Unreadable(Vec<Message>),
    /// Anything else.
    Failed(Vec<Message>),
    /// The answer is "there is something to look at".
    Findings,
}

impl Failure {
    fn failed(message: Message) -> Self {
        Self::Failed(vec![message])
    }
}

/// What the command line needs of a window that it does not know.
#[derive(Clone, Copy, Debug)]
pub struct OfWindow {
    /// Every key of it with what it does, in a language, for the manual; none where there is no window.
    pub keys: fn(Lang) -> Keys,
    /// The seal of the file at this path was taken off: does the same with what the window keeps of it.
    pub unsealed: fn(&Path),
}

/// Carries out the command that `arguments` (with the program's name first) spell.
pub fn run(arguments: impl IntoIterator<Item = OsString>, window: OfWindow) -> Outcome {
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(message) => return Outcome::Done(usage(&message)),
    };
    let texts = Texts::new(language());
    let result = match &parsed.command {
        None => return Outcome::OpenWindow(parsed.file),
        Some(Command::Render(arguments)) => render::run(arguments, texts),
        Some(Command::Check(arguments)) => check::run(arguments, texts),
        Some(Command::Patterns(arguments)) => patterns::run(arguments, texts),
        Some(Command::Convert(arguments)) => convert::run(arguments, texts),
        Some(Command::Layout(arguments)) => layout::run(arguments),
        Some(Command::Merge(arguments)) => merge::run(arguments, texts),
        Some(Command::Pseudonymise(arguments)) => pseudonymise::run(arguments, texts),
        Some(Command::Manual(arguments)) => manual::run(arguments, window.keys, texts),
        Some(Command::Seal(arguments)) => seal::seal(arguments, texts),
        Some(Command::Unseal(arguments)) => seal::unseal(arguments, texts, window.unsealed),
    };
    Outcome::Done(match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Findings) => ExitCode::FAILURE,
        Err(Failure::Failed(messages)) => {
            output::complain(texts, &messages);
            ExitCode::FAILURE
        }
        Err(Failure::Unreadable(messages)) => {
            output::complain(texts, &messages);
            ExitCode::from(EXIT_UNREADABLE)
        }
    })
}

/// Says that there is no display to open a window on.
#[must_use]
pub fn no_display() -> ExitCode {
    output::complain(Texts::new(language()), &[Message::new("cli-no-display")]);
    ExitCode::FAILURE
}

/// Prints what clap has to say. Help and version are no mistakes.
fn usage(message: &clap::Error) -> ExitCode {
    let printed = message.print().and_then(|()| std::io::Write::flush(&mut std::io::stdout()));
    match printed {
        _ if message.use_stderr() => ExitCode::from(EXIT_USAGE),
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The language of messages: Dutch where the machine speaks Dutch, else English.
fn language() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match set {
        Some(locale) if locale.starts_with("nl") => Lang::Nl,
        _ => Lang::En,
    }
}
