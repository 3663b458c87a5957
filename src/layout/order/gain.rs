//! How far along a row it may gain anything to move.
//!
//! Most people stand well: none of their lines cross, nobody stands between them and their partners or
//! among their siblings, and they are in nobody's way. Wherever they went, it would only cost more.
//! And whose line crosses one on the left has nothing to seek on the right. So sifting need not try
//! most of the places; which, is found in one pass over the row. It also says how much there is to
//! gain at all: who has lost more than that on the way has nothing to seek further on.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::frame::{Frame, NOBODY, PINNED};
use super::rules::{
    CROSSING, Prices, STRANGER_IN_COUPLE, STRANGER_IN_SIBSHIP, WRONG_NEAREST, WRONG_SIDE,
};
use super::strip::Strip;

/// The outermost places of the lower end of a net, and how many lines it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// The leftmost place; far right if there are none.
    pub first: u32,
    /// The rightmost place.
    pub last: u32,
    /// How many lines.
    pub n: u32,
}

/// Up to which places members may gain by moving there, and how much.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gain {
    /// The leftmost such place, if that is left of where the member stands.
    pub left: u32,
    /// The rightmost, if that is right of it.
    pub right: u32,
    /// What is at stake on the left and on the right: no more than this is gained there.
    pub at_stake: [i64; 2],
}

impl Gain {
    /// Nowhere.
    pub(super) const NONE: Self = Self { left: u32::MAX, right: 0, at_stake: [0; 2] };
    /// Perhaps anywhere.
    pub(super) const ANYWHERE: Self = Self { left: 0, right: u32::MAX, at_stake: [MUCH; 2] };

    /// Where both together, or one by both, may gain.
    pub(super) fn and(self, other: Self) -> Self {
        let at_stake = |side: usize| self.at_stake[side] + other.at_stake[side];
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            at_stake: [0, 1].map(at_stake),
        }
    }
}

/// More than is ever at stake; many times this is still a number.
const MUCH: i64 = 1 << 40;

/// A row of which is asked where its members may gain.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub frame: &'a Frame,
    pub strip: &'a Strip,
    /// The row above, if there is one.
    pub above: Option<&'a Strip>,
    /// How far the nets below lead.
    pub reach: &'a [Reach],
    pub prices: Prices,
}

/// Where each member of a row may gain, as a rule. `below` says how often the lines from the knots of
/// two nets below cross.
pub(super) fn gains(row: Row<'_>, below: impl Fn(u32, u32) -> i64) -> Vec<Gain> {
    let mut gains = Gains { row, found: vec![Gain::NONE; row.strip.order.len()] };
    if let Some(above) = row.above {
        gains.lines_above(above);
    }
    gains.lines_below(below);
    gains.couples();
    gains.sibships();
    gains.rules();
    gains.found
}

struct Gains<'a> {
    row: Row<'a>,
    found: Vec<Gain>,
}

