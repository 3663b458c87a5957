//! What each field holds, and which command puts something else there: one row a field.

use crate::document::{Command, MapEdit, PersonEdit, UnionEdit};
use crate::model::{
    BondWith, Child, Crowd, Date, Entry, EntryField, FamilyMap, Field, Goal, GoalField, Household,
    HouseholdField, Housemate, MapField, Moment, Name, Note, PartialDate, Person, PersonField,
    Relation, RelationField, StayField, Strength, StrengthField, Support, SupportField, SupportTie,
    Union, UnionField, Vital,
};

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Words, kept as they are written.
    Words(String),
    /// When something was.
    Date(Option<PartialDate>),
    /// When in a life something was.
    Moment(Option<Moment>),
    /// A day of the calendar.
    Day(Option<Date>),
    /// How many.
    Number(Option<u16>),
}

/// What is read in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words, without the white space around them.
    Line,
    /// Words as they are.
    Text,
    /// A date, as exact as it is known.
    Date,
    /// A moment in a life.
    Moment,
    /// A day of the calendar.
    Day,
    /// How many.
    Number,
}

impl Kind {
    /// Nothing in a field of this kind, where that is not simply empty words.
    pub(super) const fn nothing(self) -> Option<Value> {
        match self {
            Self::Line | Self::Text => None,
            Self::Date => Some(Value::Date(None)),
            Self::Moment => Some(Value::Moment(None)),
            Self::Day => Some(Value::Day(None)),
            Self::Number => Some(Value::Number(None)),
        }
    }
}

/// What is read in `field`.
pub(super) const fn kind(field: &Field) -> Kind {
    match field {
        Field::Map(MapField::Title)
        | Field::Person(
            _,
            PersonField::Name
            | PersonField::BirthName
            | PersonField::GivenNames
            | PersonField::Also,
        )
        | Field::Household(_, HouseholdField::Name)
        | Field::Support(_, SupportField::Name | SupportField::Words) => Kind::Line,
        Field::Person(_, PersonField::HowMany) => Kind::Number,
        Field::Map(MapField::ThrowAway | MapField::Today) => Kind::Day,
        Field::Map(MapField::Wish | MapField::Dream)
        | Field::Person(
            _,
            PersonField::Notes
            | PersonField::CoachNotes
            | PersonField::Wish
            | PersonField::CauseOfDeath
            | PersonField::Origin
            | PersonField::Language
            | PersonField::Faith
            | PersonField::Work,
        )
        | Field::Union(_, UnionField::Notes)
        | Field::Entry(_, EntryField::Words | EntryField::Helped | EntryField::AccordingTo)
        | Field::Strength(_, StrengthField::Words | StrengthField::AccordingTo)
        | Field::Relation(_, RelationField::AccordingTo | RelationField::Notes)
        | Field::Household(_, HouseholdField::Notes)
        | Field::Support(_, SupportField::Notes)
        | Field::Goal(_, GoalField::Text | GoalField::FirstStep | GoalField::Helper) => Kind::Text,
        Field::Person(_, PersonField::Born | PersonField::Died)
        | Field::Union(_, UnionField::From | UnionField::Until | UnionField::TogetherAgain)
        | Field::Relation(_, RelationField::Since | RelationField::Until)
        | Field::Goal(_, GoalField::By)
        | Field::Household(_, HouseholdField::From | HouseholdField::Until)
        | Field::Child(..)
        | Field::ChildWith(..)
        | Field::Housemate(..)
        | Field::Tie(..) => Kind::Date,
        Field::Entry(_, EntryField::Since | EntryField::Until)
        | Field::Strength(_, StrengthField::Since | StrengthField::Until) => Kind::Moment,
    }
}

