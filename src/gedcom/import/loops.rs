//! Takes out the links that would make somebody their own ancestor: one for every loop.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are handed out here and never leave this file"
)]

use std::collections::{BTreeMap, BTreeSet};

use crate::gedcom::report::Report;
use crate::model::{PersonId, Union, UnionId};

/// From a parent to a child of a union.
struct Edge<'a> {
    child: usize,
    union: &'a UnionId,
}

/// How far the walk has come with a person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    No,
    /// On the way from the start of the walk to where it is now.
    OnTheWay,
    Done,
}

/// Removes from `unions` the child links that close a loop, the people stay.
///
/// A walk down from the oldest: the link that leads back to somebody on the way is the one that
/// goes. What is left has no loops (depth-first search, Cormen et al., lemma 22.11).
pub(super) fn cut(unions: &mut BTreeMap<UnionId, Union>, report: &mut Report) {
    let wrong: BTreeSet<(UnionId, PersonId)> = back_links(unions);
    for (union, person) in wrong {
        if let Some(union) = unions.get_mut(&union) {
            union.children.retain(|child| child.person != person);
            report.own_ancestor(0);
        }
    }
}

fn back_links(unions: &BTreeMap<UnionId, Union>) -> BTreeSet<(UnionId, PersonId)> {
    let mut number: BTreeMap<&PersonId, usize> = BTreeMap::new();
    let mut people: Vec<&PersonId> = Vec::new();
    let members = unions.values().flat_map(|union| {
        union.partners.iter().chain(union.children.iter().map(|child| &child.person))
    });
    for person in members {
        number.entry(person).or_insert_with(|| {
            people.push(person);
            people.len() - 1
        });
    }
    let mut down: Vec<Vec<Edge<'_>>> = people.iter().map(|_| Vec::new()).collect();
    let mut has_parents = vec![false; people.len()];
    for (id, union) in unions {
        for child in union.children.iter().map(|child| number[&child.person]) {
            has_parents[child] |= !union.partners.is_empty();
            for parent in &union.partners {
                down[number[parent]].push(Edge { child, union: id });
            }
        }
    }
    let (rest, oldest): (Vec<usize>, Vec<usize>) =
        (0..people.len()).partition(|person| has_parents[*person]);
    let mut wrong = BTreeSet::new();
    let mut seen = vec![Seen::No; people.len()];
    for start in oldest.into_iter().chain(rest) {
        walk(start, &down, &mut seen, |edge| {
            wrong.insert((edge.union.clone(), people[edge.child].clone()));
        });
    }
    wrong
}

fn walk(start: usize, down: &[Vec<Edge<'_>>], seen: &mut [Seen], mut back: impl FnMut(&Edge<'_>)) {
    if seen[start] != Seen::No {
        return;
    }
    seen[start] = Seen::OnTheWay;
    let mut way = vec![(start, 0)];
    while let Some((person, next)) = way.last_mut() {
        let Some(edge) = down[*person].get(*next) else {
            seen[*person] = Seen::Done;
            way.pop();
            continue;
        };
        *next += 1;
        match seen[edge.child] {
            Seen::No => {
                seen[edge.child] = Seen::OnTheWay;
                way.push((edge.child, 0));
            }
            Seen::OnTheWay => back(edge),
            Seen::Done => {}
        }
    }
}