impl Gains<'_> {
    fn place(&self, member: u32) -> u32 {
        self.row.strip.place[member as usize]
    }

    fn add(&mut self, member: u32, left: u32, right: u32) {
        let found = &mut self.found[member as usize];
        *found = found.and(Gain { left, right, ..Gain::NONE });
    }

    fn stake(&mut self, member: u32, at_stake: [i64; 2]) {
        let found = &mut self.found[member as usize];
        *found = found.and(Gain { at_stake, ..Gain::NONE });
    }

    /// Nobody knows how much is at stake.
    fn give_up(&mut self) {
        self.found.iter_mut().for_each(|found| found.at_stake = [MUCH; 2]);
    }

    /// Lines from above cross where knots are not in the order of those who hang from them.
    fn lines_above(&mut self, above: &Strip) {
        let Row { frame, strip, .. } = self.row;
        let order = &strip.order;
        let (mut places, mut knots) = (Vec::new(), Vec::new());
        let mut lines: Vec<(u32, u32, i64)> = Vec::with_capacity(order.len());
        for (&member, at) in order.iter().zip(0..) {
            let nets = frame.above.of(member);
            let line =
                |&(net, times): &(u32, u32)| (above.knot[net as usize], member, times.into());
            lines.extend(nets.iter().map(line));
            let known = nets.iter().map(|&(net, _)| above.knot[net as usize]);
            let [first, last] =
                known.fold([u32::MAX, 0], |[a, b], knot| [a.min(knot), b.max(knot)]);
            if first <= last {
                places.push(at);
                knots.push([first, last]);
            }
            if first < last {
                self.found[member as usize] = Gain::ANYWHERE;
            }
        }
        inversions(&knots, |nth, to| {
            let (at, to): (u32, u32) = (places[nth], places[to]);
            self.add(order[at as usize], to, to);
        });
        let is_counted = overlaps(lines.iter().map(|&(knot, ..)| [knot; 2]), |left, right| {
            let ((_, left, of_left), (_, right, of_right)) = (lines[left], lines[right]);
            if left != right {
                let cost = CROSSING * of_left * of_right;
                self.stake(left, [0, cost]);
                self.stake(right, [cost, 0]);
            }
        });
        if !is_counted {
            self.give_up();
        }
    }

    /// Lines to and from the knots below cross where their ends are not in the order of the knots, and
    /// where nets meet.
    fn lines_below(&mut self, crossings: impl Fn(u32, u32) -> i64) {
        let Row { frame, strip, reach, .. } = self.row;
        let mut nets: Vec<(u32, u32)> =
            strip.knot.iter().zip(0..).map(|(&knot, net)| (knot, net)).collect();
        nets.sort_unstable();
        let mut found = vec![Gain::NONE; nets.len()];
        for pair in 1..nets.len() {
            if nets[pair - 1].0 == nets[pair].0 {
                found[pair - 1] = Gain::ANYWHERE;
                found[pair] = Gain::ANYWHERE;
            }
        }
        let lower = |&(_, net): &(u32, u32)| [reach[net as usize].first, reach[net as usize].last];
        let lower: Vec<[u32; 2]> = nets.iter().map(lower).collect();
        inversions(&lower, |nth, to| {
            let knot = nets[to].0;
            found[nth] = found[nth].and(Gain { left: knot, right: knot, ..Gain::NONE });
        });
        let mut is_counted = overlaps(lower.iter().copied(), |left, right| {
            let cost = CROSSING * crossings(nets[left].1, nets[right].1);
            found[left].at_stake[1] += cost;
            found[right].at_stake[0] += cost;
        });
        let upper: Vec<[u32; 2]> = nets.iter().map(|net| self.span(frame.upper(net.1))).collect();
        inversions(&upper, |nth, _| {
            found[nth] = found[nth].and(Gain { at_stake: [0; 2], ..Gain::ANYWHERE });
        });
        is_counted &= overlaps(upper.iter().copied(), |left, right| {
            // Each of either may stand right of each of the other.
            for net in [left, right] {
                found[net].at_stake = found[net].at_stake.map(|cost| cost + 4 * CROSSING);
            }
        });
        if !is_counted {
            self.give_up();
        }
        for (&(knot, net), gain) in nets.iter().zip(&found) {
            let upper = frame.upper(net);
            // Where two hold a knot, it goes half as far as either of them.
            let speed = if upper[1] == NOBODY { 2 } else { 1 };
            for member in upper.into_iter().filter(|&member| member != NOBODY) {
                let here = strip.column(self.place(member));
                if gain.left < knot {
                    let to = here.saturating_sub((knot - gain.left).div_ceil(speed));
                    self.add(member, strip.last_up_to(to), 0);
                }
                if knot < gain.right {
                    let to = here.saturating_add((gain.right - knot).div_ceil(speed));
                    self.add(member, u32::MAX, strip.first_from(to));
                }
                if gain.left == 0 {
                    self.add(member, 0, u32::MAX);
                }
                self.stake(member, gain.at_stake);
            }
        }
    }

    /// The outermost places of the upper members of a net.
    fn span(&self, [a, b]: [u32; 2]) -> [u32; 2] {
        let place = |member: u32| self.row.strip.place.get(member as usize).copied();
        let (a, b) = (place(a).unwrap_or_default(), place(b));
        [a.min(b.unwrap_or(a)), a.max(b.unwrap_or(a))]
    }

    /// Partners stand apart, or on the wrong sides.
    fn couples(&mut self) {
        let Row { frame, strip, prices, .. } = self.row;
        let mut apart = Vec::new();
        for member in 0..frame.width() {
            for bound in frame.couples.of(member) {
                let (at, to) = (self.place(member), self.place(bound.to));
                if at < to && (at + 1 < to || bound.wrong_side < 0) {
                    let strangers = i64::from(to - at - 1);
                    let apart_by = prices.couple_apart * strangers.min(1);
                    let cost = apart_by + STRANGER_IN_COUPLE * strangers + WRONG_SIDE;
                    self.stake(member, [0, cost]);
                    self.stake(bound.to, [cost, 0]);
                    apart.push([at, to]);
                }
            }
        }
        // All between them may make room, anywhere there.
        let gains =
            within(self.found.len(), &apart).into_iter().zip(over(strip.order.len(), &apart));
        for (&member, (gain, over)) in strip.order.iter().zip(gains) {
            self.add(member, gain.left, gain.right);
            self.stake(member, [over * (STRANGER_IN_COUPLE + prices.couple_apart); 2]);
        }
    }

    /// Strangers stand among siblings, or these do not stand by age.
    fn sibships(&mut self) {
        let Row { frame, strip, prices, .. } = self.row;
        for (siblings, nth) in frame.members.iter().zip(0..) {
            let Some([first, last]) = strip.ends(nth) else { continue };
            if last - first >= siblings.len() as u32 {
                for at in first..=last {
                    let member = strip.order[at as usize];
                    let is_sibling = frame.ties[member as usize].sibship == nth;
                    if !is_sibling && !frame.company.of(nth).contains(&member) {
                        self.add(member, first, last);
                        self.stake(member, [STRANGER_IN_SIBSHIP; 2]);
                        let [leftmost, rightmost] =
                            [first, last].map(|at| strip.order[at as usize]);
                        self.add(leftmost, u32::MAX, last);
                        self.stake(leftmost, [0, STRANGER_IN_SIBSHIP]);
                        self.add(rightmost, first, 0);
                        self.stake(rightmost, [STRANGER_IN_SIBSHIP, 0]);
                    }
                }
            }
            for &elder in siblings {
                let at = self.place(elder);
                for &(younger, times) in frame.younger.of(elder) {
                    let to = self.place(younger);
                    if to < at {
                        let cost = prices.against_age * i64::from(times);
                        self.add(elder, to, 0);
                        self.stake(elder, [cost, 0]);
                        self.add(younger, u32::MAX, at);
                        self.stake(younger, [0, cost]);
                    }
                }
            }
        }
    }

    /// Another partner stands nearest, or somebody is pinned.
    fn rules(&mut self) {
        for rule in &self.row.frame.nearer {
            let [at, near, far] = [rule.person, rule.near, rule.far].map(|m| self.place(m));
            if far.abs_diff(at) < near.abs_diff(at) {
                let (first, last) = (at.min(near).min(far), at.max(near).max(far));
                for member in [rule.person, rule.near, rule.far] {
                    self.add(member, first, last);
                    self.stake(member, [WRONG_NEAREST; 2]);
                }
            }
        }
        for (found, ties) in self.found.iter_mut().zip(&self.row.frame.ties) {
            if ties.has & PINNED != 0 {
                *found = Gain::ANYWHERE;
            }
        }
    }
}

