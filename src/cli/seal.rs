//! `rode-draad seal` and `unseal`: a file that opens only with its passphrase, and back.

use std::path::{Path, PathBuf};

use super::{Failure, input, output};
use crate::file::{self, Disk as _, Passphrase, RealDisk, Seal};
use crate::i18n::{Message, Texts};
use crate::interchange;

/// What to read, what to write, and where the passphrase is.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to read; `-` for what is piped in
    input: PathBuf,
    /// The file to write; `-` for the terminal
    #[arg(short, long)]
    output: PathBuf,
    /// A file with the passphrase on its first line; otherwise it is asked on the terminal
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn seal(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let bytes = input::bytes(&arguments.input)?;
    // Nothing is sealed of which nobody can see later that it never opened.
    interchange::read(&bytes).map_err(|error| Failure::Unreadable(error.messages()))?;
    let passphrase = match &arguments.passphrase_file {
        Some(path) => from_file(path)?,
        None => {
            let first = from_terminal(&texts.get("cli-passphrase"))?;
            if first != from_terminal(&texts.get("cli-passphrase-again"))? {
                return Err(Failure::failed(Message::new("cli-passphrase-differs")));
            }
            passphrase(first)?
        }
    };
    let sealed = file::seal(&bytes, &passphrase);
    output::write(&arguments.output, &sealed.map_err(|error| Failure::failed(error.message()))?)
}

pub(super) fn unseal(
    arguments: &Arguments,
    texts: Texts,
    follow: fn(&Path),
) -> Result<(), Failure> {
    let bytes = input::bytes(&arguments.input)?;
    if !file::is_sealed(&bytes) {
        return Err(Failure::Unreadable(vec![Message::new("cli-not-sealed")]));
    }
    let passphrase = match &arguments.passphrase_file {
        Some(path) => from_file(path)?,
        None => passphrase(from_terminal(&texts.get("cli-passphrase"))?)?,
    };
    let opened = Seal::open(&bytes, passphrase);
    let (seal, plain) = opened.map_err(|error| Failure::Unreadable(vec![error.message()]))?;
    let disk = RealDisk;
    let is_same = disk.resolve(&arguments.input) == disk.resolve(&arguments.output);
    if !is_same {
        return output::write(&arguments.output, &plain);
    }
    // The window keeps earlier versions of this file: their keys stand above it until they are plain.
    output::write(&arguments.output, &seal.kept_keys().over(&plain))?;
    follow(&arguments.output);
    Ok(())
}

fn passphrase(typed: String) -> Result<Passphrase, Failure> {
    Passphrase::new(typed).ok_or_else(|| Failure::failed(Message::new("cli-passphrase-empty")))
}

/// The first line of a file.
fn from_file(path: &Path) -> Result<Passphrase, Failure> {
    let bytes = input::bytes(path)?;
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let unreadable = |_not_text| Failure::failed(Message::new("cli-passphrase-empty"));
    passphrase(std::str::from_utf8(line).map_err(unreadable)?.to_owned())
}

/// What is typed on the terminal, which does not show it.
#[cfg(target_os = "linux")]
fn from_terminal(words: &str) -> Result<String, Failure> {
    use std::io::{BufRead as _, BufReader, Write as _};

    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

    let none = || Failure::failed(Message::new("cli-no-terminal"));
    let mut terminal = std::fs::File::options();
    let terminal = terminal.read(true).write(true).open("/dev/tty").map_err(|_gone| none())?;
    let before = tcgetattr(&terminal).map_err(|_none| none())?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&terminal, OptionalActions::Flush, &silent).map_err(|_none| none())?;
    let mut typed = String::new();
    write!(&terminal, "{words} ").ok();
    let read = BufReader::new(&terminal).read_line(&mut typed);
    tcsetattr(&terminal, OptionalActions::Flush, &before).ok();
    writeln!(&terminal).ok();
    read.map_err(|_gone| none())?;
    typed.truncate(typed.trim_end_matches(['\n', '\r']).len());
    Ok(typed)
}

/// Elsewhere a terminal would show it.
#[cfg(not(target_os = "linux"))]
fn from_terminal(_: &str) -> Result<String, Failure> {
    Err(Failure::failed(Message::new("cli-no-terminal")))
}
