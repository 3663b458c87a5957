//! Branches: what hangs together with somebody's place in a family when the rest is cut off there.
//!
//! Turning a branch over or letting two branches change places leaves everything inside them as it
//! was, so that a search which moves branches does not have to take a good drawing apart first.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::Graph;
use super::kin::{Kin, index};

/// Everything that can be reached from one item without one net.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    /// The item at the cut.
    pub root: u32,
    /// Which items belong to it, one bit each.
    bits: Vec<u64>,
    /// The rows in which it has items, rising.
    pub rows: Vec<usize>,
    /// How many items it has.
    pub size: usize,
}

impl Branch {
    /// Does `item` belong to this branch?
    pub(super) fn has(&self, item: u32) -> bool {
        self.bits[item as usize / 64] >> (item % 64) & 1 != 0
    }
}

/// The branches of a family, and which of them meet in the same net.
#[derive(Clone, Debug, Default)]
pub(super) struct Branches {
    /// All of them.
    pub all: Vec<Branch>,
    /// Pairs of branches that meet in a net, their roots in the same row.
    pub pairs: Vec<[usize; 2]>,
}

impl Branches {
    /// Cuts `graph` at every place of every item in a net.
    pub(super) fn new(kin: &Kin, graph: &Graph) -> Self {
        let nets = nets(kin, graph);
        let mut of = vec![Vec::new(); graph.items()];
        for (at, net) in nets.iter().enumerate() {
            for &item in net {
                of[item as usize].push(index(at));
            }
        }
        let mut found = Self::default();
        let mut seen = vec![0_u32; graph.items()];
        let mut mark = 0;
        for (at, net) in nets.iter().enumerate() {
            let first = found.all.len();
            for &root in net {
                mark += 1;
                if let Some(items) = reach(root, index(at), &nets, &of, &mut seen, mark) {
                    found.all.push(branch(graph, root, &items));
                }
            }
            for a in first..found.all.len() {
                for b in a + 1..found.all.len() {
                    let row = |at: usize| graph.row[found.all[at].root as usize];
                    if row(a) == row(b) {
                        found.pairs.push([a, b]);
                    }
                }
            }
        }
        found
    }
}

/// The nets of all gaps, and the siblings whose parents are not there.
fn nets(kin: &Kin, graph: &Graph) -> Vec<Vec<u32>> {
    let join = |net: &super::graph::Net| net.upper.iter().chain(&net.lower).copied().collect();
    let mut nets: Vec<Vec<u32>> = graph.gaps.iter().flatten().map(join).collect();
    let orphans = kin.bonds.iter().filter(|bond| bond.partners.is_empty());
    nets.extend(orphans.map(|bond| bond.children.clone()));
    nets
}

/// What can be reached from `root` without the net `cut`; nothing if that net is reached again.
fn reach(
    root: u32,
    cut: u32,
    nets: &[Vec<u32>],
    of: &[Vec<u32>],
    seen: &mut [u32],
    mark: u32,
) -> Option<Vec<u32>> {
    let mut items = vec![root];
    seen[root as usize] = mark;
    let mut done = 0;
    while let Some(&item) = items.get(done) {
        done += 1;
        for &net in &of[item as usize] {
            if net == cut {
                if item != root {
                    return None;
                }
                continue;
            }
            for &next in &nets[net as usize] {
                if seen[next as usize] != mark {
                    seen[next as usize] = mark;
                    items.push(next);
                }
            }
        }
    }
    Some(items)
}

fn branch(graph: &Graph, root: u32, items: &[u32]) -> Branch {
    let mut bits = vec![0; graph.items().div_ceil(64)];
    for &item in items {
        bits[item as usize / 64] |= 1_u64 << (item % 64);
    }
    let mut rows: Vec<usize> =
        items.iter().map(|&item| graph.row[item as usize] as usize).collect();
    rows.sort_unstable();
    rows.dedup();
    Branch { root, bits, rows, size: items.len() }
}
