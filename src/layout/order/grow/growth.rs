//! How an order grows: who comes next, and what they look for.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use std::cmp::Ordering;
use std::collections::VecDeque;

use super::places::{NOWHERE, Places, Slope, Sought, Tie, View};
use super::{AGAINST_AGE, AMONG_SIBLINGS, CROSSING_LINES, Manner, Pace, Siblings, Soil};
use crate::layout::Side;
use crate::layout::order::kin::index;

/// Siblings to each side, in the order of their birth, among whom a child is put.
const MOST_SIBLINGS: usize = 256;

/// The people of every row, grown from the `start`-th bond in the order of `bonds`.
pub(super) fn grown<'a, P: Places<'a>>(
    soil: Soil<'a>,
    manner: Manner,
    bonds: &[u32],
    start: usize,
) -> Vec<Vec<u32>> {
    let kin = soil.kin;
    let mut growth = Growth {
        soil,
        manner,
        places: P::new(soil),
        is_drawn: vec![false; kin.bonds.len()],
        next: VecDeque::new(),
        later: VecDeque::new(),
        slope: Slope::new(),
        views: Vec::new(),
        siblings: Vec::new(),
    };
    for nth in 0..bonds.len() {
        let bond = &kin.bonds[bonds[(start + nth) % bonds.len()] as usize];
        if let Some(&first) = bond.partners.first().or(bond.children.first()) {
            growth.from(first);
        }
    }
    for person in 0..index(kin.people()) {
        growth.from(person);
    }
    growth.places.into_rows()
}

struct Growth<'a, P> {
    soil: Soil<'a>,
    manner: Manner,
    places: P,
    /// Do all children of this bond stand?
    is_drawn: Vec<bool>,
    /// Whose relatives come next: those reached through the fewest marriages, and of these those
    /// who came first.
    next: VecDeque<u32>,
    /// Those reached through one marriage more.
    later: VecDeque<u32>,
    /// By how much the cost changes from place to place.
    slope: Slope,
    /// Where places are judged; kept to save memory, as are
    views: Vec<View>,
    /// the siblings of a newcomer who stand already, and where.
    siblings: Vec<(u32, usize)>,
}