/// What stands in `field`; `None` where what it belongs to is gone.
pub(super) fn get(map: &FamilyMap, field: &Field) -> Option<Value> {
    Some(match field {
        Field::Map(MapField::Title) => words(&map.title),
        Field::Map(MapField::Wish) => words(&map.wish),
        Field::Map(MapField::Dream) => words(&map.dream),
        Field::Map(MapField::ThrowAway) => Value::Day(map.throw_away),
        Field::Map(MapField::Today) => Value::Day(map.today),
        Field::Person(id, field) => of_person(map.person(id)?, *field),
        Field::Union(id, field) => of_union(map.union(id)?, *field),
        Field::Entry(id, field) => of_entry(map.entry(id)?.1, *field),
        Field::Strength(id, field) => of_strength(map.strength(id)?.1, *field),
        Field::Relation(id, field) => {
            let it = map.relations.get(id)?;
            match field {
                RelationField::Since => Value::Date(it.since),
                RelationField::Until => Value::Date(it.until),
                RelationField::AccordingTo => words(&it.according_to),
                RelationField::Notes => words(note(&it.notes, Whom::All)),
            }
        }
        Field::Household(id, field) => {
            let it = map.households.get(id)?;
            match field {
                HouseholdField::Name => words(&it.name),
                HouseholdField::From => Value::Date(it.from),
                HouseholdField::Until => Value::Date(it.until),
                HouseholdField::Notes => words(note(&it.notes, Whom::All)),
            }
        }
        Field::Support(id, field) => of_support(map.supports.get(id)?, *field),
        Field::Goal(id, field) => {
            let it = map.goals.get(id)?;
            match field {
                GoalField::Text => words(&it.text),
                GoalField::FirstStep => words(&it.first_step),
                GoalField::By => Value::Date(it.by),
                GoalField::Helper => words(&it.helper),
            }
        }
        Field::Child(id, person, end) => {
            let it = map.union(id)?.child(person)?;
            Value::Date(end_of(*end, (it.from, it.until)))
        }
        Field::ChildWith(id, person, parent, end) => {
            let it = map.union(id)?.child(person)?.with.get(parent)?;
            Value::Date(end_of(*end, (it.from, it.until)))
        }
        Field::Housemate(id, person, end) => {
            let it = map.households.get(id)?.members.iter().find(|it| it.person == *person)?;
            Value::Date(end_of(*end, (it.from, it.until)))
        }
        Field::Tie(id, to, end) => {
            let it = map.supports.get(id)?.ties.iter().find(|it| it.to == *to)?;
            Value::Date(end_of(*end, (it.from, it.until)))
        }
    })
}

fn words(text: &str) -> Value {
    Value::Words(text.to_owned())
}

fn of_support(it: &Support, field: SupportField) -> Value {
    match field {
        SupportField::Name => words(&it.name),
        SupportField::Words => words(&it.words),
        SupportField::Notes => words(note(&it.notes, Whom::All)),
    }
}

fn of_union(it: &Union, field: UnionField) -> Value {
    match field {
        UnionField::From => Value::Date(it.from),
        UnionField::Until => Value::Date(it.until),
        UnionField::TogetherAgain => Value::Date(it.together_again),
        UnionField::Notes => words(note(&it.notes, Whom::All)),
    }
}

fn of_entry(it: &Entry, field: EntryField) -> Value {
    match field {
        EntryField::Since => Value::Moment(it.since),
        EntryField::Until => Value::Moment(it.until),
        EntryField::Words => words(&it.words),
        EntryField::Helped => words(&it.helped),
        EntryField::AccordingTo => words(&it.according_to),
    }
}

fn of_strength(it: &Strength, field: StrengthField) -> Value {
    match field {
        StrengthField::Since => Value::Moment(it.since),
        StrengthField::Until => Value::Moment(it.until),
        StrengthField::Words => words(&it.words),
        StrengthField::AccordingTo => words(&it.according_to),
    }
}

fn of_person(it: &Person, field: PersonField) -> Value {
    match field {
        PersonField::Name => Value::Words(named(&it.name)),
        PersonField::BirthName => words(&it.name.birth),
        PersonField::GivenNames => words(&it.name.given),
        PersonField::Also => words(&it.name.other),
        PersonField::Born => Value::Date(it.birth),
        PersonField::Died => Value::Date(it.death()),
        PersonField::Notes => words(note(&it.notes, Whom::All)),
        PersonField::CoachNotes => words(note(&it.notes, Whom::Coach)),
        PersonField::Wish => words(it.wishes.first().map_or("", String::as_str)),
        PersonField::CauseOfDeath => words(&it.background.cause_of_death),
        PersonField::Origin => words(&it.background.origin),
        PersonField::Language => words(&it.background.language),
        PersonField::Faith => words(&it.background.faith),
        PersonField::Work => words(&it.background.work),
        PersonField::HowMany => Value::Number(it.stands_for.and_then(|crowd| crowd.count)),
    }
}