/// How many of the `stretches` lie over each place, their first and last not included.
fn over(width: usize, stretches: &[[u32; 2]]) -> Vec<i64> {
    let mut over = vec![0; width];
    for &[first, last] in stretches {
        over[first as usize + 1] += 1;
        over[last as usize] -= 1;
    }
    let mut sum = 0;
    for over in &mut over {
        sum += *over;
        *over = sum;
    }
    over
}

/// How far the stretches reach that each place lies in, the first and last of a stretch included. One
/// pass however long they are: partners may stand at either end of a row of thousands.
fn within(width: usize, stretches: &[[u32; 2]]) -> Vec<Gain> {
    let (mut begin, mut end) = (vec![u32::MAX; width], vec![0; width]);
    for &[first, last] in stretches {
        begin[last as usize] = begin[last as usize].min(first);
        end[first as usize] = end[first as usize].max(last);
    }
    let mut gains = vec![Gain::NONE; width];
    let mut last = 0;
    for at in 0..width {
        last = last.max(end[at]);
        if at < last as usize {
            gains[at].right = last;
        }
    }
    let mut first = u32::MAX;
    for at in (0..width).rev() {
        first = first.min(begin[at]);
        if (first as usize) < at {
            gains[at].left = first;
        }
    }
    gains
}

