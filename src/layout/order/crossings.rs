//! Counting the crossings between long rows with a tree.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::Gap;

/// Counts of lines by place with sums over prefixes (Fenwick 1994).
#[derive(Debug)]
struct Tree {
    sums: Vec<u32>,
    total: u64,
}

impl Tree {
    fn new(places: usize) -> Self {
        Self { sums: vec![0; places + 1], total: 0 }
    }

    fn add(&mut self, place: u32, times: u32) {
        let mut at = place as usize + 1;
        while at < self.sums.len() {
            self.sums[at] += times;
            at += at & at.wrapping_neg();
        }
        self.total += u64::from(times);
    }

    fn right_of(&self, place: u32) -> u64 {
        let mut at = place as usize + 1;
        let mut up_to = 0;
        while 0 < at {
            up_to += u64::from(self.sums[at]);
            at &= at - 1;
        }
        self.total - up_to
    }
}

/// Crossings in the gap below a row (Barth, Jünger and Mutzel 2004).
pub(super) fn crossings(gap: &Gap, pos: &[u32], width: usize, width_below: usize) -> u64 {
    let mut sorted: Vec<(u32, u32)> =
        gap.iter().zip(0..).map(|(net, nth)| (net.knot(pos), nth)).collect();
    sorted.sort_unstable();
    let (mut upper, mut lower) = (Tree::new(width), Tree::new(width_below));
    let mut crossings = 0;
    for level in sorted.chunk_by(|a, b| a.0 == b.0) {
        crossings += (level.len() * (level.len() - 1) / 2) as u64;
        for &(_, nth) in level {
            let net = gap.net(nth);
            crossings += net.upper.iter().map(|&p| upper.right_of(pos[p as usize])).sum::<u64>();
            let crossed =
                |(p, times): (u32, u32)| u64::from(times) * lower.right_of(pos[p as usize]);
            crossings += net.lines().map(crossed).sum::<u64>();
        }
        for &(_, nth) in level {
            let net = gap.net(nth);
            net.upper.iter().for_each(|&p| upper.add(pos[p as usize], 1));
            net.lines().for_each(|(p, times)| lower.add(pos[p as usize], times));
        }
    }
    crossings
}
