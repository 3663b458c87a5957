use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::Named;
use crate::file;
use crate::i18n::Lang;
use crate::model::{
    Bearer, Bond, Effect, Entry, EntryId, Goal, GoalId, GoalState, Household, HouseholdId,
    Housemate, KindId, MapField, Party, Person, PersonId, Relation, RelationId, Strength,
    StrengthId, Support, SupportId, SupportTie, Supported, UnionId, Whose,
};

fn reader() -> Reader {
    let today = Date::parse("2026-11-21").expect("a date");
    Reader { texts: Texts::new(Lang::Nl), today }
}

/// Anna, her partner with whom she has a union, and a problem of hers.
fn family() -> (Document, PersonId, UnionId, EntryId) {
    let mut document = Document::new(FamilyMap::default());
    let anna = document.new_person_id();
    document.execute(Command::AddPerson(anna.clone(), Box::default())).expect("an empty map");
    let (_, union) = document.add_partner(&anna, Person::default()).expect("Anna is there");
    let id = document.new_entry_id();
    let entry = Entry::new(id.clone(), KindId::numbered("kind", 1));
    let put = Command::PutEntry(Bearer::Person(anna.clone()), Box::new(entry));
    document.execute(put).expect("Anna is there");
    // Nothing to undo: this is where it begins.
    (Document::new(document.map_to_save()), anna, union, id)
}

/// Types `text` letter by letter in one visit.
fn type_in(document: &mut Document, field: &Field, text: &str) -> VisitId {
    let visit = VisitId::fresh();
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    for end in ends {
        let so_far = text.get(..end).expect("a letter ends here");
        document.write(visit, field, so_far, &reader()).expect("it is there");
        assert_eq!(
            reader().written(document.map(), field).trim(),
            spelled(field, so_far).trim(),
            "{so_far:?} of {text:?} is in the document at once"
        );
    }
    visit
}

/// As `field` shows what it understood of `text`.
fn spelled(field: &Field, text: &str) -> String {
    let Reader { texts, today } = reader();
    let shown = match field {
        Field::Entry(_, EntryField::Since | EntryField::Until) => {
            Moment::from_typed(text, today).map(|moment| moment.in_words(texts))
        }
        _ => PartialDate::from_typed(text, today).map(|date| date.to_string()),
    };
    shown.unwrap_or_else(|| text.to_owned())
}

#[test]
fn a_visit_is_one_step_and_none_when_nothing_came_of_it() {
    let (mut document, anna, ..) = family();
    let field = Field::Person(anna, PersonField::Notes);
    let (before, revision) = (document.shared_map(), document.revision());
    document.mark_saved(&before);
    let visit = type_in(&mut document, &field, "Belt elke dag");
    assert!(document.is_unsaved());
    let after = document.shared_map();
    assert!(document.undo().is_some());
    assert_eq!(document.map(), &*before, "the whole visit at once");
    document.redo();
    assert_eq!(document.map(), &*after);
    document.write(visit, &field, "Belt nooit", &reader()).expect("it is there");
    document.undo();
    assert_eq!(document.map(), &*after, "after something else it is another step");
    document.undo();
    let steps = document.past.len();
    let visit = type_in(&mut document, &field, "x");
    document.write(visit, &field, "", &reader()).expect("it is there");
    assert_eq!((document.past.len(), document.revision()), (steps, revision), "no step is left");
    assert!(!document.is_unsaved() && document.redo_label().is_some(), "as if nothing was typed");
}

#[test]
fn typing_back_to_what_is_saved_leaves_nothing_to_save() {
    let (mut document, anna, ..) = family();
    let field = Field::Person(anna, PersonField::Notes);
    let visit = type_in(&mut document, &field, "Belt");
    let saved = document.shared_map();
    document.mark_saved(&saved);
    document.write(visit, &field, "Belt!", &reader()).expect("it is there");
    assert!(document.is_unsaved());
    document.write(visit, &field, "Belt", &reader()).expect("it is there");
    assert!(!document.is_unsaved());
    document.undo();
    assert!(document.is_unsaved());
}

