//! Part of a large family: whom to show around somebody.
//!
//! Nobody reads three thousand people in rows. A view grows from one person; the same engine lays
//! it out as if it were the whole family.

use std::collections::{BTreeSet, VecDeque};

use super::{Bonds, Kinship, PersonIdx};
use crate::model::{Bond, PersonId};

/// How far a view reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody at most this many steps away; a step is to a parent, child or partner.
    Steps(usize),
    /// The nearest people, at most this many.
    Nearest(usize),
    /// Ancestors and descendants, the brothers and sisters of them and of the person, and the
    /// partners of all these ("dual tree" with its sides, McGuffin & Balakrishnan 2005).
    Lines,
    /// Who shares an ancestor by birth with the person, and those they have children with.
    Bloodline,
}

/// The people shown around `center`, who is one of them; nobody when `center` is not on the map.
///
/// Among equally near people those with the lower id come first. Linear in what it looks at.
#[must_use]
pub fn around(kin: &Kinship, center: &PersonId, reach: Reach) -> BTreeSet<PersonId> {
    let Some(center) = kin.find(center) else { return BTreeSet::new() };
    let people = match reach {
        Reach::Steps(steps) => nearest(kin, center, steps, usize::MAX),
        Reach::Nearest(count) => nearest(kin, center, usize::MAX, count.max(1)),
        Reach::Lines => lines(kin, center),
        Reach::Bloodline => bloodline(kin, center),
    };
    people.into_iter().filter_map(|person| kin.id(person).cloned()).collect()
}

/// Breadth first, so that nearer people come before farther ones.
fn nearest(kin: &Kinship, center: PersonIdx, steps: usize, count: usize) -> BTreeSet<PersonIdx> {
    let mut found = BTreeSet::from([center]);
    let mut queue = VecDeque::from([(center, 0)]);
    while let Some((person, away)) = queue.pop_front() {
        if away == steps {
            continue;
        }
        for next in neighbours(kin, person) {
            if count <= found.len() {
                return found;
            }
            if found.insert(next) {
                queue.push_back((next, away + 1));
            }
        }
    }
    found
}

/// Parents, children, partners and (through unknown parents) brothers and sisters, by id.
fn neighbours(kin: &Kinship, person: PersonIdx) -> BTreeSet<PersonIdx> {
    let mut all: BTreeSet<PersonIdx> = kin.parents(person).map(|link| link.person).collect();
    all.extend(kin.children(person).map(|link| link.person));
    all.extend(kin.partners(person).map(|(partner, _)| partner));
    for (union, _) in kin.parent_unions(person) {
        if kin.partners_of(union).next().is_none() {
            all.extend(kin.children_of(union).map(|(sibling, _)| sibling));
        }
    }
    all.remove(&person);
    all
}

fn lines(kin: &Kinship, center: PersonIdx) -> BTreeSet<PersonIdx> {
    let up: BTreeSet<PersonIdx> =
        kin.ancestors(center, Bonds::All).map(|(above, _)| above).chain([center]).collect();
    let mut found = up.clone();
    for person in &up {
        found.extend(kin.siblings(*person, Bonds::All).into_iter().map(|(sibling, _)| sibling));
    }
    found.extend(kin.descendants(center, Bonds::All).map(|(below, _)| below));
    let partners: Vec<PersonIdx> =
        found.iter().flat_map(|person| kin.partners(*person)).map(|(partner, _)| partner).collect();
    found.extend(partners);
    found
}

