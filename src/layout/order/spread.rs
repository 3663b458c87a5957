//! Orders for families whose lines lead far and wide: everybody on a slow wave over the whole family.
//!
//! Where families married each other again and again, no order that grows from one couple knows yet
//! who will have to meet at the other end. A slow wave does: kin stand close on it, and those who are
//! far from each other by all ways stand at its two ends. It is what is left of a noise after the
//! quick waves are filtered out (spectral ordering: Hall 1970, Juvan and Mohar 1992; the filter is
//! Chebyshev's, as in Zhou and Saad 2007). Then each row is spread evenly and filtered again, many
//! times, because rows are not equally dense everywhere. No two noises leave the same wave; several are
//! filtered side by side, and some of them more than others: families that married far and wide want
//! it smooth, others not.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::array::from_fn;
use std::collections::BTreeMap;

use super::board::Board;
use super::fold::Fold;
use super::kin::index;
use super::lists::Lists;
use super::search::Chance;
use crate::share;

/// Waves that are made at once.
pub(super) const AT_ONCE: usize = 4;
/// Steps of the filter.
const STEPS: usize = 300;
/// Waves of which one step of averaging leaves less than this share are filtered out.
const BAND: f32 = 0.95;
/// Steps after which what rounding has added is taken out and the waves are made small again.
const CENTER: usize = 8;
/// Steps of averaging after the filter, against its ripple.
const AFTER: usize = 2;
/// Steps of the filter, or of averaging, each time after rows are spread evenly.
const FILTER: usize = 16;
const FOLLOW: usize = 20;

/// An item's place on each of the waves.
type Places = [f32; AT_ONCE];

/// How rows are spread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    /// How many times they are spread evenly.
    times: usize,
    /// Waves of which one step of averaging leaves less than this share are filtered out each time
    /// after that, by wave; without it everybody is averaged with their kin.
    bands: Option<Places>,
    /// At how many of the last times the order is judged, that before the first spreading included.
    late: usize,
}

/// For hundreds of people, whose orders may be best at any time.
pub(super) const GENTLE: Course = Course { times: 12, bands: None, late: 13 };
/// For thousands, whose orders get better until the end: about as smooth as 25, 50, 90 and 150 steps
/// of averaging.
pub(super) const SMOOTH: Course =
    Course { times: 28, bands: Some([0.6, 0.9, 0.96, 0.98]), late: 1 };

/// Orders of the folded items in which kin stand close, with what they cost. Each `seed` gives others.
pub(super) fn spread(fold: &Fold, course: &Course, seed: u64) -> Vec<(i64, Vec<Vec<u32>>)> {
    let web = Web::new(fold);
    let mut places = web.waves(seed);
    let mut means = Vec::new();
    let mut rows = vec![Vec::new(); fold.graph.gaps.len()];
    for (&row, item) in fold.graph.row.iter().zip(0..) {
        rows[row as usize].push(item);
    }
    let mut rows = [(); AT_ONCE].map(|()| rows.clone());
    let mut judged = [const { Vec::new() }; AT_ONCE];
    for time in 0..=course.times {
        if 0 < time {
            match course.bands {
                Some(bands) => places = web.filtered(places, FILTER, bands, |_, _| {}),
                None => web.follow(&mut places, &mut means, FOLLOW),
            }
        }
        for (lane, (rows, judged)) in rows.iter_mut().zip(&mut judged).enumerate() {
            sort(rows, |item| places[item as usize][lane]);
            if course.times < time + course.late {
                judged.push(rows.clone());
            }
            for row in rows {
                let share = 1.0 / row.len() as f32;
                for (nth, &item) in row.iter().enumerate() {
                    places[item as usize][lane] = (nth as f32 + 0.5) * share - 0.5;
                }
            }
        }
    }
    let best = share::given(judged.into_iter(), share::threads(), |orders| cheapest(fold, orders));
    best.into_iter().flatten().collect()
}

