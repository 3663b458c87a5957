//! Chance that is the same every time, for examples and benches.

/// A small random number generator (xorshift64*, Vigna 2016); the same numbers every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// Any of the numbers below `n`; 0 when there is none.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }
}
