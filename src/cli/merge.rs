//! `rode-draad merge BASE A B -o OUT`: two changed copies of one map, made one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Failure, input, output};
use crate::file;
use crate::i18n::{Message, Texts};
use crate::merge::{ConflictId, Side, merge};
use crate::model::{FamilyMap, PersonId};
use crate::scene::without_name;

/// What to merge, and where to write it.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The version that both copies come from
    base: PathBuf,
    /// The first copy: where both changed the same, it counts, and it is said
    mine: PathBuf,
    /// The second copy
    theirs: PathBuf,
    /// The file to write; `-` for the terminal
    #[arg(short, long)]
    output: PathBuf,
    /// Where both changed the same, the second copy counts
    #[arg(long)]
    theirs_first: bool,
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let Arguments { base, mine, theirs, output, theirs_first } = arguments;
    let read = |path| input::map(path, input::Reading::default()).map(|(map, _notes)| map);
    let (base, mine, theirs) = (read(base)?, read(mine)?, read(theirs)?);
    let merged = |choices: &BTreeMap<ConflictId, Side>| {
        merge(Some(&base), &mine, &theirs, choices).map_err(|why| Failure::failed(why.message()))
    };
    let mut done = merged(&BTreeMap::new())?;
    let side = if *theirs_first { Side::Theirs } else { Side::Mine };
    if *theirs_first {
        done = merged(&done.conflicts.iter().map(|it| (it.id.clone(), side)).collect())?;
    }
    let bytes = file::to_bytes(&done.map).map_err(|error| Failure::Failed(error.messages()))?;
    output::write(output, &bytes)?;
    let called = |id: &PersonId| called(&[&done.map, &mine, &theirs], id, texts);
    let mut said: Vec<Message> = done
        .conflicts
        .iter()
        .map(|it| {
            let about = it.about(&mine, texts, &called);
            let [one, other] = [Side::Mine, Side::Theirs].map(|it_| it.says(it_, texts, &called));
            let chosen = if *theirs_first { other.clone() } else { one.clone() };
            let told = Message::new("merge-told").arg("about", about).arg("chosen", chosen);
            told.arg("mine", one).arg("theirs", other)
        })
        .collect();
    if !done.kept.is_empty() {
        said.push(Message::new("merge-kept").count("n", done.kept.len()));
    }
    said.extend(done.repairs.iter().map(crate::model::Repair::message));
    if said.is_empty() {
        return Ok(());
    }
    output::complain(texts, &said);
    Err(Failure::Findings)
}

fn called(maps: &[&FamilyMap], id: &PersonId, texts: Texts) -> String {
    let person = maps.iter().find_map(|map| map.person(id));
    let name = person.map(|it| it.name.short()).unwrap_or_default();
    if name.is_empty() { without_name(person, texts) } else { name.to_owned() }
}