#[test]
fn what_is_not_understood_stays_until_it_is() {
    let (mut document, anna, union, entry) = family();
    for field in [
        Field::Person(anna.clone(), PersonField::Born),
        Field::Person(anna, PersonField::Died),
        Field::Union(union.clone(), UnionField::From),
        Field::Union(union.clone(), UnionField::Until),
        Field::Union(union, UnionField::TogetherAgain),
        Field::Entry(entry.clone(), EntryField::Since),
        Field::Entry(entry, EntryField::Until),
    ] {
        type_in(&mut document, &field, "rond de oorlog");
        let why = reader().why_unread(document.map(), &field);
        assert!(matches!(why, Some(Unread::NotUnderstood(_))), "{field:?}: {why:?}");
        let visit = type_in(&mut document, &field, "1987");
        assert_eq!(reader().why_unread(document.map(), &field), None);
        assert_eq!(reader().written(document.map(), &field), "1987");
        document.write(visit, &field, "", &reader()).expect("it is there");
        assert_eq!(reader().written(document.map(), &field), "");
        document.write(visit, &field, "1987", &reader()).expect("it is there");
    }
    assert!(document.map().unread.is_empty());
}

#[test]
fn what_cannot_be_stays_and_is_read_again_when_it_can() {
    let (mut document, anna, union, entry) = family();
    let person = |field| Field::Person(anna.clone(), field);
    let of_union = |field| Field::Union(union.clone(), field);
    let of_entry = |field| Field::Entry(entry.clone(), field);
    for [first, second] in [
        [person(PersonField::Born), person(PersonField::Died)],
        [of_union(UnionField::From), of_union(UnionField::Until)],
        [of_entry(EntryField::Since), of_entry(EntryField::Until)],
    ] {
        type_in(&mut document, &first, "1990");
        type_in(&mut document, &second, "1980");
        let why = reader().why_unread(document.map(), &second);
        assert!(matches!(why, Some(Unread::CannotBe(_))), "{second:?}: {why:?}");
        type_in(&mut document, &first, "1970");
        assert_eq!(reader().why_unread(document.map(), &second), None, "{second:?}");
        assert_eq!(reader().written(document.map(), &second), "1980");
        document.undo();
        assert_eq!(document.map().unread(&second), Some("1980"), "undo brings the text back");
    }
}

#[test]
fn a_name_that_is_too_long_is_kept_and_said() {
    let (mut document, anna, ..) = family();
    let long = "Anna ".repeat(400);
    for field in [Field::Person(anna, PersonField::Name), Field::Map(MapField::Title)] {
        let visit = VisitId::fresh();
        document.write(visit, &field, &long, &reader()).expect("kept");
        assert_eq!(reader().written(document.map(), &field), long);
        let why = reader().why_unread(document.map(), &field);
        assert!(matches!(why, Some(Unread::CannotBe(Refusal::TooLong { .. }))), "{why:?}");
        document.write(visit, &field, "Anna", &reader()).expect("kept");
        assert_eq!(reader().why_unread(document.map(), &field), None);
    }
    assert!(document.map().unread.is_empty());
}

#[test]
fn texts_go_with_their_owner_and_come_back_with_it() {
    let (mut document, anna, union, entry) = family();
    for field in [
        Field::Person(anna.clone(), PersonField::Born),
        Field::Union(union, UnionField::From),
        Field::Entry(entry, EntryField::Since),
    ] {
        type_in(&mut document, &field, "in de winter");
    }
    let before = document.shared_map();
    document.execute(Command::RemovePerson(anna)).expect("she is there");
    assert!(document.map().unread.is_empty(), "{:?}", document.map().unread);
    document.undo();
    assert_eq!(document.map(), &*before);
}

#[test]
fn a_half_typed_line_leaves_nothing_behind() {
    let (mut document, anna, ..) = family();
    let (piet, union) = document.add_partner(&anna, Person::default()).expect("Anna is there");
    let steps = document.past.len();
    let visit = VisitId::fresh();
    document.join_visit(visit);
    let added = document.shared_map();
    for text in ["P", "Piet", "Piet 1983", "Piet 1983 m ex2010", "Piet 1983", "Piet 198", "Piet"] {
        document
            .set_typed_in_visit(visit, Named::new(&piet, Some(&anna)), text, reader().today)
            .expect("he is there");
    }
    let person = document.map().person(&piet).expect("he is there");
    assert_eq!((person.name.short(), person.birth), ("Piet", None));
    assert_eq!(document.map().union(&union).and_then(|it| it.until), None);
    assert_eq!(document.past.len(), steps, "one step with what put him on the map");
    document
        .set_typed_in_visit(visit, Named::new(&piet, Some(&anna)), "", reader().today)
        .expect("he is there");
    assert_eq!(document.map(), &*added, "as before the first letter");
    document.undo();
    assert!(document.map().person(&piet).is_none());
}

