//! Who is not on the screen is behind somebody who is: nobody disappears in silence.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::model::{FamilyMap, PersonId};

/// How many people stand behind each of those who are on the screen, and behind nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Behind each; who has nobody behind them is missing.
    pub each: BTreeMap<PersonId, usize>,
    /// No line leads from these to anybody on the screen.
    pub nobody: usize,
}

impl Behind {
    /// Who of `map` is behind whom, where only `seen` are on the screen. Of those who are `absent`
    /// nothing is said: they were not there yet. Linear.
    #[must_use]
    pub fn of(map: &FamilyMap, seen: &BTreeSet<PersonId>, absent: &BTreeSet<PersonId>) -> Self {
        let mut unions: BTreeMap<&PersonId, Vec<Place<'_>>> = BTreeMap::new();
        for union in map.unions.values() {
            let children: Vec<&PersonId> = union.children.iter().map(|it| &it.person).collect();
            let partners: Vec<&PersonId> = union.partners.iter().collect();
            for id in &partners {
                let others = partners.iter().chain(&children).copied().collect();
                unions.entry(id).or_default().push((Role::Partner, others));
            }
            for id in &children {
                let others = partners.iter().chain(&children).copied().collect();
                unions.entry(id).or_default().push((Role::Child, others));
            }
        }
        let mut owner: BTreeMap<&PersonId, &PersonId> = seen.iter().map(|id| (id, id)).collect();
        // A partner or child first: the line to them is one's own.
        let mut open: VecDeque<(&PersonId, Role)> = VecDeque::new();
        open.extend(seen.iter().map(|id| (id, Role::Partner)));
        open.extend(seen.iter().map(|id| (id, Role::Child)));
        while let Some((id, role)) = open.pop_front() {
            let Some(of) = owner.get(id).copied() else { continue };
            let places = unions.get(id).into_iter().flatten().filter(|(it, _)| *it == role);
            for other in places.flat_map(|(_, others)| others) {
                if !owner.contains_key(other) {
                    owner.insert(other, of);
                    open.extend([(*other, Role::Partner), (*other, Role::Child)]);
                }
            }
        }
        let mut behind = Self::default();
        for id in map.people.keys().filter(|id| !seen.contains(*id) && !absent.contains(*id)) {
            match owner.get(id) {
                Some(of) => *behind.each.entry((*of).clone()).or_default() += 1,
                None => behind.nobody += 1,
            }
        }
        behind
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> usize {
        self.each.values().sum::<usize>() + self.nobody
    }
}

/// As what somebody stands in a union, and everybody who stands in it.
type Place<'m> = (Role, Vec<&'m PersonId>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Partner,
    Child,
}

/// The people who must have a place so that a line leads from each of `seen` to each other one: those,
/// and who stands between them.
pub(super) fn joined(map: &FamilyMap, seen: &BTreeSet<PersonId>) -> BTreeSet<PersonId> {
    let mut beside: BTreeMap<&PersonId, BTreeSet<&PersonId>> = BTreeMap::new();
    for union in map.unions.values() {
        // Over the partners: a place beside a brother needs no brother, but a parent.
        for partner in &union.partners {
            for other in union.partners.iter().chain(union.children.iter().map(|it| &it.person)) {
                beside.entry(partner).or_default().insert(other);
                beside.entry(other).or_default().insert(partner);
            }
        }
    }
    let mut joined: BTreeSet<PersonId> = BTreeSet::new();
    for _ in 0..seen.len() {
        let Some(from) = seen.iter().find(|id| !joined.contains(*id)) else { break };
        // From somebody who has no place yet to the nearest who has one.
        let mut came: BTreeMap<&PersonId, &PersonId> = BTreeMap::from([(from, from)]);
        let mut open: VecDeque<&PersonId> = VecDeque::from([from]);
        let mut found = None;
        while let Some(id) = open.pop_front() {
            if joined.contains(id) {
                found = Some(id);
                break;
            }
            for next in beside.get(id).into_iter().flatten() {
                if !came.contains_key(next) {
                    came.insert(next, id);
                    open.push_back(next);
                }
            }
        }
        joined.insert(from.clone());
        let mut at = found;
        while let Some(id) = at {
            joined.insert(id.clone());
            at = came.get(id).copied().filter(|before| *before != id);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Child, Union, UnionId};

    fn id(name: &str) -> PersonId {
        PersonId::new(name).expect("an id")
    }

    fn set(names: &[&str]) -> BTreeSet<PersonId> {
        names.iter().map(|it| id(it)).collect()
    }

    /// Ria and Henk with Kim and Danny; Kim and Jordy with Noa; nobody belongs to Piet.
    fn family() -> FamilyMap {
        let mut map = FamilyMap::default();
        for name in ["ria", "henk", "kim", "danny", "jordy", "noa", "piet"] {
            map.people.insert(id(name), Arc::default());
        }
        let unions: [(&str, &[&str], &[&str]); 2] =
            [("u1", &["ria", "henk"], &["kim", "danny"]), ("u2", &["kim", "jordy"], &["noa"])];
        for (name, partners, children) in unions {
            let union = Union {
                partners: partners.iter().map(|it| id(it)).collect(),
                children: children.iter().map(|it| Child::by_birth(id(it))).collect(),
                ..Union::default()
            };
            map.unions.insert(UnionId::new(name).expect("an id"), Arc::new(union));
        }
        map
    }

    #[test]
    fn everybody_who_is_not_seen_is_counted_once_behind_their_nearest() {
        let behind = Behind::of(&family(), &set(&["kim", "ria"]), &BTreeSet::new());
        let each: BTreeMap<PersonId, usize> = [(id("kim"), 2), (id("ria"), 2)].into();
        assert_eq!(behind, Behind { each, nobody: 1 }, "Jordy and Noa; Henk and Danny; Piet");
        let behind = Behind::of(&family(), &set(&["noa"]), &set(&["danny"]));
        assert_eq!((behind.each.get(&id("noa")), behind.nobody), (Some(&4), 1));
        let all = Behind::of(&family(), &family().people.into_keys().collect(), &BTreeSet::new());
        assert_eq!(all, Behind::default());
    }

    #[test]
    fn who_stands_between_has_a_place() {
        let joined = joined(&family(), &set(&["noa", "ria", "piet"]));
        assert_eq!(joined, set(&["noa", "kim", "ria", "piet"]));
    }
}
