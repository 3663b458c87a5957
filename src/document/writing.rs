//! What is written in a field, read and kept.
//!
//! A text that means something becomes a value. One that does not, or that cannot be, stays what it
//! is: text, in the map and in the file, until it is understood or taken away.

use super::visit::carried_out;
use super::{Command, Document, MapEdit, PersonEdit, Refusal, UnionEdit, VisitId};
use crate::i18n::{Message, Texts};
use crate::model::{
    Date, Entry, EntryField, FamilyMap, Field, MapField, Moment, Name, Note, PartialDate, Person,
    PersonField, UnionField, Vital,
};

/// By what texts are read and said back.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The language in which a field shows what it holds.
    pub texts: Texts,
    /// The day that is "now" for whoever writes.
    pub today: Date,
}

/// Why a text is only text.
#[derive(Clone, Debug, PartialEq)]
pub enum Unread {
    /// It is not understood. The message says what would be.
    NotUnderstood(Message),
    /// It is understood, but cannot be.
    CannotBe(Refusal),
}

impl Reader {
    /// What stands in `field` of `map`: the text that was not understood, else the value.
    #[must_use]
    pub fn written(&self, map: &FamilyMap, field: &Field) -> String {
        map.unread(field).map_or_else(|| self.value(map, field), str::to_owned)
    }

    fn value(&self, map: &FamilyMap, field: &Field) -> String {
        let date = |date: Option<PartialDate>| date.map(|it| it.to_string());
        let found = match field {
            Field::Map(MapField::Title) => Some(map.title.clone()),
            Field::Map(MapField::Wish) => Some(map.wish.clone()),
            Field::Person(id, field) => map.person(id).and_then(|person| match field {
                PersonField::Name => Some(person.name.full()),
                PersonField::BirthName => Some(person.name.birth.clone()),
                PersonField::Born => date(person.birth),
                PersonField::Died => date(person.death()),
                PersonField::Notes => {
                    person.notes.iter().find(|note| !note.for_coach).map(|note| note.text.clone())
                }
            }),
            Field::Union(id, field) => map.union(id).and_then(|union| match field {
                UnionField::From => date(union.from),
                UnionField::Until => date(union.until),
                UnionField::TogetherAgain => date(union.together_again),
            }),
            Field::Entry(id, field) => map.entry(id).and_then(|(_, entry)| match field {
                EntryField::Since => entry.since.map(|it| self.moment(it)),
                EntryField::Until => entry.until.map(|it| self.moment(it)),
                EntryField::Words => Some(entry.words.clone()),
            }),
        };
        found.unwrap_or_default()
    }

    fn moment(&self, moment: Moment) -> String {
        moment.in_words(self.texts)
    }

    /// A moment that its field can show: one that reads back as another is not understood.
    fn read_moment(&self, text: &str) -> Option<Moment> {
        let moment = Moment::from_typed(text, self.today)?;
        (Moment::from_typed(&self.moment(moment), self.today) == Some(moment)).then_some(moment)
    }

    /// A date that its field can show: one that reads back as another ("3-1") is not understood.
    fn read_date(&self, text: &str) -> Option<PartialDate> {
        let date = PartialDate::from_typed(text, self.today)?;
        (PartialDate::from_typed(&date.to_string(), self.today) == Some(date)).then_some(date)
    }

    /// Why the text in `field` is only text; `None` where there is no such text.
    #[must_use]
    pub fn why_unread(&self, map: &FamilyMap, field: &Field) -> Option<Unread> {
        let text = map.unread(field)?;
        match self.commands(map, field, text) {
            None => Some(Unread::NotUnderstood(Message::new(hint(field)))),
            Some(commands) => carried_out(map, commands).err().map(Unread::CannotBe),
        }
    }

    /// The map in which `text` stands in `field`.
    fn written_down(
        &self,
        map: &FamilyMap,
        field: &Field,
        text: &str,
    ) -> Result<FamilyMap, Refusal> {
        let now = self.written(map, field);
        // White space where nothing stands says nothing, not even that somebody died.
        if text == now || (now.is_empty() && text.trim().is_empty()) {
            return Ok(map.clone());
        }
        let read = self.commands(map, field, text).map(|commands| carried_out(map, commands));
        let mut written = match read {
            Some(Ok(written)) => written,
            // What is gone cannot keep a text either.
            Some(Err(refusal @ Refusal::Gone(_))) => return Err(refusal),
            Some(Err(_)) | None => carried_out(map, as_text(map, field, text)?)?,
        };
        // What another field of the same says may be possible now.
        for other in beside(field) {
            let Some(text) = written.unread(&other) else { continue };
            let again = self.commands(&written, &other, text);
            if let Some(Ok(better)) = again.map(|commands| carried_out(&written, commands)) {
                written = better;
            }
        }
        Ok(written)
    }