/// The cheapest of some orders, with what it costs.
fn cheapest(fold: &Fold, orders: Vec<Vec<Vec<u32>>>) -> Option<(i64, Vec<Vec<u32>>)> {
    let mut board = Board::new(&fold.graph, &fold.rules, orders.first()?.clone());
    let costed = orders.into_iter().map(|order| (board.cost_of(&order), order));
    let (cost, rows) = costed.min_by_key(|order| order.0)?;
    // A wave may as well run the other way; ages and sides tell.
    let mirrored: Vec<Vec<u32>> =
        rows.iter().map(|row| row.iter().rev().copied().collect()).collect();
    let turned = board.cost_of(&mirrored);
    Some(if turned < cost { (turned, mirrored) } else { (cost, rows) })
}

/// Puts the items of each row in the order of their places.
fn sort(rows: &mut [Vec<u32>], place: impl Fn(u32) -> f32) {
    let mut placed = Vec::new();
    for row in rows {
        placed.clear();
        placed.extend(row.iter().map(|&item| in_order(place(item), item)));
        placed.sort_unstable();
        for (item, placed) in row.iter_mut().zip(&placed) {
            *item = *placed as u32;
        }
    }
}

/// A whole number for a place and an item, in the order of [`f32::total_cmp`] and then of items:
/// sooner compared.
fn in_order(place: f32, item: u32) -> u64 {
    let bits = place.to_bits();
    let sign = if bits >> 31 == 0 { 1 << 31 } else { u32::MAX };
    u64::from(bits ^ sign) << 32 | u64::from(item)
}

/// Who hangs together with whom.
struct Web<'a> {
    fold: &'a Fold,
    /// How many nets each item is in.
    weight: Vec<f32>,
    /// The items of each net, and the nets of each item.
    of_nets: Means,
    of_items: Means,
    /// The items of each family that are in any net; families are not related.
    families: Lists<u32>,
}

impl<'a> Web<'a> {
    fn new(fold: &'a Fold) -> Self {
        let nets_of = Lists::new(fold.graph.items(), || {
            let nets = fold.nets.iter().zip(0..);
            nets.flat_map(|(net, at)| net.iter().map(move |&item| (item, at)))
        });
        let weight: Vec<f32> = nets_of.iter().map(|nets| nets.len() as f32).collect();
        Self {
            of_nets: Means::new(&fold.nets),
            of_items: Means::new(&nets_of),
            families: families(fold, &nets_of),
            fold,
            weight,
        }
    }

    /// Tells `put` for each item the mean of the means of its nets.
    fn average(
        &self,
        places: &[Places],
        means: &mut Vec<Places>,
        mut put: impl FnMut(usize, Places),
    ) {
        means.resize(self.fold.nets.len(), [0.0; AT_ONCE]);
        self.of_nets.tell(places, |net, mean| means[net] = mean);
        self.of_items.tell(means, &mut put);
    }

    /// Everybody goes to the mean of the means of their nets, so many times.
    fn follow(&self, places: &mut Vec<Places>, means: &mut Vec<Places>, times: usize) {
        let mut next = places.clone();
        for _ in 0..times {
            self.average(places, means, |item, mean| next[item] = mean);
            std::mem::swap(places, &mut next);
        }
    }

    /// Slow waves, families side by side.
    fn waves(&self, seed: u64) -> Vec<Places> {
        const GRAINS: usize = 1 << 20;
        let mut chance = Chance::new(seed);
        let mut noise = || chance.below(GRAINS) as f32 / GRAINS as f32 - 0.5;
        let mut noises: Vec<Places> =
            self.weight.iter().map(|_| [(); AT_ONCE].map(|()| noise())).collect();
        self.center(&mut noises);
        let mut places = self.filtered(noises, STEPS, [BAND; AT_ONCE], |step, waves| {
            if step % CENTER == 0 {
                self.shrink(waves.map(|waves| {
                    self.center(waves);
                    waves
                }));
            }
        });
        self.follow(&mut places, &mut Vec::new(), AFTER);
        self.put_side_by_side(&mut places);
        places
    }

