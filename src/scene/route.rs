//! The way along a union's lines from one of its people to another.
//!
//! Works on whatever pieces the layout made: pieces are joined wherever an end of one lies on
//! another, and the shortest way is taken.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Point;
use crate::layout::{Connector, LineRole};
use crate::scene::line::{Key, key, pairs, simplified};

/// Ends this near a piece lie on it, in map units.
const TOUCH: f64 = 0.6;

/// The joints of a union's lines and what runs between them.
#[derive(Debug, Default)]
pub(super) struct Network {
    at: BTreeMap<Key, Point>,
    next: BTreeMap<Key, BTreeSet<Key>>,
}

impl Network {
    /// The lines of one union, of the roles that `wanted` picks.
    pub(super) fn of<'a>(
        connectors: impl IntoIterator<Item = &'a Connector>,
        wanted: impl Fn(&Connector) -> bool,
    ) -> Self {
        let pieces: Vec<Vec<Point>> = connectors
            .into_iter()
            .filter(|connector| wanted(connector))
            .map(|connector| connector.points.clone())
            .collect();
        let mut joints: Vec<Point> = pieces.iter().flatten().copied().collect();
        joints.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
        joints.dedup();
        let mut network = Self::default();
        for (a, b) in pieces.iter().flat_map(|piece| pairs(piece)) {
            let mut on: Vec<Point> =
                joints.iter().copied().filter(|p| lies_between(*p, a, b)).collect();
            on.sort_by(|p, q| a.distance(*p).total_cmp(&a.distance(*q)));
            let stops: Vec<Point> = [a].into_iter().chain(on).chain([b]).collect();
            for (p, q) in pairs(&stops) {
                network.join(p, q);
            }
        }
        network
    }

    fn join(&mut self, p: Point, q: Point) {
        let (from, to) = (key(p), key(q));
        self.at.entry(from).or_insert(p);
        self.at.entry(to).or_insert(q);
        if from != to {
            self.next.entry(from).or_default().insert(to);
            self.next.entry(to).or_default().insert(from);
        }
    }

    /// The shortest way from the joint nearest `from` to the joint nearest `to`.
    pub(super) fn way(&self, from: Point, to: Point) -> Option<Vec<Point>> {
        let (start, goal) = (self.nearest(from)?, self.nearest(to)?);
        let mut best: BTreeMap<Key, (f64, Option<Key>)> = BTreeMap::from([(start, (0.0, None))]);
        let mut open: BTreeSet<Key> = BTreeSet::from([start]);
        // Few joints: looking for the nearest open one is cheaper than keeping a heap.
        while let Some(here) =
            open.iter().copied().min_by(|a, b| cost(&best, a).total_cmp(&cost(&best, b)))
        {
            open.remove(&here);
            if here == goal {
                break;
            }
            let Some(at) = self.at.get(&here) else { continue };
            for next in self.next.get(&here).into_iter().flatten() {
                let Some(there) = self.at.get(next) else { continue };
                let through = cost(&best, &here) + at.distance(*there);
                if through < cost(&best, next) {
                    best.insert(*next, (through, Some(here)));
                    open.insert(*next);
                }
            }
        }
        let mut way = Vec::new();
        let mut here = Some(goal);
        while let Some(joint) = here {
            way.push(*self.at.get(&joint)?);
            here = best.get(&joint)?.1;
        }
        way.reverse();
        Some(simplified(&way))
    }

    fn nearest(&self, point: Point) -> Option<Key> {
        let distance = |key: &Key| self.at.get(key).map_or(f64::INFINITY, |p| p.distance(point));
        self.at.keys().copied().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}

fn cost(best: &BTreeMap<Key, (f64, Option<Key>)>, key: &Key) -> f64 {
    best.get(key).map_or(f64::INFINITY, |(cost, _)| *cost)
}

fn lies_between(p: Point, a: Point, b: Point) -> bool {
    let length = a.distance(b);
    let detour = a.distance(p) + p.distance(b) - length;
    // The height of the flat triangle over a–b.
    TOUCH < a.distance(p) && TOUCH < b.distance(p) && detour * length < 2.0 * TOUCH * TOUCH
}

/// Is this a piece that the way to `child` may use?
pub(super) fn leads_to(connector: &Connector, child: usize) -> bool {
    match connector.role {
        LineRole::Partners | LineRole::Descent | LineRole::Sibship => true,
        LineRole::Individual | LineRole::Second => connector.person == Some(child),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(role: LineRole, person: Option<usize>, points: &[(f64, f64)]) -> Connector {
        let points = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        Connector { union: 0, role, person, points, bridges: Vec::new() }
    }

    fn family() -> Vec<Connector> {
        vec![
            piece(LineRole::Partners, None, &[(31.0, 0.0), (139.0, 0.0)]),
            piece(LineRole::Descent, None, &[(85.0, 0.0), (85.0, 100.0)]),
            piece(LineRole::Sibship, None, &[(10.0, 100.0), (160.0, 100.0)]),
            piece(LineRole::Individual, Some(2), &[(10.0, 100.0), (10.0, 150.0)]),
            piece(LineRole::Individual, Some(3), &[(160.0, 100.0), (160.0, 150.0)]),
        ]
    }

    #[test]
    fn the_way_to_a_child_follows_the_family_lines() {
        let lines = family();
        let network = Network::of(&lines, |line| leads_to(line, 3));
        let way = network.way(Point::new(31.0, 0.0), Point::new(160.0, 150.0)).expect("a way");
        let corners: Vec<(f64, f64)> = way.iter().map(|p| (p.x, p.y)).collect();
        assert_eq!(
            corners,
            [(31.0, 0.0), (85.0, 0.0), (85.0, 100.0), (160.0, 100.0), (160.0, 150.0)]
        );
    }

    #[test]
    fn lines_that_do_not_touch_have_no_way() {
        let lines = [
            piece(LineRole::Partners, None, &[(0.0, 0.0), (10.0, 0.0)]),
            piece(LineRole::Individual, Some(1), &[(50.0, 50.0), (50.0, 90.0)]),
        ];
        let network = Network::of(&lines, |_| true);
        assert_eq!(network.way(Point::new(0.0, 0.0), Point::new(50.0, 90.0)), None);
        assert_eq!(Network::default().way(Point::new(0.0, 0.0), Point::new(1.0, 1.0)), None);
    }
}