/// The command that puts `value` in `field`; `None` where what it belongs to is gone, or where the
/// field holds something of another kind.
pub(super) fn put(map: &FamilyMap, field: &Field, value: Value) -> Option<Command> {
    Some(match (field, value) {
        (Field::Map(MapField::Title), Value::Words(text)) => Command::EditMap(MapEdit::Title(text)),
        (Field::Map(MapField::Wish), Value::Words(text)) => Command::EditMap(MapEdit::Wish(text)),
        (Field::Map(MapField::Dream), Value::Words(text)) => Command::EditMap(MapEdit::Dream(text)),
        (Field::Map(MapField::ThrowAway), Value::Day(day)) => {
            Command::EditMap(MapEdit::ThrowAway(day))
        }
        (Field::Map(MapField::Today), Value::Day(day)) => Command::EditMap(MapEdit::Today(day)),
        (Field::Person(id, field), value) => {
            Command::EditPerson(id.clone(), person_edit(map.person(id), *field, value)?)
        }
        (Field::Union(id, field), value) => {
            Command::EditUnion(id.clone(), union_edit(map.union(id), *field, value)?)
        }
        (Field::Entry(id, field), value) => {
            let (bearer, it) = map.entry(id)?;
            let it = entry_with(it.clone(), *field, value)?;
            Command::PutEntry(bearer, Box::new(it))
        }
        (Field::Strength(id, field), value) => {
            let (bearer, it) = map.strength(id)?;
            let it = strength_with(it.clone(), *field, value)?;
            Command::PutStrength(bearer, Box::new(it))
        }
        (Field::Relation(id, field), value) => {
            let it = map.relations.get(id)?.as_ref().clone();
            Command::PutRelation(id.clone(), Box::new(relation_with(it, *field, value)?))
        }
        (Field::Household(id, field), value) => {
            let it = map.households.get(id)?.as_ref().clone();
            Command::PutHousehold(id.clone(), Box::new(household_with(it, *field, value)?))
        }
        (Field::Support(id, field), Value::Words(text)) => {
            let it = map.supports.get(id)?.as_ref().clone();
            let it = match field {
                SupportField::Name => Support { name: text, ..it },
                SupportField::Words => Support { words: text, ..it },
                SupportField::Notes => Support { notes: noted(it.notes, Whom::All, &text), ..it },
            };
            Command::PutSupport(id.clone(), Box::new(it))
        }
        (Field::Goal(id, field), value) => {
            let it = map.goals.get(id)?.as_ref().clone();
            Command::PutGoal(id.clone(), Box::new(goal_with(it, *field, value)?))
        }
        (
            Field::Child(..) | Field::ChildWith(..) | Field::Housemate(..) | Field::Tie(..),
            Value::Date(date),
        ) => put_stay(map, field, date)?,
        _ => return None,
    })
}

/// The command that begins or ends a stay on `date`.
fn put_stay(map: &FamilyMap, field: &Field, date: Option<PartialDate>) -> Option<Command> {
    Some(match field {
        Field::Child(id, person, end) => {
            let it = map.union(id)?.child(person)?.clone();
            let (from, until) = with_end(*end, date, (it.from, it.until));
            Command::PutChild(id.clone(), Child { from, until, ..it })
        }
        Field::ChildWith(id, person, parent, end) => {
            let mut it = map.union(id)?.child(person)?.clone();
            let BondWith { from, until, .. } = it.with.get_mut(parent)?;
            (*from, *until) = with_end(*end, date, (*from, *until));
            Command::PutChild(id.clone(), it)
        }
        Field::Housemate(id, person, end) => {
            let mut it = map.households.get(id)?.as_ref().clone();
            let mate = it.members.iter_mut().find(|it| it.person == *person)?;
            let Housemate { from, until, .. } = mate;
            (*from, *until) = with_end(*end, date, (*from, *until));
            Command::PutHousehold(id.clone(), Box::new(it))
        }
        Field::Tie(id, to, end) => {
            let mut it = map.supports.get(id)?.as_ref().clone();
            let tie = it.ties.iter_mut().find(|it| it.to == *to)?;
            let SupportTie { from, until, .. } = tie;
            (*from, *until) = with_end(*end, date, (*from, *until));
            Command::PutSupport(id.clone(), Box::new(it))
        }
        _ => return None,
    })
}

