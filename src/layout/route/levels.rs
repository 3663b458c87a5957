//! How high everything is: symbols of a row on one line, gaps as high as their lanes need.

use super::grid::Grid;
use super::lanes::Lanes;
use super::plan::{Height, Plan};
use crate::geometry::snap;
use crate::layout::{Family, Options, Row};

/// Free space between a row and the nearest lane, in lanes.
const MARGIN: f64 = 1.5;

/// Distance between the partner lines of two unions of the same two people.
const PARALLEL: f64 = 6.0;

/// From this many lanes on a gap grows more slowly: nobody follows single lines there.
const CROWD: f64 = 16.0;

/// The heights of rows and lanes.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    /// The rows, top to bottom.
    pub rows: Vec<Row>,
    /// Height of the symbols in each row.
    pub symbols: Vec<f64>,
    /// First lane and distance between lanes of each gap.
    lanes: Vec<(f64, f64)>,
}

impl Levels {
    /// Stacks the rows from `top`.
    pub(super) fn of(family: &Family, options: &Options, grid: &Grid, lanes: &[Lanes]) -> Self {
        let mut levels = Self::default();
        let last = grid.rows.len();
        let mut y = 0.0;
        for gap in 0..=last {
            let n = lanes.get(gap).map_or(0, |l| l.brackets + l.bars);
            let least = if gap == 0 || gap == last { 0.0 } else { options.row_gap };
            let (height, pitch) = gap_height(n, least, options);
            let used = pitch * n.saturating_sub(1) as f64;
            levels.lanes.push((snap(y + (height - used) / 2.0), pitch));
            y += height;
            let Some(row) = grid.rows.get(gap) else { break };
            let people = || row.iter().filter_map(|s| family.people.get(s.person?));
            let above = people().map(|m| m.symbol_drop).fold(0.0, f64::max);
            let below = people().map(|m| m.size.h - m.symbol_drop).fold(0.0, f64::max);
            let symbols = snap(y + above);
            levels.rows.push(Row { top: snap(symbols - above), bottom: snap(symbols + below) });
            levels.symbols.push(symbols);
            y = symbols + below;
        }
        levels
    }

    /// The height of the symbols in `row`.
    pub(super) fn symbols(&self, row: usize) -> f64 {
        self.symbols.get(row).copied().unwrap_or_default()
    }

    /// What `height` comes to.
    pub(super) fn y(&self, height: Height, family: &Family, grid: &Grid, plan: &Plan) -> f64 {
        let person = |p: usize| {
            let symbols = self.symbols(grid.row(p).unwrap_or_default());
            family.people.get(p).map(|m| (symbols, *m))
        };
        match height {
            Height::Couple { row, nth } => {
                let side = if nth.is_multiple_of(2) { -1.0 } else { 1.0 };
                self.symbols(row) + side * (nth.div_ceil(2) as f64) * PARALLEL
            }
            Height::RowTop(row) => self.rows.get(row).map_or(0.0, |r| r.top),
            Height::SymbolTop(p) => person(p).map_or(0.0, |(y, m)| y - m.symbol_half),
            Height::BoxBottom(p) => person(p).map_or(0.0, |(y, m)| y - m.symbol_drop + m.size.h),
            Height::Lane(trunk) => plan.trunks.get(trunk).map_or(0.0, |trunk| {
                let (first, pitch) = self.lanes.get(trunk.gap).copied().unwrap_or_default();
                first + pitch * trunk.lane as f64
            }),
        }
    }
}

/// Height of a gap with `n` lanes and the distance between them. `least` high if that is enough.
fn gap_height(n: usize, least: f64, options: &Options) -> (f64, f64) {
    if n == 0 {
        return (least, options.lane);
    }
    let between = (n - 1) as f64;
    let crowded = if between <= CROWD { 1.0 } else { (CROWD / between).sqrt() };
    let margins = 2.0 * MARGIN * options.lane;
    let needed = between * options.lane * crowded + margins;
    let height = least.max(needed);
    // A little more air where there is room.
    let roomy = if 0.0 < between { (height - margins) / between } else { options.lane };
    (height, roomy.clamp(options.lane * crowded, options.lane * crowded * 1.5))
}
