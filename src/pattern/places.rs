//! Where the row of somebody stands in a sparse table that is sorted by person.
//!
//! One bit for each person says whether there is a row, and a running count for each word of 64
//! people says where it stands (the rank of a succinct bit vector, Jacobson 1989). A theme of a
//! million people takes 190 kB, so that looking somebody up stays within the cache of a processor.

use crate::kinship::PersonIdx;

/// Which people have a row, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    words: Vec<Word>,
}

/// 64 people.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// A bit for each who has a row.
    bits: u64,
    /// How many rows come before.
    before: u32,
}

impl Places {
    /// The places of `rows`, which are sorted by person and name nobody twice.
    pub(super) fn of(rows: impl Iterator<Item = PersonIdx> + Clone) -> Self {
        let words = rows.clone().last().map_or(0, |last| last.at() / 64 + 1);
        let mut words = vec![Word::default(); words];
        for person in rows {
            if let Some(word) = words.get_mut(person.at() / 64) {
                word.bits |= 1 << (person.at() % 64);
            }
        }
        let mut before = 0;
        for word in &mut words {
            word.before = before;
            before += word.bits.count_ones();
        }
        Self { words }
    }

    /// Where the row of `person` stands.
    pub(super) fn find(&self, person: PersonIdx) -> Option<usize> {
        let word = self.words.get(person.at() / 64)?;
        let bit = 1 << (person.at() % 64);
        (word.bits & bit != 0)
            .then(|| (word.before + (word.bits & (bit - 1)).count_ones()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_with_a_row_is_found_there_and_nobody_else() {
        let people = [0_usize, 1, 63, 64, 127, 200, 1000];
        let rows: Vec<PersonIdx> = people.into_iter().map(PersonIdx::new).collect();
        let places = Places::of(rows.iter().copied());
        for person in 0..1100 {
            let expected = people.iter().position(|it| *it == person);
            assert_eq!(places.find(PersonIdx::new(person)), expected, "{person}");
        }
        assert_eq!(Places::default().find(PersonIdx::new(0)), None);
    }
}
