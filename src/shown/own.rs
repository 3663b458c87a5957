//! What of a map is of one person: a copy that may go home with them, in which nothing is told of others.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{
    Background, FamilyMap, Field, LifeCourse, Person, PersonId, Support, Supported, Union, Vital,
    Whose,
};

/// A copy of `map` for `whom`: the family as far as names and who is whose child go, and all else only of
/// them. What they share with others (a home, a marriage) is of others, too, and stays behind.
#[must_use]
pub fn for_one(map: &FamilyMap, whom: &PersonId) -> FamilyMap {
    let mut copy = map.part(&told_of(map, whom));
    copy.focus = vec![whom.clone()];
    let others = copy.people.iter_mut().filter(|(id, _)| *id != whom);
    for (_, person) in others {
        *person = Arc::new(bare(person));
    }
    for union in copy.unions.values_mut() {
        let union = Arc::make_mut(union);
        let is_theirs = union.partners.contains(whom) || union.child(whom).is_some();
        *union = if is_theirs { without_what_plays(union) } else { bare_union(union) };
    }
    for home in copy.households.values_mut() {
        let home = Arc::make_mut(home);
        home.entries.clear();
        home.strengths.clear();
        home.notes.clear();
    }
    copy.households.retain(|_, home| home.members.iter().any(|it| it.person == *whom));
    // A line says how the other stands to them, too.
    copy.relations.clear();
    let is_theirs = |it: &Supported| *it == Supported::Person(whom.clone());
    copy.supports.retain(|_, support| support.ties.iter().any(|tie| is_theirs(&tie.to)));
    for support in copy.supports.values_mut() {
        let support: &mut Support = Arc::make_mut(support);
        support.ties.retain(|tie| is_theirs(&tie.to));
        support.notes.clear();
    }
    let supports: BTreeSet<_> = copy.supports.keys().cloned().collect();
    copy.goals.retain(|_, goal| goal.whose == Whose::Person(whom.clone()));
    for goal in copy.goals.values_mut() {
        Arc::make_mut(goal).supports.retain(|id| supports.contains(id));
    }
    if let Some(person) = copy.people.get_mut(whom) {
        let person = Arc::make_mut(person);
        person.notes.retain(|note| !note.for_coach);
        for entry in &mut person.entries {
            entry.support.take_if(|id| !supports.contains(id));
        }
    }
    // The wish and the story are the family's; what was said of a theme is of whoever has it.
    copy.wish.clear();
    copy.dream.clear();
    copy.agreements.clear();
    copy.story.clear();
    copy.marks.clear();
    copy.cards.clear();
    copy.comments.clear();
    let is_own = |field: &Field| match field {
        Field::Person(id, _) => id == whom,
        Field::Entry(id, _) => {
            copy.people.get(whom).is_some_and(|it| it.entries.iter().any(|entry| entry.id == *id))
        }
        _ => false,
    };
    let unread = copy.unread.iter().filter(|(field, _)| is_own(field));
    copy.unread = unread.map(|(field, text)| (field.clone(), text.clone())).collect();
    copy
}

/// Everybody but the children whom others lost or expect: that is theirs to tell.
fn told_of(map: &FamilyMap, whom: &PersonId) -> BTreeSet<PersonId> {
    let is_told = |(id, person): &(&PersonId, &Arc<Person>)| {
        let is_own = || map.parent_unions(id).any(|(_, union)| union.partners.contains(whom));
        *id == whom || person.life == LifeCourse::Born || is_own()
    };
    map.people.iter().filter(is_told).map(|(id, _)| id.clone()).collect()
}

/// Their own couple, or that of their parents: how it is, and nothing that was attached to it.
fn without_what_plays(union: &Union) -> Union {
    Union { entries: Vec::new(), strengths: Vec::new(), notes: Vec::new(), ..union.clone() }
}

/// Who of others belongs or belonged to whom; not how, since when, or that it is over.
fn bare_union(union: &Union) -> Union {
    let mut children = union.children.clone();
    for child in &mut children {
        child.from = None;
        child.until = None;
        child.with.clear();
    }
    Union { partners: union.partners.clone(), children, ..Union::default() }
}

