//! Ages as they are kept where there are many.

use crate::model::AgeRange;

/// An age, maybe a range, or none, in four bytes. Years lie between −9999 and 9999, and so do
/// the differences of any two of them, with some years of doubt, lie within ±32,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SmallAge {
    lo: i16,
    hi: i16,
}

impl SmallAge {
    /// No age: one that nobody can have.
    pub(super) const NONE: Self = Self { lo: i16::MAX, hi: i16::MIN };

    pub(super) fn range(self) -> Option<AgeRange> {
        let range = AgeRange { lo: self.lo.into(), hi: self.hi.into() };
        (self != Self::NONE).then_some(range)
    }

    /// As a word of the tape.
    pub(super) const fn word(self) -> u32 {
        (self.lo as u16 as u32) << 16 | self.hi as u16 as u32
    }

    /// The age of [`Self::word`].
    pub(super) const fn of_word(word: u32) -> Self {
        Self { lo: (word >> 16) as i16, hi: word as i16 }
    }
}

impl From<AgeRange> for SmallAge {
    fn from(range: AgeRange) -> Self {
        let small = |age: i32| age.clamp(-i32::from(i16::MAX), i32::from(i16::MAX) - 1) as i16;
        Self { lo: small(range.lo), hi: small(range.hi) }
    }
}

impl From<Option<AgeRange>> for SmallAge {
    fn from(range: Option<AgeRange>) -> Self {
        range.map_or(Self::NONE, Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_comes_back() {
        let ages = [(0, 0), (17, 19), (-1, 130), (-20_050, 20_050)];
        for range in ages.map(|(lo, hi)| Some(AgeRange { lo, hi })).into_iter().chain([None]) {
            let small = SmallAge::from(range);
            assert_eq!(small.range(), range);
            assert_eq!(SmallAge::of_word(small.word()), small);
        }
    }
}
