//! Short lines of descent: rows in which every child stands below its parents and all lines together
//! pass as few rows as possible.
//!
//! Network simplex (Gansner, Koutsofios, North and Vo 1993). A tree of lines that are as short as can
//! be holds everybody together. Where cutting one of these lets the part that hangs from it move so
//! that more lines get shorter than longer, that part moves until another line stops it, and hangs
//! from that one.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::kinship::Rows;

/// Steps spent on every point at most. The 2,939 people of Royal92 need ten; thirty such families that
/// married each other need 160.
const STEPS_PER_POINT: usize = 1_000;
/// Nobody.
const NONE: usize = usize::MAX;

/// Moves points to rows in which all lines together are as short as possible. `below` and `above`
/// list the lower and upper ends of the lines; a line named several times counts as often. In `row`
/// every lower end must stand below its upper one, and still does afterwards.
pub(super) fn shorten(row: &mut [i64], below: &Rows<usize>, above: &Rows<usize>) {
    let points = row.len();
    let lines = |point: usize| below.row(point).len() as i64 - above.row(point).len() as i64;
    let mut tree = Tree {
        below,
        above,
        pull: (0..points).map(lines).collect(),
        up: vec![NONE; points],
        ties: vec![Vec::new(); points],
        part: Vec::new(),
        mark: vec![0; points],
        marks: 0,
    };
    let mut order = Vec::with_capacity(points);
    for root in 0..points {
        if tree.mark[root] == 0 {
            tree.grow(row, root, &mut order);
        }
    }
    for &point in order.iter().rev() {
        if tree.up[point] != NONE {
            tree.pull[tree.up[point]] += tree.pull[point];
        }
    }
    let mut steps = points.saturating_mul(STEPS_PER_POINT);
    let (mut idle, mut point) = (0, 0);
    while idle < points && 0 < steps {
        steps -= 1;
        idle += 1;
        if let Some(way) = tree.way(row, point) {
            tree.shift(row, point, way);
            steps = steps.saturating_sub(tree.part.len());
            idle = 0;
        }
        point = (point + 1) % points;
    }
}

/// Which way a part of the tree moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// Trees of shortest lines, one for everybody who hangs together.
struct Tree<'a> {
    below: &'a Rows<usize>,
    above: &'a Rows<usize>,
    /// How many lines more lead down than up out of the part that hangs from each point.
    pull: Vec<i64>,
    /// The next point towards the root.
    up: Vec<usize>,
    /// All neighbours in the tree.
    ties: Vec<Vec<usize>>,
    /// The part that moved last.
    part: Vec<usize>,
    /// The number of the last part that each point belonged to, 0 before the tree has reached it.
    mark: Vec<u32>,
    marks: u32,
}

