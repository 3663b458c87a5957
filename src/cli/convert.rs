//! `rode-draad convert IN OUT`: one file format into another.

use std::path::{Path, PathBuf};

use super::layout::neutral_of;
use super::{Failure, input, output};
use crate::catalogue::Catalogue;
use crate::clock;
use crate::file;
use crate::i18n::{Message, Texts};
use crate::neutral;
use crate::quick;
use crate::shown::{self, Opened};

/// What to read and what to write.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A family map, a GEDCOM file or lines of text (`.txt`); `-` for what is piped in
    input: PathBuf,
    /// The file to write; `-` for the terminal
    output: PathBuf,
    /// The format to write, when the name of the file does not tell
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Do not say what could not be taken over
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    reading: input::Reading,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A family map of this program
    Familie,
    /// Lines of text: the family language
    Txt,
    /// Only who is born of whom and stands with whom, for comparing layouts
    Json,
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let Arguments { input, output, format, quiet, reading } = arguments;
    let Some(format) = format.or_else(|| format_of(output)) else {
        let message = Message::new("cli-unknown-format").arg("path", output.display());
        return Err(Failure::failed(message));
    };
    let (map, mut notes) = input::map(input, *reading)?;
    let bytes = match format {
        Format::Familie => {
            file::to_bytes(&map).map_err(|error| Failure::Failed(error.messages()))?
        }
        Format::Txt => {
            let shown = shown::without_hidden(&map, Catalogue::builtin(), &Opened::default());
            let lines = quick::lines_of(&shown, shown.lang, map.today_or(clock::today()));
            notes.extend(lines.left_out);
            notes.push(Message::new("convert-hidden-stays"));
            lines.text.into_bytes()
        }
        Format::Json => {
            notes.push(Message::new("convert-only-ties"));
            neutral::write_family(&neutral_of(&map)).into_bytes()
        }
    };
    output::write(output, &bytes)?;
    if !quiet {
        output::complain(texts, &notes);
    }
    Ok(())
}

fn format_of(path: &Path) -> Option<Format> {
    let extension = path.extension()?.to_str()?;
    let formats =
        [(file::EXTENSION, Format::Familie), ("json", Format::Json), ("txt", Format::Txt)];
    let fits = |(known, _): &(&str, Format)| extension.eq_ignore_ascii_case(known);
    formats.into_iter().find(fits).map(|(_, format)| format)
}
