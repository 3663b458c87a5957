//! The family with those folded together who stand side by side in every good order.
//!
//! A partner who married in without a family of their own stands beside their partner; brothers and
//! sisters without children, one after the other by age, stand in a row. Each such group becomes one
//! item, so that a search has half as many to move and each move takes half as long.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::{Gap, Graph};
use super::kin::{Kin, index};
use super::lists::{self, Lists};
use super::rules::{Couple, Elder, Nearer, RowRules, Rules, Sibship};
use super::sweep::Partners;
use super::wish::NOBODY;
use crate::layout::Side;

/// A family folded up, and how to unfold it.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    /// The nets between folded items.
    pub graph: Graph,
    /// The rules for folded items. Brothers and sisters in one item count as often as they are.
    pub rules: Rules,
    /// Folded items that hang together: the nets, and siblings whose parents are not there.
    pub nets: Lists<u32>,
    /// The folded item of each item.
    of: Vec<u32>,
    /// The items in each folded item, from left to right.
    members: Vec<Vec<u32>>,
}

impl Fold {
    /// Folds up `graph` and `rules`, which belong to `kin`.
    pub(super) fn new(kin: &Kin, graph: &Graph, rules: &Rules) -> Self {
        let members = groups(kin, graph, rules);
        let mut of = vec![0; graph.items()];
        for (group, at) in members.iter().zip(0..) {
            for &item in group {
                of[item as usize] = at;
            }
        }
        let row = members.iter().map(|group| graph.row[group[0] as usize]).collect();
        let gaps = graph.gaps.iter().map(|gap| folded_gap(gap, &of)).collect();
        let rows = rules.rows.iter().map(|rules| folded_rules(rules, &of)).collect();
        let mut nets = super::branch::nets(graph);
        for bond in kin.bonds.iter().filter(|bond| bond.partners.is_empty()) {
            nets.push(bond.children.iter().copied());
        }
        let mut folded_nets = Lists::empty();
        for net in nets.iter() {
            folded_nets.push(distinct(net, &of));
        }
        Self {
            graph: Graph { people: members.len(), row, passing: Vec::new(), gaps },
            rules: Rules { rows, prices: rules.prices },
            nets: folded_nets,
            of,
            members,
        }
    }

    /// Everybody's partners who are not folded to them.
    pub(super) fn partners(&self, partners: &Partners) -> Partners {
        let mut folded = Lists::empty();
        for (group, at) in self.members.iter().zip(0..) {
            let of = |&other: &u32| self.of.get(other as usize).copied().unwrap_or(NOBODY);
            let others = group.iter().flat_map(|&item| partners.of(item)).map(of);
            folded.push(others.filter(|&other| other != at));
        }
        folded
    }

    /// The folded items in the order of `rows`, each where the middle of its members is.
    pub(super) fn folded(&self, rows: &[Vec<u32>]) -> Vec<Vec<u32>> {
        let mut place = vec![0; self.members.len()];
        let mut folded = Vec::with_capacity(rows.len());
        for row in rows {
            let mut items = Vec::with_capacity(row.len());
            for (at, &item) in row.iter().enumerate() {
                let item = self.of[item as usize];
                if place[item as usize] == 0 {
                    items.push(item);
                }
                place[item as usize] += 2 * at + 1;
            }
            // Sums of places are compared as means without a division.
            let n = |item: u32| self.members[item as usize].len();
            items.sort_by_key(|&a: &u32| (place[a as usize] * 60) / n(a));
            folded.push(items);
        }
        folded
    }

    /// Everybody in the order of the folded items in `rows`.
    pub(super) fn unfolded(&self, rows: &[Vec<u32>]) -> Vec<Vec<u32>> {
        let members = |&item: &u32| self.members[item as usize].iter().copied();
        rows.iter().map(|row| row.iter().flat_map(members).collect()).collect()
    }
}

