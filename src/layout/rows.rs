//! What phase 1 and 2 hand to phase 3: who stands in which row, in which order.

/// The rows top to bottom, each from left to right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// The slots of every row.
    pub rows: Vec<Vec<Slot>>,
    /// Row of each person, by index.
    pub row_of: Vec<usize>,
    /// Lines that pass through rows on their way to a child further down.
    pub links: Vec<Link>,
}

/// One place in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// A person, by index.
    Person(usize),
    /// A line passing through, by index in [`Rows::links`]. Thin, but nobody may stand on it.
    Link(usize),
}

/// A line from a union to a child that skips `row`. A link over several rows has one entry a row,
/// top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Index of the union.
    pub union: usize,
    /// Index of the child it leads to.
    pub child: usize,
    /// The row it passes through.
    pub row: usize,
}