    /// What makes the map say `text` in `field`; `None` where it is not understood.
    fn commands(&self, map: &FamilyMap, field: &Field, text: &str) -> Option<Vec<Command>> {
        let trimmed = text.trim();
        let date = || optional(trimmed, |text| self.read_date(text));
        let mut commands = match field {
            Field::Map(MapField::Title) => {
                vec![Command::EditMap(MapEdit::Title(trimmed.to_owned()))]
            }
            Field::Map(MapField::Wish) => vec![Command::EditMap(MapEdit::Wish(text.to_owned()))],
            Field::Person(id, field) => {
                let edit = match (field, map.person(id)) {
                    (PersonField::Born, _) => PersonEdit::Birth(date()?),
                    (PersonField::Died, _) => PersonEdit::Vital(Vital::Dead(date()?)),
                    (PersonField::Name, person) => PersonEdit::Name(renamed(person, trimmed)),
                    (PersonField::BirthName, person) => {
                        let name = person.map(|it| it.name.clone()).unwrap_or_default();
                        PersonEdit::Name(Name { birth: trimmed.to_owned(), ..name })
                    }
                    (PersonField::Notes, person) => PersonEdit::Notes(noted(person, text)),
                };
                vec![Command::EditPerson(id.clone(), edit)]
            }
            Field::Union(id, field) => {
                let edit = match field {
                    UnionField::From => UnionEdit::From(date()?),
                    UnionField::Until => {
                        UnionEdit::End(map.union(id).and_then(|it| it.ending), date()?)
                    }
                    UnionField::TogetherAgain => UnionEdit::TogetherAgain(date()?),
                };
                vec![Command::EditUnion(id.clone(), edit)]
            }
            Field::Entry(id, field) => {
                let moment = || optional(trimmed, |text| self.read_moment(text));
                let (bearer, entry) = map.entry(id)?;
                let entry = entry.clone();
                let entry = match field {
                    EntryField::Since => Entry { since: moment()?, ..entry },
                    EntryField::Until => Entry { until: moment()?, ..entry },
                    EntryField::Words => Entry { words: text.to_owned(), ..entry },
                };
                vec![Command::PutEntry(bearer, Box::new(entry))]
            }
        };
        commands.push(Command::SetUnread(field.clone(), None));
        Some(commands)
    }
}

/// Nothing for an empty text, else what `read` makes of it; `None` where that is nothing.
#[expect(clippy::option_option, reason = "not understood, and understood as nothing")]
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

fn renamed(person: Option<&Person>, text: &str) -> Name {
    let Name { birth, other, .. } = person.map(|it| it.name.clone()).unwrap_or_default();
    Name { birth, other, ..Name::from_typed(text) }
}

/// The notes of `person`, the first that is not only for the coach now `text`; an empty one goes.
fn noted(person: Option<&Person>, text: &str) -> Vec<Note> {
    let mut notes = person.map(|it| it.notes.clone()).unwrap_or_default();
    let open = notes.iter().position(|note| !note.for_coach);
    let old = open.map(|at| notes.remove(at)).unwrap_or_default();
    if !text.trim().is_empty() {
        let at = open.unwrap_or(notes.len());
        notes.insert(at, Note { text: text.to_owned(), ..old });
    }
    notes
}

/// What keeps `text` in `field` as text. A date that stood there is no longer said; a name or another
/// text stays until there is a better one.
fn as_text(map: &FamilyMap, field: &Field, text: &str) -> Result<Vec<Command>, Refusal> {
    let person = |id: &_, edit| vec![Command::EditPerson(Clone::clone(id), edit)];
    let union = |id: &_, edit| vec![Command::EditUnion(Clone::clone(id), edit)];
    let entry = |id, change: fn(Entry) -> Entry| {
        let (bearer, entry) = map.entry(id).ok_or_else(|| Refusal::Gone(id.to_string()))?;
        Ok(vec![Command::PutEntry(bearer, Box::new(change(entry.clone())))])
    };
    let mut commands = match field {
        Field::Person(id, PersonField::Born) => person(id, PersonEdit::Birth(None)),
        Field::Person(id, PersonField::Died) => person(id, PersonEdit::Vital(Vital::Dead(None))),
        Field::Union(id, UnionField::From) => union(id, UnionEdit::From(None)),
        Field::Union(id, UnionField::Until) => {
            let ending = map.union(id).and_then(|it| it.ending);
            union(id, UnionEdit::End(ending, None))
        }
        Field::Union(id, UnionField::TogetherAgain) => union(id, UnionEdit::TogetherAgain(None)),
        Field::Entry(id, EntryField::Since) => entry(id, |it| Entry { since: None, ..it })?,
        Field::Entry(id, EntryField::Until) => entry(id, |it| Entry { until: None, ..it })?,
        Field::Map(_) | Field::Person(..) | Field::Entry(_, EntryField::Words) => Vec::new(),
    };
    commands.push(Command::SetUnread(field.clone(), Some(text.to_owned())));
    Ok(commands)
}

