//! Sheets: pages that are paper already.

use super::{Arguments, ViewArgument};
use crate::cli::Failure;
use crate::clock;
use crate::i18n::Message;
use crate::model::{FamilyMap, PersonId};
use crate::scene::Scene;
use crate::sheet::{self, Wanted, Words};
use crate::shown::Opened;

/// The pages of the sheet that is asked for, of the map with everything in it.
pub(super) fn of(whole: &FamilyMap, arguments: &Arguments) -> Result<Vec<Scene>, Failure> {
    let opened = if arguments.private { Opened::private() } else { Opened::default() };
    let today = arguments.today.unwrap_or_else(|| whole.today_or(clock::today()));
    let wanted = Wanted {
        map: whole,
        names: arguments.names.of(),
        eyes: opened.eyes,
        lang: arguments.lang.unwrap_or(whole.lang),
        today,
        words: if arguments.open { Words::Open } else { Words::Soft },
        theme: arguments.theme,
    };
    Ok(match arguments.view {
        ViewArgument::Plan => vec![sheet::plan(&wanted)],
        ViewArgument::List => sheet::list(&wanted),
        ViewArgument::SheetFile => sheet::file(&wanted),
        ViewArgument::Handout => vec![sheet::handout(&wanted)],
        ViewArgument::AnswerKey => sheet::answer_key(&wanted),
        ViewArgument::PersonCards => sheet::person_cards(&wanted),
        ViewArgument::SheetChild => {
            let child = whom(whole, arguments)?;
            let child = child.or_else(|| sheet::children(whole, today).into_iter().next());
            vec![sheet::child(&wanted, child.as_ref())]
        }
        ViewArgument::Copy => {
            let whom = whom(whole, arguments)?.or_else(|| whole.focus.first().cloned());
            let nobody = || Failure::failed(Message::new("cli-copy-for-whom"));
            sheet::copy(&wanted, &whom.ok_or_else(nobody)?)
        }
        ViewArgument::SheetParent
        | ViewArgument::Map
        | ViewArgument::Overview
        | ViewArgument::Cards
        | ViewArgument::Lifelines => vec![sheet::parent(&wanted)],
    })
}

/// Whom it is for, where that was said.
fn whom(whole: &FamilyMap, arguments: &Arguments) -> Result<Option<PersonId>, Failure> {
    let Some(id) = &arguments.whom else { return Ok(None) };
    let person = PersonId::new(id).filter(|id| whole.people.contains_key(id));
    let nobody = || Failure::failed(Message::new("cli-nobody-called").arg("id", id));
    person.map(Some).ok_or_else(nobody)
}
