//! What a good picture is: the terms of the one convex objective.
//!
//! Each term costs `weight · h(r)` for a residual `r`, where `h` is Huber's function: quadratic
//! close to 0, straight beyond `knee`. The straight part makes most residuals exactly 0 (a single
//! child stands exactly under its parents) and pays the rest in few places, as people draw; the
//! quadratic terms spread what is left evenly.

#![expect(clippy::indexing_slicing, reason = "slot numbers come from our own tables")]

use std::collections::BTreeMap;

use super::pack::Parts;
use super::slots::Slots;
use crate::layout::rows::{Rows, Slot};
use crate::layout::{Family, Options, Union, tangle};

/// Most slots of a family that is looked at as a whole.
pub(super) const ONE_SCREEN: usize = 200;

/// A wish with its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Partners that are neighbours stand one gap apart.
    Couple,
    /// The same where somebody has children with several partners: every partner line may reach
    /// some way towards the middle of its own children.
    Remarried,
    /// The same where both have parents in the picture: each may stand below their own.
    BothAtHome,
    /// Partners with others between them stand close.
    ApartCouple,
    /// A union stands over the middle of its children.
    Center,
    /// Brothers and sisters stand close.
    Siblings,
    /// A line that passes through rows is straight.
    Straight,
    /// Neighbours in a row stand close.
    Neighbours,
    /// Everybody stays where they were.
    Stay,
}

impl Wish {
    /// Curvature close to 0, and where the cost goes on straight, in map units.
    const fn shape(self) -> (f64, f64) {
        match self {
            Self::Couple | Self::Straight => (24.0, 5.0),
            Self::Center => (80.0, 0.5),
            Self::ApartCouple => (0.14, 100.0),
            Self::Stay => (2.5, 8.0),
            Self::Remarried => (0.03, f64::INFINITY),
            Self::BothAtHome => (0.3, 50.0),
            Self::Siblings => (0.07, f64::INFINITY),
            Self::Neighbours => (0.035, f64::INFINITY),
        }
    }

    /// The curvature of a parabola that touches the cost at `residual` and lies above it
    /// everywhere (iteratively reweighted least squares). `softness` widens the quadratic part (or
    /// narrows it, below 1) at the same price far out: wide is easier to solve, narrow leaves what
    /// can be exact closer to exact.
    pub(super) fn curvature(self, residual: f64, softness: f64) -> f64 {
        let (weight, knee) = self.shape();
        if knee == f64::INFINITY {
            weight
        } else {
            weight * knee / residual.abs().max(knee * softness)
        }
    }
}

/// `x[b] − x[a]` should be `target`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub a: u32,
    pub b: u32,
    pub target: f64,
    pub wish: Wish,
}

impl Pair {
    /// By how much that is missed at `x`.
    pub(super) fn miss(&self, x: &[f64]) -> f64 {
        x[self.b as usize] - x[self.a as usize] - self.target
    }
}

/// The middle of `over` plus `shift` should be the middle of `under`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Center {
    /// The partners, twice the same for a lone parent.
    pub over: [u32; 2],
    /// Leftmost and rightmost child, or the lines that lead to them.
    pub under: [u32; 2],
    /// From the middle of the partners to the place where the line of descent leaves.
    pub shift: f64,
}

impl Center {
    /// By how much that is missed at `x`.
    pub(super) fn miss(&self, x: &[f64]) -> f64 {
        let [p, q] = self.over.map(|s| x[s as usize]);
        let [l, r] = self.under.map(|s| x[s as usize]);
        (p + q - l - r) / 2.0 + self.shift
    }
}

/// All terms.
#[derive(Clone, Debug, Default)]
pub(super) struct Objective {
    pub pairs: Vec<Pair>,
    pub centers: Vec<Center>,
    /// The slots under each center, flat; center `k` owns `kids[kids_from[k]..kids_from[k + 1]]`.
    pub kids: Vec<u32>,
    pub kids_from: Vec<usize>,
    /// Slots that should stay at a place.
    pub stays: Vec<(u32, f64)>,
}

impl Objective {
    /// The terms for `family` in `rows`. Neighbours of different `parts` do not attract each other.
    pub(super) fn of(
        family: &Family,
        options: &Options,
        rows: &Rows,
        slots: &Slots,
        parts: &Parts,
        homes: Option<&[Option<f64>]>,
    ) -> Self {
        let mut all = Self { kids_from: vec![0], ..Self::default() };
        let chains = chains(rows, slots);
        let ties = ties(family);
        let counted = tangle::counted(family);
        for u in by_place(family, slots) {
            let Some(union) = family.unions.get(u).filter(|_| counted.get(u) == Some(&true)) else {
                continue;
            };
            all.add_union(u, union, options, slots, &chains, &ties);
        }
        let mut ways: Vec<_> = chains.iter().map(|((_, child), chain)| (chain, *child)).collect();
        ways.sort_unstable();
        for (chain, child) in ways {
            all.add_chain(chain, slots.of_person(child));
        }
        all.add_neighbours(options, slots, parts);
        for (s, home) in homes.unwrap_or_default().iter().enumerate() {
            // A line goes where its ends go.
            if let (Some(home), Slot::Person(_)) = (home, slots.what[s]) {
                all.stays.push((s as u32, *home));
            }
        }
        all
    }

