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

    /// As a number of the tape: 0 for no age, and small where the age is exact.
    pub(super) fn number(self) -> u64 {
        let Some(AgeRange { lo, hi }) = self.range() else { return 0 };
        let more = i64::from(hi) - i64::from(lo);
        (folded(more) << LO_BITS | folded(lo.into())) + 1
    }

    /// The age of [`Self::number`].
    pub(super) const fn of_number(number: u64) -> Self {
        let Some(number) = number.checked_sub(1) else { return Self::NONE };
        let lo = unfolded(number & ((1 << LO_BITS) - 1));
        Self { lo: lo as i16, hi: (lo + unfolded(number >> LO_BITS)) as i16 }
    }
}

/// So many bits hold the least age.
const LO_BITS: u32 = 16;

/// A number of either sign as one that is small where it is near 0.
pub(super) const fn folded(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

/// The number of [`folded`].
pub(super) const fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
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
            let small = SmallAge::from(range);
            assert_eq!(small.range(), range);
            assert_eq!(SmallAge::of_number(small.number()), small);
        }
    }

    #[test]
    fn numbers_of_either_sign_come_back_and_small_ones_stay_small() {
        for number in [0, 1, -1, 63, -64, i64::MAX, i64::MIN] {
            assert_eq!(unfolded(folded(number)), number);
        }
        assert!(folded(63) < 0x80 && folded(-64) < 0x80);
    }
}