/// Who is folded together, from left to right; everybody else by themselves.
fn groups(kin: &Kin, graph: &Graph, rules: &Rules) -> Vec<Vec<u32>> {
    let mut is_bound = vec![false; graph.items()];
    for &person in rules.rows.iter().flat_map(|row| &row.pinned) {
        is_bound[person as usize] = true;
    }
    for &child in kin.bonds.iter().flat_map(|bond| &bond.second) {
        is_bound[child as usize] = true;
    }
    for twin in kin.twins().flatten() {
        is_bound[twin as usize] = true;
    }
    let mut spouse = vec![None; kin.people()];
    let mut has_issue = vec![false; kin.people()];
    for (bond, at) in kin.bonds.iter().zip(0..) {
        let is_leaf = bond.children.is_empty() && bond.second.is_empty();
        match spouse_of_one(kin, at, &is_bound) {
            Some((person, other)) => {
                spouse[person as usize] = Some(other);
                has_issue[person as usize] |= !is_leaf;
                has_issue[other as usize] = true;
            }
            None => bond.partners.iter().for_each(|&p| has_issue[p as usize] = true),
        }
    }
    let mut groups: Vec<Vec<u32>> = Vec::with_capacity(graph.items());
    let mut is_done = vec![false; graph.items()];
    for bond in &kin.bonds {
        let mut is_open = false;
        for &child in &bond.children {
            is_done[child as usize] = true;
            let unit = couple(kin, child, spouse[child as usize]);
            let is_leaf = !has_issue[child as usize] && !is_bound[child as usize];
            match groups.last_mut() {
                Some(group) if is_open && is_leaf && same_row(graph, group[0], child) => {
                    group.extend(unit);
                }
                _ => groups.push(unit),
            }
            is_open = is_leaf;
        }
    }
    for other in spouse.iter().flatten() {
        is_done[*other as usize] = true;
    }
    for item in 0..index(graph.items()) {
        if !is_done[item as usize] {
            let spouse = spouse.get(item as usize).copied().flatten();
            groups.push(couple(kin, item, spouse));
        }
    }
    groups
}

fn same_row(graph: &Graph, a: u32, b: u32) -> bool {
    graph.row[a as usize] == graph.row[b as usize]
}

/// Somebody and the partner who may be folded to them: neither has another partner, and the second
/// has no parents in the picture.
fn spouse_of_one(kin: &Kin, bond: u32, is_bound: &[bool]) -> Option<(u32, u32)> {
    let [a, b] = kin.bonds[bond as usize].partners[..] else { return None };
    let is_single = |p: u32| kin.as_partner[p as usize].len() == 1 && !is_bound[p as usize];
    let is_level = kin.row[a as usize] == kin.row[b as usize];
    if !is_level || !is_single(a) || !is_single(b) {
        return None;
    }
    let has_home = |p: u32| kin.home[p as usize].is_some();
    match (has_home(a), has_home(b)) {
        (_, false) => Some((a, b)),
        (false, true) => Some((b, a)),
        (true, true) => None,
    }
}

/// A person with the partner folded to them, if there is one, each on the preferred side.
fn couple(kin: &Kin, person: u32, spouse: Option<u32>) -> Vec<u32> {
    let Some(spouse) = spouse else { return vec![person] };
    let wants_right = |p: u32| match kin.side[p as usize] {
        Side::Left => 0,
        Side::Either => 1,
        Side::Right => 2,
    };
    if wants_right(spouse) < wants_right(person) {
        vec![spouse, person]
    } else {
        vec![person, spouse]
    }
}

/// The folded items of `items`, each once.
fn distinct(items: &[u32], of: &[u32]) -> Vec<u32> {
    lists::distinct(items.iter().map(|&item| of[item as usize]))
}

/// Lines to siblings who are folded become one that counts as often as they are; partners who are folded make one line.
fn folded_gap(gap: &Gap, of: &[u32]) -> Gap {
    let mut folded = Gap::default();
    for net in gap.iter() {
        let upper = distinct(net.upper, of);
        if 1 < upper.len() + net.lower.len() {
            let lower = distinct(net.lower, of);
            let times = |item: u32| {
                let same = net.lines().filter(|&(line, _)| of[line as usize] == item);
                same.map(|(_, times)| times).sum()
            };
            folded.push_lines(upper, lower.iter().map(|&item| (item, times(item))));
        }
    }
    folded
}