/// The fields that limit what `field` can say, and are limited by it.
fn beside(field: &Field) -> Vec<Field> {
    let all = match field {
        Field::Map(_) => Vec::new(),
        Field::Person(id, _) => {
            [PersonField::Born, PersonField::Died].map(|it| Field::Person(id.clone(), it)).into()
        }
        Field::Union(id, _) => [UnionField::From, UnionField::Until, UnionField::TogetherAgain]
            .map(|it| Field::Union(id.clone(), it))
            .into(),
        Field::Entry(id, _) => {
            [EntryField::Since, EntryField::Until].map(|it| Field::Entry(id.clone(), it)).into()
        }
    };
    all.into_iter().filter(|it| it != field).collect()
}

/// The message that says what a field understands.
const fn hint(field: &Field) -> &'static str {
    match field {
        Field::Entry(_, EntryField::Since | EntryField::Until) => "moment-hint",
        _ => "date-hint",
    }
}

fn label(field: &Field) -> Message {
    Message::new(match field {
        Field::Map(_) => "edit-map",
        Field::Person(_, PersonField::Name | PersonField::BirthName) => "edit-name",
        Field::Person(_, PersonField::Born | PersonField::Died) => "edit-dates",
        Field::Person(_, PersonField::Notes) => "edit-notes",
        Field::Union(..) => "edit-union",
        Field::Entry(..) => "edit-entry",
    })
}

/// What keeps the values of `command`, which the map refuses, as text.
fn kept_of(command: &Command) -> Option<Vec<(Field, String)>> {
    let one = |field, text: String| Some(vec![(field, text)]);
    match command {
        Command::EditPerson(id, edit) => {
            let field = |field| Field::Person(id.clone(), field);
            match edit {
                PersonEdit::Birth(Some(date)) => one(field(PersonField::Born), date.to_string()),
                PersonEdit::Vital(Vital::Dead(Some(date))) => {
                    one(field(PersonField::Died), date.to_string())
                }
                PersonEdit::Name(name) => one(field(PersonField::Name), name.full()),
                _ => None,
            }
        }
        Command::EditUnion(id, edit) => {
            let field = |field| Field::Union(id.clone(), field);
            match edit {
                UnionEdit::From(Some(date)) => one(field(UnionField::From), date.to_string()),
                UnionEdit::End(_, Some(date)) => one(field(UnionField::Until), date.to_string()),
                UnionEdit::TogetherAgain(Some(date)) => {
                    one(field(UnionField::TogetherAgain), date.to_string())
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// `map` after `commands`; a value that cannot be is kept as text in its field.
pub(super) fn carried_out_or_kept(
    map: &FamilyMap,
    commands: Vec<Command>,
) -> Result<FamilyMap, Refusal> {
    let mut map = map.clone();
    for command in commands {
        let kept = kept_of(&command);
        // How a union ended is so, whenever that was.
        if let Command::EditUnion(id, UnionEdit::End(ending, Some(_))) = &command {
            let ended = Command::EditUnion(id.clone(), UnionEdit::End(*ending, None));
            map = carried_out(&map, vec![ended])?;
        }
        map = match (carried_out(&map, vec![command]), kept) {
            (Ok(map), _) => map,
            (Err(refusal @ Refusal::Gone(_)), _) | (Err(refusal), None) => return Err(refusal),
            (Err(_), Some(kept)) => {
                let mut map = map;
                for (field, text) in kept {
                    map = carried_out(&map, as_text(&map, &field, &text)?)?;
                }
                map
            }
        };
    }
    Ok(map)
}

impl Document {
    /// Writes `text` in `field`: what it means, or the text itself where it is not understood or
    /// cannot be. All that is written in one visit is one step.
    ///
    /// # Errors
    ///
    /// When what the field belongs to is gone, or the text is too long for any file.
    pub fn write(
        &mut self,
        visit: VisitId,
        field: &Field,
        text: &str,
        reader: &Reader,
    ) -> Result<(), Refusal> {
        let map = reader.written_down(self.visit_base(visit), field, text)?;
        self.put_in_visit(visit, label(field), map);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
