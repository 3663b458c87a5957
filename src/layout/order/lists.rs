//! Many short lists, packed one behind the other: one allocation instead of one each.

#![expect(clippy::indexing_slicing, reason = "lists are numbered by us")]

use super::kin::index;

/// A list of `T` for each number below the count.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists<T> {
    start: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// `count` lists with the items of `pairs` (list, item), in that order. `pairs` is run through
    /// twice.
    pub(super) fn new<I: Iterator<Item = (u32, T)>>(count: usize, pairs: impl Fn() -> I) -> Self {
        let mut start = vec![0_u32; count + 1];
        for (list, _) in pairs() {
            start[list as usize + 1] += 1;
        }
        for list in 0..count {
            start[list + 1] += start[list];
        }
        let mut items = vec![T::default(); start[count] as usize];
        // `start` serves as the place of the next item while filling, and is shifted back after.
        for (list, item) in pairs() {
            items[start[list as usize] as usize] = item;
            start[list as usize] += 1;
        }
        start.rotate_right(1);
        start[0] = 0;
        Self { start, items }
    }

    /// The list of number `at`.
    #[inline]
    pub(super) fn of(&self, at: u32) -> &[T] {
        &self.items[self.start[at as usize] as usize..self.start[at as usize + 1] as usize]
    }
}

impl<T> Lists<T> {
    /// No lists yet.
    pub(super) fn empty() -> Self {
        Self { start: vec![0], items: Vec::new() }
    }

    /// Adds a list at the end.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.start.push(index(self.items.len()));
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    /// The lists in turn.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        self.start.windows(2).map(|pair| &self.items[pair[0] as usize..pair[1] as usize])
    }
}

/// Each of `items` once; in short lists in that order, in long ones by number, which takes less time.
pub(super) fn distinct(items: impl Iterator<Item = u32>) -> Vec<u32> {
    const SHORT: usize = 32;
    let mut found: Vec<u32> = items.collect();
    if SHORT < found.len() {
        found.sort_unstable();
        found.dedup();
        return found;
    }
    let mut n = 0;
    for at in 0..found.len() {
        let item = found[at];
        if !found[..n].contains(&item) {
            found[n] = item;
            n += 1;
        }
    }
    found.truncate(n);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_back_as_they_went_in() {
        let lists = Lists::new(3, || [(2, 'a'), (0, 'b'), (2, 'c')].into_iter());
        assert_eq!((lists.of(0), lists.of(1), lists.of(2)), (&['b'][..], &[][..], &['a', 'c'][..]));
        let mut lists = Lists::empty();
        lists.push([1, 2]);
        lists.push([]);
        assert_eq!(lists.iter().map(<[i32]>::len).collect::<Vec<_>>(), [2, 0]);
    }

    #[test]
    fn each_item_is_kept_once_in_lists_of_any_length() {
        assert_eq!(distinct([3, 1, 3, 2, 1].into_iter()), [3, 1, 2]);
        assert_eq!(distinct((0..80).chain(0..80).rev()), (0..80).collect::<Vec<_>>());
    }
}
