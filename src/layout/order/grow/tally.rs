//! How many lines lead from each piece of a row to each piece of the next.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

/// Lines between the pieces of two rows, which are counted from left to right.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// How many members of each lower piece hang from upper pieces left of each upper one, and at last
    /// from all.
    left: Vec<Vec<i32>>,
    /// How many of those who hang from each upper piece stand left of each lower one, and at last all.
    before: Vec<Vec<i32>>,
}

/// The lines that a newcomer crosses who goes past pieces of a row, less those no longer crossed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// On the left end of a piece.
    pub before: i32,
    /// In the middle of it at best: never more than anywhere in it.
    pub dip: i32,
}

/// Lines to a piece that come from left and from right of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides {
    /// From left of them.
    pub lefter: i32,
    /// From right of them.
    pub righter: i32,
}

impl Tally {
    /// No pieces.
    pub(super) fn new() -> Self {
        Self { left: vec![Vec::new()], before: vec![Vec::new()] }
    }

    /// Adds a line.
    pub(super) fn add(&mut self, upper: usize, lower: usize) {
        for left in &mut self.left[upper + 1..] {
            left[lower] += 1;
        }
        for before in &mut self.before[lower + 1..] {
            before[upper] += 1;
        }
    }

    /// Adds an upper piece without lines at the end.
    pub(super) fn add_upper(&mut self) {
        widen(&mut self.left, &mut self.before);
    }

    /// Adds a lower piece without lines at the end.
    pub(super) fn add_lower(&mut self) {
        widen(&mut self.before, &mut self.left);
    }

    /// The lines from the `nth` upper piece to these lower ones now come from a new one right of it.
    pub(super) fn cut_upper(&mut self, nth: usize, lowers: impl Iterator<Item = usize>) {
        cut(&mut self.left, &mut self.before, nth, lowers);
    }

    /// The lines from these upper pieces to the `nth` lower one now lead to a new one right of it.
    pub(super) fn cut_lower(&mut self, nth: usize, uppers: impl Iterator<Item = usize>) {
        cut(&mut self.before, &mut self.left, nth, uppers);
    }

    /// For somebody who hangs from the `nth` upper piece: what going past the lower pieces crosses,
    /// piece by piece. Lines from the same piece are in `own`.
    pub(super) fn seen_from_above(&self, nth: usize, own: &[Sides]) -> impl Iterator<Item = Run> {
        runs(&self.left, nth, own)
    }

    /// For the parents of somebody in the `nth` lower piece: what going past the upper pieces crosses,
    /// piece by piece. Lines to the same piece are in `own`.
    pub(super) fn seen_from_below(&self, nth: usize, own: &[Sides]) -> impl Iterator<Item = Run> {
        runs(&self.before, nth, own)
    }
}

/// Adds a piece at the end to the sums over pieces `along`, and to those of each piece `across`.
fn widen(along: &mut Vec<Vec<i32>>, across: &mut [Vec<i32>]) {
    along.extend(along.last().cloned());
    across.iter_mut().for_each(|sums| sums.push(0));
}

/// Cuts the `nth` piece in two; lines between the right half and the pieces `moved` are its own now.
fn cut(
    along: &mut Vec<Vec<i32>>,
    across: &mut [Vec<i32>],
    nth: usize,
    moved: impl Iterator<Item = usize>,
) {
    let mut lines = vec![0; across.len()];
    let mut half = along[nth + 1].clone();
    for other in moved {
        half[other] -= 1;
        lines[other + 1] += 1;
    }
    along.insert(nth + 1, half);
    let mut sum = 0;
    for (sums, lines) in across.iter_mut().zip(lines) {
        sum += lines;
        sums[nth] -= sum;
        sums.insert(nth + 1, sum);
    }
}

