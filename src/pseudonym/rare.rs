//! What is rare in the shape of a family: who knows such a family knows it again without any name.

use std::collections::BTreeSet;

use crate::i18n::Message;
use crate::model::{FamilyMap, PersonId, age_at};

/// From so many children of one couple on a family is known by it.
const MANY_CHILDREN: usize = 6;
/// From so many relationships of one person on.
const MANY_UNIONS: usize = 4;
/// A parent so young, or somebody so old, is remembered.
const YOUNG_PARENT: i32 = 16;
const OLD: i32 = 98;
/// A map of more people than this is drawn of few families.
const MANY_PEOPLE: usize = 50;

/// Something rare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rare {
    /// So many children of one couple.
    Children(usize),
    /// So many relationships of one person.
    Unions(usize),
    /// So many children of one birth.
    Born(usize),
    /// Somebody who had a child at this age.
    Parent(i32),
    /// Somebody who became, or is, so old.
    Old(i32),
    /// So many people on one map.
    People(usize),
}

impl Rare {
    /// What to say of it.
    pub(super) fn message(&self) -> Message {
        let (id, n) = match *self {
            Self::Children(n) => ("pseudonym-rare-children", n),
            Self::Unions(n) => ("pseudonym-rare-unions", n),
            Self::Born(n) => ("pseudonym-rare-born", n),
            Self::Parent(age) => {
                ("pseudonym-rare-parent", usize::try_from(age).unwrap_or_default())
            }
            Self::Old(age) => ("pseudonym-rare-old", usize::try_from(age).unwrap_or_default()),
            Self::People(n) => ("pseudonym-rare-people", n),
        };
        Message::new(id).count("n", n)
    }
}

/// What is rare in `map`, the most telling of each sort.
pub(super) fn of(map: &FamilyMap) -> Vec<Rare> {
    let most = |counts: &mut dyn Iterator<Item = usize>, least: usize| {
        counts.max().filter(|n| least <= *n)
    };
    let children = most(&mut map.unions.values().map(|it| it.children.len()), MANY_CHILDREN);
    let unions = most(&mut map.people.keys().map(|id| map.unions_of(id).count()), MANY_UNIONS);
    let born = most(&mut map.twins.values().map(|it| it.people.len()), 3);
    let parent = parents_ages(map).into_iter().min().filter(|age| (0..=YOUNG_PARENT).contains(age));
    let old = map.people.values().filter_map(|it| {
        let last = it.death().or_else(|| map.today.map(crate::model::PartialDate::Exactly))?;
        let is_known = !it.is_dead() || it.death().is_some();
        is_known.then(|| age_at(it.birth?, last)).flatten().map(|age| age.lo)
    });
    let old = old.max().filter(|age| OLD <= *age);
    let people = Some(map.people.len()).filter(|n| MANY_PEOPLE < *n);
    let found = [
        children.map(Rare::Children),
        unions.map(Rare::Unions),
        born.map(Rare::Born),
        parent.map(Rare::Parent),
        old.map(Rare::Old),
        people.map(Rare::People),
    ];
    found.into_iter().flatten().collect()
}

/// At which age somebody had a child, wherever both are known.
fn parents_ages(map: &FamilyMap) -> BTreeSet<i32> {
    let birth = |id: &PersonId| map.person(id).and_then(|it| it.birth);
    let mut ages = BTreeSet::new();
    for union in map.unions.values() {
        for child in union.children.iter().filter_map(|it| birth(&it.person)) {
            let parents = union.partners.iter().filter_map(birth);
            ages.extend(parents.filter_map(|it| age_at(it, child)).map(|age| age.hi));
        }
    }
    ages
}
