//! `rode-draad check IN…`: everything doubtful or broken, one sentence each.

use std::path::PathBuf;

use super::{Failure, input, output};
use crate::i18n::{Message, Texts};
use crate::model::{PersonId, oddities};

/// Which files to look at.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Family maps, GEDCOM files; `-` for what is piped in
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Say nothing, only answer by the exit code
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let mut answer = Ok(());
    for path in &arguments.files {
        let say = |message: &Message| {
            if !arguments.quiet {
                output::say(&format!("{}: {}", path.display(), texts.say(message)));
            }
        };
        match input::map(path) {
            Ok((map, notes)) => {
                let name = |id: &PersonId| {
                    map.person(id).map_or_else(
                        || id.to_string(),
                        |person| format!("{} ({id})", person.name.short()),
                    )
                };
                let odd: Vec<Message> = oddities(&map).iter().map(|it| it.message(name)).collect();
                notes.iter().chain(&odd).for_each(say);
                if notes.is_empty() && odd.is_empty() {
                    say(&Message::new("cli-clean").count("people", map.people.len()));
                } else if answer.is_ok() {
                    answer = Err(Failure::Findings);
                }
            }
            // One unreadable file does not keep the others from being looked at.
            Err(Failure::Unreadable(messages)) => {
                messages.iter().for_each(say);
                answer = Err(Failure::Unreadable(Vec::new()));
            }
            Err(other) => return Err(other),
        }
    }
    answer
}
