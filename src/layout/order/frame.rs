//! A row as sifting sees it: what its members belong to, all by their number in the row.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::{Gap, Graph};
use super::kin::index;
use super::lists::Lists;
use super::rules::{Couple, Nearer, RowRules, Rules, Sibship};

/// No member, no sibship, no pin.
pub(super) const NOBODY: u32 = u32::MAX;

/// More than one net.
pub(super) const SEVERAL: u32 = u32::MAX - 1;
/// Nets in the gap below.
pub(super) const BELOW: u8 = 1;
/// Partners in the row.
pub(super) const PARTNERS: u8 = 2;
/// Rules about who stands nearest.
pub(super) const NEAREST: u8 = 4;
/// A pin.
pub(super) const PINNED: u8 = 8;

/// What does not change in a row. Members are numbered from left to right as they stood at first.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The items, by number.
    pub items: Vec<u32>,
    /// The nets of the gap above that hold each member, and how many of their lines lead there.
    pub above: Lists<(u32, u32)>,
    /// The nets of the gap below that hold each member.
    pub below: Lists<u32>,
    upper: Vec<[u32; 2]>,
    lower: Lists<(u32, u32)>,
    /// What each member belongs to.
    pub ties: Vec<Ties>,
    /// The couples of each member.
    pub couples: Lists<Bound>,
    /// The other partners of either, by couple.
    pub others: Lists<u32>,
    /// The siblings who should stand right of each member, and for how many pairs each stands.
    pub younger: Lists<(u32, u32)>,
    /// The members of each sibship.
    pub members: Lists<u32>,
    /// Who may stand among them.
    pub company: Lists<u32>,
    /// Rules about nearest partners, and which of them name each member.
    pub nearer: Vec<Nearer>,
    /// See `nearer`.
    pub nearest: Lists<u32>,
    /// How many pinned people belong left of each member, `NOBODY` for those without a pin.
    pub pinned: Vec<u32>,
}

/// What a member belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ties {
    /// The net of the gap above that holds it; [`NOBODY`] or [`SEVERAL`].
    pub above: u32,
    /// The net of the gap below that holds it; [`NOBODY`] or [`SEVERAL`].
    pub below: u32,
    /// The sibship, or [`NOBODY`]; nobody is in two.
    pub sibship: u32,
    /// How many lines lead here from the net above, if there is one.
    pub times: u16,
    /// What else there is, in bits: [`BELOW`], [`PARTNERS`], [`NEAREST`], [`PINNED`].
    pub has: u8,
}

/// A couple as one of the partners sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bound {
    /// The other partner.
    pub to: u32,
    /// The number of the couple.
    pub couple: u32,
    /// How many other partners of either there are.
    pub others: u32,
    /// What it costs to go right of the other.
    pub wrong_side: i32,
}

impl Frame {
    /// The frames of all rows, with members numbered as in `rows`.
    pub(super) fn all(graph: &Graph, rules: &Rules, rows: &[Vec<u32>]) -> Vec<Self> {
        let numbers = Self::numbers(graph, rows);
        (0..rows.len()).map(|row| Self::new(graph, rules, &rows[row], row, &numbers)).collect()
    }

    /// The number of each item in its row.
    pub(super) fn numbers(graph: &Graph, rows: &[Vec<u32>]) -> Vec<u32> {
        let mut numbers = vec![NOBODY; graph.items()];
        for row in rows {
            for (item, nth) in row.iter().zip(0..) {
                numbers[*item as usize] = nth;
            }
        }
        numbers
    }

    /// The frame of one row that holds `items`; `number` numbers all items in their rows.
    pub(super) fn new(
        graph: &Graph,
        rules: &Rules,
        items: &[u32],
        row: usize,
        number: &[u32],
    ) -> Self {
        let n = items.len();
        let of = |item: u32| number[item as usize];
        let (upper, lower) = ends(&graph.gaps[row], of);
        let below = Lists::new(n, || {
            let known = |&(item, _): &(u32, u32)| item != NOBODY;
            let numbered = upper.iter().zip(0..);
            numbered.flat_map(|(ends, nth)| ends.map(|item| (item, nth))).filter(known)
        });
        let gap_above = row.checked_sub(1).map(|up| &graph.gaps[up]);
        let above = Lists::new(n, || lines(gap_above).map(|(item, line)| (of(item), line)));
        let RowRules { couples, sibships, nearest: nearer, pinned } = &rules.rows[row];
        let others = others_of(couples, of);
        let couples = Lists::new(n, || {
            let numbered = couples.iter().zip(0..);
            numbered.flat_map(|(couple, nth)| bound(couple, nth, of))
        });
        let younger = Lists::new(n, || {
            let pairs = sibships.iter().flat_map(|sibship| &sibship.by_age);
            pairs.map(|pair| (of(pair.elder), (of(pair.younger), pair.times)))
        });
        let nearer: Vec<Nearer> = nearer
            .iter()
            .map(|r| Nearer { person: of(r.person), near: of(r.near), far: of(r.far) })
            .collect();
        let nearest = Lists::new(n, || {
            let numbered = nearer.iter().zip(0..);
            numbered.flat_map(|(r, nth)| [r.person, r.near, r.far].map(|item| (item, nth)))
        });
        let pinned_to = places_of(pinned, n, of);
        let (sibship_of, members, company) = sibships_of(sibships, n, of);
        let ties = |(member, &sibship): (u32, &u32)| {
            let times = above.of(member).first().map_or(0, |&(_, times)| times);
            let above = only(above.of(member).iter().map(|net| net.0));
            let below = only(below.of(member).iter().copied());
            let has = [
                (BELOW, below != NOBODY),
                (PARTNERS, !couples.of(member).is_empty()),
                (NEAREST, !nearest.of(member).is_empty()),
                (PINNED, pinned_to[member as usize] != NOBODY),
            ];
            Ties { above, below, sibship, times: times as u16, has: bits(&has) }
        };
        Self {
            ties: (0..).zip(&sibship_of).map(ties).collect(),
            items: items.to_vec(),
            above,
            below,
            upper,
            lower,
            couples,
            others,
            younger,
            members,
            company,
            nearer,
            nearest,
            pinned: pinned_to,
        }
    }