#[test]
fn what_a_line_says_and_cannot_be_stays_in_the_line() {
    let (mut document, anna, ..) = family();
    let (visit, today) = (VisitId::fresh(), reader().today);
    let line = "Anna 1990 †1980";
    let named = Named::new(&anna, None);
    let heard = document.set_typed_in_visit(visit, named, line, today).expect("she is there");
    let person = document.map().person(&anna).expect("she is there");
    assert_eq!(person.name.full(), "Anna †1980", "nothing is lost");
    assert!(!person.is_dead() && 1 < heard.chips.len(), "{heard:?}");
}

/// What somebody does at the table.
#[derive(Clone, Debug)]
enum Act {
    /// Types a letter, or takes one away, in a field.
    Letter(usize, Option<char>),
    /// Leaves the field.
    Leave,
    Undo,
    Redo,
    /// Saves, and maybe opens again.
    Save(bool),
    AddSibling,
}

/// A household, a support, a line, a goal and a strength of Anna's.
/// Somebody who helps, and nothing more.
fn helping(tie: SupportTie) -> Support {
    Support {
        kind: KindId::numbered("kind", 2),
        name: String::new(),
        words: String::new(),
        areas: Vec::new(),
        ties: vec![tie],
        notes: Vec::new(),
    }
}

fn ties(
    anna: &PersonId,
    piet: &PersonId,
    home: HouseholdId,
    support: SupportId,
    entry: EntryId,
) -> Vec<Command> {
    let to_anna = SupportTie {
        to: Supported::Person(anna.clone()),
        effect: Effect::Helps,
        help: std::collections::BTreeSet::new(),
        from: None,
        until: None,
        ended: false,
    };
    vec![
        Command::PutHousehold(
            home.clone(),
            Box::new(Household {
                members: vec![Housemate { person: anna.clone(), from: None, until: None }],
                ..Household::default()
            }),
        ),
        Command::PutSupport(support, Box::new(helping(to_anna))),
        Command::PutRelation(
            RelationId::numbered("r", 90),
            Box::new(Relation::new(
                anna.clone(),
                Party::Person(piet.clone()),
                KindId::numbered("kind", 3),
            )),
        ),
        Command::PutGoal(
            GoalId::numbered("g", 90),
            Box::new(Goal {
                text: String::new(),
                first_step: String::new(),
                by: None,
                helper: String::new(),
                supports: std::collections::BTreeSet::new(),
                answers: vec![entry],
                whose: Whose::Household(home),
                state: GoalState::Open,
                set_on: None,
                closed_on: None,
            }),
        ),
        Command::PutStrength(
            Bearer::Person(anna.clone()),
            Box::new(Strength::new(StrengthId::numbered("k", 90), KindId::numbered("kind", 4))),
        ),
    ]
}

/// The same family with one of everything that has fields.
fn everything() -> (Document, PersonId) {
    let (mut document, anna, union, entry) = family();
    let child = Document::add_child;
    let of = crate::document::ChildOf::Union(union);
    child(&mut document, &of, Bond::Foster, Person::default()).expect("the union is there");
    let home = HouseholdId::numbered("h", 90);
    let support = SupportId::numbered("s", 90);
    let piet = document.map().people.keys().find(|id| **id != anna).cloned().expect("two of them");
    let commands = ties(&anna, &piet, home, support, entry);
    for command in commands {
        document.execute(command).expect("all of it is there");
    }
    (Document::new(document.map_to_save()), anna)
}

