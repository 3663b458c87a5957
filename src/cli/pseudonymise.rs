//! `rode-draad pseudonymise FILE -o OUT`: a copy for training, and what of the family is left in it.

use std::path::{Path, PathBuf};

use super::{Failure, input, output};
use crate::clock;
use crate::file::{self, Disk as _, RealDisk};
use crate::i18n::{Message, Texts};
use crate::pseudonym::{Years, pseudonymised};

/// What to copy, and what becomes of the years.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The family map; `-` for what is piped in
    input: PathBuf,
    /// The file to write; `-` for the terminal
    #[arg(short, long)]
    output: PathBuf,
    /// Move all years by so many, instead of by a number that nobody chose
    #[arg(long, allow_negative_numbers = true, conflicts_with = "decades")]
    shift: Option<i32>,
    /// Take ten years together, ages too
    #[arg(long)]
    decades: bool,
    #[command(flatten)]
    reading: input::Reading,
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let Arguments { input, output, shift, decades, reading } = arguments;
    let is_same = RealDisk.resolve(input) == RealDisk.resolve(output);
    if is_same && input.as_path() != Path::new("-") {
        return Err(Failure::failed(Message::new("pseudonym-same")));
    }
    let (map, _notes) = input::map(input, *reading)?;
    let years = if *decades {
        Years::Decades
    } else {
        shift.map_or_else(|| Years::any_shift(clock::any_number()), Years::Shifted)
    };
    let (copy, report) = pseudonymised(&map, years, (map.lang, clock::today()))
        .map_err(|fault| Failure::failed(fault.message()))?;
    let bytes = file::to_bytes(&copy).map_err(|error| Failure::Failed(error.messages()))?;
    output::write(output, &bytes)?;
    output::complain(texts, &report.messages());
    Ok(())
}
