//! What the client said of a theme, and what is looked at, whatever is done to the family.

use proptest::prelude::*;
use rode_draad::document::{ChildOf, Command, Document, Parents};
use rode_draad::file;
use rode_draad::model::{Bearer, Bond, CardId, Entry, KindId, Mark, Person, PersonId, Recognised};

/// What somebody does to the family.
#[derive(Clone, Debug)]
enum Act {
    Parents(usize),
    Partner(usize),
    Child(usize),
    Remove(usize),
    Give(usize),
    Undo,
    Redo,
    SaveAndOpen,
}

fn any_act() -> impl Strategy<Value = Act> {
    let person = 0..40_usize;
    prop_oneof![
        person.clone().prop_map(Act::Parents),
        person.clone().prop_map(Act::Partner),
        person.clone().prop_map(Act::Child),
        person.clone().prop_map(Act::Remove),
        person.prop_map(Act::Give),
        Just(Act::Undo),
        Just(Act::Redo),
        Just(Act::SaveAndOpen),
    ]
}

fn act(document: &mut Document, act: &Act, kind: &KindId) {
    let people: Vec<PersonId> = document.map().people.keys().cloned().collect();
    let one = |at: &usize| people.get(at % people.len().max(1)).cloned();
    // What the map refuses is part of life at the table.
    let done = match act {
        Act::Parents(at) => one(at).map(|id| document.add_parents(&id, Parents::Both).map(|_| ())),
        Act::Partner(at) => {
            one(at).map(|id| document.add_partner(&id, Person::default()).map(|_| ()))
        }
        Act::Child(at) => one(at).map(|id| {
            let of = ChildOf::Person(id);
            document.add_child(&of, Bond::Birth, Person::default()).map(|_| ())
        }),
        Act::Remove(at) => one(at).map(|id| document.execute(Command::RemovePerson(id))),
        Act::Give(at) => one(at).map(|id| {
            let entry = Entry::new(document.new_entry_id(), kind.clone());
            document.execute(Command::PutEntry(Bearer::Person(id), Box::new(entry)))
        }),
        Act::Undo => {
            document.undo();
            None
        }
        Act::Redo => {
            document.redo();
            None
        }
        Act::SaveAndOpen => {
            let bytes = file::to_bytes(&document.map_to_save()).expect("it saves");
            *document = Document::new(file::open(&bytes).expect("it opens"));
            None
        }
    };
    drop(done);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn star_answer_and_strand_survive_any_edit(acts in proptest::collection::vec(any_act(), 1..14)) {
        let example = include_bytes!("../../examples/drie-keer-jong-moeder.familie");
        let mut map = file::open(example).expect("it opens");
        let kind = KindId::new("geld-schulden").expect("an id");
        let card = CardId::new("geld-schulden").expect("an id");
        let mark = Mark {
            recognised: Some(Recognised::Yes),
            pin: Some(1),
            dismissed: false,
            comment: "van oma".to_owned(),
        };
        map.cards.insert(card.clone(), mark.clone());
        let mut document = Document::new(map);
        document.show_strands(vec![card.clone()]);
        for step in &acts {
            act(&mut document, step, &kind);
            prop_assert_eq!(document.map().cards.get(&card), Some(&mark), "after {:?}", step);
            prop_assert_eq!(document.strands(), Some(std::slice::from_ref(&card)));
        }
    }
}