#[test]
fn there_is_a_field_of_every_kind_and_each_holds_what_is_written() {
    let (document, _) = everything();
    let kinds: std::collections::BTreeSet<_> = document
        .map()
        .fields()
        .iter()
        .map(std::mem::discriminant)
        .map(|it| format!("{it:?}"))
        .collect();
    assert_eq!(kinds.len(), 12, "one of each kind of field");
    for field in document.map().fields() {
        let mut document = Document::new(document.map_to_save());
        let text = match place::kind(&field) {
            Kind::Line | Kind::Text => "drie woorden hier",
            Kind::Date | Kind::Day => "1999",
            Kind::Moment => "19",
            Kind::Number => "3",
        };
        document.write(VisitId::fresh(), &field, text, &reader()).expect("it is there");
        let shown = reader().written(document.map(), &field);
        assert!(shown.starts_with(text), "{field:?}: {shown}");
        assert_eq!(reader().why_unread(document.map(), &field), None, "{field:?}");
        let bytes = file::to_bytes(&document.map_to_save()).expect("it can be saved");
        let opened = file::open(&bytes).expect("it opens");
        assert_eq!(reader().written(&opened, &field), shown, "{field:?} is in the file");
        // What means nothing stays as it is, with the reason.
        if place::kind(&field).nothing().is_some() {
            document.write(VisitId::fresh(), &field, "ooit eens", &reader()).expect("there");
            assert_eq!(reader().written(document.map(), &field), "ooit eens");
            assert!(reader().why_unread(document.map(), &field).is_some(), "{field:?}");
        }
    }
}

fn any_act() -> impl Strategy<Value = Act> {
    let letter = prop::sample::select("0123456789-±<> abénk".chars().collect::<Vec<_>>());
    prop_oneof![
        12 => (0..1_000_usize, prop::option::weighted(0.85, letter))
            .prop_map(|(field, letter)| Act::Letter(field, letter)),
        2 => Just(Act::Leave),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => any::<bool>().prop_map(Act::Save),
        1 => Just(Act::AddSibling),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_that_was_typed_is_ever_lost(acts in prop::collection::vec(any_act(), 1..50)) {
        let (mut document, anna) = everything();
        let fields = document.map().fields();
        // The field with the caret, what stands in it, and what everything was before.
        let mut caret: Option<(usize, VisitId, String, Arc<FamilyMap>, usize)> = None;
        for act in acts {
            match act {
                Act::Letter(at, letter) => {
                    let at = at % fields.len();
                    let field = &fields[at];
                    let same = caret.take().filter(|(of, ..)| *of == at);
                    let (_, visit, mut text, before, steps) = same.unwrap_or_else(|| {
                        let text = reader().written(document.map(), field);
                        (at, VisitId::fresh(), text, document.shared_map(), document.past.len())
                    });
                    match letter {
                        Some(letter) => text.push(letter),
                        None => drop(text.pop()),
                    }
                    document.write(visit, field, &text, &reader()).expect("all of it is there");
                    // What is read is the same as what stands there, read again.
                    let shown = reader().written(document.map(), field);
                    let again = reader().written_down(&before, field, &shown).expect("there");
                    prop_assert_eq!(&again, document.map(), "{:?} of {:?}", shown, text);
                    if reader().why_unread(document.map(), field).is_some() {
                        prop_assert_eq!(&shown, &text, "text stays what it is");
                    }
                    prop_assert!(document.past.len() <= steps + 1, "one step at most");
                    if document.past.len() == steps {
                        prop_assert_eq!(document.map(), &*before);
                    }
                    caret = Some((at, visit, text, before, steps));
                }
                Act::Leave => caret = None,
                Act::Undo => {
                    let step = caret.take().filter(|(.., steps)| *steps < document.past.len());
                    document.undo();
                    if let Some((.., before, _)) = step {
                        prop_assert_eq!(document.map(), &*before, "the whole visit");
                    }
                }
                Act::Redo => {
                    caret = None;
                    document.redo();
                }
                Act::Save(reopens) => {
                    let map = document.shared_map();
                    let bytes = file::to_bytes(&document.map_to_save()).expect("it can be saved");
                    let opened = file::open(&bytes).expect("it opens");
                    document.mark_saved(&map);
                    prop_assert!(!document.is_unsaved());
                    prop_assert_eq!(&opened.unread, &document.map().unread);
                    if reopens {
                        caret = None;
                        document = Document::new(opened);
                    }
                }
                Act::AddSibling => {
                    caret = None;
                    document.add_sibling(&anna, Person::default()).expect("Anna is there");
                }
            }
        }
    }
}