    /// What so many steps of the filter leave of waves, times some number: little of those of which a
    /// step of averaging leaves less than the share `bands`. Calls `tidy` after each step.
    fn filtered(
        &self,
        waves: Vec<Places>,
        steps: usize,
        bands: Places,
        tidy: impl Fn(usize, [&mut [Places]; 2]),
    ) -> Vec<Places> {
        // Chebyshev's polynomials stay small on the band and grow the faster the further beyond.
        let scale = bands.map(|band| 2.0 / band);
        let mut before = waves;
        let mut means = Vec::with_capacity(self.fold.nets.len());
        let mut places = before.clone();
        self.average(&before, &mut means, |item, mean| {
            let before = before[item];
            places[item] = from_fn(|lane| scale[lane] * mean[lane] - before[lane]);
        });
        for step in 1..steps {
            // The oldest are written over.
            self.average(&places, &mut means, |item, mean| {
                let (place, oldest) = (places[item], before[item]);
                before[item] = from_fn(|lane| {
                    let next = scale[lane] * mean[lane] - place[lane];
                    2.0 * next - oldest[lane]
                });
            });
            std::mem::swap(&mut before, &mut places);
            tidy(step, [&mut places, &mut before]);
        }
        places
    }

    /// Takes the mean of each family, to which averaging would take them, out.
    fn center(&self, places: &mut [Places]) {
        for family in self.families.iter() {
            let mut sum = [0.0; AT_ONCE];
            let mut weight = 0.0;
            for &item in family {
                add(&mut sum, places[item as usize], self.weight[item as usize]);
                weight += self.weight[item as usize];
            }
            family.iter().for_each(|&item| add(&mut places[item as usize], sum, -1.0 / weight));
        }
    }

    /// Makes the waves of each family so small that they reach from −1 to 1, and those of a step before
    /// with them.
    fn shrink(&self, [waves, before]: [&mut [Places]; 2]) {
        for family in self.families.iter() {
            let mut most = [f32::MIN_POSITIVE; AT_ONCE];
            for &item in family {
                let here = waves[item as usize];
                most.iter_mut().zip(here).for_each(|(most, x)| *most = most.max(x.abs()));
            }
            let share = most.map(|most| 1.0 / most);
            for &item in family {
                for waves in [&mut *waves, &mut *before] {
                    let places = &mut waves[item as usize];
                    places.iter_mut().zip(share).for_each(|(x, share)| *x *= share);
                }
            }
        }
    }

    /// Families that are not related do not mingle.
    fn put_side_by_side(&self, places: &mut [Places]) {
        let mut right = 0.0;
        for family in self.families.iter() {
            let mut low = [f32::INFINITY; AT_ONCE];
            let mut high = [f32::NEG_INFINITY; AT_ONCE];
            for &item in family {
                let here = places[item as usize];
                low.iter_mut().zip(here).for_each(|(low, x)| *low = low.min(x));
                high.iter_mut().zip(here).for_each(|(high, x)| *high = high.max(x));
            }
            for &item in family {
                let ends = low.iter().zip(&high);
                for (x, (low, high)) in places[item as usize].iter_mut().zip(ends) {
                    // From 0 to 1 in the family; all at the left end if it has no width.
                    let part = if low < high { (*x - low) / (high - low) } else { 0.0 };
                    *x = right + part * family.len() as f32;
                }
            }
            right += family.len() as f32 + 1.0;
        }
    }
}

/// Adds `times` the places `other` to `places`.
#[inline]
fn add(places: &mut Places, other: Places, times: f32) {
    for lane in 0..AT_ONCE {
        places[lane] += times * other[lane];
    }
}

