//! `rode-draad check IN…`: everything doubtful or broken, one sentence each.

use std::path::PathBuf;

use super::{Failure, input, output};
use crate::catalogue::Catalogue;
use crate::clock;
use crate::doubt::{Naming, doubts};
use crate::gedcom::{self, Account};
use crate::i18n::{Message, Texts};

/// Which files to look at.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Family maps, GEDCOM files; `-` for what is piped in
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Say nothing, only answer by the exit code
    #[arg(long, short)]
    quiet: bool,
    /// Only count what became of each line of GEDCOM files: on the map, in a note, or left out
    #[arg(long)]
    account: bool,
    #[command(flatten)]
    reading: input::Reading,
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    if arguments.account {
        return account(arguments, texts);
    }
    let mut answer = Ok(());
    for path in &arguments.files {
        let say = |message: &Message| {
            if arguments.quiet {
                return Ok(());
            }
            output::say(&format!("{}: {}", path.display(), texts.say(message)))
        };
        match input::map(path, arguments.reading) {
            Ok((map, notes)) => {
                let catalogue = Catalogue::builtin();
                let naming = Naming { map: &map, catalogue, texts, ids: true };
                let found = doubts(&map, catalogue, map.today_or(clock::today()));
                let odd = found.iter().map(|it| it.message(&naming));
                let odd: Vec<Message> = odd.chain(unread(&naming)).collect();
                notes.iter().chain(&odd).try_for_each(say)?;
                if notes.is_empty() && odd.is_empty() {
                    say(&Message::new("cli-clean").count("people", map.people.len()))?;
                } else if answer.is_ok() {
                    answer = Err(Failure::Findings);
                }
            }
            // One unreadable file does not keep the others from being looked at.
            Err(Failure::Unreadable(messages)) => {
                messages.iter().try_for_each(say)?;
                answer = Err(Failure::Unreadable(Vec::new()));
            }
            Err(other) => return Err(other),
        }
    }
    answer
}

/// Texts that stand in a field and were not understood, as the window says below the field.
fn unread(naming: &Naming<'_>) -> Vec<Message> {
    let said = naming.map.unread.iter().map(|(field, text)| {
        let of = naming.of_field(field);
        let message = if of.is_empty() {
            Message::new("cli-unread-map")
        } else {
            Message::new("cli-unread").arg("where", of)
        };
        message.arg("text", text)
    });
    said.collect()
}

/// Counts the lines of every file, and of all together.
fn account(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let mut total = Account::default();
    let mut n_read = 0;
    let mut answer = Ok(());
    let sentence = |account: &Account, files: usize| {
        let message = Message::new("cli-account").count("files", files);
        let message = message.count("lines", account.taken + account.noted + account.left_out);
        let message = message.count("taken", account.taken).count("noted", account.noted);
        texts.say(&message.count("left", account.left_out))
    };
    for path in &arguments.files {
        match gedcom::import_as(&input::bytes(path)?, arguments.reading.options()) {
            Ok(import) => {
                let Account { taken, noted, left_out } = import.account;
                total.taken += taken;
                total.noted += noted;
                total.left_out += left_out;
                n_read += 1;
                if !arguments.quiet {
                    let words = sentence(&import.account, 1);
                    output::say(&format!("{}: {words}", path.display()))?;
                }
            }
            Err(error) => {
                for message in error.messages() {
                    output::say(&format!("{}: {}", path.display(), texts.say(&message)))?;
                }
                answer = Err(Failure::Unreadable(Vec::new()));
            }
        }
    }
    output::say(&sentence(&total, n_read))?;
    answer
}
