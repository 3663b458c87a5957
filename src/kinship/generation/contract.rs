//! Rows for families whose bonds contradict each other: couples become one point where that closes
//! no circle, then longest paths, then the shortest lines.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::shorten::shorten;
use crate::kinship::Rows;

/// Steps spent per person on finding out which couples can still stand level.
const STEPS_PER_PERSON: usize = 60;

/// A row for each of `people`, the least being 0. Descents that make somebody their own ancestor are
/// left out, so that every other child stands below its parents.
pub(super) fn rows(people: usize, level: &[[usize; 2]], descents: &[[usize; 2]]) -> Vec<i64> {
    let descents = without_circles(people, descents);
    let children = ends_below(people, &descents);
    let mut groups = Groups::new(people);
    for &[a, b] in level {
        groups.merge(a, b);
    }
    let circular = groups.in_circles(&descents);
    if circular.iter().any(|&yes| yes) {
        let mut again = Groups::new(people);
        let mut doubtful = Vec::new();
        for &[a, b] in level {
            if circular[groups.find(a)] {
                doubtful.push([a, b]);
            } else {
                again.merge(a, b);
            }
        }
        groups = again;
        groups.merge_where_possible(&doubtful, &children, &ends_above(people, &descents));
    }
    let group: Vec<usize> = (0..people).map(|person| groups.find(person)).collect();
    // A line counts once, also where both parents stand at its upper end.
    let mut lines: Vec<[usize; 2]> = descents.iter().map(|&[a, b]| [group[a], b]).collect();
    lines.sort_unstable();
    lines.dedup();
    let edges: Vec<[usize; 2]> = lines.iter().map(|&[a, b]| [a, group[b]]).collect();
    let rows = shortest(people, &edges);
    (0..people).map(|person| rows[group[person]]).collect()
}

/// The lower ends of the edges from each point.
pub(super) fn ends_below(points: usize, edges: &[[usize; 2]]) -> Rows<usize> {
    Rows::grouped(points, edges.iter().map(|&[a, b]| (a, b)))
}

/// The upper ends of the edges to each point.
pub(super) fn ends_above(points: usize, edges: &[[usize; 2]]) -> Rows<usize> {
    Rows::grouped(points, edges.iter().map(|&[a, b]| (b, a)))
}

/// Drops the descents that lead back to an ancestor on the way down.
fn without_circles(people: usize, descents: &[[usize; 2]]) -> Vec<[usize; 2]> {
    const NEW: u8 = 0;
    const OPEN: u8 = 1;
    const DONE: u8 = 2;
    let children = ends_below(people, descents);
    let mut has_parent = vec![false; people];
    for &[_, child] in descents {
        has_parent[child] = true;
    }
    let mut state = vec![NEW; people];
    let mut kept = Vec::with_capacity(descents.len());
    let roots = (0..people).filter(|&p| !has_parent[p]);
    for start in roots.chain(0..people) {
        if state[start] != NEW {
            continue;
        }
        state[start] = OPEN;
        let mut stack = vec![(start, 0)];
        while let Some((person, next)) = stack.pop() {
            let Some(&child) = children.row(person).get(next) else {
                state[person] = DONE;
                continue;
            };
            stack.push((person, next + 1));
            if state[child] != OPEN {
                kept.push([person, child]);
            }
            if state[child] == NEW {
                state[child] = OPEN;
                stack.push((child, 0));
            }
        }
    }
    kept
}

/// Longest paths from the top, then the shortest lines.
fn shortest(points: usize, edges: &[[usize; 2]]) -> Vec<i64> {
    let below = ends_below(points, edges);
    let above = ends_above(points, edges);
    let order = downward(points, &below, &above);
    let mut row = vec![0_i64; points];
    for &point in &order {
        for &lower in below.row(point) {
            row[lower] = row[lower].max(row[point] + 1);
        }
    }
    shorten(&mut row, &below, &above);
    let top = row.iter().copied().min().unwrap_or(0);
    row.iter().map(|r| r - top).collect()
}

/// The points in an order in which everything stands after what is above it.
fn downward(points: usize, below: &Rows<usize>, above: &Rows<usize>) -> Vec<usize> {
    let mut waiting: Vec<usize> = (0..points).map(|point| above.row(point).len()).collect();
    let mut order: Vec<usize> = (0..points).filter(|&point| waiting[point] == 0).collect();
    let mut done = 0;
    while let Some(&point) = order.get(done) {
        done += 1;
        for &lower in below.row(point) {
            waiting[lower] -= 1;
            if waiting[lower] == 0 {
                order.push(lower);
            }
        }
    }
    order
}