/// Who somebody is, and nothing of their life.
fn bare(person: &Person) -> Person {
    Person {
        birth: None,
        vital: match person.vital {
            Vital::Living => Vital::Living,
            Vital::Dead(_) => Vital::Dead(None),
        },
        entries: Vec::new(),
        strengths: Vec::new(),
        skills: Vec::new(),
        wishes: Vec::new(),
        background: Background::default(),
        notes: Vec::new(),
        ..person.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Child, Date, Ending, Entry, EntryId, KindId, Name, Note, PartialDate, UnionId, UnionKind,
    };

    fn id(id: &str) -> PersonId {
        PersonId::new(id).expect("an id")
    }

    fn somebody(name: &str) -> Arc<Person> {
        let kind = KindId::new("geld-schulden").expect("a kind");
        let entry = EntryId::new(&format!("e-{name}")).expect("an id");
        let words = format!("Woorden van {name}");
        Arc::new(Person {
            name: Name::called(name),
            birth: Date::parse("1987-02-03").map(PartialDate::Exactly),
            entries: vec![Entry { words: words.clone(), ..Entry::new(entry, kind) }],
            wishes: vec![words.clone()],
            notes: vec![Note { text: words, ..Note::default() }],
            ..Person::default()
        })
    }

    #[test]
    fn of_others_there_is_a_name_and_nothing_else() {
        let people = [("p1", "Kim"), ("p2", "Ria"), ("p3", "Bas")];
        let people = people.map(|(of, name)| (id(of), somebody(name)));
        let map = FamilyMap {
            people: people.into(),
            wish: "Woorden van allemaal".to_owned(),
            comments: vec!["Woorden met de hand".to_owned()],
            ..FamilyMap::default()
        };
        let copy = for_one(&map, &id("p2"));
        let said = format!("{copy:?}");
        assert_eq!(said.matches("Woorden van Ria").count(), 3, "all of what is hers");
        assert_eq!(said.matches("Woorden").count(), 3, "and of nobody else: {said}");
        assert_eq!(copy.people[&id("p2")], map.people[&id("p2")]);
        assert!(copy.people.values().all(|it| !it.name.is_empty()), "everybody has a name");
        assert_eq!(copy.people[&id("p1")].birth, None);
        assert_eq!(copy.focus, [id("p2")]);
        assert!(crate::model::broken(&copy).is_empty());
    }

    /// Bas lost a child and left Ria's sister; Ria herself was divorced.
    #[test]
    fn how_it_went_with_others_is_theirs_to_tell() {
        let people = ["p1", "p2", "p3", "p4", "p5", "p6"].map(|it| (id(it), somebody(it)));
        let mut map = FamilyMap { people: people.into(), ..FamilyMap::default() };
        let year = |year: i32| PartialDate::in_year(year);
        let couple = |partners: [&str; 2], child: &str| Union {
            partners: partners.map(id).to_vec(),
            kind: UnionKind::Married,
            from: year(2001),
            until: year(2009),
            ending: Some(Ending::Divorced),
            children: vec![Child { from: year(2003), ..Child::by_birth(id(child)) }],
            ..Union::default()
        };
        let ids = ["u1", "u2"].map(|it| UnionId::new(it).expect("an id"));
        map.unions.insert(ids[0].clone(), Arc::new(couple(["p1", "p2"], "p3")));
        map.unions.insert(ids[1].clone(), Arc::new(couple(["p4", "p5"], "p6")));
        for lost in ["p3", "p6"] {
            let person = map.people.get_mut(&id(lost)).expect("a child");
            Arc::make_mut(person).life = LifeCourse::Miscarriage;
        }
        let copy = for_one(&map, &id("p2"));
        assert_eq!(copy.unions[&ids[0]], map.unions[&ids[0]], "of her own all is there");
        assert!(copy.people.contains_key(&id("p3")), "her own child too");
        assert!(!copy.people.contains_key(&id("p6")), "the child that others lost is not told");
        let other = &copy.unions[&ids[1]];
        assert_eq!(other.partners, [id("p4"), id("p5")]);
        assert_eq!((other.kind, other.ending), (UnionKind::default(), None));
        assert_eq!((other.from, other.until), (None, None));
        assert!(crate::model::broken(&copy).is_empty());
    }
}
