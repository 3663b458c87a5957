//! What stands in the quick line, and what is understood of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::Document;
use crate::i18n::Lang;
use crate::model::{Date, FamilyMap, PersonId, Subject};
use crate::quick::{Answers, Question, Reading, Understood, understand};

/// The open quick line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuickLine {
    /// What stands in it.
    pub text: String,
    /// What was answered to doubtful names.
    pub answers: Answers,
    /// The field wants the keyboard.
    pub wants_focus: bool,
    /// The first answer of the open question wants it.
    pub wants_answer: bool,
    /// Enter was pressed while something is not understood: it is said, even of a last word.
    pub is_strict: bool,
    /// What was put on the map last, in words.
    pub done: Vec<String>,
    /// What was looked at before.
    pub before: Option<Subject>,
}

impl QuickLine {
    /// With what was typed before, and the keyboard in it.
    pub(in crate::ui) fn with(text: String, before: Option<Subject>) -> Self {
        Self { text, wants_focus: true, before, ..Self::default() }
    }
}

/// What the preview was made for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct MadeFor {
    revision: u64,
    text: String,
    answers: Answers,
    lang: Lang,
}

/// The map as it would be.
#[derive(Debug)]
pub(in crate::ui) struct Preview {
    made_for: MadeFor,
    pub understood: Understood,
    /// The map as it is.
    pub base: Arc<FamilyMap>,
    /// Who is new in it.
    pub ghosts: BTreeSet<PersonId>,
}

impl Preview {
    pub(in crate::ui) fn key(document: &Document, line: &QuickLine, lang: Lang) -> MadeFor {
        MadeFor {
            revision: document.revision(),
            text: line.text.clone(),
            answers: line.answers.clone(),
            lang,
        }
    }

    pub(in crate::ui) fn is_for(&self, key: &MadeFor) -> bool {
        self.made_for == *key
    }

    pub(in crate::ui) fn of(document: &Document, made_for: MadeFor, today: Date) -> Self {
        let reading = Reading { today, lang: made_for.lang, answers: &made_for.answers };
        let understood = understand(document, &made_for.text, reading);
        let ghosts = understood.made.iter().cloned().collect();
        Self { made_for, understood, base: document.shared_map(), ghosts }
    }

    /// The question that is asked now.
    pub(in crate::ui) fn question(&self) -> Option<&Question> {
        self.understood.open_question()
    }
}

/// The map that is looked at, and its state: with what is typed in the quick line.
pub(in crate::ui) fn previewed<'a>(
    preview: Option<&'a Preview>,
    document: &'a Document,
) -> (&'a FamilyMap, u64) {
    let seen = preview.map_or(document, |it| &it.understood.draft);
    (seen.map(), seen.revision())
}
