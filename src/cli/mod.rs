//! The command line.

mod layout;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Draws a family over the generations and shows what comes back and where it stopped.
#[derive(Debug, Parser)]
#[command(name = "rode-draad", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Places everybody of a family and writes positions and lines as JSON
    Layout(layout::Arguments),
}

/// Carries out the command that `arguments` (with the program's name first) spell.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(message) => message.exit(),
    };
    let result = match parsed.command {
        Command::Layout(arguments) => layout::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            complain(&problem);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "this is the command line")]
fn complain(problem: &str) {
    eprintln!("rode-draad: {problem}");
}
