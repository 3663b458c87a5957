//! Which lines there are: their shape, before anybody knows how high they run.
//!
//! A line is a walk over vertical runs (`Vertical`, a column that may still move a little) and
//! horizontal runs in the space between two rows (`Trunk`, which gets a lane later).

use crate::layout::LineRole;

/// Index of a [`Vertical`] in its [`Plan`].
pub(super) type VerticalId = usize;

/// Index of a [`Trunk`] in its [`Plan`].
pub(super) type TrunkId = usize;

/// A vertical run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vertical {
    /// Its column.
    pub x: f64,
    /// It may move down to here …
    pub low: f64,
    /// … and up to here, when another line is in the way.
    pub high: f64,
    /// The union whose line it is.
    pub union: usize,
}

/// A horizontal run between two rows.
#[derive(Clone, Debug)]
pub(super) struct Trunk {
    /// The space it runs in: above the row of this number.
    pub gap: usize,
    /// The union whose line it is.
    pub union: usize,
    /// Brackets run above everything else in a gap.
    pub zone: Zone,
    /// Verticals that leave upwards.
    pub up: Vec<VerticalId>,
    /// Verticals that leave downwards.
    pub down: Vec<VerticalId>,
    /// Columns that slanted lines from this run reach.
    pub reach: Vec<f64>,
    /// Counted from the top of its gap; set by `lanes`.
    pub lane: usize,
}

/// Which part of a gap a trunk runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    /// Under the row: partner lines that go around somebody.
    Bracket,
    /// Below those: sibship bars and everything else.
    Bar,
}

/// A height that is known once lanes are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Height {
    /// The partner line of a couple in `row`: through the symbols' centres, and beside that for
    /// the `nth` union of the same two people.
    Couple { row: usize, nth: usize },
    /// Top of a person's symbol.
    SymbolTop(usize),
    /// Top of the highest box of a row.
    RowTop(usize),
    /// Below a person's label.
    BoxBottom(usize),
    /// A trunk.
    Lane(TrunkId),
}

/// A connector to be.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub union: usize,
    pub role: LineRole,
    pub person: Option<usize>,
    pub shape: Shape,
}

/// Its way.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// Corner by corner.
    Path(Vec<(VerticalId, Height)>),
    /// From the leftmost to the rightmost vertical of a trunk.
    Bar(TrunkId),
}

/// A vertical that shares the space between two boxes with others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub row: usize,
    pub gap: usize,
    pub vertical: VerticalId,
}

/// A vertical that leaves a person downwards, or arrives from above, beside others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Port {
    pub person: usize,
    pub side: PortSide,
    /// Its place among the ports of that side, left to right.
    pub order: f64,
    pub vertical: VerticalId,
}

/// Where a port is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PortSide {
    /// Below the label.
    Bottom,
    /// On top of the symbol, beside the line from the birth parents.
    Top,
}

/// A vertical's end in a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub gap: usize,
    /// Its column when the ends were listed.
    pub x: f64,
    pub vertical: VerticalId,
}

/// Everything to be drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub verticals: Vec<Vertical>,
    pub trunks: Vec<Trunk>,
    pub drafts: Vec<Draft>,
    pub columns: Vec<Column>,
    pub ports: Vec<Port>,
    /// Verticals that hang from a bracket, anywhere along it.
    pub joints: Vec<(VerticalId, TrunkId)>,
}

impl Plan {
    /// A vertical that stands at `x` and does not move.
    pub(super) fn fixed(&mut self, union: usize, x: f64) -> VerticalId {
        self.verticals.push(Vertical { x, low: x, high: x, union });
        self.verticals.len() - 1
    }

    /// A vertical in a free space of a row, close to `wish`.
    pub(super) fn column(&mut self, union: usize, row: usize, gap: usize, wish: f64) -> VerticalId {
        let vertical = self.fixed(union, wish);
        self.columns.push(Column { row, gap, vertical });
        vertical
    }

    /// A vertical at a person.
    pub(super) fn port(
        &mut self,
        union: usize,
        person: usize,
        side: PortSide,
        order: f64,
    ) -> VerticalId {
        let vertical = self.fixed(union, 0.0);
        self.ports.push(Port { person, side, order, vertical });
        vertical
    }

    /// A horizontal run.
    pub(super) fn trunk(
        &mut self,
        union: usize,
        gap: usize,
        zone: Zone,
        up: Vec<VerticalId>,
        down: Vec<VerticalId>,
    ) -> TrunkId {
        self.trunks.push(Trunk { gap, union, zone, up, down, reach: Vec::new(), lane: 0 });
        self.trunks.len() - 1
    }

    /// A connector.
    pub(super) fn draft(
        &mut self,
        union: usize,
        role: LineRole,
        person: Option<usize>,
        shape: Shape,
    ) {
        self.drafts.push(Draft { union, role, person, shape });
    }

    /// All ends of verticals at trunks, gap by gap from left to right.
    pub(super) fn ends(&self) -> Vec<End> {
        let mut ends: Vec<End> = Vec::with_capacity(2 * self.verticals.len());
        for trunk in &self.trunks {
            for vertical in trunk.up.iter().chain(&trunk.down) {
                ends.push(End { gap: trunk.gap, x: self.x(*vertical), vertical: *vertical });
            }
        }
        ends.sort_unstable_by(|a, b| {
            a.gap.cmp(&b.gap).then(a.x.total_cmp(&b.x)).then(a.vertical.cmp(&b.vertical))
        });
        ends
    }

    /// The column of a vertical.
    pub(super) fn x(&self, vertical: VerticalId) -> f64 {
        self.verticals.get(vertical).map_or(0.0, |v| v.x)
    }

    /// The stretch that a trunk covers, slanted lines from it included.
    pub(super) fn span(&self, trunk: &Trunk) -> (f64, f64) {
        let ends = trunk.up.iter().chain(&trunk.down).map(|v| self.x(*v));
        ends.chain(trunk.reach.iter().copied())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), x| (l.min(x), r.max(x)))
    }
}
