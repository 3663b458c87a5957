//! What changes in a row while it is sifted: the order of its members and all that hangs on that.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::frame::{Frame, NOBODY, SEVERAL};

/// Nets are listed by their knots without so many of the last bits where columns are known: most of
/// these hold no net.
const COARSE: u32 = 3;

/// The order of a row, and where the lines below it meet.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// The members from left to right, by number in the row.
    pub order: Vec<u32>,
    /// The place of each member.
    pub place: Vec<u32>,
    /// How far to the right each place is; if nobody has been given room yet, nothing: then it is as
    /// far as its number says.
    columns: Vec<u32>,
    /// Twice the mean column of the upper members of each net below the row.
    pub knot: Vec<u32>,
    /// Nets are listed by their knots without so many of the last bits.
    coarse: u32,
    /// The first net of each list.
    head: Vec<u32>,
    /// The next net of the same list.
    next: Vec<u32>,
    /// The places of the outermost members of each sibship.
    ends: Vec<[u32; 2]>,
    /// Where everybody stood at the beginning of a move.
    stood: Vec<u32>,
    /// The place of the first of them.
    stood_from: usize,
    /// The sibships whose ends moved since then, with the ends of before, in turn.
    moved: Vec<(u32, [u32; 2])>,
}

impl Strip {
    /// The members of `frame` in the order of their numbers.
    pub(super) fn new(frame: &Frame) -> Self {
        Self::listed(frame, Vec::new(), 0)
    }

    /// The same, and how far to the right each place is: each further than the one before.
    pub(super) fn in_columns(frame: &Frame, columns: Vec<u32>) -> Self {
        Self::listed(frame, columns, COARSE)
    }

    fn listed(frame: &Frame, columns: Vec<u32>, coarse: u32) -> Self {
        let order: Vec<u32> = (0..frame.width()).collect();
        let last_knot = 2 * columns.last().copied().unwrap_or(frame.width());
        let mut strip = Self {
            place: order.clone(),
            columns,
            coarse,
            knot: vec![0; frame.nets()],
            head: vec![NOBODY; (last_knot >> coarse) as usize + 1],
            next: vec![NOBODY; frame.nets()],
            ends: frame.members.iter().map(outermost).collect(),
            order,
            ..Self::default()
        };
        for net in (0..).take(frame.nets()) {
            strip.knot[net as usize] = strip.knot_of(frame.upper(net));
            strip.link(net);
        }
        strip
    }

    /// Twice the mean column of the upper members of a net.
    fn knot_of(&self, upper: [u32; 2]) -> u32 {
        let column = |member: u32| self.column(self.place[member as usize]);
        match upper {
            [NOBODY, _] => 0,
            [a, NOBODY] => 2 * column(a),
            [a, b] => column(a) + column(b),
        }
    }

    /// How far to the right a place is.
    #[inline]
    pub(super) fn column(&self, place: u32) -> u32 {
        if self.columns.is_empty() { place } else { self.columns[place as usize] }
    }

    /// How much further to the right the place after `p` is.
    #[inline]
    pub(super) fn step(&self, p: usize) -> u32 {
        if self.columns.is_empty() { 1 } else { self.columns[p + 1] - self.columns[p] }
    }

    /// The last place that is no further to the right than this, or the first.
    pub(super) fn last_up_to(&self, column: u32) -> u32 {
        if self.columns.is_empty() {
            return column;
        }
        (self.columns.partition_point(|&other| other <= column) as u32).saturating_sub(1)
    }

    /// The first place that is at least so far to the right, or the right end of the row.
    pub(super) fn first_from(&self, column: u32) -> u32 {
        if self.columns.is_empty() {
            return column;
        }
        self.columns.partition_point(|&other| other < column) as u32
    }

    fn link(&mut self, net: u32) {
        let head = &mut self.head[(self.knot[net as usize] >> self.coarse) as usize];
        self.next[net as usize] = std::mem::replace(head, net);
    }

    fn unlink(&mut self, net: u32) {
        let next = self.next[net as usize];
        let head = &mut self.head[(self.knot[net as usize] >> self.coarse) as usize];
        if *head == net {
            *head = next;
            return;
        }
        let mut at = *head;
        while self.next[at as usize] != net {
            at = self.next[at as usize];
        }
        self.next[at as usize] = next;
    }

