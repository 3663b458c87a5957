//! Colours, strokes and text sizes, by name. The only colour literals of the crate live here.

/// A colour family. Twelve life areas share eight; the icon and the two-letter code tell apart
/// areas of one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hue {
    /// Money.
    Red,
    /// Housing and safety.
    Orange,
    /// Work and learning.
    Blue,
    /// Body.
    Teal,
    /// Mind and feelings.
    Magenta,
    /// Alcohol, drugs, gambling.
    Purple,
    /// Partner, family, growing up.
    Olive,
    /// People around, law and letters.
    Slate,
}

impl Hue {
    /// All families, in the order in which strands take them.
    pub const ALL: [Self; 8] = [
        Self::Red,
        Self::Blue,
        Self::Purple,
        Self::Orange,
        Self::Teal,
        Self::Magenta,
        Self::Olive,
        Self::Slate,
    ];
}
