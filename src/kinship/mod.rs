//! Relations that follow from the bonds: who stands in which generation.

pub mod generation;
