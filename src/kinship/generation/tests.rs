use super::{Ties, generations};
use proptest::prelude::*;

fn rows(people: usize, level: &[[usize; 2]], descents: &[[usize; 2]]) -> Vec<usize> {
    let ties =
        Ties { people, level: level.to_vec(), descents: descents.to_vec(), ..Ties::default() };
    generations(&ties)
}

#[test]
fn children_stand_one_below_their_parents() {
    assert_eq!(rows(4, &[[0, 1]], &[[0, 2], [1, 2], [2, 3]]), [0, 0, 1, 2]);
}

#[test]
fn grandparents_of_both_sides_are_level() {
    // 0-1 → 2, 3-4 → 5, 2-5 → 6; and 7 is a parent of 3
    let level = [[0, 1], [3, 4], [2, 5]];
    let descents = [[0, 2], [1, 2], [3, 5], [4, 5], [2, 6], [5, 6], [7, 3]];
    assert_eq!(rows(8, &level, &descents), [1, 1, 2, 1, 1, 2, 3, 0]);
}

#[test]
fn an_uncle_who_marries_his_niece_stands_beside_her() {
    // 0 → 1, 2; 1 → 3; 2 marries 3; 2, 3 → 4
    assert_eq!(rows(5, &[[2, 3]], &[[0, 1], [0, 2], [1, 3], [2, 4], [3, 4]]), [0, 1, 2, 2, 3]);
}

#[test]
fn fathers_who_marry_each_others_daughters_stand_above_their_own() {
    // 0 → 1, 2 → 3; 0 marries 3, 2 marries 1
    let found = rows(4, &[[0, 3], [2, 1]], &[[0, 1], [2, 3]]);
    assert!(found[0] < found[1] && found[2] < found[3], "{found:?}");
    assert!(found[0] == found[3] || found[2] == found[1], "one couple can be level: {found:?}");
}

#[test]
fn own_ancestors_and_marriages_with_oneself_end() {
    assert_eq!(rows(2, &[[0, 0]], &[[0, 1], [1, 0]]).len(), 2);
    assert_eq!(rows(2, &[[0, 1]], &[[0, 1]]), [0, 1], "mother and son: descent wins");
    let circle = rows(4, &[], &[[0, 1], [1, 2], [2, 0], [2, 3]]);
    assert!(circle[2] < circle[3], "who is outside the circle stands below: {circle:?}");
}

#[test]
fn a_foster_parent_stands_above_unless_that_contradicts_birth() {
    let ties = Ties {
        people: 4,
        descents: vec![[0, 1]],
        fosters: vec![[2, 1], [1, 2], [3, 9]],
        ..Ties::default()
    };
    assert_eq!(generations(&ties), [0, 1, 0, 0]);
}

#[test]
fn families_without_a_bond_are_aligned_by_birth() {
    let ties = Ties {
        people: 5,
        born: vec![Some(1930.0), Some(1960.0), Some(1990.0), Some(1961.0), Some(1992.0)],
        descents: vec![[0, 1], [1, 2], [3, 4]],
        ..Ties::default()
    };
    assert_eq!(generations(&ties), [0, 1, 2, 1, 2]);
}

#[test]
fn a_chain_of_a_hundred_thousand_generations_is_counted() {
    let n = 100_000;
    let mut descents: Vec<[usize; 2]> = (1..n).map(|i| [i - 1, i]).collect();
    assert_eq!(rows(n, &[], &descents).last(), Some(&(n - 1)));
    descents.push([n - 1, 0]);
    let found = rows(n, &[[0, 2]], &descents);
    assert_eq!(found.iter().max(), Some(&(n - 1)), "the circle is cut once");
}

fn bonds(people: usize) -> impl Strategy<Value = Vec<[usize; 2]>> {
    prop::collection::vec([0..people, 0..people], 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn children_stand_below_whenever_nobody_is_their_own_ancestor(
        level in bonds(14), pairs in bonds(14),
    ) {
        // from smaller to greater index: no circle
        let descents: Vec<[usize; 2]> = pairs.iter().filter(|[a, b]| a != b)
            .map(|&[a, b]| [a.min(b), a.max(b)]).collect();
        let found = rows(14, &level, &descents);
        for [parent, child] in descents {
            prop_assert!(found[parent] < found[child], "{found:?}");
        }
    }

    #[test]
    fn any_bonds_give_everybody_a_row_and_leave_none_empty(
        level in bonds(10), descents in bonds(10), fosters in bonds(12),
    ) {
        let ties = Ties { people: 10, level, descents, fosters, ..Ties::default() };
        let found = generations(&ties);
        let most = found.iter().max().copied().unwrap_or(0);
        prop_assert!((0..=most).all(|row| found.contains(&row)), "{found:?}");
    }
}
