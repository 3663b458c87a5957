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

impl Rows {
    /// The same rows with everybody in them: whoever of the first `people` was left out stands at
    /// the right end of their row. A picture with somebody missing would be worse than a crossing.
    #[must_use]
    pub(super) fn with_everybody(mut self, people: usize) -> Self {
        let mut stands = vec![false; people];
        for slot in self.rows.iter().flatten() {
            if let Slot::Person(person) = slot
                && let Some(stands) = stands.get_mut(*person)
            {
                *stands = true;
            }
        }
        self.row_of.resize(people, 0);
        for (person, stands) in stands.iter().enumerate() {
            let row = self.row_of.get(person).copied().unwrap_or_default();
            if !stands {
                let rows = self.rows.len().max(row + 1);
                self.rows.resize(rows, Vec::new());
                if let Some(row) = self.rows.get_mut(row) {
                    row.push(Slot::Person(person));
                }
            }
        }
        self
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_left_out_stands_at_the_end() {
        let rows = Rows {
            rows: vec![vec![Slot::Person(0)], vec![Slot::Person(2)]],
            row_of: vec![0, 1, 1, 2],
            links: Vec::new(),
        };
        let whole = rows.with_everybody(4).rows;
        let expected = vec![
            vec![Slot::Person(0)],
            vec![Slot::Person(2), Slot::Person(1)],
            vec![Slot::Person(3)],
        ];
        assert_eq!(whole, expected);
    }
}
