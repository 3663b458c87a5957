use std::sync::Arc;

use super::*;
use crate::model::{BondWith, Child, Person, Union};

/// A map from `union: partner partner > child child:bond` lines; everybody named exists.
fn map(lines: &[&str]) -> FamilyMap {
    let mut map = FamilyMap::default();
    for line in lines {
        let (name, rest) = line.split_once(':').expect("a union's name");
        let (partners, children) = rest.split_once('>').expect("partners > children");
        let mut union = Union::default();
        for word in partners.split_whitespace() {
            union.partners.push(person(&mut map, word));
        }
        for word in children.split_whitespace() {
            let (word, bond) = match word.split_once('/') {
                Some((word, "foster")) => (word, Bond::Foster),
                Some((word, "adopted")) => (word, Bond::Adopted),
                _ => (word, Bond::Birth),
            };
            let child = Child::by_birth(person(&mut map, word));
            union.children.push(Child { bond, ..child });
        }
        map.unions.insert(UnionId::new(name).expect("an id"), Arc::new(union));
    }
    map
}

fn person(map: &mut FamilyMap, id: &str) -> PersonId {
    let id = PersonId::new(id).expect("an id");
    map.people.entry(id.clone()).or_insert_with(|| Arc::new(Person::default()));
    id
}

fn at(kinship: &Kinship, id: &str) -> PersonIdx {
    kinship.find(&PersonId::new(id).expect("an id")).expect("somebody")
}

