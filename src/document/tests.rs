use proptest::prelude::*;

use super::*;
use crate::model::{
    Bearer, Bond, Camera, Child, Date, Entry, Household, Housemate, KindId, Name, PartialDate,
    Party, Person, PinnedAt, Relation, StoryScene, Strength, Twins, Union, UnionKind, Vital,
    broken,
};

fn person(name: &str) -> Person {
    Person { name: Name::called(name), ..Person::default() }
}

fn with_focus(name: &str) -> (Document, PersonId) {
    let mut document = Document::new(FamilyMap::default());
    let id = document.new_person_id();
    document
        .execute(Command::AddPerson(id.clone(), Box::new(person(name))))
        .expect("an empty map takes a person");
    (document, id)
}

#[test]
fn parents_come_as_a_couple_and_fill_up_what_is_missing() {
    let (mut document, anna) = with_focus("Anna");
    let mother = document.add_parents(&anna, Parents::One).expect("no parents yet");
    assert_eq!(mother.len(), 1);
    let father = document.add_parents(&anna, Parents::Both).expect("one parent is missing");
    assert_eq!(father.len(), 1, "only the missing one is added");
    let refused = document.add_parents(&anna, Parents::Both);
    assert_eq!(refused, Err(Refusal::HasParents(anna.clone())));
    let (_, home) = document.map().home_union(&anna).expect("parents");
    assert_eq!(home.partners, [mother, father].concat());
}

#[test]
fn a_lone_parents_children_need_no_other_parent() {
    let (mut document, anna) = with_focus("Anna");
    let of = ChildOf::Person(anna.clone());
    let lisa = document.add_child(&of, Bond::Birth, person("Lisa")).expect("a parent");
    let tom = document.add_child(&of, Bond::Birth, person("Tom")).expect("a parent");
    assert_eq!(document.map().people.len(), 3);
    let (lisas, _) = document.map().home_union(&lisa).expect("a parent");
    let (toms, union) = document.map().home_union(&tom).expect("a parent");
    assert_eq!(lisas, toms);
    assert_eq!(union.partners, [anna]);
}

#[test]
fn brothers_and_sisters_invent_no_parents() {
    let (mut document, anna) = with_focus("Anna");
    let bas = document.add_sibling(&anna, person("Bas")).expect("a sibling");
    let cas = document.add_twin(&bas, person("Cas")).expect("a twin");
    let (_, home) = document.map().home_union(&cas).expect("a sibship");
    assert_eq!((home.partners.len(), home.children.len()), (0, 3));
    let (_, twins) = document.map().twins_of(&cas).expect("a birth");
    assert!(twins.people.contains(&bas) && !twins.people.contains(&anna), "{twins:?}");
}

#[test]
fn removing_a_parent_keeps_the_children_together() {
    let (mut document, anna) = with_focus("Anna");
    let bas = document.add_sibling(&anna, person("Bas")).expect("a sibling");
    let parents = document.add_parents(&anna, Parents::Both).expect("no parents yet");
    for parent in &parents {
        document.execute(Command::RemovePerson(parent.clone())).expect("a parent");
    }
    let (_, home) = document.map().home_union(&anna).expect("a sibship");
    assert!(home.partners.is_empty() && home.child(&bas).is_some(), "{home:?}");
    document.execute(Command::RemovePerson(bas)).expect("a brother");
    assert!(document.map().unions.is_empty(), "a sibship of one is none");
}

