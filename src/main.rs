//! The program: the window, or the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    rode_draad::cli::run(std::env::args_os())
}
