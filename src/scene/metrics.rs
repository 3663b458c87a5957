//! The measures of signs, all in proportion to the theme's symbol.

use crate::theme::Theme;

/// Measures in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Metrics {
    /// The size of the theme's symbols against those of the design (62): 1 at arm's length.
    pub unit: f64,
    /// Half the side of a symbol.
    pub half: f64,
    /// From one loop to the next, and from the symbol to the first.
    pub loop_step: f64,
    /// Width of a loop.
    pub loop_width: f64,
    /// Room around a symbol for two loops: switching strands on moves nobody.
    pub loop_room: f64,
    /// Radius of the corners of family lines.
    pub corner: f64,
    /// Side of a tile.
    pub tile: f64,
    /// Free space between tiles.
    pub tile_gap: f64,
    /// From one line of a name to the next.
    pub name_line: f64,
}

impl Metrics {
    pub(super) fn of(theme: &Theme) -> Self {
        let unit = theme.size.symbol / 62.0;
        let loop_step = theme.stroke.strand + 1.0;
        Self {
            unit,
            half: theme.size.symbol / 2.0,
            loop_step,
            loop_width: theme.stroke.strand - 0.5,
            loop_room: 2.0 * loop_step + theme.stroke.strand / 2.0 + 1.0,
            corner: 10.0 * unit,
            tile: theme.size.badge,
            tile_gap: 4.0 * unit,
            name_line: theme.size.name * 1.19,
        }
    }
}