/// Calls `found` with each of the `spans` that reaches further left than one before it ends on the
/// right, and the first such; and with each that reaches further right than one after it begins, and
/// the last such.
fn inversions(spans: &[[u32; 2]], mut found: impl FnMut(usize, usize)) {
    let mut most = 0;
    let up_to: Vec<u32> = spans.iter().map(|&[_, last]| (most = last.max(most), most).1).collect();
    let mut least = u32::MAX;
    let mut from: Vec<u32> =
        spans.iter().rev().map(|&[first, _]| (least = first.min(least), least).1).collect();
    from.reverse();
    for (nth, &[first, last]) in spans.iter().enumerate() {
        if nth > 0 && first < up_to[nth - 1] {
            found(nth, up_to.partition_point(|&last| last <= first));
        }
        if from.get(nth + 1).is_some_and(|&first| first < last) {
            found(nth, from.partition_point(|&first| first < last) - 1);
        }
    }
}

/// How many overlaps are counted for each span.
const PATIENCE: usize = 6;

/// Calls `found` with each two of the `spans` of which the later begins before the earlier ends. Takes
/// about as long as there are such pairs; says no, and stops, if these are very many.
fn overlaps(
    spans: impl ExactSizeIterator<Item = [u32; 2]>,
    mut found: impl FnMut(usize, usize),
) -> bool {
    let mut patience = PATIENCE * spans.len();
    // The earlier ones, by where they end.
    let mut ends: Vec<(u32, usize)> = Vec::with_capacity(spans.len());
    for (later, [first, last]) in spans.enumerate() {
        for &(_, earlier) in ends.iter().rev().take_while(|(end, _)| first < *end) {
            if patience == 0 {
                return false;
            }
            patience -= 1;
            found(earlier, later);
        }
        let after = ends.iter().rev().take_while(|(end, _)| last < *end).count();
        ends.insert(ends.len() - after, (last, later));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::board::Board;
    use super::super::graph::Graph;
    use super::super::kin::Kin;
    use super::super::rules::Rules;
    use super::super::search::Chance;
    use super::super::sift::Sifter;
    use super::super::{grow, tests, walk};
    use super::*;
    use crate::layout::Options;
    use proptest::prelude::*;

    /// Hundreds of people in an order that has grown.
    struct Grown {
        graph: Graph,
        rules: Rules,
        rows: Vec<Vec<u32>>,
        frames: Vec<Frame>,
        strips: Vec<Strip>,
    }

    impl Grown {
        fn new() -> Self {
            let kin = Kin::new(&tests::many(300));
            let graph = Graph::new(&kin);
            let rules = Rules::new(&kin, &graph, &Options::default());
            let rows = grow::several(&kin, 1, &grow::ONE_AT_A_TIME, |rows| {
                walk::whole(&graph, &rules, rows)
            })
            .remove(0);
            let frames = Frame::all(&graph, &rules, &rows);
            let strips = frames.iter().map(Strip::new).collect();
            Self { graph, rules, rows, frames, strips }
        }

        /// A row to be sifted.
        fn sifter<'a>(&'a self, row: usize, strip: &'a mut Strip) -> Sifter<'a> {
            let near = [row.checked_sub(1), Some(row + 1)].map(|row| self.strips.get(row?));
            Sifter::new(&self.frames[row], strip, near, self.rules.prices, Chance::new(1))
        }
    }

    #[test]
    fn whoever_has_nothing_to_gain_only_costs_more_elsewhere() {
        let grown = Grown::new();
        let (mut calm, mut found) = (0, 0);
        for (row, strip) in grown.strips.iter().enumerate() {
            let mut strip = strip.clone();
            let mut sifter = grown.sifter(row, &mut strip);
            for (member, gain) in (0..).zip(sifter.gains()) {
                let here = sifter.place(member);
                if (gain.left as usize) < here || here < gain.right as usize {
                    found += 1;
                    continue;
                }
                calm += 1;
                sifter.carry_to_best(here, 16);
                assert_eq!(sifter.place(member), here, "{member} of row {row}");
            }
        }
        assert!(0 < calm && 0 < found, "{calm} have nothing to gain, {found} may have");
    }

    #[test]
    fn nobody_gains_more_than_is_at_stake() {
        let grown = Grown::new();
        let cost = |rows| Board::new(&grown.graph, &grown.rules, rows).cost();
        let before = cost(grown.rows.clone());
        let mut moved = 0;
        for (row, frame) in grown.frames.iter().enumerate() {
            for member in 0..frame.width() {
                let mut strip = grown.strips[row].clone();
                let mut sifter = grown.sifter(row, &mut strip);
                let at_stake = sifter.gains()[member as usize].at_stake;
                let here = sifter.place(member);
                sifter.carry_to_best(here, 16);
                let side = usize::from(here < sifter.place(member));
                if sifter.place(member) == here {
                    continue;
                }
                let mut rows = grown.rows.clone();
                rows[row] = frame.items_of(&strip.order);
                let gained = before - cost(rows);
                moved += 1;
                assert!(gained <= at_stake[side], "{member} of row {row}");
            }
        }
        assert!(0 < moved);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn overlaps_are_found_once_each(
            spans in prop::collection::vec((0_u32..30, 0_u32..6), 0..12),
        ) {
            let spans: Vec<[u32; 2]> =
                spans.iter().map(|&(first, width)| [first, first + width]).collect();
            let pairs = (0..spans.len()).flat_map(|a| (a + 1..spans.len()).map(move |b| (a, b)));
            let pairs: Vec<_> = pairs.filter(|&(a, b)| spans[b][0] < spans[a][1]).collect();
            let mut found = Vec::new();
            let is_all = overlaps(spans.iter().copied(), |a, b| found.push((a, b)));
            prop_assert_eq!(is_all, pairs.len() <= PATIENCE * spans.len());
            found.sort_unstable();
            if is_all {
                prop_assert_eq!(found, pairs);
            }
        }

        #[test]
        fn stretches_are_counted_over_each_place(
            stretches in prop::collection::vec((0_u32..20, 1_u32..8), 0..8),
        ) {
            let stretches: Vec<[u32; 2]> =
                stretches.iter().map(|&(first, more)| [first, first + more]).collect();
            for (at, n) in (0..).zip(over(30, &stretches)) {
                let over = stretches.iter().filter(|&&[first, last]| first < at && at < last);
                prop_assert_eq!(n, over.count() as i64);
            }
        }

        #[test]
        fn stretches_reach_as_far_as_those_over_a_place(
            stretches in prop::collection::vec((0_u32..20, 1_u32..8), 0..8),
        ) {
            let stretches: Vec<[u32; 2]> =
                stretches.iter().map(|&(first, more)| [first, first + more]).collect();
            for (at, gain) in (0..).zip(within(30, &stretches)) {
                let over = || stretches.iter().filter(|&&[first, last]| first <= at && at <= last);
                let left = over().map(|stretch| stretch[0]).filter(|&left| left < at).min();
                let right = over().map(|stretch| stretch[1]).filter(|&right| at < right).max();
                let left = left.unwrap_or(Gain::NONE.left);
                prop_assert_eq!((gain.left, gain.right), (left, right.unwrap_or_default()));
            }
        }

        #[test]
        fn inversions_are_found_from_both_ends(
            spans in prop::collection::vec((0_u32..30, 0_u32..6), 0..12),
        ) {
            let spans: Vec<[u32; 2]> =
                spans.iter().map(|&(first, width)| [first, first + width]).collect();
            let mut found = vec![Gain::NONE; spans.len()];
            inversions(&spans, |nth, to| {
                found[nth] = found[nth].and(Gain { left: to as u32, right: to as u32, ..Gain::NONE });
            });
            for (nth, &[first, last]) in spans.iter().enumerate() {
                let left = spans[..nth].iter().position(|other| first < other[1]);
                let right = spans.iter().rposition(|other| other[0] < last).filter(|&at| nth < at);
                let Gain { left: l, right: r, .. } = found[nth];
                prop_assert_eq!((l as usize) < nth, left.is_some(), "{:?}", spans);
                prop_assert!(left.is_none_or(|left| left == l as usize), "{:?}", spans);
                prop_assert_eq!(nth < r as usize, right.is_some(), "{:?}", spans);
                prop_assert!(right.is_none_or(|right| right == r as usize), "{:?}", spans);
            }
        }
    }
}
