//! Generation numbers: partners level, children below their parents.
//!
//! Works on indices only, so that the layout of a million people and the patterns of a family map
//! count generations in the same way. In nearly every family one walk finds numbers that satisfy
//! every bond. Where bonds contradict each other (an uncle who marries his niece, two fathers who
//! marry each other's daughters, somebody who is their own ancestor) parents still stand above their
//! children as long as nobody is their own ancestor, couples stay level unless that closes a cycle,
//! and the remaining lines are kept short.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are checked once in `Ties::tidy` and come from our own tables after that"
)]

mod contract;
mod shorten;

use super::rows::Rows;

/// Years between two generations, to align families that no bond joins. Means of 25 to 30 years are
/// found in most populations (Fenner 2005: 28.6 over both sexes).
const GENERATION_YEARS: f64 = 28.0;

/// The bonds between people, as pairs of indices. Pairs outside `0..people` are ignored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ties {
    /// How many people there are.
    pub people: usize,
    /// Moment of birth in years by person, where known; shorter than `people` is allowed.
    pub born: Vec<Option<f64>>,
    /// People who stand level: partners, and siblings whose parents are not there.
    pub level: Vec<[usize; 2]>,
    /// Parent, then child, where the child stands at home or is theirs by birth or adoption, too.
    pub descents: Vec<[usize; 2]>,
    /// Foster, step or other parent, then child. Obeyed where nothing else speaks.
    pub fosters: Vec<[usize; 2]>,
}

impl Ties {
    /// Without pairs that name nobody, or the same person twice.
    fn tidy(&self, list: &[[usize; 2]]) -> impl Iterator<Item = [usize; 2]> {
        let good = |&[a, b]: &[usize; 2]| a < self.people && b < self.people && a != b;
        list.iter().copied().filter(good)
    }
}

/// The generation of each person, 0 for the eldest of the whole family. No number between 0 and the
/// greatest is left out.
///
/// Takes time in proportion to people and bonds, also where bonds contradict each other.
#[must_use]
pub fn generations(ties: &Ties) -> Vec<usize> {
    let mut heights = Heights::new(ties.people);
    let mut at_odds: Vec<usize> = Vec::new();
    for [a, b] in ties.tidy(&ties.level) {
        if heights.join(a, b, 0) == Joined::AtOdds {
            at_odds.push(a);
        }
    }
    for [parent, child] in ties.tidy(&ties.descents) {
        if heights.join(parent, child, 1) == Joined::AtOdds {
            at_odds.push(parent);
        }
    }
    if !at_odds.is_empty() {
        heights = without_contradictions(ties, &mut heights, &at_odds);
    }
    for [parent, child] in ties.tidy(&ties.fosters) {
        heights.join(parent, child, 1);
    }
    aligned(&mut heights, &ties.born)
}

/// Solves the groups that hold contradictions and leaves the others as they are.
fn without_contradictions(ties: &Ties, heights: &mut Heights, at_odds: &[usize]) -> Heights {
    let people = ties.people;
    let mut is_odd = vec![false; people];
    for &person in at_odds {
        is_odd[heights.find(person).0] = true;
    }
    let mut number = vec![usize::MAX; people];
    let mut members = Vec::new();
    for (person, number) in number.iter_mut().enumerate() {
        if is_odd[heights.find(person).0] {
            *number = members.len();
            members.push(person);
        }
    }
    let inside = |list: &[[usize; 2]]| -> Vec<[usize; 2]> {
        let pairs = ties.tidy(list).map(|[a, b]| [number[a], number[b]]);
        pairs.filter(|&[a, _]| a != usize::MAX).collect()
    };
    let rows = contract::rows(members.len(), &inside(&ties.level), &inside(&ties.descents));

    let mut first_of_group = vec![usize::MAX; people];
    let mut solved = Heights::new(people);
    for person in 0..people {
        let (root, height) = heights.find(person);
        if first_of_group[root] == usize::MAX {
            first_of_group[root] = person;
        }
        let first = first_of_group[root];
        let below = match number[person] {
            usize::MAX => height - heights.find(first).1,
            mine => rows[mine] - rows[number[first]],
        };
        solved.join(first, person, below);
    }
    solved
}

