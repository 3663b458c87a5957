//! Couples that an order and columns leave out of account, because there are too many among the same
//! few people.
//!
//! Where everybody is everybody's partner, no order is better than another, and a search for one would
//! not end: what it weighs grows with the square of the couples and more. Such families are mistakes in
//! a file, or made to try the program. Their couples are all drawn; but who stands where is found from
//! so many of them that everybody still hangs together, and a handful more.

use crate::layout::{Family, Union};

/// Somebody with more partners than this may be in a tangle.
const MANY: usize = 5;
/// So many couples between such people count, besides those that hold people together.
const MOST: usize = 8;

/// Which unions count for who stands where, by their number.
pub(super) fn counted(family: &Family) -> Vec<bool> {
    let mut partners = vec![0_usize; family.people.len()];
    for person in family.unions.iter().flat_map(|union| &union.partners) {
        if let Some(n) = partners.get_mut(*person) {
            *n += 1;
        }
    }
    let has_many = |person: &usize| partners.get(*person).is_some_and(|n| MANY < *n);
    let is_tangled = |union: &Union| {
        union.children.is_empty() && 1 < union.partners.len() && union.partners.iter().all(has_many)
    };
    let mut groups = Groups((0..family.people.len()).collect());
    let mut more = 0;
    let counts = |union: &Union| {
        let [a, b, ..] = union.partners[..] else { return true };
        if !is_tangled(union) || groups.join(a, b) {
            return true;
        }
        more += 1;
        more <= MOST
    };
    family.unions.iter().map(counts).collect()
}

/// Who hangs together with whom: each person names another of the group, the last one themselves.
struct Groups(Vec<usize>);

impl Groups {
    fn first(&mut self, mut person: usize) -> Option<usize> {
        loop {
            let next = *self.0.get(person)?;
            if next == person {
                return Some(person);
            }
            let after = *self.0.get(next)?;
            *self.0.get_mut(person)? = after;
            person = after;
        }
    }

    /// Puts the groups of two people together. False if they are one already.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.first(a), self.first(b)) else { return false };
        if let Some(name) = self.0.get_mut(a) {
            *name = b;
        }
        a != b
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;
    use crate::layout::{Member, Side};

    fn family_of(people: usize, couples: impl Iterator<Item = Vec<usize>>) -> Family {
        let union = |partners| Union { partners, ..Union::default() };
        let person = Member {
            size: Size::new(80.0, 60.0),
            symbol_drop: 20.0,
            symbol_half: 16.0,
            side: Side::Either,
            birth: None,
            pin: None,
        };
        Family { people: vec![person; people], unions: couples.map(union).collect() }
    }

    #[test]
    fn ordinary_families_count_in_full() {
        // Somebody with thirty partners, who have nobody else.
        let star = family_of(31, (1..31).map(|p| vec![0, p]));
        assert!(counted(&star).iter().all(|it| *it));
        let chain = family_of(31, (1..31).map(|p| vec![p - 1, p]));
        assert!(counted(&chain).iter().all(|it| *it));
    }

    #[test]
    fn where_everybody_is_a_partner_of_everybody_few_couples_count() {
        let all = (0..50).flat_map(|a| (a + 1..50).map(move |b| vec![a, b]));
        let counted = counted(&family_of(50, all));
        assert_eq!(counted.iter().filter(|it| **it).count(), 49 + MOST);
    }
}
