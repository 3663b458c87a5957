//! A first order for a large family: it grows person by person from one couple, each newcomer where
//! they make the fewest crossings among those who stand there already.
//!
//! A walk draws branch by branch and puts the family of everybody who married in between brothers and
//! sisters. Here such a family finds its way to the outside by itself.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

mod growth;
mod long;
mod places;
mod short;
mod tally;

use std::cmp::Reverse;

use super::kin::{Bond, Kin, index};
use super::lists::Lists;
use super::rules::{CROSSING, STRANGER_IN_SIBSHIP};
use crate::share;

use growth::grown;
use long::Long;
use short::Short;

/// Somebody new between two partners.
const COUPLE_BROKEN: i32 = 56;
/// Siblings in the wrong order.
const AGAINST_AGE: i32 = 20;
/// Two lines that cross, and somebody new between siblings: in few bits, for all places at once.
const CROSSING_LINES: i32 = CROSSING as i32;
const AMONG_SIBLINGS: i32 = STRANGER_IN_SIBSHIP as i32;
/// No bond, no person.
const NONE: u32 = u32::MAX;
/// Most people of a family of which every place of a row is judged.
const SHORT: usize = 6_000;

/// How an order grows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pace: Pace,
    siblings: Siblings,
}

/// Which family comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    /// All families that are as many marriages away from the first couple grow side by side.
    Together,
    /// Each family is drawn to the end before the next begins.
    InTurn,
}

/// The order that siblings are given at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Siblings {
    /// The elder left of the younger.
    ByAge,
    /// Those who married into families that are drawn, too, at the ends, where these families find
    /// room; the others by age.
    MarriedOutside,
}

/// What is best for hundreds.
pub(super) const AT_ONCE: [Manner; 1] = [SIDE_BY_SIDE];
/// Both: what is best for a hundred.
pub(super) const BOTH: [Manner; 2] = [SIDE_BY_SIDE, ONE_BY_ONE];
/// What is best for thousands.
pub(super) const ONE_AT_A_TIME: [Manner; 1] = [ONE_BY_ONE];

const SIDE_BY_SIDE: Manner = Manner { pace: Pace::Together, siblings: Siblings::ByAge };
const ONE_BY_ONE: Manner = Manner { pace: Pace::InTurn, siblings: Siblings::MarriedOutside };

/// Orders grown from `starts` couples near the middle row in each of the `manners`, and what `finish`
/// makes of each, shared among the processors.
pub(super) fn several<R: Send>(
    kin: &Kin,
    starts: usize,
    manners: &[Manner],
    finish: impl Fn(Vec<Vec<u32>>) -> R + Sync,
) -> Vec<R> {
    /// Couples further out than this share of all are no good start.
    const MIDDLE: usize = 4;
    let mut bonds: Vec<u32> = (0..index(kin.bonds.len())).collect();
    bonds.sort_by_cached_key(|&at| {
        let bond = &kin.bonds[at as usize];
        let row = bond.partners.iter().map(|&p| kin.row[p as usize]).max().unwrap_or(0);
        (row.abs_diff(kin.n_rows / 2), Reverse(bond.children.len()))
    });
    let from = |nth: usize| nth * bonds.len() / (starts * MIDDLE);
    let ground = Ground::new(kin);
    let soil = Soil { kin, ground: &ground };
    let order = |&(nth, manner): &(usize, Manner)| {
        let grown = if kin.people() < SHORT { grown::<Short<'_>> } else { grown::<Long<'_>> };
        finish(grown(soil, manner, &bonds, from(nth)))
    };
    let ways = (0..starts).flat_map(|nth| manners.iter().map(move |&manner| (nth, manner)));
    share::mapped(&ways.collect::<Vec<_>>(), share::threads(), order)
}

/// What does not change while an order grows.
#[derive(Clone, Copy, Debug)]
struct Soil<'a> {
    kin: &'a Kin,
    ground: &'a Ground,
}

/// What is the same for all orders that grow.
#[derive(Debug)]
struct Ground {
    /// The bond from which each person hangs whose line comes from the row just above, or [`NONE`].
    hangs_from: Vec<u32>,
    /// The bonds that hang from each person, if no partner stands lower.
    knotted: Lists<u32>,
    /// The partners in the lowest row of each bond; or [`NONE`].
    knots: Vec<[u32; 2]>,
    /// Everybody's rank among their siblings, for [`Siblings::MarriedOutside`].
    outside: Vec<f64>,
}

impl Ground {
    fn new(kin: &Kin) -> Self {
        let row = |person: u32| kin.row[person as usize];
        let bottom: Vec<Option<usize>> =
            kin.bonds.iter().map(|b| b.partners.iter().map(|&p| row(p)).max()).collect();
        let hangs_from = |(home, &row): (&Option<u32>, &usize)| {
            let is_just_above = |home: &u32| bottom[*home as usize].map(|b| b + 1) == Some(row);
            home.filter(is_just_above).unwrap_or(NONE)
        };
        let knotted = Lists::new(kin.people(), || {
            let bonds = kin.bonds.iter().zip(&bottom).zip(0..);
            bonds.flat_map(|((bond, &bottom), at)| {
                let here = bond.partners.iter().filter(move |&&p| Some(row(p)) == bottom);
                here.map(move |&p| (p, at))
            })
        });
        let knot = |(bond, &bottom): (&Bond, &Option<usize>)| {
            let mut here = bond.partners.iter().copied().filter(|&p| Some(row(p)) == bottom);
            [here.next().unwrap_or(NONE), here.next().unwrap_or(NONE)]
        };
        let hangs_from = kin.home.iter().zip(&kin.row).map(hangs_from).collect();
        let knots = kin.bonds.iter().zip(&bottom).map(knot).collect();
        Self { hangs_from, knotted, knots, outside: outside(kin) }
    }
}