fn runs(sums: &[Vec<i32>], nth: usize, own: &[Sides]) -> impl Iterator<Item = Run> {
    let all = &sums[sums.len() - 1];
    let pieces = sums[nth].iter().zip(&sums[nth + 1]).zip(all).zip(own);
    pieces.scan(0, |run, (((left, upto), all), own)| {
        let (lefter, righter) = (left + own.lefter, all - upto + own.righter);
        let before = *run;
        *run += righter - lefter;
        Some(Run { before, dip: before - lefter })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What happens to a tally.
    #[derive(Clone, Copy, Debug)]
    enum Event {
        Line(usize, usize),
        CutUpper(usize),
        CutLower(usize),
    }

    fn events() -> impl Strategy<Value = Vec<Event>> {
        let one = (0..6, 0..100_usize, 0..100_usize).prop_map(|(kind, a, b)| match kind {
            0 => Event::CutUpper(a),
            1 => Event::CutLower(a),
            _ => Event::Line(a, b),
        });
        prop::collection::vec(one, 0..60)
    }

    /// Which lines to each of `n` pieces come from the `nth` one, every second of them from the left.
    fn own(lines: &[(usize, usize)], nth: usize, n: usize) -> Vec<Sides> {
        let mut own = vec![Sides::default(); n];
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.0 == nth) {
            own[line.1].lefter += i32::from(at.is_multiple_of(2));
            own[line.1].righter += i32::from(!at.is_multiple_of(2));
        }
        own
    }

    /// The same with every line noted by itself.
    fn counted(lines: &[(usize, usize)], nth: usize, n: usize) -> Vec<Run> {
        let mut before = 0;
        let run = |piece: usize| {
            let place = |at: usize| (lines[at].0, usize::from(!at.is_multiple_of(2)));
            let here = || (0..lines.len()).filter(|&at| lines[at].1 == piece);
            let lefter = here().filter(|&at| place(at) < (nth, 1)).count() as i32;
            let righter = here().filter(|&at| (nth, 0) < place(at)).count() as i32;
            let run = Run { before, dip: before - lefter };
            before += righter - lefter;
            run
        };
        (0..n).map(run).collect()
    }

    /// Every second line of a piece, from the `at`-th on, moves to a new piece.
    fn moved(
        lines: &mut [(usize, usize)],
        at: usize,
        of: fn(&mut (usize, usize)) -> (&mut usize, usize),
    ) -> Vec<usize> {
        let mut others = Vec::new();
        let mut seen = 0_u32;
        for line in lines {
            let (piece, other) = of(line);
            if *piece == at {
                seen += 1;
                if seen.is_multiple_of(2) {
                    *piece += 1;
                    others.push(other);
                }
            } else if at < *piece {
                *piece += 1;
            }
        }
        others
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn a_tally_says_what_counting_line_by_line_says(events in events()) {
            let mut tally = Tally::new();
            tally.add_upper();
            tally.add_lower();
            let (mut uppers, mut lowers) = (1, 1);
            let mut lines: Vec<(usize, usize)> = Vec::new();
            for event in events {
                match event {
                    Event::Line(upper, lower) => {
                        lines.push((upper % uppers, lower % lowers));
                        tally.add(upper % uppers, lower % lowers);
                    }
                    Event::CutUpper(at) => {
                        let at = at % uppers;
                        let others = moved(&mut lines, at, |line| (&mut line.0, line.1));
                        tally.cut_upper(at, others.into_iter());
                        uppers += 1;
                    }
                    Event::CutLower(at) => {
                        let at = at % lowers;
                        let others = moved(&mut lines, at, |line| (&mut line.1, line.0));
                        tally.cut_lower(at, others.into_iter());
                        lowers += 1;
                    }
                }
            }
            for upper in 0..uppers {
                let own = own(&lines, upper, lowers);
                let found: Vec<Run> = tally.seen_from_above(upper, &own).collect();
                prop_assert_eq!(found, counted(&lines, upper, lowers));
            }
            let turned: Vec<(usize, usize)> = lines.iter().map(|&(a, b)| (b, a)).collect();
            for lower in 0..lowers {
                let own = own(&turned, lower, uppers);
                let found: Vec<Run> = tally.seen_from_below(lower, &own).collect();
                prop_assert_eq!(found, counted(&turned, lower, uppers));
            }
        }
    }
}
