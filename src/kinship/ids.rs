//! From an id to its place in id order, without chasing a pointer for every comparison.

use std::sync::Arc;

use crate::model::PersonId;

/// Bytes of an id that fit into a key beside its length.
const KEY_BYTES: usize = 15;

/// What the table needs of an id.
pub(super) trait Id: Clone + Ord {
    /// As it stands in the file.
    fn text(&self) -> &str;
}

impl Id for PersonId {
    fn text(&self) -> &str {
        self.as_str()
    }
}

/// Ids in order, each with a key that sorts alike: its length, then its first bytes.
#[derive(Clone, Debug)]
pub(super) struct IdTable<I> {
    ids: Arc<[I]>,
    keys: Vec<u128>,
}

impl<I: Id> IdTable<I> {
    /// The table of `ids`, which come in order.
    pub(super) fn new<'a>(ids: impl Iterator<Item = &'a I>) -> Self
    where
        I: 'a,
    {
        let ids: Arc<[I]> = ids.cloned().collect();
        let keys = ids.iter().map(|id| key(id.text())).collect();
        Self { ids, keys }
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&I> {
        self.ids.get(at)
    }

    /// Where `id` stands; at once where that is next to `before`, as with brothers and sisters who
    /// were entered one after the other.
    pub(super) fn find_after(&self, before: usize, id: &I) -> Option<usize> {
        let key = key(id.text());
        let is_next = id.text().len() <= KEY_BYTES && self.keys.get(before + 1) == Some(&key);
        if is_next { Some(before + 1) } else { self.find_key(key, id) }
    }

    /// Where `id` stands.
    pub(super) fn find(&self, id: &I) -> Option<usize> {
        self.find_key(key(id.text()), id)
    }

    /// Where each of `ids` stands. All are looked for step by step together: where one search waits
    /// for the memory of a large family, the others need not wait for it.
    pub(super) fn find_all<'i>(
        &self,
        ids: impl Iterator<Item = &'i I> + Clone,
    ) -> impl Iterator<Item = Option<usize>>
    where
        I: 'i,
    {
        let mut searches: Vec<(u128, usize)> = ids.clone().map(|id| (key(id.text()), 0)).collect();
        let mut left = self.keys.len();
        while 0 < left {
            let half = left.div_ceil(2);
            for (key, from) in &mut searches {
                let is_above = self.keys.get(*from + half - 1).is_some_and(|other| *other < *key);
                *from += if is_above { half } else { 0 };
            }
            left -= half;
        }
        searches.into_iter().zip(ids).map(|((key, from), id)| self.check(key, from, id))
    }

    /// Where `id` stands, whose key is `key`.
    fn find_key(&self, key: u128, id: &I) -> Option<usize> {
        self.check(key, self.keys.partition_point(|other| *other < key), id)
    }

    /// Where `id` stands, whose key can stand `from` there on.
    fn check(&self, key: u128, from: usize, id: &I) -> Option<usize> {
        if id.text().len() <= KEY_BYTES {
            return (self.keys.get(from) == Some(&key)).then_some(from);
        }
        let same = self.keys.iter().skip(from).take_while(|other| **other == key).count();
        let among = self.ids.get(from..from + same)?;
        among.binary_search(id).ok().map(|at| from + at)
    }
}

/// Orders as ids do, as far as it reaches.
fn key(text: &str) -> u128 {
    let mut bytes = [0_u8; KEY_BYTES + 1];
    let [length, rest @ ..] = &mut bytes;
    *length = u8::try_from(text.len()).unwrap_or(u8::MAX);
    for (to, from) in rest.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u128::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_where_it_stands() {
        let long = "abcdefghijklmnopqrst";
        let texts = ["A10", "A2", "b", "é", long, "abcdefghijklmnopqrsu", "abcdefghijklmnopqrs"];
        let mut ids: Vec<PersonId> = texts.into_iter().filter_map(PersonId::new).collect();
        ids.sort();
        let table = IdTable::new(ids.iter());
        for (at, id) in ids.iter().enumerate() {
            assert_eq!(table.find(id), Some(at), "{id}");
            for before in 0..ids.len() {
                assert_eq!(table.find_after(before, id), Some(at), "{id} after {before}");
            }
        }
        for stranger in ["A3", "abcdefghijklmnopqrsz", "abcdefghijklmnopqrstuvw"] {
            let id = PersonId::new(stranger).expect("an id");
            assert_eq!(table.find(&id), None, "{stranger}");
        }
    }

    #[test]
    fn every_id_of_many_is_found() {
        let long = |at: u64| format!("{}{at}", "x".repeat(KEY_BYTES));
        for n in [0_u64, 1, 31, 32, 33, 64, 200] {
            let texts = (0..n).map(|at| 3 * at + 1000).map(|at| match at % 2 {
                0 => at.to_string(),
                _ => long(at),
            });
            let mut ids: Vec<PersonId> = texts.filter_map(|text| PersonId::new(&text)).collect();
            ids.sort();
            let table = IdTable::new(ids.iter());
            for (at, id) in ids.iter().enumerate() {
                assert_eq!(table.find(id), Some(at), "{id} of {n}");
            }
            let found: Vec<Option<usize>> = table.find_all(ids.iter().rev()).collect();
            let places: Vec<Option<usize>> = (0..ids.len()).rev().map(Some).collect();
            assert_eq!(found, places, "{n}");
            for stranger in ["1", "1001", "99999", &long(1), &long(99_999)] {
                let id = PersonId::new(stranger).expect("an id");
                assert_eq!(table.find(&id), None, "{stranger} of {n}");
                let all = [&id, &id].into_iter();
                assert_eq!(table.find_all(all).flatten().count(), 0, "{stranger} of {n}");
            }
        }
    }
}
