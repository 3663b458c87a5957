//! Branches: what hangs together with somebody's place in a family when the rest is cut off there.
//!
//! Turning a branch over or letting two branches change places leaves everything inside them as it
//! was, so that a search which moves branches does not have to take a good drawing apart first.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::{Gap, Graph};
use super::kin::{Kin, index};
use super::lists::{Lists, distinct};

/// Everything that can be reached from one item without one net.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    /// The item at the cut.
    pub root: u32,
    /// Which items belong to it, one bit each.
    bits: Vec<u64>,
    /// The rows in which it has items, rising.
    pub rows: Vec<usize>,
    /// Has it several items in some row, so that turning it over changes anything?
    pub is_wide: bool,
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
        let mut nets = nets(graph);
        for bond in kin.bonds.iter().filter(|bond| bond.partners.is_empty()) {
            // Siblings whose parents are not there hang together, too.
            nets.push(bond.children.iter().copied());
        }
        Self::of(graph, &nets, |_| false)
    }

    /// Cuts `nets` at every place of every item; what holds an item that `is_fixed` is no branch.
    pub(super) fn of(graph: &Graph, nets: &Lists<u32>, is_fixed: impl Fn(u32) -> bool) -> Self {
        let n_free = (0..index(graph.items())).filter(|&item| !is_fixed(item)).count();
        let most = (n_free * 2 / 3).max(3);
        let of = Lists::new(graph.items(), || {
            let nets = nets.iter().zip(0..);
            nets.flat_map(|(net, at)| net.iter().map(move |&item| (item, at)))
        });
        let mut found = Self::default();
        let mut items = Vec::new();
        let mut seen = vec![0_u32; graph.items()];
        let mut mark = 0;
        for (net, at) in nets.iter().zip(0..) {
            let first = found.all.len();
            for &root in net {
                if is_fixed(root) {
                    continue;
                }
                mark += 1;
                let cut = Cut { root, net: at, most };
                if reach(cut, nets, &of, &is_fixed, &mut seen, mark, &mut items) {
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

/// The nets of all gaps.
pub(super) fn nets(graph: &Graph) -> Lists<u32> {
    let mut nets = Lists::empty();
    for net in graph.gaps.iter().flat_map(Gap::iter) {
        // Folded siblings make one net hold an item several times.
        nets.push(distinct(net.items()));
    }
    nets
}

/// A place to cut at, and how large a branch is still worth moving.
#[derive(Clone, Copy)]
struct Cut {
    root: u32,
    net: u32,
    most: usize,
}

/// Finds what can be reached from the root without the cut net. False if that net is reached again,
/// or something that is fixed, or too much.
fn reach(
    cut: Cut,
    nets: &Lists<u32>,
    of: &Lists<u32>,
    is_fixed: &impl Fn(u32) -> bool,
    seen: &mut [u32],
    mark: u32,
    items: &mut Vec<u32>,
) -> bool {
    items.clear();
    items.push(cut.root);
    seen[cut.root as usize] = mark;
    let mut done = 0;
    while let Some(&item) = items.get(done) {
        done += 1;
        for &net in of.of(item) {
            if net == cut.net {
                if item != cut.root {
                    return false;
                }
                continue;
            }
            for &next in nets.of(net) {
                if seen[next as usize] != mark {
                    if is_fixed(next) || cut.most <= items.len() {
                        return false;
                    }
                    seen[next as usize] = mark;
                    items.push(next);
                }
            }
        }
    }
    true
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
    let is_wide = rows.len() < items.len();
    Branch { root, bits, rows, is_wide }
}