    fn relink(&mut self, net: u32, knot: u32) {
        self.unlink(net);
        self.knot[net as usize] = knot;
        self.link(net);
    }

    /// Somebody of a sibship went from one place to the next.
    #[inline]
    fn move_end(&mut self, sibship: u32, from: u32, to: u32) {
        if let Some(ends) = self.ends.get_mut(sibship as usize)
            && ends.contains(&from)
        {
            self.moved.push((sibship, *ends));
            ends.iter_mut().filter(|end| **end == from).for_each(|end| *end = to);
        }
    }

    /// The places of the outermost members of a sibship of at least two.
    pub(super) fn ends(&self, sibship: u32) -> Option<[u32; 2]> {
        self.ends.get(sibship as usize).copied()
    }

    /// Calls `found` for the nets whose knots are at `low..=high`.
    #[inline]
    pub(super) fn knots_in(&self, low: u32, high: u32, mut found: impl FnMut(u32)) {
        let (first, last) = (low >> self.coarse, high >> self.coarse);
        for &head in &self.head[first as usize..=last as usize] {
            let mut net = head;
            while net != NOBODY {
                if self.coarse == 0 || (low..=high).contains(&self.knot[net as usize]) {
                    found(net);
                }
                net = self.next[net as usize];
            }
        }
    }

    /// Lets the members at `p` and `p + 1` change places.
    pub(super) fn exchange(&mut self, frame: &Frame, p: usize) {
        let (a, b) = (self.order[p], self.order[p + 1]);
        let p = p as u32;
        self.order.swap(p as usize, p as usize + 1);
        self.place[a as usize] = p + 1;
        self.place[b as usize] = p;
        let (of_a, of_b) = (&frame.ties[a as usize], &frame.ties[b as usize]);
        if of_a.sibship != of_b.sibship {
            self.move_end(of_a.sibship, p, p + 1);
            self.move_end(of_b.sibship, p + 1, p);
        }
        if of_a.below == of_b.below && of_a.below != SEVERAL {
            return;
        }
        let step = self.step(p as usize) as i32;
        for (member, other, below, way) in [(a, b, of_a.below, step), (b, a, of_b.below, -step)] {
            match below {
                NOBODY => {}
                SEVERAL => {
                    for &net in frame.below.of(member) {
                        self.shift(net, frame.upper(net), other, way);
                    }
                }
                net => self.shift(net, frame.upper(net), other, way),
            }
        }
    }

    /// One of the upper members of a net went past `other`, so many columns to the right.
    #[inline]
    fn shift(&mut self, net: u32, upper: [u32; 2], other: u32, way: i32) {
        if !upper.contains(&other) {
            let step = if upper[1] == NOBODY { 2 } else { 1 };
            let knot = self.knot[net as usize];
            self.relink(net, knot.wrapping_add_signed(way * step));
        }
    }

    /// Remembers who stands at the places `first..end`.
    pub(super) fn remember(&mut self, first: usize, end: usize) {
        self.moved.clear();
        self.stood.clear();
        self.stood.extend_from_slice(&self.order[first..end]);
        self.stood_from = first;
    }

    /// Puts those who stood at `first..end` back, who have only changed places among each other.
    pub(super) fn put_back(&mut self, frame: &Frame, first: usize, end: usize) {
        let from = self.stood_from;
        for at in first..end {
            let member = self.stood[at - from];
            self.order[at] = member;
            self.place[member as usize] = at as u32;
        }
        while let Some((sibship, ends)) = self.moved.pop() {
            self.ends[sibship as usize] = ends;
        }
        for at in first..end {
            let member = self.order[at];
            match frame.ties[member as usize].below {
                NOBODY => {}
                SEVERAL => {
                    for &net in frame.below.of(member) {
                        self.settle(frame, net);
                    }
                }
                net => self.settle(frame, net),
            }
        }
    }

    /// Writes down anew where a net meets.
    fn settle(&mut self, frame: &Frame, net: u32) {
        let knot = self.knot_of(frame.upper(net));
        if knot != self.knot[net as usize] {
            self.relink(net, knot);
        }
    }
}

/// The outermost of members who stand in the order of their numbers.
fn outermost(members: &[u32]) -> [u32; 2] {
    members.iter().fold([NOBODY, 0], |[first, last], &m| [first.min(m), last.max(m)])
}