impl Tree<'_> {
    /// Grows a tree from `root`, each time along the line that is too long by the fewest rows; what
    /// stands moves to make it short. Adds the points to `order` as they come.
    fn grow(&mut self, row: &mut [i64], root: usize, order: &mut Vec<usize>) {
        let first = order.len();
        // How far what stands has moved. Until the end, `row` says where it would stand if it had not.
        let mut moved = 0;
        // Lines out of the tree: how many rows they pass, if nothing had moved, and their ends.
        let (mut down, mut up) = (BinaryHeap::new(), BinaryHeap::new());
        let (mut next, mut from) = (root, NONE);
        loop {
            self.mark[next] = 1;
            order.push(next);
            row[next] -= moved;
            self.up[next] = from;
            if from != NONE {
                self.ties[next].push(from);
                self.ties[from].push(next);
            }
            let line = |length: i64, outer: usize| Reverse((length, outer, next));
            let open = |outer: &&usize| self.mark[**outer] == 0;
            down.extend(
                self.below.row(next).iter().filter(open).map(|&o| line(row[o] - row[next], o)),
            );
            up.extend(
                self.above.row(next).iter().filter(open).map(|&o| line(row[next] - row[o], o)),
            );
            for heap in [&mut down, &mut up] {
                while heap.peek().is_some_and(|Reverse((_, outer, _))| self.mark[*outer] != 0) {
                    heap.pop();
                }
            }
            let spare_down = down.peek().map(|Reverse((length, ..))| length - moved - 1);
            let spare_up = up.peek().map(|Reverse((length, ..))| length + moved - 1);
            let heap = match (spare_down, spare_up) {
                (Some(spare), other) if other.is_none_or(|other| spare <= other) => {
                    moved += spare;
                    &mut down
                }
                (_, spare) => {
                    moved -= spare.unwrap_or(0);
                    &mut up
                }
            };
            let Some(Reverse((_, outer, inner))) = heap.pop() else { break };
            (next, from) = (outer, inner);
        }
        order[first..].iter().for_each(|&point| row[point] += moved);
    }

    /// Which way the part that hangs from `point` should move, if that makes lines shorter.
    fn way(&self, row: &[i64], point: usize) -> Option<Way> {
        let up = self.up[point];
        if up == NONE {
            return None;
        }
        match (row[up] < row[point], self.pull[point]) {
            (true, 1..) => Some(Way::Down),
            (false, ..0) => Some(Way::Up),
            _ => None,
        }
    }

    /// Moves the part that hangs from `point` until a line stops it, and hangs it from there.
    fn shift(&mut self, row: &mut [i64], point: usize, way: Way) {
        self.find_part(point);
        let mut nearest = (i64::MAX, NONE, NONE);
        for &inner in &self.part {
            let (list, sign) = match way {
                Way::Down => (self.below.row(inner), 1),
                Way::Up => (self.above.row(inner), -1),
            };
            for &outer in list.iter().filter(|&&outer| self.mark[outer] != self.marks) {
                nearest = nearest.min(((row[outer] - row[inner]) * sign - 1, inner, outer));
            }
        }
        let (spare, inner, outer) = nearest;
        // There is such a line: more lines lead out on this side than on the other.
        if inner == NONE {
            return;
        }
        for &member in &self.part {
            row[member] += if way == Way::Down { spare } else { -spare };
        }
        self.hang(point, inner, outer);
    }

    /// Writes down and marks everybody who hangs from `point`.
    fn find_part(&mut self, point: usize) {
        self.marks = self.marks.max(1) + 1;
        self.part.clear();
        self.part.push(point);
        let mut done = 0;
        while let Some(&member) = self.part.get(done) {
            done += 1;
            self.mark[member] = self.marks;
            let up = self.up[member];
            self.part.extend(self.ties[member].iter().filter(|&&other| other != up));
        }
    }

    /// Cuts the line above `point` and hangs the part that hung there by `inner` from `outer`.
    fn hang(&mut self, point: usize, inner: usize, outer: usize) {
        let whole = self.pull[point];
        let old = self.up[point];
        self.ties[old].retain(|&other| other != point);
        self.ties[point].retain(|&other| other != old);
        self.ties[inner].push(outer);
        self.ties[outer].push(inner);
        self.add_above(old, -whole);
        self.add_above(outer, whole);
        // Between `inner` and `point` what was below is now above.
        let (mut at, mut new_up, mut without) = (inner, outer, 0);
        loop {
            let next = std::mem::replace(&mut self.up[at], new_up);
            let pull = std::mem::replace(&mut self.pull[at], whole - without);
            if at == point {
                break;
            }
            (new_up, without, at) = (at, pull, next);
        }
    }

    fn add_above(&mut self, point: usize, pull: i64) {
        let mut at = point;
        while at != NONE {
            self.pull[at] += pull;
            at = self.up[at];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::contract::{ends_above, ends_below};
    use super::*;
    use proptest::prelude::*;

    const POINTS: usize = 8;

    fn length(row: &[i64], lines: &[[usize; 2]]) -> Option<i64> {
        let lengths = lines.iter().map(|&[a, b]| row[b] - row[a]);
        lengths.map(|length| (0 < length).then_some(length)).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn no_part_can_move_and_make_the_lines_shorter(
            pairs in prop::collection::vec((0..POINTS, 0..POINTS), 0..20),
        ) {
            let lines: Vec<[usize; 2]> =
                pairs.into_iter().filter(|(a, b)| a < b).map(|(a, b)| [a, b]).collect();
            let mut row: Vec<i64> = (0..).step_by(3).take(POINTS).collect();
            shorten(&mut row, &ends_below(POINTS, &lines), &ends_above(POINTS, &lines));
            let found = length(&row, &lines);
            prop_assert!(found.is_some(), "a child stands above its parents: {row:?}");
            // The length is convex in such a way that this is enough (Murota 2003).
            for part in 0..1_u32 << POINTS {
                for step in [-1, 1] {
                    let shifted: Vec<i64> =
                        row.iter().enumerate().map(|(p, r)| r + step * i64::from(part >> p & 1)).collect();
                    let other = length(&shifted, &lines);
                    prop_assert!(other.is_none() || found <= other, "{row:?} {shifted:?}");
                }
            }
        }
    }
}