    /// The same terms where slots were glued together: `unit_of` names the unit of each slot and
    /// `shift` how far right of the unit's first slot it stands.
    pub(super) fn mapped(&self, unit_of: &[u32], shift: &[f64]) -> Self {
        let unit = |s: u32| unit_of[s as usize];
        let at = |s: u32| shift[s as usize];
        let pairs = self.pairs.iter().filter(|p| unit(p.a) != unit(p.b));
        let middle = |ends: [u32; 2]| f64::midpoint(at(ends[0]), at(ends[1]));
        Self {
            pairs: pairs
                .map(|p| Pair {
                    a: unit(p.a),
                    b: unit(p.b),
                    target: p.target + at(p.a) - at(p.b),
                    ..*p
                })
                .collect(),
            centers: self
                .centers
                .iter()
                .map(|c| Center {
                    over: c.over.map(unit),
                    under: c.under.map(unit),
                    shift: c.shift + middle(c.over) - middle(c.under),
                })
                .collect(),
            kids: self.kids.iter().map(|s| unit(*s)).collect(),
            kids_from: self.kids_from.clone(),
            stays: self.stays.iter().map(|(s, home)| (unit(*s), home - at(*s))).collect(),
        }
    }

    /// Calls `found` with the slots of each term.
    pub(super) fn each(&self, mut found: impl FnMut(&[u32])) {
        for pair in &self.pairs {
            found(&[pair.a, pair.b]);
        }
        for (center, kids) in self.centers.iter().zip(self.kids_from.windows(2)) {
            let [p, q] = center.over;
            let [l, r] = center.under;
            found(&[p, q, l, r]);
            for kid in &self.kids[kids[0]..kids[1]] {
                found(&[p, q, *kid]);
            }
        }
    }

    /// The terms of which `is_in` says so of their slots, without the kids between the outermost.
    /// Slots get the `number` they have there.
    pub(super) fn only(&self, is_in: impl Fn(&[u32]) -> bool, number: &[u32]) -> Self {
        let of = |slot: u32| number[slot as usize];
        let pairs = self.pairs.iter().filter(|pair| is_in(&[pair.a, pair.b]));
        let ends = |center: &&Center| is_in(&center.over) || is_in(&center.under);
        let centers = self.centers.iter().filter(ends);
        let stays = self.stays.iter().filter(|(slot, _)| is_in(&[*slot]));
        Self {
            pairs: pairs.map(|p| Pair { a: of(p.a), b: of(p.b), ..*p }).collect(),
            centers: centers
                .map(|c| Center { over: c.over.map(of), under: c.under.map(of), ..*c })
                .collect(),
            stays: stays.map(|(slot, home)| (of(*slot), *home)).collect(),
            ..Self::default()
        }
    }

    /// Asks for no more at once than `most` of whatever the terms miss at `x`, in map units.
    pub(super) fn calm(&mut self, x: &[f64], most: f64) {
        let excess = |miss: f64| miss - miss.clamp(-most, most);
        for pair in &mut self.pairs {
            pair.target += excess(pair.miss(x));
        }
        for center in &mut self.centers {
            center.shift -= excess(center.miss(x));
        }
    }

    fn add_union(
        &mut self,
        u: usize,
        union: &Union,
        options: &Options,
        slots: &Slots,
        chains: &Chains,
        ties: &[Tie],
    ) {
        let mut over: Vec<usize> =
            union.partners.iter().take(2).filter_map(|p| slots.of_person(*p)).collect();
        over.sort_unstable();
        over.dedup();
        if let [a, b] = over[..]
            && slots.row[a] == slots.row[b]
        {
            let close = slots.what[a + 1..b].iter().all(|s| matches!(s, Slot::Link(_)));
            let remarried = |p: &usize| ties.get(*p).is_some_and(|tie| 1 < tie.families);
            let at_home = |p: &usize| ties.get(*p).is_some_and(|tie| tie.has_parents);
            let wish = match close {
                true if union.partners.iter().any(remarried) => Wish::Remarried,
                true if union.partners.iter().all(at_home) => Wish::BothAtHome,
                true => Wish::Couple,
                false => Wish::ApartCouple,
            };
            self.pair(a, b, slots.distance(a, b), wish);
        }
        let mut under: Vec<usize> = union
            .children
            .iter()
            .filter(|c| c.place.is_home())
            .filter_map(|c| {
                let first = chains.get(&(u, c.person)).and_then(|chain| chain.first().copied());
                first.or_else(|| slots.of_person(c.person))
            })
            .collect();
        under.sort_unstable();
        under.dedup();
        // Only those in the row right under the union pull; slots are numbered row by row.
        let below = over.last().map_or(0, |s| slots.row[*s] + 1);
        let row = under.iter().map(|s| slots.row[*s]).find(|r| below <= *r);
        under.retain(|s| Some(slots.row[*s]) == row);
        for pair in under.windows(2) {
            self.pair(pair[0], pair[1], slots.distance(pair[0], pair[1]), Wish::Siblings);
        }
        if let (Some(a), Some(b)) = (over.first(), over.last())
            && let (Some(l), Some(r)) = (under.first(), under.last())
        {
            self.centers.push(Center {
                over: [*a as u32, *b as u32],
                under: [*l as u32, *r as u32],
                shift: drop_shift(*a, *b, options, slots),
            });
            self.kids.extend(under.iter().map(|s| *s as u32));
            self.kids_from.push(self.kids.len());
        }
    }

