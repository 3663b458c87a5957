//! Notes after the first, which has a field of its own; of each who says so and with whom it may be
//! shared; and one more.

use egui::Ui;

use crate::document::Command;
use crate::fonts::Weight;
use crate::model::Note;
use crate::shown::Names;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::typing::{Typing, Written};
use crate::ui::widgets::{Toggle, folded};
use crate::ui::writing::{Long, text_field};
use crate::ui::{Action, EditAction};

/// Whose eyes notes are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Everybody at the table.
    All,
    /// The coach only.
    Coach,
}

/// What is typed of one note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Text,
    Says,
    Share,
}

impl Part {
    const fn label(self) -> &'static str {
        match self {
            Self::Text => "note-more",
            Self::Says => "entry-according-to",
            Self::Share => "note-share",
        }
    }

    fn of(self, note: &Note) -> &str {
        match self {
            Self::Text => &note.text,
            Self::Says => &note.according_to,
            Self::Share => &note.share_with,
        }
    }

    fn put(self, note: &mut Note, text: String) {
        match self {
            Self::Text => note.text = text,
            Self::Says => note.according_to = text,
            Self::Share => note.share_with = text,
        }
    }
}

/// Shows, below the field of the first note, all that can be said of the `notes` of whatever is called
/// `key`; `put` makes the command that changes them.
pub(super) fn more_notes(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (key, notes, eyes): (&str, &[Note], For),
    put: impl Fn(Vec<Note>) -> Command,
    actions: &mut Vec<Action>,
) {
    // While names are off the notes are not there either.
    if context.names != Names::Shown {
        return;
    }
    let is_coach = eyes == For::Coach;
    let own = notes.iter().enumerate().filter(|(_, note)| note.for_coach == is_coach);
    let own: Vec<(usize, &Note)> = own.collect();
    let mut changed: Option<(Written, usize, Part)> = None;
    let mut field = |ui: &mut Ui, (nth, at): (usize, usize), note: &Note, part: Part| {
        let key = format!("{key} {eyes:?} {nth} {part:?}");
        let label = context.texts.get(part.label());
        let long = if part == Part::Text { Long::Yes } else { Long::No };
        let current = (part.of(note), long);
        let written = text_field(ui, context.theme, typing, &key, label, current);
        changed = written.map(|it| (it, at, part)).or(changed.take());
    };
    for (nth, (at, note)) in own.iter().enumerate() {
        if 0 < nth {
            field(ui, (nth, *at), note, Part::Text);
        }
        let is_said = [Part::Says, Part::Share].iter().any(|part| !part.of(note).is_empty());
        let words = text(context.texts.get("note-from"), 13.0, Weight::Regular);
        let header = (words, (key, is_coach, nth));
        folded(ui, context.theme, (header, Toggle::from(is_said)), |ui| {
            for part in [Part::Says, Part::Share] {
                field(ui, (nth, *at), note, part);
            }
        });
    }
    if !own.is_empty() {
        let fresh = Note { for_coach: is_coach, ..Note::default() };
        field(ui, (own.len(), notes.len()), &fresh, Part::Text);
    }
    let Some((Written { visit, text }, at, part)) = changed else { return };
    let mut notes = notes.to_vec();
    if at == notes.len() {
        notes.push(Note { for_coach: is_coach, ..Note::default() });
    }
    if let Some(note) = notes.get_mut(at) {
        part.put(note, text);
    }
    // The last one goes with its words; of one before others the place stays.
    notes.pop_if(|note| *note == Note { for_coach: is_coach, ..Note::default() });
    actions.push(Action::Edit(EditAction::DoInVisit(visit, put(notes))));
}