/// Short lists, of each of which a mean is wanted again and again; those of one length together, so
/// that the processor need not guess where each of them ends.
struct Means(Vec<Alike>);

/// Lists of one length.
struct Alike {
    length: usize,
    /// The number of each list.
    numbers: Vec<u32>,
    /// What is in them, one behind the other.
    items: Vec<u32>,
}

impl Means {
    fn new(lists: &Lists<u32>) -> Self {
        let mut alike: BTreeMap<usize, Alike> = BTreeMap::new();
        for (list, number) in lists.iter().zip(0..) {
            let new = || Alike { length: list.len(), numbers: Vec::new(), items: Vec::new() };
            let alike = alike.entry(list.len()).or_insert_with(new);
            alike.numbers.push(number);
            alike.items.extend(list);
        }
        Self(alike.into_values().collect())
    }

    /// Tells `put` the mean of the `places` of each list; nought for those that are empty.
    #[inline]
    fn tell(&self, places: &[Places], mut put: impl FnMut(usize, Places)) {
        for alike in &self.0 {
            match alike.length {
                1 => alike.tell_of::<1>(places, &mut put),
                2 => alike.tell_of::<2>(places, &mut put),
                3 => alike.tell_of::<3>(places, &mut put),
                4 => alike.tell_of::<4>(places, &mut put),
                5 => alike.tell_of::<5>(places, &mut put),
                _ => alike.tell_each(places, &mut put),
            }
        }
    }
}

impl Alike {
    #[inline]
    fn tell_of<const LENGTH: usize>(&self, places: &[Places], put: &mut impl FnMut(usize, Places)) {
        let (lists, _) = self.items.as_chunks::<LENGTH>();
        for (list, &number) in lists.iter().zip(&self.numbers) {
            put(number as usize, mean(list, places, 1.0 / LENGTH as f32));
        }
    }

    #[inline]
    fn tell_each(&self, places: &[Places], put: &mut impl FnMut(usize, Places)) {
        let length = self.length.max(1);
        for (nth, &number) in self.numbers.iter().enumerate() {
            let list = self.items.iter().skip(nth * self.length).take(self.length);
            put(number as usize, mean(list, places, 1.0 / length as f32));
        }
    }
}

/// The sum of those `places`, times `share`.
#[inline]
fn mean<'a>(list: impl IntoIterator<Item = &'a u32>, places: &[Places], share: f32) -> Places {
    let mut sum = [0.0; AT_ONCE];
    for &one in list {
        let one = places[one as usize];
        sum = from_fn(|lane| sum[lane] + one[lane]);
    }
    sum.map(|lane| lane * share)
}

/// The items of each family, as far as they are in any net.
fn families(fold: &Fold, nets_of: &Lists<u32>) -> Lists<u32> {
    let mut families = Lists::empty();
    let mut is_seen = vec![false; fold.graph.items()];
    for first in 0..index(fold.graph.items()) {
        if nets_of.of(first).is_empty() || std::mem::replace(&mut is_seen[first as usize], true) {
            continue;
        }
        let mut family = vec![first];
        let mut done = 0;
        while let Some(&item) = family.get(done) {
            done += 1;
            for &other in nets_of.of(item).iter().flat_map(|&net| fold.nets.of(net)) {
                if !std::mem::replace(&mut is_seen[other as usize], true) {
                    family.push(other);
                }
            }
        }
        families.push(family);
    }
    families
}

#[cfg(test)]
mod tests {
    use super::super::graph::Graph;
    use super::super::kin::Kin;
    use super::super::rules::Rules;
    use super::super::tests::{families, member, union};
    use super::*;
    use crate::layout::{Family, Options, Side};
    use proptest::prelude::*;

    fn fold(family: &Family) -> (Kin, Fold) {
        let kin = Kin::new(family);
        let graph = Graph::new(&kin);
        let rules = Rules::new(&kin, &graph, &Options::default());
        let fold = Fold::new(&kin, &graph, &rules);
        (kin, fold)
    }