#[test]
fn refused_commands_change_nothing() {
    let (mut document, anna) = with_focus("Anna");
    let parents = document.add_parents(&anna, Parents::Both).expect("no parents yet");
    let (before, revision) = (document.shared_map(), document.revision());
    let loops = document.link_child(&ChildOf::Person(anna.clone()), Bond::Foster, &parents[0]);
    let (child, parent) = (parents[0].clone(), anna.clone());
    assert_eq!(loops, Err(Refusal::OwnAncestor { child, parent }));
    let year = |year| Date::year_only(year).map(PartialDate::Exactly);
    document
        .execute(Command::EditPerson(anna.clone(), PersonEdit::Birth(year(1985))))
        .expect("a year");
    document.undo();
    let union = document.map().home_union(&anna).expect("parents").0.clone();
    let ends_first = document.execute_all(
        Message::new("edit-union"),
        vec![
            Command::EditUnion(union.clone(), UnionEdit::From(year(2000))),
            Command::EditUnion(union, UnionEdit::End(None, year(1990))),
        ],
    );
    assert_eq!(ends_first, Err(Refusal::EndsBeforeItBegins));
    assert_eq!(*document.shared_map(), *before);
    assert_eq!(document.revision(), revision);
}

#[test]
fn undone_ids_are_not_given_to_somebody_else() {
    let (mut document, anna) = with_focus("Anna");
    let (mo, _) = document.add_partner(&anna, person("Mo")).expect("a partner");
    document.undo();
    let (piet, _) = document.add_partner(&anna, person("Piet")).expect("a partner");
    assert_ne!(mo, piet);
    assert!(document.map_to_save().next_id >= document.map().next_id);
    let mut reopened = Document::new(document.map_to_save());
    assert_ne!(reopened.new_person_id(), mo);
}

#[test]
fn saved_means_this_very_map() {
    let (mut document, anna) = with_focus("Anna");
    assert!(document.is_unsaved());
    let on_disk = document.shared_map();
    document.mark_saved(&on_disk);
    assert!(!document.is_unsaved());
    document.add_sibling(&anna, person("Bas")).expect("a sibling");
    assert!(document.is_unsaved());
    document.undo();
    assert!(!document.is_unsaved(), "undoing back to what is on disk leaves nothing to save");
}

fn p() -> impl Strategy<Value = PersonId> {
    (0..8_u64).prop_map(|n| PersonId::numbered("p", n))
}

fn u() -> impl Strategy<Value = UnionId> {
    (0..5_u64).prop_map(|n| UnionId::numbered("u", n))
}

fn year() -> impl Strategy<Value = Option<PartialDate>> {
    (1900..2030_i32).prop_map(PartialDate::in_year)
}

fn kind() -> KindId {
    KindId::numbered("kind", 1)
}

fn any_new_thing() -> impl Strategy<Value = Command> {
    let person = (p(), year()).prop_map(|(id, birth)| {
        Command::AddPerson(id, Box::new(Person { birth, ..Person::default() }))
    });
    let union = (u(), prop::collection::vec(p(), 0..3), prop::collection::vec(p(), 0..4)).prop_map(
        |(id, partners, children)| {
            let children = children.into_iter().map(Child::by_birth).collect();
            Command::AddUnion(id, Box::new(Union { partners, children, ..Union::default() }))
        },
    );
    let household = prop::collection::vec(p(), 0..4).prop_map(|people| {
        let member = |person| Housemate { person, from: None, until: None };
        let members = people.into_iter().map(member).collect();
        let household = Household { members, ..Household::default() };
        Command::PutHousehold(HouseholdId::numbered("h", 1), Box::new(household))
    });
    let twins = prop::collection::btree_set(p(), 0..4).prop_map(|people| {
        Command::PutTwins(TwinsId::numbered("t", 1), Twins { people, ..Twins::default() })
    });
    prop_oneof![4 => person, 4 => union, 1 => household, 1 => twins]
}