fn union_edit(union: Option<&Union>, field: UnionField, value: Value) -> Option<UnionEdit> {
    Some(match (field, value) {
        (UnionField::From, Value::Date(date)) => UnionEdit::From(date),
        (UnionField::Until, Value::Date(date)) => {
            UnionEdit::End(union.and_then(|it| it.ending), date)
        }
        (UnionField::TogetherAgain, Value::Date(date)) => UnionEdit::TogetherAgain(date),
        (UnionField::Notes, Value::Words(text)) => {
            let notes = union.map(|it| it.notes.clone()).unwrap_or_default();
            UnionEdit::Notes(noted(notes, Whom::All, &text))
        }
        _ => return None,
    })
}

fn household_with(it: Household, field: HouseholdField, value: Value) -> Option<Household> {
    Some(match (field, value) {
        (HouseholdField::Name, Value::Words(name)) => Household { name, ..it },
        (HouseholdField::From, Value::Date(from)) => Household { from, ..it },
        (HouseholdField::Until, Value::Date(until)) => Household { until, ..it },
        (HouseholdField::Notes, Value::Words(text)) => {
            Household { notes: noted(it.notes, Whom::All, &text), ..it }
        }
        _ => return None,
    })
}

fn goal_with(it: Goal, field: GoalField, value: Value) -> Option<Goal> {
    Some(match (field, value) {
        (GoalField::Text, Value::Words(text)) => Goal { text, ..it },
        (GoalField::FirstStep, Value::Words(first_step)) => Goal { first_step, ..it },
        (GoalField::Helper, Value::Words(helper)) => Goal { helper, ..it },
        (GoalField::By, Value::Date(by)) => Goal { by, ..it },
        _ => return None,
    })
}

/// What stands in the field of the name: not the name at birth, nor what else belongs to it, which have
/// fields of their own.
fn named(name: &Name) -> String {
    Name { birth: String::new(), other: String::new(), ..name.clone() }.full()
}

fn person_edit(person: Option<&Person>, field: PersonField, value: Value) -> Option<PersonEdit> {
    let name = || person.map(|it| it.name.clone()).unwrap_or_default();
    let notes = || person.map(|it| it.notes.clone()).unwrap_or_default();
    Some(match (field, value) {
        // What is shown already stays where it is: given names may be shown for want of a call name.
        (PersonField::Name, Value::Words(text)) if text == named(&name()) => {
            PersonEdit::Name(name())
        }
        (PersonField::Name, Value::Words(text)) => {
            let other = name().other;
            PersonEdit::Name(Name { other, ..name().written_over(&text) })
        }
        (PersonField::BirthName, Value::Words(birth)) => PersonEdit::Name(Name { birth, ..name() }),
        (PersonField::GivenNames, Value::Words(given)) => {
            PersonEdit::Name(Name { given, ..name() })
        }
        (PersonField::Also, Value::Words(other)) => PersonEdit::Name(Name { other, ..name() }),
        // Whoever was never born is not dead either once no day of death is said.
        (PersonField::Died, Value::Date(None)) if person.is_some_and(|it| !it.holds_facts()) => {
            PersonEdit::Vital(Vital::Living)
        }
        (PersonField::Born, Value::Date(date)) => PersonEdit::Birth(date),
        (PersonField::Died, Value::Date(date)) => PersonEdit::Vital(Vital::Dead(date)),
        (PersonField::HowMany, Value::Number(count)) => {
            PersonEdit::StandsFor(Some(Crowd { count }))
        }
        (PersonField::Notes, Value::Words(text)) => {
            PersonEdit::Notes(noted(notes(), Whom::All, &text))
        }
        (PersonField::CoachNotes, Value::Words(text)) => {
            PersonEdit::Notes(noted(notes(), Whom::Coach, &text))
        }
        (PersonField::Wish, Value::Words(text)) => {
            let mut wishes = person.map(|it| it.wishes.clone()).unwrap_or_default();
            if !wishes.is_empty() {
                wishes.remove(0);
            }
            if !text.trim().is_empty() {
                wishes.insert(0, text);
            }
            PersonEdit::Wishes(wishes)
        }
        (field, Value::Words(text)) => {
            let mut it = person.map(|it| it.background.clone()).unwrap_or_default();
            let part = match field {
                PersonField::CauseOfDeath => &mut it.cause_of_death,
                PersonField::Origin => &mut it.origin,
                PersonField::Language => &mut it.language,
                PersonField::Faith => &mut it.faith,
                PersonField::Work => &mut it.work,
                _ => return None,
            };
            *part = text;
            PersonEdit::Background(Box::new(it))
        }
        _ => return None,
    })
}