fn names(kinship: &Kinship, people: impl IntoIterator<Item = PersonIdx>) -> String {
    let names = people.into_iter().map(|it| kinship.id(it).expect("somebody").to_string());
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn each_parent_has_a_bond_of_its_own() {
    let mut map = map(&["u1: A B > C D"]);
    let (union, adopted) = (UnionId::new("u1").expect("an id"), Bond::Adopted);
    let union = Arc::make_mut(map.unions.get_mut(&union).expect("u1"));
    let own = BondWith { bond: adopted, ..BondWith::default() };
    union.children[0].with.insert(PersonId::new("B").expect("an id"), own);
    let kin = Kinship::of(&map);
    let of = |id: &str| kin.parents(at(&kin, id)).map(|link| link.bond).collect::<Vec<_>>();
    assert_eq!(of("C"), [Bond::Birth, adopted]);
    assert_eq!(of("D"), [Bond::Birth, Bond::Birth]);
    let of = |id: &str| kin.children(at(&kin, id)).map(|link| link.bond).collect::<Vec<_>>();
    assert_eq!(of("B"), [adopted, Bond::Birth]);
    assert_eq!(names(&kin, kin.parent_set(at(&kin, "C"), Bonds::Birth)), "A");
    // Under the union the child stands as the strongest of the two says.
    let under = kin.parent_unions(at(&kin, "C")).map(|(_, bond)| bond).collect::<Vec<_>>();
    assert_eq!(under, [Bond::Birth]);
}

#[test]
fn parents_children_and_partners_come_in_the_order_of_the_unions() {
    let kinship =
        Kinship::of(&map(&["u1: A B > D C", "u2: A E > F/foster C/adopted", "u3: > G H"]));
    let children = kinship.children(at(&kinship, "A")).map(|link| link.person);
    assert_eq!(names(&kinship, children), "D C F C");
    let parents = kinship.parents(at(&kinship, "C")).map(|link| link.person);
    assert_eq!(names(&kinship, parents), "A B A E");
    let partners = kinship.partners(at(&kinship, "A")).map(|(person, _)| person);
    assert_eq!(names(&kinship, partners), "B E");
    let bonds: Vec<Bond> = kinship.parents(at(&kinship, "C")).map(|link| link.bond).collect();
    assert_eq!(bonds, [Bond::Birth, Bond::Birth, Bond::Adopted, Bond::Adopted]);
    assert_eq!(kinship.parents(at(&kinship, "G")).count(), 0, "nobody is invented");
}

#[test]
fn siblings_share_all_parents_or_some() {
    let kinship =
        Kinship::of(&map(&["u1: A B > C D", "u2: A E > F", "u3: > G H", "u4: X Y > C/foster Z"]));
    let siblings = |id, bonds| {
        let found = kinship.siblings(at(&kinship, id), bonds);
        let texts = found
            .iter()
            .map(|(person, kind)| format!("{} {kind:?}", kinship.id(*person).expect("somebody")));
        texts.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(siblings("C", Bonds::Family), "D Full, F Half");
    assert_eq!(siblings("C", Bonds::All), "D Half, F Half, Z Half");
    assert_eq!(siblings("G", Bonds::Family), "H Full", "a sibship without known parents");
}

#[test]
fn ancestors_and_descendants_are_met_once_nearest_first() {
    // C and D are cousins who have a child: A and B are ancestors of E in two ways.
    let lines = ["u1: A B > M N", "u2: M > C", "u3: N > D", "u4: C D > E"];
    let kinship = Kinship::of(&map(&lines));
    let up = |id| {
        let found = kinship.ancestors(at(&kinship, id), Bonds::Family).collect::<Vec<_>>();
        let depths: Vec<u32> = found.iter().map(|(_, depth)| *depth).collect();
        (names(&kinship, found.into_iter().map(|(person, _)| person)), depths)
    };
    assert_eq!(up("E"), ("C D M N A B".to_owned(), vec![1, 1, 2, 2, 3, 3]));
    let down = kinship.descendants(at(&kinship, "A"), Bonds::Family).map(|(person, _)| person);
    assert_eq!(names(&kinship, down), "M N C D E");
    assert_eq!(kinship.ancestors(at(&kinship, "A"), Bonds::Family).count(), 0);
}

#[test]
fn generations_are_the_rows_of_the_layout() {
    let lines = ["u1: A B > C", "u2: C D > E", "u3: > D F", "u4: X Y > E/foster"];
    let kinship = Kinship::of(&map(&lines));
    let generation = |id| kinship.generation(at(&kinship, id));
    let found: Vec<u32> = ["A", "B", "C", "D", "F", "E", "X"].map(generation).into();
    assert_eq!(found, [0, 0, 1, 1, 1, 2, 1]);
}

#[test]
fn broken_maps_do_no_harm() {
    // Somebody is their own grandparent, somebody their own partner and child, ids lead nowhere.
    let mut map = map(&["u1: A B > C", "u2: C D > A", "u3: E E > E"]);
    map.people.remove(&PersonId::new("D").expect("an id"));
    let kinship = Kinship::of(&map);
    assert_eq!(kinship.len(), 4);
    assert_eq!(kinship.ancestors(at(&kinship, "A"), Bonds::All).count(), 2);
    assert_eq!(kinship.siblings(at(&kinship, "E"), Bonds::All), []);
}

#[test]
fn a_hundred_thousand_generations_do_not_overflow() {
    let mut map = FamilyMap::default();
    let mut parent = person(&mut map, "p0");
    for number in 1..100_000 {
        let child = person(&mut map, &format!("p{number}"));
        let union = Union {
            partners: vec![parent],
            children: vec![Child::by_birth(child.clone())],
            ..Union::default()
        };
        map.unions.insert(UnionId::new(&format!("u{number}")).expect("an id"), Arc::new(union));
        parent = child;
    }
    let kinship = Kinship::of(&map);
    assert_eq!(kinship.generation(at(&kinship, "p99999")), 99_999);
    assert_eq!(kinship.descendants(at(&kinship, "p0"), Bonds::Birth).count(), 99_999);
}

#[test]
fn any_number_of_threads_reads_the_same() {
    let mut lines = ["a: A B > C D/foster E", "b: C F > G", "c: > H I", "d: D X > J A"]
        .map(str::to_owned)
        .to_vec();
    lines.extend((0..40).map(|at| format!("u{at}: N{at} O{at} > N{} P{at} N{}", at + 1, at / 2)));
    let map = map(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let one = format!("{:?}", Kinship::shared(&map, 1));
    for threads in [2, 3, 5, 100] {
        assert_eq!(format!("{:?}", Kinship::shared(&map, threads)), one, "{threads} threads");
    }
}