fn any_attachment() -> impl Strategy<Value = Command> {
    let entry = (p(), 0..6_u64).prop_map(|(id, n)| {
        let entry = Entry::new(EntryId::numbered("e", n), kind());
        Command::PutEntry(Bearer::Person(id), Box::new(entry))
    });
    let strength = (p(), 0..6_u64).prop_map(|(id, n)| {
        let strength = Strength::new(StrengthId::numbered("s", n), kind());
        Command::PutStrength(Bearer::Person(id), Box::new(strength))
    });
    let relation = (p(), p()).prop_map(|(from, to)| {
        let relation = Relation::new(from, Party::Person(to), kind());
        Command::PutRelation(RelationId::numbered("r", 1), Box::new(relation))
    });
    let gone = (0..6_u64).prop_map(|n| Command::RemoveEntry(EntryId::numbered("e", n)));
    prop_oneof![2 => entry, 1 => gone, 1 => strength, 1 => relation]
}

/// A scene of which not everything can be.
fn any_scene() -> impl Strategy<Value = StoryScene> {
    let people = prop::collection::btree_set(p(), 0..3);
    let camera = (any::<f64>(), -1.0..9.0_f64).prop_map(|(x, zoom)| Camera { x, y: 0.0, zoom });
    let numbers = (prop::option::of(any::<i16>()), prop::option::of(any::<u8>()));
    (people, prop::option::of(camera), numbers).prop_map(|(people, camera, (year, minutes))| {
        StoryScene { people, camera, year: year.map(i32::from), minutes, ..StoryScene::default() }
    })
}

/// A command over a handful of ids, so that many of them meet.
fn any_command() -> impl Strategy<Value = Command> {
    let edit_person = (p(), year(), any::<bool>()).prop_map(|(p, year, birth)| {
        let edit =
            if birth { PersonEdit::Birth(year) } else { PersonEdit::Vital(Vital::Dead(year)) };
        Command::EditPerson(p, edit)
    });
    prop_oneof![
        10 => any_new_thing(),
        5 => any_attachment(),
        2 => p().prop_map(Command::RemovePerson),
        1 => u().prop_map(Command::RemoveUnion),
        2 => (u(), p()).prop_map(|(u, p)| Command::AddPartner(u, p)),
        1 => (u(), p()).prop_map(|(u, p)| Command::RemovePartner(u, p)),
        2 => (u(), p()).prop_map(|(u, p)| Command::PutChild(u, Child::by_birth(p))),
        1 => (u(), p()).prop_map(|(u, p)| Command::RemoveChild(u, p)),
        1 => (u(), p(), 0..3_usize).prop_map(|(u, p, at)| Command::MoveChild(u, p, at)),
        2 => edit_person,
        1 => (u(), year()).prop_map(|(u, y)| Command::EditUnion(u, UnionEdit::From(y))),
        1 => u().prop_map(|u| Command::EditUnion(u, UnionEdit::Kind(UnionKind::Married))),
        1 => prop::collection::vec(p(), 0..3).prop_map(Command::SetFocus),
        1 => (p(), any::<f64>()).prop_map(|(p, x)| Command::Pin(p, Some(PinnedAt { x }))),
        2 => prop::collection::vec(any_scene(), 0..3)
            .prop_map(|story| Command::EditMap(MapEdit::Story(story))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_commands_keep_the_map_whole_and_can_all_be_undone(
        commands in prop::collection::vec(any_command(), 1..60),
    ) {
        let mut document = Document::new(FamilyMap::default());
        let mut states = vec![document.shared_map()];
        for command in commands {
            let before = document.shared_map();
            match document.execute(command.clone()) {
                Ok(()) => {
                    prop_assert_eq!(broken(document.map()), vec![], "after {:?}", command);
                    if !Arc::ptr_eq(&before, &document.map) {
                        states.push(document.shared_map());
                    }
                }
                Err(_) => prop_assert!(Arc::ptr_eq(&before, &document.map)),
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(document.undo().is_some());
            prop_assert_eq!(document.map(), &**state);
        }
        prop_assert!(document.undo().is_none());
        for state in states.iter().skip(1) {
            prop_assert!(document.redo().is_some());
            prop_assert_eq!(document.map(), &**state);
        }
        prop_assert!(document.redo().is_none());
    }
}
