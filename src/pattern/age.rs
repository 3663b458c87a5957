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
        let ages = [(0, 0), (17, 19), (19, 17), (-1, 130), (-20_050, 20_050), (32_766, -32_767)];
        for range in ages.map(|(lo, hi)| Some(AgeRange { lo, hi })).into_iter().chain([None]) {
            assert_eq!(SmallAge::from(range).range(), range);
        }
    }
}