    /// The items of `members`.
    pub(super) fn items_of(&self, members: &[u32]) -> Vec<u32> {
        members.iter().map(|&member| self.items[member as usize]).collect()
    }

    /// How many members there are.
    pub(super) fn width(&self) -> u32 {
        index(self.items.len())
    }

    /// How many nets there are in the gap below.
    pub(super) fn nets(&self) -> usize {
        self.upper.len()
    }

    /// The members in the upper end of a net below the row: one and `NOBODY`, or two.
    #[inline]
    pub(super) fn upper(&self, net: u32) -> [u32; 2] {
        self.upper[net as usize]
    }

    /// The lower end of a net below the row, as members of the next row, and how many lines lead to
    /// each.
    #[inline]
    pub(super) fn lower(&self, net: u32) -> &[(u32, u32)] {
        self.lower.of(net)
    }

    /// Are these two partners?
    pub(super) fn are_partners(&self, a: u32, b: u32) -> bool {
        self.couples.of(a).iter().any(|bound| bound.to == b)
    }

    /// Are these two partners or siblings?
    pub(super) fn are_close(&self, a: u32, b: u32) -> bool {
        let sibship = |item: u32| self.ties[item as usize].sibship;
        (sibship(a) != NOBODY && sibship(a) == sibship(b)) || self.are_partners(a, b)
    }
}

/// The lower items of a gap, each with a net that leads there and how many of its lines do.
fn lines(gap: Option<&Gap>) -> impl Iterator<Item = (u32, (u32, u32))> {
    let nets = gap.into_iter().flat_map(|gap| gap.iter().zip(0..));
    nets.flat_map(|(net, nth)| net.lines().map(move |(item, times)| (item, (nth, times))))
}

/// The sibship of each member, and the members and the company of each sibship.
fn sibships_of(
    sibships: &[Sibship],
    n: usize,
    of: impl Fn(u32) -> u32,
) -> (Vec<u32>, Lists<u32>, Lists<u32>) {
    let mut sibship_of = vec![NOBODY; n];
    let (mut members, mut company) = (Lists::empty(), Lists::empty());
    for (sibship, nth) in sibships.iter().zip(0..) {
        for &item in &sibship.members {
            sibship_of[of(item) as usize] = nth;
        }
        members.push(sibship.members.iter().map(|&item| of(item)));
        company.push(sibship.company.iter().map(|&item| of(item)));
    }
    (sibship_of, members, company)
}

/// The place of each member in a list, or `NOBODY`.
fn places_of(list: &[u32], n: usize, of: impl Fn(u32) -> u32) -> Vec<u32> {
    let mut places = vec![NOBODY; n];
    for (&item, nth) in list.iter().zip(0..) {
        places[of(item) as usize] = nth;
    }
    places
}

/// The bits that go with true.
fn bits(bits: &[(u8, bool)]) -> u8 {
    bits.iter().filter(|(_, is_there)| *is_there).map(|(bit, _)| bit).sum()
}

/// The net of a list of one; [`NOBODY`] or [`SEVERAL`].
fn only(mut nets: impl Iterator<Item = u32>) -> u32 {
    match (nets.next(), nets.next()) {
        (None, _) => NOBODY,
        (Some(one), None) => one,
        _ => SEVERAL,
    }
}

/// The upper and the lower ends of all nets of a gap.
fn ends(gap: &Gap, of: impl Fn(u32) -> u32) -> (Vec<[u32; 2]>, Lists<(u32, u32)>) {
    let mut lower = Lists::empty();
    let mut upper = Vec::with_capacity(gap.len());
    for net in gap.iter() {
        lower.push(net.lines().map(|(item, times)| (of(item), times)));
        upper.push(match net.upper {
            [] => [NOBODY; 2],
            [one] => [of(*one), NOBODY],
            [one, other, ..] => [of(*one), of(*other)],
        });
    }
    (upper, lower)
}

/// The other partners of either, by couple.
fn others_of(couples: &[Couple], of: impl Fn(u32) -> u32) -> Lists<u32> {
    let mut others = Lists::empty();
    for couple in couples {
        others.push(couple.others.iter().map(|&item| of(item)));
    }
    others
}

/// A couple as each of its partners sees it.
fn bound(couple: &Couple, nth: u32, of: impl Fn(u32) -> u32) -> [(u32, Bound); 2] {
    let (left, right) = (of(couple.left), of(couple.right));
    let one = |to: u32, wrong_side: i32| Bound {
        to,
        couple: nth,
        others: index(couple.others.len()),
        wrong_side,
    };
    let cost = couple.wrong_side as i32;
    [(left, one(right, cost)), (right, one(left, -cost))]
}
