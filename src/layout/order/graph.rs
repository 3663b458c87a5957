//! The family cut into gaps between rows: what has to be drawn from each row to the next.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::kin::{Kin, index};

/// Longest span of one line that gets a place of its own in every row it passes. Longer ones only
/// occur in broken files and would cost more places than there are people.
const LONGEST_SPAN: usize = 64;

/// Most items of a small family, of which hardly any order is left out.
pub(super) const FEW_ITEMS: usize = 70;
/// Most items of a family that is seen at once, and searched as a whole.
pub(super) const ONE_SCREEN: usize = 200;

/// People and passing lines, and the nets that join them over each gap.
///
/// Items `0..people` are people by canonical index; the others are passing lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    /// How many items are people.
    pub people: usize,
    /// Row of each item.
    pub row: Vec<u32>,
    /// What each item from `people` on stands for.
    pub passing: Vec<Passing>,
    /// For every row, the nets from it to the next.
    pub gaps: Vec<Gap>,
}

/// A line on its way through a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passing {
    /// The bond it comes from.
    pub bond: u32,
    /// The person it leads to.
    pub person: u32,
    /// Does it lead to a child, or (where partners do not stand level) to the lower partner?
    pub to: End,
}

/// What a passing line leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A child of the bond.
    Child,
    /// The bond itself, from a partner who stands higher.
    Bond,
}

/// The lines of one union in one gap: all meet in one point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Net<'a> {
    /// Items in the upper row; one or two.
    pub upper: &'a [u32],
    /// Items in the lower row.
    pub lower: &'a [u32],
    /// How many lines lead to each of them.
    pub times: &'a [u32],
}

impl<'a> Net<'a> {
    /// Everything it joins.
    #[inline]
    pub(super) fn items(self) -> impl Iterator<Item = u32> + use<'a> {
        self.upper.iter().chain(self.lower).copied()
    }

    /// The lower items, each with how many lines lead there.
    #[inline]
    pub(super) fn lines(self) -> impl Iterator<Item = (u32, u32)> + use<'a> {
        self.lower.iter().copied().zip(self.times.iter().copied())
    }

    /// Twice the mean place of the upper items: where the lines meet.
    #[inline]
    pub(super) fn knot(self, pos: &[u32]) -> u32 {
        match self.upper {
            [a, b] => pos[*a as usize] + pos[*b as usize],
            [a, ..] => 2 * pos[*a as usize],
            [] => 0,
        }
    }
}

/// The nets between one row and the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap {
    items: Vec<u32>,
    /// How many lines lead to each of `items`.
    times: Vec<u32>,
    /// Where each net begins in `items`, where its lower items begin, and where it ends.
    nets: Vec<[u32; 3]>,
}

impl Gap {
    /// Adds a net.
    pub(super) fn push(
        &mut self,
        upper: impl IntoIterator<Item = u32>,
        lower: impl IntoIterator<Item = u32>,
    ) {
        self.push_lines(upper, lower.into_iter().map(|item| (item, 1)));
    }

    /// Adds a net with several lines to each lower item.
    pub(super) fn push_lines(
        &mut self,
        upper: impl IntoIterator<Item = u32>,
        lower: impl IntoIterator<Item = (u32, u32)>,
    ) {
        let first = index(self.items.len());
        self.items.extend(upper);
        let middle = index(self.items.len());
        self.times.resize(self.items.len(), 1);
        for (item, times) in lower {
            self.items.push(item);
            self.times.push(times);
        }
        self.nets.push([first, middle, index(self.items.len())]);
    }

    /// How many nets there are.
    pub(super) fn len(&self) -> usize {
        self.nets.len()
    }

    /// The net of this number.
    #[inline]
    pub(super) fn net(&self, nth: u32) -> Net<'_> {
        self.unpacked(self.nets[nth as usize])
    }

    /// The nets in turn.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = Net<'_>> {
        self.nets.iter().map(|&net| self.unpacked(net))
    }

    #[inline]
    fn unpacked(&self, [first, middle, end]: [u32; 3]) -> Net<'_> {
        Net {
            upper: &self.items[first as usize..middle as usize],
            lower: &self.items[middle as usize..end as usize],
            times: &self.times[middle as usize..end as usize],
        }
    }
}

impl Graph {
    /// Cuts `kin` into gaps.
    pub(super) fn new(kin: &Kin) -> Self {
        let mut graph = Self {
            people: kin.people(),
            row: kin.row.iter().map(|&row| index(row)).collect(),
            passing: Vec::new(),
            gaps: vec![Gap::default(); kin.n_rows],
        };
        for at in 0..kin.bonds.len() {
            graph.add_bond(kin, at);
        }
        graph
    }

    /// The item that passes through `row` on its way from a bond to a child further down.
    pub(super) fn passing_to(&self, bond: u32, child: u32, row: usize) -> Option<u32> {
        // Lines were added bond by bond.
        let first = self.passing.partition_point(|passing| passing.bond < bond);
        let of_bond = self.passing[first..].iter().take_while(|passing| passing.bond == bond);
        let mut numbered = (index(self.people + first)..).zip(of_bond);
        let is_it = |&(item, passing): &(u32, &Passing)| {
            passing.to == End::Child
                && passing.person == child
                && self.row[item as usize] as usize == row
        };
        numbered.find(is_it).map(|(item, _)| item)
    }

    /// How many items there are.
    pub(super) fn items(&self) -> usize {
        self.row.len()
    }

    /// Is everybody seen at once?
    pub(super) fn fits_on_one_screen(&self) -> bool {
        self.items() <= ONE_SCREEN
    }

    fn add_bond(&mut self, kin: &Kin, at: usize) {
        let bond = &kin.bonds[at];
        let Some(bottom) = bond.partners.iter().map(|&p| kin.row[p as usize]).max() else {
            return;
        };
        let mut upper = Vec::with_capacity(2);
        for &partner in &bond.partners {
            let top = kin.row[partner as usize];
            let mut item = partner;
            if bottom - top <= LONGEST_SPAN {
                let passing = Passing { bond: index(at), person: partner, to: End::Bond };
                for row in top..bottom {
                    let next = self.add_passing(passing, row + 1);
                    self.gaps[row].push([item], [next]);
                    item = next;
                }
                upper.push(item);
            }
        }
        let mut lower = Vec::with_capacity(bond.children.len() + bond.second.len());
        for &child in bond.children.iter().chain(&bond.second) {
            let end = kin.row[child as usize];
            if end <= bottom || end - bottom > LONGEST_SPAN {
                continue;
            }
            let passing = Passing { bond: index(at), person: child, to: End::Child };
            let mut item = None;
            for row in bottom + 1..end {
                let next = self.add_passing(passing, row);
                match item {
                    None => lower.push(next),
                    Some(before) => {
                        self.gaps[row - 1].push([before], [next]);
                    }
                }
                item = Some(next);
            }
            match item {
                None => lower.push(child),
                Some(last) => {
                    self.gaps[end - 1].push([last], [child]);
                }
            }
        }
        if upper.len() + lower.len() > 1 {
            self.gaps[bottom].push(upper, lower);
        }
    }

    fn add_passing(&mut self, passing: Passing, row: usize) -> u32 {
        let item = index(self.row.len());
        self.row.push(index(row));
        self.passing.push(passing);
        item
    }
}