/// Pairs of the same two folded items become one.
fn folded_ages(pairs: &[Elder], of: &[u32]) -> Vec<Elder> {
    let at = |item: u32| of[item as usize];
    let mut folded: Vec<Elder> = pairs
        .iter()
        .map(|pair| Elder { elder: at(pair.elder), younger: at(pair.younger), ..*pair })
        .filter(|pair| pair.elder != pair.younger)
        .collect();
    folded.sort_unstable_by_key(|pair| (pair.elder, pair.younger));
    folded.dedup_by(|next, known| {
        let is_same = (next.elder, next.younger) == (known.elder, known.younger);
        known.times += if is_same { next.times } else { 0 };
        is_same
    });
    folded
}

fn folded_rules(rules: &RowRules, of: &[u32]) -> RowRules {
    let at = |item: u32| of[item as usize];
    let mut folded = RowRules::default();
    for couple in &rules.couples {
        let (left, right) = (at(couple.left), at(couple.right));
        if left != right {
            let others = distinct(&couple.others, of);
            folded.couples.push(Couple { left, right, others, ..*couple });
        }
    }
    for sibship in &rules.sibships {
        let members = distinct(&sibship.members, of);
        if members.len() < 2 {
            continue;
        }
        let by_age = folded_ages(&sibship.by_age, of);
        let mut company = distinct(&sibship.company, of);
        company.retain(|item| !members.contains(item));
        folded.sibships.push(Sibship { members, by_age, company });
    }
    for &rule in &rules.nearest {
        let [person, near, far] = [rule.person, rule.near, rule.far].map(at);
        folded.nearest.push(Nearer { person, near, far });
    }
    folded.pinned = rules.pinned.iter().map(|&item| at(item)).collect();
    folded
}

#[cfg(test)]
mod tests {
    use super::super::tests::{families, member, union};
    use super::super::walk;
    use super::*;
    use crate::layout::{Family, Options};
    use proptest::prelude::*;

    fn folded(family: &Family) -> (Kin, Graph, Fold) {
        let kin = Kin::new(family);
        let graph = Graph::new(&kin);
        let rules = Rules::new(&kin, &graph, &Options::default());
        let fold = Fold::new(&kin, &graph, &rules);
        (kin, graph, fold)
    }

    #[test]
    fn leaves_fold_to_their_neighbours_by_age() {
        // 0 and 1 have 2 to 6 by age; 4 has a family with 7, whose parents are 8 and 9
        let mut people = vec![member(None, Side::Either); 12];
        for (person, year) in [(2, 1990.0), (3, 1992.0), (4, 1994.0), (5, 1996.0), (6, 1998.0)] {
            people[person] = member(Some(year), Side::Left);
        }
        let unions =
            vec![union(&[0, 1], &[2, 3, 4, 5, 6]), union(&[4, 7], &[10]), union(&[8, 9], &[7, 11])];
        let (kin, _, fold) = folded(&Family { people, unions });
        let names = |group: &Vec<u32>| -> Vec<usize> {
            let mut names: Vec<usize> =
                group.iter().map(|&item| kin.original[item as usize]).collect();
            names.sort_unstable();
            names
        };
        let mut groups: Vec<Vec<usize>> = fold.members.iter().map(names).collect();
        groups.sort();
        let expected: [&[usize]; 8] =
            [&[0, 1], &[2, 3], &[4], &[5, 6], &[7], &[8, 9], &[10], &[11]];
        assert_eq!(groups, expected);
    }

    #[test]
    fn who_is_pinned_is_not_folded() {
        let mut people = vec![member(None, Side::Either); 4];
        people[1].pin = Some(crate::layout::Pin::Near(0.0));
        let unions = vec![union(&[0, 1], &[2, 3])];
        let (_, _, fold) = folded(&Family { people, unions });
        assert_eq!(fold.members.len(), 3, "{:?}", fold.members);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn folding_loses_nobody(family in families()) {
            let (kin, graph, fold) = folded(&family);
            let rules = Rules::new(&kin, &graph, &Options::default());
            for (_, rows) in walk::several(&kin, &graph, &rules, 2) {
                let short = fold.folded(&rows);
                let whole = fold.unfolded(&short);
                prop_assert_eq!(&fold.folded(&whole), &short, "folding is not stable");
                for (before, mut after) in rows.into_iter().zip(whole) {
                    let mut before = before;
                    before.sort_unstable();
                    after.sort_unstable();
                    prop_assert_eq!(before, after);
                }
            }
        }
    }
}
