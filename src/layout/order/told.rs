//! The order in which a family is told, where years do not say more.

#![expect(clippy::indexing_slicing, reason = "`tidy` checks every index that comes from outside")]

use std::collections::BTreeMap;

use super::kin::Kin;
use crate::layout::Family;

/// Lets those of `children` who were born at the same time, as far as is known, change numbers until
/// they stand in the order told.
pub(super) fn number_as_told(family: &Family, children: &[u32], number: &mut [u32]) {
    let mut alike: BTreeMap<Option<u64>, Vec<usize>> = BTreeMap::new();
    for &child in children {
        let birth = birth(family, child).map(f64::to_bits);
        alike.entry(birth).or_default().push(child as usize);
    }
    for children in alike.into_values() {
        let mut numbers: Vec<u32> = children.iter().map(|&child| number[child]).collect();
        numbers.sort_unstable();
        for (child, new) in children.into_iter().zip(numbers) {
            number[child] = new;
        }
    }
}

/// `children` of a union by birth; those of whom it is not known follow whoever was told before them.
/// Who were born together stay together.
pub(super) fn eldest_first(family: &Family, union: usize, children: &[u32]) -> Vec<u32> {
    let listed = family.unions.get(union).map(|union| union.children.as_slice());
    let twins = listed.into_iter().flatten().filter_map(|child| Some((child.person, child.twin?)));
    let twins: BTreeMap<usize, u32> = twins.collect();
    let mut births: Vec<(Option<u32>, Vec<u32>)> = Vec::new();
    for &child in children {
        let twin = twins.get(&(child as usize)).copied();
        match births.iter_mut().find(|(other, _)| twin.is_some() && *other == twin) {
            Some((_, together)) => together.push(child),
            None => births.push((twin, vec![child])),
        }
    }
    let known = |birth: &(Option<u32>, Vec<u32>)| {
        birth.1.iter().filter_map(|&child| self::birth(family, child)).reduce(f64::min)
    };
    let order = merged(&births.iter().map(known).collect::<Vec<_>>());
    let in_turn = |nth: usize| {
        let together = &births[nth].1;
        let born: Vec<_> = together.iter().map(|&child| birth(family, child)).collect();
        merged(&born).into_iter().map(move |nth| together[nth])
    };
    order.into_iter().flat_map(in_turn).collect()
}

/// The bonds of somebody in time; those of which the beginning is not known follow whichever was told
/// before them.
pub(super) fn bonds_in_time(kin: &Kin, person: u32) -> Vec<u32> {
    let mut bonds = kin.as_partner[person as usize].clone();
    bonds.sort_by_key(|&bond| kin.bonds[bond as usize].original);
    let from = |&bond: &u32| Some(kin.bonds[bond as usize].from).filter(|from| !from.is_nan());
    let order = merged(&bonds.iter().map(from).collect::<Vec<_>>());
    order.into_iter().map(|nth| bonds[nth]).collect()
}

/// The numbers of `moments` in time; those that are not known follow the one before them.
fn merged(moments: &[Option<f64>]) -> Vec<usize> {
    // Each known one with those that follow it; what is told before all known ones stays first.
    let mut runs: Vec<(f64, Vec<usize>)> = vec![(f64::NEG_INFINITY, Vec::new())];
    for (nth, moment) in moments.iter().enumerate() {
        match (moment, runs.last_mut()) {
            (None, Some((_, run))) => run.push(nth),
            (moment, _) => runs.push((moment.unwrap_or_default(), vec![nth])),
        }
    }
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

fn birth(family: &Family, person: u32) -> Option<f64> {
    family.people[person as usize].birth.filter(|birth| birth.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_follows_what_was_told_before() {
        assert_eq!(merged(&[None, None, None]), [0, 1, 2]);
        assert_eq!(merged(&[Some(1990.0), None, Some(1985.0)]), [2, 0, 1]);
        assert_eq!(merged(&[None, Some(2.0), Some(2.0), Some(1.0), None]), [0, 3, 4, 1, 2]);
    }
}
