//! What is written in a field, read and kept.
//!
//! A text that means something becomes a value. One that does not, or that cannot be, stays what it
//! is: text, in the map and in the file, until it is understood or taken away.

mod place;

use super::visit::carried_out;
use super::{Command, Document, PersonEdit, Refusal, UnionEdit, VisitId};
use crate::i18n::{Message, Texts};
use crate::model::{
    Date, Entry, EntryField, FamilyMap, Field, GoingOn, HouseholdField, Moment, PartialDate,
    PersonField, RelationField, StayField, StrengthField, UnionField, Vital,
};
use place::{Kind, Value};

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
        match place::get(map, field) {
            None => String::new(),
            Some(Value::Words(text)) => text,
            Some(Value::Date(date)) => date.map(|it| it.to_string()).unwrap_or_default(),
            Some(Value::Moment(moment)) => moment.map(|it| self.moment(it)).unwrap_or_default(),
            // As every other date is written: day before month.
            Some(Value::Day(day)) => {
                day.map(|it| PartialDate::Exactly(it).to_string()).unwrap_or_default()
            }
            Some(Value::Number(count)) => count.map(|it| it.to_string()).unwrap_or_default(),
        }
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
        if let Some(put) = still_there(map, field, trimmed) {
            return Some(vec![put, Command::SetUnread(field.clone(), None)]);
        }
        let value = match place::kind(field) {
            Kind::Line => Value::Words(trimmed.to_owned()),
            Kind::Text => Value::Words(text.to_owned()),
            Kind::Date => Value::Date(optional(trimmed, |text| self.read_date(text))?),
            Kind::Moment => Value::Moment(optional(trimmed, |text| self.read_moment(text))?),
            Kind::Day => Value::Day(optional(trimmed, |text| self.read_day(text))?),
            Kind::Number => Value::Number(optional(trimmed, read_number)?),
        };
        let mut put = place::put(map, field, value)?;
        if matches!(field, Field::Entry(_, EntryField::Until)) {
            self.end_when_over(map, &mut put);
        }
        Some(vec![put, Command::SetUnread(field.clone(), None)])
    }

    /// What is said to have ended before today does not go on.
    fn end_when_over(&self, map: &FamilyMap, put: &mut Command) {
        let Command::PutEntry(bearer, entry) = put else { return };
        **entry = (**entry).clone().over_when_ended(map.bearing_person(bearer), self.today);
    }

    /// A day, or a month or year without more; "around" is none.
    fn read_day(&self, text: &str) -> Option<Date> {
        match self.read_date(text)? {
            PartialDate::Exactly(date) => Some(date),
            _ => None,
        }
    }
}

/// How many: at least one.
fn read_number(text: &str) -> Option<u16> {
    text.parse().ok().filter(|count| 0 < *count)
}

/// Nothing for an empty text, else what `read` makes of it; `None` where that is nothing.
#[expect(clippy::option_option, reason = "not understood, and understood as nothing")]
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

/// What keeps `text` in `field` as text. A date that stood there is no longer said; a name or another
/// text stays until there is a better one.
fn as_text(map: &FamilyMap, field: &Field, text: &str) -> Result<Vec<Command>, Refusal> {
    if !map.has_field(field) {
        return Err(Refusal::Gone(field.of().to_owned()));
    }
    let nothing = place::kind(field).nothing();
    let emptied = nothing.and_then(|nothing| place::put(map, field, nothing));
    let keep = Command::SetUnread(field.clone(), Some(text.to_owned()));
    Ok(emptied.into_iter().chain([keep]).collect())
}

/// "Until now": there is no end; it is there still.
fn still_there(map: &FamilyMap, field: &Field, text: &str) -> Option<Command> {
    let Field::Entry(id, EntryField::Until) = field else { return None };
    let is_now = ["nu", "nog steeds", "heden", "now", "still"].contains(&&*text.to_lowercase());
    let (bearer, entry) = map.entry(id).filter(|_| is_now)?;
    let entry = Entry { until: None, going_on: GoingOn::Now, ..entry.clone() };
    Some(Command::PutEntry(bearer, Box::new(entry)))
}

/// The fields that limit what `field` can say, and are limited by it.
fn beside(field: &Field) -> Vec<Field> {
    let stay = [StayField::From, StayField::Until];
    let all: Vec<Field> = match field {
        Field::Map(_) | Field::Support(..) | Field::Goal(..) => Vec::new(),
        Field::Household(id, _) => [HouseholdField::From, HouseholdField::Until]
            .map(|it| Field::Household(id.clone(), it))
            .into(),
        Field::Person(id, _) => {
            [PersonField::Born, PersonField::Died].map(|it| Field::Person(id.clone(), it)).into()
        }
        Field::Union(id, _) => [UnionField::From, UnionField::Until, UnionField::TogetherAgain]
            .map(|it| Field::Union(id.clone(), it))
            .into(),
        Field::Entry(id, _) => {
            [EntryField::Since, EntryField::Until].map(|it| Field::Entry(id.clone(), it)).into()
        }
        Field::Strength(id, _) => [StrengthField::Since, StrengthField::Until]
            .map(|it| Field::Strength(id.clone(), it))
            .into(),
        Field::Relation(id, _) => [RelationField::Since, RelationField::Until]
            .map(|it| Field::Relation(id.clone(), it))
            .into(),
        Field::Child(id, of, _) => stay.map(|it| Field::Child(id.clone(), of.clone(), it)).into(),
        Field::ChildWith(id, of, parent, _) => {
            stay.map(|it| Field::ChildWith(id.clone(), of.clone(), parent.clone(), it)).into()
        }
        Field::Housemate(id, of, _) => {
            stay.map(|it| Field::Housemate(id.clone(), of.clone(), it)).into()
        }
        Field::Tie(id, to, _) => stay.map(|it| Field::Tie(id.clone(), to.clone(), it)).into(),
    };
    all.into_iter().filter(|it| it != field).collect()
}

/// The message that says what a field understands.
const fn hint(field: &Field) -> &'static str {
    match place::kind(field) {
        Kind::Moment => "moment-hint",
        Kind::Day => "day-hint",
        Kind::Number => "number-hint",
        Kind::Line | Kind::Text | Kind::Date => "date-hint",
    }
}

fn label(field: &Field) -> Message {
    Message::new(match field {
        Field::Map(_) => "edit-map",
        Field::Person(
            _,
            PersonField::Name
            | PersonField::BirthName
            | PersonField::GivenNames
            | PersonField::Also,
        ) => "edit-name",
        Field::Person(_, PersonField::Born | PersonField::Died) => "edit-dates",
        Field::Person(_, PersonField::HowMany) => "edit-life",
        Field::Person(..) => "edit-notes",
        Field::Union(..) => "edit-union",
        Field::Entry(..) => "edit-entry",
        Field::Strength(..) => "edit-strength",
        Field::Relation(..) => "edit-relation",
        Field::Household(..) | Field::Housemate(..) => "edit-household",
        Field::Support(..) | Field::Tie(..) => "edit-support",
        Field::Goal(..) => "edit-goal",
        Field::Child(..) | Field::ChildWith(..) => "edit-children",
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