/// Turns heights within groups into generations: groups side by side by birth years, empty rows out.
fn aligned(heights: &mut Heights, born: &[Option<f64>]) -> Vec<usize> {
    let people = heights.up.len();
    let found: Vec<(usize, i64)> = (0..people).map(|person| heights.find(person)).collect();
    let mut top = vec![i64::MAX; people];
    let mut size = vec![0_usize; people];
    for &(root, height) in &found {
        top[root] = top[root].min(height);
        size[root] += 1;
    }
    let years = found.iter().zip(born).filter_map(|(&(root, height), born)| {
        let year = born.filter(|year| year.is_finite())?;
        Some((root, year - GENERATION_YEARS * float(height - top[root])))
    });
    let start = starts(people, years);
    let largest = start.iter().max_by_key(|&&(root, _)| (size[root], usize::MAX - root));
    let mut shift = vec![0_i64; people];
    if let Some(&(_, reference)) = largest {
        for &(root, year) in &start {
            shift[root] = round((year - reference) / GENERATION_YEARS);
        }
    }
    let rows: Vec<i64> = found.iter().map(|&(root, h)| h - top[root] + shift[root]).collect();
    dense(&rows)
}

/// Median first year of each group that has any, by root.
fn starts(roots: usize, years: impl Iterator<Item = (usize, f64)> + Clone) -> Vec<(usize, f64)> {
    let (bounds, mut years) = Rows::grouped(roots, years).parts();
    let mut starts = Vec::new();
    for (root, bounds) in bounds.windows(2).enumerate() {
        let group = &mut years[bounds[0] as usize..bounds[1] as usize];
        if !group.is_empty() {
            let middle = group.len() / 2;
            starts.push((root, *group.select_nth_unstable_by(middle, f64::total_cmp).1));
        }
    }
    starts
}

/// Numbers rows from 0 without leaving one out.
fn dense(rows: &[i64]) -> Vec<usize> {
    let mut used = rows.to_vec();
    // People of one row mostly stand together: nothing is left of most before they are sorted.
    used.dedup();
    used.sort_unstable();
    used.dedup();
    rows.iter().map(|row| used.partition_point(|other| other < row)).collect()
}

fn float(height: i64) -> f64 {
    height as f64
}

fn round(value: f64) -> i64 {
    value.round().clamp(-1e6, 1e6) as i64
}

/// What joining two people showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joined {
    /// They agree, or nothing was known between them.
    Well,
    /// Another chain of bonds says otherwise.
    AtOdds,
}

/// Union-find with a height difference on every edge (Tarjan 1979, "path compression with values").
#[derive(Clone, Debug)]
struct Heights {
    /// The parent of each person here, and how far they stand below: side by side, because they are
    /// read together, and small, because they lie far apart in a large family.
    up: Vec<(u32, i32)>,
    size: Vec<u32>,
}

impl Heights {
    fn new(people: usize) -> Self {
        Self { up: (0..people as u32).map(|it| (it, 0)).collect(), size: vec![1; people] }
    }

    /// The group a person is in and how far below its root they stand.
    fn find(&mut self, person: usize) -> (usize, i64) {
        let mut root = person as u32;
        let mut total = 0;
        loop {
            let (next, step) = self.up[root as usize];
            if next == root {
                break;
            }
            (root, total) = (next, total + step);
        }
        let (mut at, mut left) = (person as u32, total);
        while at != root {
            let (next, step) = self.up[at as usize];
            if next == root {
                break;
            }
            self.up[at as usize] = (root, left);
            (at, left) = (next, left - step);
        }
        (root as usize, i64::from(total))
    }

    /// Says that `b` stands `below` rows under `a`, if nothing speaks against it.
    fn join(&mut self, a: usize, b: usize, below: i64) -> Joined {
        let ((root_a, height_a), (root_b, height_b)) = (self.find(a), self.find(b));
        let gap = height_a + below - height_b;
        if root_a == root_b {
            return if gap == 0 { Joined::Well } else { Joined::AtOdds };
        }
        let (upper, lower, gap) = if self.size[root_a] < self.size[root_b] {
            (root_b, root_a, -gap)
        } else {
            (root_a, root_b, gap)
        };
        self.up[lower] = (upper as u32, gap as i32);
        self.size[upper] += self.size[lower];
        Joined::Well
    }
}

#[cfg(test)]
mod tests;
