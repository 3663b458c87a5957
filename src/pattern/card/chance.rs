//! May a card be chance (telling.md §2)? Computed, never by lot: are there fewer pairs of parent and
//! child who both have it than there would be if, in each generation and gender, everybody were as
//! likely to have it as everybody else?

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::kinship::PersonIdx;
use crate::model::Gender;
use crate::pattern::Standing;

/// In smaller families nothing can be said.
const LEAST_OF_AGE: usize = 30;

impl Subject<'_, '_> {
    /// Is it no more than chance? One pass over people and edges.
    pub(super) fn may_be_chance(&self) -> bool {
        let context = self.stage.context;
        let cell = |person: PersonIdx| -> (u32, Gender) {
            let gender = context.person(person).map_or(Gender::Unknown, |it| it.gender);
            (self.stage.generation(person), gender)
        };
        let mut cells: BTreeMap<(u32, Gender), [f64; 2]> = BTreeMap::new();
        let mut n_of_age = 0;
        for person in self.people() {
            let [carriers, of_age] = cells.entry(cell(person)).or_default();
            *carriers += if self.standing(person) == Standing::Yes { 1.0 } else { 0.0 };
            if self.is_of_age(person) {
                n_of_age += 1;
                *of_age += 1.0;
            }
        }
        if n_of_age < LEAST_OF_AGE {
            return false;
        }
        let rate = |person| match cells.get(&cell(person)) {
            Some([carriers, of_age]) if 0.0 < *of_age => carriers / of_age,
            _ => 0.0,
        };
        let (mut expected, mut observed) = (0.0, 0.0);
        for parent in self.people() {
            for link in context.line.children(parent) {
                let child = link.person;
                if self.is_left_out(child) {
                    continue;
                }
                expected += rate(parent) * rate(child);
                let both = [parent, child].into_iter().all(|it| self.standing(it) == Standing::Yes);
                observed += if both { 1.0 } else { 0.0 };
            }
        }
        observed <= expected + 1e-9
    }
}
