//! Rows of a table one after the other, with where each begins.

use super::graph::index;

/// Rows of any length, by number.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    /// Where each row begins; one more than rows.
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { starts: vec![0], all: Vec::new() }
    }
}

impl<T: Copy> Rows<T> {
    /// Adds a row below all others.
    pub(super) fn push_row(&mut self, row: impl Iterator<Item = T>) {
        self.all.extend(row);
        self.starts.push(index(self.all.len()));
    }

    /// The row with this number; empty where there is none.
    pub(super) fn row(&self, at: usize) -> &[T] {
        let bounds = self.starts.get(at).zip(self.starts.get(at + 1));
        let row = bounds.and_then(|(from, to)| self.all.get(*from as usize..*to as usize));
        row.unwrap_or(&[])
    }

    /// Every row, from the first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.starts.len() - 1).map(|at| self.row(at))
    }

    /// The same from the other side: `turn` says of a row's number and an item in it, to which of
    /// `rows` rows it belongs there, and as what. Items keep their order. Linear.
    pub(super) fn turned<U: Copy>(
        &self,
        rows: usize,
        turn: impl Fn(usize, &T) -> (usize, U),
    ) -> Rows<U> {
        let items = || {
            let rows = self.iter().enumerate();
            rows.flat_map(|(at, row)| row.iter().map(move |item| (at, item)))
        };
        let mut starts = vec![0_u32; rows + 1];
        for (at, item) in items() {
            if let Some(n) = starts.get_mut(turn(at, item).0 + 1) {
                *n += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let first = items().next().map(|(at, item)| turn(at, item).1);
        let mut all: Vec<U> = first.map_or(Vec::new(), |first| vec![first; self.all.len()]);
        for (at, item) in items() {
            let (to, item) = turn(at, item);
            let Some(place) = next.get_mut(to) else { continue };
            if let Some(slot) = all.get_mut(*place as usize) {
                *slot = item;
            }
            *place += 1;
        }
        Rows { starts, all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_keeps_everything_in_order() {
        let mut rows: Rows<usize> = Rows::default();
        for row in [&[2, 0][..], &[], &[2, 2, 1]] {
            rows.push_row(row.iter().copied());
        }
        let turned = rows.turned(4, |at, item| (*item, at));
        let all: Vec<&[usize]> = turned.iter().collect();
        assert_eq!(all, [&[0][..], &[2], &[0, 2, 2], &[]]);
        assert_eq!(rows.row(2), [2, 2, 1]);
        assert!(rows.row(3).is_empty() && rows.row(usize::MAX - 1).is_empty());
    }
}