/// People who stand level, as sets.
#[derive(Debug)]
struct Groups {
    parent: Vec<usize>,
    size: Vec<usize>,
    /// The next member of the same group; the last is followed by the first.
    next: Vec<usize>,
}

impl Groups {
    fn new(people: usize) -> Self {
        let each: Vec<usize> = (0..people).collect();
        Self { size: vec![1; people], next: each.clone(), parent: each }
    }

    fn find(&mut self, person: usize) -> usize {
        let mut at = person;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn merge(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let (keep, give) = if self.size[a] < self.size[b] { (b, a) } else { (a, b) };
        self.parent[give] = keep;
        self.size[keep] += self.size[give];
        // Two rings become one.
        self.next.swap(keep, give);
    }

    /// For each group, by its root: does a chain of descents lead from it back to it?
    fn in_circles(&mut self, descents: &[[usize; 2]]) -> Vec<bool> {
        let points = self.parent.len();
        let edges: Vec<[usize; 2]> =
            descents.iter().map(|&[a, b]| [self.find(a), self.find(b)]).collect();
        let below = ends_below(points, &edges);
        let mut circular = vec![false; points];
        for knot in knots(points, &below) {
            if knot.len() > 1 {
                for point in knot {
                    circular[point] = true;
                }
            }
        }
        for &[a, b] in &edges {
            if a == b {
                circular[a] = true;
            }
        }
        circular
    }

    /// Merges the couples that no chain of descents joins, as far as the steps go.
    fn merge_where_possible(
        &mut self,
        couples: &[[usize; 2]],
        down: &Rows<usize>,
        up: &Rows<usize>,
    ) {
        let people = self.parent.len();
        let mut steps = people.saturating_mul(STEPS_PER_PERSON);
        let mut seen = vec![0_u32; people];
        let mut mark = 0;
        for &[a, b] in couples {
            let (a, b) = (self.find(a), self.find(b));
            if a == b {
                continue;
            }
            let mut joined = false;
            for lists in [down, up] {
                mark += 1;
                joined |= self.reaches([a, b], lists, &mut seen, mark, &mut steps);
            }
            if steps == 0 {
                return;
            }
            if !joined {
                self.merge(a, b);
            }
        }
    }

    /// Does a chain lead from the first group to the second?
    fn reaches(
        &mut self,
        [from, to]: [usize; 2],
        lists: &Rows<usize>,
        seen: &mut [u32],
        mark: u32,
        steps: &mut usize,
    ) -> bool {
        seen[from] = mark;
        let mut open = vec![from];
        while let Some(group) = open.pop() {
            let mut member = group;
            for _ in 0..self.size[group] {
                member = self.next[member];
                for &next in lists.row(member) {
                    *steps = steps.saturating_sub(1);
                    let next = self.find(next);
                    if next == to {
                        return true;
                    }
                    if seen[next] != mark {
                        seen[next] = mark;
                        open.push(next);
                    }
                }
            }
            if *steps == 0 {
                return true;
            }
        }
        false
    }
}

/// Strongly connected components (Tarjan 1972), with a stack of our own.
fn knots(points: usize, below: &Rows<usize>) -> Vec<Vec<usize>> {
    let mut number = vec![usize::MAX; points];
    let mut low = vec![0; points];
    let mut is_open = vec![false; points];
    let mut open = Vec::new();
    let mut found = Vec::new();
    let mut count = 0;
    for start in 0..points {
        if number[start] != usize::MAX {
            continue;
        }
        let mut stack = vec![(start, 0)];
        while let Some((point, next)) = stack.pop() {
            if next == 0 {
                number[point] = count;
                low[point] = count;
                count += 1;
                is_open[point] = true;
                open.push(point);
            }
            if let Some(&lower) = below.row(point).get(next) {
                stack.push((point, next + 1));
                if number[lower] == usize::MAX {
                    stack.push((lower, 0));
                } else if is_open[lower] {
                    low[point] = low[point].min(number[lower]);
                }
                continue;
            }
            if let Some(&(upper, _)) = stack.last() {
                low[upper] = low[upper].min(low[point]);
            }
            if low[point] == number[point] {
                let from = open.iter().rposition(|&p| p == point).unwrap_or(0);
                let knot = open.split_off(from);
                for &member in &knot {
                    is_open[member] = false;
                }
                found.push(knot);
            }
        }
    }
    found
}
