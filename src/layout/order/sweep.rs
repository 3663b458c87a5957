//! Ordering rows of any length: crossings counted with a tree, and barycentre sweeps.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::Net;

/// Counts of lines by place with sums over prefixes (Fenwick 1994).
#[derive(Debug, Default)]
pub(super) struct Tree {
    sums: Vec<u32>,
    total: u64,
}

impl Tree {
    fn reset(&mut self, places: usize) {
        self.sums.clear();
        self.sums.resize(places + 1, 0);
        self.total = 0;
    }

    fn add(&mut self, place: u32) {
        let mut at = place as usize + 1;
        while at < self.sums.len() {
            self.sums[at] += 1;
            at += at & at.wrapping_neg();
        }
        self.total += 1;
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
pub(super) fn crossings(nets: &[Net], pos: &[u32], width: usize, width_below: usize) -> u64 {
    let place = |net: &Net| {
        let sum = net.upper.iter().fold(0, |sum, &p| sum + pos[p as usize]);
        if net.upper.len() == 1 { 2 * sum } else { sum }
    };
    let mut sorted: Vec<(u32, u32)> =
        nets.iter().zip(0..).map(|(net, nth)| (place(net), nth)).collect();
    sorted.sort_unstable();
    let (mut upper, mut lower) = (Tree::default(), Tree::default());
    upper.reset(width);
    lower.reset(width_below);
    let mut crossings = 0;
    for level in sorted.chunk_by(|a, b| a.0 == b.0) {
        crossings += (level.len() * (level.len() - 1) / 2) as u64;
        for &(_, nth) in level {
            let net = &nets[nth as usize];
            crossings += net.upper.iter().map(|&p| upper.right_of(pos[p as usize])).sum::<u64>();
            crossings += net.lower.iter().map(|&p| lower.right_of(pos[p as usize])).sum::<u64>();
        }
        for &(_, nth) in level {
            let net = &nets[nth as usize];
            net.upper.iter().for_each(|&p| upper.add(pos[p as usize]));
            net.lower.iter().for_each(|&p| lower.add(pos[p as usize]));
        }
    }
    crossings
}