fn entry_with(it: Entry, field: EntryField, value: Value) -> Option<Entry> {
    Some(match (field, value) {
        (EntryField::Since, Value::Moment(since)) => Entry { since, ..it },
        (EntryField::Until, Value::Moment(until)) => Entry { until, ..it },
        (EntryField::Words, Value::Words(words)) => Entry { words, ..it },
        (EntryField::Helped, Value::Words(helped)) => Entry { helped, ..it },
        (EntryField::AccordingTo, Value::Words(according_to)) => Entry { according_to, ..it },
        _ => return None,
    })
}

fn strength_with(it: Strength, field: StrengthField, value: Value) -> Option<Strength> {
    Some(match (field, value) {
        (StrengthField::Since, Value::Moment(since)) => Strength { since, ..it },
        (StrengthField::Until, Value::Moment(until)) => Strength { until, ..it },
        (StrengthField::Words, Value::Words(words)) => Strength { words, ..it },
        (StrengthField::AccordingTo, Value::Words(according_to)) => Strength { according_to, ..it },
        _ => return None,
    })
}

fn relation_with(it: Relation, field: RelationField, value: Value) -> Option<Relation> {
    Some(match (field, value) {
        (RelationField::Since, Value::Date(since)) => Relation { since, ..it },
        (RelationField::Until, Value::Date(until)) => Relation { until, ..it },
        (RelationField::AccordingTo, Value::Words(according_to)) => Relation { according_to, ..it },
        (RelationField::Notes, Value::Words(text)) => {
            Relation { notes: noted(it.notes, Whom::All, &text), ..it }
        }
        _ => return None,
    })
}

const fn end_of(
    end: StayField,
    (from, until): (Option<PartialDate>, Option<PartialDate>),
) -> Option<PartialDate> {
    match end {
        StayField::From => from,
        StayField::Until => until,
    }
}

const fn with_end(
    end: StayField,
    date: Option<PartialDate>,
    (from, until): (Option<PartialDate>, Option<PartialDate>),
) -> (Option<PartialDate>, Option<PartialDate>) {
    match end {
        StayField::From => (date, until),
        StayField::Until => (from, date),
    }
}

/// Whose eyes a note is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    All,
    Coach,
}

impl Whom {
    fn may_read(self, note: &Note) -> bool {
        note.for_coach == (self == Self::Coach)
    }
}

/// The first note for `whom`.
fn note(notes: &[Note], whom: Whom) -> &str {
    notes.iter().find(|it| whom.may_read(it)).map_or("", |it| it.text.as_str())
}

/// `notes` with the first for `whom` now `text`; an empty one goes.
fn noted(mut notes: Vec<Note>, whom: Whom, text: &str) -> Vec<Note> {
    let open = notes.iter().position(|it| whom.may_read(it));
    let fresh = Note { for_coach: whom == Whom::Coach, ..Note::default() };
    let old = open.map_or(fresh, |at| notes.remove(at));
    if !text.trim().is_empty() {
        let at = open.unwrap_or(notes.len());
        notes.insert(at, Note { text: text.to_owned(), ..old });
    }
    notes
}