    /// A line that passes through several rows is straight, down to the child.
    fn add_chain(&mut self, chain: &[usize], child: Option<usize>) {
        for pair in chain.windows(2) {
            self.pair(pair[0], pair[1], 0.0, Wish::Straight);
        }
        if let (Some(last), Some(child)) = (chain.last(), child) {
            self.pair(*last, child, 0.0, Wish::Straight);
        }
    }

    fn add_neighbours(&mut self, options: &Options, slots: &Slots, parts: &Parts) {
        for run in &parts.runs {
            for a in run.start..run.end.saturating_sub(1) {
                // A little more air between people, where it costs nothing (domain: unrelated
                // neighbours stand wider than partners and siblings).
                let people = [a, a + 1].iter().all(|s| matches!(slots.what[*s], Slot::Person(_)));
                let air = if people { options.gap / 4.0 } else { 0.0 };
                self.pair(a, a + 1, slots.distance(a, a + 1) + air, Wish::Neighbours);
            }
        }
    }

    fn pair(&mut self, a: usize, b: usize, target: f64, wish: Wish) {
        self.pairs.push(Pair { a: a as u32, b: b as u32, target, wish });
    }
}

/// The unions in the order in which their members stand: sums then come out the same to the last
/// bit in whatever order the file names them, and neighbours lie together in memory.
fn by_place(family: &Family, slots: &Slots) -> Vec<usize> {
    let slot = |person: usize| slots.of_person(person).map_or(u32::MAX, |slot| slot as u32);
    let place = |union: &Union| {
        let over = union.partners.iter().map(|&person| slot(person));
        let under = union.children.iter().map(|child| slot(child.person));
        [over.clone().min(), over.max(), under.min()].map(Option::unwrap_or_default)
    };
    let mut unions: Vec<_> = family.unions.iter().map(place).zip(0_u32..).collect();
    unions.sort_unstable();
    unions.into_iter().map(|(_, u)| u as usize).collect()
}

/// Somebody's place in the families of the picture.
#[derive(Clone, Copy, Debug, Default)]
struct Tie {
    /// In how many unions with children this person is a partner.
    families: u32,
    /// Does this person stand under a parent?
    has_parents: bool,
}

fn ties(family: &Family) -> Vec<Tie> {
    let mut ties = vec![Tie::default(); family.people.len()];
    for union in &family.unions {
        let mut home = union.children.iter().filter(|c| c.place.is_home()).peekable();
        if home.peek().is_none() {
            continue;
        }
        for partner in &union.partners {
            if let Some(tie) = ties.get_mut(*partner) {
                tie.families += 1;
            }
        }
        for child in home.filter(|_| !union.partners.is_empty()) {
            if let Some(tie) = ties.get_mut(child.person) {
                tie.has_parents = true;
            }
        }
    }
    ties
}

/// The slots through which the line to a child passes, top to bottom, by union and child.
type Chains = BTreeMap<(usize, usize), Vec<usize>>;

fn chains(rows: &Rows, slots: &Slots) -> Chains {
    let mut chains = Chains::new();
    for (l, link) in rows.links.iter().enumerate() {
        if let Some(slot) = slots.of_link(l) {
            chains.entry((link.union, link.child)).or_default().push(slot);
        }
    }
    for chain in chains.values_mut() {
        chain.sort_unstable();
    }
    chains
}

/// From the middle of two neighbours' centres to the place between their boxes where the line of
/// descent leaves: their boxes may differ in width.
fn drop_shift(a: usize, b: usize, options: &Options, slots: &Slots) -> f64 {
    if b != a + 1 || slots.row[a] != slots.row[b] {
        return 0.0;
    }
    let middle_of_gap = (slots.half[a] - slots.half[b]) / 2.0;
    let room = options.gap / 4.0;
    0.0_f64.clamp(middle_of_gap - room, middle_of_gap + room)
}
