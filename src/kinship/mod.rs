//! Relations that follow from the bonds: who is kin to whom, who stands in which generation.

pub mod generation;
mod graph;
mod ids;

pub use graph::{Bonds, Kinship, Link, PersonIdx, SiblingKind, UnionIdx};
