//! Who is not named as living with whom: between them was violence or control.
//!
//! Asked of the whole map. What is hidden of it is not said by a name that is missing among many, but a
//! name that is there would be read by both at the table.

use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, Nature};
use crate::model::{Entry, FamilyMap, Household, Party, PersonId, Said, Union};

/// Pairs of people, each both ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart(BTreeSet<(PersonId, PersonId)>);

impl Apart {
    /// Of everything on `map`: lines of harm between two, now or before; couples with violence at the
    /// relation, and couples that ended of whom one used it or lived through it.
    pub(super) fn of(map: &FamilyMap, catalogue: &Catalogue) -> Self {
        let is_violence = |entry: &&Entry| {
            let row = catalogue.kind(entry.kind.as_str());
            let is_kind =
                row.is_some_and(|it| it.violence.is_some() && it.nature == Nature::Situation);
            entry.said == Said::Yes && is_kind
        };
        let of_person = |id: &PersonId| {
            map.person(id).is_some_and(|it| it.entries.iter().any(|it| is_violence(&it)))
        };
        let is_violent = |union: &Union| {
            union.entries.iter().any(|it| is_violence(&it))
                || union.is_over() && union.partners.iter().any(of_person)
        };
        let couples = map.unions.values().filter(|it| is_violent(it));
        let couples = couples.filter_map(|it| match it.partners.as_slice() {
            [a, b] => Some((a.clone(), b.clone())),
            _ => None,
        });
        let is_harm = |kind: &str| catalogue.relation(kind).is_some_and(|it| it.harm.is_some());
        let lines = map.relations.values().filter(|it| is_harm(it.kind.as_str()));
        let lines = lines.filter_map(|it| match &it.to {
            Party::Person(to) => Some((it.from.clone(), to.clone())),
            Party::Support(_) => None,
        });
        let pairs = couples.chain(lines);
        Self(pairs.flat_map(|(a, b)| [(a.clone(), b.clone()), (b, a)]).collect())
    }

    /// Is it between `person` and anybody of this home?
    pub(super) fn is_from_home(&self, person: &PersonId, home: &Household) -> bool {
        home.members.iter().any(|it| self.0.contains(&(person.clone(), it.person.clone())))
    }
}