fn bloodline(kin: &Kinship, center: PersonIdx) -> BTreeSet<PersonIdx> {
    let mut found = BTreeSet::from([center]);
    found.extend(kin.ancestors(center, Bonds::Birth).map(|(above, _)| above));
    // Downwards from all of them at once, each family looked at once.
    let mut open: Vec<PersonIdx> = found.iter().copied().collect();
    let mut parents = BTreeSet::new();
    while let Some(person) = open.pop() {
        for union in kin.unions(person) {
            let by_birth =
                |(child, bond): (PersonIdx, Bond)| (bond == Bond::Birth).then_some(child);
            let mut children = kin.children_of(union).filter_map(by_birth).peekable();
            if children.peek().is_some() {
                parents.extend(kin.partners_of(union));
            }
            open.extend(children.filter(|child| found.insert(*child)));
        }
    }
    found.extend(parents);
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Child, FamilyMap, Union, UnionId};

    fn id(name: &str) -> PersonId {
        PersonId::new(name).expect("a valid id")
    }

    /// Each union as (partners, children).
    fn kinship(unions: &[(&[&str], &[&str])]) -> Kinship {
        let mut map = FamilyMap::default();
        for (number, (partners, children)) in (0..).zip(unions) {
            for person in partners.iter().chain(*children) {
                map.people.insert(id(person), Arc::default());
            }
            let union = Union {
                partners: partners.iter().map(|it| id(it)).collect(),
                children: children.iter().map(|it| Child::by_birth(id(it))).collect(),
                ..Union::default()
            };
            map.unions.insert(UnionId::numbered("u", number), Arc::new(union));
        }
        Kinship::of(&map)
    }

    fn names(kin: &Kinship, center: &str, reach: Reach) -> Vec<String> {
        around(kin, &id(center), reach).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn steps_go_to_parents_children_and_partners() {
        let kin = kinship(&[(&["ma", "pa"], &["me", "bro"]), (&["me", "wed"], &["kid"])]);
        assert_eq!(names(&kin, "me", Reach::Steps(1)), ["ma", "me", "pa", "kid", "wed"]);
        assert_eq!(names(&kin, "me", Reach::Steps(2)).len(), 6);
        assert_eq!(names(&kin, "nobody", Reach::Steps(2)), Vec::<String>::new());
    }

    #[test]
    fn the_nearest_are_never_more_than_asked_for() {
        let kin = kinship(&[(&["a"], &["b"]), (&["b"], &["c"]), (&["c"], &["d"])]);
        assert_eq!(names(&kin, "a", Reach::Nearest(2)), ["a", "b"]);
        assert_eq!(names(&kin, "a", Reach::Nearest(9)).len(), 4);
    }

    #[test]
    fn lines_leave_out_the_families_of_in_laws() {
        let kin = kinship(&[
            (&["oma", "opa"], &["ma", "aunt"]),
            (&["ma", "pa"], &["me"]),
            (&["me", "wed"], &["kid"]),
            (&["inlaw"], &["wed"]),
            (&["aunt"], &["cousin"]),
        ]);
        let shown = names(&kin, "me", Reach::Lines);
        for there in ["oma", "opa", "ma", "pa", "me", "aunt", "wed", "kid"] {
            assert!(shown.contains(&there.to_owned()), "{there} is missing: {shown:?}");
        }
        assert!(!shown.contains(&"inlaw".to_owned()), "{shown:?}");
        assert!(!shown.contains(&"cousin".to_owned()), "{shown:?}");
    }

    #[test]
    fn brothers_and_sisters_of_unknown_parents_are_near() {
        let kin = kinship(&[(&[], &["me", "bro"])]);
        assert_eq!(names(&kin, "me", Reach::Steps(1)), ["me", "bro"]);
    }

    #[test]
    fn the_bloodline_has_cousins_and_their_parents_but_no_other_in_laws() {
        let kin = kinship(&[
            (&["oma", "opa"], &["ma", "aunt"]),
            (&["ma", "pa"], &["me"]),
            (&["me", "wed"], &["kid"]),
            (&["me", "ex"], &[]),
            (&["inlaw"], &["wed"]),
            (&["aunt", "uncle"], &["cousin"]),
        ]);
        let mut found = names(&kin, "me", Reach::Bloodline);
        found.sort();
        let all = ["aunt", "cousin", "kid", "ma", "me", "oma", "opa", "pa", "uncle", "wed"];
        assert_eq!(found, all);
    }
}