impl<'a, P: Places<'a>> Growth<'a, P> {
    /// Grows from somebody until nobody is left who is related.
    fn from(&mut self, person: u32) {
        if self.places.is_in(person) {
            return;
        }
        self.put_last(person);
        self.next.push_back(person);
        loop {
            while let Some(person) = self.next.pop_front() {
                self.around(person);
            }
            match self.manner.pace {
                Pace::Together => std::mem::swap(&mut self.next, &mut self.later),
                Pace::InTurn => self.next.extend(self.later.pop_front()),
            }
            if self.next.is_empty() {
                return;
            }
        }
    }

    /// Puts somebody at the right end of their row.
    fn put_last(&mut self, person: u32) {
        let end = self.places.width(self.soil.kin.row[person as usize]);
        self.places.insert(person, end);
    }

    /// Draws partners, children, parents and siblings of somebody.
    fn around(&mut self, person: u32) {
        let kin = self.soil.kin;
        for &at in &kin.as_partner[person as usize] {
            if let Some(other) = kin.partner(at, person)
                && !self.places.is_in(other)
            {
                self.partner(other, person);
                self.later.push_back(other);
            }
            self.children(at);
        }
        if let Some(home) = kin.home[person as usize] {
            if !kin.bonds[home as usize].partners.iter().any(|&p| self.places.is_in(p)) {
                self.parents(home, person);
            }
            self.children(home);
        }
    }

    fn children(&mut self, at: u32) {
        if std::mem::replace(&mut self.is_drawn[at as usize], true) {
            return;
        }
        let kin = self.soil.kin;
        let bond = &kin.bonds[at as usize];
        let (children, end) = (&bond.children, bond.children.len());
        let numbered = children.iter().enumerate();
        let homeless = bond.second.iter().filter(|&&c| kin.home[c as usize].is_none());
        for (nth, &child) in numbered.chain(homeless.map(|child| (end, child))) {
            if !self.places.is_in(child) {
                let siblings = nth.saturating_sub(MOST_SIBLINGS)..end.min(nth + MOST_SIBLINGS);
                self.child(child, &children[siblings]);
                self.next.push_back(child);
            }
        }
    }

    /// Puts a child among those of its siblings who stand.
    fn child(&mut self, child: u32, siblings: &[u32]) {
        let row = self.soil.kin.row[child as usize];
        let width = self.places.width(row);
        let mut near = width;
        let bond = self.soil.ground.hangs_from[child as usize];
        let knot = self.places.knot(bond);
        let mut tie = Tie::Nobody;
        if let Some(up) = row.checked_sub(1).filter(|_| knot != NOWHERE) {
            near = (knot as usize * width) / (2 * self.places.width(up)).max(1);
            tie = Tie::Knot { knot, bond };
        }
        let siblings = self.find_siblings(siblings, row);
        if let Some([_, last]) = siblings {
            near = last + 1;
        }
        let to = self.cheapest(row, Sought { tie, siblings, near }, |growth, _| {
            growth.among_siblings(child, row, siblings);
        });
        self.places.insert(child, to);
    }

    /// The cheapest place for a newcomer, also counting what `count` adds to the slope over a view.
    fn cheapest(&mut self, row: usize, sought: Sought, count: impl Fn(&mut Self, View)) -> usize {
        let mut views = std::mem::take(&mut self.views);
        views.clear();
        self.places.look(row, &sought, &mut views);
        let mut best = (i64::MAX, sought.near);
        // The most promising first: hardly ever more than one or two are judged.
        while let Some(nth) = (0..views.len()).min_by_key(|&nth| views[nth].least)
            && views[nth].least <= best.0
        {
            let view = views.swap_remove(nth);
            self.slope.begin(view);
            count(self, view);
            let judged = self.slope.cheapest(self.places.costs(view, sought.tie), &sought);
            best = best.min(judged);
        }
        self.views = views;
        best.1
    }

    /// Notes which of these children stand in this row. Says where the first and the last of them do.
    fn find_siblings(&mut self, children: &[u32], row: usize) -> Option<[usize; 2]> {
        let kin = self.soil.kin;
        self.siblings.clear();
        for &sibling in children {
            if kin.row[sibling as usize] == row && self.places.is_in(sibling) {
                self.siblings.push((sibling, self.places.place(sibling)));
            }
        }
        let places = self.siblings.iter().map(|&(_, place)| place);
        Some([places.clone().min()?, places.max()?])
    }

    /// The greater stands right of the lesser among siblings; what is no number stands anywhere.
    fn rank(&self, child: u32) -> f64 {
        match self.manner.siblings {
            Siblings::ByAge => self.soil.kin.nth[child as usize],
            Siblings::MarriedOutside => self.soil.ground.outside[child as usize],
        }
    }

    /// Adds what the places of a row cost a child among its siblings.
    fn among_siblings(&mut self, child: u32, row: usize, outermost: Option<[usize; 2]>) {
        let born = self.rank(child);
        for &(sibling, place) in &self.siblings {
            let other = self.rank(sibling);
            if born < other {
                self.slope.step(place + 1, AGAINST_AGE);
            } else if other < born {
                self.slope.step(0, AGAINST_AGE);
                self.slope.step(place + 1, -AGAINST_AGE);
            }
            // No stranger here.
            if let Some(right) = self.places.at(row, place + 1)
                && self.soil.are_siblings(sibling, right)
            {
                self.slope.step(place + 1, -AMONG_SIBLINGS);
                self.slope.step(place + 2, AMONG_SIBLINGS);
            }
        }
        if let Some([low, high]) = outermost {
            // Everybody between is a stranger.
            self.slope.step(0, low as i32 * AMONG_SIBLINGS);
            self.slope.climb(0, low, -AMONG_SIBLINGS);
            self.slope.climb(high + 1, self.places.width(row), AMONG_SIBLINGS);
        }
    }

    fn partner(&mut self, new: u32, person: u32) {
        let kin = self.soil.kin;
        let row = kin.row[person as usize];
        if kin.row[new as usize] != row {
            return self.put_last(new);
        }
        let at = self.places.place(person);
        let [first, last] = self.couples_around(row, at, person);
        let (left, right) = (at - first, last - at);
        let goes_left = match left.cmp(&right) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => {
                // Towards the end of the sibship that is nearer.
                let sibling = |at: Option<usize>| {
                    let other = at.and_then(|at| self.places.at(row, at));
                    other.is_some_and(|other| self.soil.are_siblings(person, other))
                };
                let (l, r) = (sibling(first.checked_sub(1)), sibling(Some(last + 1)));
                if l == r { kin.side[person as usize] == Side::Right } else { r }
            }
        };
        self.places.insert(new, if goes_left { first } else { last + 1 });
    }

    /// The first and the last place of the chain of partners in which somebody stands `at` a place.
    fn couples_around(&self, row: usize, at: usize, person: u32) -> [usize; 2] {
        let (mut first, mut leftmost) = (at, person);
        while let Some(left) = first.checked_sub(1).and_then(|left| self.places.at(row, left))
            && self.soil.are_partners(left, leftmost)
        {
            (first, leftmost) = (first - 1, left);
        }
        let (mut last, mut rightmost) = (at, person);
        while let Some(right) = self.places.at(row, last + 1)
            && self.soil.are_partners(rightmost, right)
        {
            (last, rightmost) = (last + 1, right);
        }
        [first, last]
    }

    /// Puts the partners of a bond above their child.
    fn parents(&mut self, at: u32, child: u32) {
        let kin = self.soil.kin;
        let bond = &kin.bonds[at as usize];
        let Some(&first) = bond.partners.first() else { return };
        let row = kin.row[first as usize];
        let below = kin.row[child as usize];
        let own = self.places.place(child);
        let mut near = self.places.width(row);
        let is_just_above = row + 1 == below;
        if is_just_above {
            near = (own * near) / self.places.width(below).max(1);
        }
        let tie = if is_just_above { Tie::Child(own) } else { Tie::Nobody };
        let to = self.cheapest(row, Sought { tie, siblings: None, near }, |growth, view| {
            if is_just_above {
                growth.above(own, view);
            }
        });
        self.places.insert(first, to);
        self.next.push_back(first);
        if let Some(&second) = bond.partners.get(1)
            && !self.places.is_in(second)
        {
            if kin.row[second as usize] == row {
                let is_left = kin.side[first as usize] == Side::Right;
                self.places.insert(second, if is_left { to } else { to + 1 });
            } else {
                self.put_last(second);
            }
            self.next.push_back(second);
        }
    }
    /// Adds what the lines to the row below cost the parents of whoever stands there at `own`.
    fn above(&mut self, own: usize, view: View) {
        // The couple comes right of a knot at its place plus a half.
        self.places.lines(view, |behind, place| {
            let more = if own < place { CROSSING_LINES } else { -CROSSING_LINES };
            self.slope.step(behind, more);
        });
    }
}