    #[test]
    fn each_list_gets_the_mean_of_its_own_places() {
        let places: Vec<Places> = (0..9_u8).map(|x| [f32::from(x), 1.0, 0.0, -2.0]).collect();
        let all: Vec<Vec<u32>> = (0..9).map(|length| (0..length).rev().collect()).collect();
        let mut lists = Lists::empty();
        // Of every length, long before short and one of them twice.
        all.iter().rev().chain(&all[3..4]).for_each(|list| lists.push(list.iter().copied()));
        let mut found = vec![None; lists.len()];
        Means::new(&lists).tell(&places, |list, mean| {
            assert!(found[list].replace(mean).is_none(), "list {list} is told twice");
        });
        for (list, mean) in lists.iter().zip(found) {
            let length = list.len().max(1) as f32;
            let sum = |lane: usize| list.iter().map(|&one| places[one as usize][lane]).sum::<f32>();
            for (lane, mean) in mean.unwrap().into_iter().enumerate() {
                assert!((mean - sum(lane) / length).abs() < 1e-6, "{list:?}, {lane}: {mean}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn whole_numbers_keep_the_order(a: f32, b: f32, item: u32) {
            for (a, b) in [(a, b), (a, -a), (a, 0.0), (-0.0, 0.0), (a, a)] {
                let numbers = [a, b].map(|place| in_order(place, item));
                prop_assert_eq!(numbers[0].cmp(&numbers[1]), a.total_cmp(&b), "{} {}", a, b);
                prop_assert_eq!(numbers[0] as u32, item);
            }
        }

        #[test]
        fn everybody_stands_in_their_row_on_every_wave(family in families()) {
            let (_, fold) = fold(&family);
            for (cost, rows) in spread(&fold, &GENTLE, 1) {
                for (row, at) in rows.iter().zip(0..) {
                    prop_assert!(row.iter().all(|&item| fold.graph.row[item as usize] == at));
                }
                let mut items = rows.concat();
                items.sort_unstable();
                prop_assert_eq!(items, (0..index(fold.graph.items())).collect::<Vec<_>>());
                let board = Board::new(&fold.graph, &fold.rules, rows);
                prop_assert_eq!(board.cost(), cost);
            }
        }
    }

    /// `n` couples in a row, each joined to the next by two siblings who married into both.
    fn chain(n: usize) -> Family {
        let mut family = Family {
            people: vec![member(None, Side::Either); 4 * n],
            unions: (0..n).map(|k| union(&[4 * k, 4 * k + 1], &[4 * k + 2, 4 * k + 3])).collect(),
        };
        family.unions.extend((1..n).map(|k| union(&[4 * k - 1, 4 * k + 2], &[])));
        family
    }

    #[test]
    fn a_chain_of_families_lies_stretched_out() {
        let (kin, fold) = fold(&chain(12));
        for (_, rows) in spread(&fold, &SMOOTH, 7) {
            let board = Board::new(&fold.graph, &fold.rules, rows.clone());
            assert_eq!(board.crossings(), 0, "{rows:?}");
        }
        assert_eq!(kin.n_rows, 2);
    }

    #[test]
    fn families_that_are_not_related_do_not_mingle() {
        let mut family = chain(5);
        let other = chain(4);
        let first = family.people.len();
        family.people.extend(other.people);
        for mut union in other.unions {
            union.partners.iter_mut().for_each(|p| *p += first);
            union.children.iter_mut().for_each(|c| c.person += first);
            family.unions.push(union);
        }
        let (kin, fold) = fold(&family);
        for (_, rows) in spread(&fold, &SMOOTH, 3) {
            for row in fold.unfolded(&rows) {
                let is_first = |&item: &u32| kin.original[item as usize] < first;
                let changes = row.chunk_by(|a, b| is_first(a) == is_first(b)).count();
                assert_eq!(changes, 2, "{row:?}");
            }
        }
    }
}