/// Everybody's rank among their siblings by age; those whose partners have parents in the picture stand
/// before the others or after them. There is room for two of a sibship, those with most such partners.
fn outside(kin: &Kin) -> Vec<f64> {
    let foreign = |child: u32| {
        let bonds = kin.as_partner[child as usize].iter();
        let partners = bonds.filter_map(|&bond| kin.partner(bond, child));
        partners.filter(|&partner| kin.home[partner as usize].is_some()).count()
    };
    let mut rank = vec![0.0; kin.people()];
    for Bond { children, .. } in &kin.bonds {
        let mut married = Vec::new();
        for (nth, &child) in children.iter().enumerate() {
            rank[child as usize] = nth as f64;
            married.push((foreign(child), nth));
        }
        married.retain(|&(count, _)| 0 < count);
        married.sort_by_key(|&(count, _)| Reverse(count));
        married.truncate(2);
        married.sort_by_key(|&(_, nth)| nth);
        for (at, &(_, nth)) in married.iter().enumerate() {
            let is_left = if married.len() == 1 { 2 * nth < children.len() } else { at == 0 };
            let end = if is_left { f64::NEG_INFINITY } else { f64::INFINITY };
            rank[children[nth] as usize] = end;
        }
    }
    rank
}

#[cfg(test)]
mod tests {
    use super::super::graph::Graph;
    use super::super::rules::Rules;
    use super::super::tests::{families, member, union};
    use super::super::walk::with_cost;
    use super::*;
    use crate::layout::{Family, Side};
    use proptest::prelude::*;

    /// The rows that grow in both ways of keeping them.
    fn both(family: &Family, manner: Manner) -> [Vec<Vec<u32>>; 2] {
        let kin = Kin::new(family);
        let ground = Ground::new(&kin);
        let soil = Soil { kin: &kin, ground: &ground };
        let bonds: Vec<u32> = (0..index(kin.bonds.len())).collect();
        [grown::<Short<'_>>(soil, manner, &bonds, 0), grown::<Long<'_>>(soil, manner, &bonds, 0)]
    }

    /// A family of so many people in four generations, tangled at random: each couple has up to four
    /// children, of whom most marry somebody of the same generation.
    fn tangle(people: usize, mut seed: u64) -> Family {
        let mut below = move |n: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % n
        };
        let born = |nth: usize| 1850.0 + (nth * 4 / people) as f64 * 30.0 + (nth % 25) as f64;
        let side = |nth: usize| if nth.is_multiple_of(2) { Side::Left } else { Side::Right };
        let members = (0..people).map(|nth| member(Some(born(nth)), side(nth))).collect();
        let quarter = people / 4;
        let mut free: Vec<usize> = (quarter..people).rev().collect();
        let mut unions = Vec::new();
        for generation in 0..3 {
            let first = generation * quarter;
            for _ in 0..quarter / 2 {
                let near = first + below(quarter);
                let far = first + (near - first + 1 + below(7)) % quarter;
                let mut children = Vec::new();
                for _ in 0..below(5) {
                    let is_next = |&&child: &&usize| child / quarter == generation + 1;
                    children.extend(free.last().filter(is_next).copied());
                    if children.last() == free.last() {
                        free.pop();
                    }
                }
                unions.push(union(&[near, far], &children));
            }
            free.retain(|&child| generation + 1 < child / quarter);
        }
        Family { people: members, unions }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn long_rows_grow_as_short_ones_do_while_they_are_short(family in families()) {
            for manner in [SIDE_BY_SIDE, ONE_BY_ONE] {
                let [short, long] = both(&family, manner);
                prop_assert_eq!(short, long);
            }
        }
    }

    #[test]
    fn rows_in_many_pieces_grow_nearly_as_if_every_place_were_judged() {
        for seed in 1..4 {
            let family = tangle(4_000, seed);
            let kin = Kin::new(&family);
            let graph = Graph::new(&kin);
            let rules = Rules::new(&kin, &graph, &crate::layout::Options::default());
            let [short, long] =
                both(&family, ONE_BY_ONE).map(|rows| with_cost(&graph, &rules, rows).0);
            assert!(long <= short + short / 1_000, "{long} instead of {short} in family {seed}");
        }
    }

    #[test]
    fn a_row_in_many_pieces_keeps_everybody_once() {
        let family = tangle(3_000, 7);
        let kin = Kin::new(&family);
        let [short, long] = both(&family, ONE_BY_ONE);
        for (row, (mut short, mut long)) in short.into_iter().zip(long).enumerate() {
            short.sort_unstable();
            long.sort_unstable();
            assert_eq!(short, long, "row {row} of {}", kin.n_rows);
        }
    }

    #[test]
    fn somebody_with_thousands_of_partners_and_children_grows_in_time() {
        let n = 20_000;
        let people = vec![member(None, Side::Either); 2 * n + 1];
        let mut unions: Vec<_> = (1..n).map(|partner| union(&[0, partner], &[])).collect();
        unions.push(union(&[0, n], &(n + 1..2 * n).collect::<Vec<_>>()));
        let kin = Kin::new(&Family { people, unions });
        let ground = Ground::new(&kin);
        let bonds: Vec<u32> = (0..index(kin.bonds.len())).collect();
        let soil = Soil { kin: &kin, ground: &ground };
        let long = grown::<Long<'_>>(soil, ONE_BY_ONE, &bonds, 0);
        assert_eq!(long.iter().map(Vec::len).sum::<usize>(), 2 * n + 1);
    }
}
