//! Whose lives lie under one another, and in which order.

use std::collections::BTreeSet;

use super::Whose;
use crate::kinship::{Bonds, Kinship, PersonIdx};
use crate::model::{FamilyMap, Gender, PersonId};
use crate::pattern::Cards;
use crate::scene::view::View;

/// More generations up are not followed.
const MOST_UP: usize = 8;

/// The people of `whose`, the eldest generation first, then by birth. Nobody whose life did not begin:
/// of a miscarriage there is no line.
pub(super) fn people(
    map: &FamilyMap,
    kin: &Kinship,
    cards: &Cards,
    whose: &Whose,
    view: &View,
) -> Vec<PersonId> {
    let all = || kin.people().collect::<BTreeSet<PersonIdx>>();
    let found: BTreeSet<PersonIdx> = match whose {
        Whose::All => all(),
        Whose::Mothers => line(map, kin, Gender::Woman),
        Whose::Fathers => line(map, kin, Gender::Man),
        Whose::Card(id) => {
            let card = cards.get(id);
            let carriers = card.map(|card| card.yes.iter().filter_map(|id| kin.find(id)));
            carriers.into_iter().flatten().collect()
        }
        Whose::Household(id) => {
            let home = map.households.get(id);
            let mates = home.map(|home| home.housemates_on(view.today));
            mates.into_iter().flatten().filter_map(|mate| kin.find(&mate.person)).collect()
        }
        Whose::Chosen(people) => people.iter().filter_map(|id| kin.find(id)).collect(),
    };
    let mut rows: Vec<(u32, Option<i32>, PersonIdx)> = found
        .into_iter()
        .filter_map(|at| {
            let person = map.person(kin.id(at)?)?;
            let year = person.birth.map(|birth| birth.year());
            person.holds_facts().then_some((kin.generation(at), year, at))
        })
        .collect();
    rows.sort_unstable();
    rows.into_iter().filter_map(|(.., at)| kin.id(at).cloned()).collect()
}

/// The main persons, their parents of one gender, and theirs, as far up as is known; of the last
/// generations the brothers and sisters of that gender who have children as well, and the children of
/// the main persons.
fn line(map: &FamilyMap, kin: &Kinship, gender: Gender) -> BTreeSet<PersonIdx> {
    let is_of = |at: PersonIdx| {
        kin.id(at).and_then(|id| map.person(id)).is_some_and(|person| person.gender == gender)
    };
    let focus: Vec<PersonIdx> = map.focus.iter().filter_map(|id| kin.find(id)).collect();
    let mut found: BTreeSet<PersonIdx> = focus.iter().copied().collect();
    let mut row = focus.clone();
    for _ in 0..MOST_UP {
        let parents = row.iter().flat_map(|at| kin.parent_set(*at, Bonds::Family));
        row = parents.filter(|at| is_of(*at) && !found.contains(at)).collect();
        found.extend(&row);
    }
    for at in focus {
        let siblings = kin.siblings(at, Bonds::Family).into_iter().map(|(sibling, _)| sibling);
        found.extend(siblings.filter(|it| is_of(*it) && kin.children(*it).next().is_some()));
        found.extend(kin.children(at).map(|link| link.person));
    }
    found
}
