//! Rows of different length in one table.

/// Items row after row, with where each row begins.
#[derive(Clone, Debug)]
pub(crate) struct Rows<T> {
    /// One more than rows.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }
}

impl<T: Copy> Rows<T> {
    /// `rows` rows of items, each of which says in which row it stands. Within a row they keep
    /// their order. Linear in both.
    pub(crate) fn grouped(rows: usize, items: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let Some((_, first)) = items.clone().next() else {
            return Self { starts: vec![0; rows + 1], items: Vec::new() };
        };
        let mut next = vec![0_u32; rows + 1];
        for (row, _) in items.clone() {
            if let Some(count) = next.get_mut(row) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut next {
            sum += std::mem::replace(start, sum);
        }
        let starts = next.clone();
        let mut table = vec![first; sum as usize];
        for (row, item) in items {
            let Some(next) = next.get_mut(row) else { continue };
            if let Some(slot) = table.get_mut(*next as usize) {
                *slot = item;
            }
            *next += 1;
        }
        Self { starts, items: table }
    }

    /// Adds a row after all others.
    pub(crate) fn push_row(&mut self, items: impl Iterator<Item = T>) {
        self.items.extend(items);
        self.starts.push(self.items.len() as u32);
    }

    /// Where each row begins, one more than rows, and all items.
    pub(crate) fn parts(self) -> (Vec<u32>, Vec<T>) {
        (self.starts, self.items)
    }

    /// How many rows there are.
    pub(crate) const fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// One row; empty where there is none.
    pub(crate) fn row(&self, at: usize) -> &[T] {
        let bounds = self.starts.get(at).zip(self.starts.get(at + 1));
        let row = bounds.and_then(|(from, to)| self.items.get(*from as usize..*to as usize));
        row.unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_their_rows_in_the_order_they_came() {
        let rows = Rows::grouped(4, [(2, 'a'), (0, 'b'), (2, 'c')].into_iter());
        let found: Vec<&[char]> = (0..5).map(|at| rows.row(at)).collect();
        assert_eq!(found, [&['b'][..], &[], &['a', 'c'], &[], &[]]);
        let mut rows = Rows::default();
        ["ab", "", "c"].into_iter().for_each(|row| rows.push_row(row.chars()));
        let found: Vec<&[char]> = (0..4).map(|at| rows.row(at)).collect();
        assert_eq!(found, [&['a', 'b'][..], &[], &['c'], &[]]);
        assert_eq!(Rows::<char>::grouped(2, std::iter::empty()).row(1), [char::MIN; 0]);
        assert_eq!(Rows::<char>::default().row(0), [char::MIN; 0]);
    }
}
