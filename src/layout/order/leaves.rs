//! Brothers and sisters without a family of their own, by age.
//!
//! The line to such a child leads nowhere else, so that two of one sibship can change places without
//! making any other line cross, and each exchange of a pair that stands against its age rights more
//! pairs than it wrongs. Large families are not searched to the end; this much is always right.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::kin::Kin;
use super::rules::Rules;

/// Lets those who are nothing but a child change places with such siblings in their row, so that they
/// stand by age, as far as it is known or told, where ages count.
pub(super) fn put_in_order(kin: &Kin, rules: &Rules, rows: &mut [Vec<u32>]) {
    if rules.prices.against_age == 0 {
        return;
    }
    let is_leaf = leaves(kin, rules);
    let mut place = vec![0; kin.people()];
    for row in rows.iter() {
        for (at, &item) in row.iter().enumerate() {
            if let Some(place) = place.get_mut(item as usize) {
                *place = at;
            }
        }
    }
    for bond in &kin.bonds {
        // the eldest first
        let by_age: Vec<u32> =
            bond.children.iter().copied().filter(|&child| is_leaf[child as usize]).collect();
        let Some(&first) = by_age.first() else { continue };
        let row = kin.row[first as usize];
        let mut places: Vec<usize> = by_age.iter().map(|&child| place[child as usize]).collect();
        if places.is_sorted() {
            continue;
        }
        places.sort_unstable();
        for (&child, at) in by_age.iter().zip(places) {
            rows[row][at] = child;
        }
    }
}

/// Who is nothing but a child, right below the parents and without a pin.
fn leaves(kin: &Kin, rules: &Rules) -> Vec<bool> {
    let mut is_leaf: Vec<bool> = kin.as_partner.iter().map(Vec::is_empty).collect();
    for &person in rules.rows.iter().flat_map(|row| &row.pinned) {
        is_leaf[person as usize] = false;
    }
    // They stand beside each other, whoever is of the same age.
    kin.twins().flatten().for_each(|twin| is_leaf[twin as usize] = false);
    for bond in &kin.bonds {
        bond.second.iter().for_each(|&child| is_leaf[child as usize] = false);
        // Of siblings without parents those in one row belong together.
        let first = bond.children.first().map_or(0, |&child| kin.row[child as usize]);
        let above = bond.partners.iter().map(|&partner| kin.row[partner as usize] + 1).max();
        for &child in &bond.children {
            is_leaf[child as usize] &= kin.row[child as usize] == above.unwrap_or(first);
        }
    }
    is_leaf
}

#[cfg(test)]
mod tests {
    use super::super::board::Board;
    use super::super::graph::Graph;
    use super::super::tests::families;
    use super::super::walk;
    use super::*;
    use crate::layout::Options;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn leaves_stand_by_age_and_it_costs_nothing(family in families(), seed in 1_u64..9) {
            let kin = Kin::new(&family);
            let graph = Graph::new(&kin);
            let rules = Rules::new(&kin, &graph, &Options::default());
            for (_, mut rows) in walk::several(&kin, &graph, &rules, 2) {
                let mut chance = super::super::search::Chance::new(seed);
                for row in &mut rows {
                    for at in 1..row.len() {
                        row.swap(at, chance.below(at + 1));
                    }
                }
                rules.put_pinned_in_order(&mut rows);
                let before = Board::new(&graph, &rules, rows.clone());
                put_in_order(&kin, &rules, &mut rows);
                let is_leaf = leaves(&kin, &rules);
                let after = Board::new(&graph, &rules, rows);
                prop_assert!(after.cost() <= before.cost());
                prop_assert_eq!(after.crossings(), before.crossings());
                for bond in &kin.bonds {
                    let mut leaves = bond.children.clone();
                    leaves.retain(|&child| is_leaf[child as usize]);
                    prop_assert!(leaves.is_sorted_by_key(|&child| after.pos[child as usize]));
                }
            }
        }
    }
}
